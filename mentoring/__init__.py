"""The heart of Tandem: the programme's rules and what happens in it.

Knows no Microsoft, no HTTP, no card.
"""
