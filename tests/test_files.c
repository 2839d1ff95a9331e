/* test_files.c - several files of one document, as a program asks for them; several outputs, of
 * which all are there or none. */
#include "vanban.h"

#include "base/output.h"

#include "cases.h"

#include <unistd.h>

static const char *code, *text;
static char words[200];
static void keep(void *user, const struct vb_message *m)
{
    (void)user;
    if (m->severity != VB_ERROR)
        return;
    snprintf(words, sizeof(words), "%s", m->text);
    code = m->code;
    text = words;
}

/* ---- the library ------------------------------------------------------------------------------ */

static struct vb *set(const struct vb_options *o)
{
    struct vb *v = vb_open(o);
    assert_int_equal(vb_part_count(v), 0);
    assert_int_equal(vb_read(v, "tests/layouts/files.xml", "tests/layouts/files.template.xml"), VB_DONE);
    assert_int_equal(vb_set(v), VB_DONE);
    return v;
}

static void one_part_unless_asked(void **state)
{
    const struct vb_options o = { .home = ".", .lang = "en", .sink = keep };
    struct vb *v = set(&o);
    char path[20];
    (void)state;
    assert_int_equal(vb_part_count(v), 1);
    assert_string_equal(vb_part(v, 0).name, "");
    assert_int_equal(vb_part(v, 0).pages, vb_page_count(v));
    assert_int_equal(vb_part_path(v, 0, "a.pdf", path, sizeof(path)), 5);
    assert_string_equal(path, "a.pdf");
    vb_close(v);
}

static void parts_of_their_own(void **state)
{
    static const struct { const char *name, *title, *path; } rows[] = {
        { "", "Quyết định Ban hành Quy chế quản lý hồ sơ", "d.x/a.PDF" },
        { "kem-theo-1", "Quy chế Quản lý hồ sơ", "d.x/a-kem-theo-1.PDF" },
        { "kem-theo-1-phu-luc-1", "Phụ lục I: Mẫu sổ", "d.x/a-kem-theo-1-phu-luc-1.PDF" },
        { "kem-theo-1-phu-luc-2", "Phụ lục II: Biểu tổng hợp", "d.x/a-kem-theo-1-phu-luc-2.PDF" },
        { "phu-luc-1", "Phụ lục: Danh sách xã", "d.x/a-phu-luc-1.PDF" },
    };
    const struct vb_options o = { .home = ".", .lang = "en", .sink = keep, .split = true };
    struct vb *v = set(&o);
    (void)state;
    assert_int_equal(vb_part_count(v), LENGTH(rows));
    int pages = 0;
    for (int i = 0; i < LENGTH(rows); i++) {
        const struct vb_part part = vb_part(v, i);
        char path[40];
        const void *pdf;
        size_t size;
        assert_string_equal(part.name, rows[i].name);
        assert_string_equal(part.title, rows[i].title);
        pages += part.pages;
        assert_int_equal(vb_part_path(v, i, "d.x/a.PDF", path, sizeof(path)), strlen(rows[i].path));
        assert_string_equal(path, rows[i].path);
        assert_int_equal(vb_write_memory(v, VB_PDF, i, &pdf, &size), VB_DONE);
        assert_true(size > 1000 && memcmp(pdf, "%PDF-1.7", 8) == 0);
    }
    assert_int_equal(pages, vb_page_count(v));
    vb_close(v);
}

static void no_such_part(void **state)
{
    const struct vb_options o = { .home = ".", .lang = "en", .sink = keep, .split = true };
    struct vb *v = set(&o);
    const void *pdf;
    size_t size;
    char path[20];
    (void)state;
    assert_null(vb_part(v, 5).name);
    assert_null(vb_part(v, -1).name);
    assert_int_equal(vb_write_memory(v, VB_PDF, 5, &pdf, &size), VB_REJECTED);
    assert_int_equal(vb_write_memory(v, VB_PDF, -1, &pdf, &size), VB_REJECTED);
    assert_int_equal(vb_part_path(v, 1, "thu", path, 5), strlen("thu-kem-theo-1"));
    assert_string_equal(path, "thu-");
    vb_close(v);
}

