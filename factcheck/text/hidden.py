"""Characters that nobody can see, or that steer what shows them: where they may stand, they stand escaped or marked."""

from __future__ import annotations

#: Inside `[...]` of a pattern: controls, soft hyphen, fillers, zero-width and bidirectional characters, line and
#: paragraph separators, surrogates, the byte order mark, noncharacters, tags. A reader of YAML would change or refuse
#: them, a terminal would obey them, or nobody could see them. docs/format.md lists them; sidecars have them escaped.
HIDDEN = (
    r"\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff"
)

#: Inside `[...]` too: what a sidecar may hold as it is, and a terminal or a page does not show either: controls of
#: shorthand and of musical notation.
INVISIBLE = r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
