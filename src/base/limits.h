/* limits.h - what a stranger may ask for, in one table: --limit, the library's options, --help and the
 * tables of README come from it. Reaching one is a message that names it, never a crash. What no user
 * needs to move is a constant of base.h.                                               */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#include "base/base.h"

/* name, its word for users, default, least, most, what it bounds in Vietnamese and English. The most
 * is what the program's own counters and arrays hold.                                     */
/* clang-format off */
#define LIMITS(L) \
L(BYTES, "bytes", 64 << 20, 1, 512 << 20, \
  "byte của một tệp dữ liệu, mẫu, CSV, hay một bản ghi", "bytes in one data, template or CSV file, or in one record") \
L(DEPTH, "depth", MAX_DEPTH, 1, MAX_DEPTH, \
  "tầng phần tử lồng nhau", "levels of nested elements") \
L(NODES, "nodes", 4000000, 1, 100000000, \
  "phần tử và chú thích của một tệp XML", "elements and comments in one XML file") \
L(ATTRIBUTES, "attributes", 1000, 1, 10000, \
  "thuộc tính của một phần tử", "attributes of one element") \
L(BLOCKS, "blocks", 2000000, 1, 100000000, \
  "đoạn và hàng bảng của một văn bản", "paragraphs and table rows in one document") \
L(PAGES, "pages", 5000, 1, 100000, \
  "trang của một văn bản", "pages in one document") \
L(MARKS, "marks", 10000000, 1, 100000000, \
  "dòng chữ, nét kẻ, ảnh đặt trên các trang của một văn bản", "runs of text, lines and pictures on the pages of one document") \
L(XPATH, "xpath", 10000000, 1, 1000000000, \
  "phép tính của một biểu thức XPath", "operations in one XPath expression") \
L(PICTURE_BYTES, "picture-bytes", 32 << 20, 1, 512 << 20, \
  "byte của một tệp ảnh", "bytes in one picture file") \
L(PICTURE_PIXELS, "picture-pixels", 40000000, 1, 400000000, \
  "điểm ảnh của một ảnh (A4 ở 600 dpi có 35 triệu)", "pixels in one picture (A4 at 600 dpi has 35 million)") \
L(PICTURES_PIXELS, "pictures-pixels", 200000000, 1, 2000000000, \
  "điểm ảnh của mọi ảnh trong một văn bản", "pixels in all pictures of one document") \
L(SECONDS, "seconds", 600, 1, 86400, \
  "giây cho mỗi bước: đọc, dàn trang", "seconds for each step: reading, layout")
/* clang-format on */

#define LIMIT_NAME(name, ...) LIMIT_##name,
enum limit { LIMITS(LIMIT_NAME) LIMIT_COUNT };
#undef LIMIT_NAME

struct limit_row { const char *name; int64_t value, least, most; const char *about[2]; };
extern const struct limit_row limit_rows[LIMIT_COUNT];

struct limits { int64_t of[LIMIT_COUNT]; }; /* 0: as in the table                          */

static inline int64_t limit_of(const struct limits *limits, enum limit limit)
{
    return limits && limits->of[limit] ? limits->of[limit] : limit_rows[limit].value;
}

/* "64M" or "67108864" to a number within the row's bounds; LIMIT_COUNT: the name is none, or the number
 * is outside them. K, M and G count by 1024 for bytes, else by 1000.                       */
enum limit limit_read(const char *name, const char *value, int64_t *to);

bool limit_counts_bytes(enum limit limit);

#endif
