"""What each clause of the statutes is called, and how its question is asked, by its place in the schema."""

from collections.abc import Mapping

from babel.support import LazyProxy

from web.i18n import lazy_gettext as _

Place = tuple[str, ...]

SECTIONS: tuple[tuple[LazyProxy, tuple[str, ...]], ...] = (
    (_("La société"), ("form", "form_effective_from")),
    (_("Les associés"), ("categories", "admission", "ratification", "rejection_reported")),
    (_("La perte de la qualité d’associé"), ("loss",)),
    (_("Les collèges"), ("schemes", "median")),
    (_("Les décisions ordinaires"), ("ordinary",)),
    (_("Les décisions extraordinaires"), ("extraordinary",)),
    (_("Pouvoirs et ordre du jour"), ("proxies", "agenda_request", "roll_days")),
    (_("À distance et en secret"), ("remote", "online_vote", "secret", "secret_on_request")),
    (_("Le conseil et les réunions"), ("board", "term_years", "meetings")),
    (_("Le capital"), ("capital",)),
    (_("Le résultat et la révision"), ("appropriation", "audit")),
    (_("Le papier signé"), ("printed",)),
)

LABELS: Mapping[str, LazyProxy] = {
    "form": _("Forme juridique"),
    "form_effective_from": _("Sous cette forme depuis"),
    "categories": _("Catégorie d’associés"),
    "categories.id": _("Identifiant de la catégorie"),
    "categories.name": _("Nom de la catégorie"),
    "categories.nature": _("Lien avec la coopérative"),
    "categories.min_shares": _("Parts à souscrire au moins"),
    "categories.nominal": _("Valeur de ses parts, si elle en a une à elle"),
    "admission": _("Qui admet les associés"),
    "ratification": _("Qui ratifie les admissions"),
    "rejection_reported": _("Un refus est rapporté à l’assemblée"),
    "loss.auto_causes": _("Ce qui fait perdre la qualité d’associé de plein droit"),
    "loss.absence_n_ago": _("Assemblées ordinaires manquées de suite"),
    "loss.exclusion": _("Exclusion"),
    "exclusion.organ": _("Qui exclut"),
    "exclusion.notice_days": _("Jours pour se défendre"),
    "exclusion.majority.threshold": _("Majorité qui exclut"),
    "exclusion.majority.base": _("La majorité qui exclut compte"),
    "exclusion.majority.abstention": _("L’abstention, sur une exclusion"),
    "exclusion.price": _("Prix d’une part de l’exclu"),
    "schemes": _("Organe qui vote"),
    "schemes.organ": _("Organe"),
    "schemes.colleges": _("Collège"),
    "colleges.id": _("Identifiant du collège"),
    "colleges.name": _("Nom du collège"),
    "colleges.voice": _("Voix"),
    "colleges.weight": _("Poids"),
    "colleges.criteria": _("Qui en fait partie"),
    "colleges.min_members": _("Membres au moins pour exister"),
    "colleges.merge_into": _("Sinon, rejoint le collège"),
    "schemes.aggregation": _("Comment on additionne les collèges"),
    "schemes.tie_in_college": _("Égalité dans un collège"),
    "schemes.empty": _("Collège sans membre"),
    "schemes.silent": _("Collège qui ne s’exprime pas"),
    "schemes.college_threshold": _("Un collège a un mandat au-delà de"),
    "schemes.colleges_for": _("Collèges favorables, au moins"),
    "schemes.multi_college": _("On peut être de plusieurs collèges"),
    "median": _("Jugement majoritaire, entre deux mentions du milieu"),
    "notice_days": _("Convocation, jours pleins"),
    "second_notice_days": _("Deuxième convocation, jours pleins"),
    "quorum": _("Quorum"),
    "quorum.first": _("Quorum, première convocation"),
    "quorum.second": _("Quorum, deuxième convocation"),
    "quorum.base": _("Le quorum compte"),
    "majority": _("Majorité"),
    "majority.threshold": _("Majorité"),
    "majority.strict": _("Plus que cette part (non : au moins)"),
    "majority.base": _("La majorité compte"),
    "majority.abstention": _("L’abstention"),
    "proxies.least": _("Pouvoirs qu’une personne peut porter"),
    "proxies.fraction": _("ou cette part des associés, si c’est davantage"),
    "proxies.cross_college": _("Un pouvoir peut aller d’un collège à l’autre"),
    "proxies.open_proxy": _("Pouvoir sans nom"),
    "proxies.holder": _("Pouvoir donné à"),
    "agenda_request.fraction": _("Qui obtient un point à l’ordre du jour : cette part"),
    "agenda_request.base": _("et c’est une part de"),
    "agenda_request.deadline_days": _("Jours avant la réunion pour le demander"),
    "remote.postal": _("Vote par correspondance"),
    "remote.video": _("Présence par visioconférence"),
    "remote.written_consultation": _("Consultation écrite"),
    "remote.form_cutoff_days": _("Formulaires reçus avant la réunion, jours"),
    "online_vote": _("Vote en ligne"),
    "secret": _("Se vote à bulletin secret"),
    "roll_days": _("Être membre tant de jours avant l’assemblée pour y voter"),
    "secret_on_request": _("Part des présents qui obtient le secret"),
    "board.least": _("Membres du conseil, au moins"),
    "board.most": _("Membres du conseil, au plus"),
    "board.seats": _("Sièges d’un collège"),
    "seats.college": _("Collège"),
    "seats.least": _("Sièges au moins"),
    "seats.most": _("Sièges au plus"),
    "board.renewal": _("Renouvelé à la fois"),
    "board.casting_vote": _("Voix prépondérante de la présidence"),
    "board.quorum": _("Quorum du conseil"),
    "term_years": _("Durée d’un mandat, en années"),
    "meetings": _("Réunions de l’année"),
    "meetings.organ": _("Organe"),
    "meetings.least": _("Réunions par an, au moins"),
    "meetings.most": _("Réunions par an, au plus"),
    "meetings.month": _("Mois"),
    "capital.nominal": _("Valeur d’une part"),
    "capital.minimum": _("Capital minimum"),
    "capital.floor_fraction": _("Plancher, part du plus haut capital atteint"),
    "capital.paid_at_once": _("À verser à la souscription"),
    "capital.public_maximum": _("Collectivités publiques, au plus"),
    "capital.cap_per_member": _("Un seul associé, au plus"),
    "capital.max_delay_years": _("Années pour verser le reste"),
    "capital.vote_suspended_days": _("Jours après la mise en demeure, puis le vote est suspendu"),
    "capital.transfer_by": _("Qui agrée une cession"),
    "capital.reimbursement": _("Remboursement"),
    "reimbursement.years": _("Années pour rembourser"),
    "reimbursement.partial": _("Le premier de la file est remboursé en partie"),
    "reimbursement.losses": _("Les pertes tombent sur"),
    "reimbursement.early_by": _("Qui permet de rembourser plus tôt"),
    "capital.floor_months": _("Mois où le plancher cherche le plus haut capital"),
    "capital.stated": _("Capital qu’imprime le texte"),
    "capital.founding": _("Première souscription"),
    "founding.name": _("Qui"),
    "founding.shares": _("Parts"),
    "founding.nominal": _("Valeur de chacune"),
    "appropriation.legal_reserve": _("Réserve légale, part du résultat"),
    "appropriation.statutory_reserve": _("Réserve statutaire, part de ce qui reste"),
    "appropriation.interest_cap": _("Intérêt aux parts, au plus"),
    "appropriation.interest_by_days": _("L’intérêt compte les jours de versement"),
    "audit.period_years": _("Une révision tous les … ans"),
    "audit.triggers": _("Ce qui la provoque plus tôt"),
    "printed.numbering": _("Numéros des articles, dans l’ordre"),
    "printed.cites": _("Loi que le texte nomme"),
    "cites.text": _("Loi nommée, mot pour mot"),
    "printed.signed": _("Signés le"),
    "printed.created": _("Immatriculation le"),
    "article": _("Article des statuts"),
}

