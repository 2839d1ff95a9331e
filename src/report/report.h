/* report.h - what the library tells, as JSON: messages, the files that were made and the fields in
 * them. Objects are the caller's (json_object_put).                                         */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "vanban.h"

#include <json-c/json.h>

json_object *report_place(const struct vb_place *p);
json_object *report_message(const struct vb_message *m);

/* The message that it was made of, without the line that it points to; the words are the object's. */
struct vb_message report_message_read(json_object *o);

/* All files that the pages make, each with its fields: the rooms that somebody else fills, by page,
 * in mm and pt. path: as vb_write's.                                                          */
json_object *report_files(const struct vb *v, const char *path);

/* The signature map of such files, which becomes the map's; in lines, to be freed.             */
char *report_map(json_object *files);

/* Verdicts of rules; the words for level and state are stable.                                 */
const char *report_level(enum vb_level level);
const char *report_state(enum vb_verdict_state state);
json_object *report_box(const struct vb_box *box);
json_object *report_rule(const struct vb_rule *rule);
json_object *report_verdict(const struct vb_verdict *v);

/* One log for all files of a run. file: where a verdict without a place belongs.                */
json_object *report_sarif(const char *lang);
void report_sarif_message(json_object *sarif, const struct vb_message *m);
void report_sarif_verdict(json_object *sarif, const struct vb_verdict *v, const char *file);

const char *report_line(json_object *o); /* all in one line; the object's                      */
const char *report_word(json_object *o, const char *name); /* the member's words, "" if there is none; the object's */
json_object *report_list(json_object *o, const char *name); /* the member where it is a list, else NULL; the object's      */
void report_string(json_object *o, const char *name, const char *s); /* not where s is NULL or "" */

#endif
