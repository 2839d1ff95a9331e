/* manifest.c - the manifest of an earlier run, changed by a stranger, read by those who trust it: the joining
 * of shards, and a run that leaves alone what has not changed.                                   */
#include "fuzz.h"

#include "batch/batch.h"

#include <sys/stat.h>
#include <unistd.h>

static const char DATA[] = "<documents><document type='cong-van'><issuer><name>A</name></issuer><code number='' notation='A'/><promulgation place='B'/>"
                           "<subject>C</subject><addressees><to>D</to></addressees><body><p>E</p></body>"
                           "<signatures><signature><position>F</position><name>G</name></signature></signatures></document></documents>";
static char folder[128], manifest[160], data_path[128];

/* A worker that dies is one that these bytes killed.                                              */
static void told(void *user, const struct vb_message *m)
{
    (void)user;
    if (strcmp(m->code, "RECORD_CRASHED") == 0 || strcmp(m->code, "RECORD_HUNG") == 0)
        abort();
}

static struct vb_options options(void) { return (struct vb_options){ .home = ".", .lang = "en", .sink = told }; }

static void put(const uint8_t *bytes, size_t n)
{
    FILE *f = fopen(manifest, "w");
    if (!f || fwrite(bytes, 1, n, f) != n || fclose(f) != 0)
        abort();
}

static void run(void)
{
    const char *const paths[] = { data_path };
    struct batch_result result;
    batch_run(&(struct batch_options){ .vb = options(), .paths = paths, .n_paths = 1, .folder = folder, .jobs = 1, .keep = true, .english = true }, &result);
}

/* The seed is what a run writes: its sums are this program's and this folder's.                  */
static void make_seed(void)
{
    const char *seeds = getenv("FUZZ_SEEDS");
    char to[512];
    size_t size;
    char *bytes = fuzz_read(manifest, &size);
    snprintf(to, sizeof(to), "%s/made", seeds ? seeds : ".");
    FILE *f = seeds ? fopen(to, "w") : NULL;
    if (f) {
        fwrite(bytes, 1, size, f);
        fclose(f);
    }
    free(bytes);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    snprintf(data_path, sizeof(data_path), "%s", fuzz_put("data.xml", DATA, sizeof(DATA) - 1));
    snprintf(folder, sizeof(folder), "%s", fuzz_path("out"));
    snprintf(manifest, sizeof(manifest), "%s/manifest.jsonl", folder);
    mkdir(fuzz_path("joined"), 0777);
    run();
    make_seed();
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char shard[128];
    struct vb_options o = options();
    struct batch_result result;
    const uint8_t *second = fuzz_second(data, size);
    size_t n = second ? (size_t)(second - data) - 1 : size;
    snprintf(shard, sizeof(shard), "%s", fuzz_put("shard.jsonl", second ? (const void *)second : "", second ? size - n - 1 : 0));
    const char *const shards[] = { manifest, shard };
    put(data, n);
    if (fuzz_chance(data, size) % 4 == 0) { /* it takes ten times as long */
        run();
        put(data, n);
    }
    manifest_merge(&o, shards, second ? 2 : 1, fuzz_path("joined"), &result);
    return 0;
}
