"""What the law of each legal form already answers: the least that it asks. The articles are left to be read."""

from governance.statutes.facts import Form, Kind, MajorityBase
from governance.statutes.law.accounts import AUDIT_YEARS, LEGAL, STATUTORY
from governance.statutes.law.capital import HALF, LONGEST_DELAY, QUARTER
from governance.statutes.law.frames import FRAMES, FREE, Frame

_COMPANY = {
    "capital.floor_fraction.value": QUARTER,
    "capital.paid_at_once.value": QUARTER,
    "capital.public_maximum.value": HALF,
    "capital.max_delay_years.value": LONGEST_DELAY,
    "appropriation.legal_reserve.value": LEGAL,
    "appropriation.statutory_reserve.value": STATUTORY,
    "audit.period_years.value": AUDIT_YEARS,
}


def prefilled(form: Form) -> dict[str, str]:
    """Answers to begin with."""
    found: dict[str, object] = {"form": form.value, "schemes.0.organ": "assembly"}
    if form is not Form.ASSOCIATION:
        found |= _COMPANY
    for kind in Kind:
        law = FRAMES.get((form, kind), FREE)
        if law is not FREE:
            found |= {f"{kind.value}.{name}": value for name, value in _of_frame(law).items()}
    return {name: str(value) for name, value in found.items() if value is not None}


def _of_frame(law: Frame) -> dict[str, object]:
    base = MajorityBase.PRESENT if law.article == "C.com L223-30" else next(iter(law.bases & {*_USUAL}), None)
    return {
        "notice_days.value": law.notice,
        "second_notice_days.value": law.second_notice,
        "quorum.first.value": law.quorum,
        "quorum.second.value": law.second_quorum,
        "majority.threshold.value": law.threshold,
        "majority.strict": "true" if law.strict else "false",
        "majority.base.value": base.value if base else None,
        "majority.abstention.value": law.abstention.value if law.abstention else None,
    }


_USUAL = (MajorityBase.CAST, MajorityBase.ALL)
