"""The certificate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cards.examples.people import MENTEE, MENTOR, PROGRAMME, TANDEM
from mentoring.domain.errors import Refusal
from mentoring.notices import Notice
from mentoring.usecases.tandem.certificate import MOST_HOURS, CertificateNotice, Part

OTHER = replace(MENTEE, id="p3", profile=replace(MENTEE.profile, id="p3", name="Ida Ott"))


def certificates() -> dict[str, Notice]:
    """Its hours asked for, what was wrong with them, made for both, as a file, and over."""
    day, topics = date(2027, 5, 12), tuple(PROGRAMME.topic(each) for each in ("ai", "data"))
    one = Part(MENTOR, topics, 6, 12)
    mentee = CertificateNotice(TANDEM, MENTEE, PROGRAMME, day, (one,))
    full = replace(one, hours=12, first=date(2026, 11, 10), last=date(2027, 4, 13))
    made = replace(mentee, parts=(full,))
    short = replace(full, hours=1, last=full.first)
    another = Part(OTHER, (PROGRAMME.topic("agile"),), 4, 8, 8, full.first, full.last)
    two = replace(
        mentee, viewer=MENTOR, parts=(replace(one, partner=MENTEE), replace(another, hours=0))
    )
    wrong = Refusal("certificate-hours", field="hours", most=MOST_HOURS)
    return {
        "certificate": mentee,
        "certificate-unknown": CertificateNotice(TANDEM, MENTOR, PROGRAMME, day, (Part(MENTEE),)),
        "certificate-wrong": replace(mentee, problem=wrong, raw={"hours": "0"}),
        "certificate-made": made,
        "certificate-mentor": replace(made, viewer=MENTOR, parts=(short,)),
        "certificate-of-two": two,
        "certificate-of-two-made": replace(two, parts=(full, another)),
        "certificate-no-files": replace(made, as_file=True),
        "certificate-over": replace(mentee, is_over=True),
    }
