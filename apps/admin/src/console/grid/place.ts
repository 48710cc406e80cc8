/** One cell of a grid, counted from 0. */
export interface Place {
  row: number;
  column: number;
}

/** What a key moves the focus to; null for a key that moves nothing. */
export function moveFor(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { row, column }: Place,
  { rows, columns, page }: { rows: number; columns: number; page: number },
): Place | null {
  const moved = (to: Place): Place => ({
    row: Math.min(Math.max(to.row, 0), rows - 1),
    column: Math.min(Math.max(to.column, 0), columns - 1),
  });
  switch (key) {
    case 'ArrowUp':
      return moved({ row: row - 1, column });
    case 'ArrowDown':
      return moved({ row: row + 1, column });
    case 'ArrowLeft':
      return moved({ row, column: column - 1 });
    case 'ArrowRight':
      return moved({ row, column: column + 1 });
    case 'PageUp':
      return moved({ row: row - page, column });
    case 'PageDown':
      return moved({ row: row + page, column });
    case 'Home':
      return moved({ row: ctrlKey ? 0 : row, column: 0 });
    case 'End':
      return moved({ row: ctrlKey ? rows - 1 : row, column: columns - 1 });
    default:
      return null;
  }
}
