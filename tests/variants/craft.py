"""Writes mails as the clients of the office write them: one source of text, many shapes of bytes."""
import base64, datetime as dt, hashlib, html as H, quopri, random, re, textwrap, unicodedata

ENC = "utf-8"
DAYS = ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"]
DAYS3 = ["seg.", "ter.", "qua.", "qui.", "sex.", "sáb.", "dom."]
MONTHS = ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"]
M3 = ["jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."]
EN_D = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
EN_M = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def when(s):
    return dt.datetime.strptime(s, "%Y-%m-%d %H:%M:%S" if s.count(":") == 2 else "%Y-%m-%d %H:%M")


def rfc(t, utc=False):
    if utc:
        t = t + dt.timedelta(hours=3)
    return f"{EN_D[t.weekday()]}, {t.day} {EN_M[t.month-1]} {t.year} {t:%H:%M:%S} " + ("+0000" if utc else "-0300")


# ---- nodes: what a body is made of ---------------------------------------------------------------------------
# ("p", text) ("blank",) ("ul", [items]) ("ol", [items]) ("table", rows) ("box", nodes) ("quote", nodes) ("indent", nodes)
# ("color", nodes, colour) ("hr",) ("raw", html, text)
def para(text, bullets="ul"):
    """a plain string as nodes: blank line = new paragraph, '- ' lines = a list"""
    out = []
    for n, block in enumerate(text.split("\n\n")):
        if n:
            out.append(("blank",))
        items = []
        for line in block.split("\n"):
            if line.startswith("- ") and bullets != "literal":
                items.append(line[2:])
            else:
                if items:
                    out.append(("ul", items)); items = []
                out.append(("p", line))
        if items:
            out.append(("ul", items))
    return out


def nodes_of(body):
    out = []
    for b in body:
        n = para(b) if isinstance(b, str) else ([b] if isinstance(b, tuple) else b)
        if out and n and out[-1][0] not in ("blank", "tight") and n[0][0] not in ("tight",):
            out.append(("blank",))
        out += n
    return [n for n in out if n[0] != "tight"]


TIGHT = ("tight",)


def inline_html(s, sty=None):
    s = H.escape(s, quote=False)
    s = re.sub(r"\[\[(.+?)\|(.+?)\]\]", lambda m: f'<a href="{m[2]}">{m[1]}</a>', s)
    s = re.sub(r"(?<![\"|>])(https?://[^\s<,;]+[^\s<,;.])(?![^<]*</a>)", r'<a href="\1">\1</a>', s)
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", s)


def inline_text(s, stars=False):
    s = re.sub(r"\[\[(.+?)\|(.+?)\]\]", r"\1<\2>", s)
    return re.sub(r"\*\*(.+?)\*\*", r"*\1*" if stars else r"\1", s)


def to_text(nodes, c, depth=0):
    out = []
    for n in nodes:
        k = n[0]
        if k == "p":
            out.append(inline_text(n[1], c.startswith("gmail")))
        elif k == "blank":
            out.append("")
        elif k == "ul":
            mark = {"outlook": "  *   ", "owa": "  *   ", "apple": "\t• ", "iphone": "• ", "gmail": "   - ", "thunderbird": " * "}.get(c, "- ")
            out += [mark + inline_text(i) for i in n[1]]
        elif k == "ol":
            out += [f"  {i}.  {inline_text(x)}" for i, x in enumerate(n[1], 1)]
        elif k == "table":
            for r in n[1]:
                out += [x for x in r] if c in ("outlook", "owa") else ["\t".join(r)]
        elif k in ("box", "indent", "color"):
            out += to_text(n[1], c)
        elif k == "quote":
            out += [("> " + x if c in ("thunderbird", "gmail", "apple") else x) for x in to_text(n[1], c)]
        elif k == "hr":
            out.append("_" * 30 if c in ("outlook", "owa") else "-" * 30)
        elif k == "raw":
            out += n[2].split("\n")
    return out


