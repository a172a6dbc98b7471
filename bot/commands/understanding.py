"""Which command somebody means, however politely and in whatever order they say it.

The command may stand first (``invite mentees …``), after a word of what it is about (``Mentees
einladen: …``), or last, as in German (``Eva Costa als Mentee einladen``, ``lade Eva Costa ein``).
Politeness around it, greetings and punctuation do not matter. What does something at once is found
at the end only if nothing else is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from bot.commands.registry import COMMANDS, Command
from bot.typed.words import names_a_pair
from cards.kit.words import typed, understood
from mentoring.domain.language import LANGUAGES, Language

WORD = re.compile(r"\S+")
EDGES = "!?.,;:…\"'„“”‚‘’()[]-–/"
MOST_BEFORE = 3
LONGEST_MISSPELT = 4
"""In words; a longer text is no misspelt command."""
NEAR, NEARER = 72, 80
"""In percent of letters that agree; a single word of a longer text has to be nearer."""
SHORTEST_MISSPELT = 4
LONGEST_OF_OWNER = 8
"""In words; a longer text that begins with a word of owners is about something."""
PLACES = ("where-mail-ahead", "where-levels", "where-apart", "where-by-hand", "where-undo")
"""What owners look for that has no command of its own; its names are ``.said`` of its sentence."""
GREETING = "hello"
Found = tuple[Command, str]
Phrases = Sequence[tuple[tuple[str, ...], Command]]


@dataclass(frozen=True)
class _Word:
    """A word as it is compared, and where it stands in the text."""

    said: str
    start: int
    end: int


def find(text: str) -> Found | None:
    """The command that is meant, and what else is said: whom or what it is about, with its line
    breaks. None if none is meant.
    """
    whole = _exactly(text)
    if whole:
        return whole, ""
    every = list(_words(text))
    short = _without_politeness(every)
    phrases = _phrases(len(COMMANDS))
    found = _first(text, short, phrases) or _after_its_object(text, short)
    greeted = None if found else _first(text, every, phrases)
    if greeted and short and greeted[0].name == GREETING:
        greeted = None  # somebody greets, and goes on to something else
    return found or greeted or _last(text, short, phrases)


def of_owner(text: str) -> Found | None:
    """The same by words that only an owner means by it, at the beginning of a short text: anybody
    else says them of other things. A number alone is a tandem's.
    """
    every = list(_words(text))
    words = _without_politeness(every)
    if len(words) > LONGEST_OF_OWNER:
        return _of_pair(text, words)
    if len(words) == 1 and words[0].said.isdecimal():
        return COMMANDS["show-tandem"], words[0].said
    return (
        _of_pair(text, words)
        or _begins_like_an_owner(text, words)
        or _begins_like_an_owner(text, every)
    )


def _of_pair(text: str, words: Sequence[_Word]) -> Found | None:
    """What is said to do with two people: *add Jan Kurz and Eva Costa*, whatever stands first."""
    phrases = [pair for pair in _phrases_of_owners(len(COMMANDS)) if pair[1].of_pair]
    found = _first(text, words, phrases) or _last(text, words, phrases)
    return found if found and names_a_pair(found[1]) else None


def _begins_like_an_owner(text: str, words: Sequence[_Word]) -> Found | None:
    for phrase, each in _phrases_of_owners(len(COMMANDS)):
        if not each.of_pair and _says(words[: len(phrase)], phrase):
            return each, _rest(text, _skipped(words[len(phrase) :], "thanks"))
    return None


def place_of(text: str) -> str:
    """The sentence (its code) that says to owners where something is that has no command of its
    own; empty if nothing of that kind is all that is said.
    """
    said = " ".join(word.said for word in _without_politeness(list(_words(text))))
    return next((each for each in PLACES if said in _names_of(each)), "")


def is_only_polite(text: str) -> bool:
    """Whether nothing is said but thanks."""
    words = list(_words(text))
    return bool(words) and not _skipped(words, "thanks")


def nearest(text: str, language: Language, *, owner: bool) -> str:
    """The command that a misspelt one is nearest to, among those that the person may give; empty if
    none is near.
    """
    allowed = [each for each in COMMANDS.values() if owner or each.who == "everybody"]
    meant = words_of(allowed)
    close = _close([word.said for word in _without_politeness(list(_words(text)))], meant)
    if not close:
        return ""
    own = {word.casefold(): word for word in meant[close].said(language)}
    return own.get(close, meant[close].shown(language))


def _close(said: Sequence[str], meant: Iterable[str]) -> str:
    whole = " ".join(said) if len(said) <= LONGEST_MISSPELT else ""
    first = said[0] if said and len(said[0]) >= SHORTEST_MISSPELT else ""
    for attempt, cutoff in ((whole, NEAR), (" ".join(said[:2]), NEARER), (first, NEARER)):
        close = process.extractOne(attempt, list(meant), scorer=fuzz.ratio, score_cutoff=cutoff)
        if attempt and close:
            return str(close[0])
    return ""


def words_of(several: Iterable[Command], *, also: bool = False) -> dict[str, Command]:
    """What one may type for these commands, or ``also`` owners, in all languages, case-folded.

    Raises:
        ValueError: two of them share a word.
    """
    meant: dict[str, Command] = {}
    for each in several:
        words = each.also if also else each.said
        for word in (word.casefold() for language in LANGUAGES for word in words(language)):
            if meant.setdefault(word, each) is not each:
                raise ValueError(
                    f"'{word}' is said for {each.name} and for {meant[word].name} (.said in "
                    "cards/texts)"
                )
    return meant


def _exactly(text: str) -> Command | None:
    """The command whose words are all that is said, signs such as ``?`` included."""
    return dict(_phrases_by_text(len(COMMANDS))).get(" ".join(text.split()).casefold().lstrip("/"))


@cache
def _phrases_by_text(_commands: int) -> tuple[tuple[str, Command], ...]:
    """All words for all commands; their number is only the cache's key, so that a newly registered
    command is found.
    """
    return tuple(words_of(COMMANDS.values()).items())


@cache
def _phrases(commands: int) -> tuple[tuple[tuple[str, ...], Command], ...]:
    """The same word by word, the longest first."""
    return _longest_first(_phrases_by_text(commands))


@cache
def _phrases_of_owners(_commands: int) -> tuple[tuple[tuple[str, ...], Command], ...]:
    return _longest_first(words_of(COMMANDS.values(), also=True).items())


def _longest_first(
    said: Iterable[tuple[str, Command]],
) -> tuple[tuple[tuple[str, ...], Command], ...]:
    split = ((tuple(map(_folded, text.split())), each) for text, each in said)
    return tuple(sorted((pair for pair in split if pair[0][0]), key=lambda pair: -len(pair[0])))


@cache
def _names_of(place: str) -> frozenset[str]:
    return frozenset(
        word.casefold() for each in LANGUAGES for word in understood(f"said-{place}", each)
    )


def _words(text: str) -> Iterator[_Word]:
    """The words; a command with a colon is one although no blank follows it."""
    begins = {phrase[0] for phrase, _ in _phrases(len(COMMANDS))}
    for found in WORD.finditer(text):
        head, colon, _ = found[0].partition(":")
        cut = found.start() + len(head) + 1
        if colon and cut < found.end() and _folded(head) in begins:
            yield _Word(_folded(head), found.start(), cut)
            yield _Word(_folded(text[cut : found.end()]), cut, found.end())
        elif said := _folded(found[0]):
            yield _Word(said, found.start(), found.end())


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'").strip(EDGES)


def _without_politeness(words: Sequence[_Word]) -> Sequence[_Word]:
    """What is said between greeting, request and thanks."""
    left, end = _skipped(words, "polite"), 0
    while cut := _long(left, "thanks", end):
        end += cut
    return left[: len(left) - end]


def _skipped(words: Sequence[_Word], key: str) -> Sequence[_Word]:
    """The words after all that begin them and stand in ``typed-<key>``."""
    begin = 0
    while cut := next((len(p) for p in _typed(key) if _says(words[begin : begin + len(p)], p)), 0):
        begin += cut
    return words[begin:]


def _long(words: Sequence[_Word], key: str, end: int) -> int:
    """How many words that stand in ``typed-<key>`` are the last before the ``end`` last ones."""
    until = len(words) - end
    ending = (len(p) for p in _typed(key) if _says(words[max(0, until - len(p)) : until], p))
    return next(ending, 0)


@cache
def _typed(key: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_folded(word) for word in each.split()) for each in typed(key))


@cache
def _single(key: str) -> frozenset[str]:
    return frozenset(each[0] for each in _typed(key) if len(each) == 1)


def _says(words: Sequence[_Word], phrase: Sequence[str]) -> bool:
    return len(words) == len(phrase) and all(
        word.said == said for word, said in zip(words, phrase, strict=True)
    )


def _first(text: str, words: Sequence[_Word], phrases: Phrases) -> Found | None:
    """The longest command that the words begin with; one of two words may enclose what it is
    about.
    """
    for phrase, each in phrases:
        after = words[len(phrase) :]
        if _says(words[: len(phrase)], phrase):
            return each, _rest(text, _skipped(after, "thanks"))
        if len(phrase) == 2 and words and words[0].said == phrase[0]:
            around = _skipped(_skipped(words[1:], "thanks"), "filler")
            if around and around[0].said == phrase[1]:
                return each, _rest(text, _skipped(around[1:], "thanks"))
            if around and around[-1].said == phrase[1]:
                return each, _rest(text, around[:-1])
    return None


def _after_its_object(text: str, words: Sequence[_Word]) -> Found | None:
    """The command after a word or two of what it is about: *Mentees einladen: …*, *3 beenden*."""
    light, roles = _single("light"), _single("as") | _single("mentee") | _single("mentor")
    before = 0
    while before < min(MOST_BEFORE, len(words)) and _is_object(words[before], light | roles):
        before += 1
        found = _first(text, words[before:], _phrases(len(COMMANDS)))
        if found and not found[0].at_once:
            told = [word for word in words[:before] if _is_object(word, roles)]
            return found[0], f"{_rest(text, told)} {found[1]}".strip()
    return None


def _is_object(word: _Word, others: frozenset[str]) -> bool:
    """Whether it says what a command is about: one of these words, or a tandem's number."""
    return word.said in others or word.said.isdecimal()


def _last(text: str, words: Sequence[_Word], phrases: Phrases) -> Found | None:
    """The longest command that the words end with, unless they say *not*."""
    light = _single("light")
    if any(word.said in _single("negation") for word in words):
        return None
    for phrase, each in phrases:
        if _says(words[-len(phrase) :], phrase):
            before = words[: -len(phrase)]
            if each.at_once and any(word.said not in light for word in before):
                return None
            return each, _rest(text, before)
    return None


def _rest(text: str, words: Sequence[_Word]) -> str:
    """The text of these words, with the line breaks between them."""
    return text[words[0].start : words[-1].end].lstrip(":").strip() if words else ""
