"""What was found, as Markdown for people and as JSON for programs."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Sequence
from importlib.metadata import version
from os import cpu_count

from benchmarks.measuring import Figure, Part


def machine() -> dict[str, str]:
    """Return what the figures depend on; no names and no places."""
    return {
        "processors": str(cpu_count()),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "textual": version("textual"),
    }


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    aligned = ["---", *["---:"] * (len(columns) - 1)]
    return [_row(columns), _row(aligned), *(_row(row) for row in rows), ""]


def _figure(figure: Figure) -> Sequence[str]:
    ratio = f"{figure.ratio:.2f} × {figure.beside.what}" if figure.ratio is not None and figure.beside else ""
    unit = figure.unit
    spread = f"{_number(figure.most)} {unit}" if len(figure.samples) > 1 else ""
    return (figure.what, f"{_number(figure.median)} {unit}", spread, str(len(figure.samples)), ratio)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def markdown(parts: Sequence[Part]) -> str:
    """Return the numbers to reach first, then each part with its figures and tables."""
    goals = [goal for part in parts for goal in part.goals]
    lines = ["On " + ", ".join(f"{name} {value}" for name, value in machine().items()) + ".", ""]
    if goals:
        rows = [(goal.what, goal.reach, goal.reached, "yes" if goal.is_met else "**no**") for goal in goals]
        lines += ["### Numbers to reach", "", *_table(("What", "Reach", "This run", "Met"), rows)]
    for part in parts:
        lines += [f"### {part.title}", ""]
        if part.figures:
            columns = ("What", "Median", "95th percentile", "Runs", "Ratio")
            lines += _table(columns, [_figure(figure) for figure in part.figures])
        for heading, columns_, rows_ in part.tables:
            lines += [f"**{heading}**", "", *_table(columns_, rows_)]
        lines += [*(f"- {remark}" for remark in part.remarks), *([""] if part.remarks else [])]
    return "\n".join(lines).rstrip() + "\n"


def as_object(parts: Sequence[Part]) -> dict[str, object]:
    """Return everything that was found, every single sample too."""
    return {
        "machine": machine(),
        "parts": [
            {
                "title": part.title,
                "goals": [
                    {"what": goal.what, "reach": goal.reach, "reached": goal.reached, "is_met": goal.is_met}
                    for goal in part.goals
                ],
                "figures": [
                    {
                        "what": figure.what,
                        "unit": figure.unit,
                        "median": figure.median,
                        "percentile_95": figure.most,
                        "ratio": figure.ratio,
                        "beside": figure.beside.what if figure.beside else None,
                        "samples": figure.samples,
                    }
                    for figure in part.figures
                ],
                "tables": [
                    {"heading": heading, "columns": columns, "rows": rows} for heading, columns, rows in part.tables
                ],
                "remarks": part.remarks,
            }
            for part in parts
        ],
    }
