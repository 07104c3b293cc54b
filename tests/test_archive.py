"""What is similar: on a small archive made for it, on hostile ones, and whatever happens to the index."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from archive_set import OTHER, SETS, archive, claims, hits, precision, strength
from commands import run
from hypothesis import given, settings
from hypothesis import strategies as st
from labelled import write_desk
from labelling_sessions import session

from factcheck.app.similar import SimilarRequest, find_similar
from factcheck.archive.differences import differences
from factcheck.archive.entries import ArchiveEntry, Hit
from factcheck.archive.named_sources import Mention, named_sources
from factcheck.archive.reading import archive_entries
from factcheck.archive.words import index_words, query_words
from factcheck.errors import FactcheckError
from factcheck.formats.screen import Theme, frame
from factcheck.io.similar_index import SimilarIndex, with_index
from factcheck.labelling.state import LookupMode
from factcheck.languages import edit_words

ENTRIES = archive()


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    # What the model finds is tested in test_sentence_model.py.
    monkeypatch.setattr("factcheck.app.similar.sentence_model", lambda: None)
    return tmp_path / "cache" / "factcheck"


def filled(index: SimilarIndex, entries: tuple[ArchiveEntry, ...] = ENTRIES) -> SimilarIndex:
    """Return the index with these entries in it."""
    with index.writing():
        index.replace("set", "stamp", "digest", entries)
    return index


# --- how well it finds ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", SETS)
def test_a_claim_is_found_in_other_words(which: str) -> None:
    """MAP@5 on the claims said again is at least .95, among them the contradictions."""
    ask = partial(precision, which)
    scores = with_index("", lambda index: ask(partial(hits, filled(index, archive(which)))))
    assert len(scores) > 50
    assert sum(scores) / len(scores) >= 0.95


@pytest.mark.parametrize("which", SETS)
def test_strong_hits_are_known_claims_and_strangers_are_not(which: str) -> None:
    """A strong hit is right in 95 of 100; 70 of 100 known claims have one, and 5 of 100 strangers at most."""
    found = with_index("", lambda index: strength(which, partial(hits, filled(index, archive(which)))))
    assert found.reaches(), found


@pytest.mark.parametrize("which", OTHER)
def test_the_sets_in_two_languages_share_no_word(which: str) -> None:
    """What is found in them is found by what it means."""
    for claim, question in claims(which):
        assert not set(query_words(question)) & set(index_words(claim)), (claim, question)


def test_contradictions_have_their_difference_marked() -> None:
    """Another number or a negation is marked in the hit or said to be missing from it."""
    for claim, *questions in claims():
        for question in questions:
            if question.startswith("!"):
                words = edit_words("fr" if set("éèàç'") & set(claim) or " le " in f" {claim.lower()} " else "en")
                assert words
                found = differences(question[1:], claim, words)
                assert {one.cause for one in found} & {"number", "negation", "date"}, (claim, question, found)


def test_marks_are_where_the_words_are() -> None:
    """Each mark is the word in the sentence that was found, however the question spells its numbers."""
    french = edit_words("fr")
    assert french
    hit = "Selon la préfecture, 5 000 personnes n’ont pas défilé à Brest."
    found = differences("Selon la préfecture, 50000 personnes ont défilé à Lyon.", hit, french)
    assert [hit[one.start : one.end] for one in found if one.in_hit] == ["5 000", "n’", "pas", "Brest"]
    assert [one.word for one in found if not one.in_hit] == ["50000", "Lyon"]


def test_nothing_in_common_is_nothing_similar() -> None:
    """No hit shares only words that any sentence has; an address is no word."""
    empty = with_index("set.sqlite", lambda index: hits(filled(index), "xyzzy https://example.org/dockers"))
    assert empty == []
    assert with_index("set.sqlite", lambda index: hits(filled(index), "zzz de la le yyy")) == []


def test_names_stay_and_tags_are_taken_apart() -> None:
    """The words of a tag count one by one, a speaker's name is a word as any."""
    assert index_words("#PortDeBrest @AnneKervella") == ("port", "de", "brest", "anne", "kerve")
    assert "kerve" in query_words("Mme Kervella : « C'est fini »")


# --- the index ------------------------------------------------------------------------------------------------------


