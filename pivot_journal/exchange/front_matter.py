"""YAML front matter of a Markdown note: the names and values that stand above its text.

Values stay as they are written ('no', '2024', '1:30' are texts), for YAML's own reading would turn some into others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import one_line
from pivot_journal.exchange.incoming import shown

LONGEST = 64_000
"""Characters of one front matter; a longer one is refused."""

_FENCE = re.compile(r"---[ \t]*(?:\r?\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t\r\n]|\Z)")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_MOST_INDICATORS = 400
_MOST_BRACKETS = 5_000
_HEXO_ALWAYS_HAS = {"title", "date"}

Value = str | list[str] | None
"""A text, texts, or nothing."""


class FrontMatterBroken(ValueRefused):
    """The block above a note cannot be read; tells the line of the file."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above a note, and the rest of it."""

    body: str
    """The note without its front matter."""
    body_line: int = 1
    """The line of the file on which the body begins, from 1."""
    names: tuple[str, ...] = ()
    """The names as they are written, in the order of the file."""
    _nodes: dict[str, list[tuple[Any, int]]] = field(default_factory=dict)

    def value(self, name: str) -> Value:
        """Return what a name stands for, written in whatever case; None where it has no value.

        Raises:
            FrontMatterBroken: It is neither a text nor a list of texts, or stands there twice with different values.
        """
        found: Value = None
        for place, (node, line) in enumerate(self._nodes.get(name, ())):
            value = _value(node, name, line)
            if place and value != found:
                raise FrontMatterBroken(f"{shown(name)} stands twice in the front matter, with different values", line)
            found = value
        return found

    def text(self, name: str) -> str | None:
        """Return the text that a name stands for, also where it stands alone in a list; None where it has no value.

        Raises:
            FrontMatterBroken: It is something else, or stands there twice with different values.
        """
        value = self.value(name)
        if isinstance(value, list) and len(value) > 1:
            raise FrontMatterBroken(f"{shown(name)} is not a text", self.line(name))
        return next(iter(value), None) if isinstance(value, list) else value

    def line(self, name: str) -> int:
        """Return the line of the file on which a name stands; 1 where it does not."""
        found = self._nodes.get(name)
        return found[0][1] if found else 1


def split(note: str) -> FrontMatter:
    """Return the front matter of a note and its body.

    Front matter stands between two lines of '---' at the very beginning, or, as Hexo writes it, from the first line
    to the first '---', if it has a title and a date. A note without any is all body.

    Raises:
        FrontMatterBroken: It is not YAML, is no list of names and values, is not closed, or is too long.
    """
    opening = _FENCE.match(note)
    if note.startswith("+++") and note[3:].lstrip(" \t\r")[:1] == "\n":
        raise FrontMatterBroken("the front matter is TOML (+++); only YAML (---) is read", 1)
    start = opening.end() if opening else 0
    if not _NAME.match(note, start) and opening is None:
        return FrontMatter(note)
    closing = _CLOSING.search(note, start)
    if closing is None:
        if opening and _NAME.match(note, start):
            raise FrontMatterBroken("the front matter is not closed: a line of '---' is missing", 1)
        return FrontMatter(note)
    first_line = 2 if opening else 1
    if opening is None:
        found = _hexo(note, closing)
        return found or FrontMatter(note)
    return _read(note, start, closing, first_line)


def _hexo(note: str, closing: re.Match[str]) -> FrontMatter | None:
    """Return front matter without an opening line; None where this is text that a rule happens to follow."""
    if closing.start() > LONGEST:
        return None
    try:
        found = _read(note, 0, closing, 1)
    except FrontMatterBroken:
        return None
    return found if _HEXO_ALWAYS_HAS.issubset(name.casefold() for name in found.names) else None


def _read(note: str, start: int, closing: re.Match[str], first_line: int) -> FrontMatter:
    if closing.start() - start > LONGEST:
        raise FrontMatterBroken(f"the front matter is longer than {LONGEST:,} characters", first_line)
    block = note[start : closing.start()]
    names: dict[str, None] = {}
    nodes: dict[str, list[tuple[Any, int]]] = {}
    for name, node, line in _pairs(block, first_line):
        names[name] = None
        nodes.setdefault(name.casefold(), []).append((node, line))
    return FrontMatter(note[closing.end() :], first_line + note.count("\n", start, closing.end()), tuple(names), nodes)


def _pairs(block: str, first_line: int) -> Iterator[tuple[str, Any, int]]:
    """Give each name of the block whose name is a text, the YAML node it stands for, and its line in the file."""
    root = _composed(block, first_line)
    if root is None:
        return
    if root.id != "mapping":
        line = first_line + root.start_mark.line
        raise FrontMatterBroken("the front matter is not names and values, such as 'date: 2024-02-06'", line)
    for key, value in root.value:
        if key.id == "scalar":
            yield one_line(key.value), value, first_line + key.start_mark.line


def _composed(block: str, first_line: int) -> Any:
    """Return the tree of YAML nodes; an anchor that is named again is the same node, so nothing grows."""
    import yaml  # 10 ms, and only Markdown needs it

    if block.count("[") + block.count("{") > _MOST_BRACKETS:  # the parser takes seconds for tens of thousands
        raise FrontMatterBroken("the front matter is nested too deeply", first_line)
    try:
        return yaml.compose(block, Loader=_loader(_is_surely_flat(block)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = first_line + (mark.line if mark else 0)
        problem = one_line(error.problem or error.context or "it is not YAML")
        tabs = " (a tab stands there; YAML takes blanks)" if "'\\t'" in problem else ""
        raise FrontMatterBroken(f"the front matter is not YAML: {problem}{tabs}", where) from None
    except yaml.reader.ReaderError as error:
        line = first_line + block.count("\n", 0, error.position)
        raise FrontMatterBroken("the front matter is not YAML: a control character stands in it", line) from None
    except RecursionError:
        raise FrontMatterBroken("the front matter is nested too deeply", first_line) from None
    except (yaml.YAMLError, ValueError, OverflowError):  # an escape for a character that does not exist
        raise FrontMatterBroken("the front matter is not YAML", first_line) from None


def _is_surely_flat(block: str) -> bool:
    """Whether so few signs open a level that the parser in C may read; too deep, it would end the process."""
    return sum(map(block.count, "[{-?:")) < _MOST_INDICATORS


@lru_cache(maxsize=2)
def _loader(fast: bool) -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader) if fast else yaml.SafeLoader


def _value(node: Any, name: str, line: int) -> Value:
    if node.id == "scalar":
        return _scalar(node)
    if node.id == "sequence" and all(item.id == "scalar" for item in node.value):
        return [text for item in node.value if (text := _scalar(item)) is not None]
    raise FrontMatterBroken(f"{shown(name)} is neither a text nor a list of texts", line)


def _scalar(node: Any) -> str | None:
    text = str(node.value)
    return None if not node.style and text in _NULLS else text
