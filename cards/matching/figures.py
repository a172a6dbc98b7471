"""Figures of a run in groups, and who waits and why."""

from __future__ import annotations

from microsoft_teams.cards import TextBlock
from microsoft_teams.cards.core import CardElement

from cards.kit.elements import (
    Button,
    Rendered,
    bars,
    button,
    card,
    facts,
    heading,
    para,
    small,
    subheading,
)
from cards.kit.inputs import number
from cards.kit.neutral import unmarked
from cards.kit.words import Words
from cards.matching.buttons import Look, TrySettings
from cards.matching.forms import corrected
from cards.matching.named import named
from cards.matching.words import waiting_sentence
from mentoring.domain.matching.figures import FIELDS, Figures, Share
from mentoring.domain.matching.results import Unmatched
from mentoring.usecases.matching.notice import NAMED, ProposalsNotice


def figures(notice: ProposalsNotice, words: Words) -> Rendered:
    """How the scores are spread, the weakest tandem, and where people stay without one; a limit can
    be tried out.
    """
    title, told = words.text("match-figures"), notice.run.figures
    rows = spread(told)
    lowest = notice.raw.get("lowest_score", notice.run.settings.lowest_score)
    body: list[CardElement | None] = [
        heading(title),
        *([subheading(words.text("figures-scores")), bars(rows)] if rows else ()),
        _weakest(notice, words),
        *_shares(told, words),
        small(words.text("figures-groups", smallest=notice.programme.smallest_group)),
        small(words.text("figures-export", run=notice.run.id)),
        number(
            "lowest_score",
            words.text("setting-lowest-score"),
            lowest,
            0,
            1000,
            required=words.text("figures-number"),
        ),
    ]
    buttons: list[Button] = [
        button(words.text("decide-try"), TrySettings(run=notice.run.id), "positive"),
        button(words.text("match-to-list"), Look(run=notice.run.id)),
    ]
    return card(corrected(notice, body, words), buttons, summary=title, live=True)


def spread(told: Figures) -> list[tuple[str, int]]:
    """How many tandems have a score in each range."""
    return [(f"{bar.low}–{bar.high}", bar.tandems) for bar in told.scores]


def _weakest(notice: ProposalsNotice, words: Words) -> CardElement | None:
    weakest = notice.run.figures.weakest
    if weakest is None:
        return None
    mentor, mentee = (named(notice, person, words) for person in (weakest.mentor, weakest.mentee))
    pair = words.text("match-pair", mentor=mentor, mentee=mentee)
    return facts([(words.text("decide-weakest"), f"{pair} ({weakest.score})")])


def _shares(told: Figures, words: Words) -> list[CardElement]:
    found: list[CardElement] = []
    for field in FIELDS:
        shares = [share for share in told.shares if share.field == field]
        if shares:
            found += [
                subheading(words.text(f"figures-{field}")),
                facts([_share(share, words) for share in shares]),
            ]
    return found


def _share(share: Share, words: Words) -> tuple[str, str]:
    told = words.text("figures-share", without=share.without, people=share.people)
    return _group(share, words), told


def _group(share: Share, words: Words) -> str:
    if not share.group:
        return words.text("figures-small")
    return words.text(f"role-{share.group}") if share.field == "role" else share.group


def waiting(notice: ProposalsNotice, words: Words) -> Rendered:
    """Everybody left over, the longest waiting first, each with a reason that can be understood."""
    left = sorted(notice.run.unmatched, key=lambda one: (-one.waited, one.role, one.id))
    title = words.text("match-left-over", people=len(left))
    more = len(left) - NAMED
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("waiting-intro")),
        *(element for one in left[:NAMED] for element in _left(notice, one, words)),
        small(words.text("and-more", people=more)) if more > 0 else None,
    ]
    return card(
        body,
        [button(words.text("match-to-list"), Look(run=notice.run.id))],
        summary=title,
        live=True,
    )


def _left(notice: ProposalsNotice, one: Unmatched, words: Words) -> list[CardElement]:
    name = f"{named(notice, one.id, words)} ({words.text(f'role-{one.role}')})"
    why = waiting_sentence(one.why, one.role, words)
    again = f" {words.text('waiting-cycles', cycles=one.waited)}" if one.waited > 1 else ""
    return [
        TextBlock(text=unmarked(name), weight="Bolder", wrap=True, separator=True),
        small(f"{why}{again}"),
    ]