HINTS: Mapping[str, LazyProxy] = {
    "id": _("En minuscules, sans accent : salaries. Il ne change plus d’une version à l’autre."),
    "form_effective_from": _("Si la coopérative en avait une autre avant."),
    "weight": _("En points sur cent : 20, ou 100/3. « inconnu » si vous ne le savez pas encore."),
    "nominal": _("Par exemple 50 €."),
    "threshold": _("Une fraction : 1/2, 2/3, 3/4."),
    "first": _("Une fraction : 1/4. Vide : pas de quorum."),
    "floor_fraction": _("Au moins 1/4."),
    "numbering": _("Séparés par des virgules, tels qu’ils sont imprimés : 1, 2, 3…"),
    "month": _("De 1 à 12, si les statuts le disent."),
}


NOT_YET: frozenset[str] = frozenset(
    {
        "proxies.holder",
        "secret_on_request",
        "schemes.multi_college",
        "board.renewal",
        "loss.auto_causes",
        "capital.reimbursement.early_by",
        "audit.triggers",
    }
)
"""The clauses that no rule reads: the page that shows them says so. Whoever makes a rule read one takes it away."""


def applied(path: Place) -> bool:
    return not any(".".join(path[:end]) in NOT_YET for end in range(1, len(path) + 1))


def label(place: Place) -> str:
    """By the longest end of the place that has a name: `ordinary.majority.threshold` is `majority.threshold`."""
    for start in range(len(place)):
        if found := LABELS.get(".".join(place[start:])):
            return str(found)
    raise KeyError(".".join(place))


def hint(place: Place) -> str:
    return str(HINTS.get(place[-1], ""))
