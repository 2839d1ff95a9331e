/* known.h - what earlier runs have recorded of their records: the lines of the folder's manifest and of
 * journals that runs left behind when they were killed, found by the record's name. The last line of
 * a name counts. Nothing is held but where the lines are: 24 bytes each.                         */
#ifndef BATCH_KNOWN_H
#define BATCH_KNOWN_H

#include <json-c/json.h>
#include <stdbool.h>

struct known;

/* `stem` of the manifests: "manifest" or "manifest-2-of-4". NULL: no memory.                     */
struct known *known_open(const char *folder, const char *stem);
void known_close(struct known *k);
int known_count(const struct known *k);

int known_find(const struct known *k, const char *name);        /* -1: none                          */
json_object *known_line(const struct known *k, int i);          /* the caller's; NULL: not to be read  */
void known_seen(struct known *k, int i);                        /* a record of this run bears the name */
bool known_is_seen(const struct known *k, int i);

/* The journals are no longer needed.                                                              */
void known_remove_journals(const struct known *k);

#endif
