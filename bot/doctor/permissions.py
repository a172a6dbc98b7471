"""Graph's permissions and people's mailboxes, by harmless calls.

What Exchange grants, it may grant for some mailboxes only (RBAC for Applications): then a 403 for
one of them is no missing permission, and is told by name.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bot.doctor.case import Case
from bot.doctor.lines import (
    UNEXPECTED,
    Line,
    Part,
    Who,
    fine,
    missing,
    undecided,
    unheard,
    unseen,
)
from graph.directory_calls import mailbox_settings
from graph.permissions import ONLY_FOR_CIRCLES
from graph.probes import PROBES, Probe, Sample
from mentoring.domain.errors import NotAllowed, NotThere
from mentoring.domain.people import Profile

OF_PEOPLE = {"user", "linked"}
"""The purposes of mailboxes that belong to one person (learn.microsoft.com, mailboxSettings)."""


Grant: TypeAlias = bool | Exception | None
"""Whether it is granted; None where no mailbox could, the error where nothing was heard."""


@dataclass(frozen=True)
class Mailbox:
    """What a mailbox grants, by permission."""

    person: Profile
    grants: Mapping[str, Grant]

    @property
    def refuses(self) -> list[str]:
        """The permissions that do not count for it."""
        return [permission for permission, given in self.grants.items() if given is False]

    @property
    def exists(self) -> bool:
        """Whether it is a mailbox of Exchange Online at all."""
        return any(given is not None for given in self.grants.values())

    @property
    def unheard(self) -> Exception | None:
        """Why one of the answers is missing, if one is."""
        return next((each for each in self.grants.values() if isinstance(each, Exception)), None)


async def permissions(case: Case) -> AsyncIterator[Line]:
    """A line a permission, then a line for each mailbox with which something is wrong, and one for
    all in which everything is granted.
    """
    boxes = [await _mailbox(case, each) for each in case.able]
    for probe in PROBES.values():
        yield _of_mailboxes(probe, boxes) if probe.of_mailbox else await _of_all(case, probe)
    usable = 0
    for box in boxes:
        wrong = await _wrong_with(case, box, boxes)
        usable += not (wrong or box.refuses)
        if wrong:
            yield wrong
    if usable:
        yield fine("mailbox", "mailboxes", count=usable)


async def _mailbox(case: Case, person: Profile) -> Mailbox:
    sample = case.sample(person.id)
    asked = [probe for probe in PROBES.values() if probe.of_mailbox]
    return Mailbox(person, {each.permission: await _granted(case, each, sample) for each in asked})


async def _granted(case: Case, probe: Probe, sample: Sample) -> Grant:
    try:
        return await probe(case.outside.graph, sample)
    except UNEXPECTED as error:
        return error


async def _of_all(case: Case, probe: Probe) -> Line:
    granted = await _granted(case, probe, case.sample())
    if isinstance(granted, Exception):
        return unheard(Part.PERMISSION, granted, probe.permission)
    if granted:
        return fine("permission", "permission", permission=probe.permission)
    facts = {"permission": probe.permission, "way": case.way}
    if probe.permission in ONLY_FOR_CIRCLES:
        return undecided("permission", "permission-circles", Who.ENTRA, **facts)
    return missing("permission", "permission-missing", Who.ENTRA, **facts)


def _of_mailboxes(probe: Probe, boxes: list[Mailbox]) -> Line:
    """One mailbox that grants it shows that it was granted."""
    name = probe.permission
    given = {box.grants[name] for box in boxes}
    if True in given:
        return fine("permission", "permission", permission=name)
    if False in given:
        return missing("permission", "permission-mailbox", Who.EXCHANGE, permission=name)
    for error in (each for each in given if isinstance(each, Exception)):
        return unheard(Part.PERMISSION, error, name)
    return unseen(Part.PERMISSION, "permission-unknown", Who.OPERATOR, permission=name)


async def _wrong_with(case: Case, box: Mailbox, boxes: list[Mailbox]) -> Line | None:
    name = box.person.name
    if not box.exists:
        return missing("mailbox", "mailbox-none", Who.EXCHANGE, name=name)
    granted_to_others = [p for p in box.refuses if any(each.grants[p] is True for each in boxes)]
    if granted_to_others:
        listed = ", ".join(granted_to_others)
        return missing("mailbox", "mailbox-scope", Who.EXCHANGE, name=name, permissions=listed)
    if box.unheard:
        return unheard(Part.MAILBOX, box.unheard, name)
    return await _kind_of(case, box.person)


async def _kind_of(case: Case, person: Profile) -> Line | None:
    name = person.name
    try:
        kind = await _kind(case, person)
    except UNEXPECTED as error:
        return unheard(Part.MAILBOX, error, name)
    if kind not in OF_PEOPLE:
        return missing("mailbox", "mailbox-kind", Who.EXCHANGE, name=name, kind=kind)
    return None


async def _kind(case: Case, person: Profile) -> str:
    try:
        answer = await mailbox_settings(case.outside.graph, user_id=person.id)
    except (NotAllowed, NotThere):
        return "user"  # nobody can tell; what was refused has a line of its own
    return str(answer.json.get("userPurpose") or "user")
