/* verdict.c - verdicts as people read them, or as JSON and SARIF; the table of all rules.                */
#include "cli/verdict.h"
#include "base/hash.h"
#include "report/report.h"

/* At the same places, with the same words.                                                      */
static bool is_repeated(struct checking *k, const char *name, const char *what, const char *words, const struct vb_place *at, const struct vb_place *wanted)
{
    if (!k->record)
        return false;
    const int where[] = { at->line, at->column, wanted->line, wanted->column };
    uint64_t h = hash_words(hash_words(hash_words(HASH_BEGIN, name), what), words);
    return hash_is_known(k->told, &k->n_told, MOST_TOLD, hash_bytes(hash_words(h, at->file), where, sizeof(where)));
}

void checking_message(void *user, const struct vb_message *m)
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
    else if (!is_repeated(k, m->code, m->text, NULL, &m->at, &m->wanted))
        cli_print(k->r, m);
}

static const char *mark_of(const struct request *r, const struct vb_verdict *v)
{
    static const char *const marks[][2] = { { "đạt", "passed" }, { "phát hiện", "finding" }, { "không áp dụng", "not applicable" }, { "không xét được", "not judged" } };
    if (v->note || (v->state == VB_FINDING && v->rule.level == VB_PRACTICE))
        return r->lang == CLI_EN ? "note" : "ghi chú";
    return marks[v->state][r->lang];
}

static void print_where(const struct request *r, const struct vb_verdict *v, int record)
{
    FILE *out = r->said;
    fputs("  ", out);
    if (record)
        fprintf(out, r->lang == CLI_EN ? "record %d, " : "bản ghi %d, ", record);
    cli_show(out, v->part);
    if (*v->part)
        fputs(", ", out);
    fprintf(out, r->lang == CLI_EN ? "page %d" : "trang %d", v->page);
    if (v->placed)
        fprintf(out, r->lang == CLI_EN ? ", %.1f x %.1f mm, %.1f mm from the left, %.1f mm from the top" : ", %.1f x %.1f mm, cách mép trái %.1f mm, mép trên %.1f mm",
                v->mm.width, v->mm.height, v->mm.left, v->mm.top);
    fputs(!*v->words ? "" : r->lang == CLI_EN ? ": '" : ": «", out);
    cli_show(out, v->words);
    fputs(!*v->words ? "\n" : r->lang == CLI_EN ? "'\n" : "»\n", out);
}

static void print_verdict(const struct checking *k, const struct vb_verdict *v)
{
    const struct request *r = k->r;
    const struct vb_place whole = { .file = k->file };
    FILE *out = r->said;
    bool found = v->state == VB_FINDING;
    cli_print_place(out, v->at.file ? &v->at : &whole);
    fprintf(out, "%s: %s: ", mark_of(r, v), v->rule.title);
    cli_show(out, found || v->state == VB_PASS ? v->measured : v->why);
    fprintf(out, " [%s]\n", v->rule.name);
    if (!found)
        return;
    if (v->page)
        print_where(r, v, k->record);
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

void checking_verdict(void *user, const struct vb_verdict *v)
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
    } else if (worth && is_repeated(k, v->rule.name, v->measured, v->words, &v->at, &v->wanted)) {
        k->repeated += v->state == VB_FINDING;
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

void checking_summary(const struct checking *k)
{
    bool en = k->r->lang == CLI_EN;
    FILE *out = k->r->said;
    if (k->r->sarif || k->r->quiet)
        return;
    if (k->r->json) {
        summary_json(k);
        return;
    }
    cli_show(out, k->file);
    if (k->record)
        fprintf(out, en ? ", record %d" : ", bản ghi %d", k->record);
    fprintf(out, en ? ": rules: %d passed, %d findings" : ": quy tắc: %d đạt, %d phát hiện", k->states[VB_PASS], k->states[VB_FINDING]);
    if (k->notes)
        fprintf(out, en ? ", %d by practice" : ", %d theo tập quán", k->notes);
    fprintf(out, en ? ", %d not applicable, %d not judged" : ", %d không áp dụng, %d không xét được", k->states[VB_NOT_APPLICABLE], k->states[VB_NOT_JUDGED]);
    fputs(*k->why ? " (" : "", out);
    cli_show(out, k->why);
    fputs(*k->why ? ")\n" : "\n", out);
}

void checking_repeated(const struct checking *k)
{
    if (k->repeated)
        fprintf(k->r->said, k->r->lang == CLI_EN ? "%s: %d more findings are the same as above, in other records\n" : "%s: còn %d phát hiện giống hệt các phát hiện trên, ở bản ghi khác\n",
                k->file, k->repeated);
}

int cli_print_rules(const struct request *r)
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
