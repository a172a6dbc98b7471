"""Commands: calendars, booking, deputies, reminders."""
