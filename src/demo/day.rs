//! A working day on the embedded world, by the same daemon as `run`: only the clock jumps, and the hands are folders.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::DemoError;
use super::counts::{CountedCell, changed_cells, read_counts};
use super::place::{Place, at};
use super::plot::{Crowd, GoesOn, Kind, Plot, plot};
use super::world::{Keeping, World};
use crate::daemon::{Clock, Daemon, Overview, overview};
use crate::office::calendar::Holidays;

/// The world's first day, a Monday.
const FIRST_DAY: Date = date(2026, 3, 2);

/// When the day's work is over and everything is told: the balance after 72 hours of what left in the afternoon.
const DAY_SECS: i64 = (3 * 24 + 17) * 3600;

/// The first person of the requests; those before stand in the contact workbook.
const FIRST_PERSON: u32 = 200;

/// People that a day's requests may have.
const PEOPLE_A_DAY: u32 = 400;

/// What is kept of the world from day to day.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Kept {
    seed: u64,
    days: u32,
    until: i64,
}

/// What the watcher is shown.
#[derive(Debug)]
pub enum Happening<'a> {
    /// Something happened: local time, and what.
    Line(jiff::civil::DateTime, &'a str),
    /// So much of the day has passed, in seconds, of so many.
    Passed(u64, u64),
}

