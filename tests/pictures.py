#!/usr/bin/python3
"""pictures.py FOLDER [large] - the pictures of the tests, drawn here byte for byte: PNGs of every kind, JPEGs of
flat 8 x 8 blocks (a block's mean is all that its Huffman codes hold, so every pixel is known), and broken ones."""
import struct
import sys
import zlib
from pathlib import Path

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, colour, depth, rows, *extra, interlaced=0):
    """rows: the packed bytes of each row; colour as in PNG: 0 gray, 2 RGB, 3 palette, 4 gray + alpha, 6 RGBA."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    body = b"".join(b"\0" + row for row in rows)
    return SIGNATURE + chunk(b"IHDR", head) + b"".join(extra) + chunk(b"IDAT", zlib.compress(body, 9)) + chunk(b"IEND", b"")


def spot(x, y):
    """The colour of a pixel of the test card: it differs from its neighbours in every channel."""
    return (x * 37 + y * 11) % 256, (x * 5 + y * 61 + 40) % 256, (x * 91 + y * 3 + 80) % 256


def rgb(width, height):
    return [b"".join(bytes(spot(x, y)) for x in range(width)) for y in range(height)]


def gray(width, height):
    return [bytes(spot(x, y)[0] for x in range(width)) for y in range(height)]


def rgba(width, height):
    return [b"".join(bytes((*spot(x, y), (x + y) * 16 % 256)) for x in range(width)) for y in range(height)]


def interlaced(width, height):
    """The seven passes of Adam7 (PNG, 8.2)."""
    passes = (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)
    return [b"".join(bytes(spot(x, y)) for x in range(x0, width, dx))
            for x0, y0, dx, dy in passes if x0 < width for y in range(y0, height, dy)]


def card(side, step):
    """A card of coloured squares with a black frame, to be looked at."""
    def at(x, y):
        edge = min(x, y, side[0] - 1 - x, side[1] - 1 - y)
        return (0, 0, 0) if edge < 2 else spot(x // step, y // step)
    return [b"".join(bytes(at(x, y)) for x in range(side[0])) for y in range(side[1])]


def pen(width, height):
    """A signature: a blue wave on nothing."""
    import math

    def at(x, y):
        line = height / 2 + height * 0.36 * math.sin(x / width * 19) * (1 - x / width * 0.7)
        far = abs(y - line)
        return bytes((16, 32, 160, max(0, min(255, int(255 * (3.5 - far))))))
    return [b"".join(at(x, y) for x in range(width)) for y in range(height)]


# ---- JPEG: sequential DCT (ITU T.81), 8 x 8 blocks of one value ----------------------------------------------

def segment(marker, data):
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def huffman_table(number, symbols):
    """All codes 4 bits long."""
    return segment(0xC4, bytes((number, 0, 0, 0, len(symbols))) + bytes(12) + bytes(symbols))


class Bits:
    def __init__(self):
        self.bits = ""

    def put(self, value, n):
        if n:
            self.bits += format(value, f"0{n}b")

    def data(self):
        text = self.bits + "1" * (-len(self.bits) % 8)
        return bytes(int(text[i:i + 8], 2) for i in range(0, len(text), 8)).replace(b"\xff", b"\xff\0")


def block(bits, value, last):
    """The difference of means (all quantizers are 8, so a mean is the value itself), then `end of block`."""
    diff = value - last
    size = abs(diff).bit_length()
    bits.put(size, 4)
    bits.put(diff if diff >= 0 else diff + (1 << size) - 1, size)
    bits.put(0, 4)


def exif(orientation, order):
    """The one entry of a directory that says which way up (TIFF 6.0); order: > or <."""
    entry = struct.pack(order + "HHIHH", 0x112, 3, 1, orientation, 0)
    head = (b"MM" if order == ">" else b"II") + struct.pack(order + "HI", 42, 8)
    return segment(0xE1, b"Exif\0\0" + head + struct.pack(order + "H", 1) + entry + bytes(4))


def jpeg(columns, rows, channels, value, adobe=None, extra=b""):
    """value(channel, column, row) of each block."""
    out = b"\xff\xd8" + extra
    if adobe is not None:
        out += segment(0xEE, b"Adobe" + struct.pack(">HHHB", 100, 0, 0, adobe))
    out += segment(0xDB, b"\0" + bytes([8] * 64))
    frame = struct.pack(">BHHB", 8, rows * 8, columns * 8, channels)
    out += segment(0xC0, frame + b"".join(bytes((c + 1, 0x11, 0)) for c in range(channels)))
    out += huffman_table(0x00, range(12)) + huffman_table(0x10, [0])
    out += segment(0xDA, bytes((channels,)) + b"".join(bytes((c + 1, 0)) for c in range(channels)) + bytes((0, 63, 0)))
    bits, last = Bits(), [128] * channels
    for row in range(rows):
        for column in range(columns):
            for c in range(channels):
                now = value(c, column, row)
                block(bits, now, last[c])
                last[c] = now
    return out + bits.data() + b"\xff\xd9"


def stairs(c, column, row):
    return (60 + 24 * column + 16 * row + 40 * c) % 256


def white(columns, rows):
    """Gray blocks that do not differ: a byte each."""
    out = jpeg(1, 1, 1, lambda *_: 128)
    size = out.index(b"\xff\xc0") + 5
    begin = out.index(b"\xff\xda") + 10
    return out[:size] + struct.pack(">HH", rows * 8, columns * 8) + out[size + 4:begin] + bytes(columns * rows) + b"\xff\xd9"


def large():
    """More pixels than a document may have, in six files that are good each; and a file of too many bytes."""
    for i in range(6):
        yield f"{i}.jpg", white(790, 790)
    yield "long.png", png(1, 1, 0, 8, [b"\0\0"]) + bytes(33 << 20)


def pictures():
    palette = chunk(b"PLTE", bytes(v for i in range(16) for v in spot(i, 0)))
    sixteen = [b"".join(struct.pack(">HHH", *(v * 257 for v in spot(x, y))) for x in range(12)) for y in range(8)]
    good = png(12, 8, 2, 8, rgb(12, 8))
    photo = jpeg(6, 4, 3, stairs)
    yield "mau.png", good
    yield "xam.png", png(12, 8, 0, 8, gray(12, 8))
    yield "trong.png", png(12, 8, 6, 8, rgba(12, 8))
    yield "bang-mau.png", png(8, 2, 3, 4, [bytes((0x01, 0x23, 0x45, 0x67)), bytes((0x89, 0xAB, 0xCD, 0xEF))], palette)
    yield "xen-ke.png", png(12, 8, 2, 8, interlaced(12, 8), interlaced=1)
    yield "sau-16-bit.png", png(12, 8, 2, 16, sixteen)
    yield "the.png", png(360, 240, 2, 8, card((360, 240), 30))
    yield "dan.png", png(96, 64, 2, 8, [b"".join(bytes((x * 2, y * 3, 220 - x - y)) for x in range(96)) for y in range(64)])
    yield "mo-dan.png", png(96, 64, 6, 8, [b"".join(bytes((x * 2, y * 3, 90, 250 - x - y)) for x in range(96)) for y in range(64)])
    yield "chu-ky.png", png(300, 120, 6, 8, pen(300, 120))
    yield "rong.png", png(40, 2, 0, 8, gray(40, 2))
    yield "cao.png", png(2, 60, 0, 8, gray(2, 60))
    yield "anh.jpg", photo
    yield "anh-xam.jpg", jpeg(6, 4, 1, stairs)
    yield "anh-rgb.jpg", jpeg(6, 4, 3, stairs, adobe=0)
    for i in range(2, 9):
        yield f"huong-{i}.jpg", jpeg(6, 4, 1, stairs, extra=exif(i, ">" if i % 2 else "<"))
    yield "cmyk.jpg", jpeg(6, 4, 4, stairs, adobe=0)
    yield "cut.jpg", photo[:-20]
    yield "cut.png", good[:-30]
    yield "crc.png", good[:50] + bytes((good[50] ^ 1,)) + good[51:]
    yield "huge.png", png(100000, 100000, 2, 8, [])
    yield "kind.png", b"GIF89a, and not a picture at all"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in large() if "large" in sys.argv else pictures():
        (folder / name).write_bytes(data)
