"""Half m: the office in the first quarter of 2027, in the manner of the given half - other people, text pasted from Word, Docs and the web, forms, forwards."""
import re
from html import escape
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2027-0001", "gerencia-previdencia", "previdencia@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Entrega das carteiras de pensionista", "2027-01-05T09:20", 76),
    request("AR-2027-0002", "gerencia-financeira", "financeiro@ipreville.example", ["email"], "specific", "sent", "Fim do desconto do plano funeral", "2027-01-05T14:10", 842),
    request("AR-2027-0003", "comunicacao", "bianca.raulino@ipreville.example", ["whatsapp"], "general", "waiting-report", "Verão com saúde", "2027-01-06T10:30", 5044),
    request("AR-2027-0004", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["email"], "specific", "waiting-data", "Vagas na hidroginástica", "", None, ["recipients"]),
    request("AR-2027-0005", "pericia-medica", "cesar.ramthun@ipreville.example", ["whatsapp"], "specific", "waiting-data", "Perícias de retorno das férias", "", 28, ["message_text"]),
    request("AR-2027-0006", "gerencia-previdencia", "otavio.bressan@ipreville.example", [], "specific", "waiting-data", "Pendência na certidão de casamento", "", 17, ["channel"]),
    request("AR-2027-0007", "gabinete", "gabinete@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Horário de verão da sede", "", 5044),
    request("AR-2027-0008", "conselho-administrativo", "conselhoadm@ipreville.example", ["email"], "specific", "waiting-approval", "Capacitação obrigatória dos conselheiros", "", 21),
    request("AR-2027-0009", "controle-interno", "controleinterno@ipreville.example", ["email"], "specific", "waiting-approval", "Termo de responsabilidade dos gestores", "", 54),
    request("AR-2027-0010", "gerencia-financeira", "keli.borba@ipreville.example", ["email", "whatsapp"], "specific", "waiting-window", "Acerto do 13º em janeiro", "", 190),
    request("AR-2027-0011", "conselho-fiscal", "valdemar.stein@webmail.example", ["email"], "specific", "sent", "Calendário de reuniões de 2027", "2027-01-07T11:15", 318),
    request("AR-2027-0012", "pericia-medica", "lenita.hostin@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Avaliação funcional dos readaptandos", "2027-01-07T15:00", 23),
    request("AR-2027-0013", "gerencia-administrativa", "administrativo@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Retirada de exames antigos", "2027-01-08T09:00", 131),
    request("AR-2027-0014", "comunicacao", "comunicacao@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Enquete sobre o boletim impresso", "", 5044),
]
ACKS = {f"ack{n}": f"ar-2027-{n}.ack@ipreville.example" for n in ("0001", "0003", "0004", "0005", "0006", "0010", "0011", "0012")} | {f"cc{n}": f"ar-2027-{n}.cc@ipreville.example" for n in ("0001", "0003", "0012", "0013")} | {f"ok{n}": f"ar-2027-{n}.ok@ipreville.example" for n in ("0007", "0008", "0009", "0014")} | {f"{n}m": f"ar-2027-{n}.mail1@ipreville.example" for n in ("0002", "0011")}
JONAS = "Jonas Eberle <jonas.eberle@saude.ipreville.example>"
S_JOELMA = ["Joelma Hinz", "Núcleo de Pensões", "Gerência de Previdência - Ipreville", "(47) 3400-0013"]
S_RUI = ["Rui Carlos Petermann", "Gerência de Previdência", "3400-0016"]
S_ADRIANO = ["Adriano Vogelsanger", "Folha de Pagamento", "Gerência Financeira - Ipreville", "(47) 3400-0027"]
S_LISIANE = ["Lisiane Trapp", "Gerência Financeira"]
S_MIRELA = ["Mirela Gadotti", "Atendimento ao Segurado", "Gerência Administrativa | (47) 3400-0033"]
S_THAIS = ["Thaís Bittelbrunn", "Assistente social – Saúde do Servidor"]
S_FABIOLA = ["Fabíola Meurer", "Controle Interno - Ipreville", "(47) 3400-0051"]
S_ILSON = ["Ilson Rengel", "Secretário do Conselho Administrativo"]
S_BEATRIZ = ["Beatriz Odorizzi", "Secretaria do Conselho Fiscal"]
S_CLEUSA = ["Cleusa Mondini", "Gabinete da Presidência", "(47) 3400-0003"]
S_MURILO = ["Murilo Dacol", "Comunicação Social - Ipreville"]
S_RAFAELA = ["Rafaela Tives", "Atendimento a contas públicas", "Elo Atendimento"]
LGPD = "Este e-mail pode conter dados pessoais protegidos pela Lei Geral de Proteção de Dados (Lei nº 13.709/2018). Não o encaminhe, não o responda com cópia a todos e, se o recebeu por engano, cancele a leitura e comunique o remetente."


def _i(s):
    s = escape(s, quote=False)
    s = re.sub(r"\[\[(.+?)\|(.+?)\]\]", r'<a href="\2">\1</a>', s)
    return s


def _plain(s, mark="- "):
    s = re.sub(r"\[\[(.+?)\|(.+?)\]\]", r"\1<\2>", s)
    s = re.sub(r"\*\*(.+?)\*\*", r"\1", s)
    return re.sub(r"(?m)^- ", mark, s)


class P(T):
    """a text that was made elsewhere and pasted: from Word, from a web editor, from Google Docs, from Notes on a Mac"""
    def nodes(self):
        return [("raw", getattr(self, "_" + self.how)(), _plain(self.text, "  *   " if self.how in ("word", "web") else "- "))]

    def blocks(self):
        for b in self.text.split("\n\n"):
            lines = b.split("\n")
            items = []
            for l in lines:
                if l.startswith("- "):
                    items.append(l[2:])
                else:
                    if items:
                        yield "ul", items
                        items = []
                    yield "p", l
            if items:
                yield "ul", items
            yield "end", None

    def _word(self):
        out = []
        st = "font-size:12.0pt;font-family:\"Arial\",sans-serif;color:black;mso-fareast-language:PT-BR"

        def runs(s):
            r = []
            for n, piece in enumerate(re.split(r"\*\*(.+?)\*\*", s)):
                if not piece:
                    continue
                cut = len(piece) // 3
                if "[[" in piece or cut < 4:
                    bits = [piece]
                else:
                    bits = [piece[:cut], piece[cut:2 * cut], piece[2 * cut:]]
                x = "".join(f"<span {'lang=PT ' if k % 2 else ''}style='{st}'>{_i(y)}</span>" for k, y in enumerate(bits))
                r.append(f"<b>{x}</b>" if n % 2 else x)
            return "".join(r)
        for k, v in self.blocks():
            if k == "p":
                al = "text-align:center" if re.fullmatch(r"\*\*[^a-z]+\*\*", v) else "text-align:justify"
                out.append(f"<p class=MsoNormal style='margin-bottom:8.0pt;{al};line-height:107%'>{runs(v)}<span style='{st}'><o:p></o:p></span></p>")
            elif k == "ul":
                for n, it in enumerate(v):
                    cls = "First" if n == 0 else "Last" if n == len(v) - 1 else "Middle"
                    out.append(f"<p class=MsoListParagraphCxSp{cls} style='mso-margin-top-alt:auto;text-indent:-18.0pt;mso-list:l0 level1 lfo3'><![if !supportLists]><span style='font-size:12.0pt;font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{runs(it)}<o:p></o:p></p>")
        return "\n".join(out)

    def _web(self):
        out = []
        sp = 'style="font-family: Arial, Helvetica, sans-serif; font-size: 11pt; color: rgb(33, 37, 41); background-color: rgb(255, 255, 255);"'

        def runs(s):
            return "".join(f"<b>{x}</b>" if n % 2 else x for n, x in enumerate(re.split(r"\*\*(.+?)\*\*", _i(s))))
        for k, v in self.blocks():
            if k == "p":
                out.append(f'<p style="text-align: justify; margin: 0cm 0cm 8pt;" class="elementToProof"><span {sp}>{runs(v)}</span></p>')
            elif k == "ul":
                out.append('<ul style="margin-top: 0px; margin-bottom: 0px;" data-editing-info="{}">' + "".join(f'<li {sp}><div role="presentation" class="elementToProof"><span {sp}>{runs(x)}</span></div></li>' for x in v) + "</ul>")
        return "\r\n".join(out)

    def _docs(self):
        out = []
        sp = 'style="font-size:11pt;font-family:Arial,sans-serif;color:rgb(0,0,0);background-color:transparent;font-variant-numeric:normal;vertical-align:baseline;white-space:pre-wrap"'

        def runs(s):
            return "".join(f"<span {sp.replace('vertical', 'font-weight:700;vertical') if n % 2 else sp}>{x}</span>" for n, x in enumerate(re.split(r"\*\*(.+?)\*\*", _i(s))) if x)
        for k, v in self.blocks():
            if k == "p":
                out.append(f'<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt">{runs(v)}</p>')
            elif k == "ul":
                out.append('<ul style="margin-top:0px;margin-bottom:0px">' + "".join(f'<li dir="ltr" style="list-style-type:disc"><p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt" role="presentation">{runs(x)}</p></li>' for x in v) + "</ul>")
            else:
                out.append("<br>")
        return '<span id="gmail-docs-internal-guid-5b1c7e2a-7fff-2a41">' + "".join(out[:-1]) + "</span>"

    def _notes(self):
        out = []
        for k, v in self.blocks():
            if k == "p":
                out.append("<div>" + "".join(f"<b>{x}</b>" if n % 2 else x for n, x in enumerate(re.split(r"\*\*(.+?)\*\*", _i(v)))) + "</div>")
            elif k == "ul":
                out.append('<ul class="MailOutline">' + "".join(f"<li>{_i(x)}</li>" for x in v) + "</ul>")
            else:
                out.append("<div><br></div>")
        return "".join(out[:-1])


class Form(T):
    """a form of the office as a Word table: label on the left, matter on the right; the text is the last cell"""
    rows = ()

    def nodes(self):
        td = "<td valign=top style='border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'>"
        cell = lambda s: "\n".join(f"<p class=MsoNormal>{_i(x) or '&nbsp;'}<o:p></o:p></p>" for x in s.split("\n"))
        html = "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>\n" + "\n".join(f"<tr>{td}<p class=MsoNormal><b>{_i(a)}<o:p></o:p></b></p></td>{td}{cell(b)}</td></tr>" for a, b in [*self.rows]) + "\n</table>"
        return [("raw", html, "\n".join(f"{a}\n{b}" for a, b in self.rows))]


def form(text, rows):
    t = Form(text)
    t.rows = [(a, text if b is None else b) for a, b in rows]
    return t


def both_of(p, head=("Nome", "E-mail", "Celular")):
    return [list(head)] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]


def own(who, at, subject, body, to=ASSESSORIA):
    n, a = re.match(r"(.*) <(.*)>", who).groups()
    return dict(name=n, addr=a, at=at, to=to, subject=subject, body=body)


def ack(protocol, subject, at, to):
    return ask(protocol, "Solicitação recebida", at, to, f"Olá! Recebemos a sua solicitação e ela foi registrada com o número {protocol}.\n\nAssunto: {subject}\n\nVocê será avisado(a) quando o envio for concluído.")


def mails():
    IDS.update(ACKS)
    requests()
    answers()
    notices()


