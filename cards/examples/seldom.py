"""Sentences that come seldom: each on a card that is otherwise as another example shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from cards.examples.enrolment import enrolment
from cards.examples.matching import APART
from cards.examples.people import MENTEE, NOW, PROGRAMME, SESSIONS, TANDEM, WITH_CONDITION
from mentoring.domain.condition import Condition
from mentoring.domain.cycle import Source
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.language import Language
from mentoring.domain.people import Person, Role
from mentoring.domain.questionnaire import Answers, When
from mentoring.domain.retrospective import Taken
from mentoring.domain.setting import Changed
from mentoring.domain.tandem import TandemState
from mentoring.domain.topics import Topic
from mentoring.notices import Notice
from mentoring.usecases.enrolment.clearance import ClearanceNotice, Uncleared
from mentoring.usecases.launch.troubles import Foreseen
from mentoring.usecases.matching.notice import ProposalsNotice
from mentoring.usecases.programme.next_step import NextStep, Step
from mentoring.usecases.programme.settings import VersionSeen
from mentoring.usecases.tandem.kits import kit_of

OVER = replace(TANDEM, state=TandemState.CLOSED)
MANY_APART = APART.model_copy(
    update={"blocked_pairs": tuple(("p1", f"p{number}") for number in range(2, 10))}
)
SHORT = PROGRAMME.model_copy(
    update={
        "topics": (Topic(id="ai", rules={"de": "Nur mit Freigabe.", "en": "Once released."}),),
        "sessions": PROGRAMME.sessions.model_copy(update={"length_minutes": 45, "number": 8}),
    }
)
"""Eight short sessions, and a rule of the house."""


def seldom(found: Mapping[str, Notice]) -> dict[str, Notice]:
    """Made of the examples that were ``found`` so far."""
    return {
        **_enrolments(),
        **_owners(found),
        **_tandems(found),
        **_settings(found),
    }


def other(notice: Notice, **changes: object) -> Notice:
    """The same notice, but for this."""
    made: Notice = replace(notice, **changes)  # type: ignore[type-var]  # every notice is a dataclass
    return made


def _enrolments() -> dict[str, Notice]:
    """What depends on the programme, on the directory, and on what is still open."""
    invited, done = (enrolment(Role.MENTEE, EnrolmentState[each]) for each in ("INVITED", "DONE"))
    asked = enrolment(Role.MENTOR, EnrolmentState.INVITED)
    about = enrolment(Role.MENTEE, EnrolmentState.BEGUN, "about")
    rules = enrolment(Role.MENTEE, EnrolmentState.BEGUN, "protected_space")
    private = replace(done.enrolment.answers, when=When(private=True))
    open_ones = replace(rules.enrolment.answers, wishes=None)
    return {
        "enrolment-eight-sessions": other(invited, programme=SHORT),
        "enrolment-asked-condition": other(asked, programme=WITH_CONDITION, asks_condition=True),
        "enrolment-clock-known": other(about, person=_on_their_clock(MENTEE)),
        "enrolment-rules-first": other(rules, enrolment=_with(rules.enrolment, open_ones)),
        "enrolment-private": other(done, enrolment=_with(done.enrolment, private)),
        "enrolment-erased": other(done, enrolment=replace(done.enrolment, erased_at=NOW)),
    }


def _with(enrolled: Enrolment, answers: Answers) -> Enrolment:
    return replace(enrolled, answers=answers)


def _on_their_clock(person: Person) -> Person:
    return replace(person, profile=replace(person.profile, zone_known=True))


def _owners(found: Mapping[str, Notice]) -> dict[str, Notice]:
    """Lists that are longer than a card, and what could not be done."""
    nia = Uncleared("p1c1:mentor:p6", "Nia Ober", Role.MENTOR, in_tandem=True)
    many = tuple(Foreseen("series-no-mailbox-mentor", each, "Jan", "Eva") for each in range(13, 25))
    apart = cast(ProposalsNotice, found["match-apart"])
    return {
        "clearance-tandem": ClearanceNotice("p1c1", (nia,), 1),
        "invite-unreached": other(found["invite-done"], unreached={"Eva Costa": "blocked"}),
        "launch-foreseen-many": other(found["launch-foreseen"], foreseen=many, page=1, pages=3),
        "match-apart-many": other(apart, run=replace(apart.run, settings=MANY_APART)),
        "status-enrolment-over": other(
            found["status"], enrolment_open=False, next=NextStep(Step.MATCH, 8), needs=()
        ),
    }


def _tandems(found: Mapping[str, Notice]) -> dict[str, Notice]:
    """What the two, and whoever keeps a calendar, read beside and after it."""
    mine, session = found["offer-mentee-open"], found["session-mentee-tomorrow"]
    kit, said = found["kit-mentor-proposed"], found["retrospective-mentee"]
    short = replace(SESSIONS[0], minutes=45)
    laid_out = kit_of(KitChoice("s", TANDEM.id, "ai-discover", "ai"), SHORT)
    return {
        "offer-mentee-reminder": other(mine, reminder=True),
        "offer-mentee-unexplained": other(mine, tandem=replace(TANDEM, reasons=())),
        "undone-channel": other(found["undone"], tandem=replace(TANDEM, channel_id="19:old")),
        "poll-ended": other(found["poll-mentee-declined"], tandem=OVER),
        "poll-undone": other(found["poll-mentee-declined"], tandem=OVER, undone=True),
        "poll-nothing-found": other(found["poll-mentee-closed"], choices=()),
        "deputy-ended": other(found["deputy-no-dates"], tandem=OVER),
        "deputy-undone": other(found["deputy-no-dates"], tandem=OVER, undone=True),
        "session-ended": other(session, tandem=OVER),
        "session-undone": other(session, tandem=OVER, undone=True),
        "tandem-deputy-is-partner": other(found["tandem-mentee"], deputy_is_partner=True),
        "kit-mentor-short": other(kit, session=short, programme=SHORT, kit=laid_out),
        "retrospective-saved": other(said, said=Taken("tried", "this_week", "Mehr fragen.")),
    }


def _settings(found: Mapping[str, Notice]) -> dict[str, Notice]:
    """What follows from a setting, and what does not fit on a card."""
    running, new = found["settings-running"], found["settings-new"]
    age: dict[Language, str] = {"de": "Ich bin unter 30.", "en": "I am under 30."}
    aged = PROGRAMME.model_copy(update={"mentee_condition": Condition(texts=age)})
    under = PROGRAMME.model_copy(update={"under_18": True})
    long = tuple(Topic(id=f"topic_{each}", rules={"de": "Regel. " * 42}) for each in range(45))
    own = (Changed(f"texts.{PROGRAMME.language}.cycle-asked", None, "Gefragt."),)
    seen = VersionSeen(12, "Mia Sommer", NOW, Source.CARD, own)
    return {
        "settings-text-replaced": other(
            running, part="history", versions=(seen,), total=20, page=1
        ),
        "settings-under-18": other(running, part="people", programme=under),
        "settings-age-limit": other(running, programme=aged),
        "settings-file-long": other(
            running, part="file", programme=PROGRAMME.model_copy(update={"topics": long})
        ),
        "settings-new-file": other(new, part="file"),
    }
