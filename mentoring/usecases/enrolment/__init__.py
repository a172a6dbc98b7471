"""Use cases: invitation, questionnaire, reminders."""
