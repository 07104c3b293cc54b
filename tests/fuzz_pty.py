"""Hostile text in every place a terminal may get it from: of what is written there, only our own escapes steer it.

Run as `python tests/fuzz_pty.py [SECONDS]`, or `make fuzz`; a few rounds of the same run in the test suite. A round is
a desk in a real git repository, hostile in articles, notes, sources, settings, arguments and commit messages, in the
names of files, branches and people; the commands run on it, each on a pseudo-terminal of its own.
"""

from __future__ import annotations

import contextlib
import fcntl
import importlib
import itertools
import os
import pkgutil
import pty
import random
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import traceback
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import factcheck
from factcheck import cli
from factcheck.formats.screen.style import SGR
from factcheck.io import store
from factcheck.model import Annotator, Label, Language, Sidecar
from factcheck.sidecar import read, skeleton, write
from factcheck.text.sentences import split

#: What steers terminals, hides, overlays or is taken for markup. None of the sequences is one that we write ourselves.
ATOMS = (
    "\x1b]52;c;ZXZpbA==\x07", "\x1b]8;;http://evil.example\x1b\\x\x1b]8;;\x1b\\", "\x1b]0;evil\x07",
    "\x1b[5m", "\x1bc", "\x1b[38;5;213m", "\x1b[999;999H", "\x1b[6n", "\x1b[21t", "\x1b[?1003h",
    "\x1bP$q\"p\x1b\\", "\x1b_evil\x1b\\", "\x1b^evil\x1b\\", "\x1b(0", "\x1b#8", "\x1b[3J", "\x1b",
    "\x9b2J", "\x9b5m", "\x9d52;c;ZXZpbA==\x9c", "\x90q\x9c", "\x84", "\x85", "\a", "\b\b\b", "\t",
    "\v", "\f", "\r", "\rEVIL", "\nEVIL", "\n::error::EVIL", "\x0e", "\x7f", "\x01", "\u202e",
    "\u2066", "\u2069", "\u200f", "\u061c", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad",
    "\u034f", "\u2028EVIL", "\u2029", "\U000e0041", "\ufff9", "\u3164", "[bold]", "[/]",
    "[link=http://evil.example]x[/link]", "[red", ":bomb:", "👩\u200d👩", "🇫🇷", "👍🏽", "\ufe0f",
    "e\u0301\u0301\u0301", "Z\u0335\u0322\u0349a", "漢字", "한", "ﷺ", "א", "%s", "{0}", "$(id)",
    "`id`", '"', "'", "\\", "#", ": ", "- ", "&a", "*a", "!!x", "::error::", "\ud800", "\udcff",
)  # fmt: skip
WORDS = ("le port", "selon la préfecture", "5 000", "Brest", "dit-il", "aurait", "C'est", "M. Le Goff")

#: All that we may write besides printable text: places, erasing, what a session switches on and off, styles of ours and
#: of rich's tables.
_STYLES = rb"(?:0|1|2|3|4|7|31|32|33|35|36|1;3[1-6])"
_CODES = {code for styles in SGR.values() for code in styles.values()}
_CODES |= {f"{styles[on]};{code}" for styles in SGR.values() for on in styles for code in styles.values()}
_OURS = "|".join(map(re.escape, sorted(_CODES, key=len, reverse=True))).encode()
_MODES = rb"\?(?:25|1049|7|2004|1000|1006)[hl]|\?(?:1|1002|1003|1015)l"
OURS = re.compile(
    rb"\x1b\[(?:[1-9]\d?;[1-9]\d{0,2}H|2?J|2?K|" + _MODES + rb"|(?:" + _STYLES + rb"|" + _OURS + rb")m)|\r\n|"
    rb"\x1b>|\x1b\]11;\?\x1b\\"
)
#: Characters of the class of invisible ones that nevertheless are seen.
_SEEN = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001345f]")

#: What may ring the bell.
_SESSIONS = {"annotate", "adjudicate", "resolve"}

#: No command takes this long.
_PATIENCE = 30.0


def hostile(chance: random.Random, most: int = 4) -> str:
    """Return a few words with attacks between and inside them."""
    more = (chance.choice((*chance.choices(ATOMS, k=2), *WORDS[:1], " ", _sign(chance))) for _ in range(most))
    return chance.choice(WORDS) + "".join(itertools.islice(more, chance.randint(1, most)))


