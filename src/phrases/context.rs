//! The variables of the templates: typed values as the Portuguese words that `rules/textos/` names.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::values::*;
use super::words;
use crate::office::calendar::month_name;
use crate::office::{Audience, Channel, EmailAddress, ExcludedReason, Missing, RejectReason, grouped};

/// The variables of one text. Every text of one name gets the same keys, `null` where there is no value.
pub(super) fn context(phrase: Phrase<'_>) -> Map<String, Value> {
    let value = match phrase {
        Phrase::Acknowledged(it) | Phrase::Corrected(it) => acknowledged(it),
        Phrase::Question(it) | Phrase::QuestionReminder(it) => question(it),
        Phrase::GivenUp(it)
        | Phrase::ApprovalWithoutRight(it)
        | Phrase::StopCallCenter(it)
        | Phrase::Named { about: it, .. } => about(it),
        Phrase::Preview(it) | Phrase::ApprovalAsked(it) => preview(it),
        Phrase::Approved(it) | Phrase::NotApproved(it) => {
            with(about(&it.about), json!({ "por": address(&it.by), "saida": leaves(&it.leaves) }))
        }
        Phrase::Cancelled(it) => with(about(&it.about), cancelled(&it.how)),
        Phrase::TooLateToCorrect(it) => with(
            about(&it.about),
            json!({ "enviado_em": words::moment(it.sent_at), "pessoas": words::people(it.recipients) }),
        ),
        Phrase::DuplicateHeld(it) => with(
            about(&it.about),
            json!({ "anterior": it.earlier.as_str(), "anterior_em": words::moment(it.earlier_at) }),
        ),
        Phrase::FirstDigest(it) | Phrase::NewsDigest(it) | Phrase::FinalBalance(it) => digest(it),
        Phrase::ReportRelayed(it) => report(it),
        Phrase::CallCenterQuestion(it) | Phrase::InsuredReply(it) => with(
            about(&it.about),
            json!({ "de": it.from, "texto": it.text, "pediu_para_sair": it.opt_out, "pediu_para_voltar": it.opt_back }),
        ),
        Phrase::Status(it) => {
            with(about(&it.about), json!({ "situacao": stage(&it.stage), "contagem": it.counts.as_ref().map(counts) }))
        }
        Phrase::QuotaPaused(it) => with(
            about(&it.about),
            json!({
                "enviados": words::people(it.sent),
                "faltam": words::people(it.left),
                "continua_em": words::moment(it.resumes_at),
                "termina_em": words::day(it.done_on),
            }),
        ),
        Phrase::Package(it) => package(it),
        Phrase::ReportReminder(it) => with(
            about(&it.about),
            json!({
                "enviado_em": words::moment(it.sent_at),
                "pessoas": words::people(it.recipients),
                "numero": it.number,
            }),
        ),
        Phrase::InsuredThanks(it) | Phrase::OptedOut(it) => {
            json!({ "assunto": it.subject, "nome": it.name, "area": it.area, "protocolo": Value::Null })
        }
        Phrase::HeldForPerson(it) | Phrase::Stranger(it) => held(it),
        Phrase::Doubt(it) => with(
            about(&it.about),
            json!({ "quando": words::moment(it.at), "pessoas": words::people(it.recipients), "sabe_se": it.known }),
        ),
        Phrase::DecisionTaken(it) => with(
            about(&it.about),
            json!({ "palavra": word(it.choice), "efeito": effect(it.choice), "por": address(&it.by) }),
        ),
        Phrase::WorkbookBusy(it) | Phrase::WorkbookPlaceMissing(it) | Phrase::NewTabMade(it) => workbook(it),
        Phrase::DailyDigest(it) => daily(it),
        Phrase::MonthlyDigest(it) => monthly(it),
        Phrase::RulesBroken(it) | Phrase::RulesMended(it) => json!({
            "versao": it.version,
            "texto": it.diagnostics,
            "erros": words::counted(it.mistakes, "erro", "erros"),
            "protocolo": Value::Null,
        }),
        Phrase::Night(it) => json!({
            "numeros": it.numbers,
            "diferencas": it.differences,
            "quantas": match it.differences.len() {
                0 => "tudo confere".to_owned(),
                count => words::counted(count as u64, "diferença", "diferenças"),
            },
            "protocolo": Value::Null,
        }),
        Phrase::NotRead(it) => with(about(&it.about), json!({ "motivo": it.reason })),
        Phrase::SecretEnds(it) => json!({
            "secao": it.name,
            "ultimo_dia": words::day(it.last_day),
            "situacao": ends_in(it.days),
            "protocolo": Value::Null,
        }),
        Phrase::Canary => json!({ "protocolo": Value::Null }),
        Phrase::Alarm(it) | Phrase::AlarmOver(it) => json!({
            "que": alarm_of(&it.what),
            "desde": words::moment(it.since),
            "detalhe": it.detail,
            "remedio": it.remedy,
            "protocolo": Value::Null,
        }),
    };
    match value {
        Value::Object(map) => map,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => Map::new(),
    }
}

