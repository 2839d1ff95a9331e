/* vanban.h - the one public header: XML data and an XML template in, a Vietnamese
 * administrative document (Decree 30/2020/ND-CP) out.
 *
 *     struct vb_options options = { .home = "/usr/share/vanban", .sink = print, .lang = "vi" };
 *     struct vb *v = vb_open(&options);
 *     int status = vb_read(v, "report.xml", NULL);
 *     if (status == VB_DONE)
 *         status = vb_set(v);
 *     if (status == VB_DONE)
 *         status = vb_write(v, VB_PDF, "report.pdf");
 *     vb_close(v);
 *
 * Every function passes all its messages to the sink before it returns, in the order of
 * the files. On an error nothing is written. All text is UTF-8. A struct vb must be used by
 * one thread at a time.
 *
 * One struct vb can make any number of documents one after the other. Templates and fonts stay
 * loaded; everything else is released by the next vb_read, vb_check, vb_schema or vb_sample. Each
 * document is the same as if it were the only one, whatever came before it. After NO_MEMORY the
 * struct vb can still be used. */
#ifndef VANBAN_H
#define VANBAN_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

#define VB_VERSION "0.1"

/* What the functions return; also the program's exit status.                             */
enum vb_status {
    VB_DONE = 0,                 /* there may have been notes and warnings                */
    VB_FINDINGS = 1,             /* vb_check, vb_check_layout: something was found        */
    VB_REJECTED = 2,             /* errors in data or template; nothing was written       */
    VB_USAGE = 64,
    VB_OUTPUT = 74               /* the output could not be written; no partial file is left */
};

enum vb_severity { VB_NOTE, VB_WARNING, VB_ERROR };

struct vb_place {
    const char *file;            /* NULL: no particular place                             */
    int line, column;            /* from 1, in characters; 0: the file as a whole          */
    const char *line_text;       /* the line itself, line_size bytes, not NUL-terminated   */
    int line_size;
};

struct vb_message {
    enum vb_severity severity;
    const char *code;            /* stable across versions: "DATE_IMPOSSIBLE"             */
    const char *text, *hint;     /* what is wrong; how to fix it                          */
    struct vb_place at;          /* the text at fault                                     */
    struct vb_place wanted;      /* the place in the template that required it            */
};

/* The message is valid only during the call.                                              */
typedef void vb_sink(void *user, const struct vb_message *message);

/* The standard a PDF conforms to (ISO 19005). VB_BY_MODE: PDF/A-2a, or in mode "archive"
 * PDF/A-3a with the data attached, byte for byte, to the first file; both are tagged and also
 * conform to PDF/UA-1. PDF/A-1b on request: PDF 1.4, untagged, without transparency.       */
enum vb_standard { VB_BY_MODE, VB_PDF_A2A, VB_PDF_A3A, VB_PDF_A1B };

struct vb_setting { const char *name, *value; };

enum vb_boxes {
    VB_NO_BOXES,
    VB_BOXES,                    /* outlines around what the template placed, with its role or
                                  * element and its line                                    */
    VB_BOXES_MM                  /* rulers, margins, the decree's box numbers, distances     */
};

struct vb_options {
    const char *home;            /* folder that contains templates/ and fonts/; NULL: where
                                  * `make install` put them                                */
    const char *lang;            /* of messages: "vi" (also NULL) or "en"                  */
    const char *mode;            /* "electronic" (also NULL), "paper", "archive"             */
    enum vb_standard standard;   /* VB_PDF: PDF/A-2a, -3a or -1b                            */
    bool split;                  /* pages that the template marks with <pages file="..."> become
                                  * separate files: parts, see vb_part                      */
    int record;                  /* which of the documents or records in the data, from 1;
                                  * 0: there is only one                                    */
    bool strict;                 /* treat warnings as errors                              */
    bool explain;                /* vb_set collects what vb_explain reports                */
    bool force;                  /* allow overwriting a signed PDF; for vb_sample: any file */
    bool unsynced;               /* do not wait for the disk before renaming files into place:
                                  * when making thousands, sync once at the end            */
    enum vb_boxes boxes;         /* VB_PDF: drawn over the pages; nothing moves             */
    const struct vb_setting *settings; /* override the template's settings and the data's */
    int n_settings;
    const char *name;            /* replaces the template's `file`: {XPath} on the record, as in
                                  * "{vb:pad(position(), 3)}_{@code}.pdf"; position() and last() count
                                  * the items of a collection; NULL: use the template's         */
    const struct vb_setting *limits; /* for untrusted input: names and values that vb_limit_takes accepts      */
    int n_limits;
    vb_sink *sink;
    void *user;
};

