#!/usr/bin/env python3
"""make.py: writes a/, b/, c/, d/ and e/ - incoming mails with what a careful assistant would conclude from each. Deterministic.
Needs xlsxwriter, python-docx, xlwt, pillow. The mails stand in half_a.py, half_b.py, half_c.py; the truth of a message text is the very string the mail is made of."""
import importlib, json, os, shutil, sys
HERE = os.path.dirname(os.path.abspath(__file__)); sys.path.insert(0, HERE)
import craft
from corpuslib import exp

ASSESSORIA = "Assessoria de Relacionamento <assessoria@ipreville.example>"
NADIA = "Nádia Pruner <nadia.pruner@ipreville.example>"
PRESID = "Presidência Ipreville <presidente@ipreville.example>"
MAILS, IDS = [], {}


class T:
    """the message to the insured: one string, shown in the mail and kept as truth"""
    def __init__(self, text, how="plain", bullets="ul"):
        self.text, self.how, self.bullets = text, how, bullets

    def nodes(self):
        n = craft.para(self.text, self.bullets)
        h = self.how
        if h == "plain":
            return n
        if h in ("box", "quote", "indent"):
            return [(h, n)]
        if h.startswith("color:"):
            return [("color", n, h[6:])]
        if h == "hr":
            return [("hr",)] + n + [("hr",)]
        if h.startswith("marks:"):
            a, b = h[6:].split("|")
            return [("p", a), ("blank",)] + n + [("blank",), ("p", b)]
        if h in ("curly", "straight", "guillemets", "single"):
            a, b = {"curly": "“”", "straight": '""', "guillemets": "«»", "single": "‘’"}[h]
            n = [list(x) for x in n]
            n[0][1] = a + n[0][1]
            n[-1][1] = n[-1][1] + b
            return [tuple(x) for x in n]
        raise ValueError(h)


def mail(id, cls, client, frm, subject, date, body, why="", traps=(), sig=None, att=(), to=(ASSESSORIA,), auth="int", want=None, **kw):
    """registers one mail; body holds strings, nodes and T objects; the first T is the truth unless want says otherwise"""
    name, addr = craft.parse_addr(frm)
    want = dict(want or {})
    texts = [b for b in body if isinstance(b, T)]
    if texts and cls == "request" and "message_text" not in want:
        want["message_text"] = texts[0].text
    orig = list(body)
    b2 = []
    for b in body:
        b2.append(b.nodes() if isinstance(b, T) else b)
    if kw.get("_paras"):
        b2 = list(kw["_paras"])
    m = dict(id=id, client=client, from_name=name, from_addr=addr, subject=subject, date=date, body=b2, sig=list(sig or []), att=list(att), to=list(to), auth=auth, **kw)
    import random
    m["_orig"] = orig
    m["message_id"] = kw.get("message_id") or craft.message_id(m, random.Random(id))
    if m.get("reply_to"):
        m["irt"] = IDS[m["reply_to"]]
    IDS[id] = m["message_id"]
    e = exp(cls, **{k: v for k, v in want.items()})
    if "message_text_by_channel" in e and e["message_text"] is None and cls == "request":
        e["message_text"] = e["message_text_by_channel"]["email"]
    e = {"id": id, **e, "traps": list(traps), "why": why, "client": client}
    MAILS.append((m, e))


def write(half):
    mod = importlib.import_module("half_" + half)
    out = os.path.join(HERE, half)
    shutil.rmtree(out, ignore_errors=True); os.makedirs(out)
    MAILS.clear(); IDS.clear()
    mod.mails()
    for m, e in MAILS:
        open(f"{out}/{m['id']}.eml", "wb").write(m["raw_file"] if m.get("raw_file") else craft.build(m))
        json.dump(e, open(f"{out}/{m['id']}.expected.json", "w", encoding="utf-8"), ensure_ascii=False, indent=1)
    json.dump({"half": half, "timezone": "America/Sao_Paulo", "requests": mod.CONTEXT}, open(f"{out}/context.json", "w", encoding="utf-8"), ensure_ascii=False, indent=1)
    for n in ("areas.json", "policy.json", "vocabulary.json"):
        shutil.copy(os.path.join(HERE, n), out)
    return len(MAILS)


