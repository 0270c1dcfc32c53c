"""How the board moves: to a passage, along with a column, back and forth, and to where one was."""
