"""The story at a glance: article by article how much they share."""
