"""What happens when a button is pressed: one module a feature, imported here so that they register themselves."""

from bot.handlers import absence, agreement, closing, enrolment, invitation, kickoff, launch, matching, offers, session_reminder

MODULES = (absence, agreement, closing, enrolment, invitation, kickoff, launch, matching, offers, session_reminder)
