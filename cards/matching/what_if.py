"""What a decision, or other settings, would change: side by side with the proposals as they are,
then kept or dropped.
"""

from __future__ import annotations

from microsoft_teams.cards import Column, ColumnSet, TextBlock
from microsoft_teams.cards.core import CardElement

from cards.common.said import sentence
from cards.kit.elements import (
    Button,
    Rendered,
    bars,
    bullets,
    button,
    card,
    heading,
    para,
    small,
    subheading,
    typed,
)
from cards.kit.neutral import unmarked
from cards.kit.words import Words
from cards.matching.buttons import DropDecision, KeepDecision
from cards.matching.figures import spread
from cards.matching.named import named
from cards.matching.words import left_out, rule_sentence
from mentoring.domain.errors import Refusal
from mentoring.domain.match_run import DecisionKind, Preview, Tried
from mentoring.domain.matching.compare import Change, WhatIf
from mentoring.domain.matching.settings import MatchingSettings, Parameters, Setting
from mentoring.domain.people import Role
from mentoring.usecases.matching.notice import ProposalsNotice

NAMED = 12


def what_if(notice: ProposalsNotice, preview: Preview, words: Words) -> Rendered:
    """What the owner tries out, with its price."""
    tried = preview.tried
    mentee, mentor = (named(notice, person, words) for person in (tried.mentee, tried.mentor))
    title = words.text(f"decide-{tried.kind}", mentee=mentee, mentor=mentor)
    body: list[CardElement | None] = [
        heading(title),
        *_broken(notice, tried, words),
        *_changed(notice, tried, words),
        *_reason(tried, words),
        subheading(words.text("decide-price")),
        *_price(notice, preview, words),
        left_out(notice, words),
        small(words.text("decide-nothing-yet")),
    ]
    return card(body, _buttons(notice, preview, words), summary=title, live=True)


def _broken(notice: ProposalsNotice, tried: Tried, words: Words) -> list[CardElement]:
    """Which rules it breaks, before what it costs."""
    parameters = notice.run.settings.parameters
    rules = [rule_sentence(rule, parameters, words) for rule in tried.broken]
    return [para(f"⚠ {words.text('decide-breaks')}"), bullets(rules)] if rules else []


def _price(notice: ProposalsNotice, preview: Preview, words: Words) -> list[CardElement]:
    told = preview.difference
    if preview.refused:
        return [para(sentence(Refusal(preview.refused, field=None, **preview.facts), words))]
    if told is None:
        return [para(f"⏳ {words.text('decide-computing')}")]
    settings = preview.tried.kind is DecisionKind.SETTINGS
    incomparable = settings and told.total_score is None and not notice.left_out
    return [
        *_table(notice, told, words),
        para(_sentence(told, words)),
        *([small(words.text("decide-incomparable"))] if incomparable else ()),
        *_partners(notice, told, words),
        *(_distribution(told, words) if settings else ()),
    ]


def _changed(notice: ProposalsNotice, tried: Tried, words: Words) -> list[CardElement]:
    parameters = (tried.settings or MatchingSettings()).parameters
    lines = [
        f"{_setting(path, parameters, words)}: {_said(before, words)} → {_said(after, words)}"
        for path, before, after in tried.changed
    ]
    lines += _levels(notice, tried.settings, words) if tried.settings else []
    return [bullets(lines)] if lines else []


def _levels(notice: ProposalsNotice, tried: MatchingSettings, words: Words) -> list[str]:
    """Whose level would be another one."""
    before, after = (
        {each.person: each.level for each in of.levels} for of in (notice.run.settings, tried)
    )
    told = [each for each in {**before, **after} if before.get(each) != after.get(each)]
    return [
        f"{words.text('levels-of', name=named(notice, each, words))}: "
        f"{_level(before.get(each), words)} → {_level(after.get(each), words)}"
        for each in told
    ]


def _level(level: int | None, words: Words) -> str:
    return words.text("levels-directory") if level is None else str(level)


def _said(value: Setting, words: Words) -> str:
    if isinstance(value, bool):
        return words.text("decide-on" if value else "decide-off")
    return ", ".join(str(part) for part in value) if isinstance(value, tuple) else str(value)


