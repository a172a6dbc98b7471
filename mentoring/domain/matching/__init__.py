"""The matching: who becomes a tandem with whom, why, and what another decision would cost."""
