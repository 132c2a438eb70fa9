//! Whether the place of a store is fit for a live one. A stick can be pulled out in the middle of a word, and two
//! computers may open one file on a network, where neither sees the other's lock. Copies may go anywhere.
//!
//! What kind of disk a folder lies on is read from the system, on Linux alone so far; [`Disk::unfit`] decides. What
//! cannot be found out is fit: the store reads its own settings back and refuses a disk that does not keep them.
//! There is no switch to have it otherwise: whoever kept it on would lose work in silence, and not know why.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// File systems that another computer may have open too: networks, clusters, and what a virtual computer shares.
const SHARED: [&str; 27] = [
    "9p",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "gfs2",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "ocfs2",
    "prl_fs",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
    "fuse.curlftpfs",
    "fuse.davfs",
    "fuse.glusterfs",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
    "fuse.sshfs",
    "fuse.vmhgfs-fuse",
];
/// File systems of sticks and cards. They know no owner, so whoever plugs one in reads everything.
const OF_STICKS: [&str; 4] = ["exfat", "fuse.exfat", "msdos", "vfat"];
/// Where a desktop puts what was plugged in.
const PLUGGED_IN: [&str; 2] = ["/media", "/run/media"];

/// How a disk hangs on the computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Plug {
    /// Inside, as far as anybody can tell.
    Inside,
    /// On an internal cable. Some computers call these removable because they could be, with the lid off.
    Cable,
    Usb,
    Card,
}

/// What is known of the disk under a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Disk {
    file_system: String,
    mounted_at: PathBuf,
    /// It holds the running system too: it goes nowhere without it.
    holds_the_system: bool,
    plug: Plug,
    /// The kernel calls it removable.
    removable: bool,
}

/// Why a store may not live on a disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// It can be pulled out.
    Removable,
    /// Another computer may have it open.
    Shared,
}

impl Disk {
    fn unfit(&self) -> Option<Unfit> {
        let is = |kinds: &[&str]| kinds.contains(&self.file_system.as_str());
        let was_plugged_in = PLUGGED_IN.iter().any(|place| self.mounted_at.starts_with(place));
        let can_be_pulled_out = match self.plug {
            Plug::Card => true,
            Plug::Cable => false,
            // A large USB disk says that it is fixed; a home folder may lie on one that is always there.
            Plug::Usb => self.removable || was_plugged_in,
            Plug::Inside => self.removable,
        };
        if self.holds_the_system {
            None
        } else if is(&SHARED) {
            Some(Unfit::Shared)
        } else if is(&OF_STICKS) || can_be_pulled_out {
            Some(Unfit::Removable)
        } else {
            None
        }
    }
}

/// Refuses a folder on a disk that is not fit for a live store.
///
/// # Errors
/// When it is such a disk.
pub(crate) fn check(folder: &Path) -> Result<(), Failure> {
    let found =
        System { mounts: Path::new("/proc/self/mountinfo"), sys: Path::new("/sys") }.disk_under(folder);
    match found.as_ref().and_then(Disk::unfit) {
        Some(unfit) => Err(Failure::unfit_place(folder, unfit)),
        None => Ok(()),
    }
}

/// Where the system says what it has.
struct System<'a> {
    mounts: &'a Path,
    sys: &'a Path,
}

/// A line of the system's list of mounts.
struct Mount<'a> {
    device: &'a str,
    at: PathBuf,
    file_system: &'a str,
    source: &'a str,
}

impl<'a> Mount<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let (before, after) = line.split_once(" - ")?;
        let mut before = before.split(' ').skip(2);
        let (device, _root, at) = (before.next()?, before.next()?, before.next()?);
        let mut after = after.split(' ');
        Some(Self { device, at: unescaped(at), file_system: after.next()?, source: after.next()? })
    }
}

impl System<'_> {
    /// The disk that a folder lies on, or will lie on once it is made.
    fn disk_under(&self, folder: &Path) -> Option<Disk> {
        let folder = std::path::absolute(folder).ok()?;
        let there = folder.ancestors().find_map(|folder| folder.canonicalize().ok())?;
        let text = fs::read(self.mounts).ok()?;
        let text = String::from_utf8_lossy(&text);
        let mounts: Vec<Mount<'_>> = text.lines().filter_map(Mount::read).collect();
        // Of two at one place, the later one covers the earlier.
        let under = |path: &Path| {
            let over = mounts.iter().filter(|mount| path.starts_with(&mount.at));
            over.max_by_key(|mount| mount.at.components().count())
        };
        let mount = under(&there)?;
        let holds_the_system = under(Path::new("/")).is_some_and(|system| system.device == mount.device);
        let (plug, removable) = self.block_folder(mount).map_or((Plug::Inside, false), |block| hangs(&block));
        Some(Disk {
            file_system: mount.file_system.to_owned(),
            mounted_at: mount.at.clone(),
            holds_the_system,
            plug,
            removable,
        })
    }

    /// The system's folder about the disk of a mount; none where there is no disk of this computer behind it.
    fn block_folder(&self, mount: &Mount<'_>) -> Option<PathBuf> {
        let by_number = self.sys.join("dev/block").join(mount.device).canonicalize();
        // Some file systems have a number of their own.
        by_number.ok().or_else(|| {
            let device = Path::new(mount.source).canonicalize().ok()?;
            self.sys.join("class/block").join(device.file_name()?).canonicalize().ok()
        })
    }
}

