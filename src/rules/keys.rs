//! The vocabulary table: every key and word of the rule files, with its type and its meaning in Portuguese.
//!
//! Parser, checker, help and JSON schemas are made from it; a new key is a new line here and its use in `rule`.

/// What a value must be.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Any text that is not empty.
    Text,
    /// The path of a folder with fields such as `{ano}`.
    Folder,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Number,
    /// A day, `2026-12-01`.
    Day,
    /// A length of time, `"2 dias uteis"`.
    Length,
    /// Whole years, `"5 anos"`.
    Years,
    /// An hour of the day, `"8:00"`.
    Hour,
    /// One word of a list.
    Word(&'static [Word]),
    /// One or several words of a list.
    Words(&'static [Word]),
    /// `true`, `false`, or one or several words of a list.
    FlagOrWords(&'static [Word]),
    /// One or several areas of `areas.toml`.
    AreaKeys,
    /// One or several categories of `vocabulario.toml`.
    Categories,
    /// One or several phrases that are looked for.
    Phrases,
    /// Somebody of `areas.toml`: a word of [`PARTIES`] or the key of an area.
    Party,
    /// A text of `rules/textos/`.
    TextName,
    /// A notice of `rules/modelos/`.
    NoticeName,
    /// Who writes in an example: an address, a word of [`SENDERS_OF_EXAMPLES`] or the key of an area.
    Sender,
    /// Names of files.
    FileNames,
    /// A list of texts.
    List,
    /// One address.
    Address,
    /// Addresses.
    Addresses,
    /// Mail hosts.
    Hosts,
    /// A table in the value.
    Table(&'static [Key]),
    /// Tables of `[[…]]`.
    Tables(&'static [Key]),
    /// `[[entao]]`: the keys depend on `acao`.
    Actions,
    /// Tables named by the administrator, `[areas.NOME]`.
    Named(&'static [Key]),
}

/// Whether a key must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must.
    Required,
    /// It may.
    Optional,
}

/// One key.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// Its only spelling.
    pub name: &'static str,
    /// What people also write, English words first; recognised and corrected, never accepted.
    pub also: &'static [&'static str],
    /// What its value must be.
    pub kind: Kind,
    /// Whether it must stand.
    pub need: Need,
    /// What it is for, in Portuguese.
    pub doc: &'static str,
}

/// One word that a value may be.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Its only spelling.
    pub name: &'static str,
    /// What people also write.
    pub also: &'static [&'static str],
    /// What it means, in Portuguese.
    pub doc: &'static str,
}

