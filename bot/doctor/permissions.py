"""Graph's permissions and people's mailboxes, by harmless calls.

What Exchange grants, it may grant for some mailboxes only (RBAC for Applications): then a 403 for
one of them is no missing permission, and is told by name.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

from bot.doctor.case import Case
from bot.doctor.lines import Line, Who, fine, missing, undecided
from graph.directory_calls import mailbox_settings
from graph.permissions import ONLY_FOR_CIRCLES
from graph.probes import PROBES, Probe
from mentoring.domain.errors import NotAllowed, NotThere
from mentoring.domain.people import Profile

OF_PEOPLE = {"user", "linked"}
"""The purposes of mailboxes that belong to one person (learn.microsoft.com, mailboxSettings)."""


@dataclass(frozen=True)
class Mailbox:
    """What a mailbox grants, by permission; None where it is none that could."""

    person: Profile
    grants: Mapping[str, bool | None]

    @property
    def refuses(self) -> list[str]:
        """The permissions that do not count for it."""
        return [permission for permission, given in self.grants.items() if given is False]

    @property
    def exists(self) -> bool:
        """Whether it is a mailbox of Exchange Online at all."""
        return any(given is not None for given in self.grants.values())


async def permissions(case: Case) -> AsyncIterator[Line]:
    """A line a permission, then a line for what is wrong with mailboxes."""
    boxes = [await _mailbox(case, each) for each in case.people if not each.hindrance]
    for probe in PROBES.values():
        yield _of_mailboxes(probe, boxes) if probe.of_mailbox else await _of_all(case, probe)
    wrong = [line for box in boxes for line in [await _wrong_with(case, box, boxes)] if line]
    for line in wrong:
        yield line
    if boxes and not wrong:
        yield fine("mailbox", "mailboxes", count=len(boxes))


async def _mailbox(case: Case, person: Profile) -> Mailbox:
    sample = case.sample(person.id)
    graph = case.outside.graph
    return Mailbox(
        person,
        {name: await probe(graph, sample) for name, probe in PROBES.items() if probe.of_mailbox},
    )


async def _of_all(case: Case, probe: Probe) -> Line:
    if await probe(case.outside.graph, case.sample()):
        return fine("permission", "permission", permission=probe.permission)
    if probe.permission in ONLY_FOR_CIRCLES:
        return undecided("permission", "permission-circles", Who.ENTRA, permission=probe.permission)
    return missing("permission", "permission-missing", Who.ENTRA, permission=probe.permission)


def _of_mailboxes(probe: Probe, boxes: list[Mailbox]) -> Line:
    """One mailbox that grants it shows that it was granted."""
    name = probe.permission
    given = {box.grants[name] for box in boxes}
    if True in given:
        return fine("permission", "permission", permission=name)
    if False in given:
        return missing("permission", "permission-mailbox", Who.EXCHANGE, permission=name)
    return undecided("permission", "permission-unknown", Who.OPERATOR, permission=name)


async def _wrong_with(case: Case, box: Mailbox, boxes: list[Mailbox]) -> Line | None:
    name = box.person.name
    if not box.exists:
        return missing("mailbox", "mailbox-none", Who.EXCHANGE, name=name)
    granted_to_others = [p for p in box.refuses if any(each.grants[p] for each in boxes)]
    if granted_to_others:
        listed = ", ".join(granted_to_others)
        return missing("mailbox", "mailbox-scope", Who.EXCHANGE, name=name, permissions=listed)
    kind = await _kind(case, box.person)
    if kind not in OF_PEOPLE:
        return missing("mailbox", "mailbox-kind", Who.EXCHANGE, name=name, kind=kind)
    return None


async def _kind(case: Case, person: Profile) -> str:
    try:
        answer = await mailbox_settings(case.outside.graph, user_id=person.id)
    except (NotAllowed, NotThere):
        return "user"  # nobody can tell; what was refused has a line of its own
    return str(answer.json.get("userPurpose") or "user")
