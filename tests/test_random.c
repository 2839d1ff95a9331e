/* test_random.c - thousands of documents put together by chance (of fixed seeds, fake metrics):
 * every word once and in order, every note on the page of its mark, nothing outside the text
 * area, no heading at a foot, no end without text before it. A document that fails is shrunk and
 * printed as it can be kept in tests/random, whose files are looked at first. `test_random SEED` or
 * `test_random FILE` sets that one alone and shows it.                                       */
#include "random/random.h"

#include "cases.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

enum { DOCUMENTS = 10000, BLOCKS = 25 };

static const char *fault_of(const struct sketch *s, void *user)
{
    static struct made m;
    (void)user;
    made_build(&m, s);
    made_see(&m);
    arena_free(&m.f.arena);
    return m.fault;
}

static void print_shrunk(struct arena *a, struct sketch *s, const char *fault)
{
    struct buf out = buf_in(a);
    int asked = sketch_shrink(a, s, fault_of, NULL);
    sketch_write(s, &out);
    print_message("%s; shrunk in %d steps, to be kept as tests/random/NAME.txt:\n%s", fault, asked, buf_text(&out));
}

static void documents(void **state)
{
    int bad = 0;
    (void)state;
    for (uint64_t seed = 1; seed <= DOCUMENTS && bad < 5; seed++) {
        struct arena a = { 0 };
        struct sketch *s = sketch_chance(&a, seed, BLOCKS, false);
        const char *fault = fault_of(s, NULL);
        if (fault) {
            print_message("seed %llu: ", (unsigned long long)seed);
            print_shrunk(&a, s, fault);
            bad++;
        }
        arena_free(&a);
    }
    assert_int_equal(bad, 0);
}

/* ---- documents that failed once ---------------------------------------------------------------- */

static struct sketch *sketch_file(struct arena *a, const char *path)
{
    static char text[64 << 10];
    FILE *in = fopen(path, "r");
    size_t n = in ? fread(text, 1, sizeof(text) - 1, in) : 0;
    text[n] = '\0';
    if (in)
        fclose(in);
    return sketch_read(a, text);
}

static void kept_documents(void **state)
{
    glob_t found;
    (void)state;
    assert_int_equal(glob("tests/random/*.txt", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct arena a = { 0 };
        const struct sketch *s = sketch_file(&a, found.gl_pathv[i]);
        const char *fault = s ? fault_of(s, NULL) : "cannot be read";
        if (fault)
            fail_msg("%s: %s", found.gl_pathv[i], fault);
        arena_free(&a);
    }
    globfree(&found);
}

/* ---- the shrinker itself ------------------------------------------------------------------------ */

/* Faults that are none, found in what is set as real ones are.                                     */
static const char *long_note(const struct sketch *s, void *user)
{
    static struct made m;
    int words = 0;
    (void)user;
    made_build(&m, s);
    struct pages *p = made_see(&m);
    for (int i = 0; p && i < p->n; i++)
        for (int j = 0; j < p->page[i].n; j++)
            for (int k = 0; p->page[i].marks[j].kind == MARK_TEXT && k < p->page[i].marks[j].text.n; k++)
                words += p->page[i].marks[j].text.s[k] == 'n';
    arena_free(&m.f.arena);
    return words >= 60 ? "sixty words of notes" : NULL;
}

static const char *three_pages(const struct sketch *s, void *user)
{
    static struct made m;
    (void)user;
    made_build(&m, s);
    struct pages *p = made_see(&m);
    int n = p ? p->n : 0;
    arena_free(&m.f.arena);
    return n >= 3 ? "three pages" : NULL;
}

struct shrink_row { const char *name; sketch_judge *judge; const char *left; }; /* NULL: three blocks at most */
static const struct shrink_row shrinks[] = {
    { "to one note", long_note, "page\n  p\n    words note=60\n" },
    { "to what makes three pages", three_pages, NULL },
};
static int blocks_of(const struct sketch *page)
{
    int n = 0;
    for (const struct sketch *s = page->child; s; s = s->next)
        n++;
    return n;
}

static void check_shrink(void **state)
{
    const struct shrink_row *row = *state;
    int shrunk = 0;
    for (uint64_t seed = 1; seed <= 10; seed++) {
        struct arena a = { 0 };
        struct buf out = buf_in(&a);
        struct sketch *s = sketch_chance(&a, seed, 60, true);
        if (row->judge(s, NULL)) { /* not all can be set */
            sketch_shrink(&a, s, row->judge, NULL);
            sketch_write(s, &out);
            if (row->left)
                assert_string_equal(buf_text(&out), row->left);
            if (blocks_of(s) > 3)
                fail_msg("seed %d, blocks are left:\n%s", (int)seed, buf_text(&out));
            shrunk++;
        }
        arena_free(&a);
    }
    assert_in_range(shrunk, 3, 10);
}

static void sketches_are_read_as_written(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 50; seed++) {
        struct arena a = { 0 };
        struct buf first = buf_in(&a), again = buf_in(&a);
        sketch_write(sketch_chance(&a, seed, BLOCKS, false), &first);
        const struct sketch *s = sketch_read(&a, buf_text(&first));
        assert_non_null(s);
        sketch_write(s, &again);
        assert_string_equal(buf_text(&again), buf_text(&first));
        arena_free(&a);
    }
}

static int show(const char *what)
{
    static struct made m;
    struct arena a = { 0 };
    char *end;
    uint64_t seed = strtoull(what, &end, 10);
    const struct sketch *s = *end ? sketch_file(&a, what) : sketch_chance(&a, seed, BLOCKS, false);
    if (!s)
        return 2;
    made_build(&m, s);
    struct pages *p = made_see(&m);
    struct buf out = buf_in(&m.f.arena);
    sketch_write(s, &out);
    for (int i = 0; i < m.f.log.n; i++)
        buf_format(&out, "%s\n", m.f.log.message[i].text);
    if (p)
        page_dump(p, &out);
    if (m.fault)
        buf_format(&out, "%s, at %d\n", m.fault, m.at);
    fputs(buf_text(&out), stdout);
    arena_free(&m.f.arena);
    arena_free(&a);
    return m.fault != NULL;
}

int main(int argc, char **argv)
{
    static struct cases c;
    if (argc > 1)
        return show(argv[1]);
    CASE(&c, kept_documents);
    CASES(&c, shrinks, check_shrink);
    CASE(&c, sketches_are_read_as_written);
    CASE(&c, documents);
    return cases_run(&c, "random");
}
