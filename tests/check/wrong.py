"""One change each that breaks a right document: (rule, sample, change, rules that it breaks too).

A change is a Setting (--set), a Template (pieces of a template that extends the type's own), or Data (words for words).
Rules that are broken too follow from the same change, such as the size of one line that is two rules' business.
"""
from collections import namedtuple
from unicodedata import normalize

Setting = namedtuple("Setting", "words")
Template = namedtuple("Template", "xml")
Data = namedtuple("Data", "old new")

NUMBER = '<p style="so-trang"><page-number/></p>'
NBSP_LINE = '<p style="giua">&#160;</p>'
CODE = '<slot name="so"><p style="so-ky-hieu" role="o3" before="3pt">{}</p></slot>'
DATE = '<slot name="noi-va-ngay"><p style="dia-danh" role="o4" before="3pt">{}</p></slot>'
SEVERAL = ('<slot name="kinh-gui"><grid widths="{}" before="12pt"><row><cell/><cell><p style="chu" role="o9a">Kính gửi:</p></cell><cell/></row>'
           '<row><cell/><cell/><cell>{}</cell></row></grid></slot>')
REFERENCE = '<slot name="kem-theo"><p style="kem-theo" role="appendix-reference">{}</p>{}</slot>'
SHORT = '<rule width="25%" of="column" before="3pt"/>'
SIGNER = ('<slot name="chu-ky"><for-each select="competence"><p style="quyen-han" role="o7a">{{.}}</p></for-each>'
          '<for-each select="position"><p style="chuc-vu" role="o7a">{{.}}</p></for-each>{}<p style="ho-ten" role="o7b">{{name}}</p></slot>')
SIGN_FIELD = '<field kind="signature" name="ky-1" title="Chữ ký" width="50mm" height="{}" align="center">{}</field>'


def style(name, **attributes):
    return Template(f'<style name="{name}" ' + " ".join(f'{k.replace("_", "-")}="{v}"' for k, v in attributes.items()) + "/>")


def slot(name, xml):
    return Template(f'<slot name="{name}">{xml}</slot>')


def page(name, rest="", **attributes):
    return Template(f'<page name="{name}" ' + " ".join(f'{k}="{v}"' for k, v in attributes.items()) + f">{rest}</page>")


