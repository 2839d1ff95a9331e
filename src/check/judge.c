/* judge.c - asks every rule about every document of a file.                                          */
#include "check/check.h"

struct answer { enum check_state state; bool note; const char *said; struct check_verdict *fault; int n, room; };

static void begin(struct check *c, const struct check *base, int first, int last)
{
    *c = *base;
    c->first = first;
    c->last = last;
    c->issued = first > 0;
    lines_read(c);
    parts_find(c);
}

static const char *why_unread(const struct check *c)
{
    switch (c->pages->foreign ? c->pages->foreign->unread : FOREIGN_READ) {
    case FOREIGN_READ: return NULL;
    case FOREIGN_SCAN: return W("ảnh quét, không có chữ", "a scan without text");
    case FOREIGN_SCAN_WITH_TEXT: return W("ảnh quét có chữ nhận dạng ẩn phía sau: không rõ phông, cỡ, vị trí thật", "a scan with recognised text behind it: its true fonts, sizes, places are unknown");
    case FOREIGN_SIDEWAYS: return W("chữ không nằm ngang theo chiều trang", "the text is not horizontal on its pages");
    case FOREIGN_NAMELESS: return W("phông trong PDF không ghi tên, không rõ kiểu chữ", "the fonts of the PDF have no names: their style is unknown");
    case FOREIGN_CODES: return W("chữ trong PDF thiếu bảng mã Unicode", "the text of the PDF has no Unicode map");
    }
    return NULL;
}

/* Pages without text, such as a scan; without roles none of the parts is known.                        */
static const char *why_not_judged(const struct check *c, const struct rule *rule)
{
    bool known = false;
    if (rule->measure != rule_1 && why_unread(c))
        return why_unread(c);
    if (!c->lines.n && rule->measure != rule_1)
        return W("trang không có chữ", "the pages have no text");
    if (rule->of_words)
        return NULL;
    for (int i = 0; i < c->lines.n && !known; i++)
        known = *c->lines.at[i]->role;
    return known || rule->of_annex_files ? NULL : W("không phần nào của mẫu có role", "no part of the template has a role");
}

/* A translation that our own template made (lang="en") has the format, in other words.             */
static bool wants_vietnamese(const struct check *c, const struct rule *rule)
{
    static enum check_state (*const words[])(struct check *c) = {
        rule_21, rule_25, rule_40, rule_48, rule_54, rule_58, rule_81, rule_82, rule_83, rule_84, rule_87, rule_91, rule_92, rule_102, rule_104, rule_105,
    };
    bool foreign = c->pages->foreign || !c->pages->lang || strcmp(c->pages->lang, "en") != 0, found = false;
    for (int i = 0; i < LENGTH(words); i++)
        found = found || rule->measure == words[i];
    return found && !foreign;
}

static const char *why_not_asked(const struct check *c, const struct rule *rule)
{
    if (wants_vietnamese(c, rule))
        return W("bản tiếng Anh (lang=\"en\"): quy tắc nói về chữ tiếng Việt", "a document in English (lang=\"en\"): the rule is about Vietnamese words");
    if (rule->of_words)
        return NULL;
    if (c->nation && strcmp(c->nation->upper, "ĐẢNG CỘNG SẢN VIỆT NAM") == 0)
        return W("văn bản của Đảng: không theo Nghị định này", "a Party document: not subject to this decree");
    return c->annex_file && !rule->of_annex_files ? W("phụ lục ở tệp riêng", "an appendix in a separate file") : NULL;
}

static struct answer ask(struct check *c, const struct rule *rule)
{
    c->rule = rule;
    c->fault = NULL;
    c->n_faults = c->room_faults = 0;
    c->said = "";
    c->note = c->look_unknown = false;
    struct answer a = { .state = CHECK_PASS };
    const char *why = why_not_judged(c, rule), *not_asked = why ? NULL : why_not_asked(c, rule);
    a.state = why ? unsure(c, why) : not_asked ? skip(c, not_asked) : rule->measure(c);
    if (a.state == CHECK_PASS && c->look_unknown)
        a.state = unsure(c, W("phông không ghi tên, không rõ đậm, nghiêng", "a font without a name: bold or italic cannot be told"));
    const char *name = rule->text[0].name;
    if (c->pages->foreign && a.state == CHECK_NOT_APPLICABLE && (strcmp(name, "T10") == 0 || strcmp(name, "D2") == 0 || strcmp(name, "D3") == 0))
        a.state = unsure(c, W("PDF không ghi hàng tổng, chú thích, tham chiếu", "a PDF does not identify totals, footnotes and references"));
    if (c->pages->foreign && a.state == CHECK_NOT_JUDGED && strstr(c->said, "role=\""))
        c->said = W("không nhận ra phần này trong PDF", "this part was not recognised in the PDF");
    a.said = c->said;
    a.note = c->note && a.state == CHECK_PASS;
    a.fault = c->fault;
    a.n = c->n_faults;
    a.room = c->room_faults;
    return a;
}

