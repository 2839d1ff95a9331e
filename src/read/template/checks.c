/* checks.c - what is wrong with a template's <check>s themselves; src/read/judge runs them.             */
#include "read/template/template.h"

#include "base/words.h"

int check_message(const char *code)
{
    int id = 0;
    while (id < MESSAGE_COUNT && !same_word(messages[id].code, code))
        id++;
    return id;
}

/* A rule of src/check, which nobody here knows: R54.                                           */
bool check_is_rule(const char *name) { return name[0] >= 'A' && name[0] <= 'Z' && name[1] && strspn(name + 1, "0123456789") == strlen(name + 1); }

/* A name alone must be that of something there is to change.                                  */
static void say_unknown(struct template *t, const struct def *check)
{
    const char *names[MOST_NAMES];
    int n = 0;
    for (const struct def *d = t->checks; d && n < LENGTH(names); d = d->next)
        if (def_attr(d, "test"))
            names[n++] = d->name;
    for (int id = 0; id < MESSAGE_COUNT && n < LENGTH(names); id++)
        if (messages[id].severity != SEVERITY_ERROR)
            names[n++] = messages[id].code;
    say(t->log, MSG_NAME_UNKNOWN, check->pos, log_word(t->log, "kiểm tra", "check"), check->name,
        did_you_mean(t->log, check->name, names, n));
}

static void want(struct template *t, const struct def *check, bool has, const char *what)
{
    if (!has)
        say(t->log, MSG_CHECK_INCOMPLETE, check->pos, check->name, what);
}

void checks_judge(struct template *t)
{
    for (const struct def *d = t->checks; d; d = d->next) {
        int id = check_message(d->name);
        bool own = def_attr(d, "select") || def_attr(d, "test") || def_attr(d, "clause") || d->running;
        if (!own && check_is_rule(d->name))
            continue;
        if (id < MESSAGE_COUNT && (own || messages[id].severity == SEVERITY_ERROR)) {
            say(t->log, MSG_CHECK_FIXED, d->pos, d->name);
        } else if (id == MESSAGE_COUNT && !own) {
            say_unknown(t, d);
        } else if (id == MESSAGE_COUNT) {
            want(t, d, def_attr(d, "select"), "select");
            want(t, d, def_attr(d, "test"), "test");
            want(t, d, d->running, "<say>");
        }
    }
}
