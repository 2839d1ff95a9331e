/* missing.c - how it is told that the data lacks what the template needs: what is to be written, and
 * into what; of a CSV which cell is empty, or that no column is it.                              */
#include "read/judge/judge.h"

#include "base/buf.h"
#include "base/words.h"

/* The end of a path, as it would be written: data/xa/@ten below <data> is <xa ten="..."/>.        */
static void put_steps(struct buf *to, const char *path)
{
    static const char field[] = "field[@name=";
    int n = (int)strcspn(path, "/");
    const char *next = path[n] ? path + n + 1 : NULL;
    if (*path == '@') {
        buf_format(to, "%.*s=\"...\"", n - 1, path + 1);
    } else if (strncmp(path, field, strlen(field)) == 0) {
        buf_format(to, "<field name=\"%.*s\">...</field>", n - (int)strlen(field) - 3, path + strlen(field) + 1);
    } else if (next && *next == '@') {
        buf_format(to, "<%.*s %s=\"...\"/>", n, path, next + 1);
    } else {
        buf_format(to, "<%.*s>", n, path);
        if (next)
            put_steps(to, next);
        else
            buf_str(to, "...");
        buf_format(to, "</%.*s>", n, path);
    }
}

static const char *rest_of(const struct env *env, const char *path, const xmlNode *from)
{
    for (const xmlNode *n = from; n != env->document; n = n->parent)
        path += strcspn(path, "/") + 1;
    return path;
}

/* The first row of a CSV among the rows of a document that stands elsewhere; NOWHERE: it is none.  */
static struct pos first_row(const struct env *env, const xmlNode *node)
{
    struct pos at = xml_pos(node);
    const struct seam *seam = at.src && at.src->seams ? source_seam(at) : NULL;
    const char *file = seam ? source_place(at).file : NULL, *own = source_place(xml_pos(env->document)).file;
    if (!file || !own || same_word(file, own))
        return NOWHERE;
    for (const struct seam *s = at.src->seams->seam; s < seam; s++)
        if (s->file == seam->file)
            return (struct pos){ at.src, s->offset };
    return at;
}

static void say_cell(struct env *env, const struct need *need, struct pos at, const char *column)
{
    say_wanted(env->log, MSG_CSV_EMPTY_CELL, at, need->pos, column, arena_format(env->arena, "%d", source_place(at).line), need->path, need->label);
}

void say_missing(struct env *env, const struct need *need, const xmlNode *from)
{
    struct pos cell, row = first_row(env, from);
    const char *column = xml_empty_cell(env->arena, from, need->name, need->attribute, &cell);
    struct buf rest = buf_in(env->arena);
    const char *path = rest_of(env, need->path, from), *first = arena_copy(env->arena, path, strcspn(path, "/"));
    put_steps(&rest, path);
    if (column)
        say_cell(env, need, cell, column);
    else if (row.src)
        say_wanted(env->log, MSG_CSV_NO_COLUMN, row, need->pos, need->path, need->label, arena_format(env->arena, "%s%s", need->attribute ? "@" : "", need->name));
    else
        say_wanted(env->log, MSG_NEED_MISSING, xml_pos(from), need->pos, need->path, need->label, buf_text(&rest), xml_name(from), near_in_data(env, from, first));
}
