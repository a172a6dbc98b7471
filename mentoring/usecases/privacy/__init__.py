"""Privacy: what is kept and how long, what somebody sees of it, and its erasure."""
