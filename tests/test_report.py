"""Reports: what an editor sees of labels, whatever the texts hold."""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from commands import run
from hypothesis import given
from hypothesis import strategies as st
from npm import MODULES, needs_npm

from factcheck.app.corpus import CorpusArticle, corpus
from factcheck.app.report.pages import overview_of
from factcheck.formats.report.markdown import markdown
from factcheck.formats.report.markup import element, page_text
from factcheck.intake import source_file
from factcheck.intake.draft import Facts
from factcheck.intake.source_file import SourceRecord
from factcheck.io.store.results import existing
from factcheck.model import Annotator, Label, Language, Record, Sidecar
from factcheck.review.consensus import consensus
from factcheck.review.overview import Overview, overview
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
        self.pieces: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag and its id."""
        self.tags.add(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data
        self.pieces.append(data)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a desk with two articles, one of them hostile; two annotators who differ once."""
    monkeypatch.chdir(tmp_path)
    return hostile_desk(tmp_path)


def hostile_desk(folder: Path) -> Path:
    """Write the desk of `desk` to a folder; return it."""
    (folder / "annotations").mkdir(parents=True)
    _label(folder, "port.txt", ("Le port rouvre", "Il emploie 340 dockers.", "C'est un gâchis."))
    _label(folder, "evil.txt", HOSTILE)
    return folder


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


CHECKED = sorted((Path(__file__).parent / "cases" / "checking").iterdir())


