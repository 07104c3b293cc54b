"""Questions to a whole corpus in SQL as docs/scale.md has them, and work on a Dask cluster."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run
from conftest import ROOT

from factcheck import sidecar
from factcheck.app.agreement import AgreementRequest, agreement_view
from factcheck.model import Annotator, Label, Language, Record, RecordId, Sidecar, sidecar_name

SQL = dict(re.findall(r"```sql\n-- (\w+)\n(.*?)```", (ROOT / "docs/scale.md").read_text(encoding="utf-8"), re.DOTALL))
QUESTIONS = [name for name in SQL if name not in {"parquet", "yaml"}]
ARTICLES = 40
#: Quotation marks, backslashes, line breaks and what looks like a record; some are said twice in an article.
SENTENCES = (
    'Le port "reste" ferme.',
    "Qui paiera ?",
    "C:\\temp\\a.txt n'est rien.",
    'Rien n\'a filtre\n\n- id: s0123456789\n  text: "de la reunion".',
    "Selon la préfecture, 5 000\u202fpersonnes.",
    "Bof, dit \U0001f1eb\U0001f1f7.",
)
WHO = ("alice", "bob", "carol-anne", "alice-again", None)


def one_record(chance: random.Random, record: Record, who: str | None) -> Record:
    """Return a record with anything that one may hold."""
    label = chance.choice([None, *Label, Label.CLAIM, Label.CLAIM])
    return record._replace(
        label=label,
        source=chance.choice(['le "port" \\ nord', "la mairie", "l'agence\nlocale"]) if label == Label.SOURCED else "",
        note=chance.choice(["", 'x\n  text: "y"']),
        unsure=chance.random() < 0.1,
        skip="" if label or chance.random() < 0.7 else "byline",
        reason="" if who or not label else "décidé",
    )


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a corpus that is in canonical form and up to date."""
    chance, top = random.Random(23), tmp_path_factory.mktemp("corpus")
    folder = top / "annotations" / "2024"
    folder.mkdir(parents=True)
    retired = (Record(RecordId("sffffffffff"), "Parti.", Label.OPINION),)
    for number in range(ARTICLES):
        texts = [chance.choice(SENTENCES) for _ in range(chance.randint(1, 9))]
        (folder / f"a{number}.txt").write_text("\n\n".join(texts) + "\n", encoding="utf-8")
        for who in WHO:
            blank = sidecar.skeleton(f"a{number}.txt", Annotator(who) if who else None, Language("fr"), texts)
            records = tuple(one_record(chance, record, who) for record in blank.sentences)
            write(folder, blank._replace(sentences=records, retired=retired if chance.random() < 0.3 else ()))
    return top


def write(folder: Path, content: Sidecar) -> None:
    """Write a sidecar where it belongs."""
    name = sidecar_name(content.article, content.annotator)
    (folder / name).write_bytes(sidecar.write(content))


def answers(corpus: Path, source: str, question: str) -> list[tuple[object, ...]]:
    """Return what docs/scale.md's question gives, asked of one of its two sources."""
    duckdb = pytest.importorskip("duckdb")
    with pytest.MonkeyPatch.context() as place, duckdb.connect() as database:
        place.chdir(corpus)
        if source == "parquet" and not Path("labels").exists():
            assert run("export", "parquet", "-o", "labels").code == 0
        database.execute(SQL[source])
        found: list[tuple[object, ...]] = database.execute(SQL[question]).fetchall()
        return found


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_files_answer_as_the_export_does(corpus: Path, question: str) -> None:
    """One view or the other: the same rows."""
    found = answers(corpus, "yaml", question)
    assert found
    assert found == answers(corpus, "parquet", question)


def test_there_is_a_question_for_each_that_is_asked() -> None:
    """Reading none of them would test nothing."""
    assert QUESTIONS == ["progress", "shares", "disputes", "sources", "agreement"]


def every_sidecar(corpus: Path) -> list[Sidecar]:
    """Return all sidecars, read by the program."""
    return [sidecar.read(path.read_bytes(), str(path)).sidecar for path in corpus.rglob("*.labels.yaml")]


