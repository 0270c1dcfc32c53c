"""The story's articles: which stand on the board, which is the base, and in what order."""
