/* func_number.c - the functions vb:... that count, and write numbers. As func.c's: no arena, no longjmp.  */
#include "read/xpath/func.h"

#include "base/number.h"
#include "base/spell.h"

#include <math.h>

#define NO_NUMBER "một số", "a number"
#define TOO_LONG "một số có nhiều nhất 15 chữ số", "a number of at most 15 digits"

/* Is what the node holds a number in Vietnamese form? Those that the needs declare are plain.     */
static bool is_vietnamese(xmlXPathParserContext *ctxt, const xmlNode *node)
{
    return env_of(ctxt)->vietnamese_numbers && !xml_typed(node);
}

/* Of a node, the number that it holds as the data writes its numbers.                            */
static double pop_number(xmlXPathParserContext *ctxt)
{
    const xmlXPathObject *o = ctxt->value;
    bool node = ctxt->valueNr && o && o->type == XPATH_NODESET && o->nodesetval && o->nodesetval->nodeNr;
    if (!ctxt->valueNr || !o || (!node && o->type != XPATH_STRING))
        return xmlXPathPopNumber(ctxt);
    struct decimal d;
    const xmlNode *from = node ? o->nodesetval->nodeTab[0] : NULL;
    bool vietnamese = node && is_vietnamese(ctxt, from);
    xmlChar *s = xmlXPathPopString(ctxt);
    double x = !s ? NAN : !vietnamese ? xmlXPathCastStringToNumber(s) : decimal_parse((const char *)s, true, &d) ? decimal_double(d) : NAN;
    if (s && !isfinite(x))
        func_refuse(ctxt, from, NO_NUMBER, (const char *)s);
    else if (s && fabs(x) >= DOUBLE_EXACT)
        func_refuse(ctxt, from, TOO_LONG, (const char *)s), x = NAN;
    xmlFree(s);
    return x;
}

/* The last digits of what is longer would be made up.                                             */
void fn_number(xmlXPathParserContext *ctxt, int nargs)
{
    if (nargs != 1 && nargs != 2)
        XP_ERROR(XPATH_INVALID_ARITY);
    double decimals = nargs == 2 ? xmlXPathPopNumber(ctxt) : -1, x = pop_number(ctxt);
    bool finite = isfinite(x), exact = fabs(x) < DOUBLE_EXACT;
    if (finite && !exact)
        func_refuse(ctxt, NULL, TOO_LONG, arena_format(func_passing(ctxt), "%.0f", x));
    if (!exact || !(decimals >= -1 && decimals <= 9))
        FAIL(XPATH_INVALID_OPERAND);
    push_string(ctxt, number_vi(func_passing(ctxt), x, (int)decimals));
}

/* A number, or words that are one, in words. Fractions as they stand, else six digits of them.   */
void fn_words(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(1);
    xmlXPathObject *o = valuePop(ctxt);
    if (!o)
        XP_ERROR(XPATH_STACK_ERROR);
    struct decimal d;
    struct arena *a = func_passing(ctxt);
    bool number = o->type == XPATH_NUMBER;
    xmlChar *s = number ? NULL : xmlXPathCastToString(o);
    const char *text = number ? number_plain(a, o->floatval) : s ? (const char *)s : "";
    bool node = o->type == XPATH_NODESET && o->nodesetval && o->nodesetval->nodeNr;
    bool good = decimal_parse(text, node && is_vietnamese(ctxt, o->nodesetval->nodeTab[0]), &d);
    if (good)
        push_string(ctxt, number_words(a, d));
    else if (number && isfinite(o->floatval))
        func_refuse(ctxt, NULL, TOO_LONG, arena_format(a, "%.0f", o->floatval));
    else
        func_refuse(ctxt, node ? o->nodesetval->nodeTab[0] : NULL, NO_NUMBER, text);
    xmlFree(s);
    xmlXPathFreeObject(o);
    if (!good)
        FAIL(XPATH_INVALID_OPERAND);
}

static void counted(xmlXPathParserContext *ctxt, int nargs, const char *(*write)(int, char *))
{
    CHECK_ARITY(1);
    double x = pop_number(ctxt);
    char out[ROMAN_TEXT];
    if (isfinite(x) && !(x >= 1 && x < 100000))
        func_refuse(ctxt, NULL, "một số từ 1 đến 99.999", "a number from 1 to 99,999", number_plain(func_passing(ctxt), x));
    if (!(x >= 1 && x < 100000))
        FAIL(XPATH_INVALID_OPERAND);
    push_string(ctxt, write((int)x, out));
}

void fn_roman(xmlXPathParserContext *ctxt, int nargs) { counted(ctxt, nargs, number_roman); }
void fn_letter(xmlXPathParserContext *ctxt, int nargs) { counted(ctxt, nargs, number_letter); }

/* Decimal arithmetic: 0.1 + 0.2 is 0.3. An empty field counts as nothing; a word is
 * an error, as is a sum of more than 15 digits.                                           */
void fn_sum(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(1);
    xmlNodeSet *set = xmlXPathPopNodeSet(ctxt);
    struct decimal sum = { 0, 0 }, d;
    bool good = true;
    for (int i = 0; good && set && i < set->nodeNr; i++) {
        xmlChar *s = xmlXPathCastNodeToString(set->nodeTab[i]);
        const char *word = (const char *)s + strspn((const char *)s, " \t\r\n");
        char one[64];
        snprintf(one, sizeof(one), "%.*s", (int)strcspn(word, " \t\r\n"), word);
        if (*one)
            good = decimal_parse(one, is_vietnamese(ctxt, set->nodeTab[i]), &d) && decimal_add(&sum, d);
        if (!good)
            func_refuse(ctxt, set->nodeTab[i], NO_NUMBER, one);
        xmlFree(s);
    }
    xmlXPathFreeNodeSet(set);
    bool exact = fabs((double)sum.value) < DOUBLE_EXACT;
    if (good && !exact)
        func_refuse(ctxt, NULL, TOO_LONG, decimal_plain(func_passing(ctxt), sum));
    if (!good || !exact)
        FAIL(XPATH_INVALID_OPERAND);
    valuePush(ctxt, xmlXPathNewFloat(decimal_double(sum)));
}
