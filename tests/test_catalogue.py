"""The English catalogue: every French sentence of the pages, letters and commands, and nothing else."""

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

WEB = Path(__file__).parent.parent / "web"
LOCALE = WEB / "locale"
KEYWORDS = {**DEFAULT_KEYWORDS, "lazy_gettext": None, "lazy": None}
FRENCH = re.compile(r"[À-ÖØ-öø-ÿœŒ«»’\u00a0\u202f]|\s[:;!?](?=\s|<|$)")
VALUE = re.compile(r"%\(\w+\)s|%%|\{\w*\}")


@cache
def spoken() -> Catalog:
    """The sentences that `pybabel extract` finds, as web/locale/babel.cfg tells it."""
    with (LOCALE / "babel.cfg").open() as written:
        methods, options = parse_mapping_cfg(written)
    found = Catalog()
    for _file, _line, sentence, _comments, context in extract_from_dir(WEB, methods, options, keywords=KEYWORDS):
        found.add(sentence, context=context)
    return found


@cache
def english() -> Catalog:
    with (LOCALE / "en" / "LC_MESSAGES" / "messages.po").open("rb") as written:
        return read_po(written, locale="en", abort_invalid=True)


def sentences(catalogue: Catalog) -> dict[tuple[str, ...], Message]:
    """Each message by its context, its sentence and its plural."""
    return {(message.context or "", *forms(message.id)): message for message in catalogue if message.id}


def forms(words: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """One sentence, or a singular and a plural."""
    return (words,) if isinstance(words, str) else tuple(words)


def listed(wrong: Collection[object]) -> str:
    return "\n".join(["", *map(str, wrong)])


def test_every_french_sentence_has_its_english() -> None:
    known = sentences(english())
    missing = [said for said in sentences(spoken()) if said not in known or not all(forms(known[said].string))]

    assert not missing, listed(missing)


def test_the_catalogue_keeps_no_sentence_that_nobody_says_any_more() -> None:
    unsaid = [*(sentences(english()).keys() - sentences(spoken()).keys()), *english().obsolete]

    assert not unsaid, listed(unsaid)


def test_no_translation_is_a_guess() -> None:
    guessed = [said for said, message in sentences(english()).items() if message.fuzzy]

    assert not guessed, listed(guessed)


def test_the_english_takes_the_values_of_the_french_in_each_form() -> None:
    different = [
        f"{french} → {said}"
        for message in sentences(english()).values()
        for french, said in zip(forms(message.id), forms(message.string), strict=True)
        if said and sorted(VALUE.findall(french)) != sorted(VALUE.findall(said))
    ]

    assert not different, listed(different)


def test_templates_write_nothing_french_beside_their_sentences() -> None:
    reader = Environment(extensions=["jinja2.ext.i18n"])
    written = [
        f"{file.relative_to(WEB)}: {data.data.strip()}"
        for file in sorted((WEB / "templates").rglob("*.*"))
        for data in reader.parse(file.read_text()).find_all(nodes.TemplateData)
        if FRENCH.search(data.data.replace("Français", ""))  # a language is offered under its own name
    ]

    assert not written, listed(written)
