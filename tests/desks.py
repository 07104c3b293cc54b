"""Desks in real git repositories, made once and copied for each test that changes one."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from factcheck import sidecar
from factcheck.model import Annotator, Language, Sidecar

SENTENCES = (
    "Le port de Brest est bloqué.",
    "Selon la préfecture, 5 000 personnes ont défilé.",
    "Les observateurs estiment que le maire a perdu la main.",
    "Rien n'a filtré de la réunion.",
    "Le terminal emploie 340 dockers. C'est un gâchis.",
    "Qui paiera ?",
)


@dataclass(frozen=True)
class Desk:
    """A repository with articles and sidecars."""

    top: Path

    def git(self, *arguments: str, code: int = 0) -> str:
        """Run git in the desk and return what it printed; fail unless it ends with `code`."""
        done = subprocess.run(["git", *arguments], cwd=self.top, capture_output=True, text=True, check=False)
        assert done.returncode == code, f"git {' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done.stdout

    def commit(self, message: str) -> str:
        """Commit all there is and return the commit's id."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD").strip()

    def path(self, annotator: str | None, article: str = "port-strike") -> Path:
        """Return where an annotator's labels on an article are; the decisions for None."""
        return self.top / "annotations" / f"{article}{f'.{annotator}' if annotator else ''}.labels.yaml"

    def read(self, annotator: str | None, article: str = "port-strike") -> Sidecar:
        """Return an annotator's labels on an article."""
        path = self.path(annotator, article)
        return sidecar.read(path.read_bytes(), str(path)).sidecar

    def change(self, annotator: str | None, number: int, **fields: object) -> None:
        """Change fields of one sentence, counted from 1, in an annotator's sidecar."""
        self.change_in("port-strike", annotator, number, **fields)

    def change_in(self, article: str, annotator: str | None, number: int, **fields: object) -> None:
        """Change fields of one sentence, counted from 1, in an annotator's sidecar of an article."""
        before = self.read(annotator, article)
        records = list(before.sentences)
        records[number - 1] = records[number - 1]._replace(**fields)  # type: ignore[arg-type] # fields by name
        self.write(before._replace(sentences=tuple(records)))

    def write(self, content: Sidecar) -> None:
        """Write a sidecar where it belongs."""
        article = content.article.removesuffix(".txt")
        self.path(content.annotator, article).write_bytes(sidecar.write(content))


def blank(annotator: str | None, sentences: tuple[str, ...] = SENTENCES, article: str = "port-strike") -> Sidecar:
    """Return a sidecar without labels."""
    name = Annotator(annotator) if annotator else None
    return sidecar.skeleton(f"{article}.txt", name, Language("fr"), sentences)


def new_desk(top: Path) -> Desk:
    """Return a desk with one article and the empty sidecars of Alice and Bob, in one commit."""
    (top / "annotations").mkdir(parents=True)
    desk = Desk(top)
    desk.git("init", "--quiet", "--initial-branch", "main")
    (top / "annotations/port-strike.txt").write_text("\n".join(SENTENCES) + "\n", encoding="utf-8")
    for annotator in ("alice", "bob"):
        desk.write(blank(annotator))
    desk.commit("Open the article")
    return desk


def copies(prepared: Desk, folder: Path) -> Callable[[], Desk]:
    """Return a function that copies a prepared desk, each time to a place of its own below `folder`."""
    made: list[Desk] = []

    def copy() -> Desk:
        made.append(Desk(folder / f"desk-{len(made)}"))
        shutil.copytree(prepared.top, made[-1].top, symlinks=True)
        return made[-1]

    return copy
