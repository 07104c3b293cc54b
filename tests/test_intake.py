"""Sources of every kind, read in this process: what becomes of their text and facts."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from random import Random

import intake_samples as samples
import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_samples import PARAGRAPHS, TITLE

from factcheck.errors import FactcheckError
from factcheck.intake import dates, mail, prose, subtitles
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.kinds import KINDS, drafts_of, kind_of
from factcheck.intake.markup import of_html
from factcheck.intake.revision import revised
from factcheck.intake.tidy import Text, composed_text


def read(data: bytes | str, name: str = "", **known: str) -> tuple[str, Facts, Text]:
    """Return the kind, facts and text of the only article in a source."""
    kind, drafts = drafts_of(Material(data.encode() if isinstance(data, str) else data, name, **known))
    (draft,) = drafts
    return kind.name, draft.facts, composed_text(draft)


def told(data: bytes | str, name: str = "", **known: str) -> tuple[str, ...]:
    """Return the paragraphs of the only article in a source."""
    return read(data, name, **known)[2].paragraphs


WORDS = ("a", "le", "port", "de", "Brest", "rouvre", "aujourd’hui", "extraordinairement", "5000", "après;", "«oui»")

# What every text has


@given(
    st.builds(
        SourceDraft,
        st.builds(Facts, title=st.text(max_size=60)),
        st.lists(st.text(max_size=80), max_size=6),
        st.lists(st.text(max_size=30), max_size=2),
        st.lists(st.text(max_size=60), max_size=2),
    )
)
def test_whatever_is_read_becomes_a_file_that_holds_nothing_odd(draft: SourceDraft) -> None:
    """One paragraph a line, one blank line between, one line feed at the end, and no character that none may hold."""
    try:
        text = composed_text(draft).data.decode()
    except FactcheckError:
        assert not any(c.isalnum() for paragraph in draft.body for c in paragraph)
        return
    lines = text.removesuffix("\n").split("\n")
    assert text.endswith("\n")
    assert all(bool(line) != bool(number % 2) for number, line in enumerate(lines))
    assert all(line == line.strip() for line in lines)
    assert not [c for c in text if (unicodedata.category(c) in {"Cc", "Cs"} and c != "\n") or c in "\ufeff\u00ad\ufffe"]
    long = [line for line in lines if len(line) >= 40]
    assert len(long) == len(set(long))


def test_what_no_file_may_hold_is_said() -> None:
    """A control character is left out and named; a paragraph that came twice is kept once, and that is said too."""
    long = "Le port de Brest a rouvert mardi matin, après trois jours."
    text = composed_text(SourceDraft(Facts(), [f"{long}\x01", long]))
    assert text.paragraphs == (long,)
    assert all(any(word in remark for remark in text.remarks) for word in ("U+0001", "twice"))


@pytest.mark.parametrize("abstract", [TITLE, PARAGRAPHS[0], f"{PARAGRAPHS[0][:30]}…"])
def test_a_standfirst_that_says_nothing_new_is_said_once(abstract: str) -> None:
    """It is dropped if it is the headline, a paragraph or the beginning of one, and kept otherwise."""
    draft = SourceDraft(Facts(title=TITLE), PARAGRAPHS, ["Par Zoé Le Goff"], [abstract])
    assert composed_text(draft).paragraphs == (TITLE, "Par Zoé Le Goff", *PARAGRAPHS)
    other = composed_text(draft._replace(abstract=["Trois jours sans bateaux."])).paragraphs
    assert other[2] == "Trois jours sans bateaux."


# Plain text


@given(st.integers(0, 10_000).map(Random), st.integers(45, 90))
def test_hard_wrapped_text_is_joined_again(chance: Random, width: int) -> None:
    """However paragraphs are wrapped at a usual width, indented or divided by a blank line, they come back."""
    whole = [" ".join(chance.choice(WORDS) for _word in range(chance.randint(30, 60))) for _paragraph in range(4)]
    rows = [_wrapped(text, width) for text in whole]
    assert prose.split_paragraphs("\n\n".join("\n".join(block) for block in rows)) == whole
    assert prose.split_paragraphs("\n".join("\n".join([f"   {block[0]}", *block[1:]]) for block in rows)) == whole


def _wrapped(text: str, width: int) -> list[str]:
    rows = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + 1 + len(word) > width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


def test_a_line_of_its_own_is_a_paragraph() -> None:
    """Lines that were not wrapped stay apart: a list, an address, long lines without blank ones between."""
    assert told("Bonjour,\nVoici le texte.\nMerci\n", "a.txt") == ("Bonjour,", "Voici le texte.", "Merci")
    long = [f"{'mot ' * 40}{number}." for number in range(3)]
    assert told("\n".join(long), "a.txt") == tuple(long)


def test_encodings_are_declared_or_valid_and_never_guessed() -> None:
    """UTF-8 beats a declaration of Latin-1, what is asked for beats all, and undeclared bytes are refused."""
    assert told('<?xml version="1.0" encoding="iso-8859-1"?><nitf><body><body.content><p>été là</p></body.content>'
                "</body></nitf>") == ("été là",)  # fmt: skip
    latin = (
        "<html><head><meta charset=iso-8859-1></head><body><article><p>L’été était là, à Brest.</p></article></body>"
    )
    assert told(latin.encode("cp1252"), "a.html") == ("L’été était là, à Brest.",)
    assert told("L’été".encode("utf-16"), "a.txt") == ("L’été",)
    assert told("L’été".encode("cp1252"), "a.txt", encoding="cp1252") == ("L’été",)
    with pytest.raises(FactcheckError, match="--encoding"):
        told("L’été".encode("cp1252"), "a.txt")


# Kinds


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.4\n", "a.txt", "pdf"),
        (b"{\\rtf1 x}", "a.doc", "rtf"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nx", "a.txt", "subtitles"),
        (b"1\n00:00:01,000 --> 00:00:02,000\nx\n", "a.txt", "subtitles"),
        (b"From: a@b.c\nSubject: x\n\ny", "a.txt", "mail"),
        (b"WARC/1.0\r\n", "a", "warc"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><!-- x --><!DOCTYPE nitf [<!ELEMENT x ANY>]><nitf/>", "a", "nitf"),
        (b"<!-- x --><HTML>", "a", "html"),
        (b'{"type": "text", "headline": "x"}', "a", "ninjs"),
        (b"\x16\x16\x01A1\x1f_b\n\x02^x<", "a.txt", "anpa"),
        (b"\x01abc001 3 i 10  abc 1\n\x02x =\ny\x03", "a.txt", "iptc7901"),
        (b"# x", "a.md", "markdown"),
        (b"x", "a", "text"),
    ],
)
def test_the_kind_is_told_by_content_first(data: bytes, name: str, kind: str) -> None:
    """Names count only where the content does not tell."""
    assert kind_of(Material(data, name)).name == kind


def test_a_source_that_may_be_two_kinds_names_both() -> None:
    """What is both Word and OpenDocument inside is refused, unless its name says which."""
    both = samples.zipped({"word/document.xml": "<x/>", "content.xml": "<x/>"})
    with pytest.raises(FactcheckError, match="Word document or OpenDocument text"):
        kind_of(Material(both, "a.zip"))


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), ".docx"),
        (samples.zipped({"mimetype": "application/epub+zip", "a.xhtml": "x"}), "DOCX"),
        (samples.zipped({"xl/workbook.xml": "x"}), "DOCX"),
        (b"\x89PNG\r\n\x1a\n", "text"),
        (b"", "saved"),
        (b"<?xml version='1.0'?><svg/>", "NewsML"),
        (b"a\0b", "text"),
    ],
)
def test_what_is_not_read_is_named_with_what_to_do(data: bytes, hint: str) -> None:
    """A refusal says what the file is and how to go on."""
    with pytest.raises(FactcheckError) as error:
        drafts_of(Material(data, "a"))
    assert hint in error.value.hint


def test_each_kind_has_its_reader() -> None:
    """The table names modules and functions that exist, and no suffix twice."""
    for kind in KINDS.values():
        module = __import__(f"factcheck.intake.{kind.module}", fromlist=[kind.function])
        assert callable(getattr(module, kind.function))
    suffixes = [suffix for kind in KINDS.values() for suffix in kind.suffixes]
    assert len(suffixes) == len(set(suffixes))


# Web pages


def test_a_page_is_its_article_and_what_its_head_says() -> None:
    """Menus and footers go; language, dates, author, publisher and the canonical address are kept."""
    kind, facts, text = read(samples.page())
    assert (kind, text.paragraphs) == ("html", (TITLE, *PARAGRAPHS))
    assert facts == Facts(
        url="https://journal.example/port",
        title=TITLE,
        authors=("Zoé Le Goff",),
        publisher="Le Journal",
        published="2026-11-03T08:30:00+01:00",
        language="fr-FR",
    )


def test_json_ld_fills_in_what_a_page_does_not_show() -> None:
    """Authors and dates of a `NewsArticle` are read, people looked up by their ids."""
    graph = [
        {"@type": "NewsArticle", "headline": TITLE, "dateModified": "2026-11-04T10:00:00Z", "author": {"@id": "#z"}},
        {"@type": "Person", "@id": "#z", "name": "Zoé Le Goff"},
    ]
    data = samples.page(head=f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>')
    facts = read(data.replace(b'<meta name="author" content="Zo\xc3\xa9 Le Goff">', b""))[1]
    assert (facts.authors, facts.modified) == (("Zoé Le Goff",), "2026-11-04T10:00:00+00:00")


def test_saved_pages_and_archives_hold_pages() -> None:
    """MHTML and WARC are unpacked; each page that was fetched with success is an article."""
    saved = (
        b"From: <Saved by a browser>\nSnapshot-Content-Location: https://journal.example/x\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n'
        b"Content-Location: https://journal.example/x\n\n" + samples.page() + b"\n--b--\n"
    )
    kind, facts, text = read(saved)
    assert (kind, facts.url, text.paragraphs[0]) == ("mhtml", "https://journal.example/port", TITLE)
    fetched = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + samples.page()
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://journal.example/y\r\n"
        b"WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-11-03T00:00:00Z\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(fetched)
    )
    assert read(record + fetched + b"\r\n\r\n")[2].paragraphs == (TITLE, *PARAGRAPHS)


def test_fragments_of_html_are_paragraphs() -> None:
    """Open tags close by themselves, breaks divide unless lines are full, short cells share a line, scripts go."""
    assert of_html("<p>a<p>b<br>c<br><br>d<script>e</script><ul><li>f<li>g</ul>") == ["a", "b", "c", "d", "f", "g"]
    assert of_html("<table><tr><td>a<td>b</tr><tr><td><p>c</p><p>d</p><td>e</table>") == ["a | b", "c", "d", "e"]
    assert of_html("<p>one <figure>x<figcaption>y</figcaption></figure>two &eacute;&nbsp;!") == ["one two é\xa0!"]


# Wires


def test_nitf_is_headline_byline_and_body() -> None:
    """The slug in the head is no headline; byline and facts are kept."""
    kind, facts, text = read(samples.nitf(version=3))
    assert (kind, text.paragraphs) == ("nitf", (TITLE, "Par Zoé Le Goff, Agence", *PARAGRAPHS))
    assert (facts.guid, facts.version, facts.status, facts.authors, facts.published, facts.language) == (
        "AG-0042", "3", "usable", ("Zoé Le Goff",), "2026-11-03T08:30:00+01:00", "fr",
    )  # fmt: skip


def _g2(content: str, nature: str = "text") -> str:
    return f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="tag:a,1" version="7"
xml:lang="fr"><itemMeta><itemClass qcode="ninat:{nature}"/><provider literal="agence"/>
<versionCreated>2026-11-03T08:30:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta>
<by>Par Zoé Le Goff</by><slugline>brest</slugline><headline role="hld:subHeadline">Trois jours</headline>
<headline>{TITLE}</headline></contentMeta><contentSet>{content}</contentSet></newsItem></itemSet></newsMessage>"""


