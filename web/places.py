"""Things put in order without a script: a place typed beside each."""

from pydantic import BaseModel

from web.edge.inputs import Count


class Places(BaseModel):
    """The place of each, under its identifier."""

    place: dict[str, Count]


def in_order(form: Places) -> list[str]:
    """From the first place; nothing where two have the same, for the rule to refuse."""
    if len(set(form.place.values())) < len(form.place):
        return []
    return sorted(form.place, key=lambda one: form.place[one])
