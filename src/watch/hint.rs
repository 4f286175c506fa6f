//! Events of the file system, as a hint that it is worth a look. Nothing depends on their coming.

use std::path::Path;
use std::sync::Arc;

use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};
use tokio::sync::Notify;

/// Rings while it is kept; dropping it ends the watching.
#[derive(Debug)]
pub struct Hint {
    bell: Arc<Notify>,
    _watcher: Option<RecommendedWatcher>,
}

impl Hint {
    /// Watches a folder. Where that is not possible (too many watches, some network shares) nobody rings, and the
    /// look every 30 seconds finds the change.
    #[must_use]
    pub fn on(folder: &Path) -> Self {
        let bell = Arc::new(Notify::new());
        let ring = Arc::clone(&bell);
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // Looking at the files must not ring the bell again.
            if event.is_ok_and(|it| !it.kind.is_access()) {
                ring.notify_one();
            }
        });
        let watcher = watcher.and_then(|mut it| it.watch(folder, RecursiveMode::Recursive).map(|()| it));
        if let Err(error) = &watcher {
            tracing::debug!(folder = %folder.display(), %error, "no hints of changed rules; looking every 30 seconds");
        }
        Self { bell, _watcher: watcher.ok() }
    }

    /// Waits for the next ring.
    pub async fn rung(&self) {
        self.bell.notified().await;
    }
}
