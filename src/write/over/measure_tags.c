/* measure_tags.c - what a thing is: its number in the decree's drawing, the size and style of its type;
 * the room that fields keep.                                                                      */
#include "write/over/measure.h"

#include "font/face.h"

enum {
    NUMBER_SIZE = PT(6.5),       /* of "ô 5a"                                                  */
    TAG_HEIGHT = PT(5.4),
    SIDE = MM(1.2),              /* between a thing and what is said of it                        */
};

static const char *area(struct measure *m, len width, len height)
{
    return arena_format(m->o->scratch, "%s\u00d7%s", measure_mm(m, width), measure_mm(m, height));
}

/* The decree's number in red, by the decree's word in both languages, the rest behind it.         */
static void tag(struct measure *m, struct box box, const char *number, const char *text)
{
    number = number ? arena_format(m->o->scratch, "ô %s", number) : "";
    len first = overlay_width(m->o, NUMBER_SIZE, number) + (*number ? PT(2.5) : 0);
    len width = first + overlay_width(m->o, MEASURE_SIZE, text), middle = (box.y + box.bottom - TAG_HEIGHT) / 2;
    const struct corner corner[] = {
        { box.x - SIDE - width, middle }, { box.right + SIDE, middle }, { box.x, box.y - PT(5.8) }, { box.x, box.bottom + PT(0.4) },
    };
    struct box place;
    if (!overlay_near(m->o, corner, LENGTH(corner), width, TAG_HEIGHT, &place))
        return;
    overlay_take(m->o, place);
    overlay_colour(m->o, MEASURE_RED, SOLID);
    if (*number)
        overlay_text(m->o, place.x, place.bottom - PT(0.7), NUMBER_SIZE, number);
    overlay_colour(m->o, MEASURE_GREEN, SOLID);
    overlay_text(m->o, place.x + first, place.bottom - PT(0.7), MEASURE_SIZE, text);
}

static const char *type_of(struct measure *m, const struct mark *letters)
{
    static const char *const style[2][4] = { { "", " đậm", " nghiêng", " đậm nghiêng" }, { "", " bold", " italic", " bold italic" } };
    const struct face *face = letters->text.face;
    char size[24];
    int n = snprintf(size, sizeof(size), "%d.%d", (int)((letters->text.size + 50) / 1000), (int)((letters->text.size + 50) / 100 % 10));
    if (size[n - 1] == '0')
        size[n - 2] = '\0';
    else if (m->lang == LANG_VI)
        size[n - 2] = ',';
    return arena_format(m->o->scratch, "%s%s", size, style[m->lang == LANG_EN][face->bold + 2 * face->italic]);
}

static void keep_edges(struct measure *m, struct box box)
{
    len thin = PT(0.3);
    overlay_take(m->o, (struct box){ box.x - thin, box.y, box.x + thin, box.bottom });
    overlay_take(m->o, (struct box){ box.right - thin, box.y, box.right + thin, box.bottom });
    overlay_take(m->o, (struct box){ box.x, box.y - thin, box.right, box.y + thin });
    overlay_take(m->o, (struct box){ box.x, box.bottom - thin, box.right, box.bottom + thin });
}

void measure_fields(struct measure *m)
{
    const struct pages *pages = m->o->pages;
    overlay_colour(m->o, MEASURE_RED, DASHED);
    for (int i = 0; i < pages->n_fields; i++) {
        const struct page_field *f = &pages->fields[i];
        struct box box = { f->x, f->y, f->x + f->width, f->y + f->height };
        if (f->page != m->o->index || f->width <= 0 || f->height <= 0)
            continue;
        overlay_box(m->o, box);
        keep_edges(m, box);
    }
}

/* The room of a signature is ô 7c, that of a seal ô 8.                                                      */
static void field_tags(struct measure *m)
{
    const struct pages *pages = m->o->pages;
    for (int i = 0; i < pages->n_fields; i++) {
        const struct page_field *f = &pages->fields[i];
        struct box box = { f->x, f->y, f->x + f->width, f->y + f->height };
        const char *kind = page_field_kind(f), *number = strcmp(kind, "signature") == 0 ? "7c" : strcmp(kind, "seal") == 0 ? "8" : NULL;
        if (f->page == m->o->index && number)
            tag(m, (struct box){ box.x, box.bottom, box.right, box.bottom }, number, area(m, f->width, f->height));
    }
}

/* Said again only where something has changed.                                                               */
void measure_tags(struct measure *m)
{
    field_tags(m);
    const char *role = "", *type = "";
    for (int i = 0; i < m->things.n; i++) {
        const struct thing *t = &m->things.thing[i];
        const char *own = t->role ? t->role : role, *number = thing_number(t);
        const char *said = t->letters ? type_of(m, t->letters) : "";
        if (t->kind == THING_FRAME)
            tag(m, t->box, number, area(m, t->box.right - t->box.x, t->box.bottom - t->box.y));
        else if (t->letters && (strcmp(own, role) != 0 || strcmp(said, type) != 0))
            tag(m, t->n ? t->line[0].box : t->box, strcmp(own, role) != 0 ? number : NULL, said);
        role = own;
        type = t->letters ? said : type;
    }
}
