"""The catalogues of the network at the counter: their list, each one's cards, a card's sheet, and its life."""

from web.cards import index, keeping, lending, meeting, sheet

routes = [*index.routes, *keeping.routes, *meeting.routes, *lending.routes, *sheet.routes]
