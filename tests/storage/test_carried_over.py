"""A programme in the middle of its launch at 5eca8f5 becomes the first programme's first cycle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import MetaData, Table, select

import bot.app  # noqa: F401 - effects and timers register themselves
from mentoring.domain.cycle import CycleKind, CycleState, Source
from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.launch import LaunchState, Totals
from mentoring.domain.match_run import DecisionKind, RunState
from mentoring.domain.matching.figures import Bar
from mentoring.domain.matching.results import Check, Reason
from mentoring.domain.matching.settings import ANY_DEPTH, MatchingSettings, Parameters
from mentoring.domain.pair import pair_id
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause
from mentoring.domain.programme import Programme
from mentoring.domain.proposal import ProposalState
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.tandem import TandemState
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.migrate import is_current, upgrade
from mentoring.storage.shape import Shape
from mentoring.storage.store import SqlStore
from mentoring.storage.tables import metadata
from mentoring.storage.unit import ENTITIES
from mentoring.usecases.common import effects, timers
from mentoring.usecases.matching.inputs import as_decision
from mentoring.usecases.programme.registration import register
from tests.carried import load
from tests.databases import differences
from tests.engine_log import engine_tables, recorded

CIPHER = MultiFernet([Fernet("A" * 43 + "=")])
NOW = datetime(2026, 11, 3, 8, tzinfo=UTC)
Answered = dict[str, dict[str, Any]]
UNKNOWN_THEN = {
    "lanes",
    *("settings_versions", "changes", "launch_teams", "launch_decisions", "files", "findings"),
    *("interventions", "questions", "undoings", "taken_back"),
    "kit_choices",
    "agreements",
    "retrospectives",
    "follow_ups",
    "measures",
    "fits",
    "further_wishes",
    "sponsor_thanks",
    "circles",
    "circle_members",
    "farewells",
    "road_maps",
    "successions",
    "figures",
    "key_figures",
    *("results", "reported_results"),
    "heard",
}
POSTINGS = {
    "enrolment": "enrolments",
    "invite": "invites",
    "matching": "runs",
    "launch": "launches",
    "closing": "closings",
    "poll": "polls",
    "partner_away": "sessions",
    **dict.fromkeys(("offer", "tandem"), "tandems"),
    **dict.fromkeys(("kickoff", "kickoff_seat"), "kickoffs"),
    **dict.fromkeys(("left_over", "absence"), "people"),
}
EFFECTS = {
    "invite": "enrolments",
    "post": "postings",
    "match": "runs",
    "launch": "launches",
    "watch": "people",
    "find_slots": "polls",
    **dict.fromkeys(("launch_tandem", "look"), "tandems"),
    **dict.fromkeys(("kickoff", "kickoff_invite"), "kickoffs"),
}
TIMERS = {
    "poll-due": "polls",
    "enrolment-end": "cycles",
    "people-watch": "cycles",
    "accompany_anew": "tandems",
    "kickoff-over": "kickoffs",
    **dict.fromkeys(("look", "offer-reminder"), "tandems"),
    **dict.fromkeys(("pause-over", "watch-renewal"), "people"),
    **dict.fromkeys(("session-over", "session-reminder"), "sessions"),
}
Rows = dict[str, list[dict[str, Any]]]
SUBJECTS = {"postings": POSTINGS, "effects": EFFECTS, "timers": TIMERS}
"""What the rows of each kind are about."""
NAMED = [
    ("programmes", "cycle_id", "cycles"),
    ("cycles", "programme_id", "programmes"),
    ("enrolments", "person_id", "people"),
    ("invites", "by", "people"),
    ("runs", "started_by", "people"),
    *[("decisions", column, "people") for column in ("by", "mentee_id", "mentor_id")],
    ("proposals", "run_id", "runs"),
    *[("proposals", column, "people") for column in ("mentee_id", "mentor_id")],
    ("tandems", "proposal_id", "proposals"),
    *[("tandems", column, "people") for column in ("mentee_id", "mentor_id", "organizer_id")],
    ("tandems", "launch_id", "launches"),
    ("sessions", "tandem_id", "tandems"),
    ("polls", "tandem_id", "tandems"),
    ("polls", "session_id", "sessions"),
    *[("pairs", column, "people") for column in ("mentee_id", "mentor_id")],
    ("watches", "id", "people"),
    ("absences", "id", "people"),
    ("closings", "by", "people"),
    ("launches", "by", "people"),
    ("kickoffs", "by", "people"),
    ("seats", "kickoff_id", "kickoffs"),
    ("seats", "person_id", "people"),
    ("postings", "person_id", "people"),
]
"""Which column names rows of which table; an empty one names none."""


ROWS = Shape(metadata.tables["enrolments"], Enrolment, CIPHER, "sqlite")


@pytest.fixture
def old(database_url: str) -> Iterator[SqlStore]:
    """The database as that version left it."""
    load(database_url)
    found = SqlStore(database_url, CIPHER)
    yield found
    found.close()


@pytest.fixture(scope="module")
def carried(shared_url: str) -> Iterator[SqlStore]:
    """The same one, brought to today's schema; to be read only."""
    load(shared_url)
    upgrade(shared_url)
    found = SqlStore(shared_url, CIPHER)
    yield found
    found.close()


