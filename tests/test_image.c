/* test_image.c - pictures: what is read of each kind, what is refused and why. The files are
 * made by pictures.py; what it cannot write is made here by libjpeg. */
#include "read/image/image.h"

#include "cases.h"

#include <jpeglib.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER "tests/bad/anh"

struct fixture { struct arena arena; struct log log; struct images images; struct image_fault fault; };

static void begin(struct fixture *f)
{
    *f = (struct fixture){ .log = { .lang = LANG_EN } };
    f->log.arena = f->images.arena = &f->arena;
    f->images.log = &f->log;
}

static const struct source *bytes_of(struct fixture *f, const char *name)
{
    int error;
    const struct source *src = source_read(&f->arena, arena_format(&f->arena, FOLDER "/%s", name), 1 << 30, &error);
    assert_non_null(src);
    return src;
}

static const struct image *decode(struct fixture *f, const char *bytes, int size)
{
    return image_decode(&f->arena, &f->log, "x", bytes, size, &f->fault);
}

/* ---- what is taken --------------------------------------------------------------------------- */

struct good_row { const char *name; int width, height, channels; bool alpha, jpeg, plain_rgb; int orientation; };
static const struct good_row good[] = {
    { "mau.png", 12, 8, 3, false, false, false },
    { "xam.png", 12, 8, 1, false, false, false },
    { "trong.png", 12, 8, 3, true, false, false },
    { "bang-mau.png", 8, 2, 3, false, false, false },
    { "xen-ke.png", 12, 8, 3, false, false, false },
    { "sau-16-bit.png", 12, 8, 3, false, false, false },
    { "anh.jpg", 48, 32, 3, false, true, false },
    { "anh-xam.jpg", 48, 32, 1, false, true, false },
    { "anh-rgb.jpg", 48, 32, 3, false, true, true },
    { "huong-3.jpg", 48, 32, 1, false, true, false, 3 },
    { "huong-6.jpg", 32, 48, 1, false, true, false, 6 },
};

/* spot() of pictures.py */
static int spot(int channel, int x, int y)
{
    static const int rows[3][3] = { { 37, 11, 0 }, { 5, 61, 40 }, { 91, 3, 80 } };
    return (x * rows[channel][0] + y * rows[channel][1] + rows[channel][2]) % 256;
}

static void check_pixels(const struct image *image, bool palette)
{
    for (int i = 0; i < image->width * image->height; i++) {
        int x = palette ? i : i % image->width, y = palette ? 0 : i / image->width;
        for (int c = 0; c < image->channels; c++)
            assert_int_equal(image->pixels[i * image->channels + c], spot(c, x, y));
        if (image->alpha)
            assert_int_equal(image->alpha[i], (x + y) * 16 % 256);
    }
}

static void check_good(void **state)
{
    const struct good_row *row = *state;
    struct fixture f;
    begin(&f);
    const struct source *src = bytes_of(&f, row->name);
    const struct image *image = decode(&f, src->text, src->size);
    assert_non_null(image);
    assert_int_equal(image->width, row->width);
    assert_int_equal(image->height, row->height);
    assert_int_equal(image->channels, row->channels);
    assert_int_equal(image->alpha != NULL, row->alpha);
    assert_int_equal(image->plain_rgb, row->plain_rgb);
    assert_int_equal(image->orientation, row->orientation ? row->orientation : 1);
    assert_int_equal(image->pixels == NULL, row->jpeg);
    if (row->jpeg)
        assert_true(image->jpeg_size == src->size && memcmp(image->jpeg, src->text, (size_t)src->size) == 0);
    else
        check_pixels(image, strcmp(row->name, "bang-mau.png") == 0);
    arena_free(&f.arena);
}

/* ---- what is refused --------------------------------------------------------------------------- */

struct bad_row { const char *name; enum message id; };
static const struct bad_row bad[] = {
    { "cut.png", MSG_IMAGE_BROKEN },  { "crc.png", MSG_IMAGE_BROKEN },  { "huge.png", MSG_IMAGE_PIXELS },
    { "kind.png", MSG_IMAGE_KIND },   { "cut.jpg", MSG_IMAGE_BROKEN },  { "cmyk.jpg", MSG_IMAGE_COLOURS },
};

static void check_bad(void **state)
{
    const struct bad_row *row = *state;
    struct fixture f;
    begin(&f);
    const struct source *src = bytes_of(&f, row->name);
    assert_null(decode(&f, src->text, src->size));
    assert_int_equal(f.fault.id, row->id);
    assert_string_equal(f.fault.word[0], "x");
    arena_free(&f.arena);
}

