"""Half g: other writers and other frames - memos, tables, cut marks, forwards, errata, several versions; the second half of 2026."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from craft import inline_html, TIGHT
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2026-0301", "gerencia-previdencia", "marlise.kuhnen@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Censo previdenciário – letras A a F", "2026-08-10T09:15", 412),
    request("AR-2026-0302", "gerencia-financeira", "keli.borba@ipreville.example", ["email"], "specific", "sent", "Demonstrativo do adiantamento do 13º", "2026-08-10T14:30", 1640),
    request("AR-2026-0303", "comunicacao", "comunicacao@ipreville.example", ["whatsapp"], "general", "waiting-report", "Caminhada dos aposentados no parque", "2026-08-11T08:00", 4940),
    request("AR-2026-0304", "pericia-medica", "saude@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Junta médica itinerante", "2026-08-11T10:10", 57),
    request("AR-2026-0305", "gerencia-administrativa", "administrativo@ipreville.example", ["email"], "specific", "waiting-data", "Mudança do arquivo central", "", None, ["recipients"]),
    request("AR-2026-0306", "gerencia-previdencia", "otavio.bressan@ipreville.example", [], "specific", "waiting-data", "Simulações de aposentadoria concluídas", "", 19, ["channel"]),
    request("AR-2026-0307", "gerencia-financeira", "jair.demarchi@ipreville.example", ["email"], "specific", "waiting-window", "Margem consignável – novas regras", "", 230),
    request("AR-2026-0308", "conselho-fiscal", "conselhofiscal@ipreville.example", ["email"], "specific", "waiting-approval", "Parecer do primeiro semestre", "", 88),
    request("AR-2026-0309", "gabinete", "gabinete@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Novo endereço do atendimento", "", 4940),
    request("AR-2026-0310", "conselho-administrativo", "conselhoadm@ipreville.example", ["email"], "specific", "waiting-approval", "Regimento eleitoral – consulta", "", 1310),
    request("AR-2026-0311", "pericia-medica", "cesar.ramthun@ipreville.example", ["whatsapp"], "specific", "waiting-data", "Retorno de licença – avaliação", "", 23, ["message_text"]),
    request("AR-2026-0312", "controle-interno", "controleinterno@ipreville.example", ["email"], "specific", "sent", "Questionário da ouvidoria interna", "2026-08-12T11:00", 64),
    request("AR-2026-0313", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["whatsapp"], "specific", "waiting-data", "Oficina de memória", "", 31, ["send_at"]),
    request("AR-2026-0314", "gerencia-previdencia", "previdencia@ipreville.example", ["whatsapp"], "specific", "waiting-window", "Pensionistas – certidão de nascimento", "", 46),
    request("AR-2026-0315", "comunicacao", "bianca.raulino@ipreville.example", ["email"], "specific", "sent", "Boletim de agosto", "2026-09-14T09:30", 731),
    request("AR-2026-0316", "gerencia-financeira", "financeiro@ipreville.example", ["whatsapp"], "specific", "waiting-approval", "Restituição de imposto retido", "", 142),
    request("AR-2026-0317", "pericia-medica", "pericia@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Exames admissionais", "2026-10-05T09:00", 84),
    request("AR-2026-0318", "gabinete", "gabinete@ipreville.example", ["email"], "specific", "waiting-data", "Homenagem aos centenários", "", 12, ["message_subject"]),
]
KNOWN = {**{f"ack{r['protocol'][-4:]}": r["message_ids"]["ack"].strip("<>") for r in CONTEXT}, **{f"cc{r['protocol'][-4:]}": r["message_ids"]["to_call_center"].strip("<>") for r in CONTEXT if r["message_ids"]["to_call_center"]},
         **{f"ok{r['protocol'][-4:]}": r["message_ids"]["approval_ask"].strip("<>") for r in CONTEXT if r["message_ids"]["approval_ask"]}, **{f"{r['protocol'][-4:]}m": r["message_ids"]["dispatch"][0].strip("<>") for r in CONTEXT if r["message_ids"]["dispatch"]}}
CALL = "Thiago Salvador <envios@callcenter.example>"
PRI = "Priscila Nack <priscila.nack@callcenter.example>"
MSX = "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@ipreville.example>"
IVONETE, ELISEU = "Ivonete Schramm <previdencia@ipreville.example>", "Eliseu Hasse | Previdência <previdencia@ipreville.example>"
RAFAELA, VILMAR = "Rafaela Dums <financeiro@ipreville.example>", "Vilmar Koch <administrativo@ipreville.example>"
OSNI, ILSE = "Dr. Osni Batschauer <pericia@ipreville.example>", "Ilse Pabst <saude@ipreville.example>"
LUAN, TAINA = "Luan Fachini <luan.fachini@saude.ipreville.example>", "Tainá Rech <taina.rech@saude.ipreville.example>"
GRAZIELA, ODAIR = "Graziela Nart <controleinterno@ipreville.example>", "Odair Voltolini <conselhoadm@ipreville.example>"
ZULEICA, ADEMAR, YASMIN = "Zuleica Maes <conselhofiscal@ipreville.example>", "Ademar Krueger <gabinete@ipreville.example>", "Yasmin Tridapalli <comunicacao@ipreville.example>"
S_IVONETE = ["Ivonete Schramm", "Chefe do Setor de Pensões", "Gerência de Previdência – Ipreville"]
S_ELISEU = ["Eliseu Hasse", "Técnico Previdenciário · (47) 3400-0015"]
S_RAFAELA = ["Rafaela Dums", "Folha de Benefícios", "Gerência Financeira | Ipreville | ramal 226"]
S_VILMAR = ["Vilmar Koch", "Patrimônio e Arquivo – Gerência Administrativa"]
S_OSNI = ["Dr. Osni Batschauer", "Perito – CRM/SC 00000"]
S_ILSE = ["Ilse Pabst", "Assistente social, Saúde do Servidor", "(47) 3400-0045"]
S_GRAZIELA = ["Graziela Nart", "Auditora – Controle Interno do Ipreville"]
S_ODAIR = ["Odair Voltolini", "Secretário do Conselho Administrativo"]
S_ZULEICA = ["Zuleica Maes", "Relatora – Conselho Fiscal"]
S_ADEMAR = ["Ademar Krueger", "Assessor da Presidência", "(47) 3400-0002"]
S_YASMIN = ["Yasmin Tridapalli", "Estagiária de jornalismo | Comunicação"]


def lst(seed, n, kind="e", head=None, first=0):
    """people and a sheet of them; kind e = e-mail, w = mobile, b = both"""
    p = people("g" + seed, n)
    h = head or {"e": ["Nome", "E-mail"], "w": ["Nome", "Celular"], "b": ["Nome", "E-mail", "Celular"]}[kind]
    return p, xlsx({"Plan1": [h] + [[x.name] + ([x.email] if kind in "eb" else []) + ([x.phone(i + first)] if kind in "wb" else []) for i, x in enumerate(p)]})


def W(channel, area, cat, n=None, subj=None, alt=(), rej=0, dup=0, aud="specific", missing=(), acc=None, **kw):
    """what a careful assistant concludes"""
    w = dict(channel={"e": ["email"], "w": ["whatsapp"], "b": ["email", "whatsapp"], "": []}[channel], audience=aud, area=area, category=cat, message_subject=subj, missing=list(missing), dispatch=not missing)
    if n is not None:
        w.update(recipients=n, rejected=rej, duplicates=dup)
    if channel == "b" and n is not None and "recipients_by_channel" not in kw:
        w.update(recipients_by_channel={"email": n, "whatsapp": n}, rejected_by_channel={"email": 0, "whatsapp": 0})
    a = dict(acc or {})
    if alt:
        a["category"] = list(alt)
    if a:
        w["accept"] = a
    w.update(kw)
    return w


def ack(p, subj, at, to):
    return ask(p, "Solicitação recebida", at, to, f"Olá! O pedido entrou com o número {p}.\n\nAssunto: {subj}\n\nO resultado chegará nesta mesma conversa.")


def okask(p, subj, n, at):
    return ask(p, f"Para aprovação: {subj}", at, HELGA, f"Prezada Presidente,\n\nA prévia do envio {p} está pronta ({n} destinatários). Responda APROVO para liberar ou NÃO APROVO para devolver à área.")


def paras(text):
    return "".join(f"<p class=MsoNormal>{inline_html(x) or '&nbsp;'}</p>" for x in text.split("\n"))


def form(rows):
    """a table whose cells hold whole paragraphs"""
    td = "<td valign=top style='border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'>"
    return ("raw", "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>" + "\n".join("<tr>" + "".join(td + paras(c) + "</td>" for c in r) + "</tr>" for r in rows) + "</table>", "\n\n".join("\n\n".join(r) for r in rows))


def winmail(title, lines, files):
    """an Outlook rich-text mail: plain text and winmail.dat"""
    return dict(att=[f("winmail.dat", tnef(title, "\n\n".join(lines).replace("\n", "\r\n"), files))], plain_only=True, _paras=lines)


def fwd(frm, at, to, subject, *body):
    name, addr = frm.rstrip(">").split(" <")
    return dict(name=name, addr=addr, at=at, to=to, subject=subject, body=[b if not isinstance(b, T) else b.nodes() for b in body])


def mass(at, subject, *body):
    return dict(PRES, at=at, to="undisclosed-recipients:;", subject=subject, body=list(body))


def mails():
    IDS.update(KNOWN)
    first()


def first():
    # ---------------------------------------------------------------- g001-g024: August
    p, x = lst("001", 9, "w", ["Beneficiário(a)", "Fone"])
    mail("g001", "request", "outlook", IVONETE, "Memorando 041/2026 – estudantes", "2026-08-10 10:04", ["MEMORANDO Nº 041/2026 – GEPREV/PENSÕES", "Joinville, 10 de agosto de 2026.", "À Assessoria de Relacionamento", "1. Cumprimentando-a, informo que a conferência semestral apontou pensionistas universitários sem comprovação de matrícula.",
         "2. Requeiro seja expedida, pelo aplicativo WhatsApp, aos 9 (nove) nomes da relação que acompanha este memorando, a comunicação do quadro:", T("Olá! Para manter a sua pensão de estudante, precisamos do comprovante de matrícula do segundo semestre.\n\nMande o documento pelo Portal, em \"Meus pedidos\", ou deixe uma cópia no balcão até 28 de agosto.", "box"), "3. Sendo o que havia a tratar, subscrevo-me."], sig=S_IVONETE, att=[f("anexo memorando 041.xlsx", x)],
         traps=["numbered memo; place and date are the memo's"], why="All stated; the box is the message.", want=W("w", "gerencia-previdencia", "recadastramento", 9, alt=["andamento", "orientacao"]))

    p, x = lst("002", 6, "w", ["quem", "numero"])
    mail("g002", "request", "samsung", LUAN, "zap grupo coluna", "2026-08-10 11:40", ["Nádia. Zap. Os 6 da planilha. Pode ser já.", ">>>", T("O grupo da coluna muda para o salão de baixo nesta quinta, no mesmo horário. Venha de roupa leve e traga a sua garrafinha."), "<<<"], att=[f("coluna.xlsx", x)],
         traps=["telegraphic; arrows frame the text"], why="All stated.", want=W("w", "pericia-medica", "evento", 6, alt=["atendimento", "pericia", "orientacao", "institucional"]))

    p = people("g003", 7)
    rows = [["servidor", "correio eletrônico", "plano"]] + [[q.name, q.email if i != 4 else q.email.upper(), "odonto"] for i, q in enumerate(p)] + [[p[1].name, p[1].email, "odonto"], ["Benta Machado Uber", "não possui", "odonto"]]
    mail("g003", "request", "owa", KELI, "Plano odontológico", "2026-08-10 15:22", ["Nádia,", "Segue o que combinamos por telefone com a operadora. É por mala direta eletrônica, para quem está na planilha odonto. Vai com o título «Plano odontológico: nova data de desconto».", "8< - - - - - recorte aqui - - - - -", T("Caro titular do plano odontológico,\n\nA mensalidade passará a ser descontada no contracheque do próprio mês, e não mais no do mês seguinte.\n\nEm setembro, por causa da virada, haverá dois descontos. Se preferir parcelar o segundo, responda a esta mensagem até 20/08."), "8< - - - - - até aqui - - - - -", "A operadora pediu cópia do que for enviado, eu mesma mando depois."], sig=S_KELI, att=[f("odonto.csv", csv(rows))],
         traps=["cut marks", "the last line is an aside", "one address twice, one row without"], why="Seven addresses; one row has none, one repeats.", want=W("e", "gerencia-financeira", "pagamento", 7, "Plano odontológico: nova data de desconto", rej=1, dup=1, alt=["orientacao"]))

    p, x = lst("004", 8)
    t = "Prezado procurador, prezada procuradora,\n\nA procuração registrada em nosso cadastro vale por um ano.\n\nConfira a data de validade no Portal e, se ela estiver próxima, traga uma nova ao atendimento."
    mail("g004", "request", "outlook", RAFAELA, "Formulário de divulgação – procuradores", "2026-08-11 08:31", [form([["Meio", "E-mail"], ["Destinatários", "Os 8 procuradores da planilha que segue com este formulário"], ["Título", "Validade da procuração"], ["Mensagem", t], ["Quando", "Assim que possível"], ["Aprovado por", "Jair Demarchi"]])], sig=S_RAFAELA, att=[f("procuradores ativos.xlsx", x)],
         traps=["the whole request is a table; the last row says 'Aprovado'"], why="The cell beside 'Mensagem' is the text.", want=W("e", "gerencia-financeira", "orientacao", 8, "Validade da procuração", alt=["recadastramento", "pagamento"], message_text=t))

    p, x = lst("005", 5)
    t = "Prezada senhora, prezado senhor,\n\nO acordo na ação do reajuste de 1994 foi homologado. Quem deseja aderir deve assinar o termo na sede até 11 de setembro.\n\nQuem já recebeu por outra ação não precisa vir."
    mail("g005", "request", "thunderbird", OTAVIO, "Fwd: redação acordo 1994", "2026-08-11 10:12", ["Bom dia, Nádia! A procuradoria mandou a redação, é a que está aí embaixo depois dos dois pontos. Por e-mail, aos cinco autores do arquivo. Assunto da mensagem: Acordo na ação de 1994"], sig=S_OTAVIO, fwd=True,
         quoted=fwd("Procuradoria Municipal <procuradoria@prefeitura.example>", "2026-08-10 18:03", "Otávio Bressan <otavio.bressan@ipreville.example>", "redação acordo 1994", "Otávio, conforme conversamos, sugiro dizer aos autores o seguinte:", T(t), "Se quiser mudar algo, me avise antes, porque a redação foi acertada com a juíza.", "Dr. Anselmo Rech\nProcurador"), att=[f("autores 1994.xlsx", x)],
         traps=["text in the forwarded mail of another office, between two remarks"], why="Only what is said to the authors.", want=W("e", "gerencia-previdencia", "andamento", 5, "Acordo na ação de 1994", alt=["pagamento", "orientacao"], message_text=t))

    p, x = lst("006", 5, "w")
    mail("g006", "request", "iphone", SOLANGE, "horta", "2026-08-11 12:09", [T("Bom dia, turma da horta! As mudas de alface chegaram e estão na estufa. Quem quiser pode buscar hoje das 13h às 16h, até acabar."), "👆 isso vai no zap dos 5 da horta q estão no anexo. Tem q ser antes das 13 senão nem adianta. Valeu!"], att=[f("horta.xlsx", x)],
         traps=["text first, instruction after", "'hoje' is in the text"], why="At once; the emoji points up.", want=W("w", "gerencia-administrativa", "evento", 5, alt=["atendimento", "institucional", "orientacao"]))

    t = "Perícia documental: como funciona\n\nSenhora segurada, senhor segurado,\n\nO seu pedido será analisado somente pelos documentos, sem consulta presencial.\n\nVerifique se já entregou:\n- o atestado com a data e o nome da doença por extenso;\n- os exames dos últimos seis meses;\n- a receita em uso.\n\nO resultado sai em até 20 dias."
    p, x = lst("007", 6, "w", ["Periciando", "Telefone celular"])
    mail("g007", "request", "outlook", OSNI, "Perícia documental (WhatsApp)", "2026-08-11 14:47", ["Prezada Nádia, dois arquivos em anexo: o do Word é o que as pessoas vão ler, o do Excel diz quem são elas. São seis. Não há pressa, mas também não há por que esperar."], sig=S_OSNI, disc=D1, att=[f("pericia documental.docx", docx(t.replace("\n\n", "\n").split("\n"))), f("periciandos.xlsx", x)],
         traps=["text in Word with a title line and a list"], why="The text is in the Word file; at once.", want=W("w", "pericia-medica", "pericia", 6, alt=["andamento", "orientacao"], message_text=t))

    mail("g008", "request", "apple", YASMIN, "Seresta na praça", "2026-08-11 16:30", ["Oi, Nádia!! Tudo certo por aí?", "A arte da seresta ficou pronta (JPG em anexo) e é pra base inteira, pelo whats. A imagem já diz quase tudo, então a única linha que acompanha é esta:", T("Sexta tem seresta na praça, às 19h, com entrada franca. Chame um amigo e venha cantar!"), "Ah, e depois me conta quantas pessoas receberam? É pro relatório do estágio 😅"], sig=S_YASMIN, att=[f("seresta.jpg", image("JPEG"))],
         traps=["'a única linha que acompanha'; an aside after"], why="General, the picture goes.", want=W("w", "comunicacao", "evento", aud="general", alt=["institucional"], attachments_to_send=["seresta.jpg"]))

    p, x = lst("009", 7)
    good = "Prezado(a) beneficiário(a),\n\nA folha suplementar de agosto será paga no dia 21 e contempla apenas as revisões deferidas até 31 de julho.\n\nO demonstrativo estará no Portal na véspera do crédito."
    mail("g009", "request", "outlook", JAIR, "Folha suplementar - aviso por e-mail", "2026-08-12 09:18", ["Nádia,", "Aos sete da lista, por favor. Assunto: Folha suplementar de agosto", "Redação:", T(good.replace("no dia 21", "no dia 20")), "-----", "Corrijo antes de mandar: na redação acima, onde se lê \"no dia 20\", leia-se \"no dia 21\". O banco acabou de confirmar."], sig=S_JAIR, att=[f("suplementar agosto.xlsx", x)],
         traps=["onde se lê ... leia-se in the same mail", "text not contiguous"], why="The correction belongs to the request; the old day must not go out.", want=W("e", "gerencia-financeira", "pagamento", 7, "Folha suplementar de agosto", message_text=good, acc={"dispatch": [True, False], "missing": [[], ["message_text"]], "message_text": [None]}))

    p = people("g010", 6)
    mail("g010", "request", "zimbra", ELISEU, "Divulgar comunicado aos pensionistas", "2026-08-12 10:55", ["Senhora Assessora,", "Divulgar, por correio eletrônico, somente às seis pensões da relação abaixo, escrevendo no campo assunto \"Guarda compartilhada e pensão\":", T("COMUNICADO AOS RESPONSÁVEIS\n\nA pensão de filho menor é depositada em nome de quem detém a guarda.\n\nCaso a guarda tenha mudado:\n- apresente a decisão do juiz;\n- informe a nova conta;\n- assine o termo de responsabilidade.\n\nSem esses papéis, o depósito continua como está."), "RELAÇÃO", "\n".join(f"{i}. {q.name} <{q.email}>" for i, q in enumerate(p, 1)), "Respeitosamente,"], sig=S_ELISEU,
         traps=["title line in capitals belongs to the text, 'RELAÇÃO' does not"], why="The numbered lines are the list.", want=W("e", "gerencia-previdencia", "orientacao", 6, "Guarda compartilhada e pensão", alt=["recadastramento", "pagamento", "andamento"]))

    p = people("g011", 4)
    mail("g011", "request", "gmail", STEIN, "Visita dos conselheiros à carteira de imóveis", "2026-08-12 20:14", ["Prezados, boa noite.", "Comuniquem, via e-mail, " + "; ".join(f"{q.name} ({q.email})" for q in p) + ", do que segue entre aspas, e mais ninguém:", T("Prezado conselheiro, a visita aos imóveis do fundo ocorrerá em 26 de agosto. O micro-ônibus parte da sede às 8h30 e volta ao meio-dia. Confirme a presença com a secretaria até a véspera.", "guillemets"), "Com apreço,"], sig=S_STEIN, auth="ext",
         traps=["list in the running sentence; text in guillemets"], why="The member's own address is in the area; DMARC passes.", want=W("e", "conselho-fiscal", "evento", 4, "Visita dos conselheiros à carteira de imóveis", alt=["prestacao-de-contas", "institucional", "orientacao"]))

    p, x = lst("012", 10, "b")
    mail("g012", "request", "owa", ODAIR, "Cadastro de mesários", "2026-08-13 09:02", ["Nádia, bom dia.", "Os dez mesários do arquivo precisam saber do treinamento. Redijo assim:", T("Prezado mesário, o treinamento da eleição será no dia 2 de setembro, às 14h30, na sala dos conselhos. Leve a carta de convocação.", "indent"), "Fica a seu critério a hora do envio."], sig=S_ODAIR, att=[f("mesarios.xlsx", x)],
         traps=["the sheet has both contacts, the mail names no channel"], why="Channel not said.", want=W("", "conselho-administrativo", "eleicao", missing=["channel"], alt=["evento"], acc={"recipients": [None, 10], "rejected": [None, 0], "duplicates": [None, 0], "message_subject": [None, "Cadastro de mesários"], "missing": [["channel"], ["channel", "message_subject"]]}))

    mail("g013", "request", "outlook", VILMAR, "Elevador parado", "2026-08-13 11:25", ["Bom dia Nádia", "Avise por e-mail o pessoal de costume, a mesma relação que mandei para a dedetização do ano passado, que deve estar salva aí com vocês.", "O título: Elevador em manutenção", "E o corpo:", T("O elevador da sede ficará parado de 17 a 21 de agosto.\n\nQuem usa cadeira de rodas ou tem dificuldade com escadas será atendido na sala 1, no térreo. Basta avisar o vigilante."), "Agradecido,"], sig=S_VILMAR,
         traps=["'a mesma relação' of another year"], why="Which list is not said and none came: ask.", want=W("e", "gerencia-administrativa", "atendimento", None, "Elevador em manutenção", missing=["recipients"], alt=["orientacao"]))

    p, x = lst("014", 6, "w")
    mail("g014", "request", "android-outlook", OTAVIO, "tempo especial - zap", "2026-08-13 18:44", ["Nadia manda amanha cedinho, 7 e meia, pros 6 do excel q ta junto. no whatts", T("O formulário do seu tempo especial voltou da prefeitura com erro no cargo. Passe no balcão para conferir antes de reenviarmos."), "obrigdo!!"], att=[f("tempo especial.xlsx", x)],
         traps=["typos, hour in words, relative day"], why="14/08/2026, 7:30.", want=W("w", "gerencia-previdencia", "andamento", 6, send_at="2026-08-14T07:30"))

    p, x = lst("015", 5)
    a = "Sua opinião vale muito! Responda à pesquisa sobre o novo aplicativo e ajude a melhorar o que você usa todo mês."
    b = "Prezado(a) usuário(a),\n\nVocê foi sorteado para avaliar o novo aplicativo. São cinco perguntas, e as respostas não são identificadas.\n\nO questionário fica aberto até 30 de agosto em https://avalia.ipreville.example\n\nEquipe de Comunicação"
    mail("g015", "request", "outlook", BIANCA, "Avaliação do aplicativo", "2026-08-14 09:40", ["Nádia querida,", "Fiz duas versões para a avaliação do aplicativo, a diretoria ficou com a B. Deixo a A só para você ver como era.", "Versão A", T(a, "color:#7F7F7F"), "Versão B", T(b), "Enviar a B por e-mail para os cinco sorteados (planilha). No assunto: Você foi sorteado para nos avaliar", "Beijos,"], sig=S_BIANCA, att=[f("sorteados.xlsx", x)],
         traps=["two versions, the second was chosen"], why="B, not A.", want=W("e", "comunicacao", "pesquisa", 5, "Você foi sorteado para nos avaliar", message_text=b))

    t = "Prezado segurado, a taxa de 3% cobrada na portabilidade do seu empréstimo foi indevida. O banco devolverá o valor em até dez dias úteis, sem que seja preciso pedir."
    p = people("g016", 5)
    mail("g016", "request", "winmail", KELI, "portabilidade - whatsapp", "2026-08-14 11:33", [], **winmail("portabilidade - whatsapp", ["Nádia, pelo WhatsApp, aos cinco que estão no xls (vai dentro deste mesmo e-mail).", "Dizer:", t, "Grata pela ajuda de sempre,", "Keli"], [("taxa 3.xls", xls([["NOME", "CEL"]] + [[q.name, q.phone(i)] for i, q in enumerate(p)]))]),
         traps=["winmail.dat with an old .xls"], why="Rich-text mail; the list is inside.", want=W("w", "gerencia-financeira", "pagamento", 5, message_text=t, list_source="winmail.dat/taxa 3.xls"))

    p, x = lst("017", 6, "b")
    mail("g017", "request", "outlook", GRAZIELA, "Código de conduta", "2026-08-14 15:10", ["Nádia, boa tarde!", "Encaminho, para remessa por e-mail aos gestores da lista, o código de conduta em PDF e o recado que o acompanha, que vai depois do traço.", ("hr",), T("Gestoras e gestores,\n\nO novo Código de Conduta entra em vigor em 1º de setembro. Leiam-no com as suas equipes e devolvam o termo de ciência, que está na última página, assinado por todos.\n\nControle Interno do Ipreville"), ("hr",), "Assunto sugerido: Novo Código de Conduta – leitura obrigatória", "P.S.: A lista tem telefones particulares, peço que não saia daí."], sig=S_GRAZIELA, att=[f("Código de Conduta 2026.pdf", pdf(["Codigo de Conduta"])), f("gestores.xlsx", x)],
         traps=["subject suggested after the text", "postscript"], why="The PDF goes, the list stays.", want=W("e", "controle-interno", "orientacao", 6, "Novo Código de Conduta – leitura obrigatória", alt=["prestacao-de-contas", "institucional"], attachments_to_send=["Código de Conduta 2026.pdf"]))

    # -------------------------------------------------- answers and returns
    p = people("g018", 4)
    mail("g018", "reply-to-request", "outlook", VILMAR, "RES: [AR-2026-0305] Falta a lista de destinatários", "2026-08-10 16:20", ["Nádia, são só estes quatro setores:", "\n".join(f"{s} ({q.name}): {q.email}" for s, q in zip(["Protocolo", "Biblioteca", "Almoxarifado", "Cedoc"], p)), "Pode tocar."], sig=S_VILMAR, reply_to="ack0305", quoted=ask("AR-2026-0305", "Falta a lista de destinatários", "2026-08-10 15:50", VILMAR, "O pedido AR-2026-0305 veio sem a lista. Quem deve receber a mensagem?"),
         traps=["list typed as 'setor (pessoa): endereço'"], why="The list.", want=dict(area="gerencia-administrativa", recipients=4, rejected=0, duplicates=0, relates_to="AR-2026-0305", effect="completes", dispatch=True))
    mail("g019", "approval", "owa", HELGA, "RES: [AR-2026-0308] Para aprovação: Parecer do primeiro semestre", "2026-08-12 19:31", ["Li e está conforme. Libere-se."], sig=S_HELGA, reply_to="ok0308", quoted=okask("AR-2026-0308", "Parecer do primeiro semestre", 88, "2026-08-12 17:00"), why="Consent in other words.", want=dict(area="gabinete", relates_to="AR-2026-0308", dispatch=True))
    mail("g020", "cancellation", "android-outlook", JAIR, "RES: [AR-2026-0307] Solicitação recebida", "2026-08-11 17:12", ["O Conselho voltou atrás nas regras, então esse e-mail da margem perdeu o sentido. Podem arquivar o pedido sem mandar nada. Abs"], reply_to="ack0307", quoted=ack("AR-2026-0307", "Margem consignável – novas regras", "2026-08-11 17:04", JAIR), traps=["no word of cancelling"], why="Nothing shall go.", want=dict(area="gerencia-financeira", relates_to="AR-2026-0307", dispatch=False))
    mail("g021", "insured-reply", "gmail-app", "Guiomar Retzlaff <guiomar.retzlaff@webmail.example>", "Re: Demonstrativo do adiantamento do 13º", "2026-08-10 20:48", ["Boa noite, no meu demonstrativo não aparece o desconto do plano de saúde. Isso vai vir tudo junto em dezembro? Podem conferir e me mandar certo? Matrícula 20417"], to=[PRESID], auth="ext", reply_to="0302m", quoted=mass("2026-08-10 14:30", "Demonstrativo do adiantamento do 13º", "Prezado(a) beneficiário(a),", "O demonstrativo do adiantamento está no Portal."), traps=["'me mandar'"], why="To the finance department.", want=dict(relates_to="AR-2026-0302"))
    r = people("g022", 2)
    mail("g022", "delivery-receipt", "receipt", MSX, "Não é possível entregar: Demonstrativo do adiantamento do 13º", "2026-08-10 14:34", [], to=[PRESID], envelope="", headers=[("Auto-Submitted", "auto-replied")],
         raw_root=dsn("g022", "Falha na entrega a estes destinatários ou grupos:\n\n" + "\n".join(q.email for q in r) + "\n\nO domínio do destinatário não existe ou não aceita mensagens.\n", [(q.email, "failed", "5.1.2", "550 5.1.2 Host unknown") for q in r], "2026-08-10 14:33", "ar-2026-0302.mail1@ipreville.example", html="<p>Falha na entrega</p>", subject="Demonstrativo do adiantamento do 13º"),
         traps=["two recipients in one notice"], why="Both failed.", want=dict(relates_to="AR-2026-0302", receipt={"action": "failed", "recipients": [q.email for q in r]}))
    mail("g023", "call-center-report", "roundcube", CALL, "Re: [AR-2026-0304] Pacote para envio por WhatsApp", "2026-08-12 15:05", ["Oi, boa tarde!", "Junta itinerante encerrada. Dos 57 números que vocês passaram, 49 receberam (31 já abriram) e 8 voltaram como número inexistente."], sig=S_ELO, auth="ext", reply_to="cc0304", quoted=ask("AR-2026-0304", "Pacote para envio por WhatsApp", "2026-08-11 10:10", CALL, "Segue o pacote com 57 contatos. Pedimos o relatório ao final."),
         traps=["figures in a sentence"], why="Complete.", want=dict(relates_to="AR-2026-0304", report={"complete": True, "sent": 57, "delivered": 49, "read": 31, "failed": 8}))
    mail("g024", "unauthorized", "outlook", "Sindicato dos Servidores <diretoria@sindicato.example>", "Pedido de divulgação – assembleia da categoria", "2026-08-13 14:02", ["Prezados,", "Em nome da diretoria do sindicato, pedimos a gentileza de repassar, pelo WhatsApp do Instituto, a todos os aposentados:", T("Companheiros, a assembleia da data-base será no sábado, às 9h, no ginásio. A sua presença decide!"), "Saudações sindicais,"], sig=["Rogério Poffo", "Secretário-geral"], auth="ext", traps=["complete, polite, authenticated, but no area"], why="Third party without the right to ask.", want=dict(reason="third party", accept={"class": ["unrelated"], "reason": [None]}))
