"""Who is there, and how something comes to stand somewhere."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime

from cryptography.fernet import Fernet, MultiFernet

from cards.examples.people import ANSWERS
from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.matching.results import Reason
from mentoring.domain.people import Person, Role
from mentoring.domain.questionnaire import Answers, Step
from mentoring.notices import VIEWS
from mentoring.ports.messenger import Chat
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import post
from tests.people import berliner

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


SERVICE = "https://smba.trafficmanager.net/emea/"


OWNERS_TEAM = "9a7b1c7e-0000-4000-8000-00000000aaaa"


OTHER_TEAM = "9a7b1c7e-0000-4000-8000-00000000bbbb"
"""Its programme has a cycle in which nothing runs any more."""


CIPHER = MultiFernet([Fernet("A" * 43 + "=")])


WITH_ANSWERS = {EnrolmentState.BEGUN, EnrolmentState.DONE}


REASONS = (Reason("topic", {"topic": "ai", "rank": 1, "level": 3}, 90),)


def guid(name: str) -> str:
    """The directory's id of an invented person."""
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{name}.firma.example"))


OWNER, DEPUTY = guid("mia"), guid("ute")


def meet(uow: UnitOfWork, name: str) -> str:
    """Somebody of a department of their own; mentors stand three levels lower than mentees."""
    above = ("lead", "head") if name.startswith("mentor") else ()
    managers = tuple(guid(f"{each} of {name}") for each in above)
    key, mail = guid(name), f"{name}@firma.example"
    profile = berliner(
        key, name.title(), mail, f"Abteilung {name}", managers=(*managers, guid("top"))
    )
    uow.people.put(Person(key, profile, "de", conversation=f"a:{name}", service_url=SERVICE))
    return key


def enrol(
    uow: UnitOfWork,
    name: str,
    role: Role,
    state: EnrolmentState = EnrolmentState.DONE,
    position: str = "summary",
    *more: Step,
) -> str:
    person = meet(uow, name)
    key = enrolment_id(uow.cycle_id, role, person)
    answers = ANSWERS[role].put(*more) if state in WITH_ANSWERS else Answers()
    if state is EnrolmentState.BEGUN and position != "summary":
        answers = replace(answers, protected_space=None)
    done = NOW if state is EnrolmentState.DONE else None
    uow.enrolments.put(Enrolment(key, person, role, state, NOW, position, answers, done_at=done))
    return key


def show(
    uow: UnitOfWork, kind: str, subject: str, person: str, *, view: str = "", copy: str = ""
) -> None:
    """A card; ``copy`` makes it another one than the first about the same subject."""
    post(uow, VIEWS[kind], subject, person, view=view, key=f"{kind}:{subject}:{person}{copy}")


CHANNEL = Chat("19:owners@thread.tacv2;messageid=1", SERVICE)


SECOND_OWNER = guid("otto")
