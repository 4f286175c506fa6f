"""Half x: another seventy that the hand of the given half could have written - the same office, July to December 2030, with other people and other errands."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2030-0301", "pericia-medica", "cesar.ramthun@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Perícias da segunda quinzena de julho", "2030-07-01T09:50", 41),
    request("AR-2030-0302", "gerencia-previdencia", "marlise.kuhnen@ipreville.example", ["email"], "specific", "sent", "Certidão de nascimento dos dependentes", "2030-07-01T15:10", 288),
    request("AR-2030-0303", "comunicacao", "comunicacao@ipreville.example", ["whatsapp"], "general", "waiting-report", "Campanha do agasalho", "2030-07-02T09:15", 5340),
    request("AR-2030-0304", "gerencia-financeira", "jair.demarchi@ipreville.example", ["email", "whatsapp"], "specific", "waiting-approval", "Novo modelo de contracheque", "", 1467),
    request("AR-2030-0305", "gerencia-administrativa", "administrativo@ipreville.example", ["email"], "specific", "waiting-data", "Vagas na hidroginástica", "", None, ["recipients"]),
    request("AR-2030-0306", "controle-interno", "controleinterno@ipreville.example", ["email"], "specific", "waiting-approval", "Devolutiva da auditoria da folha", "", 83),
    request("AR-2030-0307", "conselho-fiscal", "conselhofiscal@ipreville.example", ["email"], "specific", "sent", "Relatório anual do Conselho Fiscal", "2030-07-03T10:40", 2044),
    request("AR-2030-0308", "gerencia-previdencia", "otavio.bressan@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Retirada das portarias impressas", "2030-07-04T14:05", 134),
    request("AR-2030-0309", "gabinete", "gabinete@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Atendimento reduzido no inverno", "", 5340),
    request("AR-2030-0310", "pericia-medica", "pericia@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Perícias transferidas por falta de energia", "2030-07-05T08:20", 26),
]
ACKS = {f"ack{n}": f"ar-2030-0{n}.ack@ipreville.example" for n in range(301, 311)} | {f"cc{n}": f"ar-2030-0{n}.cc@ipreville.example" for n in (301, 303, 308, 310)} | {f"ok{n}": f"ar-2030-0{n}.ok@ipreville.example" for n in (304, 306, 309)}
ACKS |= {f"m{n}": f"ar-2030-0{n}.mail1@ipreville.example" for n in (302, 307)}
JULIANO = "Juliano Rengel <juliano.rengel@saude.ipreville.example>"
S_DIRLENE = ["Dirlene Passig", "Núcleo do Censo Previdenciário", "Gerência de Previdência - Ipreville", "(47) 3400-0017", "Praça das Palmeiras, 100 – Centro – Joinville/SC"]
S_JULIANO = ["Juliano Rengel", "Terapeuta ocupacional", "Núcleo de Saúde do Servidor"]
S_MAYARA = ["Mayara Testoni", "Comunicação Social", "Ipreville | (47) 3400-0063"]
S_AFONSO = ["Afonso Henckel", "Controle Interno - Ipreville", "(47) 3400-0053"]
S_NEUSA = ["Neusa Dalprá", "Folha de Pagamento", "Gerência Financeira - Ipreville", "(47) 3400-0027"]
S_EVERTON = ["Everton Schiochet", "Arrecadação", "Gerência Financeira - Ipreville"]
S_LIVIA = ["Lívia Maestri", "Qualidade de Vida", "Gerência Administrativa - Ipreville", "(47) 3400-0035"]
S_LUAN = ["Luan Sbardelotto", "Ouvidoria", "ramal 0081"]
S_ELAINE = ["Elaine Raizer", "Secretaria do Conselho Administrativo", "Ipreville"]
S_ROSANE = ["Rosane Wuerges", "Gabinete da Presidência", "(47) 3400-0001"]
S_DENER = ["Dener Cavilha", "Operações", "Elo Atendimento"]
AVISO = "Mensagem de uso institucional. O seu conteúdo não pode ser copiado, enviado ou divulgado a terceiros, por e-mail, WhatsApp ou outro meio, sem consentimento do remetente. Dados pessoais: Lei nº 13.709/2018."
ack, preview, pack = letters("AR-2030-0")


def mails():
    IDS.update(ACKS)
    asked()
    answers()
    notices()
    others()


def asked():
    p = people("x001", 10)
    rows = mails_of(p, ("Segurado", "E-mail"))
    rows[3][1] = "<" + rows[3][1] + ">"
    rows += [["Catarina Uber Mafra", None], ["Nivaldo Sabel", "nivaldo.sabel(arroba)correio.example"], [p[6].name, p[6].email.upper()]]
    mail("x001", "request", "outlook", PREV, "Censo - faltosos de junho", "2030-07-08 08:47",
         ["Nádia, bom dia!", "Tudo certo por aí? Precisamos que vá um e-mail para o pessoal da planilha anexa, que tinha hora marcada no censo em junho e não veio.", "Assunto do e-mail: Censo Previdenciário 2030 – remarque o seu atendimento", "O texto é este:",
          T("Prezado(a) segurado(a),\n\nVocê tinha atendimento agendado para o Censo Previdenciário em junho e não compareceu.\n\nRemarque até 26/07/2030 pelo telefone (47) 3400-0017 ou no site censo.ipreville.example. O censo é obrigatório e leva cerca de dez minutos.\n\nSe já remarcou, desconsidere este aviso.\n\nCordialmente,\nNúcleo do Censo Previdenciário"),
          "Muito obrigada e boa semana!"], sig=S_DIRLENE, logo=True, disc=AVISO, att=[f("faltosos censo junho.xlsx", xlsx({"Faltosos": rows}))],
         traps=["'desconsidere este aviso' and a closing are part of the message", "an address in angle brackets", "one repeated in capitals", "disclaimer with 'não pode ser enviado' and both channels"], why="Everything is stated; one repeated, one without address, one without @.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Censo Previdenciário 2030 – remarque o seu atendimento", recipients=10, rejected=2, duplicates=1, dispatch=True, list_source="faltosos censo junho.xlsx"))

    p = people("x002", 8)
    when_ = [(22, 8, 0, "Sala 12"), (22, 8, 45, "Sala 12"), (22, 9, 30, "Sala 14"), (22, 10, 15, "Sala 12"), (23, 8, 0, "Sala 14"), (23, 8, 45, "Sala 12"), (23, 9, 30, "Sala 14"), (23, 10, 15, "Sala 14")]
    rows = [["nome", "cpf", "celular", "dia", "hora", "consultório"]] + [[x.name, x.cpf, x.phone(i + 1), ("date", 2030, 7, d), ("time", h, m), s] for i, (x, (d, h, m, s)) in enumerate(zip(p, when_))]
    mail("x002", "request", "thunderbird", ROSMERI, "WhatsApp - avaliação ocupacional 22 e 23/07", "2030-07-09 10:05",
         ["Nádia, bom dia.", "Segue a agenda para o envio das mensagens por WhatsApp. Troquem o que está entre chaves duplas pelo que consta na linha de cada servidor.",
          T("{{nome}}, a sua avaliação ocupacional será no dia {{dia}}, às {{hora}}, {{consultório}} do Núcleo de Saúde.\n\nVenha com roupa confortável e traga a lista dos remédios que toma. Se não puder vir, ligue para (47) 3400-0046 até a véspera.", "indent"),
          "Abraços,"], sig=S_ROSMERI, att=[f("agenda avaliação.xlsx", xlsx({"Agenda": rows}))],
         traps=["placeholders in double braces", "dates and hours are true Excel dates", "CPF column", "sender known by the domain of the department only", "the text begins with a placeholder"], why="Per-person content; the domain saude.ipreville.example belongs to Perícia.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=8, rejected=0, duplicates=0, per_person=True, placeholders=["nome", "dia", "hora", "consultório"], never_forward_columns=["cpf"], dispatch=True, list_source="agenda avaliação.xlsx"))

    mail("x003", "request", "owa", COM, "QR code falso", "2030-07-10 16:22",
         ["Oi, Nádia!", "Descobrimos adesivos com QR code falso colados perto da recepção. Por favor, mandem para todos os segurados, pelo WhatsApp, a foto anexa com esta legenda:",
          T("👀 FIQUE DE OLHO!\n\nO QR code colado nos postes em volta da nossa sede NÃO é do Ipreville. Ele leva a uma página que copia os dados do seu cartão.\n\nNosso único endereço na internet é www.ipreville.example. Se você já digitou seus dados, fale com o seu banco. 🏦", "box"),
          "Se precisar da foto em outro tamanho é só pedir, tá?"], sig=S_MAYARA, att=[f("qrcode_falso.jpg", image("JPEG", (320, 240)))], traps=["emoji", "text in a frame", "no list needed", "'se precisar da foto' is no condition"], why="General notice with picture and caption.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="alerta", attachments_to_send=["qrcode_falso.jpg"], dispatch=True))

    p = people("x004", 5)
    mail("x004", "request", "thunderbird", STEIN, "Plano de trabalho 2031 do Conselho Fiscal – sugestões", "2030-07-11 21:03",
         ["Boa noite, senhoras.", "Solicito a gentileza de remeter, por e-mail, o comunicado que vai entre as linhas. Destinatários: " + "; ".join(x.email for x in p) + ". À conselheira Hilda Poffo entrego em mãos, pois ela não usa computador.",
          ("hr",), T("Caros colegas conselheiros,\n\nEstá aberto até 31/07/2030 o prazo para sugestões ao plano de trabalho de 2031.\n\nAs propostas devem indicar a área a ser examinada e o trimestre de preferência.\n\nA consolidação será votada na reunião de agosto."), ("hr",), "Com apreço,"], sig=["Valdemar Stein"], auth="ext",
         traps=["recipients typed in a running sentence; a sixth person needs no mail", "external address that is in the address book", "no explicit subject: the mail's own title serves"], why="Five addresses; the sixth gets it by hand.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Plano de trabalho 2031 do Conselho Fiscal – sugestões", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional", "evento", "orientacao", "pesquisa"], "rejected": [0, 1]}, list_source="body"))

    p = people("x005", 7)
    mail("x005", "request", "roundcube", CI, "Matriz de riscos", "2030-07-12 09:34",
         ["Prezada Nádia,", "Encaminhar por correio eletrônico aos gestores relacionados no arquivo em anexo a comunicação a seguir, dando ao e-mail o título 'Matriz de riscos – devolução até 09/08'.",
          T("Senhores gestores,\n\nConforme o cronograma aprovado, a matriz de riscos de cada unidade deve ser devolvida ao Controle Interno até 9 de agosto de 2030.\n\nUnidades sem riscos novos devem devolver a matriz do ano anterior, assinada e com a anotação \"sem alteração\".", "marks:[início do texto]|[fim do texto]"), "Respeitosamente,"], sig=S_AFONSO,
         att=[f("Gestores e suplentes.ods", ods(mails_of(p, ("Gestor", "Endereço eletrônico")) + [["Contratos (em substituição)", "-"], ["Frota – " + p[4].name, p[4].email]]))],
         traps=["subject between single quotes inside a sentence", "start and end in brackets", "ods list with a post without address and a person with two posts", "flowed lines"], why="Seven people; one row without address, one person twice.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Matriz de riscos – devolução até 09/08", recipients=7, rejected=1, duplicates=1, dispatch=True, accept={"category": ["orientacao"]}, list_source="Gestores e suplentes.ods"))

    mail("x006", "request", "samsung", HELGA, "elevador", "2030-07-15 07:31",
         ["Nadia, o elevador parou de novo. Solta no zap pra todos os segurados agora cedo:", T("Nosso elevador está em manutenção hoje e amanhã (15 e 16 de julho). Quem tem dificuldade com escadas será atendido no térreo, basta avisar o vigilante na entrada.")],
         to=[NADIA], traps=["'zap' = WhatsApp, 'solta'", "no signature but the line of the phone", "no list: general", "only to the second address of the desk"], why="Channel and audience are said in slang.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", dispatch=True))

    p = people("x007", 13)
    contacts = [[x.name, x.matricula, "" if i in (2, 6, 8) else x.email, "" if i in (0, 11) else x.landline() if i == 4 else x.phone(i)] for i, x in enumerate(p)]
    mail("x007", "request", "owa", FIN, "Folha suplementar de julho", "2030-07-16 14:40",
         ["Boa tarde, Nádia.", "Favor enviar aos 13 aposentados da planilha anexa, por e-mail e também por WhatsApp, a mensagem abaixo.", "Assunto (e-mail): Folha suplementar – crédito em 19/07",
          T("Prezado(a) aposentado(a),\n\nPor uma falha no arquivo do banco, parte do seu benefício de julho não foi creditada.\n\nA diferença será paga em folha suplementar no dia 19/07/2030, na mesma conta. O demonstrativo estará no Portal do Segurado a partir do dia 18.\n\nPedimos desculpas pelo transtorno.\n\nFolha de Pagamento – Ipreville", "quote"),
          "Qualquer dúvida estou no ramal 0027."], sig=S_NEUSA, att=[f("suplementar_julho.xlsx", xlsx({"Suplementar": [["FOLHA SUPLEMENTAR 07/2030", None, None, None], ["Aposentado", "Matrícula", "Correio eletrônico", "Telefone"]] + contacts}, merges=[(0, 0, 3, "FOLHA SUPLEMENTAR 07/2030")]))],
         traps=["two channels, each with its own holes in the list", "merged title row above the header", "a landline is no WhatsApp number", "the text ends with the sector's name, as the signature does"], why="Each of the thirteen is reachable by at least one channel.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Folha suplementar – crédito em 19/07", recipients=13, rejected=0, duplicates=0, recipients_by_channel={"email": 10, "whatsapp": 10}, rejected_by_channel={"email": 3, "whatsapp": 3}, dispatch=True, list_source="suplementar_julho.xlsx"))

    mail("x008", "request", "outlook", SOLANGE, "Originais esquecidos no protocolo", "2030-07-17 11:12",
         ["Nádia,", "Enviar o e-mail que segue para quem deixou documentos originais conosco. A relação atualizada fica no SharePoint: https://ipreville.sharepoint.example/adm/originais2030.xlsx (você tem acesso de leitura).", "Assunto: Retire os seus documentos originais",
          T("Prezado(a) segurado(a),\n\nHá documentos originais seus guardados em nosso protocolo desde o ano passado. Retire-os até 30/08/2030, das 8h às 14h. Depois dessa data eles seguirão para o arquivo central."), "Abraço,"], sig=S_SOL2, logo=True,
         traps=["the list is only a link to a cloud", "the only file is the logo"], why="The list did not come with the mail.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="orientacao", message_subject="Retire os seus documentos originais", missing=["recipients"], dispatch=False, accept={"category": ["atendimento", "andamento"]}))

    p = people("x009", 7)
    mail("x009", "request", "outlook", OTAVIO, "Aposentadoria do professor – documentos conferidos", "2030-07-18 09:26",
         ["Bom dia, Nádia.", "Os sete professores da relação anexa precisam receber este retorno ainda nesta semana:", T("Prezado(a) professor(a), conferimos os documentos do seu pedido de aposentadoria e eles estão completos. O cálculo ficará pronto até 30/08/2030. Não é preciso ligar nem comparecer antes dessa data.", "guillemets"), "Fico no aguardo da confirmação. Grato,"], sig=S_OTAVIO2,
         att=[f("professores.xlsx", xlsx({"Plan1": [["Professor(a)", "Telefone", "E-mail", "Escola"]] + [[x.name, x.phone(i + 3), x.email, f"E. M. nº {21 + i}"] for i, x in enumerate(p)]}))],
         traps=["channel never said; the list would serve both", "guillemets delimit the text", "'ligar' in the text says nothing of the channel"], why="E-mail or WhatsApp cannot be decided from the mail: ask.",
         want=dict(channel=[], audience="specific", area="gerencia-previdencia", category="andamento", missing=["channel"], dispatch=False, accept={"message_subject": ["Aposentadoria do professor – documentos conferidos"], "recipients": [7], "rejected": [0], "duplicates": [0]}, list_source="professores.xlsx"))

    p = people("x010", 9)
    doc = ["Curso Celular sem Segredo", "Caro aposentado, cara aposentada,", "O Ipreville abre mais uma turma do curso **Celular sem Segredo**, para quem quer usar o telefone com segurança.", "Você vai aprender a:", "- fazer chamadas de vídeo com a família;", "- baixar o contracheque pelo aplicativo;", "- reconhecer mensagens de golpe.", "São quatro aulas, às quintas-feiras de agosto (8, 15, 22 e 29), das 9h às 11h, na sala de treinamento.", "Inscrições até 02/08 pelo telefone (47) 3400-0035. Traga o seu aparelho!", "Qualidade de Vida – Ipreville"]
    mail("x010", "request", "apple", ADM, "Celular sem Segredo - turma de agosto", "2030-07-19 10:48",
         ["Nádia querida, bom dia!", "Tem turma nova do curso. É para sair por e-mail: o texto está no docx, os endereços no xlsx. No assunto coloque \"Celular sem Segredo: inscreva-se até 02/08\".", "Beijo e bom fim de semana,"], sig=S_LIVIA,
         att=[f("Chamada turma agosto.docx", docx(doc, header="Qualidade de Vida – modelo de chamada – revisado em 15/07")), f("interessados.xlsx", xlsx({"Plan1": mails_of(p, ("Interessado", "E-mail"))}))],
         traps=["the text is in a .docx, split in runs, with a bullet list and a page header that is no text", "neither file is an attachment to send", "'bom fim de semana' is for Nádia"], why="A person opens the Word file and copies the text.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Celular sem Segredo: inscreva-se até 02/08", message_text=doc[0] + "\n\n" + "\n".join(doc[1:]), recipients=9, rejected=0, duplicates=0, dispatch=True, list_source="interessados.xlsx"))

    p = people("x011", 5)
    t11 = "Prezado(a) servidor(a),\n\nA visita ao seu posto de trabalho para a perícia de readaptação, marcada para 25/07, não será feita nesse dia porque o carro do Núcleo está na oficina.\n\nA nova visita será em 01/08, no mesmo horário. Não é necessário confirmar."
    mail("x011", "request", "ios-outlook", LENITA, "ENC: visitas de readaptação", "2030-07-22 19:38", ["Nádia, por favor dispara por WhatsApp para os cinco da planilha o aviso que o Juliano escreveu aqui embaixo. Obrigada!"], to=[ASSESSORIA, NADIA],
         quoted=own(JULIANO, "2030-07-22 17:10", "visitas de readaptação", ["Oi, doutora!", "O mecânico pediu até sexta. Rascunhei o recado assim:", t11, "Se a senhora preferir que eu cancele tudo e refaça a agenda, me diga.", "Juliano Rengel", "Terapeuta ocupacional"], to="Lenita Hostin <lenita.hostin@ipreville.example>"),
         att=[f("visitas 25-07.xlsx", xlsx({"Visitas": [["Servidor", "CID", "Telefone celular", "Data de nascimento", "Local de trabalho"]] + [[x.name, c, x.phone(i + 2), ("date", 1968 + i, 3 + i, 7), l] for i, (x, c, l) in enumerate(zip(p, ["M54.5", "F41.1", "M75.1", "M54.2", "G56.0"], ["CEI Girassol", "UBS Glória", "E. M. nº 9", "Arquivo", "Cozinha central"]))]}))],
         traps=["CID and birth date columns: not for the call center", "the message is inside the forwarded mail of a colleague", "'não será feita' is message text; 'cancele tudo' is the colleague's", "colleague's words before and after the text"], why="Only the paragraphs addressed to the servants are the message.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", message_text=t11, recipients=5, rejected=0, duplicates=0, forward_columns=["Servidor", "Telefone celular"], never_forward_columns=["CID", "Data de nascimento"], dispatch=True, list_source="visitas 25-07.xlsx"))

    p = people("x012", 8)
    body = ["Bom dia, Nádia,", "Favor remeter por e-mail aos servidores licenciados da planilha.", "Assunto: Guia de recolhimento de julho", "Mensagem:",
            T("A guia de recolhimento da sua contribuição de julho já pode ser emitida no Portal do Servidor. O vencimento é 09/08/2030. Depois dessa data haverá multa e juros, calculados pela própria guia."), "Grato,"]
    sheet = xlsx({"Licenciados": mails_of(p, ("Servidor licenciado", "E-mail"))})
    want = dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Guia de recolhimento de julho", recipients=8, rejected=0, duplicates=0, list_source="licenciados julho.xlsx", accept={"category": ["orientacao"]})
    mail("x012", "request", "outlook", FIN, "Guia dos licenciados", "2030-07-24 09:02:14", body, sig=S_EVERTON, logo=True, att=[f("licenciados julho.xlsx", sheet)], traps=["the first of two equal mails"], why="First copy counts.", want=dict(want, dispatch=True))
    mail("x013", "request", "outlook", FIN, "Guia dos licenciados", "2030-07-24 09:02:49", body, to=[NADIA], sig=S_EVERTON, logo=True, att=[f("licenciados julho.xlsx", sheet)], traps=["the same once more, to the other address of the desk, 35 seconds later, other Message-ID"], why="Second copy must not be sent again.",
         want=dict(want, dispatch=False, duplicate_of="x012"))

    p = people("x014", 6)
    mail("x014", "request", "gmail-app", BIANCA, "Whats do coral", "2030-07-26 17:09",
         ["Nádia, chegou a animação do coral! Vai pelo WhatsApp para os coralistas do csv, com esta legenda:", T("Atenção, coralistas: os ensaios do Coral do Ipreville voltam na terça, 6 de agosto, às 14h30. A pasta de partituras fica com a regente. Vamos soltar a voz! 🎶"), "Bjo, Bi"],
         att=[f("coral_animado.gif", image("GIF", (240, 180))), f("coralistas.csv", csv(phones_of(p, ("coralista", "celular")), sep=";", enc="utf-8", bom=True))],
         traps=["WhatsApp takes no GIF picture", "csv utf-8 with BOM", "'Bjo, Bi' closes the mail, not the text"], why="Step 24: the picture must be made to fit before it goes.",
         want=dict(channel=["whatsapp"], audience="specific", area="comunicacao", category="evento", attachments_to_send=["coral_animado.gif"], media_to_convert=["coral_animado.gif"], recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"dispatch": [True, False]}, list_source="coralistas.csv"))

    p = people("x015", 6)
    mail("x015", "request", "outlook", MARLISE, "Pensão – certidão de óbito ilegível", "2030-07-30 13:55",
         ["Nádia, boa tarde.", "São estas as pessoas:", ("table", [["Requerente", "E-mail", "Protocolo"]] + [[x.name, x.email, f"{1204 + 2 * i}/2030"] for i, x in enumerate(p[:4])] + [["Waltraud Hansen Moser", "(só telefone fixo)", "1212/2030"]] + [[x.name, x.email, f"{1214 + 2 * i}/2030"] for i, x in enumerate(p[4:])]),
          "Peço que recebam por e-mail o seguinte:", T("Boa tarde!\n\nA cópia da certidão de óbito que acompanha o seu pedido de pensão está ilegível. Envie nova cópia, frente e verso, em resposta a este e-mail, no prazo de 15 dias.\n\nSem o documento o pedido não pode ser analisado."),
          "Com a dona Waltraud eu mesma falo.", "Obrigada,"], sig=S_MARLISE2, traps=["recipients in an HTML table of the body", "the message starts with the greeting of the mail", "no explicit subject", "one row has words instead of an address, and is seen to by the requester"], why="The table is the list; one person has no e-mail.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Pensão – certidão de óbito ilegível", recipients=6, rejected=1, duplicates=0, dispatch=True, accept={"rejected": [0], "category": ["orientacao"]}, list_source="body-table"))

    p = people("x016", 5)
    mail("x016", "request", "outlook", "Luan Sbardelotto <luan.sbardelotto@ipreville.example>", "0800 da Ouvidoria", "2030-08-01 15:18",
         ["Prezada Nádia,", "Peço o envio, por e-mail, da mensagem abaixo aos manifestantes da planilha.", "Assunto: A Ouvidoria do Ipreville tem telefone gratuito", T("Prezado(a), a Ouvidoria do Ipreville passa a atender também pelo telefone gratuito 0800 000 0303, de segunda a sexta-feira, das 8h às 17h."), "Cordialmente,"], sig=S_LUAN, att=[f("manifestantes.xlsx", xlsx({"Plan1": mails_of(p, ("Manifestante", "E-mail"))}))],
         traps=["internal address in no area; the signature names a unit that is in no area either"], why="Cell of the workbook cannot be chosen: ask the area.",
         want=dict(channel=["email"], audience="specific", area=None, category="atendimento", message_subject="A Ouvidoria do Ipreville tem telefone gratuito", recipients=5, rejected=0, duplicates=0, missing=["area"], dispatch=False, accept={"category": ["orientacao", "institucional"]}, list_source="manifestantes.xlsx"))

    mail("x017", "request", "outlook", JAIR, "Nova tabela do IR - whats geral", "2030-12-16 17:21",
         ["Nádia, boa tarde.", "Deixe programado, por favor: WhatsApp para todos os segurados, no dia 3/2, às 8h30 (segunda-feira). Antes disso não pode, a folha ainda estará aberta. Texto:",
          T("Desde 1º de fevereiro de 2031 vale a nova tabela do imposto de renda. O desconto no seu contracheque pode ter mudado – confira em “Meus pagamentos”, no Portal do Segurado. O crédito de fevereiro será no dia 27."), "Bom Natal para a equipe!"], sig=S_JAIR2, charset="iso-8859-1",
         traps=["3/2 without year, written on 16 December: next year, and the weekday agrees", "1º and 27 February belong to the text", "'não pode' is no reserve beyond the date", "'Bom Natal' is for Nádia", "declared iso-8859-1, in truth Windows-1252 (dash, curly quotes)"], why="Date in the next year; workbook tab 2031.",
         want=dict(channel=["whatsapp"], audience="general", area="gerencia-financeira", category="pagamento", send_at="2031-02-03T08:30", dispatch=True, accept={"category": ["imposto-de-renda"]}))

    p = people("x018", 12)
    mail("x018", "request", "owa", KELI, "Pensão alimentícia em folha", "2030-08-05 10:37",
         ["Bom dia, Nádia!", "Enviar por e-mail o texto abaixo. Atenção: é só a aba “Sem conta” da planilha; as outras duas servem para o nosso controle.", T("Prezado(a) responsável,\n\nNão temos a conta bancária para o depósito da pensão alimentícia de agosto. Informe banco, agência e conta até 14/08/2030, em resposta a este e-mail."), "Assunto: Informe a conta para o depósito da pensão alimentícia"], sig=S_KELI2,
         att=[f("alimentandos.xlsx", xlsx({"Com conta": mails_of(p[:4], ("Responsável", "E-mail")), "Sem conta": mails_of(p[4:9], ("Responsável", "E-mail")), "Suspensos": mails_of(p[9:], ("Responsável", "E-mail"))}))],
         traps=["one of three sheets, the second", "subject after the text"], why="The mail names the sheet.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Informe a conta para o depósito da pensão alimentícia", recipients=5, rejected=0, duplicates=0, dispatch=True, list_source="alimentandos.xlsx#Sem conta"))

    p = people("x019", 6)
    te = "Prezado(a) eleitor(a),\n\nNenhuma chapa alcançou a maioria dos votos. O segundo turno da eleição do Conselho Administrativo será no dia 28/08/2030, das 8h às 17h, nos mesmos locais.\n\nPode votar também quem não votou no primeiro turno.\n\nComissão Eleitoral"
    tw = "Tem segundo turno! Vote para o Conselho no dia 28/08, das 8h às 17h, no mesmo local. Leve documento com foto."
    mail("x019", "request", "thunderbird", CADM, "Segundo turno da eleição", "2030-08-07 14:03",
         ["Senhora Assessora,", "Solicitamos comunicar os eleitores da planilha anexa por WhatsApp e por e-mail, cada meio com o seu texto.", "Para o WhatsApp:", T(tw, "indent"), "Para o e-mail (assunto: Eleição do Conselho – segundo turno em 28/08):", T(te, "indent"), "Agradecemos a atenção de sempre."], sig=S_ELAINE,
         att=[f("eleitores_amostra.xlsx", xlsx({"Eleitores": [["Eleitor", "Celular", "E-mail"]] + [[x.name, x.phone(i + 4), x.email] for i, x in enumerate(p)]}))],
         traps=["one text per channel, the short one first", "the subject stands in brackets in the line that introduces the text", "the message has a signature of its own"], why="Both texts are marked.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="conselho-administrativo", category="eleicao", message_subject="Eleição do Conselho – segundo turno em 28/08", message_text=te, message_text_by_channel={"email": te, "whatsapp": tw}, recipients=6, rejected=0, duplicates=0, recipients_by_channel={"email": 6, "whatsapp": 6}, rejected_by_channel={"email": 0, "whatsapp": 0}, dispatch=True, list_source="eleitores_amostra.xlsx"))

    p = people("x020", 7)
    t20 = "Informamos que a procuração registrada em nosso cadastro vence em 30/09/2030. Para continuar a representar o beneficiário, apresente procuração atualizada, lavrada há menos de seis meses, e o seu documento com foto."
    body = ["Bom dia Nádia,", "Segue relação para envio por e-mail. O assunto fica: Renovação da procuração", "Texto do e-mail:", t20, "Obrigada, Dirlene (Censo)"]
    mail("x020", "request", "winmail", PREV, "Procurações a vencer", "2030-08-09 09:50", body, plain_only=True, att=[f("winmail.dat", tnef("Procurações a vencer", "\r\n\r\n".join(body), [("Procuradores.xlsx", xlsx({"Plan1": mails_of(p, ("Procurador", "E-mail"))}))]))],
         traps=["the list is inside winmail.dat (TNEF)", "closing and name in one line"], why="Outlook rich-text mail; the list must be taken out of TNEF.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Renovação da procuração", message_text=t20, recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "prova-de-vida"]}, list_source="winmail.dat/Procuradores.xlsx"))

    p = people("x021", 6)
    old3 = own(HELGA, "2030-07-25 17:44", "RES: Ata da 6ª sessão", ["Aprovado. Se possível avisem também no WhatsApp de todos os segurados.", "Helga"], to=CADM)
    old2 = dict(own(CADM, "2030-07-26 08:30", "Ata da 6ª sessão", ["Prezada Nádia, solicitamos o envio por e-mail aos conselheiros da lista:", "Informamos que a ata da 6ª sessão ordinária está disponível para assinatura até 2 de agosto."]), quoted=old3)
    old1 = dict(own(NADIA, "2030-07-26 11:05", "RES: Ata da 6ª sessão", ["Elaine, enviado a 17 conselheiros. Se houver correção ou cancelamento, me responda por aqui.", "Nádia"], to=CADM), quoted=old2)
    mail("x021", "request", "outlook", CADM, "RES: RES: Ata da 6ª sessão", "2030-08-13 09:14",
         ["Nádia, bom dia, tudo bem?", "Aproveito o fio para um pedido novo, também por e-mail e com outra lista (anexa, somente os suplentes).", "Assunto: Convocação de suplentes para a 7ª sessão", "Segue o texto:",
          T("Senhores suplentes,\n\nCom a licença de dois titulares, ficam os senhores convocados para a 7ª sessão ordinária, em 27/08/2030, às 14h, na sala dos conselhos.\n\nA pauta inclui a prestação de contas do primeiro semestre."), "Grata,"], sig=S_ELAINE, irt="ata6.0726b@ipreville.example", quoted=old1, att=[f("suplentes.csv", csv(mails_of(p, ("Suplente", "E-mail"))))],
         traps=["'RES: RES:' subject and In-Reply-To, yet a new request", "an older text of the same kind is quoted below", "quoted mails with 'Aprovado', 'WhatsApp de todos os segurados', 'cancelamento'"], why="A new sending with its own text, list and subject.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="prestacao-de-contas", message_subject="Convocação de suplentes para a 7ª sessão", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional", "evento", "orientacao"]}, list_source="suplentes.csv"))

    mail("x022", "request", "owa", GAB, "Aniversário do Ipreville", "2030-08-15 15:29",
         ["Nádia, boa tarde.", "O Instituto faz aniversário no fim do mês, e a Presidente quer que todos os segurados recebam por e-mail a mensagem que segue. O assunto pode ser: Ipreville, 35 anos com você",
          T("Querido segurado, querida segurada,\n\nNeste 30 de agosto o Ipreville completa 35 anos. São mais de cinco mil histórias de trabalho que temos a honra de acompanhar.\n\nObrigada por fazer parte de cada uma delas.\n\nHelga Marcon Tiedt\nDiretora-Presidente"), "Um abraço,"], sig=S_ROSANE,
         traps=["general audience by e-mail: there is a general list for WhatsApp only", "the text is signed by a real person and says 'Obrigada'", "the date of the anniversary is no date of sending"], why="No general e-mail list is configured.",
         want=dict(channel=["email"], audience="general", area="gabinete", category="institucional", message_subject="Ipreville, 35 anos com você", missing=["recipients"], dispatch=False))

    p = people("x023", 9)
    rows = [["Interessado", "Contato"]] + [[p[0].name, p[0].phone8()], [p[1].name, p[1].landline() + " ou " + p[1].phone(0)], [p[2].name, p[2].no_ddd()], [p[3].name, p[3].phone(6)], [p[4].name, "recado com a vizinha"], [p[5].name, p[5].phone(5)], [p[6].name, p[6].landline()], [p[7].name, p[7].phone(8)], [p[8].name, p[8].phone(3)], [p[5].name, p[5].phone(4)]]
    mail("x023", "request", "outlook", PREV, "Aposentadorias registradas no TCE - WhatsApp", "2030-08-19 10:11",
         ["Nádia,", "Por gentileza, mandar no WhatsApp dos interessados da planilha o que segue:", T("Boa notícia! O Tribunal de Contas registrou a sua aposentadoria, e o processo está encerrado. O comprovante pode ser retirado no Ipreville ou baixado no Portal do Segurado.", "straight"), "Obrigada,"], sig=S_TATIANA, att=[f("registrados TCE.xls", xls(rows))],
         traps=["two numbers in a cell", "missing ninth digit (fixable)", "no area code (not fixable)", "landline", "words instead of a number", "same number twice in two spellings"], why="Six usable, three not, one repeated.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=6, rejected=3, duplicates=1, dispatch=True, list_source="registrados TCE.xls"))

    p = people("x024", 6)
    mail("x024", "request", "outlook", SOLANGE, "Colônia de férias 2030/2031", "2030-08-21 14:30",
         ["Boa tarde, Nádia.", "Segue pedido de e-mail aos sócios da planilha (ela é só para o seu uso). Anexar o regulamento e a ficha de reserva, por favor.",
          T("Prezado(a) sócio(a),\n\nEstão abertas as reservas para a temporada de verão da colônia de férias. Seguem anexos o regulamento e a ficha de reserva.\n\nDevolva a ficha preenchida até 20/09/2030. Havendo mais pedidos do que vagas, haverá sorteio."), "Obrigada, até mais,"], sig=S_SOL2, logo=True, disc=D3,
         att=[f("socios.xlsx", xlsx({"Plan1": mails_of(p, ("Sócio", "E-mail"))})), f("Regulamento da colônia.pdf", pdf(["Regulamento da colônia de férias"])), f("Ficha de reserva.xlsx", xlsx({"Ficha": [["FICHA DE RESERVA"], ["Nome do sócio:", ""], ["Matrícula:", ""], ["Quinzena desejada:", ""], ["Número de pessoas:", ""]]}))],
         traps=["two sheets: one is the list and stays, the other is a form and goes", "disclaimer naming both channels", "no explicit subject"], why="Rules and form go; the list and the logo stay.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="orientacao", message_subject="Colônia de férias 2030/2031", recipients=6, rejected=0, duplicates=0, attachments_to_send=["Regulamento da colônia.pdf", "Ficha de reserva.xlsx"], dispatch=True, accept={"category": ["evento", "institucional"]}, list_source="socios.xlsx"))

    p = people("x025", 5)
    mail("x025", "request", "owa", PERICIA, "Lembrete perícia domiciliar", "2030-09-24 11:02",
         ["Bom dia, Nádia.", "Agendar para o dia 31/09, às 7h, o WhatsApp abaixo, aos familiares da planilha:", T("Lembrete da Perícia Médica: nesta semana o perito fará a visita domiciliar. Deixe separados as receitas e os exames do paciente.", "curly"), "Atenciosamente,"], sig=S_CESAR2, att=[f("domiciliares.xlsx", xlsx({"Plan1": phones_of(p, ("Familiar", "Celular"))}))],
         traps=["September has no 31st"], why="The day does not exist: ask.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=5, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, accept={"category": ["orientacao"]}, list_source="domiciliares.xlsx"))

    p = people("x026", 5)
    mail("x026", "request", "zimbra", ADM, "Passeio a São Francisco", "2030-08-23 08:35",
         ["Nádia, bom dia!", "Preciso que saia um e-mail aos inscritos do passeio (lista anexa). Título: Passeio de 31/08 cancelado", T("O passeio a São Francisco do Sul, marcado para 31/08, foi cancelado por causa da previsão de temporal. Desconsiderem o horário de saída informado antes. Quem já pagou o almoço terá o dinheiro de volta na recepção."), "Obrigada!"], sig=S_LIVIA,
         att=[f("inscritos_passeio.csv", csv(mails_of(p, ("inscrito", "email")), sep=",", enc="utf-8"))], traps=["'cancelado' and 'desconsiderem' belong to the message, not to a request"], why="It asks for a sending.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Passeio de 31/08 cancelado", recipients=5, rejected=0, duplicates=0, dispatch=True, list_source="inscritos_passeio.csv"))

    p = people("x027", 13)
    mail("x027", "request", "outlook", FIN, "Licença-prêmio em dinheiro", "2030-08-27 13:17",
         ["Boa tarde, Nádia!", "Solicito o envio por e-mail aos aposentados da planilha anexa.", "Assunto: Licença-prêmio – pagamento em 06/09", "Texto:", T("Prezado(a) aposentado(a), a sua licença-prêmio não gozada será paga em dinheiro no dia 06/09/2030, junto com uma folha à parte. O demonstrativo ficará no Portal do Segurado."),
          "São vinte e dois aposentados, nem um a mais, nem um a menos: a lista foi homologada pelo juiz.", "Att,"], sig=S_NEUSA, att=[f("licença-prêmio.xlsx", xlsx({"Plan1": mails_of(p, ("Aposentado", "E-mail"))}))],
         traps=["twenty-two announced, in words and after the text, thirteen in the list"], why="The list and the words disagree and the requester stresses the number: ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Licença-prêmio – pagamento em 06/09", recipients=13, rejected=0, duplicates=0, missing=["recipients_confirm"], dispatch=False, accept={"recipients": [None]}, list_source="licença-prêmio.xlsx"))

    p = people("x028", 3)
    mail("x028", "request", "android-outlook", OTAVIO, "whats CTC", "2030-08-29 17:44", ["Nádia, avisa por whats essas pessoas que a CTC delas saiu? Usa aquele textinho padrão que vocês têm aí, acho que foi a Tatiana que escreveu.", f"{p[0].name} ({p[0].phone(1)})\n{p[1].name} ({p[1].phone(7)})\n{p[2].name} ({p[2].phone(6)})", "vlw"],
         traps=["a standard text that nobody has named and that did not come", "recipients typed one a line with phone"], why="Which text? Ask for it (or propose one).",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=3, rejected=0, duplicates=0, missing=["message_text"], dispatch=False, accept={"category": [None, "orientacao", "atendimento"]}, list_source="body"))

    p = people("x029", 8)
    mail("x029", "request", "apple", BIANCA, "Pesquisa trabalho voluntário", "2030-09-02 11:26",
         ["Oi, Nádia!", "Mais uma pesquisa no forno. Disparo por e-mail para a amostra do CSV, com o título: Você faz trabalho voluntário? Conte para nós", "Segue a mensagem:",
          T("Oi! Tudo bem?\n\nO Ipreville quer conhecer os aposentados que fazem trabalho voluntário, ou que gostariam de começar. A pesquisa tem seis perguntas:\n\n- o que você faz hoje\n- quanto tempo tem por semana\n- que causas lhe interessam\n- se tem transporte\n- se já coordenou um grupo\n- se aceita ser entrevistado\n\nResponda até 20 de setembro: https://voluntarios.ipreville.example/pesquisa\n\nContamos com você!"), "Beijos"], sig=["Bianca Raulino", "Jornalista", "Comunicação - Ipreville", "(47) 3400-0061"],
         att=[f("amostra_voluntarios.csv", csv(mails_of(p, ("nome", "email")), sep=",", enc="utf-8"))], traps=["list of points", "'título' instead of 'Assunto', ending in no mark", "the message begins as chat does"], why="Everything is stated.",
         want=dict(channel=["email"], audience="specific", area="comunicacao", category="pesquisa", message_subject="Você faz trabalho voluntário? Conte para nós", recipients=8, rejected=0, duplicates=0, dispatch=True, list_source="amostra_voluntarios.csv"))

    mail("x030", "request", "outlook", CESAR, "Onda de calor - WhatsApp", "2030-12-03 09:08",
         ["Nádia, bom dia.", "Em razão da onda de calor, favor enviar por WhatsApp, a todos os segurados, o folheto da Defesa Civil em anexo (PDF) com a seguinte mensagem:", T("Calor forte faz mal ao coração e aos rins. Beba água mesmo sem sede, evite o sol entre 10h e 16h e veja no folheto os sinais de alerta. Emergência: 192."), "Att.,"], sig=S_CESAR2, logo=True,
         traps=["a PDF is announced but only the signature logo is attached"], why="The leaflet did not come.",
         want=dict(channel=["whatsapp"], audience="general", area="pericia-medica", category="orientacao", missing=["media"], dispatch=False, accept={"category": ["alerta", "institucional"]}))


def answers():
    p = people("x031", 11)
    mail("x031", "reply-to-request", "owa", ADM, "RES: [AR-2030-0305] Falta a lista de destinatários", "2030-07-08 10:20", ["Que cabeça a minha! Aqui está 😅"], sig=S_LIVIA, reply_to="ack305",
         quoted=ask("AR-2030-0305", "Falta a lista de destinatários", "2030-07-08 09:15", ADM, "Prezada Lívia,\n\nPara concluir o envio AR-2030-0305 falta a lista de destinatários. Responda a este e-mail anexando a planilha."),
         att=[f("hidro.xls", xls(mails_of(p, ("Aluno", "E-mail")) + [["Darci Fuck Althoff", "sem e-mail"], ["Vanda Buzzi", ""]]))], traps=["protocol in the subject", "no word of lists in the answer", "two without address"], why="Completes the open request.",
         want=dict(area="gerencia-administrativa", recipients=11, rejected=2, duplicates=0, relates_to="AR-2030-0305", effect="completes", dispatch=True, list_source="hidro.xls"))
    mail("x032", "reply-to-request", "outlook", PREV, "RES: Censo - faltosos de junho", "2030-07-08 08:58", ["Ai Nádia, errei a data: não é 26/07/2030, e sim 02/08/2030. Se ainda não saiu, arruma pra mim? O resto está certo."], sig=S_DIRLENE, reply_to="x001",
         quoted=own(PREV, "2030-07-08 08:47", "Censo - faltosos de junho", ["Nádia, bom dia!", "Tudo certo por aí? Precisamos que vá um e-mail para o pessoal da planilha anexa [...]"]), traps=["correction eleven minutes after the request: may already be sent", "must not become a second request"], why="Correction of x001; a person (or a confirmed edit) applies it.",
         want=dict(area="gerencia-previdencia", relates_to="x001", effect="corrects", dispatch=False))
    mail("x033", "reply-to-request", "iphone", OTAVIO, "Re: Aposentadoria do professor – documentos conferidos", "2030-07-18 11:49", ["Ah, faltou dizer. No WhatsApp, por favor, que professor em aula não abre e-mail."], reply_to="x009", quoted=dict(AUTO, at="2030-07-18 09:31", to=OTAVIO, subject="RES: Aposentadoria do professor – documentos conferidos", body=["Otávio, por qual canal a mensagem deve seguir: e-mail ou WhatsApp?"]),
         traps=["the other channel is named as a reason against it", "the quoted question names both"], why="Channel given: WhatsApp.", want=dict(channel=["whatsapp"], area="gerencia-previdencia", relates_to="x009", effect="completes", dispatch=True))
    mail("x034", "reply-to-request", "outlook", MARLISE, "RES: [AR-2030-0302] Envio concluído", "2030-07-01 16:48", ["Recebido, Nádia. Vocês são rápidas demais! Agradeço à equipe inteira."], sig=S_MARLISE2, reply_to="ack302", quoted=ask("AR-2030-0302", "Envio concluído", "2030-07-01 16:00", MARLISE, "O envio AR-2030-0302 foi concluído: 288 mensagens."), traps=["'Recebido' is no approval"], why="Thanks only.",
         want=dict(area="gerencia-previdencia", relates_to="AR-2030-0302", effect="thanks", dispatch=False))
    mail("x035", "reply-to-request", "owa", CESAR, "RES: [AR-2030-0301] Solicitação recebida", "2030-07-03 13:12", ["Nádia, boa tarde. Como está o disparo das perícias? Dois dos 41 me disseram hoje no balcão que não chegou nada para eles."], sig=S_CESAR2, reply_to="ack301", quoted=ack(301, "Perícias da segunda quinzena de julho", "2030-07-01 09:20", CESAR), traps=["asks, does not request a new sending", "'disparo'"], why="Answer with the state of AR-2030-0301.",
         want=dict(area="pericia-medica", relates_to="AR-2030-0301", effect="status-question", dispatch=False))
    t36 = "Prezado(a) segurado(a), a partir de agosto o contracheque terá novo modelo, com os descontos agrupados por tipo. Os valores não mudam. Veja o exemplo comentado no Portal do Segurado."
    mail("x036", "reply-to-request", "outlook", KELI, "contracheque novo: troca de texto (AR-2030-0304)", "2030-07-08 14:55", ["Oi, Nádia.", "O Jair pediu para trocar o texto do AR-2030-0304 por este:", T(t36, "box"), "Lista, assunto e canais ficam como estavam."], sig=S_KELI2,
         traps=["no In-Reply-To, other sender of the same area", "has a message text but is no new request", "request waits for approval: it must be asked again"], why="Replaces the text of a pending request.",
         want=dict(area="gerencia-financeira", message_text=t36, relates_to="AR-2030-0304", effect="corrects", dispatch=False))
    x = people("x020", 7)[2]
    mail("x037", "reply-to-request", "outlook", PREV, "RES: Procurações a vencer", "2030-08-09 10:34", [f"Nádia, tira da relação, por favor, {x.name}: o beneficiário que representava faleceu ontem e seria uma indelicadeza. Para os demais pode seguir normalmente.", "Dirlene"], reply_to="x020",
         quoted=own(PREV, "2030-08-09 09:50", "Procurações a vencer", ["Bom dia Nádia,", "Segue relação para envio por e-mail. O assunto fica: Renovação da procuração"]), traps=["removes one recipient; not a cancellation", "'pode seguir' is no approval"], why="Correction of the list of x020.", want=dict(area="gerencia-previdencia", relates_to="x020", effect="corrects", dispatch=False))
    mail("x038", "reply-to-request", "outlook", FIN, "RES: Licença-prêmio em dinheiro", "2030-08-27 14:26", ["Nádia, minhas respostas em azul:", "a) A planilha tem 13 aposentados, mas o pedido fala em vinte e dois. Quantos são?", ("color", [("p", "São 13. Os outros nove moram em outro estado e já foram avisados por carta.")], "#0000FF"), "b) Então enviamos para os 13?", ("color", [("p", "Sim, podem enviar.")], "#0000FF")], sig=S_NEUSA, reply_to="x027",
         traps=["the answers stand under repeated questions, marked only by colour"], why="Confirms the list of x027: release it.", want=dict(area="gerencia-financeira", relates_to="x027", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("x039", "reply-to-request", "roundcube", "Dener Cavilha <envios@callcenter.example>", "Re: [AR-2030-0303] Pacote para envio por WhatsApp", "2030-07-02 10:28", ["Bom dia, Nádia.", "No pacote vieram dois arquivos de contatos, um com 5.340 e outro com 5.298 linhas. Qual dos dois é o bom? Vamos esperar a sua orientação para iniciar."], sig=S_DENER, auth="ext", reply_to="cc303", quoted=pack(303, "2030-07-02 09:15", "5.340"),
         traps=["from the call center, with two counts, but no report", "the quoted text contains the word 'relatório'"], why="The call center needs a decision: alert a person.", want=dict(relates_to="AR-2030-0303", effect="question", dispatch=False))
    mail("x040", "approval", "samsung", HELGA, "Re: [AR-2030-0306] Para aprovação: Devolutiva da auditoria da folha", "2030-07-08 20:16", ["Li com calma. Está bom, pode liberar."], reply_to="ok306", quoted=preview(306, "Devolutiva da auditoria da folha", "2030-07-08 11:00", "83 destinatários, e-mail"), traps=["own words instead of the proposed one", "the quoted text contains both APROVO and NÃO APROVO"], why="Approver's own words approve.",
         want=dict(area="gabinete", relates_to="AR-2030-0306", dispatch=True))
    mail("x041", "reply-to-request", "outlook", HELGA, "RES: [AR-2030-0304] Para aprovação: Novo modelo de contracheque", "2030-07-10 09:33", ["Nádia, aprovado o conteúdo, mas o segundo parágrafo está confuso. Peça à Keli para reescrever e depois me mande de novo."], sig=S_HELGA2, logo=True, reply_to="ok304", quoted=preview(304, "Novo modelo de contracheque", "2030-07-09 10:10", "1467 destinatários, e-mail e WhatsApp"), traps=["'aprovado' with a reserve: must not release the text as it stands"], why="To be rewritten and shown again; dispatch must be false.",
         want=dict(area="gabinete", relates_to="AR-2030-0304", effect="corrects", dispatch=False, accept={"class": ["approval"], "effect": ["rejects"]}))
    mail("x042", "approval", "outlook", HELGA, "RES: [AR-2030-0309] Para aprovação: Atendimento reduzido no inverno", "2030-07-09 18:02", ["Aprovo. Mandem na sexta-feira, dia 12, às 9h. A portaria sai no Diário de quinta.", "Obrigada,"], sig=S_HELGA2, reply_to="ok309", quoted=preview(309, "Atendimento reduzido no inverno", "2030-07-09 15:20", "todos os segurados, WhatsApp"), traps=["approval with a schedule: 12/07/2030 was a Friday", "the reason behind it is no reserve"], why="Approved, to go on Friday at 9, not now.",
         want=dict(area="gabinete", relates_to="AR-2030-0309", send_at="2030-07-12T09:00", dispatch=True))
    mail("x043", "cancellation", "outlook", FIN, "RES: Guia dos licenciados", "2030-07-24 09:15", ["Nádia, pode desistir desse envio, por favor. O portal está gerando a guia com o valor errado e a TI ainda não deu prazo.", "Everton"], reply_to="x012",
         quoted=own(FIN, "2030-07-24 09:02", "Guia dos licenciados", ["Bom dia, Nádia,", "Favor remeter por e-mail aos servidores licenciados da planilha."]), traps=["'desistir'; cancels a request that came in twice: both copies", "no protocol"], why="Cancel; nothing may go out.", want=dict(area="gerencia-financeira", relates_to="x012", dispatch=False, accept={"relates_to": ["x012", "x013"]}))
    mail("x044", "cancellation", "android-outlook", ADM, "não manda o do passeio!", "2030-08-23 08:57", ["Nádia, não manda aquele e-mail do passeio a São Francisco que pedi hoje cedo! A previsão virou e o passeio está de pé de novo. Desculpa a confusão.", "Lívia"], traps=["new thread, no protocol, no In-Reply-To: found by area and subject"], why="Refers to x026, of 22 minutes before.", want=dict(area="gerencia-administrativa", relates_to="x026", dispatch=False))
    mail("x045", "cancellation", "apple", PERICIA, "Re: [AR-2030-0310] Solicitação recebida", "2030-07-05 09:03", ["Nádia, a luz voltou e as perícias de hoje estão mantidas. Precisamos sustar esse WhatsApp com urgência, nem que seja para quem ainda não recebeu. Me confirma?", "César"], reply_to="ack310", quoted=ack(310, "Perícias transferidas por falta de energia", "2030-07-05 08:06", PERICIA), traps=["already at the call center: needs a cancel message there", "'sustar', 'urgência'"], why="Cancellation after the package left.", want=dict(area="pericia-medica", relates_to="AR-2030-0310", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-generated")]
    m2, m7 = ACKS["m302"], ACKS["m307"]
    s2, s7 = "Certidão de nascimento dos dependentes", "Relatório anual do Conselho Fiscal"
    r = people("x046", 5)
    mail("x046", "delivery-receipt", "receipt", MSX, "Retransmitido: " + s2, "2030-07-01 15:12:40", [], to=[PRESID], headers=auto + [("In-Reply-To", f"<{m2}>")], envelope="",
         raw_root=dsn("x046", "A entrega a estes destinatários ou grupos foi concluída, mas nenhuma notificação de entrega foi enviada pelo servidor de destino:\n\n" + "\n\n".join(x.email for x in r) + f"\n\nAssunto: {s2}\n", [(x.email, "relayed", "2.0.0", None) for x in r], "2030-07-01 15:10", m2, html="<p>A entrega a estes destinatários ou grupos foi concluída, mas nenhuma notificação de entrega foi enviada pelo servidor de destino.</p>", subject=s2),
         traps=["'relayed' is not 'delivered'", "five recipients in one DSN"], why="Relay to the requesting area.", want=dict(relates_to="AR-2030-0302", receipt={"action": "relayed", "recipients": [x.email for x in r]}))
    r = people("x047", 1)[0]
    mail("x047", "delivery-receipt", "receipt", "postmaster@mail.example <postmaster@mail.example>", "Entregue: " + s7, "2030-07-03 10:41:33", [], to=[PRESID], auth="ext", envelope="", headers=auto + [("In-Reply-To", f"<{m7}>")],
         raw_root=dsn("x047", f"Your message has been delivered to the following recipients:\n\n{r.email}\n\nSubject: {s7}\n", [(r.email, "delivered", "2.0.0", "250 2.0.0 Ok: queued")], "2030-07-03 10:40", m7, mta="mx1.mail.example", subject=s7), traps=["outside postmaster, English body under a Portuguese subject"], why="Delivered.", want=dict(relates_to="AR-2030-0307", receipt={"action": "delivered", "recipients": [r.email]}))
    r = people("x048", 1)[0]
    mail("x048", "delivery-receipt", "receipt", MSX, "Não é possível entregar: " + s7, "2030-07-03 10:43:02", [], to=[PRESID], headers=auto, envelope="",
         raw_root=dsn("x048", f"Falha na entrega a estes destinatários ou grupos:\n\n{r.email}\nA caixa de correio do destinatário está cheia e não pode aceitar mensagens agora.\n\nInformações de diagnóstico para administradores:\n\nServidor de origem: GV1P152MB0071.BRAP152.PROD.OUTLOOK.EXAMPLE\n", [(r.email, "failed", "5.2.2", "552 5.2.2 The email account that you tried to reach is over quota")], "2030-07-03 10:40", m7, html="<p>Falha na entrega a estes destinatários ou grupos</p>", subject=s7),
         traps=["full mailbox", "linked only by the returned headers"], why="NDR: tell the area.", want=dict(relates_to="AR-2030-0307", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("x049", 1)[0]
    mail("x049", "delivery-receipt", "receipt", "Mail Delivery System <mailer-daemon@provedor.example>", "Warning: could not send message for past 4 hours", "2030-07-01 19:14:55", [], to=[PRESID], auth="none", envelope="", headers=auto,
         raw_root=dsn("x049", f"THIS IS A WARNING MESSAGE ONLY.\nYOU DO NOT NEED TO RESEND YOUR MESSAGE.\n\nYour message could not be delivered for more than 4 hours to {r.email}. It will be retried until it is 5 days old.\n", [(r.email, "delayed", "4.4.1", "connect to mx.provedor.example: Connection timed out")], "2030-07-01 15:10", m2, mta="mx3.provedor.example", subject=s2), traps=["English, subject without the original subject", "delay is not final"], why="Delay notice.",
         want=dict(relates_to="AR-2030-0302", receipt={"action": "delayed", "recipients": [r.email]}))
    r = people("x050", 1)[0]
    mail("x050", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Lida: " + s7, "2030-07-04 06:50:19", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", f"<{m7}>")],
         raw_root=mdn("x050", f"Sua mensagem\n\n   Para: {r.name}\n   Assunto: {s7}\n   Enviada: quarta-feira, 3 de julho de 2030 10:40:00\n\nfoi lida em quinta-feira, 4 de julho de 2030 06:50:01.\n", r.email, m7, "manual-action/MDN-sent-manually; displayed"), traps=["a read receipt from an insured person is no answer"], why="MDN.",
         want=dict(relates_to="AR-2030-0307", receipt={"action": "read", "recipients": [r.email]}))
    p = people("x051", 26)
    st = ["ENTREGUE", "LIDA", "LIDA"] * 7 + ["FALHA", "LIDA", "FALHA", "ENTREGUE", "FALHA"]
    mail("x051", "call-center-report", "roundcube", "Dener Cavilha <envios@callcenter.example>", "Re: [AR-2030-0310] Pacote para envio por WhatsApp", "2030-07-05 11:47", ["Nádia, bom dia.", "Finalizado. Segue a extração por contato."], sig=S_DENER, auth="ext", reply_to="cc310", quoted=pack(310, "2030-07-05 08:20", 26),
         att=[f("extracao_0310.xlsx", xlsx({"Extração": [["Telefone", "Contato", "Situação", "Hora"]] + [[x.e164, x.name, s, f"08:{31 + i}"] for i, (x, s) in enumerate(zip(p, st))]}))], traps=["one line a contact; read messages are also delivered ones"], why="In thread, with protocol.",
         want=dict(relates_to="AR-2030-0310", report={"complete": True, "sent": 26, "delivered": 23, "read": 15, "failed": 3}))
    p = people("x052", 41)
    st = ["Entregue"] * 20 + ["Não entregue"] * 3 + ["Entregue"] * 16 + ["Não entregue"] * 2
    mail("x052", "call-center-report", "outlook", "Bruna Stolarski <bruna.stolarski@callcenter.example>", "Devolutiva - perícias (envio de 01/07)", "2030-07-04 16:20", ["Boa tarde, Nádia, tudo bem?", "Segue a devolutiva do envio das perícias de 01/07: 41 contatos, planilha anexa.", "Até mais,"], sig=["Bruna Stolarski", "Relacionamento com o Cliente", "Elo Atendimento"], auth="ext",
         att=[f("devolutiva.csv", csv([["contato", "numero", "resultado"]] + [[x.name, x.e164, s] for x, s in zip(p, st)]))], traps=["no protocol, other address of the company, new thread", "matched by date, subject and quantity"], why="Only AR-2030-0301 went on 01/07 with 41 contacts.",
         want=dict(relates_to="AR-2030-0301", report={"complete": True, "sent": 41, "delivered": 36, "read": None, "failed": 5}))
    mail("x053", "call-center-report", "roundcube", "Dener Cavilha <envios@callcenter.example>", "Re: [AR-2030-0303] Pacote para envio por WhatsApp", "2030-07-03 17:40", ["Boa tarde,", "Parcial de hoje: enviadas 3.200 das 5.340 mensagens, com 2.958 entregues e 242 falhas. As restantes saem amanhã de manhã."], sig=S_DENER, auth="ext", reply_to="cc303", quoted=pack(303, "2030-07-02 09:15", "5.340"), traps=["figures in running text with thousands points", "partial: do not close the request"], why="Partial report.",
         want=dict(relates_to="AR-2030-0303", report={"complete": False, "sent": 3200, "delivered": 2958, "read": None, "failed": 242}))
    mail("x054", "call-center-report", "webmail", "Elo Disparos (não responder) <noreply@disparos.callcenter.example>", "Extrato final da campanha IPREVILLE_AGASALHO", "2030-07-04 13:30", ["Campanha: IPREVILLE_AGASALHO", "Situação: FINALIZADA", "O extrato com os totais está no PDF anexo.", "Este e-mail é gerado pelo sistema. Não responda."], auth="ext", headers=auto,
         att=[f("extrato_IPREVILLE_AGASALHO.pdf", pdf(["Elo Atendimento", "Extrato final de campanha", "IPREVILLE_AGASALHO", "Total enviado: 5.340", "Total entregue: 4.951", "Total lido: 3.377", "Total com falha: 389"]))], traps=["Auto-Submitted and noreply, yet a report and no auto-reply", "complete after the partial one", "figures in a PDF"], why="Completes AR-2030-0303 (5340 contacts).",
         want=dict(relates_to="AR-2030-0303", report={"complete": True, "sent": 5340, "delivered": 4951, "read": 3377, "failed": 389}, accept={"report": [{"complete": True, "sent": None, "delivered": None, "read": None, "failed": None}]}))
    mail("x055", "call-center-report", "gmail", "Bruna Stolarski <bruna.stolarski@callcenter.example>", "resultado", "2030-07-08 09:21", ["Oi Nádia, bom dia! Segue o resultado que faltava:", "134 enviados, 127 entregues, 7 falhas"], sig=["Bruna"], to=[NADIA, ASSESSORIA], auth="ext", traps=["one-word subject; only the number 134 links it"], why="134 contacts: AR-2030-0308.",
         want=dict(relates_to="AR-2030-0308", report={"complete": True, "sent": 134, "delivered": 127, "read": None, "failed": 7}))
    mail("x056", "auto-reply", "outlook", MARLISE, "Resposta automática: [AR-2030-0302] Envio concluído", "2030-07-15 12:01", ["Estou em férias de 15 a 29 de julho. Para solicitar o envio de comunicados aos segurados, procure Otávio Bressan; para os demais assuntos, previdencia@ipreville.example."], irt=ACKS["ack302"], headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-replied")], traps=["contains 'solicitar o envio de comunicados aos segurados' and comes from an area"], why="Out of office.",
         want=dict(area="gerencia-previdencia", relates_to="AR-2030-0302", accept={"area": [None], "relates_to": [None]}))
    mail("x057", "auto-reply", "gmail", "Leonildo Zschornack <leonildo.zschornack@webmail.example>", "Sem internet no sítio Re: " + s2, "2030-07-01 15:11", ["Estou no sítio e só volto no dia 20. Se for urgente mande mensagem no celular do meu filho."], to=[PRESID], auth="ext", irt=m2, headers=[("Auto-Submitted", "auto-replied"), ("Precedence", "bulk")], traps=["from an insured person, in reply to the mass mail", "'mande mensagem no celular' asks for nothing here"], why="Vacation responder.",
         want=dict(relates_to="AR-2030-0302", accept={"relates_to": [None]}))
    mail("x058", "auto-reply", "roundcube", "Atendimento Prefeitura <atendimento@prefeitura.example>", "[#2030-44871] Recebemos o seu contato: " + s7, "2030-07-03 10:42", ["Olá! O seu contato foi registrado com o protocolo 2030-44871.", "O prazo de resposta é de 10 dias úteis. Não é necessário responder a este e-mail."], to=[PRESID], auth="ext", irt=m7, headers=[("Auto-Submitted", "auto-replied")], traps=["ticket system: has a protocol number of its own"], why="Automatic ticket acknowledgement.",
         want=dict(relates_to="AR-2030-0307", accept={"relates_to": [None]}))


def others():
    s2, s7 = "Certidão de nascimento dos dependentes", "Relatório anual do Conselho Fiscal"
    q2 = dict(PRES, at="2030-07-01 15:10", to="undisclosed-recipients:;", subject=s2, body=["Prezado(a) segurado(a),", "Para manter os seus dependentes no cadastro, envie a certidão de nascimento atualizada..."])
    q7 = dict(PRES, at="2030-07-03 10:40", to="undisclosed-recipients:;", subject=s7, body=["Prezado(a) segurado(a),", "O relatório anual do Conselho Fiscal está publicado..."])
    mail("x059", "insured-reply", "iphone", "Maristela Pscheidt <maristela.pscheidt@correio.example>", "Re: " + s2, "2030-07-02 08:14", ["Bom dia, meu filho fez 21 anos em maio. Ainda preciso mandar a certidão dele ou ele já sai do cadastro sozinho? Grata, Maristela"], to=[PRESID], auth="ext", reply_to="m302", quoted=q2, traps=["arrives at presidente@, must reach the area that asked"], why="Two-way contact: forward to Gerência de Previdência.",
         want=dict(relates_to="AR-2030-0302"))
    mail("x060", "insured-reply", "gmail", "Dorival Linzmeyer <dorival.linzmeyer@mail.example>", "Re: " + s7, "2030-07-03 13:37", ["Não autorizei esses comunicados. Cancelem os envios para o meu endereço."], to=[PRESID], auth="ext", reply_to="m307", quoted=q7, traps=["'Cancelem os envios' is an opt-out, not a cancellation by an area"], why="Opt-out: register and forward.",
         want=dict(relates_to="AR-2030-0307", opt_out=True))
    mail("x061", "insured-reply", "samsung", "Realda Floriani <realda.floriani@provedor.example>", "censo", "2030-07-20 20:05", ["Boa noite, como não consigo ir até aí por causa do joelho mando a foto da minha identidade pra fazer o censo. Se faltar algo me avisem. Realda Floriani, aposentada"], auth="ext", att=[f("20300720_195812.jpg", image("JPEG"))], traps=["sends a document photo (personal data) on her own initiative; no thread", "subject equals a matter of an earlier request"], why="From an insured person; a person decides where it goes; never sent on to the call center.",
         want=dict(category="recadastramento", relates_to=None, accept={"class": ["unrelated"], "category": [None], "relates_to": ["x001"]}))
    mail("x062", "insured-reply", "outlook", "Ernesto Odebrecht <ernesto.odebrecht@webmail.example>", "RES: " + s7, "2030-07-05 15:50", ["Prezados, na condição de aposentado e ex-conselheiro, requeiro que a minha carta aberta (segue abaixo) seja remetida à mesma lista de destinatários.", "“Colegas, o relatório silencia sobre a rentabilidade do primeiro semestre. Compareçam à próxima reunião e cobrem.”"], to=[PRESID], auth="ext", reply_to="m307", quoted=q7, traps=["an insured person asks for a mass sending, with a text: no area, must not be dispatched"], why="Reply of an insured person; forward to the Conselho Fiscal.",
         want=dict(relates_to="AR-2030-0307", accept={"class": ["unauthorized"]}))
    p = people("x063", 5)
    mail("x063", "unauthorized", "owa", "Otávio Bressan <otavio.bressan@ipreville.example.org>", "WhatsApp - revisão da vida toda", "2030-08-06 08:12",
         ["Bom dia, Nádia.", "Enviar por WhatsApp aos aposentados da planilha, ainda hoje se possível:", T("Ipreville informa: o(a) senhor(a) tem direito à revisão da vida toda. Para receber os atrasados, cadastre a sua chave Pix e a senha em https://revisao.ipreville.example.org até as 18h.", "curly"), "Obrigado,"], sig=S_OTAVIO2, auth="ext", att=[f("aposentados revisão.xlsx", xlsx({"Plan1": phones_of(p)}))],
         traps=["lookalike domain (the real one with a tail), name and signature of a real analyst, DKIM of its own domain passes"], why="Domain is not the institute's; text is a phishing text.", want=dict(reason="lookalike domain", accept={"reason": [None]}))
    mail("x064", "unauthorized", "outlook", SOLANGE, "E-mail aos aposentados - troca de senha", "2030-08-20 05:58", ["Nádia,", "Solicito o envio por e-mail aos aposentados da lista. Assunto: Sua senha expirou", T("Prezado(a), a sua senha do Portal do Segurado expirou. Abra o arquivo anexo e siga as instruções para não ter o benefício bloqueado."), "Cordialmente,"], sig=S_SOL2, auth="softfail", envelope="bounce@hosting77.example",
         att=[f("instrucoes.htm", b"<html><body>Digite a sua senha</body></html>"), f("aposentados.xlsx", xlsx({"Plan1": mails_of(people("x064", 4))}))], headers=[("Authentication-Results", "spf=pass smtp.mailfrom=ipreville.example; dkim=pass header.d=ipreville.example; dmarc=pass"), ("X-MS-Exchange-Organization-AuthAs", "Internal")], traps=["exact address of the department; SPF, DKIM and DMARC fail", "forged 'dmarc=pass' and 'Internal' headers further down: only the topmost ones count"], why="Authentication failed.", want=dict(reason="dmarc fail", accept={"reason": [None]}))
    mail("x065", "unauthorized", "gmail", "Jair Demarchi <jdemarchi.casa@webmail.example>", "mensagem p/ segunda", "2030-08-31 19:22", ["Nádia, boa noite, é o Jair. Estou sem acesso ao e-mail do trabalho por causa da troca do celular. Segunda cedo solta no WhatsApp de todos: \"O crédito de setembro foi adiado para o dia 10.\" Na terça eu passo aí e explico."], auth="ext", traps=["perhaps really Jair, but from an unknown private address"], why="Identity not proven: hold and ask him at his work address.", want=dict(reason="personal address of an employee", accept={"reason": [None]}))
    mail("x066", "unauthorized", "outlook", "Advocacia Ramos & Prado <contato@ramosprado.example>", "Relação de aposentados por incapacidade", "2030-09-10 10:50", ["Prezados Senhores,", "Para instruir ação coletiva, e conforme entendimento com a Presidência, solicitamos a planilha dos aposentados por incapacidade, com nome, telefone e CID.", "Aguardamos até sexta-feira."], sig=["Dr. Evaldo Prado", "OAB/SC 00000"], auth="ext", traps=["a stranger asks for sensitive data", "'conforme entendimento com a Presidência'"], why="Third party asks for the data of insured people; nothing may leave.",
         want=dict(reason="third party asks for personal data", accept={"class": ["unrelated"], "reason": [None]}))
    mail("x067", "unrelated", "webmail", "Editora Gestão Pública <ofertas@editoragp.example>", "Lançamento: Manual do Censo Previdenciário – 30% de desconto", "2030-07-23 06:30", ["Modelos prontos de convocação, prova de vida, perícia e recadastramento para enviar por e-mail e WhatsApp aos segurados.", "Garanta o seu: https://editoragp.example/censo", "Cancelar inscrição: https://editoragp.example/sair"], auth="ext", traps=["full of the domain's words"], why="Advertisement.")
    ics = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:x068@ipreville.example\r\nDTSTART:20300905T170000Z\r\nDTEND:20300905T180000Z\r\nSUMMARY:Oficina: como pedir e-mail e WhatsApp\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode()
    mail("x068", "unrelated", "owa", BIANCA, "Convite: oficina sobre pedidos de envio (e-mail e WhatsApp)", "2030-08-28 14:44", ["Pessoal, marquei para quinta-feira, 5 de setembro, às 14h, a oficina sobre como fazer os pedidos de envio à Assessoria.", "Nádia, você consegue mostrar um pedido bem feito?"], to=[NADIA, "Otávio Bressan <otavio.bressan@ipreville.example>"], att=[f("convite.ics", ics)], traps=["meeting invitation from an area, naming both channels and 'pedidos de envio'"], why="Calendar invitation.",
         want=dict(area="comunicacao", accept={"area": [None]}))
    mail("x069", "unrelated", "outlook", "Contas a Receber Elo <contasareceber@callcenter.example>", "Boleto e relatório analítico de disparos 07/2030", "2030-08-02 08:05", ["Prezados,", "Seguem o boleto com vencimento em 15/08 e o relatório analítico que o acompanha: 5.541 mensagens enviadas no mês, valor unitário R$ 0,38.", "Caso já tenha pago, desconsidere."], sig=["Contas a Receber", "Elo Atendimento"], auth="ext", att=[f("boleto_0730.pdf", pdf(["Boleto 0730"])), f("analitico_julho.xlsx", xlsx({"Julho": [["Dia", "Mensagens", "Valor"], ["01/07/2030", 41, 15.58], ["02/07/2030", 5340, 2029.2], ["04/07/2030", 134, 50.92], ["05/07/2030", 26, 9.88]]}))], traps=["from the call center, with 'relatório', figures and an xlsx, but a bill", "'desconsidere' cancels nothing"], why="Bill: not the report of one sending.")
    mail("x070", "unrelated", "outlook", ADM, "Uso da copa e da geladeira", "2030-09-06 16:10", ["Prezados colegas,", "Comunicamos que a geladeira da copa será esvaziada toda sexta-feira às 17h. Identifiquem os seus potes e repassem o aviso aos estagiários.", "Agradecemos a colaboração de todos."], sig=S_LIVIA, to=["Todos Ipreville <todos@ipreville.example>"], logo=True, traps=["internal circular from an area: a notice, but to the staff"], why="Addressed to todos@; no request.", want=dict(area="gerencia-administrativa", accept={"area": [None]}))
