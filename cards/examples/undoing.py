"""A launch that is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cards.examples.people import MENTEE, MENTOR, NOW, PROGRAMME, TANDEM
from mentoring.domain.intervention import Part
from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.undoing import Undoing, UndoingState
from mentoring.notices import Notice
from mentoring.usecases.launch.clearing_away import LeftOver
from mentoring.usecases.launch.taking_back import LaunchUndoneNotice
from mentoring.usecases.launch.undoing import UndoingNotice, Undone


def undoings() -> dict[str, Notice]:
    """A launch that is taken back, and what the two of a tandem read."""
    launch = Launch("launch-1", "o1", date(2027, 1, 11), LaunchState.DONE)
    wanted = Undoing("undoing-1", "o1", launch.id, tandems=14, done=5)
    would = Undone(14, True, 81, 13, 26, 2)
    done = Undone(14, True, 81, 13, 26)
    begun = replace(wanted, started_at=NOW)
    found: dict[str, Notice] = {
        f"undoing-{state}": UndoingNotice(replace(begun, state=state), launch, done)
        for state in UndoingState
        if state is not UndoingState.PREVIEW
    }
    left = (LeftOver(7, "Jan Kurz", "Eva Costa", (Part.SESSIONS, Part.TEAM)),)
    receipt = replace(begun, state=UndoingState.DONE)
    one = Undone(1, cancelled=None, channels=1, leaving=1, staying=1, by_hand=1, waiting=1)
    some = replace(would, leaving=None, staying=None)
    many = replace(would, by_hand=2, waiting=3)
    return {
        **found,
        "undoing-preview": UndoingNotice(wanted, launch, would),
        "undoing-preview-much": UndoingNotice(wanted, launch, many),
        "undoing-preview-one": UndoingNotice(replace(wanted, tandems=2), launch, one),
        "undoing-one": UndoingNotice(receipt, launch, one),
        "undoing-preview-circle": UndoingNotice(wanted, launch, some),
        "undoing-circle": UndoingNotice(receipt, launch, some),
        "undoing-preview-old": UndoingNotice(wanted, launch, would, is_old=True),
        "undoing-left": UndoingNotice(receipt, launch, done, left=left, left_out=1, may_try=True),
        "undoing-left-few": UndoingNotice(
            receipt, launch, one, left=left, sessions_left=True, may_try=True
        ),
        "undone": LaunchUndoneNotice(TANDEM, MENTEE, MENTOR, PROGRAMME),
        "undone-met": LaunchUndoneNotice(TANDEM, MENTOR, MENTEE, PROGRAMME, met=True),
    }
