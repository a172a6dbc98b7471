"""A programme as a file: read into its settings, with every error at its line."""
