"""Half o: the office from April to June 2027, by people of other ages and tempers - the typist near her pension, the sergeant, the boy of the networks, the teacher, the doctor from across the border."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2027-0101", "gerencia-previdencia", "otavio.bressan@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Retirada da senha do portal", "2027-04-01T09:30", 64),
    request("AR-2027-0102", "gerencia-financeira", "financeiro@ipreville.example", ["email"], "specific", "sent", "Fim do auxílio-alimentação dos inativos", "2027-04-01T14:20", 1105),
    request("AR-2027-0103", "comunicacao", "comunicacao@ipreville.example", ["whatsapp"], "general", "waiting-report", "Dia Mundial da Saúde", "2027-04-02T10:00", 5102),
    request("AR-2027-0104", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["email"], "specific", "waiting-data", "Passeio a São Francisco do Sul", "", None, ["recipients"]),
    request("AR-2027-0105", "pericia-medica", "cesar.ramthun@ipreville.example", ["whatsapp"], "specific", "waiting-data", "Junta médica de abril", "", 31, ["message_text"]),
    request("AR-2027-0106", "gerencia-previdencia", "marlise.kuhnen@ipreville.example", [], "specific", "waiting-data", "Tempo de magistério a retificar", "", 22, ["channel"]),
    request("AR-2027-0107", "gabinete", "gabinete@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Novo número da central telefônica", "", 5102),
    request("AR-2027-0108", "conselho-administrativo", "conselhoadm@ipreville.example", ["email"], "specific", "waiting-approval", "Novo regimento dos colegiados", "", 23),
    request("AR-2027-0109", "controle-interno", "controleinterno@ipreville.example", ["email"], "specific", "waiting-approval", "Declaração anual de bens", "", 47),
    request("AR-2027-0110", "gerencia-financeira", "keli.borba@ipreville.example", ["email", "whatsapp"], "specific", "waiting-window", "Antecipação do 13º", "", 260),
    request("AR-2027-0111", "conselho-fiscal", "valdemar.stein@webmail.example", ["email"], "specific", "sent", "Parecer sobre as contas de 2026", "2027-04-05T11:00", 402),
    request("AR-2027-0112", "pericia-medica", "lenita.hostin@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Grupo de dor crônica", "2027-04-06T14:10", 19),
    request("AR-2027-0113", "gerencia-administrativa", "administrativo@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Entrega dos novos crachás", "2027-04-07T09:00", 118),
]
ACKS = {f"ack{n}": f"ar-2027-{n}.ack@ipreville.example" for n in ("0101", "0103", "0104", "0105", "0106", "0110", "0111", "0112", "0113")} | {f"cc{n}": f"ar-2027-{n}.cc@ipreville.example" for n in ("0101", "0103", "0112", "0113")} | {f"ok{n}": f"ar-2027-{n}.ok@ipreville.example" for n in ("0107", "0108", "0109")} | {f"{n}m": f"ar-2027-{n}.mail1@ipreville.example" for n in ("0102", "0111")}
S_IRMA = ["Irma Schlösser", "Escrituraria – Seção de Aposentadorias", "Gerência de Previdência", "Ramal 19"]
S_AURELIO = ["Aurélio Binder", "Portaria e Segurança", "Gerência Administrativa"]
S_KAUAN = ["kauan | comunicação ipreville"]
S_TERE = ["Teresinha Vicenzi", "Cadastro bancário – Gerência Financeira", "(47) 3400-0029"]
S_ZULEIKA = ["Profª. Zuleika Amorim", "Conselheira fiscal, representante do magistério"]
S_MARISTELA = ["Maristela Goedert", "Atendimento previdenciário", "Gerência de Previdência - Ipreville", "(47) 3400-0018"]
S_RAMIRO = ["Dr. Ramiro Quiroga", "Médico perito", "Perícia Médica - Ipreville"]
S_DARCI = ["Darci Lunardi", "Tesoureiro", "Gerência Financeira – Ipreville"]
S_BERNARDO = ["Bernardo Assis de Lacerda", "OAB/SC 00.000", "Secretário do Conselho Administrativo"]
S_EUNICE = ["Eunice Rahn", "Controle Interno", "3400-0052"]
S_JOCA = ["João Carlos Tonet (Joca)", "Almoxarifado e Eventos", "Gerência Administrativa"]
S_LIS = ["Lis Nakamura", "Gabinete da Presidência", "Ipreville"]
S_WESLEY = ["Wesley Prado", "Atendimento a clientes", "Elo Atendimento"]
LEGAL = "A informação contida nesta mensagem e em seus anexos é protegida por sigilo. Se o senhor(a) não é o destinatário, fica notificado(a) de que a leitura, a cópia e o reenvio por qualquer meio são proibidos; apague-a e avise-nos por telefone."


def ack(protocol, subject, at, to):
    return ask(protocol, subject, at, to, f"Olá! O seu pedido foi registrado com o número {protocol}.\n\nVocê receberá um aviso quando o envio estiver concluído.")


def preview(protocol, subject, at, who):
    return ask(protocol, "Para aprovação: " + subject, at, HELGA, f"Segue a prévia do envio {protocol} ({who}). Responda APROVO para liberar ou NÃO APROVO para devolver à área.")


def mails():
    IDS.update(ACKS)
    plain()
    chatty()
    traps()
    answers()
    notices()


def plain():
    p = people("o001", 9)
    mail("o001", "request", "outlook", PREV, "Expedição de e-mail", "2027-04-08 08:12",
         ["Prezada Sra. Nádia Pruner,", "Venho por meio desta solicitar a V. Sa. a expedição de e-mail aos aposentados constantes da planilha que segue apensa, conforme o teor abaixo.", "ASSUNTO: Aposentadoria por incapacidade – reavaliação a cada dois anos", "TEOR:",
          T("Prezado(a) aposentado(a),\n\nA aposentadoria por incapacidade permanente é reavaliada a cada dois anos, até os 60 anos de idade.\n\nO seu prazo vence neste semestre. Agende a reavaliação até 31 de maio de 2027, na Seção de Aposentadorias ou pelo telefone (47) 3400-0019.\n\nAtenciosamente,\nSeção de Aposentadorias"),
          "Sendo só para o momento, subscrevo-me com estima e apreço."], sig=S_IRMA, logo=True, att=[f("RELAÇÃO.XLSX", xlsx({"Plan1": mails_of(p, ("NOME", "E-MAIL")) + [[p[3].name, p[3].email.upper()]]}))],
         traps=["extension in capitals", "one person twice"], why="Everything is stated.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="pericia", message_subject="Aposentadoria por incapacidade – reavaliação a cada dois anos", recipients=9, rejected=0, duplicates=1, dispatch=True, accept={"category": ["orientacao", "andamento", "recadastramento"]}, list_source="RELAÇÃO.XLSX"))

    p = people("o002", 6)
    mail("o002", "request", "outlook", ADM, "Estacionamento - aviso", "2027-04-08 10:40",
         ["Bom dia.", "1. Meio: WhatsApp.\n2. Destino: credenciados da planilha anexa.\n3. Texto:",
          T("Senhor credenciado: a partir de 19/04 o acesso ao estacionamento dos fundos será feito somente com a nova etiqueta. Retire a sua na portaria, das 7h às 13h, com o documento do veículo."),
          "Fim do texto.", "Grato."], sig=S_AURELIO, att=[f("credenciados.xlsx", xlsx({"Planilha1": phones_of(p)}))], traps=["numbered items of an instruction"], why="Short and complete.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-administrativa", category="atendimento", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="credenciados.xlsx"))

    mail("o003", "request", "apple", COM, "arte vacina whats", "2027-04-09 14:05",
         ["oi nádia, tudo bem?", "consegue soltar a arte anexa no whatsapp pra todos os segurados? a legenda é essa:",
          T("A vacina contra a gripe já chegou aos postos de Joinville! 💉 Quem tem 60 anos ou mais pode se vacinar sem agendar. Leve documento e carteirinha."), "obrigado!"], sig=S_KAUAN, att=[f("vacina_60mais.jpg", image("JPEG", (400, 400)))],
         traps=["all in small letters"], why="General, picture and caption are there.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="orientacao", attachments_to_send=["vacina_60mais.jpg"], dispatch=True, accept={"category": ["institucional", "evento"]}))

    p4 = people("o004", 8)
    t4 = "Prezado(a) segurado(a),\n\nO banco informou que a conta em que o(a) senhor(a) recebe o benefício foi encerrada.\n\nPara não ficar sem o crédito de abril, entregue os dados da nova conta até o dia 20/04/2027, pessoalmente ou pelo Portal do Segurado.\n\nNunca informe a sua senha a ninguém.\n\nGerência Financeira\nIpreville"
    l4 = xlsx({"contas": mails_of(p4, ("Segurado", "E-mail"))})
    mail("o004", "request", "outlook", FIN, "E-mail para quem teve a conta encerrada", "2027-04-12 07:58",
         ["Nádia, bom dia! Desculpe incomodar logo cedo.", "Por favor, envie por e-mail para as pessoas da planilha (são 8, contei duas vezes).", "Assunto do e-mail: Sua conta bancária foi encerrada – informe a nova", "Texto do e-mail:", T(t4, "hr"),
          "Se faltou alguma coisa me avise, que eu arrumo. Obrigada e desculpe!"], sig=S_TERE, disc=D1, att=[f("contas encerradas.xlsx", l4)], traps=["apologies around a plain request", "rulers delimit the text"], why="Complete; the number agrees.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Sua conta bancária foi encerrada – informe a nova", recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"category": ["recadastramento"]}, list_source="contas encerradas.xlsx"))

    p = people("o005", 4)
    mail("o005", "request", "iphone", SAUDE, "Hidro cancelada amanha", "2027-04-13 15:31",
         ["Nádia, manda por WhatsApp pra esses 4, por vafor:", "\n".join(f"{x.name} {x.phone(i)}" for i, x in enumerate(p)), "Mensagem:",
          T("Boa tarde! A hidroginástica de amanhã (14/04) está cancelada por manutenção no aquecedor da piscina. A próxima aula será na sexta-feira, 16/04, no horário de sempre.")],
         traps=["list typed in the body", "'está cancelada' is the message's"], why="Four numbers, one text.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="evento", recipients=4, rejected=0, duplicates=0, dispatch=True, accept={"category": ["atendimento", "orientacao", "pericia"]}, list_source="body"))

    p = people("o006", 7)
    t6 = "Senhores fiscais de contrato,\n\nO relatório de fiscalização do primeiro trimestre de 2027 deve ser entregue ao Controle Interno até 30 de abril.\n\nO relatório deve conter:\n\n- as notas fiscais atestadas no período;\n- as ocorrências e as providências tomadas;\n- a previsão de aditivos.\n\nControle Interno"
    mail("o006", "request", "thunderbird", CI, "Fiscais de contrato - pedido de e-mail", "2027-04-14 09:20",
         ["Bom dia, Nádia.", "Solicito o envio por e-mail do texto que está no arquivo Word aos fiscais da planilha.", "Assunto: Relatório de fiscalização – 1º trimestre de 2027", "Atenciosamente,"], sig=S_EUNICE,
         att=[f("texto fiscais.docx", docx(t6.replace("\n\n", "\n").split("\n"))), f("fiscais.ods", ods(mails_of(p, ("Fiscal", "Correio eletrônico"))))], traps=["text in a .docx, list in an .ods"], why="The Word file is the text and does not go along.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Relatório de fiscalização – 1º trimestre de 2027", message_text=t6, recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="fiscais.ods"))

    p = people("o007", 5)
    mail("o007", "request", "owa", CFIS, "Visita às obras da nova sede", "2027-04-15 16:44",
         ["Prezada Nádia, boa tarde.", "Peço-lhe que envie, por correio eletrônico, a mensagem abaixo aos seguintes endereços: " + "; ".join(x.email for x in p) + ".", "Título: Visita às obras da nova sede",
          T("Caros colegas,\n\nA visita do Conselho Fiscal às obras da nova sede está marcada para 23 de abril de 2027, às 14 horas. O ponto de encontro é a recepção do Instituto.\n\nPeço que confirmem a presença até o dia 20.\n\nZuleika Amorim\nConselho Fiscal", "indent"), "Muito obrigada pela atenção de sempre.", "Cordialmente,"], sig=S_ZULEIKA,
         traps=["addresses in one sentence", "the text is signed with the requester's own name"], why="Five addresses, subject and text.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Visita às obras da nova sede", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["evento", "institucional"]}, list_source="body"))

    mail("o008", "request", "owa", GAB, "WhatsApp geral - feriado de Tiradentes", "2027-04-16 11:15",
         ["Nádia, bom dia!", "Favor programar para segunda-feira, 19/04, às 9h, o envio por WhatsApp a todos os segurados:",
          T("Na quarta-feira, 21 de abril, feriado de Tiradentes, o Ipreville não abre. O atendimento volta ao normal na quinta-feira, 22, das 8h às 14h."), "Obrigada,"], sig=S_LIS,
         traps=["three dates; the first is the sending's"], why="General, on Monday at nine.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", send_at="2027-04-19T09:00", dispatch=True, accept={"category": ["institucional"]}))

    p = people("o009", 7)
    rows = [["Nome", "E-mail", "Celular"]] + [[x.name, x.email if i != 2 else "", x.phone(i) if i != 5 else ""] for i, x in enumerate(p)]
    mail("o009", "request", "outlook", JAIR, "Consignado – carência (e-mail e WhatsApp)", "2027-04-20 13:22",
         ["Nádia,", "Enviar por e-mail e por WhatsApp, com o mesmo texto, aos segurados da planiha.", "Assunto (e-mail): Consignado: fim da carência em maio", "Texto:",
          T("Prezado(a) segurado(a), a carência do seu empréstimo consignado termina em 31/05/2027. A primeira parcela será descontada no benefício de junho. Dúvidas sobre valores devem ser tratadas com o banco."), "Att,"], sig=S_JAIR, att=[f("carência.xlsx", xlsx({"Base": rows}))],
         traps=["one hole in each column"], why="All seven can be reached by at least one channel.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Consignado: fim da carência em maio", recipients=7, rejected=0, duplicates=0, recipients_by_channel={"email": 6, "whatsapp": 6}, rejected_by_channel={"email": 1, "whatsapp": 1}, dispatch=True, list_source="carência.xlsx"))

    p = people("o010", 6)
    hours = ["8h", "8h30", "9h", "9h30", "13h", "13h30"]
    mail("o010", "request", "outlook", CESAR, "Convocação por WhatsApp – perícias de 4 de maio", "2027-04-22 10:03",
         ["Bom dia, Nádia.", "Segue o CSV com os convocados para a perícia do dia 4. Enviar por WhatsApp, trocando o que está entre chaves pelo dado de cada linha:",
          T("Prezado(a) {NOME}, a sua perícia médica será em 04/05/2027, às {HORARIO}, com {MEDICO}. Traga laudos e exames dos últimos seis meses. Ipreville"), "Obrigado,"], sig=S_CESAR,
         att=[f("pericia_0405.csv", csv([["NOME", "CELULAR", "HORARIO", "MEDICO", "CPF"]] + [[x.name, x.phone(i), h, "Dra. Lenita Hostin" if i < 4 else "Dr. Ramiro Quiroga", x.cpf] for i, (x, h) in enumerate(zip(p, hours))]))], traps=["placeholders and CPF column"], why="All the data are in the file.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=6, rejected=0, duplicates=0, per_person=True, placeholders=["NOME", "HORARIO", "MEDICO"], never_forward_columns=["CPF"], dispatch=True, list_source="pericia_0405.csv"))

    p = people("o011", 6)
    te = "Prezado(a) eleitor(a),\n\nA votação para o representante dos pensionistas no Conselho Administrativo será em 14 de maio de 2027, das 9h às 17h, na sede do Ipreville ou pelo Portal do Segurado.\n\nQuem votar pelo portal precisa da senha, que pode ser retirada na recepção até a véspera.\n\nConselho Administrativo"
    tw = "14 de maio é dia de votar para o Conselho! Na sede do Ipreville, das 9h às 17h, ou pelo Portal do Segurado."
    mail("o011", "request", "outlook", CADM, "Eleição – dois textos", "2027-04-26 09:50",
         ["Prezada Nádia,", "Solicito o envio aos eleitores da planilha, por e-mail e por WhatsApp, cada um com o seu texto.", "E-MAIL\nAssunto: Eleição de 14 de maio: como votar", T(te), "WHATSAPP", T(tw), "Atenciosamente,"], sig=S_CADM, att=[f("eleitores.xlsx", xlsx({"Eleitores": [["Nome", "E-mail", "Celular"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]}))],
         traps=["one text per channel under plain headings"], why="Both texts are marked.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="conselho-administrativo", category="eleicao", message_subject="Eleição de 14 de maio: como votar", message_text=te, message_text_by_channel={"email": te, "whatsapp": tw}, recipients=6, rejected=0, duplicates=0, recipients_by_channel={"email": 6, "whatsapp": 6}, rejected_by_channel={"email": 0, "whatsapp": 0}, dispatch=True, list_source="eleitores.xlsx"))

    p = people("o012", 7)
    mail("o012", "request", "outlook", SOLANGE, "Carteirinha do convênio – e-mail com anexos", "2027-04-27 14:30",
         ["Nádia, boa tarde.", "Por favor, envie por e-mail aos nomes da planilha,  juntando os dois PDFs (termo e manual).", "Assunto: Convênio odontológico: termo de adesão", "Texto:",
          T("Prezado(a) servidor(a),\n\nSeguem em anexo o termo de adesão ao convênio odontológico e o manual do usuário.\n\nQuem quiser aderir deve devolver o termo assinado até 14 de maio de 2027."), "Um abraço,"], sig=S_SOLANGE, logo=True,
         att=[f("Termo de adesão.pdf", pdf(["Termo de adesão"])), f("Manual do usuário.pdf", pdf(["Manual"])), f("interessados convênio.xlsx", xlsx({"Plan1": mails_of(p[:6]) + [[p[6].name, ""]]}))], traps=["two PDFs go, the list does not", "one person without an address"], why="Complete.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="orientacao", message_subject="Convênio odontológico: termo de adesão", recipients=6, rejected=1, duplicates=0, attachments_to_send=["Termo de adesão.pdf", "Manual do usuário.pdf"], dispatch=True, accept={"category": ["pagamento", "atendimento", "recadastramento"]}, list_source="interessados convênio.xlsx"))

    p = people("o013", 9)
    rows = [["Nome", "Telefone"]] + [[x.name, x.phone(i)] for i, x in enumerate(p[:5])] + [[p[5].name, p[5].phone8()], [p[6].name, p[6].no_ddd()], [p[7].name, p[7].landline()], [p[8].name, ""], [p[1].name, p[1].phone(4)]]
    mail("o013", "request", "owa", MARLISE, "WhatsApp – documentos da pensão", "2027-04-28 08:48",
         ["Nádia, bom dia.", "Enviar por WhatsApp aos dependentes da planilha:", T("Para concluir o seu pedido de pensão falta a certidão de casamento atualizada. Entregue-a na recepção do Ipreville ou envie pelo Portal do Segurado até 14/05/2027."), "Obrigada."], sig=S_MARLISE, att=[f("dependentes.xls", xls(rows))],
         traps=["no ninth digit", "no area code", "landline", "empty cell", "one number twice"], why="Six usable, three not, one repeated.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=6, rejected=3, duplicates=1, dispatch=True, accept={"category": ["orientacao"]}, list_source="dependentes.xls"))

    p = people("o014", 6)
    mail("o014", "request", "gmail", BIANCA, "Consulta sobre o novo portal", "2027-04-29 17:02",
         ["Nádia, segue o texto da consulta para envio por e-mail aos usuários do CSV.", "Assunto: O que você acha do novo portal?", "Texto do e-mail:",
          T("Olá!\n\nO Portal do Segurado mudou e queremos saber o que você achou. São cinco perguntas, todas de múltipla escolha:\n\n- Foi fácil entrar com a senha?\n- Você achou o contracheque?\n- As letras têm bom tamanho?\n- O portal abre bem no celular?\n- Que nota você dá?\n\nResponda até 14 de maio em https://consulta.ipreville.example/portal\n\nObrigado pela ajuda!\nEquipe Ipreville"), "Valeu!"], sig=S_BIANCA, att=[f("usuarios_portal.csv", csv(mails_of(p, ("nome", "email")), sep=",", enc="utf-8", bom=True))],
         traps=["questions in the text are the insured's", "hard-wrapped plain part"], why="Complete.",
         want=dict(channel=["email"], audience="specific", area="comunicacao", category="pesquisa", message_subject="O que você acha do novo portal?", recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="usuarios_portal.csv"))

    mail("o015", "request", "iphone", HELGA, "Falta de luz", "2027-05-03 06:40",
         ["Nádia bom dia mande por favor agora cedo no WhatsApp para todos os segurados", T("Por falta de energia elétrica no centro, o Ipreville não atenderá na manhã desta segunda-feira, 3 de maio. Quem tinha horário marcado será procurado por telefone para remarcar.")],
         traps=["dictated, no full stop before the text"], why="General, at once.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", dispatch=True))

    p = people("o016", 5)
    mail("o016", "request", "outlook", OTAVIO, "E-mail aos exonerados – certidão pronta", "2027-05-04 15:10",
         ["Nádia,", "Favor avisar por e-mail os ex-servidores da tabela:", ("table", [["Ex-servidor", "Certidão nº", "E-mail"]] + [[x.name, f"{210 + i}/2027", x.email] for i, x in enumerate(p)]), "Assunto: Certidão de tempo de contribuição disponível", "Texto:",
          T("Prezado(a),\n\nA certidão de tempo de contribuição que o(a) senhor(a) pediu está pronta. Ela pode ser retirada na sede do Ipreville, das 8h às 14h, com documento de identidade, ou por procurador com procuração simples.\n\nGerência de Previdência"), "Obrigado!"], sig=S_OTAVIO,
         traps=["list in a table of the body, before subject and text"], why="Five addresses in the table.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Certidão de tempo de contribuição disponível", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "atendimento"]}, list_source="body-table"))

    p = people("o017", 6)
    mail("o017", "request", "owa", ADM, "Curso de fotografia – aviso aos inscritos", "2027-05-05 09:33",
         ["Bom dia, Nádia!", "Segue a relaçao dos inscritos. Preciso que recebam esse e-mail:", "Assunto: Curso de fotografia cancelado", T("Prezado(a) inscrito(a),\n\nPor falta de número mínimo de alunos, o curso de fotografia com celular foi cancelado. A taxa paga será devolvida em até dez dias.\n\nPedimos desculpas e esperamos você nas próximas turmas.", "box"), "Abração,"], sig=S_JOCA,
         att=[f("inscritos foto.xlsx", xlsx({"Turma": mails_of(p)}))], traps=["the course is cancelled, not the sending"], why="It asks for a sending.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Curso de fotografia cancelado", recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="inscritos foto.xlsx"))

    p = people("o037", 6)
    body = ["Nádia, bom dia.", "Segue a lista pra envio por e-mail.  Assunto: Abono anual dos pensionistas", "Texto:", "Prezado(a) pensionista,\n\nA primeira parcela do abono anual será paga em 30 de junho de 2027, junto com o benefício do mês.\n\nA segunda parcela, com os descontos, sai em dezembro.", "Obrigado,\nDarci"]
    mail("o037", "request", "winmail", FIN, "Abono anual", "2027-06-09 10:31", body, plain_only=True, att=[f("winmail.dat", tnef("Abono anual", "\r\n\r\n".join(b.replace("\n", "\r\n") for b in body), [("Pensionistas abono.xlsx", xlsx({"Plan1": mails_of(p)}))]))],
         traps=["list inside winmail.dat"], why="All is stated.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Abono anual dos pensionistas", message_text=body[3], recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="winmail.dat/Pensionistas abono.xlsx"))

    mail("o038", "request", "zimbra", COM, "Vídeo da Semana da Previdência – WhatsApp geral", "2027-06-10 11:00",
         ["Olá, Nádia!", "Peço o envio do vídeo anexo por WhatsApp a todos os segurados, com esta legenda:", T("De 21 a 25 de junho é a Semana da Previdência Municipal. Assista ao convite da nossa equipe e participe!"), "Obrigada,"], sig=S_BIANCA, att=[f("semana_previdencia.mp4", mp4())],
         traps=["video that WhatsApp takes as it is"], why="General, with a video.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="evento", attachments_to_send=["semana_previdencia.mp4"], dispatch=True, accept={"category": ["institucional"]}))

    p = people("o039", 6)
    mail("o039", "request", "outlook", ROSMERI, "WhatsApp – exames dos readaptados", "2027-06-11 08:22",
         ["Bom dia, Nádia!", "Por gentileza, enviar por WhatsApp aos servidores da planilha:", T("Bom dia! Os exames do seu processo de readaptação precisam ser refeitos até 30/06/2027. Retire a guia no Núcleo de Saúde, das 7h30 às 13h."), "Agradeço,"], sig=S_ROSMERI, att=[f("readaptados junho.xlsx", xlsx({"Plan1": phones_of(p, ("Servidor", "Celular"))}))],
         traps=["the text greets with the same words as the mail"], why="Complete.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["andamento", "orientacao"]}, list_source="readaptados junho.xlsx"))


def chatty():
    p = people("o018", 7)
    mail("o018", "request", "outlook", PREV, "pensionistas com pensão temporária", "2027-05-06 11:26",
         ["Nádia, minha querida, como passou o fim de semana? O meu foi uma correria, a mãe operou da catarata na sexta e graças a Deus correu tudo bem, ela já está enxergando até a poeira dos móveis!",
          "Mas vamos ao que interessa. Lembra que comentei no café das pensionistas que vão completar o prazo da pensão temporária? Então, fechei a lista hoje e elas precisam ficar sabendo com antecedência, coitadas, para se organizarem. Pode mandar por WhatsApp? Os números estão na planilha e a mensagem é a seguinte:",
          T("Olá! A sua pensão temporária termina no segundo semestre de 2027. A data exata e o valor da última parcela estão no Portal do Segurado, em \"Meu benefício\". Se quiser conversar sobre isso, agende um horário pelo telefone (47) 3400-0018."),
          "Fiquei com dó de escrever tão seco, mas a Marlise diz que tem que ser assim mesmo, curto. Depois me conta da formatura da sua sobrinha!", "Beijo no coração,"], sig=S_MARISTELA, att=[f("temporarias 2027.xlsx", xlsx({"lista": phones_of(p, ("Pensionista", "Whats"))}))],
         traps=["private news before and after", "a remark about the text directly behind it"], why="One request amid the chat.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="pagamento", recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "andamento", "atendimento"]}, list_source="temporarias 2027.xlsx"))

    p = people("o019", 5)
    mail("o019", "request", "android-outlook", PERICIA, "Mensaje a los pacientes de jueves", "2027-05-10 12:18",
         ["Nádia, buen día, disculpa mi portugués que ainda está en obra 😅", "El César está de férias e me deixaram con la agenda, que susto. Necesito que los pacientes da planilha recebam por WhatsApp isto (la Lenita me corrigió todo, pode confiar):",
          T("Prezado(a) segurado(a), a sua perícia de quinta-feira, 13/05, será no segundo andar, sala 204, e não mais no térreo. O horário continua o mesmo. Há elevador."), "Muchas gracias, te debo un mate."], sig=S_RAMIRO, att=[f("agenda jueves.xlsx", xlsx({"Hoja1": phones_of(p, ("Paciente", "Celular"))}))],
         traps=["half Spanish around a Portuguese text"], why="The text is the Portuguese paragraph.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=5, rejected=0, duplicates=0, dispatch=True, list_source="agenda jueves.xlsx"))

    p = people("o020", 8)
    mail("o020", "request", "thunderbird", FIN, "Imposto dos guri com moléstia grave", "2027-05-11 10:52",
         ["Bah, Nádia, bom dia tchê!", "O churrasco de sábado tá de pé, leva só a fome. Agora serviço: saiu o resultado da isenção de IR daquela leva de março. São oito felizardos, tudo na planilha. Manda por e-mail pra eles, com o título \"Isenção de imposto de renda concedida\", o seguinte:",
          T("Prezado(a) aposentado(a),\n\nO seu pedido de isenção de imposto de renda foi deferido. A partir do benefício de maio de 2027 não haverá mais desconto na fonte.\n\nPara reaver o imposto descontado desde janeiro, informe os valores na declaração do próximo ano.\n\nGerência Financeira", "color:#1F4E79"),
          "Era isso, e não te mixa no sábado!"], sig=S_DARCI, att=[f("isentos.xlsx", xlsx({"isentos": mails_of(p)}))], traps=["dialect and a barbecue around the text", "'oito' agrees with the list"], why="Complete.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="imposto-de-renda", message_subject="Isenção de imposto de renda concedida", recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"category": ["andamento", "pagamento"]}, list_source="isentos.xlsx"))

    p = people("o021", 6)
    t21 = "Prezado(a) servidor(a),\n\nO seu laudo ergonômico está pronto e foi encaminhado à sua chefia. As adaptações do posto de trabalho devem ser feitas em até 30 dias.\n\nSe isso não acontecer, escreva para ergonomia@ipreville.example."
    mail("o021", "request", "outlook", LENITA, "ENC: laudos ergonômicos", "2027-05-12 16:37", ["Nádia, pode mandar por e-mail à turma da planilha, com o texto que a Rosmeri fez aí embaixo? No assunto coloque: Laudo ergonômico concluído. Achei muito bom, não mexi em nada."], sig=S_LENITA, fwd=True,
         quoted=dict(name="Rosmeri Haak", addr="rosmeri.haak@saude.ipreville.example", at="2027-05-12 14:02", to="Lenita Hostin <lenita.hostin@ipreville.example>", subject="laudos ergonômicos", body=["Doutora, boa tarde!", "Terminei os laudos que faltavam, ufa. Sugiro avisar o pessoal assim:", t21, "O que acha? Se quiser, deixo mais formal.", "Rosmeri"]),
         att=[f("ergonomia.xlsx", xlsx({"Plan1": mails_of(p, ("Servidor", "E-mail funcional"))}))], traps=["the text stands in the forwarded mail between a colleague's words"], why="The three paragraphs to the servants are the text.",
         want=dict(channel=["email"], audience="specific", area="pericia-medica", category="pericia", message_subject="Laudo ergonômico concluído", message_text=t21, recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "andamento"]}, list_source="ergonomia.xlsx"))

    p = people("o022", 5)
    mail("o022", "request", "owa", ADM, "RES: RES: Sobras do almoxarifado", "2027-05-13 13:41",
         ["Nádia, aproveito este e-mail antigo porque não achei o seu endereço, me perdoe a preguiça. O assunto agora é outro: a turma do coral.", "Manda por WhatsApp aos cantores da planilha, por favor:",
          T("Ensaio do coral: nesta sexta-feira, 14/05, às 15h, no auditório. Traga a pasta azul e garrafa de água. 🎶"), "Obrigado, e o toner a gente vê depois."], sig=S_JOCA,
         quoted=dict(name="Nádia Pruner", addr="nadia.pruner@ipreville.example", at="2027-03-18 10:20", to="Administrativo Ipreville <administrativo@ipreville.example>", subject="RES: Sobras do almoxarifado", body=["Joca, o toner que sobrou pode ir para a Comunicação. Por ora não mandem mais nada."]),
         att=[f("coral.xlsx", xlsx({"Coral": phones_of(p)}))], traps=["a new matter on top of an old thread", "'não mandem mais nada' in the old mail"], why="A new request; the thread is only borrowed.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-administrativa", category="evento", recipients=5, rejected=0, duplicates=0, dispatch=True, list_source="coral.xlsx"))

    p = people("o023", 6)
    mail("o023", "request", "outlook", PREV, "AVISO AOS PENSIONISTAS UNIVERSITÁRIOS", "2027-05-14 08:07",
         ["PREZADA NÁDIA,", "DESCULPE AS LETRAS GRANDES, MAS A VISTA JÁ NÃO AJUDA. SOLICITO ENVIAR POR E-MAIL AOS PENSIONISTAS DA PLANILHA. O ASSUNTO É: Comprovante de matrícula do 2º semestre", "O TEXTO É:",
          T("Prezado(a) pensionista,\n\nPara manter a pensão de estudante, apresente o comprovante de matrícula do segundo semestre de 2027 até 13 de agosto.\n\nO comprovante pode ser enviado em resposta a este e-mail."), "AGRADEÇO IMENSAMENTE.", "P.S.: A RECEITA DO BOLO DE FUBÁ EU LEVO SEGUNDA-FEIRA, ESTÁ ESCRITA À MÃO."], sig=S_IRMA, att=[f("UNIVERSITARIOS.xlsx", xlsx({"Plan1": mails_of(p, ("NOME", "E-MAIL"))}))],
         traps=["capitals", "a postscript that is private", "'em resposta a este e-mail' is the text's"], why="Complete.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Comprovante de matrícula do 2º semestre", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "andamento", "pagamento"]}, list_source="UNIVERSITARIOS.xlsx"))

    p = people("o024", 5)
    mail("o024", "request", "outlook", CI, "Terceira vez que trato deste assunto", "2027-05-17 17:25",
         ["Nádia,", "Já falei com os gestores por telefone, já falei no corredor e já falei na reunião. Como pelo visto só acreditam no que vem por escrito, peço que mandem por e-mail, aos cinco da planilha, com o assunto \"Prestação de contas de diárias\":",
          T("Prezado(a) gestor(a),\n\nA prestação de contas das diárias de março ainda não foi entregue. O prazo final é 21 de maio de 2027.\n\nA falta do documento impede novas concessões.\n\nControle Interno", "quote"), "Se depois disso ainda disserem que não sabiam, eu desisto.", "Passar bem,"], sig=S_EUNICE, att=[f("diárias.xlsx", xlsx({"Plan1": mails_of(p, ("Gestor", "E-mail"))}))],
         traps=["bad temper before and after", "'eu desisto' cancels nothing"], why="Complete in spite of the tone.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Prestação de contas de diárias", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="diárias.xlsx"))

    p = people("o025", 7)
    mail("o025", "request", "outlook", CADM, "Deliberação nº 7/2027 – cientificação dos interessados", "2027-05-18 10:30",
         ["Ilustríssima Senhora Assessora,", "Por força do art. 26, § 3º, da Lei nº 9.784/1999, aplicada por analogia, impõe-se dar ciência inequívoca aos recorrentes nominados na relação anexa. Destarte, roga-se a remessa, por via de e-mail, da comunicação infra, sob a epígrafe \"Deliberação nº 7/2027\":",
          T("Senhor(a) recorrente,\n\nO Conselho Administrativo, em sessão de 12 de maio de 2027, negou provimento ao seu recurso. A íntegra da decisão está à disposição na secretaria.\n\nDa decisão não cabe novo recurso na esfera administrativa.\n\nConselho Administrativo do Ipreville", "curly"),
          "Ad cautelam, anote-se que os prazos correm da ciência. Data venia, urge a providência."], sig=S_BERNARDO, disc=LEGAL, att=[f("recorrentes.xlsx", xlsx({"Relação": mails_of(p[:6], ("Recorrente", "Endereço eletrônico")) + [[p[6].name, "não possui"]]}))],
         traps=["legal Latin", "'epígrafe' for the subject", "quotation marks are no text", "disclaimer with 'reenvio proibido'"], why="Six with an address, one without.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="andamento", message_subject="Deliberação nº 7/2027", recipients=6, rejected=1, duplicates=0, dispatch=True, accept={"category": ["orientacao", "institucional"]}, list_source="recorrentes.xlsx"))

    mail("o026", "request", "samsung", COM, "whats geral dia das maes atrasado kkk", "2027-05-19 18:44",
         ["nádia do céu, esqueci o golpe do pix que pediram na segunda 🤦 a bianca vai me matar", "manda amanhã às 8 da manhã no whats pra base toda? escrevi assim, a bianca já leu e curtiu:",
          T("Recebeu mensagem dizendo que o Ipreville vai devolver dinheiro por Pix? É golpe! O Instituto só paga na conta em que você recebe o benefício. Não clique e não informe dados."), "agora vou ali chorar no banho, até amanhã"],
         traps=["the subject is about another thing", "'amanhã às 8 da manhã'", "'até amanhã' at the end"], why="General, on 20 May at eight.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="alerta", send_at="2027-05-20T08:00", dispatch=True))

    p = people("o027", 6)
    mail("o027", "request", "roundcube", ADM, "Chave da geladeira e reunião dos aposentados", "2027-05-20 09:05",
         ["Bom dia, Nádia.", "Dois assuntos.", "Primeiro: a chave da geladeira da copa sumiu de novo. Se estiver com alguém daí, favor devolver na portaria, sem perguntas.",
          "Segundo: enviar por e-mail aos convidados da planilha, assunto \"Café com o aposentado – 2 de junho\", o convite:", T("Prezado(a) aposentado(a),\n\nO Café com o Aposentado de junho será no dia 2, às 9h30, no refeitório. O tema da conversa é a segurança em casa.\n\nEntrada pela portaria principal, com documento."), "Grato."], sig=S_AURELIO, att=[f("convidados cafe.csv", csv(mails_of(p)))],
         traps=["two matters, one of them for the desk itself"], why="Only the second is a sending.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Café com o aposentado – 2 de junho", recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="convidados cafe.csv"))

    p, old = people("o028", 6), people("o028old", 9)
    mail("o028", "request", "outlook", FIN, "Salário-família – aviso", "2027-05-21 14:12",
         ["Nádia, boa tarde! Desculpe de novo, sou eu.", "A planilha tem duas abas porque não tive coragem de apagar a antiga. Vale só a aba \"2027\"; a \"2025\" é para eu comparar, ninguém dela deve receber nada, tá? Fiquei com medo de confundir, por isso estou avisando.", "É para mandar por WhatsApp:",
          T("O salário-família do seu dependente termina quando ele completa 14 anos. Confira em abril e outubro, no contracheque, se o valor está correto. Em caso de dúvida, procure a Gerência Financeira."), "Obrigada pela paciência comigo!"], sig=S_TERE, att=[f("salario familia.xlsx", xlsx({"2025": phones_of(old), "2027": phones_of(p)}))],
         traps=["the first sheet is the wrong one; the mail says which", "'ninguém dela deve receber nada' is about the other sheet"], why="Sheet 2027.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="salario familia.xlsx#2027"))


def traps():
    mail("o029", "request", "outlook", MARLISE, "WhatsApp – aniversariantes de maio sem prova de vida", "2027-05-24 09:10",
         ["Nádia, bom dia.", "Favor enviar por WhatsApp aos aniversariantes de maio. A relação está na rede, em P:\\Previdencia\\Prova de vida\\2027\\maio.xlsx.", "Texto:", T("A sua prova de vida de maio ainda não foi feita. Compareça ao Ipreville até 31/05/2027 ou faça pelo aplicativo."), "Obrigada!"], sig=S_MARLISE, logo=True,
         traps=["list on a network drive", "signature logo is the only attachment"], why="The list is not in the mail.", want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="prova-de-vida", missing=["recipients"]))

    p = people("o030", 6)
    mail("o030", "request", "owa", FIN, "Comunicado do empréstimo", "2027-05-24 15:55",
         ["Nádia, favor comunicar o pessoal da planilha:", T("A margem do seu consignado foi recalculada em razão do reajuste. O novo valor aparece no contracheque de maio.", "curly"), "Obrigado, e segue o baile."], sig=S_DARCI, att=[f("margem.xlsx", xlsx({"Plan1": [["Nome", "E-mail", "Celular"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]}))],
         traps=["channel not stated, the list serves both"], why="Ask for the channel.",
         want=dict(channel=[], audience="specific", area="gerencia-financeira", category="pagamento", missing=["channel"], accept={"message_subject": [None, "Comunicado do empréstimo", "empréstimo"], "missing": [["channel", "message_subject"]], "recipients": [None, 6], "rejected": [None, 0], "duplicates": [None, 0]}, list_source="margem.xlsx"))

    p = people("o031", 5)
    mail("o031", "request", "outlook", PERICIA, "Lembrete da junta – agendar WhatsApp", "2027-05-25 11:08",
         ["Bom dia, Nádia.", "Favor agendar o WhatsApp para quinta-feira, 02/06, às 10h, aos servidores da planilha:", T("Lembrete: a junta médica oficial vai avaliar o seu pedido de readaptação. Traga a carteira funcional e o relatório do médico assistente."), "Gracias,"], sig=S_RAMIRO, att=[f("junta junho.xlsx", xlsx({"Plan1": phones_of(p)}))],
         traps=["2 June 2027 is a Wednesday"], why="Weekday and date contradict each other.", want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=5, rejected=0, duplicates=0, missing=["send_at"], list_source="junta junho.xlsx"))

    p = people("o032", 11)
    mail("o032", "request", "outlook", PREV, "Exigência – averbação de tempo rural", "2027-05-26 08:29",
         ["Prezada Sra. Nádia,", "Solicito o envio de e-mail aos 16 (dezesseis) requerentes da relação anexa, nem um a mais e nem um a menos, pois o prazo de cada um corre da data do recebimento.", "ASSUNTO: Tempo rural: documentos em falta", "TEOR:",
          T("Prezado(a) requerente,\n\nPara a averbação do tempo rural faltam a declaração do sindicato e as notas de produtor. O prazo para entregá-las é de 30 dias."), "Com estima e apreço,"], sig=S_IRMA, att=[f("REQUERENTES.xlsx", xlsx({"Plan1": mails_of(p, ("NOME", "E-MAIL"))}))],
         traps=["16 announced and stressed, 11 in the list"], why="Five are missing: ask.", want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Tempo rural: documentos em falta", recipients=11, rejected=0, duplicates=0, missing=["recipients_confirm"], accept={"recipients": [None, 11], "category": ["orientacao"]}, list_source="REQUERENTES.xlsx"))

    p = people("o033", 7)
    mail("o033", "request", "owa", ADM, "Material para deixar pronto", "2027-05-27 16:20",
         ["Oi, Nádia! Já deixo o material pronto contigo, mas segura na gaveta: o contrato com o salão ainda não foi assinado e só depois disso é que eles podem receber. Eu te dou um toque.", "Vai por e-mail, para a lista anexa, com o assunto \"Baile da melhor idade\". O convite:",
          T("Prezado(a) segurado(a),\n\nVem aí o Baile da Melhor Idade! Será no dia 26 de junho de 2027, das 15h às 20h, com a banda Os Veteranos.\n\nReserve a sua mesa com o Joca, na recepção."), "Abração,"], sig=S_JOCA, att=[f("lista baile.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["'segura na gaveta': waits for a contract and his word"], why="Nothing may go before his word.", want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Baile da melhor idade", recipients=7, rejected=0, duplicates=0, missing=["send_at"], accept={"missing": [["send_at"], []]}, list_source="lista baile.xlsx"))

    a, b = "O inverno chegou! Mantenha as vacinas em dia e evite ambientes fechados. Cuide-se. ❄️", "Frio combina com sopa, não com gripe. Vacine-se e areje a casa. Um abraço do Ipreville!"
    mail("o034", "request", "samsung", COM, "whats inverno", "2027-06-01 17:39", ["nádia, esse é pro whats da base toda, pra sair ainda essa semana. escrevi dois textos, vai só um deles, mas a bianca ainda não escolheu qual:", "1) " + a, "2) " + b, "eu to mais pro 2, mas quem manda é ela"],
         traps=["two drafts, nobody has chosen"], why="Which text goes is not decided.", want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="orientacao", missing=["message_text"], accept={"message_text": [None, a, b], "category": ["orientacao", "institucional", "alerta", None]}))

    p = people("o035", 5)
    mail("o035", "request", "owa", "Nicole Sasse <nicole.sasse@ipreville.example>", "E-mail – Grupo de leitura", "2027-06-02 10:14", ["Oi, Nádia! Sou a nova estagiária, cheguei ontem. Me disseram para pedir a você o envio deste e-mail às pessoas da planilha.", "Assunto: Grupo de leitura – primeiro encontro", "Texto:",
         T("Olá! O primeiro encontro do grupo de leitura será em 16 de junho, às 14h, na biblioteca. O livro é de livre escolha."), "Obrigada!!"], sig=["Nicole Sasse", "Estagiária"], att=[f("leitores.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["internal address in no area", "'me disseram'"], why="The area must be asked.", want=dict(channel=["email"], audience="specific", area=None, category="evento", message_subject="Grupo de leitura – primeiro encontro", recipients=5, rejected=0, duplicates=0, missing=["area"], accept={"category": ["institucional", "orientacao"]}, list_source="leitores.xlsx"))

    p4 = people("o004", 8)
    t4 = "Prezado(a) segurado(a),\n\nO banco informou que a conta em que o(a) senhor(a) recebe o benefício foi encerrada.\n\nPara não ficar sem o crédito de abril, entregue os dados da nova conta até o dia 20/04/2027, pessoalmente ou pelo Portal do Segurado.\n\nNunca informe a sua senha a ninguém.\n\nGerência Financeira\nIpreville"
    mail("o036", "request", "outlook", FIN, "E-mail para quem teve a conta encerrada", "2027-04-12 08:09",
         ["Nádia, bom dia! Desculpe incomodar logo cedo.", "Por favor, envie por e-mail para as pessoas da planilha (são 8, contei duas vezes).", "Assunto do e-mail: Sua conta bancária foi encerrada – informe a nova", "Texto do e-mail:", T(t4, "hr"),
          "Se faltou alguma coisa me avise, que eu arrumo. Obrigada e desculpe! (Acho que não tinha ido, fiquei na dúvida e mandei outra vez.)"], sig=S_TERE, disc=D1, att=[f("contas encerradas.xlsx", xlsx({"contas": mails_of(p4, ("Segurado", "E-mail"))}))],
         traps=["the same request again after eleven minutes"], why="Second copy of o004.", want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Sua conta bancária foi encerrada – informe a nova", recipients=8, rejected=0, duplicates=0, duplicate_of="o004", dispatch=False, accept={"category": ["recadastramento"], "class": ["reply-to-request"]}, list_source="contas encerradas.xlsx"))


def answers():
    p = people("o040", 21)
    mail("o040", "reply-to-request", "outlook", SOLANGE, "RES: [AR-2027-0104] Falta a lista de destinatários", "2027-04-08 09:17", ["Eis a lista. Ficou no rascunho, que vergonha.", "Abraço,"], sig=S_SOLANGE, logo=True, reply_to="ack0104",
         quoted=ask("AR-2027-0104", "Falta a lista de destinatários", "2027-04-08 08:50", SOLANGE, "Prezada Solange,\n\nPara o envio AR-2027-0104 falta a lista de destinatários. Pode anexá-la na resposta?"),
         att=[f("passeio SFS.xlsx", xlsx({"Passeio": mails_of(p[:20]) + [[p[20].name, "sem e-mail"], [p[4].name, p[4].email]]}))], traps=["one without an address, one twice"], why="The list that was asked for.",
         want=dict(area="gerencia-administrativa", recipients=20, rejected=1, duplicates=1, relates_to="AR-2027-0104", effect="completes", dispatch=True))
    mail("o041", "reply-to-request", "owa", MARLISE, "RES: [AR-2027-0106] E-mail ou WhatsApp?", "2027-04-08 11:02", ["E-mail, por favor. Professor lê e-mail."], sig=S_MARLISE, reply_to="ack0106", quoted=ask("AR-2027-0106", "E-mail ou WhatsApp?", "2027-04-08 10:45", MARLISE, "O envio AR-2027-0106 deve ser feito por e-mail ou por WhatsApp?"),
         traps=["both channels in the quoted question"], why="The channel: e-mail.", want=dict(channel=["email"], area="gerencia-previdencia", relates_to="AR-2027-0106", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("o042", "reply-to-request", "outlook", CESAR, "RES: [AR-2027-0105] Falta o texto da mensagem", "2027-04-09 08:36", ["Segue o texto que faltou:", T("O senhor(a) foi convocado(a) para a junta médica de abril. Compareça à Perícia Médica do Ipreville no dia 22/04, às 8h, com documento de identidade e exames."), "Obrigado."], sig=S_CESAR, reply_to="ack0105",
         quoted=ask("AR-2027-0105", "Falta o texto da mensagem", "2027-04-08 17:20", CESAR, "O pedido AR-2027-0105 chegou sem o texto. Qual é a mensagem?"), traps=["a text, but no new request"], why="The text that was asked for.", want=dict(area="pericia-medica", relates_to="AR-2027-0105", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("o043", "reply-to-request", "outlook", SOLANGE, "RES: Carteirinha do convênio – e-mail com anexos", "2027-04-27 14:51", ["Nádia, dei uma mancada: o termo pode ser devolvido até 21 de maio, e não até 14. Conserta aí no texto antes de soltar?", "Obrigada,"], sig=S_SOLANGE, reply_to="o012",
         quoted=dict(name="Solange Fiedler", addr="solange.fiedler@ipreville.example", at="2027-04-27 14:30", to=ASSESSORIA, subject="Carteirinha do convênio – e-mail com anexos", body=["Nádia, boa tarde.", "Por favor, envie por e-mail aos nomes da planilha, juntando os dois PDFs (termo e manual)."]), traps=["correction of a date after twenty minutes"], why="o012 must be changed.", want=dict(area="gerencia-administrativa", relates_to="o012", effect="corrects", dispatch=False))
    q = people("o016", 5)[2]
    mail("o044", "reply-to-request", "android-outlook", OTAVIO, "RES: E-mail aos exonerados – certidão pronta", "2027-05-04 15:48", [f"Nádia, tira por favor {q.name} da tabela, acabou de pasar aqui e levou a certidão em mãos. Os outros quatro ficam."], reply_to="o016",
         quoted=dict(name="Otávio Bressan", addr="otavio.bressan@ipreville.example", at="2027-05-04 15:10", to=ASSESSORIA, subject="E-mail aos exonerados – certidão pronta", body=["Nádia,", "Favor avisar por e-mail os ex-servidores da tabela:"]), traps=["one recipient less, no cancellation"], why="Correction of the list of o016.", want=dict(area="gerencia-previdencia", relates_to="o016", effect="corrects", dispatch=False))
    mail("o045", "reply-to-request", "roundcube", "Wesley Prado <envios@callcenter.example>", "Re: [AR-2027-0103] Pacote para envio por WhatsApp", "2027-04-02 10:35", ["Bom dia, tudo bem?", "Recebemos o pacote, mas o arquivo de contatos veio com senha. Poderiam nos passar a senha por telefone, ou mandar de novo sem ela? Até lá não conseguimos começar."], sig=S_WESLEY, auth="ext", reply_to="cc0103",
         quoted=dict(AUTO, at="2027-04-02 10:00", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2027-0103] Pacote para envio por WhatsApp", body=["Segue o pacote com 5.102 contatos. Ao final, enviar o relatório."]), traps=["from the call center, but no report"], why="A question a person must answer.", want=dict(relates_to="AR-2027-0103", effect="question", dispatch=False))
    mail("o046", "reply-to-request", "ios-outlook", OTAVIO, "RES: [AR-2027-0101] Solicitação recebida", "2027-04-02 16:12", ["Nádia, só curiosidade: quantos dos 64 da senha já receberam? Não apareceu quase ninguém no balcão."], reply_to="ack0101", quoted=ack("AR-2027-0101", "Retirada da senha do portal", "2027-04-01 09:05", OTAVIO), traps=["asks, orders nothing"], why="State of AR-2027-0101.", want=dict(area="gerencia-previdencia", relates_to="AR-2027-0101", effect="status-question", dispatch=False, accept={"effect": ["question"]}))
    mail("o047", "reply-to-request", "apple", COM, "Re: [AR-2027-0103] Envio concluído", "2027-04-06 09:28", ["uhuuu, ficou top! valeu demais pela força 🙌"], sig=S_KAUAN, reply_to="ack0103", quoted=ask("AR-2027-0103", "Envio concluído", "2027-04-06 09:00", COM, "O envio AR-2027-0103 foi concluído: 4.803 mensagens entregues."), traps=["enthusiasm is no approval"], why="Thanks only.", want=dict(area="comunicacao", relates_to="AR-2027-0103", effect="thanks", dispatch=False))
    mail("o048", "reply-to-request", "outlook", HELGA, "RES: [AR-2027-0109] Para aprovação: Declaração anual de bens", "2027-04-09 18:03", ["De acordo, porém o prazo tem de ser de 30 dias, e não de 15. Ajustem e me mostrem de novo."], sig=S_HELGA, reply_to="ok0109", quoted=preview("AR-2027-0109", "Declaração anual de bens", "2027-04-09 14:00", "47 destinatários, e-mail"),
         traps=["'De acordo, porém'"], why="The text must be changed and shown again.", want=dict(area="gabinete", relates_to="AR-2027-0109", effect="corrects", dispatch=False, accept={"effect": ["rejects"], "class": ["approval"]}))
    mail("o049", "reply-to-request", "iphone", HELGA, "Re: [AR-2027-0109] Para aprovação: Declaração anual de bens", "2027-04-13 07:22", ["Não aprovo. A nova lei mudou tudo, o Edson que refaça do zero."], reply_to="ok0109", quoted=preview("AR-2027-0109", "Declaração anual de bens", "2027-04-12 16:30", "47 destinatários, e-mail"),
         traps=["both proposals in the quoted mail"], why="Refused.", want=dict(area="gabinete", relates_to="AR-2027-0109", effect="rejects", dispatch=False, accept={"effect": ["corrects"]}))
    mail("o050", "reply-to-request", "outlook", PREV, "RES: Exigência – averbação de tempo rural", "2027-05-26 10:04", ["PREZADA NÁDIA,", "SÃO 11 MESMO, TODOS OS DA RELAÇÃO. OS OUTROS CINCO TROUXERAM OS PAPÉIS ONTEM E EU NÃO DEI BAIXA NO OFÍCIO. PODE ENVIAR.", "COM ESTIMA,"], sig=S_IRMA, reply_to="o032",
         quoted=dict(name="Nádia Pruner", addr="nadia.pruner@ipreville.example", at="2027-05-26 09:30", to="Previdência Ipreville <previdencia@ipreville.example>", subject="RES: Exigência – averbação de tempo rural", body=["Dona Irma, a relação tem 11 nomes e a senhora fala em 16. Qual está certo?"]), traps=["capitals", "confirms the list"], why="Confirms the list of o032: release it.", want=dict(area="gerencia-previdencia", relates_to="o032", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("o051", "reply-to-request", "owa", FIN, "RES: Comunicado do empréstimo", "2027-05-24 16:31", ["Pelo whats, guria!"], sig=S_DARCI, reply_to="o030",
         quoted=ask("AR-2027-0160", "Comunicado do empréstimo", "2027-05-24 16:05", FIN, "O envio deve ser feito por e-mail ou por WhatsApp?", prefix=False), traps=["three words answer"], why="Channel of o030.", want=dict(channel=["whatsapp"], area="gerencia-financeira", relates_to="o030", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    # ---------------------------------------------------------------- consent
    mail("o052", "approval", "ios-outlook", HELGA, "RES: [AR-2027-0108] Para aprovação: Novo regimento dos colegiados", "2027-04-08 20:55", ["Ótimo. Pode ir."], reply_to="ok0108", quoted=preview("AR-2027-0108", "Novo regimento dos colegiados", "2027-04-08 15:40", "23 destinatários, e-mail"), traps=["neither of the proposed words"], why="The approver consents.", want=dict(area="gabinete", relates_to="AR-2027-0108", dispatch=True))
    mail("o053", "approval", "owa", GAB, "RES: [AR-2027-0107] Para aprovação: Novo número da central telefônica", "2027-04-14 11:48", ["Nádia, a presidente está em Brasília, mas já viu e gostou. Aprovado, pode soltar."], sig=S_LIS, reply_to="ok0107", quoted=preview("AR-2027-0107", "Novo número da central telefônica", "2027-04-14 09:00", "todos os segurados, WhatsApp"),
         traps=["consent at second hand: the Cabinet is no approver"], why="Only helga.tiedt@ approves.", want=dict(area="gabinete", relates_to="AR-2027-0107", dispatch=False, accept={"class": ["reply-to-request"]}))
    mail("o054", "approval", "iphone", HELGA, "Re: [AR-2027-0107] Para aprovação: Novo número da central telefônica", "2027-04-14 21:10", ["Aprovado. Disparem na sexta, 16/04, às 14h."], reply_to="ok0107", quoted=preview("AR-2027-0107", "Novo número da central telefônica", "2027-04-14 09:00", "todos os segurados, WhatsApp"), traps=["consent with day and hour"], why="Approved for 16 April.", want=dict(area="gabinete", relates_to="AR-2027-0107", send_at="2027-04-16T14:00", dispatch=True))
    # ---------------------------------------------------------------- cancellations
    mail("o055", "cancellation", "owa", ADM, "RES: Curso de fotografia – aviso aos inscritos", "2027-05-05 10:12", ["Nádia, segura as pontas! Apareceram quatro alunos agora e a turma fechou, o curso vai acontecer. Não manda aquele e-mail pra ninguém, por favor."], sig=S_JOCA, reply_to="o017",
         quoted=dict(name="Administrativo Ipreville", addr="administrativo@ipreville.example", at="2027-05-05 09:33", to=ASSESSORIA, subject="Curso de fotografia – aviso aos inscritos", body=["Bom dia, Nádia!", "Segue a relação dos inscritos. Preciso que recebam este e-mail:"]), traps=["the message about a cancelled course is itself cancelled"], why="o017 falls.", want=dict(area="gerencia-administrativa", relates_to="o017", dispatch=False))
    mail("o056", "cancellation", "outlook", FIN, "NÃO ENVIAR o WhatsApp do salário-família", "2027-05-21 14:40", ["Nádia, pelo amor de Deus, não envie o WhatsApp do salário-família que pedi agora há pouco! O Jair disse que o texto está errado e que ele mesmo vai escrever outro na semana que vem. Mil desculpas!!"], sig=S_TERE, disc=D1, traps=["new thread, no protocol"], why="Found by area and subject: o028.", want=dict(area="gerencia-financeira", relates_to="o028", dispatch=False))
    mail("o057", "cancellation", "outlook", ADM, "RES: [AR-2027-0113] Solicitação recebida", "2027-04-07 10:26", ["Nádia.", "Sustar. Os crachás vieram com a foto trocada.", "Informar quantos já saíram."], sig=S_AURELIO, reply_to="ack0113", quoted=ack("AR-2027-0113", "Entrega dos novos crachás", "2027-04-07 08:40", ADM), traps=["already at the call center", "telegram style"], why="Cancellation after the package left.", want=dict(area="gerencia-administrativa", relates_to="AR-2027-0113", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-replied")]
    m2, m11 = "ar-2027-0102.mail1@ipreville.example", "ar-2027-0111.mail1@ipreville.example"
    s2, s11 = "Fim do auxílio-alimentação dos inativos", "Parecer sobre as contas de 2026"
    r = people("o060", 1)[0]
    mail("o060", "delivery-receipt", "receipt", MSX, "Não é possível entregar: " + s2, "2027-04-01 14:24", [], to=[PRESID], headers=auto + [("In-Reply-To", f"<{m2}>")], envelope="",
         raw_root=dsn("o060", f"Falha na entrega a estes destinatários ou grupos:\n\n{r.email}\nA caixa de correio do destinatário está cheia e não pode aceitar mensagens agora.\n", [(r.email, "failed", "5.2.2", "552 5.2.2 Mailbox full")], "2027-04-01 14:22", m2, html="<p>Falha na entrega</p>", subject=s2), traps=["full mailbox, but final"], why="Failed.", want=dict(relates_to="AR-2027-0102", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("o061", 3)
    mail("o061", "delivery-receipt", "receipt", MSX, "Retransmitido: " + s11, "2027-04-05 11:04", [], to=[PRESID], headers=auto + [("In-Reply-To", f"<{m11}>")], envelope="",
         raw_root=dsn("o061", "A entrega a estes destinatários ou grupos foi concluída, mas o servidor de destino não enviou uma notificação de entrega:\n\n" + "\n\n".join(x.email for x in r) + "\n", [(x.email, "relayed", "2.0.0", None) for x in r], "2027-04-05 11:02", m11, html="<p>A entrega foi concluída</p>", subject=s11), traps=["three recipients in one notice"], why="Relayed.", want=dict(relates_to="AR-2027-0111", receipt={"action": "relayed", "recipients": [x.email for x in r]}))
    r = people("o062", 1)[0]
    mail("o062", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Lida: " + s2, "2027-04-02 07:44", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", f"<{m2}>")],
         raw_root=mdn("o062", f"Sua mensagem\n\n   Para: {r.name}\n   Assunto: {s2}\n\nfoi lida em sexta-feira, 2 de abril de 2027 07:43:58.\n", r.email, m2, "automatic-action/MDN-sent-automatically; displayed"), traps=["read receipt of an insured person"], why="Read.", want=dict(relates_to="AR-2027-0102", receipt={"action": "read", "recipients": [r.email]}))
    r = people("o063", 1)[0]
    mail("o063", "delivery-receipt", "receipt", "Mail Delivery Subsystem <mailer-daemon@mail.example>", "Delivery Status Notification (Delay)", "2027-04-06 12:30", [], to=[PRESID], auth="none", envelope="", headers=auto,
         raw_root=dsn("o063", f"** Delivery incomplete **\n\nThere was a temporary problem delivering your message to {r.email}. We will retry for 44 more hours. You will be notified if the delivery fails permanently.\n", [(r.email, "delayed", "4.4.1", "451 4.4.1 connection timed out")], "2027-04-05 11:02", m11, mta="mail.example", subject=s11), traps=["English, delay is not failure"], why="Delayed.", want=dict(relates_to="AR-2027-0111", receipt={"action": "delayed", "recipients": [r.email]}))
    r = people("o064", 1)[0]
    mail("o064", "delivery-receipt", "receipt", "postmaster@caixapostal.example <postmaster@caixapostal.example>", "Entregue: " + s2, "2027-04-01 14:25", [], to=[PRESID], auth="ext", envelope="", headers=auto + [("In-Reply-To", f"<{m2}>")],
         raw_root=dsn("o064", f"Sua mensagem foi entregue aos seguintes destinatários:\n\n{r.email}\n\nAssunto: {s2}\n", [(r.email, "delivered", "2.0.0", None)], "2027-04-01 14:22", m2, mta="caixapostal.example", subject=s2), traps=["outside postmaster"], why="Delivered.", want=dict(relates_to="AR-2027-0102", receipt={"action": "delivered", "recipients": [r.email]}))
    r = people("o058", 1)[0]
    mail("o058", "delivery-receipt", "webmail", "Mail Delivery System <MAILER-DAEMON@mx2.provedor.example>", "Undelivered Mail Returned to Sender", "2027-04-05 11:06", ["This is the mail system at host mx2.provedor.example.", "I'm sorry to have to inform you that your message could not be delivered to one or more recipients.", f"<{r.email}>: host caixa.provedor.example said: 550 5.1.1 User unknown in virtual mailbox table", f"Message-ID: <{m11}>\nSubject: {s11}"], to=["presidente@ipreville.example"], auth="none", envelope="", headers=auto,
         traps=["plain text without structure"], why="Failed.", want=dict(relates_to="AR-2027-0111", receipt={"action": "failed", "recipients": [r.email]}))
    # ---------------------------------------------------------------- the call center
    q3 = dict(AUTO, at="2027-04-02 10:00", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2027-0103] Pacote para envio por WhatsApp", body=["Segue o pacote com 5.102 contatos. Ao final, enviar o relatório."])
    mail("o065", "call-center-report", "roundcube", "Wesley Prado <envios@callcenter.example>", "Re: [AR-2027-0103] Pacote para envio por WhatsApp", "2027-04-02 18:10", ["Boa noite!", "Hoje conseguimos enviar 3.200 mensagens: 3.015 entregues e 185 com falha. Seguimos na segunda-feira com as 1.902 que faltam."], sig=S_WESLEY, auth="ext", reply_to="cc0103", quoted=q3, traps=["thousands points", "partial"], why="Not the end.", want=dict(relates_to="AR-2027-0103", report={"complete": False, "sent": 3200, "delivered": 3015, "read": None, "failed": 185}))
    mail("o066", "call-center-report", "roundcube", "Wesley Prado <envios@callcenter.example>", "Re: [AR-2027-0103] Pacote para envio por WhatsApp", "2027-04-05 17:05", ["Boa tarde!", "Relatório final, somando os dois dias:", ("table", [["Enviadas", "Entregues", "Lidas", "Falhas"], ["5.102", "4.803", "3.340", "299"]]), "Att,"], sig=S_WESLEY, auth="ext", reply_to="cc0103", quoted=q3, traps=["sum of two days, in a table"], why="Complete.", want=dict(relates_to="AR-2027-0103", report={"complete": True, "sent": 5102, "delivered": 4803, "read": 3340, "failed": 299}))
    mail("o067", "call-center-report", "outlook", "Priscila Nack <priscila.nack@callcenter.example>", "Resultado senha do portal", "2027-04-05 14:20", ["Oi, Nádia!", "Resultado do disparo de 01/04 (senha do portal):", "Base: 64\nEnviadas: 64\nEntregues: 60\nLidas: 51\nNão entregues: 4", "Boa semana!"], sig=S_PRI, auth="ext", traps=["no protocol, new thread"], why="AR-2027-0101 went on 01/04 with 64 contacts.", want=dict(relates_to="AR-2027-0101", report={"complete": True, "sent": 64, "delivered": 60, "read": 51, "failed": 4}))
    p = people("o068", 19)
    st = ["Lida"] * 11 + ["Entregue"] * 6 + ["Falha"] * 2
    mail("o068", "call-center-report", "outlook", "Wesley Prado <envios@callcenter.example>", "RES: [AR-2027-0112] Pacote para envio por WhatsApp", "2027-04-08 09:44", ["Bom dia, segue em anexo o relatório do envio concluído."], sig=S_WESLEY, auth="ext", reply_to="cc0112", att=[f("retorno_0112.csv", csv([["Telefone", "Status"]] + [["55" + x.ddd + x.local, s] for x, s in zip(p, st)]))], traps=["one line a contact"], why="17 delivered, 11 of them read, 2 failed.", want=dict(relates_to="AR-2027-0112", report={"complete": True, "sent": 19, "delivered": 17, "read": 11, "failed": 2}))
    mail("o069", "call-center-report", "webmail", "Elo Disparos <noreply@disparos.callcenter.example>", "Campanha finalizada: IPREVILLE_ESTACIONAMENTO_0804", "2027-04-08 16:00", ["Campanha: IPREVILLE_ESTACIONAMENTO_0804\nSituação: FINALIZADA\nContatos: 6\nEnviadas: 6\nEntregues: 5\nLidas: 3\nFalhas: 1", "Mensagem automática. Não responda."], auth="ext", headers=[("Auto-Submitted", "auto-generated")],
         traps=["automatic, yet a report", "belongs to a mail of the set"], why="o002: car park, six contacts, same day.", want=dict(relates_to="o002", report={"complete": True, "sent": 6, "delivered": 5, "read": 3, "failed": 1}))
    # ---------------------------------------------------------------- machines
    mail("o070", "auto-reply", "outlook", CESAR, "Resposta automática: [AR-2027-0105] Falta o texto da mensagem", "2027-05-10 08:01", ["Estou de férias até 28 de maio. Pedidos de envio de WhatsApp a pacientes: favor tratar com o Dr. Ramiro, em pericia@ipreville.example."], irt="ar-2027-0105.ack@ipreville.example", headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-replied")], traps=["names a sending by WhatsApp"], why="Out of office.", want=dict(area="pericia-medica", relates_to="AR-2027-0105", accept={"area": [None], "relates_to": [None]}))
    mail("o071", "auto-reply", "gmail", "Waldir Benthien <waldir.benthien@webmail.example>", "Resposta automática: " + s2, "2027-04-01 14:23", ["Aqui é o Waldir. Estou pescando em Itapoá e só volto depois da Páscoa dos russos. Se for cobrança, perdi o anzol e a carteira."], to=[PRESID], auth="ext", irt=m2, headers=[("Auto-Submitted", "auto-replied")], traps=["humour of a pensioner"], why="Vacation responder.", want=dict(relates_to="AR-2027-0102", accept={"relates_to": [None]}))
    mail("o072", "auto-reply", "webmail", "Sindicato dos Municipários <atendimento@sindicato.example>", "[#40817] Re: " + s11, "2027-04-05 11:02", ["Olá! Seu contato gerou o atendimento nº 40817. Nosso retorno ocorre em até 3 dias úteis. Não responda a esta mensagem."], to=[PRESID], auth="ext", irt=m11, headers=[("Auto-Submitted", "auto-replied")], traps=["ticket number of its own"], why="Ticket system.", want=dict(relates_to="AR-2027-0111", accept={"relates_to": [None]}))
    # ---------------------------------------------------------------- insured people
    pres2 = dict(PRES, at="2027-04-01 14:20", to="undisclosed-recipients:;", subject=s2, body=["Prezado(a) segurado(a),", "Informamos que o auxílio-alimentação deixa de ser pago aos inativos."])
    mail("o073", "insured-reply", "gmail", "Leonilda Schroeder <leonilda.schroeder@webmail.example>", "Re: " + s2, "2027-04-01 19:50", ["Quer dizer que eu perco o meu auxílio depois de 31 anos de sala de aula? Com que lei vocês fizeram isso? Exijo resposta por escrito."], to=[PRESID], auth="ext", reply_to="0102m", quoted=pres2, traps=["anger, but a question"], why="To the Gerência Financeira.", want=dict(relates_to="AR-2027-0102"))
    mail("o074", "insured-reply", "samsung", "Egídio Raitz <egidio.raitz@correio.example>", "Re: " + s2, "2027-04-03 08:15", ["pare de mandar email pra este endereço quem usava era a falecida minha esposa. obrigado"], to=[PRESID], auth="ext", reply_to="0102m", quoted=pres2, traps=["opt-out and news of a death"], why="Take the address out; tell the area.", want=dict(relates_to="AR-2027-0102", opt_out=True))
    mail("o075", "insured-reply", "iphone", "Marco Antônio Luz <marco.luz@mail.example>", "aposentadoria do meu pai", "2027-05-11 20:31", ["Boa noite. Meu pai, Antônio Luz, matrícula 20417, está internado e não consegue ir à perícia do dia 13. Como faço para remarcar? Mando o atestado em anexo."], auth="ext", att=[f("atestado.jpg", image("JPEG"))], traps=["a relative, no thread, a document"], why="A person decides; to the Perícia.", want=dict(category="pericia", relates_to=None, accept={"relates_to": ["o019"], "category": [None]}))
    mail("o076", "insured-reply", "yahoo", "Nelson Packer <nelson.packer@provedor.example>", "Re: " + s11, "2027-04-05 21:07", ["Gostei do parecer. Sugiro que seja repassado também ao pessoal da Câmara e a todos os aposentados pelo WhatsApp, pois muita gente não tem e-mail."], to=[PRESID], auth="ext", mobile=True, reply_to="0111m", quoted=dict(PRES, at="2027-04-05 11:00", to="undisclosed-recipients:;", subject=s11, body=["Prezados,", "O Conselho Fiscal publicou o parecer sobre as contas de 2026."]), traps=["an insured person suggests a mass sending"], why="To the Conselho Fiscal; nothing goes out.", want=dict(relates_to="AR-2027-0111", accept={"class": ["unauthorized"]}))
    # ---------------------------------------------------------------- without right or proof
    p = people("o077", 4)
    mail("o077", "unauthorized", "outlook", "Marlise Kühnen <marlise.kuhnen@ipreville.example>", "WhatsApp urgente – bloqueio de benefícios", "2027-05-13 08:59", ["Nádia, dispare por WhatsApp aos da planilha, com urgência:", T("O seu benefício será bloqueado hoje. Confirme os seus dados em https://ipreville-beneficio.example."), "Marlise"], auth="fail", envelope="root@srv09.example", att=[f("bloqueados.xlsx", xlsx({"Plan1": phones_of(p)}))],
         traps=["exact address, dmarc=fail"], why="Authentication failed.", want=dict(reason="dmarc fail", accept={"reason": [None]}))
    mail("o078", "unauthorized", "owa", "Helga Marcon Tiedt <helga.tiedt@ipreville-gov.example>", "Aprovação pendente e nova mensagem", "2027-04-15 12:02", ["Nádia, aprovo tudo o que estiver pendente. E mande no WhatsApp geral que o telefone mudou para 0800 000 0000."], sig=S_HELGA, auth="ext", traps=["lookalike domain of the approver"], why="Not the institute's domain.", want=dict(reason="lookalike domain", accept={"reason": [None]}))
    mail("o079", "unauthorized", "gmail", "Joca Tonet <joca.tonet.eventos@webmail.example>", "lista do baile", "2027-06-05 22:40", ["Oi Nádia, é o Joca, tô no celular da patroa. O contrato saiu, pode soltar o e-mail do baile! E me manda a lista dos contatos pra eu conferir as mesas."], auth="ext", traps=["knows the request that waits", "private address"], why="Identity not proven: ask him at work.", want=dict(reason="personal address of an employee", accept={"reason": [None], "relates_to": ["o033"]}))
    mail("o080", "unauthorized", "zimbra", "Cooperativa CrediServ <relacionamento@crediserv.example>", "Parceria – divulgação aos aposentados", "2027-05-19 10:10", ["Prezados,", "Solicitamos o envio, aos aposentados e pensionistas, da nossa oferta de crédito com taxa especial:", "\"Aposentado do Ipreville tem crédito na hora na CrediServ. Ligue já!\"", "Se preferirem, enviem-nos os telefones e fazemos o disparo."], sig=["Relacionamento CrediServ"], auth="ext", traps=["asks for a sending or for the data"], why="A stranger.", want=dict(reason="third party", accept={"class": ["unrelated"], "reason": [None]}))
    # ---------------------------------------------------------------- the rest
    mail("o081", "unrelated", "outlook", "Faturamento Elo Atendimento <faturamento@callcenter.example>", "Nota fiscal 5210 – competência 04/2027", "2027-05-03 09:00", ["Prezados,", "Anexamos a nota fiscal de abril, referente a 5.309 mensagens enviadas. Vencimento em 17/05.", "Qualquer divergência, favor informar em 48 horas."], sig=["Faturamento", "Elo Atendimento"], auth="ext", att=[f("NF5210.pdf", pdf(["NF 5210"]))], traps=["number of messages sent, but an invoice"], why="Invoice.")
    mail("o082", "unrelated", "thunderbird", FIN, "Bolão da Mega", "2027-06-18 11:30", ["Buenas, indiada!", "Lista do bolão na minha mesa até as 16h. Quem não pagar não joga. Avisem todos!"], sig=S_DARCI, to=["todos@ipreville.example"], traps=["'avisem todos', to the staff"], why="No request.", want=dict(area="gerencia-financeira", accept={"area": [None]}))
    mail("o083", "unrelated", "webmail", "Instituto Prever Cursos <cursos@prever-cursos.example>", "Últimas vagas: comunicação por WhatsApp no setor público", "2027-04-20 06:30", ["Aprenda a enviar mensagens em massa aos seus segurados sem ser bloqueado.", "Turma de 5 e 6 de maio. Não quer mais receber? Cancele aqui: https://prever-cursos.example/sair"], auth="ext", traps=["words of the trade in an advertisement"], why="Advertisement.")
    mail("o084", "unrelated", "owa", CI, "RES: Ramal da sala 12", "2027-06-08 10:20", ["Nádia, confirmado: o ramal da sala 12 passou a ser o 3400-0055. Corrijam na agenda de vocês."], sig=S_EUNICE, quoted=dict(name="Nádia Pruner", addr="nadia.pruner@ipreville.example", at="2027-06-08 09:45", to="Controle Interno <controleinterno@ipreville.example>", subject="Ramal da sala 12", body=["Eunice, qual é o ramal novo da sala 12?"]), traps=["'Corrijam' is about the desk's own telephone list"], why="Office matter; no request.", want=dict(area="controle-interno", accept={"area": [None]}))
