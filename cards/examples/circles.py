"""A circle, as one of those sees it whom it is for."""

from __future__ import annotations

from dataclasses import replace

from cards.examples.people import MENTOR, PROGRAMME
from mentoring.domain.circle import Circle, CircleKind, CircleState, Place, member_id
from mentoring.notices import Notice
from mentoring.usecases.circles.card import CircleNotice

URL = "https://teams.microsoft.com/l/channel/19%3Acircle"


def circles() -> dict[str, Notice]:
    """Offered before and after it stands, wanted, let in, joined, left, archived, over."""
    waiting = Circle("p1c1.circle-mentors", CircleKind.MENTORS, cycle_id="p1c1")
    standing = replace(waiting, state=CircleState.OPEN, channel_id="19:circle", channel_url=URL)
    archived = replace(standing, state=CircleState.CLOSED)
    key = member_id(waiting.id, MENTOR.id)
    offered = CircleNotice(waiting, MENTOR, PROGRAMME, key, may_join=True)
    stands = replace(offered, circle=standing)
    community = Circle("p1c1.circle-topic-ai", CircleKind.TOPIC, topic="ai", cycle_id="p1c1")
    of_topic = replace(offered, circle=community, key=member_id(community.id, MENTOR.id))
    over = replace(archived, id=community.id, kind=CircleKind.TOPIC, topic="ai")
    return {
        "circle-topic-waiting": of_topic,
        "circle-topic-archived": replace(of_topic, circle=over, place=Place.IN, may_join=False),
        "circle-waiting": offered,
        "circle-wanted": replace(offered, place=Place.JOINING),
        "circle-open": stands,
        "circle-let-in": replace(stands, place=Place.JOINING),
        "circle-in": replace(stands, place=Place.IN),
        "circle-in-another": replace(stands, circle=replace(standing, earlier=1), place=Place.IN),
        "circle-wanted-another": replace(
            offered, circle=replace(waiting, earlier=1), place=Place.JOINING
        ),
        "circle-leaving": replace(stands, place=Place.LEAVING),
        "circle-archived": replace(stands, circle=archived, place=Place.IN, may_join=False),
        "circle-over": replace(stands, circle=archived, may_join=False),
    }
