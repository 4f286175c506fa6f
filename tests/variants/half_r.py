"""Half r: what the hand of the given half could have written as its other seventy - the same office, September to December 2025, other people, other errands, other snares."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2025-0171", "gerencia-previdencia", "marlise.kuhnen@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Prova de vida – aniversariantes de agosto", "2025-09-02T09:40", 176),
    request("AR-2025-0172", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["email"], "specific", "sent", "Convênio com farmácias", "2025-09-02T14:30", 421),
    request("AR-2025-0173", "comunicacao", "comunicacao@ipreville.example", ["whatsapp"], "general", "waiting-report", "Setembro Amarelo", "2025-09-03T10:00", 4881),
    request("AR-2025-0174", "gerencia-financeira", "keli.borba@ipreville.example", ["email", "whatsapp"], "specific", "waiting-approval", "Crédito do benefício de dezembro", "", 968),
    request("AR-2025-0175", "pericia-medica", "saude@ipreville.example", ["email"], "specific", "waiting-data", "Ginástica para a coluna – vagas", "", None, ["recipients"]),
    request("AR-2025-0176", "conselho-administrativo", "conselhoadm@ipreville.example", ["email"], "specific", "waiting-approval", "Minuta do código de conduta", "", 58),
    request("AR-2025-0177", "conselho-fiscal", "valdemar.stein@webmail.example", ["email"], "specific", "sent", "Parecer do balanço de 2024", "2025-09-04T11:15", 1530),
    request("AR-2025-0178", "gerencia-previdencia", "otavio.bressan@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Documentos do abono de permanência", "2025-09-04T15:20", 63),
    request("AR-2025-0179", "gerencia-administrativa", "administrativo@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Recepção fechada para obra", "", 4881),
    request("AR-2025-0180", "pericia-medica", "cesar.ramthun@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Troca de sala das perícias", "2025-09-05T08:30", 29),
]
ACKS = {f"ack{n}": f"ar-2025-0{n}.ack@ipreville.example" for n in range(171, 181)} | {f"cc{n}": f"ar-2025-0{n}.cc@ipreville.example" for n in (171, 173, 178, 180)} | {f"ok{n}": f"ar-2025-0{n}.ok@ipreville.example" for n in (174, 176, 179)}
ACKS |= {f"m{n}": f"ar-2025-0{n}.mail1@ipreville.example" for n in (172, 177)}
INGRID = "Ingrid Vollrath <ingrid.vollrath@saude.ipreville.example>"
S_IOLANDA = ["Iolanda Prebianca", "Setor de Inativos", "Gerência de Previdência - Ipreville", "(47) 3400-0014", "Praça das Palmeiras, 100 – Centro – Joinville/SC"]
S_VANIA = ["Vânia Tomporoski", "Agendamento", "Perícia Médica - Ipreville", "(47) 3400-0043"]
S_TARCISIO = ["Tarcísio Alencastro", "Designer – Comunicação", "Ipreville"]
S_LEANDRA = ["Leandra Kuntze", "Auditora Interna", "Controle Interno - Ipreville", "(47) 3400-0051"]
S_EDILSON = ["Edilson Marchetti", "Folha de Inativos", "Gerência Financeira - Ipreville", "(47) 3400-0026"]
S_JOSIANE = ["Josiane Hess", "Setor de Consignações", "Gerência Financeira - Ipreville", "(47) 3400-0028"]
S_GISELA = ["Gisela Trapp", "Capacitação e Eventos", "Gerência Administrativa - Ipreville", "(47) 3400-0034"]
S_INGRID = ["Ingrid Vollrath", "Fonoaudióloga", "Núcleo de Saúde do Servidor"]
S_RUDNEI = ["Rudnei Passos", "Suporte de TI", "ramal 0077"]
S_SECRCA = ["Clarice Hoffelder", "Secretária do Conselho Administrativo", "Ipreville"]
S_ROSANE = ["Rosane Wuerges", "Chefe de Gabinete"]
S_IGOR = ["Igor Sant'Ana", "Elo Atendimento"]
LGPD = "Este e-mail e seus anexos são de uso exclusivo do destinatário e podem conter dados pessoais tratados nos termos da Lei nº 13.709/2018. Caso não seja você, não envie, não copie e não divulgue o seu conteúdo: exclua-o e comunique o remetente."
ack, preview, pack = letters("AR-2025-0")


def mails():
    IDS.update(ACKS)
    asked()
    answers()
    notices()
    others()


def asked():
    p = people("r001", 9)
    rows = mails_of(p, ("Beneficiário", "E-mail"))
    rows[4][1] += ";"
    rows += [["Balduíno Pfleger", "não possui"], ["Leonora Cidral Hardt", "leonora.hardt.webmail.example"], [p[2].name, p[2].email.title()]]
    mail("r001", "request", "outlook", PREV, "Envio de e-mail - visita domiciliar", "2025-09-08 08:55",
         ["Bom dia, Nádia,", "Solicitamos o envio de e-mail aos beneficiários relacionados na planilha em anexo, que pediram a prova de vida em casa.", "Assunto: Prova de vida em casa – confirme a sua visita", "Mensagem:",
          T("Prezado(a) beneficiário(a),\n\nA visita para a sua prova de vida será feita entre 22 e 26 de setembro de 2025, no período da manhã, no endereço que consta do cadastro.\n\nO servidor apresentará crachá com foto e não pedirá dinheiro, cartão nem senha.\n\nPara confirmar ou mudar o endereço, responda a este e-mail até 17/09/2025.\n\nAtenciosamente,\nSetor de Inativos\nIpreville"),
          "Agradecemos e ficamos à disposição.", "Atenciosamente,"], sig=S_IOLANDA, logo=True, disc=LGPD, att=[f("visitas setembro.xlsx", xlsx({"Visitas": rows}))],
         traps=["message has its own closing before the requester's", "an address with a trailing semicolon", "one repeated in other letter case", "disclaimer with 'não envie'"], why="Everything is stated; one repeated, one without address, one without @.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="prova-de-vida", message_subject="Prova de vida em casa – confirme a sua visita", recipients=9, rejected=2, duplicates=1, dispatch=True, list_source="visitas setembro.xlsx"))

    p = people("r002", 7)
    data = [("23/09/2025", "7h30", "Sala 3"), ("23/09/2025", "8h10", "Sala 3"), ("23/09/2025", "8h50", "Sala 3"), ("23/09/2025", "9h30", "Sala 5"), ("24/09/2025", "7h30", "Sala 3"), ("24/09/2025", "8h10", "Sala 5"), ("24/09/2025", "8h50", "Sala 5")]
    rows = [["Nome", "Telefone", "Dia", "Horário", "Sala", "CPF"]] + [[x.name, x.phone(i + 2), *d, x.cpf] for i, (x, d) in enumerate(zip(p, data))] + [["Ernesto " + p[3].name.split()[-1], p[3].phone(1), "23/09/2025", "10h10", "Sala 5", people("r002b", 1)[0].cpf]]
    mail("r002", "request", "owa", PERICIA, "Junta médica 23 e 24/09 - WhatsApp", "2025-09-09 10:22",
         ["Prezada Nádia,", "Encaminho o arquivo com os convocados da junta médica, para mensagem de WhatsApp. O que está entre colchetes vem de cada coluna do arquivo. O CPF é só para nosso controle.",
          T("Bom dia, [NOME].\n\nA sua junta médica está agendada para [DIA], às [HORÁRIO], na [SALA] da Perícia Médica do Ipreville.\n\nApresente-se com documento de identidade e todos os exames que tiver. Quem faltar sem justificativa terá o processo arquivado.\n\nPerícia Médica do Ipreville"),
          "Grata,"], sig=S_VANIA, cc=["César Augusto Ramthun <cesar.ramthun@ipreville.example>"], att=[f("junta_2309.csv", csv(rows))],
         traps=["placeholders in brackets", "a couple shares one phone, with two appointments", "CPF column", "csv in cp1252 with ;", "'Bom dia' opens the text"], why="Eight people with eight appointments; the couple is no duplicate because the personal data differ.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=8, rejected=0, duplicates=0, per_person=True, placeholders=["NOME", "DIA", "HORÁRIO", "SALA"], never_forward_columns=["CPF"], dispatch=True, list_source="junta_2309.csv"))

    mail("r003", "request", "apple", COM, "Alerta boleto falso - whats geral", "2025-09-10 15:47",
         ["Oi, Nádia!", "Chegou mais uma denúncia do tal boleto. Pode disparar no WhatsApp, para toda a base de segurados, a arte que segue anexa? O texto que acompanha é este aqui:",
          T("🚫 O IPREVILLE NÃO EMITE BOLETO! 🚫\n\nEstá circulando um boleto de \"taxa de manutenção do benefício\" com o nosso logotipo. É golpe.\n\nNão pague, guarde a mensagem e avise a gente: (47) 3400-0000.", "quote"),
          "Brigadão!"], sig=S_TARCISIO, att=[f("boleto_falso.png", image("PNG", (300, 300)))], traps=["emoji", "text in a quotation block that is no old mail", "no list needed"], why="General notice with picture and caption.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="alerta", attachments_to_send=["boleto_falso.png"], dispatch=True))

    p = people("r004", 5)
    mail("r004", "request", "yahoo", STEIN, "Visita técnica à carteira de imóveis – 25/09", "2025-09-11 20:18",
         ["Prezados, boa noite.", "Peço que a mensagem abaixo siga por e-mail aos membros do colegiado, nestes endereços:", "\n".join(f"{x.name} - {x.email}" for x in p) + "\nSr. Ludgero Wiese - por carta, deixo com ele",
          ("hr",), T("Prezados membros,\n\nA visita técnica aos imóveis da carteira do Ipreville será realizada no dia 25/09/2025, com saída da sede às 8h30.\n\nQuem preferir ir com veículo próprio deve avisar até o dia 23.\n\nConselho Fiscal"), ("hr",), "Atenciosamente,"], sig=["Valdemar Stein", "Conselheiro Fiscal"], auth="ext",
         traps=["recipients typed in the body, one has no e-mail and is seen to by the requester", "external address that is in the address book", "no explicit subject: the mail's own title serves"], why="Five addresses; the sixth gets a letter.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Visita técnica à carteira de imóveis – 25/09", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["evento", "institucional", "orientacao"], "rejected": [0, 1]}, list_source="body"))

    p = people("r005", 6)
    mail("r005", "request", "zimbra", CI, "Inventário de bens - comunicação aos responsáveis", "2025-09-12 09:05",
         ["Sra. Assessora,", "Solicito o encaminhamento, por correio eletrônico, aos responsáveis que constam da planilha, da comunicação abaixo, sob o título «Inventário de bens móveis – conferência até 10/10/2025».", "==========",
          T("Senhores responsáveis,\n\nCom base na Instrução Normativa nº 7/2025, solicitamos a conferência dos bens móveis sob a sua guarda até 10 de outubro de 2025.\n\nO termo assinado deverá ser entregue ao Controle Interno. Bens não localizados serão objeto de apuração."), "==========", "Atenciosamente,"], sig=S_LEANDRA,
         att=[f("Responsáveis por bens.ods", ods(mails_of(p, ("Unidade / responsável", "Correio eletrônico")) + [["Almoxarifado (vago)", ""], ["Arquivo – responde " + p[1].name, p[1].email.upper()]]))],
         traps=["subject between guillemets inside a sentence", "lines of = delimit the text", "ods list with a vacant post and a person with two posts"], why="Six people; one row empty, one person twice.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Inventário de bens móveis – conferência até 10/10/2025", recipients=6, rejected=1, duplicates=1, dispatch=True, accept={"category": ["orientacao"]}, list_source="Responsáveis por bens.ods"))

    mail("r006", "request", "android-outlook", HELGA, "Abertura mais tarde amanhã", "2025-09-17 17:36",
         ["Nadia, avisa todos os segurados no wpp ainda hoje pf:", T("Nesta quinta-feira, 18 de setembro, o atendimento do Ipreville começará às 10h, e não às 8h, por causa de reunião de todos os servidores. À tarde o horário é o normal.")],
         to=[NADIA, ASSESSORIA], traps=["'wpp' = WhatsApp, 'pf' = por favor", "no signature but the line of the phone", "no list: general"], why="Channel and audience are said in shorthand.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", dispatch=True))

    p = people("r007", 12)
    contacts = [[x.name, x.matricula, "" if i in (1, 5, 9) else x.email, "" if i in (0, 7) else x.landline() if i == 11 else x.phone(i)] for i, x in enumerate(p)]
    mail("r007", "request", "outlook", FIN, "Isenção de IR - laudo a renovar", "2025-09-18 14:12",
         ["Boa tarde, Nádia!", "Por gentileza, enviar o comunicado do quadro aos 12 aposentados da planilha, tanto por e-mail como por WhatsApp.", "Assunto para o e-mail: Isenção de imposto de renda – renove o laudo até 31/10",
          T("Prezado(a) aposentado(a),\n\nO laudo que garante a sua isenção de imposto de renda vence em 31/10/2025.\n\nApresente laudo atualizado de médico da rede pública antes dessa data. Sem ele, o desconto na fonte volta em novembro.\n\nFolha de Inativos – Ipreville", "box"),
          "Obrigado desde já."], sig=S_EDILSON, disc=D2, cc=["Jair Demarchi <jair.demarchi@ipreville.example>"], att=[f("laudos vencendo.xlsx", xlsx({"IR": [["ISENTOS COM LAUDO VENCENDO – OUTUBRO/2025", None, None, None], [None] * 4, ["Nome", "Matrícula", "E-mail", "Celular"]] + contacts}, merges=[(0, 0, 3, "ISENTOS COM LAUDO VENCENDO – OUTUBRO/2025")]))],
         traps=["two channels, each with its own holes in the list", "merged title row and an empty row above the header", "a landline is no WhatsApp number", "text in a frame"], why="Each of the twelve is reachable by at least one channel.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="imposto-de-renda", message_subject="Isenção de imposto de renda – renove o laudo até 31/10", recipients=12, rejected=0, duplicates=0, recipients_by_channel={"email": 9, "whatsapp": 9}, rejected_by_channel={"email": 3, "whatsapp": 3}, dispatch=True, list_source="laudos vencendo.xlsx"))

    mail("r008", "request", "outlook", SOLANGE, "E-mail: dependentes sem CPF", "2025-09-19 10:31",
         ["Nádia,", "Precisamos enviar por e-mail a mensagem a seguir. Os destinatários estão em \\\\ipvfs01\\administrativo\\Cadastro\\dependentes_sem_cpf.xlsx, na pasta que dividimos com vocês.", "Assunto: Informe o CPF dos seus dependentes",
          T("Prezado(a) servidor(a),\n\nO cadastro de um ou mais dos seus dependentes está sem o número do CPF. Informe-o pelo Portal do Segurado ou na recepção até 17/10/2025, para que o dependente não fique sem o plano de saúde."), "Cordialmente,"], sig=S_SOL2, logo=True,
         traps=["the list is only a path in the network", "the only file is the logo"], why="The list did not come with the mail.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="recadastramento", message_subject="Informe o CPF dos seus dependentes", missing=["recipients"], dispatch=False, accept={"category": ["orientacao"]}))

    p = people("r009", 5)
    mail("r009", "request", "outlook", MARLISE, "Comunicado – análise do pedido de pensão", "2025-09-22 09:48",
         ["Nádia,", "Preciso que os cinco requerentes da planilha sejam informados do seguinte:", T("Prezado(a) requerente, o seu pedido de pensão por morte foi encaminhado à Procuradoria para análise. O prazo previsto é de 20 dias. Assim que houver decisão, faremos novo contato.", "curly"), "Obrigada,"], sig=S_MARLISE2,
         att=[f("requerentes pensão.xlsx", xlsx({"Plan1": [["Requerente", "E-mail", "Celular", "Protocolo"]] + [[x.name, x.email, x.phone(i), f"PP-{311 + i}/2025"] for i, x in enumerate(p)]}))],
         traps=["channel never said; the list would serve both", "curly quotes delimit the text", "'faremos novo contato' says nothing of the channel"], why="E-mail or WhatsApp cannot be decided from the mail: ask.",
         want=dict(channel=[], audience="specific", area="gerencia-previdencia", category="andamento", missing=["channel"], dispatch=False, accept={"message_subject": ["Comunicado – análise do pedido de pensão", "análise do pedido de pensão"], "recipients": [5], "rejected": [0], "duplicates": [0]}, list_source="requerentes pensão.xlsx"))

    p = people("r010", 8)
    doc = ["Oficina de orçamento doméstico", "Caro servidor, cara servidora,", "A Escola do Ipreville oferece, em outubro, uma **oficina gratuita** de orçamento doméstico para quem se aposenta nos próximos dois anos.", "Nos três encontros vamos ver:", "- como montar a planilha da casa;", "- o que muda no contracheque do aposentado;", "- dívidas, juros e consignado.", "As aulas serão nas terças-feiras 7, 14 e 21 de outubro, das 14h às 16h, na sala de treinamento.", "Inscreva-se até 30/09 em escola@ipreville.example. São 25 vagas.", "Até lá!"]
    mail("r010", "request", "thunderbird", ADM, "Oficina de orçamento - convite", "2025-09-23 11:20",
         ["Nádia, bom dia.", "O convite está no arquivo do Word e os endereços no CSV. É para mandar por e-mail, com o assunto: Oficina gratuita de orçamento doméstico", "Um abraço,"], sig=S_GISELA,
         att=[f("convite oficina.docx", docx(doc, header="IPREVILLE – Escola de Previdência – minuta 3")), f("servidores_2anos.csv", csv(mails_of(p, ("servidor", "email")), enc="cp1252"))],
         traps=["the text is in a .docx, split in runs, with a bullet list and a page header that is no text", "neither file is an attachment to send"], why="A person opens the Word file and copies the text.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Oficina gratuita de orçamento doméstico", message_text=doc[0] + "\n\n" + "\n".join(doc[1:]), recipients=8, rejected=0, duplicates=0, dispatch=True, list_source="servidores_2anos.csv"))

    p = people("r011", 6)
    t11 = "Prezada(o) servidora(r),\n\nAs avaliações de voz do dia 2 de outubro ficam suspensas, pois a cabine acústica está em conserto. Todas passam para o dia 9 de outubro, no mesmo horário.\n\nSe não puder nessa data, ligue para (47) 3400-0045."
    mail("r011", "request", "iphone", LENITA, "Fwd: cabine acústica", "2025-09-25 19:52", ["Nádia, manda por WhatsApp para os pacientes da planilha o texto da Ingrid, por favor. Obrigada"], fwd=True,
         quoted=own(INGRID, "2025-09-25 16:40", "cabine acústica", ["Dra. Lenita, boa tarde.", "O técnico só vem na sexta que vem. Escrevi assim, veja se concorda:", t11, "Se a senhora achar melhor, eu mesma telefono para os dois mais idosos.", "Ingrid"], to="Lenita Hostin <lenita.hostin@ipreville.example>"),
         att=[f("Agenda 02-10.xlsx", xlsx({"Agenda": [["Paciente", "CPF", "CID", "Celular", "Hora"]] + [[x.name, x.cpf, c, x.phone(i), h] for i, (x, c, h) in enumerate(zip(p, ["J38.2", "R49.0", "J38.0", "R49.0", "J37.0", "R49.1"], ["8h", "8h40", "9h20", "10h", "10h40", "11h20"]))]}))],
         traps=["CPF and CID columns: not for the call center", "the message is inside the forwarded mail of a colleague", "'ficam suspensas' is message text", "colleague's words before and after the text"], why="Only the paragraphs addressed to the patients are the message.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", message_text=t11, recipients=6, rejected=0, duplicates=0, forward_columns=["Paciente", "Celular"], never_forward_columns=["CPF", "CID"], dispatch=True, list_source="Agenda 02-10.xlsx"))

    p = people("r012", 9)
    body = ["Bom dia!", "Favor enviar por e-mail aos servidores da planilha.", "Assunto: Contrato consignado sem comprovante", "Texto:",
            T("Não localizamos o comprovante de quitação do seu empréstimo consignado. Envie-o até 10/10/2025 para consignado@ipreville.example; sem ele, a parcela de outubro será descontada normalmente."), "Obrigada!"]
    sheet = xlsx({"Plan1": mails_of(p, ("Servidor", "E-mail"))})
    want = dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Contrato consignado sem comprovante", recipients=9, rejected=0, duplicates=0, list_source="sem comprovante.xlsx")
    mail("r012", "request", "outlook", FIN, "Consignado sem comprovante", "2025-09-26 08:41:10", body, sig=S_JOSIANE, logo=True, att=[f("sem comprovante.xlsx", sheet)], traps=["the first of two equal mails"], why="First copy counts.", want=dict(want, dispatch=True))
    mail("r013", "request", "outlook", FIN, "Consignado sem comprovante", "2025-09-26 08:41:52", body, to=[NADIA], sig=S_JOSIANE, logo=True, att=[f("sem comprovante.xlsx", sheet)], traps=["the same once more, to the other address of the desk, 42 seconds later, other Message-ID"], why="Second copy must not be sent again.",
         want=dict(want, dispatch=False, duplicate_of="r012"))

    p = people("r014", 6)
    mail("r014", "request", "gmail", BIANCA, "sarau dos aposentados – convite", "2025-09-29 16:25",
         ["Nádia, tudo certo?", "Segue o convite do sarau para mandar no WhatsApp dos participantes do ano passado (lista em CSV).", "Texto que vai com a imagem:", T("O Sarau dos Aposentados está de volta! Dia 24 de outubro, às 15h, no auditório do Ipreville. Traga uma poesia, uma canção ou só a sua alegria."), "Valeu! 😘"], sig=["Bianca Raulino", "Comunicação"],
         att=[f("Convite Sarau.webp", image("WEBP", (400, 300))), f("participantes_2024.csv", csv(phones_of(p, ("nome", "whatsapp")), sep=",", enc="utf-8", bom=True))],
         traps=["WhatsApp takes no WEBP picture", "csv utf-8 with BOM and commas"], why="Step 24: the picture must be made to fit before it goes.",
         want=dict(channel=["whatsapp"], audience="specific", area="comunicacao", category="evento", attachments_to_send=["Convite Sarau.webp"], media_to_convert=["Convite Sarau.webp"], recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"dispatch": [True, False]}, list_source="participantes_2024.csv"))

    p = people("r015", 5)
    mail("r015", "request", "outlook", OTAVIO, "Exigência – certidão do INSS", "2025-09-30 13:33",
         ["Nádia, boa tarde.", "Favor mandar por e-mail:", T("Boa tarde.\n\nO seu processo de aposentadoria está parado por falta da certidão de tempo de contribuição do INSS. Peça a certidão pelo aplicativo Meu INSS e entregue-a no Ipreville em até 30 dias."),
          "Vai para estes requerentes:", ("table", [["Requerente", "Processo", "E-mail"]] + [[x.name, f"{880 + 3 * i}/2025", x.email] for i, x in enumerate(p[:3])] + [["Inácia Voigt Sabel", "897/2025", "não informou"]] + [[x.name, f"{901 + 3 * i}/2025", x.email] for i, x in enumerate(p[3:])]),
          "Se alguém responder, pode me repassar."], sig=S_OTAVIO2, traps=["recipients in an HTML table of the body, after the text", "the message starts with the greeting of the mail", "no explicit subject"], why="The table is the list; one person has no e-mail.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Exigência – certidão do INSS", recipients=5, rejected=1, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="body-table"))

    p = people("r016", 5)
    mail("r016", "request", "outlook", "Rudnei Passos <rudnei.passos@ipreville.example>", "Aviso por e-mail - manutenção do portal", "2025-10-01 10:10",
         ["Olá, Nádia,", "A chefia solicitou o envio do e-mail abaixo aos usuários da lista:", T("Prezados, o Portal do Segurado ficará fora do ar no sábado, 4 de outubro, das 8h às 18h, para troca do servidor. Emita os seus documentos antes."), "Att,"], sig=S_RUDNEI, att=[f("usuarios.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["internal address in no area, 'a chefia' hides who asked"], why="Cell of the workbook cannot be chosen: ask the area.",
         want=dict(channel=["email"], audience="specific", area=None, category="atendimento", message_subject="Aviso por e-mail - manutenção do portal", recipients=5, rejected=0, duplicates=0, missing=["area"], dispatch=False, accept={"message_subject": ["manutenção do portal", "Manutenção do portal", None], "category": ["orientacao"]}, list_source="usuarios.xlsx"))

    mail("r017", "request", "outlook", JAIR, "WhatsApp a todos - contracheque de janeiro", "2025-12-19 16:44",
         ["Nádia,", "Solicito o envio, via WhatsApp, a todos os segurados. Agendar para segunda-feira, 12/01, às 10h, quando o contracheque já estará liberado:",
          T("O contracheque de janeiro de 2026, já com o reajuste, pode ser consultado no Portal do Segurado – menu “Pagamentos”. O crédito será em 29/01."), "Boas festas a vocês todos!"], sig=["Jair Demarchi", "Gerente Financeiro", "Gerência Financeira - Ipreville", "(47) 3400-0020"], charset="iso-8859-1",
         traps=["12/01 without year, written on 19 December: next year, and the weekday agrees", "29/01 belongs to the text", "'Boas festas' is for Nádia", "declared iso-8859-1, in truth Windows-1252 (dash, curly quotes)"], why="Date in the next year; workbook tab 2026.",
         want=dict(channel=["whatsapp"], audience="general", area="gerencia-financeira", category="pagamento", send_at="2026-01-12T10:00", dispatch=True))

    p = people("r018", 7)
    mail("r018", "request", "owa", KELI, "Restituição de contribuição - e-mail individual", "2025-10-03 11:08",
         ["Bom dia, Nádia.", "Encaminhar por e-mail aos ex-servidores da planilha, preenchendo o valor de cada um:", T("Prezado(a), a restituição das suas contribuições foi calculada em R$ [VALOR] e será depositada em 17/10/2025, na conta indicada no requerimento."), "Assunto: Restituição de contribuições"], sig=S_KELI2,
         att=[f("restituições out.xlsx", xlsx({"Plan1": [["Ex-servidor", "Matrícula", "E-mail"]] + [[x.name, x.matricula, x.email] for x in p]}))], traps=["a placeholder for which the list has no column", "subject after the text"], why="The amounts did not come: ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Restituição de contribuições", recipients=7, rejected=0, duplicates=0, per_person=True, placeholders=["VALOR"], missing=["content_data"], dispatch=False, accept={"category": ["andamento"]}, list_source="restituições out.xlsx"))

    p = people("r019", 6)
    te = "Prezado(a) aposentado(a),\n\nEstão abertas, de 13 a 24 de outubro de 2025, as inscrições de candidatos a representante dos aposentados no Conselho Administrativo.\n\nO requerimento e o edital estão na página da eleição, no site do Ipreville.\n\nConselho Administrativo"
    tw = "Quer representar os aposentados no Conselho? Inscreva-se de 13 a 24 de outubro. Edital no site do Ipreville."
    mail("r019", "request", "outlook", CADM, "Inscrições para o Conselho - divulgação", "2025-10-06 14:26",
         ["Prezada Nádia,", "Pedimos a divulgação aos aposentados da planilha pelos dois meios. O WhatsApp vai com o texto curto e o e-mail com o completo:", "a) Texto curto (WhatsApp):", T(tw), "b) Texto completo (e-mail). Assunto: Inscrição de candidatos ao Conselho", T(te), "Gratos pela colaboração."], sig=["Conselho Administrativo", "Ipreville"],
         att=[f("aposentados contatos.xlsx", xlsx({"Contatos": [["Nome", "E-mail", "WhatsApp"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]}))],
         traps=["one text per channel, the short one first", "the message's closing equals the sender's signature"], why="Both texts are marked.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="conselho-administrativo", category="eleicao", message_subject="Inscrição de candidatos ao Conselho", message_text=te, message_text_by_channel={"email": te, "whatsapp": tw}, recipients=6, rejected=0, duplicates=0, recipients_by_channel={"email": 6, "whatsapp": 6}, rejected_by_channel={"email": 0, "whatsapp": 0}, dispatch=True, list_source="aposentados contatos.xlsx"))

    p = people("r020", 7)
    t20 = "Comunicamos que o recadastramento dos aposentados que residem no exterior será feito por videochamada, de 3 a 14 de novembro de 2025. Marque o seu horário em agenda.ipreville.example e tenha o passaporte em mãos."
    body = ["Nádia, bom dia!", "Peço o envio, por e-mail, aos que estão na planilha anexa.", "Assunto: Recadastramento no exterior por videochamada", "Segue o texto:", t20, "Att., Iolanda - Setor de Inativos"]
    mail("r020", "request", "winmail", PREV, "Recadastramento exterior", "2025-10-07 09:15", body, plain_only=True, att=[f("winmail.dat", tnef("Recadastramento exterior", "\r\n\r\n".join(body), [("Residentes no exterior.xlsx", xlsx({"Plan1": mails_of(p, ("Aposentado", "E-mail"))}))]))],
         traps=["the list is inside winmail.dat (TNEF)", "closing and name in one line"], why="Outlook rich-text mail; the list must be taken out of TNEF.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Recadastramento no exterior por videochamada", message_text=t20, recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["prova-de-vida"]}, list_source="winmail.dat/Residentes no exterior.xlsx"))

    p = people("r021", 11)
    old3 = own(HELGA, "2025-09-16 18:02", "RES: Resolução da eleição", ["De acordo com a minuta. Publiquem e comuniquem também por WhatsApp a todos os segurados.", "Helga"], to=CADM)
    old2 = dict(own(CADM, "2025-09-17 10:11", "Resolução da eleição", ["Prezados, solicitamos o envio por e-mail:", "Comunicamos que a Resolução nº 11/2025 fixou o calendário da eleição. As inscrições começam em 1º de outubro.", "Segue em anexo a lista."]), quoted=old3)
    old1 = dict(own(NADIA, "2025-09-17 15:37", "RES: Resolução da eleição", ["Boa tarde, Clarice. Enviado a 34 conselheiros e candidatos. Se quiser suspender ou cancelar algo, me avise.", "Nádia"], to=CADM), quoted=old2)
    mail("r021", "request", "outlook", CADM, "RES: RES: Resolução da eleição", "2025-10-08 08:38",
         ["Bom dia, Nádia!", "Mais um envio por e-mail, agora para a lista nova que vai anexa (só a aba Fiscais de mesa). O assunto é: Fiscais de mesa – reunião preparatória", "O texto também é outro:",
          T("Convocamos os fiscais de mesa da eleição para a reunião preparatória de 15/10/2025, às 9h, na sala dos conselhos. A ausência implica substituição, na forma da Resolução nº 11/2025."), "Grata,"], sig=S_SECRCA, irt="resolucao-0917.b@ipreville.example", quoted=old1,
         att=[f("mesas.xlsx", xlsx({"Mesários": mails_of(p[:6]), "Fiscais de mesa": mails_of(p[6:])}))],
         traps=["'RES: RES:' subject and In-Reply-To, yet a new request", "an older text of the same kind is quoted below", "quoted mails with 'de acordo', 'WhatsApp a todos os segurados', 'cancelar'", "the first sheet is the wrong one"], why="A new sending with its own text, list and subject.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="eleicao", message_subject="Fiscais de mesa – reunião preparatória", recipients=5, rejected=0, duplicates=0, dispatch=True, list_source="mesas.xlsx#Fiscais de mesa"))

    mail("r022", "request", "owa", GAB, "Mensagem da Presidente pelo Dia do Servidor", "2025-10-24 15:52",
         ["Nádia, boa tarde!", "A Presidente gostaria que todos os segurados recebessem por e-mail, na terça-feira, 28/10, às 8h, a mensagem abaixo. Assunto: Feliz Dia do Servidor Público!",
          T("Caro servidor, cara servidora, da ativa e aposentados,\n\nNo seu dia, receba o nosso reconhecimento. Cada benefício pago por este Instituto começou no seu trabalho.\n\nCom gratidão,\nHelga Marcon Tiedt\nDiretora-Presidente"), "Obrigada,"], sig=S_ROSANE,
         traps=["general audience by e-mail: there is a general list for WhatsApp only", "the text is signed by a real person"], why="No general e-mail list is configured.",
         want=dict(channel=["email"], audience="general", area="gabinete", category="institucional", message_subject="Feliz Dia do Servidor Público!", send_at="2025-10-28T08:00", missing=["recipients"], dispatch=False))

    p = people("r023", 10)
    rows = [["Nome", "Fone"]] + [[p[0].name, "(47) 3433-1020 / " + p[0].phone(0)], [p[1].name, p[1].phone(5)], [p[2].name, p[2].phone8()], [p[3].name, p[3].no_ddd()], [p[4].name, p[4].phone(3)], [p[5].name, p[5].landline()], [p[6].name, p[6].phone(7)], [p[7].name, "não tem"], [p[8].name, p[8].phone(9) + " (filha)"], [p[9].name, p[9].phone(2)], [p[4].name, p[4].phone(1)]]
    mail("r023", "request", "outlook", OTAVIO, "WhatsApp: portaria publicada", "2025-10-09 15:29",
         ["Boa tarde, Nádia,", "Gentileza encaminhar por WhatsApp aos aposentandos da relação:", T("Ipreville informa: a portaria da sua aposentadoria foi publicada. Compareça ao setor de pessoal da sua secretaria para o desligamento. Dúvidas: (47) 3400-0000.", "indent"), "Obrigado,"], sig=S_OTAVIO2, att=[f("portarias.xls", xls(rows))],
         traps=["two numbers in a cell", "words behind a number", "missing ninth digit (fixable)", "no area code (not fixable)", "landline", "same number twice in two spellings"], why="Seven usable, three not, one repeated.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=7, rejected=3, duplicates=1, dispatch=True, list_source="portarias.xls"))

    p = people("r024", 7)
    mail("r024", "request", "outlook", SOLANGE, "Guia do recém-aposentado", "2025-10-13 10:55",
         ["Nádia, bom dia.", "Enviar o e-mail abaixo com o guia (PDF) e o requerimento (Word, para a pessoa preencher). A planilha é só para você.",
          T("Prezado(a) aposentado(a),\n\nSeja bem-vindo(a)! Enviamos em anexo o Guia do Recém-Aposentado e o requerimento de inclusão de dependentes no plano de saúde.\n\nSe for o seu caso, devolva o requerimento preenchido até 14/11/2025."), "Abraços,"], sig=S_SOL2, logo=True, disc=D3,
         att=[f("Guia do Recém-Aposentado.pdf", pdf(["Guia do Recém-Aposentado"])), f("Requerimento de inclusão.docx", docx(["REQUERIMENTO DE INCLUSÃO DE DEPENDENTE", "Nome do titular: ____________________", "Nome do dependente: ____________________", "Data e assinatura: ____________________"])), f("novos aposentados.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["a .docx that is a form to be sent, not the text", "the list must not go along", "disclaimer naming both channels"], why="PDF and form go; sheet and logo stay.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="orientacao", message_subject="Guia do recém-aposentado", recipients=7, rejected=0, duplicates=0, attachments_to_send=["Guia do Recém-Aposentado.pdf", "Requerimento de inclusão.docx"], dispatch=True, accept={"category": ["recadastramento", "institucional"]}, list_source="novos aposentados.xlsx"))

    p = people("r025", 5)
    mail("r025", "request", "zimbra", SAUDE, "Lembrete de exames - WhatsApp", "2025-11-12 08:27",
         ["Bom dia!", "Por favor agendem o WhatsApp abaixo para segunda-feira, 10/11/2025, às 7h30, aos servidores da planilha:", T("Lembrete do Núcleo de Saúde: os exames de sangue devem ser feitos em jejum de 8 horas. Leve a guia e um documento com foto."), "Obrigada, Núcleo de Saúde"], att=[f("exames nov.xlsx", xlsx({"Plan1": phones_of(p, ("Servidor", "Celular"))}))],
         traps=["the day and hour of the sending are two days past"], why="10/11/2025 was a Monday, but it is over: ask.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=5, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, accept={"category": ["orientacao", "evento"]}, list_source="exames nov.xlsx"))

    p = people("r026", 6)
    mail("r026", "request", "outlook", ADM, "Errata – cerimônia dos 25 anos de serviço", "2025-10-14 16:03",
         ["Boa tarde, Nádia.", "Encaminhar por e-mail aos homenageados da lista anexa:", T("ERRATA\n\nNo convite para a cerimônia dos 25 anos de serviço, onde se lê \"30 de outubro, às 16h\", leia-se \"31 de outubro, às 17h\". Pedimos que desconsidere o horário anterior e confirme de novo a sua presença."), "Obrigada!"], sig=S_GISELA,
         att=[f("homenageados.csv", csv(mails_of(p, ("nome", "e-mail"))))], traps=["'errata', 'onde se lê' and 'desconsidere' belong to the message, not to a request"], why="It asks for a sending.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Errata – cerimônia dos 25 anos de serviço", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional"]}, list_source="homenageados.csv"))

    p = people("r027", 11)
    mail("r027", "request", "owa", JAIR, "Bloqueio de crédito – conta inválida", "2025-10-15 13:40",
         ["Nádia, boa tarde.", "Peço enviar por e-mail aos pensionistas da planilha. São dezoito pensionistas, conferi um por um com o banco, e nenhum pode ficar de fora.", "Assunto: Conta bancária recusada pelo banco", "Texto:", T("Prezado(a) pensionista, o banco recusou o crédito da sua pensão. Informe os dados da conta correta até 22/10/2025 para receber o pagamento ainda neste mês.")], sig=["Jair Demarchi", "Gerente Financeiro", "Gerência Financeira - Ipreville", "(47) 3400-0020"],
         att=[f("contas recusadas.xlsx", xlsx({"Plan1": mails_of(p, ("Pensionista", "E-mail"))}))], traps=["eighteen announced, in words, eleven in the list"], why="The list and the words disagree and the requester stresses that nobody may be left out: ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Conta bancária recusada pelo banco", recipients=11, rejected=0, duplicates=0, missing=["recipients_confirm"], dispatch=False, accept={"recipients": [None]}, list_source="contas recusadas.xlsx"))

    p = people("r028", 3)
    mail("r028", "request", "ios-outlook", MARLISE, "WhatsApp - segunda via da certidão", "2025-10-16 18:05",
         ["Nádia, seguem duas sugestões de texto pra mandar no WhatsApp dessas três:", f"{p[0].name} {p[0].phone(1)}\n{p[1].name} {p[1].phone(0)}\n{p[2].name} {p[2].phone(2)}", "Obrigada!!"], to=[NADIA, ASSESSORIA],
         att=[f("Texto A.docx", docx(["Prezada segurada, a segunda via da sua certidão de tempo de contribuição está pronta. Retire-a na recepção até 31/10."])), f("Texto B.docx", docx(["Olá! Sua certidão ficou pronta e também pode ser baixada pelo Portal do Segurado."]))],
         traps=["two texts, and not said which", "recipients typed one a line with phone", "no .docx is an attachment to send"], why="Which of the two? Ask.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=3, rejected=0, duplicates=0, missing=["message_text"], dispatch=False, accept={"category": [None, "orientacao", "atendimento"]}, list_source="body"))

    p = people("r029", 7)
    mail("r029", "request", "roundcube", COM, "Consulta: o que você quer ver no nosso boletim?", "2025-10-17 10:33",
         ["Bom dia, Nádia,", "Mando o texto da consulta, que deve ir por e-mail aos assinantes do boletim (CSV anexo). Título da mensagem: Ajude a escolher os assuntos do boletim", "Conteúdo:",
          T("Olá, assinante!\n\nO boletim do Ipreville vai mudar e a sua opinião faz diferença. Marque os assuntos que mais lhe interessam:\n\n- saúde e bem-estar\n- dinheiro e contracheque\n- direitos do aposentado\n- histórias de colegas\n\nResponda até 7 de novembro em https://consulta.ipreville.example/boletim\n\nUm abraço da equipe de Comunicação."), "Até mais!"], sig=S_TARCISIO,
         att=[f("assinantes.csv", csv(mails_of(p, ("nome", "email")), sep=",", enc="utf-8"))], traps=["list of points", "'Título da mensagem' instead of 'Assunto'", "the message has a closing of its own", "flowed lines"], why="Everything is stated.",
         want=dict(channel=["email"], audience="specific", area="comunicacao", category="pesquisa", message_subject="Ajude a escolher os assuntos do boletim", recipients=7, rejected=0, duplicates=0, dispatch=True, list_source="assinantes.csv"))

    mail("r030", "request", "outlook", CESAR, "Novembro Azul - áudio", "2025-11-03 09:36",
         ["Prezada Nádia,", "Segue o áudio do urologista convidado, para envio por WhatsApp a todos os segurados com a seguinte legenda:", T("Novembro Azul: ouça o recado do Dr. Amadeu Lenzi sobre a saúde do homem e marque a sua consulta na unidade de saúde do bairro."), "Atenciosamente,"], sig=S_CESAR2, logo=True,
         traps=["an audio is announced but only the signature logo is attached"], why="The audio did not come.",
         want=dict(channel=["whatsapp"], audience="general", area="pericia-medica", category="institucional", missing=["media"], dispatch=False, accept={"category": ["orientacao", "evento"]}))


def answers():
    p = people("r031", 15)
    mail("r031", "reply-to-request", "outlook", SAUDE, "RES: [AR-2025-0175] Falta a lista de destinatários", "2025-09-08 11:40", ["Agora vai!", "Ingrid"], logo=True, reply_to="ack175",
         quoted=ask("AR-2025-0175", "Falta a lista de destinatários", "2025-09-08 10:02", SAUDE, "Prezados,\n\nPara concluir o envio AR-2025-0175 falta a lista de destinatários. Respondam a este e-mail anexando a planilha."),
         att=[f("coluna.ods", ods(mails_of(p[:14], ("Servidor", "E-mail")) + [[p[14].name, "a confirmar"], [p[0].name, p[0].email]]))], traps=["protocol in the subject", "only 'Agora vai!'", "one without address, one twice"], why="Completes the open request.",
         want=dict(area="pericia-medica", recipients=14, rejected=1, duplicates=1, relates_to="AR-2025-0175", effect="completes", dispatch=True, list_source="coluna.ods"))
    mail("r032", "reply-to-request", "outlook", PREV, "RES: Envio de e-mail - visita domiciliar", "2025-09-08 09:06", ["Nádia, segue correção do texto, se ainda der tempo:", "Onde se lê \"no período da manhã\", leia-se \"das 8h às 16h\".", "Obrigada,"], sig=S_IOLANDA, reply_to="r001",
         quoted=own(PREV, "2025-09-08 08:55", "Envio de e-mail - visita domiciliar", ["Bom dia, Nádia,", "Solicitamos o envio de e-mail aos beneficiários relacionados na planilha em anexo, que pediram a prova de vida em casa. [...]"]), traps=["correction eleven minutes after the request: may already be sent", "must not become a second request"], why="Correction of r001; a person (or a confirmed edit) applies it.",
         want=dict(area="gerencia-previdencia", relates_to="r001", effect="corrects", dispatch=False))
    mail("r033", "reply-to-request", "ios-outlook", MARLISE, "RES: Comunicado – análise do pedido de pensão", "2025-09-22 12:14", ["Pelo whatsapp, Nádia"], reply_to="r009", quoted=dict(AUTO, at="2025-09-22 09:52", to=MARLISE, subject="RES: Comunicado – análise do pedido de pensão", body=["Marlise, a mensagem aos requerentes deve seguir por e-mail ou por WhatsApp?"]),
         traps=["three words answer the question", "the quoted question names both channels"], why="Channel given: WhatsApp.", want=dict(channel=["whatsapp"], area="gerencia-previdencia", relates_to="r009", effect="completes", dispatch=True))
    mail("r034", "reply-to-request", "owa", SOLANGE, "RES: [AR-2025-0172] Envio concluído", "2025-09-02 16:20", ["Show, pode encerrar então. Valeu pela agilidade!"], sig=S_SOL2, reply_to="ack172", quoted=ask("AR-2025-0172", "Envio concluído", "2025-09-02 15:10", SOLANGE, "O envio AR-2025-0172 foi concluído: 421 mensagens."), traps=["'pode encerrar' is no order to send or to cancel"], why="Thanks only.",
         want=dict(area="gerencia-administrativa", relates_to="AR-2025-0172", effect="thanks", dispatch=False))
    mail("r035", "reply-to-request", "outlook", OTAVIO, "RES: [AR-2025-0178] Solicitação recebida", "2025-09-08 10:17", ["Nádia, temos retorno desse envio? Preciso saber quantos dos 63 receberam, pois a gerente quer o número hoje à tarde."], sig=S_OTAVIO2, reply_to="ack178", quoted=ack(178, "Documentos do abono de permanência", "2025-09-04 14:40", OTAVIO), traps=["asks, does not request a new sending"], why="Answer with the state of AR-2025-0178.",
         want=dict(area="gerencia-previdencia", relates_to="AR-2025-0178", effect="status-question", dispatch=False))
    t36 = "Prezado(a) segurado(a), o benefício de dezembro será creditado em 23/12/2025 (terça-feira). O 13º será pago em 12/12/2025."
    mail("r036", "reply-to-request", "outlook", JAIR, "Texto novo - crédito de dezembro", "2025-09-09 09:20", ["Bom dia, Nádia.", "Sobre o AR-2025-0174, da Keli: a versão que vale passa a ser a seguinte.", T(t36, "curly"), "Canais e destinatários não mudam."], sig=["Jair Demarchi", "Gerente Financeiro", "Gerência Financeira - Ipreville", "(47) 3400-0020"],
         traps=["no In-Reply-To, other sender of the same area, protocol only in the body", "has a message text but is no new request", "request waits for approval: it must be asked again"], why="Replaces the text of a pending request.",
         want=dict(area="gerencia-financeira", message_text=t36, relates_to="AR-2025-0174", effect="corrects", dispatch=False))
    x = people("r015", 5)[1]
    mail("r037", "reply-to-request", "outlook", OTAVIO, "RES: Exigência – certidão do INSS", "2025-09-30 13:58", [f"Nádia, a pessoa do processo 883/2025 ({x.name}) acabou de trazer a certidão, então não precisa receber a exigência. Os outros continuam."], sig=S_OTAVIO2, reply_to="r015",
         quoted=own(OTAVIO, "2025-09-30 13:33", "Exigência – certidão do INSS", ["Nádia, boa tarde.", "Favor mandar por e-mail:"]), traps=["removes one recipient; not a cancellation"], why="Correction of the list of r015.", want=dict(area="gerencia-previdencia", relates_to="r015", effect="corrects", dispatch=False))
    mail("r038", "reply-to-request", "owa", JAIR, "RES: Bloqueio de crédito – conta inválida", "2025-10-15 15:02", ["Nádia, respondo abaixo:", "1. A planilha traz 11 pensionistas e o texto fala em dezoito. Qual é o número certo?", ("color", [("p", "O certo é 11. Contei sete que o banco já acertou hoje cedo.")], "#C00000"), "2. Podemos enviar assim?", ("color", [("p", "Podem.")], "#C00000")], sig=["Jair Demarchi", "Gerente Financeiro", "Gerência Financeira - Ipreville", "(47) 3400-0020"], reply_to="r027",
         traps=["the answers stand under repeated questions, marked only by colour"], why="Confirms the list of r027: release it.", want=dict(area="gerencia-financeira", relates_to="r027", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("r039", "reply-to-request", "roundcube", "Igor Sant'Ana <envios@callcenter.example>", "Re: [AR-2025-0173] Pacote para envio por WhatsApp", "2025-09-03 11:05", ["Bom dia,", "O modelo foi recusado pela plataforma por causa do link encurtado. Vocês autorizam tirar o link, ou mandam outro texto? Enquanto isso o envio fica aguardando."], sig=S_IGOR, auth="ext", reply_to="cc173", quoted=pack(173, "2025-09-03 10:00", "4.881"),
         traps=["from the call center but no report; must not be relayed as one", "the quoted text contains the word 'relatório'"], why="The call center needs a decision: alert a person.", want=dict(relates_to="AR-2025-0173", effect="question", dispatch=False))
    mail("r040", "approval", "iphone", HELGA, "Re: [AR-2025-0176] Para aprovação: Minuta do código de conduta", "2025-09-09 20:31", ["Autorizado, Nádia."], reply_to="ok176", quoted=preview(176, "Minuta do código de conduta", "2025-09-09 15:30", "58 destinatários, e-mail"), traps=["'Autorizado' instead of the proposed word", "the quoted text contains both APROVO and NÃO APROVO"], why="Approver's own words approve.",
         want=dict(area="gabinete", relates_to="AR-2025-0176", dispatch=True))
    mail("r041", "reply-to-request", "owa", HELGA, "RES: [AR-2025-0174] Para aprovação: Crédito do benefício de dezembro", "2025-09-10 08:19", ["Aprovo, desde que incluam o telefone da Folha para dúvidas. Sem isso, não."], sig=S_HELGA2, reply_to="ok174", quoted=preview(174, "Crédito do benefício de dezembro", "2025-09-09 16:00", "968 destinatários, e-mail e WhatsApp"), traps=["conditional approval: must not release the text as it stands"], why="'desde que' = change first; dispatch must be false.",
         want=dict(area="gabinete", relates_to="AR-2025-0174", effect="corrects", dispatch=False, accept={"class": ["approval"], "effect": ["rejects"]}))
    mail("r042", "approval", "outlook", HELGA, "RES: [AR-2025-0179] Para aprovação: Recepção fechada para obra", "2025-11-25 17:50", ["De acordo. Mandem amanhã à tarde, que hoje já ficou tarde para o pessoal ler.", "Abraço,"], sig=S_HELGA2, logo=True, reply_to="ok179", quoted=preview(179, "Recepção fechada para obra", "2025-11-25 14:00", "todos os segurados, WhatsApp"), traps=["approval with a schedule: 'amanhã à tarde' = 26/11/2025", "a reason that is no reserve"], why="Approved, to go tomorrow afternoon, not now.",
         want=dict(area="gabinete", relates_to="AR-2025-0179", send_at="2025-11-26", dispatch=True))
    mail("r043", "cancellation", "zimbra", CI, "Re: Inventário de bens - comunicação aos responsáveis", "2025-09-12 09:31", ["Sra. Assessora,", "Queira tornar sem efeito a solicitação abaixo. A Instrução Normativa será republicada e o prazo deverá mudar."], sig=S_LEANDRA, reply_to="r005",
         quoted=own(CI, "2025-09-12 09:05", "Inventário de bens - comunicação aos responsáveis", ["Sra. Assessora,", "Solicito o encaminhamento, por correio eletrônico, aos responsáveis que constam da planilha, da comunicação abaixo [...]"]), traps=["'tornar sem efeito', no protocol"], why="Cancel r005; nothing may go out.", want=dict(area="controle-interno", relates_to="r005", dispatch=False))
    mail("r044", "cancellation", "android-outlook", ADM, "segurar a errata", "2025-10-14 16:29", ["Nádia, segura a errata da cerimônia que te mandei agora há pouco, não pode sair! O horário do convite estava certo, era dia 30 mesmo.", "Gisela"], traps=["new thread, no protocol, no In-Reply-To: found by area and subject"], why="Refers to r026, of 26 minutes before.", want=dict(area="gerencia-administrativa", relates_to="r026", dispatch=False))
    mail("r045", "cancellation", "ios-outlook", CESAR, "RES: [AR-2025-0180] Solicitação recebida", "2025-09-05 09:12", ["Nádia, dá pra parar esse? A sala antiga foi liberada e ninguém mais precisa trocar. Se o pessoal do call center já começou, me liga."], reply_to="ack180", quoted=ack(180, "Troca de sala das perícias", "2025-09-05 08:14", CESAR), traps=["already at the call center: needs a cancel message there", "asked as a question"], why="Cancellation after the package left.", want=dict(area="pericia-medica", relates_to="AR-2025-0180", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-generated")]
    m2, m7 = ACKS["m172"], ACKS["m177"]
    s2, s7 = "Convênio com farmácias", "Parecer do balanço de 2024"
    r = people("r046", 4)
    mail("r046", "delivery-receipt", "receipt", MSX, "Retransmitido: " + s7, "2025-09-04 11:18:22", [], to=[PRESID], headers=auto + [("In-Reply-To", f"<{m7}>")], envelope="",
         raw_root=dsn("r046", "A entrega a estes destinatários ou grupos foi concluída, mas o servidor de destino não enviou uma notificação de entrega:\n\n" + "\n\n".join(x.email for x in r) + f"\n\nAssunto: {s7}\n", [(x.email, "relayed", "2.0.0", None) for x in r], "2025-09-04 11:16", m7, html="<p>A entrega foi concluída, mas o servidor de destino não enviou uma notificação de entrega.</p>", subject=s7),
         traps=["'relayed' is not 'delivered'", "four recipients in one DSN"], why="Relay to the requesting area.", want=dict(relates_to="AR-2025-0177", receipt={"action": "relayed", "recipients": [x.email for x in r]}))
    r = people("r047", 1)[0]
    mail("r047", "delivery-receipt", "receipt", "postmaster@provedor.example <postmaster@provedor.example>", "Entregue: " + s2, "2025-09-02 14:32:05", [], to=[PRESID], auth="ext", envelope="", headers=auto + [("In-Reply-To", f"<{m2}>")],
         raw_root=dsn("r047", f"Sua mensagem foi entregue aos seguintes destinatários:\n\n{r.name} ({r.email})\n\nAssunto: {s2}\n", [(r.email, "delivered", "2.1.5", None)], "2025-09-02 14:31", m2, mta="mx.provedor.example", subject=s2), traps=["outside postmaster"], why="Delivered.", want=dict(relates_to="AR-2025-0172", receipt={"action": "delivered", "recipients": [r.email]}))
    r = people("r048", 2)
    mail("r048", "delivery-receipt", "receipt", MSX, "Não é possível entregar: " + s2, "2025-09-02 14:33:41", [], to=[PRESID], headers=auto, envelope="",
         raw_root=dsn("r048", "Falha na entrega a estes destinatários ou grupos:\n\n" + "\n\n".join(f"{x.email}\nO domínio de email do destinatário não aceita mensagens para este endereço." for x in r) + "\n\nInformações de diagnóstico para administradores:\n\nServidor de origem: GV1P152MB0044.BRAP152.PROD.OUTLOOK.EXAMPLE\n", [(x.email, "failed", "5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup") for x in r], "2025-09-02 14:31", m2, html="<p>Falha na entrega a estes destinatários</p>", subject=s2),
         traps=["two failures in one notice", "linked only by the returned headers"], why="NDR: tell the area.", want=dict(relates_to="AR-2025-0172", receipt={"action": "failed", "recipients": [x.email for x in r]}))
    r = people("r049", 1)[0]
    mail("r049", "delivery-receipt", "receipt", "Mail Delivery Subsystem <mailer-daemon@caixapostal.example>", "Delivery Status Notification (Delay)", "2025-09-05 12:40:10", [], to=[PRESID], auth="none", envelope="", headers=auto,
         raw_root=dsn("r049", f"There was a temporary problem delivering your message to {r.email}. We will keep trying for 46 more hours.\n\nThe response was: 451 4.7.1 Greylisting in action, please come back later\n", [(r.email, "delayed", "4.7.1", "451 4.7.1 Greylisting in action, please come back later")], "2025-09-04 11:16", m7, mta="mx2.caixapostal.example", subject=s7), traps=["English, subject without the original subject", "delay is not final"], why="Delay notice.",
         want=dict(relates_to="AR-2025-0177", receipt={"action": "delayed", "recipients": [r.email]}))
    r = people("r050", 1)[0]
    mail("r050", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Não lida: " + s2, "2025-09-29 07:12:30", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", f"<{m2}>")],
         raw_root=mdn("r050", f"Sua mensagem\n\n   Para: {r.name}\n   Assunto: {s2}\n   Enviada: terça-feira, 2 de setembro de 2025 14:30:00\n\nfoi excluída sem ser lida em segunda-feira, 29 de setembro de 2025 07:12:02.\n", r.email, m2, "automatic-action/MDN-sent-automatically; deleted"), traps=["a notice from an insured person's program is no answer"], why="MDN 'deleted'.",
         want=dict(relates_to="AR-2025-0172", receipt={"action": "deleted-unread", "recipients": [r.email]}))
    p = people("r051", 29)
    st = ["Lido"] * 14 + ["Entregue"] * 11 + ["Falha - número inexistente"] * 3 + ["Falha - sem WhatsApp"]
    mail("r051", "call-center-report", "roundcube", "Igor Sant'Ana <envios@callcenter.example>", "Re: [AR-2025-0180] Pacote para envio por WhatsApp", "2025-09-05 14:02", ["Boa tarde,", "Disparo concluído, planilha em anexo."], sig=S_IGOR, auth="ext", reply_to="cc180", quoted=pack(180, "2025-09-05 08:30", 29),
         att=[f("envio_pericia.xlsx", xlsx({"Envios": [["Nome", "Telefone", "Status", "Data/Hora"]] + [[x.name, x.e164, s, f"05/09/2025 09:{i:02d}"] for i, (x, s) in enumerate(zip(p, st))]}))], traps=["one line a contact; read messages are also delivered ones"], why="In thread, with protocol.",
         want=dict(relates_to="AR-2025-0180", report={"complete": True, "sent": 29, "delivered": 25, "read": 14, "failed": 4}))
    p = people("r052", 176)
    st = ["ENTREGUE"] * 96 + ["NAO ENTREGUE"] * 9 + ["ENTREGUE"] * 66 + ["NAO ENTREGUE"] * 5
    mail("r052", "call-center-report", "outlook", "Fernanda Cunico <fernanda.cunico@callcenter.example>", "Retorno do disparo de prova de vida", "2025-09-04 17:31", ["Olá, Nádia!", "Em anexo o retorno do disparo de prova de vida que fizemos em 02/09, com os 176 contatos.", "Abraços,"], sig=["Fernanda Cunico", "Qualidade | Elo Atendimento"], auth="ext",
         att=[f("retorno_0209.csv", csv([["fone", "nome", "situacao"]] + [[x.e164, x.name, s] for x, s in zip(p, st)]))], traps=["no protocol, other address of the company, new thread", "matched by date, subject and quantity"], why="Only AR-2025-0171 went on 02/09 with 176 contacts.",
         want=dict(relates_to="AR-2025-0171", report={"complete": True, "sent": 176, "delivered": 162, "read": None, "failed": 14}))
    mail("r053", "call-center-report", "roundcube", "Igor Sant'Ana <envios@callcenter.example>", "Re: [AR-2025-0173] Pacote para envio por WhatsApp", "2025-09-03 19:15", ["Boa noite,", "Posição das 19h: das 4.881 já saíram 3.000; 2.786 foram entregues e 214 deram erro. Amanhã cedo seguimos com o que falta."], sig=S_IGOR, auth="ext", reply_to="cc173", quoted=pack(173, "2025-09-03 10:00", "4.881"), traps=["figures in running text with thousands points", "partial: do not close the request"], why="Partial report.",
         want=dict(relates_to="AR-2025-0173", report={"complete": False, "sent": 3000, "delivered": 2786, "read": None, "failed": 214}))
    mail("r054", "call-center-report", "webmail", "Elo Disparos (não responder) <noreply@disparos.callcenter.example>", "Campanha IPREVILLE_SETEMBRO_AMARELO encerrada", "2025-09-04 13:05", ["A campanha IPREVILLE_SETEMBRO_AMARELO foi encerrada.", "O consolidado está no arquivo anexo.", "E-mail automático. Não responda."], auth="ext", headers=auto,
         att=[f("IPREVILLE_SETEMBRO_AMARELO.pdf", pdf(["Elo Atendimento - Consolidado de campanha", "Campanha: IPREVILLE_SETEMBRO_AMARELO", "Status: ENCERRADA", "Enviadas: 4.881", "Entregues: 4.527", "Lidas: 2.940", "Falhas: 354"]))], traps=["Auto-Submitted and noreply, yet a report and no auto-reply", "complete after the partial one", "figures in a PDF"], why="Completes AR-2025-0173 (4881 contacts).",
         want=dict(relates_to="AR-2025-0173", report={"complete": True, "sent": 4881, "delivered": 4527, "read": 2940, "failed": 354}, accept={"report": [{"complete": True, "sent": None, "delivered": None, "read": None, "failed": None}]}))
    mail("r055", "call-center-report", "gmail", "Fernanda Cunico <fernanda.cunico@callcenter.example>", "fechamento", "2025-09-09 08:48", ["Bom dia! Fechamento que ficou pendente da semana passada:", "Enviados 63 / Entregues 58 / Falhas 5"], sig=["Fernanda"], to=[NADIA, ASSESSORIA], auth="ext", traps=["one-word subject; only the number 63 links it"], why="63 contacts: AR-2025-0178.",
         want=dict(relates_to="AR-2025-0178", report={"complete": True, "sent": 63, "delivered": 58, "read": None, "failed": 5}))
    mail("r056", "auto-reply", "outlook", KELI, "Resposta automática: [AR-2025-0174] Solicitação recebida", "2025-09-08 13:20", ["Encontro-me em licença-prêmio até 02/10. Pedidos de envio de e-mail ou WhatsApp da Gerência Financeira devem ser tratados com Jair Demarchi."], irt=ACKS["ack174"], headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-replied")], traps=["contains 'Pedidos de envio de e-mail ou WhatsApp' and comes from an area"], why="Out of office.",
         want=dict(area="gerencia-financeira", relates_to="AR-2025-0174", accept={"area": [None], "relates_to": [None]}))
    mail("r057", "auto-reply", "webmail", "Caixa protegida de Ivone Laube <ivone.laube@correio.example>", "Confirme o seu envio: " + s2, "2025-09-02 14:31", ["Sua mensagem está retida. Para que ela chegue a Ivone Laube, confirme que você é uma pessoa: https://antispam.correio.example/c/81f7", "Você só precisa fazer isto uma vez."], to=[PRESID], auth="ext", irt=m2, headers=[("Auto-Submitted", "auto-replied")], traps=["challenge-response of an insured person's provider; 'confirme o seu envio'"], why="A machine asks; no person wrote.",
         want=dict(relates_to="AR-2025-0172", accept={"relates_to": [None]}))
    mail("r058", "auto-reply", "roundcube", "Central da Câmara de Vereadores <central@camara.example>", "Re: " + s7, "2025-09-04 11:17", ["Agradecemos o contato. A sua demanda recebeu o protocolo CV-2025/7719 e será distribuída ao gabinete competente.", "Mensagem gerada automaticamente."], to=[PRESID], auth="ext", irt=m7, headers=[("Auto-Submitted", "auto-replied")], traps=["ticket system: looks like a reply, has a protocol number of its own"], why="Automatic ticket acknowledgement.",
         want=dict(relates_to="AR-2025-0177", accept={"relates_to": [None]}))


def others():
    s2, s7 = "Convênio com farmácias", "Parecer do balanço de 2024"
    q2 = dict(PRES, at="2025-09-02 14:30", to="undisclosed-recipients:;", subject=s2, body=["Prezado(a) segurado(a),", "O Ipreville firmou convênio com farmácias da cidade..."])
    q7 = dict(PRES, at="2025-09-04 11:15", to="undisclosed-recipients:;", subject=s7, body=["Prezados,", "O Conselho Fiscal publicou o parecer do balanço de 2024..."])
    mail("r059", "insured-reply", "gmail", "Adriana Tomelin Jasper <adriana.jasper@mail.example>", "Re: " + s2, "2025-09-02 21:44", ["Boa noite! Respondo pelo meu pai, Osvaldo Jasper, que não mexe com computador. O convênio vale também para a farmácia do bairro Itaum? E precisa de carteirinha?"], to=[PRESID], auth="ext", reply_to="m172", quoted=q2, traps=["a daughter answers for the insured person", "arrives at presidente@"], why="Two-way contact: forward to Gerência Administrativa.",
         want=dict(relates_to="AR-2025-0172"))
    mail("r060", "insured-reply", "samsung", "Percival Nehls <percival.nehls@webmail.example>", "Re: " + s7, "2025-09-04 15:27", ["Prezados, agradeço mas não desejo mais receber mensagens dos senhores neste e-mail. Por gentileza excluam meu endereço."], to=[PRESID], auth="ext", reply_to="m177", quoted=q7, traps=["'excluam meu endereço' is an opt-out, not a correction by an area"], why="Opt-out: register and forward.",
         want=dict(relates_to="AR-2025-0177", opt_out=True))
    mail("r061", "insured-reply", "iphone", "Sueli Retzlaff <sueli.retzlaff@provedor.example>", "pericia", "2025-09-19 06:55", ["Bom dia estou com febre e não consigo ir na junta médica dia 23. segue o atestado do posto. Como faço pra marcar outro dia? Sueli Retzlaff"], auth="ext", att=[f("IMG_2207.jpeg", image("JPEG"))], traps=["sends a medical certificate (sensitive data) on her own initiative; no thread", "subject equals a category"], why="From an insured person; a person decides where it goes; never sent on to the call center.",
         want=dict(category="pericia", relates_to=None, accept={"class": ["unrelated"], "category": [None], "relates_to": ["r002"]}))
    mail("r062", "insured-reply", "outlook", "Genésio Krelling <genesio.krelling@correio.example>", "RES: " + s7, "2025-09-05 09:33", ["Solicito que este e-mail, com as minhas ressalvas ao parecer, seja enviado a todos os que receberam o original, pois o balanço omite a perda dos fundos imobiliários."], to=[PRESID], auth="ext", reply_to="m177", quoted=q7, traps=["an insured person asks for a mass sending: no area, must not be dispatched"], why="Reply of an insured person; forward to the Conselho Fiscal.",
         want=dict(relates_to="AR-2025-0177", accept={"class": ["unauthorized"]}))
    p = people("r063", 4)
    mail("r063", "unauthorized", "outlook", "Solange Fiedler - Gerência Administrativa <solange.fiedler@lpreville.example>", "Envio de e-mail aos aposentados - URGENTE", "2025-10-02 07:49",
         ["Nádia, bom dia.", "Enviar por e-mail, o quanto antes, aos aposentados da planilha. Assunto: Confirmação de cadastro", T("Prezado(a) aposentado(a), confirme o seu cadastro em http://cadastro-ipreville.example com CPF, senha do banco e foto do cartão, ou o benefício de outubro ficará retido.", "curly"), "Estou de atestado, me responda só por aqui."], sig=S_SOL2, auth="ext", att=[f("aposentados.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["lookalike domain (l for i), display name and signature of a real manager, DKIM of its own domain passes"], why="Domain is not the institute's; text is a phishing text.", want=dict(reason="lookalike domain", accept={"reason": [None]}))
    mail("r064", "unauthorized", "outlook", KELI, "WhatsApp geral - devolução de valores", "2025-10-10 06:21", ["Prezada Nádia,", "Favor enviar por WhatsApp a todos os segurados:", T("Ipreville: você tem valores a receber. Pague a guia de liberação de R$ 49,90 pela chave Pix 47900000000 e receba em 24 horas."), "Atenciosamente,"], sig=S_KELI2, auth="fail", envelope="contato@vps412.example",
         headers=[("X-MS-Exchange-Organization-AuthAs", "Internal"), ("Authentication-Results", "mx.ipreville.example; dkim=pass header.d=ipreville.example; spf=pass; dmarc=pass")], traps=["exact address of the department; SPF and DMARC fail", "forged 'Internal' and 'dmarc=pass' headers further down: only the topmost ones count"], why="Authentication failed.", want=dict(reason="dmarc fail", accept={"reason": [None]}))
    mail("r065", "unauthorized", "gmail-app", "Cesinha Ramthun <cesinha.ramthun@webmail.example>", "lista da junta", "2025-09-20 18:37", ["Oi Nádia, é o César da perícia. Esqueci o notebook no Ipreville, consegue me mandar aqui a lista dos convocados da junta de terça com os telefones? Quero avisar um por um que o horário mudou. Abs"], auth="ext", traps=["perhaps really César, but from an unknown private address; asks for personal data"], why="Identity not proven: hold and ask him at his work address.", want=dict(reason="personal address of an employee", accept={"reason": [None]}))
    mail("r066", "unauthorized", "zimbra", "Clube Vida Plena Seguros <parcerias@vidaplena.example>", "Divulgação aos segurados do Ipreville", "2025-10-20 11:15", ["Prezada Assessoria,", "Conforme conversado com o gabinete, pedimos que encaminhem por e-mail e WhatsApp, a todos os segurados, o folheto anexo do nosso seguro de vida.", "Agradecemos a parceria."], sig=["Equipe Comercial", "Clube Vida Plena"], auth="ext", att=[f("folheto.pdf", pdf(["Seguro de vida"]))], traps=["a stranger asks for a mass sending", "'conforme conversado com o gabinete'"], why="A third party without right; nothing may leave.",
         want=dict(reason="third party asks for a sending", accept={"class": ["unrelated"], "reason": [None]}))
    mail("r067", "unrelated", "webmail", "Portal RPPS em Foco <noticias@rppsemfoco.example>", "Webinar: comunicação com aposentados por WhatsApp", "2025-09-16 07:00", ["Aprenda a fazer prova de vida, recadastramento e pesquisas pelo aplicativo de mensagens.", "Inscreva-se: https://rppsemfoco.example/webinar", "Não quer mais receber? https://rppsemfoco.example/sair"], auth="ext", traps=["full of the domain's words"], why="Advertisement.")
    mail("r068", "unrelated", "owa", CI, "Levantamento anual: quantos e-mails e WhatsApps foram enviados", "2025-11-18 10:02", ["Nádia, para o relatório de gestão, poderia nos informar até o dia 28 quantas comunicações a Assessoria enviou em 2025, por canal e por área?", "Obrigada,"], sig=S_LEANDRA, traps=["an area names both channels, but asks for a statistic of the desk"], why="Office matter: no sending, no request it refers to.",
         want=dict(area="controle-interno", accept={"area": [None]}))
    mail("r069", "unrelated", "outlook", "Comercial Elo Atendimento <comercial@callcenter.example>", "Proposta de renovação e relatório de desempenho 2025", "2025-11-05 15:20", ["Prezados,", "Encaminhamos a proposta de renovação do contrato, com novo valor por mensagem, e o relatório de desempenho do período (61.240 mensagens enviadas, 93% entregues).", "Validade da proposta: 30 dias."], sig=["Comercial", "Elo Atendimento"], auth="ext", att=[f("proposta_2026.pdf", pdf(["Proposta comercial"])), f("desempenho_2025.xlsx", xlsx({"Resumo": [["Mês", "Enviadas", "Entregues"], ["agosto", 5890, 5470], ["setembro", 5412, 5033]]}))], traps=["from the call center, with 'relatório', figures and an xlsx, but an offer"], why="Offer: not the report of one sending.")
    mail("r070", "unrelated", "outlook", ADM, "Falta de água amanhã", "2025-10-22 15:10", ["Colegas,", "Comunicamos que amanhã, das 9h às 12h, não haverá água no prédio. Usem o banheiro do anexo e avisem quem estiver em férias.", "Grata,"], sig=S_GISELA, to=["Todos Ipreville <todos@ipreville.example>"], logo=True, traps=["internal circular from an area: a notice, but to the staff"], why="Addressed to todos@; no request.", want=dict(area="gerencia-administrativa", accept={"area": [None]}))
