"""Half f: the office in the autumn of 2026, by a hand that wrote none of the others - memos, curt notes, forwards, answers, notices."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2026-0301", "gerencia-previdencia", "marlise.kuhnen@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Assinatura de portarias de aposentadoria", "2026-03-02T09:40", 58),
    request("AR-2026-0302", "gerencia-financeira", "financeiro@ipreville.example", ["email"], "specific", "sent", "Informe de rendimentos de 2025", "2026-03-02T15:10", 1742),
    request("AR-2026-0303", "gabinete", "gabinete@ipreville.example", ["whatsapp"], "general", "waiting-report", "Plantão de dúvidas sobre a reforma", "2026-03-03T10:00", 4921),
    request("AR-2026-0304", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["email"], "specific", "waiting-data", "Curso de informática para aposentados", "", None, ["recipients"]),
    request("AR-2026-0305", "pericia-medica", "cesar.ramthun@ipreville.example", ["whatsapp"], "specific", "waiting-data", "Mutirão de perícias de março", "", 33, ["message_text"]),
    request("AR-2026-0306", "gerencia-previdencia", "otavio.bressan@ipreville.example", [], "specific", "waiting-data", "Averbação de tempo de serviço militar", "", 19, ["channel"]),
    request("AR-2026-0307", "comunicacao", "bianca.raulino@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Aplicativo falso com o nome do Ipreville", "", 4921),
    request("AR-2026-0308", "conselho-administrativo", "conselhoadm@ipreville.example", ["email"], "specific", "waiting-approval", "Convocação dos conselheiros suplentes", "", 27),
    request("AR-2026-0309", "controle-interno", "controleinterno@ipreville.example", ["email"], "specific", "waiting-approval", "Auditoria da folha: entrega de documentos", "", 41),
    request("AR-2026-0310", "gerencia-financeira", "keli.borba@ipreville.example", ["email", "whatsapp"], "specific", "waiting-window", "Contracheque com erro de impressão", "", 305),
    request("AR-2026-0311", "conselho-fiscal", "valdemar.stein@webmail.example", ["email"], "specific", "sent", "Reunião aberta do Conselho Fiscal", "2026-03-04T11:20", 912),
    request("AR-2026-0312", "pericia-medica", "lenita.hostin@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Reavaliação dos servidores readaptados", "2026-03-04T14:00", 26),
    request("AR-2026-0313", "gerencia-administrativa", "administrativo@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Troca do guichê de atendimento", "2026-03-05T09:15", 140),
    request("AR-2026-0314", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Obras na entrada principal", "", 4921),
]
ACKS = {f"ack{n}": f"ar-2026-{n}.ack@ipreville.example" for n in ("0301", "0302", "0304", "0305", "0306", "0308", "0310", "0311", "0312")} | {f"cc{n}": f"ar-2026-{n}.cc@ipreville.example" for n in ("0301", "0303", "0312", "0313")} | {f"ok{n}": f"ar-2026-{n}.ok@ipreville.example" for n in ("0307", "0308", "0309", "0314")} | {f"{n}m": f"ar-2026-{n}.mail1@ipreville.example" for n in ("0302", "0311")}
CAMILA = "Camila Wolff <camila.wolff@saude.ipreville.example>"
S_IVETE = ["Ivete Longhi", "Núcleo de Concessão de Benefícios", "Gerência de Previdência | (47) 3400-0015"]
S_RODRIGO = ["Rodrigo Maba", "Folha de Benefícios – Gerência Financeira", "(47) 3400-0026"]
S_NEUSA = ["Neusa Tambosi", "Patrimônio e Atendimento", "Gerência Administrativa – Ipreville"]
S_SIMONE = ["Simone Klug", "Recepção da Perícia Médica", "3400-0044"]
S_DEBORA = ["Débora Zwicker", "Auditora interna – Controle Interno", "Ipreville"]
S_RADTKE = ["Anselmo Radtke", "Presidente do Conselho Administrativo"]
S_ARLETE = ["Arlete Dums", "Secretária executiva – Gabinete da Presidência", "(47) 3400-0002"]
S_IGOR = ["Igor Pasold", "Comunicação"]
S_CAMILA = ["Camila Wolff", "Psicóloga – Núcleo de Saúde do Servidor"]
S_VANESSA = ["Vanessa Kreuz", "Operação WhatsApp", "Elo Atendimento"]
NOTE = "Este correio eletrônico e seus anexos são de uso restrito. Caso não seja o destinatário, não o copie nem o repasse por e-mail, WhatsApp ou outro aplicativo, e comunique o remetente."


def ack(protocol, subject, at, to):
    return ask(protocol, subject, at, to, f"Olá! O seu pedido foi registrado com o número {protocol}.\n\nAvisaremos aqui mesmo quando houver novidade.")


def mails():
    IDS.update(ACKS)
    requests()
    answers()
    notices()


def requests():
    p = people("f001", 9)
    mail("f001", "request", "outlook", PREV, "Memorando nº 014/2026 – abono de permanência", "2026-03-09 08:35",
         ["MEMORANDO Nº 014/2026", "De: Núcleo de Concessão de Benefícios\nPara: Assessoria de Relacionamento\nData: 9 de março de 2026\nAssunto: comunicação a servidores", "Senhora Assessora,",
          "1. Dirigimo-nos a Vossa Senhoria para requerer a expedição, por correio eletrônico, da comunicação transcrita no item 3 aos servidores arrolados na planilha que acompanha este memorando.", "2. O e-mail deverá ter por título: Abono de permanência – renove a opção até 31 de março", "3. Comunicação:",
          T("Prezado(a) servidor(a),\n\nA sua opção pelo abono de permanência precisa ser renovada até 31 de março de 2026, no Portal do Servidor, menu \"Requerimentos\".\n\nSem a renovação, o abono deixa de ser pago a partir da folha de abril.\n\nNúcleo de Concessão de Benefícios\nIpreville", "indent"),
          "4. Colocamo-nos à disposição para outros esclarecimentos.", "Respeitosamente,"], sig=S_IVETE, logo=True, att=[f("Anexo memo 014.xlsx", xlsx({"Anexo": mails_of(p, ("SERVIDOR", "CORREIO ELETRÔNICO"))}))],
         traps=["the head of the memo looks like the head of a quoted mail", "the memo's 'Assunto:' is not the title of the e-mail", "numbered items; the fourth is not for the insured"], why="A memo with all that is needed; the title is stated in item 2.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="pagamento", message_subject="Abono de permanência – renove a opção até 31 de março", recipients=9, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "andamento", "recadastramento"]}, list_source="Anexo memo 014.xlsx"))

    p = people("f002", 7)
    mail("f002", "request", "samsung", OTAVIO, "certidoes", "2026-03-09 12:50", ["Nadia manda isso aqui no zap pra turma da planilha", T("Boa tarde! As certidões de tempo de contribuição pedidas em fevereiro já estão prontas. Retire na recepção, com documento com foto, das 8h às 14h.")], att=[f("turma.xlsx", xlsx({"Plan1": phones_of(p)}))],
         traps=["no marker before the text, which begins with a greeting of its own", "no closing; the phone signs"], why="Curt but complete.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "atendimento"]}, list_source="turma.xlsx"))

    p = people("f003", 10)
    rows = [["Beneficiário", "Endereço eletrônico", "Fone celular"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p[:4])] + [[x.name, "", x.phone(6)] for x in p[4:6]] + [[x.name, x.email, "" if i else "não tem"] for i, x in enumerate(p[6:8])] + [[p[8].name, p[8].email, p[8].landline()], [p[9].name, "-", None]]
    mail("f003", "request", "owa", FIN, "Acerto de pensão alimentícia em folha", "2026-03-10 09:12",
         ["Prezada Nádia,", "Pedimos que a mensagem a seguir chegue aos beneficiários do arquivo tanto por e-mail como pelo WhatsApp, com a mesma redação nos dois. No e-mail, usar como título \"Pensão alimentícia: confira o desconto de março\".", "Redação:",
          T("Prezado(a) beneficiário(a),\n\nO desconto da pensão alimentícia foi recalculado por ordem judicial e aparece com o novo valor na folha de março.\n\nSe o valor não confere com a decisão, traga cópia da sentença à Gerência Financeira até o dia 20.\n\nAtenciosamente,\nGerência Financeira"),
          "Quem não tiver nenhum dos dois contatos nós avisamos por carta.", "Atenciosamente,"], sig=S_RODRIGO, att=[f("pensão alimentícia - contatos.xlsx", xlsx({"contatos": rows}))],
         traps=["two channels, one text", "holes in both columns, a landline, one person without anything", "the text and the mail both close with 'Atenciosamente' and the same department"], why="Nine of ten can be reached by at least one channel.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Pensão alimentícia: confira o desconto de março", recipients=9, rejected=1, duplicates=0, recipients_by_channel={"email": 7, "whatsapp": 6}, rejected_by_channel={"email": 3, "whatsapp": 4}, dispatch=True, accept={"category": ["andamento", "orientacao"]}, list_source="pensão alimentícia - contatos.xlsx"))

    mail("f004", "request", "owa", GAB, "Luto oficial – comunicação à totalidade dos segurados", "2026-03-11 17:22",
         ["Senhora Assessora,", "De ordem, solicito dar ciência à totalidade dos nossos segurados, por meio do WhatsApp, amanhã, às 7h30, do que segue:",
          T("Em sinal de pesar pelo falecimento do ex-presidente Arnoldo Fischer, o Ipreville decretou luto oficial de três dias. O expediente desta quinta-feira, 12 de março, está cancelado; as perícias e reuniões do dia serão remarcadas. Voltamos a atender na sexta-feira, das 8h às 14h.", "quote"),
          "Era o que havia a comunicar."], sig=S_ARLETE,
         traps=["'amanhã, às 7h30'", "'está cancelado' is message", "the last line is the requester's formula"], why="General, tomorrow morning.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", send_at="2026-03-12T07:30", dispatch=True, accept={"category": ["institucional"]}))

    p = people("f005", 8)
    old = ["Senhores gestores,", "Os inventários de bens móveis devem ser entregues até 27 de março.", "Controle Interno"]
    new = "Senhores gestores,\n\nO prazo dos inventários de bens móveis passou para 10 de abril de 2026.\n\nCada inventário deve trazer:\n\n- a relação dos bens por sala;\n- o termo de responsabilidade assinado;\n- a justificativa dos bens não localizados.\n\nControle Interno do Ipreville"
    mail("f005", "request", "thunderbird", CI, "Inventários: aviso aos gestores", "2026-03-12 10:05",
         ["Nádia,", "o aviso está no Word \"v2 revisado\"; o v1 vai apenas para o seu histórico, não é para usar. Destinatários no ODS, canal: mensagem eletrônica (e-mail). Coloque no assunto: Inventário de bens móveis – novo prazo", "Att."], sig=S_DEBORA,
         att=[f("Aviso inventário v1.docx", docx(old)), f("Aviso inventário v2 revisado.docx", docx(new.replace("\n\n", "\n").split("\n"), header="CONTROLE INTERNO – MINUTA")), f("Gestores.ods", ods([["Unidade", "Gestor", "E-mail"]] + [[f"Unidade {i+1}", x.name, x.email] for i, x in enumerate(p)] + [["Unidade 9 (interina)", p[2].name, p[2].email.title()]]))],
         traps=["two Word files, one of them superseded by the mail's own words", "page header that is no text", "one person stands for two units"], why="The mail says which file counts.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Inventário de bens móveis – novo prazo", message_text=new, recipients=8, rejected=0, duplicates=1, dispatch=True, accept={"category": ["orientacao"]}, list_source="Gestores.ods"))

    p = people("f006", 6)
    draft = "A oficina de memória desta semana será na sala 3, na quinta-feira, às 14h30. Leve os seus óculos e uma fotografia antiga."
    mail("f006", "request", "outlook", SOLANGE, "Oficina de memória – whatsapp aos inscritos", "2026-03-16 09:48",
         ["Nádia, bom dia!", "Peço que a turma da oficina (arquivo anexo) seja avisada pelo WhatsApp com o texto da Neusa, que colo aqui. Só troque \"sala 3\" por \"auditório\", porque mudou hoje cedo.", T(draft, "box"), "Obrigada!"], sig=S_SOLANGE, att=[f("inscritos memoria.xlsx", xlsx({"Inscritos": phones_of(p)}))],
         traps=["the mail corrects its own text: it must not go as it stands", "text not contiguous"], why="A careful person makes the one change; whoever does not dare asks. The uncorrected text is wrong.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-administrativa", category="evento", message_text=draft.replace("na sala 3", "no auditório"), recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"message_text": [draft.replace("sala 3", "auditório"), None], "missing": [[], ["message_text"]], "dispatch": [True, False]}, list_source="inscritos memoria.xlsx"))

    p = people("f007", 5)
    slots = [(p[0], "24/03", "8h"), (p[1], "24/03", "8h40"), (p[2], "24/03", "9h20"), (p[0], "26/03", "8h"), (p[3], "26/03", "10h"), (p[4], "26/03", "10h40")]
    mail("f007", "request", "owa", SAUDE, "Sessões com a fonoaudióloga", "2026-03-17 10:30",
         ["Oi, Nádia, tudo certo?", "Dá para avisar pelo whats cada um dos servidores do quadro? Um deles tem duas sessões, recebe duas mensagens mesmo.", ("table", [["Servidor", "CPF", "Celular", "Dia", "Horário"]] + [[x.name, x.cpf, x.phone(i), d, h] for i, (x, d, h) in enumerate(slots)]),
          "O recado, com os dados de cada um no lugar dos colchetes:", T("Olá, [SERVIDOR]! A sua sessão com a fonoaudióloga está confirmada para [DIA], às [HORÁRIO], na sala 12 do Núcleo de Saúde. Se não puder vir, avise até a véspera."), "Bjo"], sig=["Magda", "Saúde do Servidor"],
         traps=["list in a table of the body, above the text", "one person with two appointments is no duplicate", "CPF column"], why="Per-person data differ, so both rows of one person count.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=6, rejected=0, duplicates=0, per_person=True, placeholders=["SERVIDOR", "DIA", "HORÁRIO"], never_forward_columns=["CPF"], dispatch=True, accept={"category": ["evento", "orientacao", "andamento", "atendimento"], "recipients": [5, 6]}, list_source="body-table"))

    p = people("f008", 5)
    mail("f008", "request", "gmail", STEIN, "Prestação de contas de 2025: visita técnica", "2026-03-17 20:14",
         ["Boa noite!", f"Rogo o obséquio de repassarem por e-mail aos colegas {p[0].name} <{p[0].email}>; {p[1].name} <{p[1].email}>; {p[2].name} <{p[2].email}>; {p[3].name} <{p[3].email.split('@')[0]}@>; e {p[4].name} <{p[4].email.upper()}>. Eis o recado:",
          T("Colegas,\n\nA visita técnica para exame da prestação de contas de 2025 ocorrerá em 25 de março de 2026, às 13h30, no arquivo geral.\n\nQuem quiser consultar os balancetes antes pode pedi-los em contabilidade.arquivo@ipreville.example.\n\nSaudações,\nConselho Fiscal"), "Deus lhes pague pela paciência."], sig=S_STEIN, auth="ext",
         traps=["list typed in one sentence", "one address without a host", "an address inside the text is no recipient"], why="Four good addresses; the mail's own subject serves.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Prestação de contas de 2025: visita técnica", recipients=4, rejected=1, duplicates=0, dispatch=True, accept={"rejected": [0, 1]}, list_source="body"))

    mail("f009", "request", "apple", COM, "Card do Dia da Mulher Aposentada", "2026-03-18 11:40",
         ["Oi! Segue o card.", "Dois arquivos: o que vai no WhatsApp, para a base completa, é o card_whats.webp; o card_mural.png é só para a Neusa imprimir e pendurar.", "A legenda é esta:", T("Hoje o Ipreville celebra as mulheres que fizeram a história do serviço público de Joinville. Obrigado por tudo o que vocês construíram! 💐"), "Valeu!"], sig=S_IGOR,
         att=[f("card_whats.webp", image("WEBP")), f("card_mural.png", image("PNG", (200, 300)))], traps=["two pictures, one of them not to be sent", "WEBP is no picture for WhatsApp"], why="Only the first picture goes, and it must be converted.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="institucional", attachments_to_send=["card_whats.webp"], media_to_convert=["card_whats.webp"], dispatch=True, accept={"dispatch": [True, False]}))

    p = people("f010", 7)
    mail("f010", "request", "outlook", CADM, "Edital de suplência", "2026-03-19 15:15",
         ["Prezada Nádia,", "Encaminho para divulgação, via e-mail, exclusivamente aos nomes da tabela do Word anexo (a lista só existe nesse formato, desculpe). Título: Edital 01/2026 – suplência", "Conteúdo da mensagem:",
          T("Senhor(a) suplente,\n\nO Edital nº 01/2026, que trata da ordem de suplência, foi publicado em 18 de março.\n\nEventual recurso deve ser apresentado em cinco dias úteis, em resposta a este e-mail.", "guillemets"), "Sendo o que tínhamos para o momento, subscrevemo-nos."], sig=S_RADTKE,
         att=[f("Tabela de suplentes.docx", docx(["Conselho Administrativo", "Tabela de suplentes, por ordem de votação"], [["Ordem", "Nome", "E-mail"]] + [[f"{i+1}º", x.name, x.email if i != 4 else "não informado"] for i, x in enumerate(p)]))],
         traps=["the list is a table in a .docx; this Word file is not the text", "guillemets are not part of the text", "'em resposta a este e-mail' belongs to the text"], why="Six with an address, one without.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="eleicao", message_subject="Edital 01/2026 – suplência", recipients=6, rejected=1, duplicates=0, dispatch=True, accept={"category": ["institucional", "orientacao", "prestacao-de-contas"]}, list_source="Tabela de suplentes.docx"))

    p = people("f011", 7)
    rows = [["Prontuário", "Paciente", "Tel. residencial", "Celular do paciente", "Celular do familiar"]] + [[x.matricula, x.name, x.landline(), x.phone(i) if i not in (2, 5) else "", people("f011fam", 7)[i].phone(0)] for i, x in enumerate(p)]
    mail("f011", "request", "outlook", PERICIA, "Aviso de documentos – via WhatsApp", "2026-03-20 08:20",
         ["Bom dia,", "Favor remeter por WhatsApp aos pacientes do CSV. Atenção: usar sempre o celular do paciente, jamais o do familiar (houve reclamação). Precisa sair até o meio-dia de hoje.", "Segue o que deve ser dito:", T("Recebemos os seus exames, mas faltou o laudo do médico assistente. Entregue o laudo na recepção da Perícia até 27/03, das 8h às 12h, para que a avaliação não seja adiada."), "Grata desde já."], sig=S_SIMONE,
         att=[f("laudos_pendentes.csv", csv(rows))], traps=["three columns of phones; the mail says which", "two patients have none in that column", "'até o meio-dia de hoje' is a deadline, no appointed time"], why="Five patients have a mobile of their own.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=5, rejected=2, duplicates=0, dispatch=True, accept={"category": ["andamento"], "send_at": [None, "2026-03-20T12:00"]}, list_source="laudos_pendentes.csv"))

    p = people("f012", 8)
    mail("f012", "request", "outlook", KELI, "Cientificar interessados – diferença de férias", "2026-03-20 14:33",
         ["Nádia, boa tarde.", "Queira cientificar os oito interessados do arquivo, nestes termos:", T("Informamos que a diferença de férias indenizadas foi incluída na folha de março e será paga no dia 31. Dúvidas? Fale conosco pelo WhatsApp (47) 98800-0020."), "Cordialmente,"], sig=S_KELI, disc=NOTE,
         att=[f("interessados.xlsx", xlsx({"Plan1": [["Nome", "E-mail", "Celular"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]}))], traps=["WhatsApp is named only inside the text and in the disclaimer", "the list would serve both"], why="The channel is not stated.",
         want=dict(channel=[], audience="specific", area="gerencia-financeira", category="pagamento", missing=["channel"], dispatch=False, accept={"recipients": [None, 8], "rejected": [None, 0], "duplicates": [None, 0], "message_subject": [None, "Cientificar interessados – diferença de férias", "diferença de férias"], "category": ["andamento"], "missing": [["channel"], ["channel", "message_subject"]]}, list_source="interessados.xlsx"))

    mail("f013", "request", "outlook", JAIR, "Margem zerada – disparo", "2026-03-23 09:02",
         ["Nádia,", "dispara no whatsap pfv pra quem ficou com a marjem zerada. a relaçao ta no Teams, canal Folha, arquivo Margem_zerada_mar26 (tu tens acesso).", "diz asim: \"A sua margem consignável está zerada em março. Novos empréstimos só serão possíveis depois da quitação de um contrato.\"", "Abraço"], sig=S_JAIR,
         traps=["the list is somewhere else", "text in quotes inside of a sentence, misspelt"], why="The list did not come with the mail.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_text="A sua margem consignável está zerada em março. Novos empréstimos só serão possíveis depois da quitação de um contrato.", missing=["recipients"], dispatch=False))

    p = people("f014", 14)
    mail("f014", "request", "outlook", PREV, "Liminar – pensionistas alcançados", "2026-03-24 11:11",
         ["Prezados,", "Em cumprimento à liminar, solicita-se comunicar, por meio de correio eletrônico, os pensionistas alcançados, conforme planilha. Observem que a decisão abrange exatamente 12 pensionistas. Como título, conste: Decisão judicial sobre a sua pensão", "Segue abaixo o inteiro teor:", T("Por decisão judicial, o desconto previdenciário da sua pensão fica suspenso a partir de abril de 2026. A suspensão é provisória e pode ser revista.")], sig=S_IVETE,
         att=[f("liminar_pensionistas.xlsx", xlsx({"Plan1": mails_of(p, ("Pensionista", "Mail"))}))], traps=["exactly 12 announced, 14 in the list", "'suspenso' is message"], why="Two too many would be told something untrue: ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="pagamento", message_subject="Decisão judicial sobre a sua pensão", recipients=14, rejected=0, duplicates=0, missing=["recipients_confirm"], dispatch=False, accept={"recipients": [None, 14], "category": ["andamento", "orientacao"]}, list_source="liminar_pensionistas.xlsx"))

    p = people("f015", 19)
    mail("f015", "request", "zimbra", ADM, "Horta comunitária", "2026-03-25 13:37",
         [T("Amigos da horta,\n\nO mutirão de plantio de outono será no sábado, 4 de abril, a partir das 8h. Traga chapéu, luvas e protetor solar; as mudas são por nossa conta.\n\nEm caso de chuva, fica para o sábado seguinte."), "P.S.: Nádia, o que está aí em cima é para mandar por e-mail ao pessoal da horta, uns 20, todos no arquivo. Título pode ser o do assunto mesmo."], sig=S_NEUSA,
         att=[f("horta.xlsx", xlsx({"Horta": mails_of(p)}))], traps=["the mail begins with the text; the request is a postscript", "'uns 20' and 19 rows are no contradiction", "the title is the mail's own subject, by its own words"], why="Nineteen is about twenty.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Horta comunitária", recipients=19, rejected=0, duplicates=0, dispatch=True, list_source="horta.xlsx"))

    p = people("f016", 5)
    mail("f016", "request", "ios-outlook", LENITA, "Whats para os 5 da lista", "2026-04-13 07:58", ["Nádia querida, ajenda pra sexta, 16/04, no comeco da manha, pros cinco da lista:", T("Hoje a Dra. Lenita atende somente até as 11h. Se a sua consulta é à tarde, ligue para 3400-0042 para remarcar.")],
         att=[f("lista sexta.xlsx", xlsx({"Plan1": phones_of(p)}))], traps=["16/04/2026 is a Thursday", "the mistake would send on the wrong day a text that says 'hoje'"], why="Weekday and date contradict each other.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=5, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, accept={"category": ["atendimento"]}, list_source="lista sexta.xlsx"))

    p = people("f017", 6)
    mail("f017", "request", "roundcube", CFIS, "Parecer prévio - programar e-mail", "2026-03-26 18:50",
         ["Boa noite,", "Solicitamos programar para 02/03/2026, às 8h, o e-mail abaixo aos seis membros relacionados na planilha.", "Assunto do e-mail: Parecer prévio das contas anuais", T("Prezados membros,\n\nDisponibilizamos, na pasta do Conselho, o parecer prévio das contas anuais de 2025.\n\nContribuições serão recebidas até a reunião de abril.", "hr"), "Obrigado."], sig=["Osni Pabst", "Secretário do Conselho Fiscal"],
         att=[f("membros.xls", xls(mails_of(p)))], traps=["a date with its year, 24 days in the past: a slip of the month", "old .xls"], why="The stated time is over; nobody can know which was meant.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Parecer prévio das contas anuais", recipients=6, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, list_source="membros.xls"))

    p = people("f018", 11)
    v1 = "Prezado(a),\n\nO Censo Previdenciário 2026 começa em 4 de maio. Compareça à sede com os documentos originais."
    v2 = "Prezado(a) segurado(a),\n\nO Censo Previdenciário 2026 começa em 11 de maio e é obrigatório para aposentados.\n\nSe for enviar documentos por e-mail, escreva no campo\nAssunto: CENSO 2026 e o seu nome completo.\n\nGerência de Previdência"
    mail("f018", "request", "outlook", MARLISE, "Censo – aviso antecipado por e-mail ao grupo de teste", "2026-03-30 16:45",
         ["Nádia, boa tarde!", "O aviso passou pelo jurídico e voltou mexido. Deixo as duas redações para registro, mas a que vai aos 11 do grupo de teste é a segunda. Assunto do e-mail: Censo Previdenciário 2026", "Redação do setor:", T(v1, "indent"), "Redação revista pelo jurídico:", T(v2, "indent"), "Qualquer coisa me avisa, que eu falo com eles."], sig=S_MARLISE,
         att=[f("grupo teste censo.xlsx", xlsx({"Plan1": mails_of(p)}))], traps=["two texts, the mail says which", "'Assunto:' inside the text is not the subject of the e-mail"], why="The second one counts.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Censo Previdenciário 2026", message_text=v2, recipients=11, rejected=0, duplicates=0, dispatch=True, list_source="grupo teste censo.xlsx"))

    a, b = "Cuide-se: a vacina da gripe já está nos postos. Procure a unidade mais próxima da sua casa.", "Gripe é coisa séria depois dos 60. Vacine-se até 30 de abril em qualquer posto de Joinville."
    mail("f019", "request", "apple", BIANCA, "Vacina – WhatsApp para todo mundo da base", "2026-03-31 10:10", ["Nádia, bom dia!", "Escrevi duas opções. Escolham a que acharem melhor, ou misturem:", "Opção 1", T(a), "Opção 2", T(b), "Bjs"], sig=S_BIANCA,
         traps=["two texts and the choice left open"], why="Which text goes is a decision of people.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="orientacao", message_text=None, missing=["message_text"], dispatch=False, accept={"message_text": [a, b], "category": ["institucional", "evento", "alerta"]}))

    p = people("f020", 8)
    fw = "Prezado(a) associado(a),\n\nA partir de 1º de abril, o passe do clube de 2026 substitui a carteirinha antiga.\n\nEle pode ser impresso em casa, pelo Portal do Segurado."
    mail("f020", "request", "outlook", SOLANGE, "ENC: Passe do clube 2026", "2026-03-31 14:26", ["Nádia, favor dar andamento: e-mail para a relação que juntei, com o texto definitivo da Neusa (o de baixo é o do ano passado, esquece)."], sig=S_SOLANGE, fwd=True,
         quoted=dict(name="Administrativo Ipreville", addr="administrativo@ipreville.example", at="2026-03-31 11:03", to="Solange Fiedler <solange.fiedler@ipreville.example>", subject="Passe do clube 2026", body=["Solange, ficou assim, veja se aprova:", fw, "Se preferir, encurto.", "Neusa Tambosi\nPatrimônio e Atendimento"],
                     quoted=dict(name="Solange Fiedler", addr="solange.fiedler@ipreville.example", at="2026-03-30 09:30", to="Administrativo Ipreville <administrativo@ipreville.example>", subject="Passe do clube 2026", body=["Neusa, o de 2025 era este, atualiza para mim?", "Prezado(a) associado(a), o passe do clube de 2025 está disponível na recepção, de segunda a sexta."])),
         att=[f("associados.xlsx", xlsx({"Plan1": mails_of(p)}))], traps=["the text is in the forwarded mail, between a colleague's words", "last year's text one mail further down"], why="The colleague's final text counts.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="atendimento", message_subject="Passe do clube 2026", message_text=fw, recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "institucional", "evento"]}, list_source="associados.xlsx"))

    p = people("f021", 5)
    mail("f021", "request", "outlook", FIN, "RES: [AR-2026-0302] Envio concluído", "2026-04-01 08:40",
         ["Nádia,", "aproveito esta mesma conversa para um pedido novo, que não tem nada a ver com o informe: enviar pelo WhatsApp, aos cinco do arquivo, isto aqui:", T("O seu cheque de restituição voltou por falta de saque. Passe na tesouraria até 15 de abril para receber o valor."), "Obrigado"], sig=S_RODRIGO, reply_to="ack0302",
         quoted=dict(AUTO, at="2026-03-02 16:30", to="Financeiro - Ipreville <financeiro@ipreville.example>", subject="[AR-2026-0302] Envio concluído", body=["Olá! O envio AR-2026-0302 foi concluído por e-mail a 1.742 destinatários."]), att=[f("cheques.xlsx", xlsx({"Plan1": phones_of(p)}))],
         traps=["an answer by thread and protocol, a new request by its words", "the quoted mail names the other channel"], why="New text, new list, new channel.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["andamento"]}, list_source="cheques.xlsx"))

    p = people("f022", 9)
    rows = [["Nome", "E-mail", "Avisar?"]] + [[x.name, x.email, "NÃO" if i in (1, 4, 7) else "SIM"] for i, x in enumerate(p)]
    mail("f022", "request", "outlook", CESAR, "Retorno de afastamento", "2026-04-02 10:18", ["Bom dia.", "Solicito que o recado abaixo vá por e-mail (assunto: Exame de retorno ao trabalho). Da planilha, só os que estão com SIM na última coluna; os demais já vieram.", T("O seu afastamento termina neste mês. Agende o exame de retorno pelo telefone (47) 3400-0042 antes de reassumir o cargo.", "curly")], sig=S_CESAR,
         att=[f("afastados abril.xlsx", xlsx({"abril": rows}))], traps=["only the rows marked SIM", "nine rows, six people"], why="Six are to be told; telling all nine would be wrong. Who cannot filter asks.",
         want=dict(channel=["email"], audience="specific", area="pericia-medica", category="pericia", message_subject="Exame de retorno ao trabalho", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"dispatch": [True, False], "missing": [[], ["recipients_confirm"]], "category": ["orientacao"]}, list_source="afastados abril.xlsx"))

    p1, p2 = people("f023m", 4), people("f023t", 5)
    t1, t2 = "Bom dia! O seu grupo de apoio ao luto passa a se reunir às quartas-feiras, às 9h, na sala azul.", "Boa tarde! O seu grupo de apoio ao luto passa a se reunir às quartas-feiras, às 15h, na sala verde."
    mail("f023", "request", "gmail", CAMILA, "Grupos de apoio", "2026-04-06 09:09", ["Olá, Nádia!", "São dois recados por WhatsApp, um para cada grupo (cuidado para não trocar).", "Grupo da manhã – arquivo manhã.xlsx:", T(t1), "Grupo da tarde – arquivo tarde.xlsx:", T(t2), "Um abraço"], sig=S_CAMILA,
         att=[f("manhã.xlsx", xlsx({"M": phones_of(p1)})), f("tarde.xlsx", xlsx({"T": phones_of(p2)}))], traps=["two texts, two lists", "the message's greeting is 'Bom dia!'", "sender known only by the domain of the area"], why="Two parts; to mix them up is the error.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="evento", message_text=t1, recipients=9, rejected=0, duplicates=0, dispatch=True, parts=[{"message_text": t1, "recipients": 4, "list_source": "manhã.xlsx"}, {"message_text": t2, "recipients": 5, "list_source": "tarde.xlsx"}],
                   accept={"message_text": [None, t2], "recipients": [None, 4, 5], "rejected": [None], "duplicates": [None], "dispatch": [True, False], "missing": [[], ["message_text"], ["recipients_confirm"]], "category": ["orientacao", "atendimento", "institucional", "pericia"]}))

    p = people("f024", 6)
    mail("f024", "request", "outlook", GAB, "Regimento e cronograma – remeter por e-mail", "2026-04-07 14:50",
         ["Prezada Nádia,", "Queira remeter por e-mail aos seis assessores da planilha, acompanhado do regimento e do cronograma, ambos em PDF neste e-mail:", T("Senhores assessores,\n\nSeguem anexos o novo regimento interno e o cronograma de implantação, para leitura prévia à reunião de 15 de abril."), "Assunto: Regimento interno e cronograma", "Atenciosamente,"], sig=S_ARLETE,
         att=[f("Regimento interno.pdf", pdf(["Regimento interno"])), f("assessores.xlsx", xlsx({"Plan1": mails_of(p)}))], traps=["two PDFs announced, one came", "subject after the text"], why="The schedule is missing; the text promises it.",
         want=dict(channel=["email"], audience="specific", area="gabinete", category="institucional", message_subject="Regimento interno e cronograma", recipients=6, rejected=0, duplicates=0, attachments_to_send=["Regimento interno.pdf"], missing=["media"], dispatch=False, accept={"attachments_to_send": [[]], "category": ["orientacao", "prestacao-de-contas", "evento"]}, list_source="assessores.xlsx"))

    p = people("f025", 6)
    mail("f025", "request", "owa", "Procuradoria Jurídica <juridico@ipreville.example>", "Ação do auxílio-alimentação", "2026-04-08 09:25",
         ["Bom dia, colegas da Assessoria!", "Gostaríamos que vocês encaminhassem por e-mail aos autores da ação, que estão na planilha, o aviso a seguir. Assunto: Acordo homologado – assine o termo de adesão", "O aviso é:", T("Prezado(a) autor(a),\n\nO acordo na ação do auxílio-alimentação foi homologado pelo juiz. Compareça à Procuradoria, sala 21, até 30 de abril, para assinar o termo de adesão.\n\nProcuradoria Jurídica do Ipreville"), "Muito obrigado a todos."], sig=["Evaldo Sievert", "Procurador"],
         att=[f("autores.xlsx", xlsx({"Plan1": mails_of(p)}))], traps=["internal and authenticated, but the Procuradoria is in no area", "the text signs itself like the sender"], why="The area must be asked.",
         want=dict(channel=["email"], audience="specific", area=None, category="andamento", message_subject="Acordo homologado – assine o termo de adesão", recipients=6, rejected=0, duplicates=0, missing=["area"], dispatch=False, accept={"category": ["pagamento", "orientacao", "institucional", "atendimento"]}, list_source="autores.xlsx"))

    mail("f026", "request", "android-outlook", BIANCA, "Boletim de abril", "2026-04-08 16:01",
         ["Nádia, o boletim ficou pronto! Precisa ir a todo o cadastro (ativos, aposentados e pensionistas) por correio eletrônico, com o título \"Boletim do Ipreville – abril\".", T("Olá!\n\nNesta edição: o novo horário da biblioteca, a horta do Instituto e a agenda de palestras.\n\nLeia em https://www.ipreville.example/boletim."), "Beijos"],
         traps=["everybody by e-mail: no such list exists", "three kinds of insured people named = all"], why="No general e-mail list is configured.",
         want=dict(channel=["email"], audience="general", area="comunicacao", category="institucional", message_subject="Boletim do Ipreville – abril", missing=["recipients"], dispatch=False, accept={"category": ["evento", "orientacao", "atendimento", "prestacao-de-contas"]}))

    mail("f027", "request", "outlook", ADM, "Divulgação pelo WhatsApp", "2026-04-09 10:44", ["Prezada,", "Solicitamos a gentileza de divulgar, pelo WhatsApp, a seguinte mensagem:", T("A biblioteca do Ipreville passa a funcionar às terças e quintas-feiras, das 13h às 17h. A entrada é livre."), "Gratos,"], sig=S_NEUSA,
         traps=["to whom is not said at all"], why="All insured or only some: nobody can tell.",
         want=dict(channel=["whatsapp"], audience=None, area="gerencia-administrativa", category="atendimento", missing=["audience"], dispatch=False, accept={"audience": ["specific", "general"], "missing": [["audience"], ["recipients"], ["audience", "recipients"]], "category": ["evento", "institucional", "orientacao"]}))

    p = people("f028", 9)
    rows = [["Matrícula", "Segurado", "Contato"]] + [[x.matricula, x.name, v] for x, v in zip(p, [p[0].phone(0), p[1].phone8(), p[2].landline() + " / " + p[2].phone(6), p[3].no_ddd(), "recado c/ a filha", int(p[5].ddd + p[5].local), "0xx" + p[6].ddd + " " + p[6].local, p[7].landline(), "+55 " + p[8].ddd + " " + p[8].local[0] + " " + p[8].local[1:5] + " " + p[8].local[5:]])] + [[p[1].matricula, p[1].name, p[1].phone(1)]]
    tx = "A contagem do seu tempo especial foi concluída. O resultado está no Portal do Segurado, em \"Meus processos\"."
    lst28 = xlsx({"Plan1": rows})
    mail("f028", "request", "outlook", OTAVIO, "WhatsApp – tempo especial", "2026-04-10 11:20", ["Nádia,", "por favor, avisar os segurados da planilha pelo WhatsApp, com este texto:", T(tx, "marks:<<<|>>>"), "Abraço,"], sig=S_OTAVIO, att=[f("tempo especial.xlsx", lst28)],
         traps=["landline and mobile in one cell", "'0xx47'", "without the ninth digit", "no area code", "a remark instead of a number", "the same person twice in two spellings"], why="Six usable numbers, three not, one repeated.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=6, rejected=3, duplicates=1, dispatch=True, accept={"recipients": [6, 5], "rejected": [3, 4]}, list_source="tempo especial.xlsx"))

    mail("f029", "request", "android-outlook", OTAVIO, "WhatsApp – tempo especial", "2026-04-10 11:36", ["Nádia, meu Outlook travou na hora de enviar e não sei se saiu. Vai de novo pelo celular, mesmo texto e mesma planilha:", T(tx)], att=[f("tempo especial.xlsx", lst28)],
         traps=["the same request again from the phone, a quarter of an hour later, in other words"], why="The first copy arrived: f028.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=6, rejected=3, duplicates=1, duplicate_of="f028", dispatch=False, accept={"class": ["reply-to-request"], "recipients": [6, 5], "rejected": [3, 4]}, list_source="tempo especial.xlsx"))

    p = people("f030", 7)
    err = "ERRATA\n\nNo e-mail de 2 de abril sobre o reajuste, onde se lê \"4,83%\", leia-se \"4,38%\". Desconsidere os valores informados naquela mensagem.\n\nPedimos desculpas pelo engano."
    short = "Ipreville – errata: o reajuste é de 4,38%, e não de 4,83% como informamos em 2 de abril."
    rows = [["Nome", "E-mail", "Celular"]] + [[x.name, x.email, x.phone(i) if i != 3 else ""] for i, x in enumerate(p)]
    mail("f030", "request", "outlook", FIN, "Errata do reajuste", "2026-04-14 09:31", ["Nádia, bom dia.", "Houve erro de digitação nosso. Precisamos que os sete da planilha (foram os únicos que receberam) sejam alertados duas vezes: no e-mail com a redação completa, no celular, pelo WhatsApp, com a versão curta.", "Redação completa para o e-mail, assunto \"Errata: índice do reajuste\":", T(err, "color:#C00000"), "Versão curta para o WhatsApp:", T(short, "color:#C00000"), "Desculpa o transtorno!"], sig=S_RODRIGO,
         att=[f("receberam.xlsx", xlsx({"Plan1": rows}))], traps=["an erratum for the insured is a sending of its own, no correction of a request", "two channels, two texts", "two apologies: one is the message's, one the requester's"], why="A new sending by both channels.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Errata: índice do reajuste", message_text=err, message_text_by_channel={"email": err, "whatsapp": short}, recipients=7, rejected=0, duplicates=0, recipients_by_channel={"email": 7, "whatsapp": 6}, rejected_by_channel={"email": 0, "whatsapp": 1}, dispatch=True, list_source="receberam.xlsx"))

    p = people("f031", 6)
    body = ["Nádia, bom dia.", "Em anexo, a relação para o envio de e-mail, que deve sair somente no primeiro dia útil de maio. Peço usar o assunto Certidão de óbito do instituidor.", "Corpo do e-mail:", "Prezado(a) pensionista,\n\nPara a revisão da pensão, precisamos da certidão de óbito do instituidor emitida há menos de 90 dias.\n\nEnvie a cópia até 29 de maio ou entregue-a na recepção.", "Abs, Ivete"]
    mail("f031", "request", "winmail", PREV, "Revisão de pensões", "2026-04-15 13:13", body, plain_only=True, att=[f("winmail.dat", tnef("Revisão de pensões", "\r\n\r\n".join(body).replace("\n", "\r\n").replace("\r\r", "\r"), [("Relação revisão.xlsx", xlsx({"Plan1": mails_of(p)}))]))],
         traps=["list inside winmail.dat", "the subject stands in a sentence without quotes", "signature in the line of the closing", "'no primeiro dia útil de maio': 1 May is a holiday and a Friday"], why="All stated; it leaves on Monday, 4 May.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Certidão de óbito do instituidor", message_text=body[3], recipients=6, rejected=0, duplicates=0, send_at="2026-05-04", dispatch=True, accept={"category": ["andamento", "orientacao"], "missing": [[], ["send_at"]], "dispatch": [True, False]}, list_source="winmail.dat/Relação revisão.xlsx"))


def answers():
    p = people("f032", 17)
    mail("f032", "reply-to-request", "outlook", SOLANGE, "RES: [AR-2026-0304] Falta a lista de destinatários", "2026-03-09 10:10", ["Perdão, jurava que tinha ido junto. Agora foi.", "Bjs,"], sig=S_SOLANGE, logo=True, reply_to="ack0304",
         quoted=ask("AR-2026-0304", "Falta a lista de destinatários", "2026-03-09 09:40", SOLANGE, "Prezada Solange,\n\nPara o envio AR-2026-0304 ainda precisamos da lista de destinatários. Basta anexá-la na resposta."),
         att=[f("alunos informática.xlsx", xlsx({"Plan1": mails_of(p[:16]) + [[p[16].name, "vai trazer"]]}))], traps=["'vai trazer' in the column of addresses", "inline logo"], why="The list that was asked for.",
         want=dict(area="gerencia-administrativa", recipients=16, rejected=1, duplicates=0, relates_to="AR-2026-0304", effect="completes", dispatch=True))
    mail("f033", "reply-to-request", "android-outlook", CESAR, "RES: [AR-2026-0305] Qual é o texto?", "2026-03-09 13:26", ["A doutora liberou assim:", T("A sua perícia do mutirão foi confirmada. Chegue 20 minutos antes, com documento e exames. Local: Rua das Palmeiras, 100, térreo."), "Pode tocar"], reply_to="ack0305",
         quoted=ask("AR-2026-0305", "Qual é o texto?", "2026-03-09 11:00", CESAR, "O pedido AR-2026-0305 chegou sem o texto da mensagem. Qual é?"), traps=["the text alone, no new request", "'Pode tocar'"], why="The text that was asked for.",
         want=dict(area="pericia-medica", relates_to="AR-2026-0305", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("f034", "reply-to-request", "iphone", OTAVIO, "Re: [AR-2026-0306] E-mail ou WhatsApp?", "2026-03-10 07:49", ["Por e-mail não, metade deles nem abre. Faz pelo outro"], reply_to="ack0306", quoted=ask("AR-2026-0306", "E-mail ou WhatsApp?", "2026-03-09 17:10", OTAVIO, "O envio AR-2026-0306 deve ser feito por e-mail ou por WhatsApp?"),
         traps=["the only channel named is the one not wanted"], why="The other one of two: WhatsApp.", want=dict(channel=["whatsapp"], area="gerencia-previdencia", relates_to="AR-2026-0306", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("f035", "reply-to-request", "owa", KELI, "RES: [AR-2026-0310] Solicitação recebida", "2026-03-10 11:52", ["Nádia, por gentileza, um reparo antes que saia: o ramal citado no fim do texto está trocado, é 3400-0026 e não 3400-0020. No mais, tudo certo."], sig=S_KELI, reply_to="ack0310",
         quoted=ack("AR-2026-0310", "Solicitação recebida", "2026-03-10 11:45", KELI), traps=["'tudo certo' is no approval", "the request leaves in a few minutes"], why="A correction: the text must not go as it stands.", want=dict(area="gerencia-financeira", relates_to="AR-2026-0310", effect="corrects", dispatch=False))
    q = people("f036", 2)
    mail("f036", "reply-to-request", "outlook", MARLISE, "RES: Censo – aviso antecipado por e-mail ao grupo de teste", "2026-03-30 17:05", ["Nádia, entram mais dois no grupo:", f"{q[0].name}, {q[0].email}\n{q[1].name}, {q[1].email}", "Sem mudança no resto."], sig=S_MARLISE, reply_to="f018",
         quoted=dict(name="Marlise Kühnen", addr="marlise.kuhnen@ipreville.example", at="2026-03-30 16:45", to=ASSESSORIA, subject="Censo – aviso antecipado por e-mail ao grupo de teste", body=["Nádia, boa tarde!", "O aviso passou pelo jurídico e voltou mexido."]),
         traps=["addresses in the body add to a list, they do not replace it", "no second request"], why="Two more recipients for f018.", want=dict(area="gerencia-previdencia", relates_to="f018", effect="corrects", dispatch=False, accept={"effect": ["completes"]}))
    mail("f037", "reply-to-request", "roundcube", "Vanessa Kreuz <vanessa.kreuz@callcenter.example>", "Re: [AR-2026-0313] Pacote para envio por WhatsApp", "2026-03-05 10:02", ["Bom dia, Nádia,", "A Meta reprovou o modelo da mensagem: entendeu como marketing por causa do trecho \"aproveite a novidade\". Podem nos mandar uma redação mais neutra? Enquanto isso os 140 contatos estão parados, nada foi entregue."], sig=S_VANESSA, auth="ext", reply_to="cc0313",
         quoted=dict(AUTO, at="2026-03-05 09:15", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2026-0313] Pacote para envio por WhatsApp", body=["Segue o pacote com 140 contatos. Ao final, enviar o relatório."]), traps=["'140 contatos' and 'entregue' but no report", "refused template"], why="A question that a person must answer.",
         want=dict(relates_to="AR-2026-0313", effect="question", dispatch=False))
    mail("f038", "reply-to-request", "outlook", MARLISE, "Portarias de aposentadoria – alguma devolutiva?", "2026-03-04 16:20", ["Nádia,", "os aposentandos das portarias (aquele WhatsApp de segunda, dos 58) já leram o recado? Preciso dizer na reunião das 17h30 quantos devem vir."], sig=S_MARLISE,
         traps=["new thread, no protocol: found by area, channel, day and number", "asks, does not request a sending"], why="How does AR-2026-0301 stand?", want=dict(area="gerencia-previdencia", relates_to="AR-2026-0301", effect="status-question", dispatch=False, accept={"effect": ["question"]}))
    mail("f039", "reply-to-request", "gmail", STEIN, "Re: [AR-2026-0311] Balanço final do envio", "2026-03-07 19:30", ["Recebi o balanço, ciente. Parabenizo a equipe pelo capricho!"], sig=S_STEIN, auth="ext", reply_to="ack0311", quoted=ask("AR-2026-0311", "Balanço final do envio", "2026-03-07 11:20", STEIN, "Dos 912 destinatários, 884 receberam a mensagem e 28 endereços falharam."),
         traps=["'ciente' approves nothing", "outside address of a councillor"], why="Courtesy only.", want=dict(area="conselho-fiscal", relates_to="AR-2026-0311", effect="thanks", dispatch=False))
    mail("f040", "reply-to-request", "ios-outlook", HELGA, "RES: [AR-2026-0309] Para aprovação: Auditoria da folha: entrega de documentos", "2026-03-10 19:37", ["Aprovo, desde que a Débora confirme antes que o prazo de 30 dias vale também para as autarquias."], reply_to="ok0309",
         quoted=ask("AR-2026-0309", "Para aprovação: Auditoria da folha: entrega de documentos", "2026-03-10 15:00", HELGA, "Segue a prévia do envio AR-2026-0309 (41 destinatários, e-mail). Responda APROVO para liberar ou NÃO APROVO para devolver à área."), traps=["'Aprovo, desde que ...': the condition is not met yet"], why="Conditional: nothing may go.",
         want=dict(area="gabinete", relates_to="AR-2026-0309", effect="question", dispatch=False, accept={"class": ["approval"], "effect": ["corrects", "rejects", "completes"]}))
    mail("f041", "reply-to-request", "outlook", HELGA, "RES: [AR-2026-0307] Para aprovação: Aplicativo falso com o nome do Ipreville", "2026-03-11 08:03", ["Nádia, desse jeito não libero: está alarmista e não diz o que o segurado deve fazer. Devolva à Comunicação, por favor."], sig=S_HELGA, reply_to="ok0307",
         quoted=ask("AR-2026-0307", "Para aprovação: Aplicativo falso com o nome do Ipreville", "2026-03-10 16:00", HELGA, "Segue a prévia do envio AR-2026-0307 (todos os segurados, WhatsApp). Responda APROVO para liberar ou NÃO APROVO para devolver à área."), traps=["refusal without the proposed words"], why="Refused; back to the area.",
         want=dict(area="gabinete", relates_to="AR-2026-0307", effect="rejects", dispatch=False, accept={"effect": ["corrects"]}))
    # ---------------------------------------------------------------- consent
    mail("f042", "approval", "iphone", HELGA, "Re: [AR-2026-0308] Para aprovação: Convocação dos conselheiros suplentes", "2026-03-09 21:14", ["Autorizo a expedição."], reply_to="ok0308", quoted=ask("AR-2026-0308", "Para aprovação: Convocação dos conselheiros suplentes", "2026-03-09 16:30", HELGA, "Segue a prévia do envio AR-2026-0308 (27 destinatários, e-mail). Responda APROVO para liberar ou NÃO APROVO para devolver à área."),
         traps=["other words than the proposed ones", "both proposals in the quoted mail"], why="The approver consents.", want=dict(area="gabinete", relates_to="AR-2026-0308", dispatch=True))
    mail("f043", "approval", "owa", GAB, "RES: [AR-2026-0314] Para aprovação: Obras na entrada principal", "2026-04-15 17:40", ["Nádia, a Sra. Presidente acabou de autorizar por telefone. Podem liberar."], sig=S_ARLETE, reply_to="ok0314", quoted=ask("AR-2026-0314", "Para aprovação: Obras na entrada principal", "2026-04-15 14:00", HELGA, "Segue a prévia do envio AR-2026-0314 (todos os segurados, WhatsApp). Responda APROVO para liberar."),
         traps=["consent at second hand: the Cabinet's address is no approver"], why="Only helga.tiedt@ approves.", want=dict(area="gabinete", relates_to="AR-2026-0314", dispatch=False, accept={"class": ["reply-to-request"], "effect": ["question", "completes", "corrects"]}))
    mail("f044", "approval", "outlook", HELGA, "RES: [AR-2026-0314] Para aprovação: Obras na entrada principal", "2026-04-16 08:15", ["Liberado, para sair depois do feriado: quarta-feira, 22/04, às 10h.", "Helga"], reply_to="ok0314", quoted=ask("AR-2026-0314", "Para aprovação: Obras na entrada principal", "2026-04-15 14:00", HELGA, "Segue a prévia do envio AR-2026-0314 (todos os segurados, WhatsApp). Responda APROVO para liberar."),
         traps=["consent with a date and an hour, no condition"], why="Approved for 22 April.", want=dict(area="gabinete", relates_to="AR-2026-0314", send_at="2026-04-22T10:00", dispatch=True))
    # ---------------------------------------------------------------- cancellations
    mail("f045", "cancellation", "outlook", FIN, "RES: Errata do reajuste", "2026-04-14 09:44", ["Nádia, pare tudo, por favor: conferimos e o índice publicado era mesmo 4,83%. A errata perdeu o objeto e não deve seguir para ninguém."], sig=S_RODRIGO, reply_to="f030",
         quoted=dict(name="Financeiro - Ipreville", addr="financeiro@ipreville.example", at="2026-04-14 09:31", to=ASSESSORIA, subject="Errata do reajuste", body=["Nádia, bom dia.", "Houve erro de digitação nosso. Precisamos que os sete da planilha sejam alertados duas vezes."]), traps=["'perdeu o objeto'", "the quoted request still asks"], why="The whole request f030 falls.", want=dict(area="gerencia-financeira", relates_to="f030", dispatch=False))
    mail("f046", "cancellation", "ios-outlook", LENITA, "aquele aviso de sexta", "2026-04-13 09:21", ["Nádia, deixa pra lá o whats dos cinco que te pedi mais cedo. Vou atender o dia inteiro, não precisa avisar ninguém 😉"], traps=["no word of cancelling, new thread, no protocol", "'sexta' and 'cinco' point to f016"], why="f016 is not wanted any more.", want=dict(area="pericia-medica", relates_to="f016", dispatch=False))
    mail("f047", "cancellation", "outlook", CESAR, "RES: [AR-2026-0312] Solicitação recebida", "2026-03-04 14:35", ["Prezada Nádia,", "Em nome da Dra. Lenita, requeiro a sustação imediata do envio aos readaptados: a planilha remetida pertence a outro grupo. Se a empresa já disparou, favor nos informar a quantos."], sig=S_CESAR, reply_to="ack0312",
         quoted=ack("AR-2026-0312", "Solicitação recebida", "2026-03-04 13:58", LENITA), traps=["the package has left half an hour ago", "another person of the same area", "wrong list, but no other list comes: it is stopped, not corrected"], why="All of it shall stop.", want=dict(area="pericia-medica", relates_to="AR-2026-0312", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-replied")]
    r = people("f048", 2)
    mail("f048", "delivery-receipt", "receipt", MSX, "Não é possível entregar: Informe de rendimentos de 2025", "2026-03-02 15:14", [], to=[PRESID], headers=auto + [("In-Reply-To", "<ar-2026-0302.mail1@ipreville.example>")], envelope="",
         raw_root=dsn("f048", f"Falha na entrega a estes destinatários ou grupos:\n\n{r[0].email}\nO domínio do destinatário não existe.\n\n{r[1].email}\nO servidor de destino recusou a mensagem.\n", [(r[0].email, "failed", "5.4.310", "550 5.4.310 DNS domain does not exist"), (r[1].email, "failed", "5.7.1", "554 5.7.1 Message rejected by policy")], "2026-03-02 15:12", "ar-2026-0302.mail1@ipreville.example", html="<p>Falha na entrega</p>", subject="Informe de rendimentos de 2025"),
         traps=["two recipients with two reasons in one notice"], why="Two failures.", want=dict(relates_to="AR-2026-0302", receipt={"action": "failed", "recipients": [x.email for x in r]}))
    r = people("f049", 1)[0]
    mail("f049", "delivery-receipt", "receipt", "Mail Delivery System <MAILER-DAEMON@saida.correio.example>", "Successful Mail Delivery Report", "2026-03-04 11:23", [], to=[PRESID], auth="none", envelope="", headers=auto,
         raw_root=dsn("f049", f"This is the mail system at host saida.correio.example.\n\nYour message was successfully delivered to the destination(s)\nlisted below. If the message was delivered to mailbox you will\nreceive no further notifications. Otherwise you may still receive\nnotifications of mail delivery errors from other systems.\n\n<{r.email}>: delivery via mx.caixa.example[203.0.113.9]:25: 250 2.0.0 Ok: queued\n", [(r.email, "relayed", "2.0.0", "250 2.0.0 Ok: queued")], "2026-03-04 11:21", "ar-2026-0311.mail1@ipreville.example", mta="saida.correio.example", envid="AR-2026-0311.mail1", subject="Reunião aberta do Conselho Fiscal"),
         traps=["'successfully delivered' in words, relayed in truth", "English, generic subject"], why="Relayed.", want=dict(relates_to="AR-2026-0311", receipt={"action": "relayed", "recipients": [r.email]}))
    r = people("f050", 1)[0]
    mail("f050", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Confirmação de leitura (exibida) - Informe de rendimentos de 2025", "2026-03-03 06:58", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", "<ar-2026-0302.mail1@ipreville.example>")],
         raw_root=mdn("f050", f"Esta é uma confirmação de leitura para a mensagem que você enviou para {r.email}.\n\nNota: esta confirmação apenas indica que a mensagem foi exibida no computador do destinatário.\n", r.email, "ar-2026-0302.mail1@ipreville.example", "manual-action/MDN-sent-manually; displayed", "Thunderbird"), traps=["read receipt of another program", "from an insured person, yet no answer of theirs"], why="Read.", want=dict(relates_to="AR-2026-0302", receipt={"action": "read", "recipients": [r.email]}))
    r = people("f051", 1)[0]
    mail("f051", "delivery-receipt", "webmail", "Mail Delivery Subsystem <MAILER-DAEMON@relay3.provedor.example>", "Returned mail: see transcript for details", "2026-03-04 11:40", ["The original message was received at Wed, 4 Mar 2026 11:20:41 -0300\nfrom saida.ipreville.example [198.51.100.20]",
         f"   ----- The following addresses had permanent fatal errors -----\n<{r.email}>\n    (reason: 550 5.2.1 Mailbox disabled for this recipient)", "   ----- Message header follows -----\nReturn-Path: <presidente@ipreville.example>\nMessage-ID: <ar-2026-0311.mail1@ipreville.example>\nFrom: presidente@ipreville.example\nSubject: =?UTF-8?Q?Reuni=C3=A3o_aberta_do_Conselho_Fiscal?="], to=["presidente@ipreville.example"], auth="none", envelope="",
         traps=["plain text, no multipart/report, no In-Reply-To", "only the returned head names the message"], why="Failed.", want=dict(relates_to="AR-2026-0311", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("f052", 1)[0]
    mail("f052", "delivery-receipt", "receipt", "Mail Delivery System <Mailer-Daemon@cp12.hospedagem.example>", "Warning: message 1wQ2aB-0004xY-7T delayed 24 hours", "2026-03-03 15:13", [], to=[PRESID], auth="none", envelope="", headers=auto + [("X-Failed-Recipients", r.email)],
         raw_root=dsn("f052", f"This message was created automatically by mail delivery software.\n\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on cp12.hospedagem.example.\n\nThe address to which the message has not yet been delivered is:\n\n  {r.email}\n    host mx.provedor.example: 450 4.2.1 mailbox busy\n\nNo action is required on your part.\n", [(r.email, "delayed", "4.2.1", "450 4.2.1 mailbox busy")], "2026-03-02 15:12", "ar-2026-0302.mail1@ipreville.example", mta="cp12.hospedagem.example", subject="Informe de rendimentos de 2025"),
         traps=["Exim's warning", "a header 'X-Failed-Recipients' though nothing has failed yet"], why="Delayed.", want=dict(relates_to="AR-2026-0302", receipt={"action": "delayed", "recipients": [r.email]}))
    # ---------------------------------------------------------------- the call center
    mail("f053", "call-center-report", "outlook", "Vanessa Kreuz <vanessa.kreuz@callcenter.example>", "Fechamento portarias 02/03", "2026-03-05 17:30", ["Nádia, boa tarde!", "Os números das portarias estão no arquivo. Qualquer divergência, é só chamar."], sig=S_VANESSA, auth="ext", att=[f("fechamento_portarias.xls", xls([["Campanha", "Portarias 02/03"], ["Base recebida", 58], ["Enviadas", 58], ["Entregues", 55], ["Lidas", 40], ["Falhas", 3]], "Resumo"))],
         traps=["figures in an old .xls, name and value side by side", "no protocol, new thread: date, word and 58 link it"], why="AR-2026-0301, complete.", want=dict(relates_to="AR-2026-0301", report={"complete": True, "sent": 58, "delivered": 55, "read": 40, "failed": 3}))
    q = dict(AUTO, at="2026-03-03 10:00", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2026-0303] Pacote para envio por WhatsApp", body=["Segue o pacote com 4.921 contatos. Ao final, enviar o relatório."])
    mail("f054", "call-center-report", "roundcube", "Thiago Salvador <envios@callcenter.example>", "Re: [AR-2026-0303] Pacote para envio por WhatsApp", "2026-03-03 17:45", ["Boa tarde,", "Posição das 17h30:", ("table", [["Disparadas", "Entregues", "Com erro", "Na fila"], ["3.000", "2.784", "216", "1.921"]]), "A fila roda amanhã cedo."], sig=S_ELO, auth="ext", reply_to="cc0303", quoted=q,
         traps=["partial: 1.921 still in the queue", "thousands points in a table"], why="Not the end.", want=dict(relates_to="AR-2026-0303", report={"complete": False, "sent": 3000, "delivered": 2784, "read": None, "failed": 216}))
    mail("f055", "call-center-report", "roundcube", "Thiago Salvador <envios@callcenter.example>", "Re: [AR-2026-0303] Pacote para envio por WhatsApp", "2026-03-04 15:20", ["Boa tarde,", "Campanha encerrada. Dos 4.921 contatos disparados, 4.598 (93,4%) foram entregues e 323 (6,6%) falharam; das entregues, 2.950 já foram lidas."], sig=S_ELO, auth="ext", reply_to="cc0303", quoted=q,
         traps=["percentages beside the figures", "the second, final report of one request"], why="Complete.", want=dict(relates_to="AR-2026-0303", report={"complete": True, "sent": 4921, "delivered": 4598, "read": 2950, "failed": 323}))
    p = people("f056", 26)
    st = ["Visualizada"] * 12 + ["Recebida"] * 10 + ["Número inexistente"] * 3 + ["Bloqueado pelo usuário"]
    mail("f056", "call-center-report", "gmail", "Vanessa Kreuz <vanessa.kreuz@callcenter.example>", "Re: [AR-2026-0312] Pacote para envio por WhatsApp", "2026-03-06 09:33", ["Nádia, quando chegou o pedido de suspensão já havia saído tudo. Segue a listagem por contato."], sig=S_VANESSA, auth="ext", reply_to="cc0312", att=[f("readaptados_retorno.csv", csv([["telefone", "situacao", "quando"]] + [["55" + x.ddd + x.local, s, "04/03/2026 14:%02d" % (10 + i)] for i, (x, s) in enumerate(zip(p, st))], enc="utf-8", bom=True))],
         traps=["one line a contact, words of its own for the states", "'suspensão' is no cancellation"], why="22 delivered, 12 of them read, 4 failed.", want=dict(relates_to="AR-2026-0312", report={"complete": True, "sent": 26, "delivered": 22, "read": 12, "failed": 4}))
    mail("f057", "call-center-report", "webmail", "Elo Disparos <noreply@disparos.callcenter.example>", "[Campaign finished] IPREVILLE-GUICHE-0503", "2026-03-06 12:01", ["Campaign: IPREVILLE-GUICHE-0503\nStatus: FINISHED\nContacts: 140\nSent: 140\nDelivered: 131\nRead: 96\nFailed: 9", "This is an automated message. Do not reply."], auth="ext", headers=[("Auto-Submitted", "auto-generated")],
         traps=["English and automatic, yet a report", "campaign code instead of the protocol"], why="AR-2026-0313 went on 05/03 with 140 contacts.", want=dict(relates_to="AR-2026-0313", report={"complete": True, "sent": 140, "delivered": 131, "read": 96, "failed": 9}))
    # ---------------------------------------------------------------- machines
    mail("f058", "auto-reply", "outlook", LENITA, "Automatic reply: [AR-2026-0312] Solicitação recebida", "2026-03-04 14:01", ["Encontro-me em congresso até 6 de março. Para cancelamento ou remarcação de perícias, bem como para envio de mensagens a pacientes, favor contatar César Ramthun, cesar.ramthun@ipreville.example."], irt="ar-2026-0312.ack@ipreville.example", headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-generated")],
         traps=["'cancelamento', 'envio de mensagens a pacientes' in an absence note of an area", "English prefix"], why="Out of office.", want=dict(area="pericia-medica", relates_to="AR-2026-0312", accept={"area": [None], "relates_to": [None]}))
    mail("f059", "auto-reply", "webmail", "Caixa desativada <nao-responda@empresa-aposentada.example>", "Este endereço mudou: Informe de rendimentos de 2025", "2026-03-02 15:11", ["Olá! Desde janeiro não utilizo mais esta caixa. Anote o meu novo e-mail: walfrido.hass@correio.example. A sua mensagem não foi lida nem encaminhada."], to=[PRESID], auth="ext", irt="ar-2026-0302.mail1@ipreville.example", headers=[("Auto-Submitted", "auto-replied"), ("Precedence", "auto_reply")],
         traps=["'não foi lida nem encaminhada' is no receipt", "gives a new address"], why="Written by a machine in answer to the mass mail.", want=dict(relates_to="AR-2026-0302", accept={"relates_to": [None]}))
    mail("f060", "auto-reply", "webmail", "Suporte Elo Atendimento <suporte@callcenter.example>", "Chamado 55123 aberto - Re: [AR-2026-0313] Pacote para envio por WhatsApp", "2026-03-05 09:16", ["Recebemos a sua solicitação, que gerou o chamado 55123.", "Prazo de atendimento: 4 horas úteis. Você será avisado quando o relatório estiver disponível.", "Mensagem automática, favor não responder."], auth="ext", irt="ar-2026-0313.cc@ipreville.example", headers=[("Auto-Submitted", "auto-replied")],
         traps=["from the call center, with 'relatório' and our protocol, but only a ticket"], why="Ticket system: no figures.", want=dict(relates_to="AR-2026-0313", accept={"relates_to": [None]}))
    # ---------------------------------------------------------------- insured people
    pres = dict(PRES, at="2026-03-02 15:10", to="undisclosed-recipients:;", subject="Informe de rendimentos de 2025", body=["Prezado(a) segurado(a),", "O informe de rendimentos de 2025 está no Portal do Segurado."])
    mail("f061", "insured-reply", "gmail", "Doralice Fachini <doralice.fachini@webmail.example>", "Re: Informe de rendimentos de 2025", "2026-03-03 09:27", ["Bom dia. Tentei baixar o informe e o portal diz senha inválida. Vocês podem me mandar o PDF por aqui ou pelo whatsapp (47) 99111-2020? Meu contador precisa até sexta."], to=[PRESID], auth="ext", reply_to="0302m", quoted=pres,
         traps=["asks for something 'por aqui ou pelo whatsapp', with a number"], why="To the Gerência Financeira.", want=dict(relates_to="AR-2026-0302"))
    mail("f062", "insured-reply", "samsung", "Ervino Lessmann <ervino.lessmann@provedor.example>", "e verdade isso", "2026-03-12 20:05", ["boa noite recebi essa mensagem no zap dizendo que tenho 14 salario atrasado pra receber e pra clicar no link e golpe?? mando a foto da tela. sou aposentado da limpesa urbana matricula 11872"], auth="ext", att=[f("Screenshot_20260312.jpg", image("JPEG", (180, 320)))],
         traps=["no thread, a picture with words of fraud", "spelling"], why="An insured person asks about a swindle: a person answers, and the desk learns of it.", want=dict(accept={"class": ["unrelated"]}))
    mail("f063", "insured-reply", "yahoo", "Gislaine Prado <gislaine.prado@correio.example>", "Re: Informe de rendimentos de 2025", "2026-03-02 22:18", ["Isto é engano. Nunca trabalhei na prefeitura de Joinville nem conheço esse instituto. Peço que excluam o meu endereço do cadastro de vocês."], to=[PRESID], auth="ext", mobile=True, reply_to="0302m", quoted=pres,
         traps=["the address belongs to a stranger: opt-out and a wrong contact at once"], why="Take her out and tell the area.", want=dict(relates_to="AR-2026-0302", opt_out=True, accept={"class": ["unrelated"]}))
    mail("f064", "insured-reply", "iphone", "Osny Hatschbach <osny.hatschbach@mail.example>", "Re: Reunião aberta do Conselho Fiscal", "2026-03-05 08:44", ["Prezados, por motivo de saúde não irei mais. Favor cancelar a minha inscrição e a da minha esposa, Wally."], to=[PRESID], auth="ext", reply_to="0311m", quoted=dict(PRES, at="2026-03-04 11:20", to="undisclosed-recipients:;", subject="Reunião aberta do Conselho Fiscal", body=["Prezados,", "A reunião aberta será em 18 de março. Inscrições em resposta a este e-mail."]),
         traps=["'cancelar' by an insured person is about his seat, not about a request"], why="To the Conselho Fiscal.", want=dict(relates_to="AR-2026-0311"))
    # ---------------------------------------------------------------- without right or proof
    mail("f065", "unauthorized", "outlook", "Keli Cristina Borba <keli.borba@iprevile.example>", "Planilha de contatos para conferência", "2026-03-16 13:05", ["Nádia, boa tarde!", "Estou fechando a folha de casa e preciso da planilha geral de contatos do WhatsApp para conferir os telefones. Pode me responder com ela em anexo ainda hoje?", "Obrigada,"], sig=S_KELI, auth="ext",
         traps=["iprevile: one letter is missing", "asks for data, not for a sending", "her real signature"], why="Not the institute's domain.", want=dict(reason="lookalike domain", accept={"reason": [None]}))
    mail("f066", "unauthorized", "outlook", HELGA, "RES: [AR-2026-0307] Para aprovação: Aplicativo falso com o nome do Ipreville", "2026-03-10 18:22", ["APROVO. Enviar imediatamente."], sig=S_HELGA, auth="fail", envelope="contato@vps71.example", reply_to="ok0307", headers=[("X-MS-Exchange-Organization-AuthAs", "Internal"), ("Authentication-Results", "mx.ipreville.example; dkim=pass header.d=ipreville.example; dmarc=pass header.from=ipreville.example")],
         quoted=ask("AR-2026-0307", "Para aprovação: Aplicativo falso com o nome do Ipreville", "2026-03-10 16:00", HELGA, "Segue a prévia do envio AR-2026-0307 (todos os segurados, WhatsApp). Responda APROVO para liberar ou NÃO APROVO para devolver à área."), traps=["the exact approver, thread and word, but dmarc=fail on top", "forged good headers further down"], why="A forged approval releases nothing.",
         want=dict(reason="dmarc fail", accept={"class": ["approval"], "relates_to": ["AR-2026-0307"], "reason": [None]}))
    mail("f067", "unauthorized", "zimbra", "Gabinete Vereador Nilo Tavares <gab.nilo@camara-vereadores.example>", "Homenagem aos aposentados do Município", "2026-03-17 09:55", ["Ilustríssima Senhora,", "O Gabinete do Vereador Nilo Tavares solicita a remessa, por e-mail e WhatsApp, a todos os aposentados, da mensagem de felicitações pelo aniversário do Município:", "\"Parabéns a você, que ajudou a construir esta cidade! Conte com o meu mandato.\"", "Protestos de elevada estima e consideração."], sig=["Assessoria parlamentar"], auth="ext",
         traps=["another public body, formal and authentic", "political advertising"], why="Not an area of the institute.", want=dict(reason="third party", accept={"class": ["unrelated"], "reason": [None]}))
    mail("f068", "unauthorized", "outlook", "marlise.kuhnen@ipreville.example <marlise.k@mailing-facil.example>", "Disparo - prova de vida", "2026-03-19 10:02", ["Nádia, por favor disparar no WhatsApp para toda a base:", T("Sua prova de vida venceu! Regularize pelo aplicativo https://vida-ipreville.example ou perca o benefício."), "Marlise"], auth="ext",
         traps=["the display name is the real address; the sender is another"], why="The address behind the name is strange.", want=dict(reason="lookalike domain", accept={"reason": [None, "display name"]}))
    # ---------------------------------------------------------------- the rest
    p = people("f069", 3)
    mail("f069", "unrelated", "outlook", SOLANGE, "Seguro do passeio", "2026-03-13 11:18", ["Otávio, você me envia por e-mail a lista dos pensionistas que vão ao passeio? Preciso dos CPFs para o seguro. A Nádia vai em cópia só para conhecimento."], sig=S_SOLANGE, to=[OTAVIO], cc=[ASSESSORIA],
         traps=["'envia por e-mail a lista', but to a colleague; the desk is only in copy"], why="Nothing is asked of the desk.", want=dict(area="gerencia-administrativa", accept={"area": [None]}))
    mail("f070", "unrelated", "outlook", "Contas a Receber - Elo <cobranca@callcenter.example>", "2ª via da fatura 03/2026 e demonstrativo de envios", "2026-04-06 08:30", ["Prezados,", "Segue a 2ª via da fatura de março e o demonstrativo: 5.145 mensagens enviadas, 4.806 entregues, 339 não entregues. Vencimento em 20/04.", "Caso já tenha efetuado o pagamento, desconsidere."], sig=["Contas a Receber", "Elo Atendimento"], auth="ext", att=[f("fatura_0326.pdf", pdf(["Fatura 03/2026"]))],
         traps=["sent, delivered and undelivered figures, but of an invoice", "'desconsidere'"], why="Invoice of the month, not the report of one sending.")
    mail("f071", "unrelated", "owa", GAB, "Cancelado: Alinhamento dos envios de abril", "2026-04-01 15:10", ["Reunião cancelada por conflito de agenda. Nova data a definir."], sig=S_ARLETE, cc=[BIANCA],
         att=[f("cancelamento.ics", ("BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nBEGIN:VEVENT\r\nUID:alinhamento-abril\r\nDTSTART:20260402T130000Z\r\nSUMMARY:Alinhamento dos envios de abril\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").encode())], traps=["'Cancelado: ... envios' is a meeting"], why="A meeting is cancelled, no request.", want=dict(area="gabinete", accept={"area": [None]}))
    mail("f072", "unrelated", "webmail", "Suporte de Correio <aviso@webmail-ti.example>", "Sua caixa atingiu 98% da capacidade", "2026-03-20 06:12", ["Prezado usuário assessoria@ipreville.example,", "Suas mensagens enviadas serão retidas em 24 horas. Valide a conta em http://valida-caixa.example para continuar enviando e recebendo e-mails.", "Administrador do Sistema"], auth="none",
         traps=["phishing in the clothes of a server notice"], why="Neither a receipt nor a request.", want=dict(accept={"class": ["unauthorized"]}))
