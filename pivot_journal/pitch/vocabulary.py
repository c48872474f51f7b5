"""Closed lists of English words by which the grammar tells what kind of fragment it was given.

A word that is missing costs nothing but elegance: the fragment then stands after a colon.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAFE_TO_LOWER = _words("""
    a all an any anybody anyone both customers each every everybody everyone everything few he her his if it its many
    most my no nobody nothing one only our people she some that the their there these they this those three two users
    we what when whoever your
    address alerts automated automatic batch bed booking carrier central checkout claims customer daily default delivery
    digital direct electronic express invoice label mandatory manual mobile monthly night online optional order parcel
    payment picking queue recall refund return returns rota route scanner self-service shared shift slots stock ticket
    weekly
""")
"""Words that are no names, so that they lose their capital inside a sentence."""

OPENING_DETERMINERS = _words("""
    a all an any anybody anyone both each every everybody everyone everything few he her his it its many most my no
    nobody nothing one only our she some that the their there these they this those three two we your
""")
"""Words after which, or before which, no 'the' is put."""

COMPOUNDING = _words("auto bulk double early first free half last late multi new next one pre same self single two")
"""First halves of compounds that are no names ('same-day slots', 'one-tap reorder')."""

FINITE = _words("""
    are aren't can can't cannot could couldn't did didn't do does doesn't don't had has hasn't have haven't is isn't
    knows means must needs should shouldn't was wasn't were weren't will won't would wouldn't
""")
"""Verbs that make a clause."""

BARE_VERBS = _words("""
    add allow ask build call check combine confirm count delay disable drop email enable explain give have hide
    hold introduce keep leave let mail make merge move notify offer pause pilot print put reduce remove replace require
    run send separate ship show simplify skip split start stop tell test turn use wait warn write
""")
"""Verbs in their plain form, with which an alternative or a title may begin."""

PAST_VERBS = _words("""
    argued asked brought built called checked collected compared counted drafted explained filed flagged found
    gathered gave heard kept listed logged made matched measured noted noticed pulled put raised ran read saw sent
    showed spent sorted spotted suggested talked tallied timed told took tracked traced tried walked warned watched
    went worked wrote
""")
"""What a note begins with that leaves out its 'I'."""

AFTER_A_VERB = _words("""
    a all an and at both by down each every everything for from how in into it my off on one our out over that the
    their them these this those three to two up which why with
""")
"""What follows a verb rather than an adjective: 'photographed it', but 'failed drops'."""

ASKING = _words("""
    am are can could did do does had has have how is may might shall should was were what when where which who whom
    whose why will would
""")
"""What a question begins with."""

QUANTITIES = _words("about another extra fewer five four half less more one roughly several six some ten three two")
"""What an amount begins with."""

DETERMINERS = _words("a an another one our some that the their these this those two three")
"""What the name of a thing begins with."""

MONEY_CODES = _words("""
    AED AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS INR JPY KRW MXN NOK NZD PLN SEK SGD THB TRY TWD USD
""") | {"ZAR"}  # codespell:ignore zar
"""Currency codes that are said as one word ('euros')."""

SAID_AS_A_WORD = _words("""
    ASAP COVID FIFO GIF JPEG JSON LAN LIFO NASA NATO OK PIN RADAR RAM ROM SIM SKU WAN WASH YAML ZIP
""")
"""Acronyms that are not spelled letter by letter."""
