"""``tandem package``: the app package for Teams."""
