"""Who speaks, and in which words."""
