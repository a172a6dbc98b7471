"""People, their managers, zones and languages, and groups, from the company's directory."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from graph.client import Graph
from graph.directory_calls import (
    IDS_A_QUESTION,
    any_of,
    group_people,
    groups_named,
    mailbox_settings,
    photo_of,
    quoted,
    user_with_managers,
    users_by_id,
    users_where,
)
from graph.finding import Question, closest, condition_of, questions
from graph.paging import rows
from graph.pictures import as_data_uri
from graph.profiles import account_of, id_of, manager_of, name_of, profile_of, standing_of
from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.finding import Standing
from mentoring.domain.matching.settings import ANY_DEPTH
from mentoring.domain.people import ID, Profile
from mentoring.ports.directory import Account, Group

USER = "#microsoft.graph.user"
AT_ONCE = 10
MOST_ALIKE = 6
QUESTIONS_AT_ONCE = 8
MOST_FOUND = 50


class GraphDirectory:
    """The company's directory; see ``mentoring.ports.Directory``."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def find(self, text: str) -> tuple[Profile, ...]:
        """The people whose id, e-mail (an earlier one, too), sign-in name or display name equals
        ``text``; if there is none, whoever is called so with the last name in front (``Last,
        First`` or ``Last First``).
        """
        users = (await users_where(self._graph, condition=condition_of(text))).json["value"]
        return tuple(map(profile_of, closest(text, users)))

    async def find_each(self, words: Sequence[str]) -> Mapping[str, tuple[Profile, ...]]:
        """Whom each of these means, as ``find`` says: several are asked for at once, and only those
        whom that does not find for sure are asked for singly.
        """
        gate = asyncio.Semaphore(QUESTIONS_AT_ONCE)
        answers = await asyncio.gather(*(self._asked(gate, each) for each in questions(words)))
        found = {key: people for answer in answers for key, people in answer.items()}
        left = [each for each in dict.fromkeys(words) if each not in found]
        singly = await asyncio.gather(*(self._singly(gate, each) for each in left))
        return {**found, **dict(zip(left, singly, strict=True))}

    async def _asked(
        self, gate: asyncio.Semaphore, question: Question
    ) -> Mapping[str, tuple[Profile, ...]]:
        """Where so many are called so that the answer has a second page, none of them is found."""
        async with gate:
            asked = users_where(self._graph, condition=question.condition, most=MOST_FOUND)
            answer = (await asked).json
        if "@odata.nextLink" in answer:
            return {}
        meant = question.meant(answer["value"])
        return {words: tuple(map(profile_of, rows)) for words, rows in meant.items()}

    async def _singly(self, gate: asyncio.Semaphore, words: str) -> tuple[Profile, ...]:
        async with gate:
            return await self.find(words)

    async def like(self, text: str) -> tuple[Profile, ...]:
        """At most six people whose first or last name is ``text``, or whose name begins so."""
        if "@" in text or ID.fullmatch(text):
            return ()
        value = quoted(text)
        alike = f"givenName eq '{value}' or surname eq '{value}'"
        condition = f"{alike} or startswith(displayName,'{value}')"
        answer = await users_where(self._graph, condition=condition)
        return tuple(profile_of(user) for user in answer.json["value"][:MOST_ALIKE])

    async def profile(self, person_id: str) -> Profile:
        """The full profile; ``NotThere`` if nobody has this id."""
        user = (await user_with_managers(self._graph, user_id=person_id)).json
        settings = await self._settings(person_id)
        return profile_of(user, settings)

    async def _settings(self, person_id: str) -> Mapping[str, Any]:
        """The mailbox's settings; without a mailbox, or where it may not be read or refuses to tell
        them, there are none.
        """
        try:
            answer = await mailbox_settings(self._graph, user_id=person_id)
        except (NotThere, NotAllowed, Rejected):
            return {}
        settings: Mapping[str, Any] = answer.json
        return settings

    async def names(self, ids: Sequence[str]) -> Mapping[str, str]:
        """The names of those of these ids that the directory has."""
        return {id_of(user): name_of(user) for user in await self._with_ids(ids)}

    async def _with_ids(self, ids: Sequence[str]) -> Sequence[Mapping[str, Any]]:
        users: list[Mapping[str, Any]] = []
        for start in range(0, len(ids), AT_ONCE):
            some = any_of("id", ids[start : start + AT_ONCE])
            users += (await users_where(self._graph, condition=some)).json["value"]
        return users

    async def standings(self, ids: Sequence[str], depth: int | None) -> Mapping[str, Standing]:
        """What the directory says today of those of these ids that it has.

        ``depth`` levels of managers are read (0: all of them, None: none), each of them once, and
        only their own managers' ids are looked at.
        """
        read: dict[str, Mapping[str, Any]] = {}
        wanted, levels = set(ids), 0
        while wanted and (depth == ANY_DEPTH or levels < (depth or 1)):
            found = await self._by_id(sorted(wanted))
            read |= found
            above = {manager_of(user) for user in found.values()}
            wanted, levels = above - read.keys() - {""}, levels + 1
        return {key: standing_of(key, read, depth) for key in ids if key in read}

    async def _by_id(self, ids: Sequence[str]) -> dict[str, Mapping[str, Any]]:
        found: dict[str, Mapping[str, Any]] = {}
        for start in range(0, len(ids), IDS_A_QUESTION):
            answer = await users_by_id(self._graph, ids=ids[start : start + IDS_A_QUESTION])
            found |= {id_of(user): user for user in answer.json["value"]}
        return found

    async def accounts(self, ids: Sequence[str]) -> Mapping[str, Account]:
        """Whether each of these ids can take part, ten to a question."""
        found = {id_of(user): account_of(user) for user in await self._with_ids(ids)}
        return {**dict.fromkeys(ids, Account("gone")), **found}

    async def photo(self, person: str) -> str:
        """A picture of a few KB as a ``data:`` URI; empty if there is none, or none that may be
        read.
        """
        try:
            known_as = await self._known_as(person)
            picture = (await photo_of(self._graph, user_id=known_as)).raw
        except (NotThere, NotAllowed, Rejected):
            return ""
        return await asyncio.to_thread(as_data_uri, picture)

    async def _known_as(self, person: str) -> str:
        """An id as it stands; for an address the id of whoever it reaches, because Graph takes none
        but the sign-in name instead (learn.microsoft.com, user: get).
        """
        if "@" not in person:
            return person
        found = await self.find(person)
        return found[0].id if len(found) == 1 else person

    async def groups(self, text: str) -> tuple[Group, ...]:
        """The groups whose name, e-mail or id is ``text``: display names are not unique, by design
        (microsoft-graph-docs issues 14868 and 21142).
        """
        found = (await groups_named(self._graph, name=text)).json["value"]
        return tuple(
            Group(
                id_of(each),
                each.get("displayName") or "",
                each.get("mail") or "",
                each.get("description") or "",
            )
            for each in found
        )

    async def people_of(self, group_id: str) -> tuple[Profile, ...]:
        """A group's people, groups inside it included."""
        members = rows(lambda page: group_people(self._graph, group_id=group_id, page=page))
        return tuple(
            [profile_of(each) async for each in members if each.get("@odata.type", USER) == USER]
        )
