/* match.c - the functions of XPath that <check>s need: does a text have a shape, which setting has a
 * value. As func.c's they are called from inside libxml2: no arena, no longjmp.               */
#include "read/xpath/func.h"

#include <libxml/xmlregexp.h>

enum { MAX_PATTERN = 2000, MAX_MATCHED = 10000 }; /* bytes: matching may go back and forth      */

void patterns_drop(struct calls *calls)
{
    for (int i = 0; i < calls->n_patterns; i++) {
        xmlFree(calls->pattern[i].source);
        xmlRegFreeRegexp(calls->pattern[i].compiled);
    }
}

/* What is wrong with a pattern becomes XPath's error; libxml2 is not to print.                 */
static void silence(void *user, xmlError *error) { (void)user, (void)error; }

static xmlRegexp *kept_pattern(const struct calls *calls, const xmlChar *source)
{
    for (int i = 0; i < calls->n_patterns; i++)
        if (xmlStrEqual(calls->pattern[i].source, source))
            return calls->pattern[i].compiled;
    return NULL;
}

static int match_kept(struct calls *calls, const xmlChar *text, const xmlChar *pattern)
{
    xmlRegexp *kept = kept_pattern(calls, pattern), *compiled = kept ? kept : xmlRegexpCompile(pattern);
    int found = compiled ? xmlRegexpExec(compiled, text) : -1;
    xmlChar *source = compiled && !kept && calls->n_patterns < KEPT_PATTERNS ? xmlStrdup(pattern) : NULL;
    if (source)
        calls->pattern[calls->n_patterns++] = (struct pattern){ source, compiled };
    else if (!kept)
        xmlRegFreeRegexp(compiled);
    return found;
}

static int match(struct calls *calls, const xmlChar *text, const xmlChar *pattern)
{
    if (!text || !pattern || xmlStrlen(pattern) > MAX_PATTERN || xmlStrlen(text) > MAX_MATCHED)
        return -1;
    xmlStructuredErrorFunc outer = xmlStructuredError;
    void *outer_user = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(NULL, silence);
    int found = match_kept(calls, text, pattern);
    xmlSetStructuredErrorFunc(outer_user, outer);
    return found;
}

/* vb:matches('QĐ-UBND', '\p{Lu}+-.*'): the whole text has the shape, in XML Schema's regular
 * expressions.                                                                                */
void fn_matches(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(2);
    xmlChar *pattern = xmlXPathPopString(ctxt), *text = xmlXPathPopString(ctxt);
    if (pattern && xmlStrlen(pattern) > MAX_PATTERN)
        func_refuse(ctxt, NULL, "một khuôn không quá 2.000 byte", "a pattern of at most 2,000 bytes", (const char *)pattern);
    else if (text && xmlStrlen(text) > MAX_MATCHED)
        func_refuse(ctxt, NULL, "một chữ không quá 10.000 byte", "a text of at most 10,000 bytes", (const char *)text);
    int found = match(env_of(ctxt)->t->calls, text, pattern);
    xmlFree(pattern);
    xmlFree(text);
    if (found < 0)
        XP_ERROR(XPATH_INVALID_OPERAND);
    valuePush(ctxt, xmlXPathNewBoolean(found));
}

/* vb:named('loai.', 'Báo cáo'): bao-cao, which makes the name of the setting loai.bao-cao whole; ""
 * where no setting behind the prefix has the value.                                           */
void fn_named(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(2);
    xmlChar *value = xmlXPathPopString(ctxt), *prefix = xmlXPathPopString(ctxt);
    const struct env *env = env_of(ctxt);
    const char *name = "";
    size_t n = prefix ? strlen((const char *)prefix) : 0;
    for (const struct set *s = value && prefix ? env->t->sets : NULL; s && !*name; s = s->next) {
        const char *now = strncmp(s->name, (const char *)prefix, n) == 0 ? env_setting(env, s->name) : NULL;
        if (now && *now && strcmp(now, (const char *)value) == 0)
            name = s->name + n;
    }
    push_string(ctxt, name);
    xmlFree(value);
    xmlFree(prefix);
}
