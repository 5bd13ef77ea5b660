/** One document of a file as text from its first line of content, and which line of the file that is (from 1). */
export interface DocumentText {
  text: string;
  line: number;
}

/** `---` and `...` count as markers only at the start of a line, where no text of a document can be. */
const MARKER = /^(?:---(?=[ \t\r\n]|$)|\.\.\.(?=[ \t\r]*$))/gm;

/** Lines in front of a document that say nothing: blank ones, comments and directives. */
const NO_CONTENT = /^(?:[ \t]*(?:#[^\n]*)?\r?\n|%[^\n]*\n)*/;

/**
 * Splits a YAML stream before it is parsed, so that one broken document does not lose the others. Documents of
 * nothing but comments and directives are left out and not counted.
 */
export function splitDocuments(stream: string): DocumentText[] {
  const documents: DocumentText[] = [];
  let from = 0;
  let line = 1;
  const add = (to: number) => {
    const text = stream.slice(from, to);
    const [before] = NO_CONTENT.exec(text)!;
    const content = text.slice(before.length);
    line += countLines(before);
    if (!isEmpty(content)) {
      documents.push({ text: content, line });
    }
    line += countLines(content);
  };
  for (const marker of stream.matchAll(MARKER)) {
    add(marker.index);
    from = marker.index + marker[0].length;
  }
  add(stream.length);
  return documents;
}

function isEmpty(text: string): boolean {
  return /^\s*(?:[#%][^\n]*)?$/.test(text);
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}
