/* link.c - the links that are met while pages are drawn.                                       */
#include "write/pdf/link.h"

/* What becomes of a note, by element: its links. */
struct note_links { const struct pdf_link *of[LINK_LABEL + 1]; };

void link_add(struct pdf *pdf, struct pdf_link link)
{
    struct pdf_link *own = NEW(pdf->arena, struct pdf_link);
    *own = link;
    if (pdf->last_link)
        pdf->last_link->next = own;
    else
        pdf->links = own;
    pdf->last_link = own;
    if (link.kind == LINK_WORDS)
        return;
    if (!pdf->note_links)
        pdf->note_links = NEW_N(pdf->arena, struct note_links, pdf->pages->n_elements);
    pdf->note_links[link.note].of[link.kind] = own;
}

const struct pdf_link *link_end(const struct pdf *pdf, int note, enum link_kind kind)
{
    return pdf->note_links ? pdf->note_links[note].of[kind] : NULL;
}
