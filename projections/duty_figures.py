"""The figures that duties ask for: what a financial year was, as a company of collective interest must tell it (L47
art. 19 terdecies), and how far the révision coopérative is.

A year is the twelve months that end on the day that is asked for.
"""

from typing import LiteralString

from projections.measure import NOTHING, Measure, counted

_IN_YEAR: LiteralString = "happened > %(year)s::date"
_FIRST: LiteralString = "(%(year)s::date + 1)"


def _during(column: LiteralString) -> LiteralString:
    """A day of which only the month or the year is known is the first of it."""
    return f"rpad({column}, 10, '-01')::date between {_FIRST} and %(day)s::date"


# Who left and came back the same day went nowhere: a collège was changed, a day corrected.
_STAYS: LiteralString = """
    stay as (
        select subject, lower(valid) as since, upper(valid) as until from member_period
        where trait = 'member' and value is not null and upper_inf(known)
    )
"""
_BEFORE: LiteralString = (
    "count(distinct subject) filter (where since <= %(year)s::date and coalesce(until > %(year)s::date, true))"
)


def _moved(end: LiteralString, other: LiteralString) -> LiteralString:
    return f"""
        with {_STAYS} select count(distinct subject) filter (
            where {end} > %(year)s::date and {end} <= %(day)s::date and not exists (
                select from stay as next where next.subject = stay.subject and next.{other} = stay.{end}
            )
        ) as value, {_BEFORE} as base, {NOTHING} as facts from stay
    """


_ASSEMBLIES: LiteralString = f"""
    met as (
        select * from assembly where organ = 'assembly' and state in ('open', 'closed') and {_during("day")}
    )
"""
_LAST: LiteralString = """
    last as (select * from revision where happened <= %(day)s order by happened desc, position desc limit 1)
"""
_FINDINGS: LiteralString = f"""
    with {_LAST}, point as (
        select finding.id, (
            select step = 'closed' from finding_step where finding = finding.id and step <> 'answered'
                and happened <= %(day)s order by position desc limit 1
        ) as closed
        from finding join last on last.id = finding.revision and last.received <= %(day)s
    )
"""


def _told(section: LiteralString) -> LiteralString:
    """Of the last year that anything is written of."""
    return f"""
        with told as (
            select * from project_paragraph where closing = (
                select max(closing) from project_paragraph where closing <= %(day)s
            )
        )
        select count(*) filter (where section = '{section}' and words <> '') as value,
            count(*) filter (where words <> '') as base, {NOTHING} as facts from told
    """


