"""Use cases: calendars, booking, reminders, deputies."""
