/* dataset.h - data of any size, gone through twice and never held.
 *
 * The first pass (scan.c) finds where each record stands and what is open around it; an item's
 * text is pieced together from these places whenever it is wanted (pieces.c). What is kept of a
 * record has 24 bytes: there may be millions.                                          */
#ifndef READ_DATASET_H
#define READ_DATASET_H

#include "read/xpath/record.h"
#include "read/csv/csv.h"

#include <sys/stat.h>

#define NO_NUMBER UINT32_MAX

struct selection { const char *each, *where, *sort, *group, *map; bool partial; };

struct data_record {
    int64_t offset;              /* in its file                                           */
    uint32_t size, line;
    uint32_t around;             /* what is open round it                                 */
    uint32_t hash;               /* of its item's name                                    */
};

/* An element that is open where records stand: the bytes from its start tag to its first child on
 * the way to a record. The file as a whole is one too: it has no bytes.                */
struct data_around {
    int64_t offset;
    uint32_t size, line;
    uint32_t up;                 /* NO_NUMBER: this is the file                            */
    uint32_t file;               /* of its bytes; of records that are rows their CSV, and no bytes */
};

struct data_file {
    const char *path;
    struct stat st;              /* as it was in the first pass                           */
    uint32_t *column;            /* letters of the line before each chunk of it            */
    int n_columns, room_columns;
    bool many;                   /* <documents>                                           */
    struct csv *csv;             /* NULL: it is XML                                         */
    uint32_t first, n;           /* of its records                                        */
};

/* A <csv>: its bytes in the file, and what stands in their place where its rows are no records. */
struct data_csv {
    uint32_t file;
    int64_t start, end;
    uint32_t end_line;
    struct pieced *rows;
    struct data_csv *next;
};

/* What was read last of a file. One is for XML, one for CSV: an item may be of both.        */
struct data_window {
    int fd;                      /* -1: none                                              */
    uint32_t file;
    char *bytes;
    int64_t at;
    int n;
};

struct dataset {
    struct arena *arena;
    struct log *log;
    struct templates *templates; /* of the verb at hand                                    */
    const struct bind_options *options;
    struct selection which;
    struct data_file *file;
    struct data_record *record;
    struct data_around *around;
    uint32_t n_files, n_records, n_arounds;
    uint32_t room_records, room_arounds;
    struct each_known *known;    /* scan.c: how records are found, by type                  */
    uint32_t *item;              /* the first record of each; NULL: each record is one       */
    uint32_t *next;              /* of a record's group, or NO_NUMBER; NULL: no groups       */
    uint32_t n_items;
    bool several;                /* files are given                                       */
    bool cut;                    /* with `partial`: what stands behind a fault was left out   */
    struct data_window window[2];
    const char *csv_given;       /* with `map`: the CSV at hand                             */
    struct data_csv *csvs, **csvs_end;
};

enum { CHUNK = 64 << 10 };

struct dataset *dataset_new(struct arena *a, struct log *log, const struct selection *which);

/* ---- feed.c: the first pass over one file; what is wrong is said                        */
void dataset_scan(struct dataset *d, const char *path);

/* ---- each.c                                                                            */
/* `each` as steps that can be followed without a tree. NULL: it is more than that (said). */
struct each *each_read(struct arena *a, struct log *log, const char *steps, struct pos pos);
bool each_is_document(const struct each *each);
void each_begin(struct each *each);                     /* at the document's start tag      */
bool each_enter(struct each *each, const xmlChar *name); /* is this element a record?        */
void each_leave(struct each *each);

/* ---- index.c                                                                           */
uint32_t dataset_add_file(struct dataset *d, const char *path, const struct stat *st);
uint32_t dataset_add_record(struct dataset *d, struct data_record record);
uint32_t dataset_add_around(struct dataset *d, struct data_around around);
static inline uint32_t dataset_item(const struct dataset *d, uint32_t i) { return d->item ? d->item[i] : i; }
static inline uint32_t dataset_next(const struct dataset *d, uint32_t record) { return d->next ? d->next[record] : NO_NUMBER; }
static inline uint32_t dataset_file(const struct dataset *d, uint32_t record) { return d->around[d->record[record].around].file; }
static inline bool dataset_is_file(const struct dataset *d, uint32_t record) { return d->around[d->record[record].around].up == NO_NUMBER; }
/* The file of the document that it stands in: of a row not its own.                          */
uint32_t dataset_home(const struct dataset *d, uint32_t record);
/* The document that it stands in: the same number for all of its records; NO_NUMBER: it is one.  */
uint32_t dataset_document(const struct dataset *d, uint32_t record);

