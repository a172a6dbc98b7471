"""The sentence that says where the programme stands counts as the lines below it do."""

from __future__ import annotations

from dataclasses import replace

from cards.catalogue import render
from cards.examples.overview import overview
from cards.kit.words import Words
from mentoring.domain.people import Role
from mentoring.usecases.programme.next_step import Counted
from mentoring.usecases.programme.status import StatusNotice
from mentoring.usecases.programme.whereabouts import Whereabouts


def test_who_has_applied_is_not_counted_as_enrolled() -> None:
    """An owner has still to decide; the line below says *applied*."""
    shown = next(each for each in overview().values() if isinstance(each, StatusNotice))
    mentees = {Whereabouts.INVITED: 3, Whereabouts.APPLIED: 2, Whereabouts.DONE: 1}
    counted = replace(shown, figures=Counted({Role.MENTEE: mentees, Role.MENTOR: {}}))
    said = str(render(counted, Words("de")).content)
    assert "Eine von 6 Personen ist angemeldet" in said
