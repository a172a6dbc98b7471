"""What happens in the programme: one file a feature. A use case decides with the domain and writes state in one transaction."""
