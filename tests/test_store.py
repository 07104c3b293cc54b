"""Reading, finding and saving files: what is refused, what is found, and that nothing is ever half written."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.io import store
from factcheck.io.store.listing import article_paths, listing, listings, sidecars_below
from factcheck.io.store.output import write_output

OLD, NEW = b"old\n" * 2_000, b"new\n" * 2_100


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder, hidden ones included."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def make(kind: str, path: Path) -> None:
    """Put something at `path` that is not a readable regular file."""
    match kind:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/zero")
        case "large":
            with path.open("wb") as stream:
                stream.truncate(50_000_000)
        case "loop":
            path.symlink_to(path.name)


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    ("kind", "message", "hint"),
    [
        ("missing", "no such file", "Check its name, and the folder you are in."),
        ("folder", "a folder, not a file", "Name a file in it."),
        ("fifo", "not a regular file", "Save what it holds to a file, and give that."),
        ("device", "not a regular file", "Save what it holds to a file, and give that."),
        ("large", "too large: 50,000,000 bytes, the limit is 10,000,000", "Check that it is the right file."),
        ("loop", "a symbolic link that leads nowhere", "Remove the link, or give the file itself."),
    ],
)
def test_only_regular_files_of_sane_size_are_read(tmp_path: Path, kind: str, message: str, hint: str) -> None:
    """Anything else is refused at once, by a message that names it and says what to do."""
    path = tmp_path / "article.txt"
    make(kind, path)
    with pytest.raises(FactcheckError) as caught:
        store.open_article(path)
    assert str(caught.value) == f"{path}: {message}\n{hint}"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk with a folder beside it that is not its business."""
    for name in ("desk/news", "desk/.git", "beside"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "beside" / "a.txt").write_text("A.")
    return tmp_path / "desk"


OUT = "behind a symbolic link that leads out of the desk, to "


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("news/a.txt", "../../beside/a.txt"),
        ("news/a.txt", "../../beside/missing.txt"),
        ("news/a.txt", "hop.txt"),
        ("folder", "../beside"),
    ],
)
def test_links_out_of_the_desk_are_not_read(desk: Path, link: str, target: str) -> None:
    """Whether the file itself is the link or a folder on the way, the message says where it leads."""
    (desk / "news" / "hop.txt").symlink_to("../../beside/a.txt")
    (desk / link).symlink_to(target)
    path = desk / link / "a.txt" if link == "folder" else desk / link
    readers = (store.read_bytes, store.read_identified, store.open_article)
    for read in (*readers, lambda path: store.read_listed(str(path))) if link != "folder" else readers:
        with pytest.raises(FactcheckError, match=OUT) as caught:
            read(path)
        assert caught.value.hint == "Replace the link by what it leads to, or work in the folder where that is."
    if link == "folder":
        with pytest.raises(FactcheckError, match=OUT):
            listing(str(desk / link))
        with pytest.raises(FactcheckError, match=OUT):
            list(listings(str(desk / link)))


