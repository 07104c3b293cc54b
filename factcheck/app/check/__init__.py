"""One run of `check`: which articles, through the rules, to where the findings go."""
