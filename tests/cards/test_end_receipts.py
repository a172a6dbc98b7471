"""What owners read of a tandem's end."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.usecases.launch.interventions import InterventionNotice
from tests.cards.drawn import VOICES
from tests.cards.samples import everything


@pytest.mark.parametrize("words", VOICES.values(), ids=VOICES)
def test_nobody_can_tell_by_it_whom_a_circle_keeps_in_the_team(words: Words) -> None:
    notice = cast("InterventionNotice", everything()["intervention-end-done"])

    def told(people: int) -> object:
        receipt = replace(notice.intervention.receipt, left_team=people)
        shown = replace(notice, intervention=replace(notice.intervention, receipt=receipt))
        return render(shown, words).content

    assert told(0) == told(1) == told(2)
