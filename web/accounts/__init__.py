"""The capital as its accounts need it: closing, result, certificates, bank statements."""

from web.accounts import appropriation, certificates, closing, statements

routes = [*closing.routes, *appropriation.routes, *certificates.routes, *statements.routes]
