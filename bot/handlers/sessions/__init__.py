"""Buttons: calendars, booking, reminders, deputies."""
