"""What programmes hold about people: who set something, and whom the settings name."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.domain.act import Act
from mentoring.domain.cycle import Cycle, RegisteredProgramme, SettingsVersion
from mentoring.domain.succession import Succession
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import (
    NOBODY,
    SERVING,
    STANDING,
    TOGETHER,
    Part,
    Reader,
    holds,
    names_people,
    naming,
)


@holds(
    SettingsVersion,
    Part(
        "owners-settings",
        ("by", "at", "source"),
        kept=TOGETHER,
        seen_by={Reader.PERSON, Reader.OWNERS},
        emptied={"by": ""},
    ),
)
def settings_by(uow: UnitOfWork, person_id: str) -> Iterable[SettingsVersion]:
    """The versions that the person has set."""
    return uow.settings_versions.all(by=person_id)


@holds(
    SettingsVersion,
    Part(
        "named-in-settings",
        ("settings",),
        kept=STANDING,
        seen_by={Reader.PERSON, Reader.PARTNER, Reader.OWNERS},
    ),
    quick=False,
)
def settings_of_sponsor(uow: UnitOfWork, person_id: str) -> Iterable[SettingsVersion]:
    """The versions that name the person, by an address of theirs, as sponsor or one of the
    contacts.
    """
    known = uow.people.get(person_id)
    every = uow.settings_versions.all() if known else ()
    return [
        each
        for each in every
        if known and any(known.profile.is_meant_by(email) for email in _standing_for(each))
    ]


def _standing_for(version: SettingsVersion) -> tuple[str, ...]:
    settings = version.settings
    return settings.sponsor.email, settings.contact.email, settings.boundary.email


@names_people(SettingsVersion, "settings")
def settings_naming(uow: UnitOfWork, person_id: str) -> Iterable[SettingsVersion]:
    """The versions whose matching keeps the person apart from others, by id or address."""
    known = uow.people.get(person_id)
    names = known.profile.names if known else frozenset({person_id.casefold()})
    return [
        each
        for each in uow.settings_versions.all()
        if not names.isdisjoint(person.casefold() for person in each.settings.matching.named)
    ]


@holds(
    RegisteredProgramme,
    Part("owner", ("owners",), kept=SERVING, seen_by=NOBODY),
    Part("owner-shut-off", ("shut_off",), kept=SERVING, seen_by={Reader.OWNERS}),
)
def owned(uow: UnitOfWork, person_id: str) -> Iterable[RegisteredProgramme]:
    """The programmes that the person owns."""
    return naming(uow.programmes, person_id, "owners")


@holds(Cycle, Part("tries", ("tried_by",), kept=SERVING, seen_by={Reader.PERSON}))
def tries(uow: UnitOfWork, person_id: str) -> Iterable[Cycle]:
    """The cycles that the person tries out."""
    return uow.cycles.all(tried_by=person_id)


@holds(
    Act,
    Part(
        "owners-acts",
        ("by", "at", "what", "how", "before", "after"),
        kept=TOGETHER,
        seen_by={Reader.PERSON, Reader.OWNERS},
        emptied={"by": ""},
    ),
)
def acts_by(uow: UnitOfWork, person_id: str) -> Iterable[Act]:
    """What the person has decided, as an owner."""
    return uow.acts.all(by=person_id)


@holds(
    Succession,
    Part(
        "successor",
        ("person_id", "name", "state", "noted_at"),
        kept=TOGETHER,
        seen_by={Reader.PERSON, Reader.OWNERS},
    ),
)
def named_as_successor(uow: UnitOfWork, person_id: str) -> Iterable[Succession]:
    """Where the person is named to become an owner."""
    return uow.successions.all(person_id=person_id)


@holds(
    Succession,
    Part("owners-acts", ("by",), kept=TOGETHER, seen_by={Reader.PERSON, Reader.OWNERS}),
)
def successors_named_by(uow: UnitOfWork, person_id: str) -> Iterable[Succession]:
    """Whom the person has named, as an owner."""
    return uow.successions.all(by=person_id)


@holds(
    Succession,
    Part(
        "owners-acts",
        ("withdrawn_by",),
        kept=TOGETHER,
        seen_by={Reader.PERSON, Reader.OWNERS},
    ),
)
def successors_withdrawn_by(uow: UnitOfWork, person_id: str) -> Iterable[Succession]:
    """Whom the person has withdrawn, as an owner."""
    return uow.successions.all(withdrawn_by=person_id)


@holds(
    Succession,
    Part("successor-asked", ("choices",), kept=TOGETHER, seen_by={Reader.OWNERS}),
    quick=False,
)
def may_be_meant(uow: UnitOfWork, person_id: str) -> Iterable[Succession]:
    """Where the person was one of those who may be meant."""
    return naming(uow.successions, person_id, "choices")
