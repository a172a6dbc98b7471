"""Three tandems of one topic, and the community for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from mentoring.domain.circle import member_id, topic_circle_id
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.programme import Programme
from mentoring.domain.session import Session, session_id
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import closing, ending
from mentoring.usecases.launch.team_needs import needs_team
from tests.usecases.circles import mentors
from tests.usecases.company import FIRST, Company, all_of, one

AI = topic_circle_id(FIRST, "ai")
WANTED = Programme(name="Tandem Nord", communities=True)
UNWANTED = Programme(name="Tandem Nord")
TWOS = (("jan", "mia"), ("nils", "olaf"), ("pia", "quin"))
SIX = sorted(who for two in TWOS for who in two)
FIVE = SIX[:5]
joins, leaves = partial(mentors.joins, circle=AI), partial(mentors.leaves, circle=AI)


def are_paired(
    uow: UnitOfWork, moment: Moment, mentor: str, mentee: str, topic: str = "ai"
) -> None:
    key, now = tandem_of(mentor), moment.now
    made = Tandem(key, 10, "run-1:9", mentor, mentee, TandemState.LAUNCHED, now, now)
    uow.tandems.put(replace(made, team_id="team", launch_id="launch-1"))
    start = now - timedelta(days=3)
    uow.sessions.put(Session(session_id(key, 1), key, 1, start, 120, "kept", start=start))
    uow.kit_choices.put(KitChoice(session_id(key, 1), key, f"{topic}-1", topic))


def tandem_of(mentor: str) -> str:
    return f"{FIRST}.tandem-of-{mentor}"


async def end(company: Company, *twos: tuple[str, str]) -> None:
    for mentor, _ in twos:
        key = tandem_of(mentor)
        await company.first.run(lambda uow, _, it: ending.close(uow, it), key)
        await company.first.run(closing.ended, "", key, clear=True)
    await catch_up(company.unbound)


def kits_of(twos: Sequence[tuple[str, str]]) -> list[str]:
    return [session_id(tandem_of(mentor), 1) for mentor, _ in twos]


def place_of(who: str) -> str:
    return member_id(AI, who)


async def places(company: Company) -> dict[str, str]:
    rows = await all_of(company.first, "circle_members", circle_id=AI)
    return {each.person_id: each.state for each in rows}


async def inside(company: Company) -> set[str]:
    circle = await one(company.first, "circles", AI)
    return company.teams.inside.get(circle.channel_id, set())


async def needs(company: Company, who: str) -> bool:
    return await company.first.read(lambda uow, _, w: needs_team(uow, "team", w), who)
