"""How sources are read: PDFs, Word documents and web pages made here, each against what was put into it.

Needs reportlab, which `make bench-intake` installs beside the program, and pandoc, without which Word documents are
left out.
"""

from __future__ import annotations

import shutil

from benchmarks import intake_docx, intake_html, intake_pdf


def _verdict(value: float, least: float) -> str:
    return f"(at least {least:g}: {'ok' if value >= least else 'MISSED'})"


def _pdfs() -> None:
    for columns, least in ((1, 0.95), (2, 0.80), (3, 0.80)):
        order, whole, worst = intake_pdf.measure(columns)
        print(f"PDF, columns: {columns}; words in order {order:.3f} {_verdict(order, 0.99)}, worst {worst:.3f}")
        print(f"                 whole paragraphs {whole:.1%} {_verdict(whole, least)}")


def _documents() -> None:
    if not shutil.which("pandoc"):
        print("DOCX: not measured, pandoc is not installed (apt install pandoc)")
        return
    mean, worst, inserted, lost = intake_docx.measure()
    print(f"DOCX against pandoc: F1 {mean:.3f} {_verdict(mean, 0.98)}, worst {worst:.3f}")
    print(f"                     tracked insertions lost: {lost} of {inserted}")


def _pages() -> None:
    mean, worst = intake_html.measure()
    print(f"HTML: F1 {mean:.3f} {_verdict(mean, 0.92)}, worst {worst:.3f}")
    print(f"      200 pages in one command: {intake_html.seconds_a_page():.3f} s of work a page")


def main() -> None:
    """Print a line or two for each kind."""
    _pdfs()
    _documents()
    _pages()


if __name__ == "__main__":
    main()
