#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

extern char **environ;

enum { signal_limit = 65 };
// No screen has more columns or rows, and ncurses counts some of them in 16 bits with a sign.
enum { largest_side = 2000 };

static const int soft_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { soft_count = sizeof soft_signals / sizeof *soft_signals };
enum { crash_count = sizeof crash_signals / sizeof *crash_signals };

static int terminal_descriptor = -1;
static struct termios remembered_modes;
static bool modes_are_remembered = false;
static volatile sig_atomic_t screen_is_up = 0;

static int wake_read = -1, wake_write = -1;
static volatile sig_atomic_t endings_seen = 0;
static volatile sig_atomic_t is_crashing = 0;
static struct sigaction actions_before[signal_limit];
static bool crashes_are_caught = false;
static char crash_stack[64 * 1024];

static int caught_errors = -1, real_errors = -1;

// MARK: Terminal facts

bool cn_can_move_cursor(void) {
  const char *move = tigetstr("cup");
  return move != NULL && move != (char *)-1;
}

int cn_color_count(const char *name) {
  int status = 0;
  if (setupterm(name, STDOUT_FILENO, &status) != OK) return 0;
  int count = tigetnum("colors");
  del_curterm(cur_term);
  return count < 0 ? 0 : count;
}

bool cn_window_size(int terminal, int *column_count, int *row_count) {
  struct winsize window;
  if (ioctl(terminal, TIOCGWINSZ, &window) != 0 || window.ws_col == 0 || window.ws_row == 0)
    return false;
  *column_count = window.ws_col < largest_side ? window.ws_col : largest_side;
  *row_count = window.ws_row < largest_side ? window.ws_row : largest_side;
  return true;
}

int cn_width(wchar_t character) { return wcwidth(character); }

void cn_remember_modes(int terminal) {
  terminal_descriptor = terminal;
  modes_are_remembered = tcgetattr(terminal, &remembered_modes) == 0;
}

void cn_set_key_modes(int terminal) {
  struct termios modes;
  if (tcgetattr(terminal, &modes) != 0) return;
  modes.c_lflag |= ISIG;
  modes.c_cc[VINTR] = _POSIX_VDISABLE;
  modes.c_cc[VSUSP] = _POSIX_VDISABLE;
  tcsetattr(terminal, TCSADRAIN, &modes);
}

// MARK: Errors written while the screen is up

static void catch_errors(void) {
  if (caught_errors >= 0 || !isatty(STDERR_FILENO)) return;
#ifdef __linux__
  int memory = memfd_create("errors", MFD_CLOEXEC);
#else
  FILE *file = tmpfile();
  int memory = file == NULL ? -1 : fcntl(fileno(file), F_DUPFD_CLOEXEC, 3);
  if (file != NULL) fclose(file);
#endif
  if (memory < 0) return;
  int real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real < 0 || dup2(memory, STDERR_FILENO) < 0) {
    if (real >= 0) close(real);
    close(memory);
    return;
  }
  caught_errors = memory;
  real_errors = real;
}

static void release_errors(void) {
  if (caught_errors < 0) return;
  dup2(real_errors, STDERR_FILENO);
  char part[4096];
  ssize_t count;
  off_t place = 0;
  while ((count = pread(caught_errors, part, sizeof part, place)) > 0) {
    if (write(STDERR_FILENO, part, (size_t)count) < 0) break;
    place += count;
  }
  close(real_errors);
  close(caught_errors);
  caught_errors = real_errors = -1;
}

void cn_enter_screen(void) {
  catch_errors();
  screen_is_up = 1;
}

void cn_leave_screen(void) {
  screen_is_up = 0;
  release_errors();
}

// MARK: Signals

