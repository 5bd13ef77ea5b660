import { ChainBox, DrawnChain } from './drawn-chain';

/** Sizes of the drawing, in pixels. */
export const BOX_WIDTH = 150;
export const BOX_HEIGHT = 66;
const COLUMN_GAP = 34;
const ROW_GAP = 14;
const HEADING_HEIGHT = 30;

/** Where a box stands. */
export interface Place {
  x: number;
  y: number;
}

/** Where everything stands. */
export interface ChainLayout {
  places: Map<string, Place>;
  /** Over each column, the titles of the ranks that stand in it. */
  headings: Array<{ titles: string[]; x: number }>;
  width: number;
  height: number;
}

/**
 * Places a chain in one pass over its known ranks. A box stands one column right of the last that depends on it, so
 * that side branches share columns and the drawing stays narrow; in a column, boxes follow the mean height of what
 * depends on them, so that arrows seldom cross; columns are centred on the tallest.
 */
export function layoutChain(chain: DrawnChain): ChainLayout {
  const dependants = new Map<string, string[]>();
  for (const arrow of chain.arrows) {
    dependants.set(arrow.to, [...(dependants.get(arrow.to) ?? []), arrow.from]);
  }
  const columns = columnsOf(chain.boxes, dependants);
  const tallest = Math.max(0, ...columns.map(column => column.length));
  const pitch = BOX_HEIGHT + ROW_GAP;
  const bodyHeight = Math.max(0, tallest * pitch - ROW_GAP);

  const places = new Map<string, Place>();
  columns.forEach((column, index) => {
    const wish = (box: ChainBox) => {
      const heights = (dependants.get(box.id) ?? [])
        .map(from => places.get(from)?.y)
        .filter(y => y !== undefined);
      return heights.length > 0
        ? heights.reduce((sum, y) => sum + y, 0) / heights.length
        : bodyHeight / 2;
    };
    const top =
      HEADING_HEIGHT + (bodyHeight - (column.length * pitch - ROW_GAP)) / 2;
    column
      .map((box, order) => ({ box, order, wish: wish(box) }))
      .sort((a, b) => a.wish - b.wish || a.order - b.order)
      .forEach(({ box }, row) =>
        places.set(box.id, {
          x: index * (BOX_WIDTH + COLUMN_GAP),
          y: top + row * pitch,
        }),
      );
  });

  return {
    places,
    headings: columns.map((column, index) => ({
      titles: [...new Set(column.map(box => box.rankTitle))],
      x: index * (BOX_WIDTH + COLUMN_GAP),
    })),
    width: Math.max(0, columns.length * (BOX_WIDTH + COLUMN_GAP) - COLUMN_GAP),
    height: HEADING_HEIGHT + bodyHeight,
  };
}

function columnsOf(
  boxes: ChainBox[],
  dependants: Map<string, string[]>,
): ChainBox[][] {
  const columnOf = new Map<string, number>();
  const columns: ChainBox[][] = [];
  for (const box of [...boxes].sort((a, b) => a.rank - b.rank)) {
    // A dependant of a later rank has no column yet: its arrow points back and moves nothing.
    const before = (dependants.get(box.id) ?? [])
      .map(from => columnOf.get(from))
      .filter(column => column !== undefined);
    const column = before.length > 0 ? Math.max(...before) + 1 : 0;
    columnOf.set(box.id, column);
    (columns[column] ??= []).push(box);
  }
  return columns;
}
