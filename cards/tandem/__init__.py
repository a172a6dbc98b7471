"""Cards: what happens between the sessions and after them."""
