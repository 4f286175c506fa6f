//! Delivery notices of real servers, with the truth beside them.
