"""How the product looks and speaks: Adaptive Cards in the person's language.

One package per feature.
"""
