/* grid.c - a table of the pages as rows and columns: by the cells' elements, and what they span.               */
#include "check/grid.h"

enum { MOST_COLUMNS = 64 };

/* ---- where cells stand ------------------------------------------------------------------------------------- */

static bool is_cell(const struct element *e) { return e->kind == ELEMENT_TD || e->kind == ELEMENT_TH; }

static int row_around(const struct check *c, int element)
{
    while (element >= 0 && c->pages->elements[element].kind != ELEMENT_TR)
        element = c->pages->elements[element].parent;
    return element;
}

/* The element's column of its row, with what rows above leave free.                                            */
struct place_of { int row, column; };

static void add_row(struct check *c, struct grid *g)
{
    g->row = arena_grow(c->arena, g->row, g->n + 1, &g->room, sizeof(*g->row));
    g->row[g->n++] = (struct grid_row){ .head = true, .label = "" };
}

static void lay_cells(struct check *c, struct grid *g, int table, int end, struct place_of *place)
{
    int taken[MOST_COLUMNS] = { 0 }, row = -1, column = 0; /* taken: so many rows more by a cell above            */
    for (int e = table + 1; e < end; e++) {
        const struct element *cell = &c->pages->elements[e];
        int of = is_cell(cell) ? row_around(c, e) : -1;
        if (of < 0)
            continue;
        if (of != row) {
            row = of;
            add_row(c, g);
            for (int k = 0; k < MOST_COLUMNS && g->n > 1; k++)
                taken[k] -= taken[k] > 0;
            column = 0;
        }
        while (column < MOST_COLUMNS && taken[column])
            column++;
        place[e - table] = (struct place_of){ g->n, column };
        g->row[g->n - 1].head &= cell->kind == ELEMENT_TH;
        for (int k = 0; k < (cell->columns > 1 ? cell->columns : 1) && column < MOST_COLUMNS; k++)
            taken[column++] = cell->rows > 1 ? cell->rows : 1;
        g->columns = column > g->columns ? column : g->columns;
    }
    for (int i = 0; i < g->n; i++)
        g->row[i].cell = NEW_N(c->arena, struct grid_cell, g->columns + 1);
}

/* ---- what they say -------------------------------------------------------------------------------------------- */

static bool is_blank(const char *s) { return !s[strspn(s, " -–—.\xE2\x80\x93\x94\xA6")]; }

static void read_cell(struct grid_cell *cell)
{
    const char *s = cell->lower;
    bool minus = *s == '-' || *s == '(' || starts(s, "−");
    int used = 0;
    cell->kind = CELL_BLANK;
    if (is_blank(s))
        return;
    if (strcmp(s, "x") == 0) { /* a mark: so many are counted below it                                         */
        cell->kind = CELL_NUMBER;
        cell->value = 1;
        return;
    }
    s += starts(s, "−") ? strlen("−") : minus || *s == '+';
    cell->kind = CELL_WORDS;
    if (!digits_read(s, &cell->value, &cell->decimals, &used))
        return;
    s += used;
    s += *s == ')' && cell->lower[0] == '(';
    if (minus)
        cell->value = -cell->value;
    if (!*s)
        cell->kind = CELL_NUMBER;
    else if (strcmp(s, "%") == 0 || strcmp(s, " %") == 0)
        cell->kind = CELL_RATE;
}

static void put_words(struct check *c, struct grid *g, const struct passage *p, struct place_of at)
{
    struct grid_cell *cell = &g->row[at.row - 1].cell[at.column];
    cell->lower = cell->in ? arena_format(c->arena, "%s %s", cell->lower, p->lower) : p->lower;
    cell->in = cell->in ? cell->in : p;
}

/* ---- what rows are ----------------------------------------------------------------------------------------------- */

static bool ends_label(const char *s) { return !*s || strchr(":(,;", *s) || starts(s, " (") || starts(s, " :"); }

