"""Texts in the house's own words, by card: found, tried out, and replaced as settings are.

A replaced text is a setting of its own, so who set it, when, and the way back stand in the history
of the settings. What is being written is kept with its card until it counts, for a day at most.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mentoring.domain.cycle import RegisteredProgramme, version_id
from mentoring.domain.errors import Refusal
from mentoring.domain.language import voice_name, voices
from mentoring.domain.own_texts import as_written, path_of, wordings
from mentoring.domain.programme import Programme
from mentoring.domain.upkeep import Fact
from mentoring.notices import Correctable, Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.files import offer_file
from mentoring.usecases.common.noting import note
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post_anew, show_part
from mentoring.usecases.common.showing import depends
from mentoring.usecases.programme import settings
from mentoring.usecases.programme.acts import clock_of

TEXT, SEEN = "text:", "seen:"
"""How the parts of the card begin in which a text is written, and seen before it counts."""
FROM = "@"
"""Stands before the part from which somebody came to a text."""
OLDEST_LOOKED_AT = 100


@dataclass(frozen=True)
class Place:
    """What an owner looks at: a voice, and a part of the card (empty for its beginning)."""

    voice: str
    part: str = ""

    @property
    def key(self) -> str:
        """The text that is looked at, if it is one."""
        if not self.part.startswith((TEXT, SEEN)):
            return ""
        return self.part.partition(":")[2].partition(FROM)[0]

    @property
    def came_from(self) -> str:
        """The part of the card before it."""
        return self.part.partition(FROM)[2] if self.key else ""


@dataclass(frozen=True)
class LastChange:
    """Who set a text last (a name), and when (aware)."""

    by: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class TextsNotice(Correctable):
    """The texts as owners see them.

    ``draft`` are the wordings by case that somebody is about to set, ``changed`` is when the text
    that is looked at was last replaced or set back.
    """

    programme: Programme
    place: Place
    page: int = 0
    draft: Mapping[str, str] = field(default_factory=dict)
    changed: LastChange | None = None

    def expects(self) -> Mapping[str, object] | None:
        """The text that is written, if it is one."""
        return {"voice": self.place.voice, "key": self.place.key} if self.place.key else {}


@dataclass(frozen=True)
class TextsDocumentNotice(Notice):
    """All texts as one document."""

    programme: Programme


@shows(to="owners")
def texts_card(uow: UnitOfWork, scene: Scene) -> TextsNotice:
    """What owners see."""
    place = place_of(scene.posting.view, scene.programme)
    draft = _draft(uow, scene.posting.id, place) if place.key else {}
    changed = _last_change(uow, scene, place) if place.key else None
    return TextsNotice(
        programme=scene.programme,
        place=place,
        page=scene.posting.page,
        draft=draft,
        changed=changed,
    )


@depends(texts_card, RegisteredProgramme)
def _texts(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """What counts."""
    is_other = change.before is not None and change.after is not None
    return [change.row.id] if is_other and change.alters("version") else ()


@shows(to="owners")
def texts_document(_uow: UnitOfWork, scene: Scene) -> TextsDocumentNotice:
    """What an owner has approved."""
    return TextsDocumentNotice(scene.programme)


CARDS_OF_ALL = "cards"
"""The place from which one comes to every card."""


def place_of(view: str, programme: Programme) -> Place:
    """What a view says; the programme's own voice where it says none."""
    voice, _, part = view.partition(" ")
    usual = voice_name(programme.language, formal=programme.tone == "sie")
    return Place(voice if voice in voices() else usual, part)


def _last_change(uow: UnitOfWork, scene: Scene, place: Place) -> LastChange | None:
    """When the text became what it is; None if it has always been."""
    home, now = scene.moment.home, _said(scene.moment.programme, place)
    for number in range(home.version, max(1, home.version - OLDEST_LOOKED_AT), -1):
        before = uow.settings_versions.need(version_id(home.id, number - 1))
        if _said(before.settings, place) != now:
            made = uow.settings_versions.need(version_id(home.id, number))
            at = made.at.astimezone(clock_of(uow, scene.moment, scene.posting.person_id))
            return LastChange(name_of(uow, made.by) if made.by else "", at)
    return None


