"""Use cases: launch, kick-off, closing."""
