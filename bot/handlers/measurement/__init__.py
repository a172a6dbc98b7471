"""Buttons: what somebody says of themselves; and when it is asked, imported here so that it
registers itself.
"""

from mentoring.usecases.measurement import asking

BY_THEMSELVES = (asking,)
