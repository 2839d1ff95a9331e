/* func.c - the functions vb:... of XPath. They are called from inside libxml2:
 * no arena, no longjmp; what is wrong with an argument becomes XPath's own error,
 * which env_eval reports with both places.                                            */
#include "read/xpath/func.h"

#include "base/date.h"
#include "base/number.h"
#include "base/utf8.h"

#include <math.h>

#define VB_NAMESPACE (const xmlChar *)"urn:vanban"

static bool is_nothing(const xmlXPathObject *o)
{
    if (o->type == XPATH_NUMBER)
        return !isfinite(o->floatval);
    xmlChar *s = xmlXPathCastToString((xmlXPathObject *)o);
    bool nothing = !s || xml_is_blank((const char *)s);
    xmlFree(s);
    return nothing;
}

static void fn_default(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(2);
    xmlXPathObject *fallback = valuePop(ctxt), *o = valuePop(ctxt);
    if (!o || !fallback) {
        xmlXPathFreeObject(o);
        xmlXPathFreeObject(fallback);
        XP_ERROR(XPATH_STACK_ERROR);
    }
    bool nothing = is_nothing(o);
    valuePush(ctxt, nothing ? fallback : o);
    xmlXPathFreeObject(nothing ? o : fallback);
}

static void fn_if(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(3);
    env_of(ctxt)->n_branches -= env_of(ctxt)->n_branches > 0; /* vb:if-test counted it */
    xmlXPathObject *no = valuePop(ctxt), *yes = valuePop(ctxt);
    int test = xmlXPathPopBoolean(ctxt);
    if (!no || !yes) {
        xmlXPathFreeObject(no);
        xmlXPathFreeObject(yes);
        XP_ERROR(XPATH_STACK_ERROR);
    }
    valuePush(ctxt, test ? yes : no);
    xmlXPathFreeObject(test ? no : yes);
}

/* vb:text('name'): the setting of a name that is put together; a second argument stands
 * in for one that is not there.                                                           */
static void fn_text(xmlXPathParserContext *ctxt, int nargs)
{
    if (nargs != 1 && nargs != 2)
        XP_ERROR(XPATH_INVALID_ARITY);
    xmlChar *other = nargs == 2 ? xmlXPathPopString(ctxt) : NULL, *name = xmlXPathPopString(ctxt);
    struct env *env = env_of(ctxt);
    const char *value = name ? env_setting(env, (const char *)name) : NULL;
    bool none = !value && !other;
    if (none && !is_unwanted(env))
        snprintf(env->no_setting, sizeof(env->no_setting), "%s", name ? (const char *)name : "");
    if (!none)
        push_string(ctxt, value ? value : (const char *)other);
    xmlFree(other);
    xmlFree(name);
    if (none)
        FAIL(XPATH_UNDEF_VARIABLE_ERROR);
}

static void fn_label(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(1);
    xmlNodeSet *set = xmlXPathPopNodeSet(ctxt);
    const xmlNode *node = set && set->nodeNr ? set->nodeTab[0] : NULL;
    const char *label = node && node->type == XML_ELEMENT_NODE ? xml_mark_of(node)->label : NULL;
    push_string(ctxt, label ? label : "");
    xmlXPathFreeNodeSet(set);
}

/* Room for the clerk's pen: no-break spaces.                                            */
#define BLANK "\xC2\xA0\xC2\xA0\xC2\xA0\xC2\xA0\xC2\xA0"

/* A date stands on the page in other words than the data's.                              */
static void mark_shown(const xmlXPathObject *value)
{
    const xmlNodeSet *set = value && value->type == XPATH_NODESET ? value->nodesetval : NULL;
    const xmlNode *node = set && set->nodeNr ? set->nodeTab[0] : NULL;
    if (node && node->type == XML_ELEMENT_NODE)
        xml_mark_of(node)->shown = true;
}

