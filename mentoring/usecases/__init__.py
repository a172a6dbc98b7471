"""What happens in the programme: one room for each feature.

A use case decides with the domain and writes state in one transaction.
"""
