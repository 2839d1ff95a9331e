/* modes.c - what a document is set for.                                                       */
#include "read/template/value.h"

static const char *const modes[] = { "electronic", "paper", "archive" }; /* the first unless another is asked for */

const char *mode_default(void) { return modes[0]; }

bool mode_check(struct log *log, const char *mode, struct pos at)
{
    for (int i = 0; i < LENGTH(modes); i++)
        if (strcmp(mode, modes[i]) == 0)
            return true;
    say(log, MSG_MODE_UNKNOWN, at, mode, did_you_mean(log, mode, modes, LENGTH(modes)));
    return false;
}

/* $mode = 'word': of a word that is no mode that would never hold, and nothing would be said.    */
void mode_words_check(struct log *log, const struct piece *piece)
{
    for (const char *s = piece->source; s && (s = strstr(s, "$mode"));) {
        s += strlen("$mode");
        s += strspn(s, " \t\r\n");
        s += *s == '!';
        if (*s != '=')
            continue;
        s += 1 + strspn(s + 1, " \t\r\n");
        if (*s == '\'' || *s == '"')
            mode_check(log, arena_copy(log->arena, s + 1, strcspn(s + 1, "'\"")), piece->pos);
    }
}
