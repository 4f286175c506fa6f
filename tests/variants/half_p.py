"""Half p: July to October 2027, a careful office by the sea - analysts of benefits, examinations, health plan and payroll who explain themselves in two or three sentences around the text."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2027-0201", "pericia-medica", "cesar.ramthun@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Reavaliação dos aposentados por incapacidade", "2027-07-01T09:40", 37),
    request("AR-2027-0202", "gerencia-previdencia", "marlise.kuhnen@ipreville.example", ["email"], "specific", "sent", "Simulador de aposentadoria: novo endereço", "2027-07-01T14:05", 845),
    request("AR-2027-0203", "comunicacao", "bianca.raulino@ipreville.example", ["whatsapp"], "general", "waiting-report", "Atendimento itinerante nos bairros da orla", "2027-07-02T08:30", 5236),
    request("AR-2027-0204", "gerencia-financeira", "jair.demarchi@ipreville.example", ["email", "whatsapp"], "specific", "waiting-approval", "Novo calendário dos consignados", "", 1390),
    request("AR-2027-0205", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["email"], "specific", "waiting-data", "Troca do cartão de acesso", "", None, ["recipients"]),
    request("AR-2027-0206", "controle-interno", "controleinterno@ipreville.example", ["email"], "specific", "waiting-approval", "Canal interno de denúncias", "", 58),
    request("AR-2027-0207", "conselho-fiscal", "conselhofiscal@ipreville.example", ["email"], "specific", "sent", "Parecer sobre o balancete de maio", "2027-07-05T11:10", 611),
    request("AR-2027-0208", "gerencia-previdencia", "otavio.bressan@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Retirada da certidão de tempo", "2027-07-05T15:30", 144),
    request("AR-2027-0209", "gabinete", "gabinete@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Dia da Independência – ponto facultativo", "", 5236),
    request("AR-2027-0210", "pericia-medica", "pericia@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Mudança de sala da perícia", "2027-07-06T08:50", 23),
    request("AR-2027-0211", "pericia-medica", "saude@ipreville.example", [], "specific", "waiting-data", "Plano de saúde: dependentes acima de 24 anos", "", 19, ["channel"]),
    request("AR-2027-0212", "gerencia-financeira", "keli.borba@ipreville.example", ["email"], "specific", "waiting-data", "Retenção de imposto a recalcular", "", 33, ["message_text"]),
    request("AR-2027-0213", "gerencia-administrativa", "administrativo@ipreville.example", ["email"], "specific", "waiting-window", "Leilão de móveis usados", "", 75),
    request("AR-2027-0214", "conselho-administrativo", "conselhoadm@ipreville.example", ["email"], "specific", "waiting-approval", "Minuta da política de investimentos 2028", "", 41),
]
IDS_P = {f"ack{n}": f"ar-2027-{n}.ack@ipreville.example" for n in ("0201", "0203", "0205", "0208", "0210", "0211", "0212", "0213")} | {f"cc{n}": f"ar-2027-{n}.cc@ipreville.example" for n in ("0201", "0203", "0208", "0210")} | {f"ok{n}": f"ar-2027-{n}.ok@ipreville.example" for n in ("0204", "0206", "0209", "0214")} | {f"m{n}": f"ar-2027-{n}.mail1@ipreville.example" for n in ("0202", "0207")}
S_DEBORA = ["Débora Nascimento Sell", "Analista de Benefícios – Gerência de Previdência", "Ipreville | (47) 3400-0015"]
S_HEITOR = ["Heitor Cavalcanti", "Analista da Folha de Inativos", "Gerência Financeira – Ipreville", "(47) 3400-0026"]
S_IVANA = ["Ivana Prates", "Plano de Saúde e Convênios", "Perícia Médica/Saúde – Ipreville", "(47) 3400-0045"]
S_NELIO = ["Nélio Furtado", "Secretaria da Perícia Médica", "Ipreville – (47) 3400-0043"]
S_LUCIANE = ["Luciane Bitencourt", "Contratos e Patrimônio", "Gerência Administrativa | Ipreville"]
S_PAULO = ["Paulo Sérgio Maia", "Auditor – Controle Interno", "Ipreville"]
S_VERA = ["Vera Lúcia Damasceno", "Secretária Executiva dos Conselhos", "Conselho Administrativo – Ipreville"]
S_ELISA = ["Elisa Tamanini", "Gabinete da Presidência", "(47) 3400-0002"]
S_ANDREI = ["Andrei Lopes", "Operações | Elo Atendimento"]
NOTICE = "Aviso: o conteúdo desta mensagem é de uso restrito do destinatário. Caso a tenha recebido indevidamente, elimine-a e comunique o remetente. Não nos responsabilizamos por opiniões pessoais aqui contidas."


def ack(protocol, subject, at, to):
    return ask(protocol, subject, at, to, f"Olá! Recebemos o seu pedido, que tem o número {protocol}.\n\nAvisaremos assim que o envio terminar.")


def preview(protocol, subject, at, who):
    return ask(protocol, "Para aprovação: " + subject, at, HELGA, f"Está pronta a prévia do envio {protocol} ({who}). Para liberar, responda APROVO; para devolver à área, responda NÃO APROVO.")


def mails():
    IDS.update(IDS_P)
    plain()
    harder()
    answers()
    notices()


def plain():
    p = people("p001", 10)
    rows = mails_of(p[:8], ("Dependente", "E-mail")) + [[p[8].name, "não possui"], [p[3].name, " " + p[3].email.upper() + ";"]]
    mail("p001", "request", "outlook", PREV, "Novo rateio de pensões - aviso aos dependentes", "2027-07-07 14:12",
         ["Nádia, boa tarde.", "Com o fim da cota de um dos filhos, refizemos o rateio de algumas pensões e os demais dependentes precisam ser avisados por e-mail. Os endereços estão na planilha em anexo. O valor já muda na folha de julho, por isso não quis deixar para a semana que vem.", "Assunto do e-mail: Sua pensão: novo rateio a partir de julho", "O texto:",
          T("Prezado(a) pensionista,\n\nInformamos que, com a extinção da cota de um dos dependentes, a sua pensão foi rateada novamente.\n\nO novo valor será pago a partir da folha de julho de 2027 e pode ser conferido no contracheque, na linha \"Cota-parte\".\n\nSe o(a) senhor(a) tiver dúvidas sobre o cálculo, procure-nos com o número da sua matrícula.\n\nAtenciosamente,\nGerência de Previdência"),
          "Fico no ramal 15. Obrigada pela ajuda!"], sig=S_DEBORA, logo=True, disc=NOTICE, att=[f("Rateio julho.xlsx", xlsx({"Dependentes": rows}))],
         traps=["the text closes before the requester does", "one address again in capitals with ';'", "'não possui' in the address column", "logo and disclaimer"], why="Everything is stated; one person has no address, one stands twice.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="pagamento", message_subject="Sua pensão: novo rateio a partir de julho", recipients=8, rejected=1, duplicates=1, dispatch=True, accept={"category": ["andamento", "orientacao"]}, list_source="Rateio julho.xlsx"))

    p = people("p002", 8)
    doc = ["Dra. Lenita Hostin", "Dr. César Ramthun"]
    mail("p002", "request", "outlook", PERICIA, "Agendados de 19 a 23 de julho – convocação por WhatsApp", "2027-07-08 09:05",
         ["Bom dia, Nádia.", "Encaminho os agendados da semana de 19 a 23 de julho. Por gentileza, envie a cada um, por WhatsApp, a convocação abaixo, trocando os campos entre colchetes pelos dados da linha correspondente da planilha. A coluna do CPF sai assim do sistema e não precisa seguir.",
          T("Prezado(a) [NOME],\n\nA sua perícia médica foi agendada para [DATA], às [HORA], com [PERITO], na sede do Ipreville.\n\nTraga documento com foto, laudos e exames recentes. Se não puder vir, avise com dois dias de antecedência pelo telefone (47) 3400-0043."),
          "Agradeço desde já,"], sig=S_NELIO, att=[f("agenda 19-23jul.xlsx", xlsx({"Agenda": [["NOME", "TELEFONE", "CPF", "DATA", "HORA", "PERITO"]] + [[x.name, x.phone(i), x.cpf, f"{19 + i % 5}/07/2027", ["8h", "8h40", "9h20", "10h"][i % 4], doc[i % 2]] for i, x in enumerate(p)]}))],
         traps=["placeholders in square brackets", "CPF column", "a telephone inside the text"], why="The data of each person are in the sheet.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=8, rejected=0, duplicates=0, per_person=True, placeholders=["NOME", "DATA", "HORA", "PERITO"], never_forward_columns=["CPF"], dispatch=True, list_source="agenda 19-23jul.xlsx"))

    mail("p003", "request", "gmail", COM, "Cuidado com o falso recadastramento", "2027-07-09 10:31",
         ["Oi, Nádia, bom dia!", "Duas seguradas nos procuraram ontem porque receberam ligação de um falso recadastrador. Achamos melhor avisar logo: segue a arte em anexo e, no quadro, a legenda para mandar no WhatsApp de todos os segurados.",
          T("🚨 FALSO RECADASTRAMENTO 🚨\n\nO Ipreville não manda ninguém à sua casa para recadastrar e não pede a digital por aplicativo.\n\nSe alguém aparecer em nosso nome:\n\n- não assine nada;\n- não entregue documentos;\n- ligue para (47) 3400-0000.", "box"),
          "Qualquer dúvida me chama. Obrigada!"], sig=S_BIANCA, att=[f("falso_recadastramento.png", image("PNG", (360, 360), (170, 40, 40)))],
         traps=["text in a box with a list", "'recadastramento' in an alert"], why="General notice with its picture; the contact file of the share is used.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="alerta", attachments_to_send=["falso_recadastramento.png"], dispatch=True, accept={"category": ["recadastramento"]}))

    p = people("p004", 4)
    mail("p004", "request", "gmail", STEIN, "Conselho Fiscal – pauta de julho", "2027-07-11 20:18",
         ["Boa noite, Nádia.", "Precisamos antecipar a reunião do dia 21 e gostaria que o aviso fosse pelo e-mail do Instituto, para ficar registrado. É este o texto:",
          T("Prezados conselheiros,\n\nA reunião ordinária de julho foi antecipada para o dia 19/07/2027, às 15h, na sala de reuniões do terceiro andar.\n\nPauta: exame do balancete de junho e escolha do relator das contas do semestre.\n\nValdemar Stein", "hr"),
          "Os endereços são: " + ", ".join(x.email for x in p[:3]) + " e " + p[3].email + ". A Dra. Noeli está de licença e não precisa receber.", "Um abraço e bom domingo,"], sig=S_STEIN, auth="ext",
         traps=["addresses in a sentence behind the text", "the text is signed with the requester's name", "a colleague who shall not receive has no address in the mail", "external address of the address book"], why="Four addresses; the mail's subject serves.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Conselho Fiscal – pauta de julho", recipients=4, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional", "evento", "orientacao"]}, list_source="body"))

    p = people("p005", 7)
    mail("p005", "request", "thunderbird", CI, "Comunicação às unidades", "2027-07-12 08:44",
         ["Prezada Nádia,", "Solicito encaminhar por e-mail aos responsáveis das unidades, que constam da planilha anexa, a comunicação que vai entre as marcas. Como a última teve gente que não leu por causa do título, peço que o assunto seja exatamente \"Atenção: rodízio de senhas até 30/07\".",
          T("Senhores responsáveis,\n\nEm cumprimento à recomendação nº 12/2027, todas as senhas de sistemas com dados de segurados devem ser trocadas até 30 de julho de 2027.\n\nApós a troca, cada unidade enviará ao Controle Interno a declaração de cumprimento, assinada pela chefia.\n\nControle Interno", "marks:[início da comunicação]|[fim da comunicação]"),
          "Não é necessário confirmar a leitura."], sig=S_PAULO, att=[f("Responsáveis.ods", ods(mails_of(p, ("Responsável", "E-mail institucional"))))],
         traps=["subject in a sentence, between quotes", "marks around the text", "format=flowed"], why="The marks delimit the text.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="orientacao", message_subject="Atenção: rodízio de senhas até 30/07", recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["prestacao-de-contas", "alerta", "institucional"]}, list_source="Responsáveis.ods"))

    mail("p006", "request", "iphone", HELGA, "maré alta", "2027-07-13 06:12",
         ["Nádia, bom dia. A rua da sede alagou outra vez. Pode avisar todos os segurados pelo zap assim que chegar?", T("Devido à maré alta e ao alagamento da rua, o Ipreville atenderá hoje, 13/07, somente por telefone e pelo portal. As perícias de hoje serão remarcadas.")],
         traps=["'zap'", "'assim que chegar' is at once", "'remarcadas' in an office notice"], why="General, at once.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", dispatch=True))

    p = people("p007", 12)
    rows = [["RESTITUIÇÃO DO PLANO DE SAÚDE – MAIO/2027", None, None], ["Segurado", "E-mail", "Celular"]] + [[x.name, "" if i in (2, 9) else x.email, x.landline() if i == 4 else "" if i == 7 else x.phone(i)] for i, x in enumerate(p)]
    mail("p007", "request", "outlook", JAIR, "Restituição do plano de saúde", "2027-07-14 16:03",
         ["Nádia, boa tarde.", "A operadora devolveu o que foi cobrado a mais em maio e os 12 segurados da relação vão receber a diferença na próxima folha. Solicito o envio do aviso tanto por e-mail como por WhatsApp, com o mesmo texto nos dois.", "Assunto: Restituição de mensalidade do plano de saúde", "Mensagem:",
          T("Prezado(a) segurado(a),\n\nO valor descontado a maior na mensalidade do plano de saúde de maio será devolvido no pagamento de julho de 2027.\n\nA devolução aparecerá no contracheque com o código 512. Não é preciso fazer nenhum pedido.\n\nGerência Financeira"),
          "Quem não tiver um dos dois contatos recebe só pelo outro, sem problema.", "Att.,"], sig=S_JAIR, disc=D1, att=[f("restituição maio.xlsx", xlsx({"Plan1": rows}, merges=[(0, 0, 2, "RESTITUIÇÃO DO PLANO DE SAÚDE – MAIO/2027")]))],
         traps=["two channels, holes in both columns", "a title row above the header", "a landline is no WhatsApp number", "a remark about contacts behind the text"], why="Everybody can be reached by at least one channel.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Restituição de mensalidade do plano de saúde", recipients=12, rejected=0, duplicates=0, recipients_by_channel={"email": 10, "whatsapp": 10}, rejected_by_channel={"email": 2, "whatsapp": 2}, dispatch=True, accept={"category": ["orientacao"]}, list_source="restituição maio.xlsx"))

    p = people("p010", 6)
    t10 = "Caminhada orientada na praia\n\nQuerido(a) aposentado(a),\n\nO Ipreville convida você para a caminhada orientada do dia 31 de julho de 2027, sábado, às 8h, com saída do posto 3.\n\nLeve:\n\n- boné e protetor solar;\n- garrafa de água;\n- calçado confortável.\n\nAs vagas são limitadas. Inscreva-se pelo telefone (47) 3400-0030.\n\nEquipe do Programa Vida Ativa"
    mail("p010", "request", "outlook", SOLANGE, "E-mail da caminhada", "2027-07-15 10:20",
         ["Bom dia, Nádia,", "Segue o convite da caminhada, revisado pela Bianca, no arquivo Word; a planilha traz quem pediu para ser avisado. Pode mandar por e-mail? O título que combinamos é: Vamos caminhar na praia?", "Obrigada e um abraço,"], sig=S_SOLANGE, logo=True,
         att=[f("Convite caminhada v3.docx", docx(t10.replace("\n\n", "\n").split("\n"), header="Ipreville – Gerência Administrativa – versão 3")), f("avisar caminhada.xlsx", xlsx({"Lista": mails_of(p)}))],
         traps=["text in a .docx with list and page header", "the subject is a question"], why="The Word file is the text; neither file goes along.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Vamos caminhar na praia?", message_text=t10, recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="avisar caminhada.xlsx"))

    p = people("p011", 5)
    t11 = "Prezado(a) servidor(a),\n\nA junta médica marcada para 22/07 será realizada no Posto de Saúde do Centro, rua do Porto, 45, e não na sede do Ipreville. O horário permanece o mesmo.\n\nPedimos que chegue com 15 minutos de antecedência."
    mail("p011", "request", "ios-outlook", LENITA, "ENC: junta do dia 22 - troca de local", "2027-07-16 18:35",
         ["Nádia, conferi com o Nélio e está certo. Por favor, mande o texto dele por WhatsApp aos pacientes da planilha, hoje ainda se possível."], fwd=True, att=[f("junta 22-07.xlsx", xlsx({"Plan1": [["Paciente", "Celular", "CPF"]] + [[x.name, x.phone(i), x.cpf] for i, x in enumerate(p)]}))],
         quoted=dict(name="Perícia Médica - Ipreville", addr="pericia@ipreville.example", at="2027-07-16 17:58", to="Lenita Hostin <lenita.hostin@ipreville.example>", subject="junta do dia 22 - troca de local", body=["Doutora, boa tarde.", "Preparei o aviso da troca de local. A senhora confere, por favor, antes de eu pedir o envio?", t11, "A planilha com os cinco está anexa. Obrigado,", "Nélio Furtado\nSecretaria da Perícia Médica"]),
         traps=["text in a forwarded mail, between the colleague's words", "CPF column", "'hoje ainda' is at once"], why="Only the paragraphs addressed to the insured are the message.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", message_text=t11, recipients=5, rejected=0, duplicates=0, never_forward_columns=["CPF"], dispatch=True, list_source="junta 22-07.xlsx"))

    p = people("p012", 9)
    t12 = "Prezado(a) segurado(a),\n\nO contrato do seu empréstimo consignado com o banco anterior foi transferido para o Banco do Litoral, sem mudança de prazo ou de parcela.\n\nO novo extrato pode ser consultado em [[www.ipreville.example/consignado|https://www.ipreville.example/consignado]] a partir de 2 de agosto de 2027."
    b12 = ["Prezada Nádia,", "Como o banco não avisou os clientes, nós mesmos vamos avisar. Solicito enviar por e-mail aos seguradso da planilha o texto a seguir, com o assunto \"Seu consignado mudou de banco\".", T(t12), "Agradeço a atenção."]
    l12 = xlsx({"contratos": mails_of(p, ("Mutuário", "E-mail"))})
    w12 = dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Seu consignado mudou de banco", recipients=9, rejected=0, duplicates=0, list_source="contratos migrados.xlsx")
    mail("p012", "request", "outlook", FIN, "Migração dos consignados", "2027-07-19 11:02:10", b12, sig=S_HEITOR, att=[f("contratos migrados.xlsx", l12)], traps=["the first of two equal mails", "a link with a label"], why="First copy counts.", want=dict(w12, dispatch=True))
    mail("p013", "request", "outlook", FIN, "Migração dos consignados", "2027-07-19 11:03:41", b12, sig=S_HEITOR, cc=[NADIA], att=[f("contratos migrados.xlsx", l12)], traps=["the same mail ninety seconds later, with a copy to Nádia's own address"], why="Second copy must not be sent again.", want=dict(w12, duplicate_of="p012", dispatch=False))

    p = people("p015", 6)
    mail("p015", "request", "outlook", OTAVIO, "Aposentadorias registradas no Tribunal", "2027-07-20 15:26",
         ["Boa tarde, Nádia.", "O Tribunal registrou as aposentadorias abaixo e queremos contar a novidade por e-mail aos interessados:", ("table", [["Servidor", "Processo", "E-mail"]] + [[x.name, f"{301 + i}/2026", x.email] for i, x in enumerate(p[:5])] + [[p[5].name, "306/2026", "-"]]),
          "O texto que costumamos usar é este:", T("Boa tarde.\n\nComunicamos que o Tribunal de Contas registrou a sua aposentadoria, que agora é definitiva. Não é necessária nenhuma providência de sua parte.\n\nO acórdão pode ser consultado no site do Tribunal, pelo número do processo."),
          "Para o último da lista eu mesmo mando carta. Obrigado!"], sig=S_OTAVIO, traps=["list in a table of the body", "the text begins like the mail", "one person without address, whom the requester takes care of"], why="Five addresses in the table; the mail's own subject serves.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Aposentadorias registradas no Tribunal", recipients=5, rejected=1, duplicates=0, dispatch=True, list_source="body-table"))

    mail("p017", "request", "outlook", FIN, "WhatsApp geral: crédito de julho", "2027-07-21 13:48",
         ["Nádia, boa tarde.", "Por conta do feriado do banco, o crédito deste mês entra um dia antes e sempre há quem estranhe. Favor agendar o aviso para segunda-feira, 26/07, às 8h30, no WhatsApp de toda a base de segurados:",
          T("O pagamento de julho será creditado na quinta-feira, dia 29, um dia antes do previsto no calendário. O contracheque já estará no Portal do Segurado na véspera."), "Obrigado,"], sig=S_HEITOR,
         traps=["three dates; only one is the schedule"], why="General, on Monday 26 July at 8.30.",
         want=dict(channel=["whatsapp"], audience="general", area="gerencia-financeira", category="pagamento", send_at="2027-07-26T08:30", dispatch=True))

    p, q = people("p018", 6), people("p018b", 9)
    mail("p018", "request", "outlook", KELI, "Informe de rendimentos dos falecidos", "2027-07-22 09:37",
         ["Bom dia, Nádia.", "Vários inventariantes pedem a mesma coisa e vamos avisar todos de uma vez por e-mail. A planilha tem duas abas: usa, por favor, a aba \"Inventariantes\"; a outra é só a minha conferência.",
          T("Prezado(a) inventariante,\n\nO informe de rendimentos do(a) segurado(a) falecido(a) está disponível na recepção do Ipreville. Para retirá-lo, apresente o termo de inventariante e um documento com foto."),
          "Assunto: Informe de rendimentos para o espólio", "Obrigada."], sig=S_KELI, html_only=True, att=[f("espólios 2027.xlsx", xlsx({"Conferência": mails_of(q), "Inventariantes": mails_of(p, ("Inventariante", "E-mail"))}))],
         traps=["the first sheet is the wrong one", "subject behind the text"], why="The mail names the sheet.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="imposto-de-renda", message_subject="Informe de rendimentos para o espólio", recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="espólios 2027.xlsx#Inventariantes"))

    p = people("p019", 7)
    te = "Prezado(a) segurado(a),\n\nO Conselho Administrativo realizará, no dia 11 de agosto de 2027, às 14 horas, no auditório da Prefeitura, a audiência pública sobre o orçamento de 2028.\n\nQuem desejar fazer uso da palavra deve se inscrever até o dia 9, pelo telefone (47) 3400-0005.\n\nConselho Administrativo do Ipreville"
    tw = "Audiência pública do orçamento 2028: 11 de agosto, às 14h, no auditório da Prefeitura. Participe!"
    mail("p019", "request", "outlook", CADM, "Audiência do orçamento – envio pelos dois meios", "2027-07-23 10:55",
         ["Prezada Nádia, bom dia.", "Solicitamos a divulgação da audiência aos representantes das categorias, conforme planilha. O texto completo vai por e-mail; o resumido, por WhatsApp, que assim eles leem no celular.", "Texto para o e-mail (assunto: Audiência pública do orçamento de 2028)", T(te), "Texto para o WhatsApp", T(tw), "Atenciosamente,"], sig=S_VERA,
         att=[f("representantes.xlsx", xlsx({"Plan1": [["Representante", "E-mail", "Celular"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]}))],
         traps=["one text per channel", "the subject stands in the heading, in brackets", "the text's closing resembles the signature"], why="Both texts are marked.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="conselho-administrativo", category="prestacao-de-contas", message_subject="Audiência pública do orçamento de 2028", message_text=te, message_text_by_channel={"email": te, "whatsapp": tw}, recipients=7, rejected=0, duplicates=0, recipients_by_channel={"email": 7, "whatsapp": 7}, rejected_by_channel={"email": 0, "whatsapp": 0}, dispatch=True, accept={"category": ["evento"]}, list_source="representantes.xlsx"))

    p = people("p020", 6)
    b20 = ["Nádia, bom dia.", "Segue em anexo a relação dos tutores e guardiães, para o envio por e-mail do aviso abaixo.", "Assunto: Pensão de menor sob guarda – prestação anual de contas", "Texto:", "Prezado(a) responsável,\n\nO prazo para entregar a prestação de contas da pensão do menor sob sua guarda termina em 31 de agosto de 2027.\n\nO formulário está no site do Ipreville, na aba Pensionistas.", "Obrigada,\nMarlise"]
    mail("p020", "request", "winmail", MARLISE, "Prestação de contas dos guardiães", "2027-07-26 08:16", b20, plain_only=True, att=[f("winmail.dat", tnef("Prestação de contas dos guardiães", "\r\n\r\n".join(b.replace("\n", "\r\n") for b in b20), [("Guardiães 2027.xlsx", xlsx({"Plan1": mails_of(p, ("Responsável", "E-mail"))}))]))],
         traps=["list inside winmail.dat", "'prestação de contas' of a pension is no audit"], why="All is stated.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Pensão de menor sob guarda – prestação anual de contas", message_text=b20[4], recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "prestacao-de-contas", "andamento", "pagamento"]}, list_source="winmail.dat/Guardiães 2027.xlsx"))

    p = people("p021", 7)
    mail("p021", "request", "outlook", CADM, "RES: RES: Inscrições para o curso de certificação", "2027-07-27 14:40",
         ["Nádia, boa tarde.", "Aproveito esta conversa para pedir outro envio por e-mail, desta vez só aos aprovados (planilha nova em anexo).", "Assunto: Certificação profissional – retirada do diploma", "Mensagem:",
          T("Prezado(a) conselheiro(a),\n\nO diploma da certificação profissional chegou e pode ser retirado na Secretaria dos Conselhos, de segunda a sexta-feira, das 8h às 14h."), "Muito obrigada."], sig=S_VERA, irt="GV1P77AAMB21C0@GV1P77AAMB21.brap152.prod.outlook.example", att=[f("aprovados certificação.xlsx", xlsx({"Plan1": mails_of(p)}))],
         quoted=dict(name="Nádia Pruner", addr="nadia.pruner@ipreville.example", at="2027-06-21 16:10", to="Conselho Administrativo <conselhoadm@ipreville.example>", subject="RES: Inscrições para o curso de certificação", body=["Vera, enviado. Deram retorno 14 dos 15."],
                     quoted=dict(name="Conselho Administrativo", addr="conselhoadm@ipreville.example", at="2027-06-21 09:30", to=ASSESSORIA, subject="Inscrições para o curso de certificação", body=["Nádia, favor enviar por WhatsApp aos 15 conselheiros da lista o texto abaixo. A Presidente está de acordo.", "As inscrições para o curso de certificação vão até 30/06. Quem não puder participar deve cancelar a inscrição até a véspera.", "Secretaria dos Conselhos"])),
         traps=["'RES: RES:' and In-Reply-To, yet a new request", "an older text for another channel is quoted"], why="'outro envio' with its own text, list and subject.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="evento", message_subject="Certificação profissional – retirada do diploma", recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "institucional", "atendimento", "eleicao"]}, list_source="aprovados certificação.xlsx"))

    p = people("p023", 10)
    rows = [["Requerente", "Fone"]] + [[x.name, x.phone(i + 2)] for i, x in enumerate(p[:5])] + [[p[5].name, p[5].phone8()], [p[6].name, p[6].no_ddd()], [p[7].name, p[7].landline() + " / " + p[7].phone(0)], [p[8].name, p[8].landline()], [p[9].name, "só recado"], [p[0].name, p[0].phone(1)]]
    mail("p023", "request", "owa", PREV, "WhatsApp – averbações concluídas", "2027-07-28 09:14",
         ["Nádia, bom dia!", "Fechamos o lote de averbações de tempo do INSS e prometemos avisar cada requerente. Envie, por favor, por WhatsApp, aos da planilha. Os telefones vieram do protocolo como cada um escreveu, então pode haver algum que não sirva; depois me diga quais, que eu ligo.",
          T("A averbação do seu tempo de contribuição foi concluída. O(A) senhor(a) pode consultar o novo total de dias no Portal do Segurado, em Meu Tempo.", "curly"), "Obrigada!"], sig=S_DEBORA, att=[f("averbacoes_lote4.xls", xls(rows))],
         traps=["no ninth digit", "no area code", "landline and mobile in one cell", "landline only", "words instead of a number", "one number twice"], why="Seven usable, three not, one repeated.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=7, rejected=3, duplicates=1, dispatch=True, list_source="averbacoes_lote4.xls"))

    p = people("p024", 6)
    mail("p024", "request", "gmail", SAUDE, "Rede credenciada e tabela de coparticipação", "2027-07-29 11:40",
         ["Olá, Nádia!", "Os titulares que aderiram em julho ainda não receberam o material do plano. Peço que envie a eles, por e-mail, a mensagem abaixo junto com os dois PDFs. A planilha com os titulares é só para você.",
          T("Prezado(a) titular,\n\nSeja bem-vindo(a) ao plano de saúde dos servidores. Em anexo estão o guia da rede credenciada e a tabela de coparticipação.\n\nGuarde o guia: ele traz os telefones de emergência do litoral.\n\nNúcleo de Saúde do Ipreville"), "Obrigada, e bom trabalho!"], sig=S_IVANA,
         att=[f("Guia da rede credenciada.pdf", pdf(["Guia"])), f("Tabela de coparticipação.pdf", pdf(["Tabela"])), f("novos titulares.csv", csv(mails_of(p, ("titular", "email")), enc="utf-8", bom=True))],
         traps=["two PDFs go, the list never", "accented file name", "no stated subject: the mail's own serves"], why="Two files go with the message.",
         want=dict(channel=["email"], audience="specific", area="pericia-medica", category="orientacao", message_subject="Rede credenciada e tabela de coparticipação", recipients=6, rejected=0, duplicates=0, attachments_to_send=["Guia da rede credenciada.pdf", "Tabela de coparticipação.pdf"], dispatch=True, accept={"category": ["atendimento", "institucional", "pagamento"]}, list_source="novos titulares.csv"))

    p = people("p026", 6)
    mail("p026", "request", "outlook", ADM, "Suspensão da excursão ao Museu do Mar", "2027-07-30 13:05",
         ["Nádia, boa tarde.", "O ônibus quebrou e não conseguimos outro. Os inscritos estão na planilha; preciso que saibam por e-mail ainda hoje, para ninguem aparecer amanhã às seis da manhã na frente do prédio.",
          T("Prezado(a) inscrito(a),\n\nA excursão ao Museu do Mar, prevista para 31/07, está suspensa. Favor desconsiderar o roteiro enviado e não comparecer ao ponto de encontro.\n\nQuem quiser cancelar a inscrição terá o valor devolvido. Pedimos desculpas pelo transtorno."), "Obrigada!"], sig=S_LUCIANE, att=[f("inscritos excursao.csv", csv(mails_of(p)))],
         traps=["'suspensa', 'desconsiderar' and 'cancelar' belong to the message"], why="It asks for a sending.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Suspensão da excursão ao Museu do Mar", recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="inscritos excursao.csv"))

    p = people("p029", 7)
    mail("p029", "request", "apple", BIANCA, "Votação do nome do auditório", "2027-08-02 15:50",
         ["Nádia, tudo certo?", "Chegamos a três nomes para o auditório novo e a Presidente quer que os aposentados da amostra escolham. Vai por e-mail, com o título Ajude a batizar o nosso auditório. A lista é o CSV. Segue:",
          T("Olá!\n\nO auditório da nova sede ainda não tem nome. Os finalistas são:\n\n- Auditório Maré Alta\n- Auditório Professora Isolda Crispim\n- Auditório dos Pescadores\n\nVote até 16 de agosto em https://votacao.ipreville.example/auditorio\n\nObrigado por participar!"),
          "Depois te conto quem está ganhando 😉"], sig=S_BIANCA, att=[f("amostra_auditorio.csv", csv(mails_of(p, ("nome", "e-mail")), sep=",", enc="utf-8"))],
         traps=["title without quotes at the end of a sentence", "HTML list", "the remark behind the text is for Nádia", "'Vote' but no election"], why="",
         want=dict(channel=["email"], audience="specific", area="comunicacao", category="pesquisa", message_subject="Ajude a batizar o nosso auditório", recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional"]}, list_source="amostra_auditorio.csv"))

    p = people("p033", 28)
    mail("p033", "request", "outlook", SAUDE, "Reajuste do plano de saúde – titulares com mais de dois dependentes", "2027-08-03 10:10",
         ["Nádia, bom dia.", "O reajuste já foi publicado, mas quem tem mais de dois dependentes sente mais no bolso e costuma ligar assim que abre o contracheque. Para evitar a fila de telefonemas, combinei com o César de avisar antes, por WhatsApp, os cerca de 30 titulares da planilha. O texto passou por ele e pela Dra. Lenita:",
          T("Prezado(a) titular, a mensalidade do plano de saúde será reajustada em 6,8% a partir de setembro de 2027. O novo valor, por dependente, está no Portal do Segurado. Dúvidas: (47) 3400-0045, das 8h às 14h."),
          "Agradeço a parceria de sempre. Bom dia de trabalho!"], sig=S_IVANA, logo=True, att=[f("titulares_3dep.xlsx", xlsx({"Titulares": phones_of(p, ("Titular", "Celular"))}))],
         traps=["'cerca de 30' with 28 is fine", "reasons and names before the text"], why="Complete.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pagamento", recipients=28, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="titulares_3dep.xlsx"))

    p = people("p035", 4)
    mail("p035", "request", "gmail", PREV, "pensões com documento vencido", "2027-08-04 16:22",
         ["Oi, Nádia, boa tarde!", "São só quatro pessoas, por isso não fiz planilha:", "\n".join(f"{x.name} – {x.phone(i)}" for i, x in enumerate(p)), "Elas precisam receber por WhatsApp o seguinte recado:",
          T("Olá! O laudo que comprova a invalidez do dependente venceu. Para a pensão não ser suspensa, entregue um laudo novo no Ipreville até 31 de agosto de 2027."), "Já tentei por telefone e ninguém atende. Muito obrigada!"], sig=S_DEBORA,
         traps=["names and phones one a line", "a remark about telephoning behind the text"], why="Four numbers, one text.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=4, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "recadastramento", "pericia"]}, list_source="body"))

    p = people("p036", 6)
    mail("p036", "request", "outlook", CESAR, "Envio por WhatsApp: exames complementares", "2027-08-05 08:31",
         ["Nádia,", "Peço o envio por WhatsApp aos servidores da planilha. É o texto de praxe, só atualizei o prazo.", T("O seu processo na Perícia Médica aguarda exames complementares. Entregue-os até 27 de agosto de 2027, das 7h30 às 13h. Sem eles, a licença não poderá ser prorrogada."), "Grato,\nCésar"], sig=S_CESAR, att=[f("complementares.xlsx", xlsx({"Plan1": [["Matrícula", "Servidor", "Celular"]] + [[int(x.matricula), x.name, x.phone(i)] for i, x in enumerate(p)]}))],
         traps=["registration numbers beside the phones"], why="Short and complete.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["andamento"]}, list_source="complementares.xlsx"))

    p, q = people("p034a", 4), people("p034b", 5)
    t1 = "Prezado(a), a sua pensão por morte foi concedida. O primeiro pagamento será feito na folha de agosto de 2027."
    t2 = "Prezado(a), o seu pedido de pensão por morte foi indeferido. A decisão e o prazo de recurso estão no Portal do Segurado."
    mail("p034", "request", "outlook", PREV, "Pensões decididas em julho – dois envios", "2027-08-06 11:33",
         ["Nádia, bom dia.", "São dois envios por WhatsApp, e peço muita atenção para não trocar as listas, porque o assunto é delicado.", "1º envio – planilha \"concedidas.xlsx\":", T(t1), "2º envio – planilha \"indeferidas.xlsx\":", T(t2), "Se preferir em mensagens separadas me diga, que eu mando de novo. Obrigada."], sig=S_DEBORA,
         att=[f("concedidas.xlsx", xlsx({"Plan1": phones_of(p)})), f("indeferidas.xlsx", xlsx({"Plan1": phones_of(q)}))], traps=["two sendings in one mail, each with its own text and list"], why="Each text goes to its own list.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", message_text=t1, recipients=9, rejected=0, duplicates=0, dispatch=True, parts=[{"message_text": t1, "recipients": 4, "list_source": "concedidas.xlsx"}, {"message_text": t2, "recipients": 5, "list_source": "indeferidas.xlsx"}],
                   accept={"message_text": [t2, t1 + "\n\n" + t2, None], "recipients": [4, 5, None], "rejected": [None], "duplicates": [None], "category": ["pagamento"], "dispatch": [True, False]}))


def harder():
    mail("p008", "request", "outlook", ADM, "Convênio com o clube náutico", "2027-08-09 09:25",
         ["Nádia, bom dia.", "O clube renovou o convênio e há carteirinhas paradas aqui. Solicito o envio por e-mail aos conveniados da lista em anexo, que o Gilson acabou de conferir.", "Assunto: Carteirinha do clube náutico", "Texto:",
          T("Prezado(a) conveniado(a),\n\nA sua carteirinha do clube náutico para 2027/2028 está disponível na Gerência Administrativa, sala 6.\n\nHorário de retirada: das 8h às 14h."), "Obrigada!"], sig=S_LUCIANE, logo=True,
         traps=["'lista em anexo', but only the logo came"], why="No list came.", want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="atendimento", message_subject="Carteirinha do clube náutico", missing=["recipients"], accept={"category": ["orientacao", "evento", "institucional"]}))

    p = people("p009", 6)
    mail("p009", "request", "owa", OTAVIO, "Diligência do Tribunal", "2027-08-10 14:17",
         ["Nádia,", "O Tribunal baixou alguns processos em diligência e precisamos de uma assinatura. Peço a gentileza de comunicar os seis aposentados da planilha com o texto abaixo:",
          T("O Tribunal de Contas solicitou a complementação do seu processo de aposentadoria. Compareça ao Ipreville até 20/08/2027 para assinar a declaração de acumulação de cargos.", "straight"), "Obrigado!"], sig=S_OTAVIO, att=[f("diligencias.xlsx", xlsx({"Plan1": [["Nome", "E-mail", "Celular"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]}))],
         traps=["channel never said; the list serves both", "quotes are no part of the text"], why="Ask for the channel.",
         want=dict(channel=[], audience="specific", area="gerencia-previdencia", category="andamento", missing=["channel"], accept={"message_subject": [None, "Diligência do Tribunal"], "missing": [["channel", "message_subject"]], "recipients": [None, 6], "rejected": [None, 0], "duplicates": [None, 0]}, list_source="diligencias.xlsx"))

    p = people("p014", 6)
    mail("p014", "request", "apple", COM, "Selo de 25 anos no whats", "2027-08-11 17:12",
         ["Nádia, oi!", "Ficou pronto o selo animado dos 25 anos. Antes de abrir para todo mundo, manda por WhatsApp só para o grupo de teste do CSV? A frase que vai com ele:", T("Há 25 anos cuidando de quem cuidou da cidade. Parabéns para todos nós! 🎂"), "Valeu!!"], sig=S_BIANCA,
         att=[f("Selo 25 anos – comemoração.gif", image("GIF", (120, 120)), nfd=True), f("grupo_teste.csv", csv(phones_of(p, ("nome", "whatsapp")), sep=",", enc="utf-8", bom=True))],
         traps=["GIF is no picture for WhatsApp", "file name in decomposed Unicode", "'todo mundo' is not the audience"], why="The picture must be converted before it goes.",
         want=dict(channel=["whatsapp"], audience="specific", area="comunicacao", category="institucional", recipients=6, rejected=0, duplicates=0, attachments_to_send=["Selo 25 anos – comemoração.gif"], media_to_convert=["Selo 25 anos – comemoração.gif"], dispatch=True, accept={"dispatch": [True, False], "category": ["evento"]}, list_source="grupo_teste.csv"))

    p = people("p016", 5)
    mail("p016", "request", "outlook", "Rafael Dutra <rafael.dutra@ipreville.example>", "Coral dos aposentados", "2027-08-12 10:45",
         ["Bom dia, Nádia!", "Sou jovem aprendiz, comecei na semana passada. Pediram para eu solicitar a você o envio deste e-mail às pessoas da planilha.", "Assunto: Ensaio do coral", "Texto:", T("Prezados coralistas, o ensaio de agosto será na quarta-feira, dia 18, às 16h, no salão paroquial."), "Obrigado!"], sig=["Rafael Dutra", "Jovem Aprendiz – Ipreville"], att=[f("coralistas.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["internal address in no area", "'Pediram' hides who asked"], why="The area must be asked.", want=dict(channel=["email"], audience="specific", area=None, category="evento", message_subject="Ensaio do coral", recipients=5, rejected=0, duplicates=0, missing=["area"], accept={"category": ["institucional", "orientacao"]}, list_source="coralistas.xlsx"))

    mail("p022", "request", "owa", GAB, "Prestação de contas da gestão", "2027-08-13 11:20",
         ["Nádia, bom dia.", "A Presidente pediu que a mensagem abaixo chegue por e-mail a todos os segurados, ativos e inativos. O assunto pode ser: Um ano de gestão.",
          T("Prezado(a) segurado(a),\n\nCompletamos um ano de gestão. O resumo das ações e das contas está em https://www.ipreville.example/umano\n\nAgradeço a confiança de todos.\n\nHelga Marcon Tiedt\nDiretora-Presidente"), "Obrigada,"], sig=S_ELISA,
         traps=["everybody by e-mail: no such list", "the text is signed by another person"], why="No general e-mail list exists.", want=dict(channel=["email"], audience="general", area="gabinete", category="prestacao-de-contas", message_subject="Um ano de gestão", missing=["recipients"], accept={"category": ["institucional"]}))

    p = people("p025", 5)
    mail("p025", "request", "owa", PERICIA, "Lembrete – avaliação biopsicossocial", "2027-08-16 09:50",
         ["Nádia, bom dia.", "Para diminuir as faltas, a doutora quer que o lembrete saia na véspera. Favor programar o WhatsApp aos servidores da planilha para quinta-feira, 25/08, às 14h.", T("Lembramos que a sua avaliação biopsicossocial é amanhã. Compareça com um acompanhante e leve os relatórios da escola ou do terapeuta."), "Obrigado,"], sig=S_NELIO, att=[f("biopsico agosto.xlsx", xlsx({"Plan1": phones_of(p)}))],
         traps=["25 August 2027 is a Wednesday", "'amanhã' in the text depends on the day"], why="Weekday and date contradict each other.", want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=5, rejected=0, duplicates=0, missing=["send_at"], list_source="biopsico agosto.xlsx"))

    p = people("p027", 8)
    mail("p027", "request", "outlook", KELI, "Devolução do abono", "2027-08-17 15:35",
         ["Nádia, boa tarde.", "Na conferência da folha apareceram 17 pessoas que receberam o abono em duplicidade e precisam ser avisadas por e-mail. Os 17 estão na planilha. Por ser cobrança, confira por favor se foi para todos.", "Assunto: Abono recebido em duplicidade", "Texto:",
          T("Prezado(a) segurado(a),\n\nConstatamos que o abono de permanência de junho foi pago duas vezes. O valor será descontado em três parcelas, a partir de setembro de 2027. Se discordar, apresente defesa em 15 dias."), "Obrigada,"], sig=S_KELI, att=[f("duplicidade abono.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["17 announced twice, 8 in the list"], why="Nine are missing: ask.", want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Abono recebido em duplicidade", recipients=8, rejected=0, duplicates=0, missing=["recipients_confirm"], accept={"recipients": [None, 8]}, list_source="duplicidade abono.xlsx"))

    p = people("p028", 3)
    mail("p028", "request", "android-outlook", OTAVIO, "whats p/ 3 segurados", "2027-08-18 12:07",
         ["Nádia, manda por favor no whats desses três aquela mensagem da exigência que você mandou pro pessoal em junho?", "\n".join(f"{x.name} {x.phone(i + 1)}" for i, x in enumerate(p)), "obrigado"],
         traps=["text only by reference", "names and phones one a line"], why="The text is not in the mail.", want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=3, rejected=0, duplicates=0, missing=["message_text"], accept={"category": [None, "orientacao"]}, list_source="body"))

    mail("p030", "request", "outlook", ROSMERI, "Agosto Dourado – WhatsApp geral", "2027-08-19 10:02",
         ["Bom dia, Nádia!", "Agosto é o mês do aleitamento e a secretaria nos mandou um video lindo. Pode enviar o vídeo em anexo por WhatsApp a todos os segurados, com a legenda abaixo?", T("Agosto Dourado: o leite materno é o primeiro cuidado. Assista e compartilhe com as mamães da família."), "Obrigada,"], sig=S_ROSMERI, logo=True,
         traps=["the video is not there; only the logo"], why="The video did not come.", want=dict(channel=["whatsapp"], audience="general", area="pericia-medica", category="institucional", missing=["media"], accept={"category": ["orientacao", "evento"]}))

    p = people("p031", 7)
    mail("p031", "request", "outlook", FIN, "Revisão do teto – e-mail preparado", "2027-08-20 09:33",
         ["Nádia, bom dia.", "Adianto o material da revisão do teto para você não ser pega de surpresa. Só peço que ele saia depois de publicada a portaria no Diário Oficial; a publicação está prometida, mas ainda não tem data, e eu confirmo com você assim que sair.", "Destinatários: planilha anexa, por e-mail.\nAssunto: Revisão do teto do seu benefício\nMensagem:",
          T("Prezado(a) aposentado(a),\n\nCom a portaria publicada no Diário Oficial, o seu benefício foi revisto em razão do novo teto. A diferença será paga na folha seguinte.\n\nGerência Financeira"), "Obrigado,"], sig=S_HEITOR, charset="iso-8859-1", att=[f("revisao_teto.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["a condition without a date", "the text speaks as if it were fulfilled"], why="Nothing may go before the decree is published and he confirms.", want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Revisão do teto do seu benefício", recipients=7, rejected=0, duplicates=0, missing=["send_at"], accept={"missing": [["send_at"], []]}, list_source="revisao_teto.xlsx"))

    p = people("p032", 6)
    w32 = "Prezado(a) titular, o prazo para incluir dependentes no plano de saúde sem carência termina em {}. Traga a certidão e o CPF do dependente ao Núcleo de Saúde, das 8h às 14h."
    mail("p032", "request", "gmail", SAUDE, "Inclusão de dependentes no plano", "2027-08-23 15:08",
         ["Nádia, boa tarde!", "Favor mandar por WhatsApp aos titulares da planilha:", w32.format("10 de setembro de 2027"), "Errata (a operadora acabou de prorrogar): onde se lê \"10 de setembro\", leia-se \"17 de setembro\". O resto do texto fica igual.", "Obrigada!"], sig=S_IVANA, att=[f("titulares dependentes.xlsx", xlsx({"Plan1": phones_of(p, ("Titular", "Celular"))}))],
         traps=["an erratum to the text within the same mail", "text not contiguous"], why="The text goes with the corrected date.", want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="orientacao", message_text=w32.format("17 de setembro de 2027"), recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"dispatch": [True, False], "category": ["atendimento", "recadastramento"]}, list_source="titulares dependentes.xlsx"))


def answers():
    p = people("p040", 16)
    mail("p040", "reply-to-request", "outlook", SOLANGE, "RES: [AR-2027-0205] Faltou a lista de destinatários", "2027-07-07 10:11", ["Nádia, bom dia. Segue a planilha; eu havia anexado a versão antiga em outro e-mail e acabei não mandando nenhuma aqui. Desculpe o trabalho.", "Obrigada,"], sig=S_SOLANGE, logo=True, reply_to="ack0205",
         quoted=ask("AR-2027-0205", "Faltou a lista de destinatários", "2027-07-07 09:02", SOLANGE, "Prezada Solange,\n\nO pedido AR-2027-0205 chegou sem a lista de destinatários. Poderia enviá-la em resposta a esta mensagem?"),
         att=[f("cartões de acesso.xlsx", xlsx({"Plan1": mails_of(p[:14]) + [[p[14].name, None], [p[15].name, p[15].email.replace("@", " ")], [p[1].name, p[1].email]]}))], traps=["one empty, one without @, one twice"], why="The list that was asked for.",
         want=dict(area="gerencia-administrativa", recipients=14, rejected=2, duplicates=1, relates_to="AR-2027-0205", effect="completes", dispatch=True))
    mail("p041", "reply-to-request", "gmail", SAUDE, "Re: [AR-2027-0211] E-mail ou WhatsApp?", "2027-07-07 11:48", ["Oi! Por WhatsApp, por favor, que é o que os pais leem. Obrigada!"], sig=S_IVANA, reply_to="ack0211", quoted=ask("AR-2027-0211", "E-mail ou WhatsApp?", "2027-07-07 11:20", SAUDE, "O envio AR-2027-0211 deve seguir por e-mail ou por WhatsApp?"),
         traps=["both channels in the quoted question"], why="The channel: WhatsApp.", want=dict(channel=["whatsapp"], area="pericia-medica", relates_to="AR-2027-0211", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("p042", "reply-to-request", "outlook", KELI, "RES: [AR-2027-0212] Falta o texto da mensagem", "2027-07-08 08:52", ["Bom dia. O texto é o que segue, já revisado:", T("Prezado(a) segurado(a),\n\nO imposto retido na fonte em maio foi recalculado. A diferença será restituída na folha de agosto de 2027.\n\nGerência Financeira"), "Obrigada,"], sig=S_KELI, reply_to="ack0212",
         quoted=ask("AR-2027-0212", "Falta o texto da mensagem", "2027-07-07 16:40", KELI, "O pedido AR-2027-0212 não trouxe o texto a enviar. Qual é a mensagem?"), traps=["a text, but no new request"], why="The text that was asked for.", want=dict(area="gerencia-financeira", relates_to="AR-2027-0212", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("p043", "reply-to-request", "outlook", SAUDE, "RES: Reajuste do plano de saúde – titulares com mais de dois dependentes", "2027-08-03 10:22", ["Nádia, perdão: no texto, onde se lê 6,8%, leia-se 6,3%. Conferi agora a publicação. O resto está correto."], sig=S_IVANA, reply_to="p033",
         quoted=dict(name="Saúde do Servidor", addr="saude@ipreville.example", at="2027-08-03 10:10", to=ASSESSORIA, subject="Reajuste do plano de saúde – titulares com mais de dois dependentes", body=["Nádia, bom dia.", "O reajuste já foi publicado, mas quem tem mais de dois dependentes sente mais no bolso e costuma ligar assim que abre o contracheque."]), traps=["'onde se lê ... leia-se' twelve minutes after the request", "'O resto está correto' is no approval"], why="p033 must be changed.", want=dict(area="pericia-medica", relates_to="p033", effect="corrects", dispatch=False))
    q = people("p001", 10)[5]
    mail("p044", "reply-to-request", "outlook", PREV, "RES: Novo rateio de pensões - aviso aos dependentes", "2027-07-07 14:20", [f"Nádia, só um ajuste na lista: por favor, não envie a {q.name}, que faleceu ontem (a filha acabou de nos comunicar). Para os demais, pode seguir como está."], sig=S_DEBORA, reply_to="p001",
         quoted=dict(name="Previdência Ipreville", addr="previdencia@ipreville.example", at="2027-07-07 14:12", to=ASSESSORIA, subject="Novo rateio de pensões - aviso aos dependentes", body=["Nádia, boa tarde.", "Com o fim da cota de um dos filhos, refizemos o rateio de algumas pensões."]), traps=["'não envie' concerns one person", "'pode seguir' is no approval"], why="Correction of the list of p001.", want=dict(area="gerencia-previdencia", relates_to="p001", effect="corrects", dispatch=False))
    mail("p045", "reply-to-request", "roundcube", "Andrei Lopes <envios@callcenter.example>", "Re: [AR-2027-0208] Pacote para envio por WhatsApp", "2027-07-05 16:12", ["Boa tarde!", "A Meta recusou o modelo da mensagem da certidão porque o link está encurtado. Vocês conseguem nos passar o endereço completo, ou autorizam tirar o link? O disparo fica parado até lá; o relatório, só depois."], sig=S_ANDREI, auth="ext", reply_to="cc0208",
         quoted=dict(AUTO, at="2027-07-05 15:30", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2027-0208] Pacote para envio por WhatsApp", body=["Segue o pacote com 144 contatos. Ao final, enviar o relatório."]), traps=["from the call center, names the report, but is a question"], why="A person must answer.", want=dict(relates_to="AR-2027-0208", effect="question", dispatch=False))
    mail("p046", "reply-to-request", "outlook", CESAR, "RES: [AR-2027-0201] Pedido recebido", "2027-07-02 15:03", ["Nádia, boa tarde. Temos retorno de quantos dos 37 já leram a convocação? Preciso fechar a agenda da semana que vem e não sei se conto com todos.", "Obrigado,"], sig=S_CESAR, reply_to="ack0201", quoted=ack("AR-2027-0201", "Reavaliação dos aposentados por incapacidade", "2027-07-01 09:20", CESAR), traps=["asks, orders nothing"], why="State of AR-2027-0201.", want=dict(area="pericia-medica", relates_to="AR-2027-0201", effect="status-question", dispatch=False, accept={"effect": ["question"]}))
    mail("p047", "reply-to-request", "gmail", BIANCA, "Re: [AR-2027-0203] Envio em andamento", "2027-07-02 17:44", ["Recebido, Nádia! Ótimo trabalho, como sempre. Já tem gente comentando nas redes. Obrigada e bom fim de semana!"], sig=S_BIANCA, reply_to="ack0203", quoted=ask("AR-2027-0203", "Envio em andamento", "2027-07-02 17:30", BIANCA, "O envio AR-2027-0203 está em andamento na central de atendimento."), traps=["praise is no approval"], why="Thanks only.", want=dict(area="comunicacao", relates_to="AR-2027-0203", effect="thanks", dispatch=False))
    mail("p048", "reply-to-request", "outlook", HELGA, "RES: [AR-2027-0204] Para aprovação: Novo calendário dos consignados", "2027-07-07 17:26", ["Nádia, aprovo o envio, desde que o Jair inclua o telefone da Financeira no final. Sem o telefone as pessoas vêm todas ao balcão."], sig=S_HELGA, reply_to="ok0204", quoted=preview("AR-2027-0204", "Novo calendário dos consignados", "2027-07-07 15:00", "1.390 destinatários, e-mail e WhatsApp"),
         traps=["'aprovo ..., desde que'"], why="The text must be changed first.", want=dict(area="gabinete", relates_to="AR-2027-0204", effect="corrects", dispatch=False, accept={"class": ["approval"]}))
    mail("p049", "reply-to-request", "ios-outlook", HELGA, "RES: [AR-2027-0214] Para aprovação: Minuta da política de investimentos 2028", "2027-07-08 07:35", ["Este não vai. A minuta nem passou pelo comitê; devolvam ao Conselho, por favor."], reply_to="ok0214", quoted=preview("AR-2027-0214", "Minuta da política de investimentos 2028", "2027-07-07 16:15", "41 destinatários, e-mail"),
         traps=["neither of the proposed words"], why="Refused.", want=dict(area="gabinete", relates_to="AR-2027-0214", effect="rejects", dispatch=False, accept={"effect": ["corrects"], "class": ["cancellation"]}))
    mail("p050", "reply-to-request", "outlook", KELI, "RES: Devolução do abono", "2027-08-17 16:20", ["Nádia, você tem razão, o 17 era o total antes da triagem. O correto são os 8 da planilha; os demais já devolveram. Pode mandar para esses 8."], sig=S_KELI, reply_to="p027",
         quoted=ask("", "Devolução do abono", "2027-08-17 15:58", KELI, "Keli, a planilha tem 8 nomes e o pedido fala em 17. Qual é o correto?", who=dict(name="Nádia Pruner", addr="nadia.pruner@ipreville.example"), prefix=False), traps=["three numbers in the answer"], why="The list of p027 is right: release it.", want=dict(area="gerencia-financeira", relates_to="p027", effect="completes", dispatch=True, accept={"dispatch": [True, False], "recipients": [None, 8]}))
    # ---------------------------------------------------------------- approvals
    mail("p051", "approval", "outlook", HELGA, "RES: [AR-2027-0206] Para aprovação: Canal interno de denúncias", "2027-07-07 18:40", ["Li com calma e está muito bom. Aprovado, podem enviar.", "Abraço,"], sig=S_HELGA, logo=True, reply_to="ok0206", quoted=preview("AR-2027-0206", "Canal interno de denúncias", "2027-07-07 14:30", "58 destinatários, e-mail"), traps=["both words in the quoted mail"], why="The approver consents.", want=dict(area="gabinete", relates_to="AR-2027-0206", dispatch=True))
    mail("p052", "approval", "gmail", HELGA, "Re: [AR-2027-0209] Para aprovação: Dia da Independência – ponto facultativo", "2027-08-30 19:05", ["De acordo, Nádia. Solta na quinta-feira, dia 2, às 10h, para não ficar muito em cima."], reply_to="ok0209", quoted=preview("AR-2027-0209", "Dia da Independência – ponto facultativo", "2027-08-30 16:00", "todos os segurados, WhatsApp"), traps=["consent with day and hour, no month"], why="Approved for 2 September.", want=dict(area="gabinete", relates_to="AR-2027-0209", send_at="2027-09-02T10:00", dispatch=True))
    mail("p053", "approval", "outlook", JAIR, "RES: [AR-2027-0204] Para aprovação: Novo calendário dos consignados", "2027-07-09 09:12", ["Bom dia. Aprovo. Podem enviar hoje."], sig=S_JAIR, reply_to="ok0204", quoted=preview("AR-2027-0204", "Novo calendário dos consignados", "2027-07-09 08:45", "1.390 destinatários, e-mail e WhatsApp"), traps=["the requester approves his own sending"], why="Only helga.tiedt@ approves.", want=dict(area="gerencia-financeira", relates_to="AR-2027-0204", dispatch=False, accept={"class": ["reply-to-request"]}))
    # ---------------------------------------------------------------- cancellations
    mail("p054", "cancellation", "outlook", ADM, "RES: [AR-2027-0213] Pedido recebido", "2027-07-07 09:41", ["Nádia, bom dia. Peço sustar o envio do leilão: o jurídico encontrou um erro no edital e ele será republicado. Quando houver nova data, faço outro pedido.", "Obrigada,"], sig=S_LUCIANE, reply_to="ack0213", quoted=ack("AR-2027-0213", "Leilão de móveis usados", "2027-07-07 09:33", ADM), traps=["announces another request for later"], why="Nothing goes out.", want=dict(area="gerencia-administrativa", relates_to="AR-2027-0213", dispatch=False))
    mail("p055", "cancellation", "owa", BIANCA, "Segura a votação do auditório!", "2027-08-02 15:58", ["Nádia, por favor não mande o e-mail do nome do auditório que pedi agora há pouco. A família da professora Isolda ligou e ainda não autorizou o uso do nome. Volto a falar com você quando resolver."], sig=S_BIANCA, traps=["new thread, no protocol"], why="Found by area and matter: p029.", want=dict(area="comunicacao", relates_to="p029", dispatch=False))
    mail("p056", "cancellation", "android-outlook", PERICIA, "RES: [AR-2027-0210] Pedido recebido", "2027-07-06 09:36", ["Nádia, é possível parar o aviso da mudança de sala? A obra foi adiada e a perícia fica onde está. Se alguém já recebeu, me diga quem, que ligo para a pessoa."], sig=S_NELIO, reply_to="ack0210", quoted=ack("AR-2027-0210", "Mudança de sala da perícia", "2027-07-06 08:35", PERICIA), traps=["already at the call center", "worded as a question"], why="Cancellation after the package left.", want=dict(area="pericia-medica", relates_to="AR-2027-0210", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-replied")]
    m2, m7 = "ar-2027-0202.mail1@ipreville.example", "ar-2027-0207.mail1@ipreville.example"
    s2, s7 = "Simulador de aposentadoria: novo endereço", "Parecer sobre o balancete de maio"
    r = people("p057", 4)
    mail("p057", "delivery-receipt", "receipt", MSX, "Retransmitido: " + s2, "2027-07-01 14:09", [], to=[PRESID], headers=auto + [("In-Reply-To", f"<{m2}>")], envelope="",
         raw_root=dsn("p057", "A entrega a estes destinatários ou grupos foi concluída, mas o servidor de destino não enviou uma notificação de entrega:\n\n" + "\n\n".join(x.email for x in r) + "\n", [(x.email, "relayed", "2.0.0", None) for x in r], "2027-07-01 14:07", m2, html="<p>A entrega foi concluída</p>", subject=s2), traps=["four recipients in one notice", "relayed is not delivered"], why="Relayed.", want=dict(relates_to="AR-2027-0202", receipt={"action": "relayed", "recipients": [x.email for x in r]}))
    r = people("p058", 1)[0]
    mail("p058", "delivery-receipt", "receipt", "postmaster@correio.example <postmaster@correio.example>", "Entregue: " + s7, "2027-07-05 11:14", [], to=[PRESID], auth="ext", envelope="", headers=auto + [("In-Reply-To", f"<{m7}>")],
         raw_root=dsn("p058", f"Sua mensagem foi entregue aos seguintes destinatários:\n\n{r.email}\n\nAssunto: {s7}\n", [(r.email, "delivered", "2.0.0", None)], "2027-07-05 11:12", m7, mta="correio.example", subject=s7), traps=["outside postmaster"], why="Delivered.", want=dict(relates_to="AR-2027-0207", receipt={"action": "delivered", "recipients": [r.email]}))
    r = people("p059", 1)[0]
    mail("p059", "delivery-receipt", "receipt", MSX, "Não é possível entregar: " + s2, "2027-07-01 14:10", [], to=[PRESID], headers=auto + [("In-Reply-To", f"<{m2}>")], envelope="",
         raw_root=dsn("p059", f"Falha na entrega a estes destinatários ou grupos:\n\n{r.email}\nO endereço de e-mail digitado não foi encontrado. Verifique o endereço e tente novamente.\n", [(r.email, "failed", "5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound")], "2027-07-01 14:07", m2, html="<p>Falha na entrega</p>", subject=s2), traps=["the contact is bad"], why="Failed.", want=dict(relates_to="AR-2027-0202", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("p060", 1)[0]
    mail("p060", "delivery-receipt", "receipt", "Mail Delivery Subsystem <mailer-daemon@provedor.example>", "Delivery Status Notification (Delay)", "2027-07-06 02:15", [], to=[PRESID], auth="none", envelope="", headers=auto,
         raw_root=dsn("p060", f"Delivery to {r.email} has been delayed. The receiving server is busy; we will keep trying for 3 days.\n", [(r.email, "delayed", "4.2.1", "450 4.2.1 The user is receiving mail too quickly")], "2027-07-05 11:12", m7, mta="provedor.example", subject=s7), traps=["English, delay is not failure"], why="Delayed.", want=dict(relates_to="AR-2027-0207", receipt={"action": "delayed", "recipients": [r.email]}))
    r = people("p061", 1)[0]
    mail("p061", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Não lida: " + s7, "2027-07-09 08:22", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", f"<{m7}>")],
         raw_root=mdn("p061", f"Sua mensagem\n\n   Para: {r.name}\n   Assunto: {s7}\n\nfoi excluída sem ser lida em sexta-feira, 9 de julho de 2027 08:21:40.\n", r.email, m7, "automatic-action/MDN-sent-automatically; deleted"), traps=["deleted without being read"], why="Deleted unread.", want=dict(relates_to="AR-2027-0207", receipt={"action": "deleted-unread", "recipients": [r.email]}))
    # ---------------------------------------------------------------- the call center
    q3 = dict(AUTO, at="2027-07-02 08:30", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2027-0203] Pacote para envio por WhatsApp", body=["Segue o pacote com 5.236 contatos. Ao final, enviar o relatório."])
    mail("p062", "call-center-report", "roundcube", "Andrei Lopes <envios@callcenter.example>", "Re: [AR-2027-0203] Pacote para envio por WhatsApp", "2027-07-02 17:20", ["Boa tarde, Nádia!", "Posição parcial: das 5.236 mensagens, já saíram 2.000, com 1.874 entregues e 126 não entregues. Por limite da plataforma, as outras 3.236 ficam para segunda-feira."], sig=S_ANDREI, auth="ext", reply_to="cc0203", quoted=q3, traps=["thousands points", "partial"], why="Not the end.", want=dict(relates_to="AR-2027-0203", report={"complete": False, "sent": 2000, "delivered": 1874, "read": None, "failed": 126}))
    mail("p063", "call-center-report", "roundcube", "Elo Disparos <noreply@disparos.callcenter.example>", "[AR-2027-0203] Relatório final de campanha", "2027-07-06 08:00", ["Relatório final consolidado\n\nTotal de contatos: 5.236\nEnviadas: 5.236\nEntregues: 4.921\nLidas: 3.388\nFalhas: 315", "E-mail gerado automaticamente."], auth="ext", headers=[("Auto-Submitted", "auto-generated")], traps=["automatic, yet a report", "complete after the partial one"], why="Completes AR-2027-0203.", want=dict(relates_to="AR-2027-0203", report={"complete": True, "sent": 5236, "delivered": 4921, "read": 3388, "failed": 315}))
    p = people("p064", 23)
    st = ["read"] * 12 + ["delivered"] * 8 + ["failed"] * 3
    mail("p064", "call-center-report", "outlook", "Priscila Nack <priscila.nack@callcenter.example>", "RES: [AR-2027-0210] Pacote para envio por WhatsApp", "2027-07-07 09:58", ["Bom dia, Nádia.", "Como conversamos ontem, quando chegou o pedido de parar, o disparo já havia terminado. Anexo o detalhamento por contato."], sig=S_PRI, auth="ext", reply_to="cc0210", att=[f("AR-2027-0210_status.csv", csv([["numero", "status"]] + [["55" + x.ddd + x.local, s] for x, s in zip(p, st)], sep=",", enc="utf-8"))], traps=["one line a contact, English states", "speaks of the cancellation that came too late"], why="20 delivered, 12 of them read, 3 failed.", want=dict(relates_to="AR-2027-0210", report={"complete": True, "sent": 23, "delivered": 20, "read": 12, "failed": 3}))
    mail("p065", "call-center-report", "outlook", "Priscila Nack <priscila.nack@callcenter.example>", "Fechamento reavaliação 01/07", "2027-07-05 14:31", ["Oi, Nádia, tudo bem?", "Fechamos o disparo da reavaliação feito em 01/07. Dos 37 contatos, 34 receberam, 29 leram e 3 não têm WhatsApp. Não há mais nada pendente.", "Abraço!"], sig=S_PRI, auth="ext", traps=["no protocol, new thread", "figures in a sentence"], why="AR-2027-0201 went on 01/07 with 37 contacts.", want=dict(relates_to="AR-2027-0201", report={"complete": True, "sent": 37, "delivered": 34, "read": 29, "failed": 3}))
    mail("p066", "call-center-report", "gmail", "Andrei Lopes <andrei.lopes@callcenter.example>", "retorno certidão", "2027-07-08 10:27", ["Bom dia! Com o link completo o modelo passou e o envio da certidão foi feito ontem.", ("table", [["Base", "Enviadas", "Entregues", "Não entregues"], ["144", "144", "137", "7"]]), "Concluído."], sig=S_ANDREI, auth="ext", traps=["table, no protocol", "144 contacts and the matter link it"], why="AR-2027-0208.", want=dict(relates_to="AR-2027-0208", report={"complete": True, "sent": 144, "delivered": 137, "read": None, "failed": 7}))
    # ---------------------------------------------------------------- machines
    mail("p067", "auto-reply", "outlook", MARLISE, "Resposta automática: " + s2, "2027-07-01 14:08", ["Olá! Estarei em férias de 1º a 15 de julho. Pedidos de envio aos segurados, aprovações e listas: tratar com Débora Sell, no ramal 15 ou em previdencia@ipreville.example. Obrigada."], irt=m2, headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-replied")], traps=["names sendings and approvals, from an area"], why="Out of office.", want=dict(area="gerencia-previdencia", relates_to="AR-2027-0202", accept={"area": [None], "relates_to": [None]}))
    mail("p068", "auto-reply", "gmail", "Consultório Dr. Aderbal Pires <consultorio.aderbal@provedor.example>", "Resposta automática: " + s7, "2027-07-05 11:11", ["Recebemos o seu e-mail. Para marcar consulta, ligue ou mande WhatsApp para a secretária. O doutor atende às terças e quintas."], to=[PRESID], auth="ext", irt=m7, headers=[("Auto-Submitted", "auto-replied")], traps=["'mande WhatsApp' by a machine"], why="Vacation responder.", want=dict(relates_to="AR-2027-0207", accept={"relates_to": [None]}))
    mail("p069", "auto-reply", "webmail", "Câmara Municipal – Protocolo <protocolo@camara.example>", "Protocolo 2027/00931 gerado: " + s7, "2027-07-05 11:12", ["Sua mensagem foi registrada sob o protocolo 2027/00931 e será encaminhada ao setor competente. Não responda a este e-mail."], to=[PRESID], auth="ext", irt=m7, raw_subject=True, headers=[("Auto-Submitted", "auto-generated")], traps=["a protocol number of its own"], why="Ticket system.", want=dict(relates_to="AR-2027-0207", accept={"relates_to": [None]}))
    # ---------------------------------------------------------------- insured people
    pres2 = dict(PRES, at="2027-07-01 14:05", to="undisclosed-recipients:;", subject=s2, body=["Prezado(a) segurado(a),", "O simulador de aposentadoria mudou de endereço."])
    mail("p070", "insured-reply", "gmail", "Maristela Coutinho <maristela.coutinho@webmail.example>", "Re: " + s2, "2027-07-01 21:16", ["Boa noite. Fiz a simulação e ela diz que me aposento só em 2031, mas na contagem que vocês me deram em março era 2029. Qual das duas vale? Posso levar a certidão para conferirem?"], to=[PRESID], auth="ext", reply_to="m0202", quoted=pres2, traps=["at presidente@, for the area that asked"], why="To the Gerência de Previdência.", want=dict(relates_to="AR-2027-0202"))
    mail("p071", "insured-reply", "yahoo", "Antenor Vidal <antenor.vidal@mail.example>", "Re: " + s7, "2027-07-06 09:40", ["Prezados, agradeço, mas não tenho interesse nesses pareceres. Retirem por gentileza o meu e-mail da relação de vocês."], to=[PRESID], auth="ext", reply_to="m0207", quoted=dict(PRES, at="2027-07-05 11:10", to="undisclosed-recipients:;", subject=s7, body=["Prezados,", "O Conselho Fiscal publicou o parecer sobre o balancete de maio."]), traps=["polite opt-out, no correction by an area"], why="Opt-out.", want=dict(relates_to="AR-2027-0207", opt_out=True))
    mail("p072", "insured-reply", "iphone", "Cleusa Fontes <cleusa.fontes@correio.example>", "minha perícia", "2027-07-18 19:02", ["Boa noite recebi no whats que minha perícia é dia 20 mas nesse dia estou com cirurgia marcada em Florianópolis. Mando o papel do hospital na foto. Podem trocar o dia?"], auth="ext", att=[f("IMG_3307.jpg", image("JPEG"))], traps=["no thread, a document with personal data"], why="To the Perícia; nothing goes out.", want=dict(category="pericia", relates_to=None, accept={"relates_to": ["p002"], "category": [None]}))
    mail("p073", "insured-reply", "outlook", "Ubirajara Pontes <ubirajara.pontes@provedor.example>", "RES: " + s2, "2027-07-02 08:55", ["Prezados senhores,", "O novo simulador é muito bom. Sou presidente da associação do meu bairro e peço que enviem este aviso por WhatsApp a todos os aposentados, pois muitos só usam o celular. Podem usar o mesmo texto.", "Atenciosamente,\nUbirajara"], to=[PRESID], auth="ext", reply_to="m0202", quoted=pres2, traps=["an insured person asks for a mass sending"], why="No area; nothing goes out.", want=dict(relates_to="AR-2027-0202", accept={"class": ["unauthorized"]}))
    # ---------------------------------------------------------------- without right or proof
    p = people("p074", 5)
    mail("p074", "unauthorized", "outlook", "Jair Demarchi <jair.demarchi@ipreville.example>", "Atualização bancária por WhatsApp", "2027-08-24 18:47", ["Nádia, boa noite.", "Preciso que saia hoje por WhatsApp aos segurados da planilha, o banco está cobrando:", T("Prezado segurado, para receber o pagamento de agosto confirme conta e senha em https://ipreville-pagamentos.example até as 22h."), "Jair Demarchi\nGerente Financeiro"], auth="fail", envelope="mailer@host77.example", att=[f("segurados.xlsx", xlsx({"Plan1": phones_of(p)}))], headers=[("Authentication-Results", "mx.ipreville.example; dkim=pass header.d=ipreville.example; dmarc=pass header.from=ipreville.example"), ("X-MS-Exchange-Organization-AuthAs", "Internal")], traps=["exact address, dmarc=fail", "forged headers of trust further down"], why="Authentication failed; only the topmost headers count.", want=dict(reason="dmarc fail", accept={"reason": [None]}))
    mail("p075", "unauthorized", "owa", "Marlise Kühnen <marlise.kuhnen@ipreville-previdencia.example>", "Prova de vida – texto novo", "2027-08-25 10:30", ["Nádia, bom dia.", "Favor enviar por WhatsApp a todos os segurados: a prova de vida agora é feita pelo número (47) 90000-0000, mandando foto do documento.", "Obrigada,"], sig=S_MARLISE, auth="ext", traps=["lookalike domain, signature of a real manager"], why="Not the institute's domain.", want=dict(reason="lookalike domain", accept={"reason": [None]}))
    mail("p076", "unauthorized", "gmail", "César Ramthun <cesar.ramthun.med@webmail.example>", "convocação de amanhã", "2027-08-26 21:30", ["Nádia, boa noite, é o César. O acesso remoto caiu e estou escrevendo do meu e-mail particular. Pode mandar por WhatsApp aos pacientes de amanhã que a perícia começa às 9h? Formalizo amanhã cedo, quando chegar aí."], auth="ext", traps=["private address of an employee"], why="Identity not proven: ask him at work.", want=dict(reason="personal address of an employee", accept={"reason": [None]}))
    mail("p077", "unauthorized", "outlook", "Associação dos Servidores Aposentados <contato@asap-litoral.example>", "Solicitação de contatos para festividade", "2027-08-27 09:45", ["Prezados,", "Para organizar a nossa festa de fim de ano, solicitamos a relação de aposentados com telefone e e-mail ou, se não for possível, que os senhores enviem o convite anexo a todos eles, como nos foi prometido pela Presidência.", "Atenciosamente,\nA Diretoria"], auth="ext", att=[f("convite.pdf", pdf(["Convite"]))], traps=["third party asks for data or for a sending", "'prometido pela Presidência'"], why="A stranger.", want=dict(reason="third party asks for personal data", accept={"class": ["unrelated"], "reason": [None]}))
    # ---------------------------------------------------------------- the rest
    mail("p078", "unrelated", "outlook", "Faturamento Elo <faturamento@callcenter.example>", "Fatura de julho e relatório de consumo", "2027-08-03 09:00", ["Prezada Nádia,", "Enviamos a fatura de julho com o relatório de consumo: 6.412 mensagens enviadas no período, franquia de 6.000. O excedente de 412 está discriminado na planilha.", "Atenciosamente,"], sig=["Faturamento", "Elo Atendimento"], auth="ext", att=[f("consumo_0727.xlsx", xlsx({"Consumo": [["Data", "Enviadas"], ["01/07", 37], ["05/07", 5236]]})), f("fatura_0727.pdf", pdf(["Fatura 07/2027"]))], traps=["'relatório' and numbers of messages, but an invoice"], why="Invoice.")
    mail("p079", "unrelated", "owa", GAB, "Reunião de alinhamento: envios do segundo semestre", "2027-07-16 10:00", ["Bom dia a todos,", "Convido para a reunião de quinta-feira, 22/07, às 9h, na sala da Presidência. Pauta: calendário de e-mails e de mensagens de WhatsApp aos segurados e novos modelos de texto. Tragam sugestões.", "Obrigada,"], sig=S_ELISA, to=[NADIA, BIANCA, MARLISE, JAIR], traps=["a meeting about sendings, naming both channels"], why="Invitation of the office; no request.", want=dict(area="gabinete", accept={"area": [None]}))
    mail("p080", "unrelated", "outlook", SAUDE, "Exames periódicos dos servidores do Ipreville", "2027-08-10 08:30", ["Colegas,", "Os nossos exames periódicos começam em 23/08. Cada gerência recebe a sua escala por e-mail até sexta-feira. Quem estiver de férias combina comigo depois.", "Bom trabalho a todos,"], sig=S_IVANA, to=["todos@ipreville.example"], traps=["a notice from an area, but to the staff"], why="Addressed to todos@; no request.", want=dict(area="pericia-medica", accept={"area": [None]}))
    mail("p081", "unrelated", "gmail", "Boletim RPPS em Foco <boletim@rppsemfoco.example>", "Como avisar 5 mil segurados em um clique", "2027-07-20 06:05", ["Nesta edição: prova de vida digital, novo teto, consignados e disparo em massa por WhatsApp.", "Leia também: modelos de comunicado para a perícia médica. Para sair da lista, clique aqui: https://rppsemfoco.example/sair"], auth="ext", traps=["full of the domain's words"], why="Newsletter.")
