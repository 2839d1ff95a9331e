#include "write/dump/explain.h"

#include "base/buf.h"
#include "base/utf8.h"

enum { WORDS_MOST = 50 };        /* letters of the next page's first words that are shown        */

struct words { const char *name, *text[2]; };

/* How pages end, in the order of enum page_end.                                                */
static const struct words ends[] = {
    { "full", { "hết chỗ", "full" } },
    { "keep", { "dừng sớm để giữ liền phần sau", "ends early, to keep things together" } },
    { "note-split", { "một chú thích tiếp sang trang sau", "a note goes on on the next page" } },
    { "section", { "hết phần", "the section ends" } },
    { "forced", { "buộc phải ngắt ở đây", "had to be broken here" } },
};

/* What kept a thing from the page ({1} mm more were wanted), and what another end would do to it,
 * in the order of enum hold.                                                                     */
static const struct hold_words { const char *name, *reason[2], *torn[2]; } holds[] = {
    { "none", { "còn chỗ cho nó, nhưng tính cả phần thì ngắt ở đây tốn ít hơn", "there is room for it, but over all pages this end costs less" },
      { "không tách điều gì", "nothing is torn" } },
    { "next", { "tiêu đề không đứng rời phần đi sau; cả hai còn thiếu {1} mm", "a heading does not part from what follows; together they lack {1} mm" },
      { "tiêu đề bị tách khỏi phần đi sau", "a heading parts from what follows" } },
    { "lines", { "một dòng của đoạn không đứng một mình; đủ dòng thì thiếu {1} mm", "no line of a paragraph stands alone; with enough of them {1} mm are missing" },
      { "một dòng của đoạn đứng một mình", "a line of a paragraph stands alone" } },
    { "keep", { "khối giữ liền, cả khối thiếu {1} mm", "a block that is kept together lacks {1} mm" },
      { "khối giữ liền bị tách", "a block that is kept together is torn" } },
    { "end", { "phần ký không đứng một mình mà kéo theo các dòng cuối; tất cả thiếu {1} mm", "the end block takes the last lines along; together they lack {1} mm" },
      { "phần ký bị tách khỏi các dòng cuối", "the end block parts from the last lines" } },
    { "rule", { "đường kẻ đi liền dòng trên; cả hai thiếu {1} mm", "a rule stays with the line above; together they lack {1} mm" },
      { "đường kẻ bị tách khỏi dòng trên", "a rule parts from the line above" } },
    { "head", { "đầu bảng đi liền hàng đầu tiên; tất cả thiếu {1} mm", "a table's head stays with its first row; together they lack {1} mm" },
      { "đầu bảng bị tách khỏi hàng đầu tiên", "a table's head parts from its first row" } },
    { "group", { "tên nhóm đi liền hàng sau; tất cả thiếu {1} mm", "a group's name stays with the row below; together they lack {1} mm" },
      { "tên nhóm bị tách khỏi hàng sau", "a group's name parts from the row below" } },
    { "total", { "hàng tổng đi liền hàng trên; tất cả thiếu {1} mm", "a total stays with the row above; together they lack {1} mm" },
      { "hàng tổng bị tách khỏi hàng trên", "a total parts from the row above" } },
    { "span", { "ô gộp nhiều hàng giữ các hàng liền nhau; tất cả thiếu {1} mm", "a cell over several rows ties them; together they lack {1} mm" },
      { "ô gộp nhiều hàng bị tách", "a cell over several rows is torn" } },
    { "tall", { "không đủ chỗ, thiếu {1} mm", "no room for it, {1} mm are missing" }, { "", "" } },
    { "row", { "hàng của bảng giữ nguyên, thiếu {1} mm", "a row of a table is kept whole, {1} mm are missing" }, { "", "" } },
    { "note", { "chú thích phải bắt đầu ở trang có dấu của nó, thiếu {1} mm", "its note must begin on the page of the mark, {1} mm are missing" }, { "", "" } },
    { "edge", { "không có gì ở đó", "there is nothing" }, { "", "" } },
};
_Static_assert(LENGTH(holds) == HOLDS, "a row for each hold");

const char *hold_name(enum hold hold) { return holds[hold].name; }
const char *end_name(enum page_end end) { return ends[end].name; }

static const char *number(struct log *log, int64_t n) { return arena_format(log->arena, "%lld", (long long)n); }

static const char *millimetres(struct log *log, len l)
{
    char text[MM_TEXT];
    return arena_string(log->arena, len_mm(l, text));
}

