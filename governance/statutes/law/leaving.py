"""How membership is lost: by whose decision, after what notice, at what price."""

from collections.abc import Iterator

from governance.statutes.facts import Capital, Exclusion, Form, Loss, LossCause, Majority, Organ, Statutes
from governance.statutes.findings import Finding, Path, against, unsaid, unwise

VARIABLE_CAPITAL = "C.com L231-6"
USUAL_NOTICE = 15  # days


def findings(statutes: Statutes) -> Iterator[Finding]:
    loss, company = statutes.loss, statutes.form is not Form.ASSOCIATION
    if loss is None:
        return
    yield from _absence(loss)
    if loss.exclusion:
        path = ("loss", "exclusion")
        yield from _exclusion(loss.exclusion, path)
        if company:
            amending = statutes.extraordinary.majority if statutes.extraordinary else None
            yield from _of_company(loss.exclusion, amending, statutes.capital, path)


def _absence(loss: Loss) -> Iterator[Finding]:
    causes = loss.auto_causes.value if loss.auto_causes else ()
    if LossCause.ABSENCE in causes and loss.absence_n_ago is None:
        yield unsaid("absence-not-counted", ("loss", "absence_n_ago"))


def _exclusion(exclusion: Exclusion, path: Path) -> Iterator[Finding]:
    notice = exclusion.notice_days
    if notice and notice.value < USUAL_NOTICE:
        yield unwise("exclusion-notice-short", (*path, "notice_days", "value"), given=notice.value, least=USUAL_NOTICE)


def _of_company(
    exclusion: Exclusion, amending: Majority | None, capital: Capital | None, path: Path
) -> Iterator[Finding]:
    """The general assembly excludes, at the majority that amends the statutes; shares are repaid at their value."""
    if exclusion.organ.value is not Organ.ASSEMBLY:
        yield against("exclusion-not-by-assembly", (*path, "organ", "value"), VARIABLE_CAPITAL)
    asked = exclusion.majority
    if asked and amending and _level(asked) != _level(amending):
        yield against("exclusion-majority", (*path, "majority"), VARIABLE_CAPITAL)
    if exclusion.price and capital and exclusion.price.value != capital.nominal.value:
        yield against("exclusion-price", (*path, "price", "value"), "L47 art. 18")


def _level(majority: Majority) -> tuple[object, ...]:
    return majority.threshold.value, majority.strict, majority.base.value
