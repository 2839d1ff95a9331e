/* chain.c - what a struct vb holds between its verbs, and the questions to it that are no steps.  */
#include "chain.h"

#include "font/face.h"

#ifndef PREFIX
#define PREFIX "/usr/local"
#endif
const char *home_of(const struct vb *v) { return v->options->home ? v->options->home : PREFIX "/share/vanban"; }

/* What was read before ends here, with all that was told of it; the next one touches the same pages of memory. */
void chain_begin(struct vb *v)
{
    v->doc = NULL;
    v->pages = NULL;
    v->foreign = NULL;
    v->drawn = NULL;
    v->shown = NULL;
    v->data = NULL;
    v->data_path = NULL;
    v->rows = NULL;
    v->item = (struct record){ 0 };
    v->bound = NULL;
    arena_clear(&v->record);
    arena_clear(&v->tree);
    arena_clear(&v->part);
    log_begin(&v->log);
}

void fonts_wanted(struct vb *v)
{
    if (!v->fonts)
        v->fonts = fonts_open(&v->job, &v->log, arena_format(&v->job, "%s/fonts/fonts.conf", home_of(v)));
}

struct drawing chain_drawing(enum lang lang, enum vb_boxes boxes)
{
    return (struct drawing){ boxes == VB_BOXES_MM ? DRAW_MEASURES : boxes == VB_BOXES ? DRAW_BOXES : DRAW_NOTHING, lang };
}

/* ---- questions --------------------------------------------------------------------------------- */

const char *vb_file_name(const struct vb *v) { return v->doc ? v->doc->file : NULL; }

int vb_part_count(const struct vb *v) { return pages_read(v) ? pages_read(v)->n_files : 0; }

struct vb_part vb_part(const struct vb *v, int part)
{
    if (part < 0 || part >= vb_part_count(v))
        return (struct vb_part){ 0 };
    const struct page_file *f = &pages_read(v)->file[part];
    return (struct vb_part){ f->name, f->title ? f->title : pages_read(v)->title, v->doc && v->doc->type ? v->doc->type : "", f->n };
}

int vb_record_count(const struct vb *v) { return v->n_records; }

int vb_page_count(const struct vb *v) { return pages_read(v) ? pages_read(v)->n : 0; }
