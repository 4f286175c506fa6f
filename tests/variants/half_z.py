"""Half z: once more seventy that the hand of the given half could have written - the same office, March to December 2031, with other people and other errands."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2031-0501", "pericia-medica", "cesar.ramthun@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Perícias de readaptação de março", "2031-03-03T10:10", 53),
    request("AR-2031-0502", "gerencia-previdencia", "otavio.bressan@ipreville.example", ["email"], "specific", "sent", "Extrato previdenciário anual", "2031-03-03T14:50", 342),
    request("AR-2031-0503", "comunicacao", "bianca.raulino@ipreville.example", ["whatsapp"], "general", "waiting-report", "Dia Internacional da Mulher", "2031-03-04T09:05", 5127),
    request("AR-2031-0504", "gerencia-financeira", "keli.borba@ipreville.example", ["email", "whatsapp"], "specific", "waiting-approval", "Fim do contracheque impresso", "", 1388),
    request("AR-2031-0505", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["email"], "specific", "waiting-data", "Carteira funcional do aposentado", "", None, ["recipients"]),
    request("AR-2031-0506", "controle-interno", "controleinterno@ipreville.example", ["email"], "specific", "waiting-approval", "Auditoria de acumulação de cargos", "", 71),
    request("AR-2031-0507", "conselho-administrativo", "conselhoadm@ipreville.example", ["email"], "specific", "sent", "Regimento eleitoral 2031", "2031-03-05T11:15", 2305),
    request("AR-2031-0508", "gerencia-previdencia", "marlise.kuhnen@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Entrega de certidões no guichê 4", "2031-03-06T15:20", 187),
    request("AR-2031-0509", "gabinete", "helga.tiedt@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Horário especial na Semana Santa", "", 5127),
    request("AR-2031-0510", "pericia-medica", "pericia@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Perícias antecipadas – Dra. Norma", "2031-03-07T08:35", 22),
]
ACKS = {f"ack{n}": f"ar-2031-0{n}.ack@ipreville.example" for n in range(501, 511)} | {f"cc{n}": f"ar-2031-0{n}.cc@ipreville.example" for n in (501, 503, 508, 510)} | {f"ok{n}": f"ar-2031-0{n}.ok@ipreville.example" for n in (504, 506, 509)}
ACKS |= {f"m{n}": f"ar-2031-0{n}.mail1@ipreville.example" for n in (502, 507)}
ZULEICA = "Zuleica Brandl <zuleica.brandl@saude.ipreville.example>"
S_ZULEICA = ["Zuleica Brandl", "Assistente social", "Núcleo de Saúde do Servidor"]
S_GREICE = ["Greice Pabst", "Setor de Pensões", "Gerência de Previdência", "Ipreville – (47) 3400-0018"]
S_RUDI = ["Rudi Klock", "Controle Interno", "Ipreville | ramal 0054"]
S_IVANIR = ["Ivanir Tambosi", "Divisão de Folha", "Gerência Financeira", "(47) 3400-0026"]
S_CLEITON = ["Cleiton Vogelsanger", "Tesouraria", "Gerência Financeira - Ipreville"]
S_MARISA = ["Marisa Hoffmann Leite", "Convênios e Benefícios", "Gerência Administrativa - Ipreville", "(47) 3400-0036"]
S_NATAN = ["Natan Schulze", "Comunicação - Ipreville"]
S_IRIS = ["Íris Bachtold", "Secretária do Conselho Administrativo"]
S_DULCE = ["Dulce Engelmann", "Assessora do Gabinete", "Ipreville", "(47) 3400-0002"]
S_MARLISE3 = ["Marlise Kühnen", "Gerência de Previdência", "(47) 3400-0010"]
S_OTAVIO3 = ["Otávio Bressan", "Gerência de Previdência – Concessões", "(47) 3400-0011"]
S_KELI3 = ["Keli Borba", "Contadoria", "Gerência Financeira - Ipreville"]
S_SOL3 = ["Solange Fiedler", "Gerência Administrativa", "Ipreville – Instituto de Previdência"]
S_CESAR3 = ["César Ramthun", "Secretaria da Perícia Médica", "(47) 3400-0042"]
S_HELGA3 = ["Helga Marcon Tiedt", "Presidente do Ipreville"]
S_RENAN = ["Renan Piske", "Mesa de Disparos", "Elo Atendimento"]
CONFID = "Confidencial: se você não é o destinatário deste e-mail, apague-o e não o encaminhe por nenhum canal (e-mail, WhatsApp ou outro). O Ipreville trata dados pessoais conforme a LGPD."
ack, preview, pack = letters("AR-2031-0")


def mails():
    IDS.update(ACKS)
    asked()
    answers()
    notices()
    others()


def asked():
    p = people("z001", 12)
    rows = mails_of(p, ("Beneficiário", "E-mail"))
    rows[4][1] = "  " + rows[4][1] + " "
    rows.insert(7, [p[1].name, p[1].email.upper() + ";"])
    rows += [["Leocádia Ribeiro Stolf", "leocadia.stolf.correio.example"], ["Arno Dognini", ""]]
    mail("z001", "request", "owa", PREV, "Prova de vida no banco - ocorrência do lote de fevereiro", "2031-03-10 09:06",
         ["Oi, Nádia, bom dia.", "O banco perdeu um lote de provas de vida de fevereiro e agora temos que avisar as pessoas. Pedimos que siga por e-mail, para a relação em anexo, com o assunto “Refaça a sua prova de vida até 11/04/2031”, esta comunicação:",
          T("Prezado(a) aposentado(a) ou pensionista,\n\nA prova de vida que você fez no caixa eletrônico em fevereiro não foi transmitida pelo banco ao Ipreville.\n\nPedimos que a refaça até 11/04/2031, em qualquer agência, levando um documento com foto. O seu pagamento de março não será afetado.\n\nLamentamos o incômodo e agradecemos a compreensão.\n\nSetor de Pensões\nIpreville"),
          "Um abraço e bom começo de semana."], sig=S_GREICE, disc=CONFID, att=[f("lote fevereiro - refazer.xlsx", xlsx({"Lote 02": rows}))],
         traps=["message has its own closing before the requester's", "the text thanks the reader", "one address repeated in capitals with a semicolon", "disclaimer naming both channels"], why="Everything is stated; one address repeated, one without @, one empty.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="prova-de-vida", message_subject="Refaça a sua prova de vida até 11/04/2031", recipients=12, rejected=2, duplicates=1, dispatch=True, list_source="lote fevereiro - refazer.xlsx"))

    p = people("z002", 7)
    when_ = [("24/03/2031", "13h30", "Sala Azul"), ("24/03/2031", "14h20", "Sala Azul"), ("24/03/2031", "15h10", "Sala Verde"), ("26/03/2031", "13h30", "Sala Azul"), ("26/03/2031", "14h20", "Sala Verde"), ("26/03/2031", "15h10", "Sala Verde"), ("26/03/2031", "16h00", "Sala Azul")]
    rows = [["NOME", "CID", "FONE", "DIA", "HORA", "SALA"]] + [[x.name, c, x.phone(i), d, h, s] for i, (x, (d, h, s), c) in enumerate(zip(p, when_, ["H54.0", "G80.9", "H90.3", "F84.0", "Q90.9", "M05.8", "H54.4"]))]
    mail("z002", "request", "outlook", PERICIA, "Biopsicossocial - turma de 24 e 26/03 (WhatsApp)", "2031-03-11 10:31",
         ["Nádia, bom dia!", "Pode mandar por WhatsApp aos que estão no arquivo? Os campos entre < e > saem das colunas.",
          T("<NOME>, boa tarde.\n\nA sua avaliação biopsicossocial ficou para <DIA>, às <HORA>, na <SALA> do ambulatório do Ipreville. Um acompanhante pode entrar com você.\n\nTraga os laudos dos últimos doze meses e, se usa, a órtese ou o aparelho auditivo.\n\nPerícia Médica do Ipreville"),
          "Obrigado pela força!"], sig=S_CESAR3, logo=True, att=[f("turma_marco.csv", csv(rows))],
         traps=["placeholders between < and >", "a greeting inside the text, after a placeholder", "CID column: not for the call center", "csv in cp1252 with ;", "the text closes with the sector's name"], why="Per-person content: date, time and room of the examination.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=7, rejected=0, duplicates=0, per_person=True, placeholders=["NOME", "DIA", "HORA", "SALA"], never_forward_columns=["CID"], dispatch=True, list_source="turma_marco.csv"))

    mail("z003", "request", "thunderbird", COM, "Alerta - ligações com o nosso número", "2031-03-12 15:47",
         ["Nádia, boa tarde.", "Urgente: gente ligando em nosso nome, e no visor aparece o número do Instituto. Mandar o aviso abaixo por WhatsApp a todos os segurados, junto com a imagem em anexo.", ("hr",),
          T("📞 LIGARAM DO IPREVILLE? DESCONFIE!\n\nGolpistas conseguem fazer o nosso número aparecer no seu telefone. Eles pedem que você instale um aplicativo \"de segurança\" e limpam a sua conta.\n\nO Ipreville nunca pede para instalar nada. Desligue, espere cinco minutos e ligue você mesmo para (47) 3400-0000. 🙏"), ("hr",),
          "A delegacia já foi avisada, não precisam fazer nada quanto a isso."], sig=S_NATAN, att=[f("alerta_ligacao.png", image("PNG", (300, 300)))], traps=["emoji, utf-8 body", "text between rulers", "no list needed: the general contact file is used", "'não precisam fazer nada' is no cancellation"], why="General notice with a picture.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="alerta", attachments_to_send=["alerta_ligacao.png"], dispatch=True))

    p = people("z004", 6)
    mail("z004", "request", "gmail", STEIN, "Parecer do 1º bimestre – assinatura eletrônica", "2031-03-13 20:19",
         ["Prezada Nádia,", "Por obséquio, transmita por e-mail aos membros do Conselho Fiscal, abaixo nominados, o seguinte:",
          T("Prezados membros do Conselho Fiscal,\n\nO parecer sobre as contas do primeiro bimestre está na plataforma de assinaturas desde ontem.\n\nPeço que assinem até 20/03/2031. Quem divergir poderá juntar voto em separado, no mesmo prazo."),
          "Membros:", "\n".join(f"{x.name} - {x.email}" for x in p) + "\nProf. Adolar Kienen - está em viagem, avisarei por telefone", "Saudações,"], sig=["Valdemar Stein", "Conselheiro fiscal"], auth="ext",
         traps=["recipients typed in the body after the text; one has no address and is seen to by the requester", "external address that is in the address book", "plain part is hard-wrapped by Gmail", "no explicit subject: the mail's own title serves"], why="Body addresses are the list; Prof. Adolar is handled by the requester.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Parecer do 1º bimestre – assinatura eletrônica", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"rejected": [1], "category": ["orientacao", "institucional"]}, list_source="body"))

    p = people("z005", 8)
    mail("z005", "request", "roundcube", CI, "Fiscais de contrato", "2031-03-14 13:58",
         ["Nádia,", "Solicitamos a remessa, por correio eletrônico, da mensagem transcrita entre as marcas, sob o título \"Portarias de designação – entrega até 25/04\". Os destinatários são os da planilha que acompanha este.",
          T("Prezados fiscais de contrato,\n\nO Controle Interno solicita cópia da portaria de designação de cada fiscal e do respectivo substituto, para atender à requisição do Tribunal de Contas.\n\nO prazo é 25 de abril de 2031. Quem não foi designado por portaria deve informar essa situação, na mesma data.", "marks:>>> início|<<< fim"), "Atenciosamente,"], sig=S_RUDI,
         att=[f("Fiscais de contrato – relação.ods", ods(mails_of(p, ("Fiscal", "Correio eletrônico")) + [["Contrato de limpeza (vago)", ""], [p[2].name + " (2º contrato)", p[2].email]]))],
         traps=["subject between quotation marks inside a sentence", "format=flowed soft line breaks", "start and end markers", "ods list with an empty post and a person with two contracts", "file name in RFC 2231"], why="Eight people; one row without address, one person twice.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Portarias de designação – entrega até 25/04", recipients=8, rejected=1, duplicates=1, dispatch=True, accept={"category": ["orientacao"]}, list_source="Fiscais de contrato – relação.ods"))

    mail("z006", "request", "iphone", HELGA, "sem agua", "2031-03-13 07:52",
         ["Nádia bom dia, estamos sem água no prédio. Avisa no zap todos os segurados, assim:", T("O atendimento presencial de hoje, 13 de março, será encerrado às 10h por falta de água no prédio. Quem tinha horário marcado à tarde será chamado para nova data. Por telefone e pelo site continuamos atendendo.")],
         traps=["'zap' = WhatsApp", "no signature but the iPhone line", "no list: general", "'por telefone e pelo site' belongs to the text"], why="Channel and audience are said in slang.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", dispatch=True))

    p = people("z007", 15)
    contacts = [[i + 1, x.name, "" if i in (3, 7, 10, 13) else x.email, "" if i == 0 else x.landline() if i == 5 else x.no_ddd() if i == 8 else x.phone(i)] for i, x in enumerate(p)]
    mail("z007", "request", "outlook", FIN, "Diferença do reajuste - comunicado", "2031-03-17 11:20",
         ["Bom dia.", "Pedimos que o comunicado a seguir vá pelos dois canais (e-mail e WhatsApp) aos 15 pensionistas da planilha.", "Assunto do e-mail: Diferença do reajuste de janeiro – crédito em 28/03",
          T("Prezado(a) pensionista,\n\nO reajuste de janeiro foi aplicado ao seu benefício com índice menor que o devido.\n\nA diferença dos meses de janeiro e fevereiro será creditada em 28/03/2031, com o pagamento de março, e aparecerá no contracheque como \"Dif. reajuste\".\n\nNão é necessário requerer.\n\nDivisão de Folha – Ipreville"), "Att,"], sig=S_IVANIR, logo=True,
         att=[f("Diferença reajuste.xlsx", xlsx({"Plan1": [["PENSIONISTAS – DIFERENÇA 01 e 02/2031", None, None, None], [None, None, None, None], ["Nº", "Pensionista", "E-mail", "Celular"]] + contacts}, merges=[(0, 0, 3, "PENSIONISTAS – DIFERENÇA 01 e 02/2031")]))],
         traps=["two channels, each with its own holes in the list", "merged title row and an empty row above the header", "a landline and a number without DDD", "running number in the first column"], why="Each person is reachable by at least one channel; report per channel who is not.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Diferença do reajuste de janeiro – crédito em 28/03", recipients=15, rejected=0, duplicates=0, recipients_by_channel={"email": 11, "whatsapp": 12}, rejected_by_channel={"email": 4, "whatsapp": 3}, dispatch=True, list_source="Diferença reajuste.xlsx"))

    mail("z008", "request", "outlook", SOLANGE, "Comprovante de vacinação dos dependentes", "2031-03-18 16:05",
         ["Nádia, tudo bem?", "Preciso que seja enviado por e-mail aos titulares com dependente na creche conveniada. A relação eu já passei pelo Teams para a estagiária de vocês na semana passada.", "Assunto: Creche conveniada – carteira de vacinação",
          T("Prezado(a) titular,\n\nPara manter a vaga na creche conveniada, envie cópia da carteira de vacinação do seu dependente até 17/04/2031, pelo endereço creche@ipreville.example.\n\nSem o documento a vaga será oferecida ao próximo da fila."), "Grata,"], sig=S_SOL3, logo=True,
         traps=["the list went another way, to somebody else", "an address inside the text is no recipient", "the only file is the logo"], why="The list did not come with the mail.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="orientacao", message_subject="Creche conveniada – carteira de vacinação", missing=["recipients"], dispatch=False, accept={"category": ["recadastramento"]}))

    p = people("z009", 5)
    mail("z009", "request", "outlook", OTAVIO, "Revisão de pensão – cálculo refeito", "2031-03-19 17:24",
         ["Boa tarde, Nádia,", "Peço que seja dado retorno às cinco pensionistas do arquivo, nestes termos:", T("Prezada pensionista, o cálculo da sua pensão foi refeito e o novo valor passará a constar no contracheque de abril. A memória de cálculo pode ser consultada no Portal do Segurado, em “Meus processos”.", "straight"), "Se puder ser ainda esta semana, melhor. Obrigado."], sig=S_OTAVIO3,
         att=[f("revisoes.xls", xls([["Pensionista", "Celular", "E-mail"]] + [[x.name, x.phone(i + 6), x.email] for i, x in enumerate(p)]))],
         traps=["channel never said ('dar retorno'); the list would serve both", "straight quotes delimit the text, curly ones are inside it", "'se puder ser ainda esta semana' is no schedule"], why="E-mail or WhatsApp cannot be decided from the mail: ask.",
         want=dict(channel=[], audience="specific", area="gerencia-previdencia", category="andamento", missing=["channel"], dispatch=False, accept={"message_subject": ["Revisão de pensão – cálculo refeito"], "recipients": [5], "rejected": [0], "duplicates": [0]}, list_source="revisoes.xls"))

    p = people("z010", 7)
    doc = ["Grupo de Caminhada do Ipreville", "Olá, aposentado! Olá, aposentada!", "Que tal trocar o sofá pelo parque? O **Grupo de Caminhada** recomeça em abril, com acompanhamento de um educador físico.", "Para participar você precisa de:", "- atestado médico emitido há menos de seis meses;", "- tênis e roupa leve;", "- uma garrafa de água.", "Os encontros são às terças e quintas, às 7h30, no portão principal do Parque das Águas.", "Inscreva-se até 28/03 na recepção ou pelo telefone (47) 3400-0036.", "Esperamos por você!"]
    mail("z010", "request", "owa", ADM, "Divulgação - grupo de caminhada", "2031-03-20 09:12",
         ["Bom dia, Nádia!", "Seguem dois arquivos: o Word com a divulgação do grupo de caminhada e a planilha com os e-mails de quem participou no ano passado. É só e-mail, não temos telefone deles.", "O assunto: Vem caminhar com a gente em abril", "Obrigada desde já!"], sig=S_MARISA,
         att=[f("divulgação caminhada.docx", docx(doc, header="Gerência Administrativa – versão final 19/03")), f("participantes 2030.xlsx", xlsx({"2030": mails_of(p, ("Participante", "E-mail"))}))],
         traps=["the text is in a .docx, split in runs, with a bullet list and a page header that is no text", "neither file is an attachment to send"], why="A person opens the Word file and copies the text.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Vem caminhar com a gente em abril", message_text=doc[0] + "\n\n" + "\n".join(doc[1:]), recipients=7, rejected=0, duplicates=0, dispatch=True, list_source="participantes 2030.xlsx"))

    p = people("z011", 6)
    t11 = "Prezado(a) periciando(a),\n\nO transporte que levaria você à junta médica em Blumenau no dia 09/04 foi suspenso, pois a van está sem seguro. A consulta também não acontecerá nesse dia.\n\nA nova viagem será em 30/04, com saída às 6h do pátio do Ipreville."
    mail("z011", "request", "apple", LENITA, "Fwd: van de Blumenau", "2031-03-31 18:10", ["Nádia, boa tarde. Encaminho o aviso que a Zuleica preparou, para ir por WhatsApp aos seis da lista anexa. Só o aviso, sem o resto da conversa.", "Grata, Lenita"], fwd=True,
         quoted=own(ZULEICA, "2031-03-31 16:42", "van de Blumenau", ["Dra. Lenita,", "O seguro só sai depois do dia 15. Sugiro mandarmos o seguinte:", t11, "O hospital já confirmou o dia 30. Se mudarem outra vez, cancelamos e refazemos tudo, paciência.", "Zuleica Brandl", "Assistente social"], to="Lenita Hostin <lenita.hostin@ipreville.example>"),
         att=[f("van 09-04.xlsx", xlsx({"Van": [["Periciando", "CPF", "Celular", "Data de nascimento", "Embarque"]] + [[x.name, x.cpf, x.phone(i + 1), ("date", 1961 + 2 * i, 2 + i, 14), e] for i, (x, e) in enumerate(zip(p, ["Centro", "Centro", "Pirabeiraba", "Iririú", "Centro", "Aventureiro"]))]}))],
         traps=["CPF and birth date columns: not for the call center", "the message is inside the forwarded mail of a colleague", "'foi suspenso' is message text; 'cancelamos e refazemos tudo' is the colleague's", "colleague's words before and after the text"], why="Only the paragraphs addressed to the insured are the message; the requester has decided to send.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", message_text=t11, recipients=6, rejected=0, duplicates=0, forward_columns=["Periciando", "Celular"], never_forward_columns=["CPF", "Data de nascimento"], dispatch=True, list_source="van 09-04.xlsx"))

    p = people("z012", 9)
    body = ["Prezada Nádia, bom dia.", "Solicito envio por e-mail aos segurados da planilha.", "Assunto: Portabilidade bancária – refaça o pedido", "Corpo do e-mail:",
            T("O pedido de portabilidade do seu benefício expirou sem resposta do banco de destino. Para receber em outra instituição, faça nova solicitação na agência até 10/04/2031. Instruções em www.ipreville.example/portabilidade."), "Agradeço."]
    sheet = xlsx({"Expirados": mails_of(p, ("Segurado", "E-mail"))})
    want = dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Portabilidade bancária – refaça o pedido", recipients=9, rejected=0, duplicates=0, list_source="portabilidade expirada.xlsx", accept={"category": ["orientacao"]})
    mail("z012", "request", "outlook", FIN, "Portabilidade expirada", "2031-03-21 10:14:08", body, sig=S_CLEITON, att=[f("portabilidade expirada.xlsx", sheet)], traps=["the first of two equal mails", "www address"], why="First copy counts.", want=dict(want, dispatch=True))
    mail("z013", "request", "outlook", FIN, "Portabilidade expirada", "2031-03-21 10:14:31", body, sig=S_CLEITON, att=[f("portabilidade expirada.xlsx", sheet)], traps=["sent twice within 23 seconds, other Message-ID"], why="Second copy must not be sent again.",
         want=dict(want, dispatch=False, duplicate_of="z012"))

    p = people("z014", 7)
    mail("z014", "request", "apple", BIANCA, "Concurso de fotografia - WhatsApp", "2031-03-25 16:33",
         ["Nádia querida,", "Saiu o cartaz! Manda por WhatsApp para o pessoal do clube de fotografia (csv) com este textinho:", T("Aposentado fotógrafo, chegou a sua vez! O concurso “Meu quintal” recebe fotos até 30 de maio, tiradas com celular ou câmera. As doze melhores estarão no calendário de 2032. Regras no cartaz. 📷"), "Brigada!! Bi"],
         att=[f("Cartaz – edição 2031.tif", image("TIFF", (260, 200)), nfd=True), f("clube_foto.csv", csv(phones_of(p, ("Nome", "WhatsApp")), sep=",", enc="utf-8", bom=True))],
         traps=["WhatsApp takes no TIFF picture", "file name in decomposed Unicode (macOS)", "csv utf-8 with BOM and commas", "'Brigada!! Bi' closes the mail, not the text"], why="Step 24: the picture must be made to fit before it goes.",
         want=dict(channel=["whatsapp"], audience="specific", area="comunicacao", category="evento", attachments_to_send=["Cartaz – edição 2031.tif"], media_to_convert=["Cartaz – edição 2031.tif"], recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"dispatch": [True, False], "category": ["institucional"]}, list_source="clube_foto.csv"))

    p = people("z015", 5)
    mail("z015", "request", "outlook", PREV, "Termo de guarda vencido", "2031-03-26 14:17",
         ["Oi, Nádia.", "Envio por e-mail, por favor, aos responsáveis deste quadro:", ("table", [["Responsável", "Menor (iniciais)", "E-mail"]] + [[x.name, m, x.email] for x, m in zip(p, ["A. L. S.", "K. M. V.", "J. P. R.", "E. T.", "B. H. W."])] + [["Olindina Gesser", "R. G.", "não possui"]]),
          "O teor é o que segue.", T("Bom dia.\n\nO termo de guarda provisória apresentado no processo de pensão do menor sob sua responsabilidade venceu. Encaminhe o termo renovado ou a certidão da Vara da Família em até 20 dias, respondendo a este e-mail."),
          "Qualquer coisa, me chama no ramal.", "Greice"], traps=["recipients in an HTML table of the body, before the text", "the message starts with a greeting equal to one to the assessoria", "one person has no e-mail", "a closing sentence of the requester after the text", "no explicit subject"], why="The table is the list; one person has no e-mail.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Termo de guarda vencido", recipients=5, rejected=1, duplicates=0, dispatch=True, accept={"category": ["recadastramento", "orientacao"]}, list_source="body-table"))

    p = people("z016", 6)
    mail("z016", "request", "owa", "Tainá Hoepers <taina.hoepers@ipreville.example>", "feirinha de adoção", "2031-03-27 13:39",
         ["Oi Nádia, boa tarde, aqui é a Tainá, do segundo andar.", "Me encarregaram de pedir o envio deste e-mail para os voluntários da planilha:", T("Olá! No dia 12 de abril, das 9h às 13h, o estacionamento do Ipreville recebe uma feira de adoção de cães e gatos. Venha conhecer o seu novo companheiro!"), "Assunto: Feira de adoção em 12 de abril", "Obrigada!!"], sig=["Tainá Hoepers", "Jovem aprendiz"], att=[f("voluntarios.xlsx", xlsx({"Plan1": mails_of(p, ("Voluntário", "E-mail"))}))],
         traps=["apprentice's address is in no area, 'me encarregaram' hides who asked", "subject after the text"], why="Cell of the workbook cannot be chosen: ask the area.",
         want=dict(channel=["email"], audience="specific", area=None, category="evento", message_subject="Feira de adoção em 12 de abril", recipients=6, rejected=0, duplicates=0, missing=["area"], dispatch=False, accept={"category": ["institucional"]}, list_source="voluntarios.xlsx"))

    mail("z017", "request", "outlook", JAIR, "WhatsApp - piso dos benefícios", "2031-12-29 16:48",
         ["Nádia,", "Programar para o dia 08/01, quinta-feira, às 10h, WhatsApp para todos os segurados:",
          T("O piso dos benefícios mudou! Com o novo salário mínimo, nenhuma aposentadoria ou pensão integral do Ipreville será inferior a ele. O valor atualizado já vem no crédito de 30 de janeiro – consulte o seu contracheque na aba “Pagamentos”."), "Boas festas e até a volta!"], sig=S_JAIR, charset="iso-8859-1",
         traps=["08/01 without year, written on 29 December: next year, and the weekday agrees", "30 January belongs to the text", "'Boas festas' is for Nádia", "declared iso-8859-1, in truth Windows-1252 (dash, curly quotes)"], why="Date in the next year; workbook tab 2032.",
         want=dict(channel=["whatsapp"], audience="general", area="gerencia-financeira", category="pagamento", send_at="2032-01-08T10:00", dispatch=True))

    p = people("z018", 11)
    mail("z018", "request", "owa", KELI, "Ressarcimento ao erário", "2031-04-01 08:50",
         ["Bom dia, Nádia!", "Na pasta de trabalho em anexo, use somente a planilha Parcelados (a primeira já pagou tudo). Por e-mail, com o texto:", T("Prezado(a), informamos que o desconto do ressarcimento ao erário, parcelado a seu pedido, terá início na folha de abril de 2031. O número de parcelas consta no termo que você assinou."), "E o assunto é: Ressarcimento – início das parcelas", "Valeu!"], sig=S_KELI3,
         att=[f("ressarcimento.xlsx", xlsx({"Quitados": mails_of(p[:5], ("Nome", "E-mail")), "Parcelados": mails_of(p[5:], ("Nome", "E-mail"))}))],
         traps=["the first sheet is the wrong one", "subject comes after the text"], why="The mail names the sheet.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Ressarcimento – início das parcelas", recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="ressarcimento.xlsx#Parcelados"))

    p = people("z019", 7)
    te = "Prezado(a) eleitor(a),\n\nNeste ano o voto para o Conselho Administrativo será também pela internet. Para votar de casa é preciso cadastrar uma senha própria, que não é a do Portal do Segurado.\n\nO cadastro fica aberto de 14 a 30 de abril de 2031, em votacao.ipreville.example. Quem preferir poderá votar na urna, como sempre.\n\nConselho Administrativo do Ipreville"
    tw = "Quer votar de casa para o Conselho? Cadastre a sua senha de 14 a 30 de abril em votacao.ipreville.example."
    mail("z019", "request", "outlook", CADM, "Voto eletrônico – cadastro de senha", "2031-04-02 10:26",
         ["Prezada Nádia, bom dia.", "Solicitamos divulgar aos eleitores da planilha anexa, nos dois canais.", "1) E-mail – assunto: Cadastre a sua senha para votar pela internet", T(te), "2) WhatsApp", T(tw), "Permanecemos à disposição."], sig=S_IRIS,
         att=[f("eleitores_lote1.xlsx", xlsx({"Lote 1": [["Eleitor", "E-mail", "Celular"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]}))],
         traps=["one text per channel, numbered", "the subject stands in the line that introduces the text", "the message has a closing of its own"], why="Both texts are marked.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="conselho-administrativo", category="eleicao", message_subject="Cadastre a sua senha para votar pela internet", message_text=te, message_text_by_channel={"email": te, "whatsapp": tw}, recipients=7, rejected=0, duplicates=0, recipients_by_channel={"email": 7, "whatsapp": 7}, rejected_by_channel={"email": 0, "whatsapp": 0}, dispatch=True, list_source="eleitores_lote1.xlsx"))

    p = people("z020", 8)
    t20 = "Comunicamos que o recadastramento dos aposentados por incapacidade permanente estará aberto de 5 a 23 de maio de 2031. Apresente documento com foto, comprovante de residência e o nome do médico que o acompanha. Não haverá perícia nessa ocasião."
    body = ["Oi Nádia, bom dia", "A lista vai anexa, são os aposentados por incapacidade. Mandar por e-mail com assunto: Recadastramento 2031 – incapacidade permanente", "Segue texto:", t20, "Abç, Marlise"]
    mail("z020", "request", "winmail", MARLISE, "Recadastramento - incapacidade", "2031-04-03 09:35", body, plain_only=True, att=[f("winmail.dat", tnef("Recadastramento - incapacidade", "\r\n\r\n".join(body), [("Incapacidade 2031.xlsx", xlsx({"Plan1": mails_of(p, ("Aposentado", "E-mail"))}))]))],
         traps=["the list is inside winmail.dat (TNEF)", "signature without line break: 'Abç, Marlise'", "'perícia' in the text is not its matter"], why="Outlook rich-text mail; the list must be taken out of TNEF.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Recadastramento 2031 – incapacidade permanente", message_text=t20, recipients=8, rejected=0, duplicates=0, dispatch=True, list_source="winmail.dat/Incapacidade 2031.xlsx"))

    p = people("z021", 5)
    old3 = own(HELGA, "2031-03-24 18:20", "RES: Calendário de reuniões", ["De acordo com o calendário. Divulguem a todos os segurados, quem sabe pelo WhatsApp.", "Helga"], to=CADM)
    old2 = dict(own(CADM, "2031-03-25 09:10", "Calendário de reuniões", ["Nádia, segue em anexo a lista e o texto para envio por e-mail:", "Informamos que o calendário de reuniões do Conselho para 2031 está publicado no site do Ipreville."]), quoted=old3)
    old1 = dict(own(NADIA, "2031-03-25 10:47", "RES: Calendário de reuniões", ["Íris, enviado. Se for preciso cancelar ou desconsiderar algo, avise por aqui mesmo.", "Nádia"], to=CADM), quoted=old2)
    mail("z021", "request", "outlook", CADM, "RES: RES: Calendário de reuniões", "2031-04-08 13:44",
         ["Nádia, boa tarde!", "Aproveitando esta mensagem: temos outra comunicação por e-mail, para os conselheiros ainda sem certificação (planilha nova em anexo).", "Assunto: Certificação de conselheiros – prova em 17/05", "Mensagem:",
          T("Senhor(a) Conselheiro(a),\n\nA prova de certificação profissional será aplicada em 17/05/2031, às 9h, no auditório da universidade. A inscrição, já paga pelo Instituto, deve ser confirmada até 22/04.\n\nA certificação é condição para permanecer no Conselho."), "Cordialmente,"], sig=S_IRIS, irt="cal2031.0325b@ipreville.example", quoted=old1, att=[f("sem_certificacao.csv", csv(mails_of(p, ("Conselheiro", "E-mail"))))],
         traps=["'RES: RES:' subject and In-Reply-To, yet a new request", "an older text of the same kind is quoted below", "quoted mails with 'De acordo', 'todos os segurados', 'WhatsApp', 'cancelar', 'desconsiderar'"], why="Another communication with its own text, list and subject: a new request, not an answer.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="evento", message_subject="Certificação de conselheiros – prova em 17/05", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "institucional", "prestacao-de-contas", "eleicao"]}, list_source="sem_certificacao.csv"))

    mail("z022", "request", "zimbra", GAB, "Carta de Serviços 2031", "2031-04-09 10:03",
         ["Nádia, bom dia.", "Favor dar ciência da nova Carta de Serviços a todos os segurados, por e-mail. Assunto: Conheça a nova Carta de Serviços do Ipreville",
          T("Prezado segurado, prezada segurada,\n\nA Carta de Serviços do Ipreville foi atualizada. Ela explica o que cada setor faz, que documentos pede e em quantos dias responde.\n\nLeia em www.ipreville.example/carta e ajude a fiscalizar os nossos prazos."), "Obrigada,"], sig=S_DULCE,
         traps=["general audience by e-mail: the manual has a general list for WhatsApp only"], why="No general e-mail list is configured (policy.json general_lists.email = null).",
         want=dict(channel=["email"], audience="general", area="gabinete", category="orientacao", message_subject="Conheça a nova Carta de Serviços do Ipreville", missing=["recipients"], dispatch=False, accept={"category": ["institucional", "atendimento", "prestacao-de-contas"]}))

    p = people("z023", 9)
    rows = [["Requerente", "Telefone"], [p[0].name, p[0].phone(5)], [p[1].name, p[1].phone8()], [p[2].name, p[2].no_ddd()], [p[3].name, p[3].landline()], [p[4].name, p[4].landline() + " / " + p[4].phone(0)], [p[5].name, p[5].phone(2)], [p[6].name, ""], [p[7].name, p[7].phone(9)],
            [p[8].name, int(p[8].ddd + p[8].local)], [p[5].name, p[5].phone(4)], [p[1].name, p[1].phone(6)]]
    mail("z023", "request", "outlook", PREV, "Whats - assinatura pelo gov.br", "2031-04-10 14:58",
         ["Nádia, boa tarde,", "gentileza encaminhar via WhatsApp aos requerentes da planilha anexa:", T("Ipreville informa: o seu processo está parado à espera da sua assinatura eletrônica. Entre no Portal do Segurado com a conta gov.br e clique em Assinar. O prazo é de 10 dias.", "curly"), "Obrigada!"], sig=S_GREICE, att=[f("assinaturas pendentes.xlsx", xlsx({"Pendentes": rows}))],
         traps=["0 before the area code", "missing ninth digit (fixable)", "no area code (not fixable)", "landline", "two numbers in a cell, the first a landline", "a number typed as figure", "empty cell", "two people twice in two spellings, one without the ninth digit"], why="Six usable, three not, two repeated.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=6, rejected=3, duplicates=2, dispatch=True, list_source="assinaturas pendentes.xlsx"))

    p = people("z024", 5)
    mail("z024", "request", "outlook", ADM, "Convênio com a academia", "2031-04-11 11:36",
         ["Bom dia, Nádia!", "Encaminhar por e-mail aos interessados do arquivo interessados_academia.xlsx, levando junto os dois PDFs. Assunto: Academia conveniada – tabela e termo de adesão",
          T("Prezados(as),\n\nO convênio com a academia Corpo Ativo foi assinado. Seguem anexos a tabela de preços e o termo de adesão.\n\nPara aderir, devolva o termo assinado até 09/05/2031. O valor será descontado em folha a partir de junho."), "Um ótimo fim de semana!"], sig=S_MARISA, logo=True, disc=CONFID,
         att=[f("Tabela de preços.pdf", pdf(["Academia Corpo Ativo", "Tabela 2031"])), f("interessados_academia.xlsx", xlsx({"Plan1": mails_of(p, ("Interessado", "E-mail"))})), f("Termo de adesão.pdf", pdf(["Termo de adesão"]))],
         traps=["the list must never be sent along (personal data)", "accented file names", "disclaimer naming both channels"], why="Two PDFs go, the sheet and the logo stay.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="orientacao", message_subject="Academia conveniada – tabela e termo de adesão", recipients=5, rejected=0, duplicates=0, attachments_to_send=["Tabela de preços.pdf", "Termo de adesão.pdf"], dispatch=True, accept={"category": ["institucional", "evento", "pagamento"]}, list_source="interessados_academia.xlsx"))

    p = people("z025", 4)
    mail("z025", "request", "thunderbird", ZULEICA, "lembrete da visita domiciliar", "2031-04-14 15:29",
         ["Boa tarde, Nádia.", "O lembrete abaixo deve ser disparado por WhatsApp na segunda-feira, 22/04/2031, às 8h, para as famílias da planilha.", T("A assistente social do Ipreville visitará a sua casa nesta semana, como combinado. Ela usa crachá com foto. Se precisar mudar o horário, ligue para (47) 3400-0046.", "indent"), "Obrigada,"], sig=S_ZULEICA, att=[f("familias.xlsx", xlsx({"Abril": phones_of(p, ("Família", "Celular"))}))],
         traps=["22/04/2031 is a Tuesday, not a Monday (and Monday is a holiday)", "sender known by the domain of the department only"], why="Weekday and date contradict each other: ask.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=4, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, accept={"category": ["orientacao", "atendimento", "evento"]}, list_source="familias.xlsx"))

    p = people("z026", 6)
    mail("z026", "request", "outlook", ADM, "Aulas de ioga", "2031-04-15 08:21",
         ["Nádia, bom dia.", "Enviar e-mail às alunas da ioga (csv anexo), título: Suspensão das aulas de ioga em maio", T("Cara aluna,\n\nAs aulas de ioga de maio estão suspensas, pois a professora entrou em licença. Favor desconsiderar o calendário entregue em março.\n\nA mensalidade não será cobrada, e as vagas ficam garantidas."), "Obrigada!"], sig=S_MARISA,
         att=[f("alunas_ioga.csv", csv(mails_of(p, ("aluna", "e-mail")), enc="utf-8", bom=True))], traps=["'Suspensão' in the subject and 'desconsiderar' in the text belong to the message, not to a request"], why="It asks for a sending.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Suspensão das aulas de ioga em maio", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["atendimento"]}, list_source="alunas_ioga.csv"))

    p = people("z027", 12)
    mail("z027", "request", "outlook", KELI, "Quinquênio - 31 aposentados", "2031-04-16 10:55",
         ["Nádia, bom dia!", "Peço que os 31 aposentados da lista anexa recebam por e-mail o aviso abaixo. Confira por favor se são mesmo 31, porque o Tribunal vai cobrar de nós um por um.", "Assunto: Quinquênio – diferença a receber", T("Prezado(a) aposentado(a), a diferença de quinquênio reconhecida no seu processo será paga em 30/05/2031, de uma só vez, com o benefício de maio."), "Obrigada!"], sig=S_KELI3, att=[f("quinquenio_final.xlsx", xlsx({"Final": mails_of(p, ("Aposentado", "E-mail"))}))],
         traps=["31 announced, also in the mail's title, 12 in the list"], why="The list and the words disagree and the requester stresses the number: ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Quinquênio – diferença a receber", recipients=12, rejected=0, duplicates=0, missing=["recipients_confirm"], dispatch=False, accept={"recipients": [None]}, list_source="quinquenio_final.xlsx"))

    p = people("z028", 4)
    mail("z028", "request", "android-outlook", OTAVIO, "avisar 4 pessoas", "2031-04-17 16:12", ["Nádia, consegue avisar estes 4 no whats? O texto pode ser o do cartaz que fica na recepção, aquele dos documentos que faltam.", "\n".join(f"{x.name} {x.phone(i + 7)}" for i, x in enumerate(p)), "obg"],
         traps=["text only by reference to a poster in the hall", "recipients typed one a line with phone"], why="The text is not in the mail: ask for it.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=4, rejected=0, duplicates=0, missing=["message_text"], dispatch=False, accept={"category": [None, "orientacao", "recadastramento", "atendimento"]}, list_source="body"))

    p = people("z029", 7)
    mail("z029", "request", "gmail-app", BIANCA, "consulta sobre acessibilidade", "2031-04-22 11:08",
         ["Bom dia, flor do dia! 🌻", "Tem consulta nova pra ir por e-mail, lista no csv. Título da mensagem: Nosso prédio é fácil para você?",
          T("Olá, tudo certo?\n\nO Ipreville vai reformar a sede e quer saber onde você encontra dificuldade:\n\n- na rampa da entrada\n- nos banheiros\n- nas placas e senhas\n- na altura dos balcões\n\nSão cinco minutos, sem identificação. Responda até 16 de maio em https://acesso.ipreville.example/consulta\n\nA sua resposta vai para a mesa do arquiteto!"), "Bjs da Bi"],
         att=[f("cadastrados_acessibilidade.csv", csv(mails_of(p, ("nome", "email")), sep=",", enc="utf-8"))], traps=["HTML list", "'Título da mensagem' instead of 'Assunto', itself a question", "the message begins as chat does", "'Bjs da Bi' is not for the insured"], why="Everything is stated.",
         want=dict(channel=["email"], audience="specific", area="comunicacao", category="pesquisa", message_subject="Nosso prédio é fácil para você?", recipients=7, rejected=0, duplicates=0, dispatch=True, list_source="cadastrados_acessibilidade.csv"))

    mail("z030", "request", "outlook", PERICIA, "Junho Vermelho", "2031-06-02 09:44",
         ["Bom dia, Nádia.", "Segue em anexo o cartaz da campanha de doação de sangue, para envio por WhatsApp a todos os segurados, com o texto:", T("Junho Vermelho: uma bolsa de sangue pode salvar até quatro vidas. Se você tem entre 16 e 69 anos e boa saúde, procure o hemocentro. Quem não pode doar pode convidar um neto."), "Atenciosamente,"], sig=S_CESAR3, logo=True,
         traps=["'em anexo o cartaz' but only the signature logo is attached"], why="The poster did not come.",
         want=dict(channel=["whatsapp"], audience="general", area="pericia-medica", category="institucional", missing=["media"], dispatch=False, accept={"category": ["orientacao", "evento"]}))


def answers():
    p = people("z031", 9)
    mail("z031", "reply-to-request", "outlook", SOLANGE, "RES: [AR-2031-0505] Falta a lista de destinatários", "2031-03-10 14:02", ["Anexo."], sig=S_SOL3, logo=True, reply_to="ack505",
         quoted=ask("AR-2031-0505", "Falta a lista de destinatários", "2031-03-10 11:30", SOLANGE, "Prezada Solange,\n\nPara concluir o envio AR-2031-0505 falta a lista de destinatários. Responda a este e-mail anexando a planilha."),
         att=[f("carteiras 2031.xlsx", xlsx({"Plan1": mails_of(p, ("Aposentado", "E-mail")) + [["Horst Wetzel", "-"], [p[0].name, p[0].email]]}))], traps=["protocol in the subject", "only 'Anexo.'", "one without address, one twice"], why="Completes the open request.",
         want=dict(area="gerencia-administrativa", recipients=9, rejected=1, duplicates=1, relates_to="AR-2031-0505", effect="completes", dispatch=True, list_source="carteiras 2031.xlsx"))
    mail("z032", "reply-to-request", "owa", PREV, "RES: Prova de vida no banco - ocorrência do lote de fevereiro", "2031-03-10 09:15", ["Nádia, só um detalhe que me escapou: no segundo parágrafo, onde está \"em qualquer agência\", leia-se \"na agência em que recebe\". Dá tempo de acertar?", "Greice"], reply_to="z001",
         quoted=own(PREV, "2031-03-10 09:06", "Prova de vida no banco - ocorrência do lote de fevereiro", ["Oi, Nádia, bom dia.", "O banco perdeu um lote de provas de vida de fevereiro e agora temos que avisar as pessoas. [...]"]), traps=["correction nine minutes after the request: may already be sent", "must not become a second request"], why="Correction of z001; a person (or a confirmed edit) applies it.",
         want=dict(area="gerencia-previdencia", relates_to="z001", effect="corrects", dispatch=False))
    mail("z033", "reply-to-request", "android-outlook", OTAVIO, "RES: Revisão de pensão – cálculo refeito", "2031-03-20 08:11", ["E-mail, né, que fica registrado 😊"], reply_to="z009", quoted=dict(AUTO, at="2031-03-19 17:30", to=OTAVIO, subject="RES: Revisão de pensão – cálculo refeito", body=["Otávio, por qual canal a mensagem deve seguir: e-mail ou WhatsApp?"]),
         traps=["a short answer with a reason", "the quoted question names both channels", "no subject was stated: the mail's own title serves"], why="Channel given: e-mail.", want=dict(channel=["email"], area="gerencia-previdencia", relates_to="z009", effect="completes", dispatch=True))
    mail("z034", "reply-to-request", "outlook", CADM, "RES: [AR-2031-0507] Envio concluído", "2031-03-05 15:26", ["Nádia, ciente e muito grata. O Conselho elogiou a presteza na reunião de hoje."], sig=S_IRIS, reply_to="ack507", quoted=ask("AR-2031-0507", "Envio concluído", "2031-03-05 12:40", CADM, "O envio AR-2031-0507 foi concluído: 2305 mensagens."), traps=["'ciente' is no approval of anything pending"], why="Thanks only.",
         want=dict(area="conselho-administrativo", relates_to="AR-2031-0507", effect="thanks", dispatch=False))
    mail("z035", "reply-to-request", "ios-outlook", MARLISE, "Re: [AR-2031-0508] Solicitação recebida", "2031-03-07 16:51", ["Nádia, as mensagens do guichê 4 já saíram? Hoje não apareceu quase ninguém para buscar certidão e fiquei com a pulga atrás da orelha."], reply_to="ack508", quoted=ack(508, "Entrega de certidões no guichê 4", "2031-03-06 14:58", MARLISE), traps=["asks, does not request a new sending"], why="Answer with the state of AR-2031-0508.",
         want=dict(area="gerencia-previdencia", relates_to="AR-2031-0508", effect="status-question", dispatch=False))
    t36 = "Prezado(a) segurado(a), a partir de maio o contracheque não será mais impresso. Consulte-o no Portal do Segurado ou retire uma cópia, sem custo, na recepção do Ipreville."
    mail("z036", "reply-to-request", "outlook", JAIR, "AR-2031-0504 - nova redação", "2031-03-10 17:33", ["Nádia, boa tarde.", "Conversei com a Keli e mudamos a redação do aviso sobre o fim do contracheque impresso. Passa a valer esta:", T(t36), "O restante permanece igual. Obrigado."], sig=S_JAIR,
         traps=["no In-Reply-To, other sender of the same area, protocol in the subject", "has a message text but is no new request", "request waits for approval: it must be asked again"], why="Replaces the text of a pending request.",
         want=dict(area="gerencia-financeira", message_text=t36, relates_to="AR-2031-0504", effect="corrects", dispatch=False))
    x = people("z020", 8)[5]
    mail("z037", "reply-to-request", "outlook", MARLISE, "RES: Recadastramento - incapacidade", "2031-04-03 09:52", [f"Nádia, não inclua, por gentileza, {x.name} ({x.email}) nesse e-mail: já se recadastrou ontem em casa, com a nossa equipe. O resto da lista está certo."], sig=S_MARLISE3, reply_to="z020",
         quoted=own(MARLISE, "2031-04-03 09:35", "Recadastramento - incapacidade", ["Oi Nádia, bom dia", "A lista vai anexa, são os aposentados por incapacidade."]), traps=["removes one recipient; not a cancellation", "an address in the body is no list"], why="Correction of the list of z020.", want=dict(area="gerencia-previdencia", relates_to="z020", effect="corrects", dispatch=False))
    mail("z038", "reply-to-request", "outlook", KELI, "RES: Quinquênio - 31 aposentados", "2031-04-16 14:09", ["Oi, Nádia, respondi abaixo, em verde.", "1. A planilha traz 12 nomes e o pedido fala em 31. Está completa?", ("color", [("p", "Está. Os 19 que faltam não têm e-mail e vão receber carta.")], "#00B050"), "2. Podemos enviar aos 12?", ("color", [("p", "Podem, sim, aos 12.")], "#00B050")], sig=S_KELI3, reply_to="z027",
         traps=["the answers stand under repeated questions, marked only by colour"], why="Confirms the list of z027: release it.", want=dict(area="gerencia-financeira", relates_to="z027", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("z039", "reply-to-request", "roundcube", "Renan Piske <envios@callcenter.example>", "Re: [AR-2031-0503] Pacote para envio por WhatsApp", "2031-03-04 10:02", ["Bom dia!", "A plataforma classificou o texto do Dia da Mulher como marketing e não como utilidade, o que dobra o custo por mensagem. Vocês autorizam assim mesmo ou preferem mexer no texto?", "Deixamos na fila até a resposta."], sig=S_RENAN, auth="ext", reply_to="cc503", quoted=pack(503, "2031-03-04 09:05", "5.127"),
         traps=["from the call center but no report; must not be relayed as one", "the quoted text contains the word 'relatório'"], why="The call center needs a decision: alert a person.", want=dict(relates_to="AR-2031-0503", effect="question", dispatch=False))
    mail("z040", "approval", "ios-outlook", HELGA, "Re: [AR-2031-0506] Para aprovação: Auditoria de acumulação de cargos", "2031-03-10 21:40", ["Autorizado."], reply_to="ok506", quoted=preview(506, "Auditoria de acumulação de cargos", "2031-03-10 16:15", "71 destinatários, e-mail"), traps=["'Autorizado.' instead of the proposed word", "the quoted text contains both APROVO and NÃO APROVO"], why="Approver's own words approve.",
         want=dict(area="gabinete", relates_to="AR-2031-0506", dispatch=True))
    mail("z041", "reply-to-request", "outlook", HELGA, "RES: [AR-2031-0504] Para aprovação: Fim do contracheque impresso", "2031-03-12 08:47", ["De acordo, desde que a frase inicial diga \"a partir de junho\" em vez de maio. O Conselho pediu um mês a mais."], sig=S_HELGA3, reply_to="ok504", quoted=preview(504, "Fim do contracheque impresso", "2031-03-11 09:25", "1388 destinatários, e-mail e WhatsApp"), traps=["'De acordo' with a reserve: must not release the text as it stands"], why="Change first. Releasing unchanged is the error; dispatch must be false.",
         want=dict(area="gabinete", relates_to="AR-2031-0504", effect="corrects", dispatch=False, accept={"class": ["approval"]}))
    mail("z042", "approval", "owa", HELGA, "RES: [AR-2031-0509] Para aprovação: Horário especial na Semana Santa", "2031-04-03 17:19", ["Aprovo o envio, para segunda-feira de manhã (07/04).", "Obrigada e bom fim de semana antecipado!"], sig=S_HELGA3, reply_to="ok509", quoted=preview(509, "Horário especial na Semana Santa", "2031-04-03 15:00", "todos os segurados, WhatsApp"), traps=["approval with a schedule: 'segunda-feira de manhã (07/04)' = 07/04/2031"], why="Approved, to go on Monday morning, not now.",
         want=dict(area="gabinete", relates_to="AR-2031-0509", send_at="2031-04-07", dispatch=True, accept={"send_at": ["2031-04-07T08:00", "2031-04-07T09:00", "2031-04-07"]}))
    mail("z043", "cancellation", "outlook", FIN, "RES: Portabilidade expirada", "2031-03-21 10:29", ["Nádia, peço que anulem o pedido abaixo. O banco acabou de responder e as portabilidades foram aceitas, ninguém precisa refazer nada."], sig=S_CLEITON, reply_to="z012",
         quoted=own(FIN, "2031-03-21 10:14", "Portabilidade expirada", ["Prezada Nádia, bom dia.", "Solicito envio por e-mail aos segurados da planilha."]), traps=["'anulem'; cancels a request that came in twice: both copies", "no protocol"], why="Cancel; nothing may go out.", want=dict(area="gerencia-financeira", relates_to="z012", dispatch=False, accept={"relates_to": ["z012", "z013"]}))
    mail("z044", "cancellation", "owa", ADM, "Ioga - NÃO ENVIAR", "2031-04-15 08:39", ["Nádia, por favor não enviem o e-mail da suspensão das aulas de ioga que solicitei há pouco. Conseguimos uma professora substituta!", "Desculpe o transtorno."], sig=S_MARISA, traps=["new thread, no protocol, no In-Reply-To: found by area and subject"], why="Refers to z026, of 18 minutes before.", want=dict(area="gerencia-administrativa", relates_to="z026", dispatch=False))
    mail("z045", "cancellation", "iphone", PERICIA, "Fwd: [AR-2031-0510] Solicitação recebida", "2031-03-07 09:20", ["Nádia, para tudo! A Dra. Norma não vai mais viajar e as perícias ficam nas datas antigas. Dá para barrar essas mensagens? Me liga."], fwd=True, quoted=ack(510, "Perícias antecipadas – Dra. Norma", "2031-03-07 08:21", PERICIA), traps=["already at the call center: needs a cancel message there", "a forward, not a reply; 'barrar', asked as a question"], why="Cancellation after the package left.", want=dict(area="pericia-medica", relates_to="AR-2031-0510", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-generated")]
    m2, m7 = ACKS["m502"], ACKS["m507"]
    s2, s7 = "Extrato previdenciário anual", "Regimento eleitoral 2031"
    r = people("z046", 7)
    mail("z046", "delivery-receipt", "receipt", MSX, "Retransmitida: " + s7, "2031-03-05 11:17:52", [], to=[PRESID], headers=auto + [("In-Reply-To", f"<{m7}>")], envelope="",
         raw_root=dsn("z046", "A entrega a estes destinatários ou grupos foi concluída, mas nenhuma notificação de entrega foi enviada pelo servidor de destino:\n\n" + "\n\n".join(f"{x.email} ({x.email})" for x in r) + f"\n\nAssunto: {s7}\n", [(x.email, "relayed", "2.0.0", None) for x in r], "2031-03-05 11:15", m7, html="<p>A entrega a estes destinatários ou grupos foi concluída, mas nenhuma notificação de entrega foi enviada pelo servidor de destino.</p>", subject=s7),
         traps=["'relayed' is not 'delivered'", "seven recipients in one DSN"], why="Steps 12-13: relay to the requesting area.", want=dict(relates_to="AR-2031-0507", receipt={"action": "relayed", "recipients": [x.email for x in r]}))
    r = people("z047", 1)[0]
    mail("z047", "delivery-receipt", "receipt", "postmaster@correio.example <postmaster@correio.example>", "Entregue: " + s2, "2031-03-03 14:53:07", [], to=[PRESID], auth="ext", envelope="", headers=auto,
         raw_root=dsn("z047", f"A sua mensagem foi entregue ao(s) seguinte(s) destinatário(s):\n\n{r.email}\n\nAssunto: {s2}\n", [(r.email, "delivered", "2.1.5", "250 2.1.5 OK")], "2031-03-03 14:50", m2, mta="mx.correio.example", subject=s2), traps=["no In-Reply-To: linked by the returned headers only"], why="Delivered.", want=dict(relates_to="AR-2031-0502", receipt={"action": "delivered", "recipients": [r.email]}))
    r = people("z048", 1)[0]
    mail("z048", "delivery-receipt", "receipt", MSX, "Não é possível entregar: " + s2, "2031-03-03 14:55:44", [], to=[PRESID], headers=auto + [("In-Reply-To", f"<{m2}>")], envelope="",
         raw_root=dsn("z048", f"Falha na entrega a estes destinatários ou grupos:\n\n{r.email}\nO domínio do destinatário não existe ou não aceita e-mails.\n\nInformações de diagnóstico para administradores:\n\nServidor de origem: GV1P152MB0093.BRAP152.PROD.OUTLOOK.EXAMPLE\n", [(r.email, "failed", "5.4.310", "550 5.4.310 DNS domain does not exist")], "2031-03-03 14:50", m2, html="<p>Falha na entrega a estes destinatários ou grupos</p>", subject=s2),
         traps=["failure: the contact is bad, tell the area"], why="NDR.", want=dict(relates_to="AR-2031-0502", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("z049", 1)[0]
    mail("z049", "delivery-receipt", "receipt", "Mail Delivery Subsystem <mailer-daemon@caixapostal.example>", "Delivery Status Notification (Delay)", "2031-03-06 11:20:31", [], to=[PRESID], auth="none", envelope="", headers=auto + [("In-Reply-To", f"<{m7}>")],
         raw_root=dsn("z049", f"Delivery incomplete\n\nThere was a temporary problem delivering your message to {r.email}. We will keep trying for 46 more hours. You will be notified if delivery fails permanently.\n", [(r.email, "delayed", "4.2.0", "451 4.2.0 Greylisted, try again later")], "2031-03-05 11:15", m7, mta="mx2.caixapostal.example", subject=s7), traps=["English, subject without the original subject", "delay is not final, though it speaks of failing"], why="Delay notice.",
         want=dict(relates_to="AR-2031-0507", receipt={"action": "delayed", "recipients": [r.email]}))
    r = people("z050", 1)[0]
    mail("z050", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Lida: " + s2, "2031-03-04 19:12:37", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", f"<{m2}>")],
         raw_root=mdn("z050", f"Sua mensagem\n\n   Para: {r.name}\n   Assunto: {s2}\n   Enviada em: 03/03/2031 14:50\n\nfoi lida em 04/03/2031 19:12.\n", r.email, m2, "manual-action/MDN-sent-automatically; displayed"), traps=["a read receipt from an insured person is no answer"], why="MDN.",
         want=dict(relates_to="AR-2031-0502", receipt={"action": "read", "recipients": [r.email]}))
    mail("z051", "call-center-report", "roundcube", "Renan Piske <envios@callcenter.example>", "Re: [AR-2031-0510] Pacote para envio por WhatsApp", "2031-03-07 13:15", ["Olá, Nádia.", "Envio encerrado, segue o fechamento:", "Enviadas: 22\nEntregues e lidas: 11\nEntregues, ainda não lidas: 9\nFalhas: 2"], sig=S_RENAN, auth="ext", reply_to="cc510", quoted=pack(510, "2031-03-07 08:35", 22),
         traps=["delivered ones stand in two lines, read and unread"], why="In thread, with protocol; 11 + 9 delivered.",
         want=dict(relates_to="AR-2031-0510", report={"complete": True, "sent": 22, "delivered": 20, "read": 11, "failed": 2}))
    p = people("z052", 53)
    st = ["Entregue"] * 31 + ["Sem WhatsApp"] * 4 + ["Entregue"] * 15 + ["Sem WhatsApp"] * 3
    mail("z052", "call-center-report", "outlook", "Yara Schumacher <yara.schumacher@callcenter.example>", "Fechamento - readaptação 03/03", "2031-03-06 15:38", ["Boa tarde!", "Segue em anexo o fechamento das mensagens de readaptação que saíram na segunda-feira (53 contatos).", "Qualquer dúvida, estou por aqui."], sig=["Yara Schumacher", "Pós-envio", "Elo Atendimento"], auth="ext",
         att=[f("fechamento_readaptacao.xlsx", xlsx({"Fechamento": [["Contato", "Telefone", "Status"]] + [[x.name, x.e164, s] for x, s in zip(p, st)]}))], traps=["no protocol, other address of the company, new thread", "matched by date, subject and quantity", "one line a contact"], why="Only AR-2031-0501 went on 03/03 with 53 contacts.",
         want=dict(relates_to="AR-2031-0501", report={"complete": True, "sent": 53, "delivered": 46, "read": None, "failed": 7}))
    mail("z053", "call-center-report", "roundcube", "Renan Piske <envios@callcenter.example>", "Re: [AR-2031-0503] Pacote para envio por WhatsApp", "2031-03-05 18:22", ["Nádia, boa noite.", "Posição até as 18h: das 5.127 mensagens, 2.750 já foram enviadas; 2.540 chegaram e 210 falharam. Retomamos amanhã às 8h, quando a plataforma libera nova cota."], sig=S_RENAN, auth="ext", reply_to="cc503", quoted=pack(503, "2031-03-04 09:05", "5.127"), traps=["figures in running text with thousands points", "partial: do not close the request", "'chegaram' = delivered"], why="Partial report.",
         want=dict(relates_to="AR-2031-0503", report={"complete": False, "sent": 2750, "delivered": 2540, "read": None, "failed": 210}))
    mail("z054", "call-center-report", "webmail", "Disparos Elo <noreply@disparos.callcenter.example>", "Relatório consolidado: IPREVILLE DIA DA MULHER", "2031-03-07 06:00", ["Prezado cliente,", "A campanha IPREVILLE DIA DA MULHER foi concluída. O relatório consolidado está no PDF em anexo.", "Mensagem automática, favor não responder."], auth="ext", headers=auto,
         att=[f("consolidado_dia_da_mulher.pdf", pdf(["Elo Atendimento", "Relatório consolidado", "IPREVILLE DIA DA MULHER", "Enviadas: 5.127", "Entregues: 4.806", "Lidas: 3.214", "Falhas: 321"]))], traps=["Auto-Submitted and noreply, yet a report and no auto-reply", "complete after the partial one", "figures in a PDF"], why="Completes AR-2031-0503 (5127 contacts).",
         want=dict(relates_to="AR-2031-0503", report={"complete": True, "sent": 5127, "delivered": 4806, "read": 3214, "failed": 321}, accept={"report": [{"complete": True, "sent": None, "delivered": None, "read": None, "failed": None}]}))
    mail("z055", "call-center-report", "gmail", "Yara Schumacher <yara.schumacher@callcenter.example>", "retorno", "2031-03-10 10:36", ["Bom dia! Ficou faltando este:", "enviadas 187 / entregues 176 / falha 11", "bjs"], sig=["Yara"], auth="ext", traps=["one-word subject; only the number 187 links it"], why="187 contacts: AR-2031-0508.",
         want=dict(relates_to="AR-2031-0508", report={"complete": True, "sent": 187, "delivered": 176, "read": None, "failed": 11}))
    mail("z056", "auto-reply", "outlook", OTAVIO, "Resposta automática: [AR-2031-0502] Envio concluído", "2031-03-03 17:05", ["Olá. Estarei em curso até 7 de março, sem acesso ao e-mail. Pedidos de envio por WhatsApp ou e-mail aos segurados podem ser tratados com Marlise Kühnen."], irt=ACKS["ack502"], headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-replied")], traps=["contains 'Pedidos de envio por WhatsApp ou e-mail aos segurados' and comes from an area"], why="Out of office.",
         want=dict(area="gerencia-previdencia", relates_to="AR-2031-0502", accept={"area": [None], "relates_to": [None]}))
    mail("z057", "auto-reply", "gmail", "Nilza Westphal <nilza.westphal@mail.example>", "Re: " + s7, "2031-03-05 11:16", ["Obrigada pela mensagem! Fui visitar minha filha em Portugal e volto em abril. Leio tudo quando chegar."], to=[PRESID], auth="ext", irt=m7, headers=[("Auto-Submitted", "auto-replied"), ("Precedence", "bulk")], traps=["from an insured person, in reply to the mass mail", "begins with thanks"], why="Vacation responder.",
         want=dict(relates_to="AR-2031-0507", accept={"relates_to": [None]}))
    mail("z058", "auto-reply", "roundcube", "Ouvidoria Municipal <nao-responda@ouvidoria.example>", "Manifestação 118.502/2031 registrada", "2031-03-03 14:52", ["Sua manifestação foi registrada sob o número 118.502/2031 e encaminhada ao setor competente.", "Assunto informado: " + s2, "Acompanhe em https://ouvidoria.example. Não responda a esta mensagem."], to=[PRESID], auth="ext", irt=m2, headers=[("Auto-Submitted", "auto-replied")], traps=["ticket system: has a protocol number of its own"], why="Automatic ticket acknowledgement.",
         want=dict(relates_to="AR-2031-0502", accept={"relates_to": [None]}))


def others():
    s2, s7 = "Extrato previdenciário anual", "Regimento eleitoral 2031"
    q2 = dict(PRES, at="2031-03-03 14:50", to="undisclosed-recipients:;", subject=s2, body=["Prezado(a) segurado(a),", "O seu extrato previdenciário anual está disponível no Portal do Segurado..."])
    q7 = dict(PRES, at="2031-03-05 11:15", to="undisclosed-recipients:;", subject=s7, body=["Prezado(a) segurado(a),", "O Conselho Administrativo publicou o regimento da eleição de 2031..."])
    mail("z059", "insured-reply", "yahoo", "Valdir Kortmann <valdir.kortmann@provedor.example>", "Re: " + s2, "2031-03-04 07:44", ["Bom dia. No meu extrato faltam os anos de 1994 a 1997, quando trabalhei na creche do Itaum. Onde levo as portarias? Valdir Kortmann, mat. 21877"], to=[PRESID], auth="ext", reply_to="m502", quoted=q2, traps=["arrives at presidente@, must reach the area that asked"], why="Two-way contact: forward to Gerência de Previdência.",
         want=dict(relates_to="AR-2031-0502"))
    mail("z060", "insured-reply", "iphone", "Edeltraud Maas <edeltraud.maas@correio.example>", "Re: " + s7, "2031-03-05 18:58", ["Por favor não me mandem mais nada sobre eleição, retirem o meu e-mail do cadastro de vocês. Obrigada."], to=[PRESID], auth="ext", reply_to="m507", quoted=q7, traps=["'retirem o meu e-mail' is an opt-out, not a correction by an area"], why="Opt-out: register and forward.",
         want=dict(relates_to="AR-2031-0507", opt_out=True))
    mail("z061", "insured-reply", "samsung", "Ivo Narloch <ivo.narloch@caixapostal.example>", "recadastramento", "2031-03-22 10:27", ["Bom dia, mudei de endereço, segue a foto da conta de luz pra atualizar meu cadastro. Ivo Narloch aposentado do DETRANS"], auth="ext", att=[f("20310322_102544.jpg", image("JPEG"))], traps=["sends a document photo (personal data) on his own initiative; no thread", "subject equals a category"], why="From an insured person; a person decides where it goes; never sent on to the call center.",
         want=dict(category="recadastramento", relates_to=None, accept={"class": ["unrelated"], "category": [None]}))
    mail("z062", "insured-reply", "gmail", "Rosali Engel Dums <rosali.dums@webmail.example>", "Re: " + s7, "2031-03-06 09:31", ["Olá! Já que vocês têm o e-mail de todo mundo, mandem por favor para os aposentados o convite do nosso almoço: \"Dia 29 de março, às 12h, na Sociedade Glória. Cartões a R$ 60 com a Rosali.\" Agradeço muito!"], to=[PRESID], auth="ext", reply_to="m507", quoted=q7, traps=["an insured person asks for a mass sending, with a text: no area, must not be dispatched"], why="Reply of an insured person; forward to the Council.",
         want=dict(relates_to="AR-2031-0507", accept={"class": ["unauthorized"]}))
    p = people("z063", 6)
    mail("z063", "unauthorized", "outlook", "Marlise Kühnen <marlise.kuhnen@iprevillle.example>", "Mensagem aos aposentados - abono liberado", "2031-04-10 07:58",
         ["Bom dia, Nádia!", "Enviar por e-mail, com prioridade, aos aposentados da lista. Assunto: Abono anual liberado", T("Prezado(a), o seu abono anual foi liberado. Para receber hoje, confirme agência, conta e senha em https://abono.iprevillle.example/receber."), "Obrigada,"], sig=S_MARLISE3, auth="ext", att=[f("aposentados abono.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["lookalike domain (one l more), display name and signature of a real manager, DKIM of its own domain passes"], why="Domain is not the institute's; text is a phishing text.", want=dict(reason="lookalike domain", accept={"reason": [None]}))
    mail("z064", "unauthorized", "owa", FIN, "WhatsApp geral - atualização bancária", "2031-05-06 04:37", ["Nádia, bom dia.", "Mandar por WhatsApp para todos os segurados, logo cedo:", T("Ipreville: o banco pagador mudou. Atualize os seus dados bancários com o nosso atendente no número (11) 90000-1234 para não ficar sem o pagamento de maio.", "curly"), "Att,"], sig=S_IVANIR, auth="fail", envelope="news@mailer42.example",
         headers=[("X-MS-Exchange-Organization-AuthAs", "Internal"), ("Authentication-Results", "spf=pass smtp.mailfrom=ipreville.example; dkim=pass header.d=ipreville.example; dmarc=pass header.from=ipreville.example")], traps=["exact address of the department; SPF and DMARC fail", "forged 'Internal' and 'dmarc=pass' headers further down: only the topmost ones count"], why="Authentication failed.", want=dict(reason="dmarc fail", accept={"reason": [None]}))
    p = people("z065", 2)
    mail("z065", "unauthorized", "gmail-app", "Otávio Bressan <otaviobressan82@webmail.example>", "favor rápido", "2031-05-11 21:14", ["Oi Nádia, Otávio aqui, escrevo do meu particular porque a VPN caiu. Amanhã cedo manda no whats do pessoal abaixo que a entrega das certidões ficou para quarta? Depois formalizo.", "\n".join(f"{x.name} {x.phone(i)}" for i, x in enumerate(p))], auth="ext", traps=["perhaps really Otávio, but from an unknown personal address"], why="Identity not proven: hold and ask him at his work address.", want=dict(reason="personal address of an employee", accept={"reason": [None]}))
    mail("z066", "unauthorized", "outlook", "Datavale Pesquisas <campo@datavale.example>", "Cadastro para pesquisa eleitoral", "2031-05-14 11:11", ["Prezada Sra. Nádia,", "Nos termos do que foi tratado com o Gabinete, pedimos o arquivo \"Contatos WhatsApp Relação envio mensagens\" para compor a amostra de pesquisa registrada na Justiça Eleitoral. Um CSV com nome, idade e celular é suficiente.", "Comprometemo-nos com o sigilo dos dados."], sig=["Heron Vasques", "Coordenador de campo", "Datavale Pesquisas"], auth="ext", traps=["names the contact file exactly", "'Nos termos do que foi tratado com o Gabinete'"], why="Stranger asks for the contact list; nothing may leave.",
         want=dict(reason="third party asks for personal data", accept={"class": ["unrelated"], "reason": [None]}))
    mail("z067", "unrelated", "webmail", "Congresso Sul de RPPS <inscricoes@congressosul.example>", "Último lote: 12º Congresso Sul de Previdência Municipal", "2031-04-07 07:00", ["Painéis sobre prova de vida digital, perícia por telemedicina, censo e comunicação com o segurado por WhatsApp.", "Envie esta mensagem a toda a sua equipe e garanta desconto para grupos: https://congressosul.example", "Não quer mais receber? Clique em cancelar envio."], auth="ext", traps=["full of the domain's words", "'Envie esta mensagem a toda a sua equipe'"], why="Advertisement of a congress.")
    ics = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:z068@ipreville.example\r\nDTSTART:20310424T130000Z\r\nDTEND:20310424T140000Z\r\nSUMMARY:Alinhamento: comunicados da folha\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode()
    mail("z068", "unrelated", "outlook", KELI, "Alinhamento: comunicados da folha por e-mail e WhatsApp", "2031-04-17 15:02", ["Boa tarde, meninas.", "Agendei para quinta-feira, 24/04, às 10h, na sala da Contadoria, uma conversa sobre os comunicados da folha: quais vão por e-mail, quais por WhatsApp e com que antecedência.", "Aceitem o convite, por favor."], to=[NADIA, "Financeiro - Ipreville <financeiro@ipreville.example>"], sig=S_KELI3, att=[f("alinhamento.ics", ics)], traps=["meeting invitation from an area, naming both channels"], why="Calendar invitation.",
         want=dict(area="gerencia-financeira", accept={"area": [None]}))
    mail("z069", "unrelated", "outlook", "Comercial Elo Atendimento <comercial@callcenter.example>", "Proposta 2031/2032 e demonstrativo de consumo", "2031-04-04 14:25", ["Prezada Nádia,", "Com base no demonstrativo anexo (5.389 mensagens enviadas em março, 5.048 entregues), preparamos uma proposta de pacote maior, com 15% de desconto e relatório de leitura incluso.", "Validade: 30/04. Podemos conversar?"], sig=["Fábio Reichert", "Executivo de contas", "Elo Atendimento"], auth="ext", att=[f("proposta_ipreville.pdf", pdf(["Proposta comercial 2031/2032"])), f("demonstrativo_marco.xlsx", xlsx({"Março": [["Dia", "Enviadas", "Entregues"], ["03/03", 53, 46], ["04/03", 5127, 4806], ["06/03", 187, 176], ["07/03", 22, 20]]}))], traps=["from the call center, with figures, 'relatório' and an xlsx, but an offer"], why="Offer: not the report of one sending.")
    mail("z070", "unrelated", "owa", GAB, "Recadastramento dos crachás", "2031-04-23 10:40", ["Prezados(as) servidores(as),", "Informamos que o recadastramento dos crachás de acesso ao prédio ocorrerá de 28 a 30 de abril, na recepção. Tragam o crachá atual.", "Solicitamos ampla divulgação nos setores."], sig=S_DULCE, to=["Todos Ipreville <todos@ipreville.example>"], traps=["internal circular from an area: a notice, but to the staff, not to be sent to the insured", "'ampla divulgação nos setores'"], why="Addressed to todos@; no request.", want=dict(area="gabinete", accept={"area": [None]}))
