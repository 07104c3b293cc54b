"""Random pairs of branches of a whole desk: articles moved, sidecars removed and added, files edited by hand.

`merge_scenarios` draws what happens inside one file; here several people have files that look alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from random import Random

from benchmarks import deeds
from benchmarks.merge_scenarios import SENTENCES, done, edited, texts
from factcheck import sidecar as form
from factcheck.model import Annotator, Label, Sidecar, sidecar_name

LABELS = tuple(Label)
DECISIONS = ""

#: What a person's editor makes of the file that we would write.
Spelling = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Side:
    """One state of a desk with one article."""

    article: str = "annotations/strike.txt"
    #: By person; the decisions under an empty name.
    sidecars: Mapping[str, Sidecar] = field(default_factory=dict)
    spellings: Mapping[str, Spelling] = field(default_factory=dict)

    def path(self, person: str) -> str:
        """Return where a person's labels are."""
        folder, _, name = self.article.rpartition("/")
        return f"{folder}/{sidecar_name(name, person or None)}"

    def files(self) -> dict[str, bytes]:
        """Return all files."""
        found = {self.article: b"The article.\n"}
        for person, sidecar in self.sidecars.items():
            data = form.write(sidecar._replace(article=self.article.rpartition("/")[2]))
            found[self.path(person)] = self.spellings[person](data) if person in self.spellings else data
        return found

    def work(self, person: str, *work: deeds.Deed) -> Side:
        """Return the desk after somebody worked on their file."""
        return replace(self, sidecars={**self.sidecars, person: done(self.sidecars[person], work)})

    def moved(self, article: str) -> Side:
        """Return the desk after `factcheck mv`."""
        return replace(self, article=article)

    def without(self, person: str) -> Side:
        """Return the desk without somebody's file."""
        return replace(self, sidecars={who: one for who, one in self.sidecars.items() if who != person})

    def spelt(self, person: str, how: Spelling) -> Side:
        """Return the desk after somebody changed the form of their file by hand."""
        return replace(self, spellings={**self.spellings, person: how})


#: Base, ours, theirs.
Desks = tuple[Side, Side, Side]


def new(said: list[str], person: str) -> Sidecar:
    """Return somebody's file as it is when the article is first opened."""
    return deeds.new(said)._replace(annotator=Annotator(person) if person else None)


def start(random: Random, *people: str, labelled: float = 0.0, count: int = SENTENCES) -> Side:
    """Return a desk, its sentences labelled here and there."""
    said = texts(random, count)
    desk = Side(sidecars={person: new(said, person) for person in people})
    for person in people:
        places = [at for at in range(count) if random.random() < labelled]
        desk = desk.work(person, *(_label(random, at) for at in places))
    return desk


def _label(random: Random, at: int) -> deeds.Deed:
    return deeds.label(at, random.choice(LABELS), random.choice(["the union", "a docker"]))


def _some(random: Random, desk: Side, person: str, most: int = 6) -> Side:
    """Return the desk after somebody labelled a few sentences, and wrote a note perhaps."""
    count = len(desk.sidecars[person].sentences)
    places = random.sample(range(count), min(count, random.randint(1, most)))
    work = [_label(random, at) if random.random() < 0.8 else deeds.note(at, "see page 2") for at in places]
    return desk.work(person, *work)


def _moved_and_labelled(random: Random) -> Desks:
    base = start(random, "alice", "bob", count=random.choice([6, 12, 24]))
    ours = _some(random, base, "alice")
    theirs = _some(random, base, "alice").moved("annotations/port.txt")
    return base, ours, theirs


def _moved_to_a_folder(random: Random) -> Desks:
    base = start(random, "alice", "bob", DECISIONS, labelled=0.2, count=random.choice([6, 12]))
    ours = _some(random, _some(random, base, "alice"), "bob")
    theirs = _some(random, base, random.choice(["alice", "bob"])).moved("annotations/2026/strike.txt")
    return base, ours, theirs


def _three_people(random: Random) -> Desks:
    base = start(random, "alice", "bob", "eve", count=random.choice([6, 12, 24]))
    ours, theirs = base, base.moved("annotations/port.txt")
    for person in ("alice", "bob", "eve"):
        ours = _some(random, ours, person) if random.random() < 0.6 else ours
        theirs = _some(random, theirs, person) if random.random() < 0.6 else theirs
    return base, ours, theirs


def _removed_and_added(random: Random) -> Desks:
    base = start(random, "alice", labelled=0.1)
    said = [record.text for record in base.sidecars["alice"].sentences]
    other = random.choice(["bob", DECISIONS])
    theirs = base.without("alice")
    theirs = replace(theirs, sidecars={**theirs.sidecars, other: new(said, other)})
    theirs = _some(random, theirs, other) if random.random() < 0.5 else theirs
    return base, _some(random, base, "alice") if random.random() < 0.8 else base, theirs


