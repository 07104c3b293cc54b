"""One story, wrapped as agencies, programs and people wrap it: it comes back as the same article from all of them."""

from __future__ import annotations

import base64
import gzip
import html
import json
from collections.abc import Callable, Mapping
from itertools import product
from textwrap import wrap

import intake_samples as samples
import pytest
from intake_samples import PARAGRAPHS, TITLE
from test_intake import read

from benchmarks import intake_docx, intake_html
from factcheck.errors import FactcheckError
from factcheck.intake.draft import Material
from factcheck.intake.kinds import drafts_of
from factcheck.intake.prose import split_paragraphs

STORY = (TITLE, *PARAGRAPHS)
HTML = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
PLAIN = "\n\n".join(PARAGRAPHS)
XHTML = "http://www.w3.org/1999/xhtml"
G2 = "http://iptc.org/std/nar/2006-10-01/"


def _b64(text: str) -> str:
    return base64.encodebytes(text.encode()).decode()


# News in XML and JSON: what holds the story, and what is around it

#: The story as an element or text inside XML may have it.
CONTENTS: Mapping[str, str] = {
    "elements": HTML,
    "escaped": html.escape(HTML),
    "cdata": f"<![CDATA[{HTML}]]>",
    "xhtml": f'<html xmlns="{XHTML}"><head><title>slug</title></head><body>{HTML}</body></html>',
    "prefixed": f'<h:div xmlns:h="{XHTML}">{HTML.replace("<p", "<h:p").replace("</p", "</h:p")}</h:div>',
    "headline again": f"<html><body><header><ul><li>Port</li></ul><h1>{TITLE}</h1></header>{HTML}</body></html>",
    "embed": f"{HTML}<p>{html.escape('<div></div>')}</p>",
}


def _g2(inside: str, *, element: str = "inlineXML", more: str = "", headlines: str = "", version: int = 2) -> str:
    return (
        f'<newsItem xmlns="{G2}" guid="urn:a" version="{version}" xml:lang="fr"><itemMeta>'
        '<itemClass uri="http://cv.iptc.org/newscodes/ninature/text"/>'
        '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/></itemMeta><contentMeta>'
        f"{headlines or f'<headline>{TITLE}</headline>'}</contentMeta><contentSet>"
        f"<{element} {more}>{inside}</{element}></contentSet></newsItem>"
    )


def _newsml_1(inside: str, *, role: str = "Main", before: str = "") -> str:
    return (
        f"<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>{TITLE}</HeadLine></NewsLines>{before}<NewsComponent>"
        f'<Role FormalName="{role}"/><ContentItem><MediaType FormalName="Text"/>{inside}</ContentItem></NewsComponent>'
        "</NewsComponent></NewsItem></NewsML>"
    )


def _nitf(inside: str) -> str:
    return (
        f"<nitf><head><title>slug</title></head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline>"
        "<dateline><story.date>20261103T083000+0100</story.date></dateline></body.head>"
        f"<body.content>{inside}</body.content></body></nitf>"
    )


AROUND: Mapping[str, Callable[[str], str]] = {
    "g2": _g2,
    "newsml 1": lambda inside: _newsml_1(f"<DataContent>{inside}</DataContent>"),
    "nitf": _nitf,
}
CAPTION = (
    '<NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/>'
    "<DataContent><p>Une photo du port.</p></DataContent></ContentItem></NewsComponent>"
)
OLDER = _g2("<p>Un texte plus ancien.</p>", version=1)
NEWS: Mapping[str, str] = {
    **{
        f"{around}: {content}": AROUND[around](CONTENTS[content])
        for around, content in product(AROUND, CONTENTS)
        if around == "g2" or content != "headline again"
    },
    "g2: base64": _g2(_b64(HTML), element="inlineData", more='contenttype="text/html" encoding="x#base64"'),
    "g2: two languages": _g2(HTML, headlines=f'<headline xml:lang="en">Port</headline><headline>{TITLE}</headline>'),
    "g2: roles": _g2(HTML, headlines=f'<headline role="h:a">Port</headline><headline role="h:main">{TITLE}</headline>'),
    "g2: a break in the headline": _g2(HTML, headlines=f"<headline>{TITLE.replace(' ', '<br/>', 1)}</headline>"),
    "g2: versions": f'<newsMessage xmlns="{G2}"><itemSet>{OLDER}{_g2(HTML)}</itemSet></newsMessage>',
    "newsml 1: base64": _newsml_1(f'<Encoding Notation="Base64"><DataContent>{_b64(HTML)}</DataContent></Encoding>'),
    "newsml 1: a caption first": _newsml_1(f"<DataContent>{HTML}</DataContent>", before=CAPTION),
    "ninjs: HTML in text": json.dumps({"type": "text", "headline": TITLE, "body_text": HTML}),
    "ninjs: tags in the headline": json.dumps(
        {"type": "text", "headline": TITLE.replace("port", "<b>port</b>"), "body_html": HTML}
    ),
    "ninjs: a summary first": json.dumps(
        {"type": "text", "headlines": [{"value": TITLE}],
         "bodies": [{"role": "summary", "value": "X."}, {"role": "main", "contentType": "text/html", "value": HTML}]}
    ),
    "atom 0.3": f'<feed xmlns="http://purl.org/atom/ns#"><entry><title>{TITLE}</title>'
    f'<content type="text/html" mode="escaped">{html.escape(HTML)}</content></entry></feed>',
    "rss: a title of a picture": '<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item><media:content>'
    f"<media:title>Photo</media:title></media:content><title>{TITLE}</title>"
    f"<description>{html.escape(HTML)}</description></item></channel></rss>",
    "wordpress: a type of its own": '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item>'
    f"<title>{TITLE}</title><description>{html.escape(PLAIN)}</description><wp:post_type>dossier</wp:post_type></item>"
    f"<item><title>Autre</title><description>Jeté.</description><wp:post_type>post</wp:post_type>"
    "<wp:status>trash</wp:status></item></channel></rss>",
}  # fmt: skip


