#!/usr/bin/python3
"""Self-test: on good documents made by hand no rule complains; spoiled in one place, its rule does.

No PDF and no fitz needed. Run: python3 test_rules.py
"""
import copy
import unittest
from types import SimpleNamespace

import hand_made_forms as forms
import rules
import text
from anatomy import Anatomy
from hand_made import FONT, LEFT, RIGHT, find, good_document, put, put_paragraph, restyle, say
from page_model import Line, Span
from rules_page import notes_called_in
from rules_units import POINT_LETTERS, astray_points
from spoilt import WRONG

FORMS = {"report": good_document} | {f.__name__: f for f in (forms.letter, forms.decision, forms.minutes, forms.leave, forms.submission, forms.copied, forms.annex_file)}


def judge(document, lenient=False, only=None):
    return rules.judge_all(document, rules.Setting(lenient, document.source), only)


class Rules(unittest.TestCase):
    def test_good_documents_break_no_rule(self):
        for name, make in FORMS.items():
            with self.subTest(name):
                bad = {n: r for n, r in judge(make()).items() if r.status not in (rules.PASS, rules.NOT_APPLICABLE)}
                self.assertEqual(bad, {})

    def test_each_rule_applies_to_one_of_them(self):
        passed = {n for make in FORMS.values() for n, r in judge(make()).items() if r.status == rules.PASS}
        self.assertEqual(sorted(set(rules.RULES) - passed, key=rules.number_of), [])

    def test_every_rule_has_a_document_that_breaks_it(self):
        self.assertEqual({n for spoilt in WRONG.values() for n in spoilt}, set(rules.RULES))

    def test_each_spoiled_document_breaks_its_rule(self):
        for form, spoilt in WRONG.items():
            for name, at, spoil in ((n, at, s) for n, spoilers in spoilt.items() for at, s in enumerate(spoilers)):
                with self.subTest(form=form, rule=name, at=at):
                    document = FORMS[form]()
                    spoil(document)
                    result = judge(document, only=[name])[name]
                    self.assertEqual(result.status, rules.FINDING, result)

    def test_what_a_form_has_not_is_no_fault_of_it(self):
        self.assertEqual({n for n in ("R46", "R47", "R48", "R49", "R50", "R51") if judge(forms.minutes())[n].status != rules.NOT_APPLICABLE}, set())
        results = judge(forms.annex_file())
        self.assertEqual({n for n, r in results.items() if r.status == rules.PASS},
                         {f"R{n}" for n in (1, 2, 3, 4, 8, 9, 10, 11, 14, 20, 102, 103, 104, 105, 106, 108, 117, 118, 119)})

    def test_what_is_issued_in_a_file_of_its_own(self):
        document = forms.decision()
        document.pages = document.pages[1:]
        self.assertNotEqual(judge(document)["R39"].status, rules.NOT_APPLICABLE)  # without its mark it is any document
        for words, wanted in (("Số: 05/QĐ-UBND; 08/09/2025; 14:30:25 +07:00", rules.PASS), ("Số: 05/QĐ-UBND; ;", rules.PASS), ("Số: 5/QĐ-UBND; ;", rules.FINDING)):
            own = copy.deepcopy(document)
            own.source = None
            put(own.pages[0], 45, words, RIGHT - 190, 10.0, width=180)
            results = judge(own)
            self.assertEqual(results["R108"].status, wanted, results["R108"])
            self.assertEqual({n for n, r in results.items() if r.status == rules.FINDING}, {"R108"} if wanted == rules.FINDING else set())
            self.assertEqual({results[n].status for n in ("R39", "R44", "R79", "R87", "R93")}, {rules.NOT_APPLICABLE, rules.PASS})

    def test_an_annex_on_paper_names_number_and_date(self):
        blank, filled = forms.decision(), forms.decision()
        for line in (x for p in filled.pages for x in p.lines if x.text.startswith("(Kèm theo")):
            line.spans[0].text = "(Kèm theo Quyết định số 05/QĐ-UBND ngày 08 tháng 9 năm 2025 của UBND)"
        for document, paper, wanted in ((blank, False, rules.PASS), (blank, True, rules.FINDING), (filled, True, rules.PASS), (filled, False, rules.FINDING)):
            verdict = rules.judge_all(document, rules.Setting(paper=paper))["R105"]
            self.assertEqual(verdict.status, wanted, verdict)

    def test_what_a_second_reader_sees_counts(self):
        document = forms.leave()
        document.second_text = "Văn bản"
        self.assertEqual(judge(document)["R9"].status, rules.PASS)
        document.second_text = "Van bản"
        self.assertEqual(judge(document)["R9"].status, rules.FINDING)

    def test_right_prefixes_and_numbers_pass(self):
        document = good_document()
        say("GIÁM ĐỐC", "KT. GIÁM ĐỐC")(document)
        document.pages[1].lines.append(copy.deepcopy(find(document, "KT.")))
        for span in document.pages[1].lines[-1].spans:
            span.text, span.baseline = "PHÓ GIÁM ĐỐC", span.baseline + 16.1
        say("Số:", "Số: 05/BC-SNV")(document)
        results = judge(document)
        self.assertEqual([results[n].status for n in ("R41", "R42", "R94", "R95")], [rules.PASS] * 4)

    def test_metric_compatible_font_passes_when_lenient(self):
        document = good_document()
        restyle("BÁO CÁO", font="LiberationSerif-Bold")(document)
        self.assertEqual(judge(document, lenient=True)["R8"].status, rules.PASS)
        restyle("BÁO CÁO", font="Arial-BoldMT")(document)
        self.assertEqual(judge(document, lenient=True)["R8"].status, rules.FINDING)


    def test_an_index_is_no_letter_of_another_size(self):
        document = good_document()
        line = find(document, "Đoạn văn nữa")
        for size, drop, wanted in ((9.0, 2, rules.PASS), (14.0, 2, rules.PASS), (9.0, 0, rules.FINDING)):
            line.spans[1:] = [Span("1", FONT[""], size, RIGHT - 5, RIGHT, line.spans[0].baseline + drop)]
            self.assertEqual([judge(document)[n].status for n in ("R13", "R66")], [wanted] * 2, (size, drop))

    def test_points_are_counted_anew_in_each_clause(self):
        self.assertEqual(astray_points(["a) x", "b) x", "1.2. x", "a) x", "chữ", "b) x", "a) x", "II. X", "a) x"]), [])
        self.assertEqual(astray_points([f"{x}) x" for x in POINT_LETTERS]), [])
        self.assertEqual(astray_points(["d) x", "1. x", "a) x", "2. x", "b) x"]), [("d) x", "a"), ("b) x", "a")])
        self.assertEqual(astray_points(["a) x", "b) x", "c) x", "d) x", "e) x", "g) x"]), [("e) x", "đ")])
        self.assertEqual(astray_points([f"{x}) x" for x in "abcdđef"]), [("f) x", "g")])

    def test_end_block_and_its_short_paragraph_go_over_as_a_whole(self):
        for last, limit, wanted in ((2, 640, rules.PASS), (3, 640, rules.PASS), (4, 640, rules.FINDING), (2, 500, rules.FINDING)):
            document = good_document()
            first, page = document.pages[:2]
            first.lines = [x for x in first.lines if x.baseline < limit]
            first.h_rules = [r for r in first.h_rules if r.y < limit]
            end = [x for x in page.lines if x.baseline > 170]
            page.lines = page.lines[:1]
            put_paragraph(page, 69.3, "Trên đây là kết quả", last)
            page.lines += end
            self.assertEqual(judge(document)["R4"].status, wanted, (last, limit))

    def test_a_line_goes_over_with_its_notes(self):
        small = Line([Span("Kế hoạch số 5", FONT[""], 11.0, LEFT, RIGHT, 700.0)])
        text = Line([Span("năm 2020", FONT[""], 14.0, LEFT, LEFT + 50, 80.0), Span("1", FONT[""], 9.1, LEFT + 50, LEFT + 54, 75.0)])
        a = SimpleNamespace(notes=[SimpleNamespace(number="1", page=2, lines=[small])])
        self.assertAlmostEqual(notes_called_in(a, SimpleNamespace(line=text, page=SimpleNamespace(number=2))), 8.2, 1)
        self.assertEqual(notes_called_in(a, SimpleNamespace(line=text, page=SimpleNamespace(number=3))), 0)
        self.assertEqual(notes_called_in(a, SimpleNamespace(line=small, page=SimpleNamespace(number=2))), 0)

    def test_annex_in_a_list_of_them_is_mentioned(self):
        for words in ("Phụ lục 1,2,3 kèm theo", "các phụ lục 1, 2 và 3", "Phụ lục số 3"):
            document = good_document()
            say("Phụ lục", "Phụ lục 3")(document)
            say("Chi tiết", words)(document)
            self.assertEqual(judge(document)["R107"].status, rules.PASS, words)


