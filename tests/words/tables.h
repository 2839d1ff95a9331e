/* tables.h - rows of test_words.c for T10: rows parted by /, cells by |; the first row is the head.              */
#define P CHECK_PASS
#define F CHECK_FINDING
#define N CHECK_NOT_APPLICABLE
#define U CHECK_NOT_JUDGED
{ "T10", N, "TT|Tên|Số/1|A|10/2|B|20", NULL },
{ "T10", P, "TT|Tên|Số/1|A|10/2|B|20/|Tổng cộng|30", "1 tổng đúng" },
{ "T10", F, "TT|Tên|Số/1|A|10/2|B|20/|Tổng cộng|31.000", "cộng các dòng được 30" },
{ "T10", F, "TT|Tên|Số hồ sơ/1|A|10/2|B|20/|Tổng cộng|31", "30" },
/* rounding */
{ "T10", P, "TT|Tên|Số/1|A|10/2|B|20/|Tổng cộng|31", NULL },
{ "T10", P, "TT|Tên|Tỷ đồng/1|A|10,24/2|B|20,24/|Tổng cộng|30,5", NULL },
{ "T10", F, "TT|Tên|Tỷ đồng/1|A|10,24/2|B|20,24/|Tổng cộng|31,5", NULL },
/* the total comes first */
{ "T10", P, "TT|Tên|Số/|Tổng số|1.230/1|A|1.000/2|B|230", NULL },
{ "T10", F, "TT|Tên|Số/|Tổng số|1.240/1|A|1.000/2|B|230", NULL },
/* without numbers of rows another column shows what is meant */
{ "T10", U, "Tên|Số/A|10/B|20/Cộng|300", NULL },
{ "T10", P, "Tên|Số|Tiền/A|10|1/B|20|2/Cộng|30|3", NULL },
{ "T10", F, "Tên|Số|Tiền/A|10|1/B|20|2/Cộng|300|3", "300" },
/* rates, means, prices are no sums */
{ "T10", P, "TT|Tên|Số|Tỷ lệ %/1|A|10|50/2|B|20|40/|Tổng cộng|30|43", "1 không xét được" },
{ "T10", P, "TT|Tên|Số|Đơn giá/1|A|10|500/2|B|20|400/|Tổng cộng|30|9", NULL },
{ "T10", P, "TT|Tên|Số|Mức/1|A|10|50/2|B|20|40/|Tổng cộng|30|44", NULL },
{ "T10", P, "TT|Tên|Số|Phần/1|A|10|50%/2|B|20|50%/|Tổng cộng|30|100%", NULL },
/* groups: I, II hold 1, 2 */
{ "T10", P, "TT|Tên|Số/I|Một|30/1|A|10/2|B|20/II|Hai|5/1|C|5/|Tổng cộng|35", NULL },
{ "T10", P, "TT|Tên|Số/I|Một|/1|A|10/2|B|20/II|Hai|/1|C|5/|Tổng cộng|35", NULL },
{ "T10", U, "TT|Tên|Số/I|Một|30/1|A|10/2|B|20/II|Hai|5/1|C|5/|Tổng cộng|99", NULL },
{ "T10", F, "TT|Tên|Số|Tiền/I|Một|30|3/1|A|10|1/2|B|20|2/II|Hai|5|2/1|C|5|2/|Tổng cộng|99|5", "cộng các dòng được 35" },
/* totals of groups, and a total of them */
{ "T10", P, "TT|Tên|Số/1|A|10/2|B|20/|Cộng I|30/1|C|5/2|D|7/|Cộng II|12/|Tổng cộng|42", "3 tổng đúng" },
{ "T10", F, "TT|Tên|Số/1|A|10/2|B|20/|Cộng I|30/1|C|5/2|D|7/|Cộng II|99/|Tổng cộng|42", "99" },
/* parts of a row do not add to it */
{ "T10", P, "TT|Tên|Số/1|A|10/|Trong đó: nữ|4/2|B|20/|- Nữ|9/|Tổng cộng|30", NULL },
{ "T10", U, "TT|Tên|Số/1|A|10/|Trong đó: nữ|4/2|B|20/|- Nữ|9/|Tổng cộng|99", NULL },
/* what is no number */
{ "T10", P, "TT|Tên|Số|Khác/1|A|10|-/2|B|20|/|Tổng cộng|30|-", NULL },
{ "T10", P, "TT|Tên|Số|Khác/1|A|10|nhiều/2|B|20|ít/|Tổng cộng|30|7", "1 không xét được" },
{ "T10", P, "TT|Tên|Có/1|A|X/2|B|X/3|C|/|Tổng số|02", NULL },
{ "T10", P, "TT|Tên|Số/1|A|-10/2|B|30/|Tổng cộng|20", NULL },
{ "T10", N, "TT|Tên|Số/1|Tổng công ty A|10/2|Cộng đồng B|20/3|Tổng cục C|70", NULL },
/* the English way of numbers is R80's */
{ "T10", U, "TT|Tên|Số/1|A|1,000.5/2|B|2,000.5/|Tổng cộng|3.001", NULL },
#undef P
#undef F
#undef N
#undef U