class Html:
    """the HTML flavour of one client"""
    def __init__(self, c, rng):
        self.c, self.rng = c, rng

    def p(self, s):
        c = self.c
        t = inline_html(s)
        if c == "outlook":
            return f"<p class=MsoNormal>{t}<o:p></o:p></p>"
        if c == "owa":
            return f'<div class="elementToProof" style="font-family: Aptos, Calibri, Helvetica, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);">\r\n{t}</div>'
        if c in ("ios-outlook", "android-outlook"):
            return f'<div dir="ltr" style="font-family: Aptos, Calibri, sans-serif; font-size: 12pt;">{t}</div>'
        if c in ("roundcube", "zimbra"):
            return f"<p>{t}</p>" if c == "roundcube" else f"<div>{t}</div>"
        if c == "samsung":
            return f'<div dir="auto">{t}</div>'
        if c == "yahoo":
            return f'<div dir="ltr" data-setdir="false">{t}</div>'
        return f"<div>{t}</div>"

    def blank(self):
        c = self.c
        if c == "outlook":
            return "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
        if c == "owa":
            return '<div class="elementToProof" style="font-family: Aptos, Calibri, Helvetica, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);"><br>\r\n</div>'
        if c == "roundcube":
            return ""
        return "<div><br></div>"

    def render(self, nodes):
        out = []
        for n in nodes:
            k, c = n[0], self.c
            if k == "p":
                out.append(self.p(n[1]))
            elif k == "blank":
                out.append(self.blank())
            elif k == "ul":
                if c == "outlook":
                    out += [f"<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{inline_html(i)}<o:p></o:p></p>" for i in n[1]]
                else:
                    out.append("<ul>" + "".join(f"<li>{inline_html(i)}</li>" for i in n[1]) + "</ul>")
            elif k == "ol":
                if c == "outlook":
                    out += [f"<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>{x}.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>{inline_html(i)}<o:p></o:p></p>" for x, i in enumerate(n[1], 1)]
                else:
                    out.append("<ol>" + "".join(f"<li>{inline_html(i)}</li>" for i in n[1]) + "</ol>")
            elif k == "table":
                css = "border:solid windowtext 1.0pt;padding:0cm 3.5pt 0cm 3.5pt" if c == "outlook" else "border:1px solid #999;padding:2px 6px"
                cell = (lambda x: f"<p class=MsoNormal>{inline_html(x) or '&nbsp;'}<o:p></o:p></p>") if c == "outlook" else (lambda x: inline_html(x) or "<br>")
                out.append("<table " + ("class=MsoNormalTable border=0 cellspacing=0 cellpadding=0 style='border-collapse:collapse'" if c == "outlook" else 'cellspacing="0" cellpadding="0" style="border-collapse:collapse"') + ">" +
                           "\n".join("<tr>" + "".join(f"<td valign=top style='{css}'>{cell(x)}</td>" for x in r) + "</tr>" for r in n[1]) + "</table>")
            elif k == "box":
                out.append("<table " + ("class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'" if c == "outlook" else 'border="1" cellpadding="8"') + "><tr><td valign=top style='border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'>" + "\n".join(self.render(n[1])) + "</td></tr></table>")
            elif k == "quote":
                out.append(("<blockquote style='margin-left:30.0pt;margin-right:0cm'>" if c == "outlook" else '<blockquote style="margin:0 0 0 40px;border:none;padding:0px">' if c.startswith("gmail") else '<blockquote type="cite">' if c in ("apple", "thunderbird") else "<blockquote>") + "\n".join(self.render(n[1])) + "</blockquote>")
            elif k == "indent":
                out.append(f"<div style='margin-left:35.4pt'>" + "\n".join(self.render(n[1])) + "</div>")
            elif k == "color":
                inner = self.render(n[1])
                out += [re.sub(r"^(<(?:p|div)[^>]*>)(.*?)((?:<o:p></o:p>)?</(?:p|div)>)$", lambda m: f"{m[1]}<span style='color:{n[2]}'>{m[2]}</span>{m[3]}", x, flags=re.S) for x in inner]
            elif k == "hr":
                out.append("<div class=MsoNormal align=center style='text-align:center'><hr size=2 width=\"100%\" align=center></div>" if c == "outlook" else "<hr>")
            elif k == "raw":
                out.append(n[1])
        return [o for o in out if o]


# ---- quoted mails --------------------------------------------------------------------------------------------
def long_date(t, secs=False):
    return f"{DAYS[t.weekday()]}, {t.day} de {MONTHS[t.month-1]} de {t.year} {t:%H:%M}" + (":00" if secs else "")


