"""Random pairs of branches, by what their people did; each scenario draws a base and the two sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from random import Random

from benchmarks import deeds
from benchmarks.deeds import Deed
from factcheck.carry import carry
from factcheck.model import Label, Sidecar

SENTENCES = 24
LABELS = tuple(Label)

#: The base and its two sides; where both added the file, the base is what they would have begun with.
Versions = tuple[Sidecar, Sidecar, Sidecar]
Work = Callable[[Random, Sidecar], Versions]


def texts(random: Random, count: int = SENTENCES) -> list[str]:
    """Return different sentences of a made-up report."""
    who = ["The prefecture", "The union", "A docker", "The mayor", "The company", "Nobody"]
    did = ["blocked", "praised", "counted", "ignored", "reopened", "defended"]
    what = ["the port", "the strike", "the gates", "the vote", "the cranes", "the figures"]
    drawn = (f"{random.choice(who)} {random.choice(did)} {random.choice(what)} on day {n}." for n in range(count))
    return list(drawn)


def start(random: Random) -> Sidecar:
    """Return a sidecar that is labelled here and there."""
    sidecar = deeds.new(texts(random))
    return done(sidecar, [_label(random, at) for at in range(SENTENCES) if random.random() < 0.3])


def done(sidecar: Sidecar, work: Iterable[Deed]) -> Sidecar:
    """Return the sidecar after all that work."""
    for deed in work:
        sidecar = deed(sidecar)
    return sidecar


def _label(random: Random, at: int) -> Deed:
    return deeds.label(at, random.choice(LABELS), random.choice(["the union", "a docker", 'the "port"']))


def _new_label(random: Random, sidecar: Sidecar, at: int) -> Deed:
    others = [label for label in LABELS if label != deeds.at(sidecar, at).label]
    return deeds.label(at, random.choice(others), random.choice(["the union", "a docker"]))


def _anything(random: Random, sidecar: Sidecar, at: int) -> Deed:
    """Return one of the things a labelling session does to a sentence."""
    choices = [
        *[_new_label(random, sidecar, at)] * 4,
        deeds.note(at, random.choice(["vague: who?", "see page 2"])),
        deeds.unsure(at),
        deeds.skip(at, "caption"),
        deeds.skip(at, "byline"),
        deeds.label(at, None),
    ]
    if deeds.at(sidecar, at).label == Label.SOURCED:
        choices += [deeds.source(at, "the dockers' union")] * 4
    return random.choice(choices)


def _apart(ours: Callable[[int], bool], theirs: Callable[[int], bool], share: float = 0.6) -> Work:
    """Return a scenario in which each side works on sentences of its own."""

    def work(random: Random, base: Sidecar) -> Versions:
        mine = [_anything(random, base, at) for at in range(SENTENCES) if ours(at) and random.random() < share]
        others = [_anything(random, base, at) for at in range(SENTENCES) if theirs(at) and random.random() < share]
        return base, done(base, mine), done(base, others)

    return work


def _others(random: Random, base: Sidecar) -> Versions:
    sides = [random.choice("ab-") for _ in range(SENTENCES)]
    return _apart(lambda at: sides[at] == "a", lambda at: sides[at] == "b", 1)(random, base)


def _neighbours(random: Random, base: Sidecar) -> Versions:
    at = random.randrange(SENTENCES - 1)
    return base, _anything(random, base, at)(base), _anything(random, base, at + 1)(base)


def _same(random: Random, base: Sidecar) -> Versions:
    work = [_new_label(random, base, at) for at in random.sample(range(SENTENCES), 4)]
    return base, done(base, work), done(base, work)


def _different(random: Random, base: Sidecar) -> Versions:
    at = random.randrange(SENTENCES)
    ours, theirs = random.sample([label for label in LABELS if label != deeds.at(base, at).label], 2)
    return base, deeds.label(at, ours, "the union")(base), deeds.label(at, theirs, "a docker")(base)


def _note_and_label(random: Random, base: Sidecar) -> Versions:
    at = random.randrange(SENTENCES)
    return base, deeds.note(at, "vague: who?")(base), _new_label(random, base, at)(base)


def _note_and_source(random: Random, base: Sidecar) -> Versions:
    at = random.randrange(SENTENCES)
    base = deeds.label(at, Label.SOURCED, "the union")(base)
    return base, deeds.note(at, "vague: who?")(base), deeds.source(at, "the dockers' union")(base)


def edited(random: Random, sidecar: Sidecar, places: Sequence[int]) -> Sidecar:
    """Return the sidecar carried to an article in which these sentences were edited, taken out or put in."""
    said = [[record.text] for record in sidecar.sentences]
    for at in places:
        old = said[at][0]
        kinds = [
            [old.replace(" on day ", f" with {random.randrange(2, 99)} people on day ")],
            [old.replace("The ", "the ").capitalize().replace(".", " !")],
            [],
            [old, f"It was raining for the {random.randrange(10**9)}th time."],
        ]
        said[at] = random.choice(kinds)
    now = [text for group in said for text in group]
    return carry(sidecar, now or ["Nothing."]).sidecar


def _edit_and_label(random: Random, base: Sidecar) -> Versions:
    ours = edited(random, base, random.sample(range(SENTENCES), 5))
    theirs = done(base, [_anything(random, base, at) for at in random.sample(range(SENTENCES), 8)])
    return base, ours, theirs


def _edit_the_labelled(random: Random, base: Sidecar) -> Versions:
    at = random.randrange(SENTENCES)
    return base, edited(random, base, [at]), _anything(random, base, at)(base)


def _edit_both(random: Random, base: Sidecar) -> Versions:
    places = random.sample(range(SENTENCES), 6)
    return base, edited(random, base, places[:3]), edited(random, base, places[3:])


def _divide_and_label(random: Random, base: Sidecar) -> Versions:
    deed = random.choice([deeds.divide, deeds.join])
    ours = done(base, [deed(at) for at in random.sample(range(SENTENCES), 2)])
    theirs = done(base, [_anything(random, base, at) for at in random.sample(range(SENTENCES), 6)])
    return base, ours, theirs


def _repeated(random: Random, base: Sidecar) -> Versions:
    said = [random.choice(["No comment.", "Why?", text]) for text in texts(random)]
    base = deeds.new(said)
    places = random.sample(range(SENTENCES), 10)
    ours = done(base, [_new_label(random, base, at) for at in places[:5]])
    return base, ours, done(base, [_new_label(random, base, at) for at in places[5:]])


def _repeated_edit(random: Random, base: Sidecar) -> Versions:
    base, ours, theirs = _repeated(random, base)
    return base, edited(random, base, random.sample(range(SENTENCES), 4)), random.choice([ours, theirs])


def _added(random: Random, base: Sidecar) -> Versions:
    fresh = deeds.new([record.text for record in base.sentences])
    _, ours, theirs = _others(random, fresh)
    return fresh, ours, theirs


def _added_two_articles(random: Random, base: Sidecar) -> Versions:
    """Both added the file, from articles that differ in a sentence."""
    fresh, ours, theirs = _added(random, base)
    at = random.randrange(SENTENCES)
    if deeds.at(ours, at).done or deeds.at(theirs, at).done:
        return fresh, ours, theirs
    text = f"It was raining for the {random.randrange(10**9)}th time."
    return fresh, ours, deeds.insert(at, text)(theirs)


#: Name, how it is drawn, and whether both sides added the file.
SCENARIOS: dict[str, tuple[Work, bool]] = {
    "other sentences": (_others, False),
    "neighbouring sentences": (_neighbours, False),
    "first and second half": (_apart(lambda at: at < 12, lambda at: at >= 12), False),
    "interleaved": (_apart(lambda at: at % 2 == 0, lambda at: at % 2 == 1), False),
    "same label twice": (_same, False),
    "different labels": (_different, False),
    "note against label": (_note_and_label, False),
    "note against source": (_note_and_source, False),
    "article edited, labelled elsewhere or there": (_edit_and_label, False),
    "article edited where it is labelled": (_edit_the_labelled, False),
    "article edited on both sides": (_edit_both, False),
    "divided or joined, and labelled": (_divide_and_label, False),
    "repeated identical sentences": (_repeated, False),
    "repeated sentences, article edited": (_repeated_edit, False),
    "both sides added the sidecar": (_added, True),
    "both added it, articles differ": (_added_two_articles, True),
}


def drawn(name: str, seed: int) -> Versions:
    """Return one random pair of branches of a scenario."""
    random = Random(f"{name} {seed}")
    versions = SCENARIOS[name][0](random, start(random))
    if random.random() < 0.5:
        base, ours, theirs = versions
        versions = base, theirs, ours
    return versions


def other_person(versions: Versions) -> Sidecar:
    """Return the same work as somebody else's sidecar."""
    return versions[2]._replace(annotator=None)
