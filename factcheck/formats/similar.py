"""What was found to be similar, as text, Markdown and JSON; and the sources of a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.archive.entries import Hit, SimilarAnswer, SimilarView, TellingWord
from factcheck.archive.named_sources import NamedSource
from factcheck.formats.json_text import json_text
from factcheck.formats.text import complaint, in_markdown, one_line
from factcheck.i18n import _, ngettext
from factcheck.model import Label

#: The version of what `as_json` returns.
_VERSION = 1


def text(view: SimilarView) -> str:
    """Return the answers for a terminal: what differs is in square brackets."""
    lines = [line for answer in view.answers for line in (*_asked(answer), *_text_hits(answer), "")]
    return "".join(f"{line}\n" for line in [*lines, *_nothing(view), _summary(view)])


def answer_lines(view: SimilarView) -> tuple[str, ...]:
    """Return the answer about one sentence, which is known, as lines, with what could not be searched."""
    found = [line for answer in view.answers for line in _text_hits(answer)]
    return (*found, _summary(view), *map(complaint, view.failures))


def _nothing(view: SimilarView) -> Iterator[str]:
    """Yield, where nothing else is shown, that this was looked for."""
    if not view.answers and view.asked:
        yield _("no sentence of it has a strong match: ask about one with --sentence")


def _asked(answer: SimilarAnswer) -> Iterator[str]:
    if answer.place:
        yield _("{name}: {text}").format(name=one_line(answer.place), text=one_line(answer.query))


def _text_hits(answer: SimilarAnswer) -> Iterator[str]:
    if not answer.hits:
        yield _("nothing similar")
    for number, hit in enumerate(answer.hits, 1):
        strong = _("most likely the same claim") if answer.strong and number == 1 else ""
        facts = (_verdict(hit.entry.verdict), hit.entry.who, hit.entry.date, hit.entry.place, strong)
        yield f"{number}. " + " · ".join(one_line(fact) for fact in facts if fact)
        yield f"   {one_line(_marked(hit, lambda part: part, lambda part: f'[{part}]'))}"
        if hit.entry.headline:
            yield f"   {one_line(hit.entry.headline)}"
        if missing := _missing(hit.differences):
            yield f"   {one_line(missing)}"


def _verdict(verdict: str) -> str:
    """Return a label of ours in the language of the interface; a verdict of others in their words."""
    return _(verdict) if verdict in list(Label) else verdict


def _missing(differences: Sequence[TellingWord]) -> str:
    words = ", ".join(one.word for one in differences if not one.in_hit)
    return _("not in it: {words}").format(words=words) if words else ""


def _marked(hit: Hit, plain: Callable[[str], str], mark: Callable[[str], str]) -> str:
    """Return the text of a hit with the words marked that the query does not have."""
    parts, at = [], 0
    for one in hit.differences:
        if one.in_hit and one.end > one.start >= at:
            parts += [plain(hit.entry.text[at : one.start]), mark(hit.entry.text[one.start : one.end])]
            at = one.end
    return "".join([*parts, plain(hit.entry.text[at:])])


def _summary(view: SimilarView) -> str:
    searched = ngettext("{count} labelled or checked sentence", "{count} labelled or checked sentences", view.searched)
    asked = ngettext("{count} sentence asked about", "{count} sentences asked about", view.asked)
    told = _("searched by words, in the language of the question: {searched}; {asked}")
    if view.model:
        told = _("searched by words, and by what they mean in any language ({model}): {searched}; {asked}")
    counts = {"searched": searched.format(count=view.searched), "asked": asked.format(count=view.asked)}
    return told.format(**counts, model=view.model)


def markdown(view: SimilarView) -> str:
    """Return the answers as Markdown: what differs is in bold."""
    lines: list[str] = []
    for answer in view.answers:
        lines += [f"> {in_markdown(answer.query)}", ""]
        if not answer.hits:
            lines.append(_("nothing similar"))
        for number, hit in enumerate(answer.hits, 1):
            strong = _("most likely the same claim") if answer.strong and number == 1 else ""
            facts = (_verdict(hit.entry.verdict), hit.entry.who, hit.entry.date, hit.entry.place, strong)
            shown = " · ".join(in_markdown(fact) for fact in facts if fact)
            marked = _marked(hit, in_markdown, lambda part: f"<b>{in_markdown(part)}</b>")
            missing = f" ({in_markdown(_missing(hit.differences))})" if _missing(hit.differences) else ""
            lines.append(f"{number}. {shown}<br>{marked}{missing}")
        lines.append("")
    return "".join(f"{line}\n" for line in [*lines, _summary(view)])


def as_json(view: SimilarView) -> str:
    """Return the answers for programs; offsets in code points from 0, the end exclusive."""
    answers = [
        {
            "query": answer.query,
            "place": answer.place,
            "strong": answer.strong,
            "hits": [_hit(hit) for hit in answer.hits],
        }
        for answer in view.answers
    ]
    engine = {"engine": "words+meaning" if view.model else "words", "model": view.model}
    content = {"version": _VERSION, **engine, "searched": view.searched, "asked": view.asked}
    return json_text({**content, "answers": answers})


def _hit(hit: Hit) -> dict[str, object]:
    differences = [one._asdict() for one in hit.differences]
    scores = {"score": round(hit.score, 4), "words": round(hit.words, 4), "meaning": round(hit.meaning, 4)}
    return {**hit.entry._asdict(), **scores, "differences": differences}


def sources_text(found: Sequence[NamedSource], *, listed: bool) -> str:
    """Return the sources of a desk, one a line.

    Args:
        found: The sources, in the order in which they are shown.
        listed: Show each sentence and address below its source.
    """
    lines: list[str] = []
    for one in found:
        sentences = ngettext("{count} sentence", "{count} sentences", len(one.mentions))
        articles = ngettext("{count} article", "{count} articles", len(one.articles))
        addresses = ngettext("{count} address", "{count} addresses", len(one.addresses))
        counts = (sentences, len(one.mentions)), (articles, len(one.articles)), (addresses, len(one.addresses))
        text = ", ".join(form.format(count=count) for form, count in counts)
        lines.append(_("{name}: {text}").format(name=one_line(one.name), text=text))
        if one.spellings[1:]:
            lines.append("  " + _("also written: {names}").format(names=one_line(", ".join(one.spellings[1:]))))
        if one.alike:
            lines.append("  " + _("maybe the same: {names}").format(names=one_line(", ".join(one.alike))))
        if listed:
            lines += [f"  {one_line(address)}" for address in one.addresses]
            lines += [
                "  " + _("{name}: {text}").format(name=one_line(m.place), text=one_line(m.text)) for m in one.mentions
            ]
    return "".join(f"{line}\n" for line in lines or [_("no source is named here")])
