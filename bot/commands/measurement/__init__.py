"""What owners say to see what tandems change."""
