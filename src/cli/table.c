/* table.c - the commands and their options.                                                   */
#include "cli/cli.h"

static bool take_template(struct request *r, const char *v) { r->template_path = v; return true; }
static bool take_output(struct request *r, const char *v) { r->output = v; return true; }
static bool take_mode(struct request *r, const char *v) { r->mode = v; return true; }
static bool take_stage(struct request *r, const char *v) { r->stage = v; return true; }
static bool take_strict(struct request *r, const char *v) { (void)v; return r->strict = true; }
static bool take_quiet(struct request *r, const char *v) { (void)v; return r->quiet = true; }
static bool take_timings(struct request *r, const char *v) { (void)v; return r->timings = true; }
static bool take_explain(struct request *r, const char *v) { (void)v; return r->explain = true; }
static bool take_boxes(struct request *r, const char *v) { r->boxes = v ? VB_BOXES_MM : VB_BOXES; return true; }
static bool take_split(struct request *r, const char *v) { (void)v; return r->split = true; }
static bool take_format(struct request *r, const char *v) { r->json = strcmp(v, "json") == 0; return true; }
static bool take_force(struct request *r, const char *v) { (void)v; return r->force = true; }
static bool take_map(struct request *r, const char *v) { r->map = v; return *v; }
static bool take_help(struct request *r, const char *v) { (void)v; return r->help = true; }

static bool take_lang(struct request *r, const char *v)
{
    r->lang = strcmp(v, "en") == 0 ? CLI_EN : CLI_VI;
    return true;
}

static bool take_standard(struct request *r, const char *v)
{
    r->standard = strcmp(v, "1b") == 0 ? VB_PDF_A1B : strcmp(v, "3a") == 0 ? VB_PDF_A3A : VB_PDF_A2A;
    return true;
}

static bool take_record(struct request *r, const char *v)
{
    char *end;
    long n = strtol(v, &end, 10);
    r->record = n > 0 && n <= 1000 * 1000 * 1000 ? (int)n : 0;
    return r->record && !*end;
}

/* NAME=VALUE; the name is copied, the value borrowed.                                          */
static bool take_set(struct request *r, const char *v)
{
    const char *equals = strchr(v, '=');
    if (!equals || equals == v)
        return false;
    struct vb_setting *more = realloc(r->settings, (size_t)(r->n_settings + 1) * sizeof(*more));
    char *name = strndup(v, (size_t)(equals - v));
    if (!more || !name)
        abort();
    r->settings = more;
    r->settings[r->n_settings++] = (struct vb_setting){ name, equals + 1 };
    return true;
}

