/* subset.c - a font file with the letters that are used, for PDF and for browsers.                */
#include "font/own.h"

#include <hb-subset.h>

/* Browsers want the first four, and none of them the rest. */
static hb_subset_input_t *subset_input(const uint32_t *cps, int n, bool web)
{
    static const hb_tag_t dropped[] = {
        HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'), HB_TAG('c', 'm', 'a', 'p'),
        HB_TAG('O', 'S', '/', '2'), HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
        HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('g', 'a', 's', 'p'),
        HB_TAG('D', 'S', 'I', 'G'), HB_TAG('F', 'F', 'T', 'M'), HB_TAG('m', 'e', 't', 'a'),
    };
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    for (int i = 0; i < n; i++)
        hb_set_add(hb_subset_input_unicode_set(input), cps[i]);
    for (int i = web ? 4 : 0; i < LENGTH(dropped); i++)
        hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), dropped[i]);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    return input;
}

struct subsetting { hb_subset_input_t *input; hb_subset_plan_t *plan; hb_face_t *made; hb_blob_t *blob; };

static void drop_subsetting(void *kept)
{
    struct subsetting *s = kept;
    hb_blob_destroy(s->blob);    /* all of them take NULL, but the plan */
    hb_face_destroy(s->made);
    if (s->plan)
        hb_subset_plan_destroy(s->plan);
    if (s->input)
        hb_subset_input_destroy(s->input);
    *s = (struct subsetting){ 0 };
}

static struct subsetting *subsetting(struct arena *a, hb_face_t *face, const uint32_t *cps, int n, bool web)
{
    struct subsetting *s = NEW(a, struct subsetting);
    arena_own(a, drop_subsetting, s);
    s->input = subset_input(cps, n, web);
    s->plan = s->input ? hb_subset_plan_create_or_fail(face, s->input) : NULL;
    s->made = s->plan ? hb_subset_plan_execute_or_fail(s->plan) : NULL;
    return s;
}

static bool subset(struct arena *a, const struct face *face, const uint32_t *cps, int n, bool web, struct subset *out)
{
    struct subsetting *s = subsetting(a, face_program(face), cps, n, web);
    bool made = s->made != NULL;
    if (made) {
        const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(s->plan);
        unsigned size;
        s->blob = hb_face_reference_blob(s->made);
        const char *data = hb_blob_get_data(s->blob, &size);
        *out = (struct subset){ arena_copy(a, data, size), (int)size, NEW_N(a, uint16_t, n + 1) };
        for (int i = 0; i < n; i++) {
            hb_codepoint_t gid = hb_map_get(map, (hb_codepoint_t)face_glyph(face, cps[i]));
            out->gid[i] = gid == HB_MAP_VALUE_INVALID ? 0 : (uint16_t)gid;
        }
    }
    drop_subsetting(s);
    return made;
}

bool face_subset(struct arena *a, const struct face *face, const uint32_t *cps, int n, struct subset *out)
{
    return subset(a, face, cps, n, false, out);
}

bool face_subset_web(struct arena *a, const struct face *face, const uint32_t *cps, int n, struct subset *out)
{
    return subset(a, face, cps, n, true, out);
}
