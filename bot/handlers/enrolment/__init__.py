"""Buttons: invitation, questionnaire, reminders."""