/* clang-format off */
const struct option_row cli_options[] = {
    { 't', "template", { "MẪU", "TEMPLATE" }, NULL,
      { "tệp mẫu; mặc định chọn theo loại văn bản", "template file; default: by the document's type" }, take_template },
    { 'o', "output", { "TỆP", "FILE" }, NULL,
      { "tệp kết quả, - là đầu ra chuẩn; mặc định của render: cạnh dữ liệu, đuôi .pdf; của lệnh khác: -", "output, - is standard output; default of render: the data's name with .pdf; else: -" }, take_output },
    { 0, "for", { "CHẾ-ĐỘ", "MODE" }, "paper electronic archive",
      { "paper: bản giấy, phụ lục ghi đủ số, ngày của văn bản; electronic: bản điện tử, chừa trống (mặc định); archive: dàn như bản điện tử, PDF/A-3a kèm dữ liệu", "paper: appendices name the document's number and date; electronic: they are left blank (default); archive: set as electronic, PDF/A-3a with the data" }, take_mode },
    { 0, "pdf", { "CHUẨN", "STANDARD" }, "2a 3a 1b",
      { "2a: PDF/A-2a và PDF/UA-1 (mặc định); 3a: PDF/A-3a kèm nguyên tệp dữ liệu (mặc định của --for archive); 1b: PDF/A-1b, không gắn thẻ", "2a: PDF/A-2a and PDF/UA-1 (default); 3a: PDF/A-3a with the data file attached (default of --for archive); 1b: PDF/A-1b, not tagged" }, take_standard },
    { 0, "split-appendices", { NULL, NULL }, NULL,
      { "mỗi phụ lục, văn bản kèm theo một tệp riêng cạnh tệp chính: VĂN-BẢN-phu-luc-1.pdf (mẫu 2.2)", "each appendix or document issued with it in a file beside the main one: DOCUMENT-phu-luc-1.pdf (form 2.2)" }, take_split },
    { 0, "set", { "TÊN=GIÁ-TRỊ", "NAME=VALUE" }, NULL,
      { "đổi một giá trị đặt của mẫu", "changes a setting of the template" }, take_set },
    { 0, "record", { "SỐ", "NUMBER" }, NULL,
      { "văn bản (bản ghi) thứ mấy của tệp, nếu tệp có nhiều", "which document (record) of a file that holds several" }, take_record },
    { 0, "stage", { "GIAI-ĐOẠN", "STAGE" }, "doc page",
      { "doc: văn bản đã ghép dữ liệu; page: các trang (mặc định)", "doc: the bound document; page: the pages (default)" }, take_stage },
    { 0, "signature-map", { "TỆP.json", "FILE.json" }, NULL,
      { "ghi thêm vị trí các ô chữ ký, dấu, số, ngày: trang, mm và pt tính từ góc trên trái và góc dưới trái, tên trường, người ký; - là đầu ra chuẩn", "also writes where signatures, seals, number and date go: page, mm and pt from the top left and the bottom left corner, field's name, signer; - is standard output" }, take_map },
    { 0, "force", { NULL, NULL }, NULL,
      { "cho ghi đè lên PDF đã ký số", "a signed PDF may be written over" }, take_force },
    { 0, "timings", { NULL, NULL }, NULL,
      { "in thời gian từng bước", "prints the time of each step" }, take_timings },
    { 0, "explain", { NULL, NULL }, NULL,
      { "cho biết vì sao mỗi trang ngắt ở đó, vì sao dòng thưa: chi phí, cách khác (PDF vẫn được ghi)", "tells why each page ends where it does and lines are loose: cost, alternatives (the PDF is written too)" }, take_explain },
    { 0, "boxes", { NULL, NULL }, "mm",
      { "kẻ khung quanh mọi điều mẫu đã đặt, kèm ô hoặc phần tử và dòng của mẫu; =mm: bản vẽ kích thước, có thước, lề, số ô, khoảng cách, cỡ chữ",
        "outlines what the template placed, with role or element and the template's line; =mm: drawing with rulers, margins, box numbers, lengths, sizes of type" }, take_boxes },
    { 0, "strict", { NULL, NULL }, NULL,
      { "coi cảnh báo là lỗi; với schema: không nhận tên mà mẫu không khai báo", "warnings are errors; of schema: names that no need declares are refused" }, take_strict },
    { 0, "lang", { "vi|en", "vi|en" }, "vi en",
      { "ngôn ngữ của thông báo", "language of messages" }, take_lang },
    { 0, "format", { "text|json", "text|json" }, "text json",
      { "thông báo dạng chữ, hoặc mỗi dòng một đối tượng JSON", "messages as text, or as one JSON object a line" }, take_format },
    { 'q', "quiet", { NULL, NULL }, NULL,
      { "chỉ in lỗi", "prints errors only" }, take_quiet },
    { 'h', "help", { NULL, NULL }, NULL,
      { "in hướng dẫn này", "prints this" }, take_help },
};
const struct command cli_commands[] = {
    { "render", { "DỮ-LIỆU.xml", "DATA.xml" },
      { "làm một văn bản PDF từ dữ liệu và mẫu", "makes one PDF of data and template" },
      false, "template output for pdf split-appendices signature-map set record explain boxes force timings strict lang format quiet help", cli_render },
    { "check", { "TỆP.xml...", "FILE.xml..." },
      { "kiểm tra dữ liệu (cùng mẫu của nó) hoặc mẫu, không dàn trang", "checks data (with its template) or templates, without setting pages" },
      true, "template for split-appendices set strict lang format quiet help", cli_check },
    { "schema", { "data|template [LOẠI]", "data|template [TYPE]" },
      { "in lược đồ RELAX NG của dữ liệu hoặc của mẫu, cho trình soạn thảo; của một loại văn bản hay một mẫu (-t): kèm điều mẫu ấy cần",
        "prints the RELAX NG schema of the data or of templates, for editors; of a type or a template (-t): with what that template needs" },
      true, "template output strict lang format quiet help", cli_schema },
    { "dump", { "DỮ-LIỆU.xml", "DATA.xml" },
      { "in ra điều các bước bên trong đang giữ, dạng chữ", "prints as text what the stages hold" },
      false, "template output for split-appendices set record stage force timings strict lang format quiet help", cli_dump },
};
/* clang-format on */
const int cli_n_options = sizeof(cli_options) / sizeof(*cli_options);
const int cli_n_commands = sizeof(cli_commands) / sizeof(*cli_commands);

const struct command *cli_command(const char *name)
{
    for (int i = 0; i < cli_n_commands; i++)
        if (strcmp(cli_commands[i].name, name) == 0)
            return &cli_commands[i];
    return NULL;
}

bool cli_option_of(const struct command *command, const struct option_row *row)
{
    size_t n = strlen(row->name);
    for (const char *s = command->options; (s = strstr(s, row->name)); s += n)
        if ((s == command->options || s[-1] == ' ') && (s[n] == ' ' || !s[n]))
            return true;
    return false;
}
