/* content.c - the data's own blocks, each set as the first level that fits it says.      */
#include "read/bind/flow.h"

/* A number waiting for the first words it can run into.                                   */
struct content {
    struct flow *f;
    xmlNode *labelled;           /* whose number it is, NULL: none waits                  */
    const char *id;              /* of what begins with the next paragraph, or NULL        */
    const struct list_item *item;     /* the nearest one around, or NULL                        */
};

static const char *level_word(const struct level *l, const char *name)
{
    return l ? value_literal(tnode_attr(l->node, name)) : NULL;
}

static const struct level *level_at(struct env *env, const xmlNode *node)
{
    const struct level *l = xml_mark_of(node)->level;
    if (!l)
        say(env->log, MSG_LEVEL_NONE, xml_pos(node), xml_name(node));
    return l;
}

/* The number in front of a paragraph, in its own look where the level gives one.           */
static void begin_with_label(struct text *t, const xmlNode *labelled)
{
    const struct level *l = labelled ? xml_mark_of(labelled)->level : NULL;
    const char *label = l ? xml_mark_of(labelled)->label : NULL;
    const char *style = level_word(l, "label-style");
    if (!label || !*label)
        return;
    if (style) {
        const struct style *s = style_make(t->env, style);
        t->look.bold = s->look.bold;
        t->look.italic = s->look.italic;
    }
    text_words(t, label, xml_pos(labelled));
    text_words(t, " ", NOWHERE);
    t->opened = false;
    t->look = t->style->look;
}

static struct block *add_para(struct content *c, const struct style *style, struct text *t,
                              const struct level *l, const xmlNode *node)
{
    struct run *runs = text_end(t);
    if (!runs)
        return NULL;
    struct block *b = block_new(c->f, BLOCK_PARA, l ? l->node->pos : NOWHERE, xml_pos(node));
    b->role = "o6";
    b->id = c->id;
    c->id = NULL;
    b->before = style->before;
    b->para.style = style;
    b->para.runs = runs;
    return b;
}

static struct text begin_para(struct content *c, const char *style_name)
{
    struct text t = text_begin(c->f->env, style_make(c->f->env, style_name ? style_name : ""));
    begin_with_label(&t, c->labelled);
    c->labelled = NULL;
    return t;
}

/* The number on a line of its own ("Chương I").                                            */
static void label_above(struct content *c, const struct level *l, const xmlNode *node)
{
    const char *style = level_word(l, "label-style");
    struct text t = text_begin(c->f->env, style_make(c->f->env, style ? style : ""));
    text_words(&t, xml_mark_of(node)->label ? xml_mark_of(node)->label : "", xml_pos(node));
    add_para(c, t.style, &t, l, node);
    c->labelled = NULL;
}

static void title_para(struct content *c, const struct level *l, const xmlNode *title)
{
    struct text t = begin_para(c, level_word(l, "title-style"));
    text_children(&t, title);
    add_para(c, t.style, &t, l, title);
}

static bool is_inline(const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE)
        return true;
    int id = node->type == XML_ELEMENT_NODE && xml_rule(node) ? xml_rule(node)->id : D_OTHER;
    return id >= D_B;
}

/* Words that stand directly in an element, up to the next block; returns that block.      */
static xmlNode *words_para(struct content *c, const struct level *l, xmlNode *first)
{
    const char *name = level_word(l, "style");
    struct env *env = c->f->env;
    xmlNode *node = first;
    bool words = false;
    for (; node && (is_inline(node) || node->type == XML_COMMENT_NODE); node = node->next)
        words = words || node->type == XML_ELEMENT_NODE ||
                (node->type == XML_TEXT_NODE && !xml_is_blank(xml_content(node)));
    if (!words)
        return node;
    struct text t = name ? begin_para(c, name) : text_begin(env, style_make(env, ""));
    for (xmlNode *n = first; n != node; n = n->next)
        text_node(&t, n);
    add_para(c, t.style, &t, l, first->type == XML_TEXT_NODE ? first->parent : first);
    return node;
}

static void content_children(struct content *c, const struct level *l, xmlNode *container);

/* A number that found no words to run into stands alone, with what follows: it is never lost. */
static void flush_label(struct content *c)
{
    if (!c->labelled)
        return;
    const xmlNode *node = c->labelled;
    const struct level *l = xml_mark_of(node)->level;
    struct text t = begin_para(c, level_word(l, "style"));
    struct block *b = add_para(c, t.style, &t, l, node);
    struct style *kept = NEW(c->f->env->arena, struct style);
    *kept = *t.style;
    kept->keep_next = true;
    if (b)
        b->para.style = kept;
}

/* What has a number or a dash and is no heading is an item of a list, together with its neighbours. */
static const struct list_item *item_new(struct content *c, const struct level *l, const xmlNode *node)
{
    const char *title = xml_child(node, "title") ? level_word(l, "title-style") : NULL, *label = xml_mark_of(node)->label;
    bool above = level_word(l, "label") && strcmp(level_word(l, "label"), "above") == 0;
    if (!label || !*label || above || (title && style_make(c->f->env, title)->outline))
        return c->item;
    struct list_item *item = NEW(c->f->env->arena, struct list_item);
    *item = (struct list_item){ c->item, node->parent };
    return item;
}

