"""Commands: what all features stand on."""
