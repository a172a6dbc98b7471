"""What ``tandem match`` has found, as tables on the terminal."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from bot.offline.matching.outcome import Outcome, why
from cards.common.reasons import reason_sentence
from cards.kit.words import Words
from mentoring.domain.matching.figures import Figures, Share, figures
from mentoring.domain.people import Role


def print_tables(outcome: Outcome, words: Words) -> None:
    """Print tandems, who is left over, the spread of the scores, and who stays without, in
    groups.
    """
    console, result = Console(markup=False, emoji=False, highlight=False), outcome.result
    facts = {
        "tandems": result.served,
        "total": result.total_score,
        "seconds": round(outcome.seconds, 2),
    }
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
        numeric = column in {
            "match-table-score",
            "match-table-number",
            "match-table-people",
            "match-table-without",
        }
        grid.add_column(words.text(column), justify="right" if numeric else "left", overflow="fold")
    return grid


def _tandems(outcome: Outcome, words: Words, title: str) -> Grid:
    columns = (f"match-table-{name}" for name in ("mentee", "mentor", "score", "reasons"))
    grid = _grid(title, words, *columns)
    for tandem in outcome.result.tandems:
        said = [reason_sentence(reason, outcome.programme, words) for reason in tandem.reasons]
        trio = [] if tandem.trio is None else [words.text("match-table-trio", number=tandem.trio)]
        mentee, mentor = (
            outcome.names.get(tandem.mentee, tandem.mentee),
            outcome.names.get(tandem.mentor, tandem.mentor),
        )
        grid.add_row(mentee, mentor, str(tandem.score), "; ".join([*trio, *said]))
    return grid


def _left_over(outcome: Outcome, words: Words) -> Grid:
    title = words.text("match-table-left", people=len(outcome.result.unmatched))
    grid = _grid(title, words, "match-table-id", "match-table-role", "match-table-why")
    for one in outcome.result.unmatched:
        role = words.text(f"match-table-{one.role.value}")
        grid.add_row(outcome.names.get(one.id, one.id), role, why(one, outcome, words))
    return grid


def _spread(found: Figures, words: Words) -> Grid:
    grid = _grid(
        words.text("match-table-spread"), words, "match-table-from-to", "match-table-number"
    )
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
