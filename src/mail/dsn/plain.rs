//! What a department reads of one recipient, in plain Portuguese.

use super::notice::{NoticeOutcome, NoticeReason, NoticeRecipient};

/// The words for one recipient: what became of the message and what to do next.
#[must_use]
pub fn plain_words(recipient: &NoticeRecipient) -> &'static str {
    match recipient.outcome {
        NoticeOutcome::Delivered => "Entregue",
        NoticeOutcome::Read => "Lida",
        NoticeOutcome::Deleted => "Entregue e apagada sem ser lida",
        NoticeOutcome::Relayed => "Aceita pelo servidor do destinatário, sem confirmação final",
        NoticeOutcome::Expanded => "Repassada aos endereços deste grupo, sem confirmação de cada um",
        NoticeOutcome::Delayed => late(recipient.reason),
        NoticeOutcome::Failed => failed(recipient.reason, recipient.hard),
    }
}

/// It is still being tried: nothing has to be done.
fn late(reason: Option<NoticeReason>) -> &'static str {
    match reason {
        Some(NoticeReason::MailboxFull) => "Atrasada: a caixa postal está cheia; o servidor ainda está tentando",
        Some(NoticeReason::Unreachable | NoticeReason::UnknownHost | NoticeReason::SystemTrouble) => {
            "Atrasada: o servidor do destinatário não responde; ainda está sendo tentada"
        }
        Some(NoticeReason::RateLimited) => {
            "Atrasada: o servidor do destinatário pediu para esperar; ainda está sendo tentada"
        }
        Some(
            NoticeReason::UnknownUser
            | NoticeReason::Moved
            | NoticeReason::Disabled
            | NoticeReason::TooBig
            | NoticeReason::Spam
            | NoticeReason::Content
            | NoticeReason::RelayDenied
            | NoticeReason::Authentication
            | NoticeReason::Policy
            | NoticeReason::Expired
            | NoticeReason::Loop
            | NoticeReason::Protocol,
        )
        | None => "Atrasada: ainda está sendo tentada",
    }
}

/// It was given up: what to do depends on who is to blame.
fn failed(reason: Option<NoticeReason>, hard: Option<bool>) -> &'static str {
    match reason {
        Some(NoticeReason::UnknownUser) if hard == Some(true) => "Endereço não existe: retire da lista",
        Some(NoticeReason::UnknownHost) if hard == Some(true) => {
            "O servidor depois do @ não existe: confira o endereço ou retire da lista"
        }
        Some(NoticeReason::UnknownUser | NoticeReason::UnknownHost) => {
            "Não entregue: o servidor não reconheceu o endereço; confira com o destinatário"
        }
        Some(NoticeReason::Moved) => "O destinatário mudou de endereço: peça o novo",
        Some(NoticeReason::Disabled) => "Caixa postal desativada: peça outro endereço",
        Some(NoticeReason::MailboxFull) => "Caixa postal cheia: pode tentar de novo",
        Some(NoticeReason::TooBig) => "Mensagem grande demais para este destinatário: envie com anexos menores",
        Some(NoticeReason::Spam) => "Recusada como propaganda pelo servidor do destinatário: avise a Assessoria",
        Some(NoticeReason::Content) => "Recusada por causa do conteúdo ou do anexo: avise a Assessoria",
        Some(NoticeReason::RelayDenied | NoticeReason::Authentication | NoticeReason::Policy) => {
            "Recusada por uma regra do servidor do destinatário: avise a Assessoria"
        }
        Some(NoticeReason::RateLimited) => "O servidor do destinatário pediu para esperar: pode tentar de novo",
        Some(NoticeReason::Expired | NoticeReason::Unreachable) => {
            "O servidor do destinatário não respondeu a tempo: pode tentar de novo"
        }
        Some(NoticeReason::Loop | NoticeReason::SystemTrouble | NoticeReason::Protocol) => {
            "Falha no servidor do destinatário: pode tentar de novo mais tarde"
        }
        None if hard == Some(true) => "Endereço não existe: retire da lista",
        None => "Não entregue: o servidor não disse por quê; confira o endereço",
    }
}

#[cfg(test)]
mod tests {
    use super::plain_words;
    use crate::mail::dsn::read_notice;

    #[track_caller]
    fn check(fields: &str, words: &str) {
        let mail = format!(
            "From: MAILER-DAEMON@mx.example\nTo: presidente@ipreville.example\nSubject: Undelivered\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\
             Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n\
             Final-Recipient: rfc822; a@b.example\n{fields}\n\n--b--\n"
        );
        let notice = read_notice(mail.as_bytes());
        assert_eq!(plain_words(&notice.recipients[0]), words, "{fields}");
    }

    #[test]
    fn a_department_reads_what_happened_and_what_to_do() {
        check("Action: delivered\nStatus: 2.0.0", "Entregue");
        check("Action: relayed\nStatus: 2.0.0", "Aceita pelo servidor do destinatário, sem confirmação final");
        check("Action: failed\nStatus: 5.1.1", "Endereço não existe: retire da lista");
        check("Action: failed\nStatus: 5.2.2", "Caixa postal cheia: pode tentar de novo");
        check("Action: failed\nStatus: 4.4.7", "O servidor do destinatário não respondeu a tempo: pode tentar de novo");
        check("Action: delayed\nStatus: 4.2.2", "Atrasada: a caixa postal está cheia; o servidor ainda está tentando");
    }
}
