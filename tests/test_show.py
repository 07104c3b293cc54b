"""`factcheck show`: what a reader sees of an article and its labels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

from factcheck.model import Annotator, Label, Language
from factcheck.sidecar import skeleton, write

TEXTS = ("It rained.", "Nobody came, she said.", "That is a shame.", "By Ann Onymous")


def label(folder: Path, name: str, *answers: str) -> None:
    """Write the sidecar of an annotator who answered like this, sentence by sentence."""
    sidecar = skeleton("a.txt", Annotator(name), Language("en"), TEXTS)
    records = tuple(
        record._replace(label=Label(answer)) if answer in set(Label) else record._replace(skip=answer)
        for record, answer in zip(sidecar.sentences, answers, strict=True)
    )
    records = tuple(r._replace(source="she") if r.label is Label.SOURCED else r for r in records)
    (folder / f"a.{name}.labels.yaml").write_bytes(write(sidecar._replace(sentences=records)))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return an article in a folder of its own."""
    path = tmp_path / "a.txt"
    path.write_text(f"{TEXTS[0]} {TEXTS[1]}\n\n{TEXTS[2]}\n{TEXTS[3]}\n")
    return path


def test_the_labels_stand_in_the_margin(article: Path, run: Callable[..., Ran]) -> None:
    """Each sentence has its label, a sourced one its source, a skipped one its reason, and paragraphs stay."""
    label(article.parent, "ann", "claim", "sourced", "opinion", "byline")
    assert run("show", article).out.split("\n") == [
        "claim    It rained.",
        "sourced  Nobody came, she said.",
        "           source: she",
        "",
        "opinion  That is a shame.",
        "skipped  By Ann Onymous",
        "           byline",
        "",
        "4 sentences: 1 claim, 1 opinion, 1 sourced, 1 skipped",
        "",
    ]


def test_a_dispute_says_who_differs(article: Path, run: Callable[..., Ran]) -> None:
    """Where annotators differ nothing is shown as settled."""
    label(article.parent, "ann", "claim", "sourced", "opinion", "byline")
    label(article.parent, "bob", "claim", "sourced", "unverified", "byline")
    shown = run("show", article).out
    assert "disputed  That is a shame.\n            ann: opinion, bob: unverified\n" in shown
    assert "1 disputed" in shown


def test_a_sentence_whose_parts_differ_is_counted(article: Path, run: Callable[..., Ran]) -> None:
    """Where only who divided a sentence has labelled it, and each part otherwise, it is mixed."""
    label(article.parent, "ann", "claim", "sourced", "opinion", "byline")
    whole = [f"{TEXTS[0]} {TEXTS[1]}", *TEXTS[2:]]
    sidecar = skeleton("a.txt", Annotator("bob"), Language("en"), whole)
    (article.parent / "a.bob.labels.yaml").write_bytes(write(sidecar))
    shown = run("show", article).out
    assert shown.startswith("mixed    It rained. Nobody came, she said.\n")
    assert shown.endswith("\n3 sentences: 1 opinion, 1 mixed, 1 skipped\n")


def test_colour_is_asked_for_or_left_out(article: Path, run: Callable[..., Ran]) -> None:
    """A pipe gets plain text; `--color always` gets the words and the colours."""
    label(article.parent, "ann", "claim", "sourced", "opinion", "byline")
    assert "\x1b" not in run("show", article).out
    assert "\x1b[38;5;63mclaim" in run("show", article, "--color", "always").out


def test_an_article_nobody_labelled_says_how_to_start(article: Path, run: Callable[..., Ran]) -> None:
    """There is nothing to show yet, and the next command is named."""
    done = run("show", article)
    assert (done.code, done.out) == (2, "")
    assert "nobody has labelled" in done.err
    assert f"factcheck annotate {article}" in done.err


def test_hostile_text_reaches_the_screen_as_marks(article: Path, run: Callable[..., Ran]) -> None:
    """An escape sequence in an article is shown, not obeyed."""
    text = "Calm\x1b[2J [bold]words[/bold]."
    article.write_text(text)
    sidecar = skeleton("a.txt", Annotator("ann"), Language("en"), [text])
    (article.parent / "a.ann.labels.yaml").write_bytes(write(sidecar))
    assert "Calm<U+001B>[2J [bold]words[/bold]." in run("show", article).out