@pytest.mark.parametrize("name", NEWS)
def test_news_is_the_same_article_however_it_is_wrapped(name: str) -> None:
    """In UTF-8, in UTF-16 with and without a mark, and in Latin-1 that is declared, or lies."""
    source = NEWS[name]
    assert read(source)[2].paragraphs == STORY
    assert read(source.encode("utf-16"))[2].paragraphs == STORY
    if source.startswith("<"):
        declared = f'<?xml version="1.0" encoding="ISO-8859-1"?>{source}'
        assert read(declared.encode("cp1252"))[2].paragraphs == STORY
        assert read(declared)[2].paragraphs == STORY
        assert read(declared.replace("ISO-8859-1", "UTF-16").encode("utf-16-le"))[2].paragraphs == STORY


def test_facts_are_codes_and_people() -> None:
    """The end of a code's address is the code; “by” is no part of a name; of several names of one person, the first."""
    creator = '<creator><name role="n:full">Par Zoé Le Goff</name><name role="n:short">ZLG</name></creator>'
    source = _g2(HTML, headlines=f"{creator}<headline>{TITLE}</headline>")
    _kind, facts, _text = read(source)
    assert (facts.status, facts.authors, facts.version) == ("withheld", ("Zoé Le Goff",), "2")


def test_a_caption_alone_is_no_article() -> None:
    """Where the only text of a component is a caption."""
    with pytest.raises(FactcheckError, match="no article"):
        drafts_of(Material(_newsml_1("<DataContent>x</DataContent>", role="Caption").encode()))


# Mail, wires, subtitles, text

HEAD = f"From: Zoé <z@j.example>\nTo: d@j.example\nSubject: {TITLE}\nMIME-Version: 1.0\n"
TEXT = "Content-Type: text/plain; charset=utf-8\n"
MULTI = f'{HEAD}Content-Type: multipart/{{kind}}; boundary="b"\n\n{{parts}}--b--\n'
PAGE = f"--b\nContent-Type: text/html; charset=utf-8\n\n{HTML}\n"
MAILS: Mapping[str, str] = {
    "an answer": f"{HEAD}{TEXT}\n{PLAIN}\n\nLe lundi 2, Anne <a@j.example>\na écrit :\n\n> Et le port ?\n>\n> Anne\n",
    "flowed": f"{HEAD}{TEXT.strip()}; format=flowed\n\n" + "\n".join(PARAGRAPHS).replace(", ", ", \n") + "\n",
    "signed": f"{HEAD}{TEXT}\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{PLAIN}\n"
    "-----BEGIN PGP SIGNATURE-----\n\nx\n-----END PGP SIGNATURE-----\n",
    "text with a name": MULTI.format(
        kind="mixed", parts=f'--b\n{TEXT}Content-Disposition: inline; filename="a.txt"\n\n{PLAIN}\n'
    ),
    "no boundary": MULTI.format(kind="mixed", parts="").removesuffix("--b--\n") + PLAIN,
    "related": MULTI.format(kind="related", parts=PAGE),
    "a stub beside HTML": MULTI.format(kind="alternative", parts=f"--b\n{TEXT}\nPas de HTML ?\n{PAGE}"),
    "a hidden preview": MULTI.format(
        kind="related", parts=PAGE.replace("<p>", '<div style="color:red; display: none">Vu</div><p>', 1)
    ),
}


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_is_the_story_alone(name: str) -> None:
    """Without what it answers, signatures, stubs and what is hidden; headers in bytes are UTF-8 or Windows-1252."""
    assert read(MAILS[name])[2].paragraphs == STORY
    header, blank, body = MAILS[name].partition("\n\n")
    legacy = header.encode("cp1252") + (blank + body).encode()
    assert read(legacy)[1].authors == ("Zoé",)


