/* fuzz.c - the targets' common ground.                                                           */
#include "fuzz.h"

#include <ftw.h>
#include <unistd.h>

/* ---- files ---------------------------------------------------------------------------------- */

static char folder[64];

static int drop(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    (void)st, (void)kind, (void)at;
    return remove(path);
}

static void remove_folder(void) { nftw(folder, drop, 8, FTW_DEPTH | FTW_PHYS); }

const char *fuzz_path(const char *name)
{
    static char path[8][128];
    static int at;
    if (!*folder) {
        snprintf(folder, sizeof(folder), "%s/fuzz-XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
        if (!mkdtemp(folder))
            abort();
        atexit(remove_folder);
    }
    at = (at + 1) % 8;
    snprintf(path[at], sizeof(path[at]), "%s/%s", folder, name);
    return path[at];
}

const char *fuzz_put(const char *name, const void *bytes, size_t size)
{
    const char *path = fuzz_path(name);
    FILE *f = fopen(path, "w");
    if (!f || fwrite(bytes, 1, size, f) != size || fclose(f) != 0)
        abort();
    return path;
}

char *fuzz_read(const char *path, size_t *size)
{
    FILE *f = fopen(path, "r");
    char *bytes = NULL;
    size_t room = 0;
    ssize_t n = f ? getdelim(&bytes, &room, '\f', f) : -1;
    if (n < 0)
        abort();
    fclose(f);
    *size = (size_t)n;
    return bytes;
}

const uint8_t *fuzz_second(const uint8_t *data, size_t size)
{
    const uint8_t *at = size ? memchr(data, '\f', size) : NULL;
    return at ? at + 1 : NULL;
}

/* ---- options ---------------------------------------------------------------------------------- */

static volatile unsigned looked;
static int n_told;            /* since the last verb that was asked for its status */

static void look(const char *s)
{
    while (s && *s)
        looked += (unsigned char)*s++;
}

static void look_at_place(const struct vb_place *p)
{
    look(p->file);
    for (int i = 0; p->line_text && i < p->line_size; i++)
        looked += (unsigned char)p->line_text[i];
}

/* Every byte that is told is looked at, as who prints it would. */
static void told(void *user, const struct vb_message *m)
{
    (void)user;
    if (getenv("FUZZ_TALK"))
        fprintf(stderr, "%s: %s\n", m->code, m->text);
    n_told += m->severity != VB_NOTE;
    look(m->code);
    look(m->text);
    look(m->hint);
    look_at_place(&m->at);
    look_at_place(&m->wanted);
}

int fuzz_is_done(int status)
{
    if (status != VB_DONE && n_told == 0) {
        fprintf(stderr, "fuzz: status %d and no message\n", status);
        abort();
    }
    n_told = 0;
    return status == VB_DONE;
}

unsigned fuzz_chance(const uint8_t *data, size_t size)
{
    unsigned h = 2166136261u;
    for (size_t i = 0; i < size; i++)
        h = (h ^ data[i]) * 16777619u;
    return h ^ h >> 15;
}

void fuzz_options(struct fuzz_options *o, unsigned h)
{
    static const char *const modes[] = { NULL, NULL, "paper", "archive" };
    static const struct vb_setting limits[] = { { "seconds", "2" }, { "xpath", "1M" } }; /* well below what run.py takes for a hang */
    *o = (struct fuzz_options){ .settings = { { "ky-nhay", "2" }, { "neo-ky", "#ky" } } };
    o->vb = (struct vb_options){ .home = ".", .lang = h & 1 ? "en" : "vi", .mode = modes[h >> 1 & 3], .sink = told };
    o->vb.standard = (enum vb_standard)(h >> 3 & 3);
    o->vb.split = h >> 5 & 1;
    o->vb.explain = h >> 6 & 1;
    o->vb.boxes = (h >> 7 & 3) == 3 ? VB_NO_BOXES : (enum vb_boxes)(h >> 7 & 3);
    o->vb.strict = (h >> 9 & 7) == 7;
    o->vb.settings = o->settings;
    o->vb.n_settings = (h >> 12 & 7) == 7 ? 2 : 0;
    o->vb.record = (h >> 15 & 3) == 3;
    o->vb.limits = limits;
    o->vb.n_limits = 2;
}

/* ---- few for many ------------------------------------------------------------------------------ */

enum { KEPT = 16, USES = 300 };

static struct kept { struct fuzz_options options; struct vb *v; int uses; } kept[KEPT];

static void close_kept(void)
{
    for (int i = 0; i < KEPT; i++)
        vb_close(kept[i].v);
}

struct vb *fuzz_open(unsigned chance)
{
    static bool closes;
    struct kept *k = &kept[chance % KEPT];
    if (!closes)
        closes = atexit(close_kept) == 0;
    if (k->uses++ == USES) {
        vb_close(k->v);
        *k = (struct kept){ 0 };
    }
    if (!k->v) {
        fuzz_options(&k->options, chance % KEPT * 2654435761u);
        k->v = vb_open(&k->options.vb);
    }
    return k->v;
}

/* ---- what the program does with pages ------------------------------------------------------------ */

static void reason(void *user, const struct vb_reason *r)
{
    (void)user;
    look(r->next);
}

static void judged(void *user, const struct vb_verdict *r)
{
    (void)user;
    look(r->measured);
    look(r->why);
    look(r->words);
    look_at_place(&r->at);
    look_at_place(&r->wanted);
}

static void read_words(struct vb *v)
{
    for (int i = 0; i < vb_word_count(v); i++) {
        const struct vb_word w = vb_word(v, i);
        struct vb_place at, wanted;
        for (int k = 0; k < w.size; k++)
            looked += (unsigned char)w.text[k];
        look(w.role);
        if (i % 64)              /* a place is found by counting lines */
            continue;
        vb_word_places(v, i, &at, &wanted);
        look_at_place(&at);
        look_at_place(&wanted);
    }
    for (int i = 0; i < vb_field_count(v); i++)
        look(vb_field(v, i).title);
}

static void write_parts(struct vb *v, unsigned chance)
{
    const void *bytes;
    size_t size;
    for (int part = 0; part < vb_part_count(v); part++) {
        fuzz_is_done(vb_write_memory(v, VB_PDF, part, &bytes, &size));
        if (chance & 1 && vb_part(v, part).pages)
            vb_svg_page(v, part, 1, &(struct vb_svg_options){ .fonts = VB_SVG_ELSEWHERE, .data = true, .fields = true }, &bytes, &size);
    }
    if (chance & 2)
        vb_write_memory(v, VB_DUMP_PAGE, 0, &bytes, &size);
}

void fuzz_judge(struct vb *v)
{
    vb_check_layout(v, judged, NULL);
    read_words(v);
}

void fuzz_show(struct vb *v, unsigned chance)
{
    const void *bytes;
    size_t size;
    chance >>= 20;
    if (chance & 4)
        vb_write_memory(v, VB_DUMP_DOC, 0, &bytes, &size);
    if (!fuzz_is_done(vb_set(v)))
        return;
    vb_explain(v, reason, NULL);
    if (chance & 8)
        vb_check_layout(v, judged, NULL);
    if (chance & 16)
        read_words(v);
    write_parts(v, chance);
}
