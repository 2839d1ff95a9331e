/* font.c - a font file from a stranger, the only one of its family: found by fontconfig, read, measured,
 * cut down, and embedded in PDF and SVG. What it has no letters for is another message.           */
#include "fuzz.h"

#include <sys/stat.h>
#include <unistd.h>

static const char TEMPLATE[] =
    "<template name='f'><page name='m'/><style name='chu' font='Liberation Serif'/><level of='p' style='chu'/>"
    "<layout><pages master='m'><p style='chu'>{subject}</p><content select='body'/></pages></layout></template>";
static const char DATA[] = "<document type='bao-cao'><issuer><name>A</name></issuer><code number='' notation='B'/><promulgation place='C'/>"
                           "<subject>Về việc 1.247 Đ</subject><body><p>abc Việt Nam ffi AV. Ă Â Đ Ê Ô Ơ Ư</p></body></document>";
static char home[128], file[160], form[128];

static void put(const char *path, const char *words)
{
    FILE *f = fopen(path, "w");
    if (!f || fputs(words, f) < 0 || fclose(f) != 0)
        abort();
}

/* fontconfig must know no other font, and no cache: the folder changes within its second.         */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    char path[200];
    (void)argc, (void)argv;
    snprintf(home, sizeof(home), "%s", fuzz_path("home"));
    snprintf(file, sizeof(file), "%s/fonts/letters.ttf", home);
    mkdir(home, 0777);
    snprintf(path, sizeof(path), "%s/fonts", home);
    mkdir(path, 0777);
    snprintf(path, sizeof(path), "%s/fonts/fonts.conf", home);
    put(path, "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
    setenv("FONTCONFIG_FILE", path, 1);
    snprintf(path, sizeof(path), "%s/templates", home);
    if (symlink("templates", path) != 0)
        abort();
    snprintf(form, sizeof(form), "%s", fuzz_put("template.xml", TEMPLATE, sizeof(TEMPLATE) - 1));
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_options o;
    FILE *f = fopen(file, "w");
    if (!f || fwrite(data, 1, size, f) != size || fclose(f) != 0)
        abort();
    unsigned chance = fuzz_chance(data, size);
    fuzz_options(&o, chance);
    o.vb.home = home;
    o.vb.n_settings = 0;
    struct vb *v = vb_open(&o.vb);
    if (vb_read_memory(v, "data.xml", DATA, sizeof(DATA) - 1, form) == VB_DONE)
        fuzz_show(v, chance | 1u << 20);
    vb_close(v);
    return 0;
}
