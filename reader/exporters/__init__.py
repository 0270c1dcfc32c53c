"""Comparisons and annotations to bytes, one module a format."""
