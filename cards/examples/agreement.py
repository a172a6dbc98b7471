"""The mentoring agreement of a tandem."""

from __future__ import annotations

from dataclasses import replace

from cards.examples.people import NOW, PROGRAMME, SIDES, TANDEM
from mentoring.domain.agreement import Agreement, Item, Outside, Prepares, Reach, Terms
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.tandem import TandemState
from mentoring.notices import Notice
from mentoring.usecases.tandem.agreement import AgreementNotice

TERMS = Terms(mentor_goal="Führung von innen sehen", mentee_goal="KI im Alltag sicher nutzen")


def agreements() -> dict[str, Notice]:
    """Agreements: proposed, with one yes, valid, changed anew, each item, and after the end."""
    proposed = Agreement(TANDEM.id, TANDEM.id, TERMS)
    mentor, mentee = (
        AgreementNotice(TANDEM, viewer, partner, PROGRAMME, proposed)
        for _, viewer, partner in SIDES
    )
    one = replace(proposed, agreed=(Role.MENTEE,))
    valid = replace(proposed, agreed=tuple(Role), valid=TERMS, valid_since=NOW)
    other = replace(
        TERMS,
        mentee_goal="",
        not_about="Wörter " * 42,
        prepares=Prepares.IN_TURNS,
        reach=tuple(Reach),
        outside=Outside.LEARNT,
    )
    anew = replace(valid, terms=other, version=2, agreed=(), changed_by=Role.MENTEE)
    quicker = Refusal("agreement-changed", field=Item.NOT_ABOUT)
    typed = {"not_about": "Gehälter"}
    return {
        "agreement-proposed": mentor,
        "agreement-waits": replace(mentee, agreement=one),
        "agreement-asked": replace(mentor, agreement=one),
        "agreement-valid": replace(mentee, agreement=valid),
        "agreement-off": replace(mentee, agreement=valid, tells=False),
        "agreement-anew-mentor": replace(mentor, agreement=anew),
        "agreement-anew-mentee": replace(mentee, agreement=anew),
        **{f"agreement-item-{each}": replace(mentee, item=each) for each in Item},
        "agreement-quicker": replace(
            mentor, agreement=anew, item=Item.NOT_ABOUT, problem=quicker, raw=typed
        ),
        "agreement-over": replace(mentor, tandem=replace(TANDEM, state=TandemState.CLOSED)),
        "agreement-undone": replace(mentor, undone=True),
    }