INSIDE_NITF = """<body><body.head><byline>Par Zoé Le Goff</byline></body.head>
<body.content><p>Un.</p><p>Deux.</p></body.content></body>"""


@pytest.mark.parametrize(
    "content",
    [
        f"<inlineXML><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'>{INSIDE_NITF}</nitf></inlineXML>",
        "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body><p>Un.</p><p>Deux.</p></body></html></inlineXML>",
        "<inlineData contenttype='text/plain'>Un.\n\nDeux.</inlineData>",
        "<inlineData contenttype='text/html'>&lt;p&gt;Un.&lt;/p&gt;&lt;p&gt;Deux.&lt;/p&gt;</inlineData>",
    ],
)
def test_newsml_g2_says_its_text_in_many_ways(content: str) -> None:
    """NITF, XHTML, plain text and HTML in text are one article."""
    _kind, facts, text = read(_g2(content))
    assert text.paragraphs == (TITLE, "Trois jours", "Par Zoé Le Goff", "Un.", "Deux.")
    assert (facts.guid, facts.version, facts.publisher, facts.authors) == ("tag:a,1", "7", "agence", ("Zoé Le Goff",))


def test_a_picture_is_no_article() -> None:
    """An item that shows something, or has no text, is refused."""
    for source in (_g2("<remoteContent/>", "picture"), _g2("<remoteContent/>")):
        with pytest.raises(FactcheckError):
            told(source)
    with pytest.raises(FactcheckError, match="picture"):
        told('{"type": "picture", "headline": "x", "body_text": "une photo"}')


