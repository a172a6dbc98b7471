"""Every card in both languages and tones: valid, small enough, with summary, and usable without
``Action.Execute``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from functools import cache
from typing import Any

import pytest
from jsonschema_rs import Draft6Validator

from cards.catalogue import CARDS, render
from cards.examples.enrolment import enrolment
from cards.examples.people import ANSWERS, DEPUTY, TANDEM
from cards.kit.elements import Rendered
from cards.kit.inputs import number
from cards.kit.originals import TEXTS, places
from cards.kit.words import Words
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.language import LANGUAGES
from mentoring.domain.matching.results import Reason
from mentoring.domain.matching.settings import ExclusionGroup, MatchingSettings
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import STEPS, Position, Step, TopicSkill
from mentoring.domain.questionnaire.way import SUMMARY, positions
from mentoring.domain.tandem import TandemState
from mentoring.usecases.matching.notice import ProposalsNotice
from mentoring.usecases.matching.offers import OfferNotice
from mentoring.usecases.polls.notice import PollNotice
from tests.cards.drawn import POSTING, SAMPLES, VOICES, drawn
from tests.cards.outline import SAID
from tests.contracts import contract_file

MOST_BYTES = 25_000
MOST_BUTTONS = 6
"""Teams draws so many in a row [learn.microsoft.com, Designing Adaptive Cards for your app]."""
LATER_THAN_1_5 = {"ProgressBar", "Chart.HorizontalBar"}
every_voice = pytest.mark.parametrize("voice", VOICES)


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of a card, whatever it stands in."""
    if isinstance(node, list):
        for each in node:
            yield from parts(each)
    elif isinstance(node, dict):
        yield node
        for each in node.values():
            yield from parts(each)


def of_type(card: Rendered, start: str) -> list[dict[str, Any]]:
    """The elements and buttons of a card whose type begins so, without what refreshes it."""
    shown = {key: value for key, value in card.content.items() if key != "refresh"}
    return [part for part in parts(shown) if str(part.get("type", "")).startswith(start)]


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


def asked(role: Role, step: type[Step]) -> set[str]:
    """The ids of the inputs on a step's card."""
    at = Position(step.name, "ai" if step is TopicSkill else "")
    card = render(enrolment(role, EnrolmentState.BEGUN, str(at)), Words("de"))
    return {part["id"] for part in of_type(card, "Input.")}


@pytest.mark.parametrize("step", STEPS.values())
def test_a_step_asks_for_each_of_its_fields_and_for_nothing_else(step: type[Step]) -> None:
    """An input with another id than its field would be filled in for nothing."""
    given = {"topic", "names", "agreed"}
    inputs = set[str]().union(*(asked(role, step) for role in step.roles))
    assert inputs == {field.name for field in fields(step)} - given


def test_the_questionnaire_never_says_who_would_see_too_much() -> None:
    """Each sensitive question says beside itself who sees the answer."""
    said = (
        ("about", "wem du als Tandem vorgeschlagen wirst"),
        ("about", "Jahrgang und Geschlecht sieht niemand"),
        ("topic:ai", "nur, wem du als Tandem vorgeschlagen wirst"),
        ("standing", "Das siehst nur du"),
        ("purpose", "nur du und, sobald euer Tandem läuft, dein Gegenüber"),
        ("when", "darf Termine für dich abstimmen"),
        ("not_with", "auch nicht die Programmverantwortlichen"),
    )
    for step, who in said:
        card = render(enrolment(Role.MENTOR, EnrolmentState.BEGUN, step), VOICES["de"])
        assert who in json.dumps(card.content, ensure_ascii=False)


def test_no_offer_shows_a_number() -> None:
    for name in ("offer-mentor-open", "offer-mentee-open"):
        said = [
            str(part.get(key, ""))
            for part in parts(drawn(name).content)
            for key in ("text", "title", "value")
        ]
        text = " ".join(said)
        assert "90" not in text
        assert "Punkt" not in text
        assert "Stufe" not in text


def test_an_offer_names_neither_generation_nor_gender_nor_rank() -> None:
    secret = tuple(
        Reason(code, {"levels": 3}, 10) for code in ("generation", "gender", "hierarchy")
    )
    offer = SAMPLES["offer-mentor-open"]
    assert isinstance(offer, OfferNotice)
    card = render(replace(offer, tandem=replace(offer.tandem, reasons=secret)), VOICES["de"])
    assert not {"Generation", "Geschlecht", "Hierarchie"} & set(
        json.dumps(card.content, ensure_ascii=False).split()
    )


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


def test_a_wrong_answer_comes_back_with_its_field_marked_and_everything_typed() -> None:
    body = drawn("enrolment-wrong").content["body"]
    place = next(n for n, element in enumerate(body) if element.get("id") == "languages")
    assert body[place - 1]["text"] == "⚠ Bitte wähle mindestens eine Sprache."
    assert (
        next(element for element in body if element.get("id") == "about_me")["value"]
        == "halb getippt"
    )