def _moved_apart(random: Random) -> Desks:
    base = start(random, "alice", "bob", labelled=0.2, count=12)
    ours = _some(random, base, "alice").moved("annotations/port.txt")
    return base, ours, _some(random, base, "alice").moved("annotations/quay.txt")


def _added_where_it_was_moved_to(random: Random) -> Desks:
    base = start(random, "bob", labelled=0.2, count=12)
    said = [record.text for record in base.sidecars["bob"].sentences]
    ours = _some(random, replace(base, sidecars={**base.sidecars, "alice": new(said, "alice")}), "alice")
    return base, ours, _some(random, base, "bob").moved("annotations/port.txt")


def between(random: Random) -> Spelling:
    """Return what writes a comment between some texts and their labels."""
    share = random.random()

    def spell(data: bytes) -> bytes:
        draw = Random(share)
        return re.sub(rb"(?m)^  label:", lambda m: (b"  # why\n" if draw.random() < 0.5 else b"") + m[0], data)

    return spell


def _comment_between(random: Random) -> Desks:
    how = between(random)
    base = start(random, "alice", labelled=0.2).spelt("alice", how)
    places = random.sample(range(SENTENCES), 6)
    ours = replace(base, sidecars={"alice": edited(random, base.sidecars["alice"], places[:2])})
    return base, ours, base.work("alice", *(_label(random, at) for at in places[1:]))


def remarks(random: Random, who: str) -> Spelling:
    """Return what writes comments in, above and behind some lines, and at the top."""
    seed = random.random()

    def spell(data: bytes) -> bytes:
        draw = Random(seed)
        number = iter(range(1000))
        lines = [f"# {who} says {next(number)}"] if draw.random() < 0.3 else []
        for line in data.decode().splitlines():
            if draw.random() < 0.05 and (line.startswith(("- id:", "  text:", "  source:"))):
                margin = "" if line.startswith("-") else "  "
                lines += [f"{margin}# {who} says {next(number)}", f"{margin}# at length {next(number)} {who}"]
            beside = draw.random() < 0.03 and line.startswith(("  label:", "  text:"))
            lines.append(f"{line}  # {who} {next(number)}" if beside else line)
        return "\n".join([*lines, ""]).encode()

    return spell


def _remarks(random: Random) -> Desks:
    base = start(random, "alice", labelled=0.3)
    ours = _some(random, base, "alice").spelt("alice", remarks(random, "laptop"))
    return base, ours, _some(random, base, "alice").spelt("alice", remarks(random, "desk"))


def reflowed(random: Random) -> Spelling:
    """Return what spells values in other ways that YAML has."""
    seed = random.random()

    def text(draw: Random, match: re.Match[str]) -> str:
        words = match[1].split(" ")
        half = len(words) // 2
        ways = [
            f"  text: '{match[1]}'",
            f"  text: >-\n    {' '.join(words[:half])}\n    {' '.join(words[half:])}",
            f'  text: "{" ".join(words[:half])}\n    {" ".join(words[half:])}"',
            f"{match[0]}  # as it was",
        ]
        return draw.choice(ways) if draw.random() < 0.3 else match[0]

    def spell(data: bytes) -> bytes:
        draw = Random(seed)
        found = re.sub(r'(?m)^  text: "([^"\\\n]*)"$', lambda match: text(draw, match), data.decode())
        found = re.sub(r"(?m)^  label:$", lambda m: draw.choice([m[0], "  label: null", "  label: ~"]), found)
        return found.replace("unsure: true", "unsure: True").encode()

    return spell


def _reflowed(random: Random) -> Desks:
    base = start(random, "alice", labelled=0.3)
    ours = base.spelt("alice", reflowed(random))
    ours = _some(random, ours, "alice") if random.random() < 0.5 else ours
    return base, ours, _some(random, base.work("alice", deeds.unsure(3)), "alice")


def _reflowed_base(random: Random) -> Desks:
    base = start(random, "alice", labelled=0.3).spelt("alice", reflowed(random))
    places = random.sample(range(SENTENCES), 6)
    ours = replace(base, sidecars={"alice": edited(random, base.sidecars["alice"], places[:2])})
    return base, ours, base.work("alice", *(_label(random, at) for at in places[1:]))


def _url(index: int, words: str) -> deeds.Deed:
    return lambda one: deeds.change(one, index, deeds.at(one, index)._replace(url=words))


