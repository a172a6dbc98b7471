"""What a tandem changes: asked of its two, and shown to each of them alone."""
