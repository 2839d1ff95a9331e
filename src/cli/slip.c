/* slip.c - what check found as a document, "Phiếu kiểm tra thể thức": its data, set by the template
 * phieu-kiem-tra like any other.                                                               */
#include "cli/slip.h"
#include "cli/slip_put.h"

#include "batch/digest.h"

#include <sys/stat.h>

struct slip {
    struct request *r;
    struct stream { FILE *out; char *bytes; size_t size; } documents, messages; /* <van-ban>s; what waits for the next  */
    const char *file;            /* that is checked                                            */
    bool open;                   /* a <van-ban> is                                             */
    char superior[300], issuer[300]; /* of the first document that shows them                    */
};

static void stream_open(struct stream *m)
{
    m->out = open_memstream(&m->bytes, &m->size);
    if (!m->out)
        abort();
}

static void stream_close(struct stream *m)
{
    if (fclose(m->out) != 0)
        abort();
}

struct slip *slip_begin(struct request *r)
{
    struct slip *s = calloc(1, sizeof(*s));
    if (!s)
        abort();
    s->r = r;
    stream_open(&s->documents);
    stream_open(&s->messages);
    return s;
}

/* ---- what a document is ------------------------------------------------------------------------- */

static void add_word(char *to, size_t room, const struct vb_word *w)
{
    size_t n = strlen(to);
    if (n + (size_t)w->size + 2 < room)
        snprintf(to + n, room - n, "%s%.*s", n && !w->glued ? " " : "", w->size, w->text);
}

/* The words of a role on the first page where it stands; bold: 1 only bold ones, 0 only others, -1 all.     */
static void words_of(struct vb *v, const char *role, int bold, char *to, size_t room)
{
    int page = 0;
    *to = '\0';
    for (int i = 0, n = vb_word_count(v); i < n; i++) {
        const struct vb_word w = vb_word(v, i);
        if (w.part || w.kind != VB_WORD || !w.role || strcmp(w.role, role) != 0 || (page && w.page != page))
            continue;
        if (bold >= 0 && bold != (w.font && strstr(w.font, "Bold") != NULL))
            continue;
        page = w.page;
        add_word(to, room, &w);
    }
}

static void put_role(struct slip *s, struct vb *v, const char *name, const char *role)
{
    char words[600];
    words_of(v, role, -1, words, sizeof(words));
    slip_put(s->documents.out, name, words);
}

static const char *last_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void put_file(struct slip *s, const char *file)
{
    struct stat st;
    struct digest digest;
    long long length;
    slip_put(s->documents.out, "tep", last_of(file));
    if (stat(file, &st) == 0 && S_ISREG(st.st_mode) && digest_of_file(file, (long long)st.st_size, &digest, &length))
        slip_put(s->documents.out, "sha256", digest.hex);
}

/* What was said of the file's data before its pages were set.                                        */
static void take_messages(struct slip *s)
{
    stream_close(&s->messages);
    fwrite(s->messages.bytes, 1, s->messages.size, s->documents.out);
    free(s->messages.bytes);
    stream_open(&s->messages);
}

static void close_document(struct slip *s)
{
    if (s->open)
        fputs("</van-ban>\n", s->documents.out);
    s->open = false;
}

static void put_pages(struct slip *s, struct vb *v)
{
    int pages = 0;
    for (int i = 0; i < vb_part_count(v); i++)
        pages += vb_part(v, i).pages;
    slip_number(s->documents.out, "so-trang", pages);
    put_role(s, v, "so-ky-hieu", "o3");
    put_role(s, v, "ngay", "o4");
    put_role(s, v, "ten-loai", "o5a");
    put_role(s, v, "trich-yeu", "o5b");
    if (!*s->issuer) {
        words_of(v, "o2", 1, s->issuer, sizeof(s->issuer));
        words_of(v, "o2", 0, s->superior, sizeof(s->superior));
    }
}

void slip_document(struct slip *s, int record, struct vb *v)
{
    close_document(s);
    s->open = true;
    fputs("<van-ban", s->documents.out);
    put_file(s, s->file);
    if (record)
        slip_number(s->documents.out, "ban-ghi", record);
    if (v)
        put_pages(s, v);
    fputs(">\n", s->documents.out);
    take_messages(s);
}

void slip_file(struct slip *s, const char *file)
{
    fflush(s->messages.out);
    if (s->messages.size)
        slip_document(s, 0, NULL);
    close_document(s);
    s->file = file;
}

/* ---- what was found ------------------------------------------------------------------------------- */