def quoted(c, q, fwd=False):
    """q = dict(name, addr, at, to, subject, body[, cc]); gives (html, text)"""
    t, name, addr = when(q["at"]), q["name"], q["addr"]
    body = nodes_of(q["body"])
    rng = random.Random(q["at"])
    inner = q.get("quoted")
    h = Html(c, rng)
    bh, bt = "\n".join(h.render(body)), to_text(body, c)
    if inner:
        ih, it = quoted(c, inner)
        bh += ih; bt += [""] + it.split("\n")
    e = H.escape
    if c == "outlook" or (c in ("webmail",)):
        cc = f"<br>\n<b>Cc:</b> {e(q['cc'])}" if q.get("cc") else ""
        hh = (f"<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>De:</b> {e(name)} &lt;{addr}&gt; <br>\n<b>Enviada em:</b> {long_date(t)}<br>\n"
              f"<b>Para:</b> {e(q['to'])}{cc}<br>\n<b>Assunto:</b> {e(q['subject'])}<o:p></o:p></p></div></div>\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n" + bh)
        tt = f"De: {name} <{addr}>\nEnviada em: {long_date(t)}\nPara: {q['to']}\n" + (f"Cc: {q['cc']}\n" if q.get("cc") else "") + f"Assunto: {q['subject']}\n\n" + "\n".join(bt)
        return hh, tt
    if c in ("owa", "ios-outlook", "android-outlook"):
        hh = (f'<hr style="display:inline-block;width:98%" tabindex="-1">\n<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000"><b>De:</b> {e(name)} &lt;{addr}&gt;<br>\n<b>Enviado:</b> {long_date(t)}<br>\n'
              f"<b>Para:</b> {e(q['to'])}<br>\n<b>Assunto:</b> {e(q['subject'])}</font>\n<div>&nbsp;</div>\n</div>\n" + bh)
        return hh, "_" * 32 + f"\nDe: {name} <{addr}>\nEnviado: {long_date(t)}\nPara: {q['to']}\nAssunto: {q['subject']}\n\n" + "\n".join(bt)
    if c in ("gmail", "gmail-app"):
        if fwd:
            at = f"{DAYS3[t.weekday()]}, {t.day} de {M3[t.month-1]} de {t.year} às {t:%H:%M}"
            hh = (f'<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>De: <strong class="gmail_sendername" dir="auto">{e(name)}</strong> <span dir="auto">&lt;<a href="mailto:{addr}">{addr}</a>&gt;</span><br>Date: {at}<br>Subject: {e(q["subject"])}<br>To: {e(q["to"])}<br></div><br><br>' + bh + "</div>")
            return hh, f"---------- Forwarded message ---------\nDe: {name} <{addr}>\nDate: {at}\nSubject: {q['subject']}\nTo: {q['to']}\n\n\n" + "\n".join(bt)
        intro = f"Em {DAYS3[t.weekday()]}, {t.day} de {M3[t.month-1]} de {t.year} às {t:%H:%M}, {name} <{addr}> escreveu:"
        hh = f'<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">{e(intro)}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">{bh}</blockquote></div>'
        return hh, "\n".join(textwrap.wrap(intro, 76, break_on_hyphens=False)) + "\n\n" + "\n".join("> " + x if x else ">" for x in bt)
    if c in ("apple", "iphone"):
        if fwd:
            at = f"{t.day} de {MONTHS[t.month-1]} de {t.year} às {t:%H:%M}:00 BRT"
            hdr = [("De", f"{name} <{addr}>"), ("Data", at), ("Para", q["to"]), ("Assunto", q["subject"])]
            hh = '<br><div><blockquote type="cite"><div>Início da mensagem encaminhada:</div><br class="Apple-interchange-newline">' + "".join(f'<div style="margin: 0px;"><span style="font-family: -webkit-system-font"><b>{k}: </b></span><span>{e(v)}<br></span></div>' for k, v in hdr) + f"<br><div>{bh}</div></blockquote></div>"
            return hh, "Início da mensagem encaminhada:\n\n" + "\n".join(f"> {k}: {v}" for k, v in hdr) + "\n> \n" + "\n".join("> " + x for x in bt)
        intro = f"Em {t.day} de {M3[t.month-1]} de {t.year}, à(s) {t:%H:%M}, {name} <{addr}> escreveu:"
        hh = f'<br><div><blockquote type="cite"><div>{e(intro)}</div><br class="Apple-interchange-newline"><div>{bh}</div></blockquote></div>'
        return hh, f"{intro}\n\n" + "\n".join("> " + x for x in bt)
    if c == "thunderbird":
        if fwd:
            hdr = [("Assunto", q["subject"]), ("Data", f"{EN_D[t.weekday()]}, {t.day} {EN_M[t.month-1]} {t.year} {t:%H:%M}:00 -0300"), ("De", f"{name} <{addr}>"), ("Para", q["to"])]
            return ('<div class="moz-forward-container"><br><br>-------- Mensagem encaminhada --------<table class="moz-email-headers-table" cellspacing="0" cellpadding="0" border="0">' + "".join(f'<tr><th valign="BASELINE" align="RIGHT">{k}: </th><td>{e(v)}</td></tr>' for k, v in hdr) + f"</table><br><br>{bh}</div>",
                    "\n-------- Mensagem encaminhada --------\n" + "\n".join(f"{k}: \t{v}" for k, v in hdr) + "\n\n\n" + "\n".join(bt))
        intro = f"Em {t:%d/%m/%Y} {t:%H:%M}, {name} escreveu:"
        return f'<div class="moz-cite-prefix">{intro}<br></div><blockquote type="cite">{bh}</blockquote>', intro + "\n" + "\n".join("> " + x if x else ">" for x in bt)
    if c == "roundcube":
        intro = f"Em {t:%Y-%m-%d %H:%M}, {name} escreveu:"
        return f'<p id="reply-intro">{e(intro)}</p><blockquote type="cite" style="padding: 0 0.4em; border-left: #1010ff 2px solid; margin: 0">{bh}</blockquote>', intro + "\n" + "\n".join("> " + x if x else ">" for x in bt)
    if c == "zimbra":
        hh = f'<hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>De: </b>"{e(name)}" &lt;{addr}&gt;<br><b>Para: </b>{e(q["to"])}<br><b>Enviadas: </b>{DAYS[t.weekday()].capitalize()}, {t.day} de {MONTHS[t.month-1]} de {t.year} {t:%H:%M}:00<br><b>Assunto: </b>{e(q["subject"])}<br></div><br><div data-marker="__QUOTED_TEXT__">{bh}</div>'
        return hh, f'De: "{name}" <{addr}>\nPara: {q["to"]}\nEnviadas: {DAYS[t.weekday()].capitalize()}, {t.day} de {MONTHS[t.month-1]} de {t.year} {t:%H:%M}:00\nAssunto: {q["subject"]}\n\n' + "\n".join(bt)
    if c == "samsung":
        hh = f'<div><br></div><div style="font-size:100%;color:#000000"><!-- originalMessage --><div>-------- Mensagem original --------</div><div>De: {e(name)} &lt;{addr}&gt; </div><div>Data: {t:%d/%m/%Y  %H:%M}  (GMT-03:00) </div><div>Para: {e(q["to"])} </div><div>Assunto: {e(q["subject"])} </div><div><br></div></div>{bh}'
        return hh, f"-------- Mensagem original --------\nDe: {name} <{addr}>\nData: {t:%d/%m/%Y  %H:%M}  (GMT-03:00)\nPara: {q['to']}\nAssunto: {q['subject']}\n\n" + "\n".join(bt)
    if c == "yahoo":
        intro = f"Em {DAYS[t.weekday()]}, {t.day} de {MONTHS[t.month-1]} de {t.year} às {t:%H:%M}:00 BRT, {name} <{addr}> escreveu:"
        return f'<div id="yahoo_quoted_{rng.randrange(10**9)}" class="yahoo_quoted"><div style="font-family:Helvetica;font-size:13px;color:#26282a;"><div>{e(intro)}</div><div><br></div><div>{bh}</div></div></div>', f"    {intro}  \n \n " + "\n".join(bt)
    raise ValueError(c)


