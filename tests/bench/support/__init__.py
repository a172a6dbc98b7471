"""What several benches share: databases, and programmes that are already under way."""