fn with(base: Value, more: Value) -> Value {
    match (base, more) {
        (Value::Object(mut base), Value::Object(more)) => {
            base.extend(more);
            Value::Object(base)
        }
        (base, _) => base,
    }
}

fn about(about: &About) -> Value {
    json!({
        "protocolo": about.protocol.as_ref().map(|it| it.as_str()),
        "assunto": about.subject,
        "nome": about.name,
    })
}

fn address(address: &EmailAddress) -> &str {
    address.as_str()
}

fn acknowledged(it: &Acknowledged) -> Value {
    let base = with(about(&it.about), understood(&it.understood));
    let open = !matches!(it.leaves, Leaves::Now);
    let days = it.days.map(|days| words::counted(u64::from(days), "dia", "dias"));
    with(base, json!({ "saida": leaves(&it.leaves), "pode_corrigir": open, "dias": days, "em_teste": it.on_trial }))
}

fn question(it: &Question) -> Value {
    let questions: Vec<String> = it.missing.iter().map(asked).collect();
    let base = with(about(&it.about), understood(&it.understood));
    with(base, json!({ "perguntas": questions, "ate": it.until.map(words::day) }))
}

fn preview(it: &Preview) -> Value {
    let base = with(about(&it.about), understood(&it.understood));
    let more = json!({
        "motivo": it.reason,
        "solicitante": it.requester.as_ref().map(address),
        "resposta": it.answer,
        "saida": leaves(&it.leaves),
    });
    with(base, more)
}

fn understood(it: &Understood) -> Value {
    let channels: Vec<String> = it.channels.iter().map(|it| words::channel(*it).to_owned()).collect();
    let audience = it.audience.map(|it| match it {
        Audience::General => "todos os segurados",
        Audience::Specific => "as pessoas da lista",
    });
    let several = it.lists.len() > 1;
    let tasks: Vec<String> = it.lists.iter().flat_map(|list| tasks(list, several)).collect();
    let notices: Vec<String> = it.lists.iter().flat_map(notices).collect();
    let lists: Vec<Value> = it.lists.iter().map(list).collect();
    json!({
        "canais": (!channels.is_empty()).then(|| words::joined(&channels)),
        "publico": audience,
        "area": it.area,
        "categoria": it.category,
        "assunto_mensagem": it.message_subject,
        "texto": it.message_text,
        "listas": lists,
        "tarefas": tasks,
        "avisos": notices,
        "anexos": (!it.attachments.is_empty()).then(|| words::joined(&it.attachments)),
        "convertidos": (!it.converted.is_empty()).then(|| words::joined(&it.converted)),
        "nao_aceitos": (!it.not_possible.is_empty()).then(|| words::joined(&it.not_possible)),
    })
}

fn list(it: &ListNews) -> Value {
    let rejected = it.rejected.len() as u64;
    json!({
        "canal": words::channel(it.channel),
        "origem": origin(&it.source),
        "pessoas": words::people(it.recipients),
        "recusadas": (rejected > 0).then(|| words::counted(rejected, "linha sem contato válido", "linhas sem contato válido")),
        "repetidas": (it.duplicates > 0).then(|| words::counted(it.duplicates, "contato repetido", "contatos repetidos")),
    })
}

/// `lista.xlsx#Plan1` as people say it; a `#` in the name of a file stays.
fn origin(source: &str) -> String {
    match source.rsplit_once('#') {
        Some((file, sheet)) if !sheet.is_empty() && !sheet.contains('.') => format!("{file}, aba {sheet}"),
        _ => source.to_owned(),
    }
}

