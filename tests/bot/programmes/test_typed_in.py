"""What owners type into the card of the settings: read as people write, refused in plain words."""

from __future__ import annotations

from typing import Any

import pytest

from bot.programmes.reading import read_programme
from bot.programmes.typed_in import file_in, settings_in, topic_in
from cards.kit.words import Words
from cards.programme.settings_file import file_text
from mentoring.domain.errors import Refusal
from mentoring.domain.programme import Boundary, Programme, Sponsor
from mentoring.domain.setting import SECTIONS, plain, setting, value_at, with_values
from mentoring.domain.topics import HouseLink, Topic
from tests.house.test_settings_read import PROGRAMME
from tests.usecases.company import refused

WORDS, NOW = Words("en"), Programme()


def said(part: str, **inputs: str) -> dict[str, Any]:
    by_path = {key.replace("__", "."): value for key, value in inputs.items()}
    return settings_in(part, by_path, NOW, WORDS)


def wrong(part: str, **inputs: str) -> tuple[str | None, str]:
    with pytest.raises(Refusal) as refused:
        said(part, **inputs)
    assert refused.value.code == "setting-wrong"
    return refused.value.field, str(refused.value.facts["text"])


def test_only_what_was_sent_is_changed() -> None:
    assert said("basics", name="  Blickwechsel ") == {"name": "Blickwechsel"}


EMPTY_AT_FIRST = [
    (part, path)
    for part, paths in SECTIONS.items()
    for path in paths
    if value_at(plain(NOW), path) in (None, "", [])
]
ANYTHING = {"number": "6", "time": "9:00", "days": "24.12.2027", "line": "rat@firma.example"}


@pytest.mark.parametrize(("part", "path"), EMPTY_AT_FIRST)
def test_what_is_empty_at_first_can_be_emptied_again(part: str, path: str) -> None:
    """issue 14: every change by card can be changed back."""
    once = with_values(
        plain(NOW), settings_in(part, {path: ANYTHING[setting(path).kind]}, NOW, WORDS)
    )
    then = Programme.model_validate(once)
    assert value_at(once, path) not in (None, "", [])
    back = with_values(once, settings_in(part, {path: ""}, then, WORDS))
    assert Programme.model_validate(back) == NOW


@pytest.mark.parametrize(
    ("part", "path", "typed", "means"),
    [
        ("sessions", "sessions__length_minutes", "60", 60),
        ("sessions", "sessions__lengths", "60,90", [60, 90]),
        ("sessions", "sessions__rhythms", "monthly,tandem", ["monthly", "tandem"]),
        ("sessions", "sessions__months", "9.0", 9),
        ("sessions", "sessions__number", "", None),
        ("times", "sessions__earliest", "8.30", "08:30"),
        ("times", "sessions__latest", "18", "18:00"),
        ("times", "sessions__earliest", "8 Uhr", "08:00"),
        ("times", "sessions__earliest", "8 o'clock", "08:00"),
        ("times", "sessions__earliest", "8:30 Uhr", "08:30"),
        ("times", "sessions__earliest", "", None),
        ("times", "sessions__closing_days", "24.12.2027, 2027-12-31", ["2027-12-24", "2027-12-31"]),
        ("times", "sessions__closing_days", "24/12/2027 31.12.27", ["2027-12-24", "2027-12-31"]),
        ("times", "sessions__closing_days", "24. Dezember 2027", ["2027-12-24"]),
        ("people", "apply_as", "", []),
        ("people", "languages", "de; en fr", ["de", "en", "fr"]),
        ("people", "languages", "Deutsch, englisch; Haitian Creole", ["de", "en", "ht"]),
        ("people", "languages", "de German", ["de"]),
        ("people", "offers__reminders", "2, 1", [2, 1]),
        ("sponsor", "sponsor__sentence_de", "", None),
    ],
)
def test_it_is_read_as_people_write(part: str, path: str, typed: str, means: object) -> None:
    assert said(part, **{path: typed}) == {path.replace("__", "."): means}


@pytest.mark.parametrize(
    ("part", "path", "typed", "told"),
    [
        ("basics", "name", " ", "must not be empty"),
        ("contacts", "boundary__email", "Betriebsrat", "not an e-mail address"),
        ("sessions", "sessions__months", "viel", "not a whole number"),
        ("sessions", "sessions__months", "25", "from 1 to 24"),
        ("times", "sessions__earliest", "früh", "not a time"),
        ("times", "sessions__closing_days", "Weihnachten", "not a day"),
        ("people", "languages", "de germann", "Did you mean"),
        ("people", "offers__reminders", "9", "1 to 4 days before"),
        ("figures", "smallest_group", "4", "5 or more"),
        ("times", "sessions__earliest", "25:00", "like this: 08:30"),
        ("times", "sessions__closing_days", "Heiligabend", "like this: YYYY-MM-DD"),
    ],
)
def test_what_is_wrong_is_told_at_its_input(part: str, path: str, typed: str, told: str) -> None:
    field, text = wrong(part, **{path: typed})
    assert field == path.replace("__", ".")
    assert told in text


