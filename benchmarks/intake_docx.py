"""Word documents with all that editors leave in them, read by us and by pandoc; and whether an insertion was lost."""

from __future__ import annotations

import random
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from xml.sax.saxutils import escape

from benchmarks.stories import f1, sentence, words
from factcheck.intake import docx
from factcheck.intake.draft import Material
from factcheck.intake.tidy import composed_text

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WHO = 'w:id="1" w:author="Z" w:date="2026-11-03T08:00:00Z"'


def _run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)} </w:{tag}></w:r>'


class _Writer:
    """Writes one document, and keeps in mind what was inserted while changes were tracked."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.inserted: list[str] = []
        self._notes: list[str] = []

    def document(self) -> bytes:
        """Return the document."""
        body = "".join(self._blocks())
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in self._parts(body):
                archive.writestr(name, text)
        return out.getvalue()

    def _parts(self, body: str) -> Iterator[tuple[str, str]]:
        names = f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}/relationships"'
        types = "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="{_KIND}.{kind}+xml"/>'
            for part, kind in (("document", "document.main"), ("footnotes", "footnotes"))
        )
        rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        yield "[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{rels}{types}</Types>'
        yield "_rels/.rels", _relations(("officeDocument", "word/document.xml", ""))
        link = ("hyperlink", "https://www.example.org/", ' TargetMode="External"')
        yield "word/_rels/document.xml.rels", _relations(("footnotes", "footnotes.xml", ""), link)
        yield "word/document.xml", f"<w:document {names}><w:body>{body}<w:sectPr/></w:body></w:document>"
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p>{_run(text)}</w:p></w:footnote>'
            for number, text in enumerate(self._notes, start=2)
        )
        yield "word/footnotes.xml", f"<w:footnotes {names}>{notes}</w:footnotes>"

    def _blocks(self) -> Iterator[str]:
        for _number in range(self._chance.randint(20, 40)):
            kind = self._chance.random()
            if kind < 0.05:
                yield f"<w:sdt><w:sdtContent>{self._paragraph()}</w:sdtContent></w:sdt>"
            elif kind < 0.1:
                yield self._table()
            elif kind < 0.15:
                moved = _run(sentence(self._chance))
                yield f"<w:p><w:moveFrom {_WHO}>{moved}</w:moveFrom></w:p>{self._paragraph()}"
                yield f"<w:p><w:moveTo {_WHO}>{moved}</w:moveTo></w:p>"
            else:
                yield self._paragraph()

    def _table(self) -> str:
        cells = (f"<w:tc><w:p>{_run(str(self._chance.randint(1, 999)))}</w:p></w:tc>" for _number in range(3))
        return f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>"

    def _paragraph(self) -> str:
        return f"<w:p>{''.join(self._inline() for _number in range(self._chance.randint(1, 5)))}</w:p>"

    def _inline(self) -> str:
        ways: tuple[Callable[[str], str], ...] = (
            _run, _run, _run, self._insertion, self._footnote,
            lambda text: f"<w:del {_WHO}>{_run(text, 'delText')}</w:del>",
            lambda text: f'<w:hyperlink r:id="r2">{_run(text)}</w:hyperlink>',
            lambda text: f"<w:sdt><w:sdtContent>{_run(text)}</w:sdtContent></w:sdt>",
            lambda text: f'<w:smartTag w:uri="x" w:element="place">{_run(text)}</w:smartTag>',
            lambda text: _run(text) + '<w:bookmarkStart w:id="3" w:name="b"/><w:bookmarkEnd w:id="3"/><w:proofErr/>',
        )  # fmt: skip
        return self._chance.choice(ways)(sentence(self._chance))

    def _insertion(self, text: str) -> str:
        self.inserted.append(f"ajout{len(self.inserted)}")
        return f"<w:ins {_WHO}>{_run(f'{text} {self.inserted[-1]}')}</w:ins>"

    def _footnote(self, text: str) -> str:
        self._notes.append(sentence(self._chance))
        return f'{_run(text)}<w:r><w:footnoteReference w:id="{len(self._notes) + 1}"/></w:r>'


def _relations(*relations: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"{more}/>'
        for number, (kind, target, more) in enumerate(relations, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _by_pandoc(data: bytes) -> str:
    command = ["pandoc", "--from", "docx", "--to", "plain", "--wrap", "none", "--track-changes", "accept"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def made(seed: int) -> tuple[bytes, list[str]]:
    """Return a document, and a word of each insertion in it."""
    writer = _Writer(seed)
    return writer.document(), writer.inserted


def read(data: bytes) -> list[str]:
    """Return the words that we read in a document."""
    return words("\n".join(composed_text(docx.read(Material(data))[0]).paragraphs))


def measure(count: int = 40) -> tuple[float, float, int, int]:
    """Return the mean and the worst F1 against pandoc, how many insertions there were, and how many were lost."""
    scores, inserted, lost = [], 0, 0
    for seed in range(count):
        data, insertions = made(seed)
        found = read(data)
        scores.append(f1(words(_by_pandoc(data)), found))
        inserted += len(insertions)
        lost += len(set(insertions) - set(found))
    return sum(scores) / count, min(scores), inserted, lost
