//! Work in a process of its own, so that its memory and processor time are its own.

use std::process::{Command, Stdio};
use std::time::Instant;

use crate::{campaign, intake, ledger, lists, news, receipts, sending};

/// What a piece of work cost.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// From its begin to its end, without preparation.
    pub seconds: f64,
    /// Processor seconds in that time.
    pub cpu: f64,
    /// The largest resident memory of the process, preparation included.
    pub peak_mib: f64,
}

/// Does a piece of work by its name; its last line on standard output is its cost.
pub fn run(name: &str, arguments: &[&str]) {
    match name {
        "prepare" => sending::prepare(arguments),
        "send" => sending::work(arguments),
        "list" => lists::work(arguments),
        "floor" => lists::floor(arguments),
        "store" => ledger::store(arguments),
        "start" => ledger::start(arguments),
        "status" => ledger::status(arguments),
        "accept" => ledger::accept(arguments),
        "receipts" => receipts::work(arguments),
        "intake" => intake::work(arguments),
        "news" => news::work(arguments),
        "campaign" => campaign::work(arguments),
        _ => panic!("no work is called {name}"),
    }
}

/// Has a piece of work done in a process of its own.
pub fn elsewhere(name: &str, arguments: &[&str]) -> Cost {
    let done = Command::new(std::env::current_exe().unwrap())
        .args(["work", name])
        .args(arguments)
        .envs(crate::idle::of_the_unit())
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(done.status.success(), "{name} {arguments:?} failed");
    let text = String::from_utf8(done.stdout).unwrap();
    let numbers: Vec<f64> =
        text.lines().last().unwrap_or_default().split_whitespace().map(|it| it.parse().unwrap()).collect();
    let [seconds, cpu, peak_mib] = numbers[..] else { panic!("{name} said {text:?}") };
    Cost { seconds, cpu, peak_mib }
}

/// Runs a program that ends by itself; what it says is thrown away.
pub fn program(path: &str, arguments: &[&str]) -> Cost {
    let started = Instant::now();
    let mut child = Command::new(path)
        .args(arguments)
        .envs(crate::idle::of_the_unit())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let process = child.id().to_string();
    let (mut peak, mut cpu) = (0.0, 0.0);
    loop {
        // One that has ended has no memory left to be read.
        if let (Some(now), Some(spent)) = (read_memory_mib(&process, "VmHWM:"), read_cpu_seconds(&process)) {
            (peak, cpu) = (now, spent);
        }
        if let Some(status) = child.try_wait().unwrap() {
            assert!(status.success(), "{path} {arguments:?} failed");
            return Cost { seconds: started.elapsed().as_secs_f64(), cpu, peak_mib: peak };
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
}

/// Times a piece of work in this process and says what it cost.
pub fn timed<T>(work: impl FnOnce() -> T) -> T {
    let (started, cpu) = (Instant::now(), cpu_seconds("self"));
    let value = work();
    println!("{} {} {}", started.elapsed().as_secs_f64(), cpu_seconds("self") - cpu, peak_mib("self"));
    value
}

/// The largest resident memory of a process.
pub fn peak_mib(process: &str) -> f64 {
    memory_mib(process, "VmHWM:")
}

/// The resident memory of a process now.
pub fn resident_mib(process: &str) -> f64 {
    memory_mib(process, "VmRSS:")
}

fn memory_mib(process: &str, field: &str) -> f64 {
    read_memory_mib(process, field).unwrap()
}

fn read_memory_mib(process: &str, field: &str) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|it| it.starts_with(field))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}

/// Processor seconds of a process, its threads included.
pub fn cpu_seconds(process: &str) -> f64 {
    read_cpu_seconds(process).unwrap()
}

fn read_cpu_seconds(process: &str) -> Option<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    // Ticks of a hundredth of a second (proc(5): utime and stime are fields 14 and 15).
    Some((fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?) / 100.0)
}
