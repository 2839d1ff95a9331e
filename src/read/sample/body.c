/* body.c - the text: levels one in the other, paragraphs, lists, notes, references. */
#include "read/sample/sample.h"

enum { MOST_LEVELS = 12 };

/* Words as XML: %d is a number that goes on.                                                        */
static const char *const intro[] = {
    "Thực hiện chương trình công tác năm 2026, căn cứ kết quả theo dõi, tổng hợp của các đơn vị, nội dung cụ thể như sau:",
    "Trong kỳ, các đơn vị đã bám sát nhiệm vụ được giao<fn>Văn bản số %d/VP-TH ngày 12 tháng 01 năm 2026 về việc giao nhiệm vụ năm 2026.</fn>, chủ động phối hợp, "
    "báo cáo đúng hạn; số liệu tính từ ngày 15 tháng 12 năm 2025 đến ngày 14 tháng 6 năm 2026, trừ nội dung có ghi chú riêng.",
};
static const char closing[] = "Trên đây là toàn bộ nội dung; trong quá trình thực hiện nếu có vướng mắc, đề nghị các đơn vị phản ánh kịp thời để tổng hợp, xem xét, giải quyết.";

static const char *const clauses[] = {
    "Các đơn vị hoàn thành 46/48 nhiệm vụ được giao, đạt 95,8%; hai nhiệm vụ còn lại đang trong thời hạn thực hiện.",
    "Tiếp nhận, giải quyết hồ sơ đúng quy trình, công khai thời hạn và kết quả; không để hồ sơ quá hạn mà không có lý do.",
    "Rà soát, cập nhật dữ liệu trước ngày 25 hằng tháng; đơn vị chủ trì chịu trách nhiệm về tính chính xác của số liệu.",
    "Một số đơn vị gửi báo cáo còn chậm, số liệu giữa các biểu chưa thống nhất, phải chỉnh sửa nhiều lần.",
    "Bố trí cán bộ có kinh nghiệm trực hướng dẫn người dân, doanh nghiệp vào các ngày làm việc trong tuần và sáng thứ Bảy.",
    "Kinh phí thực hiện trong dự toán được giao; việc mua sắm, sửa chữa theo đúng quy định, tiết kiệm, hiệu quả.",
    "Định kỳ hằng quý đánh giá kết quả, rút kinh nghiệm; kịp thời biểu dương tập thể, cá nhân làm tốt.",
    "Phối hợp chặt chẽ giữa các đơn vị; nội dung liên quan nhiều đơn vị thì đơn vị chủ trì lấy ý kiến bằng văn bản trước khi trình.",
};
static const char *const articles[] = {
    "Phê duyệt nội dung, tiến độ và phân công thực hiện theo hồ sơ trình kèm theo.",
    "Các đơn vị theo chức năng, nhiệm vụ được giao tổ chức thực hiện, báo cáo kết quả trước ngày 25 tháng cuối quý.",
    "Văn bản này có hiệu lực kể từ ngày ký; các đơn vị và cá nhân có liên quan chịu trách nhiệm thi hành.",
};
/* The last of a row of them ends with a full stop.                                                  */
static const char *const points[] = {
    "Lập danh mục việc phải làm, ghi rõ người thực hiện, thời hạn và sản phẩm;",
    "Theo dõi, đôn đốc hằng tuần, báo cáo lãnh đạo những việc chậm quá 05 ngày;",
    "Niêm yết công khai thành phần hồ sơ, thời hạn giải quyết, mức phí, lệ phí;",
    "Phân công người trả lời phản ánh, kiến nghị trong vòng 02 ngày làm việc;",
    "Rà soát, bãi bỏ giấy tờ mà cơ quan đã có trong cơ sở dữ liệu;",
};
static const char *const last_points[] = {
    "Lưu hồ sơ đầy đủ, thuận tiện cho việc tra cứu, kiểm tra.",
    "Tổng hợp, đánh giá kết quả vào cuối mỗi quý.",
    "Gửi kết quả về bộ phận tổng hợp trước ngày 25 hằng tháng.",
};
static const char *const items[] = {
    "Hồ sơ nộp trực tiếp: 1.204 hồ sơ;", "Hồ sơ nộp trực tuyến: 3.518 hồ sơ, trong đó thanh toán trực tuyến 2.967 hồ sơ;", "Hồ sơ nộp qua bưu chính: 96 hồ sơ.",
};
static const char marked[] =
    "Diện tích kho lưu trữ là <b>1.250</b> m<sup>2</sup>, nồng độ CO<sub>2</sub> trong phòng máy được <i>đo hằng ngày</i>; <u>không</u> để vật dễ cháy trong kho."
    "<br/>Tài liệu hướng dẫn: <a href=\"https://binhminh.example.vn/huong-dan\">trang thông tin của cơ quan</a>.";
