/** Diagrams as the Markdown builder leaves them, and listings, as which mkdocs shows them. */
export const DIAGRAM_SELECTORS = ['pre.mermaid', '.highlight code'];

const FIRST_WORD =
  /^(?:(?:---[\s\S]*?---|%%[^\n]*)\s*)*(?:graph|flowchart|sequenceDiagram|classDiagram|stateDiagram|erDiagram|journey|gantt|pie|mindmap|timeline|gitGraph|quadrantChart|C4\w+|block-beta|architecture-beta)\b/;

/** An element that a drawing takes the place of, and what is to be drawn. */
export interface Diagram {
  element: HTMLElement;
  text: string;
}

/** The diagrams that are not drawn yet. */
export function diagramsIn(elements: HTMLElement[]): Diagram[] {
  return elements.flatMap(found => {
    const text = (found.textContent ?? '').trim();
    const isDiagram = found.matches('pre.mermaid') || FIRST_WORD.test(text);
    const element = found.matches('pre.mermaid')
      ? found
      : found.closest<HTMLElement>('.highlight');
    return element && isDiagram && text && !element.dataset.diagram
      ? [{ element, text }]
      : [];
  });
}

/** Light text stands on a dark page; the portal's theme is not asked, a documentation page may have its own. */
export function isOnDark(color: string): boolean {
  const [red, green, blue] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140;
}

/**
 * Draws a diagram, under an id of its own. The library is large and loaded only now; what it cannot read stays as text.
 */
export async function drawDiagram(
  { element, text }: Diagram,
  id: string,
): Promise<void> {
  element.dataset.diagram = 'drawing';
  try {
    const { default: mermaid } = await import('mermaid');
    // A listing has a typewriter's letters; the page around it does not.
    const page = element.closest('article') ?? element;
    const { color, fontFamily } = getComputedStyle(page);
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      suppressErrorRendering: true,
      theme: isOnDark(color) ? 'dark' : 'neutral',
      ...(fontFamily ? { fontFamily } : {}),
    });
    const { svg } = await mermaid.render(id, text);
    const figure = document.createElement('figure');
    figure.setAttribute('role', 'img');
    figure.setAttribute('aria-label', text);
    figure.style.margin = '0';
    figure.style.overflowX = 'auto';
    figure.style.whiteSpace = 'normal';
    figure.innerHTML = svg;
    element.replaceChildren(figure);
    element.dataset.diagram = 'drawn';
  } catch {
    element.dataset.diagram = 'text';
  }
}
