"""The entries within one JSON object, one at a time: `{"metadata": …, "entries": [{…}, {…}]}`."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator

LONGEST_ENTRY = 16_000_000
"""Characters; an entry that does not end within them is refused, and the file with it."""

_CHUNK = 1 << 16
_BLANKS = re.compile(r"[ \t\r\n]*")
_NOT_ONE = "It is not a JSON export of Day One"


class NotDayOne(Exception):
    """The file is not of this kind, or cannot be read any further; the message is a whole sentence."""


def entries_of(read: Callable[[int], bytes]) -> Iterator[tuple[int, object]]:
    """Give each element of the list "entries" with the line on which it begins.

    Args:
        read: Gives at most so many next bytes; none at the end.

    Raises:
        NotDayOne: There is no such list, or what stands there is not JSON in UTF-8.
    """
    scanner = _Scanner(read)
    if scanner.next_sign() != "{":
        raise NotDayOne(f"{_NOT_ONE}: it does not begin with {{.")
    scanner.skip()
    has_entries = False
    is_first = True
    while (sign := scanner.next_sign()) != "}":
        if not is_first:
            scanner.expect(",")
        elif sign == "":
            raise scanner.broken("it ends too early")
        is_first = False
        name = scanner.value()
        scanner.expect(":")
        if name == "entries" and scanner.next_sign() == "[":
            has_entries = True
            yield from _elements(scanner)
        else:
            scanner.value()
    scanner.skip()
    if scanner.next_sign():
        raise scanner.broken("something stands after its end")
    if not has_entries:
        raise NotDayOne(f'{_NOT_ONE}: it has no list "entries".')


def _elements(scanner: _Scanner) -> Iterator[tuple[int, object]]:
    scanner.expect("[")
    is_first = True
    while scanner.next_sign() != "]":
        if not is_first:
            scanner.expect(",")
            scanner.next_sign()
        is_first = False
        line = scanner.line
        yield line, scanner.value()
    scanner.skip()


class _Scanner:
    """JSON read piece by piece."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._value_at = json.JSONDecoder(parse_constant=lambda _: None).raw_decode
        self._text = ""
        self._place = 0
        self._is_at_end = False
        self.line = 1
        """The line on which the next value begins, from 1."""

    def next_sign(self) -> str:
        """Return the next character that is not blank, without taking it; empty at the end."""
        while True:
            end = _BLANKS.match(self._text, self._place).end()  # type: ignore[union-attr]  # matches everywhere
            self._move_to(end)
            if end < len(self._text):
                return self._text[end]
            if not self._fill(_CHUNK):
                return ""

    def skip(self) -> None:
        """Take one character."""
        self._move_to(self._place + 1)

    def expect(self, sign: str) -> None:
        """Take one character that must be this one.

        Raises:
            NotDayOne: It is another one.
        """
        if self.next_sign() != sign:
            raise self.broken(f"'{sign}' is missing")
        self.skip()

    def value(self) -> object:
        """Take the next value.

        Raises:
            NotDayOne: It is none, does not end, or is nested too deeply.
        """
        self.next_sign()
        more = _CHUNK
        while True:
            try:
                value, end = self._value_at(self._text, self._place)
                if end < len(self._text) or self._is_at_end:  # a number at the very end may go on
                    self._move_to(end)
                    return value
                problem = "a value does not end"
            except json.JSONDecodeError as error:
                problem = error.msg
            except RecursionError:
                raise self.broken("it is nested too deeply") from None
            except ValueError:
                raise self.broken("a number in it is too long") from None
            if len(self._text) - self._place > LONGEST_ENTRY:
                raise self.broken(f"{problem}, or is longer than {LONGEST_ENTRY:,} characters")
            if not self._fill(more) and self._is_at_end:
                raise self.broken(problem)
            more *= 2

    def broken(self, problem: str) -> NotDayOne:
        """Return an error that says where the file stops being what it should be."""
        return NotDayOne(f"{_NOT_ONE}, or is damaged, from line {self.line} on: {problem}.")

    def _move_to(self, place: int) -> None:
        self.line += self._text.count("\n", self._place, place)
        self._place = place

    def _fill(self, size: int) -> bool:
        """Read on; whether there was more."""
        if self._is_at_end:
            return False
        data = self._read(size)
        try:
            more = self._decode(data, not data)
        except UnicodeDecodeError:
            raise self.broken("it is not UTF-8") from None
        self._is_at_end = not data
        self._text = self._text[self._place :] + more
        self._place = 0
        return bool(data)
