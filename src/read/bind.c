/* bind.c - what the template needs, its settings, and the binding: sections of pages, notes,
 * the PDF's own data.                                                                        */
#include "read/bind.h"

#include "base/date.h"
#include "base/number.h"
#include "read/env.h"

/* ---- what the template needs -------------------------------------------------------------------- */

static void check_value(struct env *env, const struct need *need, const xmlNode *node)
{
    const char *text = xml_plain(env->arena, node);
    struct pos at = xml_pos(node);
    struct decimal number;
    if (strcmp(need->kind, "number") == 0 && *text && !decimal_parse(text, env->vietnamese_numbers, &number))
        say_wanted(env->log, MSG_NUMBER_NONE, at, need->pos, text);
    if (strcmp(need->kind, "date") == 0) {
        struct attr_rule rule = { .name = need->label, .kind = VALUE_DATE };
        value_check(env->log, &rule, text, at);
    }
}

static int nodes_in(const xmlXPathObject *o) { return o && o->nodesetval ? o->nodesetval->nodeNr : 0; }

static void check_step(struct env *env, const struct need *need, xmlNode *from)
{
    xmlXPathObject *o = env_eval(env, &need->step->pieces[0], (struct context){ from, 1, 1 });
    if (need->required && !nodes_in(o))
        say_wanted(env->log, MSG_NEED_MISSING, xml_pos(from), need->pos, need->path, need->label);
    for (int i = 0; i < nodes_in(o); i++)
        check_value(env, need, o->nodesetval->nodeTab[i]);
    xmlXPathFreeObject(o);
}

/* The path's last step is wanted in every element that the rest of the path finds. */
static void check_needs(struct env *env)
{
    for (const struct need *need = env->t->needs; need; need = need->next) {
        if (!need->parents || !need->parents->n || !need->step->n)
            continue;
        xmlXPathObject *o = env_eval(env, &need->parents->pieces[0], (struct context){ env->document, 1, 1 });
        for (int i = 0; i < nodes_in(o); i++)
            check_step(env, need, o->nodesetval->nodeTab[i]);
        if (!nodes_in(o) && need->required)
            say_wanted(env->log, MSG_NEED_MISSING, xml_pos(env->document), need->pos, need->path, need->label);
        xmlXPathFreeObject(o);
    }
}

/* A misspelt name would drop out of every list and sum. */
static void check_known(struct env *env, const xmlNode *node)
{
    const struct vocabulary *v = &env->t->vocabulary;
    for (const xmlNode *n = xml_first_element(node); n; n = xml_next_element(n)) {
        if (!vocabulary_has(v, xml_name(n)))
            say(env->log, MSG_NEED_UNKNOWN, xml_pos(n), xml_name(n), did_you_mean(env->log, xml_name(n), v->name, v->n_names));
        for (const xmlAttr *a = n->properties; a; a = a->next)
            if (!vocabulary_has(v, (const char *)a->name))
                say(env->log, MSG_NEED_UNKNOWN, xml_attr_pos(a), (const char *)a->name,
                    did_you_mean(env->log, (const char *)a->name, v->name, v->n_names));
        check_known(env, n);
    }
}

/* ---- settings -------------------------------------------------------------------------------------- */

static void override_checked(struct env *env, const char *name, const char *value, struct pos at)
{
    const char *names[200];
    int n = 0;
    for (const struct set *s = env->t->sets; s && n < LENGTH(names); s = s->next)
        names[n++] = s->name;
    if (env_setting(env, name))
        env_override(env, name, value);
    else
        say(env->log, MSG_SET_UNKNOWN, at, name, did_you_mean(env->log, name, names, n));
}

static void take_settings(struct env *env, const struct bind_options *options)
{
    for (const xmlNode *n = xml_first_element(env->document); n; n = xml_next_element(n))
        if (xml_rule(n) && xml_rule(n)->id == D_SET)
            override_checked(env, xml_attr(n, "name"), xml_attr(n, "value"), xml_pos(n));
    for (int i = 0; i < options->n_settings; i++)
        override_checked(env, options->settings[i].name, options->settings[i].value, NOWHERE);
}

/* ---- pages ------------------------------------------------------------------------------------------ */

static bool is(struct env *env, const struct tnode *n, const char *name, const char *word, struct context at)
{
    return attr_is(env, n, name, word, at);
}

