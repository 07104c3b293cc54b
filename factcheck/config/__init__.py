"""The desk's settings as a value and as a table; `settings_file` reads them from a `factcheck.yaml`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from factcheck.findings import Severity
from factcheck.model import Language

if TYPE_CHECKING:
    from factcheck.config.own_words import OwnWords

#: What `theme` may be.
THEMES = ("auto", "dark", "light", "none")

#: What a setting may hold: how `settings_file` reads each and what the schema says of it goes by these names.
SettingKind = Literal[
    "language",
    "encoding",
    "count",
    "truth",
    "globs",
    "globs or none",
    "paths",
    "severities",
    "share",
    "keys",
    "theme",
    "words",
]


class Setting(NamedTuple):
    """What is known of one setting besides its name, its type and its default."""

    kind: SettingKind
    #: What it settles, for the schema, for the file that `init` writes and for docs/config.md.
    sentence: str
    #: A value, as YAML has it after the colon.
    example: str
    #: What holds without it, where its default does not say so.
    otherwise: str = ""
    #: The mapping it stands in; its name in `Config` then begins with `max_`.
    group: str = ""


class Config(NamedTuple):
    """What a desk has settled once for everybody; each default is what holds without a file.

    This is the table of settings: the reader, the schema, the file that `init` writes and docs/config.md come from it.
    """

    language: Annotated[
        Language | None,
        Setting("language", "Language of articles that do not say theirs, as ISO 639 has it.", "fr", "annotate asks"),
    ] = None
    interface: Annotated[
        Language | None,
        Setting("language", "Language of the interface for everybody.", "fr", "that of each person's environment"),
    ] = None
    encoding: Annotated[
        str | None,
        Setting("encoding", "How articles are encoded.", "cp1252", "UTF-8, or UTF-16 if a byte order mark says so"),
    ] = None
    wrapped: Annotated[
        bool | None,
        Setting(
            "truth",
            "Whether the lines of articles are hard-wrapped: true if only a blank line ends a paragraph, false if "
            "every line break does.",
            "true",
            "found out for each line break",
        ),
    ] = None
    annotators: Annotated[
        int,
        Setting("count", "How many annotators must have labelled a sentence before it counts as labelled.", "2"),
    ] = 1
    adjudication: Annotated[
        bool, Setting("truth", "Whether every difference between annotators needs a decision.", "true")
    ] = False
    overlap: Annotated[
        int | None,
        Setting("count", "How many sentences in a row of every article need a second, blind label.", "5", "none"),
    ] = None
    calibration: Annotated[
        tuple[str, ...],
        Setting(
            "globs",
            "Articles whose decisions are the key that annotators are measured by, which annotate never shows: globs "
            "on paths relative to this file.",
            "\n  - annotations/calibration/",
            "none",
        ),
    ] = ()
    articles: Annotated[
        tuple[str, ...],
        Setting(
            "globs",
            "Where every text is an article, even if nobody has begun to label it: globs on paths relative to this "
            "file. Elsewhere a text is an article if a sidecar lies in the same folder.",
            "\n  - news/",
        ),
    ] = ("annotations/",)
    ignore: Annotated[
        tuple[str, ...],
        Setting(
            "globs or none", "What check leaves out: globs on paths relative to this file.", "\n  - drafts/", "nothing"
        ),
    ] = ()
    archives: Annotated[
        tuple[str, ...],
        Setting(
            "paths",
            "Fact checks of others that `factcheck similar` searches too: files on paths relative to this file, as "
            "ClaimReview, Claim Search API answers, JSON lines or CSV.",
            "\n  - archives/checks.json",
            "none",
        ),
    ] = ()
    severity: Annotated[
        tuple[tuple[str, Severity | None], ...],
        Setting(
            "severities",
            "Severity of rules by code or name: error, warning, note or ignore. `factcheck explain` lists the rules.",
            "\n  FC104: ignore",
            "each rule's own",
        ),
    ] = ()
    max_skipped: Annotated[
        float | None,
        Setting("share", "How many of an article's sentences may be skipped, from 0 to 1.", "0.25", "all", "limits"),
    ] = None
    max_unsure: Annotated[
        float | None,
        Setting("share", "How many of an article's sentences may stay unsure, from 0 to 1.", "0", "all", "limits"),
    ] = None
    keys: Annotated[
        tuple[tuple[str, str], ...],
        Setting(
            "keys",
            "Keys of the annotator by action name; docs/keys.md lists both.",
            '\n  claim: "1"\n  opinion: "2"',
            "those that docs/keys.md lists",
        ),
    ] = ()
    theme: Annotated[
        str,
        Setting(
            "theme",
            "The annotator's colours: auto asks the terminal what is behind the text; dark, light or none.",
            "light",
        ),
    ] = "auto"
    mouse: Annotated[
        bool,
        Setting(
            "truth",
            "Whether a click chooses a sentence and the wheel scrolls; selecting text then takes Shift.",
            "false",
        ),
    ] = True
    words: Annotated[
        "tuple[OwnWords, ...]",
        Setting(
            "words",
            "Words of the newsroom's own, by language and list, for judging whether an edit changed what a sentence "
            "says. docs/carry.md lists what there is.",
            "\n  fr:\n    attribution: [martele, fustige]\n    light: [bel]",
            "none",
        ),
    ] = ()


#: What is known of each setting, by its name in `Config`.
TABLE: Mapping[str, Setting] = {name: hint.__metadata__[0] for name, hint in Config.__annotations__.items()}

#: The mappings that hold settings, each with the settings' names in it and in `Config`.
GROUPS: Mapping[str, Mapping[str, str]] = {
    group: {name.removeprefix("max_"): name for name, setting in TABLE.items() if setting.group == group}
    for group in dict.fromkeys(setting.group for setting in TABLE.values())
}


def otherwise(name: str) -> str:
    """Return what holds where a setting is not made.

    >>> otherwise("annotators"), otherwise("adjudication"), otherwise("articles"), otherwise("ignore")
    ('1', 'false', 'annotations/', 'nothing')
    """
    default = Config._field_defaults[name]
    held = ", ".join(default) if isinstance(default, tuple) else str(default).lower()
    return TABLE[name].otherwise or held
