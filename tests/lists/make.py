#!/usr/bin/env python3
"""Makes the lists beside this file, each by the program that offices use, and truth.jsonl from what was put into them.

The truth is written down while the rows are made (a row is added together with what must become of it); no reader of
any kind is asked. Needs openpyxl, XlsxWriter, xlwt, python-docx, msoffcrypto-tool and LibreOffice.
All people are invented.
"""

import csv
import datetime
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile

import docx
import msoffcrypto
import msoffcrypto.format.ooxml
import openpyxl
import xlsxwriter
import xlwt
from openpyxl.styles import Font

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "files")
FIRST = ["Ana", "Bruno", "Célia", "Dário", "Édson", "Fátima", "Gérson", "Hilda", "Irací", "João", "Kátia", "Luís",
         "Marília", "Nair", "Otávio", "Paula", "Quitéria", "Rui", "Sônia", "Tânia", "Ubiratã", "Vânia", "Zélia"]
LAST = ["Abreu", "Bachmann", "Conceição", "Dutra", "Espíndola", "Fagundes", "Gonçalves", "Hoffmann", "Ibañez",
        "Junkes", "Klein", "Lösch", "Müller", "Nóbrega", "Odorizzi", "Pinheiro", "Quadros", "Rebelo", "Souza", "Testoni"]
HOSTS = ["provedor.example", "correio.example", "mail.example", "webmail.example"]


def ascii_of(text):
    import unicodedata
    return "".join(c for c in unicodedata.normalize("NFD", text) if c.isascii()).lower()


def cpf(rng):
    digits = [rng.randrange(10) for _ in range(9)]
    for _ in range(2):
        weights = range(len(digits) + 1, 1, -1)
        digits.append(sum(d * w for d, w in zip(digits, weights)) * 10 % 11 % 10)
    return "".join(map(str, digits))


class Person:
    def __init__(self, rng, index):
        self.name = f"{rng.choice(FIRST)} {rng.choice(LAST)} {rng.choice(LAST)}"
        self.email = f"{ascii_of(self.name).replace(' ', '.')}{index}@{rng.choice(HOSTS)}"
        self.ddd = rng.choice(["47", "47", "47", "48", "49", "11", "21", "55"])
        self.local = f"9{rng.randrange(6, 10)}{rng.randrange(10**6):06d}{index % 10}"
        self.local = self.local[:9]
        self.e164 = f"55{self.ddd}{self.local}"
        self.cpf = cpf(rng)
        self.cpf_mask = f"{self.cpf[:3]}.{self.cpf[3:6]}.{self.cpf[6:9]}-{self.cpf[9:]}"


class Sheet:
    """Rows of one sheet, and what must become of each."""

    def __init__(self, name="Plan1", hidden=False):
        self.name, self.hidden = name, hidden
        self.rows = []          # lists of cells
        self.formats = {}       # (row, column) -> number format
        self.merged = []        # rows merged over all columns
        self.hidden_rows = set()
        self.struck_rows = set()
        self.truth = {"contacts": [], "rejected": [], "duplicates": [], "excluded": [], "hidden": [], "struck": [],
                      "suggestions": [], "rows": 0}

    @property
    def at(self):
        return len(self.rows) + 1

    def line(self, *cells, merged=False):
        """A row that is no person."""
        if merged:
            self.merged.append(self.at)
        self.rows.append(list(cells))
        return self

    def blank(self):
        return self.line()

    def good(self, cells, contacts, duplicates=0, suggestion=False, struck=False):
        """A person who receives."""
        self.truth["rows"] += 1
        self.truth["contacts"] += contacts if isinstance(contacts, list) else [contacts]
        self.truth["duplicates"] += [self.at] * duplicates
        if suggestion:
            self.truth["suggestions"].append(self.at)
        if struck:
            self.truth["struck"].append(self.at)
            self.struck_rows.add(self.at)
        self.rows.append(list(cells))
        return self

    def bad(self, cells, reason, suggestion=False):
        self.truth["rows"] += 1
        self.truth["rejected"].append([self.at, reason])
        if suggestion:
            self.truth["suggestions"].append(self.at)
        self.rows.append(list(cells))
        return self

    def again(self, cells):
        self.truth["rows"] += 1
        self.truth["duplicates"].append(self.at)
        self.rows.append(list(cells))
        return self

    def out(self, cells, reason):
        self.truth["rows"] += 1
        self.truth["excluded"].append([self.at, reason])
        self.rows.append(list(cells))
        return self

    def unseen(self, cells):
        self.truth["hidden"].append(self.at)
        self.hidden_rows.add(self.at)
        self.rows.append(list(cells))
        return self


