"""Whatever Microsoft 365 refuses in a launch has words, or the launch's card could not be drawn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cards.kit.words import Words
from mentoring.domain.errors import NotAllowed, NotThere, OutsideError, Rejected
from mentoring.domain.language import LANGUAGES
from mentoring.ports.directory import Account
from mentoring.usecases.launch.trouble_codes import cause_in_calendar, code_of

DOING = ("channel", "team", "team-create")


def kinds(*of: type[OutsideError]) -> Iterator[type[OutsideError]]:
    """The errors that end a tandem's launch, with all that are one of them."""
    for each in of:
        yield each
        yield from kinds(*each.__subclasses__())


REFUSED = tuple(dict.fromkeys(kinds(NotThere, NotAllowed, Rejected)))


def refusal(kind: type[OutsideError]) -> OutsideError:
    return kind("refused", "cause") if kind.__init__ is not OutsideError.__init__ else kind("no")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("doing", DOING)
@pytest.mark.parametrize("kind", REFUSED, ids=lambda kind: kind.__name__)
def test_whatever_is_refused_of_a_room(kind: type[OutsideError], doing: str, language: str) -> None:
    assert Words(language).has(f"trouble-{code_of(doing, refusal(kind))}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", REFUSED, ids=lambda kind: kind.__name__)
def test_whatever_is_refused_of_a_calendar(kind: type[OutsideError], language: str) -> None:
    cause = cause_in_calendar(refusal(kind), Account())
    assert Words(language).has(f"trouble-series-{cause}")
