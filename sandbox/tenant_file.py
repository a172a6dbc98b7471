"""A tenant written down as JSON: who there is, what stands in the calendars, which tandems are to
come about.

The format is described in docs/sandbox.md. `read_tenant` checks it and names every mistake at once;
`furnish` puts the people into an empty tenant; the parts they play are in `sandbox.personas`.
"""

from __future__ import annotations

import json
import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Literal, get_args

from sandbox.directory import BotAccess, WorkingHours
from sandbox.json_reader import Json, Reader, zone_named
from sandbox.recurrence import WEEKDAYS

DEFAULT_ZONE = "Europe/Berlin"
STATUSES = frozenset({"free", "tentative", "busy", "oof", "workingElsewhere"})
PERSON_KEYS = frozenset(
    {"id", "name", "mail", "zone", "working_hours", "country", "state", "manager", "department"}
)
PERSON_KEYS |= {"title", "language", "busy", "readable", "licensed", "enabled", "owner"}
PERSON_KEYS |= {"bot", "aliases", "sign_in_name", "mailbox", "guest"}
CHANGE_KEYS = frozenset({"at", "tandem", "occurrence", "do", "by", "start", "end"})
MOVES = ("move", "move_following")
TO_THE_SERIES = ("other_calendar", "book_room", "list_organizer")
DOINGS = (*MOVES, "delete", "decline", "decline_internally", *TO_THE_SERIES)
FILE_KEYS = frozenset({"now", "start", "programme", "people", "tandems", "changes"})


class TenantFileInvalid(ValueError):
    """The file cannot be used; the text lists every mistake with its place."""

    def __init__(self, source: str, mistakes: Sequence[str]) -> None:
        super().__init__(
            "\n".join([f"{source} cannot be used:", *(f"- {mistake}" for mistake in mistakes)])
        )
        self.mistakes = tuple(mistakes)


@dataclass(frozen=True)
class Busy:
    """A time that is taken: aware start and end, status as Graph names it, and Graph's recurrence,
    if it repeats.
    """

    start: datetime
    end: datetime
    zone: str
    status: str
    subject: str
    recurrence: Json | None
    all_day: bool = False


MailboxPlace = Literal["cloud", "none", "on_premises"]
"""Where somebody's mailbox is: in Microsoft 365, nowhere, or on the company's own servers."""


@dataclass(frozen=True)
class FilePerson:
    """A person of the file.

    `id` is a GUID; `country` an ISO 3166 code; `manager` a person's id, None for the top.
    """

    id: str
    name: str
    mail: str
    zone: str
    hours: WorkingHours = field(default_factory=WorkingHours)
    country: str = "DE"
    state: str | None = None
    manager: str | None = None
    department: str | None = None
    title: str | None = None
    language: str = "en-GB"
    busy: tuple[Busy, ...] = ()
    readable: bool = True
    licensed: bool = True
    enabled: bool = True
    owner: bool = False
    bot: BotAccess = "allowed"
    aliases: tuple[str, ...] = ()
    sign_in_name: str = ""
    mailbox: MailboxPlace = "cloud"
    guest: bool = False


@dataclass(frozen=True)
class FileTandem:
    """Two people, by id, of whom a tandem is to be made."""

    mentee: str
    mentor: str


@dataclass(frozen=True)
class FileChange:
    """What somebody does in Outlook to a session (counted from 1) or to the whole series, and when
    (`at`).

    `by` is a person's id; times are aware.
    """

    at: datetime
    tandem: FileTandem
    occurrence: int
    do: str
    by: str
    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True)
class CycleSessions:
    """The sessions of a tandem in a cycle: how long each lasts, how many there are, or that one is
    agreed after the other.
    """

    minutes: int = 120
    number: int = 6
    one_by_one: bool = False


USUAL = CycleSessions()
WEEKS_APART = {"two_weeks": 2, "six_weeks": 6}


@dataclass(frozen=True)
class TenantFile:
    """The whole file. `now` is aware; `programme` has the keys of `programme.toml`."""

    people: tuple[FilePerson, ...]
    tandems: tuple[FileTandem, ...] = ()
    now: datetime | None = None
    start: date | None = None
    programme: Json = field(default_factory=dict)
    changes: tuple[FileChange, ...] = ()
    """In order of time."""

    @property
    def rolling(self) -> bool:
        """Whether each tandem has an end of its own, and the cycle none."""
        return self.programme.get("cycles") == "rolling"

    @property
    def sessions(self) -> CycleSessions:
        """The sessions of a cycle by this programme."""
        found = self.programme.get("sessions")
        return _sessions(found) if isinstance(found, Mapping) else USUAL


