/* notes.c - notes: their marks, their paragraphs. Text holds notes, and notes hold text: so do these files call one
 * another.                                                                                  */
#include "read/bind/runs.h"

static const char *mark_of(struct env *env, int number)
{
    env->number = number;
    return env_text(env, tnode_attr(env->t->footnotes, "mark"), (struct context){ env->document, 1, 1 });
}

/* A mark that is typed is printed as it stands, and the counter does not move. Counted by page its
 * number is set/'s.                                                                        */
static void note_label(struct env *env, struct note *note, const char *typed, const char *number)
{
    int t = 0;
    bool given = number && thousandths_parse(number, &t);
    note->label = typed;
    if (typed)
        return;
    env->note_number = given && !env->notes_by_page ? t / 1000 : env->note_number + 1;
    note->by_page = env->notes_by_page;
    note->number = t / 1000;
    env->most_mark = note->number > env->most_mark ? note->number : env->most_mark;
    note->label = mark_of(env, note->by_page ? 1 : env->note_number);
}

void marks_make(struct env *env)
{
    struct doc *doc = env->doc;
    for (const struct note *n = doc->notes; n; n = n->next)
        doc->n_marks += n->by_page;
    doc->n_marks += doc->n_marks ? env->most_mark : 0;
    doc->marks = NEW_N(env->arena, const char *, doc->n_marks + 1);
    for (int i = 0; i < doc->n_marks; i++)
        doc->marks[i] = mark_of(env, i + 1);
}

static const struct style *note_style(struct env *env)
{
    const char *name = value_literal(tnode_attr(env->t->footnotes, "style"));
    return style_make(env, name ? name : "");
}

static struct text note_text(struct env *env, const struct style *style, struct note *note,
                             bool first)
{
    struct text t = text_begin(env, style);
    if (first) {
        t.look.script = SCRIPT_SUP;
        struct run *r = note->by_page ? text_late(&t, LATE_NOTE_MARK, note->data) : text_object(&t, RUN_TEXT, false);
        r->text = note->by_page ? NULL : note->label;
        r->note = note;
        r->data = note->data;
        t.look.script = SCRIPT_NONE;
        t.blank = true;
    }
    return t;
}

static void note_para(struct flow *f, struct text *t, const struct note *note)
{
    struct run *runs = text_end(t);
    if (!runs)
        return;
    struct block *b = block_new(f, BLOCK_PARA, note->tmpl, note->data);
    b->para.style = t->style;
    b->para.runs = runs;
}

/* Words, then paragraphs: each <p> of the note begins a new one.                          */
static void note_blocks(struct env *env, struct note *note, const xmlNode *fn)
{
    struct flow f = { env, &note->blocks };
    const struct style *style = note_style(env);
    struct text t = note_text(env, style, note, true);
    bool fresh = true;
    for (const xmlNode *c = fn->children; c; c = c->next) {
        bool p = c->type == XML_ELEMENT_NODE && xml_rule(c) && xml_rule(c)->id == D_P;
        if (p && !fresh) {
            note_para(&f, &t, note);
            t = note_text(env, style, note, false);
        }
        if (p)
            text_children(&t, c);
        else
            text_node(&t, c);
        fresh = fresh && c->type == XML_TEXT_NODE && xml_is_blank(xml_content(c));
    }
    note_para(&f, &t, note);
}

/* NULL: there may be none here (said).                                                     */
static struct note *note_open(struct env *env, const char *label, const char *number, struct pos data, struct pos tmpl)
{
    if (env->in_note || !env->t->footnotes) {
        say(env->log, env->in_note ? MSG_NOTE_IN_NOTE : MSG_NOTE_MISPLACED, data, "template");
        return NULL;
    }
    struct note *note = NEW(env->arena, struct note);
    *note = (struct note){ .data = data, .tmpl = tmpl, .order = env->doc->n_notes++ };
    note_label(env, note, label, number);
    if (xml_is_blank(note->label))
        say(env->log, MSG_FIELD_EMPTY, data, "fn", log_word(env->log, "ký hiệu chú thích", "mark"));
    env->in_note = true;
    return note;
}

static void note_close(struct text *t, struct note *note)
{
    struct env *env = t->env;
    env->in_note = false;
    *env->notes_end = note;
    env->notes_end = &note->next;
    struct look plain = t->look;
    t->look.script = SCRIPT_SUP;
    t->look.bold = t->look.italic = t->look.underline = false;
    struct run *r = text_object(t, RUN_NOTE, true);
    t->look = plain;
    r->text = note->label;
    r->note = note;
    r->data = note->data;
    if (note->by_page)
        r->order = env->doc->n_late++;
}

void text_note(struct text *t, const xmlNode *fn)
{
    struct env *env = t->env;
    struct note *note = note_open(env, xml_attr_kept(env->arena, fn, "label"), xml_attr(fn, "number"), xml_pos(fn),
                                  env->t->footnotes ? env->t->footnotes->pos : NOWHERE);
    if (!note)
        return;
    note_blocks(env, note, fn);
    note_close(t, note);
}

void text_own_note(struct text *t, const struct tnode *fn, struct context at)
{
    struct env *env = t->env;
    struct note *note = note_open(env, attr_text(env, fn, "label", at), NULL, fn->pos, fn->pos);
    if (!note)
        return;
    struct flow f = { env, &note->blocks };
    struct text words = note_text(env, note_style(env), note, true);
    text_flow(&words, fn->first, at);
    note_para(&f, &words, note);
    note_close(t, note);
}
