"""One of each notice about the dates of a running tandem, with the same invented people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any, get_args

import bot.app  # noqa: F401 - every room registers what it holds
from mentoring.domain.closing import Closing, ClosingState
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.file import FileOffer, FileState
from mentoring.domain.intervention import Intervention, InterventionKind, Receipt
from mentoring.domain.kickoff import Gathering, Kickoff, KickoffState
from mentoring.domain.kit_choice import KitChoice, KitState
from mentoring.domain.kits.choice import Step, recalled
from mentoring.domain.people import Person, Profile, Role
from mentoring.domain.poll import Cause, Option, Poll, PollState
from mentoring.domain.question import MOST_OPEN, Question
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.scheduling.recurrence import Pattern, PatternDay
from mentoring.domain.series import SeriesOption
from mentoring.domain.tandem import Launch, LaunchState, TandemState
from mentoring.domain.undoing import Undoing, UndoingState
from mentoring.notices import Notice
from mentoring.usecases.changes.absence import AbsenceNotice, PartnerBackNotice
from mentoring.usecases.changes.handover import HandoverNotice
from mentoring.usecases.common.files import FileNotice
from mentoring.usecases.common.holdings import HOLDINGS
from mentoring.usecases.launch.another_partner import EndedNotice
from mentoring.usecases.launch.closing import ClosingNotice, ThanksNotice
from mentoring.usecases.launch.free_place import FreePlaceNotice
from mentoring.usecases.launch.interventions import InterventionNotice
from mentoring.usecases.launch.kickoff import KickoffNotice, MissedNotice, SeatNotice
from mentoring.usecases.launch.single_tandem import OneTandemNotice
from mentoring.usecases.launch.taking_back import LaunchUndoneNotice
from mentoring.usecases.launch.tandem_list import Stage, TandemsNotice
from mentoring.usecases.launch.undoing import UndoingNotice, Undone
from mentoring.usecases.polls.lost_sessions import HelpOfferNotice, NeedsHelpNotice
from mentoring.usecases.polls.notice import PollNotice, choice_of
from mentoring.usecases.privacy.delete_me import ErasureNotice, State
from mentoring.usecases.privacy.my_data import Kept, MyDataNotice, Said, not_shown
from mentoring.usecases.privacy.retention import ReceiptNotice
from mentoring.usecases.sessions.deputies import DeputyNotice
from mentoring.usecases.sessions.partner_away import PartnerAwayNotice
from mentoring.usecases.tandem.kits import kit_of
from mentoring.usecases.tandem.lessons import LessonsNotice
from mentoring.usecases.tandem.library import packaged
from mentoring.usecases.tandem.question_box import QuestionBoxNotice
from mentoring.usecases.tandem.session_kit import KitNotice
from tests.cards.samples import CLOCK, MENTEE, MENTOR, NOW, PROGRAMME, SESSIONS, TANDEM

SLOTS = tuple(Option(NOW + timedelta(days=40 + n, hours=2 * n)) for n in range(3))
COSTS = {Role.MENTEE: (Explanation("offer-taken", {"at": SLOTS[0].start}, "mentee"),)}
SERIES = SeriesOption(
    Pattern(
        PatternDay("relativeMonthly", "tuesday", 1, "second"),
        date(2026, 12, 8),
        time(10),
        "Europe/Berlin",
        120,
        6,
    ),
    tuple(session for session in SESSIONS if session.start),
    (Explanation("series-monthly", CLOCK),),
)


ASKED = Poll(
    "poll-1", TANDEM.id, SESSIONS[0].id, Cause.DECLINED, 120, NOW, PollState.OPEN, options=SLOTS
)
SIDES = ((Role.MENTOR, MENTOR, MENTEE), (Role.MENTEE, MENTEE, MENTOR))
DEPUTY = Person("p3", Profile("p3", "Ute Still", "ute@firma.example"), "de")


ABROAD = replace(DEPUTY, profile=replace(DEPUTY.profile, zone="America/New_York"))
"""Somebody who keeps a calendar on another clock."""


def polls() -> dict[str, Notice]:
    """Times put to both, for each cause and in each state, and what a deputy and somebody away
    see.
    """
    return {**by_cause(), **by_state(), **whole_series(), **absences(), **deputies()}


def by_cause() -> dict[str, Notice]:
    """An open poll for each cause."""
    found: dict[str, Notice] = {}
    for role, viewer, partner in SIDES:
        for cause in Cause:
            whole = cause in {Cause.CHANGE, Cause.UNREADABLE, Cause.EXTEND}
            options = (
                (Option(NOW + timedelta(days=40), series=SERIES, sure=cause is Cause.CHANGE),) * 2
                if whole
                else SLOTS
            )
            if cause is Cause.NO_SLOT:
                options = (replace(SLOTS[0], costs=COSTS),)
            made = replace(
                ASKED, cause=cause, options=options, session_id="" if whole else ASKED.session_id
            )
            if cause is Cause.PROPOSED:
                made = replace(made, asked_by=Role.MENTEE, accepted={Role.MENTEE: (0,)})
            found[f"poll-{role}-{cause}"] = poll(made, role, viewer, partner)
    return found


def by_state() -> dict[str, Notice]:
    """A poll in each other state, and one after two lost sessions."""
    found: dict[str, Notice] = {}
    for role, viewer, partner in SIDES:
        for state in sorted(set(PollState) - {PollState.OPEN}):
            over = replace(ASKED, state=state, accepted={Role.MENTOR: (1,), Role.MENTEE: (1,)})
            found[f"poll-{role}-{state}"] = poll(over, role, viewer, partner)
    lost = replace(ASKED, shorter=True, taken=True, accepted={Role.MENTEE: (1,)})
    return {**found, "poll-shorter": poll(lost, Role.MENTEE, MENTEE, MENTOR)}


def whole_series() -> dict[str, Notice]:
    """What is agreed on for all sessions to come."""
    both = {Role.MENTOR: (0,), Role.MENTEE: (0,)}
    booked = replace(
        ASKED,
        session_id="",
        options=(Option(NOW, series=SERIES),),
        state=PollState.BOOKED,
        accepted=both,
    )
    lost = replace(booked, state=PollState.OPEN, accepted={})
    left = replace(booked, state=PollState.LEFT, accepted={}, cause=Cause.CHANGE)
    return {
        "poll-series-left": poll(left, Role.MENTEE, MENTEE, MENTOR),
        "poll-all-lost": poll(lost, Role.MENTOR, MENTOR, MENTEE),
        "poll-series-booked": poll(booked, Role.MENTEE, MENTEE, MENTOR),
        "poll-series-booking": poll(
            replace(booked, state=PollState.BOOKING), Role.MENTEE, MENTEE, MENTOR
        ),
    }


def deputies() -> dict[str, Notice]:
    """What whoever keeps a calendar sees."""
    return {
        "poll-deputy": replace(poll(ASKED, Role.MENTEE, MENTEE, MENTOR), reader=DEPUTY),
        "poll-deputy-abroad": replace(poll(ASKED, Role.MENTEE, MENTEE, MENTOR), reader=ABROAD),
        "deputy": DeputyNotice(TANDEM, DEPUTY, MENTEE, MENTOR, PROGRAMME, SESSIONS, SESSIONS[3:]),
        "deputy-no-dates": DeputyNotice(TANDEM, DEPUTY, MENTEE, MENTOR, PROGRAMME, (), ()),
    }


def absences() -> dict[str, Notice]:
    """A pause, and what the other one is asked."""
    away = PartnerAwayNotice(
        TANDEM, MENTOR, MENTEE, SESSIONS[:1], date(2027, 2, 15), contact=PROGRAMME.contact
    )
    return {
        "absence-paused": AbsenceNotice(MENTEE, date(2027, 2, 15), PROGRAMME.contact),
        "absence-over": AbsenceNotice(MENTEE, None, PROGRAMME.contact),
        "absence-partner-back": PartnerBackNotice(MENTEE, times=False, contact=PROGRAMME.contact),
        "absence-partner-back-times": PartnerBackNotice(MENTEE, True, PROGRAMME.contact),
        "away-until": away,
        "away": replace(away, until=None),
        "away-settled": replace(away, sessions=(replace(SESSIONS[0], start=None),)),
        **{f"away-{answer}": replace(away, answer=answer) for answer in ("wait", "move")},
    }


def poll(made: Poll, role: Role, side: Person, partner: Person) -> PollNotice:
    """A poll as one side sees it."""
    session = next((s for s in SESSIONS if s.id == made.session_id), None)
    choices = tuple(
        choice_of(made, role, number, option) for number, option in enumerate(made.options)
    )
    return PollNotice(
        made, TANDEM, session, role, side, side, partner, PROGRAMME, choices, NOW.date()
    )


def kickoffs() -> dict[str, Notice]:
    """The kick-off for owners, for participants, and for whoever missed it."""
    dates = (
        Gathering(NOW + timedelta(days=70), "Berlin", 40),
        Gathering(NOW + timedelta(days=71), seats=2, join_url="https://teams.example/j"),
    )
    kickoff = Kickoff("kickoff-1", "p1", dates)
    found: dict[str, Notice] = {
        f"kickoff-{state}": KickoffNotice(replace(kickoff, state=state), MENTEE, {0: 3}, 60)
        for state in KickoffState
    }
    both = replace(kickoff, state=KickoffState.OPEN)
    found["kickoff-open"] = KickoffNotice(both, MENTEE, {0: 3}, 60, to_come=(0, 1))
    opened = replace(kickoff, state=KickoffState.OPEN)
    for name, mine in (("asked", None), ("coming", 1), ("none", -1)):
        found[f"kickoff-seat-{name}"] = SeatNotice(
            opened, MENTOR, PROGRAMME, {0: 40, 1: 1}, mine, NOW
        )
    found["kickoff-preview-old"] = KickoffNotice(kickoff, MENTEE, {}, 60, is_old=True)
    cancelled = replace(kickoff, state=KickoffState.CANCELLED)
    found["kickoff-seat-cancelled"] = SeatNotice(cancelled, MENTOR, PROGRAMME, {}, None, NOW)
    found["kickoff-seat-over"] = SeatNotice(
        replace(kickoff, state=KickoffState.OVER), MENTOR, PROGRAMME, {}, None, NOW
    )
    return {**found, "kickoff-missed": MissedNotice(MENTEE, PROGRAMME)}


ANY = tuple(part for each in HOLDINGS for part in each.parts)
PART = {part.purpose: part for part in ANY}
KEPT = (
    Kept(PART["directory"], 0, (Said("name", "Berg, Eva"), Said("department", "Vertrieb"))),
    Kept(PART["working-hours"], 0, (Said("working_hours", (time(8), time(17))),)),
    Kept(PART["answers-topics"], 2, (Said("wish_1", "ai"), Said("wish_2", "data"))),
    Kept(PART["answers-deputy"], 2, (Said("deputy", ("ute",)),)),
    Kept(PART["session-dates"], 2, (Said("start", NOW), Said("minutes", 120))),
)


def closings() -> dict[str, Notice]:
    """The end of a cycle, and the hint that a tandem needs help."""
    closing = Closing("closing-1", "o1", tandems=4, ended=1)
    found: dict[str, Notice] = {
        f"closing-{state}": ClosingNotice(replace(closing, state=state), 4, 9, 4)
        for state in ClosingState
    }
    return {
        **found,
        "closing-preview-changed": ClosingNotice(closing, 3, 1, 3),
        "closing-preview-old": ClosingNotice(closing, 4, 9, 4, is_old=True),
        "closing-troubled": ClosingNotice(
            replace(closing, state=ClosingState.DONE, troubled=(3, 7)),
            left=((7, "Jan Kurz", "Eva Costa"),),
            left_out=1,
        ),
        "thanks": ThanksNotice(TANDEM, MENTEE, MENTOR, PROGRAMME),
        **handovers(),
        **interventions(),
        **undoings(),
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
        "erasure-asked-running": ErasureNotice(MENTEE, PROGRAMME, "asked", runs=True, named=True),
        "my-data": MyDataNotice(MENTEE, PROGRAMME, KEPT, not_shown(), {"ute": "Ute Still"}),
        "receipt": ReceiptNotice(MENTEE, PROGRAMME, NOW, date(2029, 5, 12)),
        "receipt-running": ReceiptNotice(MENTEE, PROGRAMME, NOW, None),
    }


def undoings() -> dict[str, Notice]:
    """A launch that is taken back, and what the two of a tandem read."""
    launch = Launch("launch-1", "o1", date(2027, 1, 11), LaunchState.DONE)
    wanted = Undoing("undoing-1", "o1", launch.id, tandems=14, done=5)
    would = Undone(14, 3, (2, 5), 81, 13, 26, 2)
    done = Undone(14, 3, (2, 5), 81, 13, 26)
    begun = replace(wanted, started_at=NOW)
    found: dict[str, Notice] = {
        f"undoing-{state}": UndoingNotice(replace(begun, state=state), launch, done, by="Ute Still")
        for state in UndoingState
        if state is not UndoingState.PREVIEW
    }
    left = ((7, "Jan Kurz", "Eva Costa"),)
    receipt = replace(begun, state=UndoingState.DONE)
    many = replace(would, met=30, met_in=tuple(range(1, 15)), by_hand=2, waiting=3)
    return {
        **found,
        "undoing-preview": UndoingNotice(wanted, launch, would),
        "undoing-preview-much": UndoingNotice(wanted, launch, many),
        "undoing-preview-one": UndoingNotice(
            replace(wanted, tandems=2), launch, Undone(1, 0, (), 1, 1, 1, 1, 1, 1)
        ),
        "undoing-preview-old": UndoingNotice(wanted, launch, would, is_old=True),
        "undoing-left": UndoingNotice(receipt, launch, done, by="Ute Still", left=left, left_out=1),
        "launch-undone": LaunchUndoneNotice(TANDEM, MENTEE, MENTOR, PROGRAMME),
        "launch-undone-met": LaunchUndoneNotice(TANDEM, MENTOR, MENTEE, PROGRAMME, met=True),
    }


def interventions() -> dict[str, Notice]:
    """What owners do to one tandem, and what the two read of its end."""
    kinds, both = InterventionKind, ("Jan Kurz", "Eva Costa")
    places = ("Jan Kurz", "Eva Costa", "Tom Frei")
    until, number = NOW + timedelta(days=5), TANDEM.number
    done = Receipt(4, 2, archived=True)
    wanted = {
        kind: Intervention(f"i-{kind}", kind, "o1", sessions=3 * (kind is kinds.EXTEND))
        for kind in kinds
    }
    over = {
        kind: replace(wanted[kind], receipt=done, done_at=NOW)
        for kind in (kinds.END, kinds.REPLACE)
    }

    def shown(kind: InterventionKind, stage: str, **more: Any) -> InterventionNotice:
        moved = places if kind is kinds.REPLACE else ("", "", "")
        about = number if kind is not kinds.ADD else 0
        notice = InterventionNotice(wanted[kind], stage, about, *both, *moved, ahead=4)
        return replace(notice, **more)

    found = {f"intervention-{kind}-preview": shown(kind, "preview") for kind in kinds}
    reason = replace(wanted[kinds.ADD], reason="Beide wünschen es sich")
    return {
        **found,
        "intervention-add-reason": shown(kinds.ADD, "preview", intervention=reason),
        "intervention-replace-nobody": shown(kinds.REPLACE, "preview", coming=""),
        "intervention-old": shown(kinds.END, "old"),
        "intervention-discarded": shown(kinds.END, "discarded"),
        "intervention-gone": shown(kinds.END, "gone"),
        "intervention-end-coming": shown(kinds.END, "coming"),
        "intervention-end-done": shown(kinds.END, "done", intervention=over[kinds.END]),
        "intervention-end-troubled": shown(
            kinds.END, "done", intervention=over[kinds.END], clear=False
        ),
        "intervention-replace-coming": shown(kinds.REPLACE, "coming"),
        **{
            f"intervention-replace-{stage}": shown(
                kinds.REPLACE, stage, intervention=over[kinds.REPLACE], until=until
            )
            for stage in ("ended", "offered", "started", "failed", "done")
        },
        **{
            f"intervention-add-{stage}": shown(kinds.ADD, stage, until=until)
            for stage in ("asking", "offered", "agreed", "started", "failed")
        },
        **{
            f"intervention-extend-{stage}": shown(kinds.EXTEND, stage)
            for stage in ("asking", "done", "failed")
        },
        "tandems": tandems(TandemState.LAUNCHED),
        "tandems-running": replace(tandems(TandemState.LAUNCHED, Stage.RUNNING, 1), private=False),
        "tandems-none": TandemsNotice("p1c1", (), {}, dict.fromkeys(Stage, 0)),
        **{f"one-tandem-{state}": one_tandem(state) for state in ONE_TANDEM},
        "one-tandem-refused": replace(
            one_tandem(TandemState.LAUNCHED),
            problem=Refusal("extend-number", field="sessions", most=12),
            raw={"sessions": "40"},
        ),
        "free-place": FreePlaceNotice(TANDEM, *both),
        "ended": EndedNotice(replace(TANDEM, channel_id="19:1"), MENTEE, MENTOR, PROGRAMME),
        "ended-yes": EndedNotice(TANDEM, MENTEE, MENTOR, PROGRAMME, "yes"),
        "ended-no": EndedNotice(TANDEM, MENTEE, MENTOR, PROGRAMME, "no"),
        "ended-closed": EndedNotice(TANDEM, MENTEE, MENTOR, PROGRAMME, is_open=False),
    }


ONE_TANDEM = (TandemState.ACCEPTED, TandemState.LAUNCHED, TandemState.CLOSED)


def tandems(state: TandemState, stage: Stage = Stage.ALL, page: int = 0) -> TandemsNotice:
    """A page of tandems, of twenty in all; one of the two has been erased since."""
    found = tuple(replace(TANDEM, id=f"t-{n}", number=n, state=state) for n in (7, 8))
    troubled = replace(
        TANDEM, number=9, state=TandemState.ACCEPTED, trouble="series-rejected-mentee"
    )
    found += (replace(troubled, mentee_id="erased-1"),) if stage is Stage.ALL else ()
    totals = {Stage.ALL: 20, Stage.TROUBLED: 1, Stage.AGREED: 2, Stage.RUNNING: 17}
    names = {TANDEM.mentor_id: "Jan Kurz", TANDEM.mentee_id: "Eva Costa"}
    return TandemsNotice("p1c1", found, names, {**totals, Stage.ENDED: 0}, stage, page)


def one_tandem(state: TandemState) -> OneTandemNotice:
    """A tandem as owners see it."""
    names = {TANDEM.mentor_id: "Jan Kurz", TANDEM.mentee_id: "Eva Costa"}
    return OneTandemNotice(replace(TANDEM, state=state), names, 4)


def handovers() -> dict[str, Notice]:
    """The handover of a tandem's sessions, before, while and after."""
    shown = HandoverNotice(TANDEM, "Jan Kurz", "Eva Costa", 4, "preview", "tandem-7@20261102090000")
    states = ("preview", "old", "discarded", "running", "done")
    troubled = (
        replace(shown, state="trouble", tandem=replace(TANDEM, trouble=f"handover-{doing}"))
        for doing in ("giving", "taking")
    )
    return {
        **{f"handover-{state}": replace(shown, state=state) for state in states},
        **{f"handover-trouble-{number}": each for number, each in enumerate(troubled, 1)},
    }


