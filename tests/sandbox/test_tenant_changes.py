"""The `changes` of a tenant file: read with their mistakes named, and played in the people's
calendars.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from sandbox.calendars import invite
from sandbox.mailbox import Appointment, Attendee, living_days, occurrence_on
from sandbox.outlook import NotInOutlook
from sandbox.recurrence import Recurrence
from sandbox.server import new_state
from sandbox.state import TenantState
from sandbox.tenant_changes import apply_change
from sandbox.tenant_file import FileChange, TenantFileInvalid, parse_tenant, person_id
from sandbox.tenant_people import furnish

PEOPLE = [{"id": "zoe"}, {"id": "ben"}, {"id": "ada"}, {"id": "kim"}]
TANDEMS = [{"mentee": "ada", "mentor": "kim"}, {"mentee": "zoe", "mentor": "ben"}]
START = {"dateTime": "2027-02-10T09:00:00", "timeZone": "W. Europe Standard Time"}
MOVE: dict[str, Any] = {
    "at": "2027-01-20T09:00:00+01:00", "tandem": 2, "occurrence": 2, "do": "move", "by": "mentor",
    "start": START,
}  # fmt: skip
ZOE, BEN = person_id("zoe"), person_id("ben")
FEBRUARY = date(2027, 2, 9)


def changes(*rows: dict[str, Any]) -> tuple[FileChange, ...]:
    """The changes of a file with these people and tandems."""
    return parse_tenant({"people": PEOPLE, "tandems": TANDEMS, "changes": list(rows)}).changes


def tenant() -> TenantState:
    """A tenant in which Ben and Zoe meet on each second Tuesday at 14 o'clock; Ben organizes."""
    state = new_state(now=datetime(2027, 1, 4, tzinfo=UTC))
    furnish(state, parse_tenant({"people": PEOPLE, "tandems": TANDEMS}))
    now, first = state.clock.now(), datetime.combine(date(2027, 1, 12), time(14))
    pattern = Recurrence(
        "relativeMonthly", first.date(), days=("tuesday",), index="second", count=4
    )
    invited = [Attendee(state.people[ZOE].mail, "Zoe")]
    series = Appointment(
        "uid", BEN, first, first + timedelta(hours=2), "Europe/Berlin", now, now, recurrence=pattern
    )
    series.attendees = invited
    state.mailboxes[BEN].put(series)
    invite(state, series)
    return state


def series(state: TenantState) -> Appointment:
    """The series of the two."""
    return next(iter(state.mailboxes[BEN].entries.values())).appointment


def test_changes_are_read_in_order_of_time() -> None:
    later = MOVE | {"at": "2027-03-01T08:00:00Z", "do": "decline", "by": "mentee", "occurrence": 3}
    del later["start"]
    first, second = changes(later, MOVE)
    assert (first.do, first.by, first.occurrence) == ("move", BEN, 2)
    assert first.start == datetime(2027, 2, 10, 8, tzinfo=UTC)
    assert (second.do, second.by, second.start) == ("decline", ZOE, None)


def test_every_mistake_in_a_change_is_named_with_its_place() -> None:
    with pytest.raises(TenantFileInvalid) as caught:
        changes(
            MOVE | {"do": "shift", "by": "boss", "occurrence": 0, "at": "noon", "why": "x"},
            MOVE | {"tandem": 3},
            {"tandem": 1, "do": "move"},
        )
    told = str(caught.value)
    for part in (
        "changes[0].do",
        "changes[0].by",
        "changes[0].occurrence",
        "changes[0].at",
        "why",
        "changes[1].tandem",
        "changes[2].start",
    ):
        assert part in told


def test_the_organizer_moves_a_session() -> None:
    state = tenant()
    apply_change(state, changes(MOVE)[0])
    one = occurrence_on(series(state), FEBRUARY)
    assert (one.start, one.end) == (
        datetime(2027, 2, 10, 8, tzinfo=UTC),
        datetime(2027, 2, 10, 10, tzinfo=UTC),
    )


def test_the_other_one_proposes_by_a_move() -> None:
    state = tenant()
    apply_change(state, changes(MOVE | {"by": "mentee"})[0])
    assert series(state).changes == {}
    (answer,) = series(state).answers[FEBRUARY].values()
    assert answer.proposal is not None
    assert (answer.response, answer.proposal[0]) == (
        "tentativelyAccepted",
        datetime(2027, 2, 10, 8, tzinfo=UTC),
    )


