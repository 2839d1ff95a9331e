/* sandbox.h - what the kernel is asked to refuse this process for good, however wrong its code may be.
 *
 * Files: Landlock, since Linux 5.13. Calls: a seccomp filter by libseccomp, which knows every machine's
 * numbers. Both hold for all that is forked later, and none of it can be taken back.         */
#ifndef SANDBOX_SANDBOX_H
#define SANDBOX_SANDBOX_H

#include "base/base.h"

struct fence_files {
    const char **read, **write;  /* files or folders, with all below; those to be written are read too */
    int n_read, n_write;
};

/* 0, or errno: nothing is fenced. What is not there is passed over.                          */
int fence_files(const struct fence_files *files);

/* Only what it takes to read, compute and write may be asked of the kernel: no socket, no program, no other
 * process. workers: processes may be forked, and talk with this one.                          */
int fence_calls(bool workers);

/* Memory, size of files, no core; cpu 0: as it is. Limits that are lower stay.                */
void fence_resources(int64_t cpu_seconds);

#endif
