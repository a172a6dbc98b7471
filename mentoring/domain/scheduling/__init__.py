"""Finding slots that are free for both, for a whole cycle or for one session.

Pure: no clock, no I/O, no language.

``settings`` the programme's rules · ``types`` what is known of the two people · ``plan`` the answer
· ``search`` the series of a cycle · ``slots`` three slots for one session · ``recurrence`` patterns
and their dates. Behind these: ``grid`` (time in quarters of an hour), ``availability`` (one
person), ``days_off``, ``pair`` (both), ``candidates`` (every pattern with its best sessions),
``offers`` (the least bad time), ``explain``.
"""
