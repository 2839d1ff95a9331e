/* rules_refs.h - rows of rules.c: what refers to what (dẫn chiếu).                                                 */
/* clang-format off */
D(1, MUST, MUC_III "khoản 1", MUC_III "khoản 1",
  "phụ lục được nhắc thì có", "appendices mentioned exist",
  "mỗi phụ lục được nhắc có trong văn bản (R107: mỗi phụ lục có được nhắc)", "each one exists (R107: each existing one is mentioned)",
  "thêm <appendix>, hoặc sửa số phụ lục", "add the <appendix>, or correct its number")
D(2, MUST, SAFE_VI "chú thích phải rõ là của chỗ nào", SAFE_EN "a note must have one place",
  "mỗi chú thích được gọi một lần", "each footnote is referred to once",
  "một dấu, một chú thích; trên một trang không trùng dấu", "one mark per footnote; no mark twice on a page",
  "bỏ @label của fn, hoặc đổi cho khác nhau", "remove @label from fn, or make them differ")
D(3, MUST, SAFE_VI "dẫn tới chỗ không có", SAFE_EN "it leads nowhere",
  "dẫn chiếu tới bảng, hình, chỗ khác còn đúng", "references to tables, figures and places resolve",
  "chỗ được dẫn có trong văn bản", "the target exists",
  "dùng <ref to=\"...\"/>, hoặc sửa số", "use <ref to=\"...\"/>, or correct the number")
D(4, MUST, MUC_II "khoản 3", MUC_II "khoản 3",
  "số, ký hiệu của văn bản được dẫn", "numbers of cited documents",
  "số/ký hiệu đúng dạng của tên loại: 30/2020/NĐ-CP, 15/KH-UBND", "in the format of their type: 30/2020/NĐ-CP, 15/KH-UBND",
  "sửa ký hiệu theo văn bản được dẫn", "correct it according to the document cited")
D(5, MUST, SAFE_VI "dẫn tới chỗ không có", SAFE_EN "it leads nowhere",
  "Điều, khoản, điểm được dẫn thì có", "cited articles, clauses and points exist",
  "Điều ... này, Như Điều ... có trong văn bản", "the target of Điều ... này, Như Điều ... exists",
  "dùng <ref to=\"...\"/>, hoặc sửa số", "use <ref to=\"...\"/>, or correct the number")
