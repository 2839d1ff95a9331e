/* site.h - what the files of preview share. One thread: server, files and children are looked after in turn by
 * preview.c. Nothing that users have written is read as XML here; children do that.
 *
 * The files stand in the order in which they call: each knows those above it here, and none below. What one that
 * stands higher is to do next is left in the site (stale, due, news, scan_due) and found there in the next turn.  */
#ifndef PREVIEW_SITE_H
#define PREVIEW_SITE_H

#include "base/log.h"
#include "preview/preview.h"
#include "report/report.h"

#include <stdint.h>
#include <sys/types.h>

enum { TOKEN_CHARS = 32, HASH_CHARS = 16, MOST_CHILDREN = 2, MOST_ENTRIES = 2000, MOST_PAIRS = 8, MOST_RECORDS = 100 };

/* A page, or the style sheet of its fonts, known by a hash of its bytes; look: of all but its data-*, which
 * change with every line that is added before it.                                                       */
struct leaf { char hash[HASH_CHARS + 1], look[HASH_CHARS + 1]; char kind; char *bytes; size_t size; };
enum { LEAF_PAGE = 'p', LEAF_STYLE = 's', LEAF_REPORT = 'r', /* the pages are all there               */
       LEAF_WORDS = 'w', LEAF_FINDINGS = 'f' }; /* what is not waited for                           */

struct leaves { struct leaf *leaf; int n, room; };

struct generation {              /* a rendering that was good                                        */
    int id;                      /* of the site; 0: there is none                                     */
    struct leaves leaves;
    json_object *good;           /* what it said: title, pages, fonts                                 */
    char *words;                 /* diff_keep's, when they have come                                   */
    bool ended;                  /* nothing comes any more                                            */
    bool measured;               /* its findings have come, or will not                                */
};

struct watched { int folder; char *name; }; /* a file, by its folder's watch                            */

enum view_kind { VIEW_PAGES, VIEW_CARD, VIEWS }; /* all pages; the first, with its fonts inside, for the gallery */

struct child;

struct view {                    /* one way in which a document is shown                               */
    int revision, made;          /* 0: nothing is known yet, or any more; how often it was made         */
    bool stale;                  /* a file has changed                                               */
    double due;                  /* when it is to be made again                                      */
    double asked;                /* when somebody last looked                                         */
    struct child *child;         /* that is at it                                                    */
    struct generation now, before; /* the last one, and the last that looked otherwise, to compare with; a
                                  * browser may still be reading it, too                                */
    json_object *last;           /* what the last one said: status, messages                          */
    struct child *late;          /* that has sent its pages and is at what comes behind them             */
    json_object *findings;       /* of the decree's rules, on the pages of `measured`                     */
    int measured;                /* a revision; 0: none                                               */
};

struct entry {
    char *path, *name, *label;   /* as it is opened; as it is shown, alone and as one of several          */
    struct entry *first;         /* of the same file: this is another of its documents; NULL: the first     */
    int record;                  /* which of them; 0: the first, or what was asked for                     */
    int records;                 /* of the first: how many there are; 0: not known                         */
    char *template_path;         /* NULL: by type                                                    */
    char *inside;                /* the real folder that it may not lie outside of; NULL: it was named    */
    bool gone;                   /* from its folder                                                  */
    int changes;                 /* of its files: the gallery asks for its card again                   */
    struct view view[VIEWS];
    struct watched *watched;
    int n_watched;
};

struct pair {                    /* two documents that somebody compares                              */
    struct entry *e[2];          /* NULL: no pair                                                     */
    bool before;                 /* one document: what it was before it was saved, and now               */
    int revision, made;
    double asked;
    struct child *child;
    int of[2], seen[2];          /* generations that are compared; revisions of the views when it was told   */
    json_object *good[2];        /* what these generations said                                        */
    json_object *diff;           /* NULL: there is none yet                                           */
    bool failed;
};

struct child {
    pid_t pid;                   /* 0: there is none                                                 */
    int pipe;
    struct entry *entry;         /* NULL: nobody wants it any more, or its pages have come                */
    enum view_kind kind;
    struct view *late;           /* whose pages have come                                             */
    int generation;              /* they are                                                        */
    struct pair *pair;           /* that it compares                                                 */
    double until;
    char *in;
    size_t have, room;
    struct leaves leaves;
};

