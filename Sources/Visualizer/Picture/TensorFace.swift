import Autograd
import CellGrid
import Playback

/// How a box shows a tensor of a shape: the numbers of a small matrix, a heat map of a larger one.
///
/// A pure function of the shape, so that boxes keep their places whatever the numbers become.
struct TensorFace: Hashable, Sendable {
  let shape: Shape
  let form: Form
  /// Columns before the numbers: for the word and for the mark.
  let lead: Int
  /// What a number has of columns.
  let numberWidth: Int

  enum Form: Hashable, Sendable {
    /// There is no element.
    case empty
    /// So many rows and columns of numbers.
    case numbers(rows: Int, columns: Int)
    /// So many rows and columns of cells, a column of the map as wide as `stretch` says, and a line
    /// with the range below.
    case heat(rows: Int, columns: Int, stretch: Int)
  }

  /// The largest matrix whose numbers are written out.
  private static let most = (rows: 5, columns: 6)

  init(of shape: Shape, metrics: Picture.Metrics) {
    self.shape = shape
    lead = metrics.hasWords ? 7 : 2
    let (rows, columns) = (shape.rows, shape.columns)
    // The widest number of one digit is -3e-18; where columns are many, room is dearer.
    numberWidth = metrics.hasWords || columns == 1 ? 6 : 5
    if shape.count == 0 {
      form = .empty
    } else if rows <= Self.most.rows, columns <= Self.most.columns {
      form = .numbers(rows: rows, columns: columns)
    } else {
      let widest = metrics.hasWords ? 28 : 16
      let across = min(columns, widest)
      form = .heat(
        rows: min(metrics.hasWords ? 4 : 3, (rows + 1) / 2), columns: across,
        stretch: min(4, widest / across))
    }
  }

  /// The rows of a box that a value takes, or a gradient.
  var rows: Int {
    switch form {
    case .empty: 1
    case .numbers(let rows, _): rows
    case .heat(let rows, _, _): rows + 1
    }
  }

  /// The columns inside of a box's frame.
  var columns: Int {
    switch form {
    case .empty: lead + 5
    case .numbers(_, let columns): lead + columns * (numberWidth + 1)
    case .heat(_, let columns, let stretch):
      lead + max(columns * stretch + 1, 3 * numberWidth + (lead > 2 ? 12 : 5))
    }
  }

  /// The rows and columns of the grid that is drawn.
  func grid(inShades hasShades: Bool) -> Size {
    switch form {
    case .empty: .zero
    case .numbers(let rows, let columns): Size(width: columns, height: rows)
    case .heat(let rows, let columns, _):
      Size(width: columns, height: hasShades ? min(shape.rows, 2 * rows) : rows)
    }
  }
}
