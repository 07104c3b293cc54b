"""The language of the interface."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

import pytest
from conftest import Ran

from factcheck import i18n


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