def _setting(path: str, parameters: Parameters, words: Words) -> str:
    """What a setting is called; a rule by its sentence."""
    table, _, name = path.rpartition(".")
    if table == "rules":
        return rule_sentence(name, parameters, words)
    key = f"setting-{name.replace('_', '-')}"
    return words.text(key) if words.has(key) else name


def _reason(tried: Tried, words: Words) -> list[CardElement]:
    return [small(words.text("decide-reason")), typed(tried.reason)] if tried.reason else []


def _table(notice: ProposalsNotice, told: WhatIf, words: Words) -> list[CardElement]:
    rows = [
        ("", words.text("decide-before"), words.text("decide-after")),
        (words.text("decide-tandems"), str(told.tandems.before), str(told.tandems.after)),
        *_scores(notice, told, words),
        (words.text("decide-left-over"), str(len(notice.run.unmatched)), str(told.left_over)),
    ]
    return [_line(*row, bold=number == 0) for number, row in enumerate(rows)]


def _scores(notice: ProposalsNotice, told: WhatIf, words: Words) -> list[tuple[str, str, str]]:
    """The rows that compare scores, where they may be compared."""
    if told.total_score is None:
        return []
    shown = told.figures_before or notice.run.figures
    before, after = (
        str(each.weakest.score) if each.weakest else "–" for each in (shown, told.figures)
    )
    total = told.total_score
    return [
        (words.text("decide-total"), str(total.before), str(total.after)),
        (words.text("decide-weakest"), before, after),
    ]


def _line(title: str, before: str, after: str, *, bold: bool) -> ColumnSet:
    def cell(text: str, width: str, *, end: bool) -> Column:
        shown = TextBlock(text=unmarked(text) or " ", wrap=True)
        shown.weight, shown.horizontal_alignment = (
            "Bolder" if bold else "Default",
            "Right" if end else "Left",
        )
        return Column(width=width, items=[shown])

    columns = [
        cell(title, "stretch", end=False),
        cell(before, "70px", end=True),
        cell(after, "70px", end=True),
    ]
    return ColumnSet(columns=columns, spacing="Small")


def _sentence(told: WhatIf, words: Words) -> str:
    mentees = {change.id for change in told.changes if change.role is Role.MENTEE}
    served = words.whole(told.served)
    people = {"tandems": told.served, "served": served, "people": len(mentees)}
    if told.total_score is None:
        return words.text("decide-sentence-people", **people)
    points = told.total_score.after - told.total_score.before
    change = words.whole(points)
    return words.text("decide-sentence", points=points, change=change, **people)


def _partners(notice: ProposalsNotice, told: WhatIf, words: Words) -> list[CardElement]:
    """Which mentees get another partner."""
    lines = [
        _partner(notice, change, words) for change in told.changes if change.role is Role.MENTEE
    ]
    more = len(lines) - NAMED
    shown = lines[:NAMED] + ([words.text("and-more", people=more)] if more > 0 else [])
    return [subheading(words.text("decide-who")), bullets(shown)] if shown else []


def _partner(notice: ProposalsNotice, change: Change, words: Words) -> str:
    before, after = (
        ", ".join(named(notice, one, words) for one in people)
        for people in (change.before, change.after)
    )
    nobody = words.text("decide-nobody")
    return f"{named(notice, change.id, words)}: {before or nobody} → {after or nobody}"


def _distribution(told: WhatIf, words: Words) -> list[CardElement]:
    """Both spreads by the settings tried out, where the two can be compared."""
    found: list[CardElement] = []
    if told.figures_before is None:
        return found
    for title, figures in (("decide-before", told.figures_before), ("decide-after", told.figures)):
        if rows := spread(figures):
            found += [
                subheading(f"{words.text('figures-scores')}: {words.text(title)}"),
                bars(rows),
            ]
    return found


def _buttons(notice: ProposalsNotice, preview: Preview, words: Words) -> list[Button]:
    run, drop = notice.run.id, button(words.text("decide-drop"), DropDecision(run=notice.run.id))
    if preview.difference is None:
        return [drop]
    keep = KeepDecision(run=run, token=preview.token)
    return [button(words.text("decide-keep"), keep, "positive"), drop]
