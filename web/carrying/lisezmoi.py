"""LISEZMOI.txt of an export: what each file is, what each kind of fact says, how to check it and take it up elsewhere.

In French whoever exports: it is read without us, perhaps in twenty years.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime
from enum import Enum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

from governance.record.kinds import KINDS
from governance.words import Cents, Day, Fact, Public, Sealed
from web.carrying.parts import ROWS, STAYS, Manifest, rows_of

_KINDS = Path(__file__).with_name("sortes.yaml")
_SHAPES: Mapping[Any, str] = {
    Sealed: "empreinte d’une parole",
    Day: "jour",
    Cents: "centimes d’euro",
    Public: "texte public",
    Fraction: "fraction",
    int: "nombre",
    bool: "oui ou non",
    str: "texte",
    datetime: "moment",
}


@cache
def kinds() -> Mapping[str, str]:
    """Each kind of fact in a French sentence."""
    lines = _KINDS.read_text("utf-8").splitlines()
    return {kind: said for kind, _colon, said in (line.partition(": ") for line in lines if line[0] != "#")}


def text(manifest: Manifest, registers: Iterable[tuple[str, str]]) -> str:
    """`registers`: each with its tables."""
    tables = "\n".join(f"tables/{table}.jsonl\n    {said}" for table, said in ROWS.items())
    return _TEXT.format(
        name=manifest.name,
        slug=manifest.slug,
        entries=manifest.entries,
        root=manifest.root,
        key=manifest.key or "aucune : rien n’était encore signé",
        heads=rows_of("checkpoint"),
        tables=tables,
        stays="\n".join(f"- {said} ({table})" for table, said in STAYS.items()),
        registers="\n".join(f"registres/{register}/{table}" for register, table in registers),
        kinds="\n\n".join(_kind(name, KINDS[name]) for name in manifest.kinds),
    )


def _kind(name: str, kind: type[Fact]) -> str:
    hints = get_type_hints(kind)
    told = [f"    {one.name} : {_shape(hints[one.name])}" for one in fields(kind)]
    return "\n".join([name, f"  {kinds()[name]}", *told])


def _shape(hint: Any) -> str:
    """What a field holds, in words."""
    parts = [one for one in get_args(hint) if one is not type(None)]
    if type(None) in get_args(hint):
        return f"{_shape(parts[0])}, ou rien"
    if parts:
        return f"liste de : {_shape(parts[0])}"
    if hint in _SHAPES:
        return _SHAPES[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return " | ".join(str(one.value) for one in hint)
    return "identifiant" if hasattr(hint, "__supertype__") else "objet"


_TEXT = """\
TOUT CE QUE POSSÈDE « {name} »
==============================

*** CE FICHIER EST PRIVÉ. Les noms, les adresses et les documents y sont en
*** clair. Gardez-le chiffré, et n’en donnez pas de copie.

Le journal est ce qui fait foi : tout le reste s’en déduit, sauf les paroles et
les fichiers, dont il porte les empreintes.

Journal : {entries} écritures, racine (RFC 6962, section 2.1)
    {root}
Clé qui signe ses têtes :
    {key}

Les fichiers
------------
export.json
    de qui est cet export, et l’état du journal
sha256sums.txt
    le SHA-256 de tous les autres : sha256sum -c sha256sums.txt
journal.jsonl
    une écriture par ligne : {{"position":…,"entry":…}}. Les octets de « entry »,
    de son accolade ouvrante à sa fermante, sont ceux que couvrent les preuves :
    la feuille de l’arbre est SHA-256(0x00 puis ces octets)
paroles.jsonl
    ce qui est dit des personnes (noms, adresses, motifs) : une ligne par parole.
    Le SHA-256 des octets de « text », crochets compris, est l’empreinte que
    cite une écriture. Les paroles effacées n’y sont pas, et ne reviendront pas
fichiers/, fichiers.jsonl
    les pièces, dossiers scellés, logos, feuilles signées ; puis leur liste.
    Empreinte citée par le journal : SHA-256(« salt » puis le contenu)
registres/<registre>/<table>.csv et .json
    les registres tels que les pages les montrent, pour un tableur et pour une
    machine. Ils se refont du journal : rien ne les relit
{tables}

Ne partent pas, parce qu’ils n’ont de sens que dans l’installation d’origine :
{stays}

Le reprendre ailleurs
---------------------
Dans une autre installation de Palabre, de cette version ou d’une plus récente :
    palabre import --all {slug} FICHIER
Les paroles y sont refermées sous la clé maîtresse de l’autre installation, avec
les mêmes empreintes : aucune écriture ne change, les têtes et les preuves
données jusqu’ici restent valables. Le fichier changé d’un octet est refusé.

Sans Palabre : chaque ligne des fichiers .jsonl est un objet JSON. Les têtes
signées ({heads}, champ « note ») se vérifient avec golang.org/x/mod/sumdb/note.

Les registres et leurs tables
-----------------------------
{registers}

Ce que dit chaque sorte de fait
-------------------------------
Une écriture : « kind » sa sorte, « at » son moment (UTC), « by » son auteur,
« gesture » l’acte dont elle vient, « fact » ce qu’elle dit, « asked » ce qui
était demandé. Les champs de « fact », pour les sortes présentes ici :

{kinds}
"""
