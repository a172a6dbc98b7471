"""What the owner of a rehearsal says, and what must have happened before the next line is
spoken.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sandbox.directory import Person
from sandbox.personas import Cast, Role

PEOPLE_A_COMMAND = 200
"""A person's message in Teams takes about 28 KB; so many addresses stay well below."""


def invitations(cast: Cast, role: Role, cycle: int = 1) -> Iterator[str]:
    """The commands that invite everybody of a role who joins for the cycle, split so that each fits
    into a message.
    """
    people = cast.invited(role, cycle)
    for start in range(0, len(people), PEOPLE_A_COMMAND):
        yield f"invite {role}s {_addresses(people[start : start + PEOPLE_A_COMMAND])}"


def addresses_in(command: str) -> frozenset[str]:
    """Whom a command of ``invitations`` names, by address."""
    return frozenset(command.split(" ", 2)[2].split(", "))


def launch_day(now: date) -> date:
    """A Monday, two to three weeks ahead."""
    soon = now + timedelta(days=14)
    return soon + timedelta(days=-soon.weekday() % 7)


def _addresses(people: list[Person]) -> str:
    return ", ".join(person.mail for person in people)
