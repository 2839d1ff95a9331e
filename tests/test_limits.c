/* test_limits.c - the library's verbs as a program calls them, and the ends of what there
 * is: an arena without memory, one used again and again. */
#include "vanban.h"

#include "base/arena.h"
#include "base/limits.h"
#include "read/xml/fault.h"

#include "cases.h"

static int seen;
static const char *code;
static void keep_code(void *user, const struct vb_message *m)
{
    (void)user;
    if (m->severity != VB_ERROR)
        return;
    seen++;
    code = m->code;
}

static struct vb_options options(void)
{
    return (struct vb_options){ .home = ".", .lang = "en", .sink = keep_code };
}

static void verbs_in_order(void **state)
{
    struct vb_options o = options();
    struct vb *v = vb_open(&o);
    (void)state;
    assert_int_equal(vb_set(v), VB_REJECTED);
    assert_int_equal(vb_write(v, VB_PDF, "/dev/null"), VB_REJECTED);
    assert_int_equal(vb_read(v, "tests/bad/ok.xml", NULL), VB_DONE);
    assert_int_equal(vb_set(v), VB_DONE);
    assert_int_equal(vb_page_count(v), 1);
    assert_int_equal(vb_write(v, VB_PDF, "/dev/null"), VB_DONE);
    const void *pdf;
    size_t size;
    assert_int_equal(vb_write_memory(v, VB_PDF, 0, &pdf, &size), VB_DONE);
    assert_true(size > 1000 && memcmp(pdf, "%PDF-1.7", 8) == 0);
    vb_close(v);
}

static void data_in_memory(void **state)
{
    struct vb_options o = options();
    struct vb *v = vb_open(&o);
    char data[] = "<document type=\"bao-cao\"><issuer><name>A</name></issuer>"; /* and no \0 is needed */
    (void)state;
    seen = 0;
    assert_int_equal(vb_read_memory(v, "memory", data, sizeof(data) - 1, NULL), VB_REJECTED);
    assert_int_equal(seen, 1);
    assert_string_equal(code, "XML_OPEN");
    vb_close(v);
}

/* Their folder is the one of the name, or the current one. */
static void pictures_of_data_in_memory(void **state)
{
    static const struct { const char *name, *src; int status; } rows[] = {
        { "tests/bad/memory", "anh/mau.png", VB_DONE },
        { "memory", "tests/bad/anh/mau.png", VB_DONE },
        { "memory", "anh/mau.png", VB_REJECTED },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct vb_options o = options();
        struct vb *v = vb_open(&o);
        char data[1000];
        int n = snprintf(data, sizeof(data), "<document type='bao-cao'><issuer><name>A</name></issuer><code number='' notation='BC-A'/>"
                         "<promulgation place='B'/><body><figure src='%s' alt='x'/><p>C</p></body></document>", rows[i].src);
        assert_int_equal(vb_read_memory(v, rows[i].name, data, (size_t)n, NULL), rows[i].status);
        assert_true(rows[i].status == VB_DONE || strcmp(code, "IMAGE_UNREADABLE") == 0);
        vb_close(v);
    }
}

static void the_template_of_a_type(void **state)
{
    struct vb_options o = options();
    struct vb *v = vb_open(&o);
    (void)state;
    seen = 0;
    assert_int_equal(vb_read(v, "tests/bad/template-none.xml", NULL), VB_REJECTED);
    assert_int_equal(seen, 1);
    assert_string_equal(code, "TEMPLATE_NONE");
    vb_close(v);
}

/* ---- limits ------------------------------------------------------------------------------------ */