@settings(max_examples=int(os.environ.get("FACTCHECK_EXAMPLES", "8")), deadline=None)
@given(st.randoms(use_true_random=False))
def test_answers_do_not_hang_on_the_order_of_edits(chance: random.Random) -> None:
    """The same entries give the same hits, however they came in, changed and went."""
    origins = {f"a{number}": ENTRIES[number::6] for number in range(6)}

    def edited(index: SimilarIndex) -> list[list[Hit]]:
        steps = [*origins, *chance.choices(list(origins), k=6)]
        chance.shuffle(steps)
        with index.writing():
            for name in steps:
                index.replace(name, "", "", chance.choices(ENTRIES, k=3))
                if chance.random() < 0.3:
                    index.forget(name)
            for name in chance.sample(list(origins), 6):
                index.replace(name, "", "", origins[name])
        return [hits(index, group[1]) for group in claims()[::6]]

    def fresh(index: SimilarIndex) -> list[list[Hit]]:
        filled(index)
        return [hits(index, group[1]) for group in claims()[::6]]

    assert with_index("", edited) == with_index("", fresh)


def test_many_of_the_same_are_cut_off_alike() -> None:
    """Of more equal sentences than are looked at, the same ones are found in whatever order they were put in."""
    same = tuple(ArchiveEntry("Le phare est éteint.", place=f"b.txt:{line:03}") for line in range(300))
    found = [
        with_index("", lambda index, put=put: filled(index, put).candidates(("phare",)).entries)  # type: ignore[misc]
        for put in (same, same[::-1])
    ]
    assert sorted(found[0]) == sorted(found[1])
    assert len(found[0]) == 100


DESK: dict[str, dict[str | None, str]] = {"a": {"alice": "ccou"}, "b": {"alice": "cxu.", "bob": "ccu."}}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a desk of two articles, in which the commands are run."""
    write_desk(tmp_path / "desk", DESK)
    (tmp_path / "desk" / "factcheck.yaml").write_text("language: fr\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


QUESTION = "Il pleut sur le quai 1 de la ville 0."


def asked(question: str = QUESTION, *archives: str) -> list[ArchiveEntry]:
    """Return what the desk answers."""
    view = find_similar(SimilarRequest((question,), archives=archives))
    assert not view.failures
    return [hit.entry for answer in view.answers for hit in answer.hits]


def test_final_labels_answer(desk: Path) -> None:
    """Skips, disputes and unlabelled sentences do not; the rest says who, and on which line."""
    view = find_similar(SimilarRequest((QUESTION,), limit=100))
    assert view.searched == 6
    first = view.answers[0].hits[0].entry
    assert first == ArchiveEntry(QUESTION, "claim", "alice", "", "a.txt:1", language="fr")
    assert {hit.entry.place for hit in view.answers[0].hits} == {
        *(f"a.txt:{n}" for n in (1, 2, 3, 4)),
        "b.txt:1",
        "b.txt:3",
    }
    assert desk.is_dir()


def test_the_index_follows_the_desk(desk: Path, cache: Path) -> None:
    """An edit, a label taken back and a removed article show in the next answer; deleting the cache changes nothing."""
    before = asked()
    (file,) = cache.iterdir()
    file.unlink()
    assert asked() == before
    article = desk / "a.txt"
    article.write_text(article.read_text(encoding="utf-8").replace("quai 1 ", "môle 9 "), encoding="utf-8")
    assert "a.txt:1" not in {entry.place for entry in asked()}
    (desk / "b.txt").unlink()
    for file in desk.glob("b.*"):
        file.unlink()
    assert {entry.place for entry in asked()} == {f"a.txt:{n}" for n in (2, 3, 4)}


@pytest.mark.parametrize(
    "harm", ["garbage", "other-version", "no-tables", "read-only", "locked", "no-folder", "folder"]
)
def test_a_harmed_index_harms_no_answer(desk: Path, cache: Path, harm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken index is made anew; where there can be none, the answers come from memory."""
    before = asked()
    (file,) = cache.iterdir()
    held = sqlite3.connect(file, isolation_level=None)
    monkeypatch.setattr("factcheck.io.similar_index._PATIENCE", 0.05)
    if harm == "garbage":
        file.write_bytes(b"garbage" * 1000)
    elif harm == "other-version":
        held.execute("PRAGMA user_version = 99")
    elif harm == "no-tables":
        held.execute("DROP TABLE entry")
    elif harm == "locked":
        held.execute("BEGIN EXCLUSIVE")
    elif harm == "read-only":
        file.chmod(0o400)
    elif harm == "folder":
        file.unlink()
        file.mkdir()
    else:
        (cache.parent / "file").write_text("", encoding="utf-8")
        monkeypatch.setenv("XDG_CACHE_HOME", str(cache.parent / "file"))
    (desk / "a.txt").touch()
    assert asked() == before
    held.close()
    assert asked() == before


