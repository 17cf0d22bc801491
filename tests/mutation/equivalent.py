"""Changes that no test can notice, and why: they give the same result, whatever the figures."""

EQUIVALENT: dict[tuple[str, str, str], str] = {
    (
        "aggregation",
        "return step('college-for' if heard.for_ > heard.against else 'college-against', article, **said)",
        "return step('college-for' if heard.for_ >= heard.against else 'college-against', article, **said)",
    ): "the two sides are known to differ",
    (
        "margin",
        "return len(bases) <= 1 or all((each.aggregation is Aggregation.FLAT for each in failed))",
        "return len(bases) <= 1 or any((each.aggregation is Aggregation.FLAT for each in failed))",
    ): "the statutes' majority and the law's read the same collèges: weighting stops for both or for neither",
    (
        "margin",
        "if 0 < moved <= _movable(cast, adopted):",
        "if 0 <= moved <= _movable(cast, adopted):",
    ): "to move no ballot is already among the turns",
    (
        "judgment",
        "if len(given.counts) != len(scale.grades) or min(given.counts, default=-1) < 0 or missing < 0:",
        "if len(given.counts) != len(scale.grades) or min(given.counts, default=-2) < 0 or missing < 0:",
    ): "any number below zero refuses a scale without a grade",
    (
        "judgment",
        "for grade, number in zip(scale.grades, one.counts, strict=True):",
        "for grade, number in zip(scale.grades, one.counts, strict=False):",
    ): "the two were checked to be as long",
    (
        "judgment",
        "return sorted((cut for cut in found if 0 <= cut < total))",
        "return sorted((cut for cut in found if 0 <= cut <= total))",
    ): "once every grade is removed there is nothing left to compare",
}
"""By module, line before and line after."""
