"""What one text states: its figures, quotations and names, read from that text alone."""
