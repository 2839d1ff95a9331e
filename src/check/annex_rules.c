/* annex_rules.c - R102 to R108: appendices.                                                                 */
#include "check/check.h"

#include "base/utf8.h"

/* Millimetres off the middle of the text; on a turned page, whose margins the decree leaves open, of text or paper. */
static double off_axis(const struct check *c, int page, len centre)
{
    const struct page *p = page_of(c, page);
    double of_text = to_mm(centre - (p->left + p->width - p->right) / 2), of_paper = to_mm(centre - p->width / 2);
    return is_turned(p) && mm_abs(of_paper) < mm_abs(of_text) ? of_paper : of_text;
}

/* The clerk's blank at a line's end belongs to it, but no letters show that.                                    */
static void judge_lines(struct check *c, const struct line_list *lines, double low, double high, int look)
{
    for (int i = 0; i < lines->n; i++) {
        const struct line *l = lines->at[i];
        const char *wrong = look_wrong(c, l, low, high, look);
        double off = off_axis(c, l->page, line_centre(l));
        if (mm_abs(off) > (matches(c, " (số|ngày|tháng|năm)$", l->text, NULL) ? 6 : 2))
            wrong = joined(c, wrong, arena_format(c->arena, W("lệch trục %+.2f mm", "%+.2f mm off the axis"), off), ", ");
        if (*wrong)
            fault(c, l, "%s", wrong);
    }
}

static enum check_state no_annex(struct check *c) { return skip(c, W("không có phụ lục", "no appendix")); }

enum check_state rule_102(struct check *c)
{
    const char *said = "";
    for (int i = 0; i < c->n_annexes; i++) {
        struct line *label = c->annexes[i].label.at[0];
        judge_lines(c, &c->annexes[i].label, 14, 14, BOLD | UPRIGHT);
        if (!matches(c, c->n_annexes > 1 ? "^Phụ lục [IVXLC]+$" : "^Phụ lục( [IVXLC]+)?$", label->text, NULL))
            fault(c, label, "%s", label->text);
        said = joined(c, said, label->text, "; ");
    }
    return c->n_annexes ? done(c, "%s", said) : no_annex(c);
}

enum check_state rule_103(struct check *c)
{
    const char *said = "";
    for (int i = 0; i < c->n_annexes; i++) {
        judge_lines(c, &c->annexes[i].title, 13, 14, BOLD | UPRIGHT | CAPITALS);
        if (!c->annexes[i].title.n)
            fault(c, c->annexes[i].label.at[0], "%s", W("không có tên phụ lục", "no title"));
        else
            said = joined(c, said, shortly(c, c->annexes[i].title.at[0]->text, 20), "; ");
    }
    return c->n_annexes ? done(c, "%s", said) : no_annex(c);
}

/* Of appendices, and of a document issued with another: its i-th, NULL: there are no more.                       */
static struct line_list *reference(struct check *c, int i)
{
    if (i < c->n_annexes)
        return &c->annexes[i].reference;
    return i == c->n_annexes && c->issued ? &c->reference : NULL;
}

static const struct line *reference_head(const struct check *c, int i)
{
    return i < c->n_annexes ? c->annexes[i].label.at[0] : c->title ? c->title : c->lines.at[0];
}

enum check_state rule_104(struct check *c)
{
    struct line_list *lines;
    const char *said = "";
    int i = 0;
    for (; (lines = reference(c, i)); i++) {
        const char *text = lines_text(c, lines);
        judge_lines(c, lines, 13, 14, ITALIC | LIGHT);
        if (!lines->n)
            fault(c, reference_head(c, i), "%s", W("không có dòng (Kèm theo …)", "no line (Kèm theo …)"));
        else if (!starts(text, "(Kèm theo ") || !ends(text, ")"))
            fault(c, lines->at[0], "%s", shortly(c, text, 60));
        said = joined(c, said, shortly(c, text, 40), "; ");
    }
    return i ? done(c, "%s", said) : no_annex(c);
}

enum check_state rule_105(struct check *c)
{
    struct line_list *lines;
    regmatch_t g[MOST_GROUPS];
    bool paper = c->pages->paper || c->copy_marks.n; /* what is copied was signed on paper */
    const char *said = "";
    int i = 0;
    for (; (lines = reference(c, i)); i++) {
        const char *text = lines_text(c, lines);
        said = joined(c, said, shortly(c, text, 70), "; ");
        if (!lines->n)
            fault(c, reference_head(c, i), "%s", W("không có dòng (Kèm theo …)", "no line (Kèm theo …)"));
        else if (!matches(c, "^\\(Kèm theo .+ số ?([0-9]*) ?/([^ ]+) ngày ?([0-9]*) ?tháng ?([0-9]*) ?năm ?([0-9]*) ?của (.+)\\)$", text, g))
            fault(c, lines->at[0], "%s", shortly(c, text, 70));
        else {
            int filled = 0;
            for (int k = 1; k <= 5; k++)
                filled += k != 2 && g[k].rm_eo > g[k].rm_so;
            if (c->pages->foreign ? filled > 0 && filled < 4 : paper ? filled < 4 : filled > 0)
                fault(c, lines->at[0], W("%d trong 4 chỗ số, ngày, tháng, năm được ghi", "%d of 4 (number, day, month, year) are filled in"), filled);
        }
    }
    return i ? done(c, "%s", said) : no_annex(c);
}

