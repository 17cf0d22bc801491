"""LISEZMOI.txt of a file of evidence: what is in the zip, how to check it, what it does not prove.

In French whoever seals, because a French jury reads it, and because the same contents must make the same bytes.
"""

from governance.evidence.facts import Composition
from governance.evidence.template import Template
from governance.words import Day
from web.stamps import Stamp
from web.walk import Walk


def lisezmoi(
    cooperative: str,
    demonstration: bool,
    template: Template,
    on: Day,
    statutes: str,
    walked: Walk,
    composition: Composition,
    stamp: Stamp | None = None,
    named: bool = False,
    sealed: bool = False,
) -> str:
    begun = f"du {composition.since} au" if composition.since else "jusqu’au"
    return _TEXT.format(
        warning=_WARNING if demonstration else "",
        cooperative=cooperative,
        label=f"{template.name}, {template.edition}",
        on=on,
        period=f"{begun} {composition.until}",
        left_out=_left_out(len(composition.left_out)),
        statutes=statutes or "aucun en vigueur",
        position=walked.position,
        size=walked.size,
        root=walked.root,
        key=_KEY if walked.note else _NOT_SIGNED,
        go=_GO if walked.note else _NOT_SIGNED,
        dated=_dated(stamp) if stamp else _NOT_DATED,
        people=_NAMED if named else _NOBODY,
        seal=_SEALED if sealed else _NOT_SEALED,
    )


def _left_out(pieces: int) -> str:
    if not pieces:
        return ""
    return f"\nPièces      : {pieces} {'laissées' if pieces > 1 else 'laissée'} de côté par la coopérative"


def _dated(stamp: Stamp) -> str:
    worth = _QUALIFIED if stamp.qualified else _NOT_QUALIFIED
    return _DATED.format(by=stamp.authority, at=f"{stamp.at:%Y-%m-%d %H:%M:%S} UTC", size=stamp.size, worth=worth)


_WARNING = "\n*** DÉMONSTRATION : ce dossier ne prouve rien d’une coopérative réelle. ***\n"

_NOT_SIGNED = "   Rien ne signait encore la tête de ce registre."
_KEY = "       python3 verifier.py DOSSIER.zip --cle CLÉ"
_GO = """\
       apt-get install golang-go golang-golang-x-mod-dev
       GO111MODULE=off GOPATH=/usr/share/gocode go run verifier.go"""

_NOT_DATED = "   Aucune autorité n’avait daté le registre de cette coopérative."
_QUALIFIED = """\
   L’hébergeur la dit qualifiée : si elle est sur la liste de confiance de
   l’Union, la date est présumée exacte et le contenu intact (règlement eIDAS
   910/2014, art. 41, § 2)."""
_NOT_QUALIFIED = """\
   Elle n’est pas qualifiée : un juge apprécie ce que vaut cette date, sans
   présomption (règlement eIDAS 910/2014, art. 41, § 1)."""
_DATED = """\
       openssl ts -verify -data tete-horodatee.note -in tete.tsr \\
           -CAfile autorite.pem
   Cette tête de {size} écritures existait le {at}, dit
   « {by} », dont il faut comparer le certificat (autorite.pem) à celui que
   l’autorité publie. C’est la tête du dossier, ou une plus ancienne que le
   manifeste prouve : le sceau n’attend pas l’autorité plus de cinq secondes.
{worth}"""

_NOT_SEALED = "   Le résumé ne porte pas de cachet électronique."
_SEALED = """\
       pdfsig resume.pdf
   dit « Signature is Valid » et « Total document signed » (« Not total » : il a
   été complété depuis), au nom de qui, et quand. Que ce nom soit le bon,
   le certificat seul ne le prouve pas : « Certificate issuer is unknown » dit
   que votre machine ne connaît pas qui l’a délivré. Un cachet ne peut être
   refusé au seul motif qu’il est électronique ; seul un cachet qualifié fait
   présumer l’origine et l’intégrité (règlement eIDAS 910/2014, art. 35), et
   rien ici ne dit que celui-ci l’est. Ce n’est la signature de personne
   (art. 25 et 26)."""

_NOBODY = """\
Une personne n’apparaît dans les faits que sous un identifiant : ce qui la
concerne n’est pas dans ce dossier.
"""

