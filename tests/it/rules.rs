//! Rule files: what is accepted, what is refused and where.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use carteiro::office::{Action, Audience, Channel, Class, Facts};
use carteiro::rules::{
    Colours, Diagnostic, ExampleMail, Gravity, MailFacts, RuleFile, RuleSet, check_examples, decide, render,
};

fn data(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules").join(name)).unwrap()
}

fn shipped(name: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules").join(name);
    std::fs::read_to_string(path).unwrap()
}

/// A folder without mistakes.
fn good_folder() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for name in ["areas.toml", "10-aviso.toml"] {
        files.insert(name.to_owned(), data(name).into_bytes());
    }
    for name in ["textos/recebido.txt", "modelos/pericia.txt"] {
        files.insert(name.to_owned(), shipped(name).into_bytes());
    }
    files
}

fn load(files: BTreeMap<String, Vec<u8>>) -> Result<RuleSet, Vec<Diagnostic>> {
    RuleSet::from_files(files.into_iter().map(|(name, bytes)| RuleFile { name, bytes }).collect())
}

fn with(name: &str, bytes: &[u8]) -> Result<RuleSet, Vec<Diagnostic>> {
    let mut files = good_folder();
    files.insert(name.to_owned(), bytes.to_vec());
    load(files)
}

/// The diagnostics as a person sees them.
fn shown(found: &[Diagnostic]) -> String {
    render(found, Colours::Off)
}

#[test]
fn the_good_folder_is_good() {
    if let Err(found) = load(good_folder()) {
        panic!("{}", shown(&found));
    }
}

/// One line of erros.txt.
struct Seed {
    file: String,
    from: String,
    to: String,
    on_line: String,
    says: String,
}

fn seeds() -> Vec<Seed> {
    let text = data("erros.txt");
    let unescape = |text: &str| text.replace("\\n", "\n");
    let seed = |line: &str| {
        let parts: Vec<&str> = line.splitn(4, " | ").collect();
        let (file, change, on_line, says) = match parts.as_slice() {
            [file, change, on_line, says] => (*file, *change, *on_line, *says),
            // An empty word: `… | | …`.
            [file, change, rest] => (*file, change.trim_end_matches(" |"), "", rest.trim_start_matches("| ")),
            _ => panic!("{line}"),
        };
        let (from, to) = change.split_once(" ->").unwrap();
        Seed {
            file: file.to_owned(),
            from: unescape(from),
            to: unescape(to.strip_prefix(' ').unwrap_or(to)),
            on_line: unescape(on_line),
            says: says.to_owned(),
        }
    };
    text.lines().filter(|it| !it.starts_with('#') && !it.trim().is_empty()).map(seed).collect()
}

/// The line, from 1, on which a word stands in a text.
fn line_of(text: &str, word: &str) -> Option<usize> {
    let at = text.find(word)?;
    Some(text[..at].matches('\n').count() + 1)
}

#[test]
fn every_seeded_mistake_is_refused_and_nearly_every_one_on_its_line() {
    let seeds = seeds();
    assert!(seeds.len() >= 100, "{}", seeds.len());
    let (mut wrong, mut accepted) = (Vec::new(), Vec::new());
    for seed in &seeds {
        let good = match good_folder().remove(&seed.file) {
            Some(bytes) => String::from_utf8(bytes).unwrap(),
            None => shipped(&seed.file),
        };
        let bad = good.replacen(&seed.from, &seed.to, 1);
        if good == bad {
            wrong.push(format!("{}: `{}` does not stand there", seed.file, seed.from));
            continue;
        }
        let Err(found) = with(&seed.file, bad.as_bytes()) else {
            accepted.push(format!("{} | {} -> {}", seed.file, seed.from, seed.to));
            continue;
        };
        let Some(line) = line_of(&bad, &seed.on_line) else {
            wrong.push(format!("`{}` does not stand in the broken file", seed.on_line));
            continue;
        };
        let says = seed.says.trim_end_matches('?');
        let is_right = |it: &&Diagnostic| {
            let text = shown(std::slice::from_ref(it));
            it.gravity == Gravity::Error && it.file == seed.file && it.line() == line && text.contains(says)
        };
        if !found.iter().any(|it| is_right(&it)) {
            wrong.push(format!("{} -> {} (line {line}: {says})\n{}", seed.from, seed.to, shown(&found)));
        }
    }
    assert!(accepted.is_empty(), "accepted: {accepted:#?}\n{}", wrong.join("\n"));
    let right = seeds.len() - wrong.len();
    assert!(right * 100 >= seeds.len() * 95, "{right} of {}:\n{}", seeds.len(), wrong.join("\n"));
}

