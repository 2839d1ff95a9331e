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
 * Every verb tells all that it found to the sink before it returns, in the order of the
 * files. Errors leave nothing written. All text is UTF-8. A struct vb serves one thread.
 *
 * One struct vb makes any number of documents one after the other: what is the template's and
 * the fonts' is kept, all else ends with the next vb_read, vb_check, vb_schema or vb_sample. Each document
 * is what it would be alone, whatever came before it; NO_MEMORY too ends with the verb that met it. */
#ifndef VANBAN_H
#define VANBAN_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

#define VB_VERSION "0.1"

/* What the verbs return, and the program's exit status.                                  */
enum vb_status {
    VB_DONE = 0,                 /* notes and warnings may have been reported             */
    VB_FINDINGS = 1,             /* vb_check: errors or warnings have been reported       */
    VB_REJECTED = 2,             /* errors in data or template; nothing was written       */
    VB_USAGE = 64,
    VB_OUTPUT = 74               /* the output could not be written; no half file is left */
};

enum vb_severity { VB_NOTE, VB_WARNING, VB_ERROR };

struct vb_place {
    const char *file;            /* NULL: nowhere in particular                           */
    int line, column;            /* from 1, in letters; 0: the file as a whole             */
    const char *line_text;       /* the line itself, line_size bytes, not ended            */
    int line_size;
};

struct vb_message {
    enum vb_severity severity;
    const char *code;            /* stable: "DATE_IMPOSSIBLE"                             */
    const char *text, *hint;     /* what is wrong; what to do                             */
    struct vb_place at;          /* the words at fault                                    */
    struct vb_place wanted;      /* the template's words that require them                */
};

/* The message lives as long as the call.                                                  */
typedef void vb_sink(void *user, const struct vb_message *message);

/* The standard that a PDF keeps (ISO 19005): PDF/A-2a, or of archive PDF/A-3a with the data
 * attached, byte for byte, to the first file; both are tagged and keep PDF/UA-1. PDF/A-1b on
 * request: PDF 1.4, not tagged, nothing shines through.                                   */
enum vb_standard { VB_BY_MODE, VB_PDF_A2A, VB_PDF_A3A, VB_PDF_A1B };

struct vb_setting { const char *name, *value; };

enum vb_boxes {
    VB_NO_BOXES,
    VB_BOXES,                    /* outlines round what the template placed, with its role or
                                  * element and its line                                    */
    VB_BOXES_MM                  /* rulers, margins, the decree's box numbers, and lengths   */
};

struct vb_options {
    const char *home;            /* folder that holds templates/ and fonts/; NULL: where
                                  * `make install` put them                                */
    const char *lang;            /* of messages: "vi" (also NULL) or "en"                  */
    const char *mode;            /* "electronic" (also NULL), "paper", "archive"             */
    enum vb_standard standard;   /* VB_PDF: PDF/A-2a, -3a or -1b                            */
    bool split;                  /* what the template's `pages file` names are files of their
                                  * own: parts, see vb_part                                 */
    int record;                  /* which one, from 1, of the documents or records that the
                                  * data holds; 0: it holds one                             */
    bool strict;                 /* warnings are errors                                   */
    bool explain;                /* vb_set records what vb_explain reports                 */
    bool force;                  /* a signed PDF may be written over; of vb_sample: any file */
    bool unsynced;               /* files get their names without waiting for the disk: whoever
                                  * makes thousands of files syncs once, at the end        */
    enum vb_boxes boxes;         /* VB_PDF: what is drawn over the pages; no mark is moved   */
    const struct vb_setting *settings; /* of the template: later than its own and the data's */
    int n_settings;
    const char *name;            /* in place of the template's `file`: {XPath} of the record, as in
                                  * "{vb:pad(position(), 3)}_{@code}.pdf"; position() and last() count
                                  * the items of a collection; NULL: the template's             */
    const struct vb_setting *limits; /* on untrusted input: names and values that vb_limit_takes              */
    int n_limits;
    vb_sink *sink;
    void *user;
};

