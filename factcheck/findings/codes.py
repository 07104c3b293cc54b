"""Every code `check` may report, with its name, usual severity and explanation; `factcheck.checking` has the rules."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.findings import Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


class Code(NamedTuple):
    """What can be said about a kind of finding before there is one."""

    code: str
    #: Lower-case words with dashes, for people who do not learn numbers.
    name: str
    #: None where the rule is off unless factcheck.yaml gives it a severity.
    severity: Severity | None
    #: What is wrong, as one sentence.
    summary: str
    #: Why it matters.
    why: str
    #: What to do about it.
    remedy: str


_ALL = (
    Code(
        "FC101",
        "unlabelled",
        _ERROR,
        "Fewer annotators than required have labelled or skipped a sentence.",
        "An article is only finished when every sentence has been judged.",
        "Open the article with `factcheck annotate`; `n` goes from one unlabelled sentence to the next.",
    ),
    Code(
        "FC102",
        "stale",
        _ERROR,
        "A sidecar holds a sentence that the article no longer says, or no longer says at that point.",
        "The label was given to words that readers do not see.",
        "Run `factcheck carry` to take over the article as it is now, then confirm what it asks.",
    ),
    Code(
        "FC103",
        "source-missing",
        _ERROR,
        "A sentence is labelled `sourced` but its source is empty.",
        "The codebook calls a sentence sourced only if a stranger could find who says it.",
        "Press `l` on the sentence in `factcheck annotate` and name the source, or change the label.",
    ),
    Code(
        "FC104",
        "source-unknown",
        _WARNING,
        "The source of a sentence appears nowhere in the article.",
        "A source is named in the article's own words where possible, so that readers can find it there.",
        "Take the words of the article, or switch the rule off if your desk names sources in its own way.",
    ),
    Code(
        "FC105",
        "unsure",
        _ERROR,
        "More sentences are marked unsure than `limits: unsure:` in factcheck.yaml allows.",
        "A mark of doubt asks for a second opinion; get one before the article is closed.",
        "Let a colleague label the article too, or decide, and take the mark off with `w`.",
    ),
    Code(
        "FC106",
        "skips",
        _ERROR,
        "More sentences are skipped than `limits: skipped:` in factcheck.yaml allows.",
        "Skips are for bylines, captions and fragments; many of them hide work that was not done.",
        "Look at the skipped sentences again; raise the limit if this kind of article has many.",
    ),
    Code(
        "FC107",
        "overlap",
        _ERROR,
        "A sentence of the overlap that `overlap:` in factcheck.yaml asks for has one annotator's label only.",
        "How far labels can be trusted is measured on sentences that two people labelled without seeing each other's.",
        "Let a colleague run `factcheck annotate --overlap`; `factcheck plan` says who.",
    ),
    Code(
        "FC108",
        "before-codebook",
        None,
        "A label is older than the last change of the desk's own codebook.",
        "What the codebook says now may lead to another label.",
        "Run `factcheck annotate --only before-codebook`: give the labels that still hold again, or change them.",
    ),
    Code(
        "FC109",
        "skipped-and-labelled",
        _ERROR,
        "A sentence is both skipped and labelled.",
        "A skip says that the sentence needs no label. Where both are given the label counts, which may not be meant.",
        "Delete the `skip:` line, or empty `label:`.",
    ),
    Code(
        "FC201",
        "disputed",
        _ERROR,
        "Annotators differ on a sentence and nothing has been decided.",
        "A sentence on which annotators differ has no final label.",
        "Talk it over and run `factcheck adjudicate`.",
    ),
    Code(
        "FC202",
        "undecided",
        _ERROR,
        "Adjudication was asked for and a sentence on which annotators differ is still open.",
        "Adjudication was begun, or factcheck.yaml demands it, and readers wait for the outcome.",
        "Run `factcheck adjudicate` and decide the sentences that are left.",
    ),
    Code(
        "FC203",
        "decision-outdated",
        _ERROR,
        "A decision does not say which labels it was made over, or they are not what annotators say now.",
        "The decision may rest on a difference that no longer exists.",
        "Run `factcheck adjudicate` and confirm or change the decision.",
    ),
    Code(
        "FC301",
        "duplicate-id",
        _ERROR,
        "Two records of a sidecar have the same id.",
        "Ids tie a label to its sentence across edits and merges.",
        "Run `factcheck carry ARTICLE`: both records stay, the second one with an id of its own.",
    ),
    Code(
        "FC302",
        "foreign-id",
        _WARNING,
        "A record has the id of another sentence in another sidecar of the same article.",
        "Merges would take the two for the same sentence.",
        "Take the ids from the other sidecar, or delete this one's record and label the sentence anew.",
    ),
    Code(
        "FC303",
        "untiled",
        _ERROR,
        "Words of the article are in no record of a sidecar.",
        "What is in no record is never labelled.",
        "Run `factcheck carry` to take over the article as it is now, then label what is new.",
    ),
    Code(
        "FC401",
        "invalid",
        _ERROR,
        "A sidecar cannot be read.",
        "Nothing in it counts until it can be.",
        "Correct the line named; `factcheck schema labels` says what a sidecar holds.",
    ),
    Code(
        "FC402",
        "not-canonical",
        _WARNING,
        "A sidecar is valid but not in the form that factcheck writes.",
        "In canonical form a change of one label is a change of one line, and git merges it.",
        "Run `factcheck fmt`; it keeps values and comments.",
    ),
    Code(
        "FC403",
        "unknown-field",
        _ERROR,
        "A sidecar has a field that does not exist.",
        "A misspelt field would be silently without effect.",
        "Correct its name, or delete it; remarks go into `note`.",
    ),
    Code(
        "FC404",
        "wrong-type",
        _ERROR,
        "A field has a value of the wrong kind, or lacks one.",
        "A value that nobody expects would be taken for something else.",
        "Give it a value of the kind that `factcheck schema labels` names.",
    ),
    Code(
        "FC405",
        "unknown-label",
        _ERROR,
        "A label is none of claim, opinion, unverified and sourced.",
        "A misspelt label is ignored.",
        "Write the label that was meant.",
    ),
    Code(
        "FC406",
        "conflict",
        _ERROR,
        "A sidecar or an article has the conflict markers of an unfinished merge.",
        "Git could not decide between two versions, and nobody has.",
        "Run `factcheck resolve` on a sidecar, or mend the file in an editor, then `git add` it.",
    ),
    Code(
        "FC407",
        "label-apart",
        _ERROR,
        "A label, or what belongs to it, is not right below its text, each on one line.",
        "Without a merge driver, git then puts a label on words nobody gave it to, and says nothing.",
        "Run `factcheck fmt`: it puts the label right below its text, and keeps values and comments.",
    ),
    Code(
        "FC501",
        "no-sidecar",
        _ERROR,
        "An article has no sidecar.",
        "Nobody has begun to label it.",
        "Run `factcheck annotate`, or list it under `ignore:` in factcheck.yaml.",
    ),
    Code(
        "FC502",
        "no-article",
        _ERROR,
        "A sidecar's article does not exist.",
        "Labels without their article cannot be checked or shown.",
        "Bring the article back, or if it was renamed, run `factcheck mv OLD NEW`, which takes its labels along.",
    ),
    Code(
        "FC503",
        "misnamed",
        _ERROR,
        "A sidecar's file name says another article or annotator than the file itself.",
        "Labels would count for the wrong article or the wrong person.",
        "Rename the file, or correct its `article:` or `annotator:` line.",
    ),
    Code(
        "FC504",
        "unreadable-article",
        _ERROR,
        "An article is there but cannot be read as text.",
        "Its labels cannot be compared with it.",
        "Save it as UTF-8, or set `encoding:` in factcheck.yaml.",
    ),
    Code(
        "FC505",
        "shared-name",
        _WARNING,
        "By its file name, a sidecar could belong to another article as well.",
        "`a.bob.labels.yaml` is Bob's labels on a.txt or the decisions on a.bob.txt, and cannot be both.",
        "Rename one of the two articles with `factcheck mv`.",
    ),
    Code(
        "FC506",
        "misspelt-name",
        _ERROR,
        "A file is called like a sidecar, but does not end in `.labels.yaml`.",
        "Nothing reads it, so what its annotator says does not count.",
        "Rename it, or delete it.",
    ),
    Code(
        "FC507",
        "settings-changed",
        _NOTE,
        "factcheck.yaml is among what changed, so that articles are checked by other settings than before.",
        "Settings can leave articles out and switch rules off, for a stranger's pull request too.",
        "Read what changed in the settings before you trust the findings.",
    ),
    Code(
        "FC601",
        "merge-mixed",
        _ERROR,
        "A merge put a label on words, or into an annotator's file, where neither side had it.",
        "Git takes files that look alike for one that was renamed, and merges one person's labels into another's.",
        "Run `factcheck resolve --merge COMMIT`: it merges everybody's labels as their own and keeps later work.",
    ),
    Code(
        "FC602",
        "merge-lost",
        _ERROR,
        "A merge lost what one side had said about a sentence, though nobody decided between it and something else.",
        "Git takes files that look alike for one, and may not stop; the work is in the commits that were merged.",
        "Run `factcheck resolve --merge COMMIT`: it merges everybody's labels as their own and keeps later work.",
    ),
    Code(
        "FC701",
        "source-invalid",
        _ERROR,
        "The source file of an article cannot be read.",
        "Nobody can tell from it where the article comes from.",
        "Correct the line; `factcheck schema source` lists the fields.",
    ),
    Code(
        "FC702",
        "source-differs",
        _WARNING,
        "An article is no longer the text that its source file says was taken in.",
        "Readers of the source file would take an edit made here for the words of the source.",
        "If the edit is meant, remove the line `text_sha256:`; else bring the text back.",
    ),
    Code(
        "FC703",
        "source-foreign",
        _ERROR,
        "A source file belongs to no article, or says that it belongs to another one.",
        "An origin would be given for the wrong text, or for none.",
        "Rename the file and its `article:` line along with the article, or delete it.",
    ),
)

#: Every code by its number, in order.
CODES: dict[str, Code] = {code.code: code for code in _ALL}
