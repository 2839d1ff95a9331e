/* needs_data.c - what the template's needs declare: fields, and the office's own data with several
 * records where the template goes through them. Numbers grow smaller in the order of the needs, as parts
 * of a whole do; dates grow later.                                                             */
#include "read/sample/sample.h"

#include "base/date.h"
#include "base/utf8.h"

/* ---- values -------------------------------------------------------------------------------------- */

/* "Loại: xã hoặc phường", "Có báo cáo (co hoặc khong)": what may stand there is said in the label.    */
static const char *of_label(struct sample *s, const char *label, int n)
{
    static const char *const ors[] = { " hoặc ", " or " };
    size_t from = strcspn(label, ":(");
    for (int i = 0; label[from] && i < LENGTH(ors); i++) {
        const char *words = label + from + 1, *or = strstr(words, ors[i]);
        size_t end = or ? strcspn(or, ");,") : 0, m = strlen(ors[i]);
        if (or)
            return words_folded(s->a, n % 2 ? arena_copy(s->a, or + m, end - m) : arena_copy(s->a, words, (size_t)(or - words)));
    }
    return NULL;
}

/* "Tên lĩnh vực" of the second is "Lĩnh vực số 2".                                                    */
static const char *of_name(struct sample *s, const char *label, int n)
{
    static const struct { const char *begin, *value; } known[] = {
        { "Mã", "%03d" }, { "Ghi chú", "Số liệu đến ngày 14 tháng 6 năm 2026" }, { "Đơn vị tính", "hồ sơ" }, { "Kỳ", "6 tháng đầu năm 2026" },
        { "Năm", "2026" }, { "Họ và tên", "Nguyễn Văn Mẫu" }, { "Địa chỉ", "Số %d đường Ví Dụ, phường Trung Tâm, tỉnh Bình Minh" },
    };
    for (int i = 0; i < LENGTH(known); i++) {
        const char *mark = strchr(known[i].value, '%');
        if (strncmp(label, known[i].begin, strlen(known[i].begin)) != 0)
            continue;
        if (!mark)
            return known[i].value;
        const char *number = arena_format(s->a, strncmp(mark, "%03d", 4) == 0 ? "%03d" : "%d", n + 1);
        return arena_format(s->a, "%.*s%s%s", (int)(mark - known[i].value), known[i].value, number, mark + (mark[1] == '0' ? 4 : 2));
    }
    bool named = strncmp(label, "Tên ", strlen("Tên ")) == 0;
    const char *rest = label + (named ? strlen("Tên ") : 0);
    rest = named ? arena_copy(s->a, rest, strcspn(rest, ",;(")) : rest; /* xã, phường: one of them */
    const char *next = rest;
    utf8_next(&next);
    const char *first = utf8_upper(s->a, arena_copy(s->a, rest, (size_t)(next - rest)));
    const char *more = is_at_least(s, SAMPLE_EXTREME) && n % 5 == 3 ? ", tên đầy đủ rất dài dùng để xem dòng chữ xuống hàng ra sao trong ô hẹp" : "";
    return !named ? arena_format(s->a, "%s (ví dụ %d)%s", label, n + 1, more) : arena_format(s->a, "%s%s số %d%s", first, next, n + 1, more);
}

static const char *value_of(struct sample *s, const struct need *need, const char *path, int n, int order)
{
    const char *own = words_at(s, path, n), *label = need->label ? need->label : need->name;
    if (own && *own)
        return own;
    if (need->declared && strcmp(need->kind, "number") == 0)
        return arena_format(s->a, "%d", (is_at_least(s, SAMPLE_EXTREME) ? 900000 : 900) - s->n_records * 37 % 500 - 11 * order);
    if (need->declared && strcmp(need->kind, "date") == 0)
        return arena_format(s->a, "2026-%02d-%02d", 7 + order % 6, 1 + n % 28);
    own = of_label(s, label, n);
    return own ? own : of_name(s, label, n);
}

/* ---- data ------------------------------------------------------------------------------------------ */

/* A table of records that there are none of is no table.                                            */
static bool is_taken(const struct sample *s, const struct need *need, int depth)
{
    return need_demands(need) || is_at_least(s, SAMPLE_LONG) || (depth == 0 && !need->attribute && need->first && is_gone_through(s, need->name));
}

static bool has_elements(const struct need *need)
{
    const struct need *n = need->first;
    while (n && n->attribute)
        n = n->next;
    return n != NULL;
}

/* Few that hold others, many of the innermost.                                                       */
static int records(const struct sample *s, const struct need *need, int depth)
{
    static const int outer[3][3] = { { 2, 2, 1 }, { 3, 3, 3 }, { 4, 4, 4 } }, inner[3][3] = { { 3, 2, 2 }, { 20, 12, 5 }, { 100, 40, 10 } };
    int asked = most_asked_for(s, need->name), at = depth < 3 ? depth : 2;
    if (!is_gone_through(s, need->name))
        return 1;
    if (need->declared && strcmp(need->kind, "element") != 0)
        return is_at_least(s, SAMPLE_EXTREME) ? 3 : 1;
    int n = has_elements(need) ? outer[s->length][at] : inner[s->length][at];
    return asked > n ? asked : depth > 2 ? 2 : n;
}

static void one(struct sample *s, struct el *in, const struct need *need, const char *path, int n, int order, int depth)
{
    struct el *e = el_new(s, in, need->name);
    e->rule = NULL;
    s->n_records++;
    comment_need(s, e, need);
    if (need->declared && strcmp(need->kind, "element") != 0)
        el_words(s, e, value_of(s, need, path, n, order));
    int attribute = 0;
    for (const struct need *a = need->first; a; a = a->next)
        if (a->attribute && is_taken(s, a, depth))
            el_attr(s, e, a->name, value_of(s, a, arena_format(s->a, "%s/@%s", path, a->name), n, attribute++));
    data_fill(s, e, need->first, path, depth + 1);
}

static void steps(struct sample *s, struct el *data, const struct need *first, const char *path, int depth, bool of_batch)
{
    int order = 0;
    for (const struct need *n = first; n; n = n->next) {
        if (n->attribute || !is_taken(s, n, depth) || is_record(s, n->name) != of_batch)
            continue;
        const char *own = arena_format(s->a, "%s/%s", path, n->name);
        int count = records(s, n, depth);
        for (int i = 0; i < count; i++)
            one(s, data, n, own, i, order, depth);
        order++;
    }
}

/* What all records share stands before them.                                                           */
void data_fill(struct sample *s, struct el *data, const struct need *first, const char *path, int depth)
{
    steps(s, data, first, path, depth, false);
    steps(s, data, first, path, depth, true);
}

/* ---- fields ------------------------------------------------------------------------------------------ */

void fields_fill(struct sample *s, struct el *fields)
{
    int order = 0;
    for (const struct need *n = need_first(s->t, "fields")->first; n; n = n->next) {
        if (!is_taken(s, n, 1))
            continue;
        struct el *e = el_new(s, fields, "field");
        const char *name = n->field ? n->field : "truong-rieng";
        el_attr(s, e, "name", name);
        comment_need(s, e, n);
        el_words(s, e, value_of(s, n, arena_format(s->a, "fields/field[@name='%s']", name), 0, order++));
    }
}
