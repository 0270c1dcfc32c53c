"""Marks on screen: where their words stand, their shapes, colours, and how they are painted."""
