/* test_figure.c - pictures as blocks: their size, and where they stand on a page. */
#include "fake.h"

#include "cases.h"

/* 250 x 100 pixels are 120 x 48 points. */
static const struct image picture = { .name = "p", .width = 250, .height = 100, .channels = 1 };

static struct block *fake_image(struct fake *f, len width, len height, enum align align)
{
    struct block *b = NEW(&f->arena, struct block);
    b->kind = BLOCK_IMAGE;
    b->image.image = &picture;
    b->image.width = width;
    b->image.height = height;
    b->image.align = align;
    b->image.alt = "words";
    return b;
}

static const struct mark *image_of(const struct pages *p, int page, int n)
{
    for (int i = 0; page < p->n && i < p->page[page].n; i++)
        if (p->page[page].marks[i].kind == MARK_IMAGE && n-- == 0)
            return &p->page[page].marks[i];
    return NULL;
}

/* ---- sizes, in whole points; the column begins at 10 20 ------------------------------------------ */

struct size_row { const char *name; int letters, width, height; enum align align; const char *place; };
static const struct size_row sizes[] = {
    { "150 pixels to the inch", 40, 0, 0, ALIGN_LEFT, "10 20 120 48" },
    { "centred", 40, 0, 0, ALIGN_CENTER, "50 20 120 48" },
    { "right", 40, 0, 0, ALIGN_RIGHT, "90 20 120 48" },
    { "a width", 40, 50, 0, ALIGN_LEFT, "10 20 50 20" },
    { "a height", 40, 0, 20, ALIGN_LEFT, "10 20 50 20" },
    { "both", 40, 30, 30, ALIGN_LEFT, "10 20 30 30" },
    { "larger than the pixels", 40, 200, 0, ALIGN_LEFT, "10 20 200 80" },
    { "no more than the column", 20, 0, 0, ALIGN_CENTER, "10 20 100 40" },
    { "a height makes it too wide", 10, 0, 40, ALIGN_CENTER, "10 20 50 20" },
};

static void check_size(void **state)
{
    const struct size_row *row = *state;
    struct fake f;
    fake_begin(&f, row->letters, 20);
    fake_add(&f, fake_image(&f, PT(row->width), PT(row->height), row->align));
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    const struct mark *m = image_of(p, 0, 0);
    assert_string_equal(arena_format(&f.arena, "%d %d %d %d", m->x / 1000, m->y / 1000, m->width / 1000, m->image.height / 1000),
                        row->place);
    assert_int_equal(p->elements[m->element].kind, ELEMENT_FIGURE);
    assert_string_equal(p->elements[m->element].alt, "words");
    arena_free(&f.arena);
}

struct said_row { const char *name; int width, height; enum message id; const char *text; };
static const struct said_row said[] = {
    { "too wide", 110, 0, MSG_IMAGE_TOO_WIDE, "the picture 'p' is 3.5 mm wider than its column" },
    { "too tall", 100, 210, MSG_IMAGE_TOO_TALL, "the picture 'p' is 3.5 mm taller than the page" },
};

static void check_said(void **state)
{
    const struct said_row *row = *state;
    struct fake f;
    fake_begin(&f, 20, 20);
    fake_add(&f, fake_image(&f, PT(row->width), PT(row->height), ALIGN_LEFT));
    assert_null(fake_set(&f));
    assert_int_equal(f.log.message[0].id, row->id);
    assert_string_equal(f.log.message[0].text, row->text);
    arena_free(&f.arena);
}

/* ---- on the page ------------------------------------------------------------------------------------ */

static void without_words_it_is_an_ornament(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 40, 20);
    fake_add(&f, fake_image(&f, 0, 0, ALIGN_LEFT))->image.alt = NULL;
    struct pages *p = fake_set(&f);
    assert_int_equal(p->elements[image_of(p, 0, 0)->element].kind, ELEMENT_ARTIFACT);
    arena_free(&f.arena);
}

/* Room for the picture, not for its caption: both go on. */
static void a_caption_is_never_torn_off(void **state)
{
    struct fake f;
    const struct style last = { .name = "p", .look = { .fonts = "Fake", .size = PT(10) }, .line_times = 1000, .after = PT(7) };
    (void)state;
    fake_begin(&f, 40, 10);
    for (int i = 0; i < 5; i++)
        fake_add(&f, fake_para(&f, &fake_style, "mot"));
    struct block *keep = fake_add(&f, NEW(&f.arena, struct block));
    keep->kind = BLOCK_KEEP;
    keep->keep.blocks = fake_image(&f, 0, PT(50), ALIGN_LEFT);
    keep->keep.blocks->next = fake_para(&f, &last, "hinh");
    fake_add(&f, fake_para(&f, &fake_style, "hai"));
    struct pages *p = fake_set(&f);
    assert_null(image_of(p, 0, 0));
    assert_int_equal(image_of(p, 1, 0)->y, PT(20));
    assert_string_equal(fake_text(&f, p, 1, 0), "10 78 hinh");
    assert_string_equal(fake_text(&f, p, 1, 1), "10 95 hai"); /* and its space below holds */
    arena_free(&f.arena);
}

static struct block *fake_grid(struct fake *f, struct block *left, struct block *right)
{
    static struct width widths[] = { { WIDTH_SHARE, 1 }, { WIDTH_SHARE, 1 } };
    struct block *b = NEW(&f->arena, struct block);
    b->kind = BLOCK_GRID;
    b->grid.widths = widths;
    b->grid.columns = 2;
    b->grid.rows = NEW(&f->arena, struct row);
    b->grid.rows->cells = NEW(&f->arena, struct cell);
    *b->grid.rows->cells = (struct cell){ .blocks = left, .columns = 1, .rows = 1, .valign = VALIGN_TOP };
    b->grid.rows->cells->next = NEW(&f->arena, struct cell);
    *b->grid.rows->cells->next = (struct cell){ .blocks = right, .column = 1, .columns = 1, .rows = 1, .valign = VALIGN_TOP };
    return b;
}

static void beside_words_it_hangs_from_the_top(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 40, 10);
    fake_add(&f, fake_grid(&f, fake_image(&f, 0, PT(30), ALIGN_LEFT), fake_para(&f, &fake_style, "ten")));
    struct pages *p = fake_set(&f);
    assert_int_equal(image_of(p, 0, 0)->y, PT(20));
    assert_string_equal(fake_text(&f, p, 0, 0), "110 28 ten");
    arena_free(&f.arena);
}

static void pictures_side_by_side_stand_on_one_line(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 40, 10);
    fake_add(&f, fake_grid(&f, fake_image(&f, 0, PT(30), ALIGN_LEFT), fake_image(&f, 0, PT(20), ALIGN_LEFT)));
    struct pages *p = fake_set(&f);
    assert_int_equal(image_of(p, 0, 0)->y, PT(20));
    assert_int_equal(image_of(p, 0, 1)->y, PT(30));
    arena_free(&f.arena);
}

int main(void)
{
    static struct cases c;
    CASES(&c, sizes, check_size);
    CASES(&c, said, check_said);
    CASE(&c, without_words_it_is_an_ornament);
    CASE(&c, a_caption_is_never_torn_off);
    CASE(&c, beside_words_it_hangs_from_the_top);
    CASE(&c, pictures_side_by_side_stand_on_one_line);
    return cases_run(&c, "figure");
}
