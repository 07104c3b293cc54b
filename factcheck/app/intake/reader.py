"""Sources read in a confined process; run as a module, this is that process."""

from __future__ import annotations

import atexit
import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred, said
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.kinds import KINDS, SourceKind, drafts_of
from factcheck.io.confined import Channel, ConfinedProcess


@cache
def _process() -> ConfinedProcess:
    process = ConfinedProcess("factcheck.app.intake.reader")
    atexit.register(process.close)
    return process


def read_confined(material: Material) -> tuple[SourceKind, Sequence[SourceDraft]]:
    """Return what kind of source this is and the articles in it, read where nothing can come of it but that.

    Raises:
        FactcheckError: What `factcheck.intake.kinds.drafts_of` raises; or it takes too much time or memory.
    """
    rest = {key: value for key, value in material._asdict().items() if key != "data"}
    request = b"\n".join([json.dumps(rest).encode(), material.data])
    answer: dict[str, Any] = json.loads(_process().ask(request))
    if "error" in answer:
        raise FactcheckError(**answer["error"])
    return KINDS[answer["kind"]], [_draft(one) for one in answer["drafts"]]


def _draft(one: dict[str, Any]) -> SourceDraft:
    facts: dict[str, Any] = one.pop("facts")
    return SourceDraft(facts=Facts(authors=tuple(facts.pop("authors")), **facts), **one)


def _answered(request: bytes) -> bytes:
    """Return the answer to one request: the articles, or why there are none."""
    known, _line_feed, data = request.partition(b"\n")
    material = Material(data, **json.loads(known))
    try:
        kind, drafts = drafts_of(material)
        return json.dumps({"kind": kind.name, "drafts": [_plain(draft) for draft in drafts]}).encode()
    except FactcheckError as error:
        return _refusal(error)
    except (MemoryError, RecursionError):
        message = deferred("takes more memory than an article needs")
        return _refusal(
            FactcheckError(message, hint=deferred("Nothing was written. Open it and save it again, or as text."))
        )


def _plain(draft: SourceDraft) -> dict[str, object]:
    return {**draft._asdict(), "facts": draft.facts._asdict(), "remarks": [said(remark) for remark in draft.remarks]}


def _refusal(error: FactcheckError) -> bytes:
    parts = {"path": error.path, "line": error.line, "column": error.column}
    return json.dumps({"error": {"message": said(error.message), "hint": said(error.hint), **parts}}).encode()


def serve() -> None:
    """Answer requests until there are no more, in the language of whoever asks."""
    from factcheck.app.interface import speak, speak_as_here  # noqa: PLC0415 - the process that asks has it already

    speak()
    speak_as_here()
    channel = Channel()
    while (request := channel.request()) is not None:
        channel.answer(_answered(request))


if __name__ == "__main__":
    serve()