/* Inner items have taken theirs.                                                           */
static void give_blocks(struct block *first, const struct list_item *item)
{
    for (struct block *b = first; b && item; b = b->next)
        b->item = b->item ? b->item : item;
}

static void numbered(struct content *c, xmlNode *node)
{
    const struct level *l = level_at(c->f->env, node);
    xmlNode *title = xml_child(node, "title");
    const char *label = level_word(l, "label");
    if (!l)
        return;
    flush_label(c);
    const struct list_item *around = c->item;
    struct block **first = c->f->end;
    c->item = item_new(c, l, node);
    c->labelled = xml_mark_of(node)->label ? node : NULL;
    c->id = xml_attr_kept(c->f->env->arena, node, "id");
    if (label && strcmp(label, "above") == 0)
        label_above(c, l, node);
    if (title)
        title_para(c, l, title);
    content_children(c, l, node);
    flush_label(c);
    c->id = NULL;
    give_blocks(*first, c->item);
    c->item = around;
}

static void insert(struct content *c, const xmlNode *node)
{
    struct env *env = c->f->env;
    const char *names[MOST_NAMES], *name = xml_attr(node, "slot");
    int n = 0;
    struct slot *s = env->t->slots;
    for (; s && strcmp(s->name, name) != 0; s = s->next)
        if (n < LENGTH(names))
            names[n++] = s->name;
    if (s) {
        s->used = true;
        flow_slot(c->f, s, (struct context){ env->document, 1, 1 });
    } else {
        say(env->log, MSG_INSERT_UNKNOWN, xml_pos(node), name, did_you_mean(env->log, name, names, n));
    }
}

static void set_block(struct content *c, xmlNode *node)
{
    switch (xml_rule(node)->id) {
    case D_P: {
        const struct level *l = level_at(c->f->env, node);
        struct text t = begin_para(c, level_word(l, "style"));
        text_children(&t, node);
        struct block *b = add_para(c, t.style, &t, l, node);
        if (b && xml_attr(node, "id"))
            b->id = xml_attr_kept(c->f->env->arena, node, "id");
        break;
    }
    case D_LIST:
        for (xmlNode *item = xml_first_element(node); item; item = xml_next_element(item))
            numbered(c, item);
        break;
    case D_TABLE:
        flush_label(c);
        if (level_at(c->f->env, node))
            table_data(c->f, node);
        break;
    case D_FIGURE:
        flush_label(c);
        figure_data(c->f, node);
        break;
    case D_INSERT:
        insert(c, node);
        break;
    case D_TITLE:
        break;
    default:
        numbered(c, node);
    }
}

/* A level may give what it sets pages of its own.                                          */
static void content_block(struct content *c, xmlNode *node)
{
    const struct level *l = xml_mark_of(node)->level;
    const char *page = level_word(l, "page");
    struct flow *outer = c->f, own = page ? section_own(c->f, page, l->node->pos, (struct context){ node, 1, 1 }) : *outer;
    c->f = page ? &own : outer;
    set_block(c, node);
    c->f = outer;
}

static void content_children(struct content *c, const struct level *l, xmlNode *container)
{
    for (xmlNode *node = container->children; node;) {
        if (is_inline(node)) {
            xmlNode *next = words_para(c, l, node);
            node = next;
            continue;
        }
        if (node->type == XML_ELEMENT_NODE && xml_rule(node))
            content_block(c, node);
        node = node->next;
    }
}

void content_blocks(struct flow *f, xmlNode *container)
{
    struct content c = { .f = f, .id = xml_attr_kept(f->env->arena, container, "id") };
    xml_mark_of(container)->shown = true;
    content_children(&c, NULL, container);
}

/* An empty text behind a run.                                                                  */
static struct run *run_after(struct env *env, struct run *r)
{
    struct run *text = NEW(env->arena, struct run);
    *text = (struct run){ .next = r->next, .kind = RUN_TEXT, .look = r->look, .text = "", .data = r->data };
    r->next = text;
    return text;
}

/* "./." after the last word and before a note's mark behind it; a stop that stands there
 * already makes room for it.                                                                */
void content_ending(struct env *env, struct block *first, const char *ending)
{
    struct block *last = first;
    while (last && last->next)
        last = last->next;
    struct run *words = NULL;
    if (last && last->kind == BLOCK_PARA)
        for (struct run *r = last->para.runs; r; r = r->next)
            words = r->kind == RUN_TEXT || r->kind == RUN_LATE ? r : words;
    if (words && words->kind == RUN_LATE) /* "trang 5./." */
        words = run_after(env, words);
    if (!words) {
        say(env->log, MSG_ENDING_NONE, last ? last->data : NOWHERE, ending);
        return;
    }
    size_t n = strlen(words->text), e = strlen(ending);
    if (n >= e && strcmp(words->text + n - e, ending) == 0)
        return;
    while (n && strchr(". ;", words->text[n - 1]))
        n--;
    words->text = arena_format(env->arena, "%.*s%s", (int)n, words->text, ending);
}
