"""How it is going, for owners: how the tandems work, and what changes, in groups alone."""

from __future__ import annotations

from collections.abc import Iterator

from microsoft_teams.cards import Image
from microsoft_teams.cards.core import CardElement

from cards.kit.actions import CardAction
from cards.kit.elements import (
    Rendered,
    button,
    card,
    heading,
    para,
    progress,
    seen,
    small,
    subheading,
    typed,
)
from cards.kit.render import renders
from cards.kit.words import Words
from cards.measurement.figures_in_words import told
from cards.measurement.picture import interval
from mentoring.domain.measurement.change import Change
from mentoring.domain.measurement.figures import Running
from mentoring.domain.measurement.follow_up import AFTER
from mentoring.domain.measurement.items import HIGHEST, LOWEST, TOLD_OF, Item, Stage
from mentoring.domain.measurement.key_figures import KeyFigure
from mentoring.domain.measurement.shares import Share
from mentoring.domain.people import Role
from mentoring.usecases.measurement.going import GoingNotice

LATER = (Stage.MIDDLE, Stage.END)
ROLES = (Role.MENTEE, Role.MENTOR)


class OpenKeyFigures(CardAction, verb="figures.open"):
    """Put the house's own figures below, to be named and filled in."""


@renders(GoingNotice)
def going(notice: GoingNotice, words: Words) -> Rendered:
    """The shares, the changes of mentees and of mentors, and what the house measures itself."""
    title = words.text("going-title", programme=notice.programme)
    body = [
        heading(title),
        small(words.text("going-intro", group=notice.smallest)),
        *(part for about in Running for part in _share(notice, about, words)),
        *_all_changes(notice, words),
        *_lasting(notice, words),
        *_of_house(notice, words),
        seen(words.text("going-seen", group=notice.smallest)),
    ]
    opens = button(words.text("figures-open"), OpenKeyFigures())
    return card(body, [opens], summary=title, live=True)


def _share(notice: GoingNotice, about: Running, words: Words) -> Iterator[CardElement]:
    """In words, and where it is exact as a bar of the same."""
    yield subheading(words.text(f"going-{about}"))
    found = notice.figures.share_of(about)
    if found is None:
        yield small(words.text("going-too-few"))
        return
    share, text = found.share, _told(found.share, about, words)
    yield progress(text, share.low, share.people) if share.is_exact else small(text)


def _told(share: Share, about: str, words: Words) -> str:
    of = words.text(f"going-of-{about}", many=share.people)
    kind = share.word or ("exact" if share.is_exact else "between")
    return words.text(f"going-{kind}", low=share.low, high=share.high, of=of)


def _all_changes(notice: GoingNotice, words: Words) -> Iterator[CardElement]:
    """Of both roles, with what the numbers mean, and when they come."""
    changes = [part for role in ROLES for part in _changes(notice, role, words)]
    if changes:
        yield from changes
        yield small(words.text("going-interval"))
    else:
        yield subheading(words.text("going-changed"))
        yield small(words.text("going-too-few"))
    when = "rolling" if notice.rolls else "fixed"
    yield small(words.text(f"going-when-{when}", group=notice.smallest))
    if any(each.by for each in notice.figures.compared):
        yield small(words.text("going-apart-note"))


def _lasting(notice: GoingNotice, words: Words) -> Iterator[CardElement]:
    """How many still use it some months later, and how many have not answered."""
    yield subheading(words.text("going-lasting"))
    for months in AFTER:
        found = notice.figures.lasting_after(months)
        if found is None or found.share is None:
            said = words.text("going-too-few" if found else "going-lasting-later")
        else:
            share = _told(found.share, "lasting", words)
            silent = words.text("going-lasting-silent", silent=found.silent)
            said = f"{share}. {silent}"
        yield small(words.text("going-lasting-after", months=months, said=said))


def _of_house(notice: GoingNotice, words: Words) -> Iterator[CardElement]:
    """What owners have named beside the rest, and that it proves nothing."""
    if notice.results:
        yield small(words.text("going-results", results=notice.results))
    if not notice.of_house:
        return
    yield subheading(words.text("figures-of-house"))
    for figure in notice.of_house:
        name = typed(figure.name)
        name.spacing = "Medium"
        yield name
        for text in (*told(figure, words), *_source(figure, words)):
            line = small(text)
            line.spacing = "None"
            yield line
    yield small(words.text("figures-no-cause"))


def _source(figure: KeyFigure, words: Words) -> list[str]:
    return [words.text("figure-from", source=figure.source)] if figure.source else []


def _changes(notice: GoingNotice, role: Role, words: Words) -> list[CardElement]:
    """Each item of which something can be told."""
    rows = [part for item in TOLD_OF[role] for part in _item(notice, item, words)]
    return [subheading(words.text(f"going-changed-{role}")), *rows] if rows else []


def _item(notice: GoingNotice, item: Item, words: Words) -> list[CardElement]:
    """Its name, and each of its changes in words and as a picture of the same."""
    found = [
        part
        for stage in LATER
        if (known := notice.figures.progress_of(item, stage)) and known.change
        for part in (
            *_change(known.change, item, stage, words),
            *_apart(notice, item, stage, words),
        )
    ]
    return [para(words.text(f"going-item-{item}")), *found] if found else []


def _change(change: Change, item: Item, stage: Stage, words: Words) -> list[CardElement]:
    by = change.by
    mean, low, high = (words.signed(each) for each in (by.mean, by.low, by.high))
    told = words.text("going-change", by=mean, low=low, high=high, people=change.people)
    text = words.text(f"going-{stage}", change=told)
    line = small(text)
    line.spacing = "None"
    picture = interval(by, HIGHEST[item] - LOWEST)
    return [line, Image(url=picture, alt_text=text, spacing="Small")]


def _apart(notice: GoingNotice, item: Item, stage: Stage, words: Words) -> list[CardElement]:
    """By how much more than that of those who wait, where that can be told."""
    found = notice.figures.compared_of(item, stage)
    if found is None or found.by is None:
        return []
    by, people = found.by, found.sums.people
    mean, low, high = (words.signed(each) for each in (by.mean, by.low, by.high))
    line = small(words.text("going-apart", by=mean, low=low, high=high, people=people))
    line.spacing = "None"
    return [line]
