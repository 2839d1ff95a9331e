/* test_foreign.c - what mutool prints, made by hand: letters into pieces and lines, rules and frames, and the roles that words
 * and places give them.                                                                                              */
#include "cases.h"
#include "base/utf8.h"
#include "foreign/sheet.h"

struct made { struct arena arena; struct book book; struct trace *trace; };

static void begin(struct made *m)
{
    *m = (struct made){ .book = { 0 } };
    m->book.arena = &m->arena;
    m->trace = trace_new(&m->arena, &m->book, 5000);
    assert_true(trace_line(m->trace, "<document filename=\"a&b\"<.pdf\">"));
}

static void page(struct made *m) { assert_true(trace_line(m->trace, "<page number=\"1\" mediabox=\"0 0 595.276 841.89\">")); }

/* Every letter is half its size wide; | is a gap of a whole size that no blank fills. Centred at x where it is negative.  */
static double put(struct made *m, double x, double y, double size, const char *font, const char *s)
{
    char line[200];
    if (x < 0)
        x = -x - size / 4 * utf8_letters(s, (int)strlen(s));
    trace_line(m->trace, "<fill_text colorspace=\"DeviceGray\" color=\"0\" transform=\"1 0 0 -1 0 841.89\">");
    snprintf(line, sizeof(line), "    <span font=\"ABCDEF+%s\" wmode=\"0\" bidi=\"0\" trm=\"%g 0 0 %g\">", font, size, size);
    trace_line(m->trace, line);
    while (*s) {
        int n = 1;
        while ((s[n] & 0xC0) == 0x80)
            n++;
        if (*s != '|') {
            snprintf(line, sizeof(line), "        <g unicode=\"%.*s\" glyph=\"1\" x=\"%g\" y=\"%g\" adv=\".5\"/>", n, s, x, 841.89 - y);
            trace_line(m->trace, line);
        }
        x += *s == '|' ? size : size / 2;
        s += n;
    }
    trace_line(m->trace, "    </span>");
    trace_line(m->trace, "</fill_text>");
    return x;
}

static void bar(struct made *m, double x, double y, double width, double height)
{
    char line[4][100];
    snprintf(line[0], 100, "    <moveto x=\"%g\" y=\"%g\"/>", x, y);
    snprintf(line[1], 100, "    <lineto x=\"%g\" y=\"%g\"/>", x + width, y);
    snprintf(line[2], 100, "    <lineto x=\"%g\" y=\"%g\"/>", x + width, y + height);
    snprintf(line[3], 100, "    <lineto x=\"%g\" y=\"%g\"/>", x, y + height);
    trace_line(m->trace, "<fill_path winding=\"nonzero\" colorspace=\"DeviceGray\" color=\"0\" transform=\"1 0 0 1 0 0\">");
    for (int i = 0; i < 4; i++)
        trace_line(m->trace, line[i]);
    trace_line(m->trace, "    <closepath/>");
    trace_line(m->trace, "</fill_path>");
}

static void end(struct made *m)
{
    assert_true(trace_line(m->trace, "</page>"));
    trace_end(m->trace);
}

#define ROMAN "TimesNewRomanPSMT"
#define BOLD "TimesNewRomanPS-BoldMT"
#define ITALIC "TimesNewRomanPS-ItalicMT"

/* ---- letters ------------------------------------------------------------------------------------------------------------ */

static const struct {
    const char *name, *put;
    int strips;
    const char *first;
} lines[] = {
    { "a word", "Hạnh", 1, "Hạnh" },
    { "words with blanks", "Độc lập - Tự do", 1, "Độc lập - Tự do" },
    { "blanks at both ends are no letters", "  Số: 12  ", 1, "Số: 12" },
    { "the clerk's blank is one", "Số:        /BC", 1, "Số: /BC" },
    { "columns without a blank are parted", "Số: 12||Sông Lam", 2, "Số: 12" },
    { "a gap of less is a blank", "Số:|12", 1, "Số: 12" },
    { "a ligature is its letters", "\xEF\xAC\x81le", 1, "file" },
    { "marks that stand by themselves are composed", "e\xCC\x82\xCC\x81", 1, "ế" },
    { "a blank between dashes", "a - b", 1, "a - b" },
};

