"""The commands: one module a feature, imported here so that they register themselves."""

from bot.commands import enrolment, invitation, launch, matching, talk

MODULES = (enrolment, invitation, launch, matching, talk)
