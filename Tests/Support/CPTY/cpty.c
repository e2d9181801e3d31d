#define _GNU_SOURCE
#include "CPTY.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static pid_t spawn(
    const char *path, char *const arguments[], char *const environment[],
    posix_spawn_file_actions_t *files) {
  posix_spawnattr_t attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  pid_t process = -1;
  int problem = posix_spawn(&process, path, files, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  errno = problem;
  return problem == 0 ? process : -1;
}

pid_t cpty_spawn(
    const char *path, char *const arguments[], char *const environment[], int columns, int rows,
    cpty_streams streams, int *other_end) {
  char name[128];
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0) return -1;
  if (grantpt(master) != 0 || unlockpt(master) != 0 || ptsname_r(master, name, sizeof name) != 0
      || !cpty_resize(master, columns, rows)) {
    close(master);
    return -1;
  }
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  // The first terminal a session leader opens becomes its controlling one.
  posix_spawn_file_actions_addopen(&files, 0, name, O_RDWR, 0);
  int terminal = 0;
  posix_spawn_file_actions_adddup2(&files, streams.output < 0 ? terminal : streams.output, 1);
  posix_spawn_file_actions_adddup2(&files, streams.errors < 0 ? terminal : streams.errors, 2);
  if (streams.input >= 0) posix_spawn_file_actions_adddup2(&files, streams.input, 0);
  pid_t process = spawn(path, arguments, environment, &files);
  posix_spawn_file_actions_destroy(&files);
  if (process < 0)
    close(master);
  else
    *other_end = master;
  return process;
}

pid_t cpty_spawn_without(
    const char *path, char *const arguments[], char *const environment[], int output) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&files, output, 1);
  posix_spawn_file_actions_adddup2(&files, output, 2);
  pid_t process = spawn(path, arguments, environment, &files);
  posix_spawn_file_actions_destroy(&files);
  return process;
}

bool cpty_resize(int other_end, int columns, int rows) {
  struct winsize window = {
      .ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(other_end, TIOCSWINSZ, &window) == 0;
}

bool cpty_is_cooked(int other_end) {
  struct termios modes;
  if (tcgetattr(other_end, &modes) != 0) return false;
  tcflag_t wanted = ECHO | ICANON | ISIG | IEXTEN;
  return (modes.c_lflag & wanted) == wanted && (modes.c_iflag & ICRNL) && (modes.c_oflag & OPOST)
         && modes.c_cc[VINTR] == 3;
}

bool cpty_pipe(int ends[2]) {
  if (pipe(ends) != 0) return false;
  for (int end = 0; end < 2; end++) fcntl(ends[end], F_SETFD, FD_CLOEXEC);
  return true;
}

int cpty_ending(pid_t process) {
  int status = 0;
  pid_t answer = waitpid(process, &status, WNOHANG);
  if (answer != process) return -1000;
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}
