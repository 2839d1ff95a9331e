#include "write/pdf/meta.h"

/* ---- document information ------------------------------------------------------------------ */

const char *pdf_date(struct pdf *pdf)
{
    int date = pdf->pages->date;
    return arena_format(pdf->arena, "D:%04d%02d%02d000000+07'00'", date / 10000, date / 100 % 100, date % 100);
}

static void write_info(struct pdf *pdf)
{
    const struct pages *p = pdf->pages;
    const struct { const char *key, *text; } rows[] = {
        { "Title", p->title }, { "Author", p->author }, { "Subject", p->subject }, { "Creator", "vanban" }, { "Producer", "vanban" },
    };
    pdf->info = HPDF_Dict_New(pdf->doc->mmgr);
    HPDF_Xref_Add(pdf->doc->xref, pdf->info);
    for (int i = 0; i < LENGTH(rows); i++)
        if (rows[i].text && *rows[i].text)
            HPDF_Dict_Add(pdf->info, rows[i].key, text_string(pdf, short_title(pdf, rows[i].text)));
    if (p->date)
        HPDF_Dict_Add(pdf->info, "CreationDate", HPDF_String_New(pdf->doc->mmgr, pdf_date(pdf), NULL));
}

/* ---- the same as XMP ------------------------------------------------------------------------- */

static void put_property(struct pdf *pdf, struct buf *b, const char *before, const char *text, const char *after)
{
    if (!text || !*text)
        return;
    const char *words = short_title(pdf, text);
    buf_str(b, before);
    buf_escaped(b, words, (int)strlen(words), "&<>");
    buf_str(b, after);
}

/* PDF/A knows PDF/UA's only property by this description alone (ISO 19005-2, 6.6.2.3).          */
static const char *const ua_schema =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

#define CLAIM(part, level) "<pdfaid:part>" part "</pdfaid:part><pdfaid:conformance>" level "</pdfaid:conformance>"
static const char *const claims[] = {
    [PDF_A2A] = CLAIM("2", "A") "<pdfuaid:part>1</pdfuaid:part>\n",
    [PDF_A3A] = CLAIM("3", "A") "<pdfuaid:part>1</pdfuaid:part>\n",
    [PDF_A1B] = CLAIM("1", "B") "\n",
};

static HPDF_Dict xmp(struct pdf *pdf)
{
    const struct pages *p = pdf->pages;
    struct buf b = buf_in(pdf->arena);
    buf_str(&b, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
        " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
        " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n");
    buf_str(&b, claims[pdf->standard]);
    put_property(pdf, &b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", p->title, "</rdf:li></rdf:Alt></dc:title>\n");
    put_property(pdf, &b, "<dc:creator><rdf:Seq><rdf:li>", p->author, "</rdf:li></rdf:Seq></dc:creator>\n");
    put_property(pdf, &b, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", p->subject, "</rdf:li></rdf:Alt></dc:description>\n");
    put_property(pdf, &b, "<dc:language><rdf:Bag><rdf:li>", p->lang, "</rdf:li></rdf:Bag></dc:language>\n");
    buf_str(&b, "<xmp:CreatorTool>vanban</xmp:CreatorTool><pdf:Producer>vanban</pdf:Producer>\n");
    if (p->date)
        buf_format(&b, "<xmp:CreateDate>%04d-%02d-%02dT00:00:00+07:00</xmp:CreateDate>\n", p->date / 10000, p->date / 100 % 100, p->date % 100);
    buf_str(&b, pdf_is_tagged(pdf) ? ua_schema : "");
    buf_str(&b, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    return object_plain(pdf, "/Type /Metadata /Subtype /XML\n", buf_text(&b), b.size);
}

/* ---- the catalogue ------------------------------------------------------------------------------ */

static HPDF_Dict output_intent(struct pdf *pdf)
{
    HPDF_Dict profile = object_ready(pdf, "/N 3\n", pdf->tools->profile);
    return object_dict(pdf, arena_format(pdf->arena,
        "/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1)\n"
        "/DestOutputProfile %u 0 R\n", object_number(profile)));
}

void meta_write(struct pdf *pdf)
{
    HPDF_Dict catalog = pdf->doc->catalog;
    HPDF_Array intents = HPDF_Array_New(pdf->doc->mmgr);
    write_info(pdf);
    HPDF_Array_Add(intents, output_intent(pdf));
    HPDF_Dict_Add(catalog, "OutputIntents", intents);
    HPDF_Dict_Add(catalog, "Metadata", xmp(pdf));
    HPDF_Dict_Add(catalog, "Lang", HPDF_String_New(pdf->doc->mmgr, pdf->pages->lang, NULL));
    HPDF_Dict_Add(catalog, "ViewerPreferences", object_direct(pdf, "/DisplayDocTitle true"));
}
