"""The page stands by itself: nothing acts, nothing is fetched, and every claim leads to its note and back."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from pitch.builders import closed_clinics, impact, material, pitch, story, told, two_stories
from pivot_journal.domain.pitch import Material
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.page import as_page


class Reading(HTMLParser):
    """Reads a page: its tags with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open += [tag] if tag not in {"meta"} else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def page_of(chosen: Material, name: str = "chat") -> str:
    return as_page(chosen, compose(chosen, name))


def test_it_holds_no_script_and_fetches_nothing_and_is_light_and_dark() -> None:
    page = page_of(two_stories())
    read = Reading(page)
    assert not read.open
    assert not {"script", "link", "img", "iframe", "base", "object"} & {tag for tag, _ in read.tags}
    assert not re.search(r"https?:|url\(|@import|\bon\w+=", page)
    assert "prefers-color-scheme: dark" in page
    assert page.startswith("<!DOCTYPE html>\n")


def test_every_reference_leads_to_a_note_and_every_note_back() -> None:
    read = Reading(page_of(two_stories()))
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    targets = [str(attributes["href"]).removeprefix("#") for _, attributes in read.tags if "href" in attributes]
    assert len(ids) == len(set(ids))
    assert set(targets) == set(ids)
    assert "9 of 30 failed drops today were clinics shut for lunch" in read.text
    assert "written here 6 February 2024, 69 days before launch" in read.text
    assert "118 failed drops in six weeks · I counted" in read.text


def test_nothing_that_was_typed_acts_as_markup() -> None:
    evil = "<script>alert(1)</script> & \"x\" 'y' </title> <img src=x onerror=y>"
    chosen = material(told(story(saw=evil), impacts=[impact(unit=evil)]), of=pitch(audience=evil, opening=evil))
    page = page_of(chosen)
    read = Reading(page)
    assert not {"script", "img"} & {tag for tag, _ in read.tags}
    assert "<script>alert(1)</script> & \"x\" 'y'" in read.text


def test_the_text_is_that_of_the_pitch() -> None:
    composed = compose(material(closed_clinics()))
    bare = as_page(material(closed_clinics()), composed, with_evidence=False)
    assert composed.text in Reading(bare).text
    assert "note-" not in bare


def test_bullets_are_a_list_and_labels_stand_over_their_paragraphs() -> None:
    bullets = Reading(page_of(two_stories(), "bullets"))
    assert [tag for tag, _ in bullets.tags].count("ul") == 1
    star = page_of(two_stories(), "star")
    assert re.findall(r"<h3>(.*?)</h3>", star) == ["Situation and task", "Action", "Result", "Learned"]
    email = page_of(replace(two_stories(), pitch=pitch(subject="Closed clinics", listener="Dana")), "email")
    assert '<p class="subject">Subject: Closed clinics</p>' in email


def test_each_text_can_be_changed_before_it_is_escaped() -> None:
    chosen = material(told(story(saw="AT&T paid 9.")), of=pitch(audience="AT&T"))
    page = as_page(chosen, compose(chosen), change=lambda text: text.replace("AT&T", "a carrier"))
    assert "AT&" not in page
    assert "a carrier paid 9." in page