_NAMED = """\
Une personne n’apparaît dans les faits que sous un identifiant. Ce que le jury
doit lire d’elle est dans personnes/, et rien d’autre : chaque fichier est un
sel, ce que c’est, et les mots ; le fait en garde le SHA-256. manifeste.json
dit pourquoi, et de quel droit. À la main, une fois le zip décompressé :
       for h in $(sha256sum personnes/* | cut -c1-64); do grep -c $h faits.csv; done
   écrit 1 pour chacun.
"""

_TEXT = """\
DOSSIER DE PREUVES
==================
{warning}
Coopérative : {cooperative}
Label       : {label}
Scellé le   : {on}, sur le registre à la position {position}
Période     : {period}{left_out}
Statuts     : {statutes}

Ce que contient ce dossier
--------------------------
resume.pdf       le résumé, critère par critère : à lire en premier (déclaré
                 PDF/A-3a ; il enferme aussi les chiffres et les faits)
chiffres.ods     chaque chiffre, sa définition, sa date, sa base (tableur)
chiffres.csv     les mêmes, en texte
chiffres.json    les mêmes, pour une machine
faits.csv        les faits qui prouvent, un par ligne (tableur)
faits.jsonl      les mêmes : leurs octets exacts, et le chemin de chacun
                 jusqu’à la tête du registre
pieces/          les documents joints
manifeste.json   la taille et le SHA-256 de chaque fichier, la tête du registre
sha256sums.txt   les SHA-256, pour la commande sha256sum
tete.note        la tête du registre, signée (absente si rien ne la signait)
cle.txt          la clé qui l’a signée
temoins.note     la dernière tête que des témoins ont signée aussi, celle-ci ou
                 une plus ancienne (C2SP tlog-cosignature ; absente sans témoin)
tete.tsr         la date d’une tête, par une autorité extérieure (RFC 3161) :
                 de tete-horodatee.note, sous les certificats de autorite.pem
                 (absents si personne ne datait)
verifier.py      le vérificateur : un seul fichier Python, à lire et à lancer
verifier.go      un autre, qui n’a pas une ligne en commun avec le premier

{people}
Vérifier
--------
1. Les fichiers, une fois le zip décompressé :
       sha256sum -c sha256sums.txt
2. Le dossier entier, sans le décompresser :
       python3 verifier.py DOSSIER.zip
   Qui aurait refait le dossier aurait pu refaire aussi ce vérificateur :
   prenez-le de préférence à une autre source (commande « palabre verify »).
3. La tête du registre : {size} écritures, racine
       {root}
   Comparez-la à celle qu’un procès-verbal ou un courriel vous a donnée :
       python3 verifier.py DOSSIER.zip --tete RACINE
   Une tête plus ancienne convient aussi si le manifeste la prouve.
4. La clé de cle.txt, comparée à celle que la coopérative a donnée à part :
{key}
5. L’empreinte du zip, reçue à part, couvre tout :
       sha256sum DOSSIER.zip
6. Sans aucun de nos programmes, une fois le zip décompressé, sur Debian :
{go}
7. La date, par une autorité qui n’est pas la coopérative :
{dated}
8. Ce que resume.pdf enferme est ce qui est à côté (paquet poppler-utils) :
       mkdir joints && pdfdetach -saveall -o joints resume.pdf
       for f in joints/[cf]*; do cmp $f $(basename $f); done
9. Le cachet de resume.pdf :
{seal}
10. Les faits que cite chaque chiffre, recomptés (paquet sqlite3) : nom, valeur,
    sorte de fait, combien de faits.
       sqlite3 -cmd '.mode csv' -cmd '.separator ;' \\
           -cmd '.import faits.csv faits' -cmd '.import chiffres.csv chiffres' \\
           :memory: 'select nom, valeur, kind, count(*) from chiffres,
           json_each(chiffres.faits) join faits
           on faits.position = cast(value as text)
           group by nom, kind'

Ce que cela prouve, et ce que cela ne prouve pas
------------------------------------------------
Chaque fait et chaque pièce étaient dans le registre dont voici la tête, et
n’ont pas changé depuis. Les chiffres et le résumé en sont tirés : leur calcul
se refait, il n’est pas dans le registre. Rien ne prouve qu’un fait a été
omis ou non : un dossier montre ce qu’il a choisi de montrer.
"""
