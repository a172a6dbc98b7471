"""What tandems change, in figures of groups, so that none of them tells anything of a person.

``items`` what is asked · ``change`` how far people have come between two moments · ``shares`` how
many of a group say yes · ``figures`` both of a cycle, as they were told · ``key_figures`` those of
the house beside them, typed by owners.

A group below the smallest reportable one reads the same as one that is of one mind; whoever reads
these figures is never counted in them, because who knows one answer of a group knows more than the
group tells.
"""
