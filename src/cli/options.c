/* options.c - the options of all commands, and how each takes its value.                        */
#include "cli/cli.h"

static bool take_template(struct request *r, const char *v)
{
    r->template_path = v;
    if (r->n_templates < MOST_GIVEN)
        r->templates[r->n_templates++] = v;
    return r->n_templates < MOST_GIVEN;
}

static bool take_template_b(struct request *r, const char *v) { r->template_b = v; return *v; }

static bool take_against(struct request *r, const char *v) { r->against = v; return *v; }
static bool take_html(struct request *r, const char *v) { r->html = v; return *v; }
static bool take_svg(struct request *r, const char *v) { r->svg = v; return *v; }
static bool take_png(struct request *r, const char *v) { r->png = v; return *v; }

static bool take_name(struct request *r, const char *v)
{
    if (r->n_names < MOST_GIVEN)
        r->names[r->n_names++] = v;
    return *v && r->n_names < MOST_GIVEN;
}

static bool take_each(struct request *r, const char *v) { r->batch.which.each = v; return *v; }
static bool take_where(struct request *r, const char *v) { r->batch.which.where = v; return *v; }
static bool take_sort(struct request *r, const char *v) { r->batch.which.sort = v; return *v; }
static bool take_group(struct request *r, const char *v) { r->batch.which.group = v; return *v; }
static bool take_mapping(struct request *r, const char *v) { r->batch.which.map = v; return *v; }
static bool take_partial(struct request *r, const char *v) { (void)v; return r->batch.which.partial = true; }
static bool take_keep(struct request *r, const char *v) { (void)v; return r->batch.keep = true; }
static bool take_dry(struct request *r, const char *v) { (void)v; return r->batch.dry = true; }
static bool take_list(struct request *r, const char *v) { r->batch.list = v; return *v && !cli_other_ending(v); }
static bool take_sheet(struct request *r, const char *v) { r->batch.sheet = v; return *v; }
static bool take_merge(struct request *r, const char *v) { r->batch.merged = v; return *v && !cli_other_ending(v); }
static bool take_same_place(struct request *r, const char *v) { (void)v; return r->batch.same_place = true; }
static bool take_shard(struct request *r, const char *v) { r->shard = v; return *v; }
static bool take_output(struct request *r, const char *v) { r->output = v; return true; }
static bool take_mode(struct request *r, const char *v) { r->mode = v; return true; }
static bool take_stage(struct request *r, const char *v) { r->stage = v; return true; }
static bool take_strict(struct request *r, const char *v) { (void)v; return r->strict = true; }
static bool take_quiet(struct request *r, const char *v) { (void)v; return r->quiet = true; }
static bool take_timings(struct request *r, const char *v) { (void)v; return r->timings = true; }
static bool take_explain(struct request *r, const char *v) { (void)v; return r->explain = true; }
static bool take_boxes(struct request *r, const char *v) { r->boxes = v ? VB_BOXES_MM : VB_BOXES; return true; }
static bool take_split(struct request *r, const char *v) { (void)v; return r->split = true; }
static bool take_all(struct request *r, const char *v) { (void)v; return r->all = true; }
static bool take_data_only(struct request *r, const char *v) { (void)v; return r->data_only = true; }
static bool take_rules(struct request *r, const char *v) { (void)v; return r->rules = true; }
static bool take_slip(struct request *r, const char *v) { r->slip = v; return *v && !cli_other_ending(v); }
static bool take_force(struct request *r, const char *v) { (void)v; return r->force = true; }
static bool take_map(struct request *r, const char *v) { r->map = v; return *v; }

static bool take_length(struct request *r, const char *v)
{
    r->length = strcmp(v, "short") == 0 ? VB_SHORT : strcmp(v, "long") == 0 ? VB_LONG : VB_EXTREME;
    return true;
}

static bool take_no_browser(struct request *r, const char *v) { (void)v; return r->no_browser = true; }
static bool take_help(struct request *r, const char *v) { (void)v; return r->help = true; }