enum check_state rule_106(struct check *c)
{
    const char *said = "";
    int n = c->n_annexes + (c->issued && c->title);
    for (int i = 0; i < n; i++) {
        struct line_list *lines = reference(c, i), title = one_line(c, c->title);
        const struct line_list *under = lines && lines->n ? lines : i == c->n_annexes ? c->subject.n ? &c->subject : &title
                                    : c->annexes[i].title.n ? &c->annexes[i].title : &c->annexes[i].label;
        const struct line *last = under->at[under->n - 1];
        const struct stroke *s = stroke_below(c, last, 8);
        if (!s || stroke_length(s) > page_of(c, last->page)->width * 6 / 10) {
            fault(c, last, "%s", W("không có đường kẻ ngắn ở dưới", "no short line below it"));
            continue;
        }
        double off = off_axis(c, last->page, (s->x0 + s->x1) / 2);
        said = joined(c, said, arena_format(c->arena, W("dài %.1f mm, lệch trục %+.2f mm", "%.1f mm, %+.2f mm off"), to_mm(stroke_length(s)), off), "; ");
        if (mm_abs(off) > 2)
            fault_stroke(c, s, W("lệch trục %+.2f mm", "%+.2f mm off the axis"), off);
    }
    return n ? done(c, "%s", said) : no_annex(c);
}

/* By its name, or by its number in a list of them: Phụ lục 1,2,3; Phụ lục I, II và III.                            */
static bool is_mentioned(struct check *c, const char *label, const char *text)
{
    const char *number = strncmp(label, "phụ lục", strlen("phụ lục")) == 0 ? label + strlen("phụ lục") : label;
    size_t n = strlen(label);
    number += *number == ' ';
    for (const char *s = text; (s = strstr(s, label)); s += n)
        if (!((s[n] >= 'a' && s[n] <= 'z') || (s[n] >= '0' && s[n] <= '9')))
            return true;
    regmatch_t g[MOST_GROUPS];
    for (const char *s = text; *number && matches(c, "phụ lục (số )?(([0-9]+|[ivxlc]+)((, ?| và )([0-9]+|[ivxlc]+))*)", s, g); s += g[0].rm_eo) {
        const char *list = group_text(c, s, g[2]);
        for (const char *item = list; *item;) {
            size_t k = strspn(item, "0123456789ivxlc");
            if (k == strlen(number) && strncmp(item, number, k) == 0)
                return true;
            item += k ? k : 1;
        }
    }
    return false;
}

enum check_state rule_107(struct check *c)
{
    struct buf text = buf_in(c->arena);
    if (!c->n_annexes)
        return no_annex(c);
    for (int i = 0; i < c->n_paras; i++) {
        buf_char(&text, ' ');
        buf_str(&text, c->paras[i].text);
    }
    const char *all = utf8_fold(c->arena, buf_text(&text));
    for (int i = 0; i < c->n_annexes; i++)
        if (!is_mentioned(c, c->annexes[i].label.at[0]->lower, all))
            fault(c, c->annexes[i].label.at[0], "%s", W("nội dung không nhắc tới", "not mentioned in the text"));
    return done(c, W("%d phụ lục được nhắc", "%d mentioned"), c->n_annexes);
}

enum check_state rule_108(struct check *c)
{
    if (c->pages->foreign && !c->file_marks.n && c->annex_file)
        return unsure(c, W("PDF không cho biết phụ lục gửi trên giấy hay dạng điện tử", "a PDF does not say whether it is sent on paper or electronically"));
    if (!c->own_file && !(c->pages->foreign && c->file_marks.n))
        return skip(c, c->n_annexes || c->issued ? W("ở cùng tệp với văn bản", "in the document's own file") : W("không có phụ lục", "no appendix"));
    if (c->pages->paper)
        return skip(c, W("bản giấy", "on paper"));
    if (!c->file_marks.n) {
        fault_page(c, c->first, "%s", W("không có dòng số, thời gian ký", "no line with number and time"));
        return done(c, "%s", W("không có", "none"));
    }
    const struct line *l = c->file_marks.at[0];
    const struct page *p = page_of(c, l->page);
    const char *wrong = look_wrong(c, l, 10, 10, LIGHT | UPRIGHT);
    char last = l->text[strlen(l->text) - 1];
    double room = last >= '0' && last <= '9' ? 0 : 30, end = to_mm(p->width - l->x1); /* not signed yet: room for the time */
    if (!matches(c, "^Số: ?([0-9]{2,})? ?/[^ ;]+; ?([0-9]{2}/[0-9]{2}/[0-9]{4})?; ?([0-9]{2}:[0-9]{2}:[0-9]{2}( \\+07:00)?)?$", l->text, NULL))
        wrong = joined(c, wrong, l->text, ", ");
    if (end > 25 + room)
        wrong = joined(c, wrong, W("không ở góc phải", "not at the right"), ", ");
    for (int i = 0; i < c->lines.n; i++)
        if (c->lines.at[i]->page == l->page && c->lines.at[i]->y < l->y - PT(1)) {
            wrong = joined(c, wrong, W("không ở trên cùng", "not at the top"), ", ");
            break;
        }
    for (int i = 0; i < p->n; i++)
        if (p->marks[i].kind == MARK_IMAGE && p->marks[i].y < MM(25))
            wrong = joined(c, wrong, W("có hình", "has an image"), ", ");
    if (*wrong)
        fault(c, l, "%s", wrong);
    return done(c, "%s", l->text);
}
