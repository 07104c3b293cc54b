"""A gate that never stays green by mistake: what is not there, what is not staged, what nobody reads."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run
from conftest import ROOT

CASES = ROOT / "tests" / "cases" / "checking"
BIN = Path(sys.executable).parent


def git(*words: str) -> None:
    """Run git here."""
    subprocess.run(["git", *words], check=True, capture_output=True)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a desk with one clean article in its first commit; commands run at its top."""
    top = tmp_path / "desk"
    shutil.copytree(CASES / "clean", top / "annotations", ignore=shutil.ignore_patterns("expected"))
    monkeypatch.chdir(top)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "start")
    return top


MODES: tuple[list[str], ...] = ([], ["--changed-since", "HEAD"], ["--staged"])


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_what_does_not_exist_is_exit_2(desk: Path, mode: list[str]) -> None:
    """A mistyped folder is no folder in which nothing changed; one that was deleted is known to git."""
    told = run("check", *mode, "annotatons/")
    assert (told.code, told.out) == (2, "")
    assert "no such file or folder" in told.err
    git("rm", "-q", "annotations/strike.txt")
    if mode:
        assert "FC502" in run("check", *mode, "annotations/strike.txt").out
    assert desk.is_dir()


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_nothing_to_check_is_said_and_may_fail(desk: Path, mode: list[str]) -> None:
    """An empty folder, or a branch that changed nothing."""
    (desk / "empty").mkdir()
    told = run("check", *mode, "empty")
    assert (told.code, told.out) == (0, "0 files checked, nothing found\n")
    assert told.err.startswith("factcheck: nothing to check: ")
    assert run("check", *mode, "--fail-on-nothing", "empty").code == 2
    assert run("check", "--fail-on-nothing", "annotations").code == 0


def test_staged_goes_by_the_settings_that_are_staged(desk: Path) -> None:
    """Neither an unstaged `ignore:` hides a fault, nor do unstaged keys or a new desk within the desk."""
    sidecar = desk / "annotations" / "strike.alice.labels.yaml"
    sidecar.write_text(sidecar.read_text().replace("label: claim", "label:"))
    git("add", "-A")
    for settings in (desk / "factcheck.yaml", desk / "annotations" / "factcheck.yaml"):
        settings.write_text("ignore: ['*']\n")
        assert "FC101" in run("check", "--staged").out
    git("add", "factcheck.yaml")
    assert "FC101" not in run("check", "--staged").out
    (desk / "factcheck.yaml").unlink()
    assert "FC101" not in run("check", "--staged").out


def test_changed_settings_are_noted_whatever_they_say(desk: Path) -> None:
    """A pull request that switches rules off cannot switch this off; who runs the check can."""
    (desk / "factcheck.yaml").write_text("ignore: ['*']\nseverity: {FC507: ignore}\n")
    git("add", "-A")
    for mode in MODES[1:]:
        assert "factcheck.yaml:1:1: FC507 note" in run("check", *mode).out
        assert "FC507" not in run("check", *mode, "--severity", "FC507=ignore").out


@pytest.mark.parametrize("name", ["strike.bob.labels.yml", "strike.bob.label.yaml", "strike.bob.Labels.YAML"])
@pytest.mark.parametrize("mode", MODES, ids=str)
def test_what_looks_like_a_sidecar_is_told(desk: Path, name: str, mode: list[str]) -> None:
    """In every mode, beside the article and where it is named."""
    whole = (desk / "annotations" / "strike.alice.labels.yaml").read_text()
    (desk / "annotations" / name).write_text(whole.replace("alice", "bob").replace("opinion", "claim"))
    git("add", "-A")
    for paths in ([], ["annotations"], [f"annotations/{name}"]):
        told = run("check", *mode, *paths)
        assert (told.code, f"annotations/{name}:1:1: FC506" in told.out) == (1, True), told


MARKED = "<<<<<<< HEAD\nIl pleut.\n=======\nIl neige.\n>>>>>>> topic\n"


@pytest.mark.parametrize("markers", [MARKED, "Il pleut.\n||||||| base\n", "Il pleut.\r\n>>>>>>> topic\r\n"])
def test_no_command_takes_conflict_markers_for_sentences(desk: Path, markers: str) -> None:
    """Check says where they are; carry, annotate and the others leave everything as it is."""
    article = desk / "annotations" / "strike.txt"
    article.write_text(markers)
    before = (desk / "annotations" / "strike.alice.labels.yaml").read_bytes()
    told = run("check")
    assert (told.code, "FC406" in told.out, "FC504" in told.out) == (1, True, False)
    for words in (
        ["carry"],
        ["annotate", "--annotator", "alice", "--keys", "c"],
        ["show"],
        ["sentences", "--language", "fr"],
    ):
        told = run(*words, "annotations/strike.txt")
        assert (told.code, "conflict markers are still in the article" in told.err) == (2, True), told
    assert (desk / "annotations" / "strike.alice.labels.yaml").read_bytes() == before