@pytest.mark.parametrize("typed", ["30.02.2027", "30/02/2027", "2027-02-30", "31 April 2027"])
def test_a_closing_day_that_no_calendar_has_is_not_taken_for_one_written_wrongly(
    typed: str,
) -> None:
    """It read *is not a day. It is written like this: DD.MM.YYYY*, and it was."""
    with refused("date-impossible", field="sessions.closing_days", day=typed):
        said("times", sessions__closing_days=f"24.12.2027, {typed}")


def test_a_number_of_sessions_counts_instead_of_the_months() -> None:
    values = said("sessions", sessions__months="9", sessions__number="8")
    assert (values["sessions.number"], values["sessions.months"]) == (8, 6)


def test_of_a_day_to_answer_in_no_brackets_are_left() -> None:
    field, text = wrong("people", offers__days="1", offers__reminders="1")
    assert field == "offers.reminders"
    assert "[]" not in text


def test_what_clashes_with_another_part_is_told_at_the_input_of_the_same_name() -> None:
    now = Programme(boundary=Boundary(name="Betriebsrat", email="ada@firma.example"))
    with pytest.raises(Refusal) as refused:
        settings_in(
            "sponsor", {"sponsor.name": "Ada", "sponsor.email": "ada@firma.example"}, now, WORDS
        )
    assert refused.value.field == "sponsor.email"
    assert "twice" in str(refused.value.facts["text"])


def test_the_sponsor_is_no_boundary_contact() -> None:
    now = Programme(sponsor=Sponsor(email="ada@firma.example"))
    with pytest.raises(Refusal) as refused:
        settings_in("contacts", {"boundary.email": "ADA@firma.example"}, now, WORDS)
    assert refused.value.field == "boundary.email"
    assert "sponsor" in str(refused.value.facts["text"])


def test_every_part_of_the_card_may_be_saved_as_it_stands() -> None:
    assert [part for part in SECTIONS if said(part)] == []


class TestTopics:
    def topic(self, part: str = "topic:", **inputs: str) -> Topic:
        return topic_in(part, inputs, NOW, WORDS)

    def test_a_new_one_gets_an_id_from_its_name(self) -> None:
        assert self.topic(name_de="Große Daten & Äpfel").id == "grosse_daten_aepfel"
        assert self.topic(name_de="Agile").id == "agile_2", "another one has that id"
        assert self.topic(name_de="3D").id == "topic_3d"

    def test_a_usual_name_stays_the_texts(self) -> None:
        known = self.topic("topic:ai", name_de="Künstliche Intelligenz", name_en="AI at work")
        assert known.names == {"en": "AI at work"}

    @pytest.mark.parametrize(
        ("inputs", "field"),
        [
            ({"name_de": "künstliche intelligenz"}, "name_de"),
            ({"name_de": "KI", "name_en": "Artificial intelligence"}, "name_en"),
        ],
    )
    def test_two_of_one_name_could_not_be_told_apart(
        self, inputs: dict[str, str], field: str
    ) -> None:
        with pytest.raises(Refusal, match="topic-name-taken") as refused:
            self.topic(**inputs)
        assert refused.value.field == field
        with pytest.raises(Refusal, match="setting-wrong") as refused:
            file_in(
                '[[topics]]\nid = "ai"\n[[topics]]\nid = "ki"\nde = "Künstliche Intelligenz"', WORDS
            )
        assert refused.value.field == "file"

    def test_links_and_rules_are_the_houses(self) -> None:
        known = self.topic(
            "topic:ai",
            name_de="KI",
            link_2_name="Leitlinie",
            link_2_address="https://firma.example/ki",
            rules_de="Nur intern.",
        )
        assert known.links == (HouseLink(name="Leitlinie", address="https://firma.example/ki"),)
        assert known.rules == {"de": "Nur intern."}

    @pytest.mark.parametrize(
        ("inputs", "code", "field"),
        [
            ({}, "topic-name", "name_de"),
            ({"link_1_name": "Leitlinie"}, "link-incomplete", "link_1_name"),
            ({"link_1_name": "L", "link_1_address": "http://a"}, "setting-wrong", "link_1_address"),
            ({"rules_en": "x" * 301}, "setting-too-long", "rules_en"),
        ],
    )
    def test_what_is_wrong_names_its_input(
        self, inputs: dict[str, str], code: str, field: str
    ) -> None:
        name = {"name_de": "KI"} if inputs else {}
        with pytest.raises(Refusal, match=code) as refused:
            self.topic(**name, **inputs)
        assert refused.value.field == field


class TestTheFile:
    @pytest.mark.parametrize("programme", [NOW, PROGRAMME, Programme(apply_as=())])
    def test_what_goes_out_comes_in_again(self, programme: Programme) -> None:
        assert file_in(file_text(programme), WORDS) == programme

    def test_a_boundary_contact_is_in_it(self) -> None:
        named = Programme(boundary=Boundary(name="Betriebsrat", email="br@firma.example"))
        assert read_programme(file_text(named).encode(), "p.toml").boundary == named.boundary


def test_what_a_file_does_not_name_gets_its_usual_value() -> None:
    assert file_in('name = "Blickwechsel"', WORDS) == Programme(name="Blickwechsel")


def test_errors_of_a_file_name_their_lines() -> None:
    with pytest.raises(Refusal) as refused:
        file_in('name = ""\ntone = "ihr"', WORDS)
    text = str(refused.value.facts["text"])
    assert refused.value.field == "file"
    assert "line 1" in text
    assert "line 2" in text
