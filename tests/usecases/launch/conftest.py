"""Where the tests of ends and interventions begin."""

from tests.usecases.launch.closings import quiet
from tests.usecases.launch.ended import enrolled
from tests.usecases.launch.intervening import running
from tests.usecases.launch.kickoffs import audience
from tests.usecases.launch.undone import started

__all__ = ["audience", "enrolled", "quiet", "running", "started"]