/* All limits. Exceeding one gives a message and VB_REJECTED.                               */
struct vb_limit { const char *name; long long value, least, most; const char *about[2]; }; /* value: the default; about: in Vietnamese and English */
int vb_limit_count(void);
struct vb_limit vb_limit(int limit); /* from 0                                               */
bool vb_limit_takes(const char *name, const char *value); /* "64M": K, M, G are powers of 1024 for bytes, of 1000 for counts */

enum vb_form { VB_PDF, VB_DUMP_DOC, VB_DUMP_PAGE, VB_SVG /* one file per page: vb_svg_path */ };

struct vb;

/* The options must stay valid until vb_close. NULL: no memory, or an invalid limit.          */
struct vb *vb_open(const struct vb_options *options);
void vb_close(struct vb *v);

/* The sandbox, for untrusted data and templates. From this call on, the kernel denies this process and
 * everything it forks all files except the built-in templates, the fonts and those named here, and all
 * sockets and programs (Landlock and seccomp; memory, file size and time by setrlimit). It cannot be
 * undone. Call it from a single-threaded program, before vb_read; open anything else you need first.
 * VB_REJECTED: the kernel does not support it (a message says so); what it does support is in force. */
struct vb_fence {
    const char *const *read;     /* files, or folders with everything below them             */
    int n_read;
    const char *const *write;    /* folders where files may be created, replaced, removed and read */
    int n_write;
    bool workers;                /* forking is allowed; each child then calls vb_sandbox_worker */
    bool best_effort;            /* only warn about what the kernel does not support           */
    int steps;                   /* the limit on CPU time: so many times the limit `seconds`; 0: none */
};
int vb_sandbox(struct vb *v, const struct vb_fence *fence);
bool vb_sandbox_worker(void); /* no more forking from here on                                 */

/* Reads data and template and binds them. template_path NULL: chosen by document type.    */
int vb_read(struct vb *v, const char *data, const char *template_path);

/* The same with the data in memory; name is used for it in messages.                      */
int vb_read_memory(struct vb *v, const char *name, const char *data, size_t size, const char *template_path);

/* Many documents: the data may be of any size, is read twice and never held in memory. The first pass
 * finds where each record is and reports everything that prevents the run; then each record is read
 * separately, in any order and in several processes at once (fork after vb_name_items: the children
 * share what was read).
 *
 *     struct vb_collection *c = vb_collect(v, paths, n, NULL, &(struct vb_selection){ 0 });
 *     if (c && vb_name_items(v, c, NULL) == VB_DONE)
 *         for (int i = 0; i < vb_collection_count(c); i++)
 *             if (vb_item(v, c, i, NULL, &item) == VB_DONE && vb_bind(v) == VB_DONE && vb_set(v) == VB_DONE)
 *                 vb_write(v, VB_PDF, path_of(item.name));
 *     vb_collection_free(c);                                                                  */
struct vb_selection {            /* XPath as in templates; $record is the current record      */
    const char *each;            /* path of the records, relative to <document>: names with / // * |;
                                  * NULL: the template's `each`, or else each document is one   */
    const char *where;           /* XPath on the record: only those for which it is true       */
    const char *sort;            /* XPath: numeric if all values are numbers, else by Unicode code point
                                  * (Đ after Z); equal ones keep their order                    */
    const char *group;           /* XPath: records of a document with the same value make one item, in
                                  * the place of the first; $record is all of them               */
    bool partial;                /* if the XML is broken, use what comes before the error        */
    const char *map;             /* the paths are CSV files, and this is the data file whose <csv>
                                  * describes them; NULL: they are data files                   */
};
struct vb_collection;
struct vb_item {                 /* strings are valid until the next vb_item                     */
    const char *name;            /* of its file, without folder and extension                   */
    const void *bytes;           /* the text it was read from                                   */
    size_t size;
    const char *file;            /* where its record is                                         */
    int line;
    const char *setup;           /* 64 hexadecimal digits, the same as long as program version,
                                  * options, template and fonts are the same                    */
};

/* The first pass. NULL: there were errors. Regular files only, not "-". A collection can be used by several
 * struct vb, one at a time, and must live as long as anything read from it is used.           */