static void test_lines(void **state)
{
    (void)state;
    for (int i = 0; i < LENGTH(lines); i++) {
        struct made m;
        begin(&m);
        page(&m);
        put(&m, 100, 100, 14, ROMAN, lines[i].put);
        end(&m);
        strips_make(&m.arena, &m.book.sheet[0]);
        if (m.book.sheet[0].n_strips != lines[i].strips || strcmp(m.book.sheet[0].strip[0].text, lines[i].first) != 0)
            fail_msg("%s: %d lines, \"%s\"", lines[i].name, m.book.sheet[0].n_strips, m.book.sheet[0].strip[0].text);
        arena_free(&m.arena);
    }
}

static const struct { const char *name, *family; bool bold, italic; } fonts[] = {
    { "ABCDEF+TimesNewRomanPSMT", "Times New Roman", false, false },
    { "ABCDEF+TimesNewRomanPS-BoldItal", "Times New Roman", true, true }, /* 31 bytes of it */
    { "TimesNewRoman,Bold", "Times New Roman", true, false },
    { "BAAAAA+LiberationSerif-Italic", "Liberation Serif", false, true },
    { "ArialMT", "Arial", false, false },
    { ".VnTime", ".Vn Time", false, false },
    { "CIDFont+F1", "", false, false },
    { "F12", "", false, false },
    { "", "", false, false },
};

static void test_fonts(void **state)
{
    (void)state;
    struct arena a = { 0 };
    static struct faces f;
    f.arena = &a;
    for (int i = 0; i < LENGTH(fonts); i++) {
        const struct face *face = face_named(&f, fonts[i].name, false, false);
        if (strcmp(face->family, fonts[i].family) != 0 || face->bold != fonts[i].bold || face->italic != fonts[i].italic)
            fail_msg("%s: %s, bold %d, italic %d", fonts[i].name, face->family, face->bold, face->italic);
    }
    arena_free(&a);
}

/* By the widths of Times New Roman's letters; where two looks have them, or none has, nobody knows.                            */
static const struct { const char *letters; int width[3]; bool bold, italic, unknown; } guesses[] = {
    { "nhp", { 500, 500, 500 }, false, false, true }, /* upright and italic */
    { "ank", { 444, 500, 500 }, false, false, false },
    { "anw", { 500, 556, 722 }, true, false, false },
    { "anw", { 500, 500, 667 }, false, true, false },
    { "anw", { 500, 556, 667 }, true, true, false },
    { "anh", { 600, 600, 600 }, false, false, true },
};

static void test_guesses(void **state)
{
    (void)state;
    for (int i = 0; i < LENGTH(guesses); i++) {
        struct arena a = { 0 };
        struct faces *f = NEW(&a, struct faces);
        f->arena = &a;
        const struct face *face = face_named(f, "ABCDEF+CairoFont-1-0", false, false), *rest = face_named(f, "ABCDEF+CairoFont-1-1", false, false),
                          *other = face_named(f, "ABCDEF+CairoFont-2-0", false, false);
        for (int k = 0; k < 3; k++)
            faces_width(f, face, &guesses[i].letters[k], 1, guesses[i].width[k]);
        faces_guess(f);
        if (face->bold != guesses[i].bold || face->italic != guesses[i].italic || face->unknown != guesses[i].unknown)
            fail_msg("guess %d: bold %d, italic %d, unknown %d", i, face->bold, face->italic, face->unknown);
        assert_true(rest->bold == face->bold && rest->italic == face->italic && rest->unknown == face->unknown); /* of the same font */
        assert_true(other->unknown);
        arena_free(&a);
    }
}

