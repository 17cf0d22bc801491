"""The figures of the network and its projects that labels ask for: decided together, measured, told elsewhere, lent."""

from typing import LiteralString

from projections.measure import NOTHING, Measure


def _in_period(day: LiteralString) -> LiteralString:
    """A day of which only the month or the year is known is the first of it."""
    return f"rpad({day}, 10, '-01')::date between %(since)s::date and %(day)s::date"


MATRIX = {
    "prioritisations": Measure(
        "Priorités votées ensemble, séances closes au jour dit",
        "séances ouvertes",
        f"""select count(*) filter (where {_in_period("left(closed, 10)")}) as value, count(*) as base,
            {NOTHING} as facts from prioritisation""",
        happens=True,
    ),
    "indicators_measured": Measure(
        "Indicateurs des projets, mesurés une fois au moins au jour dit (valeur, méthode, effectif, date)",
        "indicateurs suivis",
        f"""select count(distinct indicator) as value, (select count(*) from indicator) as base, {NOTHING} as facts
            from measure where struck is null and {_in_period("happened")}""",
        happens=True,
    ),
    "budgets": Measure(
        "Projets dont le budget prévu est inscrit, dépenses et recettes, au jour dit",
        "projets",
        f"""with planned as (
                select project from budget_line where happened <= %(day)s
                group by project having count(distinct side) = 2
            )
            select count(*) as value, (select count(*) from project) as base, {NOTHING} as facts from planned""",
    ),
    "testimonies": Measure(
        "Prises de parole du réseau ailleurs (salon, visite, formation), rapportées au jour dit ; qui parlait ne sort "
        "pas du registre",
        "prises de parole confiées",
        f"""select count(*) filter (where {_in_period("reported")}) as value, count(*) as base, {NOTHING} as facts
            from speaking""",
        happens=True,
    ),
    "publications": Measure(
        "Lettres du réseau envoyées ou publiées au jour dit",
        "lettres composées",
        f"""select count(*) filter (where {_in_period("left(coalesce(sent, published), 10)")}) as value,
            count(*) as base, {NOTHING} as facts from newsletter""",
        happens=True,
    ),
    "loans": Measure(
        "Prêts entre membres (matériel, lieux, ouvrages) au jour dit",
        "membres emprunteurs",
        f"""select count(*) as value, count(distinct member) as base, {NOTHING} as facts from loan
            where cancelled is null and since between %(since)s::date and %(day)s::date""",
        happens=True,
    ),
    "appropriations": Measure(
        "Exercices dont une assemblée a affecté l’excédent, au jour dit",
        "exercices affectés, réserves comprises",
        f"""select count(*) as value, count(*) filter (where legal + statutory > 0) as base, {NOTHING} as facts
            from appropriation where happened between %(since)s::date and %(day)s::date""",
        happens=True,
    ),
}
