/* reply.c - what is sent.                                                                               */
#include "preview/http.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum MHD_Result send_response(struct MHD_Connection *c, unsigned status, const char *type, bool keep, struct MHD_Response *r)
{
    static const char *const headers[][2] = {
        { "X-Content-Type-Options", "nosniff" }, { "Referrer-Policy", "no-referrer" }, { "X-Frame-Options", "DENY" },
        { "Cross-Origin-Resource-Policy", "same-origin" }, { "Cross-Origin-Opener-Policy", "same-origin" },
        { "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self' data:; img-src 'self' data:; "
                                     "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'" },
    };
    /* A page as a picture brings its style and fonts with it, and runs nothing. */
    static const char picture[] = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; frame-ancestors 'none'; sandbox";
    bool is_picture = strcmp(type, "image/svg+xml") == 0;
    if (!r)
        return MHD_NO;
    for (size_t i = 0; i < sizeof(headers) / sizeof(*headers); i++)
        MHD_add_response_header(r, headers[i][0], is_picture && i == 5 ? picture : headers[i][1]);
    MHD_add_response_header(r, "Content-Type", type);
    MHD_add_response_header(r, "Cache-Control", keep ? "private, max-age=86400, immutable" : "no-store");
    if (status == MHD_HTTP_METHOD_NOT_ALLOWED)
        MHD_add_response_header(r, "Allow", "GET, HEAD");
    enum MHD_Result result = MHD_queue_response(c, status, r);
    MHD_destroy_response(r);
    return result;
}

enum MHD_Result reply_bytes(struct MHD_Connection *c, const char *type, bool keep, const char *bytes, size_t size)
{
    return send_response(c, MHD_HTTP_OK, type, keep, MHD_create_response_from_buffer(size, (void *)bytes, MHD_RESPMEM_MUST_COPY));
}

enum MHD_Result reply_refuse(struct MHD_Connection *c, unsigned status)
{
    static const char words[] = "vanban preview: dùng địa chỉ in trên màn hình dòng lệnh / use the address on the terminal\n";
    return send_response(c, status, "text/plain; charset=utf-8", false,
                         MHD_create_response_from_buffer(sizeof(words) - 1, (void *)words, MHD_RESPMEM_PERSISTENT));
}

enum MHD_Result reply_json(struct MHD_Connection *c, json_object *o)
{
    if (!o)
        return reply_refuse(c, MHD_HTTP_NOT_FOUND);
    const char *text = report_line(o);
    enum MHD_Result result = reply_bytes(c, "application/json; charset=utf-8", false, text, strlen(text));
    json_object_put(o);
    return result;
}

enum MHD_Result reply_file(struct MHD_Connection *c, const char *path, const char *type)
{
    struct stat st;
    int fd = path ? open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) : -1;
    if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
        return send_response(c, MHD_HTTP_OK, type, true, MHD_create_response_from_fd64((uint64_t)st.st_size, fd));
    if (fd >= 0)
        close(fd);
    return reply_refuse(c, MHD_HTTP_NOT_FOUND);
}
