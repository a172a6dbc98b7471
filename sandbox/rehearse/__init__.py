"""The programme without a person: invented people go from the invitation to the launch, and the
tenant counts.
"""
