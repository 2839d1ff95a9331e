/* check.c - the command that says what is wrong: with the data and its template, then, when these
 * are right, with the pages that they make, by the decree's rules.                             */
#include "cli/slip.h"
#include "report/report.h"

#include <sys/stat.h>

enum { MOST_RECORDS = 100 };     /* of one file whose pages are measured                       */
enum { MOST_WHY = 400 };

struct checking {
    struct request *r;
    const char *file;
    struct slip *slip;           /* NULL: none is wanted                                       */
    bool silent;                 /* what is read again has been told already                   */
    int errors, warnings;
    char code[40];               /* of the last message                                        */
    const char *counted;         /* the rule told last: it may tell several findings           */
    int states[4], notes;
    char why[MOST_WHY];          /* what is not judged                                         */
};

static void take_message(void *user, const struct vb_message *m)
{
    struct checking *k = user;
    snprintf(k->code, sizeof(k->code), "%s", m->code);
    k->errors += m->severity == VB_ERROR;
    k->warnings += m->severity == VB_WARNING;
    if (k->silent)
        return;
    if (k->slip)
        slip_message(k->slip, m);
    if (k->r->sarif)
        report_sarif_message(k->r->log, m);
    else if (k->r->json)
        cli_print_json(k->r, m);
    else
        cli_print(k->r, m);
}

/* ---- verdicts ------------------------------------------------------------------------------- */

static const char *mark_of(const struct request *r, const struct vb_verdict *v)
{
    static const char *const marks[][2] = { { "đạt", "holds" }, { "phát hiện", "finding" }, { "không áp dụng", "does not apply" }, { "không xét được", "not judged" } };
    if (v->note || (v->state == VB_FINDING && v->rule.level == VB_PRACTICE))
        return r->lang == CLI_EN ? "note" : "ghi chú";
    return marks[v->state][r->lang];
}

static void print_where(const struct request *r, const struct vb_verdict *v)
{
    FILE *out = r->said;
    fputs("  ", out);
    if (*v->part)
        fprintf(out, "%s, ", v->part);
    fprintf(out, r->lang == CLI_EN ? "page %d" : "trang %d", v->page);
    if (v->placed)
        fprintf(out, r->lang == CLI_EN ? ", %.1f x %.1f mm, %.1f mm from the left, %.1f mm from the top" : ", %.1f x %.1f mm, cách mép trái %.1f mm, mép trên %.1f mm",
                v->mm.width, v->mm.height, v->mm.left, v->mm.top);
    fprintf(out, *v->words ? (r->lang == CLI_EN ? ": '%s'\n" : ": «%s»\n") : "%s\n", v->words);
}

static void print_verdict(const struct checking *k, const struct vb_verdict *v)
{
    const struct request *r = k->r;
    const struct vb_place whole = { .file = k->file };
    FILE *out = r->said;
    bool found = v->state == VB_FINDING;
    cli_print_place(out, v->at.file ? &v->at : &whole);
    fprintf(out, "%s: %s: %s [%s]\n", mark_of(r, v), v->rule.title, found || v->state == VB_PASS ? v->measured : v->why, v->rule.name);
    if (!found)
        return;
    if (v->page)
        print_where(r, v);
    fprintf(out, r->lang == CLI_EN ? "  allowed: %s (%s)\n" : "  cho phép: %s (%s)\n", v->rule.allowed, v->rule.clause);
    if (v->wanted.file) {
        fputs("  ", out);
        cli_print_place(out, &v->wanted);
        fprintf(out, "%s\n", r->lang == CLI_EN ? "the template's element" : "phần tử của mẫu");
    }
    fprintf(out, "  %s %s\n", r->lang == CLI_EN ? "remedy:" : "cách sửa:", v->rule.remedy);
}

/* A rule that finds several faults is counted once.                                            */
static void count(struct checking *k, const struct vb_verdict *v)
{
    size_t n = strlen(k->why);
    if (k->counted == v->rule.name)
        return;
    k->counted = v->rule.name;
    if (v->state == VB_FINDING && v->rule.level == VB_PRACTICE)
        k->notes++;
    else
        k->states[v->state]++;
    if (v->state == VB_NOT_JUDGED && n + strlen(v->why) + 20 < sizeof(k->why))
        snprintf(k->why + n, sizeof(k->why) - n, "%s%s: %s", n ? "; " : "", v->rule.name, v->why);
}

