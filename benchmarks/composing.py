"""How long it takes to compose and to check a pitch of three stories while one of its sentences is being typed.

Run it alone with ``python -m benchmarks.composing``. Every round types one more letter into a beat of the second story,
so that what was remembered of that story is of no use, and then composes the pitch as the preview does and checks it as
the coach does. The first round, in which everything is new, is told apart.
"""

from __future__ import annotations

import argparse
import datetime as dt
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.measuring import Figure, Part
from pivot_journal.domain.pitch import Material
from pivot_journal.journal import open_journal
from pivot_journal.journal.telling import Telling
from pivot_journal.sample.loader import fill_sample

TYPED = "I rang the depots one after the other and asked when somebody would be there to open the gate, 41 of them. "


def typed(material: Material, letters: int) -> Material:
    """Return a pitch in which so many letters were typed into a beat of the second story."""
    first, second, *rest = material.stories
    text = (TYPED * (1 + letters // len(TYPED)))[:letters]
    changed = replace(second, story=replace(second.story, did=text))
    return replace(material, stories=(first, changed, *rest))


def rounds(telling: Telling, material: Material, number: int) -> Iterator[tuple[float, float]]:
    """Yield the milliseconds that composing and checking take, round by round."""
    for letters in range(1, number + 1):
        now = typed(material, 20 + letters)
        start = time.perf_counter()
        telling.compose(now)
        middle = time.perf_counter()
        telling.check(now)
        yield (middle - start) * 1000, (time.perf_counter() - middle) * 1000


def measure(letters: int) -> Part:
    """Type so many letters, two at least."""
    part = Part("Composing and checking")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        fill_sample(path, dt.datetime.now().astimezone().date())
        with open_journal(path) as journal:
            pitch = max(journal.pitches.all(), key=lambda each: len(each.story_ids))
            others = [story.id for story in journal.stories.all() if story.id not in pitch.story_ids]
            ids = (*pitch.story_ids, *others)[:3]
            material = journal.pitches.material(replace(pitch, story_ids=ids, format="chat"))
            (first, *rest) = list(rounds(journal.telling, material, max(letters, 2)))
    for name, index in (("compose", 0), ("check", 1)):
        part.figures.append(Figure(f"{name}, the first time", (first[index],)))
        part.figures.append(Figure(f"{name}, while typing", tuple(each[index] for each in rest)))
    part.figures.append(Figure("both, while typing", tuple(sum(each) for each in rest)))
    return part


def main() -> None:
    """Print the median and the 95th percentile of each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("-n", type=int, default=200, help="how many letters are typed")
    part = measure(parser.parse_args().n)
    print(f"{'three stories; milliseconds':28}{'median':>8}{'95 %':>8}")
    for figure in part.figures:
        print(f"{figure.what:28}{figure.median:8.2f}{figure.most:8.2f}")


if __name__ == "__main__":
    main()
