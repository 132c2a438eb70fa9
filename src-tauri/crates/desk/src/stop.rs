//! A person's word that what is being done need not be finished.
//!
//! Work that can take a while asks for it between its steps, where nothing is half done. Must not know what is stopped.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::failure::Failure;

/// Whether somebody asked to stop. Its copies are one and the same: the host keeps one, the work looks at another.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks whatever is being done to stop.
    pub fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Begins something new, which nobody asked to stop yet.
    pub fn forget(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    /// Whether somebody asked to stop.
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Goes on, unless somebody asked to stop.
    ///
    /// # Errors
    /// When somebody did.
    pub(crate) fn go_on(&self) -> Result<(), Failure> {
        if self.is_asked() { Err(Failure::stopped()) } else { Ok(()) }
    }
}
