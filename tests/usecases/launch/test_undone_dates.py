"""Whoever has a card about dates reads that the launch was taken back, not that the tandem has come
to its end: the two stand ready again.
"""

from __future__ import annotations

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.questionnaire import When
from mentoring.usecases.launch.taking_back import take_back
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.sessions.deputies import deputy_card
from mentoring.usecases.sessions.reminders import session_card
from tests.usecases.company import TANDEM, Company, all_of, enrol, put, session, shown
from tests.usecases.launch.undone import confirmed
from tests.usecases.polls.opened import KEY, opened

ENGLISH = Words("en")


async def reads(company: Company, kind: str, subject: str, reader: str, view: str = "") -> str:
    """What the card says."""
    found = await shown(company.first, kind, subject, reader, view=view)
    said: str = render(found, ENGLISH).summary
    return said


async def test_the_two_read_it_where_times_were_put_to_them(started: Company) -> None:
    await opened(started)
    await confirmed(started)
    said = await reads(started, poll_card.name, KEY, "eva", Role.MENTEE)
    assert (said.startswith("The start was taken back"), "end" in said) == (True, False)


async def test_they_read_it_on_the_card_of_a_session(started: Company) -> None:
    await confirmed(started)
    said = await reads(started, session_card.name, session(1), "eva")
    assert (said.startswith("The start was taken back"), "end" in said) == (True, False)


async def test_whoever_keeps_a_calendar_is_told_the_same(started: Company) -> None:
    await enrol(started.first, Role.MENTEE, "eva", When(deputy=("dora",)))
    card = Posting("card", deputy_card.name, TANDEM, "dora", view="eva", shown=1)
    await put(started.first, "postings", card)
    await confirmed(started)
    await take_back(started.first, TANDEM)
    told = {each.id for each in await all_of(started.first, "postings", kind=deputy_card.name)}
    assert told == {"card", "card:end"}
    said = await reads(started, deputy_card.name, TANDEM, "dora", "eva")
    assert said.startswith("The start of the tandem of Eva and Jan")
    assert "was taken back" in said
    await opened(started)
    said = await reads(started, poll_card.name, KEY, "dora", Role.MENTEE)
    assert said.startswith("The start of the tandem of Eva and Jan was taken back")
