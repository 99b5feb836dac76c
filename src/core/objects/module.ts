/// Module objects (Objects/moduleobject.c). Fields: md_dict p+4, md_def p+6, md_weaklist p+10, md_name p+12.
import { isTracked, track } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { raiseAttributeError } from './exceptions';
import { call, getAttr, isTrue, reprText, strText } from './abstract';
import { argumentTypeName, bindArguments } from './args';
import { entry as dictEntry, dictGetItemKnownStr, dictNext, dictSetItem, isDict, newDict } from './dictobject';
import { dirOfDict } from './dir';
import type { Interp } from './interp';
import { newNativeFunction } from './methodobject';
import { genericGetAttr } from './object';
import { newRecord, recordSlots, setReference } from './record';
import { isStr, newStr } from './str';
import type { NativeMethod, TypeSpec } from './typeobject';

const MD_DICT = 4;
/// Not null in the modules that native code defines; there is no definition in the heap for it to point to.
const MD_DEF = 6;
const MD_NAME = 12;
const REFERENCES = recordSlots([MD_DICT, MD_NAME], { weaklist: true });

export const moduleDict = (it: Interp, p: Ptr): Ptr => it.i32[p + MD_DICT]!;

/// An empty module with the usual attributes.
export function newModule(it: Interp, name: string): Ptr {
  const dict = it.own(newDict(it));
  // In 3.11 the name of the first module is a str of its own, not the interned one (Python/import.c PyImport_AddModule).
  const text = it.own(name === '__main__' && it.profile.immortalRefcount === undefined ? newStr(it, name) : it.newRef(it.name(name)));
  if (it.profile.tracksModuleDict && !isTracked(it.i32, dict)) track(it.i32, dict);
  const p = newRecord(it, it.types.module, [MD_DICT], [dict]);
  initModule(it, p, text, 0);
  it.i32[p + MD_DEF] = p;
  it.drop(2);
  return p;
}

/// The attributes that every module has (module_init_dict).
function initModule(it: Interp, p: Ptr, name: Ptr, doc: Ptr): void {
  for (const [key, value] of [['__name__', name], ['__doc__', doc], ['__package__', 0], ['__loader__', 0], ['__spec__', 0]] as const) {
    dictSetItem(it, moduleDict(it, p), it.name(key), value || it.singletons.none);
  }
  setReference(it, p, MD_NAME, it.newRef(name));
}

/// Puts native functions into a module.
export function addFunctions(it: Interp, module: Ptr, moduleName: string, functions: Readonly<Record<string, NativeMethod>>): void {
  for (const [name, method] of Object.entries(functions)) {
    const qualified = moduleName === 'builtins' ? name : `${moduleName}.${name}`;
    const fn = newNativeFunction(it, { name: qualified, method }, module, it.name(moduleName));
    setModuleItem(it, module, name, fn);
  }
}

/// Binds a name in a module; takes over the reference.
export function setModuleItem(it: Interp, module: Ptr, name: string, value: Ptr): void {
  dictSetItem(it, moduleDict(it, module), it.name(name), value);
  it.decref(value);
}

/// Sets names to None, those with one leading underscore first, then empties what is left but `__builtins__`
/// (Objects/moduleobject.c _PyModule_ClearDict): how a module that others still hold is taken apart at exit.
export function clearModuleDict(it: Interp, dict: Ptr): void {
  const none = it.singletons.none;
  const sweep = (wanted: (name: string) => boolean): void => {
    for (let at = dictNext(it, dict, 0); at >= 0; at = dictNext(it, dict, at)) {
      const key = dictEntry.key;
      if (dictEntry.value !== none && isStr(it, key) && wanted(it.text(key))) dictSetItem(it, dict, key, none);
    }
  };
  sweep(name => name.startsWith('_') && !name.startsWith('__'));
  sweep(name => !name.startsWith('_') || (name.startsWith('__') && name !== '__builtins__'));
}

/// What CPython loads with a module, and this machine when it is asked for: the module that gives it.
const LOADED_WHEN_USED: ReadonlyMap<string, string> = new Map([
  ['collections.abc', 'collections.abc'],
  ...['ChainMap', 'UserDict', 'UserList', 'UserString'].map(name => [`collections.${name}`, '_usercollections'] as const)
]);

