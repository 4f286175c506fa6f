//! The plot of cost against size, `benches/cost.svg`, twice: as it is, where what grows with the work is a straight line;
//! and by powers of ten, where one sees up to which size the start of a process is all that counts.

use std::path::Path;
use std::time::Duration;

use plotters::coord::ranged1d::ValueFormatter;
use plotters::prelude::*;
use plotters::style::register_font;

use crate::lists::list_file;
use crate::office::disk;
use crate::peers::Sink;
use crate::work::elsewhere;

/// A line of the plot: what it is, and (size, seconds).
type Line = (&'static str, Vec<(f64, f64)>);

/// Of so many rounds of a small size the fastest counts: what comes on top is the neighbours' work.
const ROUNDS: usize = 3;

/// The letters of the picture.
const FONT: &str = "carteiro";

/// Measures and draws it. Quick: sizes to 100,000. `measured` is a file of lines that were told before: it is only drawn.
pub fn draw(quick: bool, measured: Option<&str>) {
    let mut lines: Vec<Line> = ["sending in parcels", "receipts", "list", "status"].map(|it| (it, Vec::new())).into();
    match measured {
        Some(file) => read(file, &mut lines),
        None => measure(quick, &mut lines),
    }
    for (name, points) in &lines {
        for (size, seconds) in points {
            println!("{name}\t{size}\t{seconds:.4}");
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/cost.svg");
    picture(&path, &lines).unwrap();
}

fn measure(quick: bool, lines: &mut [Line]) {
    let sizes: &[u32] =
        if quick { &[10, 100, 1_000, 10_000, 100_000] } else { &[10, 100, 1_000, 10_000, 100_000, 400_000, 1_600_000] };
    let sink = Sink::start(&[]);
    for people in sizes {
        let rounds = if *people < 100_000 { ROUNDS } else { 1 };
        let rounds: Vec<_> = (0..rounds).map(|_| costs(*people, sink.port, quick)).collect();
        for (n, (_, points)) in lines.iter_mut().enumerate() {
            let fastest = rounds.iter().filter_map(|it| it[n]).min_by(f64::total_cmp);
            points.extend(fastest.map(|it| (f64::from(*people), it)));
        }
    }
}

fn read(file: &str, lines: &mut [Line]) {
    let text = std::fs::read_to_string(file).unwrap();
    let cells = text.lines().map(|it| it.split('\t').collect::<Vec<_>>());
    for (name, point) in
        cells.filter_map(|it| Some((*it.first()?, (it.get(1)?.parse().ok()?, it.get(2)?.parse().ok()?))))
    {
        lines.iter_mut().filter(|it| it.0 == name).for_each(|it| it.1.push(point));
    }
}

/// Sending, receipts, list, status: seconds at one size, where it is measured.
fn costs(people: u32, port: u16, quick: bool) -> [Option<f64>; 4] {
    let dir = tempfile::tempdir_in(disk()).unwrap();
    let root = dir.path().to_str().unwrap();
    let size = people.to_string();
    elsewhere("prepare", &[root, &size, "no"]);
    let sent = elsewhere("send", &[root, &port.to_string(), "4", "100"]).seconds;
    let told = elsewhere("status", &[root]).seconds;
    let list = list_file(dir.path(), people, "csv");
    let read = elsewhere("list", &[list.to_str().unwrap(), &size]).seconds;
    // Everybody's receipt comes; a million and more of them take long to write.
    let is_affordable = people <= if quick { 10_000 } else { 100_000 };
    let matched = is_affordable.then(|| elsewhere("receipts", &[&size, &size]).seconds);
    std::thread::sleep(Duration::from_millis(100));
    [Some(sent), matched, Some(read), Some(told)]
}

fn picture(path: &Path, lines: &[Line]) -> Result<(), Box<dyn std::error::Error>> {
    let letters = include_bytes!("../../src/indicators/font/OpenSans-Regular.ttf");
    register_font(FONT, FontStyle::Normal, letters).map_err(|_| "the letters cannot be read")?;
    let points = || lines.iter().flat_map(|(_, points)| points);
    let size_max = points().map(|it| it.0).fold(10.0, f64::max) * 1.05;
    let seconds_max = points().map(|it| it.1).fold(1.0, f64::max) * 1.05;
    let area = SVGBackend::new(path, (1000, 480)).into_drawing_area();
    area.fill(&WHITE)?;
    let (left, right) = area.split_horizontally(500);
    let mut as_it_is = ChartBuilder::on(&left);
    let mut as_it_is = as_it_is
        .caption("Cost against size", (FONT, 20))
        .margin(15)
        .x_label_area_size(40)
        .y_label_area_size(55)
        .build_cartesian_2d(0.0..size_max, 0.0..seconds_max)?;
    draw_lines(&mut as_it_is, lines)?;
    let mut by_powers = ChartBuilder::on(&right);
    let mut by_powers = by_powers
        .caption("The same by powers of ten", (FONT, 20))
        .margin(15)
        .x_label_area_size(40)
        .y_label_area_size(55)
        .build_cartesian_2d((10.0..size_max).log_scale(), (0.0005..seconds_max).log_scale())?;
    draw_lines(&mut by_powers, lines)?;
    area.present()?;
    Ok(())
}

fn draw_lines<'a, X, Y>(
    chart: &mut ChartContext<'a, SVGBackend<'a>, Cartesian2d<X, Y>>,
    lines: &[Line],
) -> Result<(), Box<dyn std::error::Error>>
where
    X: Ranged<ValueType = f64> + ValueFormatter<f64>,
    Y: Ranged<ValueType = f64> + ValueFormatter<f64>,
{
    chart
        .configure_mesh()
        .x_desc("recipients, receipts, rows")
        .y_desc("seconds")
        .label_style((FONT, 12))
        .axis_desc_style((FONT, 14))
        .x_labels(6)
        .draw()?;
    for (n, (name, points)) in lines.iter().enumerate() {
        let colour = Palette99::pick(n).stroke_width(2);
        chart
            .draw_series(LineSeries::new(points.iter().copied(), colour))?
            .label(*name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 20, y)], colour));
        chart.draw_series(points.iter().map(|it| Circle::new(*it, 3, colour.filled())))?;
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .label_font((FONT, 13))
        .background_style(WHITE.mix(0.8))
        .draw()?;
    Ok(())
}
