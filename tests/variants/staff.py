"""The people of the office who write, with their signatures; and what the desk wrote to them before."""
from make import ASSESSORIA

TEL = "(47) 3400-00"
MARLISE = "Marlise Kühnen <marlise.kuhnen@ipreville.example>"
OTAVIO = "Otávio Bressan <otavio.bressan@ipreville.example>"
PREV = "Previdência Ipreville <previdencia@ipreville.example>"
JAIR = "Jair Demarchi <jair.demarchi@ipreville.example>"
KELI = "Keli Cristina Borba <keli.borba@ipreville.example>"
FIN = "Financeiro - Ipreville <financeiro@ipreville.example>"
SOLANGE = "Solange Fiedler <solange.fiedler@ipreville.example>"
ADM = "Administrativo Ipreville <administrativo@ipreville.example>"
LENITA = "Lenita Hostin <lenita.hostin@ipreville.example>"
CESAR = "César Augusto Ramthun <cesar.ramthun@ipreville.example>"
PERICIA = "Perícia Médica - Ipreville <pericia@ipreville.example>"
SAUDE = "Saúde do Servidor <saude@ipreville.example>"
ROSMERI = "Rosmeri Haak <rosmeri.haak@saude.ipreville.example>"
CI = "Controle Interno <controleinterno@ipreville.example>"
CADM = "Conselho Administrativo <conselhoadm@ipreville.example>"
CFIS = "Conselho Fiscal Ipreville <conselhofiscal@ipreville.example>"
STEIN = "Valdemar Stein <valdemar.stein@webmail.example>"
GAB = "Gabinete da Presidência <gabinete@ipreville.example>"
HELGA = "Helga Marcon Tiedt <helga.tiedt@ipreville.example>"
BIANCA = "Bianca Raulino <bianca.raulino@ipreville.example>"
COM = "Comunicação Ipreville <comunicacao@ipreville.example>"
MSX = "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@ipreville.example>"

S_MARLISE = ["Marlise Kühnen", "Gerente de Previdência", "Instituto de Previdência – Ipreville", "Fone: (47) 3400-0010 | ramal 210"]
S_OTAVIO = ["Otávio Bressan", "Analista Previdenciário | Gerência de Previdência", "(47) 3400-0011"]
S_TATIANA = ["Tatiana Zoboli", "Assistente Previdenciária", "Gerência de Previdência", "(47) 3400-0013"]
S_JAIR = ["Jair Demarchi", "Gerente Financeiro", "Ipreville", "(47) 3400-0020"]
S_KELI = ["Keli C. Borba", "Contadora CRC/SC 00000", "Gerência Financeira"]
S_MOACIR = ["Moacir Effting", "Tesouraria – Gerência Financeira", "Ipreville | 3400-0024"]
S_SOLANGE = ["Solange Fiedler", "Gerente Administrativa – Ipreville", "(47) 3400-0030 / (47) 98800-0030"]
S_GILSON = ["Gilson Prust", "Gerência Administrativa", "Protocolo e Atendimento"]
S_LENITA = ["Dra. Lenita Hostin", "Médica perita – CRM/SC 0000", "Perícia Médica e Saúde do Servidor"]
S_CESAR = ["César A. Ramthun", "Perícia Médica", "(47) 3400-0042"]
S_ROSMERI = ["Enf. Rosmeri Haak", "Núcleo de Saúde do Servidor", "saude.ipreville.example"]
S_EDSON = ["Edson Zimath", "Controlador Interno", "(47) 3400-0050"]
S_CADM = ["Secretaria dos Colegiados", "Conselho Administrativo do Ipreville"]
S_STEIN = ["Valdemar Stein", "Conselho Fiscal"]
S_HELGA = ["Helga Marcon Tiedt", "Diretora-Presidente", "Ipreville"]
S_GAB = ["Rosane Wuerges", "Chefe de Gabinete", "(47) 3400-0001"]
S_BIANCA = ["Bianca Raulino", "Jornalista – Comunicação Social", "(47) 3400-0061"]
# The same people by another of their devices.
S_MARLISE2 = ["Marlise Kühnen", "Gerente de Previdência", "Gerência de Previdência - Ipreville", "(47) 3400-0010"]
S_OTAVIO2 = ["Otávio Bressan", "Analista Previdenciário", "Gerência de Previdência - Ipreville", "(47) 3400-0011"]
S_JAIR2 = ["Jair Demarchi", "Gerente Financeiro", "Gerência Financeira - Ipreville", "(47) 3400-0020"]
S_KELI2 = ["Keli Cristina Borba", "Contadora", "Gerência Financeira - Ipreville", "(47) 3400-0021"]
S_SOL2 = ["Solange Fiedler", "Gerente Administrativa", "Gerência Administrativa - Ipreville", "(47) 3400-0030"]
S_CESAR2 = ["César Augusto Ramthun", "Assistente Administrativo", "Perícia Médica e Saúde do Servidor - Ipreville", "(47) 3400-0042"]
S_HELGA2 = ["Helga Marcon Tiedt", "Diretora-Presidente", "Presidência - Ipreville"]
S_ELO = ["Thiago Salvador", "Coordenação de Disparos", "Elo Atendimento"]
S_PRI = ["Priscila Nack", "MIS | Elo Atendimento"]
D1 = "Esta mensagem pode conter informação confidencial. Se você a recebeu por engano, favor desconsiderar, não encaminhar e avisar o remetente. O tratamento de dados pessoais segue a Lei nº 13.709/2018."
D2 = "Pense no meio ambiente: imprima este e-mail somente se necessário."
D3 = "As informações contidas neste e-mail destinam-se exclusivamente às pessoas a quem foi enviado, sendo vedada a sua divulgação por e-mail, WhatsApp ou qualquer outro meio sem autorização."
AUTO = dict(name="Assessoria de Relacionamento (automático)", addr="assessoria@ipreville.example")
PRES = dict(name="Presidência Ipreville", addr="presidente@ipreville.example")


def ask(protocol, subject, at, to, body, who=AUTO, prefix=True):
    return dict(who, at=at, to=to, subject=(f"[{protocol}] " if prefix else "") + subject, body=[body] if isinstance(body, str) else body)


def own(frm, at, subject, body, to=ASSESSORIA):
    """An earlier mail of a person of the office."""
    name, addr = frm[:-1].split(" <")
    return dict(name=name, addr=addr, at=at, to=to, subject=subject, body=[body] if isinstance(body, str) else body)


def letters(stem):
    """What the desk writes about the requests whose protocols begin so: acknowledgement, preview, package."""
    def ack(n, subject, at, to):
        return ask(f"{stem}{n}", "Solicitação recebida", at, to, f"Olá! Recebemos a sua solicitação e ela foi registrada com o número {stem}{n}.\n\nAssunto: {subject}\n\nVocê será avisado(a) quando o envio for concluído.")

    def preview(n, subject, at, who):
        return ask(f"{stem}{n}", "Para aprovação: " + subject, at, HELGA, f"Prezada Presidente,\n\nSegue a prévia do envio {stem}{n} ({who}). Responda APROVO para liberar ou NÃO APROVO para devolver à área.")

    def pack(n, at, k):
        return dict(AUTO, at=at, to="Elo Atendimento <envios@callcenter.example>", subject=f"[{stem}{n}] Pacote para envio por WhatsApp", body=[f"Segue pacote para envio ({k} contatos). Solicitamos o relatório de envio."])

    return ack, preview, pack
