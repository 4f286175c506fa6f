#!/usr/bin/env python3
"""Writes the forged and the genuine mails of tests/identity: `python3 tests/identity/make.py`.

`postfix-` mails came through a server that writes Authentication-Results as mx.ipreville.test, `exchange-` mails through
one that writes X-MS-Exchange-Organization-AuthAs and results without a name. The same run gives the same files.
"""
import pathlib, random, shutil
from base64 import b64encode

HERE = pathlib.Path(__file__).parent
AREA = "previdencia@ipreville.test"
OTHER = "pericia@ipreville.test"
EVIL = "golpe@fora.test"
SUBJECTS = ["Aviso de recesso", "Envio urgente", "Prova de vida", "Mudança de horário", "Reunião de aposentados"]
NAMES = ["Marlise Kühnen", "César Ramthun", "Previdência", "Ipreville - Perícia", "Jair"]


def text(n):
    return ("Bom dia,\r\n\r\nSolicito o envio, por e-mail, da mensagem abaixo aos segurados da lista anexa.\r\n\r\n"
            f"Assunto: Aviso {n}\r\n\r\nTexto:\r\n\r\nPrezado(a) segurado(a),\r\n\r\nO atendimento número {n} estará fechado na "
            "sexta-feira.\r\n\r\nObrigada,\r\nMarlise\r\n")


def mail(n, head, sender=f"From: <{AREA}>", below="", who="pessoa"):
    rows = f"NOME;E-MAIL\r\nPessoa {n};{who}{n}@segurados.test\r\n"
    subject = SUBJECTS[n % len(SUBJECTS)] + f" {n}"
    word = "=?utf-8?B?" + b64encode(subject.encode()).decode() + "?="
    return (f"{head}{sender}\r\n{below}To: <assessoria@ipreville.test>\r\nSubject: {word}\r\n"
            f"Date: Mon, 9 Nov 2026 09:{n % 60:02}:00 -0300\r\nMessage-ID: <{who}{n}@cliente.test>\r\nMIME-Version: 1.0\r\n"
            "Content-Type: multipart/mixed; boundary=\"=_f\"\r\n\r\n"
            f"--=_f\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text(n)}\r\n"
            f"--=_f\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=\"lista.csv\"\r\n\r\n{rows}\r\n--=_f--\r\n")


def results(*parts, server="mx.ipreville.test", name="Authentication-Results"):
    return f"{name}: " + "; ".join([server, *parts] if server else parts) + "\r\n"


PASS = "dmarc=pass (p=reject dis=none) header.from=ipreville.test"
FAIL = "dmarc=fail (p=reject dis=none) header.from=ipreville.test"
RECEIVED = "Received: from mta.fora.test (mta.fora.test [203.0.113.7])\r\n\tby mx.ipreville.test (Postfix) with ESMTPS id 4ABC\r\n\tfor <assessoria@ipreville.test>; Mon, 9 Nov 2026 09:00:00 -0300\r\n"


