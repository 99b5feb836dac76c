/// `__dict__` of objects with a dict pointer in their structure (Objects/object.c PyObject_GenericGetDict, PyObject_GenericSetDict).
import { newDict } from './dictobject';
import type { GetSet } from './typeobject';

export const dictAttribute: GetSet = {
  get: (it, p) => {
    const at = p + (it.typeOf(p).dictoffset >> 2);
    if (it.i32[at] === 0) {
      it.i32[at] = newDict(it);
      if (it.recording) it.touch(p);
    }
    return it.newRef(it.i32[at]!);
  },
  set: (it, p, value) => {
    if (value === 0) it.typeError('cannot delete __dict__');
    if (!it.typeOf(value).isSubtypeOf(it.types.dict)) it.typeError(`__dict__ must be set to a dictionary, not a '${it.typeOf(value).name}'`);
    const at = p + (it.typeOf(p).dictoffset >> 2);
    const old = it.i32[at]!;
    it.i32[at] = it.newRef(value);
    if (it.recording) it.touch(p);
    it.xdecref(old);
  }
};
