"""A card says to each what is meant for them: offers, deputies, owners, and after the end."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from cards.catalogue import render
from cards.examples.people import DEPUTY, TANDEM
from cards.kit.originals import TEXTS, places
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES
from mentoring.domain.matching.results import Reason
from mentoring.domain.tandem import TandemState
from mentoring.usecases.launch.interventions import InterventionNotice
from mentoring.usecases.matching.notice import ProposalsNotice
from mentoring.usecases.matching.offers import OfferNotice
from mentoring.usecases.polls.notice import PollNotice
from tests.cards.drawn import SAMPLES, VOICES, drawn, of_type, parts

ANSWERED = {"session-mentee-met", "session-mentor-met"}
"""What stands in the place of a card that has named them."""


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


@pytest.mark.parametrize("voice", VOICES)
def test_a_card_that_asks_says_about_whom(voice: str) -> None:
    """A mentor may be in two tandems, and what is answered may end one of them."""
    asked = {
        name: partner
        for name, notice in SAMPLES.items()
        if (partner := getattr(notice, "partner", None))
        and len(of_type(drawn(name, voice), "Action.Execute")) > 1
    }
    assert {"fit-mentor", "poll-mentor-next", "poll-mentor-change"} <= set(asked)
    unnamed = {
        name
        for name, partner in asked.items()
        if partner.first_name not in json.dumps(drawn(name, voice).content, ensure_ascii=False)
    }
    assert unnamed <= ANSWERED


ON_TWO = [
    name
    for name, notice in SAMPLES.items()
    if isinstance(notice, InterventionNotice) and notice.stage not in {"old", "discarded"}
]


@pytest.mark.parametrize("name", ON_TWO)
def test_owners_read_whom_their_step_is_about_however_far_it_is(name: str) -> None:
    """In a channel one such card stands below the other: *Both have said yes* was anybody's."""
    notice: Any = SAMPLES[name]
    said = json.dumps(render(notice, VOICES["en"]).content)
    before = {notice.mentor, notice.mentee}
    new = {notice.coming, notice.staying} if notice.coming else before
    assert any(all(each in said for each in pair) for pair in (before, new))


REPLACED = [name for name in ON_TWO if name.startswith("intervention-replace")]


@pytest.mark.parametrize("name", REPLACED)
def test_whoever_was_to_come_and_is_known_no_more_leaves_no_gap(name: str) -> None:
    """*Eva Costa has a new tandem with .*"""
    notice: Any = SAMPLES[name]
    said = render(replace(notice, coming=""), VOICES["en"]).content
    assert not re.search(r" [.,;]|  ", json.dumps(said))


@pytest.mark.parametrize("role", ["mentor", "mentee"])
def test_only_a_first_wish_is_said_to_be_the_most_important(role: str) -> None:
    """issue 12, U30: an offer says what is true."""
    offer = SAMPLES[f"offer-{role}-open"]
    assert isinstance(offer, OfferNotice)
    for rank, most in ((1, True), (2, False), (3, False)):
        reasons = (Reason("topic", {"topic": "ai", "rank": rank}, 10),)
        card = render(replace(offer, tandem=replace(offer.tandem, reasons=reasons)), VOICES["de"])
        said = json.dumps(card.content, ensure_ascii=False)
        assert any(each in said for each in ("am meisten", "wichtigstes")) is most


def test_a_mentor_of_whom_no_topic_is_wished_reads_of_none() -> None:
    """Where owners have switched the rule off, or waived it: the sentence ended in nothing."""
    offer = SAMPLES["offer-mentor-open"]
    assert isinstance(offer, OfferNotice)
    for reasons in ((), (Reason("function", {}, 10),)):
        card = render(replace(offer, tandem=replace(offer.tandem, reasons=reasons)), VOICES["de"])
        said = json.dumps(card.content, ensure_ascii=False)
        assert "möchte von jemandem lernen" in said
        assert "erfahren über" not in said


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
    assert "kennt nur die Zuordnung" in text
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
    ends = "was taken back" if notice.undone else "has come to its end"
    assert said or ends in card.summary
    assert not card.content.keys() & {"actions", "refresh"}


def test_of_a_cause_that_is_not_known_nothing_is_made_up() -> None:
    """Owners read that Microsoft 365 had refused it, and that IT finds it in the log."""
    for voice, told in (("de", "der Grund ist nicht bekannt"), ("en", "the cause is not known")):
        said = json.dumps(drawn("find-unreachable-unsaid", voice).content, ensure_ascii=False)
        assert told in said
        assert "Microsoft 365" not in said
