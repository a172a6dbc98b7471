"""What the daily watch finds about a running tandem: a leaver, a long absence, a conflict that was
none when the two were brought together.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from mentoring.domain.people import Role

LONG = timedelta(weeks=4)
"""An absence of which at least so much is still ahead is long: at the usual rhythm a session is
lost.
"""


class FindingKind(StrEnum):
    """What may be found; the last two are named as the matching's rules."""

    GONE = "gone"
    DISABLED = "disabled"
    LONG_ABSENCE = "long_absence"
    REPORTING_LINE = "reporting_line"
    SAME_DEPARTMENT = "same_department"


OF_THE_PAIR = (FindingKind.REPORTING_LINE, FindingKind.SAME_DEPARTMENT)


class FindingState(StrEnum):
    """Open; left as it is by an owner; or over, because it is not so any more."""

    OPEN = "open"
    LEFT = "left"
    OVER = "over"


@dataclass(frozen=True)
class Finding:
    """Something that was found, with its id made of what it is, so that the same is found once.

    ``person_id`` is whom of the two it is about, empty where it is about both; ``decided_by`` the
    owner who has left it as it is. What somebody's automatic reply says is never kept.
    """

    id: str
    tandem_id: str
    what: FindingKind
    person_id: str
    found_at: datetime
    state: FindingState = FindingState.OPEN
    decided_by: str = ""


@dataclass(frozen=True)
class Standing:
    """What the directory says today of somebody; ``managers`` as far up as was asked, nearest
    first.
    """

    enabled: bool
    department: str = ""
    managers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Seen:
    """Somebody in a tandem as they are today: ``standing`` is None for whoever is gone, ``reply``
    is when the mailbox answers by itself (aware), if that is scheduled.
    """

    id: str
    standing: Standing | None
    reply: tuple[datetime, datetime] | None = None


def found(
    tandem_id: str, mentor: Seen, mentee: Seen, rules: AbstractSet[str], now: datetime
) -> Iterator[Finding]:
    """All that is to be said of a tandem; ``rules`` are the matching's rules that count for it.

    The ids name nobody: they say which of the two it is about.
    """
    for role, one in ((Role.MENTOR, mentor), (Role.MENTEE, mentee)):
        for what, mark in _of_one(one, now):
            yield Finding(f"{tandem_id}:{what}:{role}{mark}", tandem_id, what, one.id, now)
    for what in _of_both(mentor, mentee):
        if what in rules:
            yield Finding(f"{tandem_id}:{what}", tandem_id, what, "", now)


def _of_one(one: Seen, now: datetime) -> Iterator[tuple[FindingKind, str]]:
    """What is so, and what tells it from the same another time."""
    if one.standing is None:
        yield FindingKind.GONE, ""
    elif not one.standing.enabled:
        yield FindingKind.DISABLED, ""
    elif one.reply and one.reply[1] - max(one.reply[0], now) >= LONG:
        # Another end is another announcement; the end itself is shown to nobody.
        yield FindingKind.LONG_ABSENCE, f":{one.reply[1].astimezone(UTC):%Y%m%d}"


def _of_both(one: Seen, other: Seen) -> Iterator[FindingKind]:
    if one.standing is None or other.standing is None:
        return
    if one.id in other.standing.managers or other.id in one.standing.managers:
        yield FindingKind.REPORTING_LINE
    mine, theirs = one.standing.department.strip(), other.standing.department.strip()
    if mine and mine.casefold() == theirs.casefold():
        yield FindingKind.SAME_DEPARTMENT


def concerns_organizer(finding: Finding, organizer: str) -> bool:
    """Whether the sessions stand in the calendar of somebody who is leaving or long away, so that
    they had better be handed over first.
    """
    leaving = finding.what in {FindingKind.DISABLED, FindingKind.LONG_ABSENCE}
    return leaving and finding.person_id == organizer
