/* still.c - pages without a server: all that a preview would show, into folders.                        */
#include "base/utf8.h"
#include "html/html.h"
#include "preview/site.h"

#include <dirent.h>
#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

struct still {
    struct site s;
    struct vb_options options;   /* of one document                                                  */
    struct vb *v;
    struct html_entry *entry;    /* what the files of the shelf hold                                       */
    int n;
    FILE *told;
    char code[40];               /* of the last message                                               */
    char told_of[16][40];        /* codes of what was said of no place: of fonts, for one                 */
    int n_told_of;
};

static int worse(int a, int b) { return a > b ? a : b; }

static void tell(void *user, const struct log_message *m)
{
    static const enum vb_severity severities[] = { VB_NOTE, VB_WARNING, VB_ERROR };
    const struct preview_options *o = user;
    o->vb.sink(o->vb.user, &(struct vb_message){ .severity = severities[m->severity], .code = m->code, .text = m->text, .hint = m->hint, .at.file = m->file });
}

static void tell_path(const struct still *w, const char *path)
{
    if (!w->told)
        return;
    utf8_show(w->told, path, strlen(path));
    fputc('\n', w->told);
}

/* What all documents have to say is said once.                                                               */
static void tell_once(void *user, const struct vb_message *m)
{
    struct still *w = user;
    for (int i = 0; i < w->n_told_of; i++)
        if (!m->at.file && strcmp(w->told_of[i], m->code) == 0)
            return;
    if (!m->at.file && m->severity != VB_ERROR && w->n_told_of < LENGTH(w->told_of))
        snprintf(w->told_of[w->n_told_of++], sizeof(*w->told_of), "%s", m->code);
    w->s.o->vb.sink(w->s.o->vb.user, m);
}

/* ---- documents ------------------------------------------------------------------------------------------- */

static void listen(void *user, const struct vb_message *m)
{
    struct still *w = user;
    snprintf(w->code, sizeof(w->code), "%s", m->code);
}

static void add(struct still *w, const struct entry *e, int record)
{
    w->entry = realloc(w->entry, (size_t)(w->n + 1) * sizeof(*w->entry));
    if (!w->entry)
        abort();
    w->entry[w->n++] = (struct html_entry){ e->path, e->template_path, record };
}

/* Of a file that holds several documents each, as in the preview.                                            */
static void find_documents(struct still *w)
{
    struct vb_options quiet = w->s.o->vb;
    quiet.sink = listen;
    quiet.user = w;
    struct vb *v = vb_open(&quiet);
    for (int i = 0; v && i < w->s.n_entries; i++) {
        const struct entry *e = w->s.entry[i];
        char number[16];
        *w->code = '\0';
        int status = vb_read(v, e->path, e->template_path), n = status != VB_DONE && strcmp(w->code, "RECORD_WHICH") == 0 ? vb_record_count(v) : 0;
        if (!n)
            add(w, e, 0);
        for (int k = 1; k <= n && k <= MOST_RECORDS; k++)
            add(w, e, k);
        snprintf(number, sizeof(number), "%d", n);
        if (n > MOST_RECORDS)
            log_say_file(&w->s.log, MSG_PREVIEW_RECORDS, e->path, number);
    }
    vb_close(v);
}

static int set(struct still *w, const struct html_entry *e)
{
    w->options.record = e->record ? e->record : w->s.o->vb.record;
    int status = vb_read(w->v, e->data, e->template_path);
    return status == VB_DONE ? vb_set(w->v) : status;
}

/* ---- PNG: by poppler, of the PDF ------------------------------------------------------------------------------ */

static bool has_program(const char *name)
{
    const char *path = getenv("PATH");
    char at[4096];
    for (const char *s = path ? path : ""; *s; s += strcspn(s, ":"), s += *s == ':')
        if (snprintf(at, sizeof(at), "%.*s/%s", (int)strcspn(s, ":"), s, name) < (int)sizeof(at) && access(at, X_OK) == 0)
            return true;
    return false;
}