static void take_verdict(void *user, const struct vb_verdict *v)
{
    struct checking *k = user;
    bool worth = v->state == VB_FINDING || v->note, error = v->state == VB_FINDING && v->rule.level != VB_PRACTICE;
    count(k, v);
    if (k->slip)
        slip_verdict(k->slip, v);
    if (k->r->quiet ? !error : !worth && !k->r->all && !(k->r->json && v->state == VB_NOT_JUDGED) && !k->r->sarif)
        return;
    if (k->r->sarif && !worth && !k->r->all && v->state != VB_NOT_JUDGED)
        return;
    if (k->r->sarif) {
        report_sarif_verdict(k->r->log, v, k->file);
    } else if (k->r->json) {
        json_object *o = report_verdict(v);
        report_string(o, "file", k->file);
        fprintf(k->r->said, "%s\n", report_line(o));
        json_object_put(o);
    } else {
        print_verdict(k, v);
    }
}

static void summary_json(const struct checking *k)
{
    static const char *const names[] = { "pass", "findings", "does_not_apply", "not_judged" };
    json_object *o = json_object_new_object();
    report_string(o, "kind", "summary");
    report_string(o, "file", k->file);
    for (int i = 0; i < 4; i++)
        json_object_object_add(o, names[i], json_object_new_int(k->states[i]));
    json_object_object_add(o, "notes", json_object_new_int(k->notes));
    fprintf(k->r->said, "%s\n", report_line(o));
    json_object_put(o);
}

static void summary(const struct checking *k)
{
    bool en = k->r->lang == CLI_EN;
    FILE *out = k->r->said;
    if (k->r->sarif || k->r->quiet)
        return;
    if (k->r->json) {
        summary_json(k);
        return;
    }
    fprintf(out, en ? "%s: rules: %d hold, %d findings" : "%s: quy tắc: %d đạt, %d phát hiện", k->file, k->states[VB_PASS], k->states[VB_FINDING]);
    if (k->notes)
        fprintf(out, en ? ", %d by practice" : ", %d theo tập quán", k->notes);
    fprintf(out, en ? ", %d do not apply, %d not judged" : ", %d không áp dụng, %d không xét được", k->states[VB_NOT_APPLICABLE], k->states[VB_NOT_JUDGED]);
    fprintf(out, *k->why ? " (%s)\n" : "%s\n", k->why);
}

/* ---- files ---------------------------------------------------------------------------------- */

/* One document, or record, of the file.                                                         */
static int measure(struct checking *k, int record)
{
    struct request *r = k->r;
    struct vb_options options = cli_options_of(r);
    options.sink = take_message;
    options.user = k;
    options.record = record;
    struct vb *v = vb_open(&options);
    k->silent = true;
    k->counted = NULL;
    int status = v ? vb_read(v, k->file, r->template_path) : VB_REJECTED;
    k->silent = false;
    if (status == VB_DONE)
        status = vb_set(v);
    memset(k->states, 0, sizeof(k->states));
    k->notes = 0;
    *k->why = '\0';
    if (status == VB_DONE && k->slip)
        slip_document(k->slip, record, v);
    if (status == VB_DONE) {
        status = vb_check_layout(v, take_verdict, k);
        summary(k);
    }
    vb_close(v);
    return status;
}

