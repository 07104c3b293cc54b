"""Values to text: everything a person or a machine reads is laid out here, and nothing is decided."""
