/* syllables.c - Vietnamese syllables: which letters and rimes there are, and where a tone stands.          */
#include "check/text.h"

static const char *const vowels[] = { "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
                                      "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ" };

static const char *const initials[] = { "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ",
                                        "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "" };

static const char rimes[] =
    " a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh"
    " êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm"
    " oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc"
    " uê uêch uênh ui um un ung uơ up ut uy uya uych uynh uyên uyêt uyt uyu uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ươc ươi"
    " ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêt yêu yêng ";

/* Of each code point: 6 times its vowel and its tone, and 1.                                                  */
enum { FIRST = 0xC0, LAST = 0x1EF9 };
static int vowel_of(uint32_t cp)
{
    if (cp < 0x80 && !strchr("aeiouy", (int)cp))
        return 0;
    if (cp < 'a' || cp > LAST || (cp > 'z' && cp < FIRST) || (cp > 0x1B0 && cp < 0x1EA0))
        return 0;
    for (int v = 0; v < LENGTH(vowels); v++)
        for (const char *s = vowels[v], *from = s; *s;) {
            int tone = utf8_letters(from, (int)(s - from));
            if (utf8_next(&s) == cp)
                return 6 * v + tone + 1;
        }
    return 0;
}

/* All of U+1EA0 to U+1EF9 are; of Latin-1's letters these, small and capital.                                  */
bool is_vietnamese(uint32_t cp)
{
    static const char latin[] = "\x00\x01\x02\x03\x08\x09\x0A\x0C\x0D\x12\x13\x14\x15\x19\x1A\x1D";
    static const uint16_t more[] = { 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0 };
    if (cp < 0x80)
        return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
    if (cp >= 0xC0 && cp < 0x100)
        return memchr(latin, (int)(cp & 0x1F), sizeof(latin) - 1) != NULL;
    if (cp >= 0x1EA0)
        return cp <= LAST;
    for (int i = 0; i < LENGTH(more); i++)
        if (cp == more[i])
            return true;
    return false;
}

int vowel_put(const char *base, int tone, char *to)
{
    for (int v = 0; v < LENGTH(vowels); v++)
        if (strncmp(vowels[v], base, strlen(base)) == 0) {
            const char *s = vowels[v];
            uint32_t cp = utf8_next(&s);
            for (int i = 0; i < tone; i++)
                cp = utf8_next(&s);
            return utf8_put(cp, to);
        }
    return 0;
}

/* The letters without their tone; false where there are two tones, or a letter that is none.                   */
static bool take_tone(const char *s, int n, char *plain, size_t size, struct syllable *to, int *first_toned)
{
    size_t k = 0;
    int letter = 0;
    for (const char *end = s + n; s < end; letter++) {
        const char *from = s;
        uint32_t cp = utf8_next(&s);
        int v = vowel_of(cp), tone = v ? (v - 1) % 6 : 0;
        if (k + 4 > size || (!v && cp != 0x111 && (cp < 'a' || cp > 'z')) || (tone && to->tone))
            return false;
        if (tone) {
            to->tone = tone;
            *first_toned = letter;
        }
        const char *base = v ? vowels[(v - 1) / 6] : from;
        const char *behind = base;
        utf8_next(&behind);
        memcpy(plain + k, base, (size_t)(behind - base));
        k += (size_t)(behind - base);
    }
    plain[k] = '\0';
    return letter > 0;
}

bool syllable_read(const char *s, int n, struct syllable *to)
{
    char plain[32], look[24];
    int toned = 0;
    *to = (struct syllable){ .tone = NO_TONE, .tone_at = -1 };
    if (n > 24 || !take_tone(s, n, plain, sizeof(plain), to, &toned))
        return false;
    for (int i = 0; i < LENGTH(initials); i++) {
        size_t m = strlen(initials[i]);
        if (strncmp(plain, initials[i], m) != 0 || !plain[m] || strlen(plain + m) >= sizeof(to->rime))
            continue;
        snprintf(look, sizeof(look), " %s ", plain + m);
        if (!strstr(rimes, look))
            continue;
        snprintf(to->initial, sizeof(to->initial), "%s", initials[i]);
        snprintf(to->rime, sizeof(to->rime), "%s", plain + m);
        to->letters = utf8_letters(to->rime, (int)strlen(to->rime));
        to->tone_at = to->tone ? toned - utf8_letters(plain, (int)m) : -1;
        return true;
    }
    return false;
}
