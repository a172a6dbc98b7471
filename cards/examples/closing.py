"""The kick-off, the closing, and what is kept about somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import get_args

from cards.examples.enrolment import enrolment
from cards.examples.people import MENTEE, MENTOR, NOW, PROGRAMME, TANDEM
from cards.examples.tandems import handovers, interventions
from cards.examples.undoing import undoings
from cards.launch.left import MOST_NAMED
from mentoring.domain.closing import Closing, ClosingState
from mentoring.domain.enrolment import Enrolment, EnrolmentState, NextTime
from mentoring.domain.errors import Refusal
from mentoring.domain.farewell import LONGEST
from mentoring.domain.file import FileOffer, FileState
from mentoring.domain.intervention import Part
from mentoring.domain.kickoff import Gathering, Kickoff, KickoffState
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme, Retention
from mentoring.domain.tandem import TandemState
from mentoring.notices import Notice
from mentoring.usecases.common.files import FileNotice
from mentoring.usecases.common.holdings import HOLDINGS
from mentoring.usecases.enrolment.wishes import WishNotice
from mentoring.usecases.launch.clearing_away import LeftOver
from mentoring.usecases.launch.closing_card import ClosingNotice
from mentoring.usecases.launch.kickoff_cards import KickoffNotice, MissedNotice, SeatNotice
from mentoring.usecases.launch.thanks import ThanksNotice
from mentoring.usecases.polls.lost_sessions import HelpOfferNotice, NeedsHelpNotice
from mentoring.usecases.privacy.delete_me import ErasureNotice, Left, State
from mentoring.usecases.privacy.my_data import Home, Kept, MyDataNotice, Said, not_shown
from mentoring.usecases.privacy.retention import ReceiptNotice
from mentoring.usecases.programme.given_up import GivenUpNotice
from mentoring.usecases.programme.last_owner import LastOwnerNotice


def kickoffs() -> dict[str, Notice]:
    """The kick-off for owners, for participants, and for whoever missed it."""
    dates = (
        Gathering(NOW + timedelta(days=70), "Berlin", 40),
        Gathering(NOW + timedelta(days=71), seats=2, join_url="https://teams.example/j"),
    )
    kickoff = Kickoff("kickoff-1", "p1", dates)
    found: dict[str, Notice] = {
        f"kickoff-{state}": KickoffNotice(
            kickoff=replace(kickoff, state=state), owner=MENTEE, taken={0: 3}, asked=60
        )
        for state in KickoffState
    }
    both = replace(kickoff, state=KickoffState.OPEN)
    changeable = KickoffNotice(kickoff=both, owner=MENTEE, taken={0: 3}, asked=60, to_come=(0, 1))
    found["kickoff-open"] = changeable
    found["kickoff-wrong"] = replace(
        changeable,
        problem=Refusal("kickoff-day-past", field="day1"),
        raw={"number": 1, "day1": "2026-11-02", "time1": "09:30", "seats1": "12"},
    )
    opened = replace(kickoff, state=KickoffState.OPEN)
    for name, mine in (("asked", None), ("coming", 1), ("none", -1)):
        found[f"kickoff-seat-{name}"] = SeatNotice(
            opened, MENTOR, PROGRAMME, {0: 40, 1: 1}, mine, NOW
        )
    found["kickoff-preview-old"] = KickoffNotice(
        kickoff=kickoff, owner=MENTEE, taken={}, asked=60, is_old=True
    )
    cancelled = replace(kickoff, state=KickoffState.CANCELLED)
    found["kickoff-seat-cancelled"] = SeatNotice(cancelled, MENTOR, PROGRAMME, {}, None, NOW)
    with_cycle = replace(kickoff, state=KickoffState.ENDED)
    found["kickoff-seat-ended"] = SeatNotice(with_cycle, MENTOR, PROGRAMME, {}, None, NOW)
    found["kickoff-seat-over"] = SeatNotice(
        replace(kickoff, state=KickoffState.OVER), MENTOR, PROGRAMME, {}, None, NOW
    )
    return {**found, "kickoff-missed": MissedNotice(MENTEE, PROGRAMME)}


def kept() -> tuple[Kept, ...]:
    """Some of what is held about somebody."""
    part = {part.purpose: part for each in HOLDINGS for part in each.parts}
    return (
        Kept(part["directory"], 0, (Said("name", "Berg, Eva"), Said("department", "Vertrieb"))),
        Kept(part["working-hours"], 0, (Said("working_hours", (time(8), time(17))),)),
        Kept(part["answers-topics"], 2, (Said("wish_1", "ai"), Said("wish_2", "data"))),
        Kept(part["answers-deputy"], 2, (Said("deputy", ("ute",)),)),
        Kept(part["session-dates"], 2, (Said("start", NOW), Said("minutes", 120))),
    )


def kept_long() -> tuple[Kept, ...]:
    """More than fits on a card, a yes and a no, and somebody who is known no more."""
    part = {part.purpose: part for each in HOLDINGS for part in each.parts}
    gone = "00000000-0000-4000-8000-000000000001"
    starts = (NOW + timedelta(days=30 * each) for each in range(8))
    private = (Kept(part["answers-when"], 1, (Said("private", each),)) for each in (True, False))
    return (
        *private,
        Kept(part["answers-deputy"], 1, (Said("deputy", (gone,)),)),
        *(Kept(part["session-dates"], 1, (Said("start", start),)) for start in starts),
    )


def kept_by_two() -> MyDataNotice:
    """What two programmes hold about somebody, each in its own words and for its own time."""
    half_a_year = Programme(name="Rollentausch", retention=Retention(months=6))
    homes = {"p1": Home(PROGRAMME), "p2": Home(half_a_year, rolls=True)}
    here = tuple(replace(each, home="p1" if each.cycle else "") for each in kept())
    there = tuple(replace(each, home="p2", cycle=1) for each in kept() if each.cycle)
    names = {"ute": "Ute Still"}
    return MyDataNotice(MENTEE, PROGRAMME, (*here, *there), not_shown(), names, homes=homes)


def farewells(enrolled: Enrolment) -> dict[str, Notice]:
    """A mentee's line to the mentor: too long, written, and read."""
    facts = (PROGRAMME, enrolled)
    mine = ThanksNotice(TANDEM, MENTEE, MENTOR, *facts, can_look_back=True)
    wrong = Refusal("farewell-long", field="line", most=LONGEST)
    line = "Ich lese meine Zahlen jetzt selbst. Danke für deine Geduld!"
    theirs = ThanksNotice(TANDEM, MENTOR, MENTEE, *facts, can_look_back=True, line=line)
    return {
        "thanks-wrong": replace(mine, problem=wrong, raw={"line": "Sehr " * 61}),
        "thanks-written": replace(mine, line=line),
        "thanks-read": theirs,
    }


