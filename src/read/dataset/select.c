/* select.c - which records, in which order, which of them together: --where, --sort, --group. Each is an
 * XPath of the record, judged like those of its template. Words are put in the order of the bytes of
 * their composed letters, which is not quite that of a Vietnamese dictionary: Đ stands behind Z.      */
#include "read/dataset/dataset.h"

#include "base/number.h"
#include "read/xpath/env.h"

/* The three as one template reads them.                                                              */
struct judged { const struct template *t; struct value *where, *sort, *group; struct judged *next; };

struct key { const char *words; double number; uint32_t record; };

struct selecting {
    struct dataset *d;
    struct arena *arena;         /* until all is selected                                          */
    struct glance *glance;
    struct judged *judged;
    struct key *key, *group;     /* of the records that are left: for the order, of their group      */
    uint32_t n;
    bool numbers;                /* all keys are                                                    */
};

static struct value *read_one(const struct selecting *s, struct template *t, const char *option, const char *words)
{
    if (!words)
        return NULL;
    struct arena *a = s->d->arena; /* messages may speak of it                                        */
    struct value *v = value_read(a, s->d->log, t->xpath, words, true, dataset_option_pos(a, option, words));
    value_check_names(s->d->log, t->arena, &t->vocabulary, v);
    return v;
}

static const struct judged *judged(struct selecting *s, struct template *t)
{
    struct judged *j = s->judged;
    while (j && j->t != t)
        j = j->next;
    if (j)
        return j;
    const struct selection *which = &s->d->which;
    j = NEW(s->arena, struct judged);
    *j = (struct judged){ t, read_one(s, t, "--where", which->where), read_one(s, t, "--sort", which->sort), read_one(s, t, "--group", which->group),
                          s->judged };
    s->judged = j;
    return j;
}

static const char *key_words(struct env *env, const struct value *v)
{
    bool missing;
    xmlXPathObject *o = v && v->n ? env_eval(env, &v->pieces[0], (struct context){ env->record, 1, 1 }) : NULL;
    const char *words = o ? object_text(env, o, &missing) : "";
    env_free(env, o);
    return words;
}

static void take(struct selecting *s, struct env *env, const struct judged *j, uint32_t record)
{
    struct key k = { "", 0, record };
    struct decimal number;
    if (j->sort) {
        const char *words = key_words(env, j->sort);
        bool is_number = decimal_parse(words, false, &number);
        s->numbers = s->numbers && is_number;
        k.number = is_number ? decimal_double(number) : 0;
        k.words = arena_string(s->arena, words);
    }
    s->key[s->n] = k;
    if (j->group)
        s->group[record].words = arena_string(s->arena, key_words(env, j->group));
    s->n++;
}

/* A fault of the expression itself is the same for all.                                                */
static void look_at_all(struct selecting *s)
{
    struct dataset *d = s->d;
    int errors = d->log->errors;
    for (uint32_t r = 0; r < d->n_records && d->log->errors == errors; r++) {
        struct env *env = glance_at(s->glance, r, false);
        const struct judged *j = env ? judged(s, env->t) : NULL;
        if (j && d->log->errors == errors && (!j->where || env_test(env, j->where, (struct context){ env->record, (int)r + 1, (int)d->n_records })))
            take(s, env, j, r);
    }
    if (!s->n && d->log->errors == errors)
        say(d->log, MSG_WHERE_NONE, dataset_option_pos(d->log->arena, "--where", d->which.where), d->which.where);
}

static int by_key(const void *a, const void *b, void *numbers)
{
    const struct key *x = a, *y = b;
    int order = *(bool *)numbers ? (x->number > y->number) - (x->number < y->number) : strcmp(x->words, y->words);
    return order ? order : (x->record > y->record) - (x->record < y->record);
}

/* ---- groups ---------------------------------------------------------------------------------------------- */

static int by_group(const void *a, const void *b, void *selecting)
{
    const struct selecting *s = selecting;
    const uint32_t x = s->key[*(const uint32_t *)a].record, y = s->key[*(const uint32_t *)b].record;
    uint32_t of_x = dataset_document(s->d, x), of_y = dataset_document(s->d, y);
    int order = (of_x > of_y) - (of_x < of_y);
    order = order ? order : strcmp(s->group[x].words, s->group[y].words);
    return order ? order : (*(const uint32_t *)a > *(const uint32_t *)b) - (*(const uint32_t *)a < *(const uint32_t *)b);
}

/* Records of one document and of equal words; a whole document stays by itself.                            */
static bool together(const struct selecting *s, uint32_t x, uint32_t y)
{
    uint32_t document = dataset_document(s->d, x);
    return document != NO_NUMBER && document == dataset_document(s->d, y) && strcmp(s->group[x].words, s->group[y].words) == 0;
}

static void *array(struct dataset *d, uint32_t n)
{
    uint32_t *p = malloc(((size_t)n + 1) * sizeof(*p));
    if (!p)
        arena_no_memory(d->arena);
    return p;
}

/* Each group stands where its first record does.                                                           */
static void make_groups(struct selecting *s)
{
    struct dataset *d = s->d;
    uint32_t *order = NEW_N(s->arena, uint32_t, (size_t)s->n + 1), n = 0;
    d->next = array(d, d->n_records);
    for (uint32_t i = 0; i < d->n_records; i++)
        d->next[i] = NO_NUMBER;
    for (uint32_t i = 0; i < s->n; i++)
        order[i] = i;
    qsort_r(order, s->n, sizeof(*order), by_group, s);
    bool *follows = NEW_N(s->arena, bool, s->n + 1);
    for (uint32_t i = 1; i < s->n; i++) {
        uint32_t before = s->key[order[i - 1]].record, r = s->key[order[i]].record;
        follows[order[i]] = together(s, before, r);
        if (follows[order[i]])
            d->next[before] = r;
    }
    for (uint32_t i = 0; i < s->n; i++)
        if (!follows[i])
            d->item[n++] = s->key[i].record;
    d->n_items = n;
}

void dataset_select(struct dataset *d)
{
    const struct selection *w = &d->which;
    d->n_items = d->n_records;
    if ((!w->where && !w->sort && !w->group) || !d->n_records)
        return;
    struct arena *a = arena_scratch(d->log->arena);
    struct selecting *s = NEW(a, struct selecting);
    *s = (struct selecting){ .d = d, .arena = a, .numbers = true, .glance = glance_new(d, d->log->arena),
                             .key = NEW_N(a, struct key, d->n_records + 1), .group = NEW_N(a, struct key, w->group ? d->n_records + 1 : 1) };
    look_at_all(s);
    if (w->sort)
        qsort_r(s->key, s->n, sizeof(*s->key), by_key, &s->numbers);
    d->item = array(d, s->n);
    for (uint32_t i = 0; i < s->n; i++)
        d->item[i] = s->key[i].record;
    d->n_items = s->n;
    if (w->group)
        make_groups(s);
    arena_free(a);
}
