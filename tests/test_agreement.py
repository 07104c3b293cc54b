"""How far annotators agree, from their sidecars to the command: what is compared, in which groups, how it is shown."""

from __future__ import annotations

import csv
import io
import itertools
import json
import random
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from conftest import ROOT, Ran
from desks import Desk
from golden import expect
from hypothesis import given, settings
from hypothesis import strategies as st
from labelled import article, labels, sentences, write_desk

from factcheck.model import Annotator, Record, Sidecar
from factcheck.review.agreement import Agreement, Figures, LabelledArticle
from factcheck.review.matrix import LeftOut, Matrix, matrix
from factcheck.sidecar import fresh_id

TWO: dict[str, dict[str | None, str]] = {
    "a": {"alice": "ccoussccoo", "bob": "ccoussccou", None: "u........."},
    "b": {"alice": "sscc?uuoocc", "bob": "ssccuooocs"},
    "c": {"alice": "cccxsooucs", "bob": "cccxsouxcs"},
}


def figures(*matrices: Matrix, by: str | None = None) -> tuple[Figures, ...]:
    """Return the figures of these articles."""
    agreement = Agreement(by)
    for number, one in enumerate(matrices):
        agreement.add(LabelledArticle(f"{number}.txt", one))
    return agreement.figures()


def table_of(said: dict[str, str], number: int = 0) -> Matrix:
    """Return the matrix of one article from letters by annotator."""
    texts = sentences(len(next(iter(said.values())).replace("?", "")), number)
    return matrix(article(texts), [labels(name, texts, letters) for name, letters in said.items()])


def divided(sidecar: Sidecar, number: int) -> Sidecar:
    """Return a sidecar with one sentence cut in two after its fourth word, both halves with its label."""
    record = sidecar.sentences[number]
    words = record.text.split(" ")
    halves = [" ".join(words[:4]), " ".join(words[4:])]
    new = tuple(Record(fresh_id(half, set()), half, record.label, skip=record.skip) for half in halves)
    return sidecar._replace(sentences=(*sidecar.sentences[:number], *new, *sidecar.sentences[number + 1 :]))


def test_a_piece_lies_between_two_boundaries_that_anybody_set() -> None:
    """Where Bob divides a sentence and Alice does not, her label counts for both halves; the blank between does not."""
    texts = sentences(3)
    alice, bob = labels("alice", texts, "cou"), divided(labels("bob", texts, "cos"), 1)
    found = matrix(article(texts), [bob, alice])
    assert found.names == ("alice", "bob")
    assert found.columns == (("claim", "opinion", "opinion", "unverified"), ("claim", "opinion", "opinion", "sourced"))
    text = article(texts).text
    assert [text[span.start : span.end].strip() for span in found.spans] == [
        texts[0],
        "Il pleut sur le",
        "quai 2 de la ville 0.",
        texts[2],
    ]


def test_what_is_not_a_present_label_is_left_out_and_counted() -> None:
    """Stale, retired and missing labels and decisions have no part in the figures."""
    texts = sentences(4)
    alice = labels("alice", texts, "cou.")
    bob = labels("bob", texts, "cous")
    edited = ["Il neige.", *texts[1:]]
    bob = bob._replace(retired=(Record(fresh_id("Il grêle.", set()), "Il grêle.", bob.sentences[0].label),))
    found = matrix(article(edited), [alice, bob, labels(None, texts, "...s")])
    assert found.left_out == LeftOut(stale=2, retired=1, unlabelled=1, decisions=1)
    assert found.columns == (("opinion", "unverified", ""), ("opinion", "unverified", "sourced"))


def test_skips_are_no_label() -> None:
    """A skip takes part in no coefficient; that some skip what others label is told beside them."""
    (found,) = figures(table_of({"alice": "cxxo", "bob": "cxoo"}))
    assert (found.pieces, found.skipped, found.skipped_by_some) == (2, 1, 1)


def test_the_unsure_are_told_apart() -> None:
    """Agreement among pieces that somebody is unsure about stands beside that among the others."""
    (found,) = figures(table_of({"alice": "cc?o?u", "bob": "cccuu"[:4]}))
    assert (found.unsure.pieces, found.unsure.percent) == (2, 0.5)
    assert (found.sure.pieces, found.sure.percent) == (2, 1.0)


def test_two_have_cohens_kappa_and_more_have_fleiss() -> None:
    """With a third annotator the same pieces are judged by Fleiss' kappa, and the table is symmetrical."""
    (two,) = figures(table_of({"alice": "ccoouuss", "bob": "ccoouusc"}))
    (three,) = figures(table_of({"alice": "ccoouuss", "bob": "ccoouusc", "carol": "ccoouucc"}))
    assert two.table[3] == (1, 0, 0, 1)
    assert two.table[0] == (2, 0, 0, 0)
    assert three.table[0][3] == three.table[3][0] == 4
    assert three.specific[1] == 1.0
    assert three.confusions == (three.confusions[0],)


