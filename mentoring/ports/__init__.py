"""The outside in the heart's own words: what it needs. Nothing here knows who fulfils it."""
