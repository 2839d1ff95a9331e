/* func.h - what the functions vb:... of XPath share. They are called from inside libxml2: no arena but the
 * passing one, no longjmp.                                                                      */
#ifndef READ_FUNC_H
#define READ_FUNC_H

#include "base/utf8.h"
#include "read/xpath/env.h"

#include <libxml/xpathInternals.h>

static inline struct env *env_of(xmlXPathParserContext *ctxt) { return ctxt->context->userData; }
static inline void push_string(xmlXPathParserContext *ctxt, const char *s) { valuePush(ctxt, xmlXPathNewCString(s)); }

/* For this call alone.                                                                      */
static inline struct arena *func_passing(xmlXPathParserContext *ctxt)
{
    struct arena *a = &env_of(ctxt)->t->calls->passing;
    arena_reset(a);
    return a;
}

/* For the message: the words that are no number, no date; where they stand, or NULL.     */
static inline void func_refuse(xmlXPathParserContext *ctxt, const xmlNode *node, const char *vi, const char *en, const char *words)
{
    struct env *env = env_of(ctxt);
    env->refused = (struct refused){ .vi = vi, .en = en, .at = node ? xml_pos(node) : NOWHERE };
    snprintf(env->refused.words, sizeof(env->refused.words), "%s", words);
    env->refused.words[utf8_valid(env->refused.words, (int)strlen(env->refused.words))] = '\0'; /* it may be cut */
}

/* What is missing in the value that a vb:if does not want is not reported.               */
#define FAIL(error) \
    do { \
        if (!is_unwanted(env_of(ctxt))) \
            XP_ERROR(error); \
        push_string(ctxt, ""); \
        return; \
    } while (0)

/* func_number.c */
void fn_number(xmlXPathParserContext *ctxt, int nargs);
void fn_words(xmlXPathParserContext *ctxt, int nargs);
void fn_roman(xmlXPathParserContext *ctxt, int nargs);
void fn_letter(xmlXPathParserContext *ctxt, int nargs);
void fn_sum(xmlXPathParserContext *ctxt, int nargs);

/* func_if.c: the calls that xpath_lazy puts into a vb:if.                                        */
void fn_if_test(xmlXPathParserContext *ctxt, int nargs);
void fn_if_then(xmlXPathParserContext *ctxt, int nargs);

/* match.c: vb:matches, vb:named.                                                                 */
void fn_matches(xmlXPathParserContext *ctxt, int nargs);
void fn_named(xmlXPathParserContext *ctxt, int nargs);
void patterns_drop(struct calls *calls);

#endif
