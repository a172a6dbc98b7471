"""What people have said goes fourteen days after their last tandem, at the latest after the
closing; each gets a receipt.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.kickoff import Kickoff, Seat
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Poll
from mentoring.domain.questionnaire import Answers
from mentoring.domain.series import Plan
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.world import World
from mentoring.usecases.enrolment import coming_back
from mentoring.usecases.launch import ending
from mentoring.usecases.privacy import retention
from mentoring.usecases.programme.cycles import open_next
from tests.answers import GERMAN
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    put,
    session,
    shown,
    told,
)
from tests.usecases.privacy.ending import CLOSED, DAYS, SAID, both_enrolled, close, end, later


async def answers(company: Company, key: str) -> Answers:
    found: Enrolment
    [found] = await all_of(company.first, "enrolments", person_id=key)
    return found.answers


async def test_answers_are_there_for_fourteen_days_and_not_on_the_next(company: Company) -> None:
    await both_enrolled(company)
    await close(company)
    await later(company, 13)
    assert (await answers(company, "eva")).not_with
    await later(company, 14)
    assert [await answers(company, key) for key in ("jan", "eva")] == [Answers(), Answers()]


async def test_each_gets_one_receipt(company: Company) -> None:
    await both_enrolled(company)
    await close(company)
    await later(company, 14)
    await later(company, 20)
    assert await told(company.first, "receipt") == ["eva", "jan"]


async def test_nobody_reads_that_something_was_erased_which_is_not_due_yet(
    company: Company,
) -> None:
    await both_enrolled(company)
    await company.first.run(retention.erase_in_cycle, "eva", company.clock.moment)
    assert (await answers(company, "eva")).not_with
    assert await told(company.first, "receipt") == []


async def test_the_receipt_says_when_and_what_is_kept_until_when(company: Company) -> None:
    await both_enrolled(company)
    await close(company)
    await later(company, 14)
    notice = await shown(company.first, "receipt", "eva", "eva")
    assert notice.erased_at == CLOSED + timedelta(days=14, minutes=1)
    assert notice.until == date(2029, 5, 12)


async def test_whoever_was_in_no_tandem_reads_of_none(company: Company) -> None:
    """Their receipt named a tandem's dates, and that it is known with whom they were."""
    await both_enrolled(company)
    await enrol(company.first, Role.MENTEE, "dora", *SAID)
    await close(company)
    await later(company, 14)
    told_of = [
        (await shown(company.first, "receipt", who, who)).was_in_tandem for who in ("eva", "dora")
    ]
    assert told_of == [True, False]


async def test_who_was_with_whom_stays_and_the_dates_go(company: Company) -> None:
    await both_enrolled(company)
    await close(company)
    await put(company.first, "polls", Poll("a", TANDEM, session(1), Cause.ASKED, 60, NOW))
    await later(company, 14)
    tandem = await one(company.first, "tandems", TANDEM)
    assert (tandem.mentor_id, tandem.mentee_id) == ("jan", "eva")
    assert (tandem.plan, tandem.channel_url, tandem.series_id) == (Plan(), "", "")
    assert await all_of(company.first, "sessions", tandem_id=TANDEM) == []
    assert await all_of(company.first, "polls", tandem_id=TANDEM) == []


async def test_another_programme_keeps_its_own(company: Company) -> None:
    """Jan teaches Ada there, and goes on."""
    await both_enrolled(company)
    await enrol(company.second, Role.MENTOR, "jan", GERMAN)
    sessions = await all_of(company.second, "sessions", tandem_id="p2c1.tandem-1")
    await close(company)
    await later(company, 14)
    [there] = await all_of(company.second, "enrolments", person_id="jan")
    assert there.answers.about
    assert await all_of(company.second, "sessions", tandem_id="p2c1.tandem-1") == sessions


async def test_a_seat_at_the_kick_off_goes_too(company: Company) -> None:
    await both_enrolled(company)
    await put(company.first, "kickoffs", Kickoff(f"{FIRST}.kickoff-1", "otto", ()))
    await put(company.first, "seats", Seat("s", f"{FIRST}.kickoff-1", "eva", 0))
    await close(company)
    await later(company, 14)
    assert await all_of(company.first, "seats") == []


async def test_whoever_had_no_tandem_waits_until_the_closing_and_no_longer(
    company: Company,
) -> None:
    await enrol(company.first, Role.MENTEE, "dora", *SAID)
    await later(company, 60)
    assert (await answers(company, "dora")).about
    await close(company)
    await later(company, 14)
    assert await answers(company, "dora") == Answers()


async def test_whoever_had_said_nothing_gets_no_receipt(company: Company) -> None:
    await enrol(company.first, Role.MENTEE, "dora")
    await change(company.first, "enrolments", f"{FIRST}:mentee:dora", state=EnrolmentState.DECLINED)
    await close(company)
    await later(company, 14)
    assert await told(company.first, "receipt") == []


