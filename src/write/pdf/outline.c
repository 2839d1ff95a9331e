#include "write/pdf/outline.h"

#include "write/pdf/link.h"

enum { LEVELS = 8 };

void outline_put(struct pdf *pdf, HPDF_Dict top)
{
    HPDF_Outline open[LEVELS + 1] = { top };
    for (int i = 0; i < pdf->pages->n_outline; i++) {
        const struct outline_entry *e = &pdf->pages->outline[i];
        int level = e->level < LEVELS ? e->level : LEVELS, above = level - 1;
        while (above > 0 && !open[above])
            above--;
        HPDF_Outline o = HPDF_Outline_New(pdf->doc->mmgr, open[above > 0 ? above : 0], "", NULL, pdf->doc->xref);
        if (!o)
            return;
        HPDF_Dict_Add(o, "Title", text_string(pdf, short_title(pdf, e->text)));
        HPDF_Dict_Add(o, "Dest", destination_new(pdf, e->page, e->y));
        for (int j = level > 0 ? level : 1; j <= LEVELS; j++)
            open[j] = j == level ? o : NULL;
    }
}

void outline_write(struct pdf *pdf)
{
    if (!pdf->pages->n_outline)
        return;
    HPDF_Outline root = HPDF_OutlineRoot_New(pdf->doc->mmgr, pdf->doc->xref);
    HPDF_Dict_Add(pdf->doc->catalog, "Outlines", root);
    outline_put(pdf, root);
}
