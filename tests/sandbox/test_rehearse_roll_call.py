"""Many people are asked, many times a second, whether all of them have got so far."""

from sandbox.rehearse.roll_call import RollCall


def test_all_have_to_be_there_in_the_same_moment() -> None:
    there = {"eva": True, "otto": False, "ida": True}
    call = RollCall(list(there), lambda name: there[name])
    assert not call.all_pass()
    there.update(otto=True, eva=False)
    assert not call.all_pass(), "that Eva was there an earlier time counts no more"
    there.update(eva=True)
    assert call.all_pass()
    assert call.all_pass()


def test_where_there_is_nobody_nobody_is_missing() -> None:
    assert RollCall([], lambda _: False).all_pass()


def test_whoever_waits_for_a_thousand_does_not_look_at_all_of_them_for_each_who_comes() -> None:
    asked: list[int] = []
    there: set[int] = set()

    def is_there(number: int) -> bool:
        asked.append(number)
        return number in there

    call = RollCall(range(1000), is_there)
    for number in range(1000):
        assert not call.all_pass()
        there.add(number)
    assert call.all_pass()
    assert len(asked) < 4000, "one by one it would be half a million"
