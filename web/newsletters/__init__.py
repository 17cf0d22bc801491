"""The newsletter at the counter: composed from what is new, read, sent once; and who wants to receive it."""

from web.newsletters import composing, reading, wanting

routes = [*composing.routes, *reading.routes, *wanting.routes]
