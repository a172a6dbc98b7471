"""What people type besides names: words, days and times, in whichever language."""