# ---- headers -------------------------------------------------------------------------------------------------
def word(s, charset, kind, limit=52):
    """RFC 2047 words, folded"""
    if s.isascii():
        return s
    out, cur = [], ""
    for ch in s:
        if len((cur + ch).encode(charset, "replace")) * (3 if kind == "Q" else 4 / 3) > (limit * (1.9 if kind == "Q" else 1)):
            out.append(cur); cur = ""
        cur += ch
    out.append(cur)

    def one(x):
        b = x.encode(charset)
        if kind == "B":
            return f"=?{charset}?B?{base64.b64encode(b).decode()}?="
        return f"=?{charset}?Q?" + "".join(chr(c) if (chr(c).isalnum() and c < 128) else "_" if c == 32 else f"={c:02X}" for c in b) + "?="
    return "\n ".join(one(x) for x in out)


def addr_header(pairs, charset, kind):
    out = []
    for name, a in pairs:
        if not name:
            out.append(a)
        elif name.isascii():
            out.append((f'"{name}"' if re.search(r'[^\w \-]', name) else name) + f" <{a}>")
        else:
            out.append(word(name, charset, kind) + f" <{a}>")
    return ",\n ".join(out)


def parse_addr(s):
    m = re.match(r"^(.*?)\s*<(.+)>$", s)
    return (m[1].strip('"'), m[2]) if m else ("", s)


def qp(b):
    return quopri.encodestring(b.replace(b"\r\n", b"\n"), quotetabs=False).decode("ascii")


def b64(b, n=76):
    s = base64.b64encode(b).decode()
    return "\n".join(s[i:i + n] for i in range(0, len(s), n)) + "\n"


def rfc2231(key, name):
    from urllib.parse import quote
    return f"{key}*=UTF-8''{quote(name)}"


def flowed(text):
    out = []
    for ln in text.split("\n"):
        if ln.startswith(">") or len(ln) <= 72:
            out.append((" " + ln if ln.startswith(" ") else ln) if ln == "-- " else ln.rstrip() if ln != "-- " else ln)
            continue
        w = textwrap.wrap(ln, 71, break_long_words=False, break_on_hyphens=False)
        out += [x + " " for x in w[:-1]] + [w[-1]]
    return "\n".join(out)


def hardwrap(text, n=72):
    return "\n".join("\n".join(textwrap.wrap(x, n, break_long_words=False, break_on_hyphens=False)) if len(x) > n and not x.startswith(">") else x for x in text.split("\n"))


def _logo():
    import struct, zlib
    row = b"\0" + b"\x1f\x38\x64" * 120
    chunk = lambda k, d: struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 120, 40, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(row * 40)) + chunk(b"IEND", b"")


LOGO = _logo()

WORD_HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv="Content-Type" content="text/html; charset={cs}">
<meta name="Generator" content="Microsoft Word 15 (filtered medium)">
<style><!--
@font-face
	{{font-family:"Cambria Math";}}
@font-face
	{{font-family:Aptos;}}
p.MsoNormal, li.MsoNormal, div.MsoNormal
	{{margin:0cm;
	font-size:11.0pt;
	font-family:"Aptos",sans-serif;
	mso-ligatures:standardcontextual;
	mso-fareast-language:EN-US;}}
span.EstiloDeEmail17
	{{mso-style-type:personal-compose;
	color:windowtext;}}
@page WordSection1
	{{size:612.0pt 792.0pt;
	margin:70.85pt 3.0cm 70.85pt 3.0cm;}}
div.WordSection1
	{{page:WordSection1;}}