def requests():
    p = people("m001", 9)
    rows = mails_of(p, ("PENSIONISTA", "E-MAIL")) + [[p[3].name, p[3].email.upper() + " "], ["Interditada – curadora: ver processo", "não possui"]]
    mail("m001", "request", "outlook", PREV, "Pensionistas que completam 21 anos – comunicado", "2027-01-11 08:42",
         ["Bom dia, Nádia, feliz ano novo!", "Solicito a gentileza de enviar por e-mail, aos pensionistas da planilha em anexo, o comunicado abaixo.", "Assunto do e-mail: Sua pensão e os 21 anos",
          P("**PENSÃO POR MORTE: O QUE MUDA AOS 21 ANOS**\n\nPrezado(a) pensionista,\n\nA sua cota de pensão termina no dia em que você completar 21 anos. Antes disso, leia com atenção:\n\n**1. Quando o pagamento cessa**\n\nO último crédito sai na folha do mês do aniversário, proporcional aos dias.\n\n**2. Quando ele pode continuar**\n\nSomente se houver invalidez reconhecida pela perícia do Ipreville **antes** da data do aniversário. Nesse caso, envie ou entregue:\n\n- requerimento assinado;\n- laudo médico emitido há no máximo 90 dias;\n- documento com foto.\n\n**3. Prazo**\n\nO requerimento precisa chegar até 30 dias antes do aniversário. Se você já o entregou, desconsidere este aviso.\n\nCordialmente,\n\nNúcleo de Pensões\nInstituto de Previdência – Ipreville", "word"),
          "Agradeço desde já e fico à disposição no ramal 213.", "Att.,"], sig=S_JOELMA, logo=True, disc=LGPD, att=[f("Pensionistas 21 anos em 2027.xlsx", xlsx({"Plan1": rows}))],
         traps=["headings and a list within the text", "the text's own closing before the requester's", "'desconsidere este aviso' is message", "duplicate in capitals with a trailing blank"], why="Everything is stated.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="orientacao", message_subject="Sua pensão e os 21 anos", recipients=9, rejected=1, duplicates=1, dispatch=True, accept={"category": ["andamento", "pagamento"]}, list_source="Pensionistas 21 anos em 2027.xlsx"))

    p = people("m002", 9)
    rows = [["NOME", "TELEFONE", "DATA", "PERIODO"]] + [[x.name, x.phone(i), f"{25 + i % 3}/01/2027", ["manhã", "tarde"][i % 2]] for i, x in enumerate(p)]
    mail("m002", "request", "outlook", CESAR, "Visitas domiciliares de janeiro - WhatsApp", "2027-01-12 09:25",
         ["Prezada Nádia,", "Encaminho o CSV das visitas domiciliares para envio via WhatsApp. O que está entre chaves vem da coluna de mesmo nome.",
          T("Olá, {NOME}!\n\nA equipe da Perícia Médica do Ipreville fará uma visita à sua casa no dia {DATA}, no período da {PERIODO}.\n\nDeixe separados:\n\n- documento com foto;\n- receitas em uso;\n- exames dos últimos seis meses.\n\nSe não houver ninguém em casa, a visita será remarcada uma única vez. Não é preciso confirmar."),
          "Peço que o relatório venha por paciente, se for possível.", "Atenciosamente,"], sig=S_CESAR, att=[f("visitas_jan.csv", csv(rows), type="application/vnd.ms-excel")],
         traps=["placeholders to be filled per person", "'Não é preciso confirmar' is message", "a wish about the report after the text"], why="Per-person dates.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=9, rejected=0, duplicates=0, dispatch=True, per_person=True, placeholders=["NOME", "DATA", "PERIODO"], list_source="visitas_jan.csv"))

    mail("m003", "request", "outlook", COM, "Alerta do falso motoboy - WhatsApp geral", "2027-01-13 15:10",
         ["Nádia, boa tarde!", "Você consegue soltar ainda hoje, no WhatsApp, para todos os segurados, o alerta do quadro? A imagem que acompanha está em anexo.",
          T("🚨 SEGURADO, CUIDADO COM O FALSO MOTOBOY 🚨\n\nNinguém do Ipreville vai à sua casa buscar cartão, celular ou documento.\n\nSe alguém ligar dizendo que o seu cartão foi \"clonado\":\n\n- desligue;\n- não entregue nada a ninguém;\n- chame a polícia pelo 190.\n\nNa dúvida, fale conosco: (47) 3400-0000. Repasse este aviso à sua família!", "box"),
          "Me dá um retorno quando sair?"], sig=S_MURILO, logo=True, att=[f("alerta_motoboy.jpg", image("JPEG"))],
         traps=["text inside a table", "'Repasse este aviso' is message", "inline logo is not the picture"], why="General notice with a picture.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="alerta", attachments_to_send=["alerta_motoboy.jpg"], dispatch=True))

    p = people("m004", 4)
    mail("m004", "request", "gmail", STEIN, "Posse dos suplentes do Conselho Fiscal", "2027-01-14 21:05",
         ["Boa noite, Nádia.", f"Peço a bondade de mandar por e-mail aos membros suplentes o aviso que está entre as linhas. São eles: {p[0].email}, {p[1].email}, {p[2].email} e {p[3].email}. A conselheira Zilda prefere carta, disso cuido eu.",
          T("Prezados suplentes,\n\nComunico que a posse dos suplentes ficou marcada para 28 de janeiro de 2027, quinta-feira, às 10h, na sala dos conselhos.\n\nQuem não puder comparecer deve justificar a ausência, por escrito, até dois dias antes.\n\nRespeitosamente,\nPresidência do Conselho Fiscal", "hr"), "Fico grato."], sig=S_STEIN, auth="ext",
         traps=["recipients in a sentence; one more is named without address", "hard-wrapped plain part", "the date in the text is no schedule"], why="Four addresses.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="institucional", message_subject="Posse dos suplentes do Conselho Fiscal", recipients=4, rejected=0, duplicates=0, dispatch=True, accept={"category": ["evento", "eleicao", "prestacao-de-contas", "orientacao"]}, list_source="body"))

    p = people("m005", 9)
    rows = [["Contrato", "Fiscal", "Endereço de correio"]] + [[f"{11 + i}/2025", x.name, x.email if i != 6 else "a designar"] for i, x in enumerate(p)]
    mail("m005", "request", "thunderbird", CI, "Expediente aos fiscais de contrato", "2027-01-15 08:50",
         ["Senhora Assessora,", "Encaminhe-se por e-mail aos fiscais indicados na planilha, sob o título \"Fiscais de contrato: relatório mensal\", o expediente a seguir transcrito.",
          T("Prezados fiscais,\n\nNos termos da Portaria nº 9/2027, o relatório mensal de fiscalização deve ser entregue até o quinto dia útil de cada mês.\n\nConteúdo mínimo:\n\n- serviços medidos e glosados;\n- notas fiscais atestadas;\n- ocorrências e providências.\n\nO relatório de janeiro será recebido, em caráter excepcional, até 12 de fevereiro de 2027.", "marks:[início da transcrição]|[fim da transcrição]"), "Cumpra-se."], sig=S_FABIOLA, plain_only=True,
         att=[f("Fiscais – relação.ods", ods(rows))], traps=["format=flowed", "title between quotation marks inside a sentence", "marks around the text", "one fiscal still to be named"], why="Eight of nine have an address.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Fiscais de contrato: relatório mensal", recipients=8, rejected=1, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="Fiscais – relação.ods"))

    mail("m006", "request", "iphone", HELGA, "sem agua", "2027-01-18 07:31",
         ["Nadia, bom dia. Bota no zap de todos os segurados, precisa sair antes das 10:", T("Hoje, por falta de água no bairro, a sede do Ipreville fecha às 11h. Quem tinha horário à tarde será chamado em outro dia, sem prejuízo do prazo. Obrigada pela compreensão."), "Bjo"], to=[NADIA, ASSESSORIA],
         traps=["'zap'", "a deadline, no schedule", "'Obrigada pela compreensão.' is for the insured, 'Bjo' is not"], why="Short and complete.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", dispatch=True, accept={"send_at": [None, "2027-01-18T10:00"]}))

    p = people("m007", 13)
    rows = [["CONTAS-SALÁRIO ENCERRADAS – JANEIRO/2027", None, None, None], [None, None, None, None], ["Matr.", "Segurado", "E-mail", "Telefone"]] + [[x.matricula, x.name, "" if i in (2, 9) else x.email, "" if i == 5 else x.landline() if i == 7 else x.phone(i)] for i, x in enumerate(p)]
    mail("m007", "request", "outlook", FIN, "Contas-salário encerradas", "2027-01-19 10:22",
         ["Nádia, bom dia.", "Favor encaminhar aos 13 segurados da relação, por e-mail e também por WhatsApp (o texto é o mesmo nos dois).", "Assunto do e-mail: Sua conta-salário foi encerrada", "Mensagem:",
          P("Prezado(a) segurado(a),\n\nO banco pagador informou que a sua conta-salário foi encerrada por falta de movimentação.\n\n**Para receber o benefício de fevereiro:**\n\n- abra nova conta em qualquer agência do banco até 5 de fevereiro;\n- envie o comprovante em resposta a esta mensagem.\n\nEnquanto a conta nova não for informada, o crédito ficará retido. Depois de regularizada, o valor é liberado em até três dias úteis.\n\nGerência Financeira\nIpreville", "word"), "Att.,"], sig=S_ADRIANO,
         att=[f("Contas encerradas.xlsx", xlsx({"Plan1": rows}, merges=((0, 0, 3, rows[0][0]),)))],
         traps=["two channels, holes in both columns", "merged title row above the header", "the text signs itself as the sender's department"], why="Everyone is reachable by one channel at least.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Sua conta-salário foi encerrada", recipients=13, rejected=0, duplicates=0, recipients_by_channel={"email": 11, "whatsapp": 11}, rejected_by_channel={"email": 2, "whatsapp": 2}, dispatch=True, list_source="Contas encerradas.xlsx"))

    mail("m008", "request", "outlook", SOLANGE, "Cartão de idoso - envio por e-mail", "2027-01-20 11:10",
         ["Prezada Nádia,", "Segue a planilha dos aposentados cujo cartão vence em fevereiro, para envio de e-mail com o título \"Renove o seu cartão de estacionamento\" e o seguinte teor:",
          T("Caro(a) aposentado(a),\n\nO seu cartão de estacionamento de idoso vence em 28 de fevereiro. A renovação é gratuita e pode ser pedida no nosso balcão, de segunda a sexta-feira, com o cartão antigo em mãos."), "Obrigada!"], sig=S_SOLANGE, logo=True, disc=D2,
         traps=["'Segue a planilha', but only the logo came"], why="No list came.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="atendimento", message_subject="Renove o seu cartão de estacionamento", missing=["recipients"], dispatch=False, accept={"category": ["orientacao", "recadastramento"]}))

    p = people("m009", 7)
    mail("m009", "request", "owa", OTAVIO, "Certidões emitidas", "2027-01-21 14:36",
         ["Nádia, boa tarde.", "Peço avisar os sete requerentes do arquivo com o que segue:", T("A sua certidão de tempo de contribuição foi emitida. Ela pode ser retirada por procurador, desde que a procuração tenha firma reconhecida em cartório.", "guillemets"), "Obrigado."], sig=S_OTAVIO,
         att=[f("requerentes ctc.xlsx", xlsx({"CTC": both_of(p)}))], traps=["no channel; the list would serve both", "guillemets"], why="Ask for the channel.",
         want=dict(channel=[], audience="specific", area="gerencia-previdencia", category="andamento", missing=["channel"], dispatch=False, accept={"message_subject": [None, "Certidões emitidas"], "recipients": [None, 7], "rejected": [None, 0], "duplicates": [None, 0]}, list_source="requerentes ctc.xlsx"))

    p = people("m010", 8)
    tx = "Celular sem medo – turma de fevereiro\n\nOlá!\n\nAbrimos 20 vagas para quem quer aprender a usar o celular no dia a dia:\n\n- fazer a prova de vida pelo aplicativo;\n- reconhecer golpes;\n- falar com a família por vídeo.\n\nAs aulas serão às terças-feiras, das 9h às 11h, a partir de 16 de fevereiro. Se as vagas acabarem, o seu nome fica para a turma de abril.\n\nInscreva-se respondendo a este e-mail.\n\nUm abraço da equipe do Atendimento"
    mail("m010", "request", "outlook", ADM, "Oficina Celular sem medo", "2027-01-22 16:04",
         ["Oi, Nádia!", "Envio por e-mail para a lista anexa, texto no Word. O título que vai no e-mail: Inscreva-se na oficina Celular sem medo"], sig=S_MIRELA,
         att=[f("convite celular.docx", docx(tx.replace("\n\n", "\n").replace("Celular sem medo – turma de fevereiro", "**Celular sem medo – turma de fevereiro**", 1).split("\n"), header="Gerência Administrativa – minuta nº 3")), f("interessados oficina.xlsx", xlsx({"Lista": mails_of(p)}))],
         traps=["text in a .docx with a list and a page header that is no text", "neither file goes to the insured"], why="A person opens the Word file.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Inscreva-se na oficina Celular sem medo", message_text=tx, recipients=8, rejected=0, duplicates=0, dispatch=True, list_source="interessados oficina.xlsx"))

    p = people("m011", 6)
    rows = [["Paciente", "CPF", "CID", "Celular"]] + [[x.name, x.cpf, ["M54.5", "M79.7"][i % 2], x.phone(i)] for i, x in enumerate(p)]
    tx = "Bom dia! O grupo de dor crônica recomeça na quinta-feira, 4 de fevereiro, às 14h, na sala 2.\n\nA sua vaga está garantida até 11/02; depois disso, quem tiver faltado duas vezes cede o lugar à lista de espera. Para desistir, responda SAIR."
    mail("m011", "request", "ios-outlook", LENITA, "ENC: Grupo de dor - recado", "2027-01-25 21:40", ["Nádia, pode mandar por WhatsApp aos pacientes da planilha o recado da Thaís. Já revisei, está bom."], fwd=True,
         quoted=dict(name="Saúde do Servidor", addr="saude@ipreville.example", at="2027-01-25 16:12", to="Lenita Hostin <lenita.hostin@ipreville.example>", subject="Grupo de dor - recado", body=["Doutora, boa tarde!", "Ajustei o recado como a senhora pediu:", T(tx, "indent").nodes()[0], "Se aprovar, me confirma que eu passo para a Nádia. A lista eu deixei na pasta e anexei aqui também.", "Thaís Bittelbrunn\nAssistente social – Saúde do Servidor"]), att=[f("grupo dor.xlsx", xlsx({"Plan1": rows}))],
         traps=["text within a colleague's forwarded mail, between her own words", "CPF and CID columns", "'Para desistir, responda SAIR' is message"], why="Only the words to the patients are the message.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="evento", message_text=tx, recipients=6, rejected=0, duplicates=0, forward_columns=["Paciente", "Celular"], never_forward_columns=["CID", "CPF"], dispatch=True, accept={"category": ["pericia", "orientacao", "atendimento"]}, list_source="grupo dor.xlsx"))

    p = people("m012", 9)
    lst, tx = xlsx({"Plan1": mails_of(p)}), "Desde 1º de janeiro, a declaração de rendimentos para financiamento imobiliário é emitida somente pelo Portal: [[portal.ipreville.example/declaracoes|https://portal.ipreville.example/declaracoes]]. A via em papel deixa de existir em 1º de março."
    w = dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Declaração de rendimentos agora é digital", recipients=9, rejected=0, duplicates=0, accept={"category": ["orientacao", "atendimento"]}, list_source="mutuários.xlsx")
    for n, at in (("m012", "2027-01-26 09:05:10"), ("m013", "2027-01-26 09:06:02")):
        mail(n, "request", "outlook", KELI, "Declaração para financiamento", at, ["Bom dia!", "Por favor, e-mail para a turma da planilha com o assunto: Declaração de rendimentos agora é digital", T(tx), "Obrigada,"], sig=S_KELI, logo=True, att=[f("mutuários.xlsx", lst)],
             traps=["the first of two equal mails", "a link with a label"] if n == "m012" else ["sent twice within a minute"], why="First copy counts." if n == "m012" else "The second copy must not go out.",
             want=dict(w, dispatch=True) if n == "m012" else dict(w, dispatch=False, duplicate_of="m012"))

    p = people("m014", 6)
    mail("m014", "request", "apple", BIANCA, "Baile – whats do grupo de convivência", "2027-01-27 10:48",
         ["Nádia, segue a arte do baile para o WhatsApp do grupo de convivência (lista anexa).", "Legenda da imagem:", P("Tem marchinha no Ipreville! 🎉\n\n**Baile da Melhor Idade**\nSexta-feira, 5 de fevereiro, das 15h às 19h\nClube dos Servidores\n\nEntrada: 1 kg de alimento. Fantasia é opcional; alegria, não!", "notes"), "Bjs"], sig=["Bianca Raulino", "Comunicação"],
         att=[f("Arte baile – versão final.heic", heic(), nfd=True), f("convivencia.csv", csv([["nome", "celular"]] + [[x.name, x.phone(i)] for i, x in enumerate(p)], sep=",", enc="utf-8", bom=True))], traps=["HEIC picture", "file name in decomposed Unicode", "a date in the text is no schedule"], why="The picture must be converted first.",
         want=dict(channel=["whatsapp"], audience="specific", area="comunicacao", category="evento", recipients=6, rejected=0, duplicates=0, attachments_to_send=["Arte baile – versão final.heic"], media_to_convert=["Arte baile – versão final.heic"], dispatch=True, accept={"dispatch": [True, False]}, list_source="convivencia.csv"))

    p = people("m015", 6)
    mail("m015", "request", "outlook", PREV, "Portarias retificadas", "2027-01-28 15:20",
         ["Nádia, tudo certo?", "Precisamos avisar por e-mail os aposentados do quadro:", ("table", [["Aposentado", "Portaria", "E-mail"]] + [[x.name, f"{40 + i}/2026", x.email if i != 3 else "recusou informar"] for i, x in enumerate(p)]), "O texto é este:",
          T("Boa tarde.\n\nA portaria da sua aposentadoria foi retificada para incluir o adicional por tempo de serviço. A diferença será paga em fevereiro, sem que você precise pedir.\n\nSe quiser uma cópia da nova portaria, solicite-a na recepção."), "Se algum e-mail voltar, me avise que eu ligo para a pessoa.", "Abraço"], sig=S_RUI,
         traps=["recipients in a table of the body", "the text begins like a greeting to the desk", "a sentence of the requester after the text"], why="Five addresses, one refused.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Portarias retificadas", recipients=5, rejected=1, duplicates=0, dispatch=True, accept={"category": ["pagamento", "orientacao"]}, list_source="body-table"))

    p = people("m016", 5)
    mail("m016", "request", "outlook", "Memorial Ipreville <memorial@ipreville.example>", "Envio de e-mail – depoimentos para o livro", "2027-01-29 13:27",
         ["Olá, pessoal da Assessoria!", "A pedido da comissão do livro, solicito o envio deste e-mail às pessoas da lista:", T("Prezado(a),\n\nO livro dos 30 anos do Ipreville vai reunir depoimentos de quem viveu essa história. Grave o seu em vídeo ou áudio e entregue-o no Memorial até 30 de abril."), "Muito obrigado,"], sig=["Helder Crestani", "Historiador – Memorial do Ipreville"],
         att=[f("depoentes.xlsx", xlsx({"Plan1": mails_of(p)}))], traps=["internal, authenticated, but in no area", "'a comissão' hides who asks"], why="Ask the area.",
         want=dict(channel=["email"], audience="specific", area=None, category="institucional", message_subject="depoimentos para o livro", recipients=5, rejected=0, duplicates=0, missing=["area"], dispatch=False, accept={"message_subject": ["Envio de e-mail – depoimentos para o livro", None], "category": ["evento", "orientacao", "pesquisa"]}, list_source="depoentes.xlsx"))

    mail("m017", "request", "outlook", JAIR, "WhatsApp geral – boas-vindas a 2027", "2026-12-29 16:45",
         ["Nádia,", "Agende para segunda, 4 de janeiro, às 8h30, no WhatsApp de toda a base (eu já estarei de férias):", T("Começou 2027! – Confira o que muda no seu pagamento:\n\n- calendário do ano: no site, aba “Servidor”;\n- crédito de janeiro: dia 28;\n- novo salário mínimo: já incluído na folha.\n\nFeliz ano a todos!"), "Boas festas para ti e até fevereiro!"], sig=S_JAIR, charset="iso-8859-1",
         traps=["4 January is next year, written without it", "'Feliz ano a todos!' is message, 'Boas festas para ti' is not", "declared iso-8859-1, in truth Windows-1252"], why="Monday, 4 January 2027.",
         want=dict(channel=["whatsapp"], audience="general", area="gerencia-financeira", category="pagamento", send_at="2027-01-04T08:30", dispatch=True, accept={"category": ["institucional"]}))

    pa, pb = people("m018x", 6), people("m018", 7)
    mail("m018", "request", "owa", FIN, "Servidores cedidos", "2027-02-01 09:33",
         ["Bom dia!", "Enviar por e-mail, apenas para os CEDIDOS (aba Cedidos da planilha; a aba Licenciados fica para março), o texto:", P("A contribuição do servidor cedido passa a ser recolhida pelo órgão de destino a partir da competência de fevereiro de 2027.\n\nConfira no contracheque do órgão se o desconto de 14% aparece. Caso não apareça, comunique-nos até o dia 20.", "web"), "Assunto: Contribuição do servidor cedido", "Atenciosamente,"], sig=S_LISIANE,
         att=[f("Afastados 2027.xlsx", xlsx({"Licenciados": mails_of(pa), "Cedidos": mails_of(pb)}))], traps=["the first sheet is the wrong one", "subject after the text"], why="The mail names the sheet.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Contribuição do servidor cedido", recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="Afastados 2027.xlsx#Cedidos"))

    p = people("m019", 6)
    te = "Prezado(a) segurado(a),\n\nEstá aberta a consulta pública sobre o novo regimento do Conselho Administrativo.\n\n**Como participar**\n\n- leia a minuta no site, menu \"Conselhos\";\n- envie a sua sugestão até 26 de fevereiro;\n- acompanhe a votação em 10 de março, às 14h.\n\nSugestões sem identificação não serão analisadas.\n\nConselho Administrativo do Ipreville"
    tw = "Consulta pública: opine sobre o novo regimento do Conselho até 26/02. A minuta está no site, menu Conselhos. Participe!"
    mail("m019", "request", "owa", CADM, "Consulta pública do regimento", "2027-02-02 11:15",
         ["Bom dia, Nádia,", "O Conselho pede a divulgação aos da planilha nos dois canais, cada um com o seu texto:", "A) Para o e-mail (assunto: Consulta pública do regimento do Conselho)", P(te, "web"), "B) Para o WhatsApp", T(tw), "Os contatos estão no arquivo anexo.", "Conselho Administrativo"], sig=S_ILSON,
         att=[f("participantes.xlsx", xlsx({"Plan1": both_of(p)}))], traps=["one text per channel", "heading and list in the first", "the text's closing equals the sender's"], why="Both texts are marked.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="conselho-administrativo", category="pesquisa", message_subject="Consulta pública do regimento do Conselho", message_text=te, message_text_by_channel={"email": te, "whatsapp": tw}, recipients=6, rejected=0, duplicates=0, recipients_by_channel={"email": 6, "whatsapp": 6}, rejected_by_channel={"email": 0, "whatsapp": 0}, dispatch=True, accept={"category": ["eleicao", "prestacao-de-contas", "institucional", "orientacao", "evento"]}, list_source="participantes.xlsx"))

    p = people("m020", 7)
    body = ["Nádia, bom dia.", "Envie por e-mail à lista anexa, por favor. Assunto: Guarda de menor: documento que falta", "Texto:", "Para concluir a habilitação da pensão, falta o termo de guarda do menor, com a assinatura do juiz. O documento pode ser entregue até 5 de março de 2027, em cópia simples, mediante apresentação do original.", "Obrigado. Otávio"]
    mail("m020", "request", "winmail", OTAVIO, "Guarda de menor", "2027-02-03 08:31", body, plain_only=True, att=[f("winmail.dat", tnef("Guarda de menor", "\r\n\r\n".join(body), [("Habilitações pendentes.xlsx", xlsx({"Plan1": mails_of(p)}))]))],
         traps=["list inside winmail.dat", "signature in the closing line"], why="The list must be taken out of TNEF.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Guarda de menor: documento que falta", message_text=body[3], recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["recadastramento", "orientacao"]}, list_source="winmail.dat/Habilitações pendentes.xlsx"))

    p = people("m021", 8)
    mail("m021", "request", "outlook", CADM, "RES: RES: ENC: Comissão eleitoral", "2027-02-04 10:26",
         ["Bom dia, Nádia!", "Agora um terceiro aviso, também por e-mail, desta vez somente aos inscritos para mesário (lista nova em anexo). Assunto: Treinamento dos mesários", "Segue o que deve ser enviado:", T("Prezado(a) mesário(a),\n\nO treinamento é obrigatório e será em 18 de fevereiro, das 13h30 às 17h, no auditório.\n\nQuem faltar sem justificativa será substituído pelo suplente."), "Grato."], sig=S_ILSON, irt="cadm-old-0120@ipreville.example",
         quoted=dict(own(NADIA, "2027-01-22 11:48", "RES: ENC: Comissão eleitoral", ["Ilson, enviado aos 40. Segue o retorno das notificações."], to="Conselho Administrativo <conselhoadm@ipreville.example>"),
                     quoted=dict(own(CADM, "2027-01-22 09:10", "ENC: Comissão eleitoral", ["Nádia, favor enviar por e-mail à lista anexa:", "Convidamos os aposentados a se inscreverem como mesários até 29 de janeiro.", "Conselho Administrativo"]),
                                 quoted=dict(own(HELGA, "2027-01-21 18:03", "RES: Comissão eleitoral", ["De acordo. Pode divulgar também por WhatsApp a todos os segurados, desde que o jurídico não mande cancelar.", "Helga"], to="Conselho Administrativo <conselhoadm@ipreville.example>")))),
         att=[f("mesários.xlsx", xlsx({"Plan1": mails_of(p)}))], traps=["'RES: RES: ENC:' and In-Reply-To, yet a new request", "an older text and other wishes are quoted below"], why="Own text, own list, own subject.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="eleicao", message_subject="Treinamento dos mesários", recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"category": ["evento"]}, list_source="mesários.xlsx"))

    mail("m022", "request", "outlook", GAB, "Mensagem da Presidente – mala direta a todos os segurados", "2027-02-05 09:40",
         ["Nádia,", "A Dra. Helga pede que a mensagem a seguir siga como mala direta (e-mail) a todos os nossos segurados, ativos e inativos.", "Título: Balanço de 2026",
          P("Caros segurados,\n\nFechamos 2026 com as contas em dia e a meta atuarial cumprida.\n\nO balanço completo está no Portal da Transparência. Boa leitura!\n\nHelga Marcon Tiedt\nDiretora-Presidente", "word"), "Agradecida,"], sig=S_CLEUSA, logo=True,
         traps=["everybody by e-mail: there is no such list", "the text is signed by another person than the sender"], why="No general e-mail list is configured.",
         want=dict(channel=["email"], audience="general", area="gabinete", category="prestacao-de-contas", message_subject="Balanço de 2026", missing=["recipients"], dispatch=False, accept={"category": ["institucional"]}))

    p = people("m023", 8)
    rows = [["Interessado", "Telefone para contato"]] + [[p[0].name, "0" + p[0].ddd + " " + p[0].local], [p[1].name, p[1].phone8()], [p[2].name, p[2].no_ddd()], [p[3].name, p[3].landline()], [p[4].name, p[4].phone(3)], [p[5].name, None], [p[4].name, p[4].phone(1)], [p[6].name, p[6].landline() + " ou " + p[6].phone(0)], [p[7].name, p[7].phone(8)]]
    mail("m023", "request", "outlook", OTAVIO, "Averbações concluídas - WhatsApp", "2027-02-10 14:02",
         ["Nádia, boa tarde,", "Por gentileza, encaminhar via WhatsApp aos interessados da planilha:", T("Ipreville: a averbação do seu tempo de contribuição foi concluída. O extrato está disponível no Portal do Segurado por 60 dias; depois, somente mediante requerimento."), "Obrigado,"], sig=S_OTAVIO, att=[f("averbacoes.xlsx", xlsx({"Plan1": rows}))],
         traps=["0 before the area code", "ninth digit missing", "no area code", "landline", "empty cell", "one number twice", "two numbers in a cell"], why="Five good numbers, three not usable, one repeated.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=5, rejected=3, duplicates=1, dispatch=True, list_source="averbacoes.xlsx"))

    p = people("m024", 7)
    mail("m024", "request", "outlook", ADM, "Guia do novo aposentado", "2027-02-11 10:37",
         ["Bom dia, Nádia!", "Favor enviar o e-mail que segue com o Guia e a ficha de inscrição em anexo. A relação de destinatários e o PDF com o parecer são só para vocês, não vão junto.",
          T("Seja bem-vindo(a) à aposentadoria!\n\nEncaminhamos em anexo o Guia do Novo Aposentado e a ficha de inscrição no grupo de convivência.\n\nA ficha preenchida pode ser devolvida até 19 de março, de duas formas:\n\n- pessoalmente, na recepção;\n- em resposta a este e-mail, digitalizada."), "Obrigada,"], sig=S_MIRELA, logo=True,
         att=[f("Guia do Novo Aposentado 2027.pdf", pdf(["Guia"])), f("Ficha de inscrição.pdf", pdf(["Ficha"])), f("Parecer interno 12-2027.pdf", pdf(["Parecer"])), f("novos aposentados jan-fev.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["three PDFs, one of them must not leave", "the sheet stays", "no stated subject: the mail's own serves"], why="Guide and form go.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="orientacao", message_subject="Guia do novo aposentado", recipients=7, rejected=0, duplicates=0, attachments_to_send=["Guia do Novo Aposentado 2027.pdf", "Ficha de inscrição.pdf"], dispatch=True, accept={"category": ["evento", "institucional"]}, list_source="novos aposentados jan-fev.xlsx"))

    p = people("m025", 5)
    mail("m025", "request", "owa", PERICIA, "Lembrete da junta médica", "2027-02-16 08:49",
         ["Bom dia,", "Deixar programado no WhatsApp para quinta-feira, 24/02, às 7h, aos segurados da planilha:", T("Lembrete: a sua junta médica é hoje. Apresente-se na recepção com 20 minutos de antecedência, com os exames originais.", "curly"), "Grata"], sig=["Recepção da Perícia"], att=[f("junta.xlsx", xlsx({"Plan1": phones_of(p)}))],
         traps=["24/02/2027 is a Wednesday", "the text says 'é hoje'"], why="Weekday and date contradict each other.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=5, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, list_source="junta.xlsx"))

    p = people("m026", 6)
    mail("m026", "request", "outlook", SOLANGE, "Suspensão das aulas de dança", "2027-02-17 09:12",
         ["Nádia, bom dia,", "Encaminhar por e-mail aos alunos (relação anexa):", T("Informamos que as aulas de dança de salão estão suspensas até o fim do mês, por licença da professora. Por favor, desconsidere o calendário enviado em janeiro e não envie o pagamento da mensalidade de fevereiro. Quem já pagou pode pedir o cancelamento do boleto na recepção."), "Att,"], sig=S_SOLANGE,
         att=[f("alunos dança.csv", csv(mails_of(p)))], traps=["'suspensas', 'desconsidere', 'não envie', 'cancelamento' are message"], why="It asks for a sending.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Suspensão das aulas de dança", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["atendimento", "orientacao"]}, list_source="alunos dança.csv"))

    p = people("m027", 12)
    mail("m027", "request", "outlook", KELI, "Estorno da contribuição", "2027-02-18 15:18",
         ["Nádia,", "Mandar por e-mail aos 21 pensionistas da planilha:", T("Prezado(a) pensionista, a contribuição cobrada a mais em dezembro será devolvida no crédito de fevereiro, em rubrica separada."), "Tem de ser exatamente a esses 21, porque saiu na decisão."], sig=S_KELI, att=[f("estorno.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["21 announced, 12 in the list"], why="Which persons? Ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Estorno da contribuição", recipients=12, rejected=0, duplicates=0, missing=["recipients_confirm"], dispatch=False, accept={"recipients": [None, 12]}, list_source="estorno.xlsx"))

    p = people("m028", 3)
    mail("m028", "request", "android-outlook", OTAVIO, "mais 3 no whats", "2027-02-19 17:44",
         ["Nádia consegue mandar pra esses tres no whatsapp aquele recado de novembro, trocando so o prazo pra 12/03?", "\n".join(f"{x.name} {x.phone(i)}" for i, x in enumerate(p)), "vlw"], to=[NADIA, ASSESSORIA], traps=["the text only by reference", "names and phones one a line"], why="Which text is not known: ask.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=3, rejected=0, duplicates=0, missing=["message_text"], dispatch=False, accept={"category": [None, "orientacao", "recadastramento"]}, list_source="body"))

    p = people("m029", 7)
    mail("m029", "request", "apple", COM, "Pesquisa do novo site", "2027-02-22 11:33",
         ["Oi, Nádia!", "Disparo por e-mail para a amostra em CSV, por favor. Título do e-mail: Ajude a testar o novo site", "Texto a enviar:",
          P("Olá!\n\nO site do Ipreville vai mudar, e queremos que você seja um dos primeiros a experimentar.\n\n**O que pedimos**\n\n- entre em https://novo.ipreville.example até 12 de março;\n- procure o seu contracheque;\n- responda às quatro perguntas do final.\n\nSe a página não abrir, tente outro navegador antes de nos avisar.\n\nMuito obrigado!\nEquipe do site", "notes"), "Valeu!"], sig=S_MURILO,
         att=[f("amostra_site.csv", csv(mails_of(p, ("nome", "email")), sep=",", enc="utf-8"))], traps=["HTML list and a link", "the text thanks and signs, then the requester thanks"], why="Plain request.",
         want=dict(channel=["email"], audience="specific", area="comunicacao", category="pesquisa", message_subject="Ajude a testar o novo site", recipients=7, rejected=0, duplicates=0, dispatch=True, list_source="amostra_site.csv"))

    mail("m030", "request", "outlook", CESAR, "Vídeo dos alongamentos", "2027-02-23 10:06",
         ["Prezada Nádia,", "Solicito o envio do vídeo em anexo com o texto abaixo, pelo WhatsApp, para toda a base de segurados.", T("Cinco minutos por dia fazem diferença: assista ao vídeo e pratique estes alongamentos. Em caso de dor, pare e procure o seu médico."), "Atenciosamente,"], sig=S_CESAR, logo=True,
         traps=["the video is not there; only the logo"], why="The video did not come.", want=dict(channel=["whatsapp"], audience="general", area="pericia-medica", category="orientacao", missing=["media"], dispatch=False, accept={"category": ["institucional", "evento"]}))

    p = people("m031", 5)
    mail("m031", "request", "outlook", MARLISE, "Transição das regras - deixar preparado", "2027-02-24 17:20",
         ["Nádia, boa tarde.", "Deixo pronto o e-mail para os servidores da lista, mas ele só pode sair depois que a lei for sancionada; eu aviso quando isso acontecer. Assunto: Nova regra de transição", T("Prezado(a) servidor(a),\n\nA regra de transição aprovada pela Câmara já está em vigor. Agende o seu atendimento pelo Portal para simular a nova data da aposentadoria."), "Obrigada,"], sig=S_MARLISE,
         att=[f("transicao.xlsx", xlsx({"Plan1": mails_of(p)}))], traps=["a condition that only the requester can declare fulfilled", "the text speaks as if it were"], why="Not before her word: no date can be told.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="orientacao", message_subject="Nova regra de transição", recipients=5, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, accept={"missing": [["send_at"], []], "category": ["atendimento", "andamento"]}, list_source="transicao.xlsx"))

    p = people("m032", 8)
    tx = "Prezado(a) segurado(a),\n\nO convênio com a farmácia Vida Longa termina em 31 de março de 2027. As compras feitas até essa data serão descontadas normalmente na folha de abril.\n\nDepois disso, não autorize novos débitos.\n\nAtenciosamente,\nGerência Financeira"
    mail("m032", "request", "outlook", FIN, "Formulário de solicitação de comunicação", "2027-02-25 13:58", ["Nádia, segue o formulário preenchido.", form(tx, [("Setor solicitante", "Gerência Financeira – Folha de Pagamento"), ("Canal", "E-mail"), ("Público", "Segurados da planilha anexa (8)"), ("Título do e-mail", "Fim do convênio com a farmácia"), ("Anexos a enviar", "Não há"), ("Texto da mensagem", None)]), "Qualquer dúvida, estou no 0027."], sig=S_ADRIANO,
         att=[f("conveniados.xlsx", xlsx({"Plan1": mails_of(p)}))], traps=["the request is a table with labels in the left column", "the text closes like a letter inside its cell"], why="The form says everything.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Fim do convênio com a farmácia", recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "atendimento"]}, list_source="conveniados.xlsx"))

    p = people("m033", 6)
    tx = "Senhores ex-dirigentes,\n\nTenho a honra de convidá-los para a solenidade dos 30 anos do Instituto, no dia 19 de março de 2027, às 19h30, no Teatro Municipal.\n\nTraje: passeio completo. Confirmem a presença até o dia 12, informando se virão acompanhados.\n\nCom estima,\nHelga Marcon Tiedt\nDiretora-Presidente"
    mail("m033", "request", "outlook", GAB, "ENC: Convite 30 anos", "2027-03-01 09:22", ["Nádia, bom dia.", "Favor remeter por e-mail aos ex-dirigentes (planilha) o convite que a Dra. Helga redigiu, no final deste e-mail. Assunto: Convite – 30 anos do Ipreville", "Obrigada"], sig=S_CLEUSA, fwd=True,
         quoted=own(HELGA, "2027-02-26 18:47", "Convite 30 anos", ["Cleusa, fica assim:", P(tx, "word").nodes()[0], "Depois me conte quantos confirmaram."], to="Gabinete da Presidência <gabinete@ipreville.example>"), att=[f("ex-dirigentes.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["text in a forwarded mail, signed by its writer", "her own words to the secretary before and after it"], why="The invitation with its signature is the message.",
         want=dict(channel=["email"], audience="specific", area="gabinete", category="evento", message_subject="Convite – 30 anos do Ipreville", message_text=tx, recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional"]}, list_source="ex-dirigentes.xlsx"))

    p = people("m034", 6)
    mail("m034", "request", "gmail", JONAS, "Nota de falecimento", "2027-03-02 08:15", ["Bom dia, Nádia.", "Com tristeza, peço que avise por e-mail os integrantes do coral (lista anexa).", "Assunto: Nota de falecimento – maestro Egídio",
          P("**NOTA DE FALECIMENTO**\n\nComunicamos, com pesar, o falecimento do maestro Egídio Tonolli, ocorrido ontem.\n\nVelório: hoje, das 10h às 16h, na Capela São João.\nSepultamento: às 16h30, no Cemitério Municipal.\n\nO ensaio de quinta-feira está cancelado.\n\nJoinville, 2 de março de 2027.\n\nNúcleo de Saúde do Servidor", "docs"), "Obrigado pela atenção neste momento."], sig=["Jonas Eberle", "Musicoterapeuta"], att=[f("coral.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["a title, a date line and a signature within the text", "'está cancelado' is message", "sender known by the area's domain", "'hoje' in the text is no schedule"], why="Complete; it leaves at once.",
         want=dict(channel=["email"], audience="specific", area="pericia-medica", category="institucional", message_subject="Nota de falecimento – maestro Egídio", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["evento"]}, list_source="coral.xlsx"))

    p = people("m035", 2)
    mail("m035", "request", "samsung", OTAVIO, "2 avisos no zap", "2027-03-03 12:14", [f"Nadia manda no zap pra {p[0].name} {p[0].phone(0)} e {p[1].name} {p[1].phone(2)}:", T("Boa tarde. A sua simulação de aposentadoria ficou pronta e pode ser retirada de segunda a quinta, das 8h às 13h. Se preferir receber em casa, informe o endereço no telefone 3400-0011.")],
         traps=["recipients in the sentence that asks", "a telephone inside the text is no recipient"], why="Curt but complete.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=2, rejected=0, duplicates=0, dispatch=True, accept={"category": ["atendimento", "orientacao"]}, list_source="body"))

    p = people("m036", 6)
    old = "O exame anual dos brigadistas será em 12 de março, às 8h, no ambulatório. Compareça em jejum e com a carteira de vacinação."
    new = old.replace("12 de março", "19 de março")
    mail("m036", "request", "outlook", SAUDE, "Exame dos brigadistas – WhatsApp", "2027-03-04 09:02", ["Nádia, bom dia!", "Peço o envio por WhatsApp aos brigadistas da lista do texto que está no Word. Atenção: no arquivo ficou \"12 de março\"; leia-se \"19 de março\".", "Muito obrigada!"], sig=S_THAIS,
         att=[f("texto brigadistas.docx", docx([old])), f("brigadistas.xlsx", xlsx({"Plan1": phones_of(p)}))], traps=["the mail corrects the Word file", "text not contiguous"], why="With the one change it may go; who does not dare asks. The old date must not go out.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", message_text=new, recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"message_text": [None], "missing": [[], ["message_text"]], "dispatch": [True, False], "category": ["orientacao", "evento", "atendimento"]}, list_source="brigadistas.xlsx"))

    p = people("m037", 7)
    mail("m037", "request", "roundcube", CFIS, "Balancete de janeiro", "2027-03-05 16:30", ["Boa tarde,", "Solicitamos o envio do texto recuado abaixo, por e-mail, aos sete conselheiros e assessores da planilha, na segunda-feira, dia 8, às 9h.",
          T("Senhores conselheiros,\n\nO balancete de janeiro está na pasta do Conselho. Os pontos de atenção são:\n\n- rentabilidade abaixo da meta;\n- aumento das compensações a receber.\n\nManifestações por escrito até 15 de março.\n\nA Secretaria", "quote"), "Agradecemos."], sig=S_BEATRIZ, att=[f("conselho.xls", xls(mails_of(p)))],
         traps=["weekday and day without month: 8 March", "the text signs itself", "old .xls"], why="Monday, 8 March 2027.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Balancete de janeiro", recipients=7, rejected=0, duplicates=0, send_at="2027-03-08T09:00", dispatch=True, list_source="conselho.xls"))

    p = people("m038", 8)
    mail("m038", "request", "owa", PREV, "e-mail para os auxiliares de educação", "2027-03-08 10:51", ["Bom dia, Nádia.", "Por favor, enviar por e-mail aos servidores listados na planilha o conteúdo do quadro. No assunto: Conversão de tempo especial – auxiliares de educação",
          T("Prezado(a) servidor(a),\n\nO seu pedido de conversão de tempo especial precisa do formulário PPP assinado pela Secretaria de Educação.\n\nO que fazer:\n\n1) peça o formulário no setor de pessoal da escola;\n2) confira o período e a função;\n3) envie-o a este endereço até 9 de abril de 2027.\n\nSem o formulário, o processo será arquivado.\n\nAtenciosamente,\nGerência de Previdência\n\nP.S.: Quem já entregou o PPP em 2026 não precisa fazer nada.", "box"), "Rui"], sig=S_RUI[1:],
         att=[f("auxiliares.xlsx", xlsx({"Plan1": mails_of(p)}))], traps=["the postscript belongs to the text", "numbered steps", "the name alone as closing"], why="The box holds all of the text.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Conversão de tempo especial – auxiliares de educação", recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="auxiliares.xlsx"))

    mail("m039", "request", "android-outlook", BIANCA, "whats geral mudança do 0800", "2027-03-09 18:22", ["Nádia, boa tarde! Segue para o WhatsApp, lista geral (todos), amanhã às 10h:", T("O telefone do Ipreville mudou! ☎️\n\nA partir de 15 de março, ligue para 0800 000 0047. A ligação é gratuita, inclusive de celular.\n\nO número antigo funciona somente até 31 de março."), "Se precisar cortar para caber no modelo, me liga antes."],
         traps=["'amanhã às 10h'", "the remark after the text is about a change not yet wanted"], why="Wednesday, 10 March 2027, 10:00.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="atendimento", send_at="2027-03-10T10:00", dispatch=True, accept={"category": ["orientacao", "institucional"]}))

    p = people("m083", 7)
    tx = "Prezados permissionários,\n\nA vistoria anual das salas do Centro de Convivência será de 22 a 26 de março.\n\nPedimos que deixem à vista:\n\n- o extintor, com a carga em dia;\n- o quadro de luz;\n- a licença de funcionamento.\n\nSe a sala estiver fechada no dia, a vistoria será feita na presença de duas testemunhas.\n\nGratos pela colaboração,\nGerência Administrativa"
    mail("m083", "request", "thunderbird", ADM, "Fwd: texto da vistoria", "2027-03-09 09:14", ["Bom dia, Nádia.", "Encaminho o texto da Solange para ir por e-mail aos permissionários (planilha junto). O assunto do e-mail deve ser Vistoria anual das salas."], sig=S_MIRELA, fwd=True,
         quoted=own(SOLANGE, "2027-03-08 17:31", "texto da vistoria", ["Mirela, segue o texto que combinamos. Pede para a Nádia mandar amanhã cedo, por favor.", T(tx).nodes(), "Beijo", "Solange"], to="Administrativo Ipreville <administrativo@ipreville.example>"), att=[f("permissionários.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["text in a forwarded mail between her chief's words", "'amanhã cedo' was said yesterday", "the title stands in a sentence without quotes"], why="Complete; it goes today.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="orientacao", message_subject="Vistoria anual das salas", message_text=tx, recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["atendimento", "evento", "prestacao-de-contas", "institucional"], "send_at": [None, "2027-03-09"]}, list_source="permissionários.xlsx"))

    p = people("m084", 6)
    rows = [["Segurado", "Nº do prontuário", "Whats", "Dia", "Hora"]] + [[x.name, int(x.matricula), int(x.ddd + x.local), ("date", 2027, 3, 16 + i % 3), ("time", 8 + i, 30 * (i % 2))] for i, x in enumerate(p)]
    mail("m084", "request", "outlook", PERICIA, "Agenda da perícia de 16 a 18/03", "2027-03-10 08:27", ["Bom dia, Nádia!", "Solicito avisar por WhatsApp os segurados da agenda anexa. Trocar o que está entre < > pelo dado de cada um.",
          T("Sr(a). <SEGURADO>, a sua perícia será no dia <DIA>, às <HORA>, na Rua das Palmeiras, 100, 2º andar.\n\nTraga os exames originais. Em caso de atraso superior a 15 minutos, a perícia será remarcada."), "Obrigada!"], sig=["Simoni Vicenzi", "Recepção da Perícia Médica"], att=[f("Agenda 16a18.xlsx", xlsx({"Agenda": rows}))],
         traps=["placeholders in angle brackets", "true dates and times in the sheet", "phones typed as numbers"], why="Per-person day and hour.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=6, rejected=0, duplicates=0, per_person=True, placeholders=["SEGURADO", "DIA", "HORA"], dispatch=True, list_source="Agenda 16a18.xlsx"))

    p = people("m085", 6)
    mail("m085", "request", "outlook", KELI, "Saldo do parcelamento - e-mail", "2027-03-11 14:55", ["Nádia, boa tarde.", "Favor enviar por e-mail aos devedores da planilha, com o nome e o saldo de cada um. Assunto: Saldo do seu parcelamento", T("Prezado(a) {NOME},\n\nO saldo do seu parcelamento em 28 de fevereiro de 2027 é de R$ {SALDO}.\n\nA quitação à vista até 31 de março dispensa os juros de abril."), "Obrigada,"], sig=S_KELI,
         att=[f("parcelamentos.xlsx", xlsx({"Plan1": mails_of(p, ("Nome", "E-mail"))}))], traps=["the text wants a balance for each, the sheet has only names and addresses"], why="The balances are not there.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Saldo do seu parcelamento", recipients=6, rejected=0, duplicates=0, per_person=True, placeholders=["NOME", "SALDO"], missing=["content_data"], dispatch=False, list_source="parcelamentos.xlsx"))

    p = people("m086", 9)
    mail("m086", "request", "outlook", MARLISE, "Servidores com 60 dias para se aposentar – e-mail", "2027-03-12 16:11", ["Nádia, boa tarde!", "Você poderia, por favor, mandar por e-mail aos servidores da planilha o texto que segue? Assunto: Sua aposentadoria está próxima",
          P("Prezado(a) servidor(a),\n\nFaltam cerca de 60 dias para você completar os requisitos da aposentadoria. Antes de decidir, confira:\n\n**Se você pretende se aposentar**\n\n- agende a entrevista pelo Portal do Segurado;\n- separe as certidões de tempo de outros órgãos;\n- não peça exoneração antes da publicação da portaria.\n\n**Se você pretende continuar**\n\n- requeira o abono de permanência;\n- mantenha o seu cadastro em dia.\n\n**Atenção:** as férias vencidas devem ser usufruídas antes da data do requerimento.\n\nFicamos à disposição pelo telefone (47) 3400-0010 ou em resposta a este e-mail.\n\nAtenciosamente,\n\nMarlise Kühnen\nGerente de Previdência", "word"), "Muito obrigada!", "Abraços,"], sig=S_MARLISE, logo=True, disc=D1,
         att=[f("Elegíveis maio 2027.xlsx", xlsx({"Plan1": mails_of(p, ("Servidor", "E-mail institucional"))}))], traps=["the text is signed with the very signature of the requester", "headings, two lists, a closing", "'Ficamos à disposição' is message"], why="Plain request.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="orientacao", message_subject="Sua aposentadoria está próxima", recipients=9, rejected=0, duplicates=0, dispatch=True, accept={"category": ["andamento"]}, list_source="Elegíveis maio 2027.xlsx"))


def answers():
    p = people("m040", 15)
    mail("m040", "reply-to-request", "outlook", SOLANGE, "RES: [AR-2027-0004] Falta a lista de destinatários", "2027-01-11 10:20", ["Agora vai. Desculpe!"], sig=S_SOLANGE, logo=True, reply_to="ack0004",
         quoted=ask("AR-2027-0004", "Falta a lista de destinatários", "2027-01-11 09:50", SOLANGE, "Prezada Solange,\n\nPara concluir o envio AR-2027-0004 falta a lista de destinatários. Responda a este e-mail anexando a planilha."),
         att=[f("hidro - inscritos.xlsx", xlsx({"Plan1": mails_of(p[:14]) + [[p[14].name, "só telefone"]]}))], traps=["three words and a file", "inline logo"], why="The list that was asked for.",
         want=dict(area="gerencia-administrativa", recipients=14, rejected=1, duplicates=0, relates_to="AR-2027-0004", effect="completes", dispatch=True))
    mail("m041", "reply-to-request", "outlook", PREV, "RES: Pensionistas que completam 21 anos – comunicado", "2027-01-11 08:51", ["Nádia, ainda dá tempo?", "No item 3, onde consta \"até 30 dias antes\" deve constar \"até 60 dias antes\". A chefia acabou de me corrigir."], sig=S_JOELMA, reply_to="m001",
         quoted=own(PREV, "2027-01-11 08:42", "Pensionistas que completam 21 anos – comunicado", ["Bom dia, Nádia, feliz ano novo!", "Solicito a gentileza de enviar por e-mail, aos pensionistas da planilha em anexo, o comunicado abaixo. [...]"]),
         traps=["nine minutes after the request", "no second request"], why="Correction of m001.", want=dict(area="gerencia-previdencia", relates_to="m001", effect="corrects", dispatch=False))
    mail("m042", "reply-to-request", "android-outlook", OTAVIO, "RES: Certidões emitidas", "2027-01-21 15:02", ["email. o whats deles tá desatualizado"], reply_to="m009", quoted=dict(AUTO, at="2027-01-21 14:40", to="Otávio Bressan <otavio.bressan@ipreville.example>", subject="RES: Certidões emitidas", body=["Otávio, o envio deve ser por e-mail ou por WhatsApp?"]),
         traps=["both channels are named, one of them refused"], why="Channel given: e-mail.", want=dict(channel=["email"], area="gerencia-previdencia", relates_to="m009", effect="completes", dispatch=True))
    mail("m043", "reply-to-request", "apple", BIANCA, "Re: [AR-2027-0003] Envio concluído", "2027-01-08 11:05", ["Que rapidez! Obrigada, Nádia, e parabéns pelo novo sistema 👏"], sig=["Bianca Raulino", "Comunicação"], reply_to="ack0003", quoted=ask("AR-2027-0003", "Envio concluído", "2027-01-08 10:40", BIANCA, "O envio AR-2027-0003 (Verão com saúde) foi concluído."),
         traps=["nothing to do"], why="Thanks only.", want=dict(area="comunicacao", relates_to="AR-2027-0003", effect="thanks", dispatch=False))
    mail("m044", "reply-to-request", "owa", PREV, "RES: [AR-2027-0001] Solicitação recebida", "2027-01-07 10:18", ["Bom dia! O disparo das carteiras saiu mesmo? Hoje vieram só dois pensionistas e os dois disseram que souberam pela vizinha."], sig=S_JOELMA, reply_to="ack0001", quoted=ack("AR-2027-0001", "Entrega das carteiras de pensionista", "2027-01-05 09:12", PREV),
         traps=["asks, does not request"], why="How does AR-2027-0001 stand?", want=dict(area="gerencia-previdencia", relates_to="AR-2027-0001", effect="status-question", dispatch=False, accept={"effect": ["question"]}))
    mail("m045", "reply-to-request", "outlook", FIN, "AR-2027-0010 – texto novo", "2027-01-11 09:30", ["Nádia,", "A Keli está em curso. No AR-2027-0010 vale a redação seguinte, e não a de sexta-feira:", T("Prezado(a) servidor(a), o acerto do 13º foi calculado com o novo vencimento e será pago em 29 de janeiro, em folha separada.", "curly"), "Lista e canais continuam os mesmos."], sig=S_LISIANE,
         traps=["no In-Reply-To, another sender of the area", "a text, but no new request"], why="Replaces the text of AR-2027-0010.", want=dict(area="gerencia-financeira", relates_to="AR-2027-0010", effect="corrects", message_text="Prezado(a) servidor(a), o acerto do 13º foi calculado com o novo vencimento e será pago em 29 de janeiro, em folha separada.", dispatch=False))
    x = people("m020", 7)[4]
    mail("m046", "reply-to-request", "outlook", OTAVIO, "RES: Guarda de menor", "2027-02-03 08:58", [f"Nádia, tira por favor a {x.name} da lista, ela entregou o termo agora de manhã. O resto mantém."], sig=S_OTAVIO, reply_to="m020", quoted=own(OTAVIO, "2027-02-03 08:31", "Guarda de menor", ["Nádia, bom dia.", "Envie por e-mail à lista anexa, por favor."]),
         traps=["one recipient out, no cancellation"], why="Correction of the list.", want=dict(area="gerencia-previdencia", relates_to="m020", effect="corrects", dispatch=False))
    mail("m047", "reply-to-request", "outlook", KELI, "RES: Estorno da contribuição", "2027-02-18 16:03", ["Respondi em azul.", "1) A planilha tem 12 nomes e o e-mail fala em 21. Quais devem receber?", ("color", [("p", "Inverti os algarismos, são os 12 da planilha.")], "#0070C0"), "2) O título fica \"Estorno da contribuição\"?", ("color", [("p", "Sim, pode ser.")], "#0070C0")], sig=S_KELI, to=[NADIA, ASSESSORIA], reply_to="m027",
         traps=["answers under repeated questions, marked by colour"], why="The list of m027 is confirmed.", want=dict(area="gerencia-financeira", relates_to="m027", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("m048", "reply-to-request", "roundcube", "Rafaela Tives <envios@callcenter.example>", "Re: [AR-2027-0013] Pacote para envio por WhatsApp", "2027-01-08 10:10", ["Bom dia, Nádia!", "O arquivo de contatos veio com a coluna do telefone em branco a partir da linha 90, e por isso a campanha não foi iniciada. Podem mandar de novo? O relatório sai até duas horas depois do disparo."], sig=S_RAFAELA, auth="ext", reply_to="cc0013",
         quoted=dict(AUTO, at="2027-01-08 09:00", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2027-0013] Pacote para envio por WhatsApp", body=["Segue pacote com 131 contatos. Solicitamos o relatório de envio."]), traps=["'relatório' and 'disparo', but no report"], why="A question that a person must answer.",
         want=dict(relates_to="AR-2027-0013", effect="question", dispatch=False))
    mail("m049", "reply-to-request", "outlook", CESAR, "RES: [AR-2027-0005] Falta o texto da mensagem", "2027-01-11 13:40", ["Prezada, o texto aprovado pela Dra. Lenita é este:", T("A sua perícia de retorno das férias está confirmada. Consulte o dia e a hora no Portal do Segurado e traga documento com foto."), "Atenciosamente,"], sig=S_CESAR, reply_to="ack0005",
         quoted=ask("AR-2027-0005", "Falta o texto da mensagem", "2027-01-11 11:00", CESAR, "César, o pedido AR-2027-0005 chegou sem o texto. Pode enviá-lo em resposta a este e-mail?"), traps=["only the text that was asked for"], why="Completes AR-2027-0005.",
         want=dict(area="pericia-medica", relates_to="AR-2027-0005", effect="completes", message_text="A sua perícia de retorno das férias está confirmada. Consulte o dia e a hora no Portal do Segurado e traga documento com foto.", dispatch=True, accept={"dispatch": [True, False]}))
    mail("m050", "reply-to-request", "ios-outlook", HELGA, "RES: [AR-2027-0007] Para aprovação: Horário de verão da sede", "2027-01-12 19:12", ["Aprovado, só troquem 13h por 13h30."], reply_to="ok0007", quoted=ask("AR-2027-0007", "Para aprovação: Horário de verão da sede", "2027-01-12 16:00", HELGA, "Segue a prévia do envio AR-2027-0007 (todos os segurados, WhatsApp). Responda APROVO para liberar ou NÃO APROVO para devolver à área."),
         traps=["'Aprovado' with a change"], why="The text must not go as it stands.", want=dict(area="gabinete", relates_to="AR-2027-0007", effect="corrects", dispatch=False, accept={"class": ["approval"]}))
    mail("m051", "reply-to-request", "iphone", HELGA, "Re: [AR-2027-0008] Para aprovação: Capacitação obrigatória dos conselheiros", "2027-01-13 07:20", ["Vi. Quero falar com o presidente do Conselho antes. Aguardem."], reply_to="ok0008", quoted=ask("AR-2027-0008", "Para aprovação: Capacitação obrigatória dos conselheiros", "2027-01-12 17:00", HELGA, "Segue a prévia do envio AR-2027-0008 (21 destinatários, e-mail). Responda APROVO para liberar."),
         traps=["the approver answers, but neither consents nor refuses"], why="It goes on waiting.", want=dict(area="gabinete", relates_to="AR-2027-0008", effect="question", dispatch=False, accept={"effect": ["corrects", "rejects", "status-question", "thanks", "completes"]}))
    mail("m052", "approval", "ios-outlook", HELGA, "RES: [AR-2027-0009] Para aprovação: Termo de responsabilidade dos gestores", "2027-01-12 19:15", ["Pode seguir, Nádia."], reply_to="ok0009", quoted=ask("AR-2027-0009", "Para aprovação: Termo de responsabilidade dos gestores", "2027-01-12 16:05", HELGA, "Prezada Presidente,\n\nSegue a prévia do envio AR-2027-0009 (54 destinatários, e-mail). Responda APROVO para liberar ou NÃO APROVO para devolver à área."),
         traps=["own words instead of the proposed one", "the quoted text holds both answers"], why="Clear consent of the approver.", want=dict(area="gabinete", relates_to="AR-2027-0009", dispatch=True))
    mail("m053", "approval", "outlook", HELGA, "RES: [AR-2027-0014] Para aprovação: Enquete sobre o boletim impresso", "2027-01-14 17:35", ["De acordo, Bianca e equipe. Programem para terça-feira, dia 19, às 9h.", "Abs,"], sig=S_HELGA, logo=True, reply_to="ok0014", quoted=ask("AR-2027-0014", "Para aprovação: Enquete sobre o boletim impresso", "2027-01-14 11:00", HELGA, "Segue a prévia do envio AR-2027-0014 (todos os segurados, WhatsApp). Responda APROVO para liberar."),
         traps=["approval with a schedule"], why="Tuesday, 19 January 2027.", want=dict(area="gabinete", relates_to="AR-2027-0014", send_at="2027-01-19T09:00", dispatch=True))
    mail("m054", "approval", "owa", SOLANGE, "RES: [AR-2027-0008] Para aprovação: Capacitação obrigatória dos conselheiros", "2027-01-14 09:44", ["Aprovo. Pode enviar."], sig=S_SOLANGE, reply_to="ok0008", quoted=ask("AR-2027-0008", "Para aprovação: Capacitação obrigatória dos conselheiros", "2027-01-12 17:00", HELGA, "Segue a prévia do envio AR-2027-0008 (21 destinatários, e-mail). Responda APROVO para liberar."),
         traps=["the right word and thread, but the sender is no approver"], why="Only helga.tiedt@ approves.", want=dict(area="gerencia-administrativa", relates_to="AR-2027-0008", dispatch=False, accept={"class": ["reply-to-request"], "effect": ["question", "completes", "corrects", "thanks"]}))
    # ---------------------------------------------------------------- cancellations
    mail("m055", "cancellation", "outlook", KELI, "RES: Declaração para financiamento", "2027-01-26 09:31", ["Nádia, suspenda o envio abaixo, por favor. O Portal está fora do ar e o texto manda todo mundo para lá. Peço de novo quando voltar."], sig=S_KELI, reply_to="m012",
         quoted=own(KELI, "2027-01-26 09:05", "Declaração para financiamento", ["Bom dia!", "Por favor, e-mail para a turma da planilha com o assunto: Declaração de rendimentos agora é digital"]), traps=["the request came twice: both copies", "no protocol"], why="Nothing of it shall go out.", want=dict(area="gerencia-financeira", relates_to="m012", dispatch=False, accept={"relates_to": ["m012", "m013"]}))
    mail("m056", "cancellation", "owa", SOLANGE, "NÃO ENVIAR aviso das aulas de dança", "2027-02-17 09:41", ["Nádia, a professora volta na segunda, então não mande aquele e-mail da suspensão das aulas que pedi agora cedo."], sig=S_SOLANGE, traps=["new thread, no protocol, no In-Reply-To"], why="The request of half an hour before: m026.", want=dict(area="gerencia-administrativa", relates_to="m026", dispatch=False))
    mail("m057", "cancellation", "iphone", LENITA, "Fwd: [AR-2027-0012] Solicitação recebida", "2027-01-07 15:40", ["Nádia, segura esse por favor!! A sala ainda não foi liberada. Se já passou pra empresa pede pra eles pararem"], fwd=True, quoted=ack("AR-2027-0012", "Avaliação funcional dos readaptandos", "2027-01-07 14:50", LENITA),
         traps=["the package left forty minutes ago", "no word of cancelling but 'segura' and 'pararem'"], why="Stop it at the call center too.", want=dict(area="pericia-medica", relates_to="AR-2027-0012", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-replied")]
    r = people("m058", 5)
    mail("m058", "delivery-receipt", "receipt", MSX, "Retransmitido: Fim do desconto do plano funeral", "2027-01-05 14:11:40", [], to=[PRESID], headers=auto + [("In-Reply-To", "<ar-2027-0002.mail1@ipreville.example>")], envelope="",
         raw_root=dsn("m058", "A entrega a estes destinatários ou grupos foi concluída, mas o servidor de destino não enviou uma notificação de entrega:\n\n" + "\n\n".join(x.email for x in r) + "\n\nAssunto: Fim do desconto do plano funeral\n", [(x.email, "relayed", "2.0.0", None) for x in r], "2027-01-05 14:10", "ar-2027-0002.mail1@ipreville.example", html="<p>A entrega a estes destinatários foi concluída</p>", subject="Fim do desconto do plano funeral"),
         traps=["relayed is not delivered", "five recipients in one notice"], why="Relayed.", want=dict(relates_to="AR-2027-0002", receipt={"action": "relayed", "recipients": [x.email for x in r]}))
    r = people("m059", 1)[0]
    mail("m059", "delivery-receipt", "receipt", MSX, "Não é possível entregar: Calendário de reuniões de 2027", "2027-01-07 11:17", [], to=[PRESID], headers=auto, envelope="",
         raw_root=dsn("m059", f"Falha na entrega a estes destinatários ou grupos:\n\n{r.email}\nA caixa de correio do destinatário está cheia e não pode aceitar mensagens agora. Tente reenviar a mensagem mais tarde.\n", [(r.email, "failed", "5.2.2", "552 5.2.2 Mailbox full")], "2027-01-07 11:16", "ar-2027-0011.mail1@ipreville.example", html="<p>Falha na entrega</p>", subject="Calendário de reuniões de 2027"),
         traps=["no In-Reply-To; the returned head names the message"], why="Failed.", want=dict(relates_to="AR-2027-0011", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("m060", 1)[0]
    mail("m060", "delivery-receipt", "receipt", "Mail Delivery Subsystem <mailer-daemon@webmail.example>", "Delivery Status Notification (Delay)", "2027-01-06 15:02", [], to=[PRESID], auth="ext", envelope="", headers=auto,
         raw_root=dsn("m060", f"** Mensagem ainda não entregue **\n\nOcorreu um problema temporário ao entregar a sua mensagem para {r.email}. Novas tentativas serão feitas por mais 47 horas.\n\n421 4.4.5 Server busy, try again later\n", [(r.email, "delayed", "4.4.5", "421 4.4.5 Server busy, try again later")], "2027-01-05 14:10", "ar-2027-0002.mail1@ipreville.example", subject="Fim do desconto do plano funeral"),
         traps=["a delay is not final", "English subject, Portuguese words"], why="Delayed.", want=dict(relates_to="AR-2027-0002", receipt={"action": "delayed", "recipients": [r.email]}))
    r = people("m061", 1)[0]
    mail("m061", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Lida: Calendário de reuniões de 2027", "2027-01-08 06:41", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", "<ar-2027-0011.mail1@ipreville.example>")],
         raw_root=mdn("m061", f"Sua mensagem\n\n   Para: {r.name}\n   Assunto: Calendário de reuniões de 2027\n   Enviada: quinta-feira, 7 de janeiro de 2027 11:15:00\n\nfoi lida em sexta-feira, 8 de janeiro de 2027 06:41:12.\n", r.email, "ar-2027-0011.mail1@ipreville.example", "manual-action/MDN-sent-automatically; displayed"), traps=["from an insured person, yet no answer"], why="Read.", want=dict(relates_to="AR-2027-0011", receipt={"action": "read", "recipients": [r.email]}))
    r = people("m062", 1)[0]
    mail("m062", "delivery-receipt", "webmail", "Mail Delivery System <postmaster@antispam.provedor.example>", "Undelivered Mail Returned to Sender", "2027-01-05 14:20", [f"Sua mensagem não pôde ser entregue a <{r.email}>.", "550 5.1.1 Recipient address rejected: User unknown in virtual mailbox table", "--- Cabeçalho da mensagem original ---\nMessage-ID: <ar-2027-0002.mail1@ipreville.example>\nFrom: presidente@ipreville.example\nSubject: Fim do desconto do plano funeral"], to=[PRESID], auth="none", envelope="", headers=auto,
         traps=["plain text without structure"], why="Failed.", want=dict(relates_to="AR-2027-0002", receipt={"action": "failed", "recipients": [r.email]}))
    # ---------------------------------------------------------------- the call center
    mail("m063", "call-center-report", "roundcube", "Rafaela Tives <envios@callcenter.example>", "Re: [AR-2027-0012] Pacote para envio por WhatsApp", "2027-01-08 10:35", ["Bom dia!", "Segue o relatório. Quando recebemos o pedido de parada a fila já estava no fim."], sig=S_RAFAELA, auth="ext", reply_to="cc0012", quoted=dict(AUTO, at="2027-01-07 15:00", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2027-0012] Pacote para envio por WhatsApp", body=["Segue pacote com 23 contatos. Solicitamos o relatório de envio."]),
         att=[f("relatorio_readaptandos.xlsx", xlsx({"Retorno": [["Destino", "Status"]] + [["55" + x.ddd + x.local, s] for x, s in zip(people("m063", 23), ["Lida"] * 9 + ["Entregue"] * 11 + ["Falha"] * 3)]}))], traps=["a row per contact", "read ones are delivered too"], why="AR-2027-0012, complete.", want=dict(relates_to="AR-2027-0012", report={"complete": True, "sent": 23, "delivered": 20, "read": 9, "failed": 3}))
    mail("m064", "call-center-report", "outlook", "Rafaela Tives <rafaela.tives@callcenter.example>", "Retorno carteiras 05/01", "2027-01-07 18:20", ["Nádia, boa tarde!", "Segue a extração do envio das carteiras, feito em 05/01 para 76 contatos."], sig=S_RAFAELA, auth="ext", att=[f("extracao_0501.csv", csv([["telefone", "situacao"]] + [["55" + x.ddd + x.local, s] for x, s in zip(people("m064", 76), ["ENTREGUE"] * 70 + ["NAO ENTREGUE"] * 6)]))],
         traps=["no protocol, other address, new thread", "csv with a row per contact"], why="Only AR-2027-0001 went on 05/01 with 76 contacts.", want=dict(relates_to="AR-2027-0001", report={"complete": True, "sent": 76, "delivered": 70, "read": None, "failed": 6}))
    q = dict(AUTO, at="2027-01-06 10:30", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2027-0003] Pacote para envio por WhatsApp", body=["Segue pacote com 5.044 contatos."])
    mail("m065", "call-center-report", "roundcube", "Rafaela Tives <envios@callcenter.example>", "Re: [AR-2027-0003] Pacote para envio por WhatsApp", "2027-01-06 18:10", ["Boa noite, Nádia,", "Até agora foram enviadas 2.000 mensagens, com 1.873 entregas e 127 falhas. Restam 3.044, que saem amanhã quando o limite diário for renovado."], sig=S_RAFAELA, auth="ext", reply_to="cc0003", quoted=q,
         traps=["thousands points in running text", "partial"], why="Not the end.", want=dict(relates_to="AR-2027-0003", report={"complete": False, "sent": 2000, "delivered": 1873, "read": None, "failed": 127}))
    mail("m066", "call-center-report", "webmail", "Elo Disparos <noreply@disparos.callcenter.example>", "Campanha IPREVILLE_VERAO_0601 finalizada", "2027-01-08 08:05", ["Campanha: IPREVILLE_VERAO_0601\nSituação: FINALIZADA\nBase: 5044\nEnviadas: 5044\nEntregues: 4731\nLidas: 3302\nFalhas: 313", "E-mail automático. Não responda."], auth="ext", headers=[("Auto-Submitted", "auto-generated")],
         traps=["automatic, yet a report", "completes the partial one"], why="5044 contacts: AR-2027-0003.", want=dict(relates_to="AR-2027-0003", report={"complete": True, "sent": 5044, "delivered": 4731, "read": 3302, "failed": 313}))
    mail("m067", "call-center-report", "gmail", "Rafaela Tives <rafaela.tives@callcenter.example>", "relatorio", "2027-01-12 09:40", ["Oi, Nádia, o que faltava:", "131 enviadas / 122 entregues / 9 sem WhatsApp"], sig=["Rafaela"], auth="ext", to=[NADIA, ASSESSORIA],
         traps=["only the number 131 links it", "'sem WhatsApp' are failures"], why="AR-2027-0013 has 131 contacts.", want=dict(relates_to="AR-2027-0013", report={"complete": True, "sent": 131, "delivered": 122, "read": None, "failed": 9}))
    # ---------------------------------------------------------------- machines
    mail("m068", "auto-reply", "outlook", KELI, "Resposta automática: [AR-2027-0010] Solicitação recebida", "2027-01-11 09:45", ["Estarei em curso nos dias 11 e 12 de janeiro. Pedidos de envio aos segurados e aprovações de texto: financeiro@ipreville.example."], irt="ar-2027-0010.ack@ipreville.example", headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-generated")],
         traps=["'Pedidos de envio' and 'aprovações' in an absence note"], why="Out of office.", want=dict(area="gerencia-financeira", relates_to="AR-2027-0010", accept={"area": [None], "relates_to": [None]}))
    mail("m069", "auto-reply", "gmail", "Waldir Kruscinski <waldir.kruscinski@webmail.example>", "Férias! Re: Fim do desconto do plano funeral", "2027-01-05 14:10:55", ["Olá! Estou na praia até o Carnaval e quase sem internet. Se for urgente, mande mensagem no meu celular. Abraços"], to=[PRESID], auth="ext", irt="ar-2027-0002.mail1@ipreville.example", headers=auto + [("Precedence", "bulk")],
         traps=["an insured person's vacation note"], why="Vacation responder.", want=dict(relates_to="AR-2027-0002", accept={"relates_to": [None]}))
    mail("m070", "auto-reply", "webmail", "Sindicato dos Servidores <atendimento@sindserv.example>", "[#40122] Recebemos a sua mensagem: Calendário de reuniões de 2027", "2027-01-07 11:16", ["Olá! O seu contato gerou o protocolo 40122 e será respondido por ordem de chegada.", "Para acompanhar, responda a este e-mail mantendo o assunto."], to=[PRESID], auth="ext", irt="ar-2027-0011.mail1@ipreville.example", headers=[("Auto-Submitted", "auto-replied")],
         traps=["a ticket with a protocol of its own"], why="Ticket system.", want=dict(relates_to="AR-2027-0011", accept={"relates_to": [None]}))
    # ---------------------------------------------------------------- insured people
    pres = dict(PRES, at="2027-01-05 14:10", to="undisclosed-recipients:;", subject="Fim do desconto do plano funeral", body=["Prezado(a) segurado(a),", "O desconto do plano funeral termina na folha de janeiro..."])
    mail("m071", "insured-reply", "gmail", "Ivanilda Censi <ivanilda.censi@webmail.example>", "Re: Fim do desconto do plano funeral", "2027-01-05 20:33", ["Boa noite! Eu quero continuar com o plano. Como faço para pagar direto? E a minha mãe, que está no mesmo contrato, fica sem?"], to=[PRESID], auth="ext", reply_to="0002m", quoted=pres, traps=["arrives at presidente@"], why="To the Gerência Financeira.", want=dict(relates_to="AR-2027-0002"))
    mail("m072", "insured-reply", "yahoo", "Alcides Murara <alcides.murara@correio.example>", "Re: Calendário de reuniões de 2027", "2027-01-07 13:15", ["por favor parem de mandar essas coisas no meu email, nao me interessa reuniao nenhuma"], to=[PRESID], auth="ext", mobile=True, reply_to="0011m", quoted=dict(PRES, at="2027-01-07 11:15", to="undisclosed-recipients:;", subject="Calendário de reuniões de 2027", body=["Prezados,", "As reuniões do Conselho Fiscal..."]),
         traps=["opt-out in plain words"], why="Register the opt-out.", want=dict(relates_to="AR-2027-0011", opt_out=True))
    mail("m073", "insured-reply", "samsung", "Marinês Dalcanale <marines.dalcanale@provedor.example>", "atestado", "2027-02-02 22:48", ["boa noite dra lenita segue meu atestado pra pericia de amanha, estou com 39 de febre e nao tenho como ir. me avisem se remarcou por favor"], auth="ext", att=[f("IMG_20270202.jpg", image("JPEG", (180, 240)))],
         traps=["a health document, no thread"], why="A person passes it to the Perícia.", want=dict(category="pericia", accept={"category": [None], "class": ["unrelated"]}))
    mail("m074", "insured-reply", "outlook", "Edemar Ronchi <edemar.ronchi@correio.example>", "RES: Calendário de reuniões de 2027", "2027-01-11 09:08", ["Requeiro que o anexo, com a minha proposta de pauta para a primeira reunião, seja distribuído a todos os que receberam o calendário."], auth="ext", to=[PRESID], reply_to="0011m", quoted=dict(PRES, at="2027-01-07 11:15", to="undisclosed-recipients:;", subject="Calendário de reuniões de 2027", body=["Prezados,"]), att=[f("proposta de pauta.pdf", pdf(["Proposta"]))],
         traps=["an insured person asks for a mass sending"], why="No right to a sending; to the Conselho Fiscal.", want=dict(relates_to="AR-2027-0011", accept={"class": ["unauthorized"]}))
    # ---------------------------------------------------------------- without right or proof
    mail("m075", "unauthorized", "owa", "Marlise Kühnen <marlise.kuhnen@ipreville.example.co>", "Envio urgente por WhatsApp – bloqueio de benefícios", "2027-01-28 06:55", ["Bom dia, Nádia.", "Solicito o disparo imediato, por WhatsApp, a todos os segurados:", T("Seu benefício está em processo de bloqueio. Regularize hoje em https://regulariza-ipreville.example para receber em janeiro.", "curly"), "Estou no médico, depois formalizo."], sig=S_MARLISE, auth="ext",
         traps=["two letters behind the real domain, with the real signature"], why="Not the institute's domain.", want=dict(reason="lookalike domain"))
    p = people("m076", 3)
    mail("m076", "unauthorized", "outlook", FIN, "Comunicado aos pensionistas – taxa", "2027-02-08 11:20", ["Prezada Nádia,", "Encaminhar por e-mail à lista anexa a guia da taxa de reemissão de cadastro.", "Atenciosamente,"], sig=S_ADRIANO, auth="fail", envelope="bounce@envio77.example", att=[f("guia.pdf", pdf(["Guia"])), f("pensionistas.xlsx", xlsx({"Plan1": mails_of(p)}))], headers=[("X-MS-Exchange-Organization-AuthAs", "Internal"), ("Authentication-Results", "spf=pass; dkim=pass header.d=ipreville.example; dmarc=pass header.from=ipreville.example")],
         traps=["exact address; dmarc=fail on top", "forged good headers further down"], why="Authentication failed.", want=dict(reason="dmarc fail"))
    mail("m077", "unauthorized", "iphone", "Otávio Bressan <otavio.bressan77@webmail.example>", "pedido rapido", "2027-02-13 19:30", ["Nádia é o Otávio, meu note quebrou. Manda pra mim nesse email a lista dos que fizeram averbação com telefone? Preciso pra segunda cedo"], auth="ext", traps=["perhaps really Otávio, from a private address", "asks for personal data"], why="Identity not proven.", want=dict(reason="personal address of an employee", accept={"reason": [None]}))
    mail("m078", "unauthorized", "outlook", "Cooperativa CrediServ <relacionamento@crediserv.example>", "Parceria: divulgação aos aposentados", "2027-03-03 10:12", ["Prezados,", "Conforme conversa com a Gerência Financeira, solicitamos o envio, por e-mail e WhatsApp, da nossa oferta de crédito aos aposentados. Na impossibilidade, pedimos a relação de contatos para envio direto."], sig=["Equipe de Relacionamento", "CrediServ"], auth="ext",
         traps=["'Conforme conversa com a Gerência'", "asks for a sending or else for the data"], why="A third party without right.", want=dict(reason="third party asks for personal data", accept={"class": ["unrelated"], "reason": [None]}))
    # ---------------------------------------------------------------- the rest
    mail("m079", "unrelated", "gmail", "Portal RPPS Notícias <news@rpps-noticias.example>", "Edição 88: prova de vida por biometria e novas regras de envio no WhatsApp", "2027-01-19 06:00", ["Nesta edição: o que muda na prova de vida, modelo de comunicado aos segurados e o 13º dos pensionistas.", "[[Não quero mais receber|https://rpps-noticias.example/sair]]"], auth="ext", traps=["the domain's words"], why="Newsletter.")
    mail("m080", "unrelated", "owa", GAB, "Convite: alinhamento dos comunicados do trimestre (e-mail e WhatsApp)", "2027-01-15 15:00", ["Pauta: pedidos pendentes, relatório do call center, Semana dos 30 anos.", "Sala da Presidência, 14h."], cc=[BIANCA], att=[f("convite.ics", b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:alinhamento-trimestre\r\nDTSTART:20270118T170000Z\r\nSUMMARY:Alinhamento dos comunicados\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")],
         traps=["a meeting invitation naming both channels"], why="Calendar invitation.", want=dict(area="gabinete", accept={"area": [None]}))
    mail("m081", "unrelated", "outlook", "Faturamento Elo <faturamento@callcenter.example>", "Fatura e extrato de disparos - janeiro/2027", "2027-02-01 09:00", ["Prezados,", "Seguem a nota fiscal 5120 e o extrato de consumo de janeiro (5.289 mensagens enviadas, 4.943 entregues). Vencimento em 15/02."], sig=["Faturamento", "Elo Atendimento"], auth="ext", att=[f("NF5120.pdf", pdf(["NF 5120"])), f("extrato_janeiro.xlsx", xlsx({"Extrato": [["Campanhas", 5], ["Enviadas", 5289], ["Entregues", 4943]]}))],
         traps=["figures of sendings, but of an invoice"], why="Invoice, no report of one sending.")
    mail("m082", "unrelated", "outlook", ADM, "Troca do relógio-ponto", "2027-02-12 16:40", ["Colegas,", "Informamos que o relógio-ponto será trocado na segunda-feira. Nesse dia, registrem a entrada na folha que está na recepção."], sig=S_MIRELA, logo=True, to=["Todos Ipreville <todos@ipreville.example>"], traps=["a notice from an area, to the staff"], why="Internal circular.", want=dict(area="gerencia-administrativa", accept={"area": [None]}))
