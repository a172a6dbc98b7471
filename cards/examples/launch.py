"""A launch before, while and after, and what the daily watch finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from cards.examples.people import NOW, PROGRAMME
from mentoring.domain.finding import Finding, FindingKind
from mentoring.domain.launch import Launch, LaunchState, Totals
from mentoring.domain.people import Role
from mentoring.domain.tandem import ByHand
from mentoring.notices import Notice
from mentoring.usecases.launch.card import PAGE, LaunchNotice
from mentoring.usecases.launch.findings import FindingNotice
from mentoring.usecases.launch.preview import Prospect
from mentoring.usecases.launch.troubles import Foreseen, Trouble, Turn
from mentoring.usecases.launch.undecided import Undecided
from mentoring.usecases.launch.unwatched import UnwatchedNotice


def launches() -> dict[str, Notice]:
    """A launch before, while and after."""
    troubled = (
        *((7, "member-mentor"), (8, "series-rejected-mentee"), (9, "channel-notthere")),
        *((10, "NotAllowed"), (11, "member"), (12, "member-both")),
    )
    launch = Launch(
        "launch-1", "o1", date(2027, 1, 11), tandems=4, totals=Totals(3, 3, 18, 2, 1, troubled)
    )
    told = Prospect(4, 1, NOW + timedelta(days=5), 0, 2)
    troubles = tuple(Trouble(number, "Jan Kurz", "Eva Costa", code) for number, code in troubled)
    notice = LaunchNotice(launch, PROGRAMME, told, troubles=troubles, left_out=1)
    states = {
        f"launch-{state}": replace(notice, launch=replace(launch, state=state))
        for state in LaunchState
    }
    clean = replace(launch, state=LaunchState.DONE, totals=Totals(4, 4, 24))
    until = NOW + timedelta(days=5)
    return {
        **states,
        "launch-preview-changed": replace(notice, prospect=Prospect(1, 0, None, 1, 1)),
        "launch-preview-owner-takes-part": replace(notice, prospect=Prospect(4, 0, None, None, 2)),
        "launch-preview-undecided": replace(notice, undecided=Undecided(2, 1)),
        "launch-preview-nobodys-turn": replace(notice, undecided=Undecided(0, 1, 1)),
        "launch-preview-some-nobodys": replace(notice, undecided=Undecided(0, 3, 1)),
        "launch-preview-old": replace(notice, is_old=True),
        "launch-done-all": LaunchNotice(clean, PROGRAMME, waiting=2, open_until=until),
        **launch_troubles(replace(launch, state=LaunchState.DONE, started_at=NOW)),
    }


BY_HAND = {
    "member": ByHand.ROOM,
    "channel": ByHand.ROOM,
    "series": ByHand.DATES,
}
NOTES = ("note-unreadable-mentor", "note-blocked-mentee", "note-unlooked")


def launch_troubles(launch: Launch) -> dict[str, Notice]:
    """A receipt on which owners have to decide, each cause once, and one on which they have."""
    causes = [
        *(f"member-{why}-mentee" for why in ("disabled", "guest", "no-licence", "gone")),
        *(f"channel-{why}" for why in ("full", "notallowed")),
        *(f"series-{why}-mentor" for why in ("no-mailbox", "on-premises", "notallowed")),
    ]
    decided = replace(launch, totals=Totals(4, 4, 24, by_hand=2))

    def receipt(made: Launch, *told: Trouble) -> LaunchNotice:
        waiting = sum(each.turn is Turn.OPEN for each in told)
        return LaunchNotice(made, PROGRAMME, troubles=told, open=waiting)

    asked = [
        trouble_of(number, code, Turn.OPEN) for number, code in enumerate([*causes, "away"], 1)
    ]
    settled = [
        trouble_of(number, "series-no-mailbox-mentee", turn)
        for number, turn in enumerate([turn for turn in Turn if turn is not Turn.OPEN], 1)
    ]
    return {
        "launch-foreseen": LaunchNotice(
            replace(launch, state=LaunchState.PREVIEW, looked_at=NOW),
            PROGRAMME,
            Prospect(4),
            foreseen=tuple(
                Foreseen(code, number, "Jan Kurz", "Eva Costa", 3 if code[:4] == "team" else 1)
                for number, code in enumerate([*causes, *NOTES, "team-create-notallowed"], 1)
            ),
        ),
        "launch-nothing-foreseen": LaunchNotice(
            replace(launch, state=LaunchState.PREVIEW, looked_at=NOW), PROGRAMME, Prospect(4)
        ),
        "launch-decisions-one": replace(receipt(launch, asked[0]), left_out=1),
        "launch-in-vain": receipt(launch, replace(asked[0], decided=1, by="Olga Owner")),
        "launch-decisions": replace(receipt(launch, *asked[-PAGE:]), open=len(asked), pages=2),
        "launch-decided": receipt(decided, *settled),
        "launch-left-in-channel": receipt(
            decided,
            *(
                replace(trouble_of(number, "series-no-mailbox-mentor", turn), in_channel=True)
                for number, turn in enumerate((Turn.OPEN, Turn.LEFT_OUT), 1)
            ),
        ),
    }


def trouble_of(number: int, code: str, turn: Turn) -> Trouble:
    """Jan's and Eva's tandem could not be launched at once, and so it stands with it."""
    by = "" if turn is Turn.OPEN else "Olga Owner"
    who = number, "Jan Kurz", "Eva Costa"
    by_hand = BY_HAND.get(code.partition("-")[0], ByHand.BOTH)
    return Trouble(*who, code, f"t{number}", turn, bool(by), by, by_hand)


def findings() -> dict[str, Notice]:
    """What the daily watch finds, and what owners have made of it."""

    def about(what: FindingKind, person: str = "Eva Costa") -> FindingNotice:
        finding = Finding(f"t7:{what}", "t7", what, "p2" if person else "", NOW)
        shown = FindingNotice(finding, 7, "Jan Kurz", "Eva Costa", person, "open", depth=2)
        return replace(shown, leaving=Role.MENTEE) if person else shown

    pair = {FindingKind.REPORTING_LINE, FindingKind.SAME_DEPARTMENT}
    leaver = about(FindingKind.DISABLED)
    return {
        **{
            f"finding-{what}": about(what, "" if what in pair else "Eva Costa")
            for what in FindingKind
        },
        "finding-organizer": replace(leaver, hands_over=True),
        "finding-left": replace(leaver, state="left", decided_by="Mia Sommer"),
        "finding-over": replace(leaver, state="over"),
        "finding-ending": replace(leaver, state="ending"),
        "finding-ended": replace(leaver, state="ended"),
        "unwatched": UnwatchedNotice(is_so=True),
        "unwatched-over": UnwatchedNotice(is_so=False),
    }
