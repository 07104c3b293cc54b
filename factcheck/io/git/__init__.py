"""The only runner of git; nothing here knows labels or sidecars. Each module is imported by those who need it."""
