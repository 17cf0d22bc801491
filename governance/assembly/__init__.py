"""Convening, agenda, roll, attendance, proxies, quorum, session, minutes."""
