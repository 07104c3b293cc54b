"""In which language a text is, by the commonest words of those we know; and what people call a language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from factcheck.model import Language
from factcheck.text.normal import unaccented

#: The commonest words of a language in small letters: those that its neighbours do not have tell them apart.
_COMMONEST = {
    "bg": "и на да се за от не по това със като през при към след беше също още които бъде",
    "ca": "el la i de que a en els les amb per un una és no del al ha però aquest també va més són",
    "cs": "a se v na je že s o z i do to k pro ve jako za si by ale jsem po které jeho už byl který jsou při",
    "da": "og i at det er en til på af for med de ikke der den han har et som var efter blev også skal være kan",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er",
    "en": "the of and to in a is that for it was on with as he be by at his are this from not have had has were",
    "es": "de la que el en y a los se del las un por con una su para es al lo como más pero sus fue ha este",
    "fi": "ja on ei se että oli hän mutta joka ovat myös kun mukaan sekä tai jo niin vuoden sen ole vain kuin",
    "fr": "de la le et les des en un une du que est dans qui par pour au sur pas plus a à ne se ce il sont aux avec",
    "hr": "i u je na se da za su od što s kao o ali koji bi iz će nije biti koje samo te nakon prema",
    "hu": "a az és hogy nem is egy ez volt meg csak de már mint még szerint azt ki el lesz vagy után",
    "it": "di e che la il in un a per è una non del si da con le dei i al della sono nel più gli alla ha",
    "kk": "мен және бұл бір үшін деп да де болды қазақстан бойынша туралы еді болып екі осы",
    "nb": "og i det er på en til som av for at med har ikke den om var et men han ble vi fra skal etter seg",
    "nl": "de het een en van in is dat op te voor zijn met niet aan er die om ook maar door hij bij uit naar",
    "pl": "i w na z się nie do to że jest o jak za po od a co przez był który przy są dla oraz jego tym",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao das são",
    "ro": "de și în a la cu pe nu că din un o pentru este se care mai au ce dar fi ca sa fost lui al",
    "ru": "и в не на что он с как это по но из у за от так для был также его или же были которые после",
    "sk": "a sa v na je že s o z do to k pre vo ako za by ale po ktoré jeho už bol ktorý sú pri aj tak",
    "sl": "in v je na se da za so z ki ni po pa bi tudi kot od ne bo iz ob še pri ali kar ter",
    "sv": "och i att det som en på är av för med den till inte har de om ett han men var jag från vi så",
    "tr": "ve bir bu da de için ile çok daha olarak olan gibi sonra en ne kadar ama var değil dedi",
    "uk": "і в на не що у з до та як за це він про але від для його також було які є після або",
    "ar": "في من على أن إلى عن التي الذي هذا هذه مع كان ما لا بعد قد كما بين وقال أو",
    "fa": "و در به از که این را با است برای آن یک خود تا بر هم نیز شد های می شده",
    "hi": "के में है की और से को का ने पर कि यह भी कहा हैं नहीं एक लिए इस हो",
    "mr": "आहे आणि या त्या मध्ये नाही ते हे की आहेत होते झाले केले तर असे होता यांनी",
}

#: Scripts that one language of ours alone is written in.
_SCRIPTS = (
    ("ja", "[\u3041-\u30ff]"),
    ("zh", "[\u4e00-\u9fff]"),
    ("he", "[\u05d0-\u05ea]"),
    ("el", "[\u0370-\u03ff\u1f00-\u1fff]"),
    ("hy", "[\u0531-\u0587]"),
)

#: What else people call the languages: in English, in the language itself, in French, without accents.
_NAMES = """
    ar arabic arabe العربية bg bulgarian български bulgare ca catalan catala cs czech cestina tcheque da danish dansk
    danois de german deutsch allemand el greek ελληνικα grec en english anglais es spanish espanol espagnol castellano
    fa persian farsi فارسی persan fi finnish suomi finnois fr french francais he hebrew עברית hebreu hi hindi हिन्दी
    hr croatian hrvatski croate hu hungarian magyar hongrois hy armenian հայերեն armenien it italian italiano italien
    ja japanese 日本語 japonais kk kazakh қазақ nb norwegian norsk norvegien mr marathi मराठी nl dutch nederlands
    neerlandais pl polish polski polonais pt portuguese portugues portugais ro romanian romana roumain ru russian
    русскии russe sk slovak slovencina slovaque sl slovenian slovenscina slovene sv swedish svenska suedois tr turkish
    turkce turc uk ukrainian украінська ukrainien zh chinese 中文 chinois
"""

#: How much of a text is looked at, in code points.
_ENOUGH = 20_000
#: Fewer words tell nothing; so large a share of them has to be common, and so many times that of any other language.
_FEWEST, _SHARE, _LEAD = 20, 0.12, 1.4


def recognised(text: str) -> Language | None:
    """Return the language of a text where that is certain; None where it is not, or is none that we know.

    >>> recognised("Le port de Brest est fermé depuis mardi et les dockers ne sont pas rentrés. " * 3)
    'fr'
    """
    text = text[:_ENOUGH].lower()
    letters = sum(map(str.isalpha, text))
    for code, script in _SCRIPTS:
        share = len(re.findall(script, text)) / max(letters, 1)
        if letters >= _FEWEST and share > (0.1 if code == "ja" else 0.5):
            return Language(code)
    words = Counter(re.findall(r"[^\W\d_]+(?:[\u0900-\u0963]+\w*)*", text))
    total = sum(words.values())
    scores = sorted(
        ((sum(words[w] for w in common.split()), code) for code, common in _COMMONEST.items()), reverse=True
    )
    (best, code), (second, _) = scores[:2]
    certain = total >= _FEWEST and best >= _SHARE * total and best >= _LEAD * second
    return Language(code) if certain else None


def named(text: str) -> str:
    """Return the code of a language by its name in English, French or itself; what is no name comes back in lower case.

    Of a code with a region or a script only the language is left.

    >>> named("Français"), named("German"), named("fr"), named("fr-CA")
    ('fr', 'de', 'fr', 'fr')
    """
    asked = _plain(text)
    code = ""
    for word in _NAMES.split():
        code = word if re.fullmatch("[a-z]{2}", word) else code
        if word == asked or _plain(word) == asked:
            return code
    return re.sub(r"^([a-z]{2,3})[-_]\w+\Z", r"\1", text.strip().lower())


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.strip().casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def common_words() -> frozenset[str]:
    """Return the commonest words of all languages that we know, without accents: by themselves they tell nothing."""
    return frozenset(unaccented(word) for common in _COMMONEST.values() for word in common.split())
