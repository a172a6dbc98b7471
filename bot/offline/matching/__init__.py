"""``tandem match``: people from a CSV file, or a run from a run file; tandems as tables or JSON."""
