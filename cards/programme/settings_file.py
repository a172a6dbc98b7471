"""``programme.toml`` out and in: the settings as text in an input, and as a file."""

from __future__ import annotations

from collections.abc import Mapping

import tomli_w
from microsoft_teams.cards.core import CardElement

from cards.kit.documents import Document, writes
from cards.kit.elements import Button, Rendered, asking, button, card, heading, para, small
from cards.kit.inputs import line
from cards.kit.render import renders
from cards.kit.words import Words
from cards.programme.buttons import ExportSettings, ImportSettings
from cards.programme.pieces import back, corrected
from mentoring.domain.programme import Programme
from mentoring.usecases.programme.settings import SettingsFileNotice, SettingsNotice

LONGEST = 12_000
"""In characters: a card takes no more than 28 KB; what is longer comes as a file."""
NAME = "programme.toml"


def file_text(programme: Programme) -> str:
    """The settings as a programme file says them; what is empty is left out."""
    return tomli_w.dumps(_said(programme.model_dump()), multiline_strings=True)


def _said(table: Mapping[str, object]) -> dict[str, object]:
    """What has been said: nothing empty."""
    written = {key: _value(value) for key, value in table.items()}
    return {key: value for key, value in written.items() if value not in (None, "", {})}


def _value(value: object) -> object:
    if isinstance(value, Mapping):
        return _said(value)
    if isinstance(value, list | tuple):
        return [_value(each) for each in value]
    return value


def file_part(notice: SettingsNotice, words: Words) -> Rendered:
    """The file's text, to be copied, or to be written over."""
    title, text = words.text("settings-part-file"), file_text(notice.programme)
    said = notice.raw.get("file", "") if notice.problem else text if len(text) <= LONGEST else ""
    area = line("file", words.text("settings-file-text"), said, longest=LONGEST, several_lines=True)
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("settings-about-file")),
        small(words.text("settings-file-too-long")) if len(text) > LONGEST else None,
        *corrected(notice, [area], words),
    ]
    export = button(words.text("settings-export"), ExportSettings())
    return card(body, [_import(notice, words), export, back(words)], summary=title, live=True)


def _import(notice: SettingsNotice, words: Words) -> Button:
    sure = button(words.text("settings-import-yes"), ImportSettings(shown=notice.total), "positive")
    key = "settings-import-sure-running" if notice.is_running else "settings-import-sure"
    return asking(words.text("settings-import"), words.text(key), sure)


@writes(SettingsFileNotice)
def settings_as_file(notice: SettingsFileNotice, words: Words) -> Document:
    """The programme file of what counts now."""
    text = f"# {words.text('settings-file-heading', name=notice.programme.name)}\n\n"
    content = text + file_text(notice.programme)
    return Document(NAME, words.text("settings-file-what"), content.encode())


@renders(SettingsFileNotice)
def settings_file(notice: SettingsFileNotice, words: Words) -> Rendered:
    """The same where a cloud takes no files."""
    title = words.text("settings-file-what")
    return card([heading(title), para(file_text(notice.programme)[:LONGEST])], summary=title)
