/* check.h - finished pages against the decree's rules: what all rules share. A rule is a row of
 * rules.c and a function that measures; what it measures are lines, drawn rules and parts that
 * the roles of the page's elements name.                                                     */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "check/layout.h"

#include <regex.h>

/* ---- lines ------------------------------------------------------------------------------- */

struct span {                    /* letters of one look; x0, x1 without blanks at the ends       */
    const char *s;
    int n;
    const struct mark *mark;
    len x0, x1, y, size;
    bool bold, italic, small;    /* small: a note's mark, an index: rules of style are not about it */
    bool note;
};

enum zone {
    ZONE_OTHER, ZONE_NUMBER, ZONE_HEADER, ZONE_ABOUT, ZONE_TITLE, ZONE_ADDRESSEE, ZONE_BODY, ZONE_HEADING, ZONE_END, ZONE_STAMP,
    ZONE_CONTACT, ZONE_NOTE, ZONE_CELL, ZONE_BESIDE, ZONE_ANNEX_HEAD, ZONE_ANNEX, ZONE_COPY, ZONE_COPY_MARK, ZONE_FILE_MARK
};

struct line {
    struct span *span;
    int n, page, element;
    const char *role;            /* "o3", or ""                                                   */
    enum zone zone;
    const char *text, *upper, *lower; /* single blanks; in capitals; in small letters              */
    len x0, x1, y, size;         /* y: the baseline                                               */
    bool bold, italic;           /* all of it                                                     */
    bool capitals;
};

struct line_list { struct line **at; int n, room; };

struct stroke { len x0, y0, x1, y1, thick; int page, element; const struct mark *mark; bool across; };
struct strokes { struct stroke *at; int n, room; };

struct para {                    /* lines of one element                                          */
    struct line_list lines;
    const char *text;
    bool bold, heading;          /* heading: centred lines of their own                            */
    bool apart;                  /* something else stands between it and the one above               */
};

struct table { int page, element; struct strokes rows, columns; struct line_list lines; len x0, y0, x1, y1; };
struct annex { int first, last; struct line_list label, title, reference; };
struct signer_block { struct line_list titles, second; struct line *name; };
struct stamp { struct line *line; const char *kind; bool framed; len x0, y0, x1, y1, thick; };
struct copy { int page; struct line_list lines; struct line *form; struct stroke *rule; len above; };

/* ---- one document of a file ----------------------------------------------------------------- */

enum { MOST_PATTERNS = 160 };
struct passages;                 /* text.h                                                       */
struct patterns { const char *pattern[MOST_PATTERNS]; regex_t *compiled[MOST_PATTERNS]; }; /* of all documents of a file */

struct check {
    struct arena *arena;
    const struct pages *pages;
    const struct doc *doc;
    bool en;
    struct line_list lines;          /* of the document, in the order of reading                       */
    struct strokes strokes;
    int *line_from, *stroke_from; /* of each page, and behind the last                               */
    int first, last, main_last;  /* pages; main_last < first: an appendix alone                     */
    bool issued, annex_file, side_by_side, own_file;
    len left, right, indent, pitch, body_size;
    const char *kind;            /* the type's name in capitals                                     */
    struct line *nation, *motto, *number, *date, *title, *recipients_head;
    struct line_list superior, issuer, numbers, header, about, subject, reference, addressees, body, recipients, contact, copy_marks,
        file_marks, after_end;
    struct stroke *contact_rule;
    struct para *paras;          /* of the text, headings too                                       */
    int n_paras, room_paras, end_page;
    struct table *tables; int n_tables, room_tables;
    struct annex *annexes; int n_annexes, room_annexes;
    struct signer_block *signers; int n_signers, room_signers;
    struct stamp *stamps; int n_stamps, room_stamps;
    struct copy *copies; int n_copies, room_copies;
    const struct passages *passages; /* NULL until a rule asks for them                           */
    const struct rule *rule;     /* that is asked                                                   */
    struct check_verdict *fault;
    int n_faults, room_faults;
    const char *said;            /* what was measured, or why not                                   */
    bool note;                   /* it holds, and is reported all the same                          */
    bool look_unknown;           /* of a foreign PDF: bold or italic, nobody knows                      */
    struct patterns *patterns;
};

#define W(vi, en_) (c->en ? (en_) : (vi))

/* ---- lines.c, parts.c ------------------------------------------------------------------------ */

void lines_read(struct check *c);              /* of pages first .. last                          */
void parts_find(struct check *c);
void furniture_find(struct check *c);          /* furniture.c: tables, stamps, copies               */
void end_find(struct check *c);                /* end_block.c                                      */
void lines_add(struct check *c, struct line_list *to, struct line *line);
struct line *line_join(struct check *c, const struct line_list *pieces); /* of one baseline into one    */
struct line_list lines_whole(struct check *c, const struct line_list *of);    /* the same, of all baselines  */
const char *lines_text(struct check *c, const struct line_list *of);

