"""The house rules that a machine can hold us to, read from the syntax tree of every module."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "factcheck"

#: Lower layers first, each a set of folders; a module imports only from its own layer or a lower one.
LAYERS = {
    "values": {"errors", "findings", "i18n", "model", "registry"},
    "data": {"languages", "yaml"},
    "text": {"config", "sidecar", "text"},
    "core": {"archive", "carry", "checking", "exchange", "intake", "labelling", "merging", "review"},
    "edges": {"formats", "io"},
    "app": {"app"},
    "cli": {"cli", "__main__"},
}
ORDER = list(LAYERS)

#: What only some places may import, by dotted prefix of the place.
ONLY_IN = {
    "click": ("factcheck.cli",),
    "rich": ("factcheck.formats.screen", "factcheck.formats.codebook", "factcheck.formats.show"),
    "ruamel": ("factcheck.yaml",),
    "subprocess": ("factcheck.io.confined", "factcheck.io.git", "factcheck.io.terminal"),
    "termios": ("factcheck.io.terminal",),
    "tty": ("factcheck.io.terminal",),
    "curses": (),
}
OPENING = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "fdopen",
    "mkdir",
    "unlink",
    "rename",
    "touch",
}
#: What only looks at the disk: most of these take an error of the system for "nothing there".
LOOKING = {
    *("exists", "lexists", "is_file", "isfile", "is_dir", "isdir", "is_symlink", "islink", "is_mount", "ismount"),
    *("listdir", "scandir", "iterdir", "glob", "rglob", "stat", "lstat", "access", "getsize", "getmtime", "samefile"),
    *("resolve", "realpath", "readlink", "expanduser", "rmdir", "removedirs", "makedirs", "symlink_to", "hardlink_to"),
}
#: `io` is not among them: streams in memory are pure, and files are opened in the store only.
IMPURE_IN_CORE = {"os", "sys", "time", "datetime", "random", "subprocess", "socket", "shutil", "tempfile"}
#: XlsxWriter would write the time of day into a workbook unless it is given another; dates of sources are looked at.
NOT_THE_CLOCK = {("factcheck.exchange.xlsx", "datetime"), ("factcheck.intake.dates", "datetime")}


@functools.cache
def modules() -> dict[str, Path]:
    """Return every module of the package by its dotted name."""
    paths = sorted(PACKAGE.rglob("*.py"))
    names = [".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for p in paths]
    return dict(zip(names, paths, strict=True))


@functools.cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(name: str) -> Iterator[str]:
    """Yield every module that `name` imports, wherever in it the import stands."""
    for node in ast.walk(tree(modules()[name])):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: relative import"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in modules() else str(node.module)


def room(name: str) -> str:
    """Return the folder of the package, or the module directly in it, that a module is part of."""
    return [*name.split("."), "__init__"][1]


def layer(name: str) -> str:
    """Return the layer of a module of the package."""
    if room(name) == "__init__":
        return "values"
    found = [layer for layer, rooms in LAYERS.items() if room(name) in rooms]
    assert found, f"{name} has no layer: add it to LAYERS and to docs/design.md"
    return found[0]


def functions(name: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of a module."""
    for node in ast.walk(tree(modules()[name])):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


NAMES = list(modules())


def test_a_module_imports_only_from_its_layer_or_below() -> None:
    """Values know nothing, data knows values, and so on up to the command line."""
    upwards = [
        f"{name} imports {imported}"
        for name in NAMES
        for imported in imports(name)
        if imported.startswith("factcheck") and ORDER.index(layer(imported)) > ORDER.index(layer(name))
    ]
    assert not upwards


def with_packages(name: str, imported: Iterator[str]) -> set[str]:
    """Return our own modules that are loaded with `imported`: their packages too, but for those `name` is in itself."""
    ours = {i for i in imported if i in NAMES and i != name}
    packages = {i.rsplit(".", n)[0] for i in ours for n in range(1, i.count(".") + 1)}
    return ours | {p for p in packages if p != name and not name.startswith(f"{p}.")}


def test_there_are_no_import_cycles() -> None:
    """No module reaches itself through imports, those inside functions and those of packages counted."""
    graph = {name: with_packages(name, imports(name)) for name in NAMES}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path, name))
        if name not in done:
            for other in graph[name]:
                visit(other, (*path, name))
            done.add(name)

    for name in NAMES:
        visit(name, ())


def test_the_house_stays_small() -> None:
    """The rooms (folders and modules of the package itself), the floors and the arrows between rooms are few.

    The values, on which everything stands, are one room where arrows are counted: who needs an error and a message
    leans on them once.
    """
    arrows: dict[str, set[str]] = {room(name): set() for name in NAMES}
    for name in NAMES:
        arrows[room(name)] |= {room(i) for i in imports(name) if i in NAMES} - {room(name), "__init__"}
    values = LAYERS["values"]

    @functools.cache
    def floor(of: str) -> int:
        return 1 + max(map(floor, arrows[of]), default=0)

    rooms = arrows.keys() - {"__init__", "__main__"}
    assert len(rooms) <= 25
    assert max(map(floor, rooms)) <= 10
    counted = {(of, "values" if to in values else to) for of in rooms - values for to in arrows[of]}
    assert len(counted) <= 100, sorted(counted)