static const char noted[] =
    "Đơn vị thứ nhất hoàn thành trước hạn<fn>Báo cáo số %d/BC-VP của đơn vị.</fn>, đơn vị thứ hai đúng hạn<fn>Công văn số %d/VP-TH về việc "
    "gia hạn thời gian nộp báo cáo; các đơn vị có từ 20 biểu trở lên được cộng thêm 03 ngày làm việc kể từ ngày đủ số liệu.</fn>, đơn vị thứ ba đang hoàn thiện "
    "hồ sơ<fn>Biên bản số %d/BB-VP.</fn>; các đơn vị còn lại gửi bổ sung số liệu<fn>Phiếu chuyển số %d/PC-VP.</fn> theo đúng mẫu.";
static const char hard[] =
    "Địa chỉ truy cập https://binhminh.example.vn/cong-thong-tin/thu-muc-rat-dai/khong-co-cho-ngat/he-thong-bao-cao-tong-hop-du-lieu?ma-so=0123456789012345678901234567890123456789 và mã "
    "định danh 000.00.00.H00-1234567890.1234567890.1234567890.1234567890.1234567890.1234567890.1234567890 dùng chung cho mọi đơn vị.";

#define IN_TURN(list, n) ((list)[(n) % LENGTH(list)])

static const char *numbered(struct sample *s, const char *words)
{
    struct buf b = buf_in(s->a);
    for (; *words; words++)
        if (words[0] == '%' && words[1] == 'd')
            buf_format(&b, "%d", 100 + ++s->n_notes), words++;
        else
            buf_char(&b, *words);
    return buf_text(&b);
}

static struct el *el_of(struct sample *s, struct el *parent, const char *name, const char *xml)
{
    struct el *e = el_new(s, parent, name);
    e->words = xml ? numbered(s, xml) : NULL;
    comment_add(s, e);
    return e;
}

/* ---- levels ------------------------------------------------------------------------------------------- */

struct prose {
    struct sample *s;
    const char *path;            /* of the body                                                  */
    const char *level[MOST_LEVELS]; /* from the outermost                                        */
    int n;
    int inner, leaves;           /* made so far: with others in them, with words alone             */
    bool main, insert_due;
};

static void levels_of(struct prose *t, const char *path)
{
    struct sample *s = t->s;
    for (const char *w = words_levels(s, path); *w && t->n < MOST_LEVELS;) {
        size_t n = strcspn(w, "/");
        t->level[t->n++] = arena_copy(s->a, w, n);
        w += n + (w[n] == '/');
    }
}

/* All there are, in the order of the grammar; two of them also in themselves.                     */
static void all_levels(struct prose *t)
{
    static const char *const twice[] = { "section", "clause" };
    int n;
    for (const char *w = grammar_rule(&data_grammar, "body", NULL)->holds; (w = next_word(w, &n)); w += n) {
        const char *name = arena_copy(t->s->a, w, (size_t)(n - 1));
        const struct element_rule *rule = grammar_rule(&data_grammar, name, "body");
        if (rule->id < D_PART || rule->id > D_POINT || !has_level(t->s, name) || t->n + 2 > MOST_LEVELS)
            continue;
        t->level[t->n++] = name;
        for (int i = 0; i < LENGTH(twice); i++)
            if (same_word(name, twice[i]))
                t->level[t->n++] = name;
    }
}

