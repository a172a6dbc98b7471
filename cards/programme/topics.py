"""The topics: the list, and one topic with its names and what the house says about it."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

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
    subheading,
)
from cards.kit.inputs import line
from cards.kit.words import Words, topic_name
from cards.programme.buttons import LookAtSettings, RemoveTopic, SaveTopic
from cards.programme.pieces import back, corrected, touches
from cards.programme.values import language_name
from mentoring.domain.language import LANGUAGES
from mentoring.domain.topics import Topic
from mentoring.usecases.programme.settings import TOPIC, SettingsNotice

MOST_LINKS = 3
LONGEST_NAME, LONGEST_LINK, LONGEST_RULE = 60, 500, 300


def topics(notice: SettingsNotice, words: Words) -> Rendered:
    """Every topic, a line to press, and a new one."""
    title = words.text("settings-part-topics")
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("settings-about-topics")),
        *(_row(each, words) for each in notice.programme.topics),
    ]
    new = button(words.text("settings-new-topic"), LookAtSettings(part=TOPIC))
    return card(body, [new, back(words)], summary=title, live=True)


def _row(topic: Topic, words: Words) -> CardElement:
    name = topic_name(topic, words)
    house = words.text("settings-topic-house", links=len(topic.links), rules=len(topic.rules))
    opens = words.text("settings-open", part=name)
    return row(name, small(house), opens, LookAtSettings(part=f"{TOPIC}{topic.id}"))


def topic(notice: SettingsNotice, words: Words) -> Rendered:
    """A topic's names, links and rules; one that is gone is a new one."""
    key = notice.part.removeprefix(TOPIC)
    known = next((each for each in notice.programme.topics if each.id == key), None)
    title = topic_name(known, words) if known else words.text("settings-new-topic")
    body: list[CardElement | None] = [
        heading(title),
        *corrected(notice, _inputs(notice, known, words), words),
        touches(notice, words),
    ]
    sent = SaveTopic(part=notice.part, shown=notice.total)
    save = button(words.text("settings-save"), sent, "positive")
    remove = _remove(known, words) if known and len(notice.programme.topics) > 1 else None
    return card(body, [save, remove, back(words, "topics")], summary=title, live=True)


def _inputs(notice: SettingsNotice, known: Topic | None, words: Words) -> list[CardElement | None]:
    found: list[CardElement | None] = []
    for code in LANGUAGES:
        usual = topic_name(known, Words(code)) if known else ""
        name = words.text("settings-topic-name", language=language_name(code, words))
        found.append(_line(notice, f"name_{code}", name, usual, LONGEST_NAME))
    found.append(subheading(words.text("settings-topic-links")))
    for number in range(MOST_LINKS):
        link = known.links[number] if known and number < len(known.links) else None
        called, leads = (
            words.text(f"settings-link-{each}", number=number + 1) for each in ("name", "address")
        )
        at = f"link_{number + 1}"
        found.append(_line(notice, f"{at}_name", called, link.name if link else "", LONGEST_NAME))
        address = link.address if link else ""
        found.append(_line(notice, f"{at}_address", leads, address, LONGEST_LINK))
    found.append(subheading(words.text("settings-topic-rules")))
    for code in LANGUAGES:
        rule = known.rules.get(code, "") if known else ""
        name = words.text("settings-topic-rule", language=language_name(code, words))
        found.append(_line(notice, f"rules_{code}", name, rule, LONGEST_RULE))
    return found


def _line(notice: SettingsNotice, key: str, label: str, value: str, longest: int) -> CardElement:
    said = notice.raw.get(key, value) if notice.problem else value
    return line(key, label, said, longest=longest, several_lines=key.startswith("rules"))


def _remove(topic: Topic, words: Words) -> Button:
    sure = button(words.text("settings-remove-yes"), RemoveTopic(topic=topic.id), "destructive")
    return asking(words.text("settings-remove"), words.text("settings-remove-sure"), sure)
