"""Rich Text Format 1.9 through striprtf; headers, footers and what hides in the file are left out."""

from __future__ import annotations

import re

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import dates
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.extras import library
from factcheck.intake.prose import squeezed

#: How groups begin that are no part of the text: headers, footers, and what is hidden or tracked as deleted.
_UNSHOWN = re.compile(
    r"\{\s*\\(?:header|footer)[lrf]?(?![a-z])|\{(?:\\[a-z]{1,32}-?\d{0,10} ?){0,40}?\\(?:v|deleted)1?(?![a-z0-9])"
)
#: How groups begin that readers see beside the text: notes and text boxes.
_ASIDE = re.compile(r"\{(?:\\\*)?\\(?:footnote|shptxt)(?![a-z])")
#: Text in two forms, the second with all its characters.
_UPR = re.compile(r"\{\\upr\s*(?=\{)")
_FONTS = re.compile(r"\{\\fonttbl")
_FONT = re.compile(r"\\f(\d{1,5})(?![a-z0-9])((?:(?!\\f\d)[^;]){0,300})")
_CHARSET = re.compile(r"\\fcharset(\d{1,3})")
_MAC = re.compile(r"\{\\rtf1?[^{}]{0,40}\\mac(?![a-z])")
_HIDDEN_DEPTH = 100
_MOST_FONTS = 2_000
_FIELD = r"\{{\\{name}\s+((?:[^{{}}\\]|\\.)*)\}}"
_TIME = re.compile(r"\{\\(creatim|revtim)\\yr(\d+)\\mo(\d+)\\dy(\d+)(?:\\hr(\d+)\\min(\d+))?")


def read(material: Material) -> list[SourceDraft]:
    """Return the document as an article.

    Raises:
        FactcheckError: Broken, or striprtf is not installed.
    """
    striprtf = library("striprtf.striprtf", "rtf")
    source = material.data.decode("latin-1")
    _refuse_deep(source)
    encoding = material.encoding or _code_page(source)
    try:
        text = striprtf.rtf_to_text(_prepared(source), encoding=encoding, errors="strict")
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    except (UnicodeDecodeError, LookupError) as error:
        message = deferred("not {encoding}, as it says it is", encoding=encoding)
        raise FactcheckError(
            message, hint=deferred("Say how it is encoded, for instance --encoding cp1252.")
        ) from error
    except (ValueError, IndexError, KeyError, RecursionError) as error:
        raise FactcheckError(
            deferred("broken RTF"), hint=deferred("Open it in a word processor and save it again.")
        ) from error
    body = [squeezed(line.replace("|", " | ")) if line.endswith("|") else squeezed(line) for line in text.split("\n")]
    facts = Facts(authors=tuple(filter(None, [_info(source, "author", striprtf)])), modified=_modified(source))
    return [SourceDraft(facts, [line.strip(" |") for line in body])]


def _refuse_deep(source: str) -> None:
    depth = deepest = 0
    for sign in re.findall(r"(?<!\\)[{}]", source):
        depth += 1 if sign == "{" else -1
        deepest = max(deepest, depth)
    if deepest > _HIDDEN_DEPTH:
        raise FactcheckError(deferred("nested deeper than {depth} elements: not an article", depth=_HIDDEN_DEPTH))


def _code_page(source: str) -> str:
    found = re.search(r"\\ansicpg(\d+)", source[:4000])
    usual = "mac_roman" if _MAC.match(source) else "cp1252"
    return f"cp{found[1]}" if found and found[1] != "0" else usual


def _prepared(source: str) -> str:
    """Return the source as striprtf reads it right: what is unshown left out, what stands aside at the end."""
    fonts = _FONTS.search(source)
    if fonts:
        end = _group_end(source, fonts.start())
        source = source[: fonts.start()] + _font_table(source[fonts.start() : end]) + source[end:]
    source, _unshown = _parted(source, _UNSHOWN)
    source = _in_full(source)
    source, aside = _parted(source, _ASIDE)
    notes = "".join(f"\\par {group.replace(begin[0], '{', 1)}" for group in aside if (begin := _ASIDE.match(group)))
    body, brace, rest = source.rpartition("}")
    return f"{body}{notes}{brace}{rest}"


def _font_table(table: str) -> str:
    """Return a table of fonts that names a character set for each: the document's own, 1, where it names none.

    Without it striprtf would give a font the character set of the next one.
    """
    sets = [(found[1], _CHARSET.search(found[2])) for found in _FONT.finditer(table)]
    entries = (f"{{\\f{font}\\fcharset{charset[1] if charset else 1} x;}}" for font, charset in sets[:_MOST_FONTS])
    return f"{{\\fonttbl{''.join(entries)}}}"


def _parted(source: str, begin: re.Pattern[str]) -> tuple[str, list[str]]:
    """Return the source without the groups that begin like this, and those groups."""
    kept, groups, at = [], [], 0
    for found in begin.finditer(source):
        if found.start() >= at:
            kept.append(source[at : found.start()])
            at = _group_end(source, found.start())
            groups.append(source[found.start() : at])
    return "".join([*kept, source[at:]]), groups


def _in_full(source: str) -> str:
    """Return the source with the second form alone of text that is given in two, which has all its characters."""
    kept, at = [], 0
    for found in _UPR.finditer(source):
        if found.start() >= at:
            end = _group_end(source, found.start())
            second = source[_group_end(source, found.end()) : end - 1]
            kept += [source[at : found.start()], re.sub(r"\\\*\\ud(?![a-z]) ?", "", second, count=1)]
            at = end
    return "".join([*kept, source[at:]])


_SIGN = re.compile(r"\\.|[{}]", re.DOTALL)


def _group_end(source: str, start: int) -> int:
    depth = 0
    for sign in _SIGN.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if depth == 0:
            return sign.end()
    return len(source)


def _info(source: str, name: str, striprtf: object) -> str:
    found = re.search(_FIELD.format(name=name), source[:20_000])
    reader = getattr(striprtf, "rtf_to_text")  # noqa: B009 - a module without types
    return squeezed(reader("{\\rtf1 " + found[1] + "}", errors="ignore")) if found else ""


def _modified(source: str) -> str:
    times = {found[1]: found for found in _TIME.finditer(source[:20_000])}
    found = times.get("revtim") or times.get("creatim")
    if not found:
        return ""
    clock = f"T{int(found[5]):02}:{int(found[6]):02}" if found[5] else ""
    return dates.iso(f"{found[2]}-{found[3]}-{found[4]}{clock}")
