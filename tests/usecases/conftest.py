"""What the tests of the use cases share."""

from importlib import import_module
from pkgutil import walk_packages

from mentoring import usecases
from tests.usecases.busy import busy
from tests.usecases.company import company, programmes
from tests.usecases.enrolled import world
from tests.usecases.held import everywhere
from tests.usecases.launch.looked_up import watched

__all__ = ["busy", "company", "everywhere", "programmes", "watched", "world"]

for room in walk_packages(usecases.__path__, f"{usecases.__name__}."):
    import_module(room.name)  # views, timers and what follows register themselves
