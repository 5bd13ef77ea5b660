import { useShadowRoot } from '@backstage/plugin-techdocs-react';
import { useEffect, useId } from 'react';
import { DIAGRAM_SELECTORS, diagramsIn, drawDiagram } from './diagrams';

/** Draws the Mermaid diagrams of a documentation page where their text stands. */
export function MermaidDiagrams() {
  const shadowRoot = useShadowRoot();
  // Styles inside a drawing select by its id, and colons mean something there.
  const name = `diagram-${useId().replace(/\W/g, '')}`;
  useEffect(() => {
    if (!shadowRoot) {
      return undefined;
    }
    let count = 0;
    const draw = () => {
      const elements = shadowRoot.querySelectorAll<HTMLElement>(
        DIAGRAM_SELECTORS.join(','),
      );
      for (const diagram of diagramsIn([...elements])) {
        count += 1;
        drawDiagram(diagram, `${name}-${count}`);
      }
    };
    // The page may be there already, and comes anew with each link that is followed.
    draw();
    const observer = new MutationObserver(draw);
    observer.observe(shadowRoot, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [shadowRoot, name]);
  return null;
}
