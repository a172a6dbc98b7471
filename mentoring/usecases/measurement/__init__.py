"""What a tandem changes: asked at its start, in its middle and at its end."""
