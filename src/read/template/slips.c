/* slips.c - what somebody may have meant by an XPath that is none: words of other languages.    */
#include "read/template/value.h"

static const struct { const char *slip, *vi, *en; } slips[] = {
    { " then ", "không có if ... then ... else; viết vb:if(điều kiện, có, không)", "there is no if ... then ... else; write vb:if(test, yes, no)" },
    { "==", "so sánh viết một dấu =", "to compare, write one =" },
    { "&&", "viết and", "write and" },
    { "||", "viết or; nối chữ bằng concat(a, b)", "write or; words are joined by concat(a, b)" },
    { "<>", "khác nhau viết !=", "unequal is written !=" },
    { " ? ", "viết vb:if(điều kiện, có, không)", "write vb:if(test, yes, no)" },
    { "‘", "dấu nháy phải là '", "quotes are written '" },
    { "’", "dấu nháy phải là '", "quotes are written '" },
    { "“", "dấu nháy phải là '", "quotes are written '" },
    { "”", "dấu nháy phải là '", "quotes are written '" },
    { "−", "dấu trừ phải là -", "minus is written -" },
    { "×", "nhân viết *", "to multiply, write *" },
    { "%", "không có %; viết mod, hoặc 100 * a div b", "there is no %; write mod, or 100 * a div b" },
    { " eq ", "bằng nhau viết =", "equal is written =" },
    { " ne ", "khác nhau viết !=", "unequal is written !=" },
};

/* Quotes and brackets that do not close, the first of them.                                     */
static const char *unclosed(struct log *log, const char *s)
{
    char open[100], quote = 0;
    int n = 0;
    for (; *s; s++) {
        if (quote || *s == '"' || *s == '\'') {
            quote = !quote ? *s : *s == quote ? 0 : quote;
        } else if (*s == '(' || *s == '[') {
            if (n < LENGTH(open))
                open[n++] = *s == '(' ? ')' : ']';
        } else if (*s == ')' || *s == ']') {
            if (!n || open[--n] != *s)
                return log_sentence(log, ": thừa dấu {1}", ": a {1} too many", *s == ')' ? ")" : "]");
        }
    }
    if (quote)
        return log_sentence(log, ": thiếu dấu nháy {1} đóng", ": the quote {1} is not closed", quote == '"' ? "\"" : "'");
    return n ? log_sentence(log, ": thiếu dấu {1}", ": a {1} is missing", open[n - 1] == ')' ? ")" : "]") : "";
}

const char *xpath_slip(struct log *log, const char *source)
{
    for (int i = 0; i < LENGTH(slips); i++)
        if (strstr(source, slips[i].slip))
            return log_sentence(log, ": {1}", ": {1}", log_word(log, slips[i].vi, slips[i].en));
    size_t n = strlen(source);
    if (!source[strspn(source, " \t\r\n")])
        return log_word(log, ": để trống", ": it is empty");
    if (source[n - 1] == '/')
        return log_word(log, ": sau / còn thiếu tên", ": a name is missing behind the /");
    if (strstr(source, " / "))
        return log_word(log, ": chia viết div", ": to divide, write div");
    return unclosed(log, source);
}
