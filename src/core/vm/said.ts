/// Words of the machine's own that a page may have in another language: a text with %1, %2, ... and what stands in their places.
export type Said = readonly [text: string, ...values: (string | number)[]];

export function inEnglish([text, ...values]: Said): string {
  return text.replace(/%(\d)/g, (_, n: string) => String(values[Number(n) - 1]));
}
