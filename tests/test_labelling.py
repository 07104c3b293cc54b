"""The labelling engine, on lists of keys: what each does, what undo reverses, and that nothing else labels."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from labelling_sessions import ARTICLE, TEXTS, changed, play, played, session, sidecar, told
from strategies import events

from factcheck.errors import FactcheckError
from factcheck.labelling import (
    ACTIONS,
    Bell,
    EditExternally,
    EditorText,
    Effect,
    Event,
    Paste,
    Quit,
    Redraw,
    Save,
    SaveStatus,
    Selection,
    State,
    Suspend,
    bind,
    from_json,
    parse_keys,
    reload,
    replay,
    saved,
    select,
    start,
    step,
    summary,
    to_json,
    unsaved,
)
from factcheck.labelling.keys import is_key
from factcheck.labelling.searching import fold
from factcheck.labelling.state import (
    AstrayMode,
    CodebookMode,
    DividingMode,
    HelpMode,
    InputField,
    ReadingMode,
    TypingMode,
    waits,
)
from factcheck.labelling.stepping import ACTS
from factcheck.model import Label, RecordId

#: Keys on a session of five sentences, and what the sentences carry afterwards; see `told`.
CASES = {
    "one key labels and goes on": ("cou", "c o u >- -"),
    "s takes the first proposal with Enter": ("js<enter>", "- s(la préfecture) >- - -"),
    "s takes a proposal by its digit": ("js<tab>X<enter>Gs2", ">- s(la préfectureX) - - s(la préfectureX)"),
    "the nearest source above is proposed first": ("sA<enter>GsC<enter>3gsB<enter>4gs1", "s(A) >- s(B) s(B) s(C)"),
    "s takes typed text instead": ("sla mairie<enter>", "s(la mairie) >- - - -"),
    "digits may stand in typed text": ("jsradio 21<enter>", "- s(radio 21) >- - -"),
    "Esc right after s takes the label back": ("js<esc>", "- >- - - -"),
    "what was labelled before is back, too": ("jcks<esc>", "- >c - - -"),
    "Backspace and Enter leave the source empty": ("js<backspace><enter>", "- s >- - -"),
    "AZERTY's digits choose where nothing was typed": ("js<enter>Gs&", ">- s(la préfecture) - - s(la préfecture)"),
    "after Backspace they are letters": ("js<backspace>école<enter>", "- s(école) >- - -"),
    "the arrows choose among proposals": ("s<enter>Gs<up><enter>", "s >- - - s(la préfecture)"),
    "Tab makes the proposal a text to be edited": ("js<tab> de Brest<enter>", "- s(la préfecture de Brest) >- - -"),
    "a capital asks for a note": ("Cà voir<enter>", "c[à voir] >- - - -"),
    "a capital S asks for the source, then a note": ("jS<enter>vu<enter>", "- s(la préfecture)[vu] >- - -"),
    "Esc leaves a note as it was": ("Oabc<esc>", "o >- - - -"),
    "a label skips over what is labelled": ("jckkc", "c c >- - -"),
    "labels wrap to what was left above": ("Gc", ">- - - - c"),
    "the last label stays where it is": ("ccccc", "c c c c >c"),
    "another label replaces the first": ("cko", "o >- - - -"),
    "another label takes the source away": ("s<tab>X<enter>kc", "c >- - - -"),
    "Space, j and Down go on, k and Up go back": (" j<down>k<up>", "- >- - - -"),
    "moves stop at the ends": ("k" + "j" * 9, "- - - - >-"),
    "Home and End go to the ends": ("<end><home>", ">- - - - -"),
    "PgDn goes ten on or to the end": ("<pgdn>", "- - - - >-"),
    "PgUp goes ten back or to the top": ("G<pgup>", ">- - - - -"),
    "n goes to the next without a label": ("c<home>n", "c >- - - -"),
    "n wraps": ("cGn", "c >- - - -"),
    "p goes to the previous without a label": ("GoGp", "- - - >- o"),
    "a number and g go to a sentence": ("4g", "- - - >- -"),
    "AZERTY's unshifted digits count": ("'g", "- - - >- -"),
    "there is no sentence 12": ("12g", ">- - - - -"),
    "a number before a label labels nothing": ("3c", ">- - - - -"),
    "a number repeats a move": ("3j", "- - - >- -"),
    "a number and G go to a sentence": ("4G", "- - - >- -"),
    "as far as there is anything": ("9j", "- - - - >-"),
    "Esc forgets a number": ("3<esc>g", ">- - - - -"),
    "G goes to the last": ("G", "- - - - >-"),
    "search folds case and accents": ("/PREFECTURE<enter>", "- >- - - -"),
    "search again goes to the next hit": ("/prefecture<enter>/<enter>", "- - - - >-"),
    "n and N walk the hits while a search is on": ("/prefecture<enter>nnN", "- - - - >-"),
    "Esc ends the search": ("/prefecture<enter><esc>n", "- - >- - -"),
    "search finds only what is shown": ("jjjjck/prefecture<enter>v/prefecture<enter>", "- >- - - c"),
    "search wraps": ("/prefecture<enter>/<enter>/<enter>", "- >- - - -"),
    "search finds nothing": ("/xyz<enter>", ">- - - - -"),
    "v walks the unlabelled": ("cvj", "c - >- - -"),
    "in the view of one label, a label goes on there": ("ccc<home>vv<home>o", "o >c c - -"),
    "z undoes and goes back": ("coz", "c >- - - -"),
    "Backspace undoes too": ("co<backspace>", "c >- - - -"),
    "z takes a source back with its label": ("js<enter>z", "- >- - - -"),
    "z takes note and source back with the label": ("jS<enter>vu<enter>z", "- >- - - -"),
    "Z does all of it again": ("jS<enter>vu<enter>zZ", "- >s(la préfecture)[vu] - - -"),
    "a new label forgets what was undone": ("coozzuZ", "c u >- - -"),
    "x takes the label away": ("ckx", ">- - - - -"),
    "x takes the source along": ("js<enter>kx", "- >- - - -"),
    "i takes the first reason with Enter": ("i<enter>", "-{signature} >- - - -"),
    "i takes a reason by its digit": ("i3", "-{légende} >- - - -"),
    "i takes a typed reason": ("isous-titre<enter>", "-{sous-titre} >- - - -"),
    "i and Esc skip nothing": ("i<esc>", ">- - - - -"),
    "a skip needs a reason": ("ia<backspace><enter><esc>", ">- - - - -"),
    "a skip takes the label away": ("cki1", "-{signature} >- - - -"),
    "a label takes the skip away": ("i1kc", "c >- - - -"),
    "w marks unsure and stays": ("w", ">-? - - - -"),
    "w twice is sure again": ("ww", ">- - - - -"),
    "e writes a note": ("eà revoir<enter>", ">-[à revoir] - - - -"),
    "e changes a note": ("eab<enter>e<left>X<enter>", ">-[aXb] - - - -"),
    "an emptied note is none": ("eab<enter>e<c-u><enter>", ">- - - - -"),
    "l writes source and address": ("lla mairie<enter>https://a.fr<enter>", ">-(la mairie)<https://a.fr> - - - -"),
    "l and Esc leave the source and go on to the address": ("l<esc>https://a.fr<enter>", ">-<https://a.fr> - - - -"),
    "an emptied source is none": ("la<enter><esc>l<backspace><enter><esc>", ">- - - - -"),
    "Enter means nothing without an earlier wording": ("<enter>", ">- - - - -"),
    "editing keys edit": ("eabc def<home><delete><right>X<c-w><end>!<c-a>¡<c-e>?<enter>", ">-[¡c def!?] - - - -"),
    "the codebook leads to claim": ("b31<enter>", "c >- - - -"),
    "the codebook leads to unverified by a vague source": ("b21<enter>", "u >- - - -"),
    "the codebook leads to opinion": ("b33<enter>", "o >- - - -"),
    "the codebook leads to a skip": ("b4<enter>2", "-{lieu et date} >- - - -"),
    "the codebook leads to sourced and asks for the source": ("jb1<enter><enter>", "- s(la préfecture) >- - -"),
    "the codebook goes back a question": ("b3<backspace>22<enter>", "o >- - - -"),
    "the codebook's answers are AZERTY digits too": ('b"&<enter>', "c >- - - -"),
    "the codebook and Esc label nothing": ("b31<esc>", ">- - - - -"),
    "a key on a page of borderline cases only closes it": ("bb1<esc>", ">- - - - -"),
    "help closes and labels nothing": ("?c", ">- - - - -"),
    "letters label nothing while a place is chosen": ("jjdcou<esc>", "- - >- - -"),
    "d divides after the strongest stop": ("jjd<enter>co", "- - c o >- -"),
    "a divided sentence keeps its label on its first part": ("jjckd<enter>", "- - >c - - -"),
    "undo joins what d divided": ("jjckd<enter>z", "- - >c - -"),
    "D joins, and equal labels stay": ("ccc<home>D", ">c c - -"),
    "D keeps the only label there is": ("cckD", "c >c - -"),
    "D empties labels that differ": ("cokkD", ">- - - -"),
    "D keeps both notes": ("eun<enter>jedeux<enter>kD", ">-[un / deux] - - -"),
    "D at the end does nothing": ("GD", "- - - - >-"),
}


@pytest.mark.parametrize(("keys", "expected"), CASES.values(), ids=CASES)
def test_keys(keys: str, expected: str) -> None:
    """Each list of keys leaves the sentences as the table says."""
    assert told(play(session(), keys)) == expected


@pytest.mark.parametrize("keys", [keys for keys, _ in CASES.values()], ids=CASES)
def test_undo_reverses_and_redo_restores(keys: str) -> None:
    """After any of the cases, enough undo gives back the sidecar of the beginning, and enough redo that of the end."""
    begun = session()
    ended = play(play(begun, keys), "<esc><esc><esc>")
    groups = sum(not change.follows for change in ended.history.past)
    undone = play(ended, "z" * groups)
    assert undone.sidecar == begun.sidecar
    assert undone.left == begun.left
    assert undone.history.past == ()
    redone = play(undone, "Z" * groups)
    assert redone.sidecar == ended.sidecar
    assert redone.left == ended.left


def test_every_action_of_the_table_is_carried_out() -> None:
    """No key is promised that does nothing, and nothing can be done that no key does."""
    assert {action.name for action in ACTIONS} == set(ACTS)


def test_the_usual_keys_collide_nowhere_and_need_no_altgr() -> None:
    """Each usual key stands for one action, and none is hidden behind AltGr on a French keyboard."""
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(set(keys)) == len(keys)
    assert not set(keys) & set("#{[|`\\^@]}~")
    assert not set(keys) & set("&é\"'(-è_çà0123456789")
    assert all(map(is_key, keys))


def test_each_label_is_saved_at_once() -> None:
    """A label asks for a save before the next key, with one line for the journal."""
    state, effects = step(session(), "c")
    (save,) = effects
    assert isinstance(save, Save)
    assert len(save.entries) == 1
    assert state.saved is SaveStatus.PENDING
    assert saved(state).saved is SaveStatus.SAVED


def test_sourced_is_saved_before_the_source_is_known() -> None:
    """The label itself does not wait for its source."""
    state, effects = step(session(), "s")
    assert isinstance(effects[0], Save)
    assert state.sidecar.sentences[0].label is Label.SOURCED


def test_what_could_not_be_saved_is_said() -> None:
    """The state carries that, and why, until a save succeeds."""
    state = unsaved(play(session(), "c"), "disk full")
    assert (state.saved, state.trouble) == (SaveStatus.FAILED, "disk full")
    assert saved(state).trouble == ""


def test_moves_and_unchanged_answers_save_nothing() -> None:
    """Only what changes the sidecar asks for a save."""
    _, effects = played(session(), "jknpvvG<home>/port<enter>e<enter>?<esc>b<esc>h")
    assert not any(isinstance(effect, Save) for effect in effects)


@pytest.mark.parametrize(
    ("key", "effect"),
    [("q", Quit(0)), ("<c-c>", Quit(130)), ("<c-z>", Suspend()), ("<c-l>", Redraw())],
)
def test_session_keys(key: str, effect: object) -> None:
    """Leaving, suspending and redrawing are effects; the keys with Ctrl work while something is typed as well."""
    assert step(session(), key)[1] == (effect,)
    typing = play(session(), "eabc")
    state, effects = step(typing, key)
    if key == "q":
        assert state.mode == TypingMode(InputField.NOTE, "abcq", 4)
    else:
        assert effects == (effect,)


def test_keep_confirms_the_earlier_label() -> None:
    """Enter gives a changed sentence the label it had, and goes on."""
    state = session(*changed(0, was="Le port a fermé lundi.", was_label=Label.CLAIM))
    assert told(state) == ">-! - - - -"
    assert told(play(state, "<enter>")) == "c >- - - -"
    assert told(play(state, "<enter>z")) == ">-! - - - -"


def test_a_label_settles_a_changed_sentence() -> None:
    """A label key on a changed sentence takes the earlier wording away."""
    state = play(session(*changed(0, was="Le port a fermé lundi.", was_label=Label.CLAIM)), "u")
    assert told(state) == "u >- - - -"


def test_keep_needs_an_earlier_label() -> None:
    """Where the earlier wording had no label, Enter labels nothing."""
    state, effects = played(session(*changed(0, was="Le port a fermé lundi.")), "<enter>")
    assert told(state) == ">-! - - - -"
    assert effects == [Bell()]


def test_a_changed_sentence_that_was_skipped_can_stay_so() -> None:
    """Enter keeps a skip as it keeps a label."""
    state = session(*changed(0, was="Par Jean", skip="byline"))
    assert state.left == 5
    assert told(play(state, "<enter>")) == "-{byline} >- - - -"


def test_paste_never_labels() -> None:
    """Pasted letters are no keys; only a line of text takes them, without line breaks and controls."""
    for mode in (ReadingMode(), DividingMode((3,), 0), CodebookMode(), HelpMode(), AstrayMode()):
        state = session()._replace(mode=mode)
        after, effects = step(state, Paste("cous"))
        assert (after.sidecar, after.mode, effects) == (state.sidecar, mode, (Bell(),))
    state = play(session(), ["e", Paste("un\r\ndeux\x1b[31m\x00\ttrois"), "<enter>"])
    assert state.record.note == "un deux[31m trois"


def test_a_note_may_come_from_an_editor() -> None:
    """`E` hands the note out; what comes back is a note like any other, and can be undone."""
    state, effects = played(session(*changed(0, note="avant")), "E")
    assert effects == [EditExternally("avant")]
    state = play(state, [EditorText("après\nla suite\n")])
    assert state.record.note == "après\nla suite"
    assert play(state, "z").record.note == "avant"


def test_multibyte_and_combining_characters_are_typed_and_deleted_whole() -> None:
    """A character and the marks that combine with it go together."""
    typed = ["e", "日", "e", "\u0301", "x", "<left>", "<backspace>"]
    state = play(session(), typed)
    assert isinstance(state.mode, TypingMode)
    assert (state.mode.text, state.mode.cursor) == ("日x", 1)


def test_blind_labelling_has_no_highlights() -> None:
    """Nothing sways a second annotator: highlights stay off."""
    state = start(sidecar(), ARTICLE, blind=True)
    assert not play(state, "h").highlight
    assert play(session(), "h").highlight
    assert not play(session(), "hh").highlight


def test_a_session_goes_on_where_the_last_left_off() -> None:
    """It begins at the first sentence that waits after the one changed last, else from the top."""
    _, effects = played(session(), "cGkko")
    journal = [to_json(entry) for effect in effects if isinstance(effect, Save) for entry in effect.entries]
    ended = play(session(), "cGkko")
    assert told(start(ended.sidecar, ARTICLE, journal=journal)) == "c - o >- -"
    assert told(start(ended.sidecar, ARTICLE)) == "c >- o - -"


def test_undo_reaches_into_earlier_sessions() -> None:
    """With the journal, the first key of a new session may undo what the last one did, group by group."""
    ended, effects = played(session(), "cjs<enter>ozZ")
    journal = [to_json(entry) for effect in effects if isinstance(effect, Save) for entry in effect.entries]
    assert replay(journal) == ended.history
    again = start(ended.sidecar, ARTICLE, journal=journal)
    assert play(again, "zzz").sidecar == sidecar()


def test_a_change_that_no_longer_fits_is_dropped_and_said() -> None:
    """Undo never overwrites what somebody changed in the file since: it says so, forgets it, and goes on."""
    ended, effects = played(session(), "co")
    journal = [to_json(entry) for effect in effects if isinstance(effect, Save) for entry in effect.entries]
    edited = ended.sidecar.sentences[1]._replace(label=Label.UNVERIFIED)
    records = (ended.sidecar.sentences[0], edited, *ended.sidecar.sentences[2:])
    state = start(ended.sidecar._replace(sentences=records), ARTICLE, journal=journal)
    state, dropped = step(state, "z")
    assert "changed since" in state.message
    assert state.sidecar.sentences == records
    journal += [to_json(entry) for effect in dropped if isinstance(effect, Save) for entry in effect.entries]
    assert replay(journal).past == state.history.past
    assert play(state, "z").sidecar.sentences[0].label is None


def test_undo_finds_a_sentence_that_has_moved() -> None:
    """A sentence inserted above since does not keep a change from being undone."""
    ended = play(session(), "c")
    extra = ended.sidecar.sentences[4]._replace(id=RecordId("sffffffffff"), text="Nouveau.")
    moved = reload(ended, ended.sidecar._replace(sentences=(extra, *ended.sidecar.sentences)), "")
    assert told(play(moved, "z")) == "- >- - - - -"


@pytest.mark.parametrize(
    "line",
    ["", "{", '"undone"', "[]", "7", "null", '{"what": "x"}', '{"what":"x","index":0,"before":[],"after":[]}',
     '{"what":"x","index":1e999,"before":[{"id":"a"}],"after":[{"id":"a"}]}', "[" * 100_000,
     '{"what":"x","index":0,"before":[{"id":"a","label":"maybe"}],"after":[{"id":"a"}]}',
     '{"what":"x","index":0,"before":[{"id":"a","text":3}],"after":[{"id":"a"}]}'],
)  # fmt: skip
def test_a_broken_line_of_a_journal_is_passed_over(line: str) -> None:
    """Half a line after a crash, or anything else that is no entry, costs only itself."""
    with pytest.raises(ValueError):  # noqa: PT011 - the class is the contract; the wording differs by what is wrong
        from_json(line)
    _, effects = played(session(), "c")
    journal = [to_json(entry) for effect in effects if isinstance(effect, Save) for entry in effect.entries]
    assert len(replay([*journal, line]).past) == 1


def test_journal_lines_are_single_lines_of_json() -> None:
    """Whatever a note holds, its journal entry has no line break and reads back as it was."""
    state = play(session(), [EditorText("a\nb\u2028c\x85\ud800\U0001f600")])
    change = state.history.past[-1]
    assert len(to_json(change).splitlines()) == 1
    assert json.loads(to_json(change))["what"] == "note"
    assert from_json(to_json(change)) == change


def test_reload_keeps_the_place() -> None:
    """After the file changed under our feet, the same sentence is current, wherever it stands now."""
    state = play(session(), "jjj")
    fewer = state.sidecar._replace(sentences=state.sidecar.sentences[1:])
    after = reload(state, fewer, "read again")
    assert (after.at, after.left, after.message) == (2, 4, "read again")
    gone = state.sidecar._replace(sentences=state.sidecar.sentences[:2])
    assert reload(state, gone, "").at == 1


def test_reload_keeps_what_is_being_typed() -> None:
    """A note goes on where it was, so that its next letters are no labels, even if the sentence was reworded."""
    state = play(session(), "evague")
    theirs = changed(0, label=Label.CLAIM)
    after = play(reload(state, sidecar(*theirs), "read again"), " : qui ?<enter>")
    assert told(after) == ">c[vague : qui ?] - - - -"
    rewritten = changed(0, text="Le port a rouvert mardi.")
    assert told(play(reload(state, sidecar(*rewritten), "read again"), "<enter>")) == ">-[vague] - - - -"


def test_what_is_typed_survives_its_sentence() -> None:
    """No letter becomes a label; the first Enter asks whether it belongs to the sentence shown, with what that says."""
    state = play(session(), "jSco")
    gone = (*changed(2, note="à voir")[:1], *changed(2, note="à voir")[2:])
    lost = reload(play(state, "<enter>co"), sidecar(*gone), "read again")
    assert lost.message == "the sentence you write about was removed from the file; your text is kept"
    asked = play(lost, "uc<enter>u")
    assert told(asked) == "- >-[à voir] - -"
    assert told(play(asked, "<enter>")) == "- >-[à voir coucu] - -"
    assert told(play(asked, "<enter>c")) == "- c[à voir coucu] >- -"
    assert told(play(play(lost, "<enter>"), "<esc>c")) == "- c[à voir] >- -"
    proposed = reload(play(session(), "js"), sidecar(*gone), "read again")
    assert told(play(proposed, "1")) == "- >-[à voir] - -"
    assert play(proposed, "1").message.startswith("its sentence was removed")


@pytest.mark.parametrize("keys", ["d<home>", "b2"])
def test_keys_meant_for_a_sentence_that_changed_mean_nothing_until_esc(keys: str) -> None:
    """Neither those that were to choose where to divide it nor those that were to answer a question about it."""
    reworded = sidecar(*changed(0, text="Le port a rouvert mardi.", was="Le port ferme.", was_label=Label.CLAIM))
    for new in (reworded, sidecar(*changed(0)[1:])):
        state = reload(play(session(), keys), new, "read again")
        after = play(state, "<right>1 <enter>cq")
        assert (after.sidecar, after.at, after.mode) == (new, 0, AstrayMode())
        assert (
            state.message == after.message == "this sentence was changed in the file meanwhile; press Esc to continue"
        )
        assert play(after, "<esc>").mode == ReadingMode()
        assert play(after, "<esc>o").sidecar.sentences[0].label is Label.OPINION


def test_help_stays_open_whatever_becomes_of_the_sentence() -> None:
    """The key that closes it is never taken for a label."""
    state = reload(play(session(), "?"), sidecar(*changed(0)[1:]), "read again")
    assert told(play(state, "c")) == ">- - - -"


def test_a_search_does_not_depend_on_a_sentence() -> None:
    """Whatever became of the one it began at."""
    state = reload(play(session(), "j/hon"), sidecar(*changed(0)[2:]), "read again")
    assert told(play(state, "te<enter>")) == "- >- -"


def test_ids_and_texts_of_divided_and_joined_sentences() -> None:
    """The first part keeps the id, the second gets one of its own; joining gives the article's very words back."""
    state = play(session(), "jjd<enter>")
    first, second = state.sidecar.sentences[2:4]
    assert (first.text, second.text) == ("Il pleut ;", "il neige.")
    assert first.id == sidecar().sentences[2].id
    assert second.id not in {record.id for record in sidecar().sentences}
    assert play(state, "D").sidecar == sidecar()
    assert play(session(), "D").record.text == ARTICLE[: ARTICLE.index(" Il pleut")]


