//! The plot of cost against size, `benches/cost.svg`: both axes by powers of ten, so that what grows with the work is a
//! straight line.

use std::path::Path;
use std::time::Duration;

use plotters::prelude::*;

use crate::lists::list_file;
use crate::office::disk;
use crate::peers::Sink;
use crate::work::elsewhere;

/// A line of the plot: what it is, and (size, seconds).
type Line = (&'static str, Vec<(f64, f64)>);

/// Measures and draws it. Quick: sizes to 100,000.
pub fn draw(quick: bool) {
    let sizes: &[u32] =
        if quick { &[10, 100, 1_000, 10_000, 100_000] } else { &[10, 100, 1_000, 10_000, 100_000, 1_600_000] };
    let sink = Sink::start(&[]);
    let mut lines: Vec<Line> = ["sending in parcels", "receipts", "list", "status"].map(|it| (it, Vec::new())).into();
    for people in sizes {
        for ((_, points), seconds) in lines.iter_mut().zip(costs(*people, sink.port, quick)) {
            points.extend(seconds.map(|it| (f64::from(*people), it)));
        }
    }
    for (name, points) in &lines {
        for (size, seconds) in points {
            println!("{name}\t{size}\t{seconds:.4}");
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/cost.svg");
    picture(&path, &lines).unwrap();
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
    let area = SVGBackend::new(path, (900, 600)).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption("Cost against size", ("sans-serif", 24))
        .margin(20)
        .x_label_area_size(45)
        .y_label_area_size(70)
        .build_cartesian_2d((10.0..2_000_000.0).log_scale(), (0.0001..1_000.0).log_scale())?;
    chart.configure_mesh().x_desc("recipients, receipts, rows").y_desc("seconds").draw()?;
    for (n, (name, points)) in lines.iter().enumerate() {
        let colour = Palette99::pick(n).stroke_width(2);
        chart
            .draw_series(LineSeries::new(points.iter().copied(), colour))?
            .label(*name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 20, y)], colour));
        chart.draw_series(points.iter().map(|it| Circle::new(*it, 3, colour.filled())))?;
    }
    chart.configure_series_labels().position(SeriesLabelPosition::UpperLeft).border_style(BLACK).draw()?;
    area.present()?;
    Ok(())
}
