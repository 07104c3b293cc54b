"""Changes to a sidecar that exists, put into its bytes."""
