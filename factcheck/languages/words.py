"""The word lists of one language, as a value that the sentence rules read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of a language; each field comes from the list of the same name, in capitals, in its file."""

    # What a full stop abbreviates; the same word may be in several lists.

    #: Always before a name, so that the full stop never ends a sentence: *M*, *Mr*, *Dr*.
    titles: frozenset[str] = frozenset()
    #: Always before something else: *p. ex*, *cf*, *vs*.
    inner: frozenset[str] = frozenset()
    #: An abbreviation only where a number follows: *No*, *p*, *art*; with a hyphen first, an end of words: *-str*.
    before_numbers: frozenset[str] = frozenset()
    suffixes: tuple[str, ...] = ()
    #: Ordinary words too, and abbreviations only before a number below a thousand: German *Art. 5*.
    before_small_numbers: frozenset[str] = frozenset()
    #: May end a sentence, and does so before a word that starts one: *Inc*, *Jr*.
    abbreviations: frozenset[str] = frozenset()
    #: End a sentence before any capital, though never before lower case: *etc*.
    endings: frozenset[str] = frozenset()
    #: Measures that may end a sentence after a number; the metric ones go without saying.
    units: frozenset[str] = frozenset()
    #: Those of them that a sentence may go on after before it has four words: Russian *в 1990 г. Москва*.
    years: frozenset[str] = frozenset()
    #: Names of months, which are abbreviations beside a number only: *3 janv*, *Jan. 5*.
    months: frozenset[str] = frozenset()
    #: States after their towns; a sentence that goes on has a comma after one: *Stamford, Conn.,*.
    states: frozenset[str] = frozenset()
    #: Company forms that a capital and a lower-case word after them end a sentence with.
    companies: frozenset[str] = frozenset()
    #: Words that make the acronym after them a date, which may end a sentence: *av*, in *av. J.-C*.
    eras: frozenset[str] = frozenset()
    #: Times of day, which end a sentence before a capital, save before one of the `days`: *5 p.m. Monday*.
    hours: frozenset[str] = frozenset()
    #: Days, months and time zones, where they are written with a capital.
    days: frozenset[str] = frozenset()
    #: A number and a full stop are an ordinal, as in *am 3. Oktober*.
    ordinals: bool = False
    #: Words whose number is no ordinal, beside the lists of what stands before numbers: Finnish *kuva 3*.
    counted: frozenset[str] = frozenset()

    # What begins a sentence, or goes on with one.

    #: Words that, capitalised, begin sentences rather than names: articles, pronouns, conjunctions.
    starters: frozenset[str] = frozenset()
    #: Those of them that names contain too, *La* and *De*; they count where lower case follows them.
    particles: frozenset[str] = frozenset()
    #: Titles that start a sentence after an abbreviation, unless the sentence before has only begun: *Mr*.
    courtesies: frozenset[str] = frozenset()
    #: Words that people begin sentences with and forget to capitalise: French *à*, English *i*.
    careless: frozenset[str] = frozenset()
    #: Verbs that attribute what was quoted before them: *asked*, in *“Why?” Smith asked*.
    saying: tuple[str, ...] = ()
    #: Lower case after a quotation and its full stop, `".`, goes on with the sentence, as it does after `."`.
    lower_after_quotes: bool = False
    #: Particles that do so right after a closing bracket, or right after a mark that belongs to a name.
    continuing: frozenset[str] = frozenset()
    #: Pairs of brackets inside which no sentence ends.
    whole: tuple[tuple[str, str], ...] = ()

    # What follows from the lists, once for all.

    #: Every abbreviation.
    abbreviating: frozenset[str] = frozenset()
    #: Every word whose number is no ordinal.
    numbered: frozenset[str] = frozenset()