def test_newsml_1_is_its_text_component() -> None:
    """The text is found beside pictures, whatever its components are nested in."""
    _kind, facts, text = (
        read(f"""<NewsML><NewsItem xml:lang="fr"><Identification><NewsIdentifier><NewsItemId>4</NewsItemId>
<RevisionId>2</RevisionId><PublicIdentifier>urn:newsml:a.b:20261103:4:2</PublicIdentifier></NewsIdentifier>
</Identification><NewsManagement><FirstCreated>20261103T083000Z</FirstCreated><Status FormalName="Usable"/>
</NewsManagement><NewsComponent><NewsLines><HeadLine>{TITLE}</HeadLine><DateLine>Brest, 3 nov (AG) -</DateLine>
</NewsLines><NewsComponent><ContentItem><MediaType FormalName="Photo"/></ContentItem></NewsComponent><NewsComponent>
<ContentItem><MediaType FormalName="Text"/><DataContent><p>Un.</p><p>Deux.</p></DataContent></ContentItem>
</NewsComponent></NewsComponent></NewsItem></NewsML>""")
    )
    assert text.paragraphs == (TITLE, "Brest, 3 nov (AG)", "Un.", "Deux.")
    assert (facts.guid, facts.version, facts.published) == (
        "urn:newsml:a.b:20261103:4", "2", "2026-11-03T08:30:00+00:00",
    )  # fmt: skip


