"""All cards, imported so that they register themselves."""

from cards.changes import absence, handover
from cards.circles import circle
from cards.common import files, said
from cards.enrolment import (
    applications,
    clearance,
    corrections,
    enrolment,
    invite_list,
    next_cycle,
    on_behalf,
    open_call,
    read_first,
    reminding,
)
from cards.kit.render import CARDS, render
from cards.launch import (
    closing,
    ending,
    findings,
    interventions,
    kickoff,
    launch,
    single_tandem,
    tandem_list,
    unwatched,
)
from cards.matching import offers, runs
from cards.measurement import going, measure
from cards.polls import lost_sessions, polls
from cards.privacy import delete_me, document, my_data, receipt
from cards.programme import (
    acts,
    given_up,
    last_owner,
    people,
    settings,
    settings_file,
    status,
    successor,
)
from cards.sessions import deputies, reminders, tandem
from cards.tandem import (
    agreement,
    certificate,
    fit,
    further,
    kits,
    lessons,
    questions,
    retrospective,
    road_map,
    sponsor_thanks,
    what_waited,
)

MODULES = (
    acts,
    given_up,
    last_owner,
    absence,
    agreement,
    certificate,
    circle,
    handover,
    closing,
    delete_me,
    deputies,
    document,
    ending,
    applications,
    clearance,
    corrections,
    open_call,
    enrolment,
    files,
    findings,
    interventions,
    invite_list,
    kickoff,
    fit,
    further,
    going,
    kits,
    launch,
    lessons,
    lost_sessions,
    measure,
    my_data,
    next_cycle,
    on_behalf,
    offers,
    people,
    polls,
    questions,
    read_first,
    receipt,
    reminders,
    reminding,
    retrospective,
    road_map,
    runs,
    said,
    settings,
    settings_file,
    single_tandem,
    sponsor_thanks,
    status,
    successor,
    tandem,
    tandem_list,
    unwatched,
    what_waited,
)

__all__ = ["CARDS", "MODULES", "render"]
