"""The tenant stays awake: it counts each call when it comes.

While Python looks through all objects for what nobody needs any more, it does nothing else: in the
tenant of 500 tandems for some 0.4 seconds, in that of 5,000 for three. Calls that came one after
another are all counted at the end of it then, and refused for a pace that nobody had.
"""

from __future__ import annotations

import gc


def stay_awake() -> None:
    """Look through everything now, and never again through what is there by now
    [docs.python.org/3/library/gc.html#gc.freeze].
    """
    gc.collect()
    gc.freeze()
