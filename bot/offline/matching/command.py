"""``tandem match``: the matching alone, offline, for people in a file.

Needs neither Teams nor any setting.
"""

from __future__ import annotations

import json
import secrets
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import IO, NoReturn

import click

from bot.offline.matching.faults import Fault, MatchFileInvalid, fault_sentence
from bot.offline.matching.outcome import Outcome, plain
from bot.offline.matching.people_file import read_people
from bot.offline.matching.run_file import read_run
from bot.offline.matching.scores_file import write_scores
from bot.offline.matching.tables import print_tables
from bot.programmes.faults import ProgrammeInvalid
from bot.programmes.reading import read_programme
from cards.kit.words import Words
from mentoring.domain.errors import Refusal
from mentoring.domain.language import LANGUAGES, Language
from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.export import run_file
from mentoring.domain.matching.run import MatchingRun
from mentoring.domain.matching.settings import MatchingSettings, with_ids
from mentoring.domain.programme import Programme
from mentoring.usecases.matching.solving import versions

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.File("w", encoding="utf-8", lazy=True)
MALFORMED = 2
VERSIONS = versions()


@click.command()
@click.argument("people", type=FILE, required=False)
@click.option(
    "--programme",
    type=FILE,
    help="Topics, rules and weights; without it the packaged default counts.",
)
@click.option(
    "--scores",
    type=NEW_FILE,
    help="Write every pair with its score, or the rules that exclude it, as CSV.",
)
@click.option("--export", type=NEW_FILE, help="Write the run under pseudonyms, for an auditor.")
@click.option("--run", "run_path", type=FILE, help="Run an exported run again, instead of people.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")
@click.option(
    "--language",
    type=click.Choice(list(LANGUAGES)),
    help="The language of texts; the programme's by default.",
)
def match(
    people: Path | None,
    programme: Path | None,
    scores: IO[str] | None,
    export: IO[str] | None,
    run_path: Path | None,
    as_json: bool,
    language: Language | None,
) -> None:
    """Match the people of a CSV file, offline.

    The file's columns are described in docs/matching.md.
    """
    if run_path is not None and (programme or scores or export):
        raise click.UsageError(
            "An exported run holds all that counts: leave out --programme, --scores and --export."
        )
    if people is not None and run_path is None:
        outcome = _of_people(people, programme, language)
    elif run_path is not None and people is None:
        outcome = _of_run(run_path, language)
    else:
        raise click.UsageError("Name either a file of people or, with --run, an exported run.")
    _write(outcome, scores, export)
    words = Words(language or outcome.programme.language)
    if as_json:
        click.echo(json.dumps(plain(outcome, words), ensure_ascii=False, indent=2))
    else:
        print_tables(outcome, words)


def _of_people(path: Path, programme_path: Path | None, language: Language | None) -> Outcome:
    programme = _programme(programme_path, language)
    start, words = time.perf_counter(), Words(language or programme.language)
    try:
        people = read_people(path.read_bytes(), programme)
        settings = with_ids(programme.matching, people.ids)
        run = MatchingRun.of(Case.of(grouped(people.candidates, settings), settings))
    except MatchFileInvalid as error:
        _warn(path, error.warnings, words)
        _stop(fault_sentence(path, fault, words) for fault in error.faults)
    _warn(path, people.warnings, words)
    for person in sorted(settings.named - people.names.keys()):
        click.echo(words.text("match-file-nobody", person=person), err=True)
    result = run.result()
    return Outcome(run, result, programme, people.names, time.perf_counter() - start)


def _warn(path: Path, warnings: Iterable[Fault], words: Words) -> None:
    for each in warnings:
        told = fault_sentence(path, each, words)
        click.echo(words.text("match-file-ignored", fault=told), err=True)


def grouped(candidates: Iterable[Candidate], settings: MatchingSettings) -> tuple[Candidate, ...]:
    """The candidates with the KPI groups and levels that the programme names; where it names none
    for somebody, those of the people's file count.
    """
    return tuple(
        replace(
            one,
            kpi_group=settings.kpi_group_of(one.id) or one.kpi_group,
            level=settings.level_of(one.id) or one.level,
        )
        for one in candidates
    )


def _of_run(path: Path, language: Language | None) -> Outcome:
    start, words = time.perf_counter(), Words(language or Programme().language)
    try:
        file, run, programme = read_run(path.read_bytes())
    except MatchFileInvalid as error:
        _stop(fault_sentence(path, fault, words) for fault in error.faults)
    except Refusal as refusal:
        _stop([words.text(f"refusal-{refusal.code}", **refusal.facts)])
    if file.versions != VERSIONS:
        written, here = (
            ", ".join(f"{name} {of[name]}" for name in sorted(of))
            for of in (file.versions, VERSIONS)
        )
        click.echo(words.text("match-file-versions", written=written, here=here), err=True)
    result = run.result()
    return Outcome(run, result, programme, {}, time.perf_counter() - start)


def _programme(path: Path | None, language: Language | None) -> Programme:
    """The programme of a file.

    Without one the packaged default counts, never a file of the working directory.
    """
    if path is None:
        return Programme()
    try:
        return read_programme(path.read_bytes(), str(path), in_the_open=True)
    except ProgrammeInvalid as error:
        _stop(error.sentences(Words(language or error.language)))


def _stop(errors: Iterable[str]) -> NoReturn:
    """Tell every error and end."""
    for error in errors:
        click.echo(error, err=True)
    sys.exit(MALFORMED)


def _write(outcome: Outcome, scores: IO[str] | None, export: IO[str] | None) -> None:
    if scores is not None:
        write_scores(outcome.run.table, scores)
    if export is not None:
        # The key is not kept: who holds the people's file finds everybody by their place, nobody
        # else can.
        programme = outcome.programme
        file = run_file(
            outcome.run, secrets.token_bytes(32), programme.topics, programme.language, VERSIONS
        )
        export.write(file.model_dump_json(exclude_defaults=True))


if __name__ == "__main__":
    match()
