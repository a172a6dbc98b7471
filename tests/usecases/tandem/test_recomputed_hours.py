"""The hours of a certificate, told twice: by the card, and reckoned here from what became of each
session, with nothing of the product's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Topics, TopicSkill, Wishes
from mentoring.domain.session import Session
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.ending import close
from mentoring.usecases.tandem import certificate
from mentoring.usecases.tandem.certificate import Where, certificate_card
from sandbox.cards import texts
from tests.usecases.company import STARTS, TANDEM, Company, all_of, enrol, one, put, remove, shown
from tests.usecases.company import session as session_of
from tests.usecases.ports import chat_of

Met = tuple[int, str]
"""How long a session was planned, in minutes, and what became of it."""
HELD = {"met", "nobody said", "moved", "on a day they said"}
EVAS: list[Met] = [
    (120, "met"),
    (90, "missed"),
    (45, "nobody said"),
    (60, "moved"),
    (75, "declined"),
    (120, "no slot"),
    (45, "on a day they said"),
    (120, "never said"),
    (120, "ends after the end"),
]
ADAS: list[Met] = [(45, "met"), (45, "nobody said"), (120, "missed")]
SECOND = "p1c1.tandem-2"
END = STARTS[0] + timedelta(days=100)


def reckoned(sessions: list[Met]) -> int:
    """To the nearest hour, half of one upwards."""
    minutes = sum(minutes for minutes, what in sessions if what in HELD)
    return int((Decimal(minutes) / 60).quantize(Decimal(1), ROUND_HALF_UP))


def made(number: int, tandem: str, minutes: int, what: str) -> Session:
    """A session a week, at the time that was planned, but for what became of it."""
    at = STARTS[0] + timedelta(days=7 * number)
    key = session_of(number, tandem)
    found = Session(key, tandem, number, at, minutes, "kept", start=at)
    return replace(found, **_otherwise(at, what))


def _otherwise(at: datetime, what: str) -> dict[str, Any]:
    other = at + timedelta(days=2, hours=3)
    became: dict[str, dict[str, Any]] = {
        "met": {"outcome": "met"},
        "missed": {"outcome": "missed"},
        "moved": {"state": "moved", "start": other, "given_up": (at,), "outcome": "met"},
        "declined": {"declined": at},
        "no slot": {"state": "open", "start": None},
        "on a day they said": {"state": "by_hand", "outcome": "met"},
        "never said": {"state": "by_hand", "start": None},
        "ends after the end": {"start": END - timedelta(minutes=5)},
    }
    return became.get(what, {})


@pytest.fixture
async def over(company: Company) -> Company:
    """Jan's tandems with Eva and then with Ada have ended."""
    await enrol(company.first, Role.MENTEE, "eva", Wishes("ai", "agile", "data"))
    await enrol(
        company.first, Role.MENTOR, "jan", Topics(("ai",)), TopicSkill("ai", 3, "fünf Jahre")
    )
    company.clock.moment = END
    await company.first.run(lambda uow, _: close(uow, TANDEM))
    await company.first.run(closing.ended, "", TANDEM, clear=True)
    before = await all_of(company.first, "sessions", tandem_id=TANDEM)
    await remove(company.first, "sessions", *(each.id for each in before))
    tandem = await one(company.first, "tandems", TANDEM)
    later = END + timedelta(minutes=1)
    two = replace(tandem, id=SECOND, number=2, mentee_id="ada", ended_at=later)
    await put(company.first, "tandems", two)
    for key, sessions in ((TANDEM, EVAS), (SECOND, ADAS)):
        rows = [made(number, key, *each) for number, each in enumerate(sessions, start=1)]
        await put(company.first, "sessions", *rows)
    company.clock.moment = END + timedelta(days=1)
    return company


async def opened(over: Company, who: str) -> Where:
    await over.first.run(certificate.show, TANDEM, who, chat_of(who))
    [card] = await all_of(over.first, "postings", kind=certificate_card.name, person_id=who)
    return Where(TANDEM, who, card.id)


async def proposed(over: Company, who: str) -> list[tuple[int, int]]:
    """The hours that stand in the inputs, and of how many sessions the card says they are."""
    notice = await shown(over.first, certificate_card.name, TANDEM, who)
    card = render(notice, Words("en")).content
    inputs = [each["value"] for each in card["body"] if each["type"] == "Input.Number"]
    counted = [part.sessions for part in notice.parts]
    assert len(inputs) == len(counted)
    return list(zip(map(int, inputs), counted, strict=True))


async def test_those_that_are_proposed(over: Company) -> None:
    """Of Eva's nine sessions four were held, 270 minutes; of Ada's three two, 90 minutes."""
    evas, adas = (reckoned(EVAS), 4), (reckoned(ADAS), 2)
    assert (evas, adas) == ((5, 4), (2, 2))
    assert await proposed(over, "eva") == [evas]
    assert await proposed(over, "jan") == [evas, adas]


async def test_those_that_are_confirmed_stand_there_and_no_others(over: Company) -> None:
    for who, hours in (("eva", [11]), ("jan", [7, 13])):
        where = await opened(over, who)
        await over.first.run(certificate.confirm, where, hours)
        view = (await one(over.first, "postings", where.posting_id)).view
        notice = await shown(over.first, certificate_card.name, TANDEM, who, view=view)
        content = render(notice, Words("en")).content
        [said] = [each["altText"] for each in content["body"] if each["type"] == "Image"]
        said = f"{said} {' '.join(texts(content))}"
        assert {int(each) for each in re.findall(r"(\d+) hours", said)} == {*hours, sum(hours)}
