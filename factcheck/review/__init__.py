"""What several annotators say of one article: consensus, what changed, what is to be decided."""
