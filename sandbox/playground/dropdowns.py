"""Drop-downs for the Playground, which draws those of a changed card with the choices of the card
before.

Its compact `Input.ChoiceSet` keeps the choices in the state of a component that outlives the card
[m365agentsplayground 0.2.28, `ComboboxComponent`: `useState(choices)`]; only a `filtered` one takes
the card's own as soon as one clicks into it.
"""

from __future__ import annotations

from typing import Any

from sandbox.conversations import ADAPTIVE


def redrawn(activity: object) -> object:
    """The message with every drop-down of its cards `filtered`, where one may also type; everything
    else as it was.
    """
    if not isinstance(activity, dict) or not isinstance(activity.get("attachments"), list):
        return activity
    return activity | {"attachments": [_attachment(each) for each in activity["attachments"]]}


def redrawn_answer(answer: object) -> object:
    """The same for the card in the answer to a pressed button."""
    shows_card = isinstance(answer, dict) and answer.get("type") == ADAPTIVE
    return (
        answer | {"value": _filtered(answer["value"])}
        if isinstance(answer, dict) and shows_card
        else answer
    )


def _attachment(attachment: Any) -> Any:  # noqa: ANN401 - JSON
    shows_card = isinstance(attachment, dict) and attachment.get("contentType") == ADAPTIVE
    return attachment | {"content": _filtered(attachment["content"])} if shows_card else attachment


def _filtered(part: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(part, list):
        return [_filtered(each) for each in part]
    if not isinstance(part, dict):
        return part
    found = {key: _filtered(each) for key, each in part.items()}
    return found | {"style": "filtered"} if _is_dropdown(found) else found


def _is_dropdown(part: dict[str, Any]) -> bool:
    several = part.get("isMultiSelect") is True
    return (
        part.get("type") == "Input.ChoiceSet"
        and part.get("style") in {None, "compact"}
        and not several
        and "choices.data" not in part
    )
