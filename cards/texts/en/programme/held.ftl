# What the room holds about people, and what for: a sentence each
held-owners-settings = So programme owners see who changed the programme and when.
held-named-in-settings = The programme’s settings name who stands for it and who answers questions.
held-tries = Whoever tries the programme out gets its cards.
held-owner-shut-off = If the account of somebody who owns the programme is switched off, the others learn it, so that they find a second person.
held-owner = So it is known who owns the programme, and no card shows anybody their own tandem.
held-successor = So the programme owners know who is to join them and has to be taken into their team.
held-successor-asked = If several bear the name of whom a successor is to be, it is asked who is meant.