class Case:
    """A workbook and the questions that are asked of it."""

    def __init__(self, name, *sheets):
        self.name, self.sheets, self.asks = name, list(sheets), []

    def ask(self, channel, sheet=0, **more):
        """What reading the sheet for a channel must give."""
        self.asks.append({"channel": channel, **self.sheets[sheet].truth, **more})
        return self

    def fails(self, channel, error, **more):
        self.asks.append({"channel": channel, "error": error, **more})
        return self


# --- The cases ------------------------------------------------------------------------------------------------

def people(seed, count):
    rng = random.Random(seed)
    return [Person(rng, index) for index in range(count)]


def plain_email(seed=1, header=("Nome", "E-mail")):
    sheet = Sheet()
    sheet.line(*header)
    for p in people(seed, 6):
        sheet.good([p.name, p.email], p.email)
    return Case("simples", sheet).ask("email")


def titled(seed=2):
    sheet = Sheet("Relação")
    sheet.line("IPREVILLE - RELAÇÃO DE SEGURADOS PARA PROVA DE VIDA", "", "", merged=True)
    sheet.line("Atualizada em 05/08/2025 - contém e-mails pessoais", "", "", merged=True)
    sheet.blank()
    sheet.line("Nº", "Segurado", "Correio eletrônico")
    for index, p in enumerate(people(seed, 7)):
        sheet.good([index + 1, p.name.upper(), p.email], p.email)
    sheet.blank()
    sheet.line("TOTAL", "", 7)
    sheet.line("Fonte: Gerência de Previdência")
    return Case("com-titulos", sheet).ask("email")


def dirty_email(seed=3):
    a, b, c, d, e, f, g, h, i, j, k = people(seed, 11)
    sheet = Sheet()
    sheet.line("NOME", "E-MAIL", "OBS")
    sheet.good([a.name, a.email], a.email)
    sheet.again([a.name.upper(), a.email.upper()])
    sheet.good([b.name, f" {b.email} "], b.email)
    sheet.good([c.name, f"{c.email};"], c.email)
    sheet.good([d.name, f"<{d.email}>"], d.email)
    sheet.good([e.name, f"{e.name} <{e.email}>"], e.email)
    sheet.bad([f.name, f.email.replace("@", ".")], "not-an-address")
    sheet.bad([g.name, ""], "empty")
    sheet.bad([h.name, f"joão{h.email}"], "not-an-address", suggestion=True)
    sheet.good([i.name, "i.teste@gmail.con"], "i.teste@gmail.con", suggestion=True)
    sheet.bad([j.name, "não tem"], "not-an-address")
    sheet.good([k.name, f"{k.email}; segundo.{k.email}"], [k.email, f"segundo.{k.email}"])
    return Case("enderecos-sujos", sheet).ask("email")


def phone_spellings(seed=4):
    ps = people(seed, 14)
    sheet = Sheet()
    sheet.line("Nome do segurado", "Celular / WhatsApp")
    forms = [
        lambda p: f"({p.ddd}) {p.local[:5]}-{p.local[5:]}",
        lambda p: f"{p.ddd} {p.local}",
        lambda p: f"0{p.ddd} {p.local[:5]} {p.local[5:]}",
        lambda p: f"+55 {p.ddd} {p.local[:5]}-{p.local[5:]}",
        lambda p: f"+55{p.ddd}{p.local}",
        lambda p: f"55{p.ddd}{p.local}",
        lambda p: f"{p.ddd}-{p.local[:5]}.{p.local[5:]}",
        lambda p: f"({p.ddd}) {p.local[1:5]}-{p.local[5:]}",
        lambda p: f"{p.ddd} 9 {p.local[1:5]}-{p.local[5:]}",
        lambda p: f"0 15 {p.ddd} {p.local}",
        lambda p: f"({p.ddd}) 3433-1020 / ({p.ddd}) {p.local}",
        lambda p: f"({p.ddd}) {p.local} (recado com a filha)",
        lambda p: f"{p.ddd}{p.local}",
    ]
    for p, form in zip(ps, forms):
        sheet.good([p.name, form(p)], p.e164)
    sheet.again([ps[0].name, f"+55 ({ps[0].ddd}) {ps[0].local}"])
    return Case("telefones-escritas", sheet).ask("whatsapp")


