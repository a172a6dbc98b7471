"""What tandems change, in figures of groups, so that none of them tells anything of a person.

``change`` how far people have come between two moments · ``shares`` how many of a group say yes ·
``shown`` what of it may be shown, and stays as it was shown first.

A group below the smallest reportable one reads the same as one that is of one mind; whoever reads
these figures is never counted in them, because who knows one answer of a group knows more than the
group tells. Nothing calls the three before there is the owners' card (``docs/why.md``).
"""