/* "Tổng cộng", "Tổng số (I+II)", "Cộng I"; not Tổng công ty, Cộng đồng.                                            */
static bool is_total(const char *label)
{
    static const char *const words[] = { "tổng cộng", "tổng số", "tổng", "cộng chung", "cộng", "tổng chung" };
    for (int i = 0; i < LENGTH(words); i++) {
        const char *behind = label + strlen(words[i]);
        if (!starts(label, words[i]))
            continue;
        if (ends_label(behind))
            return true;
        const char *end = *behind == ' ' ? behind + 1 : behind;
        while (*end && strchr("ivx0123456789+", *end))
            end++;
        if (end > behind + 1 && ends_label(end))
            return true;
    }
    return false;
}

static bool is_partial(const char *label)
{
    static const char *const words[] = { "trong đó", "- trong đó", "bao gồm", "gồm:", "chia ra", "- ", "+ ", "* ", "– ", "nữ", "- nữ" };
    for (int i = 0; i < LENGTH(words); i++)
        if (starts(label, words[i]))
            return true;
    return false;
}

/* A, I, 1, 1.1, a: the less the higher.                                                                            */
static void read_order(const char *s, struct grid_row *row)
{
    size_t digits = strspn(s, "0123456789"), roman = strspn(s, "ivxl");
    const char *end = s + (digits ? strspn(s, "0123456789.") : roman ? roman : 0);
    row->level = row->order = 0;
    if (digits && (!*end || strchr(" )", *end))) {
        row->level = 3;
        for (const char *at = s; at < end; at++)
            row->level += *at == '.' && at[1] >= '0' && at[1] <= '9';
        row->order = row->level == 3 ? whole_at(s) : 0;
    } else if (roman && (!*end || strchr(".)", *end))) {
        row->level = 2;
    } else if (*s >= 'a' && *s <= 'z' && (!s[1] || strchr(".)", s[1]))) {
        row->level = 1;
    }
}

static void read_row(struct check *c, struct grid_row *row, int columns)
{
    const char *label = "";
    int first_number = columns;
    for (int k = 0; k < columns; k++)
        if (row->cell[k].in)
            read_cell(&row->cell[k]);
    for (int k = columns - 1; k > 0; k--)
        if (row->cell[k].kind == CELL_NUMBER)
            first_number = k;
    for (int k = 0; k < first_number && k < 3; k++)
        if (row->cell[k].kind == CELL_WORDS && strlen(row->cell[k].lower) > 2)
            label = joined(c, label, row->cell[k].lower, " ");
    row->label = label;
    row->total = is_total(label);
    row->partial = is_partial(label);
    if (row->cell[0].in && !row->head)
        read_order(row->cell[0].lower, row);
}

/* The words of all head cells above a column.                                                                       */
static void read_headings(struct check *c, struct grid *g)
{
    g->heading = NEW_N(c->arena, const char *, g->columns + 1);
    for (int k = 0; k < g->columns; k++)
        g->heading[k] = "";
    for (int i = 0; i < g->n; i++) {
        const char *over = "";
        for (int k = 0; k < g->columns && g->row[i].head; k++) {
            const struct grid_cell *cell = &g->row[i].cell[k];
            over = cell->in ? cell->lower : i + 1 < g->n && g->row[i + 1].head ? over : "";
            g->heading[k] = joined(c, g->heading[k], over, " ");
        }
    }
}

static bool is_of(const struct passage *p, int table) { return p->table == table && p->cell > table && p->zone != ZONE_NOTE; }

struct grid grid_of(struct check *c, const struct passages *all, int i)
{
    struct grid g = { 0 };
    int table = all->at[i].table, end = table + 1;
    for (int k = i; k < all->n; k++)
        if (is_of(&all->at[k], table) && all->at[k].element >= end)
            end = all->at[k].element + 1;
    struct place_of *place = NEW_N(c->arena, struct place_of, end - table);
    lay_cells(c, &g, table, end, place);
    for (int k = i; k < all->n; k++) {
        const struct passage *p = &all->at[k];
        if (is_of(p, table) && place[p->cell - table].row && place[p->cell - table].column < g.columns)
            put_words(c, &g, p, place[p->cell - table]);
    }
    for (int k = 0; k < g.n; k++)
        read_row(c, &g.row[k], g.columns);
    read_headings(c, &g);
    return g;
}
