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
    (
        "redistribution",
        "over = {college: CEILING for college, weight in tried.items() if weight > CEILING}",
        "over = {college: CEILING for college, weight in tried.items() if weight >= CEILING}",
    ): "one that is just at its bound stays there, settled now or with the others",
    (
        "redistribution",
        "under = {college: floor for college, weight in tried.items() if weight < floor}",
        "under = {college: floor for college, weight in tried.items() if weight <= floor}",
    ): "one that is just at its bound stays there, settled now or with the others",
    (
        "redistribution",
        "return over if surplus >= missing else under",
        "return over if surplus > missing else under",
    ): "where as much is over as is missing, both bounds are kept whichever comes first",
    (
        "tally",
        "return Held(*(mine + hers for mine, hers in zip(self.all, other.all, strict=True)))",
        "return Held(*(mine + hers for mine, hers in zip(self.all, other.all, strict=False)))",
    ): "both have the same counters",
    (
        "tally",
        "counters = (mine + hers for mine, hers in zip(self.counters, other.counters, strict=True))",
        "counters = (mine + hers for mine, hers in zip(self.counters, other.counters, strict=False))",
    ): "both have the same counters",
    (
        "tally",
        "written = tuple(((name.rstrip('_'), str(number)) for name, number in numbers.items()))",
        "written = tuple(((name.rstrip('_x'), str(number)) for name, number in numbers.items()))",
    ): "no number of a step has a name that ends so",
}
"""By module, line before and line after."""
