"""Half e: other habits - the text above the request, forms, asides before and after, texts that sign themselves."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from staff import *

CONTEXT = [
    request("AR-2026-0201", "gerencia-financeira", "jair.demarchi@ipreville.example", ["whatsapp"], "specific", "waiting-data", "Devolução de desconto em dobro", "", None, ["recipients"]),
    request("AR-2026-0202", "gerencia-previdencia", "otavio.bressan@ipreville.example", [], "specific", "waiting-data", "Certidões prontas", "", 12, ["channel"]),
    request("AR-2026-0203", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["email"], "specific", "waiting-window", "Passeio a São Francisco do Sul", "", 40),
    request("AR-2026-0204", "comunicacao", "bianca.raulino@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Novo número do atendimento", "", 4900),
]
ACKS = {f"ack{n}": f"ar-2026-{n}.ack@ipreville.example" for n in ("0201", "0202", "0203")} | {"ok0204": "ar-2026-0204.ok@ipreville.example"}


def lst(seed, n, mail_=True, head=None):
    p = people(seed, n)
    return p, xlsx({"Plan1": [head or ["Nome", "E-mail" if mail_ else "Celular"]] + [[x.name, x.email if mail_ else x.phone(i)] for i, x in enumerate(p)]})


def mails():
    IDS.update(ACKS)
    p, x = lst("e001", 6, False)
    mail("e001", "request", "outlook", PREV, "Comunicação a beneficiários", "2026-06-01 09:10", ["Prezados,", "Vimos, por meio deste, solicitar o encaminhamento da comunicação infra, via WhatsApp, aos 6 beneficiários constantes do arquivo que acompanha este expediente.",
         T("Prezado(a) beneficiário(a),\n\nO prazo para a opção pela nova modalidade de crédito encerra-se em 30/06/2026.\n\nAtenciosamente,\nGerência de Previdência\nIpreville"), "Agradecemos desde já pela costumeira presteza."], sig=S_TATIANA, att=[f("beneficiarios.xlsx", x)],
         why="The text has its own closing; the thanks is the requester's.", want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="pagamento", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}))
    p, x = lst("e002", 5, False)
    mail("e002", "request", "iphone", SOLANGE, "carteirinhas", "2026-06-01 12:31", ["Nadia bom dia", "Manda no zap pro pessoal da planilha q segue:", T("Oi! A entrega das carteirinhas do clube foi adiada para o dia 20/06. Qualquer dúvida, ligue para a recepção."), "brigada viu"], att=[f("carteirinhas.xlsx", x)],
         why="All stated.", want=dict(channel=["whatsapp"], audience="specific", area="gerencia-administrativa", category="atendimento", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["evento", "institucional", "orientacao"]}))
    p, x = lst("e003", 5)
    mail("e003", "request", "owa", SOLANGE, "Sala do Segurado reformada", "2026-06-02 10:00", [T("Prezado aposentado, prezada pensionista,\n\nA Sala do Segurado reabre na segunda-feira, com novos computadores e café.\n\nVenha conhecer!"), "O texto acima é para ir por e-mail aos cinco da planilha. Pode usar como assunto: Sala do Segurado reabre", "Obrigada,"], sig=S_SOLANGE, att=[f("sala.xlsx", x)],
         why="The text stands above the request.", want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="atendimento", message_subject="Sala do Segurado reabre", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["institucional", "evento"]}))
    p, x = lst("e004", 7)
    txt = "Comunicado\n\nPrezado(a) servidor(a),\n\nA partir de julho o contracheque será enviado apenas pelo Portal.\n\nGerência Financeira"
    mail("e004", "request", "outlook", KELI, "Contracheque digital - comunicado por e-mail", "2026-06-02 14:00", ["Nádia, tudo bem?", "O comunicado que aprovamos está no Word anexo, e a relação de quem recebe está no Excel. Manda por e-mail, por favor, com o assunto \"Contracheque digital\"."], sig=S_KELI, att=[f("comunicado contracheque.docx", docx(txt.replace("\n\n", "\n").split("\n"))), f("quem recebe.xlsx", x)],
         why="The text is in the Word file.", want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Contracheque digital", message_text=txt, recipients=7, rejected=0, duplicates=0, dispatch=True))
    p, x = lst("e005", 6, False)
    new = "O pagamento dos atrasados sairá no dia 19/06, e não mais no dia 12/06. Pedimos desculpas pela mudança."
    mail("e005", "request", "gmail", JAIR, "Aviso atrasados - whats", "2026-06-03 09:20", ["Nádia, favor enviar por WhatsApp aos 6 da planilha.", "Texto:", "O pagamento dos atrasados sairá no dia 12/06.", "Esquece o texto aí de cima, mudou agora. O certo é:", T(new), "Valeu!"], sig=S_JAIR, att=[f("atrasados.xlsx", x)],
         why="The last version counts.", want=dict(channel=["whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_text=new, recipients=6, rejected=0, duplicates=0, dispatch=True))
    p = people("e006", 5)
    em, wa = "Prezado(a) associado(a),\n\nO baile de outono será no dia 27 de junho, às 15h, no salão da sede. Os convites são gratuitos e limitados.\n\nAté lá!", "Baile de outono: 27/06, 15h, na sede. Retire o seu convite!"
    mail("e006", "request", "outlook", SOLANGE, "Baile de outono", "2026-06-03 15:00", ["Nádia, segue o material do baile. Vai para os cinco da planilha, pelos dois meios.", "Para o e-mail (assunto: Baile de outono)", T(em, "indent"), "Para o whatsapp", T(wa, "indent"), "Obrigada!"], sig=S_SOLANGE, att=[f("baile.xlsx", xlsx({"P": [["Nome", "E-mail", "Celular"]] + [[q.name, q.email, q.phone(i)] for i, q in enumerate(p)]}))],
         why="One text for each channel.", want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-administrativa", category="evento", message_subject="Baile de outono", message_text=em, message_text_by_channel={"email": em, "whatsapp": wa}, recipients=5, rejected=0, duplicates=0, recipients_by_channel={"email": 5, "whatsapp": 5}, rejected_by_channel={"email": 0, "whatsapp": 0}, dispatch=True))
    p, x = lst("e007", 5)
    fw = "Prezado(a) servidor(a),\n\nO formulário de opção pelo vale-alimentação deve ser entregue até 26/06 na recepção."
    mail("e007", "request", "outlook", JAIR, "ENC: Vale-alimentação", "2026-06-04 08:50", ["Nádia, bom dia. Por gentileza, dispara por e-mail para a lista anexa o comunicado que a Keli preparou, logo abaixo."], sig=S_JAIR, fwd=True, quoted=dict(name="Keli Cristina Borba", addr="keli.borba@ipreville.example", at="2026-06-03 17:40", to="Jair Demarchi <jair.demarchi@ipreville.example>", subject="Vale-alimentação", body=["Jair, veja se pode ser assim:", T(fw).nodes(), "Abraços,\nKeli"]), att=[f("vale.xlsx", x)],
         why="The text stands in the forwarded mail.", want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="orientacao", message_subject="Vale-alimentação", message_text=fw, recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["pagamento", "atendimento", "recadastramento"]}))
    p, x = lst("e008", 7, False)
    tx = "O laudo da sua avaliação está pronto e pode ser retirado na recepção até sexta-feira."
    mail("e008", "request", "thunderbird", PERICIA, "Laudos prontos (WhatsApp)", "2026-06-04 11:00", [f"Bom dia! Solicitamos avisar os 7 segurados da planilha, por WhatsApp, com a frase: \"{tx}\"", "Agradecemos."], sig=S_CESAR, att=[f("laudos.xlsx", x)],
         why="The text stands in quotes inside of the request.", want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", message_text=tx, recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"dispatch": [True]}))
    p, x = lst("e009", 5)
    mail("e009", "request", "apple", BIANCA, "Folder do coral por e-mail", "2026-06-05 09:00", ["Oi Nádia!", "Pode mandar por e-mail aos da planilha, junto com o folder em PDF? Título: Venha cantar com a gente", T("Olá!\n\nO coral do Ipreville está com vagas abertas para todas as vozes. Os ensaios são às terças, às 16h.\n\nInscreva-se até 30 de junho."), "O folder é o arquivo coral.pdf, não precisa mexer nele. Beijo!", "Bia"], att=[f("coral.pdf", pdf(["Coral"])), f("contatos coral.xlsx", x)],
         why="The folder goes, the list does not.", want=dict(channel=["email"], audience="specific", area="comunicacao", category="evento", message_subject="Venha cantar com a gente", recipients=5, rejected=0, duplicates=0, attachments_to_send=["coral.pdf"], dispatch=True))
    p = people("e010", 4)
    mail("e010", "request", "zimbra", CI, "Envio eletrônico aos fiscais", "2026-06-05 14:30", ["Senhora Assessora,", "Requer-se o envio, por e-mail, aos fiscais abaixo nominados, do seguinte comunicado:", "Assunto: Prazo dos relatórios", T("Senhores fiscais,\n\nLembramos que os relatórios do primeiro semestre vencem em 10 de julho de 2026.\n\nEm caso de dúvida, procurem o Controle Interno."), "Destinatários:", "\n".join(f"{q.name} - {q.email}" for q in p), "Atenciosamente,"], sig=S_EDSON,
         why="The list is typed under the text.", want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Prazo dos relatórios", recipients=4, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}))
    mail("e011", "request", "owa", COM, "Whats geral: chuvas", "2026-06-08 07:40", ["Nádia, urgente: por causa da chuva, avisar a base toda no WhatsApp, por favor.", T("Atenção! Em razão das chuvas, a sede do Ipreville está fechada nesta segunda-feira. O atendimento será retomado amanhã, às 8h."), "Se a situação mudar, passo outro texto à tarde."], sig=S_BIANCA,
         why="General; the last line is a remark.", want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="atendimento", dispatch=True))
    p, x = lst("e012", 8)
    mail("e012", "request", "outlook", MARLISE, "Pensão - documentos que faltam", "2026-06-08 10:15", ["Nádia,", "Lembra do caso das pensões que comentei ontem no café? O jurídico já liberou e agora podemos seguir.", "Por e-mail, aos oito da planilha. Assunto: Documentos para a revisão da pensão", "Mensagem:", T("Prezada pensionista,\n\nPara concluir a revisão da sua pensão, envie até 3 de julho:\n- certidão de nascimento atualizada;\n- comprovante de residência.\n\nDúvidas: (47) 3400-0013."), "Depois me conta se alguém reclamar, tá?", "Abraço"], sig=S_MARLISE, att=[f("pensões.xlsx", x)],
         why="A story before, an aside after.", want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="andamento", message_subject="Documentos para a revisão da pensão", recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"category": ["recadastramento", "orientacao"]}))
    p, x = lst("e013", 5, False)
    mail("e013", "request", "outlook", CESAR, "WhatsApp para os 5 da planilha: mudança de consultório", "2026-06-09 08:00", [T("Sua perícia de amanhã será no consultório 2, no térreo. O horário não muda.")], sig=S_CESAR, att=[f("amanha.xlsx", x)],
         why="The subject asks, the body is the text.", want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"dispatch": [True, False], "missing": [[], ["message_text"]]}))
    p, x = lst("e014", 6, False)
    mail("e014", "request", "owa", OTAVIO, "Solicitação", "2026-06-09 11:00", ["Canal: WhatsApp", "Público: os 6 da planilha anexa", "Quando: imediato", "Texto: ", T("O seu tempo de contribuição foi averbado. A certidão está disponível no Portal do Segurado.")], sig=S_OTAVIO, att=[f("averbados.xlsx", x)],
         why="A form.", want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}))
    p, x = lst("e015", 9)
    mail("e015", "request", "outlook", MARLISE, "E-mail aposentadoria especial", "2026-06-10 09:30", ["Nádia, deixe pronto este e-mail para os nove da planilha, mas só solte quando eu avisar. Assunto: Aposentadoria especial", T("Prezado(a) servidor(a),\n\nAs regras da aposentadoria especial mudaram. Veja a cartilha no Portal.")], sig=S_MARLISE, att=[f("especial.xlsx", x)],
         why="Waits for her word.", want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="orientacao", message_subject="Aposentadoria especial", recipients=9, rejected=0, duplicates=0, dispatch=False, missing=["send_at"], accept={"missing": [[], ["message_text"]]}))
    p, x = lst("e016", 5, False)
    mail("e016", "request", "samsung", SOLANGE, "oficina", "2026-06-10 18:05", ["Oi Nádia, avisa no whats os 5 da oficina que estão na planilha:", T("A oficina de bordado de sexta-feira foi cancelada porque a professora está doente. Avisaremos a nova data."), "Vlw"], att=[f("bordado.xlsx", x)],
         why="'foi cancelada' is the message.", want=dict(channel=["whatsapp"], audience="specific", area="gerencia-administrativa", category="evento", recipients=5, rejected=0, duplicates=0, dispatch=True))
    p = people("e017", 4)
    mail("e017", "request", "outlook", PERICIA, "Convocação por WhatsApp", "2026-06-11 10:00", ["Prezados,", "Solicitamos a convocação, via WhatsApp, dos segurados da planilha, trocando os campos entre chaves pelos dados de cada linha:", T("Prezado(a) {NOME}, compareça à junta médica no dia {DATA}, às {HORA}. Traga documento com foto.", "box"), "Atenciosamente,"], sig=S_CESAR, att=[f("convocados.xlsx", xlsx({"P": [["Nome", "Data", "Hora", "Celular"]] + [[q.name, f"{22+i}/06/2026", f"{8+i}:00", q.phone(i)] for i, q in enumerate(p)]}))],
         why="Filled per person.", want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=4, rejected=0, duplicates=0, dispatch=True, per_person=True))
    p, x = lst("e018", 6)
    mail("e018", "request", "outlook", CADM, "Ata publicada", "2026-06-11 15:20", ["Prezada Nádia,", "Pedimos a gentileza de comunicar por e-mail aos seis conselheiros da planilha o que segue. Assunto: Ata da reunião de maio", T("Senhores conselheiros,\n\nA ata da reunião de maio está publicada no site do Instituto.\n\nRespeitosamente,\nSecretaria dos Colegiados"), "Sendo o que se apresenta para o momento, renovamos votos de estima."], sig=["Maria Helena Rausch", "Secretária", "Conselho Administrativo"], att=[f("conselheiros.xlsx", x)],
         why="The text signs itself; the courtesy is the requester's.", want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="prestacao-de-contas", message_subject="Ata da reunião de maio", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["eleicao", "institucional"]}))
    p, x = lst("e019", 5)
    mail("e019", "request", "outlook", KELI, "Informe de rendimentos corrigido", "2026-06-12 09:00", ["Nádia, por favor agende para segunda-feira, 15/06, às 9h, o e-mail abaixo aos da planilha.", "Assunto: Informe de rendimentos corrigido", T("Prezado(a) segurado(a),\n\nO seu informe de rendimentos foi corrigido e já pode ser baixado no Portal. Se a declaração já foi entregue, faça a retificação.", "color:#1F497D"), "Qualquer coisa estou no ramal 222."], sig=S_KELI, att=[f("informes.xlsx", x)],
         why="Scheduled.", want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="imposto-de-renda", message_subject="Informe de rendimentos corrigido", recipients=5, rejected=0, duplicates=0, send_at="2026-06-15T09:00", dispatch=True))
    mail("e020", "request", "owa", JAIR, "Divulgação do novo índice", "2026-06-12 16:00", ["Nádia, boa tarde.", "Preciso que a mensagem abaixo chegue a todos os segurados por e-mail. Assunto: Novo índice de reajuste", T("O índice de reajuste dos benefícios de 2026 foi publicado no Diário Oficial. O novo valor aparece na folha de junho.")], sig=S_JAIR,
         why="No general e-mail list.", want=dict(channel=["email"], audience="general", area="gerencia-financeira", category="pagamento", message_subject="Novo índice de reajuste", missing=["recipients"], dispatch=False))
    p, x = lst("e021", 5)
    mail("e021", "request", "outlook", ADM, "Uniformes", "2026-06-15 09:00", ["Bom dia!", "Encaminhar aos servidores da planilha:", T("A retirada dos uniformes será de 22 a 26 de junho, no almoxarifado, das 8h às 12h."), "Grato,"], sig=S_GILSON, att=[f("uniformes.xlsx", x)],
         why="The channel is not said.", want=dict(channel=[], audience="specific", area="gerencia-administrativa", category="atendimento", missing=["channel"], dispatch=False, accept={"category": ["orientacao", "evento", "institucional"], "recipients": [None, 5], "rejected": [None, 0], "duplicates": [None, 0], "missing": [["channel"], ["channel", "message_subject"]]}))
    p, x = lst("e022", 8, False)
    mail("e022", "request", "outlook", FIN, "Mensagem de WhatsApp - consignado", "2026-06-15 11:30", ["Prezados,", "Enviar, pelo WhatsApp, aos 8 contatos da planilha.", "-" * 30, T("Seu contrato de consignado vence neste mês.\nPara renovar, procure o seu banco.\nO Ipreville não intermedeia a renovação."), "-" * 30, "Favor confirmar quando sair.", "At.te"], sig=S_MOACIR, att=[f("consignado.xlsx", x)],
         why="Rulers around the text.", want=dict(channel=["whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", recipients=8, rejected=0, duplicates=0, dispatch=True))
    p, x = lst("e023", 6)
    mail("e023", "request", "roundcube", CFIS, "Parecer do Conselho", "2026-06-16 19:45", ["Boa noite.", "Encaminhem, por favor, por e-mail aos da lista anexa. Assunto: Parecer do Conselho Fiscal. Desde já agradeço.", T("Comunicamos que o parecer do Conselho Fiscal sobre as contas de 2025 foi favorável, sem ressalvas.\n\nO documento completo está no site.")], sig=["Ruth Zabel", "Conselho Fiscal"], att=[f("lista.xlsx", x)],
         why="The thanks stands before the text.", want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Parecer do Conselho Fiscal", recipients=6, rejected=0, duplicates=0, dispatch=True))
    p, x = lst("e024", 6, False)
    mail("e024", "request", "android-outlook", ROSMERI, "zap vacina", "2026-06-17 08:10", ["Nádia querida, manda pra mim no whats dos 6 da planilha?", T("Amanhã tem vacina da gripe na sede, das 9h às 12h. Traga a carteirinha e um documento."), "Se alguém perguntar, é só pra quem é do grupo mesmo. Obrigadaaa"], att=[f("grupo.xlsx", x)],
         why="An aside after the text.", want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="evento", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["pericia", "orientacao", "institucional", "atendimento"]}))
    p, x = lst("e025", 5)
    mail("e025", "request", "outlook", GAB, "Convite posse - por e-mail", "2026-06-17 14:00", ["Prezada Nádia,", "De ordem da Senhora Presidente, encaminhe-se por e-mail aos convidados da planilha. Assunto: Convite para a posse", T("Senhor(a) convidado(a),\n\nTenho a honra de convidar Vossa Senhoria para a posse da nova Diretoria, no dia 1º de julho, às 19h.\n\nHelga Marcon Tiedt\nDiretora-Presidente"), "Cordialmente,"], sig=S_GAB, att=[f("convidados.xlsx", x)],
         why="The President signs the text, the Cabinet the mail.", want=dict(channel=["email"], audience="specific", area="gabinete", category="institucional", message_subject="Convite para a posse", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["evento"]}))
    # ---------------------------------------------------------------- answers
    p, x = lst("e026", 11, False)
    mail("e026", "reply-to-request", "outlook", JAIR, "RES: [AR-2026-0201] Falta a lista", "2026-06-01 15:00", ["Nádia, respondo no próprio texto.", "> Quem deve receber a mensagem?", ("color", [("p", "Os 11 da planilha em anexo.")], "#0070C0")], sig=S_JAIR, reply_to="ack0201", att=[f("devolução.xlsx", x)], quoted=ask("AR-2026-0201", "Falta a lista", "2026-06-01 14:00", JAIR, "Quem deve receber a mensagem?"),
         why="The list.", want=dict(area="gerencia-financeira", recipients=11, rejected=0, duplicates=0, relates_to="AR-2026-0201", effect="completes", dispatch=True))
    mail("e027", "reply-to-request", "iphone", OTAVIO, "Re: [AR-2026-0202] E-mail ou WhatsApp?", "2026-06-01 16:12", ["Pelo whats mesmo, fica mais rápido"], reply_to="ack0202", quoted=ask("AR-2026-0202", "E-mail ou WhatsApp?", "2026-06-01 16:00", OTAVIO, "O envio deve ser feito por e-mail ou por WhatsApp?"),
         why="The channel.", want=dict(channel=["whatsapp"], area="gerencia-previdencia", relates_to="AR-2026-0202", effect="completes", dispatch=True))
    mail("e028", "reply-to-request", "owa", SOLANGE, "RES: [AR-2026-0203] Solicitação recebida", "2026-06-02 09:00", ["Nádia, tem um erro: no lugar de 12h é 13h. Pode arrumar antes de sair? Obrigada!"], sig=S_SOLANGE, reply_to="ack0203", quoted=ask("AR-2026-0203", "Solicitação recebida", "2026-06-02 08:50", SOLANGE, "Recebemos a sua solicitação AR-2026-0203."),
         why="A correction.", want=dict(area="gerencia-administrativa", relates_to="AR-2026-0203", effect="corrects", dispatch=False))
    mail("e029", "cancellation", "iphone", SOLANGE, "Re: [AR-2026-0203] Solicitação recebida", "2026-06-02 09:30", ["Nádia para tudo!! O ônibus quebrou e o passeio caiu. Não manda esse e-mail não"], reply_to="ack0203", quoted=ask("AR-2026-0203", "Solicitação recebida", "2026-06-02 08:50", SOLANGE, "Recebemos a sua solicitação AR-2026-0203."),
         why="Nothing shall go.", want=dict(area="gerencia-administrativa", relates_to="AR-2026-0203", dispatch=False))
    mail("e030", "approval", "ios-outlook", HELGA, "RES: [AR-2026-0204] Para aprovação: Novo número do atendimento", "2026-06-03 20:15", ["Está ótimo, podem mandar."], reply_to="ok0204", quoted=ask("AR-2026-0204", "Para aprovação: Novo número do atendimento", "2026-06-03 17:00", HELGA, "Responda APROVO para liberar ou NÃO APROVO para devolver à área."),
         why="Consent.", want=dict(area="gabinete", relates_to="AR-2026-0204", dispatch=True))
