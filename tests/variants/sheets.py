"""Lists of people, with the flaws lists have, in the file kinds of the office. What is valid is known from the making."""
import io, random, struct, unicodedata, zipfile, zlib

FIRST = "Adelina Alvina Anita Arlindo Arno Astrid Balduíno Bertolina Carmelita Catarina Clotilde Dalva Darci Diva Dorival Edite Elfrida Elvira Ernesto Erna Florentino Genésio Gertrudes Guiomar Hercílio Hilda Horst Ingo Inácia Ivone Jandira Judite Jurema Laércio Leocádia Leonora Lurdes Mafalda Marlene Maurílio Nair Nelcy Nivaldo Noêmia Olindina Orlando Osvaldo Otília Percival Quitéria Realda Rosalina Rute Sebastiana Siegfried Sueli Teodoro Ursula Valmor Vanda Waltraud Wigand Zenaide Zulma".split()
LAST = "Althoff Baumer Bertoli Borges Brandt Buzzi Cardozo Cidral Corrêa Dalmolin Deretti Dognini Espíndola Ferreira Floriani Fuck Gesser Girardi Gonzaga Hansen Hardt Jahn Jasper Kohler Krelling Kruger Laube Leandro Linzmeyer Machado Mafra Matias Medeiros Moser Nehls Odebrecht Packer Pereira Poffo Pscheidt Ramos Reinert Retzlaff Ribeiro Rosa Sabel Schatz Schneider Silveira Souza Stolf Tomelin Uber Vieira Voigt Weiss Wetzel Zanella Zimmer".split()
HOSTS = ["correio.example", "provedor.example", "webmail.example", "mail.example", "caixapostal.example"]


def fold(s):
    return "".join(ch for ch in unicodedata.normalize("NFD", s) if not unicodedata.combining(ch)).lower()


class Person:
    def __init__(self, rng):
        f, l1, l2 = rng.choice(FIRST), rng.choice(LAST), rng.choice(LAST)
        self.name = f"{f} {l1} {l2}" if rng.random() < .7 and l1 != l2 else f"{f} {l2}"
        self.email = f"{fold(f)}.{fold(l2)}{rng.choice(['', '', str(rng.randrange(40, 99))])}@{rng.choice(HOSTS)}"
        self.ddd = rng.choice(["47"] * 7 + ["48", "49", "41"])
        self.local = "9" + rng.choice("6789") + "".join(rng.choice("0123456789") for _ in range(7))
        self.cpf = cpf(rng)
        self.matricula = str(rng.randrange(10000, 49999))

    @property
    def e164(self):
        return "55" + self.ddd + self.local

    def phone(self, style=0):
        d, l = self.ddd, self.local
        return [f"({d}) {l[:5]}-{l[5:]}", f"{d}{l}", f"({d}) {l[0]} {l[1:5]}-{l[5:]}", f"+55 {d} {l[:5]}-{l[5:]}", f"55{d}{l}", f"0{d} {l[:5]} {l[5:]}", f"{d} {l[:5]}.{l[5:]}", f"{d}-{l[:5]}-{l[5:]}", f"({d}){l}", f"+55({d}){l[:5]}-{l[5:]}"][style % 10]

    def phone8(self):
        """without the ninth digit; this can be mended"""
        return f"({self.ddd}) {self.local[1:5]}-{self.local[5:]}"

    def no_ddd(self):
        return f"{self.local[:5]}-{self.local[5:]}"

    def landline(self):
        return f"({self.ddd}) 3{self.local[2:5]}-{self.local[5:]}"


def cpf(rng):
    d = [rng.randrange(10) for _ in range(9)]
    for n in (10, 11):
        s = sum(x * w for x, w in zip(d, range(n, 1, -1))) * 10 % 11
        d.append(0 if s == 10 else s)
    return "{}{}{}.{}{}{}.{}{}{}-{}{}".format(*d)


def people(seed, n):
    """n different people, no two sharing an address, a number or a full name"""
    rng, out, seen = random.Random("people" + str(seed)), [], set()
    while len(out) < n:
        p = Person(rng)
        if p.email in seen or p.e164 in seen or p.name in seen:
            continue
        seen |= {p.email, p.e164, p.name}
        out.append(p)
    return out


FIXED = (2025, 8, 1, 9, 0, 0)


def phones_of(p, head=("Nome", "Celular")):
    """A list of phones, each written in another way."""
    return [list(head)] + [[x.name, x.phone(i)] for i, x in enumerate(p)]


def mails_of(p, head=("Nome", "E-mail")):
    """A list of addresses."""
    return [list(head)] + [[x.name, x.email] for x in p]


