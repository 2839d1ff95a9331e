/* sign_rules.c - R93 to R101: who signs, the room and the pictures of signature and seal.                     */
#include "check/check.h"

#include "base/utf8.h"

static bool no_signers(struct check *c, enum check_state *no)
{
    if (c->issued)
        *no = skip(c, W("ban hành kèm văn bản khác: không có phần ký", "issued with another document: not signed"));
    else if (c->end_page < 0 && !c->n_signers)
        *no = skip(c, W("không có phần cuối (R87 đã báo)", "no signature block (reported by R87)"));
    else if (!c->n_signers)
        *no = unsure(c, W("trang không có người ký: dữ liệu không ghi, hoặc mẫu thiếu role=\"o7a\", \"o7b\"", "no signer on the pages: none in the data, or the template lacks role=\"o7a\", \"o7b\""));
    return c->issued || !c->n_signers;
}

enum check_state rule_93(struct check *c)
{
    enum check_state no;
    double most = 0;
    if (no_signers(c, &no))
        return no;
    for (int i = 0; i < c->n_signers; i++) {
        const struct signer_block *s = &c->signers[i];
        for (int k = 0; k < s->titles.n + s->second.n; k++) {
            const struct line *l = k < s->titles.n ? s->titles.at[k] : s->second.at[k - s->titles.n];
            const char *wrong = look_wrong(c, l, 13, 14, BOLD | UPRIGHT | CAPITALS);
            double off = s->titles.n ? to_mm(line_centre(l) - line_centre(s->titles.at[0])) : 0;
            most = mm_abs(off) > mm_abs(most) ? off : most;
            if (mm_abs(off) > 1)
                wrong = joined(c, wrong, arena_format(c->arena, W("lệch trục %+.2f mm", "%+.2f mm off the axis"), off), ", ");
            if (!c->side_by_side && line_centre(l) <= page_of(c, l->page)->width / 2)
                wrong = joined(c, wrong, W("không ở bên phải", "not at the right"), ", ");
            if (*wrong)
                fault(c, l, "%s", wrong);
        }
    }
    return done(c, W("lệch trục %+.2f mm", "%+.2f mm off the axis"), most);
}

enum check_state rule_94(struct check *c)
{
    enum check_state no;
    const char *said = "";
    if (no_signers(c, &no))
        return no;
    for (int i = 0; i < c->n_signers; i++)
        for (int k = 0; k < c->signers[i].titles.n; k++) {
            const struct line *l = c->signers[i].titles.at[k];
            if (!matches(c, "^([A-Za-z]{1,4}\\.|[A-Za-z]/[A-Za-z])", l->text, NULL))
                continue;
            said = joined(c, said, l->text, "; ");
            if (!matches(c, "^(TM|KT|TL|TUQ|Q)\\. [^ ]", l->text, NULL))
                fault(c, l, "%s", l->text);
        }
    return *said ? done(c, "%s", said) : skip(c, W("không có chữ viết tắt quyền hạn", "no authority prefix"));
}

enum check_state rule_95(struct check *c)
{
    enum check_state no;
    bool seen = false;
    if (no_signers(c, &no))
        return no;
    for (int i = 0; i < c->n_signers; i++)
        for (int k = 0; k < c->signers[i].titles.n; k++) {
            const struct line *l = c->signers[i].titles.at[k];
            bool deputy = matches(c, "^(KT|TL|TUQ)\\.", l->text, NULL);
            const struct line *last = c->signers[i].titles.at[c->signers[i].titles.n - 1];
            seen |= deputy;
            if (deputy && last->element == l->element) /* its own lines are no office */
                fault(c, l, "%s", W("không có dòng chức vụ ở dưới", "no position below it"));
        }
    return seen ? done(c, "%s", W("có chức vụ ở dưới", "a position below")) : skip(c, W("không có KT., TL., TUQ.", "no KT., TL., TUQ."));
}

/* Each word begins in a capital.                                                                             */
static bool is_title_case(struct check *c, const char *name)
{
    (void)c;
    for (const char *s = name; *s;) {
        const char *next = s;
        if ((s == name || s[-1] == ' ') && !utf8_is_upper(utf8_next(&next)))
            return false;
        s += s == next ? 1 : next - s;
    }
    return true;
}

