// Pseudo-terminals, which Swift's Glibc does not declare.
#ifndef CPTY_H
#define CPTY_H

#include <stdbool.h>
#include <sys/types.h>

/// What a program started by `cpty_spawn` has in place of the terminal; -1 where it has that.
typedef struct {
  int input;
  int output;
  int errors;
} cpty_streams;

/// Starts a program as the leader of a session whose controlling terminal is a new
/// pseudo-terminal. Returns its process and the terminal's other end, or -1 with errno.
pid_t cpty_spawn(
    const char *path, char *const arguments[], char *const environment[], int columns, int rows,
    cpty_streams streams, int *other_end);

/// The same without any terminal: `/dev/tty` cannot be opened.
pid_t cpty_spawn_without(
    const char *path, char *const arguments[], char *const environment[], int output);

bool cpty_resize(int other_end, int columns, int rows);

/// Whether keys are echoed and lines edited, as a shell wants it.
bool cpty_is_cooked(int other_end);

/// A pipe whose ends are not inherited.
bool cpty_pipe(int ends[2]);

/// The exit status, or minus the signal that ended the process; -1000 while it runs.
int cpty_ending(pid_t process);

#endif
