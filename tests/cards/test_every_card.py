"""Every card in both languages and tones: valid, small enough, with summary, and usable without ``Action.Execute``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft6Validator

from cards.catalogue import CARDS, render
from cards.kit import Rendered
from cards.words import Words
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from tests.cards.samples import enrolment, everything
from tests.contracts import contract_file

VOICES = {"de": Words("de"), "de-sie": Words("de", formal=True), "en": Words("en")}
SAMPLES = everything()
MOST_BYTES = 25_000


@pytest.fixture(params=VOICES)
def voice(request: pytest.FixtureRequest) -> Words:
    return VOICES[request.param]


def parts(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for each in node:
            yield from parts(each)
    elif isinstance(node, dict):
        yield node
        for each in node.values():
            yield from parts(each)


@cache
def schema() -> Draft6Validator:
    return Draft6Validator(json.loads(contract_file("adaptive-card-1.5.schema.json").read_text(encoding="utf-8")))


def as_1_5(node: Any) -> Any:
    """The card as a renderer of schema 1.5 reads it: what came later than 1.5 is left out."""
    if isinstance(node, list):
        return [as_1_5(each) for each in node]
    if isinstance(node, dict):
        return {key: as_1_5(each) for key, each in node.items() if key != "choices.data"}
    return node


def drawn(name: str, voice: Words) -> Rendered:
    return render(SAMPLES[name], voice, posting="posting-1")


def test_there_is_a_sample_of_every_card() -> None:
    assert {type(notice) for notice in SAMPLES.values()} == set(CARDS), "add it in tests/cards/samples.py"


@pytest.mark.parametrize("name", SAMPLES)
def test_a_card_is_valid(name: str, voice: Words) -> None:
    errors = [f"{list(e.absolute_path)}: {e.message[:200]}" for e in schema().iter_errors(as_1_5(drawn(name, voice).content))]
    assert not errors


@pytest.mark.parametrize("name", SAMPLES)
def test_a_card_is_small_and_has_a_summary(name: str, voice: Words) -> None:
    card = drawn(name, voice)
    assert len(json.dumps(card.content, ensure_ascii=False).encode("utf-16")) < MOST_BYTES * 2
    assert len(json.dumps(card.content).encode()) < MOST_BYTES
    assert card.summary.strip()


@pytest.mark.parametrize("name", SAMPLES)
def test_every_button_works_without_action_execute_and_names_its_message(name: str, voice: Words) -> None:
    for action in parts(drawn(name, voice).content.get("actions", [])):
        if action.get("type") == "Action.Execute":
            fallback = action["fallback"]
            assert fallback["type"] == "Action.Submit"
            assert fallback["data"] == {"verb": action["verb"], **action["data"]}
            assert action["data"]["posting"] == "posting-1"


@pytest.mark.parametrize("name", SAMPLES)
def test_inputs_have_labels_for_a_screen_reader(name: str, voice: Words) -> None:
    for element in parts(drawn(name, voice).content["body"]):
        if str(element.get("type", "")).startswith("Input."):
            assert element.get("label") or element.get("title"), element["id"]
            assert not element.get("isRequired") or element.get("errorMessage"), element["id"]


@pytest.mark.parametrize("name", SAMPLES)
def test_refreshing_a_card_changes_nothing(name: str, voice: Words) -> None:
    refresh = drawn(name, voice).content.get("refresh")
    assert refresh is None or refresh["action"]["verb"] == "refresh"


def test_a_closed_card_does_not_refresh() -> None:
    for name in ("offer-mentor-closed", "left-over", "launch-done", "enrolment-closed", "invite-stopped"):
        assert "refresh" not in drawn(name, VOICES["de"]).content


def test_the_questionnaire_never_says_who_would_see_too_much() -> None:
    """Each sensitive question says beside itself who sees the answer."""
    for step, who in (("standing", "Das siehst nur du"), ("not_with", "auch nicht die Programmverantwortlichen")):
        card = render(enrolment(Role.MENTOR, EnrolmentState.BEGUN, step), VOICES["de"])
        assert who in json.dumps(card.content, ensure_ascii=False)


def test_no_offer_shows_a_number() -> None:
    for name in ("offer-mentor-open", "offer-mentee-open"):
        text = json.dumps(drawn(name, VOICES["de"]).content, ensure_ascii=False)
        assert "90" not in text
        assert "Punkt" not in text
