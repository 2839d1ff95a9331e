/* rules.c - the table of all rules, R1 to R120: what a report says of each, and what measures it.    */
#include "check/check.h"

#define MUC_I "Phụ lục I, Phần I, Mục I, "
#define MUC_II "Phụ lục I, Phần I, Mục II, "
#define MUC_III "Phụ lục I, Phần I, Mục III, "
#define PHAN_II "Phụ lục I, Phần II, "

#define R(n, level, annex, clause, title_vi, title_en, allowed_vi, allowed_en, remedy_vi, remedy_en) \
    { CHECK_##level, annex, rule_##n, { { "R" #n, clause, title_vi, allowed_vi, remedy_vi }, { "R" #n, clause, title_en, allowed_en, remedy_en } } },
const struct rule rules[] = {
#include "check/rules_page.h"
#include "check/rules_header.h"
#include "check/rules_body.h"
#include "check/rules_end.h"
};
#undef R
const int n_rules = LENGTH(rules);
