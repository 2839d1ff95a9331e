/* check.c - the command that says what is wrong: with the data and its template, then, when these
 * are right, with the pages that they make, by the decree's rules.                             */
#include "cli/verdict.h"
#include "report/report.h"

#include <sys/stat.h>

enum { MOST_RECORDS = 100 };     /* of one file whose pages are measured                       */

/* What is open for a file: template and fonts are read once, for all that is asked of it.         */
struct opened { struct vb *v; struct vb_options options; };

/* One document, or record, of the file.                                                         */
static int measure(struct checking *k, struct opened *o, int record)
{
    struct vb *v = o->v;
    o->options.record = record;
    k->silent = true;
    k->counted = NULL;
    k->record = record;
    int status = vb_read(v, k->file, k->r->template_path);
    k->silent = false;
    if (status == VB_DONE)
        status = vb_set(v);
    memset(k->states, 0, sizeof(k->states));
    k->notes = 0;
    *k->why = '\0';
    if (status == VB_DONE && k->slip)
        slip_document(k->slip, record, v);
    if (status == VB_DONE) {
        status = vb_check_layout(v, checking_verdict, k);
        checking_summary(k);
    }
    return status;
}

/* What was not measured is told in every form.                                                      */
static void say_left(struct checking *k, const char *vi, const char *en)
{
    checking_message(k, &(struct vb_message){ .severity = VB_NOTE, .code = "NOT_MEASURED", .text = k->r->lang == CLI_EN ? en : vi, .hint = "",
                                          .at = { .file = k->file } });
}

/* By its first bytes: some stand behind a few of another kind.                                       */
static bool is_pdf(const char *file)
{
    char head[1025];
    FILE *f = strcmp(file, "-") == 0 ? NULL : fopen(file, "rb");
    size_t n = f ? fread(head, 1, sizeof(head) - 1, f) : 0, name = strlen(file);
    if (f)
        fclose(f);
    head[n] = '\0';
    return memmem(head, n, "%PDF-", 5) || (f && name > 4 && strcasecmp(file + name - 4, ".pdf") == 0);
}

/* A PDF that another program made: there is no data, and no template.                                */
static int check_pdf(struct checking *k)
{
    struct vb_options options = cli_options_of(k->r);
    options.sink = checking_message;
    options.user = k;
    struct vb *v = vb_open(&options);
    int status = v ? vb_read_pdf(v, k->file) : VB_REJECTED;
    if (status == VB_DONE && k->slip)
        slip_document(k->slip, 0, v);
    if (status == VB_DONE && !k->r->data_only) {
        status = vb_check_layout(v, checking_verdict, k);
        checking_summary(k);
        status = k->warnings && status == VB_DONE ? VB_FINDINGS : status;
    }
    vb_close(v);
    return status;
}

/* Of a file that holds several each is measured; a template has no pages.                          */
static int measure_all(struct checking *k, struct opened *o)
{
    int worst = VB_DONE, status = measure(k, o, k->r->record);
    if (status != VB_REJECTED)
        return status;
    if (strcmp(k->code, "ROOT_WRONG") == 0) {
        say_left(k, "mẫu không có lỗi; mẫu không có trang để xét: hãy kiểm tra dữ liệu dùng mẫu này", "the template has no errors; it has no pages to check: check data that use it");
        return VB_DONE;
    }
    if (strcmp(k->code, "RECORD_WHICH") != 0) {
        say_left(k, "chưa xét trang: văn bản không dàn trang được", "the pages were not checked: the document cannot be laid out");
        return VB_FINDINGS;
    }
    for (int i = 1; i <= MOST_RECORDS; i++) {
        status = measure(k, o, i);
        if (status == VB_REJECTED)
            break;
        worst = status > worst ? status : worst;
    }
    checking_repeated(k);
    if (status == VB_REJECTED)
        return strcmp(k->code, "RECORD_BEYOND") == 0 ? worst : VB_FINDINGS;
    say_left(k, "chỉ xét trang của 100 văn bản đầu; các văn bản sau: --record", "only the pages of the first 100 documents were checked; for the others use --record");
    return worst;
}

static int check_data(struct checking *k, struct opened *o)
{
    int status = vb_check(o->v, k->file, k->r->template_path);
    if (k->r->data_only || status == VB_REJECTED)
        return status;
    if (k->errors) {
        say_left(k, "chưa xét trang: sửa các lỗi trên trước", "the pages were not checked: correct the errors above first");
        return status;
    }
    if (strcmp(k->file, "-") == 0) {
        say_left(k, "chưa xét trang: đầu vào chuẩn chỉ đọc được một lần; ghi dữ liệu ra tệp", "the pages were not checked: standard input can be read only once; save the data to a file");
        return status;
    }
    int layout = measure_all(k, o);
    return layout > status ? layout : status;
}

static int check_file(struct request *r, struct slip *slip, const char *file)
{
    struct checking k = { .r = r, .file = file, .slip = slip };
    struct opened o = { .options = cli_options_of(r) };
    o.options.sink = checking_message;
    o.options.user = &k;
    if (slip)
        slip_file(slip, file);
    if (is_pdf(file))
        return check_pdf(&k);
    o.v = vb_open(&o.options);
    int status = o.v ? check_data(&k, &o) : VB_REJECTED;
    vb_close(o.v);
    return status;
}

static int print_sarif(struct request *r)
{
    printf("%s\n", json_object_to_json_string_ext(r->log, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED | JSON_C_TO_STRING_NOSLASHESCAPE));
    return json_object_put(r->log);
}

/* The slip must not take the place of what it is about.                                            */
static bool is_checked(const struct request *r, const char *path)
{
    struct stat a, b;
    bool same = false;
    for (int i = 0; i < r->n_files && !same; i++)
        same = stat(path, &a) == 0 && stat(r->files[i], &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
    return same;
}

static const char *first_pdf(const struct request *r)
{
    for (int i = 0; i < r->n_files; i++)
        if (is_pdf(r->files[i]))
            return r->files[i];
    return NULL;
}

/* The worst of all files is the exit status.                                                       */
int cli_check(struct request *r)
{
    int worst = VB_DONE;
    if (r->rules)
        return cli_print_rules(r);
    if (r->slip && is_checked(r, r->slip))
        return cli_usage(r->lang, "phiếu kiểm tra sẽ ghi đè lên tệp được kiểm tra", "the report would overwrite the file being checked", r->slip, NULL);
    const char *pdf = r->sandbox ? first_pdf(r) : NULL;
    if (pdf)
        return cli_usage(r->lang, "«%s»: --sandbox không cho chạy mutool; kiểm tra PDF riêng, không có --sandbox (mutool đã có giới hạn của nó)",
                         "'%s': --sandbox lets no mutool run; check PDFs by themselves, without it (mutool has limits of its own)", pdf, NULL);
    struct slip *slip = r->slip ? slip_begin(r) : NULL;
    r->said = stdout;
    r->wary = true; /* it makes the exit status 1 */
    if (cli_enter_sandbox(r, NULL, NULL, 0) != VB_DONE)
        return VB_REJECTED;
    r->log = r->sarif ? report_sarif(r->lang == CLI_EN ? "en" : "vi") : NULL;
    for (int i = 0; i < r->n_files; i++) {
        int status = check_file(r, slip, r->files[i]);
        worst = status > worst ? status : worst;
    }
    if (r->log)
        print_sarif(r);
    int written = slip ? slip_end(slip, r->slip) : VB_DONE;
    return written > worst ? written : worst;
}
