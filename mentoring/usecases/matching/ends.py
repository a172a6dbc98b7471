"""A tandem is to come to its end before its time; rooms that stand above its calendar and channel
only say so.
"""

from __future__ import annotations

from mentoring.usecases.common.changes import Topic

ENDS = Topic("ends")
"""A tandem (by id) is to end; neither the cause nor who wanted it is said anywhere."""
