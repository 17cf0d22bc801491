"""A cooperative company of so many members, without collèges, under statutes that count heads (L47 art. 9)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from governance.assembly.attendance import SignAttendance
from governance.assembly.facts import AssemblyPlanned
from governance.capital.facts import SharesPaid, SharesSubscribed
from governance.membership.facts import MemberAdmitted
from governance.membership.person_facts import NoticeAgreed, Way
from governance.statutes.facts import (
    Category,
    CooperativeDescribed,
    Form,
    Majority,
    MajorityBase,
    MeetingRules,
    Nature,
    OpenProxyRule,
    Organ,
    ProxyRules,
    Quorum,
    QuorumBase,
    Ruled,
    Scheme,
    Statutes,
    StatutesAdopted,
)
from governance.words import (
    AssemblyId,
    CategoryId,
    Cents,
    Day,
    Fact,
    MemberId,
    Office,
    PersonId,
    Public,
    StatutesId,
    SubscriptionId,
)
from tests.browser.sitting import gives
from tests.conftest import Database
from tests.site import Site, open_site

SINCE, PRICE = Day("2015-01-01"), Cents(10_000)
FIRST = (
    "Aline",
    "Bastien",
    "Capucine",
    "Denis",
    "Édith",
    "Fabien",
    "Gisèle",
    "Hugo",
    "Inès",
    "Jules",
    "Léonie",
    "Nadine",
)
LAST = (
    *("Abriès", "Barcelonnette", "Ceillac", "Dévoluy", "Eygliers", "Freissinières", "Guillestre", "Laragne"),
    *("Molines", "Névache", "Orpierre", "Puy", "Réotier"),
)
NAMES = [f"{first} {last}" for last, first in product(LAST, FIRST)]
"""The nth member is `m<n>`, and has the nth name."""

WEIGHTLESS = (Scheme(Organ.ASSEMBLY),)
PROXIES = ProxyRules(
    least=Ruled(1, Public("26")),
    fraction=Ruled(Fraction(1, 20), Public("26")),
    cross_college=Ruled(True, Public("26")),
    open_proxy=Ruled(OpenProxyRule.CHAIR_WITH_BOARD, Public("26")),
)


def quorum(first: str | None, second: str | None, article: str) -> Quorum:
    """In heads."""
    level = [Ruled(Fraction(one), Public(article)) if one else None for one in (first, second)]
    return Quorum(*level, Ruled(QuorumBase.HEADS, Public(article)))


def majority(threshold: str, base: MajorityBase, article: str) -> Majority:
    level = Fraction(threshold)
    return Majority(Ruled(level, Public(article)), level == Fraction(1, 2), Ruled(base, Public(article)))


def meeting(first: Quorum, rule: Majority, again: int) -> MeetingRules:
    """Convened fifteen days before; `again`: days of the second notice."""
    return MeetingRules(Ruled(15, Public("24")), Ruled(again, Public("24")), first, rule)


SA = (
    meeting(quorum("1/5", None, "28"), majority("1/2", MajorityBase.CAST, "28"), 10),
    meeting(quorum("1/4", "1/5", "29"), majority("2/3", MajorityBase.CAST, "29"), 10),
)
SARL = (
    meeting(quorum(None, None, "28"), majority("1/2", MajorityBase.ALL, "28"), 15),
    meeting(quorum("1/4", "1/5", "29"), majority("2/3", MajorityBase.PRESENT, "29"), 15),
)


def statutes(form: Form) -> Statutes:
    natures = (Nature.EMPLOYEE, Nature.BENEFICIARY, Nature.OTHER)
    ordinary, extraordinary = SA if form is Form.SA else SARL
    return Statutes(
        form=form,
        categories=tuple(Category(CategoryId(one.value), Public(one.value), one, 1, Public("12")) for one in natures),
        admission=Ruled(Organ.BOARD, Public("13")),
        schemes=WEIGHTLESS,
        ordinary=ordinary,
        extraordinary=extraordinary,
        proxies=PROXIES,
        online_vote=Ruled(True, Public("27")),
        secret=Ruled((Public("persons"),), Public("30")),
    )


@dataclass(frozen=True)
class Company:
    """`by_mail`: how many, from the first, agreed in writing to be convened by e-mail."""

    site: Site
    form: Form
    members: int
    by_mail: int

    def settle(self) -> None:
        """Statutes, members who paid their share, and Irène who keeps the secretariat without being a member."""
        name = Public(f"Énergies du haut pays, SCIC {self.form.value}")
        described = CooperativeDescribed(
            name, self.form, Public("05100 Briançon"), Public("RCS Gap 900 000 003"), SINCE
        )
        adopted = StatutesAdopted(StatutesId("v1"), SINCE, SINCE, statutes(self.form), "0" * 64, Public(""))
        irene = self.site.known("irene", "Irène Laye", Office.SECRETARY, email="irene@exemple.fr")
        self.site.given(adopted, described, *irene, *self._welcomed())

    def _welcomed(self) -> Iterator[Fact]:
        for number, name in enumerate(NAMES[: self.members]):
            yield from self.site.known(f"m{number}", name, email=f"m{number}@exemple.fr")
            if number < self.by_mail:
                yield NoticeAgreed(PersonId(f"m{number}"), Way.LETTER, SINCE)
            member, share = MemberId(f"m{number}"), SubscriptionId(f"parts-{number}")
            yield MemberAdmitted(member, CategoryId(list(Nature)[number % 3].value), None, SINCE)
            yield SharesSubscribed(share, member, 1, PRICE, SINCE)
            yield SharesPaid(share, member, PRICE, SINCE)

    @property
    def assembly(self) -> AssemblyId:
        """The last that was planned."""
        return [fact.assembly for fact in self.site.facts if isinstance(fact, AssemblyPlanned)][-1]

    def sign(self, *numbers: int) -> None:
        """Members who sign at the other table."""
        gives(self.site, "irene", *(SignAttendance(self.assembly, MemberId(f"m{number}")) for number in numbers))


@contextmanager
def settled(cooperative: Database, form: Form, members: int, by_mail: int) -> Iterator[Company]:
    with open_site(cooperative) as site:
        company = Company(site, form, members, by_mail)
        company.settle()
        yield company