def _sessions(told: Mapping[str, object]) -> CycleSessions:
    """By the keys of `programme.toml`: one session a month, or as many as the rhythm's weeks fit
    into the months.
    """
    months, rhythm = int(str(told.get("months", USUAL.number))), str(told.get("rhythm", "monthly"))
    number = max(1, months * 52 // (12 * WEEKS_APART[rhythm])) if rhythm in WEEKS_APART else months
    return CycleSessions(
        int(str(told.get("length_minutes", USUAL.minutes))), number, one_by_one=rhythm == "tandem"
    )


def read_tenant(path: Path) -> TenantFile:
    """Read and check a file.

    Raises:
        TenantFileInvalid: it is not JSON, or not as docs/sandbox.md describes it.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise TenantFileInvalid(path.name, [f"not JSON: {error}"]) from None
    return parse_tenant(content, path.name)


def parse_tenant(content: object, source: str = "the tenant") -> TenantFile:
    """The tenant that the JSON describes. Raises TenantFileInvalid."""
    if not isinstance(content, dict):
        raise TenantFileInvalid(source, ["not an object"])
    reader = _TenantReader()
    found = reader.tenant(content)
    if reader.mistakes:
        raise TenantFileInvalid(source, reader.mistakes)
    return found


def person_id(label: str) -> str:
    """The id in the tenant for an id in the file: a GUID stays, anything else gets a GUID of its
    own.
    """
    try:
        return str(uuid.UUID(label))
    except ValueError:
        return str(uuid.uuid5(uuid.NAMESPACE_DNS, label))


class _TenantReader(Reader):
    def tenant(self, content: Json) -> TenantFile:
        self.only("the file", content, FILE_KEYS)
        people = [
            self._person(one, f"people[{n}]") for n, one in enumerate(self.rows(content, "people"))
        ]
        known = {person.id for person in people}
        tandems = [
            self._tandem(one, f"tandems[{n}]", known)
            for n, one in enumerate(self.rows(content, "tandems"))
        ]
        for person in people:
            if person.manager is not None and person.manager not in known:
                self.mistakes.append(f"{person.name}: the manager is not among the people")
        self._too_often(tandems)
        now, start = content.get("now"), content.get("start")
        return TenantFile(
            tuple(people),
            tuple(tandems),
            None if now is None else self.moment(now, "now"),
            None if start is None else self.day(start, "start"),
            self.part(content, "programme"),
            self._changes(content, tandems),
        )

    def _too_often(self, tandems: list[FileTandem]) -> None:
        """Name whoever is in more tandems than the questionnaire lets anybody be."""
        found: Counter[tuple[str, str]] = Counter()
        for number, tandem in enumerate(tandems):
            for role, person, most in (("mentee", tandem.mentee, 1), ("mentor", tandem.mentor, 2)):
                found[role, person] += 1
                if found[role, person] > most:
                    self.mistakes.append(f"tandems[{number}].{role}: in {most} at most")

    def _changes(self, content: Json, tandems: list[FileTandem]) -> tuple[FileChange, ...]:
        rows = enumerate(self.rows(content, "changes"))
        found = [self._change(one, f"changes[{n}]", tandems) for n, one in rows]
        return tuple(sorted((one for one in found if one is not None), key=lambda one: one.at))

    def _change(self, row: Json, at: str, tandems: list[FileTandem]) -> FileChange | None:
        self.only(at, row, CHANGE_KEYS)
        number, do = row.get("tandem"), str(row.get("do"))
        if not isinstance(number, int) or not 1 <= number <= len(tandems):
            self.mistakes.append(f"{at}.tandem: {number} is no place in `tandems`, counted from 1")
            return None
        tandem = tandems[number - 1]
        if do not in DOINGS:
            self.mistakes.append(f"{at}.do: only {', '.join(DOINGS)}")
        by = {"mentee": tandem.mentee, "mentor": tandem.mentor}.get(str(row.get("by")))
        if by is None:
            self.mistakes.append(f"{at}.by: only mentee, mentor")
        return FileChange(
            self.moment(row.get("at"), f"{at}.at"),
            tandem,
            self._occurrence(row, do, at),
            do,
            by or "",
            *self._times(row, do, at),
        )

    def _occurrence(self, row: Json, do: str, at: str) -> int:
        """Which session; what is done to the series names none."""
        number = row.get("occurrence")
        if do in TO_THE_SERIES and number is not None:
            self.mistakes.append(f"{at}.occurrence: {do} is done to the whole series")
        elif do not in TO_THE_SERIES and (not isinstance(number, int) or number < 1):
            self.mistakes.append(f"{at}.occurrence: {number} is no number from 1 on")
        return number if isinstance(number, int) else 1

    def _times(self, row: Json, do: str, at: str) -> tuple[datetime | None, datetime | None]:
        """When a moved session begins and, if that is told, ends."""
        told = [name for name in ("start", "end") if name in row]
        if do not in MOVES:
            self.mistakes += [f"{at}.{name}: only a move has one" for name in told]
            return None, None
        start = self.stamp(row.get("start"), f"{at}.start")
        return start, self.stamp(row["end"], f"{at}.end") if "end" in row else None

    def _person(self, row: Json, at: str) -> FilePerson:
        self.only(at, row, PERSON_KEYS)
        label, zone = self.text(row, "id", at), str(row.get("zone", DEFAULT_ZONE))
        if zone_named(zone) is None:
            self.mistakes.append(f"{at}.zone: {zone} is neither an IANA nor a Windows zone")
        manager = row.get("manager")
        busy = [
            self._busy(one, f"{at}.busy[{n}]") for n, one in enumerate(self.rows(row, "busy", at))
        ]
        return FilePerson(
            person_id(label),
            str(row.get("name", label)),
            str(row.get("mail", f"{label}@nordwind.example")),
            zone_named(zone) or "UTC",
            self._hours(self.part(row, "working_hours", at), f"{at}.working_hours"),
            str(row.get("country", "DE")),
            row.get("state"),
            None if manager is None else person_id(str(manager)),
            row.get("department"),
            row.get("title"),
            str(row.get("language", "en-GB")),
            tuple(busy),
            readable=bool(row.get("readable", True)),
            licensed=bool(row.get("licensed", True)),
            enabled=bool(row.get("enabled", True)),
            owner=bool(row.get("owner", False)),
            bot=self._access(row, at),
            aliases=tuple(str(one) for one in row.get("aliases") or ()),
            sign_in_name=str(row.get("sign_in_name", "")),
            mailbox=self._mailbox(row, at),
            guest=bool(row.get("guest", False)),
        )

    def _mailbox(self, row: Json, at: str) -> MailboxPlace:
        """Where the person's mailbox is."""
        for place in get_args(MailboxPlace):
            if row.get("mailbox", "cloud") == place:
                found: MailboxPlace = place
                return found
        self.mistakes.append(f"{at}.mailbox: only {', '.join(get_args(MailboxPlace))}")
        return "cloud"

    def _access(self, row: Json, at: str) -> BotAccess:
        """Whether the bot may write to the person."""
        for access in get_args(BotAccess):
            if row.get("bot", "allowed") == access:
                found: BotAccess = access
                return found
        self.mistakes.append(f"{at}.bot: only {', '.join(get_args(BotAccess))}")
        return "allowed"

    def _tandem(self, row: Json, at: str, known: set[str]) -> FileTandem:
        found = {role: person_id(self.text(row, role, at)) for role in ("mentee", "mentor")}
        self.mistakes += [
            f"{at}.{role}: nobody in the file has this id"
            for role in found
            if found[role] not in known
        ]
        return FileTandem(**found)

    def _hours(self, row: Json, at: str) -> WorkingHours:
        days = tuple(row.get("days", WEEKDAYS[:5]))
        if not set(days) <= set(WEEKDAYS):
            self.mistakes.append(f"{at}.days: only {', '.join(WEEKDAYS)}")
        start, end = (
            self.time_of_day(row, key, at, default)
            for key, default in (("start", "08:00"), ("end", "17:00"))
        )
        bias = row.get("bias")
        if bias is not None and not isinstance(bias, int):
            self.mistakes.append(f"{at}.bias: minutes, such as -480 for UTC+8")
            bias = None
        return WorkingHours(days, start, end, bias)

    def _busy(self, row: Json, at: str) -> Busy:
        status = str(row.get("status", "busy"))
        if status not in STATUSES:
            self.mistakes.append(f"{at}.status: only {', '.join(sorted(STATUSES))}")
        start, end = (
            self.stamp(row.get("start"), f"{at}.start"),
            self.stamp(row.get("end"), f"{at}.end"),
        )
        zone = str((row.get("start") or {}).get("timeZone", "UTC"))
        subject = str(row.get("subject", "Appointment"))
        all_day = bool(row.get("isAllDay", False))
        if all_day and {start.time(), end.time()} != {time()}:
            self.mistakes.append(f"{at}.isAllDay: from midnight to midnight")
        name = zone_named(zone) or "UTC"
        return Busy(start, end, name, status, subject, row.get("recurrence"), all_day)
