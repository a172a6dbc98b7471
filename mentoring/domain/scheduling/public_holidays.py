"""The ``holidays`` package, a country at a time.

Its folder of countries imports all 250 of them as soon as one is asked for: 20 MB and half a second
for the three or four in which a company sits. So the folder is put in place here without what
stands in its ``__init__``; each country's module is imported by its own name, as the package's
index (``holidays.registry``) names it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import holidays
from holidays.registry import EntityLoader

FOLDER = "holidays.countries"


def _folder_without_contents() -> ModuleType:
    folder = ModuleType(FOLDER)
    folder.__path__ = [str(Path(holidays.__file__).parent / "countries")]
    return folder


sys.modules.setdefault(FOLDER, _folder_without_contents())

COUNTRIES = frozenset(EntityLoader.get_country_codes(include_aliases=True))
"""The codes of all countries whose holidays are known."""
country_holidays = holidays.country_holidays
