#!/usr/bin/python3
"""Self-test of fill.py: on two pages made by hand, which short page has a reason and which has none."""
import unittest

import page_model as pm
from anatomy import Anatomy
from fill import Fill, judge
from hand_made import FONT, LEFT, MIDDLE, new_page, put, put_last_page, put_paragraph, put_table
from page_model import Document, Rule, Span


def pages(low, second):
    """A page of text down to `low`, and one that `second` fills."""
    first, after = new_page(1), new_page(2)
    y = 69.3
    while y < low:
        y = put_paragraph(first, y, "Đoạn văn nữa", 3)
    second(after)
    return Document([first, after])


def body(page, lines=3, y=69.3):
    while y < 760:
        y = put_paragraph(page, y, "Đoạn văn đầu trang", lines)


def heading(page):
    put(page, 69.3, "II. ĐÁNH GIÁ CHUNG", LEFT + 30, style="b")
    body(page, y=93.3)


def notes(page, mark_on, *lines):
    """Notes of so many lines each at the bottom; the marks end the first line of another page, or of this one."""
    y = 783 - 13 * (sum(lines) - 1)
    page.h_rules.append(Rule(LEFT, y - 14, LEFT + 140, y - 14, 0.5))
    for number, count in enumerate(lines, 1):
        line = mark_on.lines[0]
        line.spans.append(Span(str(number), FONT[""], 9.0, line.x1 + 5, line.x1 + 9, line.baseline - 5))
        for at in range(count):
            first = put(page, y, f"dòng {at} của một chú thích", LEFT + 5, 10.0)
            if at == 0:
                first.spans.insert(0, Span(str(number), FONT[""], 6.5, LEFT, LEFT + 4, y - 4))
            y += 13


class FillTest(unittest.TestCase):
    def found(self, document, *ends):
        return list(judge(Anatomy(document), ends))

    def only(self, document, *ends):
        found = [x for x in self.found(document, *ends) if x[1].startswith("page 1:")]
        self.assertEqual(len(found), 1)
        return found[0]

    def test_a_full_page_is_not_named(self):
        self.assertEqual(self.found(pages(740, body), "full", "section"), [])

    def test_a_short_page_that_ends_full_has_no_reason(self):
        for end in ("full", "forced", "note split"):
            good, words = self.only(pages(500, body), end, "section")
            self.assertFalse(good, words)

    def test_a_section_ends_at_an_appendix_or_the_end_alone(self):
        def annex(page):
            put(page, 69.3, "Phụ lục", style="b", centre=MIDDLE)
            body(page, y=100)
        good, words = self.only(pages(500, annex), "section", "section")
        self.assertTrue(good and words.endswith("ends section: before an appendix"), words)
        self.assertFalse(self.only(pages(500, body), "section", "section")[0])

    def test_two_lines_or_a_heading_do_not_fill_a_third_of_a_page(self):
        for second in (body, heading):
            good, words = self.only(pages(500, second), "keep", "section")
            self.assertFalse(good, words)

    def test_the_end_block_with_its_lines_is_a_reason_where_it_is_too_tall(self):
        def end(page):
            put(page, 42, "2", centre=595.28 / 2)
            y = put_paragraph(page, 69.3, "Trên đây là kết quả công tác", 2)
            put(page, y + 10, "Nơi nhận:", size=12, style="bi")
            put(page, y + 10, "GIÁM ĐỐC", style="b", centre=440)
            put(page, y + 110, "Vũ Mạnh Hùng", style="b", centre=440)
        good, words = self.only(pages(640, end), "keep", "section")
        self.assertTrue(good and ": end block of " in words, words)
        self.assertFalse(self.only(pages(450, end), "keep", "section")[0])
        self.assertFalse(self.only(pages(640, put_last_page), "keep", "section")[0])  # six lines come with it

    def test_a_row_is_a_reason_where_it_is_tall(self):
        def table(page):
            put_table(page, 60, [["1", "Sở", "X"]] * 30)
        self.assertFalse(self.only(pages(600, table), "keep", "section")[0])
        def tall(page):
            table(page)
            del page.h_rules[1:12]  # the first twelve rows are one
        good, words = self.only(pages(600, tall), "keep", "section")
        self.assertTrue(good and ": table row of " in words, words)

    def test_lines_with_notes_that_must_stand_by_them_are_a_reason(self):
        def marked(*lines):
            def fill(page):
                put_paragraph(page, 69.3, "Đoạn văn có chú thích", 9)
                notes(page, page, *lines)
            return fill
        self.assertFalse(self.only(pages(560, marked(15)), "keep", "section")[0])  # two lines of it would do
        good, words = self.only(pages(560, marked(15, 6)), "keep", "section")      # all of the first
        self.assertTrue(good and ": lines and notes of " in words, words)

    def test_notes_alone_are_no_page(self):
        document = pages(740, body)
        document.pages[1].lines.clear()
        notes(document.pages[1], document.pages[0], 4)
        self.assertIn((False, "page 2: notes alone"), self.found(document, "full", "section"))

    def test_blank_above_the_notes_is_blank(self):
        document = pages(500, body)
        before = Fill(Anatomy(document)).blank(document.pages[0])
        notes(document.pages[0], document.pages[0], 3)
        after = Fill(Anatomy(document)).blank(document.pages[0])
        self.assertAlmostEqual(before - after, 2 * 13 + (pm.ASCENT + pm.DESCENT) * 10, 1)


if __name__ == "__main__":
    unittest.main()
