"""The sponsor's thanks."""

from __future__ import annotations

from dataclasses import replace

from cards.examples.people import MENTEE, MENTOR, NOW, PROGRAMME, photo
from mentoring.domain.errors import Refusal
from mentoring.domain.farewell import LONGEST
from mentoring.domain.people import Person, Profile
from mentoring.domain.sponsor_thanks import SponsorThanks, ThanksState
from mentoring.notices import Notice
from mentoring.usecases.tandem.sponsor_thanks import SponsorThanksNotice
from mentoring.usecases.tandem.sponsor_words import SponsorWordsNotice

ADA = Person("ada", Profile("ada", "Ada Winter", "ada@firma.example"), "de")
LINE = "Danke, dass ihr einander zugehört habt. Das verändert mehr, als ihr denkt."


def sponsor_thanks() -> dict[str, Notice]:
    """Asked after a cycle and in a rolling one, refused, sent, left, settled; and what is read."""
    asked = SponsorThanks("thanks-1", ADA.id, NOW, 38)
    question = SponsorThanksNotice(asked, ADA, PROGRAMME)
    sent = replace(asked, state=ThanksState.SENT, line=LINE, sent_at=NOW)
    long = Refusal("farewell-long", field="line", most=LONGEST)
    sponsor = PROGRAMME.sponsor.model_copy(update={"picture": ""})
    words = SponsorWordsNotice(MENTEE, PROGRAMME, sponsor, LINE, photo=photo("ada", woman=True))
    return {
        "sponsor-asked": question,
        "sponsor-few": replace(question, thanks=replace(asked, people=4), is_rolling=True),
        "sponsor-wrong": replace(question, problem=long, raw={"line": "Sehr " * 61}),
        "sponsor-sent": replace(question, thanks=sent),
        "sponsor-sent-few": replace(question, thanks=replace(sent, people=4, line="")),
        "sponsor-left": replace(question, thanks=replace(asked, state=ThanksState.LEFT)),
        "sponsor-over": replace(question, is_over=True),
        "sponsor-words": words,
        "sponsor-words-over": replace(words, viewer=MENTOR, text=""),
    }
