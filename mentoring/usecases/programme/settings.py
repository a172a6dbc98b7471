"""The programme's settings by card: set part by part, each time as a version that can be undone.

No setting is changed in place: a version says who set it, when and how, and what it changed follows
from the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import partial

from pydantic import ValidationError

from mentoring.domain.act import Act
from mentoring.domain.cycle import (
    Cycle,
    CycleKind,
    CycleState,
    RegisteredProgramme,
    SettingsVersion,
    Source,
    version_id,
)
from mentoring.domain.errors import Refusal
from mentoring.domain.programme import Programme
from mentoring.domain.setting import SECTIONS, Changed, changes, plain, value_at, with_values
from mentoring.domain.topics import Topic
from mentoring.notices import Correctable, Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.files import offer_file
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post, post_anew
from mentoring.usecases.common.showing import depends
from mentoring.usecases.programme.acts import clock_of, told_at
from mentoring.usecases.programme.boundary import Bearers, require_apart
from mentoring.usecases.programme.end_set import SETS_END, EndSet, end_set
from mentoring.usecases.programme.switched import tell_of_switches

VERSIONS_SHOWN = 8
TOPIC, VERSION = "topic:", "version:"
"""How the parts of the card begin that show one topic, one version."""
TO_FILL_IN = (*SECTIONS, "dates", "file")
"""The parts of the card that are a form each."""


@dataclass(frozen=True)
class VersionSeen:
    """A version as owners read it: who set it (a name, empty for a file at the start), when, how,
    and what it changed.
    """

    number: int
    by: str
    at: datetime
    source: Source
    changed: tuple[Changed, ...]


@dataclass(frozen=True, kw_only=True)
class SettingsNotice(Correctable):
    """The settings as owners see them: all at a glance, or the part that they look at.

    ``versions`` are the newest of ``total``, or the one that is looked at; ``end_set`` is how the
    last day of the enrolment was set.
    """

    programme: Programme
    programme_id: str
    cycle: Cycle
    part: str = ""
    page: int = 0
    versions: tuple[VersionSeen, ...] = ()
    total: int = 0
    end_set: EndSet | None = None

    @property
    def is_running(self) -> bool:
        """Whether anybody has been asked yet, so that a change touches something."""
        return self.cycle.state is not CycleState.PREPARING

    def expects(self) -> Mapping[str, object] | None:
        """The part that is filled in."""
        is_form = self.part in TO_FILL_IN or self.part.startswith(TOPIC)
        return {"part": self.part} if is_form else None


@dataclass(frozen=True)
class SettingsFileNotice(Notice):
    """The settings as a file."""

    programme: Programme


@shows(to="owners")
def settings_card(uow: UnitOfWork, scene: Scene) -> SettingsNotice:
    """What owners see."""
    home, part = scene.moment.home, scene.posting.view
    clock = clock_of(uow, scene.moment, scene.posting.person_id)
    numbers: Iterable[int] = ()
    if part == "history":
        newest = home.version - scene.posting.page * VERSIONS_SHOWN
        numbers = range(newest, max(0, newest - VERSIONS_SHOWN), -1)
    elif part.startswith(VERSION):
        numbers = [int(part.removeprefix(VERSION))]
    return SettingsNotice(
        programme=scene.programme,
        programme_id=home.id,
        cycle=scene.moment.cycle,
        part=part,
        page=scene.posting.page,
        versions=tuple(_seen(uow, home.id, number, clock) for number in numbers),
        total=home.version,
        end_set=end_set(uow, scene.moment.cycle) if part == "dates" else None,
    )


@depends(settings_card, RegisteredProgramme, Cycle, Act)
def _settings(uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """What counts, how far the cycle is, and who has set its last day of the enrolment."""
    if isinstance(change.row, Act):
        return [uow.programme_id] if change.row.what in SETS_END else ()
    if change.before is None or change.after is None:
        return ()
    match change.row:
        case RegisteredProgramme(id=programme_id):
            return [programme_id] if change.alters("version") else ()
        case Cycle(programme_id=programme_id):
            return [programme_id] if change.alters("state", "enrolment_end") else ()
    return ()


@shows(to="owners")
def settings_file(_uow: UnitOfWork, scene: Scene) -> SettingsFileNotice:
    """What an owner takes along."""
    return SettingsFileNotice(scene.programme)


def _seen(uow: UnitOfWork, programme_id: str, number: int, clock: tzinfo) -> VersionSeen:
    made = uow.settings_versions.need(version_id(programme_id, number))
    before = uow.settings_versions.get(version_id(programme_id, number - 1))
    changed = changes(before.settings, made.settings) if before else ()
    by = name_of(uow, made.by) if made.by else ""
    return VersionSeen(number, by, made.at.astimezone(clock), made.source, changed)


def show(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat, part: str = "") -> None:
    """Show the settings where an owner has asked for them, or a part of them."""
    post_anew(uow, moment, settings_card, moment.home.id, owner, chat, part)


def greet(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat, stamp: str) -> None:
    """The bot has come into the owners' team: the programme is set up here, by any of them, in the
    language of the ``owner`` who added it (empty if nobody knows who that was).
    """
    home = moment.home.id
    post(uow, settings_card, home, owner, key=f"{settings_card.name}:{home}:{stamp}", chat=chat)


def change(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    values: Mapping[str, object],
    *,
    shown: int = 0,
    found: Bearers = (),
) -> SettingsVersion | None:
    """Let these values (plain, by path) count from now on; None if nothing is otherwise.

    ``shown`` is the version that the owner had before them (0: unknown). What they have left as it
    was there stays as another owner has set it in the meantime. ``found`` are those who bear the
    boundary contact's address (``boundary.bearers``).

    Raises:
        Refusal: ``settings-set-since`` (by whom, when) if another owner has set one of these
            otherwise; ``stale`` if they do not fit to what counts by now; ``no-open-cause`` if
            *not possible* could only be confidential then; as ``require_apart``.
    """
    now = _current(uow, moment)
    if shown:
        values = _touched(uow, moment, owner, now, values, shown)
    wanted = _valid(with_values(plain(now), values))
    return _set(uow, moment, owner, wanted, Source.CARD, found)


def _touched(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    now: Programme,
    values: Mapping[str, object],
    shown: int,
) -> Mapping[str, object]:
    """What the owner has set otherwise than they saw it."""
    before = _settings_of(uow, moment, shown)
    wanted = changes(before, _valid(with_values(plain(before), values)))
    other = [each for each in wanted if value_at(plain(now), each.path) != each.after]
    paths = [each.path for each in other]
    _require_as_shown(uow, moment, owner, shown, partial(_standing_at, paths))
    return {each.path: each.after for each in wanted}


def _settings_of(uow: UnitOfWork, moment: Moment, number: int) -> Programme:
    return uow.settings_versions.need(version_id(moment.home.id, number)).settings


def _require_as_shown(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    shown: int,
    part: Callable[[Programme], object] = plain,
) -> None:
    """Refuse what would undo unseen what another owner has set since this version, in this part
    of the settings.
    """
    home = moment.home
    newest = uow.programmes.need(home.id).version
    for number in range(newest, shown or newest, -1):
        before, made = (
            uow.settings_versions.need(version_id(home.id, each)) for each in (number - 1, number)
        )
        if made.by != owner and part(before.settings) != part(made.settings):
            at = told_at(uow, moment, owner, made.at)
            raise Refusal("settings-set-since", by=name_of(uow, made.by) or "–", at=at)


def _standing_at(paths: Sequence[str], settings: Programme) -> list[object]:
    standing = plain(settings)
    return [value_at(standing, path) for path in paths]


def replace_all(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    programme: Programme,
    *,
    shown: int = 0,
    found: Bearers = (),
) -> SettingsVersion | None:
    """Let a file count that an owner has handed in; ``shown``, ``found``: as for ``change``.

    Raises:
        Refusal: ``settings-set-since``; as ``require_apart``.
    """
    _current(uow, moment)
    _require_as_shown(uow, moment, owner, shown)
    return _set(uow, moment, owner, programme, Source.CARD, found)


def change_topic(
    uow: UnitOfWork, moment: Moment, owner: str, topic: Topic, *, shown: int = 0
) -> SettingsVersion | None:
    """Let a topic be like this; one that there was not is added at the end. ``shown``: as for
    ``change``; None, too, if it is as it was there.

    Raises:
        Refusal: ``settings-set-since``.
    """
    now = _current(uow, moment)
    if shown and _topic(_settings_of(uow, moment, shown), topic.id) == topic:
        return None
    _require_as_shown(uow, moment, owner, shown, lambda settings: _topic(settings, topic.id))
    known = {each.id: each for each in now.topics} | {topic.id: topic}
    return _with_topics(uow, moment, owner, now, [*known.values()])


def _topic(settings: Programme, topic_id: str) -> Topic | None:
    return next((each for each in settings.topics if each.id == topic_id), None)


def remove_topic(
    uow: UnitOfWork, moment: Moment, owner: str, topic_id: str
) -> SettingsVersion | None:
    """Offer a topic no longer; what people have said of it stays in their answers.

    Raises:
        Refusal: ``last-topic``; ``topic-has-kits`` while a session kit of the house is about it.
    """
    now = _current(uow, moment)
    left = [each for each in now.topics if each.id != topic_id]
    if not left:
        raise Refusal("last-topic")
    if any(kit.topic == topic_id for kit in now.kits):
        raise Refusal("topic-has-kits")
    return _with_topics(uow, moment, owner, now, left)


def _with_topics(
    uow: UnitOfWork, moment: Moment, owner: str, now: Programme, topics: Sequence[Topic]
) -> SettingsVersion | None:
    changed = now.model_copy(update={"topics": tuple(topics)})
    return _set(uow, moment, owner, changed, Source.CARD)


def boundary_before(uow: UnitOfWork, moment: Moment, number: int) -> str:
    """The address for crossed boundaries that counted before a version."""
    made = uow.settings_versions.get(version_id(moment.home.id, number - 1))
    return made.settings.boundary.email if made else ""


def undo(
    uow: UnitOfWork, moment: Moment, owner: str, number: int, *, found: Bearers = ()
) -> SettingsVersion | None:
    """Take back what a version has changed, and nothing else; ``found``: as for ``change``.

    Raises:
        Refusal: ``settings-first`` for what the programme began with; ``settings-changed-since`` if
            something of it is otherwise by now; as ``require_apart``.
    """
    now = _current(uow, moment)
    if number < 2:
        raise Refusal("settings-first")
    before, made = (
        uow.settings_versions.need(version_id(moment.home.id, each)).settings
        for each in (number - 1, number)
    )
    standing, changed = plain(now), changes(before, made)
    if any(value_at(standing, each.path) != each.after for each in changed):
        raise Refusal("settings-changed-since")
    back = _valid(with_values(standing, {each.path: each.before for each in changed}))
    return _set(uow, moment, owner, back, Source.UNDO, found)


def _current(uow: UnitOfWork, moment: Moment) -> Programme:
    """What counts now; until this unit has ended no other one changes it."""
    uow.alone(f"settings:{moment.home.id}")
    home = uow.programmes.need(moment.home.id)
    return uow.settings_versions.need(version_id(home.id, home.version)).settings


def _valid(settings: Mapping[str, object]) -> Programme:
    try:
        return Programme.model_validate(settings)
    except ValidationError as error:
        raise Refusal("stale") from error


def _set(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    programme: Programme,
    source: Source,
    found: Bearers = (),
) -> SettingsVersion | None:
    home = uow.programmes.need(moment.home.id)
    before = uow.settings_versions.need(version_id(home.id, home.version)).settings
    if programme == before:
        return None
    if _stands_apart_from(programme) != _stands_apart_from(before):
        require_apart(uow, moment, programme, found)
    if before.hides_confidences and not programme.hides_confidences:
        raise Refusal("no-open-cause")
    number, now = home.version + 1, moment.now
    key = version_id(home.id, number)
    uow.programmes.put(replace(home, version=number))
    _let_kind_follow(uow, moment, programme)
    tell_of_switches(uow, home, before, programme)
    return uow.settings_versions.put(
        SettingsVersion(key, home.id, number, owner, now, source, programme)
    )


def _stands_apart_from(programme: Programme) -> tuple[str, ...]:
    return (programme.boundary.email, programme.sponsor.email, programme.contact.email)


def _let_kind_follow(uow: UnitOfWork, moment: Moment, programme: Programme) -> None:
    """A cycle in which nobody has been asked yet is of the kind that the settings say; a running
    one stays what people were told.
    """
    cycle, kind = uow.cycles.need(moment.cycle.id), CycleKind(programme.cycles)
    if cycle.state is CycleState.PREPARING and cycle.kind is not kind:
        uow.cycles.put(replace(cycle, kind=kind))


def as_file(uow: UnitOfWork, moment: Moment, owner: str) -> None:
    """Offer the settings as a file in the owner's own chat.

    Raises:
        Refusal: ``no-own-chat`` while the bot knows no chat with them.
    """
    person = uow.people.get(owner)
    if person is None or not person.conversation:
        raise Refusal("no-own-chat")
    chat = Chat(person.conversation, person.service_url, is_own=True)
    offer_file(uow, moment, settings_file, moment.home.id, owner, chat)
