"""Somebody's traces in rows that are not theirs alone: their id becomes a pseudonym there, and
where others have named them, they are named no more.

The pseudonym is keyed by a secret of the installation, so that two who were a tandem are not
brought together again if one of them comes back, and nobody can tell from the database who it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from mentoring.domain.intervention import Intervention
from mentoring.domain.invitation import Entry
from mentoring.domain.match_run import OwnerDecision
from mentoring.domain.matching.decisions import Lock
from mentoring.domain.programme import Contact, Sponsor
from mentoring.domain.questionnaire import Step


@dataclass(frozen=True)
class Traces:
    """Whom to forget (``known_as``: the id, sign-in name and addresses), what stands in their
    place, and their name, as owners may have written it into a reason.
    """

    known_as: frozenset[str]
    pseudonym: str
    called: str = ""

    def are_in(self, row: object) -> bool:
        """Whether the row names them anywhere; addresses are spelt in capitals, too."""
        told = repr(row).casefold()
        return any(each in told for each in (*self._small, self.called.casefold()) if each)

    def instead_of(self, named: str) -> str:
        """The pseudonym where it is they who are named."""
        return self.pseudonym if self._are(named) else named

    def forgotten(self, row: Any) -> Any:  # noqa: ANN401 - the row's own type
        """The row without them; its id, too, where it is made of theirs."""
        changed = self._without(row)
        key = row.id
        for each in self.known_as:
            key = key.replace(each, self.pseudonym)
        return replace(changed, id=key) if key != row.id else changed

    def _without(self, value: Any) -> Any:  # noqa: ANN401 - whatever is nested
        match value:
            case str():
                return self.instead_of(value)
            case Mapping():
                return {
                    key: self._without(each) for key, each in value.items() if not self._are(key)
                }
            case list():
                return list(self._several(value))
            case tuple():
                return tuple(self._several(value))
            case Sponsor() | Contact():
                return type(value)() if self._are(value.email) else value
            case BaseModel():
                changes = {
                    name: self._without(getattr(value, name)) for name in type(value).model_fields
                }
                return value.model_copy(update=changes)
        return self._within(value) if is_dataclass(value) else value

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(each.casefold() for each in self.known_as)

    def _are(self, named: object) -> bool:
        return isinstance(named, str) and named.casefold() in self._small

    def _several(self, values: list[Any] | tuple[Any, ...]) -> Iterator[Any]:
        """What stands in a list, without their entry in a list of people."""
        for each in values:
            if not (isinstance(each, Entry) and each.person_id in self.known_as):
                yield self._without(each)

    def _within(self, value: Any) -> Any:  # noqa: ANN401 - any dataclass
        """What others have answered names them no more; everything else has the pseudonym."""
        if isinstance(value, OwnerDecision | Lock | Intervention) and self._is_told_in(value):
            value = replace(value, reason="")
        changes = {}
        for each in fields(value):
            found = getattr(value, each.name)
            if isinstance(value, Step) and isinstance(found, tuple):
                changes[each.name] = tuple(one for one in found if one not in self.known_as)
            else:
                changes[each.name] = self._without(found)
        return replace(value, **changes)

    def _is_told_in(self, value: OwnerDecision | Lock | Intervention) -> bool:
        """Whether an owner's reason is about them, or theirs: as a sentence that lacks a word
        tells who it was, all of it goes.
        """
        named = self.called.casefold()
        is_named = bool(named) and named in value.reason.casefold()
        return is_named or any(self._are(getattr(value, each.name)) for each in fields(value))
