/* empty.c - an empty cell of a CSV is no field; that it is there, and where, is kept in the tree as
 * <?csv @phieu Số phiếu?>: what it would be called, and its column.                            */
#include "read/xml/xml.h"

#include "base/words.h"

const char *xml_empty_cell(struct arena *a, const xmlNode *row, const char *name, bool attribute, struct pos *at)
{
    size_t n = strlen(name);
    for (const xmlNode *node = row->children; node; node = node->next) {
        const char *s = node->type == XML_PI_NODE && same_word(xml_name(node), "csv") && node->content ? xml_content(node) : NULL;
        if (!s || (*s == '@') != attribute || strncmp(s + attribute, name, n) != 0 || s[attribute + n] != ' ')
            continue;
        *at = xml_pos(node);
        return arena_string(a, s + attribute + n + 1);
    }
    return NULL;
}
