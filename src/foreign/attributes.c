/* attributes.c - names and numbers of the elements that mutool prints. */
#include "foreign/trace.h"

#include <math.h>

/* Behind name=", or NULL.                                                                                          */
const char *attribute(const char *line, const char *name)
{
    size_t n = strlen(name);
    for (const char *s = line; (s = strstr(s, name)); s += n)
        if (s > line && s[-1] == ' ' && s[n] == '=' && s[n + 1] == '"')
            return s + n + 2;
    return NULL;
}

/* strtod would listen to the locale.                                                                                */
static double number(const char **at)
{
    const char *s = *at;
    double v = 0, part = 1;
    bool minus = *s == '-';
    int exponent = 0;
    for (s += minus || *s == '+'; *s >= '0' && *s <= '9'; s++)
        v = v * 10 + (*s - '0');
    if (*s == '.')
        for (s++; *s >= '0' && *s <= '9'; s++)
            v += (*s - '0') * (part /= 10);
    if (*s == 'e' || *s == 'E') {
        bool down = *++s == '-';
        for (s += down || *s == '+'; *s >= '0' && *s <= '9'; s++)
            exponent = exponent < 100 ? exponent * 10 + (*s - '0') : exponent;
        v = v * pow(10, down ? -exponent : exponent);
    }
    *at = s;
    return minus ? -v : v;
}

int numbers(const char *s, double *to, int most)
{
    int n = 0;
    while (s && *s && *s != '"' && n < most) {
        const char *begin = s;
        while (*s == ' ' || *s == ',')
            s++;
        if (*s && *s != '"')
            to[n++] = number(&s);
        if (s == begin)
            break;
    }
    return n;
}

double one_number(const char *line, const char *name)
{
    double v = 0;
    numbers(attribute(line, name), &v, 1);
    return v;
}

double bounded(double v) { return v > -1e6 && v < 1e6 ? v : 0; }

struct matrix matrix_of(const char *line, const char *name)
{
    double v[6] = { 1, 0, 0, 1, 0, 0 };
    numbers(attribute(line, name), v, 6);
    return (struct matrix){ bounded(v[0]), bounded(v[1]), bounded(v[2]), bounded(v[3]), bounded(v[4]), bounded(v[5]) };
}

struct point point_of(const struct trace *t, const char *line)
{
    double x = bounded(one_number(line, "x")), y = bounded(one_number(line, "y"));
    const struct matrix *m = &t->move;
    return (struct point){ 1000 * (x * m->a + y * m->c + m->e), 1000 * (x * m->b + y * m->d + m->f) };
}

/* Grey, red green blue, or cyan magenta yellow black; whatever else is taken for black.                               */
uint32_t colour_of(const char *line)
{
    double v[4] = { 0 };
    int n = numbers(attribute(line, "color"), v, 4);
    if (n == 1)
        v[1] = v[2] = v[0];
    else if (n == 4)
        for (int i = 0; i < 3; i++)
            v[i] = (1 - v[i]) * (1 - v[3]);
    uint32_t rgb = 0;
    for (int i = 0; i < 3; i++)
        rgb = rgb << 8 | (n == 2 ? 0 : (uint32_t)(fmin(fmax(v[i], 0), 1) * 255 + 0.5));
    return rgb;
}
