"""Many tandems of which something can be counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from mentoring.domain.agreement import Agreement, Terms
from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.fit import Feeling, Fit, fit_id
from mentoring.domain.measurement.figures import Figures
from mentoring.domain.measurement.items import Marks, Measure, Stage, Waiting, measure_id
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Competence
from mentoring.domain.retrospective import Retrospective, Taken, retrospective_id
from mentoring.domain.session import Session, session_id
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.usecases.measurement.counting import count_up
from tests.answers import answers
from tests.usecases.company import FIRST, NOW, Company, all_of, change, put

MET = NOW + timedelta(days=1)
"""When the first sessions begin."""
COUNTED = MET + timedelta(days=8)
MONTH = timedelta(days=28)
OWNERS = ("otto", "mia")


def tandem_id(number: int) -> str:
    return f"{FIRST}.t-{number}"


async def tandems(company: Company, many: int, *, sessions: int = 2) -> None:
    """So many tandems that run, of which each has sessions a month apart; owners are known, and the
    tandem with which the company began is of none of it.
    """
    await change(company.first, "programmes", "p1", owners=OWNERS)
    await change(company.first, "tandems", f"{FIRST}.tandem-1", state=TandemState.RELEASED)
    running = TandemState.LAUNCHED
    for number in range(1, many + 1):
        key = tandem_id(number)
        made = Tandem(key, number, "", f"mentor-{number}", f"mentee-{number}", running, NOW, NOW)
        await put(company.first, "tandems", made)
        await put(company.first, "sessions", *(_session(key, each) for each in range(sessions)))


def _session(tandem: str, number: int) -> Session:
    start = MET + number * MONTH
    key = session_id(tandem, number + 1)
    return Session(key, tandem, number + 1, start, 120, "kept", start=start)


async def agreed(company: Company, *numbers: int) -> None:
    for number in numbers:
        key = tandem_id(number)
        terms = Terms()
        await put(company.first, "agreements", Agreement(key, key, terms, valid=terms))


async def looked_back(company: Company, *numbers: int) -> None:
    for number in numbers:
        tandem, session = tandem_id(number), session_id(tandem_id(number), 1)
        who, role, said = f"mentee-{number}", Role.MENTEE, Taken(line="Papageientaucher")
        key = retrospective_id(session, role)
        found = Retrospective(key, tandem, session, who, role, NOW, said)
        await put(company.first, "retrospectives", found)


async def fits(company: Company, **said: Feeling) -> None:
    """What mentees have said, by ``m`` and the number of their tandem."""
    for name, feeling in said.items():
        number = int(name[1:])
        key = fit_id(tandem_id(number), Role.MENTEE)
        who = f"mentee-{number}"
        await put(company.first, "fits", Fit(key, tandem_id(number), who, feeling, NOW))


async def moved(
    company: Company,
    stage: Stage,
    by: Sequence[int],
    at: datetime,
    *,
    first: int = 1,
    waiting: Waiting = Waiting.NO,
) -> None:
    """Mentees stood at 3 of 10, and have come so much further when they are asked; of the first
    tandem on.
    """
    for number, each in enumerate(by, start=first):
        who, role = f"mentee-{number}", Role.MENTEE
        key = enrolment_id(FIRST, role, who)
        began = answers(Competence(3))
        await put(
            company.first,
            "enrolments",
            Enrolment(key, who, role, EnrolmentState.DONE, NOW, "summary", began),
        )
        said = Marks("ai", competence=3 + each)
        await put(
            company.first,
            "measures",
            Measure(measure_id(key, stage), who, role, stage, at, said, waiting=waiting),
        )


async def counted(company: Company, at: datetime = COUNTED) -> Figures:
    """The figures after the night."""
    company.clock.moment = at
    await count_up(company.first, FIRST)
    found = await all_of(company.first, "figures")
    return found[0] if found else Figures(FIRST)
