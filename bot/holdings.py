"""What each room holds about people, imported here so that it registers itself."""

from mentoring.usecases.changes import held as changes
from mentoring.usecases.circles import held as circles
from mentoring.usecases.common import held as common
from mentoring.usecases.enrolment import held as enrolment
from mentoring.usecases.launch import held as launch
from mentoring.usecases.matching import held as matching
from mentoring.usecases.measurement import held as measurement
from mentoring.usecases.polls import held as polls
from mentoring.usecases.programme import held as programme
from mentoring.usecases.sessions import held as sessions
from mentoring.usecases.tandem import held as tandem

MODULES = (
    changes,
    circles,
    common,
    enrolment,
    launch,
    matching,
    measurement,
    polls,
    programme,
    sessions,
    tandem,
)