@pytest.fixture(scope="module")
def lying(carried: SqlStore) -> Rows:
    """All its rows by table, as they lie there."""
    return everything(carried)


def rows(store: SqlStore, table: str) -> list[dict[str, Any]]:
    """The rows as they lie there."""
    found = Table(table, MetaData(), autoload_with=store.engine)
    with store.engine.connect() as connection:
        return [
            dict(row) for row in connection.execute(select(found).order_by(found.c.id)).mappings()
        ]


def everything(store: SqlStore) -> Rows:
    return {table: rows(store, table) for table in metadata.tables}


def test_the_schema_is_that_of_the_code(carried: SqlStore, shared_url: str) -> None:
    assert is_current(shared_url)
    assert not differences(carried.engine)


def test_every_row_is_read_as_what_it_is(carried: SqlStore, lying: Rows) -> None:
    read = carried.read_now(lambda uow: {kind: len(getattr(uow, kind).all()) for kind in ENTITIES})
    assert read == {kind: len(lying[kind]) for kind in ENTITIES}
    assert {kind for kind, count in read.items() if not count} == UNKNOWN_THEN


def test_answers_are_still_their_authors(carried: SqlStore) -> None:
    """They lie there encrypted, and are read with the same key."""
    begun = carried.read_now(lambda uow: uow.enrolments.all(state=EnrolmentState.BEGUN))
    said = [each.answers.about for each in begun]
    assert [about.about_me for about in said if about] == ["Ich lerne gern."]


def test_answers_lie_there_as_they_would_be_written_today(carried: SqlStore, lying: Rows) -> None:
    """What has been asked since then is not answered."""
    read = carried.read_now(lambda uow: uow.everywhere.enrolments.all())
    stored = {row["id"]: _decrypted(row["answers"]) for row in lying["enrolments"]}
    written = {each.id: _decrypted(ROWS.values(each)["answers"]) for each in read}
    assert {key: _as_asked_then(answers, stored[key]) for key, answers in written.items()} == stored
    assert any("topic:ai" in answers for answers in stored.values())


def _as_asked_then(answers: Answered, before: Answered) -> Answered:
    """The answers without the fields that are empty and did not exist before."""
    return {
        step: {
            name: value for name, value in fields.items() if value or name in before.get(step, {})
        }
        for step, fields in answers.items()
    }


def _decrypted(secret: str) -> Any:
    return json.loads(CIPHER.decrypt(secret.encode()))


def test_everything_belongs_to_the_first_programme_and_its_first_cycle(lying: Rows) -> None:
    columns = {"cycle_id", "programme_id"}
    found = [row for table in lying.values() for row in table]
    owners = {(name, row[name]) for row in found for name in columns & row.keys()}
    assert owners == {("cycle_id", "p1c1"), ("programme_id", "p1")}


@pytest.fixture(scope="module")
def there(lying: Rows) -> dict[str, set[str]]:
    """The ids that there are, by table."""
    return {table: {row["id"] for row in found} for table, found in lying.items()}


@pytest.mark.parametrize(("table", "column", "other"), NAMED)
def test_whatever_a_row_names_is_there(
    lying: Rows, there: dict[str, set[str]], table: str, column: str, other: str
) -> None:
    assert {row[column] for row in lying[table]} - {""} <= there[other]


@pytest.mark.parametrize("table", SUBJECTS)
def test_whatever_a_row_is_about_is_there(
    lying: Rows, there: dict[str, set[str]], table: str
) -> None:
    about = {(SUBJECTS[table][row["kind"]], _subject(row)) for row in lying[table]}
    assert not [each for each in about if each[1] not in there[each[0]]]
    assert {row["kind"] for row in lying[table]} == set(SUBJECTS[table])


