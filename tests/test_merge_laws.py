"""Merges person by person: the laws as properties, what git does to files that look alike, and what puts it right."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from desks import Desk, blank, copies, new_desk
from hypothesis import assume, given
from hypothesis import strategies as st
from test_merging import merged, versions

from benchmarks import desk_merges, engines
from benchmarks.desk_scenarios import SCENARIOS, drawn
from factcheck import sidecar
from factcheck.io.git.installation import Scope, install
from factcheck.merging.laws import breaches
from factcheck.merging.people import lineages, moved
from factcheck.model import Label, Sidecar

Run = Callable[..., Ran]
PROGRAM = f"{sys.executable} -m factcheck"


# --- the laws ---------------------------------------------------------------------------------------------------------


@given(versions(2))
def test_what_our_driver_merges_keeps_the_laws(three: tuple[Sidecar, ...]) -> None:
    """Whatever two machines did, a merge without a conflict breaks none.

    What is wrong where somebody may have decided is wrong in a merge that git made alone as well.
    """
    base, ours, theirs = three
    result = merged(*three)
    if not result.conflicts:
        assert breaches(base, (ours, theirs), sidecar.read(result.data(), "x").sidecar) == ()
    for chosen in three:
        by_git = breaches(base, (ours, theirs), chosen, decided=False)
        assert {*breaches(base, (ours, theirs), chosen)} <= {*by_git}


@given(versions(1), st.integers(0, 5), st.sampled_from(Label))
def test_a_label_that_neither_side_had_is_named(both: tuple[Sidecar, ...], at: int, label: Label) -> None:
    """One label more than the sides had, at whatever sentence, is one breach, and it is that sentence's."""
    base, side = both
    record = side.sentences[at % len(side.sentences)]
    texts = [[one.text for one in (*version.sentences, *version.retired)] for version in both]
    assume(record.label != label and not record.skip and max(said.count(record.text) for said in texts) == 1)
    odd = record._replace(label=label)
    wrong = side._replace(sentences=tuple(odd if one is record else one for one in side.sentences))
    found = breaches(base, (side, base), wrong)
    before = {one.text: one for one in base.sentences}.get(record.text)
    if before != odd:
        assert [(one.text, one.facet) for one in found] == [(record.text, "label")]
        assert found[0].stands(wrong)
        assert not found[0].stands(side)


@given(versions(1), st.integers(0, 5), st.sampled_from(Label))
def test_what_one_side_said_and_the_merge_does_not_is_named(both: tuple[Sidecar, ...], at: int, label: Label) -> None:
    """A record that vanished with what was said about it is lost: its label and its note."""
    base = both[0]
    at %= len(base.sentences)
    said = base.sentences[at]._replace(label=label, skip="", note="who?")
    assume([one.text for one in (*base.sentences, *base.retired)].count(said.text) == 1)
    assume(said.text not in [one.was for one in base.sentences])
    side = base._replace(sentences=(*base.sentences[:at], said, *base.sentences[at + 1 :]))
    less = base._replace(sentences=(*base.sentences[:at], *base.sentences[at + 1 :]))
    found = breaches(base, (side, base), less)
    expected = {("lost", said.text, None, "label"), ("lost", said.text, None, "note")}
    assert {(one.kind, one.text, one.found, one.facet) for one in found} >= expected
    assert all(one.stands(less) and not one.stands(side) for one in found)


def labelled(who: str | None, *labels: Label | None, **fields: object) -> Sidecar:
    """Return a sidecar whose first sentences have these labels, the first one these fields too."""
    one = blank(who)
    records = [r._replace(label=kind) for r, kind in zip(one.sentences, labels, strict=False)]
    if fields:
        records[0] = records[0]._replace(**fields)  # type: ignore[arg-type]  # fields by name
    return one._replace(sentences=(*records, *one.sentences[len(records) :]))


C, O = Label.CLAIM, Label.OPINION  # noqa: E741 - as their keys

