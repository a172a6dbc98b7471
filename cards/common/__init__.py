"""Cards: what all features build on."""
