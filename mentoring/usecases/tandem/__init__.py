"""The life of a tandem: what happens between and after its sessions."""
