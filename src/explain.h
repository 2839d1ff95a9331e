/* explain.h - from page.h's reasons to those of vanban.h.                                     */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "base/log.h"
#include "page.h"
#include "vanban.h"

struct vb_place vb_place_of(struct pos pos);

void explain_tell(struct log *log, const struct pages *pages, vb_reason_sink *tell, void *user);

#endif
