//! carteiro: the daily work of an institute's communications desk, started by an ordinary email.
//!
//! Layers, bottom up; a module uses lower layers only (see ARCHITECTURE.md):
//! `office` → `phrases` → `mail`, `sheets`, `media` → `rules`, `understanding`, `request` →
//! `wire`, `oauth2`, then `smtp`, `mailbox`, `channel`, `archive`, `workbook`, `ledger` → `config`, `watch`, `systemd`, `metrics` →
//! `daemon`, `demo` → `cli`.

pub mod office;

pub mod phrases;

pub mod mail;
pub mod media;
pub mod sheets;

pub mod request;
pub mod rules;
pub mod understanding;

pub mod archive;
pub mod channel;
pub mod ffmpeg;
pub mod ledger;
pub mod mailbox;
pub mod oauth2;
pub mod smtp;
pub mod wire;
pub mod workbook;

pub mod config;
pub mod metrics;
pub mod systemd;
pub mod watch;

pub mod daemon;
pub mod demo;

pub mod cli;
