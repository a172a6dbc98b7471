"""Cards that show other cards: the texts in the house's own words, and a try."""
