"""What the daily watch finds about a tandem to which both have agreed: a leaver, a long absence, a
conflict that was none when the two were brought together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    tandem_id: str,
    mentor: Seen,
    mentee: Seen,
    rules: AbstractSet[str],
    now: datetime,
    standing: AbstractSet[str],
    keyed: Callable[[str], str],
) -> Iterator[Finding]:
    """All that is to be said of a tandem; ``tandem_id`` is the one as which the two first stood, so
    that the same is found once, however often their launch was taken back. ``rules`` are the
    matching's rules that count for it, ``standing`` the ids of what was found before and was not
    over.

    The ids name nobody: they say which of the two it is about. Another end of an absence is another
    announcement; the id tells it only by what ``keyed`` makes of it, because owners get the id.
    """
    for role, one in ((Role.MENTOR, mentor), (Role.MENTEE, mentee)):
        what = _of_one(one, now)
        key = f"{tandem_id}:{what}:{role}"
        if what is FindingKind.LONG_ABSENCE and one.reply:
            key += f":{keyed(f'away|{key}|{one.reply[1].astimezone(UTC):%Y%m%d}')[:16]}"
            if key not in standing and not _is_long(one.reply, now):
                continue
        if what:
            yield Finding(key, tandem_id, what, one.id, now)
    for what in _of_both(mentor, mentee):
        if what in rules:
            yield Finding(f"{tandem_id}:{what}", tandem_id, what, "", now)


def _of_one(one: Seen, now: datetime) -> FindingKind | None:
    if one.standing is None:
        return FindingKind.GONE
    if not one.standing.enabled:
        return FindingKind.DISABLED
    return FindingKind.LONG_ABSENCE if one.reply and one.reply[1] > now else None


def _is_long(reply: tuple[datetime, datetime], now: datetime) -> bool:
    """Whether it is told. Once told it stays so until the person is back: that it is over when
    four weeks are left would tell the day on which it ends.
    """
    begins, ends = reply
    return ends - max(begins, now) >= LONG


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
