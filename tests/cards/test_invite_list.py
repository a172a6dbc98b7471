"""The list of those who would be invited names everybody, however long it is."""

from __future__ import annotations

import json
from dataclasses import replace

from cards.enrolment.invite_list import NAMED
from cards.kit.render import render
from cards.kit.words import Words
from mentoring.domain.invitation import Entry
from mentoring.usecases.enrolment.invitation import InviteNotice
from tests.cards.drawn import SAMPLES


def read(entries: list[Entry]) -> str:
    notice = SAMPLES["invite-long"]
    assert isinstance(notice, InviteNotice)
    notice = replace(notice, invite=replace(notice.invite, entries=entries))
    return json.dumps(render(notice, Words("de")).content, ensure_ascii=False)


def test_who_does_not_fit_into_sight_is_unfolded() -> None:
    """issue 14: of 40 people ten were only counted, and nobody could look them over."""
    some = [Entry(f"p{n}", f"p{n}", f"Person {n:03d}") for n in range(500)]
    off = [Entry(f"q{n}", f"q{n}", f"Weg {n:03d}", hindrance="unknown") for n in range(60)]
    said = read([*some, *off])
    missing = [each.name for each in (*some, *off) if each.name not in said]
    assert (missing, "Alle Namen" in said) == ([], True)


def test_who_is_in_sight_is_not_named_twice() -> None:
    said = read([Entry(f"p{n}", f"p{n}", f"Person {n:03d}") for n in range(NAMED)])
    assert (said.count("Person 007"), "Alle Namen" in said) == (1, False)
