"""People files: what is read, and that every fault is told at once, with its line and column."""

from __future__ import annotations

import pytest

from bot.offline.matching.faults import Fault, MatchFileInvalid
from bot.offline.matching.people_file import COLUMNS, People, read_people
from bot.offline.matching.run_file import read_run
from bot.offline.matching.scores_file import all_scores
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.matching.table import Table
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme

HEADER = ",".join(COLUMNS)
EMMA = {"id": "emma", "role": "mentee", "level": "2", "languages": "de;en", "topics": "ai;data"}
MAX = {
    "id": "max",
    "role": "mentor",
    "level": "5",
    "languages": "de",
    "topics": "ai:3;agile:1",
    "capacity": "2",
}


def line(*facts: dict[str, str], **more: str) -> str:
    cells = {key: value for fact in facts for key, value in fact.items()} | more
    return ",".join(cells.get(column, "") for column in COLUMNS)


def read(*lines: str, header: str = HEADER) -> People:
    return read_people("\n".join((header, *lines)).encode(), Programme())


def faults(*lines: str, header: str = HEADER) -> list[tuple[int, str, str]]:
    with pytest.raises(MatchFileInvalid) as invalid:
        read(*lines, header=header)
    return [(fault.line, fault.column, fault.code) for fault in invalid.value.faults]


def test_people_are_read_as_they_stand() -> None:
    people = read(
        line(
            EMMA,
            name="Emma Berg",
            manager_id="ceo",
            department="Law",
            not_with="max",
            kpi_group="growth",
        ),
        line(MAX, past_partners="emma", gender="male"),
    )
    emma, max_ = people.candidates
    assert (emma.role, emma.wishes, emma.languages) == (
        Role.MENTEE,
        ("ai", "data"),
        frozenset({"de", "en"}),
    )
    assert (emma.managers, emma.department, emma.not_with, emma.kpi_group) == (
        ("ceo",),
        "Law",
        frozenset({"max"}),
        "growth",
    )
    assert (max_.role, max_.teaches, max_.capacity) == (Role.MENTOR, {"ai": 3, "agile": 1}, 2)
    assert max_.past_partners == frozenset({"emma"})
    assert people.names == {"emma": "Emma Berg", "max": "max"}
    assert people.warnings == ()


def test_a_byte_order_mark_other_line_ends_and_quotes_make_no_difference() -> None:
    text = "\r\n".join((HEADER, line(EMMA, name='"Berg, Emma"'), "", line(MAX), ""))
    assert (
        read_people(b"\xef\xbb\xbf" + text.encode(), Programme()).candidates
        == read(line(EMMA), line(MAX)).candidates
    )


def test_the_order_of_the_columns_makes_no_difference() -> None:
    turned = tuple(reversed(COLUMNS))
    cells = ",".join(EMMA.get(column, "") for column in turned)
    assert (
        read_people(f"{','.join(turned)}\n{cells}".encode(), Programme()).candidates
        == read(line(EMMA)).candidates
    )


def test_a_topic_may_be_written_as_its_name_and_an_unknown_one_stands_as_it_is() -> None:
    (emma,) = read(line(EMMA, topics="Künstliche Intelligenz;agile working;Beekeeping")).candidates
    assert emma.wishes == ("ai", "agile", "Beekeeping")
    (max_,) = read(line(MAX, topics="ARTIFICIAL INTELLIGENCE:2;Beekeeping:1")).candidates
    assert max_.teaches == {"ai": 2, "Beekeeping": 1}


def test_the_chain_of_managers_goes_up_to_somebody_outside_the_file() -> None:
    chain = [line(MAX, id=f"j{n}", manager_id=f"j{n + 1}") for n in range(3)]
    first = read(*chain).candidates[0]
    assert first.managers == ("j1", "j2", "j3")


def test_one_person_may_stand_in_both_roles() -> None:
    people = read(line(EMMA, id="kim", manager_id="ceo"), line(MAX, id="kim", manager_id="ceo"))
    assert [(one.id, one.role) for one in people.candidates] == [
        ("kim", Role.MENTEE),
        ("kim", Role.MENTOR),
    ]


def test_unknown_people_in_lists_are_ignored_with_a_warning() -> None:
    people = read(line(EMMA, not_with="ghost;max"), line(MAX, past_partners="gone"))
    assert [(w.line, w.column, w.facts["value"]) for w in people.warnings] == [
        (2, "not_with", "ghost"),
        (3, "past_partners", "gone"),
    ]


def test_an_unknown_column_is_ignored_with_a_warning() -> None:
    people = read(f"{line(EMMA)},blue", header=f"{HEADER},favourite_colour")
    assert [(w.column, w.place, w.code) for w in people.warnings] == [
        ("favourite_colour", 18, "unknown_column")
    ]


