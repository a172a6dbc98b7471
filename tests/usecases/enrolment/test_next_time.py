"""What somebody wishes at the end for next time: a wish, kept because they have pressed it, served
once the next cycle has asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleKind
from mentoring.domain.enrolment import EnrolmentState, NextTime
from mentoring.domain.people import Role
from mentoring.notices import audience
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.enrolment import coming_back, opening_next
from mentoring.usecases.enrolment.card import EnrolmentNotice
from mentoring.usecases.enrolment.next_cycle import next_cycle_card
from mentoring.usecases.enrolment.next_time import Who, wish
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.ending import close
from mentoring.usecases.launch.thanks import ThanksNotice, thanks_card
from mentoring.usecases.privacy import retention
from tests.cards.furnished import furnished
from tests.promises.test_who_reads_what import all_cards
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    refused,
    shown,
)
from tests.usecases.ports import chat_of

EVA, JAN = f"{FIRST}:mentee:eva", f"{FIRST}:mentor:jan"
NEXT = "p1c2"


@pytest.fixture
async def over(company: Company) -> Company:
    """The tandem of Eva and Jan has come to its planned end, and both have been thanked."""
    for role, who in ((Role.MENTEE, "eva"), (Role.MENTOR, "jan")):
        await enrol(company.first, role, who)
    await company.first.run(lambda uow, _: close(uow, TANDEM))
    await company.first.run(closing.ended, "", TANDEM, clear=True)
    return company


async def says(company: Company, wanted: NextTime, key: str = EVA) -> None:
    who = key.rpartition(":")[2]
    await company.first.run(wish, Who(key, who, chat_of(who)), wanted)


async def next_one(company: Company) -> Company:
    """The next cycle is opened."""
    await company.first.run(opening_next.confirm, FIRST, f"preview:{NOW:%Y%m%d%H%M%S}")
    return company


async def asked(company: Company) -> list[tuple[str, Role]]:
    found = await all_of(company.first.of(NEXT), "enrolments")
    assert {each.state for each in found} <= {EnrolmentState.INVITED}
    return sorted((each.person_id, each.role) for each in found)


async def card_of(company: Company, role: Role, who: str) -> EnrolmentNotice:
    found = await shown(company.first.of(NEXT), "enrolment", f"{NEXT}:{role}:{who}", who)
    assert isinstance(found, EnrolmentNotice)
    return found


async def thanks(company: Company, who: str = "eva") -> ThanksNotice:
    found = await shown(company.first, thanks_card.name, TANDEM, who)
    assert isinstance(found, ThanksNotice)
    return found


async def test_nothing_is_kept_unless_they_say_it(over: Company) -> None:
    assert (await thanks(over)).may_wish
    assert (await one(over.first, "enrolments", EVA)).next_time is NextTime.UNSAID


async def test_it_can_be_changed_and_taken_back(over: Company) -> None:
    for wanted in (NextTime.AGAIN, NextTime.NOT, NextTime.UNSAID):
        await says(over, wanted)
        assert (await one(over.first, "enrolments", EVA)).next_time is wanted
    await says(over, NextTime.AGAIN)
    assert "✓ Gern wieder" in str(render(await thanks(over), Words("de")).content)


async def test_they_are_asked_all_the_same_and_read_what_they_wished(over: Company) -> None:
    await says(over, NextTime.AGAIN)
    await next_one(over)
    assert await asked(over) == [("eva", Role.MENTEE), ("jan", Role.MENTOR)]
    said = str(render(await card_of(over, Role.MENTEE, "eva"), Words("de")).content)
    assert "gern wieder dabei wärst" in said
    assert "gern" not in str(render(await card_of(over, Role.MENTOR, "jan"), Words("de")).content)


async def test_the_other_role_comes_first_and_their_own_stays_possible(over: Company) -> None:
    await says(over, NextTime.OTHER)
    await next_one(over)
    assert ("eva", Role.MENTOR) in await asked(over)
    card = await card_of(over, Role.MENTOR, "eva")
    said = str(render(card, Words("de")).content)
    assert "diesmal gern als Mentor:in" in said
    assert said.index("Diesmal als Mentor:in") < said.index("Diesmal als Mentee")
    there, key = over.first.of(NEXT), f"{NEXT}:mentor:eva"
    begun = await there.run(coming_back.again, key, "eva")
    assert (begun.role, begun.state) == (Role.MENTOR, EnrolmentState.BEGUN)


async def test_whoever_was_in_both_roles_is_asked_once_in_that_one(over: Company) -> None:
    await enrol(over.first, Role.MENTOR, "eva")
    await says(over, NextTime.OTHER)
    await next_one(over)
    assert await asked(over) == [("eva", Role.MENTOR), ("jan", Role.MENTOR)]


async def test_whoever_would_rather_not_is_not_asked(over: Company) -> None:
    await says(over, NextTime.NOT)
    shown_before = await shown(over.first, next_cycle_card.name, FIRST, "otto")
    await next_one(over)
    assert await asked(over) == [("jan", Role.MENTOR)]
    assert shown_before.people == 1


async def test_if_nobody_would_the_next_cycle_can_begin_all_the_same(over: Company) -> None:
    await says(over, NextTime.NOT)
    await says(over, NextTime.NOT, JAN)
    await next_one(over)
    assert await asked(over) == []


async def test_once_it_is_asked_nothing_is_wished_any_more(over: Company) -> None:
    before = (await one(over.first, "postings", f"closed:{TANDEM}:eva")).wanted
    await next_one(over)
    assert not (await thanks(over)).may_wish
    assert (await one(over.first, "postings", f"closed:{TANDEM}:eva")).wanted > before
    with refused("stale"):
        await says(over, NextTime.AGAIN)


async def test_nobody_wishes_for_somebody_else(over: Company) -> None:
    with refused("not-yours"):
        await over.first.run(wish, Who(EVA, "jan", chat_of("jan")), NextTime.NOT)


async def test_it_outlasts_the_answers_and_goes_once_it_has_served(over: Company) -> None:
    await says(over, NextTime.AGAIN)
    await over.first.run(lambda uow, now: retention.erase_in_cycle(uow, now, "eva", NOW))
    assert (await one(over.first, "enrolments", EVA)).next_time is NextTime.AGAIN
    await next_one(over)
    there = over.first.of(NEXT)
    await there.run(lambda uow, now: retention.erase_in_cycle(uow, now, "eva", NOW))
    assert (await one(over.first, "enrolments", EVA)).next_time is NextTime.UNSAID


async def rolling(company: Company) -> Company:
    """The cycle has no end, and both are asked anew."""
    await change(company.first, "cycles", FIRST, kind=CycleKind.ROLLING)
    for key in (EVA, JAN):
        new = {"state": EnrolmentState.INVITED, "earlier": key}
        await change(company.first, "enrolments", key, **new)
    return company


async def test_in_a_rolling_cycle_again_brings_the_enrolment_at_once(over: Company) -> None:
    await rolling(over)
    assert (await thanks(over)).is_rolling
    await says(over, NextTime.AGAIN)
    assert (await one(over.first, "enrolments", EVA)).state is EnrolmentState.BEGUN
    cards = await all_of(over.first, "postings", kind="enrolment", person_id="eva")
    assert [each.subject_id for each in cards] == [EVA]
    assert not (await thanks(over)).may_wish


async def test_there_the_other_role_and_not_again_count_at_once_too(over: Company) -> None:
    await rolling(over)
    await says(over, NextTime.OTHER)
    other = await one(over.first, "enrolments", f"{FIRST}:mentor:eva")
    assert other.state is EnrolmentState.BEGUN
    await says(over, NextTime.NOT, JAN)
    assert (await one(over.first, "enrolments", JAN)).state is EnrolmentState.DECLINED


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


async def test_owners_read_of_it_on_no_card(store: SqlStore) -> None:
    """Whether somebody says *again*, the other role or nothing, their cards are the same."""
    before = await all_cards(store)
    for wanted in (NextTime.AGAIN, NextTime.OTHER):
        store.run_now(partial(_all_wish, wanted=wanted))
        after = await all_cards(store)
        changed = {key[1] for key in before if before[key] != after[key]}
        assert {kind for kind in changed if audience(kind) == "owners"} == set()


def _all_wish(uow: UnitOfWork, *, wanted: NextTime) -> None:
    rows = uow.everywhere.enrolments
    rows.put_all(replace(each, next_time=wanted) for each in rows.all())
