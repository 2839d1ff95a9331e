#include "base/log.h"

#include "base/buf.h"

#include <errno.h>

#define MESSAGE_ROW(name, level, vi, vi_hint, en, en_hint) \
    { #name, SEVERITY_##level, { vi, en }, { vi_hint, en_hint } },
const struct message_row messages[MESSAGE_COUNT] = { MESSAGES(MESSAGE_ROW) };

enum { WORD_MOST = 2000 };       /* bytes; a stranger's file may hold words of megabytes        */

static void put_word(struct buf *b, const char *word)
{
    size_t n = strnlen(word, WORD_MOST + 1);
    if (n <= WORD_MOST) {
        buf_str(b, word);
        return;
    }
    for (n = WORD_MOST; n && (word[n] & 0xC0) == 0x80;)
        n--;
    buf_bytes(b, word, (int)n);
    buf_str(b, "…");
}

/* {1} becomes the first word, {{ a brace.                                      */
static const char *fill(struct arena *a, const char *text, const char *const *words)
{
    int n = 0;
    while (words[n])
        n++;
    struct buf b = buf_in(a);
    for (const char *s = text; *s; s++) {
        bool brace = (s[0] == '{' || s[0] == '}') && s[1] == s[0];
        if (s[0] == '{' && s[1] >= '1' && s[1] <= '9' && s[2] == '}') {
            if (s[1] - '1' < n)
                put_word(&b, words[s[1] - '1']);
            s += 2;
        } else {
            buf_char(&b, *s);
            s += brace;
        }
    }
    return buf_text(&b);
}

static bool same_place(struct pos a, struct pos b)
{
    return a.src == b.src && a.offset == b.offset;
}

static bool same_file(const char *a, const char *b) { return a && b ? strcmp(a, b) == 0 : a == b; }

static bool was_said(const struct log *log, const struct log_message *m)
{
    for (int i = 0; i < log->n; i++) {
        const struct log_message *old = &log->message[i];
        if (old->id == m->id && same_place(old->at, m->at) && same_place(old->wanted, m->wanted) &&
            same_file(old->file, m->file) && strcmp(old->text, m->text) == 0)
            return true;
    }
    return false;
}

static void keep(struct log *log, struct log_message m)
{
    if (log->strict && m.severity == SEVERITY_WARNING)
        m.severity = SEVERITY_ERROR;
    log->faults += m.severity == SEVERITY_ERROR;
    if (log->n < MAX_MESSAGES && was_said(log, &m))
        return;
    log->errors += m.severity == SEVERITY_ERROR;
    log->warnings += m.severity == SEVERITY_WARNING;
    if (log->n >= MAX_MESSAGES) {
        log->dropped++; /* counted, told by log_flush */
        int i = m.severity == SEVERITY_ERROR ? 0 : log->n;
        while (i < log->n && log->message[i].severity == SEVERITY_ERROR)
            i++;
        if (i < log->n)
            log->message[i] = m; /* an error is never crowded out by warnings */
        return;
    }
    log->message = arena_grow(log->arena, log->message, log->n + 1, &log->room, sizeof(m));
    log->message[log->n++] = m;
}

void log_say(struct log *log, enum message id, struct pos at, struct pos wanted,
             const char *const *words)
{
    if (log->level[id] == LEVEL_OFF)
        return;
    keep(log, (struct log_message){
                  .id = id,
                  .code = messages[id].code,
                  .severity = log->level[id] ? (enum severity)(log->level[id] - 1) : messages[id].severity,
                  .at = at,
                  .wanted = wanted,
                  .text = fill(log->arena, messages[id].text[log->lang], words),
                  .hint = fill(log->arena, messages[id].hint[log->lang], words),
              });
}

void log_say_file(struct log *log, enum message id, const char *file, const char *word)
{
    const char *const words[] = { word, NULL };
    keep(log, (struct log_message){
                  .id = id,
                  .code = messages[id].code,
                  .severity = messages[id].severity,
                  .file = arena_string(log->arena, file),
                  .text = fill(log->arena, messages[id].text[log->lang], words),
                  .hint = fill(log->arena, messages[id].hint[log->lang], words),
              });
}

void log_set_level(struct log *log, enum message id, int level)
{
    if (messages[id].severity != SEVERITY_ERROR)
        log->level[id] = (signed char)level;
}

void log_reset_levels(struct log *log) { memset(log->level, 0, sizeof(log->level)); }

void log_begin(struct log *log)
{
    *log = (struct log){ .arena = log->arena, .lang = log->lang, .strict = log->strict, .limits = log->limits, .deadline = log->deadline,
                         .sink = log->sink, .user = log->user };
}

void log_say_own(struct log *log, struct log_message m)
{
    m.id = MESSAGE_COUNT;
    keep(log, m);
}

struct log log_apart(const struct log *log)
{
    struct log apart = { .arena = log->arena, .lang = log->lang, .strict = log->strict, .limits = log->limits, .deadline = log->deadline, .user = log->user };
    memcpy(apart.level, log->level, sizeof(apart.level));
    return apart;
}

void log_soften(struct log *log)
{
    for (int i = 0; i < log->n; i++)
        if (log->message[i].severity == SEVERITY_ERROR)
            log->message[i].severity = SEVERITY_WARNING;
    log->warnings += log->errors;
    log->errors = 0;
}

void log_keep_between(struct log *log, const struct source *src, int from, int to, bool inside)
{
    int kept = 0;
    for (int i = 0; i < log->n; i++) {
        const struct log_message m = log->message[i];
        if ((m.at.src == src && m.at.offset >= from && m.at.offset < to) == inside) {
            log->message[kept++] = m;
            continue;
        }
        log->errors -= m.severity == SEVERITY_ERROR;
        log->warnings -= m.severity == SEVERITY_WARNING;
    }
    log->n = kept;
}

void log_take(struct log *log, const struct log *from)
{
    int errors = from->errors, warnings = from->warnings; /* of those that it dropped */
    for (int i = 0; i < from->n; i++) {
        errors -= from->message[i].severity == SEVERITY_ERROR;
        warnings -= from->message[i].severity == SEVERITY_WARNING;
        keep(log, from->message[i]);
    }
    log->errors += errors;
    log->warnings += warnings;
    log->dropped += from->dropped;
}

/* Files in the order in which they were first spoken of, then by place.        */
static int file_rank(const struct log *log, const struct source *src)
{
    for (int i = 0; i < log->n; i++)
        if (log->message[i].at.src == src)
            return i;
    return log->n;
}

static bool before(const struct log_message *a, const struct log_message *b)
{
    return a->at.src == b->at.src && a->at.offset < b->at.offset;
}

/* Insertion sort: it is stable, and there are at most MAX_MESSAGES.            */
static void sort(struct log *log, int *order)
{
    for (int i = 0; i < log->n; i++) {
        int rank = file_rank(log, log->message[i].at.src), j = i;
        for (; j > 0; j--) {
            const struct log_message *other = &log->message[order[j - 1]];
            int other_rank = file_rank(log, other->at.src);
            if (other_rank < rank || (other_rank == rank && !before(&log->message[i], other)))
                break;
            order[j] = order[j - 1];
        }
        order[j] = i;
    }
}

static void tell_dropped(struct log *log)
{
    const char *const words[] = { arena_format(log->arena, "%d", log->dropped), NULL };
    enum message id = MSG_MESSAGES_MORE;
    struct log_message m = { .id = id, .code = messages[id].code, .severity = messages[id].severity };
    m.text = fill(log->arena, messages[id].text[log->lang], words);
    m.hint = fill(log->arena, messages[id].hint[log->lang], words);
    log->sink(log->user, &m);
}

void log_flush(struct log *log)
{
    int order[MAX_MESSAGES];
    sort(log, order);
    for (int i = 0; i < log->n && log->sink; i++)
        log->sink(log->user, &log->message[order[i]]);
    if (log->dropped && log->sink)
        tell_dropped(log);
    log->n = log->room = log->dropped = 0;
    log->message = NULL;
}

const char *log_errno(const struct log *log, int error)
{
#define FILE_ERROR_ROW(number, vi, en) { number, vi, en },
    static const struct { int number; const char *vi, *en; } rows[] = { FILE_ERRORS(FILE_ERROR_ROW) };
    for (int i = 0; i < LENGTH(rows); i++)
        if (rows[i].number == error)
            return log_word(log, rows[i].vi, rows[i].en);
    return strerror(error);
}

const char *log_word(const struct log *log, const char *vi, const char *en)
{
    return log->lang == LANG_EN ? en : vi;
}

const char *log_fill(const struct log *log, const char *text, const char *const *words)
{
    return fill(log->arena, text, words);
}
