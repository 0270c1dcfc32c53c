"""How a place in a text is kept, and found again in a newer version of the text."""
