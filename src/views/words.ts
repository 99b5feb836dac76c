/// The words the views speak, one template at a time, so that a host can translate them.

/// Templates hold `%1`, `%2`, ... for their arguments. JupyterLab's `TranslationBundle` is one of these as it is.
export interface Words {
  __(template: string, ...args: (string | number)[]): string;
  /// `%1` is the number itself, `%2` the first further argument.
  _n(singular: string, plural: string, n: number, ...args: (string | number)[]): string;
}

function fill(template: string, args: readonly (string | number)[]): string {
  return template.replace(/%(\d+)/g, (whole, index: string) => {
    const arg = args[Number(index) - 1];
    return arg === undefined ? whole : String(arg);
  });
}

export const english: Words = {
  __: (template, ...args) => fill(template, args),
  _n: (singular, plural, n, ...args) => fill(n === 1 ? singular : plural, [n, ...args])
};

/// "a", "a and b", "a, b and c"; past `most`, "a, b, c and 4 more".
export function listed(items: readonly string[], most: number, words: Words): string {
  const more = items.length - most;
  if (more > 0) {
    return words._n('%2 and %1 more', '%2 and %1 more', more, items.slice(0, most).join(', '));
  }
  return items.length < 2 ? items.join('') : words.__('%1 and %2', items.slice(0, -1).join(', '), items[items.length - 1]!);
}

/// 12345 -> `12,345`.
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/// Cuts a text as `clip` does, with its end kept: what is left out is about the middle.
export function clipMiddle(text: string, limit: number): string {
  const points = Array.from(text);
  const tail = Math.floor((limit - 1) / 2);
  return points.length <= limit ? text : `${points.slice(0, limit - 1 - tail).join('')}…${points.slice(-tail).join('')}`;
}

/// Cuts a text at `limit` characters (counted as code points, so no surrogate is split).
export function clip(text: string, limit: number): string {
  if (text.length <= limit) {
    return text;
  }
  const points = Array.from(text.slice(0, limit * 2));
  return points.length <= limit && text.length <= limit * 2 ? text : points.slice(0, Math.max(0, limit - 1)).join('') + '…';
}