class Expectations(unittest.TestCase):
    results = {"R1": rules.Result(rules.FINDING, "", "", 1), "R2": rules.Result(rules.PASS, "", "", 1),
               "R3": rules.Result(rules.NOT_JUDGED, "", "", 1)}

    def test_as_expected(self):
        self.assertEqual(rules.compare({n: self.results[n] for n in ("R1", "R2")}, {"R1": "why"}), [])

    def test_what_could_not_be_judged_is_no_pass(self):
        self.assertEqual([n for n, _ in rules.compare(self.results, {"R1": "why"})], ["R3"])

    def test_unexpected_missing_and_unjudged(self):
        wrong = rules.compare(self.results, {"R2": "why", "R3": "why", "R999": "why"})
        self.assertEqual([n for n, _ in wrong], ["R1", "R2", "R3", "R999"])


class Texts(unittest.TestCase):
    reference = text.to_chars("Kết quả công tác\nSố: /BC-SNV\nKế hoạch số 11/KH-UBND tử tuất/hỗ trợ")

    def faults(self, words):
        return text.compare(text.to_chars(words), self.reference)[0]

    def test_equal(self):
        self.assertEqual(self.faults("Kết quả\ncông tác\nSố:/BC-SNV\nKế hoạch số\n11/KH-UBND tử tuất/\nhỗ trợ"), [])

    def test_faults_are_found(self):
        for words in ("Kết quảcông tác\nSố:/BC-SNV\nKế hoạch số 11/KH-UBND tử tuất/hỗ trợ",    # blank lost
                      "Kết q uả công tác\nSố:/BC-SNV\nKế hoạch số 11/KH-UBND tử tuất/hỗ trợ",  # blank inside
                      "Kết quả công tác\nSố:/BC-SNV\nKế hoạch số 11/KH-\nUBND tử tuất/hỗ trợ",  # code cut
                      "Kết quả công tac\nSố:/BC-SNV\nKế hoạch số 11/KH-UBND tử tuất/hỗ trợ",   # accent lost
                      "công tác Kết quả\nSố:/BC-SNV\nKế hoạch số 11/KH-UBND tử tuất/hỗ trợ",   # order
                      "Kết quả công tác\nSố:/BC-SNV\nKế hoạch số 11/KH-UBND"):                 # end lost
            with self.subTest(words):
                self.assertNotEqual(self.faults(words), [])

    def test_marks_notes_and_numbers_are_taken_out(self):
        anatomy = Anatomy(good_document())
        self.assertEqual([(n.number, n.page) for n in anatomy.notes], [("1", 1)])
        self.assertEqual(anatomy.marks, [("1", 1)])
        model = text.model_pages(anatomy)
        pages = ["\n".join("".join(s.text for s in x.spans) for x in p.lines) for p in anatomy.pages]
        streams, disordered = text.split_streams(pages, model)
        said = text.as_text(streams["text"])
        self.assertEqual(disordered, [])
        self.assertEqual(text.as_text(streams["1"]), "Kế hoạch số 11/KH-UBND")
        self.assertIn("Chi tiết tại Phụ lục kèm theo dòng", said)
        self.assertEqual(said.count("STT Tên cơ quan"), 1)
        self.assertNotIn("Kế hoạch số", said)

    def test_a_number_that_begins_a_line_of_a_raised_note_is_its_text(self):
        document = good_document()
        put(document.pages[0], 787, "2 xã chưa có", LEFT, 10.0)
        anatomy = Anatomy(document)
        self.assertEqual([(n.number, len(n.lines)) for n in anatomy.notes], [("1", 2)])

    def test_marks_in_brackets_are_marks(self):
        document = good_document()
        for x in (find(document, "Chi tiết"), find(document, "1Kế hoạch")):
            next(s for s in x.spans if s.text == "1").text = "(1)"
        anatomy = Anatomy(document)
        self.assertEqual(([n.number for n in anatomy.notes], anatomy.marks), (["(1)"], [("(1)", 1)]))


if __name__ == "__main__":
    unittest.main()
