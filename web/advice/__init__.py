"""The front for advisers: whoever several cooperatives invited signs in once, and reads what each of them lets her."""

from web.advice import signin, summary

routes = [*signin.routes, *summary.routes]
"""At the root of the site, beside the cooperatives: `/conseil` is no cooperative's name."""