def _subject(row: dict[str, Any]) -> str:
    """What a row is about; that of a date of the kick-off names its number, too."""
    subject: str = row["subject_id"]
    return subject.rpartition(":")[0] if row["kind"] == "kickoff_invite" else subject


def test_all_that_waits_is_of_a_kind_that_is_known(lying: Rows) -> None:
    assert {row["kind"] for row in lying["effects"]} <= set(effects.EFFECTS)
    assert {row["kind"] for row in lying["timers"]} <= set(timers.TIMERS)


def test_whoever_asks_by_what_an_id_is_made_of_finds_the_row(lying: Rows) -> None:
    made = [
        *[
            (row, enrolment_id("p1c1", Role(row["role"]), row["person_id"]))
            for row in lying["enrolments"]
        ],
        *[(row, pair_id("p1", row["mentor_id"], row["mentee_id"])) for row in lying["pairs"]],
        *[(row, f"post:{row['subject_id']}") for row in lying["effects"] if row["kind"] == "post"],
    ]
    assert [row["id"] for row, _ in made] == [key for _, key in made]
    of = [
        (row["id"], f"{row['kind']}:{row['subject_id']}")
        for row in [*lying["timers"], *lying["postings"]]
    ]
    assert [key for key, start in of if not key.startswith(start)] == []


def test_the_cycle_is_as_far_as_the_programme_was(carried: SqlStore) -> None:
    found = carried.read_now(lambda uow: uow.cycles.need("p1c1"))
    assert (found.number, found.kind, found.state) == (1, CycleKind.FIXED, CycleState.RUNNING)
    assert (found.enrolment_end, found.closed_at, found.tried_by) == (date(2026, 12, 20), None, "")
    invited = carried.read_now(lambda uow: uow.enrolments.earliest("invited_at"))
    assert found.began_at == invited


def test_the_team_that_was_opened_is_the_programmes(carried: SqlStore, lying: Rows) -> None:
    teams = carried.read_now(lambda uow: uow.programmes.need("p1").teams)
    seated = {row["team_id"] for row in lying["tandems"]}
    assert len(teams) == 1
    assert set(teams) < seated


def test_numbers_go_on_where_they_were(lying: Rows) -> None:
    counted = {row["id"]: row["value"] for row in lying["facts"] if row["id"].startswith("number:")}
    names = {
        "tandem": 5,
        "run": 2,
        "launch": 1,
        "closing": 1,
        "invite": 4,
        "kickoff": 1,
        "decision": 2,
        "preview": 2,
    }
    assert counted == {f"number:p1c1.{name}": str(last) for name, last in names.items()}


def test_the_launch_is_counted_as_it_stood(carried: SqlStore) -> None:
    launch = carried.read_now(lambda uow: uow.launches.need("launch-1"))
    assert (launch.state, launch.tandems) == (LaunchState.RUNNING, 4)
    assert launch.totals == Totals(launched=2, channels=3, sessions=6)


def test_the_people_of_tandems_that_run_are_watched_from_the_next_start_on(
    carried: SqlStore,
) -> None:
    (timer,) = carried.read_now(lambda uow: uow.timers.all(kind="people-watch"))
    assert (timer.id, timer.subject_id, timer.cycle_id) == ("people-watch:p1c1", "p1c1", "p1c1")
    assert timer.due_at < NOW


def test_a_run_still_says_whom_it_left_over_and_why(carried: SqlStore) -> None:
    run = carried.read_now(lambda uow: uow.runs.all(state=RunState.PROPOSED))[0]
    left = [(one.role, one.why, one.waited) for one in run.unmatched]
    assert left == [(role, Reason("not_possible"), 2) for role in (Role.MENTEE, Role.MENTOR)]
    assert (run.figures.scores, run.figures.weakest and run.figures.weakest.score) == (
        (Bar(120, 129, 5),),
        120,
    )
    assert run.settings == MatchingSettings(parameters=Parameters(reporting_line_depth=ANY_DEPTH))
    assert run.preview is None


