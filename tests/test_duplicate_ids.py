"""Sidecars in which an id is used twice: legal to read, reported by FC301, and no reason to fail anywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from desks import Desk, new_desk
from hypothesis import given
from hypothesis import strategies as st

from factcheck import labelling, sidecar
from factcheck.carry import follow
from factcheck.model import Annotator, Label, Language, Record, RecordId, Sidecar
from factcheck.review.adjudication import decision_state, with_weighed_votes
from factcheck.review.changes import changes
from factcheck.review.consensus import consensus
from factcheck.sidecar import read, update, write
from factcheck.sidecar.editing.formatting import formatted
from factcheck.text.article import Article

Run = Callable[..., Ran]
ARTICLE = "annotations/port-strike.txt"
TEXTS = ["Il pleut.", "Il neige.", "Il vente."]


@st.composite
def doubled(draw: st.DrawFn, annotator: str | None) -> Sidecar:
    """Draw a sidecar whose records share few ids, whose sentences are in any order, some of them labelled."""
    ids = st.sampled_from([RecordId("s0000000000"), RecordId("s1111111111")])
    labels = st.sampled_from([None, None, Label.CLAIM, Label.OPINION])
    texts = draw(st.one_of(st.just(TEXTS), st.lists(st.sampled_from([*TEXTS, "Il gèle."]), max_size=4)))
    records = [Record(draw(ids), text, draw(labels), note=draw(st.sampled_from(["", "x"]))) for text in texts]
    cut = draw(st.integers(0, len(records)))
    name = Annotator(annotator) if annotator else None
    return Sidecar("a.txt", name, Language("fr"), tuple(records[:cut]), tuple(records[cut:]))


@given(doubled("alice"), doubled("bob"), doubled(None), st.lists(st.sampled_from("cosjkdDuriwU "), max_size=12))
def test_nothing_takes_an_id_for_unique(one: Sidecar, other: Sidecar, decisions: Sidecar, keys: list[str]) -> None:
    """Whatever is worked out from such sidecars, each record counts, and none is a traceback."""
    article = Article("a.txt", " ".join(TEXTS), " ".join(TEXTS))
    finals = consensus(article, [one, other], decisions).finals
    assert " ".join(final.text for final in finals) == article.text
    state = decision_state(article, [one, other], decisions)
    with_weighed_votes(article, [one, other], state.decisions)
    changes(one, other)
    for each in (one, other, decisions):
        follow(each, article)
        document = read(write(each), "a.labels.yaml")
        assert document.sidecar == each
        assert read(formatted(document), "a").sidecar == each
        assert update(document, each).data == document.data
    if one.sentences:
        session = labelling.start(one, article.text)
        for key in keys:
            session, _ = labelling.step(session, key)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk whose decisions have an id twice: once decided, once not."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / "desk")
    desk.change("alice", 1, label=Label.CLAIM)
    desk.change("bob", 1, label=Label.OPINION)
    decisions = desk.read("alice")._replace(annotator=None)
    first, second, *rest = decisions.sentences
    doubled = decisions._replace(sentences=(first, second._replace(id=first.id, label=None), *rest))
    desk.path(None).write_bytes(sidecar.write(doubled))
    desk.commit("Decide")
    return desk


COMMANDS: dict[str, tuple[str, ...]] = {
    "check": ("check",),
    "show": ("show", ARTICLE),
    "log": ("log", ARTICLE, "--sentence", "1"),
    "adjudicate": ("adjudicate", ARTICLE, "--keys", "q"),
    "annotate": ("annotate", ARTICLE, "--annotator", "alice", "--only", "disputed", "--keys", "q"),
    "diff": ("diff", "HEAD"),
    "carry": ("carry", ARTICLE),
    "fmt": ("fmt", "--check", ARTICLE),
    "mv": ("mv", ARTICLE, "annotations/other.txt"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_ends_in_a_traceback(desk: Desk, run: Run, command: str) -> None:
    """`check` says where the id stands a second time; the others do their work."""
    ran = run(*COMMANDS[command])
    assert ran.code in (0, 1), ran
    assert ("FC301" in ran.out) == (command == "check")
    assert "Traceback" not in ran.err
    assert Path(desk.top).is_dir()


@given(doubled("alice") | doubled(None))
def test_carry_gives_every_record_an_id_of_its_own_and_loses_nothing(one: Sidecar) -> None:
    """Whatever the article has become, what was said is there as often as before, and each record can be told."""
    for text in (" ".join(record.text for record in one.sentences), " ".join(TEXTS)):
        after = follow(one, Article("a.txt", text, text)).sidecar
        every = (*after.sentences, *after.retired)
        assert len({record.id for record in every}) == len(every)
        before = (*one.sentences, *one.retired)
        # An edited sentence waits to be confirmed, its old words beside it; a note goes with it.
        labels = Counter((r.was or r.text, r.was_label if r.was else r.label) for r in every)
        assert Counter((r.text, r.label) for r in before if r.label) <= labels
        assert Counter(r.note for r in before if r.note) <= Counter(r.note for r in every)


def test_what_plain_git_doubles_carry_mends(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same sentence, added in two places on two branches and labelled on both, merged without our driver."""
    desk = new_desk(tmp_path / "desk")
    monkeypatch.chdir(desk.top)
    lines = (desk.top / ARTICLE).read_text().splitlines()
    for branch, at, kind in (("top", 1, "c"), ("end", 5, "o")):
        desk.git("checkout", "--quiet", "-b", branch, "main")
        (desk.top / ARTICLE).write_text("\n".join([*lines[:at], "Nul ne répond.", *lines[at:]]) + "\n")
        assert run("carry", ARTICLE).code == 0
        number = [record.text for record in desk.read("alice").sentences].index("Nul ne répond.") + 1
        desk.change("alice", number, label=Label.CLAIM if kind == "c" else Label.OPINION)
        desk.commit(branch)
    desk.git("merge", "--quiet", "top")
    assert run("check").out.count("FC301") == 2, "Alice's and Bob's"
    said = run("carry", ARTICLE)
    assert said.code == 0, said
    assert "FC301" not in run("check").out
    assert run("carry", ARTICLE, "--dry-run").code == 0
    labelled = [(r.text, r.label) for r in desk.read("alice").sentences if r.label]
    assert labelled == [("Nul ne répond.", Label.CLAIM), ("Nul ne répond.", Label.OPINION)]
