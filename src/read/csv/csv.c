/* csv.c - the <csv> element, and a row as XML.                                                 */
#include "read/csv/private.h"

#include "base/path.h"
#include "read/grammar/grammar.h"

/* ---- the element ---------------------------------------------------------------------------- */

bool csv_is(const xmlNode *node)
{
    return strcmp(xml_name(node), "csv") == 0 && node->parent && node->parent->type == XML_ELEMENT_NODE &&
           strcmp(xml_name(node->parent), "data") == 0;
}

static bool may_name(struct log *log, const char *name, struct pos pos)
{
    bool good = xmlValidateNCName((const xmlChar *)name, 0) == 0 && strcmp(name, "xmlns") != 0;
    if (!good)
        say(log, MSG_CSV_NAME, pos, name);
    return good;
}

static bool take_field(struct csv *c, struct log *log, const xmlNode *node)
{
    const char *name = xml_attr(node, "name");
    struct csv_field *f = &c->field[c->n_fields++];
    struct pos pos = xml_pos_of(node, "name");
    f->attr = *name == '@';
    f->name = arena_string(c->arena, name + f->attr);
    f->column = xml_attr_kept(c->arena, node, "column");
    f->pos = xml_pos_of(node, "column");
    if (!may_name(log, f->name, pos))
        return false;
    for (const struct csv_field *other = c->field; other < f; other++)
        if (f->attr && other->attr && strcmp(f->name, other->name) == 0) {
            say(log, MSG_CSV_NAME_TWICE, pos, name);
            return false;
        }
    return true;
}

static int count_fields(const xmlNode *node)
{
    int n = 0;
    for (const xmlNode *f = xml_first_element(node); f; f = xml_next_element(f))
        n++;
    return n;
}

struct csv *csv_new(struct arena *a, struct log *log, const xmlNode *node)
{
    struct csv *c = NEW(a, struct csv);
    if (!grammar_check_in(a, log, &data_grammar, (xmlNode *)node, "data"))
        return NULL;
    const char *separator = xml_attr(node, "separator");
    *c = (struct csv){ .arena = a, .each = xml_attr_kept(a, node, "each"), .file = xml_attr_kept(a, node, "file"),
                       .pos = xml_pos(node), .file_pos = xml_pos_of(node, "file"), .text = buf_in(a) };
    c->separator = !separator ? '\0' : strcmp(separator, "tab") == 0 ? '\t' : *separator;
    c->field = NEW_N(a, struct csv_field, count_fields(node) + 1);
    c->every = !count_fields(node);
    bool good = may_name(log, c->each, xml_pos_of(node, "each"));
    for (const xmlNode *f = xml_first_element(node); f; f = xml_next_element(f))
        good = take_field(c, log, f) && good;
    return good ? c : NULL;
}

const char *csv_each(const struct csv *c) { return c->each; }
bool csv_names_file(const struct csv *c) { return c->file != NULL; }

const char *csv_path(struct csv *c, struct arena *a, struct log *log, const char *from)
{
    const struct named_path p = c->file ? path_below(a, from, c->file) : (struct named_path){ 0 };
    const char *slash = strrchr(from, '/');
    if (!c->file)
        say(log, MSG_CSV_FILE, c->pos, NULL);
    else if (p.outside)
        say(log, MSG_CSV_OUTSIDE, c->file_pos, c->file, p.root);
    else if (!p.path)
        say(log, MSG_CSV_UNREADABLE, c->file_pos, c->file, log_why(log, p.root, c->file, p.error));
    else /* as people named the folder */
        return slash ? arena_format(a, "%.*s%s", (int)(slash + 1 - from), from, p.name) : arena_string(a, p.name);
    return NULL;
}

/* ---- a row as XML ------------------------------------------------------------------------------ */

void pieced_seam(struct pieced *to, int file, int64_t at, uint32_t line, bool point)
{
    to->seam = arena_grow(to->text.arena, to->seam, to->n + 1, &to->room, sizeof(*to->seam));
    to->seam[to->n++] = (struct seam){ .offset = to->text.size, .at = at, .line = (int)line, .file = file, .point = point };
}

static void put_words(struct buf *to, const char *before, const char *name, const char *behind)
{
    buf_str(to, before);
    buf_str(to, name);
    buf_str(to, behind);
}

/* For xml_empty_cell.                                                                            */
static void put_empty(struct pieced *to, int file, const struct csv_field *f, const struct csv_cell *cell)
{
    pieced_seam(to, file, cell->at, cell->line, true);
    put_words(&to->text, f->attr ? "<?csv @" : "<?csv ", f->name, " ");
    buf_escaped(&to->text, f->column, (int)strlen(f->column), ">");
    buf_str(&to->text, "?>");
}

/* An empty cell is no field: a CSV has no other way to leave one out.                             */
static void put_fields(struct csv *c, struct pieced *to, int file, bool attrs)
{
    for (const struct csv_field *f = c->field; f < c->field + c->n_fields; f++) {
        const struct csv_cell *cell = f->at >= 0 && f->at < c->n_cells ? &c->cell[f->at] : NULL;
        if (!attrs && cell && !cell->size)
            put_empty(to, file, f, cell);
        if (f->attr != attrs || !cell || !cell->size)
            continue;
        pieced_seam(to, file, cell->at, cell->line, true);
        put_words(&to->text, attrs ? " " : "<", f->name, attrs ? "=\"" : ">");
        buf_escaped(&to->text, c->text.text + cell->start, cell->size, "&<>\"");
        put_words(&to->text, attrs ? "\"" : "</", attrs ? "" : f->name, attrs ? "" : ">");
    }
}

void csv_element(struct csv *c, struct pieced *to, int file, const char *bytes, const struct csv_row *row)
{
    c->n_cells = 0;
    c->text.size = 0;
    csv_rows_begin(&c->one, row->at, row->line);
    if (!csv_rows_push(&c->one, bytes, (int)row->size) || !csv_rows_end(&c->one))
        c->n_cells = 0; /* the file has changed: whoever reads it says so */
    pieced_seam(to, file, row->at, row->line, true);
    put_words(&to->text, "<", c->each, "");
    put_fields(c, to, file, true);
    buf_char(&to->text, '>');
    put_fields(c, to, file, false);
    put_words(&to->text, "</", c->each, ">");
}
