"""The commands: one package per feature, imported here so that they register themselves."""

from bot.commands.changes import absence, handover
from bot.commands.common import talk
from bot.commands.enrolment import enrolment, invitation, next_cycle
from bot.commands.launch import closing, kickoff, launch
from bot.commands.matching import past_pairs, runs

MODULES = (
    absence,
    closing,
    enrolment,
    handover,
    invitation,
    kickoff,
    launch,
    next_cycle,
    past_pairs,
    runs,
    talk,
)