def test_a_name_in_an_encoded_word_may_hold_a_comma() -> None:
    """Addresses are told apart before words are decoded."""
    source = f"From: =?utf-8?q?Zo=C3=A9=2C_Brest?= <z@j.example>\nTo: d@j.example\nSubject: x\n\n{PLAIN}"
    assert read(source)[1].authors == ("Zoé, Brest",)


def test_lines_that_each_end_a_sentence_are_paragraphs() -> None:
    """However alike their widths are; lines that end inside sentences are joined."""
    lines = ["Le port de Brest a rouvert mardi matin, dit-on.", "La préfecture compte beaucoup de manifestants."]
    for separator in ("\n", "\r\n", "\n   ", "\n\t", "\f"):
        assert split_paragraphs(separator.join(lines)) == lines


def test_wires_name_people_and_leave_notes_and_dates_out() -> None:
    """A byline is marked like a headline; a note stands above it; the date may be the last line of the text."""
    iptc = f"\x01abc0042 3 i 93  abc 1888\n\x02{TITLE}=\nPar Zoé Le Goff, abc=\n   {PLAIN}\n\x03031630 MEZ Nov 26\n"
    _kind, facts, text = read(iptc)
    assert text.paragraphs == (TITLE, "Par Zoé Le Goff, abc", *PARAGRAPHS)
    assert (facts.authors, facts.published) == (("Zoé Le Goff",), "2026-11-03T16:30:00+01:00")
    anpa = (
        f"\x16\x16\x01y0042\x1f\x13y a\n\x02^BC-Port,45<\n^Eds: Updates.<\n^{TITLE}<\n^By ZOE LE GOFF=\n   {PLAIN}\n"
        "   AP-WF-11-03-26 1630GMT<\n\x03"
    )
    _kind, facts, text = read(anpa)
    assert text.paragraphs == (TITLE, "By ZOE LE GOFF", *PARAGRAPHS)
    assert (facts.authors, facts.published) == (("ZOE LE GOFF",), "2026-11-03T16:30:00+00:00")
    assert any("Updates" in remark for remark in text.remarks)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_subtitles_without_numbers_or_with_blank_lines_inside(encoding: str) -> None:
    """Each cue is said whole, capitals go on over cues."""
    bare = "00:00:01,000 --> 00:00:02,000\nBonjour,\n\ntout le monde.\n\n"
    numbered = f"1\n{bare}2\n00:00:03,000 --> 00:00:04,000\nLE PORT\n\n3\n00:00:05,000 --> 00:00:06,000\nROUVRE.\n"
    assert read(bare.encode(encoding))[2].paragraphs == ("Bonjour, tout le monde.",)
    assert read(numbered.encode(encoding))[2].paragraphs == ("Bonjour, tout le monde.", "LE PORT ROUVRE.")


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "{}"\nauthors:\n  - Zoé Le Goff\n  - A. Roy\ndate: 2026-11-03\n---\n',
        "---\ntitle: {}\nauthor: ['Zoé Le Goff', A. Roy]\ndate: 2026-11-03\n---\n",
        '+++\ntitle = "{}"\nauthors = ["Zoé Le Goff", "A. Roy"]\ndate = 2026-11-03\n+++\n',
    ],
)
def test_front_matter_is_facts(front: str) -> None:
    """In YAML or TOML."""
    _kind, facts, text = read(f"{front.format(TITLE)}\n{PLAIN}\n", "a.md")
    assert text.paragraphs == STORY
    assert (facts.authors, facts.published) == (("Zoé Le Goff", "A. Roy"), "2026-11-03")


# Documents and pages


def test_nothing_inserted_in_a_document_is_lost_and_pages_are_their_articles() -> None:
    """A few of the files that `make bench-intake` makes."""
    for seed in range(3):
        document, inserted = intake_docx.made(seed)
        assert set(inserted) <= set(intake_docx.read(document))
    assert intake_html.measure(5)[0] > 0.92


WORDS = PARAGRAPHS[1].split(" ")
HALVES = (" ".join(WORDS[:5]) + " ", " ".join(WORDS[5:]))
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