/* Painted once more as outlines, leaning without an italic font, on its side, hidden.                                        */
static void test_ways_to_paint(void **state)
{
    (void)state;
    struct made m;
    begin(&m);
    page(&m);
    put(&m, 100, 100, 14, ROMAN, "đậm");
    trace_line(m.trace, "<stroke_text color=\"0\" transform=\"1 0 0 -1 0 841.89\">");
    trace_line(m.trace, "</stroke_text>");
    trace_line(m.trace, "<fill_text color=\"1 0 0\" transform=\"2 0 0 -2 0 841.89\">");
    trace_line(m.trace, "<span font=\"A\" trm=\"7 0 2 7\">");
    trace_line(m.trace, "<g unicode=\"&lt;\" x=\"50\" y=\"300\" adv=\".5\"/>");
    trace_line(m.trace, "</fill_text>");
    trace_line(m.trace, "<fill_text color=\"0\" transform=\"0 1 1 0 0 0\">");
    trace_line(m.trace, "<span font=\"A\" trm=\"7 0 0 7\">");
    trace_line(m.trace, "<g unicode=\"n\" x=\"50\" y=\"300\" adv=\".5\"/>");
    trace_line(m.trace, "</fill_text>");
    trace_line(m.trace, "<ignore_text transform=\"1 0 0 -1 0 841.89\">");
    trace_line(m.trace, "<span font=\"A\" trm=\"7 0 0 7\">");
    trace_line(m.trace, "<g unicode=\"n\" x=\"50\" y=\"300\" adv=\".5\"/>");
    trace_line(m.trace, "</ignore_text>");
    end(&m);
    const struct sheet *s = &m.book.sheet[0];
    assert_int_equal(s->n, 2);
    assert_true(s->piece[0].face->bold && !s->piece[0].face->italic);
    assert_true(s->piece[1].face->italic && !s->piece[1].face->bold);
    assert_memory_equal(s->piece[1].s, "<", 1);
    assert_int_equal(s->piece[1].size, 14560); /* 2 * hypot(2, 7) */
    assert_int_equal(s->piece[1].colour, 0xFF0000);
    assert_int_equal(s->sideways, 1);
    assert_int_equal(s->hidden, 1);
    arena_free(&m.arena);
}

/* ---- rules ------------------------------------------------------------------------------------------------------------------ */

static const struct { const char *name; const char *line[6]; int bars; len x0, y0, x1, y1; } paths[] = {
    { "a thin box", { "<fill_path color=\"0\" transform=\"1 0 0 1 0 0\">", "<moveto x=\"10\" y=\"20\"/>", "<lineto x=\"60\" y=\"20\"/>", "<lineto x=\"60\" y=\"20.5\"/>", "<lineto x=\"10\" y=\"20.5\"/>", "</fill_path>" }, 1, 10000, 20000, 60000, 20500 },
    { "a ground is none", { "<fill_path color=\"0\" transform=\"1 0 0 1 0 0\">", "<moveto x=\"10\" y=\"20\"/>", "<lineto x=\"60\" y=\"20\"/>", "<lineto x=\"60\" y=\"40\"/>", "<lineto x=\"10\" y=\"40\"/>", "</fill_path>" }, 0, 0, 0, 0, 0 },
    { "white is none", { "<fill_path color=\"1 1 1\" transform=\"1 0 0 1 0 0\">", "<moveto x=\"10\" y=\"20\"/>", "<lineto x=\"60\" y=\"20\"/>", "<lineto x=\"60\" y=\"20.5\"/>", "<lineto x=\"10\" y=\"20.5\"/>", "</fill_path>" }, 0, 0, 0, 0, 0 },
    { "a line has its thickness at both sides", { "<stroke_path linewidth=\"1\" color=\"0\" transform=\".5 0 0 .5 0 0\">", "<moveto x=\"20\" y=\"40\"/>", "<lineto x=\"120\" y=\"40\"/>", "</stroke_path>" }, 1, 10000, 19750, 60000, 20250 },
    { "a slanting line is none", { "<stroke_path linewidth=\"1\" color=\"0\" transform=\"1 0 0 1 0 0\">", "<moveto x=\"20\" y=\"40\"/>", "<lineto x=\"120\" y=\"60\"/>", "</stroke_path>" }, 0, 0, 0, 0, 0 },
    { "four sides", { "<stroke_path linewidth=\".5\" color=\"0\" transform=\"1 0 0 1 0 0\">", "<moveto x=\"10\" y=\"20\"/>", "<lineto x=\"60\" y=\"20\"/>", "<lineto x=\"60\" y=\"40\"/>", "<lineto x=\"10\" y=\"40\"/>", "<closepath/>" }, 4, 10000, 19750, 60000, 20250 },
    { "numbers beyond reason", { "<stroke_path linewidth=\"1e99\" color=\"x\" transform=\"1 0 0\">", "<moveto x=\"1e400\" y=\"-\"/>", "<lineto x=\"\" y", "<lineto", "</stroke_path>" }, 0, 0, 0, 0, 0 },
};