def _sources(random: Random) -> Desks:
    base = start(random, "alice")
    at = random.randrange(SENTENCES)
    base = base.work("alice", deeds.label(at, Label.SOURCED, "the union"))
    base = base.work("alice", _url(at, "https://old.example")) if random.random() < 0.5 else base
    choices = [
        deeds.source(at, "the dockers' union"),
        _url(at, "https://union.example"),
        deeds.label(at, Label.CLAIM),
        deeds.note(at, "who?"),
        deeds.label(at, Label.SOURCED, "a docker"),
    ]
    one, other = random.sample(choices, 2)
    return base, base.work("alice", one), base.work("alice", other)


def _decide(index: int, label: Label, reason: str, over: str) -> deeds.Deed:
    def deed(one: Sidecar) -> Sidecar:
        record = deeds.at(one, index)._replace(label=label, reason=reason, over=over)
        return deeds.change(one, index, record)

    return deed


def _decisions(random: Random) -> Desks:
    base = start(random, DECISIONS)
    at = random.randrange(SENTENCES)
    before = _decide(at, Label.CLAIM, "slip", "alice=claim bob=opinion")
    base = base.work(DECISIONS, before)
    choices = [
        _decide(at, Label.CLAIM, "slip", "alice=claim bob=unverified"),
        _decide(at, Label.OPINION, "slip", "alice=claim bob=opinion"),
        _decide(at, Label.CLAIM, "edge", "alice=claim bob=opinion"),
        _decide((at + 1) % SENTENCES, Label.OPINION, "edge", "alice=claim bob=opinion"),
    ]
    one, other = random.sample(choices, 2)
    return base, base.work(DECISIONS, one), base.work(DECISIONS, other)


def _moved_and_edited(random: Random) -> Desks:
    base = start(random, "alice", "bob", labelled=0.4)
    places = random.sample(range(SENTENCES), 3)
    theirs = replace(base, sidecars={p: edited(Random(7), s, places) for p, s in base.sidecars.items()})
    return base, _some(random, _some(random, base, "alice"), "bob"), theirs.moved("annotations/port.txt")


def _bob_joins(random: Random) -> Desks:
    base = start(random, "alice", labelled=0.2, count=12)
    said = [record.text for record in base.sidecars["alice"].sentences]
    theirs = base.moved("annotations/port.txt")
    theirs = replace(theirs, sidecars={**theirs.sidecars, "bob": new(said, "bob")})
    if random.random() < 0.6:
        theirs = _some(random, theirs, "alice", 10)
    return base, _some(random, base, "alice"), theirs


def _cleared(random: Random) -> Desks:
    base = start(random, "alice", "bob", labelled=0.8, count=12)
    ours = base.work("alice", *(deeds.label(at, None) for at in random.sample(range(12), 3)))
    return base, ours, _some(random, base, "alice", 10).moved("annotations/port.txt")


def _anything(random: Random) -> Desks:
    base = start(random, "alice", "bob", "eve", DECISIONS, labelled=0.3, count=12)
    sides = []
    for who in ("laptop", "desk"):
        side = base
        for person in base.sidecars:
            if random.random() < 0.5:
                side = _some(random, side, person)
            if random.random() < 0.1:
                side = side.without(person)
            elif random.random() < 0.1:
                side = side.spelt(person, random.choice([remarks(random, who), reflowed(random)]))
        sides.append(side.moved("annotations/port.txt") if random.random() < 0.4 else side)
    return base, sides[0], sides[1]


SCENARIOS: dict[str, Callable[[Random], Desks]] = {
    "labelled here, moved and labelled there": _moved_and_labelled,
    "moved to another folder": _moved_to_a_folder,
    "three people, and moved": _three_people,
    "one removed, another's added": _removed_and_added,
    "moved to two places": _moved_apart,
    "begun here, article moved there": _added_where_it_was_moved_to,
    "comments between text and label": _comment_between,
    "comments of both by hand": _remarks,
    "spelt otherwise on one side": _reflowed,
    "spelt otherwise, then edited and labelled": _reflowed_base,
    "sources and addresses": _sources,
    "decisions upheld and changed": _decisions,
    "moved and edited": _moved_and_edited,
    "moved, and another joins": _bob_joins,
    "labels cleared, and moved": _cleared,
    "anything, two machines of four": _anything,
}


def drawn(name: str, seed: int) -> Desks:
    """Return one random pair of branches of a scenario."""
    random = Random(f"{name} {seed}")
    base, ours, theirs = SCENARIOS[name](random)
    return (base, theirs, ours) if random.random() < 0.5 else (base, ours, theirs)


def people(desks: Desks) -> Iterator[str]:
    """Yield everybody who has a file in one of the versions."""
    yield from dict.fromkeys(person for side in desks for person in side.sidecars)