_KILLED = """
import sys
from factcheck.app.similar import SimilarRequest, find_similar
print("ready", flush=True)
while True:
    for path in ("a.txt", "b.txt"):
        text = open(path, encoding="utf-8").read()
        open(path, "w", encoding="utf-8").write(text + "\\n")
    find_similar(SimilarRequest(("quai",), words=True))
"""


def test_a_kill_and_a_second_process_harm_nothing(desk: Path, cache: Path) -> None:
    """While two others index and are killed at any time, answers come; afterwards the index is sound."""
    chance = random.Random(7)
    for _round in range(2):
        others = [subprocess.Popen([sys.executable, "-c", _KILLED], stdout=subprocess.PIPE) for _ in range(2)]
        for other in others:
            assert other.stdout
            assert other.stdout.readline()
        time.sleep(chance.random() / 5)
        find_similar(SimilarRequest((QUESTION,)))
        for other in others:
            os.kill(other.pid, signal.SIGKILL)
            other.communicate()
    write_desk(desk, DESK)
    first = asked()
    (file,) = (file for file in cache.iterdir() if file.suffix == ".sqlite")
    assert sqlite3.connect(file).execute("PRAGMA integrity_check").fetchone() == ("ok",)
    file.unlink()
    assert asked() == first


def test_half_characters_harm_nothing(desk: Path) -> None:
    """Neither those in an archive nor a name that is not in UTF-8 stop an answer."""
    archive = desk / os.fsdecode(b"\xff.jsonl")
    archive.write_text('{"@type": "ClaimReview", "claimReviewed": "Le phare \\ud800 est noir."}\n', encoding="ascii")
    for _time in range(2):
        assert "Le phare \ufffd est noir." in {entry.text for entry in asked("phare noir", archive.name)}
    assert run("similar", "phare noir", "--in", archive.name).code == 0


# --- archives -------------------------------------------------------------------------------------------------------

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "Le port emploie <b>340</b> dockers &amp; grutiers",
    "url": "https://example.org/1",
    "datePublished": "2024-02-01",
    "author": {"@type": "Organization", "name": "Contrôle"},
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "alternateName": "Faux"},
    "itemReviewed": {"@type": "Claim", "author": {"name": "M. Dupuis"}},
    "inLanguage": "fr-FR",
}
READ = ArchiveEntry(
    *("Le port emploie 340 dockers & grutiers", "Faux", "Contrôle", "2024-02-01", "https://example.org/1"),
    source="M. Dupuis",
    language="fr",
)
SEARCHED = {
    "claims": [
        {
            "text": READ.text,
            "claimant": READ.source,
            "claimReview": [
                {
                    "publisher": {"name": "Contrôle", "site": "example.org"},
                    "url": READ.place,
                    "reviewDate": READ.date,
                    "textualRating": "Faux",
                    "languageCode": "fr",
                }
            ],
        }
    ],
    "nextPageToken": "x",
}


