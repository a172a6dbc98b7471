"""A run as plain data, with which an auditor can run the matching again without learning who anybody is.

Ids become keyed pseudonyms. Of a person only what the result needs is written: topics, places, cycles waited. Of a pair:
its score, what speaks for it, and which rules exclude it; all confidential rules bear one name, and none where an open
rule excludes the pair as well. :mod:`mentoring.domain.matching.recorded` reads it back.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.rules import CONFIDENTIAL, RULES, active
from mentoring.domain.matching.run import MatchingRun
from mentoring.domain.matching.scores import TERMS
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.matching.sides import Bools, Ints
from mentoring.domain.matching.table import Table
from mentoring.domain.people import Role

FORMAT = 1
Plain = dict[str, Any]
Pseudonym = Callable[[str], str]