def phones_bad(seed=5):
    a, b = people(seed, 2)
    sheet = Sheet("Contatos")
    sheet.line("PACIENTE", "TELEFONE")
    sheet.good([a.name, f"({a.ddd}) {a.local}"], a.e164)
    sheet.bad(["Sem DDD Um", "99123-4567"], "no-area-code")
    sheet.bad(["Sem DDD Dois", "3433-1234"], "no-area-code")
    sheet.bad(["Fixo Silva", "(47) 3433-1234"], "landline")
    sheet.bad(["Fora do País", "+351 912 345 678"], "foreign")
    sheet.bad(["Código Errado", "(20) 99123-4567"], "bad-area-code")
    sheet.bad(["Dígitos Perdidos", "5,54799E+12"], "digits-lost")
    sheet.bad(["Sem Telefone", ""], "empty")
    sheet.bad(["Traço Lima", "-"], "empty")
    sheet.bad(["Não Informa", "não quer informar"], "not-a-phone")
    sheet.bad(["Faltam Números", "(47) 99-1234"], "not-a-phone")
    sheet.good([b.name, f"3433-1020 / ({b.ddd}) {b.local}"], b.e164)
    return Case("telefones-ruins", sheet).ask("whatsapp")


def number_cells(seed=6):
    sheet = Sheet("Base")
    sheet.line("Matrícula", "CPF", "Nome", "Celular")
    mask = {0: "000000", 1: '000"."000"."000"-"00', 3: "(00) 00000-0000"}
    for index, p in enumerate(people(seed, 8)):
        number = int(p.e164) if index % 2 else int(p.e164[2:])
        for column, code in mask.items():
            if column != 3 or index == 4:
                sheet.formats[(sheet.at, column)] = code
        sheet.good([1200 + index, int(p.cpf), p.name, number], p.e164)
    return Case("celulas-numericas", sheet).ask("whatsapp")


def sections(seed=7):
    sheet = Sheet("Lista geral")
    ps = people(seed, 6)
    sheet.line("Nome", "Telefone", "E-mail")
    for title, group in [("APOSENTADOS", ps[:3]), ("PENSIONISTAS", ps[3:])]:
        sheet.line(title)
        sheet.blank()
        for p in group:
            sheet.good([p.name, f"{p.ddd} {p.local}", p.email], p.email)
        sheet.line("Subtotal:", 3)
        sheet.line("Nome", "Telefone", "E-mail")
    sheet.bad(["Odete Sem Contato"], "empty")
    return Case("secoes", sheet).ask("email")


def hidden_rows(seed=8):
    sheet = Sheet("Filtro")
    sheet.line("Nome", "Situação", "E-mail")
    for index, p in enumerate(people(seed, 8)):
        cells = [p.name, "ATIVO" if index % 2 else "PENSIONISTA", p.email]
        if index % 2:
            sheet.unseen(cells)
        else:
            sheet.good(cells, p.email)
    return Case("linhas-ocultas", sheet).ask("email")


def opt_out_sheet(seed=9):
    a, b, c, d, e = people(seed, 5)
    sheet = Sheet("Contatos")
    sheet.line("NOME", "CELULAR", "OBS.")
    sheet.good([a.name, f"{a.ddd}{a.local}", ""], a.e164)
    sheet.out([b.name, f"({b.ddd}) {b.local}", ""], "opted-out")
    sheet.out([c.name, f"{c.ddd} {c.local}", "FALECIDO EM 03/2025"], "deceased")
    sheet.good([d.name, f"{d.ddd} {d.local}", "viúva do falecido José"], d.e164)
    sheet.out([e.name, "", "óbito informado pela filha"], "deceased")
    no = Sheet("NÃO ENVIAR")
    no.rows = [["NOME", "TELEFONE"], [b.name.upper(), f"+55 {b.ddd} {b.local}"], [c.name, f"{c.ddd}{c.local}"]]
    return Case("nao-enviar", sheet, no, Sheet("Plan3")).ask("whatsapp")


