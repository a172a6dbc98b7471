"""Commands about the programme itself."""
