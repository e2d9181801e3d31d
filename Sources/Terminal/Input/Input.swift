import CellGrid
import Visualizer

/// What the bytes from the terminal meant, before the clock has its say (double clicks).
enum Input: Equatable {
  case key(Key)
  case mouse(MouseEvent)
  case pasted(String)
}
