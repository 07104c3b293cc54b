"""What several annotators' labels come to: agreement, feedback, overlap and who labels what; pure functions."""
