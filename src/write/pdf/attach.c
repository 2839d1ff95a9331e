#include "write/pdf/attach.h"

#include "base/utf8.h"
#include "write/pdf/meta.h"

/* Without its folder; what came through a pipe has no name.                                    */
static const char *file_name(const struct source *data)
{
    const char *slash = strrchr(data->name, '/'), *name = slash ? slash + 1 : data->name;
    return *name && *name != '<' ? name : "data.xml";
}

/* For readers that know /F alone: letters that all of them know.                               */
static const char *ascii_name(struct pdf *pdf, const char *name)
{
    struct buf b = buf_in(pdf->arena);
    for (const char *s = name; *s;) {
        uint32_t cp = utf8_next(&s);
        buf_char(&b, cp > ' ' && cp < 0x7F && !strchr("()\\/:", (int)cp) ? (char)cp : '_');
    }
    return buf_text(&b);
}

static HPDF_Dict embedded(struct pdf *pdf, const struct source *data)
{
    struct buf b = buf_in(pdf->arena);
    buf_format(&b, "/Type /EmbeddedFile /Subtype /text#2Fxml /Params <</Size %d", data->size);
    if (pdf->pages->date)
        buf_format(&b, " /ModDate (%s)", pdf_date(pdf));
    buf_str(&b, ">>\n");
    return object_stream(pdf, buf_text(&b), data->text, data->size);
}

void attach_write(struct pdf *pdf, const struct source *data)
{
    HPDF_Dict catalog = pdf->doc->catalog;
    HPDF_Array associated = HPDF_Array_New(pdf->doc->mmgr);
    struct buf b = buf_in(pdf->arena);
    unsigned stream = object_number(embedded(pdf, data));
    const char *name = file_name(data);
    buf_format(&b, "/Type /Filespec /AFRelationship /Source /F (%s) /UF ", ascii_name(pdf, name));
    put_text(&b, name);
    buf_format(&b, " /EF <</F %u 0 R /UF %u 0 R>>\n", stream, stream);
    HPDF_Dict file = object_dict(pdf, buf_text(&b));
    HPDF_Array_Add(associated, file);
    HPDF_Dict_Add(catalog, "AF", associated);
    HPDF_Dict_Add(catalog, "Names", object_direct(pdf, arena_format(pdf->arena,
        "/EmbeddedFiles <</Names [(%s) %u 0 R]>>", ascii_name(pdf, name), object_number(file))));
}