def test_ninjs_of_both_versions_prefers_paragraphs() -> None:
    """The body with paragraphs beats the one without; ninjs 2 lists headlines and bodies."""
    first = {"uri": "x", "type": "text", "headline": TITLE, "body_text": "Un. Deux.", "body_html": "<p>Un.</p><p>Deux."}
    second = {
        "uri": "x", "type": "text", "headlines": [{"role": "main", "value": TITLE}],
        "bodies": [{"contenttype": "text/plain", "value": "Un. Deux."},
                   {"contenttype": "text/html", "value": "<p>Un.</p><p>Deux.</p>"}],
    }  # fmt: skip
    assert told(json.dumps(first)) == told(json.dumps(second)) == (TITLE, "Un.", "Deux.")


def test_wires_with_control_characters() -> None:
    """Keywords, notes and notebooks go, hard-wrapped lines are joined, the date is read from the last line."""
    iptc = (
        "\x01abc0042 3 i 93  abc 1888\n\nBrest/\n\x02URGENT\nLe port de Brest\nrouvre =\n\n"
        "   Brest (abc) - Le port de Brest a rouvert mardi matin, après trois\njours de grève et de longues "
        "négociations entre les dockers et la\npréfecture.\n\n   Fin.\n\n# Notebook\n\nTel: 02\n\n"
        "abc ab cd\n\x03031630 GMT Nov 26\n"
    ).encode("cp1252")
    _kind, facts, text = read(iptc)
    assert text.paragraphs[0] == TITLE
    assert text.paragraphs[1].endswith("les dockers et la préfecture.")
    assert text.paragraphs[2:] == ("Fin.",)
    assert (facts.published, facts.publisher) == ("2026-11-03T16:30:00+00:00", "abc")
    anpa = (
        "\x16\x16\x01W1\x1f_x\nf l\x13\x11 BC-Brest     11-03 0100\n\x02^BC-Brest,100<\n^Brest port reopens<\n"
        "^Eds: New.<\n^By ZOE LE GOFF=\n\t   BREST, France (AG) _ The port ``reopened'' on Tuesday.\n \n\t   End.\n"
        "\t   \x03AP-WF-11-03-26 1630GMT<\n"
    )
    _kind, facts, text = read(anpa)
    assert text.paragraphs == (
        "Brest port reopens", "By ZOE LE GOFF", 'BREST, France (AG) — The port "reopened" on Tuesday.', "End.",
    )  # fmt: skip
    assert (facts.published, facts.authors) == ("2026-11-03T16:30:00+00:00", ("ZOE LE GOFF",))
    assert any("Eds: New." in remark for remark in text.remarks)


