//! Reports of the call center.

use std::path::PathBuf;

use carteiro::office::{PhoneNumber, Vocabulary};
use carteiro::sheets::report::{
    Belonging, CallCenterMail, Package, Report, ReportError, ReportLine, belonging_of, match_lines, read_report_file,
    read_report_tables, read_report_text, what_is_it,
};
use serde_json::{Value, json};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reports")
}

fn read(name: &str) -> Result<Report, ReportError> {
    let bytes = std::fs::read(folder().join(name)).unwrap();
    read_report_file(name.rsplit('/').next().unwrap(), &bytes, Vocabulary::shipped())
}

/// Compares a report with what is expected of it; gives the differences.
fn differences(report: &Report, expected: &Value) -> Vec<String> {
    let mut keys: Vec<&str> = report.all_lines().filter_map(|it| it.match_key.as_deref()).collect();
    keys.sort_unstable();
    let found = json!({
        "protocols": report.protocols,
        "campaign": report.campaign,
        "complete": report.is_complete_for(None),
        "sent": report.sent,
        "delivered": report.delivered,
        "read": report.read,
        "failed": report.failed,
        "pending": report.pending,
        "reasons": report.reasons,
        "lines": report.all_lines().count(),
        "keys": keys,
        "opt_outs": report.all_lines().filter(|it| it.opt_out).count(),
        "disagreements": report.disagreements.len() + report.parts.iter().map(|it| it.disagreements.len()).sum::<usize>(),
        "parts": report.parts.iter().map(|it| json!({
            "protocol": it.protocols.first(), "sent": it.sent, "delivered": it.delivered, "read": it.read, "failed": it.failed,
        })).collect::<Vec<_>>(),
    });
    let expected = expected.as_object().unwrap().iter().filter(|(field, _)| *field != "file");
    expected
        .filter(|(field, value)| found.get(field.as_str()) != Some(value))
        .map(|(field, value)| {
            format!("{field}: expected {value}, found {} ({:?})", found[field.as_str()], report.disagreements)
        })
        .collect()
}