/* The worst of a file's documents: a finding, what is not judged, a pass.                                */
static int rank(enum check_state s)
{
    return s == CHECK_FINDING ? 0 : s == CHECK_NOT_JUDGED ? 1 : s == CHECK_PASS ? 2 : 3;
}

static struct answer worse(struct arena *arena, struct answer a, struct answer b)
{
    if (a.state != CHECK_FINDING || b.state != CHECK_FINDING)
        return rank(b.state) < rank(a.state) ? b : a;
    a.fault = arena_grow(arena, a.fault, a.n + b.n, &a.room, sizeof(*a.fault));
    memcpy(a.fault + a.n, b.fault, (size_t)b.n * sizeof(*a.fault));
    a.n += b.n;
    return a;
}

static const struct rule_wish *wish_of(const struct check *c, const struct rule *rule)
{
    const struct rule_wish *w = c->doc ? c->doc->rule_wishes : NULL; /* foreign pages have none */
    while (w && strcmp(w->name, rule->text[0].name) != 0)
        w = w->next;
    return w;
}

/* An office's own kind of paper may be none of the decree's: its template says so, and that it does is told. */
static struct answer as_wished(const struct check *c, const struct rule *rule, struct answer a)
{
    const struct rule_wish *w = wish_of(c, rule);
    if (!w || w->severity >= 0 || a.state != CHECK_FINDING)
        return a;
    return (struct answer){ .state = CHECK_NOT_APPLICABLE, .said = W("mẫu tắt quy tắc này", "turned off by the template") };
}

static enum check_level level_of(const struct check *c, const struct rule *rule)
{
    const struct rule_wish *w = wish_of(c, rule);
    return !w || w->severity < 0 ? rule->level : w->severity == SEVERITY_NOTE ? CHECK_PRACTICE : CHECK_MUST;
}

static void tell(const struct check *c, const struct rule *rule, const struct answer *a, check_sink *sink, void *user)
{
    struct check_verdict v = { .page = -1 };
    for (int i = 0; i < (a->n ? a->n : 1); i++) {
        if (a->n)
            v = a->fault[i];
        v.state = a->state;
        v.note = a->note;
        v.level = level_of(c, rule);
        v.rule = &rule->text[c->en];
        v.measured = a->n ? v.measured : a->said;
        sink(user, &v);
    }
}

static bool begins_document(const struct pages *pages, int page)
{
    const struct page *p = &pages->page[page];
    for (int i = 0; i < p->n; i++) {
        const char *role = page_role(pages, p->marks[i].element);
        if (role && strcmp(role, "o1") == 0 && p->marks[i].kind == MARK_TEXT && p->marks[i].y < PT(60) + MM(10))
            return page > 0;
    }
    return false;
}

void check_layout(struct arena *a, bool english, const struct pages *pages, const struct doc *doc, check_sink *sink, void *user)
{
    struct check base = { .arena = a, .pages = pages, .doc = doc, .en = english, .patterns = NEW(a, struct patterns) }, *of;
    int n = 0, documents = 1;
    for (int i = 1; i < pages->n; i++)
        documents += begins_document(pages, i);
    of = NEW_N(a, struct check, documents);
    for (int i = 0, first = 0; i < pages->n; i++)
        if (i + 1 == pages->n || begins_document(pages, i + 1)) {
            begin(&of[n++], &base, first, i);
            first = i + 1;
        }
    for (int r = 0; r < n_rules; r++) {
        struct answer worst = ask(&of[0], &rules[r]);
        for (int i = 1; i < n; i++)
            worst = worse(a, worst, ask(&of[i], &rules[r]));
        worst = as_wished(&base, &rules[r], worst);
        tell(&base, &rules[r], &worst, sink, user);
    }
}

const struct rule_wish *check_unknown_wish(const struct doc *doc)
{
    for (const struct rule_wish *w = doc ? doc->rule_wishes : NULL; w; w = w->next) {
        int r = 0;
        while (r < n_rules && strcmp(w->name, rules[r].text[0].name) != 0)
            r++;
        if (r == n_rules)
            return w;
    }
    return NULL;
}

int check_rule_count(void) { return n_rules; }

const struct check_rule *check_rule(int i, bool english, enum check_level *level)
{
    *level = rules[i].level;
    return &rules[i].text[english];
}
