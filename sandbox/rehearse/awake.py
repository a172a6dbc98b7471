"""The tenant stays awake: it counts each call when it comes.

While Python looks through all objects for what nobody needs any more, it does nothing else: in the
tenant of 500 tandems for some 0.4 seconds, in that of 5,000 for three. Calls that come one after
another meanwhile are all counted at the end of it.
"""

from __future__ import annotations

import gc

NEVER = 1_000_000_000
"""So many looks at what is younger come before one at everything."""


def stay_awake() -> None:
    """Look through everything now, and not again until the next call of this; what is there by now
    is left out then, too [docs.python.org/3/library/gc.html#gc.set_threshold, #gc.freeze].
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], NEVER)
