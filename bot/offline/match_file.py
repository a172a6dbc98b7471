"""``tandem match``: the matching alone, offline, for people in a file. Needs neither Teams nor any setting."""

from __future__ import annotations

import csv
import json
import secrets
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import IO, Any, NoReturn

import click
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from bot.offline.people_file import SCORES_HEADER, Fault, MatchFileInvalid, all_scores, read_people, read_run
from cards.kit.words import LANGUAGES, Language, Words
from cards.matching.words import left_over_sentence, reason_sentence
from mentoring.domain.errors import ProgrammeInvalid, Refusal
from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.export import run_file
from mentoring.domain.matching.figures import Figures, Share, figures
from mentoring.domain.matching.results import MatchingResult, ProposedTandem, Unmatched
from mentoring.domain.matching.run import MatchingRun
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme, read_programme
from mentoring.usecases.matching.solving import versions

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.File("w", encoding="utf-8", lazy=True)
MALFORMED = 2
VERSIONS = versions()


@dataclass(frozen=True)
class Outcome:
    """What is to be shown: the run, its result, names for ids where there are some, and how long it took."""

    run: MatchingRun
    result: MatchingResult
    programme: Programme
    names: Mapping[str, str]
    seconds: float

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Everybody who took part."""
        return self.run.table.case.everybody


@click.command()
@click.argument("people", type=FILE, required=False)
@click.option("--programme", type=FILE, help="Topics, rules and weights; without it the packaged default counts.")
@click.option("--scores", type=NEW_FILE, help="Write every pair with its score, or the rules that exclude it, as CSV.")
@click.option("--export", type=NEW_FILE, help="Write the run under pseudonyms, for an auditor.")
@click.option("--run", "run_path", type=FILE, help="Run an exported run again, instead of people.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of texts; the programme's by default.")
def match(
    people: Path | None,
    programme: Path | None,
    scores: IO[str] | None,
    export: IO[str] | None,
    run_path: Path | None,
    as_json: bool,
    language: Language | None,
) -> None:
    """Match the people of a CSV file, offline. The file's columns are described in docs/matching.md."""
    if run_path is not None and (programme or scores or export):
        raise click.UsageError("An exported run holds all that counts: leave out --programme, --scores and --export.")
    if people is not None and run_path is None:
        outcome = _of_people(people, programme, language)
    elif run_path is not None and people is None:
        outcome = _of_run(run_path, language)
    else:
        raise click.UsageError("Name either a file of people or, with --run, an exported run.")
    _write(outcome, scores, export)
    words = Words(language or outcome.programme.language)
    if as_json:
        click.echo(json.dumps(_plain(outcome, words), ensure_ascii=False, indent=2))
    else:
        _print_tables(outcome, words)


def _of_people(path: Path, programme_path: Path | None, language: Language | None) -> Outcome:
    programme = _programme(programme_path)
    start, words = time.perf_counter(), Words(language or programme.language)
    try:
        people = read_people(path.read_bytes(), programme)
        run = MatchingRun.of(Case.of(people.candidates, programme.matching))
    except MatchFileInvalid as error:
        _stop(_sentence(path, fault, words) for fault in error.faults)
    for fault in people.warnings:
        click.echo(words.text("match-file-ignored", fault=_sentence(path, fault, words)), err=True)
    result = run.result()
    return Outcome(run, result, programme, people.names, time.perf_counter() - start)


def _of_run(path: Path, language: Language | None) -> Outcome:
    start, words = time.perf_counter(), Words(language or Programme().language)
    try:
        file, run, programme = read_run(path.read_bytes())
    except MatchFileInvalid as error:
        _stop(_sentence(path, fault, words) for fault in error.faults)
    except Refusal as refusal:
        _stop([words.text(f"refusal-{refusal.code}", **refusal.facts)])
    if file.versions != VERSIONS:
        written, here = (", ".join(f"{name} {of[name]}" for name in sorted(of)) for of in (file.versions, VERSIONS))
        click.echo(words.text("match-file-versions", written=written, here=here), err=True)
    result = run.result()
    return Outcome(run, result, programme, {}, time.perf_counter() - start)


def _programme(path: Path | None) -> Programme:
    """The programme of a file. Without one the packaged default counts, never a file of the working directory."""
    if path is None:
        return Programme()
    try:
        return read_programme(path.read_text(encoding="utf-8"), str(path))
    except ProgrammeInvalid as error:
        _stop(error.errors)
    except UnicodeDecodeError:
        _stop([f"{path}: not UTF-8; save the file as UTF-8"])


def _stop(errors: Iterable[str]) -> NoReturn:
    """Tell every error and end."""
    for error in errors:
        click.echo(error, err=True)
    sys.exit(MALFORMED)


def _sentence(path: Path, fault: Fault, words: Words) -> str:
    text = words.text(f"match-file-{fault.code}", column=fault.column, **fault.facts)
    if not fault.place:
        return words.text("match-file-at-line", file=str(path), line=str(fault.line), fault=text)
    cell = {"place": str(fault.place), "column": fault.column}
    return words.text("match-file-at-cell", file=str(path), line=str(fault.line), fault=text, **cell)


