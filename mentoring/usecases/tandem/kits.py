"""The session kit of a session: proposed, another one chosen, taken, or left.

Only the mentor chooses. None comes twice in a tandem: what a session has had counts, also where the
two have left it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.kit_choice import KitChoice, KitState
from mentoring.domain.kits.choice import (
    Chosen,
    Pairing,
    Road,
    candidates,
    deeper,
    recalled,
    step_of,
)
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import Answers
from mentoring.domain.questionnaire.steps import Format
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.polls.living_polls import running
from mentoring.usecases.tandem.library import library_of

OTHERS = 3
"""How many other kits the mentor may choose from."""


def propose(uow: UnitOfWork, moment: Moment, session: Session) -> KitChoice | None:
    """The session's kit: the one that it has, or the next that is new to the tandem; None where
    nothing new is left.
    """
    known = uow.kit_choices.get(session.id)
    if known:
        return known
    tandem = uow.tandems.need(session.tandem_id)
    best = next(iter(_candidates(uow, moment, tandem, session.id)), None)
    if best is None:
        return None
    way = way_of(uow, tandem)
    made = KitChoice(session.id, tandem.id, best.id, best.step.topic, best.step.question, way)
    return uow.kit_choices.put(made)


def propose_others(uow: UnitOfWork, moment: Moment, tandem_id: str, question_id: str) -> None:
    """The question is there no more: sessions ahead whose kit has grown from it get the next that
    is new; whoever went without one still does.
    """
    for choice in uow.kit_choices.all(tandem_id=tandem_id, question=question_id):
        session = uow.sessions.get(choice.id)
        if session and session.is_left(moment.now):
            uow.kit_choices.delete(choice.id)
            other = propose(uow, moment, session)
            if other and choice.state is KitState.SKIPPED:
                uow.kit_choices.put(replace(other, state=KitState.SKIPPED))


def others(uow: UnitOfWork, moment: Moment, choice: KitChoice) -> tuple[Chosen, ...]:
    """Other kits for the session that are new to the tandem: the same topic one depth further, for
    a mentee who knows this much already, then the best.
    """
    return tuple(islice(_all_others(uow, moment, choice), OTHERS))


def _all_others(uow: UnitOfWork, moment: Moment, choice: KitChoice) -> Iterator[Chosen]:
    tandem = uow.tandems.need(choice.tandem_id)
    found = {each.id: each for each in _further(uow, moment, tandem, choice)}
    found |= {each.id: each for each in _candidates(uow, moment, tandem, choice.id)}
    return (each for each in found.values() if each.id != choice.kit_id)


def _further(
    uow: UnitOfWork, moment: Moment, tandem: Tandem, choice: KitChoice
) -> Iterable[Chosen]:
    now = kit_of(choice, moment.programme)
    if now is None:
        return ()
    come = [each.kit_id for each in had_by(uow, moment, tandem) if each.id != choice.id]
    found = deeper(now, pairing(uow, tandem), library_of(moment.programme), come)
    return islice(found, 1)


def kit_of(choice: KitChoice, programme: Programme) -> Chosen | None:
    """What the choice is of; None if it is in the library no more."""
    return recalled(choice.kit_id, choice.step, library_of(programme))


def _candidates(
    uow: UnitOfWork, moment: Moment, tandem: Tandem, session_id: str
) -> Iterable[Chosen]:
    """What could be done in the session, as if it had nothing yet."""
    had = [each for each in had_by(uow, moment, tandem) if each.id != session_id]
    library = library_of(moment.programme)
    return candidates(pairing(uow, tandem), library, road_of(uow, tandem, had))


def road_of(uow: UnitOfWork, tandem: Tandem, had: Sequence[KitChoice]) -> Road:
    """What the tandem has had and what is known to come."""
    found = uow.road_maps.get(tandem.id)
    left = found.left(each.step.key for each in had) if found else ()
    come = tuple(each.kit_id for each in had)
    return Road(come, open_questions(uow, tandem), tuple(step_of(key) for key in left))


def had_by(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> list[KitChoice]:
    """The kits of the tandem's sessions, in their order; a session that was lost has had none."""
    found = uow.sessions.all(tandem_id=tandem.id)
    lost = {each.id for each in found if each.is_lost(moment.now)}
    return [each for each in uow.kit_choices.all(tandem_id=tandem.id) if each.id not in lost]


