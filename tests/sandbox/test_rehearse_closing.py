"""A cycle after its launch: changes in Outlook are played in time, and what was taken away needs
another date.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sandbox.rehearse import running
from sandbox.rehearse.fates import Fate, Fates, told, told_of_series
from sandbox.rehearse.quiet_tenant import LABOURING_TIMES, QuietTenant
from sandbox.rehearse.running import Plan, Running
from sandbox.rehearse.sessions import sessions
from sandbox.rehearse.tally import count
from sandbox.rehearse.waiting import Patience, Stuck
from sandbox.tenant_file import FileChange
from sandbox.watching import CalendarChange
from tests.sandbox.cycle import KIM, PAIR, TANDEM, ZOE, Cycle, change, wall

FEBRUARY, MARCH = date(2027, 2, 9), date(2027, 3, 9)
LATER = wall(2, 11, 10)
START = {"dateTime": "2027-02-10T09:00:00", "timeZone": "W. Europe Standard Time"}
PATIENT = Patience(60, lambda: None)
DELETE, DECLINE = change("delete", "mentor"), change("decline", "mentee")
MOVE, PROPOSE = change("move", "mentor", start=START), change("move", "mentee", start=START)

INTERNAL, FOLLOWING = (
    change("decline_internally", "mentee"),
    change("move_following", "mentor", start=START),
)


class Played:
    """Changes played one after the other in a fresh cycle, an hour apart; `then` is what happens
    after each.
    """

    def __init__(
        self, *changes: FileChange, then: Callable[[Cycle], object] = lambda _: None
    ) -> None:
        self.cycle = Cycle()
        state = self.cycle.state
        self.running = Running(
            state,
            self.cycle.since,
            Plan(),
            QuietTenant(state, lambda: False, PATIENT),
            lambda _: None,
        )
        for one in changes:
            state.clock.advance(3600)
            self.play(one)
            then(self.cycle)

    def play(self, one: FileChange) -> None:
        """One more."""
        played = self.running._play(one)
        self.running.played += [played] if played else []

    @property
    def fates(self) -> list[Fate]:
        """What became of them."""
        return Fates(self.cycle.state, self.cycle.since, 120).of(self.running.played)

    @property
    def sentence(self) -> str:
        """The first fate in words."""
        return told(self.running.played[0], self.fates[0], [TANDEM])


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (DELETE, "deleted by mentor; has no replacement"),
        (DECLINE, "declined by mentee; has no replacement"),
        (change("delete", "mentee"), "deleted by mentee; has no replacement"),
        (MOVE, "moved by mentor; moved to 2027-02-10 09:00"),
        (PROPOSE, "proposed for another time by mentee; takes place on 2027-02-09 14:00"),
        (INTERNAL, "declined under another address by mentee; has no replacement"),
        (FOLLOWING, "moved with all that follow by mentor; moved to 2027-02-10 09:00"),
    ],
)
def test_what_was_taken_away_and_left_so_is_lost_and_what_has_a_time_is_not(
    one: FileChange, sentence: str
) -> None:
    played = Played(one)
    assert played.sentence == f"Tandem 1, session 2: {sentence}"
    assert played.running.lost() == ("no replacement" in sentence)


def test_a_series_of_which_outlook_has_made_two_is_none_too_many() -> None:
    tally = Played(FOLLOWING).running.tally()
    assert (tally.series, tally.occurrences, tally.duplicates) == (2, 4, 0)
    again = Played(
        FOLLOWING, then=lambda cycle: cycle.book(LATER, recurrence=cycle.series.recurrence)
    )
    assert again.running.tally().duplicates == 1


@pytest.mark.parametrize("do", ["other_calendar", "book_room", "list_organizer"])
def test_what_is_done_to_the_whole_series_takes_no_session_away(do: str) -> None:
    of_all = change(do, "mentor", occurrence=None)
    played = Played(of_all, DELETE)
    assert [fate.lost for fate in played.fates] == [True]
    assert told_of_series(of_all, [TANDEM]).startswith("Tandem 1, the series: ")


def test_a_declined_session_that_has_a_new_time_for_which_both_were_asked_is_not_lost() -> None:
    played = Played(DECLINE, then=lambda cycle: cycle.ask_for(FEBRUARY, LATER))
    assert played.sentence.endswith("declined by mentee; moved to 2027-02-11 10:00")
    assert played.running.lost() == 0


@pytest.mark.parametrize("one", [DECLINE, INTERNAL])
def test_the_same_time_again_or_a_shorter_session_is_no_new_date(one: FileChange) -> None:
    again = Played(one, then=lambda cycle: cycle.ask_for(FEBRUARY, wall(2, 9, 14)))
    shorter = Played(one, then=lambda cycle: cycle.ask_for(FEBRUARY, LATER, minutes=60))
    assert (again.running.lost(), shorter.running.lost()) == (1, 1)


def test_a_new_time_that_was_declined_too_is_lost_again() -> None:
    def ask_once(cycle: Cycle) -> None:
        if FEBRUARY not in cycle.series.changes:
            cycle.ask_for(FEBRUARY, LATER)

    played = Played(DECLINE, DECLINE, then=ask_once)
    assert [fate.lost for fate in played.fates] == [True]
    assert told(played.running.played[0], None, [TANDEM]).endswith("changed again later")


@pytest.mark.parametrize("one", [DELETE, DECLINE])
def test_a_single_meeting_of_the_two_replaces_a_session(one: FileChange) -> None:
    played = Played(one, then=lambda cycle: cycle.book(LATER))
    assert played.sentence.endswith("replaced by a session on 2027-02-11 10:00")
    tally = played.running.tally()
    assert (tally.duplicates, tally.series, len(tally.with_series), played.running.lost()) == (
        0,
        1,
        1,
        0,
    )


def test_it_does_not_matter_who_of_the_two_organizes_the_replacement() -> None:
    ben = Cycle().series.organizer_id
    played = Played(DELETE, then=lambda cycle: cycle.book(LATER, organizer=ZOE, attendee=ben))
    assert played.running.lost() == 0


@pytest.mark.parametrize(
    "book",
    [
        lambda cycle: cycle.book(LATER, minutes=60),
        lambda cycle: cycle.book(LATER, join_url=None),
        lambda cycle: cycle.book(LATER, attendee=KIM),
        lambda cycle: cycle.book(LATER, called_off=True),
    ],
    ids=["too short", "no link", "somebody else", "called off"],
)
def test_another_meeting_is_no_replacement(book: Callable[[Cycle], object]) -> None:
    assert Played(DELETE, then=book).running.lost() == 1


def test_a_meeting_booked_before_the_change_is_no_replacement_and_one_too_many() -> None:
    played = Played()
    played.cycle.book(LATER)
    assert played.running.tally().duplicates == 1
    played.cycle.state.clock.advance(3600)
    played.play(DELETE)
    assert played.running.lost() == 1


def test_one_meeting_replaces_one_session_and_a_second_for_it_is_too_many() -> None:
    march = change("delete", "mentor", occurrence=3)
    played = Played(DELETE, march)
    played.cycle.book(LATER)
    assert [fate.lost for fate in played.fates] == [False, True]
    played.cycle.book(wall(3, 11, 10))
    assert (played.running.lost(), played.running.tally().duplicates) == (0, 0)
    played.cycle.book(wall(3, 12, 10))
    assert (played.running.lost(), played.running.tally().duplicates) == (0, 1)


def test_a_replacement_that_somebody_declined_is_none() -> None:
    def book_and_decline(cycle: Cycle) -> None:
        cycle.book(LATER).attendees[0].response = "declined"

    assert Played(DELETE, then=book_and_decline).running.lost() == 1


def test_a_series_stays_complete_whatever_people_make_of_single_sessions() -> None:
    longer = replace(MOVE, end=datetime(2027, 2, 10, 12, tzinfo=UTC))
    all_gone = [change("delete", "mentor", occurrence=number) for number in (1, 2, 3, 4)]
    assert Played(longer).running.tally().with_series == {PAIR}
    assert Played(*all_gone).running.tally().with_series == {PAIR}
    untouched = Played()
    untouched.cycle.ask_for(MARCH, wall(3, 11, 10), minutes=60)
    assert untouched.running.tally().with_series == frozenset()


def test_sessions_to_wait_for_are_those_that_stand_with_their_new_times() -> None:
    played = Played(DELETE, then=lambda cycle: cycle.book(LATER))
    played.cycle.ask_for(MARCH, wall(3, 11, 10))
    state, since = played.cycle.state, played.cycle.since
    found = sessions(count(state, since))
    assert [f"{one.start:%m-%d %H:%M}" for one in found] == [
        "01-12 13:00",
        "02-11 09:00",
        "03-11 09:00",
        "04-13 12:00",
    ]
    assert {one.pair for one in found} == {PAIR}


class Rescuer:
    """What a product would do, at once: a session that was cancelled is booked singly two days
    later.
    """

    def __init__(self, cycle: Cycle) -> None:
        self._cycle = cycle
        self._known = 0
        self.times: list[datetime] = []
        cycle.state.calendar_listeners.append(self._look)

    def _look(self, _: CalendarChange) -> None:
        self.times.append(self._cycle.state.clock.now())
        if len(self._cycle.series.cancelled) > self._known:
            self._known += 1
            self._cycle.book(LATER)


@pytest.fixture
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "PAUSE_SECONDS",
        "SESSION_SECONDS",
        "CHANGE_SECONDS",
        "STEP_SECONDS",
        "RESCUE_SECONDS",
    ):
        monkeypatch.setattr(running, name, 0.0)


@pytest.mark.usefixtures("_hurried")
async def test_time_passes_to_the_end_of_the_last_session_and_changes_come_when_they_are_due() -> (
    None
):
    cycle, lines = Cycle(), list[str]()
    rescuer = Rescuer(cycle)
    impossible = change("decline", "mentor", at="2027-01-21T09:00:00+01:00")
    plan = Plan([DELETE, impossible], [TANDEM])
    one = Running(
        cycle.state,
        cycle.since,
        plan,
        QuietTenant(cycle.state, lambda: False, PATIENT),
        lines.append,
    )
    await one.run()
    one.tell()
    assert rescuer.times[0].strftime("%Y-%m-%d %H:%M") == "2027-01-20 08:00"
    assert cycle.state.clock.now().strftime("%Y-%m-%d %H:%M") == "2027-04-13 14:10"
    assert lines[0].startswith(
        "Tandem 1, session 2: decline is not possible in Outlook. The occurrence of 2027-02-09"
    )
    assert lines[1:] == [
        "1 changes were played, 1 more were not possible in Outlook.",
        "1 sessions were cancelled singly, 1 single sessions were booked instead.",
        "Tandem 1, session 2: deleted by mentor; replaced by a session on 2027-02-11 10:00",
    ]
    assert (one.lost(), one.tally().duplicates) == (0, 0)


@pytest.mark.usefixtures("_hurried")
async def test_a_change_of_the_past_is_played_at_once_and_one_after_the_last_session_too() -> None:
    cycle = Cycle()
    past = change("delete", "mentor", at="2026-12-01T09:00:00Z")
    late = change("delete", "mentor", occurrence=4, at="2027-05-01T09:00:00Z")
    quiet = QuietTenant(cycle.state, lambda: False, PATIENT)
    one = Running(cycle.state, cycle.since, Plan([past, late], [TANDEM]), quiet, lambda _: None)
    await one.run()
    assert [f"{played.at:%Y-%m}" for played in one.played] == ["2027-01", "2027-05"]
    assert one.lost() == 2


@pytest.mark.usefixtures("_hurried")
async def test_whoever_is_at_work_is_waited_for() -> None:
    cycle = Cycle()
    busy, looks = iter([True, True, True]), list[None]()
    quiet = QuietTenant(
        cycle.state, lambda: next(busy, False), Patience(60, lambda: looks.append(None))
    )
    await quiet.settled(0.0, 0.0)
    assert len(looks) >= 4


@pytest.mark.usefixtures("_hurried")
async def test_a_product_that_computes_is_given_more_time_but_not_for_ever() -> None:
    cycle, since = Cycle(), time.monotonic()
    await QuietTenant(cycle.state, lambda: False, PATIENT, lambda: True).settled(0.0, 0.05)
    assert time.monotonic() - since > 0.05 * LABOURING_TIMES
    with pytest.raises(Stuck, match="nothing happens any more"):
        await QuietTenant(cycle.state, lambda: True, Patience(0.2, lambda: None)).settled(0.0, 0.0)


def test_while_a_product_computes_no_morning_comes_however_long_that_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """While thousands were matched, days went by; the proposals came to an owner of next week."""
    monkeypatch.setattr("sandbox.rehearse.quiet_tenant.AFTER_A_REQUEST_SECONDS", 0.0)
    labours = [True]
    quiet = QuietTenant(Cycle().state, lambda: False, PATIENT, lambda: labours[0])
    assert quiet.is_idle(0.0)
    assert not quiet.is_resting(0.0)
    labours[0] = False
    assert quiet.is_resting(0.0)
