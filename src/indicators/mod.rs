//! Layer 2, the figures of a month as the board sees them: one picture, and a workbook with the same as charts.
//!
//! Figures come in as values, bytes go out: no file is opened here. The letters are Open Sans, compiled in.

mod book;
mod picture;

use crate::office::Channel;

pub use book::workbook;
pub use picture::{Undrawable, png};

/// The figures of a month.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Month {
    /// The institute's name.
    pub institute: String,
    /// The month, as people write it: `novembro de 2026`.
    pub name: String,
    /// Communications of each area, by the name of its row.
    pub areas: Vec<AreaFigures>,
    /// What became of the people, for each channel.
    pub channels: Vec<ChannelFigures>,
    /// How long each sending took from the request to its leaving, in seconds, shortest first.
    pub waits: Vec<i64>,
}

/// Communications of an area.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AreaFigures {
    /// The area.
    pub name: String,
    /// By email.
    pub email: u64,
    /// By WhatsApp.
    pub whatsapp: u64,
}

/// What became of the people of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChannelFigures {
    /// The channel.
    pub channel: Channel,
    /// In the mailbox or on the telephone.
    pub delivered: u64,
    /// Taken by a host that promises no receipt.
    pub relayed: u64,
    /// Nothing heard, delayed or in doubt.
    pub silent: u64,
    /// Not delivered.
    pub failed: u64,
}

impl AreaFigures {
    /// By both channels.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.email + self.whatsapp
    }
}

impl ChannelFigures {
    /// Everybody who was written to.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.delivered + self.relayed + self.silent + self.failed
    }
}

/// Up to how many seconds each class of waits goes, with its name; the last has no end.
const WAITS: [(i64, &str); 5] = [
    (15 * 60, "até 15 minutos"),
    (3600, "até 1 hora"),
    (4 * 3600, "até 4 horas"),
    (86_400, "até 1 dia"),
    (i64::MAX, "mais de 1 dia"),
];

impl Month {
    /// Communications of all areas.
    #[must_use]
    pub fn communications(&self) -> u64 {
        self.areas.iter().map(AreaFigures::total).sum()
    }

    /// People of both channels.
    #[must_use]
    pub fn people(&self) -> u64 {
        self.channels.iter().map(ChannelFigures::total).sum()
    }

    /// The areas, those with most communications first; from the `max`-th on they are one line.
    fn largest_areas(&self, max: usize) -> Vec<AreaFigures> {
        let mut areas: Vec<AreaFigures> = self.areas.iter().filter(|it| it.total() > 0).cloned().collect();
        areas.sort_by(|a, b| b.total().cmp(&a.total()).then_with(|| a.name.cmp(&b.name)));
        if areas.len() > max {
            let others = areas.split_off(max.saturating_sub(1));
            let sum = |of: fn(&AreaFigures) -> u64| others.iter().map(of).sum();
            areas.push(AreaFigures {
                name: format!("Outras {} áreas", others.len()),
                email: sum(|it| it.email),
                whatsapp: sum(|it| it.whatsapp),
            });
        }
        areas
    }

    /// How many sendings fall into each class of waits.
    fn wait_classes(&self) -> Vec<(&'static str, u64)> {
        let mut from = i64::MIN;
        let mut classes = Vec::new();
        for (until, name) in WAITS {
            let n = self.waits.iter().filter(|it| **it > from && **it <= until).count();
            classes.push((name, n as u64));
            from = until;
        }
        classes
    }

    /// The median of the waits, in minutes, rounded up.
    #[must_use]
    pub fn median_minutes(&self) -> Option<u64> {
        let middle = self.waits.get(self.waits.len() / 2)?;
        u64::try_from(*middle).ok().map(|it| it.div_ceil(60))
    }
}

/// A share in whole percent, rounded.
fn percent(part: u64, whole: u64) -> u64 {
    (part * 100 + whole / 2).checked_div(whole).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{AreaFigures, ChannelFigures, Month, percent, png, workbook};
    use crate::office::Channel;

    fn month() -> Month {
        let area = |name: &str, email, whatsapp| AreaFigures { name: name.to_owned(), email, whatsapp };
        Month {
            institute: "Ipreville".to_owned(),
            name: "novembro de 2026".to_owned(),
            areas: vec![
                area("Ger. Previdência", 14, 9),
                area("Perícia Médica / Saúde", 3, 11),
                area("Ger. Financeira", 6, 0),
                area("Ouvidoria", 0, 0),
            ],
            channels: vec![
                ChannelFigures { channel: Channel::Email, delivered: 1200, relayed: 9100, silent: 420, failed: 133 },
                ChannelFigures { channel: Channel::Whatsapp, delivered: 4400, relayed: 0, silent: 20, failed: 210 },
            ],
            waits: vec![0, 600, 660, 700, 3000, 9000, 200_000],
        }
    }

    #[test]
    fn waits_fall_into_one_class_each_and_small_areas_into_one_line() {
        let classes: Vec<u64> = month().wait_classes().into_iter().map(|(_, n)| n).collect();
        assert_eq!(classes, [4, 1, 1, 0, 1]);
        assert_eq!(month().median_minutes(), Some(12));
        assert_eq!(Month::default().median_minutes(), None);
        let names = |max| month().largest_areas(max).into_iter().map(|it| it.name).collect::<Vec<_>>();
        assert_eq!(names(9), ["Ger. Previdência", "Perícia Médica / Saúde", "Ger. Financeira"]);
        assert_eq!(names(2), ["Ger. Previdência", "Outras 2 áreas"]);
    }

    #[test]
    fn shares_are_rounded() {
        assert_eq!([percent(1, 3), percent(2, 3), percent(0, 0)], [33, 67, 0]);
    }

    #[test]
    fn the_picture_is_a_png_and_the_workbook_has_the_figures() {
        let picture = png(&month()).unwrap();
        let decoded = image::load_from_memory_with_format(&picture, image::ImageFormat::Png).unwrap().into_rgb8();
        let has = |colour: [u8; 3]| decoded.pixels().filter(|it| it.0 == colour).count();
        assert!(has([0x1f, 0x4e, 0x79]) > 1000 && has([0x2e, 0x8b, 0x57]) > 1000, "the bars are drawn");
        png(&Month::default()).unwrap();

        use calamine::{Data, Reader as _, open_workbook_from_rs};
        let bytes = workbook(&month()).unwrap();
        let mut book: calamine::Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes.clone())).unwrap();
        let sheet = book.worksheet_range("Áreas").unwrap();
        assert_eq!(sheet.get((1, 0)), Some(&Data::String("Ger. Previdência".to_owned())));
        assert_eq!(sheet.get((1, 2)), Some(&Data::Float(9.0)));
        let parts = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        assert_eq!(parts.file_names().flatten().filter(|it| it.starts_with("xl/charts/chart")).count(), 3);
    }
}