struct vb_collection *vb_collect(struct vb *v, const char *const *path, int n, const char *template_path,
                                 const struct vb_selection *which);
int vb_collection_count(const struct vb_collection *c); /* number of documents to make       */
bool vb_collection_is_cut(const struct vb_collection *c); /* with `partial`: something was skipped */
void vb_collection_free(struct vb_collection *c);

/* Does an item have this name, ignoring case? After vb_name_items.                                */
bool vb_collection_has(const struct vb_collection *c, const char *name);

/* File and line of item i; reads nothing.                                                     */
struct vb_place vb_item_place(const struct vb_collection *c, int i);

/* Computes every name and reports invalid and duplicate ones (ignoring case); adds up the template's
 * control totals: CONTROL_EQUAL confirms a match, CONTROL_TOTAL gives the difference.          */
int vb_name_items(struct vb *v, struct vb_collection *c, const char *template_path);

/* Reads item i, from 0, replacing what v held before; vb_bind then binds it, as vb_read would. */
int vb_item(struct vb *v, const struct vb_collection *c, int i, const char *template_path, struct vb_item *item);
int vb_bind(struct vb *v);

/* Reads and binds the document that surrounds the records of the first file, with this XML in place
 * of the records. For documents without records: takes issuer, signers, place, date and recipients of
 * the first document, with this XML as its data.                                             */
int vb_around(struct vb *v, const struct vb_collection *c, const char *xml, const char *template_path);

/* The files besides the data that the bound document was made from: after vb_read templates, pictures and
 * CSVs; after vb_item also fonts, but no CSVs.                                                */
enum vb_input_kind { VB_INPUT_TEMPLATE, VB_INPUT_FONT, VB_INPUT_PICTURE, VB_INPUT_CSV };
struct vb_input { enum vb_input_kind kind; const char *path; };
int vb_input_count(const struct vb *v);
struct vb_input vb_input(const struct vb *v, int i); /* from 0; valid until the next vb_item   */

/* Checks a data file (with its template, without laying out pages) or a template.
 * VB_FINDINGS: errors or warnings were reported.                                           */
int vb_check(struct vb *v, const char *path, const char *template_path);

/* A box in one unit, measured from the edges of the paper.                                    */
struct vb_box { double left, top, bottom, width, height; };

/* The rules: R1 to R120 measure the layout by Decree 30/2020, T check wording and figures, D check
 * references.                                                                                    */
enum vb_level { VB_MUST, VB_TEMPLATE, VB_PRACTICE }; /* stated by the annexes; shown only by the sample forms; custom */
struct vb_rule {
    const char *name;            /* stable: "R5"                                             */
    const char *clause;          /* of the decree, in Vietnamese                              */
    enum vb_level level;
    const char *title, *allowed, *remedy; /* in the requested language                         */
};
int vb_rule_count(void);
struct vb_rule vb_rule(int i, const char *lang); /* from 0                                 */

enum vb_verdict_state { VB_PASS, VB_FINDING, VB_NOT_APPLICABLE, VB_NOT_JUDGED };
struct vb_verdict {
    struct vb_rule rule;
    enum vb_verdict_state state;
    bool note;                   /* passed, but worth knowing, such as a font with the same metrics           */
    const char *measured;        /* for VB_PASS, VB_FINDING; else ""                           */
    const char *why;             /* for VB_NOT_APPLICABLE, VB_NOT_JUDGED; else ""               */
    const char *part;            /* name of the part, see vb_part                              */
    int page;                    /* from 1, in the part; 0: no particular page                 */
    const char *words;           /* text of the line at fault, or ""                           */
    bool placed;                 /* the place at fault is known: mm is set                     */
    struct vb_box mm;
    struct vb_place at, wanted;  /* in the data, in the template                               */
};

/* The verdict is valid only during the call.                                                  */
typedef void vb_verdict_sink(void *user, const struct vb_verdict *verdict);

/* Checks the pages against every rule, after vb_set; each part separately. A rule reports one verdict,
 * or one finding per fault. VB_FINDINGS: a rule of level VB_MUST or VB_TEMPLATE is violated.  */
int vb_check_layout(struct vb *v, vb_verdict_sink *tell, void *user);

/* Reads a PDF made by any program into pages that vb_check_layout can check; used instead of vb_read and
 * vb_set. Text, fonts, sizes and lines are taken from the PDF; what each part is, is recognised by wording and
 * position. vb_word and vb_part work on such pages; they cannot be written. It runs mutool (Debian: mupdf-tools)
 * in a separate process, with limits.                                                                    */
