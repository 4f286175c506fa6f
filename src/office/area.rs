//! Who may ask, who approves, who sends WhatsApp: the address book of `rules/areas.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::EmailAddress;

/// `areas.toml`, read. The only place of the rules with addresses.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeBook {
    /// `[instituto]`.
    pub instituto: Institute,
    /// `[assessoria]`.
    pub assessoria: Desk,
    /// `[aprovadores]`.
    #[serde(default)]
    pub aprovadores: Approvers,
    /// `[call-center]`.
    #[serde(rename = "call-center")]
    pub call_center: Option<CallCenter>,
    /// `[areas.KEY]`, in the order of the keys.
    #[serde(default)]
    pub areas: BTreeMap<String, Area>,
}

/// The institute.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Institute {
    /// Its name.
    pub nome: String,
    /// Its mail hosts.
    #[serde(default)]
    pub dominios: Vec<String>,
}

/// The communications desk.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Desk {
    /// Its own addresses: mail goes to them; mail from them is from a colleague.
    pub enderecos: Vec<EmailAddress>,
    /// The address that communications are sent from (step 5 of the manual).
    pub envia_de: EmailAddress,
}

/// Who may approve.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approvers {
    /// Their addresses.
    #[serde(default)]
    pub enderecos: Vec<EmailAddress>,
}

/// The company that sends WhatsApp.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallCenter {
    /// Its name.
    pub nome: String,
    /// Where packages go.
    pub envio: EmailAddress,
    /// Where its mails come from.
    #[serde(default)]
    pub enderecos: Vec<EmailAddress>,
    /// Mail hosts whose every address is the company's.
    #[serde(default)]
    pub dominios: Vec<String>,
}

/// One area of the institute.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Its name.
    pub nome: String,
    /// The addresses that may ask for it.
    #[serde(default)]
    pub enderecos: Vec<EmailAddress>,
    /// Mail hosts whose every address may ask for it.
    #[serde(default)]
    pub dominios: Vec<String>,
    /// Its row in the workbook, where that differs from the name.
    pub linha: Option<String>,
}

impl Area {
    /// The label of its row in the workbook.
    #[must_use]
    pub fn row_label(&self) -> &str {
        self.linha.as_deref().unwrap_or(&self.nome)
    }
}

impl OfficeBook {
    /// Reads the text of an `areas.toml`. The rules module gives the full diagnostics; this says the first mistake.
    ///
    /// # Errors
    /// The TOML error with its place.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The keys of the areas that this address may ask for: by its own line first, else by its mail host.
    #[must_use]
    pub fn areas_of(&self, address: &EmailAddress) -> Vec<&str> {
        let by_address: Vec<&str> = self
            .areas
            .iter()
            .filter(|(_, area)| area.enderecos.contains(address))
            .map(|(key, _)| key.as_str())
            .collect();
        if !by_address.is_empty() {
            return by_address;
        }
        self.areas
            .iter()
            .filter(|(_, area)| area.dominios.iter().any(|host| host.eq_ignore_ascii_case(address.mail_host())))
            .map(|(key, _)| key.as_str())
            .collect()
    }

    /// Whether the address is the call center's.
    #[must_use]
    pub fn is_call_center(&self, address: &EmailAddress) -> bool {
        self.call_center.as_ref().is_some_and(|company| {
            company.envio == *address
                || company.enderecos.contains(address)
                || company.dominios.iter().any(|host| host.eq_ignore_ascii_case(address.mail_host()))
        })
    }

    /// Whether the address's mail host is one of the institute's.
    #[must_use]
    pub fn is_internal(&self, address: &EmailAddress) -> bool {
        self.instituto.dominios.iter().any(|host| host.eq_ignore_ascii_case(address.mail_host()))
    }

    /// Whether the address is the desk's own (or the president's, which it sends from).
    #[must_use]
    pub fn is_own(&self, address: &EmailAddress) -> bool {
        self.assessoria.envia_de == *address || self.assessoria.enderecos.contains(address)
    }

    /// Whether the address may approve.
    #[must_use]
    pub fn is_approver(&self, address: &EmailAddress) -> bool {
        self.aprovadores.enderecos.contains(address)
    }
}
