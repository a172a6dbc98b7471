"""What owners see of tandems, and do to one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from cards.examples.enrolment import enrolment
from cards.examples.people import MENTEE, MENTOR, NOW, PROGRAMME, TANDEM
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.intervention import Intervention, InterventionKind, Part, Receipt, Remains
from mentoring.domain.people import Role
from mentoring.domain.tandem import NOT_CLEAR, TandemState
from mentoring.notices import Notice
from mentoring.usecases.changes.handover_card import HandoverNotice
from mentoring.usecases.launch.another_partner import EndedNotice
from mentoring.usecases.launch.free_place import FreePlaceNotice
from mentoring.usecases.launch.intervention_stages import Stage as InterventionStage
from mentoring.usecases.launch.interventions import InterventionNotice
from mentoring.usecases.launch.single_tandem import OneTandemNotice
from mentoring.usecases.launch.tandem_list import Stage, TandemsNotice

OFFERED: tuple[InterventionStage, ...] = (
    "offered",
    "ready",
    "stopped",
    "started",
    "over",
    "failed",
)
REPLACED: tuple[InterventionStage, ...] = ("ended", *OFFERED, "done")
ADDED: tuple[InterventionStage, ...] = ("asking", "agreed", *OFFERED)
EXTENDED: tuple[InterventionStage, ...] = ("asking", "done", "failed", "over", "unbooked")

GONE = (Part.MAILBOX,)
LEFT = replace(TANDEM, trouble=NOT_CLEAR, remains=Remains((Part.SESSIONS, Part.CHANNEL)))


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
    part = Receipt(left_team=1, left=(Part.SESSIONS, Part.CHANNEL))
    troubled = replace(over[kinds.END], receipt=part)

    def shown(kind: InterventionKind, stage: InterventionStage) -> InterventionNotice:
        moved = places if kind is kinds.REPLACE else ("", "", "")
        about = number if kind is not kinds.ADD else 0
        made = 19 if stage == "started" else 0
        return InterventionNotice(wanted[kind], stage, about, *both, *moved, made)

    found = {f"intervention-{kind}-preview": shown(kind, "preview") for kind in kinds}
    enrolled = enrolment(Role.MENTEE, EnrolmentState.DONE).enrolment
    ended = EndedNotice(TANDEM, MENTEE, MENTOR, PROGRAMME, enrolment=enrolled)
    reason = replace(wanted[kinds.ADD], reason="Beide wünschen es sich")
    return {
        **found,
        "intervention-add-reason": replace(shown(kinds.ADD, "preview"), intervention=reason),
        "intervention-replace-nobody": replace(shown(kinds.REPLACE, "preview"), coming=""),
        "intervention-old": shown(kinds.END, "old"),
        "intervention-discarded": shown(kinds.END, "discarded"),
        "intervention-gone": shown(kinds.END, "gone"),
        "intervention-undone": replace(shown(kinds.END, "undone"), now=19),
        "intervention-end-coming": shown(kinds.END, "coming"),
        "intervention-end-done": replace(shown(kinds.END, "done"), intervention=over[kinds.END]),
        "intervention-end-troubled": replace(
            shown(kinds.END, "done"), intervention=troubled, clear=False
        ),
        "intervention-end-again": replace(
            shown(kinds.END, "done"),
            intervention=replace(troubled, receipt=replace(troubled.receipt, again=True)),
            clear=False,
        ),
        "intervention-end-mailbox": replace(
            shown(kinds.END, "done"),
            intervention=replace(troubled, receipt=Receipt(left_team=2, archived=True, left=GONE)),
            clear=False,
        ),
        "intervention-end-overtaken": replace(
            shown(kinds.END, "overtaken"), intervention=over[kinds.END]
        ),
        "intervention-replace-coming": shown(kinds.REPLACE, "coming"),
        **{
            f"intervention-replace-{stage}": replace(
                shown(kinds.REPLACE, stage), intervention=over[kinds.REPLACE], until=until
            )
            for stage in REPLACED
        },
        **{
            f"intervention-add-{stage}": replace(shown(kinds.ADD, stage), until=until)
            for stage in ADDED
        },
        "intervention-add-failed-over": replace(shown(kinds.ADD, "failed"), is_over=True),
        **{f"intervention-extend-{stage}": shown(kinds.EXTEND, stage) for stage in EXTENDED},
        "tandems": tandems(TandemState.LAUNCHED),
        "tandems-running": replace(tandems(TandemState.LAUNCHED, Stage.RUNNING, 1), private=False),
        "tandems-none": TandemsNotice("p1c1", (), {}, dict.fromkeys(Stage, 0)),
        **{f"one-tandem-{state}": one_tandem(state) for state in ONE_TANDEM},
        "one-tandem-undone": replace(one_tandem(TandemState.CLOSED), became=19),
        "one-tandem-leaving": replace(one_tandem(TandemState.ACCEPTED), leaving=Role.MENTEE),
        "one-tandem-ending": replace(one_tandem(TandemState.LAUNCHED), is_ending=True),
        "one-tandem-refused": replace(
            one_tandem(TandemState.LAUNCHED),
            problem=Refusal("extend-number", field="sessions", most=12),
            raw={"sessions": "40"},
        ),
        "free-place": FreePlaceNotice(TANDEM, *both),
        **{
            f"free-place-{'again' if again else 'left'}": FreePlaceNotice(
                replace(LEFT, remains=replace(LEFT.remains, again=again)), *both
            )
            for again in (False, True)
        },
        "planned-end": FreePlaceNotice(replace(TANDEM, as_planned=True), *both),
        "planned-end-left": FreePlaceNotice(replace(LEFT, as_planned=True), *both),
        "free-place-mailbox": FreePlaceNotice(replace(LEFT, remains=Remains(GONE)), *both),
        "free-place-no-mailbox": FreePlaceNotice(
            replace(LEFT, remains=Remains((Part.NO_MAILBOX,))), *both
        ),
        "ended": replace(ended, tandem=replace(TANDEM, channel_id="19:1"), can_look_back=True),
        "ended-yes": replace(ended, wish="yes", can_look_back=True),
        "ended-no": replace(ended, wish="no"),
        "ended-closed": replace(ended, is_open=False),
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
    return OneTandemNotice(
        replace(TANDEM, state=state), names, ("jan@firma.example", "eva@firma.example")
    )


def handovers() -> dict[str, Notice]:
    """The handover of a tandem's sessions, before, while and after."""
    shown = HandoverNotice(TANDEM, "Jan Kurz", "Eva Costa", "preview", "tandem-7@20261102090000")
    states = ("preview", "old", "discarded", "running", "done", "over")
    troubled = (
        replace(shown, state="trouble", tandem=replace(TANDEM, trouble=f"handover-{doing}"))
        for doing in ("giving", "taking")
    )
    return {
        **{f"handover-{state}": replace(shown, state=state) for state in states},
        **{f"handover-trouble-{number}": each for number, each in enumerate(troubled, 1)},
    }
