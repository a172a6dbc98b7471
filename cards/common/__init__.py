"""Cards: what all features stand on."""
