"""What the command says where something is missing or in the way, and how the Playground is kept on
this machine.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from sandbox.playground.program import HERE, PACKAGE, CannotStart, Setting, check_free, install

REPOSITORY = Path(__file__).resolve().parents[2]
LISTEN = (
    "const s=require('http').createServer().listen(0,()=>console.log(JSON.stringify(s.address())));"
)


def needed(program: str) -> str:
    """The path of a program; the test is skipped where it is absent, and fails with CI=true."""
    found = shutil.which(program)
    if found is None:
        reason = f"{program} is not on this machine."
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    return str(found)


def command(*arguments: str, path: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": path, "PYTHONPATH": str(REPOSITORY), "HOME": os.environ.get("HOME", "/")}
    program = [sys.executable, "-m", "sandbox", "playground", *arguments]
    return subprocess.run(
        program, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_without_node_one_sentence_says_what_to_install(tmp_path: Path) -> None:
    found = command(path=str(tmp_path))
    assert found.returncode == 2
    assert found.stderr.startswith(
        "The Playground needs Node.js, which is not here: install Node.js"
    )
    assert found.stderr.count("\n") == 1


def test_a_taken_port_is_named_and_so_is_the_way_out() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        found = command("--port", str(port), path=str(Path(needed("node")).parent))
    assert found.returncode == 2
    assert (
        found.stderr
        == f"Port {port} is taken: end what listens there, or choose others with --port.\n"
    )


def test_a_port_that_somebody_holds_on_all_interfaces_is_taken_as_well() -> None:
    with socket.socket() as listener:
        listener.bind(("0.0.0.0", 0))  # noqa: S104 - what is tested; nobody can connect, nothing accepts
        listener.listen()
        port = listener.getsockname()[1]
        with pytest.raises(CannotStart, match=f"Port {port} is taken"):
            check_free(port)
    check_free(port)


def folder_with_lock(tmp_path: Path) -> Path:
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, tmp_path)
    return tmp_path


async def test_without_npm_one_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(
        CannotStart, match=r"installed with npm, which is not here: install Node\.js"
    ):
        await install(lambda: None, folder_with_lock(tmp_path))


async def test_what_npm_complains_about_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm = tmp_path / "npm"
    npm.write_text(
        "#!/bin/sh\necho 'npm error network is unreachable' >&2\nexit 1\n", encoding="utf-8"
    )
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.defpath}")
    with pytest.raises(
        CannotStart, match=r"could not install the Playground \(network is unreachable\)"
    ):
        await install(lambda: None, folder_with_lock(tmp_path))


async def test_what_is_installed_is_not_installed_again_but_another_version_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    folder = folder_with_lock(tmp_path)
    installed = folder / PACKAGE / "package.json"
    installed.parent.mkdir(parents=True)
    version = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"][
        PACKAGE.partition("/")[2]
    ]
    installed.write_text(json.dumps({"version": version}), encoding="utf-8")
    begun: list[str] = []
    assert await install(lambda: begun.append("began"), folder) == folder / PACKAGE / "cli.js"
    assert begun == []
    installed.write_text(json.dumps({"version": "0.0.1"}), encoding="utf-8")
    with pytest.raises(CannotStart, match="installed with npm, which is not here"):
        await install(lambda: begun.append("began"), folder)
    assert begun == ["began"]


def test_the_lock_file_names_no_registry() -> None:
    assert "http" not in (HERE / "package-lock.json").read_text(encoding="utf-8")


def test_a_server_that_names_no_host_listens_on_the_loopback_only_and_ends_with_its_parent() -> (
    None
):
    program = [needed("node"), "--require", str(HERE / "loopback.cjs"), "-e", LISTEN]
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert json.loads(process.stdout.readline())["address"] == "127.0.0.1"
        process.stdin.close()
        assert process.wait(timeout=10) == 0


@pytest.mark.parametrize(
    "way",
    [
        "net.connect(80, '192.0.2.1')",
        "net.connect({port: 80, host: '192.0.2.1'})",
        "require('http').get('http://192.0.2.1/')",
        "require('https').get('https://example.invalid/')",
    ],
)
def test_it_connects_to_nobody_outside_this_machine(way: str) -> None:
    told = (
        f"const net=require('net');{way}.on('error',e=>{{console.log(e.message);process.exit()}})"
    )
    program = [needed("node"), "--require", str(HERE / "loopback.cjs"), "-e", told]
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("The Playground stays on this machine")


def test_nothing_of_the_callers_surroundings_turns_it_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (
        "BOT_ENDPOINT",
        "TANDEM_BOT_APP_SECRET",
        "M365_AGENTS_PLAYGROUND_CONFIG_PATH",
        "TEAMSAPPTESTER_PORT",
    ):
        monkeypatch.setenv(name, "elsewhere")
    setting = Setting(
        tmp_path, 5, "http://127.0.0.1:1/api/messages", "http://127.0.0.1:2/connector"
    )
    environment = setting.environment()
    assert "elsewhere" not in environment.values()
    assert environment["TEAMSAPPTESTER_BROWSER"] == "none"
    assert "--disable-telemetry" in setting.arguments(Path("cli.js"))
