"""What happens in the programme: a room a feature.

A use case decides with the domain and writes state in one transaction.
"""
