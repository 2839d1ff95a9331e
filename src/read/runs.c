/* runs.c - words, inline elements and expressions into runs. A run of white space
 * is one blank, also between two inline elements; a paragraph has none at its ends.     */
#include "read/env.h"

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

static void flush(struct text *t)
{
    if (!t->words.size)
        return;
    struct run *r = add_run(t, RUN_TEXT, t->words_look);
    const char *text = utf8_compose(t->env->arena, t->words.text);
    r->text = t->style->upper ? utf8_upper(t->env->arena, text) : text;
    r->data = t->words_pos;
    t->words = buf_in(t->env->arena);
}

static bool same_look(const struct look *a, const struct look *b)
{
    return a->fonts == b->fonts && a->size == b->size && a->bold == b->bold &&
           a->italic == b->italic && a->underline == b->underline && a->script == b->script &&
           a->colour == b->colour;
}

/* What comes next looks like t->look: what came before becomes a run if it did not.       */
static void look_now(struct text *t)
{
    if (t->words_look && same_look(t->words_look, &t->look))
        return;
    flush(t);
    struct look *l = NEW(t->env->arena, struct look);
    *l = t->look;
    t->words_look = l;
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
        look_now(t);
        if (!t->words.size) {
            t->words_pos = pos;
            if (pos.src)
                t->words_pos.offset += (int)(s - words);
        }
        if (t->blank)
            buf_char(&t->words, ' ');
        t->blank = false;
        buf_bytes(&t->words, s, (int)n);
        s += n;
    }
}

/* A mark stands at its word; a blank in front of it moves behind it.                     */
static struct run *add_object(struct text *t, enum run_kind kind, bool at_word)
{
    bool blank = t->blank;
    look_now(t);
    if (blank && !at_word)
        buf_char(&t->words, ' ');
    flush(t);
    t->blank = blank && at_word;
    return add_run(t, kind, t->words_look);
}

static void add_break(struct text *t, struct pos pos)
{
    look_now(t);
    flush(t);
    t->blank = false;
    add_run(t, RUN_BREAK, t->words_look)->data = pos;
}

/* ---- notes -------------------------------------------------------------------------- */

static const char *note_label(struct env *env, const xmlNode *fn)
{
    const char *typed = fn ? xml_attr(fn, "label") : NULL, *number = fn ? xml_attr(fn, "number") : NULL;
    int t;
    if (typed)
        return typed;
    env->note_number =
        number && thousandths_parse(number, &t) ? t / 1000 : env->note_number + 1;
    env->number = env->note_number;
    const struct value *mark = tnode_attr(env->t->footnotes, "mark");
    return env_text(env, mark, (struct context){ env->document, 1, 1 });
}