def forged(n):
    """(server, mail) of the n-th forgery."""
    kinds = [
        # nothing vouches for it
        lambda: ("postfix", mail(n, RECEIVED, who="f")),
        lambda: ("postfix", mail(n, results(FAIL) + RECEIVED, who="f")),
        # a real failure on top, a forged pass below
        lambda: ("postfix", mail(n, results(FAIL) + RECEIVED + results(PASS), who="f")),
        lambda: ("postfix", mail(n, results("spf=fail smtp.mailfrom=fora.test", FAIL) + RECEIVED + results("spf=pass", "dkim=pass header.d=ipreville.test", PASS), who="f")),
        # somebody else's results, and results that look like ours
        lambda: ("postfix", mail(n, RECEIVED + results(PASS, server="mx.fora.test"), who="f")),
        lambda: ("postfix", mail(n, RECEIVED + results(PASS, server="mx.ipreville.test.fora.test"), who="f")),
        lambda: ("postfix", mail(n, RECEIVED + results(PASS, server="xmx.ipreville.test"), who="f")),
        lambda: ("postfix", mail(n, RECEIVED + results(PASS, server=""), who="f")),
        lambda: ("postfix", mail(n, RECEIVED + results(PASS, name="X-Authentication-Results"), who="f")),
        lambda: ("postfix", mail(n, RECEIVED + results(PASS, name="ARC-Authentication-Results"), who="f")),
        lambda: ("postfix", mail(n, RECEIVED + results(PASS, name="Authentication-Results-Original"), who="f")),
        # a pass where the sender may write
        lambda: ("postfix", mail(n, results("dmarc=fail (dmarc=pass) header.from=ipreville.test") + RECEIVED, who="f")),
        lambda: ("postfix", mail(n, results("spf=none smtp.mailfrom=\"; dmarc=pass header.from=ipreville.test \"@fora.test", FAIL) + RECEIVED, who="f")),
        lambda: ("postfix", mail(n, results("spf=none smtp.mailfrom=\"\\\"; dmarc=pass\"@fora.test", FAIL) + RECEIVED, who="f")),
        lambda: ("postfix", mail(n, results("spf=pass smtp.mailfrom=\"(\"@fora.test", FAIL) + RECEIVED, who="f")),
        lambda: ("postfix", mail(n, results("spf=pass smtp.mailfrom=dmarc=pass@fora.test", FAIL) + RECEIVED, who="f")),
        lambda: ("postfix", mail(n, results("spf=pass smtp.helo=dmarc=pass", "dkim=none", "dmarc=none header.from=ipreville.test") + RECEIVED, who="f")),
        # a pass of somebody else
        lambda: ("postfix", mail(n, results("dkim=pass header.d=fora.test", "spf=pass smtp.mailfrom=fora.test", FAIL) + RECEIVED, who="f")),
        lambda: ("postfix", mail(n, results("dkim=pass header.d=fora.test", "dmarc=pass header.from=fora.test") + RECEIVED, who="f")),
        lambda: ("postfix", mail(n, results("dmarc=bestguesspass header.from=ipreville.test") + RECEIVED, who="f")),
        lambda: ("postfix", mail(n, results("dmarc=temperror header.from=ipreville.test") + RECEIVED, who="f")),
        # other senders that look like ours
        lambda: ("postfix", mail(n, results("dmarc=pass header.from=ipreville-sc.test") + RECEIVED, sender="From: \"Previdência\" <previdencia@ipreville-sc.test>", who="f")),
        lambda: ("postfix", mail(n, results("dmarc=pass header.from=fora.test") + RECEIVED, sender=f"From: \"{AREA}\" <{EVIL}>", who="f")),
        lambda: ("postfix", mail(n, results("dmarc=pass header.from=ipreville.test.fora.test") + RECEIVED, sender="From: previdencia@ipreville.test.fora.test", who="f")),
        lambda: ("postfix", mail(n, results("dmarc=pass header.from=xn--iprevile-fnh.test") + RECEIVED, sender="From: previdencia@xn--iprevile-fnh.test", who="f")),
        lambda: ("postfix", mail(n, results("dmarc=pass header.from=fora.test") + RECEIVED, sender=f"From: {EVIL}", below=f"Sender: <{AREA}>\r\nReply-To: <{AREA}>\r\n", who="f")),
        # more than one sender
        lambda: ("postfix", mail(n, results(PASS) + RECEIVED, sender=f"From: <{AREA}>\r\nFrom: <{EVIL}>", who="f")),
        lambda: ("postfix", mail(n, results(PASS) + RECEIVED, sender=f"From: {AREA}, {EVIL}", who="f")),
        lambda: ("postfix", mail(n, results("dmarc=pass header.from=fora.test") + RECEIVED, sender=f"From: {AREA} <{EVIL}>", who="f")),
        lambda: ("postfix", mail(n, results("dmarc=pass header.from=fora.test") + RECEIVED, sender=f"From: <{AREA}> <{EVIL}>", who="f")),
        # two verdicts in one field
        lambda: ("postfix", mail(n, results("dmarc=fail header.from=ipreville.test", PASS) + RECEIVED, who="f")),
        lambda: ("postfix", mail(n, results(PASS, "dmarc=fail header.from=ipreville.test") + RECEIVED, who="f")),
        # an Exchange
        lambda: ("exchange", mail(n, "X-MS-Exchange-Organization-AuthAs: Anonymous\r\n" + results("spf=fail", "dkim=none", "dmarc=fail action=oreject header.from=ipreville.test", server=""), who="f")),
        lambda: ("exchange", mail(n, "X-MS-Exchange-Organization-AuthAs: Anonymous\r\n" + results("dmarc=fail action=none header.from=ipreville.test", server=""), below="X-MS-Exchange-Organization-AuthAs: Internal\r\n", who="f")),
        lambda: ("exchange", mail(n, "X-MS-Exchange-CrossTenant-AuthAs: Internal\r\n" + results("dmarc=none action=none header.from=ipreville.test", server=""), who="f")),
        lambda: ("exchange", mail(n, results("spf=pass smtp.mailfrom=fora.test", "dkim=pass header.d=fora.test", "dmarc=fail action=none header.from=ipreville.test", "compauth=fail reason=000", server=""), who="f")),
        lambda: ("exchange", mail(n, "", who="f")),
    ]
    return kinds[n % len(kinds)]()


