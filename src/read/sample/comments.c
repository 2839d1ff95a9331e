/* comments.c - where what is to be filled in: in the grammar's own words and in the labels of the needs,
 * once for each kind of element.                                                              */
#include "read/sample/sample.h"

static bool is_new(struct sample *s, const char *what)
{
    for (int i = 0; i < s->n_seen; i++)
        if (strcmp(s->seen[i], what) == 0)
            return false;
    if (s->n_seen < LENGTH(s->seen))
        s->seen[s->n_seen++] = what;
    return true;
}

/* Its own attributes are said with it.                                                             */
void comment_add(struct sample *s, struct el *e)
{
    const struct element_rule *r = e->rule;
    bool own = r && (r->id == D_P || r->id == D_SET || r->id == D_DOCUMENT);
    if (!r || own || !is_new(s, arena_format(s->a, "%s/%s", r->name, r->parent ? r->parent : "")))
        return;
    struct buf b = buf_in(s->a);
    buf_str(&b, log_word(s->log, r->vi, r->en));
    for (int i = 0; i < r->n_attrs; i++)
        buf_format(&b, "%s%s: %s", i ? "; " : ". ", r->attrs[i].name, log_word(s->log, r->attrs[i].vi, r->attrs[i].en));
    e->comment = buf_text(&b);
}

/* A need's label is the template's own, in its language.                                           */
void comment_need(struct sample *s, struct el *e, const struct need *need)
{
    if (!is_new(s, arena_format(s->a, "need %d", need->number)))
        return;
    struct buf b = buf_in(s->a);
    buf_str(&b, need->label ? need->label : "");
    if (need->declared && !need->required)
        buf_str(&b, log_word(s->log, " (có thể không có)", " (optional)"));
    for (const struct need *a = need->first; a; a = a->next)
        if (a->attribute && a->label)
            buf_format(&b, "%s%s: %s%s", b.size ? "; " : "", a->name, a->label,
                       a->required ? "" : log_word(s->log, " (có thể không có)", " (optional)"));
    e->comment = b.size ? buf_text(&b) : NULL;
}

const char *comment_head(struct sample *s)
{
    static const char *const vi[] = { "ngắn", "dài", "rất dài" }, *const en[] = { "short", "long", "extreme" };
    return log_sentence(s->log, "Dữ liệu thử ({1}) cho mẫu {2}, do vanban sample làm ra: tên và số liệu đều là giả định. Sửa thành của mình, rồi chạy vanban check, vanban render.",
                                       "Sample data ({1}) for the template {2}, made by vanban sample: all names and figures are invented. Replace them with your own, then run vanban check, vanban render.",
                        s->log->lang == LANG_EN ? en[s->length] : vi[s->length], s->t->name);
}
