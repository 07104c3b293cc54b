"""Random but valid nouns of the program, for properties: texts, records, sidecars; and files as people mangle them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from factcheck.labelling import EditorText, Paste
from factcheck.labelling.keys import NAMED
from factcheck.model import Annotator, Label, Language, Record, RecordId, Sidecar
from factcheck.sidecar.fields import IN_DECISIONS_ONLY, KINDS, FieldKind
from factcheck.sidecar.scalars import hides

#: Characters that matter to YAML, to terminals, to typographers and to offsets.
_TRICKY = st.sampled_from(
    [
        *"\"'\\#:-{}[]&*!|>%@`, \t\n\r\0\x1b\x7f\x85\xa0\xad«»’—…é\u0301\u200b\u200e\u2028\u202e\u202f\ufeff",
        *["\ud83d", "\ufffe", "\U0001f600", "\U000e0041", "\U0010ffff"],
        *["- id: ", "\n- id: ", "\nretired:\n", "  label: claim", "---", "\\u200B"],
    ]
)

#: Any text of at least one character.
texts = st.lists(st.one_of(_TRICKY, st.text(max_size=8)), min_size=1, max_size=12).map("".join).filter(bool)

#: A text or nothing, as in the fields that need not be there.
remarks = st.one_of(st.just(""), texts)

labels = st.sampled_from([None, *Label])

record_ids = st.text("0123456789abcdef", min_size=10, max_size=10).map(lambda digits: RecordId(f"s{digits}"))

annotators = st.one_of(
    st.sampled_from(["alice", "no", "on", "y", "null", "2024-05-01", "1e5", "0x1f", "12"]),
    st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True),
).map(Annotator)

languages = st.sampled_from(["fr", "en", "no", "on", "und", "is"]).map(Language)

_KEYS = sorted(NAMED) + list("cousCOUSxiwezZljknpgG/vdDbh?q 0123456789éè&'\"àç_(-@#~ñ日\u0301\U0001f600\ud800y")

#: What may happen in a labelling session: keys with and without a meaning, pastes, notes from an editor.
events = st.lists(
    st.one_of(st.sampled_from(_KEYS), st.text(max_size=6).map(Paste), st.text(max_size=6).map(EditorText)), max_size=60
)

#: File names, some of them strange.
article_names = st.one_of(
    st.sampled_from(["port-strike.txt", "2024-05-01.txt", "true", "grève au port.md", "a: b.txt", "#x.txt", ".x", "~"]),
    texts.map(lambda name: name.replace("/", "_")).filter(lambda name: name.strip(".") != ""),
)

_VALUES: dict[FieldKind, st.SearchStrategy[Any]] = {
    FieldKind.ID: record_ids,
    FieldKind.TEXT: texts,
    FieldKind.STRING: remarks,
    FieldKind.LABEL: labels,
    FieldKind.FLAG: st.booleans(),
}


@st.composite
def records(draw: st.DrawFn, *, decisions: bool = False) -> Record:
    """Draw a record with any of its fields filled in."""
    names = [name for name in KINDS if decisions or name not in IN_DECISIONS_ONLY]
    return Record(**{name: draw(_VALUES[KINDS[name]]) for name in names})


@st.composite
def sidecars(draw: st.DrawFn, max_records: int = 6) -> Sidecar:
    """Draw a sidecar, an annotator's or the decisions, with sentences and retired records in any number."""
    annotator = draw(st.none() | annotators)
    some = draw(
        st.lists(records(decisions=annotator is None), max_size=max_records, unique_by=lambda record: record.id)
    )
    cut = draw(st.integers(0, len(some)))
    return Sidecar(draw(article_names), annotator, draw(languages), tuple(some[:cut]), tuple(some[cut:]))


@st.composite
def changed(draw: st.DrawFn, sidecar: Sidecar) -> Sidecar:
    """Draw a sidecar with some of its records edited, new, gone, moved or retired."""
    decisions = sidecar.annotator is None
    pool = [
        draw(records(decisions=decisions))._replace(id=record.id) if draw(st.booleans()) else record
        for record in sidecar.sentences + sidecar.retired
        if draw(st.integers(0, 5))
    ]
    new = draw(st.lists(records(decisions=decisions), max_size=2))
    order = draw(st.permutations(pool + [record for record in new if record.id not in {old.id for old in pool}]))
    unique = tuple({record.id: record for record in order}.values())
    cut = draw(st.integers(0, len(unique)))
    return sidecar._replace(sentences=unique[:cut], retired=unique[cut:])


#: Comment lines that hide nothing, as they may stand in the strict form.
comments = (
    st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=12)
    .map(lambda text: f"# {text}")
    .filter(lambda line: not hides(line.encode()))
)


@st.composite
def mangled(draw: st.DrawFn, data: bytes) -> bytes:
    """Draw what may become of a file: bytes put in, taken out or repeated, lines dropped or indented."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 12)))
        put = draw(st.sampled_from(_INSERTED) | st.binary(max_size=3))
        kind = draw(st.sampled_from(["replace", "double", "indent", "drop line"]))
        if kind == "replace":
            data = data[:start] + put + data[end:]
        elif kind == "double":
            data = data[:end] + data[start:]
        else:
            lines = data.split(b"\n")
            at = draw(st.integers(0, len(lines) - 1))
            lines[at : at + 1] = [] if kind == "drop line" else [b"  " + lines[at]]
            data = b"\n".join(lines)
    return data


_INSERTED = [
    *[b"", b" ", b"\n", b"\n\n", b"\t", b"\r\n", b"\0", b'"', b"'", b"\\", b"#", b" # x", b":", b": ", b"- "],
    *[b"&a ", b"*a", b"!!str ", b"<<: ", b"%YAML 1.1\n---\n", b"\n---\n", b"{", b"}", b"[", b"]", b"|\n", b">-\n"],
    *[b"null", b"~", b"1", b"\xe2\x80\x8b", b"\xff", b"\xef\xbb\xbf", b"<<<<<<< HEAD\n", b"label: clam"],
    *[b"\n- id: s0123456789\n", b"retired:\n"],
]