/// Everything here may be called from a signal handler.
static void restore_now(void) {
  // Mouse and paste modes, attributes, character set, cursor, alternate screen, key modes.
  static const char restore[] = "\033[?1003l\033[?1002l\033[?1000l\033[?1006l\033[?2004l"
                                "\033[m\033(B\033[?25h\033[?1049l\033[?1l\033>\r";
  if (!screen_is_up || !modes_are_remembered) return;
  if (write(terminal_descriptor, restore, sizeof restore - 1) < 0) { /* nothing left to try */ }
  tcsetattr(terminal_descriptor, TCSANOW, &remembered_modes);
  release_errors();
}

static bool ends_program(int number) {
  return number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGQUIT;
}

static void on_soft_signal(int number) {
  int error = errno;
  if (ends_program(number) && endings_seen++ > 0) {
    restore_now();
    cn_end_by(number);
  }
  unsigned char byte = (unsigned char)number;
  if (write(wake_write, &byte, 1) < 0) { /* a full pipe wakes the loop just as well */ }
  errno = error;
}

static void on_crash(int number, siginfo_t *information, void *context) {
  (void)context;
  if (!is_crashing) {
    is_crashing = 1;
    restore_now();
  }
  sigaction(number, &actions_before[number], NULL);
  // A fault happens again on return, on a sane screen; abort() and kill() do not.
  if (information->si_code <= 0) raise(number);
}

int cn_catch_signals(void) {
  if (wake_read < 0) {
    int ends[2];
    if (pipe(ends) != 0) return -1;
    for (int end = 0; end < 2; end++) {
      fcntl(ends[end], F_SETFD, FD_CLOEXEC);
      fcntl(ends[end], F_SETFL, O_NONBLOCK);
    }
    wake_read = ends[0];
    wake_write = ends[1];
  }
  struct sigaction action = {.sa_handler = on_soft_signal, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < soft_count; index++) sigaction(soft_signals[index], &action, NULL);
  return wake_read;
}

void cn_catch_crashes(void) {
  stack_t present;
  if (sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE)) {
    stack_t own = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
    sigaltstack(&own, NULL);
  }
  struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
  action.sa_sigaction = on_crash;
  sigemptyset(&action.sa_mask);
  is_crashing = 0;
  for (int index = 0; index < crash_count; index++)
    sigaction(crash_signals[index], &action, &actions_before[crash_signals[index]]);
  crashes_are_caught = true;
}

void cn_release_signals(void) {
  for (int index = 0; index < soft_count; index++) signal(soft_signals[index], SIG_DFL);
  if (crashes_are_caught)
    for (int index = 0; index < crash_count; index++)
      sigaction(crash_signals[index], &actions_before[crash_signals[index]], NULL);
  crashes_are_caught = false;
}

static void make_default(int number) {
  sigset_t only;
  signal(number, SIG_DFL);
  sigemptyset(&only);
  sigaddset(&only, number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
}

void cn_stop(bool whole_job) {
  make_default(SIGCONT);
  make_default(SIGTSTP);
  kill(whole_job ? 0 : getpid(), SIGTSTP);
  cn_catch_signals();
}

void cn_end_by(int number) {
  make_default(number);
  raise(number);
}

void cn_lend_signals(void) {
  for (int index = 0; index < soft_count; index++) signal(soft_signals[index], SIG_DFL);
  signal(SIGINT, SIG_IGN);
  signal(SIGQUIT, SIG_IGN);
}

// MARK: Commands

int cn_run_command(const char *command, int terminal) {
  char *arguments[] = {"sh", "-c", (char *)command, NULL};
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t none, defaults;
  sigemptyset(&none);
  sigemptyset(&defaults);
  for (int index = 0; index < soft_count; index++) sigaddset(&defaults, soft_signals[index]);
  for (int index = 0; index < crash_count; index++) sigaddset(&defaults, crash_signals[index]);
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, terminal, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, terminal, STDOUT_FILENO);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setsigmask(&attributes, &none);
  pid_t child;
  int problem = posix_spawn(&child, "/bin/sh", &files, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  if (problem != 0) {
    errno = problem;
    return -1;
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return status;
}
