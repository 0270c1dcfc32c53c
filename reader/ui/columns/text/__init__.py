"""One article's text on screen: its document, its layout, and what a person does on it."""
