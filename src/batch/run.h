/* run.h - what a run holds, for the files of this folder that do its parts.                          */
#ifndef BATCH_RUN_H
#define BATCH_RUN_H

#include "base/log.h"
#include "batch/batch.h"
#include "batch/known.h"
#include "batch/manifest.h"
#include "batch/pool.h"
#include "batch/progress.h"

#include <signal.h>

enum { MOST_TEMPLATES = 8 };

enum { MOST_CODES = 64, MOST_TOLD = 256 };
struct often { char code[48]; int records, last; }; /* of how many records a code was said, and the last of them */

enum work_status { WORK_MADE, WORK_KEPT, WORK_FAILED, WORK_NO_ROOM }; /* NO_ROOM: the folder takes no more */

struct maker {                   /* what makes one file of a record                                 */
    struct vb *v;
    struct vb_options options;
    const char *template_path;   /* NULL: by the document's type                                     */
    const char *name;            /* a worker's: of the file at hand, without ending; v's              */
};

struct run {
    const struct batch_options *o;
    struct arena arena;
    struct log log;              /* of the run as a whole                                            */
    struct maker maker[MOST_TEMPLATES];
    int n_makers;
    struct vb_collection *items;
    int n;                       /* records of all shards                                            */
    const char *folder, *stem;
    struct often often[MOST_CODES]; /* in the first pass                                              */
    int n_often;
    uint64_t told[MOST_TOLD];    /* what was reported there: templates of one run may share a fault */
    int n_told;
    bool unequal;                /* a control total is wrong                                           */
    struct known *known;         /* NULL: nothing is kept                                             */
    struct journal journal;
    FILE *times;                 /* manifest.log                                                      */
    int jobs;
    double limit;
    struct vb_stand *stand;      /* of every file of every record; NULL: heights are not looked at    */
    double height[MOST_TEMPLATES]; /* of the signatures of each template's files; 0: as it comes      */
    int next;                    /* record to be given out                                            */
    bool full;                   /* the folder takes no more: it has been said                        */
    struct batch_result *result;
    struct progress progress;
    json_object *messages;       /* of the record at hand: a worker's, or lost with its worker         */
    struct vb_place at;          /* the place of that record                                            */
    struct given *given;         /* names of all files, sorted, where several templates give them; NULL: one does */
    int n_given;
    bool no_room;                /* a worker's: a file could not be written                             */
};

/* work.c: pool's do_job; run is the struct run.                                                        */
void work_record(void *run, struct pool_answer *answer);
/* The line of a record whose worker died: the parent's.                                                 */
json_object *work_lost(struct run *run, int record, int status, int detail);

/* stop.c: SIGINT and SIGTERM let the records at hand end.                                             */
struct run_signals { struct sigaction on_int, on_term; };
void run_catch_signals(struct run_signals *before);
void run_leave_signals(const struct run_signals *before);
bool run_interrupted(void);
void run_stop(struct run *run, const char *path, int error); /* the folder takes no more                  */
int run_end(struct run *run, bool good); /* end.c: the exit status; good: workers could be had           */

/* own.c: names are compared that one template's first pass has not: of several templates; of the parts of
 * what is set (a worker's; said of the record); of the lists.                                                  */
bool own_names(struct run *run);
bool own_has(const struct run *run, const char *name);
bool own_parts(struct run *run, const struct maker *m);
bool own_lists(struct run *run);

/* stand.c: --same-place. Measures all records and chooses; false: no workers. Sets what maker k has bound. */
bool stand_choose(struct run *run);
bool stand_set(struct run *run, int k, int record);

/* tell.c: what the run found, to its sink; at the end what was said of its records.                     */
void run_tell(void *run, const struct log_message *m);
void run_tell_first(void *run, const struct vb_message *m);  /* the sink of the first pass             */
void run_tell_more(struct run *run);  /* what it kept to itself                                         */
void run_tell_record(const struct run *run, json_object *line); /* all that was said of it             */
void run_tell_records(struct run *run, const struct manifest_lines *lines);

#endif
