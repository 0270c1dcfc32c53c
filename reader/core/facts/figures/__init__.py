"""Figures of a text: numbers, amounts, dates and times, read by our own rules without a library."""

from reader.core.facts.figures.finding import find_figures

__all__ = ["find_figures"]
