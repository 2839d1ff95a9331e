/* reader.c - many small trees, one after the other, by one parser.                   */
#include "read/xml/fault.h"

struct xml_reader { xmlParserCtxt *ctxt; };

struct xml_reader *xml_reader_new(struct arena *a)
{
    struct xml_reader *r = NEW(a, struct xml_reader);
    r->ctxt = xmlNewParserCtxt();
    if (!r->ctxt)
        arena_no_memory(a);
    arena_own(a, (void (*)(void *))xmlFreeParserCtxt, r->ctxt);
    return r;
}

xmlDoc *xml_read(struct xml_reader *r, struct arena *a, const struct source *src)
{
    struct fault p = { 0 };
    fault_watch(r->ctxt, &p);
    int bom = xml_bom(src->text, src->size);
    xmlDoc *doc = xmlCtxtReadMemory(r->ctxt, src->text + bom, src->size - bom, NULL, NULL, XML_OPTIONS);
    bool good = doc && !p.dtd && !p.error && !xml_give_places(a, doc, src, bom, MAX_DEPTH);
    if (good)
        return doc;
    xmlFreeDoc(doc);
    return NULL;
}
