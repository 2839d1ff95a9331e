/* widths.c - the columns of tables and grids: lengths, per cents, shares and contents.          */
#include "set/slab.h"

bool widths_solve(const struct width *w, int n, len room, width_measure *natural, void *user, len *out,
                  len *missing)
{
    int64_t fixed = 0, shares = 0, given = 0;
    for (int i = 0; i < n; i++) {
        out[i] = w[i].kind == WIDTH_FIXED     ? w[i].n
                 : w[i].kind == WIDTH_PERCENT ? (len)((int64_t)room * w[i].n / 100)
                 : w[i].kind == WIDTH_AUTO    ? natural(user, i)
                                              : 0;
        fixed += out[i];
        shares += w[i].kind == WIDTH_SHARE ? w[i].n : 0;
    }
    *missing = fixed > room ? (len)(fixed - room) : 0;
    if (*missing || (shares && fixed == room))
        return false;
    for (int i = 0; i < n; i++) {
        if (w[i].kind != WIDTH_SHARE)
            continue;
        int64_t before = given;
        given += w[i].n; /* differences of sums, so that nothing is lost by rounding */
        out[i] = (len)((room - fixed) * given / shares - (room - fixed) * before / shares);
    }
    return true;
}

/* The columns that are no wider than what each of those still open could have get their
 * natural width. Returns how many.                                                           */
static int settle(struct width *w, int n, const len *natural, int64_t *room)
{
    int open = 0, settled = 0;
    for (int i = 0; i < n; i++)
        open += w[i].kind == WIDTH_AUTO;
    int64_t fair = open ? *room / open : 0;
    for (int i = 0; i < n; i++) {
        if (w[i].kind != WIDTH_AUTO || natural[i] > fair)
            continue;
        w[i] = (struct width){ WIDTH_FIXED, natural[i] };
        *room -= natural[i];
        settled++;
    }
    return settled;
}

/* Contents too wide for the page: short columns as they are; of the others each has its widest
 * word, and what is left goes to them by what they lack. Lengths never give way.              */
void widths_narrow(struct width *w, int n, int64_t room, width_measure *natural_of, width_measure *narrowest_of,
                   void *user)
{
    len natural[MAX_COLUMNS] = { 0 }, least[MAX_COLUMNS] = { 0 };
    int64_t lacking = 0, width = room;
    for (int i = 0; i < n; i++) {
        if (w[i].kind == WIDTH_PERCENT)
            w[i] = (struct width){ WIDTH_FIXED, (len)(width * w[i].n / 100) };
        natural[i] = w[i].kind == WIDTH_AUTO ? natural_of(user, i) : 0;
        room -= w[i].kind == WIDTH_FIXED ? w[i].n : 0;
    }
    while (settle(w, n, natural, &room))
        ;
    for (int i = 0; i < n; i++) {
        least[i] = w[i].kind == WIDTH_AUTO || w[i].kind == WIDTH_SHARE ? narrowest_of(user, i) : 0;
        lacking += w[i].kind == WIDTH_AUTO ? natural[i] - least[i] : 0;
        room -= least[i];
    }
    for (int i = 0; i < n && room >= 0; i++)
        if (w[i].kind == WIDTH_AUTO)
            w[i] = (struct width){ WIDTH_FIXED, least[i] + (len)(lacking ? room * (natural[i] - least[i]) / lacking : 0) };
}
