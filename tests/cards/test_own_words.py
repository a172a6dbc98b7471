"""Texts that a programme has put into its own words: what may stand in one, and how it is read."""

from __future__ import annotations

import timeit

import pytest

import bot.app  # noqa: F401 - rooms register what they hold
from cards.examples.everything import examples
from cards.examples.people import PROGRAMME
from cards.kit.documents import document_of
from cards.kit.elements import para
from cards.kit.originals import BY_OTHER_MEANS, originals
from cards.kit.own_words import amiss, missing_in
from cards.kit.words import Words, programme_words
from cards.showcase.catalogue import render
from cards.showcase.occurring import ROOMS, cards_saying, room_of
from cards.showcase.shown import to_look_at
from mentoring.domain.language import voices
from mentoring.domain.own_texts import InVoice, as_written
from mentoring.domain.programme import Programme
from mentoring.usecases.programme.texts import TextsDocumentNotice

CASES = originals("de")["cycle-asked"].cases


def words(voice: str = "de", **texts: InVoice) -> Words:
    """A voice of a programme with these texts; an underscore stands for a hyphen."""
    own = {name.replace("_", "-"): each for name, each in texts.items()}
    language, formal = voices()[voice]
    programme = Programme.model_validate({"texts": own, "tone": "sie" if formal else "du"})
    return programme_words(programme, language)


class TestWhatIsRead:
    def test_the_house_s_own_words_with_what_is_filled_in(self) -> None:
        own = words(de={"said-language": "Von nun an Deutsch.", "file-offered": "?"})
        assert own.text("said-language") == "Von nun an Deutsch."
        invited = words(de={"said-next-session": "{name}: {time}!"})
        assert invited.text("said-next-session", name="Eva", time="10 Uhr") == "Eva: 10 Uhr!"

    def test_each_case_has_its_wording(self) -> None:
        own = words(de={"cycle-asked": {**CASES, "one": "Nur eine.", "other": "{people} sind es."}})
        said = [own.text("cycle-asked", people=number) for number in (0, 1, 1200)]
        assert said == [CASES["0"], "Nur eine.", "1.200 sind es."]

    def test_one_voice_never_speaks_for_another(self) -> None:
        """*du* in a card that says *Sie* would be worse than any wording."""
        own: dict[str, InVoice] = {"de": {"said-thanks": "Klar!"}}
        assert words("de", **own).text("said-thanks") == "Klar!"
        assert words("de-sie", **own).text("said-thanks") == Words("de", formal=True).text(
            "said-thanks"
        )
        assert words("en", **own).text("said-thanks") == Words("en").text("said-thanks")

    def test_another_language_of_the_same_programme_has_its_own(self) -> None:
        own = words("de-sie", en={"language-switch": "In English, please"})
        assert own.in_language("en").text("language-switch") == "In English, please"
        assert own.in_language("en").in_language("de").formal

    def test_everything_else_is_shown_as_it_was_typed(self) -> None:
        """Markup, links, templates, tags and directions of a text are those of nobody."""
        typed = "**Fett** [hier](https://x.example) <at>Eva</at> _k_ &lt; \u202e- x"
        said = words(de={"said-thanks": typed}).text("said-thanks")
        block = para(said)
        assert _bare(block.text) == _bare(said)
        for markup in ("**", "](", "://", "<at", "\u202e", "&lt;"):
            assert markup not in said

    def test_a_name_that_is_filled_in_stays_neutral_too(self) -> None:
        said = words(de={"said-next-session": "{name} {time}"})
        assert "{{" not in said.text("said-next-session", name="{{DATE(x)}}", time="x")

    def test_what_fits_no_text_any_more_counts_as_not_replaced(self) -> None:
        """A newer version of the product may know other texts and placeholders."""
        own = words(de={"was-removed": "x", "said-thanks": "{weg}", "cycle-asked": "nur eines"})
        assert own.text("said-thanks") == Words("de").text("said-thanks")
        assert own.text("cycle-asked", people=1) == Words("de").text("cycle-asked", people=1)

    def test_where_nothing_is_replaced_nothing_is_looked_up(self) -> None:
        assert not programme_words(PROGRAMME, "de").says_otherwise
        usual, own = Words("de"), words(de={"said-thanks": "Klar!"})

        def least(read: Words) -> float:
            return min(timeit.repeat(lambda: read.text("cycle-kept"), number=2000, repeat=5))

        cost = {each: least(each) for each in (usual, programme_words(PROGRAMME, "de"), own)}
        assert max(cost.values()) < 3 * cost[usual] + 0.005

    def test_the_same_version_of_settings_is_read_once(self) -> None:
        programme = Programme.model_validate({"texts": {"de": {"said-thanks": "Klar!"}}})
        first, second = (programme_words(programme, "de") for _ in range(2))
        assert first._own is second._own


