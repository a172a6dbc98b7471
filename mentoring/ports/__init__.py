"""What the heart needs of the outside, in its own words. Nothing here knows who provides it."""
