"""Benchmarks that print ratios measured in one run; absolute times mean nothing on a busy machine."""