@pytest.mark.parametrize("source", ["parquet", "yaml"])
def test_progress_shares_and_sources_are_what_the_files_say(corpus: Path, source: str) -> None:
    """Counted once more in Python, from the sidecars."""
    theirs = [one for one in every_sidecar(corpus) if one.annotator]
    records = [(one.annotator, record) for one in theirs for record in one.sentences]
    for name, sentences, labelled, skipped, _ in answers(corpus, source, "progress"):
        own = [record for who, record in records if who == name]
        counted = (len(own), sum(record.label is not None for record in own), sum(bool(record.skip) for record in own))
        assert (sentences, labelled, skipped) == counted
    shares = {label: times for label, times, _ in answers(corpus, source, "shares")}
    assert shares == {str(label): sum(record.label == label for _, record in records) for label in Label}
    every = {record.source for one in every_sidecar(corpus) for record in one.sentences if record.source}
    assert {name for name, _, _ in answers(corpus, source, "sources")} == every


@pytest.mark.parametrize("source", ["parquet", "yaml"])
def test_alpha_is_that_of_agreement(corpus: Path, source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """To twelve digits."""
    monkeypatch.chdir(corpus)
    (figures,) = agreement_view(AgreementRequest(), []).groups
    ((found,),) = answers(corpus, source, "agreement")
    assert figures.alpha.value
    assert found == pytest.approx(figures.alpha.value, rel=1e-12, abs=1e-13)


def test_dask_says_the_same(corpus: Path) -> None:
    """Byte for byte what one process says, and the same exit code."""
    pytest.importorskip("distributed")
    check = [sys.executable, "-m", "factcheck", "check", "annotations"]
    one = subprocess.run([*check, "--jobs", "1"], cwd=corpus, capture_output=True, timeout=50, check=False)
    dask = [*check, "--engine", "dask", "--jobs", "2"]
    done = subprocess.run(dask, cwd=corpus, capture_output=True, timeout=50, check=False)
    assert one.stdout
    assert (done.returncode, done.stdout) == (one.returncode, one.stdout), done.stderr.decode()


def test_dask_that_is_missing_is_named(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With how to install it."""
    monkeypatch.setitem(sys.modules, "dask", None)
    monkeypatch.chdir(corpus)
    done = run("check", "--engine", "dask", "annotations")
    assert "this engine needs dask, which is not installed" in done.err
    assert done.code == 2


#: Files of the desk that this process opened while `OPENED` was not None; audit hooks cannot be taken off again.
OPENED: list[str] | None = None


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if OPENED is not None and event == "open" and isinstance(arguments[0], str | bytes | Path):
        OPENED.append(Path(os.fsdecode(arguments[0])).name)


@pytest.fixture(scope="module")
def repository(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Commit a copy of the corpus, and change one label of it; the desk has been searched before."""
    top = tmp_path_factory.mktemp("repository") / "desk"
    shutil.copytree(corpus, top, ignore=shutil.ignore_patterns("labels"))
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"]):
        subprocess.run(["git", *command], cwd=top, check=True)
    path = top / "annotations/2024/a1.alice.labels.yaml"
    path.write_bytes(path.read_bytes().replace(b"label: claim", b"label: opinion", 1))
    sys.addaudithook(_note)
    return top


@pytest.mark.parametrize(
    "command",
    [
        "check {}",
        "show {}",
        "diff HEAD {}",
        "log {} --sentence 1",
        "report {} -o page.html",
        "agreement {}",
        "similar {}",
        "annotate {} --annotator dora --keys cq",
    ],
)
def test_what_asks_about_one_article_reads_no_other(
    command: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However large the desk is; `similar` looks into its index, where the others are as they were read once."""
    monkeypatch.chdir(repository)
    if command.startswith("similar"):
        run("similar", "Qui paiera ?")
    monkeypatch.setattr(sys.modules[__name__], "OPENED", [])
    done = run(*command.format("annotations/2024/a1.txt").split())
    opened = set(OPENED or ())
    monkeypatch.setattr(sys.modules[__name__], "OPENED", None)
    assert done.code in {0, 1}, done.err
    assert {name for name in opened if re.match(r"a\d+\.", name)} <= {name for name in opened if name.startswith("a1.")}
    assert opened & {"a1.txt", "a1.alice.labels.yaml"} or command.startswith("diff")