enum check_state rule_96(struct check *c)
{
    enum check_state no;
    const char *said = "";
    if (no_signers(c, &no))
        return no;
    for (int i = 0; i < c->n_signers; i++) {
        const struct line *l = c->signers[i].name;
        if (!l) {
            fault(c, c->signers[i].titles.at[0], "%s", W("không có họ tên", "no name"));
            continue;
        }
        const char *wrong = look_wrong(c, l, 13, 14, BOLD | UPRIGHT | SMALL);
        if (!is_title_case(c, l->text))
            wrong = joined(c, wrong, W("không hoa đầu tiếng", "no initial capitals"), ", ");
        if (matches(c, "^((PGS|GS|TS|ThS|BS|KS|CN|TSKH)[. ]|(Ông|Bà) )", l->text, NULL))
            wrong = joined(c, wrong, W("có học hàm, học vị, ông, bà", "a rank, degree or form of address"), ", ");
        if (*wrong)
            fault(c, l, "%s", wrong);
        said = joined(c, said, l->text, "; ");
    }
    return done(c, "%s", said);
}

enum check_state rule_97(struct check *c)
{
    enum check_state no;
    const char *said = "";
    if (no_signers(c, &no))
        return no;
    for (int i = 0; i < c->n_signers; i++) {
        const struct signer_block *s = &c->signers[i];
        if (!s->name || !s->titles.n)
            continue;
        double off = to_mm(line_centre(s->name) - line_centre(s->titles.at[s->titles.n - 1]));
        said = joined(c, said, arena_format(c->arena, "%+.2f mm", off), "; ");
        if (mm_abs(off) > 1)
            fault(c, s->name, "%+.2f mm", off);
    }
    return *said ? done(c, "%s", said) : unsure(c, W("thiếu họ tên hoặc chức vụ (R93, R96)", "a name or position is missing (R93, R96)"));
}

enum check_state rule_98(struct check *c)
{
    enum check_state no;
    const char *said = "";
    if (no_signers(c, &no))
        return no;
    for (int i = 0; i < c->n_signers; i++) {
        const struct signer_block *s = &c->signers[i];
        const struct line *below = s->second.n ? s->second.at[0] : s->name;
        if (!below || !s->titles.n)
            continue;
        double gap = to_mm(below->y - s->titles.at[s->titles.n - 1]->y);
        said = joined(c, said, arena_format(c->arena, "%.1f mm", gap), "; ");
        if (!within(gap, 25, 45, 1))
            fault(c, below, "%.1f mm", gap);
    }
    return *said ? done(c, "%s", said) : unsure(c, W("thiếu họ tên hoặc chức vụ (R93, R96)", "a name or position is missing (R93, R96)"));
}

enum check_state rule_101(struct check *c)
{
    enum check_state no;
    int before = 0;
    if (no_signers(c, &no))
        return no;
    if (c->end_page < 0)
        return skip(c, W("không có phần cuối (R87 đã báo)", "no signature block (reported by R87)"));
    len top = c->recipients_head->y;
    for (int i = 0; i < c->n_signers; i++) {
        const struct signer_block *s = &c->signers[i];
        const struct line *first = s->titles.n ? s->titles.at[0] : s->name;
        top = first->y < top && first->page == c->end_page ? first->y : top;
        if (first->page != c->end_page || (s->name && s->name->page != c->end_page))
            fault(c, first, "%s", W("phần ký ở hai trang", "the signature block is on two pages"));
        if (!s->name)
            fault(c, first, "%s", W("không có họ tên", "no name"));
    }
    for (int i = 0; i < c->body.n; i++)
        before += c->body.at[i]->page == c->end_page && c->body.at[i]->y < top - PT(1);
    if (before < 2 && c->body.n) /* without text, as in a list, it follows a table */
        fault(c, c->recipients_head, W("%d dòng nội dung ở trước", "%d lines of text before it"), before);
    if (c->after_end.n)
        fault(c, c->after_end.at[0], "%s", W("còn nội dung sau phần ký", "text after the signature block"));
    return done(c, W("%d dòng nội dung ở trước", "%d lines of text before it"), before);
}

/* ---- pictures --------------------------------------------------------------------------------------------- */

struct picture { const struct mark *mark; const struct signer_block *signer; bool red, blue, known; };

/* The mean of what is neither transparent nor white.                                                          */
static void find_colour(struct picture *p)
{
    const struct image *im = p->mark->image.image;
    int64_t sum[3] = { 0 }, n = 0;
    if (!im->pixels)
        return;
    for (int64_t i = 0; i < (int64_t)im->width * im->height; i++) {
        const unsigned char *at = im->pixels + i * im->channels;
        int red = at[0], green = at[im->channels > 2 ? 1 : 0], blue = at[im->channels > 2 ? 2 : 0];
        if ((im->alpha && im->alpha[i] < 128) || (red >= 230 && green >= 230 && blue >= 230))
            continue;
        sum[0] += red, sum[1] += green, sum[2] += blue, n++;
    }
    n = n ? n : 1;
    p->known = true;
    p->blue = sum[2] > sum[0] + 30 * n && sum[2] > sum[1] + 30 * n;
    p->red = sum[0] > sum[2] + 60 * n && sum[0] > sum[1] + 60 * n;
}