#[test]
fn a_file_that_is_not_utf8_is_refused_where_it_begins_and_its_other_mistakes_are_told() {
    let text = data("10-aviso.toml").replace("canal ", "canall ");
    let (ansi, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    let found = with("10-aviso.toml", &ansi).unwrap_err();
    let text = shown(&found);
    assert!(text.contains("não está em UTF-8; parece ANSI"), "{text}");
    assert!(text.contains("você quis dizer `canal`?"), "{text}");
    let first = found.iter().find(|it| it.reason.contains("UTF-8")).unwrap();
    assert_eq!(first.line(), line_of(&data("10-aviso.toml"), "Previdência").unwrap());
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert!(shown(&with("10-aviso.toml", &utf16).unwrap_err()).contains("UTF-16"));
}

#[test]
fn fault_67_byte_order_mark_and_windows_line_ends_are_no_mistake() {
    let windows = format!("\u{feff}{}", data("10-aviso.toml").replace('\n', "\r\n"));
    if let Err(found) = with("10-aviso.toml", windows.as_bytes()) {
        panic!("{}", shown(&found));
    }
    let bad = windows.replace("canal ", "canall ");
    let found = with("10-aviso.toml", bad.as_bytes()).unwrap_err();
    assert_eq!(found[0].line(), line_of(&bad, "canall").unwrap());
}

#[test]
fn mistakes_of_all_files_come_in_one_run() {
    let mut files = good_folder();
    let broken = |name: &str, from: &str, to: &str| (name.to_owned(), data(name).replacen(from, to, 1).into_bytes());
    files.extend([
        broken("areas.toml", "envia-de", "envia_de"),
        broken("10-aviso.toml", "canal ", "canall "),
        ("20-outra.toml".to_owned(), b"descricao = 'x'\nversao = '1'\n[quando\n".to_vec()),
        ("textos/recebido.txt".to_owned(), b"Assunto: {{ protocolo }}\n{{ nada }}\n".to_vec()),
        ("modelos/pericia.txt".to_owned(), b"Colunas: nome\nAssunto: x\n\n{nme}\n".to_vec()),
    ]);
    let found = load(files).unwrap_err();
    for file in ["areas.toml", "10-aviso.toml", "20-outra.toml", "textos/recebido.txt", "modelos/pericia.txt"] {
        assert!(found.iter().any(|it| it.file == file), "{file}:\n{}", shown(&found));
    }
}

#[test]
fn a_name_that_windows_lengthened_is_told() {
    let mut files = good_folder();
    files.insert("20-aviso.toml.txt".to_owned(), data("10-aviso.toml").into_bytes());
    let rules = load(files).unwrap();
    assert!(rules.warnings.iter().any(|it| it.file == "20-aviso.toml.txt"), "{}", shown(&rules.warnings));
}

#[test]
fn a_rule_shadowed_by_an_earlier_one_is_refused() {
    let narrow = data("10-aviso.toml");
    let (start, end) = (narrow.find("[quando]").unwrap(), narrow.find("[[entao]]").unwrap());
    let wide = format!("{}[quando]\nclasse = [\"pedido\", \"outro\"]\n\n{}", &narrow[..start], &narrow[end..]);
    let wide = wide.replace("de        = 2026-01-01\n", "").replace("ate       = 2026-12-31\n", "");
    let check = |wide: &str, is_shadowed: bool| {
        let mut files = good_folder();
        files.insert("05-tudo.toml".to_owned(), wide.as_bytes().to_vec());
        match load(files) {
            Ok(_) => assert!(!is_shadowed),
            Err(found) => {
                let text = shown(&found);
                assert!(is_shadowed && found.len() == 1, "{text}");
                assert!(text.contains("esta regra nunca decide") && text.contains("05-tudo.toml"), "{text}");
                assert_eq!(found[0].line(), line_of(&narrow, "[quando]").unwrap());
            }
        }
    };
    check(&wide, true);
    check(&wide.replace("ativa     = true", "ativa = false"), false);
    check(&wide.replace("ativa     = true", "ate = 2026-06-30"), false);
    check(&wide.replace("\"pedido\", \"outro\"", "\"outro\", \"recibo\""), false);
    check(
        &wide.replace(
            "[[entao]]\nacao    = \"arquivar\"",
            "[exceto]\nurgente = true\n[[entao]]\nacao    = \"arquivar\"",
        ),
        false,
    );
}

/// A stand-in that knows class and channel by a word of the subject.
fn by_words(example: &ExampleMail) -> Facts {
    let subject = example.subject.to_lowercase();
    let mut facts = Facts::of(if subject.contains("fatura") { Class::Unrelated } else { Class::Request });
    if subject.contains("whatsapp") {
        facts.channel.insert(Channel::Whatsapp);
    }
    if subject.contains("todos") {
        facts.audience = Some(Audience::General);
    }
    facts.area = Some("previdencia".to_owned());
    facts.recipients = Some(100);
    facts
}

#[test]
fn a_failing_example_is_told_with_a_tick_or_a_cross_for_each_condition() {
    let rule = data("10-aviso.toml").replace(
        "de      = \"previdencia\"\nassunto = \"Aviso por WhatsApp a todos\"",
        "de      = \"previdencia\"\nassunto = \"Aviso a todos\"",
    );
    let rules = with("10-aviso.toml", rule.as_bytes()).unwrap();
    let found = check_examples(&rules, &by_words);
    let text = shown(&found);
    assert_eq!(found.len(), 1, "{text}");
    assert_eq!(found[0].line(), line_of(&rule, "[[exemplo]]").unwrap());
    for line in [
        "o exemplo \"aviso a todos\" deveria ser aceito, mas a regra o recusa",
        "✓ classe é “pedido”",
        "✗ canal é “nenhum”; a regra quer “whatsapp”",
        "✓ audiencia é “geral”",
        "✓ o assunto contém “aviso”",
        "✓ não é exceção: não falta nada",
    ] {
        assert!(text.contains(line), "{line}:\n{text}");
    }
}

#[test]
fn fault_68_a_rule_whose_examples_an_earlier_one_takes_is_told() {
    let earlier = |condition: &str| {
        format!(
            "descricao = \"a\"\n[quando]\n{condition}\n[[entao]]\nacao = \"nada\"\n\
             [[exemplo]]\nnome = \"a\"\nde = \"uma-area\"\nassunto = \"WhatsApp\"\nespera = \"aceita\"\n\
             [[exemplo]]\nnome = \"b\"\nde = \"uma-area\"\nassunto = \"Fatura\"\nespera = \"recusa\"\n"
        )
    };
    let mut files = good_folder();
    files.insert("05-a.toml".to_owned(), earlier("assunto-contem = \"whatsapp\"").into_bytes());
    let rules = load(files).unwrap();
    let text = shown(&check_examples(&rules, &by_words));
    assert!(text.contains("esta regra nunca decide: 05-a.toml vem antes"), "{text}");
}

#[test]
fn the_trace_says_why_each_earlier_rule_did_not_decide() {
    let rules = RuleSet::shipped_example().unwrap();
    let mut facts = Facts::of(Class::Request);
    facts.channel.insert(Channel::Whatsapp);
    facts.audience = Some(Audience::General);
    let from = rules.office.areas["gerencia-previdencia"].enderecos[0].clone();
    let mail = MailFacts {
        from: Some(&from),
        subject: "WhatsApp a todos",
        attachments: &[],
        today: jiff::civil::date(2026, 11, 22),
    };
    let decision = decide(&rules, &facts, &mail);
    assert_eq!(decision.rule.as_deref(), Some("46-whatsapp-geral"));
    assert_eq!(decision.rules_version, rules.version);
    let trace = decision.trace.join("\n");
    for line in [
        "10-respostas-automaticas: não vale, porque classe é “pedido”; a regra quer “resposta-automatica”",
        "44-email: não vale, porque canal é “whatsapp”; a regra quer “email”",
        "46-whatsapp-geral: vale (classe é “pedido”, canal é “whatsapp”, audiencia é “geral”)",
    ] {
        assert!(trace.contains(line), "{line}:\n{trace}");
    }
    assert!(matches!(decision.actions.first(), Some(Action::Archive { .. })));
    let unknown = decide(&rules, &facts, &MailFacts { from: None, ..mail });
    assert_eq!(unknown.rule, decision.rule, "who writes is judged before the rules");
}

#[test]
fn a_rule_holds_only_between_its_days_and_while_it_is_active() {
    let text = data("10-aviso.toml");
    let mut facts = by_words(&ExampleMail {
        from: carteiro::rules::ExampleSender::AnyArea,
        subject: "Aviso por WhatsApp a todos".to_owned(),
        text: String::new(),
        attachments: Vec::new(),
    });
    facts.missing.clear();
    let check = |text: &str, day: jiff::civil::Date, expected: Result<(), &str>| {
        let rules = with("10-aviso.toml", text.as_bytes()).unwrap();
        let from = rules.office.areas["previdencia"].enderecos[0].clone();
        let subject = "Aviso por WhatsApp a todos";
        let decision = decide(&rules, &facts, &MailFacts { from: Some(&from), subject, attachments: &[], today: day });
        match expected {
            Ok(()) => assert_eq!(decision.rule.as_deref(), Some("10-aviso"), "{:#?}", decision.trace),
            Err(why) => {
                assert_eq!(decision.rule, None);
                assert!(decision.trace[0].contains(why), "{:#?}", decision.trace);
                assert_eq!(decision.trace[1], "nenhuma regra vale: uma pessoa decide");
            }
        }
    };
    check(&text, jiff::civil::date(2026, 1, 1), Ok(()));
    check(&text, jiff::civil::date(2026, 12, 31), Ok(()));
    check(&text, jiff::civil::date(2027, 1, 1), Err("só valeu até 31/12/2026"));
    check(&text, jiff::civil::date(2025, 12, 31), Err("só vale a partir de 01/01/2026"));
    check(&text.replace("ativa     = true", "ativa = false"), jiff::civil::date(2026, 6, 1), Err("ativa = false"));
}

#[test]
fn a_row_that_the_workbook_does_not_have_is_told_where_it_is_named() {
    let rules = load(good_folder()).unwrap();
    let has_row = |label: &str, _: Option<&str>| {
        if label == "Perícia Médica" { Ok(()) } else { Err(format!("a planilha não tem a linha \"{label}\"")) }
    };
    let found = rules.missing_rows(&has_row);
    let lines: Vec<(String, usize)> = found.iter().map(|it| (it.file.clone(), it.line())).collect();
    let expected = [
        ("areas.toml".to_owned(), line_of(&data("areas.toml"), "linha ").unwrap()),
        ("10-aviso.toml".to_owned(), line_of(&data("10-aviso.toml"), "linha = ").unwrap()),
    ];
    assert_eq!(lines, expected, "{}", shown(&found));
}

#[test]
fn what_is_cut_or_flipped_ends_with_a_set_or_with_mistakes_that_can_be_shown() {
    let good = data("10-aviso.toml").into_bytes();
    let check = |bytes: &[u8]| {
        if let Err(found) = with("10-aviso.toml", bytes) {
            assert!(!shown(&found).is_empty());
        }
    };
    for cut in (0..good.len()).step_by(37) {
        check(&good[..cut]);
    }
    for at in (0..good.len()).step_by(29) {
        let mut flipped = good.clone();
        flipped[at] ^= 0x95;
        check(&flipped);
        flipped[at] = b'"';
        check(&flipped);
        flipped[at] = b'[';
        check(&flipped);
    }
}

/// Runs the program; its exit code and what it said.
fn carteiro(arguments: &[&str]) -> (Option<i32>, String) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_carteiro")).args(arguments).output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.code(), said)
}

