"""What makes git understand sidecars: its settings and the lines in attribute files; putting them there and back."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.i18n import deferred
from factcheck.io import store
from factcheck.io.git.repository import (
    attributes,
    committed_attributes,
    drop_reference,
    git_path,
    set_setting,
    setting,
    unset_setting,
)

#: Never `merge=union`: it would put both labels into one record.
RULE = b"*.labels.yaml text eol=lf merge=factcheck diff=factcheck"
_MARK = b"# From `factcheck git install`; `factcheck git uninstall` takes these lines out again."
#: The lines of this and of earlier versions: the rules for articles stand before ours, which then wins for sidecars.
_BLOCK = re.compile(
    rb"^# From `factcheck git install`; [^\n]*\n(?:[^\n]* -text\n)*" + re.escape(RULE) + rb"(?:\n|\Z)", re.MULTILINE
)

#: What git is to ignore: the temporary files of a session that was killed.
_IGNORED = _MARK + b"\n.*" + store.TEMPORARY.encode() + b"\n"

#: What `git check-attr` must say of a sidecar.
WANTED = {"text": "set", "eol": "lf", "merge": "factcheck", "diff": "factcheck", "filter": "unspecified"}

#: What most merges come to: that needs no Python, whose start takes fifty times as long as that of awk.
_EASY = Path(__file__).with_name("easy_merge.awk")
#: First the merges that need no judgement, kept by the shell until they are whole; then ours; then a merge line by
#: line, for whenever our driver cannot do its work: without it git would take our side in silence.
_DRIVER = (
    "if merged=$(LC_ALL=C awk -f {easy} %O %A %B 2>/dev/null); then printf '%%s\\n' \"$merged\" >%A; exit; fi; "
    "{command} merge-driver -- %O %A %B %L %P %S %X %Y; case $? in 0) exit 0;; 10) exit 1;; "
    "11) ;; *) echo 'factcheck could not merge this file; it is merged line by line' >&2;; esac; "
    "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B || exit 1"
)
#: What stands before the program in that, and in what earlier versions installed nothing does.
_BEFORE_PROGRAM = "exit; fi; "
#: Without `cat`, a missing command would make `git diff` fail.
_TEXTCONV = 'f() {{ {command} git textconv "$1" 2>/dev/null || cat "$1"; }}; f "$@"'

#: Where git keeps the readable form of versions, since making it takes a process each.
_CACHE = "refs/notes/textconv/factcheck"

_KEYS = (
    "merge.factcheck.name",
    "merge.factcheck.driver",
    "diff.factcheck.xfuncname",
    "diff.factcheck.textconv",
    "diff.factcheck.cachetextconv",
    "mergetool.factcheck.cmd",
    "mergetool.factcheck.trustExitCode",
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to install: in one repository, or for all of a user's."""

    #: A folder in the repository; any folder if `everywhere`.
    start: Path
    #: Whether for every repository of the user.
    everywhere: bool = False
    #: Where articles are, as `articles:` of the settings says, relative to `start`.
    articles: tuple[str, ...] = ()

    @property
    def option(self) -> str:
        """Return git's option for the settings of this scope."""
        return "--global" if self.everywhere else "--local"

    @property
    def attribute_files(self) -> tuple[Path, ...]:
        """Return the attribute files of this scope.

        In a repository that is `.gitattributes`, which is committed and tells every clone, and `info/attributes`,
        because in a merge only the attributes of the side merged into count, and it may not have that file yet.
        """
        if self.everywhere:
            return (_user_attributes(self.start),)
        top = self.start
        return (top / ".gitattributes", git_path(top, "info/attributes"))

    @property
    def ignore_file(self) -> Path:
        """Return the file of this scope that tells git what to ignore, and that nobody commits."""
        return _user_ignored(self.start) if self.everywhere else git_path(self.start, "info/exclude")


def _user_ignored(start: Path) -> Path:
    """Return the user's own ignore file: `core.excludesFile`, else where git's manual says."""
    named = setting(start, "core.excludesFile", "--global", kind="path")
    return Path(named) if named else _user_attributes(start).with_name("ignore")


