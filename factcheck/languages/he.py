"""Hebrew: abbreviations carry a gershayim of their own, so that few have a full stop."""

TITLES = "פרופ ד"

BEFORE_NUMBERS = "עמ ס סע טל"

ENDINGS = "וכו וגו"

STARTERS = "ה ב ל מ ש ו הוא היא הם הן אני אנחנו זה זו אלה אך אבל גם כי אם"
