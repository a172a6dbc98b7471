"""What owners have typed into the card of the settings, read into values as a file would have them;
what is wrong is told in the words for the file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence

from pydantic import ValidationError

from bot.programmes.explained import Finding
from bot.programmes.faults import ProgrammeInvalid
from bot.programmes.reading import checked, read_programme
from bot.programmes.topics import name_taken
from bot.typed.dates import day_written, refused_at
from cards.kit.inputs import listed
from cards.kit.spoken import codes_by_name
from cards.kit.words import Words, typed
from cards.programme.settings_file import NAME
from cards.programme.topics import MOST_LINKS
from mentoring.domain.errors import Refusal
from mentoring.domain.language import LANGUAGES
from mentoring.domain.programme import Programme
from mentoring.domain.setting import SECTIONS, Setting, plain, setting, with_values
from mentoring.domain.topics import Topic

O_CLOCK = "|".join((*typed("oclock"), "h"))
CLOCK = re.compile(rf"(\d{{1,2}})(?:[:.](\d{{2}}))?(?: ?(?:{O_CLOCK}))?", re.IGNORECASE)
MOST_FAULTS = 8
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def settings_in(
    part: str, inputs: Mapping[str, object], now: Programme, words: Words
) -> dict[str, object]:
    """The values that a part's inputs hold, by path, checked against all that counts now.

    Raises:
        Refusal: ``setting-wrong``, naming the input and, in words, what is allowed there; as
            ``day_written``.
    """
    known = [setting(path) for path in SECTIONS[part] if path in inputs]
    values = {each.path: _value(each, str(inputs[each.path] or "").strip()) for each in known}
    if values.get("sessions.number"):
        values["sessions.months"] = Programme().sessions.months  # the number counts instead
    _, found = checked(with_values(plain(now), values))
    if found:
        raise _wrong(found, [*values], words)
    return values


def _value(known: Setting, said: str) -> object:
    """A typed value as the file would have it; what cannot be read stays as it was typed."""
    if known.path == "languages":
        return _languages(said)
    if known.kind == "days":
        with refused_at(known.path):
            return [day for part in re.split(r"[,;\n]", said) for day in _days(part.strip())]
    if known.kind in READ_EACH:
        read = READ_EACH[known.kind]
        parts = listed(said) if known.kind == "several" else SEPARATED.findall(said)
        return [read(each) for each in parts]
    if known.kind in READ:
        return READ[known.kind](said) if said else None
    return None if not said and known.path.startswith("sponsor.sentence") else said


def _languages(said: str) -> list[str]:
    """The codes of what is named, by names in any language of the product or by codes; of names
    with a space in them, too.
    """
    named = codes_by_name()
    found: list[str] = []
    for part in re.split(r"[,;\n]", said):
        whole = named.get(part.strip().casefold())
        each = [whole] if whole else [named.get(one.casefold(), one) for one in part.split()]
        found += each
    return list(dict.fromkeys(found))


def _number(said: str) -> object:
    try:
        number = float(said)
    except ValueError:
        return said
    return int(number) if number.is_integer() else said


def _switch(said: str) -> object:
    return {"true": True, "false": False}.get(said.casefold(), said)


def _days(said: str) -> list[str]:
    """One day, or several with spaces between them, as a file has them; what is no day with its
    year stays as it was typed.

    Raises:
        Refusal: ``date-impossible``.
    """
    parts = [said] if day_written(said) else SEPARATED.findall(said)
    return [day.isoformat() if (day := day_written(part)) else part for part in parts]


def _clock(said: str) -> str:
    found = CLOCK.fullmatch(said)
    return f"{int(found[1]):02d}:{found[2] or '00'}" if found else said


SEPARATED = re.compile(r"[^\s,;]+")
READ_EACH: Mapping[str, Callable[[str], object]] = {
    "several": _number,
    "list": str,
    "numbers": _number,
}
READ: Mapping[str, Callable[[str], object]] = {
    "number": _number,
    "choice": _number,
    "switch": _switch,
    "time": _clock,
}


def _wrong(found: Iterable[Finding], paths: Sequence[str], words: Words) -> Refusal:
    """The first thing that is wrong, at its input; where a card writes something in another way
    than a file, as the card does.
    """
    first = next(iter(found))
    key = f"setting-wrong-{first.code}"
    key = key if words.has(key) else f"programme-file-{first.code}"
    text = words.text(key, **first.facts)
    return Refusal("setting-wrong", field=_input_for(first.shown, paths), text=text)


def _input_for(shown: str, paths: Sequence[str]) -> str:
    """The input of a path; of one that stands on another part, the input of the same name."""
    name = shown.rpartition(".")[2]
    alike = (path for path in paths if path.rpartition(".")[2] == name)
    return shown if shown in paths else next(alike, paths[0])


def topic_in(part: str, inputs: Mapping[str, object], now: Programme, words: Words) -> Topic:
    """The topic that the inputs say; a new one gets an id from its name.

    Raises:
        Refusal: ``topic-name`` without a name; ``topic-name-taken``; ``link-incomplete``;
            ``setting-wrong``.
    """
    said = {key: str(value or "").strip() for key, value in inputs.items()}
    names = {code: said[f"name_{code}"] for code in LANGUAGES if said.get(f"name_{code}")}
    if not names:
        raise Refusal("topic-name", field=f"name_{next(iter(LANGUAGES))}")
    rules = {f"rules_{code}": said.get(f"rules_{code}", "") for code in LANGUAGES}
    key = part.partition(":")[2] or _new_id(next(iter(names.values())), now)
    written = {
        "id": key,
        **_own_names(key, names),
        "links": [*_links(said)],
        **{name: rule for name, rule in rules.items() if rule},
    }
    try:
        topic = Topic.model_validate(written)
    except ValidationError as error:
        raise _topic_wrong(error, words) from None
    _require_own_name(topic, now.topics)
    return topic


def _require_own_name(topic: Topic, all_topics: Iterable[Topic]) -> None:
    """Refuse a name that another topic has: nobody could tell the two apart."""
    taken = name_taken(topic, (each for each in all_topics if each.id != topic.id))
    if taken:
        code, name = taken
        raise Refusal("topic-name-taken", field=f"name_{code}", name=name)


def _own_names(key: str, names: Mapping[str, str]) -> dict[str, str]:
    """The names that are not those which the topic has anyway."""
    usual = f"topic-name-{key.replace('_', '-')}"
    voices = {code: Words(code) for code in names}
    return {
        code: name
        for code, name in names.items()
        if not (voices[code].has(usual) and voices[code].text(usual) == name)
    }


def _links(said: Mapping[str, str]) -> Iterable[dict[str, str]]:
    for number in range(1, MOST_LINKS + 1):
        name, address = (said.get(f"link_{number}_{each}", "") for each in ("name", "address"))
        if bool(name) is not bool(address):
            raise Refusal("link-incomplete", field=f"link_{number}_name")
        if name:
            yield {"name": name, "address": address}


def _topic_wrong(error: ValidationError, words: Words) -> Refusal:
    first = error.errors()[0]
    link = re.search(r"'links', (\d+)", str(first["loc"]))
    if link:
        field = f"link_{int(link[1]) + 1}_address"
        return Refusal("setting-wrong", field=field, text=words.text("programme-file-link"))
    code = str(first["loc"][-1])
    return Refusal("setting-too-long", field=f"rules_{code}" if "rules" in first["loc"] else None)


def _new_id(name: str, now: Programme) -> str:
    """An id for a topic of this name that no other one has."""
    plainly = unicodedata.normalize("NFKD", name.casefold().translate(UMLAUTS))
    words = re.findall(r"[a-z0-9]+", plainly.encode("ascii", "ignore").decode())
    found = "_".join(words)[:40]
    base = found if found[:1].isalpha() else f"topic_{found}".rstrip("_")
    known = {topic.id for topic in now.topics}
    further = (f"{base}_{number}" for number in range(2, len(known) + 3))
    return next(each for each in (base, *further) if each not in known)


def file_in(text: str, words: Words) -> Programme:
    """The programme file that an owner has handed in.

    Raises:
        Refusal: ``setting-wrong`` with every error and its line; ``file-empty`` without a text,
            which would set everything back.
    """
    if not text.strip():
        raise Refusal("file-empty", field="file")
    try:
        return read_programme(text.encode(), NAME)
    except ProgrammeInvalid as invalid:
        told = invalid.sentences(words)
        more = len(told) - MOST_FAULTS
        tail = [words.text("settings-and-more", more=more)] if more > 0 else []
        text = "\n\n".join([*told[:MOST_FAULTS], *tail])
        raise Refusal("setting-wrong", field="file", text=text) from None
