//! Layer 4, one number changed in a workbook that people made (steps 19-23).