def two_sheets(seed=10):
    first, second = Sheet("Ativos"), Sheet("Aposentados")
    for sheet, group in [(first, people(seed, 4)), (second, people(seed + 100, 5))]:
        sheet.line("Nome", "E-mail")
        for p in group:
            sheet.good([p.name, p.email], p.email)
    case = Case("duas-abas", first, second)
    case.ask("email", 0, mail_text="Favor enviar aos servidores da aba Ativos.")
    case.ask("email", 1, mail_text="Usar a aba “Aposentados” da planilha anexa.")
    return case.fails("email", "lista-varias-abas", mail_text="Segue a lista.")


def hidden_sheet(seed=11):
    old, now = Sheet("antiga", hidden=True), Sheet("Lista")
    for sheet, group in [(old, people(seed, 3)), (now, people(seed + 100, 4))]:
        sheet.line("Servidor", "E-mail institucional")
        for p in group:
            sheet.good([p.name, p.email], p.email)
    return Case("aba-oculta", old, now).ask("email", 1)


def no_header(seed=12):
    sheet = Sheet("Plan1")
    for p in people(seed, 6):
        sheet.good([p.cpf, p.name, f"{p.ddd}{p.local}", p.email], p.e164)
    case = Case("sem-cabecalho", sheet).ask("whatsapp")
    truth = dict(sheet.truth, contacts=[p.email for p in people(seed, 6)])
    case.asks.append({"channel": "email", **truth})
    return case


def one_column(seed=13):
    sheet = Sheet("Plan1")
    for p in people(seed, 5):
        sheet.good([p.email], p.email)
    sheet.bad(["maria.silva.provedor.example"], "not-an-address")
    return Case("uma-coluna", sheet).ask("email")


def notices(seed=14):
    a, b, c, d = people(seed, 4)
    sheet = Sheet("Agenda")
    sheet.line("NOME", "TELEFONE", "DATA", "HORA", "LOCAL")
    day, late = datetime.date(2025, 8, 25), datetime.date(2025, 7, 1)
    eight, nine = datetime.time(8, 30), datetime.time(9, 0)
    room = "Sala 3"

    def row(p, when, hour, place):
        sheet.formats[(sheet.at, 2)] = "dd/mm/yyyy"
        sheet.formats[(sheet.at, 3)] = "hh:mm"
        return [p.name, f"({p.ddd}) {p.local}", when, hour, place]

    sheet.good(row(a, day, eight, room), a.e164)
    # A couple shares a phone: two notices.
    couple = row(b, day, nine, room)
    couple[1] = f"({a.ddd}) {a.local}"
    sheet.good(couple, a.e164)
    sheet.again(row(a, day, eight, room))
    sheet.bad(row(c, day, eight, ""), "content-missing")
    sheet.bad(row(d, late, eight, room), "date-past")
    return Case("avisos", sheet).ask("whatsapp", placeholders=["NOME", "DATA", "HORA", "LOCAL"], today="2025-08-11",
                                     first_values={"DATA": "25/08/2025", "HORA": "08:30"})


def area_code_column(seed=15):
    sheet = Sheet()
    sheet.line("Nome", "DDD", "Telefone", "Bairro")
    for p in people(seed, 5):
        sheet.good([p.name, int(p.ddd), int(p.local), "Centro"], p.e164)
    sheet.bad(["Maria Fixo", 47, 34331234, "Glória"], "landline")
    return Case("ddd-separado", sheet).ask("whatsapp")


def several_phones(seed=16):
    sheet = Sheet()
    sheet.line("Nome", "Telefone fixo", "Celular", "WhatsApp")
    for index, p in enumerate(people(seed, 5)):
        sheet.good([p.name, "(47) 3433-1020", f"{p.ddd} {p.local}", "sim" if index % 2 else "não"], p.e164)
    sheet.bad(["Só Fixo", "(47) 3433-1021", "", ""], "empty")
    return Case("varios-telefones", sheet).ask("whatsapp")