--></style><!--[if gte mso 9]><xml>
<o:shapedefaults v:ext="edit" spidmax="1026" />
</xml><![endif]-->
</head>
<body lang="PT-BR" link="#467886" vlink="#96607D" style="word-wrap:break-word">
<div class="WordSection1">
"""

MOBILE = {"ios-outlook": ("Obter o Outlook para iOS", "https://aka.ms/o0ukef"), "android-outlook": ("Obter o Outlook para Android", "https://aka.ms/AAb9ysg")}
TAIL = {"iphone": "Enviado do meu iPhone", "samsung": "Enviado do meu smartphone Samsung Galaxy.", "yahoo": "Enviado do Yahoo Mail no Android"}


def bodies(m, rng):
    """the two alternatives of a mail: (html or None, text)"""
    c = m["client"]
    h = Html(c, rng)
    nodes = nodes_of(m["body"])
    html, text = h.render(nodes), to_text(nodes, c)
    sig, disc, logo = m.get("sig") or [], m.get("disc"), m.get("logo")
    q = m.get("quoted")
    qs = q if isinstance(q, list) else [q] if q else []
    qh, qt = "", ""
    for x in qs:
        a, b = quoted(c, x, m.get("fwd", False))
        qh += a; qt += ("\n" if qt else "") + b
    e = H.escape
    if m.get("tail", True) and c in TAIL and not sig:
        tail = TAIL[c]
    else:
        tail = None
    if c == "outlook":
        sh = "".join(f"<p class=MsoNormal><span style='font-size:10.0pt;color:#1F3864;mso-fareast-language:PT-BR'>{'<b>' if not i else ''}{e(x)}{'</b>' if not i else ''}<o:p></o:p></span></p>\n" for i, x in enumerate(sig))
        if logo:
            sh += f"<p class=MsoNormal><span style='mso-fareast-language:PT-BR'><img border=0 width=120 height=40 style='width:1.25in;height:.4166in' id=\"Imagem_x0020_1\" src=\"cid:image001.png@{m['_cid']}\" alt=\"logo\"></span><o:p></o:p></p>\n"
        if disc:
            sh += f"<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n<p class=MsoNormal><i><span style='font-size:8.0pt;color:gray'>{e(disc)}<o:p></o:p></span></i></p>\n"
        page = WORD_HEAD.format(cs=m["_label"]) + "\n".join(html) + ("\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n" + sh if sh else "") + qh + "\n</div>\n</body>\n</html>\n"
    elif c == "owa":
        sh = '<div id="Signature" class="elementToProof">\r\n' + "".join(f'<div style="font-family: Calibri, sans-serif; font-size: 10pt;">{e(x)}</div>\r\n' for x in sig) + "</div>" if sig else ""
        page = '<html>\r\n<head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=' + m["_label"] + '">\r\n<style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style>\r\n</head>\r\n<body dir="ltr">\r\n' + "\r\n".join(html) + ("\r\n" + h.blank() + "\r\n" + sh if sh else "") + (f'\r\n<div style="font-size:8pt;color:gray">{e(disc)}</div>' if disc else "") + ('\r\n<div id="appendonsend"></div>\r\n' + qh if qh else "") + "\r\n</body>\r\n</html>\r\n"
    elif c in MOBILE:
        lab, url = MOBILE[c]
        sh = (f'<div id="ms-outlook-mobile-body-separator-line" dir="ltr"><br></div><div id="ms-outlook-mobile-signature" dir="ltr">' + ("".join(f"<div>{e(x)}</div>" for x in sig) if sig else f'Obter o <a href="{url}">{lab[8:]}</a>') + "</div>")
        page = '<html>\r\n<head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=' + m["_label"] + '">\r\n</head>\r\n<body dir="ltr">\r\n' + "\r\n".join(html) + "\r\n" + sh + ("\r\n" + qh if qh else "") + "\r\n</body>\r\n</html>\r\n"
    elif c in ("gmail", "gmail-app"):
        sh = '<div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div dir="ltr">' + "<br>".join(e(x) for x in sig) + "</div></div>" if sig else ""
        page = ('<div dir="ltr">' if c == "gmail" else '<div dir="auto">') + "\n".join(html) + sh + "</div>" + qh + "\n"
    elif c in ("apple", "iphone"):
        sh = "<br>" + "".join(f"<div>{e(x)}</div>" for x in sig) if sig else (f'<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">{tail}</div>' if tail else "")
        page = '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body ' + ('style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;"' if c == "apple" else 'dir="auto"') + ">" + "\n".join(html) + sh + qh + "</body></html>\n"
    elif c == "thunderbird":
        sh = '<div class="moz-signature">-- <br>' + "<br>\n".join(e(x) for x in sig) + "</div>" if sig else ""
        page = '<!DOCTYPE html>\n<html>\n  <head>\n    <meta http-equiv="content-type" content="text/html; charset=UTF-8">\n  </head>\n  <body>\n' + "\n".join("    " + x for x in html) + sh + qh + "\n  </body>\n</html>\n"
    elif c == "roundcube":
        sh = "<br>" + "".join(f"<div>{e(x)}</div>" for x in sig) if sig else ""
        page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /></head><body style=\'font-size: 10pt; font-family: Verdana,Geneva,sans-serif\'>\n' + "\n".join(html) + sh + qh + "\n</body></html>\n"
    elif c == "zimbra":
        sh = '<div data-marker="__SIG_POST__">' + "<br>".join(e(x) for x in sig) + "</div>" if sig else ""
        page = '<html><body><div style="font-family: arial, helvetica, sans-serif; font-size: 12pt; color: #000000">' + "\n".join(html) + ("<div><br></div>" + sh if sh else "") + qh + "</div></body></html>"
    elif c == "samsung":
        page = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\"></head><body dir=\"auto\">" + "".join(html) + (f'<div dir="auto"><br></div><div id="composer_signature" dir="auto"><div style="font-size:12px;color:#575757" dir="auto">{tail}</div></div>' if tail else "".join(f"<div>{e(x)}</div>" for x in sig)) + qh + "</body></html>"
    elif c == "yahoo":
        page = "<html><head></head><body>" + "\n".join(html) + ("<div><br></div>" + "".join(f"<div>{e(x)}</div>" for x in sig) if sig else "") + (f"<div><br></div><div><i>{tail}</i></div>" if tail and m.get("mobile") else "") + qh + "</body></html>"
        tail = tail if m.get("mobile") else None
    else:
        page = None
    st = list(text)
    if c in ("gmail", "gmail-app", "thunderbird") and sig:
        st += ["", "-- "] + sig
    elif c in MOBILE:
        st += [""] + (sig or [f"{MOBILE[c][0]}<{MOBILE[c][1]}>"])
    elif sig:
        st += [""] + sig
    elif tail:
        st += ["", tail]
    if logo:
        st.append(f"[cid:image001.png@{m['_cid']}]")
    if disc:
        st += ["", disc]
    t = "\n".join(st)
    if c == "gmail":
        t = hardwrap(t, 76)
    if qt:
        t += "\n\n" + qt
    if m.get("plain_only"):
        page = None
    return page, t + "\n"


def attach(a, c, t):
    """one attachment part, in the client's way of naming files"""
    name, ctype, data = a["name"], a["type"], a["data"]
    wname = unicodedata.normalize("NFD", name) if a.get("nfd") else name
    body = b64(data)
    disp = a.get("disposition", "attachment")
    if c in ("outlook", "owa", "ios-outlook", "android-outlook", "winmail"):
        w = word(wname, "iso-8859-1" if all(ord(x) < 256 for x in wname) and c == "outlook" else "utf-8", "Q" if c == "outlook" else "B").replace("\n ", "\n\t")
        cid = f"Content-ID: <{a['cid']}>\n" if a.get("cid") else ""
        return (f'Content-Type: {ctype};\n\tname="{w}"\nContent-Description: {w}\nContent-Disposition: {disp};\n\tfilename="{w}"; size={len(data)};\n\tcreation-date="{rfc(t, True).replace("+0000", "GMT")}";\n\tmodification-date="{rfc(t, True).replace("+0000", "GMT")}"\n{cid}Content-Transfer-Encoding: base64\n\n' + body)
    if c in ("gmail", "gmail-app"):
        w = word(wname, "UTF-8", "B")
        x = "f_" + hashlib.md5(name.encode()).hexdigest()[:9] + "0"
        return f'Content-Type: {ctype}; name="{w}"\nContent-Disposition: {disp}; filename="{w}"\nContent-Transfer-Encoding: base64\nX-Attachment-Id: {x}\nContent-ID: <{x}>\n\n' + body
    if c in ("apple", "iphone"):
        fn = f'filename="{wname}"' if wname.isascii() else rfc2231("filename", wname)
        nm = f'name="{wname}"' if wname.isascii() else f'name="{word(wname, "utf-8", "Q", 80)}"'
        cid = f"Content-Id: <{a['cid']}>\n" if a.get("cid") else ""
        return f"Content-Disposition: {disp};\n\t{fn}\nContent-Type: {ctype};\n\tx-unix-mode=0644;\n\t{nm}\n{cid}Content-Transfer-Encoding: base64\n\n" + body
    if c == "thunderbird":
        fn = f'filename="{wname}"' if wname.isascii() else rfc2231("filename", wname)
        nm = word(wname, "UTF-8", "B")
        return f'Content-Type: {ctype}; name="{nm}"\nContent-Disposition: {disp}; {fn}\nContent-Transfer-Encoding: base64\n\n' + body
    if c in ("roundcube", "zimbra", "webmail"):
        if wname.isascii():
            fn, nm = f'filename="{wname}"', f'name="{wname}"'
        else:
            from urllib.parse import quote
            s = quote(wname)
            cuts, cur = [], ""
            for tok in re.findall(r"%..|.", s):
                if len(cur) + len(tok) > 44:
                    cuts.append(cur); cur = ""
                cur += tok
            cuts.append(cur)
            fn = f"filename*=UTF-8''{s}" if len(cuts) == 1 else ";\n ".join(f"filename*{i}*=" + ("UTF-8''" if i == 0 else "") + x for i, x in enumerate(cuts))
            nm = f'name="{word(wname, "UTF-8", "Q", 90)}"'
        return f"Content-Transfer-Encoding: base64\nContent-Type: {ctype};\n {nm}\nContent-Disposition: {disp};\n {fn};\n size={len(data)}\n\n" + body
    w = word(wname, "UTF-8", "B")
    return f'Content-Type: {ctype}; name="{w}"\nContent-Transfer-Encoding: base64\nContent-Disposition: {disp}; filename="{w}"\n\n' + body


