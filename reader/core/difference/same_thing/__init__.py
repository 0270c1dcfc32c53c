"""Whether two places speak of one thing: by their words, people, occasions and rivals."""