#: Base, one parent, the other, the merge, and which breaches it has.
JUDGED: dict[str, tuple[Sidecar | None, Sidecar | None, Sidecar | None, Sidecar | None, list[tuple[str, str]]]] = {
    "one side's label is lost": (blank("a"), labelled("a", C), blank("a"), blank("a"), [("lost", "label")]),
    "a cleared label is back": (labelled("a", C), blank("a"), labelled("a", C), labelled("a", C), [("lost", "label")]),
    "nobody's label": (blank("a"), blank("a"), labelled("a", None, C), labelled("a", O, C), [("mixed", "label")]),
    "a source of one, an address of the other": (
        labelled("a", Label.SOURCED, source="x"),
        labelled("a", Label.SOURCED, source="y"),
        labelled("a", Label.SOURCED, source="x", url="u"),
        labelled("a", Label.SOURCED, source="y", url="u"),
        [("mixed", "label")],
    ),
    "votes it never weighed": (
        labelled(None, C, over="v"),
        labelled(None, C, over="w"),
        labelled(None, O, over="v"),
        labelled(None, O, over="w"),
        [("mixed", "label")],
    ),
    "a contradiction that somebody settled with a third label": (
        blank("a"),
        labelled("a", C),
        labelled("a", O),
        labelled("a", Label.UNVERIFIED),
        [],
    ),
    "a note lost": (blank("a"), labelled("a", None, note="n"), blank("a"), blank("a"), [("lost", "note")]),
    "another's note in a file that one side added": (
        None,
        None,
        blank("a"),
        labelled("a", None, note="n"),
        [("mixed", "note")],
    ),
    "a file removed that the other side worked on": (
        blank("a"),
        labelled("a", C),
        None,
        None,
        [("lost", "label")],
    ),
    "a file removed that nobody worked on": (labelled("a", C), labelled("a", C), None, None, []),
    "added by both": (None, labelled("a", C), labelled("a", None, O), labelled("a", C, O), []),
    "added by both, one lost": (None, labelled("a", C), labelled("a", None, O), labelled("a", C), [("lost", "label")]),
    "a label waits that nobody gave": (
        blank("a"),
        blank("a"),
        labelled("a", C),
        labelled("a", C, was="Ach.", was_label=O),
        [("mixed", "was")],
    ),
}


@pytest.mark.parametrize("case", JUDGED.values(), ids=JUDGED)
def test_each_breach_is_told_from_what_may_be(
    case: tuple[Sidecar | None, Sidecar | None, Sidecar | None, Sidecar | None, list[tuple[str, str]]],
) -> None:
    """Lost, mixed or as it may be, whichever parent is the first."""
    base, one, other, after, expected = case
    for parents in ((one, other), (other, one)):
        assert [(breach.kind, breach.facet) for breach in breaches(base, parents, after)] == expected


# --- whose file is whose ----------------------------------------------------------------------------------------------


def test_files_are_paired_by_annotator_and_ids() -> None:
    """Two moved files are not exchanged however alike they are, and a stranger's is nobody's successor."""
    held = {"a": labelled("alice", C), "b": blank("bob"), "a2": labelled("alice", C, O, C, O), "b2": blank("bob")}
    read = held.get
    assert moved({"x.alice": "a", "x.bob": "b"}, {"y.bob": "b2", "y.alice": "a2"}, read) == {
        "x.alice": "y.alice",
        "x.bob": "y.bob",
    }
    assert moved({"x.alice": "a"}, {"y.bob": "b2"}, read) == {}
    (one, other) = lineages({"x": "a"}, ({"x": "a2"}, {"y": "a", "z": "b"}), read)
    assert (one.path, one.sides, one.moved_apart) == ("y", ("x", "y"), False)
    assert (other.path, other.base, other.sides) == ("z", "", ("", "z"))


# --- real merges ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Make a desk with Alice's labels on a laptop, and more of them in the newsroom, where the article was moved."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / "desk")
    desk.git("branch", "newsroom")
    desk.change("alice", 1, label=C)
    desk.change("alice", 2, label=O)
    desk.commit("On the laptop")
    desk.git("checkout", "--quiet", "newsroom")
    for number in (3, 4, 5):
        desk.change("alice", number, label=C)
    for name in ("txt", "alice.labels.yaml", "bob.labels.yaml"):
        desk.git("mv", f"annotations/port-strike.{name}", f"annotations/port.{name}")
    for who in ("alice", "bob"):
        path = desk.path(who, "port")
        path.write_text(path.read_text().replace("article: port-strike.txt", "article: port.txt"))
    desk.commit("In the newsroom")
    desk.git("checkout", "--quiet", "main")
    return desk


