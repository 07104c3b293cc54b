"""The nouns of the program as frozen values, and how files are named."""

import codecs
import re
from bisect import bisect_right
from enum import StrEnum
from itertools import accumulate
from typing import Annotated, NamedTuple, NewType

#: `s` and ten hexadecimal digits; given when a record is made and kept for life.
RecordId = NewType("RecordId", str)

#: A lower-case ISO 639 code such as `fr`; `und` where the language is not known.
Language = NewType("Language", str)

#: An annotator's name as it stands in file names: `[a-z0-9-]+`.
Annotator = NewType("Annotator", str)

#: What the file names of sidecars end in.
SUFFIX = ".labels.yaml"

#: What the file names of source files end in, which say where an article comes from.
SOURCE_SUFFIX = ".source.yaml"

#: The settings of a desk; the folder that holds them is its root.
SETTINGS = "factcheck.yaml"

#: A desk's own codebook, beside its settings.
CODEBOOK = "codebook.yaml"

ANNOTATOR = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def stem(article: str) -> str:
    """Return what the names of an article's sidecars begin with, given the article's file name.

    >>> stem("strike.2.txt"), stem(".txt")
    ('strike.2', '.txt')
    """
    return article.rpartition(".")[0] or article


def sidecar_name(article: str, annotator: str | None) -> str:
    """Return the file name of an annotator's labels on an article; of the decisions where there is no annotator.

    >>> sidecar_name("strike.txt", "alice"), sidecar_name("strike.txt", None)
    ('strike.alice.labels.yaml', 'strike.labels.yaml')
    """
    return f"{stem(article)}{f'.{annotator}' if annotator else ''}{SUFFIX}"


#: What ends the name of an annotator who labels the same articles a second time.
_AGAIN = "-again"


def first_name(annotator: str) -> str:
    """Return whose labels these are: those of `alice-again`, who labels a second time, are Alice's.

    >>> first_name("alice-again"), first_name("alice")
    ('alice', 'alice')
    """
    return annotator.removesuffix(_AGAIN)


def is_again(annotator: str | None) -> bool:
    """Return whether the labels of this name are a second try of somebody, which counts towards nothing."""
    return annotator is not None and annotator.endswith(_AGAIN)


#: How an article may be encoded, by Python's names. All are read in one pass; what Python calls encodings besides are
#: ciphers, archives and escapes, some of them quadratic (punycode, idna), or hide plain letters (utf-7).
ENCODINGS = frozenset(
    f"""
    ascii utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be
    {" ".join(f"iso8859-{number}" for number in range(1, 17) if number != 12)}
    {" ".join(f"cp125{number}" for number in range(9))}
    cp437 cp720 cp737 cp775 cp850 cp852 cp855 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp1125
    mac-roman mac-latin2 mac-cyrillic mac-greek mac-turkish mac-iceland mac-croatian mac-romanian
    koi8-r koi8-u koi8-t kz1048 ptcp154 tis-620 hp-roman8
    big5 big5hkscs cp932 cp949 cp950 euc_jp euc_kr gb2312 gbk gb18030 johab shift_jis shift_jis_2004 iso2022_jp
    """.split()
)


def encoding_name(name: str) -> str | None:
    """Return the usual name of an encoding that an article may have; None for what is none.

    >>> encoding_name("Windows-1252"), encoding_name("rot13")
    ('cp1252', None)
    """
    try:
        usual = codecs.lookup(name).name
    except (LookupError, ValueError):  # a NUL in the name
        return None
    return usual if usual in ENCODINGS else None


def source_name(article: str) -> str:
    """Return the file name of an article's source file, given the article's file name.

    >>> source_name("strike.txt")
    'strike.source.yaml'
    """
    return f"{stem(article)}{SOURCE_SUFFIX}"


class Label(StrEnum):
    """What kind of statement a sentence makes; docs and the codebook say how to choose."""

    CLAIM = "claim"
    OPINION = "opinion"
    UNVERIFIED = "unverified"
    SOURCED = "sourced"


class Span(NamedTuple):
    """A piece of a text: code points from `start` up to, not including, `end`."""

    start: int
    end: int


class Place(NamedTuple):
    """A position in a file: line from 1, column in code points from 1."""

    line: int
    column: int


class LineStarts:
    """Where the lines of a text begin, to turn offsets into places and back.

    >>> starts = LineStarts("ab\\ncd")
    >>> starts.place(4), starts.offset(Place(2, 2))
    (Place(line=2, column=2), 4)
    """

    def __init__(self, text: str) -> None:
        """Find the lines; only a line feed ends one."""
        self._starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))

    def place(self, offset: int) -> Place:
        """Return the place of an offset, in code points from 0."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def offset(self, place: Place) -> int:
        """Return the offset of a place, in code points from 0."""
        return self._starts[place.line - 1] + place.column - 1


class Field(NamedTuple):
    """What is known of a field of a record besides its type; `factcheck.sidecar.fields` has what follows from it."""

    #: What it holds, for the schemas.
    sentence: str
    #: What it says something about: the `sentence`; the `label`, its `source` or its `reason`, which a merge keeps
    #: together; or a thing by itself. `diff` calls a change of the field so, where it has no better word.
    about: str = "detail"
    #: The field that it stands above in a file; the others stand in the order in which `Record` has them.
    above: str = ""
    #: Whether only decisions may hold it.
    decisions: bool = False


class Record(NamedTuple):
    """One sentence in a sidecar and everything said about it; an absent string field is empty.

    This is the table of fields: the reader, the writer, the undo journal, `diff`, merges, screens and schemas learn of
    them from here. A field that is a remark takes one line.
    """

    id: Annotated[RecordId, Field("Given when the record is made and kept for life.", "sentence")]
    text: Annotated[str, Field("The sentence, inner line breaks included. Edit the article, not this.", "sentence")]
    label: Annotated[Label | None, Field("What the sentence is; empty until somebody has decided.", "label")] = None
    source: Annotated[str, Field("Who says it, in the article's words where possible. For sourced.", "source")] = ""
    url: Annotated[str, Field("Where the source can be found.", "source")] = ""
    unsure: Annotated[bool, Field("The annotator wants a second opinion.", "unsure", above="text")] = False
    skip: Annotated[str, Field("Why it needs no label: byline, caption, question ...", "label", above="label")] = ""
    was: Annotated[str, Field("The text before an edit that somebody must look at.", "label")] = ""
    was_label: Annotated[Label | None, Field("The label before that edit.", "label")] = None
    reason: Annotated[str, Field("Why the annotators differed.", "reason", decisions=True)] = ""
    over: Annotated[str, Field("The labels decided between: alice=claim bob=opinion.", "reason", decisions=True)] = ""
    note: Annotated[str, Field("A remark for colleagues; never part of the label.", "note", above="unsure")] = ""

    @property
    def done(self) -> bool:
        """Return whether the sentence has been dealt with: labelled or skipped."""
        return self.label is not None or self.skip != ""


class Sidecar(NamedTuple):
    """One annotator's labels on one article; the decisions file has no annotator."""

    #: The article's file name, in the same folder: no slash.
    article: str
    annotator: Annotator | None
    language: Language
    #: Every sentence, in the article's order; together they tile it.
    sentences: tuple[Record, ...]
    #: Records of sentences that the article no longer has, so that a reverted edit restores them.
    retired: tuple[Record, ...] = ()
