"""The commands, in every language.

Adding one: an async function ``(desk, turn, rest)`` with ``@command`` in this package, its module
in ``MODULES`` and its name in ``JOURNEY``, and in each language its line for *help*
(``command-<name>``), whose attribute ``.said`` holds the words for it, and ``.also`` those that
only owners mean by it. What it returns is said; what it raises as a ``Refusal`` is told.

The name in ``@command("name")`` is the internal one, with hyphens; people read the first of
``.said``, which is also what the table of ``docs/architecture.md`` has.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import Literal

from bot.desk import Desk
from bot.turn import Turn
from cards.kit.words import understood, understood_of_owners
from mentoring.domain.cycle import Cycle, CycleKind, CycleState
from mentoring.domain.language import Language
from mentoring.notices import Notice

Body = Callable[[Desk, Turn, str], Awaitable[Notice | None]]
Who = Literal["owners", "everybody"]


@dataclass(frozen=True)
class Command:
    """A command: who may give it, and what it does; the words for it stand in the texts.

    ``learns``: obeying it may change how the person is spoken to. ``at_once``: it does something
    without asking back, so it has to be said without doubt. ``during``: in which states of a cycle
    owners probably need it, so that *help* names it first. ``alone``: why it is refused where
    others read along (a code); empty for what anybody may read. ``of_pair``: the words of owners
    mean it only beside two people.
    """

    name: str
    who: Who
    run: Body
    learns: bool = True
    at_once: bool = False
    during: frozenset[CycleState] = frozenset()
    alone: str = ""
    of_pair: bool = False

    def said(self, language: Language) -> tuple[str, ...]:
        """What one may write for it in a language."""
        return understood(f"command-{self.name}", language)

    def also(self, language: Language) -> tuple[str, ...]:
        """What owners may write for it besides: words that others use for other things."""
        return understood_of_owners(f"command-{self.name}", language)

    def shown(self, language: Language) -> str:
        """The command as help shows it."""
        return self.said(language)[0]


COMMANDS: dict[str, Command] = {}
JOURNEY = (
    *("settings", "texts", "try", "invite", "undo-invite", "correct-role", "remove"),
    "enter-for",
    *("open-call", "applications"),
    *("remind", "enrolment", "status", "people", "find", "history"),
    *("successor", "undo-successor"),
    *("match", "approve", "past-pairs", "undo-past-pairs"),
    *("launch", "kickoff", "undo-launch"),
    *("tandems", "going", "key-figures", "show-tandem", "add-tandem", "replace", "extend"),
    "end-tandem",
    *("handover", "close", "new-cycle"),
    *("hello", "take-part", "my-tandem", "next-session"),
    *("question", "road-map", "circle", "certificate", "deputy", "pause", "back", "withdraw"),
    *("my-data", "delete-me", "language", "help"),
)
"""The commands in the order in which a cycle needs them, then what everybody may say; *help* and
Teams' own lists follow this order.
"""


def command(
    name: str,
    *,
    who: Who,
    learns: bool = True,
    at_once: bool = False,
    during: Collection[CycleState] = (),
    alone: str = "",
    of_pair: bool = False,
) -> Callable[[Body], Body]:
    """Register a command."""

    def register(run: Body) -> Body:
        states = frozenset(during)
        COMMANDS[name] = Command(name, who, run, learns, at_once, states, alone, of_pair)
        return run

    return register


def in_order() -> list[Command]:
    """All commands in the order of ``JOURNEY``; what is not in it stands last."""
    place = {name: number for number, name in enumerate(JOURNEY)}
    return sorted(COMMANDS.values(), key=lambda each: place.get(each.name, len(place)))


ROLLING = frozenset({CycleState.ENROLLING, CycleState.MATCHING, CycleState.RUNNING})
"""What goes on side by side where people are matched as they come."""
OF_A_COMMON_END = frozenset({"close", "new-cycle"})


def possible_now(cycle: Cycle) -> list[Command]:
    """What owners probably need in this state of the cycle, in the order of ``JOURNEY``."""
    rolls = cycle.kind is CycleKind.ROLLING and cycle.state in ROLLING
    states = ROLLING if rolls else {cycle.state}
    left_out = OF_A_COMMON_END if rolls else ()
    return [each for each in in_order() if each.during & states and each.name not in left_out]
