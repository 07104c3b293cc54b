"""Arabic: one-letter titles and the few abbreviations of the press; the full stop is otherwise reliable."""

TITLES = "د أ م ا.د أ.د"

INNER = "ص.ب ج ت"

BEFORE_NUMBERS = "ص ج ط ع"

ABBREVIATIONS = "م هـ ق.م ب.م ش.م ش.م.م"

ENDINGS = "إلخ الخ"

STARTERS = "و في من إلى على عن قال وقال وأضاف كما لكن ولكن هذا هذه ذلك تلك هو هي هم كان كانت إن أن ثم بعد قبل"
