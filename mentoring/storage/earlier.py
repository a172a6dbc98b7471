"""What earlier versions wrote into columns, converted to the shape in which it is read today.

A shape that changes keeps its reader here, because a row is rewritten only when something about it
changes. Each reader leaves what is written today as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from mentoring.domain.language import LANGUAGES
from mentoring.domain.matching.settings import with_kept_meaning
from mentoring.domain.programme import ADDRESS, LONGEST_NAME, as_kept, reminders_within
from mentoring.domain.scheduling.settings import SchedulingRules

Reader = Callable[[Any], Any]


def _none_if_empty(stored: Any) -> Any:  # noqa: ANN401 - JSON as it lies there, here and below
    """Before there were types, ``{}`` meant that there is none."""
    return stored or None


def _alternatives(stored: Any) -> Any:  # noqa: ANN401
    """Formerly one list, in which each entry said whom it was for."""
    if not isinstance(stored, list):
        return stored
    return {
        f"for_{side}": [each for each in stored if each["for"] == side]
        for side in ("mentee", "mentor")
    }


def _settings(stored: Any) -> Any:  # noqa: ANN401
    return _matching(with_kept_meaning(stored)) if stored else None


def _settings_of_run(stored: Mapping[str, Any]) -> dict[str, Any]:
    return _matching(with_kept_meaning(stored))


def _programme(stored: Any) -> Any:  # noqa: ANN401
    """Formerly a file could also say what had no effect, or did harm: what nothing followed from is
    left out.
    """
    mended = {key: MENDED.get(key, _as_it_is)(value) for key, value in as_kept(stored).items()}
    return {key: value for key, value in mended.items() if value is not NOTHING}


NOTHING = object()


def _as_it_is(value: Any) -> Any:  # noqa: ANN401
    return value


def _addressed(person: Mapping[str, str]) -> Mapping[str, str]:
    known = ADDRESS.fullmatch(person.get("email", "").strip())
    return person if known else {**person, "email": ""}


def _topics(topics: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    by_id = {topic["id"]: _named(topic) for topic in reversed(topics)}
    return [by_id[each] for each in dict.fromkeys(topic["id"] for topic in topics)]


def _named(topic: Mapping[str, str]) -> dict[str, str]:
    blank = {code for code in LANGUAGES if code in topic and not topic[code].strip()}
    return {key: value for key, value in topic.items() if key not in blank}


def _offers(offers: Any) -> Any:  # noqa: ANN401
    days, reminders = offers.get("days", 5), offers.get("reminders", (3, 1))
    return {**offers, "reminders": reminders_within(days, tuple(reminders))}


def _matching(stored: Mapping[str, Any]) -> dict[str, Any]:
    groups, targets = (
        [{**group, "people": _once(group["people"])} for group in stored.get(name, ())]
        for name in ("exclusion_groups", "kpi_groups")
    )
    return {
        **stored,
        "exclusion_groups": [group for group in groups if len(group["people"]) > 1],
        "kpi_groups": targets,
        "blocked_pairs": [two for two in stored.get("blocked_pairs", ()) if len(_once(two)) > 1],
    }


def _sessions(stored: Mapping[str, Any]) -> dict[str, Any]:
    """Of several regions for one place the first has counted; one without a place for nobody."""
    regions: dict[str, Any] = {}
    for each in stored.get("regions", ()):
        regions.setdefault(each["directory"].strip().casefold(), each)
    regions.pop("", None)
    return _with_room({**stored, "regions": [*regions.values()]})


def _with_room(stored: Mapping[str, Any]) -> dict[str, Any]:
    """The rules, without hours that left no room for any session."""
    try:
        SchedulingRules.model_validate(stored)
    except ValidationError as error:
        if any(each["type"] == "no_room" for each in error.errors()):
            return {key: value for key, value in stored.items() if key not in HOURS}
    return dict(stored)


HOURS = frozenset({"earliest", "latest", "lunch", "no_go"})


def _once(people: Iterable[str]) -> list[str]:
    """Each as it was written first: an address is the same in small letters."""
    found: dict[str, str] = {}
    for person in filter(None, (each.strip() for each in people)):
        found.setdefault(person.casefold(), person)
    return [*found.values()]


MENDED: Mapping[str, Reader] = {
    "name": lambda name: name.strip()[:LONGEST_NAME].strip() or NOTHING,
    "languages": lambda languages: languages or NOTHING,
    "sponsor": _addressed,
    "contact": _addressed,
    "topics": _topics,
    "offers": _offers,
    "matching": _matching,
    "sessions": _sessions,
}
"""How each part of stored settings is read."""


def _figures(stored: Any) -> Any:  # noqa: ANN401
    """Formerly scores held everything that counts, and nothing said so."""
    whole = stored.get("whole_scores", bool(stored.get("scores")))
    return {**stored, "weakest": stored.get("weakest") or None, "whole_scores": whole}


def _preview(stored: Any) -> Any:  # noqa: ANN401
    """Formerly what is tried out lay beside its price, and how many more are served lay inside a
    total.
    """
    if not stored:
        return None
    if "tried" in stored:
        tried = stored["tried"]
        return {**stored, "tried": {**tried, "settings": _settings(tried.get("settings"))}}
    tried = {key: value for key, value in stored.items() if key not in {"difference", "token"}}
    told = stored["difference"]
    return {
        "tried": {**tried, "settings": _settings(tried.get("settings"))},
        "difference": {
            **told,
            "served": told["tandems"]["served"],
            "figures": _figures(told["figures"]),
        },
        "token": stored["token"],
    }


def _plan(stored: Any) -> Any:  # noqa: ANN401
    proposals = stored.get("proposals")
    return {**stored, "proposals": [_series(each) for each in proposals]} if proposals else stored


def _options(stored: Any) -> Any:  # noqa: ANN401
    return [{**each, "series": _series(each["series"])} for each in stored]


def _series(stored: Any) -> Any:  # noqa: ANN401
    """Formerly the sessions lay beside a plan that held all the rest."""
    if not stored or "plan" not in stored:
        return stored or None
    return {**stored["plan"], "sessions": stored["sessions"]}


EARLIER: Mapping[str, Mapping[str, Reader]] = {
    "proposals": {"alternatives": _alternatives, "lock": _none_if_empty},
    "runs": {"settings": _settings_of_run, "figures": _figures, "preview": _preview},
    "decisions": {"settings": _settings},
    "settings_versions": {"settings": _programme},
    "tandems": {"plan": _plan},
    "polls": {"options": _options},
}
"""The readers, by table and column."""
