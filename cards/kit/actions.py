"""What a card's buttons send back. A button is a class; wrong data is refused here, at the border.

Adding one: a subclass of ``CardAction`` with its ``verb``, beside the card that has the button, and
a handler with ``@handles`` in ``bot/handlers``. A button without a handler fails a test.

Renaming one: cards that were sent before stay in people's chats and go on sending what they sent
then. A verb's old name stays as an alias, ``class Begin(CardAction, verb="begin",
aliases=("go",))``, and so does a field's, ``person: str =
Field(validation_alias=AliasChoices("person", "member"))``. Whatever was ever sent is kept in
``tests/cards/kept_payloads.jsonl``, and a test presses it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, ValidationError

from mentoring.domain.errors import Refusal

ACTIONS: dict[str, type[CardAction]] = {}
"""Every button by its verb, and by each verb that it had before."""


class CardAction(BaseModel):
    """Base of all buttons.

    Fields are what the button itself says; the card's inputs come beside them as ``inputs``.

    ``posting`` is the message that the button stands in; it is filled in when the card is rendered.
    A button without ``sends_inputs`` works whatever the inputs hold: nobody is kept from going back
    by a field that is still empty.
    """

    model_config = ConfigDict(frozen=True, extra="allow")
    verb: ClassVar[str] = ""
    sends_inputs: ClassVar[bool] = False
    posting: str = ""

    def __init_subclass__(cls, *, verb: str, aliases: Sequence[str] = ()) -> None:
        super().__init_subclass__()
        cls.verb = verb
        for sent in (verb, *aliases):
            if sent in ACTIONS:
                raise ValueError(f"two buttons send {sent!r}: give one another verb")
            ACTIONS[sent] = cls

    @property
    def inputs(self) -> Mapping[str, object]:
        """What the person put into the card's inputs, by their ids: a text each, as clients send it
        [Adaptive Card input controls: value]; what is made of several parts is none.
        """
        sent = self.model_extra or {}
        return {key: said for key, said in sent.items() if not isinstance(said, (list, dict))}


class Refresh(CardAction, verb="refresh"):
    """The client asks for the card as it stands now; changes nothing."""


def sends_inputs(verb: str) -> bool:
    """Whether the button with this verb sends what was filled in."""
    return verb in ACTIONS and ACTIONS[verb].sends_inputs


def read_action(verb: str, data: Mapping[str, object]) -> CardAction:
    """The button that was pressed.

    Raises:
        Refusal: ``stale`` if no button of today's product sends this.
    """
    if verb not in ACTIONS:
        raise Refusal("stale")
    try:
        return ACTIONS[verb].model_validate(
            {key: value for key, value in data.items() if key != "verb"}
        )
    except ValidationError as error:
        raise Refusal("stale") from error
