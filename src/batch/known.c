#include "batch/known.h"

#include "base/hash.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct entry { uint64_t hash; long long offset; int size, file; }; /* size 0: the place is free      */

struct old_file { char *path; int fd; bool journal; };

struct known {
    struct entry *table;         /* open addressing, room is a power of two                        */
    bool *seen;
    int room, n;
    struct old_file *files;
    int n_files;
};

/* ---- lines -------------------------------------------------------------------------------------- */

static char *text_of(const struct known *k, const struct entry *e)
{
    char *text = malloc((size_t)e->size + 1);
    if (text && pread(k->files[e->file].fd, text, (size_t)e->size, e->offset) == e->size) {
        text[e->size] = '\0';
        return text;
    }
    free(text);
    return NULL;
}

json_object *known_line(const struct known *k, int i)
{
    char *text = text_of(k, &k->table[i]);
    json_object *o = text ? json_tokener_parse(text) : NULL;
    free(text);
    return o;
}

static bool is_name(const struct known *k, int i, const char *name)
{
    json_object *o = known_line(k, i), *own = o ? json_object_object_get(o, "name") : NULL;
    bool same = own && strcmp(json_object_get_string(own), name) == 0;
    json_object_put(o);
    return same;
}

/* Where the name is, or where it would be.                                                          */
static int place_of(const struct known *k, const char *name, uint64_t hash)
{
    int i = (int)(hash & (uint64_t)(k->room - 1));
    while (k->table[i].size && !(k->table[i].hash == hash && is_name(k, i, name)))
        i = (i + 1) & (k->room - 1);
    return i;
}

int known_find(const struct known *k, const char *name)
{
    int i = k->room ? place_of(k, name, hash_words(HASH_BEGIN, name)) : 0;
    return k->room && k->table[i].size ? i : -1;
}

int known_count(const struct known *k) { return k->room; }

void known_seen(struct known *k, int i) { k->seen[i] = true; }

bool known_is_seen(const struct known *k, int i) { return !k->table[i].size || k->seen[i]; }

/* ---- reading -------------------------------------------------------------------------------------- */

static bool make_room(struct known *k, int lines)
{
    for (k->room = 64; k->room < 2 * lines; k->room *= 2)
        ;
    k->table = calloc((size_t)k->room, sizeof(*k->table));
    k->seen = calloc((size_t)k->room, sizeof(*k->seen));
    return k->table && k->seen;
}

/* A journal's last line may be half of one.                                                          */
static void take_line(struct known *k, int file, const char *line, int size, long long offset)
{
    json_object *o = size > 1 && line[size - 1] == '\n' ? json_tokener_parse(line) : NULL;
    json_object *name = o ? json_object_object_get(o, "name") : NULL;
    if (name) {
        uint64_t hash = hash_words(HASH_BEGIN, json_object_get_string(name));
        int i = place_of(k, json_object_get_string(name), hash);
        k->n += !k->table[i].size;
        k->table[i] = (struct entry){ hash, offset, size, file };
    }
    json_object_put(o);
}

/* Counts the lines, or takes them when there is room for them.                                       */
static int read_lines(struct known *k, int file)
{
    int fd = dup(k->files[file].fd), lines = 0;
    FILE *in = fd < 0 ? NULL : fdopen(fd, "r");
    char *line = NULL;
    size_t room = 0;
    long long offset = 0;
    ssize_t n;
    if (in)
        rewind(in);
    while (in && (n = getline(&line, &room, in)) > 0) {
        if (k->room)
            take_line(k, file, line, (int)n, offset);
        offset += n;
        lines++;
    }
    free(line);
    if (in)
        fclose(in);
    return lines;
}

/* ---- files ----------------------------------------------------------------------------------------- */

static void add_file(struct known *k, const char *folder, const char *name, bool journal)
{
    char *path = NULL;
    struct old_file *more = realloc(k->files, (size_t)(k->n_files + 1) * sizeof(*more));
    k->files = more ? more : k->files;
    int fd = more && asprintf(&path, "%s/%s", folder, name) > 0 ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (fd >= 0)
        k->files[k->n_files++] = (struct old_file){ path, fd, journal };
    else
        free(path);
}

static bool is_journal(const char *name, const char *stem)
{
    size_t n = strlen(name), s = strlen(stem), e = strlen(".journal");
    return n > s + e && strncmp(name, stem, s) == 0 && name[s] == '.' && strcmp(name + n - e, ".journal") == 0;
}

static void find_journals(struct known *k, const char *folder, const char *stem)
{
    struct dirent **names;
    int n = scandir(folder, &names, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        if (is_journal(names[i]->d_name, stem))
            add_file(k, folder, names[i]->d_name, true);
        free(names[i]);
    }
    if (n >= 0)
        free(names);
}

struct known *known_open(const char *folder, const char *stem)
{
    struct known *k = calloc(1, sizeof(*k));
    char *manifest = NULL;
    int lines = 0;
    if (!k || asprintf(&manifest, "%s.jsonl", stem) < 0)
        return k;
    add_file(k, folder, manifest, false);
    free(manifest);
    find_journals(k, folder, stem);
    for (int i = 0; i < k->n_files; i++)
        lines += read_lines(k, i);
    if (lines && make_room(k, lines))
        for (int i = 0; i < k->n_files; i++)
            read_lines(k, i);
    return k;
}

void known_remove_journals(const struct known *k)
{
    for (int i = 0; i < k->n_files; i++)
        if (k->files[i].journal)
            unlink(k->files[i].path);
}

void known_close(struct known *k)
{
    for (int i = 0; k && i < k->n_files; i++) {
        close(k->files[i].fd);
        free(k->files[i].path);
    }
    if (k) {
        free(k->files);
        free(k->table);
        free(k->seen);
    }
    free(k);
}