def both_channels(seed=17):
    email, phone = Sheet("Retificados"), None
    ps = people(seed, 6)
    email.line("LISTA INFORME RETIFICADO", "", "", merged=True)
    email.blank()
    email.line("Beneficiário", "E-mail", "Whats")
    contacts, rejected = [], []
    for index, p in enumerate(ps):
        mail = "" if index == 1 else p.email
        number = "(47) 3433-1020" if index == 4 else f"{p.ddd} {p.local}"
        if number.startswith("("):
            rejected.append([email.at, "landline"])
        else:
            contacts.append(p.e164)
        if mail:
            email.good([p.name, mail, number], mail)
        else:
            email.bad([p.name, mail, number], "empty")
    case = Case("dois-canais", email).ask("email")
    truth = dict(email.truth, contacts=contacts, rejected=rejected, suggestions=[])
    case.asks.append({"channel": "whatsapp", **truth})
    return case


def line_breaks(seed=18):
    a, b, c = people(seed, 3)
    sheet = Sheet()
    sheet.line("Nome\ncompleto", "Endereço", "E-mail")
    sheet.good([a.name, "Rua das Flores, 10\nCentro", a.email], a.email)
    sheet.good([b.name, "Rua \"B\"; fundos", f"{b.email}\n"], b.email)
    sheet.blank()
    sheet.good([c.name, "", c.email], c.email)
    sheet.bad(["Último da Lista", "x\ny", ""], "empty")
    return Case("quebras-de-linha", sheet).ask("email")


def struck(seed=19):
    sheet = Sheet()
    sheet.line("Nome", "Celular")
    for index, p in enumerate(people(seed, 5)):
        sheet.good([p.name, f"{p.ddd} {p.local}"], p.e164, struck=index in (1, 3))
    return Case("riscados", sheet).ask("whatsapp")


def formulas(seed=20):
    a, b = people(seed, 2)
    sheet = Sheet()
    sheet.line("Nome", "Telefone")
    sheet.good(["=cmd|' /C calc'!A0", f"+55{a.ddd}{a.local}"], a.e164)
    sheet.good(["@SUM(1+1)*cmd", f"+55 {b.ddd} {b.local}"], b.e164)
    sheet.bad(["-2+3+cmd|' /C calc'!A0", "=1+1"], "not-a-phone")
    return Case("formulas", sheet).ask("whatsapp")


def shifted(seed=21):
    sheet = Sheet("Dados")
    for _ in range(4):
        sheet.blank()
    sheet.line("", "", "Servidora", "", "E mail")
    for p in people(seed, 4):
        sheet.good(["", "", p.name, "", p.email], p.email)
    return Case("deslocada", sheet).ask("email")


def consent(seed=22):
    a, b, c = people(seed, 3)
    sheet = Sheet()
    sheet.line("Nome", "Celular", "Autoriza WhatsApp?")
    sheet.good([a.name, f"{a.ddd} {a.local}", "Sim"], a.e164)
    sheet.out([b.name, f"{b.ddd} {b.local}", "Não"], "opted-out")
    sheet.good([c.name, f"{c.ddd} {c.local}", "sim"], c.e164)
    return Case("consentimento", sheet).ask("whatsapp")


def form_answers(seed=23):
    sheet = Sheet("Respostas ao formulário 1")
    sheet.line("Carimbo de data/hora", "Nome completo", "Endereço de e-mail", "Telefone (WhatsApp) com DDD",
               "Autoriza o recebimento de mensagens?")
    contacts = []
    for index, p in enumerate(people(seed, 5)):
        contacts.append(p.e164)
        sheet.good([f"0{index + 1}/08/2025 10:0{index}:00", p.name, p.email, f"({p.ddd}) {p.local[:5]}-{p.local[5:]}",
                    "Sim"], p.email)
    case = Case("formulario", sheet).ask("email")
    case.asks.append({"channel": "whatsapp", **dict(sheet.truth, contacts=contacts)})
    return case


def not_a_list(seed=24):
    sheet = Sheet("Orçamento")
    sheet.line("Despesa", "Valor", "Mês")
    for index in range(5):
        sheet.line(f"Despesa {index}", 1500.5 * index, "agosto")
    return Case("orcamento", sheet).fails("email", "lista-sem-contatos").fails("whatsapp", "lista-sem-contatos")


