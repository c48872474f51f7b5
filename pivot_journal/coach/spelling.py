"""Spellings evened out: lower case, straight quotes, contractions and the short forms of a chat written out.

'im' and "I'm" are 'i am', 'dont' is 'do not', 'PM' is 'product manager' where it is the role. Whatever is written out
keeps the place of its whole word in the user's own text.
"""

from __future__ import annotations

import re
from itertools import islice

_EVENED = {
    ord(there): here
    for here, theres in {  # codespell:ignore theres
        "'": "‘’‛ʼ′`´",
        '"': "“”„‟«»″",
        " ": "\n\r\t\v\f\u00a0\u2002\u2003\u2009\u202f\u2028\u2029",
        "-": "\u2010\u2011",
    }.items()
    for there in theres  # codespell:ignore theres
}

_WRITTEN_OUT = {
    "u": "you",
    "ur": "your",
    "ure": "you are",  # codespell:ignore ure
    "im": "i am",
    "ive": "i have",
    "youre": "you are",  # codespell:ignore youre
    "youve": "you have",
    "theyre": "they are",  # codespell:ignore theyre
    "theyve": "they have",
    "weve": "we have",
    "thats": "that is",  # codespell:ignore thats
    "theres": "there is",  # codespell:ignore theres
    "whats": "what is",  # codespell:ignore whats
    "hes": "he is",
    "shes": "she is",
    "wanna": "want to",
    "gonna": "going to",
    "gotta": "got to",
    "kinda": "kind of",
    "sorta": "sort of",
    "dunno": "do not know",
    "idk": "i do not know",
    "lemme": "let me",
    "gimme": "give me",
    "bc": "because",
    "bcs": "because",
    "cuz": "because",
    "coz": "because",
    "thru": "through",
    "tho": "though",
    "prob": "probably",
    "probs": "probably",
    "def": "definitely",
    "ppl": "people",
    "mgmt": "management",
    "mgr": "manager",
    "yrs": "years",
    "abt": "about",
    "pls": "please",
    "plz": "please",
    "cannot": "can not",
}
_BEFORE_NOT = ("do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "could", "should", "would")
_NOT = {f"{verb}n't": f"{verb} not" for verb in _BEFORE_NOT}
_NOT |= {"can't": "can not", "won't": "will not", "shan't": "shall not", "ain't": "is not", "mustn't": "must not"}
_NOT |= {"needn't": "need not", "mightn't": "might not"}
_WRITTEN_OUT |= _NOT | {word.replace("'", ""): plain for word, plain in _NOT.items()}
_PRONOUNS = ("i", "you", "we", "they", "it", "that", "he", "she", "who", "there", "this", "what", "here", "where")
_ENDINGS = {"'m": " am", "'ve": " have", "'re": " are", "'ll": " will", "'s": " is"}
_WRITTEN_OUT |= {pronoun + ending: pronoun + plain for pronoun in _PRONOUNS for ending, plain in _ENDINGS.items()}

_TO_WRITE_OUT = re.compile(
    r" {2,}|(?<= )&(?= )"
    rf"|(?<![\w'/@#.-])(?:{'|'.join(sorted(map(re.escape, _WRITTEN_OUT), key=len, reverse=True))}"
    r"|id(?= (?:like|love|rather|be|have|want|say|been|never|still|also|really|prefer|hope|only|just|noticed|seen)\b)"
    r"|ill(?= (?:be|have|do|try|take|get|never|just|also|go)\b)"
    r"|pms?(?='s\b|(?!')))(?![\w@]|'(?!s\b)|[./-]\w)"
)
_MOST_WRITTEN_OUT = 2_000
"""Words of one text: 'pm' is five times as long written out, and so much more is read."""
_MAY_BE_CAPITALS = frozenset({"pm", "pms", "cannot"})
"""Other chat spellings in capitals are acronyms: IM, ID, DEF."""
_NOT_THE_ROLE_BEFORE = re.compile(
    r"(?:\d|\d [ap]m(?: to| -)?|\bnoon|\bam (?:and|or|to)|[/-]"
    r"|\b(?:do|does|did|done|doing|did not"
    r"|schedul\w+|overdue|preventive|monthly|weekly|quarterly|annual|skipp?\w*"  # codespell:ignore schedul,skipp
    r"|late|miss(?:ed|ing)?|this|yesterday|tomorrow|every|performing|performed|on))\s?$"
)
_NOT_THE_ROLE_AFTER = re.compile(
    r" (?:shifts?|slots?|run|cut-?off|window|pick-?ups?|deliver\w*|inspections?|checks?|work orders?|tasks?|checklists?"
    r"|schedules?|compliance|crew|hours?|round|rush|peak|on the|for the (?:conveyor|belt|fleet)|visits?|dose)\b|/|-\w"
)
_ROLE_ANYWAY = re.compile(
    r" (?:role|job|career|position|team|side|interview|hire|who|and (?:the )?(?:designer|engineer))"
)


def evened(raw: str) -> str:
    """Return a text of the same length in lower case, with straight quotes, plain hyphens and plain spaces."""
    flat = raw.lower()
    if len(flat) != len(raw):
        flat = "".join(low if len(low := letter.lower()) == 1 else letter for letter in raw)
    return flat.translate(_EVENED)


def written_out(raw: str, flat: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Write out contractions and chat spellings; with each character comes the place of its whole word."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    is_shouted = raw.isupper()
    for found in islice(_TO_WRITE_OUT.finditer(flat), _MOST_WRITTEN_OUT):
        start, end = found.span()
        word = found[0]
        own = raw[start:end]
        if word in {"pm", "pms"}:
            plain = _role(flat, start, end)
        elif own.isupper() and not is_shouted and word not in _MAY_BE_CAPITALS:
            continue
        elif word == "&":
            plain = "and"
        elif word.startswith(" "):
            plain = " "
        else:
            plain = _WRITTEN_OUT.get(word) or {"id": "i'd", "ill": "i will"}[word]
        if not plain:
            continue
        pieces += [flat[done:start], plain]
        starts += range(done, start)
        ends += range(done + 1, start + 1)
        starts += [start] * len(plain)
        ends += [end] * len(plain)
        done = end
    pieces.append(flat[done:])
    starts += range(done, len(flat))
    ends += range(done + 1, len(flat) + 1)
    return "".join(pieces), tuple(starts), tuple(ends)


def _role(flat: str, start: int, end: int) -> str:
    """Return 'pm' in words where it is the role; empty where it is a time of day or preventive maintenance."""
    plain = "product manager" if flat[start:end] == "pm" else "product managers"
    before, after = flat[max(0, start - 24) : start], flat[end : end + 30]
    if _ROLE_ANYWAY.match(after) and not before.rstrip()[-1:].isdigit():
        return plain
    if _NOT_THE_ROLE_BEFORE.search(before) or _NOT_THE_ROLE_AFTER.match(after):
        return ""
    return plain
