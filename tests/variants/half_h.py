"""Half h: the office from April to June 2026 - long memos, chatty notes, borrowed phones; written without looking at what reads them."""
from make import ASSESSORIA, NADIA, PRESID, T, mail, request, IDS
from sheets import *
from notices import dsn, mdn
from staff import *

CONTEXT = [
    request("AR-2026-0401", "gerencia-previdencia", "previdencia@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Entrega das certidões de compensação", "2026-04-01T10:15", 64),
    request("AR-2026-0402", "gerencia-financeira", "keli.borba@ipreville.example", ["email"], "specific", "sent", "Novo layout do contracheque", "2026-04-01T14:20", 2033),
    request("AR-2026-0403", "comunicacao", "comunicacao@ipreville.example", ["whatsapp"], "general", "waiting-report", "Tarde de memórias da Previdência", "2026-04-02T09:30", 4987),
    request("AR-2026-0404", "pericia-medica", "cesar.ramthun@ipreville.example", ["email"], "specific", "waiting-data", "Grupo de reabilitação profissional", "", None, ["recipients"]),
    request("AR-2026-0405", "gerencia-administrativa", "administrativo@ipreville.example", ["whatsapp"], "specific", "waiting-data", "Renovação do crachá de visitante", "", 52, ["message_text"]),
    request("AR-2026-0406", "conselho-fiscal", "conselhofiscal@ipreville.example", [], "specific", "waiting-data", "Vista aos balancetes", "", 14, ["channel"]),
    request("AR-2026-0407", "gerencia-financeira", "jair.demarchi@ipreville.example", ["whatsapp"], "general", "waiting-approval", "Mudança do banco pagador", "", 4987),
    request("AR-2026-0408", "gabinete", "gabinete@ipreville.example", ["email"], "specific", "waiting-approval", "Inauguração do novo arquivo", "", 118),
    request("AR-2026-0409", "gerencia-previdencia", "marlise.kuhnen@ipreville.example", ["email", "whatsapp"], "specific", "waiting-approval", "Revisão das pensões de 2019", "", 230),
    request("AR-2026-0410", "pericia-medica", "saude@ipreville.example", ["whatsapp"], "specific", "waiting-window", "Oficina de respiração", "", 23),
    request("AR-2026-0411", "conselho-administrativo", "conselhoadm@ipreville.example", ["email"], "specific", "sent", "Consulta sobre o plano de custeio", "2026-04-06T11:00", 1486),
    request("AR-2026-0412", "gerencia-administrativa", "solange.fiedler@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Retirada de documentos do arquivo morto", "2026-04-07T09:00", 37),
    request("AR-2026-0413", "pericia-medica", "pericia@ipreville.example", ["whatsapp"], "specific", "waiting-report", "Perícias antecipadas pelo feriado", "2026-04-08T08:40", 29),
    request("AR-2026-0414", "controle-interno", "controleinterno@ipreville.example", ["email"], "specific", "waiting-data", "Declaração de bens dos gestores", "", 75, ["send_at"]),
]
ACKS = {f"ack{n}": f"ar-2026-{n}.ack@ipreville.example" for n in ("0401", "0402", "0404", "0405", "0406", "0410", "0411", "0412", "0413", "0414")} | {f"cc{n}": f"ar-2026-{n}.cc@ipreville.example" for n in ("0401", "0403", "0412", "0413")} | {f"ok{n}": f"ar-2026-{n}.ok@ipreville.example" for n in ("0407", "0408", "0409")} | {f"{n}m": f"ar-2026-{n}.mail1@ipreville.example" for n in ("0402", "0411")}
MURILO = "Murilo Zattar <envios@callcenter.example>"
JESSICA = "Jéssica Lange <jessica.lange@callcenter.example>"
PLINIO = "Plínio Grossl <plinio.grossl@saude.ipreville.example>"
S_WALTER = ["Walter Schiessl", "Núcleo de Compensação Previdenciária – NUCON", "Gerência de Previdência | Ramal 231"]
S_DALVA = ["Dalvina Maass", "Pensões", "Gerência de Previdência", "(47) 3400-0018"]
S_ROGERIO = ["Rogério Fagundes", "Contador – Gerência Financeira", "Ipreville – (47) 3400-0027"]
S_LUCIANE = ["Luciane Herbst", "Apoio administrativo", "Gerência Administrativa"]
S_TERE = ["Teresinha Bonin", "Terapeuta ocupacional", "Saúde do Servidor • Ipreville"]
S_PLINIO = ["Plínio Grossl", "Fisioterapeuta, Núcleo de Saúde do Servidor"]
S_CRIS = ["Cristiane Voltolini", "Agenda da Perícia Médica", "(47) 3400-0046"]
S_ARNALDO = ["Arnaldo Schug", "Controle Interno", "Ipreville"]
S_MIRTES = ["Mirtes Salomon", "Secretária do Conselho Administrativo"]
S_NORB = ["Norberto Kath", "Conselho Fiscal – Secretaria"]
S_EUNICE = ["Eunice Prebianca", "Assessora de Gabinete", "Gabinete da Presidência", "(47) 3400-0003"]
S_THAIS = ["Thaís Guckert", "Comunicação Social"]
S_MURILO = ["Murilo Zattar", "Gestão de Campanhas", "Elo Atendimento"]
S_JESSICA = ["Jéssica Lange", "Sucesso do Cliente | Elo Atendimento"]
SIGILO = "ATENÇÃO: o teor desta mensagem e de seus anexos é reservado. Não autorizamos o seu repasse a terceiros, seja por e-mail, seja por WhatsApp. Recebeu por equívoco? Apague e nos avise."


def ack(protocol, subject, at, to):
    return ask(protocol, "Solicitação recebida", at, to, f"Olá! Registramos a sua solicitação \"{subject}\" com o número {protocol}.\n\nVocê receberá notícias por este mesmo endereço.")


def approve(protocol, subject, at, what):
    return ask(protocol, "Para aprovação: " + subject, at, HELGA, f"Segue a prévia do envio {protocol} ({what}). Responda APROVO para liberar ou NÃO APROVO para devolver à área.")


def mails():
    IDS.update(ACKS)
    requests()
    answers()
    notices()


