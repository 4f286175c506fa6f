"""Half s: once more what the hand of the given half could have written as its other seventy - the same office, March to June 2026, other people, other errands, other snares than in r."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2026-0211", "gerencia-previdencia", "otavio.bressan@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Retirada do cartão do segurado", "2026-03-03T09:10", 134),
    request("AR-2026-0212", "pericia-medica", "saude@ipreville.example", ["email"], "specific", "sent", "Programa Coração em Dia", "2026-03-03T14:05", 387),
    request("AR-2026-0213", "comunicacao", "bianca.raulino@ipreville.example", ["whatsapp"], "general", "waiting-report", "Ipreville no seu bairro", "2026-03-04T09:30", 4902),
    request("AR-2026-0214", "gerencia-financeira", "jair.demarchi@ipreville.example", ["email", "whatsapp"], "specific", "waiting-approval", "Desconto do plano odontológico", "", 1317),
    request("AR-2026-0215", "gerencia-administrativa", "administrativo@ipreville.example", ["email"], "specific", "waiting-data", "Cursos da Escola de Governo", "", None, ["recipients"]),
    request("AR-2026-0216", "controle-interno", "controleinterno@ipreville.example", ["email"], "specific", "waiting-approval", "Declaração de parentesco dos gestores", "", 41),
    request("AR-2026-0217", "conselho-administrativo", "conselhoadm@ipreville.example", ["email"], "specific", "sent", "Novo presidente do colegiado", "2026-03-05T10:20", 1960),
    request("AR-2026-0218", "gerencia-previdencia", "marlise.kuhnen@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Prova de vida – aniversariantes de fevereiro", "2026-03-05T15:40", 191),
    request("AR-2026-0219", "gabinete", "gabinete@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Sem expediente em Corpus Christi", "", 4902),
    request("AR-2026-0220", "pericia-medica", "cesar.ramthun@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Perícias no sábado", "2026-03-06T08:40", 23),
]
ACKS = {f"ack{n}": f"ar-2026-0{n}.ack@ipreville.example" for n in range(211, 221)} | {f"cc{n}": f"ar-2026-0{n}.cc@ipreville.example" for n in (211, 213, 218, 220)} | {f"ok{n}": f"ar-2026-0{n}.ok@ipreville.example" for n in (214, 216, 219)}
ACKS |= {f"m{n}": f"ar-2026-0{n}.mail1@ipreville.example" for n in (212, 217)}
S_DAGMAR = ["Dagmar Vollert", "Setor de Cadastro", "Gerência de Previdência - Ipreville", "(47) 3400-0015", "Praça das Palmeiras, 100 – Centro – Joinville/SC"]
S_NILCE = ["Nilce Batschauer", "Recepção da Perícia", "Perícia Médica - Ipreville", "(47) 3400-0044"]
S_RAUL = ["Raul Cavalheiro", "Redes sociais – Comunicação", "Ipreville"]
S_ELOIR = ["Eloir Tambosi", "Auditor", "Controle Interno - Ipreville", "(47) 3400-0053"]
S_IVANETE = ["Ivanete Lunkes", "Folha de Pensões", "Gerência Financeira - Ipreville", "(47) 3400-0025"]
S_WANDER = ["Wanderley Sprícigo", "Conciliação Bancária", "Gerência Financeira - Ipreville", "(47) 3400-0027"]
S_MARCIA = ["Márcia Zunino", "Protocolo Geral", "Gerência Administrativa - Ipreville", "(47) 3400-0032"]
S_ABILIO = ["Abílio Rech", "Secretário dos Conselhos", "Conselho Administrativo - Ipreville"]
S_GAULKE = ["Norberto Gaulke", "Arquivo Geral", "ramal 0081"]
S_CAMILA = ["Camila Torrens", "Elo Atendimento"]
NOTE = "CONFIDENCIALIDADE: esta mensagem pode trazer informações pessoais (Lei nº 13.709/2018). É vedado repassar, imprimir ou enviar o seu conteúdo a quem não seja o destinatário. Recebeu por engano? Responda ao remetente e elimine-a."
ack, preview, pack = letters("AR-2026-0")


def mails():
    IDS.update(ACKS)
    asked()
    answers()
    notices()
    others()


def asked():
    p = people("s001", 10)
    rows = [["Segurado", "Matrícula", "Endereço eletrônico"]] + [[x.name, x.matricula, x.email] for x in p]
    rows[3][2] = f"<{rows[3][2]}>"
    rows += [["Teodoro Zanella", "20411", "sem e-mail"], ["Mafalda Kruger Uber", "31877", "mafalda.uber.correio.example"], [p[6].name, p[6].matricula, p[6].email.upper()]]
    mail("s001", "request", "outlook", PREV, "E-mail aos segurados - nome divergente", "2026-03-09 08:21",
         ["Nádia, bom dia!", "Peço a gentileza de encaminhar por e-mail a mensagem que segue aos segurados da planilha em anexo.", "Assunto: Seu nome no cadastro – acerte até 30/04/2026", "Mensagem ao segurado:",
          T("Prezado(a) segurado(a),\n\nAo conferir os dados com a Receita Federal, verificamos que o seu nome está escrito de outro modo no cadastro do Ipreville.\n\nPara que o pagamento de maio não seja recusado, envie uma cópia da certidão de nascimento ou de casamento até 30/04/2026, pelo Portal do Segurado, ou traga-a à recepção, das 8h às 14h.\n\nSe já fez o acerto, não é preciso voltar.\n\nCordialmente,\nSetor de Cadastro\nGerência de Previdência"),
          "Muito obrigada pela ajuda de sempre.", "Abraço,"], sig=S_DAGMAR, logo=True, disc=NOTE, att=[f("nomes divergentes.xlsx", xlsx({"Receita": rows}))],
         traps=["message has its own closing before the requester's", "an address between < >", "one repeated in capitals", "inline logo", "disclaimer with 'enviar'"], why="Everything is stated; one repeated, one without address, one without @.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Seu nome no cadastro – acerte até 30/04/2026", recipients=10, rejected=2, duplicates=1, dispatch=True, list_source="nomes divergentes.xlsx"))

    p = people("s002", 8)
    data = [(("date", 2026, 3, 24), ("time", 8, 0), "Dra. Lenita"), (("date", 2026, 3, 24), ("time", 8, 30), "Dra. Lenita"), (("date", 2026, 3, 24), ("time", 9, 0), "Dr. Nelson"), (("date", 2026, 3, 24), ("time", 9, 30), "Dr. Nelson"),
            (("date", 2026, 3, 25), ("time", 13, 0), "Dra. Lenita"), (("date", 2026, 3, 25), ("time", 13, 30), "Dra. Lenita"), (("date", 2026, 3, 25), ("time", 14, 0), "Dr. Nelson"), (("date", 2026, 3, 25), ("time", 14, 30), "Dr. Nelson")]
    rows = [["Servidor", "WhatsApp", "Dia", "Hora", "Perito", "CID"]] + [[x.name, x.phone(i + 1), *d, c] for i, (x, d, c) in enumerate(zip(p, data, ["M54.5", "F32.1", "M75.1", "I10", "M17.0", "F41.1", "G56.0", "M51.1"]))]
    rows += [["Orlando " + p[2].name.split()[-1], p[2].phone(0), ("date", 2026, 3, 25), ("time", 15, 0), "Dr. Nelson", "M79.7"], [p[5].name, p[5].phone(8), *data[5], "F41.1"]]
    mail("s002", "request", "outlook", PERICIA, "Perícias por vídeo 24 e 25/03 (WhatsApp)", "2026-03-16 14:10",
         ["Boa tarde, Nádia,", "Para envio por WhatsApp aos servidores da planilha. Onde há « » entra o dado de cada um, que está na coluna de mesmo nome.",
          T("«Servidor», a sua perícia será feita por videochamada no dia «Dia», às «Hora», com «Perito».\n\nFique em lugar claro e silencioso, com os exames à mão. A chamada vem do número (47) 3400-0044; se não puder atender, avise até a véspera.\n\nNão é preciso responder a esta mensagem."),
          "A coluna do CID é nossa, favor não repassar.", "Grata,"], sig=S_NILCE, cc=["César Augusto Ramthun <cesar.ramthun@ipreville.example>"], att=[f("videoperícias.xlsx", xlsx({"Março": rows}))],
         traps=["placeholders between « »", "dates and times are real cells of the sheet", "a couple shares one phone, with two appointments", "one row twice, with all data equal", "CID column", "'não é preciso responder' is part of the message"], why="Nine people with nine appointments; the couple is no duplicate, the row repeated whole is one.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=9, rejected=0, duplicates=1, per_person=True, placeholders=["Servidor", "Dia", "Hora", "Perito"], never_forward_columns=["CID"], dispatch=True, list_source="videoperícias.xlsx"))

    mail("s003", "request", "outlook", COM, "Perfil falso - whats para todos", "2026-03-17 11:32",
         ["Oi, Nádia!", "Apareceu um perfil falso nosso na internet. Dá para mandar por WhatsApp, a todos os segurados, o aviso que está em azul, junto com a imagem anexa?",
          T("⛔ PERFIL FALSO ⛔\n\nUma conta no Instagram usa o nome e o brasão do Ipreville para oferecer \"antecipação do 13º\" por mensagem.\n\nO nosso único perfil é @ipreville.oficial. Não clique, não informe dados e denuncie a conta falsa.\n\nNa dúvida, ligue para (47) 3400-0000.", "color:#0563C1"),
          "Estou na rua, mas atendo no celular."], sig=S_RAUL, logo=True, att=[f("perfil_falso.jpg", image("JPEG", (320, 320)))], traps=["the text is told from the rest only by its colour", "emoji, utf-8 body", "an @ in the text is no address", "inline logo is not the picture to send"], why="General notice with picture and caption.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="alerta", attachments_to_send=["perfil_falso.jpg"], dispatch=True))

    p = people("s004", 5)
    mail("s004", "request", "apple", STEIN, "Balancete de março – leitura antes da reunião", "2026-04-16 18:54",
         ["Boa tarde,", "Peço repassar por e-mail aos colegas do Conselho Fiscal:",
          T("Caros colegas,\n\nO balancete de março já está na pasta do Conselho. Peço que o examinem antes da reunião de 29 de abril, às 9h.\n\nQuem tiver apontamentos pode trazê-los por escrito.\n\nUm abraço a todos,\nValdemar", "straight"),
          "Os endereços: " + "; ".join(f"{x.name} <{x.email}>" for x in p) + f"; {p[0].name} <{p[0].email}>.", "O conselheiro Ottmar está no hospital e desta vez fica de fora.", "Grato,"], sig=["Valdemar Stein", "Conselho Fiscal"], auth="ext",
         traps=["recipients typed in the body, after the text, one of them twice", "the message is signed with the requester's first name", "external address that is in the address book", "no explicit subject: the mail's own title serves"], why="Five addresses, one given twice; a sixth person is left out by the requester.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Balancete de março – leitura antes da reunião", recipients=5, rejected=0, duplicates=1, dispatch=True, accept={"category": ["institucional", "evento", "orientacao"]}, list_source="body"))

    p = people("s005", 6)
    mail("s005", "request", "thunderbird", CI, "Comunicação - acompanhamento de recomendações", "2026-04-06 09:48",
         ["Prezada Nádia,", "Solicito remeter por e-mail aos titulares que constam da planilha anexa a comunicação transcrita entre os asteriscos. O assunto da mensagem deve ser “Recomendações de 2025 – informe o que já foi feito”.",
          T("Senhores titulares,\n\nO relatório de acompanhamento das recomendações de auditoria de 2025 será fechado em 30 de abril de 2026. Pedimos que informem ao Controle Interno, até o dia 17, as providências tomadas em cada item.\n\nO item sem resposta será registrado como não atendido.", "marks:* * * * * * *|* * * * * * *"), "Respeitosamente,"], sig=S_ELOIR,
         att=[f("Titulares das unidades.xls", xls([["Unidade", "Titular", "Correio eletrônico"]] + [[u, x.name, x.email] for u, x in zip(["Almoxarifado", "Tesouraria", "Folha", "Cadastro", "Recepção", "Patrimônio"], p)] + [["Transportes", "(vago)", None], ["Compras (substituindo)", p[1].name, p[1].email + ","]]))],
         traps=["format=flowed soft line breaks", "subject between quotation marks inside a sentence", "lines of asterisks delimit the text", "xls list with a vacant post and a person with two posts"], why="Six people; one row empty, one person twice.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Recomendações de 2025 – informe o que já foi feito", recipients=6, rejected=1, duplicates=1, dispatch=True, accept={"category": ["orientacao"]}, list_source="Titulares das unidades.xls"))

    mail("s006", "request", "ios-outlook", HELGA, "Horario quarta jogo", "2026-06-22 07:41",
         ["Nádia bom dia, solta no zap pra todo mundo da base, por favor:", T("Por causa do jogo da Seleção, o Ipreville atenderá somente até as 13h na quarta-feira, 24 de junho. Na quinta-feira o horário volta ao normal."), "Bj"],
         to=[NADIA, ASSESSORIA], traps=["'solta no zap' = send by WhatsApp, 'todo mundo da base' = general", "no signature but the line of the phone", "no list: general"], why="Channel and audience are said in slang.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", dispatch=True))

    p = people("s007", 13)
    contacts = [[x.name, f"{7001 + 13 * i}", "" if i in (4,) else x.landline() if i == 8 else x.no_ddd() if i == 10 else x.phone(i), "não tem" if i == 2 else "" if i == 6 else x.email] for i, x in enumerate(p)]
    mail("s007", "request", "outlook", FIN, "Ordem de pagamento não sacada", "2026-05-11 10:09",
         ["Bom dia, Nádia.", "Favor comunicar aos 13 pensionistas da relação anexa, por e-mail e também por WhatsApp.", "Título do e-mail: Seu benefício de abril está à espera no banco", "Texto (o mesmo nos dois):",
          T("Prezado(a) pensionista,\n\nO seu benefício de abril foi pago por ordem bancária e ainda não foi retirado. O banco guarda o valor até 29/05/2026; depois disso ele volta ao Ipreville.\n\nVá a qualquer agência com documento de identidade e CPF.\n\nFolha de Pensões – Ipreville"),
          "Obrigada!"], sig=S_IVANETE, disc=D2, cc=["Jair Demarchi <jair.demarchi@ipreville.example>"], att=[f("OP abril.xlsx", xlsx({"OP": [["ORDENS DE PAGAMENTO EM ABERTO – 04/2026", None, None, None], ["Fonte: relatório do banco de 08/05", None, None, None], ["Pensionista", "Benefício", "Celular", "E-mail"]] + contacts}, merges=[(0, 0, 3, "ORDENS DE PAGAMENTO EM ABERTO – 04/2026")]))],
         traps=["two channels, each with its own holes in the list", "merged title row and a note above the header", "a landline is no WhatsApp number, a number without area code neither"], why="Each of the thirteen is reachable by at least one channel.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Seu benefício de abril está à espera no banco", recipients=13, rejected=0, duplicates=0, recipients_by_channel={"email": 11, "whatsapp": 10}, rejected_by_channel={"email": 2, "whatsapp": 3}, dispatch=True, list_source="OP abril.xlsx"))

    mail("s008", "request", "outlook", ADM, "Seguro de vida - envio de e-mail", "2026-03-18 15:26",
         ["Nádia, boa tarde.", "Precisamos mandar este e-mail aos servidores que ainda não indicaram beneficiário. Os nomes e endereços estão no print da tela do sistema, logo abaixo.", ("raw", '<p class=MsoNormal><img width=320 height=180 src="cid:image002.png@01DCB7AA.4E10C2D0" alt="tela"></p>', "[cid:image002.png@01DCB7AA.4E10C2D0]"), "Assunto: Seguro de vida em grupo – indique os beneficiários",
          T("Prezado(a) servidor(a),\n\nNo seu seguro de vida em grupo ainda não há beneficiário indicado. Preencha o formulário no Portal do Segurado ou no Protocolo até 17/04/2026; sem a indicação, vale a ordem da lei."), "Atenciosamente,"], sig=S_MARCIA, logo=True, att=[f("image002.png", image("PNG", (320, 180)), cid="image002.png@01DCB7AA.4E10C2D0")],
         traps=["the list is only a picture of a screen", "the other picture is the logo"], why="Addresses cannot be taken from a screenshot: ask for the list.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="recadastramento", message_subject="Seguro de vida em grupo – indique os beneficiários", missing=["recipients"], dispatch=False, accept={"category": ["orientacao"]}))

    p = people("s009", 8)
    mail("s009", "request", "owa", PREV, "Pensionistas – reversão de cota", "2026-03-19 10:37",
         ["Nádia,", "Favor dar ciência aos 8 pensionistas da planilha:", T("Comunicamos que o seu pedido de reversão de cota da pensão foi deferido. O novo valor será pago a partir da folha de abril, com a diferença desde a data do requerimento.", "guillemets"), "Obrigada."], sig=S_DAGMAR[:4],
         att=[f("reversões deferidas.xlsx", xlsx({"Plan1": [["Pensionista", "Celular", "E-mail"]] + [[x.name, x.phone(i), x.email] for i, x in enumerate(p)]}))],
         traps=["channel never said ('dar ciência'); the list would serve both", "guillemets delimit the text and are not part of it"], why="E-mail or WhatsApp cannot be decided from the mail: ask.",
         want=dict(channel=[], audience="specific", area="gerencia-previdencia", category="andamento", missing=["channel"], dispatch=False, accept={"category": ["pagamento"], "message_subject": ["Pensionistas – reversão de cota", "reversão de cota", "Reversão de cota"], "recipients": [8], "rejected": [0], "duplicates": [0]}, list_source="reversões deferidas.xlsx"))

    p = people("s010", 9)
    doc = ["1º Torneio de Canastra dos Aposentados", "Querido aposentado, querida aposentada,", "Tire o baralho da gaveta! O **1º Torneio de Canastra** do Ipreville será no dia 14 de maio, quinta-feira, das 14h às 18h, no salão da sede.", "Como funciona:", "- duplas sorteadas na hora;", "- três rodadas e final;", "- lanche coletivo: cada um traz um prato.", "Inscrições até 8 de maio pelo telefone (47) 3400-0033. São **16 duplas**.", "Esperamos por você!"]
    mail("s010", "request", "outlook", SOLANGE, "Torneio - convite por e-mail", "2026-04-22 09:17",
         ["Bom dia, Nádia!", "O texto do convite vai no Word, e os convidados, na planilha. Envio por e-mail, assunto: Torneio de canastra: monte a sua mesa", "Att,"], sig=S_SOL2,
         att=[f("Convite torneio (final).docx", docx(doc, header="Gerência Administrativa – revisado em 20/04")), f("convidados canastra.xlsx", xlsx({"Plan1": mails_of(p, ("Convidado", "E-mail"))}))],
         traps=["the text is in a .docx, split in runs, with a bullet list and a page header that is no text", "neither file is an attachment to send"], why="A person opens the Word file and copies the text.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Torneio de canastra: monte a sua mesa", message_text=doc[0] + "\n\n" + "\n".join(doc[1:]), recipients=9, rejected=0, duplicates=0, dispatch=True, list_source="convidados canastra.xlsx"))

    p = people("s011", 7)
    t11 = "Prezado(a) aposentado(a),\n\nAs visitas de prova de vida marcadas para 16/04 foram canceladas, porque o veículo do Ipreville está em conserto. A sua visita será remarcada por telefone até 24/04.\n\nPor favor, não venha à sede por este motivo."
    mail("s011", "request", "outlook", MARLISE, "ENC: visitas do dia 16", "2026-04-14 16:58", ["Nádia, por gentileza, WhatsApp para os aposentados da planilha com o texto da Dagmar. Precisa ir ainda hoje."], fwd=True, sig=S_MARLISE2,
         quoted=own(PREV, "2026-04-14 16:31", "visitas do dia 16", ["Marlise,", "A oficina só devolve o carro na sexta. Preparei o aviso para as famílias, vê se está bom:", t11, "Se preferir, aviso a dona Zulma por telefone, que ela quase não enxerga mais.", "Dagmar"], to="Marlise Kühnen <marlise.kuhnen@ipreville.example>"),
         att=[f("Roteiro 16-04.xlsx", xlsx({"Roteiro": [["Aposentado", "Data de nascimento", "RG", "Celular", "Endereço"]] + [[x.name, ("date", 1938 + i, 2 + i, 5 + i), f"{1200345 + 7919 * i}", x.phone(i + 3), f"Rua das Figueiras, {40 + 12 * i}"] for i, x in enumerate(p)]}))],
         traps=["RG and birth date columns: not for the call center", "the message is inside the forwarded mail of a colleague", "'foram canceladas' is message text, not a cancellation", "colleague's words before and after the text", "ENC:"], why="Only the paragraphs addressed to the insured are the message.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="prova-de-vida", message_text=t11, recipients=7, rejected=0, duplicates=0, forward_columns=["Aposentado", "Celular"], never_forward_columns=["RG", "Data de nascimento"], dispatch=True, list_source="Roteiro 16-04.xlsx"))

    p = people("s012", 8)
    body = ["Prezada Nádia,", "Encaminhar via WhatsApp aos segurados do arquivo CSV.", "Texto:",
            T("Ipreville: o banco não aceita mais o crédito do benefício em conta conjunta. Informe uma conta só em seu nome até 15/04/2026, pelo Portal do Segurado ou na recepção."), "Obrigado,"]
    sheet = csv(phones_of(p, ("segurado", "celular")))
    want = dict(channel=["whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", recipients=8, rejected=0, duplicates=0, accept={"category": ["recadastramento"]}, list_source="conta_conjunta.csv")
    mail("s012", "request", "outlook", FIN, "Conta conjunta - WhatsApp", "2026-03-23 13:40:03", body, sig=S_WANDER, logo=True, att=[f("conta_conjunta.csv", sheet)], traps=["the first of two equal mails"], why="First copy counts.", want=dict(want, dispatch=True))
    mail("s013", "request", "outlook", FIN, "Conta conjunta - WhatsApp", "2026-03-23 13:41:28", body, sig=S_WANDER, logo=True, att=[f("conta_conjunta.csv", sheet)], traps=["sent twice within 85 seconds, other Message-ID"], why="Second copy must not be sent again.",
         want=dict(want, dispatch=False, duplicate_of="s012"))

    p = people("s014", 5)
    mail("s014", "request", "apple", BIANCA, "Arraiá do Ipreville – whats", "2026-05-25 17:12",
         ["Nádia, querida, o vídeo da festa ficou lindo! É para o WhatsApp dos barraqueiros do ano passado, lista em anexo.", "Vai com esta legenda:", T("O Arraiá do Ipreville já tem data: 19 de junho, às 16h, no pátio da sede. Veja o convite e reserve a sua barraca pelo telefone (47) 3400-0061."), "Beijos e obrigada"], sig=["Bianca Raulino", "Comunicação"],
         att=[f("Convite do Arraiá.mov", mov(), nfd=True), f("barracas_2025.csv", csv(phones_of(p, ("nome", "fone")), sep=",", enc="utf-8", bom=True))],
         traps=["WhatsApp takes no QuickTime film", "file name in decomposed Unicode (macOS)", "csv utf-8 with BOM and commas"], why="Step 24: the film must be made to fit before it goes.",
         want=dict(channel=["whatsapp"], audience="specific", area="comunicacao", category="evento", attachments_to_send=["Convite do Arraiá.mov"], media_to_convert=["Convite do Arraiá.mov"], recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"dispatch": [True, False]}, list_source="barracas_2025.csv"))

    p = people("s015", 6)
    mail("s015", "request", "outlook", OTAVIO, "Declaração de acúmulo de benefícios", "2026-04-07 11:04",
         ["Bom dia, Nádia.", "Estes aposentados precisam ser avisados por e-mail:", ("table", [["Nº", "Segurado", "E-mail"]] + [[str(i + 1), x.name, x.email] for i, x in enumerate(p)] + [["7", "Florentino Baumer", "não usa"]]), "Com o seguinte conteúdo:",
          T("Bom dia.\n\nO(a) senhor(a) recebe benefício do Ipreville e do INSS e ainda não entregou a declaração de acúmulo de benefícios de 2026. O formulário está no Portal do Segurado e na recepção. O prazo termina em 30 de abril."), "Se algum e-mail voltar, me avise, que telefono para a pessoa.", "Att."], sig=S_OTAVIO2,
         traps=["recipients in an HTML table of the body", "the message starts with a greeting equal to one to the assessoria", "a sentence of the requester after the text", "no explicit subject"], why="The table is the list; one person has no e-mail.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Declaração de acúmulo de benefícios", recipients=6, rejected=1, duplicates=0, dispatch=True, accept={"category": ["orientacao", "andamento"]}, list_source="body-table"))

    p = people("s016", 6)
    mail("s016", "request", "owa", "Norberto Gaulke <norberto.gaulke@ipreville.example>", "Digitalização das pastas funcionais", "2026-03-24 09:30",
         ["Bom dia,", "A gerência mandou pedir a vocês o envio por e-mail, aos servidores da planilha, do aviso abaixo.", T("Prezado(a) servidor(a), a sua pasta funcional será digitalizada em abril e, durante 15 dias, não poderá ser consultada. Se precisar de algum documento, peça-o até 1º de abril."), "Grato pela atenção."], sig=S_GAULKE, att=[f("pastas lote 1.xlsx", xlsx({"Plan1": mails_of(p, ("Servidor", "E-mail"))}))],
         traps=["internal address in no area, 'a gerência' says not which"], why="Cell of the workbook cannot be chosen: ask the area.",
         want=dict(channel=["email"], audience="specific", area=None, category="atendimento", message_subject="Digitalização das pastas funcionais", recipients=6, rejected=0, duplicates=0, missing=["area"], dispatch=False, accept={"category": ["orientacao", "institucional"]}, list_source="pastas lote 1.xlsx"))

    mail("s017", "request", "outlook", JAIR, "WhatsApp geral - primeira parcela do 13º", "2026-05-28 17:03",
         ["Nádia,", "Programar no WhatsApp, para todos os segurados, na próxima segunda-feira, dia 1º, às 8h30. Antes disso o banco ainda não mostra o valor.",
          T("A primeira parcela do 13º será creditada em 30/06, junto com o benefício – confira o valor no Portal do Segurado, menu “Demonstrativos”."), "Bom fim de semana!"], sig=S_JAIR2, charset="iso-8859-1",
         traps=["'segunda-feira, dia 1º' is of the next month, and the weekday agrees", "30/06 belongs to the text", "'Bom fim de semana!' is for Nádia", "declared iso-8859-1, in truth Windows-1252 (dash, curly quotes)"], why="Date in the future, given by weekday and day without month: 1 June.",
         want=dict(channel=["whatsapp"], audience="general", area="gerencia-financeira", category="pagamento", send_at="2026-06-01T08:30", dispatch=True))

    p = people("s018", 15)
    mail("s018", "request", "outlook", KELI, "Contribuição sobre adicional noturno", "2026-05-12 08:50",
         ["Nádia, bom dia.", "Favor enviar por e-mail aos servidores que estão na planilha \"Noturno\" do arquivo (a primeira é dos diurnos, que ficam para outro mês):",
          T("A partir da folha de junho, a contribuição previdenciária deixa de incidir sobre o adicional noturno. Quem quiser continuar contribuindo deve assinar o termo de opção na Gerência Financeira até 29/05/2026."), "Assunto da mensagem: Adicional noturno – mudança na contribuição", "Obrigada."], sig=S_KELI2,
         att=[f("Servidores com adicional.xlsx", xlsx({"Diurno": mails_of(p[:6], ("Servidor", "E-mail")), "Noturno": mails_of(p[6:], ("Servidor", "E-mail"))}))],
         traps=["the first sheet is the wrong one", "subject comes after the text"], why="The mail names the sheet.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Adicional noturno – mudança na contribuição", recipients=9, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="Servidores com adicional.xlsx#Noturno"))

    p = people("s019", 6)
    te = "Prezado(a) segurado(a),\n\nO Conselho Administrativo convida para a sessão aberta sobre o projeto de reforma da previdência municipal, no dia 26 de maio de 2026, às 18h30, no plenário da Câmara.\n\nAs perguntas serão recebidas por escrito na entrada. Haverá intérprete de Libras.\n\nConselho Administrativo"
    tw = "26 de maio, 18h30, na Câmara: sessão aberta sobre a reforma da previdência municipal. Participe e traga a sua pergunta."
    mail("s019", "request", "roundcube", CADM, "Sessão aberta de 26/05", "2026-05-13 15:45",
         ["Prezada Nádia,", "Pedimos a divulgação da sessão aberta aos segurados da planilha. O e-mail leva o assunto “Sessão aberta: a reforma da nossa previdência” e este texto:", T(te), "Já no WhatsApp vai só isto:", T(tw), "Os contatos dos dois canais estão no arquivo anexo.", "Agradecidos,"], sig=["Conselho Administrativo", "Ipreville"],
         att=[f("sessao_aberta.xlsx", xlsx({"Contatos": [["Nome", "Telefone", "E-mail"]] + [[x.name, x.phone(i + 2), x.email] for i, x in enumerate(p)]}))],
         traps=["one text per channel, told apart in running sentences", "the message's closing equals the sender's signature"], why="Both texts are marked.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="conselho-administrativo", category="evento", message_subject="Sessão aberta: a reforma da nossa previdência", message_text=te, message_text_by_channel={"email": te, "whatsapp": tw}, recipients=6, rejected=0, duplicates=0, recipients_by_channel={"email": 6, "whatsapp": 6}, rejected_by_channel={"email": 0, "whatsapp": 0}, dispatch=True, accept={"category": ["orientacao", "prestacao-de-contas", "institucional"]}, list_source="sessao_aberta.xlsx"))

    p = people("s020", 8)
    t20 = "Informamos que o recadastramento dos pensionistas que moram em casas de repouso será feito no próprio local, de 11 a 22 de maio de 2026. O responsável deve deixar separados a identidade, o CPF e um comprovante da moradia."
    body = ["Bom dia, Nádia.", "Preciso de um envio por e-mail aos responsáveis que estão na planilha.", "Assunto: Recadastramento em casas de repouso", "Texto do e-mail:", t20, "Abs, Dagmar (Cadastro)"]
    mail("s020", "request", "winmail", PREV, "Casas de repouso - pedido de e-mail", "2026-04-23 10:26", body, plain_only=True, att=[f("winmail.dat", tnef("Casas de repouso - pedido de e-mail", "\r\n\r\n".join(body), [("Responsáveis casas de repouso.xlsx", xlsx({"Plan1": mails_of(p, ("Responsável", "E-mail"))}))]))],
         traps=["the list is inside winmail.dat (TNEF)", "closing and name in one line"], why="Outlook rich-text mail; the list must be taken out of TNEF.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Recadastramento em casas de repouso", message_text=t20, recipients=8, rejected=0, duplicates=0, dispatch=True, list_source="winmail.dat/Responsáveis casas de repouso.xlsx"))

    p = people("s021", 7)
    old5 = own(JAIR, "2026-04-27 08:15", "Comitê de Investimentos", ["Abílio, sugiro avisar por WhatsApp todos os segurados, senão ninguém se inscreve. Segue anexa a relação dos atuais membros.", "Jair"], to=CADM)
    old4 = dict(own(CADM, "2026-04-27 14:02", "RES: Comitê de Investimentos", ["Senhora Presidente,", "Encaminho a sugestão da Gerência Financeira. Podemos publicar?", "Abílio"], to=HELGA), quoted=old5)
    old3 = dict(own(HELGA, "2026-04-27 17:46", "RES: Comitê de Investimentos", ["Aprovado, podem publicar e enviar.", "Helga"], to=CADM), quoted=old4)
    old2 = dict(own(CADM, "2026-04-28 09:20", "ENC: RES: Comitê de Investimentos", ["Nádia, pedimos o envio por e-mail do texto abaixo à lista anexa.", "Estão abertas até 8 de maio as inscrições para representante dos servidores no Comitê de Investimentos.", "Conselho Administrativo"]), quoted=old3)
    old1 = dict(own(NADIA, "2026-04-28 16:11", "RES: Comitê de Investimentos", ["Abílio, enviado hoje às 15h40. Três endereços voltaram; se quiser cancelar ou suspender outro envio, é só responder aqui.", "Nádia"], to=CADM), quoted=old2)
    mail("s021", "request", "outlook", CADM, "RES: RES: Comitê de Investimentos", "2026-05-14 11:25",
         ["Nádia, aproveito este e-mail para pedir um novo envio, também por e-mail. Desta vez a lista é a dos eleitores, em anexo.", "Assunto: Comitê de Investimentos – vote até 22/05", "Texto desta vez:",
          T("O prazo para votar na escolha do representante dos servidores no Comitê de Investimentos termina em 22/05/2026, às 17h. O voto é secreto e é dado pelo Portal do Segurado, com a sua senha."), "Muito obrigado."], sig=S_ABILIO, irt="comite-0428.nadia@ipreville.example", quoted=old1,
         att=[f("eleitores comitê.xlsx", xlsx({"Plan1": mails_of(p, ("Eleitor", "E-mail"))}))],
         traps=["'RES: RES:' subject and In-Reply-To, yet a new request", "an older text of the same kind is quoted below", "five quoted mails with 'aprovado', 'WhatsApp todos os segurados', 'cancelar', 'segue anexa a relação'"], why="'Novo envio' with its own text, list and subject.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="eleicao", message_subject="Comitê de Investimentos – vote até 22/05", recipients=7, rejected=0, duplicates=0, dispatch=True, list_source="eleitores comitê.xlsx"))

    mail("s022", "request", "zimbra", CI, "Aviso de privacidade – e-mail a todos os segurados", "2026-04-15 14:33",
         ["Prezada Nádia,", "Em cumprimento à LGPD, solicito que o aviso abaixo seja remetido por e-mail à totalidade dos segurados.", "Assunto: Como o Ipreville cuida dos seus dados",
          T("Prezado(a) segurado(a),\n\nO Aviso de Privacidade do Ipreville foi atualizado e está no site, na página \"Proteção de dados\". Nele explicamos que dados guardamos, por quanto tempo e com quem os dividimos.\n\nDúvidas podem ser enviadas a encarregado@ipreville.example."), "Atenciosamente,"], sig=S_ELOIR,
         traps=["general audience by e-mail: there is a general list for WhatsApp only"], why="No general e-mail list is configured.",
         want=dict(channel=["email"], audience="general", area="controle-interno", category="orientacao", message_subject="Como o Ipreville cuida dos seus dados", missing=["recipients"], dispatch=False, accept={"category": ["prestacao-de-contas", "institucional", "alerta"]}))

    p = people("s023", 12)
    rows = [["Requerente", "Contato"]] + [[p[0].name, int(p[0].ddd + p[0].local)], [p[1].name, p[1].phone(5)], [p[2].name, p[2].phone8()], [p[3].name, p[3].no_ddd()], [p[4].name, p[4].landline() + " ou " + p[4].phone(2)], [p[5].name, p[5].landline()], [p[6].name, int(p[6].e164)], [p[7].name, None], [p[8].name, p[8].phone(3)], [p[9].name, p[9].phone(6)], [p[10].name, p[10].phone(9)], [p[0].name, p[0].phone(0)], [p[11].name, p[11].phone8()]]
    mail("s023", "request", "outlook", OTAVIO, "Certidão devolvida pelo INSS", "2026-05-18 09:58",
         ["Bom dia, Nádia, tudo bem?", "Por favor, comunicar por WhatsApp os requerentes da lista anexa. A mensagem é:", T("Ipreville: o INSS devolveu a sua certidão de tempo de contribuição com pedido de correção. Ligue para (47) 3400-0011 ou passe na recepção para saber o que falta.", "indent"), "Obrigado."], sig=S_OTAVIO2, att=[f("CTC devolvidas.xlsx", xlsx({"CTC": rows}))],
         traps=["numbers typed as figures", "two numbers in a cell, the first a landline", "missing ninth digit (fixable)", "0 before the area code", "no area code (not fixable)", "landline", "same number twice in two spellings", "empty cell"], why="Nine usable, three not, one repeated.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=9, rejected=3, duplicates=1, dispatch=True, list_source="CTC devolvidas.xlsx"))

    p = people("s024", 7)
    mail("s024", "request", "outlook", ADM, "Reembolso odontológico – instruções", "2026-04-24 16:20",
         ["Nádia, boa tarde!", "Segue para envio por e-mail, com as instruções em PDF e o modelo em Excel, que o servidor preenche e devolve. A lista_reembolso é a dos destinatários e não vai junto.",
          T("Prezado(a) servidor(a),\n\nPara pedir o reembolso das despesas com dentista, leia as instruções em anexo e preencha a planilha-modelo, também anexa.\n\nDevolva a planilha com as notas fiscais para reembolso@ipreville.example até 29/05/2026."), "Até breve,"], sig=S_MARCIA, logo=True, disc=D3,
         att=[f("Instruções de reembolso.pdf", pdf(["Instruções de reembolso odontológico"])), f("Modelo de pedido.xlsx", xlsx({"Pedido": [["PEDIDO DE REEMBOLSO", None], ["Nome:", None], ["Valor (R$):", None], ["Data da nota:", None]]})), f("lista_reembolso.xlsx", xlsx({"Plan1": mails_of(p, ("Servidor", "E-mail"))}))],
         traps=["one sheet is a form to be sent, the other is the list, which must never go along", "an address inside the text is no recipient", "disclaimer naming both channels"], why="PDF and form go; list and logo stay.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="orientacao", message_subject="Reembolso odontológico – instruções", recipients=7, rejected=0, duplicates=0, attachments_to_send=["Instruções de reembolso.pdf", "Modelo de pedido.xlsx"], dispatch=True, accept={"category": ["pagamento", "atendimento"]}, list_source="lista_reembolso.xlsx"))

    p = people("s025", 5)
    mail("s025", "request", "owa", PERICIA, "Lembrete audiometria (WhatsApp)", "2026-06-10 13:15",
         ["Boa tarde,", "Deixar agendado para 31/06, às 7h, no WhatsApp dos servidores da planilha:", T("Lembrete da Perícia Médica: traga o resultado da audiometria no dia da sua reavaliação. Sem o exame, a perícia terá de ser remarcada.", "curly"), "Nilce - Perícia Médica"], att=[f("audiometria.xlsx", xlsx({"Plan1": phones_of(p, ("Servidor", "Celular"))}))],
         traps=["31/06 does not exist"], why="June has 30 days: ask for the date.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=5, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, list_source="audiometria.xlsx"))

    p = people("s026", 6)
    mail("s026", "request", "thunderbird", ADM, "Não envie documentos pelos Correios", "2026-05-19 10:44",
         ["Bom dia, Nádia,", "Encaminhar por e-mail aos segurados de fora da cidade (arquivo anexo):", T("Informamos que a caixa postal do Ipreville foi cancelada. Não envie documentos pelos Correios e desconsidere o endereço impresso nos formulários antigos. Use o Portal do Segurado ou o e-mail protocolo@ipreville.example."), "Abraços,"], sig=S_MARCIA,
         att=[f("segurados fora.csv", csv(mails_of(p, ("nome", "email"))))], traps=["'Não envie' in the subject, 'cancelada' and 'desconsidere' in the text belong to the message, not to a request", "an address inside the text is no recipient"], why="It asks for a sending.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="atendimento", message_subject="Não envie documentos pelos Correios", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="segurados fora.csv"))

    p = people("s027", 10)
    mail("s027", "request", "outlook", KELI, "Acordo da insalubridade – pagamento", "2026-05-20 14:22",
         ["Boa tarde, Nádia,", "Enviar por e-mail aos 6 servidores do acordo judicial, conforme planilha:", T("Prezado(a), a sua parcela do acordo da insalubridade será paga em 29/05/2026, na conta do benefício. O recibo poderá ser retirado na Gerência Financeira."), "Muito cuidado, por favor: quem não assinou o acordo não pode receber esta mensagem. São só os 6."], sig=S_KELI2,
         att=[f("insalubridade.xlsx", xlsx({"Plan1": mails_of(p, ("Servidor", "E-mail"))}))], traps=["6 announced, 10 in the list"], why="The list and the words disagree and the requester stresses the number: ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Acordo da insalubridade – pagamento", recipients=10, rejected=0, duplicates=0, missing=["recipients_confirm"], dispatch=False, accept={"recipients": [None]}, list_source="insalubridade.xlsx"))

    p = people("s028", 4)
    mail("s028", "request", "android-outlook", OTAVIO, "whats - tempo rural", "2026-05-21 17:37",
         ["Nádia, manda pf no whatsapp dessas 4 pessoas a mensagem que segue", f"{p[0].name} {p[0].phone(2)}\n{p[1].name} {p[1].phone(1)}\n{p[2].name} - {p[2].phone(0)}\n{p[3].name} {p[3].phone(4)}", "Brigado"], to=[NADIA, ASSESSORIA],
         traps=["'a mensagem que segue', and none follows", "recipients typed one a line with phone"], why="The text was forgotten: ask for it.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=4, rejected=0, duplicates=0, missing=["message_text"], dispatch=False, accept={"category": [None, "orientacao"]}, list_source="body"))

    p = people("s029", 7)
    mail("s029", "request", "apple", COM, "Consulta do Café com Memória", "2026-05-26 10:05",
         ["Oi, Nádia,", "Mais uma consulta, agora sobre o Café com Memória. É por e-mail, para os participantes que estão no CSV. No campo do assunto coloque: Que horário é melhor para você?", "E no corpo:",
          T("Olá, amigo(a) do Café com Memória!\n\nQueremos escolher com você o horário dos encontros do segundo semestre. As opções são:\n\n- terça-feira, das 9h às 11h\n- quarta-feira, das 14h às 16h\n- sexta-feira, das 15h às 17h\n\nVote até 12 de junho em https://consulta.ipreville.example/cafe\n\nO café já está passado!"), "Um cheiro,"], sig=["Raul Cavalheiro | Comunicação Ipreville"],
         att=[f("cafe_participantes.csv", csv(mails_of(p, ("nome", "email")), sep=",", enc="utf-8"))], traps=["HTML list", "'No campo do assunto coloque' instead of 'Assunto'", "'Um cheiro,' is not for the insured, 'O café já está passado!' is"], why="Everything is stated.",
         want=dict(channel=["email"], audience="specific", area="comunicacao", category="pesquisa", message_subject="Que horário é melhor para você?", recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["evento"]}, list_source="cafe_participantes.csv"))

    mail("s030", "request", "outlook", CESAR, "Inverno sem quedas - WhatsApp", "2026-06-08 08:39",
         ["Bom dia, Nádia.", "Solicitamos o envio do folheto anexo por WhatsApp a todos os segurados, acompanhado do texto abaixo.", T("Inverno sem quedas: tapete solto e piso molhado são os maiores inimigos de quem tem mais de 60 anos. Veja no folheto sete cuidados simples para a sua casa."), "Atenciosamente,"], sig=S_CESAR2, logo=True,
         traps=["'folheto anexo' but only the signature logo is attached"], why="The leaflet did not come.",
         want=dict(channel=["whatsapp"], audience="general", area="pericia-medica", category="orientacao", missing=["media"], dispatch=False, accept={"category": ["institucional", "alerta", "evento"]}))


def answers():
    p = people("s031", 11)
    mail("s031", "reply-to-request", "outlook", ADM, "RES: [AR-2026-0215] Falta a lista de destinatários", "2026-03-10 09:26", ["Que cabeça a minha! Aí está.", "Abraço,"], sig=S_MARCIA, logo=True, reply_to="ack215",
         quoted=ask("AR-2026-0215", "Falta a lista de destinatários", "2026-03-10 08:50", ADM, "Prezados,\n\nPara concluir o envio AR-2026-0215 falta a lista de destinatários. Respondam a este e-mail anexando a planilha."),
         att=[f("alunos escola.xlsx", xlsx({"Turma": mails_of(p, ("Aluno", "E-mail")) + [["Zulma Ramos", None], ["Hercílio Moser", "pedir na secretaria"]]}))], traps=["protocol in the subject", "only 'Aí está.'", "two without address"], why="Completes the open request.",
         want=dict(area="gerencia-administrativa", recipients=11, rejected=2, duplicates=0, relates_to="AR-2026-0215", effect="completes", dispatch=True, list_source="alunos escola.xlsx"))
    mail("s032", "reply-to-request", "outlook", KELI, "RES: Contribuição sobre adicional noturno", "2026-05-12 09:02", ["Nádia, segura só um instante que errei: o termo é assinado até 22/05/2026, e não 29/05/2026. Arruma para mim antes de mandar, por favor? O resto está certo."], sig=S_KELI2, reply_to="s018",
         quoted=own(KELI, "2026-05-12 08:50", "Contribuição sobre adicional noturno", ["Nádia, bom dia.", "Favor enviar por e-mail aos servidores que estão na planilha \"Noturno\" do arquivo [...]"]), traps=["correction twelve minutes after the request: may already be sent", "'segura só um instante' is no cancellation", "must not become a second request"], why="Correction of s018; a person (or a confirmed edit) applies it.",
         want=dict(area="gerencia-financeira", relates_to="s018", effect="corrects", dispatch=False))
    mail("s033", "reply-to-request", "iphone", PREV, "Re: Pensionistas – reversão de cota", "2026-03-19 11:20", ["No zap, Nádia. Brigada"], reply_to="s009", quoted=dict(AUTO, at="2026-03-19 10:41", to=PREV, subject="RES: Pensionistas – reversão de cota", body=["Prezados, a mensagem aos pensionistas deve ir por e-mail ou por WhatsApp?"]),
         traps=["two words answer the question", "the quoted question names both channels"], why="Channel given: WhatsApp.", want=dict(channel=["whatsapp"], area="gerencia-previdencia", relates_to="s009", effect="completes", dispatch=True))
    mail("s034", "reply-to-request", "owa", SAUDE, "RES: [AR-2026-0212] Envio concluído", "2026-03-03 16:48", ["Ok, ciente! Agradecemos a rapidez, ficou excelente. 👏"], sig=["Núcleo de Saúde do Servidor"], reply_to="ack212", quoted=ask("AR-2026-0212", "Envio concluído", "2026-03-03 15:30", SAUDE, "O envio AR-2026-0212 foi concluído: 387 mensagens."), traps=["'Ok, ciente' is no approval of anything pending"], why="Thanks only.",
         want=dict(area="pericia-medica", relates_to="AR-2026-0212", effect="thanks", dispatch=False))
    mail("s035", "reply-to-request", "outlook", OTAVIO, "RES: [AR-2026-0211] Solicitação recebida", "2026-03-05 13:37", ["Nádia, em que pé está este? Vários dos 134 apareceram no balcão dizendo que não chegou mensagem nenhuma."], sig=S_OTAVIO2, reply_to="ack211", quoted=ack(211, "Retirada do cartão do segurado", "2026-03-03 08:32", OTAVIO), traps=["asks, does not request a new sending"], why="Answer with the state of AR-2026-0211.",
         want=dict(area="gerencia-previdencia", relates_to="AR-2026-0211", effect="status-question", dispatch=False))
    t36 = "Prezado(a) segurado(a), a partir de abril de 2026 a mensalidade do plano odontológico passa a R$ 19,40 por pessoa, descontada em folha. Quem não quiser continuar deve avisar até 27/03/2026."
    mail("s036", "reply-to-request", "outlook", KELI, "Odontológico (AR-2026-0214): versão corrigida", "2026-03-10 10:55", ["Nádia, o Jair pediu que eu lhe passasse a redação final, para trocar pela que está no AR-2026-0214:", T(t36, "curly"), "Mantém-se todo o resto."], sig=S_KELI2,
         traps=["no In-Reply-To, other sender of the same area, protocol in the subject", "has a message text but is no new request", "request waits for approval: it must be asked again"], why="Replaces the text of a pending request.",
         want=dict(area="gerencia-financeira", message_text=t36, relates_to="AR-2026-0214", effect="corrects", dispatch=False))
    x = people("s005", 6)[4]
    mail("s037", "reply-to-request", "thunderbird", CI, "Re: Comunicação - acompanhamento de recomendações", "2026-04-06 10:20", [f"Prezada Nádia, a titular da Recepção ({x.name}) foi dispensada da função ontem. Pedimos que o nome seja excluído da relação, sem prejuízo dos demais."], sig=S_ELOIR, reply_to="s005",
         quoted=own(CI, "2026-04-06 09:48", "Comunicação - acompanhamento de recomendações", ["Prezada Nádia,", "Solicito remeter por e-mail aos titulares que constam da planilha anexa a comunicação transcrita entre os asteriscos."]), traps=["removes one recipient; not a cancellation"], why="Correction of the list of s005.", want=dict(area="controle-interno", relates_to="s005", effect="corrects", dispatch=False))
    mail("s038", "reply-to-request", "thunderbird", KELI, "Re: Acordo da insalubridade – pagamento", "2026-05-20 15:31", [("quote", [("p", "Keli, a planilha tem 10 servidores e o pedido fala em 6. Quais devem receber?")]), "Os 10 da planilha. Quatro assinaram ontem e eu não tinha atualizado o texto.", ("quote", [("p", "Confirmando isso, podemos enviar hoje?")]), "Sim."], sig=S_KELI2, reply_to="s027",
         traps=["the answers stand between the quoted questions"], why="Confirms the list of s027: release it.", want=dict(area="gerencia-financeira", relates_to="s027", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("s039", "reply-to-request", "roundcube", "Camila Torrens <envios@callcenter.example>", "Re: [AR-2026-0220] Pacote para envio por WhatsApp", "2026-03-06 09:25", ["Bom dia, pessoal!", "No arquivo, cinco linhas vieram sem o horário da perícia. Mandamos assim mesmo ou vocês completam? Estamos segurando o lote."], sig=S_CAMILA, auth="ext", reply_to="cc220", quoted=pack(220, "2026-03-06 08:40", 23),
         traps=["from the call center but no report; must not be relayed as one", "the quoted text contains the word 'relatório'"], why="The call center needs an answer: alert a person.", want=dict(relates_to="AR-2026-0220", effect="question", dispatch=False))
    mail("s040", "approval", "ios-outlook", HELGA, "RES: [AR-2026-0216] Para aprovação: Declaração de parentesco dos gestores", "2026-03-10 19:03", ["Pode enviar, Nádia."], reply_to="ok216", quoted=preview(216, "Declaração de parentesco dos gestores", "2026-03-10 16:20", "41 destinatários, e-mail"), traps=["'Pode enviar' instead of the proposed word", "the quoted text contains both APROVO and NÃO APROVO"], why="Approver's own words approve.",
         want=dict(area="gabinete", relates_to="AR-2026-0216", dispatch=True))
    mail("s041", "reply-to-request", "outlook", HELGA, "RES: [AR-2026-0214] Para aprovação: Desconto do plano odontológico", "2026-03-11 08:44", ["Nádia, está aprovado com uma ressalva: antes de enviar, troquem \"quem não quiser continuar\" por \"quem quiser cancelar o plano\"."], sig=S_HELGA2, reply_to="ok214", quoted=preview(214, "Desconto do plano odontológico", "2026-03-10 17:00", "1.317 destinatários, e-mail e WhatsApp"), traps=["conditional approval: must not release the text as it stands", "'cancelar' is wording for the text"], why="'Aprovado com uma ressalva' = change first; dispatch must be false.",
         want=dict(area="gabinete", relates_to="AR-2026-0214", effect="corrects", dispatch=False, accept={"class": ["approval"]}))
    mail("s042", "approval", "outlook", HELGA, "RES: [AR-2026-0219] Para aprovação: Sem expediente em Corpus Christi", "2026-05-29 08:36", ["Aprovo. O envio pode ficar para terça-feira, dia 2, assim não se mistura com o aviso do Jair.", "Abs,"], sig=S_HELGA2, logo=True, reply_to="ok219", quoted=preview(219, "Sem expediente em Corpus Christi", "2026-05-28 09:00", "todos os segurados, WhatsApp"), traps=["approval with a schedule: 'terça-feira, dia 2' = 02/06/2026", "a reason that is no reserve"], why="Approved, to go on Tuesday, not now.",
         want=dict(area="gabinete", relates_to="AR-2026-0219", send_at="2026-06-02", dispatch=True))
    mail("s043", "cancellation", "outlook", FIN, "RES: Conta conjunta - WhatsApp", "2026-03-23 14:05", ["Nádia, não mande mais isso, por favor. O banco voltou atrás e vai aceitar a conta conjunta até dezembro."], sig=S_WANDER, reply_to="s012",
         quoted=own(FIN, "2026-03-23 13:40", "Conta conjunta - WhatsApp", ["Prezada Nádia,", "Encaminhar via WhatsApp aos segurados do arquivo CSV."]), traps=["cancels a request that came in twice: both copies", "no protocol"], why="Cancel; nothing may go out.", want=dict(area="gerencia-financeira", relates_to="s012", dispatch=False, accept={"relates_to": ["s012", "s013"]}))
    mail("s044", "cancellation", "apple", COM, "parar a consulta do café", "2026-05-26 10:31", ["Nádia, deixa pra lá a consulta do Café com Memória que te pedi hoje, não manda não. A sala só está livre nas quartas, então nem tem o que votar."], sig=["Raul Cavalheiro | Comunicação Ipreville"], traps=["new thread, no protocol, no In-Reply-To: found by area and subject"], why="Refers to s029, of 26 minutes before.", want=dict(area="comunicacao", relates_to="s029", dispatch=False))
    mail("s045", "cancellation", "android-outlook", MARLISE, "ENC: [AR-2026-0218] Solicitação recebida", "2026-03-05 16:07", ["Nádia, preciso que interrompa este envio já! A relação saiu com os aniversariantes de março. Liga pro call center se for o caso."], fwd=True, quoted=ack(218, "Prova de vida – aniversariantes de fevereiro", "2026-03-05 15:12", MARLISE), traps=["already at the call center: needs a cancel message there", "a forward, not a reply"], why="Cancellation after the package left.", want=dict(area="gerencia-previdencia", relates_to="AR-2026-0218", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-generated")]
    m2, m7 = ACKS["m212"], ACKS["m217"]
    s2, s7 = "Programa Coração em Dia", "Novo presidente do colegiado"
    r = people("s046", 5)
    mail("s046", "delivery-receipt", "receipt", MSX, "Retransmitido: " + s2, "2026-03-03 14:09:31", [], to=[PRESID], headers=auto + [("In-Reply-To", f"<{m2}>")], envelope="",
         raw_root=dsn("s046", "A entrega a estes destinatários ou grupos foi concluída, mas o servidor de destino não enviou uma notificação de entrega:\n\n" + "\n\n".join(x.email for x in r) + f"\n\nAssunto: {s2}\n", [(x.email, "relayed", "2.0.0", None) for x in r], "2026-03-03 14:06", m2, html="<p>A entrega foi concluída, mas o servidor de destino não enviou uma notificação de entrega.</p>", subject=s2),
         traps=["'relayed' is not 'delivered'", "five recipients in one DSN"], why="Relay to the requesting area.", want=dict(relates_to="AR-2026-0212", receipt={"action": "relayed", "recipients": [x.email for x in r]}))
    r = people("s047", 1)[0]
    mail("s047", "delivery-receipt", "receipt", "postmaster@caixapostal.example <postmaster@caixapostal.example>", "Entregue: " + s7, "2026-03-05 10:23:18", [], to=[PRESID], auth="ext", envelope="", headers=auto + [("In-Reply-To", f"<{m7}>")],
         raw_root=dsn("s047", f"Sua mensagem foi entregue aos seguintes destinatários:\n\n{r.name} ({r.email})\n\nAssunto: {s7}\n", [(r.email, "delivered", "2.0.0", None)], "2026-03-05 10:22", m7, mta="mx.caixapostal.example", subject=s7), traps=["outside postmaster"], why="Delivered.", want=dict(relates_to="AR-2026-0217", receipt={"action": "delivered", "recipients": [r.email]}))
    r = people("s048", 1)[0]
    mail("s048", "delivery-receipt", "receipt", MSX, "Não é possível entregar: " + s7, "2026-03-05 10:27:44", [], to=[PRESID], headers=auto, envelope="",
         raw_root=dsn("s048", f"Falha na entrega a estes destinatários ou grupos:\n\n{r.email}\nA caixa de correio do destinatário está cheia e não pode aceitar mensagens agora.\n\nInformações de diagnóstico para administradores:\n\nServidor de origem: GV1P152MB0071.BRAP152.PROD.OUTLOOK.EXAMPLE\n", [(r.email, "failed", "5.2.2", "552 5.2.2 Mailbox full")], "2026-03-05 10:22", m7, html="<p>Falha na entrega a estes destinatários</p>", subject=s7),
         traps=["a full mailbox, yet final: failed, not delayed", "linked only by the returned headers"], why="NDR: tell the area.", want=dict(relates_to="AR-2026-0217", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("s049", 1)[0]
    mail("s049", "delivery-receipt", "receipt", "Mail Delivery System <mailer-daemon@correio.example>", "Delayed Mail (still being retried)", "2026-03-03 18:07:02", [], to=[PRESID], auth="none", envelope="", headers=auto,
         raw_root=dsn("s049", f"This is the mail system at host mx1.correio.example.\n\nYour message could not be delivered for more than 4 hours. It will be retried until it is 5 days old.\n\n<{r.email}>: connect to store.correio.example: Connection timed out\n", [(r.email, "delayed", "4.4.1", "connect to store.correio.example: Connection timed out")], "2026-03-03 14:06", m2, mta="mx1.correio.example", subject=s2), traps=["English, subject without the original subject", "delay is not final"], why="Delay notice.",
         want=dict(relates_to="AR-2026-0212", receipt={"action": "delayed", "recipients": [r.email]}))
    r = people("s050", 1)[0]
    mail("s050", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Lida: " + s7, "2026-03-06 06:48:20", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", f"<{m7}>")],
         raw_root=mdn("s050", f"Sua mensagem\n\n   Para: {r.name}\n   Assunto: {s7}\n   Enviada: quinta-feira, 5 de março de 2026 10:20:00\n\nfoi lida em sexta-feira, 6 de março de 2026 06:48:11.\n", r.email, m7, "manual-action/MDN-sent-manually; displayed"), traps=["a read receipt from an insured person is no answer"], why="MDN.",
         want=dict(relates_to="AR-2026-0217", receipt={"action": "read", "recipients": [r.email]}))
    p = people("s051", 23)
    st = ["Lida"] * 9 + ["Não entregue"] * 3 + ["Entregue"] * 11
    mail("s051", "call-center-report", "roundcube", "Camila Torrens <envios@callcenter.example>", "Re: [AR-2026-0220] Pacote para envio por WhatsApp", "2026-03-06 15:40", ["Boa tarde!", "Envio finalizado. O relatório vai anexo."], sig=S_CAMILA, auth="ext", reply_to="cc220", quoted=pack(220, "2026-03-06 08:40", 23),
         att=[f("retorno_pericias_sabado.xlsx", xlsx({"Retorno": [["Destinatário", "Número", "Situação", "Horário"]] + [[x.name, x.e164, s, f"06/03/2026 11:{i:02d}"] for i, (x, s) in enumerate(zip(p, st))]}))], traps=["one line a contact; read messages are also delivered ones"], why="In thread, with protocol.",
         want=dict(relates_to="AR-2026-0220", report={"complete": True, "sent": 23, "delivered": 20, "read": 9, "failed": 3}))
    p = people("s052", 191)
    st = ["DELIVERED"] * 60 + ["FAILED"] * 11 + ["READ"] * 88 + ["DELIVERED"] * 25 + ["FAILED"] * 7
    mail("s052", "call-center-report", "outlook", "Jonas Peixer <jonas.peixer@callcenter.example>", "Relatório do disparo de 05/03 - prova de vida", "2026-03-09 11:14", ["Bom dia, Nádia.", "Envio o relatório do disparo de prova de vida do dia 05/03, total de 191 contatos.", "Att."], sig=["Jonas Peixer", "Analista de Dados | Elo Atendimento"], auth="ext",
         att=[f("pv_0503.csv", csv([["phone", "name", "status"]] + [[x.e164, x.name, s] for x, s in zip(p, st)], sep=","))], traps=["no protocol, other address of the company, new thread", "matched by date, subject and quantity", "states in English"], why="Only AR-2026-0218 went on 05/03 with 191 contacts.",
         want=dict(relates_to="AR-2026-0218", report={"complete": True, "sent": 191, "delivered": 173, "read": 88, "failed": 18}))
    mail("s053", "call-center-report", "roundcube", "Camila Torrens <envios@callcenter.example>", "Re: [AR-2026-0213] Pacote para envio por WhatsApp", "2026-03-04 18:33", ["Nádia, boa noite!", "Resultado parcial: 3.150 mensagens disparadas de um total de 4.902. Entregues 2.874, falhas 276. Retomamos amanhã às 8h, quando o limite diário é renovado."], sig=S_CAMILA, auth="ext", reply_to="cc213", quoted=pack(213, "2026-03-04 09:30", "4.902"), traps=["figures in running text with thousands points", "partial: do not close the request"], why="Partial report.",
         want=dict(relates_to="AR-2026-0213", report={"complete": False, "sent": 3150, "delivered": 2874, "read": None, "failed": 276}))
    mail("s054", "call-center-report", "webmail", "Elo Disparos (não responder) <noreply@disparos.callcenter.example>", "Campanha concluida: IPREVILLE_NO_BAIRRO_0403", "2026-03-05 14:22", ["Campanha: IPREVILLE_NO_BAIRRO_0403", "Situação: FINALIZADA", "Os números finais estão no PDF em anexo.", "Mensagem gerada pelo sistema. Favor não responder."], auth="ext", headers=auto,
         att=[f("IPREVILLE_NO_BAIRRO_0403.pdf", pdf(["Elo Atendimento - Relatório de campanha", "IPREVILLE_NO_BAIRRO_0403", "Situação: FINALIZADA", "Total de envios: 4.902", "Entregues: 4.533", "Lidas: 3.012", "Falhas: 369"]))], traps=["Auto-Submitted and noreply, yet a report and no auto-reply", "complete after the partial one", "figures in a PDF"], why="Completes AR-2026-0213 (4902 contacts).",
         want=dict(relates_to="AR-2026-0213", report={"complete": True, "sent": 4902, "delivered": 4533, "read": 3012, "failed": 369}, accept={"report": [{"complete": True, "sent": None, "delivered": None, "read": None, "failed": None}]}))
    mail("s055", "call-center-report", "gmail", "Jonas Peixer <jonas.peixer@callcenter.example>", "retorno", "2026-03-10 08:31", ["Bom dia, segue o retorno que estava devendo:", "Disparos: 134 / Entregues: 121 / Falhas: 13"], sig=["Jonas"], to=[NADIA, ASSESSORIA], auth="ext", traps=["one-word subject; only the number 134 links it"], why="134 contacts: AR-2026-0211.",
         want=dict(relates_to="AR-2026-0211", report={"complete": True, "sent": 134, "delivered": 121, "read": None, "failed": 13}))
    mail("s056", "auto-reply", "outlook", CESAR, "Resposta automática: [AR-2026-0220] Envio concluído", "2026-03-09 08:05", ["Estarei em treinamento até 13/03, sem acesso ao e-mail. Para solicitar convocação ou envio de mensagem a segurados, fale com a recepção da Perícia: pericia@ipreville.example."], irt=ACKS["ack220"], headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-replied")], traps=["contains 'solicitar ... envio de mensagem a segurados' and comes from an area"], why="Out of office.",
         want=dict(area="pericia-medica", relates_to="AR-2026-0220", accept={"area": [None], "relates_to": [None]}))
    mail("s057", "auto-reply", "gmail", "Ursula Reinert <ursula.reinert@webmail.example>", "Mudei de e-mail Re: " + s2, "2026-03-03 14:08", ["Oi! Este endereço quase não é mais aberto. Mande a sua mensagem para ursula.reinert.novo@correio.example. Obrigada!"], to=[PRESID], auth="ext", irt=m2, headers=[("Auto-Submitted", "auto-replied"), ("Precedence", "bulk")], traps=["from an insured person, in reply to the mass mail, asks to send elsewhere"], why="Automatic responder.",
         want=dict(relates_to="AR-2026-0212", accept={"relates_to": [None]}))
    mail("s058", "auto-reply", "roundcube", "Sindicato dos Servidores - Atendimento <atendimento@sindicato.example>", "Re: " + s7, "2026-03-05 10:24", ["Olá! Seu contato gerou o chamado nº 20260305-114.", "O prazo de resposta é de três dias úteis. Não é necessário enviar outra mensagem sobre o mesmo assunto."], to=[PRESID], auth="ext", irt=m7, headers=[("Auto-Submitted", "auto-replied")], traps=["ticket system: looks like a reply, has a number of its own"], why="Automatic ticket acknowledgement.",
         want=dict(relates_to="AR-2026-0217", accept={"relates_to": [None]}))


def others():
    s2, s7 = "Programa Coração em Dia", "Novo presidente do colegiado"
    q2 = dict(PRES, at="2026-03-03 14:05", to="undisclosed-recipients:;", subject=s2, body=["Prezado(a) segurado(a),", "Estão abertas as inscrições para o Programa Coração em Dia..."])
    q7 = dict(PRES, at="2026-03-05 10:20", to="undisclosed-recipients:;", subject=s7, body=["Prezado(a) segurado(a),", "O Conselho Administrativo elegeu o seu novo presidente..."])
    mail("s059", "insured-reply", "gmail", "Leocádia Dalmolin <leocadia.dalmolin@provedor.example>", "Re: " + s2, "2026-03-03 19:26", ["Boa noite, gostei muito da ideia. Tenho 78 anos e marca-passo, posso participar assim mesmo? E meu marido, que não é servidor, pode ir junto?"], to=[PRESID], auth="ext", reply_to="m212", quoted=q2, traps=["arrives at presidente@, must reach the area that asked"], why="Two-way contact: forward to Perícia Médica/Saúde.",
         want=dict(relates_to="AR-2026-0212"))
    mail("s060", "insured-reply", "yahoo", "Nivaldo Schatz <nivaldo.schatz@correio.example>", "Re: " + s7, "2026-03-05 22:10", ["Por favor parem de me escrever. Já saí da prefeitura faz anos e não tenho nada com conselho. Tirem meu nome."], to=[PRESID], auth="ext", reply_to="m217", quoted=q7, traps=["'Tirem meu nome' is an opt-out, not a correction by an area"], why="Opt-out: register and forward.",
         want=dict(relates_to="AR-2026-0217", opt_out=True))
    mail("s061", "insured-reply", "samsung", "Otília Gesser <otilia.gesser@webmail.example>", "recadastramento", "2026-04-27 20:15", ["boa noite mando a foto da minha conta de luz pra mudar o endereço no cadastro. mudei pro Boehmerwald em fevereiro. cpf " + people("s061", 1)[0].cpf], auth="ext", att=[f("20260427_201122.jpg", image("JPEG"))], traps=["sends a document photo (personal data) on her own initiative; no thread", "subject equals a category"], why="From an insured person; a person decides where it goes; never sent on to the call center.",
         want=dict(category="recadastramento", relates_to=None, accept={"class": ["unrelated"], "category": [None], "relates_to": ["s001", "s020"]}))
    mail("s062", "insured-reply", "outlook", "Wigand Hardt <wigand.hardt@caixapostal.example>", "RES: " + s7, "2026-03-06 08:30", ["Peço que seja dada a mesma publicidade à minha resposta: enviem-na por e-mail a todos os segurados. A eleição do presidente foi feita sem o quórum do regimento."], to=[PRESID], auth="ext", reply_to="m217", quoted=q7, traps=["an insured person asks for a mass sending: no area, must not be dispatched"], why="Reply of an insured person; forward to the Conselho Administrativo.",
         want=dict(relates_to="AR-2026-0217", accept={"class": ["unauthorized"]}))
    mail("s063", "unauthorized", "owa", "Helga Marcon Tiedt - Presidência <helga.tiedt@iprevile.example>", "URGENTE: comunicado por WhatsApp a todos", "2026-04-08 07:33",
         ["Nádia,", "Preciso que saia agora, no WhatsApp de todos os segurados:", T("Ipreville: seu cartão do benefício vence hoje. Peça o novo, sem custo, em http://cartao-ipreville.example e confirme a senha para não ficar sem receber.", "curly"), "Entro em audiência daqui a pouco, depois conversamos."], sig=S_HELGA2, auth="ext",
         traps=["lookalike domain (one l less), display name and signature of the president, DKIM of its own domain passes"], why="Domain is not the institute's; text is a phishing text.", want=dict(reason="lookalike domain", accept={"reason": [None]}))
    p = people("s064", 4)
    mail("s064", "unauthorized", "outlook", MARLISE, "Envio de e-mail aos pensionistas", "2026-04-09 05:52", ["Prezada Nádia,", "Solicito o envio por e-mail, aos pensionistas da planilha, da guia anexa da taxa de revisão da pensão. Assunto: Guia de revisão", "Atenciosamente,"], sig=S_MARLISE2, auth="softfail", envelope="bounce@mx-envios.example",
         headers=[("X-MS-Exchange-Organization-AuthAs", "Internal"), ("Authentication-Results", "ipreville.example; dkim=pass header.d=ipreville.example; dmarc=pass")], att=[f("guia.pdf", pdf(["Guia de recolhimento"])), f("pensionistas.xlsx", xlsx({"Plan1": mails_of(p)}))], traps=["exact address of the department; DKIM and DMARC fail", "forged 'Internal' and 'dmarc=pass' headers further down: only the topmost ones count"], why="Authentication failed.", want=dict(reason="dmarc fail", accept={"reason": [None]}))
    mail("s065", "unauthorized", "iphone", "Bianca R. <biancaraulino.jor@webmail.example>", "card de amanhã", "2026-05-30 21:08", ["Oi Nádia! É a Bianca, o meu e-mail do Ipreville travou. Consegue soltar amanhã cedo, no WhatsApp de todos, o card que está na pasta? Segunda eu mando o pedido certinho. Bjs"], auth="ext", to=[NADIA, ASSESSORIA], traps=["perhaps really Bianca, but from an unknown personal address"], why="Identity not proven: hold and ask her at her work address.", want=dict(reason="personal address of an employee", accept={"reason": [None]}))
    mail("s066", "unauthorized", "outlook", "Setor de Crédito - Banco Serrano <credito@bancoserrano.example>", "Solicitação de cadastro dos aposentados", "2026-05-06 14:18", ["Prezada Assessoria,", "De acordo com o convênio em tratativa com a Gerência Financeira, solicitamos a relação dos aposentados com nome, celular e valor do benefício, em planilha, até sexta-feira.", "Cordialmente,"], sig=["Setor de Crédito", "Banco Serrano"], auth="ext", traps=["'de acordo com o convênio em tratativa'"], why="A stranger asks for personal data; nothing may leave.",
         want=dict(reason="third party asks for personal data", accept={"class": ["unrelated"], "reason": [None]}))
    mail("s067", "unrelated", "webmail", "Boletim Gestão de RPPS <boletim@gestaorpps.example>", "Edição 88: censo, prova de vida digital e WhatsApp oficial", "2026-04-14 06:30", ["Nesta edição: como três institutos fizeram o recadastramento pelo WhatsApp e o que mudou na perícia médica.", "Leia tudo em https://gestaorpps.example/88", "Para cancelar o recebimento, clique em https://gestaorpps.example/descadastro"], auth="ext", traps=["full of the domain's words, 'cancelar'"], why="Newsletter.")
    mail("s068", "unrelated", "owa", GAB, "Catálogo interno: e-mail e WhatsApp dos setores", "2026-04-07 16:40", ["Nádia, boa tarde.", "Estamos refazendo o catálogo de contatos dos setores. Pode me dizer até sexta-feira qual e-mail e qual número de WhatsApp a Assessoria usa hoje, e quem responde por eles?", "Obrigada,"], sig=["Rosane Wuerges", "Chefe de Gabinete"], traps=["an area names both channels, but asks for the desk's own data"], why="Office matter: no sending, no request it refers to.", want=dict(area="gabinete", accept={"area": [None]}))
    mail("s069", "unrelated", "outlook", "Relacionamento Elo <relacionamento@callcenter.example>", "Convite: conheça o novo relatório de envios", "2026-04-02 09:12", ["Prezado cliente,", "Em maio o seu plano poderá ter o relatório Premium, com leitura por hora e por bairro. Anexamos um exemplo, com dados fictícios, e a tabela de preços.", "A demonstração on-line será em 14/04, às 10h. Para participar, basta responder a esta mensagem."], sig=["Relacionamento com o Cliente", "Elo Atendimento"], auth="ext", att=[f("tabela_premium.pdf", pdf(["Relatório Premium - tabela de preços"])), f("exemplo_relatorio_premium.xlsx", xlsx({"Exemplo": [["Hora", "Enviadas", "Entregues", "Lidas"], ["09h", 500, 470, 210], ["10h", 500, 466, 240]]}))], traps=["from the call center, with 'relatório de envios', figures and an xlsx, but an offer"], why="Offer: not the report of one sending.")
    mail("s070", "unrelated", "outlook", SOLANGE, "Troca das vagas da garagem", "2026-05-08 11:47", ["Pessoal,", "A partir de segunda-feira as vagas da garagem serão usadas por ordem de chegada. Avisem os colegas que estão em férias e retirem os cones ainda hoje."], sig=S_SOL2, to=["Todos Ipreville <todos@ipreville.example>"], logo=True, traps=["internal circular from an area: a notice, but to the staff"], why="Addressed to todos@; no request.", want=dict(area="gerencia-administrativa", accept={"area": [None]}))
