/* test_limits.c - the library's verbs as a program calls them, and the ends of what there
 * is: an arena without memory, one used again and again. */
#include "vanban.h"

#include "base/arena.h"

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
    CASE(&c, an_arena_without_memory);
    CASE(&c, a_scratch_is_zero_again);
    return cases_run(&c, "limits");
}