int vb_read_pdf(struct vb *v, const char *path);

/* How many documents or records the data of the last vb_read holds, also when it was refused because
 * options.record did not say which; 0: the data cannot be read.                             */
int vb_record_count(const struct vb *v);

/* Lays out what was read into pages.                                                      */
int vb_set(struct vb *v);

/* The height of the signatures in the main file after vb_set, so that all documents of a batch can have
 * theirs at the same height: from the top of the paper to the first signature box, on `page` (from 1).
 * A block that the template allows to move (<keep same-place="yes">) can move down as far as `lowest_mm`
 * with everything on its page still fitting. False: no signature is in such a block.               */
struct vb_stand { double top_mm, lowest_mm; int page; };
bool vb_stand(const struct vb *v, struct vb_stand *stand);

/* The height that most of the n documents can take, each between top_mm and lowest_mm; of several, the
 * one highest on the page. 0: there is none.                                                      */
double vb_common_place(const struct vb_stand *stand, int n);

/* Like vb_set, but with the signatures at that height, exact to the millipoint; page breaks stay the same
 * and nothing else moves. If they cannot take it they stay where they are and SAME_PLACE is reported;
 * SAME_PLACE_NONE: there are none. vb_stand then gives the resulting height.                      */
int vb_set_at(struct vb *v, double top_mm);

/* Why a page ends where it does, or why a line is loose. The values of `end` and `why` are stable:
 * end: full keep note-split section forced; why: none next lines keep end rule head group
 * total span tall row note edge (a loose line's: none, or tall: what follows is kept whole).  */
enum vb_reason_kind { VB_PAGE_END, VB_LOOSE_LINE };
struct vb_other_end {            /* the page's end one line or row earlier or later          */
    bool possible;
    const char *why;             /* what prevents it, or else what it would separate         */
    double missing_mm;
    long long cost;              /* of the whole section in that case; -1: not computed      */
};
struct vb_reason {
    enum vb_reason_kind kind;
    const char *part;            /* its name                                                */
    int page, number;            /* from 1, in the part; as printed                         */
    const char *text;            /* sentences in the language of messages, one per line      */
    const char *words;           /* the first words of the next page, or the loose line      */
    struct vb_place at, wanted;  /* of these words: in the data, in the template              */
    const char *why;             /* what kept them off the page                               */
    double missing_mm;           /* how much more space they, and what is tied to them, need   */
    /* VB_PAGE_END */
    const char *end;
    double blank_mm;
    double stretch_mm;           /* added to the gaps between paragraphs: `gaps` of them        */
    int gaps;
    long long cost, all;         /* of this page end; of the whole section: 50 per point left empty */
    struct vb_other_end earlier, later;
    /* VB_LOOSE_LINE */
    double y_mm, factor;         /* from the top of the paper; how many times as wide spaces are */
    const char *next;            /* the unbreakable text that the next line begins with         */
    double next_mm, room_mm;     /* its width; how much space this line had left                 */
};
typedef void vb_reason_sink(void *user, const struct vb_reason *reason);

/* Reports every page end and every loose line, in page order; only if options.explain was set before
 * vb_set. The reason is valid only during the call.                                           */
int vb_explain(struct vb *v, vb_reason_sink *tell, void *user);

/* The files that the pages make up, known after vb_set: one, or with options.split one more for each
 * name that the template gives, such as an appendix. Each has its own page and footnote numbers and
 * no links to the others.                                                                     */
struct vb_part {
    const char *name;            /* "" for the main file; valid until the next vb_read         */
    const char *title;           /* of its PDF                                                 */
    const char *type;            /* name of the document type: "Báo cáo"; "" if the template gives none */
    int pages;
};
int vb_part_count(const struct vb *v);
struct vb_part vb_part(const struct vb *v, int part); /* from 0                                */

/* Boxes for others to fill in, known after vb_set: signatures, seals, initials, number and date.  */
struct vb_signer {               /* as in the data; "" if not given                         */
    int number;                  /* from 1; 0: the field belongs to no particular signer     */
    const char *competence, *position, *name;
};
struct vb_field {
    const char *kind;            /* signature seal attachment-signature initials number date blank */
    const char *name;            /* ASCII, unique within the part: the name of the PDF field   */
    const char *title, *text;    /* for people; what is already filled in, or ""               */
    const char *anchor;          /* hidden text at its lower left corner, or ""                     */
    bool in_pdf;                 /* it is a signature field of the PDF                      */
    int part, page;              /* from 0; from 1, in the part                              */
    struct vb_box mm, pt;
    struct vb_signer signer;
};
int vb_field_count(const struct vb *v);
struct vb_field vb_field(const struct vb *v, int field); /* from 0; valid until the next vb_read */

