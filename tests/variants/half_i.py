"""Half i: the winter of 2026 seen from phones and webmail - a young office, curt notes beside stiff ones, by a hand that wrote none of the others."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2026-0501", "gerencia-previdencia", "otavio.bressan@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Cartão de identificação do aposentado", "2026-07-06T09:25", 87),
    request("AR-2026-0502", "gerencia-financeira", "financeiro@ipreville.example", ["email"], "specific", "sent", "Coparticipação do plano de saúde", "2026-07-06T14:40", 655),
    request("AR-2026-0503", "comunicacao", "bianca.raulino@ipreville.example", ["whatsapp"], "general", "waiting-report", "Aplicativo novo: faça o seu login", "2026-07-07T10:05", 5012),
    request("AR-2026-0504", "pericia-medica", "pericia@ipreville.example", ["whatsapp"], "specific", "waiting-data", "Perícias da segunda quinzena de julho", "", None, ["recipients"]),
    request("AR-2026-0505", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["email"], "specific", "waiting-data", "pedido da Solange", "", 44, ["message_subject"]),
    request("AR-2026-0506", "conselho-administrativo", "conselhoadm@ipreville.example", [], "specific", "waiting-data", "Seminário de governança", "", 16, ["channel"]),
    request("AR-2026-0507", "gabinete", "gabinete@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Atendimento por vídeo: como agendar", "", 5012),
    request("AR-2026-0508", "gerencia-previdencia", "previdencia@ipreville.example", ["email"], "specific", "waiting-approval", "Revisão de proventos de 2019", "", 134),
    request("AR-2026-0509", "controle-interno", "controleinterno@ipreville.example", ["email"], "specific", "waiting-approval", "Declaração de bens dos gestores", "", 38),
    request("AR-2026-0510", "gerencia-financeira", "keli.borba@ipreville.example", ["whatsapp"], "specific", "waiting-window", "Mensalidade da associação descontada em dobro", "", 73),
    request("AR-2026-0511", "conselho-fiscal", "valdemar.stein@webmail.example", ["email"], "specific", "sent", "Reunião de julho do Conselho Fiscal", "2026-07-08T16:10", 240),
    request("AR-2026-0512", "pericia-medica", "lenita.hostin@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Perícia por telessaúde", "2026-07-09T08:50", 31),
    request("AR-2026-0513", "gerencia-administrativa", "administrativo@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Estacionamento fechado para reforma", "2026-07-09T13:30", 168),
    request("AR-2026-0514", "comunicacao", "comunicacao@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Perfil falso no Instagram", "", 5012),
    request("AR-2026-0515", "gerencia-financeira", "jair.demarchi@ipreville.example", ["email"], "specific", "waiting-data", "Devolução de contribuição paga a maior", "", 62, ["recipients_confirm"]),
]
ACKS = {f"ack{n}": f"ar-2026-{n}.ack@ipreville.example" for n in ("0501", "0502", "0504", "0505", "0506", "0510", "0512", "0515")} | {f"cc{n}": f"ar-2026-{n}.cc@ipreville.example" for n in ("0501", "0503", "0512", "0513")} | {f"ok{n}": f"ar-2026-{n}.ok@ipreville.example" for n in ("0507", "0508", "0509", "0514")} | {f"{n}m": f"ar-2026-{n}.mail1@ipreville.example" for n in ("0502", "0511")}
NATAN = "Natan Weege <natan.weege@saude.ipreville.example>"
RAISSA = "Raíssa Cabral <raissa.cabral@callcenter.example>"
S_LUAN = ["Luan Siebert", "Atendimento previdenciário | Ipreville", "(47) 3400-0016"]
S_KAUANE = ["Kauane Fritzke", "Estagiária – Gerência de Previdência"]
S_YASMIN = ["Yasmin Hobus", "Assistente financeira", "Gerência Financeira – Ipreville", "(47) 3400-0027"]
S_CAIQUE = ["Caíque Brehm", "Folha de pagamento", "Gerência Financeira"]
S_THAINA = ["Thainá Lorenz", "Eventos e convivência", "Gerência Administrativa"]
S_MILENA = ["Milena Eggert", "Agenda da Perícia Médica", "(47) 3400-0045"]
S_NATAN = ["Natan Weege", "Fisioterapeuta | Saúde do Servidor"]
S_LARISSA = ["Larissa Brandl", "Analista de Controle Interno", "Integridade e Transparência"]
S_RUAN = ["Ruan Starke", "Secretaria dos Conselhos"]
S_INGRID = ["Ingrid Tamanini", "Secretária do Conselho Fiscal"]
S_PEDRO = ["Pedro Henrique Gaulke", "Assessor – Gabinete da Presidência", "(47) 3400-0003"]
S_DUDA = ["Duda Hinkel", "Social media | Comunicação Ipreville"]
S_VINI = ["Vini Rosumek", "Design e vídeo – Comunicação"]
S_RAISSA = ["Raíssa Cabral", "Customer Success", "Elo Atendimento"]
S_JONATAS = ["Jonatas Meira", "Operações | Elo Atendimento"]
LGPD = "AVISO: o conteúdo deste e-mail é destinado exclusivamente ao seu destinatário. Se o recebeu por engano, cancele-o e avise-nos. Dados pessoais tratados conforme a LGPD."


def by_mail(p, head=("Nome", "E-mail")):
    return [list(head)] + [[x.name, x.email] for x in p]


def by_phone(p, head=("Nome", "WhatsApp"), k=0):
    return [list(head)] + [[x.name, x.phone(i + k)] for i, x in enumerate(p)]


def ack(protocol, subject, at, to):
    return ask(protocol, subject, at, to, f"Olá! O seu pedido foi registrado com o número {protocol}.\n\nAvisaremos aqui mesmo quando houver novidade.")


def preview(protocol, subject, at, who):
    return ask(protocol, f"Para aprovação: {subject}", at, HELGA, f"Segue a prévia do envio {protocol} ({who}). Responda APROVO para liberar ou NÃO APROVO para devolver à área.")


def mails():
    IDS.update(ACKS)
    plain_requests()
    tricky_requests()
    answers()
    notices()
    people_outside()


def plain_requests():
    p = people("i001", 8)
    mail("i001", "request", "owa", PREV, "carteira digital - e-mail p/ os 8", "2026-07-13 08:42",
         ["Oi, Nádia! Tudo bem?", "Consegue mandar um e-mail pros 8 aposentados da planilha? O assunto é \"Sua carteira digital já está liberada\" e o texto é esse:",
          T("Olá!\n\nA sua carteira digital de aposentado(a) já está liberada no aplicativo do Ipreville.\n\nPara abrir, entre no aplicativo, toque em \"Meus documentos\" e depois em \"Carteira\". A versão de plástico continua valendo até dezembro de 2026.\n\nSe aparecer alguma mensagem de erro, responda a este e-mail com uma foto da tela.\n\nEquipe da Previdência"), "Valeu demais!"], sig=S_LUAN,
         att=[f("carteira digital.xlsx", xlsx({"Plan1": by_mail(p)}))], traps=["'responda a este e-mail com uma foto' is message text", "the text ends with the team's name, the mail with a person of it"], why="Everything is said.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="orientacao", message_subject="Sua carteira digital já está liberada", recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"category": ["atendimento", "andamento", "institucional"]}, list_source="carteira digital.xlsx"))

    p = people("i002", 11)
    rows = [["BENEFICIARIO", "MATRICULA", "TELEFONE"]] + [[x.name, x.matricula, x.phone(i)] for i, x in enumerate(p[:9])] + [[p[9].name, p[9].matricula, p[9].landline()], [p[10].name, p[10].matricula, p[10].phone8()], [p[2].name, p[2].matricula, p[2].phone(7)]]
    bank = "Prezado(a) segurado(a), o crédito de julho foi devolvido pelo seu banco por conta encerrada. Informe uma nova conta na Gerência Financeira do Ipreville, pessoalmente ou pelo telefone (47) 3400-0020, até 24/07, para que o pagamento seja refeito ainda neste mês."
    dev = csv(rows)
    mail("i002", "request", "outlook", KELI, "Solicitação de envio – créditos devolvidos", "2026-07-14 10:18",
         ["Prezada Nádia,", "Solicito o envio, por meio de mensagem de WhatsApp, aos beneficiários constantes do arquivo anexo, do comunicado que segue:", T(bank, "indent"), "Certa de sua habitual atenção, agradeço antecipadamente.", "Atenciosamente,"], sig=S_KELI, logo=True, disc=LGPD, att=[f("devolvidos_julho.csv", dev)],
         traps=["the same person at both ends of the list in two spellings", "landline", "number without the ninth digit", "'cancele-o' in the disclaimer"], why="Ten usable numbers, one landline, one repeated.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", recipients=10, rejected=1, duplicates=1, dispatch=True, accept={"category": ["recadastramento", "andamento"]}, list_source="devolvidos_julho.csv"))

    mail("i003", "request", "iphone", COM, "dia dos avós!!", "2026-07-24 09:31",
         ["Bom diaa, Nádia! Post dos avós pronto 🥰 é whats pra toda a base, domingo 26/07 às 8h, com a arte que tá em anexo. Legenda:", T("Avó e avô é quem ensina a gente a esperar o bolo esfriar. 💛\n\nO Ipreville deseja um feliz Dia dos Avós a todas as nossas aposentadas, aposentados e pensionistas!"), "Bjs da Duda"],
         att=[f("avos_2026_final.jpg", image("JPEG", (240, 240)))], traps=["'Post' for a message", "weekday and date agree", "the requester signs in her closing line, the phone after it"], why="General, with a picture, on Sunday.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="institucional", attachments_to_send=["avos_2026_final.jpg"], send_at="2026-07-26T08:00", dispatch=True))

    p = people("i004", 6)
    mail("i004", "request", "owa", CI, "canal de integridade", "2026-07-15 14:07",
         ["Nádia, boa tarde.", "Por favor, enviar por e-mail o texto abaixo aos pontos focais de cada unidade:", "\n".join(f"{x.name} - {x.email}" for x in p), "Assunto: Canal de integridade: novo formulário", "Mensagem:",
          T("Prezados pontos focais,\n\nO formulário do canal de integridade mudou. A partir de 3 de agosto:\n\n- o relato pode ser anônimo;\n- o prazo de resposta passa a ser de 20 dias;\n- cada unidade indica um substituto.\n\nA indicação do substituto deve chegar ao Controle Interno até 31 de julho.\n\nControle Interno"), "Grata,"], sig=S_LARISSA,
         traps=["list typed in the body, one a line", "a list with bullets inside the text"], why="Six typed addresses; all is stated.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="orientacao", message_subject="Canal de integridade: novo formulário", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["prestacao-de-contas", "institucional", "atendimento"]}, list_source="body"))

    p = people("i005", 7)
    slots = [("04/08", "8h"), ("04/08", "8h30"), ("04/08", "9h"), ("05/08", "13h"), ("05/08", "13h30"), ("06/08", "10h"), ("06/08", "10h30")]
    rows = [["Nome", "CPF", "WhatsApp", "Dia", "Hora"]] + [[x.name, x.cpf, (p[5] if i == 6 else x).phone(i), d, h] for i, (x, (d, h)) in enumerate(zip(p, slots))]
    mail("i005", "request", "outlook", PERICIA, "Agenda da perícia – início de agosto – WhatsApp", "2026-07-28 11:25",
         ["Bom dia, Nádia!", "Segue a agenda da primeira semana de agosto. Mandar pelo WhatsApp, trocando o que está entre chaves pelos dados de cada linha:",
          T("Olá, {NOME}! A sua perícia está marcada para {DIA}, às {HORA}, na sede do Ipreville, 2º andar.\n\nTraga documento com foto e os exames dos últimos seis meses. Se não puder vir, ligue para (47) 3400-0045 com dois dias de antecedência."), "Os dois últimos são casados e usam o mesmo celular, pode mandar as duas mensagens.", "Obrigada!"], sig=S_MILENA,
         att=[f("agenda 04 a 06-08.xlsx", xlsx({"Agenda": rows}))], traps=["a couple shares a phone: two messages", "CPF column", "placeholders in curly braces"], why="Seven messages, each with its own data.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=7, rejected=0, duplicates=0, per_person=True, placeholders=["NOME", "DIA", "HORA"], never_forward_columns=["CPF"], dispatch=True, list_source="agenda 04 a 06-08.xlsx"))

    mail("i006", "request", "outlook", GAB, "Comunicado geral – feriado de 7 de setembro", "2026-09-01 15:40",
         ["Senhora Assessora,", "De ordem da Senhora Diretora-Presidente, solicito a divulgação do comunicado abaixo a todos os segurados, via WhatsApp, na quinta-feira, 3 de setembro, às 10 horas.",
          T("O Ipreville informa que não haverá expediente na segunda-feira, 7 de setembro, feriado nacional. O atendimento volta ao normal na terça-feira, 8 de setembro, às 8h. Em caso de falecimento de segurado, ligue para o plantão: (47) 98800-0001.", "box"), "Atenciosamente,"], sig=S_PEDRO, logo=True, disc=D2,
         traps=["three dates in the mail, only one is that of the sending"], why="General, scheduled.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", send_at="2026-09-03T10:00", dispatch=True, accept={"category": ["institucional"]}))

    p = people("i007", 8)
    rows = [["Pensionista", "E-mail", "Celular"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p[:5])] + [[p[5].name, p[5].email, ""], [p[6].name, "", p[6].phone(2)], [p[7].name, "—", "—"]]
    mail("i007", "request", "owa", FIN, "plano de saúde: quem mudou de faixa", "2026-07-20 09:55",
         ["Nádia, bom dia!", "Preciso avisar as pessoas dessa planilha por e-mail E por WhatsApp (mesmo texto pros dois, quem só tem um recebe por um). No e-mail o título é: Plano de saúde – mudança de faixa etária", "segue o texto:",
          T("Prezado(a) pensionista,\n\nA partir da folha de agosto, a sua mensalidade do plano de saúde será a da nova faixa etária, conforme o contrato da operadora.\n\nO valor pode ser consultado no Portal do Segurado, em \"Descontos\". Em caso de dúvida, procure a Gerência Financeira.\n\nAtenciosamente,\nGerência Financeira"), "Qualquer coisa tô no ramal."], sig=S_YASMIN,
         att=[f("mudança de faixa.xlsx", xlsx({"faixa": rows}))], traps=["two channels, one text", "one person has neither contact", "a dash stands for nothing"], why="Seven of eight can be reached.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Plano de saúde – mudança de faixa etária", recipients=7, rejected=1, duplicates=0, recipients_by_channel={"email": 6, "whatsapp": 6}, rejected_by_channel={"email": 2, "whatsapp": 2}, dispatch=True, accept={"category": ["orientacao"]}, list_source="mudança de faixa.xlsx"))

    p = people("i008", 9)
    tx = "Prezado(a) conselheiro(a),\n\nO Conselho Administrativo iniciará, em 10 de agosto, a discussão do planejamento de 2027.\n\nPedimos que cada conselheiro traga:\n\n- duas prioridades da sua área;\n- uma estimativa de custo;\n- o nome de um responsável.\n\nAs contribuições serão reunidas em documento único.\n\nSecretaria dos Conselhos"
    mail("i008", "request", "thunderbird", CADM, "planejamento 2027", "2026-07-21 16:12",
         ["Nádia,", "texto no Word, lista no ODS, envio por e-mail, assunto \"Planejamento de 2027: prepare a sua contribuição\". Não precisa anexar nada na mensagem.", "Obrigado!"], sig=S_RUAN,
         att=[f("texto planejamento.docx", docx(tx.replace("\n\n", "\n").split("\n"))), f("conselheiros e suplentes.ods", ods([["Nome", "Situação", "E-mail"]] + [[x.name, "titular" if i < 5 else "suplente", x.email] for i, x in enumerate(p)]))],
         traps=["text in a .docx", "one sentence holds everything", "'Não precisa anexar nada'"], why="Nine councillors; complete.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="institucional", message_subject="Planejamento de 2027: prepare a sua contribuição", message_text=tx, recipients=9, rejected=0, duplicates=0, dispatch=True, accept={"category": ["evento", "prestacao-de-contas", "orientacao", "pesquisa"]}, list_source="conselheiros e suplentes.ods"))

    p = people("i009", 5)
    mail("i009", "request", "gmail-app", STEIN, "Reunião de agosto do Conselho Fiscal", "2026-08-03 21:48",
         ["Boa noite, Nádia. Por gentileza encaminhar por email, com a pauta em PDF junto, para:", "\n".join(f"{x.name}: {x.email}" + (";" if i < 4 else "") for i, x in enumerate(p)), "Texto:",
          T("Prezados conselheiros,\n\nA nossa reunião de agosto será no dia 19, às 9h, na sala dos conselhos. A pauta segue anexa.\n\nQuem não puder comparecer avise o suplente.\n\nValdemar Stein\nPresidente do Conselho Fiscal"), "Muito grato"], auth="ext", att=[f("Pauta agosto.pdf", pdf(["Pauta", "1. Balancete de junho"]))],
         traps=["outside address that belongs to an area", "the text is signed with the requester's own name", "semicolons after the addresses", "no title stated: the mail's own subject"], why="Five addresses and one file to go along.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Reunião de agosto do Conselho Fiscal", recipients=5, rejected=0, duplicates=0, attachments_to_send=["Pauta agosto.pdf"], dispatch=True, accept={"category": ["evento", "institucional"]}, list_source="body"))

    p = people("i010", 10)
    tx = "Oi! A feira de trocas de inverno vai ser no sábado, 8 de agosto, das 9h ao meio-dia, no pátio do Ipreville.\n\nTraga até cinco peças em bom estado e uma sacola. Livro também vale!"
    mail("i010", "request", "ios-outlook", SOLANGE, "ENC: texto da feira", "2026-07-29 18:03", ["Nádia, manda esse da Thainá no whats pro pessoal da planilha (10 pessoas). Pode ser amanhã às 9h. Obrigada!"], fwd=True,
         quoted=dict(name="Administrativo Ipreville", addr="administrativo@ipreville.example", at="2026-07-29 16:20", to="Solange Fiedler <solange.fiedler@ipreville.example>", subject="texto da feira", body=["Sol, fechei assim:", tx, "Se achar \"Oi\" muito solto, troco por \"Bom dia\". Me avisa!", "Thainá Lorenz\nEventos e convivência"]),
         att=[f("feira de trocas.xlsx", xlsx({"inscritos": by_phone(p)}))], traps=["text between a colleague's words in the forwarded mail", "an offer to change it that nobody took up", "'amanhã às 9h'"], why="The colleague's text as it stands, tomorrow at nine.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-administrativa", category="evento", message_text=tx, recipients=10, rejected=0, duplicates=0, send_at="2026-07-30T09:00", dispatch=True, list_source="feira de trocas.xlsx"))

    p = people("i011", 8)
    mail("i011", "request", "outlook", FIN, "Envio por e-mail – guia de recolhimento (cedidos)", "2026-08-04 08:33",
         ["Prezados,", "Encaminhamos a relação dos servidores cedidos sem ônus, para os quais deverá ser expedido e-mail com a guia modelo em anexo (o PDF vai junto; a planilha é interna).", "Assunto do e-mail: Contribuição de servidor cedido – vencimento em 14/08", "Teor do e-mail:",
          T("Prezado(a) servidor(a) cedido(a),\n\nA contribuição referente a julho vence em 14 de agosto de 2026. A guia modelo, com as instruções de preenchimento, está anexa a este e-mail.\n\nO recolhimento fora do prazo sofre multa de 2%.\n\nAtenciosamente,\n\nGerência Financeira\nInstituto de Previdência", "hr"), "Permanecemos à disposição."], sig=S_CAIQUE,
         att=[f("Guia modelo.pdf", pdf(["Guia de recolhimento"])), f("cedidos.xls", xls([["Cedidos sem ônus - agosto", None], ["Servidor", "E-mail"]] + [[x.name, x.email] for x in p]))], traps=["title row above the header of an old .xls", "rulers around the text", "'a planilha é interna'"], why="Eight addresses, the PDF goes along.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Contribuição de servidor cedido – vencimento em 14/08", recipients=8, rejected=0, duplicates=0, attachments_to_send=["Guia modelo.pdf"], dispatch=True, accept={"category": ["orientacao"]}, list_source="cedidos.xls"))

    p = people("i012", 6)
    mail("i012", "request", "gmail", NATAN, "turma da coluna e postura", "2026-08-05 12:44",
         ["Oie Nádia, td certo?", "pode avisar essa galera aqui no zap?", ("table", [["Nome", "Zap"]] + [[x.name, x.phone8() if i == 2 else x.no_ddd() if i == 4 else x.phone(i)] for i, x in enumerate(p)]), "recado:", T("Bom dia! A turma de coluna e postura começa na segunda-feira, 17 de agosto, às 7h30, na sala de ginástica. Venha de roupa confortável e traga uma toalha."), "brigadão 🙏"], sig=S_NATAN,
         traps=["list in a table of the body above the text", "sender known only by the domain of the area", "one number without area code, one without the ninth digit"], why="Five usable numbers, one not.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="evento", recipients=5, rejected=1, duplicates=0, dispatch=True, accept={"category": ["orientacao", "institucional", "atendimento"]}, list_source="body-table"))

    p = people("i013", 6)
    long = "Prezado(a) pensionista,\n\nPara manter a pensão por morte, é preciso entregar todos os anos a declaração de estado civil.\n\nA sua declaração vence em 31 de agosto de 2026. O formulário está em https://www.ipreville.example/declaracoes e pode ser assinado pelo gov.br.\n\nSem a entrega, o pagamento poderá ser suspenso a partir de outubro.\n\nCordialmente,\nGerência de Previdência"
    short = "Ipreville: a sua declaração de estado civil vence em 31/08. Preencha em https://www.ipreville.example/declaracoes ou venha à sede, das 8h às 14h."
    mail("i013", "request", "outlook", MARLISE, "Declaração de estado civil – dois canais", "2026-08-06 13:52",
         ["Nádia, boa tarde!", "Mesma lista (anexa) para os dois canais, mas com redações diferentes, porque o WhatsApp tem que ser curtinho.", "**E-MAIL** – assunto: Declaração anual de estado civil", T(long, "indent"), "**WHATSAPP**", T(short, "indent"), "Obrigada, querida!"], sig=S_MARLISE,
         att=[f("pensionistas_estado_civil.xlsx", xlsx({"Plan1": [["Nome", "E-mail", "Celular"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]}))], traps=["one text per channel, marked by bold headings", "'suspenso' is message"], why="Two texts for the same six people.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Declaração anual de estado civil", message_text=long, message_text_by_channel={"email": long, "whatsapp": short}, recipients=6, rejected=0, duplicates=0, recipients_by_channel={"email": 6, "whatsapp": 6}, rejected_by_channel={"email": 0, "whatsapp": 0}, dispatch=True, accept={"category": ["orientacao", "prova-de-vida", "pagamento"]}, list_source="pensionistas_estado_civil.xlsx"))

    p = people("i014", 7)
    mail("i014", "request", "owa", ADM, "retirada dos certificados", "2026-08-10 10:09",
         ["Oi Nádia! Enviar por e-mail, por favor, pros da lista anexa. Assunto: Seu certificado chegou. O texto colei no fim, depois da assinatura (o webmail poe ela no meio e nao deixa mexer, desculpa)", "Wesley Pabst\nApoio administrativo\n(47) 3400-0033",
          T("Olá!\n\nO certificado da oficina de finanças pessoais já pode ser retirado na sala da convivência, das 9h às 16h.\n\nQuem mora longe pode pedir a versão em PDF pelo e-mail convivencia@ipreville.example.\n\nParabéns pela conclusão!")],
         att=[f("concluintes.xlsx", xlsx({"Plan1": by_mail(p, ("Aluno(a)", "email"))}))], traps=["the text stands below the signature", "an address inside the text is no recipient"], why="The mail says where the text is.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Seu certificado chegou", recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["atendimento", "institucional", "orientacao"]}, list_source="concluintes.xlsx"))

    mail("i015", "request", "apple", BIANCA, "Áudio da presidente", "2026-08-12 17:20",
         ["Nádia, boa tarde!", "Conforme conversamos na reunião de pauta, segue o áudio que a Helga gravou para os aposentados e pensionistas. Vai para toda a lista de WhatsApp, hoje mesmo, com esta mensagem antes do áudio:", T("A nossa diretora-presidente, Helga Tiedt, gravou um recado sobre o novo aplicativo. São dois minutinhos: aperte o play e escute até o fim! 🎧", "curly"), "Um beijo,"], sig=S_BIANCA,
         att=[f("recado da presidente.m4a", mp4().replace(b"ftypisom", b"ftypM4A "), type="audio/mp4")], traps=["an audio file WhatsApp takes as it is", "curly quotes are not part of the text", "Helga is named, but approves nothing here"], why="General, with an audio file.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="institucional", attachments_to_send=["recado da presidente.m4a"], dispatch=True, accept={"category": ["orientacao", "atendimento"], "send_at": [None, "2026-08-12"]}))

    p = people("i016", 4)
    mail("i016", "request", "samsung", OTAVIO, "4 pra avisar", "2026-08-13 11:58", ["Nadia, manda whats pra esses 4 pfv", "\n".join(f"{x.name} {x.phone([2, 6, 7, 1][i])}" for i, x in enumerate(p)), "texto: ", T("Faltou um documento no seu pedido de aposentadoria: a ficha funcional da prefeitura. Envie pelo aplicativo ou traga ao balcão 3 até 28/08.")],
         traps=["numbers typed beside the names, four spellings", "no closing but the phone's line"], why="Four people, text after 'texto:'.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=4, rejected=0, duplicates=0, dispatch=True, list_source="body"))

    p = people("i017", 7)
    mail("i017", "request", "roundcube", CFIS, "Pesquisa com ex-conselheiros", "2026-08-14 19:05",
         ["Prezada Nádia,", "Espero que esta mensagem a encontre bem. Como deve ser do seu conhecimento, o Conselho Fiscal deliberou, em sua última reunião ordinária, por escutar aqueles que nos antecederam, a fim de colher subsídios para a revisão do nosso regimento, tarefa que nos tomará todo o segundo semestre. Assim sendo, e já agradecendo a presteza de sempre, solicito que o convite abaixo seja remetido por correio eletrônico aos ex-conselheiros (relação compactada em anexo).", "Título do e-mail: Ajude a melhorar o Conselho Fiscal", "Corpo:",
          T("Caro(a) ex-conselheiro(a),\n\nEstamos ouvindo quem já passou pelo Conselho Fiscal. São seis perguntas, e as respostas não são identificadas.\n\nResponda até 4 de setembro em https://pesquisa.ipreville.example/cf.\n\nCom gratidão,\nConselho Fiscal do Ipreville", "quote"), "Atenciosamente,"], sig=S_INGRID,
         att=[f("ex-conselheiros.zip", zipped([("ex-conselheiros.xlsx", xlsx({"Plan1": by_mail(p)}))]))], traps=["the list is in a zip", "'não são identificadas'"], why="Seven former councillors.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="pesquisa", message_subject="Ajude a melhorar o Conselho Fiscal", recipients=7, rejected=0, duplicates=0, dispatch=True, list_source="ex-conselheiros.zip/ex-conselheiros.xlsx"))

    p, q = people("i018a", 8), people("i018b", 5)
    mail("i018", "request", "outlook", ROSMERI, "Exame periódico - whatsapp", "2026-08-18 08:50",
         ["Bom dia, Nádia.", "Na planilha há duas abas. Usar somente a aba \"Faltam\"; a aba \"Feitos\" é de quem já fez o exame. Canal WhatsApp. Mensagem:", T("Você ainda não fez o exame periódico deste ano. Agende pelo aplicativo, em \"Saúde\", ou pelo telefone (47) 3400-0042, até 11 de setembro.", "straight"), "Grata"], sig=S_ROSMERI,
         att=[f("periodico 2026.xlsx", xlsx({"Feitos": by_phone(p), "Faltam": by_phone(q, k=3)}))], traps=["the first sheet is the wrong one, the mail says so", "straight quotes around the text, others inside it"], why="Five people of the second sheet.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="periodico 2026.xlsx#Faltam"))

    mail("i019", "request", "iphone", COM, "fake news do fgts", "2026-08-19 07:36", ["Nádia, bom dia! Urgente, se puder soltar agora cedo no whats pra todo mundo:", T("🚨 É FALSA a mensagem que diz que aposentados do Ipreville têm FGTS retido para sacar.\n\nO Ipreville não pede senha, não cobra taxa e não manda link de saque. Recebeu? Apague e não encaminhe. Na dúvida, ligue: (47) 3400-0001.")],
         traps=["'não encaminhe', 'Apague' are message text", "no closing, the phone signs"], why="General alert, at once.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="alerta", dispatch=True))

    p = people("i020", 12)
    mail("i020", "request", "owa", PREV, "previdência complementar – aviso por e-mail", "2026-08-20 14:15",
         ["Olá, Nádia,", "Peço por gentileza o envio por e-mail para os servidores novos (12, na planilha).", "Assunto: Previdência complementar: decida até 30 de setembro", T("Prezado(a) servidor(a),\n\nQuem entrou no serviço público municipal em 2026 pode aderir à previdência complementar com contrapartida do Município.\n\nA decisão deve ser comunicada ao Ipreville até 30 de setembro de 2026. Depois dessa data, a adesão ainda é possível, mas sem o valor retroativo.\n\nSimule a sua contribuição no Portal do Servidor.\n\nAtenciosamente,\nIpreville"), "Atenciosamente,"], sig=S_KAUANE,
         att=[f("ingressos 2026.xlsx", xlsx({"Plan1": [["Matrícula", "Servidor", "Lotação", "E-mail"]] + [[x.matricula, x.name, ["Saúde", "Educação", "Obras"][i % 3], x.email] for i, x in enumerate(p)]}))], traps=["the text and the mail close with the same word", "no marker between the subject line and the text"], why="Twelve addresses, as announced.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="orientacao", message_subject="Previdência complementar: decida até 30 de setembro", recipients=12, rejected=0, duplicates=0, dispatch=True, accept={"category": ["pagamento", "recadastramento"]}, list_source="ingressos 2026.xlsx"))

    p = people("i021", 9)
    mail("i021", "request", "owa", PREV, "RES: textos dos dependentes", "2026-08-21 09:12",
         ["Oi! Saiu finalmente 😅 pode mandar hoje por e-mail, lista em anexo, assunto \"CPF dos dependentes\":", T("Prezado(a) segurado(a),\n\nO cadastro do seu dependente está sem CPF. Desde julho de 2026, o número é obrigatório em qualquer idade.\n\nInforme o CPF pelo aplicativo, em \"Minha família\", até 18 de setembro."), "bjo"], sig=S_KAUANE, to=[NADIA], irt="7c1e44a0b2f94d6e@ipreville.example",
         quoted=dict(name="Nádia Pruner", addr="nadia.pruner@ipreville.example", at="2026-08-17 16:31", to="Previdência Ipreville <previdencia@ipreville.example>", subject="textos dos dependentes", body=["Kauane, o texto dos dependentes já saiu do forno? Lembra de me dizer se é WhatsApp ou e-mail e de mandar a lista, da outra vez tive que cancelar porque veio a planilha errada."]),
         att=[f("dependentes sem cpf.xlsx", xlsx({"Plan1": by_mail(p)}))], traps=["an answer by thread, the request itself by content", "to Nádia in person", "'WhatsApp', 'cancelar', 'planilha errada' in the quoted mail"], why="A new request with text, list and channel.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="CPF dos dependentes", recipients=9, rejected=0, duplicates=0, dispatch=True, accept={"send_at": [None, "2026-08-21"], "category": ["orientacao"]}, list_source="dependentes sem cpf.xlsx"))

    p = people("i022", 6)
    mail("i022", "request", "zimbra", ADM, "Doação de sangue - aviso pelo WhatsApp", "2026-08-24 11:40",
         ["Nádia, bom dia!", "Para os seis motoristas voluntários da planilha, por WhatsApp:", T("A van para a doação de sangue sai na sexta-feira, 28 de agosto, às 8h15, da porta do Ipreville. Motoristas, cheguem às 7h45 para pegar a chave e a lista de passageiros.", "marks:-- início do texto --|-- fim do texto --"), "Se der pra comfirmar depois quem leu, melhor ainda."], sig=S_THAINA,
         att=[f("motoristas.csv", csv(by_phone(p), sep=",", enc="utf-8", bom=True))], traps=["'a lista de passageiros' is not the list", "marks around the text", "two dates, none of the sending"], why="Six numbers, at once.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-administrativa", category="evento", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional", "orientacao"]}, list_source="motoristas.csv"))


def tricky_requests():
    p = people("i023", 9)
    out = p[3]
    mail("i023", "request", "outlook", KELI, "Comprovante de residência – e-mail", "2026-07-16 09:20",
         ["Nádia, bom dia.", f"Enviar por e-mail a todos da planilha, menos {out.name}, que trouxe o comprovante hoje cedo (não consegui tirar porque o arquivo veio protegido). Assunto: Comprovante de residência pendente", "Texto:", T("Prezado(a),\n\nFalta o seu comprovante de residência para o cadastro do salário-família. Envie uma foto legível em resposta a este e-mail até 31 de julho.\n\nGerência Financeira"), "Cordialmente,"], sig=S_KELI,
         att=[f("pendentes comprovante.xlsx", xlsx({"Plan1": by_mail(p)}))], traps=["one person of the list is excepted by name in the mail"], why="Nine rows less one. Who cannot leave her out asks; sending to all nine is the error.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="recadastramento", message_subject="Comprovante de residência pendente", recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"rejected": [0, 1], "dispatch": [True, False], "missing": [[], ["recipients_confirm"]], "category": ["pagamento", "andamento", "orientacao"]}, list_source="pendentes comprovante.xlsx"))

    p = people("i024", 6)
    mail("i024", "request", "android-outlook", JAIR, "avisar o pessoal do adiantamento", "2026-07-17 16:44", ["Nádia, avisa os 6 da planlha por favor:", T("O adiantamento de férias pedido em junho foi negado por falta de saldo. Para pedir revisão, procure a Gerência Financeira em até dez dias."), "abs Jair"],
         att=[f("adiantamento negado.xlsx", xlsx({"Plan1": [["Nome", "Celular", "E-mail"]] + [[x.name, x.phone(i), x.email] for i, x in enumerate(p)]}))], traps=["the channel is never said; the list serves both"], why="E-mail or WhatsApp: ask.",
         want=dict(channel=[], audience="specific", area="gerencia-financeira", category="pagamento", missing=["channel"], dispatch=False, accept={"recipients": [None, 6], "rejected": [None, 0], "duplicates": [None, 0], "message_subject": [None, "avisar o pessoal do adiantamento", "adiantamento"], "category": ["andamento"], "missing": [["channel"], ["channel", "message_subject"]]}, list_source="adiantamento negado.xlsx"))

    p = people("i025", 7)
    mail("i025", "request", "samsung", OTAVIO, "whats prova de vida agosto", "2026-08-03 08:14", ["Bom dia Nadia! segue a lista de agosto da prova de vida. manda no whats aquele texto de sempre q vc ja tem"], att=[f("PV agosto.xlsx", xlsx({"ago": by_phone(p)}))],
         traps=["'aquele texto de sempre': the text is not in the mail"], why="Which text is a thing to ask.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="prova-de-vida", recipients=7, rejected=0, duplicates=0, missing=["message_text"], dispatch=False, accept={"category": [None]}, list_source="PV agosto.xlsx"))

    p = people("i026", 12)
    mail("i026", "request", "outlook", PREV, "Compensação financeira entre regimes – e-mail", "2026-07-22 10:30",
         ["Prezada Nádia,", "Encaminho a planilha com os 21 segurados que averbaram tempo do INSS, aos quais deve ser enviado o e-mail a seguir. Por favor, conferir se os 21 recebem, porque há prazo legal.", "Assunto: Tempo do INSS – autorização", T("Prezado(a) segurado(a),\n\nPara concluir a compensação do seu tempo de INSS, precisamos da sua autorização assinada. O termo está no Portal do Segurado, em \"Requerimentos\".\n\nPrazo: 14 de agosto de 2026.", "box"), "Atenciosamente,"], sig=S_LUAN,
         att=[f("comprev.xlsx", xlsx({"Plan1": by_mail(p)}))], traps=["21 announced and stressed, 12 in the list"], why="Nine people are missing: ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Tempo do INSS – autorização", recipients=12, rejected=0, duplicates=0, missing=["recipients_confirm"], dispatch=False, accept={"recipients": [None, 12], "category": ["orientacao", "recadastramento"]}, list_source="comprev.xlsx"))

    mail("i027", "request", "owa", COM, "concurso de fotos no whats", "2026-07-27 15:02", ["Nádia, boa tarde! O card do concurso tá anexado, é WhatsApp pra toda a base, pode ir hoje. O texto que acompanha:", T("📷 Concurso de fotos \"Minha Joinville\"! Veja no card como participar e mande a sua foto até 21 de agosto. As dez melhores viram calendário."), "Valeuuu"], sig=S_VINI,
         traps=["the card is announced twice and is not there"], why="The picture did not come, and the text leans on it.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="evento", missing=["media"], dispatch=False, accept={"category": ["institucional"], "send_at": [None, "2026-07-27"]}))

    p = people("i028", 5)
    mail("i028", "request", "outlook", CESAR, "Mutirão odontológico", "2026-08-05 09:47", ["Nádia, bom dia,", "Agendar para quinta-feira, dia 12/08, às 9h, no WhatsApp dos cinco da lista:", T("Lembrete: o seu atendimento no mutirão odontológico é amanhã, às 8h, no ônibus da saúde em frente ao Ipreville. Traga a carteira do SUS."), "Obrigado."], sig=S_CESAR,
         att=[f("mutirao odonto.xlsx", xlsx({"Plan1": by_phone(p)}))], traps=["12/08/2026 is a Wednesday", "the text says 'amanhã': the day matters"], why="Weekday and date contradict each other.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="evento", recipients=5, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, accept={"category": ["pericia", "orientacao", "atendimento"]}, list_source="mutirao odonto.xlsx"))

    p = people("i029", 6)
    mail("i029", "request", "owa", "Ouvidoria Ipreville <ouvidoria@ipreville.example>", "Manifestações respondidas", "2026-08-06 10:21", ["Bom dia, tudo bem?", "Podem enviar por e-mail às pessoas da planilha? Assunto: Sua manifestação foi respondida", T("Olá!\n\nA sua manifestação à Ouvidoria foi respondida. Para ler a resposta, entre no sistema com o número de protocolo que você recebeu.\n\nSe ficou alguma dúvida, você tem dez dias para pedir complemento.\n\nOuvidoria do Ipreville"), "Obrigado!"], sig=["Murilo Zoz", "Ouvidoria"],
         att=[f("manifestações julho.xlsx", xlsx({"Plan1": by_mail(p)}))], traps=["internal and authenticated, but the Ouvidoria is in no area"], why="The area must be asked.",
         want=dict(channel=["email"], audience="specific", area=None, category="atendimento", message_subject="Sua manifestação foi respondida", recipients=6, rejected=0, duplicates=0, missing=["area"], dispatch=False, accept={"category": ["andamento", "orientacao", "institucional"]}, list_source="manifestações julho.xlsx"))

    mail("i030", "request", "ios-outlook", LENITA, "aviso p/ readaptados", "2026-08-11 07:22", ["Nádia, bom dia! Manda por WhatsApp, por favor, pros readaptados. Compartilhei a lista contigo no OneDrive: https://ipreville-my.sharepoint.example/:x:/g/EbT4readap2026", "Texto:", T("A avaliação anual dos servidores readaptados começa em 1º de setembro. Aguarde o contato da Perícia com o seu dia e horário; não é preciso ligar.")],
         traps=["the list is behind a cloud link", "the link is not part of the text"], why="The list did not come with the mail.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", missing=["recipients"], dispatch=False, accept={"category": ["orientacao"]}))

    mail("i031", "request", "outlook", GAB, "Relatório de gestão – ampla divulgação por e-mail", "2026-08-17 13:30", ["Senhora Assessora,", "Solicito encaminhar por e-mail, à generalidade dos segurados deste Instituto, com o assunto \"Relatório de gestão do primeiro semestre\", o que segue:", T("Prezados segurados,\n\nO relatório de gestão do primeiro semestre de 2026 está publicado no Portal da Transparência do Ipreville, com os resultados dos investimentos e o número de benefícios concedidos.\n\nBoa leitura!", "guillemets"), "Respeitosamente,"], sig=S_PEDRO, logo=True,
         traps=["everybody by e-mail: there is no such list"], why="No general e-mail list: ask for it.",
         want=dict(channel=["email"], audience="general", area="gabinete", category="prestacao-de-contas", message_subject="Relatório de gestão do primeiro semestre", missing=["recipients"], dispatch=False, accept={"category": ["institucional"]}))

    p = people("i002", 11)
    rows = [["BENEFICIARIO", "MATRICULA", "TELEFONE"]] + [[x.name, x.matricula, x.phone(i)] for i, x in enumerate(p[:9])] + [[p[9].name, p[9].matricula, p[9].landline()], [p[10].name, p[10].matricula, p[10].phone8()], [p[2].name, p[2].matricula, p[2].phone(7)]]
    bank = "Prezado(a) segurado(a), o crédito de julho foi devolvido pelo seu banco por conta encerrada. Informe uma nova conta na Gerência Financeira do Ipreville, pessoalmente ou pelo telefone (47) 3400-0020, até 24/07, para que o pagamento seja refeito ainda neste mês."
    mail("i032", "request", "owa", KELI, "Solicitação de envio – créditos devolvidos", "2026-07-14 11:47", ["Nádia, não recebi confirmação, então mando outra vez pelo webmail (o Outlook está estranho hoje). WhatsApp, mesma planilha:", T(bank)], sig=S_KELI, att=[f("devolvidos_julho.csv", csv(rows))],
         traps=["the same request a second time from another client, in other words"], why="The first copy arrived: i002.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", recipients=10, rejected=1, duplicates=1, duplicate_of="i002", dispatch=False, accept={"class": ["reply-to-request"], "category": ["recadastramento", "andamento"]}, list_source="devolvidos_julho.csv"))

    p = people("i033", 8)
    mail("i033", "request", "owa", CI, "norma de conflito de interesses – deixar no jeito", "2026-08-25 16:55", ["Oi, Nádia!", "Já adianto o material: e-mail aos oito gestores da planilha, assunto \"Norma de conflito de interesses em vigor\". Mas só pode sair depois que a norma for publicada no Diário Oficial; ainda não tem data, eu te dou o sinal.", "Texto:", T("Prezado(a) gestor(a),\n\nEntrou em vigor a norma sobre conflito de interesses. A declaração deve ser preenchida em até 30 dias, no sistema do Controle Interno.\n\nControle Interno"), "Obrigada!"], sig=S_LARISSA,
         att=[f("gestores ci.xlsx", xlsx({"Plan1": by_mail(p)}))], traps=["a condition without a date: 'eu te dou o sinal'", "the text says the norm is in force"], why="Nothing may go before the sign is given.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="orientacao", message_subject="Norma de conflito de interesses em vigor", recipients=8, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, accept={"missing": [["send_at"], []], "category": ["prestacao-de-contas", "institucional", "recadastramento"]}, list_source="gestores ci.xlsx"))

    p = people("i034", 7)
    draft = "A reunião com os novos pensionistas será no dia 16 de setembro, às 14h, no auditório. Traga as suas dúvidas sobre o contracheque e o plano de saúde."
    mail("i034", "request", "zimbra", FIN, "Reunião com pensionistas novos (whatsapp)", "2026-09-02 09:08", ["Nádia, bom dia!", "Mandar no WhatsApp para a lista anexa:", T(draft, "quote"), "Ops: onde está \"14h\" leia-se \"15h30\", o auditório estava reservado. Obrigada e desculpa a bagunça!"], sig=S_YASMIN,
         att=[f("pensionistas novos.xlsx", xlsx({"Plan1": by_phone(p)}))], traps=["the mail corrects its own text afterwards", "text not contiguous"], why="The hour must be changed before it goes; who does not dare asks. The uncorrected text is wrong.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-financeira", category="evento", message_text=draft.replace("14h", "15h30"), recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"message_text": [None], "missing": [[], ["message_text"]], "dispatch": [True, False], "category": ["orientacao", "pagamento", "atendimento"]}, list_source="pensionistas novos.xlsx"))

    a, b = people("i035a", 5), people("i035b", 6)
    ta, tb = "Olá!\n\nA sua turma de inglês para viagem passa a ser às segundas-feiras, às 9h, a partir de 14 de setembro.\n\nProfessora: Karin.", "Olá!\n\nA sua turma de inglês para viagem passa a ser às quintas-feiras, às 15h, a partir de 17 de setembro.\n\nProfessor: Davi."
    mail("i035", "request", "outlook", SOLANGE, "Inglês para viagem: dois e-mails", "2026-09-03 10:50", ["Nádia, bom dia! São dois e-mails, um por turma, cada um para a sua planilha. O assunto é igual nos dois: Novo horário da sua turma de inglês", "1) Turma da segunda (arquivo turma_seg.xlsx)", T(ta), "2) Turma da quinta (arquivo turma_qui.xlsx)", T(tb), "Obrigada!"], sig=S_SOLANGE,
         att=[f("turma_seg.xlsx", xlsx({"Plan1": by_mail(a)})), f("turma_qui.xlsx", xlsx({"Plan1": by_mail(b)}))], traps=["two sendings in one mail, each with its own list"], why="Two parts; to mix them up is the error.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Novo horário da sua turma de inglês", message_text=ta, recipients=11, rejected=0, duplicates=0, dispatch=True, parts=[{"message_text": ta, "recipients": 5, "list_source": "turma_seg.xlsx"}, {"message_text": tb, "recipients": 6, "list_source": "turma_qui.xlsx"}],
                   accept={"message_text": [None, tb], "recipients": [None, 5, 6], "rejected": [None], "duplicates": [None], "dispatch": [True, False], "missing": [[], ["message_text"], ["recipients_confirm"]], "category": ["atendimento", "orientacao"]}))


def answers():
    p = people("i036", 9)
    mail("i036", "reply-to-request", "owa", PERICIA, "RES: [AR-2026-0504] Falta a lista de destinatários", "2026-07-10 09:03", ["oii, esqueci de anexar 🤦‍♀️ agora vai"], sig=S_MILENA, reply_to="ack0504",
         quoted=ask("AR-2026-0504", "Falta a lista de destinatários", "2026-07-10 08:40", PERICIA, "Olá! Para o envio AR-2026-0504 ainda precisamos da lista de destinatários. Basta anexá-la na resposta."),
         att=[f("2a quinzena.xlsx", xlsx({"jul": by_phone(p)[:9] + [[p[8].name, p[8].landline()]]}))], traps=["the list alone", "a landline in it"], why="The list that was asked for.",
         want=dict(area="pericia-medica", recipients=8, rejected=1, duplicates=0, relates_to="AR-2026-0504", effect="completes", dispatch=True))
    mail("i037", "reply-to-request", "iphone", CADM, "Re: [AR-2026-0506] E-mail ou WhatsApp?", "2026-07-10 12:20", ["Email mesmo, eles são da velha guarda rs"], reply_to="ack0506", quoted=ask("AR-2026-0506", "E-mail ou WhatsApp?", "2026-07-10 11:15", CADM, "O envio AR-2026-0506 deve ser feito por e-mail ou por WhatsApp?"),
         traps=["the quoted question names both channels"], why="E-mail.", want=dict(channel=["email"], area="conselho-administrativo", relates_to="AR-2026-0506", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("i038", "reply-to-request", "android-outlook", SOLANGE, "RES: [AR-2026-0505] Qual é o assunto do e-mail?", "2026-07-10 17:32", ["Põe \"Alongamento na praça: venha experimentar\" e manda, por favor."], reply_to="ack0505", quoted=ask("AR-2026-0505", "Qual é o assunto do e-mail?", "2026-07-10 15:50", SOLANGE, "O pedido AR-2026-0505 chegou sem o assunto do e-mail. Qual deve ser?"),
         traps=["the title stands in a sentence"], why="The title that was asked for.", want=dict(message_subject="Alongamento na praça: venha experimentar", area="gerencia-administrativa", relates_to="AR-2026-0505", effect="completes", dispatch=True))
    mail("i039", "reply-to-request", "outlook", JAIR, "RES: [AR-2026-0515] Quantos são os destinatários?", "2026-07-13 09:40", ["São os 62 da planilha, os 58 que escrevi eram do mês passado. Pode seguir."], sig=S_JAIR, reply_to="ack0515", quoted=ask("AR-2026-0515", "Quantos são os destinatários?", "2026-07-13 09:10", JAIR, "O pedido AR-2026-0515 fala em 58 pessoas e a planilha tem 62. Quais devem receber?"),
         traps=["both numbers in the answer, one of them right", "'Pode seguir' by the requester, not by the approver"], why="The list is confirmed: release it.", want=dict(area="gerencia-financeira", relates_to="AR-2026-0515", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("i040", "reply-to-request", "owa", FIN, "RES: plano de saúde: quem mudou de faixa", "2026-07-20 10:03", ["Nádia, espera!! é a partir da folha de SETEMBRO, não de agosto. O resto tá ok."], sig=S_YASMIN, reply_to="i007",
         quoted=dict(name="Financeiro - Ipreville", addr="financeiro@ipreville.example", at="2026-07-20 09:55", to=ASSESSORIA, subject="plano de saúde: quem mudou de faixa", body=["Nádia, bom dia!", "Preciso avisar as pessoas dessa planilha por e-mail E por WhatsApp (mesmo texto pros dois)."]),
         traps=["eight minutes after the request", "'O resto tá ok' approves nothing"], why="A correction of i007.", want=dict(area="gerencia-financeira", relates_to="i007", effect="corrects", dispatch=False))
    r = people("i020", 12)[6]
    mail("i041", "reply-to-request", "owa", PREV, "RES: previdência complementar – aviso por e-mail", "2026-08-20 14:29", [f"Nádia, tira o {r.name} da lista, por favor. Pediu exoneração ontem e o sistema ainda não atualizou."], sig=S_KAUANE, reply_to="i020",
         quoted=dict(name="Previdência Ipreville", addr="previdencia@ipreville.example", at="2026-08-20 14:15", to=ASSESSORIA, subject="previdência complementar – aviso por e-mail", body=["Olá, Nádia,", "Peço por gentileza o envio por e-mail para os servidores novos (12, na planilha)."]),
         traps=["one person is taken out; not a cancellation, not an opt-out"], why="A correction of the list of i020.", want=dict(area="gerencia-previdencia", relates_to="i020", effect="corrects", dispatch=False))
    mail("i042", "reply-to-request", "roundcube", RAISSA, "Re: [AR-2026-0513] Pacote para envio por WhatsApp", "2026-07-09 14:02", ["Oi, Nádia! Aqui é a Raíssa, assumi a conta de vocês 🙂", "No pacote vieram 168 contatos, mas a planilha tem duas colunas de telefone e a segunda parece ser de recado. Podemos ignorar a segunda? Seguramos o disparo até você responder."], sig=S_RAISSA, auth="ext", reply_to="cc0513",
         quoted=dict(AUTO, at="2026-07-09 13:30", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2026-0513] Pacote para envio por WhatsApp", body=["Segue o pacote com 168 contatos. Ao final, enviar o relatório."]), traps=["from the call center with a number of contacts, no report", "'Seguramos o disparo' is no cancellation"], why="A question that a person must answer.",
         want=dict(relates_to="AR-2026-0513", effect="question", dispatch=False))
    mail("i043", "reply-to-request", "iphone", LENITA, "telessaúde", "2026-07-10 06:58", ["Nádia, os 31 da telessaúde receberam o whats ontem? Começo a atender às 8h e queria saber se alguém ficou sem o link"],
         traps=["new thread, no protocol: found by area, channel and number", "asks, requests no sending"], why="How does AR-2026-0512 stand?", want=dict(area="pericia-medica", relates_to="AR-2026-0512", effect="status-question", dispatch=False, accept={"effect": ["question"]}))
    mail("i044", "reply-to-request", "owa", PREV, "RES: [AR-2026-0501] Solicitação recebida", "2026-07-07 08:20", ["Show, obrigado pela rapidez! 👏"], sig=S_LUAN, reply_to="ack0501", quoted=ack("AR-2026-0501", "Solicitação recebida", "2026-07-06 09:15", OTAVIO),
         traps=["another person of the same area", "nothing to do"], why="Courtesy.", want=dict(area="gerencia-previdencia", relates_to="AR-2026-0501", effect="thanks", dispatch=False))
    mail("i045", "reply-to-request", "ios-outlook", HELGA, "RES: [AR-2026-0508] Para aprovação: Revisão de proventos de 2019", "2026-07-13 20:11", ["Aprovado com uma ressalva: tirem a frase que promete pagamento em agosto, isso não está garantido."], reply_to="ok0508", quoted=preview("AR-2026-0508", "Revisão de proventos de 2019", "2026-07-13 15:20", "134 destinatários, e-mail"),
         traps=["'Aprovado', but the text must change first"], why="A reserve: the text must not go as it stands.", want=dict(area="gabinete", relates_to="AR-2026-0508", effect="corrects", dispatch=False, accept={"class": ["approval"]}))
    mail("i046", "reply-to-request", "outlook", HELGA, "RES: [AR-2026-0514] Para aprovação: Perfil falso no Instagram", "2026-07-14 08:25", ["Não aprovo.", "O perfil já foi derrubado ontem à noite; avisar agora só assusta as pessoas. Agradeçam à Duda pelo cuidado.", "Helga"], reply_to="ok0514", quoted=preview("AR-2026-0514", "Perfil falso no Instagram", "2026-07-13 17:00", "todos os segurados, WhatsApp"),
         traps=["refusal with thanks"], why="Refused; back to the area.", want=dict(area="gabinete", relates_to="AR-2026-0514", effect="rejects", dispatch=False))
    # ---------------------------------------------------------------- consent
    mail("i047", "approval", "iphone", HELGA, "Re: [AR-2026-0507] Para aprovação: Atendimento por vídeo: como agendar", "2026-07-13 21:40", ["Ficou ótimo! Pode enviar."], reply_to="ok0507", quoted=preview("AR-2026-0507", "Atendimento por vídeo: como agendar", "2026-07-13 16:10", "todos os segurados, WhatsApp"),
         traps=["other words than the proposed ones"], why="The approver consents.", want=dict(area="gabinete", relates_to="AR-2026-0507", dispatch=True))
    mail("i048", "approval", "outlook", HELGA, "RES: [AR-2026-0509] Para aprovação: Declaração de bens dos gestores", "2026-07-15 11:10", ["De acordo. Enviar na segunda-feira, 20/07, às 8h30.", "Helga Marcon Tiedt"], reply_to="ok0509", quoted=preview("AR-2026-0509", "Declaração de bens dos gestores", "2026-07-15 09:00", "38 destinatários, e-mail"),
         traps=["consent with a date and an hour"], why="Approved for Monday, 20 July.", want=dict(area="gabinete", relates_to="AR-2026-0509", send_at="2026-07-20T08:30", dispatch=True))
    mail("i049", "approval", "owa", PREV, "RES: [AR-2026-0508] Para aprovação: Revisão de proventos de 2019", "2026-07-14 13:37", ["Por nós está aprovado, pode mandar!"], sig=S_LUAN, reply_to="ok0508", quoted=preview("AR-2026-0508", "Revisão de proventos de 2019", "2026-07-13 15:20", "134 destinatários, e-mail"),
         traps=["the area that asked approves its own request", "the approver has made a reserve the day before"], why="Only helga.tiedt@ approves.", want=dict(area="gerencia-previdencia", relates_to="AR-2026-0508", dispatch=False, accept={"class": ["reply-to-request"], "effect": ["question", "completes", "corrects", "thanks"]}))
    # ---------------------------------------------------------------- cancellations
    mail("i050", "cancellation", "iphone", BIANCA, "Re: Áudio da presidente", "2026-08-12 17:26", ["Nádia, aborta!! A Helga quer regravar. Não manda o áudio nem o texto pra ninguém, outro dia te passo tudo de novo"], reply_to="i015",
         quoted=dict(name="Bianca Raulino", addr="bianca.raulino@ipreville.example", at="2026-08-12 17:20", to=ASSESSORIA, subject="Áudio da presidente", body=["Nádia, boa tarde!", "Segue o áudio que a Helga gravou para os aposentados e pensionistas. Vai para toda a lista de WhatsApp, hoje mesmo."]), traps=["'aborta'", "the quoted mail still asks", "a later sending is announced, not asked"], why="The whole of i015 falls.", want=dict(area="comunicacao", relates_to="i015", dispatch=False))
    mail("i051", "cancellation", "gmail", NATAN, "coluna e postura: segura", "2026-08-05 13:20", ["Nádia, segura aquele aviso da turma, não solta não. A sala de ginástica alagou e não vamos começar dia 17. Quando tiver data nova faço outro pedido."], sig=S_NATAN, traps=["new thread, no protocol", "'segura', 'não solta'"], why="i012 shall not go.", want=dict(area="pericia-medica", relates_to="i012", dispatch=False))
    mail("i052", "cancellation", "outlook", KELI, "RES: [AR-2026-0510] Solicitação recebida", "2026-07-10 10:24", ["Prezada Nádia,", "Em virtude de a associação já ter restituído os valores na data de ontem, solicito tornar sem efeito o pedido em referência.", "Atenciosamente,"], sig=S_KELI, disc=LGPD, reply_to="ack0510", quoted=ack("AR-2026-0510", "Solicitação recebida", "2026-07-10 10:20", KELI), traps=["'tornar sem efeito'", "within the minutes before it leaves"], why="AR-2026-0510 is not wanted any more.", want=dict(area="gerencia-financeira", relates_to="AR-2026-0510", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-replied")]
    r = people("i053", 1)[0]
    mail("i053", "delivery-receipt", "receipt", MSX, "Não é possível entregar: Coparticipação do plano de saúde", "2026-07-06 14:43", [], to=[PRESID], headers=auto + [("In-Reply-To", "<ar-2026-0502.mail1@ipreville.example>")], envelope="",
         raw_root=dsn("i053", f"Falha na entrega a estes destinatários ou grupos:\n\n{r.email}\nA caixa de correio do destinatário está cheia e não pode aceitar mensagens agora.\n", [(r.email, "failed", "5.2.2", "554 5.2.2 mailbox full")], "2026-07-06 14:41", "ar-2026-0502.mail1@ipreville.example", html="<p>Falha na entrega</p>", subject="Coparticipação do plano de saúde"),
         traps=["mailbox full, but final"], why="One failure.", want=dict(relates_to="AR-2026-0502", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("i054", 3)
    mail("i054", "delivery-receipt", "receipt", MSX, "Retransmitido: Reunião de julho do Conselho Fiscal", "2026-07-08 16:12", [], to=[PRESID], headers=auto + [("In-Reply-To", "<ar-2026-0511.mail1@ipreville.example>")], envelope="",
         raw_root=dsn("i054", "A entrega para estes destinatários ou grupos foi concluída, mas nenhuma notificação de entrega foi enviada pelo servidor de destino:\n\n" + "\n\n".join(x.email for x in r) + "\n", [(x.email, "relayed", "2.0.0", None) for x in r], "2026-07-08 16:10", "ar-2026-0511.mail1@ipreville.example", html="<p>A entrega foi concluída</p>", subject="Reunião de julho do Conselho Fiscal"),
         traps=["'foi concluída' in words, relayed in truth"], why="Three relayed.", want=dict(relates_to="AR-2026-0511", receipt={"action": "relayed", "recipients": [x.email for x in r]}))
    r = people("i055", 1)[0]
    mail("i055", "delivery-receipt", "receipt", "Mail Delivery System <MAILER-DAEMON@smtp4.provedor.example>", "Delayed Mail (still being retried)", "2026-07-06 18:41", [], to=[PRESID], auth="none", envelope="", headers=auto,
         raw_root=dsn("i055", f"This is the mail system at host smtp4.provedor.example.\n\n####################################################################\n# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\n####################################################################\n\nYour message could not be delivered for more than 4 hour(s).\nIt will be retried until it is 5 day(s) old.\n\n<{r.email}>: connect to mx2.caixa.example[203.0.113.40]:25: Connection timed out\n", [(r.email, "delayed", "4.4.1", "connect to mx2.caixa.example: Connection timed out")], "2026-07-06 14:41", "ar-2026-0502.mail1@ipreville.example", mta="smtp4.provedor.example", subject="Coparticipação do plano de saúde"),
         traps=["a warning, nothing final"], why="Delayed.", want=dict(relates_to="AR-2026-0502", receipt={"action": "delayed", "recipients": [r.email]}))
    r = people("i056", 1)[0]
    mail("i056", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Não lida: Reunião de julho do Conselho Fiscal", "2026-07-12 22:04", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", "<ar-2026-0511.mail1@ipreville.example>")],
         raw_root=mdn("i056", "Sua mensagem\n\n   Para: undisclosed-recipients:\n   Assunto: Reunião de julho do Conselho Fiscal\n   Enviada em: 08/07/2026 16:10\n\nfoi excluída sem ser lida em domingo, 12 de julho de 2026 22:03:51.\n", r.email, "ar-2026-0511.mail1@ipreville.example", "automatic-action/MDN-sent-automatically; deleted"), traps=["deleted unread, by a person's mailbox"], why="Deleted without being read.", want=dict(relates_to="AR-2026-0511", receipt={"action": "deleted-unread", "recipients": [r.email]}))
    r = people("i057", 1)[0]
    mail("i057", "delivery-receipt", "webmail", "Sistema de Correio <postmaster@caixapostal.example>", "Sua mensagem não pôde ser entregue", "2026-07-06 14:52", [f"Olá,\n\nA sua mensagem não foi entregue ao destinatário abaixo, porque a conta não existe ou foi desativada.\n\nDestinatário: {r.email}\nErro: 550 5.1.1 usuário desconhecido", "Cabeçalho da mensagem original:\n\nFrom: presidente@ipreville.example\nSubject: =?UTF-8?Q?Coparticipa=C3=A7=C3=A3o_do_plano_de_sa=C3=BAde?=\nMessage-ID: <ar-2026-0502.mail1@ipreville.example>\nDate: Mon, 6 Jul 2026 14:40:12 -0300", "Não é necessário responder a este aviso."], to=["presidente@ipreville.example"], auth="none", envelope="",
         traps=["plain text in Portuguese, no multipart/report, no In-Reply-To"], why="Failed.", want=dict(relates_to="AR-2026-0502", receipt={"action": "failed", "recipients": [r.email]}))
    # ---------------------------------------------------------------- the call center
    q = dict(AUTO, at="2026-07-07 10:05", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2026-0503] Pacote para envio por WhatsApp", body=["Segue o pacote com 5.012 contatos. Ao final, enviar o relatório."])
    mail("i058", "call-center-report", "roundcube", "Jonatas Meira <envios@callcenter.example>", "Re: [AR-2026-0503] Pacote para envio por WhatsApp", "2026-07-07 18:10", ["Boa noite, Nádia,", "Por causa do limite diário, hoje saíram 2.000 mensagens. Destas, 1.871 foram entregues e 129 falharam. As outras 3.012 saem até quinta."], sig=S_JONATAS, auth="ext", reply_to="cc0503", quoted=q,
         traps=["partial: 3.012 still to go", "thousands points"], why="Not the end.", want=dict(relates_to="AR-2026-0503", report={"complete": False, "sent": 2000, "delivered": 1871, "read": None, "failed": 129}))
    mail("i059", "call-center-report", "roundcube", "Jonatas Meira <envios@callcenter.example>", "Re: [AR-2026-0503] Pacote para envio por WhatsApp", "2026-07-09 19:24", ["Boa noite,", "Concluído! Resumo total da campanha:", ("table", [["Situação", "Qtde."], ["Enviadas", "5.012"], ["Entregues", "4.690"], ["Lidas", "3.118"], ["Não entregues", "322"]]), "Qualquer dúvida estamos por aqui."], sig=S_JONATAS, auth="ext", reply_to="cc0503", quoted=q,
         traps=["table with names in the first column", "the second, final report of one request"], why="Complete.", want=dict(relates_to="AR-2026-0503", report={"complete": True, "sent": 5012, "delivered": 4690, "read": 3118, "failed": 322}))
    p = people("i060", 87)
    st = ["READ"] * 50 + ["DELIVERED"] * 29 + ["FAILED"] * 8
    mail("i060", "call-center-report", "gmail", RAISSA, "cartão do aposentado – finalizado", "2026-07-08 09:15", ["Oi, Nádia! Finalizado o disparo do dia 06. Status de cada contato na planilha 😉"], sig=S_RAISSA, auth="ext", att=[f("export_cartao_0607.xlsx", xlsx({"export": [["name", "phone", "status"]] + [[x.name, "55" + x.ddd + x.local, s] for x, s in zip(p, st)]}))],
         traps=["one row a contact, English states", "new thread without protocol: day and name of the campaign link it"], why="AR-2026-0501: 79 delivered, 50 of them read, 8 failed.", want=dict(relates_to="AR-2026-0501", report={"complete": True, "sent": 87, "delivered": 79, "read": 50, "failed": 8}))
    mail("i061", "call-center-report", "iphone", RAISSA, "Re: [AR-2026-0512] Pacote para envio por WhatsApp", "2026-07-10 11:32", ["Nádia, fechou a telessaúde:\n31 enviadas\n29 entregues\n24 lidas\n2 sem WhatsApp"], auth="ext", reply_to="cc0512",
         quoted=dict(AUTO, at="2026-07-09 08:50", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2026-0512] Pacote para envio por WhatsApp", body=["Segue o pacote com 31 contatos. Ao final, enviar o relatório."]), traps=["figures one a line, number first", "'sem WhatsApp' = failed"], why="Complete.", want=dict(relates_to="AR-2026-0512", report={"complete": True, "sent": 31, "delivered": 29, "read": 24, "failed": 2}))
    mail("i062", "call-center-report", "webmail", "Elo Disparos <noreply@disparos.callcenter.example>", "Disparo concluído: IPREVILLE_ESTACIONAMENTO", "2026-07-11 07:00", ["Disparo: IPREVILLE_ESTACIONAMENTO\nInício: 10/07/2026 09:00\nBase: 168\nEnviados: 168\nEntregues: 161\nVisualizados: 120\nInválidos: 7", "Mensagem automática. Não responda."], auth="ext", headers=[("Auto-Submitted", "auto-generated")],
         traps=["automatic, yet a report", "began a day after the package, campaign code instead of the protocol"], why="AR-2026-0513: car park, 168 contacts.", want=dict(relates_to="AR-2026-0513", report={"complete": True, "sent": 168, "delivered": 161, "read": 120, "failed": 7}))
    # ---------------------------------------------------------------- machines
    mail("i063", "auto-reply", "outlook", OTAVIO, "Resposta automática: [AR-2026-0501] Solicitação recebida", "2026-07-06 09:16", ["Oi! Estou de férias até 17/07 🏖️. Pedidos de envio de e-mail ou WhatsApp a segurados: fale com o Luan (previdencia@ipreville.example). Se for para cancelar algum agendamento, ligue 3400-0016."], irt="ar-2026-0501.ack@ipreville.example", headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-generated")],
         traps=["'Pedidos de envio', 'cancelar' in an absence note of an area"], why="Out of office.", want=dict(area="gerencia-previdencia", relates_to="AR-2026-0501", accept={"area": [None], "relates_to": [None]}))
    r = people("i064", 1)[0]
    mail("i064", "auto-reply", "gmail", f"{r.name} <{r.email}>", "Volto em agosto Re: Coparticipação do plano de saúde", "2026-07-06 14:42", ["Olá, estou visitando meus netos em Portugal e só volto em agosto. Leio os e-mails de vez em quando. Se for do Ipreville, por favor mandem carta!"], to=[PRESID], auth="ext", irt="ar-2026-0502.mail1@ipreville.example", headers=[("Auto-Submitted", "auto-replied"), ("Precedence", "bulk"), ("X-Autoreply", "yes")],
         traps=["from an insured person, in answer to the mass mail; the wish is part of the automatic text"], why="Vacation note.", want=dict(relates_to="AR-2026-0502", accept={"relates_to": [None]}))
    mail("i065", "auto-reply", "webmail", "Central Elo <chat@callcenter.example>", "Recebemos o seu contato (atendimento 90871)", "2026-07-09 13:31", ["Oi! Eu sou a Lola, assistente virtual da Elo 🤖", "Seu contato \"[AR-2026-0513] Pacote para envio por WhatsApp\" virou o atendimento 90871. Nosso prazo para envio do relatório é de até 2 dias úteis.", "Não precisa responder."], auth="ext", irt="ar-2026-0513.cc@ipreville.example", headers=[("Auto-Submitted", "auto-replied")],
         traps=["from the call center with our protocol and 'relatório', but a machine's receipt"], why="Ticket system: no figures.", want=dict(relates_to="AR-2026-0513", accept={"relates_to": [None]}))


def people_outside():
    cop = dict(PRES, at="2026-07-06 14:40", to="undisclosed-recipients:;", subject="Coparticipação do plano de saúde", body=["Prezado(a) segurado(a),", "A coparticipação do plano de saúde passa a ser descontada na folha de julho."])
    reu = dict(PRES, at="2026-07-08 16:10", to="undisclosed-recipients:;", subject="Reunião de julho do Conselho Fiscal", body=["Prezados,", "A reunião de julho será no dia 22, às 9h."])
    mail("i066", "insured-reply", "samsung", "Elfrida Hardt <elfrida.hardt@correio.example>", "Re: Coparticipação do plano de saúde", "2026-07-07 10:44", ["bom dia nao entendi esse desconto eu so fui uma vez no medico em junho. favor conferir e mandar o extrato por email para mim e pro meu filho. matricula 20418 obrigada Elfrida"], to=[PRESID], auth="ext", reply_to="0502m", quoted=cop,
         traps=["'mandar o extrato por email para mim e pro meu filho'"], why="To the Gerência Financeira.", want=dict(relates_to="AR-2026-0502"))
    mail("i067", "insured-reply", "gmail-app", "Marlon Baumer <marlon.baumer@mail.example>", "Re: Reunião de julho do Conselho Fiscal", "2026-07-09 20:15", ["Boa noite. Escrevo para informar que meu pai, Horst Baumer, que recebia estes e-mails, faleceu em 28 de junho. O que precisamos fazer quanto à pensão da minha mãe?"], to=[PRESID], auth="ext", reply_to="0511m", quoted=reu,
         traps=["a relative writes from another address about another matter"], why="A person answers; Previdência must know.", want=dict(relates_to="AR-2026-0511", accept={"relates_to": [None]}))
    mail("i068", "insured-reply", "iphone", "Ivone Dalmolin <ivone.dalmolin@provedor.example>", "Re: Reunião de julho do Conselho Fiscal", "2026-07-08 16:33", ["SAIR"], to=[PRESID], auth="ext", reply_to="0511m", quoted=reu,
         traps=["one word", "the phone's line and the quoted mail are the rest"], why="Opt-out: register it and tell the area.", want=dict(relates_to="AR-2026-0511", opt_out=True))
    mail("i069", "insured-reply", "yahoo", "Nelcy Poffo Ribeiro <nelcy.poffo@webmail.example>", "mudança de endereço", "2026-08-27 15:09", ["Boa tarde, mudei de Joinville para Itapoá. Segue o comprovante novo e meu telefone agora é (47) 99844-1207. Sou aposentada do magistério. Precisa ir aí pessoalmente?"], auth="ext", mobile=True, att=[f("comprovante luz.jpg", image("JPEG", (200, 260)))],
         traps=["of her own accord, to the desk", "subject and attachment look like those of a request"], why="Her own matter; a person passes it on.", want=dict(accept={"class": ["unrelated"]}))
    # ---------------------------------------------------------------- without right or proof
    mail("i070", "unauthorized", "outlook", "Gerência Financeira <financeiro@ipreville-gov.example>", "URGENTE - guia de regularização", "2026-07-23 08:05", ["Prezada Nádia,", "Favor disparar por WhatsApp para todos os segurados, ainda pela manhã:", T("Seu benefício possui pendência. Pague a guia de regularização em https://ipreville-gov.example/guia para não ter o pagamento bloqueado."), "Atenciosamente,"], sig=S_JAIR, auth="ext",
         traps=["lookalike domain with good authentication", "the manager's real signature"], why="Not the institute's domain.", want=dict(reason="lookalike domain", accept={"reason": [None]}))
    mail("i071", "unauthorized", "owa", OTAVIO, "whats p/ base toda", "2026-08-26 22:41", ["Nádia, manda isso pra toda a base no WhatsApp ainda hoje:", T("Aposentado, a sua prova de vida agora é pelo link https://prova-vida-app.example. Faça hoje e evite o corte."), "Otávio"], auth="fail", envelope="bounce@srv22.hostbarata.example", headers=[("X-MS-Exchange-Organization-AuthAs", "Internal"), ("X-MS-Exchange-Organization-AuthSource", "GV1P01MB0001.BRAP152.PROD.OUTLOOK.EXAMPLE")],
         traps=["exact address of the area, dmarc=fail on top", "a forged 'Internal' further down"], why="The sender is not proven.", want=dict(reason="dmarc fail", accept={"reason": [None]}))
    mail("i072", "unauthorized", "gmail", "Thainá Lorenz <thainalorenz.eventos@mail.example>", "lista da feira de trocas", "2026-08-07 20:30", ["Oi Nádia, é a Thaina! tô sem acesso ao e-mail do trabalho, me manda por aqui a planilha com os telefones dos inscritos da feira? é pra conferir amanhã cedinho na entrada. bjss"], auth="ext",
         traps=["a known name and a true event, an unknown private address", "asks for data, not for a sending"], why="Identity not proven: hold and ask at the work address.", want=dict(reason="personal address of an employee", accept={"reason": [None]}))
    mail("i073", "unauthorized", "zimbra", "Parcerias CrediSênior <parcerias@credisenior.example>", "Parceria: crédito com taxa especial aos aposentados do Ipreville", "2026-09-09 09:30", ["Prezados,", "Somos parceiros de diversos institutos. Solicitamos a divulgação, por e-mail e WhatsApp, aos aposentados e pensionistas, da oferta abaixo, já validada com a área financeira de vocês:", "\"Crédito sênior com parcelas que cabem no bolso. Fale com um consultor!\"", "Caso prefiram, enviem-nos a base de contatos e nós fazemos o disparo."], sig=["Equipe de Parcerias"], auth="ext",
         traps=["'já validada com a área financeira'", "advertising, and asks for the contacts"], why="A stranger; nothing may go or be handed over.", want=dict(reason="third party", accept={"class": ["unrelated"], "reason": [None]}))
    # ---------------------------------------------------------------- the rest
    mail("i074", "unrelated", "owa", GAB, "vaquinha da Milena 🎂", "2026-07-30 11:11", ["Gente, sexta é aniversário da Milena! Quem quiser participar manda o Pix pra mim até amanhã, 15 reais. Não responder a todos, por favor, e segredo no grupo do WhatsApp!"], sig=S_PEDRO, to=[ASSESSORIA, ADM, COM],
         traps=["from an area, with 'manda' and 'WhatsApp', to colleagues"], why="A matter of the office.", want=dict(area="gabinete", accept={"area": [None]}))
    mail("i075", "unrelated", "webmail", "Elo Atendimento <comunicados@callcenter.example>", "Manutenção programada da plataforma de disparos", "2026-08-28 10:00", ["Prezado cliente,", "No domingo, 30/08, das 0h às 6h, a plataforma de envios por WhatsApp e o painel de relatórios estarão fora do ar. Disparos agendados para esse período saem a partir das 6h.", "Em setembro entra em vigor a nova tabela de preços, disponível no painel."], sig=["Elo Atendimento"], auth="ext",
         traps=["from the call center, with 'disparos' and 'relatórios', but a circular to clients"], why="Neither a report nor a question about a request.")
    mail("i076", "unrelated", "owa", SOLANGE, "Aceito: Alinhamento quinzenal - assessoria", "2026-09-10 14:02", [], att=[f("invite.ics", ("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:quinzenal-assessoria\r\nDTSTART:20260914T120000Z\r\nSUMMARY:Alinhamento quinzenal - assessoria\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:solange.fiedler@ipreville.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").encode())],
         traps=["'Aceito' is no approval"], why="An answer to a meeting.", want=dict(area="gerencia-administrativa", accept={"area": [None]}))
    mail("i077", "unrelated", "gmail", "Escola de Gestão Pública <cursos@escolagestao.example>", "Últimas vagas: WhatsApp e e-mail na comunicação com o segurado", "2026-09-15 08:00", ["Olá, Nádia!", "Nosso curso on-line ensina RPPS a planejar disparos, montar listas de segurados e medir relatórios de entrega. Turma de setembro com 20% de desconto até sexta.", "Se não quiser mais receber nossos e-mails, clique em descadastrar."], auth="ext", headers=[("List-Unsubscribe", "<mailto:sair@escolagestao.example>")],
         traps=["full of the words of the office", "'descadastrar' is no opt-out"], why="Advertising of a course.")
