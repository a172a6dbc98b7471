"""What happens when a button is pressed: one package per feature, imported here so that the
handlers register themselves.
"""

from bot.handlers.changes import absence, handover
from bot.handlers.circles import circle
from bot.handlers.common import every_card
from bot.handlers.enrolment import (
    applications,
    clearance,
    corrections,
    enrolment,
    invitation,
    next_cycle,
    on_behalf,
    reminding,
    setting_up,
)
from bot.handlers.launch import (
    closing,
    ending,
    findings,
    interventions,
    kickoff,
    launch,
    tandem_list,
    troubles,
    undoing,
)
from bot.handlers.matching import offers, runs
from bot.handlers.measurement import key_figures, measure, results
from bot.handlers.polls import polls
from bot.handlers.privacy import delete_me, my_data
from bot.handlers.programme import given_up, history, overview, settings, successor, texts
from bot.handlers.sessions import reminders
from bot.handlers.tandem import (
    agreement,
    certificate,
    farewell,
    fit,
    further,
    kits,
    lessons,
    questions,
    retrospective,
    road_map,
    sponsor_thanks,
    switching,
    what_waited,
)
from bot.handlers.trial import trial

MODULES = (
    given_up,
    absence,
    agreement,
    certificate,
    circle,
    farewell,
    handover,
    history,
    closing,
    delete_me,
    ending,
    applications,
    clearance,
    corrections,
    enrolment,
    every_card,
    findings,
    interventions,
    fit,
    further,
    invitation,
    key_figures,
    kickoff,
    kits,
    launch,
    lessons,
    measure,
    my_data,
    next_cycle,
    offers,
    on_behalf,
    overview,
    polls,
    questions,
    reminders,
    reminding,
    results,
    retrospective,
    road_map,
    runs,
    setting_up,
    settings,
    sponsor_thanks,
    successor,
    switching,
    tandem_list,
    texts,
    trial,
    troubles,
    undoing,
    what_waited,
)
