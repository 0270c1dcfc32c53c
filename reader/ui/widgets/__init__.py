"""Small controls that any part of the window can use."""