def trace(m, t, rng):
    """what the receiving servers write on top"""
    n = rng.randrange(1000, 9999)
    host = f"GV1P{n%97:02d}MB{n}.BRAP{n%300:03d}.PROD.OUTLOOK.EXAMPLE"
    u = t + dt.timedelta(hours=3, seconds=rng.randrange(3, 40))
    at = f"{EN_D[u.weekday()]}, {u.day} {EN_M[u.month-1]} {u.year} {u:%H:%M:%S} +0000"
    a = m["auth"]
    dom = m["from_addr"].split("@")[1]
    if a == "int":
        return (f"Received: from {host}\n (2603:10d6:{n%700}:{n%90}::9) by GV2P{n%97:02d}MB{n}.BRAP{n%300:03d}.PROD.OUTLOOK.EXAMPLE\n with HTTPS; {at}\n"
                f"Authentication-Results: dkim=none (message not signed)\n header.d=none;dmarc=none action=none header.from={dom};\n"
                f"X-MS-Exchange-Organization-AuthSource: {host}\nX-MS-Exchange-Organization-AuthAs: Internal\nX-MS-Exchange-Organization-AuthMechanism: 04\nX-MS-Exchange-Organization-SCL: -1\n")
    env = m.get("envelope", m["from_addr"])
    edom = (env.split("@")[1] if "@" in env else dom)
    ip = f"198.51.100.{n%250+1}"
    res = {"ext": f"spf=pass (sender IP is {ip})\n smtp.mailfrom={edom}; dkim=pass (signature was verified)\n header.d={dom};dmarc=pass action=none\n header.from={dom};compauth=pass reason=100",
           "fwd": f"spf=fail (sender IP is {ip})\n smtp.mailfrom={edom}; dkim=pass (signature was verified)\n header.d={dom};dmarc=pass action=none\n header.from={dom};compauth=pass reason=100",
           "fail": f"spf=fail (sender IP is {ip})\n smtp.mailfrom={edom}; dkim=none (message not\n signed) header.d=none;dmarc=fail action=none\n header.from={dom};compauth=fail reason=001",
           "softfail": f"spf=softfail (sender IP is {ip})\n smtp.mailfrom={edom}; dkim=fail (body hash did not verify)\n header.d={dom};dmarc=fail action=quarantine\n header.from={dom};compauth=fail reason=000",
           "unaligned": f"spf=pass (sender IP is {ip})\n smtp.mailfrom={edom}; dkim=pass (signature was verified)\n header.d={edom};dmarc=fail action=none\n header.from={dom};compauth=fail reason=001",
           "none": f"spf=none (sender IP is {ip})\n smtp.mailfrom={edom}; dkim=none (message not signed)\n header.d=none;dmarc=none action=none\n header.from={dom};compauth=fail reason=601"}[a]
    return (f"Return-Path: <{env}>\nReceived: from {host} (2603:10d6:{n%700}:5::12) by\n GV2P{n%97:02d}MB{n}.BRAP{n%300:03d}.PROD.OUTLOOK.EXAMPLE with HTTPS; {at}\n"
            f"Authentication-Results: {res}\nReceived-SPF: {'Pass' if 'spf=pass' in res else 'Fail'} (protection.outlook.example: domain of {edom} {'designates' if 'spf=pass' in res else 'does not designate'}\n {ip} as permitted sender)\n"
            f"Received: from mta{n%9}.{edom} ({ip}) by\n GV0PEPF0000{n:04X}.mail.protection.outlook.example with ESMTPS; {at}\n"
            f"X-MS-Exchange-Organization-AuthSource: GV0PEPF0000{n:04X}.brap152.prod.outlook.example\nX-MS-Exchange-Organization-AuthAs: Anonymous\nX-MS-Exchange-Organization-SCL: {'1' if 'dmarc=pass' in res else '5'}\n")


