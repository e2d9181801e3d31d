// What Swift cannot see of ncursesw (macros and mutable globals), what it cannot express
// (signal handlers), and nothing else. The one Swift file that imports this is Curses.swift.
#ifndef CNCURSES_H
#define CNCURSES_H

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <wchar.h>

static const attr_t cn_bold = A_BOLD;
static const attr_t cn_dim = A_DIM;
static const attr_t cn_underline = A_UNDERLINE;
static const attr_t cn_reverse = A_REVERSE;

static inline WINDOW *cn_screen(void) { return stdscr; }
static inline int cn_columns(void) { return COLS; }
static inline int cn_rows(void) { return LINES; }
static inline int cn_colors(void) { return COLORS; }
static inline int cn_color_pairs(void) { return COLOR_PAIRS; }

/// Sends every cell again at the next refresh, whatever the terminal is believed to show.
static inline void cn_forget_picture(void) { clearok(curscr, TRUE); }

/// Whether the terminal that newterm opened can move its cursor.
bool cn_can_move_cursor(void);

/// How many colours the terminal database says a terminal has; 0 for one it does not know. Opens
/// nothing: to be asked before newterm.
int cn_color_count(const char *name);

/// The window's columns and rows, when the terminal knows them.
bool cn_window_size(int terminal, int *column_count, int *row_count);

/// Columns the character takes: 0, 1 or 2; -1 when it cannot be printed.
int cn_width(wchar_t character);

/// Keeps the terminal's present modes for the handlers that restore them.
/// Call before newterm changes them.
void cn_remember_modes(int terminal);

/// Raw keys, but for Ctrl-\, which stays the way out of a program that hangs.
void cn_set_key_modes(int terminal);

/// A descriptor that becomes readable when INT TERM HUP QUIT TSTP CONT or WINCH arrives, a byte
/// a signal, or -1. Call after newterm: ncurses's own handlers are replaced. A second INT, TERM,
/// HUP or QUIT restores the terminal and ends the program at once: the loop is stuck.
int cn_catch_signals(void);

/// ILL TRAP SEGV BUS FPE and ABRT restore the terminal, then take the course they had before.
void cn_catch_crashes(void);

/// The default dispositions for what `cn_catch_signals` caught, and for what `cn_catch_crashes`
/// did, those from before.
void cn_release_signals(void);

/// Stops by SIGTSTP as if nothing had been caught, and returns when continued. The whole job
/// stops as for Ctrl-Z in the shell's own mode: `make`, which waits for us, would not.
void cn_stop(bool whole_job);

/// Ends the program by the signal's default action.
void cn_end_by(int signal);

/// While an editor has the terminal: INT and QUIT are its own, TSTP stops the whole job. Until
/// `cn_catch_signals` is called again.
void cn_lend_signals(void);

/// The screen is up: what is written to descriptor 2 would land in the picture and goes to memory,
/// and a crash has something to restore.
void cn_enter_screen(void);

/// The screen is down: descriptor 2 is given back, and what was caught is written there.
void cn_leave_screen(void);

/// Runs `/bin/sh -c command` with the terminal as its input and output and waits for it.
/// Returns the wait status, or -1 with errno.
int cn_run_command(const char *command, int terminal);

#endif
