"""Where two linked readings part: word diff and typed divergences."""
