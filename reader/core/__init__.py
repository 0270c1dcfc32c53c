"""What the program knows about texts: pure values and functions; no Qt, SQL, files or clock."""
