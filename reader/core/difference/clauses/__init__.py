"""Two clauses held together: where they agree, what they deny, and which words are opposites."""
