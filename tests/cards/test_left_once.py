"""What of a tandem could not be cleared away is said once on a receipt."""

from __future__ import annotations

import json

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.language import Language
from tests.cards.samples import everything


@pytest.mark.parametrize("name", ["free-place-mailbox", "closing-troubled-mailbox"])
@pytest.mark.parametrize(("language", "formal"), [("de", False), ("de", True), ("en", False)])
def test_that_a_mailbox_is_gone_is_said_once(name: str, language: Language, formal: bool) -> None:
    drawn = json.dumps(render(everything()[name], Words(language, formal=formal)).content)
    assert drawn.count("mailbox" if language == "en" else "Postfach") == 1
