"""What one entry of jrnl holds: title, body, star and tags, as jrnl reads them; and what our own exports mark in it.

jrnl knows no escapes, so a body line that begins like a heading would split an entry. Our exports put an invisible
``MARK`` before it, and after what else would be taken for something that it is not; here the mark is taken off again.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import inline_tags, tag_key
from pivot_journal.exchange.incoming import tag_from

MARK = "\u200b"
"""A blank without width; neither jrnl nor Python takes it for white space, so that it stays where it was put."""
STANDARD_SIGNS = "#@"
"""What begins a tag in jrnl unless its owner chose otherwise."""
TAG_CHARACTERS = r"[-+*#/\w]+"
"""What jrnl lets a tag consist of."""

_MARKED_LINE = re.compile(rf"(?m)^{MARK}(?={MARK}*\[)")
_MARKED_START = re.compile(rf"\A{MARK}(?={MARK}*\*)")
_MARKED_END = re.compile(rf"(\*{MARK}*){MARK}\Z")
_MARKED_TAGS = re.compile(rf"(?:\A|\n)(#[^ \n]+(?: #[^ \n]+)*) ({MARK}+)\Z")
_LINE_WITH_BRACKET = re.compile(rf"(?m)^{MARK}*\[")
_SHORTEST_DATE = 7
"""jrnl takes nothing shorter in brackets for a date, unless its owner's time format has but a time."""
_PLUS_TAG = re.compile(r"(?<!\S)\+[^\W\d_][-+*#/\w]*")
_LONGEST_TAG = 200
_MOST_PLUS_TAGS = 100_000


def title_and_body(text: str) -> tuple[str, str, bool]:
    """Return title, body and star of what follows a heading, each as jrnl has it.

    jrnl takes an entry for starred if its first line ends in an asterisk, and drops the asterisks at both ends of that
    line; it drops the blanks around title and body, but keeps those of a title that no line break follows.
    """
    first, _, _ = text.partition("\n")
    if first and not first.isprintable():
        first = first.splitlines()[0]  # a form feed ends the first line too
    starred = first.strip().endswith("*")
    if starred:
        lines = text.splitlines()
        text = "\n".join([first.strip(" *\r"), *lines[1:]]) + "\n" * (len(lines) == 1)
    title, line_break, body = text.lstrip().partition("\n")
    return (title.strip(), body.strip(), starred) if line_break else (text, "", starred)


def entry_text(title: str, body: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of an entry without our marks, and the tags of a marked line of tags."""
    if MARK not in title and MARK not in body:
        return f"{title}\n{body}" if body else title, ()
    title = _MARKED_END.sub(r"\1", _MARKED_START.sub("", title))
    tags: tuple[str, ...] = ()
    if found := _MARKED_TAGS.search(body):
        if found[2] == MARK:
            tags = tuple(tag.removeprefix("#") for tag in found[1].split(" "))
            body = body[: found.start()]
        else:
            body = body[: -len(MARK)]
    body = _MARKED_LINE.sub("", body)
    return f"{title}\n{body}" if body else title, tags


def marked_entry(title: str, body: str, starred: bool, tags: Sequence[str]) -> tuple[str, str]:
    """Return title and body as they stand in a file, so that jrnl reads them as they are and splits nothing.

    Args:
        title: One line without blanks at its ends.
        body: The other lines; may be empty.
        starred: Whether the entry has jrnl's star.
        tags: What to add in a last line, without signs.
    """
    if title.lstrip(MARK).startswith("*"):
        title = MARK + title
    if title.rstrip(MARK).endswith("*"):
        title += MARK
    pieces: list[str] = []
    done, close = 0, body.find("]")
    for found in _LINE_WITH_BRACKET.finditer(body):
        start, bracket = found.start(), found.end() - 1
        if 0 <= close < bracket:
            close = body.find("]", bracket)
        if start < bracket or _may_begin_entry(body, bracket, close):
            pieces += (body[done:start], MARK)
            done = start
    body = "".join((*pieces, body[done:]))
    if tags:
        body += "\n" * bool(body) + " ".join(f"#{tag}" for tag in tags) + f" {MARK}"
    elif _MARKED_TAGS.search(body):
        body += MARK
    return f"{title} *" if starred else title, body


def _may_begin_entry(body: str, bracket: int, close: int) -> bool:
    """Whether jrnl may take a bracket for that of a heading: a blank follows it, or nothing closes it here."""
    if close < 0:
        return True
    is_long = close - bracket > _SHORTEST_DATE
    return body.startswith("] ", close) and (is_long or any(map(str.isdigit, body[bracket:close])))


def written_tags(text: str, signs: str) -> list[str]:
    """Return the words of a text that jrnl takes for tags, in lower case, with their sign, each once."""
    return list(
        dict.fromkeys(name.lower() for name in re.findall(rf"(?<!\S)[{re.escape(signs)}]{TAG_CHARACTERS}", text))
    )


def tags_beside(text: str, names: Iterable[str], left_out: dict[str, None]) -> tuple[str, ...]:
    """Return the tags that the journal will not find in the text by itself.

    Args:
        text: The text as it will be stored.
        names: What jrnl calls tags, each with the sign before it.
        left_out: Takes those that cannot be tags here, such as '##' before a heading of Markdown.
    """
    known = {tag_key(tag) for tag in inline_tags(text)} if "#" in text else set()
    found: dict[str, str] = {}
    for name in names:
        try:
            if len(name) > _LONGEST_TAG:
                raise ValueRefused("too long")
            tag = tag_from(name[1:] if name[1:] and not (name[0].isalnum() or name[0] == "_") else name)
        except ValueRefused:
            left_out.setdefault(f"tag {name[:_LONGEST_TAG]}")
            continue
        if tag_key(tag) not in known:
            found.setdefault(tag_key(tag), tag)
    return tuple(found.values())


class PlusSign:
    """Whether '+' begins tags in a journal: a line of nothing but tags has one, or one stands in two entries."""

    def __init__(self) -> None:
        self.is_found = False
        self._seen: dict[str, int] = {}

    def note(self, line: str, entry: int) -> None:
        """Take a line into account; entries are told apart by any number."""
        if self.is_found or "+" not in line:
            return
        words = line.split()
        tags = _PLUS_TAG.findall(line) if len(self._seen) < _MOST_PLUS_TAGS else []
        is_of_tags = len(words) > 1 and all(re.fullmatch(rf"[@#+]{TAG_CHARACTERS}", word) for word in words)
        self.is_found = (is_of_tags and bool(tags)) or any(
            self._seen.setdefault(tag.lower(), entry) != entry for tag in tags
        )


def local_moment(day: dt.date, time: dt.time) -> dt.datetime | None:
    """Return the moment of a day and time: with the offset that is given, else with this machine's at that moment."""
    moment = dt.datetime.combine(day, time)
    try:
        return moment if moment.tzinfo else moment.astimezone()
    except (OverflowError, OSError, ValueError):
        return None
