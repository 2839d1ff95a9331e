#include "check/signer.h"

static bool is_name(const struct pages *pages, const struct mark *m)
{
    const char *role = m->kind == MARK_TEXT ? pages->elements[m->element].role : NULL;
    return role && strcmp(role, "o7b") == 0;
}

static int count_in(const struct mark *m, const struct mark *name)
{
    int n = 0;
    const char *s = m->text.s, *end = s + m->text.n;
    for (; m->kind == MARK_TEXT && s < end; n++) {
        s = memmem(s, (size_t)(end - s), name->text.s, (size_t)name->text.n);
        if (!s)
            break;
        s += name->text.n;
    }
    return n;
}

static int count(const struct pages *pages, const struct mark *name)
{
    int n = 0;
    for (int i = 0; i < pages->n; i++)
        for (int j = 0; j < pages->page[i].n; j++)
            n += count_in(&pages->page[i].marks[j], name);
    return n;
}

void check_signers(struct log *log, const struct pages *pages)
{
    for (int i = 0; i < pages->n; i++)
        for (int j = 0; j < pages->page[i].n; j++) {
            const struct mark *m = &pages->page[i].marks[j];
            int n = is_name(pages, m) ? count(pages, m) : 0;
            if (n > 1)
                say(log, MSG_NAME_TWICE, m->data, arena_copy(log->arena, m->text.s, (size_t)m->text.n),
                    arena_format(log->arena, "%d", n));
        }
}
