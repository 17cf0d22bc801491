"""Which language a reader asked for: French, unless an address or then a cookie says English."""

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.i18n import LOCALES, locale

COOKIE = "langue"


class Language:
    """`?langue=en` chooses and is remembered; the choice says nothing of the person."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asking = HTTPConnection(scope)
        asked = asking.query_params.get(COOKIE)
        chosen = asked if asked in LOCALES else asking.cookies.get(COOKIE)

        async def remembering(message: Message) -> None:
            if message["type"] == "http.response.start" and asked in LOCALES:
                cookie = f"{COOKIE}={asked}; Path=/; Max-Age=31536000; SameSite=Lax"
                MutableHeaders(scope=message).append("Set-Cookie", cookie)
            await send(message)

        before = locale.set(chosen if chosen in LOCALES else "fr")
        try:
            await self.app(scope, receive, remembering)
        finally:
            locale.reset(before)