/* The template's words for a level, else those here; NULL: such a one has a title and others in it. */
static const char *level_words(struct prose *t, const char *name, bool last)
{
    int n = t->leaves;
    const char *own = words_next(t->s, arena_format(t->s->a, "%s/%s", t->path, name));
    struct el plain = { 0 };
    if (own && *own) {
        el_words(t->s, &plain, own);
        return plain.words;
    }
    return same_word(name, "article") ? IN_TURN(articles, n) : same_word(name, "clause") ? IN_TURN(clauses, n)
           : !same_word(name, "point") ? NULL : last ? IN_TURN(last_points, t->inner) : IN_TURN(points, n);
}

static void list_add(struct prose *t, struct el *in)
{
    el_of(t->s, in, "p", "Kết quả tiếp nhận theo cách thức nộp hồ sơ:");
    struct el *list = el_of(t->s, in, "list", NULL), *last = NULL;
    for (int i = 0; i < LENGTH(items); i++)
        last = el_of(t->s, list, "item", items[i]);
    struct el *inner = el_of(t->s, last, "list", NULL);
    el_of(t->s, inner, "item", "Trong tỉnh: 81 hồ sơ;");
    el_of(t->s, inner, "item", "Ngoài tỉnh: 15 hồ sơ.");
}

static void refer(struct prose *t, struct el *in)
{
    if (t->s->ref)
        el_of(t->s, in, "p", arena_format(t->s->a, "Các nội dung nêu trên được theo dõi cùng với <ref to=\"%s\"/>.", t->s->ref));
}

/* What the template makes of the office's own data, and the data places.                           */
static void inserts(struct prose *t, struct el *in)
{
    const char *placed[50];
    int n = 0;
    for (const struct slot *slot = t->s->t->slots; slot && n < LENGTH(placed); slot = slot->next)
        if (slot->fresh && !slot->used && slot->content)
            placed[n++] = slot->name;
    while (n--) { /* the newest were found first */
        struct el *e = el_of(t->s, in, "insert", NULL);
        el_attr(t->s, e, "slot", placed[n]);
    }
    t->insert_due = false;
}

static void extras(struct prose *t, struct el *in, int n)
{
    struct sample *s = t->s;
    if (!is_at_least(s, SAMPLE_LONG) || !t->main)
        return;
    if (n == 0)
        table_add(s, in, is_at_least(s, SAMPLE_EXTREME) ? 30 : 6, 3, true);
    else if (n == 1)
        list_add(t, in);
    else if (n == 2)
        el_of(s, in, "p", marked), refer(t, in);
    else if (n == 3)
        el_of(s, in, "p", noted);
}

static int how_many_in(const struct prose *t, int depth)
{
    static const int some[] = { 4, 3, 3 }, few[] = { 3, 2, 0 }, deep[] = { 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 2, 2 };
    int titles = words_count(t->s, arena_format(t->s->a, "%s/title", t->level[depth]));
    const int *n = t->s->length == SAMPLE_SHORT ? few : t->n > 3 ? deep : some;
    int many = n[depth < 3 || n == deep ? depth : 2];
    return depth + 1 < t->n && titles && titles < many ? titles : many; /* none twice */
}

static void level_add(struct prose *t, struct el *in, int depth, bool end);

static void levels_add(struct prose *t, struct el *in, int depth)
{
    for (int i = 0, n = depth < t->n ? how_many_in(t, depth) : 0; i < n; i++)
        level_add(t, in, depth, i + 1 == n);
}

