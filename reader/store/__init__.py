"""The project file: schema, log with undo, and a module per table; the only home of SQL."""
