/* test_align.c - longest common subsequences: what is in both lists, against a table of all pairs.   */
#include "diff/align.h"

#include "cases.h"

struct pair_of { const char *name, *a, *b; int common; };

static const struct pair_of rows[] = {
    { "both empty", "", "", 0 },
    { "one empty", "abc", "", 0 },
    { "equal", "abcabc", "abcabc", 6 },
    { "nothing in common", "aaaa", "bbbbb", 0 },
    { "one changed", "abcde", "abXde", 4 },
    { "one added", "abcde", "abcXde", 5 },
    { "one removed", "abcde", "abde", 4 },
    { "at the start", "Xabcde", "abcde", 5 },
    { "at the end", "abcde", "abcdeXY", 5 },
    { "Myers' own", "abcabba", "cbabac", 4 },
    { "two swapped", "abcdef", "abdcef", 5 },
    { "one in all", "x", "aaaaxaaaa", 1 },
    { "repeated", "abababab", "babababa", 7 },
};

static void spell(const char *s, int *to)
{
    for (int i = 0; s[i]; i++)
        to[i] = s[i];
}

static int most_common(const int *a, int n, const int *b, int m)
{
    int *table = calloc((size_t)(n + 1) * (size_t)(m + 1), sizeof(int));
    for (int i = n - 1; i >= 0; i--)
        for (int k = m - 1; k >= 0; k--) {
            int right = table[i * (m + 1) + k + 1], below = table[(i + 1) * (m + 1) + k];
            table[i * (m + 1) + k] = a[i] == b[k] ? 1 + table[(i + 1) * (m + 1) + k + 1] : right > below ? right : below;
        }
    int most = table[0];
    free(table);
    return most;
}

/* Partners are equal, each other's, and in order. How many there are. */
static int pairs(const int *a, int n, const int *b, int m)
{
    struct arena arena = { 0 };
    struct items one = items_new(&arena, n), other = items_new(&arena, m);
    memcpy(one.id, a, (size_t)n * sizeof(int));
    memcpy(other.id, b, (size_t)m * sizeof(int));
    align(&arena, one, other);
    const int *to_b = one.partner, *to_a = other.partner;
    int count = 0, last = -1;
    for (int i = 0; i < n; i++)
        if (to_b[i] != ALONE) {
            assert_int_equal(a[i], b[to_b[i]]);
            assert_int_equal(to_a[to_b[i]], i);
            assert_true(to_b[i] > last);
            last = to_b[i];
            count++;
        }
    for (int i = 0; i < m; i++)
        assert_true(to_a[i] == ALONE || to_b[to_a[i]] == i);
    arena_free(&arena);
    return count;
}

static void check(void **state)
{
    const struct pair_of *row = *state;
    int a[32], b[32], n = (int)strlen(row->a), m = (int)strlen(row->b);
    spell(row->a, a);
    spell(row->b, b);
    assert_int_equal(pairs(a, n, b, m), row->common);
    assert_int_equal(pairs(b, m, a, n), row->common);
}

static void random_lists(void **state)
{
    (void)state;
    unsigned seed = 7;
    for (int round = 0; round < 3000; round++) {
        int a[60], b[60], n = round % 60, m = round * 7 % 60, letters = 2 + round % 9;
        for (int i = 0; i < n; i++)
            a[i] = (int)((seed = seed * 1103515245 + 12345) >> 16) % letters;
        for (int i = 0; i < m; i++)
            b[i] = (int)((seed = seed * 1103515245 + 12345) >> 16) % letters;
        assert_int_equal(pairs(a, n, b, m), most_common(a, n, b, m));
    }
}

/* Two hundred thousand items that differ everywhere: an answer, and soon. */
static void strangers(void **state)
{
    (void)state;
    enum { MANY = 200000 };
    int *a = calloc(MANY, sizeof(int)), *b = calloc(MANY, sizeof(int));
    for (int i = 0; i < MANY; i++) {
        a[i] = i % 7 ? 2 * i : i % 100;
        b[i] = i % 11 ? 2 * i + 1 : i % 90;
    }
    assert_true(pairs(a, MANY, b, MANY) > 0);
    free(a);
    free(b);
}

int main(void)
{
    struct cases cases = { 0 };
    CASES(&cases, rows, check);
    CASE(&cases, random_lists);
    CASE(&cases, strangers);
    return cases_run(&cases, "align");
}
