"""What the two of a tandem have changed about their road map: which steps come next, in which
order, and what they do not want on it. Whatever they have not touched follows by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role

Step = str
"""A step by its key: ``topic:<id>`` or ``question:<id>``."""


@dataclass(frozen=True)
class RoadMap:
    """The road map of a tandem, by whose id it goes; there is none until somebody changes it.

    ``steps`` are those that were settled, in their order, with those that sessions have had by
    then; ``dropped`` are not proposed any more. ``version`` counts the changes, the last of which
    ``changed_by`` has made at ``changed_at`` (UTC).
    """

    id: str
    tandem_id: str
    steps: tuple[Step, ...]
    dropped: tuple[Step, ...] = ()
    version: int = 0
    changed_by: Role | None = None
    changed_at: datetime | None = None

    def left(self, had: Iterable[Step]) -> tuple[Step, ...]:
        """The settled steps that no session has had; each session takes one of its kind away."""
        over, found = Counter(had), []
        for step in self.steps:
            if over[step]:
                over[step] -= 1
            else:
                found.append(step)
        return tuple(found)


@dataclass(frozen=True)
class Press:
    """The step that somebody has pressed: its key, its place among those ahead (from 0), and the
    version of the map that they have read. ``step`` is empty where nothing was left.
    """

    step: Step
    place: int
    version: int


@dataclass(frozen=True)
class Way:
    """A road map together with what sessions ``had``, and all that is ``ahead``, settled or not,
    in their order and by their keys.
    """

    map: RoadMap
    had: tuple[Step, ...]
    ahead: tuple[Step, ...]

    def at(self, place: int) -> Step:
        """The step at a place; empty where nothing is left for it."""
        return self.ahead[place] if 0 <= place < len(self.ahead) else ""


def moved(way: Way, press: Press, to: int) -> RoadMap:
    """The step at another place (from 0); it is where it should be already if it is pressed twice.

    Raises:
        Refusal: ``road-map-changed`` if the map has changed since it was read; ``stale`` for a
            place that there is not.
    """
    if way.map.version != press.version and way.at(to) == press.step:
        return way.map
    _require(way, press)
    if not press.step or not 0 <= to < len(way.ahead):
        raise Refusal("stale")
    ahead = [*way.ahead]
    ahead.insert(to, ahead.pop(press.place))
    return _settled(way, ahead, max(press.place, to) + 1)


def replaced(way: Way, press: Press, step: Step) -> RoadMap:
    """Another step in its place.

    Raises:
        Refusal: ``road-map-changed``.
    """
    if way.map.version != press.version and way.at(press.place) == step:
        return way.map
    _require(way, press)
    ahead = [*way.ahead[: press.place], step, *way.ahead[press.place + 1 :]]
    made = _settled(way, ahead, press.place + 1)
    return _without(made, way, press.step) if press.step != step else made


def added(way: Way, press: Press, step: Step) -> RoadMap:
    """Another step before the one that was pressed, which comes a session later.

    Raises:
        Refusal: ``road-map-changed``.
    """
    if way.map.version != press.version and way.at(press.place) == step:
        return way.map
    _require(way, press)
    ahead = [*way.ahead[: press.place], step, *way.ahead[press.place :]]
    return _settled(way, ahead, max(press.place, len(way.map.left(way.had))) + 1)


def taken_out(way: Way, press: Press) -> RoadMap:
    """The map without the step, which is not proposed again; what follows moves up.

    Raises:
        Refusal: ``road-map-changed``.
    """
    _require(way, press)
    ahead = [*way.ahead[: press.place], *way.ahead[press.place + 1 :]]
    return _without(_settled(way, ahead, press.place), way, press.step)


def _require(way: Way, press: Press) -> None:
    """Nobody changes what they have not read."""
    if way.map.version != press.version or way.at(press.place) != press.step:
        raise Refusal("road-map-changed")


def _settled(way: Way, ahead: Sequence[Step], until: int) -> RoadMap:
    """The first ``until`` steps ahead, and those that were settled before, are settled now."""
    until = max(until, len(way.map.left(way.had)))
    steps = (*way.had, *ahead[:until])
    dropped = tuple(each for each in way.map.dropped if each not in steps[len(way.had) :])
    return replace(way.map, steps=steps, dropped=dropped)


def _without(made: RoadMap, way: Way, step: Step) -> RoadMap:
    if not step or step in made.left(way.had):
        return made
    return replace(made, dropped=tuple(dict.fromkeys((*made.dropped, step))))
