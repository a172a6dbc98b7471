"""What the heart has to say: a notice is a card's content, without words or looks.

A *view* turns a posting into the notice that it shows now: a function ``(uow, scene)`` with
``@shows(to="person")`` beside the feature it belongs to; use cases put it before people with
``post(uow, the_function, subject_id, …)``. ``cards`` has one card function for each type of notice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, ClassVar, Generic, Literal, TypeVar

from mentoring.domain.errors import Refusal
from mentoring.domain.posting import OLDER, Posting
from mentoring.domain.programme import Programme
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork


class Notice:
    """Base of everything that the bot says with a card.

    ``tells_who_decided``: for owners it says at its foot who has decided, and when.
    ``is_of_all``: it is about all programmes, so the name of none stands above it.
    """

    tells_who_decided: bool = True
    is_of_all: ClassVar[bool] = False


@dataclass(frozen=True, kw_only=True)
class Portrayed(Notice):
    """A notice that shows somebody's picture, which is fetched when it is shown and kept
    nowhere.
    """

    photo: str = ""

    def portrays(self) -> str:
        """The id or e-mail of whoever is pictured; empty for nobody."""
        return ""


@dataclass(frozen=True, kw_only=True)
class PortrayedTogether(Notice):
    """A notice that shows the pictures of several people, by id."""

    photos: Mapping[str, str] = field(default_factory=dict)

    def portray(self) -> tuple[str, ...]:
        """The ids of those who are pictured."""
        return ()


@dataclass(frozen=True, kw_only=True)
class Correctable(Notice):
    """A notice with inputs: what was typed and refused comes back with the wrong input marked, and
    nothing is lost. ``picked`` are the names of whoever was picked in it, by id.
    """

    problem: Refusal | None = None
    raw: Mapping[str, object] = field(default_factory=dict)
    picked: Mapping[str, str] = field(default_factory=dict)

    def expects(self) -> Mapping[str, object] | None:
        """What a press sends along if its inputs were typed on what the notice still shows; None
        while it shows no inputs.
        """
        return {}

    def takes(self, data: Mapping[str, object]) -> bool:
        """Whether these inputs were typed on what the notice still shows."""
        expected = self.expects()
        return expected is not None and all(
            data.get(name) == value for name, value in expected.items()
        )


@dataclass(frozen=True)
class Said(Notice):
    """One sentence: ``said-<code>`` with its facts."""

    code: str
    facts: tuple[tuple[str, str | int], ...] = ()

    @staticmethod
    def of(code: str, **facts: str | int) -> Said:
        """The sentence of this code."""
        return Said(code, tuple(facts.items()))


@dataclass(frozen=True)
class Refused(Notice):
    """Something that cannot be done: ``refusal-<code>`` with its facts."""

    refusal: Refusal


@dataclass(frozen=True)
class Scene:
    """Where a notice is shown: the posting (whose ``person_id`` looks at it), and the moment."""

    posting: Posting
    moment: Moment

    @property
    def programme(self) -> Programme:
        """The programme's settings."""
        return self.moment.programme

    @property
    def now(self) -> datetime:
        """The time (aware, UTC)."""
        return self.moment.now


N = TypeVar("N", bound=Notice)
Audience = Literal["person", "owners"]


@dataclass(frozen=True)
class View(Generic[N]):
    """What postings of one kind show, to their person alone or to all owners.

    ``name`` is the kind in the database, so it stays when the function is renamed. ``shared``: one
    subject is shown to many people, each in a card of their own, so a participant's unit does not
    touch these. Views for owners are always shared. ``fleeting``: what they say is worth nothing
    later, so one that could not be delivered in time never is. ``in_hours``: nobody has asked for
    it and it can wait, so it comes in its person's working hours. ``sides``: one person may have
    several of these cards about a subject that are no copies of each other: ``view`` says for whom
    they speak, or what they say (a preview, or the receipt of what was done). ``outlasts``: it is
    about what comes of the time together, so it is worth reading once its cycle is closed.
    ``beside``: it comes to several at the same moment (an end for all, times that two agree on), so
    it looks for no day on which nothing else comes.
    """

    name: str
    read: Callable[[UnitOfWork, Scene], N]
    audience: Audience
    shared: bool
    fleeting: bool = False
    in_hours: bool = False
    sides: bool = False
    outlasts: bool = False
    beside: bool = False

    def __call__(self, uow: UnitOfWork, scene: Scene) -> N:
        """What the posting shows now."""
        return self.read(uow, scene)


