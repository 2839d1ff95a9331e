/* commands.c - the commands, the options that each knows, and what runs it.                      */
#include "cli/cli.h"

/* clang-format off */
const struct command cli_commands[] = {
    { "render", { "DỮ-LIỆU.xml", "DATA.xml" },
      { "làm một văn bản PDF từ dữ liệu và mẫu", "makes one PDF document from data and template" },
      false, "template output for pdf split-appendices signature-map set record limit limits sandbox explain boxes force timings strict lang format quiet help", cli_render },
    { "batch", { "DỮ-LIỆU.xml|THƯ-MỤC...", "DATA.xml|FOLDER..." },
      { "làm nhiều văn bản một lần: mỗi bản ghi của dữ liệu, hoặc mỗi tệp, một PDF", "makes many documents in one run: one PDF per record of the data, or per file" },
      true, "template output-folder name each where sort group-by jobs resume changed shard same-place merge list upload-sheet map partial dry-run time-limit signature-map for pdf split-appendices set limit limits sandbox force strict lang format quiet help", cli_batch },
    { "manifest", { "merge MANIFEST.jsonl...", "merge MANIFEST.jsonl..." },
      { "nhập kết quả các phần (--shard) của một lần chạy batch thành một; báo bản ghi còn thiếu", "joins the results of the parts (--shard) of a batch run; reports missing records" },
      true, "output-joined strict lang format quiet help", cli_manifest },
    { "preview", { "[DỮ-LIỆU.xml|THƯ-MỤC...]", "[DATA.xml|FOLDER...]" },
      { "mở trang xem trước trong trình duyệt (chỉ trên máy này), vẽ lại mỗi khi lưu tệp; thư mục thì xem mọi dữ liệu trong đó; mẫu: -t, mẫu cạnh dữ liệu, hoặc theo loại",
        "shows the pages in a browser (on this machine only) and redraws them whenever a file is saved; for a folder, all data in it; template: -t, one next to the data, or by type" },
      true, "template template-b against html svg png port no-browser time-limit-page for split-appendices set record limit limits sandbox strict lang format quiet help", cli_preview },
    { "check", { "TỆP.xml|TỆP.pdf...", "FILE.xml|FILE.pdf..." },
      { "kiểm tra dữ liệu (cùng mẫu của nó) hoặc mẫu, rồi đo các trang theo thể thức Nghị định 30; PDF của chương trình khác (Word, LibreOffice...) được đọc lại rồi đo (cần mutool)",
        "checks data (with its template) or templates, then measures the pages against the rules of Decree 30; PDFs from other programs (Word, LibreOffice...) are read and measured (needs mutool)" },
      true, "template for split-appendices set record limit limits sandbox data-only all report rules strict lang report-format quiet-check help", cli_check },
    { "diff", { "A.xml [B.xml]", "A.xml [B.xml]" },
      { "so các trang của hai văn bản, hoặc của một văn bản theo hai mẫu: chữ sửa, thêm, bớt, khối dời chỗ; -o: trang so sánh, hai bản cạnh nhau",
        "compares the pages of two documents, or of one document under two templates: words changed, added, removed, blocks moved; -o: a comparison page with both side by side" },
      true, "template template-b output-page for set limit limits sandbox strict lang format quiet help", cli_diff },
    { "schema", { "data|template [LOẠI]", "data|template [TYPE]" },
      { "in lược đồ RELAX NG của dữ liệu hoặc của mẫu, cho trình soạn thảo; của một loại văn bản hay một mẫu (-t): kèm điều mẫu ấy cần",
        "prints the RELAX NG schema for data or templates, for use in editors; for a type or a template (-t), including what that template needs" },
      true, "template output-text strict-names lang format quiet help", cli_schema },
    { "sample", { "[LOẠI]", "[TYPE]" },
      { "làm dữ liệu thử cho một loại văn bản hay một mẫu (-t): để xem trình bày khi chưa có dữ liệu, và để bắt đầu viết; chú thích trong tệp cho biết chỗ nào điền gì",
        "makes sample data for a document type or a template (-t), to see a layout before there is data and to start writing from; comments in the file say what goes where" },
      false, "template output-text length limit limits force-any strict lang format quiet help", cli_sample },
    { "dump", { "DỮ-LIỆU.xml", "DATA.xml" },
      { "in ra kết quả của các bước bên trong, dạng chữ", "prints the intermediate results of the stages as text" },
      false, "template output-text for split-appendices set record limit limits sandbox stage force timings strict lang format quiet help", cli_dump },
};
/* clang-format on */
const int cli_n_commands = sizeof(cli_commands) / sizeof(*cli_commands);

const struct command *cli_command(const char *name)
{
    for (int i = 0; i < cli_n_commands; i++)
        if (strcmp(cli_commands[i].name, name) == 0)
            return &cli_commands[i];
    return NULL;
}
