"""Cards: invitation, questionnaire, reminders."""
