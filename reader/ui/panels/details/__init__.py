"""The details of one passage: what is known about it, and what one decides about it."""
