/* http.h - what the files that answer browsers share: wait.c, reply.c, route.c, server.c; nobody else knows libmicrohttpd. */
#ifndef PREVIEW_HTTP_H
#define PREVIEW_HTTP_H

#include "preview/site.h"

#include <microhttpd.h>

struct visit {                       /* one request                                                        */
    struct visit *next, **back;      /* of all that wait                                                   */
    struct MHD_Connection *connection;
    double until;                    /* 0: it has not waited yet                                             */
    bool waits;
};

/* wait.c                                                                                                 */
enum MHD_Result visit_wait(struct visit *v); /* it is given again when there is news                            */
void visits_wake(bool all);          /* to look again; not all: those who have waited long enough              */
double visits_due(void);             /* when one has; INFINITY: nobody waits                                   */
void visits_end(void);               /* they are answered now, and wait no more                                */

/* reply.c: what is sent, with the headers that keep others out.                                          */
enum MHD_Result reply_bytes(struct MHD_Connection *c, const char *type, bool keep, const char *bytes, size_t size);
enum MHD_Result reply_json(struct MHD_Connection *c, json_object *o); /* takes it; NULL: there is none       */
enum MHD_Result reply_file(struct MHD_Connection *c, const char *path, const char *type);
enum MHD_Result reply_refuse(struct MHD_Connection *c, unsigned status);

/* route.c: what stands behind the token.                                                               */
enum MHD_Result visit_give(struct site *s, struct visit *v, const char *what);

#endif