def synonyms(seed=30):
    heads = [("Colaborador", "E-mails"), ("Pensionista", "Endereço eletrônico"), ("NOME COMPLETO", "Mail"),
             ("Conselheiro(a)", "E-mail:"), ("Nome", "E-MAIL DO SERVIDOR"), ("Nome ", "  e–mail ")]
    return [plain_email(seed + index, head) for index, head in enumerate(heads)]


def phone_synonyms(seed=40):
    cases = []
    for index, head in enumerate(["Whats", "Cel.", "Fone celular", "Nº do Whats", "Telefone/WhatsApp", "CONTATO",
                                  "Tel. p/ contato", "Número do celular"]):
        sheet = Sheet()
        sheet.line("Nome", head, "Setor")
        for p in people(seed + index, 4):
            sheet.good([p.name, f"{p.ddd} {p.local[:5]}-{p.local[5:]}", "RH"], p.e164)
        cases.append(Case(f"titulo-telefone-{index}", sheet).ask("whatsapp"))
    return cases


# --- The programs ---------------------------------------------------------------------------------------------

def by_openpyxl(case, path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in case.sheets:
        tab = book.create_sheet(sheet.name)
        tab.sheet_state = "hidden" if sheet.hidden else "visible"
        for number, row in enumerate(sheet.rows, 1):
            for column, value in enumerate(row, 1):
                if value == "":
                    continue
                cell = tab.cell(number, column)
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"
                if (number, column - 1) in sheet.formats:
                    cell.number_format = sheet.formats[(number, column - 1)]
                if number in sheet.struck_rows:
                    cell.font = Font(strike=True)
            if number in sheet.hidden_rows:
                tab.row_dimensions[number].hidden = True
        for number in sheet.merged:
            tab.merge_cells(start_row=number, end_row=number, start_column=1, end_column=3)
    for index, sheet in enumerate(case.sheets):
        if not sheet.hidden:
            book.active = index
            break
    book.save(path)


def by_xlsxwriter(case, path, inline=False):
    book = xlsxwriter.Workbook(path, {"constant_memory": inline, "strings_to_formulas": False, "strings_to_urls": False})
    for sheet in case.sheets:
        tab = book.add_worksheet(sheet.name)
        if sheet.hidden:
            tab.hide()
        elif all(it.hidden for it in case.sheets[:case.sheets.index(sheet)]):
            tab.activate()
            tab.set_first_sheet()
        for number, row in enumerate(sheet.rows, 1):
            options = {"hidden": True} if number in sheet.hidden_rows else {}
            tab.set_row(number - 1, None, None, options)
            for column, value in enumerate(row):
                look = {}
                if (number, column) in sheet.formats:
                    look["num_format"] = sheet.formats[(number, column)]
                if number in sheet.struck_rows:
                    look["font_strikeout"] = True
                style = book.add_format(look) if look else None
                if value == "":
                    tab.write_blank(number - 1, column, None, style or book.add_format({"border": 1}))
                elif isinstance(value, (datetime.date, datetime.time)):
                    tab.write_datetime(number - 1, column, value, style)
                elif isinstance(value, str):
                    tab.write_string(number - 1, column, value, style)
                else:
                    tab.write_number(number - 1, column, value, style)
        if not inline:
            for number in sheet.merged:
                tab.merge_range(number - 1, 0, number - 1, 2, sheet.rows[number - 1][0])
    book.close()


def by_xlwt(case, path):
    book = xlwt.Workbook(encoding="utf-8")
    for sheet in case.sheets:
        tab = book.add_sheet(sheet.name)
        tab.visibility = 1 if sheet.hidden else 0
        for number, row in enumerate(sheet.rows, 1):
            for column, value in enumerate(row):
                if value == "":
                    continue
                code = sheet.formats.get((number, column))
                if isinstance(value, datetime.date) and not code:
                    code = "dd/mm/yyyy"
                style = xlwt.easyxf(num_format_str=code) if code else xlwt.Style.default_style
                tab.write(number - 1, column, value, style)
            if number in sheet.hidden_rows:
                tab.row(number - 1).hidden = True
    first = next(index for index, sheet in enumerate(case.sheets) if not sheet.hidden)
    book.active_sheet = first
    book.save(path)


def by_libreoffice(case, path, kind):
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "quelle.xlsx")
        by_openpyxl(case, source)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
                        "--outdir", folder, source], check=True, capture_output=True)
        shutil.move(os.path.join(folder, f"quelle.{kind.split(':')[0]}"), path)


