"""The figures of a cooperative on a day: exact, defined, with what they count among and the entries that prove them.

What labels ask for and what milestones wait for. A figure cites no entry about a human being: only the register of
proofs, which holds none, and the versions of the statutes.
"""

from collections.abc import Iterable
from datetime import date
from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.capital.delays import years_after
from governance.evidence.figure import Figure
from governance.evidence.template import FigureName
from governance.statutes.law.colleges import FEWEST, LEAST, MOST
from governance.words import Day, Public
from projections.duty_figures import DUTIES
from projections.matrix_figures import MATRIX
from projections.measure import Measure, counted
from projections.network.pole import CIRCLE

_MEMBER: LiteralString = """
    member as (
        select subject as id from member_period
        where trait = 'member' and value is not null and valid @> %(day)s::date and upper_inf(known)
    ), organisation as (
        select person.* from person join member using (id) where legal
    )
"""
_OF_ORGANISATIONS: LiteralString = """array(
    select position from proof join organisation on organisation.id = subject
    where proof.kind in ('OrganisationRegistered', 'OrganisationCorrected', 'MemberAdmitted') order by position
)"""
_STATUTES: LiteralString = """
    version as (
        select * from statutes where in_force_from <= %(day)s order by in_force_from desc, position desc limit 1
    )
"""
_LAWFUL: LiteralString = """(
    -- a weight is written 25 or 200/3; that they add up to 100 was seen to when the statutes were adopted
    select count(*) = 0 or count(*) >= %(fewest)s
        and bool_and(coalesce(parts >= %(least)s * whole and parts <= %(most)s * whole, false))
    from jsonb_to_recordset(version.statutes -> 'schemes') as scheme (organ text, colleges jsonb),
        jsonb_to_recordset(colleges) as college (voice text, weight text),
        lateral (
            select split_part(weight, '/', 1)::numeric as parts,
                coalesce(nullif(split_part(weight, '/', 2), ''), '1')::numeric as whole
        ) as fraction
    where organ = 'assembly' and voice = 'deliberative'
)"""
_MET: LiteralString = """
    met as (
        select * from gathering
        where cancelled is null and rpad(held, 10, '-01')::date between %(since)s::date and %(day)s::date
    )
"""
_OF_MEETINGS: LiteralString = """array(
    select position from proof where proof.kind in ('MeetingReported', 'MeetingHeld')
        and subject in (select id from met) order by position
)"""
_BOUNDS = {"fewest": FEWEST, "least": int(LEAST), "most": int(MOST)}


def _organisations(value: LiteralString) -> LiteralString:
    return f"""
        with {_MEMBER} select {value} as value, count(*) as base, {_OF_ORGANISATIONS} as facts from organisation
    """


