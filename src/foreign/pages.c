/* pages.c - a foreign PDF as pages: opens it, has it read, finds the roles, and makes the marks.                                      */
#include "base/utf8.h"
#include "foreign/facts.h"
#include "foreign/sheet.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- elements ------------------------------------------------------------------------------------------------------------------------ */

static int element_new(struct arena *a, struct pages *p, struct element e)
{
    p->elements = arena_grow(a, p->elements, p->n_elements + 1, &p->room_elements, sizeof(*p->elements));
    p->elements[p->n_elements] = e;
    return p->n_elements++;
}

/* Strips of one number are one element, made when the first of them comes.                                                                */
static int element_of(struct arena *a, struct pages *p, int *made, int para, enum element_kind kind, const char *role)
{
    if (para && made[para])
        return made[para];
    int e = element_new(a, p, (struct element){ .kind = kind, .parent = 0, .role = role });
    if (para)
        made[para] = e;
    return e;
}

static void add_mark(struct page *page, struct mark m) { page->marks[page->n++] = m; }

static void add_strip(struct page *page, const struct strip *s, int element)
{
    for (int i = 0; i < s->n; i++) {
        const struct piece *t = s->piece[i];
        struct mark m = { .kind = MARK_TEXT, .element = element, .x = t->x0, .y = t->y, .width = t->x1 - t->x0, .colour = t->colour };
        m.text.s = t->s;
        m.text.n = t->n;
        m.text.face = t->face;
        m.text.size = t->size;
        m.text.note = -1;        /* which note a mark calls is not known */
        add_mark(page, m);
    }
}

static void add_pictures(struct arena *a, struct page *page, const struct sheet *s, int element)
{
    for (int i = 0; i < s->n_pictures; i++) {
        const struct picture *p = &s->picture[i];
        struct image *image = NEW(a, struct image);
        *image = (struct image){ .name = "", .width = 1, .height = 1, .channels = 3 };
        struct mark m = { .kind = MARK_IMAGE, .element = element, .x = p->x0, .y = p->y0, .width = p->x1 - p->x0 };
        m.image.height = p->y1 - p->y0;
        m.image.image = image;
        add_mark(page, m);
    }
}

static void add_bars(struct arena *a, struct pages *to, struct page *page, const struct sheet *s, int *made, int artifact)
{
    for (int i = 0; i < s->n_bars; i++) {
        const struct bar *b = &s->bar[i];
        int element = b->group < 0 ? element_of(a, to, made, -b->group, ELEMENT_P, NULL) : artifact;
        struct mark m = { .kind = MARK_RULE, .element = element, .x = b->x0, .y = b->y0, .width = b->x1 - b->x0 };
        m.rule.height = b->y1 - b->y0;
        add_mark(page, m);
    }
}

/* The left column is read before the right one, one signer before the next.                                                                 */
static int column_of(const struct strip *s)
{
    return s->column ? s->column : s->role && (strcmp(s->role, "o1") == 0 || strcmp(s->role, "o4") == 0);
}

static void make_page(struct book *b, struct pages *to, struct page *page, const struct sheet *s, int *made)
{
    int artifact = element_new(b->arena, to, (struct element){ .kind = ELEMENT_ARTIFACT, .parent = 0 });
    bool turned = s->width > s->height;
    len left = turned ? b->left_turned : b->left, right = turned ? b->right_turned : b->right;
    *page = (struct page){ .number = (int)(page - to->page) + 1, .width = s->width, .height = s->height, .top = MM(20), .bottom = MM(20),
                           .left = left, .right = s->width > right ? s->width - right : 0, .end = END_KEEP };
    page->marks = NEW_N(b->arena, struct mark, s->n + s->n_bars + s->n_pictures + 1);
    int columns = 1;
    for (int i = 0; i < s->n_strips; i++)
        columns = s->strip[i].column > columns ? s->strip[i].column : columns;
    for (int column = 0; column <= columns; column++)
        for (int i = 0; i < s->n_strips; i++) {
            const struct strip *t = &s->strip[i];
            if (column_of(t) != column)
                continue;
            enum element_kind kind = t->kind == KIND_NOTE ? ELEMENT_NOTE : t->kind == KIND_CELL ? ELEMENT_TD : t->kind == KIND_NUMBER ? ELEMENT_ARTIFACT : ELEMENT_P;
            add_strip(page, t, element_of(b->arena, to, made, t->para, kind, t->role));
        }
    add_bars(b->arena, to, page, s, made, artifact);
    add_pictures(b->arena, page, s, artifact);
}

struct pages *pages_make(struct book *b)
{
    struct pages *to = NEW(b->arena, struct pages);
    int *made = NEW_N(b->arena, int, b->paras + 1);
    *to = (struct pages){ .page = NEW_N(b->arena, struct page, b->n), .n = b->n, .room = b->n, .file = NEW(b->arena, struct page_file), .n_files = 1, .room_files = 1 };
    element_new(b->arena, to, (struct element){ .kind = ELEMENT_DOCUMENT, .parent = -1 });
    for (int i = 0; i < b->n; i++)
        make_page(b, to, &to->page[i], &b->sheet[i], made);
    *to->file = (struct page_file){ .name = "", .n = b->n, .n_elements = to->n_elements };
    return to;
}

/* ---- reading ------------------------------------------------------------------------------------------------------------------------------- */