def test_a_proposal_still_says_why_and_who_locked_it(carried: SqlStore) -> None:
    found = carried.read_now(lambda uow: uow.proposals.all(state=ProposalState.APPROVED))
    assert found[0].reasons[1:] == (
        Reason("function", points=20),
        Reason("hierarchy", {"levels": 1}, 10),
    )
    assert {each.checks[0] for each in found} == {Check("same_person", "passed")}
    kept = carried.read_now(lambda uow: uow.decisions.all(kind=DecisionKind.LOCK))
    assert [each.lock for each in found if each.lock] == [as_decision(each) for each in kept]


def test_what_may_be_chosen_where_a_calendar_cannot_be_read_is_what_is_put_to_both(
    carried: SqlStore,
) -> None:
    (poll,) = carried.read_now(lambda uow: uow.polls.all(cause=Cause.UNREADABLE))
    plan = carried.read_now(lambda uow: uow.tandems.need(poll.tandem_id)).plan
    assert plan.explanations == (Explanation("calendar-unreadable", {"who": "mentee"}),)
    assert plan.proposals == tuple(option.series for option in poll.options)
    series, now_named = (
        plan.proposals[0],
        {session.tandem_id for each in plan.proposals for session in each.sessions},
    )
    assert series.pattern.occurrences == len(series.sessions) == 6
    assert now_named == {poll.tandem_id}


def test_a_tandem_still_knows_its_pattern_and_why(carried: SqlStore) -> None:
    found = carried.read_now(lambda uow: uow.tandems.all(state=TandemState.LAUNCHED))
    told = {each.plan.explanations[0].code for each in found if each.plan.pattern}
    assert told == {"series-monthly"}


def test_what_was_not_done_waits_to_be_begun_anew(old: SqlStore, database_url: str) -> None:
    before = {(row["kind"], row["attempt"]) for row in rows(old, "effects") if not row["done"]}
    assert before == {("invite", 1), ("launch_tandem", 1), ("post", 1), ("post", 2)}
    upgrade(database_url)
    waiting = old.read_now(lambda uow: uow.effects.all(done=False))
    kinds = [each.kind for each in sorted(waiting, key=lambda each: each.kind)]
    assert kinds == ["invite", "launch_tandem", "launch_tandem", "post", "post", "post"]
    assert {(each.workflow_id == each.id, each.not_before) for each in waiting} == {(True, None)}


def test_the_engines_log_is_gone(old: SqlStore, database_url: str) -> None:
    assert {each.is_json for each in recorded(old.engine)} == {False}
    upgrade(database_url)
    assert not engine_tables(old.engine)


def test_every_card_in_a_chat_is_shown_anew(old: SqlStore, database_url: str) -> None:
    """The buttons of the old cards name what has another id now."""
    sent = [row for row in rows(old, "postings") if row["activity_id"]]
    upgrade(database_url)
    behind = old.read_now(lambda uow: uow.behind(500))
    assert sorted(each.activity_id for each in behind) == sorted(row["activity_id"] for row in sent)


def test_at_the_next_start_the_first_owners_team_takes_it_over(
    old: SqlStore, database_url: str
) -> None:
    upgrade(database_url)

    def start(uow: UnitOfWork) -> None:
        register(uow, NOW, ["owners", "others"], {"": Programme(name="Nordwind")}, "channel")

    for _ in range(2):
        old.run_now(start)
    programmes = old.read_now(lambda uow: uow.programmes.all())
    versions = old.read_now(lambda uow: uow.settings_versions.all(programme_id="p1"))
    assert [(p.id, p.team_id, p.cycle_id, p.version, p.channel) for p in programmes] == [
        ("p1", "owners", "p1c1", 1, "channel"),
        ("p2", "others", "p2c1", 1, ""),
    ]
    assert [(v.number, v.source, v.settings.name) for v in versions] == [
        (1, Source.FILE, "Nordwind")
    ]


def test_carrying_over_again_changes_nothing(carried: SqlStore, shared_url: str) -> None:
    before = everything(carried)
    upgrade(shared_url)
    assert everything(carried) == before


def test_an_empty_database_gets_its_programme_at_the_first_start(migrated_url: str) -> None:
    store = SqlStore(migrated_url, CIPHER)
    assert not any(everything(store).values())
    store.run_now(lambda uow: register(uow, NOW, ["owners"], {}))
    cycles = store.read_now(lambda uow: uow.cycles.all())
    store.close()
    assert [(each.id, each.state, each.began_at) for each in cycles] == [
        ("p1c1", CycleState.PREPARING, NOW)
    ]
