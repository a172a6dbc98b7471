"""Use cases: the programme, its cycles, and how it stands."""
