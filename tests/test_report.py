"""Reports: what an editor sees of labels, whatever the texts hold."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from commands import run
from conftest import SHARED
from hypothesis import given
from hypothesis import strategies as st

from factcheck.formats.report.markup import element, page_text
from factcheck.model import Annotator, Label, Language, Record, Sidecar
from factcheck.review.consensus import consensus
from factcheck.review.overview import overview
from factcheck.sidecar import record_id, write
from factcheck.text.article import Article

HOSTILE = (
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "a\u202eb",
    "x" * 10_000,
    "<!-- --> <b>&amp; ]]>",
)


class Seen(HTMLParser):
    """Which elements and what text a page holds."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag and its id."""
        self.tags.add(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a desk with two articles, one of them hostile; two annotators who differ once."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "annotations").mkdir()
    _label(tmp_path, "port.txt", ("Le port rouvre", "Il emploie 340 dockers.", "C'est un gâchis."))
    _label(tmp_path, "evil.txt", HOSTILE)
    return tmp_path


def _label(desk: Path, name: str, sentences: tuple[str, ...]) -> None:
    (desk / "annotations" / name).write_text("\n\n".join(sentences) + "\n")
    for who, first in (("alice", Label.CLAIM), ("bob", Label.OPINION)):
        records = [Record(record_id(text, 0), text, Label.CLAIM) for text in sentences]
        records[0] = records[0]._replace(label=first, note=sentences[0], source=sentences[-1])
        records[1] = records[1]._replace(label=Label.SOURCED, source="l'agence", url="javascript:alert(1)")
        sidecar = Sidecar(name, Annotator(who), Language("fr"), tuple(records))
        stem = name.removesuffix(".txt")
        (desk / "annotations" / f"{stem}.{who}.labels.yaml").write_bytes(write(sidecar))


@pytest.mark.usefixtures("desk")
def test_one_article_is_one_page_that_needs_nothing() -> None:
    """No script, no address but those of sources, and every sentence with its label in words."""
    done = run("report", "annotations/port.txt")
    seen = Seen(done.out)
    assert done.code == 0
    assert not seen.tags & {"script", "img", "iframe", "object", "form"}
    assert "http" not in done.out.replace("http://www.w3.org/2000/svg", "")
    assert "javascript:" not in done.out
    assert {"s1", "s2", "s3"} <= set(seen.ids)
    assert len(seen.ids) == len(set(seen.ids))
    for words in ("Le port rouvre", "disputed", "C claim", "S sourced", "l'agence", "alice: claim", "bob: opinion"):
        assert words in seen.text


@pytest.mark.usefixtures("desk")
def test_hostile_text_is_shown_as_text() -> None:
    """Whatever an article, a note or a source says is read, not run."""
    seen = Seen(run("report", "annotations/evil.txt").out)
    assert not seen.tags & {"script", "img"}
    for text in HOSTILE:
        assert text.replace("\u202e", "<U+202E>") in seen.text


@pytest.mark.usefixtures("desk")
def test_a_blind_report_names_nobody() -> None:
    """Who said what is left out."""
    assert not {"alice", "bob"} & set(Seen(run("report", "annotations/port.txt", "--blind").out).text.split())


def test_several_articles_are_a_folder(desk: Path) -> None:
    """An index, a page an article, one style sheet; the same bytes each time; never over what is there."""
    assert run("report", "-o", "one").code == run("report", "-o", "two").code == 0
    files = sorted(path.relative_to(desk / "one") for path in (desk / "one").rglob("*") if path.is_file())
    names = ["articles/annotations/evil.txt.html", "articles/annotations/port.txt.html", "index.html", "style.css"]
    assert list(map(str, files)) == names
    assert all((desk / "one" / name).read_bytes() == (desk / "two" / name).read_bytes() for name in files)
    assert "<style" not in (desk / "one/index.html").read_text()
    again = run("report", "-o", "one")
    assert (again.code, "there is something there already" in again.err) == (2, True)


@pytest.mark.usefixtures("desk")
def test_a_report_speaks_french() -> None:
    """In the language asked for, and says so."""
    done = run("report", "annotations/port.txt", "--language", "fr")
    assert '<html lang="fr">' in done.out
    assert "C affirmation" in Seen(done.out).text


@pytest.mark.usefixtures("desk")
def test_markdown_is_short_and_inert() -> None:
    """A row an article."""
    done = run("report", "--format", "markdown")
    assert done.out.count("\n| ") == 4
    assert len(done.out) < 65_000


@given(st.text(), st.text())
def test_no_text_becomes_markup(text: str, value: str) -> None:
    """Whatever is put into an element comes out as its text, whatever into an attribute as its value."""
    seen = Seen(page_text(element("html", element("p", text, title=value))))
    assert seen.tags == {"html", "p"}


@given(st.lists(st.sampled_from(["Un.", "Deux.", "Trois."]), min_size=1, max_size=9), st.data())
def test_an_overview_has_every_sentence_once(sentences: list[str], data: st.DataObject) -> None:
    """Numbered from 1, in passages that follow one another."""
    text = "".join(sentence + data.draw(st.sampled_from([" ", "\n", "\n\n"])) for sentence in sentences)
    article = Article("a.txt", text, text)
    records = tuple(Record(record_id(sentence, n), sentence, Label.CLAIM) for n, sentence in enumerate(sentences))
    sidecar = Sidecar("a.txt", Annotator("alice"), Language("fr"), records)
    found = overview("a.txt", article, [sidecar], consensus(article, [sidecar]))
    assert [(number, final.text) for number, final in found.finals] == list(enumerate(sentences, 1))
    assert (found.done, found.total) == (len(sentences), len(sentences))


ORACLE = SHARED / "oracles/report/check_report.js"
TOOLS = Path(__file__).resolve().parent.parent / ".bench/report/node_modules"


@pytest.mark.timeout(600)
@pytest.mark.skipif(not (ORACLE.exists() and TOOLS.is_dir() and shutil.which("chromium")), reason="run `make oracles`")
@pytest.mark.parametrize("language", ["en", "fr"])
def test_browsers_and_checkers_accept_it(desk: Path, language: str, run_long: Callable[[], None]) -> None:
    """The W3C's checker, axe in light and dark, keyboard, print, and the policy of Jenkins."""
    run_long()
    assert run("report", "-o", "site", "--language", language).code == 0
    done = subprocess.run(
        ["node", ORACLE, desk / "site", "--lang", language],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"NODE_PATH": str(TOOLS)},
    )
    assert done.returncode == 0, [line for line in done.stdout.splitlines() if '"ok":false' in line]


@pytest.fixture
def run_long() -> Callable[[], None]:
    """Return a function that skips what takes long, unless it is asked for."""

    def skip() -> None:
        if not os.environ.get("FACTCHECK_ORACLES"):
            pytest.skip("run `make oracles`")

    return skip
