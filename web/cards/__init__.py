"""The catalogues of the network at the counter: their list, each one's cards, a card's sheet, and its life."""

from web.cards import bringing, index, joining, keeping, lending, meeting, posting, sheet

routes = [
    *posting.routes,
    *index.routes,
    *bringing.routes,
    *keeping.routes,
    *meeting.routes,
    *lending.routes,
    *joining.routes,
    *sheet.routes,
]
