/* batch.c - the command that makes many documents.                                               */
#include "cli/cli.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- what is given ----------------------------------------------------------------------------- */

struct paths { char **path; int n; };

static void add(struct paths *to, char *path)
{
    char **more = realloc(to->path, (size_t)(to->n + 1) * sizeof(*more));
    if (!more || !path)
        abort();
    to->path = more;
    to->path[to->n++] = path;
}

static int is_data(const struct dirent *entry)
{
    size_t n = strlen(entry->d_name);
    return entry->d_name[0] != '.' && n > 4 && strcmp(entry->d_name + n - 4, ".xml") == 0;
}

/* A folder stands for the XML files in it, by name.                                                */
static bool add_folder(struct paths *to, const char *folder)
{
    struct dirent **names;
    struct stat st;
    int n = stat(folder, &st) == 0 && S_ISDIR(st.st_mode) ? scandir(folder, &names, is_data, alphasort) : -1;
    size_t length = strlen(folder);
    for (int i = 0; i < n; i++) {
        char *path = NULL;
        if (asprintf(&path, "%s%s%s", folder, length && folder[length - 1] == '/' ? "" : "/", names[i]->d_name) < 0)
            abort();
        add(to, path);
        free(names[i]);
    }
    if (n >= 0)
        free(names);
    return n >= 0;
}

static struct paths paths_of(const struct request *r)
{
    struct paths to = { 0 };
    for (int i = 0; i < r->n_files; i++)
        if (!add_folder(&to, r->files[i]))
            add(&to, strdup(r->files[i]));
    return to;
}

/* ---- shards ------------------------------------------------------------------------------------ */

static bool whole(const char *s, long least, long *to)
{
    char *end = NULL;
    *to = s ? strtol(s, &end, 10) : 0;
    return s && *s && !*end && *to >= least;
}

/* Slurm counts its tasks from MIN in STEPs; Kubernetes from 0, and does not say how many there are. */
static bool shard_by_environment(long *k, long *n)
{
    long id, first, count, step = 1;
    if (whole(getenv("SLURM_ARRAY_TASK_ID"), 0, &id) && whole(getenv("SLURM_ARRAY_TASK_MIN"), 0, &first) &&
        whole(getenv("SLURM_ARRAY_TASK_COUNT"), 1, &count)) {
        whole(getenv("SLURM_ARRAY_TASK_STEP"), 1, &step);
        *k = (id - first) / (step > 0 ? step : 1) + 1;
        bool whole_array = !*n || *n == count; /* a part of it, sent again, counts its tasks anew */
        *n = count;
        return whole_array;
    }
    if (!whole(getenv("JOB_COMPLETION_INDEX"), 0, &id))
        return false;
    *k = id + 1;
    return true;
}

static bool take_shard(struct request *r)
{
    long k = 0, n = 0;
    const char *slash = r->shard ? strchr(r->shard, '/') : NULL;
    if (!r->shard)
        return true;
    if (slash && !whole(slash + 1, 1, &n))
        return false;
    if (strncmp(r->shard, "auto", 4) == 0 && (r->shard[4] == '/' || !r->shard[4])) {
        if (!shard_by_environment(&k, &n))
            return false;
    } else {
        char *end;
        k = strtol(r->shard, &end, 10);
        if (end == r->shard || end != slash)
            return false;
    }
    r->batch.shard = (int)k;
    r->batch.shards = (int)n;
    return k >= 1 && k <= n && n <= 1000 * 1000;
}

/* ---- the summary --------------------------------------------------------------------------------- */

static void print_summary(const struct request *r, const struct batch_result *b)
{
    bool dry = r->batch.dry;
    if (r->json) {
        printf("{\"kind\":\"batch\",\"records\":%d,\"made\":%d,\"kept\":%d,\"failed\":%d,\"left\":%d}\n",
               b->records, b->made, b->kept, b->failed, b->left);
        return;
    }
    if (r->quiet)
        return;
    printf(r->lang == CLI_EN ? "%d records: %d made, %d as they were, %d failed" : "%d bản ghi: làm %d, giữ nguyên %d, lỗi %d",
           b->records, b->made, b->kept, b->failed);
    if (dry)
        printf(r->lang == CLI_EN ? "; nothing was written" : "; không ghi tệp nào");
    if (b->left)
        printf(r->lang == CLI_EN ? ", %d not done" : ", chưa làm %d", b->left);
    printf(r->lang == CLI_EN ? "; %.1f s\n" : "; %.1f giây\n", b->seconds);
}