# Feeds


def test_a_feed_gives_an_article_for_each_entry_with_text() -> None:
    """RSS and Atom; entries that are links only are counted, and a feed of nothing else is refused."""
    item = "<item><title>{0}</title><link>https://j.example/{0}</link><guid>{0}</guid>{1}</item>"
    body = "<description>&lt;p&gt;Un texte.&lt;/p&gt;</description>"
    items = [item.format(name, text) for name, text in (("a", body), ("b", body), ("c", ""))]
    rss = f"<rss><channel><title>J</title>{''.join(items)}</channel></rss>"
    kind, drafts = drafts_of(Material(rss.encode()))
    assert [kind.name, *(draft.facts.title for draft in drafts)] == ["feed", "a", "b"]
    assert any("1 entry without text" in remark for remark in drafts[0].remarks)
    with pytest.raises(FactcheckError, match="links without text"):
        drafts_of(Material(f"<rss><channel>{item.format('a', '')}</channel></rss>".encode()))
    atom = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>J</title><entry><id>urn:1</id>
<title type="html">Port &amp;amp; grève</title><link href="https://j.example/1"/><updated>2026-11-03T08:30:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un.</p><p>Deux.</p></div></content></entry></feed>"""
    _kind, facts, text = read(atom)
    assert text.paragraphs == ("Port & grève", "Un.", "Deux.")
    assert (facts.guid, facts.url, facts.language) == ("urn:1", "https://j.example/1", "fr")


def test_posts_of_wordpress_lose_their_shortcodes_only() -> None:
    """Paragraphs by blank line; `[gallery]` goes, `[sic]` stays, captions go with their content."""
    post = (
        "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:wp='http://wordpress.org/export/1.2/'>"
        "<channel><item><title>T</title><wp:post_type>post</wp:post_type><content:encoded><![CDATA["
        "[dropcap]U[/dropcap]n "
        'mot [sic] ici.\n\n[gallery ids="1,2"]\n\n[caption id="x"]<img/>une photo[/caption]Deux\nlignes.\n\n'
        "<ul><li>a</li><li>b</li></ul>]]></content:encoded></item></channel></rss>"
    )
    assert told(post) == ("T", "Un mot [sic] ici.", "Deux", "lignes.", "a", "b")


# Mail and subtitles


def test_a_mail_is_its_subject_and_shown_text() -> None:
    """Encoded words and bodies are decoded, alternatives said once, signature and attachments left out."""
    text = (
        "From: =?utf-8?q?Zo=C3=A9?= <z@j.example>\nTo: d@j.example\nSubject: =?utf-8?q?Le_port?=\nMessage-ID: <1@j>\n"
        'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="m"\n\n--m\n'
        'Content-Type: multipart/alternative; boundary="a"\n\n--a\nContent-Type: text/plain; charset=utf-8\n'
        "Content-Transfer-Encoding: quoted-printable\n\nL=E2=80=99=C3=A9t=C3=A9.\n\n-- \nZ\n--a\n"
        'Content-Type: text/html\n\n<p>autre</p>\n--a--\n--m\nContent-Type: text/plain; name="x.txt"\n'
        "Content-Disposition: attachment\n\nsecret\n--m--\n"
    )
    kind, facts, found = read(text)
    assert (kind, found.paragraphs) == ("mail", ("Le port", "L’été."))
    assert (facts.authors, facts.guid) == (("Zoé",), "1@j")
    assert any("x.txt" in remark for remark in found.remarks)
    flowed = mail._flowed("Une ligne \nqui va \nloin.\n-- \nZ", joined=False)
    assert flowed.split("\n")[0] == "Une ligne qui va loin."


def test_rolling_captions_are_said_once() -> None:
    """Lines that the cue before showed are dropped, growing lines said whole, sentences joined over cues."""
    cues = [["un"], ["un", "deux"], ["deux", "trois."], ["Quatre"], ["Quatre cinq"]]
    assert list(subtitles._unrolled(iter(cues))) == ["un", "deux", "trois.", "Quatre cinq"]
    first = "1\n00:01.000 --> 00:02.000 align:start\n<v Zoé>On &amp; va\n"
    vtt = f"WEBVTT\n\nNOTE x\n\n{first}\n00:02.000 --> 00:03.000\nau <i>port</i>.\n"
    assert told(vtt) == ("Zoé: On & va au port.",)


# Documents


def test_word_documents_are_read_with_all_changes_accepted() -> None:
    """Insertions, moves and content controls are text; deletions, comments and what moved away are not."""
    insertion = f'<w:ins w:id="1" w:author="a">{samples.run(" un ajout")}</w:ins>'
    deletion = '<w:del w:id="2" w:author="a"><w:r><w:delText>une perte</w:delText></w:r></w:del>'
    moved = f'<w:moveTo w:id="3" w:author="a">{samples.run(" venu")}</w:moveTo>'
    away = f'<w:moveFrom w:id="3" w:author="a">{samples.run("parti")}</w:moveFrom>'
    held = f"<w:sdt><w:sdtContent>{samples.runs('Dans un contrôle.')}</w:sdtContent></w:sdt>"
    inside = f"<w:p>{samples.run('Avec')}{insertion}{deletion}{moved}{away}{samples.run('.')}</w:p>"
    table = f"<w:tbl><w:tr><w:tc>{samples.runs('a')}</w:tc><w:tc>{samples.runs('b')}</w:tc></w:tr></w:tbl>"
    data = samples.docx(samples.runs("Le ", "po", "rt.") + inside + held + table)
    assert told(data) == ("Le port.", "Avec un ajout venu.", "Dans un contrôle.", "a | b")


def test_opendocument_texts_are_read_as_shown() -> None:
    """Blanks are spelt out, tracked deletions and annotations go, a note comes at the end and not in its sentence."""
    inside = "<text:note-body><text:p>Une note.</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{inside}</text:note>"
    deletion = "<text:deletion><text:p>perdu</text:p></text:deletion>"
    gone = f"<text:tracked-changes><text:changed-region>{deletion}</text:changed-region></text:tracked-changes>"
    body = (
        f"{gone}<text:h>Titre</text:h><text:p>Un<text:s text:c='2'/>mot{note}, puis<text:tab/>un "
        "<text:span>autre</text:span>."
        "<office:annotation><text:p>non</text:p></office:annotation></text:p>"
        "<text:list><text:list-item><text:p>a</text:p></text:list-item>"
        "<text:list-item><text:p>b</text:p></text:list-item></text:list>"
    )
    _kind, facts, text = read(samples.odt(body, "<dc:creator>Zoé</dc:creator><dc:language>fr</dc:language>"))
    assert text.paragraphs == ("Titre", "Un mot, puis un autre.", "a", "b", "Une note.")
    assert (facts.authors, facts.language) == (("Zoé",), "fr")


def test_rtf_is_read_in_the_code_page_of_its_fonts() -> None:
    """Headers are left out, and an author in the information group is kept."""
    text = r"{\rtf1\ansi\ansicpg1252{\info{\author Zo\'e9}}{\header En-t\'eate}\pard L'\'e9t\'e9.\par Deux.\par}"
    _kind, facts, found = read(text)
    assert (found.paragraphs, facts.authors) == (("L'été.", "Deux."), ("Zoé",))


def _lines(texts: Sequence[str], x: float, y: float, size: float = 10) -> list[tuple[float, float, float, str]]:
    return [(x, y - 12 * number, size, text) for number, text in enumerate(texts)]


def test_a_pdf_is_read_column_by_column_under_its_headline() -> None:
    """A headline over two columns comes first, then the left column, then the right one."""
    left = [f"gauche {number} avec des mots encore" for number in range(12)]
    right = [f"droite {number} avec des mots encore" for number in range(12)]
    text = " ".join(told(samples.pdf([[(60, 760, 22, "Un grand titre sur deux colonnes ici"), *_lines(left, 60, 700),
                                       *_lines(right, 300, 700)]])))  # fmt: skip
    assert text.startswith("Un grand titre")
    assert text.index("gauche 11") < text.index("droite 0")


def test_running_heads_hyphens_and_ligatures_of_a_pdf() -> None:
    """What stands on every page goes and is listed, words divided at a line's end are joined, doubtful ones listed."""
    body = [
        "Le gouvernement a rouvert le port de Brest mardi matin après le gouver-",
        "nement, et M. Le Goff, vice-",
        "président, a parlé longtemps aux dockers qui attendaient devant la grille.",
    ]
    pages = [
        [
            (60, 800, 8, "Le Journal"),
            *_lines([f"Page {'abc'[number]} et suite.", *body, f"Fin {'xyz'[number]}", f"{'uvw'[number]}."], 60, 700),
            (290, 30, 8, f"{number}"),
        ]
        for number in (0, 1, 2)
    ]
    text = read(samples.pdf(pages))[2]
    whole = " ".join(text.paragraphs)
    assert "Le Journal" not in whole
    assert "le gouvernement, et M. Le Goff, vice" in whole
    assert any("Le Journal" in remark for remark in text.remarks)
    assert any("vice-président" in remark for remark in text.remarks)


