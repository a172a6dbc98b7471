"""Commands: invitation, questionnaire, reminders."""