/* The limits there are. Reaching one is a message and VB_REJECTED.                         */
struct vb_limit { const char *name; long long value, least, most; const char *about[2]; }; /* value: unless an option gives one; about: in Vietnamese and English */
int vb_limit_count(void);
struct vb_limit vb_limit(int limit); /* from 0                                               */
bool vb_limit_takes(const char *name, const char *value); /* "64M": K, M, G by 1024 for bytes, else by 1000 */

enum vb_form { VB_PDF, VB_DUMP_DOC, VB_DUMP_PAGE, VB_SVG /* a file for each page: vb_svg_path */ };

struct vb;

/* The options are borrowed until vb_close. NULL: no memory, or an unknown limit.             */
struct vb *vb_open(const struct vb_options *options);
void vb_close(struct vb *v);

/* The sandbox, for untrusted data and templates: from here on the kernel refuses this process, and all that it forks,
 * every file but the program's templates, the fonts and those named here, and every socket and program
 * (Landlock and seccomp; memory, size of files and time by setrlimit). Nothing takes it back. To be called
 * by a program of one thread, before vb_read; whatever else that program is to open is opened before.
 * VB_REJECTED: the kernel cannot do all of it (reported); what it can do is in force.               */
struct vb_fence {
    const char *const *read;     /* files, or folders with all below them                    */
    int n_read;
    const char *const *write;    /* folders where files may be made, replaced, removed and read */
    int n_write;
    bool workers;                /* processes may be forked; each then calls vb_sandbox_worker  */
    bool best_effort;            /* what the kernel does not do is a warning                   */
};
int vb_sandbox(struct vb *v, const struct vb_fence *fence);
bool vb_sandbox_worker(void); /* may fork no more                                             */

/* Reads data and template, and binds them. template NULL: by the document's type.         */
int vb_read(struct vb *v, const char *data, const char *template_path);

/* The same with the data in memory; name stands for it in messages.                       */
int vb_read_memory(struct vb *v, const char *name, const char *data, size_t size, const char *template_path);

/* Many documents: data of any size that is gone through twice and never held. The first pass finds
 * where each record stands and reports whatever prevents the run; then each is read by itself, in any
 * order and in several processes at once (fork after vb_name_items: all share what was read).
 *
 *     struct vb_collection *c = vb_collect(v, paths, n, NULL, &(struct vb_selection){ 0 });
 *     if (c && vb_name_items(v, c, NULL) == VB_DONE)
 *         for (int i = 0; i < vb_collection_count(c); i++)
 *             if (vb_item(v, c, i, NULL, &item) == VB_DONE && vb_bind(v) == VB_DONE && vb_set(v) == VB_DONE)
 *                 vb_write(v, VB_PDF, path_of(item.name));
 *     vb_collection_free(c);                                                                  */
struct vb_selection {            /* XPath as in templates; $record is the record             */
    const char *each;            /* the records, below <document>: names with / // * |; NULL: the
                                  * template's `each`, or else each document is one             */
    const char *where;           /* XPath of a record: only those where it holds               */
    const char *sort;            /* XPath: by number where all are numbers, else by the codes of composed
                                  * letters (Đ behind Z); equal ones stay in their order        */
    const char *group;           /* XPath: records of one document and of equal words make one item, which
                                  * stands where its first does; $record is all of them          */
    bool partial;                /* of broken XML what stands before the fault                   */
    const char *map;             /* the paths are CSVs, and this is the data whose <csv> says what they
                                  * are; NULL: they are data                                    */
};
struct vb_collection;
struct vb_item {                 /* its words are v's until the next vb_item                     */
    const char *name;            /* of its file, without folder and ending                      */
    const void *bytes;           /* the text that it was read from                              */
    size_t size;
    const char *file;            /* where its record stands                                     */
    int line;
    const char *setup;           /* 64 hexadecimal digits, the same while program, options, template
                                  * and fonts are the same                                      */
};

/* The first pass. NULL: errors were reported. Regular files only, not "-". A collection may be read by several
 * struct vb, one at a time, and must live as long as what was read of it is used.             */
struct vb_collection *vb_collect(struct vb *v, const char *const *path, int n, const char *template_path,
                                 const struct vb_selection *which);
