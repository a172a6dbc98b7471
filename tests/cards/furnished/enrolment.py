"""Lists of who is invited, questionnaires, and who is asked anew."""

from __future__ import annotations

from dataclasses import replace

from cards.examples.people import ANSWERS
from mentoring.domain.enrolment import (
    Application,
    Clearance,
    EnrolmentState,
    NextTime,
    enrolment_id,
)
from mentoring.domain.invitation import Choice, Entry, Invite, InviteState
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Draft, Line
from mentoring.domain.questionnaire.way import positions
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Fact
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.postings import post
from mentoring.usecases.enrolment.applications import PAGE
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.next_cycle import soon_key
from tests.cards.furnished.basis import NOW, OWNER, enrol, guid, meet, show


def invitations(uow: UnitOfWork) -> None:
    newcomer = Entry("neu@firma.example", meet(uow, "neu"), "Neu")
    for number, role in enumerate((Role.MENTEE, None), start=1):
        key = f"p1c1.invite-{number}"
        mia = Choice(guid("mia"), "Mia", "mia@firma.example")
        unclear = Entry("Mia", hindrance="ambiguous", choices=(mia,))
        uow.invites.put(Invite(key, OWNER, NOW, role, entries=[newcomer, unclear]))
        show(uow, "invite", key, OWNER)
    _sent_lists(uow)


def _sent_lists(uow: UnitOfWork) -> None:
    """A list that can still be stopped, and one whose only person has not answered."""
    asked = Entry("spät@firma.example", meet(uow, "spaet"), "Spät")
    enrol(uow, "spaet", Role.MENTEE, EnrolmentState.INVITED)
    for number, state in ((3, InviteState.SOON), (4, InviteState.CONFIRMED)):
        key = f"p1c1.invite-{number}"
        made = Invite(key, OWNER, NOW, Role.MENTEE, state, [asked], starts_at=NOW)
        uow.invites.put(made)
        show(uow, "invite", key, OWNER)
    asked_by_mistake = enrolment_id(uow.cycle_id, Role.MENTEE, asked.person_id)
    for kind in ("role", "remove"):
        stamp = f":{kind}:{NOW:%Y%m%d%H%M%S}"
        show(uow, "correction_card", asked_by_mistake, OWNER, view=kind, copy=stamp)
    late = uow.enrolments.need(asked_by_mistake)
    typed = Draft("about", {"languages": "de"}, (Line("languages", OWNER, NOW),))
    uow.enrolments.put(replace(late, answers=late.answers.drafted(typed)))
    show(uow, "entry_card", asked_by_mistake, OWNER)
    show(uow, "entry_card", asked_by_mistake, OWNER, view=f"entered {NOW.date()}", copy=":done")
    show(uow, "remind_card", uow.cycle_id, OWNER, copy=f":{NOW:%Y%m%d%H%M%S}")


def questionnaires(uow: UnitOfWork) -> None:
    """In both roles: somebody on each step, somebody who is invited, somebody who is done."""
    for role in Role:
        for position in positions(role, ANSWERS[role]):
            _questioned(uow, role, EnrolmentState.BEGUN, str(position))
        _questioned(uow, role, EnrolmentState.INVITED)
        _questioned(uow, role, EnrolmentState.DONE)
    _in_both(uow)


def _in_both(uow: UnitOfWork) -> None:
    """Somebody takes part as a mentor, and chooses topics as a mentee as well."""
    for role, state, at in (
        (Role.MENTOR, EnrolmentState.BEGUN, "summary"),
        (Role.MENTEE, EnrolmentState.BEGUN, "about"),
    ):
        key = enrol(uow, "zweifach", role, state, at)
        show(uow, "enrolment", key, guid("zweifach"))


