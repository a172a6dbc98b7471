"""The programme file: what is wrong in it is named with its line, what is allowed, and the nearest
word, in both languages.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.programmes.explained import tables_of
from bot.programmes.faults import ProgrammeInvalid
from bot.programmes.reading import read_programme
from cards.kit.words import Words
from mentoring.domain.programme import RETIRED, Programme
from mentoring.domain.tables import keys_of

GOOD = """
name = "Blickwechsel"
tone = "sie"

[sessions]
length_minutes = 90
rhythm = "two_weeks"

[[topics]]
id = "ai"
de = "KI"
en = "AI"
"""
GROUPS = """
[[matching.exclusion_groups]]
name = "audit"
people = ["eva@firma.example", "jan@firma.example"]

[[matching.exclusion_groups]]
name = ""
people = ["eva@firma.example", "ole@firma.example"]

[[matching.exclusion_groups]]
name = "board"
people = ["ina@firma.example"]
"""
TARGETS = """
[[matching.kpi_groups]]
name = "north"
people = ["a", "b"]
[[matching.kpi_groups]]
name = "south"
people = ["c", "b"]
"""
LEVELS = """
[[matching.levels]]
person = "a@x.de"
level = 2
[[matching.levels]]
level = 3
person = "A@x.de"
"""


def errors(text: str, language: str = "en") -> list[str]:
    with pytest.raises(ProgrammeInvalid) as invalid:
        read_programme(text.encode(), "p.toml")
    return invalid.value.sentences(Words(language))


def test_a_programme_file_is_read() -> None:
    programme = read_programme(GOOD.encode(), "programme.toml")
    assert (programme.name, programme.tone, programme.sessions.length_minutes) == (
        "Blickwechsel",
        "sie",
        90,
    )


def test_nothing_but_spaces_says_nothing() -> None:
    spaces = "name = '  '\n"
    found = read_programme(
        f"[sponsor]\n{spaces}title = ' '\nsentence_de = ' '\n[contact]\n{spaces}"
        f"[boundary]\n{spaces}[[topics]]\nid = 'ai'\nde = ' KI '\nrules_de = ' '".encode(),
        "p.toml",
    )
    assert {found.sponsor.name, found.sponsor.title, *found.sponsor.sentences.values()} == {""}
    assert (found.contact.name, found.boundary.name) == ("", "")
    assert (found.topics[0].names, found.topics[0].rules) == ({"de": "KI"}, {"de": ""})


def test_a_byte_order_mark_as_windows_writes_it_is_no_error() -> None:
    assert read_programme(b"\xef\xbb\xbf" + GOOD.encode(), "p.toml").name == "Blickwechsel"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('name = "x"\ntone = "ihr"', 2, "Allowed: du, sie."),
        ("smallest_group = 4", 1, "a whole number of 5 or more"),
        ('tone = "Sie"', 1, "Did you mean “sie”?"),
        ("[sessions]\nlength_minutes = 50", 2, "Allowed: 45, 60, 75, 90, 120."),
        ('[sessions]\nlength_minutes = 60\nrhythm = "monthy"', 3, "Did you mean “monthly”?"),
        ("colour = 3", 1, "There is no “colour” here. Allowed: name, cycles, language, tone,"),
        ("[sessions]\nlenght_minutes = 60", 2, "Did you mean “length_minutes”?"),
        ("length_minutes = 60", 1, "belongs in the table [sessions]"),
        ('[sessions]\norganizer = "mentor"', 2, "at the beginning of the file"),
        ("[offers]\ndays = 0", 2, "from 1 to 30"),
        ("[offers]\ndays = 'five'", 2, "“five” is not a whole number"),
        ("[matching.weights]\nfunction = -1", 2, "from 0 to 1000"),
        ("[matching.weights]\ntopic_ranks = [30, 2000]", 2, "from 0 to 1000"),
        ("[matching.weights]\ntopic_ranks = [10, 30]", 2, "falling order"),
        ("[matching.rules]\nlanguage = true\nhierachy = false", 3, "Did you mean “hierarchy”?"),
        ("[matching.rules]\nnot_with = false", 2, "always counts"),
        ("languages = ['de']\n[matching.rules]\ntopic = false", 3, "“language” is off or there is"),
        ("[matching.rules]\nlanguage = false\ntopic = false", 3, "“not possible” would have"),
        ("[sessions]\nearliest = 10:00:00\nlatest = 09:00:00", 3, "after the beginning (10:00)"),
        ("[sessions.lunch]\nstart = 12:00:00\nend = 11:00:00", 3, "after the beginning (12:00)"),
        ("[sessions]\nlunch = true", 2, "A table belongs here"),
        ("[sessions]\nclosing_days = [2027-12-24, 'Christmas']", 2, "“Christmas” is not a day"),
        ("[sessions]\nnumber = 5\nmonths = 3", 2, "Only one of the two"),
        (
            "[[sessions.regions]]\ndirectory = 'Werk'\nholidays = 'Bavaria'",
            3,
            "no part of a country in ISO 3166-2",
        ),
        (
            (
                "[[sessions.regions]]\ndirectory = 'Werk'\nholidays = 'DE-BY'\n"
                "[[sessions.regions]]\ndirectory = 'werk '\nholidays = 'DE-HH'"
            ),
            5,
            "“werk” already appears further up",
        ),
        ("[[sessions.regions]]\ndirectory = ' '\nholidays = 'DE-BY'", 2, "must not be empty"),
        (
            "[sessions]\nearliest = 09:00:00\nlatest = 10:30:00",
            3,
            "room for a session: it lasts 120 min, and at most 90 min",
        ),
        (
            "[sessions]\nlength_minutes = 60\nlunch = {start = 00:30:00, end = 23:59:59}",
            2,
            "at most 30 min",
        ),
        (
            "[sessions]\nearliest = 08:00:00\nno_go = [{start = 09:00:00, end = 23:00:00}]",
            2,
            "at most 60 min",
        ),
        (
            "languages = ['de', 'en', 'de']\nmatching.parameters.common_languages = 3",
            2,
            "There are 2 languages to choose from",
        ),
        ("[contact]\nemail = 'Anna Berg'", 2, "not an e-mail address"),
        (
            "[contact]\nemail='A@firma.example'\n[boundary]\nemail='a@firma.example'",
            4,
            "for questions and for crossed boundaries",
        ),
        (
            "[sponsor]\nemail='a@firma.example'\n[boundary]\nemail='a@firma.example'",
            4,
            "works council",
        ),
        ("[sponsor]\nemail = 'anna@'", 2, "not an e-mail address"),
        ("[sponsor]\npicture = 'http://firma.example/x.png'", 2, "https://"),
        ("[sponsor]\nsentence_fr = 'Salut'", 2, "Did you mean “sentence_"),
        ("name = '  '", 1, "must not be empty"),
        ("topics = []", 1, "At least one entry"),
        (
            "[[topics]]\nid = 'ki'\nde = 'Daten'\n[[topics]]\nid = 'data'\nde = 'daten '",
            6,
            "already called “daten”",
        ),
        (
            "[[topics]]\nid = 'ki'\nen = 'Artificial intelligence'\n[[topics]]\nid = 'ai'",
            4,
            "a name of its own",
        ),
        ("languages = []", 1, "At least one entry"),
        ("languages = ['de', 'xx']", 1, "The language “xx” is unknown."),
        ("languages = [\n'de',\n'german']", 3, "Did you mean “de”?"),
        ("language = 'fr'", 1, "Allowed: de, en."),
        ("[offers]\ndays = 3\nreminders = [3, 1]", 3, "1 to 2 days before"),
        ("[offers]\nreminders = [2, 2]", 2, "each on another day"),
        ("[offers]\ndays = 1\nreminders = [1]", 3, "no time for reminders"),
        (
            "[[topics]]\nid = 'ai'\n[[topics]]\nid = 'data'\n[[topics]]\nid = 'ai'",
            6,
            "“ai” already",
        ),
        ("[[topics]]\nid = 'ai'\n[[topics]]\nde = 'Daten'", 3, "“id” is missing"),
        ("[[topics]]\nid = 'AI'", 2, "small letters"),
        ("[[topics]]\nid = 'ai'\nde = '  '", 3, "must not be empty"),
        ("[[topics]]\nid = 'ai'\nde = 'KI'\nen = ''", 4, "must not be empty"),
        (f"name = '{61 * 'x'}'", 1, "At most 60"),
        (f"[[topics]]\nid = 'ai'\nde = 'KI'\nrules_de = '{301 * 'x'}'", 4, "At most 300"),
        (f"[mentor_condition]\ntext_en = ''\ntext_de = '{201 * 'x'}'", 3, "At most 200"),
        ("[[topics]]\nid = 'ai'\nrule_de = 'x'", 3, "Did you mean “rules_de”?"),
        ("[[topics]]\nid = 'ai'\nlinks = [{name = 'x', address = 'http://a'}]", 3, "https://"),
        ("apply_as = ['mentor', 'boss']", 1, "Allowed: mentor, mentee."),
        ("matching.blocked_pairs = [['a', 'a']]", 1, "“a” appears here twice"),
        ("matching.blocked_pairs = [\n['A@x.de',\n'a@x.de']]", 3, "“a@x.de” appears here twice"),
        (
            "[[matching.exclusion_groups]]\nname = 'x'\npeople = ['C@x.de', 'd', 'c@x.de']",
            3,
            "“c@x.de” appears here twice",
        ),
        (
            "[[matching.kpi_groups]]\nname = 'x'\npeople = ['C@x.de', 'c@x.de']",
            3,
            "“c@x.de” appears here twice",
        ),
        (LEVELS, 7, "“A@x.de” appears here twice"),
        (TARGETS, 5, "already in the KPI group “north”"),
    ],
)
def test_each_error_names_its_line_and_what_is_allowed(text: str, line: int, said: str) -> None:
    (told,) = errors(text)
    assert told.startswith(f"p.toml, line {line}: ")
    assert said in told


KIT = """
language = "en"
[[kits]]
id = "ai-house"
topic = "ai"
depth = "try"
[kits.en]
title = "Minutes"
aim = "Let an assistant write them."
talk = "Who writes the minutes, and who reads them?"
try_out = ["Take five lines.", "Have them made into minutes."]
open_talk = "Who may see them?"
look_back = "Was it worth it?"
questions = ["Who reads them?", "When?", "What for?"]
exercise = "Do it once more."
bring = ["Five lines that may be shown."]
"""


@pytest.mark.parametrize(
    ("written", "instead", "line", "said"),
    [
        ('topic = "ai"', 'topic = "dta"', 5, "Did you mean “data”? Allowed: ai, data, automation"),
        ('depth = "try"', 'depth = "tri"', 6, "Did you mean “try”? Allowed: discover, try, use."),
        ('id = "ai-house"', 'id = "AI house"', 4, "small letters, digits, hyphens"),
        ("depth = ", 'title = "x"\ndepth = ', 6, "belongs in the table [kits.de]"),
        ("exercise = ", 'exercice = "x"\nexercise = ', 15, "Did you mean “exercise”?"),
        ('exercise = "Do it once more."', "", 7, "“exercise” is missing"),
        ('"Minutes"', f'"{61 * "x"}"', 8, "This is 61 characters long. At most 60 are allowed"),
        (', "What for?"', "", 14, "At least 3 entries"),
        ('"When?"', '""', 14, "must not be empty"),
        ('shown."]', 'shown."]\n[kits.en.ways]\nhand_on = "x"', 18, "Did you mean “hands_on”?"),
        ("[kits.en]", "[kits.fr]", 7, "Allowed: id, topic, depth, de, en."),
    ],
)
def test_errors_in_a_kit_are_told_as_any_other(
    written: str, instead: str, line: int, said: str
) -> None:
    told = errors(KIT.replace(written, instead))
    assert read_programme(KIT.encode(), "p.toml").kits[0].id == "ai-house"
    assert [each for each in told if each.startswith(f"p.toml, line {line}: ") and said in each]


def test_a_kit_without_texts_and_one_that_stands_twice_are_named() -> None:
    (told,) = errors('language = "en"\n[[kits]]\nid = "a"\ntopic = "ai"\ndepth = "try"')
    assert "The texts are missing: a table of one language at least. Allowed: de, en." in told
    twice = errors(KIT + KIT.replace('language = "en"', ""))
    assert "line 20: kits.id: The session kit “ai-house” already appears further up." in twice[0]


def test_in_a_list_of_tables_each_entry_names_its_own_line() -> None:
    told = errors(GROUPS)
    assert [each.split(": ")[0] for each in told] == ["p.toml, line 7", "p.toml, line 12"]
    assert ["must not be empty" in told[0], "At least 2 entries" in told[1]] == [True, True]


def test_all_errors_come_at_once_and_in_the_order_of_the_file() -> None:
    told = errors('tone = "ihr"\norganizer = "boss"\ncycles = "once"')
    assert [each.split(":")[0] for each in told] == [f"p.toml, line {n}" for n in (1, 2, 3)]


def test_errors_are_told_in_the_files_own_language_unless_another_is_asked_for() -> None:
    with pytest.raises(ProgrammeInvalid) as invalid:
        read_programme(b'language = "en"\ntone = "ihr"', "p.toml")
    assert str(invalid.value) == "p.toml, line 2: tone: “ihr” is not allowed. Allowed: du, sie."
    assert invalid.value.sentences(Words("de")) == [
        "p.toml, Zeile 2: tone: „ihr“ ist nicht erlaubt. Erlaubt: du, sie."
    ]


def test_where_nothing_is_hidden_any_rule_may_be_off() -> None:
    """``tandem match`` reads a file in which all that is confidential stands."""
    both_off = b"[matching.rules]\nlanguage = false\ntopic = false"
    found = read_programme(both_off, "p.toml", in_the_open=True)
    assert not found.matching.is_on("topic")


def test_a_text_that_is_no_toml_names_the_place() -> None:
    assert errors("tone = 'du'\nname = = 3\n")[0].startswith("p.toml, line 2: From column 8 on")
    assert errors('name = "x"\nname = "y"\n')[0].startswith("p.toml, line 2: ")
    assert errors("a = [\n1,\n2")[0] == (
        "p.toml, line 3: The file ends here in the middle of something."
    )


def test_a_line_that_is_not_utf_8_is_named() -> None:
    with pytest.raises(ProgrammeInvalid) as invalid:
        read_programme('tone = "du"\nname = "Grün"'.encode("latin-1"), "p.toml")
    assert str(invalid.value).startswith("p.toml, Zeile 2: Die Zeile ist nicht in UTF-8")


@pytest.mark.parametrize("setting", RETIRED)
def test_a_setting_that_there_once_was_is_answered_at_its_line(setting: str) -> None:
    *table, key = setting.split(".")
    (told,) = errors(f"[{'.'.join(table)}]\n{key} = 28" if table else f"{key} = 28")
    assert told.startswith(f"p.toml, line {len(table[:1]) + 1}: {setting}: This setting no longer")


def test_reminders_of_a_short_time_to_answer_are_those_that_fit() -> None:
    assert read_programme(b"[offers]\ndays = 3", "p.toml").offers.reminders == (1,)
    assert Programme().offers.reminders == (3, 1)


def test_the_documented_file_is_read_and_names_every_setting() -> None:
    written, *kits = (block for page in ("programme", "kits") for block in blocks_of(page))
    switched_on = re.sub(r"^# (?=\w+ = )", "", written, flags=re.MULTILINE)
    read_programme(switched_on.encode(), "docs/programme.md")
    keys = re.findall(
        r"^(?:# )?(\w+) = |^\[+(?:\w+\.)*(\w+)\]", "\n".join([written, *kits]), re.MULTILINE
    )
    named = {key for pair in keys for key in pair}
    known = {key for _, table in tables_of(Programme) for key in keys_of(table)}
    missing = known - named - {"weekdays", "start", "end", "directory", "holidays", "address"}
    unnamed = sorted(missing - {"de"})  # [kits.de] is like [kits.en]
    assert not unnamed, f"name {unnamed} in the form of docs/programme.md"


def blocks_of(page: str) -> list[str]:
    """The pieces of programme files that a page of the docs shows."""
    text = (Path(__file__).parents[3] / f"docs/{page}.md").read_text(encoding="utf-8")
    return re.findall(r"^```toml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_what_the_page_on_kits_shows_is_read() -> None:
    house, kit = blocks_of("kits")
    (topic,) = read_programme(house.encode(), "kits.md").topics
    assert (topic.links[0].name, topic.rules["en"]) == (
        "KI-Leitlinie",
        "Customer data only in the assistant that has been released.",
    )
    assert read_programme(kit.encode(), "kits.md").kits[0].texts["en"].title.startswith("Reading")
