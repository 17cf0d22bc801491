"""The offices of an installation: opened when somebody comes, closed once when their cooperative is."""

from types import SimpleNamespace

from web.door import Offices


def test_two_who_look_at_once_close_each_office_once_and_neither_fails():
    closed = []
    offices = Offices(SimpleNamespace(cooperatives=list))

    def close(slug):
        closed.append(slug)
        offices._look()  # somebody else looks meanwhile

    offices._open = {slug: SimpleNamespace(close=lambda slug=slug: close(slug)) for slug in "abc"}
    offices._look()

    assert sorted(closed) == ["a", "b", "c"]
