//! Layer 3, the life of a request: events, state, errands, and the one function that decides.
//!
//! ```text
//!              ┌────────────── asked back ◄──────────────┐
//!  mail ──► WaitingData ──► WaitingConfirmation ──► WaitingApproval ──► Scheduled / Window
//!              │                   (SIM)                  (APROVAR)             │ time
//!              ▼ gives up                                                      ▼
//!          Cancelled ◄──────────────── cancelled in time ────────────────── Sending
//!                                                                              │ every recipient has a verdict
//!                                                        Closed ◄── balance ── Returns
//! ```
//!
//! [`decide`] takes the state, an event and the time, and gives the next state and errands; it does nothing.

mod decide;
mod errand;
mod event;
mod plan;
mod state;

pub use decide::{Policy, TEXT_UNSURE, decide, must_brake, report_due_at};
pub use errand::{Errand, Say};
pub use event::{Ask, Event, Figures, ReplyFacts};
pub use plan::Plan;
pub use state::{Approval, Leg, LegStatus, Phase, State, Thread};
