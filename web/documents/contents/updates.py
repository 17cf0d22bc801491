"""What the letters of a yearly update say."""

from typing import TypedDict

from web.documents.contents.values import Legal


class Sheet(TypedDict):
    """What is known of a member: `seat` of an organisation and who speaks for it, empty for a person; `code` of her
    coupon.
    """

    name: str
    spoken_by: str
    email: str
    phone: str
    address: str
    seat: str
    code: str


class Sheets(TypedDict):
    """`mise-a-jour`: a page each. `until`: a `Day` as text."""

    cooperative: Legal
    until: str
    signatory: str
    letters: list[Sheet]
