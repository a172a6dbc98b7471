"""``tandem match`` as people use it: files in, tables or JSON out."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.offline.matching.command import match
from bot.offline.matching.people_file import COLUMNS
from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.people import Role
from tests.domain.matching.worlds import invented

DOCS = Path(__file__).parents[4] / "docs"


def people_file(path: Path, people: list[Candidate]) -> Path:
    """These people as a file (everybody's chain of managers ends with the first)."""
    managers: dict[str, str] = {}
    for person in people:
        managers.setdefault(person.id, f"outside-{person.id[-1]}")
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        table.writerows(_cells(person, managers[person.id]) for person in people)
    return path


def _cells(person: Candidate, manager: str) -> list[object]:
    topics = (
        person.wishes
        if person.role is Role.MENTEE
        else [f"{topic}:{level}" for topic, level in person.teaches.items()]
    )
    return [
        *(
            person.id,
            f"Name of {person.id}",
            person.role.value,
            "",
            manager,
            person.department,
            person.level,
            person.location,
        ),
        *(
            ";".join(sorted(person.languages)),
            person.background,
            person.generation,
            person.gender,
            ";".join(topics),
        ),
        *(
            person.capacity,
            ";".join(person.not_with),
            person.kpi_group,
            ";".join(person.past_partners),
        ),
    ]


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return people_file(tmp_path / "people.csv", invented(2, 12, 10))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(match, [str(argument) for argument in arguments])


def answer(*arguments: object) -> dict[str, Any]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, f"{result.output}"
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_the_documented_people_are_matched_and_stand_on_the_page_as_in_the_file() -> None:
    found = answer(DOCS / "people.csv", "--language", "en")
    assert (found["served"], [each["id"] for each in found["unmatched"]]) == (6, ["j05"])
    rows = (DOCS / "people.csv").read_text(encoding="utf-8").splitlines()
    shown = [row for row in rows if row in (DOCS / "matching.md").read_text(encoding="utf-8")]
    assert [row.split(",")[2] for row in shown] == ["mentee", "mentor"]


def test_json_stands_alone_on_stdout_and_has_the_agreed_shape(people: Path) -> None:
    found = answer(people)
    assert list(found) == ["tandems", "unmatched", "total_score", "served", "seconds"]
    assert all(
        list(tandem) == ["mentee", "mentor", "score", "reasons"] for tandem in found["tandems"]
    )
    assert all(
        list(reason) == ["code", "text"]
        for tandem in found["tandems"]
        for reason in tandem["reasons"]
    )
    assert all(
        list(one) == ["id", "role", "why"] and list(one["why"]) == ["code", "text"]
        for one in found["unmatched"]
    )
    assert found["total_score"] == sum(tandem["score"] for tandem in found["tandems"])
    assert found["served"] == len(found["tandems"]) > 0


def test_the_same_people_in_another_order_give_the_same_answer(
    people: Path, tmp_path: Path
) -> None:
    header, *lines = people.read_text(encoding="utf-8").splitlines()
    turned = tmp_path / "turned.csv"
    turned.write_text("\n".join([header, *reversed(lines)]), encoding="utf-8")
    assert answer(turned) | {"seconds": 0} == answer(people) | {"seconds": 0}


def test_the_scores_hold_every_pair_and_those_of_the_tandems(people: Path, tmp_path: Path) -> None:
    scores = tmp_path / "scores.csv"
    found = answer(people, "--scores", scores)
    with scores.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 12 * 10
    assert all(bool(row["score"]) != bool(row["excluded_by"]) for row in rows)
    of_pair = {(row["mentee"], row["mentor"]): row["score"] for row in rows}
    assert all(
        of_pair[tandem["mentee"], tandem["mentor"]] == str(tandem["score"])
        for tandem in found["tandems"]
    )


def test_an_exported_run_gives_all_the_same_but_names_and_seconds(
    people: Path, tmp_path: Path
) -> None:
    exported = tmp_path / "run.json"
    found, again = answer(people, "--export", exported), answer("--run", exported)
    assert "Name of" not in exported.read_text(encoding="utf-8")
    for kind in ("tandems", "unmatched"):
        assert len(found[kind]) == len(again[kind])
        for one, other in zip(found[kind], again[kind], strict=True):
            names = {"mentee", "mentor", "id"} & one.keys()
            assert {key: value for key, value in one.items() if key not in names} == {
                key: value for key, value in other.items() if key not in names
            }
            assert all(other[name].startswith("p") and other[name] != one[name] for name in names)
    assert (found["total_score"], found["served"]) == (again["total_score"], again["served"])


def test_tables_name_people_and_say_why_somebody_is_left_over(people: Path) -> None:
    german, english = run(people), run(people, "--language", "en")
    assert german.exit_code == english.exit_code == 0
    assert "Tandems, zusammen" in german.output
    assert "points together" in english.output
    assert "Name of" in english.output
    assert "Without a tandem" in english.output


def test_names_and_groups_are_shown_as_people_wrote_them(people: Path) -> None:
    """Brackets and colons are markup for the library that draws the tables, not for us."""
    odd = (
        people.read_text(encoding="utf-8")
        .replace("Name of", "[/b] :warning:")
        .replace(",it,", ",[IT],")
    )
    people.write_text(odd, encoding="utf-8")
    result = run(people, "--language", "en")
    assert result.exit_code == 0, f"{result.output}"
    assert "[/b] :warning:" in result.output
    assert "[IT]" in result.output


def test_every_fault_goes_to_stderr_with_line_and_column_and_the_exit_code_is_two(
    tmp_path: Path, people: Path
) -> None:
    broken = tmp_path / "broken.csv"
    broken.write_text(
        people.read_text(encoding="utf-8").replace(",mentee,", ",boss,", 2), encoding="utf-8"
    )
    result = run(broken, "--language", "en", "--json")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert (
        "line 2, column 3 (role): “boss” is no role. Allowed are mentor and mentee."
        in result.stderr
    )
    assert result.stderr.count("boss") == 2


def test_the_programme_file_decides_about_rules_weights_and_trios(
    people: Path, tmp_path: Path
) -> None:
    programme = tmp_path / "programme.toml"
    programme.write_text(
        "[matching]\ntrios = true\n[matching.rules]\nhierarchy = "
        "false\n[matching.weights]\ntopic_ranks = [500]\n",
        encoding="utf-8",
    )
    plain, other = answer(people), answer(people, "--programme", programme)
    assert other["total_score"] > 2 * plain["total_score"]
    assert other["served"] >= plain["served"]


CHAIN = """\
id,name,role,email,manager_id,department,level,location,languages,background,generation,gender,topics,capacity,not_with,kpi_group,past_partners
chief,,mentee,,,A,1,,de,,,,ai,,,,
head,,mentee,,chief,B,2,,de,,,,ai,,,,
lead,,mentee,,head,C,3,,de,,,,ai,,,,
junior,,mentor,,lead,D,4,,de,,,,ai:3,,,,
other,,mentor,,outside,E,4,,de,,,,ai:1,,,,
"""
"""Four levels of one line, and somebody whose manager is not in the file."""


@pytest.mark.parametrize(
    ("depth", "excluded"),
    [
        ("", {"lead", "head"}),
        ("1", {"lead"}),
        ("3", {"lead", "head", "chief"}),
        ("0", {"lead", "head", "chief"}),
    ],
)
def test_a_reporting_line_counts_two_managers_up_unless_the_programme_says_otherwise(
    tmp_path: Path, depth: str, excluded: set[str]
) -> None:
    people, scores, programme = (
        tmp_path / "people.csv",
        tmp_path / "scores.csv",
        tmp_path / "programme.toml",
    )
    people.write_text(CHAIN, encoding="utf-8")
    limit = f"reporting_line_depth = {depth}" if depth else ""
    programme.write_text(f"[matching.parameters]\n{limit}\n", encoding="utf-8")
    answer(people, "--programme", programme, "--scores", scores)
    with scores.open(encoding="utf-8", newline="") as file:
        rows = {(row["mentee"], row["mentor"]): row["excluded_by"] for row in csv.DictReader(file)}
    assert {
        mentee
        for (mentee, mentor), cause in rows.items()
        if mentor == "junior" and cause == "reporting_line"
    } == excluded
    assert {cause for (_, mentor), cause in rows.items() if mentor == "other"} == {""}


def test_a_chain_of_managers_ends_where_one_is_not_in_the_file(tmp_path: Path) -> None:
    people, scores = tmp_path / "people.csv", tmp_path / "scores.csv"
    without_lead = [line for line in CHAIN.splitlines() if not line.startswith("lead,")]
    people.write_text("\n".join(without_lead), encoding="utf-8")
    answer(people, "--scores", scores)
    with scores.open(encoding="utf-8", newline="") as file:
        assert {row["excluded_by"] for row in csv.DictReader(file)} == {""}


def test_an_invalid_programme_file_names_its_lines(people: Path, tmp_path: Path) -> None:
    programme = tmp_path / "programme.toml"
    programme.write_text("[matching.rules]\nsame_shoe_size = true\n", encoding="utf-8")
    result = run(people, "--programme", programme)
    assert result.exit_code == 2
    assert "same_shoe_size" in result.stderr


def test_a_programme_file_with_a_byte_order_mark_is_read(people: Path, tmp_path: Path) -> None:
    """Windows' editor writes one; ``tandem serve`` has always read it."""
    programme = tmp_path / "programme.toml"
    programme.write_bytes(b"\xef\xbb\xbf[matching]\nlowest_score = 1000\n")
    assert answer(people, "--programme", programme)["served"] == 0


APART = """
[matching]
blocked_pairs = [["chief@firma.example", "Other@Firma.example"]]

[[matching.exclusion_groups]]
name = "audit"
people = ["head", "other@firma.example", "gone@firma.example"]

[[matching.kpi_groups]]
name = "north"
people = ["lead@firma.example", "other@firma.example"]
"""


def test_people_who_are_kept_apart_may_be_named_by_their_address(tmp_path: Path) -> None:
    """Whoever is not in the file is told of: it may be a slip."""
    people, programme, scores = (tmp_path / name for name in ("people.csv", "p.toml", "s.csv"))
    header, *rows = CHAIN.splitlines()
    cells = [row.split(",") for row in rows]
    for cell in cells:
        cell[3] = f"{cell[0]}@firma.example"
    people.write_text("\n".join([header, *(",".join(cell) for cell in cells)]), encoding="utf-8")
    programme.write_text(APART, encoding="utf-8")
    result = run(people, "--programme", programme, "--scores", scores, "--language", "en")
    assert "“gone@firma.example” of the programme file is not in" in result.stderr
    with scores.open(encoding="utf-8", newline="") as file:
        found = [row for row in csv.DictReader(file) if row["mentor"] == "other"]
    causes = {row["mentee"]: row["excluded_by"] for row in found}
    assert causes == {"chief": "blocked_pair", "head": "exclusion_group", "lead": "kpi_group"}


def test_a_programme_file_of_the_working_directory_does_not_count(
    people: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "programme.toml").write_text("this would be an error", encoding="utf-8")
    (tmp_path / ".env").write_text("TANDEM_MODE=nonsense", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert answer(people)["served"] > 0


@pytest.mark.parametrize("arguments", [(), ("missing.csv",)])
def test_without_people_or_a_run_there_is_nothing_to_do(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_people_and_a_run_exclude_each_other(people: Path) -> None:
    assert run(people, "--run", people).exit_code == 2
    assert run("--run", people, "--scores", "out.csv").exit_code == 2


def test_a_broken_run_file_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "run.json"
    broken.write_text('{"format": 1}', encoding="utf-8")
    result = run("--run", broken)
    assert result.exit_code == 2
    assert "scores" in result.stderr