def _sign(chance: random.Random) -> str:
    """Return any character at all."""
    ceiling = chance.choice((0x20, 0x100, 0x3000, 0x110000))
    return chr(chance.randrange(ceiling))


def encodable(text: str) -> str:
    """Return `text` without what no file in UTF-8 can hold."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cs" and sign != "\0")


def name(chance: random.Random) -> str:
    """Return a hostile name of a file, or an argument: any bytes but a zero byte and a slash."""
    text = hostile(chance).replace("/", "").replace("\0", "")
    return "a" + os.fsdecode(text.encode("utf-8", "surrogatepass")[:80])


@dataclass(frozen=True)
class Desk:
    """A hostile desk."""

    top: Path
    #: The article's name, relative to the top.
    article: str
    branch: str
    chance: random.Random

    def git(self, *arguments: str) -> None:
        """Run git; what it refuses is left undone."""
        subprocess.run(["git", *arguments], cwd=self.top, capture_output=True, check=False)

    def sidecar(self, who: str | None) -> Path:
        """Return where somebody's labels are."""
        return self.top / f"{Path(self.article).stem}{f'.{who}' if who else ''}.labels.yaml"

    def word(self) -> str:
        """Return a hostile argument."""
        return name(self.chance)

    def ref(self) -> str:
        """Return a revision, there or not."""
        return self.chance.choice((self.branch, "HEAD", "HEAD~1", self.word(), f"HEAD:{self.word()}", "HEAD~99"))


def new_desk(top: Path, chance: random.Random) -> Desk:
    """Return a desk with an article and three sidecars that fit it, committed."""
    for key in ("AUTHOR", "COMMITTER"):
        os.environ[f"GIT_{key}_NAME"] = encodable(hostile(chance)).replace("\n", " ")
        os.environ[f"GIT_{key}_EMAIL"] = "alice@example.org"
    desk = Desk(top, f"{name(chance)}.{chance.choice(('txt', 'md'))}", _branch(chance), chance)
    desk.git("init", "--quiet", "--initial-branch", desk.branch)
    _publish(desk, [_sentence(chance) for _ in range(chance.randint(2, 6))])
    article = store.open_article(top / desk.article)
    sentences = tuple(article.text[span.start : span.end] for span in split(article.prose, "fr"))
    (top / "factcheck.yaml").write_text("language: fr\n")
    for who in ("alice", "bob", None):
        desk.sidecar(who).write_bytes(write(_labelled(desk, who, sentences)))
    desk.git("add", "--all")
    desk.git("commit", "--quiet", "--message", encodable(hostile(chance)))
    return desk


def edit(desk: Desk) -> None:
    """Change labels and the article in one more commit, and the article once more in the work tree."""
    chance = desk.chance
    sentences = tuple(record.text for record in read(desk.sidecar("bob").read_bytes(), "").sidecar.sentences)
    desk.sidecar("bob").write_bytes(write(_labelled(desk, "bob", sentences)))
    _publish(desk, (*sentences[1:], _sentence(chance)))
    desk.git("commit", "--quiet", "--all", "--message", encodable(hostile(chance)))
    _publish(desk, (_sentence(chance), *sentences))


def _sentence(chance: random.Random) -> str:
    """Return a line of an article; a line that says so is not forged there."""
    return " ".join(encodable(hostile(chance)).replace("EVIL", "evil").split()) + "."


def _branch(chance: random.Random) -> str:
    """Return a name that git takes for a branch: without controls, spaces and its own signs."""
    return "b" + re.sub(r"[\x00-\x20\x7f~^:?*\[\\/.@{}]|-$", "", encodable(hostile(chance)))


def _publish(desk: Desk, sentences: Sequence[str]) -> None:
    (desk.top / desk.article).write_bytes("\n".join(sentences).encode())


