"""Somebody may stand in both roles: what owners put right or enter for one of them says which."""

from __future__ import annotations

import pytest

from cards.enrolment.corrections import correction
from cards.enrolment.on_behalf import entry
from cards.examples.people import PROGRAMME
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES, Language
from mentoring.domain.people import Role
from mentoring.usecases.enrolment.correcting import Correction, CorrectionNotice
from mentoring.usecases.enrolment.on_behalf import Entering, EntryNotice

SAYS = [kind for kind in Correction if kind is not Correction.DISCARDED]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("gone", [False, True])
@pytest.mark.parametrize("kind", SAYS)
def test_a_card_about_one_role_says_which(kind: Correction, gone: bool, language: Language) -> None:
    """Both come at once to an owner who asks about somebody in two roles."""
    told = {
        correction(
            CorrectionNotice("e", "Eva Costa", role, kind, PROGRAMME, gone=gone), Words(language)
        ).summary
        for role in Role
    }
    assert len(told) == len(Role)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("gone", [False, True])
@pytest.mark.parametrize("kind", Entering)
def test_so_does_a_card_to_enter_something(kind: Entering, gone: bool, language: Language) -> None:
    told = {
        entry(
            EntryNotice(
                enrolment="e", name="Eva", role=role, kind=kind, programme=PROGRAMME, gone=gone
            ),
            Words(language),
        ).summary
        for role in Role
    }
    assert len(told) == len(Role)