int vb_collection_count(const struct vb_collection *c); /* documents to be made              */
bool vb_collection_is_cut(const struct vb_collection *c); /* with `partial`: something was left out */
void vb_collection_free(struct vb_collection *c);

/* Has one of its items this name, whatever its capitals? When the items have been named.          */
bool vb_collection_has(const struct vb_collection *c, const char *name);

/* File and line of item i, without reading anything.                                          */
struct vb_place vb_item_place(const struct vb_collection *c, int i);

/* Makes every name and says which are none or are there twice (capitals are no difference); adds up the
 * template's control totals: CONTROL_EQUAL is the proof, CONTROL_TOTAL names the difference.   */
int vb_name_items(struct vb *v, struct vb_collection *c, const char *template_path);

/* Reads item i, from 0, in place of what v held before; vb_bind binds it, as vb_read would have. */
int vb_item(struct vb *v, const struct vb_collection *c, int i, const char *template_path, struct vb_item *item);
int vb_bind(struct vb *v);

/* Reads and binds the document that stands around the records of the first file, with this XML
 * where they are; of documents without records who issues and signs the first of them, where, when
 * and to whom, with this XML as its data.                                                    */
int vb_around(struct vb *v, const struct vb_collection *c, const char *xml, const char *template_path);

/* The files that what is bound was made of, beside the data: template, pictures, CSVs of vb_read; with vb_item
 * fonts, but no CSVs.                                                                         */
enum vb_input_kind { VB_INPUT_TEMPLATE, VB_INPUT_FONT, VB_INPUT_PICTURE, VB_INPUT_CSV };
struct vb_input { enum vb_input_kind kind; const char *path; };
int vb_input_count(const struct vb *v);
struct vb_input vb_input(const struct vb *v, int i); /* from 0; v's until the next vb_item     */

/* What is wrong with a data file (with its template, without setting a page) or with a
 * template. VB_FINDINGS: there is something, and it has been reported.                     */
int vb_check(struct vb *v, const char *path, const char *template_path);

/* A box in one unit, from the paper's edges.                                                  */
struct vb_box { double left, top, bottom, width, height; };

/* The rules: R1 to R120 of Decree 30/2020, by which pages are measured, T of their words, D of what
 * refers to what.                                                                                */
enum vb_level { VB_MUST, VB_TEMPLATE, VB_PRACTICE }; /* the annexes say so; only its forms do; practice */
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
    bool note;                   /* it holds, but a person should know, such as of a face of the same metrics */
    const char *measured;        /* VB_PASS, VB_FINDING; else ""                               */
    const char *why;             /* it does not apply, is not judged; else ""                  */
    const char *part;            /* name of the file that the pages make                       */
    int page;                    /* from 1, in the part; 0: of none in particular              */
    const char *words;           /* of the line at fault, or ""                                */
    bool placed;                 /* what is at fault has a box                                 */
    struct vb_box mm;
    struct vb_place at, wanted;  /* in the data, in the template                               */
};

/* The verdict lives as long as the call.                                                      */
typedef void vb_verdict_sink(void *user, const struct vb_verdict *verdict);

/* Measures the pages by every rule, when they have been set; each part by itself. A rule gives one
 * verdict, or a finding for each fault that it finds. VB_FINDINGS: one of VB_MUST or VB_TEMPLATE is broken. */
int vb_check_layout(struct vb *v, vb_verdict_sink *tell, void *user);

/* Reads a PDF that any program made into pages that vb_check_layout measures, in place of vb_read and vb_set:
 * words, fonts, sizes, rules at their places; the parts of the document are recognised by their words and places. Words and
 * parts of such pages can be asked for like those of others; nothing writes them. It runs mutool (Debian: mupdf-tools) as a process of its own, with limits.           */
int vb_read_pdf(struct vb *v, const char *path);

/* How many documents or records the data of the last vb_read holds, also when it was refused because nobody
 * said which (options.record); 0: what it holds cannot be read.                                   */
int vb_record_count(const struct vb *v);

/* Sets what was read into pages.                                                          */
int vb_set(struct vb *v);