struct site {
    const struct preview_options *o;
    struct vb_options options;   /* of renderings: their messages go to the page                       */
    struct arena arena;
    struct log log;
    struct vb *warm;             /* fonts are loaded: forked children have them                          */
    json_object *told;           /* in a child: its messages                                          */
    struct entry **entry;
    int n_entries, shelf;        /* shelf: revision of the list                                        */
    double scan_due;
    struct child child[MOST_CHILDREN];
    struct pair pair[MOST_PAIRS];
    int generations;
    bool news;                   /* browsers that wait are to look again: the server tells them               */
    int inotify;
    char **folder;               /* by watch: inotify counts from 1                                    */
    int n_folders;
    bool *is_shelf;              /* it was given: new files in it are new entries                        */
    struct MHD_Daemon *daemon;
    int port;
    char token[TOKEN_CHARS + 1];
};

double site_now(void);           /* seconds                                                           */

/* file.c                                                                                            */
enum root { ROOT_NONE, ROOT_DATA, ROOT_TEMPLATE };
struct dirent;
enum root file_root(const char *path);
int file_is_xml(const struct dirent *entry);
char *file_joined(const char *folder, const char *name); /* to be freed, as the next one                 */
char *file_template(const char *data);           /* the one beside it, or NULL                            */

/* leaf.c */
void leaves_add(struct leaves *l, char kind, const char *bytes, size_t size); /* copied                  */
void leaves_free(struct leaves *l);
void leaves_forget(struct site *s);
const struct generation *generation_of(const struct pair *p, int side); /* that are compared, or are to be    */
void generation_free(struct generation *g);
void generation_next(struct site *s, struct view *v, struct leaves *leaves, json_object *report); /* takes the leaves */

/* watch.c */
bool watch_open(struct site *s);
int watch_folder(struct site *s, const char *folder); /* its watch, or -1                                     */
void watch_files(struct site *s, struct entry *e);
void watch_hear(struct site *s);

/* shelf.c: the documents.                                                                           */
int shelf_open(struct site *s);                  /* VB_DONE, or VB_REJECTED                               */
void shelf_scan(struct site *s);                 /* folders again                                        */
void shelf_records(struct site *s, struct entry *e, int n); /* its file holds n documents: each is an entry       */
bool shelf_allows(const struct entry *e, const char *path); /* a link does not lead outside                */
bool shelf_is_file_of(const struct entry *e, const char *path); /* one that its last renderings named       */
void shelf_free(struct site *s);

/* pipe.c: in a child, as the next two.                                                                 */
int child_begin(const struct site *s, int pipe, pid_t parent); /* its limits; its own end of the pipe         */
void child_send(int pipe, char kind, const void *bytes, size_t n);

/* late.c: when the pages have gone; and what compares two of them, which never returns.                   */
void late_send(struct vb *v, int pipe);
_Noreturn void child_compare(struct site *s, const struct pair *p, int pipe, pid_t parent);

/* child.c: draws them; never returns.                                                                  */
_Noreturn void child_run(struct site *s, const struct entry *e, enum view_kind kind, int pipe, pid_t parent);

/* pair.c: the comparisons.                                                                           */
struct pair *pair_want(struct site *s, struct entry *a, struct entry *b); /* b NULL: a before and now; NULL: too many at work */
void pair_take(struct pair *p);                  /* these generations are compared now                        */
void pair_settle(struct site *s, struct pair *p, json_object *diff); /* takes it; NULL: there is none       */
void pair_publish(struct site *s, struct pair *p);
bool pair_is_told(const struct pair *p);         /* nothing is new in its views                               */
void pairs_close(struct site *s);

/* hear.c: what children send.                                                                        */
void work_hear(struct site *s, struct child *c);
void work_end_late(struct site *s);
void work_give_up(struct site *s, struct child *c);
bool work_has_words(const struct child *c);      /* of the pages that have come                          */

/* work.c: the children, from outside.                                                                */
bool work_start_due(struct site *s);             /* there is news                                    */
double work_next(const struct site *s);          /* when something is due; INFINITY: nothing                 */
void work_want(struct entry *e, enum view_kind kind); /* somebody looks                                  */
void work_close(struct site *s);

/* asset.c: the page's own files.                                                                        */
struct asset { const char *name, *type, *bytes, *end; }; /* end NULL: it ends with a zero               */
const struct asset *asset_find(const char *name); /* "" is the page itself; NULL: none                         */

/* answers.c: what pages ask for, as JSON; the caller's.                                                  */
json_object *answer_list(const struct site *s);
json_object *answer_view(const struct site *s, const struct entry *e, enum view_kind kind);
json_object *answer_findings(const struct entry *e);
json_object *answer_pair(const struct site *s, const struct pair *p);
json_object *answer_source(const struct entry *e, const char *file, int line); /* NULL: no file of it           */
const char *answer_font(const struct site *s, const char *id); /* its path, or NULL                          */

/* server.c */
int server_open(struct site *s);
int server_poll_fd(const struct site *s);
double server_next(const struct site *s);
void server_run(struct site *s);
void server_close(struct site *s);

/* browser.c */
void browser_open(const char *url);

#endif
