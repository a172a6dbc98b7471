"""The company's directory of people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from mentoring.domain.finding import Standing
from mentoring.domain.people import Profile


@dataclass(frozen=True)
class Group:
    """A group of the directory; names are not unique, its address and id are."""

    id: str
    name: str
    mail: str = ""
    description: str = ""


@dataclass(frozen=True)
class Account:
    """Whether the directory lets somebody take part: ``hindrance`` is a code of
    ``Profile.hindrance`` or ``gone``; ``is_on_premises``: the account comes from the company's own
    servers.
    """

    hindrance: str = ""
    is_on_premises: bool = False


class Directory(Protocol):
    """The company's directory of people."""

    async def find(self, text: str) -> tuple[Profile, ...]:
        """The people whose e-mail or name is ``text``; several if more than one has this
        name.
        """
        ...

    async def find_each(self, words: Sequence[str]) -> Mapping[str, tuple[Profile, ...]]:
        """Whom each of these texts means, as ``find`` says, with fewer questions."""
        ...

    async def profile(self, person_id: str) -> Profile:
        """The full profile with chain of managers, zone and locale; ``NotThere`` if nobody has this
        id.
        """
        ...

    async def names(self, ids: Sequence[str]) -> Mapping[str, str]:
        """The names of those of these ids that the directory has."""
        ...

    async def standings(self, ids: Sequence[str], depth: int | None) -> Mapping[str, Standing]:
        """What the directory says today of those of these ids that it has, with their managers
        ``depth`` levels up (0: all of them, None: none).
        """
        ...

    async def accounts(self, ids: Sequence[str]) -> Mapping[str, Account]:
        """Whether each of these ids can take part, as the directory says today; one that it does
        not have is ``gone``.
        """
        ...

    async def photo(self, person: str) -> str:
        """A small picture of whoever has this id or e-mail, as a ``data:`` URI; empty if there is
        none.
        """
        ...

    async def like(self, text: str) -> tuple[Profile, ...]:
        """A few people whose first or last name is ``text``, or whose name begins with it."""
        ...

    async def groups(self, text: str) -> tuple[Group, ...]:
        """The groups whose name, e-mail or id is ``text``; several if more than one has this
        name.
        """
        ...

    async def people_of(self, group_id: str) -> tuple[Profile, ...]:
        """A group's people, groups inside it included."""
        ...