/// How a disk hangs on the computer, and whether the kernel calls it removable.
fn hangs(block: &Path) -> (Plug, bool) {
    // What is encrypted or joined lies on other disks.
    let parts = fs::read_dir(block.join("slaves")).into_iter().flatten().flatten();
    let first = parts.filter_map(|part| part.path().canonicalize().ok()).min();
    if let Some(part) = first {
        return hangs(&part);
    }
    let whole = match block.join("partition").exists() {
        true => block.parent().unwrap_or(block),
        false => block,
    };
    let says = |file: &str| {
        fs::read_to_string(whole.join(file)).is_ok_and(|text| ["1", "SD"].contains(&text.trim()))
    };
    let passes = |bus: &str| {
        let mut names = whole.components().filter_map(|part| part.as_os_str().to_str());
        names.any(|name| {
            name.strip_prefix(bus).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
        })
    };
    let plug = match () {
        () if says("device/type") && passes("mmc") => Plug::Card,
        () if passes("usb") => Plug::Usb,
        () if passes("ata") => Plug::Cable,
        () => Plug::Inside,
    };
    (plug, says("removable"))
}

/// A path as the list of mounts writes it: a space is `\040`.
fn unescaped(text: &str) -> PathBuf {
    let mut parts = text.split('\\');
    let mut plain = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let code = part.get(..3).and_then(|digits| u8::from_str_radix(digits, 8).ok());
        match (code, part.get(3..)) {
            (Some(code), Some(rest)) => {
                plain.push(code);
                plain.extend(rest.as_bytes());
            }
            _ => {
                plain.push(b'\\');
                plain.extend(part.as_bytes());
            }
        }
    }
    PathBuf::from(String::from_utf8_lossy(&plain).into_owned())
}