const fn required(name: &'static str, also: &'static [&'static str], kind: Kind, doc: &'static str) -> Key {
    Key { name, also, kind, need: Need::Required, doc }
}

const fn optional(name: &'static str, also: &'static [&'static str], kind: Kind, doc: &'static str) -> Key {
    Key { name, also, kind, need: Need::Optional, doc }
}

const fn word(name: &'static str, also: &'static [&'static str], doc: &'static str) -> Word {
    Word { name, also, doc }
}

/// `classe`.
pub const CLASSES: &[Word] = &[
    word("pedido", &["request", "solicitacao"], "uma área pede um envio"),
    word("resposta", &["reply-to-request", "reply", "answer"], "qualquer outra coisa sobre um pedido que já existe"),
    word("aprovacao", &["approval", "aprovado"], "alguém dá o seu acordo a um pedido que o espera"),
    word("cancelamento", &["cancellation", "cancel", "cancelar"], "o pedido todo não deve sair"),
    word(
        "recibo",
        &["delivery-receipt", "receipt", "bounce"],
        "recibo de entrega, devolução ou confirmação de leitura",
    ),
    word("relatorio", &["call-center-report", "report"], "o resultado de um envio do call center"),
    word("resposta-automatica", &["auto-reply", "ausencia", "out-of-office"], "ausência, férias, sistema de chamados"),
    word("resposta-de-segurado", &["insured-reply", "segurado"], "um segurado (ou parente) escreve"),
    word(
        "nao-autorizado",
        &["unauthorized", "desconhecido"],
        "pede um envio ou dados sem ter direito ou sem prova de quem é",
    ),
    word("outro", &["unrelated", "other", "outros"], "o resto"),
];

/// `canal` of a condition.
pub const CHANNELS: &[Word] = &[
    word("email", &["mail", "e-mail"], "só por e-mail"),
    word("whatsapp", &["zap", "whats"], "só por WhatsApp"),
    word("ambos", &["both", "os-dois", "dois"], "por e-mail e por WhatsApp"),
    word("nenhum", &["none", "nao-dito"], "o pedido não diz por onde"),
];

/// `audiencia`.
pub const AUDIENCES: &[Word] = &[
    word("geral", &["general", "todos"], "todos os segurados (passo 16 do manual)"),
    word("especifica", &["specific", "especifico", "lista"], "as pessoas de uma lista (passo 15)"),
    word("nao-dita", &["unknown", "nenhuma"], "o pedido não diz para quem"),
];

/// `remetente`.
pub const SENDERS: &[Word] = &[
    word("area", &["area-do-instituto"], "alguém de uma área de areas.toml"),
    word("call-center", &["callcenter"], "a empresa que envia o WhatsApp"),
    word("assessoria", &["desk"], "a própria assessoria"),
    word("aprovador", &["approver", "aprovadores"], "quem pode aprovar"),
    word("interno", &["internal"], "um endereço do instituto que não é de nenhuma área"),
    word("externo", &["external", "desconhecido"], "qualquer outro endereço"),
];

/// `de` of an example, besides addresses and areas.
pub const SENDERS_OF_EXAMPLES: &[Word] = &[
    word("uma-area", &["area", "an-area"], "o primeiro endereço da primeira área de areas.toml"),
    word("call-center", &["callcenter"], "o endereço do call center"),
    word("assessoria", &["desk"], "o endereço da assessoria"),
    word("aprovador", &["approver"], "o primeiro aprovador"),
    word("segurado", &["insured"], "uma pessoa de fora do instituto, com endereço provado"),
    word("desconhecido", &["stranger"], "alguém que se faz passar por uma área, sem prova"),
];

/// `falta`.
pub const MISSING: &[Word] = &[
    word("canal", &["channel"], "por onde"),
    word("destinatarios", &["recipients", "lista"], "a lista"),
    word("confirmar-destinatarios", &["recipients-confirm"], "a lista contradiz o e-mail"),
    word("texto", &["message-text", "mensagem"], "o texto"),
    word("assunto", &["message-subject", "subject"], "o assunto"),
    word("area", &[], "a área"),
    word("midia", &["media", "imagem", "anexo"], "um anexo anunciado"),
    word("data", &["send-at", "date"], "quando"),
    word("pedido", &["request"], "a que pedido se refere"),
    word("dados", &["content-data"], "dados de cada pessoa"),
    word("audiencia", &["audience"], "para todos ou para alguns"),
];

/// `efeito`.
pub const EFFECTS: &[Word] = &[
    word("completa", &["completes"], "traz o que faltava"),
    word("corrige", &["corrects"], "muda texto, lista, data ou canal"),
    word("pergunta", &["question"], "pergunta algo"),
    word("andamento", &["status-question", "status"], "pergunta como está o pedido"),
    word("agradece", &["thanks"], "só agradece"),
    word("rejeita", &["rejects"], "diz não ao que espera acordo"),
];

/// `relatorio`.
pub const REPORTS: &[Word] =
    &[word("completo", &["complete", "final"], "o envio terminou"), word("parcial", &["partial"], "o envio continua")];

const RANGE: &[Key] = &[
    optional("acima-de", &["above", "mais-de", "min"], Kind::Number, "mais do que este número"),
    optional("ate", &["up-to", "no-maximo", "max"], Kind::Number, "no máximo este número"),
];

/// `[quando]` and `[exceto]`.
pub const CONDITIONS: &[Key] = &[
    optional("classe", &["class", "tipo"], Kind::Words(CLASSES), "que tipo de e-mail é"),
    optional("canal", &["channel", "canais"], Kind::Words(CHANNELS), "por onde deve seguir"),
    optional("audiencia", &["audience", "publico"], Kind::Words(AUDIENCES), "para quem é"),
    optional("area", &["areas", "setor"], Kind::AreaKeys, "a área que pede: sua chave em areas.toml"),
    optional("categoria", &["category"], Kind::Categories, "o tema: uma chave de [categorias] em vocabulario.toml"),
    optional("remetente", &["sender", "from", "quem"], Kind::Words(SENDERS), "quem escreve"),
    optional(
        "assunto-contem",
        &["subject", "assunto", "subject-contains"],
        Kind::Phrases,
        "o assunto do e-mail contém uma destas palavras",
    ),
    optional(
        "mensagem-contem",
        &["body", "texto", "texto-contem"],
        Kind::Phrases,
        "o texto aos segurados contém uma destas palavras",
    ),
    optional(
        "anexo-contem",
        &["attachment", "anexos", "anexos-contem"],
        Kind::Phrases,
        "o nome de um anexo contém uma destas palavras",
    ),
    optional("destinatarios", &["recipients"], Kind::Table(RANGE), "quantas pessoas a lista tem"),
    optional("recusados", &["rejected"], Kind::Table(RANGE), "quantas linhas da lista não têm contato válido"),
    optional("tem-lista", &["has-list", "lista"], Kind::Flag, "veio uma lista"),
    optional("tem-anexo", &["has-attachment"], Kind::Flag, "há arquivos que seguem com a mensagem"),
    optional("converter-midia", &["media"], Kind::Flag, "há arquivos que o WhatsApp só aceita convertidos"),
    optional(
        "por-pessoa",
        &["per-person", "personalizado"],
        Kind::Flag,
        "o texto tem campos que mudam de pessoa para pessoa",
    ),
    optional("urgente", &["urgent"], Kind::Flag, "o pedido diz que é urgente"),
    optional("agendado", &["scheduled"], Kind::Flag, "o pedido diz quando enviar"),
    optional(
        "falta",
        &["missing", "faltam"],
        Kind::FlagOrWords(MISSING),
        "o que falta no pedido; true = qualquer coisa, false = nada",
    ),
    optional("efeito", &["effect"], Kind::Words(EFFECTS), "o que uma resposta faz com o seu pedido"),
    optional("repetido", &["duplicate", "duplicado"], Kind::Flag, "o mesmo texto e a mesma lista já foram pedidos"),
    optional("pede-para-sair", &["opt-out", "sair"], Kind::Flag, "o segurado pede para não receber mais"),
    optional("relatorio", &["report"], Kind::Words(REPORTS), "se o relatório do call center é completo ou parcial"),
];

/// `por` and `para`, besides areas.
pub const PARTIES: &[Word] = &[
    word("solicitante", &["requester", "quem-pediu", "area"], "quem fez o pedido, na mesma conversa"),
    word("aprovadores", &["approvers", "aprovador"], "[aprovadores] de areas.toml"),
    word("assessoria", &["desk"], "[assessoria] de areas.toml"),
    word("call-center", &["callcenter"], "[call-center] de areas.toml"),
];

const CONFIRM: &[Key] = &[
    optional("acima-de", &["above", "mais-de"], Kind::Number, "só acima deste número de pessoas"),
    required("por", &["by", "quem"], Kind::Party, "quem confirma"),
];

/// `lista`.
pub const LISTS: &[Word] = &[
    word("do-pedido", &["request", "pedido"], "a lista que veio com o pedido"),
    word("contatos-gerais", &["general-contacts", "geral"], "a planilha de contatos da rede (passo 16)"),
];

/// `linhas-recusadas`.
pub const BAD_ROWS: &[Word] = &[
    word("seguir", &["go-on", "continuar"], "envia às linhas boas e informa as outras"),
    word("esperar", &["wait", "parar"], "nada sai antes da lista corrigida"),
];

/// `pedir`.
pub const ASK_FOR: &[Word] = &[word("relatorio", &["report"], "o relatório do envio (passo 17)")];

/// `acao`.
pub const ACTIONS: &[(Word, &[Key])] = &[
    (
        word("arquivar", &["archive", "salvar", "guardar"], "guarda conteúdo e lista na pasta da rede (passo 3)"),
        &[
            optional("pasta", &["folder", "diretorio"], Kind::Folder, "a pasta, abaixo da raiz do arquivo"),
            optional(
                "guardar",
                &["keep", "reter"],
                Kind::Years,
                "por quanto tempo, \"5 anos\"; sem esta chave, para sempre",
            ),
        ],
    ),
    (
        word("enviar-email", &["send-email", "enviar", "email"], "envia por e-mail, em cópia oculta (passos 4 a 11)"),
        &[
            optional("lista", &["list"], Kind::Word(LISTS), "a quem"),
            optional(
                "linhas-recusadas",
                &["bad-rows"],
                Kind::Word(BAD_ROWS),
                "o que fazer com linhas sem contato válido",
            ),
            optional("confirmar", &["confirm"], Kind::Table(CONFIRM), "quem precisa dizer sim antes"),
            optional("modelo", &["notice", "template"], Kind::NoticeName, "um aviso pronto de rules/modelos/"),
        ],
    ),
    (
        word(
            "enviar-call-center",
            &["send-call-center", "call-center", "whatsapp"],
            "manda o pacote ao call center, que envia por WhatsApp (passos 14 a 17)",
        ),
        &[
            optional("lista", &["list"], Kind::Word(LISTS), "a quem"),
            optional("pedir", &["ask"], Kind::Word(ASK_FOR), "o que se pede de volta"),
            optional("lembrar-em", &["remind-in", "lembrar"], Kind::Length, "quando lembrar, se o relatório não vier"),
            optional(
                "linhas-recusadas",
                &["bad-rows"],
                Kind::Word(BAD_ROWS),
                "o que fazer com linhas sem contato válido",
            ),
            optional("confirmar", &["confirm"], Kind::Table(CONFIRM), "quem precisa dizer sim antes"),
            optional("modelo", &["notice", "template"], Kind::NoticeName, "um aviso pronto de rules/modelos/"),
        ],
    ),
    (
        word("registrar", &["record", "contar", "anotar"], "soma 1 na planilha de indicadores (passos 19 a 23)"),
        &[
            optional("aba", &["sheet", "planilha"], Kind::Text, "a aba, se não for a do ano"),
            optional("linha", &["row"], Kind::Text, "a linha, se não for a da área"),
        ],
    ),
    (
        word("encaminhar", &["forward", "repassar"], "manda o e-mail adiante como veio"),
        &[required("para", &["to", "a"], Kind::Party, "a quem")],
    ),
    (
        word("responder", &["answer", "reply"], "responde na mesma conversa com um texto de rules/textos/"),
        &[required("texto", &["text"], Kind::TextName, "o nome do texto, sem .txt")],
    ),
    (word("perguntar", &["ask", "question"], "pergunta o que falta"), &[]),
    (
        word("agendar", &["schedule", "marcar"], "só envia em dia útil, dentro do horário"),
        &[
            required("nao-antes", &["not-before", "das"], Kind::Hour, "a partir desta hora, \"8:00\""),
            optional("nao-depois", &["not-after", "ate"], Kind::Hour, "até esta hora, \"18:00\""),
        ],
    ),
    (word("confirmar", &["confirm", "aprovar"], "espera o acordo de alguém"), CONFIRM),
    (
        word("entregar-a-pessoa", &["hand-to-person", "pessoa", "human"], "deixa para uma pessoa da assessoria"),
        &[required("motivo", &["reason"], Kind::Text, "por quê, em palavras para a pessoa")],
    ),
    (word("nada", &["nothing", "ignorar", "none"], "não nos diz respeito"), &[]),
];

/// The key that every `[[entao]]` has.
pub const ACTION_KEY: Key = required("acao", &["action"], Kind::Text, "o que fazer");

/// `espera`.
pub const EXPECTED: &[Word] = &[
    word("aceita", &["accept", "accepted", "aceito", "sim"], "esta regra deve valer para o exemplo"),
    word("recusa", &["refuse", "reject", "recusada", "nao"], "esta regra não deve valer para o exemplo"),
];

const EXAMPLE: &[Key] = &[
    required("nome", &["name"], Kind::Text, "um nome curto para o exemplo"),
    required(
        "de",
        &["from", "remetente"],
        Kind::Sender,
        "quem escreve: um endereço, a chave de uma área ou uma palavra como \"uma-area\"",
    ),
    required("assunto", &["subject"], Kind::Text, "o assunto do e-mail"),
    optional("texto", &["text", "body", "corpo"], Kind::Text, "o texto do e-mail"),
    optional("anexos", &["attachments", "anexo"], Kind::FileNames, "os nomes dos anexos"),
    required("espera", &["expect", "expected", "resultado"], Kind::Word(EXPECTED), "\"aceita\" ou \"recusa\""),
];

/// A rule file.
pub const RULE: &[Key] = &[
    required("descricao", &["description"], Kind::Text, "o que a regra faz, em uma frase"),
    optional("versao", &["version"], Kind::Number, "um número que você aumenta a cada mudança"),
    optional("ativa", &["active", "enabled", "ativo"], Kind::Flag, "false desliga a regra sem apagá-la"),
    optional("de", &["from", "desde"], Kind::Day, "o primeiro dia em que vale, 2026-12-01 sem aspas"),
    optional("ate", &["until", "to", "fim"], Kind::Day, "o último dia em que vale"),
    required("quando", &["when", "se"], Kind::Table(CONDITIONS), "as condições: todas precisam valer"),
    optional(
        "exceto",
        &["except", "unless", "menos"],
        Kind::Table(CONDITIONS),
        "se uma destas valer, a regra não se aplica",
    ),
    required("entao", &["then", "acoes"], Kind::Actions, "o que fazer, na ordem"),
    required(
        "exemplo",
        &["example", "exemplos"],
        Kind::Tables(EXAMPLE),
        "e-mails de exemplo, ao menos um que a regra aceita e um que recusa",
    ),
];

const AREA: &[Key] = &[
    required("nome", &["name"], Kind::Text, "o nome da área"),
    optional("enderecos", &["addresses", "emails"], Kind::Addresses, "quem pode pedir por ela"),
    optional("dominios", &["domains", "hosts"], Kind::Hosts, "domínios em que qualquer endereço pode pedir por ela"),
    optional("linha", &["row"], Kind::Text, "a sua linha na planilha, se for outra que o nome"),
];

/// `areas.toml`.
pub const AREAS: &[Key] = &[
    required(
        "instituto",
        &["institute"],
        Kind::Table(&[
            required("nome", &["name"], Kind::Text, "o nome do instituto"),
            optional("dominios", &["domains"], Kind::Hosts, "os domínios de e-mail do instituto"),
        ]),
        "o instituto",
    ),
    required(
        "assessoria",
        &["desk"],
        Kind::Table(&[
            required("enderecos", &["addresses", "emails"], Kind::Addresses, "os endereços da assessoria"),
            required(
                "envia-de",
                &["send-from", "remetente"],
                Kind::Address,
                "o endereço de onde saem os envios (passo 5)",
            ),
        ]),
        "a assessoria de relacionamento",
    ),
    optional(
        "aprovadores",
        &["approvers"],
        Kind::Table(&[optional("enderecos", &["addresses", "emails"], Kind::Addresses, "quem pode aprovar")]),
        "quem pode aprovar",
    ),
    optional(
        "call-center",
        &["callcenter"],
        Kind::Table(&[
            required("nome", &["name"], Kind::Text, "o nome da empresa"),
            required("envio", &["send-to", "enviar-para"], Kind::Address, "para onde vão os pacotes"),
            optional("enderecos", &["addresses", "emails"], Kind::Addresses, "de onde vêm os relatórios"),
            optional("dominios", &["domains", "hosts"], Kind::Hosts, "domínios da empresa"),
        ]),
        "a empresa que envia o WhatsApp",
    ),
    optional("areas", &["area"], Kind::Named(AREA), "as áreas do instituto: [areas.chave-da-area]"),
];

const ACCEPTED: &[Key] = &[
    required("tipos", &["types"], Kind::List, "os tipos aceitos, como \"image/jpeg\""),
    required("maximo", &["max", "limite"], Kind::Number, "o tamanho máximo, em bytes"),
];

/// `midia.toml`.
pub const MEDIA: &[Key] = &[
    required(
        "whatsapp",
        &[],
        Kind::Table(&[
            required("imagem", &["image"], Kind::Table(ACCEPTED), "imagens"),
            required("video", &["vídeo"], Kind::Table(ACCEPTED), "vídeos"),
            required("audio", &["áudio"], Kind::Table(ACCEPTED), "áudios"),
            required("documento", &["document"], Kind::Table(ACCEPTED), "documentos"),
        ]),
        "o que o WhatsApp aceita",
    ),
    required(
        "email",
        &["e-mail"],
        Kind::Table(&[required("maximo", &["max"], Kind::Number, "a soma dos anexos, em bytes")]),
        "o que um e-mail pode levar",
    ),
    required(
        "conversao",
        &["conversion", "conversão"],
        Kind::Table(&[
            required("pixels", &[], Kind::Number, "imagens maiores não são abertas"),
            required("lado", &["side"], Kind::Number, "o lado maior da imagem convertida"),
            required("segundos", &["seconds"], Kind::Number, "o tempo de uma conversão de áudio ou vídeo"),
            required("memoria", &["memory"], Kind::Number, "a memória de uma conversão, em bytes"),
        ]),
        "até onde vai a conversão",
    ),
];

/// The fields of a folder.
pub const FOLDER_FIELDS: &[&str] = &["ano", "mes", "categoria", "protocolo", "assunto", "area", "canal"];

/// The keys of an action besides `acao`.
#[must_use]
pub fn keys_of(action: &str) -> Option<&'static [Key]> {
    ACTIONS.iter().find(|(word, _)| word.name == action).map(|(_, keys)| *keys)
}
