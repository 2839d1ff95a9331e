#include "write/over/measure.h"

enum {
    TICK = MM(0.7),              /* half of it                                                 */
    ABOVE = MM(0.35),            /* of a label's foot over its line                              */
    AIR = MM(0.5),
    ROWS = 10,
    SHARED = PT(0.6),            /* neighbours meet at their ends                               */
};

const char *measure_mm(const struct measure *m, len l)
{
    char text[MM_TEXT];
    int n = (int)strlen(len_mm(l, text));
    if (strcmp(text + n - 2, ".0") == 0)
        text[n - 2] = '\0';
    else if (m->lang == LANG_VI)
        text[n - 2] = ',';
    return arena_format(m->o->scratch, "%s", text);
}

/* What runs through a label makes it hard to read: lines keep their places free.                       */
static void keep_line(struct measure *m, len x, len y, len to_x, len to_y)
{
    overlay_take(m->o, (struct box){ x, y - PT(0.3), to_x + PT(0.3), to_y + PT(0.3) });
}

void measure_line(struct measure *m, len x, len y, len to_x, len to_y)
{
    len dx = x == to_x ? TICK : 0, dy = x == to_x ? 0 : TICK;
    overlay_line(m->o, x, y, to_x, to_y);
    overlay_line(m->o, x - dx, y - dy, x + dx, y + dy);
    overlay_line(m->o, to_x - dx, to_y - dy, to_x + dx, to_y + dy);
}

/* place: of the figures; they stand on its foot.                                                        */
void measure_put(struct measure *m, struct box place, const char *text)
{
    overlay_take(m->o, place);
    overlay_text(m->o, place.x, place.bottom - PT(0.5), MEASURE_SIZE, text);
}

bool measure_label(struct measure *m, const struct corner *corner, int n, const char *text)
{
    struct box place;
    if (!overlay_near(m->o, corner, n, overlay_width(m->o, MEASURE_SIZE, text), MEASURE_HEIGHT, &place))
        return false;
    measure_put(m, place, text);
    return true;
}

void measure_across(struct measure *m, len x, len to_x, len y)
{
    static const int parts[] = { 500, 333, 667, 250, 750, 150, 850 };
    const char *text = measure_mm(m, to_x - x);
    len width = overlay_width(m->o, MEASURE_SIZE, text);
    overlay_colour(m->o, MEASURE_BLUE, SOLID);
    measure_line(m, x, y, to_x, y);
    keep_line(m, x, y, to_x, y);
    struct corner corner[LENGTH(parts) * 2];
    for (int i = 0; i < (int)LENGTH(parts); i++) {
        len middle = x + len_part(to_x - x, parts[i]) - width / 2;
        corner[2 * i] = (struct corner){ middle, y - ABOVE - MEASURE_HEIGHT };
        corner[2 * i + 1] = (struct corner){ middle, y + ABOVE };
    }
    measure_label(m, corner, LENGTH(corner), text);
}

/* The label parts the line, so that both need no more room than the label.                             */
static bool width_at(struct measure *m, struct box box, len y, bool dry)
{
    const char *text = measure_mm(m, box.right - box.x);
    len width = overlay_width(m->o, MEASURE_SIZE, text), middle = (box.x + box.right) / 2;
    struct box place = { middle - width / 2, y - MEASURE_HEIGHT / 2, middle + width / 2, y + MEASURE_HEIGHT / 2 };
    struct box whole = { box.x < place.x ? box.x : place.x, place.y, box.right > place.right ? box.right : place.right, place.bottom };
    whole.x += SHARED;
    whole.right -= SHARED;
    if (dry || overlay_taken(m->o, whole))
        return !overlay_taken(m->o, whole);
    overlay_colour(m->o, MEASURE_BLUE, SOLID);
    if (place.x - AIR > box.x) {
        overlay_line(m->o, box.x, y, place.x - AIR, y);
        overlay_line(m->o, place.right + AIR, y, box.right, y);
        keep_line(m, box.x, y, box.right, y);
    }
    overlay_line(m->o, box.x, y - TICK, box.x, y + TICK);
    overlay_line(m->o, box.right, y - TICK, box.right, y + TICK);
    measure_put(m, place, text);
    return true;
}

static len row(struct box box, int i, bool above_first)
{
    len off = MM(0.95) + i / 2 * MM(0.5);
    return above_first == (i % 2 == 0) ? box.y - off : box.bottom + off;
}

void measure_width(struct measure *m, struct box box)
{
    for (int i = 0; i < ROWS; i++)
        if (width_at(m, box, row(box, i, true), false))
            return;
    const struct corner corner[] = { { box.right + AIR, box.bottom - MEASURE_HEIGHT }, { box.x, box.bottom + AIR } };
    overlay_colour(m->o, MEASURE_BLUE, SOLID);
    measure_label(m, corner, LENGTH(corner), arena_format(m->o->scratch, "\u2194 %s", measure_mm(m, box.right - box.x)));
}

static struct box column_box(struct box table, const len *edge, int k)
{
    return (struct box){ edge[k], table.y, edge[k + 1], table.bottom };
}

/* In one row if there is one for all of them.                                                          */
void measure_columns(struct measure *m, struct box table, const len *edge, int n)
{
    for (int i = 0; i < ROWS; i++) {
        bool good = true;
        for (int k = 0; k + 1 < n && good; k++)
            good = width_at(m, column_box(table, edge, k), row(table, i, false), true);
        for (int k = 0; k + 1 < n && good; k++)
            width_at(m, column_box(table, edge, k), row(table, i, false), false);
        if (good)
            return;
    }
    for (int k = 0; k + 1 < n; k++)
        for (int i = 0; i < ROWS; i++)
            if (width_at(m, column_box(table, edge, k), row(table, i, false), false))
                break;
}
