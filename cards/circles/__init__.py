"""Cards: circles of people who exchange among themselves."""
