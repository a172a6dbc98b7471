"""Cards: launch, kick-off, closing."""
