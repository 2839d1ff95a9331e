/* patterns.c - regular expressions: each is compiled once for all documents of a file.                      */
#include "check/check.h"

static void drop_pattern(void *compiled) { regfree(compiled); }

static regex_t *pattern_of(struct check *c, const char *pattern)
{
    struct patterns *known = c->patterns;
    int i = 0;
    while (i < MOST_PATTERNS - 1 && known->pattern[i] && known->pattern[i] != pattern)
        i++;
    if (!known->compiled[i] || known->pattern[i] != pattern) {
        regex_t *r = NEW(c->arena, regex_t);
        if (regcomp(r, pattern, REG_EXTENDED) != 0)
            arena_no_memory(c->arena);
        arena_own(c->arena, drop_pattern, r);
        known->pattern[i] = pattern;
        known->compiled[i] = r;
    }
    return known->compiled[i];
}

bool matches(struct check *c, const char *pattern, const char *text, regmatch_t *group)
{
    return regexec(pattern_of(c, pattern), text, group ? MOST_GROUPS : 0, group, 0) == 0;
}

const char *group_text(struct check *c, const char *text, regmatch_t g)
{
    return g.rm_so < 0 ? "" : arena_copy(c->arena, text + g.rm_so, (size_t)(g.rm_eo - g.rm_so));
}
