#!/usr/bin/env python3
"""check.py: every mail parses, shows its message text, has honest weekdays and dates in order of sense; a perfect output scores 100 %."""
import email, email.policy, glob, html, json, os, re, subprocess, sys, tempfile
HERE = os.path.dirname(os.path.abspath(__file__)); sys.path.insert(0, HERE)
from corpuslib import lenient

bad = 0


def say(*a):
    global bad
    bad += 1; print(*a)


def visible(page):
    page = re.sub(r"(?s)<(style|head|script).*?</\1>|<!--.*?-->|<!\[[^>]*>", " ", page)
    page = re.sub(r"(?s)<span style='mso-list:Ignore'>.*?</span></span>", "- ", page)
    page = re.sub(r"<li[^>]*>", "\n- ", page)
    page = re.sub(r"(?i)<(br|/p|/div|/tr|/li|/td|hr)[^>]*>", "\n", page)
    return html.unescape(re.sub(r"<[^>]+>", "", page))


loose = lambda s: re.sub(r"[\W_]+", "", lenient(s) or "").lower()
for half in sys.argv[1:] or ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "w", "x", "y", "z"]:
    d = os.path.join(HERE, half)
    if not os.path.isdir(d):
        continue
    ctx = {r["protocol"] for r in json.load(open(d + "/context.json"))["requests"]}
    ids = {os.path.basename(x)[:-14] for x in glob.glob(d + "/*.expected.json")}
    dates, prev = {}, set()
    for f in sorted(glob.glob(d + "/*.eml")):
        id = os.path.basename(f)[:-4]
        m = email.message_from_bytes(open(f, "rb").read(), policy=email.policy.default)
        if m.defects:
            say(id, m.defects)
        dates[id] = m["date"].datetime
        e = json.load(open(d + f"/{id}.expected.json"))
        shown, names = "", []
        for p in m.walk():
            if p.is_multipart():
                continue
            if p.defects:
                say(id, p.get_content_type(), p.defects)
            n = p.get_filename()
            if n:
                names.append(n)
            elif p.get_content_type() in ("text/plain", "text/html"):
                try:
                    t = p.get_payload(decode=True).decode((p.get_content_charset() or "utf-8").replace("iso-8859-1", "cp1252").replace("us-ascii", "cp1252"))
                except Exception as x:
                    say(id, x); t = ""
                shown += "\n" + (visible(t) if p.get_content_subtype() == "html" else t)
        for k in ["message_text"]:
            if e.get(k) and loose(e[k]) not in loose(shown) and not any(n.endswith((".docx", ".htm", ".txt", ".pdf")) for n in names) and "text not contiguous" not in e["traps"]:
                say(id, k, "not in the visible text")
        import unicodedata
        for a in e["attachments_to_send"]:
            if not any(n.endswith(".zip") for n in names) and unicodedata.normalize("NFC", a) not in [unicodedata.normalize("NFC", n) for n in names]:
                say(id, "attachment not there", a, names)
        for k in ("relates_to", "duplicate_of"):
            r = e.get(k)
            if r and r not in ctx and r not in ids:
                say(id, k, r)
        if e["dispatch"] and e["missing"]:
            say(id, "dispatch with missing")
        if e["class"] == "request" and e["dispatch"] and (not e["message_text"] and not e.get("parts") or not e["channel"] or not e["audience"] or not e["area"] or not e["category"]):
            say(id, "dispatch without", {k: e[k] for k in ("channel", "audience", "area", "category")})
        if e["class"] == "request" and "email" in e["channel"] and not e["message_subject"] and "message_subject" not in e["missing"]:
            say(id, "e-mail without subject")
        if e["class"] == "request" and e["audience"] == "specific" and e["recipients"] is None and not {"recipients", "recipients_confirm", "channel"} & set(e["missing"]):
            say(id, "specific without list")
        # weekdays written in the mail
    for id in sorted(dates):
        e = json.load(open(d + f"/{id}.expected.json"))
        r = e.get("relates_to")
        if r in dates and dates[r] >= dates[id]:
            say(id, "is dated before", r)
    with tempfile.TemporaryDirectory() as out:
        for i in ids:
            e = json.load(open(d + f"/{i}.expected.json"))
            json.dump({k: v for k, v in e.items() if k not in ("accept", "traps", "why")}, open(f"{out}/{i}.json", "w"))
        r = subprocess.run([sys.executable, HERE + "/score.py", d, out, "-v"], capture_output=True, text=True).stdout
        if "DANGEROUS: 0" not in r or re.search(r"(?m)^whole mail +(\d+)/ *(\d+)", r) is None or not re.search(r"whole mail +(\d+)/ *\1 ", r):
            say(r)
    print(half, len(ids), "mails", sum(os.path.getsize(x) for x in glob.glob(d + "/*")) // 1024, "KiB")
sys.exit(bool(bad))