/* What the pages show, in reading order, for comparing, counting or searching. A word ends at a space, at the
 * end of a line, and after - and /, where lines may be broken.                                      */
enum vb_word_kind { VB_WORD, VB_PICTURE, VB_RULE };
struct vb_word {
    enum vb_word_kind kind;
    const char *text;            /* UTF-8, size bytes, not NUL-terminated; for a picture its description; for a line "" */
    int size;
    bool glued;                  /* no space between it and the word before: "15/" and "QĐ-"     */
    bool note;                   /* part of a footnote                                         */
    bool running;                /* belongs to the page, not the text: page number, header, repeated table head */
    int part, page;              /* from 0; from 1, in the part                                */
    int block;                   /* the same for one paragraph, heading or table row; no order implied */
    struct vb_box mm;            /* including ascent and descent                                */
    const char *font;            /* PostScript name; NULL: not text                             */
    double pt;
    unsigned colour;             /* 0xRRGGBB                                                   */
    unsigned long long picture;  /* the same for the same picture                               */
    const char *role;            /* from the template: "o3"; NULL: none                         */
};
int vb_word_count(struct vb *v); /* 0: there are no pages                                     */
struct vb_word vb_word(struct vb *v, int word); /* from 0; valid until the next vb_read or vb_set */

/* Where its text comes from (data or template), and the template's element.                   */
void vb_word_places(struct vb *v, int word, struct vb_place *at, struct vb_place *wanted);

/* Writes the pages, or as much of the document as there is, to a file ("-": standard output), which
 * appears complete or not at all. As VB_PDF, several parts make several files: OUT.pdf, and next to it
 * OUT-NAME.pdf; either all of them appear or none. The dumps contain all parts.               */
int vb_write(struct vb *v, enum vb_form form, const char *path);

/* The same together with files of the caller, such as a signature map: either all of them
 * appear or none.                                                                             */
struct vb_companion { const char *path; const void *bytes; size_t size; };
int vb_write_with(struct vb *v, enum vb_form form, const char *path, const struct vb_companion *more, int n);

/* The limit `seconds` is looked at between the parts of a step. Whether the step that this thread is in has gone on for a
 * second more, because a part of it, in a library perhaps, does not end. May be called in a signal handler.       */
bool vb_is_overdue(void);

/* Gives what the program does next on its own, such as comparing pages, the time of a step. The next call of a verb ends it. */
void vb_start_clock(struct vb *v);

/* For a program that is about to exit because it ran out of memory, or is overdue: removes the unfinished files of this thread.
 * Allocates nothing; nothing that was read or laid out may be used afterwards. Returns the message to print. */
struct vb_message vb_abandon(const char *lang);

/* The path of a part if vb_write is given `path`; writes and returns like snprintf.           */
int vb_part_path(const struct vb *v, int part, const char *path, char *to, size_t size);

/* Writes one part to memory, valid until the next vb_read.                                    */
int vb_write_memory(struct vb *v, enum vb_form form, int part, const void **bytes, size_t *size);

/* One page (from 1, in its part) as SVG, with text that can be selected, searched and read aloud, every
 * character at the same place as in the PDF. The bytes are valid until the next vb_read.
 *
 * Groups follow the structure tree, with ARIA roles. With `data`, the root has data-page, -number (as
 * printed), -label, -section, -master, -size ("210 297"), -margins ("top right bottom left", mm); a
 * group has data-e (the element's number in its part, the same on every page it continues on), -name (the
 * template's element), -role ("o3"), -tmpl and -data ("FILE:LINE"), -box ("left top width height" of what it
 * shows on this page, mm); text has data-words ("FILE:LINE") if it comes from neither of these lines; a
 * footnote and its mark share data-note. A group of `fields` has data-field (its kind), -field-name, -box,
 * -tmpl, -data.                                                                                 */
