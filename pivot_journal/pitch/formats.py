"""The formats in which a pitch is told: the shipped ones, with those of the user's own file laid over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.pitch.format import Budget, Drop, Format, Paragraph, Section, Short, Unit
from pivot_journal.pitch.format_file import SHIPPED, Values, read_formats
from pivot_journal.pitch.roles import ROLE_WORDS, Role

__all__ = [
    "ROLE_WORDS", "STANDARD", "Budget", "Drop", "Format", "Formats", "Paragraph", "Role", "Section", "Short", "Unit",
    "load_formats",
]  # fmt: skip


class Formats(Mapping[str, Format]):
    """Every format by its name, the shipped ones first; a file is read when the first one is asked for."""

    def __init__(self, read: Callable[[], dict[str, Format]]) -> None:
        """Keep how they are read.

        Args:
            read: Returns the formats in order; called once, when they are needed.
        """
        self._read = read

    @cached_property
    def _by_name(self) -> dict[str, Format]:
        return self._read()

    def __getitem__(self, name: str) -> Format:
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def __len__(self) -> int:
        return len(self._by_name)

    def named(self, name: str) -> Format:
        """Return the format of a name.

        Raises:
            ValueRefused: There is none of that name.
        """
        if name not in self._by_name:
            raise ValueRefused(f'"{name[:30]}" is not a format. Choose one of: {", ".join(self._by_name)}.')
        return self._by_name[name]


@cache
def _shipped() -> tuple[dict[str, Format], dict[str, Values]]:
    return read_formats(SHIPPED, {})


STANDARD = Formats(lambda: _shipped()[0])
"""The shipped formats, the shortest first."""


def load_formats(path: Path | None) -> Formats:
    """Return the shipped formats with those of a file laid over them; the shipped ones alone where there is no file.

    Args:
        path: A TOML file as docs/formats.md explains it. A table with a shipped name changes that format and may give
            only the keys that differ; any other name adds one.

    Raises:
        ValueRefused: The file cannot be read or holds something wrong; names the line and what to write.
    """
    if path is None or not path.exists():
        return STANDARD
    formats, _ = read_formats(path, _shipped()[1])
    return Formats(lambda: formats)