static void test_paths(void **state)
{
    (void)state;
    for (int i = 0; i < LENGTH(paths); i++) {
        struct made m;
        begin(&m);
        page(&m);
        for (int k = 0; k < 6 && paths[i].line[k]; k++)
            trace_line(m.trace, paths[i].line[k]);
        end(&m);
        const struct sheet *s = &m.book.sheet[0];
        const struct bar *b = s->bar;
        if (s->n_bars != paths[i].bars || (b && (b->x0 != paths[i].x0 || b->y0 != paths[i].y0 || b->x1 != paths[i].x1 || b->y1 != paths[i].y1)))
            fail_msg("%s: %d bars, first %d %d %d %d", paths[i].name, s->n_bars, b ? b->x0 : 0, b ? b->y0 : 0, b ? b->x1 : 0, b ? b->y1 : 0);
        arena_free(&m.arena);
    }
}

/* Whatever a file puts into names, lines that are none of ours are passed over.                                               */
static void test_nonsense(void **state)
{
    static const char *const nonsense[] = { "", "<", "<g unicode=\"", "<g unicode=\"x\" x=\"1\"", "</page>", "<span font=\"\" trm=\"\">", "<page", "<layer name=\"A&B \"<x>", " y\"/>",
                                            "<fill_image transform=\"\"/>", "<fill_text", "<fill_text transform=\"nan nan\">", "</fill_text>", "\xFF\xFE", "<end_tile/>", "<begin_tile/>" };
    (void)state;
    struct made m;
    begin(&m);
    for (int i = 0; i < LENGTH(nonsense); i++)
        for (int k = 0; k < LENGTH(nonsense); k++) {
            page(&m);
            trace_line(m.trace, nonsense[i]);
            trace_line(m.trace, nonsense[k]);
            put(&m, 100, 100, 14, ROMAN, "a");
            end(&m);
        }
    roles_find(&m.book);
    assert_int_equal(pages_make(&m.book)->n, m.book.n);
    arena_free(&m.arena);
}

/* ---- roles ------------------------------------------------------------------------------------------------------------------- */

struct word { double x, y, size; const char *font, *text, *role; };

