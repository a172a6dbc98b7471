"""Buttons that everybody in a rehearsal presses, and how long they wait."""

from sandbox.rehearse.waiting import Patience

YES = {"type": "Action.Execute", "title": "Yes", "verb": "yes", "style": "positive"}
NO = {"type": "Action.Execute", "title": "Not now", "verb": "no", "id": "no"}
PATIENT = Patience(20, lambda: None)
