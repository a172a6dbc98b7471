"""People as the programme knows them: who they are in the company, and how they are reached."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from mentoring.domain.language import Language

ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
"""How the directory writes the id of somebody."""


def one_spelling(key: str) -> str:
    """The directory's id of somebody or something in small letters, as Graph writes it; anybody may
    write it otherwise [RFC 9562, section 4]. In all other ids case counts, so they stay.
    """
    return key.lower() if ID.fullmatch(key) else key


TITLES = frozenset(
    {
        "dr",
        "dr.",
        "prof",
        "prof.",
        "dr.-ing.",
        "mag.",
        "dipl.-ing.",
        "herr",
        "frau",
        "mr",
        "mr.",
        "ms",
        "ms.",
        "mrs.",
    }
)


BY_DIRECTORY = frozenset({"disabled", "guest", "no-licence"})
"""What hinders somebody by the directory alone; everything else was met in Teams, and ends when
they write or the app comes back to them.
"""
NOBODY_KNOWS = "Etc/UTC"
"""The clock of a profile whose own nobody knows: no place, and times by it are shown with its
name, so that nobody takes it for their own.
"""
ERASED = "erased-"
"""How the pseudonym of somebody begins who was erased."""


class Role(StrEnum):
    """What a participant is in a tandem."""

    MENTOR = "mentor"
    MENTEE = "mentee"


@dataclass(frozen=True)
class Profile:
    """What the directory says of a person; read from there, never typed.

    ``managers`` is the chain upwards, nearest first; ``level`` the distance from the top (1 = top).
    ``zone`` is an IANA name; where neither mailbox nor country tells one, ``zone_known`` is False,
    and that is said. ``hindrance`` says why the bot cannot reach the person, as a code, or
    is empty. ``working_days`` and ``working_hours`` (local wall clock; an end before the start lies
    on the next day) are the mailbox's, or Outlook's default. ``aliases`` are what else the
    directory knows them by, in small letters: the sign-in name and further e-mail addresses.
    """

    id: str
    name: str
    email: str
    department: str = ""
    job_title: str = ""
    location: str = ""
    country: str = ""
    state: str = ""
    zone: str = NOBODY_KNOWS
    zone_known: bool = False
    locale: str = ""
    managers: tuple[str, ...] = ()
    hindrance: str = ""
    working_days: tuple[str, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday")
    working_hours: tuple[time, time] = (time(8), time(17))
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """What means this person and nobody else, in small letters: id, sign-in name, addresses."""
        return frozenset(each.casefold() for each in (self.id, self.email, *self.aliases) if each)

    def is_meant_by(self, said: str) -> bool:
        """Whether what somebody has written, as address, sign-in name or id, is theirs."""
        return said.strip().casefold() in self.names

    @property
    def level(self) -> int:
        """Distance from the top of the company: 1 for somebody without a manager."""
        return len(self.managers) + 1

    @property
    def position(self) -> tuple[str, ...]:
        """Title and department, as far as the directory has them; a title that names its department
        says both.
        """
        return tuple(filter(None, (self.job_title, self.department_beside_title)))

    @property
    def department_beside_title(self) -> str:
        """The department; empty where the title names it already."""
        word = rf"(?<!\w){re.escape(self.department)}(?!\w)"
        return "" if re.search(word, self.job_title, re.IGNORECASE) else self.department


@dataclass(frozen=True)
class Person:
    """Somebody the bot knows: the profile, the language spoken with them, and where their chat
    is.
    """

    id: str
    profile: Profile
    language: Language
    chose_language: bool = False
    conversation: str = ""
    service_url: str = ""

    @property
    def is_shut_out(self) -> bool:
        """Whether nothing could be delivered to their chat, and nothing is sent there until they
        can be reached again.
        """
        return bool(self.profile.hindrance) and self.profile.hindrance not in BY_DIRECTORY

    @property
    def has_removed_bot(self) -> bool:
        """Whether the bot was taken out of their Teams; it comes back only if they like. Whoever
        has blocked it still has it, and may have let it in again meanwhile.
        """
        return self.profile.hindrance == "app-removed"

    @property
    def full_name(self) -> str:
        """The name as one says it: ``Berg, Dr. Anna`` is Anna Berg; titles are left out."""
        last, _, first = self.profile.name.partition(",")
        parts = [part for part in f"{first} {last}".split() if part.casefold() not in TITLES]
        return " ".join(parts) or self.profile.name.strip()

    @property
    def first_name(self) -> str:
        """The name used to address the person warmly."""
        return next(iter(self.full_name.split()), "")


def ids_by_name(people: Sequence[Person]) -> Mapping[str, str]:
    """People's ids by all that means them (``Profile.names``); an address that was somebody's and
    is another one's main address by now is the latter's.
    """
    every = {name: person.id for person in people for name in person.profile.names}
    primary = {person.profile.email.casefold(): person.id for person in people}
    return {name: person for name, person in (every | primary).items() if name}


@dataclass(frozen=True)
class Spoken:
    """What somebody's Teams tells beside their words: its ``locale``, and its clock (``zone``,
    IANA); empty where it tells none.
    """

    locale: str = ""
    zone: str = ""


UNSAID = Spoken()
