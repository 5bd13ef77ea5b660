import { DrawnChain } from './drawn-chain';
import { BOX_WIDTH, ChainLayout } from './layout';

const MARGIN = 12;
/** Below this the words cannot be read; the drawing is moved instead. */
const LEAST_ZOOM = 0.7;

/** As large as fits into a width, down to what can be read. */
export function firstZoom(layout: ChainLayout, width: number): number {
  const fitting = (width - 2 * MARGIN) / Math.max(layout.width, 1);
  return Math.min(1, Math.max(LEAST_ZOOM, fitting));
}

/**
 * Where the drawing begins: as large as fits down to what can be read; where it does not fit, at the break.
 */
export function firstViewport(
  drawn: DrawnChain,
  layout: ChainLayout,
  frame: { width: number; height: number },
): { x: number; y: number; zoom: number } {
  const fitting = (frame.height - 2 * MARGIN) / Math.max(layout.height, 1);
  const zoom = Math.min(
    firstZoom(layout, frame.width),
    Math.max(LEAST_ZOOM, fitting),
  );
  const spare = frame.width - layout.width * zoom;
  const y = Math.max(MARGIN, (frame.height - layout.height * zoom) / 2);
  if (spare >= MARGIN) {
    return { x: spare / 2, y, zoom };
  }
  const broken = drawn.boxes.find(box => box.isBreak);
  const place = broken && layout.places.get(broken.id);
  const centred = place
    ? frame.width / 2 - (place.x + BOX_WIDTH / 2) * zoom
    : MARGIN;
  return { x: Math.min(MARGIN, Math.max(spare - MARGIN, centred)), y, zoom };
}
