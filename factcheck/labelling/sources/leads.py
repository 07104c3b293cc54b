"""Sources that words lead to: *according to the mayor*, *in the view of*; German *dem Amt zufolge*."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.labelling.sources.lexicon import Lexicon, TextToken, plain
from factcheck.labelling.sources.phrases import QUOTES, NounPhrase, phrase_from, subject_before

#: Participles of whoever cites somebody, in any language.
_CITING = {"citing", "quoting", "citant", "citando"}


def after_viewpoint(parts: list[TextToken], words: Lexicon) -> Iterator[NounPhrase]:
    """Yield whose view opens the sentence, before a quotation: *Pour le maire, « rien n'est exclu »*."""
    if parts and parts[0].plain in words.words.view:
        for found in phrase_from(parts, 1, words):
            marks = [part.plain for part in parts[found.end : found.end + 2]]
            if marks and (marks[-1] if marks[0] == "," else marks[0]) in QUOTES:
                yield found._replace(apart=True)
            elif marks[:1] == [","] and any(part.plain in QUOTES for part in parts[found.end :]):
                yield found._replace(apart=True, certain=False)


def after_origin(parts: list[TextToken], words: Lexicon) -> Iterator[NounPhrase]:
    """Yield from where word comes, if that opens the sentence: *Dalla Procura filtra che* ..."""
    if parts and parts[0].plain in words.words.origins:
        for found in phrase_from(parts, 0 if parts[0].plain in words.words.contracted else 1, words):
            verb = parts[found.end : found.end + 2]
            if len(verb) > 1 and (verb[0].plain in words.words.verbs or verb[1].plain in words.words.that):
                yield found._replace(led=True, apart=True)


def after_phrases(text: str, parts: list[TextToken], words: Lexicon) -> Iterator[NounPhrase]:
    """Yield what follows a phrase such as *according to*."""
    for match in words.before.finditer(plain(text)):
        first = next((at for at, part in enumerate(parts) if part.start >= match.end()), len(parts))
        before = next((part.plain for part in reversed(parts) if part.end <= match.start()), "")
        if before not in words.words.determiners | words.words.prepositions - words.words.joining:
            if parts[first:] and parts[first].written == "à":
                continue  # segundo à geral
            if match[0] in words.words.aside and not _is_aside(parts, first, before, words):
                continue
            first += first < len(parts) and parts[first].plain in words.words.leading
            # selon des témoins: no article is in it
            led = " " in match[0] or (first < len(parts) and parts[first].plain not in words.words.openers)
            # ..., citing low sales: whoever cites says it
            cites = match.start() > 0 and match[0] in _CITING
            found = (
                one._replace(led=led, apart=not cites, certain=one.certain and not cites)
                for one in phrase_from(parts, first, words)
            )
            yield from (_unless_run_on(parts, one, words) for one in found)


def _is_aside(parts: list[TextToken], first: int, before: str, words: Lexicon) -> bool:
    """Return whether a mark precedes a phrase, and a name or an article follows it: *..., so die Polizei*."""
    named = first < len(parts) and (parts[first].capital or parts[first].plain in words.words.determiners)
    return named and before != "" and not before[0].isalnum()


def before_words(parts: list[TextToken], words: Lexicon) -> Iterator[NounPhrase]:
    """Yield the noun phrase before a word such as German *zufolge*; only its noun where more may not belong to it."""
    for at, part in enumerate(parts):
        if part.plain in words.words.after and at and (found := subject_before(parts, at, words)):
            last = parts[at - 2] if at > 1 else parts[at - 1]
            alone = not any(part.capital for part in parts[found.start + 1 : at - 1])
            joined = alone or last.capital or last.plain in words.small | QUOTES
            yield found._replace(apart=True) if joined else NounPhrase(at - 1, at, certain=False, apart=True)


def _unless_run_on(parts: list[TextToken], found: NounPhrase, words: Lexicon) -> NounPhrase:
    """Return a phrase as uncertain if its verb may have run into it, for want of a comma: *Secondo l'Onu mancano*."""
    last = parts[found.end - 1]
    open_end = found.end < len(parts) and parts[found.end].plain[0].isalnum()
    run_on = found.end - found.start > 1 and parts[found.end - 2].capital and not (last.capital or words.words.nouns)
    verbal = found.end < len(parts) and parts[found.end].plain in words.words.verbs
    return found._replace(certain=found.certain and not verbal and not (open_end and run_on))
