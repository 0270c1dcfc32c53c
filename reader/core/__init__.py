"""What the program knows about texts: pure values and pure functions, no Qt, SQL, files or clock."""