#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn disk(file_system: &str, mounted_at: &str, plug: Plug, removable: bool) -> Disk {
        let (file_system, mounted_at) = (file_system.to_owned(), PathBuf::from(mounted_at));
        Disk { file_system, mounted_at, holds_the_system: false, plug, removable }
    }

    #[test]
    fn what_can_be_pulled_out_or_shared_is_unfit_and_nothing_else() {
        let (gone, shared) = (Some(Unfit::Removable), Some(Unfit::Shared));
        let cases = [
            ("ext4", "/home", Plug::Inside, false, None),
            ("btrfs", "/home", Plug::Cable, false, None),
            ("tmpfs", "/tmp", Plug::Inside, false, None),
            ("overlay", "/work", Plug::Inside, false, None),
            ("fuseblk", "/mnt/windows", Plug::Cable, false, None),
            // A disk that could be taken out while the computer runs, by whoever opens it.
            ("ext4", "/home", Plug::Cable, true, None),
            ("ext4", "/home", Plug::Usb, false, None),
            ("ext4", "/media/asha/disk", Plug::Usb, false, gone),
            ("ext4", "/run/media/asha/disk", Plug::Usb, false, gone),
            ("ext4", "/mnt", Plug::Usb, true, gone),
            ("ext4", "/mnt", Plug::Inside, true, gone),
            ("ext4", "/mnt", Plug::Card, false, gone),
            ("vfat", "/mnt", Plug::Inside, false, gone),
            ("exfat", "/media/asha/CARD", Plug::Usb, true, gone),
            ("nfs4", "/home", Plug::Inside, false, shared),
            ("cifs", "/mnt/office", Plug::Inside, false, shared),
            ("smb3", "/mnt/office", Plug::Inside, false, shared),
            ("fuse.sshfs", "/home/asha/far", Plug::Inside, false, shared),
            ("9p", "/mnt/c", Plug::Inside, false, shared),
        ];
        for (file_system, at, plug, removable, expected) in cases {
            let disk = disk(file_system, at, plug, removable);
            assert_eq!(disk.unfit(), expected, "{disk:?}");
            // A system that runs from a stick, or from a network, has nowhere else to keep anything.
            assert_eq!(Disk { holds_the_system: true, ..disk.clone() }.unfit(), None, "{disk:?}");
        }
    }

    /// A system whose disks are folders: a disk inside, a stick, a card with an encrypted part, a disk on a hot plug.
    fn system(folder: &Path) -> PathBuf {
        let devices = [
            ("ata1/block/sda", "0", "sda2", "8:2"),
            ("usb1/block/sdb", "1", "sdb1", "8:17"),
            ("usb2/block/sdc", "0", "sdc1", "8:33"),
            ("mmc0/block/mmcblk0", "0", "mmcblk0p1", "179:1"),
            ("ata2/block/sdd", "1", "sdd1", "8:49"),
        ];
        let write = |path: PathBuf, text: &str| {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        let link = |to: &Path, at: PathBuf| {
            fs::create_dir_all(at.parent().unwrap()).unwrap();
            std::os::unix::fs::symlink(to, at).unwrap();
        };
        for (disk, removable, part, number) in devices {
            let disk = folder.join("devices").join(disk);
            write(disk.join("removable"), &format!("{removable}\n"));
            write(disk.join(part).join("partition"), "1\n");
            if disk.ends_with("mmcblk0") {
                write(disk.join("device/type"), "SD\n");
            }
            link(&disk.join(part), folder.join("dev/block").join(number));
        }
        let encrypted = folder.join("devices/virtual/block/dm-0");
        link(&folder.join("devices/mmc0/block/mmcblk0/mmcblk0p1"), encrypted.join("slaves/mmcblk0p1"));
        link(&encrypted, folder.join("dev/block/254:0"));
        folder.to_owned()
    }

    #[test]
    fn the_disk_under_a_folder_is_found() {
        let (sys, home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let sys = system(sys.path());
        let home = home.path().canonicalize().unwrap();
        fs::create_dir_all(home.join("my stick")).unwrap();
        std::os::unix::fs::symlink(home.join("my stick"), home.join("link")).unwrap();
        let at = |name: &str| {
            fs::create_dir_all(home.join(name)).unwrap();
            home.join(name).to_str().unwrap().replace(' ', "\\040")
        };
        let lines = [
            ("8:2", "/".to_owned(), "ext4 /dev/sda2"),
            ("8:2", at("bound"), "ext4 /dev/sda2"),
            ("0:40", at("memory"), "tmpfs tmpfs"),
            ("8:17", at("my stick"), "ext4 /dev/sdb1"),
            ("8:33", at("large"), "ext4 /dev/sdc1"),
            ("179:1", at("card"), "ext4 /dev/mmcblk0p1"),
            ("254:0", at("locked card"), "ext4 /dev/mapper/locked"),
            ("8:49", at("hot"), "ext4 /dev/sdd1"),
            ("0:50", at("office"), "nfs4 server:/office"),
            ("0:51", at("covered"), "nfs4 server:/office"),
            ("8:2", at("covered"), "ext4 /dev/sda2"),
        ];
        let list: String = lines
            .iter()
            .map(|(device, at, rest)| format!("30 27 {device} / {at} rw,relatime shared:1 - {rest} rw\n"))
            .collect();
        fs::write(home.join("mountinfo"), list).unwrap();
        let system = System { mounts: &home.join("mountinfo"), sys: &sys };
        let (gone, shared) = (Some(Unfit::Removable), Some(Unfit::Shared));
        let cases = [
            ("here", None),
            ("bound/new", None),
            ("memory", None),
            ("my stick", gone),
            ("my stick/not/there/yet", gone),
            ("link/toad-lane", gone),
            // Its beginning is the stick's name, but it lies beside it.
            ("my stick of rock", None),
            ("large", None),
            ("card", gone),
            ("locked card/toad-lane", gone),
            ("hot", None),
            ("office/toad-lane", shared),
            ("covered", None),
        ];
        for (name, expected) in cases {
            let found = system.disk_under(&home.join(name));
            assert_eq!(found.as_ref().and_then(Disk::unfit), expected, "{name}: {found:?}");
        }
    }

    #[test]
    fn a_system_that_says_nothing_refuses_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let nowhere = folder.path().join("nowhere");
        assert_eq!(System { mounts: &nowhere, sys: &nowhere }.disk_under(folder.path()), None);
        fs::write(&nowhere, "30 27 8:2\n\u{0}\n - \n1 2 3 4 5 -\n").unwrap();
        assert_eq!(System { mounts: &nowhere, sys: &nowhere }.disk_under(folder.path()), None);
    }
}