def _write(outcome: Outcome, scores: IO[str] | None, export: IO[str] | None) -> None:
    if scores is not None:
        table = csv.writer(scores, lineterminator="\n")
        table.writerow(SCORES_HEADER)
        table.writerows(all_scores(outcome.run.table))
    if export is not None:
        # The key is not kept: who holds the people's file finds everybody by their place, nobody else can.
        programme = outcome.programme
        file = run_file(outcome.run, secrets.token_bytes(32), programme.topics, programme.language, VERSIONS)
        export.write(file.model_dump_json(exclude_defaults=True))


def _plain(outcome: Outcome, words: Words) -> dict[str, Any]:
    """The result as JSON, see docs/matching.md."""
    result = outcome.result
    return {
        "tandems": [_plain_tandem(tandem, outcome.programme, words) for tandem in result.tandems],
        "unmatched": [
            {"id": one.id, "role": one.role.value, "why": {"code": one.why.code, "text": _why(one, outcome, words)}}
            for one in result.unmatched
        ],
        "total_score": result.total_score,
        "served": result.served,
        "seconds": round(outcome.seconds, 3),
    }


def _plain_tandem(tandem: ProposedTandem, programme: Programme, words: Words) -> dict[str, Any]:
    reasons = [{"code": reason.code, "text": reason_sentence(asdict(reason), programme, words)} for reason in tandem.reasons]
    trio = {} if tandem.trio is None else {"trio": tandem.trio}
    return {"mentee": tandem.mentee, "mentor": tandem.mentor, "score": tandem.score, "reasons": reasons, **trio}


def _why(one: Unmatched, outcome: Outcome, words: Words) -> str:
    return left_over_sentence(asdict(one.why), one.role, outcome.programme, words)


def _print_tables(outcome: Outcome, words: Words) -> None:
    console, result = Console(markup=False, emoji=False, highlight=False), outcome.result
    facts = {"tandems": result.served, "total": result.total_score, "seconds": f"{outcome.seconds:.2f}"}
    console.print(_tandems(outcome, words, words.text("match-table-tandems", **facts)))
    if result.unmatched:
        console.print(_left_over(outcome, words))
    found = figures(result, outcome.candidates, outcome.programme.smallest_group)
    if found.scores:
        console.print(_spread(found, words))
    if outcome.names:  # an exported run names no group
        console.print(_groups(found, outcome.programme.smallest_group, words))


def _grid(title: str, words: Words, *columns: str) -> Grid:
    grid = Grid(title=title, title_justify="left")
    for column in columns:
        numeric = column in {"match-table-score", "match-table-number", "match-table-people", "match-table-without"}
        grid.add_column(words.text(column), justify="right" if numeric else "left", overflow="fold")
    return grid


def _tandems(outcome: Outcome, words: Words, title: str) -> Grid:
    columns = (f"match-table-{name}" for name in ("mentee", "mentor", "score", "reasons"))
    grid = _grid(title, words, *columns)
    for tandem in outcome.result.tandems:
        said = [reason_sentence(asdict(reason), outcome.programme, words) for reason in tandem.reasons]
        trio = [] if tandem.trio is None else [words.text("match-table-trio", number=tandem.trio)]
        mentee, mentor = outcome.names.get(tandem.mentee, tandem.mentee), outcome.names.get(tandem.mentor, tandem.mentor)
        grid.add_row(mentee, mentor, str(tandem.score), "; ".join([*trio, *said]))
    return grid


def _left_over(outcome: Outcome, words: Words) -> Grid:
    title = words.text("match-table-left", people=len(outcome.result.unmatched))
    grid = _grid(title, words, "match-table-id", "match-table-role", "match-table-why")
    for one in outcome.result.unmatched:
        role = words.text(f"match-table-{one.role.value}")
        grid.add_row(outcome.names.get(one.id, one.id), role, _why(one, outcome, words))
    return grid


def _spread(found: Figures, words: Words) -> Grid:
    grid = _grid(words.text("match-table-spread"), words, "match-table-from-to", "match-table-number")
    for bar in found.scores:
        grid.add_row(f"{bar.low} – {bar.high}", str(bar.tandems))
    return grid


def _groups(found: Figures, smallest: int, words: Words) -> Grid:
    title = words.text("match-table-groups", smallest=smallest)
    grid = _grid(title, words, "match-table-group", "match-table-people", "match-table-without")
    for field, shares in groupby(found.shares, key=lambda share: share.field):
        grid.add_section()
        grid.add_row(Text(words.text(f"figures-{field}"), style="bold"))
        for share in shares:
            grid.add_row(_group(share, words), str(share.people), str(share.without))
    return grid


def _group(share: Share, words: Words) -> str:
    """The name of a group, which is as people wrote it."""
    if not share.group:
        return words.text("match-table-small")
    return words.text(f"match-table-{Role(share.group)}") if share.field == "role" else share.group


if __name__ == "__main__":
    match()