def open_questions(uow: UnitOfWork, tandem: Tandem) -> tuple[str, ...]:
    """The questions that are open and that both may read, the oldest first."""
    asked = uow.questions.all(tandem_id=tandem.id, answered_at=None)
    return tuple(each.id for each in asked if not each.waits)


def pairing(uow: UnitOfWork, tandem: Tandem) -> Pairing:
    """What the choice depends on, as far as it is known still."""
    found = uow.road_maps.get(tandem.id)
    dropped = frozenset(step_of(key) for key in found.dropped) if found else frozenset()
    return replace(_said_of_topics(uow, tandem), dropped=dropped)


def _said_of_topics(uow: UnitOfWork, tandem: Tandem) -> Pairing:
    said = _said(uow, tandem)
    mentee, mentor = said[Role.MENTEE], said[Role.MENTOR]
    wishes = mentee.wishes.topics if mentee.wishes else ()
    return Pairing(wishes, levels={each.topic: each.level for each in mentor.skills})


def way_of(uow: UnitOfWork, tandem: Tandem) -> Format | None:
    """How the mentee prefers to learn."""
    purpose = _said(uow, tandem)[Role.MENTEE].purpose
    return purpose.format if purpose else None


def topics_taught(uow: UnitOfWork, tandem: Tandem) -> list[str]:
    """The topics that the mentee wishes for and the mentor teaches, in the order of the wishes."""
    known = _said_of_topics(uow, tandem)
    return [each for each in known.wishes if each in known.levels]


def _said(uow: UnitOfWork, tandem: Tandem) -> Mapping[Role, Answers]:
    """What the two have answered; read without holding up anybody who answers just now."""
    keys = {role: enrolment_id(uow.cycle_id, role, tandem.person(role)) for role in Role}
    found = {each.id: each.answers for each in uow.enrolments.all(id=tuple(keys.values()))}
    return {role: found.get(key, Answers()) for role, key in keys.items()}


def take(uow: UnitOfWork, _moment: Moment, session_id: str, person_id: str) -> None:
    """*Fits*.

    Raises:
        Refusal: ``gone``, ``stale``, ``not-yours``.
    """
    choice = _to_choose(uow, session_id, person_id)
    uow.kit_choices.put(replace(choice, state=KitState.TAKEN))


def skip(uow: UnitOfWork, _moment: Moment, session_id: str, person_id: str) -> None:
    """*Without one*: nobody has to say why.

    Raises:
        Refusal: as ``take``.
    """
    choice = _to_choose(uow, session_id, person_id)
    uow.kit_choices.put(replace(choice, state=KitState.SKIPPED))


def choose(uow: UnitOfWork, moment: Moment, session_id: str, person_id: str, kit_id: str) -> None:
    """Take one of the others.

    Raises:
        Refusal: as ``take``; ``stale`` if it would not come any more. A card that has stood there
            for long may offer one that by now is no longer among the best.
    """
    choice = _to_choose(uow, session_id, person_id)
    if choice.kit_id == kit_id:
        return take(uow, moment, session_id, person_id)
    for each in _all_others(uow, moment, choice):
        if each.id == kit_id:
            chosen = replace(choice, kit_id=each.id, state=KitState.TAKEN)
            step = replace(chosen, topic=each.step.topic, question=each.step.question)
            uow.kit_choices.put(step)
            return None
    raise Refusal("stale")


def _to_choose(uow: UnitOfWork, session_id: str, person_id: str) -> KitChoice:
    choice = uow.kit_choices.need(session_id)
    tandem = running(uow, choice.tandem_id)
    if tandem.role_of(person_id) is not Role.MENTOR:
        raise Refusal("not-yours")
    return choice
