"""The company with many mentors, whose owners want a circle for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from mentoring.domain.circle import Circle, CircleMember, member_id, mentors_circle_id
from mentoring.domain.errors import OutsideError
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.circles import channel, membership
from mentoring.usecases.circles.card import CircleNotice, circle_card
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.effects import EFFECTS
from mentoring.usecases.launch.running import it_runs
from tests.usecases.company import (
    FIRST,
    Company,
    all_of,
    asked_for,
    one,
    person,
    profile,
    shown,
)

MENTORS = ("jan", "mia", "nils", "olaf", "pia")
"""The first five; the others come later."""
LATER = ("quin", "rosa")
CIRCLE = mentors_circle_id(FIRST)
UNWANTED = Programme(name="Tandem Nord")
WANTED = Programme(name="Tandem Nord", mentors_circle=True)


def place_of(who: str) -> str:
    return member_id(CIRCLE, who)


async def with_circles(company: Company) -> None:
    """Owners want circles, and everybody is known."""
    await company.set_up(WANTED)
    for who in (*MENTORS, *LATER):
        company.people.profiles[who] = profile(who)
    company.teams.people["team"] = {"jan", "eva"}

    def unit(uow: UnitOfWork, _: Moment) -> None:
        for who in (*MENTORS, *LATER):
            if who != "jan":
                uow.people.put(person(who))

    await company.first.run(unit)
    await company.store.run(_in_team)


def _in_team(uow: UnitOfWork) -> None:
    home = uow.programmes.need("p1")
    uow.programmes.put(replace(home, teams=("team",)))


async def launches(company: Company, *mentors: str) -> None:
    """These have a tandem from now on; who has one keeps it."""
    for who in mentors:
        await company.first.run(_launched, who)
    await catch_up(company.unbound)


def _launched(uow: UnitOfWork, moment: Moment, who: str) -> None:
    found = uow.tandems.first(mentor_id=who)
    key, number, state = f"{FIRST}.tandem-of-{who}", 10, TandemState.LAUNCHED
    both, now = (who, "eva"), moment.now
    made = Tandem(key, number, "run-1:9", *both, state, now, now, team_id="team")
    it_runs(uow, moment, found or uow.tandems.put(made))


async def joins(company: Company, *people: str, circle: str = CIRCLE) -> None:
    for who in people:
        await company.first.run(membership.join, member_id(circle, who), who)


async def leaves(company: Company, *people: str, circle: str = CIRCLE) -> None:
    for who in people:
        await company.first.run(membership.leave, member_id(circle, who), who)


async def carried_out(company: Company) -> None:
    """All that was asked for about circles is done, until nothing is left."""
    kinds = [
        each.name
        for each in (
            channel.open_circle,
            channel.let_in,
            channel.let_out,
            channel.archive_circle,
            channel.leave_circles_team,
        )
    ]
    for kind in kinds:
        await carried_out_of(company, kind)


async def carried_out_of(company: Company, kind: str) -> None:
    """All of this kind that was asked for is done."""
    for each in await all_of(company.first, "effects", kind=kind, done=False):
        await EFFECTS[kind](company.first, each.subject_id)
        await company.first.run(_is_done, each.id)


def _is_done(uow: UnitOfWork, moment: Moment, key: str) -> None:
    uow.effects.put(replace(uow.effects.need(key), done=True, done_at=moment.now))


def refused_in(
    company: Company, monkeypatch: pytest.MonkeyPatch, call: str, refusal: OutsideError
) -> None:
    """The first team answers so; the others take what comes."""
    usual = getattr(company.teams, call)

    async def answered(team_id: str, *about: object, **more: object) -> object:
        if team_id == "team":
            raise refusal
        return await usual(team_id, *about, **more)

    monkeypatch.setattr(company.teams, call, answered)


async def the_circle(company: Company) -> Circle:
    found = await one(company.first, "circles", CIRCLE)
    assert isinstance(found, Circle)
    return found


async def places(company: Company) -> dict[str, str]:
    rows: Sequence[CircleMember] = await all_of(company.first, "circle_members")
    return {each.person_id: each.state for each in rows}


async def inside(company: Company) -> set[str]:
    """Who is in the channel."""
    circle = await the_circle(company)
    return company.teams.inside.get(circle.channel_id, set())


async def offered(company: Company) -> list[str]:
    """To whom the circle is to be brought."""
    asked = await asked_for(company.first, "bring_card")
    return sorted(each.rpartition(":")[2] for each in asked if each.startswith("circle_card"))


async def read(company: Company, who: str) -> CircleNotice:
    found = await shown(company.first, circle_card.name, place_of(who), who)
    assert isinstance(found, CircleNotice)
    return found