def genuine(n):
    who = [AREA, OTHER][n % 2]
    name = NAMES[n % len(NAMES)]
    word = "=?utf-8?B?" + b64encode(name.encode()).decode() + "?="
    senders = [f"From: <{who}>", f"From: {who}", f"From: {word} <{who}>", f"From: \"{name.encode('ascii', 'ignore').decode()}\" <{who.upper()}>"]
    sender = senders[n % len(senders)]
    lmtp = "Received: from mx.ipreville.test\r\n\tby imap.ipreville.test with LMTP id x1\r\n\tfor <assessoria@ipreville.test>; Mon, 9 Nov 2026 09:00:01 -0300\r\n"
    kinds = [
        lambda: ("postfix", mail(n, results(PASS) + RECEIVED, sender, who="g")),
        lambda: ("postfix", mail(n, lmtp + results("spf=pass smtp.mailfrom=ipreville.test", "dkim=pass header.d=ipreville.test header.s=s1", PASS) + RECEIVED, sender, who="g")),
        # forwarded: SPF fails, the aligned signature passes
        lambda: ("postfix", mail(n, results("spf=fail smtp.mailfrom=srs.provedor.test", "dkim=pass header.d=ipreville.test", PASS) + RECEIVED, sender, who="g")),
        lambda: ("postfix", mail(n, "Authentication-Results: mx.ipreville.test 1;\r\n\tdkim=pass (2048-bit key; unprotected) header.d=ipreville.test;\r\n\tdmarc=pass\r\n\t header.from=ipreville.test\r\n" + RECEIVED, sender, who="g")),
        lambda: ("postfix", mail(n, results("dmarc=PASS header.from=IPREVILLE.TEST", server="MX.ipreville.test") + RECEIVED, sender, who="g")),
        # an older server's results below ours change nothing
        lambda: ("postfix", mail(n, results(PASS) + RECEIVED + results("dmarc=fail header.from=ipreville.test", server="mx.antigo.test"), sender, who="g")),
        lambda: ("exchange", mail(n, "X-MS-Exchange-Organization-AuthAs: Internal\r\n" + results("dkim=none (message not signed) header.d=none", "dmarc=none action=none header.from=ipreville.test", server=""), sender, who="g")),
        lambda: ("exchange", mail(n, results("spf=pass (sender IP is 198.51.100.4) smtp.mailfrom=ipreville.test", "dkim=pass (signature was verified) header.d=ipreville.test", "dmarc=pass action=none header.from=ipreville.test", "compauth=pass reason=100", server=""), sender, who="g")),
    ]
    return kinds[n % len(kinds)]()


for name, make in [("forged", forged), ("genuine", genuine)]:
    folder = HERE / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for n in range(111 if name == "forged" else 104):
        server, raw = make(n)
        (folder / f"{server}-{n:03}.eml").write_bytes(raw.encode())
