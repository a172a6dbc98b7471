"""Commands: launch, kick-off, closing."""
