//! The words of a mail as blocks: paragraphs, list items, rulers, pictures, with the structure the client wrote.
