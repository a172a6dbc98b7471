# What the room holds about people, and what for: a sentence each
held-channel = This is the channel in which the tandem meets.
held-trouble = This is what could not be set up or cleared away in Microsoft 365.
held-seat = So there is a seat for you at the kick-off.
held-intervened = So it can be traced which tandems owners have changed singly.
