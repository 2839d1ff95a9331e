/* facts.c - what a PDF says of itself beside its pages: version, lock, title, language, fonts that are not in it. mutool prints
 * an object a line:
 *
 *     trailer <</Info 55 0 R/Root 1 0 R ...>>
 *     17 0 obj <</FontFile2 13 0 R/FontName/KFUEHA+LiberationSerif .../Type/FontDescriptor>>                              */
#include "base/utf8.h"
#include "foreign/facts.h"

#include <unistd.h>

enum { MOST_NAMES_KEPT = 500, NAME_ROOM = 128 };

struct reading {
    struct arena *arena;
    struct facts *to;
    int line;                    /* 0 the trailer, 1 what it calls Info, 2 Root, then all objects                        */
    const char **font;           /* with a descriptor that has no file, or without one                                  */
    int n_fonts;
};

/* ---- values ------------------------------------------------------------------------------------------------------------ */

/* Behind /NAME in a dictionary's line, or NULL.                                                                          */
static const char *value(const char *line, const char *name)
{
    size_t n = strlen(name);
    for (const char *s = line; (s = strstr(s, name)); s += n)
        if (s > line && s[-1] == '/' && !((s[n] >= 'a' && s[n] <= 'z') || (s[n] >= 'A' && s[n] <= 'Z') || (s[n] >= '0' && s[n] <= '9')))
            return s + n + strspn(s + n, " ");
    return NULL;
}

static int hex(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

/* The bytes of <FEFF...> or (...), at most so many.                                                                       */
static int bytes_of(const char *s, unsigned char *to, int most)
{
    int n = 0;
    if (*s == '<')
        for (int high, low; n < most && (high = hex(s[1])) >= 0 && (low = hex(s[2])) >= 0; s += 2)
            to[n++] = (unsigned char)(high << 4 | low);
    if (*s != '(')
        return n;
    for (s++; *s && *s != ')' && n < most; s++) {
        int code = 0, digits = 0;
        while (*s == '\\' && digits < 3 && s[1 + digits] >= '0' && s[1 + digits] <= '7')
            code = code << 3 | (s[1 + digits++] - '0');
        if (*s == '\\')
            s += digits ? digits : 1;
        to[n++] = (unsigned char)(digits ? code : *s);
    }
    return n;
}

/* UTF-16 with its mark, UTF-8 with or without one, or else letters of one byte.                                            */
static const char *string_of(struct arena *a, const char *s)
{
    unsigned char bytes[2000] = { 0 };
    struct buf text = buf_in(a);
    int n = s ? bytes_of(s, bytes, sizeof(bytes)) : 0, i = 0;
    char letter[4];
    if (n > 1 && bytes[0] == 0xFE && bytes[1] == 0xFF) {
        for (i = 2; i + 1 < n; i += 2) {
            uint32_t cp = (uint32_t)bytes[i] << 8 | bytes[i + 1];
            buf_bytes(&text, letter, utf8_put(cp >= 0xD800 && cp < 0xE000 ? 0xFFFD : cp, letter));
        }
        return buf_text(&text);
    }
    i = n > 2 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if (utf8_valid((const char *)bytes + i, n - i) == n - i)
        return arena_copy(a, (const char *)bytes + i, (size_t)(n - i));
    for (; i < n; i++)
        buf_bytes(&text, letter, utf8_put(bytes[i], letter));
    return buf_text(&text);
}

/* ---- lines --------------------------------------------------------------------------------------------------------------- */

static const char *name_of(struct arena *a, const char *s) { return s && *s == '/' ? arena_copy(a, s + 1, strcspn(s + 1, "/<>[]() ")) : NULL; }

/* Of the fourteen fonts that every reader has a PDF need not describe one.                                                   */
static void take_font(struct reading *r, const char *line)
{
    bool descriptor = strstr(line, "/Type/FontDescriptor") != NULL;
    bool bare = strstr(line, "/Type/Font/") || strstr(line, "/Type/Font>") ? !value(line, "FontDescriptor") && !value(line, "DescendantFonts") && !value(line, "CharProcs") : false;
    const char *name = name_of(r->arena, value(line, descriptor ? "FontName" : "BaseFont"));
    if ((!descriptor && !bare) || !name || strstr(line, "/FontFile") || r->n_fonts == MOST_NAMES_KEPT)
        return;
    r->font[r->n_fonts++] = name;
}

static bool take_line(void *user, const char *line)
{
    struct reading *r = user;
    if (r->line == 0)
        r->to->locked = value(line, "Encrypt") != NULL;
    if (r->line == 1)
        r->to->title = string_of(r->arena, value(line, "Title"));
    if (r->line == 2) {
        const char *version = value(line, "Version");
        r->to->lang = string_of(r->arena, value(line, "Lang"));
        if (version && version[0] == '/' && version[1] >= '1' && version[1] <= '2' && version[2] == '.')
            r->to->version = (version[1] - '0') * 10 + (version[3] - '0');
    }
    if (r->line > 2)
        take_font(r, line);
    r->line++;
    return true;
}

static int header_version(int file)
{
    char head[1025];
    ssize_t n = pread(file, head, sizeof(head) - 1, 0);
    head[n > 0 ? n : 0] = '\0';
    const char *s = n > 0 ? memmem(head, (size_t)n, "%PDF-", 5) : NULL;
    return s && s[5] >= '1' && s[5] <= '2' && s[6] == '.' ? (s[5] - '0') * 10 + (s[7] - '0') : 0;
}

bool facts_read(struct arena *a, int file, struct facts *to)
{
    static const char *const command[] = { "mutool", "show", "-g", "/proc/self/fd/3", "trailer", "trailer/Info", "trailer/Root", "grep", NULL };
    struct reading r = { .arena = a, .to = to, .font = NEW_N(a, const char *, MOST_NAMES_KEPT) };
    const char *said;
    *to = (struct facts){ .title = "", .lang = "", .version = header_version(file) };
    bool read = child_read(a, command, file, take_line, &r, &said) == CHILD_DONE && r.line > 3;
    to->bare = r.font;
    to->n_bare = r.n_fonts;
    return read;
}

/* mutool shortens names to 31 bytes.                                                                                          */
bool facts_embedded(const struct facts *f, const char *face)
{
    for (int i = 0; i < f->n_bare; i++) {
        const char *name = font_untagged(f->bare[i]);
        if (strcmp(name, face) == 0 || (strlen(face) >= 24 && strncmp(name, face, strlen(face)) == 0))
            return false;
    }
    return true;
}
