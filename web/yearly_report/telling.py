"""What a year of the cooperative project was: section by section as the decree lists them, from the registers.

In French whoever reads: it goes into a French management report.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from psycopg import Connection
from psycopg.rows import DictRow

from governance.evidence.coverage import Answer, CriterionCoverage, coverage
from governance.evidence.figure import Figure
from governance.evidence.template import CriterionId, Template
from governance.words import Day
from projections.evidence import project_reports
from projections.figures import figures
from web.assemblies import rules
from web.documents.contents.project import ProjectTable
from web.edge.label_file import LABELS, read_label
from web.i18n import day, exact, percent

REPORT = "projet-cooperatif"


@dataclass(frozen=True)
class Section:
    """`lines`, `tables`: what the registers say; `words`: what the secretary tells; `missing`: what is to be supplied,
    and by whom."""

    id: CriterionId
    title: str
    lines: list[str]
    tables: list[ProjectTable]
    words: str
    missing: list[str]


@dataclass(frozen=True)
class YearReport:
    closing: Day
    template: Template
    sections: list[Section]
    figures: tuple[Figure, ...]

    @property
    def titles(self) -> Mapping[str, str]:
        """Of each figure, as the report calls it."""
        asked = (one for evidence in self.template.evidence for one in evidence.requirements)
        return {one.figure: capital(one.title) for one in asked if one.figure}


def template() -> Template:
    return read_label((LABELS / f"{REPORT}.yaml").read_bytes()).template


def year_report(db: Connection[DictRow], closing: Day) -> YearReport:
    """As it stood on the last day of that year, as it is known now."""
    asked = template()
    names = [one.figure for evidence in asked.evidence for one in evidence.requirements if one.figure]
    counted = figures(db, closing, names)
    words, tables = project_reports.paragraphs(db, closing), _tables(db, closing)
    covered = coverage(asked, counted, ()).criteria
    sections = [_section(one, words.get(one.criterion.id, ""), tables.get(one.criterion.id, [])) for one in covered]
    return YearReport(closing, asked, sections, counted)


def _section(covered: CriterionCoverage, words: str, tables: list[ProjectTable]) -> Section:
    answers = [answer for evidence in covered.evidence for answer in evidence.answers]
    lines = [_line(answer) for answer in answers if answer.figure and not _of_words(answer)]
    missing = [f"{capital(one.requirement.title)} : {one.requirement.supplier}." for one in covered.missing]
    return Section(covered.criterion.id, covered.criterion.title, lines, tables, words, missing)


def _of_words(answer: Answer) -> bool:
    """Whether it only says that something is written: the text itself is there to be read."""
    return bool(answer.requirement.figure and answer.requirement.figure.endswith("_told"))


def _line(answer: Answer) -> str:
    assert answer.figure is not None
    return f"{capital(answer.requirement.title)} : {_number(answer.figure)} ({answer.figure.base})."


def _number(figure: Figure) -> str:
    """« 28 sur 310, soit 9 % » of a part, the number itself otherwise."""
    if "/" not in figure.value:
        return exact(figure.amount)
    came, entitled = figure.value.split("/")
    return f"{came} sur {entitled}, soit {percent(figure.amount)}"


def _tables(db: Connection[DictRow], closing: Day) -> dict[str, list[ProjectTable]]:
    """By section: members by category and by collège; who took part, assembly by assembly; decisions; what was done."""
    known = rules.in_force(db, closing)
    categories = {str(one.id): str(one.name) for one in known[1].categories} if known else {}
    colleges = {str(one.id): str(one.name) for scheme in known[1].schemes for one in scheme.colleges} if known else {}
    found = {
        "D1": [
            _flow("Catégorie", project_reports.by_category(db, closing), categories),
            _flow("Collège", project_reports.by_college(db, closing), colleges),
        ],
        "D3": [_turnout(db, closing, categories), _decided(db, closing)],
        "D5": [_produced(db, closing)],
    }
    return {section: [one for one in tables if one["rows"]] for section, tables in found.items()}


def _flow(part: str, rows: list[DictRow], names: Mapping[str, str]) -> ProjectTable:
    counts = ("before", "came", "gone", "after")
    told = [[names.get(row["id"], row["id"] or "sans collège"), *(str(row[one]) for one in counts)] for row in rows]
    return {
        "title": f"Associés par {part.lower()}",
        "heads": [part, "Au début", "Entrées", "Sorties", "À la fin"],
        "rows": told,
    }


def _turnout(db: Connection[DictRow], closing: Day, names: Mapping[str, str]) -> ProjectTable:
    rows = [
        [f"{one['title']}, {day(one['day'])}", names.get(one["category"], one["category"]), *_heads(one)]
        for one in project_reports.turnout(db, closing)
    ]
    return {
        "title": "Participation aux assemblées",
        "heads": ["Assemblée", "Catégorie", "Inscrits", "Présents, représentés ou par formulaire"],
        "rows": rows,
    }


def _heads(row: DictRow) -> list[str]:
    return [str(row["entitled"]), str(row["came"])]


def _decided(db: Connection[DictRow], closing: Day) -> ProjectTable:
    rows = [[str(row["number"]), row["title"], day(row["happened"])] for row in project_reports.decided(db, closing)]
    return {"title": "Décisions adoptées", "heads": ["N°", "Décision", "Le"], "rows": rows}


def _produced(db: Connection[DictRow], closing: Day) -> ProjectTable:
    rows = [[title] for title in project_reports.produced(db, closing)]
    return {"title": "Ce que les projets ont atteint", "heads": ["Jalon"], "rows": rows}


def capital(title: str) -> str:
    return title[:1].upper() + title[1:]


def plain(report: YearReport) -> str:
    """The whole of it as a text to paste: an empty line between paragraphs, tables with tabulations."""
    head = f"Information sur l’évolution du projet coopératif\nExercice clos le {day(report.closing)}\n{LAW}"
    return "\n\n".join([head, *("\n\n".join(_paragraphs(one)) for one in report.sections)]) + "\n"


LAW = "Loi 47-1775 du 10 septembre 1947, art. 19 terdecies ; décret 2015-1381 du 29 octobre 2015"


def _paragraphs(section: Section) -> Iterator[str]:
    yield section.title
    if section.lines:
        yield "\n".join(section.lines)
    for table in section.tables:
        yield "\n".join([table["title"], "\t".join(table["heads"]), *("\t".join(row) for row in table["rows"])])
    if section.words:
        yield section.words
    if section.missing:
        yield "\n".join(f"[À compléter] {one}" for one in section.missing)
