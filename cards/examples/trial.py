"""A try: what there is to try, and each step of its course."""

from __future__ import annotations

from mentoring.domain.people import Role
from mentoring.notices import Notice
from mentoring.usecases.trial.course import Act
from mentoring.usecases.trial.playing import CourseNotice, TrialNotice

CAST = ((Role.MENTEE, "Erika Mustermann"), (Role.MENTOR, "Mika Muster"))


def trials() -> dict[str, Notice]:
    """What they show."""
    courses: dict[str, Notice] = {f"trial-{act}": CourseNotice(CAST, "de-sie", act) for act in Act}
    return {
        "trial": TrialNotice("de"),
        **courses,
        "trial-alone": CourseNotice(CAST[:1], "en", Act.ANSWER),
        "trial-ended": CourseNotice(CAST, "de", Act.OVER, is_over=True),
    }
