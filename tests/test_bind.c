/* test_bind.c - data and template meet: what a body and a few template lines become, as the
 * dump of the bound document shows it. Every template extends nd30. */
#include "read/bind/bind.h"
#include "read/judge/judge.h"

#include <unistd.h>

#include "cases.h"

struct bound_row { const char *name, *template, *body, *wanted[4]; };

static const struct bound_row bound[] = {
    { "sections are Roman, clauses Arabic, points lettered", "",
      "<section><title>Một</title><clause><title>A</title><point>x</point><point>y</point></clause></section>"
      "<section><title>Hai</title></section>",
      { "\"I. MỘT\"", "\"1. A\"", "\"b) y\"", "\"II. HAI./.\"" } },
    { "a clause in a clause is 2.1", "",
      "<section><title>S</title><clause>a</clause><clause><title>B</title><clause>c</clause></clause></section>",
      { "\"1. a\"", "\"2. B\"", "\"2.1. c./.\"" } },
    { "number sets the counter, label is printed as it stands", "",
      "<clause number=\"5\">a</clause><clause label=\"(x)\">b</clause><clause>c</clause>",
      { "\"5. a\"", "\"(x) b\"", "\"6. c./.\"" } },
    { "articles run on through chapters", "",
      "<chapter><title>C</title><article><title>x</title></article></chapter>"
      "<chapter><title>D</title><article><title>y</title></article></chapter>",
      { "\"Chương I\"", "Điều 1.", "\"Chương II\"", "Điều 2." } },
    { "a reference is the label without its last mark", "",
      "<article id=\"a\"><title>x</title></article><p>Theo <ref to=\"a\"/>.</p>", { "\"Theo Điều 1./.\"" } },
    { "items and items in items", "",
      "<list><item>a<list><item>b</item></list></item></list>", { "\"- a\"", "\"+ b./.\"" } },
    { "notes are numbered through, a label does not count", "",
      "<p>a<fn>m</fn> b<fn label=\"*\">n</fn> c<fn>o</fn></p>", { "a[sup:1] b[sup:*] c./.[sup:2]", "note 2\n" } },
    { "the end mark takes the place of a full stop", "", "<p>Hết.</p>", { "\"Hết./.\"" } },
    { "markup, white space folded", "", "<p> a  <b>b</b>\n <i>c </i> d</p>", { "\"a[b: b][i: c] d./.\"" } },
    { "decomposed letters are composed", "", "<p>Tie\xCC\x82\xCC\x81ng</p>", { "\"Tiếng./.\"" } },
    { "an expression brings its markup", "<slot name=\"mo-dau\"><p style=\"chu\">{body/p}</p></slot>",
      "<p>x<b>y</b></p>", { "p chu \"x[b:y]\"" } },
    { "choose takes the first that holds",
      "<slot name=\"mo-dau\"><choose><when test=\"1 = 2\"><p style=\"chu\">a</p></when><when test=\"body\">"
      "<p style=\"chu\">b</p></when><otherwise><p style=\"chu\">c</p></otherwise></choose></slot>",
      "<p>x</p>", { "p chu \"b\"" } },
    { "for-each knows its place",
      "<slot name=\"mo-dau\"><for-each select=\"body/p\"><p style=\"chu\">{position()}/{last()}: {.}</p></for-each></slot>",
      "<p>x</p><p>y</p>", { "\"1/2: x\"", "\"2/2: y\"" } },
    { "inherited brings back the base's piece",
      "<slot name=\"so\"><p style=\"chu\">trước</p><inherited/></slot>", "<p>x</p>", { "p chu \"trước\"", "\"Số: 05/BC-SNV\"" } },
    { "functions",
      "<slot name=\"mo-dau\"><p style=\"chu\">{vb:pad(5, 2)} {vb:roman(4)} {vb:letter(5)} {vb:number(1247.5)} "
      "{vb:default(authority, 'x')} {vb:if(true(), 'a', 'b')} {vb:upper('đ')} {vb:date('2020-03-05', 'short')}</p></slot>",
      "<p>x</p>", { "\"05 IV đ 1.247,5 x a Đ 05/3/2020\"" } },
    { "the last set wins", "<set name=\"het\" value=\"--\"/>", "<p>x</p>", { "\"x--\"" } },
    { "an own level before the base's", "<level of=\"section\" number=\"{$n})\" title-style=\"chu\"/>",
      "<section><title>a</title><p>b</p></section>", { "p chu o6 \"1) a\"" } },
    { "a table of the data", "",
      "<table><column width=\"2*\"/><column width=\"20mm\" align=\"right\"/><head><row><cell>A</cell><cell>B</cell></row></head>"
      "<row kind=\"group\"><cell colspan=\"2\">g</cell></row><row><cell>1</cell><cell/></row></table>",
      { "table bang 2* 20.0mm\n", "cell 0 spans 2 x 1\n", "p bang-nhom \"g\"" } },
};

static const char *data_of(struct arena *a, const char *body)
{
    return arena_format(a, "<document type=\"bao-cao\"><issuer><name>Sở Nội vụ</name></issuer>"
        "<code number=\"5\" notation=\"BC-SNV\"/><promulgation place=\"Bắc Giang\" date=\"2020-02-20\"/><body>%s</body></document>", body);
}

static void fail_with(void *user, const struct log_message *m)
{
    (void)user;
    print_message("%s: %s\n", m->code, m->text);
}

static const char *written(struct arena *a, const char *text)
{
    char *path = arena_string(a, "/tmp/vanban-bind-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text) && close(fd) == 0);
    return path;
}

static void check_bound(void **state)
{
    const struct bound_row *row = *state;
    struct arena a = { 0 };
    struct log log = { .arena = &a, .lang = LANG_EN, .sink = fail_with };
    const char *path = written(&a, arena_format(&a, "<template name=\"t\" extends=\"nd30\">%s</template>", row->template));
    struct template *t = template_read(&a, &log, path, "templates");
    const char *data = data_of(&a, row->body);
    xmlDoc *doc = xml_parse(&a, &log, source_memory(&a, "data", data, (int)strlen(data)));
    struct bind_options options = { .mode = "electronic" };
    struct doc *made = t && doc && data_check(&a, &log, doc) ? bind_document(&a, &log, &(struct record){ t, xmlDocGetRootElement(doc), xmlDocGetRootElement(doc) }, &options) : NULL;
    struct buf out = buf_in(&a);
    unlink(path);
    log_flush(&log);
    assert_non_null(made);
    doc_dump(made, &out);
    for (int i = 0; i < LENGTH(row->wanted) && row->wanted[i]; i++)
        if (!strstr(buf_text(&out), row->wanted[i])) {
            print_message("no %s in\n%s\n", row->wanted[i], buf_text(&out));
            fail();
        }
    arena_free(&a);
}

int main(void)
{
    static struct cases c;
    CASES(&c, bound, check_bound);
    return cases_run(&c, "bind");
}