def _user_attributes(start: Path) -> Path:
    """Return the user's own attribute file: `core.attributesFile`, else where git's manual says."""
    if named := setting(start, "core.attributesFile", "--global", kind="path"):
        return Path(named)
    folder = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(folder) / "git" / "attributes"


def command() -> str:
    """Return how a shell runs this very program, wherever git is started from."""
    found = shutil.which(sys.argv[0]) if Path(sys.argv[0]).name == "factcheck" else None
    words = [str(Path(found).absolute())] if found else [sys.executable, "-m", "factcheck"]
    return shlex.join(words)


def settings(program: str, *, textconv: bool) -> dict[str, str]:
    """Return git's settings; in those that git expands, a `%` of the program's path is doubled."""
    wanted = {
        "merge.factcheck.name": "labels of factcheck, field by field",
        "merge.factcheck.driver": _driver(program),
        "diff.factcheck.xfuncname": '^  text: "(.*)"$',
        "mergetool.factcheck.cmd": f'{program} resolve "$MERGED"',
        "mergetool.factcheck.trustExitCode": "true",
    }
    shown = {"diff.factcheck.textconv": _TEXTCONV.format(command=program), "diff.factcheck.cachetextconv": "true"}
    return wanted | (shown if textconv else {})


def _driver(program: str) -> str:
    easy = shlex.quote(str(_EASY))
    return _DRIVER.format(easy=easy.replace("%", "%%"), command=program.replace("%", "%%"))


def install(scope: Scope, program: str, *, textconv: bool) -> tuple[str, ...]:
    """Put settings and attributes in place and return what was changed; nothing if all was so already."""
    wanted = settings(program, textconv=textconv)
    done = []
    for key in _KEYS:
        held = setting(scope.start, key, scope.option)
        if key in wanted and held != wanted[key]:
            set_setting(scope.start, key, wanted[key], scope.option)
            done.append(deferred("set {key}", key=key))
        elif key not in wanted and held:
            unset_setting(scope.start, key, scope.option)
            done.append(deferred("removed {key}", key=key))
    # What was kept of the readable form may have been made by another program, or while ours was missing.
    drop_reference(scope.start, _CACHE)
    lines = lines_for(scope.articles)
    written = [file for file in scope.attribute_files if _rewrite(file, lambda data: with_rule(data, lines))]
    written += [scope.ignore_file] if _rewrite(scope.ignore_file, _ignoring) else []
    return (*done, *(deferred("wrote {file}", file=file) for file in written))


def uninstall(scope: Scope) -> tuple[str, ...]:
    """Take out what `install` put in place, and nothing else; return what was changed."""
    held = [key for key in _KEYS if setting(scope.start, key, scope.option)]
    for key in held:
        unset_setting(scope.start, key, scope.option)
    drop_reference(scope.start, _CACHE)
    files = [file for file in scope.attribute_files if _rewrite(file, without_rule)]
    files += [scope.ignore_file] if _rewrite(scope.ignore_file, _not_ignoring) else []
    return (
        *(deferred("removed {key}", key=key) for key in held),
        *(deferred("cleaned {file}", file=file) for file in files),
    )


def _ignoring(data: bytes | None) -> bytes:
    """Return the content of an ignore file with our lines at its end; as it is if it has them already."""
    held = data or b""
    return held if _IGNORED in held else held + (b"\n" if held and not held.endswith(b"\n") else b"") + _IGNORED


def _not_ignoring(data: bytes | None) -> bytes | None:
    """Return the content of an ignore file without our lines; None if there was nothing else."""
    return (data or b"").replace(_IGNORED, b"") or None


def uncovered(top: Path, sidecars: Sequence[str]) -> tuple[str, ...]:
    """Return the sidecars that git does not treat as ours, because another rule wins over the installed one."""
    return tuple(path for path, held in attributes(top, sidecars, tuple(WANTED)).items() if held != WANTED)