def table() -> str:
    """Return the entry as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["Claim", "Rating", "Publisher", "Date", "URL", "Title", "Claimant", "Language"])
    writer.writerow(READ)
    return out.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]}),
        json.dumps({"@graph": [{"@type": "WebPage", "name": "x"}, REVIEW]}),
        json.dumps([REVIEW, REVIEW], indent=1),
        json.dumps(REVIEW) + "\n" + json.dumps(REVIEW) + "\n",
        json.dumps(SEARCHED),
        json.dumps(READ._asdict() | {"url": READ.place}) + "\n" + json.dumps({"text": "no verdict"}),
        "\ufeff" + table(),
    ],
    ids=["feed", "graph", "list", "lines", "search", "records", "csv"],
)
def test_an_archive_is_read_in_each_shape(text: str) -> None:
    """However it is published, the entry is the same, without markup."""
    assert archive_entries(text.encode(), "x") == (READ,)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"[" * 60 + b"]" * 60,
        b'[{"claimReviewed": 5}, {"claimReviewed": ["x"]}, null, 1e999, NaN]',
        b'{"claimReviewed": ""}',
        b'{"ratingValue": ' + b"9" * 10_000 + b"}",
        b"text,verdict\n",
        b"a,b\n1,2\n",
        b'text\n"' + b"x" * 2_000_000,
        b'{"text": "x"\n{"y',
    ],
)
def test_a_hostile_archive_is_refused(data: bytes) -> None:
    """It is an error with a message, never a traceback, and never taken for an archive without answers."""
    with pytest.raises(FactcheckError):
        archive_entries(data, "x.json")


@pytest.mark.parametrize(
    ("data", "bound"),
    [
        (b"[" + b"[]," * 300 + b"[]]", "_MOST_VALUES"),
        (b"\n".join(b'{"text": "t%d", "url": "u"}' % n for n in range(300)), "MOST_CLAIMS"),
        (json.dumps([REVIEW | {"claimReviewed": str(n)} for n in range(300)]).encode(), "MOST_CLAIMS"),
        (b"text\n" + b"\n" * 300, "MOST_CLAIMS"),
    ],
    ids=["values", "lines", "reviews", "rows"],
)
def test_more_than_anybody_has_checked_is_refused(data: bytes, bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Values, lines, claims and rows are counted before they take memory and time."""
    monkeypatch.setattr(f"factcheck.archive.reading.{bound}", 250)
    with pytest.raises(FactcheckError, match="more than 250 "):
        archive_entries(data, "x")


def test_columns_that_mean_nothing_cost_nothing() -> None:
    """A row is not padded to a hundred thousand columns, which for ten thousand rows would take minutes."""
    wide = b"text" + b",x" * 100_000 + b"\n" + b"".join(b"claim %d\n" % n for n in range(10_000))
    assert len(archive_entries(wide, "x.csv")) == 10_000


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda some: (
            st.lists(some)
            | st.dictionaries(
                st.sampled_from(
                    ["text", "claimReviewed", "claimReview", "verdict", "reviewRating", "author", "publisher", "@type"]
                ),
                some,
            )
        ),
        max_leaves=10,
    )
)
def test_any_json_is_read_or_refused(value: object) -> None:
    """Whatever types stand where, the entries are strings."""
    try:
        entries = archive_entries(json.dumps([value]).encode(), "x")
    except FactcheckError:
        return
    assert all(isinstance(part, str) for entry in entries for part in entry)


def test_what_an_archive_says_does_nothing_on_a_terminal_or_a_page(desk: Path) -> None:
    """Escapes are shown as marks, HTML is gone or inert, a mention mentions nobody."""
    evil = "\x1b[2J Le quai @team <script>alert(1)</script> ![x](https://evil) 1 < 2"
    (desk / "evil.json").write_text(json.dumps({"text": evil, "verdict": "<img src=x>\x07"}), encoding="utf-8")
    for form in ("text", "markdown"):
        told = run("similar", "quai", "--in", "evil.json", "--format", form, "--limit", "50")
        assert told.code == 0
        assert "alert(" in told.out
        assert not set("\x1b\x07") & set(told.out)
        assert "<script" not in told.out
        assert "<img" not in told.out
    assert "![x]" not in told.out
    assert "@team" not in told.out


def test_archives_of_the_settings_are_searched_inside_the_desk_only(desk: Path) -> None:
    """A relative path counts from the settings; one that leads out is refused, whoever wrote it."""
    (desk / "sub").mkdir()
    (desk / "sub" / "checks.json").write_text(json.dumps(REVIEW), encoding="utf-8")
    settings_file = desk / "factcheck.yaml"
    settings_file.write_text("archives:\n  - sub/checks.json\n", encoding="utf-8")
    assert asked("340 dockers au port")[0] == READ
    for path in ("../x.json", "/etc/passwd", "sub/../../x.json"):
        settings_file.write_text(f"archives:\n  - {path}\n", encoding="utf-8")
        told = run("similar", "quai")
        assert told.code == 2
        assert "--in" in told.err


# --- the commands ---------------------------------------------------------------------------------------------------


