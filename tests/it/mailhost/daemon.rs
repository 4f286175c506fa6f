//! A daemon that ends with the test, however that ends: a small shell keeps it and waits for the end of its own
//! standard input, which the kernel closes even when the test program is killed.

use std::{
    path::Path,
    process::{Child, ChildStdin, Command, Stdio},
    time::{Duration, Instant},
};

/// The keeper: the daemon leads its own session, so that its children can be ended with it.
const KEEPER: &str = r#"setsid "$@" & daemon=$!; cat >/dev/null; kill -TERM "$daemon"; wait "$daemon""#;

pub struct Daemon {
    keeper: Child,
    leash: Option<ChildStdin>,
}

impl Daemon {
    /// Starts a daemon that stays in the foreground. Its output goes to files: a pipe that nobody reads would hang it.
    pub fn start(dir: &Path, name: &str, command: &[&str]) -> Self {
        let log = std::fs::File::create(dir.join("log").join(format!("{name}.out"))).unwrap();
        let mut keeper = Command::new("sh")
            .args(["-c", KEEPER, "sh"])
            .args(command)
            .stdin(Stdio::piped())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn()
            .unwrap();
        let leash = keeper.stdin.take();
        Self { keeper, leash }
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        drop(self.leash.take());
        let until = Instant::now() + Duration::from_secs(10);
        while let Ok(None) = self.keeper.try_wait() {
            if Instant::now() > until {
                let _ = self.keeper.kill();
                let _ = self.keeper.wait();
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}
