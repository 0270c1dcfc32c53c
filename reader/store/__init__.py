"""The project file, through sqlite-utils."""
