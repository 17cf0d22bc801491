"""Capital: where it stands, its movements, each holder's account, calls, the queue and what is paid back."""

from web.capital import account, calls, debts, overview, queue, register

routes = [*overview.routes, *register.routes, *calls.routes, *queue.routes, *debts.routes, *account.routes]