WITH_INPUTS = [
    (role, str(position))
    for role in Role
    for position in positions(role, ANSWERS[role])
    if position not in {SUMMARY, Position("protected_space")}
]


@pytest.mark.parametrize(("role", "position"), WITH_INPUTS)
def test_whoever_leaves_a_step_takes_along_what_stands_in_it(role: Role, position: str) -> None:
    """*Back*, *later* or another language; and no field keeps anybody from going, because a client
    would refuse to send a press with one that is required and empty, or out of its bounds.
    """
    card = render(enrolment(role, EnrolmentState.BEGUN, position), VOICES["de"]).content
    shown = [each for each in parts(card["body"]) if "type" in each]
    inputs = [each for each in shown if each["type"].startswith("Input.")]
    checked = {"isRequired", "min", "max", "regex"}
    assert [each["id"] for each in inputs if checked & each.keys()] == []
    assert {action.get("associatedInputs") for action in card["actions"]} == {"auto"}


@pytest.mark.parametrize("typed", [["4"], {"a": 1}, "nan", "1e999", "vier", None, True])
def test_a_number_that_is_none_comes_back_empty(typed: Any) -> None:
    """What no client would send must not break the card that answers it."""
    made = number("competence", "Von 1 bis 10", typed, 1, 10, required="Bitte eine Zahl.")
    assert made.value is None or made.value == 1.0
    json.loads(json.dumps(made.model_dump(by_alias=True, exclude_none=True), allow_nan=False))


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


def test_owners_do_not_read_what_people_were_promised_that_nobody_reads() -> None:
    notice = SAMPLES["match-proposal"]
    assert isinstance(notice, ProposalsNotice)
    assert notice.chosen is not None
    secret = tuple(
        Reason(code, {"levels": 3}, 10)
        for code in ("generation", "gender", "shared_format", "background")
    )
    chosen = replace(notice.chosen, reasons=(*TANDEM.reasons, *secret))
    text = json.dumps(
        render(replace(notice, chosen=chosen), VOICES["de"]).content, ensure_ascii=False
    )
    assert "die nur die Zuordnung kennt" in text
    for word in (
        "Generation",
        "Geschlecht",
        "Arbeitsform",
        "Hintergründe",
        "Stufe",
        "erster Wunsch",
    ):
        assert word not in text


KEYS = set(places("en"))
FOR_SOMEBODY = {key for key in KEYS if key.endswith("-for") and key.removesuffix("-for") in KEYS}
ADDRESSING = {
    "de": r"\b(du|dich|dir|dein\w*|ihr|euch|eure?\w*|Sie|Ihnen|Ihre?\w*)\b",
    "en": r"\b(you|your)\b",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_deputy_reads_does_not_speak_to_them_as_if_it_were_about_them(
    language: str,
) -> None:
    """In the formal tone least of all: there the assistant would take *Ihr Treffen* for theirs."""
    assert len(FOR_SOMEBODY) > 30
    speaks = re.compile(ADDRESSING[language])
    files = (path.read_text(encoding="utf-8") for path in (TEXTS / language).rglob("*.ftl"))
    lines = [line for file in files for line in file.splitlines()]
    texts = [line.partition(" = ")[2] for line in lines if line.partition(" = ")[0] in FOR_SOMEBODY]
    assert [text for text in texts if speaks.search(text.replace("Thank you", ""))] == []


POLLS = [name for name, notice in SAMPLES.items() if isinstance(notice, PollNotice)]


@pytest.mark.parametrize("name", POLLS)
def test_a_deputy_reads_what_is_said_to_deputies(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Issue 12, U15: in the formal tone the assistant was addressed as who takes part."""
    said, text = set[str](), Words.text

    def heard(words: Words, key: str, **facts: Any) -> str:
        said.add(key)
        return text(words, key, **facts)

    monkeypatch.setattr(Words, "text", heard)
    notice: Any = SAMPLES[name]
    render(replace(notice, reader=DEPUTY), VOICES["de-sie"])
    assert {key for key in said if f"{key}-for" in KEYS} == set()


LEARNS_NO_MORE = {"deputy-no-longer"}
"""Who no longer keeps a calendar does not hear either that the tandem has ended."""
OF_A_TANDEM = [
    name
    for name in SAMPLES
    if name.startswith(("session-m", "poll-", "deputy")) and name not in LEARNS_NO_MORE
]


@pytest.mark.parametrize("name", OF_A_TANDEM)
def test_a_card_of_a_tandem_that_has_ended_says_so_and_has_no_button(name: str) -> None:
    notice: Any = SAMPLES[name]
    ended = replace(notice, tandem=replace(notice.tandem, state=TandemState.CLOSED))
    card = render(ended, VOICES["en"])
    said = getattr(notice, "said", "") and notice.over
    assert said or "has come to its end" in card.summary
    assert not card.content.keys() & {"actions", "refresh"}