MEASURES = {
    "statutes_in_force": Measure(
        "Version des statuts en vigueur au jour dit",
        "versions adoptées",
        f"""with {_STATUTES} select count(*) as value, (select count(*) from statutes) as base,
            array_agg(position) as facts from version""",
    ),
    "lawful_voting": Measure(
        "1 si l’assemblée vote par tête, ou par trois collèges au moins, chacun de 10 à 50 % des voix ; 0 sinon",
        "versions en vigueur",
        f"""with {_STATUTES} select count(*) filter (where {_LAWFUL}) as value, count(*) as base,
            array_agg(position) as facts from version""",
    ),
    "organisations": Measure(
        "Personnes morales membres au jour dit, comptées une fois",
        "membres, personnes physiques comprises",
        f"""with {_MEMBER} select count(*) as value, (select count(*) from member) as base,
            {_OF_ORGANISATIONS} as facts from organisation""",
    ),
    "members": Measure(
        "Membres au jour dit, personnes physiques et morales ; les admissions de personnes physiques ne sortent pas du "
        "registre",
        "catégories",
        f"""with {_MEMBER} select count(distinct member.id) as value, count(distinct value) as base,
            {_OF_ORGANISATIONS} as facts from member join member_period on subject = id
            where trait = 'category' and valid @> %(day)s::date and upper_inf(known)""",
    ),
    "actor_kinds": Measure(
        "Natures différentes (loi 2014-856, art. 9) parmi les personnes morales membres au jour dit",
        "personnes morales membres",
        _organisations("count(distinct kind)"),
    ),
    "structures": Measure(
        "Personnes morales membres au jour dit, inscrites comme entreprises de l’économie sociale et solidaire",
        "personnes morales membres",
        _organisations("count(*) filter (where kind = 'ess_enterprise')"),
    ),
    "other_enterprises": Measure(
        "Personnes morales membres au jour dit, inscrites comme entreprises hors de l’économie sociale et solidaire",
        "personnes morales membres",
        _organisations("count(*) filter (where kind = 'other_enterprise')"),
    ),
    "public_partners": Measure(
        "Collectivités, établissements de recherche et organismes de formation membres au jour dit",
        "personnes morales membres",
        _organisations("count(*) filter (where kind in ('local_authority', 'research', 'training'))"),
    ),
    "organisations_located": Measure(
        "Personnes morales membres au jour dit, dont le siège est connu",
        "personnes morales membres",
        _organisations("count(address)"),
    ),
    "categories": Measure(
        "Catégories des statuts qui ont un membre au moins au jour dit ; "
        "les admissions de personnes physiques sont comptées et ne sortent pas du registre",
        "membres, personnes physiques comprises",
        f"""with {_MEMBER} select count(distinct value) as value, (select count(*) from member) as base,
            {_OF_ORGANISATIONS} as facts from member join member_period on subject = id
            where trait = 'category' and valid @> %(day)s::date and upper_inf(known)""",
    ),
    "assemblies_held": Measure(
        "Assemblées générales dont la séance a été ouverte, au jour dit",
        "assemblées générales convoquées",
        """select count(position) as value, count(*) as base,
            array_agg(position order by position) filter (where position is not null) as facts
            from assembly left join proof on proof.kind = 'SessionOpened' and subject = assembly.id
                and happened between %(since)s::date and %(day)s::date
            where organ = 'assembly' and convened_on::date between %(since)s::date and %(day)s::date""",
        happens=True,
    ),
    "votes_counted": Measure(
        "Scrutins dépouillés au jour dit",
        "scrutins ouverts",
        counted("VoteCounted", "select count(*) from vote"),
        happens=True,
    ),
    "offices_held": Measure(
        "Mandats en cours au jour dit (présidence, secrétariat, conseil) ; qui les exerce ne sort pas du registre",
        "personnes en fonction",
        """select count(*) as value, count(distinct person) as base, null::bigint[] as facts from office
            where office <> 'auditor' and upper_inf(known)
                and since <= %(day)s and (until is null or until >= %(day)s)""",
    ),
    "meetings": Measure(
        "Réunions d’acteurs tenues au jour dit ; un atelier compte avec la réunion où il s’est tenu",
        "réunions prévues ou tenues",
        f"""with {_MET} select count(*) filter (where within is null) as value,
            (select count(*) from gathering where cancelled is null and within is null) as base,
            {_OF_MEETINGS} as facts from met""",
        happens=True,
    ),
    "attendance": Measure(
        "Organisations différentes venues à une réunion d’acteurs au moins, au jour dit ; qui les représentait ne sort "
        "pas du registre",
        "réunions tenues",
        f"""with {_MET} select (
                select count(distinct organisation) from attendance join met on met.id = meeting
                where presence = 'present' and organisation <> ''
            ) as value, count(*) filter (where within is null) as base, {_OF_MEETINGS} as facts from met""",
        happens=True,
    ),
    "pole": Measure(
        "Organisations du pôle au jour dit, membres de la coopérative comprises, comptées une fois",
        "membres de la coopérative",
        f"""select count(*) as value, count(member_since) as base, null::bigint[] as facts from ({CIRCLE}) as circle""",
    ),
    "survey_answers": Measure(
        "Réponses reçues aux enquêtes rapportées au jour dit",
        "personnes ou structures interrogées",
        """select coalesce(sum(number), 0)::bigint as value, coalesce(sum(base), 0)::bigint as base,
            array_agg(position order by position) as facts
            from proof where kind = 'SurveyReported' and happened between %(since)s::date and %(day)s::date""",
        happens=True,
    ),
    "needs": Measure(
        "Besoins exprimés dans les enquêtes au jour dit",
        "enquêtes",
        counted("NeedStated", "select count(*) from proof where kind = 'SurveyReported'"),
        happens=True,
    ),
    "milestones_planned": Measure(
        "Jalons inscrits à la feuille de route au jour dit",
        "jalons, atteints compris",
        counted(
            "MilestonePlanned",
            "select count(distinct subject) from proof where kind = 'MilestonePlanned'",
            since="'-infinity'",
        ),
    ),
    "milestones_reached": Measure(
        "Jalons atteints au jour dit",
        "jalons inscrits",
        counted("MilestoneReached", "select count(distinct subject) from proof where kind = 'MilestonePlanned'"),
        happens=True,
    ),
    **DUTIES,
    **MATRIX,
}


_POSITION = """
    select coalesce(
        (select position from public.past where 'past_' || place = current_schema()), min(position), 0
    ) as position from public.register
"""
"""The last entry that the registers being read know: those of today, or of a past day."""


def figures(
    db: Connection[DictRow], on: Day, names: Iterable[str] = tuple(MEASURES), since: Day | None = None
) -> tuple[Figure, ...]:
    """Each figure known under these names, on a full day; of what happens, `since` another. They are of one moment
    inside one transaction."""
    [row] = db.execute(_POSITION)
    known = [name for name in dict.fromkeys(names) if name in MEASURES]
    return tuple(_figure(db, FigureName(name), on, since, row["position"]) for name in known)


def _figure(db: Connection[DictRow], name: FigureName, on: Day, since: Day | None, position: int) -> Figure:
    measure = MEASURES[name]
    period = {"day": str(on), "since": str(since or "-infinity"), "year": str(years_after(on, -1))}
    [row] = db.execute(measure.sentence, {**period, "known": "infinity", **_BOUNDS})
    told = f", depuis le {since.first:%d/%m/%Y}" if since and measure.happens else ""
    definition, base = Public(measure.definition + told), Public(f"{measure.base} : {row['base']}")
    return Figure(name, str(row["value"]), definition, on, position, base, tuple(row["facts"] or ()))


def first_day(db: Connection[DictRow]) -> date | None:
    """Before it the registers say nothing that a dossier shows."""
    sentence = """
        select least(
            (select min(happened) from proof), (select min(rpad(in_force_from, 10, '-01')::date) from statutes)
        ) as day
    """
    [row] = db.execute(sentence)
    day: date | None = row["day"]
    return day