static void fn_date(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(2);
    xmlChar *form = xmlXPathPopString(ctxt);
    if (!is_unwanted(env_of(ctxt)))
        mark_shown(ctxt->value);
    xmlChar *text = xmlXPathPopString(ctxt);
    struct date d;
    bool good = form && text && date_parse((const char *)text, &d) == DATE_GOOD;
    bool is_short = good && xmlStrEqual(form, (const xmlChar *)"short");
    good = good && (is_short || xmlStrEqual(form, (const xmlChar *)"long"));
    if (!good && text)
        func_refuse(ctxt, NULL, "một ngày như 2020-01-05, và 'long' hoặc 'short'", "a date such as 2020-01-05, and 'long' or 'short'", (const char *)text);
    xmlFree(form);
    xmlFree(text);
    if (!good)
        FAIL(XPATH_INVALID_OPERAND);
    struct arena *a = func_passing(ctxt);
    bool english = strcmp(env_of(ctxt)->lang, "en") == 0;
    push_string(ctxt, is_short  ? date_short(a, d)
                   : english ? date_long_en(a, d, BLANK)
                             : date_long(a, d, BLANK));
}

/* Of a number its digits, where libxml2 would write 2.5e+09. NULL: none are to be had of it.  */
static xmlChar *pop_words(xmlXPathParserContext *ctxt)
{
    if (!ctxt->valueNr || ctxt->value->type != XPATH_NUMBER)
        return xmlXPathPopString(ctxt);
    const char *words = number_xpath(func_passing(ctxt), xmlXPathPopNumber(ctxt));
    return *words ? xmlStrdup((const xmlChar *)words) : NULL;
}

/* Digits get zeros in front; anything else ("12a") stays as it is.                       */
static void fn_pad(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(2);
    double width = xmlXPathPopNumber(ctxt);
    xmlChar *s = pop_words(ctxt);
    if (!s || !(width >= 1 && width <= 18)) {
        xmlFree(s);
        FAIL(XPATH_INVALID_OPERAND);
    }
    char out[64];
    size_t have = strlen((char *)s), zeros = have < (size_t)width ? (size_t)width - have : 0;
    bool digits = have && strspn((char *)s, "0123456789") == have && have < 40;
    snprintf(out, sizeof(out), "%.*s%s", digits ? (int)zeros : 0, "000000000000000000",
             digits ? (char *)s : "");
    push_string(ctxt, digits ? out : (char *)s);
    xmlFree(s);
}

static void fn_upper(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(1);
    xmlChar *s = pop_words(ctxt);
    if (!s)
        FAIL(XPATH_INVALID_OPERAND);
    push_string(ctxt, utf8_upper(func_passing(ctxt), (const char *)s));
    xmlFree(s);
}

static void drop_calls(void *kept)
{
    struct calls *calls = kept;
    patterns_drop(calls);
    arena_free(&calls->passing);
}

/* Its block is taken while a want of memory may still jump: but for words of 16 KiB it is enough for any call. */
static struct calls *new_calls(struct arena *a)
{
    struct calls *calls = NEW(a, struct calls);
    arena_own(a, drop_calls, calls);
    calls->passing.no_memory = a->no_memory;
    arena_alloc(&calls->passing, 1);
    calls->passing.no_memory = NULL;
    return calls;
}

void env_register_functions(struct env *env)
{
    static const struct { const char *name; xmlXPathFunction call; } functions[] = {
        { "default", fn_default }, { "if", fn_if },         { "text", fn_text },
        { "if-test", fn_if_test }, { "if-then", fn_if_then },
        { "label", fn_label },     { "date", fn_date },     { "pad", fn_pad },
        { "number", fn_number },   { "roman", fn_roman },   { "letter", fn_letter },
        { "sum", fn_sum },         { "upper", fn_upper },   { "words", fn_words },
        { "matches", fn_matches }, { "named", fn_named },
    };
    if (!env->t->calls)
        env->t->calls = new_calls(env->t->arena);
    xmlXPathRegisterNs(env->xpath, (const xmlChar *)"vb", VB_NAMESPACE);
    for (int i = 0; i < LENGTH(functions); i++)
        xmlXPathRegisterFuncNS(env->xpath, (const xmlChar *)functions[i].name, VB_NAMESPACE,
                               functions[i].call);
}