static void header(struct made *m, const char *subject)
{
    put(m, 100, 80, 13, BOLD, "XÃ BẾN THỬ");
    put(m, 280, 80, 13, BOLD, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA");
    put(m, 330, 95, 13, BOLD, "VIỆT NAM");
    put(m, 290, 110, 14, BOLD, "Độc lập - Tự do - Hạnh phúc");
    put(m, 100, 130, 13, ROMAN, "Số: 05/UBND-VP");
    put(m, 290, 130, 14, ITALIC, "Bến Thử, ngày 05 tháng 3 năm 2026");
    if (subject)
        put(m, 100, 151, 12, ROMAN, subject);
}

/* The role that the words on the page have been given.                                                                           */
static const char *role_of(const struct sheet *s, const char *text)
{
    for (int i = 0; i < s->n_strips; i++)
        if (strcmp(s->strip[i].text, text) == 0)
            return s->strip[i].role ? s->strip[i].role : s->strip[i].kind == KIND_CELL ? "cell" : s->strip[i].kind == KIND_NOTE ? "note" : s->strip[i].kind == KIND_NUMBER ? "number" : "beside";
    return "not there";
}

static const struct { const char *name; bool letter; struct word word[10]; double bar[4][4]; } parts[] = {
    { "the header's columns", true, { { 0, 0, 0, NULL, "XÃ BẾN THỬ", "o2" }, { 0, 0, 0, NULL, "VIỆT NAM", "o1" }, { 0, 0, 0, NULL, "Độc lập - Tự do - Hạnh phúc", "o1" },
        { 0, 0, 0, NULL, "Số: 05/UBND-VP", "o3" }, { 0, 0, 0, NULL, "Bến Thử, ngày 05 tháng 3 năm 2026", "o4" }, { 0, 0, 0, NULL, "V/v họp", "o5b" } }, { { 0 } } },
    { "a title, its subject, then text", false, { { -318, 180, 14, BOLD, "BÁO CÁO", "o5a" }, { -318, 196, 14, BOLD, "Kết quả quý I", "o5a" }, { 113, 230, 14, ROMAN, "Trong quý I năm nay, xã đã làm xong mọi việc được giao.", "o6" } }, { { 0 } } },
    { "a rule ends the subject", false, { { -318, 180, 14, BOLD, "QUYẾT ĐỊNH", "o5a" }, { -318, 196, 14, BOLD, "Về việc họp", "o5a" }, { -318, 216, 14, BOLD, "CHỦ TỊCH XÃ", "o6" } }, { { 290, 201, 56, .5 } } },
    { "addressees", true, { { 200, 190, 14, ROMAN, "Kính gửi:", "o9a" }, { 230, 206, 14, ROMAN, "- Sở Nội vụ;", "o9a" }, { 230, 222, 14, ROMAN, "- Sở Y tế.", "o9a" }, { 113, 250, 14, ROMAN, "Thực hiện kế hoạch, xã xin báo cáo như sau đây:", "o6" } }, { { 0 } } },
    { "the end", true, { { 113, 250, 14, ROMAN, "Thực hiện kế hoạch, xã xin báo cáo như sau đây./.", "o6" }, { 85, 300, 12, BOLD, "Nơi nhận:", "o9b" }, { 85, 314, 11, ROMAN, "- Như trên;", "o9b" }, { 85, 328, 11, ROMAN, "PL.(30)", "o13" },
        { 380, 300, 14, BOLD, "KT. CHỦ TỊCH", "o7a" }, { 380, 316, 14, BOLD, "PHÓ CHỦ TỊCH", "o7a" }, { 380, 350, 14, ITALIC, "(đã ký)", "beside" }, { 380, 400, 14, BOLD, "Trần Văn Mẫu", "o7b" } }, { { 0 } } },
    { "a name in capitals is a name", true, { { 85, 300, 12, BOLD, "Nơi nhận:", "o9b" }, { 380, 300, 14, BOLD, "CHỦ TỊCH", "o7a" }, { 380, 400, 14, BOLD, "TRẦN VĂN MẪU", "o7b" } }, { { 0 } } },
    { "two who sign side by side", false, { { 120, 500, 14, BOLD, "BÊN A", "o7a" }, { 380, 500, 14, BOLD, "BÊN B", "o7a" }, { 110, 600, 14, BOLD, "Trần Văn Mẫu", "o7b" }, { 370, 600, 14, BOLD, "Lê Thị Mẫu", "o7b" } }, { { 0 } } },
    { "a table and its unit", false, { { 420, 282, 12, ITALIC, "Đơn vị tính: hồ sơ", "beside" }, { 110, 310, 12, ROMAN, "Tên", "cell" }, { 310, 310, 12, ROMAN, "Số", "cell" } },
      { { 100, 295, .5, 40 }, { 300, 295, .5, 40 }, { 500, 295, .5, 40 }, { 100, 295, 400, .5 } } },
    { "a note", false, { { 113, 300, 14, ROMAN, "Trong quý I năm nay, xã đã làm xong mọi việc được giao.", "o6" }, { 85, 760, 10, ROMAN, "1 Theo báo cáo của xã.", "note" } }, { { 85, 745, 140, .5 } } },
    { "dashes for a rule", true, { { 340, 120, 13, BOLD, "------", "o1" } }, { { 0 } } },
    { "a frame around its words", true, { { 110, 175, 13, BOLD, "KHẨN", "o10b" } }, { { 100, 160, 57, .5 }, { 100, 182, 57, .5 }, { 100, 160, .5, 22 }, { 157, 160, .5, 22 } } },
    { "the address at the foot", true, { { 85, 770, 11, ROMAN, "Số 1 đường Thử; điện thoại: 0123", "o13" } }, { { 85, 755, 467, .5 } } },
};

static void test_roles(void **state)
{
    (void)state;
    for (int i = 0; i < LENGTH(parts); i++) {
        struct made m;
        begin(&m);
        page(&m);
        header(&m, parts[i].letter ? "V/v họp" : NULL);
        for (const struct word *w = parts[i].word; w < parts[i].word + 10 && w->text; w++)
            if (w->font)
                put(&m, w->x, w->y, w->size, w->font, w->text);
        for (int k = 0; k < 4; k++)
            if (parts[i].bar[k][2] > 0)
                bar(&m, parts[i].bar[k][0], parts[i].bar[k][1], parts[i].bar[k][2], parts[i].bar[k][3]);
        end(&m);
        roles_find(&m.book);
        for (const struct word *w = parts[i].word; w < parts[i].word + 10 && w->text; w++)
            if (strcmp(role_of(&m.book.sheet[0], w->text), w->role) != 0)
                fail_msg("%s: \"%s\" is %s, not %s", parts[i].name, w->text, role_of(&m.book.sheet[0], w->text), w->role);
        arena_free(&m.arena);
    }
}

/* Text over two pages, then an appendix.                                                                                          */
static void test_later_pages(void **state)
{
    (void)state;
    struct made m;
    begin(&m);
    page(&m);
    header(&m, "V/v họp");
    put(&m, 113, 700, 14, ROMAN, "Trong quý I năm nay, xã đã làm xong mọi việc được giao, các thôn");
    end(&m);
    page(&m);
    put(&m, 300, 40, 13, ROMAN, "Trang 2/3");
    put(&m, 85, 70, 14, ROMAN, "và tổ dân phố cũng vậy.");
    put(&m, 113, 92, 14, ROMAN, "Đến quý sau mọi việc lại như thế.");
    end(&m);
    page(&m);
    put(&m, -318, 70, 14, BOLD, "PHỤ LỤC 01");
    put(&m, -318, 86, 14, BOLD, "DANH SÁCH");
    put(&m, -318, 102, 14, ITALIC, "(Kèm theo Công văn số 05");
    put(&m, -318, 118, 14, ITALIC, "của Ủy ban nhân dân xã)");
    end(&m);
    roles_find(&m.book);
    const struct sheet *s = m.book.sheet;
    assert_string_equal(role_of(&s[1], "Trang 2/3"), "number");
    assert_int_equal(s[1].strip[1].para, s[0].strip[s[0].n_strips - 1].para); /* the sentence goes on */
    assert_int_not_equal(s[1].strip[1].para, s[1].strip[2].para);
    assert_string_equal(role_of(&s[2], "PHỤ LỤC 01"), "appendix-number");
    assert_string_equal(role_of(&s[2], "DANH SÁCH"), "appendix-title");
    assert_string_equal(role_of(&s[2], "của Ủy ban nhân dân xã)"), "appendix-reference");
    assert_int_equal(m.book.main_last, 1);
    arena_free(&m.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines), cmocka_unit_test(test_fonts), cmocka_unit_test(test_guesses), cmocka_unit_test(test_ways_to_paint), cmocka_unit_test(test_paths),
        cmocka_unit_test(test_nonsense), cmocka_unit_test(test_roles), cmocka_unit_test(test_later_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