WRONG = [
    ("R2", "cong-van", page("main", orientation="landscape"), "*"),
    ("R3", "bao-cao", page("portrait", top="15mm"), ""),
    ("R4", "cong-van", page("main", '<running at="bottom" on="first" edge="12mm"><slot name="dia-chi"/></running>'), "R113"),
    ("R5", "bao-cao", page("portrait", left="25mm"), ""),
    ("R6", "bao-cao", Setting("le-phai=10mm"), ""),
    ("R7", "cong-van", Template('<slot name="dau-van-ban"><grid widths="* auto" gap="4mm" out="14mm"><row><cell><slot name="co-quan"/></cell><cell>'
                                '<slot name="quoc-hieu"/></cell></row><row><cell><slot name="so"/><slot name="duoi-so"/></cell><cell>'
                                '<slot name="dia-danh"/></cell></row></grid></slot>'), ""),
    ("R8", "cong-van", style("ho-ten", font="Liberation Sans"), ""),
    ("R10", "bao-cao", style("noi-dung", colour="#0000ff"), ""),
    ("R12", "bao-cao", style("dia-danh", size="13pt"), ""),
    ("R13", "quyet-dinh", style("can-cu", size="13pt"), ""),
    ("R14", "bao-cao", page("main", f'<running at="top" on="first" edge="10mm">{NUMBER}</running>'), ""),
    ("R15", "bao-cao", page("portrait", '<running at="top" on="rest" edge="10mm"><p style="so-trang">5</p></running>'), ""),
    ("R16", "bao-cao", style("so-trang", bold="yes"), ""),
    ("R17", "bao-cao", style("so-trang", align="right"), ""),
    ("R18", "bao-cao", page("portrait", f'<running at="top" on="rest" edge="16mm">{NUMBER}</running>'), "R19"),
    ("R19", "bao-cao", page("portrait", f'<running at="top" on="rest" edge="4mm">{NUMBER}</running>'), ""),
    ("R20", "de-an", page("portrait", f'<running at="top" on="first" edge="10mm">{NUMBER}</running>'), ""),
    ("R21", "cong-van", Setting("quoc-hieu=Cộng hòa xã hội chủ nghĩa Việt nam mới"), "R23"),
    ("R22", "cong-van", style("quoc-hieu", bold="no"), ""),
    ("R23", "cong-van", slot("co-quan", NBSP_LINE + "<inherited/>"), ""),
    ("R24", "cong-van", Template('<slot name="dau-van-ban"><grid widths="auto *" gap="4mm"><row><cell><slot name="quoc-hieu"/></cell><cell><slot name="co-quan"/></cell></row>'
                                 '<row><cell><slot name="dia-danh"/></cell><cell><slot name="so"/><slot name="duoi-so"/></cell></row></grid></slot>'), ""),
    ("R25", "cong-van", Setting("tieu-ngu=Độc lập – Tự do – Hạnh phúc"), ""),
    ("R26", "cong-van", style("tieu-ngu", italic="yes"), ""),
    ("R27", "cong-van", style("tieu-ngu", align="left"), ""),
    ("R28", "cong-van", style("tieu-ngu", before="10pt"), ""),
    ("R29", "cong-van", slot("quoc-hieu", '<p style="quoc-hieu" role="o1">{$quoc-hieu}</p><p style="tieu-ngu" role="o1">{$tieu-ngu}</p><rule width="60%" of="line" before="1.5pt"/>'), ""),
    ("R30", "cong-van", slot("duong-ke-co-quan", '<rule width="40%" of="line" before="1.5pt" thickness="1.5pt"/>'), ""),
    ("R31", "cong-van", Template('<style name="co-quan" italic="yes"/>'), ""),
    ("R32", "cong-van", Template('<style name="chu-quan" bold="yes"/>'), ""),
    ("R33", "cong-van", Template('<style name="chu-quan" align="left"/><style name="co-quan" align="center"/>'), ""),
    ("R34", "cong-van", style("co-quan", before="10pt"), ""),
    ("R35", "cong-van", slot("duong-ke-co-quan", '<rule width="80%" of="line" before="1.5pt"/>'), ""),
    ("R36", "bao-cao", Data("<issuer><name>", "<issuer><superior>Tỉnh Sông Lam</superior><name>"), ""),
    ("R37", "bao-cao", Data("Ủy ban nhân dân<br/>xã Bến Thử", "Ủy ban nhân<br/>dân xã Bến Thử"), ""),
    ("R38", "bao-cao", Data("Ủy ban nhân dân<br/>xã Bến Thử", "Ủy ban nhân dân<br/>huyện Bến Thử"), ""),
    ("R39", "cong-van", style("so-ky-hieu", size="14pt"), ""),
    ("R40", "bao-cao", Template(CODE.format("Số {code/@number}/{code/@notation}")), ""),
    ("R41", "de-an", Template(CODE.format("Số: {code/@number}/{code/@notation}")), "R40"),
    ("R42", "bao-cao", Template(CODE.format("Số: {code/@number} /{code/@notation}")), ""),
    ("R43", "cong-van", style("so-ky-hieu", align="left"), "R59"),
    ("R44", "bao-cao", Template(CODE.format("Số: {code/@number}/KH-UBND")), ""),
    ("R45", "cong-van", Template(CODE.format("Số: {code/@number}/BC-STP")), ""),
    ("R46", "cong-van", slot("dia-danh", NBSP_LINE + "<inherited/>"), ""),
    ("R47", "cong-van", style("dia-danh", bold="yes"), ""),
    ("R48", "cong-van", Template(DATE.format("Sông Lam, ngày 07, tháng 8 năm 2025")), ""),
    ("R49", "cong-van", Template(DATE.format("Sông Lam, ngày 07 tháng 08 năm 2025")), ""),
    ("R50", "cong-van", style("dia-danh", align="right"), ""),
    ("R51", "cong-van", Template(DATE.format("Sông Lam, ngày 07<br/>tháng 8 năm 2025").replace("<p ", "<p ") + '<style name="dia-danh" lines="2"/>'), "R48"),
    ("R53", "bao-cao", style("ten-loai", size="16pt"), ""),
    ("R54", "bao-cao", slot("loai", "Bản tin"), ""),
    ("R55", "bao-cao", style("trich-yeu", italic="yes"), ""),
    ("R56", "bao-cao", slot("tieu-de", '<slot name="ten-loai"/><rule width="80%" of="line" before="3pt"/>'), ""),
    ("R57", "giay-gioi-thieu", slot("tieu-de", '<slot name="ten-loai"/>'), ""),
    ("R58", "cong-van", slot("duoi-so", ""), ""),
    ("R59", "cong-van", style("ve-viec", bold="yes"), ""),
    ("R60", "cong-van", slot("duoi-so", '<p style="ve-viec" role="o5b" before="14pt">V/v {subject}</p>'), ""),
    ("R61", "cong-van", slot("duoi-so", '<p style="ve-viec" role="o5b" before="6pt">V/v {subject}</p><rule width="40%" of="line" before="1.5pt"/>'), ""),
    ("R62", "bao-cao", Data("<subject>Kết quả", "<subject>V/v kết quả"), ""),
    ("R63", "quyet-dinh", style("can-cu", italic="no"), ""),
    ("R64", "quyet-dinh", slot("mo-dau", '<p style="tham-quyen" role="o6" before="12pt">{issuer[1]/name}</p><for-each select="legal-bases/basis">'
                               '<p style="can-cu" role="o6">{.}.</p></for-each><p style="tham-quyen" role="o6" before="6pt">{$lenh}</p>'), ""),
    ("R65", "quyet-dinh", style("can-cu", first="2cm"), "R68"),
    ("R66", "cong-van", style("noi-dung", italic="yes"), "R76"),
    ("R67", "cong-van", style("noi-dung", align="left"), ""),
    ("R68", "cong-van", Setting("thut-dong=20mm"), ""),
    ("R69", "cong-van", Template('<set name="cach-doan" value="2pt"/><set name="gian-doan" value="0pt"/>'), ""),
    ("R70", "cong-van", Setting("gian-dong=2"), ""),
    ("R71", "de-an", Template('<style name="phan" italic="yes"/><style name="phan-ten" italic="no"/>'), ""),
    ("R72", "de-an", style("phan-ten", bold="no"), ""),
    ("R73", "quyet-dinh", Template('<level of="section" number="Mục {vb:roman($n)}" label="above" label-style="phan" title-style="phan-ten"/>'), ""),
    ("R74", "quy-che", style("dieu", bold="no"), ""),
    ("R75", "quy-che", Data("<article><title>Giờ mở cửa", '<article number="3"><title>Giờ mở cửa'), ""),
    ("R76", "bao-cao", Data("<title>Dịch vụ công trực tuyến</title>", "<title>Dịch vụ công trực tuyến.</title>"), ""),
    ("R77", "de-an", Data("<point>Làm mới", '<point label="d)">Làm mới'), ""),
    ("R78", "bao-cao", style("muc", bold="no"), ""),
    ("R79", "bao-cao", slot("noi-dung", '<content select="body"/>'), ""),
    ("R80", "bao-cao", Data("74,0%", "74.0%"), ""),
    ("R81", "cong-van", slot("kinh-gui", ""), ""),
    ("R82", "bao-cao", slot("kinh-gui", '<p style="giua" role="o9a" before="12pt"><b>Kính gửi: {addressees/to}</b></p>'), ""),
    ("R83", "bao-cao", slot("kinh-gui", '<p style="giua" role="o9a" before="12pt">Kính gửi:<br/>{addressees/to}</p>'), ""),
    ("R84", "cong-van", slot("dong-kinh-gui", "- {.},"), ""),
    ("R85", "cong-van", Template(SEVERAL.format("35mm auto *", '<for-each select="addressees/to"><choose><when test="position() = 2"><p style="lech" role="o9a">'
                                                '<slot name="dong-kinh-gui"/></p></when><otherwise><p style="chu" role="o9a"><slot name="dong-kinh-gui"/></p></otherwise></choose></for-each>')
                                 + '<style name="lech" base="chu" left="5mm"/>'), ""),
    ("R86", "cong-van", Template(SEVERAL.format("20mm 60mm *", '<for-each select="addressees/to"><p style="chu" role="o9a"><slot name="dong-kinh-gui"/></p></for-each>')), ""),
    ("R87", "cong-van", style("noi-nhan", italic="no"), ""),
    ("R88", "cong-van", slot("noi-nhan", NBSP_LINE + "<inherited/>"), ""),
    ("R89", "cong-van", style("noi-nhan-dong", size="12pt"), "R112"),
    ("R90", "cong-van", slot("noi-nhan-dong", '<p style="noi-nhan-dong" role="o9b">- <if test="self::archive">Lưu: </if>{.}{vb:if(following-sibling::*, \',\', \'.\')}</p>'), "R92"),
    ("R91", "cong-van", Data("<archive>VT, HTQT", "<archive>HTQT, VT"), ""),
    ("R92", "cong-van", Data("<place>Như trên</place>", "<place>Các cơ quan trên</place>"), ""),
    ("R93", "cong-van", style("quyen-han", bold="no"), ""),
    ("R94", "bao-cao", Template(SIGNER.format(SIGN_FIELD.format("30mm", "")).replace("{.}</p></for-each><for-each select=\"position", "T/M ỦY BAN NHÂN DÂN</p></for-each><for-each select=\"position")), ""),
    ("R95", "cong-van", Template(SIGNER.format(SIGN_FIELD.format("30mm", "")).replace("select=\"position\"", "select=\"none\"").replace("select=\"none\"", "select=\"position[false()]\"")), ""),
    ("R96", "cong-van", Template(SIGNER.format(SIGN_FIELD.format("30mm", "")).replace("{name}", "TS. {name}")), ""),
    ("R97", "cong-van", style("ho-ten", align="left"), ""),
    ("R98", "cong-van", Template(SIGNER.format(SIGN_FIELD.format("10mm", ""))), ""),
    ("R99", "thong-bao", Template(SIGNER.format(SIGN_FIELD.format("30mm", '<image src="{@image}" height="20mm" align="left" alt="Chữ ký"/>'))), ""),
    ("R101", "cong-van", slot("ket-thuc", '<keep><p style="chu" before="100mm">&#160;</p><p style="chu" before="60mm">&#160;</p><slot name="phan-ky"/></keep>'), "*"),
    ("R102", "de-an", style("phu-luc", size="16pt"), ""),
    ("R103", "de-an", style("phu-luc-ten", bold="no"), ""),
    ("R104", "de-an", style("kem-theo", italic="no"), ""),
    ("R105", "de-an", Template(REFERENCE.format("(Kèm theo Đề án số 02/ĐA-UBND ngày 03 tháng 11 năm 2025 của Ủy ban nhân dân phường)", SHORT)), ""),
    ("R106", "de-an", Template(REFERENCE.format("(Kèm theo Đề án số /ĐA-UBND ngày tháng năm của Ủy ban nhân dân phường)", "")), ""),
    ("R107", "de-an", Data('chi tiết tại <ref to="kinh-phi"/>', "chi tiết kèm theo"), ""),
    ("R108", "de-an --split-appendices", slot("dong-tep-rieng", ""), ""),
    ("R109", "cong-van", Setting("khan.hoa-toc.rong=36mm"), ""),
    ("R110", "cong-van", style("dau-chi-do", colour="#000000"), ""),
    ("R111", "quy-dinh", slot("luu-hanh", '<box align="left" role="o11"><p style="dau-chi">{circulation}</p></box>'), ""),
    ("R112", "cong-van", slot("so-ban", " qg.(70)"), ""),
    ("R113", "cong-van", slot("dia-chi", '<rule width="50%" of="column" before="6pt"/><for-each select="contact/line"><p style="dia-chi" role="o13">{.}</p></for-each>'), ""),
    ("R114", "sao-y --for paper", style("ban-sao", bold="no"), ""),
    ("R115", "sao-y", style("dong-ban-sao", size="12pt"), ""),
    ("R118", "bao-cao", Template('<table-style name="bang" border="1.5pt"/>'), ""),
    ("R120", "bao-cao", Template('<meta title="Văn bản"/>'), ""),
    ("T1", "cong-van", Data("mô hình chính quyền", normalize("NFD", "mô hình") + " chính quyền"), ""),
    ("T2", "cong-van", Data("chính quyền", "chính\u200b quyền"), ""),
    ("T3", "bao-cao", Data("Ủy ban nhân dân xã Bến Thử báo cáo", "Uû ban nh©n d©n x· BÕn Thö báo cáo"), ""),
    ("T4", "cong-van", Data("<clause>Địa điểm", "<clause>Ðịa điểm"), ""),
    ("T5", "bao-cao", Data("6 tháng đầu năm như sau", "6 tháng đầu năm của Uỷ ban như sau"), ""),
    ("T6", "nghi-quyet", Data("12,4 tỷ đồng", "12.4 tỷ đồng"), ""),
    ("T7", "cong-van", Data("từ ngày 01 tháng 7", "từ ngày 1 tháng 7"), ""),
    ("T8", "cong-van", Data("ngày 14 tháng 8", "ngày 32 tháng 8"), ""),
    ("T9", "hop-dong", Data("845.000.000", "854.000.000"), ""),
    ("T10", "bao-cao", Data("1.618", "1.681"), ""),
    ("T11", "cong-van", Data("Công an tỉnh 02 người.", "Công an tỉnh 02 người./."), ""),
    ("T12", "cong-van", Data("năm 2025, Sở Tư pháp", "năm 2025 , Sở Tư pháp"), ""),
    ("T13", "cong-van", Data("môi trường điện tử và đề nghị", '"môi trường điện tử" và đề nghị'), ""),
    ("T14", "cong-van", Data("Ủy ban nhân dân tỉnh 01 người", "Ủy ban Nhân dân tỉnh 01 người"), ""),
    ("T15", "cong-van", Data("<to>Ủy ban", "<to>- Ủy ban"), ""),
    ("D1", "de-an", Data('chi tiết tại <ref to="kinh-phi"/>', "chi tiết tại các Phụ lục II, III"), ""),
    ("D2", "bao-cao", Data("<fn>Kế hoạch", '<fn label="(1)">Như trên.</fn> và 2027<fn label="(1)">Kế hoạch'), ""),
    ("D3", "cong-van", Data("như sau:</p>", "như sau (Bảng 2):</p><p>Bảng 1. Thành phần, thời gian.</p>"), ""),
    ("D4", "bao-cao", Data("Kế hoạch số 19/KH-UBND", "Kế hoạch số 19/QĐ-UBND"), ""),
    ("D5", "nghi-quyet", Data('tại <ref to="chi-tieu"/>', "tại Điều 7 Nghị quyết này"), ""),
]

# What the words of the real documents break by right; no other sample breaks any rule of words (T) or references (D).
EXPECTED = {
    "bac-giang-bao-cao-2020-02": {"T5": "hoá once, hóa ten times", "T12": "năm 2020 ; Kế hoạch", "T13": "straight quotes"},
    "dinh-hoa-bao-cao-2021": {"T13": "straight quotes"},
    "lang-son-ke-hoach-2017": {"D1": "four appendices that were sent along, and are not published", "D4": "09/2015/ QĐ-TTg"},
    "soc-trang-bao-cao-2020-h1": {"T14": "tại Khoản 5"},
}

# What own pages cannot be made to break, and why.
# Shown on PDFs made for it: tests/foreign/made.py.
UNBREAKABLE = {
    "R1": "a template's pages are A4",
    "R9": "a font is a file, and text is composed when it is read",
    "R11": "a letter that a font lacks is an error of setting",
    "R52": "the number stands in the row below the header's lines",
    "R100": "the seal is set by the tool that signs",
    "R116": "a table repeats its head",
    "R117": "what does not fit its cell is an error of setting",
    "R119": "not judged of pages",
}
