"""Use cases: what all features stand on."""