/* What the template wrote stands in the template.                                                  */
static void put_place(const struct slip *s, const struct vb_verdict *v)
{
    bool en = s->r->lang == CLI_EN;
    FILE *out = s->documents.out;
    if (!v->page && !(v->at.file && v->at.line))
        return;
    fputs(" vi-tri=\"", out);
    if (v->page)
        fprintf(out, en ? "page %d" : "trang %d", v->page);
    if (v->placed)
        fprintf(out, en ? ", %.0f mm from the top" : ", cách mép trên %.0f mm", v->mm.top);
    if (*v->part) {
        fputs(en ? " of " : " của ", out);
        slip_words(out, v->part);
    }
    if (v->at.file && v->at.line)
        fprintf(out, en ? "%sline %d of " : "%sdòng %d của ", v->page ? "; " : "", v->at.line);
    if (v->at.file && v->at.line)
        slip_words(out, strcmp(v->at.file, s->file) == 0 ? (en ? "the data" : "dữ liệu") : last_of(v->at.file));
    fputc('"', out);
}

void slip_verdict(struct slip *s, const struct vb_verdict *v)
{
    bool found = v->state == VB_FINDING, note = v->note || (found && v->rule.level == VB_PRACTICE);
    static const char *const names[] = { "dat", "loi", "khong-ap-dung", "chua-xet" };
    FILE *out = s->documents.out;
    fprintf(out, "<muc ket-qua=\"%s\"", note ? "ghi-chu" : names[v->state]);
    slip_put(out, "ma", v->rule.name);
    slip_put(out, "noi-dung", v->rule.title);
    slip_put(out, "dieu-khoan", v->rule.clause);
    slip_put(out, "cho-phep", v->rule.allowed);
    slip_put(out, "do-duoc", v->measured);
    slip_put(out, "ly-do", v->why);
    if (found || note) {
        slip_put(out, "chu", v->words);
        slip_put(out, "cach-sua", v->rule.remedy);
        put_place(s, v);
    }
    fputs("/>\n", out);
}

void slip_message(struct slip *s, const struct vb_message *m)
{
    FILE *out = s->messages.out;
    if (m->severity == VB_NOTE)
        return;
    fprintf(out, "<muc ket-qua=\"%s\"", m->severity == VB_ERROR ? "du-lieu-loi" : "du-lieu-canh-bao");
    slip_put(out, "ma", m->code);
    slip_put(out, "noi-dung", m->text);
    slip_put(out, "cach-sua", m->hint);
    if (m->at.line)
        slip_number(out, "dong", m->at.line);
    if (m->at.file && strcmp(m->at.file, s->file) != 0)
        slip_put(out, "cua-tep", last_of(m->at.file));
    fputs("/>\n", out);
}

/* ---- the document --------------------------------------------------------------------------------- */

static char *as_data(struct slip *s, size_t *size)
{
    char *bytes = NULL;
    FILE *out = open_memstream(&bytes, size);
    if (!out)
        abort();
    fprintf(out, "<document type=\"phieu-kiem-tra\" lang=\"%s\"><issuer>", s->r->lang == CLI_EN ? "en" : "vi");
    if (*s->superior && *s->issuer) {
        fputs("<superior>", out);
        slip_words(out, s->superior);
        fputs("</superior>", out);
    }
    fputs("<name>", out);
    slip_words(out, *s->issuer ? s->issuer : "…………………………"); /* to be filled in by hand        */
    fprintf(out, "</name></issuer><code number=\"\" notation=\"PKT\"/><promulgation place=\"\" date=\"\"/><data>%s\n", s->r->all ? "<day-du>yes</day-du>" : "");
    fwrite(s->documents.bytes, 1, s->documents.size, out);
    fputs("</data></document>\n", out);
    if (fclose(out) != 0)
        abort();
    return bytes;
}

static void free_slip(struct slip *s)
{
    stream_close(&s->messages);
    free(s->messages.bytes);
    free(s->documents.bytes);
    free(s);
}

/* Its notes are the same as those of what was checked.                                              */
static void tell_faults(void *user, const struct vb_message *m)
{
    struct request *r = user;
    if (m->severity == VB_NOTE)
        return;
    if (r->json)
        cli_print_json(r, m);
    else
        cli_print(r, m);
}

int slip_end(struct slip *s, const char *path)
{
    struct vb_options options = cli_options_of(s->r);
    size_t size = 0;
    slip_file(s, NULL);
    stream_close(&s->documents);
    options.split = false;
    options.settings = NULL;
    options.n_settings = options.record = 0;
    options.mode = NULL;
    options.sink = tell_faults;
    options.user = s->r;
    char *data = as_data(s, &size);
    struct vb *v = vb_open(&options);
    int status = v ? vb_read_memory(v, s->r->lang == CLI_EN ? "slip" : "phiếu kiểm tra", data, size, "phieu-kiem-tra") : VB_REJECTED;
    if (status == VB_DONE)
        status = vb_set(v);
    if (status == VB_DONE)
        status = vb_write(v, VB_PDF, path);
    vb_close(v);
    free(data);
    free_slip(s);
    return status;
}