def applications(uow: UnitOfWork) -> None:
    """So many have applied by the open call that they come by pages, and somebody is about to, in a
    programme that asks nothing of them.
    """
    for number in range(PAGE):
        key = enrol(uow, f"applicant-{number}", Role.MENTOR, EnrolmentState.DONE)
        uow.enrolments.put(replace(uow.enrolments.need(key), application=Application.OPEN))
    for name, state in (
        ("applicant", EnrolmentState.DONE),
        ("newcomer", EnrolmentState.INVITED),
    ):
        key = enrol(uow, name, Role.MENTOR, state)
        uow.enrolments.put(replace(uow.enrolments.need(key), application=Application.OPEN))
        show(uow, "enrolment", key, guid(name))
    show(uow, "applications_card", "p1c1", OWNER)


def apprentices(uow: UnitOfWork) -> None:
    """Somebody under age has handed in, and waits for the company's clearance; somebody who took
    part before it was asked has still to say whether they are of age; in another programme
    people are asked whether they are of age, for the first time and once more.
    """
    key = enrol(uow, "apprentice", Role.MENTOR, EnrolmentState.DONE)
    uow.enrolments.put(replace(uow.enrolments.need(key), clearance=Clearance.WAITS))
    show(uow, "enrolment", key, guid("apprentice"))
    show(uow, "clearance_card", "p1c1", OWNER)
    before = enrol(uow, "before-the-question", Role.MENTOR, EnrolmentState.DONE)
    uow.enrolments.put(replace(uow.enrolments.need(before), clearance=Clearance.ASKED))
    show(uow, "enrolment", before, guid("before-the-question"))
    other = for_cycle(uow, "p2c1")
    for name, earlier in (("young-asked", ""), ("young-again", "p2c0:earlier")):
        asked = enrol(other, name, Role.MENTOR, EnrolmentState.INVITED)
        other.enrolments.put(replace(other.enrolments.need(asked), earlier=earlier))
        show(other, "enrolment", asked, guid(name))


def next_cycle(uow: UnitOfWork) -> None:
    """Somebody who took part before is asked anew; owners have confirmed the next cycle, which
    begins in some minutes, and those of another programme may open theirs.
    """
    uow.facts.put(Fact(soon_key("p1c1"), NOW.isoformat()))
    show(uow, "next_cycle", "p1c1", OWNER)
    key = enrol(uow, "mentee-again", Role.MENTEE, EnrolmentState.INVITED)
    asked = replace(uow.enrolments.need(key), earlier="p1c0:earlier")
    uow.enrolments.put(asked)
    show(uow, "enrolment", key, guid("mentee-again"))
    other = for_cycle(uow, "p2c1")
    enrol(other, "mentor-of-another-programme", Role.MENTOR)
    _ended_tandem(other)
    show(other, "next_cycle", "p2c1", OWNER)
    _wished(other)


def _wished(uow: UnitOfWork) -> None:
    """One of the two would like to be there again."""
    key = enrolment_id("p2c1", Role.MENTOR, guid("mentor-of-another-programme"))
    uow.enrolments.put(replace(uow.enrolments.need(key), next_time=NextTime.AGAIN))
    show(uow, "wish_card", key, guid("mentor-of-another-programme"))


def _ended_tandem(uow: UnitOfWork) -> None:
    """What the cycle has brought: a tandem that has met once."""
    pair = guid("mentor-of-another-programme"), guid("mentee-of-another-programme")
    ended = Tandem("p2c1.tandem-1-00c0ffee", 1, "p2c1.run-1:1", *pair, TandemState.CLOSED, NOW, NOW)
    uow.tandems.put(ended)
    uow.sessions.put(Session(f"{ended.id}:001", ended.id, 1, NOW, 120, "kept", NOW))


def _questioned(
    uow: UnitOfWork, role: Role, state: EnrolmentState, position: str = "summary"
) -> None:
    name = f"{role}-{state}-{position.replace(':', '-')}"
    key = enrol(uow, name, role, state, position)
    post(uow, enrolment_card, key, guid(name), key=f"enrolment:{key}:20261102090000")
