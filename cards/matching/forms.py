"""Pairing by hand, and trying out other weights, rules and limits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from microsoft_teams.cards.core import CardElement

from cards.common.said import sentence
from cards.kit.elements import (
    Button,
    Rendered,
    button,
    card,
    heading,
    para,
    row,
    small,
    subheading,
    typed,
)
from cards.kit.inputs import buttons_of, line, marked, number, people, several, toggle
from cards.kit.words import Words
from cards.matching.buttons import (
    Look,
    TryApart,
    TryByHand,
    TryLevel,
    TryOwnLevel,
    TrySettings,
    TryTogether,
)
from cards.matching.words import rule_sentence
from mentoring.domain.matching.rulebook import SWITCHES
from mentoring.domain.matching.settings import (
    ANY_DEPTH,
    DEEPEST,
    LOWEST_LEVEL,
    CorrectedLevel,
    ExclusionGroup,
    KpiGroup,
)
from mentoring.domain.people import ERASED
from mentoring.usecases.matching.decisions import LONGEST_NAME, LONGEST_REASON
from mentoring.usecases.matching.notice import ProposalsNotice

SHOWN = 5
NAMED = 6
APART, TARGETS = "apart", "targets"
"""So many entries, and people of a group, are shown: a card may have 25 KB."""
WEIGHTS = (
    "function",
    "location",
    "background",
    "generation",
    "hierarchy",
    "gender",
    "shared_format",
    "shared_times",
)
PARAMETERS = ("reporting_line_depth",)


def by_hand(notice: ProposalsNotice, words: Words) -> Rendered:
    """Two people by name, and why."""
    title, hint = words.text("match-hand"), words.text("people-hint")
    names = {**notice.names, **notice.picked}
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("hand-intro")),
        people(
            "mentee",
            words.text("role-mentee"),
            notice.raw.get("mentee"),
            names,
            hint,
            many=False,
        ),
        people(
            "mentor",
            words.text("role-mentor"),
            notice.raw.get("mentor"),
            names,
            hint,
            many=False,
        ),
        line(
            "reason",
            words.text("hand-reason"),
            notice.raw.get("reason"),
            longest=LONGEST_REASON,
            several_lines=True,
        ),
        small(words.text("hand-confidential")),
    ]
    buttons: list[Button] = [
        button(words.text("hand-try"), TryByHand(run=notice.run.id), "positive"),
        button(words.text("match-to-list"), Look(run=notice.run.id)),
    ]
    return card(corrected(notice, body, words), buttons, summary=title, live=True)


def apart(notice: ProposalsNotice, words: Words) -> Rendered:
    """Who is kept apart, and more people to keep apart."""
    title, now, run = words.text("match-apart"), notice.run.settings, notice.run.id
    pairs, groups, targets = now.blocked_pairs, now.exclusion_groups, now.kpi_groups
    more = sum(max(0, len(each) - SHOWN) for each in (pairs, groups, targets))
    why = [(words.text(f"apart-why-{each}"), each) for each in (APART, TARGETS)]
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("apart-intro")),
        *(_pair(notice, pair, words) for pair in pairs[-SHOWN:]),
        *(_group(notice, "exclusion_groups", each, words) for each in groups[-SHOWN:]),
        *(_group(notice, "kpi_groups", each, words) for each in targets[-SHOWN:]),
        small(words.text("apart-more", entries=more)) if more else None,
        people(
            "people",
            words.text("apart-people"),
            notice.raw.get("people"),
            {**notice.names, **notice.picked},
            words.text("people-hint"),
        ),
        buttons_of("why", words.text("apart-why"), why, notice.raw.get("why", APART)),
        line("name", words.text("apart-name"), notice.raw.get("name"), longest=LONGEST_NAME),
    ]
    buttons: list[Button] = [
        button(words.text("hand-try"), TryApart(run=run), "positive"),
        button(words.text("match-to-list"), Look(run=run)),
    ]
    return card(corrected(notice, body, words), buttons, summary=title, live=True)


def _named(notice: ProposalsNotice, people_ids: Sequence[str], words: Words) -> list[str]:
    return [notice.names.get(person, _unknown(person, words)) for person in people_ids]


def _unknown(person: str, words: Words) -> str:
    """Somebody kept apart who is not enrolled: by the address in the settings, if there is one;
    whoever was forgotten by nothing.
    """
    if person.startswith(ERASED):
        return words.who("")
    return person if "@" in person else f"… {person[-4:]}"


def _pair(notice: ProposalsNotice, pair: tuple[str, ...], words: Words) -> CardElement:
    name = " – ".join(_named(notice, pair, words))
    remove = TryTogether(run=notice.run.id, table="blocked_pairs", people=pair)
    return row(
        words.text("apart-pair"), typed(name), words.text("apart-remove", name=name), remove, "✕"
    )


def _group(
    notice: ProposalsNotice,
    table: Literal["exclusion_groups", "kpi_groups"],
    group: ExclusionGroup | KpiGroup,
    words: Words,
) -> CardElement:
    named = _named(notice, group.people, words)
    shown = ", ".join(named[:NAMED]) + (" …" if len(named) > NAMED else "")
    remove = TryTogether(run=notice.run.id, table=table, people=group.people)
    title = words.text("apart-targets" if table == "kpi_groups" else "apart-group")
    return row(
        title,
        typed(f"{group.name}: {shown}"),
        words.text("apart-remove", name=group.name),
        remove,
        "✕",
    )


def levels(notice: ProposalsNotice, words: Words) -> Rendered:
    """Whose level was corrected, and another one."""
    title, now, run = words.text("match-levels"), notice.run.settings.levels, notice.run.id
    more, raw = len(now) - NAMED, notice.raw
    names = {**notice.names, **notice.picked}
    hint, whom = words.text("people-hint"), words.text("levels-person")
    label = words.text("levels-level", most=LOWEST_LEVEL)
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("levels-intro")),
        *(_level(notice, each, words) for each in now[-NAMED:]),
        small(words.text("apart-more", entries=more)) if more > 0 else None,
        people("person", whom, raw.get("person"), names, hint, many=False),
        number("stands_on", label, raw.get("stands_on", ""), 1, LOWEST_LEVEL),
    ]
    buttons: list[Button] = [
        button(words.text("hand-try"), TryLevel(run=run), "positive"),
        button(words.text("match-to-list"), Look(run=run)),
    ]
    return card(corrected(notice, body, words), buttons, summary=title, live=True)


def _level(notice: ProposalsNotice, each: CorrectedLevel, words: Words) -> CardElement:
    [name] = _named(notice, [each.person], words)
    remove = TryOwnLevel(run=notice.run.id, person=each.person)
    told = small(words.text("levels-is", level=each.level))
    return row(name, told, words.text("levels-remove", name=name), remove, "✕")


def settings(notice: ProposalsNotice, words: Words) -> Rendered:
    """Every setting that may be tried out, as it is now."""
    title, now = words.text("match-simulate"), notice.run.settings
    needed = words.text("figures-number")
    rules = [(rule_sentence(name, now.parameters, words), name) for name in SWITCHES]
    on = notice.raw.get("rules", [name for name in SWITCHES if now.is_on(name)])
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("simulate-intro")),
        subheading(words.text("simulate-weights")),
        *(
            number(
                f"topic_{rank}",
                words.text(f"setting-topic-{rank}"),
                notice.raw.get(f"topic_{rank}", now.weights.of_rank(rank - 1)),
                0,
                1000,
                required=needed,
            )
            for rank in (1, 2, 3)
        ),
        *(
            number(
                name,
                words.text(f"setting-{_key(name)}"),
                notice.raw.get(name, getattr(now.weights, name)),
                0,
                1000,
                required=needed,
            )
            for name in WEIGHTS
        ),
        several("rules", words.text("simulate-rules"), rules, on),
        number(
            "reporting_line_depth",
            words.text("setting-reporting-line-depth"),
            notice.raw.get("reporting_line_depth", now.parameters.reporting_line_depth),
            ANY_DEPTH,
            DEEPEST,
            required=words.text("simulate-depth"),
        ),
        number(
            "lowest_score",
            words.text("setting-lowest-score"),
            notice.raw.get("lowest_score", now.lowest_score),
            0,
            1000,
            required=needed,
        ),
        toggle(
            "trios",
            words.text("setting-trios"),
            on=notice.raw.get("trios", str(now.trios).lower()) == "true",
        ),
    ]
    buttons: list[Button] = [
        button(words.text("decide-try"), TrySettings(run=notice.run.id), "positive"),
        button(words.text("match-to-list"), Look(run=notice.run.id)),
    ]
    return card(corrected(notice, body, words), buttons, summary=title, live=True)


def corrected(
    notice: ProposalsNotice, body: list[CardElement | None], words: Words
) -> list[CardElement | None]:
    """The form, with what is wrong said above the input concerned."""
    if notice.problem is None:
        return body
    return marked(body, notice.problem.field or "", sentence(notice.problem, words))


def _key(name: str) -> str:
    return name.replace("_", "-")
