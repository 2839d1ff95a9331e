/* measure_rulers.c - rulers along the four edges, the text area, the margins.                       */
#include "write/over/measure.h"

enum {
    MM_TICK = MM(1.2), HALF_TICK = MM(1.8), CM_TICK = MM(2.4),
    FIGURE = PT(5.5),
    CHAIN_UP = MM(8),            /* of the margins' chain from the lower edge                   */
    LEGEND_UP = MM(4.6),
    MARGIN_IN = MM(8),           /* of the heights of the margins from the text area              */
};

/* A length runs through the figure's place: then the ticks say enough.                                  */
static void figure(struct measure *m, len x, len y, int cm)
{
    char text[12];
    snprintf(text, sizeof(text), "%d", cm);
    len width = overlay_width(m->o, FIGURE, text);
    struct box place = { x - width / 2, y - MEASURE_HEIGHT, x + width / 2, y };
    if (overlay_taken(m->o, place))
        return;
    overlay_take(m->o, place);
    overlay_text(m->o, place.x, y - PT(0.4), FIGURE, text);
}

static void ruler(struct measure *m, bool across)
{
    len length = across ? m->o->page->width : m->o->page->height, other = across ? m->o->page->height : m->o->page->width;
    for (int mm = 1;; mm++) {
        len at = (len)((int64_t)mm * 360000 / 127), tick = mm % 10 == 0 ? CM_TICK : mm % 5 == 0 ? HALF_TICK : MM_TICK;
        if (at >= length)
            return;
        for (int far = 0; far < 2; far++) {
            len from = far ? other - tick : 0, to = far ? other : tick;
            overlay_line(m->o, across ? at : from, across ? from : at, across ? at : to, across ? to : at);
        }
        if (mm % 10)
            continue;
        figure(m, across ? at : CM_TICK + PT(3.2), across ? CM_TICK + PT(4.6) : at + PT(2), mm / 10);
        figure(m, across ? at : other - CM_TICK - PT(3.2), across ? other - CM_TICK - PT(0.8) : at + PT(2), mm / 10);
    }
}

void measure_rulers(struct measure *m)
{
    overlay_colour(m->o, TINT(45, 45, 45), SOLID);
    overlay_thickness(m->o, PT(0.2));
    ruler(m, true);
    ruler(m, false);
}

static void legend(struct measure *m)
{
    static const char *const text[] = {
        "Đơn vị: mm. Ngang: giữa các mép chữ; dọc: từ chân chữ đến chân chữ (3×6,2: 3 khoảng, mỗi khoảng 6,2). Sau số ô: cỡ chữ (pt), kiểu chữ.",
        "In mm. Across: between the edges of letters; down: from baseline to baseline (3×6.2: three steps of 6.2). Behind a box's number (ô): size (pt) and style of type.",
    };
    const struct page *p = m->o->page;
    const struct corner corner = { p->left, p->height - LEGEND_UP - MEASURE_HEIGHT };
    overlay_colour(m->o, TINT(40, 40, 40), SOLID);
    measure_label(m, &corner, 1, text[m->lang == LANG_EN]);
}

static void height(struct measure *m, len x, len y, len to_y)
{
    const char *text = measure_mm(m, to_y - y);
    const struct corner corner = { x - MM(0.8) - overlay_width(m->o, MEASURE_SIZE, text), (y + to_y - MEASURE_HEIGHT) / 2 };
    measure_line(m, x, y, x, to_y);
    overlay_take(m->o, (struct box){ x - PT(0.3), y, x + PT(0.3), to_y });
    measure_label(m, &corner, 1, text);
}

void measure_margins(struct measure *m)
{
    const struct page *p = m->o->page;
    len right = p->width - p->right, bottom = p->height - p->bottom, y = p->height - CHAIN_UP;
    overlay_colour(m->o, TINT(55, 55, 55), DASHED_LONG);
    overlay_box(m->o, (struct box){ p->left, p->top, right, bottom });
    overlay_take(m->o, (struct box){ p->left - PT(0.3), p->top, p->left + PT(0.3), bottom });
    overlay_take(m->o, (struct box){ right - PT(0.3), p->top, right + PT(0.3), bottom });
    overlay_colour(m->o, MEASURE_PALE, SOLID);
    overlay_line(m->o, p->left, bottom, p->left, y);
    overlay_line(m->o, right, bottom, right, y);
    measure_across(m, 0, p->left, y);
    measure_across(m, p->left, right, y);
    measure_across(m, right, p->width, y);
    height(m, p->left - MARGIN_IN, 0, p->top);
    height(m, p->left - MARGIN_IN, bottom, p->height);
    legend(m);
}