static bool take_lang(struct request *r, const char *v)
{
    r->lang = strcmp(v, "en") == 0 ? CLI_EN : CLI_VI;
    return true;
}

static bool take_format(struct request *r, const char *v)
{
    r->json = strcmp(v, "json") == 0;
    r->sarif = strcmp(v, "sarif") == 0;
    return true;
}

static bool take_standard(struct request *r, const char *v)
{
    r->standard = strcmp(v, "1b") == 0 ? VB_PDF_A1B : strcmp(v, "3a") == 0 ? VB_PDF_A3A : VB_PDF_A2A;
    return true;
}

static bool number(const char *v, long most, int *to)
{
    char *end;
    long n = strtol(v, &end, 10);
    *to = n > 0 && n <= most ? (int)n : 0;
    return *to && !*end;
}

static bool take_record(struct request *r, const char *v) { return number(v, 1000 * 1000 * 1000, &r->record); }
static bool take_jobs(struct request *r, const char *v) { return number(v, BATCH_MOST_JOBS, &r->batch.jobs); }

static bool take_port(struct request *r, const char *v) { return number(v, 65535, &r->port); }

static bool take_limit(struct request *r, const char *v)
{
    int seconds = 0;
    bool good = number(v, 24 * 3600, &seconds);
    r->batch.limit = seconds;
    return good;
}

/* NAME=VALUE; the name is copied, the value borrowed.                                          */
static bool add_setting(struct vb_setting **to, int *n, const char *v)
{
    const char *equals = strchr(v, '=');
    if (!equals || equals == v)
        return false;
    struct vb_setting *more = realloc(*to, (size_t)(*n + 1) * sizeof(*more));
    char *name = strndup(v, (size_t)(equals - v));
    if (!more || !name)
        abort();
    *to = more;
    more[(*n)++] = (struct vb_setting){ name, equals + 1 };
    return true;
}

static bool take_set(struct request *r, const char *v) { return add_setting(&r->settings, &r->n_settings, v); }

static bool take_limits(struct request *r, const char *v)
{
    if (!add_setting(&r->limits, &r->n_limits, v))
        return false;
    const struct vb_setting *last = &r->limits[r->n_limits - 1];
    return vb_limit_takes(last->name, last->value);
}

static bool take_sandbox(struct request *r, const char *v)
{
    r->best_effort = v != NULL;
    return r->sandbox = true;
}

static bool take_list_limits(struct request *r, const char *v) { (void)v; return r->list_limits = true; }

