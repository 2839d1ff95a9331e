/* letter_rules.c - T1 to T4: letters that look right and are not.                                           */
#include "check/text.h"

static bool any_text(struct check *c, enum check_state *no)
{
    *no = skip(c, W("không có chữ", "no text"));
    return passages_of(c)->n > 0;
}

static const char *places(struct check *c, int n)
{
    return n > 1 ? arena_format(c->arena, W(", %d chỗ trong đoạn", ", %d places in the passage"), n) : "";
}

/* ---- T1: the data's own bytes: reading has composed them --------------------------------------------------- */

struct raw { const struct source *src; int seen, found; }; /* seen: so far the source was looked at           */

static bool is_combining(const char *s) { return ((unsigned char)s[0] == 0xCC && (s[1] & 0x80)) || ((unsigned char)s[0] == 0xCD && (unsigned char)s[1] >= 0x80 && (unsigned char)s[1] < 0xB0); }

/* From a mark's words to the next mark's, or to a tag. How many, and the first's place.                             */
static int count_combining(struct raw *at, const struct mark *m, const struct mark *next)
{
    const struct pos p = m->data;
    int n = 0, end = p.src->size;
    if (at->src != p.src)
        *at = (struct raw){ .src = p.src };
    if (next && next->data.src == p.src && next->data.offset > p.offset)
        end = next->data.offset;
    int from = at->seen > p.offset ? at->seen : p.offset;
    for (; from < end && p.src->text[from] != '<'; from++)
        if (is_combining(p.src->text + from) && n++ == 0)
            at->found = from;
    at->seen = from > at->seen ? from : at->seen;
    return n;
}

static const struct mark *mark_behind(const struct passage *p, int line, int span)
{
    return span + 1 < p->line[line]->n ? p->line[line]->span[span + 1].mark : line + 1 < p->n ? p->line[line + 1]->span[0].mark : NULL;
}

static int raw_faults(struct check *c, const struct passage *p, struct raw *at, bool *known)
{
    const struct line *first = NULL;
    int n = 0, place = 0;
    for (int i = 0; i < p->n; i++)
        for (int k = 0; k < p->line[i]->n; k++) {
            const struct mark *m = p->line[i]->span[k].mark;
            int found = m->data.src ? count_combining(at, m, mark_behind(p, i, k)) : 0;
            *known |= m->data.src != NULL;
            if (found && !first) {
                first = p->line[i];
                place = at->found;
            }
            n += found;
        }
    if (first) {
        fault(c, first, W("%d dấu rời chữ trong dữ liệu", "%d combining marks in the data"), n);
        c->fault[c->n_faults - 1].data = (struct pos){ at->src, place };
    }
    return n;
}

enum check_state rule_t1(struct check *c)
{
    const struct passages *all = passages_of(c);
    struct raw at = { 0 };
    bool known = false;
    int n = 0;
    for (int i = 0; i < all->n; i++)
        n += raw_faults(c, &all->at[i], &at, &known);
    return known ? done(c, W("%d dấu rời", "%d combining marks"), n) : unsure(c, W("không có dữ liệu của các trang", "the data of the pages is not available"));
}

/* ---- T2 ---------------------------------------------------------------------------------------------------- */

