"""The language of the interface."""

from __future__ import annotations

import pickle
import shlex
import subprocess
from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

import pytest
from conftest import Ran

from factcheck import i18n
from factcheck.app import interface
from factcheck.labelling import bind
from factcheck.labelling.keys import ACTIONS


def test_a_deferred_message_is_english_until_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """It compares, sorts and travels as its English; what it is filled in with is said in the same language."""
    inner = i18n.deferred_count("{count} file", "{count} files", 2)
    outer = i18n.deferred("{what} checked", what=inner)
    assert outer == "2 files checked"
    assert i18n.said(outer) is outer
    spanish = NullTranslations()
    monkeypatch.setattr(spanish, "gettext", {"{what} checked": "controlados: {what}"}.__getitem__)
    monkeypatch.setattr(spanish, "ngettext", lambda *forms: "{count} archivos" if forms[2] > 1 else forms[0])
    monkeypatch.setattr(i18n, "_catalogue", [spanish])
    assert i18n.said(pickle.loads(pickle.dumps(outer))) == "controlados: 2 archivos"
    assert (i18n.said("plain"), str(outer)) == ("plain", "2 files checked")


@pytest.mark.parametrize("language", ["en", "en_GB", "C", "xx"])
def test_without_translations_messages_stay_as_they_are(language: str) -> None:
    """English needs none, and an unknown language gets English."""
    i18n.use(language)
    assert i18n._("sentence") == i18n.N_("sentence") == "sentence"
    assert [i18n.ngettext("{n} file", "{n} files", n).format(n=n) for n in (0, 1, 2)] == [
        "0 files",
        "1 file",
        "2 files",
    ]


MACHINES = ("json", "sarif", "junit", "rdjson", "gitlab", "github")


@pytest.mark.parametrize("form", MACHINES)
def test_machines_read_the_same_in_every_language(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Ran]
) -> None:
    """Formats for machines are the same byte for byte; text speaks to its reader."""
    monkeypatch.chdir(tmp_path)
    article = tmp_path / "annotations" / "strike.txt"
    article.parent.mkdir()
    article.write_text("Il pleut. Le port ferme.\n", encoding="utf-8")
    article.with_name("strike.alice.labels.yaml").write_text("factcheck: 1\nlabel:claim\n", encoding="utf-8")
    article.with_name("other.txt").write_text("Il neige.\n", encoding="utf-8")
    english, text = run("check", "--format", form), run("check")
    monkeypatch.setenv("FACTCHECK_LANG", "fr")
    french = run("check", "--format", form)
    assert (french.code, french.out) == (english.code, english.out)
    assert "personne n’a commencé à l’étiqueter" in run("check").out
    assert "nobody has begun to label it" in text.out


#: What prints or writes for machines, `{out}` for a file or folder of its own; run in one desk in both languages.
FOR_MACHINES = """
diff --format json
carry --dry-run --format json
agreement --format json
agreement --format csv
feedback alice --format json
plan --among alice,bob --format json
plan --among alice,bob --format csv
similar "Il pleut" --format json
sentences annotations/strike.txt --language fr --format jsonl
schema labels
schema config
git textconv annotations/strike.alice.labels.yaml
fmt --check
init {out}
annotate annotations/strike.txt --annotator carol --language fr --keys "cs<enter>w"
adjudicate annotations/strike.txt --keys "12"
"""
#: Formats of exports that need nothing besides the program.
PLAIN_EXPORTS = (
    "jsonl",
    "dataset",
    "csv",
    "labelstudio",
    "doccano",
    "prodigy",
    "webannotation",
    "claim",
    "brat",
    "conllu",
)


def test_whatever_is_written_is_the_same_in_every_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Ran]
) -> None:
    """Formats of all commands, exports and sidecars, byte for byte; people's words go elsewhere."""
    exports = "".join(f"export {name} annotations -o {{out}}\n" for name in PLAIN_EXPORTS)
    made: dict[str, dict[str, bytes]] = {}
    for language in ("en", "fr"):
        top = tmp_path / language / "desk"
        (top / "annotations").mkdir(parents=True)
        (top / "annotations" / "strike.txt").write_text("Il pleut. Le port ferme.\n", encoding="utf-8")
        monkeypatch.chdir(top)
        subprocess.run(["git", "init", "-q"], check=True)
        monkeypatch.setenv("FACTCHECK_LANG", language)
        for who, keys in (("alice", "cs<enter>"), ("bob", "oc")):
            run("annotate", "annotations/strike.txt", "--annotator", who, "--language", "fr", "--keys", keys)
        made[language] = {}
        for number, line in enumerate((FOR_MACHINES + exports).strip().splitlines()):
            told = run(*shlex.split(line.format(out=f"out{number}")))
            if "--keys" not in line and not line.startswith(("init", "fmt", "export")):
                made[language][line] = told.out.encode()
        files = (path for path in top.rglob("*") if path.is_file() and ".git/" not in path.as_posix())
        made[language] |= {path.relative_to(top).as_posix(): path.read_bytes() for path in files}
    assert len(made["en"]) > 30
    assert made["fr"] == made["en"]


@pytest.mark.parametrize("language", interface.languages())
def test_a_key_is_the_letter_on_it(language: str) -> None:
    """Only names of keys are translated: a letter may be some other message's word, as `d` for days."""
    i18n.use(language)
    keymap = bind()
    for action in ACTIONS:
        letters = [key for key in keymap.shown.get(action.name, ()) if len(key) == 1]
        assert [key for key in keymap.keys(action.name) if len(key) == 1] == letters


def test_a_desk_in_english_has_no_french_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Ran]
) -> None:
    """The settings win over the system, for click's own words too, which were asked for in French before."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    (tmp_path / "factcheck.yaml").write_text("interface: en\n", encoding="utf-8")
    told = run("show", "--nonsense")
    assert "Usage: " in told.err
    assert "No such option" in told.err
    (tmp_path / "factcheck.yaml").write_text("interface: fr\n", encoding="utf-8")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert "Usage\u00a0: " in run("show", "--nonsense").err
