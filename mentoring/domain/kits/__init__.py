"""Session kits: what two people can do with a topic or a question in one session.

``texts`` what a kit says, in each language · ``library`` all kits, forms and lessons there are ·
``choice`` which of them comes next in a tandem · ``session`` one of them, laid out for a session of
so many minutes.
"""
