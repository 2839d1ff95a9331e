/* xml.c - libxml2 parses, within the limits.                                     */
#include "read/xml/fault.h"

/* libxml2 stops at 256 levels by itself; that error has no code of its own.    */
static xmlDoc *parse_tree(struct arena *a, struct log *log, const struct source *src, int bom)
{
    struct fault p = { 0 };
    xmlParserCtxt *ctxt = xmlCreateMemoryParserCtxt(src->text + bom, src->size - bom);
    if (!ctxt)
        arena_no_memory(a);
    xmlCtxtUseOptions(ctxt, XML_OPTIONS);
    fault_watch(ctxt, &p);
    xmlParseDocument(ctxt);
    xmlDoc *doc = ctxt->myDoc;
    bool good = ctxt->wellFormed && !p.dtd && !p.error;
    xmlFreeParserCtxt(ctxt);
    if (doc)
        arena_own(a, (void (*)(void *))xmlFreeDoc, doc);
    if (!good)
        fault_say(log, src, &p);
    return good ? doc : NULL;
}

xmlDoc *xml_parse(struct arena *a, struct log *log, const struct source *src)
{
    int bom = xml_bom(src->text, src->size);
    if (!xml_is_utf8(a, log, src, bom) || !xml_within_limits(log, src))
        return NULL;
    xmlDoc *doc = parse_tree(a, log, src, bom);
    const char *too_deep = doc ? xml_give_places(a, doc, src, bom, (int)log_limit(log, LIMIT_DEPTH)) : NULL;
    if (too_deep) {
        say(log, MSG_XML_DEPTH, ((struct pos){ src, (int)(too_deep - src->text) }), limit_text(log, LIMIT_DEPTH));
        return NULL;
    }
    return doc;
}

static void print_nothing(void *user, const char *format, ...) { (void)user, (void)format; }

struct xml_voice xml_hush(void)
{
    struct xml_voice before = { xmlGenericError, xmlGenericErrorContext };
    xmlSetGenericErrorFunc(NULL, print_nothing);
    return before;
}

void xml_unhush(struct xml_voice before) { xmlSetGenericErrorFunc(before.user, before.print); }