def message_id(m, rng):
    dom = m["from_addr"].split("@")[1]
    x = hashlib.sha1((m["id"] + m["subject"] + m["date"]).encode()).hexdigest().upper()
    c = m["client"]
    if c in ("outlook", "owa", "ios-outlook", "android-outlook", "winmail"):
        return f"GV1P{x[:4]}MB{x[4:8]}{x[8:34]}@GV1P{x[:4]}MB{x[4:8]}.brap152.prod.outlook.example"
    if c in ("gmail", "gmail-app"):
        return f"CA{x[:4]}+{x[4:14].lower()}_{x[14:22]}@mail.{dom}"
    if c in ("apple", "iphone"):
        return f"{x[:8]}-{x[8:12]}-4{x[13:16]}-A{x[17:20]}-{x[20:32]}@{dom}"
    if c == "zimbra":
        return f"{int(x[:8],16)}.{int(x[8:12],16)}.{int(when(m['date']).timestamp())*1000}.JavaMail.zimbra@{dom}"
    if c == "yahoo":
        return f"{int(x[:8],16)}.{int(x[8:14],16)}.{int(when(m['date']).timestamp())*1000}@mail.{dom}"
    return f"{x[:30].lower()}@{dom}"


def build(m):
    """the bytes of the mail"""
    rng = random.Random(m["id"])
    t = when(m["date"])
    c = m["client"]
    hx = hashlib.sha1(m["id"].encode()).hexdigest().upper()
    m["_cid"] = f"01DC{hx[:4]}.{hx[4:12]}"
    ms = c in ("outlook", "owa", "ios-outlook", "android-outlook", "winmail")
    cs = m.get("charset") or {"outlook": "windows-1252", "winmail": "iso-8859-1"}.get(c, "utf-8")
    real = m.get("real_charset") or ("windows-1252" if cs in ("iso-8859-1", "us-ascii") else cs)
    m["_label"] = {"windows-1252": "Windows-1252"}.get(cs, cs)
    page, text = bodies(m, rng)
    try:
        (page or "").encode(real); text.encode(real)
    except UnicodeEncodeError:
        cs = real = "utf-8"; m["_label"] = "utf-8"
        page, text = bodies(m, rng)
    cte = m.get("cte") or {"owa": "base64", "ios-outlook": "base64", "android-outlook": "base64", "thunderbird": "8bit", "roundcube": "8bit", "samsung": "base64", "zimbra": "8bit", "webmail": "8bit"}.get(c, "quoted-printable")
    hcs = {"windows-1252": "iso-8859-1", "us-ascii": "iso-8859-1"}.get(cs, cs)
    hk = "B" if cte == "base64" or c in ("thunderbird", "yahoo", "samsung") else "Q"
    if hcs == "iso-8859-1" and any(ord(x) > 255 for x in m["subject"] + m["from_name"]):
        hcs = "Windows-1252"

    def part(ctype, s, extra=""):
        b = s.encode(real)
        if ctype == "text/plain" and c in ("thunderbird", "roundcube") and not m.get("unflowed"):
            b = flowed(s).encode(real); extra = "; format=flowed"
        lab = m["_label"] if not m.get("charset_label") else m["charset_label"]
        head = f'Content-Type: {ctype}; charset="{lab}"{extra}\nContent-Transfer-Encoding: {cte}\n\n'
        if cte == "quoted-printable":
            return head.encode() + qp(b).encode()
        if cte == "base64":
            return head.encode() + b64(b.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")).encode()
        return head.encode() + b.replace(b"\r\n", b"\n")

    def multi(sub, parts, params=""):
        k = m.setdefault("_n", 0); m["_n"] += 1
        h = hashlib.sha1(f"{m['id']}{k}".encode()).hexdigest()
        bd = {"gmail": "000000000000" + h[:16], "gmail-app": "000000000000" + h[:16], "thunderbird": "------------" + h[:24], "roundcube": "=_" + h[:28], "apple": "Apple-Mail=_" + h[:8].upper() + "-" + h[8:12].upper() + "-4" + h[12:15].upper() + "-9" + h[15:18].upper() + "-" + h[18:30].upper(), "iphone": "Apple-Mail-" + h[:30].upper(), "zimbra": "----=_Part_" + str(int(h[:6], 16)) + "_" + str(int(h[6:14], 16)), "yahoo": "----=_Part_" + str(int(h[:6], 16))}.get(c, f"_00{k}_GV1P{h[:30].upper()}brap_" if ms else "--_com.samsung.android.email_" + h[:16])
        return f'Content-Type: multipart/{sub};\n\tboundary="{bd}"{params}\n\n'.encode() + b"".join(b"--" + bd.encode() + b"\n" + p.rstrip(b"\n") + b"\n\n" for p in parts) + b"--" + bd.encode() + b"--\n"

    if m.get("plain_stub"):
        text = m["plain_stub"]
    root = part("text/plain", text) if page is None else part("text/html", page) if m.get("html_only") else multi("alternative", [part("text/plain", text), part("text/html", page)])
    inl = [a for a in m.get("att", []) if a.get("cid")]
    if m.get("logo"):
        inl = [{"name": "image001.png", "type": "image/png", "data": LOGO, "cid": f"image001.png@{m['_cid']}", "disposition": "inline"}] + inl
    if inl:
        root = multi("related", [root] + [attach(dict(a, disposition="inline"), c, t).encode() for a in inl], ';\n\ttype="multipart/alternative"')
    rest = [a for a in m.get("att", []) if not a.get("cid")]
    if m.get("raw_root"):
        root = m["raw_root"]
    elif rest:
        root = multi("mixed", [root] + [attach(a, c, t).encode() if "raw" not in a else a["raw"] for a in rest])
    if m.get("signed"):
        sig7 = b"MIAGCSqGSIb3DQEHAqCAMIACAQExDzANBglghkgBZQMEAgEFADCABgkqhkiG9w0BBwEAAKCC\nA2QwggNgMIICSKADAgECAgEBMA0GCSqGSIb3DQEBCwUAMAAAAAAAAA==\n"
        root = multi("signed", [root, b'Content-Type: application/pkcs7-signature; name="smime.p7s"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="smime.p7s"\nContent-Description: Assinatura digital S/MIME\n\n' + sig7], '; protocol="application/pkcs7-signature"; micalg=sha-256')
    mid = m["message_id"]
    H_ = []
    frm = ("From", addr_header([(m["from_name"], m["from_addr"])], hcs, hk))
    to = ("To", addr_header([parse_addr(x) for x in m["to"]], hcs, hk))
    ccs = [("Cc", addr_header([parse_addr(x) for x in m["cc"]], hcs, hk))] if m.get("cc") else []
    if m.get("raw_subject"):
        sub = ("Subject", m["subject"])
    else:
        sub = ("Subject", word(m["subject"], hcs, hk))
    date, idh = ("Date", rfc(t, ms)), ("Message-ID", f"<{mid}>")
    refs = ([("References", f"<{m['irt']}>"), ("In-Reply-To", f"<{m['irt']}>")] if m.get("irt") else [])
    topic = re.sub(r"^((RES|ENC|Re|Fwd|RE|FW|Enc|Res): ?)+", "", m["subject"])
    if ms:
        H_ = [frm, to] + ccs + [sub, ("Thread-Topic", word(topic, hcs, hk)), ("Thread-Index", "Adx" + base64.b64encode(hashlib.sha1(m["subject"].encode()).digest()).decode()[:25]), date, idh] + refs + [("Accept-Language", "pt-BR, en-US"), ("Content-Language", "pt-BR"), ("X-MS-Has-Attach", "yes" if rest else ""), ("X-MS-TNEF-Correlator", f"<{mid}>" if c == "winmail" else "")]
        if m.get("suppress"):
            H_.append(("X-Auto-Response-Suppress", "All"))
        H_.append(("MIME-Version", "1.0"))
    elif c in ("apple", "iphone"):
        H_ = [frm, ("Content-Transfer-Encoding", "7bit"), ("Mime-Version", "1.0 (Mac OS X Mail 16.0 \\(3864.100.1.1.5\\))" if c == "apple" else "1.0 (1.0)"), sub, date, idh] + refs + ccs + [to, ("X-Mailer", "Apple Mail (2.3864.100.1.1.5)" if c == "apple" else "iPhone Mail (23B85)")]
        H_ = [x for x in H_ if x[0] != "Content-Transfer-Encoding"]
    elif c in ("gmail", "gmail-app"):
        H_ = [("MIME-Version", "1.0")] + refs + [frm, date, idh, sub, to] + ccs
    elif c == "thunderbird":
        H_ = [idh, date, ("MIME-Version", "1.0"), ("User-Agent", "Mozilla Thunderbird"), sub, to] + ccs + [("Content-Language", "pt-BR"), frm, ("Organization", "Ipreville")] + refs
    elif c == "roundcube":
        H_ = [("MIME-Version", "1.0"), date, frm, to] + ccs + [sub] + refs + [("User-Agent", "Roundcube Webmail/1.6.11"), idh, ("X-Sender", m["from_addr"])]
    elif c == "zimbra":
        H_ = [date, frm, to] + ccs + [idh] + refs + [sub, ("MIME-Version", "1.0"), ("X-Originating-IP", "[198.51.100.7]"), ("X-Mailer", "Zimbra 10.1.0_GA_4655 (ZimbraWebClient - GC141 (Win)/10.1.0_GA_4655)"), ("Thread-Topic", word(topic, hcs, "Q"))]
    elif c == "yahoo":
        H_ = [date, frm, to] + ccs + [idh] + refs + [sub, ("MIME-Version", "1.0"), ("X-Mailer", "WebService/1.1.24562 YMailNovation")]
    else:
        H_ = [("MIME-Version", "1.0"), date, idh] + refs + [sub, frm, to] + ccs
    H_ += list(m.get("headers", []))
    head = trace(m, t, rng) + "".join(f"{k}: {v}\n" for k, v in H_)
    raw = head.encode("utf-8" if not m.get("raw_latin1") else "latin-1") + root
    return raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