async def test_what_could_not_be_ended_outside_keeps_what_its_end_needs(company: Company) -> None:
    await both_enrolled(company)
    company.clock.moment = CLOSED
    await company.first.run(lambda uow, _: ending.close(uow, TANDEM))
    await company.first.run(open_next)
    await later(company, 14)
    assert await answers(company, "eva") == Answers()
    assert (await one(company.first, "tandems", TANDEM)).series_id
    await end(company, CLOSED + 20 * DAYS)
    await later(company, 35)
    assert not (await one(company.first, "tandems", TANDEM)).series_id


async def test_in_a_rolling_programme_who_is_not_in_again_is_erased(company: Company) -> None:
    """Each tandem has its own end there; both are asked anew, and their answers wait for a yes."""
    await both_enrolled(company)
    await change(company.first, "cycles", FIRST, kind=CycleKind.ROLLING)
    await end(company)
    assert (await answers(company, "eva")).about
    eva = f"{FIRST}:mentee:eva"
    await company.first.run(coming_back.again, eva, "eva")
    await later(company, 14)
    assert (await answers(company, "eva")).about
    assert await answers(company, "jan") == Answers()
    assert await told(company.first, "receipt") == ["jan"]


async def test_whoever_begins_again_later_begins_with_an_empty_questionnaire(
    company: Company,
) -> None:
    await both_enrolled(company)
    await change(company.first, "cycles", FIRST, kind=CycleKind.ROLLING)
    await end(company)
    await later(company, 14)
    jan = await company.first.run(coming_back.again, f"{FIRST}:mentor:jan", "jan")
    assert (jan.state, jan.answers, jan.erased_at) == (EnrolmentState.BEGUN, Answers(), None)


async def test_the_cards_go_two_weeks_after_they_have_shown_it(company: Company) -> None:
    await both_enrolled(company)
    await close(company)
    await later(company, 14)
    assert await told(company.first, "closed") == ["eva", "jan"]
    await later(company, 28)
    assert await all_of(company.first, "postings", person_id="eva") == []


async def test_however_late_it_is_the_cards_show_it_before_they_go(company: Company) -> None:
    """Or the messages would say for ever what was erased."""
    await both_enrolled(company)
    await close(company)
    await later(company, 100)
    assert [await answers(company, key) for key in ("jan", "eva")] == [Answers(), Answers()]
    assert await told(company.first, "closed") == ["eva", "jan"]
    await later(company, 113)
    assert await told(company.first, "closed") == ["eva", "jan"]
    await later(company, 114)
    assert await all_of(company.first, "postings", person_id="eva") == []


@pytest.mark.parametrize(
    ("state", "is_in"),
    [
        (TandemState.ASKED_MENTOR, True),
        (TandemState.ACCEPTED, True),
        (TandemState.LAUNCHED, True),
        (TandemState.RELEASED, False),
    ],
)
async def test_who_has_an_offer_or_a_tandem_takes_part(
    company: Company, state: TandemState, is_in: bool
) -> None:
    await put(company.first, "tandems", Tandem("t", 9, "", "dora", "ada", state, NOW, NOW))
    assert await company.first.read(retention.takes_part, "dora") is is_in


async def test_a_closed_cycle_keeps_nobody(company: Company) -> None:
    await enrol(company.first, Role.MENTEE, "dora", *SAID)
    assert await company.first.read(retention.takes_part, "dora")
    await change(company.first, "cycles", FIRST, state=CycleState.CLOSED)
    assert not await company.first.read(retention.takes_part, "dora")


async def test_the_time_begins_with_the_end_of_the_last_tandem(company: Company) -> None:
    await end(company)
    assert await company.first.read(retention.ended_at, "eva") == CLOSED
    assert await company.first.read(retention.ended_at, "dora") == company.clock.moment


async def test_many_are_gone_through_some_at_a_time(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Issue 12, P1: no unit of work touches a whole programme."""
    await both_enrolled(company)
    await enrol(company.first, Role.MENTEE, "dora", *SAID)
    await close(company)
    company.clock.moment = CLOSED + 14 * DAYS
    monkeypatch.setattr(retention, "PORTION", 1)
    units = await counted(company.first, monkeypatch)
    await retention.forget_answers(company.first, FIRST)
    assert len(units) == 3
    assert await told(company.first, "receipt") == ["dora", "eva", "jan"]


async def counted(world: World, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    units: list[int] = []
    run = type(world).run

    async def counting(self: World, *args: object, **kwargs: object) -> object:
        units.append(1)
        return await run(self, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(type(world), "run", counting)
    return units
