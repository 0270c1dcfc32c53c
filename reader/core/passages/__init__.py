"""From the links of pairs to passages over all articles, and what a person decides about both."""
