/* log.h - messages about the user's files.
 *
 * Work goes on after a complaint, so that a person sees all faults in one run;
 * whoever needs sound input asks log_errors() before the next stage. Messages
 * are kept until log_flush, which hands them to the sink in the order of the
 * files, not of the program; one said twice of one place is said once.         */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/arena.h"
#include "base/limits.h"
#include "base/messages.h"
#include "base/source.h"

#define NOWHERE ((struct pos){ NULL, 0 })

struct log_message {
    enum message id;             /* MESSAGE_COUNT: a template's own                */
    const char *code;
    enum severity severity;      /* a warning is an error under `strict`           */
    struct pos at;               /* the data, or whatever is at fault          */
    struct pos wanted;           /* the template's word that requires it       */
    const char *file;            /* when there is no place: the file as a whole */
    const char *text, *hint;     /* in the log's language                      */
};

typedef void log_sink(void *user, const struct log_message *m);

struct log {
    struct arena *arena;
    enum lang lang;
    bool strict;
    const struct limits *limits; /* NULL: as in the table                         */
    double deadline;             /* by the clock of log_now; 0: none               */
    unsigned looked;             /* at the clock                                  */
    bool late;                   /* it was behind the deadline                    */
    log_sink *sink;
    void *user;
    int errors, warnings;
    int faults;                  /* errors, those too that were said before of their place */
    signed char level[MESSAGE_COUNT]; /* 0: the table's; severity + 1; LEVEL_OFF    */
    struct log_message *message;
    int n, room, dropped;
};

/* say(log, MSG_X, at, "words", ...): the words are {1}, {2}, {3}.              */
#define say(log, id, at, ...) \
    log_say((log), (id), (at), NOWHERE, (const char *const[]){ __VA_ARGS__, NULL })
#define say_wanted(log, id, at, wanted, ...) \
    log_say((log), (id), (at), (wanted), (const char *const[]){ __VA_ARGS__, NULL })

void log_say(struct log *log, enum message id, struct pos at, struct pos wanted,
             const char *const *words);
enum { LEVEL_OFF = -1 };
void log_reset_levels(struct log *log);
void log_begin(struct log *log); /* of what nothing has been said, with the table's levels   */
/* Of the warnings and notes of the program from now on, as a template wants them; errors stay. */
void log_set_level(struct log *log, enum message id, int level);
/* A message that is not in messages.h: a template's own finding.                 */
void log_say_own(struct log *log, struct log_message m);
void log_say_file(struct log *log, enum message id, const char *file, const char *word);
/* An empty log in the same arena, in the same language and at the same levels; its messages can be looked at
 * before the other takes them.                                                      */
struct log log_apart(const struct log *log);
void log_soften(struct log *log); /* its errors are warnings                        */
/* Keeps what stands in the source between two places, or else what does not.        */
void log_keep_between(struct log *log, const struct source *src, int from, int to, bool inside);
/* All messages of another log of this arena.                                     */
void log_take(struct log *log, const struct log *from);
void log_flush(struct log *log); /* the counts stay                             */

/* A limit of base.h is reached: "64 columns". One of limits.h: the same, and how it is moved.   */
void say_too_large(struct log *log, struct pos at, int limit, const char *vi, const char *en);
void say_limit(struct log *log, enum limit limit, struct pos at);
void say_file_limit(struct log *log, const char *file); /* of LIMIT_BYTES                   */
static inline int64_t log_limit(const struct log *log, enum limit limit) { return limit_of(log->limits, limit); }
const char *limit_text(const struct log *log, enum limit limit); /* "64 MB", "5.000"       */

/* LIMIT_SECONDS begins. log_is_late is asked wherever a template may go on without end: when it holds
 * all loops end. When no object of a library is in anybody's hands any more, log_end_late sends control
 * where a want of memory goes; then nothing but the time is reported.                        */
void log_start_clock(struct log *log);
bool log_is_late(struct log *log);
void log_end_late(struct log *log);

/* The step is over. Until then, and for a second after its time, clock_is_overdue is false; it may be asked in a
 * signal's handler, on the thread of the step: nothing that a library does in there asks log_is_late.          */
void log_stop_clock(void);
bool clock_is_overdue(int64_t *seconds);

/* errno in the user's language.                                                 */
const char *log_errno(const struct log *log, int error);

/* The word in the language of the log.                                         */
const char *log_word(const struct log *log, const char *vi, const char *en);

/* The sentence for it, with words filled in as in a message; in the log's arena.  */
#define log_sentence(log, vi, en, ...) log_fill((log), log_word((log), (vi), (en)), (const char *const[]){ __VA_ARGS__, NULL })
const char *log_fill(const struct log *log, const char *text, const char *const *words);

/* "; did you mean <name>?" for the nearest of names, or "".                    */
enum { MOST_NAMES = 1000 };      /* that are compared: a template has some hundreds          */
const char *did_you_mean(struct log *log, const char *word, const char *const *names, int n);

/* The same where the word may well be right: a slip of the finger away, or "".     */
const char *did_you_mistype(struct log *log, const char *word, const char *const *names, int n);

/* For a file that is not there (ENOENT), in its folder; below root, unless that is NULL.   */
const char *did_you_mean_file(struct log *log, const char *root, const char *path, int error);
/* The errno, and that.                                                             */
const char *log_why(struct log *log, const char *root, const char *path, int error);

#endif
