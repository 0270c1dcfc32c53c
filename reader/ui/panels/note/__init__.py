"""One annotation: its quotes, tags, note, judgement, evidence and relations."""