def kits() -> dict[str, Notice]:
    """Session kits as both see them: proposed, grown from a question, left, after the session."""
    session, library = SESSIONS[0], packaged()
    choice = KitChoice(session.id, TANDEM.id, "ai-discover", "ai", way="demo")
    grown = replace(choice, kit_id="question:from-scratch:q2", topic="", question="q2")
    instead = tuple(recalled(f"{each}-discover", Step(each), library) for each in ("data", "agile"))
    asked = Question("q2", TANDEM.id, MENTEE.id, "Was darf ich eingeben?", NOW, NOW)
    mentor, mentee = (
        KitNotice(session, TANDEM, *side, PROGRAMME, choice, kit_of(choice, PROGRAMME))
        for side in SIDES
    )
    skipped = replace(choice, state=KitState.SKIPPED)
    around = replace(mentor, choice=grown, kit=kit_of(grown, PROGRAMME), about=asked.text)
    return {
        "kit-mentor-proposed": replace(mentor, asked=(asked,), others=tuple(filter(None, instead))),
        "kit-mentor-grown": replace(around, asked=(asked,), comes=False),
        "kit-mentor-skipped": replace(mentor, choice=skipped),
        "kit-mentor-over": replace(mentor, is_over=True),
        "kit-mentee-proposed": replace(mentee, asked=(replace(asked, author_id=MENTOR.id),)),
        "kit-mentee-skipped": replace(mentee, choice=skipped),
        "kit-mentee-none": replace(mentee, choice=None, kit=None),
    }


