"""What a card's buttons send back. A button is a class; wrong data dies here, at the border.

Adding one: a subclass of ``CardAction`` with its ``verb``, beside the card that has the button, and a handler with
``@handles`` in ``bot/handlers``. A button without a handler fails a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, ValidationError

from mentoring.domain.errors import Refusal

ACTIONS: dict[str, type[CardAction]] = {}


class CardAction(BaseModel):
    """Base of all buttons. Fields are what the button itself says; the card's inputs come beside them as ``inputs``.

    ``posting`` is the message that the button stands in; it is filled in when the card is rendered. A button that does not
    ``sends_inputs`` works whatever stands in them: nobody is kept from going back by a field that is still empty.
    """

    model_config = ConfigDict(frozen=True, extra="allow")
    verb: ClassVar[str] = ""
    sends_inputs: ClassVar[bool] = False
    posting: str = ""

    def __init_subclass__(cls, *, verb: str) -> None:
        super().__init_subclass__()
        if verb in ACTIONS:
            raise ValueError(f"two buttons send {verb!r}: give one another verb")
        cls.verb = verb
        ACTIONS[verb] = cls

    @property
    def inputs(self) -> Mapping[str, object]:
        """What the person put into the card's inputs, by their ids."""
        return self.model_extra or {}


class Refresh(CardAction, verb="refresh"):
    """The client asks for the card as it stands now; changes nothing."""


def read_action(verb: str, data: Mapping[str, object]) -> CardAction:
    """The button that was pressed.

    Raises:
        Refusal: ``stale`` if no button of today's product sends this.
    """
    if verb not in ACTIONS:
        raise Refusal("stale")
    try:
        return ACTIONS[verb].model_validate({key: value for key, value in data.items() if key != "verb"})
    except ValidationError as error:
        raise Refusal("stale") from error
