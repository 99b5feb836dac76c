/// The types generator and coroutine as Python sees them.
import { isStr, newStr } from '../objects/str';
import { hexAddress } from '../objects/object';
import type { Ptr } from '../memory/ram';
import { setReference } from '../objects/record';
import type { GetSet, NativeMethod, TypeSpec } from '../objects/typeobject';
import { getFrameObject } from './frameobject';
import { GEN_CODE, GenState } from './generators';
import { GEN_NAME, GEN_QUALNAME, GEN_WEAKLIST_OFFSET, closeGenerator, genIternext, generatorReferences, generatorSlots, send, throwGenerator, yieldFrom } from './genobject';
import { vmOf } from './vm';

const methods: Readonly<Record<string, NativeMethod>> = {
  send: { kind: 'o', fn: (it, p, value) => send(vmOf(it), p, value) },
  close: { kind: 'noargs', fn: (it, p) => closeGenerator(vmOf(it), p) },
  throw: {
    kind: 'fastcall', min: 1, max: 3,
    fn: (it, p, args) => throwGenerator(vmOf(it), p, args)
  }
};

const nameAttribute = (name: string, field: number): GetSet => ({
  get: (it, p) => it.newRef(it.i32[p + field]!),
  set: (it, p, value) => {
    if (value === 0 || !isStr(it, value)) it.typeError(`${name} must be set to a string object`);
    setReference(it, p, field, it.newRef(value));
  }
});

const attributes = (prefix: 'gi' | 'cr', delegate: string): Readonly<Record<string, GetSet>> => ({
  __name__: nameAttribute('__name__', GEN_NAME),
  __qualname__: nameAttribute('__qualname__', GEN_QUALNAME),
  [`${prefix}_running`]: { get: (it, p) => it.bool(vmOf(it).generatorOf(p).state === GenState.EXECUTING) },
  [`${prefix}_suspended`]: { get: (it, p) => it.bool(vmOf(it).generatorOf(p).state === GenState.SUSPENDED) },
  [`${prefix}_frame`]: {
    get: (it, p) => {
      const gen = vmOf(it).generatorOf(p);
      return gen.state === GenState.COMPLETED ? it.singletons.none : it.newRef(getFrameObject(vmOf(it), gen.frame));
    }
  },
  [`${prefix}_code`]: { isMember: 'formerly', get: (it, p) => it.newRef(it.i32[p + GEN_CODE]!) },
  [delegate]: { get: (it, p) => it.newRef(yieldFrom(vmOf(it), vmOf(it).generatorOf(p)) || it.singletons.none) }
});

const common = { basicsize: 152, itemsize: 8, hasGc: true, disallowInstantiation: true, weaklistoffset: GEN_WEAKLIST_OFFSET, methods } as const;

const repr = (word: string): NonNullable<TypeSpec['slots']>['repr'] => (it, p: Ptr) =>
  newStr(it, `<${word} object ${it.text(it.i32[p + GEN_QUALNAME]!)} at ${hexAddress(p)}>`);

export const generatorSpec: TypeSpec = {
  ...common,
  name: 'generator',
  getset: attributes('gi', 'gi_yieldfrom'),
  references: generatorReferences,
  slots: { ...generatorSlots, repr: repr('generator'), iter: (it, p) => it.newRef(p), iternext: genIternext }
};

export const coroutineSpec: TypeSpec = {
  ...common,
  name: 'coroutine',
  getset: attributes('cr', 'cr_await'),
  references: generatorReferences,
  slots: { ...generatorSlots, repr: repr('coroutine'), amAwait: (it, p) => it.newRef(p) }
};
