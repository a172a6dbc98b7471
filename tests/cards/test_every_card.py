"""Every card in both languages and tones: valid, small enough, with summary, and usable without
``Action.Execute``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft6Validator

from cards.catalogue import CARDS, render
from cards.kit.elements import Rendered
from cards.kit.words import Words
from mentoring.domain.errors import Refusal
from mentoring.domain.matching.settings import ExclusionGroup, MatchingSettings
from mentoring.notices import Correctable
from mentoring.usecases.matching.notice import ProposalsNotice
from mentoring.usecases.matching.offers import OfferNotice
from tests.cards.drawn import POSTING, SAMPLES, VOICES, drawn, of_type, parts
from tests.cards.outline import SAID
from tests.contracts import contract_file

MOST_BYTES = 25_000
PAGE = Path(__file__).parents[2] / "sandbox" / "page" / "static"
MOST_BUTTONS = 6
"""Teams draws so many in a row [learn.microsoft.com, Designing Adaptive Cards for your app]."""
MOST_LETTERS = 38
"""So many fit on a button that is as wide as a phone."""
NAMED_BY_AUTHORS = {"kits.choose"}
"""Buttons that bear what whoever writes session kits has called one."""
LATER_THAN_1_5 = {"ProgressBar", "Chart.HorizontalBar"}
every_voice = pytest.mark.parametrize("voice", VOICES)


def is_later(node: dict[str, Any]) -> bool:
    """Whether a renderer of schema 1.5 does not know the element, and takes its fallback."""
    return node.get("type") in LATER_THAN_1_5


def as_1_5(node: Any) -> Any:
    """The card as a renderer of schema 1.5 reads it: the fallback stands in the place of what it
    does not know, and what a picker finds is nothing to it.
    """
    if isinstance(node, list):
        return [as_1_5(each) for each in node]
    if isinstance(node, dict):
        return (
            as_1_5(node["fallback"])
            if is_later(node)
            else {key: as_1_5(each) for key, each in node.items() if key != "choices.data"}
        )
    return node


def without_words(node: Any) -> Any:
    """The card with one word for each of its texts: the schema asks of a text only that it is
    one.
    """
    if isinstance(node, list):
        return [without_words(each) for each in node]
    if isinstance(node, dict):
        return {
            key: "word" if key in SAID and isinstance(each, str) else without_words(each)
            for key, each in node.items()
        }
    return node


@cache
def schema() -> Draft6Validator:
    return Draft6Validator(
        json.loads(contract_file("adaptive-card-1.5.schema.json").read_text(encoding="utf-8"))
    )


@cache
def violations(card: str) -> list[str]:
    """What the schema of version 1.5 has against a card; many samples differ in their words alone
    and are checked once.
    """
    return [
        f"{error.instance_path}: {error.message[:200]}"
        for error in schema().iter_errors(json.loads(card))
    ]


def troubled(voice: str, rule: Callable[[Rendered], object]) -> dict[str, object]:
    """What a rule has against each card in a voice, by the samples' names; empty if nothing."""
    found = {name: rule(drawn(name, voice)) for name in SAMPLES}
    return {name: trouble for name, trouble in found.items() if trouble}


def longest_row(card: Rendered) -> int:
    """How many buttons stand in the fullest row."""
    return max(
        (len(part["actions"]) for part in parts(card.content) if "actions" in part), default=0
    )


def too_long(card: Rendered) -> list[str]:
    """What stands on buttons that a phone would cut; a row that is pressed shows its own words."""
    buttons = [each for part in parts(card.content) for each in part.get("actions", ())]
    own = [each["title"] for each in buttons if each.get("verb") not in NAMED_BY_AUTHORS]
    return [title for title in own if len(title) > MOST_LETTERS]


def test_there_is_a_sample_of_every_card() -> None:
    assert {type(notice) for notice in SAMPLES.values()} == set(CARDS), "add it in cards/examples"


@every_voice
def test_a_card_is_valid(voice: str) -> None:
    assert (
        troubled(voice, lambda card: violations(json.dumps(without_words(as_1_5(card.content)))))
        == {}
    )


def test_a_card_that_is_not_valid_would_be_found() -> None:
    assert violations(
        json.dumps(
            {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "size": 7}]}
        )
    )


@every_voice
def test_every_button_of_a_row_is_drawn(voice: str) -> None:
    assert troubled(voice, lambda card: longest_row(card) > MOST_BUTTONS) == {}


@every_voice
def test_no_button_is_wider_than_a_phone(voice: str) -> None:
    """*Das trifft zu, ich bewerbe mich (unter 18)* ended outside the card."""
    assert troubled(voice, too_long) == {}


@every_voice
def test_a_card_is_small(voice: str) -> None:
    """In the encoding of Teams' limit, and as the bytes that we send."""

    def size(card: Rendered) -> int:
        return max(
            len(json.dumps(card.content, ensure_ascii=False).encode("utf-16")) // 2,
            len(json.dumps(card.content).encode()),
        )

    assert troubled(voice, lambda card: size(card) >= MOST_BYTES and size(card)) == {}


@every_voice
def test_a_card_has_a_summary(voice: str) -> None:
    assert troubled(voice, lambda card: not card.summary.strip()) == {}


@every_voice
def test_no_sentence_ends_twice(voice: str) -> None:
    """*Are you in again?.* stood in the notification of an invitation."""
    assert troubled(voice, lambda card: re.search(r"[?!…]\.|[^.]\.\.(?!\.)", card.summary)) == {}


