"""Countries and states however they are spelt, and the holidays that follow (C2)."""

from __future__ import annotations

from datetime import date

import holidays
import pytest

from mentoring.domain.scheduling.days_off import knows_holidays, knows_state, public_holidays
from mentoring.domain.scheduling.places import country_code, part_with_holidays

STATES = {
    ("DE", "BY"): "Bavaria, Bayern, DE-BY, de-by, BY, Freistaat Bayern",
    ("DE", "BW"): "Baden-Württemberg, Baden-Wuerttemberg, Baden Wurttemberg",
    ("DE", "TH"): "Thuringia, Thüringen, Thueringen, Thuringen",
    ("DE", "NW"): "North Rhine-Westphalia, Nordrhein-Westfalen, NRW",
    ("CH", "ZH"): "Zurich, Zürich, Zuerich, CH-ZH",
    ("CH", "GE"): "Geneva, Genève, Geneve, Genf",
    ("CH", "SG"): "St. Gallen, St.Gallen, Sankt Gallen, Saint Gall, SG",
    ("CH", "GR"): "Graubünden, Graubuenden, Grisons, Grigioni",
    ("AT", "9"): "Wien, Vienna, AT-9, 9",
    ("AT", "2"): "Kärnten, Kaernten, Carinthia",
    ("US", "CA"): "California, Kalifornien, US-CA",
    ("GB", "SCT"): "Scotland, Schottland, Aberdeenshire",
    ("GB", "ENG"): "England, London, Kent",
    ("CA", "QC"): "Québec, Quebec",
}
COUNTRIES = {
    "LC": "Saint Lucia, St. Lucia, St Lucia",
    "DE": "DE, DEU, Germany, Deutschland, deutschland",
    "AT": "Austria, Österreich, Oesterreich, Osterreich",
    "CH": "Switzerland, Schweiz, Suisse",
    "GB": "Great Britain, Großbritannien, Grossbritannien, United Kingdom, UK, England",
    "US": "USA, United States, Vereinigte Staaten",
    "NL": "Netherlands, The Netherlands, Niederlande, Holland",
    "KR": "South Korea, Südkorea",
}


@pytest.mark.parametrize(
    ("code", "spelt"),
    [(code, each.strip()) for code, names in COUNTRIES.items() for each in names.split(",")],
)
def test_a_country_is_known_however_it_is_spelt(code: str, spelt: str) -> None:
    assert country_code(spelt) == code
    assert knows_holidays(spelt)


@pytest.mark.parametrize(
    ("place", "spelt"),
    [(place, each.strip()) for place, names in STATES.items() for each in names.split(",")],
)
def test_a_state_has_its_holidays_however_it_is_spelt(place: tuple[str, str], spelt: str) -> None:
    country, part = place
    expected = set(holidays.country_holidays(country, subdiv=part, years=2027))
    assert public_holidays(country, spelt, 2027, 2027) == expected
    assert knows_state(country, spelt)


def test_good_friday_in_bavaria_does_not_vanish() -> None:
    found = public_holidays("Deutschland", "Bavaria", 2027, 2027)
    assert {date(2027, 1, 6), date(2027, 3, 26), date(2027, 3, 29)} <= found


@pytest.mark.parametrize("state", ["Bayovaria", "", "Werk Süd"])
def test_a_state_that_nobody_knows_is_said_to_be_unknown(state: str) -> None:
    assert not knows_state("DE", state)
    assert date(2027, 12, 25) in public_holidays("DE", state, 2027, 2027)


@pytest.mark.parametrize(
    ("country", "state"),
    [("SG", ""), ("NL", ""), ("FR", "Île-de-France"), ("NL", "Noord-Holland"), ("FR", "")],
)
def test_where_it_makes_no_difference_nothing_is_unknown(country: str, state: str) -> None:
    assert part_with_holidays(country, state) == ""


def test_a_country_that_does_not_exist_has_no_holidays_and_says_so() -> None:
    assert country_code("Atlantis") == country_code("") == ""
    assert not knows_holidays("Atlantis")
    assert public_holidays("Atlantis", "", 2027, 2027) == frozenset()
