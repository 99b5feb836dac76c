/// Keys for controls inside a cell.

const SUPPRESS = 'data-lm-suppress-shortcuts';

/// Keeps JupyterLab's shortcuts off the plain keys (arrows, Enter, letters) while the focus is in a node.
/// Chords such as Ctrl+S, and Shift+Enter, still are JupyterLab's.
export function keepPlainKeys(node: HTMLElement): void {
  // JupyterLab listens at the document, before the node itself hears of a key.
  const decide = (event: KeyboardEvent): void => {
    const chord = event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key === 'Enter');
    // A selector such as `:focus` matches the focused element before its ancestors are asked for the mark.
    (event.target as Element).toggleAttribute(SUPPRESS, !chord);
  };
  node.addEventListener('focusin', () => window.addEventListener('keydown', decide, true));
  node.addEventListener('focusout', () => window.removeEventListener('keydown', decide, true));
}