def test_a_heading_may_be_underlined(desk: Path) -> None:
    """Seven equals signs alone are Markdown."""
    (desk / "annotations" / "strike.txt").rename(desk / "strike.md")
    (desk / "strike.md").write_text("Brèves.\n=======\n\nIl pleut.\n")
    assert run("sentences", "--language", "fr", "strike.md").code == 0


def test_strict_lets_warnings_fail(desk: Path) -> None:
    """Notes never do."""
    sidecar = desk / "annotations" / "strike.alice.labels.yaml"
    sidecar.write_text(sidecar.read_text().replace("sentences:", "sentences:  "))
    assert (run("check").code, run("check", "--strict").code) == (0, 1)
    assert run("check", "--strict", "--severity", "FC402=note").code == 0


def test_a_baseline_leaves_out_what_was_known(desk: Path) -> None:
    """From wherever it is asked; what is new counts, twice the same counts twice, and its form is GitLab's."""
    sidecar = desk / "annotations" / "strike.alice.labels.yaml"
    sidecar.write_text(sidecar.read_text().replace("label: claim", "label:"))
    assert run("check", "--write-baseline", "known.json").code == 1
    listed = json.loads((desk / "known.json").read_text())["baseline"]
    gitlab = json.loads(run("check", "--format", "gitlab").out)
    assert [one["fingerprint"] for one in listed] == [one["fingerprint"] for one in gitlab]
    assert run("check", "--baseline", "known.json").out == "2 files checked, nothing found\n"
    sidecar.write_text(sidecar.read_text().replace("label: opinion", "label:"))
    told = run("check", "--baseline", "known.json")
    assert (told.code, told.out.count("FC101")) == (1, 1)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"baseline": [1]}', '{"baseline": [{"fingerprint": "x"}]}', "[" * 9999]
)
def test_a_broken_baseline_is_exit_2(desk: Path, text: str) -> None:
    """It must not look as if everything were known, or nothing."""
    (desk / "known.json").write_text(text)
    told = run("check", "--baseline", "known.json")
    assert (told.code, told.out) == (2, "")
    assert "not a baseline" in told.err
    assert run("check", "--baseline", "nowhere.json").code == 2


def test_a_file_that_is_only_announced_is_not_staged(desk: Path) -> None:
    """`git add -N` makes an empty entry, of which no commit holds anything."""
    (desk / "annotations" / "new.txt").write_text("Newly written.\n")
    git("add", "-N", "annotations/new.txt")
    assert run("check", "--staged").code == 0
    git("add", "annotations/new.txt")
    assert "annotations/new.txt:1:1: FC501" in run("check", "--staged").out


@pytest.mark.skipif(not (BIN / "pre-commit").is_file(), reason="pre-commit is not installed")
@pytest.mark.parametrize("name", ["strike.txt", "strike.alice.labels.yaml"])
def test_pre_commit_sees_a_commit_that_only_deletes(desk: Path, name: str) -> None:
    """Its own rule is to pass over hooks without files; ours runs all the same."""
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text().partition("- id: factcheck\n")[2].partition("\n- id:")[0]
    local = hooks.replace("language: python", "language: system").replace("entry: ", f"entry: {BIN}/")
    config = "repos:\n- repo: local\n  hooks:\n  - id: factcheck\n" + "".join(
        f"  {line}\n" for line in local.splitlines()
    )
    (desk / ".pre-commit-config.yaml").write_text(config)
    git("add", "-A")
    git("commit", "-qm", "hook")
    git("rm", "-q", f"annotations/{name}")
    done = subprocess.run([BIN / "pre-commit", "run"], capture_output=True, text=True, check=False)
    assert (done.returncode, "FC50" in done.stdout) == (1, True), done.stdout + done.stderr


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ('keys:\n  claim: "1"\n  clam: "2"\n', "3:3: factcheck.yaml gives keys to 'clam'"),
        ('keys:\n  claim: "<nokey>"\n', "2:10: factcheck.yaml, keys of claim"),
        ('keys:\n  claim: "q"\n', "1:1: factcheck.yaml gives the key q to both"),
        ("encoding: rot13\n", "1:11: expected an encoding such as cp1252, not 'rot13'"),
        ("encoding: punycode\n", "1:11: expected an encoding such as cp1252, not 'punycode'"),
    ],
)
def test_settings_that_would_stop_annotate_stop_check(desk: Path, settings: str, place: str) -> None:
    """With their line and column; `ignore: []` is no fault."""
    (desk / "factcheck.yaml").write_text(settings)
    told = run("check")
    assert (told.code, f"factcheck.yaml:{place}" in told.err) == (2, True), told.err
    (desk / "factcheck.yaml").write_text("ignore: []\n")
    assert run("check").code == 0