/* How high the signatures of the main file stand when the pages have been set, so that the documents of
 * a batch can have them at one height: from the paper's top to the room for the first of them, on `page`
 * (from 1). The block that the template lets go down (`same-place` of its <keep>) may do so as far as
 * `lowest_mm`: then it, what is beside and below it on its page, notes and feet still fit. False: no
 * signature stands in such a block.                                                               */
struct vb_stand { double top_mm, lowest_mm; int page; };
bool vb_stand(const struct vb *v, struct vb_stand *stand);

/* The height that most of n documents can take, each from top_mm to lowest_mm; of several such the one
 * that is highest on the page. 0: there are none.                                                 */
double vb_common_place(const struct vb_stand *stand, int n);

/* As vb_set, but the signatures stand at that height, to the millipoint; no page ends elsewhere and
 * nothing else is moved. Where they cannot they stay, and SAME_PLACE says so; SAME_PLACE_NONE: there
 * are none. vb_stand tells where they stand then.                                                 */
int vb_set_at(struct vb *v, double top_mm);

/* Why a page ends where it does, or why a line is loose. Words of `end` and `why` are stable:
 * end: full keep note-split section forced; why: none next lines keep end rule head group
 * total span tall row note edge (a loose line's: none, or tall: what follows is kept whole).  */
enum vb_reason_kind { VB_PAGE_END, VB_LOOSE_LINE };
struct vb_other_end {            /* the page's end one line or row earlier or later          */
    bool possible;
    const char *why;             /* what forbids it, or else what it would tear              */
    double missing_mm;
    long long cost;              /* of all pages of the section then; -1: not counted        */
};
struct vb_reason {
    enum vb_reason_kind kind;
    const char *part;            /* its name                                                */
    int page, number;            /* from 1, in the part; as printed                         */
    const char *text;            /* sentences in the language of messages, one a line        */
    const char *words;           /* the next page's first, or the loose line's               */
    struct vb_place at, wanted;  /* of these words: in the data, in the template              */
    const char *why;             /* what kept them from the page                              */
    double missing_mm;           /* the room they, and what is tied to them, would need more   */
    /* VB_PAGE_END */
    const char *end;
    double blank_mm;
    double stretch_mm;           /* that the gaps between paragraphs took up: `gaps` of them    */
    int gaps;
    long long cost, all;         /* of this end, of all of its section: 50 for a point left empty */
    struct vb_other_end earlier, later;
    /* VB_LOOSE_LINE */
    double y_mm, factor;         /* from the paper's top; blanks so many times as wide          */
    const char *next;            /* what the next line begins with and nothing parts            */
    double next_mm, room_mm;     /* its width; what this line had left for it                    */
};
typedef void vb_reason_sink(void *user, const struct vb_reason *reason);

/* Tells each page's end and each loose line, in the order of the pages; with options.explain
 * set before vb_set, else nothing. The reason lives as long as the call.                      */
int vb_explain(struct vb *v, vb_reason_sink *tell, void *user);

/* The files that the pages make, known when they have been set: one, or with options.split one
 * more for each name that the template gives, such as an appendix. Each numbers its pages and
 * notes and leads to none of the others.                                                      */
struct vb_part {
    const char *name;            /* "" the document's own; v's until the next vb_read          */
    const char *title;           /* of its PDF                                                 */
    const char *type;            /* name of the document's type: "Báo cáo"; "" where the template says none */
    int pages;
};
int vb_part_count(const struct vb *v);
struct vb_part vb_part(const struct vb *v, int part); /* from 0                                */

/* Room that somebody else fills, known when the pages have been set: signatures, seals, blanks for
 * number and date. A box is the field's, in one unit, from the paper's edges.                  */
struct vb_signer {               /* as in the data; "" where it says nothing                */
    int number;                  /* from 1; 0: the field is nobody's in particular           */
    const char *competence, *position, *name;
};
struct vb_field {
    const char *kind;            /* signature seal attachment-signature initials number date blank */
    const char *name;            /* ASCII, one of its kind in the part: that of the PDF's field */
    const char *title, *text;    /* for people; what is filled in already: "" if there is none */
    const char *anchor;          /* words that stand hidden at its lower left corner: "" if none do */
    bool in_pdf;                 /* as a field for a signature                              */
    int part, page;              /* from 0; from 1, in the part                              */
    struct vb_box mm, pt;
    struct vb_signer signer;
};
int vb_field_count(const struct vb *v);
struct vb_field vb_field(const struct vb *v, int field); /* from 0; v's until the next vb_read */