def test_each_library_stays_in_its_room() -> None:
    """Click is known to the command line only, rich to screens, ruamel to the YAML loader, and so on."""
    outside = []
    for name in NAMES:
        pure = ORDER.index(layer(name)) <= ORDER.index("core")
        for imported in imports(name):
            library = imported.split(".")[0]
            if not name.startswith(ONLY_IN.get(library, ("factcheck",))):
                outside.append(f"{name} imports {imported}")
            elif pure and library in IMPURE_IN_CORE and (name, imported) not in NOT_THE_CLOCK:
                outside.append(f"{name}, which is pure, imports {imported}")
    assert not outside


def test_the_disk_is_touched_only_by_io() -> None:
    """Files are opened in `factcheck.io.store`; whatever looks at the disk is in `factcheck.io` too."""
    touching = []
    for name in NAMES:
        opens = name.startswith(("factcheck.io.confined", "factcheck.io.store", "factcheck.io.terminal"))
        refused = set() if opens else OPENING if name.startswith("factcheck.io.") else OPENING | LOOKING
        calls = (node for node in ast.walk(tree(modules()[name])) if isinstance(node, ast.Call))
        for call in calls:
            called = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if called in refused and not ast.unparse(call).startswith("store."):
                touching.append(f"{name}:{call.lineno} calls {called}")
    assert not touching


def test_functions_are_short() -> None:
    """No function is longer than forty lines."""
    lengths = {
        f"{name}.{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for name in NAMES
        for function in functions(name)
    }
    assert {name: length for name, length in lengths.items() if length > 40} == {}


def test_what_is_public_is_documented() -> None:
    """Each module, public class and public function has a docstring that ends as a sentence does."""
    without = []
    for name in NAMES:
        for node in ast.walk(tree(modules()[name])):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                title = getattr(node, "name", "")
                first = (ast.get_docstring(node) or "").split("\n\n")[0].rstrip()
                if not title.startswith("_") and not first.endswith((".", ":", "?")):
                    without.append(f"{name}: {title}")
    assert not without


#: Function names that mean the same in each module that has one: what tables of formats list, pages of documentation,
#: what every engine of `check` does, commands beside what they do.
SHARED_NAMES = {
    *("read", "write", "pieces", "page", "text", "markdown", "as_json"),
    "map_chunks",
    *("agreement", "carry", "check", "diff", "plan"),
}


def test_one_class_name_has_one_meaning() -> None:
    """No two modules have public classes of one name; functions that share one do not become more."""
    places: dict[str, list[str]] = {}
    for name in NAMES:
        for node in tree(modules()[name]).body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
                key = f"class {node.name}" if isinstance(node, ast.ClassDef) else node.name
                places.setdefault(key, []).append(name)
    several = {key: found for key, found in places.items() if len(found) > 1 and key not in SHARED_NAMES}
    assert [(key, found) for key, found in several.items() if key.startswith("class ")] == []
    assert len(several) <= 6, several


#: What ends like a participle and is a noun; `LenientReading` is a reading.
NOUNS = {"Background", "Finding", "LenientReading", "Listing", "Meaning", "Setting", "SubjectHeading"}
PARTICIPLE = re.compile("[a-z]{3,}(ed|ing)|found|held|kept|made|said|sat|taken|told")


def test_no_class_is_named_by_a_participle() -> None:
    """`Kept`, `Wanted` and `Found` say when something happened to a thing, not what it is."""
    classes = {n.name for name in NAMES for n in ast.walk(tree(modules()[name])) if isinstance(n, ast.ClassDef)}
    last = {name: re.findall("[A-Z][a-z]*", name)[-1].lower() for name in classes - NOUNS}
    assert {name for name, word in last.items() if PARTICIPLE.fullmatch(word)} == set()


def test_a_module_says_what_is_in_it() -> None:
    """Where its docstring sends a reader on, it names the module: not "elsewhere", nor that something is not here."""
    said = {name: " ".join((ast.get_docstring(tree(modules()[name])) or "").split("\n\n")[0].split()) for name in NAMES}
    vague = re.compile(r"\belsewhere\.$|\b(is|are) not here\.$|; nothing [^;]* here\.$")
    assert {name: text for name, text in said.items() if vague.search(text)} == {}


#: Fields that are read by no name: a value that is only compared as a whole, one that is unpacked.
READ_AS_A_WHOLE = {"Identity.device", "Identity.inode", "FeedbackView.book"}


def test_every_field_of_a_value_is_read() -> None:
    """A field that nobody asks for is knowledge in the wrong place, or a mistake: what was filled in is not used."""
    fields: set[str] = set()
    read: set[str] = set()
    for path in modules().values():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                fields |= {f"{node.name}.{name}" for name in _fields(node)}
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                read.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                read.add(node.value)  # by way of `getattr` and tables of fields
    assert {field for field in fields if field.partition(".")[2] not in read} == READ_AS_A_WHOLE


def _fields(node: ast.ClassDef) -> Iterator[str]:
    """Yield the fields of a named tuple or a data class."""
    made_by = {ast.unparse(one) for one in (*node.bases, *node.decorator_list)}
    if any(one.startswith(("NamedTuple", "dataclass")) for one in made_by):
        for line in node.body:
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                yield line.target.id