def redress():
    """d: the requests of a and b in other clothes - another client, another frame around the text; the truth stays"""
    out = os.path.join(HERE, "d")
    shutil.rmtree(out, ignore_errors=True); os.makedirs(out)
    inside = ["owa", "roundcube", "outlook", "apple", "zimbra", "android-outlook", "thunderbird", "iphone", "samsung", "ios-outlook"]
    outside = ["yahoo", "gmail-app", "roundcube", "thunderbird"]
    frames = ["box", "quote", "indent", "curly", "hr"]
    n, context = 0, []
    for half in ("a", "b"):
        mod = importlib.import_module("half_" + half)
        MAILS.clear(); IDS.clear()
        mod.mails()
        context += mod.CONTEXT
        for m, e in list(MAILS):
            if e["class"] != "request" or m["client"] == "winmail" or m.get("real_charset") or any(a.get("cid") or "raw" in a for a in m["att"]):
                continue
            n += 1
            pool = inside if m["auth"] == "int" else outside
            client = pool[n % len(pool)]
            if client == m["client"]:
                client = pool[(n + 1) % len(pool)]
            m2 = {k: v for k, v in m.items() if k not in ("_n", "_cid", "_label", "charset", "cte", "plain_stub", "signed")}
            m2.update(id=f"d{n:03d}", client=client, plain_only=False, logo=m.get("logo") and client == "outlook")
            body = []
            for b in m["_orig"]:
                how = b.how if isinstance(b, T) else None
                if how == "plain" and client not in ("samsung", "iphone") and "“" not in b.text and len([x for x in m["_orig"] if isinstance(x, T)]) == 1 and b.text[0].isupper():
                    how = frames[n % len(frames)]
                body.append(T(b.text, how, b.bullets).nodes() if isinstance(b, T) else b)
            m2["body"] = body
            import random
            m2["message_id"] = craft.message_id(m2, random.Random(m2["id"]))
            e2 = dict(e, id=m2["id"], client=client, original=e["id"])
            open(f"{out}/{m2['id']}.eml", "wb").write(craft.build(m2))
            json.dump(e2, open(f"{out}/{m2['id']}.expected.json", "w", encoding="utf-8"), ensure_ascii=False, indent=1)
    json.dump({"half": "d", "timezone": "America/Sao_Paulo", "requests": context}, open(f"{out}/context.json", "w", encoding="utf-8"), ensure_ascii=False, indent=1)
    for f in ("areas.json", "policy.json", "vocabulary.json"):
        shutil.copy(os.path.join(HERE, f), out)
    return n


def request(protocol, area, requester, channel, audience, status, subject, sent_at, recipients, asked=None):
    p = protocol.lower()
    r = {"protocol": protocol, "area": area, "requester": requester, "channel": channel, "audience": audience, "status": status, "subject": subject, "sent_at": sent_at, "recipients": recipients,
         "message_ids": {"request": f"<req-{protocol[-4:]}.{protocol[3:7]}@ipreville.example>", "ack": f"<{p}.ack@ipreville.example>", "to_call_center": f"<{p}.cc@ipreville.example>" if "whatsapp" in channel else None,
                         "dispatch": [f"<{p}.mail1@ipreville.example>"] if "email" in channel else [], "approval_ask": f"<{p}.ok@ipreville.example>" if status == "waiting-approval" else None}}
    if asked:
        r["asked"] = asked
    return r


if __name__ == "__main__":
    sys.modules["make"] = sys.modules["__main__"]
    for half in sys.argv[1:] or ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "w", "x", "y", "z"]:
        if half == "d":
            print("d", redress(), "mails")
        elif os.path.exists(os.path.join(HERE, f"half_{half}.py")):
            print(half, write(half), "mails")
