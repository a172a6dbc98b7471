"""``try``: the questionnaire or a whole cycle, played to one owner in their own chat.

Its card has two lives: in the programme's own cycle it says what can be tried, and in the try
itself how far that is. What a try writes belongs to a cycle of its own (``p1t1``), whose ports only
imagine; a day later it is erased, if its owner has not done so before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.domain.closing import Closing
from mentoring.domain.cycle import Cycle, CycleState, cycle_id, is_try
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.errors import Refusal
from mentoring.domain.language import voice_name, voices
from mentoring.domain.launch import Launch
from mentoring.domain.match_run import MatchRun
from mentoring.domain.people import Person, Role
from mentoring.domain.proposal import Proposal
from mentoring.domain.tandem import Tandem
from mentoring.domain.upkeep import Fact, Timer
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.effects import ask
from mentoring.usecases.common.postings import post, post_anew, show_part
from mentoring.usecases.common.showing import depends
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.trial.cast import invented
from mentoring.usecases.trial.course import Act, next_act, play
from mentoring.usecases.trial.erasing import erase_trial

KEPT = timedelta(days=1)
"""How long a try stays at most."""
ENDED = "ended"
"""The view of its card once it is being erased."""


@dataclass(frozen=True)
class TrialNotice(Notice):
    """What can be tried; ``voice`` is the programme's."""

    voice: str


@dataclass(frozen=True)
class CourseNotice(Notice):
    """How far a try is: who takes part in it, in which voice, and what comes next."""

    people: tuple[tuple[Role, str], ...]
    voice: str
    next: Act
    is_over: bool = False


@shows(to="owners")
def trial_card(_uow: UnitOfWork, scene: Scene) -> TrialNotice:
    """What an owner can try."""
    programme = scene.programme
    return TrialNotice(voice_name(programme.language, formal=programme.tone == "sie"))


@shows(to="owners", sides=True)
def trial_course(uow: UnitOfWork, scene: Scene) -> CourseNotice:
    """How far it is."""
    asked = sorted(uow.enrolments.all(), key=lambda each: each.role)
    people = tuple((each.role, uow.people.need(each.person_id).full_name) for each in asked)
    cycle = scene.moment.cycle
    act = next_act(uow, scene.moment)
    return CourseNotice(people, cycle.tried_in, act, is_over=scene.posting.view == ENDED)


@depends(trial_course, Enrolment, MatchRun, Proposal, Tandem, Launch, Closing)
def _course(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Whatever moves the try on."""
    return [change.row.cycle_id] if is_try(change.row.cycle_id) else ()


def show(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Put what can be tried before the owner."""
    post_anew(uow, moment, trial_card, uow.cycle_id, owner, chat)


def begin(
    uow: UnitOfWork, moment: Moment, owner: str, roles: Collection[Role], voice: str
) -> Cycle:
    """A try for this owner, in the place of an earlier one of theirs; the invitation of each
    invented person comes into the owner's chat.

    Raises:
        Refusal: ``stale`` for a voice that there is not, ``no-own-chat`` if the bot has never heard
            the owner in their own chat.
    """
    person = uow.people.get(owner)
    if voice not in voices():
        raise Refusal("stale")
    if person is None or not person.conversation:
        raise Refusal("no-own-chat")
    for earlier in uow.cycles.all(programme_id=uow.programme_id, tried_by=owner):
        end(uow, earlier.id)
    cycle = uow.cycles.put(_new(uow, moment, owner, voice))
    here = for_cycle(uow, cycle.id)
    for role in roles:
        _invite(here, moment, person, role)
    post(here, trial_course, cycle.id, owner)
    set_timer(uow, trial_over, cycle.id, moment.now + KEPT)
    return cycle


def _new(uow: UnitOfWork, moment: Moment, owner: str, voice: str) -> Cycle:
    key = f"number:{moment.home.id}.try"
    uow.alone(key)
    fact = uow.facts.get(key)
    number = int(fact.value) + 1 if fact else 1
    uow.facts.put(Fact(key, str(number)))
    return Cycle(
        cycle_id(moment.home.id, number, trial=True),
        moment.home.id,
        number,
        moment.now,
        moment.cycle.kind,
        CycleState.ENROLLING,
        enrolment_end=_open_until(moment),
        tried_by=owner,
        tried_in=voice,
    )


def _open_until(moment: Moment) -> date | None:
    """The programme's own last day, unless it comes before the try is over."""
    end = moment.cycle.enrolment_end
    return end if end and end > (moment.now + 2 * KEPT).date() else None


def _invite(here: UnitOfWork, moment: Moment, owner: Person, role: Role) -> None:
    cycle = here.cycles.need(here.cycle_id)
    person = here.people.put(invented(cycle.id, role, owner, cycle.tried_in))
    asked = invite(here, moment, person.profile, role)
    post(here, enrolment_card, asked.id, person.id)


def go_on(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Do what comes next in the try for which the unit works.

    Raises:
        Refusal: as ``play``; ``not-a-try``.
    """
    _require_try(moment)
    play(uow, moment, owner, chat)


def stop(uow: UnitOfWork, moment: Moment, posting_id: str) -> None:
    """End the try for which the unit works.

    Raises:
        Refusal: ``not-a-try``.
    """
    _require_try(moment)
    show_part(uow, trial_course, uow.cycle_id, posting_id, ENDED, 0)
    end(for_cycle(uow, moment.home.cycle_id), uow.cycle_id)


def _require_try(moment: Moment) -> None:
    if not moment.cycle.tried_by:
        raise Refusal("not-a-try")


def end(uow: UnitOfWork, trial_id: str) -> None:
    """Have a try erased; ``uow`` is bound to the programme's own cycle."""
    ask(uow, erase_trial, trial_id)


@when_due()
def trial_over(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """Its day is over."""
    end(uow, timer.subject_id)