def _labelled(desk: Desk, who: str | None, sentences: tuple[str, ...]) -> Sidecar:
    chance = desk.chance
    empty = skeleton(desk.article, Annotator(who) if who else None, Language("fr"), sentences)
    records = []
    for record in empty.sentences:
        label = chance.choice((None, *Label))
        said = {field: encodable(hostile(chance)) for field in ("note", "url") if chance.random() < 0.5}
        said |= {"source": encodable(hostile(chance))} if label is Label.SOURCED else {}
        said |= {"skip": encodable(hostile(chance))} if label is None and chance.random() < 0.3 else {}
        records.append(record._replace(label=label, **said))  # type: ignore[arg-type] # fields by name
    return empty._replace(sentences=tuple(records))


def commands(desk: Desk) -> Iterator[tuple[list[str], bytes]]:
    """Yield what is run, in this order, and what is typed meanwhile."""
    article, word, ref, chance = desk.article, desk.word, desk.ref, desk.chance
    forms = ("text", "json", "github", "gitlab", "sarif", "junit", "rdjson", "markdown")
    yield ["check", article], b""
    yield ["check", "--format", chance.choice(forms), *chance.choice(([], ["--changed-since", ref()], [word()]))], b""
    yield ["sentences", article, "--language", "fr", "--format", chance.choice(("text", "jsonl"))], b""
    yield ["diff", *chance.choice(([], [ref()], [ref(), "--", article])), "--format", _text_or_more(chance)], b""
    yield ["log", article, "--sentence", str(chance.randint(1, 3))], b""
    yield (
        ["carry", article, "--dry-run", "--format", _text_or_more(chance), *chance.choice(([], ["--from", ref()]))],
        b"",
    )
    yield ["annotate", article, "--annotator", "alice", *_limits(desk), *_face(chance)], keys(chance)
    yield ["adjudicate", article, *_face(chance)], keys(chance)
    yield ["show", article, "--color", chance.choice(("always", "never"))], b""
    yield ["carry", article], b""
    other = f"{word()}.txt"
    yield ["mv", article, other], b""
    yield ["mv", other, article], b""
    yield ["explain", word(), *chance.choice(([], [word()]))], b""
    yield ["git", *chance.choice((["status"], ["textconv", desk.sidecar("bob").name], ["textconv", word()]))], b""
    yield ["init", word()], b""
    sides = [desk.sidecar(who).name for who in ("alice", "bob", None)]
    yield ["merge-driver", *sides, "7", word()], b""
    desk.git("checkout", "--", ".")
    yield [word(), f"--{word()}"], b""
    yield [chance.choice(("check", "annotate", "show", "fmt", "mv", "git")), f"--{word()}", word()], b""
    yield (
        ["annotate", article, *chance.choice((["--annotator", word()], ["--language", word()], ["--keys", word()]))],
        b"\x03",
    )
    yield ["annotate", chance.choice((word(), article)), "--encoding", word()], b"\x03"
    _conflict(desk)
    yield ["resolve", *chance.choice(([], [str(desk.sidecar("alice").name)])), *_face(chance)], keys(chance)
    _spoil(desk)
    yield from spoilt(desk)


def spoilt(desk: Desk) -> Iterator[tuple[list[str], bytes]]:
    """Yield what is run once sidecars, settings or the repository are broken."""
    article, chance = desk.article, desk.chance
    yield ["check", "."], b""
    yield ["annotate", article, "--annotator", "alice", *_face(chance)], keys(chance)
    yield ["fmt", "--check", "."], b""
    yield ["diff"], b""
    yield ["mv", article, chance.choice((f"{desk.word()}.txt", desk.word()))], b""


def _text_or_more(chance: random.Random) -> str:
    return chance.choice(("text", "markdown", "json"))


def _face(chance: random.Random) -> list[str]:
    return chance.choice(([], [], ["--plain"], ["--color", "never"]))


def _limits(desk: Desk) -> list[str]:
    return desk.chance.choice(([], [], [], ["--only", desk.word()], ["--changed-since", desk.ref()]))


def _conflict(desk: Desk) -> None:
    """Leave a sidecar as a merge of two hostile branches might."""
    data = desk.sidecar("alice").read_bytes()
    lines = data.splitlines(keepends=True)
    at = next((n for n, line in enumerate(lines) if line.startswith(b"  label:")), None)
    if at is not None:
        ours, theirs = (encodable(desk.word()).replace("\n", " ").encode() for _ in range(2))
        lines[at : at + 1] = [b"<<<<<<< " + ours + b"\n", b"  label: claim\n", b"=======\n", b"  label: opinion\n",
                              b">>>>>>> " + theirs + b"\n"]  # fmt: skip
    desk.sidecar("alice").write_bytes(b"".join(lines))