def unsafe_elsewhere(top: Path, sidecars: Sequence[str]) -> dict[str, str]:
    """Return, by sidecar, what the committed attribute files alone make of it where that is unsafe.

    They are all that a forge's merge button and other clones go by; ours in `info/attributes` hide them here.
    """
    found = {}
    for path, held in committed_attributes(top, sidecars, ("merge", "filter")).items():
        if held["filter"] not in ("unspecified", "unset"):
            found[path] = deferred(
                "filter={filter}: git keeps a pointer in its place (git lfs untrack)", filter=held["filter"]
            )
        elif held["merge"] == "union":
            found[path] = deferred("merge=union: without our driver, both labels would be put into one record")
    return found


def lines_for(articles: Sequence[str]) -> bytes:
    r"""Return the lines of an attribute file: articles stay byte for byte in every clone, sidecars are merged as ours.

    Args:
        articles: Where the articles are, as in `articles:` of the settings, relative to the attribute file.

    >>> print(lines_for(["annotations/"]).decode().partition("\n")[2])
    annotations/** -text
    *.labels.yaml text eol=lf merge=factcheck diff=factcheck
    """
    patterns = (f"{pattern.rstrip('/')}/**" if pattern.endswith("/") else pattern for pattern in articles)
    safe = [f"{pattern} -text".encode() for pattern in patterns if not re.search(r'[\s"#!\\]', pattern)]
    return b"\n".join([_MARK, *safe, RULE])


def with_rule(data: bytes | None, lines: bytes) -> bytes:
    """Return the content of an attribute file with our lines at its end, or in the place of earlier ones.

    The last line break is as it was, and a file that was not there gets one: so `without_rule` can restore exactly.
    """
    if data is None:
        return lines + b"\n"
    if found := _BLOCK.search(data):
        end = b"\n" if found[0].endswith(b"\n") else b""
        return data[: found.start()] + lines + end + data[found.end() :]
    if RULE in data.splitlines():
        return data
    if not data or data.endswith(b"\n"):
        return data + lines + (b"\n" if data else b"")
    return data + b"\n" + lines


def without_rule(data: bytes | None) -> bytes | None:
    """Return the content of an attribute file without our lines; None if there was nothing else."""
    found = _BLOCK.search(data) if data is not None else None
    if data is None or found is None:
        return data
    rest = data[: found.start()].removesuffix(b"" if found[0].endswith(b"\n") else b"\n") + data[found.end() :]
    return rest or (None if found[0].endswith(b"\n") else b"")


def _rewrite(file: Path, edit: Callable[[bytes | None], bytes | None]) -> bool:
    """Replace a file by its edited content, None standing for no file; tell whether that changed anything."""
    store.refuse_links(file)
    file = Path(os.path.realpath(file))  # a user's settings may be kept anywhere, behind links
    before = store.read_identified(file, anywhere=True) if store.identity(file) else (None, None)
    after = edit(before[0])
    if after == before[0]:
        return False
    if after is None:
        store.remove(file)
    else:
        store.make_folder(file.parent)
        store.save(file, after, before[1], anywhere=True)
    return True


def _program(driver: str) -> Path | None:
    """Return what a driver runs; None where there is none."""
    words = shlex.split(driver.rpartition(_BEFORE_PROGRAM)[2])
    return Path(words[0].replace("%%", "%")) if words else None


def missing(scope: Scope) -> tuple[str, ...]:
    """Return what of the installation is not in place, wherever git looks for it, one sentence each."""
    start = scope.start
    driver = setting(start, "merge.factcheck.driver")
    absent = [] if driver else [deferred("the merge driver is not installed: factcheck git install")]
    program = _program(driver)
    if program and not os.access(program, os.X_OK):
        absent.append(
            deferred(
                "the merge driver is not where it was: {program}; run factcheck git install again", program=program
            )
        )
    if not setting(start, "diff.factcheck.xfuncname"):
        absent.append(deferred("hunk headers do not show sentences: factcheck git install"))
    return tuple(absent)
