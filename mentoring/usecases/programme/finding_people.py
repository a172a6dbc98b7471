"""``find``: what owners may know of one person, told at once and kept nowhere.

It is what the list of people says of them, and which tandem they are in; not even that somebody has
been looked for is noted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.domain.errors import Refusal
from mentoring.domain.pasted import names_in
from mentoring.domain.people import ID, TITLES, Person, Profile, Role, one_spelling
from mentoring.domain.tandem import SEEMINGLY_OPEN, TOGETHER, TandemState
from mentoring.notices import Notice
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Among, Saying, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.own_tandem import Readers, none_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.programme.people_list import Listed, listed, uninvited
from mentoring.usecases.programme.period import clock_of, enrolment_open
from mentoring.usecases.programme.whereabouts import Standing, Whereabouts

MOST = 8
"""How many people are offered to choose from."""
APART = re.compile(r"[\s,;<>\"]+")


@dataclass(frozen=True)
class PersonNotice(Notice):
    """Somebody as owners may see them.

    ``tandems`` are number and partner of theirs that the owner who asks is not in; ``offers_until``
    is the last day of the round of offers, if one is open to them. ``rests`` are the roles in which
    their tandem has ended and they have not asked for another; where it was with the owner who
    asks, whether they have is not told. ``may_enrol``: they still can; ``is_over``: the cycle is.
    """

    person: Listed
    tandems: tuple[tuple[int, str], ...] = ()
    offers_until: date | None = None
    rests: tuple[Role, ...] = ()
    may_enrol: bool = True
    is_over: bool = False


@dataclass(frozen=True)
class SeveralNotice(Notice):
    """Several people of this name: each with what tells them apart; ``more`` are left out."""

    said: str
    people: tuple[tuple[str, str], ...]
    more: bool = False


@dataclass(frozen=True)
class UnaskedNotice(Notice):
    """Nobody who takes part is meant; ``name`` is that of the one whom the directory knows, empty
    where it knows none.
    """

    said: str
    name: str = ""


@dataclass(frozen=True)
class EachNotice(Notice):
    """What is said of each of several people; ``more`` were named than are looked up at once."""

    each: tuple[Notice, ...]
    more: bool = False


async def find(world: World, owner: str, said: str) -> Notice:
    """What may be known of the person who is meant, for the owner alone; of each of them where
    several ids or addresses are named.

    Raises:
        Refusal: ``find-whom`` if nobody is named; ``find-own``; whatever the directory is refused.
    """
    keys = _keys_in(said)
    if len(keys) < 2:
        return await _find_one(world, owner, said)
    each = [await _find_one(world, owner, key) for key in keys[:MOST]]
    return EachNotice(tuple(each), len(keys) > MOST)


def _keys_in(said: str) -> Sequence[str]:
    """The ids and addresses that are named, each once; an id is what a mention stands for."""
    words = (one_spelling(word.casefold()) for word in APART.split(said))
    return list(dict.fromkeys(each for each in words if "@" in each or ID.fullmatch(each)))


async def _find_one(world: World, owner: str, said: str) -> Notice:
    found = await world.read(_by_name, owner, said)
    if found:
        return found
    known = await _in_directory(world, said)
    if len(known) != 1:
        return UnaskedNotice(said)
    [(person, name)] = known.items()
    return await world.read(_by_id, owner, person) or UnaskedNotice(said, name)


async def _in_directory(world: World, said: str) -> Mapping[str, str]:
    """Whom the directory knows by these words: names by id."""
    words = next(iter(names_in(said)), said)
    if ID.fullmatch(words):
        return await world.directory.names([one_spelling(words)])
    return {each.id: each.name for each in await world.directory.find(words)}


def _by_name(uow: UnitOfWork, moment: Moment, owner: str, said: str) -> Notice | None:
    people = _meant(said, _candidates(uow, moment, said, owner))
    if len(people) == 1:
        return _seen(uow, moment, owner, people[0])
    others = [each for each in people if each.id != owner]
    if len(others) == 1:
        return _seen(uow, moment, owner, others[0])
    told = tuple((each.profile.name, _about(each.profile)) for each in others[:MOST])
    return SeveralNotice(said, told, len(others) > MOST) if told else None


def _by_id(uow: UnitOfWork, moment: Moment, owner: str, person_id: str) -> Notice | None:
    person = uow.people.get(person_id)
    return _seen(uow, moment, owner, person) if person else None


def _candidates(uow: UnitOfWork, moment: Moment, said: str, owner: str) -> Sequence[Person]:
    """Whoever stands somewhere for owners and may be meant, and the owner who asks: what they are
    answered about themselves does not depend on whether they do.
    """
    words = tuple(word for word in APART.split(said) if word.casefold() not in {"", *TITLES})
    if not words:
        raise Refusal("find-whom")
    standing = Standing(uow, moment, frozenset({owner}))
    there = Among((standing.everybody(), uow.people.those(id=owner)))
    ids = [one_spelling(word) for word in words if ID.fullmatch(word)]
    if ids:
        return uow.people.all(id=ids[0])
    mails = tuple(word for word in words if "@" in word)
    field = "profile.email" if mails else "profile.name"
    return uow.people.page(
        "profile.name", MOST + 2, 0, id=there, **{field: Saying(mails[:1] or words)}
    )


def _meant(said: str, people: Sequence[Person]) -> Sequence[Person]:
    """Those who are called or reached exactly as it is said, if there are any."""
    words = {word for word in APART.split(said.casefold()) if word not in {"", *TITLES}}
    exactly = [
        each
        for each in people
        if not words.isdisjoint(each.profile.names) or _words_of(each.profile) == words
    ]
    return exactly or people


def _words_of(profile: Profile) -> set[str]:
    return {word for word in APART.split(profile.name.casefold()) if word not in {"", *TITLES}}


def _about(profile: Profile) -> str:
    return " · ".join(filter(None, (profile.department, profile.location, profile.email)))


def _seen(uow: UnitOfWork, moment: Moment, owner: str, person: Person) -> Notice | None:
    if person.id == owner:
        raise Refusal("find-own")
    standing = Standing(uow, moment, frozenset({owner}), (person.id,))
    roles = standing.by_person().get(person.id)
    if not roles:
        return None
    until = _offered_until(uow, owner) if Whereabouts.OFFERED in roles.values() else None
    return PersonNotice(
        listed(person, roles, uninvited(uow, [person.id]).get(person.id, frozenset())),
        _tandems(uow, person.id, frozenset({owner})),
        until,
        rests=_resting(uow, owner, person.id),
        may_enrol=enrolment_open(moment, clock_of(uow, person.id)),
        is_over=moment.cycle.is_over,
    )


def _resting(uow: UnitOfWork, owner: str, person_id: str) -> tuple[Role, ...]:
    """The roles in which the person's tandem has ended, and owners read no more than that."""
    resting = {role for (role,) in uow.enrolments.columns("role", person_id=person_id, rests=True)}
    for role, mine, theirs in (
        (Role.MENTEE, "mentor_id", "mentee_id"),
        (Role.MENTOR, "mentee_id", "mentor_id"),
    ):
        if uow.tandems.any(**{mine: owner, theirs: person_id}, state=TandemState.CLOSED):
            resting.add(role)
    return tuple(role for role in Role if role in resting)


def _offered_until(uow: UnitOfWork, owner: str) -> date | None:
    """The last day of the round, which is the same for all that is on offer: nothing follows from
    it about a single offer.
    """
    end = uow.tandems.latest("round_ends_at", **SEEMINGLY_OPEN, **none_of(frozenset({owner})))
    return end.astimezone(clock_of(uow, owner)).date() if end else None


def _tandems(uow: UnitOfWork, person_id: str, readers: Readers) -> tuple[tuple[int, str], ...]:
    """The tandems of the person that no reader is in, each with the name of the partner."""
    mine = {"mentor_id": "mentee_id", "mentee_id": "mentor_id"}
    found: list[tuple[int, str]] = []
    for side, other in mine.items():
        where = {**none_of(readers), side: person_id, "state": tuple(TOGETHER)}
        pairs = uow.tandems.columns("number", other, **where)
        found += [(number, name_of(uow, partner)) for number, partner in pairs]
    return tuple(sorted(found))
