"""Single sentences, refusals and help."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.kit.dates import day, day_and_time
from cards.kit.elements import Rendered, card, facts, heading, para, subheading
from cards.kit.render import renders
from cards.kit.words import Words, understood
from mentoring.domain.errors import Refusal
from mentoring.domain.language import Language
from mentoring.domain.programme import NO_CONTACT, Contact
from mentoring.notices import Notice, Refused, Said


@dataclass(frozen=True)
class HelpNotice(Notice):
    """What somebody may do here: the names of the commands, whom to ask, and which of the commands
    they probably need ``now``.
    """

    commands: tuple[str, ...]
    owner: bool
    contact: Contact = NO_CONTACT
    now: tuple[str, ...] = ()


@dataclass(frozen=True)
class NotAnsweredNotice(Notice):
    """A participant has written something that the bot has no answer to; whom they may ask."""

    contact: Contact = NO_CONTACT


def sentence(refusal: Refusal, words: Words) -> str:
    """A refusal in words; one that names a field has a text of its own for it, where there is
    one.
    """
    specific = f"refusal-{refusal.code}-{(refusal.field or '').replace('_', '-')}"
    key = specific if refusal.field and words.has(specific) else f"refusal-{refusal.code}"
    facts = dict(refusal.facts)
    if "rules" in facts:
        facts["rules"] = "; ".join(
            words.text(f"rule-{rule}", **refusal.facts) for rule in str(facts["rules"]).split()
        )
    if "at" in facts:
        facts["at"] = day_and_time(datetime.fromisoformat(str(facts["at"])), words)
    if "since" in facts:
        facts["day"] = day(date.fromisoformat(str(facts.pop("since"))), words)
    return words.text(key, **facts)


def spoken(notice: Said, words: Words) -> str:
    """The sentence in words."""
    return words.text(f"said-{notice.code}", **dict(notice.facts))


@renders(Said)
def said(notice: Said, words: Words) -> Rendered:
    """One sentence."""
    text = spoken(notice, words)
    return card([para(text)], summary=text)


@renders(Refused)
def refused(notice: Refused, words: Words) -> Rendered:
    """What was not possible, and what to do."""
    text = sentence(notice.refusal, words)
    return card([para(text)], summary=text)


@renders(NotAnsweredNotice)
def not_answered(notice: NotAnsweredNotice, words: Words) -> Rendered:
    """One line with what one can say, and whom to ask."""
    text = words.text("not-answered")
    return card([para(text), contact_line(notice.contact, words)], summary=text)


@renders(HelpNotice)
def help_card(notice: HelpNotice, words: Words) -> Rendered:
    """The commands that one may give here."""
    if words.says_otherwise:
        return _drawn(notice, words)
    return _help(notice, words.language, words.formal)


@lru_cache(maxsize=64)
def _help(notice: HelpNotice, language: Language, formal: bool) -> Rendered:
    """Drawn once for each voice: it has no button, so it is the same wherever it stands."""
    return _drawn(notice, Words(language, formal=formal))


def _drawn(notice: HelpNotice, words: Words) -> Rendered:
    intro = words.text("help-owner" if notice.owner else "help-participant")
    body: list[CardElement | None] = [heading(words.text("help-title")), para(intro)]
    if notice.now:
        body += [subheading(words.text("help-now")), _listed(notice.now, words)]
        body.append(subheading(words.text("help-later")))
    rest = [name for name in notice.commands if name not in notice.now]
    body += [_listed(rest, words), contact_line(notice.contact, words)]
    return card(body, summary=intro)


def _listed(commands: Iterable[str], words: Words) -> CardElement:
    """Commands, each with what it does."""
    keys = [f"command-{name}" for name in commands]
    return facts((understood(key, words.language)[0], words.text(key)) for key in keys)
