/* Makes the n-th write, sync or truncation of a file under FAULT_UNDER fail. For tests alone.
 *
 * SQLite is linked into the test, and calls the C library for these; so does Rust's own library. Preloaded, this
 * stands between. FAULT_AT: which call, from 1. FAULT_ERROR: the error number. FAULT_STICKY: whether every later one
 * fails too. FAULT_SHORT: whether half is written first. FAULT_COUNT: a file that gets a byte for each fault fired.
 * FAULT_KILL: whether the process is killed there instead; then renames, removals and new folders count as calls. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static long calls, at = -1, sticky, half, error, kills;
static const char *under;

static void setup(void) {
    if (at != -1) return;
    const char *text = getenv("FAULT_AT");
    at = text ? atol(text) : 0;
    error = (text = getenv("FAULT_ERROR")) ? atol(text) : EIO;
    sticky = (text = getenv("FAULT_STICKY")) ? atol(text) : 0;
    half = (text = getenv("FAULT_SHORT")) ? atol(text) : 0;
    kills = (text = getenv("FAULT_KILL")) ? atol(text) : 0;
    under = getenv("FAULT_UNDER");
}

static int ours(int fd) {
    char link[64], path[4096];
    if (!under) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return strncmp(path, under, strlen(under)) == 0;
}

static void killed(void) {
    if (kills) kill(getpid(), SIGKILL);
}

/* Whether this call is to fail. A process that is to be killed ends here, unless half is to be written first. */
static int fires(int writes) {
    calls++;
    if (calls != at && !(sticky && calls > at)) return 0;
    const char *count = getenv("FAULT_COUNT");
    int out = count ? syscall(SYS_openat, AT_FDCWD, count, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    if (out >= 0) {
        syscall(SYS_write, out, "x", 1);
        syscall(SYS_close, out);
    }
    if (!(half && writes)) killed();
    errno = error;
    return 1;
}

static int fails(int fd) {
    setup();
    return at > 0 && ours(fd) && fires(0);
}

static int fails_to_write(int fd) {
    setup();
    return at > 0 && ours(fd) && fires(1);
}

static int fails_at(const char *path) {
    setup();
    return kills && at > 0 && under && strncmp(path, under, strlen(under)) == 0 && fires(0);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
    REAL(pwrite64);
    if (fails_to_write(fd)) {
        if (half && count > 1) real(fd, bytes, count / 2, offset);
        killed();
        errno = error;
        return -1;
    }
    return real(fd, bytes, count, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
    return pwrite64(fd, bytes, count, offset);
}

ssize_t write(int fd, const void *bytes, size_t count) {
    REAL(write);
    if (fails_to_write(fd)) {
        if (half && count > 1) real(fd, bytes, count / 2);
        killed();
        errno = error;
        return -1;
    }
    return real(fd, bytes, count);
}

ssize_t copy_file_range(int in, off64_t *from, int fd, off64_t *to, size_t count, unsigned flags) {
    REAL(copy_file_range);
    return fails(fd) ? -1 : real(in, from, fd, to, count, flags);
}

int fsync(int fd) {
    REAL(fsync);
    return fails(fd) ? -1 : real(fd);
}

int fdatasync(int fd) {
    REAL(fdatasync);
    return fails(fd) ? -1 : real(fd);
}

int ftruncate64(int fd, off64_t length) {
    REAL(ftruncate64);
    return fails(fd) ? -1 : real(fd, length);
}

int ftruncate(int fd, off_t length) {
    return ftruncate64(fd, length);
}

int rename(const char *from, const char *to) {
    REAL(rename);
    return fails_at(from) ? -1 : real(from, to);
}

int unlink(const char *path) {
    REAL(unlink);
    return fails_at(path) ? -1 : real(path);
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    return fails_at(path) ? -1 : real(path, mode);
}
