"""``tandem doctor``: checks a tenant before the first launch, and says who must do what."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence

import click

from bot.doctor.lines import Line, State
from bot.settings import Settings, settings_or_exit
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES, Language
from mentoring.domain.programme import Programme

ILL = 1
"""The exit code if something is missing."""
UNSEEN = 3
"""The exit code if nothing is missing in what was examined, but not everything was."""


@click.command()
@click.argument("people", nargs=-1)
@click.option("--probe", is_flag=True, help="Also try what leaves something behind; it says what.")
@click.option("--yes", is_flag=True, help="Do not ask before a probe.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
@click.option(
    "--language",
    type=click.Choice(list(LANGUAGES)),
    help="The language of the lines; the default programme's by default.",
)
def doctor(
    people: tuple[str, ...], probe: bool, yes: bool, as_json: bool, language: Language | None
) -> None:
    """Check the tenant before the first launch.

    PEOPLE are some who are to take part, or groups of them, by e-mail or name; without any the
    programme owners are looked at alone.

    Exit code 0: nothing is missing; 1: something is; 2: a setting is wrong; 3: nothing is missing
    in what was examined, but something could not be, so that nobody knows.
    """
    settings = settings_or_exit()
    words = Words(language or Programme().language)
    if probe:
        click.echo(words.text("doctor-probe-leaves"), err=True)
        if not yes:
            click.confirm(words.text("doctor-probe-go-on"), abort=True, err=True)
    lines = asyncio.run(examined(settings, people, probe=probe))
    click.echo(as_text(lines, words) if not as_json else as_data(lines, words))
    sys.exit(_exit_code(lines))


def _exit_code(lines: Sequence[Line]) -> int:
    states = {line.state for line in lines}
    if State.MISSING in states:
        return ILL
    return UNSEEN if State.UNSEEN in states else 0


async def examined(settings: Settings, people: Sequence[str], *, probe: bool) -> list[Line]:
    """All lines about this installation."""
    from bot.app import outside  # the SDKs take a second to import; other commands do without
    from bot.doctor.case import Case
    from bot.doctor.examination import examine

    async with outside(settings) as ways:
        return [line async for line in examine(Case(settings, ways, tuple(people), probe))]


def as_text(lines: Sequence[Line], words: Words) -> str:
    """A line each, what has to be done below it, and a last line that sums up."""
    marks = {state: words.text(f"doctor-state-{state}") for state in State}
    width = max(map(len, marks.values()))
    said = []
    for line in lines:
        said.append(f"{marks[line.state]:<{width}}  {line.text(words)}")
        if line.who:
            who = words.text(f"doctor-who-{line.who}")
            said.append(f"{'':<{width}}  → {who}: {line.todo(words)}")
    return "\n".join([*said, "", _sum(lines, words)])


def as_data(lines: Sequence[Line], words: Words) -> str:
    """The same as JSON: ``ok`` (nothing is missing, and nothing could not be examined), and for
    each line ``check``, ``state``, ``code``, ``text``, ``who`` and ``todo``.
    """
    rows = [
        {
            "check": line.check,
            "state": line.state,
            "code": line.code,
            "text": line.text(words),
            "who": line.who,
            "todo": line.todo(words),
        }
        for line in lines
    ]
    told = {"ok": _exit_code(lines) == 0, "lines": rows}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _sum(lines: Sequence[Line], words: Words) -> str:
    states = [line.state for line in lines]
    facts = {state.value: states.count(state) for state in State}
    return words.text("doctor-sum", **facts)
