"""Text with marks as lists, tables and details draw it: pieces, paragraphs, rows, forms."""