def wishes(enrolled: Enrolment) -> dict[str, Notice]:
    """What the mentee wishes for next time: nothing said, each answer, and where it counts now."""
    asked = ThanksNotice(TANDEM, MENTEE, MENTOR, PROGRAMME, enrolled, 6, may_wish=True)
    said = {
        f"thanks-wish-{each or 'unsaid'}": replace(
            asked, enrolment=replace(enrolled, next_time=each)
        )
        for each in NextTime
    }
    whole = replace(asked, can_look_back=True, may_report=True, called_off=2)
    as_mentor = replace(asked, viewer=MENTOR, partner=MENTEE, is_rolling=True)
    mentors = replace(enrolled, role=Role.MENTOR)
    rolling = replace(as_mentor, enrolment=mentors)
    shown = WishNotice(replace(enrolled, next_time=NextTime.NOT), PROGRAMME.contact, True)
    return {
        **said,
        "thanks-wish-rolling": rolling,
        "thanks-whole": whole,
        "wish": shown,
        "wish-over": replace(shown, is_open=False),
    }


def troubled(closing: Closing) -> dict[str, Notice]:
    """What Microsoft 365 did not let be cleared away, and that it is being tried once more."""
    done = replace(closing, state=ClosingState.DONE, troubled=(3, 7, 9))
    both = "Jan Kurz", "Eva Costa"
    left = LeftOver(7, *both, (Part.SESSIONS, Part.CHANNEL))
    other = LeftOver(9, *both, (Part.CHANNEL,), again=True)
    gone = LeftOver(3, *both, (Part.MAILBOX,))
    many = tuple(replace(left, number=number) for number in range(1, MOST_NAMED + 3))
    return {
        "closing-troubled": ClosingNotice(done, left=(left,), left_out=1, may_try=True),
        "closing-troubled-again": ClosingNotice(done, left=(other,)),
        "closing-troubled-both": ClosingNotice(done, left=(left, other), may_try=True),
        "closing-troubled-mailbox": ClosingNotice(done, left=(gone,)),
        "closing-troubled-no-mailbox": ClosingNotice(
            done, left=(replace(gone, parts=(Part.NO_MAILBOX,)),), may_try=True
        ),
        "closing-troubled-mailbox-too": ClosingNotice(done, left=(left, gone), may_try=True),
        "closing-troubled-many": ClosingNotice(replace(done, tandems=40), left=many, may_try=True),
    }


