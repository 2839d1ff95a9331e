/* sampling.c - the verb that makes data instead of reading it.                               */
#include "chain.h"

#include "read/sample/sample.h"

#include <sys/stat.h>

/* The type that is named, else the first that the template serves, else one that its base does.    */
static const char *sample_type(struct vb *v, const struct template *t, const char *named)
{
    const char *types = t->types ? t->types : t->base_types, *word;
    int n;
    if (named && !is_name(named)) {
        say(&v->log, MSG_TEMPLATE_NONE, NOWHERE, named, "");
        return NULL;
    }
    if (named)
        return named;
    if (types && (word = next_word(types, &n)))
        return arena_copy(&v->record, word, (size_t)n);
    say(&v->log, MSG_SAMPLE_TYPE, NOWHERE, t->name);
    return NULL;
}

/* A file that somebody may have worked on is no place for what is made up.                         */
static bool is_in_the_way(const struct vb *v, const char *path)
{
    struct stat s;
    return !v->options->force && strcmp(path, "-") != 0 && stat(path, &s) == 0 && S_ISREG(s.st_mode) && s.st_size > 0;
}

static int do_sample(struct vb *v, const struct request *r)
{
    chain_begin(v);
    if (is_in_the_way(v, r->data)) {
        log_say_file(&v->log, MSG_SAMPLE_OVER, r->data, r->data);
        return VB_OUTPUT;
    }
    struct buf text = buf_in(&v->record);
    struct bind_options options = bind_options(v);
    struct template *t = templates_find(templates_of(v, r->template), r->type ? r->type : "", NOWHERE);
    const char *type = t ? sample_type(v, t, r->type) : NULL;
    bool good = type && mode_check(&v->log, options.mode, NOWHERE) &&
                sample_write(&v->record, &v->log, (struct sample_for){ type, t, (enum sample_length)r->length, &options }, &text);
    arena_clear(&v->tree);
    if (!good)
        return VB_REJECTED;
    output_write(output_begin(v, r, r->data), buf_text(&text), (size_t)text.size);
    output_finish(v->out);
    return outputs_end(v, NULL);
}

int vb_sample(struct vb *v, enum vb_length length, const char *type, const char *template_path, const char *path)
{
    if (length < VB_SHORT || length > VB_EXTREME)
        return VB_USAGE;
    return guarded(v, do_sample, &(struct request){ .data = path, .length = length, .type = type, .template = template_path });
}
