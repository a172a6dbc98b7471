"""Who set what and when, the newest first, and the way to take one version back."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.kit.dates import day_of_a_year_and_time
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    button,
    card,
    heading,
    para,
    row,
    typed,
)
from cards.kit.words import Words
from cards.programme.buttons import LookAtSettings, UndoSettings
from cards.programme.pieces import back
from cards.programme.values import in_words, label
from mentoring.domain.cycle import Source
from mentoring.usecases.programme.settings import (
    VERSION,
    VERSIONS_SHOWN,
    SettingsNotice,
    VersionSeen,
)

MOST_CHANGES = 25
MOST_NAMED = 3


def history(notice: SettingsNotice, words: Words) -> Rendered:
    """The versions, each a line to press."""
    title = words.text("settings-part-history")
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("settings-about-history")),
        *(_line(each, words) for each in notice.versions),
    ]
    return card(body, _turning(notice, words), summary=title, live=True)


def _line(each: VersionSeen, words: Words) -> CardElement:
    title, look = _heading(each, words), LookAtSettings(part=f"{VERSION}{each.number}")
    return row(title, typed(_named(each, words)), title, look, "›")


def _heading(each: VersionSeen, words: Words) -> str:
    """When and by whom; what came from the file at the start was set by nobody."""
    facts = {"number": each.number, "day": day_of_a_year_and_time(each.at, words)}
    if each.source is Source.FILE:
        return words.text("settings-version-file", **facts)
    by = words.who(each.by)
    key = "settings-version-undo" if each.source is Source.UNDO else "settings-version-card"
    return words.text(key, by=by, **facts)


def _named(each: VersionSeen, words: Words) -> str:
    names = [label(changed.path, words) for changed in each.changed]
    more = len(names) - MOST_NAMED
    named = names[:MOST_NAMED] + ([words.text("settings-and-more", more=more)] if more > 0 else [])
    return ", ".join(named) or words.text("settings-began")


def _turning(notice: SettingsNotice, words: Words) -> list[Button]:
    older = (notice.page + 1) * VERSIONS_SHOWN < notice.total
    buttons: list[Button] = []
    if older:
        look = LookAtSettings(part="history", page=notice.page + 1)
        buttons.append(button(words.text("settings-older"), look))
    if notice.page:
        look = LookAtSettings(part="history", page=notice.page - 1)
        buttons.append(button(words.text("settings-newer"), look))
    return [*buttons, back(words)]


def version(notice: SettingsNotice, words: Words) -> Rendered:
    """What a version has changed, before and after."""
    (seen,) = notice.versions
    title, more = _heading(seen, words), len(seen.changed) - MOST_CHANGES
    lines = [in_words(each, words) for each in seen.changed[:MOST_CHANGES]]
    body: list[CardElement | None] = [
        heading(title),
        *(typed(line) for line in lines or [words.text("settings-began")]),
        para(words.text("settings-and-more", more=more)) if more > 0 else None,
    ]
    buttons = [_undo(notice, seen, words) if seen.changed else None, back(words, "history")]
    return card(body, buttons, summary=title, live=True)


def _undo(notice: SettingsNotice, seen: VersionSeen, words: Words) -> Button:
    sure = button(words.text("settings-undo-yes"), UndoSettings(version=seen.number), "destructive")
    key = "settings-undo-sure-running" if notice.is_running else "settings-undo-sure"
    return asking(words.text("settings-undo"), words.text(key), sure)