static void take_running(struct env *env, struct section *s, const struct tnode *n, struct context at)
{
    int where = is(env, n, "at", "top", at) ? AT_TOP : AT_BOTTOM;
    for (int which = RUN_FIRST; which <= RUN_REST; which++) {
        if (is(env, n, "on", which == RUN_FIRST ? "rest" : "first", at) || s->running[which][where].tmpl.src)
            continue;
        s->running[which][where] = (struct running){ flow_blocks(env, n->first, at),
                                                     attr_len(env, n, "edge", at), n->pos };
    }
}

/* The page's own running matter first, then its bases'.                                              */
static void take_runnings(struct env *env, struct section *s, const struct def *d, struct context at)
{
    for (; d; d = d->base)
        for (const struct tnode *n = d->running; n; n = n->next)
            if (tnode_id(n) == T_RUNNING)
                take_running(env, s, n, at);
}

struct layout { struct env *env; struct section **end; };

static void make_section(void *user, const struct tnode *n, struct context at)
{
    struct layout *layout = user;
    struct env *env = layout->env;
    if (tnode_id(n) != T_PAGES) {
        say(env->log, MSG_SLOT_HERE, n->pos, n->rule ? n->rule->name : "#text",
            log_word(env->log, "trong <layout> cần <pages>", "in a <layout> <pages> is wanted"));
        return;
    }
    const char *master = attr_text(env, n, "master", at);
    const struct def *d = def_find(env->t->pages, master ? master : "");
    if (!d) {
        say(env->log, MSG_NAME_UNKNOWN, n->pos, log_word(env->log, "khổ trang", "page"), master, "");
        return;
    }
    const struct value *o = def_attr(d, "orientation");
    bool landscape = o && strcmp(env_text(env, o, at), "landscape") == 0;
    struct section *s = NEW(env->arena, struct section);
    *s = (struct section){ .width = landscape ? A4_HEIGHT : A4_WIDTH,
                           .height = landscape ? A4_WIDTH : A4_HEIGHT,
                           .top = def_len(env, d, "top"),
                           .bottom = def_len(env, d, "bottom"),
                           .left = def_len(env, d, "left"),
                           .right = def_len(env, d, "right"),
                           .start = attr_number(env, n, "start", at),
                           .tmpl = n->pos };
    take_runnings(env, s, d, at);
    s->blocks = flow_blocks(env, n->first, at);
    *layout->end = s;
    layout->end = &s->next;
}

/* ---- the document -------------------------------------------------------------------------------------- */

static const char *meta(struct env *env, const char *name)
{
    struct context at = { env->document, 1, 1 };
    const struct value *v = env->t->meta ? tnode_attr(env->t->meta, name) : NULL;
    return v ? env_text(env, v, at) : "";
}

static int complete_date(const xmlNode *document)
{
    const xmlNode *p = xml_child(document, "promulgation");
    const char *text = p ? xml_attr(p, "date") : NULL;
    struct date d;
    if (!text || date_parse(text, &d) != DATE_GOOD || !d.day)
        return 0;
    return d.year * 10000 + d.month * 100 + d.day;
}

static void bind_layout(struct env *env)
{
    struct doc *doc = env->doc;
    struct context at = { env->document, 1, 1 };
    struct layout layout = { env, &doc->sections };
    if (env->t->footnotes) {
        doc->note_rule = attr_len(env, env->t->footnotes, "rule", at);
        doc->note_gap = attr_len(env, env->t->footnotes, "gap", at);
    }
    flow_walk(env, env->t->layout->first, at, make_section, &layout);
    doc->title = meta(env, "title");
    doc->author = meta(env, "author");
    doc->subject = meta(env, "subject");
    doc->date = complete_date(env->document);
}

struct doc *bind_document(struct arena *a, struct log *log, struct template *t, xmlDoc *data,
                          const struct bind_options *options)
{
    struct doc *doc = NEW(a, struct doc);
    int before = log->errors;
    struct env *env = NEW(a, struct env);
    *env = (struct env){ .arena = a, .log = log, .t = t, .doc = doc, .mode = options->mode,
                         .document = xmlDocGetRootElement(data), .notes_end = &doc->notes };
    const char *lang = xml_attr(env->document, "lang");
    const xmlNode *free_data = xml_child(env->document, "data");
    env->lang = doc->lang = lang ? lang : "vi";
    env->vietnamese_numbers = free_data && xml_attr(free_data, "numbers");
    t->epoch++;
    env_open(env);
    take_settings(env, options);
    check_needs(env);
    if (free_data && t->needs)
        check_known(env, free_data);
    labels_make(env);
    if (log->errors == before)
        bind_layout(env);
    return log->errors == before ? doc : NULL;
}