def test_sentences_that_the_article_no_longer_has_are_not_joined() -> None:
    """Where the article is not what the sidecar says, or has something between, joining is refused."""
    assert told(play(session(article="Autre chose."), "D")) == ">- - - - -"
    assert told(play(session(article=ARTICLE.replace("\n\n", "\n(code)\n")), "D")) == ">- - - - -"


def test_one_word_cannot_be_divided_but_writing_without_spaces_can() -> None:
    """A word stays whole; where no spaces are written any character may begin the second part."""
    one = session(sidecar().sentences[0]._replace(text="Non"))
    assert "cannot be divided" in play(one, "d").message
    words = session(sidecar().sentences[0]._replace(text="港口关闭了。今天下雨。"))
    assert [record.text for record in play(words, "d<home><enter>").sidecar.sentences] == ["港", "口关闭了。今天下雨。"]


def test_a_selection_is_walked_first_and_v_leads_out_of_it() -> None:
    """A session on some sentences only stops at those, and a label goes on to the next of them."""
    chosen = Selection("disputed", frozenset(sidecar().sentences[at].id for at in (1, 3)))
    state = start(sidecar(), ARTICLE, selection=chosen)
    assert told(state) == "- >- - - -"
    assert told(play(state, "c")) == "- c - >- -"
    assert told(play(state, "jj")) == "- - - >- -"
    assert told(play(state, "co")) == "- c - >o -"
    assert play(state, "v").view == "all"
    assert play(state, "vvv").view == "disputed"


