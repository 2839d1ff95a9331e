/* tables.c - tables whose sums are right: groups, a head of two rows, a row of totals, notes. */
#include "read/sample/sample.h"

#include "base/number.h"

enum { MOST_FIGURES = 8, ROWS_OF_GROUP = 10 };

static const char *const first_words[] = { "An", "Bình", "Phú", "Tân", "Thanh", "Đông", "Tây", "Long", "Minh", "Hòa" };
static const char *const second_words[] = { "Lạc", "Sơn", "Thủy", "Phong", "Khánh", "Lộc", "Giang", "Điền", "Trung", "Hưng" };
static const char *const groups[] = { "Khu vực trung tâm", "Khu vực đồng bằng", "Khu vực ven sông", "Khu vực trung du", "Khu vực miền núi" };
static const char *const heads[MOST_FIGURES] = { "Tiếp nhận", "Đúng hạn", "Quá hạn", "Trực tiếp", "Trực tuyến", "Bưu chính", "Đã trả", "Chưa trả" };
static const char long_words[] = " (gồm cả hồ sơ tiếp nhận lưu động tại các điểm dân cư xa trung tâm, hồ sơ chuyển từ đơn vị cũ trước khi sắp xếp)";
static const char unbroken[] = " mã 00.00.00.H00.1234567890.1234567890.1234567890.1234567890.1234567890";

static struct el *cell(struct sample *s, struct el *row, const char *words)
{
    struct el *e = el_new(s, row, "cell");
    e->words = words;
    return e;
}

static struct el *row_add(struct sample *s, struct el *in, const char *kind)
{
    struct el *row = el_new(s, in, "row");
    row->flat = true;
    if (kind)
        el_attr(s, row, "kind", kind);
    return row;
}

static void columns(struct sample *s, struct el *table, int figures)
{
    struct el *c = el_new(s, table, "column");
    comment_add(s, c);
    el_attr(s, c, "width", "14mm");
    el_attr(s, c, "align", "center");
    el_attr(s, el_new(s, table, "column"), "width", "*");
    for (int i = 0; i < figures; i++) {
        c = el_new(s, table, "column");
        el_attr(s, c, "width", figures > 3 ? "20mm" : "24mm");
        el_attr(s, c, "align", "right");
    }
}

static void head(struct sample *s, struct el *table, int figures)
{
    struct el *head = el_new(s, table, "head");
    comment_add(s, head);
    el_attr(s, head, "numbers", "yes");
    struct el *row = row_add(s, head, NULL), *below = row_add(s, head, NULL);
    el_attr(s, cell(s, row, "TT"), "rowspan", "2");
    el_attr(s, cell(s, row, "Đơn vị"), "rowspan", "2");
    el_attr(s, cell(s, row, "Kết quả giải quyết"), "colspan", arena_format(s->a, "%d", figures));
    for (int i = 0; i < figures; i++)
        cell(s, below, heads[i]);
}

static const char *dotted(struct sample *s, int n) { return decimal_vi(s->a, (struct decimal){ n, 0 }, 0); }

static const char *unit_name(struct sample *s, int n)
{
    const char *kind = n % 4 == 0 ? "Phường" : "Xã", *more = "";
    if (is_at_least(s, SAMPLE_EXTREME))
        more = n % 50 == 7 ? unbroken : n % 12 == 5 ? long_words : "";
    return arena_format(s->a, "%s %s %s%s%s", kind, first_words[n % 10], second_words[(n / 10 + n) % 10], n >= 100 ? " mới" : "", more);
}

static const char *note_on(struct sample *s, int n)
{
    return is_at_least(s, SAMPLE_LONG) && n == 1 ? arena_format(s->a, "<fn>Số liệu đến hết ngày %02d tháng 6 năm 2026.</fn>", 10 + s->n_notes++ % 19) : "";
}

static void units(struct sample *s, struct el *table, int rows, int figures, int total[MOST_FIGURES])
{
    for (int i = 0; i < rows; i++) {
        if (rows > ROWS_OF_GROUP && i % ROWS_OF_GROUP == 0) {
            struct el *group = row_add(s, table, "group");
            const char *name = arena_format(s->a, "%s%s", groups[i / ROWS_OF_GROUP % LENGTH(groups)], i >= 50 ? arena_format(s->a, " (%d)", i / 50 + 1) : "");
            cell(s, group, "");
            el_attr(s, cell(s, group, name), "colspan", arena_format(s->a, "%d", figures + 1));
        }
        struct el *row = row_add(s, table, NULL);
        int taken = 180 + i * 37 % 640, late = i % 5 == 0 ? i % 7 : 0;
        int figure[MOST_FIGURES] = { taken, taken - late, late, taken / 3, taken - taken / 3 - taken / 20, taken / 20, taken - i % 4, i % 4 };
        cell(s, row, arena_format(s->a, "%d", i + 1));
        cell(s, row, arena_format(s->a, "%s%s", unit_name(s, i), note_on(s, i)));
        for (int k = 0; k < figures; k++) {
            cell(s, row, dotted(s, figure[k]));
            total[k] += figure[k];
        }
    }
}

struct el *table_add(struct sample *s, struct el *parent, int rows, int figures, bool titled)
{
    struct el *table = el_new(s, parent, "table");
    int total[MOST_FIGURES] = { 0 };
    comment_add(s, table);
    el_attr(s, table, "unit", "hồ sơ");
    if (titled) {
        el_attr(s, table, "id", "bang-1");
        el_attr(s, table, "label", "Bảng 1.");
        el_words(s, el_new(s, table, "title"), "Kết quả giải quyết hồ sơ");
        s->ref = "bang-1";
    }
    columns(s, table, figures);
    head(s, table, figures);
    units(s, table, rows, figures, total);
    struct el *sum = row_add(s, table, "total"), *label = cell(s, sum, "Cộng");
    el_attr(s, label, "colspan", "2");
    el_attr(s, label, "align", "center");
    for (int k = 0; k < figures; k++)
        cell(s, sum, dotted(s, total[k]));
    struct el *note = el_new(s, table, "note");
    comment_add(s, note);
    el_attr(s, note, "label", "Ghi chú:");
    note->words = "số liệu tổng hợp từ báo cáo của các đơn vị.";
    return table;
}