#[test]
fn what_init_writes_is_right_and_nothing_is_ever_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let dir = folder.path().to_str().unwrap();
    let (code, said) = carteiro(&["init", dir]);
    assert_eq!(code, Some(0), "{said}");
    let config = path("carteiro.toml");
    let config = config.to_str().unwrap();
    let (code, said) = carteiro(&["check", "-c", config]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("tudo certo"), "{said}");
    std::fs::write(path("rules/44-email.toml"), "minha regra").unwrap();
    let (code, said) = carteiro(&["init", dir]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(std::fs::read_to_string(path("rules/44-email.toml")).unwrap(), "minha regra");
    let (code, said) = carteiro(&["check", path("rules").to_str().unwrap()]);
    assert_eq!(code, Some(78), "{said}");
    assert!(said.contains("44-email.toml:1:") && said.contains("erro:"), "{said}");
}

#[test]
fn mistakes_of_configuration_and_rules_come_together_with_exit_code_78() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().to_str().unwrap();
    carteiro(&["init", dir]);
    let config = folder.path().join("carteiro.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    std::fs::write(&config, text.replace("regret ", "regrets")).unwrap();
    let (code, said) = carteiro(&["check", "-c", config.to_str().unwrap()]);
    assert_eq!(code, Some(78), "{said}");
    assert!(said.contains("did you mean `regret`?"), "{said}");
}

#[test]
fn the_schemas_name_every_key_of_the_shipped_files() {
    let schemas: BTreeMap<&str, serde_json::Value> = carteiro::rules::schema::all().into_iter().collect();
    let check = |schema: &serde_json::Value, text: &str, name: &str| {
        let table: toml::Table = text.parse().unwrap();
        for key in table.keys() {
            let known = schema["properties"].as_object().unwrap();
            assert!(known.contains_key(key), "`{key}` of {name} is not in its schema");
        }
    };
    for (name, text) in carteiro::rules::shipped::FILES {
        let schema = match *name {
            "areas.toml" => "areas.schema.json",
            "vocabulario.toml" => "vocabulario.schema.json",
            "midia.toml" => "midia.schema.json",
            rule if rule.ends_with(".toml") => "regra.schema.json",
            _ => continue,
        };
        check(&schemas[schema], text, name);
    }
}