def test_a_selection_grows_with_the_parts_of_its_sentences() -> None:
    """Both parts of a selected sentence that is divided are selected."""
    chosen = Selection("disputed", frozenset({sidecar().sentences[2].id}))
    state = play(start(sidecar(), ARTICLE, selection=chosen), "d<enter>c")
    assert told(state) == "- - c >- - -"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("unlabelled", {2, 3}), ("unsure", {1}), ("stale", {2}), ("label:claim", {0, 1}), ("label:opinion", {4})],
)
def test_select(name: str, expected: set[int]) -> None:
    """`--only` names sentences by what they carry."""
    records = list(sidecar().sentences)
    for at, said in enumerate(({"label": Label.CLAIM}, {"label": Label.CLAIM, "unsure": True}, {"was": "Il pleut."},
                               {}, {"label": Label.OPINION})):  # fmt: skip
        records[at] = records[at]._replace(**said)  # type: ignore[arg-type] # fields of Record
    assert select(sidecar(*records), name).ids == {records[at].id for at in expected}


def test_select_refuses_what_it_does_not_know() -> None:
    """An unknown selection is named, with those there are."""
    with pytest.raises(FactcheckError, match="maybe"):
        select(sidecar(), "maybe")


def test_a_view_named_like_a_selection_is_walked_once() -> None:
    """`--only unlabelled` keeps its sentences as they are labelled, and `v` still walks on."""
    state = start(play(session(), "c").sidecar, ARTICLE, selection=select(play(session(), "c").sidecar, "unlabelled"))
    assert told(play(state, "ok")) == "c >o - - -"
    views = [play(state, "v" * times).view for times in range(4)]
    assert views == ["unlabelled", "all", "claim", "unlabelled"]


