"""YAML as it was written: nothing guessed, every node with its line, every fault in one sentence."""

import pytest

from web.edge.lines import Entry, Mapping, Scalar, Sequence, Unreadable, decoded, parse


def test_what_is_written_is_what_is_read():
    text = "form: SAS\nweight: 33,33 # un tiers ?\ndays: [01, 2018-11-06]\nempty: ~\nquoted: 'null'\n"

    root, problems = parse(text)

    assert problems == ()
    assert root == Mapping(
        1,
        {
            "form": Entry(1, Scalar(1, "SAS")),
            "weight": Entry(2, Scalar(2, "33,33")),
            "days": Entry(3, Sequence(3, (Scalar(3, "01"), Scalar(3, "2018-11-06")))),
            "empty": Entry(4, Scalar(4, "~")),
            "quoted": Entry(5, Scalar(5, "null", plain=False)),
        },
    )


def test_lines_are_those_of_the_file_whatever_ends_them():
    root, _ = parse("\ufeff# titre\r\n\r\na:\r\n  - b: 1\r\n    c: 2\r\n")

    inside = root.entries["a"].node.items[0]
    assert (root.entries["a"].line, inside.entries["b"].line, inside.entries["c"].line) == (3, 4, 5)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a:\n\t- b\n", 2, "tabulation"),
        ("a: 1\n b: 2\n", 2, "mal décalée"),
        ("a: 1\nb: c: d\n", 2, "entre guillemets"),
        ("a: 1\nb: @c\n", 2, "Ce signe"),
        ("a: 1\nb: 'c\nd: 2\n", 2, "pas refermé"),
        ("a: 1\nb: [c,\nd\n", 2, "pas refermé"),
        ("a:\n  - b\n  c: d\n", 3, "vérifiez le décalage"),
        ("a: 1\nb: \x07\n", 2, "invisible"),
        ("a: 1\nb: \ud800\n", 2, "invisible"),
        ("", 1, "vide"),
        ("# rien\n", 1, "vide"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("[" * 30, 1, "les unes dans les autres"),
        ("a: " + "x" * 500_000, 1, "trop long"),
    ],
)
def test_broken_yaml_is_told_where_and_why(text, line, words):
    with pytest.raises(Unreadable) as unreadable:
        parse(text)

    assert unreadable.value.problem.line == line
    assert words in unreadable.value.problem.sentence


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "déjà écrit ligne 1"),
        ("a: &b 1\n", 1, "&"),
        ("a: 1\nb: *c\n", 2, "*"),
        ("a: !!python/object:os.system x\n", 1, "!"),
        ("a:\n  !x\n  b: 1\n", 2, "!"),
        ("? [a, b]\n: c\n", 1, "Une clé est un mot"),
        ('{"a": 1,\n"b": "\\ud83c"}', 2, "la moitié d’un caractère"),
    ],
)
def test_what_does_not_belong_in_a_form_is_told_and_reading_goes_on(text, line, words):
    _, (problem,) = parse(text)

    assert problem.line == line
    assert words in problem.sentence


def test_a_character_that_json_writes_as_two_halves_is_one():
    root, _ = parse(r'{"name": "\ud83c\udf3b"}')

    assert root.entries["name"].node == Scalar(1, "🌻", plain=False)


def test_every_key_written_twice_is_told_and_the_first_is_kept():
    root, problems = parse("a: 1\na: 2\nb:\n  c: 1\n  c: 2\n")

    assert [problem.line for problem in problems] == [2, 5]
    assert root.entries["a"].node == Scalar(1, "1")


def test_a_bomb_of_anchors_is_never_unfolded():
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))

    _, problems = parse(bomb)

    assert len(problems) == 60 + 2 * 59


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[\n"])
def test_what_is_too_deep_is_refused_before_it_is_read(opening):
    with pytest.raises(Unreadable, match="les unes dans les autres"):
        parse(opening * 100_000)  # read whole, it would take minutes


def test_a_file_in_another_encoding_is_told_where():
    with pytest.raises(Unreadable) as unreadable:
        decoded("a: 1\nb: Salariés\n".encode("cp1252"))

    assert unreadable.value.problem.line == 2
    assert "UTF-8" in unreadable.value.problem.sentence
    assert decoded("b: Salariés\n".encode()) == "b: Salariés\n"