static void level_add(struct prose *t, struct el *in, int depth, bool end)
{
    struct sample *s = t->s;
    const char *name = t->level[depth], *words = level_words(t, name, end);
    bool leaf = depth + 1 == t->n || (words && s->length == SAMPLE_SHORT);
    struct el *e = el_of(s, in, name, leaf ? words : NULL);
    if (leaf) {
        t->leaves++;
        return;
    }
    int inner = t->inner++;
    const char *title = words_next(s, arena_format(s->a, "%s/title", name));
    struct el *titled = el_new(s, e, "title");
    el_words(s, titled, title ? title : name);
    if (t->main && depth == 0 && is_at_least(s, SAMPLE_LONG)) {
        s->ref = arena_format(s->a, "%s-%d", name, inner + 1);
        el_attr(s, e, "id", s->ref);
    }
    if (words && depth + 2 == t->n)
        el_of(s, e, "p", IN_TURN(clauses, inner + 3));
    levels_add(t, e, depth + 1);
    if (t->insert_due && depth == 0)
        inserts(t, e);
    if (depth + 2 == t->n)
        extras(t, e, inner - (depth > 0));
}

/* ---- body and appendix ------------------------------------------------------------------------------- */

static bool is_of_articles(const struct prose *t)
{
    for (int i = 0; i < t->n; i++)
        if (same_word(t->level[i], "article"))
            return true;
    return false;
}

static void notes_add(struct prose *t, struct el *body)
{
    for (int i = 0; i < 9; i++)
        el_of(t->s, body, "p", noted);
    el_of(t->s, body, "p", hard);
}

void body_fill(struct sample *s, struct el *body, const char *path)
{
    struct prose t = { .s = s, .path = path, .main = same_word(path, "body"), .insert_due = same_word(path, "body") };
    levels_of(&t, path);
    bool plain = !is_of_articles(&t);
    if (t.main && is_at_least(s, SAMPLE_EXTREME))
        t.n = 0, all_levels(&t);
    const char *own = words_at(s, arena_format(s->a, "%s/p", path), 0);
    for (int i = 0; plain && i < (is_at_least(s, SAMPLE_LONG) ? LENGTH(intro) : 1); i++)
        el_of(s, body, "p", i == 0 && own && *own ? own : intro[i]);
    if (t.main && is_at_least(s, SAMPLE_EXTREME))
        notes_add(&t, body);
    levels_add(&t, body, 0);
    if (t.insert_due)
        inserts(&t, body);
    if (plain)
        el_of(s, body, "p", closing);
}

/* The last words of the running text that e holds, NULL: it holds none.                             */
static struct el *last_words(struct el *e)
{
    struct el *found = NULL;
    for (struct el *c = e->first; c; c = c->next) {
        bool level = c->rule && c->rule->id >= D_PART && c->rule->id <= D_POINT;
        struct el *in = level && !c->words ? last_words(c) : c->words && (level || same_word(c->name, "p")) ? c : NULL;
        found = in ? in : found;
    }
    return found;
}

/* An appendix that the text is silent on would be a finding of R107.                                */
static void mention(struct sample *s, struct el *document, const char *id, int n)
{
    struct el *body = document->first;
    while (body && !same_word(body->name, "body"))
        body = body->next;
    struct el *last = body ? last_words(body) : NULL;
    if (last)
        last->words = arena_format(s->a, n == 0 ? "%s Số liệu chi tiết tại <ref to=\"%s\"/>." : "%s Xem thêm <ref to=\"%s\"/>.", last->words, id);
}

/* The first: words, and a table that goes over a page; the second: a wide one, on paper turned.     */
void appendix_fill(struct sample *s, struct el *document, struct el *appendix, int n)
{
    bool wide = n == 1;
    const char *id = arena_format(s->a, "phu-luc-%d", ++s->n_tables);
    el_attr(s, appendix, "id", id);
    mention(s, document, id, n);
    if (wide)
        el_attr(s, appendix, "orientation", "landscape");
    const char *title = words_at(s, "appendix/title", n);
    el_words(s, el_new(s, appendix, "title"), title ? title : "Phụ lục");
    if (!wide) {
        el_of(s, appendix, "p", clauses[2]);
        for (int i = 0; i < 2; i++)
            el_of(s, appendix, "clause", clauses[i]);
    }
    table_add(s, appendix, !is_at_least(s, SAMPLE_EXTREME) ? (wide ? 18 : 45) : wide ? 60 : 200, wide ? 8 : 3, false);
}
