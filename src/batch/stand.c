/* stand.c - one height for the signatures of all documents: what each can take is found by setting all of
 * them once, which is the price; the workers then set them at the height that most can take.              */
#include "base/buf.h"
#include "batch/run.h"
#include "report/report.h"

enum { MOST_NAMED = 20 };

/* A worker's: where the signatures of every file of the record stand; what there is to say is said when
 * the record is made.                                                                                     */
static void measure(void *user, struct pool_answer *answer)
{
    struct run *run = user;
    struct vb_stand *stand = calloc((size_t)run->n_makers, sizeof(*stand));
    if (!stand)
        abort();
    for (int k = 0; k < run->n_makers; k++) {
        struct maker *m = &run->maker[k];
        struct vb_item item;
        m->options.sink = NULL;
        if (vb_item(m->v, run->items, answer->job, m->template_path, &item) == VB_DONE && vb_bind(m->v) == VB_DONE && vb_set(m->v) == VB_DONE &&
            !vb_stand(m->v, &stand[k]))
            stand[k] = (struct vb_stand){ 0 };
    }
    answer->text = (char *)stand;
    answer->size = (size_t)run->n_makers * sizeof(*stand);
}

static bool next(void *user, int *job)
{
    struct run *run = user;
    *job = run->next;
    return run->next < run->n && !run_interrupted() ? run->next++, true : false;
}

static bool take(void *user, const struct pool_answer *answer)
{
    struct run *run = user;
    size_t each = (size_t)run->n_makers * sizeof(*run->stand);
    if (answer->size == each)
        memcpy(run->stand + (size_t)answer->job * (size_t)run->n_makers, answer->text, each);
    progress_step(&run->progress, false);
    progress_show(&run->progress);
    return !run_interrupted();
}

static void tick(void *user) { progress_show(&((struct run *)user)->progress); }

static bool can_take(const struct vb_stand *s, double height) { return s->top_mm <= height && height <= s->lowest_mm; }

/* "3, 17, 40, ...": records of this file that cannot.                                                       */
static const char *exceptions(struct run *run, int k, double height, int *n)
{
    struct buf names = buf_in(&run->arena);
    *n = 0;
    for (int i = 0; i < run->n; i++) {
        const struct vb_stand *s = &run->stand[i * run->n_makers + k];
        if (s->page && !can_take(s, height) && (*n)++ < MOST_NAMED)
            buf_format(&names, "%s%d", names.size ? ", " : "", i + 1);
    }
    if (*n > MOST_NAMED)
        buf_str(&names, ", ...");
    return buf_text(&names);
}

static void choose(struct run *run, int k)
{
    struct vb_stand *all = calloc((size_t)run->n + 1, sizeof(*all));
    int n = 0, bad;
    for (int i = 0; all && i < run->n; i++)
        if (run->stand[i * run->n_makers + k].page)
            all[n++] = run->stand[i * run->n_makers + k];
    double height = run->height[k] = all ? vb_common_place(all, n) : 0;
    free(all);
    if (height <= 0)
        return;
    const char *names = exceptions(run, k, height, &bad), *mm = arena_format(&run->arena, "%.1f", height);
    double farthest = 0;
    for (int i = 0; i < run->n; i++) {
        const struct vb_stand *s = &run->stand[i * run->n_makers + k];
        if (s->page && can_take(s, height) && height - s->top_mm > farthest)
            farthest = height - s->top_mm;
    }
    const char *down = arena_format(&run->arena, "%.0f", farthest);
    const char *good = arena_format(&run->arena, "%d", n - bad), *of = arena_format(&run->arena, "%d", n);
    if (bad)
        say(&run->log, MSG_SAME_PLACE_SOME, NOWHERE, mm, good, of, names, down);
    else
        say(&run->log, MSG_SAME_PLACE_ALL, NOWHERE, mm, of, down);
}

bool stand_choose(struct run *run)
{
    const struct batch_options *o = run->o;
    const struct pool pool = { .user = run, .do_job = measure, .next = next, .take = take, .tick = tick,
                               .processes = run->jobs < run->n ? run->jobs : run->n, .limit = run->limit };
    run->stand = calloc((size_t)run->n * (size_t)run->n_makers + 1, sizeof(*run->stand));
    if (!run->stand)
        return false;
    run->progress = progress_begin(o->progress, o->bar, o->english, run->n);
    run->next = 0;
    bool good = !run->n || pool_run(&pool);
    progress_end(&run->progress);
    for (int k = 0; good && k < run->n_makers; k++)
        choose(run, k);
    return good;
}

bool stand_set(struct run *run, int k, int record)
{
    struct vb *v = run->maker[k].v;
    return run->stand && run->height[k] > 0 && run->stand[record * run->n_makers + k].page ? vb_set_at(v, run->height[k]) == VB_DONE
                                                                                       : vb_set(v) == VB_DONE;
}
