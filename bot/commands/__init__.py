"""The commands: one package per feature, imported here so that they register themselves."""

from bot.commands.changes import absence, handover
from bot.commands.circles import circle
from bot.commands.common import talk
from bot.commands.enrolment import (
    applications,
    corrections,
    enrolment,
    invitation,
    next_cycle,
    on_behalf,
)
from bot.commands.launch import closing, interventions, kickoff, launch, tandem_list, undoing
from bot.commands.matching import past_pairs, runs
from bot.commands.measurement import going, key_figures
from bot.commands.privacy import delete_me, my_data
from bot.commands.programme import history, overview, settings, successor, texts
from bot.commands.sessions import my_tandem, next_session
from bot.commands.tandem import certificate, questions, road_map
from bot.commands.trial import trial

MODULES = (
    absence,
    applications,
    certificate,
    circle,
    closing,
    corrections,
    delete_me,
    enrolment,
    going,
    handover,
    history,
    interventions,
    invitation,
    key_figures,
    kickoff,
    launch,
    my_data,
    my_tandem,
    next_cycle,
    next_session,
    on_behalf,
    overview,
    past_pairs,
    questions,
    road_map,
    runs,
    settings,
    successor,
    talk,
    tandem_list,
    texts,
    trial,
    undoing,
)