/* Between the offices and the names, each with its signer.                                                     */
static int pictures(struct check *c, struct picture *to, int most)
{
    int n = 0;
    for (int page = c->first; page <= c->main_last; page++)
        for (int i = 0; i < page_of(c, page)->n && n < most; i++) {
            const struct mark *m = &page_of(c, page)->marks[i];
            for (int k = 0; k < c->n_signers && m->kind == MARK_IMAGE; k++) {
                const struct signer_block *s = &c->signers[k];
                if (!s->titles.n || s->titles.at[0]->page != page)
                    continue;
                const struct line *first = s->titles.at[0], *last = s->name ? s->name : s->titles.at[s->titles.n - 1];
                len off = m->x + m->width / 2 - line_centre(s->titles.at[s->titles.n - 1]);
                if (first->y < m->y + m->image.height && m->y < last->y + PT(20) && off < PT(100) && off > -PT(100)) {
                    to[n] = (struct picture){ .mark = m, .signer = s };
                    find_colour(&to[n++]);
                    break;
                }
            }
        }
    return n;
}

enum { MOST_PICTURES = 40 };

enum check_state rule_99(struct check *c)
{
    enum check_state no;
    struct picture found[MOST_PICTURES];
    int n = 0;
    if (no_signers(c, &no))
        return no;
    int all = pictures(c, found, MOST_PICTURES);
    for (int i = 0; i < all; i++) {
        const struct picture *p = &found[i];
        const struct line *office = p->signer->titles.at[p->signer->titles.n - 1];
        const char *wrong = "";
        double off = to_mm(p->mark->x + p->mark->width / 2 - line_centre(office));
        if (p->red)
            continue;
        n++;
        if (!p->known)
            return unsure(c, c->pages->foreign ? W("màu của ảnh trong PDF không được xét", "the colours of images in the PDF are not checked")
                                               : W("ảnh JPEG: không xét màu và nền trong suốt", "a JPEG: its colours are not looked at"));
        if (!p->blue)
            wrong = W("không xanh", "not blue");
        if (!p->mark->image.image->alpha)
            wrong = joined(c, wrong, W("nền không trong suốt", "background not transparent"), ", ");
        if (mm_abs(off) > 2)
            wrong = joined(c, wrong, arena_format(c->arena, W("lệch trục %+.1f mm", "%+.1f mm off the axis"), off), ", ");
        if (office->y > p->mark->y + PT(2) || (p->signer->name && p->mark->y + p->mark->image.height > line_bottom(p->signer->name)))
            wrong = joined(c, wrong, W("không ở giữa chức vụ và họ tên", "not between position and name"), ", ");
        if (*wrong)
            fault(c, office, "%s", wrong);
    }
    return n ? done(c, W("%d hình chữ ký", "%d image(s)"), n) : skip(c, W("không có hình chữ ký", "no signature image"));
}

enum check_state rule_100(struct check *c)
{
    enum check_state no;
    struct picture found[MOST_PICTURES];
    const char *said = "";
    if (no_signers(c, &no))
        return no;
    int all = pictures(c, found, MOST_PICTURES);
    for (int i = 0; i < all; i++) {
        const struct mark *seal = found[i].mark, *sign = NULL;
        for (int k = 0; k < all; k++)
            if (!found[k].red && found[k].signer == found[i].signer)
                sign = found[k].mark;
        if (!found[i].red)
            continue;
        double part = sign ? (double)(seal->x + seal->width - sign->x) / sign->width : 0;
        said = joined(c, said, arena_format(c->arena, W("%.0f %% chữ ký", "%.0f %% of the signature"), 100 * part), "; ");
        const char *wrong = seal->image.image->alpha ? "" : W("nền không trong suốt", "background not transparent");
        if (!sign || !within(part, 0.25, 0.40, 1e-6) || seal->x >= sign->x)
            wrong = joined(c, wrong, arena_format(c->arena, W("trùm %.0f %%", "covers %.0f %%"), 100 * part), ", ");
        if (*wrong)
            fault(c, found[i].signer->titles.at[0], "%s", wrong);
    }
    return *said ? done(c, "%s", said) : skip(c, W("không có hình dấu: phần mềm ký sẽ đặt", "no seal image: the signing software adds it"));
}
