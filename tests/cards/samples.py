"""One of each notice in each of its states, with invented people: what the tests of the cards look
at.

Those of the product's own examples (``cards/examples``), *help*, which names the commands, and all
sentences of each family.
"""

from __future__ import annotations

from dataclasses import replace

import bot.app  # noqa: F401 - commands register themselves, and rooms what they hold
from bot.commands.registry import in_order
from cards.common.said import HelpNotice
from cards.examples.everything import examples
from cards.examples.people import NOW, PROGRAMME
from cards.kit.originals import originals
from mentoring.domain.errors import Refusal
from mentoring.domain.programme import Programme
from mentoring.notices import Notice
from mentoring.usecases.programme.texts import (
    LastChange,
    Place,
    TextsDocumentNotice,
    TextsNotice,
)
from tests.cards.families import families


def help_of(*, owner: bool) -> HelpNotice:
    """All that somebody may say, as *help* tells it."""
    allowed = [each for each in in_order() if owner or each.who == "everybody"]
    return HelpNotice(tuple(each.name for each in allowed), owner, PROGRAMME.contact)


def everything() -> dict[str, Notice]:
    """Every card that there is."""
    spoken: dict[str, Notice] = {
        "help-owner": help_of(owner=True),
        "help-owner-now": replace(help_of(owner=True), now=("invite", "remind", "status")),
        "help-participant": help_of(owner=False),
    }
    shown = [*examples().items()]
    place = [name for name, _ in shown].index("refused")
    return {**dict(shown[:place]), **spoken, **dict(shown[place:]), **texts(), **families()}


def texts() -> dict[str, Notice]:
    """The texts in the house's own words: the way to one, and one that is replaced."""
    own = {"de": {"cycle-nothing-yet": "Noch *nichts* passiert."}, "en": {"cycle-kept": "Kept."}}
    programme = Programme.model_validate({**PROGRAMME.model_dump(), "texts": own})

    def at(part: str, **more: object) -> TextsNotice:
        notice = TextsNotice(programme=programme, place=Place("de", part))
        return replace(notice, **more)  # type: ignore[arg-type]

    changed = LastChange("Mia Sommer", NOW)
    said = {"": "Bis hierher."}
    asked = originals("de")["cycle-asked"].cases
    unknown = Refusal("text-placeholder", field="case_1", unknown="{nam}", known="none")
    return {
        "texts": at(""),
        "texts-found": at("find:durchgang"),
        "texts-found-none": at("find:qwertz"),
        "texts-cards": at("cards"),
        "texts-room": at("room:enrolment", page=1),
        "texts-card": at("card:next-cycle"),
        "texts-own": at("own"),
        "texts-text": at("text:cycle-nothing-yet@own", changed=changed),
        "texts-text-cases": at("text:cycle-asked@card:next-cycle-opened"),
        "texts-text-promise": at("text:cycle-kept", changed=changed),
        "texts-text-wrong": at(
            "text:cycle-nothing-yet", problem=unknown, raw={"case_1": "Hallo {nam}"}
        ),
        "texts-seen": at("seen:cycle-nothing-yet@card:next-cycle", draft=said),
        "texts-seen-missing": at("seen:cycle-asked", draft=dict.fromkeys(asked, "Gefragt.")),
        "texts-seen-sentence": at("seen:refusal-outside", draft=said),
        "texts-as-card": TextsDocumentNotice(programme),
    }
