"""What the parts of the settings have in common."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from microsoft_teams.cards.core import CardElement

from cards.common.said import sentence
from cards.kit.dates import day_of_a_year
from cards.kit.elements import Button, button, small
from cards.kit.inputs import marked
from cards.kit.words import Words
from cards.programme.buttons import LookAtSettings
from mentoring.notices import Correctable
from mentoring.usecases.programme.settings import SettingsNotice


def back(words: Words, part: str = "") -> Button:
    """The way back to all at a glance, or to the list of a part."""
    return button(words.text("settings-back"), LookAtSettings(part=part))


def day_or_none(moment: date | None, words: Words) -> str:
    """The day, or that there is none."""
    return day_of_a_year(moment, words) if moment else words.text("setting-empty")


def touches(notice: SettingsNotice, words: Words) -> CardElement | None:
    """What a change of this part does to what is running already, said before it counts."""
    key = f"settings-touches-{notice.part.partition(':')[0]}"
    if not notice.is_running or not words.has(key):
        return None
    of_part = [key, _who_is_asked(notice)] if notice.part == "people" else [key]
    return small(f"⚠ {' '.join(map(words.text, of_part))}")


def _who_is_asked(notice: SettingsNotice) -> str:
    """What follows where the switch *under 18* is set otherwise."""
    on = notice.programme.under_18
    return "settings-touches-asked-no-more" if on else "settings-touches-asked-too"


def corrected(
    notice: Correctable, inputs: Sequence[CardElement | None], words: Words
) -> list[CardElement | None]:
    """The inputs, with what is wrong said above the one concerned."""
    if notice.problem is None:
        return [*inputs]
    return marked(inputs, notice.problem.field or "", sentence(notice.problem, words))
