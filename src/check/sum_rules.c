/* sum_rules.c - T10: totals of tables. Which rows a total adds is nowhere said: several ways are tried, and a total
 * that none makes is a fault only where the table itself shows which is meant.                                */
#include "check/grid.h"

/* The rows that may be the total's parts: all of a stretch, its highest level, its lowest, its totals.          */
enum way { ALL, TOP, LEAVES, TOTALS, WAYS };
struct stretch { int from, to; };     /* rows, `to` is not of it                                              */

struct sum { int64_t value, low, high; int decimals, n, used; bool known; }; /* n: rows with a number that is not 0       */

static int64_t power(int n)
{
    int64_t p = 1;
    while (n-- > 0)
        p *= 10;
    return p;
}

static bool is_item(const struct grid_row *r) { return !r->head && !r->total; }

static int top_level(const struct grid *g, struct stretch s)
{
    int top = 0;
    for (int i = s.from; i < s.to; i++)
        if (is_item(&g->row[i]) && g->row[i].level && (!top || g->row[i].level < top))
            top = g->row[i].level;
    return top;
}

static bool is_leaf(const struct grid *g, struct stretch s, int row)
{
    int next = row + 1;
    while (next < s.to && !is_item(&g->row[next]))
        next++;
    return next >= s.to || !g->row[row].level || !g->row[next].level || g->row[next].level <= g->row[row].level;
}

static bool is_part(const struct grid *g, struct stretch s, int row, enum way way, int top)
{
    const struct grid_row *r = &g->row[row];
    switch (way) {
    case ALL: return is_item(r);
    case TOP: return is_item(r) && r->level == top && !r->partial;
    case LEAVES: return is_item(r) && is_leaf(g, s, row) && !r->partial;
    default: return r->total;
    }
}

static struct sum sum_of(const struct grid *g, struct stretch s, enum way way, int column)
{
    struct sum sum = { .known = true, .low = INT64_MAX, .high = INT64_MIN };
    int top = way == TOP ? top_level(g, s) : 0;
    for (int i = s.from; i < s.to; i++) {
        const struct grid_cell *cell = &g->row[i].cell[column];
        if (!is_part(g, s, i, way, top) || cell->kind == CELL_BLANK)
            continue;
        if (cell->kind != CELL_NUMBER || cell->decimals > 4 || cell->value > INT64_MAX / 1000000 || cell->value < -INT64_MAX / 1000000) {
            sum.known = false;
            continue;
        }
        if (cell->decimals > sum.decimals) {
            int64_t more = power(cell->decimals - sum.decimals);
            sum.value *= more;
            sum.low = sum.n ? sum.low * more : sum.low;
            sum.high = sum.n ? sum.high * more : sum.high;
            sum.decimals = cell->decimals;
        }
        int64_t value = cell->value * power(sum.decimals - cell->decimals);
        sum.value += value;
        sum.used++;
        sum.n += value != 0;
        sum.low = value < sum.low ? value : sum.low;
        sum.high = value > sum.high ? value : sum.high;
    }
    return sum;
}

/* ---- one column of one total --------------------------------------------------------------------------------- */

static bool has_one(const char *heading, const char *const *words, int n)
{
    for (int i = 0; i < n; i++)
        if (strstr(heading, words[i]))
            return true;
    return false;
}

/* What is counted has no rounding.                                                                               */
static bool is_counted(const char *heading)
{
    static const char *const words[] = { "người", "số hộ", "học sinh", "hồ sơ", "số lượng", "văn bản", "trường hợp", "lượt", "(đồng)", "số vụ", "số xã", "cuộc", "đoàn" };
    return has_one(heading, words, LENGTH(words));
}

static bool is_no_sum(const char *heading)
{
    static const char *const words[] = { "%", "tỷ lệ", "tỉ lệ", "so với", "so sánh", "bình quân", "trung bình", "đơn giá", "mật độ", "hệ số", "chỉ số", "tốc độ",
                                         "điểm", "xếp", "thứ tự", "stt", "ghi chú", "năm sinh", "đơn vị tính", "đvt", "định mức", "giá bán", "thời gian", "ngày" };
    return has_one(heading, words, LENGTH(words)) || strcmp(heading, "tt") == 0 || strcmp(heading, "số tt") == 0;
}

static bool agrees(const struct sum *sum, const struct grid_cell *total, bool counted)
{
    int d = sum->decimals > total->decimals ? sum->decimals : total->decimals;
    int64_t off = sum->value * power(d - sum->decimals) - total->value * power(d - total->decimals);
    int least = sum->decimals < total->decimals ? sum->decimals : total->decimals;
    int64_t most = counted && !d ? 0 : (int64_t)(sum->used + 2) * power(d - least) / 2;
    return (off < 0 ? -off : off) <= most;
}

