"""What was labelled or checked before: entries, how archives are read, what is similar; the index is in `io`."""