static const char *reason(struct log *log, enum hold hold, len missing)
{
    len up = missing ? missing + MM(0.05) - 1 : 0; /* a hair's breadth is not nothing */
    return log_sentence(log, holds[hold].reason[LANG_VI], holds[hold].reason[LANG_EN], millimetres(log, up));
}

/* The difference with its sign.                                                                   */
static const char *other(struct log *log, const struct other_end *o, int64_t all)
{
    if (!o->possible)
        return log_sentence(log, "không được: {1}", "impossible: {1}", reason(log, o->why, o->missing));
    const char *torn = log_word(log, holds[o->why].torn[LANG_VI], holds[o->why].torn[LANG_EN]);
    if (o->cost < 0)
        return log_sentence(log, "được, chi phí chưa tính; {1}", "possible, its cost was not counted; {1}", torn);
    return log_sentence(log, "cả phần tốn {1} ({2}); {3}", "all pages cost {1} ({2}); {3}", number(log, o->cost),
                        arena_format(log->arena, "%+lld", (long long)(o->cost - all)), torn);
}

static const char *shown(struct log *log, const char *s, int n)
{
    const char *at = s;
    for (int letters = 0; at < s + n && letters < WORDS_MOST; letters++)
        utf8_next(&at);
    return arena_format(log->arena, "%.*s%s", (int)(at - s), s, at < s + n ? "..." : "");
}

const char *explain_page(struct log *log, const struct pages *pages, int index)
{
    const struct page *p = &pages->page[index];
    const struct page_why *w = p->why;
    struct buf b = buf_in(log->arena);
    buf_str(&b, log_sentence(log, "trang {1} (số {2}): {3}; trống {4} mm, chi phí {5} trên {6} của cả phần",
                             "page {1} (number {2}): {3}; {4} mm left empty, cost {5} of the section's {6}", number(log, index + 1),
                             number(log, p->number), log_word(log, ends[p->end].text[LANG_VI], ends[p->end].text[LANG_EN]),
                             millimetres(log, w->blank), number(log, w->cost), number(log, w->all)));
    if (w->stretch)
        buf_str(&b, log_sentence(log, "\n{1} mm đã chia cho {2} khoảng cách đoạn cho đầy trang",
                                 "\n{1} mm went into {2} gaps between paragraphs, to fill the page",
                                 millimetres(log, w->stretch), number(log, w->gaps)));
    if (w->hold == HOLD_EDGE)
        return buf_text(&b);
    buf_char(&b, '\n');
    if (w->words)
        buf_str(&b, log_sentence(log, "trang sau bắt đầu bằng «{1}»: ", "the next page begins with '{1}': ", shown(log, w->words, w->n_words)));
    buf_str(&b, reason(log, w->hold, w->missing));
    buf_str(&b, log_sentence(log, "\nngắt sớm hơn một nấc: {1}", "\nending one step earlier: {1}", other(log, &w->earlier, w->all)));
    buf_str(&b, log_sentence(log, "\nngắt muộn hơn một nấc: {1}", "\nending one step later: {1}", other(log, &w->later, w->all)));
    return buf_text(&b);
}

const char *explain_line(struct log *log, const struct loose_line *l)
{
    int hundredths = (l->factor + 5) / 10;
    const char *factor = arena_format(log->arena, "%d.%02d", hundredths / 100, hundredths % 100);
    const char *line = log_sentence(log, "trang {1}, cách mép trên {2} mm: dòng thưa, khoảng trắng gấp {3} lần: «{4}»",
                                    "page {1}, {2} mm from the top: a loose line, blanks {3} times as wide: '{4}'",
                                    number(log, l->page + 1), millimetres(log, l->y), factor, l->words);
    const char *why = l->next_width > l->room
        ? log_sentence(log, "«{1}» giữ liền, rộng {2} mm, dòng chỉ còn {3} mm", "'{1}' is kept whole, {2} mm wide, room left {3} mm", l->next,
                       millimetres(log, l->next_width), millimetres(log, l->room))
        : log_sentence(log, "còn chỗ cho «{1}» ({2} mm trong {3} mm), nhưng các dòng khác của đoạn sẽ xấu hơn",
                       "there is room for '{1}' ({2} mm in {3} mm), but other lines of the paragraph would be worse", l->next,
                       millimetres(log, l->next_width), millimetres(log, l->room));
    return arena_format(log->arena, "%s\n%s", line, why);
}
