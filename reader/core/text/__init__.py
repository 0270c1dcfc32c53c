"""One text by itself: spans, canonical form, tokens, sentences, blocks."""
