/* test_dataset.c - the first pass against the reader of whole files: what it finds, where it stands, and
 * what each item's text is. */
#include "read/dataset/dataset.h"

#include "cases.h"

#include <unistd.h>

/* Each item as "LINE:COLUMN TEXT", the items parted by a newline. */
struct table_row { const char *name, *each, *data, *items; };

static const struct table_row rows[] = {
    { "one", "data/xa", "<document><data><xa/></data></document>", "1:17 <document><data><xa/></data></document>" },
    { "two", "data/xa", "<document><data><xa a='1'/><xa a='2'>x</xa></data></document>",
      "1:17 <document><data><xa a='1'/></data></document>\n1:28 <document><data><xa a='2'>x</xa></data></document>" },
    { "common data", "data/xa", "<document>\n<issuer/>\n<data x='1'>\n <a/>\n <xa/>\n <xa/>\n</data>\n</document>",
      "5:2 <document>\n<issuer/>\n<data x='1'>\n <a/>\n <xa/></data></document>\n6:2 <document>\n<issuer/>\n<data x='1'>\n <a/>\n <xa/></data></document>" },
    { "districts", "data/h/xa", "<document><data><h n='1'><xa/></h><h n='2'><xa/></h></data></document>",
      "1:26 <document><data><h n='1'><xa/></h></data></document>\n1:44 <document><data><h n='2'><xa/></h></data></document>" },
    { "attribute with >", "data/xa", "<document><data><xa a='>' b=\"/>\"\n/></data></document>",
      "1:17 <document><data><xa a='>' b=\"/>\"\n/></data></document>" },
    { "tag of several lines", "data/xa", "<document><data\n a='1'\n><xa\n\n>\n</xa\n></data></document>",
      "3:2 <document><data\n a='1'\n><xa\n\n>\n</xa\n></data></document>" },
    { "comments", "data/xa", "<!-- <xa/> --><document><!--<xa/>--><data><!--\n--><xa><!-- </xa> --></xa><!-- end --></data></document><!-- > -->",
      "2:4 <document><!--<xa/>--><data><!--\n--><xa><!-- </xa> --></xa></data></document>" },
    { "CDATA", "data/xa", "<document><data><xa><![CDATA[<xa></xa>]]></xa><![CDATA[\n]]><xa/></data></document>",
      "1:17 <document><data><xa><![CDATA[<xa></xa>]]></xa></data></document>\n2:4 <document><data><xa/></data></document>" },
    { "instructions", "data/xa", "<?xml version='1.0'?><?a <b?>\n<document><data><?xa <xa/>?><xa/></data></document>",
      "2:29 <document><data><?xa <xa/>?><xa/></data></document>" },
    { "references", "data/xa", "<document><data><xa a='&lt;&#10;&gt;'>&amp;\n</xa>\n<xa>&lt;</xa></data></document>",
      "1:17 <document><data><xa a='&lt;&#10;&gt;'>&amp;\n</xa></data></document>\n3:1 <document><data><xa>&lt;</xa></data></document>" },
    { "byte order mark", "data/xa", "\xEF\xBB\xBF<document>\n<data> <xa/></data></document>", "2:8 <document>\n<data> <xa/></data></document>" },
    { "CRLF", "data/xa", "<document>\r\n<data>\r\n\t<xa>\r\n</xa>\r\n\t<xa/></data></document>",
      "3:2 <document>\r\n<data>\r\n\t<xa>\r\n</xa></data></document>\n5:2 <document>\r\n<data>\r\n\t<xa/></data></document>" },
    { "letters of several bytes", "data/xa", "<document><data a='Đề'>Ưu<xa ten='Bến Thử'>ế</xa><xa/></data></document>",
      "1:26 <document><data a='Đề'>Ưu<xa ten='Bến Thử'>ế</xa></data></document>\n1:50 <document><data a='Đề'>Ưu<xa/></data></document>" },
    { "the outermost", "//xa", "<document><data><xa><xa/></xa><xa/></data></document>",
      "1:17 <document><data><xa><xa/></xa></data></document>\n1:31 <document><data><xa/></data></document>" },
    { "any depth", "data//xa", "<document><data><h><k><xa/></k></h><xa/></data></document>",
      "1:23 <document><data><h><k><xa/></k></h></data></document>\n1:36 <document><data><xa/></data></document>" },
    { "any name", "data/*", "<document><data><a/><b/></data></document>", "1:17 <document><data><a/></data></document>\n1:21 <document><data><b/></data></document>" },
    { "any name between", "*/xa", "<document><data><xa/></data></document>", "1:17 <document><data><xa/></data></document>" },
    { "either", "data/a | data/b/c", "<document><data><a/><b><c/></b></data></document>",
      "1:17 <document><data><a/></data></document>\n1:24 <document><data><b><c/></b></data></document>" },
    { "absolute", "/document/data/xa", "<document><data><xa/></data></document>", "1:17 <document><data><xa/></data></document>" },
    { "absolute, any depth", "/document//xa", "<document><data><xa/></data></document>", "1:17 <document><data><xa/></data></document>" },
    { "from here", "./data/xa", "<document><data><xa/></data></document>", "1:17 <document><data><xa/></data></document>" },
    { "from here, any depth", ".//xa", "<document><data><xa/></data></document>", "1:17 <document><data><xa/></data></document>" },
    { "not deeper", "xa", "<document><xa/><data><xa/></data></document>", NULL },
    { "names that begin alike", "data/xa", "<document><data><xa-1/><xa/></data></document>", "1:24 <document><data><xa-1/><xa/></data></document>" },
    { "the document", ".", "<?xml version='1.0'?>\n<document>\n</document>\n", "2:1 <?xml version='1.0'?>\n<document>\n</document>\n" },
    { "the document by its name", "/document", "\n<document/>", "2:1 \n<document/>" },
    { "several documents", ".", "<documents>\n<document a='1'/>\n<document a='2'/></documents>",
      "2:1 <documents>\n<document a='1'/></documents>\n3:1 <documents>\n<document a='2'/></documents>" },
    { "records of several documents", "/documents/document/xa", "<documents><document a='1'><xa/></document><document a='2'><b/><xa/></document></documents>",
      "1:28 <documents><document a='1'><xa/></document></documents>\n1:64 <documents><document a='2'><b/><xa/></document></documents>" },
    { "a document in a document", "xa", "<document><body><document><xa/></document></body><xa/></document>",
      "1:50 <document><body><document><xa/></document></body><xa/></document>" },
    { "predicate", "data/xa[1]", "<document><data><xa/></data></document>", NULL },
    { "attribute", "data/@xa", "<document><data xa='1'/></document>", NULL },
    { "axis", "child::data/xa", "<document><data><xa/></data></document>", NULL },
    { "function", "id('a')", "<document/>", NULL },
    { "three strokes", "data///xa", "<document/>", NULL },
    { "no step", "data/", "<document/>", NULL },
    { "nothing", "data/xa |", "<document><data><xa/></data></document>", NULL },
    { "parent", "data/../xa", "<document/>", NULL },
    { "another root", "/data/xa", "<document/>", NULL },
    { "two names", "data xa", "<document/>", NULL },
    { "common data behind", "data/xa", "<document><data><xa/><a/></data></document>", NULL },
    { "common text behind", "data/xa", "<document><data><xa/> x </data></document>", NULL },
    { "common data far behind", "data/h/xa", "<document><data><h><xa/></h></data><a/></document>", NULL },
    { "not closed", "data/xa", "<document><data><xa/></data>", NULL },
};