def lessons() -> dict[str, Notice]:
    """Each lesson of both, all read, and after the tandem's end."""
    found: dict[str, Notice] = {}
    for role, viewer, _ in SIDES:
        enrolled = Enrolment(f"e-{role}", viewer.id, role, EnrolmentState.DONE, NOW, "summary")
        first = LessonsNotice(enrolled, PROGRAMME, packaged().lessons_of(role))
        pages = (replace(first, page=page) for page in range(len(first.lessons) + 1))
        found |= {f"lessons-{role}-{page}": each for page, each in enumerate(pages, 1)}
    return {**found, "lessons-over": replace(first, is_over=True)}


def boxes() -> dict[str, Notice]:
    """Question boxes: empty, full, with what was wrong, and after the end."""
    mine = Question("q1", TANDEM.id, MENTEE.id, "Womit fängt man an?", NOW, NOW)
    hers = replace(mine, id="q2", author_id=MENTOR.id, text="Wie entsteht bei euch ein Beschluss?")
    waits = replace(mine, id="q3", told_at=None)
    done = replace(mine, id="q4", text="Was ist ein Prompt?", answered_at=NOW)
    empty = {
        role: QuestionBoxNotice(TANDEM, viewer, partner, PROGRAMME)
        for role, viewer, partner in SIDES
    }
    asked = replace(empty[Role.MENTEE], own=(mine, waits), theirs=(hers,), answered=(done,))
    long = tuple(replace(waits, id=f"q{n}", text="Wörter " * 42) for n in range(MOST_OPEN))
    wrong = Refusal("question-long", field="text", most=300)
    return {
        **{f"question_box-empty-{role}": each for role, each in empty.items()},
        "question_box-asked": asked,
        "question_box-full": replace(asked, own=long, theirs=long, answered=(done, done)),
        "question_box-wrong": replace(asked, problem=wrong, raw={"text": "Warum?"}),
        "question_box-over": replace(asked, tandem=replace(TANDEM, state=TandemState.CLOSED)),
    }
