"""The reading surface: columns, marks, ribbons and overviews."""
