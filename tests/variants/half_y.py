"""Half y: a town of a metropolitan region, March to June 2030 - social workers, personnel clerks, a lawyer of long sentences, a retired councillor, heads who dictate; they give reasons, thank, joke, and add remarks after the text."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2030-0411", "gerencia-previdencia", "otavio.bressan@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Prova de vida – aniversariantes de fevereiro", "2030-03-07T09:15", 134),
    request("AR-2030-0412", "gerencia-administrativa", "administrativo@ipreville.example", ["email"], "specific", "sent", "Novo crachá do aposentado", "2030-03-07T15:10", 388),
    request("AR-2030-0413", "comunicacao", "bianca.raulino@ipreville.example", ["whatsapp"], "general", "waiting-report", "Campanha contra a dengue", "2030-03-08T09:30", 4926),
    request("AR-2030-0414", "gerencia-financeira", "jair.demarchi@ipreville.example", ["email", "whatsapp"], "specific", "waiting-approval", "Desconto do plano odontológico", "", 743),
    request("AR-2030-0415", "pericia-medica", "lenita.hostin@ipreville.example", ["email"], "specific", "waiting-data", "Grupo de apoio aos cuidadores", "", None, ["recipients"]),
    request("AR-2030-0416", "conselho-administrativo", "conselhoadm@ipreville.example", ["email"], "specific", "waiting-approval", "Proposta de regimento interno", "", 41),
    request("AR-2030-0417", "conselho-fiscal", "valdemar.stein@webmail.example", ["email"], "specific", "sent", "Parecer das contas de 2029", "2030-03-11T10:20", 1477),
    request("AR-2030-0418", "gerencia-previdencia", "marlise.kuhnen@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Simulação de aposentadoria", "2030-03-11T14:40", 57),
    request("AR-2030-0419", "gabinete", "gabinete@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Fechamento no feriado municipal", "", 4926),
    request("AR-2030-0420", "pericia-medica", "saude@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Mudança do local das perícias", "2030-03-12T08:20", 23),
]
ACKS = {f"ack{n}": f"ar-2030-0{n}.ack@ipreville.example" for n in range(411, 421)} | {f"cc{n}": f"ar-2030-0{n}.cc@ipreville.example" for n in (411, 413, 418, 420)} | {f"ok{n}": f"ar-2030-0{n}.ok@ipreville.example" for n in (414, 416, 419)}
ACKS |= {f"m{n}": f"ar-2030-0{n}.mail1@ipreville.example" for n in (412, 417)}
ZILA = "Zilá Marangoni <zila.marangoni@saude.ipreville.example>"
S_ZILA = ["Zilá Marangoni", "Assistente Social – CRESS 0000", "Núcleo de Saúde do Servidor", "(47) 3400-0048"]
S_FABRICIO = ["Fabrício Nardelli", "Agenda da Perícia Médica", "Ipreville | (47) 3400-0044"]
S_CAIO = ["Caio Werneck", "Estagiário de Comunicação", "Ipreville"]
S_AURELIO = ["Aurélio Fontanive", "Advogado – Assessoria Jurídica da Presidência", "OAB/SC 00.000", "Gabinete – Ipreville"]
S_RITA = ["Rita Canuto", "Recursos Humanos", "Gerência Administrativa – Ipreville", "ramal 0036"]
S_DIONE = ["Dione Pasqualotto", "Folha de Pagamento", "Gerência Financeira – Ipreville", "(47) 3400-0025"]
S_IVETE = ["Ivete Brandalise", "Concessão de Benefícios", "Gerência de Previdência – Ipreville", "Tel. (47) 3400-0016"]
S_OLAVO = ["Olavo Zimermann", "Controle Interno", "Ipreville – 2º andar"]
S_NOEMI = ["Noemi Tassi", "Secretária-executiva dos Conselhos", "Ipreville"]
S_DALVA = ["Dalva Nunes", "RH da Secretaria de Educação", "Prefeitura Municipal"]
S_ROBSON = ["Robson Dias", "Elo Atendimento"]
LGPD = "AVISO: o conteúdo desta mensagem é sigiloso. Se não era para você, não repasse, não responda e apague. Dados pessoais protegidos pela LGPD (Lei nº 13.709/2018)."
_, preview, pack = letters("AR-2030-0")


def ack(n, subject, at, to):
    return ask(f"AR-2030-0{n}", "Solicitação recebida", at, to, f"Olá! Recebemos a sua solicitação, que ganhou o número AR-2030-0{n}.\n\nAssunto: {subject}\n\nAvisaremos quando o envio for concluído.")


def mails():
    IDS.update(ACKS)
    asked()
    answers()
    notices()
    others()


def asked():
    p = people("y001", 10)
    rows = mails_of(p, ("Curador(a)", "E-mail"))
    rows[3][1] = " " + rows[3][1] + ","
    rows += [["Realda Poffo Moser", ""], ["Hercílio Jahn", "hercilio.jahn(arroba)correio.example"], [p[6].name, p[6].email.upper()]]
    mail("y001", "request", "outlook", ZILA, "Curadores - pedido de envio", "2030-03-13 09:10",
         ["Bom dia, Nádia! Tudo bem por aí?", "Na última rodada de visitas eu dei com a cara na porta quatro vezes, porque o endereço do curador era outro (numa delas o cachorro me atendeu, kkk). Por isso resolvemos chamar todo mundo para atualizar. Você poderia mandar por e-mail, para os curadores da planilha anexa, a mensagem abaixo?", "Assunto: Curador(a): atualize o seu cadastro até 28 de março", "Mensagem:",
          T("Prezado(a) curador(a),\n\nPara que as visitas sociais cheguem ao endereço certo, pedimos que atualize o seu endereço e o seu telefone no Ipreville até 28 de março de 2030.\n\nBasta responder a este e-mail com os dados novos, ou passar na recepção, das 8h às 14h, com um comprovante de residência.\n\nCom carinho,\nServiço Social do Ipreville"),
          "Agradeço de coração. Se alguém ligar brabo, pode passar o meu ramal, que eu já estou acostumada!", "Um abraço,"], sig=S_ZILA, logo=True, disc=LGPD, att=[f("Curadores 2030.xlsx", xlsx({"Curadores": rows}))],
         traps=["a reason and a joke before, a remark after", "message has its own closing", "a repeated address in capitals", "disclaimer with 'não repasse'"], why="Everything is stated; one address is empty, one has no @, one is repeated.",
         want=dict(channel=["email"], audience="specific", area="pericia-medica", category="recadastramento", message_subject="Curador(a): atualize o seu cadastro até 28 de março", recipients=10, rejected=2, duplicates=1, dispatch=True, list_source="Curadores 2030.xlsx"))

    p = people("y002", 7)
    when_ = [("25/03/2030", "7h20", "Consultório 1"), ("25/03/2030", "8h00", "Consultório 2"), ("25/03/2030", "8h40", "Consultório 1"), ("26/03/2030", "7h20", "Consultório 1"), ("26/03/2030", "8h00", "Consultório 2"), ("26/03/2030", "8h40", "Consultório 2"), ("26/03/2030", "9h20", "Consultório 1")]
    rows = [["NOME", "CELULAR", "DATA", "HORA", "SALA"]] + [[x.name, x.phone(i + 1), *d] for i, (x, d) in enumerate(zip(p, when_))]
    rows += [[p[2].name, p[2].phone(7), *when_[2]], ["Valmor " + p[5].name.split()[-1], p[5].phone(0), "26/03/2030", "10h00", "Consultório 1"]]
    mail("y002", "request", "owa", PERICIA, "WhatsApp - perícias de 25 e 26 de março", "2030-03-14 10:02",
         ["Olá, Nádia, bom dia.", "Segue a agenda para envio por WhatsApp. Os campos entre chaves são preenchidos com as colunas do arquivo, como da outra vez.",
          T("Olá, {NOME}!\n\nA sua perícia médica no Ipreville foi marcada para {DATA}, às {HORA}, no {SALA}.\n\nTraga documento com foto, laudos e exames dos últimos seis meses. Se não puder vir, avise pelo (47) 3400-0044."),
          "O Sr. Valmor usa o celular da esposa, por isso o número aparece em duas pessoas; está certo assim.", "Obrigado,"], sig=S_FABRICIO, att=[f("agenda_2503.csv", csv(rows))],
         traps=["placeholders", "a couple shares a phone with two appointments, one row is a true copy", "csv in cp1252", "a remark after the text explains the list"], why="Eight people; the copied row is a duplicate, the couple is not.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=8, rejected=0, duplicates=1, per_person=True, placeholders=["NOME", "DATA", "HORA", "SALA"], dispatch=True, list_source="agenda_2503.csv"))

    mail("y003", "request", "gmail", COM, "golpe do precatório - whats geral", "2030-03-14 16:20",
         ["Oi, Nádia!", "A Ouvidoria recebeu três ligações hoje sobre um tal advogado que promete liberar precatório, uma senhora quase caiu. Por favor, envie por WhatsApp a todos os segurados a imagem anexa, com este texto:",
          T("⚠️ ATENÇÃO, SEGURADO!\n\nNinguém precisa pagar taxa para receber precatório. Se um suposto advogado ligar em nome do Ipreville, desligue e avise a Ouvidoria: (47) 3400-0002.", "box"),
          "Obrigado! A Bianca já revisou, pode confiar que dessa vez a crase está no lugar rsrs"], sig=S_CAIO, att=[f("alerta_precatorio.jpg", image("JPEG", (320, 320)))],
         traps=["emoji", "text in a box", "a joke after the text", "no list needed"], why="General notice with a picture.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="alerta", attachments_to_send=["alerta_precatorio.jpg"], dispatch=True))

    p = people("y004", 5)
    mail("y004", "request", "yahoo", STEIN, "Reunião do Conselho Fiscal", "2030-03-15 21:07",
         ["Prezada Senhora Nádia,", "Espero que esta a encontre bem. Como continuo com este webmail antigo, que não me deixa escrever a mais de uma pessoa, peço o favor de enviar por e-mail aos colegas o aviso que segue:", ("hr",),
          T("Prezados colegas,\n\nA próxima reunião ordinária do Conselho Fiscal será no dia 27/03/2030, às 14 horas, na sala dos conselhos, com exame dos balancetes de janeiro e fevereiro.\n\nPeço que leiam os balancetes antes.\n\nCordialmente,\nValdemar Stein"), ("hr",),
          "Os endereços dos colegas são:", "\n".join(f"{x.name}: {x.email}" for x in p), "Muito grato pela paciência com este velho conselheiro."], sig=["Valdemar Stein"], auth="ext",
         traps=["external address that is in the address book", "list typed in the body after the text", "the message is signed by the requester himself", "no explicit subject"], why="Five addresses, text between rulers; the mail's own subject serves.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Reunião do Conselho Fiscal", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional", "evento", "orientacao"]}, list_source="body"))

    p = people("y005", 6)
    mail("y005", "request", "thunderbird", GAB, "Ação coletiva – comunicado aos autores", "2030-03-18 11:32",
         ["Senhora Assessora,", "Considerando que a ação coletiva do adicional noturno transitou em julgado em fevereiro, e considerando ainda que o prazo de adesão ao acordo, que o Juízo fixou em trinta dias e que não se prorroga, já está correndo, solicito que seja encaminhado por correio eletrônico, aos autores arrolados na planilha que acompanha o presente, sob o título “Acordo na ação do adicional noturno – como aderir”, o comunicado que se lê entre as linhas pontilhadas, sem acréscimos.", ". . . . . . . . . . . . . . . . . . . .",
          T("Prezado(a) autor(a),\n\nO Ipreville e o sindicato firmaram acordo na ação coletiva do adicional noturno.\n\nQuem quiser aderir deve assinar o termo de adesão na Assessoria Jurídica até 12 de abril de 2030. Quem não aderir continua na ação e recebe ao final, na ordem dos precatórios.\n\nA adesão não impede a cobrança de outros direitos."), ". . . . . . . . . . . . . . . . . . . .", "Registro o meu agradecimento pela presteza de sempre, que esta Assessoria Jurídica reconhece.", "Respeitosamente,"], sig=S_AURELIO,
         att=[f("Autores da ação.ods", ods(mails_of(p, ("Autor(a)", "Correio eletrônico")) + [["Espólio de Olindina Weiss", ""], [p[0].name, p[0].email]]))],
         traps=["a very long sentence holds channel, list and subject", "dotted lines delimit", "ods list with an estate without address and one repeated"], why="Six people; one without address, one twice.",
         want=dict(channel=["email"], audience="specific", area="gabinete", category="orientacao", message_subject="Acordo na ação do adicional noturno – como aderir", recipients=6, rejected=1, duplicates=1, dispatch=True, accept={"category": ["andamento", "pagamento"]}, list_source="Autores da ação.ods"))

    mail("y006", "request", "iphone", HELGA, "Sem luz", "2030-03-19 07:22",
         ["Nádia bom dia estou ditando do carro então não repara, avisa agora por WhatsApp a todos os segurados o seguinte", T("Nesta terça-feira, 19 de março, não haverá atendimento presencial no Ipreville, por falta de energia elétrica no prédio. O atendimento por telefone funciona normalmente."), "Obrigada e boa sorte para nós com esse calor"], to=[NADIA, ASSESSORIA],
         traps=["dictated, no punctuation", "a joke after the text", "no list: general"], why="Channel and audience are said.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", dispatch=True))

    p = people("y007", 13)
    contacts = [[x.name, x.matricula, "" if i in (2, 8) else x.email, "" if i in (4, 9) else x.landline() if i == 12 else x.phone(i)] for i, x in enumerate(p)]
    mail("y007", "request", "outlook", FIN, "Troca de banco - aposentados", "2030-03-20 14:41",
         ["Boa tarde, Nádia.", "Venho pedir o envio do aviso abaixo aos 13 aposentados da planilha, por e-mail e também por WhatsApp, pois metade deles não abre e-mail e a outra metade não olha o celular, rs.", "Assunto do e-mail: Seu benefício passa para o novo banco em maio",
          T("Prezado(a) aposentado(a),\n\nA partir de maio de 2030, o seu benefício será creditado no novo banco contratado pelo Município.\n\nVá à agência do Centro até 17/04/2030, com documento de identidade e CPF, para abrir a sua conta. Quem já tem conta nesse banco só precisa confirmá-la.\n\nFolha de Pagamento – Ipreville", "indent"),
          "Qualquer dúvida sobre a lista, estou no ramal até as 17h."], sig=S_DIONE, disc=D2, cc=["Keli Cristina Borba <keli.borba@ipreville.example>"],
         att=[f("troca de banco.xlsx", xlsx({"Lista": [["TROCA DE BANCO – LOTE 1", None, None, None], [None] * 4, ["Nome", "Matrícula", "E-mail", "Celular"]] + contacts}, merges=[(0, 0, 3, "TROCA DE BANCO – LOTE 1")]))],
         traps=["two channels, each with its own holes", "merged title and an empty row above the header", "a landline", "'metade não abre e-mail' is a joke"], why="All thirteen are reachable by at least one channel.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Seu benefício passa para o novo banco em maio", recipients=13, rejected=0, duplicates=0, recipients_by_channel={"email": 11, "whatsapp": 10}, rejected_by_channel={"email": 2, "whatsapp": 3}, dispatch=True, list_source="troca de banco.xlsx"))

    mail("y008", "request", "outlook", SOLANGE, "E-mail sobre vale-transporte", "2030-03-21 09:47",
         ["Nádia, bom dia!", "Preciso que vá por e-mail, aos servidores que usam vale-transporte, o texto que segue. A relação eu deixei no Drive, porque o arquivo está pesado: https://drive.example/d/vt-usuarios-2030", "Assunto: Vale-transporte: renove a declaração",
          T("Prezado(a) servidor(a),\n\nA declaração de uso do vale-transporte deve ser renovada até 15/04/2030, pelo Portal do Segurado. Quem não renovar deixa de receber o vale em maio."), "Obrigada e bom trabalho!"], sig=S_SOLANGE, logo=True,
         traps=["the list is behind a cloud link", "the only file is the logo"], why="The list did not come with the mail.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="recadastramento", message_subject="Vale-transporte: renove a declaração", missing=["recipients"], dispatch=False, accept={"category": ["orientacao", "pagamento"]}))

    p = people("y009", 6)
    mail("y009", "request", "owa", OTAVIO, "Abono de permanência – deferidos", "2030-03-22 10:15",
         ["Bom dia, Nádia,", "Saiu a decisão dos abonos de permanência, finalmente! Peço que comunique aos seis servidores da planilha:", T("Prezado(a) servidor(a), o seu abono de permanência foi deferido e será pago a partir da folha de abril. A portaria está disponível na sua unidade de pessoal.", "curly"), "Eles esperam por isso desde novembro, então quanto antes melhor. Obrigado!"], sig=S_OTAVIO,
         att=[f("abonos deferidos.xlsx", xlsx({"Plan1": [["Servidor", "E-mail", "Celular", "Processo"]] + [[x.name, x.email, x.phone(i), f"AP-{70 + i}/2029"] for i, x in enumerate(p)]}))],
         traps=["channel never said; the list would serve both", "curly quotes"], why="E-mail or WhatsApp cannot be decided: ask.",
         want=dict(channel=[], audience="specific", area="gerencia-previdencia", category="andamento", missing=["channel"], dispatch=False, accept={"category": ["pagamento"], "message_subject": [None, "Abono de permanência – deferidos"], "recipients": [None, 6], "rejected": [None, 0], "duplicates": [None, 0]}, list_source="abonos deferidos.xlsx"))

    p = people("y010", 9)
    doc = ["Roda de conversa: e agora, aposentei?", "Querido servidor, querida servidora,", "O RH do Ipreville convida você para uma **roda de conversa** sobre a vida depois do último dia de trabalho.", "Vamos falar de:", "- rotina e convivência em casa;", "- voluntariado e trabalho por conta própria;", "- cuidados com o dinheiro.", "O encontro será em 17 de abril de 2030 (quarta-feira), das 9h às 11h30, no auditório.", "Confirme a presença até o dia 10 pelo ramal 0036. Haverá café!", "Equipe de Recursos Humanos"]
    mail("y010", "request", "outlook", ADM, "Roda de conversa - convite por e-mail", "2030-03-25 13:50",
         ["Nádia, boa tarde!", "Segue o convite (no Word) para mandar por e-mail aos servidores do CSV, que são os que se aposentam este ano. O assunto pode ser: Roda de conversa: e agora, aposentei?", "O título do Word faz parte do texto, por favor não tire.", "Obrigada, querida!"], sig=S_RITA,
         att=[f("convite roda.docx", docx(doc, header="RH – versão final – março/2030")), f("aposentam em 2030.csv", csv(mails_of(p, ("servidor", "e-mail"))))],
         traps=["the text is in a .docx with list, bold runs and a page header that is no text", "neither file is to be sent"], why="A person opens the Word file and copies the text, title included, as asked.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Roda de conversa: e agora, aposentei?", message_text=doc[0] + "\n\n" + "\n".join(doc[1:]), recipients=9, rejected=0, duplicates=0, dispatch=True, list_source="aposentam em 2030.csv"))

    p = people("y011", 5)
    t11 = "Prezado(a) servidor(a),\n\nOs atendimentos individuais do Serviço Social marcados para 3 de abril foram cancelados, por motivo de capacitação da equipe. O novo dia é 10 de abril, no mesmo horário.\n\nSe precisar de outro dia, ligue para (47) 3400-0048."
    mail("y011", "request", "samsung", LENITA, "Fwd: atendimentos do dia 3", "2030-03-26 18:12", ["Nádia, por favor mande por WhatsApp aos pacientes da planilha o texto da Zilá. Muito obrigada"], fwd=True, tail=True,
         quoted=own(ZILA, "2030-03-26 15:31", "atendimentos do dia 3", ["Dra. Lenita,", "A capacitação caiu bem no dia dos atendimentos, que azar. Sugiro avisar assim:", t11, "Veja se a senhora concorda. Se preferir eu ligo para cada um, mas aí não faço mais nada na tarde.", "Zilá"], to="Lenita Hostin <lenita.hostin@ipreville.example>"),
         att=[f("atendimentos 0304.xlsx", xlsx({"Plan1": [["Paciente", "CPF", "CID", "Celular"]] + [[x.name, x.cpf, c, x.phone(i)] for i, (x, c) in enumerate(zip(p, ["F32.1", "F41.0", "Z63.0", "F43.2", "F33.0"]))]}))],
         traps=["CPF and CID columns", "the message is inside the forwarded mail of a colleague, with her words around it", "'foram cancelados' is message text"], why="Only the paragraphs addressed to the patients are the message.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="atendimento", message_text=t11, recipients=5, rejected=0, duplicates=0, forward_columns=["Paciente", "Celular"], never_forward_columns=["CPF", "CID"], dispatch=True, accept={"category": ["pericia", "andamento", "orientacao"]}, list_source="atendimentos 0304.xlsx"))

    p = people("y012", 8)
    body = ["Bom dia, Nádia!", "Peço enviar por e-mail aos pensionistas da planilha.", "Assunto: Desconto da mensalidade sindical", "Texto:",
            T("Prezado(a) pensionista, a mensalidade do sindicato deixará de ser descontada na folha a partir de abril de 2030. Quem quiser continuar filiado deve procurar o sindicato até 05/04/2030."), "Obrigada, bom dia para vocês!"]
    sheet = xlsx({"Plan1": mails_of(p, ("Pensionista", "E-mail"))})
    want = dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Desconto da mensalidade sindical", recipients=8, rejected=0, duplicates=0, list_source="sindicato.xlsx")
    mail("y012", "request", "outlook", KELI, "Mensalidade sindical", "2030-03-27 08:30:05", body, sig=S_KELI, logo=True, att=[f("sindicato.xlsx", sheet)], traps=["the first of two equal mails"], why="First copy counts.", want=dict(want, dispatch=True))
    mail("y013", "request", "outlook", KELI, "Mensalidade sindical", "2030-03-27 08:31:22", body, to=[NADIA], sig=S_KELI, logo=True, att=[f("sindicato.xlsx", sheet)], traps=["the same once more to the other address, other Message-ID"], why="Second copy must not be sent again.",
         want=dict(want, dispatch=False, duplicate_of="y012"))

    p = people("y014", 6)
    mail("y014", "request", "apple", BIANCA, "Vídeo da horta comunitária", "2030-03-28 15:15",
         ["Nádia, boa tarde!", "Ficou lindo o vídeo da horta! Pode mandar no WhatsApp dos voluntários (CSV anexo), junto com a legenda abaixo?", "Legenda:", T("A horta comunitária dos aposentados já deu a primeira colheita! Veja o vídeo e venha ajudar: todo sábado, às 8h, nos fundos da sede."), "Beijos e boa Páscoa adiantada 🐰"], sig=S_BIANCA,
         att=[f("Colheita da horta.mov", mov()), f("voluntarios.csv", csv(phones_of(p, ("nome", "celular")), sep=",", enc="utf-8", bom=True))],
         traps=["WhatsApp takes no .mov", "csv utf-8 with BOM and commas", "'boa Páscoa' is for Nádia"], why="Step 24: the film must be converted before it goes.",
         want=dict(channel=["whatsapp"], audience="specific", area="comunicacao", category="evento", attachments_to_send=["Colheita da horta.mov"], media_to_convert=["Colheita da horta.mov"], recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"dispatch": [True, False], "category": ["institucional"]}, list_source="voluntarios.csv"))

    p = people("y015", 5)
    mail("y015", "request", "outlook", PREV, "Falta de certidão de casamento", "2030-04-01 11:18",
         ["Nádia, bom dia.", "Por gentileza, encaminhar por e-mail aos requerentes do quadro:", T("Bom dia.\n\nO seu pedido de pensão por morte aguarda a certidão de casamento atualizada, emitida há menos de 90 dias. Entregue-a na recepção do Ipreville ou responda a este e-mail com a cópia digitalizada até 22/04/2030.\n\nSem a certidão, o pedido será arquivado."),
          ("table", [["Requerente", "Processo", "E-mail"]] + [[x.name, f"PM {210 + 4 * i}/2030", x.email] for i, x in enumerate(p)] + [["Zulma Retzlaff Uber", "PM 233/2030", "sem e-mail"]]),
          "A dona Zulma a gente avisa por telefone, ela não usa internet.", "Agradeço!"], sig=S_IVETE,
         traps=["recipients in an HTML table after the text", "the message starts with 'Bom dia.'", "no explicit subject"], why="The table is the list; one person has no e-mail and is called by the area.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Falta de certidão de casamento", recipients=5, rejected=1, duplicates=0, dispatch=True, accept={"category": ["orientacao"], "rejected": [0, 1]}, list_source="body-table"))

    p = people("y016", 5)
    mail("y016", "request", "outlook", "RH Educação <rh.educacao@ipreville.example>", "Envio de e-mail - licença-prêmio", "2030-04-02 10:44",
         ["Bom dia!", "Aqui é do RH da Educação. Solicito o envio do e-mail abaixo aos professores da lista:", T("Prezado(a) professor(a), a escala de licença-prêmio do segundo semestre será fechada em 30/04/2030. Entregue o seu pedido na direção da escola até essa data."), "Agradeço a atenção."], sig=S_DALVA, att=[f("professores.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["internal address in no area; the signature names no area of the book"], why="Internal and authenticated, but the area is unknown: ask.",
         want=dict(channel=["email"], audience="specific", area=None, category="orientacao", message_subject="licença-prêmio", recipients=5, rejected=0, duplicates=0, missing=["area"], dispatch=False, accept={"message_subject": ["Envio de e-mail - licença-prêmio", "Licença-prêmio", None], "category": ["andamento", "recadastramento", "institucional", "atendimento"]}, list_source="professores.xlsx"))

    mail("y017", "request", "ios-outlook", JAIR, "WhatsApp geral 13º", "2030-04-05 17:20",
         ["Nádia, por favor programa um WhatsApp para todos os segurados, para sair na quinta-feira, 11 de abril, às 14h, que é quando o banco confirma. A mensagem é:",
          T("A primeira parcela do 13º dos aposentados e pensionistas será creditada em 15 de maio de 2030. O valor já aparece no Portal do Segurado."), "Valeu, bom final de semana!"],
         traps=["the day of sending agrees with the weekday; another date belongs to the text", "a reason in the sentence of the schedule"], why="Thursday 11/04/2030, 14:00.",
         want=dict(channel=["whatsapp"], audience="general", area="gerencia-financeira", category="pagamento", send_at="2030-04-11T14:00", dispatch=True))

    p = people("y018", 12)
    mail("y018", "request", "owa", FIN, "Margem consignável zerada", "2030-04-08 09:36",
         ["Bom dia, Nádia.", "Encaminho para envio por e-mail. Atenção que a planilha tem duas abas: é para mandar só para a aba \"Margem zerada\", a outra é controle nosso.",
          T("Prezado(a) servidor(a),\n\nA sua margem consignável está toda comprometida. Novos empréstimos não serão averbados até a quitação de um dos contratos.\n\nDúvidas: folha@ipreville.example."), "Assunto: Margem consignável comprometida", "Grata pela ajuda de sempre,"], sig=S_DIONE,
         att=[f("margem abril.xlsx", xlsx({"Geral": mails_of(p, ("Servidor", "E-mail")), "Margem zerada": mails_of(p[5:], ("Servidor", "E-mail"))}))], traps=["the first sheet is the wrong one", "subject after the text", "an address in the text that is no recipient"], why="The mail names the sheet.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Margem consignável comprometida", recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="margem abril.xlsx#Margem zerada"))

    p = people("y019", 7)
    te = "Prezado(a) segurado(a),\n\nA votação para o Conselho Administrativo será de 6 a 10 de maio de 2030, pela internet ou na urna da recepção.\n\nTenha em mãos a matrícula e o CPF. O resultado sai no dia 13.\n\nComissão Eleitoral"
    tw = "Vote para o Conselho Administrativo de 6 a 10 de maio, pela internet ou na recepção do Ipreville. Leve a matrícula e o CPF!"
    mail("y019", "request", "outlook", CADM, "Votação - divulgação por e-mail e WhatsApp", "2030-04-09 15:05",
         ["Prezada Nádia,", "A Comissão Eleitoral solicita a divulgação aos eleitores da planilha, nos dois canais, cada um com o seu texto.", "E-mail (assunto: Eleição do Conselho – como votar):", T(te), "WhatsApp:", T(tw), "Agradecemos a colaboração costumeira."], sig=S_NOEMI,
         att=[f("eleitores.xlsx", xlsx({"Eleitores": [["Nome", "E-mail", "Celular"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]}))],
         traps=["one text per channel", "subject in brackets behind the channel"], why="Both texts are marked.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="conselho-administrativo", category="eleicao", message_subject="Eleição do Conselho – como votar", message_text=te, message_text_by_channel={"email": te, "whatsapp": tw}, recipients=7, rejected=0, duplicates=0, recipients_by_channel={"email": 7, "whatsapp": 7}, rejected_by_channel={"email": 0, "whatsapp": 0}, dispatch=True, list_source="eleitores.xlsx"))

    p = people("y020", 6)
    t20 = "Prezado(a) pensionista, o recadastramento dos estudantes de 18 a 21 anos exige a declaração de matrícula do primeiro semestre de 2030. Entregue-a até 30/04/2030 para que a pensão não seja suspensa."
    body = ["Oi, Nádia, bom dia!", "Peço enviar por e-mail aos pensionistas da planilha anexa.", "Assunto: Recadastramento dos pensionistas estudantes", "Texto:", t20, "Obrigada! Ivete - Concessão de Benefícios"]
    mail("y020", "request", "winmail", PREV, "Pensionistas estudantes", "2030-04-10 09:25", body, plain_only=True, att=[f("winmail.dat", tnef("Pensionistas estudantes", "\r\n\r\n".join(body), [("Estudantes 2030.xlsx", xlsx({"Plan1": mails_of(p, ("Pensionista", "E-mail"))}))]))],
         traps=["the list is inside winmail.dat (TNEF)", "thanks and name in one line"], why="Outlook rich-text mail; the list must be taken out of TNEF.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Recadastramento dos pensionistas estudantes", message_text=t20, recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="winmail.dat/Estudantes 2030.xlsx"))

    p = people("y021", 6)
    old3 = own(HELGA, "2030-03-20 18:10", "RES: Audiência pública do plano de custeio", ["De acordo. Divulguem também no WhatsApp, para todos os segurados.", "Helga"], to=CI)
    old2 = dict(own(CI, "2030-03-21 09:02", "Audiência pública do plano de custeio", ["Nádia, solicito o envio por e-mail às entidades da lista:", "O Ipreville convida para a audiência pública do plano de custeio, em 4 de abril, às 19h.", "Segue a lista em anexo."]), quoted=old3)
    old1 = dict(own(NADIA, "2030-03-21 16:48", "RES: Audiência pública do plano de custeio", ["Olavo, enviado a 22 entidades. Se precisar cancelar, me avise logo.", "Nádia"], to=CI), quoted=old2)
    mail("y021", "request", "outlook", CI, "RES: RES: Audiência pública do plano de custeio", "2030-04-11 10:27",
         ["Nádia, bom dia,", "A audiência foi um sucesso, obrigado pela divulgação! Agora preciso de outro envio por e-mail, só aos inscritos que deixaram perguntas (lista nova em anexo).", "Assunto: Respostas às perguntas da audiência pública", "Texto:",
          T("Prezado(a) participante,\n\nAs respostas às perguntas feitas na audiência pública de 4 de abril estão publicadas na página do Controle Interno, no site do Ipreville.\n\nSe a sua pergunta não estiver lá, responda a este e-mail."), "Atenciosamente,"], sig=S_OLAVO, irt="audiencia-0321.b@ipreville.example", quoted=old1,
         att=[f("perguntas audiência.xlsx", xlsx({"Inscritos": mails_of(p)}))],
         traps=["'RES: RES:' and In-Reply-To, yet a new request", "an older request is quoted below", "quoted 'de acordo', 'WhatsApp', 'cancelar'"], why="A new sending with its own text, list and subject.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Respostas às perguntas da audiência pública", recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="perguntas audiência.xlsx"))

    mail("y022", "request", "outlook", GAB, "Nota de pesar - servidor Anselmo Tribess", "2030-04-12 14:08",
         ["Prezada Nádia,", "Com pesar, solicitamos o envio por e-mail, a todos os segurados do Instituto, da nota abaixo, com o assunto \"Nota de pesar\".", T("NOTA DE PESAR\n\nO Ipreville lamenta o falecimento do servidor aposentado Anselmo Tribess, primeiro presidente deste Instituto, e se solidariza com a família e os amigos.\n\nO velório será na capela central, a partir das 17h.", "box"), "Obrigado,"], sig=S_AURELIO,
         traps=["general audience by e-mail: there is a general list for WhatsApp only"], why="No general e-mail list is configured.",
         want=dict(channel=["email"], audience="general", area="gabinete", category="institucional", message_subject="Nota de pesar", missing=["recipients"], dispatch=False))

    p = people("y023", 8)
    rows = [["Segurado", "Fone"]] + [[p[0].name, p[0].phone(6)], [p[1].name, p[1].phone8()], [p[2].name, p[2].landline() + " ou " + p[2].phone(0)], [p[3].name, p[3].no_ddd()], [p[4].name, p[4].phone(5)], [p[5].name, p[5].phone(3)], [p[6].name, p[6].landline()], [p[7].name, None], [p[0].name, p[0].phone(4)]]
    mail("y023", "request", "outlook", OTAVIO, "WhatsApp - contagem de tempo pronta", "2030-04-15 13:55",
         ["Boa tarde, Nádia.", "Peço mandar por WhatsApp aos segurados da planilha:", T("Ipreville: a contagem do seu tempo de contribuição ficou pronta. Retire o documento na recepção, de segunda a sexta, das 8h às 14h, com identidade.", "quote"), "Os que voltarem você me avisa, que eu peço o número novo na secretaria de cada um.", "Obrigado,"], sig=S_OTAVIO, att=[f("contagens.xls", xls(rows))],
         traps=["two numbers in a cell, the first a landline", "missing ninth digit (fixable)", "no area code", "landline", "empty cell", "the same number in two spellings"], why="Five usable, three not, one repeated.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=5, rejected=3, duplicates=1, dispatch=True, list_source="contagens.xls"))

    p = people("y024", 7)
    mail("y024", "request", "outlook", SOLANGE, "Manual do plano de saúde", "2030-04-16 10:30",
         ["Nádia, querida, bom dia.", "Mandar por e-mail aos titulares da planilha, com os dois PDFs em anexo (o manual e a rede credenciada). A planilha, claro, fica com você!", "Texto:",
          T("Prezado(a) titular,\n\nSeguem em anexo o manual do plano de saúde e a relação da rede credenciada de 2030.\n\nGuarde o manual: ele explica prazos, carências e reembolsos.\n\nGerência Administrativa"), "Obrigadíssima!"], sig=S_SOLANGE, logo=True, disc=D3,
         att=[f("Manual do plano 2030.pdf", pdf(["Manual do plano"])), f("Rede credenciada – abril.pdf", pdf(["Rede credenciada"])), f("titulares.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["the list must not go along", "disclaimer naming both channels", "no explicit subject"], why="Two PDFs go; sheet and logo stay.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="orientacao", message_subject="Manual do plano de saúde", recipients=7, rejected=0, duplicates=0, attachments_to_send=["Manual do plano 2030.pdf", "Rede credenciada – abril.pdf"], dispatch=True, accept={"category": ["institucional", "atendimento"]}, list_source="titulares.xlsx"))

    p = people("y025", 5)
    mail("y025", "request", "zimbra", PERICIA, "WhatsApp junta de abril - agendar", "2030-04-16 15:44",
         ["Boa tarde!", "Por favor, agendar para terça-feira, dia 24/04/2030, às 8h, o envio por WhatsApp desta mensagem aos periciandos da planilha:", T("A Perícia Médica do Ipreville lembra: na junta médica, apresente os exames originais. Cópias simples não serão aceitas."), "Muito obrigado, Fabrício - Agenda"], att=[f("junta abril.xlsx", xlsx({"Plan1": phones_of(p, ("Periciando", "Celular"))}))],
         traps=["24/04/2030 is a Wednesday"], why="Weekday and date disagree: ask.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=5, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, list_source="junta abril.xlsx"))

    p = people("y026", 6)
    mail("y026", "request", "outlook", ADM, "Passeio dos aposentados cancelado", "2030-04-17 09:20",
         ["Bom dia, Nádia!", "Uma pena, mas a estrada caiu. Favor avisar por e-mail os inscritos da lista anexa:", T("Caros inscritos,\n\nInformamos que o passeio de 27 de abril à serra está cancelado, por causa da interdição da estrada. Desconsiderem o convite e o roteiro enviados antes.\n\nO valor pago será devolvido até 10 de maio. Não é preciso pedir."), "Obrigada!"], sig=S_RITA,
         att=[f("inscritos passeio.csv", csv(mails_of(p, ("nome", "e-mail"))))], traps=["'cancelado' in the subject and 'desconsiderem' in the text belong to the message"], why="It asks for a sending.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Passeio dos aposentados cancelado", recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="inscritos passeio.csv"))

    p = people("y027", 8)
    mail("y027", "request", "owa", KELI, "Devolução de IR - e-mail", "2030-04-18 11:05",
         ["Bom dia, Nádia.", "Enviar por e-mail aos 14 beneficiários da planilha, nem um a mais nem um a menos, porque o valor já foi empenhado para esses 14.", "Assunto: Devolução de imposto de renda retido a maior", "Texto:", T("Prezado(a) beneficiário(a), o imposto de renda retido a maior em janeiro e fevereiro será devolvido na folha de maio de 2030."), "Obrigada!"], sig=S_KELI,
         att=[f("devolução IR.xlsx", xlsx({"Plan1": mails_of(p, ("Beneficiário", "E-mail"))}))], traps=["14 announced twice, 8 in the list"], why="List and words disagree and the number is stressed: ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="imposto-de-renda", message_subject="Devolução de imposto de renda retido a maior", recipients=8, rejected=0, duplicates=0, missing=["recipients_confirm"], dispatch=False, accept={"category": ["pagamento"], "recipients": [None, 8], "rejected": [None, 0], "duplicates": [None, 0]}, list_source="devolução IR.xlsx"))

    p = people("y028", 3)
    mail("y028", "request", "android-outlook", MARLISE, "whatsapp requerentes", "2030-04-22 18:31",
         ["Nádia, consegue mandar no whatsapp pra esses três aquele recado que a gente usou na turma de fevereiro? Só troca a data pra 6 de maio", f"{p[0].name} {p[0].phone(0)}\n{p[1].name} {p[1].phone(1)}\n{p[2].name} {p[2].phone(6)}", "Brigada, te devo um café"], to=[NADIA, ASSESSORIA],
         traps=["text only by reference to an earlier message", "recipients typed one a line with phone"], why="The text is not in the mail: ask for it.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category=None, recipients=3, rejected=0, duplicates=0, missing=["message_text"], dispatch=False, accept={"category": ["andamento", "orientacao", "atendimento", "prova-de-vida", "recadastramento"]}, list_source="body"))

    p = people("y029", 6)
    mail("y029", "request", "roundcube", COM, "Pesquisa sobre o atendimento por telefone", "2030-04-23 10:12",
         ["Bom dia, Nádia,", "Segue para envio por e-mail, a quem ligou em março (CSV anexo), a pesquisa do telefone. Título do e-mail: Como foi a sua ligação para o Ipreville?", "Texto do e-mail:",
          T("Olá!\n\nEm março você ligou para o Ipreville. Conte como foi, em três perguntas:\n\n- a espera foi curta?\n- a sua dúvida foi resolvida?\n- você foi bem tratado(a)?\n\nResponda até 10 de maio em https://pesquisa.ipreville.example/telefone\n\nObrigado!\nComunicação do Ipreville"), "Já adianto que a minha nota seria 10, hein? Abraço!"], sig=S_CAIO,
         att=[f("ligacoes_marco.csv", csv(mails_of(p, ("nome", "email")), sep=",", enc="utf-8"))], traps=["list of points", "'Título do e-mail'", "the message has its own thanks and closing", "a joke after the text", "flowed lines"], why="Everything is stated.",
         want=dict(channel=["email"], audience="specific", area="comunicacao", category="pesquisa", message_subject="Como foi a sua ligação para o Ipreville?", recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="ligacoes_marco.csv"))

    mail("y030", "request", "outlook", CESAR, "Campanha do agasalho - cartaz", "2030-04-24 09:58",
         ["Nádia, bom dia.", "Segue anexo o cartaz da campanha do agasalho, para disparo por WhatsApp a todos os segurados. Texto que acompanha o cartaz:", T("A campanha do agasalho do Ipreville começou! Traga roupas e cobertores limpos até 31 de maio, na recepção ou no Núcleo de Saúde."), "Atenciosamente,"], sig=S_CESAR, logo=True,
         traps=["a poster is announced but only the signature logo is there"], why="The picture did not come.",
         want=dict(channel=["whatsapp"], audience="general", area="pericia-medica", category="institucional", missing=["media"], dispatch=False, accept={"category": ["evento", "orientacao"]}))

    p = people("y031", 8)
    mail("y031", "request", "outlook", GAB, "Chamamento dos representantes – e-mail", "2030-04-25 16:37",
         ["Senhora Assessora,", "Encaminho, para remessa por e-mail aos representantes relacionados na planilha, o texto abaixo, sob o assunto \"Chamamento para a comissão do acordo\". Peço, contudo, que a remessa somente seja feita depois que eu avisar da publicação do edital no Diário Oficial, o que depende da Imprensa e ainda não tem dia.",
          T("Prezado(a) representante,\n\nCom a publicação do edital, fica V. Sa. convocado(a) a indicar, em 15 dias, um nome para a comissão de acompanhamento do acordo.", "hr"), "Grato pela compreensão,"], sig=S_AURELIO, att=[f("representantes.xlsx", xlsx({"Plan1": mails_of(p, ("Representante", "E-mail"))}))],
         traps=["may only go after a word of the requester, with no day said"], why="Must wait for the requester's notice; no date can be set.",
         want=dict(channel=["email"], audience="specific", area="gabinete", category="orientacao", message_subject="Chamamento para a comissão do acordo", recipients=8, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, accept={"missing": [[]], "category": ["institucional", "eleicao", "andamento"]}, list_source="representantes.xlsx"))

    p = people("y032", 4)
    mail("y032", "request", "gmail-app", ZILA, "grupo de cuidadores - recado", "2030-04-26 12:14",
         ["Nádia, boa tarde!! Manda esse recadinho por WhatsApp, por favor, para as quatro cuidadoras aqui:", "\n".join(f"{x.name} – {x.phone(i)}" for i, x in enumerate(p)), "Recado:", T("O encontro do grupo de cuidadores de 30 de abril será na biblioteca, e não no auditório. O horário é o mesmo: 14h."), "Deus te pague kkk"],
         traps=["recipients typed in the body", "a joke after the text"], why="Four numbers, all stated.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="evento", recipients=4, rejected=0, duplicates=0, dispatch=True, accept={"category": ["atendimento"]}, list_source="body"))

    p = people("y033", 7)
    mail("y033", "request", "zimbra", CADM, "Posse dos novos conselheiros", "2030-05-20 09:40",
         ["Prezada Nádia, bom dia.", "Solicitamos o envio, por e-mail, do convite abaixo aos convidados relacionados no arquivo anexo.", "Assunto: Convite – posse dos conselheiros eleitos", "Segue o texto:",
          T("Prezado(a) convidado(a),\n\nO Conselho Administrativo tem a honra de convidar V. Sa. para a posse dos conselheiros eleitos, no dia 29 de maio de 2030, às 19h, na Câmara Municipal.\n\nTraje: passeio.\n\nConselho Administrativo do Ipreville"),
          "Sem mais para o momento, agradecemos.", "Atenciosamente,"], sig=S_NOEMI, att=[f("convidados posse.xlsx", xlsx({"Convidados": mails_of(p, ("Convidado", "E-mail")) + [["Banda municipal", "vai por ofício"]]}))],
         traps=["message has its own closing", "a row that goes by letter"], why="Everything is stated; one row has no address.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="institucional", message_subject="Convite – posse dos conselheiros eleitos", recipients=7, rejected=1, duplicates=0, dispatch=True, accept={"category": ["evento", "eleicao"]}, list_source="convidados posse.xlsx"))

    p = people("y034", 9)
    mail("y034", "request", "iphone", MARLISE, "WhatsApp dos aniversariantes de maio", "2030-05-06 08:04",
         ["Bom dia Nádia segue a planilha dos aniversariantes de maio, pode mandar por WhatsApp hoje mesmo, o texto é o de baixo", T("Parabéns pelo seu aniversário! Neste mês você também faz a prova de vida do Ipreville: venha à sede com um documento com foto ou use o aplicativo, até 31 de maio de 2030."), "Obrigada, qualquer coisa me liga que hoje estou na rua"],
         att=[f("aniversariantes maio.xlsx", xlsx({"Maio": phones_of(p, ("Segurado", "Celular"))}))], traps=["dictated", "a remark after the text"], why="All stated; nine numbers in nine spellings.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="prova-de-vida", recipients=9, rejected=0, duplicates=0, dispatch=True, list_source="aniversariantes maio.xlsx"))


def answers():
    p = people("y035", 11)
    mail("y035", "reply-to-request", "outlook", LENITA, "RES: [AR-2030-0415] Falta a lista de destinatários", "2030-03-13 11:26", ["Perdão, Nádia, ficou na outra pasta. Aí está."], sig=S_LENITA, logo=True, reply_to="ack415",
         quoted=ask("AR-2030-0415", "Falta a lista de destinatários", "2030-03-13 09:40", LENITA, "Prezada Dra. Lenita,\n\nPara concluir o envio AR-2030-0415 falta a lista de destinatários. Responda a este e-mail anexando a planilha."),
         att=[f("cuidadores.xlsx", xlsx({"Plan1": mails_of(p, ("Cuidador(a)", "E-mail")) + [["Nelcy Buzzi", "não tem"]]}))], traps=["protocol in the subject", "an excuse and three words", "one row without address"], why="Completes the open request.",
         want=dict(area="pericia-medica", recipients=11, rejected=1, duplicates=0, relates_to="AR-2030-0415", effect="completes", dispatch=True, list_source="cuidadores.xlsx"))
    mail("y036", "reply-to-request", "outlook", ZILA, "RES: Curadores - pedido de envio", "2030-03-13 09:22", ["Nádia, errei o horário da recepção! No texto, onde está \"das 8h às 14h\" o certo é \"das 7h às 13h\". Desculpe o trabalho dobrado."], sig=S_ZILA, reply_to="y001",
         quoted=own(ZILA, "2030-03-13 09:10", "Curadores - pedido de envio", ["Bom dia, Nádia! Tudo bem por aí?", "Na última rodada de visitas eu dei com a cara na porta quatro vezes [...]"]), traps=["correction twelve minutes after the request: may already be sent"], why="Correction of y001; a person (or a confirmed edit) applies it.",
         want=dict(area="pericia-medica", relates_to="y001", effect="corrects", dispatch=False))
    mail("y037", "reply-to-request", "android-outlook", OTAVIO, "RES: Abono de permanência – deferidos", "2030-03-22 12:03", ["Por e-mail, por favor."], reply_to="y009", quoted=dict(AUTO, at="2030-03-22 10:20", to=OTAVIO, subject="RES: Abono de permanência – deferidos", body=["Otávio, o comunicado aos servidores deve seguir por e-mail ou por WhatsApp?"]),
         traps=["three words answer the question", "the quoted question names both channels"], why="Channel given: e-mail.", want=dict(channel=["email"], area="gerencia-previdencia", relates_to="y009", effect="completes", dispatch=True))
    mail("y038", "reply-to-request", "owa", ADM, "RES: [AR-2030-0412] Envio concluído", "2030-03-08 08:50", ["Que rapidez! Obrigada, Nádia, vocês são dez. O pessoal do balcão já sentiu o efeito, tem fila para fazer crachá, rsrs."], sig=S_RITA, reply_to="ack412", quoted=ask("AR-2030-0412", "Envio concluído", "2030-03-07 16:00", ADM, "O envio AR-2030-0412 foi concluído: 388 mensagens."), traps=["nothing to do"], why="Thanks only.",
         want=dict(area="gerencia-administrativa", relates_to="AR-2030-0412", effect="thanks", dispatch=False))
    mail("y039", "reply-to-request", "outlook", OTAVIO, "RES: [AR-2030-0411] Solicitação recebida", "2030-03-13 14:30", ["Nádia, boa tarde. Esse já foi? Um senhor está aqui no balcão jurando que não recebeu nada."], sig=S_OTAVIO, reply_to="ack411", quoted=ack(411, "Prova de vida – aniversariantes de fevereiro", "2030-03-06 16:10", OTAVIO), traps=["asks, does not request a sending"], why="Answer with the state of AR-2030-0411.",
         want=dict(area="gerencia-previdencia", relates_to="AR-2030-0411", effect="status-question", dispatch=False))
    t40 = "Prezado(a) titular, a partir de maio de 2030 a mensalidade do plano odontológico passa a R$ 31,90 por pessoa, descontada em folha. Para sair do plano, faça o pedido até 12/04/2030."
    mail("y040", "reply-to-request", "outlook", KELI, "AR-2030-0414 - redação nova", "2030-03-14 09:05", ["Nádia, bom dia.", "O Jair me pediu para trocar o texto do plano odontológico, pois a operadora mudou o valor ontem à noite. Fica assim:", T(t40, "curly"), "O resto continua igual."], sig=S_KELI,
         traps=["no In-Reply-To, other sender of the same area", "has a message text but is no new request", "request waits for approval: it must be asked again"], why="Replaces the text of a pending request.",
         want=dict(area="gerencia-financeira", message_text=t40, relates_to="AR-2030-0414", effect="corrects", dispatch=False))
    x = people("y015", 5)[2]
    mail("y041", "reply-to-request", "outlook", PREV, "RES: Falta de certidão de casamento", "2030-04-01 11:39", [f"Nádia, tira só o processo PM 218/2030 ({x.name}) da lista, por favor. A certidão estava grudada na folha de trás, acabamos de achar. 🙈 Os demais podem receber."], sig=S_IVETE, reply_to="y015",
         quoted=own(PREV, "2030-04-01 11:18", "Falta de certidão de casamento", ["Nádia, bom dia.", "Por gentileza, encaminhar por e-mail aos requerentes do quadro:"]), traps=["removes one recipient; not a cancellation"], why="Correction of the list of y015.", want=dict(area="gerencia-previdencia", relates_to="y015", effect="corrects", dispatch=False))
    mail("y042", "reply-to-request", "outlook", KELI, "RES: Devolução de IR - e-mail", "2030-04-18 14:20", ["Respondi em azul:", "1) A planilha tem 8 linhas e o pedido fala em 14. Quais devem receber?", ("color", [("p", "Só os 8 da planilha. Os outros 6 são de outro instituto, me confundi com a soma.")], "#0070C0"), "2) O envio pode ser feito ainda hoje?", ("color", [("p", "Pode, sim.")], "#0070C0")], sig=S_KELI, reply_to="y027",
         traps=["the answers stand under repeated questions, marked by colour"], why="Confirms the list of y027: release it.", want=dict(area="gerencia-financeira", relates_to="y027", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("y043", "reply-to-request", "roundcube", "Robson Dias <envios@callcenter.example>", "Re: [AR-2030-0413] Pacote para envio por WhatsApp", "2030-03-08 10:11", ["Bom dia, Nádia.", "O arquivo da imagem chegou corrompido, não abre em nenhum dos nossos programas. Você consegue mandar de novo? Só disparamos depois disso."], sig=S_ROBSON, auth="ext", reply_to="cc413", quoted=pack(413, "2030-03-08 09:30", "4.926"),
         traps=["from the call center but no report", "the quoted text contains 'relatório'"], why="The call center needs something: alert a person.", want=dict(relates_to="AR-2030-0413", effect="question", dispatch=False))
    mail("y044", "approval", "ios-outlook", HELGA, "RES: [AR-2030-0416] Para aprovação: Proposta de regimento interno", "2030-03-13 21:16", ["Li tudo e está ótimo, aprovado. Parabéns à Noemi!"], reply_to="ok416", quoted=preview(416, "Proposta de regimento interno", "2030-03-13 15:00", "41 destinatários, e-mail"), traps=["praise around the consent", "the quoted text contains both APROVO and NÃO APROVO"], why="Approver's own words approve.",
         want=dict(area="gabinete", relates_to="AR-2030-0416", dispatch=True))
    mail("y045", "reply-to-request", "outlook", HELGA, "RES: [AR-2030-0414] Para aprovação: Desconto do plano odontológico", "2030-03-15 08:40", ["Por mim tudo bem, só tirem antes a frase do valor, que a operadora ainda não assinou. Depois me mostrem como ficou."], sig=S_HELGA, reply_to="ok414", quoted=preview(414, "Desconto do plano odontológico", "2030-03-14 17:30", "743 destinatários, e-mail e WhatsApp"), traps=["conditional approval: must not release the text as it stands"], why="Consent with a change first; dispatch must be false.",
         want=dict(area="gabinete", relates_to="AR-2030-0414", effect="corrects", dispatch=False, accept={"class": ["approval"], "effect": ["rejects"]}))
    mail("y046", "approval", "outlook", HELGA, "RES: [AR-2030-0419] Para aprovação: Fechamento no feriado municipal", "2030-03-14 18:25", ["Aprovo. Pode sair na segunda-feira, 18/03, às 9h, para o pessoal não esquecer no fim de semana.", "Obrigada,"], sig=S_HELGA, logo=True, reply_to="ok419", quoted=preview(419, "Fechamento no feriado municipal", "2030-03-14 16:10", "todos os segurados, WhatsApp"), traps=["approval with a schedule", "a reason that is no reserve"], why="Approved, to go on Monday 18/03/2030 at 9:00.",
         want=dict(area="gabinete", relates_to="AR-2030-0419", send_at="2030-03-18T09:00", dispatch=True))
    mail("y047", "cancellation", "thunderbird", GAB, "Re: Ação coletiva – comunicado aos autores", "2030-03-18 11:58", ["Senhora Assessora,", "Tendo o Juízo, há poucos minutos, suspendido o prazo de adesão, e não convindo, por isso, que os autores recebam orientação já superada, solicito que a remessa abaixo não seja feita.", "Respeitosamente,"], sig=S_AURELIO, reply_to="y005",
         quoted=own(GAB, "2030-03-18 11:32", "Ação coletiva – comunicado aos autores", ["Senhora Assessora,", "Considerando que a ação coletiva do adicional noturno transitou em julgado em fevereiro [...]"]), traps=["a long sentence, the order stands at its end", "no word 'cancelar', no protocol"], why="Cancel y005; nothing may go out.", want=dict(area="gabinete", relates_to="y005", dispatch=False))
    mail("y048", "cancellation", "iphone", ADM, "passeio", "2030-04-17 09:41", ["Nádia, cancela o e-mail do passeio que pedi agora há pouco!! A prefeitura liberou a estrada e o passeio vai acontecer. Ufa", "Rita"], tail=False, traps=["new thread, no protocol, no In-Reply-To: found by area and subject"], why="Refers to y026, of 21 minutes before.", want=dict(area="gerencia-administrativa", relates_to="y026", dispatch=False))
    mail("y049", "cancellation", "outlook", SAUDE, "RES: [AR-2030-0420] Solicitação recebida", "2030-03-12 09:03", ["Nádia, favor suspender esse envio, as perícias ficam no local de sempre. Se já estiver com a Elo, pede para pararem, por favor!", "Obrigada,"], sig=S_ZILA, reply_to="ack420", quoted=ack(420, "Mudança do local das perícias", "2030-03-12 08:05", SAUDE), traps=["already at the call center: needs a cancel message there"], why="Cancellation after the package left.", want=dict(area="pericia-medica", relates_to="AR-2030-0420", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-generated")]
    m2, m7 = ACKS["m412"], ACKS["m417"]
    s2, s7 = "Novo crachá do aposentado", "Parecer das contas de 2029"
    r = people("y050", 5)
    mail("y050", "delivery-receipt", "receipt", MSX, "Retransmitido: " + s7, "2030-03-11 10:24:40", [], to=[PRESID], headers=auto + [("In-Reply-To", f"<{m7}>")], envelope="",
         raw_root=dsn("y050", "A entrega a estes destinatários ou grupos foi concluída, mas o servidor de destino não enviou uma notificação de entrega:\n\n" + "\n\n".join(x.email for x in r) + f"\n\nAssunto: {s7}\n", [(x.email, "relayed", "2.0.0", None) for x in r], "2030-03-11 10:21", m7, html="<p>A entrega foi concluída, mas o servidor de destino não enviou uma notificação de entrega.</p>", subject=s7),
         traps=["'relayed' is not 'delivered'", "five recipients in one DSN"], why="Relay to the requesting area.", want=dict(relates_to="AR-2030-0417", receipt={"action": "relayed", "recipients": [x.email for x in r]}))
    r = people("y051", 1)[0]
    mail("y051", "delivery-receipt", "receipt", "postmaster@caixapostal.example <postmaster@caixapostal.example>", "Entregue: " + s2, "2030-03-07 15:12:19", [], to=[PRESID], auth="ext", envelope="", headers=auto + [("In-Reply-To", f"<{m2}>")],
         raw_root=dsn("y051", f"Sua mensagem foi entregue aos seguintes destinatários:\n\n{r.name} ({r.email})\n\nAssunto: {s2}\n", [(r.email, "delivered", "2.1.5", None)], "2030-03-07 15:11", m2, mta="mx1.caixapostal.example", subject=s2), traps=["outside postmaster"], why="Delivered.", want=dict(relates_to="AR-2030-0412", receipt={"action": "delivered", "recipients": [r.email]}))
    r = people("y052", 1)
    mail("y052", "delivery-receipt", "receipt", MSX, "Não é possível entregar: " + s2, "2030-03-07 15:14:02", [], to=[PRESID], headers=auto, envelope="",
         raw_root=dsn("y052", "Falha na entrega a estes destinatários ou grupos:\n\n" + "\n\n".join(f"{x.email}\nA caixa de correio do destinatário está cheia e não pode aceitar mensagens agora." for x in r) + "\n\nInformações de diagnóstico para administradores:\n\nServidor de origem: GV1P152MB0071.BRAP152.PROD.OUTLOOK.EXAMPLE\n", [(x.email, "failed", "5.2.2", "552 5.2.2 Mailbox full") for x in r], "2030-03-07 15:11", m2, html="<p>Falha na entrega a estes destinatários</p>", subject=s2),
         traps=["failure: mailbox full"], why="NDR.", want=dict(relates_to="AR-2030-0412", receipt={"action": "failed", "recipients": [x.email for x in r]}))
    r = people("y053", 1)[0]
    mail("y053", "delivery-receipt", "receipt", "Mail Delivery Subsystem <mailer-daemon@provedor.example>", "Delivery Status Notification (Delay)", "2030-03-11 15:02:33", [], to=[PRESID], auth="none", envelope="", headers=auto,
         raw_root=dsn("y053", f"The message to {r.email} could not be delivered yet and will be tried again for 45 hours.\n\nThe response was: 421 4.3.2 Service not available\n", [(r.email, "delayed", "4.3.2", "421 4.3.2 Service not available, closing transmission channel")], "2030-03-11 10:21", m7, mta="mx3.provedor.example", subject=s7), traps=["English, subject without the original subject", "delay is not final"], why="Delay notice.",
         want=dict(relates_to="AR-2030-0417", receipt={"action": "delayed", "recipients": [r.email]}))
    r = people("y054", 1)[0]
    mail("y054", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Lida: " + s7, "2030-03-12 06:48:11", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", f"<{m7}>")],
         raw_root=mdn("y054", f"Sua mensagem\n\n   Para: {r.name}\n   Assunto: {s7}\n   Enviada: segunda-feira, 11 de março de 2030 10:20:00\n\nfoi lida em terça-feira, 12 de março de 2030 06:48:02.\n", r.email, m7, "manual-action/MDN-sent-manually; displayed"), traps=["a read receipt from an insured person is no answer"], why="MDN 'displayed'.",
         want=dict(relates_to="AR-2030-0417", receipt={"action": "read", "recipients": [r.email]}))

    p = people("y055", 57)
    st = ["Lida"] * 31 + ["Entregue"] * 19 + ["Falha (número inválido)"] * 7
    mail("y055", "call-center-report", "roundcube", "Robson Dias <envios@callcenter.example>", "Re: [AR-2030-0418] Pacote para envio por WhatsApp", "2030-03-11 18:20", ["Boa tarde, Nádia!", "Finalizado. Relatório anexo, um contato por linha."], sig=S_ROBSON, auth="ext", reply_to="cc418", quoted=pack(418, "2030-03-11 14:40", 57),
         att=[f("relatorio_0418.xlsx", xlsx({"Envios": [["Contato", "Número", "Situação"]] + [[x.name, x.e164, s] for x, s in zip(p, st)]}))], traps=["one line a contact; read messages are also delivered ones"], why="In thread, with protocol.",
         want=dict(relates_to="AR-2030-0418", report={"complete": True, "sent": 57, "delivered": 50, "read": 31, "failed": 7}))
    p = people("y056", 134)
    st = ["ENTREGUE"] * 80 + ["ERRO"] * 6 + ["ENTREGUE"] * 43 + ["ERRO"] * 5
    mail("y056", "call-center-report", "outlook", "Camila Bertol <camila.bertol@callcenter.example>", "Resultado - prova de vida aniversariantes", "2030-03-14 10:33", ["Bom dia!", "Encaminho o resultado da ação de prova de vida (aniversariantes), disparada em 07/03 para 134 contatos. Desculpe a demora, trocamos de sistema.", "Att,"], sig=["Camila Bertol", "Atendimento a Clientes | Elo Atendimento"], auth="ext",
         att=[f("resultado.csv", csv([["numero", "nome", "status"]] + [[x.e164, x.name, s] for x, s in zip(p, st)]))], traps=["no protocol, other address of the company, new thread", "matched by date, subject and quantity"], why="Only AR-2030-0411 went on 07/03 with 134 contacts.",
         want=dict(relates_to="AR-2030-0411", report={"complete": True, "sent": 134, "delivered": 123, "read": None, "failed": 11}))
    mail("y057", "call-center-report", "roundcube", "Robson Dias <envios@callcenter.example>", "Re: [AR-2030-0413] Pacote para envio por WhatsApp", "2030-03-11 19:04", ["Boa noite, Nádia.", "Parcial de hoje: 2.800 enviadas das 4.926, sendo 2.655 entregues e 145 com falha. O restante sai amanhã pela manhã."], sig=S_ROBSON, auth="ext", reply_to="cc413", quoted=pack(413, "2030-03-08 09:30", "4.926"), traps=["figures in running text with thousands points", "partial"], why="Partial report.",
         want=dict(relates_to="AR-2030-0413", report={"complete": False, "sent": 2800, "delivered": 2655, "read": None, "failed": 145}))
    mail("y058", "call-center-report", "webmail", "Elo Disparos (não responder) <noreply@disparos.callcenter.example>", "Disparo IPREVILLE_DENGUE finalizado", "2030-03-12 12:40", ["O disparo IPREVILLE_DENGUE foi finalizado. Os totais estão no PDF anexo.", "Mensagem automática, não responda."], auth="ext", headers=auto,
         att=[f("IPREVILLE_DENGUE.pdf", pdf(["Elo Atendimento - Totais do disparo", "Disparo: IPREVILLE_DENGUE", "Situação: FINALIZADO", "Enviadas: 4.926", "Entregues: 4.601", "Lidas: 3.015", "Falhas: 325"]))], traps=["Auto-Submitted and noreply, yet a report", "complete after the partial one", "figures in a PDF"], why="Completes AR-2030-0413 (4926 contacts).",
         want=dict(relates_to="AR-2030-0413", report={"complete": True, "sent": 4926, "delivered": 4601, "read": 3015, "failed": 325}, accept={"report": [{"complete": True, "sent": None, "delivered": None, "read": None, "failed": None}]}))
    mail("y059", "call-center-report", "gmail", "Camila Bertol <camila.bertol@callcenter.example>", "Fechamento", "2030-03-12 11:15", ["Oi, Nádia! Aquele dos 23 fechou antes de chegar o pedido para parar: 23 enviadas, 21 entregues, 2 falhas. Sinto muito!"], sig=["Camila"], to=[NADIA, ASSESSORIA], auth="ext", traps=["only the number 23 links it", "sent in spite of the cancellation"], why="23 contacts: AR-2030-0420.",
         want=dict(relates_to="AR-2030-0420", report={"complete": True, "sent": 23, "delivered": 21, "read": None, "failed": 2}))

    mail("y060", "auto-reply", "outlook", SOLANGE, "Resposta automática: [AR-2030-0412] Envio concluído", "2030-03-07 16:01", ["Estou em férias até 18/03. Para pedidos de envio de e-mail aos servidores, fale com a Rita (ramal 0036). Assuntos urgentes: administrativo@ipreville.example."], irt=ACKS["ack412"], headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-replied")], traps=["contains 'pedidos de envio de e-mail' and comes from an area"], why="Out of office.",
         want=dict(area="gerencia-administrativa", relates_to="AR-2030-0412", accept={"area": [None], "relates_to": [None]}))
    mail("y061", "auto-reply", "gmail", "Dorival Uber <dorival.uber@correio.example>", "Re: " + s7, "2030-03-11 10:23", ["Oi! Estou pescando no Pantanal até o fim do mês e lá não pega sinal. Na volta eu respondo."], to=[PRESID], auth="ext", irt=m7, headers=[("Auto-Submitted", "auto-replied"), ("Precedence", "bulk")], traps=["an insured person's vacation responder, in a personal voice"], why="Vacation responder.",
         want=dict(relates_to="AR-2030-0417", accept={"relates_to": [None]}))
    mail("y062", "auto-reply", "roundcube", "Ouvidoria Municipal <ouvidoria@prefeitura.example>", "Re: " + s2, "2030-03-07 15:13", ["Recebemos a sua manifestação, registrada sob o protocolo OM-2030.004417. O prazo de resposta é de 20 dias.", "Esta é uma mensagem automática."], to=[PRESID], auth="ext", irt=m2, headers=[("Auto-Submitted", "auto-replied")], traps=["ticket system with a protocol number of its own"], why="Automatic ticket acknowledgement.",
         want=dict(relates_to="AR-2030-0412", accept={"relates_to": [None]}))


def others():
    s2, s7 = "Novo crachá do aposentado", "Parecer das contas de 2029"
    q2 = dict(PRES, at="2030-03-07 15:10", to="undisclosed-recipients:;", subject=s2, body=["Prezado(a) aposentado(a),", "O novo crachá do aposentado já pode ser pedido na recepção do Ipreville..."])
    q7 = dict(PRES, at="2030-03-11 10:20", to="undisclosed-recipients:;", subject=s7, body=["Prezados,", "O Conselho Fiscal publicou o parecer das contas de 2029..."])
    mail("y063", "insured-reply", "gmail-app", "Catarina Floriani <catarina.floriani@mail.example>", "Re: " + s2, "2030-03-08 07:35", ["Bom dia, precisa levar foto 3x4 ou vocês tiram na hora? Minha mãe tem 91 anos e não anda, posso retirar por ela com procuração? Obrigada, Catarina"], to=[PRESID], auth="ext", reply_to="m412", quoted=q2, traps=["a daughter asks for the insured person"], why="Two-way contact: forward to Gerência Administrativa.", want=dict(relates_to="AR-2030-0412"))
    mail("y064", "insured-reply", "yahoo", "Orlando Gesser <orlando.gesser@provedor.example>", "Re: " + s7, "2030-03-11 22:51", ["Não entendo nada dessas contas e não quero mais receber esses e-mails. Tirem o meu nome da lista por favor."], to=[PRESID], auth="ext", reply_to="m417", quoted=q7, traps=["'tirem o meu nome da lista' is an opt-out, not a correction by an area"], why="Opt-out: register and forward.", want=dict(relates_to="AR-2030-0417", opt_out=True))
    mail("y065", "insured-reply", "samsung", "Quitéria Mafra <quiteria.mafra@webmail.example>", "comprovante de endereço", "2030-03-20 19:40", ["Boa noite sou aposentada e mudei de casa, segue a foto da conta de luz pra voces arrumar o meu cadastro. Quitéria Mafra"], auth="ext", att=[f("20300320_193801.jpg", image("JPEG"))], traps=["personal data on her own initiative; no thread"], why="From an insured person; a person decides where it goes.",
         want=dict(category="recadastramento", relates_to=None, accept={"class": ["unrelated"], "category": [None]}))
    mail("y066", "insured-reply", "outlook", "Teodoro Voigt <teodoro.voigt@caixapostal.example>", "RES: " + s7, "2030-03-12 16:05", ["Senhores, requeiro que a minha resposta, com a crítica ao parecer, seja encaminhada por e-mail a todos os destinatários do original, em igualdade de condições."], to=[PRESID], auth="ext", reply_to="m417", quoted=q7, traps=["an insured person asks for a mass sending"], why="Reply of an insured person; forward to the Conselho Fiscal.",
         want=dict(relates_to="AR-2030-0417", accept={"class": ["unauthorized"]}))
    p = people("y067", 4)
    mail("y067", "unauthorized", "owa", "Jair Demarchi <jair.demarchi@ipreviIle.example>", "Enviar hoje - aposentados", "2030-04-03 07:31",
         ["Nádia, bom dia.", "Enviar por e-mail aos aposentados da planilha. Assunto: Diferença salarial disponível", T("Prezado(a) aposentado(a), há uma diferença salarial em seu nome. Acesse http://diferenca-ipreville.example e informe os dados do cartão para o depósito.", "curly"), "Depois te explico, é determinação da Presidência."], sig=S_JAIR, auth="ext", att=[f("aposentados.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["lookalike domain (capital i for l), real manager's name and signature, its own DKIM passes"], why="The domain is not the institute's; the text is phishing.", want=dict(reason="lookalike domain", accept={"reason": [None]}))
    mail("y068", "unauthorized", "outlook", HELGA, "WhatsApp urgente a todos", "2030-04-09 05:52", ["Nádia, envie por WhatsApp a todos os segurados, sem passar por mais ninguém:", T("Ipreville: para não perder o reajuste de abril, pague a taxa de R$ 27,00 pela chave Pix 47911110000 ainda hoje."), "Grata,"], sig=S_HELGA, auth="fail", envelope="news@mailer77.example",
         headers=[("X-MS-Exchange-Organization-AuthAs", "Internal"), ("Authentication-Results", "mx.ipreville.example; spf=pass; dkim=pass header.d=ipreville.example; dmarc=pass")], traps=["exact address of the president; SPF and DMARC fail", "forged headers further down: only the topmost ones count"], why="Authentication failed.", want=dict(reason="dmarc fail", accept={"reason": [None]}))
    mail("y069", "unauthorized", "gmail", "Rita Canuto <ritinha.canuto@webmail.example>", "lista da roda de conversa", "2030-04-06 10:20", ["Oi Nádia, aqui é a Rita do RH. Estou em casa sem acesso ao e-mail do Ipreville, você me manda nesse aqui a lista dos servidores da roda de conversa com os contatos? Quero montar os crachás no fim de semana. Bjs"], auth="ext", traps=["perhaps really Rita, but from an unknown private address; asks for personal data"], why="Identity not proven: hold and ask her at her work address.", want=dict(reason="personal address of an employee", accept={"reason": [None]}))
    mail("y070", "unauthorized", "zimbra", "Associação dos Servidores <contato@assoservidores.example>", "Divulgação da nossa festa junina", "2030-05-14 14:00", ["Prezada Assessoria,", "Pedimos que enviem, por WhatsApp, a todos os aposentados, o convite da nossa festa junina, em anexo. No ano passado o pessoal do Instituto nos ajudou e foi um sucesso.", "Contamos com vocês!"], sig=["Diretoria Social", "Associação dos Servidores"], auth="ext", att=[f("convite_junina.jpg", image("JPEG"))], traps=["a third party with a friendly tone asks for a mass sending"], why="A stranger without right; nothing may leave.",
         want=dict(reason="third party asks for a sending", accept={"class": ["unrelated"], "reason": [None]}))
    mail("y071", "unrelated", "webmail", "Escola de Gestão Pública <cursos@escolagestao.example>", "Curso: linguagem simples em e-mails e WhatsApp para segurados", "2030-03-26 08:00", ["Aprenda a escrever convocações, avisos de prova de vida e recadastramento que todos entendem.", "Turmas em maio. Inscrições: https://escolagestao.example/linguagem", "Para não receber mais, clique em descadastrar."], auth="ext", traps=["full of the domain's words"], why="Advertisement.")
    mail("y072", "unrelated", "owa", GAB, "Reunião sobre os canais de e-mail e WhatsApp - quarta, 15h", "2030-04-15 09:00", ["Nádia, você consegue participar da reunião de quarta-feira, 17/04, às 15h, na sala da Presidência? A pauta é o uso do e-mail e do WhatsApp com os segurados no segundo semestre.", "Tem bolo, se isso ajudar."], sig=S_GAB, traps=["meeting of an area, naming both channels and the insured"], why="Office matter: no sending is asked.",
         want=dict(area="gabinete", accept={"area": [None]}))
    mail("y073", "unrelated", "outlook", "Faturamento Elo Atendimento <faturamento@callcenter.example>", "Nota fiscal de março - 5.140 mensagens", "2030-04-04 11:45", ["Prezados,", "Segue a nota fiscal dos serviços de março (5.140 mensagens enviadas), com o relatório de medição e vencimento em 25/04/2030."], sig=["Faturamento", "Elo Atendimento"], auth="ext", att=[f("NF_0319.pdf", pdf(["Nota fiscal de serviços"])), f("medicao_marco.xlsx", xlsx({"Medição": [["Dia", "Enviadas", "Valor"], ["07/03", 134, 26.8], ["11/03", 57, 11.4], ["12/03", 4949, 989.8]]}))], traps=["from the call center, with 'relatório', figures and an xlsx, but an invoice"], why="Invoice: not the report of one sending.")
    mail("y074", "unrelated", "outlook", ADM, "Vaquinha do chá de bebê da Ivete", "2030-05-08 10:30", ["Pessoal,", "A Ivete sai de licença no mês que vem! Quem quiser participar do presente deixe R$ 20 comigo até sexta-feira. Não respondam a todos, é surpresa (ela não está nesta lista, conferi duas vezes).", "Beijos,"], sig=S_RITA, to=["Todos Ipreville <todos@ipreville.example>"], logo=True, traps=["internal circular from an area, to the staff"], why="Addressed to todos@; no request.", want=dict(area="gerencia-administrativa", accept={"area": [None]}))