def _spoil(desk: Desk) -> None:
    """Break something, in hostile words."""
    text = encodable(hostile(desk.chance))
    where = desk.chance.choice(
        (desk.sidecar("alice"), desk.sidecar("bob"), desk.top / "factcheck.yaml", desk.top / ".git/config")
    )
    data = where.read_text(errors="replace") if where.exists() else "keys:\n  claim: \nlanguage: fr\n"
    lines = data.splitlines(keepends=True)
    lines.insert(desk.chance.randint(0, len(lines)), f"{text}: {text}\n")
    where.write_text("".join(lines))


def keys(chance: random.Random) -> bytes:
    """Return what somebody types: labels, notes, sources, pastes and nonsense."""
    return b"".join(chance.choice(_KEYS)(chance) for _ in range(chance.randint(1, 8)))


_KEYS: tuple[Callable[[random.Random], bytes], ...] = (
    lambda chance: chance.choice(
        ("c", "o", "u", "s\r", "S\r", "i", "w", "b", "?", "h", "d", "D", "z", "j", "/", "v", "E")
    ).encode(),
    lambda chance: b"e" + encodable(hostile(chance)).encode() + b"\r",
    lambda chance: b"e\x1b[200~" + encodable(hostile(chance)).encode() + b"\x1b[201~\r",
    lambda chance: b"s" + encodable(hostile(chance)).encode() + b"\r",
    lambda chance: b"\x1b[200~" + encodable(hostile(chance)).encode() + b"\x1b[201~",
    lambda chance: b"/" + encodable(hostile(chance)).encode() + b"\r",
    lambda chance: hostile(chance).encode(errors="replace"),
)


def run(desk: Desk, arguments: Sequence[str], typed: bytes = b"") -> tuple[int, bytes]:
    """Run the program on a terminal of its own; return its exit code and all that it wrote."""
    size = desk.chance.choice(((24, 80), (12, 40), (60, 200)))
    pid, master = pty.fork()
    if pid == 0:  # pragma: no cover - the child
        _become(desk.top, arguments, size)
    try:
        output = _talk(master, typed)
    finally:
        os.kill(pid, signal.SIGKILL) if not os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) else None
        os.close(master)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), output


def _become(top: Path, arguments: Sequence[str], size: tuple[int, int]) -> None:  # pragma: no cover - the child
    """Be the program from here on: forked from what has all imported, it starts in no time."""
    code = 3
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        settings = termios.tcgetattr(0)
        settings[3] &= ~termios.ECHO  # what the kernel echoes before we take the terminal is not ours
        termios.tcsetattr(0, termios.TCSANOW, settings)
        sys.stdin, sys.stdout, sys.stderr = (
            open(n, mode, encoding="utf-8", errors=errors, closefd=False)  # noqa: SIM115
            for n, mode, errors in ((0, "r", "surrogateescape"), (1, "w", "strict"), (2, "w", "backslashreplace"))
        )
        sys.argv = ["factcheck", *arguments]
        os.chdir(top)
        cli.main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    except BaseException:  # noqa: BLE001 - it has to be seen
        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _talk(master: int, typed: bytes) -> bytes:
    """Type once the program listens, then ask it to end until it does; return what it wrote."""
    output, begun, asked = bytearray(), time.monotonic(), 0.0
    while time.monotonic() < begun + _PATIENCE:
        now = time.monotonic()
        listens = b"\x1b[?2004h" in output or now > begun + 3
        if listens and typed:
            os.write(master, typed)
            typed = b""
        elif listens and now > asked + 0.1:
            os.write(master, b"\x03")
            asked = now
        if select.select([master], [], [], 0.02)[0]:
            try:
                output += os.read(master, 65_536)
            except OSError:  # the program has ended
                return bytes(output)
    raise AssertionError(f"it does not end: {bytes(output[-500:])!r}")