static void values_of_limits(void **state)
{
    static const struct { const char *name, *value; int64_t is; } rows[] = { /* is 0: refused */
        { "bytes", "64M", 64 << 20 }, { "bytes", "1", 1 }, { "bytes", "512M", 512 << 20 }, { "pages", "3", 3 }, { "pages", "3K", 3000 }, { "xpath", "1G", 1000000000 },
        { "bytes", "513M", 0 }, { "bytes", "1G", 0 }, { "bytes", "0", 0 }, { "bytes", "", 0 }, { "bytes", "M", 0 }, { "bytes", "-1", 0 }, { "bytes", " 1", 0 }, { "bytes", "1MB", 0 },
        { "bytes", "1m", 0 }, { "bytes", "1.5M", 0 }, { "bytes", "99999999999999999999", 0 }, { "bytes", "9223372036854775807G", 0 }, { "depth", "201", 0 }, { "pagse", "3", 0 }, { "", "3", 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        int64_t to = 0;
        assert_int_equal(limit_read(rows[i].name, rows[i].value, &to) != LIMIT_COUNT, rows[i].is != 0);
        assert_int_equal(to, rows[i].is);
        assert_int_equal(vb_limit_takes(rows[i].name, rows[i].value), rows[i].is != 0);
    }
}

/* Each takes its own bounds and value, has words in both languages, and none is another's name.   */
static void the_table_of_limits(void **state)
{
    (void)state;
    assert_int_equal(vb_limit_count(), LIMIT_COUNT);
    for (int i = 0; i < vb_limit_count(); i++) {
        const struct vb_limit l = vb_limit(i);
        const long long taken[] = { l.value, l.least, l.most }, refused_[] = { l.least - 1, l.most + 1 };
        char text[32];
        for (int k = 0; k < 3; k++)
            assert_true(snprintf(text, sizeof(text), "%lld", taken[k]) > 0 && vb_limit_takes(l.name, text));
        for (int k = 0; k < 2; k++)
            assert_true(snprintf(text, sizeof(text), "%lld", refused_[k]) > 0 && !vb_limit_takes(l.name, text));
        assert_true(*l.about[0] && *l.about[1] && strcmp(l.about[0], l.about[1]) != 0);
        for (int k = 0; k < i; k++)
            assert_string_not_equal(l.name, vb_limit(k).name);
    }
    assert_null(vb_limit(-1).name);
    assert_null(vb_limit(LIMIT_COUNT).name);
}

static void limits_as_options(void **state)
{
    static const struct { struct vb_setting limit; const char *code; } rows[] = { /* code NULL: it is none */
        { { "bytes", "600" }, "FILE_TOO_BIG" }, { { "nodes", "5" }, "LIMIT" }, { { "attributes", "1" }, "LIMIT" }, { { "depth", "2" }, "XML_DEPTH" },
        { { "blocks", "3" }, "LIMIT" }, { { "xpath", "2" }, "XPATH_LIMIT" }, { { "bytes", "x" }, NULL }, { { "byte", "1" }, NULL },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct vb_options o = options();
        o.limits = &rows[i].limit;
        o.n_limits = 1;
        struct vb *v = vb_open(&o);
        assert_int_equal(v != NULL, rows[i].code != NULL);
        if (!v)
            continue;
        assert_int_equal(vb_read(v, "tests/bad/ok.xml", NULL), VB_REJECTED);
        assert_string_equal(code, rows[i].code);
        vb_close(v);
    }
}

/* However its bytes come, all that is markup is counted and nothing that only looks like it.      */
static void elements_and_attributes_are_counted(void **state)
{
    static const struct { const char *text; int nodes, attributes; } rows[] = {
        { "<a/>", 1, 0 }, { "<a></a>", 1, 0 }, { "<a b='1' c=\"2\"/>", 1, 2 }, { "<a b='=>&lt;\"=' c=\"'>='\"/><d/>", 2, 2 }, { "<a>b='1' c='2'</a>", 1, 0 },
        { "<?xml version='1.0'?><a/>", 2, 0 }, { "<!-- <b c='1' d='2'/> --- > --><a/>", 2, 0 }, { "<!----><a/>", 2, 0 }, { "<a><![CDATA[<b c='1'/>]>]]]><d/></a>", 3, 0 },
        { "<?p <b c='1'> ?? ?><a/>", 2, 0 }, { "<a\n b\n=\n'1'\n/>", 1, 1 }, { "<a b='1", 1, 1 }, { "<", 0, 0 }, { "", 0, 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
        for (int step = 1; step < 8; step++)
            for (int short_of = 0; short_of < 2; short_of++) { /* at the limit, and one below it */
                int size = (int)strlen(rows[i].text);
                struct limits limits = { .of = { [LIMIT_NODES] = rows[i].nodes - short_of, [LIMIT_ATTRIBUTES] = rows[i].attributes ? rows[i].attributes : 1 } };
                struct xml_tally t = { .limits = &limits };
                bool good = true;
                for (int at = 0; at < size && good; at += step)
                    good = xml_tally(&t, rows[i].text + at, size - at < step ? size - at : step);
                bool bound = short_of && limits.of[LIMIT_NODES]; /* 0 is the table's */
                assert_int_equal(good, !bound || !rows[i].nodes);
                if (good)
                    assert_int_equal(t.n_nodes, rows[i].nodes);
                if (rows[i].attributes > 1) {
                    limits = (struct limits){ .of = { [LIMIT_ATTRIBUTES] = rows[i].attributes - 1 } };
                    t = (struct xml_tally){ .limits = &limits };
                    assert_false(xml_tally(&t, rows[i].text, size));
                    assert_int_equal(t.limit, LIMIT_ATTRIBUTES);
                }
            }
}

static jmp_buf caught;
static void an_arena_without_memory(void **state)
{
    struct arena a = { .no_memory = &caught };
    (void)state;
    if (setjmp(caught) == 0) {
        arena_alloc(&a, SIZE_MAX);
        fail();
    }
    arena_free(&a);
}

static void a_scratch_is_zero_again(void **state)
{
    struct arena a = { 0 }, *s = arena_scratch(&a);
    (void)state;
    for (int round = 0; round < 3; round++) {
        char *small = arena_alloc(s, 1000), *big = arena_alloc(s, 100 << 10);
        for (int i = 0; i < 1000; i++)
            assert_int_equal(small[i] | big[i], 0);
        memset(small, 7, 1000);
        memset(big, 7, 1000);
        arena_reset(s);
    }
    arena_free(&a);
}

int main(void)
{
    static struct cases c;
    CASE(&c, verbs_in_order);
    CASE(&c, data_in_memory);
    CASE(&c, pictures_of_data_in_memory);
    CASE(&c, the_template_of_a_type);
    CASE(&c, values_of_limits);
    CASE(&c, the_table_of_limits);
    CASE(&c, limits_as_options);
    CASE(&c, elements_and_attributes_are_counted);
    CASE(&c, an_arena_without_memory);
    CASE(&c, a_scratch_is_zero_again);
    return cases_run(&c, "limits");
}
