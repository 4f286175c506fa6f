//! What is said, and the values it is said with: one variant for each text that people read.

use jiff::civil::{Date, DateTime};

use crate::office::{Audience, Channel, EmailAddress, ExcludedRow, Missing, Protocol, RejectedRow, SendAt, Suggestion};

/// One text to a person, with its values. Each has its template `rules/textos/<name>.txt`.
#[derive(Debug, Clone, Copy)]
pub enum Phrase<'a> {
    // To the requester.
    /// `recebido`: the request was understood; when it leaves, what to mend, how to cancel or correct.
    Acknowledged(&'a Acknowledged),
    /// `pergunta`: everything that is missing, asked once.
    Question(&'a Question),
    /// `lembrete-pergunta`: the question again.
    QuestionReminder(&'a Question),
    /// `encerrado-sem-resposta`: nobody answered; nothing was sent.
    GivenUp(&'a About),
    /// `confirmacao`: exactly this would go, to so many; answer SIM.
    Preview(&'a Preview),
    /// `aprovado`: somebody with the right consented.
    Approved(&'a ApprovalNews),
    /// `nao-aprovado`: somebody with the right said no.
    NotApproved(&'a ApprovalNews),
    /// `aprovacao-sem-direito`: consent by somebody who may not give it.
    ApprovalWithoutRight(&'a About),
    /// `cancelado`: what became of the cancellation.
    Cancelled(&'a Cancelled),
    /// `corrigido`: the corrected request replaces the earlier one.
    Corrected(&'a Acknowledged),
    /// `correcao-tarde`: it had gone already.
    TooLateToCorrect(&'a TooLate),
    /// `repetido`: the same text to the same list was asked for before; held.
    DuplicateHeld(&'a DuplicateHeld),
    /// `primeiras-noticias`: the first digest of receipts.
    FirstDigest(&'a Digest),
    /// `novidades`: what changed since the last digest.
    NewsDigest(&'a Digest),
    /// `balanco-final`: the final balance.
    FinalBalance(&'a Digest),
    /// `relatorio`: the call center's report.
    ReportRelayed(&'a ReportRelayed),
    /// `pergunta-do-call-center`: the call center asks something back.
    CallCenterQuestion(&'a Quoted),
    /// `andamento`: how far a request is.
    Status(&'a StatusAnswer),
    /// `resposta-de-segurado`: an insured person answered.
    InsuredReply(&'a Quoted),
    /// `limite-do-dia`: the quota of the day is used up; it goes on tomorrow.
    QuotaPaused(&'a QuotaPaused),

    // To approvers.
    /// `pedido-de-aprovacao`: consent is asked for exactly this text and list.
    ApprovalAsked(&'a Preview),

    // To the call center.
    /// `pacote-call-center`: text, list and pictures, ready to send.
    Package(&'a Package),
    /// `lembrete-relatorio`: the report has not come yet.
    ReportReminder(&'a ReportReminder),
    /// `cancelamento-call-center`: please do not send, or stop.
    StopCallCenter(&'a About),

    // To insured people.
    /// `resposta-ao-segurado`: a short acknowledgement of an answer.
    InsuredThanks(&'a InsuredThanks),
    /// `saida-confirmada`: the person will get no more general notices.
    OptedOut(&'a InsuredThanks),

    // To the assessoria.
    /// `para-uma-pessoa`: a mail that a person must decide.
    HeldForPerson(&'a Held),
    /// `remetente-desconhecido`: a stranger asked for something; not answered.
    Stranger(&'a Held),
    /// `duvida`: nobody knows whether a parcel went out: REENVIAR or ENVIADO.
    Doubt(&'a Doubt),
    /// `decisao`: what a person's one-word answer did.
    DecisionTaken(&'a DecisionTaken),
    /// `planilha-ocupada`: the workbook has been open for a day.
    WorkbookBusy(&'a WorkbookNews),
    /// `planilha-sem-lugar`: the cell of a count was not found.
    WorkbookPlaceMissing(&'a WorkbookNews),
    /// `planilha-aba-nova`: the tab of the new year was made.
    NewTabMade(&'a WorkbookNews),
    /// `resumo-do-dia`: what needs a person.
    DailyDigest(&'a DailyDigest),
    /// `resumo-do-mes`: figures for the board.
    MonthlyDigest(&'a MonthlyDigest),

    // To the administrator.
    /// `regras-com-erro`: rule files were saved with mistakes; the last good ones stay in force.
    RulesBroken(&'a RulesNews),
    /// `regras-em-vigor`: the mended rules are in force.
    RulesMended(&'a RulesNews),
    /// `alarme`: something does not work.
    Alarm(&'a Alarm),
    /// `alarme-resolvido`: it works again.
    AlarmOver(&'a Alarm),
    /// `conferencia`: once a night, whether mailbox, ledger, archive and workbook agree.
    Night(&'a Night),
    /// `verificacao`: a mail to ourselves that proves the whole round.
    Canary,
    /// `mensagem-nao-lida`: to a colleague whose mail cannot be read.
    NotRead(&'a NotRead),
    /// `senha-vence`: a client secret ends soon.
    SecretEnds(&'a SecretEnds),

    // From a rule's `responder`.
    /// Any other text of `rules/textos/`, named by a rule.
    Named {
        /// The name of the text, without `.txt`.
        name: &'a str,
        /// What it speaks of.
        about: &'a About,
    },
}

/// What a text speaks of.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// The protocol, where there is one.
    pub protocol: Option<Protocol>,
    /// The subject of the communication or of the mail.
    pub subject: String,
    /// The first name of the person who is written to, where it is known.
    pub name: Option<String>,
}

/// What was understood of a request.
#[derive(Debug, Clone, Default)]
pub struct Understood {
    /// The channels.
    pub channels: Vec<Channel>,
    /// Whom it is for.
    pub audience: Option<Audience>,
    /// The name of the area.
    pub area: Option<String>,
    /// The category, as people read it.
    pub category: Option<String>,
    /// The subject that insured people read.
    pub message_subject: Option<String>,
    /// The text that insured people read.
    pub message_text: Option<String>,
    /// The lists, one for each channel.
    pub lists: Vec<ListNews>,
    /// The files that go with it.
    pub attachments: Vec<String>,
    /// Of these, those converted for WhatsApp.
    pub converted: Vec<String>,
    /// Of these, those that the channel cannot take.
    pub not_possible: Vec<String>,
}

/// What was found in the list for one channel.
#[derive(Debug, Clone)]
pub struct ListNews {
    /// The channel.
    pub channel: Channel,
    /// Where it was read: a file name, or the mail itself.
    pub source: String,
    /// Valid distinct people.
    pub recipients: u64,
    /// Rows that cannot be used.
    pub rejected: Vec<RejectedRow>,
    /// Rows left out on purpose.
    pub excluded: Vec<ExcludedRow>,
    /// How many rows repeat an earlier contact.
    pub duplicates: u64,
    /// Likely mistakes.
    pub suggestions: Vec<Suggestion>,
    /// Addresses to which an earlier message bounced for good: row, address, day.
    pub bounced: Vec<(u32, String, Date)>,
    /// How many of the people asked not to be written to, and are written to all the same because the list names them.
    pub asked_out: u64,
}

/// When a request leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaves {
    /// At once.
    Now,
    /// After the regret window.
    At(DateTime),
    /// On the day and hour asked for.
    Scheduled(SendAt),
    /// When the mended list came.
    AfterMending,
    /// When somebody consented.
    AfterApproval,
    /// When a person of the desk has looked at it.
    AfterDesk,
}

/// The acknowledgement of a request.
#[derive(Debug, Clone)]
pub struct Acknowledged {
    /// What it speaks of.
    pub about: About,
    /// What was understood.
    pub understood: Understood,
    /// When it leaves.
    pub leaves: Leaves,
    /// How many days the sending takes under the server's limits, where more than one.
    pub days: Option<u32>,
    /// On trial: only those who are named for it really receive.
    pub on_trial: bool,
}

/// What is asked back.
#[derive(Debug, Clone)]
pub struct Question {
    /// What it speaks of.
    pub about: About,
    /// What was understood so far.
    pub understood: Understood,
    /// What is missing, each with what makes the question precise.
    pub missing: Vec<Asked>,
    /// Until when an answer is waited for.
    pub until: Option<Date>,
}

/// One thing that is missing.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What is missing.
    pub what: Missing,
    /// What makes the question precise.
    pub detail: Option<AskedDetail>,
}

/// What makes a question precise.
#[derive(Debug, Clone)]
pub enum AskedDetail {
    /// The mail announces another number than the list has.
    CountDiffers {
        /// What the mail says.
        said: u64,
        /// What the list has.
        found: u64,
    },
    /// The list is on a drive, in a cloud or in a picture: only an attached one can be used.
    ListElsewhere,
    /// The file cannot be opened (password, damaged, unknown form).
    FileUnreadable(String),
    /// General notices by email need a list: there is none of all insured people.
    NoGeneralEmailList,
    /// Columns that the text's placeholders need.
    ColumnsMissing(Vec<String>),
    /// What the mail says of the date.
    DateSaid(String),
    /// The areas of this address, by name.
    Areas(Vec<String>),
}

/// Exactly what would go, for consent.
#[derive(Debug, Clone)]
pub struct Preview {
    /// What it speaks of.
    pub about: About,
    /// What would go.
    pub understood: Understood,
    /// Why consent is asked for, in Portuguese words of a rule; `None`: carteiro is not sure of the text.
    pub reason: Option<String>,
    /// The requester's address, for approvers.
    pub requester: Option<EmailAddress>,
    /// The word that consents to exactly this: `SIM` or `APROVAR`, with a short digest of text and list.
    pub answer: String,
    /// When it would leave.
    pub leaves: Leaves,
}

/// News of an approval.
#[derive(Debug, Clone)]
pub struct ApprovalNews {
    /// What it speaks of.
    pub about: About,
    /// Who decided.
    pub by: EmailAddress,
    /// When it leaves, if consent was given.
    pub leaves: Leaves,
}

/// What became of a cancellation.
#[derive(Debug, Clone)]
pub struct Cancelled {
    /// What it speaks of.
    pub about: About,
    /// How far the sending was.
    pub how: CancelledHow,
}

/// How far a sending was when it was cancelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CancelledHow {
    /// Nothing had gone.
    InTime,
    /// Some had gone, the rest was stopped.
    Partly {
        /// People already written to.
        sent: u64,
        /// People who were not.
        stopped: u64,
    },
    /// All had gone.
    TooLate {
        /// When.
        at: DateTime,
    },
    /// The package was with the call center, which was asked to stop.
    CallCenterTold,
}

/// A correction that came too late.
#[derive(Debug, Clone)]
pub struct TooLate {
    /// What it speaks of.
    pub about: About,
    /// When it had gone.
    pub sent_at: DateTime,
    /// To how many.
    pub recipients: u64,
}

/// A repeated request.
#[derive(Debug, Clone)]
pub struct DuplicateHeld {
    /// What it speaks of.
    pub about: About,
    /// The request that it repeats.
    pub earlier: Protocol,
    /// When that one came or went.
    pub earlier_at: DateTime,
}

/// Counts of what became of the recipients.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    /// All.
    pub total: u64,
    /// In the mailbox or on the telephone, those who read it among them.
    pub delivered: u64,
    /// Opened.
    pub read: u64,
    /// Passed on to a host that promises no receipt.
    pub relayed: u64,
    /// Not delivered.
    pub failed: u64,
    /// Delayed or tried again.
    pub delayed: u64,
    /// Stopped before they went.
    pub cancelled: u64,
    /// On trial: would have been written to.
    pub kept_back: u64,
    /// Not known whether they went.
    pub in_doubt: u64,
    /// Nothing heard.
    pub silent: u64,
}

/// One recipient who was not reached.
#[derive(Debug, Clone)]
pub struct NotReached {
    /// The row of the list.
    pub row: Option<u32>,
    /// The address or number.
    pub contact: String,
    /// Why, in plain Portuguese.
    pub reason: String,
}

/// A digest of receipts or the final balance.
#[derive(Debug, Clone)]
pub struct Digest {
    /// What it speaks of.
    pub about: About,
    /// The counts for each channel.
    pub channels: Vec<(Channel, Counts)>,
    /// Those who were not reached: the first of them; all are in the attached file.
    pub not_reached: Vec<NotReached>,
    /// How many were not reached in all.
    pub not_reached_total: u64,
    /// When it went.
    pub sent_at: Option<DateTime>,
    /// When the final balance comes, if this is not it.
    pub balance_at: Option<DateTime>,
    /// Original notices attached.
    pub notices_attached: u64,
    /// The channels whose server gives no receipts at all.
    pub without_receipts: bool,
}

/// The call center's report on its way to the requester.
#[derive(Debug, Clone)]
pub struct ReportRelayed {
    /// What it speaks of.
    pub about: About,
    /// Whether the sending is over.
    pub complete: bool,
    /// The counts.
    pub counts: Counts,
    /// Those who were not reached: the first of them.
    pub not_reached: Vec<NotReached>,
    /// How many were not reached in all.
    pub not_reached_total: u64,
    /// The files of the report, attached as they came.
    pub files: Vec<String>,
    /// What does not add up in it, in Portuguese.
    pub remarks: Vec<String>,
}

/// Somebody's words, on their way to somebody else.
#[derive(Debug, Clone)]
pub struct Quoted {
    /// What it speaks of.
    pub about: About,
    /// Who wrote.
    pub from: String,
    /// What was written.
    pub text: String,
    /// Whether the writer asked not to be written to any more.
    pub opt_out: bool,
    /// Whether the writer asked to be written to again, and now is.
    pub opt_back: bool,
}

/// How far a request is.
#[derive(Debug, Clone)]
pub struct StatusAnswer {
    /// What it speaks of.
    pub about: About,
    /// Where it stands.
    pub stage: Stage,
    /// The counts so far.
    pub counts: Option<Counts>,
}

/// Where a request stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// Waits for an answer of the requester.
    WaitingForRequester,
    /// Waits for consent.
    WaitingForApproval,
    /// Waits for its hour.
    Scheduled(SendAt),
    /// Waits for the end of the regret window.
    LeavesAt(DateTime),
    /// Is leaving.
    Sending,
    /// Has gone; receipts are collected.
    Sent(DateTime),
    /// Waits for the call center's report.
    WaitingForReport(DateTime),
    /// Balanced.
    Closed,
    /// Cancelled.
    Cancelled,
    /// A person of the assessoria looks at it.
    WithAPerson,
}

/// The quota of the day is used up.
#[derive(Debug, Clone)]
pub struct QuotaPaused {
    /// What it speaks of.
    pub about: About,
    /// Already written to.
    pub sent: u64,
    /// Still to come.
    pub left: u64,
    /// When it goes on.
    pub resumes_at: DateTime,
    /// When it will be done.
    pub done_on: Date,
}

/// The package to the call center.
#[derive(Debug, Clone)]
pub struct Package {
    /// What it speaks of; its protocol stands in the subject.
    pub about: About,
    /// The name of the area.
    pub area: String,
    /// The text, ready to copy.
    pub message_text: String,
    /// People on the list.
    pub recipients: u64,
    /// The file of the list.
    pub list_file: Option<String>,
    /// The columns of the list.
    pub columns: Vec<String>,
    /// The placeholders filled from the columns.
    pub placeholders: Vec<String>,
    /// The files that go with the text.
    pub attachments: Vec<String>,
    /// The text alone, as a file of the package, where one is attached.
    pub text_file: Option<String>,
    /// When people are to be reached; `None` = as soon as possible.
    pub send_at: Option<SendAt>,
    /// The hours between which people are reached (8:00 and 20:00).
    pub hours: (i8, i8),
    /// Whether the report is asked for (step 17).
    pub ask_report: bool,
    /// Until when it is expected.
    pub report_until: Option<Date>,
}

/// The report has not come yet.
#[derive(Debug, Clone)]
pub struct ReportReminder {
    /// What it speaks of.
    pub about: About,
    /// When the package was sent.
    pub sent_at: DateTime,
    /// People on the list.
    pub recipients: u64,
    /// Which reminder this is, from 1.
    pub number: u32,
}

/// A short answer to an insured person.
#[derive(Debug, Clone)]
pub struct InsuredThanks {
    /// The subject of the person's mail.
    pub subject: String,
    /// The person's name, where it is known.
    pub name: Option<String>,
    /// The area that answers, where it is known.
    pub area: Option<String>,
}

/// A mail that a person must decide.
#[derive(Debug, Clone)]
pub struct Held {
    /// What it speaks of.
    pub about: About,
    /// Who wrote.
    pub from: String,
    /// Why it waits, in plain Portuguese.
    pub reason: String,
    /// The words by which the desk decides by answering, each with what it does; none if only a person can act.
    pub answers: Vec<Choice>,
    /// The beginning of its text.
    pub excerpt: Option<String>,
}

/// One of the words by which the desk decides in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// `APROVAR`.
    Approve,
    /// `CANCELAR`.
    Cancel,
    /// `REENVIAR`.
    Resend,
    /// `ENVIADO`.
    Sent,
}

/// Nobody knows whether a parcel went out.
#[derive(Debug, Clone)]
pub struct Doubt {
    /// What it speaks of.
    pub about: About,
    /// When it was leaving.
    pub at: DateTime,
    /// People in the parcel.
    pub recipients: u64,
    /// What is known, in plain Portuguese.
    pub known: String,
}

/// What a person's one-word answer did.
#[derive(Debug, Clone)]
pub struct DecisionTaken {
    /// What it speaks of.
    pub about: About,
    /// The word.
    pub choice: Choice,
    /// Who answered.
    pub by: EmailAddress,
}

/// News of the workbook.
#[derive(Debug, Clone)]
pub struct WorkbookNews {
    /// The file.
    pub file: String,
    /// The tab.
    pub sheet: String,
    /// The counts that wait: protocol, row, month (1 to 12), channel.
    pub waiting: Vec<WaitingCount>,
    /// Since when, where it waits.
    pub since: Option<DateTime>,
    /// What is wrong, in plain Portuguese.
    pub reason: Option<String>,
}

/// A count that is not in the workbook yet.
#[derive(Debug, Clone)]
pub struct WaitingCount {
    /// The request.
    pub protocol: Protocol,
    /// The label of its row.
    pub row: String,
    /// The month, 1 to 12.
    pub month: i8,
    /// The channel.
    pub channel: Channel,
    /// How much is added.
    pub by: u64,
}

/// What needs a person, once a day.
#[derive(Debug, Clone)]
pub struct DailyDigest {
    /// The day.
    pub day: Date,
    /// What waits, and for whom.
    pub waiting: Vec<WaitingItem>,
    /// What was done in the last 24 hours.
    pub done: DoneCounts,
    /// What does not work.
    pub alarms: Vec<String>,
}

/// One thing that waits.
#[derive(Debug, Clone)]
pub struct WaitingItem {
    /// The request, where there is one.
    pub protocol: Option<Protocol>,
    /// Its subject.
    pub subject: String,
    /// For whom or what it waits.
    pub waits_for: WaitsFor,
    /// Since when.
    pub since: DateTime,
}

/// For whom or what something waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WaitsFor {
    /// A decision of the assessoria: why.
    Desk(String),
    /// The requester's answer.
    Requester,
    /// An approver.
    Approver,
    /// The call center's report.
    CallCenter,
    /// Its day and hour.
    Schedule(SendAt),
    /// Receipts.
    Receipts,
}

/// What was done in a day.
#[derive(Debug, Clone, Copy, Default)]
pub struct DoneCounts {
    /// Requests that came.
    pub requests: u64,
    /// Communications that went.
    pub sent: u64,
    /// People written to.
    pub recipients: u64,
    /// Requests balanced.
    pub closed: u64,
}

/// Figures of a month, for the board.
#[derive(Debug, Clone)]
pub struct MonthlyDigest {
    /// The month: its first day.
    pub month: Date,
    /// For each area: its name, communications by email, by WhatsApp.
    pub areas: Vec<(String, u64, u64)>,
    /// What became of the recipients, for each channel.
    pub channels: Vec<(Channel, Counts)>,
    /// From request to sending, median, in minutes.
    pub median_minutes: Option<u64>,
    /// The names of the attached files (chart, workbook).
    pub files: Vec<String>,
}

/// News of the rule files.
#[derive(Debug, Clone)]
pub struct RulesNews {
    /// The version in force.
    pub version: String,
    /// The diagnostics, as `carteiro check` prints them; empty if all is right.
    pub diagnostics: String,
    /// How many mistakes.
    pub mistakes: u64,
}

/// Something does not work.
#[derive(Debug, Clone)]
pub struct Alarm {
    /// What: a mailbox, the share, the mail host.
    pub what: AlarmOf,
    /// Since when.
    pub since: DateTime,
    /// The message of the other side, in its own words.
    pub detail: String,
    /// How to mend it, in plain Portuguese.
    pub remedy: Option<String>,
}

/// A mail of a colleague that cannot be read.
#[derive(Debug, Clone)]
pub struct NotRead {
    /// The mail.
    pub about: About,
    /// Why, as the end of “o sistema não conseguiu lê-la: …”.
    pub reason: String,
}

/// A client secret that ends soon.
#[derive(Debug, Clone)]
pub struct SecretEnds {
    /// The section `[oauth2.NAME]`.
    pub name: String,
    /// The last day on which it works.
    pub last_day: Date,
    /// Days until then; negative when they are over.
    pub days: i32,
}

/// What was compared in a night.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Night {
    /// What was looked at, with its numbers.
    pub numbers: Vec<String>,
    /// What does not agree.
    pub differences: Vec<String>,
}

/// What an alarm is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AlarmOf {
    /// A mailbox cannot be read: its name.
    Mailbox(String),
    /// Mail cannot be handed in.
    Smtp,
    /// The network folder cannot be written.
    Archive,
    /// The workbook cannot be found.
    Workbook,
    /// The contact workbook cannot be read.
    Contacts,
    /// Anything else, named in Portuguese.
    Other(String),
}
