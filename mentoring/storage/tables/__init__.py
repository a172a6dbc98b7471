"""The tables, room by room: one for each kind of entity; a column has the name of the entity's
field.

``info={"encrypted": True}`` marks what only its author may read: it is stored as ciphertext. So is
what is ``sealed``, because it follows from such answers (reasons, who was left over), or because
beside other columns it would tell who has declined; what earlier versions stored unencrypted is
sealed at the next start (``SqlStore.seal``). ``HELD`` marks tables whose rows a unit locks
when it gets them by id, because it decides by what they say; rows that are ``part_of`` a tandem are
locked with it. All other rows are read by many at once and locked by nobody.
"""

from __future__ import annotations

from mentoring.storage.tables.circles import circle_members, circles
from mentoring.storage.tables.columns import AwareDateTime, metadata
from mentoring.storage.tables.common import (
    BEHIND,
    DONE,
    UNDONE,
    WAITING,
    changes,
    effects,
    facts,
    files,
    heard,
    heartbeats,
    lanes,
    people,
    postings,
    timers,
)
from mentoring.storage.tables.enrolment import enrolments, invites
from mentoring.storage.tables.launch import (
    closings,
    findings,
    interventions,
    kickoffs,
    launch_decisions,
    launch_teams,
    launches,
    seats,
    taken_back,
    undoings,
)
from mentoring.storage.tables.matching import decisions, pairs, proposals, runs, tandems
from mentoring.storage.tables.measurement import (
    figures,
    follow_ups,
    key_figures,
    measures,
    reported_results,
    results,
)
from mentoring.storage.tables.programme import (
    acts,
    cycles,
    programmes,
    settings_versions,
    successions,
)
from mentoring.storage.tables.sessions import absences, polls, sessions, watches
from mentoring.storage.tables.tandem import (
    agreements,
    farewells,
    fits,
    further_wishes,
    kit_choices,
    questions,
    retrospectives,
    road_maps,
    sponsor_thanks,
)

__all__ = [
    "BEHIND",
    "DONE",
    "UNDONE",
    "WAITING",
    "AwareDateTime",
    "absences",
    "acts",
    "agreements",
    "changes",
    "circle_members",
    "circles",
    "closings",
    "cycles",
    "decisions",
    "effects",
    "enrolments",
    "facts",
    "farewells",
    "figures",
    "files",
    "findings",
    "fits",
    "follow_ups",
    "further_wishes",
    "heard",
    "heartbeats",
    "interventions",
    "invites",
    "key_figures",
    "kickoffs",
    "kit_choices",
    "lanes",
    "launch_decisions",
    "launch_teams",
    "launches",
    "measures",
    "metadata",
    "pairs",
    "people",
    "polls",
    "postings",
    "programmes",
    "proposals",
    "questions",
    "reported_results",
    "results",
    "retrospectives",
    "road_maps",
    "runs",
    "seats",
    "sessions",
    "settings_versions",
    "sponsor_thanks",
    "successions",
    "taken_back",
    "tandems",
    "timers",
    "undoings",
    "watches",
]
