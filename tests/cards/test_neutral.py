"""What people type is read as they typed it, and does nothing else (U10)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from cards.kit.neutral import TEMPLATE, TURNING, isolated, neutral, unmarked
from cards.kit.render import render
from cards.kit.words import Words
from mentoring.domain.language import Language
from mentoring.usecases.matching.offers import OfferNotice
from tests.cards.drawn import SAMPLES, VOICES

BACKWARDS = "Ich frage \u202eviel\u2066 und gern"
EVALUATED = "Seit {{DATE(2017-02-14T06:08:39Z, LONG)}} dabei"
LINKED_NAME = "[Klick](https://evil.example) **Eva** _Costa_ <at>alle</at>"
CALLED = {"Jan Kurz", "Eva Costa", "Costa, Dr. Eva", "Kurz, Jan", "Ute Still"}
OUR_LINK = "[Mia Sommer](mailto:mia.sommer@firma.example)"
LINKED = "[Klick](https://evil.example) **hier** <at>alle</at>"


def shown(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from (str(part[key]) for key in ("text", "title", "value") if key in part)
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from shown(each)


def offer(**changed: Any) -> OfferNotice:
    notice = SAMPLES["offer-mentor-open"]
    assert isinstance(notice, OfferNotice)
    return replace(notice, **changed)


@pytest.mark.parametrize("voice", VOICES)
def test_about_me_turns_nothing_around_and_is_evaluated_by_nobody(voice: str) -> None:
    card = render(offer(about_partner=f"{BACKWARDS}. {EVALUATED}"), VOICES[voice])
    texts = [*shown(card.content), card.summary]
    assert [text for text in texts if TURNING.search(text) or TEMPLATE in text] == []
    (said,) = [text for text in texts if "Ich frage" in text]
    assert said.startswith(
        "Ich frage viel und gern. Seit {\u2060{DATE(2017-02-14T06:08:39Z, LONG)}}"
    )


@pytest.mark.parametrize("bait", [BACKWARDS, EVALUATED])
def test_a_name_neither(bait: str) -> None:
    partner = offer().partner
    named = replace(partner, profile=replace(partner.profile, name=bait, department=bait))
    card = render(offer(partner=named), VOICES["de"])
    texts = [*shown(card.content), card.summary]
    assert [text for text in texts if TURNING.search(text) or TEMPLATE in text] == []


ACTIVE = re.compile(r"\]\(|<[a-zA-Z/]|\*\S[^*]*\*|(?<![\w\u2060])_\w[^_]*_|://")


@pytest.mark.parametrize("voice", VOICES)
def test_no_name_is_markup_on_any_card(voice: str) -> None:
    """issue 12: a name in the directory may be anything."""
    cards = {name: render(baited(SAMPLES[name]), VOICES[voice]).content for name in SAMPLES}
    texts = [
        (name, each.replace(OUR_LINK, "")) for name, card in cards.items() for each in blocks(card)
    ]
    assert [(name, text) for name, text in texts if ACTIVE.search(text)] == []


def baited(part: Any) -> Any:
    """The same notice, in which everybody is called by something that would be markup."""
    if isinstance(part, str):
        return LINKED_NAME if part in CALLED else part
    if isinstance(part, (tuple, list)):
        made = map(baited, part)
        return type(part)._make(made) if hasattr(part, "_make") else type(part)(made)
    if isinstance(part, dict):
        return {key: baited(each) for key, each in part.items()}
    if is_dataclass(part) and not isinstance(part, type):
        changes = {each.name: baited(getattr(part, each.name)) for each in fields(part)}
        return replace(part, **{key: each for key, each in changes.items() if each is not None})
    return part


def blocks(part: Any) -> Iterator[str]:
    """What text blocks and tables draw as Markdown."""
    if isinstance(part, dict):
        if part.get("type") == "TextBlock":
            yield str(part["text"])
        yield from (str(each.get("value")) for each in part.get("facts") or ())
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from blocks(each)


@pytest.mark.parametrize(
    "plain",
    [*("Müller (Extern) [DE]", "Leiter*in", "IT_Ops", "anna_berg@firma.example", "A & B", "a < b")],
)
def test_what_is_no_markup_stays_as_it_is(plain: str) -> None:
    assert unmarked(plain) == plain


def test_markup_stays_what_was_typed() -> None:
    content = json.dumps(render(offer(about_partner=LINKED), VOICES["de"]).content)
    assert json.dumps(LINKED)[1:-1] in content


def test_what_stands_in_an_input_goes_back_as_it_was_typed() -> None:
    wrong = replace(SAMPLES["enrolment-wrong"], raw={"about_me": EVALUATED})  # type: ignore[type-var]  # a notice
    body = render(wrong, VOICES["de"]).content["body"]
    (about,) = [each for each in body if each.get("id") == "about_me"]
    assert about["value"] == EVALUATED


def test_a_name_that_is_read_from_the_right_turns_only_itself() -> None:
    name = "\u05d0\u05d1\u05d9"
    assert isolated(name) == f"\u2068{name}\u2069"
    assert isolated("Müller") == "Müller"
    told = Words("en").text("session-late-told", partner=name)
    assert told == f"\u2068{name}\u2069 will be about ten minutes late."


def test_signs_of_direction_go() -> None:
    assert neutral("a\u200eb\u202ac\u2069d") == "abcd"


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_name_longer_than_a_text_can_hold_is_cut(language: Language) -> None:
    """Fluent refuses it, and then the card could not be shown at all."""
    told = Words(language).text("entry-seen", name="x" * 100_000)
    assert "x" * 1_000 in told
    assert len(told) < 2_500
