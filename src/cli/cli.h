/* cli.h - the command line: tables of commands and options, which parsing, help and "did you
 * mean" come from, and every sentence of them in both languages. Of ours it knows base/, vanban.h,
 * and what is built on it alone: report/, batch/, html/, diff/, preview/.                     */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "batch/batch.h"
#include "vanban.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CLI_VI, CLI_EN };
enum { MOST_GIVEN = 8 };         /* templates of one run                                       */

struct request {                 /* what a command line asks for                             */
    int lang;                    /* CLI_VI, CLI_EN                                           */
    char **files;                /* of check                                                 */
    int n_files;
    const char *data, *template_path, *output, *mode, *stage, *map;
    int record;
    enum vb_standard standard;
    bool strict, quiet, timings, help, json, explain, split, force;
    bool sarif, all, data_only, rules, wary; /* of check; wary: a warning is told of even in quiet */
    const char *slip;            /* of check: its findings as a document                      */
    struct json_object *log;     /* of check: SARIF                                            */
    enum vb_boxes boxes;
    enum vb_length length;
    const char *templates[MOST_GIVEN], *names[MOST_GIVEN]; /* of batch: one file of a record each     */
    int n_templates, n_names;
    struct batch_options batch;  /* what is batch's own                                        */
    const char *shard;
    int port;                    /* of preview; 0: any                                        */
    bool no_browser;
    const char *template_b;      /* of diff, preview; NULL: both have the one                   */
    const char *against, *html, *svg, *png; /* of preview                                      */
    FILE *said;                  /* where messages go                                        */
    FILE *explained;             /* and reasons, and what was written                         */
    struct vb_setting *settings;
    int n_settings;
    struct vb_setting *limits;
    int n_limits;
    bool list_limits, sandbox, best_effort;
    char *home;
};

struct option_row {
    char letter;                 /* 0: none                                                  */
    const char *name;
    const char *value[2];        /* word for its value, or NULL, in each language              */
    const char *choices;         /* "a b c", or NULL: anything; without a word for it, one of
                                  * them may follow: --boxes, --boxes=mm                      */
    const char *help[2];
    bool (*take)(struct request *r, const char *value); /* false: not a good value; NULL: none    */
    const char *listed;          /* by what commands list it, of two rows of one name          */
};

struct command {
    const char *name, *arguments[2], *help[2];
    bool many;                   /* takes several files; "[...]" of its arguments: or none       */
    const char *options;         /* names of the rows it knows, parted by blanks               */
    int (*run)(struct request *r);
};

extern const struct option_row cli_options[];
extern const int cli_n_options;
extern const struct command cli_commands[];
extern const int cli_n_commands;

/* Fills the request; VB_DONE, or VB_USAGE with the reason on stderr.                          */
int cli_parse(const struct command *command, int argc, char **argv, struct request *r);

const struct command *cli_command(const char *name);
bool cli_option_of(const struct command *command, const struct option_row *row);
void cli_help(const struct command *command, int lang, FILE *out); /* NULL: all commands        */
void cli_limits(int lang, FILE *out); /* their table                                             */
int cli_no_command(int lang, const char *word); /* near.c: with the one that was meant         */
const char *cli_near_choice(const char *choices, const char *value, char *room, size_t size);
int cli_no_option(int lang, const struct command *command, const char *word);

/* request.c */
struct vb_options cli_options_of(struct request *r);
void cli_asked(const struct command *command); /* usage tells where its help is           */
int cli_usage(int lang, const char *vi, const char *en, const char *word, const char *near); /* VB_USAGE */
bool cli_ends(const char *path, const char *ending); /* .pdf, .PDF; of a path that may be NULL         */
bool cli_other_ending(const char *path); /* of a file that no program would open as a PDF: .docx  */

/* print.c: messages as people read them. json.c: one object a line, for editors and CI. Both on
 * stderr, those of check on stdout.                                                           */
bool cli_is_wanted(const struct request *r, const struct vb_message *m); /* by --quiet       */
void cli_print(void *user, const struct vb_message *m);
void cli_print_json(void *user, const struct vb_message *m);

void cli_padded(FILE *out, const char *s, int columns); /* letters fill a column, not bytes         */
void cli_show(FILE *out, const char *s);       /* words that may be a stranger's                    */
void cli_print_place(FILE *out, const struct vb_place *p); /* "FILE:1:2: "                       */

/* The reasons of render --explain, likewise.                                                   */
void cli_print_reason(void *user, const struct vb_reason *reason);
void cli_print_reason_json(void *user, const struct vb_reason *reason);

/* A file that was written, as JSON.                                                             */
void cli_print_written_json(struct request *r, const char *path, const struct vb_part *part);

/* render.c */
int cli_render(struct request *r);
int cli_dump(struct request *r);
int cli_schema(struct request *r);
int cli_sample(struct request *r);

/* sandbox.c: with --sandbox nothing but what the command line names is within reach from here on. v NULL: one
 * is opened for it. VB_DONE, or what to end with.                                              */
int cli_enter_sandbox(struct request *r, struct vb *v, const char *output, int steps);
struct roots { char **root; int n; };
void cli_roots(const struct request *r, const char *output, struct roots *read, struct roots *write);
void cli_add_root(struct roots *to, const char *folder);
void cli_drop_roots(struct roots *roots);

/* check.c */
int cli_check(struct request *r);

/* diff.c */
int cli_diff(struct request *r);

/* batch.c */
int cli_batch(struct request *r);
int cli_manifest(struct request *r);

/* end.c: out of memory or time. How that is reported, and that the clock is looked at.            */
void cli_end_begin(int lang, bool json);
_Noreturn void cli_end_program(void);

/* preview.c */
int cli_preview(struct request *r);

#endif
