"""Articles and sidecars in memory, made of sentences and letters, for what several annotators' labels come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck import sidecar
from factcheck.model import Annotator, Label, Language, Record, Sidecar
from factcheck.text.article import Article

#: How the labels are written down in tests; `x` is a skip, `?` after a letter means unsure, `.` is nothing yet.
LETTERS = {"c": Label.CLAIM, "o": Label.OPINION, "u": Label.UNVERIFIED, "s": Label.SOURCED}


def sentences(count: int, article: int = 0) -> list[str]:
    """Return sentences that occur nowhere else."""
    return [f"Il pleut sur le quai {number} de la ville {article}." for number in range(1, count + 1)]


def article(texts: Sequence[str], name: str = "a.txt") -> Article:
    """Return an article that says these sentences, one a line."""
    text = "\n".join(texts) + "\n"
    return Article(name, text, text)


def labels(annotator: str | None, texts: Sequence[str], letters: str, name: str = "a.txt") -> Sidecar:
    """Return an annotator's sidecar, or the decisions for None, from one letter a sentence."""
    blank = sidecar.skeleton(name, Annotator(annotator) if annotator else None, Language("fr"), texts)
    answers = [one for one in letters.replace("?", "") if one != " "]
    doubts = {index - 1 - letters[:index].count("?") for index, one in enumerate(letters) if one == "?"}
    records = (
        _answered(record, letter)._replace(unsure=number in doubts)
        for number, (record, letter) in enumerate(zip(blank.sentences, answers, strict=True))
    )
    return blank._replace(sentences=tuple(records))


def _answered(record: Record, letter: str) -> Record:
    if letter == "x":
        return record._replace(skip="byline")
    label = LETTERS.get(letter)
    return record._replace(label=label, source="la ville" if label is Label.SOURCED else "")


def write_desk(folder: Path, articles: Mapping[str, Mapping[str | None, str]]) -> None:
    """Write articles with their sidecars, from letters by article and annotator; None is the decisions."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, said) in enumerate(articles.items()):
        texts = sentences(len(next(iter(said.values())).replace("?", "")), number)
        (folder / f"{name}.txt").write_text("\n".join(texts) + "\n", encoding="utf-8")
        for annotator, letters in said.items():
            content = labels(annotator, texts, letters, f"{name}.txt")
            middle = f".{annotator}" if annotator else ""
            (folder / f"{name}{middle}.labels.yaml").write_bytes(sidecar.write(content))
