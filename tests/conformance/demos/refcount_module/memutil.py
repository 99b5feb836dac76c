import ctypes


class PyObject(ctypes.Structure):
    _fields_ = [("refcnt", ctypes.c_long)]


def refs(object_id):
    return PyObject.from_address(object_id).refcnt