enum vb_svg_fonts {
    VB_SVG_EMBED,                /* in the page: the characters it uses                     */
    VB_SVG_URL,                  /* at font_url followed by the font's id                     */
    VB_SVG_ELSEWHERE             /* not at all: the caller adds vb_svg_style                    */
};
struct vb_svg_options {
    enum vb_svg_fonts fonts;
    const char *font_url;
    const char *family;          /* prefix of font families; NULL: "vb-"                      */
    const char *page_url;        /* of another page, with * for its number; NULL: all pages are in one
                                  * document and links refer to ids                           */
    const char *id;              /* prefix of all ids, or NULL                              */
    bool data;                   /* data-* for overlays                                     */
    bool fields;                 /* dashed rectangles, with names                           */
    bool light;                  /* for pages that change while being viewed: characters get positions only
                                  * where a browser would be more than 0.04 pt off by the fonts' own widths  */
    enum vb_boxes boxes;
};
int vb_svg_page(struct vb *v, int part, int page, const struct vb_svg_options *options, const void **bytes, size_t *size);

/* The @font-face rules for all pages of a part: embedded, or at font_url.                    */
int vb_svg_style(struct vb *v, int part, const struct vb_svg_options *options, const void **bytes, size_t *size);

/* The file of a page if vb_write is given VB_SVG and `path`: OUT.svg for a single page, else OUT-1.svg ...;
 * writes and returns like snprintf.                                                         */
int vb_svg_path(const struct vb *v, int part, int page, const char *path, char *to, size_t size);

/* The fonts used on the pages of all parts. In SVG their family is "vb-ID".                       */
struct vb_font {
    const char *id, *family, *file; /* "LiberationSerif-Bold", "Liberation Serif", its path  */
    int index;                   /* of the face in a file with several, from 0                 */
    bool bold, italic;
    const void *bytes;           /* of the whole file: valid until vb_close                   */
    size_t size;
};
int vb_font_count(struct vb *v);
struct vb_font vb_font(struct vb *v, int font); /* from 0; strings are valid until the next vb_read */

/* Many documents in one PDF, for reading and printing:
 *
 *     vb_merge_begin(v, "all.pdf", "Reports of 2024");
 *     for each document: if (vb_read(...) == VB_DONE && vb_set(v) == VB_DONE) vb_merge_add(v);
 *     vb_merge_end(v);
 *
 * Each document is written when it is added, so memory use does not grow with the number of pages. Each of
 * its parts becomes an outline entry with its title, above the part's own outline; page numbers stay as they
 * were, and links stay within the document. The file conforms to the same standard as with vb_write, but has
 * no signature fields, since nobody signs it as a whole, and no attached data. A PDF/A file can have at most
 * 8,388,607 objects, some 60,000 pages full of tables; more than that, or than 4 GiB, cannot be written.
 *
 * title: of the PDF; NULL: that of the first document. On an error, on vb_close or when memory runs out, the file
 * is discarded and the merge is over. VB_REJECTED: no merge was begun (vb_merge_begin: one already is;
 * vb_merge_add: there are no pages; vb_merge_end: nothing was added).                              */
int vb_merge_begin(struct vb *v, const char *path, const char *title);
int vb_merge_add(struct vb *v);
int vb_merge_end(struct vb *v);

/* Writes the RELAX NG schema for data or templates, for use in editors; to a file or "-". With a type or a
 * template (or NULL) it is narrowed accordingly: what the template needs is required and its names are
 * offered; strict also rejects names the template does not declare.                        */
enum vb_language { VB_LANGUAGE_DATA, VB_LANGUAGE_TEMPLATE };
int vb_schema(struct vb *v, enum vb_language language, const char *type, const char *template_path, const char *path);

/* Writes sample data, to see a layout before there is data and to start writing from: for a type, a template,
 * or both (type NULL: that of the template), with everything it needs and comments that say what goes where,
 * in the language of the options; to a file or "-". Short is one page with only what is required, long has
 * every part, extreme has what is hard to lay out. The same call always makes the same file.
 * An existing file is overwritten only with options.force.                                   */
enum vb_length { VB_SHORT, VB_LONG, VB_EXTREME };
int vb_sample(struct vb *v, enum vb_length length, const char *type, const char *template_path, const char *path);

/* The file name that the template's `file` gives, without folder and extension; NULL: none.
 * Valid until the next vb_read.                                                             */
const char *vb_file_name(const struct vb *v);

int vb_page_count(const struct vb *v);

struct vb_sheet { double width_mm, height_mm; int number; const char *label; }; /* number: as printed; label: as shown by PDF readers, or "" */
struct vb_sheet vb_sheet(const struct vb *v, int part, int page); /* from 0; from 1                 */

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