/* What was not measured is told in every form.                                                      */
static void say_left(struct checking *k, const char *vi, const char *en)
{
    take_message(k, &(struct vb_message){ .severity = VB_NOTE, .code = "NOT_MEASURED", .text = k->r->lang == CLI_EN ? en : vi, .hint = "",
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
    options.sink = take_message;
    options.user = k;
    struct vb *v = vb_open(&options);
    int status = v ? vb_read_pdf(v, k->file) : VB_REJECTED;
    if (status == VB_DONE && k->slip)
        slip_document(k->slip, 0, v);
    if (status == VB_DONE && !k->r->data_only) {
        status = vb_check_layout(v, take_verdict, k);
        summary(k);
        status = k->warnings && status == VB_DONE ? VB_FINDINGS : status;
    }
    vb_close(v);
    return status;
}

/* Of a file that holds several each is measured. A template has no pages.                          */
static int measure_all(struct checking *k)
{
    int worst = VB_DONE, status = measure(k, k->r->record);
    if (status != VB_REJECTED)
        return status;
    if (strcmp(k->code, "ROOT_WRONG") == 0) /* a template, which has no pages */
        return VB_DONE;
    if (strcmp(k->code, "RECORD_WHICH") != 0) {
        say_left(k, "chưa xét trang: văn bản không dàn được", "the pages were not measured: they cannot be set");
        return VB_FINDINGS;
    }
    for (int i = 1; i <= MOST_RECORDS; i++) {
        status = measure(k, i);
        if (status == VB_REJECTED)
            return strcmp(k->code, "RECORD_BEYOND") == 0 ? worst : VB_FINDINGS;
        worst = status > worst ? status : worst;
    }
    say_left(k, "chỉ xét trang của 100 văn bản đầu; các văn bản sau: --record", "only the pages of the first 100 documents were measured; the others: --record");
    return worst;
}

static int check_file(struct request *r, struct slip *slip, const char *file)
{
    struct checking k = { .r = r, .file = file, .slip = slip };
    struct vb_options options = cli_options_of(r);
    options.sink = take_message;
    options.user = &k;
    if (slip)
        slip_file(slip, file);
    if (is_pdf(file))
        return check_pdf(&k);
    struct vb *v = vb_open(&options);
    int status = v ? vb_check(v, file, r->template_path) : VB_REJECTED;
    vb_close(v);
    if (r->data_only || status == VB_REJECTED)
        return status;
    if (k.errors) {
        say_left(&k, "chưa xét trang: sửa các lỗi trên trước", "the pages were not measured: mend these errors first");
        return status;
    }
    if (strcmp(file, "-") == 0) {
        say_left(&k, "chưa xét trang: đầu vào chuẩn chỉ đọc được một lần; ghi dữ liệu ra tệp", "the pages were not measured: standard input is read once; put the data into a file");
        return status;
    }
    int layout = measure_all(&k);
    return layout > status ? layout : status;
}

static int print_rules(const struct request *r)
{
    static const char *const levels[][2] = { { "bắt buộc", "must" }, { "theo mẫu", "template" }, { "tập quán", "practice" } };
    bool en = r->lang == CLI_EN;
    if (!r->json)
        printf(en ? "| Rule | Level | What | Allowed | Clause | Remedy |\n" : "| Quy tắc | Mức | Nội dung | Cho phép | Điều khoản | Cách sửa |\n");
    if (!r->json)
        printf("|---|---|---|---|---|---|\n");
    for (int i = 0; i < vb_rule_count(); i++) {
        const struct vb_rule rule = vb_rule(i, en ? "en" : "vi");
        json_object *o = r->json ? report_rule(&rule) : NULL;
        if (o)
            printf("%s\n", report_line(o));
        else
            printf("| %s | %s | %s | %s | %s | %s |\n", rule.name, levels[rule.level][r->lang], rule.title, rule.allowed, rule.clause, rule.remedy);
        json_object_put(o);
    }
    return VB_DONE;
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

/* The worst of all files is the exit status.                                                       */
int cli_check(struct request *r)
{
    int worst = VB_DONE;
    if (r->rules)
        return print_rules(r);
    if (r->slip && is_checked(r, r->slip))
        return cli_usage(r->lang, "phiếu kiểm tra sẽ ghi đè lên tệp được kiểm tra", "the slip would take the place of the file that is checked", r->slip, NULL);
    struct slip *slip = r->slip ? slip_begin(r) : NULL;
    r->said = stdout;
    if (cli_enter_sandbox(r, NULL, NULL) != VB_DONE)
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
