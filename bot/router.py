"""From a turn to those who handle it: pressed buttons, what people write, who comes and goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.desk import Desk
from bot.handlers.common import files
from bot.hearing import Hearing, IdOf, nobody_known
from bot.joining import Joining
from bot.presses import Presses
from bot.speakers import Reply, Speakers, answer
from bot.turn import Turn
from cards.catalogue import render
from cards.kit.elements import ADAPTIVE, Rendered
from cards.kit.words import Words
from mentoring.domain.errors import OutsideError, Refusal
from mentoring.domain.language import language_of
from mentoring.domain.posting import Posting
from mentoring.notices import Refused


class Router:
    """Decides what a turn means.

    ``show`` brings the message that was pressed up to date; ``id_of`` asks for the directory id of
    somebody whom a chat knows by an id of its own; ``replica`` is the one that this one serves.
    """

    def __init__(
        self,
        desk: Desk,
        show: Callable[[Posting], None],
        id_of: IdOf = nobody_known,
        replica: str = "",
    ) -> None:
        self._desk = desk
        self._speakers = Speakers(desk)
        self._presses = Presses(desk, self._speakers, show)
        self._hearing = Hearing(desk, self._speakers, id_of, replica)
        self._joining = Joining(desk, self._speakers)

    async def __call__(self, turn: Turn, reply: Reply) -> Mapping[str, Any] | None:
        """Handle one turn; return the body that answers an invoke."""
        pressed = turn.pressed
        if turn.inbound.type == "invoke":
            if turn.inbound.name == "fileConsent/invoke":
                return await self._consented(turn)
            if turn.inbound.name != "adaptiveCard/action":
                return {}  # nothing of ours sends it, and there is nothing to tell
            return _invoke_answer(await self._presses.by_invoke(turn, *(pressed or ("", {}))))
        if pressed:
            await self._presses.by_message(turn, *pressed, reply)
        elif turn.is_farewell:
            await self._joining.left(turn)
        else:
            await self._told(turn, reply)
        return None

    async def stop(self) -> None:
        """Let end what goes on after its turn was answered."""
        await self._presses.stop()

    async def obey_after_all(self, turn: Turn, reply: Reply) -> None:
        """Obey a message that was heard before by a replica that is gone."""
        await self._hearing.obey(turn, reply, await self._speakers.noted(turn))

    async def apologize(self, turn: Turn, reply: Reply) -> None:
        """Say that a fault of ours was met; in the language of the person's Teams while nobody can
        tell which one they have chosen.
        """
        try:
            words = await self._desk.words(turn)
        except OutsideError:
            words = Words(language_of(turn.locale, "en"))
        await answer(reply, render(Refused(Refusal("unexpected")), words))

    async def _consented(self, turn: Turn) -> Mapping[str, Any]:
        """Somebody has answered to the offer of a file; Teams expects no body."""
        if turn.consent and turn.scope == "personal":
            await files.answered(self._desk, turn, turn.consent)
        return {}

    async def _told(self, turn: Turn, reply: Reply) -> None:
        if turn.inbound.type == "message":
            if not turn.is_of_a_bot:
                await self._hearing.hear(turn, reply)
            return
        await self._speakers.noted(turn)
        if turn.inbound.type == "conversationUpdate":
            await self._joining.joined(turn, reply)


def _invoke_answer(rendered: Rendered) -> Mapping[str, Any]:
    """The body that Teams expects (learn.microsoft.com, universal action model); shown to this
    client alone.
    """
    return {"statusCode": 200, "type": ADAPTIVE, "value": rendered.content}
