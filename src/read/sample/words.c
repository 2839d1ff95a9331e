/* words.c - the words for a path of the data: a template's <sample>, else the table here. A list is of
 * groups, parted by ||, of words parted by |. What is looked for by its whole path is found by the
 * end of it too: code/@notation is meant by copy/code/@notation, which is asked for first.          */
#include "read/sample/sample.h"

/* Where the words speak of the state, they are those of templates/nd30.xml: here is what any office has. */
static const struct { const char *path, *usual, *extreme; } table[] = {
    { "issuer/superior", "Tỉnh Bình Minh", NULL },
    { "issuer/name", "Văn phòng Thí điểm tỉnh Bình Minh", NULL },
    { "code/@number", "128", "12845" },
    { "promulgation/@place", "Bình Minh", NULL },
    { "promulgation/@date", "2026-06-15", NULL },
    { "subject", "Công tác 6 tháng đầu năm 2026",
      "Kết quả công tác 6 tháng đầu năm, nhiệm vụ, giải pháp trọng tâm 6 tháng cuối năm 2026 và kế hoạch chuẩn bị cho năm 2027 của các đơn vị trực thuộc, "
      "các chi nhánh, văn phòng đại diện ở trong tỉnh và ngoài tỉnh" },
    { "addressees/to", "Các cơ quan, đơn vị trực thuộc", "Các cơ quan, đơn vị trực thuộc | Ban Quản lý các dự án đầu tư xây dựng công trình giao thông, dân dụng và công nghiệp tỉnh Bình Minh | Các hội, đoàn thể" },
    { "authority", "Văn phòng Thí điểm tỉnh Bình Minh", NULL },
    { "legal-bases/basis", "Căn cứ Quy chế làm việc của cơ quan | Theo đề nghị của bộ phận tổng hợp", NULL },
    { "signatures/signature/position", "Giám đốc", "Giám đốc | Phó Giám đốc | Chánh Văn phòng | Trưởng phòng Tổng hợp, Kiểm soát thủ tục hành chính và Chuyển đổi số | Kế toán trưởng" },
    { "signatures/signature/name", "Nguyễn Văn Mẫu | Trần Thị Thí Dụ | Lê Văn Ví Dụ | Phạm Thị Minh Họa | Tôn Nữ Thị Phương Thảo", NULL },
    { "signatures/signature/other-position", "", "Ủy viên | Ủy viên | Thư ký | Ủy viên thường trực Hội đồng thẩm định cấp tỉnh | Ủy viên" },
    { "signatures/signature/competence", "", NULL },
    { "signatures/signature/@signed", "", "yes" },
    { "recipients/place", "Như trên | Các đơn vị trực thuộc", "Như trên | Các đơn vị trực thuộc | Lãnh đạo cơ quan (b/c) | Phòng Tổng hợp | Phòng Tài chính - Kế hoạch | Trung tâm Dữ liệu | Cổng Thông tin điện tử | Các phòng, ban chuyên môn" },
    { "recipients/archive", "VT, TH", NULL },
    { "recipients/group/@title", "Gửi bản điện tử", NULL },
    { "recipients/group/place", "Các cơ quan, tổ chức có liên quan | Cổng Thông tin điện tử", NULL },
    { "recipients/group/archive", "Hồ sơ điện tử", NULL },
    { "circulation", "Xem xong trả lại", NULL },
    { "typer/@notation", "NVM", NULL },
    { "typer/@copies", "25", "12500" },
    { "contact/line", "Số 01 đường Ví Dụ, phường Trung Tâm, tỉnh Bình Minh | Điện thoại: 0200.000.0000; thư điện tử: vanthu@binhminh.example.vn", NULL },
    { "appendix/title", "Kết quả giải quyết hồ sơ của các đơn vị | Chỉ tiêu, tiến độ thực hiện theo lĩnh vực", NULL },
    { "document/@type", "quy-che", NULL },
    { "document/subject", "Quản lý, sử dụng tài sản chung của cơ quan", NULL },
    { "copy/code/@number", "41", NULL },
    { "copy/promulgation/@date", "2026-06-18", NULL },
    { "copy/issuer/name", "Văn phòng Thí điểm tỉnh Bình Minh", NULL },
    { "copy/signatures/signature/position", "Trưởng phòng Hành chính", NULL },
    { "copy/signatures/signature/name", "Đỗ Thị Bản Sao", NULL },
    { "copy/recipients/place", "Như phần Nơi nhận của bản gốc", NULL },
    { "part/title", "Kết quả 6 tháng đầu năm | Phương hướng 6 tháng cuối năm", NULL },
    { "chapter/title", "Quy định chung | Nội dung thực hiện | Điều khoản thi hành", NULL },
    { "section/title", "Kết quả thực hiện | Tồn tại, hạn chế và nguyên nhân | Nhiệm vụ, giải pháp thời gian tới | Tổ chức thực hiện",
      "Kết quả thực hiện | Tồn tại, hạn chế và nguyên nhân chủ quan, khách quan của từng tồn tại, hạn chế trong kỳ báo cáo | Nhiệm vụ, giải pháp thời gian tới" },
    { "article/title", "Phạm vi, đối tượng | Nguyên tắc thực hiện | Nội dung công việc | Kinh phí | Trách nhiệm của các đơn vị | Chế độ thông tin, báo cáo | Kiểm tra, đánh giá | Tổ chức thực hiện", NULL },
    { "clause/title", "Công tác chỉ đạo, điều hành | Tiếp nhận, giải quyết hồ sơ | Ứng dụng công nghệ thông tin | Đào tạo, bồi dưỡng | Thông tin, tuyên truyền | Kiểm tra, giám sát | Tài chính | Phối hợp giữa các đơn vị", NULL },
    { "point/title", "Việc đã làm | Việc đang làm | Việc chưa làm", NULL },
};