VIEWS: dict[str, View[Any]] = {}


def shows(
    *,
    to: Audience,
    shared: bool = False,
    fleeting: bool = False,
    in_hours: bool = False,
    sides: bool = False,
    outlasts: bool = False,
    beside: bool = False,
    stored_as: str = "",
) -> Callable[[Callable[[UnitOfWork, Scene], N]], View[N]]:
    """Register a view; ``stored_as`` is its name in the database if the function once had another
    one.
    """

    def register(read: Callable[[UnitOfWork, Scene], N]) -> View[N]:
        shared_by_all = shared or to == "owners"
        name = stored_as or read.__name__
        made = View(name, read, to, shared_by_all, fleeting, in_hours, sides, outlasts, beside)
        if made.name in VIEWS:
            raise ValueError(f"two views are stored as {made.name!r}: rename one")
        VIEWS[made.name] = made
        return made

    return register


def audience(kind: str) -> Audience:
    """Who may see and press the cards of this kind; for an unknown kind, only the person whom the
    card was sent to.
    """
    return VIEWS[kind].audience if kind in VIEWS else "person"


def kinds_for_owners() -> list[str]:
    """The kinds of all cards that owners read."""
    return sorted(view.name for view in VIEWS.values() if view.audience == "owners")


def is_fleeting(kind: str) -> bool:
    """Whether cards of this kind are worth nothing later."""
    return kind in VIEWS and VIEWS[kind].fleeting


def outlasts_cycle(kind: str) -> bool:
    """Whether cards of this kind are worth reading once their cycle is closed."""
    return kind in VIEWS and VIEWS[kind].outlasts


Matters = Callable[[UnitOfWork, Posting, datetime], bool]
MATTERS: dict[str, Matters] = {}


def matters(view: View[Any]) -> Callable[[Matters], Matters]:
    """Register whether a card that has waited is still worth sending; without such a rule it is."""

    def register(rule: Matters) -> Matters:
        MATTERS[view.name] = rule
        return rule

    return register


def still_matters(uow: UnitOfWork, posting: Posting, now: datetime) -> bool:
    """Whether the card, which has waited, still says something to its person at ``now`` (aware)."""
    rule = MATTERS.get(posting.kind)
    return rule is None or rule(uow, posting, now)


def as_read(uow: UnitOfWork, scene: Scene) -> Scene:
    """The scene as the posting's person reads it: nobody is told to ask themselves."""
    posting, programme = scene.posting, scene.programme
    if not (posting.person_id and programme.contact.email) or audience(posting.kind) == "owners":
        return scene
    reader = uow.people.get(posting.person_id)
    read = programme.as_read_by(reader.profile) if reader else programme
    return replace(scene, moment=replace(scene.moment, programme=read))


def notice_of(uow: UnitOfWork, scene: Scene) -> Notice:
    """The notice that the posting shows now; if its subject has been erased since, one that says
    only that it is over: the other one of a tandem is not to learn of it.

    Raises:
        KeyError: no view is registered for the posting's kind: write one with ``@shows``.
    """
    if scene.posting.kind not in VIEWS:
        raise KeyError(
            f"no view shows postings of kind {scene.posting.kind!r}: write one with @shows in "
            "mentoring/usecases"
        )
    if scene.posting.view == OLDER:
        return Said.of("older-copy")
    try:
        notice: Notice = VIEWS[scene.posting.kind](uow, as_read(uow, scene))
    except Refusal as refusal:
        return Refused(Refusal("erased") if refusal.code == "gone" else refusal)
    return notice
