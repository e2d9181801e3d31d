// What Swift cannot see of libvterm: macros over unions, bit fields, and callbacks whose address
// has to outlive a closure.
#include <stdbool.h>
#include <stdint.h>
#include <vterm.h>

/// The modes the program has asked the terminal for.
typedef struct {
  bool is_alternate;
  bool is_cursor_visible;
  int mouse;
} cvterm_modes;

static inline int cvterm_set_property(VTermProp property, VTermValue *value, void *user) {
  cvterm_modes *modes = (cvterm_modes *)user;
  if (property == VTERM_PROP_ALTSCREEN) modes->is_alternate = value->boolean;
  if (property == VTERM_PROP_CURSORVISIBLE) modes->is_cursor_visible = value->boolean;
  if (property == VTERM_PROP_MOUSE) modes->mouse = value->number;
  return 1;
}

static const VTermScreenCallbacks cvterm_callbacks = {.settermprop = cvterm_set_property};

static inline VTermScreen *cvterm_screen(VTerm *terminal, cvterm_modes *modes) {
  vterm_set_utf8(terminal, 1);
  VTermScreen *screen = vterm_obtain_screen(terminal);
  vterm_screen_set_callbacks(screen, &cvterm_callbacks, modes);
  vterm_screen_enable_altscreen(screen, 1);
  vterm_screen_reset(screen, 1);
  return screen;
}

/// The palette index; -1 for the terminal's own colour, -2 for one given as red, green and blue.
static inline int cvterm_foreground(const VTermScreenCell *cell) {
  if (VTERM_COLOR_IS_DEFAULT_FG(&cell->fg)) return -1;
  return VTERM_COLOR_IS_INDEXED(&cell->fg) ? cell->fg.indexed.idx : -2;
}

static inline int cvterm_background(const VTermScreenCell *cell) {
  if (VTERM_COLOR_IS_DEFAULT_BG(&cell->bg)) return -1;
  return VTERM_COLOR_IS_INDEXED(&cell->bg) ? cell->bg.indexed.idx : -2;
}

static inline bool cvterm_is_bold(const VTermScreenCell *cell) { return cell->attrs.bold; }
static inline bool cvterm_is_reversed(const VTermScreenCell *cell) { return cell->attrs.reverse; }
static inline bool cvterm_is_underlined(const VTermScreenCell *cell) {
  return cell->attrs.underline;
}

/// The scalar at a place of the cell's cluster; 0 after the last one.
static inline uint32_t cvterm_scalar(const VTermScreenCell *cell, int place) {
  return place < VTERM_MAX_CHARS_PER_CELL ? cell->chars[place] : 0;
}