@pytest.mark.parametrize(
    ("facts", "column", "code"),
    [
        ({"id": ""}, "id", "id"),
        ({"role": "Mentor"}, "role", "role"),
        ({"role": ""}, "role", "role"),
        ({"level": "two"}, "level", "level"),
        ({"level": "0"}, "level", "level"),
        ({"level": "-1"}, "level", "level"),
        ({"level": "1.5"}, "level", "level"),
        ({"level": ""}, "level", "level"),
        ({"languages": " ; "}, "languages", "languages"),
        ({"topics": ""}, "topics", "topics_mentor"),
        ({"topics": "ai"}, "topics", "topic_level"),
        ({"topics": "ai:4"}, "topics", "topic_level"),
        ({"topics": "ai:0"}, "topics", "topic_level"),
        ({"topics": "ai:high"}, "topics", "topic_level"),
        ({"topics": ":3"}, "topics", "topic_level"),
        ({"topics": "ai:3;Artificial intelligence:2"}, "topics", "topic_twice"),
        ({"capacity": "3"}, "capacity", "capacity_mentor"),
        ({"capacity": "0"}, "capacity", "capacity_mentor"),
        ({"role": "mentee", "topics": "", "capacity": ""}, "topics", "topics_mentee"),
        ({"role": "mentee", "topics": "ai:3", "capacity": ""}, "topics", "wish_level"),
        ({"role": "mentee", "topics": "ai;data;ai", "capacity": ""}, "topics", "topic_twice"),
        ({"role": "mentee", "topics": "ai", "capacity": "2"}, "capacity", "capacity_mentee"),
        ({"manager_id": "max"}, "manager_id", "cycle"),
    ],
)
def test_a_cell_that_cannot_be_read_is_a_fault(
    facts: dict[str, str], column: str, code: str
) -> None:
    assert faults(line(MAX, **facts)) == [(2, column, code)]


def test_every_fault_of_a_file_is_told_at_once_in_the_order_of_the_lines() -> None:
    found = faults(
        line(EMMA, level="x", languages=""),
        line(EMMA, capacity="5"),
        "too,few,fields",
        line(MAX, topics="", manager_id="mia"),
        line(MAX, id="mia", manager_id="max"),
        line(MAX, id="mia", role="mentee", topics="ai", capacity="1", manager_id="other"),
    )
    assert found == [
        (2, "level", "level"),
        (2, "languages", "languages"),
        (3, "id", "twice"),
        (3, "capacity", "capacity_mentee"),
        (4, "", "fields"),
        (5, "manager_id", "cycle"),
        (5, "topics", "topics_mentor"),
        (7, "manager_id", "managers_differ"),
    ]


def test_a_circle_of_managers_is_told_once_and_who_only_reports_into_it_is_not_blamed() -> None:
    lines = [
        line(MAX, id="a", manager_id="b"),
        line(MAX, id="b", manager_id="c"),
        line(MAX, id="c", manager_id="b"),
    ]
    with pytest.raises(MatchFileInvalid) as invalid:
        read(*lines)
    assert [(fault.line, dict(fault.facts)) for fault in invalid.value.faults] == [
        (3, {"chain": "b → c → b"})
    ]


def test_missing_and_doubled_columns_are_told_and_the_rest_is_still_checked() -> None:
    short = ",".join(column for column in COLUMNS if column not in {"languages", "gender"})
    cells = ",".join({**EMMA, "level": "x"}.get(column, "") for column in short.split(","))
    missing = [(1, "languages", "missing_column"), (1, "gender", "missing_column")]
    assert sorted(faults(cells, header=short)) == sorted([*missing, (2, "level", "level")])
    assert faults(f"{line(EMMA)},x", header=f"{HEADER},level") == [
        (1, "level", "column_twice"),
        (2, "level", "level"),
    ]


def test_a_file_that_is_no_list_of_people_has_one_fault() -> None:
    """A hundred lines of its text would each be one otherwise."""
    assert faults("It runs a programme,", "in pairs", header="# Tandem") == [(1, "", "no_people")]


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_another_delimiter_than_the_comma_is_named(delimiter: str) -> None:
    assert faults("emma", header=HEADER.replace(",", delimiter)) == [(1, "", "delimiter")]


def test_another_delimiter_is_named_where_every_cell_is_quoted_too() -> None:
    assert faults(header='"' + HEADER.replace(",", '";"') + '"') == [(1, "", "delimiter")]
    assert faults(header="\n\n" + HEADER.replace(",", ";")) == [(3, "", "delimiter")]


def test_a_zero_byte_is_no_text() -> None:
    """Spreadsheets that save UTF-16 without a mark leave one in every character."""
    assert faults(line(EMMA, name="Em\0ma"), line(MAX)) == [(2, "", "encoding")]
    with pytest.raises(MatchFileInvalid) as invalid:
        read_people("\n".join((HEADER, line(EMMA))).encode("utf-16-le"), Programme())
    assert [(fault.line, fault.code) for fault in invalid.value.faults] == [(1, "encoding")]


def test_a_header_that_cannot_be_read_is_not_called_an_empty_file() -> None:
    assert faults(header='"id"x,name') == [(1, "", "quotes")]