@pytest.mark.parametrize("here", [".", "desk", "desk/news", "desk/news/other", "beside"])
def test_a_desk_is_the_same_wherever_it_is_named_from(desk: Path, here: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also by way of `..`: from a desk to a folder beside it leads through no desk."""
    top = desk.parent
    (desk / "news" / "other").mkdir()
    (desk / "news" / "factcheck.yaml").touch()
    monkeypatch.chdir(top / here)
    for folder in (top, *(path for path in top.rglob("*") if path.is_dir())):
        there = Path(os.path.relpath(folder))
        assert store.desk_root(there) == store.desk_root(folder)
        assert store.work_tree(there) == store.work_tree(folder)
    assert store.open_article(Path(os.path.relpath(top / "beside" / "a.txt"))).text == "A."


def test_links_inside_the_desk_are_followed(desk: Path) -> None:
    """To a file, by way of another link, and through a folder; a pipe behind one is never waited for."""
    (desk / "text").write_text("A.")
    (desk / "news" / "hop.txt").symlink_to("../text")
    (desk / "news" / "a.txt").symlink_to("hop.txt")
    (desk / "folder").symlink_to("news")
    for path in (desk / "news" / "a.txt", desk / "folder" / "a.txt"):
        assert store.read_bytes(path) == store.read_listed(str(path)) == b"A."
    (desk / "text").unlink()
    with pytest.raises(FactcheckError, match="a symbolic link that leads nowhere"):
        store.read_bytes(desk / "news" / "a.txt")
    os.mkfifo(desk / "text")
    with pytest.raises(FactcheckError, match="not a regular file"):
        store.read_bytes(desk / "news" / "a.txt")


def test_a_link_to_a_whole_desk_is_followed(desk: Path) -> None:
    """People reach their desks through links; so do systems whose temporary folder is one."""
    (desk / "news" / "a.txt").write_text("A.")
    (desk.parent / "mine").symlink_to("desk")
    assert store.read_bytes(desk.parent / "mine" / "news" / "a.txt") == b"A."
    assert listing(str(desk.parent / "mine" / "news")).articles == ["a.txt"]


def test_a_save_never_makes_a_file_outside_the_desk(desk: Path) -> None:
    """A link that leads nowhere yet is followed inside the desk only."""
    sidecar = desk / "news" / "a.alice.labels.yaml"
    sidecar.symlink_to("../../beside/new")
    with pytest.raises(FactcheckError, match=OUT):
        store.save(sidecar, NEW, None)
    assert not (desk.parent / "beside" / "new").exists()
    sidecar.unlink()
    sidecar.symlink_to("../new")
    store.save(sidecar, NEW, None)
    assert sidecar.is_symlink()
    assert (desk / "new").read_bytes() == NEW


def test_a_name_with_nul_is_not_a_file_name() -> None:
    """The system's ValueError becomes a message like any other."""
    with pytest.raises(FactcheckError, match="not a file name"):
        store.read_bytes(Path("a\0b"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read_is_refused(tmp_path: Path) -> None:
    """Missing permission is named as such."""
    path = tmp_path / "a.txt"
    path.write_text("A.")
    path.chmod(0)
    with pytest.raises(FactcheckError, match="permission denied"):
        store.read_bytes(path)


def test_a_save_replaces_the_file_and_returns_what_it_looks_like(tmp_path: Path) -> None:
    """The identity of a save is the one expected by the next."""
    path = tmp_path / "a.labels.yaml"
    first = store.save(path, OLD, None)
    assert first == store.identity(path)
    assert store.save(path, NEW, first) == store.identity(path)
    assert contents(tmp_path) == {path.name: NEW}


@pytest.mark.parametrize("how", ["in place", "replaced", "removed", "same size and time"])
def test_a_file_changed_meanwhile_is_never_overwritten(tmp_path: Path, how: str) -> None:
    """Whoever else wrote it, and however, keeps what they wrote."""
    path = tmp_path / "a.labels.yaml"
    known = store.save(path, OLD, None)
    if how == "removed":
        path.unlink()
    elif how == "same size and time":
        path.write_bytes(OLD[::-1])
        os.utime(path, ns=(known.modified, known.modified))
    elif how == "in place":
        path.write_bytes(b"theirs")
    else:
        path.with_name("aside").write_bytes(b"theirs")
        path.with_name("aside").replace(path)
    before = contents(tmp_path)
    with pytest.raises(store.ChangedError):
        store.save(path, NEW, known)
    assert contents(tmp_path) == before


def test_a_new_file_never_replaces_one_that_has_appeared(tmp_path: Path) -> None:
    """Two people who start at once cannot wipe out each other's first labels."""
    path = tmp_path / "a.labels.yaml"
    path.write_bytes(b"theirs")
    with pytest.raises(store.ChangedError):
        store.save(path, NEW, None)
    assert contents(tmp_path) == {path.name: b"theirs"}


def test_permissions_and_symbolic_links_survive(tmp_path: Path) -> None:
    """A sidecar that is a link stays one, and what it points to keeps its mode."""
    real = tmp_path / "elsewhere" / "real.yaml"
    real.parent.mkdir()
    real.write_bytes(OLD)
    real.chmod(0o640)
    link = tmp_path / "a.labels.yaml"
    link.symlink_to("elsewhere/real.yaml")
    store.save(link, NEW, store.identity(link))
    assert link.is_symlink()
    assert real.read_bytes() == NEW
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert contents(real.parent) == {"real.yaml": NEW}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_the_owner_survives(tmp_path: Path) -> None:
    """Root labelling in somebody's folder does not take their files."""
    path = tmp_path / "a.labels.yaml"
    path.write_bytes(OLD)
    os.chown(path, 1234, 4321)
    store.save(path, NEW, store.identity(path))
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 4321)


def test_temporary_files_of_the_dead_are_swept_and_those_of_the_living_stay(tmp_path: Path) -> None:
    """What kill -9 left beside a sidecar goes at the next start; nothing else does."""
    dead = subprocess.Popen([sys.executable, "-c", "pass"])
    dead.wait()
    names = [
        f".a.labels.yaml.{dead.pid}.factcheck-tmp",
        ".a.labels.yaml.1.factcheck-tmp",
        ".a.labels.yaml.x.factcheck-tmp",
        ".b.labels.yaml.2.tmp",
    ]
    for name in names:
        (tmp_path / name).write_bytes(b"")
    store.sweep(tmp_path / "a.labels.yaml")
    assert sorted(contents(tmp_path)) == sorted(names[1:])


def test_what_could_not_be_saved_is_refused_before_the_work(tmp_path: Path) -> None:
    """A read-only sidecar is meant to be; root, who may write it all the same, is not asked."""
    path = tmp_path / "a.labels.yaml"
    path.write_bytes(OLD)
    path.chmod(0o444)
    script = f"from pathlib import Path; from factcheck.io import store; store.writable(Path({str(path)!r}))"
    drop = ""
    if os.geteuid() == 0:
        drop = "import os; os.setgid(65534); os.setuid(65534); "
        for folder in (tmp_path, *tmp_path.parents[:3]):
            folder.chmod(folder.stat().st_mode | 0o755)
    command = [sys.executable, "-c", f"from factcheck.io import store; {drop}{script}"]
    done = subprocess.run(command, check=False, capture_output=True)
    assert b"the file is read-only" in done.stderr
    store.writable(tmp_path / "other.labels.yaml")


def test_a_sidecar_made_read_only_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    """A rename would not ask, and root may write anything: who took the permission away meant it."""
    path = tmp_path / "a.labels.yaml"
    path.write_bytes(OLD)
    path.chmod(0o444)
    with pytest.raises(FactcheckError, match="read-only"):
        store.save(path, NEW, store.identity(path))
    assert contents(tmp_path) == {"a.labels.yaml": OLD}


def _no_locks(*_: int) -> None:
    """Answer as a home on some network file systems does."""
    raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))


