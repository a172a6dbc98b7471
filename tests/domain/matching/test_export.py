"""An exported run tells nobody who anybody is, and gives the same tandems again."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.decisions import Forbid, Lock
from mentoring.domain.matching.export import Pseudonyms, run_file
from mentoring.domain.matching.recorded import RunFile, RunInvalid, recorded_run
from mentoring.domain.matching.results import MatchingResult
from mentoring.domain.matching.run import MatchingRun
from mentoring.domain.matching.settings import (
    ANY_DEPTH,
    ExclusionGroup,
    MatchingSettings,
    with_kept_meaning,
)
from mentoring.domain.topics import TOPICS
from tests.domain.matching.worlds import invented, mentee, mentor, worlds

KEY = b"an auditor does not hold this"


def exported(run: MatchingRun, key: bytes = KEY) -> RunFile:
    """The run after it has been a file."""
    return RunFile.model_validate_json(
        run_file(run, key, TOPICS, "de", {"tandem": "1"}).model_dump_json(exclude_defaults=True)
    )


def told(result: MatchingResult, under: Pseudonyms | None = None) -> dict[str, object]:
    """What ``tandem match`` tells of a result, ids under pseudonyms if there are some."""
    name = under.of if under else str
    return {
        "tandems": [
            (
                name(t.mentee),
                name(t.mentor),
                t.score,
                t.trio,
                [asdict(reason) for reason in t.reasons],
            )
            for t in result.tandems
        ],
        "unmatched": [(name(one.id), one.role, asdict(one.why)) for one in result.unmatched],
        "next best": [
            [
                (name(other.id), other.score)
                for other in (*t.alternatives.for_mentee, *t.alternatives.for_mentor)
            ]
            for t in result.tandems
        ],
        "total": (result.total_score, result.served),
    }


@settings(deadline=None, max_examples=50)
@given(worlds(7, both_roles=True, waiting=True), st.booleans(), st.booleans())
def test_the_run_of_the_file_gives_the_same_answer_in_full(
    people: list[Candidate], trios: bool, flat: bool
) -> None:
    some = MatchingSettings(
        trios=trios,
        rules={"hierarchy": not flat},
        exclusion_groups=(ExclusionGroup(name="audit", people=("m000", "m001")),),
        blocked_pairs=(("m002", "m003"),),
    )
    run = MatchingRun.of(Case.of(people, some, not_again=[Pair("m001", "m002")]))
    assert told(recorded_run(exported(run)).result()) == told(run.result(), Pseudonyms(KEY))


def test_decisions_of_owners_are_in_the_file_without_who_and_why() -> None:
    people = [*invented(4, 8, 8), mentee("emma", department="law"), mentor("max", department="law")]
    run = MatchingRun.of(Case.of(people, MatchingSettings()))
    run = run.after(Forbid(*run.pairs[0], by="olga")).after(
        Lock("emma", "max", reason="A secret cause.", by="olga")
    )
    file = exported(run)
    assert told(recorded_run(file).result()) == told(run.result(), Pseudonyms(KEY))
    assert "olga" not in file.model_dump_json()
    assert "secret" not in file.model_dump_json()


def test_no_id_no_word_of_a_person_and_no_confidential_rule_is_in_the_file() -> None:
    people = [
        mentee(
            "emma@corp.example",
            department="Board",
            background="physics",
            generation="old",
            gender="female",
            location="Hall",
        ),
        mentor("max@corp.example", department="Payroll", not_with=frozenset({"emma@corp.example"})),
        mentor("mia@corp.example", kpi_people=frozenset({"emma@corp.example"})),
        mentor("moe@corp.example"),
    ]
    case = Case.of(
        people, MatchingSettings(), not_again=[Pair("emma@corp.example", "moe@corp.example")]
    )
    text = exported(MatchingRun.of(case)).model_dump_json()
    for secret in (
        "corp.example",
        "Board",
        "Payroll",
        "physics",
        "old",
        "female",
        "Hall",
        "not_with",
        "kpi_dependency",
        "kpi_people",
        "not_again",
    ):
        assert f'"{secret}' not in text
    assert exported(MatchingRun.of(case)).exclusions == ((), ("confidential",))


def test_the_settings_are_written_in_full_so_that_a_later_default_does_not_change_them() -> None:
    people = [mentee(), mentor()]
    written = run_file(MatchingRun.of(Case.of(people, MatchingSettings())), KEY, TOPICS, "de", {})
    plain = json.loads(written.model_dump_json(exclude_defaults=True))
    assert plain["settings"] == MatchingSettings().model_dump(mode="json")
    assert plain["settings"]["parameters"]["reporting_line_depth"] == 2


@pytest.mark.parametrize("wrote", [{}, {"lowest_score": 3}, {"parameters": {"topic_level": 2}}])
def test_a_file_from_before_the_depth_of_the_reporting_line_meant_any_depth(
    wrote: dict[str, object],
) -> None:
    plain = json.loads(
        exported(
            MatchingRun.of(Case.of([mentee(), mentor()], MatchingSettings()))
        ).model_dump_json()
    )
    file = RunFile.model_validate(plain | {"settings": wrote})
    assert file.settings.parameters.reporting_line_depth == ANY_DEPTH
    assert file.settings == MatchingSettings.model_validate(with_kept_meaning(wrote))
    assert len(recorded_run(file).pairs) == 1


def test_settings_that_cannot_be_are_told_by_their_place() -> None:
    plain = json.loads(
        exported(
            MatchingRun.of(Case.of([mentee(), mentor()], MatchingSettings()))
        ).model_dump_json()
    )
    with pytest.raises(ValidationError) as invalid:
        RunFile.model_validate(plain | {"settings": {"parameters": 5}})
    assert [error["loc"] for error in invalid.value.errors()] == [("settings", "parameters")]


def test_a_confidential_rule_does_not_show_where_an_open_one_excludes_the_pair_as_well() -> None:
    people = [
        mentee("emma", department="law"),
        mentor("max", department="law", not_with=frozenset({"emma"})),
    ]
    assert exported(MatchingRun.of(Case.of(people, MatchingSettings()))).exclusions == (
        (),
        ("same_department",),
    )


def test_pseudonyms_depend_on_the_key_alone() -> None:
    assert (
        Pseudonyms(KEY).of("emma")
        == Pseudonyms(KEY).of("emma")
        != Pseudonyms(b"another key").of("emma")
    )


def test_an_auditor_may_try_a_decision_on_the_file() -> None:
    run = MatchingRun.of(Case.of(invented(4, 8, 8), MatchingSettings()))
    again, under = recorded_run(exported(run)), Pseudonyms(KEY)
    forbid = Forbid(*run.pairs[0])
    price = again.price(Forbid(under.of(forbid.mentee), under.of(forbid.mentor)))
    assert (price.tandems, price.total_score) == (
        run.price(forbid).tandems,
        run.price(forbid).total_score,
    )
    left = again.after(Forbid(under.of(forbid.mentee), under.of(forbid.mentor))).result()
    assert [one.why for one in left.unmatched] == [
        one.why for one in run.after(forbid).result().unmatched
    ]


@pytest.mark.parametrize(
    ("part", "wrong", "said"),
    [
        ("scores", [[7]], "not the sum of its reasons"),
        ("scores", [[1, 2]], "not 1 rows of 1 entries"),
        ("scores", [], "not 1 rows of 1 entries"),
        ("reason_of", [[5]], "an entry that does not exist"),
        ("excluded_by", [[9]], "an entry that does not exist"),
        ("scores", [[None]], "not the sum of its reasons"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(
    part: str, wrong: list[list[int | None]], said: str
) -> None:
    plain = json.loads(
        exported(
            MatchingRun.of(Case.of([mentee(), mentor()], MatchingSettings()))
        ).model_dump_json()
    )
    with pytest.raises(RunInvalid, match=said):
        recorded_run(RunFile.model_validate(plain | {part: wrong}))
