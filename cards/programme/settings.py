"""The owners' settings: all at a glance, and from there each part, the history and the file.

The same card sets a new programme up: whatever is saved counts, and nothing has to be done in one
go.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from microsoft_teams.cards.core import CardElement

from cards.kit.dates import day
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    button,
    card,
    heading,
    para,
    row,
    small,
    typed,
)
from cards.kit.inputs import day_if_any
from cards.kit.render import renders
from cards.kit.words import Words
from cards.programme.buttons import (
    LookAtSettings,
    OpenTexts,
    ReadInvitation,
    SaveEnrolmentEnd,
    SaveSettings,
    UndoEnrolmentEnd,
)
from cards.programme.history import history, version
from cards.programme.inputs import input_of
from cards.programme.pieces import back, corrected, day_or_none, touches
from cards.programme.settings_file import file_part
from cards.programme.topics import topic, topics
from cards.programme.values import ON_CARDS, label, shown
from mentoring.domain.idle import Idle, idle
from mentoring.domain.people import Role
from mentoring.domain.setting import SECTIONS, plain, setting, value_at
from mentoring.usecases.programme.end_set import EndSet, written
from mentoring.usecases.programme.settings import TOPIC, VERSION, SettingsNotice

ORDER = ("basics", "sponsor", "contacts", "dates", "sessions", "people", "topics")
"""The parts that a new programme needs, in the order in which they are asked."""
LATER = ("condition", "times", "circles", "figures", "file", "history")
"""Those whose usual values suit most."""
Part = Callable[[SettingsNotice, Words], Rendered]


@renders(SettingsNotice)
def settings_card(notice: SettingsNotice, words: Words) -> Rendered:
    """The part that is looked at, or all at a glance."""
    if notice.part.startswith(TOPIC):
        return topic(notice, words)
    if notice.part.startswith(VERSION):
        return version(notice, words)
    if notice.part in SECTIONS:
        return _form(notice, words)
    own: dict[str, Part] = {
        "dates": _dates,
        "topics": topics,
        "history": history,
        "file": file_part,
    }
    return own.get(notice.part, _at_a_glance)(notice, words)


def _idle(each: Idle, words: Words) -> CardElement:
    """A setting that does nothing, and the one on which that depends."""
    name, other = label(each.setting, words), label(each.other, words)
    where = "card" if each.other in ON_CARDS else "file"
    return small(words.text("settings-idle", name=name, other=other, where=where))


def _at_a_glance(notice: SettingsNotice, words: Words) -> Rendered:
    running = notice.is_running
    title = words.text(
        "settings-title" if running else "settings-set-up", name=notice.programme.name
    )
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("settings-intro" if running else "settings-set-up-intro")),
        *(_idle(each, words) for each in idle(notice.programme)),
        *(_row(notice, part, words) for part in (*ORDER, *LATER)),
    ]
    read = button(words.text("settings-read-invitation"), ReadInvitation())
    texts = button(words.text("settings-texts"), OpenTexts())
    return card(body, [_begin(notice, words), read, texts], summary=title, live=True)


def _begin(notice: SettingsNotice, words: Words) -> Button | None:
    if notice.is_running:
        return None
    return button(words.text("settings-begin"), LookAtSettings(part=ORDER[0]), "positive")


def _row(notice: SettingsNotice, part: str, words: Words) -> CardElement:
    title, said = words.text(f"settings-part-{part}"), _said(notice, part, words)
    opens = words.text("settings-open", part=title)
    return row(title, typed(said), opens, LookAtSettings(part=part))


def _said(notice: SettingsNotice, part: str, words: Words) -> str:
    """What a part says, in a line."""
    match part:
        case "contacts":
            return _contacts(notice, words)
        case "dates":
            return _until(notice, words)
        case "topics":
            return words.text("settings-topics", topics=len(notice.programme.topics))
        case "history":
            return words.text("settings-versions", versions=notice.total)
        case "file":
            return "programme.toml"
    settings = plain(notice.programme)
    values = {path: value_at(settings, path) for path in SECTIONS[part]}
    key = f"settings-said-{part}"
    if words.has(key):
        return words.text(key, **_facts(values, words))
    found = [shown(path, value, words) for path, value in values.items() if value]
    if part == "condition" and _is_about_age(notice):
        found.append(words.text("settings-age-limit"))
    return " · ".join(found) or words.text("setting-empty")


def _facts(values: Mapping[str, object], words: Words) -> dict[str, object]:
    """The values as a sentence takes them: numbers to be counted, everything else in words; 0 is a
    number that is not given.
    """
    return {
        path.rpartition(".")[2]: (value or 0)
        if setting(path).kind == "number"
        else shown(path, value, words)
        for path, value in values.items()
    }


def _contacts(notice: SettingsNotice, words: Words) -> str:
    """Whom to ask, and whom to turn to; a missing one is named, for people need both."""
    asked, boundary = notice.programme.contact, notice.programme.boundary
    missing = words.text("settings-no-contact"), words.text("settings-no-boundary")
    return " · ".join((asked.name or missing[0], boundary.name or boundary.email or missing[1]))


def _until(notice: SettingsNotice, words: Words) -> str:
    end = notice.cycle.enrolment_end
    if end is None:
        return words.text("settings-open-end")
    return words.text("settings-until", day=day(end, words))


def _form(notice: SettingsNotice, words: Words) -> Rendered:
    part, settings = notice.part, plain(notice.programme)
    title = words.text(f"settings-part-{part}")
    raw = notice.raw if notice.problem else {}
    inputs = [input_of(path, value_at(settings, path), raw, words) for path in SECTIONS[part]]
    intro = f"settings-about-{part}"
    body: list[CardElement | None] = [
        heading(title),
        para(words.text(intro)) if words.has(intro) else None,
        *_warned(notice, words),
        *corrected(notice, inputs, words),
        touches(notice, words),
    ]
    return card(body, _form_buttons(notice, words), summary=title, live=True)


def _warned(notice: SettingsNotice, words: Words) -> list[CardElement]:
    """A condition that asks for an age wants a reason."""
    about_age = notice.part == "condition" and _is_about_age(notice)
    return [para(words.text("condition-age"))] if about_age else []


def _is_about_age(notice: SettingsNotice) -> bool:
    return any(notice.programme.condition(role).is_about_age for role in Role)


def _form_buttons(notice: SettingsNotice, words: Words) -> list[Button]:
    part = notice.part
    further = ORDER[ORDER.index(part) + 1] if part in ORDER[:-1] else ""
    buttons: list[Button] = []
    if further and not notice.is_running:
        save = SaveSettings(part=part, then=further, shown=notice.total)
        buttons.append(button(words.text("settings-save-further"), save, "positive"))
    save = SaveSettings(part=part, shown=notice.total)
    buttons.append(button(words.text("settings-save"), save, "default" if buttons else "positive"))
    return [*buttons, back(words)]


def _dates(notice: SettingsNotice, words: Words) -> Rendered:
    title, end = words.text("settings-part-dates"), notice.cycle.enrolment_end
    until = day_if_any("date", words.text("settings-date"))
    typed_in = notice.raw.get("date") if notice.problem else None
    shown = end.isoformat() if end else ""
    until.value = str(typed_in or "") or shown or None
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("settings-about-dates")),
        *corrected(notice, [until], words),
        _day_before(notice.end_set, words),
    ]
    buttons = _saving_dates(notice, shown, words)
    undo = _undo_end(notice, words)
    return card(body, [*buttons[:-1], undo, buttons[-1]], summary=title, live=True)


def _day_before(end: EndSet | None, words: Words) -> CardElement | None:
    """What it was before; who has set it stands below."""
    if end is None:
        return None
    return small(words.text("settings-end-before", day=day_or_none(end.before, words)))


def _undo_end(notice: SettingsNotice, words: Words) -> Button | None:
    """The day before it once more, or none."""
    end = notice.end_set
    if end is None:
        return None
    back_to = UndoEnrolmentEnd(before=written(end.before), shown=written(end.after))
    sure = button(words.text("settings-undo-yes"), back_to, "destructive")
    before = day_or_none(end.before, words)
    question = words.text("settings-undo-end-sure", day=before, dated="yes" if end.before else "no")
    return asking(words.text("settings-undo"), question, sure)


def _saving_dates(notice: SettingsNotice, shown: str, words: Words) -> list[Button]:
    """While it is set up the next part follows, as after every other one."""
    sent = SaveEnrolmentEnd(shown=shown)
    further = SaveEnrolmentEnd(shown=shown, then="sessions")
    if notice.is_running:
        return [button(words.text("settings-save"), sent, "positive"), back(words)]
    return [
        button(words.text("settings-save-further"), further, "positive"),
        button(words.text("settings-save"), sent),
        back(words),
    ]