/* Whatever is cut off or changed, the answer is an image or a fault. */
static void any_byte_may_be_wrong(void **state)
{
    (void)state;
    for (int i = 0; i < LENGTH(good); i++) {
        struct fixture f;
        begin(&f);
        const struct source *src = bytes_of(&f, good[i].name);
        for (int n = 0; n < src->size; n++) {
            char *copy = arena_copy(&f.arena, src->text, (size_t)src->size);
            const struct image *cut = decode(&f, copy, n);
            assert_true(!cut || n > src->size - 16); /* but for the end of the file as such */
            copy[n] ^= 0x55;
            decode(&f, copy, src->size);
        }
        arena_free(&f.arena);
    }
}

/* ---- made by libjpeg ---------------------------------------------------------------------------- */

enum make { MAKE_PLAIN, MAKE_PROGRESSIVE, MAKE_ARITHMETIC, MAKE_MANY_SCANS };

/* Each coefficient in two scans of its own: 1 + 2 * 63, all of them as the standard allows. */
static int many_scans(jpeg_scan_info *scan)
{
    int n = 0;
    scan[n++] = (jpeg_scan_info){ 1, { 0 }, 0, 0, 0, 0 };
    for (int high = 0; high <= 1; high++)
        for (int i = 1; i < 64; i++)
            scan[n++] = (jpeg_scan_info){ 1, { 0 }, i, i, high, 1 - high };
    return n;
}

static int make_jpeg(unsigned char **bytes, enum make make)
{
    struct jpeg_compress_struct c;
    struct jpeg_error_mgr errors;
    jpeg_scan_info scan[200];
    unsigned long size = 0;
    JSAMPLE pixels[16 * 3] = { 10, 200, 30 };
    JSAMPROW row = pixels;
    c.err = jpeg_std_error(&errors);
    jpeg_create_compress(&c);
    jpeg_mem_dest(&c, bytes, &size);
    c.image_width = c.image_height = 16;
    c.input_components = make == MAKE_MANY_SCANS ? 1 : 3;
    c.in_color_space = make == MAKE_MANY_SCANS ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&c);
    if (make == MAKE_PROGRESSIVE)
        jpeg_simple_progression(&c);
    c.arith_code = make == MAKE_ARITHMETIC;
    if (make == MAKE_MANY_SCANS) {
        c.num_scans = many_scans(scan);
        c.scan_info = scan;
    }
    jpeg_start_compress(&c, TRUE);
    while (c.next_scanline < c.image_height)
        jpeg_write_scanlines(&c, &row, 1);
    jpeg_finish_compress(&c);
    jpeg_destroy_compress(&c);
    return (int)size;
}

struct made_row { const char *name; enum make make; bool good; enum message id; };
static const struct made_row made[] = {
    { "baseline", MAKE_PLAIN, true, 0 },
    { "progressive", MAKE_PROGRESSIVE, true, 0 },
    { "arithmetic coding", MAKE_ARITHMETIC, false, MSG_IMAGE_COLOURS },
    { "a hundred scans", MAKE_MANY_SCANS, false, MSG_IMAGE_BROKEN },
};

static void check_made(void **state)
{
    const struct made_row *row = *state;
    struct fixture f;
    unsigned char *bytes = NULL;
    begin(&f);
    int size = make_jpeg(&bytes, row->make);
    const struct image *image = decode(&f, (const char *)bytes, size);
    assert_int_equal(image != NULL, row->good);
    if (!row->good)
        assert_int_equal(f.fault.id, row->id);
    arena_free(&f.arena);
    free(bytes);
}

/* ---- where it may lie ------------------------------------------------------------------------------ */