struct bench {
    struct arena arena;
    struct log log;
    struct templates templates;
    char path[48];
};

static struct dataset *scan_partly(struct bench *b, const char *each, const char *bytes, size_t n, bool partial)
{
    snprintf(b->path, sizeof(b->path), "/tmp/vanban-dataset-%d.xml", (int)getpid());
    FILE *f = fopen(b->path, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
    b->log.arena = &b->arena;
    struct dataset *d = dataset_new(&b->arena, &b->log, &(struct selection){ .each = each, .partial = partial });
    d->templates = &b->templates;
    dataset_scan(d, b->path);
    return d;
}

static struct dataset *scan(struct bench *b, const char *each, const char *bytes, size_t n) { return scan_partly(b, each, bytes, n, false); }

static void done(struct bench *b)
{
    unlink(b->path);
    arena_free(&b->arena);
}

/* The tree's own node stands in the file where the first pass says. */
static void check_place(struct bench *b, struct dataset *d, uint32_t i, struct place *at)
{
    const struct item_text text = dataset_text(d, &b->arena, i, WITH_AROUND | WITH_RECORD, NULL);
    struct item_tree tree;
    assert_true(item_parse(&b->arena, &b->log, &text, &tree));
    assert_int_equal(tree.n, 1);
    *at = source_place(xml_pos(tree.record[0]));
    assert_int_equal(at->line, (int)d->record[i].line);
}

static void finds(void **state)
{
    const struct table_row *r = *state;
    struct bench b = { 0 };
    struct dataset *d = scan(&b, r->each, r->data, strlen(r->data));
    char all[2000] = "";
    size_t n = 0;
    for (uint32_t i = 0; i < d->n_records && b.log.errors == 0; i++) {
        const struct item_text text = dataset_text(d, &b.arena, i, WITH_AROUND | WITH_RECORD, NULL);
        struct place at;
        check_place(&b, d, i, &at);
        n += (size_t)snprintf(all + n, sizeof(all) - n, "%s%d:%d %s", i ? "\n" : "", at.line, at.column, text.src->text);
    }
    if (r->items)
        assert_string_equal(all, r->items);
    assert_int_equal(b.log.errors == 0, r->items != NULL);
    done(&b);
}

/* Tags and letters over the ends of chunks, wherever these fall. */
static void over_chunks(void **state)
{
    enum { SIZE = 3 * CHUNK };
    char *bytes = malloc(SIZE + 1000);
    (void)state;
    for (int shift = 0; shift < 40; shift++) {
        struct bench b = { 0 };
        int n = snprintf(bytes, 200, "<document><data>\n%*s", shift + 1, ""), made = 0;
        for (; n < SIZE; made++)
            n += snprintf(bytes + n, 200, "<xa ten='Bến Thử > %d' a=\"ế\">đ</xa>%s", made, made % 1000 ? "" : "\n");
        n += snprintf(bytes + n, 200, "</data></document>");
        struct dataset *d = scan(&b, "data/xa", bytes, (size_t)n);
        assert_int_equal(b.log.errors, 0);
        assert_int_equal(d->n_records, made);
        const struct source whole = { .name = "whole", .text = bytes, .size = n };
        for (uint32_t i = 0; i < d->n_records; i += 97) {
            struct place at, want = source_place((struct pos){ &whole, (int)d->record[i].offset });
            check_place(&b, d, i, &at);
            assert_int_equal(at.line, want.line);
            assert_int_equal(at.column, want.column);
            assert_memory_equal(bytes + d->record[i].offset, "<xa ten", 7);
            assert_memory_equal(bytes + d->record[i].offset + d->record[i].size - 5, "</xa>", 5);
        }
        done(&b);
    }
    free(bytes);
}

/* A start tag that is longer than several chunks; a line that is the whole file. */
static void long_tag(void **state)
{
    enum { LONG = 5 * CHUNK };
    char *bytes = malloc(LONG + 400);
    struct bench b = { 0 };
    (void)state;
    int n = snprintf(bytes, 200, "<document><data><xa a='");
    memset(bytes + n, 'x', LONG);
    n += LONG;
    n += snprintf(bytes + n, 200, "'/><xa b='1'/></data></document>");
    struct dataset *d = scan(&b, "data/xa", bytes, (size_t)n);
    struct place at;
    assert_int_equal(d->n_records, 2);
    assert_int_equal(d->record[0].offset, 16);
    check_place(&b, d, 1, &at);
    assert_int_equal(at.column, d->record[1].offset + 1);
    done(&b);
    free(bytes);
}

/* Wherever a file is cut: it is told, and with `partial` what is whole before it is kept. */
static void cut_anywhere(void **state)
{
    static const char bytes[] = "<?xml version='1.0'?>\n<document><data a='ế'>\n<xa><d/>&lt;</xa>\n<!-- c --><xa b='>'>đ</xa><![CDATA[ ]]>\n<xa>x</xa></data></document>";
    (void)state;
    for (int partial = 0; partial < 2; partial++)
        for (size_t n = 0; n < sizeof(bytes) - 1; n++) {
            struct bench b = { 0 };
            struct dataset *d = scan_partly(&b, "data/xa", bytes, n, partial);
            unsigned whole = 0;
            for (const char *s = bytes; (s = strstr(s, "</xa>")) && s + 5 <= bytes + n; s++)
                whole++;
            assert_int_equal(d->n_records, whole);
            assert_int_equal(b.log.errors > 0, !partial || !whole);
            assert_int_equal(b.log.warnings > 0, partial && whole);
            done(&b);
        }
}

#ifndef __SANITIZE_ADDRESS__
static long peak_kib(void)
{
    char line[200];
    long kib = 0;
    FILE *f = fopen("/proc/self/status", "r");
    while (f && fgets(line, sizeof(line), f) && sscanf(line, "VmHWM: %ld", &kib) != 1)
        ;
    if (f)
        fclose(f);
    return kib;
}

/* What is kept of a record has 24 bytes, and nothing else grows with them. */
static void flat_memory(void **state)
{
    enum { MANY = 500 * 1000 };
    struct bench b = { 0 };
    char *bytes = malloc(20 * MANY);
    int n = snprintf(bytes, 200, "<document><data>\n");
    (void)state;
    for (int i = 0; i < MANY; i++, n += 16)
        memcpy(bytes + n, "<xa so='12'/>  \n", 16);
    n += snprintf(bytes + n, 200, "</data></document>");
    long before = peak_kib();
    struct dataset *d = scan(&b, "data/xa", bytes, (size_t)n);
    assert_int_equal(d->n_records, MANY);
    assert_in_range(peak_kib() - before, 0, 25 * MANY / 1024 + 1024);
    done(&b);
    free(bytes);
}

/* Rows of a CSV: no more than that, and in their places. */
static void flat_rows(void **state)
{
    enum { MANY = 500 * 1000 };
    static const char map[] = "<document>\n<data><a/>\n<csv each='xa'/></data></document>";
    struct bench b = { .log.arena = &b.arena };
    char csv[60], *bytes = malloc(12 * MANY);
    (void)state;
    snprintf(csv, sizeof(csv), "/tmp/vanban-dataset-%d.csv", (int)getpid());
    int n = snprintf(bytes, 20, "so;ten\r\n");
    for (int i = 0; i < MANY; i++, n += 11)
        memcpy(bytes + n, i % 2 ? "  7 ;\"&\" \r\n" : "12;\"B\nC\" \r\n", 11);
    FILE *f = fopen(csv, "w");
    assert_int_equal(fwrite(bytes, 1, (size_t)n, f), n);
    fclose(f);
    long before = peak_kib();
    snprintf(b.path, sizeof(b.path), "/tmp/vanban-dataset-%d.xml", (int)getpid());
    f = fopen(b.path, "w");
    fputs(map, f);
    fclose(f);
    struct dataset *d = dataset_new(&b.arena, &b.log, &(struct selection){ .each = "data/xa", .map = b.path });
    d->templates = &b.templates;
    dataset_scan(d, csv);
    assert_int_equal(b.log.errors, 0);
    assert_int_equal(d->n_records, MANY);
    assert_in_range(peak_kib() - before, 0, 25 * MANY / 1024 + 1024);
    for (uint32_t i = 0; i < MANY; i += 4999) {
        const struct item_text text = dataset_text(d, &b.arena, i, WITH_AROUND | WITH_RECORD, NULL);
        const char *row = i % 2 ? "<so>7</so><ten>&amp;</ten>" : "<so>12</so><ten>B\nC</ten>";
        assert_string_equal(text.src->text, arena_format(&b.arena, "<document>\n<data><a/>\n<xa>%s</xa></data></document>", row));
        struct place at;
        check_place(&b, d, i, &at);
        assert_string_equal(at.file, csv);
        assert_int_equal(at.line, 2 + i + (i + 1) / 2);
    }
    unlink(csv);
    done(&b);
    free(bytes);
}
#endif

int main(void)
{
    static struct cases c;
    CASES(&c, rows, finds);
    CASE(&c, over_chunks);
    CASE(&c, long_tag);
    CASE(&c, cut_anywhere);
#ifndef __SANITIZE_ADDRESS__
    CASE(&c, flat_memory);
    CASE(&c, flat_rows);
#endif
    return cases_run(&c, "dataset");
}