def test_a_scan_and_a_broken_pdf_are_refused() -> None:
    """A page without text names recognition; bytes that are no PDF say so."""
    with pytest.raises(FactcheckError, match="OCR"):
        told(samples.pdf([[]]))
    with pytest.raises(FactcheckError, match="broken PDF"):
        told(b"%PDF-1.4\nnothing")


def test_markdown_loses_its_marks_only() -> None:
    """Front matter gives facts; headings, emphasis, links and code lose their marks, stars that mean stars stay."""
    front = "---\ntitle: Le port\nauthor: Zoé Le Goff\nlang: fr\n---\n"
    source = f"{front}# Le port\n\nUn **mot** et _un_ [lien](x), 2 * 3, a_b_c.\n\n- `x`\n"
    _kind, facts, text = read(source, "a.md")
    assert text.paragraphs == ("Le port", "Un mot et un lien, 2 * 3, a_b_c.", "x")
    assert (facts.authors, facts.language) == (("Zoé Le Goff",), "fr")


# Dates and revisions


@pytest.mark.parametrize(
    "text", ["2026-13-01", "20261303", "soon", "", "2026-02-30", "Sat, 99 Dec 2017 15:43:50 +0000"]
)
def test_a_date_that_is_none_is_left_out(text: str) -> None:
    """No moment is invented."""
    assert dates.iso(text) == ""


@given(st.lists(st.sampled_from("abcdef"), max_size=8), st.lists(st.sampled_from("abcdef"), max_size=8))
def test_a_revision_of_an_unedited_article_is_the_new_source(base: list[str], new: list[str]) -> None:
    """Whatever changed; and where only the article was edited, it stays as it is."""
    assert revised(base, new, base) == new
    assert revised(base, base, new) == new


@given(st.integers(0, 4), st.integers(0, 4))
def test_edits_on_both_sides_are_both_kept_or_refused(here: int, there: int) -> None:
    """Different paragraphs are changed side by side; the same paragraph on both sides is a conflict."""
    base = list("abcde")
    new = [f"{one}!" if number == there else one for number, one in enumerate(base)]
    current = [f"{one}?" if number == here else one for number, one in enumerate(base)]
    if here == there:
        with pytest.raises(FactcheckError, match="both"):
            revised(base, new, current)
    else:
        merged = revised(base, new, current)
        assert (merged[here], merged[there]) == (f"{base[here]}?", f"{base[there]}!")
        assert all(a[0] < b[0] for a, b in pairwise(merged))