/* clang-format off */
const struct option_row cli_options[] = {
    { 't', "template", { "MẪU", "TEMPLATE" }, NULL,
      { "tệp mẫu; mặc định chọn theo loại văn bản", "template file; default: chosen by the document type" }, take_template },
    { 0, "template-b", { "MẪU", "TEMPLATE" }, NULL,
      { "mẫu của bản B; mặc định: như bản A", "template for version B; default: the same as A" }, take_template_b },
    { 'o', "output", { "TỆP", "FILE" }, NULL,
      { "tệp kết quả; mặc định: cạnh dữ liệu, đuôi .pdf; - là đầu ra chuẩn; đuôi .svg thì mỗi trang một tệp SVG, .html thì một trang web", "output file; default: next to the data, with .pdf; - for standard output; ending in .svg, one SVG file per page; in .html, one web page" }, take_output },
    { 'o', "output", { "THƯ-MỤC", "FOLDER" }, NULL,
      { "thư mục kết quả; phải có, trừ khi --dry-run", "output folder; required, except with --dry-run" }, take_output, "output-folder" },
    { 'o', "output", { "THƯ-MỤC", "FOLDER" }, NULL,
      { "thư mục của manifest chung; mặc định: thư mục của tệp đầu", "folder for the joined manifest; default: the folder of the first file" }, take_output, "output-joined" },
    { 'o', "output", { "TỆP.html", "FILE.html" }, NULL,
      { "ghi thêm trang so sánh; mặc định: không ghi", "also writes the comparison page; default: none" }, take_output, "output-page" },
    { 'o', "output", { "TỆP", "FILE" }, NULL,
      { "tệp kết quả; mặc định: đầu ra chuẩn (-)", "output file; default: standard output (-)" }, take_output, "output-text" },
    { 'n', "name", { "TÊN", "NAME" }, NULL,
      { "mẫu tên tệp, như {vb:pad(position(), 3)}_{@ma}.pdf: {XPath} tính tại bản ghi; mặc định: file của mẫu; mỗi -t một -n", "pattern for file names, such as {vb:pad(position(), 3)}_{@code}.pdf; {XPath} is evaluated on the record; default: the template's file attribute; one -n per -t" }, take_name },
    { 0, "each", { "ĐƯỜNG-DẪN", "PATH" }, NULL,
      { "các bản ghi, tính từ document: tên với / // * |; mặc định: each của mẫu; không có thì mỗi tệp một văn bản", "path of the records, relative to document: element names with / // * |; default: the template's each; without either, each file is one document" }, take_each },
    { 0, "where", { "XPATH", "XPATH" }, NULL,
      { "chỉ các bản ghi thỏa điều kiện", "only records that satisfy the condition" }, take_where },
    { 0, "sort", { "XPATH", "XPATH" }, NULL,
      { "thứ tự các bản ghi: theo số nếu đều là số, nếu không thì theo mã Unicode của chữ (Đ đứng sau Z)", "order of the records: numeric if all values are numbers, otherwise by Unicode code point (Đ after Z)" }, take_sort },
    { 0, "group-by", { "XPATH", "XPATH" }, NULL,
      { "các bản ghi cùng giá trị làm thành một văn bản ($record là tất cả)", "records with the same value make one document ($record is all of them)" }, take_group },
    { 'j', "jobs", { "SỐ", "NUMBER" }, NULL,
      { "số tiến trình; mặc định: số nhân của máy", "number of processes; default: the number of cores" }, take_jobs },
    { 0, "resume", { NULL, NULL }, NULL,
      { "làm tiếp lần chạy bị dừng: bản ghi đã xong không làm lại", "continues an interrupted run: finished records are not made again" }, take_keep },
    { 0, "changed", { NULL, NULL }, NULL,
      { "chỉ làm bản ghi có dữ liệu, mẫu, phông đã đổi so với lần trước (cùng cách so với --resume); tệp đã ký số mà không đổi được giữ nguyên", "makes only records whose data, template or fonts have changed since the last run (compared as for --resume); signed files that have not changed are left alone" }, take_keep },
    { 0, "shard", { "K/N", "K/N" }, NULL,
      { "chỉ phần K trong N phần, để chạy trên nhiều máy; auto: theo biến của Slurm; auto/N: K theo biến của Slurm hoặc Kubernetes", "makes only part K of N, for running on several machines; auto: from Slurm's variables; auto/N: K from those of Slurm or Kubernetes" }, take_shard },
    { 0, "same-place", { NULL, NULL }, NULL,
      { "đặt chữ ký của mọi văn bản ở cùng độ cao trên trang cuối (phải dàn mọi văn bản hai lần); văn bản không theo được thì liệt kê", "puts the signatures of all documents at the same height on their last page (lays everything out twice); lists documents that cannot comply" }, take_same_place },
    { 0, "merge", { "TỆP.pdf", "FILE.pdf" }, NULL,
      { "ghi thêm một PDF gồm mọi văn bản (của mẫu -t đầu tiên), có mục lục bên; đường dẫn tính từ thư mục đang đứng, không phải từ -o", "also writes one PDF of all documents (of the first -t), with an outline; its path is relative to the current folder, not to -o" }, take_merge },
    { 0, "list", { "TỆP.pdf", "FILE.pdf" }, NULL,
      { "ghi thêm danh mục văn bản kèm theo, dạng PDF; đường dẫn tính từ thư mục đang đứng", "also writes the list of documents as a PDF; relative to the current folder" }, take_list },
    { 0, "upload-sheet", { "TỆP.csv", "FILE.csv" }, NULL,
      { "ghi thêm bảng để tải lên hệ thống: STT, trích yếu, loại văn bản, tệp, số trang; đường dẫn tính từ thư mục đang đứng", "also writes a sheet for uploading: number, subject, type, file, pages; relative to the current folder" }, take_sheet },
    { 0, "map", { "TỆP.xml", "FILE.xml" }, NULL,
      { "các tệp đã nêu là CSV; tệp này chứa phần chung, và <csv> trong <data> cho biết mỗi cột là gì", "the input files are CSV; this file holds the common part, and a <csv> in its <data> describes the columns" }, take_mapping },
    { 0, "partial", { NULL, NULL }, NULL,
      { "XML hỏng giữa chừng: vẫn làm các bản ghi đứng trước chỗ hỏng", "if the XML is broken part way through, still makes the records before the fault" }, take_partial },
    { 0, "dry-run", { NULL, NULL }, NULL,
      { "làm đủ mọi bước nhưng không ghi tệp nào", "goes through all steps but writes no file" }, take_dry },
    { 0, "time-limit", { "GIÂY", "SECONDS" }, NULL,
      { "bản ghi nào lâu hơn thì bỏ và báo lỗi; mặc định 60", "a record that takes longer is abandoned and reported; default 60" }, take_limit },
    { 0, "time-limit", { "GIÂY", "SECONDS" }, NULL,
      { "văn bản nào lâu hơn thì bỏ và báo lỗi; mặc định 10", "a document that takes longer is abandoned and reported; default 10" }, take_limit, "time-limit-page" },
    { 0, "against", { "B.xml", "B.xml" }, NULL,
      { "so tệp dữ liệu với tệp này: hai bản cạnh nhau, khối dời chỗ có khung, chữ sửa được tô; so hai mẫu: --template-b", "compares the data file with this one: both side by side, moved blocks framed, changed words highlighted; to compare two templates: --template-b" }, take_against },
    { 0, "html", { "THƯ-MỤC", "FOLDER" }, NULL,
      { "không mở máy chủ: ghi vào thư mục một trang danh sách và mỗi văn bản một trang web", "no server: writes a gallery and a web page per document into the folder" }, take_html },
    { 0, "svg", { "THƯ-MỤC", "FOLDER" }, NULL,
      { "không mở máy chủ: ghi mỗi trang một tệp SVG", "no server: writes one SVG file per page" }, take_svg },
    { 0, "png", { "THƯ-MỤC", "FOLDER" }, NULL,
      { "không mở máy chủ: ghi mỗi trang một tệp PNG, 150 điểm một inch; cần pdftoppm (gói poppler-utils)", "no server: writes one PNG file per page, at 150 dpi; needs pdftoppm (package poppler-utils)" }, take_png },
    { 0, "port", { "SỐ", "NUMBER" }, NULL,
      { "cổng trên 127.0.0.1; mặc định: cổng nào còn trống", "port on 127.0.0.1; default: any free port" }, take_port },
    { 0, "no-browser", { NULL, NULL }, NULL,
      { "không mở trình duyệt, chỉ in địa chỉ", "does not open a browser, only prints the address" }, take_no_browser },
    { 0, "for", { "CHẾ-ĐỘ", "MODE" }, "paper electronic archive",
      { "paper: bản giấy, phụ lục ghi đủ số, ngày của văn bản; electronic: bản điện tử, chừa trống (mặc định); archive: dàn như bản điện tử, PDF/A-3a kèm dữ liệu", "paper: appendices give the document's number and date; electronic: these are left blank (default); archive: laid out as electronic, PDF/A-3a with the data attached" }, take_mode },
    { 0, "pdf", { "CHUẨN", "STANDARD" }, "2a 3a 1b",
      { "2a: PDF/A-2a và PDF/UA-1 (mặc định); 3a: PDF/A-3a kèm nguyên tệp dữ liệu (mặc định của --for archive); 1b: PDF/A-1b, không gắn thẻ", "2a: PDF/A-2a and PDF/UA-1 (default); 3a: PDF/A-3a with the data file attached (default of --for archive); 1b: PDF/A-1b, not tagged" }, take_standard },
    { 0, "split-appendices", { NULL, NULL }, NULL,
      { "mỗi phụ lục, văn bản kèm theo một tệp riêng cạnh tệp chính: VĂN-BẢN-phu-luc-1.pdf (mẫu 2.2)", "writes each appendix and attached document to its own file next to the main one: DOCUMENT-phu-luc-1.pdf (form 2.2)" }, take_split },
    { 0, "set", { "TÊN=GIÁ-TRỊ", "NAME=VALUE" }, NULL,
      { "đổi một giá trị đặt của mẫu", "changes a setting of the template" }, take_set },
    { 0, "limit", { "TÊN=SỐ", "NAME=NUMBER" }, NULL,
      { "đổi một giới hạn áp dụng cho dữ liệu và mẫu, như pages=100, bytes=1M; --limits in bảng các giới hạn", "changes a limit that applies to data and templates, such as pages=100, bytes=1M; --limits lists them" }, take_limits },
    { 0, "limits", { NULL, NULL }, NULL,
      { "chỉ in bảng các giới hạn", "only prints the table of limits" }, take_list_limits },
    { 0, "sandbox", { NULL, NULL }, "best-effort",
      { "cho dữ liệu, mẫu từ bên ngoài: nhân Linux không cho dùng mạng, chạy chương trình, đọc ghi tệp ngoài thư mục của dữ liệu, mẫu, phông, kết quả; =best-effort: nhân không làm được thì chỉ cảnh báo",
        "for untrusted data and templates: the Linux kernel refuses network access, running programs, and all files outside the folders of data, template, fonts and output; =best-effort: only warns about what the kernel cannot do" }, take_sandbox },
    { 0, "record", { "SỐ", "NUMBER" }, NULL,
      { "văn bản (bản ghi) thứ mấy của tệp, nếu tệp có nhiều", "number of the document (record), if the file holds several" }, take_record },
    { 0, "stage", { "GIAI-ĐOẠN", "STAGE" }, "doc page",
      { "doc: văn bản đã ghép dữ liệu; page: các trang (mặc định)", "doc: the document with its data filled in; page: the pages (default)" }, take_stage },
    { 0, "signature-map", { "TỆP.json", "FILE.json" }, NULL,
      { "ghi thêm vị trí các ô chữ ký, dấu, số, ngày: trang, mm và pt tính từ góc trên trái và góc dưới trái, tên trường, người ký; - là đầu ra chuẩn", "also writes the positions of signatures, seals, number and date: page, mm and pt from the top left and bottom left corners, field name, signer; - for standard output" }, take_map },
    { 0, "force", { NULL, NULL }, NULL,
      { "cho ghi đè lên PDF đã ký số", "allows overwriting a signed PDF" }, take_force },
    { 0, "force", { NULL, NULL }, NULL,
      { "cho ghi đè lên tệp đã có", "allows overwriting an existing file" }, take_force, "force-any" },
    { 0, "length", { "ĐỘ-DÀI", "LENGTH" }, "short long extreme",
      { "short: một trang, chỉ điều phải có (mặc định); long: nhiều trang, đủ mọi phần; extreme: tên dài nhất, nhiều người ký, bảng 200 hàng, những gì dễ làm hỏng trình bày",
        "short: one page with only what is required (default); long: several pages with every part; extreme: the longest names, many signers, a table of 200 rows, whatever tends to break layouts" }, take_length },
    { 0, "timings", { NULL, NULL }, NULL,
      { "in thời gian từng bước", "prints the time of each step" }, take_timings },
    { 0, "explain", { NULL, NULL }, NULL,
      { "cho biết vì sao mỗi trang ngắt ở đó, vì sao dòng thưa: chi phí, cách khác (PDF vẫn được ghi)", "explains why each page breaks where it does and why lines are loose: cost, alternatives (the PDF is still written)" }, take_explain },
    { 0, "boxes", { NULL, NULL }, "mm",
      { "kẻ khung quanh mọi thứ mẫu đã đặt, kèm số ô hoặc phần tử và dòng của mẫu; =mm: bản vẽ kích thước, có thước, lề, số ô, khoảng cách, cỡ chữ",
        "outlines everything the template placed, with its box number or element and the template's line; =mm: a dimension drawing with rulers, margins, box numbers, distances, type sizes" }, take_boxes },
    { 0, "strict", { NULL, NULL }, NULL,
      { "coi cảnh báo là lỗi", "treats warnings as errors" }, take_strict },
    { 0, "strict", { NULL, NULL }, NULL,
      { "coi cảnh báo là lỗi; lược đồ không nhận tên mà mẫu không khai báo", "treats warnings as errors; the schema rejects names that the template does not declare" }, take_strict, "strict-names" },
    { 0, "lang", { "vi|en", "vi|en" }, "vi en",
      { "ngôn ngữ của thông báo", "language of messages" }, take_lang },
    { 0, "format", { "text|json", "text|json" }, "text json",
      { "thông báo dạng chữ, hoặc mỗi dòng một đối tượng JSON", "messages as text, or as one JSON object per line" }, take_format },
    { 0, "format", { "text|json|sarif", "text|json|sarif" }, "text json sarif",
      { "phát hiện dạng chữ, mỗi dòng một đối tượng JSON, hoặc một tệp SARIF 2.1.0", "findings as text, as one JSON object per line, or as a SARIF 2.1.0 log" }, take_format, "report-format" },
    { 0, "data-only", { NULL, NULL }, NULL,
      { "chỉ kiểm tra dữ liệu và mẫu, không dàn trang để đo", "checks only data and template, without laying out and measuring pages" }, take_data_only },
    { 0, "all", { NULL, NULL }, NULL,
      { "in cả quy tắc đạt, không áp dụng, không xét được", "also prints rules that passed, are not applicable or could not be judged" }, take_all },
    { 0, "rules", { NULL, NULL }, NULL,
      { "chỉ in bảng các quy tắc (R thể thức, T chữ và số, D dẫn chiếu)", "only prints the table of rules (R layout, T wording and figures, D references)" }, take_rules },
    { 0, "report", { "TỆP.pdf", "FILE.pdf" }, NULL,
      { "ghi thêm Phiếu kiểm tra thể thức để in, ký", "also writes the findings as a report to print and sign" }, take_slip },
    { 'q', "quiet", { NULL, NULL }, NULL,
      { "chỉ in lỗi", "prints errors only" }, take_quiet },
    { 'q', "quiet", { NULL, NULL }, NULL,
      { "chỉ in lỗi, cảnh báo, phát hiện", "prints only errors, warnings and findings" }, take_quiet, "quiet-check" },
    { 'h', "help", { NULL, NULL }, NULL,
      { "in hướng dẫn này", "prints this help" }, take_help },
};
/* clang-format on */
const int cli_n_options = sizeof(cli_options) / sizeof(*cli_options);

bool cli_option_of(const struct command *command, const struct option_row *row)
{
    const char *name = row->listed ? row->listed : row->name;
    size_t n = strlen(name);
    for (const char *s = command->options; (s = strstr(s, name)); s += n)
        if ((s == command->options || s[-1] == ' ') && (s[n] == ' ' || !s[n]))
            return true;
    return false;
}
