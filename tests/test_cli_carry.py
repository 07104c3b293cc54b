"""`factcheck carry` on real desks: what it tells, what it writes, and that git merges what it wrote."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from conftest import Ran
from desks import SENTENCES, Desk, blank, new_desk
from markdown_it import MarkdownIt

from factcheck.carry import Cause, Fate, Kind
from factcheck.errors import FactcheckError
from factcheck.io import store
from factcheck.model import Label

Run = Callable[..., Ran]

ROOT = Path(__file__).parent.parent
ARTICLE = "annotations/port-strike.txt"
EDITED = SENTENCES[1].replace("5 000", "3 000")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk on which Alice and Bob labelled everything."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / "desk")
    for number in range(1, len(SENTENCES) + 1):
        desk.change("alice", number, label=Label.CLAIM)
        desk.change("bob", number, label=Label.OPINION)
    desk.commit("Label everything")
    return desk


def publish(desk: Desk, *sentences: str) -> None:
    """Write the article anew."""
    (desk.top / ARTICLE).write_text("\n".join(sentences) + "\n", encoding="utf-8")


def edited(desk: Desk) -> None:
    """Change a figure, tidy the typography of a sentence, drop one and add one."""
    tidy = SENTENCES[3].replace("'", "’")
    publish(desk, SENTENCES[0], EDITED, SENTENCES[2], tidy, SENTENCES[4], "Le préfet est attendu.")


def test_it_tells_what_became_of_each_sentence(desk: Desk, run: Run) -> None:
    """Sentences that changed are shown word by word with the reason; the others are counted."""
    edited(desk)
    desk.path("bob").unlink()
    assert run("carry", ARTICLE) == Ran(
        0,
        """\
