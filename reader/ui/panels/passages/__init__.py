"""The passages table: a row a passage, a column an article."""