def steered(output: bytes) -> str:
    """Return the first thing that is neither printable nor ours, with its surroundings; or nothing."""
    text = OURS.sub(lambda found: b"\n" if found[0] == b"\r\n" else b"", output).decode("utf-8", "surrogateescape")
    for at, sign in enumerate(text):
        if sign != "\n" and unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and not _SEEN.match(sign):
            return f"{sign!r} in {text[max(at - 60, 0) : at + 60]!r}"
    forged = re.search(r"(?m)^(::error::)?EVIL.*", text)
    return f"a forged line: {text[max(forged.start() - 60, 0) : forged.end()]!r}" if forged else ""


def tried(desk: Desk, arguments: Sequence[str], typed: bytes = b"") -> None:
    """Run a command and hold what it writes to what we may write.

    Raises:
        AssertionError: Something else steered the terminal, or the program failed.
    """
    code, output = run(desk, arguments, typed)
    # The driver tells git how many conflicts there are.
    assert code in {0, 1, 2, 130, -signal.SIGINT} or arguments[0] == "merge-driver", (
        f"{arguments} {typed!r} ended with {code}: {output[-3000:].decode(errors='replace')}"
    )
    # A session rings its bell.
    found = steered(output.replace(b"\a", b"") if arguments[0] in _SESSIONS else output)
    assert not found, f"{arguments} {typed!r}: {found}"


def keeps_the_truth(desk: Desk) -> None:
    """Hold the annotator to writing what was pasted, and nothing else.

    Raises:
        AssertionError: A sidecar does not say what it should.
    """
    pasted = encodable(hostile(desk.chance))
    line = " ".join(pasted.splitlines()).replace("\t", " ")
    note = "".join(sign for sign in line if unicodedata.category(sign) != "Cc").strip()
    before = read(desk.sidecar("bob").read_bytes(), "").sidecar
    tried(
        desk,
        ["annotate", desk.article, "--annotator", "bob"],
        b"1ge\x05\x15\x1b[200~" + pasted.encode() + b"\x1b[201~\r",
    )
    after = read(desk.sidecar("bob").read_bytes(), "").sidecar
    told = (before.sentences[0]._replace(note=note), *before.sentences[1:])
    assert after == before._replace(sentences=told), f"{pasted!r}: {after.sentences[0]}"


def one_round(chance: random.Random, folder: Path) -> int:
    """Run everything on one desk and return how many commands that were."""
    top = folder / "desk"
    top.mkdir()
    desk = new_desk(top, chance)
    keeps_the_truth(desk)
    edit(desk)
    number = 0
    for number, (arguments, typed) in enumerate(commands(desk), start=2):  # noqa: B007
        tried(desk, arguments, typed)
    return number


def settle(folder: Path, chance: random.Random) -> None:
    """Give the program a home of its own, and import beforehand what its commands will."""
    for variable, value in (("HOME", "."), ("XDG_STATE_HOME", name(chance)), ("XDG_CONFIG_HOME", "config")):
        os.environ[variable] = str(folder / value)
    os.environ |= {
        "EDITOR": name(chance),
        "TERM": "xterm-256color",
        "GIT_CONFIG_NOSYSTEM": "1",
        "FACTCHECK_ANNOTATOR": name(chance),
    }
    for variable in ("NO_COLOR", "FORCE_COLOR", "VISUAL", "COLUMNS", "GITHUB_ACTIONS"):
        os.environ.pop(variable, None)
    for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def fuzz(rounds: Iterator[int]) -> int:
    """Play rounds, each from its seed; return how many commands were run."""
    number = 0
    for seed in rounds:
        with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
            chance = random.Random(seed)
            settle(Path(folder), chance)
            try:
                number += one_round(chance, Path(folder))
            except BaseException:
                print(f"round {seed}")  # noqa: T201 - a script
                raise
    return number


def main() -> None:
    """Play the rounds that were asked for: `--rounds FIRST LAST`, or as many as a number of seconds holds."""
    if sys.argv[1:2] == ["--rounds"]:
        fuzz(iter(range(int(sys.argv[2]), int(sys.argv[3]) + 1)))
        return
    end = time.monotonic() + float(sys.argv[1] if sys.argv[1:] else 60)
    first = int(time.time())
    rounds = itertools.takewhile(lambda _: time.monotonic() < end, itertools.count(first))
    print(f"{fuzz(rounds):,} commands from round {first}, nothing but our own steered a terminal")  # noqa: T201


if __name__ == "__main__":
    main()
