/* fault.c - why a file is no XML that is read here, and where.                    */
#include "read/xml/fault.h"

#include "base/utf8.h"
#include "read/xml/malformed.h"

static struct pos at_byte(const struct source *src, int offset)
{
    return (struct pos){ src, offset < src->size ? offset : src->size };
}

static bool starts_as_utf16(const struct source *src)
{
    const unsigned char *t = (const unsigned char *)src->text;
    if (src->size < 2)
        return false;
    return (t[0] == 0xFF && t[1] == 0xFE) || (t[0] == 0xFE && t[1] == 0xFF) || !t[0] || !t[1];
}

/* The encoding that the XML declaration names, NULL when it names none.        */
static const char *declared_encoding(struct arena *a, const char *text, int *offset)
{
    const char *end = xml_has_declaration(text) ? strstr(text, "?>") : NULL;
    const char *name = end ? strstr(text, "encoding") : NULL;
    if (!name || name > end)
        return NULL;
    size_t skip = strcspn(name, "\"'");
    if (name + skip >= end)
        return NULL;
    *offset = (int)(name - text);
    return arena_copy(a, name + skip + 1, strcspn(name + skip + 1, "\"'"));
}

/* What people take for data, by its first bytes.                                 */
static const char *other_kind(const struct source *src)
{
    static const struct { const char *begins, *kind; } kinds[] = {
        { "PK\x03\x04", "Word, Excel (.docx, .xlsx) / zip" }, { "\xD0\xCF\x11\xE0", "Word, Excel (.doc, .xls)" },
        { "%PDF", "PDF" }, { "{\\rtf", "RTF" }, { "\x1F\x8B", "gzip" }
    };
    for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
        if (strncmp(src->text, kinds[i].begins, strlen(kinds[i].begins)) == 0)
            return kinds[i].kind;
    return NULL;
}

bool xml_is_utf8(struct arena *a, struct log *log, const struct source *src, int bom)
{
    const char *other = other_kind(src);
    if (src->size <= bom) {
        say(log, MSG_XML_EMPTY, at_byte(src, 0), NULL);
        return false;
    }
    if (other) {
        say(log, MSG_XML_OTHER_FILE, at_byte(src, 0), other);
        return false;
    }
    if (starts_as_utf16(src)) {
        say(log, MSG_XML_UTF16, at_byte(src, 0), NULL);
        return false;
    }
    int offset = 0;
    const char *name = declared_encoding(a, src->text + bom, &offset);
    if (name && strcasecmp(name, "UTF-8") != 0 && strcasecmp(name, "US-ASCII") != 0) {
        say(log, MSG_XML_ENCODING, at_byte(src, bom + offset), name);
        return false;
    }
    int valid = utf8_valid(src->text, src->size);
    if (valid < src->size) {
        const char *byte = arena_format(a, "%02X", (unsigned char)src->text[valid]);
        say(log, MSG_XML_NOT_UTF8, at_byte(src, valid), byte);
        return false;
    }
    return true;
}

static void see_dtd(void *user, const xmlChar *name, const xmlChar *id, const xmlChar *system)
{
    (void)name, (void)id, (void)system;
    xmlParserCtxt *ctxt = user;
    ((struct fault *)ctxt->_private)->dtd = true;
    xmlStopParser(ctxt);
}

/* It has no code of its own: those of values without an end are used.             */
static bool says_too_long(const xmlError *error)
{
    const char *words = error->message ? error->message : "";
    return error->code == XML_ERR_NAME_TOO_LONG || strstr(words, "too long") || strstr(words, "too big") || strstr(words, "huge");
}

static void see(void *user, xmlError *error)
{
    struct fault *p = ((xmlParserCtxt *)user)->_private;
    if (p->error || error->level < XML_ERR_ERROR)
        return;
    p->error = (xmlParserErrors)error->code;
    p->too_long = says_too_long(error);
    p->line = error->line;
    p->column = error->int2;
    p->opened_line = error->int1;
    snprintf(p->opened, sizeof(p->opened), "%s", error->str1 ? error->str1 : "");
    snprintf(p->closed, sizeof(p->closed), "%s", error->str2 ? error->str2 : "");
}

