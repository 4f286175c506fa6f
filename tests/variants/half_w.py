"""Half w: the first autumn of a newly made institute, March to June 2029 - old clerks with their memos, young analysts in a hurry, a president who dictates; most requests short and plain."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2029-0041", "pericia-medica", "cesar.ramthun@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Convocação para a junta médica de março", "2029-03-01T10:05", 37),
    request("AR-2029-0042", "gerencia-previdencia", "marlise.kuhnen@ipreville.example", ["email"], "specific", "sent", "Migração dos processos para o Ipreville", "2029-03-01T14:40", 285),
    request("AR-2029-0043", "comunicacao", "bianca.raulino@ipreville.example", ["whatsapp"], "general", "waiting-report", "Conheça o seu novo Instituto", "2029-03-02T09:15", 3127),
    request("AR-2029-0044", "gerencia-financeira", "jair.demarchi@ipreville.example", ["email", "whatsapp"], "specific", "waiting-approval", "Novo banco pagador", "", 642),
    request("AR-2029-0045", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["email"], "specific", "waiting-data", "Primeira senha do Portal", "", None, ["recipients"]),
    request("AR-2029-0046", "controle-interno", "controleinterno@ipreville.example", ["email"], "specific", "waiting-approval", "Guarda de documentos na transição", "", 44),
    request("AR-2029-0047", "conselho-administrativo", "conselhoadm@ipreville.example", ["email"], "specific", "sent", "Posse do primeiro Conselho", "2029-03-02T11:20", 1386),
    request("AR-2029-0048", "gerencia-previdencia", "otavio.bressan@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Prova de vida – nascidos em fevereiro", "2029-03-02T15:10", 158),
    request("AR-2029-0049", "gerencia-administrativa", "administrativo@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Novo endereço da sede", "", 3127),
    request("AR-2029-0050", "pericia-medica", "pericia@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Mudança de consultório da perícia", "2029-03-05T08:40", 21),
    request("AR-2029-0051", "gerencia-financeira", "keli.borba@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Abertura de conta no novo banco", "2029-03-05T10:30", 94),
]
ACKS = {f"ack{n}": f"ar-2029-00{n}.ack@ipreville.example" for n in range(41, 52)} | {f"cc{n}": f"ar-2029-00{n}.cc@ipreville.example" for n in (41, 43, 48, 50)} | {f"ok{n}": f"ar-2029-00{n}.ok@ipreville.example" for n in (44, 46, 49)}
ACKS |= {f"m{n}": f"ar-2029-00{n}.mail1@ipreville.example" for n in (42, 47)}
DAIANE = "Daiane Kopp <daiane.kopp@saude.ipreville.example>"
S_ODILA = ["Odila Terezinha Bortoluzzi", "Agente Administrativa II – matrícula 112", "Gerência de Previdência", "Ipreville – Rua da Estação, 55"]
S_CAUA = ["Cauã Rigotti", "Analista Previdenciário Jr.", "Ipreville"]
S_ARMINDO = ["Armindo José Schlickmann", "Técnico em Contabilidade", "Gerência Financeira", "Ipreville – (47) 3290-0027"]
S_LARISSA = ["Larissa Bona", "analista – Gerência Financeira"]
S_ZELI = ["Zeli Maria Pasquali", "Protocolo Geral", "Gerência Administrativa – Ipreville", "(47) 3290-0033"]
S_VINI = ["Vinícius Trentini", "Gestão de Pessoas | Gerência Administrativa"]
S_NELI = ["Neli Stürmer", "Secretária da Perícia Médica", "(47) 3290-0040"]
S_DAIANE = ["Daiane Kopp", "Psicóloga", "Saúde do Servidor"]
S_EUCLIDES = ["Euclides Ramos Fontanella", "Controlador Interno", "Instituto de Previdência – Ipreville"]
S_LEONICE = ["Leonice Battisti", "Secretária da Presidência", "(47) 3290-0001"]
S_YAGO = ["Yago Meneguzzo", "Redes e conteúdo – Comunicação"]
S_CONS = ["Marilda Fachini", "Secretária dos Conselhos", "Ipreville"]
S_TEC = ["Renan Dall'Agnol", "Suporte", "Ipreville"]
S_JAIR3 = ["Jair Demarchi", "Gerente Financeiro", "Ipreville", "(47) 3290-0020"]
S_MARLISE3 = ["Marlise Kühnen", "Gerente de Previdência", "Ipreville", "(47) 3290-0010"]
S_SOL3 = ["Solange Fiedler", "Gerente Administrativa", "Ipreville", "(47) 3290-0030"]
S_CESAR3 = ["César Augusto Ramthun", "Perícia Médica", "Ipreville – (47) 3290-0042"]
S_HELGA3 = ["Helga Marcon Tiedt", "Diretora-Presidente"]
S_TAINA = ["Tainá Grando", "Operação | Elo Atendimento"]
AVISO = "AVISO: esta mensagem é destinada exclusivamente a quem consta como destinatário. Se não for o seu caso, não a envie a terceiros, apague-a e nos avise. Dados pessoais são tratados conforme a Lei nº 13.709/2018."


def ack(n, subject, at, to):
    return ask(f"AR-2029-00{n}", "Solicitação recebida", at, to, f"Olá! O seu pedido foi registrado com o número AR-2029-00{n}.\n\nAssunto: {subject}\n\nAvisaremos quando o envio terminar.")


def preview(n, subject, at, who):
    return ask(f"AR-2029-00{n}", "Para aprovação: " + subject, at, HELGA, f"Prezada Presidente,\n\nSegue a prévia do envio AR-2029-00{n} ({who}). Responda APROVO para liberar ou NÃO APROVO para devolver à área.")


def pack(n, at, k):
    return dict(AUTO, at=at, to="Elo Atendimento <envios@callcenter.example>", subject=f"[AR-2029-00{n}] Pacote para envio por WhatsApp", body=[f"Segue pacote para envio ({k} contatos). Solicitamos o relatório de envio."])


def mails():
    IDS.update(ACKS)
    asked()
    answers()
    notices()
    others()


def asked():
    p = people("w001", 8)
    rows = mails_of(p, ("Interessado", "Correio eletrônico")) + [["Theobaldo Krüger Weiss", "não tem"], [p[1].name, " " + p[1].email.upper()]]
    mail("w001", "request", "outlook", PREV, "Memorando 07/2029 - envio de e-mail aos interessados", "2029-03-06 08:50",
         ["MEMORANDO Nº 07/2029 – GEPREV", "Senhora Assessora,", "Cumprimentando-a, solicitamos o envio, por correio eletrônico, da comunicação transcrita abaixo aos interessados relacionados na planilha que acompanha este memorando.", "Assunto: Seu processo agora é do Ipreville – confira os dados", "Teor da comunicação:",
          T("Prezado(a) interessado(a),\n\nCom a criação do Ipreville, o seu processo de aposentadoria, que tramitava na Prefeitura, passou para o Instituto e recebeu novo número, disponível no Portal do Segurado.\n\nConfira os seus dados e, se houver erro, compareça ao protocolo, na Rua da Estação, 55, até 30/03/2029, com documento de identidade.\n\nCordialmente,\nGerência de Previdência"),
          "Sem mais para o momento, renovamos protestos de estima e consideração.", "Respeitosamente,"], sig=S_ODILA, logo=True, disc=AVISO, att=[f("interessados_memo07.xlsx", xlsx({"Interessados": rows}))],
         traps=["a memo with formulas before and after", "the message has its own closing before the requester's", "one repeated in capitals, one without address", "disclaimer with 'não a envie'"], why="Everything is stated.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Seu processo agora é do Ipreville – confira os dados", recipients=8, rejected=1, duplicates=1, dispatch=True, accept={"category": ["recadastramento", "orientacao"]}, list_source="interessados_memo07.xlsx"))

    p = people("w002", 6)
    data = [("19/03/2029", "13h15"), ("19/03/2029", "14h"), ("19/03/2029", "14h45"), ("20/03/2029", "13h15"), ("20/03/2029", "14h"), ("20/03/2029", "14h45")]
    rows = [["NOME", "CELULAR", "DATA", "HORA", "CPF"]] + [[x.name, x.phone(i + 1), *d, x.cpf] for i, (x, d) in enumerate(zip(p, data))] + [["Lindomar " + p[2].name.split()[-1], p[2].phone(4), "20/03/2029", "15h30", people("w002b", 1)[0].cpf]]
    mail("w002", "request", "owa", PERICIA, "Perícias de 19 e 20/03 (WhatsApp)", "2029-03-07 10:12",
         ["Nádia, bom dia!", "Mandar por WhatsApp aos periciandos da planilha, trocando nome, data e hora conforme as colunas. O CPF fica só entre nós.",
          T("Olá, {NOME}.\n\nA sua perícia médica será no dia {DATA}, às {HORA}, no Ipreville, Rua da Estação, 55, 2º andar.\n\nTraga documento com foto e os exames que tiver. Se não puder vir, ligue antes: (47) 3290-0040."),
          "Obrigada."], sig=S_NELI, att=[f("pericias_19_20.xlsx", xlsx({"Março": rows}))],
         traps=["placeholders", "two people of one family share a phone, with two appointments", "CPF column"], why="Seven people with seven appointments.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=7, rejected=0, duplicates=0, per_person=True, placeholders=["NOME", "DATA", "HORA"], never_forward_columns=["CPF"], dispatch=True, list_source="pericias_19_20.xlsx"))

    mail("w003", "request", "gmail", BIANCA, "whats geral: golpe do recadastro", "2029-03-08 15:20",
         ["Oi Nádia! Dispara no whats pra todos os segurados, com a imagem anexa:",
          T("🔴 É GOLPE! 🔴\n\nO Ipreville não pede recadastro por telefone nem manda motoboy buscar documento.\n\nDesligue e avise a gente: (47) 3290-0000."), "Valeuu"], sig=["Bianca Raulino", "Comunicação"],
         att=[f("golpe-recadastro.jpg", image("JPEG", (320, 320)))], traps=["emoji", "no list needed"], why="General notice with picture and caption.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="alerta", attachments_to_send=["golpe-recadastro.jpg"], dispatch=True))

    p = people("w004", 4)
    mail("w004", "request", "yahoo", STEIN, "Primeira reunião do Conselho Fiscal – 22/03", "2029-03-09 19:41",
         ["Prezada Nádia,", "Solicito a gentileza de enviar por e-mail aos conselheiros:", "\n".join(f"{x.name} <{x.email}>" for x in p), "o seguinte convite:",
          T("Senhores conselheiros,\n\nA primeira reunião ordinária do Conselho Fiscal do Ipreville será na quinta-feira, 22 de março de 2029, às 18h30, na sala 4 da sede.\n\nPauta: eleição do presidente do Conselho e calendário de 2029.", "quote"), "Grato,"], sig=["Valdemar Stein"], auth="ext",
         traps=["recipients typed in the body", "external address that is in the address book", "no explicit subject: the mail's own title serves"], why="Four addresses; all is said.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Primeira reunião do Conselho Fiscal – 22/03", recipients=4, rejected=0, duplicates=0, dispatch=True, accept={"category": ["evento", "institucional", "orientacao", "eleicao"]}, list_source="body"))

    p = people("w005", 7)
    mail("w005", "request", "zimbra", CI, "Controle Interno - requisição de informações", "2029-03-12 09:33",
         ["Senhora Assessora de Relacionamento,", "Requeiro seja encaminhada por e-mail, aos servidores constantes da relação em anexo, a mensagem que segue entre as linhas. Como assunto do e-mail deverá constar: Requisição de informações nº 02/2029.", ("hr",),
          T("Senhor(a) servidor(a),\n\nRequisitamos a relação dos contratos herdados da Prefeitura que estejam sob a sua responsabilidade, com valor, vigência e fiscal designado.\n\nO prazo de resposta é 23 de março de 2029."), ("hr",), "Atenciosamente,"], sig=S_EUCLIDES,
         att=[f("Relação de servidores.ods", ods(mails_of(p, ("Servidor", "E-mail")) + [["Setor de frotas (em extinção)", ""]]))],
         traps=["subject inside a sentence", "rulers delimit the text", "ods list with an empty row"], why="Seven people; one row without address.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Requisição de informações nº 02/2029", recipients=7, rejected=1, duplicates=0, dispatch=True, accept={"category": ["orientacao"], "message_subject": ["Requisição de informações nº 02/2029."]}, list_source="Relação de servidores.ods"))

    mail("w006", "request", "owa", GAB, "Recado da Presidente - expediente de sexta", "2029-03-13 16:05",
         ["Nádia,", "A Dra. Helga ditou e pede que vá ainda hoje, por WhatsApp, a todos os segurados:", T("Na próxima sexta-feira, dia 16 de março, o Ipreville atenderá somente até as 12h, por motivo de treinamento dos servidores no novo sistema. Agradecemos a compreensão.", "curly"), "Obrigada,"], sig=S_LEONICE,
         traps=["'até as 12h' and the day belong to the text", "'ainda hoje' = at once"], why="Dictated, but complete.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", dispatch=True, accept={"send_at": ["2029-03-13"]}))

    p = people("w007", 10)
    contacts = [[x.name, "" if i in (2, 6) else x.email, "" if i == 4 else x.landline() if i == 8 else x.phone(i)] for i, x in enumerate(p)]
    mail("w007", "request", "outlook", FIN, "Informe de rendimentos - dois canais", "2029-03-14 14:18",
         ["Prezada Nádia,", "Solicito enviar por e-mail e por WhatsApp, aos 10 pensionistas da planilha, a mensagem do quadro. Assunto do e-mail: Informe de rendimentos 2028 disponível",
          T("Prezado(a) pensionista,\n\nO informe de rendimentos de 2028 foi emitido pela Prefeitura, que ainda pagava o seu benefício, e pode ser retirado no protocolo do Ipreville ou no Portal do Segurado.\n\nO informe de 2029 já será emitido pelo Instituto.", "box"),
          "Atenciosamente,"], sig=S_ARMINDO, disc=D2, att=[f("pensionistas informe.xlsx", xlsx({"Plan1": [["PENSIONISTAS – INFORME 2028", None, None], ["Nome", "E-mail", "Celular"]] + contacts}, merges=[(0, 0, 2, "PENSIONISTAS – INFORME 2028")]))],
         traps=["two channels, each with its own holes in the list", "merged title row above the header", "a landline is no WhatsApp number", "text in a frame"], why="Each of the ten is reachable by at least one channel.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="imposto-de-renda", message_subject="Informe de rendimentos 2028 disponível", recipients=10, rejected=0, duplicates=0, recipients_by_channel={"email": 8, "whatsapp": 8}, rejected_by_channel={"email": 2, "whatsapp": 2}, dispatch=True, list_source="pensionistas informe.xlsx"))

    mail("w008", "request", "outlook", SOLANGE, "E-mail aos cedidos", "2029-03-15 10:44",
         ["Nádia,", "Por favor, envie por e-mail aos servidores cedidos, conforme a planilha em anexo:", T("Prezado(a) servidor(a) cedido(a), atualize o seu endereço e o seu telefone no cadastro do Ipreville até 12/04/2029. O formulário está no Portal do Segurado, menu \"Meus dados\"."), "Assunto: Atualização de cadastro dos servidores cedidos", "Att.,"], sig=S_SOL3, logo=True,
         traps=["a sheet is announced but only the signature logo is there", "subject after the text"], why="The list did not come with the mail.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="recadastramento", message_subject="Atualização de cadastro dos servidores cedidos", missing=["recipients"], dispatch=False))

    p = people("w009", 6)
    mail("w009", "request", "outlook", OTAVIO, "Tempo rural - resultado da análise", "2029-03-16 11:02",
         ["Nádia, bom dia.", "Favor informar os requerentes da planlha:", T("O seu pedido de averbação de tempo rural foi analisado. O resultado está no processo e pode ser consultado no protocolo do Ipreville, de segunda a sexta, das 8h às 14h.", "curly"), "Obrigado,"], sig=S_OTAVIO,
         att=[f("averbacoes.xlsx", xlsx({"Plan1": [["Requerente", "E-mail", "Celular"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]}))],
         traps=["channel never said; the list would serve both", "curly quotes delimit the text"], why="E-mail or WhatsApp cannot be decided from the mail: ask.",
         want=dict(channel=[], audience="specific", area="gerencia-previdencia", category="andamento", missing=["channel"], dispatch=False, accept={"message_subject": ["Tempo rural - resultado da análise"], "recipients": [6], "rejected": [0], "duplicates": [0]}, list_source="averbacoes.xlsx"))

    p = people("w010", 7)
    doc = ["Roda de conversa: o que muda com o Ipreville", "Caro(a) segurado(a),", "No dia **4 de abril**, às 14h, a equipe do Instituto recebe aposentados e pensionistas para uma roda de conversa.", "Vamos falar de:", "- quem paga o benefício a partir de agora;", "- como usar o Portal do Segurado;", "- onde fica o atendimento.", "Não é preciso se inscrever. Haverá café.", "Equipe do Ipreville"]
    mail("w010", "request", "thunderbird", ADM, "Convite para a roda de conversa", "2029-03-19 09:27",
         ["Bom dia, Nádia.", "Segue em anexo o texto do convite (Word) e a planilha com os e-mails. Favor enviar por e-mail com o assunto: Roda de conversa no dia 4 de abril", "Grata,"], sig=S_ZELI,
         att=[f("convite_roda.docx", docx(doc, header="Ipreville – Gerência Administrativa")), f("emails_roda.csv", csv(mails_of(p, ("Nome", "E-mail"))))],
         traps=["the text is in a .docx with a list and a page header that is no text", "neither file is an attachment to send"], why="The Word file holds the text.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Roda de conversa no dia 4 de abril", message_text=doc[0] + "\n\n" + "\n".join(doc[1:]), recipients=7, rejected=0, duplicates=0, dispatch=True, list_source="emails_roda.csv"))

    p = people("w011", 5)
    t11 = "Olá! O grupo de apoio de quarta-feira mudou de sala: a partir de 28 de março os encontros serão na sala 6, no térreo, no mesmo horário (15h).\n\nTe esperamos!"
    mail("w011", "request", "iphone", LENITA, "Fwd: sala do grupo", "2029-03-20 18:34", ["Nádia, por favor mande por WhatsApp o recado da Daiane aos participantes da planilha anexa."], fwd=True,
         quoted=own(DAIANE, "2029-03-20 15:09", "sala do grupo", ["Dra. Lenita, tudo bem?", "A sala 2 virou arquivo, então teremos que avisar o grupo. Sugestão de recado:", t11, "Pode ser? Qualquer coisa eu mudo.", "Daiane"], to="Lenita Hostin <lenita.hostin@ipreville.example>"),
         att=[f("grupo quarta.xlsx", xlsx({"Grupo": [["Participante", "CID", "Celular"]] + [[x.name, c, x.phone(i)] for i, (x, c) in enumerate(zip(p, ["F41.1", "F32.0", "F43.2", "F41.1", "F32.1"]))]}))],
         traps=["CID column: not for the call center", "the message is inside the forwarded mail of a colleague", "colleague's words before and after the text"], why="Only the paragraphs addressed to the participants are the message.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="atendimento", message_text=t11, recipients=5, rejected=0, duplicates=0, forward_columns=["Participante", "Celular"], never_forward_columns=["CID"], dispatch=True, accept={"category": ["evento", "orientacao", "pericia"]}, list_source="grupo quarta.xlsx"))

    p = people("w012", 8)
    body = ["Nádia, bom dia.", "Peço enviar por e-mail aos servidores da planilha. Assunto: Margem consignável – novo limite", "Segue o texto:",
            T("Informamos que, com a passagem da folha para o Ipreville, a sua margem consignável foi recalculada. O novo limite aparece no contracheque de março, no Portal do Segurado."), "Agradeço."]
    sheet = xlsx({"Plan1": mails_of(p, ("Servidor", "E-mail"))})
    want = dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Margem consignável – novo limite", recipients=8, rejected=0, duplicates=0, list_source="margem março.xlsx")
    mail("w012", "request", "outlook", FIN, "Margem consignável", "2029-03-21 09:05:20", body, sig=S_ARMINDO, logo=True, att=[f("margem março.xlsx", sheet)], traps=["the first of two equal mails"], why="First copy counts.", want=dict(want, dispatch=True))
    mail("w013", "request", "outlook", FIN, "Margem consignável", "2029-03-21 09:07:03", body, to=[NADIA], sig=S_ARMINDO, logo=True, att=[f("margem março.xlsx", sheet)], traps=["the same once more, to the other address of the desk, other Message-ID"], why="Second copy must not be sent again.",
         want=dict(want, dispatch=False, duplicate_of="w012"))

    p = people("w014", 6)
    mail("w014", "request", "apple", COM, "Whats - exposição de fotos", "2029-03-22 16:10",
         ["Nádia, tudo bem?", "Manda no WhatsApp do pessoal da planilha, junto com o cartaz:", T("A nossa história em fotos! De 2 a 20 de abril, no saguão do Ipreville, uma exposição com as fotos antigas dos servidores. Venha se reconhecer!"), "Abração"], sig=S_YAGO,
         att=[f("cartaz-exposicao.tiff", image("TIFF", (400, 300))), f("quem_mandou_foto.csv", csv(phones_of(p, ("nome", "celular")), sep=",", enc="utf-8", bom=True))],
         traps=["WhatsApp takes no TIFF picture", "csv utf-8 with BOM and commas"], why="Step 24: the picture must be made to fit before it goes.",
         want=dict(channel=["whatsapp"], audience="specific", area="comunicacao", category="evento", attachments_to_send=["cartaz-exposicao.tiff"], media_to_convert=["cartaz-exposicao.tiff"], recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"dispatch": [True, False], "category": ["institucional"]}, list_source="quem_mandou_foto.csv"))

    p = people("w015", 4)
    mail("w015", "request", "outlook", MARLISE, "Exigência – certidão de casamento atualizada", "2029-03-23 13:48",
         ["Nádia, boa tarde.", "Solicito o envio por e-mail, aos requerentes do quadro abaixo, do seguinte texto:", T("Prezado(a) requerente,\n\nPara dar seguimento ao seu pedido de pensão, apresente certidão de casamento emitida há menos de 90 dias. O prazo é de 30 dias; depois dele o pedido será arquivado."),
          ("table", [["Requerente", "Processo", "E-mail"]] + [[x.name, f"{21 + 2 * i}/2029", x.email] for i, x in enumerate(p)]), "Atenciosamente,"], sig=S_MARLISE3, traps=["recipients in an HTML table of the body, after the text", "no explicit subject"], why="The table is the list.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Exigência – certidão de casamento atualizada", recipients=4, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="body-table"))

    p = people("w016", 5)
    mail("w016", "request", "outlook", "Renan Dall'Agnol <renan.dallagnol@ipreville.example>", "Instabilidade do Portal do Segurado", "2029-03-26 08:31",
         ["Bom dia!", "Passaram aqui pedindo pra mandar por e-mail pra esses usuários da lista:", T("Prezado(a) usuário(a), o Portal do Segurado apresentou falhas no fim de semana. Se o seu requerimento não aparece na tela inicial, envie-o de novo."), "Obg,"], sig=S_TEC, att=[f("usuarios_falha.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["internal address in no area, nobody says who asked"], why="Cell of the workbook cannot be chosen: ask the area.",
         want=dict(channel=["email"], audience="specific", area=None, category="atendimento", message_subject="Instabilidade do Portal do Segurado", recipients=5, rejected=0, duplicates=0, missing=["area"], dispatch=False, accept={"category": ["orientacao"]}, list_source="usuarios_falha.xlsx"))

    mail("w017", "request", "outlook", JAIR, "WhatsApp - pagamento de abril", "2029-04-17 16:50",
         ["Nádia,", "Solicito agendar para quarta-feira, 25/04, às 9h30, por WhatsApp, a todos os segurados:",
          T("O benefício de abril será pago na sexta-feira, 27/04, já pelo novo banco. Quem ainda não abriu a conta recebe no caixa, com documento de identidade."), "Att.,"], sig=S_JAIR3,
         traps=["date without year, this year's; the weekday agrees", "27/04 belongs to the text"], why="Scheduled, complete.",
         want=dict(channel=["whatsapp"], audience="general", area="gerencia-financeira", category="pagamento", send_at="2029-04-25T09:30", dispatch=True))

    p = people("w018", 5)
    mail("w018", "request", "owa", KELI, "Devolução de contribuição a maior", "2029-03-27 11:15",
         ["Oi, Nádia. Por e-mail para os servidores da lista, preenchendo o valor de cada um:", T("Prezado(a) servidor(a), foi apurada contribuição descontada a maior em fevereiro, no valor de R$ [VALOR], que será devolvida na folha de abril."), "Assunto: Devolução de contribuição"], sig=S_KELI,
         att=[f("devoluções.xlsx", xlsx({"Plan1": [["Servidor", "Matrícula", "E-mail"]] + [[x.name, x.matricula, x.email] for x in p]}))], traps=["a placeholder for which the list has no column", "subject after the text"], why="The amounts did not come: ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Devolução de contribuição", recipients=5, rejected=0, duplicates=0, per_person=True, placeholders=["VALOR"], missing=["content_data"], dispatch=False, list_source="devoluções.xlsx"))

    p = people("w019", 6)
    te = "Prezado(a) segurado(a),\n\nEstão abertas até 11 de maio de 2029 as inscrições para a comissão eleitoral que conduzirá a primeira eleição dos representantes dos segurados.\n\nPodem participar servidores ativos e aposentados. A ficha de inscrição está no site do Ipreville.\n\nConselho Administrativo"
    tw = "A primeira eleição do Ipreville vem aí! Inscreva-se na comissão eleitoral até 11 de maio. Ficha no site."
    mail("w019", "request", "outlook", CADM, "Comissão eleitoral - e-mail e WhatsApp", "2029-04-18 14:11",
         ["Prezada Nádia,", "Por deliberação do Conselho, pedimos a divulgação, por e-mail e por WhatsApp, aos servidores da planilha anexa.", "Assunto do e-mail: Inscrições para a comissão eleitoral", "Texto do e-mail:", T(te), "Texto do WhatsApp:", T(tw), "Atenciosamente,"], sig=S_CONS,
         att=[f("contatos comissão.xlsx", xlsx({"Contatos": [["Nome", "E-mail", "WhatsApp"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]}))],
         traps=["one text per channel", "the e-mail text ends in the name of the council"], why="Both texts are marked.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="conselho-administrativo", category="eleicao", message_subject="Inscrições para a comissão eleitoral", message_text=te, message_text_by_channel={"email": te, "whatsapp": tw}, recipients=6, rejected=0, duplicates=0, recipients_by_channel={"email": 6, "whatsapp": 6}, rejected_by_channel={"email": 0, "whatsapp": 0}, dispatch=True, list_source="contatos comissão.xlsx"))

    p = people("w020", 5)
    mail("w020", "request", "gmail", OTAVIO, "whats - carteirinha pronta", "2029-04-19 09:52",
         ["Nádia, manda por whats pra lista anexa, pfv:", T("Sua carteira de segurado do Ipreville está pronta. Retire no protocolo, das 8h às 14h, com documento com foto."), "vlw"], sig=S_CAUA, att=[f("carteiras.csv", csv(phones_of(p, ("nome", "fone"))))],
         traps=["the signature is that of a colleague at the same address"], why="Short and clear.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="atendimento", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["andamento", "orientacao", "recadastramento"]}, list_source="carteiras.csv"))

    p = people("w021", 9)
    old2 = own(CADM, "2029-03-15 10:20", "Regimento interno", ["Nádia, favor enviar por WhatsApp a todos os segurados:", "O regimento interno do Conselho foi publicado no site do Ipreville."])
    old1 = dict(own(NADIA, "2029-03-15 11:48", "RES: Regimento interno", ["Marilda, encaminhado ao call center. Se precisar cancelar, me avise até o meio-dia.", "Nádia"], to=CADM), quoted=old2)
    mail("w021", "request", "outlook", CADM, "RES: RES: Regimento interno", "2029-04-20 08:47",
         ["Nádia, bom dia! Aproveito este e-mail para outro pedido.", "Enviar por e-mail aos suplentes (segunda aba da planilha), assunto \"Suplentes – entrega de documentos\":",
          T("Senhores suplentes,\n\nSolicitamos a entrega da declaração de bens e da certidão de antecedentes até 4 de maio de 2029, na secretaria dos conselhos."), "Grata,"], sig=S_CONS, irt="regimento-0315.b@ipreville.example", quoted=old1,
         att=[f("Conselheiros 2029.xlsx", xlsx({"Titulares": mails_of(p[:5]), "Suplentes": mails_of(p[5:])}))],
         traps=["'RES: RES:' subject and In-Reply-To, yet a new request", "an older text is quoted below, with another channel and audience", "the first sheet is the wrong one"], why="A new sending with its own text, list and subject.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="orientacao", message_subject="Suplentes – entrega de documentos", recipients=4, rejected=0, duplicates=0, dispatch=True, accept={"category": ["eleicao", "institucional", "prestacao-de-contas", "recadastramento"]}, list_source="Conselheiros 2029.xlsx#Suplentes"))

    mail("w022", "request", "owa", GAB, "Mensagem dos cem dias", "2029-04-09 15:33",
         ["Nádia, a Presidente pede o envio por e-mail a todos os segurados, com o assunto: Cem dias de Ipreville",
          T("Caros segurados,\n\nHá cem dias nascia o Ipreville. Nesse tempo recebemos mais de três mil processos, organizamos a folha e abrimos as portas da nova sede.\n\nMuito obrigada pela confiança.\n\nHelga Marcon Tiedt\nDiretora-Presidente"), "Att,"], sig=S_LEONICE,
         traps=["general audience by e-mail: there is a general list for WhatsApp only", "the text is signed by a real person"], why="No general e-mail list is configured.",
         want=dict(channel=["email"], audience="general", area="gabinete", category="institucional", message_subject="Cem dias de Ipreville", missing=["recipients"], dispatch=False, accept={"category": ["prestacao-de-contas"]}))

    p = people("w023", 8)
    rows = [["Nome", "Telefone"], [p[0].name, p[0].landline() + " / " + p[0].phone(0)], [p[1].name, p[1].phone8()], [p[2].name, p[2].no_ddd()], [p[3].name, p[3].phone(3)], [p[4].name, p[4].landline()], [p[5].name, p[5].phone(6)], [p[6].name, "-"], [p[7].name, p[7].phone(5)], [p[3].name, p[3].phone(1)]]
    mail("w023", "request", "outlook", PREV, "WhatsApp - abono de permanência deferido", "2029-04-10 10:06",
         ["Senhora Assessora,", "Solicitamos encaminhar, por WhatsApp, aos servidores da relação anexa:", T("Ipreville: o seu abono de permanência foi deferido e será pago a partir da folha de maio, com os atrasados."), "Atenciosamente,"], sig=S_ODILA, att=[f("abonos deferidos.xls", xls(rows))],
         traps=["two numbers in a cell", "missing ninth digit (fixable)", "no area code (not fixable)", "landline", "same number twice in two spellings"], why="Five usable, three not, one repeated.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=5, rejected=3, duplicates=1, dispatch=True, accept={"category": ["pagamento"]}, list_source="abonos deferidos.xls"))

    p = people("w024", 6)
    mail("w024", "request", "outlook", SOLANGE, "Manual do Portal do Segurado", "2029-04-11 10:35",
         ["Nádia, bom dia.", "Enviar por e-mail, com os dois PDFs anexos, aos servidores da planilha:",
          T("Prezado(a) servidor(a),\n\nSeguem em anexo o manual do Portal do Segurado e o termo de uso.\n\nNão é necessário devolver o termo assinado: o aceite é feito no primeiro acesso."), "Obrigada!"], sig=S_SOL3, logo=True, disc=D3,
         att=[f("Manual do Portal.pdf", pdf(["Manual do Portal do Segurado"])), f("Termo de uso.pdf", pdf(["Termo de uso"])), f("servidores lote 1.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["the list must not go along", "disclaimer naming both channels"], why="Two PDFs go; sheet and logo stay.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="orientacao", message_subject="Manual do Portal do Segurado", recipients=6, rejected=0, duplicates=0, attachments_to_send=["Manual do Portal.pdf", "Termo de uso.pdf"], dispatch=True, accept={"category": ["atendimento", "institucional"]}, list_source="servidores lote 1.xlsx"))

    p = people("w025", 4)
    mail("w025", "request", "zimbra", SAUDE, "Lembrete da avaliação de maio", "2029-05-08 08:20",
         ["Bom dia, Nádia.", "Programar o WhatsApp abaixo para sexta-feira, 17/05, às 8h, aos servidores da planilha.", T("Lembrete: a sua avaliação médica periódica está marcada. Venha em jejum e traga a carteira de vacinação."), "Obrigada, equipe da Saúde"], att=[f("periodicos.xlsx", xlsx({"Plan1": phones_of(p, ("Servidor", "Celular"))}))],
         traps=["17/05/2029 is a Thursday, not a Friday"], why="Weekday and date contradict each other: ask.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=4, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, accept={"category": ["orientacao"]}, list_source="periodicos.xlsx"))

    p = people("w026", 6)
    mail("w026", "request", "outlook", ADM, "Palestra suspensa", "2029-05-09 16:12",
         ["Nádia, boa tarde!", "Enviar por e-mail aos inscritos  (CSV anexo) :", T("Comunicamos que a palestra \"Finanças depois da aposentadoria\", de 16 de maio, está suspensa. Desconsidere o convite enviado na semana passada; a nova data será comunicada por este mesmo canal."), "Obrigado!"], sig=S_VINI,
         att=[f("inscritos_financas.csv", csv(mails_of(p, ("nome", "e-mail"))))], traps=["'suspensa' and 'desconsidere' belong to the message, not to a request"], why="It asks for a sending.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Palestra suspensa", recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="inscritos_financas.csv"))

    p = people("w027", 7)
    mail("w027", "request", "owa", FIN, "Conta não aberta no banco novo", "2029-05-10 13:25",
         ["Nádia, preciso que vá por e-mail para os 12 aposentados da planilha, são exatamente 12, o banco confirmou.", "Assunto: Abra a sua conta até 18/05", "Texto:", T("Prezado(a) aposentado(a), o banco informa que a sua conta ainda não foi aberta. Compareça a uma agência até 18/05/2029 para não receber com atraso."), "obrigada"], sig=S_LARISSA,
         att=[f("sem conta.xlsx", xlsx({"Plan1": mails_of(p, ("Aposentado", "E-mail"))}))], traps=["twelve announced and stressed, seven in the list"], why="The list and the words disagree and the number is stressed: ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Abra a sua conta até 18/05", recipients=7, rejected=0, duplicates=0, missing=["recipients_confirm"], dispatch=False, accept={"recipients": [None], "category": ["orientacao"]}, list_source="sem conta.xlsx"))

    p = people("w028", 3)
    mail("w028", "request", "android-outlook", OTAVIO, "WhatsApp - certidão pronta", "2029-05-11 17:22",
         ["Nádia, manda no whats desses três aquele aviso de certidão que a gente usava na Prefeitura, por favor", "\n".join(f"{x.name} {x.phone(i)}" for i, x in enumerate(p)), "Obrigado"],
         traps=["text only by reference to an older notice", "recipients typed one a line with phone"], why="The text is not in the mail: ask.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=3, rejected=0, duplicates=0, missing=["message_text"], dispatch=False, accept={"category": [None, "orientacao", "atendimento"]}, list_source="body"))

    p = people("w029", 6)
    mail("w029", "request", "roundcube", COM, "Pesquisa: como foi o seu atendimento?", "2029-05-14 10:40",
         ["Bom dia!", "Segue para envio por e-mail a quem está no CSV. O título é: Como foi o seu atendimento?", "Conteúdo:",
          T("Olá!\n\nVocê foi atendido(a) pelo Ipreville em abril. Conte para nós:\n\n- o tempo de espera\n- a clareza das informações\n- o que podemos melhorar\n\nLeva dois minutos: https://opiniao.ipreville.example/abril\n\nObrigado por ajudar a construir o Instituto!"), "Abs,"], sig=S_YAGO,
         att=[f("atendidos_abril.csv", csv(mails_of(p, ("nome", "email")), sep=",", enc="utf-8"))], traps=["list of points and a link", "'O título é' instead of 'Assunto'", "the message thanks at its end"], why="Everything is stated.",
         want=dict(channel=["email"], audience="specific", area="comunicacao", category="pesquisa", message_subject="Como foi o seu atendimento?", recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="atendidos_abril.csv"))

    mail("w030", "request", "outlook", CESAR, "WhatsApp geral - vacina", "2029-05-15 09:18",
         ["Prezada Nádia,", "Favor enviar por WhatsApp a todos os segurados o cartaz anexo, com a legenda:", T("Vacinação contra a gripe no saguão do Ipreville: de 21 a 25 de maio, das 9h às 15h. Traga a carteirinha."), "Atenciosamente,"], sig=S_CESAR3, logo=True,
         traps=["a poster is announced but only the signature logo is attached"], why="The picture did not come.",
         want=dict(channel=["whatsapp"], audience="general", area="pericia-medica", category="evento", missing=["media"], dispatch=False, accept={"category": ["orientacao", "institucional", "atendimento"]}))

    p = people("w031", 5)
    mail("w031", "request", "outlook", MARLISE, "Portarias de maio", "2029-05-16 17:03",
         ["Nádia,", "Deixo com você o e-mail aos novos aposentados da planilha, mas só pode ir depois que o Diário Oficial publicar as portarias. Eu te ligo no dia. Assunto: Sua aposentadoria foi publicada", T("Prezado(a) segurado(a), a portaria da sua aposentadoria foi publicada no Diário Oficial. O primeiro pagamento será feito no mês seguinte ao da publicação."), "Obrigada,"], sig=S_MARLISE3,
         att=[f("portarias maio.xlsx", xlsx({"Plan1": mails_of(p, ("Segurado", "E-mail"))}))], traps=["a condition that only the requester can declare fulfilled"], why="Not before her word: no date can be told.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Sua aposentadoria foi publicada", recipients=5, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, accept={"missing": [["send_at"], []], "category": ["orientacao", "pagamento"]}, list_source="portarias maio.xlsx"))

    p = people("w032", 7)
    mail("w032", "request", "ios-outlook", KELI, "Contracheque de maio com erro de impressão", "2029-05-21 11:37",
         ["Nádia, pode mandar por e-mail pro pessoal da planilha?", T("O contracheque de maio saiu com o nome do banco antigo. O valor está correto e o crédito foi feito no banco novo. Não é preciso fazer nada."), "Obrigada!"], att=[f("contracheques.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["asked as a question", "no explicit subject"], why="Short and clear.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Contracheque de maio com erro de impressão", recipients=7, rejected=0, duplicates=0, dispatch=True, list_source="contracheques.xlsx"))

    mail("w033", "request", "iphone", HELGA, "Nota de pesar", "2029-05-22 07:58",
         ["Nádia, envie por WhatsApp a todos os segurados, por favor:", T("O Ipreville lamenta o falecimento da servidora aposentada Hortênsia Valmórbida, primeira diretora da escola municipal. O velório será hoje, na Capela São José, até as 16h.")],
         traps=["no signature but the line of the phone", "'hoje' belongs to the text"], why="Short and clear.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="institucional", dispatch=True))

    p = people("w034", 6)
    mail("w034", "request", "outlook", PERICIA, "WhatsApp - perícias de 12/06", "2029-06-05 14:29",
         ["Prezada Nádia,", "Solicito o envio por WhatsApp, amanhã às 8h, aos seis periciandos da planilha:", T("A sua perícia de 12 de junho foi antecipada para 11 de junho (segunda-feira), no mesmo horário. Se não puder comparecer, ligue para (47) 3290-0040."), "Cordialmente,"], sig=S_NELI,
         att=[f("pericias 12-06.xlsx", xlsx({"Junho": [["Periciando", "Celular", "CPF"]] + [[x.name, x.phone(i + 3), x.cpf] for i, x in enumerate(p)]}))], traps=["'amanhã às 8h' schedules", "dates of the text are no schedule", "CPF column"], why="Goes tomorrow at eight.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=6, rejected=0, duplicates=0, send_at="2029-06-06T08:00", never_forward_columns=["CPF"], dispatch=True, list_source="pericias 12-06.xlsx"))


    p = people("w075", 6)
    t75 = "Comunicamos que o arquivo de prontuários antigos foi transferido da Prefeitura para o Ipreville. Quem precisar de certidão de tempo anterior a 1998 deve solicitá-la no protocolo da nova sede."
    body = ["Senhora Assessora,", "Solicito enviar por e-mail aos servidores da relação anexa.", "Assunto: Certidões anteriores a 1998", "Texto:", t75, "Atenciosamente,", "Odila T. Bortoluzzi"]
    mail("w075", "request", "winmail", PREV, "Arquivo de prontuários", "2029-06-06 09:20", body, plain_only=True, att=[f("winmail.dat", tnef("Arquivo de prontuários", "\r\n\r\n".join(body), [("Relação prontuários.xlsx", xlsx({"Plan1": mails_of(p, ("Servidor", "E-mail"))}))]))],
         traps=["the list is inside winmail.dat (TNEF)"], why="Outlook rich-text mail; the list must be taken out of TNEF.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="orientacao", message_subject="Certidões anteriores a 1998", message_text=t75, recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["atendimento"]}, list_source="winmail.dat/Relação prontuários.xlsx"))


def answers():
    p = people("w035", 11)
    mail("w035", "reply-to-request", "outlook", SOLANGE, "RES: [AR-2029-0045] Falta a lista de destinatários", "2029-03-05 15:12", ["Nádia, desculpe a demora, agora vai a relação."], sig=S_SOL3, logo=True, reply_to="ack45",
         quoted=ask("AR-2029-0045", "Falta a lista de destinatários", "2029-03-05 09:15", SOLANGE, "Prezada Solange,\n\nPara concluir o envio AR-2029-0045 falta a lista de destinatários. Responda a este e-mail anexando a planilha."),
         att=[f("primeira senha.xlsx", xlsx({"Plan1": mails_of(p[:10], ("Servidor", "E-mail")) + [[p[10].name, "sem e-mail"], [p[3].name, p[3].email]]}))], traps=["protocol in the subject", "one without address, one twice"], why="Completes the open request.",
         want=dict(area="gerencia-administrativa", recipients=10, rejected=1, duplicates=1, relates_to="AR-2029-0045", effect="completes", dispatch=True, list_source="primeira senha.xlsx"))
    mail("w036", "reply-to-request", "outlook", PREV, "RES: Memorando 07/2029 - envio de e-mail aos interessados", "2029-03-06 09:02", ["Senhora Assessora,", "Em aditamento ao memorando abaixo, retificamos: onde se lê \"até 30/03/2029\", leia-se \"até 06/04/2029\".", "Respeitosamente,"], sig=S_ODILA, reply_to="w001",
         quoted=own(PREV, "2029-03-06 08:50", "Memorando 07/2029 - envio de e-mail aos interessados", ["MEMORANDO Nº 07/2029 – GEPREV", "Senhora Assessora,", "Cumprimentando-a, solicitamos o envio, por correio eletrônico, da comunicação transcrita abaixo [...]"]), traps=["correction twelve minutes after the request: may already be sent", "must not become a second request"], why="Correction of w001.",
         want=dict(area="gerencia-previdencia", relates_to="w001", effect="corrects", dispatch=False))
    mail("w037", "reply-to-request", "ios-outlook", OTAVIO, "RES: Tempo rural - resultado da análise", "2029-03-16 12:20", ["por e-mail, por favor"], reply_to="w009", quoted=dict(AUTO, at="2029-03-16 11:07", to=OTAVIO, subject="RES: Tempo rural - resultado da análise", body=["Otávio, a mensagem deve seguir por e-mail ou por WhatsApp?"]),
         traps=["few words answer the question", "the quoted question names both channels"], why="Channel given: e-mail.", want=dict(channel=["email"], area="gerencia-previdencia", relates_to="w009", effect="completes", dispatch=True))
    mail("w038", "reply-to-request", "gmail", BIANCA, "Re: [AR-2029-0043] Solicitação recebida", "2029-03-02 10:02", ["Maravilha, Nádia, obrigada!! 👏"], sig=["Bianca Raulino", "Comunicação"], reply_to="ack43", quoted=ack(43, "Conheça o seu novo Instituto", "2029-03-02 09:01", BIANCA), traps=["praise is no approval"], why="Thanks only.",
         want=dict(area="comunicacao", relates_to="AR-2029-0043", effect="thanks", dispatch=False))
    mail("w039", "reply-to-request", "outlook", CESAR, "RES: [AR-2029-0041] Solicitação recebida", "2029-03-06 16:31", ["Nádia, boa tarde.", "O call center já devolveu o resultado da convocação? A junta precisa saber quem não recebeu."], sig=S_CESAR3, reply_to="ack41", quoted=ack(41, "Convocação para a junta médica de março", "2029-03-01 09:40", CESAR), traps=["asks, does not request a new sending"], why="Answer with the state of AR-2029-0041.",
         want=dict(area="pericia-medica", relates_to="AR-2029-0041", effect="status-question", dispatch=False))
    t40 = "Prezado(a) segurado(a), a partir de maio de 2029 o seu benefício será pago pelo novo banco. Abra a sua conta em qualquer agência até 20/04/2029."
    mail("w040", "reply-to-request", "owa", KELI, "AR-2029-0044 - texto revisado", "2029-03-06 09:40", ["Nádia, a pedido do Jair, este é o texto definitivo do AR-2029-0044 (substitui o que ele mandou):", T(t40, "curly"), "Lista e canais iguais."], sig=S_KELI,
         traps=["no In-Reply-To, other sender of the same area, protocol in the subject", "has a message text but is no new request", "request waits for approval: it must be asked again"], why="Replaces the text of a pending request.",
         want=dict(area="gerencia-financeira", message_text=t40, relates_to="AR-2029-0044", effect="corrects", dispatch=False))
    x = people("w015", 4)[2]
    mail("w041", "reply-to-request", "outlook", MARLISE, "RES: Exigência – certidão de casamento atualizada", "2029-03-23 14:05", [f"Nádia, retire da lista {x.name}, que já entregou a certidão. Os demais permanecem."], sig=S_MARLISE3, reply_to="w015",
         quoted=own(MARLISE, "2029-03-23 13:48", "Exigência – certidão de casamento atualizada", ["Nádia, boa tarde.", "Solicito o envio por e-mail, aos requerentes do quadro abaixo, do seguinte texto: [...]"]), traps=["removes one recipient; not a cancellation"], why="Correction of the list of w015.", want=dict(area="gerencia-previdencia", relates_to="w015", effect="corrects", dispatch=False))
    mail("w042", "reply-to-request", "owa", FIN, "RES: Conta não aberta no banco novo", "2029-05-10 15:16", ["Oi Nádia, respondendo:", "- A planilha tem 7 nomes e o texto fala em 12. Qual vale?", ("color", [("p", "Vale a planilha, 7. Os outros 5 abriram a conta ontem.")], "#0070C0")], sig=S_LARISSA, reply_to="w027",
         quoted=dict(AUTO, at="2029-05-10 13:31", to=FIN, subject="RES: Conta não aberta no banco novo", body=["Prezada Larissa,", "A planilha tem 7 nomes e o texto fala em 12. Qual vale?"]),
         traps=["the answer stands under the repeated question, marked by colour"], why="Confirms the list of w027: release it.", want=dict(area="gerencia-financeira", relates_to="w027", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("w043", "reply-to-request", "roundcube", "Tainá Grando <envios@callcenter.example>", "Re: [AR-2029-0048] Pacote para envio por WhatsApp", "2029-03-02 15:38", ["Boa tarde,", "Na planilha de vocês há 158 linhas, mas o texto cita um formulário que não veio junto. Podem nos mandar o arquivo ou seguimos sem ele?"], sig=S_TAINA, auth="ext", reply_to="cc48", quoted=pack(48, "2029-03-02 15:10", 158),
         traps=["from the call center but no report, though it names a number", "the quoted text contains the word 'relatório'"], why="The call center needs a decision: alert a person.", want=dict(relates_to="AR-2029-0048", effect="question", dispatch=False))
    mail("w044", "reply-to-request", "outlook", HELGA, "RES: [AR-2029-0044] Para aprovação: Novo banco pagador", "2029-03-06 17:25", ["Nádia, está bom, mas antes de enviar inclua os endereços das duas agências do centro. Sem isso vai dar confusão."], sig=S_HELGA3, reply_to="ok44", quoted=preview(44, "Novo banco pagador", "2029-03-06 11:00", "642 destinatários, e-mail e WhatsApp"), traps=["conditional approval: must not release the text as it stands"], why="Change first; dispatch must be false.",
         want=dict(area="gabinete", relates_to="AR-2029-0044", effect="corrects", dispatch=False, accept={"class": ["approval"], "effect": ["rejects"]}))
    mail("w045", "approval", "iphone", HELGA, "Re: [AR-2029-0046] Para aprovação: Guarda de documentos na transição", "2029-03-05 21:14", ["Aprovado"], reply_to="ok46", quoted=preview(46, "Guarda de documentos na transição", "2029-03-05 16:20", "44 destinatários, e-mail"), traps=["'Aprovado' instead of the proposed word", "the quoted text contains both APROVO and NÃO APROVO"], why="Approver's own words approve.",
         want=dict(area="gabinete", relates_to="AR-2029-0046", dispatch=True))
    mail("w046", "approval", "owa", GAB, "RES: [AR-2029-0049] Para aprovação: Novo endereço da sede", "2029-03-07 09:10", ["Nádia, a Presidente leu no meu computador e disse que aprova."], sig=S_LEONICE, reply_to="ok49", quoted=preview(49, "Novo endereço da sede", "2029-03-06 14:00", "todos os segurados, WhatsApp"), traps=["the secretary reports the approval; her address is in the area but not among the approvers"], why="Consent, but not by an approver: nothing may go out.",
         want=dict(area="gabinete", relates_to="AR-2029-0049", dispatch=False, accept={"class": ["reply-to-request"]}))
    mail("w047", "approval", "outlook", HELGA, "RES: [AR-2029-0049] Para aprovação: Novo endereço da sede", "2029-03-07 11:32", ["De acordo. Podem enviar na segunda-feira, dia 12, pela manhã.", "Att.,"], sig=S_HELGA3, logo=True, reply_to="ok49", quoted=preview(49, "Novo endereço da sede", "2029-03-06 14:00", "todos os segurados, WhatsApp"), traps=["approval with a schedule: Monday the 12th", "after the secretary's word"], why="Approved, to go on Monday, not now.",
         want=dict(area="gabinete", relates_to="AR-2029-0049", send_at="2029-03-12", dispatch=True))
    mail("w048", "cancellation", "outlook", FIN, "RES: Margem consignável", "2029-03-21 09:31", ["Nádia, por gentileza, não envie o e-mail abaixo. O limite será recalculado."], sig=S_ARMINDO, reply_to="w012",
         quoted=own(FIN, "2029-03-21 09:05", "Margem consignável", ["Nádia, bom dia.", "Peço enviar por e-mail aos servidores da planilha. Assunto: Margem consignável – novo limite [...]"]), traps=["cancels a request that came in twice: both copies", "no protocol"], why="Cancel; nothing may go out.", want=dict(area="gerencia-financeira", relates_to="w012", dispatch=False, accept={"relates_to": ["w012", "w013"]}))
    mail("w049", "cancellation", "android-outlook", ADM, "palestra de finanças", "2029-05-09 16:40", ["Nádia, cancela aquele e-mail da palestra de finanças que te pedi agora, o palestrante confirmou e ela vai acontecer no dia 16 mesmo!", "Vinícius"], traps=["new thread, no protocol, no In-Reply-To: found by area and subject"], why="Refers to w026, of 28 minutes before.", want=dict(area="gerencia-administrativa", relates_to="w026", dispatch=False))
    mail("w050", "cancellation", "outlook", PERICIA, "RES: [AR-2029-0050] Solicitação recebida", "2029-03-05 09:20", ["Nádia,", "Pedimos sustar este envio junto ao call center. A mudança de consultório ficou para abril.", "Grata,"], sig=S_NELI, reply_to="ack50", quoted=ack(50, "Mudança de consultório da perícia", "2029-03-05 08:25", PERICIA), traps=["already at the call center: needs a cancel message there"], why="Cancellation after the package left.", want=dict(area="pericia-medica", relates_to="AR-2029-0050", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-generated")]
    m2, m7 = ACKS["m42"], ACKS["m47"]
    s2, s7 = "Migração dos processos para o Ipreville", "Posse do primeiro Conselho"
    r = people("w051", 3)
    mail("w051", "delivery-receipt", "receipt", MSX, "Retransmitido: " + s2, "2029-03-01 14:43:11", [], to=[PRESID], headers=auto + [("In-Reply-To", f"<{m2}>")], envelope="",
         raw_root=dsn("w051", "A entrega a estes destinatários ou grupos foi concluída, mas o servidor de destino não enviou uma notificação de entrega:\n\n" + "\n\n".join(x.email for x in r) + f"\n\nAssunto: {s2}\n", [(x.email, "relayed", "2.0.0", None) for x in r], "2029-03-01 14:41", m2, html="<p>A entrega foi concluída, mas o servidor de destino não enviou uma notificação de entrega.</p>", subject=s2),
         traps=["'relayed' is not 'delivered'", "three recipients in one DSN"], why="Relay to the requesting area.", want=dict(relates_to="AR-2029-0042", receipt={"action": "relayed", "recipients": [x.email for x in r]}))
    r = people("w052", 1)[0]
    mail("w052", "delivery-receipt", "receipt", "postmaster@mail.example <postmaster@mail.example>", "Entregue: " + s7, "2029-03-02 11:23:40", [], to=[PRESID], auth="ext", envelope="", headers=auto + [("In-Reply-To", f"<{m7}>")],
         raw_root=dsn("w052", f"Sua mensagem foi entregue aos seguintes destinatários:\n\n{r.name} ({r.email})\n\nAssunto: {s7}\n", [(r.email, "delivered", "2.1.5", None)], "2029-03-02 11:21", m7, mta="mx.mail.example", subject=s7), traps=["outside postmaster"], why="Delivered.", want=dict(relates_to="AR-2029-0047", receipt={"action": "delivered", "recipients": [r.email]}))
    r = people("w053", 1)[0]
    mail("w053", "delivery-receipt", "receipt", MSX, "Não é possível entregar: " + s7, "2029-03-02 11:24:05", [], to=[PRESID], headers=auto, envelope="",
         raw_root=dsn("w053", f"Falha na entrega a estes destinatários ou grupos:\n\n{r.email}\nA caixa de correio do destinatário está cheia e não pode aceitar mensagens agora.\n\nInformações de diagnóstico para administradores:\n\nServidor de origem: GV1P152MB0031.BRAP152.PROD.OUTLOOK.EXAMPLE\n", [(r.email, "failed", "5.2.2", "552 5.2.2 mailbox full")], "2029-03-02 11:21", m7, html="<p>Falha na entrega a estes destinatários</p>", subject=s7),
         traps=["linked only by the returned headers"], why="NDR: tell the area.", want=dict(relates_to="AR-2029-0047", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("w054", 1)[0]
    mail("w054", "delivery-receipt", "receipt", "Mail Delivery Subsystem <mailer-daemon@correio.example>", "Delivery Status Notification (Delay)", "2029-03-02 15:02:30", [], to=[PRESID], auth="none", envelope="", headers=auto,
         raw_root=dsn("w054", f"Your message to {r.email} has been delayed. We will retry for 40 more hours.\n\nThe response was: 421 4.4.2 Connection timed out\n", [(r.email, "delayed", "4.4.2", "421 4.4.2 Connection timed out")], "2029-03-01 14:41", m2, mta="mx1.correio.example", subject=s2), traps=["English, subject without the original subject", "delay is not final"], why="Delay notice.",
         want=dict(relates_to="AR-2029-0042", receipt={"action": "delayed", "recipients": [r.email]}))
    r = people("w055", 1)[0]
    mail("w055", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Lida: " + s2, "2029-03-03 08:16:10", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", f"<{m2}>")],
         raw_root=mdn("w055", f"Sua mensagem\n\n   Para: {r.name}\n   Assunto: {s2}\n   Enviada: quinta-feira, 1 de março de 2029 14:40:00\n\nfoi lida em sábado, 3 de março de 2029 08:15:48.\n", r.email, m2, "manual-action/MDN-sent-manually; displayed"), traps=["a notice from an insured person's program is no answer"], why="MDN 'displayed'.",
         want=dict(relates_to="AR-2029-0042", receipt={"action": "read", "recipients": [r.email]}))
    p = people("w056", 37)
    st = ["lida"] * 15 + ["entregue"] * 16 + ["falhou (sem WhatsApp)"] * 4 + ["falhou (número inválido)"] * 2
    mail("w056", "call-center-report", "roundcube", "Tainá Grando <envios@callcenter.example>", "Re: [AR-2029-0041] Pacote para envio por WhatsApp", "2029-03-07 09:14", ["Bom dia! Segue o relatório do envio, já finalizado."], sig=S_TAINA, auth="ext", reply_to="cc41", quoted=pack(41, "2029-03-01 10:05", 37),
         att=[f("relatorio_0041.xlsx", xlsx({"Envios": [["Nome", "Telefone", "Status"]] + [[x.name, x.e164, s] for x, s in zip(p, st)]}))], traps=["one line a contact; read messages are also delivered ones"], why="In thread, with protocol.",
         want=dict(relates_to="AR-2029-0041", report={"complete": True, "sent": 37, "delivered": 31, "read": 15, "failed": 6}))
    mail("w057", "call-center-report", "outlook", "Patrícia Zandonai <patricia.zandonai@callcenter.example>", "Resultado do disparo de prova de vida", "2029-03-05 11:26", ["Olá, Nádia,", "Resultado do disparo de prova de vida de 02/03:", ("table", [["Situação", "Quantidade"], ["Enviadas", "158"], ["Entregues", "146"], ["Não entregues", "12"]]), "Qualquer dúvida, à disposição."], sig=["Patrícia Zandonai", "Supervisão | Elo Atendimento"], auth="ext",
         traps=["no protocol, other address of the company, new thread", "figures in a table of the body"], why="Only AR-2029-0048 went on 02/03 with 158 contacts.",
         want=dict(relates_to="AR-2029-0048", report={"complete": True, "sent": 158, "delivered": 146, "read": None, "failed": 12}))
    mail("w058", "call-center-report", "roundcube", "Tainá Grando <envios@callcenter.example>", "Re: [AR-2029-0043] Pacote para envio por WhatsApp", "2029-03-02 18:47", ["Boa noite,", "Parcial de hoje: 1.800 mensagens enviadas de um total de 3.127, com 1.655 entregues e 145 falhas. O restante sai amanhã."], sig=S_TAINA, auth="ext", reply_to="cc43", quoted=pack(43, "2029-03-02 09:15", "3.127"), traps=["figures in running text with thousands points", "partial: do not close the request"], why="Partial report.",
         want=dict(relates_to="AR-2029-0043", report={"complete": False, "sent": 1800, "delivered": 1655, "read": None, "failed": 145}))
    mail("w059", "call-center-report", "webmail", "Elo Disparos (não responder) <noreply@disparos.callcenter.example>", "[AR-2029-0043] Campanha concluída", "2029-03-05 10:30", ["Campanha: AR-2029-0043", "Situação: concluída", "Enviadas: 3.127\nEntregues: 2.890\nLidas: 1.702\nFalhas: 237", "Mensagem automática, não responda."], auth="ext", headers=[("Auto-Submitted", "auto-generated")], traps=["Auto-Submitted and noreply, yet a report and no auto-reply", "complete after the partial one"], why="Completes AR-2029-0043.",
         want=dict(relates_to="AR-2029-0043", report={"complete": True, "sent": 3127, "delivered": 2890, "read": 1702, "failed": 237}))
    mail("w076", "call-center-report", "gmail", "Patrícia Zandonai <patricia.zandonai@callcenter.example>", "retorno", "2029-03-06 08:52", ["Bom dia, Nádia! Retorno de ontem:", "Enviadas 94\nEntregues 88\nFalhas 6"], sig=["Patrícia"], to=[NADIA, ASSESSORIA], auth="ext", traps=["one-word subject; only the number 94 and the day link it"], why="94 contacts, sent on 05/03: AR-2029-0051.",
         want=dict(relates_to="AR-2029-0051", report={"complete": True, "sent": 94, "delivered": 88, "read": None, "failed": 6}))
    mail("w060", "auto-reply", "outlook", JAIR, "Resposta automática: [AR-2029-0044] Solicitação recebida", "2029-03-05 10:12", ["Estou em curso na capital até sexta-feira. Para solicitar envios aos segurados ou informações da folha, procure Keli Borba."], irt=ACKS["ack44"], headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-replied")], traps=["contains 'solicitar envios' and comes from an area"], why="Out of office.",
         want=dict(area="gerencia-financeira", relates_to="AR-2029-0044", accept={"area": [None], "relates_to": [None]}))
    mail("w061", "auto-reply", "gmail", "Noeli Sartori <noeli.sartori@mail.example>", "Resposta automática: " + s7, "2029-03-02 11:25", ["Olá! Estou viajando e volto dia 20. Se for urgente, fale com minha filha pelo telefone."], to=[PRESID], auth="ext", irt=m7, headers=[("Auto-Submitted", "auto-replied")], traps=["from an insured person, in reply to the mass mail"], why="Vacation responder.", want=dict(relates_to="AR-2029-0047", accept={"relates_to": [None]}))
    mail("w062", "auto-reply", "roundcube", "Sindicato dos Municipários <contato@sindicato.example>", "Re: " + s2 + " [#88231]", "2029-03-01 14:44", ["Recebemos a sua mensagem e abrimos o chamado #88231. Nossa equipe responderá em até 3 dias úteis."], to=[PRESID], auth="ext", irt=m2, headers=[("Auto-Submitted", "auto-replied")], traps=["ticket system: looks like a reply, with a number of its own"], why="Automatic acknowledgement.", want=dict(relates_to="AR-2029-0042", accept={"relates_to": [None]}))


def others():
    s2, s7 = "Migração dos processos para o Ipreville", "Posse do primeiro Conselho"
    q2 = dict(PRES, at="2029-03-01 14:40", to="undisclosed-recipients:;", subject=s2, body=["Prezado(a) segurado(a),", "O seu processo passou para o Ipreville e tem novo número..."])
    q7 = dict(PRES, at="2029-03-02 11:20", to="undisclosed-recipients:;", subject=s7, body=["Prezados,", "Tomou posse o primeiro Conselho Administrativo do Ipreville..."])
    mail("w063", "insured-reply", "gmail", "Ivanir Colussi <ivanir.colussi@correio.example>", "Re: " + s2, "2029-03-01 20:05", ["Boa noite, entrei no portal e não achei o número novo do meu processo. Preciso levar tudo de novo?"], to=[PRESID], auth="ext", reply_to="m42", quoted=q2, traps=["arrives at presidente@, must reach the area that asked"], why="Two-way contact: forward to Gerência de Previdência.", want=dict(relates_to="AR-2029-0042"))
    mail("w064", "insured-reply", "yahoo", "Arlindo Matté <arlindo.matte@provedor.example>", "Re: " + s7, "2029-03-02 16:33", ["Favor retirar o meu e-mail da relação de vocês, não quero mais estas mensagens. Grato."], to=[PRESID], auth="ext", reply_to="m47", quoted=q7, traps=["an opt-out, not a correction by an area"], why="Opt-out: register and forward.", want=dict(relates_to="AR-2029-0047", opt_out=True))
    mail("w065", "insured-reply", "samsung", "Zenaide Perin <zenaide.perin@webmail.example>", "prova de vida", "2029-04-03 07:31", ["bom dia mando a foto do meu documento pra prova de vida pois nao consigo ir ai estou acamada. Zenaide Perin"], auth="ext", att=[f("20290403_072811.jpg", image("JPEG"))], traps=["sends a document photo on her own initiative; no thread", "subject equals a category"], why="From an insured person; never sent on to the call center.",
         want=dict(category="prova-de-vida", relates_to=None, accept={"class": ["unrelated"], "category": [None], "relates_to": ["AR-2029-0048"]}))
    mail("w066", "insured-reply", "outlook", "Nilso Fávero <nilso.favero@mail.example>", "RES: " + s7, "2029-03-03 10:18", ["Parabéns aos empossados. Peço que repassem aos demais segurados, por e-mail, o convite para a assembleia da nossa associação, dia 24, às 15h, no salão paroquial."], to=[PRESID], auth="ext", reply_to="m47", quoted=q7, traps=["an insured person asks for a mass sending: no area, must not be dispatched"], why="Reply of an insured person; forward to the Council.",
         want=dict(relates_to="AR-2029-0047", accept={"class": ["unauthorized"]}))
    p = people("w067", 4)
    mail("w067", "unauthorized", "owa", "Marlise Kühnen <marlise.kuhnen@ipreville-gov.example>", "E-mail urgente aos aposentados", "2029-04-04 07:12",
         ["Nádia, envie por e-mail agora cedo aos aposentados da planilha. Assunto: Validação de benefício", T("Prezado(a) aposentado(a), valide o seu benefício em http://ipreville-validar.example com CPF e senha do banco, sob pena de bloqueio.", "curly"), "Obrigada,"], sig=S_MARLISE3, auth="ext", att=[f("aposentados abril.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["lookalike domain, display name and signature of a real manager, DKIM of its own domain passes"], why="Domain is not the institute's; text is a phishing text.", want=dict(reason="lookalike domain", accept={"reason": [None]}))
    mail("w068", "unauthorized", "outlook", JAIR, "WhatsApp a todos - taxa do novo cartão", "2029-04-12 05:48", ["Nádia,", "Solicito enviar por WhatsApp a todos os segurados:", T("O cartão do novo banco já foi emitido. Para recebê-lo em casa, pague a taxa de R$ 27,90 pelo Pix 00000000000."), "Att.,"], sig=S_JAIR3, auth="fail", envelope="news@srv77.example",
         headers=[("X-MS-Exchange-Organization-AuthAs", "Internal"), ("Authentication-Results", "mx.ipreville.example; dkim=pass header.d=ipreville.example; spf=pass; dmarc=pass")], traps=["exact address of the department; SPF and DMARC fail", "forged headers further down: only the topmost ones count"], why="Authentication failed.", want=dict(reason="dmarc fail", accept={"reason": [None]}))
    mail("w069", "unauthorized", "gmail-app", "Solange F. <sol.fiedler71@mail.example>", "aviso p/ os cedidos", "2029-03-17 20:09", ["Nádia, é a Solange, tô sem o e-mail do trabalho. Manda por WhatsApp pros servidores cedidos que a reunião de segunda foi cancelada. Bjs"], auth="ext", traps=["perhaps really Solange, but from an unknown private address"], why="Identity not proven: hold and ask her at her work address.", want=dict(reason="personal address of an employee", accept={"reason": [None]}))
    mail("w070", "unauthorized", "outlook", "Crédito Serrano <convenios@creditoserrano.example>", "Solicitação de contatos dos aposentados", "2029-04-24 14:55", ["Prezados,", "Conforme tratativas com a diretoria sobre o novo convênio, solicitamos a planilha de contatos (nome, telefone e matrícula) dos aposentados, para iniciarmos a divulgação.", "Cordialmente,"], sig=["Departamento de Convênios", "Crédito Serrano"], auth="ext", traps=["'conforme tratativas com a diretoria'"], why="Stranger asks for the contact list; nothing may leave.",
         want=dict(reason="third party asks for personal data", accept={"class": ["unrelated"], "reason": [None]}))
    mail("w071", "unrelated", "webmail", "Rede RPPS <boletim@rederpps.example>", "Boletim: censo, prova de vida e WhatsApp nos RPPS", "2029-03-13 06:30", ["Nesta edição: como novos institutos organizam o censo previdenciário e o envio de mensagens aos segurados.", "Leia em https://rederpps.example/boletim", "Para não receber mais, acesse https://rederpps.example/sair"], auth="ext", traps=["full of the domain's words"], why="Newsletter.")
    mail("w072", "unrelated", "outlook", "Financeiro Elo Atendimento <financeiro@callcenter.example>", "NF 1180 e relatório de consumo - março/2029", "2029-04-05 11:08", ["Prezados,", "Segue a nota fiscal de março, com o relatório de consumo (3.343 mensagens).", "Vencimento: 20/04/2029."], sig=["Faturamento", "Elo Atendimento"], auth="ext", att=[f("NF_1180.pdf", pdf(["Nota fiscal 1180"])), f("consumo_marco.xlsx", xlsx({"Consumo": [["Data", "Mensagens"], ["01/03/2029", 37], ["02/03/2029", 3285], ["05/03/2029", 21]]}))], traps=["from the call center, with 'relatório', figures and an xlsx, but an invoice"], why="Invoice: not the report of one sending.")
    mail("w073", "unrelated", "owa", GAB, "Reunião: fluxo dos pedidos de e-mail e WhatsApp", "2029-03-28 10:30", ["Nádia, a Presidente quer conversar com você e com a Bianca sobre o fluxo dos pedidos de e-mail e WhatsApp. Pode ser quinta, às 10h, no gabinete?", "Obrigada,"], sig=S_LEONICE, traps=["an area names both channels, but it is a meeting"], why="Office matter.", want=dict(area="gabinete", accept={"area": [None]}))
    mail("w074", "unrelated", "outlook", ADM, "Ponto facultativo de 1º de junho", "2029-05-25 16:20", ["Colegas,", "Informamos que no dia 1º de junho, sexta-feira, não haverá expediente. O registro de ponto será ajustado pela Gestão de Pessoas.", "Atenciosamente,"], sig=S_VINI, to=["Todos Ipreville <todos@ipreville.example>"], traps=["internal circular from an area: a notice, but to the staff"], why="Addressed to todos@; no request.", want=dict(area="gerencia-administrativa", accept={"area": [None]}))
