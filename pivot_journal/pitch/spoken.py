"""How long a text takes to say: its words as they are spoken, not as they are written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.pitch.vocabulary import MONEY_CODES, SAID_AS_A_WORD

PLANNED_PACE = 150
"""Words a minute at which speech is planned; where that comes from stands in coach-rules.md, spoken-length."""

_REMEMBERED_TEXT = 2_000
_READ_DIGIT_BY_DIGIT = 9
_LONG_WORD = 24
_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    r"(?P<date>(?<!\d)(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?(?![\d-]))"
    r"|(?P<time>(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?!\d))"
    r"|(?P<number>(?P<whole>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:[.,](?P<fraction>\d+))?)"
    rf"|(?P<word>{_LETTER}+(?:['’\u0300-\u036f]+{_LETTER}+)*)"
    r"|(?P<sign>[%×&+=@°€$£¥₹#~≈<>])"
)
_ACRONYM = re.compile(r"([A-Z]{2,5})(?:['’]?s)?")
_MONEY_SIGNS = frozenset("€$£¥₹")
_SIGNS_BEFORE_A_NUMBER = frozenset("#~≈<>")
_SAID_LONGER = {"etc": 2, "pm": 2}
_NOT_SAID_AFTER_A_NUMBER = frozenset({"st", "nd", "rd", "th", "s"})
_SHOUTED_FROM = 4


def spoken_words(text: str) -> int:
    """Count the words of a text as they are said in English.

    Numbers, money, times and dates count as the words they are read as ("$6,490" is six), acronyms letter by letter
    unless they are said as a word, hyphenated words as their parts; emoji and punctuation count nothing.

    Args:
        text: Any text; a text in another script gets a rough count.

    Returns:
        The number of spoken words, 0 for a text without any.
    """
    return _remembered(text) if len(text) <= _REMEMBERED_TEXT else _counted(text)


def seconds_for(words: int, words_per_minute: int = PLANNED_PACE) -> float:
    """Return how many seconds a number of spoken words takes.

    Raises:
        ValueRefused: The pace is not above zero.
    """
    if words_per_minute <= 0:
        raise ValueRefused("A pace is a number of words a minute above zero; 150 is usual.")
    return words * 60 / words_per_minute


@lru_cache(maxsize=1024)
def _remembered(text: str) -> int:
    return _counted(text)


def _counted(text: str) -> int:
    text = unicodedata.normalize("NFC", text)
    is_shouted = text.isupper() and sum(1 for _ in re.finditer(rf"{_LETTER}+", text)) >= _SHOUTED_FROM
    count = 0
    end, was_number, was_money = 0, False, False
    for token in _TOKEN.finditer(text):
        gap = text[end : token.start()] if token.start() - end < 4 else "    "
        is_number = token["number"] is not None
        if token["date"]:
            count += _year(token["year"]) + 1 + (_cardinal(int(token["day"])) if token["day"] else 0)
        elif token["time"]:
            count += _time(token["hour"], token["minute"], token["second"])
        elif is_number:
            is_money = was_money or _is_code(text[token.end() : token.end() + 4])
            count += _number(token["whole"], token["fraction"], is_money) + _said_between(gap, was_number)
        elif token["word"]:
            count += _word(token["word"], was_number, gap, text[token.end() : token.end() + 2], is_shouted)
        elif token["sign"] in _SIGNS_BEFORE_A_NUMBER:
            count += text[token.end() : token.end() + 2].strip()[:1].isdecimal()
        else:
            count += 1
        was_money = token["sign"] in _MONEY_SIGNS or token["word"] in MONEY_CODES
        was_number, end = is_number, token.end()
    return count


def _said_between(gap: str, was_number: bool) -> int:
    """Count what is said between two numbers ("60–90", "9/30") or before one ("-5")."""
    if was_number:
        return int(gap.strip() in {"-", "–", "/"})
    return int(gap[-1:] in {"-", "−"} and (len(gap) == 1 or gap[-2].isspace()) and gap != "    ")


def _is_code(following: str) -> bool:
    return following[:1].isspace() and following[1:] in MONEY_CODES


def _word(word: str, was_number: bool, gap: str, following: str, is_shouted: bool) -> int:
    if was_number and not gap and word in _NOT_SAID_AFTER_A_NUMBER:
        return 0
    if word in MONEY_CODES and (was_number or following.strip()[:1].isdecimal()):
        return 1
    if was_number and word.lower() == "am":
        return 2
    acronym = _ACRONYM.fullmatch(word)
    if acronym and not is_shouted and acronym[1] not in SAID_AS_A_WORD:
        return len(acronym[1])
    if len(word) > _LONG_WORD:
        return -(-len(word) // 12)
    return _SAID_LONGER.get(word.lower(), 1)


def _number(whole: str, fraction: str | None, is_money: bool) -> int:
    bare = whole.replace(",", "")
    is_year = len(whole) == 4 and not fraction and not is_money and "1900" <= whole <= "2099"
    count = _year(whole) if is_year else _digits(bare)
    if not fraction:
        return count
    if is_money and len(fraction) == 2:
        return count + (_digits(fraction.lstrip("0")) + 1 if fraction.strip("0") else 0)
    return count + 1 + len(fraction)


def _time(hour: str, minute: str, second: str | None) -> int:
    minutes = 1 if minute == "00" else 2 if minute[0] == "0" else _digits(minute)
    return _digits(str(int(hour))) + minutes + (_digits(str(int(second))) if second else 0)


def _digits(digits: str) -> int:
    """Count the words of a run of digits; an identifier ("0412", a telephone number) is read digit by digit."""
    if len(digits) > _READ_DIGIT_BY_DIGIT or (len(digits) > 1 and int(digits[0]) == 0):
        return len(digits)
    return _cardinal(int(digits)) if digits else 0


def _year(digits: str) -> int:
    return _read_as_year(int(digits))


@lru_cache(maxsize=4096)
def number_in_words(number: int) -> str:
    """Return a whole number in words: 'one hundred and eighteen'."""
    from num2words import num2words

    return str(num2words(number))


@lru_cache(maxsize=4096)
def _cardinal(number: int) -> int:
    return _words_in(number_in_words(number))


@lru_cache(maxsize=512)
def _read_as_year(year: int) -> int:
    from num2words import num2words

    return _words_in(num2words(year, to="year"))


def _words_in(said: str) -> int:
    return sum(1 for word in re.split(r"[\s,-]+", said) if word and word != "and")