static inline len line_centre(const struct line *l) { return (l->x0 + l->x1) / 2; }
static inline len line_width(const struct line *l) { return l->x1 - l->x0; }
static inline len line_top(const struct line *l) { return l->y - len_part(l->size, 891); }
static inline len line_bottom(const struct line *l) { return l->y + len_part(l->size, 216); }
/* Indices of a page's lines and strokes: from, and behind the last.                                 */
struct range { int from, to; };
static inline struct range lines_on(const struct check *c, int page)
{
    return (struct range){ c->line_from[page - c->first], c->line_from[page - c->first + 1] };
}
static inline struct range strokes_on(const struct check *c, int page)
{
    return (struct range){ c->stroke_from[page - c->first], c->stroke_from[page - c->first + 1] };
}

static inline len area_centre(const struct check *c) { return (c->left + c->right) / 2; }
static inline const struct page *page_of(const struct check *c, int i) { return &c->pages->page[i]; }
static inline bool is_turned(const struct page *p) { return p->width > p->height; }
static inline len stroke_length(const struct stroke *s) { return s->across ? s->x1 - s->x0 : s->y1 - s->y0; }
static inline len stroke_y(const struct stroke *s) { return (s->y0 + s->y1) / 2; }
static inline double to_mm(int64_t l) { return (double)l * 25.4 / 72000; }
static inline bool within(double v, double low, double high, double off) { return v >= low - off && v <= high + off; }
static inline double mm_abs(double v) { return v < 0 ? -v : v; }
static inline bool is_in_main(const struct check *c, const struct line *l) { return l->page <= c->main_last; }

bool line_has_word(const struct line *l, const char *word);
bool starts(const char *s, const char *with);
bool ends(const char *s, const char *with);

/* furniture.c: the nearest stroke below a line, through its middle; a table's or a frame's is none.              */
struct stroke *stroke_below(struct check *c, const struct line *l, double reach_mm);
bool stroke_is_apart(const struct check *c, const struct stroke *s);

/* ---- patterns.c ------------------------------------------------------------------------------ */

/* Extended regular expression over bytes; group NULL, or n_groups offsets.                          */
enum { MOST_GROUPS = 8 };
bool matches(struct check *c, const char *pattern, const char *text, regmatch_t *group);
const char *group_text(struct check *c, const char *text, regmatch_t g);

/* ---- ways.c: ways to a verdict ---------------------------------------------------------------- */

enum { BOLD = 1, LIGHT = 2, ITALIC = 4, UPRIGHT = 8, CAPITALS = 16, SMALL = 32 };

enum check_state skip(struct check *c, const char *why);
enum check_state unsure(struct check *c, const char *why);
enum check_state done(struct check *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
void fault(struct check *c, const struct line *at, const char *format, ...) __attribute__((format(printf, 3, 4)));
void fault_stroke(struct check *c, const struct stroke *at, const char *format, ...) __attribute__((format(printf, 3, 4)));
void fault_page(struct check *c, int page, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* What of the wanted look a line lacks, "" if nothing; sizes in points, 0: any.                      */
const char *look_wrong(struct check *c, const struct line *l, double low, double high, int look);
const char *sizes_of(struct check *c, const struct line_list *lines);
enum check_state judge_look(struct check *c, const struct line_list *lines, double low, double high, int look);
enum check_state judge_axis(struct check *c, const struct line_list *lines, len axis, double most_mm);
enum check_state judge_spacing(struct check *c, const struct line_list *lines);
enum check_state judge_short_rule(struct check *c, const struct line_list *lines, double reach_mm);
const char *shortly(struct check *c, const char *s, int letters);
struct line_list one_line(struct check *c, struct line *l);
const char *joined(struct check *c, const char *sofar, const char *more, const char *mark);

/* Shared by several chapters: code_rules.c, copy_rules.c.                                            */
struct line *date_line(struct check *c, enum check_state *no);
const char *type_abbreviation(const char *kind);
bool is_abbreviation(const char *group);
bool is_message(struct check *c);
struct stroke *copy_rule(struct check *c, const struct copy *copy);

typedef enum check_state rule_fn(struct check *c);
struct rule {
    enum check_level level;
    bool of_annex_files;
    rule_fn *measure;
    struct check_rule text[2];   /* vi, en                                                           */
    bool of_words;               /* not of the decree's parts: asked of every document                  */
};
extern const struct rule rules[];
extern const int n_rules;

#define R(n, ...) rule_fn rule_##n;
#include "check/rules_page.h"
#include "check/rules_header.h"
#include "check/rules_body.h"
#include "check/rules_end.h"
#undef R
#define T(n, ...) rule_fn rule_t##n;
#include "check/rules_text.h"
#undef T
#define D(n, ...) rule_fn rule_d##n;
#include "check/rules_refs.h"
#undef D

#endif
