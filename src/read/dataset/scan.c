/* scan.c - where records stand and what is open round them; no tree is built. When libxml2 tells of an
 * element it has read its start tag up to the `>`, and the last `<` before is the tag's first byte,
 * since none can stand in an attribute; when it tells of an end it stands behind it.          */
#include "read/dataset/scan.h"

static struct scan *scan_of(void *parser) { return ((xmlParserCtxt *)parser)->_private; }

int64_t scan_here(const struct scan *s)
{
    const xmlParserInput *in = s->ctxt->input;
    return s->bom + (int64_t)in->consumed + (in->cur - in->base);
}

/* The line of what stands n bytes back.                                                    */
static uint32_t line_before(const struct scan *s, int64_t n)
{
    const xmlChar *end = s->ctxt->input->cur, *p = end - n;
    int line = s->ctxt->input->line;
    for (; (p = memchr(p, '\n', (size_t)(end - p))); p++)
        line--;
    return (uint32_t)line;
}

static void stop(struct scan *s)
{
    s->stopped = true;
    xmlStopParser(s->ctxt);
}

/* ---- records ------------------------------------------------------------------------------ */

static void record_begin(struct scan *s)
{
    s->record = s->depth;
    s->filled = false;
    s->found++;
    s->pending = scan_around(s, s->depth - 1);
}

/* A document that is a file's only one is the file, with all that stands before and behind it.  */
static void record_end(struct scan *s)
{
    const struct open_element *o = &s->open[s->depth];
    bool file = s->depth == 1;
    int64_t at = file ? 0 : o->start, size = file ? s->d->file[s->file].st.st_size : scan_here(s) - o->start;
    s->record = 0;
    s->n_found++;
    if (size > log_limit(s->d->log, LIMIT_BYTES)) {
        scan_too_big(s, o);
        return;
    }
    uint32_t r = dataset_add_record(s->d, (struct data_record){ at, (uint32_t)size, o->line, s->pending, 0 });
    if (s->filled)
        s->n_filled++;
    else if (s->n_empty++ < LENGTH(s->empty))
        s->empty[s->n_empty - 1] = r;
}

/* ---- documents ---------------------------------------------------------------------------- */

static const char *type_of(struct scan *s, const xmlChar **attr, int n)
{
    for (int i = 0; i < n; i++, attr += 5)
        if (strcmp((const char *)attr[0], "type") == 0)
            return snprintf(s->type, sizeof(s->type), "%.*s", (int)(attr[4] - attr[3]), (const char *)attr[3]), s->type;
    return NULL;
}

/* A type's own template says what its records are. Lost: that is not known, and has been said.        */
static void how_new(struct scan *s, struct each_known *k)
{
    struct dataset *d = s->d;
    const char *own = d->which.each;
    int errors = d->log->errors;
    const struct template *t = own || (!*k->type && !d->templates->given) ? NULL : templates_find(d->templates, k->type, scan_pos(s, &s->open[s->depth]));
    if (own || (t && t->each && t->each->n)) {
        k->pos = own ? dataset_option_pos(d->arena, "--each", own) : t->each->pos;
        k->source = own ? own : t->each->pieces[0].source;
        k->each = each_read(d->arena, d->log, k->source, k->pos);
    }
    k->lost = d->log->errors > errors;
}

static const struct each_known *how(struct scan *s, const char *type)
{
    struct dataset *d = s->d;
    struct each_known *k = d->known;
    const char *key = d->which.each || d->templates->given || !type ? "" : type;
    while (k && strcmp(k->type, key) != 0)
        k = k->next;
    if (k)
        return k;
    k = NEW(d->arena, struct each_known);
    *k = (struct each_known){ .type = arena_string(d->arena, key), .next = d->known };
    d->known = k;
    how_new(s, k);
    return k;
}

/* Without a template it is its own record: what is wrong is said when it is read.            */
static void document_begin(struct scan *s, const xmlChar **attr, int n)
{
    s->document = s->depth;
    s->found = 0;
    s->no_rows = false;
    s->how = how(s, type_of(s, attr, n));
    if (s->how->lost)
        return;
    if (!s->how->each || each_is_document(s->how->each))
        record_begin(s);
    else
        each_begin(s->how->each);
}

static void document_end(struct scan *s)
{
    if (!s->found && !s->no_rows && scan_follows(s))
        say_wanted(s->d->log, MSG_RECORD_NONE, scan_pos(s, &s->open[s->depth]), s->how->pos, s->how->source);
    s->document = s->data = 0;
}

/* ---- what the parser tells ----------------------------------------------------------------- */

static void root_begin(struct scan *s, const char *name)
{
    s->many = s->d->file[s->file].many = strcmp(name, "documents") == 0;
    if (s->many || strcmp(name, "document") == 0)
        return;
    say(s->d->log, MSG_ROOT_WRONG, scan_pos(s, &s->open[1]), name, "document");
    stop(s);
}

