//! The rule files that are compiled in: the fallback where a folder has none, and what `carteiro init` writes.

use crate::office::VOCABULARY;

/// Every shipped file below `rules/`, but for the texts of `rules/textos/`.
pub static FILES: &[(&str, &str)] = &[
    ("areas.toml", include_str!("../../rules/areas.toml")),
    ("vocabulario.toml", VOCABULARY),
    ("midia.toml", include_str!("../../rules/midia.toml")),
    ("LEIA-ME.md", include_str!("../../rules/LEIA-ME.md")),
    ("10-respostas-automaticas.toml", include_str!("../../rules/10-respostas-automaticas.toml")),
    ("12-recibos.toml", include_str!("../../rules/12-recibos.toml")),
    ("14-relatorios.toml", include_str!("../../rules/14-relatorios.toml")),
    ("16-nao-autorizados.toml", include_str!("../../rules/16-nao-autorizados.toml")),
    ("17-saida-de-segurados.toml", include_str!("../../rules/17-saida-de-segurados.toml")),
    ("18-respostas-de-segurados.toml", include_str!("../../rules/18-respostas-de-segurados.toml")),
    ("20-conversas.toml", include_str!("../../rules/20-conversas.toml")),
    ("30-sem-canal.toml", include_str!("../../rules/30-sem-canal.toml")),
    ("32-whatsapp-para-quem.toml", include_str!("../../rules/32-whatsapp-para-quem.toml")),
    ("40-email-e-whatsapp-geral.toml", include_str!("../../rules/40-email-e-whatsapp-geral.toml")),
    ("42-email-e-whatsapp.toml", include_str!("../../rules/42-email-e-whatsapp.toml")),
    ("44-email.toml", include_str!("../../rules/44-email.toml")),
    ("46-whatsapp-geral.toml", include_str!("../../rules/46-whatsapp-geral.toml")),
    ("48-whatsapp-especifico.toml", include_str!("../../rules/48-whatsapp-especifico.toml")),
    ("90-sem-relacao.toml", include_str!("../../rules/90-sem-relacao.toml")),
    ("modelos/pericia.txt", include_str!("../../rules/modelos/pericia.txt")),
    ("modelos/andamento.txt", include_str!("../../rules/modelos/andamento.txt")),
    ("modelos/orientacao.txt", include_str!("../../rules/modelos/orientacao.txt")),
];

/// A shipped file by its name below `rules/`.
#[must_use]
pub fn file(name: &str) -> Option<&'static str> {
    FILES.iter().find(|(it, _)| *it == name).map(|(_, text)| *text)
}
