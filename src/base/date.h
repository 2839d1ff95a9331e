/* date.h - days as the decree writes them.                                      */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/arena.h"

struct date { int year, month, day; }; /* 0: left blank for the clerk            */

enum date_verdict { DATE_GOOD, DATE_NOT_ONE, DATE_NO_SUCH_DAY };

/* "2020-02-29", "2020-02", "2020" or "" (all blank).                            */
enum date_verdict date_parse(const char *s, struct date *out);

/* The day in Vietnam at so many seconds after 1970, as SOURCE_DATE_EPOCH has them; false: the
 * text is no such number.                                                          */
bool date_of_epoch(const char *seconds, struct date *out);

/* "ngày 05 tháng 01 năm 2020": a zero before days below 10 and before months 1
 * and 2 only (decree 30, annex I, II.4). What is blank is left as `blank`.       */
const char *date_long(struct arena *a, struct date d, const char *blank);
const char *date_long_en(struct arena *a, struct date d, const char *blank);
const char *date_short(struct arena *a, struct date d); /* 05/01/2020, 05/3/2020  */

#endif