/* What the pages show, in reading order, for whoever compares, counts or looks for it. A word ends at a blank, at the
 * end of a line, and behind - and /, where lines may be broken.                                     */
enum vb_word_kind { VB_WORD, VB_PICTURE, VB_RULE };
struct vb_word {
    enum vb_word_kind kind;
    const char *text;            /* UTF-8, not ended, size bytes; a picture's alternative text; a rule's "" */
    int size;
    bool glued;                  /* no blank parts it from the word before: "15/" and "QĐ-"      */
    bool note;                   /* of a footnote                                              */
    bool running;                /* the page's, not the text's: number, header, a table's head repeated */
    int part, page;              /* from 0; from 1, in the part                                */
    int block;                   /* the same number: one paragraph, heading, row of a table; no order */
    struct vb_box mm;            /* with the letters' ascent and descent                        */
    const char *font;            /* PostScript name; NULL: no letters                           */
    double pt;
    unsigned colour;             /* 0xRRGGBB                                                   */
    unsigned long long picture;  /* the same for the same picture                               */
    const char *role;            /* of the template: "o3"; NULL: none                           */
};
int vb_word_count(struct vb *v); /* 0: no pages are set                                       */
struct vb_word vb_word(struct vb *v, int word); /* from 0; v's until the next vb_read or vb_set   */

/* Where its letters stand (data or template), and the template's element.                     */
void vb_word_places(struct vb *v, int word, struct vb_place *at, struct vb_place *wanted);

/* Writes the pages, or what there is of the document, to a file ("-": standard output),
 * which appears whole or not at all. As VB_PDF several parts make several files, which all
 * appear or none: OUT.pdf, and beside it OUT-NAME.pdf. The dumps hold all parts.              */
int vb_write(struct vb *v, enum vb_form form, const char *path);

/* The same with files of the caller's beside them, such as a map of the fields: all of them
 * appear, or none.                                                                            */
struct vb_companion { const char *path; const void *bytes; size_t size; };
int vb_write_with(struct vb *v, enum vb_form form, const char *path, const struct vb_companion *more, int n);

/* For a program whose memory has ended, and that ends too: removes the unfinished files of this thread. Allocates
 * nothing; of what was read and set nothing may be used behind it. Returns what there is to say.  */
struct vb_message vb_abandon(const char *lang);

/* The path of a part, when vb_write is given `path`; written and counted as by snprintf.      */
int vb_part_path(const struct vb *v, int part, const char *path, char *to, size_t size);

/* One part into memory, which is v's and good until the next vb_read.                         */
int vb_write_memory(struct vb *v, enum vb_form form, int part, const void **bytes, size_t *size);

/* One page, from 1 of its part, as SVG: text that can be selected, found and read aloud, each letter at the
 * place that the PDF gives it. Bytes are v's and good until the next vb_read.
 *
 * Groups follow the structure tree, with the roles of ARIA. With `data` the root says data-page, -number (as
 * printed), -label, -section, -master, -size ("210 297"), -margins ("top right bottom left", mm); a
 * group data-e (the element's number in its part, the same on each page that it goes on), -name (the template's
 * element), -role ("o3"), -tmpl and -data ("FILE:LINE"), -box ("left top width height" of what it shows on
 * this page, mm); words data-words ("FILE:LINE") where they stand on neither line; a note and its mark share data-note.
 * A group of `fields` says data-field (its kind), -field-name, -box, -tmpl, -data.              */
