"""What has waited for a day without another notice comes together: one card with a line for each,
which puts that card below.

What waits for somebody, and what has come together and is not opened yet, are lists of a cycle: a
programme's own words and rules are on its cards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.upkeep import Fact
from mentoring.notices import VIEWS, Notice, Scene, matters, shows, still_matters
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.noting import forget, note_anew
from mentoring.usecases.common.postings import post, post_anew
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.showing import OwnCards, Subjects, depends

WAITS, TOGETHER = "waits-for-a-day:", "comes-together:"
"""How the facts begin that list what waits for somebody, and what has come together."""
KEPT = timedelta(days=60)


@dataclass(frozen=True)
class WhatWaitedNotice(Notice):
    """What has come together for its reader and is not opened yet: the kinds of the cards, and the
    ids of what they are about.
    """

    person: Person
    programme: Programme
    items: tuple[tuple[str, str], ...]


@shows(to="person", in_hours=True, outlasts=True)
def what_waited_card(uow: UnitOfWork, scene: Scene) -> WhatWaitedNotice:
    """What its reader can open."""
    person = uow.people.need(scene.posting.person_id)
    found = _listed(uow, TOGETHER, person.id, scene.now)
    return WhatWaitedNotice(
        person, scene.programme, tuple((each.kind, each.subject_id) for each in found)
    )


@matters(what_waited_card)
def _has_any(uow: UnitOfWork, posting: Posting, now: datetime) -> bool:
    return bool(_listed(uow, TOGETHER, posting.person_id, now))


@depends(what_waited_card, Fact)
def _lists(_uow: UnitOfWork, change: Altered) -> Subjects:
    """The list, in which each line goes once it is opened."""
    key = str(change.row.id)
    if not key.startswith(TOGETHER):
        return ()
    person_id = key.removeprefix(TOGETHER).partition(":")[2]
    return OwnCards(person_id, (person_id,))


def card_of(kind: str, subject_id: str, person_id: str) -> Posting:
    """The card that is put before the person, or would be."""
    return Posting(f"{kind}:{subject_id}:{person_id}", kind, subject_id, person_id)


def alone_with(uow: UnitOfWork, person_id: str) -> None:
    """Of two units that look at what waits for the person, one comes after the other."""
    uow.alone(f"what waits for {person_id}")


def what_waits(uow: UnitOfWork, person_id: str, now: datetime) -> Sequence[Posting]:
    """The cards that wait for a day of the person's and still say something to them."""
    return _listed(uow, WAITS, person_id, now)


def have_wait(uow: UnitOfWork, moment: Moment, cards: Sequence[Posting]) -> None:
    """These are all that waits for their person from now on."""
    _list(uow, WAITS, moment.now, cards[0].person_id, cards)


def nothing_waits(uow: UnitOfWork, person_id: str) -> None:
    """All that waited for the person comes now."""
    forget(uow, _key(uow, WAITS, person_id))


def come_together(uow: UnitOfWork, moment: Moment, cards: Sequence[Posting]) -> None:
    """Put one card before their person, from which they open each of these, and what they have not
    opened of an earlier one.
    """
    person_id = cards[0].person_id
    before = _listed(uow, TOGETHER, person_id, moment.now)
    _list(uow, TOGETHER, moment.now, person_id, [*before, *cards])
    key = f"{what_waited_card.name}:{uow.cycle_id}:{person_id}:{moment.now:{STAMP}}"
    post(uow, what_waited_card, person_id, person_id, key=key)


def open_waiting(
    uow: UnitOfWork, moment: Moment, person_id: str, chat: Chat, wanted: tuple[str, str] | None
) -> None:
    """Put the card of this kind about this subject below, or with None all that are listed; what
    is not in the person's own list is not put before anybody.
    """
    alone_with(uow, person_id)
    listed = _listed(uow, TOGETHER, person_id, moment.now)
    chosen = [each for each in listed if wanted in {None, (each.kind, each.subject_id)}]
    for each in chosen:
        post_anew(uow, moment, VIEWS[each.kind], each.subject_id, person_id, chat)
    rest = [each for each in listed if each not in chosen]
    _list(uow, TOGETHER, moment.now, person_id, rest)


def _key(uow: UnitOfWork, which: str, person_id: str) -> str:
    return f"{which}{uow.cycle_id}:{person_id}"


def _listed(uow: UnitOfWork, which: str, person_id: str, now: datetime) -> Sequence[Posting]:
    """The cards of a list that still say something."""
    found = uow.facts.get(_key(uow, which, person_id))
    lines = found.value.splitlines() if found else []
    cards = (card_of(*_read(line), person_id) for line in lines)
    return [each for each in cards if each.kind in VIEWS and still_matters(uow, each, now)]


def _read(line: str) -> tuple[str, str]:
    kind, _, subject_id = line.partition(":")
    return kind, subject_id


def _list(
    uow: UnitOfWork, which: str, now: datetime, person_id: str, cards: Iterable[Posting]
) -> None:
    """These stand in the list from now on, for as long as ever; of an empty one nothing is kept."""
    lines = dict.fromkeys(f"{each.kind}:{each.subject_id}" for each in cards)
    key = _key(uow, which, person_id)
    if lines:
        note_anew(uow, key, "\n".join(lines), now + KEPT)
    else:
        forget(uow, key)