def header(article: str) -> str:
    """Return the top of a sidecar."""
    return f"# a comment\nfactcheck: 1\narticle: {article}\nlanguage: fr\nsentences:\n"


def test_an_articles_sidecars_are_found_by_name_and_header(tmp_path: Path) -> None:
    """Two articles of one stem share names, and only the headers tell whose they are."""
    files = {
        "strike.alice.labels.yaml": header("strike.txt"),
        "strike.bob.labels.yaml": header("strike.md"),
        "strike.carol.labels.yaml": header('"strike.txt"'),
        "strike.dan.labels.yaml": "<<<<<<< ours\n",
        "strike.eve.labels.yaml": header("'strike.txt'"),
        "strike.labels.yaml": header("strike.txt"),
        "strike.Not a name.labels.yaml": header("strike.txt"),
        "strike2.alice.labels.yaml": header("strike.txt"),
        "strike.alice.labels.yaml.orig": header("strike.txt"),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    article = tmp_path / "strike.txt"
    found = store.sidecar_paths(article)
    people = [store.annotator_of(article, path) for path in found]
    assert people == ["alice", "carol", "dan", "eve", None]


def test_a_name_in_decomposed_accents_is_the_same_name(tmp_path: Path) -> None:
    """Some file systems hand back `é` as two characters."""
    (tmp_path / "e\u0301te\u0301.alice.labels.yaml").write_text(header("\u00e9t\u00e9.txt"))
    assert len(store.sidecar_paths(tmp_path / "e\u0301te\u0301.txt")) == 1


def test_articles_are_found_below_a_folder(tmp_path: Path) -> None:
    """Hidden folders and anything that is not text or Markdown are left out."""
    for name in ("b.txt", "a/c.md", ".git/d.txt", "e.pdf", "a/.f.txt", "b.alice.labels.yaml", "a/gone.labels.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("A.")
    os.mkfifo(tmp_path / "pipe.txt")
    assert [str(p.relative_to(tmp_path)) for p in article_paths(tmp_path)] == ["b.txt", "a/c.md"]
    found = [str(p.relative_to(tmp_path)) for p in sidecars_below(tmp_path)]
    assert found == ["b.alice.labels.yaml", "a/gone.labels.yaml"]


def test_the_desk_is_where_its_settings_are(tmp_path: Path) -> None:
    """Settings win over git, git over the current folder; settings above a repository are none of its own."""
    below = tmp_path / "desk" / "news" / "today"
    below.mkdir(parents=True)
    assert store.desk_root(below) == below
    (tmp_path / "desk" / "news" / ".git").mkdir()
    assert store.desk_root(below) == tmp_path / "desk" / "news"
    (tmp_path / "desk" / "factcheck.yaml").write_text("")
    assert store.desk_root(below) == tmp_path / "desk" / "news"
    (tmp_path / "desk" / "news" / ".git").rmdir()
    assert store.desk_root(below) == tmp_path / "desk"
    (tmp_path / "desk" / ".git").mkdir()
    assert store.desk_root(below) == tmp_path / "desk"


def test_a_second_session_is_told_who_holds_the_sidecar(tmp_path: Path) -> None:
    """The lock is one for each real file, reached by whatever link, and goes with its holder."""
    path, link = tmp_path / "a.labels.yaml", tmp_path / "b.labels.yaml"
    link.symlink_to(path)
    with store.lock(path, "alice, since 14:02"):
        with pytest.raises(FactcheckError, match="another session: alice, since 14:02"), store.lock(link, "bob"):
            pass
        with store.lock(tmp_path / "c.labels.yaml", "bob"):
            pass
    with store.lock(link, "bob"):
        pass
    assert list(tmp_path.iterdir()) == [link]


def test_undo_steps_are_remembered_outside_the_work_tree(tmp_path: Path) -> None:
    """The last thousand come back, oldest first; no sidecar sees another's."""
    path = tmp_path / "a.labels.yaml"
    assert store.journal(path) == ()
    store.remember(path, [f"step {number} é" for number in range(1_200)])
    store.append(path, ["one more", "and another"])
    assert store.journal(path)[0] == "step 202 é"
    assert store.journal(path)[-1] == "and another"
    assert len(store.journal(path)) == 1_000
    assert store.journal(tmp_path / "b.labels.yaml") == ()
    assert list(tmp_path.iterdir()) == []


def test_a_state_folder_that_cannot_be_used_is_told_and_no_reason_not_to_label(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file in its place, for instance, or a file system without locks: saving compares anyway."""
    with store.lock(tmp_path / "a", "alice") as trouble:
        assert trouble == ""
    with monkeypatch.context() as unlocked:
        unlocked.setattr("fcntl.flock", _no_locks)
        with store.lock(tmp_path / "b", "alice") as trouble:
            assert trouble == os.strerror(errno.ENOLCK)
    (tmp_path / "state").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    with store.lock(tmp_path / "a", "alice") as trouble:
        assert "cannot be used" in trouble
    with pytest.raises(FactcheckError, match="XDG_STATE_HOME"):
        store.keep_name("alice")
    monkeypatch.setenv("XDG_STATE_HOME", "relative")
    assert store.state_folder() == Path.home() / ".local" / "state" / "factcheck"


def test_a_result_that_cannot_wait_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room for temporary files: a message, and what was there stays."""
    monkeypatch.setattr("factcheck.io.store.output._IN_MEMORY", 1)
    monkeypatch.setattr("tempfile.tempdir", "/proc")
    (tmp_path / "report").write_text("old", encoding="utf-8")
    with pytest.raises(FactcheckError, match="cannot be written"):
        write_output(tmp_path / "report", ["new", "er"])
    assert (tmp_path / "report").read_text(encoding="utf-8") == "old"