@every_voice
def test_every_button_works_without_action_execute_and_names_its_message(voice: str) -> None:
    def wrong(card: Rendered) -> list[dict[str, Any]]:
        return [
            button
            for button in of_type(card, "Action.Execute")
            if button["fallback"] != submit(button)
        ]

    def lost(card: Rendered) -> list[dict[str, Any]]:
        return [
            button
            for button in of_type(card, "Action.Execute")
            if button["data"]["posting"] != POSTING
        ]

    assert troubled(voice, wrong) == {}
    assert troubled(voice, lost) == {}
    assert sum(len(of_type(drawn(name, voice), "Action.Execute")) for name in SAMPLES) > 100


def submit(button: dict[str, Any]) -> dict[str, Any]:
    """What does the same as a button where ``Action.Execute`` is unknown."""
    same = {key: button[key] for key in ("title", "style", "associatedInputs")}
    return {"type": "Action.Submit", "data": {"verb": button["verb"], **button["data"]}, **same}


@every_voice
def test_inputs_have_labels_for_a_screen_reader(voice: str) -> None:
    def unsaid(card: Rendered) -> list[str]:
        return [
            element["id"]
            for element in of_type(card, "Input.")
            if not (element.get("label") or element.get("title"))
            or (element.get("isRequired") and not element.get("errorMessage"))
        ]

    assert troubled(voice, unsaid) == {}
    assert sum(len(of_type(drawn(name, voice), "Input.")) for name in SAMPLES) > 50


@every_voice
def test_no_element_has_a_fallback_that_no_renderer_takes(voice: str) -> None:
    """Issue 12, W: a renderer takes a fallback of what it does not know, and of nothing else; a
    people picker is an ``Input.ChoiceSet``, which all know.
    """
    assert troubled(voice, never_taken) == {}


def test_the_page_has_no_rule_of_its_own_for_fallbacks() -> None:
    """Issue 12, W: what it drew by such a rule only looked tested; Microsoft's renderer takes a
    fallback by itself, or there is none.
    """
    scripts = sorted(PAGE.glob("*.js"))
    lines = [line for each in scripts for line in each.read_text(encoding="utf-8").splitlines()]
    code = [line for line in lines if not line.lstrip().startswith(("//", "*", "/*"))]
    assert scripts
    assert [line for line in code if "fallback" in line.casefold()] == []


def never_taken(card: Rendered) -> list[str]:
    return [
        part["type"]
        for part in parts(card.content)
        if "fallback" in part and not part["type"].startswith("Action.") and not is_later(part)
    ]


@every_voice
def test_what_came_after_1_5_has_a_fallback_of_the_same_content(voice: str) -> None:
    later = [
        part for name in SAMPLES for part in parts(drawn(name, voice).content) if is_later(part)
    ]
    assert {part["type"] for part in later} == LATER_THAN_1_5
    assert [part for part in later if not says_the_same(part, part["fallback"])] == []


def says_the_same(element: dict[str, Any], fallback: dict[str, Any]) -> bool:
    """Whether a renderer of schema 1.5 tells the person no less."""
    if element["type"] == "ProgressBar":
        return f"{element['value']:.0f} %" in fallback["text"]
    rows = [(fact["title"], fact["value"]) for fact in fallback["facts"]]
    return rows == [(bar["x"], f"{bar['y']:.0f}") for bar in element["data"]]


@every_voice
def test_refreshing_a_card_changes_nothing(voice: str) -> None:
    refreshes = [
        card["refresh"] for name in SAMPLES if "refresh" in (card := drawn(name, voice).content)
    ]
    assert {refresh["action"]["verb"] for refresh in refreshes} == {"refresh"}


def test_a_closed_card_does_not_refresh() -> None:
    for name in (
        "offer-mentor-closed",
        "left-over",
        "launch-done",
        "enrolment-closed",
        "invite-stopped",
    ):
        assert "refresh" not in drawn(name).content


def test_what_people_type_is_never_read_as_markdown() -> None:
    """A link in *about me* would stand in the other one's card as a link of the bot."""
    bait = "[Klick](https://evil.example) **hier**"
    offer = SAMPLES["offer-mentor-open"]
    assert isinstance(offer, OfferNotice)
    holders = [
        p
        for p in parts(render(replace(offer, about_partner=bait), VOICES["de"]).content)
        if bait in str(p.get("text"))
    ]
    assert [holder["type"] for holder in holders] == ["TextRun"]


def test_the_card_of_people_kept_apart_stays_small_however_many_there_are() -> None:
    notice = SAMPLES["match-apart"]
    assert isinstance(notice, ProposalsNotice)
    groups = (ExclusionGroup(name="x" * 60, people=tuple(f"p{n}" for n in range(20))),) * 60
    run = replace(
        notice.run,
        settings=MatchingSettings(blocked_pairs=(("p1", "p2"),) * 60, exclusion_groups=groups),
    )
    card = render(replace(notice, run=run), VOICES["de"], posting="posting-1")
    assert len(json.dumps(card.content).encode()) < MOST_BYTES


FORMS = [
    key
    for key, notice in SAMPLES.items()
    if isinstance(notice, Correctable)
    and notice.expects() is not None
    and of_type(drawn(key), "Input.")
]


@pytest.mark.parametrize("key", FORMS)
def test_a_form_says_once_what_is_wrong_with_none_of_its_inputs(key: str) -> None:
    """While Microsoft 365 is away what was filled in comes back, with that sentence."""
    notice = SAMPLES[key]
    assert isinstance(notice, Correctable)
    away = replace(notice, problem=Refusal("outside"), raw={})
    drawn = json.dumps(render(away, Words("en")).content)
    assert drawn.count("Microsoft 365 does not answer as expected") == 1