def test_what_is_wrong_is_told_where_it_is(desk: Path) -> None:
    """A last line without its end, a byte that is no UTF-8, a header that names another article."""
    sidecar, article = desk / "annotations" / "strike.alice.labels.yaml", desk / "annotations" / "strike.txt"
    whole, text = sidecar.read_text(), article.read_text()
    sidecar.write_text(whole.rstrip("\n"))
    last = whole.count("\n")
    assert (
        f"labels.yaml:{last}:1: FC402 warning: not in canonical form; `factcheck fmt` writes here: a line break"
        in run("check").out
    )
    sidecar.write_text(whole.replace("article: strike.txt", "article: walk.txt"))
    assert "labels.yaml:3:10: FC503 file name and header disagree" in run("check").out
    sidecar.write_text(whole)
    article.write_bytes(text.replace("marched", "marchèrent").encode("cp1252"))
    column = text.index("marched") + len("march") + 1
    assert f"strike.txt:1:{column}: FC504" in run("check").out


def test_a_stale_sentence_is_reported_once(desk: Path) -> None:
    """Neither as unlabelled nor as one whose source is not found."""
    article = desk / "annotations" / "strike.txt"
    article.write_text(article.read_text().replace("The prefecture says", "The mayor says"))
    whole = (desk / "annotations" / "strike.alice.labels.yaml").read_text()
    bob = (
        whole.replace("alice", "bob")
        .replace("The prefecture says", "The mayor says")
        .replace("The prefecture", "The mayor")
    )
    (desk / "annotations" / "strike.bob.labels.yaml").write_text(bob)
    told = run("check", "--annotators", "2").out
    assert [line.split(": ")[1][:5] for line in told.splitlines() if ": FC" in line] == ["FC102"], told


def test_init_in_a_folder_below_writes_where_forges_read(desk: Path) -> None:
    """The desk's files into the folder, the forge's to the top of the repository."""
    told = run("init", "sport", "--ci", "github", "--from", "https://example.org/factcheck@v1")
    assert told.code == 0
    assert (desk / ".github" / "workflows" / "factcheck.yml").is_file()
    assert not (desk / "sport" / ".github").exists()
    assert (desk / "sport" / "factcheck.yaml").is_file()


def test_schemas_are_installed_and_printed(desk: Path) -> None:
    """Each is the one in schemas/; without a name they are listed."""
    for name in run("schema").out.split():
        assert json.loads(run("schema", name).out) == json.loads(
            (ROOT / "schemas" / f"{name}-1.schema.json").read_text()
        )
    run("init")
    assert (desk / "schemas" / "labels-1.schema.json").read_text() == run("schema", "labels").out


def test_a_new_sidecar_leads_to_its_schema_if_the_desk_has_one(desk: Path) -> None:
    """However deep it lies; without a schema an editor is told nothing that it cannot load."""
    deep = desk / "annotations" / "2026" / "11"
    deep.mkdir(parents=True)
    words = ["annotate", "--language", "en", "--annotator", "carol", "--keys", "c"]
    for name, first in (
        ("a", "factcheck: 1"),
        ("b", "# yaml-language-server: $schema=../../../schemas/labels-1.schema.json"),
    ):
        (deep / f"{name}.txt").write_text("It rained.\n")
        run(*words, f"annotations/2026/11/{name}.txt")
        assert (deep / f"{name}.carol.labels.yaml").read_text().startswith(first + "\n")
        run("init")


def test_the_source_archive_holds_what_git_holds() -> None:
    """As far as the tests need it: each folder and file of MANIFEST.in, and none of the tests is left out."""
    manifest = (ROOT / "MANIFEST.in").read_text()
    for name in ("tests", "docs", "schemas", "annotations", "benchmarks"):
        assert f"graft {name}\n" in manifest
    for name in ("Makefile", "action.yml", ".pre-commit-hooks.yaml", "CHANGELOG.md"):
        assert name in manifest