def rezip(b):
    """the same zip with fixed times"""
    src, out = zipfile.ZipFile(io.BytesIO(b)), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for i in src.infolist():
            zi = zipfile.ZipInfo(i.filename, FIXED); zi.compress_type = zipfile.ZIP_STORED if i.filename == "mimetype" else zipfile.ZIP_DEFLATED
            z.writestr(zi, src.read(i.filename))
    return out.getvalue()


def xlsx(sheets, hidden_rows=(), hidden_sheets=(), merges=(), widths=True):
    """sheets = {name: rows}; a cell may be str, int, float, ('date', y, m, d), ('time', h, m) or None"""
    import datetime as dt
    import xlsxwriter
    bio = io.BytesIO()
    wb = xlsxwriter.Workbook(bio, {"in_memory": True})
    wb.set_properties({"author": "Ipreville", "created": dt.datetime(2025, 8, 1)})
    fd, ft, bold = wb.add_format({"num_format": "dd/mm/yyyy"}), wb.add_format({"num_format": "hh:mm"}), wb.add_format({"bold": True})
    for name, rows in sheets.items():
        ws = wb.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, v in enumerate(row):
                if v is None:
                    continue
                if isinstance(v, tuple) and v[0] == "date":
                    ws.write_datetime(r, c, dt.datetime(*v[1:]), fd)
                elif isinstance(v, tuple) and v[0] == "time":
                    ws.write_number(r, c, (v[1] * 60 + v[2]) / 1440, ft)
                elif isinstance(v, (int, float)):
                    ws.write_number(r, c, v)
                else:
                    ws.write_string(r, c, v, bold if r == 0 else None)
        if widths:
            ws.set_column(0, 6, 26)
        for h in hidden_rows:
            ws.set_row(h, None, None, {"hidden": True})
        if name in hidden_sheets:
            ws.hide()
        for (r, c1, c2, v) in merges:
            if rows[r][0] == v:
                ws.merge_range(r, c1, r, c2, v, bold)
    wb.close()
    return rezip(bio.getvalue())


def xls(rows, sheet="Plan1"):
    import xlwt
    wb = xlwt.Workbook(encoding="cp1252")
    ws = wb.add_sheet(sheet)
    for r, row in enumerate(rows):
        for c, v in enumerate(row):
            if v is not None:
                ws.write(r, c, v)
    bio = io.BytesIO(); wb.save(bio)
    return bio.getvalue()


def ods(rows, sheet="Planilha1"):
    from xml.sax.saxutils import escape
    cell = lambda v: "<table:table-cell/>" if v in (None, "") else f'<table:table-cell office:value-type="float" office:value="{v}"><text:p>{v}</text:p></table:table-cell>' if isinstance(v, (int, float)) else f'<table:table-cell office:value-type="string"><text:p>{escape(v)}</text:p></table:table-cell>'
    body = "".join("<table:table-row>" + "".join(cell(v) for v in r) + "</table:table-row>" for r in rows)
    content = ('<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet>'
               f'<table:table table:name="{sheet}">{body}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>')
    man = '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for n, d in (("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content), ("META-INF/manifest.xml", man)):
            zi = zipfile.ZipInfo(n, FIXED); zi.compress_type = zipfile.ZIP_STORED if n == "mimetype" else zipfile.ZIP_DEFLATED
            z.writestr(zi, d)
    return out.getvalue()


def csv(rows, sep=";", enc="cp1252", eol="\r\n", quote=False, bom=False, sepline=False):
    def cell(v):
        v = "" if v is None else str(v)
        return '"' + v.replace('"', '""') + '"' if quote or sep in v or '"' in v or "\n" in v else v
    s = (f"sep={sep}{eol}" if sepline else "") + "".join(sep.join(cell(v) for v in r) + eol for r in rows)
    return (b"\xef\xbb\xbf" if bom else b"") + s.encode(enc)


