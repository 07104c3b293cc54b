"""Armenian: a colon-like mark ends sentences, and the full stop only pauses."""
