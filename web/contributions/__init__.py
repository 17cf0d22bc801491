"""What people without an account propose for the registers of the network, and the keepers who accept or refuse it."""

from web.contributions import keeping, offering

routes = [*offering.routes, *keeping.routes]