def test_a_file_in_another_encoding_names_each_line_that_cannot_be_read() -> None:
    text = "\n".join(
        (HEADER, line(EMMA, name="Jürgen"), line(MAX, name="Max"), line(MAX, id="zoë", level="x"))
    )
    with pytest.raises(MatchFileInvalid) as invalid:
        read_people(text.encode("latin-1"), Programme())
    assert [(fault.line, fault.code) for fault in invalid.value.faults] == [
        (2, "encoding"),
        (4, "encoding"),
        (4, "level"),
    ]
    with pytest.raises(MatchFileInvalid) as invalid:
        read_people(text.encode("utf-16"), Programme())
    assert {fault.code for fault in invalid.value.faults} == {"encoding"}


def test_a_quotation_mark_that_is_not_closed_is_told_with_the_line_where_it_begins() -> None:
    assert faults(line(EMMA), line(MAX, name='"open'))[-1] == (3, "", "quotes")


def test_a_cell_may_go_over_several_lines_and_the_faults_after_it_name_the_right_line() -> None:
    assert faults(line(EMMA, name='"Emma\nBerg"'), line(MAX, level="x")) == [(4, "level", "level")]


def test_an_empty_file_lacks_its_header() -> None:
    for data in (b"", b"\n\n", b"\xef\xbb\xbf"):
        with pytest.raises(MatchFileInvalid) as invalid:
            read_people(data, Programme())
        assert [fault.code for fault in invalid.value.faults] == ["empty"]


def test_people_of_one_role_only_are_a_valid_file() -> None:
    assert len(read(line(EMMA)).candidates) == 1
    assert read().candidates == ()


def test_all_scores_name_every_pair_with_its_score_or_all_rules_that_exclude_it() -> None:
    people = read(
        line(EMMA, department="law", not_with="max"),
        line(MAX, department="law"),
        line(MAX, id="mia", topics="agile:1"),
    )
    table = Table.of(Case.of(people.candidates, MatchingSettings()))
    assert list(all_scores(table)) == [
        ("emma", "max", "", "same_department;not_with"),
        ("emma", "mia", "", "topic"),
    ]
    possible = Table.of(Case.of(read(line(EMMA), line(MAX)).candidates, MatchingSettings()))
    assert list(all_scores(possible)) == [("emma", "max", 30 * 3 + 3 * 10, "")]


@pytest.mark.parametrize("data", [b"", b"{}", b'{"format": 2}', b"not JSON", b"[]"])
def test_what_is_no_run_file_is_told(data: bytes) -> None:
    with pytest.raises(MatchFileInvalid) as invalid:
        read_run(data)
    assert {fault.code for fault in invalid.value.faults} == {"run"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_can_be_said_in_both_languages(language: str) -> None:
    words, facts = (
        Words(language),
        {
            "value": "x",
            "first": "2",
            "found": "tab",
            "expected": "17",
            "chain": "a → a",
            "few": "yes",
            "nearest": "ai",
        },
    )
    codes = [
        "encoding",
        "empty",
        "delimiter",
        "missing_column",
        "column_twice",
        "unknown_column",
        "fields",
        "quotes",
        "id",
        "role",
    ]
    codes += [
        "twice",
        "level",
        "languages",
        "capacity_mentor",
        "capacity_mentee",
        "topics_mentee",
        "topics_mentor",
        "topic_level",
    ]
    codes += [
        "topic_twice",
        "wish_level",
        "managers_differ",
        "cycle",
        "unknown_id",
        "unknown_topic",
        "run",
        "run_contradicts",
    ]
    assert len(
        {words.text(f"match-file-{code}", column="level", **facts) for code in codes}
    ) == len(codes)


def test_a_topic_that_the_programme_does_not_know_counts_as_it_stands_and_is_told_once() -> None:
    people = read(line(EMMA, topics="ai;dta"), line(MAX, topics="dta:2;ai:1"))
    assert people.candidates[0].wishes == ("ai", "dta")
    assert [(w.line, w.column, w.code, w.facts) for w in people.warnings] == [
        (2, "topics", "unknown_topic", {"value": "dta", "nearest": "data"})
    ]


def test_what_does_not_count_is_told_beside_the_faults_which_it_may_explain() -> None:
    with pytest.raises(MatchFileInvalid) as invalid:
        read(line(EMMA), header=HEADER.replace("department", "departement"))
    assert [each.code for each in invalid.value.faults] == ["missing_column"]
    assert [each.facts["value"] for each in invalid.value.warnings] == ["departement"]


@pytest.mark.parametrize(("cells", "few"), [("emma,", "yes"), (f"{line(EMMA)},more", "no")])
def test_a_line_with_too_few_fields_lacks_commas_and_one_with_too_many_quotation_marks(
    cells: str, few: str
) -> None:
    with pytest.raises(MatchFileInvalid) as invalid:
        read(cells)
    assert [each.facts["few"] for each in invalid.value.faults] == [few]


def test_an_error_names_its_faults() -> None:
    assert str(MatchFileInvalid([Fault(4, "level", 7, "level")])) == "line 4, level: level"
