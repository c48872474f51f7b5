"""Closed lists of English words by which the grammar tells what kind of fragment it was given.

A word that is missing costs nothing but elegance: the fragment then stands after a colon.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAFE_TO_LOWER = _words("""
    a address alerts all an any anybody anyone area automated automatic batch bed booking both carrier central
    checkout chief claims client customer customers daily default delivery deputy design designer digital direct
    director duty each electronic engineer engineering every everybody everyone everything express few finance
    general he head her his if invoice it its label lead manager mandatory manual many mobile monthly most my night
    no nobody nothing one online only operations optional order our parcel payment people picking product
    queue recall refund regional return returns rota route scanner self-service senior shared she shift slots some
    stock supplier support team that the their there these they this those three ticket two users vendor we weekly
    what when whoever you your

    allergy barcode fraud hard login quick remote retry simple slow smart soft
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
    are aren't arrives becomes belongs brings can can't cannot closes comes contains costs could couldn't depends
    did didn't do does doesn't don't exists fits follows gets gives goes had has hasn't have haven't includes is
    isn't keeps knows makes means must needs opens pays prefers reads requires sees sends should shouldn't speaks
    stays takes tells understands waits wants was wasn't were weren't will won't works would wouldn't
""")
"""Verbs that make a clause."""

BARE_VERBS = _words("""
    accept adapt add adjust agree allow apply approve argue arrange ask assign attach automate avoid begin bind
    bring build bundle calculate cancel carry choose clean collect combine compare confirm connect consider consult
    contact convert create cut decide define delay deliver describe detect disable discuss divide drop edit
    eliminate email enable encourage ensure enter exclude expand explain expose extend extract fill find fix follow
    forward freeze generate get give go group hand handle have hide highlight hire identify ignore implement improve
    include increase inform install integrate interview introduce invite join keep learn leave let limit listen live
    lock look lower mail maintain make manage match measure merge modify move notify observe obtain offer open
    outsource pause permit phone pick postpone prefill prepare prepay press prevent print prioritise prioritize
    produce promise propose protect provide publish put raise rebuild recommend redesign redirect redo reduce refer
    refuse reject release rely remind remove rename repeat replace require reserve restrict rethink retrain reuse
    reverse revert review roll rotate route run save say scan sell send separate serve set ship shorten show
    simplify skip specify spend split standardise standardize start stop store suggest take teach tell throttle
    track train translate treat trial turn understand unlock update use validate verify wait warn weigh widen write
""")
"""Verbs in their plain form, with which an alternative or a title may begin."""

NOUNS_OR_VERBS = _words("""
    alert answer batch block book call cap change charge check click close code copy count cover design display
    double draft file filter flag form fund guide help hold issue label launch link load log map monitor note number
    order pack page pair pass pay photograph pilot place plan pool price prompt push queue rate record refund repair
    reply report request reset return reward scale schedule search share sign sort spread staff stick support survey
    swap switch tag tally target test text time trace transfer trigger upgrade visit walk watch work
""")
"""Words that are a verb where something follows that only follows verbs, or where a doing was asked for."""

PAST_VERBS = _words("""
    argued asked began bought brought built called caught checked chose collected compared counted drafted drew drove
    explained filed flagged found gathered gave got heard kept listed logged made matched measured met noted noticed
    pulled put raised ran rang read rewrote rode said saw sent showed sorted spent spoke spotted suggested talked
    tallied taught timed told took tracked traced tried walked warned watched went worked wrote
""")
"""What a note begins with that leaves out its 'I'."""

DEEDS = PAST_VERBS | _words("""
    clocked cut dealt did emailed escalated fed fixed fought held learnt led left mapped marked messaged moved offered
    opened phoned photographed pinged pitched pointed proposed quit reported requested sampled sat shadowed shared
    sketched slept sold started stood stopped swapped taped tested thought trained turned typed visited volunteered won
    wore
""")
"""Those and others that only are such verbs where it is clear that something was done: 'opened parcels' are things."""

PAST_NOT_PARTICIPLE = _words("""
    began chose did drew drove gave ran rang rewrote rode saw spoke took went wore wrote
""")
"""Those of them that cannot follow 'would have'."""

BEFORE_A_VERB = _words("also even finally first later manually only personally quickly quietly simply then twice")
"""What may stand between the 'I' and its verb."""

PRONOUNS = _words("he it my our people she the their they this we you your")
"""What follows a question word where a question is only named: 'how you test it'."""

ABBREVIATIONS = _words("""
    a.m approx apr aug ca cf co dec dept dr e.g eg est etc fig feb i.e ie inc incl jan jr jul jun ltd max min misc mr
    mrs ms no nos nov nr oct p.m pp sat sec sep sept sr st sun tel vs wed
""")
"""What ends in a stop without ending a sentence."""

AFTER_A_VERB = _words("""
    a about after again all an and any at back before both by customers down each every everybody everyone
    everything for from how in into it its maybe me my off on once one only orders our out over people some that the
    their them themselves these this those three to two until up what when where whether which who why with you your
""")
"""What follows a verb rather than an adjective: 'photographed it', but 'failed drops'."""

AFTER_A_PRESENT_VERB = _words("""
    a an each every her him his if it its last my next our that the their them this to when your
""")
"""What follows a verb directly, but hardly a noun."""

NO_SUBJECT = _words("""
    a all an any every few fewer for from in less many more most new of on other our same some the these this those
    three to two with
""")
"""What no verb follows directly."""

ASKING = _words("""
    am are can could did do does had has have how is may might shall should was were what when where which who whom
    whose why will would
""")
"""What a question begins with."""

QUANTITIES = _words("about another extra fewer five four half less more one roughly several six some ten three two")
"""What an amount begins with."""

DETERMINERS = _words("a an another my one our some that the their these this those two three")
"""What the name of a thing begins with."""

MONEY_CODES = _words("""
    AED AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS INR JPY KRW MXN NOK NZD PLN SEK SGD THB TRY TWD USD
""") | {"ZAR"}  # codespell:ignore zar
"""Currency codes that are said as one word ('euros')."""

SAID_AS_A_WORD = _words("""
    ASAP COVID FIFO GIF JPEG JSON LAN LIFO NASA NATO OK PIN RADAR RAM ROM SIM SKU WAN WASH YAML ZIP
""")
"""Acronyms that are not spelled letter by letter."""