def text_of(value):
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    return str(value)


def by_csv(case, path, delimiter=";", encoding="utf-8", end="\r\n", bom=b"", head=""):
    out = io.StringIO()
    width = max(map(len, case.sheets[0].rows))
    # A Mac's program quotes line feeds, which Python takes for ordinary letters where lines end with CR.
    quoting = csv.QUOTE_ALL if end == "\r" else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting)
    for row in case.sheets[0].rows:
        if not row and delimiter == "|":
            out.write(end)
            continue
        writer.writerow([text_of(it) for it in row] + [""] * (width - len(row)))
    with open(path, "wb") as file:
        file.write(bom + (head + out.getvalue()).encode(encoding))


def by_docx(case, path):
    document = docx.Document()
    document.add_paragraph("Prezados, segue a relação.")
    rows = case.sheets[0].rows
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            table.cell(number, column).text = text_of(value)
    document.add_paragraph("Atenciosamente")
    document.save(path)


def by_web_system(case, path):
    import html
    rows = "".join("<tr>" + "".join(f"<td>{html.escape(text_of(it))}</td>" for it in row or [""]) + "</tr>\r\n"
                   for row in case.sheets[0].rows)
    page = f'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="iso-8859-1"><style>td{{mso-number-format:"\\@"}}</style></head><body><table border=1>{rows}</table></body></html>'
    with open(path, "wb") as file:
        file.write(page.encode("windows-1252", "xmlcharrefreplace"))