def test_summary_counts_what_was_done_and_the_keys() -> None:
    """The end of a session can say what was done, what is left, and how many keys it took."""
    done = summary(play(session(), "cojjkx"))
    assert (done.done, done.left, done.total, done.keystrokes) == (2, 3, 5, 6)


@pytest.mark.parametrize(
    ("script", "keys"),
    [("c o", ("c", " ", "o")), ("<space><lt>a<F1>".lower(), (" ", "<", "a", "<f1>")), ("é日", ("é", "日")),
     ("c\no\r\n", ("c", "o")), ("<c-d><s-tab>>", ("<c-d>", "<s-tab>", ">")), ("", ())],
)  # fmt: skip
def test_key_scripts(script: str, keys: tuple[str, ...]) -> None:
    """A script is characters, names in angle brackets, and line breaks that mean nothing."""
    assert parse_keys(script) == keys


@pytest.mark.parametrize("script", ["<ente>", "<", "a<b", "co\tu", "\x1b", "<c-1>", "ab\ncd<x>"])
def test_a_key_nobody_knows_is_refused(script: str) -> None:
    """A slip in a script plays nothing rather than something else."""
    with pytest.raises(FactcheckError, match=r"line [12], column [1-4] of the keys"):
        parse_keys(script)


def test_keys_can_be_remapped() -> None:
    """The keys of an action are replaced, and the key it lost means nothing."""
    state = start(sidecar(), ARTICLE, keymap=bind([("claim", "1<f2>"), ("view", "c")]))
    assert told(play(state, "1<f2>")) == "c c >- - -"
    assert play(state, "c").view == "unlabelled"


