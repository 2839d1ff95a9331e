#!/usr/bin/env python3
"""make.py >data.xml - the data set of this sample: a province after July 2025, its 20 wards and 82 communes.
make.py --csv >xa.csv, make.py --map >csv.xml - the sums of each as a CSV, and the data that says what its columns are.

The names are those of the province; every figure is made up, by a generator that starts from the same number, so that each run
writes the same file. --units N makes more units than there are, for measuring: their names get numbers."""
import argparse
import csv
import sys
import unicodedata
from random import Random

WARDS = """Mỹ Tho, Đạo Thạnh, Mỹ Phong, Thới Sơn, Trung An, Gò Công, Long Thuận, Bình Xuân, Sơn Qui, An Bình, Hồng Ngự, Thường Lạc,
Cao Lãnh, Mỹ Ngãi, Mỹ Trà, Sa Đéc, Mỹ Phước Tây, Thanh Hòa, Cai Lậy, Nhị Quý"""
COMMUNES = """Tân Hồng, Tân Thành, Tân Hộ Cơ, An Phước, Thường Phước, Long Khánh, Long Phú Thuận, An Hòa, Tam Nông, Phú Thọ, Tràm Chim,
Phú Cường, An Long, Thanh Bình, Tân Thạnh, Bình Thành, Tân Long, Tháp Mười, Thanh Mỹ, Mỹ Quí, Đốc Binh Kiều, Trường Xuân, Phương Thịnh,
Phong Mỹ, Ba Sao, Mỹ Thọ, Bình Hàng Trung, Mỹ Hiệp, Mỹ An Hưng, Tân Khánh Trung, Lấp Vò, Lai Vung, Hòa Long, Phong Hòa, Tân Dương,
Phú Hựu, Tân Nhuận Đông, Tân Phú Trung, Tân Phú, Thanh Hưng, An Hữu, Mỹ Lợi, Mỹ Đức Tây, Mỹ Thiện, Hậu Mỹ, Hội Cư, Cái Bè, Mỹ Thành,
Thạnh Phú, Bình Phú, Hiệp Đức, Long Tiên, Ngũ Hiệp, Tân Phước 1, Tân Phước 2, Tân Phước 3, Hưng Thạnh, Tân Hương, Châu Thành, Long Hưng,
Long Định, Bình Trưng, Vĩnh Kim, Kim Sơn, Mỹ Tịnh An, Lương Hòa Lạc, Tân Thuận Bình, Chợ Gạo, An Thạnh Thủy, Bình Ninh, Vĩnh Bình,
Đồng Sơn, Phú Thành, Long Bình, Vĩnh Hựu, Gò Công Đông, Tân Điền, Tân Hòa, Tân Đông, Gia Thuận, Tân Thới, Tân Phú Đông"""

