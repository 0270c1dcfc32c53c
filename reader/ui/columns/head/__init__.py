"""The head of a column: whose article it is, and how much of it is shared."""