def test_by_pair_and_annotator() -> None:
    """Each pair has its own row; an annotator's row holds all pairs that they are part of."""
    found = table_of({"alice": "cccc....oooo", "bob": "ccoo....oooo", "carol": "....uuuuoooo"})
    pairs = {one.group: one.pieces for one in figures(found, by="pair")}
    assert pairs == {"alice bob": 8, "alice carol": 4, "bob carol": 4}
    people = {one.group: (one.pieces, one.annotators) for one in figures(found, by="annotator")}
    assert people["carol"] == (8, ("alice", "bob", "carol"))


def test_by_label() -> None:
    """Each label is told apart from all others together."""
    found = {one.group: one for one in figures(table_of({"alice": "ccoouuss", "bob": "ccoouusc"}), by="label")}
    assert list(found) == ["claim", "opinion", "unverified", "sourced"]
    assert found["opinion"].alpha.value == 1
    assert found["claim"].table == ((2, 0), (1, 5))


def test_one_constant_annotator_is_named() -> None:
    """Somebody who always gives the same label is named, and chance-corrected figures are still there."""
    (found,) = figures(table_of({"alice": "cccccccccccc", "bob": "cccccccooooo"}))
    assert found.constant == ("alice",)
    assert found.kappa.value == 0


def test_a_label_that_dominates_is_named() -> None:
    """Above four fifths of one label kappa and alpha fall however well people agree."""
    (found,) = figures(table_of({"alice": "c" * 18 + "oo", "bob": "c" * 17 + "ooc"}))
    assert found.dominant == "claim"


LETTERS = st.sampled_from("ccccoouussx.")
SAID = st.lists(st.lists(LETTERS, min_size=15, max_size=15), min_size=2, max_size=4)


@given(st.lists(SAID, min_size=1, max_size=4))
def test_nothing_hangs_on_order_names_or_empty_sidecars(said: list[list[list[str]]]) -> None:
    """Sidecars in another order, annotators renamed in order, and somebody who labelled nothing change no figure."""
    plain, other = [], []
    for number, rows in enumerate(said):
        texts = sentences(15, number)
        made = [labels(f"a{who}", texts, "".join(row)) for who, row in enumerate(rows)]
        renamed = [one._replace(annotator=Annotator(f"z{one.annotator}")) for one in reversed(made)]
        plain.append(matrix(article(texts), made))
        other.append(matrix(article(texts), [*renamed, labels("nobody", texts, "." * 15)]))
    one, two = figures(*plain), figures(*reversed(other))
    assert [_without_names(figure) for figure in one] == [_without_names(figure) for figure in two]


def _without_names(found: Figures) -> Figures:
    return found._replace(annotators=(), constant=())


