"""What the buttons under the owners' proposals send back."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cards.kit.actions import CardAction
from mentoring.domain.match_run import DecisionKind


class Approve(CardAction, verb="matching.approve"):
    """Approve one proposal, or all of the run if none is named."""

    run: str
    proposal: str = ""


class Look(CardAction, verb="matching.look"):
    """Another part of the run: a proposal, the figures, who waits, a form; or back to the list.

    It changes nothing.
    """

    run: str
    view: Annotated[str, Field(max_length=200)] = ""
    page: Annotated[int, Field(ge=0, le=10_000)] = 0


class TryPair(CardAction, verb="matching.try_pair"):
    """What would it cost to lock this pair, or to forbid it?"""

    run: str
    kind: Literal[DecisionKind.LOCK, DecisionKind.FORBID]
    mentee: str
    mentor: str


class TryByHand(CardAction, verb="matching.try_by_hand"):
    """What would it cost to put these two together?

    The inputs beside it say who they are, and why.
    """

    sends_inputs = True
    run: str


class TrySettings(CardAction, verb="matching.try_settings"):
    """What would other weights, rules or limits change? They stand in the inputs beside it."""

    sends_inputs = True
    run: str


class TryApart(CardAction, verb="matching.try_apart"):
    """What would it change to keep these people apart? They stand in the inputs beside it."""

    sends_inputs = True
    run: str


class TryTogether(CardAction, verb="matching.try_together"):
    """What would it change to no longer keep the people of this entry apart?"""

    run: str
    table: Literal["blocked_pairs", "exclusion_groups", "kpi_groups"]
    people: tuple[str, ...]


class TryLevel(CardAction, verb="matching.try_level"):
    """What would it change if somebody stood on another level? Both stand in the inputs beside
    it.
    """

    sends_inputs = True
    run: str


class TryOwnLevel(CardAction, verb="matching.try_own_level"):
    """What would it change if this person stood where the directory has them?"""

    run: str
    person: str


class KeepDecision(CardAction, verb="matching.keep"):
    """Make what was tried out a decision; ``token`` says which version of it the owner has seen."""

    run: str
    token: str


class DropDecision(CardAction, verb="matching.drop"):
    """Discard what was tried out."""

    run: str


class UndoDecision(CardAction, verb="matching.undo"):
    """Take back the last decision; ``decision`` says which one the button was shown for."""

    run: str
    decision: str


class MatchAnew(CardAction, verb="matching.anew"):
    """Compute new proposals, with everybody who has come since."""

    run: str


class ShowInOwnChat(CardAction, verb="matching.in_own_chat"):
    """Put the same proposals into the chat of whoever presses it, where no other owner reads
    along.
    """

    run: str
