//! Lists as offices write them, with the truth beside them.
