"""Where the enrolment has no last day everybody has one of their own: reminded twice, then waited
for no more, kindly, and one press brings them back.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mentoring.domain.enrolment import Application, Enrolment, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import About, Answers
from mentoring.domain.tandem import TandemState
from mentoring.domain.watching import Absence
from mentoring.ports.messenger import Chat
from mentoring.usecases.enrolment.card import (
    LET_GO,
    EnrolmentNotice,
    TakenOut,
    TakenOutNotice,
    enrolment_card,
)
from mentoring.usecases.enrolment.end import set_enrolment_end
from mentoring.usecases.enrolment.enrolment import not_now, take_part
from mentoring.usecases.enrolment.entrance import apply, invite, welcome
from mentoring.usecases.enrolment.silence import silence_due, watch_silence
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    profile,
    put,
    shown,
)
from tests.usecases.ports import chat_of

CHAT = Chat("a:later", "https://service.example/")
BERLIN = ZoneInfo("Europe/Berlin")
ASKED = NOW - timedelta(days=1)
EVA, ADA, DORA = (f"{FIRST}:mentee:{key}" for key in ("eva", "ada", "dora"))
INVITED_UNTIL = date(2027, 2, 14)
BEGUN_UNTIL = date(2027, 2, 28)
ABOUT = About(languages=("de",))


@pytest.fixture
async def asked(programmes: Company) -> Company:
    """Eva was invited yesterday, and Ada has begun."""
    for key, state in (("eva", EnrolmentState.INVITED), ("ada", EnrolmentState.BEGUN)):
        await enrol(programmes.first, Role.MENTEE, key, ABOUT)
        await waits(programmes, f"{FIRST}:mentee:{key}", state=state, done_at=None)
    await change(programmes.first, "enrolments", EVA, answers=Answers())
    await programmes.first.run(watch_silence)
    return programmes


async def waits(company: Company, key: str, **changes: object) -> None:
    await change(company.first, "enrolments", key, **{"invited_at": ASKED, **changes})


async def found(company: Company, key: str) -> Enrolment:
    enrolled: Enrolment = await one(company.first, "enrolments", key)
    return enrolled


async def seen(company: Company, key: str, view: str = "") -> EnrolmentNotice:
    who = key.rpartition(":")[2]
    notice = await shown(company.first, enrolment_card.name, key, who, view=view)
    assert isinstance(notice, EnrolmentNotice)
    return notice


async def until(company: Company, day: date) -> dict[str, list[str]]:
    """Hour by hour until the evening of that day; the views of the cards that each has had."""
    evening = datetime.combine(day, time(17), BERLIN).astimezone(UTC)
    while company.clock.moment < evening:
        await company.at(min(company.clock.moment + timedelta(hours=3), evening))
    views: dict[str, list[str]] = {}
    for each in await all_of(company.first, "postings", kind=enrolment_card.name):
        views.setdefault(each.person_id, []).append(each.view)
    return views


async def test_the_card_names_the_day(asked: Company) -> None:
    """A questionnaire takes longer than an invitation."""
    assert (await seen(asked, EVA)).due == INVITED_UNTIL
    assert (await seen(asked, ADA)).due == BEGUN_UNTIL


async def test_before_it_two_reminders_come_on_days_at_work(asked: Company) -> None:
    """The seventh day before it is a Sunday."""
    assert await until(asked, date(2027, 2, 7)) == {}
    assert len((await until(asked, date(2027, 2, 8)))["eva"]) == 1
    assert len((await until(asked, date(2027, 2, 11)))["eva"]) == 1
    assert len((await until(asked, date(2027, 2, 12)))["eva"]) == 2
    assert len((await until(asked, INVITED_UNTIL))["eva"]) == 2


async def test_then_nobody_waits_any_more_and_a_card_says_so(asked: Company) -> None:
    await until(asked, INVITED_UNTIL)
    assert (await found(asked, EVA)).state is EnrolmentState.INVITED
    views = await until(asked, INVITED_UNTIL + timedelta(days=1))
    assert (await found(asked, EVA)).state is EnrolmentState.DECLINED
    assert views["eva"].count(LET_GO) == 1
    assert (await seen(asked, EVA, LET_GO)).let_go
    assert "ada" not in views


async def test_what_was_answered_stays_for_two_weeks(asked: Company) -> None:
    await until(asked, BEGUN_UNTIL + timedelta(days=1))
    let_go = await found(asked, ADA)
    assert (let_go.as_seen, let_go.answers.about) == (EnrolmentState.BEGUN, ABOUT)
    await until(asked, BEGUN_UNTIL + timedelta(days=16))
    assert (await found(asked, ADA)).answers == Answers()


async def test_one_press_brings_somebody_back_with_what_they_had_said(asked: Company) -> None:
    await until(asked, BEGUN_UNTIL + timedelta(days=1))
    today = asked.clock.moment.date()
    await asked.first.run(take_part, ADA, "ada")
    back = await found(asked, ADA)
    assert (back.state, back.answers.about) == (EnrolmentState.BEGUN, ABOUT)
    assert (await seen(asked, ADA)).due == today + timedelta(days=28)
    await until(asked, today + timedelta(days=20))
    assert (await found(asked, ADA)).answers.about == ABOUT


async def test_whoever_writes_later_reads_the_same_and_until_when_it_is_there(
    asked: Company,
) -> None:
    """Their answers go in the night to the first of March; the day before is whole."""
    day = BEGUN_UNTIL + timedelta(days=1)
    await until(asked, day + timedelta(days=6))
    await welcome(asked.first, "ada", CHAT, "later")
    notice = await seen(asked, ADA)
    assert (notice.let_go, notice.let_go_until) == (True, day + timedelta(days=13))
    await until(asked, day + timedelta(days=15))
    notice = await seen(asked, ADA)
    assert (notice.let_go, notice.let_go_until) == (True, None)


async def test_answers_that_were_released_go_on_no_day(asked: Company) -> None:
    await change(asked.first, "enrolments", ADA, released=True)
    await until(asked, BEGUN_UNTIL + timedelta(days=1))
    assert (await seen(asked, ADA)).let_go_until is None
    await until(asked, BEGUN_UNTIL + timedelta(days=16))
    assert (await found(asked, ADA)).answers.about == ABOUT


@pytest.mark.parametrize("back", ["open call", "condition"])
async def test_a_not_now_after_coming_back_reads_its_own_words(asked: Company, back: str) -> None:
    """The card that told of the silence shows them as well."""
    await until(asked, INVITED_UNTIL + timedelta(days=1))
    assert (await seen(asked, EVA, LET_GO)).let_go
    if back == "open call":
        await apply(asked.first, "eva", Role.MENTEE, CHAT, "call")
    else:
        await asked.set_up(Programme(under_18=True))
        await asked.first.run(take_part, EVA, "eva")
    await asked.first.run(not_now, EVA, "eva")
    assert (await found(asked, EVA)).state is EnrolmentState.DECLINED
    assert not (await seen(asked, EVA, LET_GO)).let_go


async def test_who_has_paused_is_waited_for(asked: Company) -> None:
    await put(asked.first, "absences", Absence("eva", NOW, date(2027, 3, 5)))
    assert "eva" not in await until(asked, date(2027, 3, 5))
    assert (await found(asked, EVA)).state is EnrolmentState.INVITED


async def test_who_has_a_tandem_is_waited_for_by_nobody(company: Company) -> None:
    """A mentor of two who has opened a new question by an edit, say."""
    await enrol(company.first, Role.MENTEE, "eva", ABOUT)
    await waits(company, EVA, state=EnrolmentState.BEGUN)
    await company.first.run(watch_silence)
    assert (await seen(company, EVA)).due is None
    await until(company, BEGUN_UNTIL + timedelta(days=3))
    assert (await found(company, EVA)).state is EnrolmentState.BEGUN
    assert (await one(company.first, "tandems", TANDEM)).state is TandemState.LAUNCHED


async def test_in_a_cycle_with_a_last_day_nothing_else_counts(asked: Company) -> None:
    end = date(2027, 3, 31)
    await asked.first.run(set_enrolment_end, end, NOW.date())
    notice = await seen(asked, EVA)
    assert (notice.due, notice.closes) == (None, end)
    assert await until(asked, BEGUN_UNTIL + timedelta(days=2)) == {}
    assert (await found(asked, EVA)).state is EnrolmentState.INVITED


async def test_who_came_by_themselves_and_has_not_begun_is_left_in_peace(asked: Company) -> None:
    await waits(asked, EVA, application=Application.OPEN)
    assert (await seen(asked, EVA)).due is None
    assert await until(asked, INVITED_UNTIL + timedelta(days=2)) == {}


@pytest.mark.parametrize(("tried_by", "timers"), [("", 1), ("otto", 0)])
@pytest.mark.parametrize("last", [None, date(2027, 3, 31)])
async def test_from_the_first_invitation_on_it_is_looked_at(
    programmes: Company, tried_by: str, timers: int, last: date | None
) -> None:
    await change(programmes.unbound, "cycles", FIRST, tried_by=tried_by, enrolment_end=last)
    for key in ("eva", "ada"):
        await programmes.first.run(invite, profile(key), Role.MENTEE)
    assert len(await all_of(programmes.unbound, "timers", kind=silence_due.name)) == timers


class TestApplications:
    """Whoever has applied reads until when they will have an answer."""

    @pytest.fixture
    async def applied(self, programmes: Company) -> Company:
        """Dora has handed in her application this morning, a Monday."""
        await enrol(programmes.first, Role.MENTEE, "dora", ABOUT)
        await waits(programmes, DORA, application=Application.OPEN, invited_at=NOW)
        await programmes.first.run(watch_silence)
        return programmes

    LAST = date(2027, 2, 11)
    """Eight working days later: in time before, owners have been reminded twice."""

    async def test_the_card_names_the_day(self, applied: Company) -> None:
        assert (await seen(applied, DORA)).due == self.LAST

    async def test_without_an_answer_it_is_released_kindly(self, applied: Company) -> None:
        assert await until(applied, self.LAST) == {}
        views = await until(applied, self.LAST + timedelta(days=1))
        assert views == {"dora": [TakenOut.UNANSWERED]}
        assert await all_of(applied.first, "enrolments") == []
        view = TakenOut.UNANSWERED
        notice = await shown(applied.first, enrolment_card.name, DORA, "dora", view=view)
        assert isinstance(notice, TakenOutNotice)

    async def test_they_may_apply_again(self, applied: Company) -> None:
        await until(applied, self.LAST + timedelta(days=1))
        again = await applied.first.run(invite, profile("dora"), Role.MENTEE)
        assert again.state is EnrolmentState.INVITED

    async def test_the_word_that_they_read_brings_the_invitation(self, applied: Company) -> None:
        await applied.set_up(Programme(name="Tandem Nord", apply_as=("mentee",)))
        await until(applied, self.LAST + timedelta(days=1))
        applied.people.profiles["dora"] = profile("dora")
        await welcome(applied.first, "dora", chat_of("dora"), "1")
        again = await found(applied, DORA)
        assert (again.state, again.application) == (EnrolmentState.INVITED, Application.OPEN)

    async def test_who_was_accepted_stays(self, applied: Company) -> None:
        await waits(applied, DORA, application=Application.ACCEPTED)
        assert (await seen(applied, DORA)).due is None
        await until(applied, self.LAST + timedelta(days=1))
        assert (await found(applied, DORA)).state is EnrolmentState.DONE

    async def test_in_a_cycle_with_a_last_day_that_is_eight_working_days_after_it(
        self, applied: Company
    ) -> None:
        """issue 14: it waited for the end of the cycle, half a year later, and named no day."""
        last = date(2027, 4, 12)
        await applied.first.run(set_enrolment_end, date(2027, 3, 31), NOW.date())
        assert (await seen(applied, DORA)).due == last
        assert await until(applied, last) == {}
        views = await until(applied, last + timedelta(days=1))
        assert views == {"dora": [TakenOut.UNANSWERED]}

    async def test_a_day_that_is_set_later_stands_on_the_card(self, applied: Company) -> None:
        await put(
            applied.first, "postings", Posting("c", "enrolment", DORA, "dora", activity_id="1")
        )
        await applied.first.run(set_enrolment_end, date(2027, 3, 31), NOW.date())
        assert (await one(applied.first, "postings", "c")).is_behind

    async def test_who_applied_after_it_was_set_back_has_as_long(self, applied: Company) -> None:
        """Whichever came later counts: the last day of the enrolment, or the application."""
        await change(applied.unbound, "cycles", FIRST, enrolment_end=date(2027, 1, 29))
        assert (await seen(applied, DORA)).due == self.LAST