/* Rows numbered 1, 2, 3 and nothing else: all of them are the total's parts.                                      */
static bool is_flat(const struct grid *g, struct stretch s)
{
    int expected = 1;
    for (int i = s.from; i < s.to; i++)
        if (!is_item(&g->row[i]) || g->row[i].partial || g->row[i].order != expected++)
            return false;
    return expected > 2;
}

struct ask { const struct grid *g; int row; struct stretch s[2]; int n; }; /* above the total, below it              */

static bool is_right(const struct ask *a, int column, int side, enum way way)
{
    const struct grid *g = a->g;
    struct sum sum = sum_of(g, a->s[side], way, column);
    return sum.known && sum.n && agrees(&sum, &g->row[a->row].cell[column], is_counted(g->heading[column]));
}

static bool is_right_somehow(const struct ask *a, int column)
{
    for (int side = 0; side < a->n; side++)
        for (enum way way = ALL; way < WAYS; way++)
            if (is_right(a, column, side, way))
                return true;
    return false;
}

/* Another column of the same total is the sum of at least two rows in this way, by no accident.                    */
static bool is_backed(const struct ask *a, int column, int side, enum way way)
{
    for (int k = 1; k < a->g->columns; k++)
        if (k != column && a->g->row[a->row].cell[k].kind == CELL_NUMBER && sum_of(a->g, a->s[side], way, k).n > 1 && is_right(a, k, side, way))
            return true;
    return false;
}

/* A mean or a rate lies between its parts: no sum of them is meant.                                                */
static bool may_be_mean(const struct sum *sum, const struct grid_cell *total)
{
    int d = sum->decimals > total->decimals ? sum->decimals : total->decimals;
    int64_t value = total->value * power(d - total->decimals);
    return sum->n && value >= sum->low * power(d - sum->decimals) && value <= sum->high * power(d - sum->decimals);
}

/* The sum that the total should be; false: it cannot be told.                                                      */
static bool meant(const struct ask *a, int column, struct sum *to)
{
    const struct grid *g = a->g;
    if (is_no_sum(g->heading[column]))
        return false;
    for (int side = 0; side < a->n; side++)
        for (enum way way = ALL; way < WAYS; way++) {
            *to = sum_of(g, a->s[side], way, column);
            bool shown = is_backed(a, column, side, way) || (way == ALL && is_flat(g, a->s[side]));
            if (shown && to->known && to->n > 1 && !may_be_mean(to, &g->row[a->row].cell[column]))
                return true;
        }
    return false;
}

/* ---- tables --------------------------------------------------------------------------------------------------------- */

struct tally { int right, unknown; };

static void judge_total(struct check *c, const struct ask *a, struct tally *to)
{
    for (int k = 1; k < a->g->columns; k++) {
        const struct grid_cell *cell = &a->g->row[a->row].cell[k];
        struct sum sum;
        if (cell->kind != CELL_NUMBER)
            continue;
        if (is_right_somehow(a, k))
            to->right++;
        else if (!meant(a, k, &sum))
            to->unknown++;
        else
            fault(c, cell->in->line[0], W("cột «%s» ghi %s, cộng các dòng được %s", "column '%s' says %s, its rows make %s"), shortly(c, a->g->heading[k], 50),
                  digits_write(c->arena, cell->value, cell->decimals), digits_write(c->arena, sum.value, sum.decimals));
    }
}

/* From the total above on; and where nothing stands above, down to the next or to the end.                           */
static void judge_grid(struct check *c, const struct grid *g, struct tally *to)
{
    int first = 0;
    while (first < g->n && g->row[first].head)
        first++;
    for (int i = first, from = first; i < g->n; i++) {
        if (!g->row[i].total || g->row[i].head)
            continue;
        struct ask a = { .g = g, .row = i, .n = 0 };
        int end = i + 1;
        while (end < g->n && !g->row[end].total)
            end++;
        if (i > from)
            a.s[a.n++] = (struct stretch){ from, i };
        if (from > first && a.n < 2)
            a.s[a.n++] = (struct stretch){ first, i };
        if (a.n < 2)
            a.s[a.n++] = (struct stretch){ i + 1, i == first ? g->n : end };
        judge_total(c, &a, to);
        from = i + 1;
    }
}

enum check_state rule_t10(struct check *c)
{
    const struct passages *all = passages_of(c);
    struct tally n = { 0 };
    for (int i = 0, last = -1; i < all->n; i++)
        if (all->at[i].table > last) {
            struct grid g = grid_of(c, all, i);
            last = all->at[i].table;
            judge_grid(c, &g, &n);
        }
    if (!n.right && !n.unknown && !c->n_faults)
        return skip(c, W("không có dòng tổng", "no totals row"));
    if (!n.right && !c->n_faults)
        return unsure(c, arena_format(c->arena, W("%d tổng: bảng không cho biết cộng những dòng nào", "%d totals: the table does not show which rows they add up"), n.unknown));
    return done(c, n.unknown ? W("%d tổng đúng, %d không xét được", "%d totals correct, %d cannot be judged") : W("%d tổng đúng", "%d totals correct"), n.right, n.unknown);
}
