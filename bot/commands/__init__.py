"""The commands: one module a feature, imported here so that they register themselves."""

from bot.commands import absence, closing, enrolment, handover, invitation, kickoff, launch, matching, talk

MODULES = (absence, closing, enrolment, handover, invitation, kickoff, launch, matching, talk)