static bool is_invisible(uint32_t cp)
{
    return cp == 0xAD || cp == 0x34F || cp == 0x61C || cp == 0x180E || (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x2028 && cp <= 0x202E) ||
           (cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF || (cp >= 0xFFF9 && cp <= 0xFFFB) || (cp >= 0xE0000 && cp < 0xE0080);
}

static const char *invisible_name(const struct check *c, uint32_t cp)
{
    return cp == 0xAD ? W("dấu ngắt mềm", "soft hyphen") : (cp >= 0x200E && cp <= 0x200F) || (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069)
         ? W("đổi hướng viết", "turns the direction of writing") : W("không nhìn thấy", "invisible");
}

enum check_state rule_t2(struct check *c)
{
    enum check_state no;
    const struct passages *all = passages_of(c);
    if (!any_text(c, &no))
        return no;
    for (int i = 0; i < all->n; i++) {
        const struct passage *p = &all->at[i];
        uint32_t first = 0;
        int n = 0, place = 0;
        for (const char *s = p->text; *s;) {
            const char *from = s;
            uint32_t cp = utf8_next(&s);
            if (cp < 0xAD || !is_invisible(cp) || n++)
                continue;
            first = cp;
            place = (int)(from - p->text);
        }
        if (n)
            fault_word(c, p, place, "U+%04X (%s)%s", (unsigned)first, invisible_name(c, first), places(c, n));
    }
    return done(c, "%s", W("không có", "none"));
}

/* ---- T3 ---------------------------------------------------------------------------------------------------- */

/* Letters, and the signs that old fonts have letters at.                                                        */
static bool next_old_word(const char *text, int *at, struct word *to)
{
    const char *s = text + *at, *from = NULL;
    while (*s) {
        const char *here = s;
        uint32_t cp = utf8_next(&s);
        bool letter = utf8_is_letter(cp) || (cp >= 0xA1 && cp < 0x180);
        if (letter && !from)
            from = here;
        if (from && (!letter || !*s)) {
            *to = (struct word){ (int)(from - text), (int)((letter ? s : here) - text) };
            *at = (int)(s - text);
            return true;
        }
    }
    return false;
}

/* As nearly no word has.                                                                                       */
static bool has_strange_letter(const char *s, int n)
{
    for (const char *end = s + n; s < end;)
        if (!is_vietnamese(utf8_next(&s)))
            return true;
    return false;
}

static bool is_misread(const char *s, int n)
{
    static const char *const telltale[] = { "áº", "á»", "Æ°", "Æ¡", "Ä‘", "Ä\xC2\x90" };
    for (int i = 0; i < LENGTH(telltale); i++) {
        const char *at = memmem(s, (size_t)n, telltale[i], strlen(telltale[i]));
        if (at && (i > 1 || (at + 4 < s + n && (at[4] & 0x80)) || at[4] == '\xE2'))
            return true;
    }
    return false;
}

struct old_words { const char *first; int different; bool certain; };

/* µm, N·m: units with a sign that old fonts have a letter at.                                                  */
static bool is_unit(const char *s, int n) { return starts(s, "µ") || (n == 4 && starts(s, "N·m")); }

/* Reports the passage's first when `tell`; else counts what the whole document has.                             */
static void old_words_in(struct check *c, const struct passage *p, struct old_words *seen, bool tell)
{
    struct word w;
    const char *was = "";
    int n = 0, place = 0;
    for (int at = 0; next_old_word(p->text, &at, &w);) {
        int letters = 0, size = w.to - w.from;
        if (!has_strange_letter(p->text + w.from, size))
            continue;
        bool misread = is_misread(p->text + w.from, size);
        const char *word = misread ? "" : old_font_word(c->arena, p->text + w.from, size, &letters);
        if (!word || is_unit(p->text + w.from, size))
            continue;
        if (!seen->first || strncmp(seen->first, p->text + w.from, (size_t)size) != 0)
            seen->different++;
        seen->first = seen->first ? seen->first : p->text + w.from;
        seen->certain |= misread || letters > 1;
        if (n++ == 0) {
            place = w.from;
            was = *word ? arena_format(c->arena, W("«%.*s» là «%s» của phông cũ", "'%.*s' is '%s' in a legacy font"), size, p->text + w.from, word)
                        : arena_format(c->arena, W("«%.*s»: UTF-8 bị đọc sai bảng mã", "'%.*s': misread UTF-8"), size, p->text + w.from);
        }
    }
    if (n && tell)
        fault_word(c, p, place, "%s%s", was, places(c, n));
}

/* One word alone, of one strange letter, may be a foreign name: more are none.                                  */
enum check_state rule_t3(struct check *c)
{
    enum check_state no;
    const struct passages *all = passages_of(c);
    struct old_words seen = { 0 };
    if (!any_text(c, &no))
        return no;
    for (int tell = 0; tell < 2; tell++)
        for (int i = 0; i < all->n && (!tell || seen.different > 1 || seen.certain); i++)
            old_words_in(c, &all->at[i], &seen, tell);
    return done(c, "%s", W("không có", "none"));
}

/* ---- T4 ---------------------------------------------------------------------------------------------------- */

static bool is_eth(uint32_t cp) { return cp == 0xD0 || cp == 0xF0 || cp == 0x189; }

/* Greek letters drawn as Latin ones; μ, Ω, Δ stand in units and formulas by right.                               */
static bool is_greek_twin(uint32_t cp)
{
    return cp > 0x390 && cp < 0x3C3 && strchr("\x91\x92\x95\x96\x97\x99\x9A\x9C\x9D\x9F\xA1\xA4\xA5\xA7\xBF", (int)(cp & 0xFF));
}

static bool is_alien(uint32_t cp)
{
    return (cp >= 0x400 && cp < 0x530) || is_greek_twin(cp) || (cp >= 0xFF21 && cp <= 0xFF5A) || (cp >= 0x1D400 && cp < 0x1D800);
}

/* ð in place of đ: what it would be is a syllable, or capitals (QÐ).                                             */
static bool is_written_with_eth(struct check *c, const char *s, int n)
{
    struct buf word = buf_in(c->arena);
    bool capitals = true;
    for (const char *end = s + n; s < end;) {
        uint32_t cp = utf8_next(&s);
        char to[4];
        capitals &= utf8_is_upper(cp);
        buf_bytes(&word, to, utf8_put(is_eth(cp) ? 0x111 : cp, to));
    }
    struct syllable read;
    const char *lower = utf8_fold(c->arena, buf_text(&word));
    return capitals || syllable_read(lower, (int)strlen(lower), &read);
}

static const char *twin_in(struct check *c, const char *s, int n)
{
    uint32_t alien = 0;
    bool latin = false, eth = false;
    for (const char *at = s; at < s + n;) {
        uint32_t cp = utf8_next(&at);
        latin |= is_vietnamese(cp);
        eth |= is_eth(cp);
        alien = is_alien(cp) ? cp : alien;
    }
    if (eth && is_written_with_eth(c, s, n))
        return W("chữ eth (ð, Ð) ở chỗ của đ", "the letter eth (ð, Ð) in place of đ");
    if (!alien || (!latin && alien < 0xFF00))
        return "";
    char letter[5] = { 0 };
    utf8_put(alien, letter);
    const char *of = alien >= 0x1D400 ? W("ký hiệu toán", "mathematical") : alien >= 0xFF00 ? W("rộng gấp đôi", "double width")
                   : alien >= 0x400 ? W("Kirin", "Cyrillic") : W("Hy Lạp", "Greek");
    return arena_format(c->arena, W("có chữ %s %s (U+%04X)", "has the letter %s, %s (U+%04X)"), c->en ? letter : of, c->en ? of : letter, (unsigned)alien);
}

enum check_state rule_t4(struct check *c)
{
    enum check_state no;
    const struct passages *all = passages_of(c);
    if (!any_text(c, &no))
        return no;
    for (int i = 0; i < all->n; i++) {
        const struct passage *p = &all->at[i];
        struct word w;
        for (int at = 0; word_next(p->text, &at, &w);) {
            const char *wrong = twin_in(c, p->text + w.from, w.to - w.from);
            if (*wrong)
                fault_word(c, p, w.from, W("«%.*s» %s", "'%.*s' %s"), w.to - w.from, p->text + w.from, wrong);
        }
    }
    return done(c, "%s", W("không có", "none"));
}
