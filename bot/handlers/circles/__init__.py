"""Buttons: circles; and what happens there by itself, imported here so that it registers itself."""

from mentoring.usecases.circles import offering

BY_THEMSELVES = (offering,)
