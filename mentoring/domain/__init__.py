"""Pure rules of the programme: synchronous, without clock, randomness or I/O."""
