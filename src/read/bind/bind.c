/* bind.c - the settings, and the binding: sections of pages, notes,
 * the PDF's own data.                                                                        */
#include "read/bind/bind.h"

#include "base/date.h"
#include "read/bind/flow.h"
#include "read/judge/judge.h"

/* ---- settings -------------------------------------------------------------------------------------- */

static void override_checked(struct env *env, const char *name, const char *value, struct pos at)
{
    const char *names[MOST_NAMES];
    int n = 0;
    for (const struct set *s = env->t->sets; s && n < LENGTH(names); s = s->next)
        names[n++] = s->name;
    if (env_setting(env, name) && setting_check(env->log, env->t, name, value, at))
        env_override(env, name, value);
    else if (!env_setting(env, name))
        say(env->log, MSG_SET_UNKNOWN, at, name, did_you_mean(env->log, name, names, n));
}

static void take_settings(struct env *env, const struct bind_options *options)
{
    for (const xmlNode *n = xml_first_element(env->document); n; n = xml_next_element(n))
        if (xml_rule(n) && xml_rule(n)->id == D_SET)
            override_checked(env, xml_attr_kept(env->arena, n, "name"), xml_attr_kept(env->arena, n, "value"), xml_pos(n));
    for (int i = 0; i < options->n_settings; i++)
        override_checked(env, options->settings[i].name, options->settings[i].value, NOWHERE);
}

/* ---- pages ------------------------------------------------------------------------------------------ */

struct layout { struct env *env; struct section **end; };

static void make_section(void *user, const struct tnode *n, struct context at)
{
    struct layout *layout = user;
    struct env *env = layout->env;
    if (tnode_id(n) != T_PAGES) {
        say(env->log, MSG_SLOT_HERE, n->pos, n->rule ? n->rule->name : "#text",
            log_word(env->log, "trong <layout> cần <pages>", "a <layout> needs <pages>"));
        return;
    }
    file_begin(env, n, at);
    const char *master = attr_text(env, n, "master", at);
    struct section *s = section_new(env, master ? master : "", n->pos, at);
    if (s) {
        if (env->t->footnotes && attr_is(env, env->t->footnotes, "restart", "pages", at))
            env->note_number = 0;
        s->start = attr_number(env, n, "start", at);
        s->label = attr_text(env, n, "label", at);
        s->id = xml_rule(at.node) ? xml_attr_kept(env->arena, at.node, "id") : NULL;
        s->blocks = flow_blocks(env, n->first, at);
        layout->end = section_hang(env, layout->end, s);
    }
    file_end(env);
}

/* ---- the document -------------------------------------------------------------------------------------- */

/* What one of its parts leaves empty does not show: "{type} {subject}" has no blank at its end.               */
static const char *meta(struct env *env, const char *name)
{
    struct context at = { env->document, 1, 1 };
    const struct value *v = env->t->meta ? tnode_attr(env->t->meta, name) : NULL;
    const char *s = v ? env_text(env, v, at) : "";
    size_t n = strlen(s += strspn(s, " "));
    while (n && s[n - 1] == ' ')
        n--;
    return arena_copy(env->arena, s, n);
}

/* Of the promulgation, if it is complete; else what whoever builds the file says it is (the
 * convention of reproducible-builds.org). Never the clock's: the same data makes the same file. */
static int file_date(const xmlNode *document)
{
    const xmlNode *p = xml_child(document, "promulgation");
    const char *text = p ? xml_attr(p, "date") : NULL;
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    struct date d;
    bool complete = text && date_parse(text, &d) == DATE_GOOD && d.day;
    if (!complete && (!epoch || !date_of_epoch(epoch, &d)))
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
        env->notes_by_page = attr_is(env, env->t->footnotes, "restart", "page", at);
    }
    flow_walk(env, env->t->layout->first, at, make_section, &layout);
    contents_make(env);
    marks_make(env);
    files_make(env);
    doc->title = meta(env, "title");
    doc->author = meta(env, "author");
    doc->subject = meta(env, "subject");
    doc->type = meta(env, "type");
    doc->date = file_date(env->document);
    doc->paper = strcmp(env->mode, "paper") == 0;
}

const char *bind_name(struct env *env)
{
    const struct value *file = env->t->file;
    const struct context at = { env->record, env->position, env->size };
    int before = env->log->faults;
    const char *name = file ? env_text(env, file, at) : NULL;
    if (name && env->log->faults == before) /* what is missing in it has been said */
        file_name_check(env, name, at, file->pos);
    return name;
}

static void note_images(struct env *env)
{
    struct doc *doc = env->doc;
    while (image_path(&env->images, doc->n_images))
        doc->n_images++;
    doc->images = NEW_N(env->arena, const char *, doc->n_images + 1);
    for (int i = 0; i < doc->n_images; i++)
        doc->images[i] = image_path(&env->images, i);
}

struct doc *bind_document(struct arena *a, struct log *log, const struct record *record,
                          const struct bind_options *options)
{
    struct doc *doc = NEW(a, struct doc);
    int before = log->faults; /* what another record has wrong was said with the first */
    struct env *env = env_new(a, log, record, options);
    env->doc = doc;
    env->notes_end = &doc->notes;
    env->images = (struct images){ .arena = a, .log = log };
    env->most_blocks = (int)log_limit(log, LIMIT_BLOCKS);
    env->t->epoch++;
    doc->lang = env->lang;
    doc->file = bind_name(env);
    take_settings(env, options);
    checks_levels(env);
    needs_check(env);
    labels_make(env);
    checks_run(env);
    if (log->faults == before)
        bind_layout(env);
    log_end_late(log);
    if (log->faults == before)
        unseen_check(env);
    note_images(env);
    return log->faults == before ? doc : NULL;
}