@pytest.mark.parametrize(
    "around",
    [
        '<w:hyperlink r:id="missing" xmlns:r="x">{}</w:hyperlink>',
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
        '<w:dir w:val="ltr"><w:bdo w:val="ltr">{}</w:bdo></w:dir>',
        '<w:customXml w:element="x"><w:ins w:id="1">{}</w:ins></w:customXml>',
        "<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
        f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>{HALVES[1]}</m:t></m:r></m:oMath>',
        "{}<w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>",
    ],
)
def test_no_run_of_a_word_document_is_lost(around: str) -> None:
    """Whatever stands around it; what is hidden is."""
    inside = around.format(samples.run(HALVES[1]))
    paragraphs = [
        samples.runs(PARAGRAPHS[0]),
        f"<w:p>{samples.run(HALVES[0])}{inside}</w:p>",
        samples.runs(PARAGRAPHS[2]),
    ]
    assert read(samples.docx("".join(paragraphs)))[2].paragraphs == PARAGRAPHS


def test_what_an_opendocument_text_hides_is_left_out() -> None:
    """Sections, and titles of pictures; the heading at its beginning is its headline."""
    svg = 'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    body = "".join(f"<text:p>{text}</text:p>" for text in PARAGRAPHS)
    hidden = '<text:section text:display="none"><text:p>caché</text:p></text:section>'
    picture = body.replace("<text:p>", f"<text:p><svg:title {svg}>Photo</svg:title>", 1)
    _kind, facts, text = read(samples.odt(f"<text:h>{TITLE}</text:h>{picture}{hidden}"))
    assert (text.paragraphs, facts.title) == (STORY, TITLE)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (r"\pard Vu{\v cach\'e9}.\par", ("Vu.",)),
        (r"\pard Il {\deleted ferme}{\revised rouvre}.\par", ("Il rouvre.",)),
        (r"\pard\f1 \'9elu\'9d\f0  L'\'e9t\'e9.\par", ("žluť L'été.",)),
        (r"\pard Oui\u-10179?\u-8704?\uc2\u8217\'92\'92.\par", ("Oui😀’.",)),
        (r"{\upr{\pard ete\par}{\*\ud{\pard \u233?t\u233?\par}}}", ("été",)),
        (r"\pard Un{\footnote\pard Note.\par}.\par\pard Deux{\shp{\*\shpinst{\shptxt\pard Cadre.\par}}}.\par",
         ("Un.", "Deux.", "Note.", "Cadre.")),
    ],
)  # fmt: skip
def test_rtf_is_what_its_readers_see(body: str, shown: tuple[str, ...]) -> None:
    """No hidden or deleted text, fonts' own code pages, all of Unicode, notes and boxes at the end."""
    fonts = r"{\fonttbl{\f0\fswiss Arial;}{\f1\fnil\fcharset238 Arial CE;}}"
    assert read(rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}{body}}}")[2].paragraphs == shown


def test_a_site_that_calls_itself_a_heading_is_no_headline() -> None:
    """Nor is its name kept above the article's own heading; an address is taken from the page's base."""
    page = samples.page().replace(b"<main>", b"<h1>Le Journal</h1><main>")
    assert read(page)[2].paragraphs == STORY
    based = page.replace(b"<head>", b'<head><base href="https://autre.example/z/">')
    based = based.replace(b"https://journal.example/port", b"port")
    assert read(based, address="https://journal.example/x")[1].url == "https://autre.example/z/port"


def test_what_runs_up_the_side_of_a_page_is_no_text_unless_all_does() -> None:
    """The credit of a picture is left out, and parts no lines; a page that is turned is read as its readers turn it."""
    whole = " ".join(PARAGRAPHS)
    upright = [(60.0, 700.0 - 12 * number, 10.0, line) for number, line in enumerate(wrap(whole, 60))]
    sideways = [(700.0 - y, x, size, text) for x, y, size, text in upright]
    assert read(samples.pdf([upright], turned=[(500, 300, 8, "Photo Le Goff")]))[2].paragraphs == (whole,)
    assert read(samples.pdf([[]], turned=sideways))[2].paragraphs == (whole,)


def test_lines_beside_an_initial_are_one_paragraph() -> None:
    """Though they begin further right than those below it."""
    lines = wrap(PARAGRAPHS[0] * 2, 50)
    first = [(60.0, 690.0, 30.0, lines[0][0]), (80.0, 700.0, 10.0, lines[0][1:])]
    rest = [(80.0 if number < 2 else 60.0, 700.0 - 12 * number, 10.0, lines[number]) for number in range(1, len(lines))]
    assert read(samples.pdf([[*first, *rest]]))[2].paragraphs == (" ".join(lines),)


def test_a_packed_page_is_an_archive() -> None:
    """Only WARC is read packed, whatever its bytes look like by chance."""
    for packed in (gzip.compress(samples.page()), gzip.compress(bytes(1_000_000)), b"\x1f\x8b\x01\x16\x02\x03"):
        with pytest.raises(FactcheckError, match="packed archive"):
            drafts_of(Material(packed, "a.html.gz"))