DUTIES = {
    "joined_in_year": Measure(
        "Personnes entrées au sociétariat dans les douze mois qui finissent au jour dit",
        "membres un an avant",
        _moved("since", "until"),
    ),
    "left_in_year": Measure(
        "Personnes sorties du sociétariat dans les douze mois qui finissent au jour dit",
        "membres un an avant",
        _moved("until", "since"),
    ),
    "capital": Measure(
        "Capital souscrit au jour dit, en euros",
        "parts sociales",
        f"""select trim_scale(coalesce(sum(worth), 0) / 100.0) as value, coalesce(sum(shares), 0)::bigint as base,
            {NOTHING} as facts from capital_day where happened <= %(day)s::date""",
    ),
    "capital_in_year": Measure(
        "Variation du capital souscrit dans les douze mois qui finissent au jour dit, en euros",
        "euros un an avant",
        f"""select trim_scale(coalesce(sum(worth) filter (where {_IN_YEAR}), 0) / 100.0) as value,
            trim_scale(coalesce(sum(worth) filter (where not {_IN_YEAR}), 0) / 100.0) as base, {NOTHING} as facts
            from capital_day where happened <= %(day)s::date""",
    ),
    "lawful_public_capital": Measure(
        "1 si les collectivités publiques ont ensemble la moitié du capital au plus, au jour dit ; 0 sinon",
        "euros aux collectivités",
        f"""with held as (
                select coalesce(sum(worth), 0) as whole, coalesce(sum(worth) filter (where public_body), 0) as public
                from entry join person on person.id = entry.member where happened <= %(day)s::date
            )
            select (whole > 0 and 2 * public <= whole)::int as value, trim_scale(public / 100.0) as base,
            {NOTHING} as facts from held""",
    ),
    "assemblies_in_year": Measure(
        "Assemblées générales ouvertes dans les douze mois qui finissent au jour dit",
        "membres inscrits à leurs listes",
        f"""with {_ASSEMBLIES} select count(*) as value,
            (select count(*) from mandate join met on met.id = mandate.assembly) as base,
            array(select position from proof join met on met.id = subject where kind = 'SessionOpened' order by 1)
            as facts from met""",
    ),
    "turnout_in_year": Measure(
        "Part des membres inscrits qui sont venus, se sont fait représenter ou ont voté par formulaire, assemblées des "
        "douze mois réunies",
        "membres inscrits aux listes de ces assemblées",
        f"""with {_ASSEMBLIES}, roll as (
                select signed is not null or form or holder is not null as came
                from mandate join met on met.id = mandate.assembly where votes
            )
            select case when count(*) = 0 then '0' else count(*) filter (where came) || '/' || count(*) end as value,
                count(*) as base, {NOTHING} as facts from roll""",
    ),
    "decisions_in_year": Measure(
        "Décisions adoptées dans les douze mois qui finissent au jour dit",
        "décisions prises, rejets compris",
        f"""select count(*) filter (where adopted) as value, count(*) as base, {NOTHING} as facts from decision
            where {_during("happened")}""",
    ),
    "votes_in_year": Measure(
        "Scrutins dépouillés dans les douze mois qui finissent au jour dit",
        "scrutins dépouillés depuis le début",
        counted("VoteCounted", "select count(*) from proof where kind = 'VoteCounted'", _FIRST),
    ),
    "statutes_in_year": Measure(
        "Versions des statuts entrées en vigueur dans les douze mois qui finissent au jour dit",
        "versions adoptées",
        f"""select count(*) filter (where {_during("in_force_from")}) as value, count(*) as base, {NOTHING} as facts
            from statutes""",
    ),
    "offices_in_year": Measure(
        "Mandats (présidence, secrétariat, conseil) commencés ou finis dans les douze mois qui finissent au jour dit",
        "mandats au registre",
        f"""select count(*) filter (where {_during("since")} or {_during("until")}) as value, count(*) as base,
            {NOTHING} as facts from office where office <> 'auditor' and upper_inf(known)""",
    ),
    "meetings_in_year": Measure(
        "Réunions d’acteurs tenues dans les douze mois qui finissent au jour dit",
        "organisations différentes venues à l’une d’elles",
        f"""with met as (
                select id from gathering where cancelled is null and within is null and {_during("held")}
            )
            select count(*) as value, (
                select count(distinct organisation) from attendance join met on met.id = meeting
                where presence = 'present' and organisation <> ''
            ) as base, array(
                select position from proof join met on met.id = subject
                where kind in ('MeetingReported', 'MeetingHeld') order by 1
            ) as facts from met""",
    ),
    "milestones_in_year": Measure(
        "Jalons des projets atteints dans les douze mois qui finissent au jour dit",
        "jalons inscrits",
        counted(
            "MilestoneReached", "select count(distinct subject) from proof where kind = 'MilestonePlanned'", _FIRST
        ),
    ),
    "actions_in_year": Measure(
        "Actions du réseau faites dans les douze mois qui finissent au jour dit",
        "actions inscrites",
        f"""select count(*) filter (where state = 'done' and {_during("ended")}) as value, count(*) as base,
            {NOTHING} as facts from action""",
    ),
    "context_told": Measure(
        "1 si l’évolution du contexte économique et social est écrite pour le dernier exercice, 0 sinon",
        "parties écrites de ce rapport",
        _told("D5"),
    ),
    "impact_told": Measure(
        "1 si l’analyse de l’impact sur le projet coopératif est écrite pour le dernier exercice, 0 sinon",
        "parties écrites de ce rapport",
        _told("D6"),
    ),
    "revisers_named": Measure(
        "Réviseur et suppléant nommés pour la dernière révision, au jour dit ; qui ils sont ne sort pas du registre",
        "révisions confiées",
        f"""with {_LAST} select count(*) + count(deputy) as value,
            (select count(*) from revision where happened <= %(day)s) as base, {NOTHING} as facts from last""",
    ),
    "revision_reports": Measure(
        "Rapports de révision reçus dans les cinq ans qui finissent au jour dit",
        "rapports au registre",
        """select count(*) filter (where received::date > %(day)s::date - interval '5 years') as value,
            count(*) as base, array_agg(reported order by reported) as facts
            from revision where received::date <= %(day)s::date""",
    ),
    "findings_closed": Measure(
        "Recommandations, réserves et manquements du dernier rapport de révision, clos au jour dit",
        "points soulevés",
        f"{_FINDINGS} select count(*) filter (where closed) as value, count(*) as base, {NOTHING} as facts from point",
    ),
    "revision_settled": Measure(
        "1 si le dernier rapport de révision est là et que tous ses points sont clos, au jour dit ; 0 sinon",
        "points ouverts",
        f"""{_FINDINGS} select (count(*) filter (where closed is not true) = 0 and (
                select count(received) > 0 from last where received <= %(day)s
            ))::int as value, count(*) filter (where closed is not true) as base, {NOTHING} as facts from point""",
    ),
}
