/* places.c - where a place of a text that was pieced together stands in its file.                  */
#include "read/dataset/dataset.h"

#include "base/utf8.h"

#include <fcntl.h>
#include <unistd.h>

struct origin { struct dataset *d; struct arena *arena; };

/* The file round a place: as far back as a chunk, as far on as a line is shown.                    */
struct view { char bytes[2 * CHUNK]; int64_t at; int n, here; };

static bool view_open(struct view *w, struct dataset *d, uint32_t file, int64_t offset)
{
    const struct data_window *read = &d->window[d->file[file].csv != NULL];
    int fd = read->fd >= 0 && read->file == file ? dup(read->fd) : open(d->file[file].path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return false;
    w->at = offset < CHUNK ? 0 : offset - CHUNK;
    w->n = (int)dataset_read(fd, w->bytes, (int64_t)sizeof(w->bytes), w->at);
    w->here = (int)(offset - w->at);
    close(fd);
    return w->here <= w->n;
}

/* A line that begins too far back is not shown; its column is known from the first pass.           */
static void view_place(const struct view *w, const struct data_file *file, struct arena *a, struct place *p)
{
    const char *here = w->bytes + w->here, *newline = memrchr(w->bytes, '\n', (size_t)w->here);
    const char *line = newline ? newline + 1 : w->at == 0 ? w->bytes : NULL;
    if (line) {
        const char *end = line;
        while (end < w->bytes + w->n && *end != '\r' && *end != '\n')
            end++;
        p->column = utf8_letters(line, (int)(here - line)) + 1;
        p->line_text = arena_copy(a, line, (size_t)(end - line));
        p->line_size = (int)(end - line);
        return;
    }
    int k = (int)((w->at + w->here) / CHUNK);
    const char *chunk = w->bytes + ((int64_t)k * CHUNK - w->at);
    if (k < file->n_columns && chunk >= w->bytes)
        p->column = (int)file->column[k] + utf8_letters(chunk, (int)(here - chunk)) + 1;
}

static struct place look(const struct seams *seams, const struct seam *seam, struct pos pos)
{
    const struct origin *o = seams->of;
    int behind = seam->point ? 0 : pos.offset - seam->offset;
    const struct data_file *file = &o->d->file[seam->file];
    struct place p = { .line = seam->line, .column = 1, .line_text = "", .file = file->path };
    if (behind)
        p.line += source_line(pos.src, pos.offset) - source_line(pos.src, seam->offset);
    struct view *w = malloc(sizeof(*w));
    if (!w)
        arena_no_memory(o->arena);
    if (view_open(w, o->d, (uint32_t)seam->file, seam->at + behind))
        view_place(w, file, o->arena, &p);
    free(w);
    return p;
}

const struct source *dataset_source(struct dataset *d, struct arena *a, uint32_t file, struct pieced *of)
{
    struct source *src = NEW(a, struct source);
    *src = (struct source){ .name = d->file[file].path, .text = buf_text(&of->text), .size = of->text.size, .marks = source_marks(a) };
    if (!of->n)
        return src;
    struct origin *o = NEW(a, struct origin);
    struct seams *s = NEW(a, struct seams);
    *o = (struct origin){ d, a };
    *s = (struct seams){ of->seam, of->n, look, o };
    src->seams = s;
    return src;
}

struct pos dataset_pos_with(struct dataset *d, struct arena *a, uint32_t file, int64_t offset, uint32_t line, int most)
{
    int64_t left = d->file[file].st.st_size - offset;
    uint32_t n = left > most ? (uint32_t)most : left > 0 ? (uint32_t)left : 0;
    const char *bytes = dataset_bytes(d, file, offset, n);
    struct pieced of = { .text = buf_in(a) };
    pieced_seam(&of, (int)file, offset, line, false);
    buf_bytes(&of.text, bytes ? bytes : "", bytes ? (int)n : 0);
    return (struct pos){ dataset_source(d, a, file, &of), 0 };
}

struct pos dataset_pos(struct dataset *d, struct arena *a, uint32_t file, int64_t offset, uint32_t line)
{
    return dataset_pos_with(d, a, file, offset, line, 200);
}

struct pos dataset_kept_pos(struct dataset *d, struct arena *a, uint32_t file, struct pos pos)
{
    if (!pos.src)
        return pos;
    const struct seam *seam = pos.src->seams ? source_seam(pos) : &(struct seam){ .file = (int)file };
    int64_t at = seam->at + (seam->point ? 0 : pos.offset - seam->offset);
    return dataset_pos(d, a, (uint32_t)seam->file, at, (uint32_t)source_place(pos).line);
}

struct pos dataset_record_pos(struct dataset *d, struct arena *a, uint32_t record)
{
    const struct data_record *r = &d->record[record];
    if (dataset_is_file(d, record))
        return dataset_pos(d, a, dataset_file(d, record), 0, 1);
    return dataset_pos(d, a, dataset_file(d, record), r->offset, r->line);
}

struct pos dataset_option_pos(struct arena *a, const char *option, const char *words)
{
    return (struct pos){ source_memory(a, option, arena_string(a, words), (int)strlen(words)), 0 };
}
