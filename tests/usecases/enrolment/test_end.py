"""The last day on which one may enrol: owners name it, unfinished enrolments say it, and say when
it is over.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.ports.moment import unit
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.end import set_enrolment_end
from mentoring.usecases.enrolment.silence import watch_silence
from mentoring.usecases.programme.acts import by_command
from mentoring.usecases.programme.end_set import EndSet
from mentoring.usecases.programme.history import history_card
from mentoring.usecases.programme.settings import settings_card
from tests.usecases.company import (
    FIRST,
    NOW,
    SECOND,
    Company,
    all_of,
    change,
    enrol,
    one,
    person,
    profile,
    put,
    refused,
    shown,
)

LAST = NOW.date() + timedelta(days=9)


@pytest.fixture
async def asked(programmes: Company) -> Company:
    """Eva has begun, Jan is done; each has their card."""
    for key, role, state in (
        ("eva", Role.MENTEE, EnrolmentState.BEGUN),
        ("jan", Role.MENTOR, EnrolmentState.DONE),
    ):
        made = await enrol(programmes.first, role, key)
        await change(programmes.first, "enrolments", made.id, state=state)
        await put(programmes.first, "postings", Posting(key, enrolment_card.name, made.id, key))
    return programmes


async def old(company: Company) -> dict[str, int]:
    return {each.id: each.wanted - 1 for each in await all_of(company.first, "postings")}


async def test_the_day_counts_for_the_owners_cycle_alone(asked: Company) -> None:
    await asked.first.run(set_enrolment_end, LAST, NOW.date())
    assert (await one(asked.unbound, "cycles", FIRST)).enrolment_end == LAST
    assert (await one(asked.unbound, "cycles", SECOND)).enrolment_end is None


async def test_the_cards_of_those_who_have_not_finished_say_so_and_once_more_when_it_is_over(
    asked: Company,
) -> None:
    await asked.first.run(set_enrolment_end, LAST, NOW.date())
    assert await old(asked) == {"eva": 1, "jan": 0}
    await asked.at(datetime.combine(LAST, datetime.max.time(), UTC))
    assert await old(asked) == {"eva": 2, "jan": 0}, (
        "the day ends at home, an hour before it does in UTC"
    )


async def test_until_then_nothing_is_over(asked: Company) -> None:
    await asked.first.run(set_enrolment_end, LAST, NOW.date())
    await asked.at(datetime.combine(LAST, datetime.min.time(), UTC) + timedelta(hours=20))
    assert await old(asked) == {"eva": 1, "jan": 0}


async def test_a_day_that_was_left_alone_stays_as_another_owner_has_set_it(
    asked: Company,
) -> None:
    await asked.first.run(set_enrolment_end, LAST, NOW.date())
    shown = (LAST - timedelta(days=4)).isoformat()
    await asked.first.run(set_enrolment_end, LAST - timedelta(days=4), NOW.date(), shown=shown)
    assert (await one(asked.unbound, "cycles", FIRST)).enrolment_end == LAST


async def test_a_day_that_nobody_knows_yet_can_be_taken_back(programmes: Company) -> None:
    """issue 14: a day once set could be moved, never removed, and each invitation then had it."""
    await programmes.first.run(set_enrolment_end, LAST, NOW.date())
    await programmes.first.run(set_enrolment_end, None, NOW.date(), shown=LAST.isoformat())
    assert (await one(programmes.unbound, "cycles", FIRST)).enrolment_end is None
    await programmes.at(datetime.combine(LAST, datetime.max.time(), UTC))


async def test_a_day_that_people_have_been_told_can_be_removed_as_well(asked: Company) -> None:
    """issue 14: the first one, set in the middle of a cycle, could never be taken back."""
    await asked.first.run(set_enrolment_end, LAST, NOW.date())
    await asked.first.run(set_enrolment_end, None, NOW.date(), shown=LAST.isoformat())
    assert (await one(asked.unbound, "cycles", FIRST)).enrolment_end is None
    assert await old(asked) == {"eva": 2, "jan": 0}, "Eva's card says her own day again"


async def test_once_it_is_removed_nobody_is_let_go_of_within_a_week(asked: Company) -> None:
    """Eva was asked so long ago that a day of her own would be over at once."""
    eva = f"{FIRST}:mentee:eva"
    await change(asked.first, "enrolments", eva, invited_at=NOW - timedelta(days=60))
    await asked.first.run(watch_silence)
    await asked.first.run(set_enrolment_end, LAST, NOW.date())
    await asked.first.run(set_enrolment_end, None, NOW.date())
    await asked.at(NOW + timedelta(days=7))
    assert (await one(asked.first, "enrolments", eva)).state is EnrolmentState.BEGUN
    await asked.at(NOW + timedelta(days=9))
    assert (await one(asked.first, "enrolments", eva)).state is EnrolmentState.WITHDRAWN


async def test_a_day_that_has_passed_is_refused(asked: Company) -> None:
    with refused("end-in-past", field="date"):
        await asked.first.run(set_enrolment_end, NOW.date() - timedelta(days=1), NOW.date())


async def test_the_cards_say_so_where_the_day_is_over(asked: Company) -> None:
    """Eva lives in New York: for her the day ends six hours later than at home."""
    abroad = profile("eva", zone="America/New_York")
    await put(asked.first, "people", person("eva", profile=abroad))
    await asked.first.run(set_enrolment_end, LAST, NOW.date())
    midnight = datetime.combine(LAST + timedelta(days=1), datetime.min.time(), UTC)
    await asked.at(midnight + timedelta(hours=4, minutes=59))
    before = await old(asked)
    await asked.at(midnight + timedelta(hours=5))
    assert (await old(asked))["eva"] == before["eva"] + 1


class TestTakingBack:
    """issue 14: who and when stood in the history, not what the day was before; nor was there a
    way back.
    """

    async def sets(self, company: Company, end: date | None) -> None:
        """Otto says it, a minute before anything else."""
        today = NOW.date()
        said = by_command("otto", "enrolment", unit(set_enrolment_end, end, today))
        await company.first.run(said)
        company.clock.moment += timedelta(minutes=1)

    async def seen(self, company: Company) -> EndSet | None:
        found = await shown(company.first, settings_card.name, FIRST[:2], "otto", view="dates")
        return getattr(found, "end_set", None)

    async def test_the_history_says_from_which_day_to_which(self, programmes: Company) -> None:
        await self.sets(programmes, LAST)
        await self.sets(programmes, LAST + timedelta(days=7))
        found = await shown(programmes.first, history_card.name, FIRST[:2], "otto")
        newest, first = found.done
        assert (first.before, first.after) == (None, LAST)
        assert (newest.before, newest.after) == (LAST, LAST + timedelta(days=7))
        drawn = str(render(found, Words("en")).content)
        assert "Set the last day of enrolment: – → " in drawn

    async def test_so_does_the_card_where_it_is_set(self, programmes: Company) -> None:
        assert await self.seen(programmes) is None
        await self.sets(programmes, LAST)
        end = await self.seen(programmes)
        assert end
        assert (end.before, end.after) == (None, LAST)

    async def test_the_day_before_counts_again(self, programmes: Company) -> None:
        await self.sets(programmes, LAST)
        later = LAST + timedelta(days=7)
        await self.sets(programmes, later)
        shown_to_owner = later.isoformat()
        await programmes.first.run(set_enrolment_end, LAST, NOW.date(), shown=shown_to_owner)
        assert (await one(programmes.unbound, "cycles", FIRST)).enrolment_end == LAST

    async def test_it_is_offered_after_people_have_been_told_as_well(self, asked: Company) -> None:
        """issue 14: every change by card can be taken back, the first last day of a cycle too."""
        await change(asked.unbound, "cycles", FIRST, state=CycleState.ENROLLING)
        await self.sets(asked, LAST)
        found = await shown(asked.first, settings_card.name, FIRST[:2], "otto", view="dates")
        drawn = str(render(found, Words("en")).content)
        assert "settings.undo_dates" in drawn
        assert "nobody has less than a week" in drawn
