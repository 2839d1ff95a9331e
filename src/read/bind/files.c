/* files.c - pages that make a file for themselves, when that is asked for: each file counts its
 * own notes and pages. Without the asking all stands in the document's own, which comes first.  */
#include "base/utf8.h"
#include "read/bind/flow.h"

void file_name_check(struct env *env, const char *name, struct context at, struct pos tmpl)
{
    bool other = strpbrk(name, "/\\") || !utf8_is_plain_name(name); /* for whoever unpacks it, lists it, gives it to a command */
    if (!*name || *name == '.' || *name == '-' || other || strlen(name) > MAX_FILE_NAME)
        say_wanted(env->log, MSG_FILE_NAME, xml_pos(at.node), tmpl, name);
}

static int file_find(const struct env *env, const char *name)
{
    int i = 0;
    while (i < env->n_files && strcmp(env->files[i].of.name, name) != 0)
        i++;
    return i;
}

static int file_add(struct env *env, const char *name, const char *title)
{
    env->files = arena_grow(env->arena, env->files, env->n_files + 1, &env->room_files, sizeof(*env->files));
    env->files[env->n_files] = (struct own_file){ .of = { name, title } };
    return env->n_files++;
}

/* Name and title are computed in any case, so that what is wrong with them is always said. Styles
 * may ask for $file.                                                                           */
void file_begin(struct env *env, const struct tnode *pages, struct context at)
{
    const struct value *given = tnode_attr(pages, "file");
    int before = env->log->faults;
    const char *name = given ? env_text(env, given, at) : "";
    bool whole = given && env->log->faults == before; /* what is missing in it has been said */
    const char *title = attr_text(env, pages, "title", at);
    if (!env->n_files)
        file_add(env, "", NULL);
    if (whole)
        file_name_check(env, name, at, given->pos);
    if (!env->split || !given)
        return;
    int file = file_find(env, name);
    env->files[0].note_number = env->note_number;
    env->file = file < env->n_files ? file : file_add(env, name, title);
    env->note_number = env->files[env->file].note_number;
    env->t->epoch++;
}

void file_end(struct env *env)
{
    if (!env->file)
        return;
    env->files[env->file].note_number = env->note_number;
    env->note_number = env->files[0].note_number;
    env->file = 0;
    env->t->epoch++;
}

/* In the order of the files, and within each of them of the layout; numbers of pages begin anew.  */
static void gather(struct env *env)
{
    struct section **first = NEW_N(env->arena, struct section *, env->n_files), ***end = NEW_N(env->arena, struct section **, env->n_files);
    for (struct section *s = env->doc->sections; s; s = s->next) {
        if (!end[s->file])
            end[s->file] = &first[s->file];
        *end[s->file] = s;
        end[s->file] = &s->next;
    }
    struct section **link = &env->doc->sections;
    for (int i = 0; i < env->n_files; i++) {
        if (!end[i])
            continue;
        *link = first[i];
        link = end[i];
        first[i]->start = i && !first[i]->start ? 1 : first[i]->start;
    }
    *link = NULL;
}

void files_make(struct env *env)
{
    struct doc *doc = env->doc;
    if (env->n_files < 2)
        return;
    doc->files = NEW_N(env->arena, struct doc_file, env->n_files);
    doc->n_files = env->n_files;
    for (int i = 0; i < env->n_files; i++)
        doc->files[i] = env->files[i].of;
    gather(env);
}
