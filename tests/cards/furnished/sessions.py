"""Tandems that meet, and one of which somebody is away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from mentoring.domain.agreement import Agreement, Item, Terms
from mentoring.domain.circle import (
    Circle,
    CircleKind,
    CircleMember,
    CircleState,
    Place,
    member_id,
    mentors_circle_id,
)
from mentoring.domain.cycle import Source
from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.fit import Feeling, Fit, fit_id
from mentoring.domain.further import FurtherWish, GoingOn, wish_id
from mentoring.domain.kit_choice import KitChoice, KitState
from mentoring.domain.measurement.figures import Counted, Figures, Running
from mentoring.domain.measurement.follow_up import AFTER, agreed
from mentoring.domain.measurement.items import Marks, Measure, Stage, Waiting, measure_id, stopped
from mentoring.domain.measurement.key_figures import KeyFigure, KeyFigures, Reading, version_key
from mentoring.domain.measurement.shares import Share
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Option, Poll, PollState
from mentoring.domain.question import Question
from mentoring.domain.retrospective import Retrospective, Taken, retrospective_id
from mentoring.domain.road_map import RoadMap
from mentoring.domain.scheduling.plan import State
from mentoring.domain.session import Session, session_id
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Fact
from mentoring.domain.watching import Absence
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.changes.absence import absence_card, partner_back_card
from mentoring.usecases.common.postings import post
from mentoring.usecases.measurement.key_figures import key_figures_card
from mentoring.usecases.measurement.measure import measure_card
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.sessions.deputies import deputy_card
from mentoring.usecases.sessions.partner_away import ask_partner
from mentoring.usecases.sessions.reminders import met_key
from mentoring.usecases.tandem.agreement import agreement_card
from mentoring.usecases.tandem.road_map import road_map_card
from mentoring.usecases.tandem.what_waited import TOGETHER
from tests.cards.furnished.basis import DEPUTY, NOW, OWNER, guid, show
from tests.cards.furnished.matching import in_tandem


def session_at(uow: UnitOfWork, tandem: Tandem, number: int, start: datetime | None) -> Session:
    key = session_id(tandem.id, number)
    state: State = "kept" if start else "open"
    return uow.sessions.put(Session(key, tandem.id, number, start or NOW, 120, state, start))


def running(uow: UnitOfWork) -> None:
    """A tandem with a session behind it, one today, one ahead for which another time is asked for,
    and one whose slot a poll seeks; two were lost, so they are offered help.
    """
    tandem = in_tandem(uow, 1, TandemState.LAUNCHED, (DEPUTY,))
    tandem = uow.tandems.put(replace(tandem, lost_in_a_row=2))
    over = session_at(uow, tandem, 1, NOW - timedelta(days=3))
    today = session_at(uow, tandem, 2, NOW + timedelta(hours=3))
    asked = session_at(uow, tandem, 3, NOW + timedelta(days=30))
    for person in (tandem.mentor_id, tandem.mentee_id):
        show(uow, "tandem", tandem.id, person)
        show(uow, "help_offer_card", tandem.id, person)
        show(uow, "left_over", person, person)
        for session in (over, today):
            for kind in ("session", "session_late"):
                show(uow, kind, session.id, person, copy=f":{session.planned:%Y%m%d}")
        for session in (over, today, asked):
            show(uow, "session_kit_card", session.id, person)
    enrolled = enrolment_id(uow.cycle_id, Role.MENTEE, tandem.mentee_id)
    show(uow, "enrolment", enrolled, tandem.mentee_id)
    key = f"deputy:{tandem.id}:{tandem.mentee_id}:{DEPUTY}"
    post(uow, deputy_card, tandem.id, DEPUTY, view=tandem.mentee_id, key=key)
    _poll(uow, tandem, session_at(uow, tandem, 4, None))
    _asking(uow, tandem)
    _agreeing(uow, tandem)
    _looking_back(uow, tandem, over)
    _measured(uow, tandem)
    for role in Role:
        person = tandem.person(role)
        show(uow, "lessons_card", enrolment_id(uow.cycle_id, role, person), person)
    _kits(uow, tandem, today, asked)
    _way(uow, tandem)
    _poll(uow, tandem, asked, "poll-00c0ffee00c0fff0", Cause.ASKED)


def _way(uow: UnitOfWork, tandem: Tandem) -> None:
    """The mentor has changed their road map, which both see whole and at the step to come."""
    settled, dropped = ("topic:ai",), ("topic:new_work",)
    uow.road_maps.put(RoadMap(tandem.id, tandem.id, settled, dropped, 1, Role.MENTOR, NOW))
    session_at(uow, tandem, 5, NOW + timedelta(days=60))
    for person in (tandem.mentor_id, tandem.mentee_id):
        show(uow, "road_map_card", tandem.id, person)
        key = f"road_map_card:{tandem.id}:{person}:0"
        post(uow, road_map_card, tandem.id, person, key=key, view="0")


def _kits(uow: UnitOfWork, tandem: Tandem, today: Session, asked: Session) -> None:
    """The mentor goes without the later one."""
    taken = KitChoice(today.id, tandem.id, "ai-discover", "ai", way="demo")
    left = KitChoice(asked.id, tandem.id, "ai-try", "ai", way="demo", state=KitState.SKIPPED)
    uow.kit_choices.put_all((taken, left))


def _asking(uow: UnitOfWork, tandem: Tandem) -> None:
    """Both ask something, one of them also what the other cannot read yet, and what is answered."""
    for person in (tandem.mentor_id, tandem.mentee_id):
        told = Question(f"{tandem.id}:told:{person}", tandem.id, person, "Was war neu?", NOW, NOW)
        waits = replace(told, id=f"{tandem.id}:waits:{person}", told_at=None)
        done = replace(told, id=f"{tandem.id}:done:{person}", answered_at=NOW)
        uow.questions.put_all((told, waits, done))
        show(uow, "question_box", tandem.id, person)


def _looking_back(uow: UnitOfWork, tandem: Tandem, over: Session) -> None:
    """What both take from the session that is over; the mentor has said that they have met, and
    shown his line.
    """
    uow.facts.put(Fact(met_key(over, tandem.mentor_id), "met"))
    for role in Role:
        said = Taken(line="Ein Satz")
        who, key = tandem.person(role), retrospective_id(over.id, role)
        found = Retrospective(key, tandem.id, over.id, who, role, NOW, said)
        uow.retrospectives.put(replace(found, shared=role is Role.MENTOR))
        show(uow, "retrospective_card", over.id, who)
    _fitting(uow, tandem)
    _circle(uow, tandem)


def _measured(uow: UnitOfWork, tandem: Tandem) -> None:
    """Both have said where they stand at the start, and are being asked at half-time; the mentor
    does not want to be asked at the end.
    """
    for role, said in ((Role.MENTEE, Marks("ai", usage=2)), (Role.MENTOR, Marks(voice=2))):
        who = tandem.person(role)
        for stage in Stage:
            key = measure_id(enrolment_id(uow.cycle_id, role, who), stage)
            found = uow.measures.put(Measure(key, who, role, stage, NOW, said))
            if role is Role.MENTOR and stage is Stage.END:
                uow.measures.put(stopped(found))
            for page in (0, 1, 4):
                copy = f"measure_card:{key}:{page}"
                post(uow, measure_card, key, who, key=copy)
                uow.postings.put(replace(uow.postings.need(copy), page=page))
    _followed_up(uow, tandem)
    _waits(uow)
    _going(uow)


def _followed_up(uow: UnitOfWork, tandem: Tandem) -> None:
    """The mentee has agreed to be asked later; the first question is open and was answered."""
    enrolled, due = enrolment_id(uow.cycle_id, Role.MENTEE, tandem.mentee_id), NOW
    for each in agreed(enrolled, tandem.mentee_id, "ai", due - AFTER[3], NOW - AFTER[3]):
        found = uow.follow_ups.put(replace(each, asked_at=due if each.months == 3 else None))
        show(uow, "follow_up_card", found.id, tandem.mentee_id)


def _waits(uow: UnitOfWork) -> None:
    """Somebody without a tandem is asked whether they like to be asked."""
    who = guid("mentee-done-summary")
    key = measure_id(enrolment_id(uow.cycle_id, Role.MENTEE, who), Stage.START)
    made = Measure(key, who, Role.MENTEE, Stage.START, NOW, Marks("ai"), waiting=Waiting.ASKED)
    uow.measures.put(made)
    show(uow, "measure_card", key, who)


def _going(uow: UnitOfWork) -> None:
    """Owners have looked at how it is going."""
    share = Counted(Running.AGREEMENT, NOW, Share(8, 5, 5))
    uow.figures.put(Figures(uow.cycle_id, (share,)))
    show(uow, "going_card", uow.cycle_id, OWNER)
    _of_house(uow)


def _of_house(uow: UnitOfWork) -> None:
    """They have named a figure of the house, and look at each part of the card."""
    key, value = version_key(uow.cycle_id, 1), Reading(Decimal("12.5"), NOW.date())
    figure = KeyFigure("1-0", "Fluktuation", "%", "Personalbericht", value)
    uow.key_figures.put(KeyFigures(key, 1, OWNER, NOW, Source.CARD, (figure,)))
    for part in ("", "history", "figure:", "figure:1-0", "version:1"):
        at = f"key_figures_card:{uow.cycle_id}:{part}"
        post(uow, key_figures_card, uow.cycle_id, OWNER, key=at, view=part)


def _fitting(uow: UnitOfWork, tandem: Tandem) -> None:
    """Both have said how it fits."""
    for role in Role:
        person, key = tandem.person(role), fit_id(tandem.id, role)
        uow.fits.put(Fit(key, tandem.id, person, Feeling.GOOD, NOW))
        show(uow, "fit_card", tandem.id, person)


def going_on(uow: UnitOfWork, tandem: Tandem) -> None:
    """Both have been asked whether they would like more sessions."""
    for role in Role:
        person, key = tandem.person(role), wish_id(tandem.id, role)
        uow.further_wishes.put(FurtherWish(key, tandem.id, person, GoingOn.OPEN, NOW))
        show(uow, "further_card", tandem.id, person)
    waits = f"further_card:{tandem.id}"
    uow.facts.put(Fact(f"{TOGETHER}{uow.cycle_id}:{tandem.mentor_id}", waits))
    show(uow, "what_waited_card", tandem.mentor_id, tandem.mentor_id)


def _circle(uow: UnitOfWork, tandem: Tandem) -> None:
    """There is a circle, which the mentor is in."""
    found = Circle(mentors_circle_id(uow.cycle_id), CircleKind.MENTORS, CircleState.OPEN)
    found = uow.circles.put(replace(found, team_id="team", channel_id="19:circle"))
    key = member_id(found.id, tandem.mentor_id)
    uow.circle_members.put(CircleMember(key, found.id, tandem.mentor_id, Place.IN, NOW))
    show(uow, "circle_card", key, tandem.mentor_id)


def circle_is_offered(uow: UnitOfWork, tandem: Tandem) -> None:
    """The mentor is not in the circle."""
    key = member_id(mentors_circle_id(uow.cycle_id), tandem.mentor_id)
    show(uow, "circle_card", key, tandem.mentor_id)


def _agreeing(uow: UnitOfWork, tandem: Tandem) -> None:
    """Valid, with something else proposed, and each item as it is being changed."""
    valid = Terms(mentor_goal="Führung sehen", mentee_goal="KI nutzen")
    other = replace(valid, not_about="Gehälter")
    found = Agreement(tandem.id, tandem.id, other, 2, Role.MENTEE, NOW, (), valid, NOW)
    uow.agreements.put(found)
    for person in (tandem.mentor_id, tandem.mentee_id):
        for item in ("", *Item):
            key = f"agreement_card:{tandem.id}:{person}:{item}"
            post(uow, agreement_card, tandem.id, person, key=key, view=item)


def _poll(
    uow: UnitOfWork,
    tandem: Tandem,
    session: Session,
    key: str = "poll-00c0ffee00c0ffee",
    cause: Cause = Cause.DECLINED,
) -> None:
    poll = Poll(
        id=key,
        tandem_id=tandem.id,
        session_id=session.id,
        cause=cause,
        minutes=120,
        created_at=NOW,
        state=PollState.OPEN,
        options=tuple(Option(NOW + timedelta(days=20 + day)) for day in range(3)),
        shorter=True,
    )
    uow.polls.put(poll)
    for role, reader in ((Role.MENTOR, tandem.mentor_id), (Role.MENTEE, DEPUTY)):
        post(uow, poll_card, poll.id, reader, key=f"poll:{poll.id}:{role}:{reader}", view=role)


def away(uow: UnitOfWork) -> None:
    """A mentee who pauses, and the mentor who is asked about the session meanwhile, and has been
    told once before that the mentee is back.
    """
    tandem = in_tandem(uow, 4, TandemState.LAUNCHED)
    away = tandem.mentee_id
    uow.absences.put(Absence(away, NOW, date(2026, 11, 20)))
    post(uow, absence_card, away, away, key=f"absence:{away}:20261102090000")
    ask_partner(uow, session_at(uow, tandem, 1, NOW + timedelta(days=7)), tandem.mentor_id)
    post(uow, partner_back_card, tandem.id, tandem.mentor_id)