/// Who watches a day.
pub type Watcher<'a> = &'a mut dyn FnMut(&Happening<'_>);

/// How a day ended, and where to look.
#[derive(Debug)]
pub struct Ended {
    /// Where everything is.
    pub place: Place,
    /// Which day of the world it was, from 1.
    pub day: u32,
    /// Its date.
    pub date: Date,
    /// Requests of this and earlier days that are still open.
    pub overview: Overview,
    /// The counts that changed.
    pub cells: Vec<CountedCell>,
    /// Mails that carteiro sent to departments, the call center and insured people.
    pub letters: usize,
    /// Mails that insured people received.
    pub to_insured: usize,
}

/// Lives through the next working day of the world in a folder; makes the world where there is none.
///
/// # Errors
/// [`DemoError`].
pub async fn live(root: &Path, watcher: Watcher<'_>) -> Result<Ended, DemoError> {
    fs::create_dir_all(root).map_err(at(root))?;
    let root = fs::canonicalize(root).map_err(at(root))?;
    let place = Place { root };
    place.make()?;
    let (config, rules) = place.read()?;
    let zone = config.institute.timezone.clone();
    let holidays = config.institute.holidays.clone();
    let mailboxes: Vec<String> = config.mailboxes.iter().map(|it| it.name.clone()).collect();
    let per_day = config.smtp.recipients_per_day;
    let before = read_counts(&place.workbook())?;
    let kept = kept(&place)?;
    let day = next_day(&kept, &zone, &holidays);
    let midnight = start_of(day, &zone);
    let clock = Clock::standing_at(midnight + 7 * 3600);
    let mut daemon = Daemon::open(config, Arc::new(rules), clock.clone())?;
    let first = FIRST_PERSON + kept.days * PEOPLE_A_DAY;
    let mut world = World::new(place.clone(), zone.clone(), kept.seed + u64::from(kept.days), Keeping::Files);
    world.people(0, super::place::CONTACTS);
    world.people(first, first + PEOPLE_A_DAY);
    // The mailboxes are known before the first mail comes: what stood there before would not be acted on.
    daemon.pass().await?;
    write_the_day(&mut world, midnight, kept.days, first);
    let end = midnight + DAY_SECS;
    let mut clockwork = Clockwork { clock, zone: zone.clone(), from: midnight + 7 * 3600, end };
    clockwork.run(&mut world, &mut daemon, watcher).await?;
    let seen = overview(&daemon.ledger, &mailboxes, per_day, &zone)?;
    keep(&place, Kept { days: kept.days + 1, until: end, ..kept })?;
    let to_insured = world.received.iter().filter(|it| !is_office(&it.address)).count();
    Ok(Ended {
        cells: changed_cells(&before, &read_counts(&place.workbook())?),
        place,
        day: kept.days + 1,
        date: day,
        overview: seen,
        letters: world.received.len() - to_insured,
        to_insured,
    })
}

fn is_office(address: &str) -> bool {
    address.ends_with("@ipreville.example") || address.ends_with("@callcenter.example")
}

/// The loop of a day: what comes is delivered, carteiro works, what it sent is answered, the clock jumps.
struct Clockwork {
    clock: Clock,
    zone: TimeZone,
    from: i64,
    end: i64,
}

impl Clockwork {
    async fn run(&mut self, world: &mut World, daemon: &mut Daemon, watcher: Watcher<'_>) -> Result<(), DemoError> {
        loop {
            let now = self.clock.now();
            let come = world.deliver(now)?;
            self.show(world.told(), watcher);
            let progress = daemon.pass().await?;
            self.show(daemon.told(), watcher);
            let posted = world.post(now)?;
            self.show(world.told(), watcher);
            if come + posted > 0 || progress.is_any() {
                continue;
            }
            let next = [world.next(), daemon.next_due()?].into_iter().flatten().min();
            let Some(next) = next.filter(|it| *it <= self.end) else { break };
            self.clock.set(next.max(now + 1));
            let passed = |at: i64| u64::try_from(at - self.from).unwrap_or(0);
            watcher(&Happening::Passed(passed(self.clock.now()), passed(self.end)));
        }
        self.clock.set(self.end);
        watcher(&Happening::Passed(1, 1));
        Ok(())
    }

    fn show(&self, lines: Vec<String>, watcher: &mut dyn FnMut(&Happening<'_>)) {
        let at = crate::daemon::local(self.clock.now(), &self.zone);
        for line in lines {
            watcher(&Happening::Line(at, &line));
        }
    }
}

/// The day's mails: one request of each kind, and what else comes into such a mailbox.
fn write_the_day(world: &mut World, midnight: i64, day: u32, first: u32) {
    let mut crowd = Crowd::from(first);
    let mark = u64::from(day) * 100;
    let mut add = |world: &mut World, (hour, minute): (i64, i64), kind, n| {
        let at = hour * 3600 + minute * 60 + world.chance().seconds(0, 59);
        plot(kind, at, mark + n, world.chance(), &mut crowd)
    };
    let morning = [
        ((8, 12), Kind::EmailToList),
        ((8, 31), Kind::WhatsappToList),
        ((8, 55), Kind::WhatsappToAll),
        ((9, 20), Kind::BothChannels),
        ((9, 41), Kind::PerPerson),
        ((10, 4), Kind::ForgottenList),
        ((10, 28), Kind::Cancelled),
        ((10, 51), Kind::Corrected),
        ((11, 9), Kind::Scheduled),
        ((11, 47), Kind::Forged),
        ((12, 5), Kind::Newsletter),
        ((13, 40), Kind::WhatsappToList),
        ((14, 2), Kind::WhatsappToList),
    ];
    let mut first_plot: Option<Plot> = None;
    for ((time, kind), n) in morning.into_iter().zip(1..) {
        let mut one = add(world, time, kind, n);
        match kind {
            Kind::EmailToList => {
                first_plot = Some(one.clone());
                // In the afternoon the colleague asks how far it is.
                let text = "Boa tarde! Já foi enviado? Em que pé está?".to_owned();
                one.goes_on = vec![GoesOn { at_letter: 1, after: 6 * 3600, text, files: Vec::new() }];
            }
            Kind::PerPerson => {
                let text = "Muito obrigado! Ótimo trabalho.".to_owned();
                one.goes_on = vec![GoesOn { at_letter: 1, after: 5 * 3600, text, files: Vec::new() }];
            }
            Kind::WhatsappToList
            | Kind::WhatsappToAll
            | Kind::BothChannels
            | Kind::ForgottenList
            | Kind::Cancelled
            | Kind::Corrected
            | Kind::Scheduled
            | Kind::Urgent
            | Kind::Typed
            | Kind::Forged
            | Kind::Newsletter => {}
        }
        world.write(midnight + one.at, one);
    }
    if let Some(again) = first_plot {
        let text = "Foi engano, já tínhamos pedido. Favor cancelar.".to_owned();
        let goes_on = vec![GoesOn { at_letter: 1, after: 900, text, files: Vec::new() }];
        let plot = Plot { at: 41_400, goes_on, ..again };
        world.write(midnight + 41_400, plot);
    }
}

fn kept(place: &Place) -> Result<Kept, DemoError> {
    let path = place.root.join("mundo.json");
    match fs::read(&path) {
        Ok(bytes) => {
            serde_json::from_slice(&bytes).map_err(|it| DemoError::Settings(format!("{}: {it}", path.display())))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Kept { seed: 2026, days: 0, until: 0 }),
        Err(error) => Err(at(&path)(error)),
    }
}

fn keep(place: &Place, kept: Kept) -> Result<(), DemoError> {
    let path: PathBuf = place.root.join("mundo.json");
    fs::write(&path, serde_json::to_vec(&kept).unwrap_or_default()).map_err(at(&path))
}

/// The first working day after what was lived through already.
fn next_day(kept: &Kept, zone: &TimeZone, holidays: &Holidays) -> Date {
    if kept.days == 0 {
        return FIRST_DAY;
    }
    holidays.after(crate::daemon::local(kept.until, zone).date(), 1)
}

fn start_of(day: Date, zone: &TimeZone) -> i64 {
    day.to_datetime(jiff::civil::Time::midnight()).to_zoned(zone.clone()).map_or(0, |it| it.timestamp().as_second())
}
