"""The ledgers: every figure and every quotation of every article."""