#[test]
fn every_report_is_read_as_its_truth_says() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let Some(name) = path.file_name().and_then(|it| it.to_str()).and_then(|it| it.strip_suffix(".expected.json"))
        else {
            continue;
        };
        count += 1;
        let expected: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let is_none = expected.get("none").is_some();
        match read(name) {
            Err(ReportError::NoFigures { .. }) if is_none => {}
            Ok(report) if is_none => wrong.push(format!("{name}: is no report, but {report:?}")),
            Ok(report) => wrong.extend(differences(&report, &expected).iter().map(|it| format!("{name}: {it}"))),
            Err(error) => wrong.push(format!("{name}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(count >= 40, "{count}");
}

#[test]
fn the_sample_reports_are_read_as_expected() {
    let expected: Vec<Value> =
        serde_json::from_slice(&std::fs::read(folder().join("samples/expected.json")).unwrap()).unwrap();
    for expected in expected {
        let name = expected["file"].as_str().unwrap();
        let report = read(&format!("samples/{name}")).unwrap();
        // Encoding, separator and preamble describe the file, not what it says.
        let mut said = expected.clone();
        for field in ["encoding", "separator", "preamble_lines"] {
            said.as_object_mut().unwrap().remove(field);
        }
        let protocol = said.as_object_mut().unwrap().remove("protocol").unwrap();
        assert_eq!(protocol.as_str(), report.protocols.first().map(String::as_str), "{name}");
        assert_eq!(differences(&report, &said), Vec::<String>::new(), "{name}");
        assert_eq!(report.disagreements, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_mail_of_the_call_center_is_told_apart() {
    use CallCenterMail::{Invoice, Offer, Other, Question, RefusedTemplate, Report};
    let check = |expected: CallCenterMail, subject: &str, text: &str, files: &[&str]| {
        let files: Vec<(&str, Vec<u8>)> = files
            .iter()
            .map(|it| (it.rsplit('/').next().unwrap(), std::fs::read(folder().join(it)).unwrap()))
            .collect();
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        assert_eq!(what_is_it(subject, text, &files, Vocabulary::shipped()), expected, "{subject}: {text}");
    };
    // Reports, in all their forms.
    check(Report, "RES: AR-2026-0412", "Bom dia, envio concluído. Planilha de retorno anexa.", &["perguntas.xlsx"]);
    check(Report, "Delivery report", "Hi, please find attached the delivery report.", &["english.html"]);
    check(
        Report,
        "Balanço",
        "Boa tarde,\n\nMensagens disparadas: 1.240\nConfirmadas no aparelho: 1.100\nVisualizadas: 812",
        &[],
    );
    // What only looks like one.
    check(Invoice, "Fatura março", "Segue o boleto referente a 4.873 mensagens entregues. Vencimento 10/04.", &[]);
    check(Invoice, "Medição mensal", "Encaminhamos a NFS-e 2026/118 do envio de março para pagamento.", &[]);
    check(
        Offer,
        "Proposta de upgrade do pacote",
        "Com o novo plano as entregas sobem a 98%. Aproveite as condições.",
        &[],
    );
    check(Question, "AR-2026-0412", "Recebemos a planilha com 1.250 contatos. Podemos disparar amanhã às 9h?", &[]);
    check(Question, "Pacote", "A imagem veio corrompida, poderiam reenviar?", &[]);
    check(
        RefusedTemplate,
        "Template",
        "Informamos que o template não foi aprovado pela Meta; favor enviar novo texto.",
        &[],
    );
    check(Other, "Feriado", "Informamos que não haverá expediente no dia 21/04.", &[]);
    check(Report, "Re: [AR-2025-0140] Pacote", "Segue relatório final do envio.\n\nAtt.", &["plataforma_a.csv"]);
    check(Report, "relatório", "Oi, segue o relatório que faltava.\n\nTotal 212 | entregues 198 | falha 14", &[]);
    check(
        Report,
        "Re: pacote",
        "Parcial de hoje: enviadas 2.500 das 4.873, sendo 2.311 entregues e 189\nnão entregues. O restante vai amanhã.",
        &[],
    );
    check(
        Report,
        "Relatorio de campanha X",
        "Status: CONCLUIDA\nO relatório consolidado segue em anexo (PDF).",
        &["paineis.pdf"],
    );
    check(Report, "devolutiva", "Segue. Qualquer dúvida, estamos à disposição!", &["sim_nao.xlsx"]);
    check(
        Report,
        "Relatório",
        "Segue o relatório. 4 números inválidos: podem corrigir para reenviarmos?",
        &["plataforma_a.csv"],
    );
    check(
        Report,
        "Relatório e NF de agosto",
        "Seguem relatório do disparo e nota fiscal.",
        &["plataforma_a.csv", "nao_nota_fiscal.pdf"],
    );
    check(Report, "fechamento AR-2026-0110", "48 mensagens enviadas, 41 entregues, 7 falharam.", &[]);
    check(
        Report,
        "retorno",
        "(47) 99123-4567 não entregue\n(47) 98888-7777 sem whatsapp\nOs demais foram entregues.",
        &[],
    );
    check(
        Report,
        "relatório",
        "Segue:\n\nTelefone\nNome\nSituação\n47 99123-4567\nAna Moser\nLida\n47 9123-4568\nIda Nass\nFalha - sem WhatsApp",
        &[],
    );
    // Questions.
    check(
        Question,
        "Re: [AR-2025-0133] Pacote",
        "A imagem arte_vacina.jpg chegou corrompida aqui, não abre. Conseguem\nreenviar? Estamos com o disparo parado.",
        &[],
    );
    check(
        Question,
        "AR-2026-0040",
        "Recebemos 48 contatos, mas 3 números estão inválidos. Podemos enviar para os demais?",
        &[],
    );
    check(Question, "Envio", "Bom dia, qual o horário do disparo?", &[]);
    check(Question, "Lista", "O arquivo não abre, favor reenviar.", &[]);
    check(Question, "Relatório", "Para quem devemos mandar o relatório?", &[]);
    check(
        Question,
        "Lista com erro",
        "Segue a lista que recebemos; os telefones estão sem DDD, como devemos proceder?",
        &["nao_lista_de_contatos.csv"],
    );
    check(Question, "Erro", "O número (47) 99123-4567 deu erro, podem verificar?", &[]);
    // Refused templates.
    check(
        RefusedTemplate,
        "Template",
        "Informamos que o template foi rejeitado pela Meta, por favor ajustem o texto.",
        &[],
    );
    check(RefusedTemplate, "Re: pacote", "A Meta reprovou o modelo (categoria marketing). Podem alterar?", &[]);
    check(RefusedTemplate, "AR-2026-0041", "Disparo não realizado: template recusado. 0 enviadas, 0 entregues.", &[]);
    // Invoices.
    check(
        Invoice,
        "NF 4471 – disparos WhatsApp agosto/2025",
        "Segue nota fiscal e relatório de consumo de agosto (5.150 mensagens).\n\nVencimento: 15/09.",
        &["nao_nota_fiscal.pdf", "nao_consumo.xlsx"],
    );
    check(Invoice, "Boleto", "Segue boleto referente aos disparos de agosto.", &[]);
    check(
        Invoice,
        "Fatura agosto",
        "Mensagens enviadas: 5.150\nMensagens entregues: 5.002\nValor: R$ 1.030,00\nVencimento 15/09",
        &[],
    );
    // Offers.
    check(
        Offer,
        "Novo plano de mensagens",
        "Conheça nossa nova solução de chatbot. Planos a partir de R$ 990.",
        &["nao_tabela_de_precos.xlsx"],
    );
    check(Offer, "Proposta comercial", "Segue proposta para RCS e SMS. Vamos agendar uma demonstração?", &[]);
    // The rest.
    check(Other, "Feriado", "Informamos que não haverá expediente na sexta-feira.", &[]);
    check(Other, "Re: pacote", "Recebido, obrigado!", &[]);
    check(Other, "Aviso", "Sem expediente amanhã.\n\nTiago\n(47) 3433-1234\nEnviado do meu iPhone", &[]);
    check(Other, "Disparo iniciado", "Disparo iniciado às 10h20.", &[]);
}

/// Lines with these phones, all delivered but those marked with `!`.
fn lines_of(phones: &[&str]) -> Vec<ReportLine> {
    let rows: Vec<String> = phones
        .iter()
        .map(|it| format!("{};{}", it.trim_end_matches('!'), if it.ends_with('!') { "falha" } else { "entregue" }))
        .collect();
    let csv = format!("telefone;status\n{}\n", rows.join("\n"));
    read_report_file("r.csv", csv.as_bytes(), Vocabulary::shipped()).unwrap().lines
}

fn package(protocol: &str, phones: &[&str]) -> Package {
    let mut package = Package { protocol: protocol.to_owned(), ..Package::default() };
    for phone in phones {
        let key = PhoneNumber::parse(phone).unwrap().match_key();
        *package.keys.entry(key).or_insert(0) += 1;
    }
    package
}

#[test]
fn lines_find_their_package_by_area_code_and_last_eight_digits() {
    let packages = [
        package("AR-1", &["47991110001", "47991110002", "47991110003", "48991110004"]),
        package("AR-2", &["47991110001", "47992220002", "47992220003", "47992220004"]),
    ];
    let check = |phones: &[&str]| match_lines(&lines_of(phones), &packages);
    // The ninth digit is missing, the country code is or is not there.
    let one = check(&["554791110001", "4791110002", "(47) 99111-0003", "+55 48 99111-0004"]);
    assert_eq!(one.belonging, Belonging::One("AR-1".to_owned()));
    assert_eq!((one.matched, one.strangers.as_slice(), one.collisions.as_slice()), (4, &[][..], &[][..]));
    // A stranger among five is named by its row.
    let one = check(&["47991110001", "47991110002", "47991110003", "48991110004", "47993330000"]);
    assert_eq!(one.belonging, Belonging::One("AR-1".to_owned()));
    assert_eq!(one.strangers, [6]);
    // Another area code is another person.
    assert_eq!(check(&["48991110001", "48991110002", "48991110003"]).belonging, Belonging::None);
    // A phone that both packages hold decides nothing.
    let both = check(&["47991110001"]);
    assert_eq!(both.belonging, Belonging::Several(vec!["AR-1".to_owned(), "AR-2".to_owned()]));
    assert_eq!(check(&["47994440000"]).belonging, Belonging::None);
    assert_eq!(match_lines(&[], &packages).belonging, Belonging::None);
}

#[test]
fn the_request_of_a_long_report_is_found_by_a_few_hundred_look_ups() {
    let phones: Vec<String> = (0..3000).map(|it| format!("4799{:07}", 1_000_000 + it)).collect();
    let lines = lines_of(&phones.iter().map(String::as_str).collect::<Vec<_>>());
    let mut asked = 0;
    let found = belonging_of(&lines, |key| {
        asked += 1;
        // Another request holds a tenth of these people.
        if key.ends_with('0') { vec!["AR-2".into(), "AR-1".into(), "AR-1".into()] } else { vec!["AR-1".into()] }
    });
    assert_eq!(found, Belonging::One("AR-1".to_owned()));
    assert!((400..=500).contains(&asked), "{asked}");
    let both = belonging_of(&lines, |_| vec!["AR-1".into(), "AR-2".into()]);
    assert_eq!(both, Belonging::Several(vec!["AR-1".to_owned(), "AR-2".to_owned()]));
    assert_eq!(belonging_of(&lines, |_| Vec::new()), Belonging::None);
    assert_eq!(belonging_of(&[], |_| vec!["AR-1".into()]), Belonging::None);
}

#[test]
fn collisions_are_flagged() {
    // A couple with one phone; a phone that failed and was reached.
    let packages = [package("AR-1", &["47991110001", "47991110001", "47991110002", "47991110003"])];
    let lines = lines_of(&["47991110001", "47991110002!", "47991110002", "47991110003"]);
    let matching = match_lines(&lines, &packages);
    assert_eq!(matching.belonging, Belonging::One("AR-1".to_owned()));
    assert_eq!(matching.collisions, ["4791110001", "4791110002"]);
}

#[test]
fn figures_in_sentences_are_read_and_other_numbers_left_alone() {
    let check = |text: &str, expected: [Option<u64>; 5]| {
        let report = read_report_text(text, Vocabulary::shipped()).unwrap_or_default();
        let found = [report.sent, report.delivered, report.read, report.failed, report.pending];
        assert_eq!(found, expected, "{text}");
    };
    check("enviadas 2.500, entregues 2.311, falhas 189", [Some(2500), Some(2311), None, Some(189), None]);
    check("Total 212 | entregues 198 | falha 14", [Some(212), Some(198), None, Some(14), None]);
    check("Das 48 mensagens, 41 foram entregues e 7 não entregues", [Some(48), Some(41), None, Some(7), None]);
    check("198 entregues e 14 falhas", [Some(212), Some(198), None, Some(14), None]);
    check("Enviadas: 4873\nEntregues: 4512 (92,6%)\nLidas: 3067", [Some(4873), Some(4512), Some(3067), None, None]);
    check("Enviadas\n4.873\nEntregues\n4.512\nFalhas\n361", [Some(4873), Some(4512), None, Some(361), None]);
    check("Enviadas  Entregues  Falhas\n48 42 6", [Some(48), Some(42), None, Some(6), None]);
    check(
        "Em 05/08 às 13:10 foram enviadas 48; até as 18h, 42 entregues e 6 com falha.",
        [Some(48), Some(42), None, Some(6), None],
    );
    check("Contatos: 100. Pendentes: 40. Entregues: 55. Falhas: 5.", [Some(60), Some(55), None, Some(5), Some(40)]);
    check("SENT 2, DELIVERED 12, READ 30, FAILED 4", [Some(48), Some(42), Some(30), Some(4), None]);
    check("AR-2026-0110: 48 enviadas, 42 entregues", [Some(48), Some(42), None, None, None]);
    check("5.150 mensagens em agosto de 2025, R$ 1.030,00", [None; 5]);
    check("Enviamos hoje cedo.", [None; 5]);
}

#[test]
fn two_requests_in_one_mail_are_kept_apart() {
    let text = "AR-2026-0140: 48 enviadas, 42 entregues, 6 falhas.\nAR-2026-0141: 10 enviadas, 10 entregues, 0 falhas.";
    let report = read_report_text(text, Vocabulary::shipped()).unwrap();
    assert_eq!(report.protocols, ["AR-2026-0140", "AR-2026-0141"]);
    let parts: Vec<_> = report.parts.iter().map(|it| (it.sent, it.delivered, it.failed)).collect();
    assert_eq!(parts, [(Some(48), Some(42), Some(6)), (Some(10), Some(10), Some(0))]);
    assert_eq!((report.sent, report.delivered, report.failed), (Some(58), Some(52), Some(6)));
}

#[test]
fn a_table_in_the_body_of_a_mail_is_a_report_too() {
    let page = "<p>Segue:</p><table><tr><td>Telefone</td><td>Status</td></tr><tr><td>47 99123-4567</td><td>Lida</td></tr>\
                <tr><td>47 9123-4568</td><td>Falha - sem WhatsApp</td></tr></table>";
    let tables = carteiro::sheets::tables_in_html(page, &carteiro::sheets::Limits::default());
    let report = read_report_tables(&tables, Vocabulary::shipped()).unwrap();
    assert_eq!((report.sent, report.delivered, report.read, report.failed), (Some(2), Some(1), Some(1), Some(1)));
    assert_eq!(report.reasons.get("sem WhatsApp"), Some(&1));
    assert_eq!(report.lines[1].match_key.as_deref(), Some("4791234568"));
}

#[test]
fn a_report_says_whether_the_sending_is_over() {
    let check = |text: &str, recipients: Option<u64>, expected: bool| {
        let report = read_report_text(text, Vocabulary::shipped()).unwrap();
        assert_eq!(report.is_complete_for(recipients), expected, "{text}");
    };
    check("enviadas 48, entregues 42, falhas 6", Some(48), true);
    check("enviadas 40, entregues 38, falhas 2", Some(48), false);
    check("Parcial: enviadas 48, entregues 42, falhas 6", Some(48), false);
    check("Relatório final: enviadas 40, entregues 38, falhas 2", Some(48), true);
    check("enviadas 40 das 48, entregues 38", None, false);
    check("enviadas 40, entregues 38, pendentes 8", None, false);
    check("enviadas 40, entregues 38, pendentes 0", None, true);
    check("Final (complementa a parcial de ontem): enviadas 48, entregues 42", Some(48), true);
    check("Posição parcial, o relatório final segue amanhã: enviadas 20, entregues 18", Some(48), false);
}

/// Every report of the folder with its bytes.
fn all_files() -> Vec<(String, Vec<u8>)> {
    let files = std::fs::read_dir(folder()).unwrap().map(|it| it.unwrap().path());
    let reports = files.filter(|it| it.is_file() && it.extension().is_some_and(|it| it != "json"));
    reports.map(|it| (it.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(it).unwrap())).collect()
}

#[test]
fn damaged_reports_end_with_a_report_or_an_error() {
    const PLACES: usize = 3;
    for (name, whole) in all_files() {
        for at in (0..whole.len()).step_by(whole.len() / PLACES + 1) {
            let _ = read_report_file(&name, &whole[..at], Vocabulary::shipped());
            let mut flipped = whole.clone();
            flipped[at] ^= 1 << (at % 8);
            let _ = read_report_file(&name, &flipped, Vocabulary::shipped());
        }
    }
}

#[test]
fn what_unpacks_to_gigabytes_is_refused() {
    use std::io::Write as _;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    // A flushed block of blanks says only "as before", so the second one may be repeated as it is.
    let blanks = vec![b' '; 1 << 20];
    let mut write_one = || {
        packed.write_all(&blanks).unwrap();
        packed.flush().unwrap();
        packed.get_ref().clone()
    };
    let (first, both) = (write_one(), write_one());
    let again = &both[first.len()..];
    let packed = [first.as_slice(), &again.repeat(96)].concat();
    let mut pdf = b"%PDF-1.4\n1 0 obj\n<< /Length 99 /Filter /FlateDecode >>\nstream\n".to_vec();
    pdf.extend_from_slice(&packed);
    pdf.extend_from_slice(b"\nendstream\nendobj\n");
    let check = |bytes: &[u8], words: &str| {
        let error = read_report_file("bomba.pdf", bytes, Vocabulary::shipped()).unwrap_err().to_string();
        assert!(error.contains(words), "{error}");
    };
    check(&pdf, "unpacks to more than");
    check(b"%PDF-1.4\n1 0 obj\n<< /Filter [/FlateDecode /FlateDecode] >>\nstream\nx\nendstream", "packed twice");
}

#[test]
fn a_pdf_without_text_is_said_to_be_a_picture() {
    let error = read_report_file("foto.pdf", &without_text(), Vocabulary::shipped()).unwrap_err();
    assert!(error.to_string().contains("is it a picture?"), "{error}");
}

/// One of our PDF files with its text operators taken out.
fn without_text() -> Vec<u8> {
    let document = lopdf::Document::load(folder().join("paineis.pdf"));
    let mut document = document.unwrap();
    let page = document.page_iter().next().unwrap();
    document.change_page_content(page, b"q Q".to_vec()).unwrap();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_long_report_is_read_in_linear_time() {
    let of = |lines: usize| {
        let mut csv = String::from("telefone;nome;status;motivo\n");
        for number in 0..lines {
            let state = if number % 10 == 0 { "Falha;Sem WhatsApp" } else { "Entregue;" };
            csv.push_str(&format!("55479{:08};MARIA DA SILVA;{state}\n", 80_000_000 + number));
        }
        csv
    };
    let report = read_report_file("grande.csv", of(20_000).as_bytes(), Vocabulary::shipped()).unwrap();
    assert_eq!((report.sent, report.failed), (Some(20_000), Some(2_000)));
    assert_eq!(report.reasons.get("sem WhatsApp"), Some(&2_000));
    let text = "entregues ".repeat(20_000) + &"1.234 ".repeat(20_000);
    let _ = read_report_text(&text, Vocabulary::shipped());
    let protocols = "AR-2026-0001 ".repeat(20_000);
    let _ = read_report_text(&protocols, Vocabulary::shipped());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_and_any_bytes_end_with_an_answer(text in "(?s).{0,400}", bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        let _ = read_report_text(&text, Vocabulary::shipped());
        let _ = read_report_file("x", &bytes, Vocabulary::shipped());
        let mut pdf = b"%PDF-1.4\n".to_vec();
        pdf.extend_from_slice(&bytes);
        let _ = read_report_file("x.pdf", &pdf, Vocabulary::shipped());
        let _ = what_is_it(&text, &text, &[("x", &bytes)], Vocabulary::shipped());
    }
}
