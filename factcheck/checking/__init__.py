"""What `check` looks for and how it goes through a desk; `factcheck.formats.findings` lays the findings out."""
