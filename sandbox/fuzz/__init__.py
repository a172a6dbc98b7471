"""Mutated real activities, sent to the running product: whatever comes in, it must not answer with
a server error.
"""
