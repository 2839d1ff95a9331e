#include "base/words.h"

#include "base/buf.h"

bool words_have(const struct words *words, const char *word)
{
    for (int i = 0; i < words->n; i++)
        if (same_word(words->word[i], word))
            return true;
    return false;
}

void words_add(struct arena *a, struct words *words, const char *word)
{
    if (words_have(words, word))
        return;
    words->word = arena_grow(a, (void *)words->word, words->n + 1, &words->room, sizeof(*words->word));
    words->word[words->n++] = word;
}

const char *next_word(const char *list, int *n)
{
    list += strspn(list, " \t\r\n");
    *n = (int)strcspn(list, " \t\r\n");
    return *n ? list : NULL;
}

bool has_word(const char *list, const char *word)
{
    size_t size = strlen(word);
    int n;
    for (const char *w = list; (w = next_word(w, &n)); w += n)
        if ((size_t)n == size && memcmp(w, word, size) == 0)
            return true;
    return false;
}

const char *words_folded(struct arena *a, const char *text)
{
    struct buf b = buf_in(a);
    for (size_t n; *(text += strspn(text, " \t\r\n")); text += n) {
        n = strcspn(text, " \t\r\n");
        if (b.size)
            buf_char(&b, ' ');
        buf_bytes(&b, text, (int)n);
    }
    return buf_text(&b);
}
