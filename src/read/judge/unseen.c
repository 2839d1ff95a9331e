/* unseen.c - what the data says and the document does not: a name, an address, a recipient that
 * no part of the template prints. A template with `each` shows a part of the data by design.   */
#include "read/judge/judge.h"

#include "base/utf8.h"

/* ---- all words of the document, in capitals, when they are asked for ------------------------- */

static void add_blocks(struct buf *out, const struct block *b);

static void add_rows(struct buf *out, const struct row *r)
{
    for (; r; r = r->next)
        for (const struct cell *c = r->cells; c; c = c->next)
            add_blocks(out, c->blocks);
}

static void add_runs(struct buf *out, const struct run *r)
{
    for (; r; r = r->next)
        buf_str(out, r->kind == RUN_BREAK ? " " : r->text ? r->text : "");
    buf_char(out, '\n');
}

static void add_block(struct buf *out, const struct block *b)
{
    switch (b->kind) {
    case BLOCK_PARA:
        add_runs(out, b->para.runs);
        break;
    case BLOCK_TABLE:
        add_rows(out, b->table.rows);
        break;
    case BLOCK_GRID:
        add_rows(out, b->grid.rows);
        break;
    case BLOCK_KEEP:
        add_blocks(out, b->keep.blocks);
        break;
    case BLOCK_FIT:
        add_blocks(out, b->fit.tries[0]);
        break;
    case BLOCK_FIELD:
        add_blocks(out, b->field->blocks);
        break;
    case BLOCK_BOX:
        add_blocks(out, b->box.blocks);
        break;
    default:
        break;
    }
}

static void add_blocks(struct buf *out, const struct block *b)
{
    for (; b; b = b->next)
        add_block(out, b);
}

static const char *all_words(struct env *env)
{
    struct buf out = buf_in(env->arena);
    for (const struct section *s = env->doc->sections; s; s = s->next) {
        add_blocks(&out, s->blocks);
        for (int i = 0; i < 4; i++)
            add_blocks(&out, s->running[i / 2][i % 2].blocks);
    }
    for (const struct note *n = env->doc->notes; n; n = n->next)
        add_blocks(&out, n->blocks);
    return utf8_upper(env->arena, buf_text(&out));
}

/* ---- what is not among them ----------------------------------------------------------------------- */

struct search { struct env *env; const char *words; };

/* Words that went through a function stand on the page all the same.                                 */
static bool stands_there(struct search *s, const xmlNode *node)
{
    if (xml_mark_of(node)->shown)
        return true;
    const char *own = utf8_upper(s->env->arena, xml_plain(s->env->arena, node));
    if (!s->words)
        s->words = all_words(s->env);
    return xml_rule(node)->id == D_OTHER && strstr(s->words, own) != NULL;
}

/* An electronic copy names its office alone, one on paper its signer and recipients too: a copy is
 * seen when its office is.                                                                          */
static bool office_stands_there(struct search *s, const xmlNode *node)
{
    for (const xmlNode *n = xml_first_element(node); n; n = xml_next_element(n)) {
        if (strcmp(xml_name(n), "issuer") == 0)
            return office_stands_there(s, n);
        if (strcmp(xml_name(n), "name") == 0)
            return stands_there(s, n);
    }
    return false;
}

static void visit(struct search *s, const xmlNode *node)
{
    const struct element_rule *rule = xml_rule(node);
    if (!rule || rule->id == D_DATA || (rule->id == D_COPY && office_stands_there(s, node)))
        return;
    bool words = rule->id == D_OTHER && rule->holds && strncmp(rule->holds, "#filled", 7) == 0;
    bool place = rule->id == D_BODY || rule->id == D_APPENDIX;
    if ((words || place) && !stands_there(s, node))
        say(s->env->log, MSG_DATA_UNSEEN, xml_pos(node), xml_name(node), log_word(s->env->log, rule->vi, rule->en));
    for (const xmlNode *n = place || words ? NULL : xml_first_element(node); n; n = xml_next_element(n))
        visit(s, n);
}

/* Neither the template nor the data places it: its author thought of another name.                  */
static void check_slots(struct env *env)
{
    for (const struct slot *s = env->t->slots; s; s = s->next)
        if (s->fresh && !s->used && s->content)
            say(env->log, MSG_SLOT_UNPLACED, s->pos, s->name);
}

void unseen_check(struct env *env)
{
    struct search s = { env, NULL };
    if (!(env->t->each || env->record != env->document) && env->doc->sections)
        visit(&s, env->document);
    check_slots(env);
}
