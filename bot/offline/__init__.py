"""What runs without Teams: the matching of a file, the export of a run, the app package."""
