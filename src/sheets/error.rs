//! Why a file cannot be read as a list, and the limits within which foreign files are read.

use thiserror::Error;

/// How much of a foreign file is read. Attachments come by mail from anybody, so everything has an end.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes that one packed part may unpack to: a sheet of 1,048,576 full rows needs about 600 MB.
    pub unpacked_bytes_max: u64,
    /// Unpacked bytes for each packed one, where more than [`Limits::RATIO_FREE_BYTES`] come out: deflate ends at
    /// 1,032; sheets reach 60.
    pub ratio_max: u64,
    /// Rows of one sheet: the general contacts of a state are 1.6 million.
    pub rows_max: u32,
    /// Columns of one row that are looked at.
    pub columns_max: usize,
    /// Bytes of one cell (Excel ends at 32,767 characters).
    pub cell_bytes_max: usize,
    /// Sheets of one workbook.
    pub sheets_max: usize,
}

impl Limits {
    /// So many unpacked bytes cost nothing, whatever their ratio.
    pub const RATIO_FREE_BYTES: u64 = 16 << 20;
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            unpacked_bytes_max: 2 << 30,
            ratio_max: 250,
            rows_max: 4_000_000,
            columns_max: 512,
            cell_bytes_max: 131_072,
            sheets_max: 200,
        }
    }
}

/// Why a file gives no list. [`SheetError::key`] names the sentence for the requester.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SheetError {
    /// It needs a password.
    #[error("cannot read `{file}`: it is protected by a password (send it without one)")]
    PasswordProtected {
        /// The file.
        file: String,
    },
    /// It is cut off or broken.
    #[error("cannot read `{file}`: it is damaged ({what})")]
    Damaged {
        /// The file.
        file: String,
        /// What is broken.
        what: String,
    },
    /// It is no kind of file that holds tables.
    #[error(
        "cannot read `{file}`: it holds no table (expected .xlsx, .xlsm, .xls, .xlsb, .ods, .csv, .tsv, .txt, .docx)"
    )]
    UnknownKind {
        /// The file.
        file: String,
    },
    /// It would unpack to more than a list needs.
    #[error("cannot read `{file}`: it unpacks to more than {limit_bytes} bytes, or far more than a list needs")]
    TooLarge {
        /// The file.
        file: String,
        /// The limit that was met.
        limit_bytes: u64,
    },
    /// It holds more rows than are read.
    #[error("cannot read `{file}`: it has more than {rows_max} rows")]
    TooManyRows {
        /// The file.
        file: String,
        /// The limit that was met.
        rows_max: u32,
    },
    /// Nothing stands in it.
    #[error("`{file}` is empty")]
    Empty {
        /// The file.
        file: String,
    },
    /// A packed folder with several files that could be the list, or none.
    #[error("`{file}` packs {count} files that may be the list (expected one)")]
    SeveralFiles {
        /// The file.
        file: String,
        /// How many.
        count: usize,
    },
    /// Several sheets may be the list and nothing says which.
    #[error("`{file}` has several sheets that may be the list: {}", sheets.join(", "))]
    SeveralSheets {
        /// The file.
        file: String,
        /// The candidates, in the order of the workbook.
        sheets: Vec<String>,
    },
    /// Tables are there, but no column with contacts for the channel.
    #[error("`{file}` has no column with contacts for {channel}")]
    NoContacts {
        /// The file.
        file: String,
        /// The channel.
        channel: &'static str,
    },
    /// The mail names a sheet that the workbook does not have.
    #[error("`{file}` has no sheet `{sheet}`")]
    NoSuchSheet {
        /// The file.
        file: String,
        /// The sheet as it was named.
        sheet: String,
    },
}

impl SheetError {
    /// The name of the sentence for the requester, as `rules/textos/` uses it.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::PasswordProtected { .. } => "lista-com-senha",
            Self::Damaged { .. } => "lista-danificada",
            Self::UnknownKind { .. } => "lista-tipo-desconhecido",
            Self::TooLarge { .. } => "lista-grande-demais",
            Self::TooManyRows { .. } => "lista-linhas-demais",
            Self::Empty { .. } => "lista-vazia",
            Self::SeveralFiles { .. } => "lista-varios-arquivos",
            Self::SeveralSheets { .. } => "lista-varias-abas",
            Self::NoContacts { .. } => "lista-sem-contatos",
            Self::NoSuchSheet { .. } => "lista-aba-inexistente",
        }
    }
}