/* Of the document's own <data>.                                                             */
static bool is_csv(struct scan *s, const char *name)
{
    if (s->document && s->depth == s->document + 1)
        s->data = strcmp(name, "data") == 0 ? s->depth : 0;
    return s->document && s->data && s->depth == s->data + 1 && strcmp(name, "csv") == 0;
}

static void begin_element(void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_ns, const xmlChar **ns, int n,
                          int n_default, const xmlChar **attr)
{
    struct scan *s = scan_of(parser);
    const xmlParserInput *in = s->ctxt->input;
    const xmlChar *tag = in->cur;
    (void)prefix, (void)uri, (void)n_ns, (void)ns, (void)n_default;
    if (s->stopped)
        return;
    s->depth++;
    if (s->csv)
        return;
    bool csv = is_csv(s, (const char *)name);
    s->filled = true;
    if (s->record && s->depth <= MAX_DEPTH + 1 && !csv)
        return;
    while (tag > in->base && *tag != '<')
        tag--;
    struct open_element open = { scan_here(s) - (in->cur - tag), line_before(s, in->cur - tag), NO_NUMBER, false, false };
    if (s->depth > MAX_DEPTH + 1) {
        say(s->d->log, MSG_XML_DEPTH, scan_pos(s, &open), limit_text(s->d->log, LIMIT_DEPTH));
        stop(s);
        return;
    }
    s->open[s->depth] = open;
    if (csv) {
        s->csv = s->depth;
        return;
    }
    if (s->depth == 1)
        root_begin(s, (const char *)name);
    if (!s->stopped && s->depth == (s->many ? 2 : 1))
        document_begin(s, attr, n);
    else if (scan_follows(s) && each_enter(s->how->each, name))
        record_begin(s);
}

/* What is common to the records of an element stands before them: what comes later has not been seen
 * when the first of them is made.                                                          */
static void check_common(struct scan *s, const char *name)
{
    const struct open_element *o = &s->open[s->depth];
    if (!o->seen && s->document && s->depth > s->document && s->open[s->depth - 1].seen)
        say(s->d->log, MSG_COMMON_BEHIND, scan_pos(s, o), arena_format(s->d->log->arena, "<%s>", name));
}

static void csv_end(struct scan *s)
{
    int errors = s->d->log->errors;
    s->csv = 0;
    scan_csv(s, scan_here(s), line_before(s, 0));
    s->no_rows = s->no_rows || s->d->log->errors > errors;
    if (!s->record)
        check_common(s, "csv");
}

static void end_element(void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct scan *s = scan_of(parser);
    bool record = s->record == s->depth;
    (void)prefix, (void)uri;
    if (s->stopped)
        return;
    if (s->csv) {
        if (s->csv == s->depth)
            csv_end(s);
        s->depth--;
        return;
    }
    if (record)
        record_end(s);
    else if (!s->record)
        check_common(s, (const char *)name);
    if (!s->record && s->depth > s->document && scan_follows(s))
        each_leave(s->how->each);
    if (!s->record && s->document == s->depth)
        document_end(s);
    s->depth--;
}

/* libxml2 tells of text when it has read a few letters more or less than these.                */
static struct pos text_pos(struct scan *s, struct open_element at, const xmlChar *text, int n)
{
    const char *from = scan_pos(s, &at).src->text, *found = memmem(from, strnlen(from, 64), text, (size_t)(n < 4 ? n : 4));
    for (const char *p = from; found && p < found; p++)
        at.line += *p == '\n';
    at.start += found ? found - from : 0;
    return scan_pos(s, &at);
}

static void see_text(void *parser, const xmlChar *text, int n)
{
    struct scan *s = scan_of(parser);
    struct open_element *o = &s->open[s->depth <= MAX_DEPTH + 1 ? s->depth : 0];
    int blank = 0;
    if (s->stopped || s->csv || (s->record ? s->filled : !s->document || !o->seen || o->told))
        return;
    while (blank < n && strchr(" \t\r\n", text[blank]))
        blank++;
    if (blank == n)
        return;
    if (s->record) {
        s->filled = true;
        return;
    }
    const struct open_element at = { scan_here(s) - (n - blank), line_before(s, n - blank), NO_NUMBER, false, false };
    struct pos pos = text_pos(s, at, text + blank, n - blank);
    say(s->d->log, MSG_COMMON_BEHIND, pos, arena_copy(s->d->log->arena, pos.src->text, strcspn(pos.src->text, " \t\r\n<&")));
    o->told = true;
}

const xmlSAXHandler scan_listener = {
    .initialized = XML_SAX2_MAGIC, .startElementNs = begin_element, .endElementNs = end_element, .characters = see_text, .ignorableWhitespace = see_text,
};
