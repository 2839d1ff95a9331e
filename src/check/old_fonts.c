/* old_fonts.c - words typed for fonts from before Unicode, TCVN3 (.VnTime) and VNI (VNI-Times), and UTF-8 that
 * was read as Latin-1: by the codes that stand in them, and only where what they mean is a Vietnamese syllable. */
#include "check/text.h"

/* TCVN 5712:1993, VN3: codes A1 to FE; a blank is none of it.                                                  */
static const char *const tcvn3[] = {
    "Ă", "Â", "Ê", "Ô", "Ơ", "Ư", "Đ", "ă", "â", "ê", "ô", "ơ", "", "đ", "", "", "", "", "", "",     /* A1 - B4 */
    "à", "ả", "ã", "á", "ạ", "", "ằ", "ẳ", "ẵ", "ắ", "", "", "", "", "", "", "", "ặ", "ầ", "ẩ",      /* B5 - C8 */
    "ẫ", "ấ", "ậ", "è", "", "ẻ", "ẽ", "é", "ẹ", "ề", "ể", "ễ", "ế", "ệ", "ì", "ỉ", "", "", "", "ĩ",  /* C9 - DC */
    "í", "ị", "ò", "", "ỏ", "õ", "ó", "ọ", "ồ", "ổ", "ỗ", "ố", "ộ", "ờ", "ở", "ỡ", "ớ", "ợ", "ù", "", /* DD - F0 */
    "ủ", "ũ", "ú", "ụ", "ừ", "ử", "ữ", "ứ", "ự", "ỳ", "ỷ", "ỹ", "ý", "ỵ",                             /* F1 - FE */
};

/* ư (AD) is what Unicode has as the soft hyphen: T2 tells of that one.                                          */
static const char *from_tcvn3(struct arena *a, const char *s, const char *end)
{
    struct buf text = buf_in(a);
    while (s < end) {
        uint32_t cp = utf8_next(&s);
        const char *to = cp == 0xAD ? "ư" : cp >= 0xA1 && cp <= 0xFE ? tcvn3[cp - 0xA1] : "";
        if (cp < 0x80)
            buf_char(&text, (char)cp);
        else if (*to)
            buf_bytes(&text, to, (int)strlen(to));
        else
            return NULL;
    }
    return buf_text(&text);
}

/* VNI: a mark's code stands behind its vowel; these are letters by themselves.                                   */
static const struct { uint32_t cp; const char *letter; } vni_letters[] = {
    { 0xF4, "ơ" }, { 0xF6, "ư" }, { 0xF1, "đ" }, { 0xED, "í" }, { 0xEC, "ì" }, { 0xE6, "ỉ" }, { 0xF3, "ĩ" }, { 0xF2, "ị" }, { 0xEE, "ỵ" },
};
static const struct { uint32_t cp; const char *a, *e, *o; int tone; } vni_marks[] = {
    { 0xF8, "a", "e", "o", 1 }, { 0xFB, "a", "e", "o", 2 }, { 0xF5, "a", "e", "o", 3 }, { 0xF9, "a", "e", "o", 4 }, { 0xEF, "a", "e", "o", 5 },
    { 0xE2, "â", "ê", "ô", 0 }, { 0xE0, "â", "ê", "ô", 1 }, { 0xE5, "â", "ê", "ô", 2 }, { 0xE3, "â", "ê", "ô", 3 }, { 0xE1, "â", "ê", "ô", 4 },
    { 0xE4, "â", "ê", "ô", 5 }, { 0xEA, "ă", "", "", 0 }, { 0xE8, "ă", "", "", 1 }, { 0xFA, "ă", "", "", 2 }, { 0xFC, "ă", "", "", 3 },
    { 0xE9, "ă", "", "", 4 }, { 0xEB, "ă", "", "", 5 },
};

static int vni_vowel(const char *base, uint32_t mark, char *to)
{
    for (int i = 0; i < LENGTH(vni_marks); i++)
        if (vni_marks[i].cp == mark) {
            const char *with = *base == 'a' ? vni_marks[i].a : *base == 'e' ? vni_marks[i].e : *base == 'o' ? vni_marks[i].o : i < 5 ? base : "";
            return *with ? vowel_put(with, vni_marks[i].tone, to) : 0;
        }
    return 0;
}

static const char *from_vni(struct arena *a, const char *s, const char *end)
{
    struct buf text = buf_in(a);
    while (s < end) {
        char base[5] = { 0 }, to[4];
        uint32_t cp = utf8_next(&s);
        utf8_put(cp, base);
        bool known = cp < 0x80;
        for (int i = 0; i < LENGTH(vni_letters); i++)
            if (cp == vni_letters[i].cp) {
                snprintf(base, sizeof(base), "%s", vni_letters[i].letter);
                known = true;
            }
        if (!known)
            return NULL;
        const char *behind = s;
        int n = s < end && strstr("a e o u y ơ ư", base) ? vni_vowel(base, utf8_next(&behind), to) : 0;
        if (n) {
            buf_bytes(&text, to, n);
            s = behind;
        } else {
            buf_bytes(&text, base, (int)strlen(base));
        }
    }
    return buf_text(&text);
}

static bool is_syllable(struct arena *a, const char *word)
{
    struct syllable read;
    const char *lower = word ? utf8_fold(a, word) : "";
    return *lower && syllable_read(lower, (int)strlen(lower), &read);
}

const char *old_font_word(struct arena *a, const char *s, int n, int *letters)
{
    const char *end = s + n;
    *letters = 0;
    for (const char *at = s; at < end;)
        *letters += !is_vietnamese(utf8_next(&at));
    if (!*letters)
        return NULL;
    const char *word = from_tcvn3(a, s, end);
    if (is_syllable(a, word) && !memmem(s, (size_t)n, "o\xC3\xA4", 3)) /* oä: VNI's ộ sooner than coọng */
        return word;
    const char *lower = utf8_fold(a, arena_copy(a, s, (size_t)n));
    word = from_vni(a, lower, lower + strlen(lower));
    return is_syllable(a, word) ? word : NULL;
}
