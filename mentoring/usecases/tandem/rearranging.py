"""What the two do with their road map: another order, another step, one more,
one less. Either may, nobody is
told, and open cards follow.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mentoring.domain.errors import Refusal
from mentoring.domain.road_map import Press, RoadMap, Step, Way, added, moved, replaced, taken_out
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import show_part
from mentoring.usecases.polls.living_polls import running
from mentoring.usecases.tandem.kits import had_by
from mentoring.usecases.tandem.road_map import may_come, road_map_card, stops

Change = Callable[[Way], RoadMap]


def look_at(
    uow: UnitOfWork,
    _moment: Moment,
    tandem_id: str,
    person_id: str,
    posting_id: str,
    place: int | None,
) -> None:
    """Begin to change the step at a place in the card, or go back to the whole.

    Raises:
        Refusal: ``stale``; ``not-yours``.
    """
    running(uow, tandem_id).role_of(person_id)
    view = "" if place is None else str(max(0, place))
    show_part(uow, road_map_card, tandem_id, posting_id, view, 0, whose=person_id)


def move(
    uow: UnitOfWork,
    moment: Moment,
    tandem_id: str,
    person_id: str,
    posting_id: str,
    press: Press,
    to: int,
) -> None:
    """Put the step at another place, and stay with it.

    Raises:
        Refusal: ``stale``; ``not-yours``; ``road-map-changed``.
    """
    _change(uow, moment, tandem_id, person_id, lambda way: moved(way, press, to))
    look_at(uow, moment, tandem_id, person_id, posting_id, to)


def put_instead(
    uow: UnitOfWork,
    moment: Moment,
    tandem_id: str,
    person_id: str,
    posting_id: str,
    press: Press,
    step: Step,
) -> None:
    """Put another step in its place, and go back to the whole.

    Raises:
        Refusal: ``stale``; ``not-yours``; ``road-map-changed``; ``road-map-nothing-new`` at the
            input ``step`` where no kit of that step is left, ``road-map-choose`` without one.
    """
    _put(uow, moment, tandem_id, person_id, press, step, replaced)
    look_at(uow, moment, tandem_id, person_id, posting_id, None)


def put_before(
    uow: UnitOfWork,
    moment: Moment,
    tandem_id: str,
    person_id: str,
    posting_id: str,
    press: Press,
    step: Step,
) -> None:
    """Put another step before it, and go back to the whole.

    Raises:
        Refusal: as ``put_instead``.
    """
    _put(uow, moment, tandem_id, person_id, press, step, added)
    look_at(uow, moment, tandem_id, person_id, posting_id, None)


def _put(
    uow: UnitOfWork,
    moment: Moment,
    tandem_id: str,
    person_id: str,
    press: Press,
    step: Step,
    how: Callable[[Way, Press, Step], RoadMap],
) -> None:
    tandem = running(uow, tandem_id)
    tandem.role_of(person_id)
    if step not in _possible(uow, moment, tandem):
        raise Refusal("road-map-choose", field="step")
    place = min(press.place, len(_way(uow, moment, tandem).ahead))
    _change(uow, moment, tandem_id, person_id, lambda way: how(way, press, step))
    if _way(uow, moment, tandem).at(place) != step:
        raise Refusal("road-map-nothing-new", field="step")


def take_out(
    uow: UnitOfWork,
    moment: Moment,
    tandem_id: str,
    person_id: str,
    posting_id: str,
    press: Press,
) -> None:
    """Take the step out, and go back to the whole.

    Raises:
        Refusal: ``stale``; ``not-yours``; ``road-map-changed``.
    """
    _change(uow, moment, tandem_id, person_id, lambda way: taken_out(way, press))
    look_at(uow, moment, tandem_id, person_id, posting_id, None)


def _possible(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> set[Step]:
    topics, asked = may_come(uow, moment, tandem)
    return {f"topic:{each}" for each in topics} | {f"question:{each.id}" for each in asked}


def _change(
    uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, change: Change
) -> None:
    tandem = running(uow, tandem_id)
    role = tandem.role_of(person_id)
    way = _way(uow, moment, tandem)
    made = change(way)
    if made != way.map:
        made = replace(made, version=way.map.version + 1)
        uow.road_maps.put(replace(made, changed_by=role, changed_at=moment.now))


def _way(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> Way:
    sessions = uow.sessions.all(tandem_id=tandem.id)
    found = stops(uow, moment, tandem, sessions)
    free = [each for each in found if each.is_free]
    had = tuple(each.step.key for each in had_by(uow, moment, tandem))
    known = uow.road_maps.get(tandem.id) or RoadMap(tandem.id, tandem.id, ())
    return Way(known, had, tuple(each.step for each in free if each.step))