enum vb_svg_fonts {
    VB_SVG_EMBED,                /* in the page: what it needs of them                      */
    VB_SVG_URL,                  /* at font_url with the font's id behind it                  */
    VB_SVG_ELSEWHERE             /* nowhere: who shows the pages puts vb_svg_style beside them  */
};
struct vb_svg_options {
    enum vb_svg_fonts fonts;
    const char *font_url;
    const char *family;          /* what families begin with; NULL: "vb-"                     */
    const char *page_url;        /* of another page, with * for its number; NULL: all pages are shown in one
                                  * document, where links lead by id                          */
    const char *id;              /* what all ids begin with, or NULL                        */
    bool data;                   /* data-* for overlays                                     */
    bool fields;                 /* dashed rectangles, with names                           */
    bool light;                  /* for pages that change while they are looked at: a letter has a place only
                                  * where a browser would be more than 0.04 pt off, by the fonts' own widths */
    enum vb_boxes boxes;
};
int vb_svg_page(struct vb *v, int part, int page, const struct vb_svg_options *options, const void **bytes, size_t *size);

/* The @font-face rules of all pages of a part: embedded, or at font_url.                     */
int vb_svg_style(struct vb *v, int part, const struct vb_svg_options *options, const void **bytes, size_t *size);

/* The file of a page, when vb_write is given VB_SVG and `path`: OUT.svg of a single page, else OUT-1.svg ...;
 * written and counted as by snprintf.                                                       */
int vb_svg_path(const struct vb *v, int part, int page, const char *path, char *to, size_t size);

/* The fonts of the pages that have been set, all parts. Browsers know them by the family "vb-ID".  */
struct vb_font {
    const char *id, *family, *file; /* "LiberationSerif-Bold", "Liberation Serif", its path  */
    int index;                   /* of the face in a file that holds several, from 0           */
    bool bold, italic;
    const void *bytes;           /* of the whole file: v's until vb_close                     */
    size_t size;
};
int vb_font_count(struct vb *v);
struct vb_font vb_font(struct vb *v, int font); /* from 0; words are v's until the next vb_read */

/* Many documents in one PDF, for reading and printing:
 *
 *     vb_merge_begin(v, "all.pdf", "Reports of 2024");
 *     for each: if (vb_read(...) == VB_DONE && vb_set(v) == VB_DONE) vb_merge_add(v);
 *     vb_merge_end(v);
 *
 * Each is written when it is added, so that memory does not grow with its pages. Each of its parts is an
 * entry of the outline, by its title, above its own outline; its pages are numbered as ever, and its
 * links lead to itself. It keeps the standard that vb_write does; but it has no fields for
 * signatures, since nobody signs it as a whole, and no data attached. A file of PDF/A has 8,388,607
 * objects at most, some 60,000 pages full of tables; more, or 4 GiB, cannot be written.
 *
 * title: of the PDF; NULL: the first document's. An error, or vb_close, leaves nothing of the file, and the
 * merge is over, as it is when memory ends; VB_REJECTED: none was begun (begin: one was, add: no pages are set, end: none was added). */
int vb_merge_begin(struct vb *v, const char *path, const char *title);
int vb_merge_add(struct vb *v);
int vb_merge_end(struct vb *v);

/* The RELAX NG schema of the data or of templates, for editors; to a file or "-". With a type
 * or a template (or NULL) narrowed to it: what the template needs is wanted, its names are
 * offered; strict also refuses what its needs do not know.                                 */
enum vb_language { VB_LANGUAGE_DATA, VB_LANGUAGE_TEMPLATE };
int vb_schema(struct vb *v, enum vb_language language, const char *type, const char *template_path, const char *path);

/* Sample data, to look at a layout before any data exists and to begin with: for a type, a template
 * or both (or NULL: that of the template), with all that it needs and comments that say what is to be
 * filled in, in the options' language; to a file or "-". Short is one page of what must be there, long
 * has all there may be, extreme what is hard for a layout. Equal calls make equal files.
 * A file that is there already is written over with the options' force alone.                */
enum vb_length { VB_SHORT, VB_LONG, VB_EXTREME };
int vb_sample(struct vb *v, enum vb_length length, const char *type, const char *template_path, const char *path);

/* The name that the template's `file` gives to what was read, without folder and ending; NULL:
 * it gives none. v's until the next vb_read.                                                */
const char *vb_file_name(const struct vb *v);

int vb_page_count(const struct vb *v);

struct vb_sheet { double width_mm, height_mm; int number; const char *label; }; /* as printed; of readers, "" none */
struct vb_sheet vb_sheet(const struct vb *v, int part, int page); /* from 0; from 1                 */

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
