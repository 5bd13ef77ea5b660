import { Chain } from '@socle/backstage-plugin-socle-common';
import { fakeChain } from '../testing/fake-chain';
import { drawnChain } from './drawn-chain';
import { BOX_HEIGHT, BOX_WIDTH, layoutChain } from './layout';
import { firstViewport } from './viewport';

const whole: ReadonlySet<string> = new Set();
const chain: Chain = fakeChain(0, []);

describe('drawnChain', () => {
  it('draws healthy resources of one kind that lead to no trouble as one box', () => {
    const drawn = drawnChain(chain, { collapse: true, opened: whole });
    const groups = drawn.boxes.filter(box => box.nodes.length > 1);
    expect(groups.map(box => [box.rankTitle, box.nodes.length])).toEqual([
      ['Replica', 2],
      ['Storage node', 2],
    ]);
  });

  it('keeps the break, its cause and all that leads there', () => {
    const drawn = drawnChain(chain, { collapse: true, opened: whole });
    const alone = drawn.boxes.filter(box => box.nodes.length === 1);
    expect(alone.map(box => box.nodes[0].ref.name)).toEqual(
      expect.arrayContaining(['orders-0', 'orders-data', 'oak-3']),
    );
    expect(drawn.boxes.filter(box => box.isBreak)).toHaveLength(1);
    expect(drawn.arrows.filter(arrow => arrow.broken)).toHaveLength(1);
  });

  it('opens a group that was asked for', () => {
    const closed = drawnChain(chain, { collapse: true, opened: whole });
    const group = closed.boxes.find(box => box.nodes.length > 1);
    const opened = new Set([group?.id ?? '']);
    const drawn = drawnChain(chain, { collapse: true, opened });
    expect(drawn.boxes).toHaveLength(closed.boxes.length + 1);
  });

  it('draws everything where nothing is to be collapsed', () => {
    const drawn = drawnChain(chain, { collapse: false, opened: whole });
    expect(drawn.boxes).toHaveLength(chain.nodes.length);
    expect(drawn.arrows).toHaveLength(chain.edges.length);
  });

  it('draws two edges between the same boxes once, broken where one is', () => {
    const [first, second] = chain.nodes;
    const twice: Chain = {
      ...chain,
      nodes: [first, second],
      edges: [
        { from: first.id, to: second.id, rel: 'mounts', broken: false },
        { from: first.id, to: second.id, rel: 'reads', broken: true },
      ],
    };
    const { arrows } = drawnChain(twice, { collapse: true, opened: whole });
    expect(arrows).toEqual([expect.objectContaining({ broken: true })]);
  });
});

describe('layoutChain', () => {
  const drawn = drawnChain(chain, { collapse: false, opened: whole });
  const layout = layoutChain(drawn);
  const placeOf = (id: string) => layout.places.get(id) ?? { x: NaN, y: NaN };

  it('places every box once, and none on another', () => {
    expect(layout.places.size).toBe(drawn.boxes.length);
    const all = [...layout.places.values()];
    for (const a of all) {
      for (const b of all.filter(one => one !== a)) {
        const apart =
          Math.abs(a.x - b.x) >= BOX_WIDTH || Math.abs(a.y - b.y) >= BOX_HEIGHT;
        expect(apart).toBe(true);
      }
    }
  });

  it('points every arrow to the right', () => {
    for (const arrow of drawn.arrows) {
      expect(placeOf(arrow.to).x).toBeGreaterThan(placeOf(arrow.from).x);
    }
  });

  it('lets side branches share a column', () => {
    expect(placeOf('class').x).toBe(placeOf('volume').x);
    expect(layout.headings[3].titles).toEqual(['Storage class', 'Volume']);
  });

  it('keeps what depends on each other at like heights', () => {
    expect(placeOf('replica-0').y).toBeLessThan(placeOf('replica-1').y);
    expect(placeOf('node-0').y).toBeLessThan(placeOf('node-1').y);
  });

  it('survives an arrow that points back', () => {
    const back = {
      ...drawn,
      arrows: [
        ...drawn.arrows,
        { id: 'back', from: 'node-0', to: 'pod', broken: false },
      ],
    };
    expect(layoutChain(back).places.size).toBe(drawn.boxes.length);
  });

  it('has no size where there is nothing', () => {
    expect(layoutChain({ boxes: [], arrows: [] })).toMatchObject({ width: 0 });
  });
});

describe('firstViewport', () => {
  const drawn = drawnChain(chain, { collapse: true, opened: whole });
  const layout = layoutChain(drawn);

  it('centres a drawing that fits, at its own size', () => {
    const { x, zoom } = firstViewport(drawn, layout, {
      width: 4000,
      height: 900,
    });
    expect(zoom).toBe(1);
    expect(x).toBe((4000 - layout.width) / 2);
  });

  it('stays readable and begins at the break where it does not fit', () => {
    const width = 500;
    const { x, zoom } = firstViewport(drawn, layout, { width, height: 400 });
    const broken = drawn.boxes.find(box => box.isBreak);
    const place = layout.places.get(broken?.id ?? '') ?? { x: NaN };
    const left = place.x * zoom + x;
    expect(zoom).toBeGreaterThanOrEqual(0.7);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + BOX_WIDTH * zoom).toBeLessThanOrEqual(width);
  });
});