void roles_find(struct book *b)
{
    for (int i = 0; i < b->n; i++)
        strips_make(b->arena, &b->sheet[i]);
    if (b->n)
        marks_find(b);
    furniture_find_foreign(b);
    edges_find(b);
    for (int i = 0; i < b->n; i++)
        front_find(b, i);
    closing_find(b);
    paras_find(b);
}

static bool take_line(void *user, const char *line) { return trace_line(user, line); }

/* A page is a picture: nothing that is painted can be read, or hardly anything beside a picture of the whole.                                  */
static void find_unread(struct book *b, struct foreign *f)
{
    int scans = 0, behind = 0, shown = 0, strange = 0, sideways = 0, unknown = 0;
    for (int i = 0; i < b->n; i++) {
        const struct sheet *s = &b->sheet[i];
        double most = 0;
        for (int k = 0; k < s->n_pictures; k++) {
            double area = (double)(s->picture[k].x1 - s->picture[k].x0) * (s->picture[k].y1 - s->picture[k].y0);
            most = area > most ? area : most;
        }
        bool scan = most > 0.6 * s->width * s->height && s->shown < 60;
        scans += scan;
        behind += scan && s->hidden > 20;
        shown += s->shown;
        strange += s->strange;
        sideways += s->sideways;
        for (int k = 0; k < s->n; k++)
            unknown += s->piece[k].face->unknown ? utf8_letters(s->piece[k].s, s->piece[k].n) : 0;
    }
    f->scans = scans;
    if (scans && 2 * scans >= b->n)
        f->unread = behind ? FOREIGN_SCAN_WITH_TEXT : FOREIGN_SCAN;
    else if (shown && strange * 4 > shown)
        f->unread = FOREIGN_CODES;
    else if (2 * sideways > shown)
        f->unread = FOREIGN_SIDEWAYS;
    else if (20 * unknown > shown)
        f->unread = FOREIGN_NAMELESS;
}

static int open_file(struct log *log, const char *path)
{
    struct stat st;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file >= 0 && fstat(file, &st) == 0 && S_ISREG(st.st_mode))
        return file;
    log_say_file(log, MSG_FILE_UNREADABLE, path, log_errno(log, file < 0 ? errno : S_ISDIR(st.st_mode) ? EISDIR : EINVAL));
    if (file >= 0)
        close(file);
    return -1;
}

static const char *first_fault(struct arena *a, const char *said)
{
    const char *s = strstr(said, "error: ");
    s = s ? s + strlen("error: ") : said;
    return arena_copy(a, s, strcspn(s, "\n"));
}

static bool say_end(struct arena *a, struct log *log, const char *path, enum child_end end, const char *said, const struct book *b)
{
    if (end == CHILD_MISSING)
        log_say_file(log, MSG_PDF_TOOL, path, NULL);
    else if (strstr(said, "authenticate password") || strstr(said, "needs a password"))
        log_say_file(log, MSG_PDF_LOCKED, path, NULL);
    else if (end == CHILD_TOO_LONG || end == CHILD_STOPPED)
        log_say_file(log, MSG_PDF_LIMIT, path, arena_format(a, "%d", b->n));
    else if (end == CHILD_FAILED || !b->n)
        log_say_file(log, MSG_PDF_BROKEN, path, *said ? first_fault(a, said) : log_word(log, "tệp không có trang nào", "it has no pages"));
    else {
        if (strstr(said, "repairing PDF"))
            log_say_file(log, MSG_PDF_REPAIRED, path, NULL);
        return true;
    }
    return false;
}

struct pages *foreign_read(struct arena *a, struct log *log, const char *path)
{
    static const char *const command[] = { "mutool", "trace", "/proc/self/fd/3", NULL };
    struct book *b = NEW(a, struct book);
    const char *said;
    b->arena = a;
    int file = open_file(log, path);
    if (file < 0)
        return NULL;
    struct trace *t = trace_new(a, b, limit_of(log->limits, LIMIT_PAGES));
    struct facts facts = { 0 };
    enum child_end end = child_read(a, command, file, take_line, t, &said);
    trace_end(t);
    bool read = say_end(a, log, path, end, said, b), known = read && facts_read(a, file, &facts);
    close(file);
    if (!read)
        return NULL;
    faces_guess(trace_faces(t));
    struct foreign *f = NEW(a, struct foreign);
    *f = (struct foreign){ .facts = known, .locked = facts.locked, .version = facts.version };
    for (int i = 0; i < trace_faces(t)->n && known; i++)
        trace_faces(t)->face[i]->file = facts_embedded(&facts, trace_faces(t)->face[i]->name) ? f : NULL;
    find_unread(b, f);
    roles_find(b);
    struct pages *pages = pages_make(b);
    pages->foreign = f;
    pages->title = facts.title;
    pages->lang = facts.lang;
    static const enum message said_of[] = { [FOREIGN_SCAN] = MSG_PDF_SCANNED, [FOREIGN_SCAN_WITH_TEXT] = MSG_PDF_SCANNED_TEXT,
                                            [FOREIGN_CODES] = MSG_PDF_CODES, [FOREIGN_SIDEWAYS] = MSG_PDF_SIDEWAYS, [FOREIGN_NAMELESS] = MSG_PDF_FONTS };
    if (f->unread)
        log_say_file(log, said_of[f->unread], path, arena_format(a, "%d", f->scans));
    return pages;
}