def _said(programme: Programme, place: Place) -> object:
    return programme.texts.get(place.voice, {}).get(place.key)


def show(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat, view: str = "") -> None:
    """Show the texts where an owner has asked for them; ``view``: from this place on."""
    post_anew(uow, moment, texts_card, moment.home.id, owner, chat, view)


def turn_to(uow: UnitOfWork, moment: Moment, posting_id: str, place: Place, page: int = 0) -> None:
    """Look at something else.

    Raises:
        Refusal: ``stale`` if the posting is no card of the texts.
    """
    view = f"{place.voice} {place.part}"
    show_part(uow, texts_card, moment.home.id, posting_id, view, page)


def _key_of(posting_id: str) -> str:
    return f"text-draft:{posting_id}"


def _draft(uow: UnitOfWork, posting_id: str, place: Place) -> Mapping[str, str]:
    fact = uow.facts.get(_key_of(posting_id))
    found: dict[str, object] = json.loads(fact.value) if fact else {}
    said = found.get("said")
    return said if isinstance(said, dict) and found.get("at") == _at(place) else {}


def _at(place: Place) -> str:
    return f"{place.voice} {place.key}"


def try_out(
    uow: UnitOfWork, moment: Moment, posting_id: str, place: Place, said: Mapping[str, str]
) -> None:
    """Keep wordings (by case, checked) with the card, and show what they would look like."""
    key, before = _key_of(posting_id), _said(moment.programme, place)
    value = json.dumps({"at": _at(place), "said": {**said}, "before": before})
    if not note(uow, key, value, moment.now + timedelta(days=1)):
        uow.facts.put(Fact(key, value))
    turn_to(uow, moment, posting_id, Place(place.voice, _part(SEEN, place)))


def _part(beginning: str, place: Place) -> str:
    came_from = f"{FROM}{place.came_from}" if place.came_from else ""
    return f"{beginning}{place.key}{came_from}"


def let_count(uow: UnitOfWork, moment: Moment, owner: str, posting_id: str, place: Place) -> None:
    """Let the wordings that were tried out count from now on.

    Raises:
        Refusal: ``stale`` if there are none on this card; ``text-changed-since`` if somebody else
            has set the text meanwhile.
    """
    said = _draft(uow, posting_id, place)
    if not said:
        raise Refusal("stale")
    before = json.loads(uow.facts.need(_key_of(posting_id)).value)["before"]
    if before != _said(moment.programme, place):
        raise Refusal("text-changed-since")
    _set(uow, moment, owner, place, as_written(said))
    _over(uow, moment, posting_id, place)


def set_back(uow: UnitOfWork, moment: Moment, owner: str, posting_id: str, place: Place) -> None:
    """Let the text of the product count again."""
    _set(uow, moment, owner, place, None)
    _over(uow, moment, posting_id, place)


def _set(
    uow: UnitOfWork, moment: Moment, owner: str, place: Place, text: str | dict[str, str] | None
) -> None:
    settings.change(uow, moment, owner, {path_of(place.voice, place.key): text})


def _over(uow: UnitOfWork, moment: Moment, posting_id: str, place: Place) -> None:
    uow.facts.delete(_key_of(posting_id))
    turn_to(uow, moment, posting_id, Place(place.voice, _part(TEXT, place)))


def as_file(uow: UnitOfWork, moment: Moment, owner: str) -> None:
    """Offer all texts as one document in the owner's own chat.

    Raises:
        Refusal: ``no-own-chat`` while the bot knows no chat with them.
    """
    person = uow.people.get(owner)
    if person is None or not person.conversation:
        raise Refusal("no-own-chat")
    chat = Chat(person.conversation, person.service_url, is_own=True)
    offer_file(uow, moment, texts_document, moment.home.id, owner, chat)


def current(programme: Programme, place: Place, product: Mapping[str, str]) -> Mapping[str, str]:
    """The wordings by case that count: the house's own, else those of the product."""
    text = programme.texts.get(place.voice, {}).get(place.key)
    return wordings(text) if text is not None else product
