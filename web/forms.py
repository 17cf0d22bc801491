"""Forms: one pydantic model each, read without losing what was typed, refused in the reader's language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Generic, TypeVar, get_args, get_origin
from uuid import uuid4

from annotated_types import MaxLen
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from starlette.datastructures import FormData, UploadFile

from governance.words import Day
from web.edge.inputs import Typed, bare
from web.i18n import gettext
from web.i18n import lazy_gettext as _

F = TypeVar("F", bound=BaseModel)

WHOLE = ""
"""Errors under this name are about the form and not about one of its fields."""

SENTENCES = {  # pydantic's type of error: what we say
    "missing": _("Ce champ est obligatoire."),
    "string_too_short": _("Écrivez au moins %(min_length)s caractères."),
    "string_too_long": _("Écrivez au plus %(max_length)s caractères."),
    "too_short": _("Choisissez-en au moins %(min_length)s."),
    "too_long": _("Choisissez-en au plus %(max_length)s."),
    "int_parsing": _("Écrivez un nombre entier, par exemple 12."),
    "int_from_float": _("Écrivez un nombre entier, par exemple 12."),
    "greater_than": _("Le nombre doit être supérieur à %(gt)s."),
    "greater_than_equal": _("Le nombre doit être au moins %(ge)s."),
    "less_than": _("Le nombre doit être inférieur à %(lt)s."),
    "less_than_equal": _("Le nombre doit être au plus %(le)s."),
    "enum": _("Choisissez une réponse de la liste."),
    "literal_error": _("Choisissez une réponse de la liste."),
    "bool_parsing": _("Répondez par oui ou par non."),
    "is_instance_of": _("Choisissez un fichier."),
}
UNKNOWN = _("Cette réponse n’est pas comprise.")

SEEK = "seek"
"""Before the name of a field, that of the one beside in which a name is typed; alone, the button that seeks."""
_GESTURE = re.compile(r"[0-9a-f]{32}")


def new_gesture() -> str:
    """What makes a double click, a lost answer and a retry one act: made when the form is served."""
    return uuid4().hex


@dataclass
class Form(Generic[F]):
    """What was typed, what it means (`value`, None while something is wrong), and what to say about it."""

    model: type[F]
    raw: dict[str, str | list[str]]
    gesture: str
    value: F | None = None
    errors: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)  # written by the fields as they are drawn, for the summary

    def refused(self, name: str | None, sentence: str) -> "Form[F]":
        """Adds what a rule refused, under a field or (None) about the whole."""
        self.errors.setdefault(name or WHOLE, []).append(sentence)
        return self

    def holding(self, **words: str) -> "Form[F]":
        """The same form with other words in some of its fields."""
        return replace(self, raw={**self.raw, **words})

    def in_order(self) -> list[tuple[str, list[str]]]:
        """What is wrong in the order of the page: about the whole, then field by field as they were drawn."""
        drawn = list(self.labels)
        return sorted(self.errors.items(), key=lambda wrong: drawn.index(wrong[0]) if wrong[0] in drawn else -1)

    def typed(self, name: str) -> str:
        """What stands in a field."""
        words = self.raw.get(name, "")
        return words if isinstance(words, str) else ", ".join(words)

    def chosen(self, name: str, option: str) -> bool:
        """Whether an option is ticked."""
        words = self.raw.get(name, "")
        return option == words if isinstance(words, str) else option in words

    def named(self, name: str, label: str) -> str:
        """The label of a field, remembered for the summary of errors that stands above."""
        self.labels[name] = label
        return label

    def attributes(self, name: str) -> dict[str, str | bool]:
        """What HTML should say of a field, from its type."""
        asked = self.model.model_fields[name.partition(".")[0]]
        said: dict[str, str | bool] = {"required": True} if asked.is_required() else {}
        for hint in (*asked.metadata, *_hints(asked.annotation)):
            match hint:
                case MaxLen(max_length=most):
                    said["maxlength"] = str(most)
                case Typed():
                    said |= {key: str(value) for key, value in vars(hint).items() if value}
        return said


def _hints(annotation: Any) -> Iterator[object]:
    """What `Annotated` says, at any depth: `FrenchDay | None` keeps the hints of FrenchDay."""
    for inside in get_args(annotation):
        yield inside
        yield from _hints(inside)


def blank(model: type[F], **initial: object) -> Form[F]:
    """A form to fill, with what we already know in it."""
    return Form(model, {name: _written(value) for name, value in initial.items()}, new_gesture())


def _written(value: object) -> str | list[str]:
    match value:
        case None:
            return ""
        case Enum():
            return str(value.value)
        case Day() if value.full:
            return f"{value.first:%d/%m/%Y}"
        case list() | tuple():
            return [str(_written(each)) for each in value]
        case _:
            return str(value)


def seeks(given: FormData) -> bool:
    """Whether somebody is looked for in the form, that is not finished yet: by the button beside, or by a name typed
    where nobody is chosen."""
    typed = [name for name in given if name.startswith(f"{SEEK}.") and given[name]]
    return SEEK in given or any(not given.get(name.partition(".")[2]) for name in typed)


def as_it_stood(model: type[F], given: FormData) -> Form[F]:
    """A form to go on with: nothing of it is judged."""
    values = _given(model, given)
    raw = {name: words for name in given for words in [_raw(given, name, values)] if words is not None}
    gesture = given.get("gesture")
    known = isinstance(gesture, str) and _GESTURE.fullmatch(gesture)
    return Form(model, raw, str(gesture) if known else new_gesture())


def read(model: type[F], given: FormData) -> Form[F]:
    """A form that came back. A field of several values (`list[…]`) takes every value under its name;
    a field by subject (`dict[str, …]`) takes those named `field.subject`."""
    values, form = _given(model, given), as_it_stood(model, given)
    if form.gesture != given.get("gesture"):
        form.refused(None, gettext("Ce formulaire est arrivé incomplet : vérifiez-le et envoyez-le de nouveau."))
    try:
        value = model.model_validate({name: value for name, value in values.items() if value not in ("", None, [], {})})
    except ValidationError as wrong:
        for error in wrong.errors(include_url=False):
            form.refused(_place(model, error), sentence(error))
    else:
        form.value = None if form.errors else value
    return form


def _given(model: type[BaseModel], given: FormData) -> dict[str, Any]:
    return {name: _values(name, asked.annotation, given) for name, asked in model.model_fields.items()}


def _values(name: str, annotation: Any, given: FormData) -> Any:
    """What the model is asked to understand: trimmed words, files, or several of them."""
    match get_origin(annotation):
        case origin if origin in (list, tuple, set, frozenset):
            return [value for value in map(_trimmed, given.getlist(name)) if value]
        case origin if origin is dict:
            of = {key.partition(".")[2]: key for key in given if key.startswith(name + ".")}
            return {subject: value for subject, key in of.items() if (value := _trimmed(given[key]))}
        case _:
            return _trimmed(given.get(name))


def _trimmed(value: str | UploadFile | None) -> str | UploadFile | None:
    if isinstance(value, UploadFile):
        return value if value.filename else None
    return bare(value) if value else None


def _raw(given: FormData, name: str, values: dict[str, Any]) -> str | list[str] | None:
    words = [value for value in given.getlist(name) if isinstance(value, str)]
    if isinstance(values.get(name), list):
        return words
    return words[-1] if words else None


def _place(model: type[BaseModel], error: ErrorDetails) -> str:
    """The field an error is about: `choices.m1` for a field by subject."""
    if not error["loc"]:
        return WHOLE
    name = str(error["loc"][0])
    by_subject = get_origin(model.model_fields[name].annotation) is dict and len(error["loc"]) > 1
    return f"{name}.{error['loc'][1]}" if by_subject else name


def sentence(error: ErrorDetails) -> str:
    """What to say of something that a model does not take."""
    context = error.get("ctx", {})
    if error["type"] == "value_error":  # raised by our own types, already a sentence
        return str(context["error"])
    return str(SENTENCES.get(error["type"], UNKNOWN)) % context
