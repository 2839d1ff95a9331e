/* manifest.h - what became of every record: a line of JSON each, first in the journal as the run goes,
 * at the end in the order of the records.
 *
 *   record of     its number from 1, and how many there are
 *   name at       of its first file without ending; {file, line}: where it stands in the data
 *   input setup   SHA-256 of the record with what stands around it; of template, fonts and options
 *   status        made, failed
 *   files         [{file part title type pages fields size sha256}]; file: in the folder
 *   images        [{file sha256}] that it shows, where there are any
 *   messages      as --format=json has them                                                       */
#ifndef BATCH_MANIFEST_H
#define BATCH_MANIFEST_H

#include <json-c/json.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct journal {
    char *path;
    int fd;
    long long size;
    uint16_t (*at)[3];           /* of each record: where its line stands, + 1, in 48 bits, since there
                                  * may be millions; 0: it has none                                    */
    int n;
};

/* 0, or errno. A journal is its process's own: a record may be made twice by two machines. folder NULL:
 * for this run alone, nowhere.                                                                            */
int journal_open(struct journal *j, const char *folder, const char *stem, int records);
int journal_add(struct journal *j, int record, const char *line, size_t size);
json_object *journal_line(const struct journal *j, int record); /* the caller's; NULL: there is none      */
void journal_close(struct journal *j, bool remove);

/* Whoever can give a manifest's lines in order; NULL: this record has none.                             */
struct manifest_lines { void *user; json_object *(*line)(void *user, int record); int n; };

/* FOLDER/STEM.jsonl and .csv, both or none; 0, or errno.                                                */
int manifest_write(const struct manifest_lines *lines, const char *folder, const char *stem);

/* What a file is about: its title without the name of its type, which has a column of its own.            */
const char *manifest_subject(json_object *file);

/* Other tables of it, by hand of a CSV file (UTF-8 with BOM, as spreadsheets want it); 0, or errno.       */
int manifest_upload_sheet(const struct manifest_lines *lines, const char *path, bool english);

#endif
