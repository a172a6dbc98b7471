"""Every card with invented people: what is shown beside a text that owners replace, and in a try,
and what the tests of the cards look at.
"""