@pytest.mark.parametrize("pair", [("claim", "o"), ("label", "q"), ("claim", "<ente>"), ("next", "<c-c>")])
def test_remapping_refuses_conflicts_and_unknown_names(pair: tuple[str, str]) -> None:
    """Two actions on a key, an unknown action, an unknown key: each is an error at the start, naming the file."""
    with pytest.raises(FactcheckError, match=r"factcheck\.yaml"):
        bind([pair])


def test_folding() -> None:
    """Case, accents, ligatures and kinds of space and apostrophe do not matter to a search."""
    assert fold("L\u2019\u00c9T\u00c9\u202f\u00e0 la fin") == fold("l'ete a la  fin")


def test_an_unknown_key_rings_and_names_help() -> None:
    """A key without an action changes nothing but the message."""
    state, effects = step(session(), "<f9>")
    assert effects == (Bell(),)
    assert "F9" in state.message
    assert "?" in state.message
    assert told(state) == told(session())


#: Keys that may lead to a label: its own, the two ways to ask for it, and those that take or give back.
LABELLING = set("cousCOUSzZ") | {"<enter>", "<backspace>"} | set("123456789&é\"'(-è_çà")


@given(events=events)
def test_any_events_keep_the_state_whole(events: list[Event]) -> None:
    """No sequence of events raises; the place stays inside, the count of what is left right, the words the same."""
    state = session()
    for event in events:
        state, effects = step(state, event)
        assert 0 <= state.at < len(state.sidecar.sentences)
        assert state.left == sum(map(waits, state.sidecar.sentences))
        assert "".join("".join(r.text.split()) for r in state.sidecar.sentences) == "".join("".join(TEXTS).split())
        ids = [record.id for record in state.sidecar.sentences]
        assert len(set(ids)) == len(ids)
        assert all(isinstance(effect, Effect) for effect in effects)


@given(events=events)
def test_only_keys_that_are_meant_to_label(events: list[Event]) -> None:
    """Pastes, moves, unknown keys and anything else never give a label."""
    state = session()
    for event in events:
        before, (state, _) = _labels(state), step(state, event)
        if event not in LABELLING:
            assert _labels(state) <= before or event == "D", event


@given(events=events)
def test_undo_reverses_anything(events: list[Event]) -> None:
    """Whatever was done, enough undo gives back the beginning and enough redo the end; the journal tells the same."""
    state, effects = played(session(), [*events, "<esc>", "<esc>", "<esc>"])
    journal = [to_json(entry) for effect in effects if isinstance(effect, Save) for entry in effect.entries]
    assert replay(journal) == state.history
    undone = play(state, "z" * len(state.history.past))
    assert undone.sidecar == session().sidecar
    ended = play(undone, "Z" * len(undone.history.future))
    assert play(ended, "z" * len(ended.history.past)).sidecar == session().sidecar


def _labels(state: State) -> set[tuple[str, Label]]:
    return {(record.id, record.label) for record in state.sidecar.sentences if record.label}