static struct text note_text(struct env *env, const struct style *style, const struct note *note,
                             bool first)
{
    struct text t = text_begin(env, style);
    if (first) {
        t.look.script = SCRIPT_SUP;
        struct run *r = add_object(&t, RUN_TEXT, false);
        r->text = note->label;
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
static struct block *note_blocks(struct env *env, const struct note *note, const xmlNode *fn)
{
    struct block *list = NULL;
    struct flow f = { env, &list };
    const char *name = value_literal(tnode_attr(env->t->footnotes, "style"));
    const struct style *style = style_make(env, name ? name : "");
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
    return list;
}

static void add_note(struct text *t, const xmlNode *fn)
{
    struct env *env = t->env;
    if (env->in_note) {
        say(env->log, MSG_NOTE_IN_NOTE, xml_pos(fn), NULL);
        return;
    }
    if (!env->t->footnotes) {
        say(env->log, MSG_NOTE_MISPLACED, xml_pos(fn), "template");
        return;
    }
    struct note *note = NEW(env->arena, struct note);
    note->data = xml_pos(fn);
    note->tmpl = env->t->footnotes->pos;
    note->label = note_label(env, fn);
    if (xml_is_blank(note->label))
        say(env->log, MSG_FIELD_EMPTY, xml_pos(fn), "fn", log_word(env->log, "ký hiệu chú thích", "mark"));
    env->in_note = true;
    note->blocks = note_blocks(env, note, fn);
    env->in_note = false;
    *env->notes_end = note;
    env->notes_end = &note->next;
    struct look plain = t->look;
    t->look.script = SCRIPT_SUP;
    t->look.bold = t->look.italic = t->look.underline = false;
    struct run *r = add_object(t, RUN_NOTE, true);
    t->look = plain;
    r->text = note->label;
    r->note = note;
    r->data = note->data;
}

/* ---- the data's inline elements ------------------------------------------------------ */

static const char *trimmed_label(struct arena *a, const char *label)
{
    size_t n = strlen(label);
    while (n && strchr(".):", label[n - 1]))
        n--;
    return arena_copy(a, label, n);
}

static void add_ref(struct text *t, const char *id, struct pos pos)
{
    const xmlNode *to = xml_by_id(t->env->document->doc, id);
    const char *label = to ? xml_mark_of(to)->label : NULL;
    if (!label) {
        say(t->env->log, MSG_REF_UNKNOWN, pos, id,
            to ? log_word(t->env->log, " có số để in", " with a number to print") : "");
        return;
    }
    const char *outer = t->href;
    flush(t);
    t->href = arena_format(t->env->arena, "#%s", id);
    text_words(t, trimmed_label(t->env->arena, label), pos);
    flush(t);
    t->href = outer;
}

static void add_link(struct text *t, const xmlNode *a)
{
    const char *outer = t->href;
    flush(t);
    if (t->blank) { /* stays outside of the link */
        look_now(t);
        buf_char(&t->words, ' ');
        t->words_pos = xml_pos(a);
        t->blank = false;
        flush(t);
    }
    t->href = xml_attr(a, "href");
    if (*xml_plain(t->env->arena, a))
        text_children(t, a);
    else
        text_words(t, t->href, xml_pos(a));
    flush(t);
    t->href = outer;
}

static void changed_look(struct text *t, int id)
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

static void text_element(struct text *t, const xmlNode *node)
{
    int id = xml_rule(node) ? xml_rule(node)->id : D_OTHER;
    struct look outer = t->look;
    switch (id) {
    case D_BR:
        add_break(t, xml_pos(node));
        break;
    case D_FN:
        add_note(t, node);
        break;
    case D_REF:
        add_ref(t, xml_attr(node, "to"), xml_pos(node));
        break;
    case D_A:
        add_link(t, node);
        break;
    default:
        changed_look(t, id);
        text_children(t, node);
        t->look = outer;
    }
}

void text_node(struct text *t, const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE)
        text_words(t, xml_content(node), xml_pos(node));
    else if (node->type == XML_ATTRIBUTE_NODE)
        text_words(t, xml_attr_value((const xmlAttr *)node), xml_pos(node));
    else if (node->type == XML_ELEMENT_NODE)
        text_element(t, node);
}

void text_children(struct text *t, const xmlNode *node)
{
    for (const xmlNode *c = node->children; c; c = c->next)
        text_node(t, c);
}

/* ---- the template's inline elements ---------------------------------------------------- */

/* In text a node brings its markup and notes; everything else its string.                 */
static void add_object_text(struct text *t, const xmlXPathObject *o, const struct piece *p,
                            struct context at)
{
    bool missing;
    const char *text = object_text(t->env, o, &missing);
    if (missing) {
        say_wanted(t->env->log, MSG_DATA_MISSING, xml_pos(at.node), p->pos, p->source);
        return;
    }
    if (o->type != XPATH_NODESET) {
        text_words(t, text, p->pos);
        return;
    }
    const xmlNode *node = o->nodesetval->nodeTab[0];
    if (node->type == XML_ELEMENT_NODE)
        text_children(t, node);
    else
        text_node(t, node);
}

static void text_value(struct text *t, const struct value *v, struct context at)
{
    for (int i = 0; i < v->n; i++) {
        const struct piece *p = &v->pieces[i];
        if (p->words) {
            text_words(t, p->words, p->pos);
            continue;
        }
        xmlXPathObject *o = env_eval(t->env, p, at);
        if (o)
            add_object_text(t, o, p, at);
        xmlXPathFreeObject(o);
    }
}

enum field_kind field_kind_parse(const char *s)
{
    static const char *const names[] = { "signature", "seal", "attachment-signature", "number",
                                         "date", "blank" };
    int i = 0;
    while (i < LENGTH(names) - 1 && (!s || strcmp(s, names[i]) != 0))
        i++;
    return (enum field_kind)i;
}

/* What is filled in is plain words; room without words has a width.                       */
static void text_field(struct text *t, const struct tnode *n, struct context at)
{
    struct env *env = t->env;
    struct text inside = text_begin(env, t->style);
    inside.look = t->look;
    text_flow(&inside, n->first, at);
    struct buf words = buf_in(env->arena);
    for (const struct run *r = text_end(&inside); r; r = r->next)
        buf_str(&words, r->text ? r->text : "");
    struct field *f = NEW(env->arena, struct field);
    f->kind = field_kind_parse(attr_text(env, n, "kind", at));
    f->name = attr_text(env, n, "name", at);
    f->width = attr_len(env, n, "width", at);
    struct run *r = add_object(t, RUN_FIELD, false);
    r->field = f;
    r->text = words.size ? words.text : NULL;
    r->data = n->pos;
}

static void text_styled(struct text *t, const struct tnode *n, struct context at)
{
    const struct style *outer_style = t->style;
    struct look outer = t->look;
    const char *name = attr_text(t->env, n, "style", at);
    flush(t);
    t->style = style_make(t->env, name ? name : "");
    t->look = t->style->look;
    text_flow(t, n->first, at);
    flush(t);
    t->style = outer_style;
    t->look = outer;
}

static void text_tnode(void *user, const struct tnode *n, struct context at)
{
    static const int data_id[] = { [T_B] = D_B, [T_I] = D_I, [T_U] = D_U, [T_SUP] = D_SUP, [T_SUB] = D_SUB };
    struct text *t = user;
    struct look outer = t->look;
    const char *outer_href = t->href;
    switch (tnode_id(n)) {
    case T_OTHER:
        text_value(t, n->text, at);
        break;
    case T_SPAN:
        text_styled(t, n, at);
        break;
    case T_B: case T_I: case T_U: case T_SUP: case T_SUB:
        changed_look(t, data_id[tnode_id(n)]);
        text_flow(t, n->first, at);
        t->look = outer;
        break;
    case T_BR:
        add_break(t, n->pos);
        break;
    case T_A:
        flush(t);
        t->href = attr_text(t->env, n, "href", at);
        text_flow(t, n->first, at);
        flush(t);
        t->href = outer_href;
        break;
    case T_REF:
        add_ref(t, attr_text(t->env, n, "to", at), n->pos);
        break;
    case T_FIELD:
        text_field(t, n, at);
        break;
    case T_PAGE_NUMBER:
        add_object(t, RUN_LATE, false)->late = LATE_PAGE_NUMBER;
        break;
    default:
        say(t->env->log, MSG_SLOT_HERE, n->pos, n->rule->name,
            log_word(t->env->log, "trong đoạn văn chỉ có chữ", "a paragraph holds only words"));
    }
}

void text_flow(struct text *t, const struct tnode *first, struct context at)
{
    flow_walk(t->env, first, at, text_tnode, t);
}

struct run *text_end(struct text *t)
{
    flush(t);
    return t->first;
}
