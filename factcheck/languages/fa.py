"""Persian: the few abbreviations of the press; the full stop is otherwise reliable."""

TITLES = "د دکتر"

BEFORE_NUMBERS = "ص ج ش"

ABBREVIATIONS = "م ه ق ق.م ه.ش ه.ق"

ENDINGS = "غیره"

STARTERS = "و در از به با که این آن او ما من شما ایشان اما ولی اگر چون هم نیز پس بعد"
