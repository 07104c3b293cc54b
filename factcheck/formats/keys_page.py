"""The annotator's keys as the page docs/keys.md, from the table the annotator itself reads."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.labelling.keys import ACTIONS, Action, key_name

_HEAD = """\
# The annotator's keys

<!-- Written by `make docs` from factcheck/labelling/keys.py; edits here are lost. -->

One key labels a sentence, saves it and goes on to the next one that waits. Nothing asks for confirmation: everything
is saved at once, and everything can be undone, also in a later session. The same keys work on the screen and with
`--plain`. No key needs AltGr.
"""

_TAIL = """
## While something is typed

| key | what it does |
|---|---|
| Enter | take what was typed, or the proposal that is marked |
| `1` to `9` | take a proposal, as long as nothing was typed; the digits of a French keyboard need no Shift |
| Up, Down | mark another proposal |
| Tab | turn the marked proposal into text, to be edited |
| Backspace on an empty line, then Enter | empty the field, or leave it empty |
| Left, Right, Home, End, Backspace, Delete | edit; so do Ctrl-A, Ctrl-E, Ctrl-D, Ctrl-U, Ctrl-K and Ctrl-W |
| Esc | leave it as it was; what was typed is kept as a draft |

Typing replaces the proposals. Pasted text goes into the line, its line breaks as spaces; anywhere else a paste does
nothing, so that it can never label. Where no proposal is certain, none is marked: Enter then leaves the source open,
which is said at once and by `factcheck check`, and the next key labels the next sentence. Esc right after `s` takes the
label back; Backspace, then Enter, leaves open what was proposed.

A draft comes back where it was written, in a later session too; also after Ctrl-C, when the terminal hangs up, and when
the program is killed in the middle of a word.

## While a sentence is divided

Left and Right, or `k` and `j`, move the bar from word to word, Home and End to the ends; Enter divides there, Esc
leaves the sentence whole. The first part keeps the label and the note; the second waits for a label of its own. What
`D` joins keeps its label where only one was given or both agree, and all notes. If somebody else changes the sentence
in the file meanwhile, or while the codebook's questions are asked about it, no key counts until Esc.

## Numbers

A number before `g` or `G` goes to that sentence, before a move it repeats it (`12j`). Before any other key it is
refused: a slip on the digit row must not label nine sentences. The unshifted digit row of a French keyboard
(`&é"'(-è_çà`) counts as digits there, in the codebook's questions and among proposals as long as nothing was typed; to
type a word that begins with é or à there, press Backspace first.

## Held keys, the mouse, colours

A label key that is held down labels sentence after sentence faster than anybody reads: that is said, and one `z` takes
the run back. Keys typed ahead count, each for itself.

A click chooses a sentence, in the article or in the strip in the top row, and the wheel scrolls; `mouse: false` in
`factcheck.yaml` leaves the mouse to the terminal, to select text. The strip has a letter a sentence, the current one in
brackets: `C O U S` are labels, `x` is skipped, `!` has changed, `-` waits; where several share a cell, `~` says that
some of them wait and `+` that all are done. In the margin `?` marks a sentence as unsure and `*` says that it has a
note.

The terminal is asked what colour is behind the text. Where it does not answer, colours are used that can be read on
black and on white; `theme: dark`, `light` or `none` in `factcheck.yaml` settles it. NO_COLOR leaves bold and inverted
text, `--color never` nothing at all.

## Other keys for an action

`factcheck.yaml` at the desk's root gives an action other keys by its name; they replace the usual ones. A key that two
actions would share is refused before a session starts, and so is Esc for a label. A digit that becomes an action's key
no longer counts for `g`.

```yaml
keys:
  claim: "1"
  unsure: "w<f4>"
```

## Key scripts

`factcheck annotate ARTICLE --keys 'cs<enter>o'` plays keys without a keyboard; `--keys -` reads them from standard
input. A character stands for itself, other keys have names: `<enter> <esc> <tab> <s-tab> <backspace> <delete> <insert>
<up> <down> <left> <right> <pgup> <pgdn> <home> <end>`, `<f1>` to `<f12>`, `<c-a>` to `<c-z>` with Ctrl. A space may be
written `<space>`; `<` itself is `<lt>`. Line breaks mean nothing.
"""


def page() -> str:
    """Return the page of documentation on the keys, in Markdown."""
    return _HEAD + "".join(_tables()) + _TAIL


def _tables() -> Iterator[str]:
    for group in dict.fromkeys(action.group for action in ACTIONS):
        yield f"\n## {group}\n\n| key | action | what it does |\n|---|---|---|\n"
        yield from (_row(action) for action in ACTIONS if action.group == group)


def _row(action: Action) -> str:
    keys = ", ".join(f"`{key}`" if len(key) == 1 and key != " " else key_name(key) for key in action.keys)
    return f"| {keys} | {action.name} | {action.help} |\n"
