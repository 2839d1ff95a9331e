/* foreign.c - a PDF from a stranger, as what mutool prints of it: mutool is not ours and has a process of its own, what
 * it prints comes to us. So the linker puts an input in the place of that process, and the rest is what `check` does.
 *
 * Three parts, parted by form feeds: the pages (mutool trace), the objects (mutool show), and what mutool says beside,
 * behind a digit for how it ended. A page of letters is long; "=X Y STEP ADV WORDS" stands for a <g> of each letter. */
#include "fuzz.h"

#include "foreign/child.h"

enum { LINE_ROOM = 1 << 14, MOST_WORDS = 400 };

static const uint8_t *input[3];
static size_t length[3];

enum child_end __wrap_child_read(struct arena *a, const char *const *command, int file, child_line *take, void *user, const char **said);

/* A line at the end of its room: behind it nobody reads unseen.                                                      */
static bool give(child_line *take, void *user, const char *s, size_t n)
{
    static char room[LINE_ROOM];
    char *line = &room[LINE_ROOM - 1];
    *line = '\0';
    for (size_t i = n < LINE_ROOM - 1 ? n : LINE_ROOM - 1; i > 0; i--)
        if (s[i - 1])
            *--line = s[i - 1];
    return take(user, line);
}

static bool give_letters(child_line *take, void *user, const char *s, size_t n)
{
    char copy[MOST_WORDS + 1], line[200];
    double at[4] = { 0 };
    char *c = copy;
    memcpy(copy, s, n < MOST_WORDS ? n : MOST_WORDS);
    copy[n < MOST_WORDS ? n : MOST_WORDS] = '\0';
    for (int i = 0; i < 4; i++)
        at[i] = strtod(c, &c);
    c += *c == ' ';
    for (int k = 0, bytes; *c; k++, c += bytes) {
        for (bytes = 1; ((unsigned char)c[bytes] & 0xC0) == 0x80; bytes++)
            ;
        int room = snprintf(line, sizeof(line), "<g unicode=\"%.*s\" glyph=\"1\" x=\"%g\" y=\"%g\" adv=\"%g\"/>", *c == '"' || *c == '<' || *c == '&' ? 6 : bytes,
                            *c == '"' ? "&quot;" : *c == '<' ? "&lt;" : *c == '&' ? "&amp;" : c, at[0] + k * at[2], at[1], at[3]);
        if (!give(take, user, line, room < (int)sizeof(line) ? (size_t)room : sizeof(line) - 1))
            return false;
    }
    return true;
}

enum child_end __wrap_child_read(struct arena *a, const char *const *command, int file, child_line *take, void *user, const char **said)
{
    int part = strcmp(command[1], "show") == 0;
    const char *s = (const char *)input[part], *last = s + length[part];
    (void)file;
    *said = length[2] ? arena_copy(a, (const char *)input[2] + 1, length[2] - 1) : "";
    for (const char *end; s < last; s = end + 1) {
        end = memchr(s, '\n', (size_t)(last - s));
        end = end ? end : last;
        size_t n = (size_t)(end - s);
        if (!(*s == '=' && !part ? give_letters(take, user, s + 1, n - 1) : give(take, user, s, n)))
            return CHILD_STOPPED;
    }
    return length[2] && input[2][0] >= '0' && input[2][0] <= '4' ? (enum child_end)(input[2][0] - '0') : CHILD_DONE;
}

static void part_input(const uint8_t *data, size_t size)
{
    for (int i = 0; i < 3; i++) {
        const uint8_t *second = i < 2 ? fuzz_second(data, size) : NULL;
        input[i] = data;
        length[i] = second ? (size_t)(second - data) - 1 : size;
        size = second ? size - length[i] - 1 : 0;
        data = second ? second : data + length[i];
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *file;
    struct fuzz_options o;
    file = file ? file : strdup(fuzz_put("a.pdf", "%PDF-1.4\n", 9));
    fuzz_options(&o, fuzz_chance(data, size));
    part_input(data, size);
    struct vb *v = vb_open(&o.vb);
    if (fuzz_is_done(vb_read_pdf(v, file)))
        fuzz_judge(v);
    vb_close(v);
    return 0;
}

/* ---- by lines ------------------------------------------------------------------------------------------------------- */

struct line { size_t at, n; };

static struct line line_at(const uint8_t *data, size_t size, size_t at)
{
    while (at && data[at - 1] != '\n')
        at--;
    const uint8_t *end = memchr(data + at, '\n', size - at);
    return (struct line){ at, end ? (size_t)(end - data) - at + 1 : size - at };
}

static size_t copy_line(uint8_t *data, size_t size, size_t most, struct line from, size_t to)
{
    uint8_t copy[512];
    if (from.n > sizeof(copy) || size + from.n > most)
        return size;
    memcpy(copy, data + from.at, from.n);
    memmove(data + to + from.n, data + to, size - to);
    memcpy(data + to, copy, from.n);
    return size + from.n;
}

static size_t drop_line(uint8_t *data, size_t size, struct line l)
{
    memmove(data + l.at, data + l.at + l.n, size - l.at - l.n);
    return size - l.n;
}

/* A digit becomes another: words go elsewhere, grow, shrink.                                                          */
static void change_number(uint8_t *data, struct line l, unsigned seed)
{
    for (size_t i = 0; i < l.n; i++) {
        uint8_t *c = &data[l.at + (seed + i) % l.n];
        if (*c >= '0' && *c <= '9') {
            *c = (uint8_t)('0' + (seed >> 7) % 10);
            return;
        }
    }
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    if (size < 2 || seed % 4 == 0)
        return LLVMFuzzerMutate(data, size, most);
    unsigned h = seed * 2654435761u, way = h >> 29;
    struct line from = line_at(data, size, h % size), to = line_at(data, size, (h >> 9) * 40503u % size);
    if (way == 0)
        return from.n < size ? drop_line(data, size, from) : size;
    if (way < 3)
        return copy_line(data, size, most, from, to.at);
    change_number(data, from, h >> 5);
    return size;
}
