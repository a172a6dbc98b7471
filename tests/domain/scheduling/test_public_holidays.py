"""Public holidays are loaded a country at a time, and are those of the package (issue 13, L10)."""

from __future__ import annotations

import json
import subprocess
import sys

LOADED = """
import json, sys
from datetime import date
from mentoring.domain.scheduling.days_off import knows_holidays, public_holidays
answers = [knows_holidays("Germany"), knows_holidays("Atlantis"),
           date(2027, 1, 6) in public_holidays("DE", "BY", 2027, 2027),
           date(2027, 1, 6) in public_holidays("DE", "HH", 2027, 2027),
           date(2027, 8, 1) in public_holidays("Schweiz", "ZH", 2027, 2027)]
print(json.dumps([answers, sorted(m for m in sys.modules if m.startswith("holidays.countries."))]))
"""


def test_only_the_countries_that_are_asked_for_are_loaded() -> None:
    told = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, timeout=120
    )
    answers, countries = json.loads(told.stdout)
    assert answers == [True, False, True, False, True]
    assert countries == ["holidays.countries.germany", "holidays.countries.switzerland"]
