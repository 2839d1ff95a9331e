/* xml.c - how XML is changed: tags and texts as wholes, so that most of what comes out is still XML and gets past
 * the parser. A third of all is left to libFuzzer, with its dictionary.                           */
#include "fuzz.h"

struct piece { const uint8_t *s; size_t n; };
enum { PIECES = 8192 };
struct text { struct piece piece[PIECES]; int n; };

static unsigned state;
static unsigned dice(unsigned n)
{
    state ^= state << 13, state ^= state >> 17, state ^= state << 5;
    return n ? state % n : 0;
}

static bool take_apart(struct text *t, const uint8_t *data, size_t size)
{
    const uint8_t *end = data + size;
    t->n = 0;
    while (data < end && t->n < PIECES) {
        const uint8_t *from = data;
        char stop = *data == '<' ? '>' : '<';
        for (data++; data < end && *data != stop && !(stop == '<' && *data == '\f') && *from != '\f';)
            data++;
        data += stop == '>' && data < end;
        t->piece[t->n++] = (struct piece){ from, (size_t)(data - from) };
    }
    return data == end && t->n > 0;
}

static bool is_start(struct piece p) { return p.n > 2 && p.s[0] == '<' && p.s[1] != '/' && p.s[1] != '!' && p.s[1] != '?' && p.s[p.n - 2] != '/'; }
static bool is_end(struct piece p) { return p.n > 1 && p.s[0] == '<' && p.s[1] == '/'; }

/* How many pieces the element that begins here has; 1: it is no element.                          */
static int whole(const struct text *t, int i)
{
    int depth = 0, from = i;
    do {
        depth += is_start(t->piece[i]) - is_end(t->piece[i]);
        i++;
    } while (depth > 0 && i < t->n);
    return depth == 0 ? i - from : 1;
}

static void insert(struct text *t, int at, const struct piece *p, int n)
{
    if (t->n + n > PIECES)
        return;
    memmove(t->piece + at + n, t->piece + at, (size_t)(t->n - at) * sizeof(*p));
    memcpy(t->piece + at, p, (size_t)n * sizeof(*p));
    t->n += n;
}

static void cut(struct text *t, int at, int n)
{
    memmove(t->piece + at, t->piece + at + n, (size_t)(t->n - at - n) * sizeof(*t->piece));
    t->n -= n;
}

/* Values that somewhere are at an edge.                                                          */
static const char *const values[] = {
    "", "0", "-1", "1", "2", "99999999999", "1e9", "*", "2*", "auto", "40%", "{.}", "{$n}", "{position()}", "{vb:sum(//*)}", "{//@*}", "1mm", "400mm", "-5mm", "0pt",
    "yes", "no", "2 3 2", "../x", "vi", "NaN", "1.247", "96,5", "page", "pages", "landscape", "decimal", "2024-02-30", "2024-02", "#ffffff", "//*", "a|b", "&#x301;", "&#x1F600;", "&lt;",
};

static struct piece in_attribute(struct piece p, uint8_t *room, size_t most)
{
    const uint8_t *quotes[64];
    int n = 0;
    for (size_t i = 0; i < p.n && n < 64; i++)
        if (p.s[i] == '"')
            quotes[n++] = p.s + i;
    if (n < 2)
        return p;
    int which = (int)dice((unsigned)n / 2) * 2;
    const char *value = values[dice(sizeof(values) / sizeof(values[0]))];
    int made = snprintf((char *)room, most, "%.*s%s%.*s", (int)(quotes[which] + 1 - p.s), (const char *)p.s, value,
                        (int)(p.s + p.n - quotes[which + 1]), (const char *)quotes[which + 1]);
    return made > 0 && (size_t)made < most ? (struct piece){ room, (size_t)made } : p;
}

static struct piece in_bytes(struct piece p, uint8_t *room, size_t most)
{
    if (p.n > most)
        return p;
    memcpy(room, p.s, p.n);
    return (struct piece){ room, LLVMFuzzerMutate(room, p.n, p.n + 24 < most ? p.n + 24 : most) };
}

static void change(struct text *t, uint8_t *room, size_t most)
{
    int at = (int)dice((unsigned)t->n), to = (int)dice((unsigned)t->n + 1), n = whole(t, at);
    struct piece *copy = malloc((size_t)n * sizeof(*copy));
    if (!copy)
        return;
    memcpy(copy, t->piece + at, (size_t)n * sizeof(*copy));
    switch (dice(8)) {
    case 0: cut(t, at, n); break;
    case 1: insert(t, to, copy, n); break;
    case 2: for (unsigned i = dice(2) ? 2 : 40; i; i--) insert(t, at, copy, n); break;
    case 3: cut(t, at, n); insert(t, to <= t->n ? to : t->n, copy, n); break;
    case 4: t->piece[at] = in_bytes(t->piece[at], room, most); break;
    default: t->piece[at] = in_attribute(t->piece[at], room, most); break;
    }
    free(copy);
}

static size_t put_together(const struct text *t, uint8_t *to, size_t most)
{
    size_t size = 0;
    for (int i = 0; i < t->n && size + t->piece[i].n <= most; i++) {
        memcpy(to + size, t->piece[i].s, t->piece[i].n);
        size += t->piece[i].n;
    }
    return size;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    static struct text t;
    static uint8_t room[8][4096], *made;
    static size_t made_room;
    state = seed | 1;
    if (most > made_room && !(made = realloc(made, made_room = most)))
        abort();
    if (dice(3) == 0 || !take_apart(&t, data, size))
        return LLVMFuzzerMutate(data, size, most);
    for (unsigned i = 0, n = 1 + dice(4); i < n && t.n > 0; i++)
        change(&t, room[i], sizeof(room[i]));
    size = put_together(&t, made, most);
    memcpy(data, made, size);
    return size;
}