def closings() -> dict[str, Notice]:
    """The end of a cycle, and the hint that a tandem needs help."""
    enrolled = enrolment(Role.MENTEE, EnrolmentState.DONE).enrolment
    closing = Closing("closing-1", "o1", tandems=4, ended=1)
    found: dict[str, Notice] = {
        f"closing-{state}": ClosingNotice(replace(closing, state=state), 4, 0, None, 4)
        for state in ClosingState
    }
    return {
        **found,
        "closing-preview-further": ClosingNotice(closing, 14, 0, 40, 14, further=3),
        "closing-preview-circle": ClosingNotice(
            closing, 4, 0, None, 4, circles=("Kreis der Mentorinnen und Mentoren P1C1",)
        ),
        "closing-preview-changed": ClosingNotice(closing, 3, 0, None, 3),
        "closing-preview-not-begun": ClosingNotice(closing, 14, 1, 39, 13, 2),
        **{
            f"closing-{state}-none-began": ClosingNotice(
                replace(closing, state=state), running=4, not_begun=4
            )
            for state in (ClosingState.PREVIEW, ClosingState.DONE)
        },
        "closing-preview-applications": ClosingNotice(
            closing, 4, 0, None, 4, undecided=2, uncleared=1
        ),
        "closing-preview-told": ClosingNotice(
            closing, 4, 0, None, 4, undecided=1, told=3, kickoffs=1
        ),
        "closing-preview-old": ClosingNotice(closing, 4, 0, None, 4, is_old=True),
        **troubled(closing),
        **{
            f"closing-sponsor-{'asked' if reached else 'unreachable'}": ClosingNotice(
                replace(closing, state=ClosingState.DONE),
                sponsor="Dr. Ada Winter",
                is_reached=reached,
            )
            for reached in (True, False)
        },
        **{
            f"thanks{name}": ThanksNotice(tandem, MENTEE, MENTOR, PROGRAMME, past=past)
            for name, tandem, past in (
                ("", replace(TANDEM, channel_id="19:1"), 6),
                ("-once", replace(TANDEM, channel_id="19:1"), 1),
                ("-without-channel", TANDEM, 0),
                ("-not-begun", replace(TANDEM, state=TandemState.CLOSED, told_left_over=True), 0),
            )
        },
        **{
            f"thanks-{'kept' if kept else 'asked'}": ThanksNotice(
                TANDEM,
                MENTEE,
                MENTOR,
                PROGRAMME,
                replace(enrolled, released=kept),
                can_look_back=True,
            )
            for kept in (False, True)
        },
        **farewells(replace(enrolled, released=True)),
        **wishes(enrolled),
        **{
            f"thanks-called-off-{many}": ThanksNotice(
                TANDEM, MENTOR, MENTEE, PROGRAMME, past=6, called_off=many
            )
            for many in (1, 3)
        },
        **handovers(),
        **interventions(),
        **undoings(),
        "given-up": GivenUpNotice({"find_slots": 1, "post": 3}),
        "given-up-none": GivenUpNotice(),
        "last-owner": LastOwnerNotice(1, "Ole Berg"),
        "last-owner-shut-off": LastOwnerNotice(1, "Ole Berg", ("Ina Wolf",)),
        "last-owner-unknown": LastOwnerNotice(1),
        "last-owner-nobody": LastOwnerNotice(0, shut_off=("Ole Berg", "Ina Wolf")),
        "last-owner-over": LastOwnerNotice(2),
        "needs-help": NeedsHelpNotice(TANDEM, "Jan Kurz", "Eva Costa"),
        "help-offer": HelpOfferNotice(TANDEM, MENTEE, MENTOR, contact=PROGRAMME.contact),
        "help-offer-asked": HelpOfferNotice(TANDEM, MENTOR, MENTEE, asked=True),
        "help-offer-over": HelpOfferNotice(TANDEM, MENTOR, MENTEE, over=True),
        **{
            f"file-{state}": FileNotice(
                FileOffer("f", "eva", "my_data", "eva", NOW, state, "x.html")
            )
            for state in FileState
            if state is not FileState.OFFERED
        },
        **{f"erasure-{each}": ErasureNotice(MENTEE, PROGRAMME, each) for each in get_args(State)},
        "erasure-left": ErasureNotice(MENTEE, PROGRAMME, "done", left=get_args(Left)),
        "erasure-asked-several": ErasureNotice(
            MENTEE, PROGRAMME, "asked", programmes=(PROGRAMME.name, "Rollentausch")
        ),
        "erasure-asked-running": ErasureNotice(MENTEE, PROGRAMME, "asked", runs=True, named=True),
        "my-data-rolling": MyDataNotice(MENTEE, PROGRAMME, (), not_shown(), {}, rolls=True),
        "my-data-several": kept_by_two(),
        "my-data-long": MyDataNotice(MENTEE, PROGRAMME, kept_long(), not_shown(), {}),
        "my-data": MyDataNotice(MENTEE, PROGRAMME, kept(), not_shown(), {"ute": "Ute Still"}),
        "receipt": ReceiptNotice(MENTEE, PROGRAMME, NOW, date(2029, 5, 12)),
        "receipt-running": ReceiptNotice(MENTEE, PROGRAMME, NOW, None),
        "receipt-alone": ReceiptNotice(MENTEE, PROGRAMME, NOW, date(2029, 5, 12), False),
        "receipt-alone-running": ReceiptNotice(MENTEE, PROGRAMME, NOW, None, False),
    }
