"""Half t: a state capital's institute, January to April 2028 - many small sectors with their lawyers, nurses, accountants and clerks; half of them friendly, half curt."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2028-0011", "pericia-medica", "pericia@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Perícias do mutirão de janeiro", "2028-01-04T09:20", 52),
    request("AR-2028-0012", "gerencia-financeira", "keli.borba@ipreville.example", ["email"], "specific", "sent", "Reajuste anual dos proventos", "2028-01-04T14:00", 1288),
    request("AR-2028-0013", "comunicacao", "bianca.raulino@ipreville.example", ["whatsapp"], "general", "waiting-report", "Verão sem dengue", "2028-01-05T10:00", 5340),
    request("AR-2028-0014", "gerencia-previdencia", "previdencia@ipreville.example", ["email", "whatsapp"], "specific", "waiting-approval", "Revisão das aposentadorias por paridade", "", 734),
    request("AR-2028-0015", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["email"], "specific", "waiting-data", "Renovação do passe do estacionamento", "", None, ["recipients"]),
    request("AR-2028-0016", "controle-interno", "controleinterno@ipreville.example", ["email"], "specific", "waiting-approval", "Plano anual de auditoria", "", 64),
    request("AR-2028-0017", "conselho-administrativo", "conselhoadm@ipreville.example", ["email"], "specific", "sent", "Ata da sessão de dezembro", "2028-01-06T11:10", 458),
    request("AR-2028-0018", "gerencia-previdencia", "marlise.kuhnen@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Prova de vida – aniversariantes de dezembro", "2028-01-06T15:30", 187),
    request("AR-2028-0019", "gabinete", "gabinete@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Ponto facultativo no Carnaval", "", 5340),
    request("AR-2028-0020", "pericia-medica", "cesar.ramthun@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Perícias transferidas para o anexo", "2028-01-07T08:45", 26),
]
ACKS = {f"ack{n}": f"ar-2028-{n}.ack@ipreville.example" for n in ("0011", "0012", "0013", "0015", "0018", "0020")} | {f"cc{n}": f"ar-2028-{n}.cc@ipreville.example" for n in ("0011", "0013", "0018", "0020")} | {f"ok{n}": f"ar-2028-{n}.ok@ipreville.example" for n in ("0014", "0016", "0019")} | {f"{n}m": f"ar-2028-{n}.mail1@ipreville.example" for n in ("0012", "0017")}
DULCE = "Dulcinéia Prates <dulcineia.prates@saude.ipreville.example>"
S_DULCE = ["Enf. Dulcinéia Prates", "COREN/SC 00000", "Ambulatório do Servidor"]
S_AMARO = ["Amaro Vidal Siqueira", "Compensação Previdenciária (COMPREV)", "Gerência de Previdência", "(47) 3400-0014"]
S_RAQUEL = ["Raquel Damasceno", "Setor de Pensões", "ramal 222"]
S_HENRI = ["Henrique Salomão Neto", "Núcleo de Cálculos", "Gerência de Previdência – Ipreville"]
S_FOLHA = ["Luciane Pavesi", "Folha de Pagamento dos Inativos", "Gerência Financeira", "(47) 3400-0026"]
S_ARREC = ["Wagner Tadeu Colaço", "Divisão de Arrecadação | Gerência Financeira"]
S_TI = ["Iuri Matsuda", "Tecnologia da Informação", "chamados: ramal 300"]
S_ARQ = ["Norma Schürmann", "Arquivo Geral – Gerência Administrativa", "(47) 3400-0035"]
S_JUNTA = ["Celi Andrade", "Secretária da Junta Médica Oficial", "(47) 3400-0044"]
S_AUDIT = ["Patrício Mendes", "Auditor", "Controle Interno do Ipreville"]
S_JUR = ["Dra. Eliane Furtado Maia", "Assessora jurídica – OAB/SC 00.000", "Gabinete da Presidência"]
S_SECR = ["Ofélia Nunes", "Secretária executiva", "Gabinete da Presidência", "(47) 3400-0003"]
S_VEREDA = ["Ver. Aldo Pacheco", "Conselheiro, representante da Câmara", "Conselho Administrativo"]
S_COLEG = ["Mirtes Galvão", "Secretaria dos órgãos colegiados", "(47) 3400-0070"]
S_CFIS2 = ["Conselho Fiscal", "Ipreville"]
S_RED = ["Davi Quadros", "Redação e redes | Comunicação"]
S_CC = ["Jéssica Lobo", "Operações | Elo Atendimento"]
SIGILO = "AVISO LEGAL: o conteúdo desta mensagem é confidencial e dirigido somente ao seu destinatário. O uso, a divulgação ou o envio a terceiros sem autorização são vedados por lei."


def ack(protocol, subject, at, to):
    return ask(protocol, "Solicitação recebida", at, to, f"Olá! O seu pedido foi recebido e tem o número {protocol}.\n\nAssunto: {subject}\n\nQuando o envio terminar, nós avisaremos.")


def preview(protocol, subject, at, who):
    return ask(protocol, "Para aprovação: " + subject, at, HELGA, f"Segue a prévia do envio {protocol} ({who}). Para liberar, responda APROVO; para devolver, responda NÃO APROVO.")


def me(frm, at, subject, body):
    n, a = frm.split(" <")
    return dict(name=n, addr=a[:-1], at=at, to=ASSESSORIA, subject=subject, body=body)


def desk(at, to, subject, body):
    return dict(name="Nádia Pruner", addr="nadia.pruner@ipreville.example", at=at, to=to, subject=subject, body=body)


def mails():
    IDS.update(ACKS)
    plain()
    more()
    traps()
    answers()
    notices()


def plain():
    p = people("t001", 12)
    rows = mails_of(p[:11], ("Segurado", "E-mail")) + [[p[11].name, ""], [p[2].name, p[2].email.title()]]
    mail("t001", "request", "outlook", PREV, "Certidões do INSS - aviso por e-mail", "2028-01-10 08:41",
         ["Nádia, bom dia e feliz ano novo! Espero que tenha descansado.", "Estamos fechando o lote de compensação com o INSS e descobrimos que vários processos têm só a cópia da certidão. Você poderia enviar um e-mail para os segurados da planilha anexa, com o texto abaixo?", "Assunto: Entrega da certidão original do INSS", "Texto do e-mail:",
          T("Prezado(a) segurado(a),\n\nO seu processo de aposentadoria contém apenas a cópia da Certidão de Tempo de Contribuição emitida pelo INSS.\n\nPedimos que o documento original seja entregue no protocolo do Ipreville até 11/02/2028, das 8h às 16h.\n\nA entrega não altera o valor do benefício.\n\nAtenciosamente,\nSetor de Compensação Previdenciária"),
          "Qualquer dúvida é só me ligar, fico aqui até as 17h.", "Um abraço,"], sig=S_AMARO, logo=True, disc=D1, att=[f("certidões a entregar.xlsx", xlsx({"Plan1": rows}))],
         traps=["message has its own closing before the requester's", "one person twice, in another letter case", "one without address"], why="Everything is stated.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Entrega da certidão original do INSS", recipients=11, rejected=1, duplicates=1, dispatch=True, accept={"category": ["orientacao"]}, list_source="certidões a entregar.xlsx"))

    p = people("t002", 7)
    dias = ["24/01/2028"] * 4 + ["25/01/2028"] * 3
    horas = ["7h40", "8h20", "9h00", "9h40", "7h40", "8h20", "10h20"]
    mail("t002", "request", "owa", PERICIA, "Convocação 24 e 25/01 - WhatsApp", "2028-01-11 10:15",
         ["Bom dia.", "Enviar por WhatsApp aos periciandos do arquivo anexo. Os campos entre colchetes mudam de pessoa para pessoa.",
          T("Sr(a). [NOME], a Junta Médica Oficial do Ipreville convoca o(a) senhor(a) para avaliação no dia [DIA], às [HORA], na sala 12 do térreo.\n\nTraga documento com foto, receitas e exames do último ano.\n\nO não comparecimento suspende a licença.", "hr"), "Att."], sig=S_JUNTA,
         att=[f("convocados_jan.csv", csv([["NOME", "CPF", "TELEFONE", "DIA", "HORA"]] + [[x.name, x.cpf, x.phone(i), d, h] for i, (x, d, h) in enumerate(zip(p, dias, horas))]))], traps=["placeholders in square brackets", "CPF column"], why="All data are in the file.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=7, rejected=0, duplicates=0, per_person=True, placeholders=["NOME", "DIA", "HORA"], never_forward_columns=["CPF"], dispatch=True, list_source="convocados_jan.csv"))

    mail("t003", "request", "gmail", COM, "Card do aplicativo novo", "2028-01-12 16:20",
         ["Oi, Nádia!", "O aplicativo novo finalmente entrou na loja, depois de três meses de teste. Pode mandar o card em anexo pelo WhatsApp para todos os segurados? A legenda:",
          T("O aplicativo Meu Ipreville está de cara nova! 📱 Nele você vê o contracheque, faz a prova de vida e acompanha o seu processo. Baixe na loja do seu celular."), "Obrigado!"], sig=S_RED, att=[f("card_app.jpg", image("JPEG", (420, 420)))],
         traps=["general, picture with caption"], why="Complete.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="atendimento", attachments_to_send=["card_app.jpg"], dispatch=True, accept={"category": ["institucional", "orientacao"]}))

    p = people("t004", 4)
    mail("t004", "request", "gmail-app", STEIN, "Visita técnica ao fundo imobiliário", "2028-01-13 20:33",
         ["Boa noite Nádia, peço o favor de mandar o e-mail abaixo para os membros do Conselho Fiscal: " + ", ".join(x.email for x in p[:3]) + " e " + p[3].email + ".",
          T("Prezados conselheiros,\n\nA visita técnica ao imóvel do fundo será no dia 27 de janeiro, às 9 horas, com saída da sede do Instituto às 8h15.\n\nQuem for em condução própria deve me avisar até a véspera.\n\nValdemar Stein", "marks:-----|-----"), "Agradeço a costumeira atenção."], sig=S_STEIN, auth="ext",
         traps=["external address that is in the address book", "no explicit subject: the mail's own title serves", "text signed with the requester's name"], why="Four addresses typed in the body.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Visita técnica ao fundo imobiliário", recipients=4, rejected=0, duplicates=0, dispatch=True, accept={"category": ["evento", "institucional", "orientacao"]}, list_source="body"))

    p = people("t005", 8)
    t5 = "Prezados gestores,\n\nO Controle Interno concluiu a auditoria nos adiantamentos de 2027.\n\nCada unidade deve apresentar, até 18 de fevereiro de 2028, o plano de ação com:\n\n- as providências já adotadas;\n- o responsável por cada uma;\n- o prazo para conclusão.\n\nO modelo está na intranet, em Documentos.\n\nControle Interno"
    mail("t005", "request", "thunderbird", CI, "Plano de ação da auditoria", "2028-01-14 09:02",
         ["Prezada Nádia,", "Solicito o envio, por correio eletrônico, do texto que acompanha este pedido (arquivo do Word) aos gestores relacionados na planilha.", "Assunto do e-mail: \"Auditoria de adiantamentos – plano de ação\"", "Atenciosamente,"], sig=S_AUDIT,
         att=[f("minuta gestores.docx", docx(t5.replace("\n\n", "\n").split("\n"), header="Controle Interno – minuta")), f("Gestores das unidades.ods", ods(mails_of(p, ("Gestor", "Correio eletrônico"))))], traps=["text in a .docx with a page header", "list in an .ods", "subject between quotation marks"], why="The Word file is the text and does not go along.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Auditoria de adiantamentos – plano de ação", message_text=t5, recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="Gestores das unidades.ods"))

    mail("t006", "request", "iphone", HELGA, "Av interditada", "2028-01-15 18:47",
         ["Nadia boa tarde, a prefeitura acabou de avisar da obra. Manda no whats pra todos os segurados ainda hoje por favor:",
          T("A Avenida das Figueiras estará interditada a partir desta segunda-feira, 17 de janeiro. O acesso ao Ipreville será feito pela Rua do Moinho, pelo portão dos fundos. O horário de atendimento não muda.")],
         traps=["no signature but the iPhone line", "two dates, none of them of the sending"], why="General, at once.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", dispatch=True))

    p = people("t007", 9)
    rows = [["Nome", "E-mail", "Celular"]] + [[x.name, x.email if i not in (2, 6) else "", x.landline() if i == 5 else x.phone(i)] for i, x in enumerate(p)]
    mail("t007", "request", "outlook", KELI, "Informe de rendimentos – e-mail e WhatsApp", "2028-02-14 11:08",
         ["Nádia, bom dia!", "Chegou aquela época do ano... Peço o envio por e-mail e também por WhatsApp, com o mesmo texto, para os segurados da lista anexa (são os que pediram o informe no balcão).", "Assunto: Informe de rendimentos de 2027", "Texto:",
          T("Prezado(a) segurado(a),\n\nO seu informe de rendimentos do ano-calendário de 2027 já pode ser baixado no Portal do Segurado, na opção \"Documentos\".\n\nQuem preferir pode retirar a via impressa na recepção, com documento de identidade.\n\nGerência Financeira"), "Obrigada,"], sig=S_KELI, att=[f("pedidos de informe.xlsx", xlsx({"Lista": rows}))],
         traps=["each channel has its own holes", "a landline is no WhatsApp number"], why="Everybody can be reached by at least one channel.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="imposto-de-renda", message_subject="Informe de rendimentos de 2027", recipients=9, rejected=0, duplicates=0, recipients_by_channel={"email": 7, "whatsapp": 8}, rejected_by_channel={"email": 2, "whatsapp": 1}, dispatch=True, list_source="pedidos de informe.xlsx"))

    p = people("t008", 5)
    mail("t008", "request", "outlook", FIN, "Contribuições recolhidas em dobro", "2028-01-18 14:36",
         ["Nádia, boa tarde.", "Favor enviar e-mail aos servidores abiaxo:", ("table", [["Servidor", "Matrícula", "E-mail"]] + [[x.name, x.matricula, x.email] for x in p]), "Assunto: Devolução de contribuição", "Mensagem:",
          T("Prezado(a) servidor(a),\n\nA contribuição previdenciária de novembro de 2027 foi recolhida em duplicidade. O valor será devolvido na folha de fevereiro, sem necessidade de requerimento."), "Att,"], sig=S_ARREC,
         traps=["list in a table of the body"], why="Five addresses in the table.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Devolução de contribuição", recipients=5, rejected=0, duplicates=0, dispatch=True, list_source="body-table"))

    p = people("t009", 10)
    rows = [["Requerente", "Contato"]] + [[x.name, x.phone(i)] for i, x in enumerate(p[:5])] + [[p[5].name, p[5].phone8()], [p[6].name, "0" + p[6].ddd + p[6].local], [p[7].name, p[7].no_ddd()], [p[8].name, p[8].landline()], [p[9].name, None], [p[0].name, p[0].phone(3)]]
    mail("t009", "request", "outlook", OTAVIO, "Whats – aposentadorias com exigência", "2028-01-19 10:51",
         ["Nádia, tudo bem?", "Tem um grupo de requerentes que não responde às cartas, ja voltou tudo do correio. Vamos tentar pelo WhatsApp, pode ser? Os números estão na planilha (alguns eu copiei do cadastro antigo, então pode ter coisa errada). Texto:",
          T("Olá! O seu pedido de aposentadoria está parado à espera de documentos. Compareça à Gerência de Previdência até 04/02/2028 ou consulte a exigência no Portal do Segurado, com a sua senha."), "Valeu!"], sig=S_OTAVIO, att=[f("exigencias_jan.xlsx", xlsx({"Exigências": rows}))],
         traps=["no ninth digit (mendable)", "0 before the area code", "no area code", "landline", "empty cell", "same number in two spellings"], why="Seven usable, three not, one repeated.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=7, rejected=3, duplicates=1, dispatch=True, list_source="exigencias_jan.xlsx"))

    p = people("t010", 6)
    mail("t010", "request", "ios-outlook", DULCE, "Curso para cuidadores - e-mail com anexos", "2028-01-20 13:28",
         ["Oi Nádia, aqui é a Dulce do ambulatório! O curso de cuidadores saiu do papel, nem acredito 🙏", "Manda por e-mail pros inscritos da planilha, com os dois pdfs junto (programa e ficha). No assunto bota Curso para cuidadores: programa e ficha de saúde. O texto é este:",
          T("Prezado(a) inscrito(a),\n\nO Curso para Cuidadores de Idosos começa em 7 de fevereiro, às 14h, no auditório do Ipreville.\n\nEm anexo seguem o programa e a ficha de saúde, que deve ser trazida preenchida no primeiro dia.\n\nEquipe do Ambulatório"), "bjs e obrigada"], sig=S_DULCE,
         att=[f("Programa.pdf", pdf(["Programa do curso"])), f("Ficha de saúde.pdf", pdf(["Ficha de saúde"])), f("inscritos cuidadores.xlsx", xlsx({"Inscritos": mails_of(p)}))], traps=["area by the domain of the address", "two PDFs go, the list does not", "subject inside a sentence, without quotation marks"], why="Complete.",
         want=dict(channel=["email"], audience="specific", area="pericia-medica", category="evento", message_subject="Curso para cuidadores: programa e ficha de saúde", recipients=6, rejected=0, duplicates=0, attachments_to_send=["Programa.pdf", "Ficha de saúde.pdf"], dispatch=True, list_source="inscritos cuidadores.xlsx"))

    p = people("t011", 6)
    t11 = "Prezado(a) periciando(a),\n\nEm razão da falta de energia no prédio anexo, as perícias de segunda-feira, 24/01, estão suspensas. Não é preciso comparecer. O novo horário será informado por esta mesma via até sexta-feira."
    mail("t011", "request", "ios-outlook", LENITA, "ENC: aviso suspensão seg", "2028-01-21 19:12", ["Nádia, por favor mande por WhatsApp o texto da Celi aos periciandos da planilha que ela mandou junto. Quanto antes melhor."], fwd=True,
         quoted=dict(name="Perícia Médica - Ipreville", addr="pericia@ipreville.example", at="2028-01-21 18:40", to="Lenita Hostin <lenita.hostin@ipreville.example>", subject="aviso suspensão seg", body=["Dra. Lenita, boa noite.", "A concessionária confirmou o desligamento na segunda. Preparei o aviso, veja se concorda:", t11, "Se a senhora concordar, é só repassar para a assessoria, a agenda vai em anexo.", "Celi Andrade\nSecretária da Junta Médica Oficial"]),
         att=[f("agenda 2401.xlsx", xlsx({"24-01": [["Periciando", "CPF", "Celular"]] + [[x.name, x.cpf, x.phone(i)] for i, x in enumerate(p)]}))], traps=["the message is inside the forwarded mail of a colleague", "'estão suspensas' is message text, not a cancellation", "CPF column"], why="Only the words to the insured are the message.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", message_text=t11, recipients=6, rejected=0, duplicates=0, never_forward_columns=["CPF"], dispatch=True, list_source="agenda 2401.xlsx"))

    for id, at, traps, dup in (("t012", "2028-01-24 09:14:05", ["the first of two equal mails"], False), ("t013", "2028-01-24 09:15:47", ["sent twice within two minutes, other Message-ID"], True)):
        p = people("t012", 9)
        mail(id, "request", "outlook", FIN, "Empréstimos em folha: margem nova", at,
             ["Bom dia,", "Favor enviar por e-mail aos mutuários da planilha anexa.", "Assunto: Nova margem consignável", "Texto:",
              T("Prezado(a) segurado(a),\n\nCom o reajuste de janeiro, a margem consignável passa a ser calculada sobre o novo valor do benefício.\n\nA consulta pode ser feita em [[www.ipreville.example/margem|http://www.ipreville.example/margem]] a partir de 1º de fevereiro de 2028."), "Obrigada."], sig=S_FOLHA, att=[f("mutuarios.xlsx", xlsx({"Plan1": mails_of(p, ("Mutuário", "E-mail"))}))],
             traps=traps, why="The second copy must not be sent again." if dup else "Complete.",
             want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Nova margem consignável", recipients=9, rejected=0, duplicates=0, dispatch=not dup, list_source="mutuarios.xlsx", **({"duplicate_of": "t012"} if dup else {})))

    p = people("t014", 5)
    mail("t014", "request", "apple", BIANCA, "Foto do bloco (grupo do violão)", "2028-01-25 17:40",
         ["Nádia, segue a foto pro pessoal do grupo do violão, por whatsapp. Os contatos estão no csv. Texto que vai junto com a foto:", T("O bloco do Ipreville sai no dia 26 de fevereiro, às 16h, na praça em frente à sede. Venha fantasiado!"), "Obrigada!!"], sig=S_BIANCA,
         att=[f("Foto do bloco.heic", heic(), nfd=True), f("violao.csv", csv(phones_of(p, ("nome", "celular")), sep=",", enc="utf-8", bom=True))], traps=["HEIC is not taken by WhatsApp"], why="The picture must be converted before it goes.",
         want=dict(channel=["whatsapp"], audience="specific", area="comunicacao", category="evento", recipients=5, rejected=0, duplicates=0, attachments_to_send=["Foto do bloco.heic"], media_to_convert=["Foto do bloco.heic"], dispatch=True, accept={"dispatch": [True, False], "category": ["institucional"]}, list_source="violao.csv"))

    p = people("t015", 6)
    mail("t015", "request", "outlook", MARLISE, "Conversão de licença em tempo de contribuição", "2028-01-26 15:03",
         ["Nádia, boa tarde!", "Encaminhe, por favor,  o email que segue a estas pessoas:", "\n".join(f"{x.name} - {x.email}" for x in p), "Assunto: Resultado da conversão de licença", "O texto:",
          T("Boa tarde!\n\nO seu pedido de conversão de licença-prêmio em tempo de contribuição foi analisado e deferido. A averbação já consta do extrato previdenciário.\n\nPara recorrer da contagem, o prazo é de 15 dias.\n\nGerência de Previdência"), "Se algum endereço voltar, me diga que eu ligo para a pessoa. Obrigada pela ajuda de sempre!"], sig=S_MARLISE, logo=True,
         traps=["names and addresses one a line", "the message starts with a greeting equal to one to the assessoria", "a closing sentence of the requester after the text"], why="Six addresses in the body.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Resultado da conversão de licença", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="body"))

    mail("t017", "request", "outlook", FIN, "WhatsApp geral - pagamento depois do Carnaval", "2028-02-24 16:18",
         ["Nádia, boa tarde! Sei que você vai sair na sexta, então já adianto.", "Programar por favor para quinta-feira, dia 2, às 8h30, no WhatsApp de toda a base (antes disso não, porque o banco só confirma o arquivo na quarta-feira de cinzas e a tesouraria já deixou tudo certo):",
          T("O pagamento dos aposentados e pensionistas referente a fevereiro estará na conta em 3 de março, sexta-feira. O contracheque já pode ser consultado no aplicativo."), "Bom Carnaval e juízo! 🎉"], sig=S_FOLHA,
         traps=["'dia 2' is of the next month", "'Bom Carnaval' is for Nádia", "the sending's day and the payment's day"], why="2 March 2028 is a Thursday.",
         want=dict(channel=["whatsapp"], audience="general", area="gerencia-financeira", category="pagamento", send_at="2028-03-02T08:30", dispatch=True))


def more():
    p, other = people("t018", 7), people("t018b", 10)
    mail("t018", "request", "outlook", PREV, "Revisões concluídas", "2028-01-27 09:55",
         ["Bom dia, Nádia.", "Segue planilha com duas abas. Enviar somente aos da aba \"Deferidos\", por e-mail:",
          T("Prezado(a) aposentado(a),\n\nA revisão do seu benefício foi deferida. O novo valor será pago a partir de março de 2028, com a diferença dos meses anteriores.\n\nO demonstrativo de cálculo está no Portal do Segurado.", "indent"), "Assunto: Revisão do benefício deferida", "Att.,"], sig=S_HENRI, att=[f("revisões_2027.xlsx", xlsx({"Indeferidos": mails_of(other), "Deferidos": mails_of(p)}))],
         traps=["the first sheet is the wrong one", "the subject comes after the text"], why="Sheet Deferidos.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Revisão do benefício deferida", recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["pagamento"]}, list_source="revisões_2027.xlsx#Deferidos"))

    p = people("t019", 6)
    te = "Prezado(a) servidor(a) ativo(a),\n\nEstão abertas, de 14 a 25 de fevereiro de 2028, as inscrições de candidatos a representante dos servidores ativos no Conselho Administrativo.\n\nPodem concorrer os servidores estáveis com mais de três anos de contribuição ao regime próprio.\n\nA inscrição é feita na secretaria dos órgãos colegiados, das 8h às 16h.\n\nComissão Eleitoral"
    tw = "Quer ser conselheiro(a) do Ipreville? As inscrições vão de 14 a 25 de fevereiro, na secretaria dos colegiados, das 8h às 16h."
    mail("t019", "request", "owa", CADM, "Inscrições para o Conselho – divulgar", "2028-01-28 11:32",
         ["Olá, Nádia.", "A comissão aprovou a divulgação ontem. Peço o envio aos servidores da planilha pelos dois meios, com redações diferentes:", "Para o e-mail (assunto: Inscrições abertas para o Conselho Administrativo):", T(te), "Para o WhatsApp:", T(tw), "Grata pela atenção,"], sig=S_COLEG,
         att=[f("servidores aptos.xlsx", xlsx({"Aptos": [["Servidor", "E-mail", "WhatsApp"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]}))], traps=["one text per channel", "subject in brackets"], why="Both texts are marked.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="conselho-administrativo", category="eleicao", message_subject="Inscrições abertas para o Conselho Administrativo", message_text=te, message_text_by_channel={"email": te, "whatsapp": tw}, recipients=6, rejected=0, duplicates=0, recipients_by_channel={"email": 6, "whatsapp": 6}, rejected_by_channel={"email": 0, "whatsapp": 0}, dispatch=True, list_source="servidores aptos.xlsx"))

    p = people("t020", 7)
    body = ["Nádia, bom dia.", "Segue lista para envio por e-mail. Assunto: Curatela: renovação do termo", "Texto:", "Prezado(a) curador(a),\n\nO termo de curatela arquivado no Ipreville vence neste trimestre.\n\nApresente o termo atualizado até 31 de março de 2028 para que o benefício continue a ser pago em seu nome.", "Att.,\nRaquel Damasceno\nSetor de Pensões"]
    mail("t020", "request", "winmail", PREV, "Curadores", "2028-01-31 08:37", body, plain_only=True, att=[f("winmail.dat", tnef("Curadores", "\r\n\r\n".join(b.replace("\n", "\r\n") for b in body), [("Curadores 2028.xlsx", xlsx({"Plan1": mails_of(p, ("Curador", "E-mail"))}))]))],
         traps=["the list is inside winmail.dat"], why="All is stated.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Curatela: renovação do termo", message_text=body[3], recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "pagamento", "andamento"]}, list_source="winmail.dat/Curadores 2028.xlsx"))

    p = people("t021", 5)
    mail("t021", "request", "outlook", CADM, "RES: RES: Auditório em março", "2028-02-01 14:10",
         ["Nádia, boa tarde. Respondo por aqui só para não perder o fio, mas o pedido é novo.", "Peço que o convite abaixo siga por e-mail aos vereadores da planilha. Pode usar como assunto \"Sessão solene de 22 de março\".",
          T("Excelentíssimo(a) Senhor(a) Vereador(a),\n\nO Conselho Administrativo do Ipreville convida Vossa Excelência para a sessão solene dos 40 anos do Instituto, em 22 de março de 2028, às 19 horas, no auditório da sede.\n\nRogamos a confirmação da presença pelo telefone (47) 3400-0070.\n\nRespeitosamente,\nConselho Administrativo", "quote"), "Cordiais saudações,"], sig=S_VEREDA,
         quoted=[desk("2028-01-12 10:02", "Conselho Administrativo <conselhoadm@ipreville.example>", "RES: Auditório em março", ["De acordo quanto ao auditório. O convite antigo por WhatsApp fica cancelado, favor desconsiderar a lista de dezembro."]), me(CADM, "2028-01-11 16:44", "Auditório em março", ["Nádia, o auditório está livre em março? Pensamos em um convite por WhatsApp a todos os segurados, conforme a lista do ano passado."])],
         att=[f("vereadores.xlsx", xlsx({"Câmara": mails_of(p, ("Vereador", "E-mail"))}))], traps=["'RES: RES:', yet a new request", "'cancelado', 'desconsiderar', 'De acordo', 'WhatsApp a todos' in the quoted mails", "the message's closing equals the sender's"], why="The request on top is new and complete.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="evento", message_subject="Sessão solene de 22 de março", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional"]}, list_source="vereadores.xlsx"))

    p = people("t026", 8)
    mail("t026", "request", "roundcube", ADM, "Desativação do portal antigo", "2028-02-07 10:44",
         ["Bom dia.", "Enviar por e-mail aos usuários do csv anexo. Assunto: Cancelamento do acesso ao portal antigo", T("Prezado(a) usuário(a),\n\nO acesso ao portal antigo será cancelado em 21/02/2028. Depois dessa data, use somente o endereço https://portal.ipreville.example.\n\nSe você já entrou no portal novo, desconsidere este e-mail.\n\nSuporte técnico: (47) 3400-0300", "box"), "Quem responder pode mandar para o meu ramal."], sig=S_TI, att=[f("usuarios_ativos.csv", csv(mails_of(p, ("usuario", "email")), sep=";", enc="utf-8"))],
         traps=["'cancelamento' and 'desconsidere' belong to the message", "a closing remark of the requester"], why="Complete.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="atendimento", message_subject="Cancelamento do acesso ao portal antigo", recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="usuarios_ativos.csv"))

    p = people("t029", 7)
    mail("t029", "request", "apple", COM, "Pesquisa do atendimento telefônico", "2028-02-09 15:25",
         ["Oi Nádia! Como combinamos na reunião de terça, segue a pesquisa. Vai por e-mail pra quem ligou em janeiro (planilha).", "Título do e-mail: Como foi a sua ligação?", "Conteúdo:",
          T("Olá!\n\nVocê ligou para o Ipreville em janeiro. Conte para nós como foi:\n\n- Quanto tempo você esperou?\n- A sua dúvida foi resolvida?\n- O que podemos melhorar?\n\nPara responder, basta escrever de volta até 25 de fevereiro.\n\nUm abraço da equipe do Ipreville"), "Beijo e bom almoço atrasado!"], sig=S_RED, att=[f("ligações janeiro.xlsx", xlsx({"base": mails_of(p)}))],
         traps=["bullets", "'Título do e-mail' instead of 'Assunto'", "'Beijo' is not for the insured, 'Um abraço' is"], why="Complete.",
         want=dict(channel=["email"], audience="specific", area="comunicacao", category="pesquisa", message_subject="Como foi a sua ligação?", recipients=7, rejected=0, duplicates=0, dispatch=True, list_source="ligações janeiro.xlsx"))

    p = people("t033", 6)
    mail("t033", "request", "zimbra", CFIS, "Remessa de convocação", "2028-02-10 17:05",
         ["Prezada Senhora Nádia,", "Solicito a gentileza de remeter por e-mail, aos conselheiros da relação anexa, a convocação abaixo transcrita.", "Assunto: Convocação – sessão extraordinária de 17 de fevereiro",
          T("Senhor(a) Conselheiro(a),\n\nNos termos do regimento interno, fica Vossa Senhoria convocado(a) para a sessão extraordinária do Conselho Fiscal de 17 de fevereiro de 2028, às 14 horas.\n\nPauta única: exame das contas do exercício de 2027.", "curly"), "Respeitosamente,"], sig=S_CFIS2, disc=SIGILO, att=[f("relação de conselheiros.csv", csv(mails_of(p, ("Conselheiro", "E-mail"))))],
         traps=["curly quotes delimit the text and are no part of it", "disclaimer forbids the sending to others"], why="Complete.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Convocação – sessão extraordinária de 17 de fevereiro", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional", "evento", "orientacao"]}, list_source="relação de conselheiros.csv"))

    p = people("t034", 6)
    mail("t034", "request", "owa", ADM, "whats arquivo", "2028-02-11 08:20",
         ["Nádia, WhatsApp para os da planilha, por gentilesa:", T("A pasta funcional que o(a) senhor(a) pediu já está digitalizada. Retire o pen drive no Arquivo Geral, sala 3, de terça a quinta-feira, das 13h às 17h."), "Obg"], sig=S_ARQ, att=[f("pedidos arquivo.xls", xls(phones_of(p, ("Requerente", "Celular"))))],
         traps=["curt"], why="Short and complete.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-administrativa", category="andamento", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["atendimento", "orientacao"]}, list_source="pedidos arquivo.xls"))

    p = people("t035", 3)
    mail("t035", "request", "samsung", SAUDE, "Avisar 3 pacientes no zap", "2028-02-15 12:36",
         ["Nádia boa tarde, o psicologo adoeceu e tenho que desmarcar 3 pacientes de amanha. Avisa no zap pra mim?", f"{p[0].name} {p[0].phone(0)}\n{p[1].name} {p[1].phone(6)}\n{p[2].name} {p[2].phone(2)}", "Mensagem:", T("Boa tarde! A sua consulta com o psicólogo do Ambulatório, marcada para amanhã (16/02), foi desmarcada. Ligaremos para combinar outro dia."), "Brigada!"],
         traps=["list typed in the body", "'foi desmarcada' is the message's"], why="Three numbers, one text.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="atendimento", recipients=3, rejected=0, duplicates=0, dispatch=True, accept={"category": ["pericia", "orientacao"]}, list_source="body"))

    p = people("t036", 9)
    mail("t036", "request", "android-outlook", PREV, "Pensionistas estudantes - e-mail", "2028-02-16 18:04",
         ["Oi Nádia! Voltei das férias ontem e já tem 40 e-mails me esperando, socorro. Mas esse aqui não podia ficar pra depois: os universitários que recebem pensão tem que mandar o atestado até março, senão o sistema corta sozinho.", "São 9 nomes, tudo na planilha, e vai por e-mail mesmo porque telefone de estudante muda toda hora. O assunto seria Atestado de matrícula do 1º semestre. Redação final, já revisada pela Marlise:",
          T("Prezado(a) pensionista,\n\nA pensão do estudante universitário depende da apresentação semestral do atestado de matrícula.\n\nEnvie o atestado do primeiro semestre de 2028 até o dia 10 de março, pelo Portal do Segurado. Sem ele, o pagamento é suspenso no mês seguinte."),
          "Se alguém reclamar pode dizer que fui eu, hehe. Bjs"], sig=S_RAQUEL, att=[f("universitários 2028-1.xlsx", xlsx({"Plan1": mails_of(p, ("Pensionista", "Email"))}))],
         traps=["chatter before and after", "the announced number agrees", "reasons that name a suspension"], why="One plain request amid the chat.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Atestado de matrícula do 1º semestre", recipients=9, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "pagamento", "andamento"]}, list_source="universitários 2028-1.xlsx"))


def traps():
    p = people("t016", 4)
    mail("t016", "request", "outlook", "Protocolo Central <protocolo.central@ipreville.example>", "Processos digitais", "2028-02-02 13:17",
         ["Boa tarde, Nádia.", "Me orientaram a pedir para vocês o envio deste e-mail às pessoas da planilha:", T("Prezados, o processo que os senhores protocolaram em papel foi convertido em digital e pode ser acompanhado pelo Portal do Segurado."), "Obrigada,"], sig=["Neide Barreto", "Protocolo Central"], att=[f("interessados.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["internal address in no area", "'me orientaram' hides who asked"], why="The area must be asked.",
         want=dict(channel=["email"], audience="specific", area=None, category="andamento", message_subject="Processos digitais", recipients=4, rejected=0, duplicates=0, missing=["area"], accept={"category": ["atendimento", "orientacao"], "message_subject": [None]}, list_source="interessados.xlsx"))

    mail("t022", "request", "outlook", GAB, "Carta da Presidência – e-mail para todos os segurados", "2028-02-03 16:29",
         ["Nádia, boa tarde!", "A Dra. Helga gostaria que a carta fosse enviada por e-mail a todos os segurados, sem exceção.", "Assunto: 40 anos do Ipreville", "Carta:",
          T("Caro(a) segurado(a),\n\nEm março o Ipreville completa 40 anos. Essa história foi escrita por quem trabalhou pela cidade e por quem hoje descansa com dignidade.\n\nObrigada por fazer parte dela.\n\nHelga Marcon Tiedt\nDiretora-Presidente"), "Agradeço,"], sig=S_SECR, logo=True,
         traps=["general audience by e-mail: there is a general list for WhatsApp only"], why="No general e-mail list is configured.",
         want=dict(channel=["email"], audience="general", area="gabinete", category="institucional", message_subject="40 anos do Ipreville", missing=["recipients"]))

    mail("t023", "request", "gmail", SAUDE, "Vacina dos acamados - zap", "2028-02-04 10:13",
         ["Bom dia!", "Peço o envio por WhatsApp aos familiares dos acamados.  A lsita está no drive: https://drive.ipreville.example/d/acamados2028 (qualquer coisa peço pra liberarem o acesso).", "Texto:", T("A equipe do Ambulatório vai vacinar em casa os segurados acamados entre 14 e 18 de fevereiro. Deixe a carteira de vacinação à mão."), "Obrigada!"], sig=["Márcia Lins", "Serviço Social", "Saúde do Servidor"],
         traps=["list behind a cloud link"], why="The list is not in the mail.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="orientacao", missing=["recipients"], accept={"category": ["evento", "atendimento", "pericia", "institucional"]}))

    p = people("t025", 6)
    mail("t025", "request", "owa", PERICIA, "Lembrete da reavaliação", "2028-03-06 09:40",
         ["Bom dia.", "Agendar para quarta-feira, 16/03, às 9h, via WhatsApp, aos segurados do anexo:", T("Lembrete da Junta Médica: a sua reavaliação está próxima. Confira o dia e a sala no Portal do Segurado e leve os exames pedidos.", "curly"), "Att."], sig=S_JUNTA, att=[f("reavaliação.xlsx", xlsx({"Plan1": phones_of(p)}))],
         traps=["16/03/2028 is a Thursday"], why="Weekday and date contradict each other: ask.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=6, rejected=0, duplicates=0, missing=["send_at"], list_source="reavaliação.xlsx"))

    p = people("t027", 8)
    mail("t027", "request", "outlook", KELI, "Precatórios – aviso de depósito", "2028-03-07 14:52",
         ["Nádia, boa tarde.", "Enviar por e-mail aos 13 beneficiários da planilha (conferi com a Procuradoria, são 13 mesmo).", "Assunto: Depósito do seu precatório", "Texto:", T("Prezado(a) beneficiário(a),\n\nO valor do seu precatório será depositado em 24 de março de 2028, na conta em que o benefício é pago."), "Peço atenção para não ir a mais ninguém, o assunto é delicado."], sig=S_KELI, att=[f("precatórios.xlsx", xlsx({"Plan1": mails_of(p, ("Beneficiário", "E-mail"))}))],
         traps=["13 announced and stressed, 8 in the list"], why="The list and the words disagree: ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Depósito do seu precatório", recipients=8, rejected=0, duplicates=0, missing=["recipients_confirm"], accept={"recipients": [None, 8]}, list_source="precatórios.xlsx"))

    p = people("t028", 4)
    mail("t028", "request", "android-outlook", OTAVIO, "whats p quatro segurados", "2028-03-08 17:21",
         ["Nádia manda no whats pra esses quatro aquele recado que usamos em novembro? só troca o prazo pra 31/03", "\n".join(f"{x.name} {x.phone(i + 1)}" for i, x in enumerate(p)), "vlw"],
         traps=["text only by reference to an earlier message"], why="Nobody can say which message: ask for the text.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=4, rejected=0, duplicates=0, missing=["message_text"], accept={"category": [None, "orientacao"]}, list_source="body"))

    mail("t030", "request", "outlook", SOLANGE, "Cartaz da feira – WhatsApp geral", "2028-03-09 11:14",
         ["Nádia, bom dia!", "Pode por favor enviar o cartaz em anexo, por WhatsApp, para todos os segurados? O pessoal do artesanato está animadíssimo este ano. Legenda:", T("Feira de artesanato dos aposentados: sábado, 25 de março, das 9h às 17h, no pátio do Ipreville. Entrada gratuita!"), "Obrigada e bom fim de semana antecipado!"], sig=S_SOLANGE, logo=True,
         traps=["'cartaz em anexo' but only the signature logo is there"], why="The picture did not come.",
         want=dict(channel=["whatsapp"], audience="general", area="gerencia-administrativa", category="evento", missing=["media"]))

    p = people("t031", 7)
    mail("t031", "request", "owa", PREV, "Comunicar os contemplados", "2028-03-10 10:09",
         ["Nádia, bom dia.", "Favor comunicar aos segurados da planilha:", T("Informamos que a sua certidão de tempo de contribuição foi emitida e está à disposição na Gerência de Previdência. A retirada por terceiros exige procuração."), "Agradeço."], sig=S_HENRI, att=[f("certidões prontas.xlsx", xlsx({"Plan1": [["Nome", "E-mail", "Celular"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]}))],
         traps=["channel never said; the list would serve both"], why="Ask for the channel.",
         want=dict(channel=[], audience="specific", area="gerencia-previdencia", category="andamento", missing=["channel"], accept={"category": ["orientacao", "atendimento"], "message_subject": [None, "Comunicar os contemplados"], "missing": [["channel", "message_subject"]], "recipients": [None, 7], "rejected": [None, 0], "duplicates": [None, 0]}, list_source="certidões prontas.xlsx"))

    p = people("t032", 8)
    mail("t032", "request", "outlook", GAB, "Acordo da ação do adicional – e-mail aos autores", "2028-03-13 17:48",
         ["Prezada Nádia,", "Remeto desde já o material, mas o envio depende de o juiz homologar o acordo, o que deve acontecer nos próximos dias. Assim que sair a decisão eu lhe escrevo.", "Por e-mail, aos autores da planilha. Assunto: Acordo na ação do adicional noturno. Texto:",
          T("Prezado(a) autor(a),\n\nO acordo na ação do adicional noturno foi homologado. O pagamento será feito em três parcelas, a partir de abril de 2028.\n\nO procurador da sua categoria tem cópia integral do termo."), "Atenciosamente,"], sig=S_JUR, disc=SIGILO, att=[f("autores.xlsx", xlsx({"Autores": mails_of(p, ("Autor", "E-mail"))}))],
         traps=["the sending waits for a decision that may come or not"], why="Nothing may go before her word.",
         want=dict(channel=["email"], audience="specific", area="gabinete", category="pagamento", message_subject="Acordo na ação do adicional noturno", recipients=8, rejected=0, duplicates=0, missing=["send_at"], accept={"missing": [["send_at"], []], "category": ["andamento", "orientacao"]}, list_source="autores.xlsx"))


def answers():
    p = people("t040", 15)
    mail("t040", "reply-to-request", "outlook", SOLANGE, "RES: [AR-2028-0015] Falta a lista de destinatários", "2028-01-10 09:33", ["Nádia, que cabeça a minha! Agora vai.", "Beijos,"], sig=S_SOLANGE, logo=True, reply_to="ack0015",
         quoted=ask("AR-2028-0015", "Falta a lista de destinatários", "2028-01-10 09:10", SOLANGE, "Prezada Solange,\n\nO pedido AR-2028-0015 veio sem a lista de destinatários. Poderia anexá-la na resposta a este e-mail?"),
         att=[f("passe estacionamento.xlsx", xlsx({"Passes": mails_of(p[:14]) + [[p[14].name, "não informou"]]}))], traps=["three words and a file"], why="The list that was asked for.",
         want=dict(area="gerencia-administrativa", recipients=14, rejected=1, duplicates=0, relates_to="AR-2028-0015", effect="completes", dispatch=True))
    mail("t041", "reply-to-request", "outlook", PREV, "RES: Certidões do INSS - aviso por e-mail", "2028-01-10 08:52", ["Nádia, perdão, já achei um erro meu.", "Onde se lê \"até 11/02/2028\", leia-se \"até 18/02/2028\". O resto está certo. Ainda dá tempo?", "Obrigado,"], sig=S_AMARO, reply_to="t001",
         quoted=me(PREV, "2028-01-10 08:41", "Certidões do INSS - aviso por e-mail", ["Nádia, bom dia e feliz ano novo! Espero que tenha descansado.", "Estamos fechando o lote de compensação com o INSS [...]"]), traps=["onde se lê ... leia-se, eleven minutes later"], why="Correction of t001.", want=dict(area="gerencia-previdencia", relates_to="t001", effect="corrects", dispatch=False))
    mail("t042", "reply-to-request", "ios-outlook", PREV, "RES: Comunicar os contemplados", "2028-03-10 10:47", ["Por e-mail. Não precisa de whats."], reply_to="t031", quoted=ask("AR-2028-0080", "Comunicar os contemplados", "2028-03-10 10:15", PREV, "O envio deve ser feito por e-mail ou por WhatsApp?", prefix=False),
         traps=["both channels in the answer, one refused", "no signature"], why="Channel given: e-mail.", want=dict(channel=["email"], area="gerencia-previdencia", relates_to="t031", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("t043", "reply-to-request", "apple", BIANCA, "Re: [AR-2028-0013] Envio concluído", "2028-01-10 15:20", ["Que rapidez! Ficou ótimo, pode deixar que eu aviso a turma da dengue. Obrigada 💚"], sig=S_BIANCA, reply_to="ack0013", quoted=ask("AR-2028-0013", "Envio concluído", "2028-01-10 15:00", BIANCA, "O envio AR-2028-0013 (Verão sem dengue) foi concluído."),
         traps=["'ficou ótimo' and 'eu aviso' ask nothing"], why="Thanks only.", want=dict(area="comunicacao", relates_to="AR-2028-0013", effect="thanks", dispatch=False))
    mail("t044", "reply-to-request", "outlook", MARLISE, "RES: [AR-2028-0018] Solicitação recebida", "2028-01-10 11:26", ["Nádia, sabe me dizer se o WhatsApp da prova de vida já foi para todo mundo? Dois aniversariantes estão aqui no balcão e juram que não receberam nada."], sig=S_MARLISE, reply_to="ack0018", quoted=ack("AR-2028-0018", "Prova de vida – aniversariantes de dezembro", "2028-01-06 15:05", MARLISE),
         traps=["asks, orders nothing"], why="State of AR-2028-0018.", want=dict(area="gerencia-previdencia", relates_to="AR-2028-0018", effect="status-question", dispatch=False, accept={"effect": ["question"]}))
    mail("t045", "reply-to-request", "owa", OTAVIO, "AR-2028-0014 - texto substituto", "2028-01-11 16:14", ["Nádia,", "O jurídico mexeu no texto do AR-2028-0014. Peço trocar o que a Raquel enviou por este:", T("Prezado(a) aposentado(a), o seu benefício, concedido com paridade, será revisto na folha de março de 2028, conforme a lei do reajuste dos servidores ativos."), "A lista não muda."], sig=S_OTAVIO,
         traps=["no In-Reply-To, other sender of the same area", "has a message text but is no new request", "the request waits for approval"], why="Replaces the text of a pending request.", want=dict(area="gerencia-previdencia", relates_to="AR-2028-0014", effect="corrects", dispatch=False))
    q = people("t020", 7)[4]
    mail("t046", "reply-to-request", "outlook", PREV, "RES: Curadores", "2028-01-31 09:21", [f"Nádia, retire por gentileza {q.name} da lista, o curatelado faleceu no fim de semana. Para os outros pode seguir normalmente.", "Grata,"], sig=S_RAQUEL, reply_to="t020", quoted=me(PREV, "2028-01-31 08:37", "Curadores", ["Nádia, bom dia.", "Segue lista para envio por e-mail."]),
         traps=["removes one recipient; not a cancellation"], why="Correction of the list of t020.", want=dict(area="gerencia-previdencia", relates_to="t020", effect="corrects", dispatch=False))
    mail("t047", "reply-to-request", "outlook", KELI, "RES: Precatórios – aviso de depósito", "2028-03-07 15:40", [("color", [("p", "Nádia, respondi embaixo, em azul.")], "#0070C0"), "A planilha tem 8 nomes e o seu e-mail fala em 13. Qual é o certo?", ("color", [("p", "São os 8 da planilha. Os outros 5 já receberam por carta com AR.")], "#0070C0"), "Posso enviar hoje?", ("color", [("p", "Pode, sim.")], "#0070C0")], sig=S_KELI, reply_to="t027",
         traps=["the answers stand under repeated questions, marked only by colour"], why="Confirms the list of t027.", want=dict(area="gerencia-financeira", relates_to="t027", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("t048", "reply-to-request", "roundcube", "Jéssica Lobo <envios@callcenter.example>", "Re: [AR-2028-0011] Pacote para envio por WhatsApp", "2028-01-04 11:02", ["Oi, bom dia!", "A Meta recusou o modelo porque o texto começa com uma variável. Podemos colocar \"Olá,\" antes do nome? Preciso do de acordo de vocês para reenviar e depois mando o relatório."], sig=S_CC, auth="ext", reply_to="cc0011",
         quoted=dict(AUTO, at="2028-01-04 09:20", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2028-0011] Pacote para envio por WhatsApp", body=["Segue o pacote com 52 contatos. Ao final, enviar o relatório."]), traps=["from the call center but no report", "'relatório' and 'de acordo' in the words"], why="A question for a person.", want=dict(relates_to="AR-2028-0011", effect="question", dispatch=False))
    mail("t049", "reply-to-request", "outlook", HELGA, "RES: [AR-2028-0014] Para aprovação: Revisão das aposentadorias por paridade", "2028-01-12 18:22", ["Aprovado com uma ressalva: coloquem o número da lei. Depois disso podem enviar."], sig=S_HELGA, reply_to="ok0014", quoted=preview("AR-2028-0014", "Revisão das aposentadorias por paridade", "2028-01-12 14:30", "734 destinatários, e-mail e WhatsApp"),
         traps=["conditional approval: must not release the text as it stands"], why="'Com uma ressalva' = change first.", want=dict(area="gabinete", relates_to="AR-2028-0014", effect="corrects", dispatch=False, accept={"class": ["approval"]}))
    # ---------------------------------------------------------------- consent
    mail("t050", "approval", "ios-outlook", HELGA, "RES: [AR-2028-0016] Para aprovação: Plano anual de auditoria", "2028-01-11 21:03", ["Li. Está bom, pode mandar."], reply_to="ok0016", quoted=preview("AR-2028-0016", "Plano anual de auditoria", "2028-01-11 16:00", "64 destinatários, e-mail"), traps=["none of the proposed words", "APROVO and NÃO APROVO in the quoted mail"], why="The approver consents.", want=dict(area="gabinete", relates_to="AR-2028-0016", dispatch=True))
    mail("t051", "approval", "outlook", HELGA, "RES: [AR-2028-0019] Para aprovação: Ponto facultativo no Carnaval", "2028-02-21 10:36", ["Aprovo. Que saia na sexta-feira, 25/02, às 10h.", "Abs,"], sig=S_HELGA, logo=True, reply_to="ok0019", quoted=preview("AR-2028-0019", "Ponto facultativo no Carnaval", "2028-02-21 08:30", "todos os segurados, WhatsApp"), traps=["approval with a schedule"], why="Approved for 25 February.", want=dict(area="gabinete", relates_to="AR-2028-0019", send_at="2028-02-25T10:00", dispatch=True))
    mail("t080", "approval", "owa", GAB, "RES: [AR-2028-0019] Para aprovação: Ponto facultativo no Carnaval", "2028-02-21 09:12", ["Nádia, a presidente já leu o decreto. De nossa parte, aprovado, podem disparar."], sig=S_SECR, reply_to="ok0019", quoted=preview("AR-2028-0019", "Ponto facultativo no Carnaval", "2028-02-21 08:30", "todos os segurados, WhatsApp"), traps=["consent of one who is no approver"], why="Only helga.tiedt@ approves.", want=dict(area="gabinete", relates_to="AR-2028-0019", dispatch=False, accept={"class": ["reply-to-request"]}))
    # ---------------------------------------------------------------- cancellations
    mail("t052", "cancellation", "outlook", FIN, "RES: Empréstimos em folha: margem nova", "2028-01-24 09:38", ["Nádia, favor não enviar. O sistema calculou a margem errada e vou precisar refazer a lista. Aviso quando estiver pronto.", "Obrigada."], sig=S_FOLHA, reply_to="t013", quoted=me(FIN, "2028-01-24 09:15", "Empréstimos em folha: margem nova", ["Bom dia,", "Favor enviar por e-mail aos mutuários da planilha anexa."]),
         traps=["cancels a request that came in twice: both copies"], why="Nothing may go out.", want=dict(area="gerencia-financeira", relates_to="t012", dispatch=False, accept={"relates_to": ["t012", "t013"]}))
    mail("t053", "cancellation", "owa", ADM, "SUSPENDER e-mail do portal antigo", "2028-02-07 11:20", ["Nádia, suspenda por favor o e-mail que pedi agora há pouco, o da desativação do portal. A migração vai atrasar e não temos data ainda."], sig=S_TI, traps=["new thread, no protocol: found by area and subject"], why="t026 shall not go.", want=dict(area="gerencia-administrativa", relates_to="t026", dispatch=False))
    mail("t054", "cancellation", "iphone", CESAR, "Fwd: [AR-2028-0020] Solicitação recebida", "2028-01-07 11:15", ["Nadia, cancela esse, o anexo não vai mais ser usado. Se a empresa já disparou me liga por favor"], fwd=True, quoted=ack("AR-2028-0020", "Perícias transferidas para o anexo", "2028-01-07 08:30", CESAR),
         traps=["already at the call center"], why="Cancellation after the package left.", want=dict(area="pericia-medica", relates_to="AR-2028-0020", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-replied")]
    m12, m17 = "ar-2028-0012.mail1@ipreville.example", "ar-2028-0017.mail1@ipreville.example"
    s12, s17 = "Reajuste anual dos proventos", "Ata da sessão de dezembro"
    r = people("t055", 5)
    mail("t055", "delivery-receipt", "receipt", MSX, "Retransmitido: " + s12, "2028-01-04 14:03", [], to=[PRESID], headers=auto + [("In-Reply-To", f"<{m12}>")], envelope="",
         raw_root=dsn("t055", "A entrega a estes destinatários ou grupos foi concluída, mas nenhuma notificação de entrega foi enviada pelo servidor de destino:\n\n" + "\n\n".join(x.email for x in r) + "\n", [(x.email, "relayed", "2.0.0", None) for x in r], "2028-01-04 14:01", m12, html="<p>A entrega foi concluída</p>", subject=s12), traps=["five recipients in one notice", "'relayed' is not 'delivered'"], why="Relayed.", want=dict(relates_to="AR-2028-0012", receipt={"action": "relayed", "recipients": [x.email for x in r]}))
    r = people("t056", 1)[0]
    mail("t056", "delivery-receipt", "receipt", "postmaster@correio.example <postmaster@correio.example>", "Entregue: " + s17, "2028-01-06 11:14", [], to=[PRESID], auth="ext", envelope="", headers=auto + [("In-Reply-To", f"<{m17}>")],
         raw_root=dsn("t056", f"A sua mensagem foi entregue aos seguintes destinatários:\n\n{r.email}\n\nAssunto: {s17}\n", [(r.email, "delivered", "2.0.0", None)], "2028-01-06 11:11", m17, mta="correio.example", subject=s17), traps=["outside postmaster"], why="Delivered.", want=dict(relates_to="AR-2028-0017", receipt={"action": "delivered", "recipients": [r.email]}))
    r = people("t057", 1)[0]
    mail("t057", "delivery-receipt", "receipt", MSX, "Não é possível entregar: " + s17, "2028-01-06 11:13", [], to=[PRESID], headers=auto + [("In-Reply-To", f"<{m17}>")], envelope="",
         raw_root=dsn("t057", f"Falha na entrega a estes destinatários ou grupos:\n\n{r.email}\nO endereço de e-mail informado não foi encontrado.\n", [(r.email, "failed", "5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound")], "2028-01-06 11:11", m17, html="<p>Falha na entrega</p>", subject=s17), traps=["bad contact"], why="Failed.", want=dict(relates_to="AR-2028-0017", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("t058", 1)[0]
    mail("t058", "delivery-receipt", "receipt", "Mail Delivery System <mailer-daemon@caixapostal.example>", "Delayed Mail (still being retried)", "2028-01-04 18:22", [], to=[PRESID], auth="none", envelope="", headers=auto,
         raw_root=dsn("t058", f"Your message could not be delivered for more than 4 hours. It will be retried until it is 5 days old.\n\n<{r.email}>: connect to mx.caixapostal.example: Connection timed out\n", [(r.email, "delayed", "4.4.1", "connect to mx.caixapostal.example: Connection timed out")], "2028-01-04 14:01", m12, mta="caixapostal.example", subject=s12), traps=["English, no original subject", "delay is not final"], why="Delayed.", want=dict(relates_to="AR-2028-0012", receipt={"action": "delayed", "recipients": [r.email]}))
    r = people("t059", 1)[0]
    mail("t059", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Lida: " + s12, "2028-01-05 06:50", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", f"<{m12}>")],
         raw_root=mdn("t059", f"Sua mensagem\n\n   Para: {r.name}\n   Assunto: {s12}\n   Enviada: terça-feira, 4 de janeiro de 2028 14:00:00\n\nfoi lida em quarta-feira, 5 de janeiro de 2028 06:49:31.\n", r.email, m12, "automatic-action/MDN-sent-automatically; displayed"), traps=["a read receipt from an insured person is no answer"], why="Read.", want=dict(relates_to="AR-2028-0012", receipt={"action": "read", "recipients": [r.email]}))
    # ---------------------------------------------------------------- the call center
    q13 = dict(AUTO, at="2028-01-05 10:00", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2028-0013] Pacote para envio por WhatsApp", body=["Segue o pacote com 5.340 contatos. Ao final, enviar o relatório."])
    mail("t060", "call-center-report", "roundcube", "Jéssica Lobo <envios@callcenter.example>", "Re: [AR-2028-0013] Pacote para envio por WhatsApp", "2028-01-05 18:45", ["Boa noite!", "Posição de hoje: 2.000 enviadas (limite diário da conta), 1.874 entregues e 126 não entregues. Faltam 3.340, que saem amanhã e sexta."], sig=S_CC, auth="ext", reply_to="cc0013", quoted=q13, traps=["partial: do not close the request", "thousands points"], why="Partial.", want=dict(relates_to="AR-2028-0013", report={"complete": False, "sent": 2000, "delivered": 1874, "read": None, "failed": 126}))
    mail("t061", "call-center-report", "webmail", "Elo Disparos (não responder) <noreply@disparos.callcenter.example>", "Campanha IPREVILLE_DENGUE_0501 encerrada", "2028-01-10 08:30", ["Campanha: IPREVILLE_DENGUE_0501\nStatus: ENCERRADA\nTotal de contatos: 5340\nEnviadas: 5340\nEntregues: 4986\nLidas: 3512\nFalhas: 354", "E-mail automático."], auth="ext", headers=[("Auto-Submitted", "auto-generated")],
         traps=["Auto-Submitted and noreply, yet a report", "complete after the partial one"], why="Completes AR-2028-0013.", want=dict(relates_to="AR-2028-0013", report={"complete": True, "sent": 5340, "delivered": 4986, "read": 3512, "failed": 354}))
    p = people("t062", 26)
    st = ["READ"] * 13 + ["DELIVERED"] * 9 + ["FAILED"] * 4
    mail("t062", "call-center-report", "outlook", "Jéssica Lobo <envios@callcenter.example>", "RES: [AR-2028-0020] Pacote para envio por WhatsApp", "2028-01-10 09:58", ["Bom dia! Como o pedido de parar chegou depois do disparo, segue o relatório final em anexo."], sig=S_CC, auth="ext", reply_to="cc0020", att=[f("rel_0020.xlsx", xlsx({"Envios": [["Nome", "Telefone", "Status"]] + [[x.name, x.e164, s] for x, s in zip(p, st)]}))], traps=["one line a contact", "read messages are also delivered ones"], why="22 delivered, 13 of them read, 4 failed.", want=dict(relates_to="AR-2028-0020", report={"complete": True, "sent": 26, "delivered": 22, "read": 13, "failed": 4}))
    mail("t063", "call-center-report", "outlook", "Priscila Nack <priscila.nack@callcenter.example>", "Fechamento mutirão de perícias 04/01", "2028-01-06 17:32", ["Boa tarde, Nádia, tudo certo?", "Fechamento do disparo do mutirão (52 contatos):", ("table", [["Enviadas", "Entregues", "Lidas", "Não entregues"], ["52", "49", "40", "3"]]), "Fico à disposição."], sig=S_PRI, auth="ext", traps=["no protocol, other address of the company, new thread", "figures in a table"], why="Matched by date, subject and quantity.", want=dict(relates_to="AR-2028-0011", report={"complete": True, "sent": 52, "delivered": 49, "read": 40, "failed": 3}))
    mail("t064", "call-center-report", "gmail", "Priscila Nack <priscila.nack@callcenter.example>", "posição", "2028-01-11 08:47", ["Oi! Aquele de dezembro fechou: 187 enviadas, 171 entregues, 16 com erro."], sig=S_PRI, auth="ext", traps=["one-word subject; the number 187 links it"], why="187 contacts, birthdays of December.", want=dict(relates_to="AR-2028-0018", report={"complete": True, "sent": 187, "delivered": 171, "read": None, "failed": 16}))
    # ---------------------------------------------------------------- machines
    mail("t065", "auto-reply", "outlook", KELI, "Resposta automática: [AR-2028-0012] Envio concluído", "2028-01-05 09:02", ["Estou em férias até 21 de janeiro. Pedidos de envio e dúvidas sobre a folha: financeiro@ipreville.example."], irt="ar-2028-0012.ack@ipreville.example", headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-replied")], traps=["'Pedidos de envio', from an area"], why="Out of office.", want=dict(area="gerencia-financeira", relates_to="AR-2028-0012", accept={"area": [None], "relates_to": [None]}))
    mail("t066", "auto-reply", "gmail", "Teodora Werneck <teodora.werneck@webmail.example>", "Ausente Re: " + s12, "2028-01-04 14:02", ["Oi! Estou na praia com os netos e quase não olho o computador. Respondo em fevereiro."], to=[PRESID], auth="ext", irt=m12, headers=[("Auto-Submitted", "auto-replied")], traps=["from an insured person, in reply to the mass mail"], why="Vacation responder.", want=dict(relates_to="AR-2028-0012", accept={"relates_to": [None]}))
    mail("t067", "auto-reply", "roundcube", "Ouvidoria da Câmara <ouvidoria@camara.example>", "Re: " + s17 + " [Chamado 2028/00417]", "2028-01-06 11:12", ["Sua mensagem foi registrada sob o nº 2028/00417.", "O prazo de resposta é de 20 dias. Não é necessário responder a este aviso."], to=[PRESID], auth="ext", irt=m17, headers=[("Auto-Submitted", "auto-replied")], traps=["ticket number of its own"], why="Ticket system.", want=dict(relates_to="AR-2028-0017", accept={"relates_to": [None]}))
    # ---------------------------------------------------------------- insured people
    pres12 = dict(PRES, at="2028-01-04 14:00", to="undisclosed-recipients:;", subject=s12, body=["Prezado(a) segurado(a),", "O reajuste anual dos proventos será pago a partir da folha de janeiro."])
    pres17 = dict(PRES, at="2028-01-06 11:10", to="undisclosed-recipients:;", subject=s17, body=["Prezados,", "A ata da sessão de dezembro está publicada no portal."])
    mail("t068", "insured-reply", "gmail", "Jurandir Amorim <jurandir.amorim@correio.example>", "Re: " + s12, "2028-01-04 20:17", ["Boa noite. Esse reajuste vale também para quem se aposentou em 2024 sem paridade? Meu contracheque veio igual ao do ano passado."], to=[PRESID], auth="ext", reply_to="0012m", quoted=pres12, traps=["arrives at presidente@, must reach the area that asked"], why="To the Gerência Financeira.", want=dict(relates_to="AR-2028-0012"))
    mail("t069", "insured-reply", "yahoo", "Zélia Bitencourt <zelia.bitencourt@provedor.example>", "Re: " + s17, "2028-01-07 09:40", ["Não tenho mais interesse em receber essas atas. Favor excluir meu e-mail da lista."], to=[PRESID], auth="ext", mobile=True, reply_to="0017m", quoted=pres17, traps=["opt-out, not a correction by an area"], why="Register the opt-out.", want=dict(relates_to="AR-2028-0017", opt_out=True))
    mail("t070", "insured-reply", "samsung", "Osmarina Lopes <osmarina.lopes@mail.example>", "prova de vida da mamae", "2028-01-12 21:08", ["Boa noite, minha mãe Aurora Lopes tem 91 anos e não sai da cama, mando a foto do documento dela e o laudo pra fazer a prova de vida. Tem que levar ela ai?"], auth="ext", att=[f("20280112_210455.jpg", image("JPEG")), f("laudo.pdf", pdf(["Laudo"]))], traps=["a relative, no thread, personal documents"], why="A person decides; to the Previdência.", want=dict(category="prova-de-vida", relates_to=None, accept={"class": ["unrelated"], "category": [None], "relates_to": ["AR-2028-0018"]}))
    mail("t071", "insured-reply", "outlook", "Cristóvão Leal <cristovao.leal@webmail.example>", "RES: " + s17, "2028-01-10 10:55", ["Solicito que esta minha réplica à ata seja enviada por e-mail a todos os que a receberam: a votação do item 4 não ocorreu como está escrito."], to=[PRESID], auth="ext", reply_to="0017m", quoted=pres17, traps=["an insured person asks for a mass sending"], why="To the Council; nothing goes out.", want=dict(relates_to="AR-2028-0017", accept={"class": ["unauthorized"]}))
    # ---------------------------------------------------------------- without right or proof
    p = people("t072", 4)
    mail("t072", "unauthorized", "outlook", JAIR, "Pix do reajuste – WhatsApp para os da lista", "2028-02-08 07:36", ["Nádia, bom dia. Preciso que saia por WhatsApp agora cedo aos segurados da planilha:", T("Para receber o reajuste por Pix, confirme a sua chave em https://ipreville-pix.example até hoje."), "Obrigado,"], sig=S_JAIR, auth="fail", envelope="www-data@vps31.example", att=[f("reajuste.xlsx", xlsx({"Plan1": phones_of(p)}))],
         traps=["exact address of a manager; SPF and DMARC fail"], why="Authentication failed.", want=dict(reason="dmarc fail", accept={"reason": [None]}))
    mail("t073", "unauthorized", "owa", "Gabinete da Presidência <gabinete@ipreville.example.net>", "Disparo geral - determinação da Presidência", "2028-02-18 11:50", ["Nádia,", "Por determinação da Presidente, disparar por WhatsApp para todos os segurados, com urgência:", "\"Prezado segurado, o Ipreville mudou de banco. Cadastre a sua senha em https://cadastro-ipreville.example.\"", "Grata,"], sig=S_SECR, auth="ext", traps=["lookalike domain, passes its own DKIM"], why="Not the institute's domain.", want=dict(reason="lookalike domain", accept={"reason": [None]}))
    mail("t074", "unauthorized", "gmail", "Marlise Kuhnen <marlisekuhnen.casa@webmail.example>", "esqueci de pedir", "2028-03-11 19:44", ["Nádia, sou eu, Marlise, escrevendo de casa que o notebook travou. Manda na segunda cedo um WhatsApp aos aniversariantes de março lembrando da prova de vida, a lista é a mesma do mês passado. Obrigada!"], auth="ext", traps=["perhaps really Marlise, but from an unknown personal address"], why="Identity not proven: ask her at work.", want=dict(reason="personal address of an employee", accept={"reason": [None]}))
    mail("t075", "unauthorized", "zimbra", "Ótica Visão Clara <convenios@oticavisao.example>", "Divulgação de convênio aos beneficiários", "2028-03-14 09:28", ["Prezados senhores,", "Conforme conversado com a diretoria, pedimos o envio da nossa oferta aos beneficiários por WhatsApp, ou que nos cedam a relação de nomes e telefones para que façamos o contato.", "Permanecemos no aguardo."], sig=["Ótica Visão Clara", "Setor de convênios"], auth="ext", traps=["asks for a sending or for the data", "'conforme conversado com a diretoria'"], why="A stranger.", want=dict(reason="third party", accept={"class": ["unrelated"], "reason": [None]}))
    # ---------------------------------------------------------------- the rest
    mail("t076", "unrelated", "gmail", "Congresso de Previdência <inscricoes@congressorpps.example>", "Lote promocional até sexta! Comunicação com o segurado na era do WhatsApp", "2028-02-17 06:15", ["Painéis sobre prova de vida digital, censo, perícia e disparo de mensagens.", "Garanta a sua vaga: https://congressorpps.example. Para não receber mais, clique em cancelar."], auth="ext", traps=["full of the domain's words"], why="Advertisement.")
    ics = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Ipreville//PT\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:20280222-com@ipreville.example\r\nDTSTAMP:20280218T120000Z\r\nDTSTART:20280222T170000Z\r\nDTEND:20280222T180000Z\r\nSUMMARY:Calendario de comunicados\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    mail("t077", "unrelated", "owa", SOLANGE, "Reunião: calendário de comunicados de março", "2028-02-18 09:00", ["Pauta: o que vai por e-mail, o que vai por WhatsApp, listas desatualizadas.", "Terça-feira, 22/02, 14h, sala de reuniões do 2º andar."], to=[ASSESSORIA, BIANCA], att=[f("convite.ics", ics)], traps=["meeting invitation from an area, naming both channels"], why="A meeting.", want=dict(area="gerencia-administrativa", accept={"area": [None]}))
    mail("t078", "unrelated", "outlook", "Financeiro Elo Atendimento <cobranca@callcenter.example>", "NFS-e 1187 e demonstrativo de disparos – janeiro/2028", "2028-02-02 09:00", ["Prezados,", "Enviamos em anexo a nota fiscal e o demonstrativo dos 5.605 disparos de janeiro. Vencimento: 17/02/2028.", "Atenciosamente,"], sig=["Contas a receber", "Elo Atendimento"], auth="ext", att=[f("NFSe_1187.pdf", pdf(["NFS-e 1187"])), f("demonstrativo.xlsx", xlsx({"jan": [["Campanha", "Disparos"], ["DENGUE", 5340], ["DEZEMBRO", 187], ["ANEXO", 26], ["MUTIRAO", 52]]}))], traps=["from the call center, with figures and an xlsx, but an invoice"], why="Invoice.")
    mail("t079", "unrelated", "outlook", ADM, "Troca de senha da rede na quinta", "2028-03-15 15:30", ["Pessoal,", "Nesta quinta-feira, 16/03, todos os servidores do Instituto devem trocar a senha da rede. Quem não trocar fica sem e-mail. Não mandem a senha nova por WhatsApp a ninguém, nem para nós."], sig=S_TI, to=["Todos Ipreville <todos@ipreville.example>"], traps=["a circular to the staff, with both channels in it"], why="Not for the insured.", want=dict(area="gerencia-administrativa", accept={"area": [None]}))
