"""Formats read from TOML: the shipped ones, and a file of the user's own that adds to them or changes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.pitch import MOST_STORIES
from pivot_journal.domain.text import one_line
from pivot_journal.pitch.format import Budget, Drop, Format, Paragraph, Section, Short, Unit
from pivot_journal.pitch.roles import ALWAYS_KEPT, PITCH_ROLES, STORY_ROLES, Role

SHIPPED = Path(__file__).with_name("formats.toml")
GOES_ON, NEW_PARAGRAPH, LATER = "+", "---", "later "
"""What may stand among the roles of a section: at its beginning, between two, and before a role that is dropped."""
_LONGEST = 100_000
"""What any length may be at the most, in its unit."""
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_NEEDED = ("label", "unit", "low", "high", "most")

Values = dict[str, Any]
Kind = tuple[Callable[[Any], bool], str]


def _is_number(value: Any) -> bool:
    return type(value) is int and 0 <= value <= _LONGEST


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


_TEXT: Kind = (lambda value: isinstance(value, str) and bool(one_line(value)), 'a text in quotation marks: "Lift"')
_NUMBER: Kind = (_is_number, f"a whole number from 0 to {_LONGEST:,}")
_COUNT: Kind = (lambda value: _is_number(value) and value <= MOST_STORIES, f"a number from 0 to {MOST_STORIES}")
_YES_NO: Kind = (lambda value: isinstance(value, bool), "true or false")
_NAMES: Kind = (_is_names, 'a list of names in quotation marks: ["saw", "number"]')


def _one_of(choices: type[Unit] | type[Short]) -> Kind:
    values = [choice.value for choice in choices]
    return (lambda value: isinstance(value, str) and value in values), " or ".join(f'"{value}"' for value in values)


KEYS: dict[str, Kind] = {
    "label": _TEXT,
    "description": _TEXT,
    "unit": _one_of(Unit),
    "low": _NUMBER,
    "high": _NUMBER,
    "most": _NUMBER,
    "counts_each_story": _YES_NO,
    "fewest_stories": _COUNT,
    "most_stories": _COUNT,
    "opening": _NAMES,
    "story": _NAMES,
    "closing": _NAMES,
    "bullets": _YES_NO,
    "begins_with_assumption": _YES_NO,
    "short_forms": _one_of(Short),
    "asks": _NAMES,
    "required": _NAMES,
    "drops": _NAMES,
    "never_dropped": _NAMES,
    "coach_off": _NAMES,
    "coach_advice": _NAMES,
}
"""Every key that a format may have, with what it takes."""
_EVERY = PITCH_ROLES | STORY_ROLES
_ROLES_OF = {
    "opening": PITCH_ROLES,
    "story": STORY_ROLES,
    "closing": PITCH_ROLES,
    "asks": _EVERY,
    "required": _EVERY,
    "drops": _EVERY | {Role.STORIES},
    "never_dropped": _EVERY,
}
"""The roles that each list of roles may name."""
_SECTIONS = ("opening", "story", "closing")


def read_formats(path: Path, laid_over: Mapping[str, Values]) -> tuple[dict[str, Format], dict[str, Values]]:
    """Return the formats of a file laid over others, and the keys that each was made from.

    Args:
        path: A TOML file with one table a format.
        laid_over: The keys of the formats that are there already; one that the file changes may give only some.

    Raises:
        ValueRefused: The file cannot be read or holds something that is no format; names the line and what to write.
    """
    source = _Source(path)
    merged = {name: dict(values) for name, values in laid_over.items()}
    for name, values in source.tables.items():
        source.check(name, values, is_new=name not in laid_over)
        merged[name] = merged.get(name, {}) | values
    for name in source.tables:
        source.check_whole(name, merged[name])
    return {name: _made(name, values) for name, values in merged.items()}, merged


def _made(name: str, values: Values) -> Format:
    story = _section(values.get("story", []))
    most = values.get("most_stories", 1 if story.paragraphs else 0)
    return Format(
        name=name,
        label=one_line(values["label"]),
        description=one_line(values.get("description", "")),
        opening=_section(values.get("opening", [])),
        story=story,
        closing=_section(values.get("closing", [])),
        asks=frozenset(map(Role, values.get("asks", []))),
        required=frozenset(map(Role, values.get("required", []))),
        budget=Budget(unit=Unit(values["unit"]), low=values["low"], high=values["high"], most=values["most"]),
        counts_each_story=values.get("counts_each_story", False),
        fewest_stories=values.get("fewest_stories", min(1, most)),
        most_stories=most,
        drops=tuple(Drop(Role(each.removeprefix(LATER)), each.startswith(LATER)) for each in values.get("drops", [])),
        never_dropped=frozenset(map(Role, values.get("never_dropped", []))),
        begins_with_assumption=values.get("begins_with_assumption", False),
        short_forms=Short(values.get("short_forms", Short.NEVER)),
        is_bullets=values.get("bullets", False),
        coach_off=frozenset(values.get("coach_off", [])),
        coach_advice=frozenset(values.get("coach_advice", [])),
    )


def _section(entries: list[str]) -> Section:
    paragraphs: list[tuple[list[Role], str]] = []
    for entry in entries:
        if entry == NEW_PARAGRAPH or entry.endswith(":"):
            paragraphs.append(([], one_line(entry.removesuffix(":")) if entry != NEW_PARAGRAPH else ""))
        elif entry != GOES_ON:
            if not paragraphs:
                paragraphs.append(([], ""))
            paragraphs[-1][0].append(Role(entry))
    made = tuple(Paragraph(tuple(roles), label) for roles, label in paragraphs if roles)
    return Section(made, goes_on=entries[:1] == [GOES_ON])


class _Source:
    """A file of formats with its lines, so that whatever is wrong can be named by its place."""

    def __init__(self, path: Path) -> None:
        self._path = path
        text = self._read()
        self._lines = text.splitlines()
        import tomllib

        try:
            values = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            what, _, place = str(error).partition(" (at ")
            found = re.match(r"line (\d+)", place)
            line = int(found[1]) if found else len(self._lines)
            self._refuse(line, f"this is not TOML: {what[0].lower()}{what[1:]}.")
        for name, table in values.items():
            if not isinstance(table, dict):
                self._refuse_at((name,), f"{name} stands outside of a format. Write [name-of-the-format] above it.")
            if not _SLUG.fullmatch(name):
                what = f'"{one_line(name)[:30]}" is no name for a format.'
                self._refuse_at((name,), f"{what} Use small letters, digits and - only: [board-meeting].")
        self.tables: dict[str, Values] = values

    def _read(self) -> str:
        try:
            return self._path.read_text("utf-8-sig")
        except OSError as error:
            raise ValueRefused(f"The formats in {self._path} cannot be read: {error.strerror}.") from error
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self._refuse(line, "this is not UTF-8. Write the file as UTF-8 text.")

    def check(self, name: str, values: Values, *, is_new: bool) -> None:
        """Refuse what one table of the file gets wrong by itself."""
        for key, value in values.items():
            if key not in KEYS:
                known = ", ".join(KEYS)
                self._refuse_at((name, key), f'a format has no key "{one_line(key)[:30]}". There is: {known}.')
            takes, described = KEYS[key]
            if not takes(value):
                self._refuse_at((name, key), f"{key} takes {described}.")
            if key in _ROLES_OF:
                self._check_roles(name, key, value)
            elif key in {"coach_off", "coach_advice"}:
                for rule in value:
                    if not _SLUG.fullmatch(rule):
                        what = f'"{one_line(rule)[:30]}" is no name of a rule.'
                        self._refuse_at((name, key, rule), f'{what} Write it as {key} = ["missing-upstream"].')
        missing = [key for key in _NEEDED if key not in values] if is_new else []
        if missing:
            self._refuse_at((name,), f"the new format {name} needs {', '.join(missing)} too.")

    def _check_roles(self, name: str, key: str, entries: list[str]) -> None:
        allowed = _ROLES_OF[key]
        seen: set[str] = set()
        for index, entry in enumerate(entries):
            place = (name, key, entry)
            if key in _SECTIONS and entry == GOES_ON:
                if index:
                    what = f'"{GOES_ON}" may only stand first in {key}; "{NEW_PARAGRAPH}" begins a paragraph.'
                    self._refuse_at(place, what)
                continue
            if key in _SECTIONS and (entry == NEW_PARAGRAPH or (entry.endswith(":") and one_line(entry[:-1]))):
                continue
            bare = entry.removeprefix(LATER) if key == "drops" else entry
            if bare not in allowed:
                self._refuse_at(place, self._no_role(key, bare, allowed))
            if key == "drops" and bare in ALWAYS_KEPT:
                self._refuse_at(place, f"{bare} is never dropped. Take it out of drops.")
            if entry in seen:
                self._refuse_at(place, f'"{entry}" stands twice in {key}. Write it once.')
            seen.add(entry)

    @staticmethod
    def _no_role(key: str, role: str, allowed: frozenset[Role]) -> str:
        if role in _EVERY and key in _SECTIONS:
            right = "story" if Role(role) in STORY_ROLES else "opening or closing"
            return f'"{role}" does not belong in {key}. Write it in {right}.'
        return f'there is no role "{one_line(role)[:30]}" for {key}. There is: {", ".join(sorted(allowed))}.'

    def check_whole(self, name: str, values: Values) -> None:
        """Refuse what does not go together once the table is laid over what was there."""

        def place(*keys: str) -> tuple[str, ...]:
            return (name, *[key for key in keys if key in self.tables[name]][:1])

        low, high, most = values["low"], values["high"], values["most"]
        if low > high:
            what = f"low ({low}) is above high ({high}). Write low = {high} or less."
            self._refuse_at(place("low", "high"), what)
        if high > most:
            what = f"high ({high}) is above most ({most}). Write most = {high} or more."
            self._refuse_at(place("high", "most"), what)
        if not most:
            self._refuse_at(place("most"), "most is 0, so that nothing fits. Write how much may be said at the most.")
        if not any(entry in _EVERY for section in _SECTIONS for entry in values.get(section, [])):
            what = f"the format {name} says nothing. Write roles in opening, story or closing."
            self._refuse_at(place(*_SECTIONS), what)
        stories_most = values.get("most_stories", 1 if values.get("story") else 0)
        stories_fewest = values.get("fewest_stories", min(1, stories_most))
        if stories_fewest > stories_most:
            what = f"fewest_stories ({stories_fewest}) is above most_stories ({stories_most})."
            remedy = f"Write fewest_stories = {stories_most} or less."
            self._refuse_at(place("fewest_stories", "most_stories"), f"{what} {remedy}")
        for entry in values.get("drops", []):
            role = entry.removeprefix(LATER)
            for key in ("never_dropped", "required"):
                if role in values.get(key, []):
                    what = f"{role} stands in drops and in {key}. Take it out of one of the two."
                    where = place("drops", key)
                    self._refuse_at((*where, entry if where[1:] == ("drops",) else role), what)

    def _refuse_at(self, place: tuple[str, ...], what: str) -> NoReturn:
        self._refuse(self._line(*place), what)

    def _refuse(self, line: int, what: str) -> NoReturn:
        raise ValueRefused(f"{self._path}, line {line}: {what}")

    def _line(self, name: str, key: str | None = None, item: str | None = None) -> int:
        """Return the line of a table, of a key in it, or of an item of that key's list; counted from 1."""
        quoted = rf"""["']?{re.escape(name)}["']?"""
        header = self._find(rf"\s*\[\s*{quoted}\s*[\].]|\s*{quoted}\s*[.=]", 0, len(self._lines))
        if key is None:
            return header + 1
        following = self._find(r"\s*\[\s*[\w\"'.-]+\s*\]\s*(?:#|$)", header + 1, len(self._lines), len(self._lines))
        key_quoted = rf"""["']?{re.escape(key)}["']?"""
        place = self._find(rf"\s*(?:{quoted}\s*\.\s*)?{key_quoted}\s*[.=]", header, following, header)
        if item is None:
            return place + 1
        end = self._find(r"\s*[\w\"'-]+\s*=", place + 1, following, following)
        return self._find(rf""".*["']{re.escape(item)}["']""", place, end, place) + 1

    def _find(self, pattern: str, first: int, end: int, otherwise: int = 0) -> int:
        given = re.compile(pattern)
        return next((index for index in range(first, end) if given.match(self._lines[index])), otherwise)
