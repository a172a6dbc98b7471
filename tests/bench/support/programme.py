"""A programme of any size in the middle of its life, written straight into the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from mentoring.domain.cycle import (
    Cycle,
    CycleState,
    RegisteredProgramme,
    SettingsVersion,
    Source,
    version_id,
)
from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.invitation import Entry, Invite, InviteState
from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.matching.results import Reason
from mentoring.domain.people import Person, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.proposal import Proposal, ProposalState
from mentoring.domain.questionnaire import (
    About,
    Answers,
    Competence,
    NotWith,
    ProtectedSpace,
    Purpose,
    Topics,
    TopicSkill,
    When,
    Wishes,
)
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.scheduling.recurrence import Pattern, PatternDay
from mentoring.domain.series import Plan
from mentoring.domain.session import Session, session_id
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Effect, Fact, Timer
from mentoring.storage.store import SqlStore
from tests.answers import answers
from tests.people import berliner

NOW = datetime(2027, 1, 11, 9, tzinfo=UTC)
PROGRAMME, CYCLE, LAUNCH = "p1", "p1c1", "p1c1.launch-1"
OWNERS = {"programme_id": PROGRAMME, "cycle_id": CYCLE}
SERVICE = "https://service.example/"
SHARES = (
    TandemState.LAUNCHING,
    TandemState.LAUNCHED,
    TandemState.ASKED_MENTOR,
    TandemState.ASKED_MENTEE,
)
BOTH = answers(
    About(("de", "en"), "business", "Ich lerne gern."),
    Competence(4),
    Purpose("Selbst ausprobieren.", "hands_on"),
    When(("tue", "thu"), ("morning",), "either"),
    NotWith(),
    ProtectedSpace(agreed=True),
)
MENTEE_ANSWERS = BOTH.put(Wishes("ai", "data"))
MENTOR_ANSWERS = BOTH.put(
    Topics(("ai", "data")),
    TopicSkill("ai", 3, "Drei Jahre Modelle im Vertrieb."),
    TopicSkill("data", 2, "Auswertungen für das Controlling."),
)
PLAN = Plan(
    (
        Explanation(
            "series-monthly",
            {"weekday": "tuesday", "start": time(14), "end": time(16), "index": "second"},
        ),
    )
    * 3,
    Pattern(
        PatternDay("relativeMonthly", "tuesday", 1, "second"),
        date(2027, 2, 9),
        time(14),
        "Europe/Berlin",
        120,
        6,
    ),
)


def seed(store: SqlStore, tandems: int) -> None:
    """So many tandems, a quarter each of which is being launched, runs, has its mentor asked, and
    its mentee.

    Besides, as many people as there are tandems are in the middle of their questionnaire.
    """
    rows: dict[str, list[Any]] = defaultdict(list)
    for number in range(1, tandems + 1):
        for entity in (*_pair(number), *_tandem(number), *_in_the_questionnaire(number)):
            rows[entity[0]].append(entity[1])
    for name, entity in _shared(tandems):
        rows[name].append(entity)
    with store.engine.begin() as connection:
        for name, entities in rows.items():
            shape = store._shapes[name]
            owned = {column: OWNERS[column] for column in shape.owned if column in OWNERS}
            connection.execute(
                shape.table.insert(), [{**shape.values(entity), **owned} for entity in entities]
            )
    if store.engine.dialect.name == "sqlite":
        return  # nobody counts its rows for it in an installation either
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")


def _person(key: str) -> Person:
    profile = berliner(
        key,
        f"{key.title()} Muster",
        f"{key}@firma.example",
        f"Abteilung {key[-2:]}",
        managers=("a", "b", "c"),
    )
    return Person(key, profile, "de", conversation=f"19:{key}", service_url=SERVICE)


def _pair(number: int) -> Iterator[tuple[str, Any]]:
    for role, said in ((Role.MENTOR, MENTOR_ANSWERS), (Role.MENTEE, MENTEE_ANSWERS)):
        key = f"{role}{number:05d}"
        yield "people", _person(key)
        yield from _enrolled(key, role, EnrolmentState.DONE, said)


def _in_the_questionnaire(number: int) -> Iterator[tuple[str, Any]]:
    key = f"late{number:05d}"
    yield "people", _person(key)
    yield from _enrolled(
        key, Role.MENTEE, EnrolmentState.BEGUN, Answers(about=BOTH.about), "wishes"
    )


def _enrolled(
    key: str, role: Role, state: EnrolmentState, said: Answers, position: str = "summary"
) -> Iterator[tuple[str, Any]]:
    done = NOW if state is EnrolmentState.DONE else None
    enrolment = enrolment_id(CYCLE, role, key)
    yield "enrolments", Enrolment(enrolment, key, role, state, NOW, position, said, done_at=done)
    yield from _posted("enrolment", enrolment, key)


def _posted(kind: str, subject: str, person: str) -> Iterator[tuple[str, Any]]:
    key = f"{kind}:{subject}:{person}"
    yield "postings", Posting(key, kind, subject, person, f"19:{person}", SERVICE, f"a-{key}", 1, 1)
    yield "effects", Effect(f"post:{key}", "post", key, done=True)


def state_of(number: int) -> TandemState:
    """Where the seeded tandem of this number stands."""
    return SHARES[number % len(SHARES)]


def tandem_id(number: int) -> str:
    """The id of the seeded tandem of this number."""
    return f"tandem-{number:05d}"


def _tandem(number: int) -> Iterator[tuple[str, Any]]:
    key, state = tandem_id(number), state_of(number)
    mentor, mentee = f"mentor{number:05d}", f"mentee{number:05d}"
    yield (
        "proposals",
        Proposal(
            f"run-1:001:{number:05d}",
            "run-1",
            mentor,
            mentee,
            400,
            ProposalState.APPROVED,
            decided_by="owner",
            decided_at=NOW,
        ),
    )
    launched = state in {TandemState.LAUNCHING, TandemState.LAUNCHED}
    yield (
        "tandems",
        Tandem(
            id=key,
            number=number,
            proposal_id=f"run-1:001:{number:05d}",
            mentor_id=mentor,
            mentee_id=mentee,
            state=state,
            due_at=NOW + timedelta(days=7),
            round_ends_at=NOW + timedelta(days=14),
            reasons=(Reason("topic", {"topic": "ai", "rank": 1, "level": 3}, 90),) * 4,
            launch_id=LAUNCH if launched else "",
            team_id="team-1" if launched else "",
            channel_id=f"19:c{number}" if launched else "",
            channel_url=f"https://teams.example/c{number}" if launched else "",
            series_id=f"series-{number}" if launched else "",
            plan=PLAN if launched else Plan(),
            mentor_agreed=state is not TandemState.ASKED_MENTOR,
            organizer_id=mentor if launched else "",
        ),
    )
    asked = [mentor] if state is TandemState.ASKED_MENTOR else [mentor, mentee]
    for person in asked:
        yield from _posted("offer", key, person)
    if launched:
        yield from _sessions(key)
    else:
        yield "timers", Timer(f"offer-due:{key}", "offer-due", key, NOW + timedelta(days=7))


def _sessions(key: str) -> Iterator[tuple[str, Any]]:
    for number in range(1, 7):
        start = NOW + timedelta(days=28 * number)
        yield "sessions", Session(session_id(key, number), key, number, start, 120, "kept", start)


def _shared(tandems: int) -> Iterator[tuple[str, Any]]:
    yield "programmes", RegisteredProgramme(PROGRAMME, "owners", CYCLE, version=1)
    yield (
        "settings_versions",
        SettingsVersion(version_id(PROGRAMME, 1), PROGRAMME, 1, "", NOW, Source.FILE, Programme()),
    )
    yield "cycles", Cycle(CYCLE, PROGRAMME, 1, NOW, state=CycleState.RUNNING)
    yield (
        "launches",
        Launch(
            LAUNCH, "owner", date(2027, 1, 18), LaunchState.RUNNING, tandems // 2, started_at=NOW
        ),
    )
    yield from _posted("launch", LAUNCH, "owner")
    people = [f"mentee{number:05d}" for number in range(1, min(tandems, 1000) + 1)]
    entries = [Entry(person, person, person) for person in people]
    yield "invites", Invite("invite-1", "owner", NOW, Role.MENTEE, InviteState.CONFIRMED, entries)
    yield from _posted("invite", "invite-1", "owner")
    yield "facts", Fact("service_url", SERVICE)
    for name, last in (("launch", 1), ("invite", 1), ("run", 1), ("tandem", tandems)):
        yield "facts", Fact(f"number:{CYCLE}.{name}", str(last))
    yield "people", _person("owner")
