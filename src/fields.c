/* fields.c - the fields of the pages, for callers.                                             */
#include "chain.h"

static struct vb_box box_of(const struct page_field *f, len paper, double unit)
{
    return (struct vb_box){ .left = (double)f->x * unit, .top = (double)f->y * unit, .width = (double)f->width * unit,
                            .height = (double)f->height * unit, .bottom = (double)(paper - f->y - f->height) * unit };
}

static const char *word(const char *s) { return s ? s : ""; }

int vb_field_count(const struct vb *v) { return v->pages ? v->pages->n_fields : 0; }

struct vb_field vb_field(const struct vb *v, int field)
{
    if (field < 0 || field >= vb_field_count(v))
        return (struct vb_field){ 0 };
    const struct pages *pages = v->pages;
    const struct page_field *f = &pages->fields[field];
    const struct signer *who = f->signer;
    const len paper = pages->page[f->page].height;
    int part = 0;
    while (f->page >= pages->file[part].page + pages->file[part].n)
        part++;
    return (struct vb_field){
        .kind = page_field_kind(f), .name = f->id, .title = word(f->title), .text = word(f->text), .anchor = word(f->anchor),
        .in_pdf = page_field_is_signed(f) && !pages->paper, .part = part, .page = f->page - pages->file[part].page + 1,
        .mm = box_of(f, paper, 25.4 / PT(72)), .pt = box_of(f, paper, 1.0 / PT(1)),
        .signer = who ? (struct vb_signer){ who->number, who->competence, who->position, who->name } : (struct vb_signer){ 0, "", "", "" },
    };
}
