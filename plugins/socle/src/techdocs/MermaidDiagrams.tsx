import { useShadowRootElements } from '@backstage/plugin-techdocs-react';
import { useEffect, useId, useRef } from 'react';
import { DIAGRAM_SELECTORS, diagramsIn, drawDiagram } from './diagrams';

/** Draws the Mermaid diagrams of a documentation page where their text stands. */
export function MermaidDiagrams() {
  const elements = useShadowRootElements<HTMLElement>(DIAGRAM_SELECTORS);
  // Styles inside a drawing select by its id, and colons mean something there.
  const name = `diagram-${useId().replace(/\W/g, '')}`;
  const count = useRef(0);
  useEffect(() => {
    for (const diagram of diagramsIn(elements)) {
      count.current += 1;
      drawDiagram(diagram, `${name}-${count.current}`);
    }
  });
  return null;
}