/* libxml2's columns count letters.                                             */
static struct pos error_pos(const struct source *src, const struct fault *p)
{
    const char *s = src->text;
    for (int line = p->from ? p->from : 1; line < p->line && (s = strchr(s, '\n')); line++)
        s++;
    if (!s)
        return at_byte(src, src->size);
    for (int column = 1; column < p->column && *s && *s != '\n'; column++)
        utf8_next(&s);
    return at_byte(src, (int)(s - src->text));
}

/* The parser stopped at the last letter, which ends no tag (it counts up to that
 * letter, not behind it).                                                      */
static bool is_cut(const struct source *src, struct pos at)
{
    int n = src->size;
    while (n && strchr(" \t\r\n", src->text[n - 1]))
        n--;
    return n == 0 || (at.offset + 4 >= n && src->text[n - 1] != '>');
}

/* The parser stops a letter or two behind the & or < that it cannot read.       */
static void say_mark(struct log *log, const struct source *src, struct pos at)
{
    const char *s = src->text + at.offset;
    for (int i = 0; i < 3 && s > src->text && *s != '&' && *s != '<'; i++)
        s--;
    say(log, *s == '<' ? MSG_XML_LESS : MSG_XML_ENTITY, at_byte(src, (int)(s - src->text)), NULL);
}

void fault_watch(xmlParserCtxt *ctxt, struct fault *p)
{
    ctxt->_private = p;
    ctxt->sax->internalSubset = see_dtd;
    ctxt->sax->serror = see;
}

/* What the markup shows, where that is not behind what the parser saw first: a fault begins before it
 * is noticed. Of a piece of a file nobody knows what was open.                       */
static bool say_malformed(struct log *log, const struct source *src, const struct fault *p, struct pos at)
{
    struct malformed m;
    bool whole = !p->from && malformed_find(log->arena, src, &m);
    if (!whole || m.offset > at.offset)
        return false;
    say(log, m.id, at_byte(src, m.offset), m.a, m.b, m.c);
    return true;
}

void fault_say(struct log *log, const struct source *src, const struct fault *p)
{
    struct pos at = error_pos(src, p);
    const char *dtd = p->dtd ? strstr(src->text, "<!DOCTYPE") : NULL;
    if (p->dtd) {
        say(log, MSG_XML_DTD, at_byte(src, dtd ? (int)(dtd - src->text) : 0), NULL);
        return;
    }
    if (p->too_long) {
        say(log, MSG_XML_LONG, at, NULL);
        return;
    }
    if (say_malformed(log, src, p, at))
        return;
    switch ((int)p->error) {
    case XML_ERR_TAG_NAME_MISMATCH:
        say(log, MSG_XML_TAG, at, p->opened, arena_format(log->arena, "%d", p->opened_line), p->closed);
        return;
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_NAME_REQUIRED:
        say_mark(log, src, at);
        return;
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
        say(log, MSG_XML_CHARACTER, at, NULL);
        return;
    case XML_ERR_TAG_NOT_FINISHED:
        say(log, MSG_XML_END, at, NULL);
        return;
    default:
        say(log, is_cut(src, at) ? MSG_XML_END : MSG_XML_SYNTAX, at, NULL);
    }
}

/* As xml_parse would, but no tree is built.                                      */
bool xml_say_fault(struct arena *a, struct log *log, const struct source *src)
{
    struct fault p = { 0 };
    int bom = xml_bom(src->text, src->size);
    if (!xml_is_utf8(a, log, src, bom))
        return true;
    xmlParserCtxt *ctxt = xmlCreateMemoryParserCtxt(src->text + bom, src->size - bom);
    if (!ctxt)
        return false;
    xmlCtxtUseOptions(ctxt, XML_OPTIONS);
    *ctxt->sax = (xmlSAXHandler){ .initialized = XML_SAX2_MAGIC };
    fault_watch(ctxt, &p);
    xmlParseDocument(ctxt);
    bool good = ctxt->wellFormed && !p.dtd && !p.error;
    xmlFreeParserCtxt(ctxt);
    if (!good)
        fault_say(log, src, &p);
    return !good;
}
