"""The yearly report on the cooperative project: ready to paste into the management report (L47 art. 19 terdecies)."""

from web.yearly_report.pages import routes as routes