def test_an_article_is_asked_about_sentence_by_sentence(desk: Path) -> None:
    """Only what stands out is shown, and never the article's own label; one sentence shows all there is."""
    (desk / "checks.json").write_text(json.dumps({**REVIEW, "claimReviewed": QUESTION}), encoding="utf-8")
    told = run("similar", "a.txt", "--in", "checks.json", "--format", "json")
    found = json.loads(told.out)
    assert (told.code, found["asked"]) == (0, 3)
    one = json.loads(run("similar", "a.txt", "--sentence", "1", "--in", "checks.json", "--format", "json").out)
    (answer,) = one["answers"]
    assert answer["hits"][0]["verdict"] == "Faux"
    assert all(not hit["place"].startswith("a.txt:") for hit in answer["hits"])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["a.txt", "--sentence", "9"], "no sentence 9: there are 4"),
        (["nowhere.txt", "--sentence", "1"], "no such file"),
        ([""], "the text is empty"),
        (["quai", "--in", "missing.json"], "no such file"),
        (["quai", "--in", "a.txt"], "no column text"),
        ([".", "--sentence", "1"], "several articles"),
        (["quai", "nowhere.txt"], "no such file"),
        (["a.txt", "nowhere.txt"], "no such file"),
    ],
)
def test_what_cannot_be_asked_is_said(desk: Path, arguments: list[str], expected: str) -> None:
    """The exit code is 2, the message says what and what to do; it is never `nothing similar`."""
    told = run("similar", *arguments)
    assert told.code == 2
    assert expected in told.err
    assert desk.is_dir()


def test_a_text_is_looked_for_where_paths_say(desk: Path, cache: Path) -> None:
    """Only there, with the index of the whole desk left alone; without a text, all that is labelled is asked about."""
    before = asked()
    (file,) = cache.iterdir()
    bytes_before = file.read_bytes()
    found = json.loads(run("similar", QUESTION, "b.txt", "--format", "json").out)
    assert found["searched"] == 2
    assert {hit["place"] for hit in found["answers"][0]["hits"]} == {"b.txt:1", "b.txt:3"}
    assert file.read_bytes() == bytes_before
    both = json.loads(run("similar", "a.txt", "b.txt", "--format", "json").out)
    assert both == json.loads(run("similar", "--format", "json").out)
    assert both["asked"] == 5
    assert asked() == before
    assert desk.is_dir()


def test_an_article_that_cannot_be_read_stops_no_other(desk: Path) -> None:
    """It is said once, with the exit code of what could not be run; the others are asked about."""
    sidecar = desk / "b.alice.labels.yaml"
    sidecar.write_text("factcheck: [", encoding="utf-8")
    told = run("similar", "--format", "json")
    assert told.code == 2
    assert told.err.count("b.alice.labels.yaml") == 1
    assert json.loads(told.out)["asked"] == 3


def test_what_is_no_text_is_held_all_the_same(desk: Path) -> None:
    """Bytes of paths that are no UTF-8, and half a pair of surrogates in JSON, are in the index like all else."""
    folder = desk / os.fsdecode(b"\xff")
    folder.mkdir()
    for path in desk.glob("a.*"):
        path.rename(folder / path.name)
    archive = desk / os.fsdecode(b"\xfe.json")
    claim = {"text": f"{QUESTION} \udcff", "verdict": "faux \ud800", "url": "https://example.org/\udcff"}
    archive.write_text(json.dumps([claim]), encoding="utf-8")
    for _ in range(2):
        found = {entry.place for entry in asked(QUESTION, str(archive))}
        assert {f"{os.fsdecode(bytes([255]))}/a.txt:1", "https://example.org/\N{REPLACEMENT CHARACTER}"} <= found


def test_only_a_label_is_shown(desk: Path) -> None:
    """`--label` keeps hits of one label or verdict."""
    found = json.loads(run("similar", "quai ville", "--label", "Opinion", "--format", "json").out)
    assert {hit["verdict"] for hit in found["answers"][0]["hits"]} == {"opinion"}
    assert desk.is_dir()


def test_sources_are_grouped_by_spelling_and_proposed_by_likeness() -> None:
    """Case and accents make no other source; likeness only proposes, and one sentence counts once."""
    mentions = [
        Mention("la préfecture du Finistère", "a.txt:1", "A"),
        Mention("La prefecture du Finistère", "a.txt:1", "A", "https://example.org"),
        Mention("la préfecture du Finistère", "b.txt:1", "B"),
        Mention("préfecture du Finistère, Brest", "b.txt:2", "C"),
        Mention("M. Dupuis", "b.txt:3", "D"),
    ]
    first, *others = named_sources(mentions)
    assert (first.name, len(first.mentions), len(first.articles)) == ("la préfecture du Finistère", 2, 2)
    assert first.addresses == ("https://example.org",)
    assert first.alike == ("préfecture du Finistère, Brest",)
    assert {one.name for one in others} == {"M. Dupuis", "préfecture du Finistère, Brest"}
    assert [one.name for one in named_sources(mentions, "m dupuis")] == ["M. Dupuis"]


