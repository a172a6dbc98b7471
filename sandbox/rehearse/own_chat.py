"""A programme owner in their own chat with the bot: they read what it shows owners there, and take
each file that it makes for them, so that what people wrote can be looked for in all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from sandbox import cards
from sandbox.cards import Action
from sandbox.connector.clients import Clients, Shown
from sandbox.directory import Person
from sandbox.drives import DriveFile
from sandbox.rehearse.owner import DEVICE, Owner
from sandbox.rehearse.waiting import Patience, describe
from sandbox.state import TenantState

READ = (
    *("status", "people", "tandems", "show tandem 1", "history", "applications"),
    *("going", "key figures", "past pairs", "help"),
)
"""What they say to read what comes of it."""
Press = tuple[str, Mapping[str, object]]
FILES: Mapping[str, Sequence[Press]] = {
    "settings": (("settings.look", {"part": "file"}), ("settings.export", {})),
    "texts": (("texts.export", {}),),
}
"""What they say for each file, and the buttons that lead to it: what these send, and carry."""
NONE = "none"
"""A style that no button has."""


class OwnChat:
    """Theirs, into which they have added the bot."""

    def __init__(
        self, state: TenantState, clients: Clients, person: Person, patience: Patience
    ) -> None:
        self._state = state
        self._clients = clients
        self._person = person
        self._patience = patience
        self._taken: set[str] = set()
        self._owner = Owner(state, clients, person, clients.place(person))

    async def look_around(self, whom: str) -> None:
        """Read everything, where somebody (by name) stands, too, and take all files.

        Raises:
            Stuck: something does not come within what a phase may take.
        """
        for text in (*READ, f"find {whom}"):
            await self._owner.read(text, self._patience)
        for text, presses in FILES.items():
            await self._ask_for(text, presses)
            await self._take()

    async def _ask_for(self, text: str, presses: Sequence[Press]) -> None:
        """Say it, and press one button after the other."""
        command, first = self._owner.command, presses[0]
        await command(text, lambda: bool(self._shown(first)), first[0], self._patience, NONE)
        for press in presses:
            pressed = partial(self._press, press)
            await self._patience.until_taken(pressed, f"{press[0]} is answered", self._seen)

    async def _press(self, press: Press) -> bool:
        """Press it on the newest card that has it; whether the product has taken that."""
        for shown, action in self._shown(press)[-1:]:
            pressed = await self._clients.click(
                self._person, self._owner.place, DEVICE, shown.message.id, press[0],
                data=action.spec.get("data"),
            )  # fmt: skip
            return pressed.acknowledged
        return False

    def _shown(self, press: Press) -> list[tuple[Shown, Action]]:
        """The cards with this button, the oldest first."""
        found = [(one, action) for one in self._owner.replies() for action in _buttons(one)]
        return [each for each in found if _sends(each[1], press)]

    async def _take(self) -> None:
        """Accept the file that is offered, and wait until it lies in their OneDrive."""
        await self._until(lambda: bool(self._offered()), "a file is offered")
        message, before = self._offered()[-1], len(self._in_drive())
        accepted = partial(self._accept, message)
        await self._patience.until_taken(accepted, "the file is accepted", self._seen)
        self._taken.add(message)
        await self._until(lambda: len(self._in_drive()) > before, "the file is in their OneDrive")

    async def _accept(self, message: str) -> bool:
        consent, place = self._clients.consent, self._owner.place
        return (await consent(self._person, place, message, accepts=True)).arrived

    def _offered(self) -> list[str]:
        """The messages that ask whether a file may be put there."""
        asking = (one.message for one in self._owner.replies() if one.message.consent)
        return [one.id for one in asking if one.id not in self._taken]

    def _in_drive(self) -> list[DriveFile]:
        return self._state.drives.of(self._person.id)

    async def _until(self, reached: Callable[[], bool], what: str) -> None:
        await self._patience.until(reached, what, self._seen)

    def _seen(self) -> str:
        return describe(next(iter(self._owner.replies()[-1:]), None))


def _buttons(shown: Shown) -> list[Action]:
    return cards.actions(shown.card or {})


def _sends(action: Action, press: Press) -> bool:
    verb, carried = press
    data = action.spec.get("data") or {}
    return action.verb == verb and carried.items() <= data.items()