# Fields of administration, their procedures, and how many files a quarter a unit of the usual size has of each.
FIELDS = [
    ("Tư pháp - Hộ tịch", [
        ("Chứng thực bản sao từ bản chính", 1450), ("Cấp bản sao trích lục hộ tịch", 310), ("Chứng thực chữ ký", 240),
        ("Đăng ký khai sinh", 96), ("Cấp Giấy xác nhận tình trạng hôn nhân", 88), ("Đăng ký khai tử", 54), ("Đăng ký kết hôn", 47),
        ("Chứng thực hợp đồng, giao dịch", 35), ("Cải chính, bổ sung thông tin hộ tịch", 18), ("Nhận cha, mẹ, con", 3)]),
    ("Bảo trợ xã hội - Người có công", [
        ("Trợ cấp xã hội hằng tháng", 64), ("Trợ cấp hưu trí xã hội", 58), ("Hỗ trợ chi phí mai táng", 31),
        ("Xác định mức độ khuyết tật", 22), ("Chế độ của thân nhân người có công", 14), ("Xác nhận hộ nghèo, hộ cận nghèo", 12),
        ("Cấp lại thẻ bảo hiểm y tế cho trẻ em", 9)]),
    ("Đất đai - Môi trường", [
        ("Đăng ký đất đai, cấp Giấy chứng nhận lần đầu", 42), ("Chuyển mục đích sử dụng đất", 26), ("Xác nhận nguồn gốc sử dụng đất", 19),
        ("Gia hạn sử dụng đất", 11), ("Hòa giải tranh chấp đất đai", 6), ("Đăng ký môi trường", 4),
        ("Xác nhận hợp đồng thuê đất công ích", 3), ("Cung cấp thông tin đất đai", 8)]),
    ("Kinh tế - Xây dựng", [
        ("Thành lập hộ kinh doanh", 38), ("Thay đổi nội dung đăng ký hộ kinh doanh", 21), ("Cấp giấy phép xây dựng nhà ở riêng lẻ", 17),
        ("Chấm dứt hoạt động hộ kinh doanh", 13), ("Cấp giấy phép bán lẻ rượu", 5), ("Kê khai giá, niêm yết giá dịch vụ", 4),
        ("Hỗ trợ khôi phục sản xuất sau thiên tai", 3)]),
    ("Văn hóa - Giáo dục", [
        ("Xét tặng danh hiệu gia đình văn hóa", 24), ("Chuyển trường đối với học sinh tiểu học", 16),
        ("Cho phép nhóm trẻ độc lập hoạt động", 4), ("Thông báo tổ chức lễ hội", 3), ("Công nhận câu lạc bộ thể thao cơ sở", 2),
        ("Đăng ký hoạt động thư viện cộng đồng", 2), ("Cấp lại bản sao văn bằng từ sổ gốc", 7)]),
]
SHAPES = [(1, 1, 1, 1, 1), (1, 1, 1, 1, 0), (.8, .7, .8, .7, 0), (.8, .5, .5, 0, 0), (.4, .3, 0, 0, 0)]  # which part of each field's list
PARTS = ("ton", "nhan", "xong", "dung-han")

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!-- Một tỉnh sau ngày 01/7/2025: 20 phường, 82 xã, mỗi nơi một thông báo; {units} bản ghi <xa>. Tên là tên thật, số liệu đều tự đặt ra.
     Do make.py viết: python3 make.py >data.xml. Phần chung đứng trước, các bản ghi đứng sau; trong <d>: ton kỳ trước chuyển sang,
     nhan tiếp nhận trong kỳ, xong đã giải quyết, dung-han trong số đó đúng hạn.
     A province after 1 July 2025, 20 wards and 82 communes, a notice for each: {units} records <xa>. Names are real, all figures are
     made up. Written by make.py. What is common comes first, the records last; in <d>: ton is carried over from the quarter before,
     nhan taken in, xong done, dung-han of these in time. -->
<document type="thong-bao">
  <issuer><superior>Ủy ban nhân dân tỉnh Đồng Tháp</superior><name>Văn phòng</name></issuer>
  <code number="" notation="TB-VP"/>
  <promulgation place="Đồng Tháp" date="2026-04"/>
  <subject>Kết quả giải quyết thủ tục hành chính quý I năm 2026</subject>
  <signatures>
    <signature><competence>KT. Chánh Văn phòng</competence><position>Phó Chánh Văn phòng</position><name>Lê Thị Minh Mẫu</name></signature>
  </signatures>
  <recipients>
    <place>Chủ tịch, các PCT UBND tỉnh (b/c)</place><place>Trung tâm Phục vụ hành chính công tỉnh</place><archive>VT, KSTTHC</archive>
  </recipients>
  <data numbers="vi">
    <ky>quý I năm 2026</ky>
    <ghi-chu>Số liệu trong biểu là số liệu minh họa, không phải số liệu thống kê chính thức.</ghi-chu>
    <toan-tinh so-don-vi="{units}" {total}/>
"""


COLUMNS = [("Mã xã", "@ma"), ("Tên xã", "@ten"), ("Loại", "@loai"), ("Kỳ trước chuyển sang", "@ton"), ("Tiếp nhận trong kỳ", "@nhan"),
           ("Đã giải quyết", "@xong"), ("Đúng hạn", "@dung-han")]
MAP = """<?xml version="1.0" encoding="UTF-8"?>
<!-- Như data.xml, nhưng các bản ghi <xa> là các hàng của xa.csv: mỗi hàng một <xa>, mỗi <field> nói một cột tên gì trong dữ liệu.
     As data.xml, but the records <xa> are the rows of xa.csv; each <field> says what a column is called in the data. -->
