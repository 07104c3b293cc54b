"""Random desks for exchanging labels: articles as newsrooms have them, and every state a sidecar can be in."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from strategies import labels, remarks

from factcheck.model import Annotator, Language, Record, RecordId, Sidecar
from factcheck.sidecar import fresh_id

#: Sentences with whatever counts differently in different tools; some are said twice.
_SENTENCES = st.sampled_from(
    [
        "Le port a rouvert.",
        "Qui paiera ?",
        "🇫🇷 L'élu 👨‍👩‍👧 a dit « non ».",
        "Le cafe\u0301 est ferme\u0301.",
        "=1+1 fait deux, écrit l'agence.",
        "Il y avait 5\u202f000 personnes\u2009; <b>A&B</b> aussi.",
        '"Nous tiendrons",\ndit M. Le Goff.',
        '"Nous tiendrons",\r\ndit M. Le Goff.',
        "\U0001d518n mot.",
        "007 a _x0041_ pour nom.",
        "'90 fut une bonne année.",
    ]
)
#: What makes of a sentence one that its article does not say.
LATER = " Naguère."
_GAPS = st.sampled_from([" ", "\n", "\r\n", "\n\n", "\u00a0", "\r\n\r\n"])


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, tuple[str, ...]]:
    """Draw an article, and the sentences that tile it."""
    sentences = tuple(draw(st.lists(_SENTENCES, min_size=1, max_size=8)))
    text = draw(st.sampled_from(["", "\n", "\ufeff"])).replace("\ufeff", "")
    for sentence in sentences:
        text += sentence + draw(_GAPS)
    return text, sentences


@st.composite
def sidecars_of(draw: st.DrawFn, article: str, sentences: Sequence[str], annotator: Annotator | None) -> Sidecar:
    """Draw a sidecar on an article: any labels and remarks, sometimes stale sentences, sometimes retired ones."""
    texts = [draw(st.sampled_from([text, text, text, f"{text}{LATER}"])) for text in sentences]
    gone = draw(st.lists(_SENTENCES, max_size=2))
    records: dict[RecordId, Record] = {}
    for text in [*texts, *gone]:
        name = fresh_id(text, records)
        records[name] = draw(_records(name, text, decisions=annotator is None))
    every = tuple(records.values())
    return Sidecar(article, annotator, Language("fr"), every[: len(texts)], every[len(texts) :])


@st.composite
def _records(draw: st.DrawFn, name: RecordId, text: str, *, decisions: bool) -> Record:
    said = {field: draw(remarks) for field in ("note", "source", "url", "skip", "was")}
    if decisions:
        said |= {field: draw(remarks) for field in ("reason", "over")}
    return Record(name, text, draw(labels), unsure=draw(st.booleans()), was_label=draw(labels), **said)
