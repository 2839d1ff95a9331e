/* checking.c - the pages against the decree's rules, for callers.                                 */
#include "chain.h"
#include "check/layout.h"
#include "explain.h"
#include "foreign/foreign.h"

struct telling {
    vb_verdict_sink *tell;
    void *user;
    const struct pages *pages;   /* of one part                                                  */
    bool english, broken;
};

/* Thousands of a millimetre are the last that one can measure.                                   */
static double mm(len l) { return (double)l * 25.4 / PT(72); }

static struct vb_rule rule_of(enum check_level level, const struct check_rule *rule)
{
    static const enum vb_level levels[] = { VB_MUST, VB_TEMPLATE, VB_PRACTICE };
    return (struct vb_rule){ rule->name, rule->clause, levels[level], rule->title, rule->allowed, rule->remedy };
}

static void tell_verdict(void *user, const struct check_verdict *c)
{
    static const enum vb_verdict_state states[] = { VB_PASS, VB_FINDING, VB_NOT_APPLICABLE, VB_NOT_JUDGED };
    struct telling *t = user;
    bool measured = c->state == CHECK_PASS || c->state == CHECK_FINDING;
    struct vb_verdict v = { .rule = rule_of(c->level, c->rule), .state = states[c->state], .note = c->note, .measured = measured ? c->measured : "",
                            .why = measured ? "" : c->measured, .part = t->pages->file->name, .page = c->page + 1,
                            .words = c->words ? c->words : "", .at = vb_place_of(c->data), .wanted = vb_place_of(c->tmpl) };
    if (t->pages->foreign) /* there is no template to mend */
        v.rule.remedy = t->english ? "mend it in the document that the PDF was exported from, then export it again"
                                   : "sửa trong tệp gốc đã xuất ra PDF (Word, LibreOffice...), rồi xuất lại";
    if (c->page >= 0 && (c->width || c->height)) {
        len paper = t->pages->page[c->page].height;
        v.placed = true;
        v.mm = (struct vb_box){ .left = mm(c->x), .top = mm(c->y), .bottom = mm(paper - c->y - c->height), .width = mm(c->width), .height = mm(c->height) };
    }
    t->broken |= c->state == CHECK_FINDING && c->level != CHECK_PRACTICE;
    t->tell(t->user, &v);
}

static int check_pages(struct vb *v, const struct request *r)
{
    struct telling t = { .tell = r->judge, .user = r->user, .english = v->log.lang == LANG_EN };
    const struct rule_wish *unknown = check_unknown_wish(v->doc);
    if (unknown) {
        say(&v->log, MSG_NAME_UNKNOWN, unknown->tmpl, log_word(&v->log, "quy tắc", "rule"), unknown->name, "");
        return VB_REJECTED;
    }
    const struct pages *all = pages_read(v);
    for (int i = 0; i < all->n_files; i++) {
        t.pages = pages_of_file(&v->part, all, i);
        check_layout(&v->part, t.english, t.pages, v->doc, tell_verdict, &t);
        arena_clear(&v->part);
    }
    return t.broken ? VB_FINDINGS : VB_DONE;
}

int vb_check_layout(struct vb *v, vb_verdict_sink *tell, void *user)
{
    return pages_read(v) ? guarded(v, check_pages, &(struct request){ .judge = tell, .user = user }) : VB_REJECTED;
}

static int read_foreign(struct vb *v, const struct request *r)
{
    chain_begin(v);
    v->foreign = foreign_read(&v->record, &v->log, r->data);
    return v->foreign && !v->log.errors ? VB_DONE : VB_REJECTED;
}

int vb_read_pdf(struct vb *v, const char *path) { return guarded(v, read_foreign, &(struct request){ .data = path }); }

int vb_rule_count(void) { return check_rule_count(); }

struct vb_rule vb_rule(int i, const char *lang)
{
    enum check_level level;
    if (i < 0 || i >= check_rule_count())
        return (struct vb_rule){ 0 };
    const struct check_rule *rule = check_rule(i, lang && strcmp(lang, "en") == 0, &level);
    return rule_of(level, rule);
}
