/* runs.c - words, inline elements and expressions into runs. A run of white space
 * is one blank, also between two inline elements; a paragraph has none at its ends.     */
#include "read/bind/runs.h"

#include "base/utf8.h"

struct text text_begin(struct env *env, const struct style *style)
{
    struct text t = { .env = env, .style = style, .look = style->look };
    t.words = buf_in(env->arena);
    return t;
}

static struct run *add_run(struct text *t, enum run_kind kind, const struct look *look)
{
    struct run *r = NEW(t->env->arena, struct run);
    r->kind = kind;
    r->look = look;
    r->href = t->href;
    if (t->last)
        t->last->next = r;
    else
        t->first = r;
    t->last = r;
    return r;
}

void text_flush(struct text *t)
{
    if (!t->words.size)
        return;
    if (t->blank && t->words_look->whole) { /* so that a line which ends with them has it, too */
        buf_char(&t->words, ' ');
        t->blank = false;
    }
    struct run *r = add_run(t, RUN_TEXT, t->words_look);
    const char *text = utf8_compose(t->env->arena, t->words.text);
    r->text = t->style->upper ? utf8_upper(t->env->arena, text) : text;
    r->written = r->text != text && strlen(r->text) == strlen(text) ? text : NULL;
    r->data = t->words_pos;
    t->words = buf_in(t->env->arena);
}

static bool same_look(const struct look *a, const struct look *b)
{
    return a->fonts == b->fonts && a->size == b->size && a->bold == b->bold &&
           a->italic == b->italic && a->underline == b->underline && a->script == b->script &&
           a->colour == b->colour && a->whole == b->whole;
}

/* What comes next looks like t->look: what came before becomes a run if it did not.       */
void text_look(struct text *t)
{
    if (t->words_look && same_look(t->words_look, &t->look))
        return;
    text_flush(t);
    if (!t->env->look || !same_look(t->env->look, &t->look)) {
        struct look *l = NEW(t->env->arena, struct look);
        *l = t->look;
        t->env->look = l;
    }
    t->words_look = t->env->look;
}

static bool begun(const struct text *t)
{
    return t->words.size || (t->last && t->last->kind != RUN_BREAK);
}

static void end_with_blank(struct text *t)
{
    if (!t->words_look->underline)
        buf_char(&t->words, ' ');
    t->blank = t->words_look->underline;
}

/* Offsets keep step with the words so that a bad letter can be found again; an
 * entity makes them lag, which the search for the letter makes good.                     */
void text_words(struct text *t, const char *words, struct pos pos)
{
    for (const char *s = words; *s;) {
        size_t blank = strspn(s, " \t\r\n"), n;
        if (blank)
            t->blank = begun(t);
        s += blank;
        n = strcspn(s, " \t\r\n");
        if (!n)
            break;
        if (t->blank && t->look.underline && t->words.size)
            end_with_blank(t); /* a line below words begins with the words */
        text_look(t);
        if (!t->words.size) {
            t->words_pos = pos;
            if (pos.src)
                t->words_pos.offset += (int)(s - words);
        }
        if (t->blank)
            buf_char(&t->words, ' ');
        t->blank = false;
        buf_bytes(&t->words, s, (int)n);
        t->opened = true;
        s += n;
    }
}

/* A mark stands at its word; a blank in front of it moves behind it.                     */
struct run *text_object(struct text *t, enum run_kind kind, bool at_word)
{
    bool blank = t->blank;
    text_look(t);
    if (blank && !at_word)
        buf_char(&t->words, ' ');
    text_flush(t);
    t->blank = blank && at_word;
    return add_run(t, kind, t->words_look);
}

void text_break(struct text *t, struct pos pos)
{
    text_look(t);
    text_flush(t);
    t->blank = false;
    add_run(t, RUN_BREAK, t->words_look)->data = pos;
}

/* The number of the page that running matter stands on waits for nothing.                  */
struct run *text_late(struct text *t, enum late_rule late, struct pos pos)
{
    struct run *r = text_object(t, RUN_LATE, false);
    r->late = late;
    r->data = pos;
    if (late != LATE_PAGE_NUMBER || !t->env->in_running)
        r->order = t->env->doc->n_late++;
    return r;
}

void text_marked(struct text *t, int id)
{
    if (id == D_B)
        t->look.bold = true;
    if (id == D_I)
        t->look.italic = !t->style->look.italic; /* within italics upright stands out */
    if (id == D_U)
        t->look.underline = true;
    if (id == D_SUP || id == D_SUB)
        t->look.script = id == D_SUP ? SCRIPT_SUP : SCRIPT_SUB;
}

struct run *text_end(struct text *t)
{
    text_flush(t);
    return t->first;
}