struct place_row { const char *name, *src; bool good; enum message id; };
static const struct place_row places[] = {
    { "beside the data", "data/mau.png", true, 0 },
    { "down and up again", "./data/../data/mau.png", true, 0 },
    { "a link that stays", "inside.png", true, 0 },
    { "up", "../mau.png", false, MSG_IMAGE_OUTSIDE },
    { "up in the middle", "data/../../mau.png", false, MSG_IMAGE_OUTSIDE },
    { "up to nothing", "../no-such-file.png", false, MSG_IMAGE_OUTSIDE },
    { "a link that leaves", "outside.png", false, MSG_IMAGE_OUTSIDE },
    { "through a folder that leaves", "away/mau.png", false, MSG_IMAGE_OUTSIDE },
    { "absolute", "/etc/hostname", false, MSG_IMAGE_OUTSIDE },
    { "of the web", "https://example.org/mau.png", false, MSG_IMAGE_OUTSIDE },
    { "none", "no-such-file.png", false, MSG_IMAGE_UNREADABLE },
    { "no name", "", false, MSG_IMAGE_UNREADABLE },
    { "a folder", "data", false, MSG_IMAGE_UNREADABLE },
    { "a pipe", "pipe", false, MSG_IMAGE_UNREADABLE },
    { "a circle of links", "circle", false, MSG_IMAGE_UNREADABLE },
    { "a folder that only begins alike", "../in-2/mau.png", false, MSG_IMAGE_OUTSIDE },
};

/* DIR/mau.png outside; DIR/in holds the file that names pictures. */
static char root[] = "/tmp/vanban-image-XXXXXX";

static void copy_file(const char *from, const char *to)
{
    char *command = NULL;
    assert_true(asprintf(&command, "cp %s %s/%s", from, root, to) > 0);
    assert_int_equal(system(command), 0);
    free(command);
}

static int make_places(void **state)
{
    (void)state;
    assert_non_null(mkdtemp(root));
    char *here = getcwd(NULL, 0);
    assert_int_equal(chdir(root), 0);
    bool good = mkdir("in", 0700) == 0 && mkdir("in/data", 0700) == 0 && mkdir("in-2", 0700) == 0 &&
                symlink("data/mau.png", "in/inside.png") == 0 && symlink("../mau.png", "in/outside.png") == 0 &&
                symlink("..", "in/away") == 0 && symlink("circle", "in/circle") == 0 && mkfifo("in/pipe", 0600) == 0;
    assert_int_equal(chdir(here), 0);
    free(here);
    copy_file(FOLDER "/mau.png", "mau.png");
    copy_file(FOLDER "/mau.png", "in-2/mau.png");
    copy_file(FOLDER "/mau.png", "in/data/mau.png");
    return good ? 0 : -1;
}

static int drop_places(void **state)
{
    char *command = NULL;
    (void)state;
    assert_true(asprintf(&command, "rm -r %s", root) > 0);
    int status = system(command);
    free(command);
    return status;
}

static void check_place(void **state)
{
    const struct place_row *row = *state;
    struct fixture f;
    begin(&f);
    const struct image *image = image_load(&f.images, arena_format(&f.arena, "%s/in/data.xml", root), row->src, &f.fault);
    assert_int_equal(image != NULL, row->good);
    if (!row->good)
        assert_int_equal(f.fault.id, row->id);
    arena_free(&f.arena);
}

static void once_for_all_its_names(void **state)
{
    struct fixture f;
    (void)state;
    begin(&f);
    const char *from = arena_format(&f.arena, "%s/in/data.xml", root);
    const struct image *image = image_load(&f.images, from, "data/mau.png", &f.fault);
    assert_non_null(image);
    assert_ptr_equal(image, image_load(&f.images, from, "inside.png", &f.fault));
    assert_int_equal(f.images.pixels, 12 * 8);
    arena_free(&f.arena);
}

static void no_more_than_a_document_may_hold(void **state)
{
    struct fixture f;
    (void)state;
    begin(&f);
    f.images.pixels = limit_rows[LIMIT_PICTURES_PIXELS].value - 12 * 8 + 1;
    assert_null(image_load(&f.images, FOLDER "/data.xml", "mau.png", &f.fault));
    assert_int_equal(f.fault.id, MSG_IMAGES_PIXELS);
    arena_free(&f.arena);
}

static void a_name_without_a_folder(void **state)
{
    struct fixture f;
    (void)state;
    begin(&f);
    assert_non_null(image_load(&f.images, "memory", FOLDER "/mau.png", &f.fault));
    arena_free(&f.arena);
}

int main(void)
{
    struct cases c = { .n = 0 };
    CASES(&c, good, check_good);
    CASES(&c, bad, check_bad);
    CASES(&c, made, check_made);
    CASES(&c, places, check_place);
    CASE(&c, any_byte_may_be_wrong);
    CASE(&c, once_for_all_its_names);
    CASE(&c, no_more_than_a_document_may_hold);
    CASE(&c, a_name_without_a_folder);
    return _cmocka_run_group_tests("image", c.test, (size_t)c.n, make_places, drop_places);
}