def requests():
    p = people("h001", 10)
    mail("h001", "request", "outlook", PREV, "CI nº 037/2026-NUCON", "2026-04-06 09:12",
         ["COMUNICAÇÃO INTERNA Nº 037/2026-NUCON", "Ilustríssima Senhora Assessora de Relacionamento,",
          "Cumprimentando-a cordialmente, e tendo em vista a conclusão dos trabalhos relativos ao convênio de compensação previdenciária firmado com o Município de Araquari, vimos à presença de Vossa Senhoria para solicitar os bons préstimos dessa Assessoria no sentido de fazer chegar, pela via do correio eletrônico, aos ex-servidores nominados na planilha que segue apensa, o comunicado cujo inteiro teor se transcreve logo abaixo, com o título \"Compensação previdenciária – Araquari\".",
          T("Prezado(a) segurado(a),\n\nInformamos que o tempo de contribuição prestado ao Município de Araquari já foi reconhecido para fins de compensação previdenciária e não depende de nenhuma outra providência sua.\n\nO extrato com o novo tempo total estará disponível no Portal do Segurado a partir de 4 de maio de 2026.\n\nNúcleo de Compensação Previdenciária", "indent"),
          "Certos de contarmos com a costumeira presteza dessa Assessoria, renovamos os protestos de estima e distinta consideração.", "Atenciosamente,"], sig=S_WALTER, logo=True, att=[f("CI 037 - relação.xlsx", xlsx({"Relação": mails_of(p, ("EX-SERVIDOR", "CORREIO ELETRÔNICO"))}))],
         traps=["one sentence of six lines holds the whole request", "the mail's subject is the number of a memo", "the text signs itself like the sender"], why="Formal, but all is said.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="orientacao", message_subject="Compensação previdenciária – Araquari", recipients=10, rejected=0, duplicates=0, dispatch=True, accept={"category": ["andamento"]}, list_source="CI 037 - relação.xlsx"))

    p = people("h002", 12)
    mail("h002", "request", "owa", SAUDE, "Mudança do ponto da caminhada", "2026-04-06 10:40",
         ["Oi, Nádia, minha flor, tudo bem por aí? Aqui na Saúde é aquela correria, ontem caiu a internet duas vezes e ainda estamos sem café, mas vamos levando rsrs", "Então, preciso de um favorzinho: o pessoal da caminhada (arquivo caminhantes.csv, são 12) tem que ficar sabendo pelo WhatsApp que mudou o ponto de encontro. Pode ser assim:",
          T("Olá! A partir desta semana, a nossa caminhada das terças sai do portão do Parque da Cidade, às 7h30, e não mais da frente do Ipreville. Venha com tênis confortável e traga a sua garrafinha de água. 🚶"),
          "Se achar comprido demais me fala que da próxima vez eu encurto, mas desta vez pode ir desse jeitinho mesmo.", "Beijo grande, vocês são uns amores!"], sig=S_TERE, att=[f("caminhantes.csv", csv(phones_of(p)))],
         traps=["small talk all around", "a remark on the length of the text after it"], why="Chatty and complete.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="evento", recipients=12, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "atendimento"]}, list_source="caminhantes.csv"))

    mail("h003", "request", "apple", COM, "Sarau de outono", "2026-04-07 14:05",
         ["Olá, turma da Assessoria! É para TODO MUNDO, a base inteira, só no WhatsApp. A arte sarau.jpg vai junto, com esta legenda:",
          T("O outono chegou e o Ipreville convida: Sarau da Previdência, 24 de abril, às 15h, no auditório. Poesia, música e um café bem quentinho. Entrada franca, é só chegar! 🍂"), "Obrigada e bom restinho de semana!"], sig=S_THAIS, att=[f("sarau.jpg", image("JPEG"))],
         traps=["picture and caption"], why="General, with a picture that WhatsApp takes.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="evento", attachments_to_send=["sarau.jpg"], dispatch=True, accept={"category": ["institucional"]}))

    p = people("h004", 11)
    text = "Prezado(a) aposentado(a),\n\nO Conselho Nacional reduziu o teto de juros do crédito consignado. Os contratos antigos não mudam, mas você pode pedir a portabilidade para um banco mais barato.\n\nO que fazer:\n\n- peça ao seu banco o saldo devedor atualizado;\n- compare as taxas na tabela do nosso site;\n- só assine depois de ler o custo efetivo total.\n\nGerência Financeira\nIpreville"
    mail("h004", "request", "owa", FIN, "Consignado: aviso aos aposentados com contrato ativo", "2026-04-08 08:55",
         ["Bom dia, Nádia!", "A redação foi fechada ontem e está no documento do Word; a planilha traz os e-mails. Peço que seja enviada por e-mail ainda nesta semana, se possível hoje.", "Título: Consignado – novo teto de juros", "Qualquer dúvida estou no ramal."], sig=S_ROGERIO,
         att=[f("Aviso consignado (final).docx", docx(text.replace("\n\n", "\n").split("\n"))), f("contratos ativos.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["text in a Word file", "'ainda nesta semana, se possível hoje' is no appointed date"], why="Two files: text and list.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Consignado – novo teto de juros", message_text=text, recipients=11, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao"]}, list_source="contratos ativos.xlsx"))

    p = people("h005", 6)
    mail("h005", "request", "roundcube", CFIS, "Reunião ordinária de abril", "2026-04-08 17:20",
         ["Prezada Sra. Nádia,", "Solicito encaminhar aos seguintes endereços de e-mail:", "\n".join(x.email for x in p), "com o assunto: Pauta da 4ª reunião ordinária", "a mensagem que segue:",
          T("Senhores conselheiros,\n\nA 4ª reunião ordinária do Conselho Fiscal fica marcada para 22 de abril de 2026, às 14h, na sala de reuniões do 2º andar.\n\nPauta: balancetes de fevereiro e março; renovação da apólice do seguro predial; assuntos gerais.\n\nRespeitosamente,\nSecretaria do Conselho Fiscal"), "Grato pela atenção."], sig=S_NORB,
         traps=["one sentence interrupted by the list, the subject and the text", "'Pauta:' is a line of the text"], why="Six addresses in the body.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="prestacao-de-contas", message_subject="Pauta da 4ª reunião ordinária", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["evento", "institucional"]}, list_source="body"))

    p = people("h006", 7)
    rows = [["SERVIDOR", "CPF", "CELULAR", "DATA", "HORA"]] + [[x.name, x.cpf, x.phone(i), f"{23 + i % 2}/04/2026", f"{8 + i}h15"] for i, x in enumerate(p)]
    mail("h006", "request", "outlook", PERICIA, "Junta médica de abril – convocação pelo WhatsApp", "2026-04-09 09:30",
         ["Prezada Nádia, bom dia.", "Tendo em vista a realização da junta médica nos dias 23 e 24 do corrente mês, solicitamos a convocação, por meio do aplicativo WhatsApp, dos sete servidores constantes da planilha anexa. Os campos entre chaves devem ser trocados pelos dados de cada linha.", "Modelo da convocação:",
          T("{SERVIDOR}, o senhor(a) está convocado(a) para a junta médica do dia {DATA}, às {HORA}. Local: Perícia Médica, Rua do Príncipe, 250, 1º andar. Traga documento com foto, atestados e exames dos últimos seis meses. A ausência sem justificativa suspende a análise do pedido.", "box"),
          "Desde já agradecemos."], sig=S_CRIS, disc=D2, att=[f("junta abril.xlsx", xlsx({"junta": rows}))],
         traps=["placeholders in braces", "CPF column", "two dates in the mail are no schedule"], why="Per-person data are all there.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=7, rejected=0, duplicates=0, per_person=True, placeholders=["SERVIDOR", "DATA", "HORA"], never_forward_columns=["CPF"], dispatch=True, list_source="junta abril.xlsx"))

    p = people("h007", 9)
    rows = [["Usuário", "Telefone celular", "E-mail"]] + [[x.name, "" if i in (2, 6) else x.landline() if i == 4 else x.phone(i), "" if i in (1, 6) else x.email] for i, x in enumerate(p)]
    mail("h007", "request", "outlook", ADM, "Arquivo: aviso de prazo", "2026-04-09 15:47",
         ["Prezada Assessoria,", "Venho por meio deste solicitar o envio, tanto por WhatsApp quanto por e-mail, da comunicação que segue. O texto é um só para os dois meios; para o e-mail, favor usar o assunto \"Processos antigos: retire os seus documentos até 15 de maio\".", "Comunicação:",
          T("Prezado(a) usuário(a),\n\nOs documentos originais que ficaram juntados a processos encerrados antes de 2010 podem ser retirados no Arquivo Geral até 15 de maio de 2026, das 8h às 12h.\n\nDepois dessa data serão digitalizados e descartados, conforme a tabela de temporalidade.\n\nArquivo Geral – Ipreville"),
          "A relação dos usuários, com os contatos que conseguimos levantar (alguns têm só um dos dois, um infelizmente nenhum), vai no anexo.", "Cordialmente,"], sig=S_LUCIANE, att=[f("usuarios do arquivo.xlsx", xlsx({"Plan1": rows}))],
         traps=["one text, two channels, holes in both columns, one person without anything"], why="Eight of nine can be reached.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-administrativa", category="orientacao", message_subject="Processos antigos: retire os seus documentos até 15 de maio", recipients=8, rejected=1, duplicates=0, recipients_by_channel={"email": 7, "whatsapp": 6}, rejected_by_channel={"email": 2, "whatsapp": 3}, dispatch=True, accept={"category": ["atendimento", "andamento"]}, list_source="usuarios do arquivo.xlsx"))

    p = people("h008", 8)
    mail("h008", "request", "outlook", CADM, "Ata da eleição – ciência aos candidatos", "2026-04-10 11:26",
         ["Prezada Nádia,", "Peço a gentileza de remeter por e-mail aos oito candidatos da planilha o aviso transcrito a seguir, sob o assunto \"Ata da eleição publicada\". Atenção, por favor: só mandem depois que a ata sair no Diário Oficial, o que ainda não tem data certa. Eu aviso quando sair.",
          T("Senhor(a) candidato(a),\n\nA ata da eleição para o Conselho Administrativo foi publicada no Diário Oficial do Município. O prazo de recurso é de três dias úteis, contados da publicação.", "curly"), "Atenciosamente,"], sig=S_MIRTES, att=[f("candidatos.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["complete, but bound to an event without a date", "the text says the event has happened"], why="Must wait for the publication and her word.",
         want=dict(channel=["email"], audience="specific", area="conselho-administrativo", category="eleicao", message_subject="Ata da eleição publicada", recipients=8, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, accept={"missing": [[]]}, list_source="candidatos.xlsx"))

    mail("h009", "request", "owa", GAB, "Comunicado da Presidência aos segurados", "2026-04-13 16:10",
         ["Senhora Assessora,", "De ordem da Senhora Diretora-Presidente, solicito que seja levado ao conhecimento da integralidade dos segurados deste Instituto, mediante WhatsApp, no dia 20 do corrente, às 8 horas, o comunicado que se lê abaixo.",
          T("Comunicado da Presidência: em razão do feriado de Tiradentes, nesta terça-feira, 21 de abril, o Ipreville não terá expediente. O atendimento volta ao normal na quarta-feira, 22, das 8h às 14h. Os pagamentos do mês não sofrem alteração.", "quote"),
          "Sem mais para o momento, subscrevo-me."], sig=S_EUNICE, traps=["'dia 20 do corrente, às 8 horas'", "two other days in the text"], why="General, on 20 April at eight.",
         want=dict(channel=["whatsapp"], audience="general", area="gabinete", category="atendimento", send_at="2026-04-20T08:00", dispatch=True, accept={"category": ["institucional"]}))

    p = people("h010", 7)
    rows = [["Secretaria", "Responsável", "E-mail institucional"]] + [[f"Secretaria {i + 1}", x.name, x.email] for i, x in enumerate(p)] + [["Secretaria 8 (cumulativa)", p[0].name, p[0].email.upper()], ["Secretaria 9", "a designar", ""]]
    mail("h010", "request", "thunderbird", CI, "Requisição de documentos", "2026-04-14 09:02",
         ["Nádia,", "gentileza disparar por e-mail para os responsáveis da planilha ODS. Assunto da mensagem: Levantamento de contratos de locação", "Íntegra:",
          T("Senhores responsáveis,\n\nEm cumprimento ao plano anual de auditoria, requisitamos a relação dos contratos de locação vigentes em 31 de março de 2026, com o nome do locador, o valor mensal e a data de término.\n\nA relação deve ser entregue ao Controle Interno até 8 de maio, em resposta a esta mensagem.", "hr"),
          "Att."], sig=S_ARNALDO, att=[f("Responsáveis pelas secretarias.ods", ods(rows))],
         traps=["one person for two secretariats, once in capitals", "a row without an address", "'em resposta a esta mensagem' is message"], why="Seven addresses, one repeated, one without.",
         want=dict(channel=["email"], audience="specific", area="controle-interno", category="prestacao-de-contas", message_subject="Levantamento de contratos de locação", recipients=7, rejected=1, duplicates=1, dispatch=True, accept={"category": ["orientacao"]}, list_source="Responsáveis pelas secretarias.ods"))

    p = people("h011", 6)
    lines = "\n".join(f"{x.name} {x.phone([0, 2, 6, 1, 0, 3][i])}" for i, x in enumerate(p))
    t11 = "Bom dia! A sua credencial de estacionamento ficou pronta. Pode retirar na portaria com a Jurema, de segunda a sexta, até as 17h."
    mail("h011", "request", "iphone", SOLANGE, "credenciais", "2026-04-15 07:51", ["Nádia, tô na rua e sem planilha. Avisa essa gente no whats por favor", lines, "escreve assim:", T(t11), "brigadaaa"],
         traps=["list typed in the body", "a name and a day inside the text"], why="Six numbers, all usable.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-administrativa", category="atendimento", recipients=6, rejected=0, duplicates=0, dispatch=True, accept={"category": ["orientacao", "andamento"]}, list_source="body"))

    p = people("h012", 13)
    mail("h012", "request", "outlook", KELI, "Contribuição em atraso – licenciados sem remuneração", "2026-04-15 14:38",
         ["Nádia, boa tarde!", "Conforme conversamos no corredor, segue a comunicação que precisa chegar aos licenciados sem remuneração que deixaram de recolher a contribuição. São 13, todos na planilha, com todos os contatos atualizados.",
          T("Prezado(a) servidor(a),\n\nNão identificamos o recolhimento da sua contribuição previdenciária de fevereiro e março de 2026. A guia atualizada pode ser pedida pelo e-mail arrecadacao@ipreville.example ou pelo WhatsApp (47) 98800-0021.\n\nGerência Financeira", "indent"), "Fico no aguardo da confirmação, obrigada!"], sig=S_KELI, disc=SIGILO,
         att=[f("licenciados.xlsx", xlsx({"Plan1": [["Nome", "E-mail", "Celular"]] + [[x.name, x.email, x.phone(i)] for i, x in enumerate(p)]}))], traps=["both channels are named, but in the text and in the disclaimer", "'conforme conversamos'"], why="The channel of the sending is not stated.",
         want=dict(channel=[], audience="specific", area="gerencia-financeira", category="pagamento", missing=["channel"], dispatch=False, accept={"recipients": [None, 13], "rejected": [None, 0], "duplicates": [None, 0], "category": ["orientacao", "andamento"], "message_subject": [None, "Contribuição em atraso – licenciados sem remuneração"], "missing": [["channel", "message_subject"]]}, list_source="licenciados.xlsx"))

    mail("h013", "request", "outlook", MARLISE, "E-mail aos novos aposentados de março", "2026-04-16 10:11",
         ["Nádia, bom dia!", "Encaminho anexa a planilha dos aposentados em março para envio do e-mail de boas-vindas. Assunto: Bem-vindo à aposentadoria!", "Texto:", T("Prezado(a) aposentado(a),\n\nÉ com alegria que o recebemos no quadro de aposentados do Ipreville. No Portal do Segurado você encontra o contracheque, o calendário de pagamentos e os formulários.\n\nGerência de Previdência"), "Abraços,"], sig=S_MARLISE, logo=True,
         traps=["'encaminho anexa a planilha', but only the logo is there", "'Bem-vindo' ends with an exclamation mark"], why="The list did not come.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="orientacao", message_subject="Bem-vindo à aposentadoria!", missing=["recipients"], dispatch=False, accept={"category": ["institucional"]}))

    p = people("h014", 18)
    mail("h014", "request", "outlook", JAIR, "Devolução de desconto", "2026-04-17 11:33",
         ["Nádia,", "segue para envio por e-mail (assunto: Devolução de desconto indevido) aos vinte e três pensionistas da planilha que juntei. Confere pra mim se não esqueci ninguem, fiz na correria.", T("Prezado(a) pensionista,\n\nO desconto lançado por engano na folha de março será devolvido no dia 30 de abril, junto com o pagamento do mês. Não é preciso fazer nada."), "Abraço"], sig=S_JAIR, att=[f("desconto março.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["23 in words, 18 rows; he himself is not sure"], why="Five are missing: ask.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="pagamento", message_subject="Devolução de desconto indevido", recipients=18, rejected=0, duplicates=0, missing=["recipients_confirm"], dispatch=False, accept={"recipients": [None]}, list_source="desconto março.xlsx"))

    mail("h015", "request", "gmail", COM, "Pesquisa de clima com os segurados", "2026-04-20 10:20",
         ["Oi, gente!", "Precisamos que a pesquisa chegue ao e-mail de todos os segurados, sem exceção. O assunto pode ser: Queremos ouvir você", T("Olá!\n\nO Ipreville quer saber como está o seu atendimento. São só cinco perguntas e leva dois minutos: https://pesquisa.ipreville.example/2026\n\nA sua opinião faz diferença.\n\nObrigado!"), "Valeu, equipe!"], sig=S_THAIS,
         traps=["everybody by e-mail: there is no such list"], why="The list must be asked for.",
         want=dict(channel=["email"], audience="general", area="comunicacao", category="pesquisa", message_subject="Queremos ouvir você", missing=["recipients"], dispatch=False))

    p = people("h016", 5)
    mail("h016", "request", "android-outlook", OTAVIO, "certidão negativa", "2026-04-22 13:15", ["Nádia, boa tarde. Manda por whats pros 5 dessa planilha aquele texto padrão da certidão negativa, que vocês já usaram várias vezes. Valeu, um abraço"], att=[f("cinco.xlsx", xlsx({"Plan1": phones_of(p)}))],
         traps=["the text is only referred to"], why="No text in the mail and none in the earlier ones.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", message_text=None, recipients=5, rejected=0, duplicates=0, missing=["message_text"], dispatch=False, accept={"category": [None, "orientacao", "atendimento"]}, list_source="cinco.xlsx"))

    p = people("h017", 6)
    mail("h017", "request", "outlook", LENITA, "Agenda de maio", "2026-04-23 08:44",
         ["Nádia, bom dia, tudo bem?", "Peço programar para terça-feira, 13/05, às 9h, este WhatsApp para os seis pacientes do arquivo:", T("Lembramos que a sua reavaliação é amanhã, às 9h, na Perícia Médica. Venha em jejum de quatro horas e traga os exames de imagem.", "straight"), "Muito grata,"], sig=S_LENITA, att=[f("reavaliações.csv", csv(phones_of(p), enc="utf-8", bom=True))],
         traps=["13/05/2026 is a Wednesday", "'amanhã' in the text hangs on the day"], why="Weekday and date contradict each other.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", recipients=6, rejected=0, duplicates=0, missing=["send_at"], dispatch=False, list_source="reavaliações.csv"))

    p = people("h018", 7)
    mail("h018", "request", "owa", "Ouvidoria Ipreville <ouvidoria@ipreville.example>", "Devolutiva aos manifestantes", "2026-04-24 09:50",
         ["Prezados colegas da Assessoria,", "A Ouvidoria solicita o envio por e-mail, aos manifestantes da planilha, da devolutiva abaixo. Título do e-mail: A sua manifestação foi respondida", T("Prezado(a) cidadão(ã),\n\nA manifestação que o senhor(a) registrou no primeiro trimestre foi analisada e respondida. A resposta pode ser lida no sistema da Ouvidoria, com o número do protocolo.\n\nOuvidoria do Ipreville"), "Agradecemos a parceria de sempre."], sig=["Ademilson Rech", "Ouvidor"], att=[f("manifestantes.xlsx", xlsx({"T1": mails_of(p)}))],
         traps=["internal and authentic, but in no area"], why="The area must be asked.",
         want=dict(channel=["email"], audience="specific", area=None, category="atendimento", message_subject="A sua manifestação foi respondida", recipients=7, rejected=0, duplicates=0, missing=["area"], dispatch=False, accept={"category": ["andamento", "orientacao", "pesquisa", "institucional"]}, list_source="manifestantes.xlsx"))

    p = people("h019", 8)
    t19 = "Informamos que o crédito da diferença do piso da enfermagem será feito em 6 de maio, na mesma conta do benefício. Quem mudou de banco deve procurar a Gerência Financeira até 30 de abril."
    mail("h019", "request", "outlook", JAIR, "ENC: piso da enfermagem - texto", "2026-04-24 15:28", ["Nádia, boa tarde. Segue o que o Rogério preparou. Favor mandar no WhatsApp das pessoas da planilha, podem usar do jeito que está. Obrigado!"], sig=S_JAIR, fwd=True,
         quoted=dict(name="Financeiro - Ipreville", addr="financeiro@ipreville.example", at="2026-04-24 14:50", to="Jair Demarchi <jair.demarchi@ipreville.example>", subject="piso da enfermagem - texto", body=["Jair, como pediste, o texto para as aposentadas da enfermagem:", t19, "Vê se está de acordo e passa para a Nádia. A planilha está pronta também.", "Rogério Fagundes\nContador – Gerência Financeira"]),
         att=[f("enfermagem.xlsx", xlsx({"Plan1": phones_of(p, ("Aposentada", "Celular"))}))], traps=["the text stands in the forwarded mail, between a colleague's words"], why="Rogério's text, unchanged.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", message_text=t19, recipients=8, rejected=0, duplicates=0, dispatch=True, list_source="enfermagem.xlsx"))

    p = people("h020", 6)
    te = "Prezado(a) pensionista,\n\nA cota de pensão dos filhos termina aos 21 anos, ainda que o dependente esteja na faculdade. O último pagamento é o do mês do aniversário.\n\nCaso haja invalidez ou deficiência, o pedido de continuidade deve ser protocolado antes dessa data, com laudo médico.\n\nSetor de Pensões\nIpreville"
    tw = "Ipreville informa: a cota de pensão do seu dependente termina no mês em que ele faz 21 anos. Em caso de invalidez, procure o Setor de Pensões antes do aniversário. Mandamos os detalhes por e-mail."
    rows = [["Pensionista", "E-mail", "WhatsApp"]] + [[x.name, x.email, x.phone(i) if i != 5 else ""] for i, x in enumerate(p)]
    mail("h020", "request", "outlook", PREV, "Fim da cota de pensão – comunicação nos dois meios", "2026-04-27 10:02",
         ["Prezada Nádia, bom dia!", "Conforme o cronograma do Setor, chegou a vez das cotas que se extinguem no segundo semestre. A comunicação é dupla: um e-mail mais completo e uma mensagem curta de WhatsApp, para as mesmas pessoas (planilha anexa).", "**Para o e-mail** (assunto: Cota de pensão: término aos 21 anos)", T(te), "**Para o WhatsApp**", T(tw), "Obrigada de coração, e desculpe o tamanho do texto!"], sig=S_DALVA,
         att=[f("cotas 2º semestre.xlsx", xlsx({"cotas": rows}))], traps=["one text a channel, headed by bold words", "'por e-mail' inside the WhatsApp text"], why="Two texts, one list.",
         want=dict(channel=["email", "whatsapp"], audience="specific", area="gerencia-previdencia", category="pagamento", message_subject="Cota de pensão: término aos 21 anos", message_text=te, message_text_by_channel={"email": te, "whatsapp": tw}, recipients=6, rejected=0, duplicates=0, recipients_by_channel={"email": 6, "whatsapp": 5}, rejected_by_channel={"email": 0, "whatsapp": 1}, dispatch=True, accept={"category": ["orientacao", "andamento"]}, list_source="cotas 2º semestre.xlsx"))

    p = people("h021", 8)
    mail("h021", "request", "owa", PLINIO, "Alongamento - aviso no whats", "2026-04-28 11:18",
         ["Oi Nádia!", "Segue a relação da turma de alongamento. Da relação, favor tirar " + p[3].name + ", que mudou de cidade e não faz mais parte do grupo.", ("table", [["Aluno(a)", "WhatsApp"]] + [[x.name, x.phone(i)] for i, x in enumerate(p)]), "E o recadinho:",
          T("Pessoal, a aula de alongamento de quinta-feira, 30 de abril, vai ser na quadra coberta, no mesmo horário. Tragam um colchonete ou uma toalha."), "Abração!"], sig=S_PLINIO,
         traps=["eight rows, one of them to be left out by the words of the mail", "list in a table above the text", "sender known by the domain of the area"], why="Seven are to be told. Who cannot take one out asks.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="evento", recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"dispatch": [True, False], "missing": [["recipients_confirm"]], "category": ["atendimento", "orientacao"], "rejected": [0, 1]}, list_source="body-table"))

    p = people("h022", 5)
    mail("h022", "request", "gmail", STEIN, "Despedida do conselheiro Haroldo", "2026-04-28 21:07",
         ["Prezada amiga Nádia, boa noite!", "Espero que esta a encontre com saúde. Peço-lhe, com a delicadeza de sempre, que remeta por e-mail aos ex-conselheiros " + ", ".join(f"{x.name} ({x.email})" for x in p[:4]) + f" e {p[4].name} ({p[4].email}) o convite que rabisquei:",
          T("Estimados amigos,\n\nNo dia 8 de maio, às 16h, na sala do Conselho Fiscal, prestaremos uma homenagem ao conselheiro Haroldo Brüske, que se despede depois de doze anos de serviço.\n\nHaverá um café e boas lembranças. Contamos com a presença de todos.\n\nFraternalmente,\nValdemar Stein"), "Com a estima de sempre,"], sig=S_STEIN, auth="ext",
         traps=["addresses in brackets within one sentence", "the text is signed by the sender himself", "outside address of a councillor"], why="Five good addresses; the mail's own subject serves.",
         want=dict(channel=["email"], audience="specific", area="conselho-fiscal", category="institucional", message_subject="Despedida do conselheiro Haroldo", recipients=5, rejected=0, duplicates=0, dispatch=True, accept={"category": ["evento"]}, list_source="body"))

    p = people("h023", 9)
    mail("h023", "request", "outlook", SOLANGE, "Regulamento do estacionamento", "2026-04-29 09:14",
         ["Nádia, bom dia!", "Segue o regulamento novo do estacionamento, que deve ir anexado ao e-mail para os mensalistas da planilha.", "Assunto: Novo regulamento do estacionamento", "Mensagem:", T("Prezado(a) mensalista,\n\nA partir de 1º de junho de 2026 vale o novo regulamento do estacionamento, em anexo. As vagas deixam de ser marcadas e a credencial passa a ser obrigatória.\n\nGerência Administrativa"), "A planilha é só para vocês, tem a placa dos carros.", "Obrigada!"], sig=S_SOLANGE, logo=True,
         att=[f("Regulamento estacionamento 2026.pdf", pdf(["Regulamento do estacionamento"])), f("mensalistas.xlsx", xlsx({"Plan1": [["Nome", "Placa", "E-mail"]] + [[x.name, f"QAB{i}C{i}{i}", x.email] for i, x in enumerate(p)]}))],
         traps=["the PDF goes, the spreadsheet stays"], why="Plain.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="orientacao", message_subject="Novo regulamento do estacionamento", recipients=9, rejected=0, duplicates=0, attachments_to_send=["Regulamento estacionamento 2026.pdf"], dispatch=True, accept={"category": ["atendimento"]}, list_source="mensalistas.xlsx"))

    mail("h024", "request", "outlook", COM, "Whats com card - Dia do Trabalhador", "2026-04-29 16:36",
         ["Boa tarde, Nádia!", "Card do 1º de maio para a base toda no WhatsApp. Agendar para sexta, 01/05, às 9h.", "Legenda:", T("Neste 1º de maio, o Ipreville agradece a quem trabalhou e a quem continua trabalhando por Joinville. Feliz Dia do Trabalhador!"), "Beijos"], sig=S_THAIS, att=[f("card_trabalhador.bmp", image("BMP", (120, 90)))],
         traps=["BMP is no picture for WhatsApp", "weekday and date agree"], why="General, on Friday at nine, with a picture to convert.",
         want=dict(channel=["whatsapp"], audience="general", area="comunicacao", category="institucional", attachments_to_send=["card_trabalhador.bmp"], media_to_convert=["card_trabalhador.bmp"], send_at="2026-05-01T09:00", dispatch=True))

    mail("h025", "request", "outlook", ADM, "Credenciais de estacionamento – avisar por WhatsApp", "2026-04-15 09:40",
         ["Bom dia, Nádia!", "A Solange ligou pedindo que eu garantisse que o pedido dela de hoje cedo chegou, pois o celular estava sem sinal. Por via das dúvidas, repito:", lines, T(t11, "straight"), "Se já recebeu o dela, desconsidere este."], sig=S_LUCIANE,
         traps=["the same request from another address of the area, two hours later", "'desconsidere este' holds only if the first one came"], why="h011 has come: must not go twice.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-administrativa", category="atendimento", recipients=6, rejected=0, duplicates=0, duplicate_of="h011", dispatch=False, accept={"class": ["reply-to-request"], "category": ["orientacao", "andamento"]}, list_source="body"))

    p = people("h026", 7)
    mail("h026", "request", "outlook", KELI, "RES: [AR-2026-0402] Envio concluído", "2026-05-04 13:40",
         ["Nádia, boa tarde!", "Aproveitando a carona nesta conversa: surgiu outra demanda, diferente daquela. É um WhatsApp para os sete da planilha em anexo, que pediram o contracheque impresso:", T("O seu contracheque impresso de abril está disponível no balcão da Gerência Financeira. Retire até 22 de maio, com documento com foto."), "Obrigadíssima"], sig=S_KELI, reply_to="ack0402",
         quoted=ask("AR-2026-0402", "Envio concluído", "2026-04-01 16:00", KELI, "Olá! O envio AR-2026-0402 foi concluído por e-mail a 2.033 destinatários."), att=[f("impressos.xlsx", xlsx({"Plan1": phones_of(p)}))],
         traps=["protocol and thread of an old request", "the quoted mail names the other channel"], why="A new sending, by its own words.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["atendimento", "orientacao"]}, list_source="impressos.xlsx"))

    p = people("h027", 6)
    t27 = "Prezado(a) servidor(a),\n\nA sua perícia foi agendada para o dia ___/___, às ____ horas, com o Dr. ____________.\n\nCompareça com 15 minutos de antecedência."
    mail("h027", "request", "outlook", CESAR, "E-mail de agendamento", "2026-05-05 08:33", ["Nádia,", "favor enviar por e-mail aos seis da planilha. Assunto: Agendamento de perícia", T(t27), "Grato,"], sig=S_CESAR, att=[f("agendados.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["blanks in the text, and neither mail nor list fills them"], why="Nobody can know day, hour and doctor.",
         want=dict(channel=["email"], audience="specific", area="pericia-medica", category="pericia", message_subject="Agendamento de perícia", recipients=6, rejected=0, duplicates=0, missing=["content_data"], dispatch=False, accept={"missing": [["message_text"], ["content_data", "message_text"]], "message_text": [None]}, list_source="agendados.xlsx"))

    mail("h028", "request", "outlook", MARLISE, "Pensionistas universitários – e-mail", "2026-05-05 15:22",
         ["Nádia, boa tarde, tudo bem com você?", "Mais um e-mail nosso, para os pensionistas universitários da planilha anexa.", "Assunto: Comprovante de matrícula do 2º semestre", T("Prezado(a) pensionista,\n\nPara o cadastro do plano de saúde, envie até 31 de julho o comprovante de matrícula do segundo semestre de 2026.", "guillemets"), "Um abraço,"], sig=S_MARLISE,
         att=[f("Orçamento cadeiras ergonômicas.xlsx", xlsx({"Plan1": [["Item", "Quantidade", "Valor unitário"], ["Cadeira giratória", 12, 890], ["Apoio para os pés", 12, 75]]}))], traps=["the attached workbook is an offer for chairs"], why="The wrong file: ask for the list.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="recadastramento", message_subject="Comprovante de matrícula do 2º semestre", missing=["recipients"], dispatch=False, accept={"recipients": [0], "rejected": [0, 2], "duplicates": [0], "category": ["orientacao", "andamento"]}))

    p = people("h029", 10)
    rows = [["Nº", "Segurado(a)", "Telefone p/ contato"]] + [[i + 1, x.name, v] for i, (x, v) in enumerate(zip(p, [p[0].phone8(), p[1].phone(4), p[2].landline(), p[3].phone(5), p[4].no_ddd(), p[5].landline() + " ou " + p[5].phone(0), "não possui", p[7].phone(8), p[8].phone(9), p[9].phone(7)]))] + [[11, p[9].name, p[9].phone(0)]]
    mail("h029", "request", "outlook", PREV, "Aviso de deferimento por WhatsApp", "2026-05-06 14:17",
         ["Senhores,", "Com os nossos cumprimentos, encaminhamos a relação dos segurados cujos requerimentos foram deferidos na sessão de ontem, para que sejam avisados pelo WhatsApp, nos termos seguintes:", T("O seu requerimento de aposentadoria foi deferido. A portaria será publicada em até dez dias e uma cópia ficará disponível no Portal do Segurado.", "marks:--- início do texto ---|--- fim do texto ---"), "Sendo só o que se apresentava, agradecemos."], sig=S_WALTER,
         att=[f("deferidos sessão 05-05.xlsx", xlsx({"sessão": rows}))], traps=["ninth digit missing, landline, no area code, a remark, two numbers in a cell, one person twice"], why="Seven usable, three not, one repeated.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-previdencia", category="andamento", recipients=7, rejected=3, duplicates=1, dispatch=True, list_source="deferidos sessão 05-05.xlsx"))

    p1, p2 = people("h030a", 4), people("h030b", 6)
    ta, tb = "Aviso da Saúde do Servidor: a consulta de nutrição do dia 14 de maio foi transferida para 21 de maio, no mesmo horário.", "Aviso da Saúde do Servidor: a consulta de psicologia do dia 14 de maio está mantida, mas na sala 7."
    mail("h030", "request", "gmail", SAUDE, "Dois avisos de 14/05", "2026-05-07 10:25", ["Oi, queridas!", "Hoje tenho dois avisos de whats diferentes, por favor não misturem as listas, senão vira confusão 😅", "1º aviso, para a planilha nutricao.xlsx:", T(ta), "2º aviso, para a planilha psicologia.xlsx:", T(tb), "Bjs e obrigada"], sig=S_TERE,
         att=[f("nutricao.xlsx", xlsx({"N": phones_of(p1)})), f("psicologia.xlsx", xlsx({"P": phones_of(p2)}))], traps=["two texts with the same beginning, two lists"], why="Two parts.",
         want=dict(channel=["whatsapp"], audience="specific", area="pericia-medica", category="pericia", message_text=ta, recipients=10, rejected=0, duplicates=0, dispatch=True, parts=[{"message_text": ta, "recipients": 4, "list_source": "nutricao.xlsx"}, {"message_text": tb, "recipients": 6, "list_source": "psicologia.xlsx"}],
                   accept={"message_text": [None, tb], "recipients": [None, 4, 6], "rejected": [None], "duplicates": [None], "dispatch": [True, False], "missing": [["message_text"], ["recipients_confirm"]], "category": ["atendimento", "orientacao", "evento", "andamento"]}))

    p = people("h031", 9)
    mail("h031", "request", "owa", FIN, "Tabela do IR – comunicado por e-mail aos pensionistas", "2026-05-08 09:48",
         ["Nádia, bom dia.", "Os endereços vão compactados, porque o servidor bloqueou a planilha solta. Favor encaminhar por e-mail, com o assunto Nova tabela do Imposto de Renda, o que segue:",
          T("Prezado(a) pensionista,\n\nCom a nova tabela do Imposto de Renda, o desconto na fonte muda a partir da folha de maio. Quem recebe até o limite de isenção não terá mais retenção.\n\nA diferença não é automática para quem tem mais de uma fonte pagadora: nesse caso, consulte um contador.\n\nAtenciosamente,\nGerência Financeira – Ipreville"), "Atenciosamente,"], sig=S_ROGERIO, disc=D1, att=[f("pensionistas.zip", zipped([("pensionistas_ir.xlsx", xlsx({"Plan1": mails_of(p)}))]))],
         traps=["list in a zip", "subject without quotes, ended by a comma", "the same closing twice"], why="Complete.",
         want=dict(channel=["email"], audience="specific", area="gerencia-financeira", category="imposto-de-renda", message_subject="Nova tabela do Imposto de Renda", recipients=9, rejected=0, duplicates=0, dispatch=True, accept={"category": ["pagamento"]}, list_source="pensionistas.zip/pensionistas_ir.xlsx"))

    p = people("h032", 6)
    mail("h032", "request", "outlook", FIN, "Pró-labore dos instrutores", "2026-05-11 10:30",
         ["Bom dia, Nádia. Espero que tenha tido um ótimo Dia das Mães!", "Por gentileza, enviar a mensagem a seguir, via WhatsApp, aos instrutores relacionados na planilha.", "Mensagem:", T("Boa tarde! O pagamento das horas-aula de abril foi creditado hoje. O recibo está no Portal do Segurado, na aba Pagamentos. Qualquer divergência, fale com a Gerência Financeira pelo telefone (47) 3400-0027.", "straight"), "Abraços,"], sig=S_ROGERIO, disc=SIGILO,
         att=[f("instrutores.xlsx", xlsx({"Plan1": phones_of(p)}))], traps=["the text greets for itself, inside quotes", "disclaimer naming both channels"], why="WhatsApp, six people.",
         want=dict(channel=["whatsapp"], audience="specific", area="gerencia-financeira", category="pagamento", recipients=6, rejected=0, duplicates=0, dispatch=True, list_source="instrutores.xlsx"))

    p = people("h033", 12)
    mail("h033", "request", "owa", MARLISE, "Solicitação de e-mail – preparação para aposentadoria", "2026-05-13 08:20",
         ["Bom dia, Nádia!", "Solicito o envio por e-mail aos servidores da planilha anexa.", "Assunto: Programa de Preparação para a Aposentadoria – turma de junho", "Texto:",
          T("Prezado(a) servidor(a),\n\nVocê está inscrito(a) na turma de junho do Programa de Preparação para a Aposentadoria. Os encontros serão no auditório do Ipreville, sempre às 14h:\n\n- 9 de junho: regras de aposentadoria;\n- 16 de junho: finanças pessoais;\n- 23 de junho: saúde e projeto de vida.\n\nConfirme a sua presença até 29 de maio, respondendo a este e-mail.\n\nAtenciosamente,\nGerência de Previdência"), "Obrigada!"], sig=S_MARLISE, logo=True, disc=D2, att=[f("PPA junho.xlsx", xlsx({"PPA": mails_of(p, ("Servidor", "E-mail"))}))],
         traps=[], why="Plain in every way.", want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="evento", message_subject="Programa de Preparação para a Aposentadoria – turma de junho", recipients=12, rejected=0, duplicates=0, dispatch=True, list_source="PPA junho.xlsx"))

    p = people("h034", 5)
    mail("h034", "request", "ios-outlook", HELGA, "Agradecimento", "2026-05-15 18:44", ["Nádia, envia por e-mail aos voluntários da planilha, com o assunto Muito obrigada:", T("Queridos voluntários,\n\nO mutirão de atendimento só foi possível graças à generosidade de vocês. Em nome do Ipreville, o meu sincero agradecimento.\n\nHelga Marcon Tiedt\nDiretora-Presidente"), "Obrigada e bom fim de semana"], att=[f("voluntários.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["subject in a sentence, ended by the colon that introduces the text", "the text bears the requester's signature; the mail itself has none"], why="Short and complete.",
         want=dict(channel=["email"], audience="specific", area="gabinete", category="institucional", message_subject="Muito obrigada", recipients=5, rejected=0, duplicates=0, dispatch=True, list_source="voluntários.xlsx"))

    p = people("h035", 8)
    mail("h035", "request", "zimbra", CADM, "Convocação – assembleia dos ativos", "2026-05-18 13:30",
         ["Prezados,", "Solicita-se o agendamento, para 2/6, às 7h45, da mensagem abaixo, por WhatsApp, aos delegados constantes da planilha.", "TEOR:", T("Senhor(a) delegado(a), a assembleia dos servidores ativos começa hoje, às 9h, no ginásio do Sindicato. O credenciamento vai das 8h às 8h45. Não esqueça o crachá.", "color:#1F497D"), "FIM DO TEOR", "Permanecemos ao dispor."], sig=S_MIRTES, att=[f("delegados.xls", xls(phones_of(p)))],
         traps=["'2/6, às 7h45' without year", "TEOR / FIM DO TEOR as marks", "'hoje' in the text fits the schedule"], why="2 June 2026 at 7:45.",
         want=dict(channel=["whatsapp"], audience="specific", area="conselho-administrativo", category="evento", send_at="2026-06-02T07:45", recipients=8, rejected=0, duplicates=0, dispatch=True, accept={"category": ["eleicao", "institucional", "orientacao"]}, list_source="delegados.xls"))

    p = people("h036", 10)
    mail("h036", "request", "outlook", PREV, "Minuta para a sua leitura", "2026-05-20 09:26",
         ["Nádia, bom dia!", "Antes de qualquer coisa: ainda não é para mandar. A Marlise quer ler primeiro, e depois eu te dou o sinal verde. Adianto para você ir deixando pronto: e-mail, assunto \"Aposentadoria por incapacidade: reavaliação\", pessoas da planilha.",
          T("Prezado(a) aposentado(a),\n\nA cada dois anos, a aposentadoria por incapacidade passa por reavaliação. A sua será feita neste ano, em data que informaremos com trinta dias de antecedência.", "box"), "Bom trabalho por aí!"], sig=S_DALVA, att=[f("incapacidade.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["complete, but 'ainda não é para mandar'"], why="A draft that waits for a word.",
         want=dict(channel=["email"], audience="specific", area="gerencia-previdencia", category="pericia", message_subject="Aposentadoria por incapacidade: reavaliação", recipients=10, rejected=0, duplicates=0, dispatch=False, accept={"missing": [["send_at"], ["message_text"]], "category": ["orientacao", "andamento"], "class": ["unrelated"]}, list_source="incapacidade.xlsx"))

    p = people("h037", 7)
    t37 = "Prezado(a) servidor(a),\n\nConstatamos erro no período aquisitivo informado na sua declaração de férias. A declaração correta já está no Portal do Segurado.\n\nDesconsidere a declaração emitida em 12 de maio.\n\nGerência Administrativa"
    mail("h037", "request", "outlook", ADM, "Declaração de férias com erro (e-mail)", "2026-05-22 11:55",
         ["Prezada Nádia,", "Infelizmente a nossa declaração de férias saiu com erro para sete servidores, e agora é preciso avisar cada um deles. Peço que o aviso siga pelo e-mail que consta da planilha, assim:", T("ASSUNTO: Declaração de férias – correção\n\n" + t37, "box"), "Nós por aqui já cancelamos as declarações erradas, então não há pressa, mas se puder ir hoje agradeço."], sig=S_LUCIANE, att=[f("declarações.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["the title stands on the first line of the box, before the text", "'desconsidere' and 'cancelamos' are no cancellation"], why="The subject line is not part of the text.",
         want=dict(channel=["email"], audience="specific", area="gerencia-administrativa", category="orientacao", message_subject="Declaração de férias – correção", message_text=t37, recipients=7, rejected=0, duplicates=0, dispatch=True, accept={"category": ["atendimento", "andamento", "recadastramento", "pagamento"]}, list_source="declarações.xlsx"))


def answers():
    p = people("h038", 13)
    mail("h038", "reply-to-request", "outlook", CESAR, "RES: [AR-2026-0404] Falta a lista de destinatários", "2026-04-06 09:55", ["Nádia, mil desculpas pela falha, estava com três janelas abertas e anexei no e-mail errado.", "Agora sim, segue a relação do grupo, já conferida.", "Obrigado pela paciência,"], sig=S_CESAR, reply_to="ack0404",
         quoted=ask("AR-2026-0404", "Falta a lista de destinatários", "2026-04-06 08:30", CESAR, "Prezado César,\n\nPara o envio AR-2026-0404 falta a lista de destinatários. Basta anexá-la na resposta."), att=[f("grupo reabilitação.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["excuses around the list"], why="The list that was asked for.", want=dict(area="pericia-medica", recipients=13, rejected=0, duplicates=0, relates_to="AR-2026-0404", effect="completes", dispatch=True))
    mail("h039", "reply-to-request", "owa", ADM, "RES: [AR-2026-0405] Falta o texto da mensagem", "2026-04-07 10:31", ["Bom dia!", "Nossa, passou batido. O texto é este:", T("O seu crachá de visitante vence em 30 de abril. Para renovar, passe na recepção com documento com foto e uma foto 3x4 recente.", "curly"), "Bom feriadão de Páscoa que passou, né? rs"], sig=S_LUCIANE, reply_to="ack0405",
         quoted=ask("AR-2026-0405", "Falta o texto da mensagem", "2026-04-07 09:10", ADM, "O pedido AR-2026-0405 chegou sem o texto da mensagem. Qual é?"), traps=["text in quotes, small talk after it"], why="The text that was asked for.",
         want=dict(area="gerencia-administrativa", relates_to="AR-2026-0405", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("h040", "reply-to-request", "roundcube", CFIS, "Re: [AR-2026-0406] E-mail ou WhatsApp?", "2026-04-08 08:12", ["Senhora Nádia,", "Em atenção ao questionamento, informo que a remessa deverá ocorrer por correspondência eletrônica (e-mail), meio usual deste Conselho.", "Atenciosamente,"], sig=S_NORB, reply_to="ack0406",
         quoted=ask("AR-2026-0406", "E-mail ou WhatsApp?", "2026-04-07 17:00", CFIS, "O envio AR-2026-0406 deve ser feito por e-mail ou por WhatsApp?"), traps=["a formal sentence for one word"], why="Channel: e-mail.",
         want=dict(channel=["email"], area="conselho-fiscal", relates_to="AR-2026-0406", effect="completes", dispatch=True, accept={"dispatch": [True, False]}))
    mail("h041", "reply-to-request", "outlook", CI, "RES: [AR-2026-0414] Em que data deve sair?", "2026-04-15 11:05", ["Nádia,", "Em resposta: enviar na segunda-feira, 27/04, logo às 8h da manhã.", "Att."], sig=S_ARNALDO, reply_to="ack0414",
         quoted=ask("AR-2026-0414", "Em que data deve sair?", "2026-04-15 09:00", CI, "No pedido AR-2026-0414, a data informada já passou. Quando devemos enviar?"), traps=["weekday and date agree"], why="The date that was asked for.",
         want=dict(area="controle-interno", relates_to="AR-2026-0414", effect="completes", send_at="2026-04-27T08:00", dispatch=True, accept={"dispatch": [True, False]}))
    mail("h042", "reply-to-request", "outlook", FIN, "RES: Consignado: aviso aos aposentados com contrato ativo", "2026-04-08 09:03", ["Nádia, corrigindo o documento que mandei há pouco:", "onde se lê: \"O Conselho Nacional reduziu\"\nleia-se: \"O Conselho Nacional de Previdência Social reduziu\"", "O mais permanece inalterado. Perdoe o lapso."], sig=S_ROGERIO, reply_to="h004",
         quoted=dict(name="Financeiro - Ipreville", addr="financeiro@ipreville.example", at="2026-04-08 08:55", to=ASSESSORIA, subject="Consignado: aviso aos aposentados com contrato ativo", body=["Bom dia, Nádia!", "A redação foi fechada ontem e está no documento do Word; a planilha traz os e-mails."]),
         traps=["correction of a text that stands in a Word file, eight minutes later"], why="h004 must not go as it stands.", want=dict(area="gerencia-financeira", relates_to="h004", effect="corrects", dispatch=False))
    q = people("h002", 12)[7]
    mail("h043", "reply-to-request", "iphone", SAUDE, "Re: Mudança do ponto da caminhada", "2026-04-06 10:52", [f"Amiga, esquece {q.name} da lista, pediu pra sair do grupo. O resto manda normal 😘"], reply_to="h002",
         quoted=dict(name="Saúde do Servidor", addr="saude@ipreville.example", at="2026-04-06 10:40", to="Assessoria de Relacionamento <assessoria@ipreville.example>", subject="Mudança do ponto da caminhada", body=["Oi, Nádia, minha flor, tudo bem por aí?"]),
         traps=["'esquece' is about one person, not the request", "'manda normal'"], why="One recipient less for h002.", want=dict(area="pericia-medica", relates_to="h002", effect="corrects", dispatch=False))
    mail("h044", "reply-to-request", "outlook", HELGA, "RES: [AR-2026-0409] Para aprovação: Revisão das pensões de 2019", "2026-04-09 17:58", ["Nádia, de acordo, com uma ressalva: troquem \"devolução\" por \"restituição\" no segundo parágrafo, que devolução assusta. Feito isso, pode seguir."], sig=S_HELGA, reply_to="ok0409", quoted=approve("AR-2026-0409", "Revisão das pensões de 2019", "2026-04-09 15:00", "230 destinatários, e-mail e WhatsApp"),
         traps=["'de acordo' with a reserve"], why="The text must be changed first.", want=dict(area="gabinete", relates_to="AR-2026-0409", effect="corrects", dispatch=False, accept={"class": ["approval"]}))
    mail("h045", "reply-to-request", "roundcube", MURILO, "Re: [AR-2026-0413] Pacote para envio por WhatsApp", "2026-04-08 09:25", ["Bom dia!", "Ao montar a campanha notamos que dois dos 29 contatos têm o mesmo número com nomes diferentes. É um casal ou erro de digitação? Mandamos para os dois? Aguardamos a confirmação para iniciar."], sig=S_MURILO, auth="ext", reply_to="cc0413",
         quoted=dict(AUTO, at="2026-04-08 08:40", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2026-0413] Pacote para envio por WhatsApp", body=["Segue o pacote com 29 contatos. Ao final, enviar o relatório."]), traps=["figures, but nothing has been sent"], why="A question of the call center.", want=dict(relates_to="AR-2026-0413", effect="question", dispatch=False))
    mail("h046", "reply-to-request", "owa", PREV, "Certidões de compensação - como ficou?", "2026-04-02 16:05", ["Boa tarde, Nádia, tudo joia?", "Sabe me dizer se o WhatsApp das certidões, de ontem, já foi todo entregue? O balcão está perguntando, porque apareceu pouca gente."], sig=S_WALTER,
         traps=["new thread without a protocol"], why="How does AR-2026-0401 stand?", want=dict(area="gerencia-previdencia", relates_to="AR-2026-0401", effect="status-question", dispatch=False, accept={"effect": ["question"]}))
    mail("h047", "reply-to-request", "outlook", CADM, "RES: [AR-2026-0411] Balanço final do envio", "2026-04-09 14:02", ["Prezada Nádia,", "Acuso o recebimento do balanço e agradeço, em nome do Conselho, pela agilidade. Damos por encerrado o assunto.", "Respeitosamente,"], sig=S_MIRTES, reply_to="ack0411", quoted=ask("AR-2026-0411", "Balanço final do envio", "2026-04-09 11:00", CADM, "Dos 1.486 destinatários, 1.451 receberam a mensagem e 35 endereços falharam."),
         traps=["'damos por encerrado o assunto' cancels nothing"], why="Courtesy only.", want=dict(area="conselho-administrativo", relates_to="AR-2026-0411", effect="thanks", dispatch=False))
    # ---------------------------------------------------------------- consent
    mail("h048", "approval", "iphone", HELGA, "Re: [AR-2026-0408] Para aprovação: Inauguração do novo arquivo", "2026-04-07 20:15", ["Está ótimo. Aprovado, pode mandar."], reply_to="ok0408", quoted=approve("AR-2026-0408", "Inauguração do novo arquivo", "2026-04-07 16:20", "118 destinatários, e-mail"), traps=["from the phone, in the evening"], why="The approver consents.", want=dict(area="gabinete", relates_to="AR-2026-0408", dispatch=True))
    mail("h049", "approval", "outlook", JAIR, "RES: [AR-2026-0407] Para aprovação: Mudança do banco pagador", "2026-04-08 08:35", ["Nádia, aprovo, pode soltar para todos. A Helga está em Florianópolis e já tinha me dito que estava bom."], sig=S_JAIR, reply_to="ok0407", quoted=approve("AR-2026-0407", "Mudança do banco pagador", "2026-04-07 18:00", "todos os segurados, WhatsApp"), traps=["the requester himself approves, in her place"], why="Only helga.tiedt@ approves.", want=dict(area="gerencia-financeira", relates_to="AR-2026-0407", dispatch=False, accept={"class": ["reply-to-request"]}))
    mail("h050", "approval", "owa", HELGA, "RES: [AR-2026-0407] Para aprovação: Mudança do banco pagador", "2026-04-09 10:20", ["Prezada Nádia,", "Li com atenção e estou de acordo com o comunicado. Autorizo o envio a todos os segurados para amanhã, dia 10, às 9h.", "Cordialmente,"], sig=S_HELGA, reply_to="ok0407", quoted=approve("AR-2026-0407", "Mudança do banco pagador", "2026-04-07 18:00", "todos os segurados, WhatsApp"), traps=["consent with a schedule"], why="Approved for 10 April at nine.", want=dict(area="gabinete", relates_to="AR-2026-0407", send_at="2026-04-10T09:00", dispatch=True))
    # ---------------------------------------------------------------- cancellations
    mail("h051", "cancellation", "outlook", PREV, "RES: Aviso de deferimento por WhatsApp", "2026-05-06 14:29", ["Senhores,", "Solicitamos tornar sem efeito o pedido abaixo, visto que a sessão de ontem foi anulada e haverá nova votação. Nenhum segurado deve ser avisado.", "Pedimos escusas."], sig=S_WALTER, reply_to="h029",
         quoted=dict(name="Previdência Ipreville", addr="previdencia@ipreville.example", at="2026-05-06 14:17", to=ASSESSORIA, subject="Aviso de deferimento por WhatsApp", body=["Senhores,", "Com os nossos cumprimentos, encaminhamos a relação dos segurados cujos requerimentos foram deferidos na sessão de ontem."]), traps=["'tornar sem efeito'"], why="h029 falls.", want=dict(area="gerencia-previdencia", relates_to="h029", dispatch=False))
    mail("h052", "cancellation", "samsung", SAUDE, "RES: [AR-2026-0410] Solicitação recebida", "2026-04-09 12:02", ["Nadia segura a oficina de respiração!! a professora quebrou o pé, não vai ter. nao manda pra ninguem pfv"], reply_to="ack0410", quoted=ack("AR-2026-0410", "Oficina de respiração", "2026-04-09 11:50", SAUDE), traps=["'segura'", "from a phone, in haste"], why="Stop it within the window.", want=dict(area="pericia-medica", relates_to="AR-2026-0410", dispatch=False))
    mail("h053", "cancellation", "owa", CADM, "Convocação dos delegados", "2026-06-01 16:50", ["Prezada Nádia, boa tarde.", "A assembleia dos ativos foi adiada pelo Sindicato, sem nova data. Assim, aquela mensagem que ficou programada para amanhã cedo aos delegados não deve mais sair. Quando houver data, fazemos novo pedido.", "Grata,"], sig=S_MIRTES, traps=["new thread, no protocol: 'programada para amanhã cedo aos delegados'", "announces another request"], why="h035 shall not go out.", want=dict(area="conselho-administrativo", relates_to="h035", dispatch=False))


def notices():
    auto = [("Auto-Submitted", "auto-replied")]
    r = people("h054", 1)[0]
    mail("h054", "delivery-receipt", "receipt", MSX, "Não é possível entregar: Novo layout do contracheque", "2026-04-01 14:26", [], to=[PRESID], headers=auto + [("In-Reply-To", "<ar-2026-0402.mail1@ipreville.example>")], envelope="",
         raw_root=dsn("h054", f"Falha na entrega a estes destinatários ou grupos:\n\n{r.email}\nA caixa de correio do destinatário está cheia e não pode aceitar mensagens agora.\n", [(r.email, "failed", "5.2.2", "552 5.2.2 mailbox full")], "2026-04-01 14:22", "ar-2026-0402.mail1@ipreville.example", html="<p>Falha na entrega</p>", subject="Novo layout do contracheque"),
         traps=["mailbox full, yet permanent"], why="Failed.", want=dict(relates_to="AR-2026-0402", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("h055", 4)
    mail("h055", "delivery-receipt", "receipt", MSX, "Retransmitido: Consulta sobre o plano de custeio", "2026-04-06 11:03", [], to=[PRESID], headers=auto + [("In-Reply-To", "<ar-2026-0411.mail1@ipreville.example>")], envelope="",
         raw_root=dsn("h055", "A entrega para estes destinatários ou grupos foi concluída, mas nenhuma notificação de entrega foi enviada pelo servidor de destino:\n\n" + "\n".join(x.email for x in r) + "\n", [(x.email, "relayed", "2.0.0", None) for x in r], "2026-04-06 11:01", "ar-2026-0411.mail1@ipreville.example", html="<p>A entrega foi concluída</p>", subject="Consulta sobre o plano de custeio"),
         traps=["four recipients in one notice"], why="Relayed.", want=dict(relates_to="AR-2026-0411", receipt={"action": "relayed", "recipients": [x.email for x in r]}))
    r = people("h056", 1)[0]
    mail("h056", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Não lida: Novo layout do contracheque", "2026-04-10 08:01", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", "<ar-2026-0402.mail1@ipreville.example>")],
         raw_root=mdn("h056", f"Sua mensagem\n\n   Para: {r.name}\n   Assunto: Novo layout do contracheque\n   Enviada: quarta-feira, 1 de abril de 2026 14:20:00\n\nfoi excluída sem ser lida em sexta-feira, 10 de abril de 2026 08:00:51.\n", r.email, "ar-2026-0402.mail1@ipreville.example", "automatic-action/MDN-sent-automatically; deleted", "Microsoft Outlook"), traps=["deleted unread"], why="MDN 'deleted'.", want=dict(relates_to="AR-2026-0402", receipt={"action": "deleted-unread", "recipients": [r.email]}))
    r = people("h057", 1)[0]
    mail("h057", "delivery-receipt", "webmail", "MAILER-DAEMON@mail7.caixapostal.example", "failure notice", "2026-04-06 11:09", ["Hi. This is the program at mail7.caixapostal.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.", f"<{r.email}>:\nSorry, no mailbox here by that name. (#5.1.1)", "--- Below this line is a copy of the message.", "Return-Path: <presidente@ipreville.example>\nMessage-ID: <ar-2026-0411.mail1@ipreville.example>\nFrom: presidente@ipreville.example\nSubject: Consulta sobre o plano de custeio"], to=["presidente@ipreville.example"], auth="none", envelope="",
         traps=["plain text without multipart/report"], why="Failed.", want=dict(relates_to="AR-2026-0411", receipt={"action": "failed", "recipients": [r.email]}))
    r = people("h058", 1)[0]
    mail("h058", "delivery-receipt", "receipt", f"{r.name} <{r.email}>", "Lida: Consulta sobre o plano de custeio", "2026-04-06 19:32", [], to=[PRESID], auth="ext", headers=[("In-Reply-To", "<ar-2026-0411.mail1@ipreville.example>")],
         raw_root=mdn("h058", f"Sua mensagem\n\n   Para: {r.name}\n   Assunto: Consulta sobre o plano de custeio\n   Enviada: segunda-feira, 6 de abril de 2026 11:00:00\n\nfoi lida em segunda-feira, 6 de abril de 2026 19:31:40.\n", r.email, "ar-2026-0411.mail1@ipreville.example", "automatic-action/MDN-sent-automatically; displayed", "Microsoft Outlook"), traps=["from an insured person, yet no answer of theirs"], why="Read.", want=dict(relates_to="AR-2026-0411", receipt={"action": "read", "recipients": [r.email]}))
    # ---------------------------------------------------------------- the call center
    mail("h059", "call-center-report", "gmail", JESSICA, "Retorno – certidões de compensação (IPREVILLE)", "2026-04-06 09:10", ["Olá, Nádia! Tudo bem? Espero que sim!", "Passando para compartilhar o retorno da campanha das certidões, disparada em 01/04. Foram 64 envios, com 61 entregas confirmadas e 3 insucessos (números sem WhatsApp). Até o momento da extração, 47 pessoas haviam aberto a mensagem.", "Campanha finalizada por aqui. Estamos à disposição!"], sig=S_JESSICA, auth="ext",
         traps=["no protocol, new thread", "'insucessos', 'haviam aberto'", "'até o momento', though the campaign is finished"], why="AR-2026-0401, complete.", want=dict(relates_to="AR-2026-0401", report={"complete": True, "sent": 64, "delivered": 61, "read": 47, "failed": 3}))
    q = dict(AUTO, at="2026-04-02 09:30", to="Elo Atendimento <envios@callcenter.example>", subject="[AR-2026-0403] Pacote para envio por WhatsApp", body=["Segue o pacote com 4.987 contatos. Ao final, enviar o relatório."])
    mail("h060", "call-center-report", "roundcube", MURILO, "Re: [AR-2026-0403] Pacote para envio por WhatsApp", "2026-04-02 18:20", ["Boa tarde,", "Atualização parcial: até as 18h saíram 3.200 mensagens, das quais 2.955 chegaram ao destino e 245 falharam. As 1.787 restantes serão enviadas na próxima segunda-feira, em razão do feriado."], sig=S_MURILO, auth="ext", reply_to="cc0403", quoted=q,
         traps=["partial, the rest later"], why="Not the end.", want=dict(relates_to="AR-2026-0403", report={"complete": False, "sent": 3200, "delivered": 2955, "read": None, "failed": 245}))
    mail("h061", "call-center-report", "roundcube", MURILO, "Re: [AR-2026-0403] Pacote para envio por WhatsApp", "2026-04-07 11:45", ["Bom dia, Nádia,", "Segue anexo o relatório final da campanha."], sig=S_MURILO, auth="ext", reply_to="cc0403", quoted=q, att=[f("relatorio_final_0403.xlsx", xlsx({"Resumo": [["Indicador", "Quantidade"], ["Total enviado", 4987], ["Total entregue", 4640], ["Total lido", 3012], ["Total com falha", 347]]}))],
         traps=["figures only in the workbook", "the second report of one request"], why="Complete.", want=dict(relates_to="AR-2026-0403", report={"complete": True, "sent": 4987, "delivered": 4640, "read": 3012, "failed": 347}))
    p = people("h062", 37)
    st = ["READ"] * 15 + ["DELIVERED"] * 16 + ["FAILED"] * 6
    mail("h062", "call-center-report", "outlook", JESSICA, "RES: [AR-2026-0412] Pacote para envio por WhatsApp", "2026-04-08 10:00", ["Nádia, bom dia! O analítico da campanha está no CSV, uma linha por contato. Abraços!"], sig=S_JESSICA, auth="ext", reply_to="cc0412", att=[f("analitico_0412.csv", csv([["phone", "name", "status"]] + [[x.e164, x.name, s] for x, s in zip(p, st)], sep=",", enc="utf-8"))],
         traps=["one line a contact, English states"], why="31 delivered, 15 of them read, 6 failed.", want=dict(relates_to="AR-2026-0412", report={"complete": True, "sent": 37, "delivered": 31, "read": 15, "failed": 6}))
    mail("h063", "call-center-report", "webmail", "Elo Disparos <noreply@disparos.callcenter.example>", "AR-2026-0413 - Campanha encerrada", "2026-04-08 19:00", ["Sua campanha foi encerrada.", "Referencia: AR-2026-0413\nEnviadas: 29\nEntregues: 27\nNao entregues: 2", "E-mail automatico. Nao responda."], auth="ext", headers=[("Auto-Submitted", "auto-generated")],
         traps=["automatic, yet a report", "no accents"], why="Complete.", want=dict(relates_to="AR-2026-0413", report={"complete": True, "sent": 29, "delivered": 27, "read": None, "failed": 2}))
    # ---------------------------------------------------------------- machines
    mail("h064", "auto-reply", "outlook", MARLISE, "Resposta automática: [AR-2026-0409] Solicitação recebida", "2026-04-09 11:31", ["Estou em licença até 13 de abril, com acesso limitado a e-mails. Para aprovação de textos, envio de listas ou cancelamento de mensagens, procure o Otávio.", "Marlise Kühnen"], irt="ar-2026-0409.ack@ipreville.example", headers=[("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-generated")],
         traps=["'aprovação', 'envio de listas', 'cancelamento' in an absence note"], why="Out of office.", want=dict(area="gerencia-previdencia", relates_to="AR-2026-0409", accept={"area": [None], "relates_to": [None]}))
    mail("h065", "auto-reply", "webmail", "Atendimento Prefeitura <nao-responda@atendimento.example>", "Protocolo 2026/88714: recebemos a sua mensagem", "2026-04-01 14:24", ["Prezado(a) cidadão(ã), a sua solicitação foi recebida e gerou o protocolo 2026/88714. O prazo de resposta é de 20 dias.", "Assunto: Novo layout do contracheque"], to=[PRESID], auth="ext", irt="ar-2026-0402.mail1@ipreville.example", headers=[("Auto-Submitted", "auto-replied"), ("Precedence", "bulk")],
         traps=["a ticket system in the list of addresses", "'protocolo'"], why="A machine.", want=dict(relates_to="AR-2026-0402", accept={"relates_to": [None]}))
    mail("h066", "auto-reply", "gmail", "Evaldina Ramlow <evaldina.ramlow@mail.example>", "Férias! Re: Consulta sobre o plano de custeio", "2026-04-06 11:02", ["Oi! Estou viajando e só volto dia 25. Se for urgente, me chama no WhatsApp."], to=[PRESID], auth="ext", irt="ar-2026-0411.mail1@ipreville.example", headers=[("Auto-Submitted", "auto-replied"), ("Precedence", "bulk"), ("X-Autoreply", "yes")],
         traps=["an insured person's vacation note, in a human tone"], why="A machine wrote it.", want=dict(relates_to="AR-2026-0411", accept={"relates_to": [None]}))
    # ---------------------------------------------------------------- insured people
    pres = dict(PRES, at="2026-04-06 11:00", to="undisclosed-recipients:;", subject="Consulta sobre o plano de custeio", body=["Prezado(a) segurado(a),", "O Conselho Administrativo abriu consulta sobre o plano de custeio. Participe até 30 de abril."])
    mail("h067", "insured-reply", "gmail-app", "Arnildo Hobus <arnildo.hobus@correio.example>", "Re: Consulta sobre o plano de custeio", "2026-04-06 20:48", ["Boa noite. Sou contra aumentar a aliquota dos aposentados, já pagamos demais. Favor encaminhar a minha opinião aos conselheiros. Grato"], to=[PRESID], auth="ext", reply_to="0411m", quoted=pres, traps=["'favor encaminhar' by an insured person"], why="To the council.", want=dict(relates_to="AR-2026-0411"))
    pay = dict(PRES, at="2026-04-01 14:20", to="undisclosed-recipients:;", subject="Novo layout do contracheque", body=["Prezado(a) segurado(a),", "O contracheque tem novo layout a partir deste mês."])
    mail("h068", "insured-reply", "yahoo", "Leonida Butzke <leonida.butzke@provedor.example>", "Re: Novo layout do contracheque", "2026-04-02 07:15", ["não entendi nada esse contra cheque novo as letra são muito pequena. prefiro o antigo. e não precisam mais me mandar esses avisos no e-mail, meu neto que olha pra mim"], to=[PRESID], auth="ext", mobile=True, reply_to="0402m", quoted=pay, traps=["a complaint that ends as an opt-out"], why="To the area, and no more e-mails to her.", want=dict(relates_to="AR-2026-0402", opt_out=True))
    mail("h069", "insured-reply", "outlook", "Rosane Deschamps <rosane.deschamps@webmail.example>", "RES: Novo layout do contracheque", "2026-04-06 10:12", ["Bom dia,", "Informo que meu marido, Adolar Deschamps, que era o titular do cadastro, faleceu em 15 de março. Como procedo para pedir a pensão e para que cancelem os envios em nome dele?", "Atenciosamente,", "Rosane Deschamps"], to=[PRESID], auth="ext", reply_to="0402m", quoted=pay, traps=["'cancelem os envios' by a widow", "a death: the contact must be looked at"], why="To a person.", want=dict(relates_to="AR-2026-0402", opt_out=True))
    mail("h070", "insured-reply", "samsung", "Valdir Steuernagel <valdir.steuernagel@caixapostal.example>", "aposentadoria", "2026-05-19 21:30", ["boa noite, trabalho na secretaria de obras faz 31 anos queria saber quanto tempo falta pra mim aposentar. podem me responder por aqui ou no whats 47 99188-0031. obrigado"], auth="ext", traps=["no thread, of his own accord"], why="An insured person about his matter.", want=dict(accept={"class": ["unrelated"]}))
    # ---------------------------------------------------------------- without right or proof
    mail("h071", "unauthorized", "outlook", "Gabinete da Presidência <gabinete@ipreville-sc.example>", "URGENTE – comunicado da Presidente", "2026-05-12 17:40", ["Prezada Nádia,", "De ordem da Sra. Presidente, enviar imediatamente por WhatsApp a todos os segurados:", T("Ipreville: o seu benefício será bloqueado amanhã por falta de atualização. Evite o bloqueio em https://ipreville-atualiza.example."), "Atenciosamente,"], sig=S_EUNICE, auth="ext",
         traps=["ipreville-sc.example", "a real signature", "a swindle for everybody"], why="Not the institute's domain.", want=dict(reason="lookalike domain", accept={"reason": [None]}))
    p = people("h072", 4)
    mail("h072", "unauthorized", "outlook", OTAVIO, "Envio de e-mail – prova de vida vencida", "2026-05-14 06:58", ["Nádia, por favor envie por e-mail aos da planilha. Assunto: Prova de vida vencida", T("Prezado(a) segurado(a),\n\nA sua prova de vida está vencida. Para regularizar, responda com foto do documento e do cartão do banco.")], sig=S_OTAVIO, auth="fail", envelope="mailer@hospeda33.example", headers=[("X-MS-Exchange-Organization-AuthAs", "Internal")], att=[f("pendentes.xlsx", xlsx({"Plan1": mails_of(p)}))],
         traps=["the exact address, but dmarc=fail on top; a forged good header further down"], why="Forged.", want=dict(reason="dmarc fail", accept={"reason": [None]}))
    mail("h073", "unauthorized", "gmail", "Keli Borba <keli.borba.contadora@webmail.example>", "msg para os aposentados", "2026-05-21 22:03", ["Nádia, sou eu, a Keli, escrevendo do meu e-mail pessoal porque a VPN caiu. Manda amanhã cedo no zap de todo mundo:", T("O pagamento de maio foi antecipado para o dia 27."), "Obrigada, depois eu formalizo"], auth="ext", traps=["personal address of an employee, plausible reason"], why="No proof of identity.", want=dict(reason="personal address of an employee", accept={"reason": [None]}))
    mail("h074", "unauthorized", "zimbra", "Associação dos Aposentados <secretaria@associacao-aposentados.example>", "Solicita relação de contatos e apoio na divulgação", "2026-05-25 10:00", ["Prezados Senhores,", "A Associação dos Aposentados, entidade representativa da categoria, vem solicitar a relação de e-mails e telefones dos aposentados desse Instituto, ou, alternativamente, o envio a eles, por WhatsApp, do convite da nossa festa junina, que segue em anexo.", "Nestes termos, pede deferimento."], sig=["Ottokar Wippel", "Presidente"], auth="ext", att=[f("festa junina.jpg", image("JPEG"))], traps=["asks for data or for a sending", "an honest third party"], why="No area of the institute.", want=dict(reason="third party asks for personal data", accept={"class": ["unrelated"], "reason": [None]}))
    # ---------------------------------------------------------------- the rest
    mail("h075", "unrelated", "outlook", "Faturamento Elo <faturamento@callcenter.example>", "NF 4471 – disparos de abril", "2026-05-05 08:00", ["Prezados,", "Segue a nota fiscal 4471, referente a 5.117 mensagens entregues em abril. Vencimento: 20/05/2026.", "Favor confirmar o recebimento."], sig=["Faturamento", "Elo Atendimento"], auth="ext", att=[f("NF4471.pdf", pdf(["Nota fiscal 4471"]))], traps=["5.117 delivered messages of an invoice"], why="Invoice.")
    mail("h076", "unrelated", "owa", SOLANGE, "Festa junina dos funcionários – lista de pratos", "2026-06-08 11:20", ["Gente, boa tarde!", "Segue a lista de pratos da nossa festa junina de sexta. Cada um escolhe o seu e me responde por e-mail ou no WhatsApp do grupo até quarta. Nádia, você fica com o quentão de novo? rsrs"], sig=S_SOLANGE, to=["Todos Ipreville <todos@ipreville.example>"], cc=[ASSESSORIA], att=[f("pratos.xlsx", xlsx({"Plan1": [["Prato", "Quem leva"], ["Paçoca", ""], ["Pinhão", ""], ["Quentão", "Nádia"]]}))], traps=["list, e-mail and WhatsApp among colleagues"], why="A party of the staff.", want=dict(area="gerencia-administrativa", accept={"area": [None]}))
    mail("h077", "unrelated", "outlook", GAB, "Aceito: Planejamento da comunicação do 2º semestre", "2026-06-10 09:05", ["Confirmo a presença."], sig=S_EUNICE, att=[f("aceite.ics", ("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:planejamento-2sem\r\nDTSTART:20260615T130000Z\r\nSUMMARY:Planejamento da comunicação do 2º semestre\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:gabinete@ipreville.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").encode())], traps=["'Aceito' and 'confirmo' approve nothing"], why="Answer to a meeting.", want=dict(area="gabinete", accept={"area": [None]}))
    mail("h078", "unrelated", "gmail", "Marina da MailTop <marina@mailtop.example>", "Envie 50 mil e-mails por mês com 30% de desconto", "2026-06-16 07:30", ["Olá, Nádia! Tudo bem?", "Vi que o Ipreville se comunica muito com aposentados. Com a MailTop você importa a sua planilha, escreve o texto e dispara para toda a base em minutos. Posso ligar amanhã, às 10h?", "Para não receber mais, responda SAIR."], auth="ext", traps=["an offer full of the words of a request", "'responda SAIR'"], why="Advertising.")