static int run(struct request *r, const struct paths *paths)
{
    struct batch_options *o = &r->batch;
    struct batch_result result;
    struct roots read = { NULL, 0 }, write = { NULL, 0 };
    struct vb_fence fence;
    o->vb = cli_options_of(r);
    o->paths = (const char *const *)paths->path;
    o->n_paths = paths->n;
    o->templates = r->templates;
    o->n_templates = r->n_templates;
    o->names = r->names;
    o->n_names = r->n_names;
    o->folder = r->output ? r->output : "";
    cli_roots(r, NULL, &read, &write);
    cli_add_root(&write, o->folder);
    fence = (struct vb_fence){ (const char *const *)read.root, read.n, (const char *const *)write.root, write.n, true, r->best_effort, 0 };
    o->fence = r->sandbox ? &fence : NULL;
    o->map = r->map;
    o->progress = r->quiet || r->json ? NULL : stderr;
    o->bar = isatty(STDERR_FILENO);
    o->english = r->lang == CLI_EN;
    int status = batch_run(o, &result);
    cli_drop_roots(&read);
    cli_drop_roots(&write);
    if (status != VB_REJECTED)
        print_summary(r, &result);
    return status;
}

/* What speaks of all records, where not all are made or nothing is written.                        */
static const char *whole_only(const struct request *r)
{
    const struct batch_options *o = &r->batch;
    return o->list ? "--list" : o->merged ? "--merge" : o->sheet ? "--upload-sheet" : r->map ? "--signature-map" : NULL;
}

int cli_batch(struct request *r)
{
    const char *whole = whole_only(r);
    if (!r->output && !r->batch.dry)
        return cli_usage(r->lang, "thiếu thư mục kết quả%s: dùng -o", "the output folder is missing%s: use -o", "", NULL);
    if (r->output && strcmp(r->output, "-") == 0)
        return cli_usage(r->lang, "-o của batch là một thư mục%s", "-o of batch is a folder%s", "", NULL);
    size_t n = strlen(r->data);
    if (r->batch.which.map && n > 4 && strcmp(r->data + n - 4, ".xml") == 0)
        return cli_usage(r->lang, "--map đi với tệp CSV; «%s» là XML", "--map goes with a CSV; '%s' is XML", r->data, NULL);
    if (!take_shard(r))
        return cli_usage(r->lang, "--shard=%s không hợp lệ; cần K/N với 1 ≤ K ≤ N; auto cần các biến của Slurm; auto/N cần mảng N việc của Slurm (gửi lại một việc bằng scontrol requeue) hoặc biến của Kubernetes",
                         "--shard=%s is no good value; wanted: K/N with 1 <= K <= N; auto wants Slurm's variables; auto/N an array of N tasks of Slurm's (send one again by scontrol requeue), or Kubernetes' variable", r->shard, NULL);
    if (whole && r->batch.shards)
        return cli_usage(r->lang, "%s nói về mọi bản ghi, --shard chỉ làm một phần; nhập các phần bằng vanban manifest merge rồi chạy lại không có --shard, thêm --changed",
                         "%s speaks of all records, --shard makes a part; merge the shards by vanban manifest merge, then run again without --shard, with --changed", whole, NULL);
    if (whole && r->batch.dry)
        return cli_usage(r->lang, "%s không đi với --dry-run: không tệp nào được ghi", "%s does not go with --dry-run, which writes nothing", whole, NULL);
    if (r->n_names > 1 && r->n_names != r->n_templates)
        return cli_usage(r->lang, "mỗi -n phải đi với một -t%s", "each -n must go with a -t%s", "", NULL);
    struct paths paths = paths_of(r);
    int status = paths.n ? run(r, &paths)
                         : cli_usage(r->lang, "không có tệp .xml nào trong «%s»", "there is no .xml file in '%s'", r->data, NULL);
    for (int i = 0; i < paths.n; i++)
        free(paths.path[i]);
    free(paths.path);
    return status;
}

/* Beside the first of them, unless a folder is named.                                              */
int cli_manifest(struct request *r)
{
    if (strcmp(r->data, "merge") != 0)
        return cli_usage(r->lang, "manifest không có việc «%s»; có merge", "manifest has no action '%s'; the only one is merge", r->data, NULL);
    if (r->output && strcmp(r->output, "-") == 0)
        return cli_usage(r->lang, "-o của manifest merge là một thư mục%s", "-o of manifest merge is a folder%s", "", NULL);
    if (r->n_files < 2)
        return cli_usage(r->lang, "thiếu tệp manifest-K-of-N.jsonl%s", "the files manifest-K-of-N.jsonl are missing%s", "", NULL);
    const char *first = r->files[1], *slash = strrchr(first, '/');
    char *folder = r->output ? strdup(r->output) : slash ? strndup(first, (size_t)(slash - first)) : strdup(".");
    const struct vb_options options = cli_options_of(r);
    struct batch_result result;
    if (!folder)
        abort();
    int status = manifest_merge(&options, (const char *const *)r->files + 1, r->n_files - 1, folder, &result);
    if ((status == VB_DONE || status == VB_FINDINGS) && !r->quiet)
        printf(r->lang == CLI_EN ? "%s/manifest.jsonl, .csv: %d records, %d failed\n" : "%s/manifest.jsonl, .csv: %d bản ghi, lỗi %d\n", folder, result.records,
               result.failed);
    free(folder);
    return status;
}
