"""The cast of a rehearsal with one programme and one cycle.

Exactly N tandems exist, of N mentees and N different mentors, whatever scores the product gives:
there is a pairing of all N with all N that no hard rule forbids, every mentor takes one mentee, and
nobody else can be paired. Everybody else declines, stays silent, cannot be reached or is left over.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from sandbox.directory import Person
from sandbox.parts import Parts, group
from sandbox.personas import Cast, Ranks, Role
from sandbox.state import TenantState

Fits = Callable[[Person, Person], bool]


class CompanyTooSmall(ValueError):
    """The company has not enough people who may form tandems; ask `sandbox.company` for more."""


def cast(state: TenantState, tandems: int, seed: int) -> Cast:
    """Give out the parts for exactly `tandems` tandems. Raises CompanyTooSmall."""
    chance = random.Random(seed)  # noqa: S311 - invented people, not secrets
    free, parts, ranks = reachable(state, chance), Parts(chance), Ranks(state)
    *pairs, refused = pairs_of(free, ranks, tandems + 1, chance)
    played = [parts.pair(mentee, mentor) for mentee, mentor in pairs]
    taken = {person.id for pair in (*pairs, refused) for person in pair}
    free = [person for person in free if person.id not in taken]
    others = [*parts.refusing(*refused), *parts.others(free, tandems)]
    return replace(Cast.of_pairs(played, others), unreachable=unreachable(state))


def reachable(state: TenantState, chance: random.Random) -> list[Person]:
    """Everybody who may play a part, in random order."""
    owners = {key for one in state.programmes for key in state.teams[one.owners_team_id].members}
    fit = [
        person
        for person in state.people.values()
        if person.account_enabled
        and person.licensed
        and person.mailbox_readable
        and person.id not in owners
    ]
    fit.sort(key=lambda person: person.id)
    chance.shuffle(fit)
    return fit


def unreachable(state: TenantState) -> list[tuple[Role, Person]]:
    """Some whom the owner invites in vain."""
    gone = [one for one in state.people.values() if not (one.account_enabled and one.licensed)]
    return [
        ("mentee" if number % 2 else "mentor", person) for number, person in enumerate(gone[:4])
    ]


def pairs_of(
    free: list[Person], ranks: Ranks, wanted: int, chance: random.Random
) -> list[tuple[Person, Person]]:
    """So many disjoint pairs that no hard rule forbids, the seniors taken from above, the juniors
    from below.

    Raises CompanyTooSmall.
    """

    def fits(mentee: Person, mentor: Person) -> bool:
        return group(mentee, mentor) is not None and ranks.may_pair(mentee, mentor)

    ranked = sorted(free, key=lambda person: ranks.level(person.id))
    half = len(ranked) // 2
    assigned = _assign(ranked[:half], ranked[half:][::-1], fits, wanted)
    if len(assigned) < wanted:
        text = f"{len(ranked)} people give {len(assigned)} pairs, {wanted} are needed"
        raise CompanyTooSmall(f"{text}: make the company larger.")
    chance.shuffle(assigned)
    return assigned


def _assign(
    seniors: list[Person], juniors: list[Person], fits: Fits, wanted: int
) -> list[tuple[Person, Person]]:
    """At most `wanted` disjoint pairs, found by augmenting paths; the seniors' order decides who
    comes first.
    """
    mentee_of: dict[str, Person] = {}
    for senior in seniors:
        if len(mentee_of) < wanted:
            _augment(senior, juniors, fits, mentee_of)
    known = {mentor.id: mentor for mentor in juniors}
    return [(mentee, known[mentor_id]) for mentor_id, mentee in mentee_of.items()]


def _augment(
    senior: Person, juniors: list[Person], fits: Fits, mentee_of: dict[str, Person]
) -> None:
    """Give the senior a mentor, a free one if there is, else one whose mentee can move on (breadth
    first).
    """
    free = next((one for one in juniors if one.id not in mentee_of and fits(senior, one)), None)
    if free is not None:
        mentee_of[free.id] = senior
        return
    came_from: dict[str, tuple[Person, str | None]] = {
        mentor.id: (senior, None) for mentor in juniors if fits(senior, mentor)
    }
    queue = list(came_from)
    for mentor_id in queue:
        holder = mentee_of.get(mentor_id)
        if holder is None:
            _move_along(mentor_id, came_from, mentee_of)
            return
        for mentor in juniors:
            if mentor.id not in came_from and fits(holder, mentor):
                came_from[mentor.id] = (holder, mentor_id)
                queue.append(mentor.id)


def _move_along(
    free: str, came_from: dict[str, tuple[Person, str | None]], mentee_of: dict[str, Person]
) -> None:
    mentor_id: str | None = free
    while mentor_id is not None:
        mover, left_behind = came_from[mentor_id]
        mentee_of[mentor_id] = mover
        mentor_id = left_behind
