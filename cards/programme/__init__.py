"""Cards: the programme, its cycles, and how it stands."""
