/// `__doc__` of the special methods that stand for slots (CPython 3.14 Objects/typeobject.c slotdefs).
import type { SlotDef } from './slotdefs';

const OPERATORS: Readonly<Record<string, string>> = {
  add: '+', sub: '-', mul: '*', mod: '%', lshift: '<<', rshift: '>>', and: '&', xor: '^', or: '|', floordiv: '//', truediv: '/', matmul: '@'
};
const COMPARISONS: Readonly<Record<string, string>> = { __lt__: '<', __le__: '<=', __eq__: '==', __ne__: '!=', __gt__: '>', __ge__: '>=' };

const DOCS: Readonly<Record<string, string>> = {
  __repr__: 'Return repr(self).', __hash__: 'Return hash(self).', __call__: 'Call self as a function.', __str__: 'Return str(self).',
  __getattribute__: 'Return getattr(self, name).', __setattr__: 'Implement setattr(self, name, value).', __delattr__: 'Implement delattr(self, name).',
  __iter__: 'Implement iter(self).', __next__: 'Implement next(self).', __get__: 'Return an attribute of instance, which is of type owner.',
  __set__: 'Set an attribute of instance to value.', __delete__: 'Delete an attribute of instance.',
  __init__: 'Initialize self.  See help(type(self)) for accurate signature.', __await__: 'Return an iterator to be used in await expression.',
  __aiter__: 'Return an awaitable, that resolves in asynchronous iterator.', __anext__: 'Return a value or raise StopAsyncIteration.',
  __divmod__: 'Return divmod(self, value).', __rdivmod__: 'Return divmod(value, self).', __pow__: 'Return pow(self, value, mod).',
  __rpow__: 'Return pow(value, self, mod).', __ipow__: 'Return self**=value.', __neg__: '-self', __pos__: '+self', __abs__: 'abs(self)',
  __bool__: 'True if self else False', __invert__: '~self', __int__: 'int(self)', __float__: 'float(self)',
  __index__: 'Return self converted to an integer, if self is suitable for use as an index into a list.', __len__: 'Return len(self).',
  __getitem__: 'Return self[key].', __setitem__: 'Set self[key] to value.', __delitem__: 'Delete self[key].'
};

/// Slots of sequences, which say other things than those of numbers and mappings under the same name.
const SEQUENCE_DOCS: Readonly<Record<string, string>> = {
  __add__: 'Return self+value.', __iadd__: 'Implement self+=value.', __imul__: 'Implement self*=value.'
};

/// Those that changed: what 3.11 said, and later versions.
const CHANGED: Readonly<Record<string, readonly [string, string]>> = {
  __contains__: ['Return key in self.', 'Return bool(key in self).'], __getitem__: ['Return self[key].', 'Return self[index].']
};

/// The text, undefined for none. `isNew`: as from 3.13 on.
export function slotDoc(def: SlotDef, isNew: boolean): string | undefined {
  const { name } = def;
  const isSequence = def.slot.startsWith('sq');
  if (isSequence && CHANGED[name] !== undefined) return CHANGED[name]![isNew ? 1 : 0];
  const known = (isSequence ? SEQUENCE_DOCS[name] : undefined) ?? DOCS[name];
  if (known !== undefined) return known;
  if (COMPARISONS[name] !== undefined) return `Return self${COMPARISONS[name]}value.`;
  const word = name.slice(2, -2);
  if (OPERATORS[word] !== undefined) return `Return self${OPERATORS[word]}value.`;
  if (OPERATORS[word.slice(1)] === undefined) return undefined;
  return word.startsWith('r') ? `Return value${OPERATORS[word.slice(1)]}self.` : `Return self${OPERATORS[word.slice(1)]}=value.`;
}
