"""How a program that the sandbox started is ended."""

import asyncio
import os
import signal


async def end(process: asyncio.subprocess.Process | None, seconds: float) -> None:
    """End it politely, and after that many seconds for certain, with its children.

    The program must lead a session of its own (``start_new_session``). One that never started or has ended is left alone.
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
