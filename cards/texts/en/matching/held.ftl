# What the room holds about people, and what for: a sentence each
held-owners-acts = So it can be read who did what as a programme owner.
held-left-over = So it is known who was left over by a matching and comes first in the next.
held-tried-out = Before programme owners decide something, they try out what it would change.
held-decided = So it stays on record which pairs programme owners have fixed or ruled out.
held-proposed = The matching proposes pairs, and programme owners look them over.
held-reasons = The reasons say why two people fit each other.
held-next-best = So programme owners see who else would have been a good pair.
held-tandem = This is with whom you are in a tandem, and how far it is.
held-tandem-topic = Those who had the same topic can exchange in a circle after the end.
held-offer-open = Until then an offer is open.
held-offer-yes = So all who said yes learn at the same moment how it goes on.
held-past-pair = So two who were brought together before are not brought together again.
held-proposed-why = The reasons of a proposal say why two people fit each other.