def test_sources_of_a_desk_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command counts sentences and articles, and lists them for one name."""
    write_desk(tmp_path / "desk", {"a": {"alice": "sso"}, "b": {"alice": "s", "bob": "s"}})
    monkeypatch.chdir(tmp_path / "desk")
    assert run("sources").out == "la ville: 3 sentences, 2 articles, 0 addresses\n"
    assert run("sources", "La Ville").out.splitlines()[1:] == [
        "  a.txt:1: Il pleut sur le quai 1 de la ville 0.",
        "  a.txt:2: Il pleut sur le quai 2 de la ville 0.",
        "  b.txt:1: Il pleut sur le quai 1 de la ville 1.",
    ]
    assert run("sources", "personne").out == "no source is named here\n"


# --- in the annotator -----------------------------------------------------------------------------------------------


@pytest.fixture
def other(desk: Path) -> str:
    """Return a new article on the desk, which says one sentence that is known and one that is not."""
    (desk / "c.txt").write_text(f"{QUESTION}\n\nSelon la mairie, rien ne presse.\n", encoding="utf-8")
    return "c.txt"


def labelled_by_keys(article: str, keys: str) -> str:
    """Return what a session in plain lines says."""
    return run("annotate", article, "--annotator", "zoe", "--keys", keys).out


def test_the_annotator_asks_the_archive(desk: Path, other: str) -> None:
    """F shows what is known of the sentence, and labels nothing; neither does the key that leaves the answer."""
    said = labelled_by_keys(other, "Fco")
    assert "1. claim · alice · a.txt:1 · most likely the same claim" in said
    written = (desk / "c.zoe.labels.yaml").read_text(encoding="utf-8")
    assert written.count("label: opinion") == 1
    assert "label: claim" not in written


def test_who_labels_blind_is_told_nothing(desk: Path) -> None:
    """After somebody else, on the same article: neither what is similar nor what address a source has."""
    assert "so that nothing sways you" in labelled_by_keys("a.txt", "F")
    assert desk.is_dir()


def test_addresses_given_to_a_source_are_proposed(desk: Path, other: str) -> None:
    """Whoever gave them, wherever on the desk; a digit takes one, and Enter takes none that was not read."""
    known = desk / "b.bob.labels.yaml"
    sourced = "label: sourced\n  source: La Mairie\n  url: URL"
    text = known.read_text(encoding="utf-8").replace("label: claim", sourced, 1)
    for name in ("alice", "bob"):
        known.with_name(f"b.{name}.labels.yaml").write_text(
            text.replace("annotator: bob", f"annotator: {name}").replace("URL", "https://example.org/mairie"),
            encoding="utf-8",
        )
    said = labelled_by_keys(other, "js<enter>jl<enter><enter>l<enter>1")
    assert "1 https://example.org/mairie\naddress: " in said
    written = (desk / "c.zoe.labels.yaml").read_text(encoding="utf-8")
    assert written.count("url: ") == 1
    assert 'url: "https://example.org/mairie"' in written


def test_an_answer_fits_every_window() -> None:
    """Nothing is wider or higher than the window, and turning the pages shows all of it."""
    lines = ("1. claim · alice, bob · a.txt:1", "   " + "Il pleut sur le quai. " * 12, "searched by words")
    for width, height in ((20, 7), (40, 12), (80, 24), (200, 60)):
        state = session()._replace(mode=LookupMode(lines))
        pages = frame(state, width, height, Theme.NONE).pages
        drawn = [
            frame(state._replace(mode=LookupMode(lines, page)), width, height, Theme.NONE).lines
            for page in range(pages)
        ]
        assert all(len(one) == height for one in drawn)
        assert "".join("".join(one).replace(" ", "") for one in drawn).count("pleut") == 12


def test_an_archive_that_cannot_be_read_is_said_while_labelling(desk: Path, other: str) -> None:
    """The session goes on, and so does an address."""
    (desk / "factcheck.yaml").write_text("language: fr\narchives: [nowhere.json]\n", encoding="utf-8")
    said = labelled_by_keys(other, "F<esc>cl<enter>x<enter>")
    assert "no such file" in said
    assert "label: claim" in (desk / "c.zoe.labels.yaml").read_text(encoding="utf-8")