class TestWhatMayStandInOne:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("Danke!", ""),
            (" ", "empty"),
            ("x" * 2000, "long"),
            ("Danke, {name}!", "placeholder"),
            ("Danke, {name", "braces"),
            ("Danke {{DATE(2026)}}", "braces"),
        ],
    )
    def test_is_told_by_its_kind(self, text: str, code: str) -> None:
        found = amiss(originals("de")["said-thanks"], {"": text})
        assert found == ({"": code} if code else {})

    def test_every_case_needs_a_wording(self) -> None:
        assert amiss(originals("de")["cycle-asked"], {"": "x"}) == {"": "cases"}
        assert amiss(originals("de")["cycle-asked"], CASES) == {}

    def test_what_is_not_said_any_more_is_named_before_it_counts(self) -> None:
        assert missing_in(originals("de")["said-next-session"], ["{name}"]) == ["time"]

    @pytest.mark.parametrize("voice", list(voices()))
    def test_every_text_can_be_replaced_by_itself(self, voice: str) -> None:
        """As people write it, it means what it meant: on every card it reads the same."""
        language, formal = voices()[voice]
        own = {voice: {key: as_written(each.cases) for key, each in originals(voice).items()}}
        same = Words(language, formal=formal, own=own)
        unlike = [
            name
            for name, notice in examples().items()
            if _bare(render(notice, same).content)
            != _bare(render(notice, Words(language, formal=formal)).content)
        ]
        assert unlike == []

    def test_what_people_type_and_topics_are_left_as_they_are(self) -> None:
        files = {each.file for each in originals("de").values()}
        assert files.isdisjoint(BY_OTHER_MEANS)


def _bare(content: object) -> str:
    """A card's texts without the signs that keep markup apart."""
    return str(content).replace("\\u2060", "").replace("\u2060", "").replace("∗", "*")


class TestWhatIsShown:
    def test_a_card_to_look_at_has_nothing_to_press_or_fill_in(self) -> None:
        shown = {
            name: str(to_look_at(render(notice, Words("de"))))
            for name, notice in examples().items()
        }
        alive = [
            (name, what)
            for name, card in shown.items()
            for what in ("Action.", "Input.", "selectAction")
            if what in card
        ]
        assert alive == []

    def test_every_card_stands_in_a_room_that_can_be_chosen(self) -> None:
        assert {room_of(name) for name in examples()} == {*ROOMS}

    def test_most_texts_stand_on_a_card(self) -> None:
        known = originals("de")
        assert sum(key in cards_saying("de") for key in known) > len(known) / 2


def test_the_document_holds_every_text_and_marks_what_is_replaced() -> None:
    own = {"de-sie": {"cycle-kept": "Alles <b>neu</b>."}}
    programme = Programme.model_validate({"texts": own, "tone": "sie"})
    made = document_of(TextsDocumentNotice(programme), Words("de", formal=True))
    page = made.data.decode()
    assert page.count("<tr") == len(originals("de-sie")) + len(originals("en"))
    assert "Alles &lt;b&gt;neu&lt;/b&gt;.<br><del>" in page
    assert '<tr class="w"><td>ersetzt · ein Versprechen</td>' in page
    assert made.name.endswith(".html")
