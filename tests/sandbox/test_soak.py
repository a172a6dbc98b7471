"""The soak draws rehearsals in which several things go wrong, the same ones for a seed."""

from __future__ import annotations

from itertools import islice

import pytest
from click.testing import CliRunner

from sandbox import soak as drawing
from sandbox.rehearse.command import rehearse
from sandbox.soak import rehearsals, soak


def drawn(seed: int, number: int = 40) -> list[list[str]]:
    return list(islice(rehearsals(seed, 8), number))


def test_a_seed_draws_the_same_rehearsals_and_another_one_others() -> None:
    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


def test_each_kind_of_trouble_comes_on_both_databases() -> None:
    known = {option for each in rehearse.params for option in each.opts}
    names = {option.partition("=")[0] for each in drawn(1) for option in each}
    assert names <= known
    for shared in (True, False):
        troubles = {
            option.partition("=")[0]
            for each in drawn(1)
            for option in each
            if ("--database=embedded" in each) is shared
        }
        assert {"--faults", "--kill-every", "--database-away", "--clock-off"} <= troubles


def test_some_take_the_launch_back_and_some_go_on_to_the_closing() -> None:
    forms = {option for each in drawn(1) for option in each}
    assert {"--undo", "--until=closing"} <= forms


def test_the_soak_says_its_seed_and_ends_with_the_first_rehearsal_that_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(drawing, "REHEARSE", ("false",))
    ended = CliRunner().invoke(soak, ["--minutes", "0", "--seed", "7"])
    assert ended.exit_code == 1
    assert ended.output.splitlines()[0] == "Seed 7."
    monkeypatch.setattr(drawing, "REHEARSE", ("true",))
    assert CliRunner().invoke(soak, ["--minutes", "0"]).exit_code == 0
