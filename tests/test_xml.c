/* test_xml.c - every node's place, and what is refused before it is read. */
#include "read/grammar/grammar.h"

#include "cases.h"

struct place_row { const char *name, *xml; };
/* The element <x>, or the attribute x, stands where the bar is. */
static const struct place_row place_rows[] = {
    { "a plain element", "<r>\n  <a/>\n  |<x/></r>" },
    { "start tag over two lines", "<r><a\n  b='1'/>\n |<x\n c='2'/></r>" },
    { "behind a comment with tags", "<r><!-- <x/> > --> |<x/></r>" },
    { "behind CDATA", "<r>1<![CDATA[<x>]]>2|<x/></r>" },
    { "behind an empty CDATA", "<r><![CDATA[]]>|<x/></r>" },
    { "behind a processing instruction", "<?p <x/> ?><r><?q?>|<x/></r>" },
    { "behind > in a value", "<r><a b='>'>t</a>|<x/></r>" },
    { "behind Vietnamese letters", "<r>Độc lập &amp; tự do |<x/></r>" },
    { "nested and closed", "<r><a><b/></a><c></c>|<x/></r>" },
    { "an attribute", "<r><a b='x=1'\n  |x='2'/></r>" },
    { "an attribute whose name ends another", "<r><a xx='1' |x='2'/></r>" },
    { "behind the declaration", "<?xml version='1.0'?>\n<!-- <x/> -->\n<r>|<x/></r>" },
    { "a byte order mark", "\xEF\xBB\xBF<r>|<x/></r>" },
};

static struct pos find_x(const xmlNode *node)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (strcmp((const char *)a->name, "x") == 0)
            return xml_attr_pos(a);
    if (strcmp(xml_name(node), "x") == 0)
        return xml_pos(node);
    struct pos found = NOWHERE;
    for (const xmlNode *c = xml_first_element(node); c && !found.src; c = xml_next_element(c))
        found = find_x(c);
    return found;
}

static void check_place(void **state)
{
    const struct place_row *row = *state;
    struct arena a = { 0 };
    struct log log = { .arena = &a };
    const char *bar = strchr(row->xml, '|');
    char *text = arena_format(&a, "%.*s%s", (int)(bar - row->xml), row->xml, bar + 1);
    xmlDoc *doc = xml_parse(&a, &log, source_memory(&a, "t.xml", text, (int)strlen(text)));
    assert_non_null(doc);
    struct pos pos = find_x(xmlDocGetRootElement(doc));
    assert_non_null(pos.src);
    assert_int_equal(pos.offset, bar - row->xml);
    arena_free(&a);
}

struct refused_row { const char *name, *xml; int size; enum message id; };
#define TEXT(s) s, (int)sizeof(s) - 1
static const struct refused_row refused[] = {
    { "nothing", TEXT(""), MSG_XML_EMPTY },
    { "no XML", TEXT("Báo cáo"), MSG_XML_BEFORE },
    { "UTF-16 with a mark", TEXT("\xFF\xFE<\0r\0/\0>\0"), MSG_XML_UTF16 },
    { "UTF-16 without", TEXT("<\0r\0/\0>\0"), MSG_XML_UTF16 },
    { "Windows-1258 declared", TEXT("<?xml version='1.0' encoding='windows-1258'?><r/>"), MSG_XML_ENCODING },
    { "Windows-1258 bytes", TEXT("<r>C\xF4ng v\xE3n</r>"), MSG_XML_NOT_UTF8 },
    { "a DTD", TEXT("<!DOCTYPE r [<!ENTITY a 'b'>]><r>&a;</r>"), MSG_XML_DTD },
    { "an end tag that does not match", TEXT("<r><a></b></r>"), MSG_XML_TAG },
    { "an entity of HTML", TEXT("<r>a&nbsp;b</r>"), MSG_XML_ENTITY },
    { "a bare ampersand", TEXT("<r>KH & CN</r>"), MSG_XML_ENTITY },
    { "a control character", TEXT("<r>\x01</r>"), MSG_XML_CHARACTER },
    { "cut off", TEXT("<r><a>"), MSG_XML_OPEN },
    { "a value without quotes", TEXT("<r a=1/>"), MSG_XML_QUOTE_NONE },
};

static enum message first;
static void keep_first(void *user, const struct log_message *m) { (void)user; first = m->id; }

static void check_refused(void **state)
{
    const struct refused_row *row = *state;
    struct arena a = { 0 };
    struct log log = { .arena = &a, .sink = keep_first };
    assert_null(xml_parse(&a, &log, source_memory(&a, "t.xml", row->xml, row->size)));
    assert_int_equal(log.errors, 1);
    log_flush(&log);
    assert_string_equal(messages[first].code, messages[row->id].code);
    arena_free(&a);
}

static void too_deep(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct log log = { .arena = &a };
    char *text = arena_alloc(&a, 220 * 7 + 1);
    for (int i = 0; i < 220; i++)
        memcpy(text + i * 3, "<r>", 3), memcpy(text + 660 + i * 4, "</r>", 4);
    assert_null(xml_parse(&a, &log, source_memory(&a, "t.xml", text, (int)strlen(text))));
    assert_int_equal(log.errors, 1);
    arena_free(&a);
}

int main(void)
{
    struct cases c = { 0 };
    CASES(&c, place_rows, check_place);
    CASES(&c, refused, check_refused);
    CASE(&c, too_deep);
    return cases_run(&c, "xml");
}
