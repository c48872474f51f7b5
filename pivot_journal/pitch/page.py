"""A composed pitch as one page of HTML that stands by itself: no script, nothing from elsewhere, notes at its foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from pivot_journal.domain.foresight import launch_noted_by
from pivot_journal.domain.pitch import Material, StoryMaterial
from pivot_journal.domain.text import one_line
from pivot_journal.pitch.amounts import public_amount_with_basis
from pivot_journal.pitch.composition import Block, Composition, Part
from pivot_journal.pitch.render import note_said
from pivot_journal.pitch.roles import Role

_HOLDS_THE_NUMBER = frozenset({Role.NUMBER, Role.BASIS, Role.FORMULA, Role.BULLET})
_STYLE = """
:root {
  color-scheme: light dark;
  --text: #1f2328; --quiet: #5b636d; --line: #d8dce1; --page: #fdfdfc; --link: #0b57a4;
}
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e6e8; --quiet: #9aa3ad; --line: #3a4046; --page: #16181b; --link: #8ab8ec; }
}
body { margin: 0; background: var(--page); color: var(--text); font: 1.0625rem/1.65 Georgia, "Times New Roman", serif; }
main { max-width: 38rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; }
h1, h2, h3 { font-family: system-ui, sans-serif; }
h1 { margin: 0 0 2rem; font-size: 0.95rem; color: var(--quiet); }
h2 { margin: 3rem 0 0.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.9rem; }
h3 { margin: 1.6rem 0 -0.6rem; font-size: 0.85rem; color: var(--quiet); }
.subject { font-weight: bold; }
p, li { overflow-wrap: anywhere; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
sup { line-height: 0; }
.evidence ol { padding-left: 1.5rem; font-size: 0.9rem; color: var(--quiet); }
@media print { body { background: none; } main { padding: 0; } }
"""


def as_page(
    material: Material,
    composition: Composition,
    *,
    with_evidence: bool = True,
    change: Callable[[str], str] | None = None,
) -> str:
    """Return the pitch as a whole HTML file; nothing that the user wrote acts as markup.

    Args:
        material: What the pitch was composed from.
        composition: What is said.
        with_evidence: Whether the dated notes and the number stand under it, each with a link back.
        change: Changes each text before it is escaped, for what is replaced before it leaves.
    """
    page = _Page(material, composition, change or (lambda text: text), with_evidence=with_evidence)
    return page.html()


class _Page:
    def __init__(
        self, material: Material, composition: Composition, change: Callable[[str], str], *, with_evidence: bool
    ) -> None:
        self._composition = composition
        self._change = change
        self._with_evidence = with_evidence
        self._stories = {each.story.id: each for each in material.stories}
        self._notes: dict[str, tuple[str, list[str]]] = {}
        """Each footnote's text by what it stands for, with the anchors of the places that point to it."""

    def html(self) -> str:
        title = f"For {self._said(one_line(self._composition.audience))}"
        body = "\n".join(self._body())
        notes = "\n".join(self._footnotes())
        return (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
            f"<h1>{title}</h1>\n"
            f"{body}\n{notes}{'' if not notes else chr(10)}</main>\n</body>\n</html>\n"
        )

    def _body(self) -> Iterator[str]:
        is_in_list = False
        for block in self._composition.blocks:
            if block.is_item != is_in_list:
                yield "<ul>" if block.is_item else "</ul>"
                is_in_list = block.is_item
            yield from self._block(block)
        if is_in_list:
            yield "</ul>"

    def _block(self, block: Block) -> Iterator[str]:
        if block.label:
            yield f"<h3>{self._said(block.label)}</h3>"
        text = " ".join(self._said(part.text) + self._references(part) for part in block.parts)
        if block.is_subject:
            yield f'<p class="subject">Subject: {text}</p>'
        else:
            yield f"<li>{text}</li>" if block.is_item else f"<p>{text}</p>"

    def _references(self, part: Part) -> str:
        story = self._stories.get(part.story_id or "")
        if story is None or not self._with_evidence:
            return ""
        links = [self._link(key, text) for key, text in _evidence(part, story)]
        return f"<sup>{', '.join(links)}</sup>" if links else ""

    def _link(self, key: str, text: str) -> str:
        """Return a link to the footnote of what a key stands for, which is made where there is none yet."""
        _, anchors = self._notes.setdefault(key, (text, []))
        number = list(self._notes).index(key) + 1
        anchor = f"said-{number}-{len(anchors) + 1}"
        anchors.append(anchor)
        return f'<a id="{anchor}" href="#note-{number}">{number}</a>'

    def _footnotes(self) -> Iterator[str]:
        if not self._notes:
            return
        yield '<section class="evidence">\n<h2>What it rests on</h2>\n<ol>'
        for number, (text, anchors) in enumerate(self._notes.values(), 1):
            back = " ".join(f'<a href="#{anchor}" aria-label="back to the text">↩</a>' for anchor in anchors)
            yield f'<li id="note-{number}">{self._said(text)} {back}</li>'
        yield "</ol>\n</section>"

    def _said(self, text: str) -> str:
        return escape(self._change(text))


def _evidence(part: Part, story: StoryMaterial) -> Iterator[tuple[str, str]]:
    """Give the notes behind a part, and the number that it holds."""
    for seen in story.observations:
        if seen.id in part.observation_ids and not seen.is_trashed:
            yield seen.id, note_said(seen, launch_noted_by(seen, story.decision))
    if part.role in _HOLDS_THE_NUMBER and story.impacts:
        yield story.impacts[0].id, public_amount_with_basis(story.impacts[0])
