/* batch.h - many documents in one run: an appendix for every commune of one data set, or a folder of
 * documents. Files are made by worker processes; each is whole or not there; what became of every
 * record stands in a manifest.
 *
 *     FOLDER/NAME.pdf                     the documents
 *     FOLDER/manifest.jsonl, .csv         a line a record, in their order (manifest.h); of a shard
 *                                         manifest-K-of-N
 *     FOLDER/manifest.log                 when, and how long each took: the one file that two runs of
 *                                         the same data do not make alike
 *     FOLDER/manifest.*.journal           the lines of a run that goes on, or was killed             */
#ifndef BATCH_BATCH_H
#define BATCH_BATCH_H

#include "vanban.h"

#include <stdio.h>

struct batch_options {
    struct vb_options vb;        /* of every document; the sink also gets the messages of the run as a whole */
    const char *const *paths;    /* data sets, or documents                                    */
    int n_paths;
    const char *const *templates; /* each makes a file of a record; none: by the document's type  */
    int n_templates;
    const char *const *names;    /* patterns of the files' names, one for each template, or none   */
    int n_names;
    struct vb_selection which;
    const char *folder;
    const struct vb_fence *fence; /* the run and its workers are in the sandbox; NULL: they are not   */
    int jobs;                    /* processes; 0: as many as there are cores                      */
    double limit;                /* seconds a record may take; 0: BATCH_SECONDS                     */
    int shard, shards;           /* the shard-th of so many; 0: all                                */
    bool keep;                   /* leaves alone what earlier runs, ended or killed, have made of the
                                  * same data, template and fonts: --resume, --changed              */
    bool dry;                    /* makes everything and writes nothing                             */
    const char *map;             /* where the signature map of all files goes; NULL: nowhere         */
    const char *merged;          /* one PDF of all that was made, set once more; NULL: none            */
    const char *list, *sheet;    /* the official list as a PDF; what an office uploads, as CSV; NULL: none */
    bool same_place;             /* signatures at the height that most documents can take; all are set twice */
    FILE *progress;              /* NULL: none is shown                                           */
    bool bar;                    /* one line that moves, for a terminal; else a line now and then    */
    bool english;
};

enum { BATCH_SECONDS = 60, BATCH_MOST_JOBS = 256 };

struct batch_result { int records, made, kept, failed, left; long long pages; double seconds; };

/* VB_DONE; VB_FINDINGS: some records failed, or the run was stopped; VB_REJECTED: nothing was written;
 * VB_OUTPUT: the folder cannot be written to, --resume goes on.                                   */
int batch_run(const struct batch_options *o, struct batch_result *result);

/* The manifests of all shards made into FOLDER/manifest.jsonl and .csv, as one run would have written
 * them. VB_REJECTED: records are missing, or two lines of one record differ; nothing is written.     */
int manifest_merge(const struct vb_options *options, const char *const *path, int n, const char *folder, struct batch_result *result);

#endif
