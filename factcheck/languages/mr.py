"""Marathi: the full stop ends sentences as in English; a few titles and spelt-out letters carry one too."""

TITLES = "डॉ डा श्री श्रीमती सौ कु प्रा पं ॲड अ‍ॅड मा कै स्व न्या"

INNER = "उदा वि सं"

BEFORE_NUMBERS = "रु नं क्र पृ कलम दि फो"

ABBREVIATIONS = "ए बी सी डी ई एफ जी एच आय जे के एल एम एन ओ पी आर एस टी यू व्ही कि मी कि.मी लि कं"

ENDINGS = "इ इत्यादी वगैरे"

STARTERS = "तो ती ते हा ही हे या त्या आणि पण परंतु मी आम्ही तुम्ही आपण जर तर"
