//! Values of every kind, full and sparse, by which texts are tried when they are loaded.

use jiff::civil::{DateTime, date};

use super::values::*;
use crate::office::{
    Audience, Channel, EmailAddress, ExcludedReason, ExcludedRow, Missing, Protocol, RejectReason, RejectedRow, SendAt,
    Suggestion,
};

/// How much the values of a sample say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Amount {
    Full,
    Sparse,
}

/// Shows every phrase, first with full and then with sparse values.
pub(super) fn for_each(show: &mut dyn FnMut(Phrase<'_>)) {
    for amount in [Amount::Full, Amount::Sparse] {
        to_requesters(amount, show);
        about_results(amount, show);
        to_others(amount, show);
        to_the_desk(amount, show);
    }
}

fn at() -> DateTime {
    date(2026, 11, 27).at(14, 30, 0, 0)
}

fn about(amount: Amount) -> About {
    match amount {
        Amount::Full => About {
            protocol: Some(Protocol::from_text("AR-2026-0412")),
            subject: "Prova de vida 2026".to_owned(),
            name: Some("Marlise".to_owned()),
        },
        Amount::Sparse => About::default(),
    }
}

/// An address that can be read: it is a constant of ours.
fn somebody(show: &mut dyn FnMut(&EmailAddress)) {
    if let Ok(address) = EmailAddress::parse("previdencia@ipreville.example") {
        show(&address);
    }
}

fn understood(amount: Amount) -> Understood {
    if amount == Amount::Sparse {
        return Understood::default();
    }
    let row = |row, value: &str, reason| RejectedRow { row, value: value.to_owned(), reason };
    let email = ListNews {
        channel: Channel::Email,
        source: "lista.xlsx".to_owned(),
        recipients: 52,
        rejected: vec![
            row(5, "maria.silva", RejectReason::NotAnAddress),
            row(18, "joão@x.com", RejectReason::NotAnAddress),
            row(40, "a@b", RejectReason::NotAnAddress),
        ],
        excluded: vec![ExcludedRow { row: 7, reason: ExcludedReason::OptedOut }],
        duplicates: 2,
        suggestions: vec![Suggestion {
            row: 12,
            value: "ana@gmail.con".to_owned(),
            perhaps: "ana@gmail.com".to_owned(),
        }],
        bounced: vec![(9, "rui@x.com".to_owned(), date(2026, 3, 2))],
        asked_out: 1,
    };
    let whatsapp = ListNews {
        channel: Channel::Whatsapp,
        source: "lista.xlsx".to_owned(),
        recipients: 1,
        rejected: vec![row(9, "3422-0000", RejectReason::Landline)],
        excluded: Vec::new(),
        duplicates: 0,
        suggestions: Vec::new(),
        bounced: Vec::new(),
        asked_out: 0,
    };
    Understood {
        channels: vec![Channel::Email, Channel::Whatsapp],
        audience: Some(Audience::Specific),
        area: Some("Gerência de Previdência".to_owned()),
        category: Some("prova de vida".to_owned()),
        message_subject: Some("Prova de vida 2026".to_owned()),
        message_text: Some(
            "Prezado segurado,\n\nA prova de vida começa em 1º de dezembro.\n\nAtenciosamente".to_owned(),
        ),
        lists: vec![email, whatsapp],
        attachments: vec!["cartaz.png".to_owned(), "folheto.pdf".to_owned()],
        converted: vec!["cartaz.png".to_owned()],
        not_possible: vec!["video.psd".to_owned()],
    }
}

fn counts(amount: Amount) -> Counts {
    match amount {
        Amount::Full => Counts {
            total: 52,
            delivered: 40,
            read: 12,
            relayed: 6,
            failed: 3,
            delayed: 1,
            cancelled: 0,
            kept_back: 0,
            in_doubt: 0,
            silent: 2,
        },
        Amount::Sparse => Counts { total: 1, delivered: 1, ..Counts::default() },
    }
}

fn not_reached(amount: Amount) -> Vec<NotReached> {
    match amount {
        Amount::Full => vec![
            NotReached {
                row: Some(14),
                contact: "rui.souza@mail.example".to_owned(),
                reason: "o endereço não existe".to_owned(),
            },
            NotReached {
                row: None,
                contact: "eva@mail.example".to_owned(),
                reason: "a caixa de e-mail está cheia".to_owned(),
            },
        ],
        Amount::Sparse => Vec::new(),
    }
}

fn to_requesters(amount: Amount, show: &mut dyn FnMut(Phrase<'_>)) {
    let is_full = amount == Amount::Full;
    let leaves = if is_full { Leaves::At(at()) } else { Leaves::Now };
    let acknowledged = Acknowledged {
        about: about(amount),
        understood: understood(amount),
        leaves: leaves.clone(),
        days: is_full.then_some(3),
        on_trial: is_full,
    };
    show(Phrase::Acknowledged(&acknowledged));
    show(Phrase::Corrected(&acknowledged));
    let missing = if is_full {
        vec![
            Asked { what: Missing::Channel, detail: None },
            Asked { what: Missing::RecipientsConfirm, detail: Some(AskedDetail::CountDiffers { said: 15, found: 9 }) },
        ]
    } else {
        Vec::new()
    };
    let question = Question {
        about: about(amount),
        understood: understood(amount),
        missing,
        until: is_full.then(|| date(2026, 12, 4)),
    };
    show(Phrase::Question(&question));
    show(Phrase::QuestionReminder(&question));
    let plain = about(amount);
    for phrase in [Phrase::GivenUp(&plain), Phrase::ApprovalWithoutRight(&plain)] {
        show(phrase);
    }
    for name in ["sem-relacao", "resposta-padrao", "fora-do-horario"] {
        show(Phrase::Named { name, about: &plain });
    }
    somebody(&mut |address| {
        let preview = Preview {
            about: about(amount),
            understood: understood(amount),
            reason: is_full.then(|| "são mais de 10.000 pessoas".to_owned()),
            requester: is_full.then(|| address.clone()),
            answer: "SIM".to_owned(),
            leaves: leaves.clone(),
        };
        show(Phrase::Preview(&preview));
        show(Phrase::ApprovalAsked(&preview));
        let news = ApprovalNews { about: about(amount), by: address.clone(), leaves: leaves.clone() };
        show(Phrase::Approved(&news));
        show(Phrase::NotApproved(&news));
    });
    for how in [
        CancelledHow::InTime,
        CancelledHow::Partly { sent: 120, stopped: 380 },
        CancelledHow::Partly { sent: 120, stopped: 0 },
        CancelledHow::TooLate { at: at() },
        CancelledHow::CallCenterTold,
    ] {
        show(Phrase::Cancelled(&Cancelled { about: about(amount), how }));
    }
    show(Phrase::TooLateToCorrect(&TooLate { about: about(amount), sent_at: at(), recipients: 52 }));
    show(Phrase::DuplicateHeld(&DuplicateHeld {
        about: about(amount),
        earlier: Protocol::from_text("AR-2026-0398"),
        earlier_at: at(),
    }));
}

fn about_results(amount: Amount, show: &mut dyn FnMut(Phrase<'_>)) {
    let is_full = amount == Amount::Full;
    let digest = Digest {
        about: about(amount),
        channels: vec![(Channel::Email, counts(amount)), (Channel::Whatsapp, counts(amount))],
        not_reached: not_reached(amount),
        not_reached_total: if is_full { 3 } else { 0 },
        sent_at: is_full.then(at),
        balance_at: is_full.then(at),
        notices_attached: if is_full { 48 } else { 0 },
        without_receipts: is_full,
    };
    for phrase in [Phrase::FirstDigest(&digest), Phrase::NewsDigest(&digest), Phrase::FinalBalance(&digest)] {
        show(phrase);
    }
    show(Phrase::ReportRelayed(&ReportRelayed {
        about: about(amount),
        complete: is_full,
        counts: counts(amount),
        not_reached: not_reached(amount),
        not_reached_total: if is_full { 3 } else { 0 },
        files: if is_full { vec!["relatorio.xlsx".to_owned()] } else { Vec::new() },
        remarks: if is_full { vec!["lidas: o e-mail diz 12, o arquivo diz 11".to_owned()] } else { Vec::new() },
    }));
    show(Phrase::Status(&StatusAnswer {
        about: about(amount),
        stage: Stage::Sent(at()),
        counts: is_full.then(|| counts(amount)),
    }));
    show(Phrase::QuotaPaused(&QuotaPaused {
        about: about(amount),
        sent: 10_000,
        left: 1_590_000,
        resumes_at: at(),
        done_on: date(2027, 5, 5),
    }));
}

fn to_others(amount: Amount, show: &mut dyn FnMut(Phrase<'_>)) {
    let is_full = amount == Amount::Full;
    let some = |text: &str| is_full.then(|| text.to_owned());
    let quoted = Quoted {
        about: about(amount),
        from: "Rosa Maria <rosa@mail.example>".to_owned(),
        text: "Bom dia.\nNão quero mais receber.".to_owned(),
        opt_out: is_full,
        opt_back: is_full,
    };
    show(Phrase::CallCenterQuestion(&quoted));
    show(Phrase::InsuredReply(&quoted));
    let files = |names: &[&str]| if is_full { names.iter().map(|it| (*it).to_owned()).collect() } else { Vec::new() };
    show(Phrase::Package(&Package {
        about: about(amount),
        area: "Perícia Médica/Saúde".to_owned(),
        message_text: "Olá, {nome}!\nSua perícia é em {data}, às {hora}.".to_owned(),
        recipients: 52,
        list_file: some("AR-2026-0412-lista.csv"),
        columns: files(&["nome", "telefone", "data", "hora"]),
        placeholders: files(&["nome", "data", "hora"]),
        attachments: files(&["cartaz.jpg"]),
        text_file: some("mensagem.txt"),
        send_at: is_full.then(|| SendAt { at: at(), hour_is_known: true }),
        hours: (8, 20),
        ask_report: is_full,
        report_until: is_full.then(|| date(2026, 12, 1)),
    }));
    show(Phrase::ReportReminder(&ReportReminder { about: about(amount), sent_at: at(), recipients: 52, number: 1 }));
    show(Phrase::StopCallCenter(&about(amount)));
    let thanks = InsuredThanks {
        subject: "Prova de vida 2026".to_owned(),
        name: some("Rosa Maria"),
        area: some("Gerência de Previdência"),
    };
    show(Phrase::InsuredThanks(&thanks));
    show(Phrase::OptedOut(&thanks));
}

fn to_the_desk(amount: Amount, show: &mut dyn FnMut(Phrase<'_>)) {
    let is_full = amount == Amount::Full;
    let some = |text: &str| is_full.then(|| text.to_owned());
    let held = Held {
        about: about(amount),
        from: "compras@loja.example".to_owned(),
        reason: "não se sabe de qual pedido se trata".to_owned(),
        answers: if is_full { vec![Choice::Approve, Choice::Cancel] } else { Vec::new() },
        excerpt: some("Bom dia,\nsegue a nota."),
    };
    show(Phrase::HeldForPerson(&held));
    show(Phrase::Stranger(&held));
    show(Phrase::Doubt(&Doubt {
        about: about(amount),
        at: at(),
        recipients: 500,
        known: "o servidor não confirmou o fim do envio".to_owned(),
    }));
    somebody(&mut |address| {
        show(Phrase::DecisionTaken(&DecisionTaken {
            about: about(amount),
            choice: Choice::Resend,
            by: address.clone(),
        }));
    });
    let count = WaitingCount {
        protocol: Protocol::from_text("AR-2026-0412"),
        row: "Previdência".to_owned(),
        month: 11,
        channel: Channel::Email,
        by: 1,
    };
    let workbook = WorkbookNews {
        file: "Relatório Assessoria Relacionamento.xlsx".to_owned(),
        sheet: "2026".to_owned(),
        waiting: if is_full { vec![count] } else { Vec::new() },
        since: is_full.then(at),
        reason: some("a aba não tem a linha “Previdência”"),
    };
    for phrase in
        [Phrase::WorkbookBusy(&workbook), Phrase::WorkbookPlaceMissing(&workbook), Phrase::NewTabMade(&workbook)]
    {
        show(phrase);
    }
    let item = |waits_for: WaitsFor| WaitingItem {
        protocol: about(amount).protocol,
        subject: "Prova de vida 2026".to_owned(),
        waits_for,
        since: at(),
    };
    show(Phrase::DailyDigest(&DailyDigest {
        day: date(2026, 11, 27),
        waiting: if is_full {
            vec![item(WaitsFor::Desk("não se sabe se o grupo 3 saiu".to_owned())), item(WaitsFor::CallCenter)]
        } else {
            Vec::new()
        },
        done: DoneCounts { requests: 3, sent: 2, recipients: 1052, closed: 1 },
        alarms: if is_full {
            vec!["a caixa “presidente” não responde desde as 9h".to_owned()]
        } else {
            Vec::new()
        },
    }));
    show(Phrase::MonthlyDigest(&MonthlyDigest {
        month: date(2026, 11, 1),
        areas: if is_full { vec![("Gerência de Previdência".to_owned(), 4, 2)] } else { Vec::new() },
        channels: if is_full { vec![(Channel::Email, counts(amount))] } else { Vec::new() },
        median_minutes: is_full.then_some(74),
        files: if is_full { vec!["comunicacoes-2026-11.xlsx".to_owned()] } else { Vec::new() },
    }));
    let rules = RulesNews {
        version: "0f3a9c1b22de".to_owned(),
        diagnostics: if is_full {
            "erro: a chave `canall` não existe\n --> 10-pedido.toml:6:1".to_owned()
        } else {
            String::new()
        },
        mistakes: 1,
    };
    show(Phrase::RulesBroken(&rules));
    show(Phrase::RulesMended(&rules));
    let alarm = Alarm {
        what: AlarmOf::Mailbox("assessoria".to_owned()),
        since: at(),
        detail: "User is authenticated but not connected".to_owned(),
        remedy: some("Peça ao administrador do Microsoft 365 a permissão de acesso à caixa"),
    };
    show(Phrase::Alarm(&alarm));
    show(Phrase::AlarmOver(&alarm));
    let differences = if is_full { vec!["a planilha tem 4 onde o registro anotou 5".to_owned()] } else { Vec::new() };
    show(Phrase::Night(&Night { numbers: vec!["12 mensagens na caixa de entrada".to_owned()], differences }));
    let reason = "a mensagem tem 58 MB, mais do que é lido aqui".to_owned();
    show(Phrase::NotRead(&NotRead { about: about(amount), reason }));
    for days in [14, 1, 0, -1] {
        let last_day = at().date();
        show(Phrase::SecretEnds(&SecretEnds { name: "m365".to_owned(), last_day, days }));
    }
    show(Phrase::Canary);
}
