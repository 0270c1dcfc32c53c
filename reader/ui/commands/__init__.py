"""What each action does, grouped by what it is about; every handler is bound by its action's id."""
