//! Layer 2, pictures, audio and video: what each channel takes, and what must be converted (step 24).
