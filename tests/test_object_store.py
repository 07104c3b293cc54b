"""A desk in an object store: what `check` says of it is what it says of the same files on disk."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commands import run
from conftest import ROOT

from factcheck.text.article import MAX_BYTES

CASES = Path(__file__).parent / "cases" / "checking"
#: Git's history is not asked there.
MOTO = ROOT / ".bench/moto/bin/moto_server"
NAMES = sorted(path.name for path in CASES.iterdir() if not path.name.startswith("FC108"))
TRICKY = {
    "factcheck.yaml": "articles: [news]\nignore: [news/draft.txt]\n",
    "news/a.b.txt": "Le port ferme.\n",
    "news/a.txt": "Le port ouvre.\n",
    "news/a.b.labels.yaml": "factcheck: 1\narticle: a.b.txt\n",
    "news/draft.txt": "Plus tard.\n",
    "news/.hidden/c.txt": "Rien.\n",
    "news/z/c.txt": "Il pleut.\n",
    "news/y.txt": "x" * (MAX_BYTES + 1),
    "other/d.txt": "Sans étiquette.\n",
}


def stored(desk: Path) -> str:
    """Put a desk into a store in memory; return its address."""
    files = pytest.importorskip("fsspec").filesystem("memory")
    files.store.clear()
    for path in desk.rglob("*"):
        if path.is_file():
            files.pipe_file(f"/desk/{path.relative_to(desk).as_posix()}", path.read_bytes())
    return "memory://desk"


@pytest.mark.parametrize("name", NAMES)
def test_a_stored_desk_gets_the_findings_of_the_files(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text and exit code are those of the same desk on disk."""
    shutil.copytree(CASES / name, tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    assert run("check", stored(tmp_path / "desk")) == run("check")


def test_settings_hidden_folders_and_names_that_leave_a_choice_count_as_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is ignored, what is hidden, what is too large, and whose sidecar it is by its header."""
    for path, text in TRICKY.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    here, there = run("check", "--format", "json"), run("check", "--format", "json", stored(tmp_path))
    assert (there.code, there.out) == (here.code, here.out)
    assert here.code == 2
    assert "news/y.txt: too large" in here.err
    assert "news/y.txt: too large" in there.err


def test_paths_in_sarif_are_those_of_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Relative to the address, in whichever folder of a repository `check` is run."""
    shutil.copytree(CASES / "FC101-unlabelled", tmp_path / "desk")
    (tmp_path / ".git").mkdir()
    (tmp_path / "inside").mkdir()
    monkeypatch.chdir(tmp_path / "inside")
    log = json.loads(run("check", "--format", "sarif", stored(tmp_path / "desk")).out)
    (result,) = log["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert (tmp_path / "desk" / place["uri"]).is_file()


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("memory://nowhere",), "memory://nowhere: no such file or folder"),
        (("memory://desk", "a.txt"), "give its address alone"),
        (("--staged", "memory://desk"), "there is no git in an object store"),
        (("--changed-since", "main", "memory://desk"), "there is no git in an object store"),
        (("nothing://desk",), "no library here reads such addresses"),
    ],
)
def test_what_cannot_be_read_is_named(asked: tuple[str, ...], message: str) -> None:
    """With exit 2, never as an empty desk."""
    pytest.importorskip("fsspec")
    told = run("check", *asked)
    assert (told.code, told.out) == (2, "")
    assert message in told.err


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Start an S3 server on this machine, from its own environment; yield a client, with an empty bucket `desk`."""
    s3fs = pytest.importorskip("s3fs")
    if not MOTO.exists():
        pytest.skip("no S3 server here: `make scale` installs one")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with subprocess.Popen([MOTO, "-H", "127.0.0.1", "-p", str(port)], stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(port)
            for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
                monkeypatch.setenv(name, "test")
            monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
            monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
            client = s3fs.S3FileSystem(skip_instance_cache=True)
            client.mkdir("desk")
            yield client
        finally:
            server.kill()


def wait_for(port: int) -> None:
    """Return when somebody listens at a port of this machine, within half a minute."""
    for _ in range(300):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.1)
    pytest.fail("the S3 server does not start")


@pytest.mark.filterwarnings("ignore")  # the client's own
@pytest.mark.parametrize("engine", ["processes", "dask"])
def test_a_real_s3_server_says_the_same(s3: Any, engine: str, tmp_path: Path) -> None:
    """Every file by a request of its own, in this process and on Dask's workers."""
    if engine == "dask":
        pytest.importorskip("distributed")
    desk = shutil.copytree(CASES / "FC101-unlabelled", tmp_path / "desk")
    for path in desk.rglob("*"):
        if path.is_file():
            s3.pipe_file(f"desk/top/{path.relative_to(desk).as_posix()}", path.read_bytes())
    command = [sys.executable, "-m", "factcheck", "check"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    on_disk = subprocess.run(command, cwd=desk, env=environment, capture_output=True, timeout=100, check=False)
    asked = [*command, "--engine", engine, "--jobs", "2", "s3://desk/top"]
    done = subprocess.run(asked, cwd=tmp_path, env=environment, capture_output=True, timeout=100, check=False)
    assert on_disk.stdout
    assert (done.returncode, done.stdout) == (on_disk.returncode, on_disk.stdout), done.stderr.decode()