@pytest.fixture
def desk(prepared: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a copy of the desk, which is where the test runs."""
    copy = copies(prepared, tmp_path)()
    monkeypatch.chdir(copy.top)
    return copy


def labels(desk: Desk, who: str) -> str:
    """Return the first letters of somebody's labels on the moved article."""
    return "".join(str(record.label or "-")[0] for record in desk.read(who, "port").sentences)


LABELS_ONLY = ("check", "--severity", "unlabelled=ignore")


def test_what_stock_git_mixes_is_named_and_put_right(desk: Desk, run: Run) -> None:
    """Git takes Alice's file for Bob's: `check` says so on the merge and since any commit before it, until mended."""
    desk.git("merge", "--quiet", "newsroom")
    assert (labels(desk, "alice"), labels(desk, "bob")) == ("--ccc-", "co----")  # or git pairs them better: then drop
    told = run(*LABELS_ONLY)
    merge = desk.git("rev-parse", "--short=10", "HEAD").strip()
    assert told.code == 1
    assert told.out.count("FC601") == told.out.count("FC602") == 2
    assert f"annotations/port.bob.labels.yaml:10:10: FC601 the merge {merge} put here" in told.out
    assert f"  `factcheck resolve --merge {merge}` puts it right.\n" in told.out
    desk.change("bob", 6, label=O) if desk.path("bob").exists() else None
    (desk.top / "later.txt").write_text("Later.\n")
    desk.commit("Later work")
    assert run(*LABELS_ONLY).code == 0, "a merge further back is looked at when it is asked for"
    assert run(*LABELS_ONLY, "--changed-since", "HEAD~2^").out.count("FC60") == 4
    assert run(*LABELS_ONLY, "--changed-since", "HEAD~2^", "--severity", "merge-lost=ignore").out.count("FC60") == 2
    assert run(*LABELS_ONLY, "--changed-since", "HEAD~2^", "--ignore", "port.bob.labels.yaml").out.count("FC60") == 2
    put = run("resolve", "--merge", merge)
    assert (put.code, put.out.count("merged again, each person's labels with their own; next: git add")) == (0, 2)
    assert (labels(desk, "alice"), labels(desk, "bob")) == ("coccc-", "------")
    assert run(*LABELS_ONLY, "--changed-since", "HEAD~2^").code == 0
    assert "nothing to put right" in run("resolve", "--merge", merge).out


def test_later_work_stays_when_a_merge_is_put_right(desk: Desk, run: Run) -> None:
    """What Bob labelled himself since then is his; what he confirmed of Alice's is asked about."""
    desk.git("merge", "--quiet", "newsroom")
    path = desk.path("bob", "port")
    bob = desk.read("bob", "port")
    records = list(bob.sentences)
    records[5] = records[5]._replace(label=Label.UNVERIFIED)
    path.write_bytes(sidecar.write(bob._replace(sentences=tuple(records))))
    assert run("resolve", "--merge", "HEAD", str(path)).code == 0
    assert labels(desk, "bob") == "-----u"
    assert labels(desk, "alice") == "--ccc-", "only the file that was asked for"


def test_what_git_settled_for_both_without_asking_is_named(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A label cleared here and changed there is a conflict, which git drops where it takes Alice's file for Bob's.

    The same merge is not blamed where somebody chose that label; and once it is asked about, whatever is done decides.
    """
    desk = Desk(tmp_path / "desk")
    desk_merges.imported(desk.top, [drawn("labels cleared, and moved", 855)])
    monkeypatch.chdir(desk.top)
    desk.git("checkout", "--quiet", "ours0")
    desk.git("merge", "--quiet", "--no-edit", "theirs0")
    told = run("check")
    assert told.out.count("FC60") == told.out.count("FC602") == 1
    assert "brought back a label that one side had taken off" in told.out
    assert "asks which of the two counts; if this one does, a note says so." in told.out
    assert "both sides, or later work, differ: factcheck resolve" in run("resolve", "--merge", "HEAD").out
    path = "annotations/port.alice.labels.yaml"
    assert run("resolve", path, "--keys", "1").code == 0
    assert "FC60" not in run("check").out
    desk.git("checkout", path)
    labelled = desk.read("alice", "port")
    noted = tuple(r._replace(note="Still so.") if r.id == "s267c7c0af8" else r for r in labelled.sentences)
    desk.write(labelled._replace(sentences=noted))
    assert "FC60" not in run("check").out
    desk.git("commit", "--quiet", "--amend", "--all", "--no-edit")
    desk.git("checkout", "HEAD^2", path)
    assert "FC60" not in run("check").out, "somebody had a hand in this merge"


@pytest.mark.parametrize("how", ["merge", "rebase", "cherry-pick", "stash"])
def test_the_driver_stops_and_resolve_gives_everybody_their_own(desk: Desk, run: Run, how: str) -> None:
    """However the two come together: never a mixture, and one command leads out."""
    install(Scope(desk.top), PROGRAM, textconv=False)
    desk.git("config", "core.editor", "true")
    (desk.top / ".git/info/exclude").write_text(".gitattributes\n")
    if how == "merge":
        desk.git("merge", "newsroom", code=1)
    elif how == "rebase":
        desk.git("rebase", "newsroom", code=1)
    else:
        desk.git("checkout", "--quiet", "--detach", "main~1")
        (desk.top / "annotations/port-strike.alice.labels.yaml").write_text(
            desk.git("show", "main:annotations/port-strike.alice.labels.yaml")
        )
        desk.git("stash") if how == "stash" else None
        desk.git("checkout", "--quiet", "--force", "newsroom")
        desk.git(*(["stash", "pop"] if how == "stash" else ["cherry-pick", "main"]), code=1)
    assert labels(desk, "bob") == "------"
    ran = run("resolve")
    assert ran.code == 0, ran.out + ran.err
    for line in ran.out.splitlines():
        desk.git(*line.partition("; next: git ")[2].split(" "))
    assert desk.git("ls-files", "--unmerged") == ""
    assert (labels(desk, "alice"), labels(desk, "bob")) == ("coccc-", "------")


def test_a_merge_that_left_no_readable_file_is_put_right(desk: Desk, run: Run) -> None:
    """As where git writes `retired:` twice: the merge is made again, and nothing has to be mended by hand."""
    desk.git("checkout", "--quiet", "-b", "other", "main~1")
    desk.change("alice", 6, label=C)
    desk.commit("Elsewhere")
    desk.git("merge", "--quiet", "--no-commit", "main")
    path = desk.path("alice")
    broken = path.read_bytes() + b"\nretired:\n\nretired:\n"
    path.write_bytes(broken)
    desk.commit("Merge")
    assert "FC401" in run("check").out
    assert run("resolve", "--merge", "HEAD").code == 0
    assert "".join(str(r.label or "-")[0] for r in desk.read("alice").sentences) == "co---c"


def test_moved_to_two_places_has_a_way_out(desk: Desk, run: Run) -> None:
    """Our name stays, the labels of both are there, or asked about, and the files that go are named."""
    install(Scope(desk.top), PROGRAM, textconv=False)
    for name in ("txt", "alice.labels.yaml", "bob.labels.yaml"):
        desk.git("mv", f"annotations/port-strike.{name}", f"annotations/quay.{name}")
    for who in ("alice", "bob"):
        path = desk.path(who, "quay")
        path.write_text(path.read_text().replace("article: port-strike.txt", "article: quay.txt"))
    desk.change_in("quay", "alice", 3, label=O)
    desk.commit("Moved here too")
    desk.git("merge", "newsroom", code=1)
    ran = run("resolve", "--keys", "1")
    assert "one side removed" not in ran.out + ran.err
    assert desk.read("alice", "quay").sentences[0].label == C
    assert [str(r.label) for r in desk.read("alice", "quay").sentences[2:5]] == ["opinion", "claim", "claim"]
    assert ran.code == 0, ran.out + ran.err
    settled = desk.path("alice", "quay").read_bytes()
    assert "settled: no conflict is marked in it" in run("resolve", "--keys", "2").out
    assert desk.path("alice", "quay").read_bytes() == settled, "what is settled is not asked again"
    for line in run("resolve").out.splitlines():
        desk.git(*shlex.split(line.partition("next: git ")[2]))
    assert "no sidecar is in conflict" in run("resolve").out
    assert not list((desk.top / "annotations").glob("port*.yaml"))


@pytest.mark.parametrize("name", list(SCENARIOS)[::2])
def test_no_random_desk_is_merged_wrong_without_a_word(name: str) -> None:
    """A few of the pairs that `python -m benchmarks.desk_merges` draws by the thousand."""
    row = desk_merges.Row()
    desk_merges.merge_more(row, name, range(2))
    assert row.caught == row.alone["silently wrong"]
    assert row.driven["silently wrong"] == row.needless == 0


@pytest.mark.parametrize("engine", engines.engines())
@pytest.mark.parametrize("name", ["one removed, another's added", "moved to two places"])
def test_other_engines_get_nothing_wrong_without_a_word(engine: str, name: str) -> None:
    """A few of the desks that `make engines` merges by the hundred with each engine that is installed."""
    kinds, named = engines.scenario(engines.engines()[engine], name, 2)
    assert named == kinds["silently wrong"]
