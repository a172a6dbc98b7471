"""The sentences of a family, as many on a card as it holds: why something did not work, what
waits for owners, what they have done. One of each stands among the examples of the product; here
stand all, so that each is drawn, and read once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from cards.examples.launch import trouble_of
from cards.examples.offers import offers
from cards.examples.overview import overview
from cards.examples.people import DEPUTY, NOW, PROGRAMME, TANDEM
from cards.examples.polls import polls
from cards.kit.originals import places
from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.matching.results import Reason
from mentoring.domain.people import Role
from mentoring.notices import Notice
from mentoring.usecases.launch.card import LaunchNotice
from mentoring.usecases.launch.troubles import Turn
from mentoring.usecases.matching.offers import OfferNotice
from mentoring.usecases.polls.notice import PollNotice
from mentoring.usecases.programme.given_up import GivenUpNotice, told_kinds
from mentoring.usecases.programme.history import Done, HistoryNotice
from mentoring.usecases.programme.needs import Need
from mentoring.usecases.programme.people_list import Listed, PeopleNotice
from mentoring.usecases.programme.status import StatusNotice
from mentoring.usecases.programme.whereabouts import Whereabouts

ON_A_CARD = 12
OF_A_PERSON = frozenset({"member", "series", "note"})
"""What is wrong with somebody names them."""
LIKES = (
    *(Reason("topic", {"topic": "ai", "rank": 1, "level": 3}, 90), Reason("location", points=9)),
    *(Reason(each, points=9) for each in ("background", "shared_format", "shared_times")),
)


T = TypeVar("T")


def _cards(told: Sequence[T]) -> list[Sequence[T]]:
    """As many as a card holds, and the next ones."""
    return [told[first : first + ON_A_CARD] for first in range(0, len(told), ON_A_CARD)]


def family(start: str) -> list[str]:
    """What follows in the keys of a family, ``refusal-`` say, in the order of the files."""
    return [key.removeprefix(start) for key in places("de") if key.startswith(start)]


def families() -> dict[str, Notice]:
    """Each on cards of its own."""
    return {**_done(), **_given_up(), **_needs(), **_unreached(), **_troubles(), **_dates()}


def _numbered(name: str, cards: Sequence[Notice]) -> dict[str, Notice]:
    return {f"every-{name}-{number}": each for number, each in enumerate(cards, 1)}


def _done() -> dict[str, Notice]:
    """Where a card leads back, that alone is said."""
    acts = [Done(each, "Mia Sommer", NOW, 7, runs=False) for each in family("done-")]
    pages = _cards(acts)
    return _numbered("act", [HistoryNotice(tuple(each), len(each)) for each in pages])


def _given_up() -> dict[str, Notice]:
    kinds = _cards(sorted(told_kinds()))
    return _numbered("given-up", [GivenUpNotice(dict.fromkeys(each, 2)) for each in kinds])


def _needs() -> dict[str, Notice]:
    asked = [each.removesuffix("-hint") for each in family("need-") if each.endswith("-hint")]
    status = overview()["status"]
    assert isinstance(status, StatusNotice)
    needs = tuple(Need(each.replace("-", "_"), 2) for each in asked)
    return {"every-need": replace(status, needs=needs)}


def _unreached() -> dict[str, Notice]:
    state = {Role.MENTEE: Whereabouts.UNREACHABLE}
    people = tuple(Listed("Eva Costa", state, each) for each in family("unreachable-"))
    return {"every-cause": PeopleNotice(people=people, many=len(people))}


def _troubles() -> dict[str, Notice]:
    codes = [f"{each}{_about(each)}" for each in family("trouble-")]
    launch = Launch("launch-1", "o1", NOW.date(), LaunchState.DONE, tandems=40, started_at=NOW)
    told = [trouble_of(7, each, Turn.AGAIN) for each in codes]
    cards = [LaunchNotice(launch, PROGRAMME, troubles=tuple(each)) for each in _cards(told)]
    return _numbered("trouble", cards)


def _about(code: str) -> str:
    start = code.partition("-")[0]
    return "-mentee" if start in OF_A_PERSON and code != "member-somebody" else ""


def _dates() -> dict[str, Notice]:
    """Why two fit, and what a deputy reads of each poll."""
    offer = offers()["offer-mentee-open"]
    assert isinstance(offer, OfferNotice)
    liked = replace(TANDEM, reasons=LIKES)
    kept = {
        f"every-deputy-{name}": replace(each, reader=DEPUTY)
        for name, each in polls().items()
        if isinstance(each, PollNotice) and name.startswith(("poll-mentee-", "poll-series-"))
    }
    return {**kept, "every-reason": replace(offer, tandem=liked)}
