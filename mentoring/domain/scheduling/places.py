"""Countries and the parts of them as people and directories spell them: in English, German, the
country's own languages, with or without accents, as names or codes (source: ``pycountry``; which
parts have holidays of their own: ``holidays``).
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

import pycountry
from holidays.registry import COUNTRIES

from mentoring.domain.scheduling.public_holidays import country_holidays

ALSO_COUNTRIES = {
    "GB": "UK, Great Britain, Großbritannien, England, Scotland, Wales, Northern Ireland",
    "NL": "Holland, The Netherlands",
    "RU": "Russia, Russland",
    "CZ": "Czech Republic, Tschechei",
    "US": "America, Amerika, Vereinigte Staaten von Amerika",
    "CH": "Suisse, Svizzera, Schweizerische Eidgenossenschaft",
    "DE": "BRD, Federal Republic of Germany, Allemagne",
    "AT": "Autriche",
}
"""Spellings that are not among the names of ISO 3166."""

ALSO_PARTS = {
    "DE": {
        "BY": "Bavaria, Freistaat Bayern",
        "HE": "Hesse",
        "NI": "Lower Saxony",
        "NW": "North Rhine-Westphalia, NRW",
        "RP": "Rhineland-Palatinate",
        "SN": "Saxony, Freistaat Sachsen",
        "ST": "Saxony-Anhalt",
        "TH": "Thuringia, Freistaat Thüringen",
        "MV": "Mecklenburg-Western Pomerania, Mecklenburg-West Pomerania",
        "HB": "Freie Hansestadt Bremen",
        "HH": "Freie und Hansestadt Hamburg",
    },
    "AT": {
        "2": "Carinthia",
        "3": "Lower Austria",
        "4": "Upper Austria",
        "6": "Styria",
        "7": "Tyrol",
        "9": "Vienna",
    },
    "CH": {
        "BS": "Basel-City, Basle-City, Basel",
        "BL": "Basel-Country, Baselland",
        "GE": "Geneva, Genf",
        "GR": "Grisons",
        "JU": "Canton du Jura",
        "LU": "Lucerne",
        "NE": "Neuenburg",
        "SG": "St. Gallen, St. Gall, Saint Gall",
        "TI": "Tessin",
        "VD": "Waadt",
    },
    "IT": {"BZ": "South Tyrol, Südtirol, Bozen, Alto Adige"},
    "ES": {
        "AN": "Andalusia, Andalusien",
        "CT": "Catalonia, Katalonien",
        "IB": "Balearic Islands, Balearen",
        "NC": "Navarre",
        "PV": "Basque Country, Baskenland",
    },
    "FR": {"6AE": "Elsass"},
    "GB": {"ENG": "London, Greater London", "SCT": "Schottland", "NIR": "Nordirland"},
}
"""Names in English and German that differ from those of the country, by the code of the part."""

GERMAN_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
SAINT = re.compile(r"\b(saint|sankt|st)\b\.?")


@lru_cache(maxsize=1024)
def country_code(spelt: str) -> str:
    """The ISO 3166 code (two letters) of a country however it is spelt; empty if there is none."""
    known = _countries()
    return next((known[key] for key in _keys(spelt) if key in known), "")


@lru_cache(maxsize=1024)
def part_with_holidays(country: str, spelt: str) -> str | None:
    """The code by which ``holidays`` knows a part of a country (an ISO code), however it is spelt.

    Empty for a part that has the country's holidays alone; None if nobody knows which part is
    meant, and so where it matters and none is named.
    """
    known, spelt = _parts(country), spelt.strip()
    if not any(known.values()) or (not spelt and not _most_have_own(country)):
        return ""
    bare = spelt.upper().removeprefix(f"{country}-") if country else spelt
    return next((known[key] for key in (*_keys(bare), *_keys(spelt)) if key in known), None)


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for country in pycountry.countries:
        code = str(country.alpha_2)
        names = [code, country.alpha_3, *_names(country), *_listed(ALSO_COUNTRIES.get(code, ""))]
        found |= dict.fromkeys(_all_keys([*names, *map(_german("iso3166-1"), names)]), code)
    for aliases in COUNTRIES.values():
        for key in _all_keys(aliases):
            found.setdefault(key, aliases[1])
    return found


def _names(country: object) -> Iterator[str]:
    names = (getattr(country, kind, "") for kind in ("name", "official_name", "common_name"))
    return (str(name) for name in names if name)


@lru_cache(maxsize=64)
def _parts(country: str) -> dict[str, str]:
    """The parts of a country by all their names and codes; empty for one whose holidays are those
    of the country.
    """
    try:
        calendar = country_holidays(country)
    except NotImplementedError:
        return {}
    own = {str(code) for code in calendar.subdivisions}
    found: dict[str, str] = {}
    for part in _iso_parts(country):
        code = _with_holidays(part, own)
        names = re.split(r"[\[\]]", str(part.name))
        spelt = [_own(part.code), *names, *map(_german("iso3166-2"), names)]
        found |= dict.fromkeys(_all_keys(spelt), code)
    aliases = getattr(calendar, "subdivisions_aliases", {})
    for name, code in (*((code, code) for code in sorted(own)), *aliases.items()):
        found |= dict.fromkeys(_keys(str(name)), str(code))
    for code, listed in ALSO_PARTS.get(country, {}).items():
        found |= dict.fromkeys(_all_keys(_listed(listed)), code if code in own else "")
    return found


def _most_have_own(country: str) -> bool:
    """Whether most parts of a country have holidays of their own: then it matters which one is
    meant.
    """
    known = _parts(country)
    parts = _iso_parts(country)
    own = [known.get(next(iter(_keys(_own(part.code))), "")) for part in parts]
    return sum(map(bool, own)) * 2 > len(own)


def _iso_parts(country: str) -> Sequence[pycountry.db.Data]:
    return pycountry.subdivisions.get(country_code=country) or ()  # type: ignore[no-untyped-call]  # pycountry has no types


def _with_holidays(part: pycountry.db.Data, own: Iterable[str]) -> str:
    """The part's own code or that of the part in which it lies, if that has holidays of its own."""
    above = part.parent_code
    found = [_own(code) for code in (part.code, above) if code and _own(code) in own]
    return found[0] if found else ""


def _own(code: str) -> str:
    """``BY`` of ``DE-BY``."""
    return code.partition("-")[2]


def _listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


@lru_cache(maxsize=2)
def _german(domain: str) -> Callable[[str], str]:
    """The German name of what ISO calls by this one; the same name where there is none."""
    return gettext.translation(domain, pycountry.LOCALES_DIR, languages=["de"]).gettext


def _all_keys(names: Iterable[str]) -> Iterator[str]:
    return (key for name in names for key in _keys(name))


def _keys(name: str) -> tuple[str, ...]:
    """A name without accents, blanks and signs, also in German's way of writing umlauts in
    ASCII.
    """
    small = SAINT.sub("st", name.casefold())
    spelt = dict.fromkeys((_bare(small), _bare(small.translate(GERMAN_LETTERS))))
    return tuple(key for key in spelt if key)


def _bare(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in plain if letter.isalnum())