@settings(max_examples=30)
@given(st.integers(0, 10**6), st.integers(0, 74))
def test_dividing_a_sentence_hardly_moves_alpha(seed: int, at: int) -> None:
    """On five articles of fifteen sentences, dividing one and giving both halves its label moves alpha by < .02."""
    source = random.Random(seed)
    letters = source.sample("c" * 30 + "o" * 13 + "u" * 10 + "s" * 22, 75)
    other = [letter if source.random() < 0.8 else source.choice("cous") for letter in letters]
    before, after = [], []
    for number in range(5):
        texts, part = sentences(15, number), slice(15 * number, 15 * number + 15)
        one, two = labels("alice", texts, "".join(letters[part])), labels("bob", texts, "".join(other[part]))
        before.append(matrix(article(texts), [one, two]))
        cut = divided(two, at % 15) if at // 15 == number else two
        after.append(matrix(article(texts), [one, cut]))
    old, new = figures(*before)[0], figures(*after)[0]
    assert new.pieces == old.pieces + 1
    if old.alpha.value is not None:
        assert new.alpha.value == pytest.approx(old.alpha.value, abs=0.02)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with three articles that two annotators labelled; commands run there."""
    write_desk(tmp_path / "annotations", TWO)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "markdown", "svg"])
def test_each_format_as_a_person_has_read_it(form: str, here: Path, run: Callable[..., Ran]) -> None:
    """The formats say the same, each in its way."""
    assert here.is_dir()
    ran = run("agreement", "--format", form)
    assert (ran.code, ran.err) == (0, "")
    expect(ROOT / "tests" / "cases" / "agreement" / f"two.{form}", ran.out)


@pytest.mark.parametrize("by", ["article", "label", "annotator"])
def test_groups_as_a_person_has_read_them(by: str, here: Path, run: Callable[..., Ran]) -> None:
    """One row for each group, with a bar."""
    assert here.is_dir()
    expect(ROOT / "tests" / "cases" / "agreement" / f"by-{by}.text", run("agreement", "--by", by).out)


@pytest.mark.usefixtures("here")
def test_without_a_second_annotator_nothing_is_left_open(here: Path, run: Callable[..., Ran]) -> None:
    """Where nobody labelled what somebody else did, that is said, in a sentence that ends."""
    write_desk(here / "alone", {"d": {"alice": "coc"}})
    assert run("agreement", "alone").out.splitlines()[0] == "0 pieces of 0 articles labelled by two annotators"


def test_the_pictures_are_well_formed(run: Callable[..., Ran]) -> None:
    """Both pictures are XML with a title and a description for whoever cannot see them."""
    for extra in ([], ["--by", "article"]):
        picture = ET.fromstring(run("agreement", "--format", "svg", *extra).out)
        told = [picture.find(f"{{http://www.w3.org/2000/svg}}{name}") for name in ("title", "desc")]
        assert all(one is not None and one.text for one in told)


@pytest.mark.usefixtures("here")
def test_csv_gives_the_same_digits_back(run: Callable[..., Ran]) -> None:
    """Percent computed from the CSV, by whatever program, is the percent that is told."""
    rows = list(csv.DictReader(io.StringIO(run("agreement", "--format", "csv").out)))
    assert list(rows[0]) == ["article", "from", "to", "alice", "bob"], "decisions are nobody's"
    assert len(rows) == 30
    both = [(row["alice"], row["bob"]) for row in rows if {row["alice"], row["bob"]}.isdisjoint({"", "skip"})]
    found = json.loads(run("agreement", "--format", "json").out)["groups"][0]
    assert found["pieces"] == len(both)
    assert found["percent"]["value"] == pytest.approx(sum(one == other for one, other in both) / len(both))
    text = Path(rows[0]["article"]).read_text(encoding="utf-8")
    assert text[int(rows[1]["from"]) : int(rows[1]["to"])] == sentences(2)[1]


@pytest.mark.usefixtures("here")
def test_fail_under(run: Callable[..., Ran]) -> None:
    """Alpha below what is asked for is exit code 1, and so is an alpha that nobody knows."""
    assert run("agreement", "--fail-under", "0.5").code == 0
    ran = run("agreement", "--fail-under", "0.99")
    assert ran.code == 1
    assert "0.99 is asked for" in ran.err
    assert run("agreement", "--fail-under", "0.1", "--annotator", "alice", "--annotator", "zoe").code == 1


@pytest.mark.usefixtures("here")
def test_an_unreadable_sidecar_is_no_missing_one(run: Callable[..., Ran]) -> None:
    """What cannot be read is named, counted, and makes the exit code 2."""
    Path("annotations/a.bob.labels.yaml").write_text("factcheck: 1\n", encoding="utf-8")
    ran = run("agreement")
    assert ran.code == 2
    assert "annotations/a.bob.labels.yaml" in ran.err
    assert "1 article left out: it or a sidecar cannot be read." in ran.out


def test_the_same_person_again(tmp_path: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """Labels given a second time are told as hers with herself, and move no other figure."""
    write_desk(tmp_path / "annotations", TWO)
    monkeypatch.chdir(tmp_path)
    before = json.loads(run("agreement", "--format", "json").out)
    texts = sentences(10)
    second = divided(labels("alice-again", texts, "ccousscccc"), 3)
    from factcheck import sidecar

    Path("annotations/a.alice-again.labels.yaml").write_bytes(sidecar.write(second))
    after = json.loads(run("agreement", "--format", "json").out)
    assert after["groups"] == before["groups"]
    (again,) = after["again"]
    assert (again["group"], again["pieces"], again["annotators"]) == ("alice", 11, ["alice", "alice-again"])
    assert "alice a second time" in run("agreement").out


def test_a_second_try_is_no_vote(tmp_path: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not count towards `annotators:`, disputes nothing and need not be complete; its form is checked."""
    write_desk(tmp_path / "annotations", {"a": {"alice": "ccco", "alice-again": "uu.."}})
    monkeypatch.chdir(tmp_path)
    assert run("check").code == 0
    assert "FC101" in run("check", "--annotators", "2").out
    assert "disputed" not in run("show", "annotations/a.txt").out
    path = Path("annotations/a.alice-again.labels.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("ville 0", "ville 9"), encoding="utf-8")
    assert "FC102" in run("check").out


@pytest.mark.parametrize(("first", "second"), [("....", "ccco"), ("ccco", "...."), ("....", "....")])
def test_one_try_without_labels_is_not_held_against_the_other(
    tmp_path: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, *, first: str, second: str
) -> None:
    """A second try that has just been begun, or a first one that never was."""
    write_desk(tmp_path / "annotations", {"a": {"alice": first, "bob": "ccco", "alice-again": second}})
    monkeypatch.chdir(tmp_path)
    told = run("agreement", "--format", "json")
    assert (told.code, json.loads(told.out)["again"]) == (0, [])


def test_months_and_dates_are_those_of_the_first_commit(
    tmp_path: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article belongs to the month its first sidecar was committed in, whatever it is called now."""
    desk = Desk(tmp_path)
    desk.git("init", "--quiet", "--initial-branch", "main")
    for number, (name, said) in enumerate(TWO.items()):
        monkeypatch.setenv("GIT_AUTHOR_DATE", f"2026-0{number + 1}-15T12:00:00+0100")
        write_desk(tmp_path / "annotations", {name: said})
        if number < 2:
            desk.commit(f"Label {name}")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-09-15T12:00:00+0100")
    desk.git("mv", "annotations", "articles")
    desk.commit("Call it otherwise")
    write_desk(tmp_path / "articles", {"d": {"alice": "ccoo", "bob": "ccou"}})
    monkeypatch.chdir(tmp_path)
    found = json.loads(run("agreement", "--by", "month", "--format", "json").out)["groups"]
    assert [one["group"] for one in found] == ["2026-01", "2026-02", "2026-09", ""]
    for asked, months in (("--since=2026-02", 3), ("--until=2026-02-15", 2), ("--until=2026-02-14", 1)):
        found = json.loads(run("agreement", "--by", "month", asked, "--format", "json").out)["groups"]
        assert len(found) == months
    assert run("agreement", "--since", "soon").code == 2


def test_two_clones_agree_byte_for_byte(
    tmp_path: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing hangs on where a clone lies, who looks, or what they have settled for git."""
    desk = Desk(tmp_path / "one")
    write_desk(desk.top / "annotations", TWO)
    desk.git("init", "--quiet", "--initial-branch", "main")
    desk.commit("Label")
    desk.git("clone", "--quiet", str(desk.top), str(tmp_path / "two"))
    for name, value in (("log.showRoot", "false"), ("diff.renames", "false"), ("log.date", "relative")):
        Desk(tmp_path / "two").git("config", name, value)
    for words in itertools.product(["text", "json", "csv", "svg"], ["article", "month", "pair"]):
        told = []
        for top in ("one", "two"):
            monkeypatch.chdir(tmp_path / top)
            told.append(run("agreement", "--format", words[0], "--by", words[1]))
        assert told[0] == told[1]


def test_a_name_is_never_markup(tmp_path: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of files are shown as they are: no markup, no formula, no control characters."""
    write_desk(tmp_path / "annotations", {"<script>|\x1b[31m=a": {"alice": "cc", "bob": "co"}})
    shutil.copytree(tmp_path / "annotations", tmp_path / "=folder")
    monkeypatch.chdir(tmp_path)
    for form, never in (("markdown", ["<script>", "\x1b"]), ("svg", ["<script>", "\x1b"]), ("text", ["\x1b"])):
        out = run("agreement", "--by", "article", "--format", form).out
        assert not [one for one in never if one in out]
    assert "\n./=folder/" in run("agreement", "--format", "csv").out


def test_nothing_labelled(tmp_path: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk without labels says so."""
    (tmp_path / "annotations").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run("agreement").out == "Nobody has labelled anything here.\n"
    assert run("agreement", "--annotator", "alice").code == 2


def words_of(found: Sequence[str]) -> str:
    """Return lines as one text."""
    return " ".join(" ".join(found).split())


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("cccccccccccc", "cccccccccccc"), "everybody said claim for all 12 pieces"),
        (("cccccc......", "......cccccc"), "no piece was labelled by two annotators"),
        (("cccco", "cccco"), "No intervals: there are fewer than 10 pieces."),
        (("ccccooooccccc", "ccccooooccccc"), "Everybody agrees"),
        (("cccccccccccc", "cccccccooooo"), "alice gave one label only"),
        (("c" * 18 + "oo", "c" * 17 + "ooc"), "More than 80 % of all labels are claim"),
    ],
)
def test_what_a_reader_has_to_know_is_said(
    said: tuple[str, str], told: str, here: Path, run: Callable[..., Ran]
) -> None:
    """Undefined figures, bounds, constancy and dominance are explained in a sentence each."""
    shutil.rmtree(here / "annotations")
    write_desk(here / "annotations", {"a": {"alice": said[0], "bob": said[1]}})
    assert told in words_of(run("agreement").out.splitlines())
