"""Buttons: what happens between the sessions and after them; and what happens there by itself,
imported here so that it registers itself.
"""

from mentoring.usecases.tandem import before_session, going_on

BY_THEMSELVES = (before_session, going_on)