def zipped(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries:
            package.writestr(name, content)


# --- All together ---------------------------------------------------------------------------------------------

def main():
    shutil.rmtree(OUT, ignore_errors=True)
    os.makedirs(OUT)
    lines = []

    def make(case, ending, program, *args, drop=(), channel=None, **more):
        """Writes one file, and its truth: what the format cannot hold (hidden rows in a CSV) is dropped by the caller."""
        path = os.path.join(OUT, f"{case.name}.{ending}")
        program(case, path, *args, **more)
        for ask in case.asks:
            if channel and ask["channel"] != channel:
                continue
            truth = {key: value for key, value in ask.items() if key not in drop}
            lines.append({"file": os.path.basename(path), **truth})

    everywhere = [plain_email(), titled(), dirty_email(), phone_spellings(), phones_bad(), sections(), no_header(),
                  one_column(), area_code_column(), several_phones(), both_channels(), line_breaks(), consent(),
                  form_answers(), not_a_list(), formulas(), notices(), shifted()]
    in_books = [number_cells(), hidden_rows(), opt_out_sheet(), two_sheets(), hidden_sheet(), struck()]
    for case in everywhere + in_books:
        make(case, "openpyxl.xlsx", by_openpyxl)
        make(case, "xlsxwriter.xlsx", by_xlsxwriter)
        if case.name != "formulas":
            make(case, "libreoffice.ods", by_libreoffice, "ods")
    for case in everywhere + in_books:
        if case.name in ("simples", "com-titulos", "telefones-ruins", "nao-enviar", "aba-oculta", "avisos", "secoes",
                         "celulas-numericas", "duas-abas", "linhas-ocultas"):
            make(case, "libreoffice.xls", by_libreoffice, "xls")
            make(case, "xlwt.xls", by_xlwt)
    for case in everywhere[:9]:
        make(case, "inline.xlsx", by_xlsxwriter, True)
    for case in everywhere:
        make(case, "excel-br.csv", by_csv, encoding="windows-1252")
        if case.name in ("simples", "com-titulos", "telefones-escritas", "quebras-de-linha", "formulario", "dois-canais"):
            make(case, "google.csv", by_csv, delimiter=",")
            make(case, "utf8-bom.csv", by_csv, bom=b"\xef\xbb\xbf")
            make(case, "utf16.txt", by_csv, delimiter="\t", encoding="utf-16-le", bom=b"\xff\xfe")
            make(case, "mac.csv", by_csv, end="\r", encoding="windows-1252")
            make(case, "barras.txt", by_csv, delimiter="|", end="\n")
            make(case, "sep.csv", by_csv, delimiter="|", head="sep=|\r\n", encoding="windows-1252")
            make(case, "tab.tsv", by_csv, delimiter="\t", end="\n")
    for case in everywhere[:5] + everywhere[9:12]:
        make(case, "web.xls", by_web_system)
    for case in (everywhere[0], everywhere[2], everywhere[4]):
        make(case, "word.docx", by_docx)
    for index, case in enumerate(synonyms()):
        case.name = f"titulo-email-{index}"
        make(case, "xlsx", by_openpyxl)
    for case in phone_synonyms():
        make(case, "csv", by_csv)
    odd_files(lines, everywhere)

    with open(os.path.join(os.path.dirname(OUT), "truth.jsonl"), "w", encoding="utf-8") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    files = len(os.listdir(OUT))
    size = sum(os.path.getsize(os.path.join(OUT, it)) for it in os.listdir(OUT))
    print(f"{files} files, {len(lines)} questions, {size} bytes", file=sys.stderr)


def odd_files(lines, cases):
    """Files that are no list, cannot be opened, or are packed."""

    def path(name):
        return os.path.join(OUT, name)

    def says(name, channel="email", **truth):
        lines.append({"file": name, "channel": channel, **truth})

    case = cases[0]
    book = path("simples.openpyxl.xlsx")
    with open(book, "rb") as file:
        content = file.read()
    zipped(path("uma-lista.zip"), [("__MACOSX/._lista.xlsx", b"x"), ("pasta/lista.xlsx", content)])
    says("uma-lista.zip", **case.asks[0])
    zipped(path("duas-listas.zip"), [("a.xlsx", content), ("b.csv", "Nome;E-mail\r\nA B;a@mail.example\r\n")])
    says("duas-listas.zip", error="lista-varios-arquivos")
    zipped(path("so-foto.zip"), [("foto.png", b"\x89PNG\r\n\x1a\n" + bytes(100))])
    says("so-foto.zip", error="lista-tipo-desconhecido")
    encrypted = msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(content))
    with open(path("com-senha.xlsx"), "wb") as file:
        encrypted.encrypt("segredo", file)
    says("com-senha.xlsx", error="lista-com-senha")
    for name, cut in [("cortada.xlsx", content[:len(content) * 2 // 3]), ("vazia.csv", b""),
                      ("imagem-disfarcada.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200)),
                      ("pdf-disfarcado.csv", b"%PDF-1.7\n1 0 obj\n")]:
        with open(path(name), "wb") as file:
            file.write(cut)
    says("cortada.xlsx", error="lista-danificada")
    says("vazia.csv", error="lista-vazia")
    says("imagem-disfarcada.xlsx", error="lista-tipo-desconhecido")
    says("pdf-disfarcado.csv", error="lista-tipo-desconhecido")
    # A list under another kind's name is what it holds.
    shutil.copy(book, path("planilha-com-nome-errado.csv"))
    says("planilha-com-nome-errado.csv", **case.asks[0])
    a, b, c, d = people(77, 4)
    prose = f"Bom dia,\r\n\r\nsegue a relação:\r\n{a.name} - {a.email}\r\n{b.name} <{b.email}>\r\n* {c.email}\r\n\r\nAtt.\r\n"
    with open(path("texto-corrido.txt"), "wb") as file:
        file.write(prose.encode("windows-1252"))
    says("texto-corrido.txt", contacts=[a.email, b.email, c.email], rejected=[], duplicates=[], excluded=[], rows=3)
    with open(path("tudo-numa-linha.txt"), "wb") as file:
        file.write(f"{a.email}; {b.email}; {c.email}; {a.email}; {d.email}".encode())
    says("tudo-numa-linha.txt", contacts=[a.email, b.email, c.email, d.email], rejected=[], duplicates=[1], excluded=[])
    frame = "nome,telefone\n" + "".join(f"{p.name},{p.e164[2:]}.0\n" for p in (a, b, c))
    with open(path("pandas.csv"), "wb") as file:
        file.write(frame.encode())
    says("pandas.csv", "whatsapp", contacts=[p.e164 for p in (a, b, c)], rejected=[], duplicates=[], excluded=[], rows=3)


if __name__ == "__main__":
    main()
