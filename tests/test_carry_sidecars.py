"""A sidecar carried to another text: laws that hold for any two texts, and what a journalist would expect."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import cpu_seconds

from factcheck.carry import carry, follow
from factcheck.carry.judgement import judge
from factcheck.carry.target_sentences import as_cut_before
from factcheck.languages import edit_words
from factcheck.model import Annotator, Label, Language, Record, Sidecar, Span
from factcheck.sidecar import read, skeleton, write
from factcheck.text.article import read_article

WORDS = ["le", "maire", "dit", "que", "12", "douze", "morts", "sont", "pas", "Brest", "«", "»", "?", "résutlat"]
sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
texts = st.lists(sentence, max_size=8)


def blank(sentences: Sequence[str], language: str = "fr") -> Sidecar:
    """Return a sidecar without labels."""
    return skeleton("strike.txt", Annotator("alice"), Language(language), sentences)


def labelled(*sentences: str) -> Sidecar:
    """Return a sidecar in which every sentence is a claim."""
    empty = blank(sentences)
    return empty._replace(sentences=tuple(record._replace(label=Label.CLAIM) for record in empty.sentences))


@st.composite
def sidecars(draw: st.DrawFn, written: st.SearchStrategy[list[str]] = texts) -> Sidecar:
    """Return a sidecar in any state of work, on an article that has not changed."""
    empty = blank(draw(written))
    records = []
    for record in empty.sentences:
        state = draw(st.integers(0, 4))
        if state < 3:
            label, skip, unsure = draw(st.sampled_from(list(Label))), "", draw(st.booleans())
        else:
            label, skip, unsure = None, "byline" if state == 3 else "", False
        note = draw(st.sampled_from(["", "", "seen"]))
        records.append(record._replace(label=label, skip=skip, unsure=unsure, note=note))
    return empty._replace(sentences=tuple(records))


@given(sidecars())
def test_the_same_text_leaves_the_sidecar_alone(sidecar: Sidecar) -> None:
    """Nothing happened: not a byte moves."""
    same = carry(sidecar, [record.text for record in sidecar.sentences]).sidecar
    assert same == sidecar
    assert write(same) == write(sidecar)


@given(sidecars(), texts)
def test_every_sentence_has_one_record_and_every_id_is_its_own(sidecar: Sidecar, now: list[str]) -> None:
    """The records say what the article says, in order, and no id stands twice."""
    carried = carry(sidecar, now).sidecar
    assert [record.text for record in carried.sentences] == now
    ids = [record.id for record in (*carried.sentences, *carried.retired)]
    assert len(set(ids)) == len(ids)
    assert read(write(carried), "x").sidecar == carried


@given(sidecars(), texts)
def test_nothing_that_was_said_is_lost(sidecar: Sidecar, now: list[str]) -> None:
    """Each record about which anything was said is still there by its id, and so are its note and its label."""
    carried = carry(sidecar, now).sidecar
    after = {record.id: record for record in (*carried.sentences, *carried.retired)}
    for record in sidecar.sentences:
        if record != Record(record.id, record.text):
            found = after[record.id]
            assert found.note == record.note
            assert found.unsure == record.unsure
            assert (found.label or found.was_label, found.skip) == (record.label, record.skip)


@given(sidecars(), texts)
def test_a_label_stays_only_on_words_it_was_given_to_or_a_harmless_edit_of_them(
    sidecar: Sidecar, now: list[str]
) -> None:
    """No label goes stale in silence."""
    before = {record.id: record for record in sidecar.sentences}
    for record in carry(sidecar, now).sidecar.sentences:
        if record.label:
            assert record.label == before[record.id].label
            assert judge(before[record.id].text, record.text, edit_words("fr")).harmless


@given(sidecars(), texts)
def test_carrying_again_changes_nothing(sidecar: Sidecar, now: list[str]) -> None:
    """What is up to date stays as it is."""
    once = carry(sidecar, now).sidecar
    assert carry(once, now).sidecar == once


@given(sidecars(st.lists(sentence, max_size=8, unique=True)), texts)
def test_there_and_back_gives_every_label_back(sidecar: Sidecar, now: list[str]) -> None:
    """An edit that is taken back leaves nothing behind, where no two sentences are the same word for word."""
    there = carry(sidecar, now).sidecar
    back = carry(there, [record.text for record in sidecar.sentences]).sidecar
    assert back.sentences == sidecar.sentences
    assert back.retired == ()


@given(sidecars(), texts, texts)
def test_a_longer_way_back_loses_nothing_either(sidecar: Sidecar, one: list[str], two: list[str]) -> None:
    """However often the article was edited in between, no label that was given is gone."""
    there = carry(carry(sidecar, one).sidecar, two).sidecar
    back = carry(there, [record.text for record in sidecar.sentences]).sidecar
    after = {record.id: record for record in (*back.sentences, *back.retired)}
    for record in sidecar.sentences:
        if record.label:
            assert record.label in (after[record.id].label, after[record.id].was_label)


@pytest.mark.parametrize("article", [
    "Le maire\nproteste devant\nla foule. Il sort.\n\nUne phrase\nneuve. Fini.\n",
    "Le maire proteste\ndevant la\nfoule. Il sort.\n\nUne phrase neuve.\nFini.\n",
    "Le maire proteste devant la foule. Il sort.\n\nUne phrase neuve. Fini.\n",
])  # fmt: skip
def test_hard_wrapped_lines_stay_so(article: str) -> None:
    """What is new is cut as the old was, though no sidecar says how; joined sentences alone are no sign of it."""
    old = blank(("Le maire\nproteste devant\nla foule.", "Il sort.", "Un mot\nencore.", "Fini."))
    now = follow(old, read_article("a.txt", article.encode())).sidecar
    assert [" ".join(record.text.split()) for record in now.sentences][2:] == ["Une phrase neuve.", "Fini."]
    joined = blank(("Le titre.\nIl sort.", "Un mot.", "Sans point"))
    lines = read_article("a.txt", b"Le titre.\nIl sort.\nUn mot.\nSans point\nNi ici\n")
    assert len(follow(joined, lines).sidecar.sentences) == 4


@pytest.mark.parametrize(("label", "stays"), [(Label.SOURCED, False), (Label.CLAIM, True)])
def test_a_link_that_leads_elsewhere_is_asked_about_only_where_it_is_the_source(label: Label, *, stays: bool) -> None:
    """The words are the same; what they are sourced by is not."""
    old = blank(["Le [rapport](https://a.fr/1) le dit.", "Fini."])
    for url, source in (("https://a.fr/1", ""), ("", "rapport")):
        record = old.sentences[0]._replace(label=label, url=url, source=source)
        now = ["Le [rapport](https://a.fr/2) le dit.", "Fini."]
        done = carry(old._replace(sentences=(record, old.sentences[1])), now)
        assert (done.sidecar.sentences[0].label is label) is stays
        assert done.outcomes[0].keeps_label is stays
        assert done.outcomes[0].named[0].new == "https://a.fr/2"


def cut(text: str, *parts: str) -> list[Span]:
    """Return where the parts stand in the text, one after the other."""
    spans, at = [], 0
    for part in parts:
        at = text.index(part, at)
        spans.append(Span(at, at + len(part)))
        at += len(part)
    return spans


@given(st.lists(st.sampled_from(["Oui.", "Non.", "Il part.", "Oui. Non."]), min_size=1, max_size=8), st.data())
def test_boundaries_that_a_person_moved_are_found_again(parts: list[str], data: st.DataObject) -> None:
    """However an article was divided and joined by hand, the same text is cut the same way."""
    text = " ".join(parts)
    words = [Span(m.start(), m.end()) for m in re.finditer(r"\w[^.]*[.]", text)]
    joins = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    old: list[str] = []
    for span, joined in zip(words, joins, strict=True):
        sentence = text[span.start : span.end]
        old[-1:] = [f"{old[-1]} {sentence}"] if joined and old else [*old[-1:], sentence]
    found = as_cut_before(text, words, old)
    assert " ".join(text[span.start : span.end] for span in found) == text
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    if len({text[span.start : span.end] for span in words}) == len(words):
        assert [text[span.start : span.end] for span in found] == old


def test_joined_and_divided_sentences_stay_so() -> None:
    """Both, in one article, and where a sentence of it comes back."""
    text = "Un mot. Deux mots; trois mots. Un mot. Fin."
    spans = cut(text, "Un mot.", "Deux mots; trois mots.", "Un mot.", "Fin.")
    old = ["Un mot.", "Deux mots;", "trois mots.", "Un mot. Fin."]
    assert [text[s.start : s.end] for s in as_cut_before(text, spans, old)] == old


def test_cutting_as_before_takes_time_that_grows_with_the_text() -> None:
    """Twice as many sentences, none of which is found again or all of which recur, take about twice as long."""
    for old_of, new_of in (("L'un, {}, part.", "L’un, {}, part."), ("L'un part.", "L’un part."), ("Oui.", "Oui. {}")):
        took = []
        for size in (1_000, 4_000):
            new = [new_of.format(n) for n in range(size)]
            text, old = "\n".join(new), [old_of.format(n) for n in range(size)]
            spans = cut(text, *new)
            took.append(cpu_seconds(partial(as_cut_before, text, spans, old)))
        assert took[1] < 12 * took[0] + 0.05
