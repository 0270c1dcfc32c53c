"""The find bar, and how what it finds is shown and stepped through in all columns."""
