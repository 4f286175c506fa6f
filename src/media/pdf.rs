//! Whether a PDF can be opened without a password.

/// Whether it asks for a password when it is opened. A PDF that only forbids printing or copying does not.
#[must_use]
pub fn needs_password(bytes: &[u8]) -> bool {
    if memchr::memmem::find(bytes, b"/Encrypt").is_none() {
        return false;
    }
    // The library may panic on damaged files; the file is foreign and must not stop the process.
    let opened = std::panic::catch_unwind(|| match lopdf::Document::load_mem(bytes) {
        Ok(document) => document.is_encrypted() && document.authenticate_user_password("").is_err(),
        Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => true,
        Err(_) => false,
    });
    opened.unwrap_or(false)
}
