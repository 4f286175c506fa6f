"""Half l: the everyday mailbox, January to March 2027 - some twenty civil servants with their habits; most of what they ask is plain, a third has a catch."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2027-0011", "gerencia-previdencia", "otavio.bressan@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Entrega da declaração de vínculo", "2027-01-05T09:30", 64),
    request("AR-2027-0012", "gerencia-financeira", "keli.borba@ipreville.example", ["email"], "specific", "sent", "Calendário de pagamentos de 2027", "2027-01-05T14:20", 1630),
    request("AR-2027-0013", "comunicacao", "bianca.raulino@ipreville.example", ["whatsapp"], "general", "waiting-report", "Novo telefone da central", "2027-01-06T10:00", 4958),
    request("AR-2027-0014", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["email"], "specific", "waiting-data", "Devolução de crachás", "", None, ["recipients"]),
    request("AR-2027-0015", "pericia-medica", "pericia@ipreville.example", ["whatsapp"], "specific", "waiting-data", "Retorno dos licenciados de dezembro", "", 22, ["message_text"]),
    request("AR-2027-0016", "conselho-fiscal", "conselhofiscal@ipreville.example", [], "specific", "waiting-data", "Visita à sede nova", "", 14, ["channel"]),
    request("AR-2027-0017", "gabinete", "gabinete@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Posse da nova diretoria", "", 4958),
    request("AR-2027-0018", "conselho-administrativo", "conselhoadm@ipreville.example", ["email"], "specific", "waiting-approval", "Consulta sobre o plano de custeio", "", 388),
    request("AR-2027-0019", "controle-interno", "controleinterno@ipreville.example", ["email"], "specific", "waiting-approval", "Comprovação de adiantamentos", "", 36),
    request("AR-2027-0020", "gerencia-previdencia", "marlise.kuhnen@ipreville.example", ["email", "whatsapp"], "specific", "waiting-window", "Pensão: atestado de matrícula", "", 73),
    request("AR-2027-0021", "pericia-medica", "fabio.ledoux@saude.ipreville.example", ["whatsapp"], "specific", "waiting-report", "Grupo de cessação do tabagismo", "2027-01-07T11:10", 29),
    request("AR-2027-0022", "gerencia-administrativa", "administrativo@ipreville.example", ["email"], "specific", "sent", "Novo endereço do arquivo geral", "2027-01-07T15:45", 204),
    request("AR-2027-0023", "gerencia-administrativa", "administrativo@ipreville.example", ["email"], "specific", "waiting-approval", "Cessão do auditório às associações", "", 19),
    request("AR-2027-0024", "gerencia-financeira", "financeiro@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Devolução de parcela em dobro", "2027-01-08T13:30", 118),
]
ACKS = {f"ack{n}": f"ar-2027-{n}.ack@ipreville.example" for n in ("0011", "0012", "0014", "0015", "0016", "0020", "0021", "0024")} | {f"cc{n}": f"ar-2027-{n}.cc@ipreville.example" for n in ("0011", "0013", "0021", "0024")} | {f"ok{n}": f"ar-2027-{n}.ok@ipreville.example" for n in ("0017", "0018", "0019", "0023")} | {f"{n}m": f"ar-2027-{n}.mail1@ipreville.example" for n in ("0012", "0022")}
JUSSARA = "Jussara Wippel <previdencia@ipreville.example>"
WAGNER = "Previdência Ipreville <previdencia@ipreville.example>"
CLEUSA = "Cleusa Bittelbrunn <financeiro@ipreville.example>"
EVERTON = "Everton Piske <administrativo@ipreville.example>"
CAIO = "Caio Berndt <comunicacao@ipreville.example>"
NELSON = "Nelson Kammradt <controleinterno@ipreville.example>"
ZILDA = "Conselho Administrativo - Ipreville <conselhoadm@ipreville.example>"
EUGENIO = "Conselho Fiscal <conselhofiscal@ipreville.example>"
MARISOL = "Marisol Dutra <gabinete@ipreville.example>"
MIRELA = "Mirela Schlup <pericia@ipreville.example>"
TAINA = "Saúde do Servidor <saude@ipreville.example>"
FABIO = "Fábio Ledoux <fabio.ledoux@saude.ipreville.example>"
ALINE = "Aline Trapp <aline.trapp@saude.ipreville.example>"
S_JUSSARA = ["Jussara Wippel", "Agente administrativa – Atendimento Previdenciário", "Gerência de Previdência", "(47) 3400-0018 – das 7h às 13h"]
S_WAGNER = ["Wagner Tonolli", "Estagiário de Direito | Gerência de Previdência"]
S_CLEUSA = ["Cleusa Bittelbrunn", "Setor de Consignações – Gerência Financeira", "Tel. (47) 3400-0028"]
S_VALCIR = ["Valcir Kasulke", "Tesouraria", "Gerência Financeira – Ipreville"]
S_EVERTON = ["Everton Piske", "Gestão de Pessoas e Capacitação", "Gerência Administrativa", "(47) 3400-0036"]
S_CAIO = ["Caio Berndt", "Designer", "Comunicação Ipreville"]
S_NELSON = ["Nelson Kammradt", "Analista de Controle Interno", "3400-0053"]
S_ZILDA = ["Zilda Maes", "Secretária do Conselho Administrativo"]
S_EUGENIO = ["Eugênio Prade", "Presidente do Conselho Fiscal – gestão 2025/2027"]
S_MARISOL = ["Marisol Dutra", "Cerimonial e Agenda", "Gabinete da Presidência", "(47) 3400-0004"]
S_MIRELA = ["Mirela Schlup", "Agendamento – Perícia Médica", "(47) 3400-0046 / (47) 98800-0046"]
S_TAINA = ["Tainá Voltolini", "Educadora física", "Programa Saúde do Servidor"]
S_FABIO = ["Fábio Ledoux", "Assistente social", "Núcleo de Saúde do Servidor", "fabio.ledoux@saude.ipreville.example"]
S_ALINE = ["Aline Trapp", "Nutricionista – CRN 0000"]
S_GREICE = ["Greice Patrício", "Sucesso do Cliente", "Elo Atendimento"]
AVISO = "Esta mensagem, incluindo seus anexos, pode conter dados pessoais. Se não lhe foi dirigida, apague-a, não a reenvie por e-mail ou WhatsApp e avise o remetente."
PAPEL = "Economize papel: só imprima este e-mail se for indispensável."


def plan(rows, name="Planilha1"):
    return xlsx({name: rows})


def ack(protocol, subject, at, to):
    return ask(protocol, subject, at, to, f"Olá! O seu pedido foi registrado com o número {protocol}.\n\nAvisaremos aqui mesmo quando houver novidade.")


def mails():
    IDS.update(ACKS)
    plain()
    catches()
    answers()
    notices()


def plain():
    p = people("l001", 8)
    mail("l001", "request", "outlook", JUSSARA, "Protocolo digital – e-mail aos servidores", "2027-01-11 08:17",
         ["Bom dia, Nádia! Feliz ano novo! Espero que tenha descansado bastante no recesso.", "Te escrevo porque na última reunião de dezembro a diretoria bateu o martelo: de fevereiro em diante o pedido de aposentadoria só entra pelo protocolo digital. O Dr. Armando, do jurídico, leu e não mexeu em nada, e a Marlise também já viu.",
          "Por isso peço a gentileza de enviar por e-mail a mensagem abaixo aos servidores da planilha, que são os que fizeram simulação no último semestre.", "Assunto do e-mail: Pedido de aposentadoria pelo protocolo digital",
          T("Prezado(a) servidor(a),\n\nA partir de 1º de fevereiro de 2027, o pedido de aposentadoria será recebido somente pelo protocolo digital, no Portal do Servidor.\n\nTenha em mãos, em PDF, o documento de identidade, o último contracheque e a certidão de tempo de contribuição.\n\nO passo a passo está em www.ipreville.example/protocolo.\n\nAtenciosamente,\nGerência de Previdência"),
          "Se alguém ligar perdido, pode transferir para o meu ramal, que eu explico com calma. No mais, qualquer dúvida estou à disposição.", "Uma ótima semana a todos aí!"], sig=S_JUSSARA, logo=True, disc=AVISO, att=[f("simulações 2º semestre.xlsx", plan(mails_of(p, ("Servidor", "E-mail"))))],
         traps=["who decided it and who read it", "two closings", "disclaimer with both channels"], why="Plain, with much around it.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="orientacao", message_subject="Pedido de aposentadoria pelo protocolo digital", recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"category": ["andamento", "atendimento"]}, list_source="simulações 2º semestre.xlsx"))

    p = people("l002", 6)
    mail("l002", "request", "android-outlook", OTAVIO, "contagem especial pronta", "2027-01-11 12:41",
         ["oi Nádia, td certo? sobre as contagens de tempo de magisterio que o pessoal pediu no fim do ano, ficaram prontas antes do que eu imaginava rs", "manda um whats pra turma do arquivo por favor, com esse recado:", T("Olá! A sua contagem de tempo de magistério está pronta. Você pode baixá-la no Portal do Servidor ou retirá-la no balcão da Previdência, das 8h às 14h."), "brigadão, te devo um café"],
         att=[f("magisterio.xlsx", plan(phones_of(p)))], traps=["lower case, no stops", "promise of a coffee"], why="Plain.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="magisterio.xlsx"))

    p = people("l003", 9)
    rows = [["Segurado", "E-mail", "Celular"]] + [[x.name, x.email if i != 2 else "", x.phone(i) if i not in (4, 7) else None] for i, x in enumerate(p)]
    mail("l003", "request", "owa", CLEUSA, "Mensalidade da associação cobrada em dobro", "2027-01-12 09:06",
         ["Nádia, bom dia.", "Como deve ter chegado até você pelo balcão, o arquivo da associação foi processado duas vezes em dezembro e nove pessoas pagaram a mensalidade em dobro. O Jair determinou que todas fossem avisadas o quanto antes, pelos dois meios, e-mail e WhatsApp, com o mesmo texto.", "Assunto do e-mail: Devolução de mensalidade descontada em dobro", "Texto:",
          T("Prezado(a) segurado(a),\n\nA mensalidade da associação foi descontada duas vezes na sua folha de dezembro.\n\nO valor pago a mais será devolvido na folha de janeiro, sem que seja preciso pedir. Lamentamos o transtorno.\n\nSetor de Consignações"),
          "A relação está anexa. Desde já agradeço a presteza de sempre; sei que vocês estão com a mesa cheia neste começo de ano.", "Cordialmente,"], sig=S_CLEUSA,
         att=[f("em dobro.xlsx", plan(rows))], traps=["two channels, one text", "holes in both columns; everyone has one of the two"], why="Plain: nine people by one way at least.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Devolução de mensalidade descontada em dobro", recipients=9, rejected=0, duplicates=0, recipients_by_channel={"email": 8, "whatsapp": 7}, rejected_by_channel={"email": 1, "whatsapp": 2}, dispatch=True, list_source="em dobro.xlsx"))

    mail("l004", "request", "apple", CAIO, "Janeiro Branco", "2027-01-12 16:22",
         ["Fala, Nádia! Beleza?", "Fechamos a arte do Janeiro Branco, foi a Bianca que escolheu entre três versões (essa azul ganhou de lavada). Pode soltar no WhatsApp pra todos os segurados, com a imagem em anexo e esta legenda:",
          T("Janeiro Branco: cuidar da mente também é cuidar da vida. 🤍\n\nSe você não anda bem, procure a unidade básica de saúde do seu bairro ou ligue 188, de graça, a qualquer hora."), "É isso! Depois me conta se o povo gostou."], sig=S_CAIO, att=[f("janeiro_branco_2027.jpg", image("JPEG", (300, 300)))],
         traps=["three versions were made, one is sent", "'depois me conta'"], why="Plain: everybody by WhatsApp, with the picture.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="institucional", attachments_to_send=["janeiro_branco_2027.jpg"], dispatch=True, accept={"category": ["orientacao", "evento"]}))

    p = people("l005", 7)
    rows = [["Nome", "CPF", "Telefone", "Data", "Hora"]] + [[x.name, x.cpf, x.phone(i), "%02d/01" % (25 + i // 3), ("8h", "9h30", "11h")[i % 3]] for i, x in enumerate(p)]
    mail("l005", "request", "owa", FABIO, "Avaliação biopsicossocial – agenda da última semana de janeiro", "2027-01-13 10:02",
         ["Prezada Nádia, bom dia!", "Depois de muita negociação com a equipe multiprofissional (psicologia, serviço social e medicina têm agendas que nunca batem...), conseguimos fechar a semana. Solicito o envio, por WhatsApp, da mensagem abaixo às pessoas da planilha, substituindo os campos pelos dados de cada uma:",
          T("Olá, {Nome}. A sua avaliação biopsicossocial está marcada para {Data}, às {Hora}, no Núcleo de Saúde do Servidor, 2º andar.\n\nTraga documento com foto e os laudos mais recentes. Pode vir com acompanhante."),
          "O CPF está na planilha só porque o sistema exporta assim. Estamos dentro do prazo da portaria, que vai até o fim do trimestre.", "Muito obrigado pela parceria,"], sig=S_FABIO, att=[f("agenda_biopsicossocial.csv", csv(rows))],
         traps=["placeholders in braces", "a legal time limit that changes nothing", "CPF in the list"], why="Plain, with per-person data.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=7, rejected=0, duplicates=0, per_person=True, placeholders=["Nome", "Data", "Hora"], never_forward_columns=["CPF"], dispatch=True, list_source="agenda_biopsicossocial.csv"))

    p = people("l006", 6)
    mail("l006", "request", "thunderbird", NELSON, "Manual de diárias", "2027-01-13 14:37",
         ["Boa tarde, Nádia.", "Em atenção à recomendação do Tribunal de Contas, o Manual de Diárias foi revisto e aprovado pela Presidente na sexta-feira. Peço que seja encaminhado por e-mail aos ordenadores relacionados na planilha (ODS), com o manual em PDF, que segue junto.", "Assunto: Manual de Diárias 2027", "Segue o texto:",
          T("Prezados ordenadores,\n\nEncaminhamos o Manual de Diárias 2027, que passa a valer em 1º de fevereiro.\n\nChamamos a atenção para o capítulo 3:\n\n- a prestação de contas deve ser feita em cinco dias úteis;\n- o relatório de viagem passa a ser obrigatório;\n- diária sem relatório será devolvida.\n\nControle Interno"),
          "Trata-se de mera ciência, não é preciso cobrar resposta de ninguém.", "Respeitosamente,"], sig=S_NELSON, att=[f("Manual de Diárias 2027.pdf", pdf(["Manual de Diárias 2027"])), f("ordenadores.ods", ods([["Órgão", "Ordenador", "Correio eletrônico"]] + [[f"Órgão {i+1}", x.name, x.email] for i, x in enumerate(p)]))],
         traps=["'aprovado pela Presidente' is history", "'não é preciso cobrar resposta'"], why="Plain; the PDF goes, the list stays.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Manual de Diárias 2027", recipients=6, rejected=0, duplicates=0, attachments_to_send=["Manual de Diárias 2027.pdf"], dispatch=True, accept={"category": ["orientacao", "institucional"]}, list_source="ordenadores.ods"))

    p = people("l007", 4)
    mail("l007", "request", "gmail", STEIN, "Seminário dos conselheiros de RPPS", "2027-01-13 21:03",
         ["Boa noite, prezada Nádia,", "Voltei hoje de Balneário, onde a federação confirmou o seminário. Fui incumbido pelo Eugênio de avisar os colegas, mas a minha letra e o meu computador não ajudam, de modo que recorro novamente a vocês.", f"Favor enviar por e-mail para {p[0].email}, {p[1].email}, {p[2].email} e {p[3].email} o que segue:",
          T("Caros colegas conselheiros,\n\nO seminário estadual dos conselheiros de RPPS será nos dias 18 e 19 de março de 2027, em Florianópolis.\n\nA inscrição é individual e deve ser feita até 26 de fevereiro, no site da federação.\n\nValdemar Stein\nConselho Fiscal do Ipreville", "hr"),
          "Sou-lhes muito grato. Recomendações à família."], sig=S_STEIN, auth="ext", traps=["outside address of a councillor, authenticated", "the text is signed with the sender's own name"], why="Plain; the mail's own subject serves.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="evento", message_subject="Seminário dos conselheiros de RPPS", recipients=4, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional", "orientacao"]}, list_source="body"))

    mail("l008", "request", "iphone", HELGA, "Carnaval", "2027-01-27 18:49",
         ["Nádia, acabei de assinar o decreto junto com o prefeito. Pode avisar todos os segurados pelo whatsapp:", T("O Ipreville não atenderá nos dias 8, 9 e 10 de fevereiro, em razão do carnaval. Voltamos na quinta-feira, dia 11, às 8h. O aplicativo e o portal funcionam normalmente."), "Obrigada e bom fim de tarde"],
         traps=["three dates, all in the text", "the phone signs"], why="Plain.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", dispatch=True))

    p = people("l009", 9)
    tx = "Olá, servidor(a)!\n\nEstão confirmadas as aulas do curso básico de Libras: todas as terças-feiras, de 2 de março a 27 de abril, das 13h30 às 15h30, na sala de treinamento.\n\nA frequência mínima para o certificado é de 75%.\n\nTraga caderno e disposição!\n\nEquipe de Capacitação"
    mail("l009", "request", "zimbra", EVERTON, "Curso de Libras: confirmação por e-mail", "2027-01-28 11:15",
         ["Oi, Nádia, tudo bem por aí?", "A professora topou o horário e a sala está reservada, então já podemos confirmar com os inscritos. Fiz o texto no Word mesmo, porque a internet aqui no treinamento cai toda hora; é só copiar de lá. Vai por e-mail para os inscritos da planilha, com o assunto \"Curso de Libras: aulas confirmadas\".", "Foram 31 candidatos e estes são os sorteados. Para os outros eu mesmo ligo.", "Valeu pela força!"], sig=S_EVERTON,
         att=[f("texto libras.docx", docx(tx.replace("\n\n", "\n").split("\n"))), f("sorteados.xlsx", plan(mails_of(p, ("Inscrito", "e-mail"))))],
         traps=["text in the Word file", "31 is the number of candidates, not of recipients"], why="Plain: those in the list were drawn; the others are none of ours.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Curso de Libras: aulas confirmadas", message_text=tx, recipients=9, rejected=0, duplicates=0, dispatch=True, list_source="sorteados.xlsx"))

    p = people("l010", 11)
    mail("l010", "request", "outlook", KELI, "IR 2027 - moléstia grave", "2027-02-02 08:55",
         ["Nádia, bom dia!", "Todo ano é a mesma novela com os isentos por moléstia grave, então este ano resolvemos avisar antes. Segue o texto que deve ser enviado por e-mail aos segurados da planilha:",
          T("Prezado(a) segurado(a),\n\nO seu informe de rendimentos de 2026, na condição de isento por moléstia grave, estará disponível no Portal do Segurado a partir de 26 de fevereiro.\n\nOs proventos aparecerão na linha \"Rendimentos isentos e não tributáveis\".\n\nGuarde o laudo pericial: a Receita Federal pode pedi-lo.\n\nGerência Financeira", "box"),
          "Assunto: Informe de rendimentos – isentos por moléstia grave", "Conferi a planilha linha por linha com a Perícia. Obrigada pela ajuda, você sempre salva a gente!"], sig=S_KELI, disc=PAPEL, att=[f("isentos 2027.xlsx", plan(mails_of(p)))],
         traps=["subject after the text", "praise"], why="Plain.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="imposto-de-renda", message_subject="Informe de rendimentos – isentos por moléstia grave", recipients=11, rejected=0, duplicates=0, dispatch=True, list_source="isentos 2027.xlsx"))

    p = people("l011", 4)
    mail("l011", "request", "samsung", CESAR, "remarcação - whats", "2027-02-03 07:22",
         ["Bom dia Nádia. O dr. Otto quebrou o pé no fim de semana, tá tudo bem com ele mas nao atende amanha. Presciso avisar por whatsapp esses quatro pacientes:", "\n".join(f"{x.name} - {x.phone(i)}" for i, x in enumerate(p)), "Texto:", T("A sua perícia de amanhã, 04/02, com o Dr. Otto, foi transferida para 11/02, no mesmo horário e local. Não é preciso confirmar."), "Obrigado, abraço"],
         traps=["list in the body before the text", "'não é preciso confirmar' belongs to the text"], why="Plain and urgent.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=4, rejected=0, duplicates=0, dispatch=True, list_source="body"))

    p = people("l012", 10)
    body = ["Prezada Senhora Nádia,", "Cumprimentando-a cordialmente e em cumprimento ao deliberado na 212ª reunião ordinária, solicito os bons préstimos dessa Assessoria para o envio, por e-mail, do convite a seguir aos servidores homenageados, constantes da planilha anexa.", "Assunto: Convite – posse do Conselho Administrativo", "Convite:",
            "Prezado(a) homenageado(a),\n\nO Conselho Administrativo do Ipreville tem a honra de convidá-lo(a) para a posse dos conselheiros do mandato 2027/2030, no dia 5 de março de 2027, às 19h, no auditório da sede.\n\nTraje: passeio.\n\nPede-se confirmar presença pelo telefone (47) 3400-0070.\n\nCordialmente,\nConselho Administrativo",
            "Renovo os protestos de estima e consideração e coloco-me à inteira disposição para os esclarecimentos que se fizerem necessários.", "Atenciosamente,\nZilda Maes"]
    mail("l012", "request", "winmail", ZILDA, "Posse dos novos conselheiros – convite aos servidores homenageados", "2027-02-03 15:48", body, plain_only=True,
         att=[f("winmail.dat", tnef("Posse dos novos conselheiros – convite aos servidores homenageados", "\r\n\r\n".join(x.replace("\n", "\r\n") for x in body), [("homenageados.xls", xls(mails_of(p)))]))],
         traps=["formula before and after", "'Pede-se confirmar' belongs to the text", "list inside winmail.dat"], why="Plain, in full dress.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="institucional", message_subject="Convite – posse do Conselho Administrativo", message_text=body[4], recipients=10, rejected=0, duplicates=0, dispatch=True, accept={"category": ["evento", "eleicao"]}, list_source="winmail.dat/homenageados.xls"))

    p = people("l013", 8)
    mail("l013", "request", "owa", TAINA, "yoga na cadeira", "2027-02-04 09:30",
         ["Nádiaaa, bom dia!! ☀️", "Lembra que te contei da yoga na cadeira? Saiu!!! A Lenita liberou a verba e já temos oito incritos, tô muito feliz. Me ajuda a chamar o povo pelo zap? O pessoal tá no arquivinho.", "A mensagem:", T("Oi! 🧘 As aulas de yoga na cadeira começam na segunda-feira, 15 de fevereiro, às 15h, na sala 5 do Núcleo de Saúde. Venha com roupa confortável e traga uma garrafinha de água. Até lá!"), "Beijão, obrigada de coração 💛"], sig=S_TAINA,
         att=[f("yoga inscritos.xlsx", plan(phones_of(p, ("Nome completo", "Zap"))))], traps=["'oito inscritos' agrees with the list", "the text has its own 'Até lá!'"], why="Plain.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="evento", recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "institucional"]}, list_source="yoga inscritos.xlsx"))

    p = people("l014", 12)
    mail("l014", "request", "apple", BIANCA, "Jornal impresso: sim ou não?", "2027-02-04 14:10",
         ["Nádia, tudo bem?", "A gráfica subiu o preço de novo e a presidente quer saber se o jornal impresso ainda faz sentido. Combinamos de perguntar primeiro a uma amostra (lista em CSV). Manda por e-mail, título \"Você ainda lê o jornal do Ipreville?\":",
          T("Olá!\n\nQueremos saber se o jornal impresso do Ipreville ainda é útil para você. São só três perguntas:\n\nhttps://pesquisa.ipreville.example/jornal\n\nAs respostas serão recebidas até 19 de fevereiro. Obrigada por participar!\n\nEquipe de Comunicação"),
          "Dependendo do resultado a gente amplia em março, mas aí eu falo contigo.", "Beijo,"], sig=S_BIANCA, att=[f("amostra_jornal.csv", csv([["nome", "email"]] + [[x.name, x.email] for x in p], sep=",", enc="utf-8"))],
         traps=["a possible second round later is not asked for now", "thanks inside the text"], why="Plain.",
         want=dict(channel=["email"], audience="specific", area="comunicacao", category="pesquisa", message_subject="Você ainda lê o jornal do Ipreville?", recipients=12, rejected=0, duplicates=0, dispatch=True, list_source="amostra_jornal.csv"))

    p = people("l015", 7)
    mail("l015", "request", "outlook", JAIR, "Crédito estornado pelo banco", "2027-02-16 16:31",
         ["Nádia, boa tarde.", "O banco devolveu sete créditos por conta encerrada. Favor avisar pelo WhatsApp os segurados da planilha, amanhã, às 9h (hoje não adianta, o banco ainda está processando):", T("O seu pagamento de fevereiro voltou porque a conta informada está encerrada. Traga à Gerência Financeira o comprovante da conta nova, até 19/02, para receber no dia 24/02."), "Já falei com o gerente do banco e ele prometeu que não se repete. Agradeço."], sig=S_JAIR, logo=True,
         att=[f("estornos fev.xlsx", plan(phones_of(p)))], traps=["'amanhã, às 9h' with the reason in brackets", "seven agrees"], why="Plain, scheduled.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", recipients=7, rejected=0, duplicates=0, send_at="2027-02-17T09:00", dispatch=True, accept={"category": ["recadastramento"]}, list_source="estornos fev.xlsx"))

    p = people("l016", 5)
    mail("l016", "request", "roundcube", EUGENIO, "Pauta da reunião de fevereiro", "2027-02-16 19:44",
         ["Prezada Nádia,", "Boa noite. Encaminho para envio por e-mail aos conselheiros da planilha, tal como fizemos em novembro (aliás, ficou ótimo, parabéns à equipe). Segue o texto:",
          T("Senhores conselheiros,\n\nA reunião de fevereiro será no dia 24, quarta-feira, às 14h, na sala dos Conselhos, com a seguinte pauta:\n\n- leitura da ata anterior;\n- balancete de janeiro;\n- assuntos gerais.\n\nEugênio Prade\nPresidente do Conselho Fiscal"),
          "Grato pela costumeira atenção."], sig=S_EUGENIO, att=[f("conselheiros.xlsx", plan(mails_of(p, ("Conselheiro", "Endereço eletrônico"))))],
         traps=["the text ends with the sender's own name and office", "'tal como fizemos em novembro' changes nothing"], why="Plain; the mail's own subject serves.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Pauta da reunião de fevereiro", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional", "evento", "orientacao"]}, list_source="conselheiros.xlsx"))

    mail("l017", "request", "outlook", MARISOL, "Mensagem pelos 80 anos do hospital", "2027-02-18 11:26",
         ["Olá, Nádia, bom dia!", "A pedido da Dra. Helga, gostaria de programar uma mensagem de WhatsApp para todos os segurados, segunda-feira, 22/02, às 8h. É uma cortesia ao Hospital Municipal, que faz aniversário nesse dia e onde tantos dos nossos trabalharam; ela fez questão de escrever de próprio punho:",
          T("Hoje o Hospital Municipal completa 80 anos. O Ipreville cumprimenta cada servidora e cada servidor, da ativa ou já aposentado, que dedicou a vida a cuidar da nossa gente.\n\nHelga Marcon Tiedt\nDiretora-Presidente", "curly"), "Ela pediu também que eu agradecesse a você pelo empenho no caso do telefone novo. Abraços,"], sig=S_MARISOL, disc=PAPEL,
         traps=["signature of the President belongs to the text", "'Hoje' fits the day of sending"], why="Plain, scheduled for Monday.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="institucional", send_at="2027-02-22T08:00", dispatch=True))

    p = people("l018", 8)
    rows = [["RELAÇÃO – CENSO 2026, PENDENTES DE FOTO"], [], ["Nº", "Nome", "Celular"]] + [[i + 1, x.name, v] for i, (x, v) in enumerate(zip(p, [p[0].phone(0), p[1].phone(1), p[2].landline(), p[3].phone8(), p[4].phone(4), p[5].phone(0), p[6].no_ddd(), p[7].phone(2)]))] + [[9, p[0].name, p[0].phone(1)]]
    mail("l018", "request", "owa", WAGNER, "Censo - faltou a foto", "2027-02-18 13:05",
         ["Boa tarde, Nádia! Aqui é o Wagner, novo estagiário da Previdência (entrei no lugar do Pedro, prazer!).", "A Marlise me pediu para ver com você o envio de um WhatsApp para quem fez o censo mas não mandou a foto do documento. A lista eu tirei do sistema, então pode ter algum telefone velho no meio, paciência.", "A mensagem que ela aprovou foi esta:", T("Ipreville: o seu censo está quase completo! Falta só a foto do documento de identidade. Envie pelo aplicativo, em \"Meu cadastro\", até 12 de março."), "Muito obrigado pela atenção e desculpe qualquer coisa, ainda estou aprendendo :)"], sig=S_WAGNER,
         att=[f("censo_sem_foto.xlsx", plan(rows))], traps=["title rows above the head", "a landline, one without the ninth digit, one without area code, one repeated", "apologies"], why="Plain; six numbers are usable, two are not, one comes twice.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="recadastramento", recipients=6, rejected=2, duplicates=1, dispatch=True, list_source="censo_sem_foto.xlsx"))

    p = people("l019", 7)
    fw = "Prezado(a) permissionário(a),\n\nO contrato da sua vaga na garagem do anexo vence em 31 de março de 2027.\n\nQuem quiser renovar deve assinar o novo termo até 15 de março, na Gerência Administrativa. As vagas não renovadas irão a sorteio."
    mail("l019", "request", "outlook", SOLANGE, "ENC: Garagem do anexo – termo de 2027", "2027-02-19 10:12",
         ["Nádia, bom dia.", "Por gentileza, encaminhe por e-mail aos permissionários da planilha o aviso que o Everton redigiu (abaixo). Já li e está ótimo assim.", "Obrigada!"], sig=S_SOLANGE, fwd=True,
         quoted=dict(name="Everton Piske", addr="administrativo@ipreville.example", at="2027-02-18 17:20", to="Solange Fiedler <solange.fiedler@ipreville.example>", subject="Garagem do anexo – termo de 2027", body=["Solange, boa tarde! Segue o aviso da garagem para a senhora ver:", fw, "Qualquer ajuste me fale.", "Everton Piske\nGestão de Pessoas e Capacitação"]),
         att=[f("permissionarios.xlsx", plan(mails_of(p)))], traps=["text in the forwarded mail between a colleague's words"], why="Plain forward.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="atendimento", message_subject="Garagem do anexo – termo de 2027", message_text=fw, recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "institucional", "recadastramento"]}, list_source="permissionarios.xlsx"))

    p = people("l020", 6)
    mail("l020", "request", "ios-outlook", LENITA, "Exames de imagem", "2027-02-22 20:36",
         ["Nádia, boa noite, desculpe o horário, só agora saí do plantão.", "Amanhã cedo, quando chegar, mande um WhatsApp aos pacientes da lista:", T("Para a perícia da próxima semana, traga os exames de imagem em CD ou impressos. Exames somente no celular não serão aceitos, pois não podem ser anexados ao processo."), "Isso vem atrapalhando muito o nosso trabalho. Grata, Lenita"],
         att=[f("lista semana.xlsx", plan(phones_of(p)))], traps=["'Amanhã cedo, quando chegar'", "a sigh after the text"], why="Plain; in the morning.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=6, rejected=0, duplicates=0, send_at="2027-02-23", dispatch=True, list_source="lista semana.xlsx"))

    p = people("l021", 6)
    mail("l021", "request", "outlook", MARLISE, "RES: Homologação de tempo rural", "2027-02-23 09:40",
         ["Bom dia, Nádia!", "Aproveito este e-mail antigo para não perder o histórico. Chegou uma nova leva de processos do INSS e preciso de outro envio de e-mail, agora para a planilha que vai anexada hoje. Assunto: Tempo rural – documentos originais", "Segue o texto novo:",
          T("Prezado(a) servidor(a),\n\nPara concluir a averbação do seu tempo rural, apresente os documentos originais no protocolo do Ipreville até 19 de março.\n\nCópias autenticadas em cartório também servem.\n\nGerência de Previdência"), "Muito obrigada, e um beijo para a sua mãe, soube que ela operou."], sig=S_MARLISE,
         quoted=dict(name="Nádia Pruner", addr="nadia.pruner@ipreville.example", at="2026-11-10 11:02", to="Marlise Kühnen <marlise.kuhnen@ipreville.example>", subject="RES: Homologação de tempo rural", body=["Marlise, enviado aos 12 da lista.", "Nádia Pruner\nAssessoria de Relacionamento"], quoted=dict(name="Marlise Kühnen", addr="marlise.kuhnen@ipreville.example", at="2026-11-10 09:15", to="Assessoria de Relacionamento <assessoria@ipreville.example>", subject="Homologação de tempo rural", body=["Nádia, favor enviar por WhatsApp aos 12 da lista:", "O seu tempo rural foi reconhecido pelo INSS. Aguarde a averbação."])),
         att=[f("tempo rural fev27.xlsx", plan(mails_of(p)))], traps=["new request on an old thread", "the old mail names the other channel, another number, another text"], why="Plain: everything is new and there.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Tempo rural – documentos originais", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="tempo rural fev27.xlsx"))

    p = people("l022", 8)
    mail("l022", "request", "outlook", "Financeiro - Ipreville <financeiro@ipreville.example>", "Tabela nova do plano funerário", "2027-02-24 10:50",
         ["Bom dia, equipe da Assessoria,", "Segue em PDF a tabela 2027 do plano funerário conveniado, para ser enviada por e-mail aos titulares (relação também em anexo). O convênio só foi assinado ontem, por isso a correira, mas não há prazo: pode ir quando ficar melhor para vocês.", "Assunto: Plano funerário – tabela 2027", "Mensagem:",
          T("Prezado(a) titular,\n\nSegue anexa a tabela de 2027 do plano funerário, com reajuste de 3,9% a partir da folha de março.\n\nQuem não concordar pode pedir o desligamento até o dia 10 de março, sem multa.\n\nTesouraria do Ipreville"), "Quando tiver saído, me deem só um alô. Valcir"], sig=S_VALCIR, logo=True,
         att=[f("Tabela funerário 2027.pdf", pdf(["Tabela 2027"])), f("titulares.xlsx", plan(mails_of(p, ("Titular", "E-mail"))))], traps=["'não há prazo'", "'pedir o desligamento' belongs to the text", "logo"], why="Plain; the PDF goes along.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Plano funerário – tabela 2027", recipients=8, rejected=0, duplicates=0, attachments_to_send=["Tabela funerário 2027.pdf"], dispatch=True, accept={"category": ["orientacao"]}, list_source="titulares.xlsx"))

    p = people("l023", 8)
    a = "Olá!\n\nO seu plano alimentar de 12 semanas começa na segunda-feira, 1º de março. A cada semana você receberá um cardápio e uma lista de compras.\n\nNo primeiro dia, anote:\n\n- peso e medida da cintura;\n- horário de cada refeição;\n- copos de água.\n\nAline Trapp\nNutricionista"
    b = "Oi! O seu plano alimentar começa na segunda, 1º de março. O primeiro cardápio está no seu e-mail. 🥗"
    rows = [["Participante", "Email", "WhatsApp"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]
    mail("l023", "request", "outlook", ALINE, "Plano alimentar: início", "2027-02-24 15:33",
         ["Oi, Nádia! Aqui é a Aline, da nutrição.", "O programa enche o coração da gente: lotou em dois dias! São dois textos, um para cada canal, e a lista é uma só.", "1) Para o e-mail, com o assunto \"Seu plano alimentar começa em 1º de março\":", T(a), "2) Para o WhatsApp:", T(b), "Desculpa mandar assim em cima da hora; a médica só devolveu ontem. Obrigada!!"], sig=S_ALINE,
         att=[f("participantes.xlsx", plan(rows))], traps=["two channels, two texts", "the first text is signed by the sender", "sender known by the domain of the area"], why="Plain, with one text for each channel.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="pericia-medica", category="evento", message_subject="Seu plano alimentar começa em 1º de março", message_text=a, message_text_by_channel={"email": a, "whatsapp": b}, recipients=8, rejected=0, duplicates=0, recipients_by_channel={"email": 8, "whatsapp": 8}, rejected_by_channel={"email": 0, "whatsapp": 0}, dispatch=True, accept={"category": ["orientacao", "atendimento"]}, list_source="participantes.xlsx"))

    p = people("l024", 5)
    mail("l024", "request", "owa", MIRELA, "Perícias de 03/03 (WhatsApp)", "2027-02-25 08:11",
         ["Bom dia!", "Seguem os pacientes de quarta-feira que vêm de fora, para envio de WhatsApp. Como são poucos, coloquei a lista aqui mesmo:", ("table", [["Paciente", "Cidade", "Celular"]] + [[x.name, c, x.phone(i)] for i, (x, c) in enumerate(zip(p, ["Araquari", "Garuva", "São Francisco do Sul", "Barra Velha", "Garuva"]))]),
          "Texto a enviar:", T("A sua perícia de quarta-feira, 03/03, está confirmada. O ônibus da Prefeitura sai do terminal central às 7h15 e para em frente ao Ipreville."), "Qualquer dúvida me chamem no ramal 0046. Obrigada e bom trabalho!"], sig=S_MIRELA,
         traps=["list in a table of the body", "an extra column"], why="Plain.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=5, rejected=0, duplicates=0, dispatch=True, list_source="body-table"))

    p = people("l025", 9)
    mail("l025", "request", "roundcube", "Previdência Ipreville <previdencia@ipreville.example>", "Oficina \"Entenda a sua aposentadoria\" - e-mail", "2027-02-26 09:05",
         ["Nádia querida, bom dia!", "Sextou, graças a Deus. Antes do fim de semana, um último pedido: mandar por e-mail aos inscritos da oficina (planilha anexa) o lembrete que está entre as linhas. O assunto pode ser \"Lembrete: oficina Entenda a sua aposentadoria\".",
          T("Prezado(a) inscrito(a),\n\nA oficina \"Entenda a sua aposentadoria\" acontece na quinta-feira, 4 de março, das 14h às 16h, no auditório.\n\nTraga o seu último contracheque. Vamos calcular juntos!\n\nEquipe da Previdência", "hr"),
          "A Marlise falou que na próxima edição quer transmitir pela internet, depois a gente conversa. Qualquer coisa estou por aqui até as 13h."], sig=S_JUSSARA, att=[f("inscritos oficina.xlsx", plan(mails_of(p)))],
         traps=["talk of a later edition", "text between rulers"], why="Plain.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="evento", message_subject="Lembrete: oficina Entenda a sua aposentadoria", recipients=9, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="inscritos oficina.xlsx"))


def catches():
    p = people("l026", 7)
    mail("l026", "request", "outlook", JUSSARA, "Comunicado aos servidores com licença-prêmio", "2027-01-12 10:44",
         ["Bom dia, Nádia!", "A procuradoria mudou o entendimento sobre a licença-prêmio e a Marlise pediu que os sete servidores da planilha fossem comunicados ainda esta semana, com o texto abaixo. Quando tiver enviado, me responde por e-mail, que eu junto no processo.",
          T("Informamos que a sua licença-prêmio não usufruída poderá ser convertida em tempo de contribuição. Procure o setor de benefícios até 26 de fevereiro para assinar o termo.", "indent"), "Obrigada e bom dia!"], sig=S_JUSSARA, disc=AVISO,
         att=[f("licença-prêmio.xlsx", plan([["Nome", "E-mail", "Celular"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]))],
         traps=["'me responde por e-mail' is how she wants her answer, not the channel", "the disclaimer names both channels", "the list would serve both"], why="The channel is not stated.",
         want=dict(channel=[], audience="specific", area="gerencia-previdencia", category="orientacao", missing=["channel"], dispatch=False, accept={"recipients": [None, 7], "rejected": [None, 0], "duplicates": [None, 0], "message_subject": [None, "Comunicado aos servidores com licença-prêmio", "servidores com licença-prêmio"], "category": ["andamento", "recadastramento"], "missing": [["channel"], ["channel", "message_subject"]]}, list_source="licença-prêmio.xlsx"))

    mail("l027", "request", "owa", EVERTON, "E-mail aos instrutores internos", "2027-01-14 09:18",
         ["Oi, Nádia, bom dia!", "Pode enviar por e-mail aos instrutores internos o aviso abaixo? A lista é grande e o anexo não passava, então deixei no nosso OneDrive: https://ipreville-my.example/:x:/g/everton/instrutores2027 (qualquer um da casa abre). Assunto: Cadastro de instrutores 2027",
          T("Prezado(a) instrutor(a),\n\nO cadastro de instrutores internos para 2027 está aberto até 12 de fevereiro. Mesmo quem já deu curso em 2026 precisa se inscrever de novo.\n\nEquipe de Capacitação"), "Tmj!"], sig=S_EVERTON,
         traps=["the list lies behind a link"], why="A list in a cloud folder did not come with the mail.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Cadastro de instrutores 2027", missing=["recipients"], dispatch=False, accept={"category": ["recadastramento", "orientacao", "institucional"]}))

    p = people("l028", 13)
    mail("l028", "request", "zimbra", CLEUSA, "Consignado do banco antigo", "2027-01-18 14:02",
         ["Nádia, boa tarde!", "Lembra daquele banco que foi vendido? Pois é, o contrato migrou e os mutuários têm de ser avisados. Favor enviar por e-mail aos da planilha, com o assunto \"Seu empréstimo mudou de banco\", o texto:",
          T("Prezado(a) segurado(a),\n\nO seu contrato de empréstimo consignado foi transferido para outro banco em 4 de janeiro. O valor da parcela e o prazo continuam os mesmos.\n\nDúvidas sobre o contrato devem ser tratadas com o novo banco."),
          "O Jair fez questão de conferir um por um: são 21 ao todo, nenhum a mais, nenhum a menos, senão dá problema com o sigilo bancário.", "Obrigada, minha amiga!"], sig=S_CLEUSA, att=[f("mutuários.xlsx", plan(mails_of(p, ("Mutuário", "E-mail"))))],
         traps=["21 stressed in a remark after the text, 13 in the list"], why="Words and list disagree where it matters: ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Seu empréstimo mudou de banco", recipients=13, rejected=0, duplicates=0, missing=["recipients_confirm"], dispatch=False, accept={"recipients": [None, 13]}, list_source="mutuários.xlsx"))

    p = people("l029", 5)
    tx = "A sua perícia de readaptação está marcada para o dia XX/02, às XXh, na sede do Ipreville. Traga o relatório da chefia."
    mail("l029", "request", "owa", MIRELA, "WhatsApp readaptação", "2027-01-20 10:27",
         ["Bom dia, Nádia!", "Segue a lista dos cinco servidores da readaptação para envio de WhatsApp. O texto é o de sempre:", T(tx), "Obrigada e boa semana!"], sig=S_MIRELA, att=[f("readaptacao.xlsx", plan(phones_of(p)))],
         traps=["blanks 'XX/02, às XXh' left in the text; the list has neither day nor hour"], why="The text is not finished: nobody may send XX to people.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", message_text=tx, recipients=5, rejected=0, duplicates=0, missing=["message_text"], dispatch=False, accept={"missing": [["content_data"], ["content_data", "message_text"]], "message_text": [None]}, list_source="readaptacao.xlsx"))

    mail("l030", "request", "outlook", CAIO, "Calendário de parede 2027 - whats geral", "2027-01-21 15:55",
         ["E aí, Nádia!", "O calendário de parede ficou pronto, finalmente! A foto da capa é do seu Lauro, aquele aposentado que fotografa passarinho. Manda no WhatsApp de todos os segurados com a imagem da capa que segue em anexo:",
          T("O calendário de parede 2027 do Ipreville chegou! 📅 Retire o seu na recepção, um por pessoa, enquanto durar o estoque."), "Valeu, abração!"], sig=S_CAIO, logo=True,
         traps=["only the logo of the signature came"], why="The picture is missing.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="institucional", missing=["media"], dispatch=False, accept={"category": ["atendimento", "evento", "orientacao"]}))

    p = people("l031", 6)
    mail("l031", "request", "owa", "Ingrid Wolter <ingrid.wolter@ipreville.example>", "Aviso aos usuários do portal - e-mail", "2027-01-22 11:30",
         ["Bom dia, pessoal da Assessoria!", "Sou a Ingrid, da TI (estou cobrindo as férias do Rafael). Precisamos avisar por e-mail os seis segurados da planilha, que ficaram com o cadastro travado. Assunto: Seu acesso ao portal foi restabelecido",
          T("Olá!\n\nO seu acesso ao Portal do Segurado foi restabelecido. No próximo acesso, o sistema pedirá que você crie uma senha nova.\n\nEquipe de Tecnologia do Ipreville"), "O diretor já está sabendo. Obrigada!"], sig=["Ingrid Wolter", "Tecnologia da Informação"], att=[f("travados.xlsx", plan(mails_of(p)))],
         traps=["internal and authenticated, of a sector that is no area"], why="All is there except the area.",
         want=dict(channel=["email"], audience="specific", area=None, category="atendimento", message_subject="Seu acesso ao portal foi restabelecido", recipients=6, rejected=0, duplicates=0, missing=["area"], dispatch=False, accept={"category": ["orientacao", "recadastramento", "andamento"]}, list_source="travados.xlsx"))

    p = people("l032", 7)
    mail("l032", "request", "outlook", TAINA, "Caminhada orientada - zap", "2027-02-15 13:12",
         ["Nádiaaa!", "Deu certo a parceria com a Secretaria de Esportes! 🎉 Agenda pra quinta-feira, 24/02, de manhãzinha (umas 7h), o zap pro povo da planilha:", T("Bom dia! Hoje tem caminhada orientada às 17h, saindo do Parque da Cidade. Use tênis e leve água. 🚶"), "Conto com você, beijos"], sig=S_TAINA, att=[f("caminhantes.xlsx", plan(phones_of(p)))],
         traps=["24/02/2027 is a Wednesday", "the text says 'hoje'"], why="Weekday and date disagree: ask.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="evento", recipients=7, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, accept={"category": ["orientacao", "institucional"]}, list_source="caminhantes.xlsx"))

    p = people("l033", 10)
    mail("l033", "request", "outlook", ZILDA, "Alteração do regimento – ciência aos suplentes", "2027-02-17 16:40",
         ["Prezada Nádia,", "Encaminho, desde já, a comunicação a ser expedida por e-mail aos suplentes da relação anexa, sob o título \"Regimento Interno – alteração aprovada\":", T("Senhor(a) suplente,\n\nO Conselho Administrativo aprovou a alteração do art. 14 do Regimento Interno, que trata da convocação dos suplentes.\n\nA nova redação está publicada no Portal da Transparência.", "quote"),
          "Cumpre lembrar, contudo, que a matéria ainda será apreciada na sessão extraordinária; a expedição fica, portanto, na dependência do resultado, que comunicarei oportunamente.", "Atenciosamente,"], sig=S_ZILDA, att=[f("suplentes.xlsx", plan(mails_of(p)))],
         traps=["complete, but the last sentence makes it wait for a vote", "the text says 'aprovou'"], why="Nothing may go before she tells the result.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="institucional", message_subject="Regimento Interno – alteração aprovada", recipients=10, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, accept={"missing": [["send_at"], []], "category": ["eleicao", "orientacao", "prestacao-de-contas"]}, list_source="suplentes.xlsx"))

    p = people("l034", 9)
    tx = "Senhores responsáveis,\n\nO levantamento de contratos vigentes deve ser entregue ao Controle Interno até 19 de março de 2027, no modelo já conhecido.\n\nA falta de resposta será registrada no relatório anual."
    lst = plan(mails_of(p, ("Responsável", "E-mail")))
    mail("l034", "request", "thunderbird", NELSON, "Levantamento de contratos", "2027-02-22 09:20",
         ["Bom dia, Nádia.", "Peço o envio do e-mail a seguir aos responsáveis da planilha. Assunto: Levantamento de contratos vigentes", T(tx), "O modelo eles já têm do ano passado. Obrigado."], sig=S_NELSON, att=[f("responsaveis contratos.xlsx", lst)], traps=["the first of two"], why="Plain; the first copy counts.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Levantamento de contratos vigentes", recipients=9, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="responsaveis contratos.xlsx"))
    mail("l035", "request", "owa", NELSON, "Levantamento de contratos (reenvio)", "2027-02-22 14:58",
         ["Nádia, boa tarde.", "Não tive retorno da mensagem que mandei hoje de manhã e o Thunderbird anda perdendo e-mails na caixa de saída. Por via das dúvidas, segue outra vez, por e-mail aos responsáveis da planilha. Assunto: Levantamento de contratos vigentes", T(tx), "Obrigado pela paciência."], sig=S_NELSON, att=[f("responsaveis contratos.xlsx", lst)],
         traps=["the same request once more, with a story around it"], why="l034 has come: the nine must not get it twice.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Levantamento de contratos vigentes", recipients=9, rejected=0, duplicates=0, duplicate_of="l034", dispatch=False, accept={"class": ["reply-to-request"], "category": ["orientacao"]}, list_source="responsaveis contratos.xlsx"))

    mail("l036", "request", "outlook", MARISOL, "Carta da Presidente – e-mail", "2027-02-23 17:05",
         ["Boa tarde, Nádia, tudo bem?", "A Dra. Helga gostaria que a carta abaixo chegasse por e-mail a todos os segurados, sem exceção, até o fim da semana. Assunto: Carta da Presidente aos segurados",
          T("Prezados segurados,\n\nEncerramos o primeiro mês da nova diretoria com o equilíbrio das contas preservado e a fila da perícia reduzida pela metade.\n\nContinuaremos a prestar contas a cada trimestre.\n\nHelga Marcon Tiedt\nDiretora-Presidente"), "Ela ficou muito contente com a repercussão da mensagem do hospital. Um abraço!"], sig=S_MARISOL,
         traps=["everybody by e-mail: there is no such list", "'até o fim da semana' is a deadline"], why="No general e-mail list is configured.",
         want=dict(channel=["email"], audience="general", area="gabinete", category="institucional", message_subject="Carta da Presidente aos segurados", missing=["recipients"], dispatch=False, accept={"category": ["prestacao-de-contas"]}))

    p = people("l037", 8)
    mail("l037", "request", "android-outlook", "Financeiro - Ipreville <financeiro@ipreville.example>", "Contratos quitados pelo seguro", "2027-02-25 11:20",
         ["Bom dia.", "Enviar por WhatsApp aos segurados da planilha:", T("O seguro do seu empréstimo consignado foi acionado e o contrato está quitado. O desconto deixa de vir na folha de março."), f"Ah, só não mande para {p[4].name}, que o banco ainda está analisando o caso. Não tive tempo de tirar da planilha.", "Obrigado,"], sig=S_VALCIR,
         att=[f("quitados.xlsx", plan(phones_of(p)))], traps=["one person of the list is excepted in an aside"], why="Eight rows less one. Who cannot leave the one out asks; sending to all eight is the error.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"rejected": [0, 1], "dispatch": [True, False], "missing": [[], ["recipients_confirm"]], "category": ["andamento"]}, list_source="quitados.xlsx"))

    p = people("l038", 6)
    mail("l038", "request", "owa", OTAVIO, "Protocolos de revisão – e-mail", "2027-02-26 10:18",
         ["Nádia, bom dia!", "Depois daquele mutirão, cada um ficou com um número de protocolo. Favor mandar por e-mail aos da planilha, colocando o número de cada um. Assunto: Protocolo do seu pedido de revisão", T("Prezado(a) {NOME},\n\nO seu pedido de revisão foi registrado com o protocolo {PROTOCOLO}. Guarde este número para acompanhar o andamento no portal."), "Valeu demais!"], sig=S_OTAVIO, att=[f("revisoes.xlsx", plan(mails_of(p, ("NOME", "E-MAIL"))))],
         traps=["the list has no column for the number"], why="The per-person number is missing.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Protocolo do seu pedido de revisão", recipients=6, rejected=0, duplicates=0, per_person=True, placeholders=["NOME", "PROTOCOLO"], missing=["content_data"], dispatch=False, list_source="revisoes.xlsx"))

    p = people("l039", 7)
    draft = "A reunião com os novos aposentados será na terça-feira, 9 de março, às 9h, no auditório. Haverá café com cuca."
    mail("l039", "request", "outlook", MARLISE, "Reunião com os novos aposentados (whatsapp)", "2027-03-01 08:40",
         ["Nádia, bom dia e boa semana!", "Vamos receber os aposentados de fevereiro com um cafezinho. Peço que avise os sete da planilha pelo WhatsApp:", T(draft, "box"), "Muito obrigada, como sempre.", "P.S.: a Helga acabou de me ligar, ela só pode às 10h. Então onde está 9h leia 10h, por favor."], sig=S_MARLISE, att=[f("aposentados fevereiro.xlsx", plan(phones_of(p)))],
         traps=["a postscript corrects the hour", "text not contiguous"], why="A careful person changes the hour, or asks; as it stands the text is wrong.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="evento", message_text=draft.replace("às 9h", "às 10h"), recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"message_text": [None], "missing": [[], ["message_text"]], "dispatch": [True, False], "category": ["institucional", "orientacao"]}, list_source="aposentados fevereiro.xlsx"))

    p = people("l040", 8)
    mail("l040", "request", "ios-outlook", SOLANGE, "Chaves dos armários – e-mail", "2027-03-01 13:50",
         ["Nádia, boa tarde!", "Favor enviar por e-mail aos usuários da planilha, com o assunto \"Devolução das chaves dos armários\":", T("Prezado(a) servidor(a),\n\nO vestiário entra em reforma em 22 de março. Devolva a chave do seu armário na portaria até o dia 19."), "Só me fica uma dúvida: não sei se anexei a relação certa, porque tinha duas com nome parecido e uma é a do clube. Se for a do clube, não serve.", "Abraço!"], sig=S_SOLANGE,
         att=[f("relacao usuarios.xlsx", plan(mails_of(p)))], traps=["she doubts herself that the list is the right one; the file does not tell"], why="Only she can say which list it is.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="atendimento", message_subject="Devolução das chaves dos armários", recipients=8, rejected=0, duplicates=0, missing=["recipients_confirm"], dispatch=False, accept={"recipients": [None, 8], "rejected": [None, 0], "duplicates": [None, 0], "missing": [["recipients_confirm"], ["recipients"]], "category": ["orientacao", "institucional"]}, list_source="relacao usuarios.xlsx"))


def answers():
    p = people("l041", 13)
    mail("l041", "reply-to-request", "owa", SOLANGE, "RES: [AR-2027-0014] Falta a lista de destinatários", "2027-01-11 11:32", ["Ai, que cabeça a minha, mil desculpas!", "Está aí a planilha. Tem um rapaz sem e-mail, esse eu pego no corredor. Beijo e obrigada pela paciência."], sig=S_SOLANGE, reply_to="ack0014",
         quoted=ask("AR-2027-0014", "Falta a lista de destinatários", "2027-01-11 09:00", SOLANGE, "Prezada Solange,\n\nPara o envio AR-2027-0014 ainda precisamos da lista de destinatários. Basta anexá-la na resposta."), att=[f("crachas.xlsx", plan(mails_of(p[:12]) + [[p[12].name, ""]]))],
         traps=["one row without an address, announced"], why="The list that was asked for.", want=dict(area="gerencia-administrativa", recipients=12, rejected=1, duplicates=0, relates_to="AR-2027-0014", effect="completes", dispatch=True))
    mail("l042", "reply-to-request", "outlook", MIRELA, "RES: [AR-2027-0015] Qual é o texto?", "2027-01-11 13:20", ["Oi, boa tarde! Verdade, passou batido, eu colei no e-mail errado. O texto é:", T("Seja bem-vindo(a) de volta! Antes de reassumir, passe na Perícia Médica para o exame de retorno, de segunda a sexta, das 7h às 12h."), "Obrigada por avisar!"], sig=S_MIRELA, reply_to="ack0015",
         quoted=ask("AR-2027-0015", "Qual é o texto?", "2027-01-11 10:30", "Perícia Médica - Ipreville <pericia@ipreville.example>", "O pedido AR-2027-0015 chegou sem o texto da mensagem. Qual é?"), traps=["the text with courtesies around it"], why="The text that was asked for.",
         want=dict(area="pericia-medica", relates_to="AR-2027-0015", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("l043", "reply-to-request", "roundcube", EUGENIO, "Re: [AR-2027-0016] E-mail ou WhatsApp?", "2027-01-12 20:15", ["Prezados, por e-mail, que é mais solene. Grato."], sig=S_EUGENIO, reply_to="ack0016", quoted=ask("AR-2027-0016", "E-mail ou WhatsApp?", "2027-01-12 16:00", "Conselho Fiscal <conselhofiscal@ipreville.example>", "O envio AR-2027-0016 deve ser feito por e-mail ou por WhatsApp?"),
         traps=["both channels in the quoted question"], why="By e-mail.", want=dict(channel=["email"], area="conselho-fiscal", relates_to="AR-2027-0016", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("l044", "reply-to-request", "outlook", MARLISE, "RES: [AR-2027-0020] Solicitação recebida", "2027-01-11 15:04", ["Nádia, só um detalhe antes que saia: a Jussara reparou que o atestado vale seis meses, e não um ano como escrevi. Troca para mim? O resto está perfeito, obrigada!"], sig=S_MARLISE, reply_to="ack0020", quoted=ack("AR-2027-0020", "Solicitação recebida", "2027-01-11 15:00", MARLISE),
         traps=["'está perfeito' is no approval"], why="The text must be changed first.", want=dict(area="gerencia-previdencia", relates_to="AR-2027-0020", effect="corrects", dispatch=False))
    p = people("l018", 8)
    mail("l045", "reply-to-request", "owa", WAGNER, "RES: Censo - faltou a foto", "2027-02-18 13:21", [f"Desculpa incomodar de novo! O {p[4].name} acabou de trazer a foto aqui no balcão, então pode tirar ele da lista? O resto continua igual. Obrigado!!"], sig=S_WAGNER, reply_to="l018",
         quoted=dict(name="Previdência Ipreville", addr="previdencia@ipreville.example", at="2027-02-18 13:05", to=ASSESSORIA, subject="Censo - faltou a foto", body=["Boa tarde, Nádia! Aqui é o Wagner, novo estagiário da Previdência (entrei no lugar do Pedro, prazer!)."]),
         traps=["one person less, a quarter of an hour later"], why="Removal of one recipient of l018.", want=dict(area="gerencia-previdencia", relates_to="l018", effect="corrects", dispatch=False))
    mail("l046", "reply-to-request", "gmail", "Greice Patrício <greice.patricio@callcenter.example>", "Re: [AR-2027-0024] Pacote para envio por WhatsApp", "2027-01-08 14:12", ["Oi, Nádia, boa tarde!", "Antes de disparar: dos 118 contatos, 9 vieram com o mesmo número. É isso mesmo (família) ou foi erro de planilha? Estamos segurando até você confirmar."], sig=S_GREICE, auth="ext", reply_to="cc0024",
         quoted=dict(AUTO, at="2027-01-08 13:30", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2027-0024] Pacote para envio por WhatsApp", body=["Segue o pacote com 118 contatos. Ao final, enviar o relatório."]), traps=["numbers, but nothing was sent: no report"], why="A question that a person answers.", want=dict(relates_to="AR-2027-0024", effect="question", dispatch=False))
    mail("l047", "reply-to-request", "samsung", OTAVIO, "whats da declaração de vínculo", "2027-01-06 08:02", ["bom dia Nádia, aquele whats da declaração de vínculo (os 64) já foi? tem gente aqui no balcão dizendo que nao recebeu nada"],
         traps=["new thread without protocol; words and number point to it"], why="How does AR-2027-0011 stand?", want=dict(area="gerencia-previdencia", relates_to="AR-2027-0011", effect="status-question", dispatch=False, accept={"effect": ["question"]}))
    mail("l048", "reply-to-request", "outlook", KELI, "RES: [AR-2027-0012] Balanço final do envio", "2027-01-08 17:11", ["Equipe, que maravilha de retorno! Mais de 1.600 entregues no primeiro dia. Encaminhei os parabéns ao Jair e à Helga. Bom fim de semana a todos e obrigada pelo capricho de sempre!"], sig=S_KELI, logo=True, reply_to="ack0012",
         quoted=ask("AR-2027-0012", "Balanço final do envio", "2027-01-08 14:30", KELI, "Dos 1.630 destinatários, 1.604 receberam a mensagem e 26 endereços falharam."), traps=["'entregues' and 'encaminhei' in a thanks"], why="Courtesy only.", want=dict(area="gerencia-financeira", relates_to="AR-2027-0012", effect="thanks", dispatch=False))
    mail("l049", "reply-to-request", "iphone", HELGA, "Re: [AR-2027-0018] Para aprovação: Consulta sobre o plano de custeio", "2027-01-13 22:10", ["Pode ir, só que antes coloquem o link da minuta, senão ninguém consegue opinar sobre nada. Boa noite"], reply_to="ok0018",
         quoted=ask("AR-2027-0018", "Para aprovação: Consulta sobre o plano de custeio", "2027-01-13 16:40", HELGA, "Segue a prévia do envio AR-2027-0018 (388 destinatários, e-mail). Responda APROVO para liberar ou NÃO APROVO para devolver à área."), traps=["'Pode ir, só que antes ...'"], why="Consent with a change to be made first.",
         want=dict(area="gabinete", relates_to="AR-2027-0018", effect="corrects", dispatch=False, accept={"class": ["approval"]}))
    mail("l050", "reply-to-request", "outlook", HELGA, "RES: [AR-2027-0019] Para aprovação: Comprovação de adiantamentos", "2027-01-14 08:35", ["Nádia, bom dia. Este eu prefiro que não siga: já há uma portaria sobre o mesmo assunto e vai confundir as pessoas. Avise o Nelson, por favor, e agradeça a ele pelo zelo."], sig=S_HELGA, reply_to="ok0019",
         quoted=ask("AR-2027-0019", "Para aprovação: Comprovação de adiantamentos", "2027-01-13 17:00", HELGA, "Segue a prévia do envio AR-2027-0019 (36 destinatários, e-mail). Responda APROVO para liberar ou NÃO APROVO para devolver à área."), traps=["a courteous no without the proposed words"], why="Refused.",
         want=dict(area="gabinete", relates_to="AR-2027-0019", effect="rejects", dispatch=False, accept={"class": ["cancellation"]}))
    mail("l051", "reply-to-request", "outlook", CLEUSA, "RES: Consignado do banco antigo", "2027-01-18 15:26", ["Nádia, você tem toda razão, que bom que perguntou! São 13 mesmo; os outros 8 são ativos e o RH da Prefeitura já avisou. Pode mandar do jeito que está."], sig=S_CLEUSA, reply_to="l028",
         quoted=dict(name="Nádia Pruner", addr="nadia.pruner@ipreville.example", at="2027-01-18 14:40", to="Cleusa Bittelbrunn <financeiro@ipreville.example>", subject="RES: Consignado do banco antigo", body=["Cleusa, a planilha tem 13 nomes e você fala em 21. Qual dos dois está certo?"]),
         traps=["confirms the list that was in doubt"], why="The list of l028 holds.", want=dict(area="gerencia-financeira", relates_to="l028", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    # ---------------------------------------------------------------- consent
    mail("l052", "approval", "outlook", HELGA, "RES: [AR-2027-0023] Para aprovação: Cessão do auditório às associações", "2027-01-14 08:41", ["Nádia, está muito bem redigido, cumprimentos ao Everton. Aprovo o envio."], sig=S_HELGA, reply_to="ok0023",
         quoted=ask("AR-2027-0023", "Para aprovação: Cessão do auditório às associações", "2027-01-13 17:20", HELGA, "Segue a prévia do envio AR-2027-0023 (19 destinatários, e-mail). Responda APROVO para liberar ou NÃO APROVO para devolver à área."), traps=["praise before the consent"], why="The approver consents.", want=dict(area="gabinete", relates_to="AR-2027-0023", dispatch=True))
    mail("l053", "approval", "owa", ZILDA, "RES: [AR-2027-0018] Para aprovação: Consulta sobre o plano de custeio", "2027-01-14 09:30", ["Prezada Nádia, de nossa parte está aprovado, podem expedir. Atenciosamente,"], sig=S_ZILDA, reply_to="ok0018",
         quoted=ask("AR-2027-0018", "Para aprovação: Consulta sobre o plano de custeio", "2027-01-13 16:40", HELGA, "Segue a prévia do envio AR-2027-0018 (388 destinatários, e-mail). Responda APROVO para liberar ou NÃO APROVO para devolver à área."), traps=["the requesting area approves its own request; it is no approver"], why="Only helga.tiedt@ releases.",
         want=dict(area="conselho-administrativo", relates_to="AR-2027-0018", dispatch=False, accept={"class": ["reply-to-request"], "effect": ["question", "completes", "corrects"]}))
    mail("l054", "approval", "iphone", HELGA, "Re: [AR-2027-0017] Para aprovação: Posse da nova diretoria", "2027-01-14 12:07", ["Ok, autorizado. Mandem na segunda, dia 18, às 9h, por gentileza."], reply_to="ok0017",
         quoted=ask("AR-2027-0017", "Para aprovação: Posse da nova diretoria", "2027-01-14 10:00", HELGA, "Segue a prévia do envio AR-2027-0017 (todos os segurados, WhatsApp). Responda APROVO para liberar ou NÃO APROVO para devolver à área."), traps=["consent with day and hour"], why="Approved for Monday, 18 January, at nine.", want=dict(area="gabinete", relates_to="AR-2027-0017", send_at="2027-01-18T09:00", dispatch=True))
    # ---------------------------------------------------------------- cancellations
    mail("l055", "cancellation", "outlook", SOLANGE, "RES: ENC: Garagem do anexo – termo de 2027", "2027-02-19 10:19", ["Nádia, socorro, a Helga acabou de suspender a renovação das vagas! Não manda mais o e-mail da garagem, pelo amor de Deus. Depois te explico com um café."], sig=S_SOLANGE, reply_to="l019",
         quoted=dict(name="Solange Fiedler", addr="solange.fiedler@ipreville.example", at="2027-02-19 10:12", to=ASSESSORIA, subject="ENC: Garagem do anexo – termo de 2027", body=["Nádia, bom dia.", "Por gentileza, encaminhe por e-mail aos permissionários da planilha o aviso que o Everton redigiu (abaixo)."]),
         traps=["cancelled in a cry, seven minutes later"], why="l019 shall not go.", want=dict(area="gerencia-administrativa", relates_to="l019", dispatch=False))
    mail("l056", "cancellation", "samsung", CESAR, "dr otto", "2027-02-03 07:51", ["Nádia boas notícias, o dr. Otto resolveu vir de muleta mesmo. Então ninguém precisa ser remarcado, esquece aqueles quatro whats que te pedi agora cedo. Valeu"], traps=["no word of cancelling, new thread", "'quatro' and 'agora cedo' point to l011"], why="l011 has no reason any more.", want=dict(area="pericia-medica", relates_to="l011", dispatch=False))
    mail("l057", "cancellation", "owa", FABIO, "RES: [AR-2027-0021] Solicitação recebida", "2027-01-07 11:48", ["Prezada Nádia,", "Lamento informar que a psicóloga do grupo pediu exoneração hoje, e o grupo de tabagismo não abrirá. Peço, por favor, que o WhatsApp aos 29 inscritos não seja enviado. Se já tiver ido para a central, ainda dá tempo de segurar?"], sig=S_FABIO, reply_to="ack0021", quoted=ack("AR-2027-0021", "Solicitação recebida", "2027-01-07 11:05", FABIO),
         traps=["the package has left; ends with a question"], why="The whole request shall stop.", want=dict(area="pericia-medica", relates_to="AR-2027-0021", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-replied")]
    r = people("l058", 1)[0]
    mail("l058", "delivery-receipt", "receipt", MSX, "Não é possível entregar: Calendário de pagamentos de 2027", "2027-01-05 14:24", [], to=[PRESID], headers=auto + [("In-Reply-To", "<ar-2027-0012.mail1@ipreville.example>")], envelope="",
         raw_root=dsn("l058", f"Falha na entrega a estes destinatários ou grupos:\n\n{r.email}\nA caixa de correio do destinatário está cheia e não pode aceitar mensagens agora.\n", [(r.email, "failed", "5.2.2", "552 5.2.2 Mailbox full")], "2027-01-05 14:21", "ar-2027-0012.mail1@ipreville.example", html="<p>Falha na entrega</p>", subject="Calendário de pagamentos de 2027"),
         traps=["'agora', yet a final failure"], why="Failed.", want=dict(relates_to="AR-2027-0012", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("l059", 3)
    mail("l059", "delivery-receipt", "receipt", MSX, "Retransmitido: Novo endereço do arquivo geral", "2027-01-07 15:47", [], to=[PRESID], headers=auto + [("In-Reply-To", "<ar-2027-0022.mail1@ipreville.example>")], envelope="",
         raw_root=dsn("l059", "A entrega a estes destinatários ou grupos foi concluída, mas o servidor de destino não enviou uma notificação de entrega:\n\n" + "\n".join(x.email for x in r) + "\n\nAssunto: Novo endereço do arquivo geral\n", [(x.email, "relayed", "2.6.0", None) for x in r], "2027-01-07 15:46", "ar-2027-0022.mail1@ipreville.example", html="<p>A entrega foi concluída</p>", subject="Novo endereço do arquivo geral"),
         traps=["three recipients in one notice"], why="Relayed.", want=dict(relates_to="AR-2027-0022", receipt={"action": "relayed", "recipients": [x.email for x in r]}))
    r = people("l060", 1)[0]
    mail("l060", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Não lida: Calendário de pagamentos de 2027", "2027-01-09 07:40", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", "<ar-2027-0012.mail1@ipreville.example>")],
         raw_root=mdn("l060", f"Sua mensagem\n\n   Para: {r.name}\n   Assunto: Calendário de pagamentos de 2027\n   Enviada: terça-feira, 5 de janeiro de 2027 14:20:00\n\nfoi excluída sem ser lida em sábado, 9 de janeiro de 2027 07:39:51.\n", r.email, "ar-2027-0012.mail1@ipreville.example", "automatic-action/MDN-sent-automatically; deleted"), traps=["deleted without being read"], why="Deleted unread.", want=dict(relates_to="AR-2027-0012", receipt={"action": "deleted-unread", "recipients": [r.email]}))
    r = people("l061", 1)[0]
    mail("l061", "delivery-receipt", "webmail", "Mail Delivery System <mailer-daemon@mx2.caixapostal.example>", "Undelivered Mail Returned to Sender", "2027-01-07 15:52", ["This is the mail system at host mx2.caixapostal.example.", "I'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.", f"<{r.email}>: host lmtp.caixapostal.example said: 550 5.1.1\n    User unknown in virtual mailbox table (in reply to RCPT TO command)", "--- Below this line is a copy of the message headers.\nMessage-ID: <ar-2027-0022.mail1@ipreville.example>\nFrom: presidente@ipreville.example\nSubject: =?UTF-8?Q?Novo_endere=C3=A7o_do_arquivo_geral?="], to=["presidente@ipreville.example"], auth="none", envelope="",
         traps=["plain text without structure", "linked only by the returned head"], why="Failed.", want=dict(relates_to="AR-2027-0022", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("l062", 1)[0]
    mail("l062", "delivery-receipt", "receipt", "Mail Delivery Subsystem <mailer-daemon@webmail.example>", "Delivery Status Notification (Delay)", "2027-01-06 14:22", [], to=[PRESID], auth="none", envelope="", headers=auto,
         raw_root=dsn("l062", f"Message not delivered yet to {r.email}. We will keep trying for 46 more hours.\n\nThe response was:\n\n451 4.3.0 Temporary system problem. Try again later\n", [(r.email, "delayed", "4.3.0", "451 4.3.0 Temporary system problem")], "2027-01-05 14:21", "ar-2027-0012.mail1@ipreville.example", mta="webmail.example", subject="Calendário de pagamentos de 2027"),
         traps=["'not delivered yet' is no failure"], why="Delayed.", want=dict(relates_to="AR-2027-0012", receipt={"action": "delayed", "recipients": [r.email]}))
    # ---------------------------------------------------------------- the call center
    q = dict(AUTO, at="2027-01-06 10:00", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2027-0013] Pacote para envio por WhatsApp", body=["Segue o pacote com 4.958 contatos. Ao final, enviar o relatório."])
    mail("l063", "call-center-report", "roundcube", "Thiago Salvador <envios@callcenter.example>", "Re: [AR-2027-0013] Pacote para envio por WhatsApp", "2027-01-06 18:20", ["Boa noite, Nádia, feliz 2027!", "Hoje conseguimos disparar 2.000 do total de 4.958: 1.871 entregues, 640 lidas e 129 com falha. Amanhã cedo a gente continua. Qualquer dúvida, à disposição."], sig=S_ELO, auth="ext", reply_to="cc0013", quoted=q,
         traps=["figures in a chatty sentence; partial"], why="Partial.", want=dict(relates_to="AR-2027-0013", report={"complete": False, "sent": 2000, "delivered": 1871, "read": 640, "failed": 129}))
    mail("l064", "call-center-report", "roundcube", "Priscila Nack <priscila.nack@callcenter.example>", "Re: [AR-2027-0013] Pacote para envio por WhatsApp", "2027-01-08 11:05", ["Oi Nádia, tudo bem?", "Terminou! Relatório final da campanha do telefone:", ("table", [["Indicador", "Qtde"], ["Contatos enviados", "4.958"], ["Entregues", "4.655"], ["Lidas", "3.212"], ["Não entregues", "303"]]), "Foi um dos melhores resultados do mês, parabéns pelo texto!"], sig=S_PRI, auth="ext", reply_to="cc0013", quoted=q,
         traps=["final report after the partial one", "'Não entregues' is what failed"], why="Complete.", want=dict(relates_to="AR-2027-0013", report={"complete": True, "sent": 4958, "delivered": 4655, "read": 3212, "failed": 303}))
    p = people("l065", 64)
    st = ["Lido"] * 37 + ["Entregue"] * 21 + ["Falha - sem WhatsApp"] * 6
    mail("l065", "call-center-report", "outlook", "Greice Patrício <greice.patricio@callcenter.example>", "Retorno do disparo \"declaração de vínculo\"", "2027-01-06 16:40", ["Nádia, boa tarde!", "Segue em anexo o retorno completo, contato por contato. Desculpe a demora, a colega que fazia isso saiu de férias e eu ainda estou pegando o jeito."], sig=S_GREICE, auth="ext",
         att=[f("retorno_vinculo.xlsx", plan([["Telefone", "Status", "Data/hora"]] + [["55" + x.ddd + x.local, s, "05/01/2027 10:%02d" % (i % 60)] for i, (x, s) in enumerate(zip(p, st))], "Retorno"))], traps=["no protocol, new thread", "figures only by counting the rows"], why="AR-2027-0011: 64 contacts, 'declaração de vínculo'.",
         want=dict(relates_to="AR-2027-0011", report={"complete": True, "sent": 64, "delivered": 58, "read": 37, "failed": 6}))
    mail("l066", "call-center-report", "gmail", "Greice Patrício <greice.patricio@callcenter.example>", "Re: [AR-2027-0024] Pacote para envio por WhatsApp", "2027-01-11 09:15", ["Bom dia, Nádia!", "Obrigada pela confirmação de sexta. Disparo finalizado: 118 enviadas, 112 entregues, 6 falhas. A plataforma não trouxe as leituras desta vez."], sig=S_GREICE, auth="ext", reply_to="cc0024",
         quoted=dict(AUTO, at="2027-01-08 13:30", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2027-0024] Pacote para envio por WhatsApp", body=["Segue o pacote com 118 contatos. Ao final, enviar o relatório."]), traps=["reads are not known"], why="Complete.", want=dict(relates_to="AR-2027-0024", report={"complete": True, "sent": 118, "delivered": 112, "read": None, "failed": 6}))
    mail("l067", "call-center-report", "webmail", "Elo Disparos <noreply@disparos.callcenter.example>", "Campanha encerrada: AR-2027-0021", "2027-01-08 07:00", ["Campanha: AR-2027-0021\nInício: 07/01/2027 11:32\nTérmino: 07/01/2027 11:41\nBase: 29\nEnviadas: 29\nEntregues: 27\nLidas: 25\nErro: 2", "E-mail automático. Não responda."], auth="ext", headers=[("Auto-Submitted", "auto-generated")],
         traps=["automatic, yet a report", "the sending was cancelled too late"], why="Complete.", want=dict(relates_to="AR-2027-0021", report={"complete": True, "sent": 29, "delivered": 27, "read": 25, "failed": 2}))
    # ---------------------------------------------------------------- machines
    mail("l068", "auto-reply", "outlook", SOLANGE, "Resposta automática: [AR-2027-0014] Falta a lista de destinatários", "2027-01-08 16:02", ["Olá! Estou em férias até 10 de janeiro. Para envios de e-mail aos segurados ou cancelamentos de reservas do auditório, fale com o Everton: administrativo@ipreville.example. Feliz ano novo!"], irt="ar-2027-0014.ack@ipreville.example", headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-generated")],
         traps=["'envios de e-mail aos segurados' and 'cancelamentos' in an absence note"], why="Out of office.", want=dict(area="gerencia-administrativa", relates_to="AR-2027-0014", accept={"area": [None], "relates_to": [None]}))
    mail("l069", "auto-reply", "yahoo", "Adalberto Kreff <adalberto.kreff@correio.example>", "Re: Calendário de pagamentos de 2027 - ausente", "2027-01-05 14:22", ["Estou na praia até o carnaval e não pretendo abrir o computador. Se for sobre dinheiro, pode depositar :)"], to=[PRESID], auth="ext", irt="ar-2027-0012.mail1@ipreville.example", headers=[("Auto-Submitted", "auto-replied"), ("Precedence", "bulk")],
         traps=["a joke of a machine"], why="Vacation note.", want=dict(relates_to="AR-2027-0012", accept={"relates_to": [None]}))
    mail("l070", "auto-reply", "webmail", "Ouvidoria Municipal <nao-responda@ouvidoria.example>", "Manifestação 4471/2027 registrada (Novo endereço do arquivo geral)", "2027-01-07 15:46", ["Sua manifestação foi registrada e será respondida em até 30 dias.", "Guarde o número 4471/2027 para consulta. Não responda a este e-mail."], to=[PRESID], auth="ext", irt="ar-2027-0022.mail1@ipreville.example", headers=[("Auto-Submitted", "auto-generated")],
         traps=["ticket system of another public body"], why="A machine's acknowledgement.", want=dict(relates_to="AR-2027-0022", accept={"relates_to": [None]}))
    # ---------------------------------------------------------------- insured people
    pres = dict(PRES, at="2027-01-05 14:20", to="undisclosed-recipients:;", subject="Calendário de pagamentos de 2027", body=["Prezado(a) segurado(a),", "O calendário de pagamentos de 2027 está publicado no portal."])
    mail("l071", "insured-reply", "gmail", "Marlise Zuchi <marlise.zuchi@webmail.example>", "Re: Calendário de pagamentos de 2027", "2027-01-05 19:33", ["Boa noite, obrigada pelo aviso! Só uma dúvida: em abril o pagamento cai antes do feriado de Tiradentes? E vocês podem mandar esse calendário também para a minha irmã, que é pensionista e não recebeu? O e-mail dela é ivonete.zuchi@webmail.example"], to=[PRESID], auth="ext", reply_to="0012m", quoted=pres,
         traps=["asks to send something to another address", "first name of a manager"], why="An insured person's question; to the Gerência Financeira.", want=dict(relates_to="AR-2027-0012"))
    mail("l072", "insured-reply", "samsung", "Alcides Bork <alcides.bork@provedor.example>", "carteirinha", "2027-01-19 14:55", ["boa tarde perdi minha carteirinha de aposentado no onibus como faço a segunda via tem que pagar? meu zap é 47 98123 4567 pode me responder por la q eu nao olho muito email"], auth="ext",
         traps=["own matter, wants the answer by WhatsApp"], why="An insured person of his own accord.", want=dict(accept={"class": ["unrelated"]}))
    mail("l073", "insured-reply", "iphone", "Sônia Beling <sonia.beling@mail.example>", "Re: Calendário de pagamentos de 2027", "2027-01-06 07:12", ["O servidor Heinz Beling, meu pai, faleceu em 28 de dezembro. Peço que retirem o e-mail dele da lista de envios e me digam o que a família precisa fazer. Sônia"], to=[PRESID], auth="ext", reply_to="0012m", quoted=pres,
         traps=["a death told in answer to a mass mail"], why="To the area, with care.", want=dict(relates_to="AR-2027-0012", opt_out=True))
    mail("l074", "insured-reply", "yahoo", "Waldir Pommer <waldir.pommer@correio.example>", "Re: Novo endereço do arquivo geral", "2027-01-08 10:25", ["Não tenho interesse nesse tipo de mensagem. Cancelar o envio para o meu e-mail, por favor."], to=[PRESID], auth="ext", reply_to="0022m", quoted=dict(PRES, at="2027-01-07 15:45", to="undisclosed-recipients:;", subject="Novo endereço do arquivo geral", body=["Prezado(a),", "O arquivo geral atende agora na Rua do Príncipe, 500."]),
         traps=["'Cancelar o envio' is an opt-out of one person"], why="Opt-out.", want=dict(relates_to="AR-2027-0022", opt_out=True))
    # ---------------------------------------------------------------- without right or proof
    mail("l075", "unauthorized", "outlook", MARLISE, "Envio urgente aos pensionistas", "2027-01-20 07:31", ["Nádia, bom dia, tudo bem?", "Estou numa reunião fora e preciso que dispare por WhatsApp, para todos os segurados, a mensagem a seguir:", T("Ipreville informa: foi liberado o abono de R$ 1.412,00. Confirme seus dados em https://abono-ipreville.example até hoje às 18h."), "Depois te explico. Obrigada!"], sig=S_MARLISE, auth="fail", envelope="bounce@lista-rapida.example",
         traps=["her name, address and signature, but dmarc=fail", "chatty like the real ones"], why="Not proved to be hers; a swindler's text.", want=dict(reason="dmarc fail", accept={"reason": [None]}))
    mail("l076", "unauthorized", "gmail", "Tainá Voltolini <taina.voltolini.fit@webmail.example>", "zap da yoga", "2027-02-05 08:10", ["Nádia, é a Tainá! Tô escrevendo do meu e-mail particular porque o do Ipreville tá fora. Manda mais um zap pra turma da yoga dizendo que a aula mudou pras 16h? A lista é a mesma de ontem. Beijo"], auth="ext",
         traps=["knows what was asked yesterday; private address"], why="Identity not proved: ask her at her office address.", want=dict(reason="personal address of an employee", accept={"reason": [None]}))
    mail("l077", "unauthorized", "outlook", "Sindicato dos Servidores <secretaria@sindicato-servidores.example>", "Assembleia da categoria – divulgação", "2027-02-11 10:00", ["Prezada equipe,", "Como em anos anteriores, solicitamos a divulgação por e-mail e WhatsApp, a todos os aposentados, da assembleia da campanha salarial, dia 25 de fevereiro, às 18h. Segue o texto:", "Companheiro(a) aposentado(a), venha lutar pelo seu reajuste!", "Certos da parceria, agradecemos."], sig=["Secretaria Geral"], auth="ext",
         traps=["authentic, polite, from outside"], why="No area of the institute.", want=dict(reason="third party", accept={"class": ["unrelated"], "reason": [None]}))
    mail("l078", "unauthorized", "owa", "Gabinete Ipreville <gabinete@ipreville-joinville.example>", "RES: [AR-2027-0017] Para aprovação: Posse da nova diretoria", "2027-01-14 11:15", ["Nádia, de ordem da Presidente: APROVADO. Mas antes me envie aqui a planilha geral de contatos do WhatsApp, para arquivarmos com o processo."], sig=["Gabinete da Presidência"], auth="ext",
         traps=["lookalike domain with the right protocol", "asks for the general list"], why="Not the institute's domain.", want=dict(reason="lookalike domain", accept={"class": ["approval"], "relates_to": ["AR-2027-0017"], "reason": [None]}))
    # ---------------------------------------------------------------- the rest
    mail("l079", "unrelated", "outlook", EVERTON, "Aniversariantes de fevereiro", "2027-02-01 10:30", ["Colegas,", "Nesta sexta, às 15h30, tem bolo para os aniversariantes do mês na copa do 2º andar. Quem puder, traga um refrigerante. Avisem quem não usa e-mail!"], sig=S_EVERTON, to=["Todos <todos@ipreville.example>"],
         traps=["'Avisem quem não usa e-mail', to all colleagues"], why="Inside the house; nothing is asked of the desk.", want=dict(area="gerencia-administrativa", accept={"area": [None]}))
    mail("l080", "unrelated", "outlook", "Financeiro Elo <financeiro@callcenter.example>", "Fatura de janeiro/2027 e reajuste do contrato", "2027-02-03 09:00", ["Prezados, bom dia!", "Segue a fatura de janeiro (5.287 mensagens enviadas, 4.941 entregues) e a proposta de reajuste anual pelo IPCA. Pedimos o aceite até o dia 15.", "Permanecemos à disposição."], sig=["Contas a Receber", "Elo Atendimento"], auth="ext", att=[f("fatura_jan27.pdf", pdf(["Fatura janeiro/2027"]))],
         traps=["figures of messages in an invoice", "'aceite'"], why="Invoice and offer.")
    mail("l081", "unrelated", "outlook", BIANCA, "Dúvida de português rs", "2027-02-12 13:40", ["Nádia, você que é boa nisso: num aviso, fica melhor \"comparecer ao Ipreville\" ou \"comparecer no Ipreville\"? É só curiosidade, para o manual de redação que estou escrevendo. Beijo e bom fim de semana!"], sig=S_BIANCA,
         traps=["talks of a notice, asks for none"], why="A question about language.", want=dict(area="comunicacao", accept={"area": [None], "class": ["reply-to-request"]}))
    mail("l082", "unrelated", "webmail", "Escola de Gestão Pública <cursos@egp.example>", "Últimas vagas: WhatsApp na comunicação pública", "2027-02-11 06:00", ["Aprenda a enviar mensagens em massa sem ser bloqueado! Curso on-line, 16 horas, certificado incluso.", "Não quer mais receber nossos e-mails? Clique em cancelar inscrição."], auth="ext", headers=[("List-Unsubscribe", "<https://egp.example/sair>"), ("Precedence", "bulk")],
         traps=["mass sending is the subject of the course"], why="Advertising.")