@pytest.mark.parametrize(("by", "cancelled", "declined"), [("mentor", 1, 0), ("mentee", 0, 1)])
def test_a_delete_cancels_or_declines(by: str, cancelled: int, declined: int) -> None:
    state, change = (
        tenant(),
        {key: MOVE[key] for key in MOVE if key != "start"} | {"do": "delete", "by": by},
    )
    apply_change(state, changes(change)[0])
    (at_zoe,) = state.mailboxes[ZOE].entries.values()
    assert (len(series(state).cancelled), len(at_zoe.declined)) == (cancelled, declined)
    assert len(living_days(series(state))) == 4 - cancelled


def test_what_cannot_be_done_says_why() -> None:
    state, plain = tenant(), {key: MOVE[key] for key in MOVE if key != "start"}
    with pytest.raises(NotInOutlook, match="organizer cannot decline"):
        apply_change(state, changes(plain | {"do": "decline", "by": "mentor"})[0])
    with pytest.raises(NotInOutlook, match="no occurrence 9"):
        apply_change(state, changes(MOVE | {"occurrence": 9})[0])
    with pytest.raises(NotInOutlook, match="no series"):
        apply_change(state, changes(MOVE | {"tandem": 1})[0])
    apply_change(state, changes(plain | {"do": "delete"})[0])
    with pytest.raises(NotInOutlook, match="any more"):
        apply_change(state, changes(MOVE)[0])


def to_the_series(do: str, by: str = "mentor") -> FileChange:
    """A change that names no session."""
    left = {key: MOVE[key] for key in ("at", "tandem")}
    return changes(left | {"do": do, "by": by})[0]


def test_this_and_all_following_events_are_another_series_from_then_on() -> None:
    """Outlook on the web: *this and all following events* (office-js issue 1571: the event has no
    `seriesId` of the series it was part of).
    """
    state = tenant()
    meeting = apply_change(state, changes(MOVE | {"do": "move_following"})[0])
    days = [living_days(one.appointment) for one in state.mailboxes[BEN].entries.values()]
    rest = [date(2027, 2, 10), date(2027, 3, 10), date(2027, 4, 14)]
    assert days == [[date(2027, 1, 12)], rest]
    assert (meeting.entry.appointment.tail_of, meeting.day) == ("uid", rest[0])
    with pytest.raises(NotInOutlook, match="Only the organizer"):
        apply_change(state, changes(MOVE | {"do": "move_following", "by": "mentee"})[0])


def test_a_decline_may_stand_under_an_address_that_exchange_alone_knows() -> None:
    """closeio/sync-engine issue 427: `/o=…` (X.500)."""
    state, plain = tenant(), {key: MOVE[key] for key in MOVE if key != "start"}
    apply_change(state, changes(plain | {"do": "decline_internally", "by": "mentee"})[0])
    [(address, answer)] = series(state).answers[FEBRUARY].items()
    assert (address[:3], answer.response) == ("/o=", "declined")


def test_a_series_is_dragged_into_another_calendar() -> None:
    """outlook-immutable-id: there it has another id."""
    state = tenant()
    [before] = state.mailboxes[BEN].entries
    apply_change(state, to_the_series("other_calendar"))
    [after] = state.mailboxes[BEN].entries
    assert after != before


@pytest.mark.parametrize(
    ("do", "kind", "response"),
    [("book_room", "resource", "accepted"), ("list_organizer", "required", "organizer")],
)
def test_further_attendees_stand_in_the_list(do: str, kind: str, response: str) -> None:
    """msgraph-sdk-dotnet issue 1996; resource attendee (`resource`), responseStatus
    (`organizer`).
    """
    state = tenant()
    apply_change(state, to_the_series(do))
    further = series(state).attendees[-1]
    assert (further.kind, further.response) == (kind, response)


def test_what_is_done_to_the_whole_series_names_no_session_and_no_time() -> None:
    with pytest.raises(TenantFileInvalid) as caught:
        changes(MOVE | {"do": "other_calendar"})
    for part in ("changes[0].occurrence: other_calendar is done", "changes[0].start: only a move"):
        assert part in str(caught.value)
