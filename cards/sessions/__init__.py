"""Cards: calendars, booking, reminders, deputies."""
