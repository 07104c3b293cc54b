"""Hindi: the danda ends sentences; the full stop abbreviates, and English letters are spelt out before it."""

TITLES = """
    डॉ डा श्री श्रीमती सुश्री प्रो पं मो मु कु स्व इंजी एड मौ मि मिस मिसेज श्रीमति लेफ्टि कैप्ट ब्रिगे चौ कॉ
    एडवो न्या इं सु
"""

INNER = "उदा सं ई वि रा भा"

BEFORE_NUMBERS = "रु रू नं क्र पृ सं फो दि"

#: The names of the Latin letters, for initials and acronyms.
ABBREVIATIONS = """
    ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड कि मी किमी कि.मी ग्रा
    लि कं प्रा ई.पू
"""

ENDINGS = "इत्यादि आदि"

STARTERS = "वह यह वे ये इस उस इन उन और लेकिन परंतु मगर हम मैं तुम आप जब तब अब तो अगर यदि क्या कौन कहाँ"
