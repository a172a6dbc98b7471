"""The kits that come with the product are complete, fit a card on a phone, and can be read by
whoever says *du* and whoever says *Sie*.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations, product
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from bot.programmes.reading import read_programme
from mentoring.domain.kits.texts import DEPTHS, Form, Kit, KitTexts, Lesson, LessonTexts
from mentoring.domain.language import LANGUAGES
from mentoring.domain.topics import TOPICS
from mentoring.usecases.tandem.library import packaged

FOLDER = Path(__file__).parents[2] / "mentoring/kits"
IDS = [topic.id for topic in TOPICS]
ON_A_CARD = 2200
"""So many characters a kit has at most, hints included: about five screens of a phone."""
WORDS_OF_A_LESSON = range(150, 281)
"""Two minutes of unhurried reading."""
ADDRESSED = re.compile(
    r"\b(du|dich|dir|dein\w*|euch|eure\w*|euer|[a-zäöü]+t ihr|Sie|Ihr|Ihnen|Ihre\w*"
    r"|hast|bist|kannst|willst|musst|möchtest|habt|seid|könnt|wollt|müsst)\b"
)
ORDERED = re.compile(
    r"(?:^|[.!?:“] )(Nimm|Nehmt|Bring|Bringt|Probiere?|Schreibe?|Schreibt|Lies|Lest|Suche?|Sucht"
    r"|Zeige?|Zeigt|Lass|Lasst|Öffnet?|Wählt?|Wähle|Mache?|Macht|Denk|Stelle?|Stellt|Gib|Gebt|Höre?|Hört"
    r"|Geh|Geht|Beginne?|Vergiss|Achte|Notiere?|Überlege?)\b(?! es )"
)
ASKING = {
    "de": re.compile(r"^(?:\w+ ){0,3}[Ww](?:er|en|em|as|ie|o\w*|ann|arum|elch\w+|essen)\b"),
    "en": re.compile(r"^(?:\w+,? ){0,5}(?:who\w*|what|which|when|where|why|how)\b", re.IGNORECASE),
}
SENTENCES = re.compile(r"(?<=[.?!:]) ")
QUOTED = re.compile(r"„[^“]*“|“[^”]*”")
PRODUCTS = (
    *("ChatGPT", "OpenAI", "Copilot", "Gemini", "Claude", "Perplexity", "Microsoft", "Google"),
    *(
        "in Teams",
        "Teams-",
        "Outlook",
        "Excel",
        "PowerPoint",
        "in Word",
        "OneNote",
        "OneDrive",
        "SharePoint",
    ),
    *("Viva", "Yammer", "Planner", "Loop", "Forms", "Power Automate", "Power BI", "Zapier"),
    *("LinkedIn", "Xing", "Instagram", "TikTok", "Facebook", "YouTube", "Twitter", "WhatsApp"),
    *("Signal", "Slack", "Zoom", "Webex", "Miro", "Mural", "Trello", "Jira", "Confluence"),
    *("Notion", "Asana", "Tableau", "SAP", "Salesforce", "Amazon", "Netflix", "Spotify", "Uber"),
    *("Apple", "iPhone", "Android", "Windows", "Lego", "Post-it"),
)
NAMED = re.compile(rf"\b({'|'.join(PRODUCTS)})\b|[Gg]oogeln")
UNSPOKEN = {
    "de": re.compile(
        r"(?<!der )(?<!die )(?<!als )\b(Mentee|Mentor:in)\b"
        r"|\b(Klage|Vorzimmer|Rundbrief|Gegengrund|Kennw[oö]rt\w*)\b"
    ),
    "en": re.compile(
        r"\bthe other day\b|\balign(ing|ed|ment)?\b|\bfront office\b|\bthe management\b"
        r"|\bat the centre\b|\bstroke\b|\breproach\b",
        re.IGNORECASE,
    ),
}
"""What nobody says aloud: a role without its article; what means something else, or did once."""
LONG = {
    "de": re.compile(
        r"\b(\w*stunden?|zwanzig Minuten|jeden zweiten Tag|(zwei|drei|fünf)mal in der Woche)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(hours?|twenty minutes|every other day|(twice|times|comments) a week)\b", re.IGNORECASE
    ),
}
"""What an exercise says that costs an executive more than a quarter of an hour until next time."""
SORTING = {
    "de": re.compile(r"\b(wer|wen|wem|wessen) im (eigenen )?(team|bereich)\b", re.IGNORECASE),
    "en": re.compile(r"\b(who|whom|whose) in (the|your) (team|area)\b", re.IGNORECASE),
}
"""What would have an executive speak about people of the team before a junior."""
Said = tuple[str, str, KitTexts | LessonTexts]


@cache
def everything() -> tuple[Said, ...]:
    """All kits, forms and lessons in every language: id, language, texts."""
    shelf = packaged()
    written: tuple[Kit | Form | Lesson, ...] = (*shelf.kits, *shelf.forms, *shelf.lessons)
    return tuple(
        (each.id, language, texts) for each in written for language, texts in each.texts.items()
    )


def kits_in(language: str) -> list[tuple[str, KitTexts]]:
    """The kits and forms of a language, by id."""
    return [
        (key, texts)
        for key, code, texts in everything()
        if code == language and isinstance(texts, KitTexts)
    ]


def lines(texts: object) -> Iterator[str]:
    """Every text of a kit or lesson, each line for itself."""
    if isinstance(texts, str):
        yield texts
    elif isinstance(texts, tuple):
        for each in texts:
            yield from lines(each)
    elif isinstance(texts, KitTexts | LessonTexts):
        yield from (
            line for name in type(texts).model_fields for line in lines(getattr(texts, name))
        )
    else:
        yield from (line for line in vars(texts).values() if line)


def found_in(pattern: re.Pattern[str], language: str, *, quoted: bool = True) -> list[str]:
    return [
        f"{key}: {line}"
        for key, code, texts in everything()
        if code == language
        for line in lines(texts)
        if pattern.search(line if quoted else QUOTED.sub("", line))
    ]


def test_the_two_are_spoken_of_as_one_speaks_aloud() -> None:
    assert [line for code, said in UNSPOKEN.items() for line in found_in(said, code)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_of_the_team_is_named(language: str) -> None:
    assert found_in(SORTING[language], language) == []


def test_every_topic_has_a_kit_of_each_depth_in_each_language() -> None:
    there = Counter((kit.topic, kit.depth) for kit in packaged().kits)
    assert there == Counter(product(IDS, DEPTHS))
    assert {frozenset(kit.texts) for kit in packaged().kits} == {frozenset(LANGUAGES)}
    assert [kit.id for kit in packaged().kits if kit.id != named(kit.topic, kit.depth)] == []


def named(topic: str, depth: str) -> str:
    return f"{topic.replace('_', '-')}-{depth}"


def test_forms_and_lessons_are_there_in_each_language() -> None:
    written: tuple[Form | Lesson, ...] = (*packaged().forms, *packaged().lessons)
    assert {frozenset(each.texts) for each in written} == {frozenset(LANGUAGES)}
    assert len(packaged().for_questions) == 8
    assert [len(packaged().for_topics(depth)) for depth in DEPTHS] == [1, 1, 1]


@pytest.mark.parametrize("topic", IDS)
def test_a_topics_file_is_read_like_an_owners(topic: str) -> None:
    file = FOLDER / f"{topic}.toml"
    kits = read_programme(file.read_bytes(), file.name).kits
    assert [kit.id for kit in kits] == [named(topic, depth) for depth in DEPTHS]


def test_nothing_lies_beside_them_that_nobody_reads() -> None:
    files = {file.stem for file in FOLDER.iterdir()}
    assert files == {*IDS, "any_topic", "questions", "lessons"}
    keys = {key for file in FOLDER.iterdir() for key in tomllib.loads(file.read_text("utf-8"))}
    assert keys == {"kits", "forms", "lessons"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kit_fits_a_card_on_a_phone(language: str) -> None:
    long = {key: sum(map(len, lines(texts))) for key, texts in kits_in(language)}
    assert {key: length for key, length in long.items() if length > ON_A_CARD} == {}
    assert {key: length for key, length in long.items() if length < 900} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kit_has_three_questions_one_exercise_and_something_more_for_a_long_session(
    language: str,
) -> None:
    kits = kits_in(language)
    assert {(len(texts.questions), len(texts.try_out)) for _, texts in kits} == {(3, 3)}
    asked = [question for _, texts in kits for question in texts.questions]
    assert [question for question in asked if not question.endswith("?")] == []
    answered_with_yes = [question for question in asked if not ASKING[language].search(question)]
    assert answered_with_yes == []
    assert [key for key, texts in kits if not texts.longer] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_look_back_is_not_answered_with_yes(language: str) -> None:
    closed = [
        f"{key}: {texts.look_back}"
        for key, texts in kits_in(language)
        if not any(ASKING[language].search(said) for said in SENTENCES.split(texts.look_back))
    ]
    assert closed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_exercise_costs_no_more_than_a_quarter_of_an_hour(language: str) -> None:
    """As far as it says what it costs."""
    assert [key for key, it in kits_in(language) if LONG[language].search(it.exercise)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_is_read_in_two_minutes(language: str) -> None:
    words = {
        key: sum(len(line.split()) for line in lines(texts))
        for key, code, texts in everything()
        if code == language and isinstance(texts, LessonTexts)
    }
    assert {key: n for key, n in words.items() if n not in WORDS_OF_A_LESSON} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_product_is_advertised(language: str) -> None:
    assert found_in(NAMED, language) == []


def test_german_texts_address_nobody() -> None:
    """Quotations may: somebody is heard saying them."""
    assert found_in(ADDRESSED, "de", quoted=False) == []
    assert found_in(ORDERED, "de", quoted=False) == []


def test_a_text_that_addresses_somebody_would_be_found() -> None:
    for wrong in ("Was hast du gelernt?", "Bringen Sie etwas mit.", "Wie macht ihr das?"):
        assert ADDRESSED.search(wrong)
    for wrong in ("Nimm ein Blatt.", "Fertig. Schreibt drei Sätze."):
        assert ORDERED.search(wrong)
    assert NAMED.search("In Excel öffnen")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_mentee_reads_does_not_speak_about_mentees(language: str) -> None:
    read = [line for _, it in kits_in(language) for line in (it.title, it.aim, *it.bring)]
    assert [line for line in read if re.search("mentee|mentor", line, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_are_alike(language: str) -> None:
    """Neither in a line nor in what they are about."""
    every = Counter(line for _, texts in kits_in(language) for line in lines(texts))
    assert [line for line, times in every.items() if times > 1] == []
    for (one, its), (other, others) in combinations(kits_in(language), 2):
        for field in ("title", "exercise", "look_back"):
            likeness = fuzz.ratio(getattr(its, field), getattr(others, field))
            assert likeness < 75, f"{one} and {other} say nearly the same: {field}"


def test_a_form_names_what_it_grows_around_once_and_a_kit_never() -> None:
    forms = {form.id for form in packaged().forms}
    said = Counter(
        (key, language)
        for key, language, texts in everything()
        for line in lines(texts)
        for _ in range(line.count("{"))
    )
    assert said == Counter(product(forms, LANGUAGES))
    grown = [
        texts.talk for language in LANGUAGES for key, texts in kits_in(language) if key in forms
    ]
    assert [talk for talk in grown if "{subject}" not in talk] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    foreign = re.compile('["”]' if LANGUAGES[language].formal else '["„]')
    assert found_in(foreign, language) == []