/// Rejected rows as work to do, one item for each reason.
fn tasks(list: &ListNews, name_channel: bool) -> Vec<String> {
    let mut by_reason: BTreeMap<RejectReason, Vec<u32>> = BTreeMap::new();
    for row in &list.rejected {
        by_reason.entry(row.reason).or_default().push(row.row);
    }
    let channel = if name_channel { format!("{}: ", words::channel(list.channel)) } else { String::new() };
    let one = |(reason, rows): (&RejectReason, &Vec<u32>)| {
        format!("{channel}{} ({})", words::task(*reason, rows.len() as u64, list.channel), words::rows(rows))
    };
    by_reason.iter().map(one).collect()
}

/// How many likely mistakes are shown; the rest stands in the file of rejected rows.
const SUGGESTIONS_MAX: usize = 10;

fn notices(list: &ListNews) -> Vec<String> {
    let mut found: Vec<String> = list
        .suggestions
        .iter()
        .take(SUGGESTIONS_MAX)
        .map(|it| format!("linha {}: está “{}”; não seria “{}”? Nada foi alterado", it.row, it.value, it.perhaps))
        .collect();
    found.extend(list.bounced.iter().take(SUGGESTIONS_MAX).map(|(row, address, day)| {
        format!(
            "linha {row}: em {:02}/{:02}/{} a mensagem para {address} voltou, pois o endereço não existe; confira",
            day.day(),
            day.month(),
            day.year()
        )
    }));
    if let more @ 1.. = list.bounced.len().saturating_sub(SUGGESTIONS_MAX) {
        found.push(format!("mais {more} endereços já devolveram mensagens; estão marcados na lista anexa"));
    }
    if list.asked_out > 0 {
        let one = list.asked_out == 1;
        found.push(format!(
            "{} {} não receber avisos gerais; como a lista {} nomeia, {} também {}",
            words::people(list.asked_out),
            if one { "pediu para" } else { "pediram para" },
            if one { "a" } else { "as" },
            if one { "ela" } else { "elas" },
            if one { "recebe" } else { "recebem" },
        ));
    }
    for reason in [ExcludedReason::OptedOut, ExcludedReason::Deceased] {
        let count = list.excluded.iter().filter(|it| it.reason == reason).count() as u64;
        if count > 0 {
            found.push(words::left_out(reason, count));
        }
    }
    found
}

/// A sentence of when it leaves.
fn leaves(leaves: &Leaves) -> String {
    match leaves {
        Leaves::Now => "O envio começa agora.".to_owned(),
        Leaves::At(at) => format!("O envio começa em {}.", words::moment(*at)),
        Leaves::Scheduled(at) => format!("O envio está marcado para {}.", words::send_at(*at)),
        Leaves::AfterMending => "O envio espera a lista corrigida.".to_owned(),
        Leaves::AfterApproval => "O envio espera a aprovação.".to_owned(),
        Leaves::AfterDesk => "Uma pessoa da assessoria vai conferir o pedido antes do envio.".to_owned(),
    }
}

/// One question, precise enough to be answered in one line.
fn asked(it: &Asked) -> String {
    let general = match it.what {
        Missing::Channel => "A mensagem deve ir por e-mail, por WhatsApp ou pelos dois?",
        Missing::Recipients => "Quem deve receber? Anexe a lista (planilha ou CSV) a esta resposta.",
        Missing::RecipientsConfirm => {
            "O e-mail e a lista não dizem o mesmo. Responda SIM se a lista está certa, ou envie a lista corrigida."
        }
        Missing::MessageText => {
            "Qual é o texto que as pessoas devem ler? Responda só com ele, ou anexe um documento (.docx) só com ele."
        }
        Missing::MessageSubject => "Qual deve ser o assunto do e-mail?",
        Missing::Area => "Por qual área do instituto é este pedido?",
        Missing::Media => "O e-mail fala de um anexo ou imagem que não veio. Envie o arquivo nesta resposta.",
        Missing::SendAt => {
            "Em que dia e hora a mensagem deve sair? Escreva a data completa, por exemplo 27/11/2026, 9h."
        }
        Missing::Request => "De qual pedido se trata? Informe o protocolo (por exemplo AR-2026-0412).",
        Missing::ContentData => {
            "O texto usa dados de cada pessoa que a lista não traz. Envie a lista com essas colunas."
        }
        Missing::Audience => "A mensagem é para todos os segurados ou só para as pessoas de uma lista?",
    };
    let Some(detail) = &it.detail else { return general.to_owned() };
    match detail {
        AskedDetail::CountDiffers { said, found } => format!(
            "O e-mail fala de {}, mas a lista tem {}. Responda SIM se a lista está certa, ou envie a lista corrigida.",
            words::people(*said),
            words::people(*found)
        ),
        AskedDetail::ListElsewhere => "A lista está em uma pasta, em um link ou em uma imagem, que não podemos usar. Anexe a planilha a esta resposta.".to_owned(),
        AskedDetail::FileUnreadable(name) => {
            format!("Não conseguimos abrir “{name}” (senha, defeito ou formato). Envie a planilha sem senha, em .xlsx ou CSV.")
        }
        AskedDetail::NoGeneralEmailList => "Para e-mail não há uma lista geral de todos os segurados. Anexe a lista de quem deve receber.".to_owned(),
        AskedDetail::ColumnsMissing(columns) => {
            format!("O texto usa {}, e a lista não traz {}. Envie a lista com essas colunas.", words::joined(columns), if columns.len() == 1 { "essa coluna" } else { "essas colunas" })
        }
        AskedDetail::DateSaid(said) => {
            format!("Não ficou claro quando enviar (“{said}”). Escreva a data completa e a hora, por exemplo 27/11/2026, 9h.")
        }
        AskedDetail::Areas(names) => format!("Por qual área é este pedido: {}?", alternatives(names)),
    }
}

