"""Commands: what is kept of somebody, and its erasure."""
