"""Which readings of two texts belong together: verbatim runs and links in other words."""
