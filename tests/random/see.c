/* see.c - what must be true of every document that has been set.                                 */
#include "random/random.h"

#include <stdio.h>
#include <stdlib.h>

static void fault(struct made *m, const char *what, int at)
{
    if (!m->fault) {
        m->fault = what;
        m->at = at;
    }
}

static bool is_artifact(const struct pages *p, const struct mark *mark) { return p->elements[mark->element].kind == ELEMENT_ARTIFACT; }

static void see_word(struct made *m, const char *word, int page)
{
    int n = (int)strtol(word + 1, NULL, 10);
    if (*word == 'w') {
        m->seen[n]++;
        m->text_page[n] = page;
    } else if (*word == 'm') {
        m->mark_page[n] = page;
    } else if (*word == 'n' && !m->note_page[n]) {
        m->note_page[n] = page;
    }
}

static void see_page(struct made *m, const struct pages *p, int index)
{
    const struct page *page = &p->page[index];
    len notes = page->notes ? page->height - page->bottom - page->notes + PT(0.5) : LEN_MAX;
    for (int i = 0; i < page->n; i++) {
        const struct mark *k = &page->marks[i];
        bool rule = k->kind == MARK_RULE;
        len top = rule ? k->y : k->y - PT(8), bottom = rule ? k->y + k->rule.height : k->y + PT(2), slack = PT(0.5);
        if (k->x < page->left - slack || k->x + k->width > page->width - page->right + slack)
            fault(m, "sticks out at a side", index + 1);
        if (top < page->top - slack || bottom > page->height - page->bottom + slack)
            fault(m, "sticks out above or below", index + 1);
        if (bottom > notes && (rule || k->text.s[0] != 'n'))
            fault(m, "runs into the notes", index + 1);
        if (rule || is_artifact(p, k))
            continue;
        char text[2000];
        snprintf(text, sizeof(text), "%.*s", k->text.n, k->text.s);
        char *rest = NULL;
        for (char *word = strtok_r(text, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
            see_word(m, word, index + 1);
    }
}

/* The last text of a page that is not of a note.                                                   */
static void see_foot(struct made *m, const struct pages *p, int index)
{
    const struct page *page = &p->page[index];
    const struct mark *last = NULL;
    bool more = false;
    for (int i = 0; i < page->n; i++) {
        const struct mark *k = &page->marks[i];
        if (k->kind == MARK_TEXT && k->text.s[0] == 'w')
            last = k;
        if (k->kind == MARK_RULE && k->width != PT(50)) /* a row without words, not the rule of the notes */
            last = NULL;
    }
    for (int i = index + 1; i < p->n; i++)
        more = more || p->page[i].n;
    if (last && more && page->end != END_SECTION && page->end != END_FORCED && p->elements[last->element].kind == ELEMENT_H)
        fault(m, "a heading at a foot", index + 1);
}

/* Lines of text on the page of the end, above it.                                                  */
static void see_end(struct made *m, const struct pages *p)
{
    int index = m->end_word >= 0 ? m->text_page[m->end_word] - 1 : -1, lines = 0;
    len y = -1;
    for (int i = 0; index > 0 && i < p->page[index].n; i++) {
        const struct mark *k = &p->page[index].marks[i];
        if (k->kind != MARK_TEXT || k->text.s[0] != 'w')
            continue;
        if (strtol(k->text.s + 1, NULL, 10) >= m->end_word)
            break;
        lines += k->y != y;
        y = k->y;
    }
    if (index > 0 && lines < 2)
        fault(m, "the end stands alone", index + 1);
}

static void see(struct made *m, const struct pages *p)
{
    for (int i = 0; i < p->n; i++) {
        see_page(m, p, i);
        see_foot(m, p, i);
    }
    for (int i = 0; i < m->words; i++) {
        if (m->seen[i] != 1)
            fault(m, m->seen[i] ? "a word stands twice" : "a word is lost", i);
        if (i && !m->in_table[i] && !m->in_table[i - 1] && m->text_page[i] < m->text_page[i - 1])
            fault(m, "a word stands before the one before it", i);
    }
    for (int i = 0; i < m->notes; i++) {
        if (!m->note_page[i] || !m->mark_page[i])
            fault(m, "a note is lost", i);
        else if (m->note_page[i] != m->mark_page[i])
            fault(m, "a note begins on another page than its mark", i);
    }
    see_end(m, p);
}

/* What is told is not done in silence: a note that finds no room with its mark, a block that is torn. */
static void forgive_what_is_told(struct made *m)
{
    for (int i = 0; i < m->f.log.n; i++)
        if (m->f.log.message[i].id == MSG_NOTE_LATE)
            m->fault = m->fault && strstr(m->fault, "another page") ? NULL : m->fault;
        else if (m->f.log.message[i].id == MSG_KEEP_BROKEN || m->f.log.message[i].id == MSG_BLOCK_TOO_TALL)
            m->fault = m->fault && (strstr(m->fault, "foot") || strstr(m->fault, "alone")) ? NULL : m->fault;
}

struct pages *made_see(struct made *m)
{
    struct pages *p = fake_set(&m->f);
    if (p)
        see(m, p);
    forgive_what_is_told(m);
    if (!p && m->f.log.errors == 0)
        fault(m, "no pages, and nothing is said", 0);
    return p;
}
