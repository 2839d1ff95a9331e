// words.js - every word of the page, in both languages.
const all = {
  vi: {
    all: '‹ Tất cả', tools: 'Công cụ', page: 'Trang', of: 'trên {0}', pages: '{0} trang', previous: 'Trang trước (PgUp)', next: 'Trang sau (PgDn)',
    out: 'Nhỏ lại (−)', in: 'To ra (+)', whole: 'Cỡ thật 100% (0)', width: 'Vừa chiều ngang (f)', width_short: 'Vừa ngang',
    fit: 'Vừa cả trang (w)', fit_short: 'Cả trang', boxes: 'Khung các ô, phần tử của mẫu (b)', boxes_short: 'Khung',
    rulers: 'Thước và lề, mm (r)', rulers_short: 'Thước', strip: 'Các trang thu nhỏ (t)', strip_short: 'Trang nhỏ',
    findings: 'Thể thức: phát hiện của vanban check, ngay trên trang (k)', findings_short: 'Thể thức', ground: 'Nền sáng, nền tối (d)',
    compare: 'So với trước lần lưu cuối; bấm lại: thôi so (c)', compare_short: 'So sánh', changes: 'Các thay đổi', change_next: 'Thay đổi kế tiếp (n)', change_previous: 'Thay đổi trước đó (N)',
    said: 'Thông báo (m)', print: 'In (p)', print_short: 'In', help: 'Bàn phím (?)', source: 'Nguồn',
    record: 'Các văn bản của tệp này', which: '{0} trên {1}',
    none_said: 'Không có gì phải nhắc', errors: '{0} lỗi', warnings: '{0} cảnh báo', notes: '{0} ghi chú',
    error: 'lỗi', warning: 'cảnh báo', note: 'ghi chú', remedy: 'Cách sửa: ', wanted: 'mẫu yêu cầu: ', nothing_said: 'Không có thông báo nào.',
    kept: 'Chưa vẽ lại được: đây vẫn là các trang của lần dàn trước.', failed: 'Chưa có trang nào để xem.',
    gone: 'Tệp này không còn trong thư mục.', lost: 'Mất liên lạc với chương trình vanban preview; đang thử lại…', again: 'Đã nối lại.', no_document: 'Không có văn bản này.',
    moved: 'vanban preview đã khởi động lại, địa chỉ đã đổi: mở địa chỉ mà chương trình vừa in ra.',
    working: 'Đang dàn trang…', drawn: 'Đã vẽ lại: {0} trang thay đổi.', same: 'Đã dàn lại: không trang nào thay đổi.',
    count: '{0} văn bản', found: '{0} trên {1} văn bản', find: 'Tìm theo tên, trích yếu…', empty: 'Chưa có dữ liệu nào trong «{0}»',
    empty_more: 'Lưu vào đó một tệp .xml có gốc <document>: nó sẽ hiện ra ở đây.', unseen: 'chưa xem được',
    copied: 'Đã chép {0}', not_copied: 'Trình duyệt không cho chép; vị trí: {0}', close: 'Đóng', no_source: 'Không đọc được tệp này.',
    template: 'mẫu', words: 'chữ lấy từ', element: 'phần tử', box: 'ô {0}', size: '{0} × {1} mm, cách mép trái {2}, mép trên {3}',
    found: 'Thể thức theo Nghị định 30', faults: '{0} phát hiện', found_fault: 'phát hiện', found_practice: 'tập quán', found_known: 'ghi chú', found_unjudged: 'chưa xét',
    measured: 'đo được', allowed: 'cho phép', clause: 'điều khoản', mend: 'cách sửa', template_at: 'phần tử của mẫu: ', rules: '{0} quy tắc đạt, {1} không áp dụng.', not_measured: 'Chưa xét được các trang này.',
    unjudged: '{0} quy tắc không xét được', left: 'và {0} phát hiện nữa',
    before: 'trước', now: 'nay', as_before: 'không đổi', no_page: 'không có trang này', by_type: 'mẫu theo loại', gone_word: 'trước:', new_word: 'nay:', comparing: 'Đang so sánh…', compared: 'Đã so lại.',
    n_changes: '{0} thay đổi', no_changes: 'Không có thay đổi', not_compared: 'Không so được hai bản này.',
    nothing_before: 'Chưa có gì để so', nothing_before_more: 'Lưu tệp: bản trước khi lưu và bản nay sẽ hiện cạnh nhau ở đây.',
    nothing_yet: 'Chưa so được', nothing_yet_more: 'Một trong hai văn bản chưa dàn được; sửa lỗi thì hai bản sẽ hiện ở đây.',
    page_short: 'tr.', pick: 'Chọn để so sánh {0}', pick_short: 'So', pick_another: 'Chọn thêm một văn bản để so', compare_both: 'So hai văn bản đã chọn ›',
    kinds: { gone: 'chữ bị bỏ', fresh: 'chữ mới', look: 'đổi kiểu chữ', moved: 'dời chỗ', reflowed: 'ngắt dòng khác', running: 'đầu, chân trang', rules: 'đường kẻ', paper: 'khổ giấy' },
    click: 'Bấm: chép vị trí, xem nguồn · Shift: của mẫu', margins: 'lề',
    o: { 1: 'Quốc hiệu, Tiêu ngữ', 2: 'Cơ quan ban hành', 3: 'Số, ký hiệu', 4: 'Địa danh, thời gian', '5a': 'Tên loại, trích yếu', '5b': 'Trích yếu công văn',
      6: 'Nội dung', '7a': 'Chức vụ người ký', '7b': 'Chữ ký', '7c': 'Họ tên người ký', 8: 'Dấu, chữ ký số cơ quan', '9a': 'Kính gửi', '9b': 'Nơi nhận',
      '10a': 'Dấu mật', '10b': 'Dấu khẩn', 11: 'Phạm vi lưu hành', 12: 'Người soạn, số bản', 13: 'Địa chỉ cơ quan', 14: 'Chữ ký số của bản sao' },
    keys: [['↑ ↓', 'cuộn'], ['← →, PgUp PgDn', 'trang trước, trang sau'], ['Home End', 'trang đầu, trang cuối'], ['+ −', 'to ra, nhỏ lại'], ['0', 'cỡ thật'],
      ['f', 'vừa chiều ngang'], ['w', 'vừa cả trang'], ['b', 'khung các ô; rê chuột: phần tử, dòng; bấm: chép tệp:dòng'], ['r', 'thước và lề (mm)'],
      ['k', 'phát hiện về thể thức'], ['c', 'so với trước lần lưu cuối, thôi so'], ['n N', 'thay đổi kế tiếp, trước đó'],
      ['t', 'các trang thu nhỏ'], ['d', 'nền sáng, nền tối'], ['m', 'thông báo'], ['g', 'về danh sách'], ['p', 'in'], ['Esc', 'đóng'], ['?', 'bảng này']],
  },
  en: {
    all: '‹ All', tools: 'Tools', page: 'Page', of: 'of {0}', pages: '{0} page|{0} pages', previous: 'Previous page (PgUp)', next: 'Next page (PgDn)',
    out: 'Smaller (−)', in: 'Larger (+)', whole: 'Actual size, 100% (0)', width: 'Fit the width (f)', width_short: 'Width',
    fit: 'Fit the page (w)', fit_short: 'Whole page', boxes: 'Box numbers of the decree, elements of the template (b)', boxes_short: 'Boxes',
    rulers: 'Rulers and margins, mm (r)', rulers_short: 'Rulers', strip: 'Page thumbnails (t)', strip_short: 'Strip',
    findings: 'Format: findings of vanban check, on the page (k)', findings_short: 'Format', ground: 'Light or dark background (d)',
    compare: 'Compare with the version before the last save; press again to go back (c)', compare_short: 'Compare', changes: 'Changes', change_next: 'Next change (n)', change_previous: 'Previous change (N)',
    said: 'Messages (m)', print: 'Print (p)', print_short: 'Print', help: 'Keyboard (?)', source: 'Source',
    record: 'Documents of this file', which: '{0} of {1}',
    none_said: 'No messages', errors: '{0} error|{0} errors', warnings: '{0} warning|{0} warnings', notes: '{0} note|{0} notes',
    error: 'error', warning: 'warning', note: 'note', remedy: 'Remedy: ', wanted: 'required by: ', nothing_said: 'There are no messages.',
    kept: 'Could not redraw: these are still the pages of the last good run.', failed: 'There are no pages to show yet.',
    gone: 'This file is no longer in its folder.', lost: 'vanban preview does not respond; retrying…', again: 'Reconnected.', no_document: 'There is no such document.',
    moved: 'vanban preview was restarted and has a new address: open the one it has just printed.',
    working: 'Laying out pages…', drawn: 'Redrawn: {0} pages changed.', same: 'Redrawn: no page changed.',
    count: '{0} document|{0} documents', found: '{0} of {1} documents', find: 'Find by name or subject…', empty: 'There is no data in “{0}” yet',
    empty_more: 'Save an .xml file there whose root is <document>: it will appear here.', unseen: 'cannot be shown',
    copied: 'Copied {0}', not_copied: 'The browser does not allow copying; the position is {0}', close: 'Close', no_source: 'This file cannot be read.',
    template: 'template', words: 'text from', element: 'element', box: 'box {0}', size: '{0} × {1} mm, {2} from the left, {3} from the top',
    found: 'Format by Decree 30', faults: '{0} finding|{0} findings', found_fault: 'finding', found_practice: 'practice', found_known: 'note', found_unjudged: 'not judged',
    measured: 'measured', allowed: 'allowed', clause: 'clause', mend: 'remedy', template_at: 'template’s element: ', rules: '{0} rules passed, {1} not applicable.', not_measured: 'These pages could not be measured.',
    unjudged: '{0} rule not judged|{0} rules not judged', left: 'and {0} more findings',
    before: 'before', now: 'now', as_before: 'unchanged', no_page: 'no such page', by_type: 'template by type', gone_word: 'before:', new_word: 'now:', comparing: 'Comparing…', compared: 'Compared again.',
    n_changes: '{0} change|{0} changes', no_changes: 'No change', not_compared: 'These two could not be compared.',
    nothing_before: 'Nothing to compare with yet', nothing_before_more: 'Save the file: the versions before and after will appear here side by side.',
    nothing_yet: 'Cannot be compared yet', nothing_yet_more: 'One of the two cannot be laid out; once its errors are corrected, both will appear here.',
    page_short: 'p.', pick: 'Select {0} for comparison', pick_short: 'Select', pick_another: 'Select one more document', compare_both: 'Compare these two ›',
    kinds: { gone: 'removed', fresh: 'added', look: 'different type', moved: 'moved', reflowed: 'different line breaks', running: 'header, footer', rules: 'lines', paper: 'paper size' },
    click: 'Click: copy the position, show the source · Shift: of the template', margins: 'margins',
    o: { 1: 'National title, motto', 2: 'Issuing body', 3: 'Number, code', 4: 'Place, date', '5a': 'Type, subject', '5b': 'Subject of a letter',
      6: 'Body', '7a': 'Signer’s position', '7b': 'Signature', '7c': 'Signer’s name', 8: 'Seal, agency signature', '9a': 'Addressee', '9b': 'Recipients',
      '10a': 'Secrecy', '10b': 'Urgency', 11: 'Circulation', 12: 'Drafter, copies', 13: 'Address', 14: 'Signature on a copy' },
    keys: [['↑ ↓', 'scroll'], ['← →, PgUp PgDn', 'previous, next page'], ['Home End', 'first, last page'], ['+ −', 'larger, smaller'], ['0', 'actual size'],
      ['f', 'fit the width'], ['w', 'fit the page'], ['b', 'boxes; hover: element and line; click: copies file:line'], ['r', 'rulers and margins (mm)'],
      ['k', 'findings on the format'], ['c', 'compare with the version before the last save, and back'], ['n N', 'next, previous change'],
      ['t', 'page thumbnails'], ['d', 'light or dark background'], ['m', 'messages'], ['g', 'back to the list'], ['p', 'print'], ['Esc', 'close'], ['?', 'this table']],
  },
};
let now = all.vi;

export function speak(lang) {
  now = all[lang] || all.vi;
  document.documentElement.lang = lang;
  for (const e of document.querySelectorAll('[data-word]')) e.textContent = now[e.dataset.word];
  for (const e of document.querySelectorAll('[data-title]')) {
    e.title = now[e.dataset.title];
    e.setAttribute('aria-label', now[e.dataset.title].replace(/ \(.*\)$/, ''));
  }
  for (const e of document.querySelectorAll('[data-label]')) e.setAttribute('aria-label', now[e.dataset.label].replace(/ \(.*\)$/, ''));
}

export function say(name, ...values) {
  const all = now[name], forms = typeof all === 'string' ? all.split('|') : null, word = forms && (values[0] === 1 ? forms[0] : forms.at(-1));
  return forms ? word.replace(/\{(\d)\}/g, (_, i) => values[i]) : all;
}

export const locale = n => String(n).replace('.', document.documentElement.lang === 'vi' ? ',' : '.');

export function make(tag, attributes = {}, ...children) {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (name.startsWith('on')) e.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) e.setAttribute(name, value === true ? '' : value);
  e.append(...children.filter(c => c !== null && c !== undefined));
  return e;
}