def docx(paragraphs=(), table=None, header=None, bullets=(), after=()):
    """paragraphs: strings, '- ' makes a list item; **bold** is split into runs"""
    import datetime as dt, re
    import docx as D
    d = D.Document()
    d.core_properties.created = d.core_properties.modified = dt.datetime(2025, 8, 1); d.core_properties.author = "Ipreville"
    if header:
        d.sections[0].header.paragraphs[0].text = header

    def add(s):
        p = d.add_paragraph(style="List Bullet") if s.startswith("- ") else d.add_paragraph()
        s = s[2:] if s.startswith("- ") else s
        for i, piece in enumerate(re.split(r"\*\*(.+?)\*\*", s)):
            if not piece:
                continue
            cut = max(1, len(piece) // 2)
            for half in (piece[:cut], piece[cut:]):
                if half:
                    p.add_run(half).bold = (i % 2 == 1) or None
    for s in paragraphs:
        add(s)
    if table:
        t = d.add_table(rows=0, cols=len(table[0])); t.style = "Table Grid"
        for r in table:
            cells = t.add_row().cells
            for c, v in zip(cells, r):
                c.text = "" if v is None else str(v)
    for s in after:
        add(s)
    bio = io.BytesIO(); d.save(bio)
    return rezip(bio.getvalue())


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for n, d in files:
            zi = zipfile.ZipInfo(n, FIXED); zi.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(zi, d)
    return out.getvalue()


def pdf(lines):
    """one page of plain text"""
    esc = lambda s: s.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    stream = b"BT /F1 11 Tf 60 780 Td 16 TL\n" + b"".join(b"(" + esc(x) + b") Tj T*\n" for x in lines) + b"ET"
    objs = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    out, offs = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for i, o in enumerate(objs, 1):
        offs.append(len(out)); out += b"%d 0 obj\n" % i + o + b"\nendobj\n"
    x = len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % o for o in offs) + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % x


def image(fmt, size=(160, 120), color=(40, 110, 170)):
    from PIL import Image, ImageDraw
    im = Image.new("RGB", size, color); d = ImageDraw.Draw(im); d.rectangle([10, 10, size[0] - 10, size[1] - 10], outline=(255, 255, 255), width=3); d.text((20, size[1] // 2), "IPREVILLE", fill=(255, 255, 255))
    bio = io.BytesIO(); im.save(bio, fmt)
    return bio.getvalue()


def heic():
    return struct.pack(">I", 28) + b"ftypheic\0\0\0\0mif1heicmiaf" [:24] + b"\0" * 600


def mov():
    return struct.pack(">I", 20) + b"ftypqt  \0\0\2\0qt  " + struct.pack(">I", 800) + b"mdat" + b"\0" * 792


def mp4():
    return struct.pack(">I", 24) + b"ftypisom\0\0\2\0isommp41" + struct.pack(">I", 800) + b"mdat" + b"\0" * 792


def wav():
    data = b"\x80" * 4000
    return b"RIFF" + struct.pack("<I", 36 + len(data)) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8) + b"data" + struct.pack("<I", len(data)) + data


def tnef(title, text, files):
    """winmail.dat of Outlook rich text"""
    def attr(level, ident, data):
        return struct.pack("<BII", level, ident, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)
    out = struct.pack("<IH", 0x223E9F78, 1)
    out += attr(1, 0x00089006, struct.pack("<I", 0x00010000)) + attr(1, 0x00069007, struct.pack("<II", 1252, 0)) + attr(1, 0x00078008, b"IPM.Microsoft Mail.Note\0") + attr(1, 0x00018004, title.encode("cp1252") + b"\0") + attr(1, 0x0002800C, text.encode("cp1252", "replace") + b"\0")
    for name, data in files:
        long = name.encode("cp1252") + b"\0"
        short = (fold(name).split(".")[0].upper().replace(" ", "")[:6] + "~1." + name.rsplit(".", 1)[-1].upper()[:3]).encode() + b"\0"
        mapi = struct.pack("<I", 2)
        for tag, val in ((0x3707001E, long), (0x3704001E, short)):
            mapi += struct.pack("<III", tag, 1, len(val)) + val + b"\0" * (-len(val) % 4)
        out += attr(2, 0x00069002, struct.pack("<HIIHI", 1, 0xFFFFFFFF, 0, 0, 0)) + attr(2, 0x00018010, short) + attr(2, 0x0006800F, data) + attr(2, 0x00069005, mapi)
    return out


TYPES = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xls": "application/vnd.ms-excel", "ods": "application/vnd.oasis.opendocument.spreadsheet", "csv": "text/csv", "txt": "text/plain", "pdf": "application/pdf", "zip": "application/x-zip-compressed",
         "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "tif": "image/tiff", "tiff": "image/tiff", "bmp": "image/bmp", "webp": "image/webp", "heic": "image/heic", "mov": "video/quicktime", "mp4": "video/mp4", "wav": "audio/wav", "dat": "application/ms-tnef", "ics": "text/calendar", "vcf": "text/vcard", "htm": "text/html", "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation"}


def f(name, data, **kw):
    return dict(name=name, data=data, type=kw.pop("type", None) or TYPES[name.rsplit(".", 1)[-1].lower()], **kw)
