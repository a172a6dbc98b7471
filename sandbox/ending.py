"""How the sandbox's commands end, and the programs that they started."""

import asyncio
import os
import signal


def end_when_told() -> None:
    """Cancel the task that runs now on Ctrl-C, SIGTERM and SIGHUP, so that nothing that it started
    outlives it.

    Said outright, because a shell starts what it puts in the background with Ctrl-C ignored.
    """
    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(each, task.cancel if task else loop.stop)


async def end(process: asyncio.subprocess.Process | None, seconds: float) -> None:
    """End it politely, and after that many seconds for certain, with its children.

    The program must lead a session of its own (``start_new_session``). One that never started or
    has ended is left alone.
    """
    if process is None or process.returncode is not None:
        return
    process.terminate()
    try:
        async with asyncio.timeout(seconds):
            await process.wait()
    except TimeoutError:
        os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