/* Is it meant for this type and this length?                                                        */
static bool applies(const struct sample *s, const struct tnode *row)
{
    static const char *const lengths[] = { "short", "long", "extreme" };
    const char *types = value_literal(tnode_attr(row, "for")), *length = value_literal(tnode_attr(row, "length"));
    return (!types || has_word(types, s->type)) && (!length || has_word(length, lengths[s->length]));
}

static const char *path_of(const struct tnode *row)
{
    const char *path = value_literal(tnode_attr(row, "path"));
    return path ? path : "";
}

/* The last of the path; `below`: or of one that goes on from it.                                   */
static const struct tnode *row_for(const struct sample *s, const char *path, bool below)
{
    const struct tnode *found = NULL;
    size_t n = strlen(path);
    for (const struct tnode *row = s->t->samples; row; row = row->next) {
        const char *own = path_of(row);
        if (strncmp(own, path, n) == 0 && (!own[n] || (below && own[n] == '/')) && applies(s, row))
            found = row;
    }
    return found;
}

enum said words_said(struct sample *s, const char *path)
{
    const struct tnode *row = row_for(s, path, true);
    const struct value *value = row ? tnode_attr(row, "value") : NULL;
    return !row ? SAID_NOTHING : value && value->n == 0 && strcmp(path_of(row), path) == 0 ? SAID_NONE : SAID_SOME;
}

const char *words_levels(struct sample *s, const char *body)
{
    const char *levels = "section/clause/point";
    size_t n = strlen(body);
    for (const struct tnode *row = s->t->samples; row; row = row->next) {
        const char *path = path_of(row);
        if (strncmp(path, body, n) == 0 && path[n] == '/' && !tnode_attr(row, "value") && applies(s, row))
            levels = path + n + 1;
    }
    return levels;
}

/* The list for a path, or NULL.                                                                    */
static const char *list_for(struct sample *s, const char *path)
{
    for (const char *p = path; p; p = strchr(p, '/') ? strchr(p, '/') + 1 : NULL) {
        const struct tnode *row = row_for(s, p, false);
        const struct value *value = row ? tnode_attr(row, "value") : NULL;
        if (value && value->n) /* an empty one says that there is none, not what it is */
            return env_text(s->env, value, s->at);
    }
    for (const char *p = path; p; p = strchr(p, '/') ? strchr(p, '/') + 1 : NULL)
        for (int i = 0; i < LENGTH(table); i++)
            if (strcmp(table[i].path, p) == 0)
                return s->length == SAMPLE_EXTREME && table[i].extreme ? table[i].extreme : table[i].usual;
    return NULL;
}

/* ---- lists ------------------------------------------------------------------------------------------ */

static const char *piece(struct sample *s, const char *list, const char *mark, int wanted, int *n)
{
    const char *from = list, *found = NULL;
    for (*n = 0; from; (*n)++) {
        const char *end = strstr(from, mark);
        if (*n == wanted)
            found = words_folded(s->a, arena_copy(s->a, from, end ? (size_t)(end - from) : strlen(from)));
        from = end ? end + strlen(mark) : NULL;
    }
    return found;
}

static const char *one_line(struct sample *s, const char *list)
{
    char *flat = arena_string(s->a, list);
    for (char *c; (c = strstr(flat, "||"));)
        c[1] = ' ';
    return flat;
}

int words_count(struct sample *s, const char *path)
{
    const char *list = list_for(s, path);
    int n = 0;
    if (list && *list)
        piece(s, one_line(s, list), "|", -1, &n);
    return n;
}

const char *words_at(struct sample *s, const char *path, int n)
{
    const char *list = list_for(s, path);
    int count = list ? words_count(s, path) : 0, ignored;
    return !list ? NULL : !count ? "" : piece(s, one_line(s, list), "|", n % count, &ignored);
}

static const char *group_of(struct sample *s, const char *path, int group)
{
    const char *list = list_for(s, path);
    int n = 0;
    if (!list || !*list)
        return list;
    piece(s, list, "||", -1, &n);
    return piece(s, list, "||", group % n, &n);
}

int words_in_group(struct sample *s, const char *path, int group)
{
    const char *list = group_of(s, path, group);
    int n = list ? 0 : 1; /* nobody has any: the grammar's own word, once */
    if (list && *list)
        piece(s, list, "|", -1, &n);
    return n;
}

const char *words_of_group(struct sample *s, const char *path, int group, int n)
{
    const char *list = group_of(s, path, group);
    int ignored;
    return list ? piece(s, list, "|", n, &ignored) : NULL;
}

const char *words_next(struct sample *s, const char *path)
{
    int i = 0;
    while (i < s->n_counters && strcmp(s->counter[i].path, path) != 0)
        i++;
    if (i == s->n_counters && i < MOST_COUNTED)
        s->counter[s->n_counters++] = (struct counter){ path, 0 };
    return words_at(s, path, i < MOST_COUNTED ? s->counter[i].n++ : 0);
}
