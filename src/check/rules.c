/* rules.c - the table of all rules: R1 to R120 of the layout, T of the words, D of what refers to what
 * (dẫn chiếu): what a report says of each, and what measures it.                                      */
#include "check/check.h"

#define MUC_I "Phụ lục I, Phần I, Mục I, "
#define MUC_II "Phụ lục I, Phần I, Mục II, "
#define MUC_III "Phụ lục I, Phần I, Mục III, "
#define PHAN_II "Phụ lục I, Phần II, "

#define TCVN MUC_I "khoản 4 (TCVN 6909:2001)"
#define SAFE_VI "an toàn: "
#define SAFE_EN "safety: "
#define USE_VI "tập quán: "
#define USE_EN "practice: "

#define R(n, level, annex, clause, title_vi, title_en, allowed_vi, allowed_en, remedy_vi, remedy_en) \
    { CHECK_##level, annex, rule_##n, { { "R" #n, clause, title_vi, allowed_vi, remedy_vi }, { "R" #n, clause, title_en, allowed_en, remedy_en } }, false },
#define WORDS(name, level, measure, vi, en, title_vi, title_en, allowed_vi, allowed_en, remedy_vi, remedy_en) \
    { CHECK_##level, true, measure, { { name, vi, title_vi, allowed_vi, remedy_vi }, { name, en, title_en, allowed_en, remedy_en } }, true },
#define T(n, level, ...) WORDS("T" #n, level, rule_t##n, __VA_ARGS__)
#define D(n, level, ...) WORDS("D" #n, level, rule_d##n, __VA_ARGS__)
const struct rule rules[] = {
#include "check/rules_page.h"
#include "check/rules_header.h"
#include "check/rules_body.h"
#include "check/rules_end.h"
#include "check/rules_text.h"
#include "check/rules_refs.h"
};
#undef R
#undef T
#undef D
const int n_rules = LENGTH(rules);
