"""Notices of servers: delivery status, disposition, bounces without structure."""
import hashlib
from craft import b64, qp, rfc, when, word


def _bd(id, k=0):
    return hashlib.sha1(f"{id}{k}".encode()).hexdigest()[:26].upper()


def dsn(id, text, groups, date, original=None, html=None, mta="smtp", extra="", returned="headers", envid=None, subject="", report_type=True, orig_from="presidente@ipreville.example"):
    """multipart/report; groups = [(recipient, action, status, diagnostic or None)]; returns the raw root entity"""
    bd = _bd(id)
    t = when(date)
    alt = f'Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n' + qp(text.encode()) + "\n"
    if html is not None:
        b2 = _bd(id, 1)
        alt = f'Content-Type: multipart/alternative;\n\tboundary="{b2}"\n\n--{b2}\n{alt}\n--{b2}\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: base64\n\n{b64(html.encode())}\n--{b2}--\n'
    st = f"Reporting-MTA: dns;{mta}\n" + (f"Original-Envelope-Id: {envid}\n" if envid else "") + extra + f"Arrival-Date: {rfc(t, True)}\n"
    for r, action, status, diag in groups:
        st += f"\nFinal-Recipient: rfc822;{r}\nAction: {action}\nStatus: {status}\n" + (f"Diagnostic-Code: smtp;{diag}\n" if diag else "")
    ret = ""
    if original:
        hd = f"From: {orig_from}\nTo: undisclosed-recipients:;\nSubject: {word(subject, 'utf-8', 'Q')}\nMessage-ID: <{original}>\nDate: {rfc(t, False)}\n"
        if returned == "headers":
            ret = f"--{bd}\nContent-Type: text/rfc822-headers\n\n{hd}\n"
        else:
            ret = f"--{bd}\nContent-Type: message/rfc822\n\n{hd}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{qp(returned.encode())}\n"
    return (f'Content-Type: multipart/report;\n\tboundary="{bd}"' + (";\n\treport-type=delivery-status" if report_type else "") + f"\n\n--{bd}\n{alt}\n--{bd}\nContent-Type: message/delivery-status\n\n{st}\n{ret}--{bd}--\n").encode()


def mdn(id, text, recipient, original, disposition, ua="Outlook"):
    bd = _bd(id)
    return (f'Content-Type: multipart/report;\n\tboundary="{bd}";\n\treport-type=disposition-notification\n\n--{bd}\nContent-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: base64\n\n{b64(text.encode())}\n'
            f"--{bd}\nContent-Type: message/disposition-notification\n\nReporting-UA: {recipient.split('@')[1]}; {ua}\nFinal-Recipient: rfc822;{recipient}\nOriginal-Message-ID: <{original}>\nDisposition: {disposition}\n\n--{bd}--\n").encode()