static int run(char *const *words)
{
    pid_t pid;
    int status = 0, error = posix_spawnp(&pid, words[0], NULL, NULL, words, environ);
    while (!error && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    return error ? error : WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int is_png(const struct dirent *entry)
{
    size_t n = strlen(entry->d_name);
    return n > 4 && strcmp(entry->d_name + n - 4, ".png") == 0;
}

/* They are made aside and appear when all of them are there; the folder aside goes.                          */
static bool take_out(struct still *w, const char *aside, const char *folder, bool good)
{
    struct dirent **list;
    int n = scandir(aside, &list, is_png, alphasort);
    for (int i = 0; i < n; i++) {
        char *from = file_joined(aside, list[i]->d_name), *to = file_joined(folder, list[i]->d_name);
        good = good && rename(from, to) == 0;
        if (good)
            tell_path(w, to);
        else
            unlink(from);
        free(from);
        free(to);
        free(list[i]);
    }
    if (n >= 0)
        free(list);
    return good && n > 0;
}

static int png_of_part(struct still *w, const char *pdf, const char *aside)
{
    char out[4096], number[16];
    snprintf(out, sizeof(out), "%.*s", (int)strlen(pdf) - 4, pdf);
    int error = run((char *[]){ "pdftoppm", "-png", "-r", "150", (char *)pdf, out, NULL });
    unlink(pdf);
    if (!error)
        return VB_DONE;
    snprintf(number, sizeof(number), "%d", error);
    log_say_file(&w->s.log, MSG_PREVIEW_PNG_FAILED, aside, number);
    return VB_OUTPUT;
}

static int png(struct still *w, const char *folder, const char *name)
{
    char *aside = file_joined(folder, ".vanban-XXXXXX"), path[4096];
    if (!mkdtemp(aside)) {
        say(&w->s.log, MSG_OUTPUT_FAILED, NOWHERE, folder, log_errno(&w->s.log, errno));
        free(aside);
        return VB_OUTPUT;
    }
    snprintf(path, sizeof(path), "%s/%s.pdf", aside, name);
    int status = vb_write(w->v, VB_PDF, path);
    for (int part = 0; status == VB_DONE && part < vb_part_count(w->v); part++) {
        char pdf[4096];
        vb_part_path(w->v, part, path, pdf, sizeof(pdf));
        status = png_of_part(w, pdf, folder);
    }
    if (!take_out(w, aside, folder, status == VB_DONE) && status == VB_DONE)
        status = VB_OUTPUT;
    rmdir(aside);
    free(aside);
    return status;
}

/* ---- SVG -------------------------------------------------------------------------------------------------------- */

static int svg(struct still *w, const char *folder, const char *name)
{
    char path[4096], one[4096];
    snprintf(path, sizeof(path), "%s/%s.svg", folder, name);
    int status = vb_write(w->v, VB_SVG, path);
    for (int part = 0; status == VB_DONE && part < vb_part_count(w->v); part++)
        for (int page = 1; page <= vb_part(w->v, part).pages; page++) {
            vb_svg_path(w->v, part, page, path, one, sizeof(one));
            tell_path(w, one);
        }
    return status;
}

/* ---- all of it ----------------------------------------------------------------------------------------------------- */

static int make(struct still *w, const char *folder, int form(struct still *, const char *, const char *))
{
    struct arena arena = { 0 };
    struct html_names names = { .arena = &arena };
    int worst = VB_DONE;
    mkdir(folder, 0777);         /* where it cannot be made, nothing can be written: that is told              */
    for (int i = 0; i < w->n && worst != VB_OUTPUT; i++) {
        const char *name = html_name(&names, &w->entry[i]);
        int status = set(w, &w->entry[i]);
        worst = worse(worst, status == VB_DONE ? form(w, folder, name) : status);
    }
    arena_free(&arena);
    return worst;
}

static int html(struct still *w, const char *folder)
{
    int status = html_gallery(&w->options, w->entry, w->n, folder);
    char *index = file_joined(folder, "index.html");
    if (status != VB_OUTPUT)
        tell_path(w, index);
    free(index);
    return status;
}

static int write_all(struct still *w)
{
    const struct preview_options *o = w->s.o;
    int worst = VB_DONE;
    find_documents(w);
    if (o->html)
        worst = worse(worst, html(w, o->html));
    if (o->svg)
        worst = worse(worst, make(w, o->svg, svg));
    if (o->png)
        worst = worse(worst, make(w, o->png, png));
    return worst;
}

int preview_write(const struct preview_options *o, FILE *told)
{
    struct still w = { .s = { .o = o, .inotify = -1 }, .options = o->vb, .told = told };
    w.options.sink = tell_once;
    w.options.user = &w;
    w.s.log = (struct log){ .arena = &w.s.arena, .lang = o->english ? LANG_EN : LANG_VI, .sink = tell, .user = (void *)o };
    int status = shelf_open(&w.s);
    if (status == VB_DONE && !w.s.n_entries)
        status = VB_REJECTED;    /* it has been told                                                           */
    if (status == VB_DONE && o->png && !has_program("pdftoppm")) {
        say(&w.s.log, MSG_PREVIEW_PNG_TOOL, NOWHERE, NULL);
        status = VB_OUTPUT;
    }
    w.v = status == VB_DONE ? vb_open(&w.options) : NULL;
    if (w.v)
        status = write_all(&w);
    log_flush(&w.s.log);
    free(w.entry);
    vb_close(w.v);
    shelf_free(&w.s);
    arena_free(&w.s.arena);
    return status;
}