/// `a`, `a ou b`, `a, b ou c`.
fn alternatives(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} ou {last}", first.join(", ")),
    }
}

fn cancelled(how: &CancelledHow) -> Value {
    let result = match how {
        CancelledHow::InTime => "Nada foi enviado.".to_owned(),
        CancelledHow::Partly { sent, stopped: 0 } => {
            format!("A mensagem por e-mail já tinha saído para {}; nada mais será enviado.", words::people(*sent))
        }
        CancelledHow::Partly { sent, stopped } => format!(
            "A mensagem já tinha saído para {}; o envio para as outras {} foi interrompido.",
            words::people(*sent),
            grouped(*stopped)
        ),
        CancelledHow::TooLate { at } => {
            format!("Infelizmente o cancelamento chegou tarde: a mensagem saiu em {}.", words::moment(*at))
        }
        CancelledHow::CallCenterTold => {
            "O pacote já estava com o call center. Pedimos a ele que não envie; assim que responder, você saberá."
                .to_owned()
        }
    };
    let in_time = match how {
        CancelledHow::InTime => true,
        CancelledHow::Partly { .. } | CancelledHow::TooLate { .. } | CancelledHow::CallCenterTold => false,
    };
    let gone = match how {
        CancelledHow::Partly { .. } | CancelledHow::TooLate { .. } => true,
        CancelledHow::InTime | CancelledHow::CallCenterTold => false,
    };
    json!({ "resultado": result, "a_tempo": in_time, "ja_saiu": gone })
}

/// The counts as lines, only those that say something.
fn counts(it: &Counts) -> Value {
    let lines: Vec<Value> = [
        ("Entregues", it.delivered),
        ("Das entregues, lidas", it.read),
        ("Aceitas pelo servidor da pessoa, que não confirma a entrega", it.relayed),
        ("Não entregues", it.failed),
        ("Atrasadas, ainda em tentativa", it.delayed),
        ("Canceladas antes de sair", it.cancelled),
        ("Não enviadas, porque o serviço está em período de teste", it.kept_back),
        ("Em verificação", it.in_doubt),
        ("Sem notícia", it.silent),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(label, count)| json!({ "rotulo": label, "numero": grouped(count) }))
    .collect();
    json!({ "total": words::people(it.total), "linhas": lines })
}

fn not_reached(found: &[NotReached]) -> Vec<Value> {
    let one = |it: &NotReached| json!({ "linha": it.row, "contato": it.contact, "motivo": it.reason });
    found.iter().map(one).collect()
}

