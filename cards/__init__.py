"""How the product looks and speaks: Adaptive Cards in the person's language.

One module a feature.
"""
