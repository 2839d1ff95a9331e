/* tag.h - the structure tree (ISO 32000-1, 14.7 and 14.8): what readers for the blind follow,
 * and PDF/A-2a and PDF/UA-1 ask for. Elements are those of page.h; links, marks of notes and
 * their labels get elements of their own. All else that is drawn is an artifact.              */
#ifndef WRITE_PDF_TAG_H
#define WRITE_PDF_TAG_H

#include "write/pdf/object.h"

enum { TAG_ARTIFACT = -1 };

void tags_open(struct pdf *pdf);

/* The tag that a mark is content of; TAG_ARTIFACT: none. Asked once of each mark, in the order in
 * which they are drawn: links and notes are met on the way.                                     */
int tag_of_mark(struct pdf *pdf, int page, const struct mark *m);

/* Begins content of the tag on that page; EMC ends it.                                         */
void tag_begin(struct pdf *pdf, int tag, int page, struct buf *content);

/* The tag of a field; in a page's margin, which is no content, one beside it.                 */
int tag_of_field(struct pdf *pdf, const struct page_field *f);

/* Gives an annotation to its tag; its words say so.                                           */
void tag_annotation(struct pdf *pdf, int tag, HPDF_Dict annotation, int page, struct buf *words);

/* When all is drawn: what leads to the elements. They are no objects of libharu's, which would take
 * 200 bytes for each: when all of its own are there they get the numbers from `first` on (returns
 * how many), and are written one by one.                                                       */
void tags_finish(struct pdf *pdf);
void tags_close(struct pdf *pdf); /* when they are written, and others follow                    */
int tags_number(struct pdf *pdf, int first);
void tags_each(struct pdf *pdf, void (*take)(void *user, int number, const struct buf *words), void *user);

#endif
