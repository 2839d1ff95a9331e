/* tally.c - elements and attributes are counted before libxml2 sees a byte: it compares every attribute
 * of an element with every other, and makes a tree of whatever there is.                     */
#include "read/xml/fault.h"

static bool reached(struct xml_tally *t, enum limit limit, int64_t at)
{
    t->limit = limit;
    t->at = at;
    return false;
}

/* What has begun, by its first letter behind the <. The other end tags are passed over as text.      */
static bool begin(struct xml_tally *t, char letter, int64_t at)
{
    bool tag = letter != '/' && letter != '?' && letter != '!';
    t->in = tag ? TALLY_TAG : letter == '?' ? TALLY_PI : letter == '!' ? TALLY_BANG : TALLY_TEXT;
    t->n_attributes = t->matched = 0;
    t->begun = at;
    if (t->in != TALLY_TEXT && ++t->n_nodes > limit_of(t->limits, LIMIT_NODES) && !t->pieces)
        return reached(t, LIMIT_NODES, at);
    return true;
}

static bool in_tag(struct xml_tally *t, char c)
{
    if (t->quote)
        t->quote = c == t->quote ? 0 : t->quote;
    else if (c == '"' || c == '\'')
        t->quote = c;
    else if (c == '>')
        t->in = TALLY_TEXT;
    return c != '=' || t->quote || ++t->n_attributes <= limit_of(t->limits, LIMIT_ATTRIBUTES) || reached(t, LIMIT_ATTRIBUTES, t->begun);
}

/* A comment and a CDATA section tell themselves by what follows the !.                          */
static void after_bang(struct xml_tally *t, char c)
{
    t->in = c == '-' ? TALLY_COMMENT : c == '[' ? TALLY_CDATA : TALLY_TAG;
}

/* "?>", "-->", "]]>": c ends what is begun when `needed` of its mark stand before it.              */
static void until(struct xml_tally *t, char c, char mark, int needed)
{
    if (c == '>' && t->matched >= needed)
        t->in = TALLY_TEXT;
    t->matched = c == mark ? t->matched + 1 : 0;
}

static bool step(struct xml_tally *t, char c, int64_t at)
{
    switch (t->in) {
    case TALLY_LESS: return begin(t, c, at - 1) && (t->in != TALLY_TAG || in_tag(t, c));
    case TALLY_TAG: return in_tag(t, c);
    case TALLY_PI: return until(t, c, '?', 1), true;
    case TALLY_BANG: return after_bang(t, c), true;
    case TALLY_COMMENT: return until(t, c, '-', 2), true;
    case TALLY_CDATA: return until(t, c, ']', 2), true;
    default: return true;
    }
}

bool xml_tally(struct xml_tally *t, const char *bytes, int n)
{
    bool good = true;
    for (int i = 0; i < n && good; i++) {
        if (t->in == TALLY_TEXT) {
            const char *less = memchr(bytes + i, '<', (size_t)(n - i));
            if (!less)
                break;
            i = (int)(less - bytes);
            t->in = TALLY_LESS;
        } else {
            good = step(t, bytes[i], t->passed + i);
        }
    }
    t->passed += n;
    return good;
}

bool xml_within_limits(struct log *log, const struct source *src)
{
    struct xml_tally t = { .limits = log->limits };
    if (xml_tally(&t, src->text, src->size))
        return true;
    say_limit(log, t.limit, (struct pos){ src, (int)t.at });
    return false;
}
