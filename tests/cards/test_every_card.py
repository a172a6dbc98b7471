"""Every card in both languages and tones: valid, small enough, with summary, and usable without ``Action.Execute``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft6Validator

from cards.catalogue import CARDS, render
from cards.inputs import number
from cards.kit import Rendered
from cards.words import Words
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from mentoring.usecases.matching_notice import ProposalsNotice
from mentoring.usecases.offers import OfferNotice
from tests.cards.samples import TANDEM, enrolment, everything
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


LATER_THAN_1_5 = {"ProgressBar", "Chart.HorizontalBar"}


def is_later(node: dict[str, Any]) -> bool:
    """Whether a renderer of schema 1.5 does not know the element: one of Teams' own, or a picker over the directory."""
    return node.get("type") in LATER_THAN_1_5 or "choices.data" in node


def as_1_5(node: Any) -> Any:
    """The card as a renderer of schema 1.5 reads it: the fallback stands in the place of what it does not know."""
    if isinstance(node, list):
        return [as_1_5(each) for each in node]
    if isinstance(node, dict):
        return as_1_5(node["fallback"]) if is_later(node) else {key: as_1_5(each) for key, each in node.items()}
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
def test_what_came_after_1_5_has_a_fallback_of_the_same_content(name: str, voice: Words) -> None:
    for element in (part for part in parts(drawn(name, voice).content) if is_later(part)):
        fallback = element["fallback"]
        if element["type"] == "ProgressBar":
            assert f"{element['value']:.0f} %" in fallback["text"]
        elif element["type"] == "Chart.HorizontalBar":
            rows = [(fact["title"], fact["value"]) for fact in fallback["facts"]]
            assert rows == [(bar["x"], f"{bar['y']:.0f}") for bar in element["data"]]
        else:
            assert (fallback["id"], fallback["label"]) == (element["id"], element["label"])
            assert all(chosen["title"] in fallback["value"] for chosen in element["choices"])


@pytest.mark.parametrize("name", SAMPLES)
def test_refreshing_a_card_changes_nothing(name: str, voice: Words) -> None:
    refresh = drawn(name, voice).content.get("refresh")
    assert refresh is None or refresh["action"]["verb"] == "refresh"


def test_a_closed_card_does_not_refresh() -> None:
    for name in ("offer-mentor-closed", "left-over", "launch-done", "enrolment-closed", "invite-stopped"):
        assert "refresh" not in drawn(name, VOICES["de"]).content


def test_the_questionnaire_never_says_who_would_see_too_much() -> None:
    """Each sensitive question says beside itself who sees the answer."""
    said = (
        ("about", "wem du als Tandem vorgeschlagen wirst"),
        ("about", "Jahrgang und Geschlecht sieht niemand"),
        ("topic:ai", "wer dich als Tandem vorgeschlagen bekommt"),
        ("standing", "Das siehst nur du"),
        ("purpose", "nur du und dein Tandem"),
        ("when", "darf Termine für dich abstimmen"),
        ("not_with", "auch nicht die Programmverantwortlichen"),
    )
    for step, who in said:
        card = render(enrolment(Role.MENTOR, EnrolmentState.BEGUN, step), VOICES["de"])
        assert who in json.dumps(card.content, ensure_ascii=False)


def test_no_offer_shows_a_number() -> None:
    for name in ("offer-mentor-open", "offer-mentee-open"):
        said = [str(part.get(key, "")) for part in parts(drawn(name, VOICES["de"]).content) for key in ("text", "title", "value")]
        text = " ".join(said)
        assert "90" not in text
        assert "Punkt" not in text
        assert "Stufe" not in text


def test_an_offer_names_neither_generation_nor_gender_nor_rank() -> None:
    secret = tuple({"code": code, "facts": {"levels": 3}, "points": 10} for code in ("generation", "gender", "hierarchy"))
    offer = SAMPLES["offer-mentor-open"]
    assert isinstance(offer, OfferNotice)
    card = render(replace(offer, tandem=replace(offer.tandem, reasons=list(secret))), VOICES["de"])
    assert not {"Generation", "Geschlecht", "Hierarchie"} & set(json.dumps(card.content, ensure_ascii=False).split())


def test_what_people_type_is_never_read_as_markdown() -> None:
    """A link in *about me* would stand in the other one's card as a link of the bot."""
    bait = "[Klick](https://evil.example) **hier**"
    offer = SAMPLES["offer-mentor-open"]
    assert isinstance(offer, OfferNotice)
    holders = [p for p in parts(render(replace(offer, about_partner=bait), VOICES["de"]).content) if bait in str(p.get("text"))]
    assert [holder["type"] for holder in holders] == ["TextRun"]


def test_a_wrong_answer_comes_back_with_its_field_marked_and_everything_typed() -> None:
    body = drawn("enrolment-wrong", VOICES["de"]).content["body"]
    place = next(n for n, element in enumerate(body) if element.get("id") == "languages")
    assert body[place - 1]["text"] == "⚠ Bitte wähle mindestens eine Sprache."
    assert next(element for element in body if element.get("id") == "about_me")["value"] == "halb getippt"


def test_only_buttons_that_take_what_was_filled_in_are_held_up_by_empty_fields() -> None:
    """*Back* on a card with a required field that is still empty: the client would refuse to send it."""
    card = render(enrolment(Role.MENTEE, EnrolmentState.BEGUN, "standing"), VOICES["de"]).content
    taken = {action["title"]: action["associatedInputs"] for action in card["actions"]}
    assert taken == {"Weiter": "auto", "Zurück": "none"}


@pytest.mark.parametrize("typed", [["4"], {"a": 1}, "nan", "1e999", "vier", None, True])
def test_a_number_that_is_none_comes_back_empty(typed: Any) -> None:
    """What no client would send must not break the card that answers it."""
    made = number("competence", "Von 1 bis 10", typed, 1, 10, required="Bitte eine Zahl.")
    assert made.value is None or made.value == 1.0
    json.loads(json.dumps(made.model_dump(by_alias=True, exclude_none=True), allow_nan=False))


def test_the_card_of_people_kept_apart_stays_small_however_many_there_are() -> None:
    notice = SAMPLES["match-apart"]
    assert isinstance(notice, ProposalsNotice)
    many = {"blocked_pairs": [["p1", "p2"]] * 60, "exclusion_groups": [{"name": "x" * 60, "people": ["p1"] * 20}] * 60}
    run = replace(notice.run, settings={**notice.run.settings, **many})
    card = render(replace(notice, run=run), VOICES["de"], posting="posting-1")
    assert len(json.dumps(card.content).encode()) < MOST_BYTES


def test_owners_do_not_read_what_people_were_promised_that_nobody_reads() -> None:
    notice = SAMPLES["match-proposal"]
    assert isinstance(notice, ProposalsNotice)
    assert notice.chosen is not None
    secret = [
        {"code": code, "facts": {"levels": 3}, "points": 10} for code in ("generation", "gender", "shared_format", "background")
    ]
    chosen = replace(notice.chosen, reasons=[*TANDEM.reasons, *secret])
    text = json.dumps(render(replace(notice, chosen=chosen), VOICES["de"]).content, ensure_ascii=False)
    assert "die nur das Matching kennt" in text
    for word in ("Generation", "Geschlecht", "Arbeitsform", "Hintergründe", "Stufe", "erster Wunsch"):
        assert word not in text
