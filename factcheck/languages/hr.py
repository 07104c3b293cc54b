"""Croatian, Bosnian and Serbian in Latin letters: abbreviations, titles and small words."""

TITLES = "g gđa gđica gosp prof doc dr mr mag ing dipl sv akad gen bojn o fra mons preč vlč dir Mr Mrs St"

INNER = "npr tj tzv odn gl usp tal engl lat njem fr franc rus špan grč tur mađ rođ cca tel ul prev izd ur v"

BEFORE_NUMBERS = "br str čl st toč tab sl pogl sv god tel ul kbr"

ABBREVIATIONS = "d.o.o d.d god tis mil mlrd min sek km m kg ha kn pr.Kr po.Kr p.n.e n.e st ml Inc Ltd Co Corp Jr ž"

ENDINGS = "itd itsl sl i.dr i.sl etc"

ORDINALS = "yes"

STARTERS = """
    u na iz s sa do od po o za pod nad pred pri bez kroz među između zbog uz prema protiv osim nakon poslije
    prije tijekom i a ali ili no nego pa te ako kad kada dok jer da kao kako iako premda zato stoga dakle
    također potom zatim međutim on ona ono oni mi vi ja ti njegov njezin njihov ga ju je ih mu joj im se si svoj
    taj ta to toga tog ovaj ova ovo ovi ove onaj takav tko što gdje kamo zašto koji koja koje koliko kakav ne
    već još samo čak upravo tamo tu ovdje sad sada danas jučer sutra tada sve svi svaki svaka mnogi neki neke
    nekoliko više manje jedan jedna dva dvije tri četiri pet su bio bila bilo bili bit će može treba ima nema
    nije nisu
"""
