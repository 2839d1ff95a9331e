/* trace.h - the reader of what mutool prints: its state, and the paths in it.                                          */
#ifndef FOREIGN_TRACE_H
#define FOREIGN_TRACE_H

#include "foreign/sheet.h"

struct matrix { double a, b, c, d, e, f; };
struct point { double x, y; };   /* millipoints from the page's top left corner                                       */

enum inside { IN_NOTHING, IN_TEXT, IN_OUTLINE, IN_HIDDEN, IN_FILL, IN_STROKE };
enum { MOST_POINTS = 64 };       /* of a path that is a rule or a frame                                               */

struct trace {
    struct book *book;
    int64_t most_pages;
    struct sheet *sheet;         /* NULL: between pages                                                               */
    enum inside in, was;         /* what is being read; what was read last                                            */
    int tiles, text_from, groups;
    struct matrix move;
    uint32_t colour;
    double thick;
    struct faces faces;
    struct writer writer;
    struct look look;
    double along_x, along_y;     /* where an advance of 1 leads                                                       */
    bool level;                  /* text that runs from left to right                                                 */
    struct point path[MOST_POINTS];
    int points;
    bool curved;
};

/* attributes.c                                                                                                       */
const char *attribute(const char *line, const char *name); /* behind name=", or NULL                                  */
int numbers(const char *s, double *to, int most);
double one_number(const char *line, const char *name);
double bounded(double v);        /* what no page has becomes 0                                                        */
uint32_t colour_of(const char *line);
struct matrix matrix_of(const char *line, const char *name);
struct point point_of(const struct trace *t, const char *line);

/* paths.c: rules and frames among what is drawn.                                                                     */
void path_begin(struct trace *t);
void path_line(struct trace *t, const char *line);
void path_end(struct trace *t);

#endif
