#include "write/dump/explain.h"

#include "base/buf.h"
#include "base/utf8.h"

enum { WORDS_MOST = 50 };        /* letters of the next page's first words that are shown        */

struct words { const char *name, *text[2]; };

/* How pages end, in the order of enum page_end.                                                */
static const struct words ends[] = {
    { "full", { "hết chỗ", "full" } },
    { "keep", { "dừng sớm để giữ liền phần sau", "ends early to keep what follows together" } },
    { "note-split", { "một chú thích tiếp sang trang sau", "a footnote continues on the next page" } },
    { "section", { "hết phần", "the section ends" } },
    { "forced", { "buộc phải ngắt ở đây", "a break is forced here" } },
};

/* What kept a thing from the page ({1} mm more were wanted), and what another end would do to it,
 * in the order of enum hold.                                                                     */
static const struct hold_words { const char *name, *reason[2], *torn[2]; } holds[] = {
    { "none", { "còn chỗ cho nó, nhưng tính cả phần thì ngắt ở đây tốn ít hơn", "there is room for it, but breaking here costs less over the whole section" },
      { "không tách điều gì", "nothing is separated" } },
    { "next", { "tiêu đề không đứng rời phần đi sau; cả hai còn thiếu {1} mm", "a heading stays with what follows; together they need {1} mm more" },
      { "tiêu đề bị tách khỏi phần đi sau", "a heading is separated from what follows" } },
    { "lines", { "một dòng của đoạn không đứng một mình; đủ dòng thì thiếu {1} mm", "no line of a paragraph may stand alone; with enough lines, {1} mm more are needed" },
      { "một dòng của đoạn đứng một mình", "a line of a paragraph stands alone" } },
    { "keep", { "khối giữ liền, cả khối thiếu {1} mm", "a block is kept together; it needs {1} mm more" },
      { "khối giữ liền bị tách", "a block to be kept together is split" } },
    { "end", { "phần ký không đứng một mình mà kéo theo các dòng cuối; tất cả thiếu {1} mm", "the signature block takes the last lines along; together they need {1} mm more" },
      { "phần ký bị tách khỏi các dòng cuối", "the signature block is separated from the last lines" } },
    { "rule", { "đường kẻ đi liền dòng trên; cả hai thiếu {1} mm", "a rule stays with the line above; together they need {1} mm more" },
      { "đường kẻ bị tách khỏi dòng trên", "a rule is separated from the line above" } },
    { "head", { "đầu bảng đi liền hàng đầu tiên; tất cả thiếu {1} mm", "a table head stays with its first row; together they need {1} mm more" },
      { "đầu bảng bị tách khỏi hàng đầu tiên", "a table head is separated from its first row" } },
    { "group", { "tên nhóm đi liền hàng sau; tất cả thiếu {1} mm", "a group name stays with the row below; together they need {1} mm more" },
      { "tên nhóm bị tách khỏi hàng sau", "a group name is separated from the row below" } },
    { "total", { "hàng tổng đi liền hàng trên; tất cả thiếu {1} mm", "a totals row stays with the row above; together they need {1} mm more" },
      { "hàng tổng bị tách khỏi hàng trên", "a totals row is separated from the row above" } },
    { "span", { "ô gộp nhiều hàng giữ các hàng liền nhau; tất cả thiếu {1} mm", "a cell spanning several rows keeps them together; they need {1} mm more" },
      { "ô gộp nhiều hàng bị tách", "a cell spanning several rows is split" } },
    { "tall", { "không đủ chỗ, thiếu {1} mm", "there is no room for it; {1} mm more are needed" }, { "", "" } },
    { "row", { "hàng của bảng giữ nguyên, thiếu {1} mm", "a table row is kept whole; {1} mm more are needed" }, { "", "" } },
    { "note", { "chú thích phải bắt đầu ở trang có dấu của nó, thiếu {1} mm", "its footnote must begin on the same page as the mark; {1} mm more are needed" }, { "", "" } },
    { "edge", { "không có gì ở đó", "there is nothing there" }, { "", "" } },
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
        return log_sentence(log, "được, chi phí chưa tính; {1}", "possible, cost not computed; {1}", torn);
    return log_sentence(log, "cả phần tốn {1} ({2}); {3}", "the section would cost {1} ({2}); {3}", number(log, o->cost),
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
                             "page {1} (number {2}): {3}; {4} mm left empty, cost {5} out of {6} for the section", number(log, index + 1),
                             number(log, p->number), log_word(log, ends[p->end].text[LANG_VI], ends[p->end].text[LANG_EN]),
                             millimetres(log, w->blank), number(log, w->cost), number(log, w->all)));
    if (w->stretch)
        buf_str(&b, log_sentence(log, "\n{1} mm đã chia cho {2} khoảng cách đoạn cho đầy trang",
                                 "\n{1} mm were spread over {2} gaps between paragraphs to fill the page",
                                 millimetres(log, w->stretch), number(log, w->gaps)));
    if (w->hold == HOLD_EDGE)
        return buf_text(&b);
    buf_char(&b, '\n');
    if (w->words)
        buf_str(&b, log_sentence(log, "trang sau bắt đầu bằng «{1}»: ", "the next page begins with '{1}': ", shown(log, w->words, w->n_words)));
    buf_str(&b, reason(log, w->hold, w->missing));
    buf_str(&b, log_sentence(log, "\nngắt sớm hơn một nấc: {1}", "\nbreaking one step earlier: {1}", other(log, &w->earlier, w->all)));
    buf_str(&b, log_sentence(log, "\nngắt muộn hơn một nấc: {1}", "\nbreaking one step later: {1}", other(log, &w->later, w->all)));
    return buf_text(&b);
}

const char *explain_line(struct log *log, const struct loose_line *l)
{
    int hundredths = (l->factor + 5) / 10;
    const char *factor = arena_format(log->arena, "%d.%02d", hundredths / 100, hundredths % 100);
    const char *line = log_sentence(log, "trang {1}, cách mép trên {2} mm: dòng thưa, khoảng trắng gấp {3} lần: «{4}»",
                                    "page {1}, {2} mm from the top: a loose line, spaces {3} times as wide: '{4}'",
                                    number(log, l->page + 1), millimetres(log, l->y), factor, l->words);
    const char *why = l->next_width > l->room
        ? log_sentence(log, "«{1}» giữ liền, rộng {2} mm, dòng chỉ còn {3} mm", "'{1}' is not broken; it is {2} mm wide, and the line has only {3} mm left", l->next,
                       millimetres(log, l->next_width), millimetres(log, l->room))
        : log_sentence(log, "còn chỗ cho «{1}» ({2} mm trong {3} mm), nhưng các dòng khác của đoạn sẽ xấu hơn",
                       "there is room for '{1}' ({2} mm in {3} mm), but other lines of the paragraph would get worse", l->next,
                       millimetres(log, l->next_width), millimetres(log, l->room));
    return arena_format(log->arena, "%s\n%s", line, why);
}
