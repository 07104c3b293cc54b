"""The merges that awk makes without us, held to what our driver makes of the same three files."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import changed, mangled, sidecars
from test_merging import PLACES, TEXTS, versions, worked

from benchmarks import deeds
from factcheck import sidecar
from factcheck.app.driver import MergeRequest, run_merge
from factcheck.errors import FactcheckError
from factcheck.io.git import installation
from factcheck.model import Label, Sidecar
from factcheck.sidecar.fields import ASIDES, FIELDS

PROGRAM = Path(installation.__file__).with_name("easy_merge.awk")
#: Every awk that is installed, as `make engines` asks for; else whichever is the system's.
AWKS = [words for words in (["mawk"], ["gawk"], ["original-awk"], ["busybox", "awk"]) if shutil.which(words[0])]
MANY = int(os.environ.get("FACTCHECK_MERGES", "0"))

#: Base, ours, theirs.
Three = Sequence[bytes]


def easy(three: Three, awk: Sequence[str] = ("awk",)) -> bytes | None:
    """Return what awk makes of three versions; None where it leaves them to us."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in zip(("base", "ours", "theirs"), three, strict=True):
            (Path(folder) / name).write_bytes(data)
        done = subprocess.run(
            [*awk, "-f", str(PROGRAM), "base", "ours", "theirs"],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            capture_output=True,
            check=False,
        )
    assert (done.returncode, done.stderr) in ((0, b""), (1, b"")), done.stderr
    assert done.returncode == 0 or not done.stdout
    return done.stdout if done.returncode == 0 else None


def driven(three: Three) -> bytes | None:
    """Return what our driver makes of three versions without a conflict; None for anything else."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("base", "ours", "theirs")]
        for file, data in zip(files, three, strict=True):
            file.write_bytes(data)
        try:
            code = run_merge(MergeRequest(files[0], files[1], files[2], 7, "a.alice.labels.yaml"))
        except FactcheckError:
            return None
        return files[1].read_bytes() if code == 0 else None


@st.composite
def merges(draw: st.DrawFn) -> list[bytes]:
    """Draw three versions: of what people do, of anything that a sidecar may hold, and as editors mangle them."""
    base, *sides = draw(versions(2) | unlike())
    three = [sidecar.write(version) for version in (base, *sides)]
    if draw(st.booleans()):
        at = draw(st.integers(0, 2))
        three[at] = draw(mangled(three[at]))
    assume(len(set(three)) == 3)  # what one side alone changed git takes without asking anybody
    return three


@st.composite
def unlike(draw: st.DrawFn) -> tuple[Sidecar, ...]:
    """Draw a sidecar of any content, and what two people who stop at nothing made of it."""
    base = draw(sidecars(4))
    return base, draw(changed(base)), draw(changed(base))


@settings(max_examples=MANY or 60, deadline=None)
@given(merges(), st.sampled_from(AWKS or [["awk"]]))
def test_what_awk_merges_our_driver_merges_alike(three: list[bytes], awk: list[str]) -> None:
    """Byte for byte, whatever the three files hold; what awk does not answer is ours to answer."""
    merged = easy(three, awk)
    assert merged is None or merged == driven(three)


def label(at: int, kind: Label) -> deeds.Deed:
    """Return what labels a sentence."""
    return deeds.label(at, kind, "the union")


@settings(max_examples=MANY or 20, deadline=None)
@given(st.lists(PLACES, unique=True, min_size=2), st.sampled_from(Label), st.integers(1, 5), st.booleans())
def test_work_on_different_sentences_is_always_merged_by_awk(
    places: list[int],
    kind: Label,
    cut: int,
    swapped: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    """However two people, or one on two machines, share the sentences between them; a note and a label may meet."""
    base = deeds.new(TEXTS)
    ours = worked(base, [label(at, kind) for at in places[:cut]])
    theirs = worked(base, [label(at, kind) for at in places[cut:]] + [deeds.note(places[0], "who?")])
    sides = (theirs, ours) if swapped else (ours, theirs)
    three = [sidecar.write(version) for version in (base, *sides)]
    merged = easy(three)
    assert merged is not None
    assert merged == driven(three)


@settings(max_examples=MANY or 20, deadline=None)
@given(st.lists(PLACES, unique=True, min_size=1), st.sampled_from(Label), st.booleans(), st.booleans())
def test_labels_on_what_the_other_side_edited_are_always_merged_by_awk(
    places: list[int],
    kind: Label,
    alike: bool,  # noqa: FBT001 - drawn by hypothesis
    swapped: bool,  # noqa: FBT001 - as above
) -> None:
    """Whether they were given to the old words, where they wait, or to the same new ones."""
    base = deeds.new(TEXTS)
    edits = [deeds.rewrite(at, "Hier,") for at in places]
    edited = worked(base, edits)
    labelled = worked(base, [*(edits if alike else []), *(label(at, kind) for at in places)])
    three = [sidecar.write(one) for one in (base, *((labelled, edited) if swapped else (edited, labelled)))]
    merged = easy(three)
    assert merged is not None
    assert merged == driven(three)
    assert alike or merged.count(b"  was_label: ") == len(places)


def test_awk_knows_the_fields_that_we_know() -> None:
    """In our order, with those apart that are merged apart."""
    text = PROGRAM.read_text()
    assert f'language {" ".join(FIELDS[1:])}"' in text
    assert all(f'found == "{name}"' in text for name in ASIDES)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.replace(b"  text:", b"  # why?\n  text:", 1),
        lambda data: data.replace(b"  label:", b"  label: claim\n  label:", 1),
        lambda data: data.replace(b"alice", b"bob", 1),
        lambda data: data.replace(b"  label:", b"<<<<<<< ours\n  label:", 1),
        lambda data: data.replace(b"factcheck: 1", b"factcheck: 2"),
        lambda data: data.replace(b"factcheck: 1\n", b""),
        lambda data: data.replace(b'."\n', b'.\xff"\n', 1),
        lambda data: data.replace(b'."\n', b'.\0"\n', 1),
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"  label:\n", b"  label:\n  desk: politics\n", 1),
        lambda data: data + data[data.index(b"\n- id") :],
        lambda _: b"",
    ],
)
def test_awk_leaves_to_us_what_we_would_not_write(spoil: Callable[[bytes], bytes]) -> None:
    """Whichever of the three versions is so."""
    base = deeds.new(TEXTS)
    three = [sidecar.write(worked(base, work)) for work in ([], [label(0, Label.CLAIM)], [label(3, Label.CLAIM)])]
    assert easy(three) is not None
    for at in range(3):
        spoilt = [spoil(data) if number == at else data for number, data in enumerate(three)]
        assert spoilt[at] != three[at]
        assert easy(spoilt) is None
