//! The connections of a sending: opened when they are needed, kept while they are usable.

use futures_util::future::join_all;

use crate::smtp::{Line, Route};

/// Open connections that nobody uses at the moment, and the right to more.
pub(super) struct Lines {
    route: Route,
    max: u32,
    idle: Vec<Line>,
    out: u32,
    without_receipts: bool,
}

impl Lines {
    pub fn new(route: &Route, max: u32) -> Self {
        Self { route: route.clone(), max: max.max(1), idle: Vec::new(), out: 0, without_receipts: false }
    }

    /// How many connections there may be.
    pub const fn max(&self) -> u32 {
        self.max
    }

    /// How many more messages can be on the way at once.
    pub fn free(&self) -> u32 {
        self.max.saturating_sub(self.out)
    }

    /// Makes sure of open connections, `wanted` at most, all at once; says how many there are. A server that takes fewer than we
    /// may open is content with those.
    pub async fn open(&mut self, wanted: u32) -> u32 {
        let wanted = wanted.min(self.free()) as usize;
        let missing = wanted.saturating_sub(self.idle.len());
        let mut reason = None;
        for opened in join_all((0..missing).map(|_| Line::open(&self.route))).await {
            match opened {
                Ok(line) => {
                    self.without_receipts |= !line.gives_receipts();
                    self.idle.push(line);
                }
                Err(error) => reason = Some(error),
            }
        }
        let open = u32::try_from(self.idle.len()).unwrap_or(u32::MAX);
        if let Some(reason) = reason {
            tracing::warn!(%reason, open, "the server that takes our mail does not answer");
            // What it takes now is not asked again and again.
            self.max = (self.out + open).max(1);
        }
        open
    }

    /// Whether a server was met that gives no delivery receipts (no DSN in its EHLO).
    pub const fn without_receipts(&self) -> bool {
        self.without_receipts
    }

    /// A connection to send on.
    pub fn take(&mut self) -> Option<Line> {
        let line = self.idle.pop()?;
        self.out += 1;
        Some(line)
    }

    /// The connection back, if it is still one.
    pub fn give_back(&mut self, line: Option<Line>) {
        self.out = self.out.saturating_sub(1);
        self.idle.extend(line.filter(Line::is_usable));
    }

    /// Says goodbye on all of them.
    pub async fn quit(self) {
        join_all(self.idle.into_iter().map(Line::quit)).await;
    }
}