@pytest.mark.parametrize("case", CHECKED, ids=[case.name for case in CHECKED])
def test_a_report_and_check_agree_about_what_is_open(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report says that nothing is left to do exactly where `check` passes; what it cannot read it does not show."""
    shutil.copytree(case, tmp_path / "desk", ignore=shutil.ignore_patterns("expected"))
    monkeypatch.chdir(tmp_path / "desk")
    told = run("report", "-o", "out")
    if told.code == 0:
        page = tmp_path / "desk/out"
        text = Seen((page / "index.html" if page.is_dir() else page).read_text()).text
        settled = "Nothing: every" in text and "Not begun" not in text
        assert settled == (run("check").code == 0)
    else:
        assert (told.code, run("check").code) == (2, 1)


def test_sentences_that_check_finds_something_in_are_named(desk: Path) -> None:
    """A source left open is a link to its sentence, and the sentence does not count as done."""
    for name in ("alice", "bob"):
        path = desk / f"annotations/port.{name}.labels.yaml"
        path.write_text(path.read_text().replace('  source: "l\'agence"\n', "").replace("opinion", "claim"))
    done = run("report", "annotations/port.txt")
    assert "1 sourced, without a source: 2" in Seen(done.out).text
    assert "2 of 3 done" in Seen(done.out).text
    (desk / "annotations/new.txt").write_text("Rien encore.\n")
    assert run("report", "-o", "site").code == 0
    index = Seen((desk / "site/index.html").read_text()).text
    assert "3 articles, 3 are not finished" in index
    assert "Not begunannotations/new.txt" in index
    assert "new.txt | not begun |" in run("report", "--format", "markdown").out


def test_second_tries_have_no_part_in_figures(desk: Path) -> None:
    """Neither on the page of an article nor in a site; `agreement` leaves them out as well."""
    told = run("report", "annotations/port.txt").out
    assert run("report", "-o", "site").code == 0
    index = (desk / "site/index.html").read_text()
    first = (desk / "annotations/port.bob.labels.yaml").read_text()
    again = first.replace("annotator: bob", "annotator: bob-again").replace("label: claim", "label: opinion")
    (desk / "annotations/port.bob-again.labels.yaml").write_text(again)
    assert "bob-again" not in _agreed(run("report", "annotations/port.txt").out) == _agreed(told)
    assert run("report", "-o", "site").code == 0
    assert _agreed((desk / "site/index.html").read_text()) == _agreed(index)


def _agreed(page: str) -> str:
    """Return what a page says of agreement."""
    return Seen(page).text.partition("Agreement: ")[2].partition("\n")[0]


def test_articles_whose_names_are_no_text_have_pages(desk: Path) -> None:
    """A stranger's file name must not keep everybody from a report, and its page is found from the index."""
    name = os.fsdecode(b"annotations/port-\xff.txt")
    (desk / name).write_bytes((desk / "annotations/port.txt").read_bytes())
    assert run("annotate", name, "--annotator", "alice", "--language", "fr", "--keys", "c").code == 0
    for _ in range(2):
        assert run("report", "-o", "site").code == 0
        assert 'href="articles/annotations/port-%FF.txt.html"' in (desk / "site/index.html").read_text()
        assert (desk / f"site/articles/{name}.html").is_file()


@pytest.mark.parametrize("what", ["link", "behind a link", "pipe"])
def test_what_stands_in_the_way_of_a_page_is_not_looked_at(what: str, desk: Path, tmp_path: Path) -> None:
    """Neither what a committed link leads to nor a pipe nobody writes to, though a report of ours were there."""
    assert run("report", "annotations/port.txt", "-o", "page.html").code == 0
    outside = tmp_path / "outside"
    outside.mkdir()
    shutil.move(desk / "page.html", outside / "page.html")
    if what == "link":
        (desk / "page.html").symlink_to(outside / "page.html")
    elif what == "behind a link":
        (desk / "out").symlink_to(outside)
    else:
        os.mkfifo(desk / "page.html")
    page = desk / ("out/page.html" if what == "behind a link" else "page.html")
    assert existing(page, 10) == b""
    assert run("report", "annotations/port.txt", "-o", str(page.relative_to(desk))).code == 2
    assert existing(outside / "page.html", 10) == b"<!DOCTYPE "


def test_several_articles_are_a_folder(desk: Path) -> None:
    """An index, a page an article, one style sheet; the same bytes each time; never over what somebody else wrote."""
    assert run("report", "-o", "one").code == run("report", "-o", "two").code == 0
    files = sorted(path.relative_to(desk / "one") for path in (desk / "one").rglob("*") if path.is_file())
    names = ["articles/annotations/evil.txt.html", "articles/annotations/port.txt.html", "index.html", "style.css"]
    assert list(map(str, files)) == names
    assert all((desk / "one" / name).read_bytes() == (desk / "two" / name).read_bytes() for name in files)
    assert "<style" not in (desk / "one/index.html").read_text()
    (desk / "one/notes.html").write_text("<p>mine</p>")
    again = run("report", "-o", "one")
    assert (again.code, "there is something there already" in again.err) == (2, True)
    assert (desk / "one/notes.html").read_text() == "<p>mine</p>"


@pytest.mark.usefixtures("desk")
def test_reading_a_desk_leaves_the_collection_of_garbage_on() -> None:
    """A labelling session goes on for hours after the key that reads it."""
    gc.enable()  # a command that ends the process leaves it off
    assert list(corpus(()).listed())
    assert gc.isenabled()


@pytest.mark.parametrize("where", ["style.css", "css/style.css"])
@pytest.mark.usefixtures("desk")
def test_a_style_sheet_of_somebody_else_is_none_of_ours(where: str, tmp_path: Path) -> None:
    """Only the one beside an index that we wrote may be replaced."""
    theirs = tmp_path / "web" / where
    theirs.parent.mkdir(parents=True)
    theirs.write_text("p {}")
    assert run("report", "-o", "web").code == 2
    assert theirs.read_text() == "p {}"


def test_a_site_is_written_again_only_where_it_changed(desk: Path) -> None:
    """Pages of what stayed the same stay the same files; what is gone from the desk is gone from the site."""
    assert run("report", "-o", "site").code == 0
    pages = [path for path in (desk / "site").rglob("*") if path.is_file()]
    before = {path: path.stat() for path in pages}
    sidecar = desk / "annotations/port.bob.labels.yaml"
    sidecar.write_bytes(sidecar.read_bytes().replace(b"label: opinion", b"label: claim"))
    assert run("report", "-o", "site").code == 0
    changed = {path.name for path in pages if path.stat().st_mtime_ns != before[path].st_mtime_ns}
    assert changed == {"port.txt.html", "index.html"}
    for path in (desk / "annotations").glob("evil*"):
        path.unlink()
    assert run("report", "-o", "site").code == 0
    assert sorted(path.name for path in (desk / "site").rglob("*.*")) == ["index.html", "port.txt.html", "style.css"]
    assert [path.name for path in desk.iterdir() if path.name.startswith(".site")] == []


def test_a_page_is_made_again_only_where_it_may_have_changed(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever changes, the site is what a new one would be; and only pages of what changed are made."""
    made: list[str] = []

    def counted(one: CorpusArticle, path: str) -> Overview:
        made.append(path)
        return overview_of(one, path)

    monkeypatch.setattr("factcheck.app.report.site.overview_of", counted)
    sidecar, page = desk / "annotations/port.bob.labels.yaml", desk / "site/articles/annotations/port.txt.html"
    port, evil = "annotations/port.txt", "annotations/evil.txt"

    def changed(path: Path, old: str, new: str) -> None:
        path.write_text(path.read_text().replace(old, new))

    steps: list[tuple[Callable[[], object], tuple[str, ...], set[str]]] = [
        (lambda: None, (), {port, evil}),
        (lambda: None, (), set()),
        (lambda: changed(sidecar, "label: opinion", "label: claim"), (), {port}),
        (lambda: changed(page, "Le port", "Le fort"), (), {port}),
        (page.unlink, (), {port}),
        (lambda: changed(desk / port, "C'est un", "C'était un"), (), {port}),
        (lambda: None, ("--blind",), {port, evil}),
        (lambda: (desk / "factcheck.yaml").write_text("limits:\n  unsure: 0\n"), ("--blind",), {port, evil}),
        (lambda: None, ("--title", "Le desk", "--blind"), set()),
    ]
    for step, (change, options, expected) in enumerate(steps):
        change()
        made.clear()
        assert run("report", "-o", "site", *options).code == 0
        assert (step, set(made)) == (step, expected)
        assert run("report", "-o", f"new{step}", *options).code == 0
        assert _files(desk / "site") == _files(desk / f"new{step}")


def _files(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")}


def test_the_index_shows_what_each_week_brought(desk: Path) -> None:
    """By the dates of commits: a label that is changed or moved counts once, days after --date do not count."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]

    def commit(day: str) -> None:
        when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00+0000", "GIT_COMMITTER_DATE": f"{day}T12:00:00+0000"}
        subprocess.run([*git, "add", "-A"], cwd=desk, check=True)
        subprocess.run([*git, "commit", "-qm", "x"], cwd=desk, check=True, env=os.environ | when)

    subprocess.run([*git, "init", "-q"], cwd=desk, check=True)
    (desk / ".gitignore").write_text("evil*\nsite\n")
    commit("2026-11-04")
    for path in (desk / "annotations").glob("port*"):
        path.rename(path.with_name(path.name.replace("port", "havre")))
    for path in (desk / "annotations").glob("havre*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"port.txt", b"havre.txt").replace(b"opinion", b"unverified"))
    commit("2026-11-11")
    (desk / ".gitignore").write_text("site\n")
    commit("2026-11-18")
    done = run("report", "-o", "site", "--history", "--date", "2026-11-20")
    seen = Seen((desk / "site/index.html").read_text())
    assert done.code == 0
    assert "16 labels from 2026-11-02 to 2026-11-16; the most in a week: 10." in seen.text
    assert "2026-11-16102026-11-0902026-11-026" in seen.text
    assert "Labels as of 2026-11-20" in seen.text
    assert seen.text.index("havre.txt") < seen.text.index("evil.txt")
    assert run("report", "-o", "site", "--history", "--date", "2026-11-15").code == 0
    assert "6 labels from 2026-11-02 to 2026-11-02" in Seen((desk / "site/index.html").read_text()).text
    assert run("report", "-o", "site", "--date", "15/11/2026").code == 2


def test_a_page_says_where_its_article_comes_from(desk: Path) -> None:
    """As the source file says it; only an address of the web is a link."""
    facts = Facts(url="javascript:alert(1)", title="</title><script>alert(1)</script>", authors=("A. Le Goff",))
    record = SourceRecord("port.txt", "https://example.org/x", facts, "2026-11-28T10:00:00Z", "html", 10, "0" * 64)
    path = desk / "annotations/port.source.yaml"
    path.write_bytes(source_file.write(record))
    seen = Seen(run("report", "annotations/port.txt").out)
    assert {"Where it comes from", "A. Le Goff", facts.title, facts.url} <= set(seen.pieces)
    assert "script" not in seen.tags
    assert "javascript:alert(1)" not in seen.addresses
    path.write_bytes(path.read_bytes().replace(b"https://", b"http://").replace(b'url: "javascript:alert(1)"\n', b""))
    assert "http://example.org/x" in Seen(run("report", "annotations/port.txt").out).addresses
    path.write_text("source: 1\n")
    assert run("report", "annotations/port.txt").code == 2


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


@pytest.mark.parametrize("name", ["|x" * 100, "@everyone", "</table><script>"])
def test_markdown_says_what_it_cuts(name: str) -> None:
    """However many articles, and whatever they are called: 65,000 characters, and the articles left out are counted."""
    record = Record(record_id("Un.", 0), "Un.", Label.CLAIM)
    sidecar = Sidecar("a.txt", Annotator("alice"), Language("fr"), (record,))
    article = Article("a.txt", "Un.", "Un.")
    found = overview(name, article, [sidecar], consensus(article, [sidecar]))
    text = markdown([found] * 5_000, [name] * 100, name * 5_000)
    rows = text.count("\n| ") - len(("header", "rule"))
    assert len(text) <= 65_000
    assert text.endswith(f"\n{5_100 - rows} articles more.\n")
    assert "@" not in text
    assert "<script" not in text


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


#: Debian's name for it; `report_page.cjs` runs it with its tools from `make npm-tools`.
CHROMIUM = shutil.which("chromium")


@needs_npm("axe-core")
@needs_npm("puppeteer-core")
@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
@pytest.mark.usefixtures("desk")
def test_a_browser_finds_nothing_wrong() -> None:
    """Accessible in light and dark, narrow and wide, by keyboard and on paper; nothing is asked for, no script runs."""
    assert run("report", "-o", "site", "--language", "fr").code == 0
    pages = sorted(map(str, Path("site").resolve().rglob("*.html")))
    done = subprocess.run(
        ["node", Path(__file__).with_name("report_page.cjs"), *pages],
        check=True,
        capture_output=True,
        env=os.environ | {"NODE_PATH": str(MODULES), "CHROMIUM": str(CHROMIUM)},
    )
    assert json.loads(done.stdout) == {page: [] for page in pages}