annotations/port-strike.txt
  alice
    2 changed: number: “5000” became “3000”
      Selon la préfecture, [-5 000-]{+3 000+} personnes ont défilé.
    4 kept: typography
      Rien [-n'-]{+n’+}a filtré de la réunion.
  (6) retired
      Qui paiera ?
    6 new
      Le préfet est attendu.
    4 kept, 1 changed, 1 retired, 1 new; 1 with a harmless edit
1 sidecar brought up to date: 1 label to confirm.
""",
        "",
    )


def test_all_sidecars_of_an_article_follow_it(desk: Desk, run: Run) -> None:
    """Each keeps its own labels, and the edited sentence is asked about in each."""
    edited(desk)
    run("carry")
    for annotator, label in (("alice", Label.CLAIM), ("bob", Label.OPINION)):
        after = desk.read(annotator)
        assert (after.sentences[1].label, after.sentences[1].was_label) == (None, label)
        assert after.sentences[1].was == SENTENCES[1]
        assert [record.label for record in after.sentences if record.label] == [label] * 4
        assert [(record.text, record.label) for record in after.retired] == [(SENTENCES[5], label)]


def test_running_it_again_changes_nothing(desk: Desk, run: Run) -> None:
    """What is up to date is left alone, byte for byte."""
    edited(desk)
    run("carry")
    before = desk.path("alice").read_bytes()
    assert run("carry").out == f"{ARTICLE}\n  alice: up to date\n  bob: up to date\n2 sidecars, all up to date.\n"
    assert desk.path("alice").read_bytes() == before


def test_taking_the_edit_back_restores_every_byte(desk: Desk, run: Run) -> None:
    """After an edit and its reversal git sees no difference."""
    edited(desk)
    run("carry")
    publish(desk, *SENTENCES)
    assert run("carry").code == 0
    assert desk.git("status", "--porcelain") == ""


@pytest.mark.parametrize("command", ["carry", "annotate"])
def test_fields_of_others_and_comments_do_not_go_with_their_sentence(desk: Desk, run: Run, command: str) -> None:
    """They wait with a record about which nothing else is said, and come back with the sentence."""
    path = desk.path("carla")
    desk.write(blank("carla"))
    plain = path.read_text()
    start = plain.index("- id: ", plain.index(SENTENCES[4]))
    path.write_text(before := f"{plain[:start]}# Who pays?\n{plain[start:]}  desk: politics\n")
    session = (ARTICLE, "--annotator", "carla", "--keys", "mq")
    publish(desk, *SENTENCES[:5])
    run(command, *(session if command == "annotate" else ()))
    assert path.read_text().endswith(f"\nretired:\n\n{before[start:]}")
    publish(desk, *SENTENCES)
    run("carry")
    assert path.read_text() == before


def test_a_dry_run_writes_nothing(desk: Desk, run: Run) -> None:
    """It tells the same and leaves the files alone."""
    edited(desk)
    told = run("carry", "--dry-run").out
    assert told.endswith("2 labels to confirm. (dry run: nothing was written)\n")
    assert desk.git("status", "--porcelain", "--", "*.yaml") == ""
    assert run("carry").out.splitlines()[:-1] == told.splitlines()[:-1]


def test_json_tells_every_sentence(desk: Desk, run: Run) -> None:
    """A program sees each fate with its reasons, sentences that stayed included."""
    edited(desk)
    told = json.loads(run("carry", "--format", "json").out)
    alice, _ = told["files"]
    assert (told["carry"], told["dry_run"], alice["annotator"], alice["to_confirm"]) == (1, False, "alice", 1)
    assert alice["totals"] == {"kept": 4, "changed": 1, "retired": 1, "new": 1}
    changed = alice["sentences"][1]
    assert (changed["old"], changed["new"], changed["fate"]) == ([2], [2], "changed")
    assert [reason["cause"] for reason in changed["reasons"]] == ["number"]


def test_json_is_as_its_schema_says(desk: Desk, run: Run) -> None:
    """A published schema describes it: each fate, dry runs, decisions, and nothing at all."""
    schema = json.loads((ROOT / "schemas/carry-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    told = []
    for sentences in (reshuffled(), SENTENCES, divided()):
        publish(desk, *sentences)
        told += [json.loads(run("carry", *dry, "--format", "json").out) for dry in (["--dry-run"], [], [])]
    desk.write(blank(None))
    told += [json.loads(run("carry", "--format", "json", *paths).out) for paths in ([], ["annotations/nowhere.txt"])]
    for content in told:
        jsonschema.validate(content, schema)
    fates = {sentence["fate"] for content in told for file in content["files"] for sentence in file["sentences"]}
    assert fates == set(Fate)
    assert any(file["annotator"] is None for content in told for file in content["files"])


def test_the_schema_lists_what_there_is() -> None:
    """Every fate, every cause and every kind has its place in it, and no others."""
    names = json.loads((ROOT / "schemas/carry-1.schema.json").read_text(encoding="utf-8"))["$defs"]
    assert set(names["fate"]["enum"]) == set(Fate)
    assert set(names["cause"]["enum"]) == set(Cause)
    assert set(names["kind"]["enum"]) == set(Kind)


def reshuffled() -> tuple[str, ...]:
    """Return the article after an edit that moves, changes, joins, drops and adds sentences at once."""
    joined = f"{SENTENCES[2][:-1]} et {SENTENCES[3][0].lower()}{SENTENCES[3][1:]}"
    return (SENTENCES[5], SENTENCES[0], EDITED, joined, "Le préfet est attendu.")


def divided() -> tuple[str, ...]:
    """Return the article with one of its sentences cut in two."""
    parts = "Les observateurs estiment.", "Le maire a perdu la main."
    return (*SENTENCES[:2], *parts, *SENTENCES[3:])


def test_markdown_is_a_table_that_does_nothing_else(desk: Desk, run: Run) -> None:
    """What a sentence says is shown in a pull request and neither runs nor calls anybody."""
    publish(desk, *SENTENCES[:5], "@everyone <script>alert(1)</script> | [x](http://x.org)")
    page = MarkdownIt("commonmark").enable("table").render(run("carry", "--format", "markdown").out)
    assert "<table>" in page
    assert "<script" not in page
    assert "href" not in page
    assert "@everyone" not in page


def test_if_one_sidecar_cannot_be_written_none_is(desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article and all its sidecars change together or not at all."""
    edited(desk)
    save = store.save

    def fails_for_bob(path: Path, data: bytes, expected: store.Identity | None) -> store.Identity:
        if "bob" in path.name:
            raise FactcheckError("cannot be saved: the disk is full", path=str(path))
        return save(path, data, expected)

    monkeypatch.setattr(store, "save", fails_for_bob)
    ran = run("carry")
    assert ran.code == 2
    assert "the disk is full" in ran.err
    assert desk.git("status", "--porcelain", "--", "*.yaml") == ""


def test_an_open_session_is_not_written_under(desk: Desk, run: Run) -> None:
    """While somebody labels, nothing is carried below their hands."""
    edited(desk)
    with store.lock(desk.path("bob"), "bob on desk 3"):
        ran = run("carry")
    assert ran.code == 2
    assert "bob on desk 3" in ran.err
    assert desk.git("status", "--porcelain", "--", "*.yaml") == ""


def test_one_broken_sidecar_does_not_keep_other_articles_back(desk: Desk, run: Run) -> None:
    """Its article is refused whole, with the place of what is wrong; the others are carried."""
    other = desk.top / "annotations/weather.txt"
    other.write_text("Il pleut.\n", encoding="utf-8")
    content = desk.path("alice").read_text(encoding="utf-8")
    head, _, _ = content.partition("\n- id")
    record = '\n- id: s0000000001\n  text: "Il pleuvait."\n  label: claim\n'
    desk.path("alice", "weather").write_text(head.replace("port-strike", "weather") + record, encoding="utf-8")
    desk.path("bob").write_text("<<<<<<< ours\n", encoding="utf-8")
    ran = run("carry")
    assert ran.code == 2
    assert "port-strike.bob.labels.yaml:1" in ran.err
    assert desk.read("alice", "weather").sentences[0].text == "Il pleut."


def test_a_sidecar_that_fits_no_text_goes_by_way_of_a_revision(desk: Desk, run: Run) -> None:
    """`--from` brings it to an old version of the article first."""
    publish(desk, EDITED)
    assert run("carry", "--from", "HEAD", ARTICLE).code == 0
    assert desk.read("alice").sentences[0].was == SENTENCES[1]
    ran = run("carry", "--from", "HEAD~1:nowhere", ARTICLE)
    assert (ran.code, ran.out) == (2, "")


def test_what_both_steps_did_is_told(desk: Desk, run: Run) -> None:
    """An edit that the revision has already is counted with those made since."""
    publish(desk, SENTENCES[0], EDITED, *SENTENCES[2:])
    desk.commit("Another figure")
    publish(desk, SENTENCES[0], EDITED, *SENTENCES[2:5])
    told = run("carry", "--from", "HEAD", ARTICLE)
    assert told.out.count("    2 changed: number: ") == 2
    assert told.out.count("    4 kept, 1 changed, 1 retired\n") == 2


def with_words(desk: Desk, *lines: str) -> None:
    """Give the desk words of its own for French."""
    settings = "".join(f"    {line}\n" for line in lines)
    (desk.top / "factcheck.yaml").write_text(f"words:\n  fr:\n{settings}", encoding="utf-8")


BRAVE = SENTENCES[2].replace("le maire", "le brave maire")


def test_words_that_a_newsroom_calls_light_may_come_and_go(desk: Desk, run: Run) -> None:
    """Without its settings the same edit is asked about."""
    publish(desk, *SENTENCES[:2], BRAVE, *SENTENCES[3:])
    assert "2 labels to confirm" in run("carry", "--dry-run").out
    with_words(desk, "light: [Brave]")
    assert "nothing to confirm" in run("carry").out
    assert (desk.read("alice").sentences[2].text, desk.read("alice").sentences[2].label) == (BRAVE, Label.CLAIM)


def test_a_newsrooms_words_give_the_reason_its_name(desk: Desk, run: Run) -> None:
    """A verb of its own counts as saying who says it; words of another language change nothing."""
    publish(desk, *SENTENCES[:3], SENTENCES[3].replace("filtré", "fuité"), *SENTENCES[4:])
    (desk.top / "factcheck.yaml").write_text("words:\n  en: {attribution: [fuite]}\n", encoding="utf-8")
    assert "wording: “filtré” became “fuité”" in run("carry", "--dry-run").out
    with_words(desk, "attribution: [fuité]")
    assert "who says it: “filtré” became “fuité”" in run("carry", "--dry-run").out


def test_annotate_goes_by_the_newsrooms_words_too(desk: Desk, run: Run) -> None:
    """Opening an edited article keeps the same labels that carry keeps."""
    publish(desk, *SENTENCES[:2], BRAVE, *SENTENCES[3:])
    with_words(desk, "light: [brave]")
    assert run("annotate", ARTICLE, "--annotator", "alice", "--keys", "w").code == 0
    assert desk.read("alice").sentences[2].label is Label.CLAIM


def test_a_mistake_in_the_words_stops_with_its_place(desk: Desk, run: Run) -> None:
    """A phrase would never be found in a text, so that it is refused and not ignored."""
    with_words(desk, "quantity:", "  - pile", "  - à peu près")
    for command in (["carry"], ["check"], ["annotate", ARTICLE, "--annotator", "alice", "--keys", "q"]):
        ran = run(*command)
        assert ran.code == 2
        assert "factcheck.yaml:5:9: expected one word, without spaces and hyphens, not 'à peu près'" in ran.err


def test_a_sidecar_given_for_an_article_is_refused(desk: Desk, run: Run) -> None:
    """The message says what to give instead."""
    ran = run("carry", desk.path("alice"))
    assert ran.code == 2
    assert "Give the article it belongs to" in ran.err


def test_labels_and_edits_made_on_two_branches_meet(desk: Desk, run: Run) -> None:
    """One edits the article and carries, the other labels another sentence: git merges both, and nothing is asked."""
    desk.git("switch", "--quiet", "--create", "labels")
    desk.change("alice", 5, label=Label.UNVERIFIED)
    desk.commit("Think again")
    desk.git("switch", "--quiet", "main")
    publish(desk, SENTENCES[0], EDITED, *SENTENCES[2:])
    run("carry")
    desk.commit("Correct a figure")
    desk.git("merge", "--quiet", "--no-edit", "labels")
    assert run("carry").out.endswith("all up to date.\n")
    after = desk.read("alice").sentences
    assert (after[1].was_label, after[4].label) == (Label.CLAIM, Label.UNVERIFIED)


def test_a_merge_that_leaves_them_out_of_step_is_mended(desk: Desk, run: Run) -> None:
    """An edit that was not carried before a merge is carried after it, and no label is lost."""
    desk.git("switch", "--quiet", "--create", "labels")
    desk.change("alice", 3, label=Label.UNVERIFIED)
    desk.commit("Think again")
    desk.git("switch", "--quiet", "main")
    publish(desk, SENTENCES[0], EDITED, SENTENCES[2].replace("observateurs", "proches"), *SENTENCES[3:])
    desk.commit("Edit without carrying")
    desk.git("merge", "--quiet", "--no-edit", "labels")
    assert run("check", "annotations").code == 1
    assert run("carry").code == 0
    after = desk.read("alice").sentences
    assert [(r.label, r.was_label) for r in after[1:3]] == [(None, Label.CLAIM), (None, Label.UNVERIFIED)]
    assert {record.label for record in (after[0], *after[3:])} == {Label.CLAIM}