/// The names of a module, a new list. Raises TypeError where its `__dict__` is something else (module_dir).
export function dirOfModule(it: Interp, p: Ptr): Ptr {
  const dict = it.own(getAttr(it, p, it.name('__dict__')));
  if (!isDict(it, dict)) it.typeError('<module>.__dict__ is not a dictionary');
  const start = `${nameOf(it, p) ?? ''}.`;
  const list = dirOfDict(it, dict, [...LOADED_WHEN_USED.keys()].filter(known => known.startsWith(start)).map(known => known.slice(start.length)));
  it.drop();
  return list;
}

/// The text of a module's `__name__`; undefined: it is missing, or no str.
function nameOf(it: Interp, p: Ptr): string | undefined {
  const name = dictGetItemKnownStr(it, moduleDict(it, p), it.name('__name__'));
  return name === 0 || !isStr(it, name) ? undefined : it.text(name);
}

/// An attribute as it is in the module, borrowed; 0: missing, or None.
function given(it: Interp, p: Ptr, name: string): Ptr {
  const value = dictGetItemKnownStr(it, moduleDict(it, p), it.name(name));
  return value === it.singletons.none ? 0 : value;
}

/// The repr of a module (Lib/importlib/_bootstrap.py _module_repr).
function moduleRepr(it: Interp, p: Ptr): string {
  const spec = given(it, p, '__spec__');
  if (spec !== 0) return specRepr(it, spec);
  const name = dictGetItemKnownStr(it, moduleDict(it, p), it.name('__name__'));
  const start = `<module ${name === 0 ? "'?'" : reprText(it, name)}`;
  const file = dictGetItemKnownStr(it, moduleDict(it, p), it.name('__file__'));
  if (file !== 0) return `${start} from ${reprText(it, file)}>`;
  const loader = given(it, p, '__loader__');
  if (loader !== 0) return `${start} (${reprText(it, loader)})>`;
  return it.i32[p + MD_DEF] === 0 ? `${start}>` : `${start} (built-in)>`;
}

/// The repr of a module that has a spec (_module_repr_from_spec).
function specRepr(it: Interp, spec: Ptr): string {
  const field = (name: string): Ptr => it.own(getAttr(it, spec, it.name(name)));
  const { none } = it.singletons;
  const name = field('name');
  const origin = field('origin');
  const start = `<module ${name === none ? "'?'" : reprText(it, name)}`;
  const other = field(origin === none ? 'loader' : 'has_location');
  let text: string;
  if (origin === none) text = other === none ? `${start}>` : `${start} (${reprText(it, other)})>`;
  else if (isTrue(it, other)) text = `${start} from ${reprText(it, origin)}>`;
  else text = `${start} (${strText(it, origin)})>`;
  it.drop(3);
  return text;
}

export const moduleSpec: TypeSpec = {
  name: 'module',
  basicsize: 56,
  hasGc: true,
  isBaseType: true,
  weaklistoffset: 40,
  dictoffset: MD_DICT * 4,
  references: REFERENCES.traverse,
  slots: {
    ...REFERENCES,
    traverse: recordSlots([MD_DICT]).traverse,
    new: (it, type) => {
      const dict = it.own(newDict(it));
      const p = newRecord(it, type, [MD_DICT], [dict]);
      it.drop();
      return p;
    },
    init: (it, p, args, kwnames) => {
      const [name, doc] = bindArguments(it, 'module', ['name', 'doc'], { required: 1 }, args, kwnames) as [Ptr, Ptr];
      if (!isStr(it, name)) it.typeError(`module() argument 'name' must be str, not ${argumentTypeName(it, name)}`);
      initModule(it, p, name, doc);
    },
    repr: (it, p) => newStr(it, moduleRepr(it, p)),
    getattro: (it, p, name) => {
      const found = it.catching(it.types.AttributeError, () => genericGetAttr(it, p, name));
      if (found !== undefined) return found;
      const fallback = dictGetItemKnownStr(it, moduleDict(it, p), it.name('__getattr__'));
      if (fallback !== 0) return call(it, fallback, [name]);
      const moduleName = nameOf(it, p);
      const submodule = moduleName === undefined ? '' : `${moduleName}.${it.text(name)}`;
      const made = LOADED_WHEN_USED.get(submodule);
      if (made !== undefined) {
        it.decref(it.hooks.importFrom(it, made, '__name__'));
        return genericGetAttr(it, p, name);
      }
      raiseAttributeError(it, p, name, `module ${moduleName === undefined ? '' : `'${moduleName}' `}has no attribute '${it.text(name)}'`);
    }
  },
  getset: { __dict__: { isMember: true, get: (it, p) => it.newRef(moduleDict(it, p)) } },
  methods: { __dir__: { kind: 'noargs', fn: dirOfModule } }
};
