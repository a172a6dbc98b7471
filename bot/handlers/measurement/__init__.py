"""Buttons: what somebody says of themselves; and when it is asked and counted, imported here so
that it registers itself.
"""

from mentoring.usecases.measurement import asking, counting

BY_THEMSELVES = (asking, counting)