fn digest(it: &Digest) -> Value {
    let channels: Vec<Value> = it
        .channels
        .iter()
        .map(|(channel, of_channel)| with(json!({ "canal": words::channel(*channel) }), counts(of_channel)))
        .collect();
    let more_failed = it.not_reached_total.saturating_sub(it.not_reached.len() as u64);
    let sum = |of: fn(&Counts) -> u64| it.channels.iter().map(|(_, it)| of(it)).sum::<u64>();
    let reached = sum(|it| it.delivered + it.relayed) == sum(|it| it.total);
    with(
        about(&it.about),
        json!({
            "canais": channels,
            "nao_entregues": not_reached(&it.not_reached),
            "mais_nao_entregues": (more_failed > 0).then(|| grouped(more_failed)),
            "enviado_em": it.sent_at.map(words::moment),
            "balanco_em": it.balance_at.map(words::moment),
            "recibos_anexos": (it.notices_attached > 0).then(|| words::counted(it.notices_attached, "recibo original", "recibos originais")),
            "sem_recibos": it.without_receipts,
            "sem_noticia": sum(|it| it.silent) > 0,
            "em_teste": sum(|it| it.kept_back) > 0,
            "todos_alcancados": reached,
        }),
    )
}

fn report(it: &ReportRelayed) -> Value {
    let more = it.not_reached_total.saturating_sub(it.not_reached.len() as u64);
    with(
        about(&it.about),
        json!({
            "concluido": it.complete,
            "contagem": counts(&it.counts),
            "nao_entregues": not_reached(&it.not_reached),
            "mais_nao_entregues": (more > 0).then(|| grouped(more)),
            "ressalvas": it.remarks,
            "arquivos": (!it.files.is_empty()).then(|| words::joined(&it.files)),
        }),
    )
}

/// Where a request stands, as a sentence.
fn stage(stage: &Stage) -> String {
    match stage {
        Stage::WaitingForRequester => "Estamos esperando a sua resposta à nossa pergunta.".to_owned(),
        Stage::WaitingForApproval => "O pedido espera a aprovação.".to_owned(),
        Stage::Scheduled(at) => format!("O envio está marcado para {}.", words::send_at(*at)),
        Stage::LeavesAt(at) => format!("O envio começa em {}.", words::moment(*at)),
        Stage::Sending => "O envio está em andamento.".to_owned(),
        Stage::Sent(at) => format!("A mensagem saiu em {}; estamos reunindo os recibos.", words::moment(*at)),
        Stage::WaitingForReport(at) => {
            format!("O pacote foi entregue ao call center em {}; esperamos o relatório dele.", words::moment(*at))
        }
        Stage::Closed => "O envio terminou e o balanço final já foi enviado a você.".to_owned(),
        Stage::Cancelled => "O pedido foi cancelado.".to_owned(),
        Stage::WithAPerson => "Uma pessoa da assessoria está cuidando do pedido.".to_owned(),
    }
}

fn package(it: &Package) -> Value {
    let files = |names: &[String]| (!names.is_empty()).then(|| words::joined(names));
    with(
        about(&it.about),
        json!({
            "area": it.area,
            "texto": it.message_text,
            "pessoas": words::people(it.recipients),
            "lista": it.list_file,
            "colunas": files(&it.columns),
            "campos": files(&it.placeholders),
            "anexos": files(&it.attachments),
            "arquivo_texto": it.text_file,
            "quando": it.send_at.map(words::send_at),
            "das": format!("{}h", it.hours.0),
            "ate_as": format!("{}h", it.hours.1),
            "pedir_relatorio": it.ask_report,
            "relatorio_ate": it.report_until.map(words::day),
        }),
    )
}

fn held(it: &Held) -> Value {
    let answers: Vec<Value> =
        it.answers.iter().map(|choice| json!({ "palavra": word(*choice), "efeito": effect(*choice) })).collect();
    with(about(&it.about), json!({ "de": it.from, "motivo": it.reason, "respostas": answers, "texto": it.excerpt }))
}

const fn word(choice: Choice) -> &'static str {
    match choice {
        Choice::Approve => "APROVAR",
        Choice::Cancel => "CANCELAR",
        Choice::Resend => "REENVIAR",
        Choice::Sent => "ENVIADO",
    }
}

const fn effect(choice: Choice) -> &'static str {
    match choice {
        Choice::Approve => "o pedido segue como está",
        Choice::Cancel => "o pedido é cancelado e nada sai",
        Choice::Resend => "é enviado de novo",
        Choice::Sent => "fica registrado como enviado, sem novo envio",
    }
}

fn workbook(it: &WorkbookNews) -> Value {
    let one = |it: &WaitingCount| {
        json!({
            "protocolo": it.protocol.as_str(),
            "linha": it.row,
            "mes": month_name(it.month),
            "canal": words::channel(it.channel),
            "mais": it.by,
        })
    };
    json!({
        "arquivo": it.file,
        "aba": it.sheet,
        "pendentes": it.waiting.iter().map(one).collect::<Vec<_>>(),
        "desde": it.since.map(words::moment),
        "motivo": it.reason,
        "protocolo": Value::Null,
    })
}