/* ---- window.c                                                                          */
/* -1: it was said why not.                                                                */
int dataset_open(struct dataset *d, const char *path, struct stat *st);
/* The bytes of a file, good until the next call. NULL: it is not as it was (said).         */
const char *dataset_bytes(struct dataset *d, uint32_t file, int64_t offset, uint32_t size);
/* Says so when a file of the record has changed.                                           */
bool dataset_is_same(struct dataset *d, uint32_t record);

/* The bytes that could be read; fewer at the file's end.                                   */
int64_t dataset_read(int fd, char *to, int64_t n, int64_t at);
/* False: the file is not as it was (said).                                                 */
bool dataset_copy(struct dataset *d, uint32_t file, char *to, int64_t offset, uint32_t size);

/* ---- pieces.c: an item's text                                                            */

struct item_text {
    const struct source *src;    /* NULL: it cannot be read, or is too large (said)         */
    int *record, n;              /* where its records begin in it                          */
    int end;                     /* behind the last                                       */
    bool whole;                  /* the record is the file                                */
};
enum { WITH_AROUND = 1, WITH_RECORD = 2, WITH_GROUP = 4 }; /* what is open round it, with its end tags; itself; the others */
/* `in_place`: XML in place of the records, or NULL.                                         */
struct item_text dataset_text(struct dataset *d, struct arena *a, uint32_t record, int with, const char *in_place);

/* ---- places.c                                                                          */
/* A text of these pieces; without seams it is the file as it stands.                       */
const struct source *dataset_source(struct dataset *d, struct arena *a, uint32_t file, struct pieced *of);
/* A place of the file, for a message: of what stands there.                                */
struct pos dataset_pos(struct dataset *d, struct arena *a, uint32_t file, int64_t offset, uint32_t line);
/* With so many bytes of the file behind it, at most a chunk.                                */
struct pos dataset_pos_with(struct dataset *d, struct arena *a, uint32_t file, int64_t offset, uint32_t line, int most);
/* Of a text that will not last as long as the message.                                     */
struct pos dataset_kept_pos(struct dataset *d, struct arena *a, uint32_t file, struct pos pos);
struct pos dataset_record_pos(struct dataset *d, struct arena *a, uint32_t record);
/* Words of the command line, as a file of their own: "--where".                             */
struct pos dataset_option_pos(struct arena *a, const char *option, const char *words);

/* ---- item.c: an item's tree, with what stands around it                                  */
struct item_tree { xmlNode *document; xmlNode **record; int n; };
/* False: it is no XML any more (said). The tree is the arena's.                             */
bool item_parse(struct arena *a, struct log *log, const struct item_text *text, struct item_tree *tree);

struct record item_record(struct arena *a, struct template *t, const struct item_tree *tree);

/* ---- glance.c: one record after the other as a tree, for expressions alone. Trees, templates and
 * XPath's own state stay warm.                                                            */
struct glance;
struct env;
struct glance *glance_new(struct dataset *d, struct arena *a);
/* NULL: it cannot be read, or its template has faults (said). group: with all its records.    */
struct env *glance_at(struct glance *g, uint32_t record, bool group);
/* The arena of what is computed of the record at hand.                                     */
struct arena *glance_arena(struct glance *g);

/* ---- what is done with all of them; what is wrong is said                                 */
void dataset_select(struct dataset *d); /* select.c: where, sort, group                     */
void dataset_check(struct dataset *d, bool needs); /* around.c: what is wrong around the records; with what the
                                         * template needs alone                             */
/* What stands around an item's records, with this XML in their place. Of an item that is a document for itself
 * what documents of one office have in common: who issues and signs it, where, when, to whom.  */
struct item_text dataset_frame(struct dataset *d, struct arena *a, uint32_t item, const char *xml);
bool dataset_has_name(const struct dataset *d, const char *name);
void dataset_name(struct dataset *d);   /* names.c: names that are none, or there twice; control totals */
/* The name that its template's `file` gives to item i, else that of its data's file, numbered if it holds
 * several; NULL: there is none (said).                                                      */
const char *dataset_name_of(const struct dataset *d, struct env *env, uint32_t i);
/* The same, from a context of its own.                                                     */
const char *item_name(struct dataset *d, struct arena *a, const struct record *r, uint32_t i);

/* ---- totals.c: what the templates' control totals are compared with                        */
struct totals;
struct totals *totals_new(struct dataset *d);
bool totals_add(struct totals *t, struct env *env, uint32_t record); /* in the order of the file; false: the template has none */
void totals_end(struct totals *t);

#endif
