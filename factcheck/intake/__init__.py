"""Sources of every kind made drafts of articles: one module a kind, and a table from kinds to modules, `kinds`."""