fn daily(it: &DailyDigest) -> Value {
    let one = |item: &WaitingItem| {
        json!({
            "protocolo": item.protocol.as_ref().map(|it| it.as_str()),
            "assunto": item.subject,
            "espera": waits_for(&item.waits_for),
            "desde": words::moment(item.since),
        })
    };
    let is_ours = |item: &&WaitingItem| matches!(item.waits_for, WaitsFor::Desk(_));
    let (ours, others): (Vec<&WaitingItem>, Vec<&WaitingItem>) = it.waiting.iter().partition(is_ours);
    json!({
        "dia": words::day(it.day),
        "para_voces": ours.into_iter().map(one).collect::<Vec<_>>(),
        "para_outros": others.into_iter().map(one).collect::<Vec<_>>(),
        "pedidos": words::counted(it.done.requests, "pedido recebido", "pedidos recebidos"),
        "enviados": words::counted(it.done.sent, "comunicação enviada", "comunicações enviadas"),
        "pessoas": words::people(it.done.recipients),
        "encerrados": words::counted(it.done.closed, "pedido encerrado", "pedidos encerrados"),
        "alarmes": it.alarms,
        "protocolo": Value::Null,
    })
}

fn waits_for(it: &WaitsFor) -> String {
    match it {
        WaitsFor::Desk(why) => why.clone(),
        WaitsFor::Requester => "a resposta de quem pediu".to_owned(),
        WaitsFor::Approver => "a aprovação".to_owned(),
        WaitsFor::CallCenter => "o relatório do call center".to_owned(),
        WaitsFor::Schedule(at) => format!("o dia marcado: {}", words::send_at(*at)),
        WaitsFor::Receipts => "os recibos de entrega".to_owned(),
    }
}

fn monthly(it: &MonthlyDigest) -> Value {
    let areas: Vec<Value> = it
        .areas
        .iter()
        .map(|(name, email, whatsapp)| {
            json!({ "nome": name, "email": grouped(*email), "whatsapp": grouped(*whatsapp), "total": grouped(email + whatsapp) })
        })
        .collect();
    let of_channel = |(channel, of_channel): &(Channel, Counts)| {
        let reached = of_channel.delivered + of_channel.relayed;
        let percent = (reached * 100 + of_channel.total / 2).checked_div(of_channel.total).unwrap_or(0);
        with(json!({ "canal": words::channel(*channel), "alcance": format!("{percent}%") }), counts(of_channel))
    };
    json!({
        "mes": format!("{} de {}", month_name(it.month.month()), it.month.year()),
        "areas": areas,
        "canais": it.channels.iter().map(of_channel).collect::<Vec<_>>(),
        "tempo": it.median_minutes.map(minutes),
        "anexos": (!it.files.is_empty()).then(|| words::joined(&it.files)),
        "protocolo": Value::Null,
    })
}

fn minutes(count: u64) -> String {
    match (count / 60, count % 60) {
        (0, minutes) => words::counted(minutes, "minuto", "minutos"),
        (hours, 0) => words::counted(hours, "hora", "horas"),
        (hours, minutes) => {
            format!("{} e {}", words::counted(hours, "hora", "horas"), words::counted(minutes, "minuto", "minutos"))
        }
    }
}

fn ends_in(days: i32) -> String {
    match days {
        ..0 => "venceu".to_owned(),
        0 => "vence hoje".to_owned(),
        1 => "vence amanhã".to_owned(),
        _ => format!("vence em {days} dias"),
    }
}

fn alarm_of(what: &AlarmOf) -> String {
    match what {
        AlarmOf::Mailbox(name) => format!("a caixa de e-mail “{name}” não pode ser lida"),
        AlarmOf::Smtp => "o servidor não aceita nossos e-mails".to_owned(),
        AlarmOf::Archive => "a pasta da rede não pode ser gravada".to_owned(),
        AlarmOf::Workbook => "a planilha de indicadores não foi encontrada".to_owned(),
        AlarmOf::Contacts => "a planilha de contatos não pode ser lida".to_owned(),
        AlarmOf::Other(what) => what.clone(),
    }
}
