//! The architecture, checked: direction of the layers, a core without I/O.
