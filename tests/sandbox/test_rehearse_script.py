"""What a rehearsal's owner says."""

from sandbox.rehearse.script import addresses_in


def test_an_address_that_ends_another_is_not_named_by_it() -> None:
    """Of a thousand tandems' people *lina.lee* was waited for in the turn of *alina.lee*."""
    command = "invite mentees alina.lee@nordwind.example, eva.costa@nordwind.example"
    assert addresses_in(command) == {
        "alina.lee@nordwind.example",
        "eva.costa@nordwind.example",
    }
