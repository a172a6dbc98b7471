"""What the tests of the use cases share."""

import bot.app  # noqa: F401 - views, timers, cards and what follows register themselves
from tests.usecases.busy import busy
from tests.usecases.company import company, programmes
from tests.usecases.enrolled import world
from tests.usecases.held import everywhere
from tests.usecases.launch.looked_up import watched

__all__ = ["busy", "company", "everywhere", "programmes", "watched", "world"]
