/* folders.c - where fonts are looked for, for whoever must know before any is.                  */
#include "font/own.h"

enum { MOST_FOLDERS = 64 };

struct folders { struct arena *arena; const char **folder; int n; };

static void add(struct folders *to, const char *folder)
{
    if (folder && to->n < MOST_FOLDERS)
        to->folder[to->n++] = arena_string(to->arena, folder);
}

static void add_list(struct folders *to, FcStrList *list)
{
    const FcChar8 *s;
    while (list && (s = FcStrListNext(list)))
        add(to, (const char *)s);
    if (list)
        FcStrListDone(list);
}

/* The system's own collection is asked for late, or never: these are where fontconfig keeps it. */
static void add_system(struct folders *to)
{
    static const char *const everywhere[] = { "/etc/fonts", "/usr/share/fontconfig", "/usr/share/xml/fontconfig", "/usr/share/fonts", "/usr/local/share/fonts",
                                              "/var/cache/fontconfig" };
    static const struct { const char *variable, *below; } own[] = {
        { "HOME", ".fonts" }, { "HOME", ".local/share/fonts" }, { "HOME", ".cache/fontconfig" }, { "HOME", ".config/fontconfig" },
        { "XDG_DATA_HOME", "fonts" }, { "XDG_CACHE_HOME", "fontconfig" }, { "XDG_CONFIG_HOME", "fontconfig" },
    };
    for (int i = 0; i < LENGTH(everywhere); i++)
        add(to, everywhere[i]);
    for (int i = 0; i < LENGTH(own); i++) {
        const char *folder = getenv(own[i].variable);
        if (folder && *folder == '/')
            add(to, arena_format(to->arena, "%s/%s", folder, own[i].below));
    }
}

const char *const *fonts_folders(const struct fonts *fonts, struct arena *a)
{
    struct folders to = { a, NEW_N(a, const char *, MOST_FOLDERS + 1), 0 };
    FcConfig *config = fonts_config(fonts);
    if (config) {
        add_list(&to, FcConfigGetConfigFiles(config));
        add_list(&to, FcConfigGetFontDirs(config));
        add_list(&to, FcConfigGetCacheDirs(config));
    }
    add_system(&to);
    return to.folder;
}
