/* slip.h - check's findings as an official document: who collects them tells what is checked, then what
 * was found of it, file by file.                                                               */
#ifndef CLI_SLIP_H
#define CLI_SLIP_H

#include "cli/cli.h"

struct slip *slip_begin(struct request *r);

/* What follows is about this file.                                                             */
void slip_file(struct slip *s, const char *file);

/* A warning or an error of its data.                                                           */
void slip_message(struct slip *s, const struct vb_message *m);

/* Its pages have been set, those of a record of it (0: it has one); then their verdicts.         */
void slip_document(struct slip *s, int record, struct vb *v);
void slip_verdict(struct slip *s, const struct vb_verdict *v);

/* Sets and writes the slip, which is gone then. VB_DONE, or what vb_read, vb_set, vb_write return.   */
int slip_end(struct slip *s, const char *path);

#endif
