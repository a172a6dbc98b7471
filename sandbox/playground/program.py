"""The Playground as a program: installed by npm from the lock file beside this module, started by
Node.js, ended with us.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
from asyncio.subprocess import DEVNULL, PIPE, STDOUT
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sandbox.ending import end

HERE = Path(__file__).resolve().parent
PACKAGE = "node_modules/@microsoft/m365agentsplayground"
LISTENING = b"Listening on "
START_SECONDS = 30.0
STOP_SECONDS = 5.0
INSTALL_NODE = (
    "install Node.js 20 or newer together with npm (https://nodejs.org, or your "
    "system's packages) and try again"
)


class CannotStart(Exception):
    """Something on this machine is missing or in the way; the text is one sentence that says what
    to do.
    """


def node() -> str:
    """The path of Node.js. Raises CannotStart."""
    found = shutil.which("node")
    if found is None:
        raise CannotStart(f"The Playground needs Node.js, which is not here: {INSTALL_NODE}.")
    return found


async def install(begun: Callable[[], None], folder: Path = HERE) -> Path:
    """Install the locked package with `npm ci` unless it is there; the Playground's command line.

    Raises CannotStart.
    """
    program = folder / PACKAGE / "cli.js"
    if not _is_there(folder):
        begun()
        npm = shutil.which("npm")
        if npm is None:
            raise CannotStart(
                f"The Playground is installed with npm, which is not here: {INSTALL_NODE}."
            )
        options = ("ci", "--no-audit", "--no-fund", "--ignore-scripts")
        process = await asyncio.create_subprocess_exec(
            npm, *options, cwd=folder, stdin=DEVNULL, stdout=PIPE, stderr=STDOUT
        )
        said, _ = await process.communicate()
        if process.returncode != 0 or not program.is_file():
            raise CannotStart(
                f"npm could not install the Playground ({_gist(said)}): check the way to your npm "
                "registry."
            )
    return program


def _is_there(folder: Path) -> bool:
    """Whether the version of the lock file is installed."""
    locked = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"][
        PACKAGE
    ]["version"]
    installed = folder / PACKAGE / "package.json"
    return (
        installed.is_file()
        and json.loads(installed.read_text(encoding="utf-8"))["version"] == locked
    )


def _gist(said: bytes) -> str:
    """The one line of npm's complaint that says most."""
    lines = [
        line.removeprefix("npm error").strip()
        for line in said.decode(errors="replace").splitlines()
    ]
    return next((line for line in lines if line), "it said nothing")


def check_free(port: int) -> None:
    """See that nobody listens on the port. Raises CannotStart."""
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
    except OSError:
        raise CannotStart(
            f"Port {port} is taken: end what listens there, or choose others with --port."
        ) from None


@dataclass(frozen=True)
class Setting:
    """Where a Playground runs and whom it talks to.

    `folder` has its configuration and takes its log.
    """

    folder: Path
    port: int
    bot: str
    service_url: str

    @property
    def url(self) -> str:
        """Where one opens it."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        """What it writes of itself."""
        return self.folder / "playground.log"

    def arguments(self, program: Path) -> list[str]:
        """The arguments of Node.js."""
        return [
            *(
                "--require",
                str(HERE / "loopback.cjs"),
                str(program),
                "start",
                "--disable-telemetry",
            ),
            *("--port", str(self.port), "--channel-id", "msteams"),
            *("--app-endpoint", self.bot, "--service-url", self.service_url),
        ]

    def environment(self) -> dict[str, str]:
        """The caller's environment without what would turn the Playground elsewhere; a proxy is not
        asked for this machine.
        """
        kept = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("TANDEM_", "M365_", "TEAMS"))
        }
        kept.pop("BOT_ENDPOINT", None)
        own = {"M365_AGENTS_PLAYGROUND_LOGFILE": str(self.log), "TEAMSAPPTESTER_BROWSER": "none"}
        own |= {"APPLICATION_INSIGHTS_NO_STATSBEAT": "true"}  # what --disable-telemetry leaves on
        return kept | own | {"NO_PROXY": "127.0.0.1,localhost", "no_proxy": "127.0.0.1,localhost"}


class Playground:
    """One running Playground."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self._process: asyncio.subprocess.Process | None = None

    async def start(self, program: Path) -> None:
        """Start it and wait until it listens on its port. Raises CannotStart."""
        setting = self.setting
        self._process = await asyncio.create_subprocess_exec(
            node(), *setting.arguments(program),
            cwd=setting.folder, env=setting.environment(),
            stdin=PIPE, stdout=PIPE, stderr=STDOUT, start_new_session=True,
        )  # fmt: skip
        port = await self._listening()
        if port != setting.port:
            raise CannotStart(
                f"Port {setting.port} is taken: end what listens there, or choose others with "
                "--port."
            )

    async def ended(self) -> str:
        """Wait until it ends by itself, and what it said last."""
        if self._process is None:
            raise RuntimeError("start() first")
        while await self._line():
            pass  # what it says is in its log; a full pipe would stop it
        code = await self._process.wait()
        return (
            f"The Playground on {self.setting.url} ended by itself ({code}); its log: "
            f"{self.setting.log}"
        )

    async def stop(self) -> None:
        """End it: politely, then for certain."""
        await end(self._process, STOP_SECONDS)

    async def _listening(self) -> int:
        """The port that it says it listens on. Raises CannotStart."""
        said: list[bytes] = []
        try:
            async with asyncio.timeout(START_SECONDS):
                while line := await self._line():
                    said.append(line)
                    if line.startswith(LISTENING):
                        return int(line.removeprefix(LISTENING))
        except TimeoutError:
            said.append(b"it took too long")
        raise CannotStart(
            f"The Playground did not start ({_gist(said[-1] if said else b'')}); its log: "
            f"{self.setting.log}."
        )

    async def _line(self) -> bytes:
        stream = self._process.stdout if self._process else None
        return await stream.readline() if stream else b""
