"""The mail that owners may send ahead says *du* or *Sie* as the programme does, in any language."""

from __future__ import annotations

import json

import pytest

from cards.kit.render import render
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES, Language
from tests.cards.drawn import SAMPLES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("formal", "said"), [(True, "bald kommt Ihre"), (False, "bald kommt deine")]
)
def test_it_says_du_or_sie_as_the_programme_does(
    language: Language, said: str, *, formal: bool
) -> None:
    card = render(SAMPLES["invite-long"], Words(language, formal=formal))
    mails = json.dumps(card.content, ensure_ascii=False)
    assert [each for each in ("bald kommt Ihre", "bald kommt deine") if each in mails] == [said]
