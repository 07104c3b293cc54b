"""Sources taken in as articles, and articles brought up to their sources; how each kind is read is in `intake`."""
