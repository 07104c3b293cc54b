"""Sources taken in as articles, and articles brought up to their sources; `factcheck.intake` reads each kind."""
