"""Buttons that everybody in a rehearsal presses, and how long they wait."""

from sandbox.cards import Card
from sandbox.rehearse.waiting import Patience
from tests.sandbox.recording_bot import card

YES = {"type": "Action.Execute", "title": "Yes", "verb": "yes", "style": "positive"}
NO = {"type": "Action.Execute", "title": "Not now", "verb": "no", "id": "no"}
PATIENT = Patience(20, lambda: None)


def tap(verb: str, **data: str) -> Card:
    """A button that sends this."""
    return {"type": "Action.Execute", "verb": verb, "title": str(data), "data": data}


def form(words: str, input_id: str, *actions: Card) -> Card:
    """A card with an input in which one writes."""
    said, field = {"type": "TextBlock", "text": words}, {"type": "Input.Text", "id": input_id}
    return card(words, body=[said, field], actions=list(actions))
