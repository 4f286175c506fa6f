"""Half k: the same office, September 2025 to January 2026, as the hand of the given half would have gone on: other people, other errands."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2025-0241", "pericia-medica", "saude@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Consulta de retorno – readaptação", "2025-09-02T09:10", 36),
    request("AR-2025-0242", "gerencia-financeira", "keli.borba@ipreville.example", ["email"], "specific", "sent", "Recálculo do adicional por tempo de serviço", "2025-09-02T14:20", 268),
    request("AR-2025-0243", "gabinete", "gabinete@ipreville.example", ["whatsapp"], "general", "waiting-report", "Consulta sobre o novo site", "2025-09-03T09:30", 4890),
    request("AR-2025-0244", "gerencia-previdencia", "marlise.kuhnen@ipreville.example", ["email", "whatsapp"], "specific", "waiting-approval", "Regras da pensão por morte", "", 1130),
    request("AR-2025-0245", "comunicacao", "bianca.raulino@ipreville.example", ["email"], "specific", "waiting-data", "Café da manhã dos noventa anos", "", None, ["recipients"]),
    request("AR-2025-0246", "conselho-fiscal", "conselhofiscal@ipreville.example", ["email"], "specific", "waiting-approval", "Apreciação do balancete de julho", "", 64),
    request("AR-2025-0247", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["email"], "specific", "sent", "Troca de senha do Portal do Segurado", "2025-09-04T10:05", 1745),
    request("AR-2025-0248", "gerencia-previdencia", "otavio.bressan@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Declaração anual de união estável", "2025-09-04T15:40", 154),
    request("AR-2025-0249", "gabinete", "helga.tiedt@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Ponto facultativo de outubro", "", 4890),
    request("AR-2025-0250", "pericia-medica", "lenita.hostin@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Junta médica – segunda chamada", "2025-09-05T08:20", 21),
]
ACKS = {f"ack{n}": f"ar-2025-{n}.ack@ipreville.example" for n in ("0241", "0242", "0243", "0244", "0245", "0247", "0248", "0250")} | {f"cc{n}": f"ar-2025-{n}.cc@ipreville.example" for n in ("0241", "0243", "0248", "0250")} | {f"ok{n}": f"ar-2025-{n}.ok@ipreville.example" for n in ("0244", "0246", "0249")} | {f"{n}m": f"ar-2025-{n}.mail1@ipreville.example" for n in ("0242", "0247")}
DIRLEI = "Dirlei Coutinho <dirlei.coutinho@ipreville.example>"
MIRELA = "Mirela Stahnke <mirela.stahnke@saude.ipreville.example>"
DIEGO = "Diego Furtado <envios@callcenter.example>"
ALINE = "Aline Prates <aline.prates@callcenter.example>"
S_CLEUSA = ["Cleusa Rozza", "Técnica de Contabilidade", "Gerência Financeira - Ipreville", "(47) 3400-0023"]
S_FABIO = ["Fábio Nuernberg", "Folha de Pagamento", "Gerência Financeira - Ipreville", "(47) 3400-0025"]
S_ADRIANE = ["Adriane Pfau", "Analista Previdenciária", "Gerência de Previdência - Ipreville", "(47) 3400-0014"]
S_LUAN = ["Luan Hillesheim", "Agente Administrativo", "Gerência de Previdência - Ipreville", "(47) 3400-0016"]
S_EVANDRO = ["Evandro Tillmann", "Chefe do Setor de Atendimento", "Gerência Administrativa - Ipreville", "(47) 3400-0032"]
S_JANETE = ["Janete Crespi", "Recepção", "Gerência Administrativa - Ipreville"]
S_BRUNO = ["Bruno Kressin", "Assistente Social", "Perícia Médica e Saúde do Servidor - Ipreville", "(47) 3400-0045"]
S_MIRELA = ["Mirela Stahnke", "Fisioterapeuta", "Saúde do Servidor"]
S_PATRICIA = ["Patrícia Volkmann", "Controle Interno", "Ipreville - (47) 3400-0052"]
S_NIVALDO = ["Nivaldo Schramm", "Secretário", "Conselho Administrativo do Ipreville"]
S_DULCE = ["Dulce Heinig", "Secretaria do Conselho Fiscal", "Ipreville"]
S_LEANDRO = ["Leandro Vicenzi", "Assessor de Gabinete", "Gabinete da Presidência - Ipreville", "(47) 3400-0003"]
S_THAIS = ["Thaís Demmer", "Designer", "Comunicação - Ipreville", "(47) 3400-0063"]
S_DIEGO = ["Diego Furtado", "Elo Atendimento"]
S_ALINE = ["Aline Prates", "Qualidade e Relatórios | Elo Atendimento"]
LEGAL = "AVISO DE CONFIDENCIALIDADE: esta mensagem é destinada exclusivamente ao seu destinatário e pode conter dados pessoais. Se você a recebeu por engano, pedimos que desconsidere o conteúdo, cancele qualquer reprodução e informe o remetente."


def mails_of(p, head=("Nome", "CPF", "E-mail")):
    return [list(head)] + [[x.name, x.cpf, x.email][:len(head) - 1] + [x.email] if len(head) == 3 else [x.name, x.email] for x in p]


def both_of(p, head=("Nome", "E-mail", "Celular")):
    return [list(head)] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]


def ack(protocol, subject, at, to):
    return ask(protocol, "Solicitação recebida", at, to, f"Olá! Recebemos a sua solicitação e ela foi registrada com o número {protocol}.\n\nAssunto: {subject}\n\nVocê será avisado(a) quando o envio for concluído.")


def preview(protocol, subject, at, who):
    return ask(protocol, f"Para aprovação: {subject}", at, HELGA, f"Prezada Presidente,\n\nSegue a prévia do envio {protocol} ({who}). Responda APROVO para liberar ou NÃO APROVO para devolver à área.")


def mails():
    IDS.update(ACKS)
    requests()
    held()
    answers()
    notices()
    outside()


def requests():
    p = people("k001", 13)
    rows = mails_of(p[:11]) + [[p[11].name, p[11].cpf, p[11].email.replace("@", ".")], [p[12].name, p[12].cpf, None], [p[3].name, p[3].cpf, p[3].email.upper()]]
    mail("k001", "request", "outlook", FIN, "Solicitação de disparo de e-mail - isenção de IR", "2025-09-01 13:22",
         ["Nádia, boa tarde! Tudo bem por aí?", "Gostaria de solicitar o disparo do e-mail que segue aos aposentados da planilha em anexo, cujo laudo de isenção vence ainda neste semestre.", "Assunto: Isenção de IR – renove o seu laudo até 31/10", "Corpo do e-mail:",
          T("Prezado(a) aposentado(a),\n\nO laudo que garante a sua isenção do Imposto de Renda vence neste semestre.\n\nPara que o desconto não volte a ser feito na folha de novembro, agende a renovação até 31/10/2025 pelo telefone (47) 3400-0042 e traga o relatório do seu médico.\n\nAtenciosamente,\nGerência Financeira\nIpreville"), "Muito obrigada e bom trabalho,"], sig=S_CLEUSA, logo=True, disc=LEGAL, att=[f("Laudos a vencer.xlsx", xlsx({"Plan1": rows}))],
         traps=["the message has its own closing before the requester's", "duplicate in capital letters", "one address without @, one empty", "disclaimer with 'desconsidere' and 'cancele'"], why="Everything is stated.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="imposto-de-renda", message_subject="Isenção de IR – renove o seu laudo até 31/10", recipients=11, rejected=2, duplicates=1, dispatch=True, accept={"category": ["pericia"]}, list_source="Laudos a vencer.xlsx"))

    p = people("k002", 8)
    slot = ["08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "11:20"]
    rows = [["NOME", "CPF", "CELULAR", "DATA", "HORA", "PERITO"]] + [[x.name, x.cpf, (p[6] if i == 7 else x).phone(i), "18/09/2025", slot[i], "Dra. Lenita" if i % 2 else "Dr. Amaro"] for i, x in enumerate(p)]
    rows.append(list(rows[3]))
    mail("k002", "request", "outlook", PERICIA, "WhatsApp - junta médica de 18/09", "2025-09-08 10:05",
         ["Bom dia!", "Encaminho a planilha da junta do dia 18 para envio por WhatsApp. Trocar o que está entre « » pelos dados de cada linha. Há um casal que usa o mesmo celular: são duas avaliações, portanto vão as duas mensagens.",
          T("Sr(a). «NOME»,\n\nA sua avaliação pela junta médica será no dia «DATA», às «HORA», com «PERITO», na sede do Ipreville.\n\nTraga documento oficial com foto e os exames que tiver em casa. Se não puder vir, ligue para (47) 3400-0042."), "Se possível, mandar o relatório até quarta.", "Atenciosamente,"], sig=S_BRUNO, att=[f("Junta 18-09.xlsx", xlsx({"Junta": rows}))],
         traps=["placeholders in guillemets, filled per person", "a couple shares a phone: no duplicate", "one row stands twice", "CPF column"], why="Per-person content; equal contact with other data is not a duplicate.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=8, rejected=0, duplicates=1, per_person=True, placeholders=["NOME", "DATA", "HORA", "PERITO"], never_forward_columns=["CPF"], dispatch=True, list_source="Junta 18-09.xlsx"))

    mail("k003", "request", "outlook", COM, "Site falso – aviso no WhatsApp", "2025-09-10 15:47",
         ["Oi, Nádia!", "Mais um site falso usando o nosso nome... Precisamos avisar toda a nossa base pelo WhatsApp. A arte está em anexo e a legenda é a do quadro:",
          T("🚨 CUIDADO COM SITE FALSO! 🚨\n\nO único endereço do Ipreville é www.ipreville.example. Não existe \"Ipreville Crédito\" e não vendemos empréstimo.\n\nNão informe a sua senha a ninguém. Na dúvida, ligue (47) 3400-0000.", "box"), "Se puder me avisa quando sair? Obrigada, beijo!"], sig=S_THAIS, logo=True, att=[f("arte_site_falso.jpg", image("JPEG", (600, 600)))],
         traps=["no list needed: the general contact file is used", "text inside a box, emoji", "the signature's logo is not the picture to send"], why="General notice with its picture.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="alerta", attachments_to_send=["arte_site_falso.jpg"], dispatch=True))

    p = people("k004", 4)
    mail("k004", "request", "gmail", STEIN, "Visita ao novo prédio", "2025-09-11 20:33",
         ["Boa noite a todos da Assessoria,", "Poderiam mandar por e-mail o convite que está mais abaixo? São estes os colegas:", "\n".join(f"{x.name} - {x.email}" for x in p[:4]) + f"\n{p[1].name.split()[0]} (o do trabalho) - {p[1].email.split('@')[0]}@serrana.example", "O convite:",
          T("Prezados colegas conselheiros,\n\nConvido-os para a visita técnica às obras do novo prédio, no dia 24/09/2025, às 9h. O encontro será no portão lateral.\n\nPeço que venham de sapato fechado; o capacete será fornecido no local.\n\nConselho Fiscal do Ipreville"), "Desde já agradeço a atenção de sempre.", "Um abraço,"], sig=["Valdemar Stein", "Conselheiro Fiscal - representante dos aposentados"], auth="ext",
         traps=["recipients typed in the body, one a line", "one colleague with a second address is named twice", "external address that is in the address book", "no explicit subject: the mail's own title serves"], why="Five addresses; all that is needed is there.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="evento", message_subject="Visita ao novo prédio", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional", "prestacao-de-contas"]}, list_source="body"))

    p = people("k005", 7)
    mail("k005", "request", "thunderbird", CI, "Pesquisa de controles - comunicado", "2025-09-12 09:18",
         ["Prezada Nádia,", "Solicito transmitir por correio eletrônico, sob o título \"Autoavaliação de controles 2025 - prazo de resposta\", o comunicado abaixo aos gestores constantes da planilha.",
          T("Senhores Gestores,\n\nO questionário de autoavaliação dos controles internos está disponível na intranet e deve ser respondido até 10 de outubro de 2025.\n\nAs unidades que não responderem serão incluídas na amostra da auditoria do quarto trimestre.\n\nDúvidas podem ser encaminhadas em resposta a este e-mail.", "marks:===== COMUNICADO =====|===== FIM ====="), "Atenciosamente,"], sig=S_PATRICIA,
         att=[f("Gestores das unidades.ods", ods([["Unidade", "Gestor(a)", "Correio eletrônico"]] + [[f"Unidade {i+1:02d}", x.name, x.email] for i, x in enumerate(p)] + [["Unidade 08", "(vago)", ""], ["Unidade 09", p[4].name, " " + p[4].email + ";"]]))],
         traps=["format=flowed", "subject between quotation marks inside a sentence", "'Correio eletrônico' as the head of the column", "one office vacant, one person in two offices"], why="Marks delimit the text.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Autoavaliação de controles 2025 - prazo de resposta", recipients=7, rejected=1, duplicates=1, dispatch=True, accept={"category": ["pesquisa", "orientacao"]}, list_source="Gestores das unidades.ods"))

    mail("k006", "request", "iphone", HELGA, "Aviso telefones", "2025-09-15 07:31",
         ["Nadia, passa por favor no whats de todos os segurados assim que chegar:", T("Informamos que os telefones do Ipreville estão sem funcionar desde ontem à noite por falha da operadora. Enquanto isso, fale conosco pelo e-mail atendimento@ipreville.example ou venha à sede das 8h às 14h."), "Obrigada querida"], to=[NADIA, ASSESSORIA],
         traps=["'assim que chegar' is at once", "e-mail address inside a text for WhatsApp", "no signature but the iPhone line"], why="General, at once.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", dispatch=True, accept={"category": ["alerta", "orientacao"]}))

    p = people("k007", 11)
    rows = [["GERÊNCIA FINANCEIRA – CONTAS ENCERRADAS PELO BANCO", None, None, None], [None] * 4, ["Matrícula", "Nome", "E-mail", "Celular"]]
    for i, x in enumerate(p):
        rows.append([x.matricula, x.name, "" if i in (2, 7) else "não tem" if i == 9 else x.email, x.landline() if i == 4 else None if i == 5 else x.phone(i)])
    mail("k007", "request", "outlook", JAIR, "Contas encerradas - aviso aos beneficiários", "2025-09-17 16:12",
         ["Nádia, boa tarde.", "O banco encerrou a conta de 11 beneficiários (lista anexa) e o crédito de setembro vai voltar se eles não informarem outra. Por segurança, solicito avisar cada um pelos dois meios, e-mail e WhatsApp, com a mesma mensagem.", "Título do e-mail: Sua conta foi encerrada – informe outra até 23/09", "Mensagem:",
          T("Prezado(a) beneficiário(a),\n\nO banco nos informou que a conta em que você recebe o seu benefício foi encerrada.\n\nInforme uma nova conta, em seu nome, até 23/09/2025, na sede do Ipreville ou pelo Portal do Segurado.\n\nO Ipreville não pede senha nem código.\n\nGerência Financeira – Ipreville"), "Att.,"], sig=["Jair Demarchi", "Gerente Financeiro", "Gerência Financeira - Ipreville", "(47) 3400-0020"], att=[f("Contas encerradas set25.xlsx", xlsx({"Lista": rows}))],
         traps=["two channels, each with its own holes in the list", "a title row and an empty row above the header", "a landline is no WhatsApp number"], why="Each of the eleven can be reached by at least one channel.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Sua conta foi encerrada – informe outra até 23/09", recipients=11, rejected=0, duplicates=0, recipients_by_channel={"email": 8, "whatsapp": 9}, rejected_by_channel={"email": 3, "whatsapp": 2}, dispatch=True, accept={"category": ["recadastramento"]}, list_source="Contas encerradas set25.xlsx"))

    p = people("k008", 9)
    tx = ["Convite – Roda de conversa", "Prezada servidora, prezado servidor,", "A Gerência Administrativa convida para a roda de conversa **Aposentei. E agora?**, com colegas que se aposentaram nos últimos dois anos.", "Data: 8 de outubro de 2025, às 14h", "Local: sala de treinamento do Ipreville, 2º andar", "Na ocasião serão abordados:", "- a rotina depois do último dia de trabalho;", "- o orçamento da casa;", "- trabalho voluntário.", "Confirme a presença até 3 de outubro, respondendo a este e-mail.", "Esperamos por você!"]
    mail("k008", "request", "outlook", ADM, "Roda de conversa - e-mail", "2025-09-18 11:27",
         ["Oi Nádia,", "Seguem o convite (em Word) e a planilha com os servidores para mandar por e-mail.", "Assunto: Convite para a roda de conversa de 8 de outubro", "Grato,"], sig=S_EVANDRO,
         att=[f("Convite roda de conversa.docx", docx(tx, header="IPREVILLE – Gerência Administrativa – versão final")), f("Servidores próximos da aposentadoria.xlsx", xlsx({"Lista": mails_of(p)}))],
         traps=["the text is in a .docx, with bold in the middle of a sentence, a list and a page header that is no text", "neither file is an attachment to send"], why="A person opens the Word file and copies the text.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Convite para a roda de conversa de 8 de outubro", message_text="\n\n".join(tx), recipients=9, rejected=0, duplicates=0, dispatch=True, list_source="Servidores próximos da aposentadoria.xlsx"))

    p = people("k009", 6)
    fw = "Prezado(a) novo(a) aposentado(a),\n\nA sua primeira folha como aposentado(a) será a de outubro, com crédito no dia 30.\n\nO plano de saúde e os empréstimos consignados não são transferidos automaticamente: procure a operadora e o banco antes do dia 15.\n\nSeja bem-vindo(a)!"
    mail("k009", "request", "android-outlook", JAIR, "ENC: Texto novos aposentados", "2025-09-22 18:54", ["Nádia, esse texto do Fábio pode mandar por e-mail pros novos aposentados da planilha, por favor. O assunto coloca \"Sua primeira folha como aposentado(a)\"."], fwd=True,
         quoted=dict(name="Financeiro - Ipreville", addr="financeiro@ipreville.example", at="2025-09-22 16:40", to="Jair Demarchi <jair.demarchi@ipreville.example>", subject="Texto novos aposentados", body=["Jair, boa tarde,", "Veja se o texto está bom. Se quiser tirar a parte do plano de saúde eu refaço.", fw, "Aguardo o teu retorno para repassar.", "Fábio Nuernberg\nFolha de Pagamento\nGerência Financeira - Ipreville"]),
         att=[f("aposentados setembro.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["the message is inside the forwarded mail of a colleague", "colleague's words before and after the text", "'Se quiser tirar a parte ...' is no instruction of the requester", "ENC:"], why="Only the paragraphs addressed to the insured are the message.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Sua primeira folha como aposentado(a)", message_text=fw, recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="aposentados setembro.xlsx"))

    p = people("k010", 8)
    lst = xlsx({"Plan1": phones_of(p, ("Aluno(a)", "WhatsApp"))})
    tx = "Informamos que as aulas de canto coral passam para as segundas-feiras, às 15h, a partir de 6 de outubro. A sala continua a mesma."
    mail("k010", "request", "owa", SOLANGE, "Coral - mudança de dia (whatsapp)", "2025-09-24 09:40", ["Bom dia, Nádia!", "Enviar via WhatsApp aos alunos do coral, conforme lista anexa:", T(tx), "Obrigada."], sig=["Solange Fiedler", "Gerente Administrativa", "Gerência Administrativa - Ipreville", "(47) 3400-0030"], att=[f("coral.xlsx", lst)],
         traps=["the first of two equal requests"], why="First copy counts.", want=dict(channel=["whatsapp"], audience="specific", area="gerencia-administrativa", category="evento", recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "atendimento"]}, list_source="coral.xlsx"))
    mail("k011", "request", "outlook", ADM, "Coral - mudança de dia (whatsapp)", "2025-09-24 09:52", ["Bom dia, Nádia!", "Enviar via WhatsApp aos alunos do coral, conforme lista anexa:", T(tx), "Obrigada."], sig=S_JANETE, att=[f("coral.xlsx", lst)],
         traps=["the same request from the shared mailbox of the area, twelve minutes later"], why="Second copy must not be sent again.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-administrativa", category="evento", recipients=8, rejected=0, duplicates=0, duplicate_of="k010", dispatch=False, accept={"category": ["orientacao", "atendimento"]}, list_source="coral.xlsx"))

    p = people("k012", 7)
    mail("k012", "request", "apple", BIANCA, "Exposição de orquídeas no whats", "2025-09-26 10:15", ["Nádia, bom dia! Para o grupo dos voluntários (csv anexo), no WhatsApp, com o cartaz:", T("A exposição de orquídeas dos aposentados abre no dia 3 de outubro, às 10h, no saguão do Ipreville. Entrada gratuita. Venha e traga a família! 🌸"), "Beijo, Bia"],
         att=[f("cartaz exposição.tif", image("TIFF")), f("voluntarios.csv", csv([["nome", "whatsapp"]] + [[x.name, x.e164] for x in p], sep=",", enc="utf-8", bom=True, eol="\n"))],
         traps=["TIFF is no picture for WhatsApp", "csv utf-8 with BOM and commas", "signature in the line of the closing"], why="Step 24: the picture must be made to fit before it goes.",
         want=dict(channel=["whatsapp"], audience="specific", area="comunicacao", category="evento", recipients=7, rejected=0, duplicates=0, attachments_to_send=["cartaz exposição.tif"], media_to_convert=["cartaz exposição.tif"], dispatch=True, accept={"dispatch": [True, False]}, list_source="voluntarios.csv"))

    p = people("k013", 6)
    mail("k013", "request", "outlook", OTAVIO, "Certidão de tempo de contribuição", "2025-09-30 14:08",
         ["Nádia, boa tarde.", "Estes são os segurados cujas certidões ficaram prontas:", ("table", [["Protocolo", "Requerente", "Celular"]] + [[f"{3100+i}/2025", x.name, x.phone(i) if i != 3 else "não tem celular"] for i, x in enumerate(p)]), "Mandar para eles, por WhatsApp, a seguinte mensagem:",
          T("Boa tarde.\n\nA sua Certidão de Tempo de Contribuição está pronta. Retire-a no Ipreville, no guichê 2, das 8h às 14h, com documento de identidade. Procuração somente com firma reconhecida."), "Quem não buscar em 30 dias eu mando pelo correio.", "Abraço,"], sig=["Otávio Bressan", "Analista Previdenciário", "Gerência de Previdência - Ipreville", "(47) 3400-0011"],
         traps=["recipients in an HTML table of the body", "the message starts with the greeting that the mail starts with", "a sentence of the requester after the text", "one person without a mobile"], why="The table is the list.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=5, rejected=1, duplicates=0, dispatch=True, accept={"category": ["atendimento", "orientacao"]}, list_source="body-table"))

    mail("k014", "request", "outlook", KELI, "WhatsApp geral - mudança no crédito de janeiro", "2025-12-22 16:44", ["Nádia,", "Deixar programado para o dia 08/01, às 7h30, pelo WhatsApp, a todos os segurados (não soltar antes, por favor, porque o site só muda no dia 7):",
         T("Bom dia! A partir de janeiro, o crédito dos benefícios passa a ser feito até as 10h do último dia útil – antes era ao meio-dia. Consulte o calendário no site, menu “Pagamentos”."), "Boas festas para você e para a família!"], sig=["Keli Cristina Borba", "Contadora", "Gerência Financeira - Ipreville", "(47) 3400-0021"], charset="iso-8859-1",
         traps=["08/01 without year, written on 22 December: next year", "counts in the tab of the year in which it is sent", "'Boas festas' is for Nádia", "declared iso-8859-1, in truth Windows-1252"], why="Date in the future, next year.",
         want=dict(channel=["whatsapp"], audience="general", area="gerencia-financeira", category="pagamento", send_at="2026-01-08T07:30", dispatch=True))

    p = people("k015", 15)
    mail("k015", "request", "outlook", PREV, "Compensação previdenciária", "2025-10-01 10:50", ["Bom dia!", "Favor encaminhar por e-mail ao pesoal do segundo lote (na planilha, aba Lote 2; o primeiro já foi avisado em agosto), com o texto a seguir:", T("O seu processo de compensação previdenciária foi concluído. O tempo averbado já consta da sua ficha funcional e pode ser conferido no Portal do Segurado."), "Assunto do e-mail: Compensação previdenciária concluída", "Muito obrigado!"], sig=S_LUAN,
         att=[f("COMPREV 2025.xlsx", xlsx({"Lote 1": mails_of(p[:9]), "Lote 2": mails_of(p[9:])}))], traps=["the first sheet is the wrong one", "subject comes after the text"], why="The mail names the sheet.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Compensação previdenciária concluída", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="COMPREV 2025.xlsx#Lote 2"))

    p = people("k016", 6)
    te = "Senhoras e senhores segurados,\n\nO Conselho Administrativo convida para a audiência que tratará da reforma do plano de custeio, no dia 04/11/2025, às 19h, no auditório da Prefeitura.\n\nAs sugestões podem ser enviadas até 31/10 pelo Portal do Segurado.\n\nConselho Administrativo"
    tw = "Ipreville: audiência sobre o plano de custeio no dia 04/11, às 19h, no auditório da Prefeitura. Participe!"
    mail("k016", "request", "owa", CADM, "Audiência do plano de custeio - dois textos", "2025-10-06 15:20", ["Prezada Nádia, boa tarde.", "Solicitamos o envio aos representantes da planilha por e-mail e por WhatsApp. Os textos não são iguais:", "Para o E-MAIL (assunto: Audiência do plano de custeio):", T(te), "Para o WHATSAPP:", T(tw), "Os contatos estão no arquivo anexo.", "Cordialmente,"], sig=S_NIVALDO,
         att=[f("representantes.xlsx", xlsx({"Plan1": [["NOME", "EMAIL", "CEL"]] + [[x.name, x.email, x.phone(2)] for x in p]}))], traps=["one text per channel", "the message's closing equals a line of the sender's signature"], why="Both texts are marked.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="conselho-administrativo", category="prestacao-de-contas", message_subject="Audiência do plano de custeio", message_text=te, message_text_by_channel={"email": te, "whatsapp": tw}, recipients=6, rejected=0, duplicates=0, recipients_by_channel={"email": 6, "whatsapp": 6}, rejected_by_channel={"email": 0, "whatsapp": 0}, dispatch=True, accept={"category": ["evento", "institucional", "orientacao"]}, list_source="representantes.xlsx"))

    p = people("k017", 7)
    body = ["Nádia, boa tarde.", "Anexei a lista dos estudantes para o e-mail. O assunto é: Pensão de universitários - comprovante de matrícula", "Texto:", "Prezado(a) pensionista,\n\nA pensão dos filhos universitários depende do comprovante de matrícula do segundo semestre, que deve ser entregue até 31/10/2025.\n\nO comprovante pode ser anexado no Portal do Segurado, em \"Enviar documento\".", "Obrigada, Marlise"]
    mail("k017", "request", "winmail", MARLISE, "E-mail universitários", "2025-10-07 14:31", body, plain_only=True, att=[f("winmail.dat", tnef("E-mail universitários", "\r\n\r\n".join(body).replace("\n", "\r\n").replace("\r\r", "\r"), [("Universitários 2025-2.xlsx", xlsx({"Plan1": mails_of(p)}))]))],
         traps=["the list is inside winmail.dat (TNEF)", "signature without line break: 'Obrigada, Marlise'"], why="Outlook rich-text mail; the list must be taken out of TNEF.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Pensão de universitários - comprovante de matrícula", message_text=body[3], recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "andamento", "pagamento"]}, list_source="winmail.dat/Universitários 2025-2.xlsx"))

    p = people("k018", 9)
    nd = lambda a, b, at, to, s, body, quoted=None: dict(name=a, addr=b, at=at, to=to, subject=s, body=body, **({"quoted": quoted} if quoted else {}))
    q3 = nd("Secretaria do Conselho Fiscal", "conselhofiscal@ipreville.example", "2025-09-23 09:05", "Jair Demarchi <jair.demarchi@ipreville.example>; Gabinete da Presidência <gabinete@ipreville.example>", "Documentos para a reunião", ["Bom dia,", "Algum dos senhores tem a versão assinada do demonstrativo de agosto? Sem ela não consigo mandar a convocação por WhatsApp aos conselheiros.", "Dulce"])
    q2 = nd("Gabinete da Presidência", "gabinete@ipreville.example", "2025-09-23 11:12", "Secretaria do Conselho Fiscal <conselhofiscal@ipreville.example>", "RES: Documentos para a reunião", ["Dulce,", "A Presidente está de acordo com a data e pede que todos os segurados sejam avisados. Segue em anexo o demonstrativo assinado.", "Leandro Vicenzi\nAssessor de Gabinete"], q3)
    q1 = nd("Secretaria do Conselho Fiscal", "conselhofiscal@ipreville.example", "2025-09-24 08:30", "Assessoria de Relacionamento <assessoria@ipreville.example>", "ENC: RES: Documentos para a reunião", ["Prezada Nádia, peço o envio por e-mail aos membros, assunto \"Reunião de 30 de setembro\":", "Senhores membros, a reunião ordinária de setembro será no dia 30, às 14h, na sala 1. O demonstrativo de agosto segue no sistema.", "Dulce"], q2)
    q0 = nd("Nádia Pruner", "nadia.pruner@ipreville.example", "2025-09-24 10:02", "Secretaria do Conselho Fiscal <conselhofiscal@ipreville.example>", "RES: ENC: RES: Documentos para a reunião", ["Dulce, enviado aos nove. Qualquer erro me avise que cancelo.", "Nádia Pruner\nAssessoria de Relacionamento"], q1)
    mail("k018", "request", "outlook", CFIS, "RES: ENC: RES: Documentos para a reunião", "2025-10-20 13:45", ["Nádia, boa tarde!", "Aproveito este e-mail para pedir o envio referente à reunião deste mês, também por e-mail e para os nomes da planilha que segue. Assunto: Reunião de 28 de outubro", T("Senhores membros,\n\nA reunião ordinária de outubro será no dia 28, às 14h, na sala 3.\n\nO demonstrativo de setembro já está no sistema para análise prévia."), "Obrigada,"], sig=S_DULCE, irt="nadia-2409.1002@ipreville.example", quoted=q0, disc=LEGAL,
         att=[f("membros outubro.xlsx", xlsx({"Plan1": mails_of(p)}))], traps=["'RES: ENC: RES:' and In-Reply-To, yet a new request", "last month's text of the same kind is quoted below", "quoted: 'de acordo', 'todos os segurados', 'WhatsApp', 'cancelo'"], why="New text, list and subject: a new request.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Reunião de 28 de outubro", recipients=9, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional", "evento", "orientacao"]}, list_source="membros outubro.xlsx"))

    p = people("k019", 10)
    vals = [p[0].phone(0), "0" + p[1].ddd + " " + p[1].local[:5] + p[1].local[5:], p[2].phone8(), p[3].no_ddd(), p[4].landline(), p[5].phone(3), None, p[7].landline() + " ou " + p[7].phone(2), p[8].phone(4), p[9].phone(6)]
    rows = [["Nº", "Beneficiário(a)", "Contato telefônico"]] + [[str(i + 1), x.name, v] for i, (x, v) in enumerate(zip(p, vals))] + [["11", p[0].name, p[0].phone(4)]]
    mail("k019", "request", "outlook", PREV, "Mensagem de WhatsApp – atualização de procuração", "2025-10-09 11:36", ["Nádia, tudo bem?", "Segue mensagem para envio pelo WhatsApp aos beneficiários da relação anexa:", T("Ipreville: a procuração que consta do seu cadastro vence em novembro. Para que o procurador continue a representá-lo(a), apresente uma nova até 14/11/2025."), "Os que não tiverem número certo me devolva, por favor, que eu procuro na ficha.", "Att,"], sig=S_ADRIANE,
         att=[f("procurações.xlsx", xlsx({"Relação": rows}))], traps=["0 before the area code", "missing ninth digit (fixable)", "no area code (not fixable)", "landline; landline and mobile in one cell", "same number twice in two spellings", "empty cell"], why="No DDD, landline and empty are returned to the requester.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="recadastramento", recipients=7, rejected=3, duplicates=1, dispatch=True, accept={"category": ["orientacao", "andamento"]}, list_source="procurações.xlsx"))

    p = people("k020", 8)
    mail("k020", "request", "outlook", ADM, "Manual do Portal do Segurado", "2025-10-14 09:25", ["Nádia, bom dia.", "Peço enviar por e-mail, com o manual em PDF e a ficha de inscrição em Excel anexados, para quem está no arquivo \"contatos turma\" (este último é só para vocês, não anexar!):", T("Prezado(a) inscrito(a),\n\nSegue o manual do Portal do Segurado, que usaremos no curso do dia 22/10.\n\nPedimos que preencha a ficha de inscrição em anexo e a devolva até 20/10, respondendo a este e-mail.\n\nAté lá!"), "Att."], sig=S_EVANDRO, logo=True,
         att=[f("Manual do Portal.pdf", pdf(["Manual do Portal do Segurado"])), f("Ficha de inscrição.xlsx", xlsx({"Ficha": [["Nome completo:", ""], ["Matrícula:", ""], ["E-mail:", ""], ["Celular:", ""]]})), f("contatos turma.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["two sheets: one is a form that goes along, one the list that must never", "logo", "no explicit subject: the mail's own title serves"], why="The PDF and the form go, the list and the logo stay.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Manual do Portal do Segurado", recipients=8, rejected=0, duplicates=0, attachments_to_send=["Manual do Portal.pdf", "Ficha de inscrição.xlsx"], dispatch=True, accept={"category": ["orientacao"]}, list_source="contatos turma.xlsx"))

    p = people("k021", 6)
    mail("k021", "request", "outlook", CESAR, "Suspensão das perícias do dia 17", "2025-10-15 17:02", ["Nádia, boa tarde.", "Solicito envio por WhatsApp aos segurados agendados (planilha anexa). Importante que saia aindo hoje.", T("Prezado(a) segurado(a), as perícias do dia 17/10 estão suspensas por falta de energia no prédio. Cancele o seu deslocamento e desconsidere a mensagem anterior. Entraremos em contato para marcar nova data."), "Atenciosamente,"], sig=["César Augusto Ramthun", "Assistente Administrativo", "Perícia Médica e Saúde do Servidor - Ipreville", "(47) 3400-0042"],
         att=[f("agenda 17-10.csv", csv([["Hora", "Segurado", "Telefone celular"]] + [[f"{8+i}:00", x.name, x.phone(i + 1)] for i, x in enumerate(p)]))], traps=["'suspensas', 'cancele' and 'desconsidere' belong to the message, 'Suspensão' to its subject"], why="It asks for a sending.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"send_at": [None, "2025-10-15"]}, list_source="agenda 17-10.csv"))

    p = people("k022", 9)
    tx = "Olá!\n\nO Ipreville está preparando a programação cultural de 2026 e gostaria de saber do que você gosta.\n\nResponda em dois minutos: https://consulta.ipreville.example/cultura\n\nVocê pode escolher entre:\n- teatro e cinema\n- música e dança\n- passeios pela região\n- oficinas de culinária\n\nA consulta fica aberta até 7 de novembro. A sua opinião faz diferença!"
    mail("k022", "request", "apple", COM, "Consulta cultura", "2025-10-16 16:30", ["Oi!", "Para disparo por e-mail à amostra em CSV.", "Título: Programação cultural 2026 – o que você prefere?", "Texto do e-mail:", T(tx), "Qualquer coisa, grita!"], sig=["Thaís Demmer | Comunicação Ipreville"],
         att=[f("amostra_cultura.csv", csv([["email", "nome"]] + [[x.email, x.name] for x in p], sep=",", enc="utf-8", eol="\n"))], traps=["HTML list", "'Título' instead of 'Assunto'", "'Qualquer coisa, grita!' is not for the insured"], why="All stated.",
         want=dict(channel=["email"], audience="specific", area="comunicacao", category="pesquisa", message_subject="Programação cultural 2026 – o que você prefere?", recipients=9, rejected=0, duplicates=0, dispatch=True, list_source="amostra_cultura.csv"))

    p = people("k023", 9)
    t1 = "Lembrete: a sua sessão de fisioterapia em grupo é na terça-feira, 21/10, às 9h, na sala 4. Venha com roupa confortável."
    t2 = "Lembrete: a sua sessão de pilates é na quinta-feira, 23/10, às 10h, na sala 6. Traga uma toalha."
    mail("k023", "request", "outlook", MIRELA, "Lembretes por WhatsApp - dois grupos", "2025-10-17 08:56", ["Bom dia, Nádia,", "São dois envios pelo WhatsApp, cada um com a sua lista e o seu texto.", "Grupo 1 – lista \"fisioterapia.xlsx\":", T(t1, "indent"), "Grupo 2 – lista \"pilates.xlsx\":", T(t2, "indent"), "Obrigada pela força!"], sig=S_MIRELA,
         att=[f("fisioterapia.xlsx", xlsx({"Plan1": phones_of(p[:5])})), f("pilates.xlsx", xlsx({"Plan1": phones_of(p[5:])}))], traps=["two sendings in one mail, each with its own text and list", "sender known by her domain"], why="Both parts are complete.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="evento", message_text=t1, recipients=9, rejected=0, duplicates=0, dispatch=True, parts=[{"message_text": t1, "recipients": 5, "list_source": "fisioterapia.xlsx"}, {"message_text": t2, "recipients": 4, "list_source": "pilates.xlsx"}],
                   accept={"category": ["pericia", "orientacao", "atendimento"], "message_text": [t2, t1 + "\n\n" + t2, None], "recipients": [5, 4, None], "rejected": [None], "duplicates": [None]}, list_source="fisioterapia.xlsx"))


def held():
    mail("k024", "request", "owa", PREV, "Aposentadoria por invalidez - comunicação por e-mail", "2025-09-09 14:50", ["Prezada Nádia,", "Precisamos avisar por e-mail os aposentados por invalidez que têm reavaliação neste ano. A planilha é grande para anexar; deixei em \\\\srv-dados\\Previdencia\\2025\\Invalidez\\reavaliar.xlsx, a sua pasta tem acesso.", "Assunto: Reavaliação da aposentadoria por invalidez", "Mensagem a enviar:", T("Prezado(a) aposentado(a),\n\nNeste ano será feita a reavaliação da sua aposentadoria por invalidez. Aguarde a carta com a data e mantenha o seu endereço atualizado no Portal do Segurado."), "Grata,"], sig=S_ADRIANE,
         traps=["the list is on the network"], why="No list in the mail: ask for it.", want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="pericia", message_subject="Reavaliação da aposentadoria por invalidez", missing=["recipients"], dispatch=False, accept={"category": ["orientacao", "recadastramento", "andamento"]}))

    p = people("k025", 5)
    mail("k025", "request", "outlook", MARLISE, "Aviso – homologação de aposentadoria", "2025-09-16 11:15", ["Nádia,", "Poderia avisar os cinco da planilha? Texto:", T("Informamos que a sua aposentadoria foi homologada pelo Tribunal de Contas. O processo está encerrado e nenhuma providência é necessária.", "straight"), "Obrigada, bom almoço!"], sig=S_MARLISE, cte="base64",
         att=[f("homologados.xlsx", xlsx({"Planilha1": both_of(p)}))], traps=["channel never said; the list would serve both", "straight quotes delimit the text and are not part of it"], why="E-mail or WhatsApp cannot be decided: ask.",
         want=dict(channel=[], audience="specific", area="gerencia-previdencia", category="andamento", missing=["channel"], dispatch=False, accept={"message_subject": [None, "Aviso – homologação de aposentadoria", "homologação de aposentadoria"], "recipients": [None, 5], "rejected": [None, 0], "duplicates": [None, 0]}, list_source="homologados.xlsx"))

    p = people("k026", 5)
    mail("k026", "request", "outlook", DIRLEI, "Envio de WhatsApp – retirada de pastas", "2025-09-19 10:22", ["Olá, Nádia,", "A chefia pediu que eu solicitasse o envio deste aviso pelo WhatsApp para os cinco nomes da lista:", T("Prezados, as pastas funcionais anteriores a 1990 foram digitalizadas. Quem quiser ficar com a pasta de papel pode retirá-la no Arquivo até 17 de outubro."), "Obrigado"], sig=["Dirlei Coutinho", "Arquivo"], att=[f("nomes.xlsx", xlsx({"Plan1": phones_of(p)}))],
         traps=["internal and authenticated, but the address is in no area; 'a chefia' hides who asked"], why="Cell of the workbook cannot be chosen: ask the area.", want=dict(channel=["whatsapp"], audience="specific", area=None, category="atendimento", recipients=5, rejected=0, duplicates=0, missing=["area"], dispatch=False, accept={"category": ["orientacao", "institucional", "andamento"]}, list_source="nomes.xlsx"))

    mail("k027", "request", "outlook", GAB, "Carta da Presidente aos segurados – e-mail", "2025-10-02 15:33", ["Nádia, boa tarde,", "A Presidente gostaria que a carta abaixo fosse enviada por e-mail a todos os segurados do Instituto. Assunto: Carta aos segurados – outubro de 2025", T("Caro segurado, cara segurada,\n\nNeste mês do servidor, quero agradecer a confiança de cada um. Nossas contas estão em dia e o atendimento foi ampliado.\n\nConte conosco.\n\nHelga Marcon Tiedt\nDiretora-Presidente"), "Obrigado,"], sig=S_LEANDRO, logo=True,
         traps=["general audience by e-mail: there is a general list for WhatsApp only", "the message is signed by another person than the mail"], why="No general e-mail list is configured.",
         want=dict(channel=["email"], audience="general", area="gabinete", category="institucional", message_subject="Carta aos segurados – outubro de 2025", missing=["recipients"], dispatch=False))

    p = people("k028", 5)
    mail("k028", "request", "owa", SAUDE, "Lembrete vacinação – WhatsApp", "2025-10-13 09:10", ["Bom dia,", "Favor agendar para sexta-feira, 23/10, às 14h, o envio pelo WhatsApp aos inscritos da planilha:", T("Lembrete: a vacinação contra a gripe dos servidores inscritos será na sede do Ipreville. Traga a carteira de vacinação.", "curly"), "Saúde do Servidor"], att=[f("inscritos vacina.xlsx", xlsx({"Plan1": phones_of(p)}))],
         traps=["23/10/2025 is a Thursday, not a Friday"], why="Weekday and date contradict each other: ask.", want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="evento", recipients=5, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, accept={"category": ["orientacao", "pericia", "institucional", "atendimento"]}, list_source="inscritos vacina.xlsx"))

    p = people("k029", 22)
    mail("k029", "request", "outlook", FIN, "Devolução de contribuição", "2025-10-21 13:58", ["Nádia, boa tarde,", "Solicito o envio por e-mail, aos 18 servidores da planilha, do seguinte aviso:", T("Prezado(a) servidor(a), a contribuição descontada a maior em agosto será devolvida na folha de novembro. O valor aparecerá no contracheque com o código 418."), "Peço cuidado, pois só esses 18 têm direito. Se mais alguém receber vai dar confusão.", "Att.,"], sig=S_FABIO,
         att=[f("devolução.xlsx", xlsx({"Nov25": mails_of(p)}))], traps=["18 announced, 22 in the list"], why="The list and the words disagree and the number is stressed: ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Devolução de contribuição", recipients=22, rejected=0, duplicates=0, missing=["recipients_confirm"], dispatch=False, accept={"recipients": [None, 22]}, list_source="devolução.xlsx"))

    p = people("k030", 4)
    mail("k030", "request", "android-outlook", OTAVIO, "whats pendencias", "2025-10-22 12:09", ["Nádia manda pra esses quatro por whats aquele texto padrão das pendências de documento, por favor", "\n".join(f"{x.name} {x.phone(i)}" for i, x in enumerate(p)), "prazo até 05/11 pra todos. obg!"], to=[NADIA, ASSESSORIA],
         traps=["text only by reference ('texto padrão')", "recipients typed one a line with phone"], why="The text is not there: ask for it (or propose one).",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=4, rejected=0, duplicates=0, missing=["message_text"], dispatch=False, accept={"category": [None, "orientacao", "recadastramento"]}, list_source="body"))

    mail("k031", "request", "outlook", LENITA, "Novembro Azul – WhatsApp", "2025-10-29 08:47", ["Nádia, bom dia,", "Para o Novembro Azul, peço mandar no WhatsApp de todos os segurados o folheto em PDF que segue, com esta frase:", T("Novembro Azul: quem se cuida vive mais. Veja no folheto quando procurar o médico e onde fazer os exames."), "Obrigada!"], sig=["Dra. Lenita Hostin", "Médica Perita", "Perícia Médica e Saúde do Servidor - Ipreville"], logo=True,
         traps=["'o folheto em PDF que segue', but only the signature's logo is attached"], why="The leaflet did not come.", want=dict(channel=["whatsapp"], audience="general", area="pericia-medica", category="orientacao", missing=["media"], dispatch=False, accept={"category": ["institucional", "evento"]}))

    p = people("k032", 6)
    mail("k032", "request", "outlook", PERICIA, "Remarcação – WhatsApp individual", "2025-11-04 09:33", ["Bom dia, Nádia,", "Segue lista dos segurados com a perícia remarcada. No WhatsApp, colocar a data e a hora de cada um nos campos:", T("Prezado(a) {NOME}, a sua perícia foi remarcada para {DATA}, às {HORA}. Pedimos desculpas pelo transtorno."), "Grato,"], sig=S_BRUNO,
         att=[f("remarcados.xlsx", xlsx({"Plan1": phones_of(p, ("NOME", "CELULAR"))}))], traps=["the sheet has neither date nor hour"], why="Without each person's date and hour nothing can be written to them.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=6, rejected=0, duplicates=0, missing=["content_data"], dispatch=False, per_person=True, placeholders=["NOME", "DATA", "HORA"], list_source="remarcados.xlsx"))


def answers():
    p = people("k033", 19)
    mail("k033", "reply-to-request", "outlook", BIANCA, "RES: [AR-2025-0245] Falta a lista de destinatários", "2025-09-05 10:44", ["Putz, verdade! Tá aqui a lista dos convidados.", "Beijo"], sig=["Bianca Raulino", "Jornalista", "Comunicação - Ipreville", "(47) 3400-0061"], logo=True, reply_to="ack0245",
         quoted=ask("AR-2025-0245", "Falta a lista de destinatários", "2025-09-05 10:15", BIANCA, "Prezada Bianca,\n\nPara concluir o envio AR-2025-0245 falta a lista de destinatários. Responda a este e-mail anexando a planilha."), att=[f("convidados_90anos.xlsx", xlsx({"Plan1": mails_of(p[:18]) + [[p[18].name, p[18].cpf, "(avisar por telefone)"]]}))],
         traps=["protocol in the subject", "only one sentence", "a remark instead of an address"], why="Completes the open request.", want=dict(area="comunicacao", recipients=18, rejected=1, duplicates=0, relates_to="AR-2025-0245", effect="completes", dispatch=True))
    mail("k034", "reply-to-request", "outlook", FIN, "RES: Solicitação de disparo de e-mail - isenção de IR", "2025-09-01 13:35", ["Nádia, me desculpa, saiu um erro no texto que te passei agora.", "O telefone para agendar é o (47) 3400-0043, e não o (47) 3400-0042. O resto está certo. Consegue acertar antes de disparar?"], sig=S_CLEUSA, reply_to="k001",
         quoted=dict(name="Financeiro - Ipreville", addr="financeiro@ipreville.example", at="2025-09-01 13:22", to=ASSESSORIA, subject="Solicitação de disparo de e-mail - isenção de IR", body=["Nádia, boa tarde! Tudo bem por aí?", "Gostaria de solicitar o disparo do e-mail que segue [...]"]),
         traps=["correction thirteen minutes after the request: may already be sent", "must not become a second request"], why="Correction of k001.", want=dict(area="gerencia-financeira", relates_to="k001", effect="corrects", dispatch=False))
    mail("k035", "reply-to-request", "ios-outlook", MARLISE, "RES: Aviso – homologação de aposentadoria", "2025-09-16 12:31", ["e-mail, por favor 😊"], reply_to="k025",
         quoted=dict(AUTO, at="2025-09-16 11:20", to="Marlise Kühnen <marlise.kuhnen@ipreville.example>", subject="RES: Aviso – homologação de aposentadoria", body=["Marlise, o envio deve ser por e-mail ou por WhatsApp?"]),
         traps=["three words answer the question", "the quoted question names both channels"], why="Channel given: e-mail.", want=dict(channel=["email"], area="gerencia-previdencia", relates_to="k025", effect="completes", dispatch=True))
    mail("k036", "reply-to-request", "outlook", SOLANGE, "RES: [AR-2025-0247] Envio concluído", "2025-09-05 16:20", ["Que rapidez! Valeu, Nádia, obrigada a toda a equipe 👏"], sig=["Solange Fiedler", "Gerente Administrativa", "Gerência Administrativa - Ipreville", "(47) 3400-0030"], reply_to="ack0247",
         quoted=ask("AR-2025-0247", "Envio concluído", "2025-09-05 15:58", SOLANGE, "Prezada Solange,\n\nO envio AR-2025-0247 (Troca de senha do Portal do Segurado) foi concluído: 1.745 destinatários."), traps=["nothing to do"], why="Thanks only.", want=dict(area="gerencia-administrativa", relates_to="AR-2025-0247", effect="thanks", dispatch=False))
    mail("k037", "reply-to-request", "owa", SAUDE, "RES: [AR-2025-0241] Solicitação recebida", "2025-09-04 11:08", ["Bom dia, Nádia. Tem previsão de quando sai o WhatsApp das consultas de retorno? Alguns servidores vieram hoje ao balcão dizendo que não foram avisados."], sig=["Carla Demétrio", "Saúde do Servidor - Ipreville"], reply_to="ack0241", quoted=ack("AR-2025-0241", "Consulta de retorno – readaptação", "2025-09-02 09:02", SAUDE),
         traps=["asks, does not request a new sending"], why="Answer with the state of AR-2025-0241.", want=dict(area="pericia-medica", relates_to="AR-2025-0241", effect="status-question", dispatch=False))
    mail("k038", "reply-to-request", "outlook", OTAVIO, "Protocolo AR-2025-0244 - novo texto do WhatsApp", "2025-09-09 10:03", ["Nádia, bom dia.", "A Marlise está em reunião e pediu que eu te passasse: no AR-2025-0244, trocar a mensagem do WhatsApp por esta versão, que o jurídico revisou:", T("Prezado(a) segurado(a), as novas regras da pensão por morte valem para óbitos ocorridos a partir de 01/10/2025. Saiba mais em www.ipreville.example/pensao.", "curly"), "A do e-mail fica como está.", "Abraço,"], sig=["Otávio Bressan", "Analista Previdenciário", "Gerência de Previdência - Ipreville", "(47) 3400-0011"],
         traps=["no In-Reply-To, other sender of the same area, protocol in the subject", "has a message text but is no new request", "the request waits for approval: it must be asked again"], why="Replaces one of the texts of a pending request.",
         want=dict(area="gerencia-previdencia", relates_to="AR-2025-0244", effect="corrects", dispatch=False, message_text="Prezado(a) segurado(a), as novas regras da pensão por morte valem para óbitos ocorridos a partir de 01/10/2025. Saiba mais em www.ipreville.example/pensao."))
    u = people("k017", 7)[5]
    mail("k039", "reply-to-request", "outlook", MARLISE, "RES: E-mail universitários", "2025-10-07 15:05", [f"Nádia, a {u.name} trancou o curso e não recebe mais. Tira ela da lista, por gentileza; os outros seis podem receber normalmente."], sig=["Marlise Kühnen", "Gerente de Previdência", "Gerência de Previdência - Ipreville", "(47) 3400-0010"], reply_to="k017",
         quoted=dict(name="Marlise Kühnen", addr="marlise.kuhnen@ipreville.example", at="2025-10-07 14:31", to=ASSESSORIA, subject="E-mail universitários", body=["Nádia, boa tarde.", "Anexei a lista dos estudantes para o e-mail."]),
         traps=["removes one recipient; not a cancellation"], why="Correction of the list of k017.", want=dict(area="gerencia-previdencia", relates_to="k017", effect="corrects", dispatch=False))
    mail("k040", "reply-to-request", "outlook", FIN, "RES: Devolução de contribuição", "2025-10-21 14:40", ["Oi Nádia, respondi embaixo de cada pergunta:", "1) Você fala em 18 servidores e a planilha traz 22. Quais valem?", ("color", [("p", "Os 22. Entraram quatro da Câmara depois que escrevi o texto, a planilha é que está certa.")], "#0070C0"), "2) Mantemos o assunto do seu e-mail?", ("color", [("p", "Sim, pode mandar assim.")], "#0070C0")], sig=S_FABIO, reply_to="k029",
         traps=["the answers stand under repeated questions, marked only by colour"], why="Confirms the list of k029: release it.", want=dict(area="gerencia-financeira", relates_to="k029", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("k041", "reply-to-request", "roundcube", DIEGO, "Re: [AR-2025-0248] Pacote para envio por WhatsApp", "2025-09-04 17:12", ["Boa tarde,", "O template da união estável foi recusado pela Meta (motivo: conteúdo incompatível com a categoria utilidade). Precisamos de um texto alternativo para poder disparar. No aguardo."], sig=S_DIEGO, auth="ext", reply_to="cc0248",
         quoted=dict(AUTO, at="2025-09-04 15:40", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2025-0248] Pacote para envio por WhatsApp", body=["Segue pacote para envio. Solicitamos o relatório de envio."]),
         traps=["from the call center but no report; must not be relayed as one", "the quoted text contains the word 'relatório'"], why="Refused template: a person must answer.", want=dict(relates_to="AR-2025-0248", effect="question", dispatch=False))
    mail("k042", "reply-to-request", "outlook", HELGA, "RES: [AR-2025-0244] Para aprovação: Regras da pensão por morte", "2025-09-10 09:17", ["Aprovado, Nádia, com uma ressalva: o texto do e-mail precisa citar o número da lei. Peça à Marlise que inclua e depois pode soltar."], sig=["Helga Marcon Tiedt", "Diretora-Presidente", "Presidência - Ipreville"], reply_to="ok0244", quoted=preview("AR-2025-0244", "Regras da pensão por morte", "2025-09-09 17:00", "1.130 destinatários, e-mail e WhatsApp"),
         traps=["conditional approval that begins with 'Aprovado'"], why="The text must be changed first; releasing it unchanged is the error.", want=dict(area="gabinete", relates_to="AR-2025-0244", effect="corrects", dispatch=False, accept={"class": ["approval"]}))
    # ---------------------------------------------------------------- consent
    mail("k043", "approval", "iphone", HELGA, "Re: [AR-2025-0246] Para aprovação: Apreciação do balancete de julho", "2025-09-09 20:12", ["Podem enviar."], reply_to="ok0246", quoted=preview("AR-2025-0246", "Apreciação do balancete de julho", "2025-09-09 14:00", "64 destinatários, e-mail"),
         traps=["other words than the proposed ones", "the quoted text contains both APROVO and NÃO APROVO"], why="The approver's own words approve.", want=dict(area="gabinete", relates_to="AR-2025-0246", dispatch=True))
    mail("k044", "approval", "outlook", HELGA, "RES: [AR-2025-0249] Para aprovação: Ponto facultativo de outubro", "2025-10-10 16:05", ["De acordo com o texto e com a arte. Autorizo o envio para terça-feira, dia 14, às 9h.", "Atenciosamente,"], sig=["Helga Marcon Tiedt", "Diretora-Presidente", "Presidência - Ipreville"], logo=True, reply_to="ok0249", quoted=preview("AR-2025-0249", "Ponto facultativo de outubro", "2025-10-10 11:30", "todos os segurados, WhatsApp"),
         traps=["approval with a schedule"], why="Approved, to go on Tuesday, not now.", want=dict(area="gabinete", relates_to="AR-2025-0249", send_at="2025-10-14T09:00", dispatch=True))
    # ---------------------------------------------------------------- cancellations
    mail("k045", "cancellation", "owa", SOLANGE, "RES: Coral - mudança de dia (whatsapp)", "2025-09-24 10:11", ["Nádia, favor não mandar o aviso do coral. A professora conseguiu manter as quintas e não muda mais nada. Desculpe o trabalho!"], sig=["Solange Fiedler", "Gerente Administrativa", "Gerência Administrativa - Ipreville", "(47) 3400-0030"], reply_to="k010",
         quoted=dict(name="Solange Fiedler", addr="solange.fiedler@ipreville.example", at="2025-09-24 09:40", to=ASSESSORIA, subject="Coral - mudança de dia (whatsapp)", body=["Bom dia, Nádia!", "Enviar via WhatsApp aos alunos do coral, conforme lista anexa:"]),
         traps=["cancels a request that came in twice: both copies"], why="Cancel; nothing may go out.", want=dict(area="gerencia-administrativa", relates_to="k010", dispatch=False, accept={"relates_to": ["k011"]}))
    mail("k046", "cancellation", "outlook", CESAR, "NÃO ENVIAR - suspensão do dia 17", "2025-10-15 17:16", ["Nádia, acabei de falar com a manutenção e a energia volta amanhã. Não dispare a mensagem de suspensão das perícias do dia 17 que mandei há pouco, elas vão acontecer."], sig=["César Augusto Ramthun", "Assistente Administrativo", "Perícia Médica e Saúde do Servidor - Ipreville"], headers=[("Importance", "high")],
         traps=["new thread, no protocol, no In-Reply-To: found by area and subject"], why="Refers to k021, fourteen minutes before.", want=dict(area="pericia-medica", relates_to="k021", dispatch=False))
    mail("k047", "cancellation", "iphone", LENITA, "Fwd: [AR-2025-0250] Solicitação recebida", "2025-09-05 09:05", ["Nádia, dá pra segurar esse? Os exames não chegaram do laboratório e não tem como fazer a junta. Se a empresa já disparou me liga."], reply_to=None, fwd=True, quoted=ack("AR-2025-0250", "Junta médica – segunda chamada", "2025-09-05 08:11", LENITA),
         traps=["already at the call center: needs a cancel message there", "'segurar' instead of 'cancelar'", "Fwd:"], why="Cancellation after the package left.", want=dict(area="pericia-medica", relates_to="AR-2025-0250", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-replied")]
    r = [x.email for x in people("k048", 4)]
    mail("k048", "delivery-receipt", "receipt", MSX, "Retransmitido: Recálculo do adicional por tempo de serviço", "2025-09-02 14:22", [], to=[PRESID], headers=auto, envelope="",
         raw_root=dsn("k048", "A entrega a estes destinatários ou grupos foi concluída, mas o servidor de destino não enviou uma notificação de entrega:\n\n" + "\n".join(r) + "\n\nAssunto: Recálculo do adicional por tempo de serviço\n", [(x, "relayed", "2.0.0", None) for x in r], "2025-09-02 14:21", "ar-2025-0242.mail1@ipreville.example", html="<p>A entrega foi conclu&iacute;da</p>", subject="Recálculo do adicional por tempo de serviço"),
         traps=["'relayed' is not 'delivered'", "four recipients in one notice"], why="Relayed.", want=dict(relates_to="AR-2025-0242", receipt={"action": "relayed", "recipients": r}))
    r = people("k049", 1)[0]
    mail("k049", "delivery-receipt", "receipt", "postmaster@outlook.com <postmaster@outlook.com>", "Entregue: Troca de senha do Portal do Segurado", "2025-09-04 10:08", [], to=[PRESID], auth="ext", headers=auto + [("In-Reply-To", "<ar-2025-0247.mail1@ipreville.example>")], envelope="",
         raw_root=dsn("k049", f"Sua mensagem foi entregue aos seguintes destinatários:\n\n{r.email} ({r.email})\n\nAssunto: Troca de senha do Portal do Segurado\n", [(r.email, "delivered", "2.0.0", None)], "2025-09-04 10:06", "ar-2025-0247.mail1@ipreville.example", subject="Troca de senha do Portal do Segurado"),
         traps=["the postmaster@outlook.com of the manual"], why="Delivered.", want=dict(relates_to="AR-2025-0247", receipt={"action": "delivered", "recipients": [r.email]}))
    r = people("k050", 1)[0]
    mail("k050", "delivery-receipt", "webmail", "Mail Delivery System <mailer-daemon@mx.caixapostal.example>", "Mail delivery failed: returning message to sender", "2025-09-02 14:24", ["This message was created automatically by mail delivery software.", f"A message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  {r.email}\n    mailbox is full: retry timeout exceeded", "------ This is a copy of your message, including all the headers. ------", "From: presidente@ipreville.example\nTo: undisclosed-recipients:;\nSubject: =?utf-8?Q?Rec=C3=A1lculo_do_adicional_por_tempo_de_servi=C3=A7o?=\nMessage-ID: <ar-2025-0242.mail1@ipreville.example>"], to=["presidente@ipreville.example"], auth="none", envelope="",
         traps=["plain text bounce, no multipart/report"], why="Failed.", want=dict(relates_to="AR-2025-0242", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("k051", 1)[0]
    mail("k051", "delivery-receipt", "receipt", MSX, "Atraso na entrega: Troca de senha do Portal do Segurado", "2025-09-04 14:15", [], to=[PRESID], headers=auto, envelope="",
         raw_root=dsn("k051", f"A entrega a estes destinatários ou grupos está atrasada:\n\n{r.email}\n\nAssunto: Troca de senha do Portal do Segurado\n\nEsta mensagem ainda não foi entregue. As tentativas de entrega continuarão.\n\nNão é preciso reenviar a mensagem.\n", [(r.email, "delayed", "4.4.7", "400 4.4.7 Message delayed")], "2025-09-04 10:06", "ar-2025-0247.mail1@ipreville.example", subject="Troca de senha do Portal do Segurado"),
         traps=["delay is not final"], why="Delay notice.", want=dict(relates_to="AR-2025-0247", receipt={"action": "delayed", "recipients": [r.email]}))
    r = people("k052", 1)[0]
    mail("k052", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Não lida: Recálculo do adicional por tempo de serviço", "2025-09-08 09:41", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", "<ar-2025-0242.mail1@ipreville.example>")],
         raw_root=mdn("k052", f"Sua mensagem\n\n   Para: {r.name}\n   Assunto: Recálculo do adicional por tempo de serviço\n   Enviada: terça-feira, 2 de setembro de 2025 14:20:00\n\nfoi excluída sem ser lida em segunda-feira, 8 de setembro de 2025 09:40:12.\n", r.email, "ar-2025-0242.mail1@ipreville.example", "automatic-action/MDN-sent-automatically; deleted"),
         traps=["deleted without having been read: no read receipt, no failure"], why="MDN 'deleted'.", want=dict(relates_to="AR-2025-0242", receipt={"action": "deleted-unread", "recipients": [r.email]}))
    # ---------------------------------------------------------------- the call center
    p = people("k053", 36)
    st = ["Lido"] * 20 + ["Entregue"] * 12 + ["Falha"] * 4
    mail("k053", "call-center-report", "roundcube", DIEGO, "Re: [AR-2025-0241] Pacote para envio por WhatsApp", "2025-09-04 16:30", ["Boa tarde,", "Segue em anexo o relatório do envio solicitado.", "Att."], sig=S_DIEGO, auth="ext", reply_to="cc0241", quoted=dict(AUTO, at="2025-09-02 09:10", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2025-0241] Pacote para envio por WhatsApp", body=["Segue pacote. Solicitamos o relatório de envio."]),
         att=[f("relatorio_0241.xlsx", xlsx({"Detalhado": [["Nome", "Telefone", "Status", "Data/Hora"]] + [[x.name, x.e164, s, f"02/09/2025 10:{i:02d}"] for i, (x, s) in enumerate(zip(p, st))], "Totais": [["Enviadas", 36], ["Entregues", 32], ["Lidas", 20], ["Não entregues", 4]]}))],
         traps=["read messages are also delivered ones", "figures on the second sheet"], why="In thread, with protocol.", want=dict(relates_to="AR-2025-0241", report={"complete": True, "sent": 36, "delivered": 32, "read": 20, "failed": 4}))
    p = people("k054", 21)
    mail("k054", "call-center-report", "outlook", ALINE, "Retorno do disparo 05/09 - junta médica", "2025-09-08 15:50", ["Boa tarde, Nádia!", "Segue o retorno do disparo da junta médica do dia 05/09. Quando chegou o pedido de vocês para suspender, já tinha rodado.", "Fico à disposição."], sig=S_ALINE, auth="ext", att=[f("junta_0509.csv", csv([["telefone", "nome", "situacao", "motivo"]] + [[x.e164, x.name, "NAO ENTREGUE" if i in (3, 11, 17) else "ENTREGUE", "numero sem whatsapp" if i in (3, 11, 17) else ""] for i, x in enumerate(p)]))],
         traps=["no protocol, other address of the company, new thread", "'suspender' is no cancellation", "one line a contact"], why="Only AR-2025-0250 went on 05/09.", want=dict(relates_to="AR-2025-0250", report={"complete": True, "sent": 21, "delivered": 18, "read": None, "failed": 3}, accept={"report": [{"complete": True, "delivered": 18, "failed": 3}]}))
    q = dict(AUTO, at="2025-09-03 09:30", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2025-0243] Pacote para envio por WhatsApp", body=["Segue pacote."])
    mail("k055", "call-center-report", "roundcube", DIEGO, "Re: [AR-2025-0243] Pacote para envio por WhatsApp", "2025-09-03 18:20", ["Boa noite,", "Até agora rodaram 1.950 dos 4.890 contatos: 1.802 entregues e 148 com falha. Retomamos amanhã às 8h, pois a plataforma limitou o número de conversas por dia."], sig=["Diego"], auth="ext", reply_to="cc0243", quoted=q,
         traps=["figures in running text with thousands points", "partial: do not close the request"], why="Partial report.", want=dict(relates_to="AR-2025-0243", report={"complete": False, "sent": 1950, "delivered": 1802, "read": None, "failed": 148}))
    mail("k056", "call-center-report", "webmail", "Elo Disparos (não responder) <noreply@disparos.callcenter.example>", "Relatorio de campanha IPREVILLE_SITE_0309", "2025-09-05 12:10", ["Campanha: IPREVILLE_SITE_0309\nStatus: CONCLUIDA\nTotal de contatos: 4890\nEntregues: 4533\nLidas: 3120\nNao entregues: 357", "Mensagem automática, não responder."], auth="ext", headers=[("Auto-Submitted", "auto-generated")],
         traps=["Auto-Submitted and noreply, yet a report and no auto-reply", "complete after the partial one", "code instead of the protocol"], why="Completes AR-2025-0243 (4890 contacts on 03/09).", want=dict(relates_to="AR-2025-0243", report={"complete": True, "sent": 4890, "delivered": 4533, "read": 3120, "failed": 357}))
    mail("k057", "call-center-report", "gmail", ALINE, "números", "2025-09-10 09:25", ["Oi, Nádia! Os números que você pediu ontem por telefone:", "154 enviadas, 139 entregues (92 lidas), 15 não entregues", "O texto novo passou na Meta sem problema."], sig=["Aline"], auth="ext",
         traps=["one-word subject; only the number 154 links it"], why="154 contacts: AR-2025-0248.", want=dict(relates_to="AR-2025-0248", report={"complete": True, "sent": 154, "delivered": 139, "read": 92, "failed": 15}))
    # ---------------------------------------------------------------- machines
    mail("k058", "auto-reply", "outlook", KELI, "Resposta automática: [AR-2025-0242] Envio concluído", "2025-09-03 08:00", ["Olá! Estou em licença até 12/09 e não responderei neste período. Pedidos de envio de mensagens e correções de texto já solicitadas devem ser tratados com financeiro@ipreville.example."], irt="ar-2025-0242.ack@ipreville.example", headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-generated")],
         traps=["'Pedidos de envio' and 'correções de texto' in an absence note of an area"], why="Out of office.", want=dict(area="gerencia-financeira", relates_to="AR-2025-0242", accept={"area": [None], "relates_to": [None]}))
    r = people("k059", 1)[0]
    mail("k059", "auto-reply", "webmail", f"{r.name} <{r.email}>", "Confirme que você não é um robô (Re: Troca de senha do Portal do Segurado)", "2025-09-04 10:09", ["Sua mensagem está retida. Este endereço usa o filtro AntiSpam Total.", "Para que ela seja entregue, clique no link e digite os caracteres da imagem: https://filtro.provedor.example/c/9f3a71", "Você só precisa fazer isso uma vez."], to=[PRESID], auth="ext", irt="ar-2025-0247.mail1@ipreville.example", headers=[("Auto-Submitted", "auto-replied")],
         traps=["challenge-response: 'para que ela seja entregue' is no delivery status"], why="Written by a filter.", want=dict(relates_to="AR-2025-0247", accept={"relates_to": [None]}))
    mail("k060", "auto-reply", "roundcube", "Sindicato dos Servidores <contato@sindicato.example>", "[Ticket#88120] Recálculo do adicional por tempo de serviço", "2025-09-02 14:23", ["Prezado(a),", "Obrigado pelo seu contato. Abrimos o chamado nº 88120 e um de nossos atendentes responderá em até três dias úteis.", "Para acompanhar, responda mantendo o número no assunto."], to=[PRESID], auth="ext", irt="ar-2025-0242.mail1@ipreville.example", headers=[("Precedence", "auto_reply"), ("X-Auto-Response-Suppress", "All")],
         traps=["ticket system: looks like a reply, has a number of its own"], why="Automatic ticket acknowledgement.", want=dict(relates_to="AR-2025-0242", accept={"relates_to": [None]}))


def outside():
    mail("k061", "insured-reply", "gmail", "Edelgard Nunes <edelgard.nunes@webmail.example>", "Re: Troca de senha do Portal do Segurado", "2025-09-04 19:12", ["Boa noite, tentei trocar a senha e o site diz que o meu CPF não existe. Sou viúva do servidor Otto Nunes, será que o cadastro está no nome dele? Agradeço uma resposta, obrigada."], to=[PRESID], auth="ext", irt="ar-2025-0247.mail1@ipreville.example", quoted=dict(PRES, at="2025-09-04 10:05", to="edelgard.nunes@webmail.example", subject="Troca de senha do Portal do Segurado", body=["Prezado(a) segurado(a),", "Por segurança, todas as senhas do Portal devem ser trocadas até 30/09."]),
         traps=["arrives at presidente@, must reach the area that asked"], why="Two-way contact: forward to Gerência Administrativa.", want=dict(relates_to="AR-2025-0247"))
    mail("k062", "insured-reply", "yahoo", "Arlindo Zoschke <arlindozoschke@correio.example>", "Re: Recálculo do adicional por tempo de serviço", "2025-09-02 17:40", ["Não autorizei ninguém a usar meu e-mail. Parem de me mandar essas mensagens e apaguem meu endereço do cadastro de vcs."], to=[PRESID], auth="ext", irt="ar-2025-0242.mail1@ipreville.example", quoted=dict(PRES, at="2025-09-02 14:20", to="arlindozoschke@correio.example", subject="Recálculo do adicional por tempo de serviço", body=["Prezado(a),", "O seu adicional por tempo de serviço foi recalculado."]), mobile=True,
         traps=["'Parem de me mandar' is an opt-out, no cancellation by an area"], why="Opt-out: register and forward.", want=dict(relates_to="AR-2025-0242", opt_out=True))
    mail("k063", "insured-reply", "samsung", "Nelsa Vogelbacher <nelsa.vogelbacher@provedor.example>", "comprovante", "2025-10-30 20:51", ["boa noite sou filha da pensionista Herta Vogelbacher ela esta acamada e nao tem como ir no banco nem ai. mando o comprovante de residencia novo pra atualizar o cadastro dela"], auth="ext", att=[f("20251030_204712.jpg", image("JPEG"))],
         traps=["a relative sends a document on her own initiative; no thread"], why="From a relative of an insured person; a person decides where it goes.", want=dict(relates_to=None, category="recadastramento", accept={"class": ["unrelated"], "category": [None]}))
    mail("k064", "insured-reply", "outlook", "Ewaldo Krieck <ewaldo.krieck@correio.example>", "RES: Recálculo do adicional por tempo de serviço", "2025-09-03 09:36", ["Prezados, como presidente da comissão de aposentados, solicito que enviem aos demais destinatários deste e-mail, com urgência, a nossa convocação: reunião no sábado, às 9h, na sede da associação, para discutir o recálculo."], to=[PRESID], auth="ext", irt="ar-2025-0242.mail1@ipreville.example", plain_only=True, quoted=dict(PRES, at="2025-09-02 14:20", to="undisclosed-recipients:;", subject="Recálculo do adicional por tempo de serviço", body=["Prezado(a),"]),
         traps=["an insured person asks for a mass sending: no area, must not be dispatched"], why="Reply of an insured person; forward to the Gerência Financeira.", want=dict(relates_to="AR-2025-0242", accept={"class": ["unauthorized"]}))
    # ---------------------------------------------------------------- without the right
    mail("k065", "unauthorized", "owa", "Gabinete da Presidência <gabinete@iprevile.example>", "Urgente: mensagem da Presidente a todos", "2025-09-11 08:14", ["Nádia, bom dia,", "A pedido da Presidente, dispare imediatamente por WhatsApp a todos os segurados:", T("Segurado: há um valor retroativo liberado em seu nome. Para receber ainda hoje, confirme a sua conta e a sua senha em http://retroativo-liberado.example.", "curly"), "Não responda a este e-mail, a Presidente está viajando."], sig=["Rosane Wuerges", "Chefe de Gabinete"], auth="ext",
         traps=["lookalike domain (one l less), display name and signature of the real Cabinet, DKIM of its own domain passes"], why="Domain is not the institute's; text is a phishing text.", want=dict(reason="lookalike domain"))
    p = people("k066", 4)
    mail("k066", "unauthorized", "outlook", SOLANGE, "Envio de e-mail - taxa de recadastro", "2025-09-25 08:52", ["Nádia, bom dia.", "Enviar por e-mail à lista anexa, com o boleto. Assunto: Taxa de recadastramento 2025", "Texto:", T("Prezado(a), segue o boleto da taxa de recadastramento. O não pagamento em 48 horas implica a suspensão do benefício."), "Obrigada,"], sig=["Solange Fiedler", "Gerente Administrativa", "Gerência Administrativa - Ipreville", "(47) 3400-0030"], auth="softfail", envelope="bounce@vps31.hospedabem.example", headers=[("Authentication-Results", "ipreville.example; spf=pass; dkim=pass header.d=ipreville.example; dmarc=pass"), ("X-MS-Exchange-Organization-AuthAs", "Internal")],
         att=[f("boleto_taxa.pdf", pdf(["BOLETO"])), f("lista.xlsx", xlsx({"Plan1": mails_of(p)}))], traps=["exact address of the department; authentication fails", "forged headers further down: only the topmost ones count"], why="Authentication failed.", want=dict(reason="dmarc fail"))
    mail("k067", "unauthorized", "gmail", "Otávio Bressan <otaviobressan.sc@mail.example>", "lista dos pensionistas", "2025-10-11 14:27", ["Nádia, é o Otávio, tô em casa e o webmail do Ipreville não abre de jeito nenhum. Me manda por aqui a planilha dos pensionistas com CPF e telefone? Preciso adiantar um relatório pra segunda."], auth="ext", to=[NADIA, ASSESSORIA],
         traps=["perhaps really Otávio, but from an unknown personal address; asks for data"], why="Identity not proven: hold and ask him at his work address.", want=dict(reason="personal address of an employee", accept={"reason": [None]}))
    mail("k068", "unauthorized", "outlook", "Instituto Pesquisa Sul <projetos@pesquisasul.example>", "Convênio - base de telefones dos segurados", "2025-10-08 10:30", ["Prezados senhores,", "Em continuidade ao convênio firmado com a Prefeitura, solicitamos a remessa, até sexta-feira, da relação de telefones celulares dos aposentados e pensionistas, para aplicação de questionário por WhatsApp.", "Cordialmente,\nCoordenação de Projetos\nInstituto Pesquisa Sul"], auth="ext",
         traps=["'convênio firmado com a Prefeitura'", "asks for the contact list"], why="Stranger asks for personal data; nothing may leave.", want=dict(reason="third party asks for personal data", accept={"class": ["unrelated"], "reason": [None]}))
    # ---------------------------------------------------------------- the rest
    mail("k069", "unrelated", "gmail", "Escola de Gestão Previdenciária <cursos@escolagp.example>", "Curso on-line: comunicação com o segurado por WhatsApp e e-mail", "2025-09-23 06:10", ["Inscreva a sua equipe! Aprenda a planejar campanhas de prova de vida, recadastramento e disparos em massa dentro da LGPD.", "Turma de outubro com 20% de desconto.", "Não deseja mais receber? [[Cancelar inscrição|https://escolagp.example/sair]]"], auth="ext", headers=[("List-Unsubscribe", "<https://escolagp.example/sair>"), ("Precedence", "bulk")],
         traps=["full of the domain's words", "'Cancelar inscrição'"], why="Advertising.", want={})
    mail("k070", "unrelated", "owa", COM, "Aceito: Alinhamento mensal – disparos e relatórios", "2025-10-03 11:00", ["Confirmo presença. Levo as artes do mês para mostrar."], sig=["Thaís Demmer"], att=[f("invite.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:k070@ipreville.example\r\nDTSTART:20251006T130000Z\r\nDTEND:20251006T140000Z\r\nSUMMARY:Alinhamento mensal – disparos e relatórios\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:comunicacao@ipreville.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode())],
         traps=["answer to a meeting invitation, naming sendings and reports", "'Aceito', 'Confirmo' approve nothing"], why="Calendar answer.", want=dict(area="comunicacao", accept={"area": [None]}))
    mail("k071", "unrelated", "outlook", "Comercial Elo Atendimento <comercial@callcenter.example>", "Proposta de reajuste – disparos 2026", "2025-10-24 09:45", ["Prezada Nádia,", "Encaminhamos a proposta comercial para 2026, com a tabela de preços por mensagem entregue e a estatística dos 12 últimos meses (58.412 enviadas, 54.107 entregues).", "Aguardamos o aceite até 30/11.", "Atenciosamente,"], sig=["Comercial", "Elo Atendimento"], auth="ext", att=[f("Proposta 2026.pdf", pdf(["Proposta comercial"])), f("estatistica_12m.xlsx", xlsx({"Plan1": [["Mês", "Enviadas", "Entregues"], ["09/2025", 5101, 4722], ["08/2025", 5150, 4779]]}))],
         traps=["from the call center, with figures of sendings and an xlsx, but an offer"], why="Offer: not the report of one sending.", want={})
    mail("k072", "unrelated", "outlook", ADM, "Troca das fechaduras", "2025-11-06 16:40", ["Prezados colegas,", "Comunicamos que na próxima segunda-feira as fechaduras do 2º andar serão trocadas. Favor retirar a nova chave com a Janete, mediante assinatura do termo.", "Atenciosamente,"], sig=S_EVANDRO, logo=True, to=["Todos Ipreville <todos@ipreville.example>"],
         traps=["internal circular from an area: a notice, but to the staff"], why="Addressed to todos@; no request.", want=dict(area="gerencia-administrativa", accept={"area": [None]}))
