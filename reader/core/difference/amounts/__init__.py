"""Amounts and dates as intervals: what two come to, and whether a text gives one elsewhere."""