static void a_mode_there_is_not(void **state)
{
    const struct vb_options o = { .home = ".", .lang = "en", .sink = keep, .mode = "papr" };
    struct vb *v = vb_open(&o);
    (void)state;
    assert_int_equal(vb_read(v, "tests/layouts/files.xml", NULL), VB_REJECTED);
    assert_string_equal(code, "MODE_UNKNOWN");
    assert_non_null(strstr(text, "did you mean 'paper'"));
    code = NULL;
    assert_int_equal(vb_check(v, "tests/layouts/files.xml", NULL), VB_REJECTED);
    assert_string_equal(code, "MODE_UNKNOWN");
    vb_close(v);
}

/* ---- outputs ------------------------------------------------------------------------------------ */

static char folder[] = "/tmp/test_files.XXXXXX";

static const char *in(struct arena *a, const char *name) { return arena_format(a, "%s/%s", folder, name); }

static void put(struct arena *a, const char *name, const char *words)
{
    FILE *f = fopen(in(a, name), "w");
    assert_non_null(f);
    fputs(words, f);
    fclose(f);
}

/* What the folder holds: its names, parted by blanks, and each file's first word. */
static void holds(struct arena *a, const char *const *name, const char *const *word, int n)
{
    for (int i = 0; i < n; i++) {
        char got[20] = "";
        FILE *f = fopen(in(a, name[i]), "r");
        assert_true((f != NULL) == (word[i] != NULL));
        if (!f)
            continue;
        assert_int_equal(fscanf(f, "%19s", got), 1);
        fclose(f);
        assert_string_equal(got, word[i]);
        unlink(in(a, name[i]));
    }
    assert_int_equal(rmdir(folder), 0); /* and nothing else */
}

struct outputs_row { const char *name; int lost; const char *before[3], *after[3]; };
static const struct outputs_row outputs[] = {
    { "all are new", -1, { NULL, NULL, NULL }, { "new0", "new1", "new2" } },
    { "all are replaced", -1, { "old0", "old1", "old2" }, { "new0", "new1", "new2" } },
    { "the first fails", 0, { "old0", NULL, "old2" }, { "old0", NULL, "old2" } },
    { "the second fails", 1, { "old0", "old1", "old2" }, { "old0", "old1", "old2" } },
    { "the last fails", 2, { "old0", NULL, NULL }, { "old0", NULL, NULL } },
};
static void check_outputs(void **state)
{
    const struct outputs_row *row = *state;
    static const char *const names[] = { "a", "b", "c" };
    struct arena a = { 0 };
    struct output *o = NEW_N(&a, struct output, 3);
    memcpy(folder + strlen(folder) - 6, "XXXXXX", 6);
    assert_non_null(mkdtemp(folder));
    for (int i = 0; i < 3; i++) {
        if (row->before[i])
            put(&a, names[i], row->before[i]);
        output_open(&o[i], &a, in(&a, names[i]));
        o[i].next = i < 2 ? &o[i + 1] : NULL;
        output_write(&o[i], arena_format(&a, "new%d", i), 4);
        output_finish(&o[i]);
    }
    if (row->lost >= 0)
        unlink(o[row->lost].temporary); /* it cannot be given its name */
    assert_true(outputs_keep(o) == (row->lost >= 0 ? &o[row->lost] : NULL));
    holds(&a, names, row->after, 3);
    arena_free(&a);
}

int main(void)
{
    static struct cases c;
    CASE(&c, one_part_unless_asked);
    CASE(&c, parts_of_their_own);
    CASE(&c, no_such_part);
    CASE(&c, a_mode_there_is_not);
    CASES(&c, outputs, check_outputs);
    return cases_run(&c, "files");
}