"""


def slug(name):
    bare = "".join(c for c in unicodedata.normalize("NFD", name.lower().replace("đ", "d")) if not unicodedata.combining(c))
    return "-".join(bare.split())


def figure(n):
    """As offices write it: 1.247"""
    return f"{n:,}".replace(",", ".")


def figures(row):
    return " ".join(f'{part}="{figure(n)}"' for part, n in zip(PARTS, row))


def line_of(chance, usual, size):
    taken = max(1, round(usual * size * (0.6 + 0.8 * chance.random())))
    before = round(taken * 0.12 * chance.random())
    after = round((before + taken) * 0.10 * chance.random())
    done = before + taken - after
    late = round(done * 0.08 * chance.random()) if chance.random() < 0.3 else 0
    return before, taken, done, done - late


def unit_of(chance, kind, shape):
    size = (1.6 if kind == "phường" else 0.9) * (0.5 + chance.random())
    fields = []
    for (name, procedures), part in zip(FIELDS, shape):
        some = procedures[:round(len(procedures) * part)]
        if some:
            fields.append((name, [(title, line_of(chance, usual, size)) for title, usual in some]))
    return fields


def units(count):
    names = [("phường", n) for n in WARDS.replace("\n", " ").split(", ")] + [("xã", n) for n in COMMUNES.replace("\n", " ").split(", ")]
    for at in range(count):
        kind, name = names[at % len(names)]
        yield kind, name if at < len(names) else f"{name} {at // len(names) + 1}"


def codes(named):
    """Names without marks: Tân Thành and Tân Thạnh are then the same, so the later of them gets a number."""
    seen = {}
    for kind, name in named:
        code = slug(f"{kind} {name}")
        seen[code] = seen.get(code, 0) + 1
        yield code if seen[code] == 1 else f"{code}-{chr(96 + seen[code])}"


def print_csv(rows):
    """As a spreadsheet saves it where the comma is the decimal mark."""
    sys.stdout.reconfigure(encoding="utf-8-sig", newline="")
    out = csv.writer(sys.stdout, delimiter=";")
    out.writerow(column for column, _ in COLUMNS)
    out.writerows(rows)


def print_map(count, total):
    head = HEAD[HEAD.index("<document"):].format(units=count, total=figures(total)).replace("trong biểu", "trong thông báo")
    fields = "".join(f'      <field column="{column}" name="{name}"/>\n' for column, name in COLUMNS)
    print(f'{MAP}{head}    <csv file="xa.csv" each="xa" separator=";">\n{fields}    </csv>\n  </data>\n</document>')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--csv", action="store_true")
    parser.add_argument("--map", action="store_true")
    parser.add_argument("--units", type=int, default=102)
    chance = Random(2026)
    records, flat, total = [], [], [0, 0, 0, 0]
    wanted = parser.parse_args()
    count = wanted.units
    for (kind, name), code in zip(units(count), codes(units(count))):
        fields = unit_of(chance, kind, SHAPES[int(chance.random() * len(SHAPES))])
        own = [sum(row[k] for _, rows in fields for _, row in rows) for k in range(len(PARTS))]
        flat.append([code, name, kind] + [figure(n) for n in own])
        records.append(f'    <xa ma="{code}" ten="{name}" loai="{kind}">')
        for field, rows in fields:
            records.append(f'      <nhom ten="{field}">')
            for title, row in rows:
                records.append(f'        <d ten="{title}" {figures(row)}/>')
                total = [a + b for a, b in zip(total, row)]
            records.append("      </nhom>")
        records.append("    </xa>")
    if wanted.csv:
        print_csv(flat)
    elif wanted.map:
        print_map(count, total)
    else:
        print(HEAD.format(units=count, total=figures(total)) + "\n".join(records) + "\n  </data>\n</document>")


main()
