"""What the board shows, worked out apart from any widget: bands, ribbons, shares, places."""
